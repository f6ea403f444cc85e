"""``quotetrack timeline``: what one speaker said, by the dates of the articles, as records."""

from __future__ import annotations

import argparse
import sys
from typing import get_args

from quotetrack.cli.linking import add_records, records_of, registry_of
from quotetrack.cli.status import SUCCESS
from quotetrack.errors import RegistryError
from quotetrack.export.json_lines import json_line
from quotetrack.registry import SpeakerRegistry
from quotetrack.tracking import timeline
from quotetrack.vocabulary import SpeakerKind


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
    registry = registry_of(options)
    found = timeline(records_of(options), options.speaker, registry)
    if not found:
        raise RegistryError(_why_nothing(options.speaker, registry))
    for record in found:
        sys.stdout.buffer.write(json_line(record.to_dict()))
    sys.stdout.buffer.flush()
    return SUCCESS


def _why_nothing(speaker: str, registry: SpeakerRegistry) -> str:
    """Return why there is nothing to write: nobody bears the name, several do, or the one who does says nothing."""
    found = [known for kind in get_args(SpeakerKind) for known in registry.find_all(speaker, kind)]
    bearers = {known.id: known for known in found}
    if not bearers:
        return f"nobody called {speaker!r} speaks in these records"
    if len(bearers) == 1:
        return f"{speaker!r} is known, but says nothing in these records"
    named = ", ".join(
        f"{known.name} ({known.role + ', ' if known.role else ''}{known.id})" for known in bearers.values()
    )
    return f"several are called {speaker!r}, give the id of one: {named}"
