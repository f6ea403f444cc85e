"""Who speaks together with somebody, where a tree leaves it out: *sagten Ida Ott, Wirtin in Tal, | und der Förster*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_plural_form
from quotetrack.phrases import noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.syntax import PARTICLES, Word

_CONJUNCTIONS: Final = frozenset({"und", "sowie"})
_BESIDE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "X"})
_LONGEST: Final = 12
"""What stands between somebody and the conjunction has no more words."""


def with_joined(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a mention behind its verb with those who are joined to it."""
    if clause is None or clause.finite is None or words[0].index < clause.finite.index:
        return words
    correlated = _correlated(context, words, clause)
    if correlated:
        return correlated
    is_alone = words[-1].features.get("Number") != "Plur" and not any(word.text in _CONJUNCTIONS for word in words)
    if not is_plural_form(clause.finite) or not is_alone:
        return words
    joint = _conjunction(context, words[-1].index + 1, clause)
    last = None if joint is None else _last(context, joint + 1, clause)
    return words if last is None else context.words(words[0].index, last)


def _correlated(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return both of *nicht nur Ida Ott, sondern auch Jan Kern*, *sowohl Ida Ott als auch Jan Kern*."""
    first, last = words[0].index, words[-1].index
    both = [word.text for word in context.words(last + 1, last + 2)] in (["als", "auch"], ["wie", "auch"])
    if both and context.word(max(1, first - 1)).text.lower() == "sowohl":
        end = _last(context, last + 3, clause) if last + 3 <= context.length else None
        return () if end is None else context.words(first - 1, end)
    opening = [word.text for word in context.words(first - 2, first - 1)]
    behind = [word for word in context.words(last + 1, last + 3) if word.text != ","]
    if opening != ["nicht", "nur"] or [word.text for word in behind[:2]] not in (["sondern", "auch"], ["auch"]):
        return ()
    start = next(word.index for word in behind if word.text == "auch") + 1
    end = _last(context, start, clause)
    return () if end is None else context.words(first - 2, end)


def _conjunction(context: Context, start: int, clause: Clause) -> int | None:
    """Return the place of the conjunction to which nothing leads but attributes and appositions."""
    for word in context.words(start, min(start + _LONGEST, clause.end)):
        if word.text in _CONJUNCTIONS:
            return word.index
        if word.masked or word.relation in PARTICLES or not (word.upos in _BESIDE or word.text in (",", "(", ")")):
            return None
    return None


def _last(context: Context, start: int, clause: Clause) -> int | None:
    """Return the last word of the phrase that begins at a place, None if none does."""
    for word in context.words(start, clause.end):
        if word.upos in ("NOUN", "PROPN") and not word.masked:
            phrase = noun_phrase(context.sentence, word, (start, clause.end))
            return phrase[-1].index if phrase[0].index == start else None
        if word.upos not in ("DET", "ADJ", "NUM"):
            return None
    return None
