"""Who is known by a name that only a clause tells: *Der Pfarrer, den alle Don Eusebio nennen*; *Alle nennen sie Vroni*.

So somebody gets a name of whom the article tells no other one.
"""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits

_FORMS: Final = r"(?:nennen|nennt|nannten|nannte|rufen|ruft|riefen|rief)"
_BEFORE_RE: Final = regex.compile(r", (?:den|die) (?:[\p{L}-]+ ){1,6}$")
"""What stands between somebody and the name in a clause that tells it."""
_BEHIND_RE: Final = regex.compile(rf" {_FORMS}\b")
_BEFORE_PARTICIPLE_RE: Final = regex.compile(r", von (?:[\p{L}-]+ ){1,5}$|, (?:\p{Ll}+ ){0,2}$")
_PARTICIPLE_RE: Final = regex.compile(r" (?:genannt|gerufen)\b")
_PRONOUN_RE: Final = regex.compile(rf"\b{_FORMS} (ihn|sie) (?:\p{{Ll}}+ ){{0,3}}$", regex.IGNORECASE)
_KEPT: Final = frozenset({"Don", "Doña", "Pater", "Schwester", "Bruder", "Mutter", "Onkel", "Tante", "Opa", "Oma"})
"""Titles that belong to a name by which somebody is called."""


def called_by_others(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is called by a name without having another, and note that name."""
    if chunk.nouns and not all(word.text in _KEPT for word in chunk.nouns):
        return None
    told = _subject_of_clause(notes, context, chunk) or _meant_by_pronoun(notes, context, chunk)
    if told is None or told.name is not None or not told.is_person or notes.is_in_content(chunk.span):
        return None
    name = " ".join(
        [*(word.text for word in (*chunk.titles, *chunk.nouns) if word.text in _KEPT), name_text(chunk.name)]
    )
    bearers = notes.bearers(name)
    if len(bearers) > 1 or (bearers and not fits(bearers[0], told.gender)):
        return None
    person = bearers[0] if bearers else _new(notes, context, chunk, name)
    told.becomes(person)
    return person


def _new(notes: Notes, context: Context, chunk: Chunk, name: str) -> Referent:
    person = notes.new(Referent("person", name), chunk)
    notes.named[name] = person
    notes.first[id(person)] = context.number
    return person


def _start(chunk: Chunk) -> int:
    return min(word.span.start for word in (*chunk.titles, *chunk.nouns, *chunk.name))


def _subject_of_clause(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the clause tells of behind which the name stands: *die Wirtin, die jeder | Vroni | ruft*."""
    clause = _BEHIND_RE.match(notes.text, chunk.span.end) is not None
    if not clause and _PARTICIPLE_RE.match(notes.text, chunk.span.end) is None:
        return None
    chunks = notes.chunks[context.number]
    for place in range(chunks.index(chunk) - 1, -1, -1):
        end = context.word(notes.end_of(context.number, place)).span.end
        between = notes.text[end : _start(chunk)]
        told = notes.by_head.get((context.number, chunks[place].head.index))
        if (_BEFORE_RE if clause else _BEFORE_PARTICIPLE_RE).fullmatch(between) and told is not None:
            return told.known
    return None


def _meant_by_pronoun(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the pronoun means that stands before the name: *Alle nennen | ihn | Toni*."""
    found = _PRONOUN_RE.search(notes.text[context.sentence.span.start : _start(chunk)])
    place = -1 if found is None else context.sentence.span.start + found.start(1)
    word = next((one for one in context.sentence.words if one.span.start == place), None)
    told = None if word is None else notes.by_head.get((context.number, word.index))
    return None if told is None else told.known
