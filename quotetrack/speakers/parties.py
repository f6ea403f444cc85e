"""Parties that are called by a word for their members: *die Grünen*, *SPD und Linke*, *die Freien Wähler*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.party_members import MEMBERS
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way

_NAMES: Final = {"Grüne": "Grüne", "Grünen": "Grüne", "Linke": "Linke", "Linken": "Linke"}
#: What members are called whose word alone names the party.
_CALLED: Final = frozenset("Liberaler Konservativer Sozialdemokrat Christdemokrat Freisinniger Grünliberaler".split())
_OF_SEVERAL: Final = frozenset({"die", "der", "den"})
_VOTERS: Final = ("Wähler", "Wählern")


@way("party")
def party(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the party that a phrase means; *die Grüne* and *ein Linker* are members of one."""
    name = party_name(chunk) or _named_by_members(notes, chunk) or _called_by_members(chunk)
    if name is None or any(_is_member(one, name) for one in (*notes.named.values(), *notes.referents)):
        return None
    for known in notes.referents:
        if known.kind == "organisation" and known.name == name:
            known.takes(chunk)
            return known.known
    return notes.new(Referent("organisation", name, is_plural=name != "Linke"), chunk)


def party_name(chunk: Chunk) -> str | None:
    """Return the name of a party that is called by a word for its members: *von den | Grünen*."""
    if len(chunk.nouns) != 1 or chunk.name or chunk.titles or chunk.possessor:
        return None
    noun, article = chunk.nouns[0].text, chunk.determiner
    if noun in _VOTERS and chunk.adjectives and chunk.adjectives[-1].text in ("Freie", "Freien"):
        return "Freie Wähler"
    if noun not in _NAMES or chunk.adjectives:
        return None
    if article is None:
        return _NAMES[noun] if noun.endswith("e") else None
    if noun.endswith("n"):
        return _NAMES[noun] if article in _OF_SEVERAL else None
    return "Linke" if noun == "Linke" and article == "die" else None


def party_of_members(form: str) -> str | None:
    """Return the party whose members a form is of: *die | Grünen*-*Sprecherin*."""
    return _NAMES.get(form)


def _named_by_members(notes: Notes, chunk: Chunk) -> str | None:
    """Return the party of the article whose members are told of as a whole: *die Sozialdemokraten* for the SPD."""
    if len(chunk.nouns) != 1 or chunk.name or chunk.adjectives or chunk.determiner not in _OF_SEVERAL:
        return None
    if chunk.noun is None or not chunk.nouns[0].text.endswith("en"):
        return None  # der Sozialdemokrat is one of them
    names = MEMBERS.get(chunk.noun.base, ())
    named = [name for name in names if regex.search(rf"\b{name}\b", notes.text)]
    return named[0] if len(named) == 1 else None


def _called_by_members(chunk: Chunk) -> str | None:
    """Return the name of a party that an article calls only by its members: *die Liberalen*, *die Konservativen*."""
    if len(chunk.nouns) != 1 or chunk.name or chunk.adjectives or chunk.determiner not in _OF_SEVERAL:
        return None
    text = chunk.nouns[0].text
    if not chunk.is_plural or chunk.noun is None or chunk.noun.base not in _CALLED or not text.endswith("en"):
        return None
    return chunk.noun.base.removesuffix("r") if chunk.noun.base.endswith("er") else text


def _is_member(person: Referent, name: str) -> bool:
    """Say whether a woman is known as the one *Linke* of an article."""
    told = any(noun in ("Linke", "Linker") or noun.startswith(("Linken-", "Linke-")) for noun in person.nouns)
    return person.is_person and name == "Linke" and told
