"""The benchmark's metrics on examples small enough to compute by hand."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.evaluation import (
    Annotation,
    Average,
    MissingScipyError,
    Pair,
    Score,
    align,
    best_pairs,
    measure,
    measure_by,
    measure_roles,
    token_f1,
)
from quotetrack.evaluation.annotations import MEDIA, TYPES


def annotation(quote: set[int], kind: str = "Indirect", medium: str = "Speech", **roles: set[int]) -> Annotation:
    """Return an annotation of a quotation of these tokens."""
    return Annotation(quote=quote, type=kind, medium=medium, **roles)


token_sets = st.frozensets(st.integers(0, 30), min_size=1, max_size=8)
roles = st.frozensets(st.integers(0, 30), max_size=4)
annotation_values = st.builds(
    Annotation,
    quote=token_sets,
    type=st.sampled_from(TYPES),
    medium=st.sampled_from(MEDIA),
    speaker=roles,
    cue=roles,
    frame=roles,
    addressee=roles,
)


def rounded(score: Score) -> tuple[float, float, float]:
    """Return precision, recall and F1 to four places."""
    return round(score.precision.value, 4), round(score.recall.value, 4), round(score.f1, 4)


class TestMessage:
    """Precision averages over system quotations, recall over gold ones, whatever their length."""

    def test_half_a_quotation(self) -> None:
        """A system quotation that is half of the gold one has full precision and half recall."""
        metrics = measure(align([annotation({1, 2, 3, 4})], [annotation({1, 2})]))

        assert rounded(metrics.message) == (1.0, 0.5, 0.6667)

    def test_spurious_word_costs_like_a_paragraph(self) -> None:
        """A spurious quotation of one token halves precision beside a perfect one of twenty."""
        perfect = annotation(set(range(20)))
        metrics = measure(align([perfect], [perfect, annotation({30})]))

        assert rounded(metrics.message) == (0.5, 1.0, 0.6667)

    def test_average_over_the_corpus(self) -> None:
        """Averages run over the quotations of all documents, not over documents."""
        one = align([annotation({1}), annotation({5})], [annotation({1}), annotation({5})], "one")
        other = align([annotation({1, 2})], [annotation({2, 3})], "other")

        assert rounded(measure(one + other).message) == (0.8333, 0.8333, 0.8333)

    def test_nothing_found(self) -> None:
        """Without a system quotation precision, recall and F1 are 0."""
        assert rounded(measure(align([annotation({1})], [])).message) == (0.0, 0.0, 0.0)

    def test_nothing_to_find(self) -> None:
        """A system quotation in a document without any costs precision only."""
        score = measure(align([], [annotation({1})])).message

        assert (score.precision, score.recall) == (Average(0.0, 1), Average())


class TestRoles:
    """A role that is empty on one side is left out of the average of that side."""

    def test_role_left_empty(self) -> None:
        """Leaving a role empty costs recall only."""
        gold = annotation({1}, speaker={2}, cue={3})
        metrics = measure(align([gold], [annotation({1}, speaker={2})]))

        assert rounded(metrics.roles) == (1.0, 0.5, 0.6667)

    def test_role_invented(self) -> None:
        """A role that gold does not have counts as a full zero in precision."""
        metrics = measure(align([annotation({1}, cue={3})], [annotation({1}, cue={3}, addressee={4})]))

        assert rounded(metrics.roles) == (0.5, 1.0, 0.6667)

    def test_roles_of_a_spurious_quotation(self) -> None:
        """A spurious quotation puts a zero for every role it carries."""
        right = annotation({1}, cue={3})
        metrics = measure(align([right], [right, annotation({9}, speaker={10}, cue={11}, frame={10, 11})]))

        assert rounded(metrics.roles) == (0.25, 1.0, 0.4)

    def test_joint_pools_quotation_and_roles(self) -> None:
        """Joint pools the quotation with the roles: here three units in gold, two of them found."""
        gold = annotation({1}, speaker={2}, cue={3})
        metrics = measure(align([gold], [annotation({1}, speaker={2})]))

        assert rounded(metrics.joint) == (1.0, 0.6667, 0.8)

    def test_each_role_alone(self) -> None:
        """Scores per role count only that role."""
        gold = annotation({1}, speaker={2, 3}, cue={4})
        scores = measure_roles(align([gold], [annotation({1}, speaker={2})]))

        assert {role: rounded(score) for role, score in scores.items()} == {
            "speaker": (1.0, 0.5, 0.6667),
            "cue": (0.0, 0.0, 0.0),
            "frame": (0.0, 0.0, 0.0),
            "addressee": (0.0, 0.0, 0.0),
        }


class TestLabels:
    """Form and medium are counted per annotation."""

    def test_unequal_label(self) -> None:
        """An unequal type is a false positive and a false negative."""
        metrics = measure(align([annotation({1}, "Direct")], [annotation({1}, "Indirect")]))

        assert (rounded(metrics.form), rounded(metrics.medium)) == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))

    def test_pair_without_overlap(self) -> None:
        """A pair that shares no token counts as right where the labels are equal."""
        metrics = measure(align([annotation({1})], [annotation({7}, medium="SW")]))

        assert (rounded(metrics.form), rounded(metrics.medium)) == ((1.0, 1.0, 1.0), (0.0, 0.0, 0.0))

    def test_unmatched(self) -> None:
        """An annotation left over counts as a false positive."""
        metrics = measure(align([annotation({1})], [annotation({1}), annotation({1})]))

        assert rounded(metrics.form) == (0.5, 1.0, 0.6667)

    def test_matched_needs_half(self) -> None:
        """A pair counts as matched from a token F1 of one half on."""
        gold = [annotation({1, 2, 3}), annotation({11, 12, 13, 14})]
        metrics = measure(align(gold, [annotation({1}), annotation({11})]))

        assert rounded(metrics.matched) == (0.5, 0.5, 0.5)


class TestAlign:
    """The Hungarian method finds the pairs whose weights sum up to most."""

    def test_best_sum_beats_best_pair(self) -> None:
        """The greatest single overlap is given up where two others together weigh more."""
        gold = [annotation({1, 2, 3, 4, 5, 6}), annotation({1, 2, 3, 4})]
        system = [annotation({1, 2, 3, 4, 5}), annotation({5, 6})]

        assert {(pair.gold, pair.system) for pair in align(gold, system)} == {
            (gold[1], system[0]),
            (gold[0], system[1]),
        }

    def test_same_type_breaks_ties(self) -> None:
        """Of two gold quotations with the same span the one of the same type is taken."""
        gold = [annotation({1, 2}, "Indirect"), annotation({1, 2}, "Direct")]
        [pair, missed] = align(gold, [annotation({1, 2}, "Direct")])

        assert (pair.gold, missed) == (gold[1], Pair(gold[0], None))

    def test_same_medium_breaks_remaining_ties(self) -> None:
        """Of two of the same type that of the same medium is taken."""
        gold = [annotation({1, 2}), annotation({1, 2}, medium="SW")]
        [pair, _] = align(gold, [annotation({1, 2}, medium="SW")])

        assert pair.gold == gold[1]

    @given(st.lists(annotation_values, max_size=6), st.lists(annotation_values, max_size=6))
    def test_every_annotation_once(self, gold: list[Annotation], system: list[Annotation]) -> None:
        """Every annotation is in exactly one pair, and as many are paired as the shorter list allows."""
        pairs = align(gold, system)

        found = (
            sorted(map(repr, (pair.gold for pair in pairs if pair.gold))),
            sorted(map(repr, (pair.system for pair in pairs if pair.system))),
            sum(1 for pair in pairs if pair.gold and pair.system),
        )
        assert found == (sorted(map(repr, gold)), sorted(map(repr, system)), min(len(gold), len(system)))

    @given(st.lists(annotation_values, min_size=1, max_size=6, unique_by=lambda known: (known.quote, known.type)))
    def test_gold_against_itself(self, gold: list[Annotation]) -> None:
        """Gold scored against itself is perfect in quotation and form."""
        metrics = measure(align(gold, gold))

        assert (rounded(metrics.message), rounded(metrics.form)) == ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0))

    @given(st.lists(annotation_values, max_size=6), st.lists(annotation_values, max_size=6))
    def test_sides_mirror(self, gold: list[Annotation], system: list[Annotation]) -> None:
        """The precision of the message one way round is the recall of the same pairs the other way round."""
        pairs = align(gold, system)
        mirrored = [Pair(pair.system, pair.gold) for pair in pairs]

        assert measure(pairs).message.precision == measure(mirrored).message.recall


class TestBreakdown:
    """A class has the recall of its gold annotations and the precision of its system annotations."""

    def test_by_type(self) -> None:
        """A wrong type costs the recall of the gold class and the precision of neither span."""
        gold = [annotation({1, 2}, "Direct"), annotation({5})]
        system = [annotation({1}, "Indirect"), annotation({5})]
        classes = measure_by(align(gold, system), lambda _, known: known.type)

        assert {name: rounded(metrics.message) for name, metrics in classes.items()} == {
            "Direct": (0.0, 0.5, 0.0),
            "Indirect": (1.0, 1.0, 1.0),
        }

    def test_most_frequent_first(self) -> None:
        """Classes come in the order of their number in gold, those only the system knows last."""
        gold = [annotation({1}, "Reported"), annotation({3}), annotation({5})]
        system = [annotation({9}, "Direct")]

        assert list(measure_by(align(gold, system), lambda _, known: known.type)) == ["Indirect", "Reported", "Direct"]


class TestMatching:
    """Pairs of rows and columns."""

    def test_no_rows(self) -> None:
        """Nothing is paired with nothing."""
        assert (best_pairs([]), best_pairs([[]])) == ([], [])

    def test_single_row_and_column(self) -> None:
        """A single row or column takes its greatest weight."""
        assert (best_pairs([[0.1, 0.3, 0.2]]), best_pairs([[0.1], [0.3]])) == ([(0, 1)], [(1, 0)])

    def test_missing_scipy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without scipy the error names the extra that installs it."""
        original = builtins.__import__

        def without_scipy(name: str, *rest: Any, **named: Any) -> Any:
            if name.startswith("scipy"):
                raise ImportError(name)
            return original(name, *rest, **named)

        monkeypatch.setattr(builtins, "__import__", without_scipy)

        with pytest.raises(MissingScipyError, match=r"quotetrack\[evaluation\]"):
            best_pairs([[1.0, 0.0], [0.0, 1.0]])

    def test_token_f1_of_nothing(self) -> None:
        """Two empty sets have nothing in common."""
        assert token_f1(frozenset(), frozenset()) == 0.0
