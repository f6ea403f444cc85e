"""``quotetrack track``: the same words in several articles, a JSON line an utterance."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from quotetrack.cli.linking import add_records, records_of, registry_of
from quotetrack.cli.status import SUCCESS
from quotetrack.export.json_lines import json_line
from quotetrack.tracking import Utterance, track


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(
        prog="quotetrack track",
        description="Find the same utterance in several articles; write a JSON line for each, with every occurrence.",
        allow_abbrev=False,
    )
    add_records(found)
    found.add_argument(
        "--at-least", type=int, default=2, metavar="N", help="leave out what fewer articles quote (default: 2)"
    )
    return found


def execute(options: argparse.Namespace) -> int:
    """Track and write; return the exit status."""
    for utterance in track(records_of(options), registry_of(options)):
        if len(utterance.articles) >= options.at_least:
            sys.stdout.buffer.write(json_line(_plain(utterance)))
    sys.stdout.buffer.flush()
    return SUCCESS


def _plain(utterance: Utterance) -> dict[str, Any]:
    speaker = utterance.fullest.speaker
    return {
        "text": utterance.fullest.text,
        "speaker": None if speaker is None else {"name": speaker.name, "id": speaker.id, "mention": speaker.mention},
        "articles": list(utterance.articles),
        "reasons": list(utterance.reasons),
        "occurrences": [
            {"article": record.article.get("id"), "record": record.id, "text": record.text}
            for record in utterance.occurrences
        ],
    }
