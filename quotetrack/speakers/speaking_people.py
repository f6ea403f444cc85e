"""Who speaks by a verb whose subject is a human being: *Ein Bass sagt*, where *Ein Bass teilt mit* would be a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.spans import Span
from quotetrack.speakers.notes import Notes

_OF_PEOPLE: Final = frozenset(
    "sagen erzählen rufen meinen fragen antworten lachen scherzen schimpfen seufzen erinnern einräumen entgegnen"
    " erwidern gestehen klagen murmeln brummen nicken grinsen schreien flüstern witzeln spotten finden glauben"
    " denken wissen kontern einwenden hinzufügen beteuern schwärmen sinnieren berichten betonen".split()
)
"""Verbs of speaking whose subject is hardly ever a body."""


def speaking_people(notes: Notes) -> Iterator[Span]:
    """Yield the mentions of those who speak as only people do."""
    for quote in notes.quotes:
        if quote.speaker is not None and quote.cue is not None and quote.cue.lemma in _OF_PEOPLE:
            yield quote.speaker.span
