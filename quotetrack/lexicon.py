"""Word lists: files with a heading that says what belongs in them, read once and checked.

A list is a text file in ``lexicons``. Its first lines begin with ``#`` and say what belongs in it and where it comes
from; further such lines may head groups of entries. Every other line is an entry, its columns set apart by tabs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from quotetrack.errors import LexiconError


@cache
def load(name: str) -> frozenset[str]:
    """Return the first column of a list.

    Raises:
        LexiconError: if there is no such list, or an entry is empty or repeated.

    >>> "zeigen" in load("knowledge_verbs")
    True
    """
    return frozenset(entry[0] for entry in rows(name))


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return a list as a mapping from its first column to the others.

    Raises:
        LexiconError: if there is no such list, or an entry is empty or repeated.

    >>> table("reporting_verbs")["sagen"]
    ('dviz', 'speech')
    """
    return MappingProxyType({entry[0]: entry[1:] for entry in rows(name)})


@cache
def pairs(name: str) -> Mapping[tuple[str, str], str]:
    """Return a list of three columns as a mapping from the first two to the third.

    Raises:
        LexiconError: if there is no such list, an entry is empty or repeated, or has not three columns.

    >>> pairs("light_verbs")["ansicht", "vertreten"]
    'speech_or_thought'
    """
    found: dict[tuple[str, str], str] = {}
    for number, entry in _numbered(name):
        if len(entry) != 3 or entry[:2] in found:
            message = f"{name}.txt: {entry!r} is repeated or has not three columns"
            raise LexiconError(message, line=number)
        found[entry[0], entry[1]] = entry[2]
    return MappingProxyType(found)


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of a list, each as its columns.

    Raises:
        LexiconError: if there is no such list, or an entry is empty or its first column repeated.
    """
    seen: set[str] = set()
    found: list[tuple[str, ...]] = []
    for number, entry in _numbered(name):
        if entry[0] in seen:
            message = f"{name}.txt: {entry[0]!r} is there twice"
            raise LexiconError(message, line=number)
        seen.add(entry[0])
        found.append(entry)
    return tuple(found)


def _numbered(name: str) -> list[tuple[int, tuple[str, ...]]]:
    source = resources.files("quotetrack").joinpath("lexicons", f"{name}.txt")
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        message = f"there is no list {name!r}"
        raise LexiconError(message) from error
    if not lines or not lines[0].startswith("#"):
        message = f"{name}.txt does not begin by saying what belongs in it"
        raise LexiconError(message, line=1)
    found = []
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        entry = tuple(line.split("\t"))
        if not (line.isalnum() or all(column.strip() == column and column for column in entry)):
            message = f"{name}.txt: an entry is empty or has spaces at its edge: {line!r}"
            raise LexiconError(message, line=number)
        found.append((number, entry))
    if not found:
        message = f"{name}.txt has no entries"
        raise LexiconError(message)
    return found
