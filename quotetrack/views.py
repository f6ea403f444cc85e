"""What the parser reads instead of a text: the same text with one kind of marks and without control characters.

Every character of it knows where it stands in the original.
"""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.quotation_marks import Marking
from quotetrack.spans import Span

OPENER: Final = "\N{DOUBLE LOW-9 QUOTATION MARK}"
CLOSER: Final = "\N{LEFT DOUBLE QUOTATION MARK}"
INNER_OPENER: Final = "\N{SINGLE LOW-9 QUOTATION MARK}"
INNER_CLOSER: Final = "\N{LEFT SINGLE QUOTATION MARK}"
_DIRTY_RE: Final = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Zl}\p{Zp}]|[^\S ]")


@frozen
class View:
    """What the parser reads instead of a stretch of the original, and where each character of it came from."""

    text: str
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    def original(self, start: int, end: int) -> Span:
        """Return the span in the original of a stretch of the view that is not empty."""
        return Span(self.starts[start], self.ends[end - 1])


def views_of(pieces: Iterable[Span], text: str, marking: Marking) -> Iterator[View]:
    """Yield the view of each piece; both pieces and marks are in text order."""
    marks = sorted(_marks(marking))
    starts = [span.start for span, _ in marks]
    for piece in pieces:
        first, last = bisect.bisect_left(starts, piece.start), bisect.bisect_left(starts, piece.end)
        within = {span.start: (span, sign) for span, sign in marks[first:last] if span.end <= piece.end}
        yield _view(piece, text, within)


def _view(piece: Span, text: str, marks: Mapping[int, tuple[Span, str]]) -> View:
    shown = _ViewInMaking(text)
    place = piece.start
    for span, sign in sorted(marks.values()):
        if span.start >= place:
            shown.add_between(place, span.start)
            shown.add(sign, span.start, span.end)
            place = span.end
    shown.add_between(place, piece.end)
    return View("".join(shown.parts), tuple(shown.starts), tuple(shown.ends))


@frozen
class _ViewInMaking:
    """The parts of a view so far, and where each character of them starts and ends in the original."""

    text: str
    parts: list[str] = field(factory=list)
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)

    def add(self, character: str, start: int, end: int) -> None:
        """Show a character for a stretch of the original."""
        self.parts.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def add_between(self, start: int, end: int) -> None:
        """Show a stretch without quotation marks; most have nothing to be shown otherwise."""
        if not _DIRTY_RE.search(self.text, start, end):
            self.parts.append(self.text[start:end])
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
            return
        while start < end:
            after = _cluster_end(self.text, start, end)
            for character in _shown(self.text, start, after):
                self.add(*character)
            start = after


def _marks(marking: Marking) -> Iterator[tuple[Span, str]]:
    for passage in marking.all_passages():
        inner = passage.depth > 0
        yield passage.opener, INNER_OPENER if inner else OPENER
        if passage.closer is not None:
            yield passage.closer, INNER_CLOSER if inner else CLOSER


def _cluster_end(text: str, place: int, limit: int) -> int:
    end = place + 1
    while end < limit and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _shown(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    if end - start > 1:
        composed = unicodedata.normalize("NFC", text[start:end])
        if len(composed) == 1:
            return [(composed, start, end)]
        return [part for place in range(start, end) for part in _shown(text, place, place + 1)]
    character = text[start]
    category = unicodedata.category(character)
    if category == "Cf":
        return []
    if character.isspace() or category == "Cc":
        return [(" ", start, end)]
    return [("\N{REPLACEMENT CHARACTER}" if category == "Cs" else character, start, end)]
