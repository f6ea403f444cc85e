"""Speakers of given quotations, and the baselines."""

from __future__ import annotations

from typing import Any

import pytest

from quotetrack.evaluation.gold import GoldRecord, GoldSpeaker
from quotetrack.evaluation.speakers import (
    NamedMention,
    SpeakerMetrics,
    judge,
    judge_baseline,
    last_full_name,
    measure_speakers,
    measure_speakers_by,
    named_mentions,
    nearest_name,
)
from quotetrack.records import Record, Speaker
from quotetrack.spans import Span
from quotetrack.vocabulary import QuotationType

TEXT = "Lea Ott traf Jan Lang. „Gut“, sagte Ott. „Nein“, sagte sie."
GOOD, NO = Span(23, 28), Span(41, 47)


def gold(span: Span, mention: str, name: str | None = "Lea Ott", **fields: Any) -> GoldRecord:
    """Return gold for a quotation whose speaker is mentioned after it."""
    at = TEXT.index(mention, span.end)
    speaker = GoldSpeaker(mention, (Span(at, at + len(mention)),), frozenset({name}), frozenset({"person"}))
    return GoldRecord("a", str(span.start), "direct", span.of(TEXT), ((span,),), speaker, **fields)


def record(span: Span, name: str | None, kind: QuotationType = "direct") -> Record:
    """Return a record of a direct quotation said by that name."""
    speaker = Speaker("x", (Span(0, 1),), name, "person")
    return Record({"id": "a"}, str(span.start), kind, "", (span,), (span,), speaker=speaker)


class TestJudge:
    """Every gold quotation gets a verdict."""

    @pytest.mark.parametrize(
        ("records", "expected"),
        [
            ([record(GOOD, "Lea Ott")], "right"),
            ([record(GOOD, "Jan Lang")], "wrong"),
            ([record(GOOD, None)], "open"),
            ([], "missed"),
            ([record(NO, "Lea Ott")], "missed"),
            ([record(Span(20, 29), "Lea Ott")], "right"),
        ],
    )
    def test_verdicts(self, records: list[Record], expected: str) -> None:
        """The record that overlaps the quotation by half decides; without one it is missed."""
        [judged] = judge([gold(GOOD, "Ott")], records)

        assert judged.name == expected

    def test_same_class_first(self) -> None:
        """Of two records with the same extent that of the class of gold is taken."""
        [judged] = judge([gold(GOOD, "Ott")], [record(GOOD, "Jan Lang", "indirect"), record(GOOD, "Lea Ott")])

        assert judged.name == "right"

    def test_counts(self) -> None:
        """Missed quotations count in every share."""
        judged = judge([gold(GOOD, "Ott"), gold(NO, "sie")], [record(GOOD, "Lea Ott")])
        metrics = measure_speakers(judged)

        assert (metrics, metrics.share(metrics.right)) == (SpeakerMetrics(2, 1, 0, 0, 1, 1), 0.5)

    def test_by_reference(self) -> None:
        """Classes of gold come with the most frequent first."""
        judged = judge([gold(GOOD, "Ott", reference="surname"), gold(NO, "sie", reference="pronoun")], [])
        classes = measure_speakers_by([*judged, judged[0]], lambda found: found.gold.reference or "")

        assert {name: metrics.count for name, metrics in classes.items()} == {"surname": 2, "pronoun": 1}


class TestBaselines:
    """What the simplest rules would say."""

    def test_mentions(self) -> None:
        """Full names and last names of those who speak are found, in text order."""
        assert named_mentions([gold(GOOD, "Ott")], TEXT) == [
            NamedMention(Span(0, 7), "Lea Ott", is_full=True),
            NamedMention(Span(36, 39), "Lea Ott", is_full=False),
        ]

    def test_two_of_one_last_name(self) -> None:
        """A last name stands for its bearer who was named in full before."""
        text = "Ida Ott kam. Ott ging. Lea Ott kam. Ott ging."
        known = [gold(GOOD, "Ott"), gold(GOOD, "Ott", "Ida Ott")]

        assert [(mention.span.start, mention.name) for mention in named_mentions(known, text)] == [
            (0, "Ida Ott"),
            (13, "Ida Ott"),
            (23, "Lea Ott"),
            (36, "Lea Ott"),
        ]

    def test_answers(self) -> None:
        """The nearest name may be a last name, the last full name may not."""
        names = named_mentions([gold(GOOD, "Ott"), gold(GOOD, "Ott", "Jan Lang")], TEXT)

        assert (nearest_name(gold(NO, "sie"), names), last_full_name(gold(NO, "sie"), names)) == ("Lea Ott", "Jan Lang")

    def test_name_within_the_quotation(self) -> None:
        """A name inside the quotation is no answer."""
        names = [NamedMention(Span(24, 27), "Jan Lang", is_full=True)]

        assert nearest_name(gold(GOOD, "Ott"), names) is None

    @pytest.mark.parametrize(
        ("name", "wanted", "expected"),
        [("Lea Ott", "Lea Ott", "right"), ("Lea Ott", None, "wrong"), (None, "Lea Ott", "open"), (None, None, "right")],
    )
    def test_verdicts(self, name: str | None, wanted: str | None, expected: str) -> None:
        """Baselines are judged like records."""
        assert judge_baseline(gold(GOOD, "Ott", wanted), name).name == expected
