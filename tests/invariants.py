"""What holds for the records of every text, whatever parser and rules make of it."""

from __future__ import annotations

from collections.abc import Sequence

from jsonschema import Draft202012Validator

from quotetrack.records import Record, json_schema, verify
from quotetrack.spans import Span

_VALIDATOR = Draft202012Validator(json_schema())


def check_records(records: Sequence[Record], text: str) -> None:
    """Assert that the records of a text are verbatim, in order, linked, and within the contract."""
    for record in records:
        verify(record, text)
        _check_spans(record)
        assert record == Record.from_dict(record.to_dict())
        assert [] == [error.message for error in _VALIDATOR.iter_errors(record.to_dict())]
    _check_order(records)
    _check_links(records)


def _check_spans(record: Record) -> None:
    """Spans hold something, are in order, and what is content lies in the quotation."""
    assert all(len(span) for span in record.spans)
    assert list(record.spans) == sorted(record.spans)
    assert all(any(whole.contains(span) for whole in record.spans) for span in record.content_spans)
    for part in (record.cue, record.frame, record.speaker, record.addressee, *record.via):
        assert part is None or part.spans


def _check_order(records: Sequence[Record]) -> None:
    """Records are in text order, the longer before the shorter, and no id is used twice."""
    places = [(record.span.start, -record.span.end) for record in records]

    assert places == sorted(places)
    assert len({record.id for record in records}) == len(records)


def _check_links(records: Sequence[Record]) -> None:
    """Links lead to records of the article: to what holds a fragment, to an earlier part, to the same words before."""
    known = {record.id: record for record in records}
    for record in records:
        if record.part_of is not None:
            assert _holds(known[record.part_of].spans, record.spans)
            assert known[record.part_of].type not in ("direct", "not_a_quote")
        if record.continues is not None:
            assert known[record.continues].span.end <= record.span.start
        if record.repeat_of is not None:
            assert known[record.repeat_of].text.split() == record.text.split()
            assert known[record.repeat_of].repeat_of is None


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(whole.contains(span) for whole in outer) for span in inner)
