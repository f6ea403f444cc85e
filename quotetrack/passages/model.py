"""What a marked passage is, and why."""

from __future__ import annotations

from typing import Final, Literal

from attrs import field, frozen

from quotetrack.quotation_marks import MarkedPassage
from quotetrack.spans import Span

Kind = Literal[
    "quotation",
    "fragment",
    "undecided",
    "title",
    "name",
    "nickname",
    "medium",
    "motto",
    "term",
    "irony",
    "emphasis",
    "sign",
]
"""``quotation``: a sentence or clause that somebody said; ``fragment``: words of somebody within a sentence;
``undecided``: words set apart, somebody's or ironical, with nothing around them that reports speech; ``title`` of a
work, ``name``, ``nickname``, ``medium``, ``motto``; ``term``: an expression spoken about, so-called, or translated;
``irony``: a word the author does not mean; ``emphasis``: wiki italics; ``sign``: marks around no word at all."""

Verdict = tuple[Kind, tuple[Span, ...]]
"""A class, with the stretches of text that speak for it."""

QUOTATIONS: Final = frozenset({"quotation", "fragment"})
NAMES: Final = frozenset({"title", "name", "nickname", "medium", "motto"})


@frozen
class Passage:
    """A marked passage with its class, the rule that decided, and the stretches of text that the rule went by."""

    marked: MarkedPassage
    kind: Kind
    reason: str
    evidence: tuple[Span, ...] = field(default=(), kw_only=True)

    @property
    def is_quotation(self) -> bool:
        """Say whether somebody said it."""
        return self.kind in QUOTATIONS

    @property
    def is_name(self) -> bool:
        """Say whether it names something: a work, a person, a medium."""
        return self.kind in NAMES
