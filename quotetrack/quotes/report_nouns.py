"""Nouns that name a statement: *Angaben*, *Polizeibericht*, *Ruhlands Erkenntnisse*."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.nouns import is_person_noun
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word

_FAR: Final = 4
_OF_NAMES: Final = ("s", "’", "'")


@cache
def _report_noun_pattern() -> regex.Pattern[str]:
    nouns = sorted((regex.escape(noun.lower()) for noun in load("report_nouns")), key=len, reverse=True)
    whole = "|".join(noun.removeprefix("=") for noun in nouns)
    ends = "|".join(noun for noun in nouns if not noun.startswith("="))
    return regex.compile(rf"(?:^(?:{whole})|(?:{ends}))(?:n|en|e|s|es|er|se|sen)?$")


def is_report_noun(word: Word) -> bool:
    """Say whether a noun names a statement (*Angaben*, *Polizeibericht*)."""
    return word.upos in ("NOUN", "PROPN") and bool(_report_noun_pattern().search(word.text.lower()))


def behind_owner(context: Context, name: Word | None) -> Word | None:
    """Return the noun behind a name in the genitive: *nach Ruhlands Erkenntnissen*, *nach Wirtin Ida Kolbs Angaben*."""
    if name is None or not _is_named(name):
        return None
    behind = context.words(name.index + 1, min(name.index + _FAR, context.length))
    names = [name, *takewhile(_is_named, behind)]
    owners = (word for word in reversed(names) if word.text.endswith(_OF_NAMES) and word.upos == "PROPN")
    nouns = (context.word(owner.index + 1) for owner in owners if owner.index < context.length)
    return next((noun for noun in nouns if is_report_noun(noun)), None)


def _is_named(word: Word) -> bool:
    """Say whether a word may be part of a name: with the role in front of it."""
    return word.upos == "PROPN" or (word.upos == "NOUN" and is_person_noun(word.text))
