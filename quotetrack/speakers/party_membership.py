"""Of which party a clause tells that its subject is: *gehört der SPD an*, *sitzt für die Grünen im Rat*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.party_members import is_party

_NOT: Final = frozenset("nicht kein keine keiner nie niemals mehr ob wenn".split())
_BEING: Final = frozenset({"ist"})
_LEADING: Final = ("führt", "leitet", "vertritt")
_STANDING: Final = ("sitzt", "kandidier", "tritt", "politisier", "sprach", "spricht", "regiert", "zieht", "zog")
"""How verbs begin of who stands for a party: *kandidiert für die Grünen*."""
_AMONG: Final = frozenset({"in", "im", "bei", "beim"})


def party_of_subject(chunks: Sequence[Chunk], clause: Clause) -> str | None:
    """Return the only party of a clause, where it is told that its subject is of it."""
    inside = [chunk for chunk in chunks if chunk.head in clause.words]
    parties = [(chunk, party) for chunk in inside if (party := _party_in(chunk)) is not None]
    words = {word.text.lower() for word in clause.words}
    if len(parties) != 1 or not _NOT.isdisjoint(words):
        return None
    chunk, party = parties[0]
    return party if _is_of(chunk, clause, words) else None


def _is_of(chunk: Chunk, clause: Clause, words: set[str]) -> bool:
    finite = "" if clause.finite is None else clause.finite.text
    if chunk.preposition == "für":
        return finite.startswith(_STANDING)
    if chunk.preposition in _AMONG:
        return finite in _BEING and not words & {"zu", "gast", "thema", "umstritten"}
    if chunk.preposition is not None:
        return False
    member = "mitglied" in words and finite in _BEING and chunk.determiner in ("der", "des")
    belongs = finite.startswith("gehör") and chunk.determiner in ("der", "den") and "an" in words
    return member or belongs or (finite in _LEADING and chunk.determiner == "die")


def _party_in(chunk: Chunk) -> str | None:
    """Return the party that a phrase names, also as the first part of *SPD-Fraktion*."""
    words = (*chunk.nouns, *chunk.name)
    if len(words) != 1 or chunk.is_possessive:
        return None
    text = words[0].text
    first, hyphen, rest = text.partition("-")
    name = first if hyphen and rest.casefold().endswith("fraktion") else text
    return name if is_party(name) else None
