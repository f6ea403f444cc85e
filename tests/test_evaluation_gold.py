"""Gold records: what is read, what is refused, and how records are scored against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import RecordError
from quotetrack.evaluation.gold import (
    GoldRecord,
    GoldSpeaker,
    NearMiss,
    kind_class,
    length,
    overlap,
    read_gold,
    read_near_misses,
    read_shared_gold,
    shared_length,
)
from quotetrack.evaluation.gold_scores import (
    Match,
    Names,
    claimed_marks,
    hits,
    is_right_kind,
    judge_name,
    match,
    measure_gold,
    measure_gold_by,
    role_score,
)
from quotetrack.evaluation.scores import Average
from quotetrack.records import Cue, Record, Speaker
from quotetrack.spans import Span
from quotetrack.vocabulary import QuotationType

TEXT = "Ott sagte: „Es brennt.“ Sie rief, es sei „spät“."
DIRECT, MIXED, FRAGMENT = Span(11, 23), Span(34, 47), Span(41, 47)


def gold_line(**changes: Any) -> dict[str, Any]:
    """Return a line of our own gold."""
    return {
        "article": "brand",
        "id": "brand-1",
        "type": "direct",
        "text": "„Es brennt.“",
        "spans": [[11, 23]],
        "cue": {"text": "sagte", "spans": [[4, 9]], "lemma": "sagen", "kind": "verb"},
        "frame": {"text": "Ott sagte:", "spans": [[0, 10]]},
        "speaker": {"mention": "Ott", "spans": [[0, 3]], "name": "Lea Ott", "kind": "person", "members": []},
        "addressee": None,
        "certain": True,
        **changes,
    }


def shared_line(**changes: Any) -> dict[str, Any]:
    """Return a line of gold in the format of the shared articles."""
    return {
        "article": "brand",
        "id": "01",
        "kind": "fragment",
        "start": 41,
        "end": 47,
        "text": "„spät“",
        "cue": {"text": "rief", "start": 28, "end": 32, "lemma": "rufen"},
        "speaker_mention": {"text": "Sie", "start": 24, "end": 27},
        "speaker": "Lea Ott",
        "speaker_class": "person",
        "confidence_of_annotation": "certain",
        **changes,
    }


def written(path: Path, *lines: dict[str, Any]) -> Path:
    """Write the lines as JSON Lines, an empty line at the end, and return the path."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "\n", encoding="utf-8")
    return path


def gold(kind: QuotationType, *spans: Span, number: str = "g", **fields: Any) -> GoldRecord:
    """Return a gold record."""
    return GoldRecord("brand", number, kind, "", (spans, *fields.pop("accepted", ())), **fields)


def record(kind: QuotationType, *spans: Span, number: str = "r", **fields: Any) -> Record:
    """Return a record."""
    return Record({"id": "brand"}, number, kind, "", spans, spans, **fields)


def speaker(name: str | None, kind: str = "person", **fields: Any) -> Speaker:
    """Return a speaker by that name."""
    return Speaker("Ott", (Span(0, 3),), name, kind, **fields)  # type: ignore[arg-type]


def gold_speaker(*names: str | None, kind: str = "person", **fields: Any) -> GoldSpeaker:
    """Return a gold speaker with the names that count as right."""
    return GoldSpeaker("Ott", (Span(0, 3),), frozenset(names), frozenset({kind}), **fields)


class TestReadingOurOwn:
    """Lines of our own gold."""

    def test_line(self, tmp_path: Path) -> None:
        """Extent, roles and accepted answers are read."""
        line = gold_line(
            accept_names=["Ott"], accept_kinds=["anonymous"], accept_spans=[[12, 22], [[11, 14], [15, 23]]]
        )
        [known] = read_gold(written(tmp_path / "gold.jsonl", line), {"brand": TEXT})

        assert known == GoldRecord(
            article="brand",
            id="brand-1",
            type="direct",
            text="„Es brennt.“",
            extents=((DIRECT,), (Span(12, 22),), (Span(11, 14), Span(15, 23))),
            speaker=GoldSpeaker(
                "Ott", (Span(0, 3),), frozenset({"Lea Ott", "Ott"}), frozenset({"person", "anonymous"})
            ),
            cue=(Span(4, 9),),
            frame=(Span(0, 10),),
        )

    def test_line_of_speaker_gold(self, tmp_path: Path) -> None:
        """Gold for speakers needs no cue and no frame, and says how the speaker is referred to."""
        line = gold_line(reference="surname", abstain=False, same_gender_candidates=True, reason="")
        for key in ("cue", "frame", "addressee", "certain"):
            del line[key]
        [known] = read_gold(written(tmp_path / "gold.jsonl", line), {"brand": TEXT})

        assert (known.reference, known.same_gender_candidates, known.certain, known.reason) == (
            "surname",
            True,
            True,
            None,
        )

    @pytest.mark.parametrize(
        "changes",
        [
            {"text": "„Es brennt“"},
            {"spans": [[11, 99]]},
            {"article": "flut"},
            {"type": "Direct"},
            {"speaker": {"mention": "Otto", "spans": [[0, 3]], "name": None, "kind": "person"}},
            {"speaker": {"mention": "Ott", "spans": [[0, 3]], "name": None, "kind": "human"}},
            {"cue": {"text": "sagt", "spans": [[4, 9]]}},
            {"accept_spans": [[11, 99]]},
            {"part_of": "brand-9"},
            {"text": "„Es […] Ott", "spans": [[11, 14], [0, 3]]},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_refused(self, tmp_path: Path, changes: dict[str, Any]) -> None:
        """What does not fit the text or the contract is an error."""
        with pytest.raises(RecordError, match="gold"):
            read_gold(written(tmp_path / "gold.jsonl", gold_line(**changes)), {"brand": TEXT})

    def test_error_names_the_line(self, tmp_path: Path) -> None:
        """The error names article and line."""
        path = written(tmp_path / "gold.jsonl", gold_line(), gold_line(id="brand-2", text="„Es“"))

        with pytest.raises(RecordError, match="article 'brand', line 2"):
            read_gold(path, {"brand": TEXT})

    def test_id_used_twice(self, tmp_path: Path) -> None:
        """An id that is used twice is an error."""
        path = written(tmp_path / "gold.jsonl", gold_line(), gold_line())

        with pytest.raises(RecordError, match="twice"):
            read_gold(path, {"brand": TEXT})


class TestReadingShared:
    """Lines in the format of the shared articles."""

    def test_fragment(self, tmp_path: Path) -> None:
        """A fragment is a direct record."""
        [known] = read_shared_gold(written(tmp_path / "gold.jsonl", shared_line()), {"brand": TEXT})

        assert (known.type, known.spans, known.cue, known.speaker) == (
            "direct",
            (FRAGMENT,),
            (Span(28, 32),),
            GoldSpeaker("Sie", (Span(24, 27),), frozenset({"Lea Ott"}), frozenset({"person"})),
        )

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"speaker_class": "place_metonym"}, {"place"}),
            ({"speaker": "eine Nachbarin"}, {"anonymous"}),
            ({"speaker_class": "organisation", "accept_speaker_class": ["place_metonym"]}, {"organisation", "place"}),
        ],
    )
    def test_kinds(self, tmp_path: Path, changes: dict[str, Any], expected: set[str]) -> None:
        """A place that stands for a government is a place, a person without a name is anonymous."""
        [known] = read_shared_gold(written(tmp_path / "gold.jsonl", shared_line(**changes)), {"brand": TEXT})

        assert known.speaker is not None
        assert known.speaker.kinds == expected

    def test_arguable(self, tmp_path: Path) -> None:
        """What is arguable is uncertain."""
        line = shared_line(confidence_of_annotation="arguable")
        [known] = read_shared_gold(written(tmp_path / "gold.jsonl", line), {"brand": TEXT})

        assert not known.certain

    def test_pieces(self, tmp_path: Path) -> None:
        """A discontinuous quotation has its pieces as extent; its text may be the whole stretch."""
        line = shared_line(kind="indirect", start=34, end=47, text="es sei „spät“", spans=[[34, 36], [41, 47]])
        [known] = read_shared_gold(written(tmp_path / "gold.jsonl", line), {"brand": TEXT})

        assert known.spans == (Span(34, 36), FRAGMENT)

    def test_near_miss(self, tmp_path: Path) -> None:
        """Near misses are slices of their article."""
        line = {"article": "brand", "start": 34, "end": 47, "text": "es sei „spät“", "why": "warum"}

        assert read_near_misses(written(tmp_path / "near.jsonl", line), {"brand": TEXT}) == [
            NearMiss("brand", MIXED, "es sei „spät“", "warum")
        ]


spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(1, 10))


class TestOverlap:
    """Intersection over union of code points."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ([Span(0, 4)], [Span(0, 4)], 1.0),
            ([Span(0, 4)], [Span(4, 8)], 0.0),
            ([Span(0, 8)], [Span(0, 2), Span(6, 8)], 0.5),
            ([], [], 0.0),
        ],
    )
    def test_examples(self, one: list[Span], other: list[Span], expected: float) -> None:
        """Pieces count together, and nothing overlaps nothing."""
        assert overlap(one, other) == expected

    @given(st.lists(spans, max_size=4), st.lists(spans, max_size=4))
    def test_like_sets(self, one: list[Span], other: list[Span]) -> None:
        """Lengths are those of the sets of code points."""
        left = {place for span in one for place in range(span.start, span.end)}
        right = {place for span in other for place in range(span.start, span.end)}

        assert (shared_length(one, other), length(one)) == (len(left & right), len(left))


class TestMatch:
    """Gold and system records are matched within their class."""

    def test_same_extent_other_class(self) -> None:
        """A fragment does not take the place of the indirect quotation with the same extent."""
        fragment, whole = gold("direct", MIXED, number="f"), gold("mixed", MIXED, number="w")
        [found, missed] = match([fragment, whole], [record("indirect", MIXED)])

        assert {(pair.gold, pair.record is None) for pair in (found, missed)} == {(whole, False), (fragment, True)}

    def test_types_of_one_class(self) -> None:
        """Indirect, mixed and the sentence types are one class."""
        types: list[QuotationType] = ["indirect", "mixed", "reported", "free_indirect", "indirect_free_indirect"]

        assert {kind_class(name) for name in types} == {"indirect"}

    def test_accepted_extent(self) -> None:
        """The best of the accepted extents counts, and is exact."""
        [found] = match([gold("direct", DIRECT, accepted=[(Span(12, 22),)])], [record("direct", Span(12, 22))])

        assert (found.overlap, measure_gold([found]).exact.f1) == (1.0, 1.0)

    def test_uncertain_gold(self) -> None:
        """Uncertain gold counts for nothing, nor does what was matched to it."""
        unsure = gold("direct", DIRECT, certain=False)

        assert (match([unsure], [record("direct", DIRECT)]), match([unsure], [])) == ([], [])

    def test_excused(self) -> None:
        """A record of another class that lies on uncertain gold is not spurious."""
        assert match([gold("mixed", MIXED, certain=False)], [record("direct", Span(34, 46))]) == []

    def test_certain_gold_first(self) -> None:
        """Of two gold records with the same extent the certain one is matched."""
        sure, unsure = gold("mixed", MIXED, number="s"), gold("indirect", MIXED, number="u", certain=False)
        [found] = match([unsure, sure], [record("indirect", MIXED)])

        assert found.gold == sure

    def test_marks_that_quote_nobody(self) -> None:
        """They are neither to be found nor spurious, but must not be claimed as direct."""
        marks, claim = gold("not_a_quote", FRAGMENT), record("direct", FRAGMENT)
        matches = (match([marks], [record("not_a_quote", FRAGMENT)]), claimed_marks([marks], [claim]))

        assert matches == ([], [Match(marks, claim)])

    def test_near_miss(self) -> None:
        """A near miss is hit by a record that overlaps it by four fifths."""
        miss = NearMiss("brand", Span(0, 10), "")
        records = [record("indirect", Span(0, 8)), record("indirect", Span(0, 7)), record("not_a_quote", Span(0, 10))]

        assert hits([miss], records) == [(miss, records[0])]


class TestScores:
    """Scores over matches."""

    def test_detection(self) -> None:
        """A pair is found from four fifths on; less is a miss and a spurious record."""
        wanted = [gold("direct", Span(0, 10), number="1"), gold("direct", Span(20, 30), number="2")]
        metrics = measure_gold(match(wanted, [record("direct", Span(0, 8)), record("direct", Span(20, 27))]))

        assert (metrics.detection.precision, metrics.detection.recall, metrics.exact.f1) == (
            Average(1.0, 2),
            Average(1.0, 2),
            0.0,
        )

    def test_labels_of_what_was_found(self) -> None:
        """Types and labels are judged on found pairs, and only where gold has them."""
        wanted = [gold("mixed", Span(0, 10), zone="body", mood="indicative")]
        metrics = measure_gold(match(wanted, [record("indirect", Span(0, 10), mood="subjunctive_1")]))

        assert (metrics.type, metrics.zone, metrics.mood, metrics.medium) == (
            Average(0.0, 1),
            Average(1.0, 1),
            Average(0.0, 1),
            Average(),
        )

    def test_links(self) -> None:
        """A link is right if it leads to the record that was found for the linked gold."""
        wanted = [gold("mixed", MIXED, number="w"), gold("direct", FRAGMENT, number="f", part_of="w")]
        found = [record("mixed", MIXED, number="a"), record("direct", FRAGMENT, number="b", part_of="a")]

        assert measure_gold(match(wanted, found)).links == Average(1.0, 1)

    def test_wrong_link(self) -> None:
        """A link that gold does not have is wrong."""
        metrics = measure_gold(match([gold("direct", DIRECT)], [record("direct", DIRECT, continues="x")]))

        assert metrics.links == Average(0.0, 1)

    def test_roles(self) -> None:
        """Roles are compared by code points; an empty side is left out."""
        wanted = gold("direct", DIRECT, cue=(Span(4, 9),), speaker=gold_speaker("Lea Ott"))
        found = record("direct", DIRECT, cue=Cue("Ott sagte", (Span(0, 9),), "sagen", "verb"))
        metrics = measure_gold(match([wanted], [found]))

        assert (metrics.cue.precision.value, metrics.cue.recall.value, metrics.speaker.recall, metrics.frame) == (
            5 / 9,
            1.0,
            Average(0.0, 1),
            role_score((), ()),
        )

    def test_by_type(self) -> None:
        """A pair counts for the type of its gold, a spurious record for its own."""
        matches = match([gold("mixed", MIXED)], [record("indirect", MIXED), record("direct", DIRECT)])
        classes = measure_gold_by(matches, lambda known: known.type)

        assert {name: metrics.detection.f1 for name, metrics in classes.items()} == {"direct": 0.0, "mixed": 1.0}

    def test_marks_left_alone(self) -> None:
        """The share of marks that no direct record claims."""
        marks = [gold("not_a_quote", FRAGMENT, number="1"), gold("not_a_quote", DIRECT, number="2")]

        assert measure_gold([], claimed_marks(marks, [record("direct", DIRECT)])).marks_left_alone == Average(1.0, 2)


class TestNames:
    """Names are right, wrong, or left open."""

    @pytest.mark.parametrize(
        ("wanted", "given", "expected"),
        [
            (gold_speaker("Lea Ott"), speaker("Lea Ott"), "right"),
            (gold_speaker("Lea Ott"), speaker("lea\n ott"), "right"),
            (gold_speaker("Lea Ott", "Ott"), speaker("Ott"), "right"),
            (gold_speaker("Lea Ott"), speaker("Ott"), "wrong"),
            (gold_speaker("Lea Ott"), speaker(None), "open"),
            (gold_speaker("Lea Ott"), None, "open"),
            (gold_speaker(None), speaker(None), "right"),
            (gold_speaker(None), None, "right"),
            (gold_speaker(None), speaker("Lea Ott"), "wrong"),
            (gold_speaker("Lea Ott", None), speaker(None), "right"),
            (None, None, "right"),
            (None, speaker(None), "right"),
            (None, speaker("Lea Ott"), "wrong"),
        ],
    )
    def test_verdicts(self, wanted: GoldSpeaker | None, given: Speaker | None, expected: str) -> None:
        """A name gold does not have is wrong; a missing one is open."""
        assert judge_name(wanted, given) == expected

    def test_members(self) -> None:
        """Several speakers are right if all are named, with or without a name for them together."""
        both = gold_speaker("Ott und Lang", members=frozenset({"Ott", "Lang"}))
        given = [speaker(None, "group", members=members) for members in (("Lang", "Ott"), ("Ott",), ())]

        assert [judge_name(both, known) for known in given] == ["right", "wrong", "open"]

    def test_kinds(self) -> None:
        """A kind is right if it is accepted, or if nobody speaks on either side."""
        wanted = evolve(gold_speaker("Pjöngjang"), kinds=frozenset({"place", "organisation"}))
        given = [speaker("Pjöngjang", "place"), speaker("Pjöngjang"), None]

        assert [*(is_right_kind(wanted, known) for known in given), is_right_kind(None, None)] == [
            True,
            False,
            False,
            True,
        ]

    def test_counts(self) -> None:
        """Counts add up, and shares are of all."""
        total = Names(1, 2, 0) + Names(0, 0, 1)

        assert (total, total.share(total.wrong), Names().share(0)) == (Names(1, 2, 1), 0.5, 0.0)
