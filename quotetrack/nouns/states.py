"""States by their names, capitals, people and adjectives: *Pjöngjang*, *die Peruanerin*, *nordkoreanisch*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from quotetrack.lexicon import table
from quotetrack.nouns.model import Gender, Noun

_PEOPLE_ENDS: Final = frozenset("in erin ierin innen erinnen e en er ers ier".split())
_ORIGIN_ENDS: Final[tuple[tuple[str, Gender], ...]] = (
    ("e", "Masc"), ("en", "Masc"), ("er", "Masc"), ("in", "Fem"), ("ers", "Masc"), ("ier", "Masc"), ("erin", "Fem"),
    ("innen", "Fem"), ("ierin", "Fem"), ("erinnen", "Fem"),
)  # fmt: skip
"""Ends of nouns for somebody of a place, the short ones first: what is before them is the longest stem then."""
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
        if small[len(stem) :] in _PEOPLE_ENDS or (small == stem.casefold() and stem.endswith(("ar", "er")))
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


def people_of(small: str) -> Noun | None:
    """Return a noun for somebody of a place: *der Pole*, *die Portugiesin*; not the place: *die Ukraine*."""
    for end, gender in _ORIGIN_ENDS:
        if small.endswith(end) and small[: -len(end)] in _origin_stems():
            return Noun("person", small, "origin", gender, is_plural=end.endswith("innen"))
    return None


@cache
def _origin_stems() -> frozenset[str]:
    return frozenset(row[2].casefold() for row in table("places").values())
