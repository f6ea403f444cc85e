"""What is told by what people call their own or is theirs: *„Mein Mandant schweigt“, sagte Ott*; *Otts Backstube*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from quotetrack.quotes.model import Quote
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes, ToldInClause
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.telling_phrases import OWN

_OWN_RE: Final = regex.compile(r"\b(?:[Mm]ein|[Uu]nser)(?:e[mnrs]?)? (?:\p{Ll}+e[nmrs]? )?(?P<noun>\p{Lu}\p{L}+)")
_HAS: Final = "hat"
_INSIDE: Final = frozenset({"in", "auf"})


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


def told_by_what_is_theirs(notes: Notes) -> Iterator[ToldInClause]:
    """Yield what is somebody's: *In Urs Otts Backstube brennt Licht*, *die Werkstatt von Ida Ott*."""
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            tail = notes.tails[number].get(place)
            behind = chunks[tail] if tail is not None and chunks[tail].preposition == "von" else None
            name = chunk.possessor or (behind.name if behind is not None else ())
            bearers = notes.bearers(name_text(name)) if name and chunk.nouns else []
            if len(bearers) == 1 and bearers[0].is_person and not notes.is_in_content(chunk.span):
                words = frozenset(word.text.casefold() for word in chunk.nouns)
                yield ToldInClause(bearers[0], "die", (OWN, _HAS), words | _inside(notes, number, chunk), is_main=True)


def _inside(notes: Notes, number: int, chunk: Chunk) -> frozenset[str]:
    """Return what is in somebody's place, where nobody else is named: *In Ida Otts Stall stehen | Kühe*."""
    context = notes.contexts[number]
    clause = context.clauses.of(chunk.head) if chunk.preposition in _INSIDE else None
    if clause is None or any(other.name and other is not chunk for other in notes.chunks[number]):
        return frozenset()
    return frozenset(word.text.casefold() for word in clause.words if word.upos == "NOUN")


def _who_is_named(notes: Notes, quote: Quote) -> Referent | None:
    """Return the only bearer of the name with which a mention of a speaker ends."""
    mention = quote.speaker
    if mention is None:
        return None
    here = notes.chunks[mention.sentence]
    named = [chunk for chunk in here if chunk.name and mention.span.contains(chunk.name[-1].span)]
    bearers = notes.bearers(name_text(named[-1].name)) if named else []
    return bearers[0] if len(bearers) == 1 and bearers[0].is_person else None
