"""Names of several words found in whatever case: each word in all its forms, by the forms of the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

Named = TypeVar("Named")
Forms = tuple[frozenset[str], ...]
"""What each word of a name may look like."""

_CONTRACTIONS: Final = {"am": ("an", "dem"), "im": ("in", "dem")}
"""Words that a parser reads as two: *Bild | an | dem | Sonntag*."""
_ENDS: Final = ("e", "en", "er", "es", "em")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as a parser reads them.

    >>> words_of("Bild am Sonntag")
    ('Bild', 'an', 'dem', 'Sonntag')
    """
    return tuple(part for word in name.split(" ") for part in _CONTRACTIONS.get(word, (word,)))


def in_all_cases(word: str) -> frozenset[str]:
    """Return a word with the endings that an adjective may have instead of its own, none where it has no such ending.

    >>> sorted(in_all_cases("Deutsche"))
    ['Deutsche', 'Deutschem', 'Deutschen', 'Deutscher', 'Deutsches']
    """
    end = next((end for end in ("er", "es", "e") if word.endswith(end)), None)
    return frozenset() if end is None else frozenset(word.removesuffix(end) + other for other in _ENDS)


def by_first_form(entries: Iterable[tuple[Forms, Named]]) -> dict[str, list[tuple[Forms, Named]]]:
    """Return names by each form of their first word, the longest first."""
    found: dict[str, list[tuple[Forms, Named]]] = {}
    for allowed, named in sorted(entries, key=lambda entry: -len(entry[0])):
        for form in allowed[0]:
            found.setdefault(form, []).append((allowed, named))
    return found


def longest_at(forms: Sequence[str], start: int, known: Mapping[str, Sequence[tuple[Forms, Named]]]) -> Named | None:
    """Return whatever bears the longest of the names that begin at a place."""
    for allowed, named in known.get(forms[start], ()):
        behind = forms[start : start + len(allowed)]
        if len(behind) == len(allowed) and all(form in one for form, one in zip(behind, allowed, strict=True)):
            return named
    return None
