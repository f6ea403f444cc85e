"""A marked passage with the text around it, read once for all rules: words, neighbours, sentence, paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.lexicon import load
from quotetrack.passages.parsed import Place
from quotetrack.quotation_marks import MarkedPassage, pair
from quotetrack.spans import Span, merged

SENTENCE_WINDOW: Final = 300
PARAGRAPH_WINDOW: Final = 1_000
"""How many characters are looked at on either side of a passage, so that time grows with the text and no faster."""

_WORD: Final = regex.compile(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.&/](?=[\p{L}\p{N}]))*+")
_SENTENCE_START: Final = regex.compile(
    r"(?<!\b(?:\p{L}|\d{1,2}|Dr|Prof|St|Nr|Mio|Mrd|bzw|ca|geb))[.!?…]\s++(?=[\p{Lu}\p{N}\p{Pi}\p{Ps}\"«»])|[\r\n]"
)
_STOP: Final = regex.compile(r"[.!?…]\W*+$")
_LINE_END: Final = regex.compile(r"[\r\n]")
_ARTICLE: Final = regex.compile(r"(?:ein(?:e[mnr]?)?|de[mnr]|die|das|seiner?|ihrer?)")
_NO_NAME: Final = regex.compile(r"(?:D(?:er|ie|as|em|en)|Eine?|I[mn]|A[ml]s?|Auf|Von|Mit|Bei|Zu[mr]|Unter)")


@frozen
class Token:
    """A word of the text and where it stands."""

    text: str
    span: Span

    @property
    def is_capitalised(self) -> bool:
        """Say whether the word begins with anything but a small letter."""
        return not self.text[0].islower()

    @property
    def is_name_like(self) -> bool:
        """Say whether the word could be part of a person's name: a capital, then small letters."""
        return self.text[0].isupper() and self.text[1:].islower() and _NO_NAME.fullmatch(self.text) is None


@frozen(slots=False)
class Cover:
    """Stretches of a text, overlapping ones joined, to be found by offset.

    >>> Cover.of([Span(4, 9), Span(0, 2)]).within(Span(1, 5))
    (Span(start=0, end=2), Span(start=4, end=9))
    """

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Cover:
        """Return the cover of some spans."""
        return cls(merged(spans))

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [span.end for span in self.spans]

    def within(self, stretch: Span) -> tuple[Span, ...]:
        """Return the spans that share a character with a stretch."""
        return self.spans[bisect_right(self._ends, stretch.start) : bisect_left(self._starts, stretch.end)]

    def around(self, stretch: Span) -> Span | None:
        """Return the span that holds all of a stretch."""
        return next((span for span in self.within(stretch) if span.contains(stretch)), None)


NOWHERE: Final = Cover(())


@frozen(slots=False)
class Surroundings:
    """A passage in its text.

    ``marked`` covers the passages at the top, whose words are not the author's; ``place`` is the passage in the parse;
    ``reported`` and ``cued`` are what the caller knows to be reported speech, and to be governed by a cue.
    """

    text: str = field(repr=False)
    passage: MarkedPassage
    marked: Cover = field(default=NOWHERE, repr=False)
    place: Place | None = field(default=None, repr=False)
    reported: Cover = field(default=NOWHERE, repr=False)
    cued: Cover = field(default=NOWHERE, repr=False)

    @cached_property
    def content(self) -> Span:
        """What stands between the marks, from the first piece to the last."""
        spans = self.passage.content_spans
        return Span(spans[0].start, spans[-1].end)

    @cached_property
    def said(self) -> str:
        """The words between the marks, as they are written."""
        return self.content.of(self.text)

    @cached_property
    def stop(self) -> Span | None:
        """The full stop or its like that ends the passage within the marks."""
        found = _STOP.search(self.said)
        return None if found is None else Span(self.content.start + found.start(), self.content.end)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words within the passage."""
        return tuple(tokens(self.text, self.content))

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the passage, as far as the text shows and the window reaches."""
        span = self.passage.span
        starts = _SENTENCE_START.finditer(self.text, max(0, span.start - SENTENCE_WINDOW), span.start)
        start = max((match.end() for match in starts), default=max(0, span.start - SENTENCE_WINDOW))
        last = min(len(self.text), span.end + SENTENCE_WINDOW)
        end = _SENTENCE_START.search(self.text, span.end, last)
        return Span(start, last if end is None else end.start())

    @cached_property
    def paragraph(self) -> Span:
        """The lines around the passage, as far as the window reaches."""
        span = self.passage.span
        ends = _LINE_END.finditer(self.text, max(0, span.start - PARAGRAPH_WINDOW), span.start)
        start = max((match.end() for match in ends), default=max(0, span.start - PARAGRAPH_WINDOW))
        last = min(len(self.text), span.end + PARAGRAPH_WINDOW)
        end = _LINE_END.search(self.text, span.end, last)
        return Span(start, last if end is None else end.start())

    @cached_property
    def before(self) -> tuple[Token, ...]:
        """The author's words before the passage in its sentence."""
        return tuple(self._of_author(Span(self.sentence.start, self.passage.span.start)))

    @cached_property
    def after(self) -> tuple[Token, ...]:
        """The author's words after the passage in its sentence."""
        return tuple(self._of_author(Span(self.passage.span.end, self.sentence.end)))

    @property
    def sentence_words(self) -> tuple[Token, ...]:
        """The author's words in the sentence."""
        return self.before + self.after

    @cached_property
    def paragraph_words(self) -> tuple[Token, ...]:
        """The author's words in the paragraph."""
        before = Span(self.paragraph.start, self.passage.span.start)
        after = Span(self.passage.span.end, self.paragraph.end)
        return (*self._of_author(before), *self._of_author(after))

    def _of_author(self, stretch: Span) -> Iterator[Token]:
        for token in tokens(self.text, stretch):
            if not self.marked.within(token.span) or self.passage.depth:
                yield token

    @cached_property
    def previous(self) -> Token | None:
        """The word directly before the passage, with nothing but a space between."""
        last = self.before[-1] if self.before else None
        if last is None or self.text[last.span.end : self.passage.span.start].strip():
            return None
        return last

    @cached_property
    def next(self) -> Token | None:
        """The word directly after the passage, with nothing but a space between."""
        first = self.after[0] if self.after else None
        if first is None or self.text[self.passage.span.end : first.span.start].strip():
            return None
        return first

    @cached_property
    def before_article(self) -> Token | None:
        """The word before the passage and its article, with nothing but spaces between."""
        if self.previous is None or len(self.before) < 2 or _ARTICLE.fullmatch(self.previous.text) is None:
            return self.previous
        earlier = self.before[-2]
        return None if self.text[earlier.span.end : self.previous.span.start].strip() else earlier

    @cached_property
    def before_joined(self) -> Token | None:
        """The word before the passage that *und* joins to this one: *sprach | von „Verrat“ und „Feigheit“*."""
        if self.previous is None or self.previous.text not in ("und", "oder", "sowie") or len(self.before) < 2:
            return None
        earlier = self.before[-2]
        between = Span(earlier.span.end, self.previous.span.start)
        passage = self.marked.within(between)
        return earlier if len(passage) == 1 and between.of(self.text).strip() == passage[0].of(self.text) else None

    @cached_property
    def follows_colon(self) -> bool:
        """Say whether a colon stands directly before the passage, on the same line or the one before."""
        return self.text[max(0, self.passage.span.start - 4) : self.passage.span.start].rstrip().endswith(":")

    def among(self, listed: str) -> Token | None:
        """Return the first of the author's words in the sentence that stands in a list."""
        known = load(listed)
        return next((token for token in self.sentence_words if token.text in known), None)


def tokens(text: str, span: Span) -> Iterator[Token]:
    """Yield the words in a stretch of text.

    >>> [token.text for token in tokens("Geht's der U-Bahn gut?", Span(0, 22))]
    ["Geht's", 'der', 'U-Bahn', 'gut']
    """
    for match in _WORD.finditer(text, span.start, span.end):
        yield Token(match.group(), Span(*match.span()))


def surroundings_of(text: str) -> Surroundings:
    """Return the first passage of a text in its surroundings, by the text alone.

    >>> surroundings_of("Der Film „Ebbe“ läuft.").previous.text
    'Film'
    """
    marking = pair(text)
    return Surroundings(text, marking.passages[0], Cover.of(passage.span for passage in marking.passages))
