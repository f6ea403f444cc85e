"""A marked passage with the text around it, read once for all rules: words, neighbours, the rest of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.lexicon import load
from quotetrack.quotation_marks import MarkedPassage
from quotetrack.spans import Span

WINDOW: Final = 300
"""How many characters of its sentence are looked at on either side of a passage."""

_WORD: Final = regex.compile(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.&/](?=[\p{L}\p{N}]))*+")
_SENTENCE_START: Final = regex.compile(
    r"(?<!\b(?:\p{L}|\d{1,2}|Dr|Prof|St|Nr|Mio|Mrd|bzw|ca|geb))[.!?…]\s++(?=[\p{Lu}\p{N}\p{Pi}\p{Ps}\"«»])|[\r\n]"
)
_SENTENCE_OPENERS: Final = frozenset(
    {
        "Der",
        "Die",
        "Das",
        "Ein",
        "Eine",
        "Im",
        "In",
        "Am",
        "Als",
        "Auf",
        "Von",
        "Mit",
        "Bei",
        "Zum",
        "Zur",
        "Den",
        "Dem",
        "Unter",
    }
)
_ARTICLES: Final = frozenset(
    {"ein", "eine", "einen", "einem", "einer", "den", "dem", "der", "die", "das", "seine", "seiner"}
)
_LINE_ENDS: Final = frozenset("\r\n")


@frozen
class Token:
    """A word of the text and where it stands."""

    text: str
    span: Span

    @property
    def is_capitalised(self) -> bool:
        """Say whether the word begins with a capital or a digit."""
        return not self.text[0].islower()

    @property
    def is_name_like(self) -> bool:
        """Say whether the word could be part of a person's name: a capital, then small letters."""
        return self.text[0].isupper() and self.text[1:].islower() and self.text not in _SENTENCE_OPENERS


@frozen(slots=False)
class Surroundings:
    """A passage in its text; ``beside`` are the places of all passages at the top, whose words are not the author's."""

    text: str = field(repr=False)
    passage: MarkedPassage
    beside: tuple[Span, ...] = field(repr=False)

    @cached_property
    def content(self) -> Span:
        """What stands between the marks, from the first piece to the last."""
        spans = self.passage.content_spans
        return Span(spans[0].start, spans[-1].end)

    @cached_property
    def said(self) -> str:
        """The words between the marks."""
        return self.content.of(self.text)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words within the passage."""
        return tuple(tokens(self.text, self.content))

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the passage, as far as the text shows, and no further than the window."""
        span = self.passage.span
        floor = max(0, span.start - WINDOW)
        start = floor
        for match in _SENTENCE_START.finditer(self.text, floor, span.start):
            start = match.end()
        end = _SENTENCE_START.search(self.text, span.end, span.end + WINDOW)
        return Span(start, min(len(self.text), span.end + WINDOW) if end is None else end.start())

    @cached_property
    def before(self) -> tuple[Token, ...]:
        """The author's words before the passage in its sentence."""
        return tuple(self._of_author(Span(self.sentence.start, self.passage.span.start)))

    @cached_property
    def after(self) -> tuple[Token, ...]:
        """The author's words after the passage in its sentence."""
        return tuple(self._of_author(Span(self.passage.span.end, self.sentence.end)))

    def _of_author(self, stretch: Span) -> Iterator[Token]:
        inside = [span for span in self.beside if span.overlaps(stretch)]
        for token in tokens(self.text, stretch):
            if not any(span.contains(token.span) for span in inside):
                yield token

    @cached_property
    def previous(self) -> Token | None:
        """The word directly before the passage, with nothing but a space between."""
        start = self.passage.span.start
        if not self.before or self.text[self.before[-1].span.end : start].strip():
            return None
        return self.before[-1]

    @cached_property
    def before_article(self) -> Token | None:
        """The word before the passage, not counting an article, if nothing but spaces stands between."""
        if self.previous is None or self.previous.text not in _ARTICLES or len(self.before) < 2:
            return self.previous
        first = self.before[-2]
        return None if self.text[first.span.end : self.previous.span.start].strip() else first

    @cached_property
    def next(self) -> Token | None:
        """The word directly after the passage, with nothing but a space between."""
        end = self.passage.span.end
        if not self.after or self.text[end : self.after[0].span.start].strip():
            return None
        return self.after[0]

    @cached_property
    def sign_before(self) -> str:
        """The last visible character before the passage on its line, the empty string at the beginning."""
        line = self.text[max(0, self.passage.span.start - 4) : self.passage.span.start].rstrip(" \t\N{NO-BREAK SPACE}")
        return line[-1:] if line[-1:] not in _LINE_ENDS else ""

    @cached_property
    def sign_after(self) -> str:
        """The character directly after the passage."""
        return self.text[self.passage.span.end : self.passage.span.end + 1]

    def among(self, listed: str) -> Token | None:
        """Return the first word of the sentence outside the passage that stands in a list."""
        known = load(listed)
        return next((token for token in (*self.before, *self.after) if token.text in known), None)


def tokens(text: str, span: Span) -> Iterator[Token]:
    """Yield the words in a stretch of text."""
    for match in _WORD.finditer(text, span.start, span.end):
        yield Token(match.group(), Span(*match.span()))
