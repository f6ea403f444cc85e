"""Of which party somebody is, and of which a noun is: *der SPD-Politiker*, *die Christdemokratin*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.referents import Referent

#: What the members of parties are called, and the parties of which the article may name one.
MEMBERS: Final = {
    "Sozialdemokrat": ("SPD", "SPÖ", "SP"),
    "Christdemokrat": ("CDU", "CVP"),
    "Christsozialer": ("CSU", "CSP"),
    "Liberaler": ("FDP", "Neos"),
    "Freidemokrat": ("FDP",),
    "Freisinniger": ("FDP",),
    "Freiheitlicher": ("FPÖ",),
    "Grünliberaler": ("GLP",),
}
_OF_PARTY_RE: Final = regex.compile(
    r"(?:Politiker(?:in)?|Mann|Frau|Abgeordnete[rn]?|Mitglied|Vertreter(?:in)?|Kandidat(?:in)?"
    r"|Bewerber(?:in)?|Kolleg(?:e|in)|(?:Stadt|Gemeinde|Kantons|National|Landes)r(?:at|ätin))s?"
)
_OF_UNION_RE: Final = regex.compile(r"Unions(?:politiker(?:in)?|abgeordnete[rn]?|mann)s?")
_BY_MEMBER: Final = {noun: frozenset(map(str.casefold, parties)) for noun, parties in MEMBERS.items()} | {
    "Demokrat": frozenset({"demokraten"}),
    "Grüner": frozenset({"grüne", "grünen", "bündnis 90/die grünen"}),
    "Linker": frozenset({"linke", "linken", "die linke"}),
    "Republikaner": frozenset({"republikaner"}),
}
"""Nouns for members of a party, and the parties in small letters of which the article may tell that somebody is."""
_ALL: Final = frozenset(party for parties in _BY_MEMBER.values() for party in parties) | frozenset(
    "afd bsw svp övp mitte evp edu lega".split()
)


def parties_of(chunk: Chunk) -> frozenset[str]:
    """Return the parties in small letters whose member a noun can mean."""
    text = chunk.nouns[-1].text
    if any(word.text.casefold().startswith("parteilos") for word in (*chunk.adjectives, chunk.nouns[-1])):
        return frozenset({"parteilos"})
    party, hyphen, kind = text.rpartition("-")
    if hyphen:
        called = next(
            (names for names in _BY_MEMBER.values() if party.casefold() in names), frozenset({party.casefold()})
        )
        return called if _OF_PARTY_RE.fullmatch(kind) is not None else frozenset()
    if _OF_UNION_RE.fullmatch(text) is not None:
        return frozenset({"cdu", "csu"})
    return _BY_MEMBER.get("" if chunk.noun is None else chunk.noun.base, frozenset())


def is_party(name: str) -> bool:
    """Say whether a word names a party: *SPD*, *Grünen*.

    >>> is_party("SPD"), is_party("Grünen"), is_party("Feuerwehr")
    (True, True, False)
    """
    return name.casefold() in _ALL


def is_of_a_party(person: Referent, parties: frozenset[str]) -> bool:
    """Say whether the article gives somebody one of some parties: *Ott (SPD)*, *SPD-Landeschef Ott*."""
    if (person.affiliation or "").casefold() in parties:
        return True
    return any(noun.rpartition("-")[0].casefold() in parties for noun in person.nouns)


def is_of_another_party(person: Referent, chunk: Chunk) -> bool:
    """Say whether a noun is of a party, and the article gives somebody another: *die Grüne*, Ida Ott (SP)."""
    parties = parties_of(chunk) if chunk.nouns else frozenset()
    return bool(parties) and not is_of_a_party(person, parties) and is_of_a_party(person, _ALL - parties)
