"""``quotetrack timeline``: what one speaker said, by the dates of the articles, as records."""

from __future__ import annotations

import argparse
import sys

from quotetrack.cli.linking import add_records, records_of, registry_of
from quotetrack.cli.status import SUCCESS
from quotetrack.export.json_lines import json_line
from quotetrack.tracking import timeline


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(
        prog="quotetrack timeline",
        description="Write the records of one speaker, alone or as one of several, by the dates of the articles.",
        allow_abbrev=False,
    )
    found.add_argument("speaker", metavar="SPEAKER", help="a name, or an id of the list or of a linked record")
    add_records(found)
    return found


def execute(options: argparse.Namespace) -> int:
    """Find and write; return the exit status."""
    for record in timeline(records_of(options), options.speaker, registry_of(options)):
        sys.stdout.buffer.write(json_line(record.to_dict()))
    sys.stdout.buffer.flush()
    return SUCCESS
