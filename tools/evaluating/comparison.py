"""Compares two runs over the same texts, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from evaluating.layers import ROLES, Layer
from evaluating.reports import Shown
from quotetrack.evaluation.gold import length, shared_length
from quotetrack.evaluation.matching import best_pairs
from quotetrack.spans import Span

#: Two values of a sentence that differ less are the same.
NOISE: Final = 0.005


@frozen
class Verdict:
    """A gold layer and the layer found for it, either may be missing, with a value: 1 if all is right, 0 if missed.

    A layer without gold has the value -1.
    """

    gold: Layer | None
    found: Layer | None
    value: float


@frozen
class SentenceResult:
    """What belongs to one sentence in one run."""

    verdicts: tuple[Verdict, ...] = ()

    @property
    def value(self) -> float:
        """The sum of the verdicts."""
        return sum(verdict.value for verdict in self.verdicts)

    @property
    def loss(self) -> float:
        """How much is missing to a perfect sentence."""
        return sum(1 for verdict in self.verdicts if verdict.gold and verdict.gold.certain) - self.value

    @property
    def gold(self) -> tuple[Layer, ...]:
        """The gold layers of the sentence."""
        return tuple(verdict.gold for verdict in self.verdicts if verdict.gold)

    @property
    def found(self) -> tuple[Layer, ...]:
        """The layers found for the sentence."""
        return tuple(verdict.found for verdict in self.verdicts if verdict.found)


@frozen
class Change:
    """A sentence in this run, and in the last one where there is one."""

    document: str
    text: str = field(repr=False)
    sentence: Span
    now: SentenceResult
    before: SentenceResult | None = None

    @property
    def gain(self) -> float:
        """How much better the sentence got."""
        return self.now.value - self.before.value if self.before else 0.0

    @property
    def kind(self) -> str:
        """What is wrong in the sentence, with the type it concerns: for grouping."""
        worst = min(self.now.verdicts, key=lambda verdict: verdict.value)
        if worst.gold is None:
            return f"spurious {worst.found.type if worst.found else ''}"
        return f"{'missed' if worst.found is None else 'inexact'} {worst.gold.type}"


def compare(
    shown: Iterable[Shown], last: Mapping[str, Sequence[Layer]] | None, *, spurious_count: bool = True
) -> list[Change]:
    """Return all sentences that gold, this run or the last one has something in.

    Without ``spurious_count`` what is found beyond gold is not held against a run.
    """
    changes: list[Change] = []
    for article in shown:
        now = results(article, article.found, spurious_count=spurious_count)
        old = None if last is None else results(article, last.get(article.name, ()), spurious_count=spurious_count)
        places = sorted({*now, *(old or {})})
        changes += [
            Change(
                document=article.name,
                text=article.text,
                sentence=article.sentences[place],
                now=now.get(place, SentenceResult()),
                before=None if old is None else old.get(place, SentenceResult()),
            )
            for place in places
        ]
    return changes


def worse(changes: Iterable[Change]) -> list[Change]:
    """Return the sentences that lost, the greatest loss first."""
    return sorted((change for change in changes if change.gain < -NOISE), key=lambda change: change.gain)


def better(changes: Iterable[Change]) -> list[Change]:
    """Return the sentences that gained, the greatest gain first."""
    return sorted((change for change in changes if change.gain > NOISE), key=lambda change: -change.gain)


def wrong(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the sentences in which something is wrong now, by kind, the most frequent kind first."""
    kinds: dict[str, list[Change]] = {}
    for change in changes:
        if change.now.loss > NOISE:
            kinds.setdefault(change.kind, []).append(change)
    return dict(sorted(kinds.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def results(article: Shown, found: Sequence[Layer], *, spurious_count: bool) -> dict[int, SentenceResult]:
    """Return the verdicts by the number of the sentence in which their quotation begins."""
    starts = [sentence.start for sentence in article.sentences]
    by_sentence: dict[int, list[Verdict]] = {}
    for verdict in verdicts(article.gold, found, spurious_count=spurious_count):
        layer = verdict.gold or verdict.found
        if layer is not None:
            place = max(0, bisect_right(starts, layer.quote[0].start) - 1)
            by_sentence.setdefault(place, []).append(verdict)
    return {place: SentenceResult(tuple(known)) for place, known in by_sentence.items()}


def verdicts(gold: Sequence[Layer], found: Sequence[Layer], *, spurious_count: bool = True) -> list[Verdict]:
    """Match layers by the overlap of their quotations and judge each pair; uncertain gold is worth nothing."""
    weights = [[_weight(known, layer) for layer in found] for known in gold]
    pairs = [(row, column) for row, column in best_pairs(weights) if weights[row][column] > 0]
    used_gold, used_found = {row for row, _ in pairs}, {column for _, column in pairs}
    judged = [Verdict(gold[row], found[column], _value(gold[row], found[column])) for row, column in pairs]
    judged += [Verdict(known, None, 0.0) for place, known in enumerate(gold) if place not in used_gold]
    spurious = [layer for place, layer in enumerate(found) if place not in used_found]
    return judged + [Verdict(None, layer, -1.0 if spurious_count else 0.0) for layer in spurious]


def _weight(gold: Layer, found: Layer) -> float:
    overlap = agreement(gold.quote, found.quote)
    return overlap + 0.01 * (gold.type == found.type) if overlap else 0.0


def _value(gold: Layer, found: Layer) -> float:
    if not gold.certain:
        return 0.0
    roles = [role for role in ROLES if gold.roles.get(role)]
    parts = [agreement(gold.roles[role], found.roles.get(role, ())) for role in roles]
    parts += [agreement(gold.quote, found.quote), float(gold.type == found.type)]
    if gold.name is not None:
        parts.append(float(found.name in gold.name.split(" | ")))
    return sum(parts) / len(parts)


def agreement(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the F1 of the code points that two lists of spans share."""
    size = length(one) + length(other)
    return 2 * shared_length(one, other) / size if size else 0.0
