"""The names of media that everybody knows, found word by word in any case: *der Augsburger Allgemeinen*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import frozen

from quotetrack.lexicon import rows

_CONTRACTIONS: Final = {"am": ("an", "dem"), "im": ("in", "dem")}
"""Words that a parser reads as two: *Bild | an | dem | Sonntag*."""
_ENDS: Final = ("e", "en", "er", "es", "em")
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
    for allowed, medium in _by_first_form().get(forms[start], ()):
        behind = forms[start : start + len(allowed)]
        if len(behind) == len(allowed) and all(form in one for form, one in zip(behind, allowed, strict=True)):
            return medium
    return None


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
        words = [part for word in name.split(" ") for part in _CONTRACTIONS.get(word, (word,))]
        found[name] = KnownMedium(name, article, tuple(nouns.split(" ")), "".join(told), tuple(words))
    return found


@cache
def _by_first_form() -> dict[str, list[tuple[tuple[frozenset[str], ...], KnownMedium]]]:
    """Return the media by each form of their first word, with the forms of all words, the longest names first."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], KnownMedium]]] = {}
    for medium in sorted(_known().values(), key=lambda one: -len(one.words)):
        if medium.told != "marks":
            last = len(medium.words) - 1
            allowed = tuple(_forms(word, is_last=place == last) for place, word in enumerate(medium.words))
            for form in allowed[0]:
                found.setdefault(form, []).append((allowed, medium))
    return found


def _forms(word: str, *, is_last: bool) -> frozenset[str]:
    """Return a word of a name in all cases: *Märkische*, *Märkischen*; *Anzeiger*, *Anzeigers*; *Bote*, *Boten*."""
    if is_last:
        if word.isupper():
            return frozenset({word})
        weak = {f"{word}n", f"{word}r"} if word.endswith("e") else {f"{word}s"}
        return frozenset({word} | weak | ({f"{word}es"} if word.endswith(("blatt", "funk", "dienst")) else set()))
    end = next((end for end in ("er", "es", "e") if word.endswith(end)), None)
    if end is None or len(word) < _SHORTEST_ADJECTIVE or not word[:1].isupper():
        return frozenset({word})
    return frozenset({word} | {word.removesuffix(end) + other for other in _ENDS})
