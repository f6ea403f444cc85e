"""Half-open spans of code points in the text as it was read: the currency every stage pays in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from quotetrack.errors import SpanError


@frozen(order=True)
class Span:
    """A half-open interval ``[start, end)`` of code points of the original text.

    Raises:
        SpanError: if start is negative or end lies before start.

    >>> text = "Laut Polizei war es glatt."
    >>> Span(5, 12).of(text)
    'Polizei'
    """

    start: int
    end: int = field()

    @end.validator
    def _ordered(self, _attribute: object, end: int) -> None:
        if self.start < 0 or end < self.start:
            message = f"[{self.start}, {end}) is no span"
            raise SpanError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Even an empty span is somewhere."""
        return True

    def of(self, text: str) -> str:
        """Return the slice of the text, verbatim.

        Raises:
            SpanError: if the text ends before the span does.
        """
        if self.end > len(text):
            message = f"[{self.start}, {self.end}) lies outside a text of {len(text)} characters"
            raise SpanError(message)
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Say whether the other span lies within this one (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """Say whether the character at the offset lies in this span."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> Span:
        """Return the span moved by so many code points."""
        return Span(self.start + by, self.end + by)

    def as_list(self) -> list[int]:
        """Return ``[start, end]``, as records write it."""
        return [self.start, self.end]


def envelope(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all the given ones.

    Raises:
        SpanError: if there are none.

    >>> envelope([Span(4, 6), Span(1, 2)])
    Span(start=1, end=6)
    """
    known = list(spans)
    if not known:
        message = "no spans, no envelope"
        raise SpanError(message)
    return Span(min(span.start for span in known), max(span.end for span in known))


def trimmed(span: Span, text: str, characters: str | None = None) -> Span:
    """Return the span without white space (or the given characters) at both ends; empty if nothing is left.

    >>> trimmed(Span(0, 9), "  Nein.  ")
    Span(start=2, end=7)
    """
    start, end = span.start, span.end
    while start < end and _drops(text[start], characters):
        start += 1
    while end > start and _drops(text[end - 1], characters):
        end -= 1
    return Span(start, end)


def without(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of the span when the holes are cut out, in order; empty pieces are dropped.

    >>> without(Span(0, 10), [Span(3, 5)])
    (Span(start=0, end=3), Span(start=5, end=10))
    """
    return tuple(_pieces(span, sorted(holes)))


def _pieces(span: Span, holes: list[Span]) -> Iterator[Span]:
    start = span.start
    for hole in holes:
        if hole.end <= start or hole.start >= span.end:
            continue
        if start < hole.start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _drops(character: str, characters: str | None) -> bool:
    return character.isspace() if characters is None else character in characters


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, touching and overlapping ones joined.

    >>> merged([Span(5, 9), Span(0, 2), Span(2, 4)])
    (Span(start=0, end=4), Span(start=5, end=9))
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
