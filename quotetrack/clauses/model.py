"""Clauses of a sentence, and the drafts that they are made of."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from attrs import define, frozen

from quotetrack.spans import Span
from quotetrack.syntax import Sentence, Word

ClauseKind = Literal["main", "verb_first", "subordinate", "relative", "infinitive", "fragment", "quotation"]


@frozen
class Clause:
    """A clause without the clauses it embeds.

    ``words`` are its own words with commas and other separators left out. ``opener`` is the conjunction, relative or
    interrogative pronoun that opens it, ``finite`` its finite verb, ``parent`` the number of the clause it depends on
    as far as the surface tells. ``marked`` are the places of its words between quotation marks.
    """

    number: int
    kind: ClauseKind
    words: tuple[Word, ...]
    opener: Word | None
    finite: Word | None
    parent: int | None
    marked: frozenset[int] = frozenset()

    @property
    def start(self) -> int:
        """The index of its first word."""
        return self.words[0].index

    @property
    def end(self) -> int:
        """The index of its last word."""
        return self.words[-1].index

    @property
    def span(self) -> Span:
        """The span from its first word to its last, with whatever it embeds."""
        return Span(self.words[0].span.start, max(word.span.end for word in self.words))

    def opens_with(self, *forms: str) -> bool:
        """Say whether its opener is one of the given small words."""
        return self.opener is not None and self.opener.text.lower() in forms


@define
class Draft:
    """A clause in the making: its words so far, what opens it, its finite verb, the draft it depends on."""

    kind: ClauseKind
    words: list[Word]
    opener: Word | None = None
    finite: Word | None = None
    parent: int | None = None

    def frozen(self, number: int, places: dict[int, int], marked: frozenset[int]) -> Clause:
        """Return the clause, given the numbers of all drafts and the words between marks."""
        parent = None if self.parent is None else places[self.parent]
        own = frozenset(word.index for word in self.words if word.index in marked) if marked else marked
        return Clause(number, self.kind, tuple(self.words), self.opener, self.finite, parent, own)


@frozen(slots=False)
class Clauses:
    """The clauses of a sentence, and for each word the clause it belongs to."""

    sentence: Sentence
    all: tuple[Clause, ...]

    @cached_property
    def _owner(self) -> dict[int, int]:
        return {word.index: clause.number for clause in self.all for word in clause.words}

    def of(self, word: Word) -> Clause | None:
        """Return the clause that owns the word; separators belong to none."""
        number = self._owner.get(word.index)
        return None if number is None else self.all[number]

    def before(self, clause: Clause) -> Clause | None:
        """Return the clause that owns the last word before the clause begins."""
        for index in range(clause.start - 1, 0, -1):
            if index in self._owner:
                return self.all[self._owner[index]]
        return None
