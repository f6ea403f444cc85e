"""What one speaker said over time, alone or as one of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from quotetrack.records import Record
from quotetrack.registry import SpeakerRegistry
from quotetrack.vocabulary import SpeakerKind


def timeline(records: Iterable[Record], speaker: str, registry: SpeakerRegistry | None = None) -> list[Record]:
    """Return what a speaker said, also as one of several, by the date of the article.

    ``speaker`` is an id or a name, a surname if only one bears it. Articles carry their date in ``date`` (or
    ``published``), in the form of ISO 8601; articles without one come last. Nothing is returned for somebody who is not
    known, or where several bear the name.
    """
    registry = registry or SpeakerRegistry()
    linked = registry.link(record for record in records if record.type != "not_a_quote")
    wanted = next((found for kind in get_args(SpeakerKind) if (found := registry.find(speaker, kind))), None)
    if wanted is None:
        return []
    return sorted((record for record in linked if wanted.id in registry.ids_of(record)), key=_moment)


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
