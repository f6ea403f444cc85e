"""How names are written: which short form can stand for which full one, and what bodies and media are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import regex

from quotetrack.nouns import is_medium_noun, noun_of

#: How broadcasters and sites are called; a short name in -24 or with a domain is no firm that speaks for itself.
_MEDIUM_RE: Final = regex.compile(
    r"(?:\p{L}24|TV\d?|(?<=[\p{L}\d])(?:News|Info|Online|Press|Post|Times|Today|Herald|Tribune))$"
    r"|\.(?:de|at|ch|com|net|org)$|^TV"
)
_REMEMBERED: Final = 1 << 14
"""So many pairs of names are remembered, which an article compares again and again."""
_WITH_ARTICLE_RE: Final = regex.compile(r"(?:al|el|ad|as|ash|at|ben|bin|d’|d')[-’']?\p{Lu}")
_ACRONYM_RE: Final = regex.compile(r"\p{Lu}{2,6}|\p{Lu}\p{Ll}?\p{Lu}|GmbH|e\.V\.|AG|SE|VfR|VfL|TuS|VfB")
_SHORTEST_FIRST: Final = 3
"""The first part of a compound is no shorter."""
FUNCTION_WORDS: Final = frozenset(
    "letzterer letztere ersterer erstere der die das ein eine er sie es wir ich und so auch nicht wie dass sowohl"
    " weder sondern weiteres näheres genaueres jener jene jenes jenem dieser diese dieses".split()
)
"""Words that are no names, however they are tagged."""


AFFECTED_RE: Final = regex.compile(
    r"(?:\p{L}*[Gg]e\p{L}+(?:te|ene|ne)|\p{L}+ierte|(?:Be|Er|Ver|Ent|Zer|Über|Unter)\p{L}{3,}(?:te|ene))[nrm]?"
)
"""Participles for those to whom something has been done: *der Gescholtene*."""


def looks_like_name(form: str) -> bool:
    """Say whether a form is written as names are: with a capital, or with an article of Arabic before one."""
    return form[:1].isupper() or _WITH_ARTICLE_RE.match(form) is not None


def without_genitive(name: str, known: Iterable[str]) -> str:
    """Return a name without the *s* of its genitive, if the article has it without.

    >>> without_genitive("Quasts", {"Bertram Quast"})
    'Quast'
    """
    if name.endswith("s") and any(_stands_for(name[:-1], full) for full in known):
        return name[:-1]
    return name.rstrip("’'") if name.endswith(("’", "'")) else name


def _stands_for(short: str, full: str) -> bool:
    return fit(short, full) > 0


@lru_cache(maxsize=_REMEMBERED)
def fit(short: str, full: str) -> int:
    """Return how well a short form fits a full name: 4 the same, 3 its end, 2 its start, 1 its middle, 0 not at all.

    >>> fit("Quintero", "Alonso Quintero Baeza"), fit("Roth", "Fabio Bernasconi-Roth")
    (1, 0)
    """
    if short.casefold() == full.casefold():
        return 4
    parts, whole = short.casefold().split(), full.casefold().split()
    size = len(parts)
    if not size or size >= len(whole):
        return 0
    if whole[-size:] == parts:
        return 3
    if whole[:size] == parts:
        return 2
    return int(any(whole[place : place + size] == parts for place in range(1, len(whole) - size)))


def is_acronym(word: str) -> bool:
    """Say whether a word is one of capitals, as bodies have them.

    >>> is_acronym("HSG"), is_acronym("Lund")
    (True, False)
    """
    return _ACRONYM_RE.fullmatch(word) is not None


def are_initials(letters: str, name: str) -> bool:
    """Say whether letters are the first ones of all words of a name that has several, parts of compounds among them.

    >>> are_initials("DFB", "Deutscher Fußball-Bund"), are_initials("BfN", "Bundesamt für Naturschutz")
    (True, True)
    >>> are_initials("GEW", "Gewerkschaft Erziehung und Wissenschaft")
    True
    >>> are_initials("DWD", "Deutscher Wetterdienst"), are_initials("DFB", "Deutscher Wetterdienst")
    (True, False)
    """
    parts = [part for part in regex.split(r"[ -]", name) if part]
    return _begin(letters, parts) or _begin(letters, [part for part in parts if not part.islower()])


def _begin(letters: str, parts: Sequence[str]) -> bool:
    """Say whether letters are the first ones of the parts of a name."""
    firsts = "".join(part if part.isupper() else part[0] for part in parts).casefold()  # FCU, the FC Uferstadt
    wanted = letters.casefold()
    return len(parts) > 1 and (wanted == firsts or (wanted[:-1] == firsts and _has_inner(parts[-1], wanted[-1])))


def _has_inner(compound: str, letter: str) -> bool:
    """Say whether a noun in which a compound ends begins with a letter: *Gewerkschafts|bund*, *Wetter|dienst*."""
    small = compound.casefold()
    ends = (small[place:] for place in range(_SHORTEST_FIRST, len(small) - 2) if small[place] == letter)
    return any((noun := noun_of(end.capitalize())) is not None and noun.base.casefold() == end for end in ends)


def is_medium_name(name: str) -> bool:
    """Say whether the last word of a name is one of a medium.

    >>> is_medium_name("Küste24"), is_medium_name("TV5News"), is_medium_name("Lund")
    (True, True, False)
    """
    last = name.rsplit(" ", 1)[-1]
    return is_medium_noun(last) or _MEDIUM_RE.search(last) is not None


def without_s(name: str) -> str:
    """Return a name without the *s* of its genitive."""
    if name.endswith(("’", "'")):
        return name[:-1]
    return name[:-1] if name.endswith("s") and len(name) > 4 and not name.endswith("ss") else name


def without_genitive_form(name: str, names: set[str]) -> str:
    """Return a full name without its genitive *s* if it is there without it, too."""
    return name[:-1] if name.endswith("s") and name[:-1] in names else name
