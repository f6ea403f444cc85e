"""What the commands over records share: reading the records, and a registry from a newsroom's list and decisions."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

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
        RecordError: if a line is no record.
    """
    found: list[Record] = []
    for path in options.records:
        found += read_jsonl(sys.stdin.buffer) if path == STANDARD_INPUT else read_jsonl(path)
    return found


def registry_of(options: argparse.Namespace) -> SpeakerRegistry:
    """Return the registry that the options ask for.

    Raises:
        RegistryError: if the list or the decisions cannot be used.
    """
    registry = SpeakerRegistry()
    if options.decisions is not None:
        registry.read_decisions(options.decisions)
    if options.speakers is not None:
        registry.seed(options.speakers)
    return registry
