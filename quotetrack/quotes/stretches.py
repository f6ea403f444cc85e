"""The stretch of a sentence in which a verb is looked for, before clauses are known: up to the next separators."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import is_finite
from quotetrack.quotes.verb_forms import NEVER_VERBAL_RE
from quotetrack.syntax import ACTIVE_SUBJECTS, Sentence, Word

SEPARATORS: Final = frozenset(",;:")


def stretch_around(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """Return the words around one up to the next separators, and beyond a relative clause that cuts the clause up."""
    first = last = word.index
    while first > 1 and sentence.word(first - 1).text not in SEPARATORS:
        first -= 1
    while last < len(sentence.words) and sentence.word(last + 1).text not in SEPARATORS:
        last += 1
    words = sentence.words[first - 1 : last]
    subject = sentence.child(word, ACTIVE_SUBJECTS)
    if subject is not None and words[0] == word and subject.index < first:
        return (*stretch_around(sentence, subject), *words)
    return words


def has_finite(words: tuple[Word, ...]) -> bool:
    """Say whether one of some words is an auxiliary or a finite verb."""
    return any(other.upos == "AUX" or (other.upos == "VERB" and _is_finite(other)) for other in words)


def _is_finite(word: Word) -> bool:
    """Say whether a word is a finite verb, and no adjective that a tagger takes for one: *vehement*."""
    return is_finite(word) and NEVER_VERBAL_RE.search(word.text) is None
