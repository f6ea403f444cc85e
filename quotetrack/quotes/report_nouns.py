"""Nouns that name a statement: *Angaben*, *Polizeibericht*, *Ruhlands Erkenntnisse*."""

from __future__ import annotations

from functools import cache

import regex

from quotetrack.lexicon import load
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word


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
    """Return the noun behind a name in the genitive: *nach Ruhlands Erkenntnissen*."""
    if name is None or name.upos != "PROPN" or not name.text.endswith("s") or name.index == context.length:
        return None
    noun = context.word(name.index + 1)
    return noun if noun.upos == "NOUN" and is_report_noun(noun) else None
