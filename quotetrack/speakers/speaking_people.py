"""Who speaks by a verb whose subject is a human being: *Ein Bass sagt*, where *Ein Bass teilt mit* would be a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.quotes.model import Quote
from quotetrack.spans import Span
from quotetrack.speakers.notes import Notes

_OF_PEOPLE: Final = frozenset(
    "sagen erzählen rufen meinen fragen antworten lachen scherzen schimpfen seufzen erinnern einräumen entgegnen"
    " erwidern gestehen klagen murmeln brummen nicken grinsen schreien flüstern witzeln spotten finden glauben"
    " denken wissen kontern einwenden hinzufügen beteuern schwärmen sinnieren berichten betonen vortragen aufzählen"
    " nachschieben zurückgeben raunen knurren poltern frotzeln stöhnen jammern schmunzeln grummeln".split()
)
"""Verbs of speaking whose subject is hardly ever a body."""
_OF_COUNCILS: Final = frozenset(
    {"antworten", "beteuern", "betonen", "berichten", "einräumen", "einwenden", "entgegnen"}
)
"""Those of them that are said of a council as often as of its member."""


def speaking_people(notes: Notes) -> Iterator[Span]:
    """Yield the mentions of those who speak as only people do."""
    for quote in notes.quotes:
        if quote.speaker is not None and quote.cue is not None and quote.cue.lemma in _OF_PEOPLE:
            yield quote.speaker.span


def is_said_by_one(quote: Quote) -> bool:
    """Say whether the verb is of a member rather than of a council: *sagt der Regierungsrat*."""
    return quote.cue is not None and quote.cue.lemma in _OF_PEOPLE - _OF_COUNCILS
