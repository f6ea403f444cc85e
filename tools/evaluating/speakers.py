"""Scores the speakers of gold quotations, beside the baselines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluating.data import SEALED, GoldData
from evaluating.extraction import Extraction
from evaluating.gold import shown_article
from evaluating.reports import Report
from evaluating.tables import Table, percent
from quotetrack.evaluation.speakers import (
    Judged,
    SpeakerMetrics,
    judge,
    judge_baseline,
    last_full_name,
    measure_speakers,
    measure_speakers_by,
    named_mentions,
    nearest_name,
)
from quotetrack.vocabulary import TO_SPEAKER


def report_speakers(data: GoldData, extraction: Extraction) -> Report:
    """Score the speakers of gold quotations, beside what two baselines make of them."""
    judged = [found for article in data.texts for found in judge(data.of(article), extraction.of(article))]
    tables = (
        speaker_table(data.name, {**_rows(judged), **_baselines(data)}),
        speaker_table("ways to the speaker", measure_speakers_by(judged, _way)),
    )
    if data.name in SEALED:
        return Report(data.name, speaker_headline(judged), tables)
    shown = tuple(shown_article(data, article, extraction.of(article)) for article in data.texts)
    return Report(data.name, speaker_headline(judged), tables, shown, tuple(_speaker_failures(judged)))


def _rows(judged: list[Judged]) -> dict[str, SpeakerMetrics]:
    hard = [found for found in judged if found.gold.same_gender_candidates]
    return {
        "all": measure_speakers(judged),
        **measure_speakers_by(judged, lambda found: found.gold.reference or "nobody named"),
        "abstaining is right": measure_speakers(found for found in judged if found.gold.abstain),
        "two of one gender": measure_speakers(hard),
    }


def _way(found: Judged) -> str:
    """Return how the speaker of the record for a quotation was found."""
    rules = () if found.record is None else found.record.rules
    return next((name.removeprefix(TO_SPEAKER) for name in rules if name.startswith(TO_SPEAKER)), "–")


def _baselines(data: GoldData) -> dict[str, SpeakerMetrics]:
    names = {article: named_mentions(data.of(article), text) for article, text in data.texts.items()}
    baselines = {"nearest name": nearest_name, "last full name": last_full_name}
    return {
        f"baseline: {title}": measure_speakers(
            judge_baseline(known, baseline(known, names[known.article])) for known in data.records
        )
        for title, baseline in baselines.items()
    }


def _speaker_failures(judged: Iterable[Judged]) -> Iterator[str]:
    for found in judged:
        if found.name == "right":
            continue
        wanted = sorted(str(name) for name in found.gold.speaker.names) if found.gold.speaker else None
        given = found.record.speaker.name if found.record and found.record.speaker else None
        mention = found.gold.speaker.mention if found.gold.speaker else ""
        yield f"{found.gold.id} ({found.gold.reference}, {mention!r}): {found.name}: {given!r} instead of {wanted}"


def speaker_headline(judged: Sequence[Judged]) -> dict[str, float]:
    """Return what is aimed at: names right, names not wrong, kinds right, pronouns right."""
    total = measure_speakers(judged)
    pronouns = measure_speakers(found for found in judged if found.gold.reference == "pronoun")
    return {
        "name": total.share(total.right),
        "not wrong": 1 - total.share(total.wrong),
        "kind": total.share(total.right_kind),
        "pronouns": pronouns.share(pronouns.right),
    }


def speaker_table(title: str, rows: Mapping[str, SpeakerMetrics]) -> Table:
    """Return a table of verdicts on names, in percent of all quotations of the row."""
    heads = ("", "gold", "right", "wrong", "open", "missed", "kind")
    return Table(title, heads, [_speaker_row(name, metrics) for name, metrics in rows.items()])


def _speaker_row(name: str, metrics: SpeakerMetrics) -> tuple[str, ...]:
    parts = (metrics.right, metrics.wrong, metrics.open, metrics.missed, metrics.right_kind)
    return (name, str(metrics.count), *(percent(metrics.share(part)) for part in parts))
