"""Scores records against gold records: found or not, where exactly, of which type, said by whom.

Gold and system records of one article are matched one to one by intersection over union of code points (the best of
the accepted extents), within their class: direct, or indirect with mixed and the three sentence types. A pair is found
from an overlap of 0.8 on. Uncertain gold, and what was matched to it, counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

from attrs import frozen

from quotetrack.evaluation.gold import Extent, GoldRecord, GoldSpeaker, NearMiss, kind_class, overlap, shared_length
from quotetrack.evaluation.gold import length as length_of
from quotetrack.evaluation.matching import best_pairs
from quotetrack.evaluation.scores import Average, Score
from quotetrack.records import Record, Speaker
from quotetrack.spans import Span

NameVerdict = Literal["right", "wrong", "open"]

FOUND: Final = 0.8
#: A system record that overlaps uncertain gold of any class this much is left out of precision.
EXCUSED: Final = 0.5
#: Certain gold that is found outweighs any uncertain gold that would claim the record.
CERTAIN_FIRST: Final = 1.0


@frozen
class Match:
    """A gold record and the system record matched to it, with their overlap; one of them may be missing."""

    gold: GoldRecord | None
    record: Record | None
    overlap: float = 0.0

    @property
    def found(self) -> bool:
        """Whether both are there and overlap enough."""
        return self.overlap >= FOUND


@frozen
class Names:
    """How many names were right, wrong, or left open although gold has one."""

    right: int = 0
    wrong: int = 0
    open: int = 0

    def __add__(self, other: Names) -> Names:
        return Names(self.right + other.right, self.wrong + other.wrong, self.open + other.open)

    @property
    def count(self) -> int:
        """How many there were."""
        return self.right + self.wrong + self.open

    def share(self, part: int) -> float:
        """Return a part of the whole as a number between 0 and 1."""
        return part / self.count if self.count else 0.0


@frozen
class GoldMetrics:
    """The scores over some matches.

    ``detection`` counts pairs that overlap enough, ``exact`` those with the very extent. The rest is over found pairs:
    ``type``, ``kind`` and the other labels as shares of right ones, roles by shared code points. ``marks_left_alone``
    is the share of gold pairs of marks that quote nobody which no system record claims.
    """

    detection: Score
    exact: Score
    type: Average
    names: Names
    kind: Average
    speaker: Score
    cue: Score
    frame: Score
    addressee: Score
    zone: Average
    mood: Average
    medium: Average
    links: Average
    marks_left_alone: Average


def match(gold: Sequence[GoldRecord], records: Sequence[Record]) -> list[Match]:
    """Match the records of one article; what is left over on either side, and not excused, is matched with ``None``."""
    quoted = [record for record in records if record.type != "not_a_quote"]
    wanted = [known for known in gold if known.type != "not_a_quote"]
    matches: list[Match] = []
    for name in ("direct", "indirect"):
        matches += _match_class(
            [known for known in wanted if known.kind_class == name],
            [record for record in quoted if kind_class(record.type) == name],
        )
    return [found for found in matches if not _is_excused(found, gold)]


def _match_class(gold: list[GoldRecord], records: list[Record]) -> list[Match]:
    weights = [[_weight(known, record) for record in records] for known in gold]
    pairs = [(row, column) for row, column in best_pairs(weights) if weights[row][column] > 0]
    used_gold, used_records = {row for row, _ in pairs}, {column for _, column in pairs}
    matches = [Match(gold[row], records[column], best_overlap(gold[row], records[column])) for row, column in pairs]
    matches += [Match(known, None) for place, known in enumerate(gold) if place not in used_gold]
    return matches + [Match(None, record) for place, record in enumerate(records) if place not in used_records]


def _weight(gold: GoldRecord, record: Record) -> float:
    best = best_overlap(gold, record)
    return best + CERTAIN_FIRST if gold.certain and best >= FOUND else best


def best_overlap(gold: GoldRecord, record: Record) -> float:
    """Return the overlap of the record with that accepted extent of the gold record that it fits best."""
    return max(overlap(extent, record.spans) for extent in gold.extents)


def _is_excused(found: Match, gold: Iterable[GoldRecord]) -> bool:
    if found.gold is not None:
        return not found.gold.certain
    record = found.record
    return record is not None and any(not known.certain and best_overlap(known, record) >= EXCUSED for known in gold)


def claimed_marks(gold: Iterable[GoldRecord], records: Sequence[Record]) -> list[Match]:
    """Return a match for each certain pair of marks that quotes nobody, with the direct record that claims it."""
    claims = [record for record in records if record.type == "direct"]
    return [
        Match(known, next((record for record in claims if best_overlap(known, record) >= FOUND), None))
        for known in gold
        if known.type == "not_a_quote" and known.certain
    ]


def hits(near_misses: Iterable[NearMiss], records: Sequence[Record]) -> list[tuple[NearMiss, Record]]:
    """Return the near misses that a record of its own covers, each with that record."""
    claims = [record for record in records if record.type != "not_a_quote"]
    return [(miss, record) for miss in near_misses for record in claims if overlap((miss.span,), record.spans) >= FOUND]


def measure_gold(matches: Iterable[Match], marks: Iterable[Match] = ()) -> GoldMetrics:
    """Return all scores over the matches of a corpus, and over its marks that quote nobody."""
    known = list(matches)
    pairs = [(found.gold, found.record) for found in known if found.found and found.gold and found.record]
    partners = {gold.id: record.id for gold, record in pairs}
    return GoldMetrics(
        detection=_total(_hit(found, found.found) for found in known),
        exact=_total(_hit(found, is_exact(found)) for found in known),
        type=_mean(gold.type == record.type for gold, record in pairs),
        names=_names(judge_name(gold.speaker, record.speaker) for gold, record in pairs),
        kind=_mean(is_right_kind(gold.speaker, record.speaker) for gold, record in pairs),
        speaker=_total(role_score(_mention(gold.speaker), _mention(record.speaker)) for gold, record in pairs),
        cue=_total(role_score(gold.cue, record.cue.spans if record.cue else ()) for gold, record in pairs),
        frame=_total(role_score(gold.frame, record.frame.spans if record.frame else ()) for gold, record in pairs),
        addressee=_total(
            role_score(gold.addressee, record.addressee.spans if record.addressee else ()) for gold, record in pairs
        ),
        zone=_mean(gold.zone == record.zone for gold, record in pairs if gold.zone),
        mood=_mean(gold.mood == record.mood for gold, record in pairs if gold.mood),
        medium=_mean(gold.medium == record.medium for gold, record in pairs if gold.medium),
        links=_mean(right for gold, record in pairs for right in _links(gold, record, partners)),
        marks_left_alone=_mean(found.record is None for found in marks),
    )


def measure_gold_by(matches: Iterable[Match], key: Callable[[GoldRecord | Record], str]) -> dict[str, GoldMetrics]:
    """Return scores for each class in the order of their names; the key says to which a gold or system record belongs.

    A match counts for the class of its gold record, a record without gold for its own.
    """
    classes: dict[str, list[Match]] = {}
    for found in matches:
        known = found.gold or found.record
        if known is not None:
            classes.setdefault(key(known), []).append(found)
    return {name: measure_gold(found) for name, found in sorted(classes.items())}


def is_exact(found: Match) -> bool:
    """Say whether the record has the very extent, or another one that is accepted."""
    return bool(found.gold and found.record and found.record.spans in found.gold.extents)


def judge_name(gold: GoldSpeaker | None, speaker: Speaker | None) -> NameVerdict:
    """Return ``right``, ``wrong`` or ``open``: no name, or no speaker, where gold has a name.

    Case and white space do not count. Of several speakers all members must be named, or the name be an accepted one.
    """
    given = speaker.name if speaker else None
    accepted = {_plain(name) for name in gold.names} if gold else {None}
    members = {_plain(name) for name in speaker.members} if speaker else set()
    if _plain(given) in accepted or (gold and gold.members and members == {_plain(name) for name in gold.members}):
        return "right"
    return "open" if given is None and not members else "wrong"


def _plain(name: str | None) -> str | None:
    return None if name is None else " ".join(name.split()).casefold()


def is_right_kind(gold: GoldSpeaker | None, speaker: Speaker | None) -> bool:
    """Say whether the kind of speaker is one of the accepted ones, or both sides have none."""
    if gold is None or speaker is None:
        return gold is None and speaker is None
    return speaker.kind in gold.kinds


def role_score(gold: Extent, system: Extent) -> Score:
    """Return the shares of code points that a role has in common, a side that is empty being left out."""
    common = shared_length(gold, system)
    return Score(_share(common, length_of(system)), _share(common, length_of(gold)))


def _share(common: int, size: int) -> Average:
    return Average(common / size, 1) if size else Average()


def _mention(speaker: GoldSpeaker | Speaker | None) -> tuple[Span, ...]:
    return speaker.spans if speaker else ()


def _links(gold: GoldRecord, record: Record, partners: Mapping[str, str]) -> list[bool]:
    names = ("part_of", "continues", "repeat_of")
    expected = [getattr(gold, name) for name in names]
    given = [getattr(record, name) for name in names]
    return [
        (wanted is not None and partners.get(wanted) == found) or (wanted is None and found is None)
        for wanted, found in zip(expected, given, strict=True)
        if wanted is not None or found is not None
    ]


def _names(verdicts: Iterable[str]) -> Names:
    known = list(verdicts)
    return Names(known.count("right"), known.count("wrong"), known.count("open"))


def _mean(verdicts: Iterable[bool]) -> Average:
    known = list(verdicts)
    return Average(float(sum(known)), len(known))


def _hit(found: Match, hit: bool) -> Score:
    return Score(
        Average(float(hit), int(found.record is not None)),
        Average(float(hit), int(found.gold is not None)),
    )


def _total(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        total += score
    return total
