"""The words of a person's name: without titles, degrees and generations, the family name last."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.nouns import noun_of
from quotetrack.registry.spelling import folded

_GENERATIONS: Final = {
    "sen": "senior", "senior": "senior", "sr": "senior", "jun": "junior", "junior": "junior", "jr": "junior",
    "ii": "second", "iii": "third",
}  # fmt: skip
_DEGREES: Final = frozenset("mdb mdl mba phd msc bsc ma ba".split())
#: The apostrophe that marks an aspirated sound in transliterations, as in Ch'oe.
_ASPIRATED_RE: Final = regex.compile(r"(?<=ch|[kpt])['’ʼ`](?=\p{Ll})", regex.IGNORECASE)
_LONG_ENOUGH: Final = 5
_DEGREES_RE: Final = regex.compile(
    r"\bh\. ?c\.(?: ?mult\.)?|\bLL\. ?M\.|\b[BM]\. ?(?:A|Sc|Ed)\.|\bPh\. ?D\."
    r"|\b(?:rer|phil|med|jur|oec|theol|sc|techn)\.(?: ?\p{Ll}+\.)*"
    r"|\bDr\.-Ing\.|\bDipl\.-\p{Lu}\p{Ll}+\.?|\bPD\b|\bMag\.ᵃ|\b(?:Dr|Mag|Prof)\.(?:in|a)\b"
    r"|\(\p{L}[^()]*\)|\bUniv\.-Prof\.|\ba\. ?D\.|\bi\. ?R\.|\bE\. ?h\.|\b(?:OSB|OFM|SJ|MdL|MdEP|FRS)\b"
)
_VON_RE: Final = regex.compile(r"\bv\.(?= ?\p{Lu})")
_FAITH_RE: Final = regex.compile(r"\b[aeu][ld] ?din\b")
_SERVANT_RE: Final = regex.compile(r"\babd ?(?:al|ul|el|er|ar|ur|as|ed|ad)? ?(?=[a-z]{3})")


@lru_cache(maxsize=100_000)
def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without titles and generations, the family name not before a comma.

    A title is one before another word, or a degree at the end: *Steffi Graf* is no countess.

    >>> words_of("Graf Ruprecht von Drachenau"), words_of("Drachenau, Dr. Ina"), words_of("Toni Graf")
    (('ruprecht', 'von', 'drachenau'), ('ina', 'drachenau'), ('toni', 'graf'))
    """
    written = regex.split(r"\s+", _DEGREES_RE.sub(" ", _ASPIRATED_RE.sub("", in_order(name))).strip())
    while len(written) > 1 and (_is_rank(written[0]) or _is_role(written)):
        written = written[1:]
    words = folded(_VON_RE.sub("von", " ".join(written))).split()
    named = [word for word in words if word not in _GENERATIONS]
    kept = [word for place, word in enumerate(named) if word not in load("name_titles") or not _is_title(named, place)]
    return tuple(_FAITH_RE.sub("addin", _SERVANT_RE.sub("abd ", " ".join(kept or words))).split())


def in_order(name: str) -> str:
    """Return a name that is written as in a list with the given name first.

    >>> in_order("von Hagen, Silke"), in_order("Silke von Hagen, MdB")
    ('Silke von Hagen', 'Silke von Hagen, MdB')
    """
    family, comma, given = name.partition(",")
    words = folded(given).split()
    if not comma or not words or all(word in load("name_titles") or word in _GENERATIONS for word in words):
        return name
    return f"{given.strip()} {family.strip()}"


def _is_title(words: list[str], place: int) -> bool:
    """Say whether a word that can be a title is one: another word of the name follows, or it is a degree."""
    return place < len(words) - 1 or (words[place] in _DEGREES and place > 1)


def _is_rank(word: str) -> bool:
    """Say whether the first word of a name is an office: *Präsident*, *Oberst*."""
    known = noun_of(word) if len(word) > _LONG_ENOUGH else None
    return (
        known is not None and known.kind == "person" and known.field in ("politics", "police", "church", "law", "head")
    )


def _is_role(words: list[str]) -> bool:
    """Say whether the first of three words is what somebody does, for a given name follows: *Trainer Milan Horak*."""
    if len(words) < len(("role", "given", "surname")) or folded(words[1]) not in load("given_names"):
        return False
    known = noun_of(words[0]) if len(words[0]) > _LONG_ENOUGH else None
    return known is not None and known.kind == "person" and folded(words[0]) not in load("given_names")


def generation(name: str) -> str | None:
    """Return what a name says of father and son: senior, junior, the second, the third."""
    return next((_GENERATIONS[word] for word in folded(name).split()[1:] if word in _GENERATIONS), None)
