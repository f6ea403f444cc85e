"""The words of a quotation made ready for comparing: folded, numbers as digits, stems of what carries meaning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import regex
from attrs import frozen

from quotetrack.lexicon import load
from quotetrack.records import GAP, Record
from quotetrack.registry.spelling import folded

_TOKEN_RE: Final = regex.compile(r"\p{N}+(?:[.,’ ]\p{N}{3}(?!\p{N}))+|\p{N}+(?:,\p{N}+)?|[\p{L}\p{M}]+")
#: Written as a noun: a capital that does not open the sentence.
_NOUN_RE: Final = regex.compile(r"(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}\p{M}]+")
_SEPARATOR_RE: Final = regex.compile(r"[.,’ ](?=\p{N}{3}(?!\p{N}))")
_STEM: Final = 6
_UNITS: Final = "ein zwei drei vier fuenf sechs sieben acht neun".split()
_TEENS: Final = "zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS: Final = "zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig".split()
#: Words that turn a statement round, by their beginnings.
_NEGATION_RE: Final = regex.compile(
    r"nicht|nichts|nie|niemals|niemand(?:e[mns])?|nirgend\p{L}*|weder|kein(?:e[mnrs]?)?|keinesfalls|keineswegs"
)
_STOPWORDS: Final = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber dass ob zu im in an am auf aus bei mit"
    " von vom fuer ueber unter nach vor um als wie wenn weil so auch nur noch nicht es er sie wir ihr ich man sich uns"
    " ihn ihm ihnen ihre ihren ihrer sein seine seinen seiner unser unsere unserer unserem unseren mein meine meinen"
    " ist sind war waren sei seien wird werde werden wurde wurden worden hat haben habe habt hatte haetten waere wuerde"
    " kann koenne koennen soll solle sollen will wolle wollen muss muesse muessen darf duerfe duerfen dies diese dieser"
    " dieses diesen diesem bis zum zur".split()
)


@frozen
class Wording:
    """The words of a quotation as they are compared, and the stems of those that are written as nouns."""

    words: tuple[str, ...]
    nouns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, record: Record) -> Wording:
        """Return the wording of a record's quotation.

        The conjunction that opens an indirect one is left out, and from a whole reported sentence its speaker and cue.
        """
        found = cls.of_text(record.text.replace(GAP.strip(), " "))
        words = found.words
        if record.type == "direct":
            return found
        if words and words[0] in ("dass", "ob"):
            words = words[1:]
        if record.type not in ("indirect", "mixed"):
            frame = _announcing(record)
            words = tuple(word for word in words if word not in frame)
        return cls(words, found.nouns)

    @classmethod
    def of_text(cls, text: str) -> Wording:
        """Return the wording of a text.

        Numbers are digits, so that *zwölf* and *12* are one and *5 Millionen* is not *7 Millionen*.

        >>> Wording.of_text("„Zwölf Brücken“, 2.000 Meter, 1,5 Grad").words
        ('12', 'bruecken', '2000', 'meter', '1,5', 'grad')
        """
        return cls(split(text), frozenset(found for noun in _NOUN_RE.findall(text) if (found := stem(_word(noun)))))


def _announcing(record: Record) -> frozenset[str]:
    """Return the words that say who speaks."""
    speaker = record.speaker
    named = "" if speaker is None else f"{speaker.mention} {speaker.name or ''}"
    return frozenset(split(f"{named} {record.cue.text if record.cue is not None else ''}"))


def occasion(record: Record, whole: Record | None) -> frozenset[str]:
    """Return the stems around a fragment: those of the record that holds it, else of its frame, without the speaker."""
    around = whole.text if whole is not None else record.frame.text if record.frame is not None else ""
    said = frozenset(split(record.text))
    return content(tuple(word for word in split(around) if word not in _announcing(record) | said))


def split(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, with numbers as digits."""
    return tuple(word for token in _TOKEN_RE.findall(text) if (word := _word(token)))


@lru_cache(maxsize=200_000)
def _word(token: str) -> str:
    if token[0].isnumeric():
        return _SEPARATOR_RE.sub("", token)
    word = folded(token).replace(" ", "")
    return numerals().get(word, word)


@cache
def numerals() -> Mapping[str, str]:
    """Return the German words for whole numbers below one hundred, folded, with their digits.

    *ein* is an article far more often than a number, and is not among them.

    >>> numerals()["dreiundzwanzig"], numerals()["zwoelf"]
    ('23', '12')
    """
    found = {word: str(value) for value, word in enumerate((*_UNITS, *_TEENS), start=1)}
    for ten, word in enumerate(_TENS, start=2):
        found[word] = str(ten * 10)
        for unit, before in enumerate(_UNITS, start=1):
            found[f"{before}und{word}"] = str(ten * 10 + unit)
    del found["ein"]
    return {**found, "hundert": "100", "einhundert": "100", "tausend": "1000", "eintausend": "1000"}


def is_number(word: str) -> bool:
    """Say whether a word of a quotation is a number."""
    return word[0].isnumeric()


@lru_cache(maxsize=200_000)
def is_negation(word: str) -> bool:
    """Say whether a word turns a statement round: *nicht*, *keine*, *niemand*."""
    return _NEGATION_RE.fullmatch(word) is not None


@lru_cache(maxsize=200_000)
def stem(word: str) -> str | None:
    """Return the beginning of a word that carries meaning, None of one that does not.

    >>> stem("verteidigen"), stem("verteidigung"), stem("dass")
    ('vertei', 'vertei', None)
    """
    if word in _STOPWORDS or (len(word) < 3 and not is_number(word)):
        return None
    return word[:_STEM]


@lru_cache(maxsize=8_192)
def content(words: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(found for word in words if (found := stem(word)) is not None)


def is_stock_phrase(words: tuple[str, ...]) -> bool:
    """Say whether somebody may say the same words again and again without meaning the same: *Kein Kommentar*."""
    return " ".join(words) in load("stock_phrases")
