"""A sentence with everything the rules look at: its clauses, its marked passages, and the way back to the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.cues import CuedClauses, cued_clauses
from quotetrack.passages import END_LOST, Passage
from quotetrack.quotes.corrections import corrected
from quotetrack.quotes.known_names import with_known_names
from quotetrack.quotes.known_particles import with_known_particles
from quotetrack.spans import Span
from quotetrack.syntax import Document, Sentence, Word

_EDGE: Final = frozenset(",;:.–—-…!?")
_CLOSERS: Final = {"“": "„", "‘": "‚", ")": "(", "]": "["}


@frozen
class Placed:
    """A marked passage in a sentence: its number in the text, and its first and last word."""

    number: int
    passage: Passage
    first: int
    last: int


def is_named(placed: Placed) -> bool:
    """Say whether a passage is a name, a title or a term rather than anybody's words."""
    return placed.passage.kind not in ("quotation", "fragment", "undecided")


@frozen(slots=False)
class Context:
    """A sentence of the author: number in the document, parse, clauses, and the passages in it."""

    number: int
    sentence: Sentence
    passages: tuple[Placed, ...]
    text: str

    @cached_property
    def clauses(self) -> CuedClauses:
        """The clauses of the sentence, with their cues."""
        return cued_clauses(self.sentence)

    @property
    def length(self) -> int:
        """The number of words."""
        return len(self.sentence.words)

    def word(self, index: int) -> Word:
        """Return the word at a place counted from 1."""
        return self.sentence.words[index - 1]

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """Return the words from one place to another, both included."""
        return self.sentence.words[max(first, 1) - 1 : last]

    def separator_before(self, index: int) -> str:
        """Return the comma, colon or dash right before a word, an empty string if there is none."""
        if index <= 1:
            return ""
        before = self.word(index - 1)
        return before.text if before.upos == "PUNCT" and not before.masked else ""

    def passage_at(self, index: int) -> Placed | None:
        """Return the passage that holds a word."""
        if not self.passages:
            return None
        return next((placed for placed in self.passages if placed.first <= index <= placed.last), None)

    def within(self, first: int, last: int) -> Iterator[Placed]:
        """Yield the passages between two places."""
        return (placed for placed in self.passages if first <= placed.first and placed.last <= last)

    def trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the places without separators and final stops at the edges; None if nothing is left.

        A closing mark stays if its opening one is inside. The time before an entry of a ticker is off: *12.15 Uhr: …*.
        """
        if first == 1:
            first = self._behind_time
        while first <= last and self._drops(first, last, at_start=True):
            first += 1
        while last >= first and self._drops(last, first, at_start=False):
            last -= 1
        return (first, last) if first <= last else None

    @cached_property
    def _behind_time(self) -> int:
        """The place behind the time before an entry of a ticker, else the first: *12.15 Uhr: | Es brennt*."""
        opens = self.word(1).text.strip("+") == "" if self.sentence.words else False
        start = 2 if opens and self.length > 1 else 1
        if not self.sentence.words or not self.word(start).text[0].isdigit():
            return 1
        label = [word.text for word in self.words(start, start + 2)]
        colon = next((place for place, text in enumerate(label) if text in (":", "–", "+++")), 0)
        timed = colon > 0 and label[1] in ("Uhr", "Min.", "Minute", label[colon])
        return start + colon + 1 if timed and start + colon < self.length else 1

    def _drops(self, index: int, other: int, *, at_start: bool) -> bool:
        word = self.word(index)
        if word.masked or word.upos not in ("PUNCT", "SYM", "X"):
            return False
        if word.text in _EDGE:
            return True
        low, high = (index, other) if at_start else (other, index)
        if not word.text.strip("*"):  # emphasis, which stays if both of its marks are inside
            return sum(known.text == word.text for known in self.words(low, high)) % 2 == 1
        if at_start and word.text in _CLOSERS.values():
            closer = next(closer for closer, opener in _CLOSERS.items() if opener == word.text)
            return all(known.text != closer for known in self.words(low, high))
        if not at_start and word.text in _CLOSERS:
            return all(known.text != _CLOSERS[word.text] for known in self.words(low, high))
        return word.text in _CLOSERS or word.text in _CLOSERS.values()

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word to another."""
        words = self.words(first, last)
        return Span(words[0].span.start, max(word.span.end for word in words))

    def spans(self, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the spans of stretches of words, trimmed, empty ones dropped."""
        found = (self.trimmed(first, last) for first, last in pieces if first <= last)
        return tuple(self.span(*piece) for piece in found if piece is not None)

    def main_clauses(self) -> list[Clause]:
        """Return the main clauses with a finite verb."""
        return [clause for clause in self.clauses.all if clause.kind == "main" and clause.finite is not None]


def contexts(document: Document, passages: tuple[Passage, ...], text: str) -> tuple[Context, ...]:
    """Return the sentences of the author in order, each with the passages that stand in it.

    A passage whose end is lost is left out: its marks say nothing about the sentences in it.
    """
    authors = [sentence for sentence in document.sentences if sentence.inside is None]
    shown = with_known_names(with_known_particles([corrected(sentence) for sentence in authors]))
    found: list[Context] = []
    place = 0
    outer = [known for known in enumerate(passages) if known[1].marked.depth == 0 and known[1].reason != END_LOST]
    for number, sentence in enumerate(shown):
        placed: list[Placed] = []
        while place < len(outer) and outer[place][1].marked.span.start < sentence.span.end:
            words = [word.index for word in sentence.words if outer[place][1].marked.span.contains(word.span)]
            if words:
                placed.append(Placed(outer[place][0], outer[place][1], words[0], words[-1]))
            if outer[place][1].marked.span.end > sentence.span.end:
                break
            place += 1
        found.append(Context(number, sentence, tuple(placed), text))
    return tuple(found)
