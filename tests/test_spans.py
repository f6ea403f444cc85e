"""Spans are half-open, ordered, and say exactly what they hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import SpanError
from quotetrack.spans import Span, envelope, merged, trimmed, without

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def _places(found: tuple[Span, ...]) -> set[int]:
    return {place for span in found for place in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_interval_is_refused(start: int, end: int) -> None:
    """A span that begins before the text or ends before it begins is an error."""
    with pytest.raises(SpanError, match="is no span"):
        Span(start, end)


def test_a_span_outside_its_text_is_refused() -> None:
    """A span that ends behind the text cannot be cut from it, though Python would let it pass."""
    with pytest.raises(SpanError, match="outside a text of 4 characters"):
        Span(2, 5).of("Nein")


def test_an_empty_span_is_true() -> None:
    """An empty span is somewhere, and so it is not false."""
    assert bool(Span(3, 3))


@given(st.text(), st.data())
def test_a_span_is_the_slice(text: str, data: st.DataObject) -> None:
    """A span of a text is the slice from its start to its end."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert text[start:end] == Span(start, end).of(text)


@given(spans, spans)
def test_spans_overlap_where_they_share_a_place(one: Span, other: Span) -> None:
    """Two spans overlap exactly if a place lies in both."""
    shared = _places((one,)) & _places((other,))

    assert bool(shared) == one.overlaps(other)


@given(spans, spans)
def test_a_span_contains_what_has_no_place_outside(one: Span, other: Span) -> None:
    """A span that contains another one holds all its places."""
    if one.contains(other):
        assert _places((other,)) <= _places((one,))


@given(spans, st.integers(0, 50))
def test_a_span_holds_its_places(span: Span, place: int) -> None:
    """A span holds an offset exactly if it is one of its places."""
    assert (place in _places((span,))) == span.holds(place)


@given(spans, st.integers(0, 10))
def test_shifting_keeps_the_length(span: Span, by: int) -> None:
    """A span that is moved is as long as before."""
    assert len(span) == len(span.shifted(by))


@given(st.lists(spans, min_size=1))
def test_the_envelope_holds_every_span(known: list[Span]) -> None:
    """The envelope begins with the first span and ends with the last to end."""
    found = envelope(known)

    assert (min(s.start for s in known), max(s.end for s in known)) == (found.start, found.end)


def test_nothing_has_no_envelope() -> None:
    """The envelope of no spans is an error."""
    with pytest.raises(SpanError, match="no envelope"):
        envelope([])


@given(spans, st.lists(spans, max_size=5))
def test_what_is_left_without_holes_is_the_rest(span: Span, holes: list[Span]) -> None:
    """Cutting holes leaves exactly the places that lie in none of them, in order and without empty pieces."""
    left = without(span, holes)

    assert _places((span,)) - _places(tuple(holes)) == _places(left)
    assert sorted(left) == list(left)
    assert all(len(piece) for piece in left)


@given(st.lists(spans, max_size=6))
def test_merging_keeps_every_place_and_nothing_touches(known: list[Span]) -> None:
    """Merged spans cover the same places, in order, with a gap between any two."""
    found = merged(known)

    assert _places(tuple(known)) == _places(found)
    assert all(before.end < after.start for before, after in pairwise(found))


@given(st.text(alphabet=" \t\nab", max_size=12))
def test_trimming_is_what_strip_does(text: str) -> None:
    """A trimmed span holds what ``str.strip`` leaves."""
    assert text.strip() == trimmed(Span(0, len(text)), text).of(text)


@given(st.text(alphabet=",.ab", max_size=12))
def test_trimming_takes_the_characters_it_is_given(text: str) -> None:
    """Given characters are trimmed instead of white space."""
    assert text.strip(",.") == trimmed(Span(0, len(text)), text, ",.").of(text)


def test_a_span_is_written_as_a_pair() -> None:
    """Records write a span as start and end."""
    assert Span(2, 7).as_list() == [2, 7]
