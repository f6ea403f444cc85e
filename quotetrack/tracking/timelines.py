"""What one speaker said over time, alone or as one of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from quotetrack.records import Record
from quotetrack.registry import SpeakerRegistry
from quotetrack.registry.spelling import folded


def timeline(records: Iterable[Record], speaker: str, registry: SpeakerRegistry | None = None) -> list[Record]:
    """Return what a speaker said, also as one of several, by the date of the article.

    ``speaker`` is an id or a name. Articles carry their date in ``date`` (or ``published``), in the form of ISO 8601;
    articles without one come last.
    """
    registry = registry or SpeakerRegistry()
    linked = registry.link(record for record in records if record.type != "not_a_quote")
    wanted = registry.find(speaker) or next(
        (found for kind in ("organisation", "place", "medium", "document") if (found := registry.find(speaker, kind))),
        None,
    )
    said = [record for record in linked if _is_said_by(record, speaker, wanted.id if wanted else None, registry)]
    return sorted(said, key=_moment)


def _is_said_by(record: Record, name: str, wanted: str | None, registry: SpeakerRegistry) -> bool:
    if record.speaker is None:
        return False
    if wanted is not None and record.speaker.id == wanted:
        return True
    for member in record.speaker.members:
        found = registry.find(member)
        if (wanted is not None and found is not None and found.id == wanted) or folded(member) == folded(name):
            return True
    return wanted is None and record.speaker.name is not None and folded(record.speaker.name) == folded(name)


def _moment(record: Record) -> tuple[bool, str, str, int]:
    date = date_of(record.article)
    return date is None, date or "", str(record.article.get("id")), record.span.start


def date_of(article: Mapping[str, Any]) -> str | None:
    """Return the date of an article as it came in, None if it has none.

    >>> date_of({"id": "hafen", "date": "2024-11-03"})
    '2024-11-03'
    """
    for key in ("date", "published", "datum"):
        if article.get(key):
            return str(article[key])
    return None
