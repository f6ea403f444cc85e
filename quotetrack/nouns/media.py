"""The names of media that everybody knows, found word by word in any case: *der Augsburger Allgemeinen*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import frozen

from quotetrack.lexicon import rows
from quotetrack.nouns.inflected_names import Forms, by_first_form, in_all_cases, longest_at, words_of

_SHORTEST_ADJECTIVE: Final = 4


@frozen
class KnownMedium:
    """A medium: its name, its article if that is known, the nouns that take it up, where its name is one of a medium.

    ``told`` is empty where the name is nothing else, ``word`` for a common word, ``noun`` for one that only a noun for
    media before it tells (*die Wochenzeitung Freitag*), ``marks`` for what is a name between marks only.
    """

    name: str
    article: str
    nouns: tuple[str, ...]
    told: str
    words: tuple[str, ...]


def medium_at(forms: Sequence[str], start: int) -> KnownMedium | None:
    """Return the medium whose name begins at a place, the longest that fits, in whatever case.

    >>> medium_at(["der", "Süddeutschen", "Zeitung"], 1).name, medium_at(["die", "Zeitung"], 1)
    ('Süddeutsche Zeitung', None)
    >>> medium_at(["des", "Schwarzwälder", "Boten"], 1).name, medium_at(["Bild", "an", "dem", "Sonntag"], 0).name
    ('Schwarzwälder Bote', 'Bild am Sonntag')
    """
    return longest_at(forms, start, _by_first_form())


def is_named_between_marks(title: str) -> bool:
    """Say whether a title between quotation marks is the name of a medium, in the nominative or the genitive.

    >>> is_named_between_marks("Spiegels"), is_named_between_marks("Freitag")
    (True, False)
    """
    known = _known()
    found = known.get(title) or known.get(title.removesuffix("s"))
    return found is not None and found.told != "noun"


def known_medium(name: str) -> KnownMedium | None:
    """Return the medium of a name in the nominative, None if nobody knows it."""
    return _known().get(name)


@cache
def _known() -> dict[str, KnownMedium]:
    found = {}
    for name, article, nouns, *told in rows("media_names"):
        found[name] = KnownMedium(name, article, tuple(nouns.split(" ")), "".join(told), words_of(name))
    return found


@cache
def _by_first_form() -> dict[str, list[tuple[Forms, KnownMedium]]]:
    """Return the media by each form of their first word, with the forms of all words."""
    return by_first_form((_forms_of(one.words), one) for one in _known().values() if one.told != "marks")


def _forms_of(words: Sequence[str]) -> Forms:
    last = len(words) - 1
    return tuple(_forms(word, is_last=place == last) for place, word in enumerate(words))


def _forms(word: str, *, is_last: bool) -> frozenset[str]:
    """Return a word of a name in all cases: *Märkische*, *Märkischen*; *Anzeiger*, *Anzeigers*; *Bote*, *Boten*."""
    if is_last:
        if word.isupper():
            return frozenset({word})
        weak = {f"{word}n", f"{word}r"} if word.endswith("e") else {f"{word}s"}
        return frozenset({word} | weak | ({f"{word}es"} if word.endswith(("blatt", "funk", "dienst")) else set()))
    is_adjective = len(word) >= _SHORTEST_ADJECTIVE and word[:1].isupper()
    return frozenset({word}) | (in_all_cases(word) if is_adjective else frozenset())
