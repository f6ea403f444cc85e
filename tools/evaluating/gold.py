"""Scores records against gold records: our own, and those of the shared articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluating import layers, sentences
from evaluating.data import GoldData
from evaluating.extraction import Extraction
from evaluating.reports import Report, Shown
from evaluating.tables import Table, percent, share, three
from quotetrack.evaluation.gold import GoldRecord, NearMiss
from quotetrack.evaluation.gold_scores import (
    GoldMetrics,
    Match,
    claimed_marks,
    hits,
    is_right_kind,
    judge_name,
    match,
    measure_gold,
    measure_gold_by,
)
from quotetrack.records import Record


def report_gold(data: GoldData, extraction: Extraction) -> Report:
    """Score records against gold records; what is not as it should be is listed."""
    matches: list[Match] = []
    marks: list[Match] = []
    failures: list[str] = []
    for article in data.texts:
        gold, records = data.of(article), extraction.of(article)
        found, claimed = match(gold, records), claimed_marks(gold, records)
        matches, marks = matches + found, marks + claimed
        failures += [*_failures(found), *_claims(claimed), *_hits(data.misses_of(article), records)]
    metrics = measure_gold(matches, marks)
    types = measure_gold_by(matches, lambda known: known.type)
    tables = (gold_table(data.name, {"all": metrics, **types}), gold_details(metrics))
    shown = tuple(shown_article(data, article, extraction.of(article)) for article in data.texts)
    return Report(data.name, gold_headline(metrics, matches), tables, shown, tuple(failures))


def shown_article(data: GoldData, article: str, records: Iterable[Record]) -> Shown:
    """Return an article with its gold and its records; marks that quote nobody are in neither."""
    text = data.texts[article]
    return Shown(
        name=article,
        text=text,
        sentences=sentences.of_text(text),
        gold=tuple(layers.of_gold(known) for known in data.of(article) if known.type != "not_a_quote"),
        found=tuple(layers.of_record(record) for record in records if record.type != "not_a_quote"),
    )


def _failures(matches: Iterable[Match]) -> Iterator[str]:
    for found in matches:
        if found.gold and not found.found:
            yield f"{found.gold.id}: not found (overlap {found.overlap:.2f}): {found.gold.text[:60]}"
        elif found.gold and (wrong := _wrong_speaker(found.gold, found)):
            yield f"{found.gold.id}: {wrong}"


def _claims(marks: Iterable[Match]) -> Iterator[str]:
    for claimed in marks:
        if claimed.gold and claimed.record:
            yield f"{claimed.gold.id}: marks that quote nobody are claimed as direct: {claimed.gold.text[:60]}"


def _hits(near_misses: list[NearMiss], records: list[Record]) -> Iterator[str]:
    for miss, record in hits(near_misses, records):
        yield f"{miss.article} {miss.span.as_list()}: near miss hit by {record.type} {record.rules}: {miss.text[:60]}"


def _wrong_speaker(gold: GoldRecord, found: Match) -> str:
    given = found.record.speaker if found.record else None
    if judge_name(gold.speaker, given) != "right":
        wanted = sorted(str(name) for name in gold.speaker.names) if gold.speaker else None
        return f"speaker {given.name if given else None!r} instead of {wanted}"
    if not is_right_kind(gold.speaker, given):
        return (
            f"kind {given.kind if given else None!r} instead of {sorted(gold.speaker.kinds) if gold.speaker else None}"
        )
    return ""


def gold_headline(metrics: GoldMetrics, matches: Iterable[Match]) -> dict[str, float]:
    """Return what is pinned of our own gold."""
    required = [found for found in matches if found.gold]
    right = [found for found in required if found.found and found.gold and not _wrong_speaker(found.gold, found)]
    return {
        "detection": metrics.detection.f1,
        "exact": metrics.exact.f1,
        "type": metrics.type.value,
        "name": metrics.names.share(metrics.names.right),
        "kind": metrics.kind.value,
        "speaker": metrics.speaker.f1,
        "cue": metrics.cue.f1,
        "frame": metrics.frame.f1,
        "marks left alone": metrics.marks_left_alone.value,
        "found with right speaker": len(right) / len(required) if required else 0.0,
    }


GOLD_HEADS = ("", "gold", "system", "found P / R / F1", "exact P / R / F1", "type", "name", "wrong", "open", "kind")


def gold_table(title: str, rows: Mapping[str, GoldMetrics]) -> Table:
    """Return a table of detection, type and speakers."""
    return Table(title, GOLD_HEADS, [_gold_row(name, metrics) for name, metrics in rows.items()])


def _gold_row(name: str, metrics: GoldMetrics) -> tuple[str, ...]:
    names = metrics.names
    return (
        name,
        str(metrics.detection.recall.count),
        str(metrics.detection.precision.count),
        three(metrics.detection),
        three(metrics.exact),
        share(metrics.type),
        percent(names.share(names.right)),
        percent(names.share(names.wrong)),
        percent(names.share(names.open)),
        share(metrics.kind),
    )


def gold_details(metrics: GoldMetrics) -> Table:
    """Return a table of roles and labels over what was found."""
    roles = [(role, three(getattr(metrics, role))) for role in layers.ROLES]
    labels = [(label, share(getattr(metrics, label))) for label in ("zone", "mood", "medium", "links")]
    return Table(
        "of what was found",
        ("", "P / R / F1, or right"),
        [*roles, *labels, ("marks left alone", share(metrics.marks_left_alone))],
    )
