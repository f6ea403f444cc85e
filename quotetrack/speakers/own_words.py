"""What people tell of themselves by what they call their own: *„Mein Mandant schweigt“, sagte Ida Ott*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from quotetrack.quotes.model import Quote
from quotetrack.speakers.chunks import name_text
from quotetrack.speakers.notes import Notes, ToldInClause
from quotetrack.speakers.referents import Referent

_OWN_RE: Final = regex.compile(r"\b(?:[Mm]ein|[Uu]nser)(?:e[mnrs]?)? (?:\p{Ll}+e[nmrs]? )?(?P<noun>\p{Lu}\p{L}+)")
OWN: Final = "eigen"
"""What stands in the phrases that tell a role for what somebody calls their own."""


def told_in_own_words(notes: Notes) -> Iterator[ToldInClause]:
    """Yield what named people call their own in their own words."""
    for quote in notes.quotes:
        if quote.type != "direct" or quote.speaker is None:
            continue
        words = frozenset(
            found["noun"].casefold() for span in quote.spans for found in _OWN_RE.finditer(span.of(notes.text))
        )
        person = _who_is_named(notes, quote) if words else None
        if person is not None:
            yield ToldInClause(person, "die", (OWN,), words, is_main=True)


def _who_is_named(notes: Notes, quote: Quote) -> Referent | None:
    """Return the only bearer of the name with which a mention of a speaker ends."""
    mention = quote.speaker
    if mention is None:
        return None
    here = notes.chunks[mention.sentence]
    named = [chunk for chunk in here if chunk.name and mention.span.contains(chunk.name[-1].span)]
    bearers = notes.bearers(name_text(named[-1].name)) if named else []
    return bearers[0] if len(bearers) == 1 and bearers[0].is_person else None
