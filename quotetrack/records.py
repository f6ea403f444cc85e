"""Attribution records: what quotetrack exports, frozen, plain and versioned.

A record says who said what, in which words, where in the text, and why we think so. Offsets count code points of the
article as it was read; ``text[start:end]`` is verbatim. The keys of :meth:`Record.to_dict`, in their order, are the
contract ``quotetrack.record/1``, published as a JSON Schema by :func:`json_schema`. *Cue*, *frame*, *speaker*,
*addressee*, *medium* and the quotation types are those of the German news quotation data (Petersen-Frey & Biemann
2024, *Dataset of Quotation Attribution in German News Articles*).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, get_args

from attrs import field, frozen

from quotetrack.errors import RecordError, SpanError
from quotetrack.spans import Span
from quotetrack.vocabulary import CueKind, Medium, Mood, QuotationType, SpeakerKind, Zone

SCHEMA: Final = "quotetrack.record/1"
GAP: Final = " […] "


def joined(spans: Iterable[Span], text: str) -> str:
    """Return the slices of the text, joined by a bracketed ellipsis where they are apart.

    >>> joined([Span(0, 6), Span(17, 24)], "Es sei, sagte X, zu spät.")
    'Es sei […] zu spät'
    """
    return GAP.join(span.of(text) for span in spans)


@frozen
class Phrase:
    """A stretch of the article: a frame or an addressee."""

    text: str
    spans: tuple[Span, ...]


@frozen
class Cue:
    """What announces the quotation: ``text`` as written, ``lemma`` with its particle (*mitteilen*)."""

    text: str
    spans: tuple[Span, ...]
    lemma: str
    kind: CueKind


@frozen
class Channel:
    """Through whom the words came: the agency, the translation, the quoting medium."""

    mention: str
    spans: tuple[Span, ...]
    name: str | None
    kind: SpeakerKind


@frozen
class Speaker:
    """Who speaks: the mention as written, the person or body behind it, and what we know of both."""

    mention: str
    spans: tuple[Span, ...]
    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    id: str | None = None


def _plain(metadata: Mapping[str, Any]) -> dict[str, Any]:
    return dict(metadata)


@frozen
class Record:
    """One quotation with its speaker. See the page on the record format for what each field means.

    Raises:
        RecordError: if the quotation has no span, or its parts lie outside of each other.
    """

    article: Mapping[str, Any] = field(converter=_plain, hash=False)
    id: str
    type: QuotationType
    text: str
    spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    part_of: str | None = None
    continues: str | None = None
    repeat_of: str | None = None
    zone: Zone = "body"
    cue: Cue | None = None
    frame: Phrase | None = None
    speaker: Speaker | None = None
    via: tuple[Channel, ...] = ()
    addressee: Phrase | None = None
    mood: Mood | None = None
    medium: Medium = "unknown"
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    reason: str | None = None
    producer: Mapping[str, str] = field(factory=dict, hash=False)

    @property
    def span(self) -> Span:
        """The span from the first character of the quotation to its last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            message = f"record {self.id!r} has no span"
            raise RecordError(message)
        if self.type not in get_args(QuotationType):
            message = f"record {self.id!r}: {self.type!r} is no type of quotation"
            raise RecordError(message)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain data, keys in the order of the contract."""
        return {
            "schema": SCHEMA,
            "article": dict(self.article),
            "id": self.id,
            "type": self.type,
            "text": self.text,
            "spans": _lists(self.spans),
            "content_spans": _lists(self.content_spans),
            "part_of": self.part_of,
            "continues": self.continues,
            "repeat_of": self.repeat_of,
            "zone": self.zone,
            "cue": self.cue and _cue_to_dict(self.cue),
            "frame": self.frame and _phrase_to_dict(self.frame),
            "speaker": self.speaker and _speaker_to_dict(self.speaker),
            "via": [_channel_to_dict(channel) for channel in self.via],
            "addressee": self.addressee and _phrase_to_dict(self.addressee),
            "mood": self.mood,
            "medium": self.medium,
            "confidence": self.confidence,
            "rules": list(self.rules),
            "reason": self.reason,
            "producer": dict(self.producer),
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Record:
        """Read what :meth:`to_dict` wrote; keys that a later version added are left aside.

        Raises:
            RecordError: if the schema is another one, or a field is missing or of the wrong shape.
        """
        if plain.get("schema") != SCHEMA:
            message = f"schema {plain.get('schema')!r} is not {SCHEMA!r}"
            raise RecordError(message)
        try:
            return _read(plain)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            message = f"record {plain.get('id')!r} breaks the contract: {type(error).__name__} {error}"
            raise RecordError(message) from error


def _read(plain: Mapping[str, Any]) -> Record:
    return Record(
        article=plain["article"],
        id=plain["id"],
        type=plain["type"],
        text=plain["text"],
        spans=_spans(plain["spans"]),
        content_spans=_spans(plain["content_spans"]),
        part_of=plain["part_of"],
        continues=plain["continues"],
        repeat_of=plain["repeat_of"],
        zone=plain["zone"],
        cue=None if plain["cue"] is None else _cue(plain["cue"]),
        frame=None if plain["frame"] is None else _phrase(plain["frame"]),
        speaker=None if plain["speaker"] is None else _speaker(plain["speaker"]),
        via=tuple(_channel(channel) for channel in plain["via"]),
        addressee=None if plain["addressee"] is None else _phrase(plain["addressee"]),
        mood=plain["mood"],
        medium=plain["medium"],
        confidence=plain["confidence"],
        rules=tuple(plain["rules"]),
        reason=plain["reason"],
        producer=plain["producer"],
    )


def _spans(lists: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in lists)


def _lists(spans: Iterable[Span]) -> list[list[int]]:
    return [span.as_list() for span in spans]


def _phrase(plain: Mapping[str, Any]) -> Phrase:
    return Phrase(plain["text"], _spans(plain["spans"]))


def _phrase_to_dict(phrase: Phrase) -> dict[str, Any]:
    return {"text": phrase.text, "spans": _lists(phrase.spans)}


def _cue(plain: Mapping[str, Any]) -> Cue:
    return Cue(plain["text"], _spans(plain["spans"]), plain["lemma"], plain["kind"])


def _cue_to_dict(cue: Cue) -> dict[str, Any]:
    return {"text": cue.text, "spans": _lists(cue.spans), "lemma": cue.lemma, "kind": cue.kind}


def _channel(plain: Mapping[str, Any]) -> Channel:
    return Channel(plain["mention"], _spans(plain["spans"]), plain["name"], plain["kind"])


def _channel_to_dict(channel: Channel) -> dict[str, Any]:
    return {
        "mention": channel.mention,
        "spans": _lists(channel.spans),
        "name": channel.name,
        "kind": channel.kind,
    }


def _speaker(plain: Mapping[str, Any]) -> Speaker:
    return Speaker(
        mention=plain["mention"],
        spans=_spans(plain["spans"]),
        name=plain["name"],
        kind=plain["kind"],
        role=plain["role"],
        affiliation=plain["affiliation"],
        members=tuple(plain["members"]),
        id=plain["id"],
    )


def _speaker_to_dict(speaker: Speaker) -> dict[str, Any]:
    return {
        "mention": speaker.mention,
        "spans": _lists(speaker.spans),
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "members": list(speaker.members),
        "id": speaker.id,
    }


def record_id(article: str, quotation_type: str, spans: Iterable[Span]) -> str:
    """Return the id of a record: a hash of article id, type and spans, so that it survives a new release.

    >>> record_id("hafen", "direct", [Span(0, 12)])
    '92c421fc8f654d1d'
    """
    key = json.dumps([article, quotation_type, _lists(spans)], ensure_ascii=True)
    return hashlib.sha256(key.encode("ascii")).hexdigest()[:16]


def verify(record: Record, text: str) -> Record:
    """Return the record if every span of it is the slice it claims to be.

    Raises:
        RecordError: naming the part that is not verbatim.
    """
    parts = [("quotation", record.text, record.spans)]
    for name, part in (("cue", record.cue), ("frame", record.frame), ("addressee", record.addressee)):
        if part is not None:
            parts.append((name, part.text, part.spans))
    if record.speaker is not None:
        parts.append(("speaker", record.speaker.mention, record.speaker.spans))
    parts += [("via", channel.mention, channel.spans) for channel in record.via]
    for name, written, spans in parts:
        _verify(record, name, written, spans, text)
    return record


def _verify(record: Record, name: str, written: str, spans: tuple[Span, ...], text: str) -> None:
    try:
        found = joined(spans, text)
    except SpanError as error:
        message = f"record {record.id!r}: the {name} lies outside the text: {error}"
        raise RecordError(message) from error
    if found != written:
        message = f"record {record.id!r}: the {name} reads {written!r}, the text {found!r}"
        raise RecordError(message, offset=spans[0].start if spans else None)


@cache
def json_schema() -> dict[str, Any]:
    """Return the published JSON Schema (draft 2020-12) of a record."""
    source = resources.files("quotetrack").joinpath("schema", "record-1.json")
    schema: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return schema
