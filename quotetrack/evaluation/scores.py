"""The benchmark's metrics: Message, Roles, Joint, Form and medium (STWR).

After Petersen-Frey & Biemann (2024). In each document gold and system annotations are matched one to one by the
Hungarian method on the token F1 of the quotation; whoever is left over is paired with nothing. All averages run over
annotations (and roles) of the whole corpus, so that a quotation of one word counts like one of six sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from attrs import frozen

from quotetrack.evaluation.annotations import ROLES, Annotation
from quotetrack.evaluation.matching import best_pairs

SAME_TYPE: Final = 0.01
SAME_MEDIUM: Final = 0.001
MATCHED: Final = 0.5


@frozen
class Average:
    """A mean that can still be added to; the mean of nothing is 0."""

    total: float = 0.0
    count: int = 0

    def __add__(self, other: Average) -> Average:
        return Average(self.total + other.total, self.count + other.count)

    @property
    def value(self) -> float:
        """The mean, between 0 and 1."""
        return self.total / self.count if self.count else 0.0


@frozen
class Score:
    """Precision and recall as averages, and the harmonic mean of the two.

    >>> round(Score(Average(1.0, 1), Average(1.0, 3)).f1, 3)
    0.5
    """

    precision: Average = Average()
    recall: Average = Average()

    def __add__(self, other: Score) -> Score:
        return Score(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 if both are."""
        precision, recall = self.precision.value, self.recall.value
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@frozen
class Pair:
    """A gold annotation and the system annotation matched to it; one of them may be missing."""

    gold: Annotation | None
    system: Annotation | None
    document: str = ""


@frozen
class Metrics:
    """The five metrics over some pairs; ``matched`` counts the pairs whose quotations agree with token F1 >= 0.5."""

    message: Score
    roles: Score
    joint: Score
    form: Score
    medium: Score
    matched: Score


def token_f1(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the harmonic mean of the shares that two sets of tokens have in common.

    >>> token_f1(frozenset({1, 2, 3}), frozenset({3}))
    0.5
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def weight(gold: Annotation, system: Annotation) -> float:
    """Return how well two annotations fit: token F1 of the quotations, a little more for the same type and medium."""
    overlap = token_f1(gold.quote, system.quote)
    if not overlap:
        return 0.0
    return overlap + SAME_TYPE * (gold.type == system.type) + SAME_MEDIUM * (gold.medium == system.medium)


def align(gold: Sequence[Annotation], system: Sequence[Annotation], document: str = "") -> list[Pair]:
    """Pair the annotations of one document; those left over on either side are paired with ``None``.

    As many pairs are made as the shorter list allows, even of quotations that share no token.
    """
    pairs = best_pairs([[weight(known, found) for found in system] for known in gold])
    used_gold, used_system = {row for row, _ in pairs}, {column for _, column in pairs}
    matched = [Pair(gold[row], system[column], document) for row, column in pairs]
    missed = [Pair(known, None, document) for place, known in enumerate(gold) if place not in used_gold]
    spurious = [Pair(None, found, document) for place, found in enumerate(system) if place not in used_system]
    return matched + missed + spurious


def measure(pairs: Iterable[Pair]) -> Metrics:
    """Return all metrics over the pairs of a corpus."""
    known = list(pairs)
    message = _sum(_span_score(pair, "quote") for pair in known)
    roles = _sum(_span_score(pair, role) for pair in known for role in ROLES)
    return Metrics(
        message=message,
        roles=roles,
        joint=message + roles,
        form=_sum(_label_score(pair, lambda annotation: annotation.type) for pair in known),
        medium=_sum(_label_score(pair, lambda annotation: annotation.medium) for pair in known),
        matched=_sum(_matched_score(pair) for pair in known),
    )


def measure_roles(pairs: Iterable[Pair]) -> dict[str, Score]:
    """Return a score for each role on its own."""
    known = list(pairs)
    return {role: _sum(_span_score(pair, role) for pair in known) for role in ROLES}


def measure_by(pairs: Iterable[Pair], key: Callable[[Pair, Annotation], str]) -> dict[str, Metrics]:
    """Return metrics for each class of annotations, the most frequent gold class first.

    The key says to which class an annotation of a pair belongs. Recall is that of the gold annotations of the class,
    precision that of the system annotations of the class.
    """
    gold: dict[str, list[Pair]] = {}
    system: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.gold:
            gold.setdefault(key(pair, pair.gold), []).append(pair)
        if pair.system:
            system.setdefault(key(pair, pair.system), []).append(pair)
    names = sorted({*gold, *system}, key=lambda name: (-len(gold.get(name, [])), name))
    return {name: _one_sided(gold.get(name, []), system.get(name, [])) for name in names}


def _one_sided(gold: list[Pair], system: list[Pair]) -> Metrics:
    recall, precision = measure(gold), measure(system)
    names = ("message", "roles", "joint", "form", "medium", "matched")
    return Metrics(**{name: Score(getattr(precision, name).precision, getattr(recall, name).recall) for name in names})


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        total += score
    return total


def _tokens(annotation: Annotation | None, name: str) -> frozenset[int]:
    return annotation.role(name) if annotation else frozenset()


def _span_score(pair: Pair, name: str) -> Score:
    gold, system = _tokens(pair.gold, name), _tokens(pair.system, name)
    common = len(gold & system)
    return Score(_share(common, len(system)), _share(common, len(gold)))


def _share(common: int, size: int) -> Average:
    return Average(common / size, 1) if size else Average()


def _label_score(pair: Pair, label: Callable[[Annotation], str]) -> Score:
    equal = bool(pair.gold and pair.system and label(pair.gold) == label(pair.system))
    return _hit(pair, equal)


def _matched_score(pair: Pair) -> Score:
    fits = bool(pair.gold and pair.system and token_f1(pair.gold.quote, pair.system.quote) >= MATCHED)
    return _hit(pair, fits)


def _hit(pair: Pair, hit: bool) -> Score:
    return Score(Average(float(hit), int(pair.system is not None)), Average(float(hit), int(pair.gold is not None)))
