"""Gold records: our own, those of the shared articles, and those made for speakers, read and validated loudly.

A gold line looks like a record (see :mod:`quotetrack.records`) with ``certain``: an uncertain one never counts for or
against. ``accept_spans``, ``accept_names`` and ``accept_kinds`` hold other answers an editor would take as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from attrs import field, frozen

from quotetrack.errors import RecordError, SpanError
from quotetrack.records import joined
from quotetrack.spans import Span, merged
from quotetrack.vocabulary import QuotationType, SpeakerKind

Extent = tuple[Span, ...]

#: What the shared article gold calls things, and what we call them.
SHARED_TYPES: Final = {"fragment": "direct"}
SHARED_KINDS: Final = {"place_metonym": "place"}


@frozen
class GoldSpeaker:
    """Who speaks, with all answers that count as right; ``None`` among the names means that none need be given."""

    mention: str
    spans: Extent
    names: frozenset[str | None]
    kinds: frozenset[str]
    members: frozenset[str] = frozenset()


@frozen
class GoldRecord:
    """One quotation as it should be found; ``extents`` holds the extent first and accepted others after it."""

    article: str
    id: str
    type: QuotationType
    text: str
    extents: tuple[Extent, ...]
    speaker: GoldSpeaker | None = None
    cue: Extent = ()
    frame: Extent = ()
    addressee: Extent = ()
    part_of: str | None = None
    continues: str | None = None
    repeat_of: str | None = None
    zone: str | None = None
    mood: str | None = None
    medium: str | None = None
    certain: bool = True
    reference: str | None = None
    abstain: bool = False
    same_gender_candidates: bool = False
    reason: str | None = None

    @property
    def spans(self) -> Extent:
        """The extent that the annotator chose."""
        return self.extents[0]

    @property
    def kind_class(self) -> str:
        """The class of the type, see :func:`kind_class`."""
        return kind_class(self.type)


@frozen
class NearMiss:
    """A stretch that looks like a report and is none."""

    article: str
    span: Span
    text: str
    why: str = field(default="")


def kind_class(quotation_type: str) -> str:
    """Return ``direct``, ``indirect`` (with mixed and the sentence types) or ``not_a_quote``.

    >>> kind_class("mixed"), kind_class("direct")
    ('indirect', 'direct')
    """
    return quotation_type if quotation_type in ("direct", "not_a_quote") else "indirect"


def read_gold(path: Path, texts: Mapping[str, str]) -> list[GoldRecord]:
    """Read and check a file of our own gold, with or without the fields that only speaker gold has.

    Raises:
        RecordError: naming article and line, if a text is not the slice, an id is not known or used twice, the
            article is missing, or a label is none of the contract's.
    """
    return _checked([_own(plain, texts, line) for line, plain in _lines(path)])


def read_shared_gold(path: Path, texts: Mapping[str, str]) -> list[GoldRecord]:
    """Read and check the gold of the shared articles, in its own format.

    Raises:
        RecordError: see :func:`read_gold`.
    """
    return _checked([_shared(plain, texts, line) for line, plain in _lines(path)])


def read_near_misses(path: Path, texts: Mapping[str, str]) -> list[NearMiss]:
    """Read and check near misses of the shared articles.

    Raises:
        RecordError: see :func:`read_gold`.
    """
    return [_near_miss(plain, texts, line) for line, plain in _lines(path)]


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, json.loads(line)


def _own(plain: Mapping[str, Any], texts: Mapping[str, str], line: int) -> GoldRecord:
    reader = _Reader(plain, texts, line)
    extent = reader.extent(plain, "spans", "text")
    return GoldRecord(
        article=plain["article"],
        id=plain["id"],
        type=reader.label("type", get_args(QuotationType)),
        text=plain["text"],
        extents=(extent, *reader.accepted()),
        speaker=_own_speaker(reader, plain),
        cue=reader.phrase("cue"),
        frame=reader.phrase("frame"),
        addressee=reader.phrase("addressee"),
        part_of=plain.get("part_of"),
        continues=plain.get("continues"),
        repeat_of=plain.get("repeat_of"),
        zone=plain.get("zone"),
        mood=plain.get("mood"),
        medium=plain.get("medium"),
        certain=plain.get("certain", True),
        reference=plain.get("reference"),
        abstain=plain.get("abstain", False),
        same_gender_candidates=plain.get("same_gender_candidates", False),
        reason=plain.get("reason") or None,
    )


def _own_speaker(reader: _Reader, plain: Mapping[str, Any]) -> GoldSpeaker | None:
    speaker = plain["speaker"]
    if speaker is None:
        return None
    reader.check(speaker["kind"] in get_args(SpeakerKind), f"{speaker['kind']!r} is no kind of speaker")
    return GoldSpeaker(
        mention=speaker["mention"],
        spans=reader.extent(speaker, "spans", "mention"),
        names=frozenset({speaker["name"], *plain.get("accept_names", ())}),
        kinds=frozenset({speaker["kind"], *plain.get("accept_kinds", ())}),
        members=frozenset(speaker.get("members", ())),
    )


def _shared(plain: Mapping[str, Any], texts: Mapping[str, str], line: int) -> GoldRecord:
    reader = _Reader(plain, texts, line)
    return GoldRecord(
        article=plain["article"],
        id=plain["id"],
        type=SHARED_TYPES.get(plain["kind"], plain["kind"]),
        text=plain["text"],
        extents=(reader.shared_extent(), *reader.accepted()),
        speaker=_shared_speaker(reader, plain),
        cue=reader.shared_cue(),
        part_of=plain.get("part_of"),
        repeat_of=plain.get("repeat_of"),
        certain=plain["confidence_of_annotation"] == "certain",
    )


def _shared_speaker(reader: _Reader, plain: Mapping[str, Any]) -> GoldSpeaker | None:
    mention = plain["speaker_mention"]
    if plain["kind"] == "not_a_quote":
        return None
    accepted = (*plain.get("accept_speaker_class", ()), plain["speaker_class"])
    return GoldSpeaker(
        mention=mention["text"] if mention else "",
        spans=(reader.slice(mention),) if mention else (),
        names=frozenset({plain["speaker"], *plain.get("accept_speaker", ())}),
        kinds=frozenset(_shared_kind(kind, plain["speaker"]) for kind in accepted),
        members=frozenset(plain.get("speakers", ())),
    )


def _shared_kind(kind: str, name: str | None) -> str:
    unnamed = kind == "person" and bool(name) and not str(name)[0].isupper()
    return "anonymous" if unnamed else SHARED_KINDS.get(kind, kind)


def _near_miss(plain: Mapping[str, Any], texts: Mapping[str, str], line: int) -> NearMiss:
    span = _Reader(plain, texts, line).slice(plain)
    return NearMiss(plain["article"], span, plain["text"], plain.get("why", ""))


@frozen
class _Reader:
    """Reads the parts of one gold line and refuses what is not verbatim."""

    plain: Mapping[str, Any]
    texts: Mapping[str, str]
    line: int

    def check(self, holds: bool, message: str) -> None:
        if not holds:
            message = f"gold {self.plain.get('id')!r}: {message}"
            raise RecordError(message, article=self.plain.get("article"), line=self.line)

    @property
    def article(self) -> str:
        self.check(self.plain.get("article") in self.texts, "there is no such article")
        return self.texts[self.plain["article"]]

    def label(self, key: str, known: Iterable[Any]) -> Any:  # noqa: ANN401
        self.check(self.plain[key] in set(known), f"{self.plain[key]!r} is no {key}")
        return self.plain[key]

    def extent(self, part: Mapping[str, Any], spans: str, text: str) -> Extent:
        found = tuple(Span(start, end) for start, end in part[spans])
        try:
            written = joined(found, self.article)
        except SpanError as error:
            self.check(False, f"{text} lies outside the text: {error}")
        self.check(written == part[text], f"{text} reads {part[text]!r}, the article {written!r}")
        self.check(list(found) == sorted(found), f"spans of {text} are out of order")
        return found

    def phrase(self, key: str) -> Extent:
        part = self.plain.get(key)
        return self.extent(part, "spans", "text") if part else ()

    def slice(self, part: Mapping[str, Any]) -> Span:
        return self.extent({"spans": [[part["start"], part["end"]]], "text": part["text"]}, "spans", "text")[0]

    def shared_extent(self) -> Extent:
        envelope = Span(self.plain["start"], self.plain["end"])
        pieces = tuple(Span(start, end) for start, end in self.plain.get("spans", [envelope.as_list()]))
        whole = envelope.of(self.article) if len(pieces) > 1 else joined(pieces, self.article)
        expected = {whole, joined(pieces, self.article), " ".join(piece.of(self.article) for piece in pieces)}
        self.check(self.plain["text"] in expected, f"text reads {self.plain['text']!r}, the article {whole!r}")
        return pieces

    def shared_cue(self) -> Extent:
        cue = self.plain.get("cue")
        if not cue:
            return ()
        return tuple(sorted(self.slice(part) for part in cue.get("parts", [cue])))

    def accepted(self) -> list[Extent]:
        return [self._accepted(extent) for extent in self.plain.get("accept_spans", ())]

    def _accepted(self, extent: list[Any]) -> Extent:
        pieces = [extent] if isinstance(extent[0], int) else extent
        spans = tuple(Span(start, end) for start, end in pieces)
        self.check(spans[-1].end <= len(self.article), "an accepted span lies outside the text")
        return spans


def _checked(records: list[GoldRecord]) -> list[GoldRecord]:
    known: dict[str, GoldRecord] = {}
    for record in records:
        if record.id in known:
            message = f"gold id {record.id!r} is used twice"
            raise RecordError(message, article=record.article)
        known[record.id] = record
    for record in records:
        _check_links(record, known)
    return records


def _check_links(record: GoldRecord, known: Mapping[str, GoldRecord]) -> None:
    for name in ("part_of", "continues", "repeat_of"):
        other = getattr(record, name)
        if other is not None and (other not in known or known[other].article != record.article):
            message = f"gold {record.id!r}: {name} {other!r} is no record of this article"
            raise RecordError(message, article=record.article)


def shared_length(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Return how many code points two lists of spans have in common.

    >>> shared_length([Span(0, 4), Span(6, 9)], [Span(3, 7)])
    2
    """
    left, right = merged(one), merged(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def length(spans: Iterable[Span]) -> int:
    """Return how many code points the spans cover, none twice."""
    return sum(len(span) for span in merged(spans))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return intersection over union in code points, between 0 and 1.

    >>> overlap([Span(0, 4)], [Span(2, 4)])
    0.5
    """
    left, right = tuple(one), tuple(other)
    common = shared_length(left, right)
    union = length(left) + length(right) - common
    return common / union if union else 0.0
