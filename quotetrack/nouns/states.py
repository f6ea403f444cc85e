"""States by their names, capitals, people and adjectives: *Pjöngjang*, *die Peruanerin*, *nordkoreanisch*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns.model import Gender, Noun

_PEOPLE_ENDS: Final = frozenset("in erin ierin innen erinnen e en er ers ier iers".split())
_ORIGIN_ENDS: Final[tuple[tuple[str, Gender], ...]] = (
    ("e", "Masc"), ("en", "Masc"), ("er", "Masc"), ("in", "Fem"), ("ers", "Masc"), ("ier", "Masc"), ("erin", "Fem"),
    ("innen", "Fem"), ("ierin", "Fem"), ("erinnen", "Fem"), ("iers", "Masc"),
)  # fmt: skip
"""Ends of nouns for somebody of a place, the short ones first: what is before them is the longest stem then."""
_LIKE_ADJECTIVES: Final = frozenset({"deutsche", "deutschen", "deutscher"})
"""Nouns for people of a place that end as adjectives do."""
_WITHOUT_UMLAUTS: Final = str.maketrans("äöüÄÖÜ", "aouAOU")
_WOMEN_RE: Final = regex.compile(r"in(?:nen)?$")
_BY_END: Final = {
    "en": ("er", "ner", "enser"), "e": ("enser",), "el": ("ler",), "ich": ("cher",),
    "a": ("er", "enser"), "o": ("er", "eser"), "ien": ("ier",),
}  # fmt: skip
"""What the end of a place gives way to in the noun for its people: *Bremen*, Bremer; *Basel*, Basler."""
_JOINED: Final = ("er", "r", "aner", "eraner")
"""What is joined to a whole name of a place in the noun for its people."""
_ADJECTIVE_ENDS: Final = frozenset("isch ische ischer ischen ischem isches e er en em es".split()) | {""}


def state_of(name: str) -> str | None:
    """Return the state that a name of a state, capital or its genitive means.

    >>> state_of("Pjöngjang"), state_of("Südkoreas")
    ('Nordkorea', 'Südkorea')
    """
    states = _states()
    return states.get(name) or (states.get(name[:-1]) if name.endswith("s") else None)


@cache
def _states() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for state, (capital, _, _) in table("places").items():
        found[state] = state
        found.setdefault(capital, state)
    return found


def state_of_people(noun: str) -> str | None:
    """Return the state whose people a noun means.

    >>> state_of_people("Peruanerin")
    'Peru'
    """
    small = noun.casefold().replace("französin", "franzosin")  # the only stem that changes its vowel
    fitting = [
        (len(stem), state)
        for state, (_, _, stem) in table("places").items()
        if small.startswith(stem.casefold())
        if small[len(stem) :] in _PEOPLE_ENDS
        or (small.removesuffix("s") == stem.casefold() and stem.endswith(("ar", "er")))
    ]
    return max(fitting)[1] if fitting else None


@lru_cache(maxsize=4096)
def state_of_adjective(adjective: str) -> str | None:
    """Return the state that an adjective names.

    >>> state_of_adjective("nordkoreanischen")
    'Nordkorea'
    """
    small = adjective.casefold()
    for state, (_, stem, _) in table("places").items():
        if small.startswith(stem) and small[len(stem) :] in _ADJECTIVE_ENDS:
            return state
    return None


def state_of_place(place: str) -> str | None:
    """Return the state in which a city lies, or that a name means.

    >>> state_of_place("Mailand"), state_of_place("Peru"), state_of_place("Hinterwil")
    ('Italien', 'Peru', None)
    """
    known = table("cities").get(place)
    return known[0] if known is not None else state_of(place)


def is_from(noun: str, place: str) -> bool:
    """Say whether a noun means somebody of a place, by the endings that such nouns are made with.

    >>> [is_from("Münchnerin", "München"), is_from("Basler", "Basel"), is_from("Hinterwilerin", "Hinterwil")]
    [True, True, True]
    >>> is_from("Berner", "Berlin")
    False
    """
    return _singular(noun) in _inhabitants(place.translate(_WITHOUT_UMLAUTS))


@lru_cache(maxsize=4096)
def state_of_citizens(noun: str) -> str | None:
    """Return the state of the only city whose people a noun means, or an adjective of the city.

    >>> state_of_citizens("Wienerin"), state_of_citizens("Mailänder"), state_of_citizens("Hinterwilerin")
    ('Österreich', 'Italien', None)
    """
    form = _singular(noun)
    ends = [(end, "") for end in _JOINED] + [(other, end) for end, others in _BY_END.items() for other in others]
    places = {form.removesuffix(other) + end for other, end in ends if form.endswith(other)}
    states = {_folded_cities()[place] for place in places if place in _folded_cities()}
    return states.pop() if len(states) == 1 else None


@cache
def _folded_cities() -> Mapping[str, str]:
    """Return the states of cities by their names without umlauts."""
    return {city.translate(_WITHOUT_UMLAUTS): row[0] for city, row in table("cities").items()}


def _singular(noun: str) -> str:
    """Return a noun for somebody of a place in the form for a man, without umlauts: *Mailanderin*, Mailander."""
    return _WOMEN_RE.sub("", noun.translate(_WITHOUT_UMLAUTS)).removesuffix("s")


def _inhabitants(place: str) -> set[str]:
    """Return the nouns that can mean a man of a place."""
    found = {place + end for end in _JOINED}
    for end, others in _BY_END.items():
        if place.endswith(end):
            found |= {place.removesuffix(end) + other for other in others}
    return found


def people_of(small: str) -> Noun | None:
    """Return a noun for somebody of a place: *der Pole*, *die Portugiesin*; not the place: *die Ukraine*."""
    if small in _LIKE_ADJECTIVES:
        return Noun("person", small, "origin")  # die Deutsche, der Deutsche
    for end, gender in _ORIGIN_ENDS:
        if small.endswith(end) and small[: -len(end)] in _origin_stems():
            return Noun("person", small, "origin", gender, is_plural=end.endswith("innen"))
    if small.endswith("ers") and small[:-1] in _origin_stems():  # des Schweizers
        return Noun("person", small, "origin", "Masc")
    return None


@cache
def _origin_stems() -> frozenset[str]:
    return frozenset(row[2].casefold() for row in table("places").values())
