"""Which nouns can mean one firm, club or other body: *das Unternehmen* the Reederei, *der Chipkonzern* the Firma."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from quotetrack.lexicon import table
from quotetrack.nouns import is_medium_noun
from quotetrack.nouns.model import REMEMBERED_FORMS
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.wording import nominative_noun

KINDS: Final = tuple(
    "konzern hersteller klub club großbank grossbank autobauer versicherer discounter ligist reederei versicherung"
    " privatbank investmentbank kette bauer händler produzent zulieferer anbieter dienstleister entwickler unternehmen"
    " firma fluglinie brauerei".split()
)
"""Ends of compounds that take up a firm or club just told of."""
_KNOWN_KINDS: Final = (
    *KINDS, "gesellschaft", "airline", "flieger", "molkerei", "schmiede", "softwarehaus", "verband", "verein",
    "organisation", "hilfswerk", "anstalt",
)  # fmt: skip
"""Ends of compounds that take up a body just told of where the article has said of what kind it is."""
_FAMILIES: Final = ("Unternehmen", "Verein", "Organisation", "Sender")
_LATELY: Final = 3
_OTHERS: Final = ("ander", "zweit", "weiter", "konkurrier", "dortig", "zuständig")
"""How adjectives begin that tell one body from another."""
_RELATED: Final = ("Betreiber", "Mutter", "Tochter", "Schwester", "Dach", "Partner", "Konkurrenz", "Nachfolge")
"""How nouns begin that tell a body from another to which it belongs."""

_OF: Final = frozenset({"für", "der", "des", "von", "zum", "zur"})
_SHORT_MATTER: Final = 6
_NO_WORKS: Final = ("hilfswerk", "netzwerk", "bildungswerk", "jugendwerk", "sozialwerk", "missionswerk")
"""Ends of nouns in *-werk* for what is no firm."""


def of_one_kind(notes: Notes, context: Context, chunk: Chunk, bodies: Sequence[Referent]) -> Referent | None:
    """Return the only body of its kind, where the sentence before tells of it: *Die Chipfirma Siliquo … der Konzern*.

    A compound that tells more of it may be one that the article has not used: ``…, so der Halbleiterkonzern``.
    """
    noun = nominative_noun(chunk.nouns[-1], chunk) if chunk.is_definite else ""
    if chunk.name or chunk.is_possessive or chunk.is_plural or not noun.casefold().endswith(_KNOWN_KINDS):
        return None
    if (
        noun.startswith(_RELATED)
        or not notes.has_no_tail(context, chunk)
        or any(word.text.startswith(_OTHERS) for word in chunk.adjectives)
    ):
        return None
    families = [family for family in _FAMILIES if takes_up(family, noun)]
    named = [body for body in bodies if body.name and body.name not in body.nouns]
    alike = [body for body in named if any(takes_up(one, old) for one in families for old in body.nouns)]
    within = 1 if "Organisation" in families else _LATELY
    if len(alike) != 1 or not _is_told_before(notes, context, alike[0], within):
        return None
    alike[0].takes(chunk)
    return alike[0]


def _is_told_before(notes: Notes, context: Context, body: Referent, within: int) -> bool:
    """Say whether one of the last sentences has a body act or speak."""
    since = context.number - within
    before = (o for o in notes.occurrences if since <= o.sentence < context.number and not o.is_in_content)
    return any(o.referent.known is body and (o.is_subject or o.is_speaker) for o in before)


@lru_cache(maxsize=REMEMBERED_FORMS)
def takes_up(noun: str, earlier: str) -> bool:
    """Say whether a noun for a body or document can take up an earlier one: *Verband* for *Weltverband*."""
    small, before = noun.casefold(), earlier.casefold()
    small = small.removesuffix("ses") + "s" if small.endswith("nisses") else small
    stems = {small, small.removesuffix("s"), small.removesuffix("es"), small.removesuffix("e")}
    if before == small + "e":
        return True
    if any(before.endswith(stem) or before.removesuffix("s").endswith(stem) for stem in stems if len(stem) > 2):
        return True
    ends = {end for stem in stems for end in _general_bodies().get(stem, ())}
    if before.endswith(_NO_WORKS):
        ends -= {"werk", "werke"}
    if is_medium_noun(earlier) and not is_medium_noun(noun):
        ends.discard("agentur")  # no Behörde is the Deutsche Presse-Agentur
    forms = {before, before.removesuffix("s"), before.removesuffix("es")}  # des Ministeriums
    return any(form.endswith(end) for form in forms for end in ends)


@lru_cache(maxsize=REMEMBERED_FORMS)
def tells_its_matter(noun: str, name: str) -> bool:
    """Say whether a compound tells in one word what a name tells behind *für*, *der*, *von*.

    >>> tells_its_matter("Musikhochschule", "Hochschule für Musik"), tells_its_matter("Amt", "Amt für Statistik")
    (True, False)
    """
    words = name.split()
    place = next((place for place, word in enumerate(words) if place and word in _OF), None)
    if place is None:
        return False
    small = noun.casefold()
    stems = [_as_first_part(word.casefold()) for word in words[place + 1 :] if word[:1].isupper()]
    rests = [small.removeprefix(stem).removeprefix("s") for stem in stems if small.startswith(stem)]
    return any(rest and takes_up(rest, words[place - 1]) for rest in rests)


def _as_first_part(small: str) -> str:
    """Return a noun without the end of its plural, as compounds begin with it: finanzen, *Finanzministerium*."""
    return small.removesuffix("en") if len(small) > _SHORT_MATTER else small


@cache
def _general_bodies() -> dict[str, tuple[str, ...]]:
    return {noun: tuple(ends.split()) for noun, (ends,) in table("other_words_for_bodies").items()}
