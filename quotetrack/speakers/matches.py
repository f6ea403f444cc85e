"""Who has beaten whom: *die Siegerin*, *der Unterlegene*, *der Zweite* of a match that the article tells."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_LOSER_RE: Final = regex.compile(
    r"\p{L}*[Vv]erlierer(?:in)?s?|(?:Unterlegene|Geschlagene|Besiegte|Bezwungene|Zweite|Zweitpla[tz]+ierte)[rnm]?"
)
_WINNER_RE: Final = regex.compile(r"\p{L}*(?:[Ss]ieger|[Gg]ewinner)(?:in)?s?|Erstpla[tz]+ierte[rnm]?")
_OF_LOSER_RE: Final = regex.compile(r"(?:Bezwinger|Besieger)(?:in)?s?")
"""Who has won, as told from whoever has lost: *ihre Bezwingerin*."""
#: How verbs begin, umlauts aside, whose subject has won, and whose has lost.
_WINS: Final = (
    "besieg", "bezwang", "bezwing", "bezwung", "schlug", "schlagt", "geschlag", "gewann", "gewinn", "gewonn", "sieg",
)  # fmt: skip
_LOSES: Final = ("unterlag", "unterlieg", "unterleg", "verlor", "verlier")
_BEATEN: Final = frozenset({"gegen", "vor", "über"})
_OBLIQUE: Final = frozenset("den dem des einen einem seinen seinem ihren ihrem".split())
_LATELY: Final = 4


@way("deed")
def of_the_match(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who has won or lost, as a noun tells, by the last sentence that tells of two in a match."""
    text = chunk.nouns[-1].text if chunk.nouns else ""
    has_lost = _LOSER_RE.fullmatch(text) is not None
    of_loser = chunk.is_possessive and _OF_LOSER_RE.fullmatch(text) is not None
    has_won = not chunk.is_possessive and _WINNER_RE.fullmatch(text) is not None
    if not (of_loser or has_won or (has_lost and not chunk.is_possessive)) or not chunk.is_definite:
        return None
    for number in range(context.number - 1, max(context.number - 1 - _LATELY, -1), -1):
        sides = _sides(notes, number)
        if sides is not None:
            found = sides[1] if has_lost else sides[0]
            return found if fits(found, chunk.gender) and not excludes(found, chunk) else None
    return None


def _sides(notes: Notes, number: int) -> tuple[Referent, Referent] | None:
    """Return who has won and who has lost by a sentence about two people."""
    words = [word for word in notes.contexts[number].sentence.words if not word.masked]
    told = [(word, folded(word.text)) for word in words]
    verb = next((word for word, form in told if form.startswith((*_WINS, *_LOSES)) and not word.text.istitle()), None)
    here = [o for o in notes.occurrences if o.sentence == number and not o.is_in_content and o.chunk is not None]
    people = {id(o.referent.known): o for o in here if o.referent.known.is_person and o.referent.known.name}
    if verb is None or len(people) != len(("one", "other")):
        return None
    one, other = sorted(people.values(), key=lambda o: (_is_object(o), not o.is_subject, o.place))
    if _is_object(one) or not (_is_object(other) or one.place < verb.index < other.place):
        return None
    first, second = one.referent.known, other.referent.known
    return (second, first) if folded(verb.text).startswith(_LOSES) else (first, second)


def _is_object(occurrence: Occurrence) -> bool:
    """Say whether somebody stands behind *gegen* or in a case that no subject has."""
    chunk = occurrence.chunk
    return chunk is not None and (chunk.preposition in _BEATEN or (chunk.determiner or "") in _OBLIQUE)
