"""Korean and Chinese names as different systems of romanisation write them.

Korean: the Revised Romanization of the South, McCune-Reischauer and its simple form in the North, and spellings out of
habit (*Choe Kyong Hui*, *Choi Kyung-hee*). Chinese: Pinyin and Wade-Giles (*Zhou Jianren*, *Chou Chien-jen*). What the
systems write in different ways is one sign here, so that two spellings agree where one name can be meant; which name is
meant it does not tell.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from quotetrack.lexicon import table

#: What the systems for Korean write for one sound, in this order.
_KOREAN: Final = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"ng", "N"), (r"sh", "s"), (r"ch|j", "c"), (r"g", "k"), (r"d", "t"), (r"b", "p"), (r"l", "r"),
        (r"(?<=h)(?:eui|ui|ee|i)", "i"), (r"eui|ui|ee|i(?!y)", "i"), (r"yeo|you|yoo|yu|yo", "yo"),
        (r"weo|woo|wo(?=n)", "wo"), (r"eo|eu|oo|ou|o|u", "o"), (r"ae|ai|ay|e", "e"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
#: Wade-Giles, without its apostrophes, and Pinyin brought together: initials first, then finals.
_WADE_GILES: Final = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"hsueh", "xue"), (r"hsien", "xian"), (r"hsieh", "xie"), (r"hs", "x"), (r"\bj", "r"), (r"ch", "c"),
        (r"tz|ts", "z"), (r"ieh", "ie"), (r"ueh", "ue"), (r"ien", "ian"), (r"(?<=[sczr]h?)ih", "i"), (r"(?<=z)u", "i"),
        (r"eh\b", "e"), (r"yen", "yan"), (r"(?<=[cxy])iung", "iung"), (r"erh", "er"),
    )
)  # fmt: skip
_PINYIN: Final = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"zh|ch|j|q", "c"), (r"(?<![a-z])c(?=[aeiou]\b|[ao])", "c"), (r"b", "p"), (r"d", "t"), (r"(?<!n)g", "k"),
        (r"ong", "ung"),
    )
)  # fmt: skip
_ONLY_PINYIN_RE: Final = regex.compile(r"zh|[qbd]|x(?!u?$)|\bg|(?<=[aeiou])g(?=[aeiou])|ong\b")
_ONLY_WADE_GILES_RE: Final = regex.compile(r"hs|t[sz]|ien\b|[iu]eh\b|ih\b|erh\b|ung\b|\bj[eu]n|\w-\p{Ll}")


@lru_cache(maxsize=100_000)
def korean(words: tuple[str, ...]) -> frozenset[str]:
    """Return what the folded words of a Korean name may stand for, nothing if it is none.

    >>> korean(("choe", "kyong", "hui")) & korean(("choi", "kyung", "hee")) == frozenset()
    False
    >>> korean(("kim", "myong", "guk")) & korean(("kim", "myong", "gil"))
    frozenset()
    """
    if not 2 <= len(words) <= 3:
        return frozenset()
    return frozenset(
        f"{surname} {_sounds(''.join(given))}"
        for family, given in ((words[0], words[1:]), (words[-1], words[:-1]))
        for surname in table("korean_surnames").get(family, ("",))[0].split()
        if _are_syllables(given)
    )


def _are_syllables(given: tuple[str, ...]) -> bool:
    """Say whether the given name has one or two syllables, as Korean ones do."""
    return len(given) == 2 or len(regex.findall(r"[aeiouy]+", given[0])) <= 2


@lru_cache(maxsize=10_000)
def _sounds(given: str) -> str:
    for pattern, sound in _KOREAN:
        given = pattern.sub(sound, given)
    return given


@lru_cache(maxsize=100_000)
def is_one_chinese_name(one: str, other: str) -> bool:
    """Say whether a name in Pinyin and one in Wade-Giles may be one name.

    >>> is_one_chinese_name("Zhou Jianren", "Chou Chien-jen"), is_one_chinese_name("Li Ping", "Li Bing")
    (True, False)
    """
    return _crosses(one, other) or _crosses(other, one)


def chinese(name: str) -> frozenset[str]:
    """Return what a name of two words may be as a Chinese one: two spellings of one name share one of these."""
    small = name.casefold()
    if len(small.split()) != 2:
        return frozenset()
    return frozenset((_syllables(small, _PINYIN), _syllables(_rewritten(small, _WADE_GILES), ())))


def _crosses(pinyin: str, wade_giles: str) -> bool:
    first, second = pinyin.casefold(), wade_giles.casefold()
    if len(first.split()) != 2 or not _ONLY_WADE_GILES_RE.search(wade_giles.replace("'", "").casefold()):
        return False
    if _ONLY_PINYIN_RE.search(second) or _ONLY_WADE_GILES_RE.search(first.replace("-", "")):
        return False
    return _syllables(first, _PINYIN) == _syllables(_rewritten(second, _WADE_GILES), ())


def _syllables(name: str, rules: tuple[tuple[regex.Pattern[str], str], ...]) -> str:
    family, _, given = _rewritten(name, rules).partition(" ")
    return f"{family} {regex.sub(r'[^a-z]', '', given)}".replace("z", "c").replace("ch", "c")


def _rewritten(name: str, rules: tuple[tuple[regex.Pattern[str], str], ...]) -> str:
    for pattern, sound in rules:
        name = pattern.sub(sound, name)
    return name
