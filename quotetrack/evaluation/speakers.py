"""Scores the speakers of given quotations: right, wrong and open names per kind of reference, beside two baselines.

Every gold quotation counts, also one that was not found; wrong names are told apart from names left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal

from attrs import frozen

from quotetrack.evaluation.gold import GoldRecord, kind_class
from quotetrack.evaluation.gold_scores import best_overlap, is_right_kind, judge_name
from quotetrack.evaluation.matching import best_pairs
from quotetrack.records import Record, Speaker
from quotetrack.spans import Span

Verdict = Literal["right", "wrong", "open", "missed"]

#: A record that overlaps a gold quotation this much is taken as that quotation.
SAME_QUOTATION: Final = 0.5
SAME_CLASS: Final = 0.1


@frozen
class Judged:
    """A gold quotation, the record taken for it, and what became of the speaker's name and kind."""

    gold: GoldRecord
    record: Record | None
    name: Verdict
    is_right_kind: bool


@frozen
class SpeakerMetrics:
    """Counts over some gold quotations; shares are of all of them, found or not."""

    count: int
    right: int
    wrong: int
    open: int
    missed: int
    right_kind: int

    def share(self, part: int) -> float:
        """Return a part of all quotations as a number between 0 and 1."""
        return part / self.count if self.count else 0.0


@frozen
class NamedMention:
    """A place where the article names somebody, and the fullest form of that name in the article."""

    span: Span
    name: str
    is_full: bool


def judge(gold: Sequence[GoldRecord], records: Sequence[Record]) -> list[Judged]:
    """Judge the speakers of the quotations of one article, each by the record that overlaps it most."""
    quoted = [record for record in records if record.type != "not_a_quote"]
    weights = [[_weight(known, record) for record in quoted] for known in gold]
    partners = {row: quoted[column] for row, column in best_pairs(weights) if weights[row][column] > 0}
    return [_judged(known, partners.get(row)) for row, known in enumerate(gold)]


def _weight(gold: GoldRecord, record: Record) -> float:
    overlap = best_overlap(gold, record)
    return overlap + SAME_CLASS * (gold.kind_class == kind_class(record.type)) if overlap >= SAME_QUOTATION else 0.0


def _judged(gold: GoldRecord, record: Record | None) -> Judged:
    if record is None:
        return Judged(gold, None, "missed", False)
    return Judged(gold, record, judge_name(gold.speaker, record.speaker), is_right_kind(gold.speaker, record.speaker))


def measure_speakers(judged: Iterable[Judged]) -> SpeakerMetrics:
    """Count the verdicts."""
    known = list(judged)
    names = [found.name for found in known]
    return SpeakerMetrics(
        count=len(known),
        right=names.count("right"),
        wrong=names.count("wrong"),
        open=names.count("open"),
        missed=names.count("missed"),
        right_kind=sum(found.is_right_kind for found in known),
    )


def measure_speakers_by(judged: Iterable[Judged], key: Callable[[Judged], str]) -> dict[str, SpeakerMetrics]:
    """Count the verdicts for each class of what was judged, the most frequent first."""
    classes: dict[str, list[Judged]] = {}
    for found in judged:
        classes.setdefault(key(found), []).append(found)
    ordered = sorted(classes.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return {name: measure_speakers(found) for name, found in ordered}


def named_mentions(gold: Iterable[GoldRecord], text: str) -> list[NamedMention]:
    """Return where an article names the people whom gold gives as speakers, in full or by their last name.

    So the baselines need no tagger and never take a place for a person; they are a little better
    than they could be in earnest, for people who say nothing do not distract them. A last name that several people bear
    stands for the one named in full before it.
    """
    people = {
        name for known in gold if known.speaker and "person" in known.speaker.kinds for name in known.speaker.names
    }
    full = [
        NamedMention(Span(*found.span()), name, is_full=True)
        for name in people
        if name is not None and " " in name
        for found in re.finditer(rf"\b{re.escape(name)}(?=s?\b)", text)
    ]
    return sorted([*full, *_last_names(full, text)], key=lambda mention: mention.span)


def _last_names(full: Sequence[NamedMention], text: str) -> Iterator[NamedMention]:
    for last_name in {mention.name.split()[-1] for mention in full}:
        bearers = sorted(
            (mention for mention in full if mention.name.split()[-1] == last_name), key=lambda mention: mention.span
        )
        for found in re.finditer(rf"\b{re.escape(last_name)}(?=s?\b)", text):
            span = Span(*found.span())
            if not any(mention.span.contains(span) for mention in bearers):
                before = [mention for mention in bearers if mention.span < span]
                yield NamedMention(span, (before or bearers[:1])[-1].name, is_full=False)


def nearest_name(gold: GoldRecord, names: Iterable[NamedMention]) -> str | None:
    """Return the name mentioned last before the end of the speaker's mention, outside of the quotation: a baseline."""
    return _last(gold, names)


def last_full_name(gold: GoldRecord, names: Iterable[NamedMention]) -> str | None:
    """Return the full name mentioned last before the end of the speaker's mention: a baseline."""
    return _last(gold, (name for name in names if name.is_full))


def _last(gold: GoldRecord, names: Iterable[NamedMention]) -> str | None:
    end = gold.speaker.spans[-1].end if gold.speaker and gold.speaker.spans else gold.spans[0].start
    known = [name for name in names if name.span.end <= end and not any(name.span.overlaps(s) for s in gold.spans)]
    return max(known, key=lambda name: name.span.end).name if known else None


def judge_baseline(gold: GoldRecord, name: str | None) -> Judged:
    """Judge a baseline's answer, a person by that name or nobody, as if its record had been found."""
    speaker = Speaker("", (), name, "person") if name is not None else None
    return Judged(gold, None, judge_name(gold.speaker, speaker), is_right_kind(gold.speaker, speaker))
