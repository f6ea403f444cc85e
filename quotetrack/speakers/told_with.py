"""Who alone was told of with the thing that a role's attribute names: *der Fahrer des Busses*, *die Frau am Steuer*.

What the attribute names must stand in a clause about somebody, or in the role that they have. A role needs more than
that: whoever lies in a clinic does not head it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns import noun_of
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.deeds import verb_forms
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.shared_verbs import words_about
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_ENDING_RE: Final = regex.compile(r"(?:es|en|s|n|e)$")
_SHORTEST: Final = 4
_GENERAL: Final = frozenset("Mann Frau Gast Besucher Bewohner Reisender Passant Herr Dame".split())
"""Nouns for anybody, whom the attribute alone tells."""
_HEADS: Final = (
    "chef", "leiter", "direktor", "präsident", "vorsitzender", "vorstand", "vorsteher", "obmann", "geschäftsführer",
    "rektor", "intendant", "manager",
)  # fmt: skip
_HEADING: Final = ("leit", "fuhr", "gefuhr", "geleit", "vorsteh", "prasidier", "regier", "dirigier")
_SPEAKING: Final = ("sprech", "sprich", "sprach", "vertret", "vertritt", "vertrat")
_SPEAKERS: Final = ("sprecher", "vertreter")
_TELLING: Final = frozenset(
    {None, "von", "vom", "aus", "in", "im", "an", "am", "auf", "mit", "für", "bei", "beim", "hinter"}
)


@way("told-with")
def told_with_the_same(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person who was told of with what the attribute of a role names."""
    noun = chunk.noun
    if noun is None or noun.field == "family" or not chunk.is_definite or chunk.is_possessive:
        return None
    stems = frozenset(_attribute(notes, context, chunk))
    if not stems:
        return None
    without = not_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence < context.number and o.referent.known.is_person and o.referent.known.name is not None
        if id(o.referent.known) not in without and fits(o.referent.known, chunk.gender)
        if not o.is_in_content and not excludes(o.referent.known, chunk) and _is_told(notes, o, chunk, stems)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _attribute(notes: Notes, context: Context, chunk: Chunk) -> Iterator[str]:
    """Yield the stems of what the attribute behind a role names."""
    chunks = notes.chunks[context.number]
    place = chunks.index(chunk)
    tail = notes.tails[context.number].get(place)
    behind = chunks[place + 1] if place + 1 < len(chunks) and chunks[place + 1].start == chunk.last + 2 else None
    one = chunks[tail] if tail is not None else behind if behind is not None and behind.preposition else None
    if one is None or one.preposition not in _TELLING:
        return
    speaks = chunk.noun is not None and chunk.noun.base.casefold().endswith(_SPEAKERS)
    for word in (*one.nouns, *one.name):
        known = noun_of(word.text)
        if (len(word.text) >= _SHORTEST or word.text.isupper()) and (
            speaks or known is None or known.kind not in ("person", "group")
        ):
            yield _stem(word.text)
        if speaks and word.text in ("Anklage", "Staatsanwaltschaft"):
            yield "staatsanw"


def _stem(text: str) -> str:
    return _ENDING_RE.sub("", folded(text)) if len(text) > _SHORTEST else folded(text)


def _is_told(notes: Notes, occurrence: Occurrence, chunk: Chunk, stems: frozenset[str]) -> bool:
    person = occurrence.referent.known
    noun = chunk.noun
    base = "" if noun is None else noun.base
    in_role = any(stem in folded(text) for stem in stems for text in (*person.nouns, person.affiliation or ""))
    if in_role and (base in _GENERAL or _has_such_role(person, chunk)):
        return True
    clause = notes.clause_of(occurrence) if occurrence.is_subject else None
    if clause is None:
        return False
    told = words_about(notes.contexts[occurrence.sentence], notes.chunks[occurrence.sentence], clause, occurrence.place)
    words = {_stem(word.text) for word in told if word.text[:1].isupper()}
    if stems.isdisjoint(words) and not any(word.endswith(stem) for word in words for stem in stems):
        return False
    return base in _GENERAL or _does_so(chunk, [folded(form) for form in verb_forms(clause)])


def _has_such_role(person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody has a role that a noun may be another word for; whoever heads a body is not its speaker."""
    base = chunk.noun.base.casefold() if chunk.noun is not None else ""
    roles = [known.base.casefold() for text in person.nouns if (known := noun_of(text)) is not None]
    if any(is_same_role(chunk.role, text) or is_other_word_for(chunk.role, text) for text in person.nouns):
        return True
    headed = any(role.endswith(_HEADS) for role in roles)
    return base.endswith("vertreter") or (headed and base.endswith(_HEADS))


def _does_so(chunk: Chunk, verbs: list[str]) -> bool:
    """Say whether verbs tell what the bearer of a role does."""
    base = chunk.noun.base if chunk.noun is not None else ""
    lower = base.casefold()
    stems = [stem.rpartition(":")[2] for stem in table("role_deeds").get(base, ("",))[0].split()]
    stems += _HEADING if lower.endswith(_HEADS) else ()
    stems += _SPEAKING if lower.endswith(_SPEAKERS) else ()
    stems += [folded(lower).removesuffix("er")] if lower.endswith("er") and len(lower) > _SHORTEST + 2 else []
    known = tuple(folded(stem) for stem in stems if stem)
    return bool(known) and any(verb.startswith(known) for verb in verbs)
