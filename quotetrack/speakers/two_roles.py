"""Whether what is told of two is of two people: two trades or posts, of which nobody has both at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.role_fit import GENERAL_FIELDS, OFFICES, PROFESSIONS

OF_ANYBODY: Final = GENERAL_FIELDS - {"relation", "family"}
_TITLES: Final = frozenset({"Pater", "Frater"})
"""What monks are called, whatever their office."""
TRIED: Final = frozenset("Angeklagter Beschuldigter Kläger Täter Verdächtiger Zeuge".split())
SITUATED: Final = TRIED | frozenset(
    "Anrufer Anwohner Bauherr Beklagter Besucher Betroffener Bewerber Demonstrant Finder Gast Geretteter Gewinner"
    " Kandidat Mieter Nebenkläger Opfer Redner Retter Sieger Sitzungsleiter Teilnehmer Verlierer Versammlungsleiter"
    " Vorsitzender Ausschussvorsitzender Zuschauer Zuhörer".split()
)
"""Nouns for what somebody is here and now, whatever the trade."""
_OF_STAGES: Final = frozenset({"arts", "media"})
"""Fields in which the news tell trades side by side: *die Intendantin*, *die Dramaturgin*."""
_HEADS: Final = frozenset(
    "Leiter Leiterin Chef Chefin Inhaber Inhaberin Besitzer Besitzerin Betreiber Betreiberin Eigentümer Eigentümerin"
    " Gründer Gründerin Vorsitzender Vorsitzende Vorstand Obmann Obfrau Sprecher Sprecherin Meister Meisterin".split()
)
"""Nouns for whoever heads something, which may be one of any trade: *die Bäckerin*, *die Inhaberin der Bäckerei*."""


def are_two_roles(nouns: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether nouns tell two roles, none of which is another word for the other: *Angeklagte*, *Witwe*."""
    ones, twos = (
        [one for one in told if one not in _TITLES and (noun := noun_of(one)) and noun.field not in OF_ANYBODY]
        for told in (nouns, others)
    )
    return bool(ones and twos) and not any(
        is_same_role(one, two) or is_other_word_for(one, two) or is_other_word_for(two, one)
        for one in ones
        for two in twos
    )


def are_two_trades(nouns: Sequence[str], others: Sequence[str], *, of_any_field: bool = False) -> bool:
    """Say whether who is called by a trade or a post is no bearer of another: *der Trainer*, *der Sportdirektor*.

    Not where one of the two only tells what somebody is here and now (*die Klägerin*), or that they head something.

    >>> are_two_trades(["Trainer"], ["Sportdirektor"]), are_two_trades(["Klägerin"], ["Lehrerin"])
    (True, False)
    >>> are_two_trades(["Bäckerin"], ["Inhaberin"]), are_two_trades(["Klägerin"], ["Richterin"])
    (False, True)
    """
    known = [noun for text in (*nouns, *others) if (noun := noun_of(text)) is not None]
    if any(noun.base in TRIED for noun in known):
        return is_of_court(nouns) != is_of_court(others)
    if any(noun.base in SITUATED | PROFESSIONS for noun in known):
        return False
    ones, twos = ([one for one in told if one not in _HEADS] for told in (nouns, others))
    return are_two_roles(ones, twos) and (
        of_any_field or any(_are_side_by_side(one, two) for one in ones for two in twos)
    )


def _are_side_by_side(one: str, two: str) -> bool:
    """Say whether two nouns are of one field or of two offices: a farmer may well be the *Präsidentin* of farmers."""
    known, other = noun_of(one), noun_of(two)
    if known is None or other is None:
        return False
    fields = {known.field, other.field}
    return len(fields) == 1 or fields <= OFFICES or fields <= _OF_STAGES


def fits_anybody(nouns: Sequence[str]) -> bool:
    """Say whether nouns tell no role: *der Mann*, *die 41-Jährige*."""
    return not any((noun := noun_of(text)) is not None and noun.field not in OF_ANYBODY for text in nouns)


def is_of_court(nouns: Sequence[str]) -> bool:
    """Say whether somebody is of a court or the police, who speak of whom a report begins with: *der Verteidiger*."""
    known = [noun for text in nouns if (noun := noun_of(text)) is not None]
    return any(noun.field in ("law", "police") and noun.base not in TRIED for noun in known)


def is_beside_any_trade(nouns: Sequence[str], trade: Chunk) -> bool:
    """Say whether somebody is only called by what they are here, and a trade is not of those who speak of them."""
    known = [noun for text in nouns if (noun := noun_of(text)) is not None]
    is_here = bool(known) and all(noun.base in SITUATED or noun.field == "age" for noun in known)
    own = trade.noun
    tried = any(noun.base in TRIED for noun in known)
    return is_here and not (tried and own is not None and own.field in ("law", "police", "family"))
