"""Records keep the contract: keys, order, schema, ids, and the way to plain data and back."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quotetrack.errors import RecordError
from quotetrack.records import GAP, Phrase, Record, Speaker, joined, json_schema, record_id, verify
from quotetrack.spans import Span
from quotetrack.vocabulary import CueKind, Medium, Mood, QuotationType, SpeakerKind, Zone
from tests.record_strategies import any_texts, extents, records

KEYS = (
    "schema article id type text spans content_spans part_of continues repeat_of zone cue frame speaker via addressee"
    " mood medium confidence rules reason producer"
).split()
TEXT = "„Nein“, sagte Jana Ott."


def _record(**changes: Any) -> Record:
    fields: dict[str, Any] = {
        "article": {"id": "a", "sha256": "0" * 64},
        "id": "1",
        "type": "direct",
        "text": "„Nein“",
        "spans": (Span(0, 6),),
        "content_spans": (Span(1, 5),),
        "speaker": Speaker("Jana Ott", (Span(14, 22),), "Jana Ott", "person"),
    }
    return Record(**{**fields, **changes})


class TestContract:
    """The keys of ``quotetrack.record/1`` are published and do not move."""

    def test_keys_are_in_order(self) -> None:
        """A record is written with the keys of the contract in their order."""
        assert list(_record().to_dict()) == KEYS

    def test_the_schema_asks_for_every_key(self) -> None:
        """The published schema requires what is written."""
        assert json_schema()["required"] == KEYS

    def test_the_schema_is_one(self) -> None:
        """The published schema is valid JSON Schema."""
        Draft202012Validator.check_schema(json_schema())

    @given(records())
    def test_every_record_fits_the_schema(self, made: tuple[str, Record]) -> None:
        """Whatever a record says fits the published schema."""
        _, record = made

        assert [] == [error.message for error in Draft202012Validator(json_schema()).iter_errors(record.to_dict())]

    @pytest.mark.parametrize(
        ("key", "part", "labels"),
        [
            ("type", None, QuotationType),
            ("zone", None, Zone),
            ("mood", None, Mood),
            ("medium", None, Medium),
            ("kind", "cue", CueKind),
            ("kind", "speaker", SpeakerKind),
        ],
    )
    def test_the_schema_knows_the_words(self, key: str, part: str | None, labels: Any) -> None:
        """The labels in the schema are those of the vocabulary."""
        schema = json_schema()
        properties = schema["properties"] if part is None else schema["$defs"][part]["properties"]
        found = properties[key]
        if "$ref" in found:
            found = schema["$defs"][found["$ref"].rpartition("/")[2]]

        assert set(get_args(labels)) == {label for label in found["enum"] if label is not None}

    @pytest.mark.parametrize("key", KEYS)
    def test_the_schema_misses_a_key_that_is_gone(self, key: str) -> None:
        """A record without one of the keys does not fit the schema."""
        plain = _record().to_dict()
        del plain[key]

        assert not Draft202012Validator(json_schema()).is_valid(plain)


class TestRoundTrip:
    """A record can be written and read."""

    @given(records())
    def test_reading_gives_what_was_written(self, made: tuple[str, Record]) -> None:
        """A record that was written as JSON and read is the same."""
        _, record = made

        assert record == Record.from_dict(json.loads(json.dumps(record.to_dict())))

    def test_keys_of_a_later_version_are_left_aside(self) -> None:
        """Keys may be added to the contract without breaking readers."""
        assert _record() == Record.from_dict({**_record().to_dict(), "certainty_of_the_moon": 1})

    @pytest.mark.parametrize("key", KEYS)
    def test_a_missing_key_is_named(self, key: str) -> None:
        """A record without one of the keys is refused."""
        plain = _record().to_dict()
        del plain[key]

        with pytest.raises(RecordError, match=key if key != "schema" else "schema None is not"):
            Record.from_dict(plain)

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("schema", "quotetrack.record/2"),
            ("spans", []),
            ("spans", [[3, 2]]),
            ("spans", [[1]]),
            ("spans", 7),
            ("type", "rumour"),
            ("speaker", "Ott"),
            ("cue", {"text": "sagte"}),
        ],
    )
    def test_a_value_of_the_wrong_shape_is_refused(self, key: str, value: Any) -> None:
        """A record that breaks the contract is an error of ours."""
        with pytest.raises(RecordError):
            Record.from_dict({**_record().to_dict(), key: value})


class TestIds:
    """Ids survive a new release."""

    def test_an_id_is_what_it_always_was(self) -> None:
        """The id of an article, type and extent never changes."""
        assert record_id("hafen", "direct", [Span(0, 12)]) == "92c421fc8f654d1d"

    @given(any_texts(), st.data())
    def test_ids_differ_with_article_type_and_extent(self, name: str, data: st.DataObject) -> None:
        """Another article, type or extent has another id."""
        spans = data.draw(extents("x" * 20))
        ids = {
            record_id(name, "direct", spans),
            record_id(name + "x", "direct", spans),
            record_id(name, "indirect", spans),
            record_id(name, "direct", [*spans, Span(30, 31)]),
        }

        assert len(ids) == 4


class TestVerification:
    """Whoever has the text can check a record."""

    @given(records())
    def test_a_true_record_passes(self, made: tuple[str, Record]) -> None:
        """A record whose slices are verbatim is returned."""
        text, record = made

        assert record == verify(record, text)

    @pytest.mark.parametrize(
        ("changes", "part"),
        [
            ({"text": "„nein“"}, "quotation"),
            ({"spans": (Span(0, 99),)}, "quotation"),
            ({"speaker": Speaker("Jana", (Span(14, 22),), None, "person")}, "speaker"),
            ({"frame": Phrase("sagte", (Span(9, 14),))}, "frame"),
            ({"addressee": Phrase("Ott", (Span(20, 23),))}, "addressee"),
        ],
    )
    def test_a_part_that_is_not_verbatim_is_named(self, changes: dict[str, Any], part: str) -> None:
        """A record that says something else than its text is an error that names the part."""
        with pytest.raises(RecordError, match=f"the {part} "):
            verify(_record(**changes), TEXT)

    def test_another_text_is_noticed(self) -> None:
        """A record does not fit another version of the article."""
        with pytest.raises(RecordError, match="reads '„Nein“', the text '„Neun“'"):
            verify(_record(), TEXT.replace("Nein", "Neun"))


@given(any_texts(), st.data())
def test_joined_slices_are_verbatim(text: str, data: st.DataObject) -> None:
    """Slices are joined by a bracketed ellipsis and by nothing else."""
    spans = data.draw(extents(text)) if text else ()

    assert GAP.join(text[span.start : span.end] for span in spans) == joined(spans, text)


@given(records())
def test_records_are_frozen_and_compare_by_value(made: tuple[str, Record]) -> None:
    """Two records with the same fields are equal and hash alike."""
    _, record = made

    assert (record, hash(record)) == (evolve(record), hash(evolve(record)))


def test_a_record_spans_all_its_pieces() -> None:
    """The span of a discontinuous quotation runs from its first character to its last."""
    record = _record(spans=(Span(0, 3), Span(7, 9)), text="„Ne […] sa")

    assert Span(0, 9) == record.span
