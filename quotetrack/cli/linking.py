"""What the commands over records share: reading the records, and a registry from a newsroom's list and decisions."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from quotetrack.errors import RecordError, RegistryError
from quotetrack.export import read_jsonl
from quotetrack.records import Record
from quotetrack.registry import SpeakerRegistry

STANDARD_INPUT = "-"


def add_records(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say which records, and who is known already."""
    parser.add_argument("records", nargs="+", metavar="RECORDS", help="files of records (JSON Lines), or -")
    parser.add_argument(
        "--speakers",
        type=Path,
        metavar="FILE",
        help="a newsroom's list of speakers (JSON Lines: name, aliases, id ...)",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="merges and splits made by hand (JSON Lines), kept from run to run",
    )


def records_of(options: argparse.Namespace) -> list[Record]:
    """Return the records of all files, in order.

    Raises:
        RecordError: if a line is no record, with the name of the file.
    """
    found: list[Record] = []
    for path in options.records:
        try:
            found += read_jsonl(sys.stdin.buffer) if path == STANDARD_INPUT else read_jsonl(path)
        except RecordError as error:
            name = "standard input" if path == STANDARD_INPUT else path
            message = f"{name}: {error.message}"
            raise RecordError(message, article=error.article, line=error.line, offset=error.offset) from error
    return found


def registry_of(options: argparse.Namespace) -> SpeakerRegistry:
    """Return the registry that the options ask for.

    Raises:
        RegistryError: if the list or the decisions cannot be used or kept.
    """
    registry = SpeakerRegistry()
    merged, split = getattr(options, "merge", []), getattr(options, "split", [])
    if (merged or split) and options.decisions is None:
        message = "--merge and --split need --decisions FILE, to be kept in"
        raise RegistryError(message)
    if options.decisions is not None and (options.decisions.exists() or not (merged or split)):
        registry.read_decisions(options.decisions)
    for one, other in merged:
        registry.merge(one, other)
    for one, other in split:
        registry.split(one, other)
    if merged or split:
        registry.write_decisions(options.decisions)
    if options.speakers is not None:
        registry.seed(options.speakers)
    return registry
