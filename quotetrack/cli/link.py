"""``quotetrack link``: records with the id of the speaker in each, or the speakers with the reasons of their links."""

from __future__ import annotations

import argparse
import sys

from quotetrack.cli.linking import add_records, records_of, registry_of
from quotetrack.cli.status import SUCCESS
from quotetrack.export.json_lines import json_line
from quotetrack.registry import Link


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(
        prog="quotetrack link",
        description="Write the records again with the id of the speaker in each, the same for all spellings of a name.",
        allow_abbrev=False,
    )
    add_records(found)
    for what, effect in (("merge", "one"), ("split", "two")):
        found.add_argument(
            f"--{what}",
            action="append",
            nargs=2,
            default=[],
            metavar="NAME",
            help=f"two spellings that are {effect}, now and from now on: kept in the file of --decisions",
        )
    found.add_argument(
        "--reasons", action="store_true", help="write the speakers instead, and why each spelling is theirs"
    )
    return found


def execute(options: argparse.Namespace) -> int:
    """Link and write; return the exit status."""
    registry = registry_of(options)
    linked = registry.link(records_of(options))
    if options.reasons:
        by_speaker: dict[str, list[Link]] = {}
        for link in registry.links:
            by_speaker.setdefault(link.speaker, []).append(link)
        for speaker in registry.speakers:
            links = by_speaker.get(speaker.id, [])
            sys.stdout.buffer.write(
                json_line(
                    {
                        "id": speaker.id,
                        "name": speaker.name,
                        "kind": speaker.kind,
                        "role": speaker.role,
                        "spellings": list(speaker.spellings),
                        "links": [
                            {
                                "name": link.named.name,
                                "role": link.named.role,
                                "reason": link.reason,
                                "with": link.compared_with,
                            }
                            for link in links
                        ],
                    }
                )
            )
    else:
        for record in linked:
            sys.stdout.buffer.write(json_line(record.to_dict()))
    sys.stdout.buffer.flush()
    return SUCCESS
