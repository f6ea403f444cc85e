"""Word lists: text files in ``quotetrack/lexicons``, one entry a line, headed by what belongs in them.

A file begins with a paragraph of ``#`` lines that says what belongs in the list and where it comes from.
Further ``#`` lines may head groups of entries. An entry is a word or phrase; in a mapping it is followed by
``=`` and a value. Lists are read when they are first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from quotetrack.errors import LexiconError

_COMMENT = "#"
_EQUALS = "="


@cache
def load(name: str) -> frozenset[str]:
    """Return the entries of a word list.

    Raises:
        LexiconError: if there is no such list, or it lacks a heading or entries, or has an empty or
            repeated entry.

    >>> "Motto" in load("naming_nouns")
    True
    """
    return frozenset(load_ordered(name))


@cache
def load_ordered(name: str) -> tuple[str, ...]:
    """Return the entries of a word list in the order of the file.

    Raises:
        LexiconError: as `load` does.
    """
    return tuple(entries(_lines(name), name))


@cache
def load_mapping(name: str) -> Mapping[str, str]:
    """Return the entries of a list with values, in the order of the file.

    Raises:
        LexiconError: as `load` does, and for an entry without a value.
    """
    return MappingProxyType(dict(pairs(_lines(name), name)))


def entries(lines: Iterable[str], name: str) -> Iterator[str]:
    """Yield the entries of a list given as lines, checked.

    Raises:
        LexiconError: for a list without heading or entries, and for an empty or repeated entry.

    >>> list(entries(["# Farben", "rot", "blau"], "colours"))
    ['rot', 'blau']
    """
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        entry = line.strip()
        if number == 1 and not entry.startswith(_COMMENT):
            message = f"the list {name!r} does not begin by saying what belongs in it"
            raise LexiconError(message, line=number)
        if entry.startswith(_COMMENT):
            continue
        yield _new(entry, seen, name, number)
    if not seen:
        message = f"the list {name!r} has no entries"
        raise LexiconError(message)


def pairs(lines: Iterable[str], name: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a list with their values, checked.

    Raises:
        LexiconError: as `entries` does, and for an entry without a value.

    >>> list(pairs(["# Verben und ihr Medium", "sagen = speech"], "media"))
    [('sagen', 'speech')]
    """
    seen: set[str] = set()
    for entry in entries(lines, name):
        key, equals, value = (part.strip() for part in entry.partition(_EQUALS))
        if not equals or not value:
            message = f"the entry {entry!r} of the list {name!r} has no value"
            raise LexiconError(message)
        yield _new(key, seen, name, None), value


def _new(entry: str, seen: set[str], name: str, number: int | None) -> str:
    if not entry:
        message = f"the list {name!r} has an empty entry"
        raise LexiconError(message, line=number)
    if entry in seen:
        message = f"the list {name!r} has the entry {entry!r} twice"
        raise LexiconError(message, line=number)
    seen.add(entry)
    return entry


def _lines(name: str) -> list[str]:
    file = files("quotetrack") / "lexicons" / f"{name}.txt"
    if not file.is_file():
        message = f"there is no list {name!r}"
        raise LexiconError(message)
    return file.read_text(encoding="utf-8").splitlines()
