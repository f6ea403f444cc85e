"""Noun phrases from their head: the branches of the tree, what stands beside them, and nothing loose at the ends."""

from __future__ import annotations

from typing import Final

from quotetrack.phrases.branches import branches
from quotetrack.phrases.neighbours import with_neighbours
from quotetrack.spans import Span
from quotetrack.syntax import Sentence, Word, span_of

_OPENING: Final = frozenset("([„‚")
_CLOSING: Final = {")": "(", "]": "[", "“": "„", "‘": "‚"}
_STRIPPED_LEFT: Final = frozenset({"ADP", "CCONJ", "ADV", "PUNCT", "SCONJ", "PART"})


def noun_phrase(
    sentence: Sentence, head: Word, limit: tuple[int, int] | None = None, *, placed: bool = False
) -> tuple[Word, ...]:
    """Return the words of the noun phrase around a head, within the given places of the sentence (first, last).

    The preposition that governs the phrase is left out, relative clauses and the verb's own adverbials too. With
    ``placed`` the phrase may say where (*die Frau am Schalter*).
    """
    first, last = limit or (1, len(sentence.words))
    own = {word.index for word in branches(sentence, head, placed) if first <= word.index <= last}
    start, end = head.index, head.index
    while start - 1 >= first and _joins(sentence, start - 1, own, -1):
        start -= 1
    while end + 1 <= last and _joins(sentence, end + 1, own, 1):
        end += 1
    start, end = with_neighbours(sentence, start, end, first, last)
    return _trimmed(sentence, start, end)


def _joins(sentence: Sentence, index: int, own: set[int], step: int) -> bool:
    """Say whether the phrase goes on at a place: with a word of its own, or punctuation with one behind it."""
    if index in own:
        return True
    word = sentence.word(index)
    beyond = index + step
    return word.upos == "PUNCT" and word.text not in (":", ";", ".") and beyond in own


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[Word, ...]:
    while start < end and _drops_left(sentence, start, end):
        start += 1
    while end > start and _drops_right(sentence, start, end):
        end -= 1
    return sentence.words[start - 1 : end]


def _drops_left(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.word(start)
    if word.text in _OPENING:
        return not any(_CLOSING.get(sentence.word(index).text) == word.text for index in range(start, end + 1))
    return word.upos in _STRIPPED_LEFT and not (word.upos == "ADV" and start == end)


def _drops_right(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.word(end)
    if word.text in _CLOSING:
        return not any(sentence.word(index).text == _CLOSING[word.text] for index in range(start, end))
    return word.upos in ("PUNCT", "CCONJ", "ADP")


def phrase_span(words: tuple[Word, ...], before: Word | None = None) -> Span:
    """Return the span of a noun phrase; the article of a contraction (*vom Sprecher*) is left out.

    ``before`` is the word in front of the phrase, which may be the other half of the contraction.
    """
    while len(words) > 1 and words[0].span in (words[1].span, before.span if before is not None else None):
        words = words[1:]
    return span_of(words)


def mention_span(sentence: Sentence, words: tuple[Word, ...]) -> Span:
    """Return the span of a noun phrase in its sentence."""
    first = words[0].index
    return phrase_span(words, sentence.word(first - 1) if first > 1 else None)
