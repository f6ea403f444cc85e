"""Who of several may say what is said of relatives: *„Meine Frau schläft“* says who has a wife."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from quotetrack.nouns import Gender, noun_of
from quotetrack.quotes.model import Quote
from quotetrack.spans import Span
from quotetrack.speakers.families import kinship_of_noun
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits

_OWN_RE: Final = regex.compile(r"\b(?:[Mm]ein|[Uu]nser)(?:e[nmrs]?)?\s(?:\p{Ll}+e[nmrs]?\s)?(\p{Lu}[\p{L}-]+)")
_OPENING_RE: Final = regex.compile(r"(Sein|Ihr)(?:e[nmrs]?)?\s(?:\p{Ll}+e[nmrs]?\s)?(\p{Lu}[\p{L}-]+)")
_GENDERS: Final[dict[str, Gender]] = {"Sein": "Masc", "Ihr": "Fem"}
_OF_EVERYBODY: Final = frozenset({"parent", "grandparent"})
_OF_SPOUSES: Final[dict[Gender, Gender]] = {"Masc": "Fem", "Fem": "Masc"}


def who_may_say(notes: Notes, span: Span, people: Sequence[Referent], *, of_all: bool = False) -> list[Referent]:
    """Return those of several who have the relatives of whom the speaker at a span tells, all where nobody has them.

    ``Ute und Jan Ott … „Mein Mann kocht“, sagt Ott``. Parents, whom everybody has, count with ``of_all`` only.
    """
    left = list(people)
    for quote in notes.quotes:
        if quote.speaker is None or not quote.speaker.span.overlaps(span):
            continue
        for noun, gender in _own_kin(notes, quote):
            left = [one for one in left if fits(one, gender)] or left
            if of_all or kinship_of_noun(noun, is_owned=True) not in _OF_EVERYBODY:
                left = _having(notes, noun, left) or left
    return left


def _own_kin(notes: Notes, quote: Quote) -> Iterator[tuple[str, Gender | None]]:
    """Yield the nouns for relatives of a speaker, with the gender of the speaker that a possessive tells."""
    for span in quote.spans:
        said = span.of(notes.text)
        yield from ((found[1], None) for found in _OWN_RE.finditer(said) if quote.type == "direct")
        opening = _OPENING_RE.match(said) if quote.type in ("indirect", "indirect_free_indirect") else None
        if opening is not None and kinship_of_noun(opening[2], is_owned=True) is not None:
            yield opening[2], _GENDERS[opening[1]]


def _having(notes: Notes, noun: str, people: Sequence[Referent]) -> list[Referent]:
    """Return those who are told to have such a relative; for *mein Mann* else those who are no men."""
    kinship, known = kinship_of_noun(noun, is_owned=True), noun_of(noun)
    if kinship is None or known is None:
        return []
    gender = known.gender
    found = [one for one in people if any(fits(other, gender) for other in notes.family.kin(one, kinship))]
    if found or kinship != "spouse" or gender is None:
        return found
    return [one for one in people if one.gender == _OF_SPOUSES.get(gender)]
