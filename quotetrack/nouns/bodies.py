"""The names of bodies that everybody knows, found word by word in any case: *der Deutschen Umwelthilfe*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import frozen

from quotetrack.lexicon import table
from quotetrack.nouns.inflected_names import Forms, by_first_form, in_all_cases, longest_at, words_of
from quotetrack.nouns.meanings import noun_of

_SHORTEST: Final = 4
"""A word that is inflected has no fewer letters."""
_OF_FIRMS: Final = frozenset({"Konzern", "Unternehmen"})


@frozen
class KnownBody:
    """A body: its name in the nominative, the nouns that take it up, the words of its name, the one they are of.

    ``head`` is the place of the noun in the name that tells what the body is, else of the last word.
    """

    name: str
    nouns: tuple[str, ...]
    words: tuple[str, ...]
    head: int


def body_at(forms: Sequence[str], start: int) -> KnownBody | None:
    """Return the body whose name begins at a place, the longest that fits, in whatever case.

    One of a single word is found only where the word is a common noun as well, or begins with a digit.

    >>> body_at(["der", "Deutschen", "Bahn"], 1).name, body_at(["laut", "Bahn"], 1)
    ('Deutsche Bahn', None)
    >>> body_at(["des", "Auswärtigen", "Amtes"], 1).name, body_at(["50Hertz"], 0).name
    ('Auswärtiges Amt', '50Hertz')
    """
    return longest_at(forms, start, _by_first_form())


def is_known_body(name: str) -> bool:
    """Say whether a name is one of a body that everybody knows.

    >>> is_known_body("Lufthansa"), is_known_body("Lampl")
    (True, False)
    """
    return name in table("known_bodies")


def is_region(form: str) -> bool:
    """Say whether a word is the name of a Land or a canton, by which bodies are told from others.

    >>> is_region("Niedersachsen"), is_region("Ott")
    (True, False)
    """
    return form in _REGIONS


_REGIONS: Final = frozenset(
    "Baden-Württemberg Bayern Berlin Brandenburg Bremen Hamburg Hessen Mecklenburg-Vorpommern Niedersachsen"
    " Nordrhein-Westfalen NRW Rheinland-Pfalz Saarland Sachsen Sachsen-Anhalt Schleswig-Holstein Thüringen Westfalen"
    " Westfalen-Lippe Rheinland Hannover Nordrhein Nordbayern Südbayern Oberbayern Niederbayern Oberfranken"
    " Mittelfranken Unterfranken Oberpfalz Schwaben Franken Südhessen Mittelhessen Nordhessen Osthessen Burgenland"
    " Kärnten Niederösterreich Oberösterreich Salzburg Steiermark Tirol Vorarlberg Wien Südtirol Aargau Bern"
    " Basel-Stadt Basel-Landschaft Freiburg Genf Glarus Graubünden Jura Luzern Neuenburg Nidwalden Obwalden"
    " Schaffhausen Schwyz Solothurn Thurgau Tessin Uri Waadt Wallis Zug Zürich Nord Süd Ost West".split()
)


@cache
def _by_first_form() -> dict[str, list[tuple[Forms, KnownBody]]]:
    """Return the bodies by each form of their first word, with the forms of all words."""
    return by_first_form((tuple(map(_forms, body.words)), body) for body in _known())


def _known() -> list[KnownBody]:
    found = []
    for name, (nouns,) in table("known_bodies").items():
        words = words_of(name)
        if len(words) > 1 or _is_common(name, frozenset(nouns.split())):
            found.append(KnownBody(name, tuple(nouns.split()), words, _head_of(words)))
    return found


def _is_common(name: str, nouns: frozenset[str]) -> bool:
    """Say whether the name of a firm is a common noun, too, or begins with a digit: *Bayer*, *50Hertz*."""
    noun = noun_of(name)
    common = noun is not None and noun.kind != "organisation" and bool(nouns & _OF_FIRMS)
    return common or name[:1].isdigit()


def _head_of(words: Sequence[str]) -> int:
    """Return the place of the first noun for a body, else of the last word before a preposition or an article."""
    kinds = [None if word.islower() else noun_of(word) for word in words]
    bodies = (place for place, noun in enumerate(kinds) if noun is not None and noun.kind == "organisation")
    small = next((place for place, word in enumerate(words) if place and word.islower()), len(words))
    return next(bodies, small - 1)


def _forms(word: str) -> frozenset[str]:
    """Return a word of a name in all cases: *Deutsche*, *Deutschen*; *Bund*, *Bundes*; *Ärzte*, *Ärzten*."""
    if len(word) < _SHORTEST or word.islower() or not word.isalpha() or word.isupper():
        short = {f"{word}es"} if word.istitle() and word.isalpha() else set()  # Auswärtigen Amtes
        return frozenset({word, f"{word}s"} | short if word[-1:].isalpha() and not word.islower() else {word})
    return frozenset({word, f"{word}s", f"{word}es", f"{word}n"}) | in_all_cases(word)
