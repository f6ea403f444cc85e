"""Scores records against documents in the benchmark's terms: WIKINEWS, and GePaDe made to look like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import fmean
from typing import Final

from attrs import define, field

from evaluating import layers, sentences
from evaluating.data import SEALED, BenchmarkData, GepadeData
from evaluating.extraction import Extraction
from evaluating.reports import Report, Shown
from evaluating.tables import Table, benchmark_table, percent, roles_table, share
from quotetrack.evaluation import (
    Annotation,
    BenchmarkDocument,
    Metrics,
    Pair,
    align,
    annotated,
    measure,
    measure_by,
    measure_roles,
)
from quotetrack.evaluation.constructions import construction
from quotetrack.evaluation.gepade import Speech, without_silent
from quotetrack.records import Record
from quotetrack.vocabulary import TO_SPEAKER

PARTS: Final = 20
"""So many parts the documents are dealt to, for the standard errors."""


@define
class _Collected:
    """Pairs of all documents, whose annotations stand beside which, and the pairs to which each rule contributed."""

    pairs: list[Pair] = field(factory=list)
    rules: dict[str, list[Pair]] = field(factory=dict)
    gold: dict[str, list[Annotation]] = field(factory=dict)
    found: dict[str, list[Annotation]] = field(factory=dict)
    documents: dict[str, BenchmarkDocument] = field(factory=dict)
    judged: list[tuple[float, Pair]] = field(factory=list)

    def add(self, document: BenchmarkDocument, made: list[tuple[Record, Annotation]]) -> None:
        found = [annotation for _, annotation in made]
        pairs = align(document.annotations, found, document.name)
        self.pairs += pairs
        self.documents[document.name] = document
        self.gold[document.name], self.found[document.name] = list(document.annotations), found
        pair_of = {id(pair.system): pair for pair in pairs if pair.system}
        for record, annotation in made:
            if record.confidence is not None:
                self.judged.append((record.confidence, pair_of[id(annotation)]))
            for rule in [name for name in record.rules if not name.startswith(TO_SPEAKER)] or ["–"]:
                self.rules.setdefault(rule, []).append(pair_of[id(annotation)])

    def construction(self, pair: Pair, annotation: Annotation) -> str:
        others = self.gold if annotation is pair.gold else self.found
        return construction(annotation, self.documents[pair.document], others[pair.document])


def report_benchmark(data: BenchmarkData, extraction: Extraction) -> Report:
    """Score records against WIKINEWS; of sealed documents only the scores come back."""
    collected = _Collected()
    shown: list[Shown] = []
    for document in data.documents:
        made = annotated(extraction.of(document.name), document)
        collected.add(document, made)
        shown.append(_shown(document, made))
    metrics = measure(collected.pairs)
    is_sealed = data.name in SEALED
    tables = [*_scores(data.name, metrics, collected), *([] if is_sealed else _details(collected))]
    return Report(data.name, headline(metrics), tuple(tables), () if is_sealed else tuple(shown))


def _scores(name: str, metrics: Metrics, collected: _Collected) -> list[Table]:
    types = measure_by(collected.pairs, lambda _, annotation: annotation.type)
    return [
        benchmark_table(name, {"all": metrics, **types}),
        roles_table("roles", measure_roles(collected.pairs)),
        _errors_table(collected.pairs),
    ]


def _errors_table(pairs: Sequence[Pair]) -> Table:
    rows = [(name, percent(error)) for name, error in standard_errors(pairs).items()]
    return Table("standard errors", ("F1", "±"), rows)


def standard_errors(pairs: Sequence[Pair], parts: int = PARTS) -> dict[str, float]:
    """Return how far each F1 would be off by chance, had other documents been drawn: the delete-a-group jackknife.

    The documents are dealt to parts in the order of their names; each part is left out once. Source: Kott, Journal of
    Official Statistics 17 (2001), 521-526.
    """
    names = sorted({pair.document for pair in pairs})
    part_of = {name: place % parts for place, name in enumerate(names)}
    left = [headline(measure(pair for pair in pairs if part_of[pair.document] != part)) for part in range(parts)]
    found: dict[str, float] = {}
    for name in ("message", "roles", "joint", "form"):
        values = [scores[name] for scores in left]
        mean = fmean(values)
        found[name] = sqrt((parts - 1) / parts * sum((value - mean) ** 2 for value in values))
    return found


def _details(collected: _Collected) -> list[Table]:
    constructions = sorted(measure_by(collected.pairs, collected.construction).items())
    return [
        benchmark_table("constructions", dict(constructions)),
        rules_table(collected.rules),
        reliability_table(collected.judged),
    ]


def _shown(document: BenchmarkDocument, made: list[tuple[Record, Annotation]]) -> Shown:
    return Shown(
        name=document.name,
        text=document.text,
        sentences=sentences.of_tokens(document),
        gold=tuple(layers.of_annotation(annotation, document) for annotation in document.annotations),
        found=tuple(layers.of_annotation(annotation, document, record.rules) for record, annotation in made),
    )


def headline(metrics: Metrics) -> dict[str, float]:
    """Return the F1 of each of the benchmark's metrics."""
    return {
        "message": metrics.message.f1,
        "roles": metrics.roles.f1,
        "joint": metrics.joint.f1,
        "form": metrics.form.f1,
        "medium": metrics.medium.f1,
        "matched precision": metrics.matched.precision.value,
        "message recall": metrics.message.recall.value,
    }


def reliability_table(judged: Sequence[tuple[float, Pair]]) -> Table:
    """Return how often records of some confidence match gold (token F1 of at least a half), in steps of a tenth."""
    steps: dict[int, list[tuple[float, Pair]]] = {}
    for confidence, pair in judged:
        steps.setdefault(min(9, int(confidence * 10)), []).append((confidence, pair))
    rows = [_reliability_row(step, found) for step, found in sorted(steps.items())]
    return Table("reliability of the confidence", ("confidence", "system", "mean", "match"), rows)


def _reliability_row(step: int, found: Sequence[tuple[float, Pair]]) -> tuple[str, ...]:
    mean = sum(confidence for confidence, _ in found) / len(found)
    matched = measure(pair for _, pair in found).matched.precision
    return (f"{step / 10:.1f} to {(step + 1) / 10:.1f}", str(len(found)), percent(mean), share(matched))


def rules_table(rules: Mapping[str, list[Pair]]) -> Table:
    """Return how precise the annotations are to which each rule contributed, the most frequent rule first."""
    ordered = sorted(rules.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    heads = ("rule", "system", "match", "Message", "Roles", "Form")
    return Table("rules (precision)", heads, [_rule_row(rule, pairs) for rule, pairs in ordered])


def _rule_row(rule: str, pairs: list[Pair]) -> tuple[str, ...]:
    metrics = measure(pairs)
    scores = (metrics.matched, metrics.message, metrics.roles, metrics.form)
    return (rule, str(len(pairs)), *(share(score.precision) for score in scores))


def report_gepade(data: GepadeData, extraction: Extraction) -> Report:
    """Score records against GePaDe: message, source, cue and addressee."""
    pairs: list[Pair] = []
    shown: list[Shown] = []
    for speech in data.speeches:
        made = _gepade_annotations(speech, extraction)
        pairs += align(speech.document.annotations, [annotation for _, annotation in made], speech.document.name)
        shown.append(_shown(speech.document, made))
    roles = measure_roles(pairs)
    scores = {"message": measure(pairs).message, "source": roles["speaker"], "cue": roles["cue"]}
    table = roles_table(data.name, scores | {"addressee": roles["addressee"]})
    return Report(data.name, {name: score.f1 for name, score in scores.items()}, (table,), tuple(shown))


def _gepade_annotations(speech: Speech, extraction: Extraction) -> list[tuple[Record, Annotation]]:
    made = annotated(extraction.of(speech.document.name), speech.document)
    kept = without_silent((annotation for _, annotation in made), speech.silent_cues)
    return [(record, annotation) for record, annotation in made if any(annotation is known for known in kept)]
