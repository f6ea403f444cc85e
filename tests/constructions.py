"""The invented construction cases: reading them, and saying where records differ from what they expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from quotetrack.records import Record
from quotetrack.spans import Span

FOLDER: Final = Path(__file__).parent / "cases" / "constructions"
KNOWN_FAILURES: Final = FOLDER / "known_failures.txt"
_LOOSE_TYPES: Final = frozenset({"indirect", "mixed"})


@frozen
class Case:
    """A text with all the records that are to be found in it."""

    id: str
    construction: str
    text: str
    expect: tuple[Mapping[str, Any], ...]
    tolerated: tuple[Mapping[str, Any], ...] = ()


def cases() -> Iterator[Case]:
    """Yield the cases of all files, in order."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            plain = json.loads(line)
            kind = plain.get("silence") or plain["construction"]
            yield Case(plain["id"], kind, plain["text"], tuple(plain["expect"]), tuple(plain.get("tolerated", ())))


def known_failures() -> Mapping[str, str]:
    """Return the ids of the cases that are known to fail, each with what is wrong."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines() if KNOWN_FAILURES.is_file() else []
    parts = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {name: reason for name, _, reason in parts}


def resolve(text: str, address: str) -> Span:
    """Return where a snippet stands, as the README of the cases lays down."""
    match = re.fullmatch(r"(.*)#(\d+)", address, re.DOTALL)
    snippet, number = (match[1], int(match[2])) if match else (address, 1)
    before = r"(?<!\w)" if snippet[0].isalnum() else ""
    behind = r"(?!\w)" if snippet[-1].isalnum() else ""
    starts = [found.start() for found in re.finditer(f"(?={before}{re.escape(snippet)}{behind})", text)]
    return Span(starts[number - 1], starts[number - 1] + len(snippet))


def differences(case: Case, records: Sequence[Record]) -> list[str]:
    """Return in words where the records differ from what the case expects; an empty list if nowhere."""
    found: list[str] = []
    left = list(records)
    matched: list[Record | None] = []
    for expected in case.expect:
        spans = tuple(resolve(case.text, snippet) for snippet in expected["quote"])
        record = _take(left, spans, expected.get("type"))
        matched.append(record)
        if record is None:
            found.append(f"missing {expected.get('type')}: {expected['quote']}")
        else:
            found += _role_differences(case.text, expected, record, matched)
    found += [f"too many {record.type}: {record.text!r}" for record in left if not _is_tolerated(case, record)]
    return found


def _take(left: list[Record], spans: tuple[Span, ...], kind: str | None) -> Record | None:
    for record in left:
        if record.spans == spans and (record.type == kind or kind is None):
            left.remove(record)
            return record
    return None


def _is_tolerated(case: Case, record: Record) -> bool:
    return any(
        record.type in region["types"] and resolve(case.text, region["within"]).contains(record.span)
        for region in case.tolerated
    )


def _role_differences(
    text: str, expected: Mapping[str, Any], record: Record, matched: Sequence[Record | None]
) -> Iterator[str]:
    shown: dict[str, Any] = {
        "cue": _spans(record.cue),
        "frame": _spans(record.frame),
        "addressee": _spans(record.addressee),
        "speaker": () if record.speaker is None else record.speaker.spans,
        "via": tuple(span for channel in record.via for span in channel.spans),
        "mood": record.mood,
        "medium": record.medium,
    }
    for key, found in shown.items():
        if key in expected:
            wanted = expected[key] if key in ("mood", "medium") else _wanted(text, expected[key])
            if wanted != found:
                said = found if key in ("mood", "medium") else [span.of(text) for span in found]
                yield f"{key} of {record.text[:40]!r}: {said!r}, not {expected[key]!r}"
    if "part_of" in expected:
        container = None if expected["part_of"] is None else matched[expected["part_of"]]
        if record.part_of != (container.id if container is not None else None):
            yield f"part_of of {record.text[:40]!r}: {record.part_of}"


def _spans(part: Any) -> tuple[Span, ...]:
    return () if part is None else part.spans


def _wanted(text: str, snippets: str | Sequence[str] | None) -> tuple[Span, ...]:
    if snippets is None:
        return ()
    return tuple(resolve(text, snippet) for snippet in ([snippets] if isinstance(snippets, str) else snippets))
