"""For how long somebody has, or had, a role that stands behind the name: *Ott, von 2009 bis 2019 Bürgermeister*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.syntax import Word

_LONGEST: Final = 5
"""So many words such a term has at most: *von Anfang 2009 bis 2019*."""
_YEAR: Final = r"(?:(?:Anfang|Mitte|Ende) )?\d{4}"
_ONCE: Final = r"(?:früher|einst|ehemals|vormals|dereinst|einmal|jahrelang|lange|zuvor)(?: selbst)?"
_YEARS: Final = r"\p{L}+ (?:Jahre|Jahrzehnte|Amtszeiten)(?: lang)?"
_OVER_RE: Final = regex.compile(rf"(?:{_ONCE}|(?:von {_YEAR} )?bis {_YEAR}|{_YEARS})")
_TERM_RE: Final = regex.compile(rf"(?:{_OVER_RE.pattern}|seit {_YEAR})")


def length_of_term(words: Sequence[Word], place: int) -> int:
    """Return how many words from a place on tell for how long somebody had a role, 0 if they tell nothing of that.

    >>> from quotetrack.spans import Span
    >>> told = "bis 2019 Präsidentin".split()
    >>> words = [Word(n, text, text, "X", {}, 0, "root", Span(0, 1)) for n, text in enumerate(told, start=1)]
    >>> length_of_term(words, 0), length_of_term(words, 1)
    (2, 0)
    """
    return next((size for size in range(_LONGEST, 0, -1) if _tells(words, place, size, _TERM_RE)), 0)


def is_over_before(words: Sequence[Word], place: int) -> bool:
    """Say whether the words before a role tell that somebody had it: *einst*, *lange Jahre*, not *seit 2019*."""
    return any(_tells(words, place - size, size, _OVER_RE) for size in range(1, min(place, _LONGEST) + 1))


def _tells(words: Sequence[Word], place: int, size: int, form: regex.Pattern[str]) -> bool:
    return form.fullmatch(" ".join(word.text for word in words[place : place + size])) is not None
