"""Gold and predictions as plain layers over a text, so that two runs can be compared and shown side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import field, frozen

from quotetrack.evaluation import Annotation, BenchmarkDocument
from quotetrack.evaluation.gold import GoldRecord
from quotetrack.records import Record
from quotetrack.spans import Span

ROLES: Final = ("speaker", "cue", "frame", "addressee")


@frozen
class Layer:
    """One quotation over a text: its spans, those of its roles, its type, and what is said of its speaker."""

    type: str
    quote: tuple[Span, ...]
    roles: Mapping[str, tuple[Span, ...]] = field(factory=dict, hash=False)
    name: str | None = None
    note: str = ""
    certain: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return the layer as plain data."""
        return {
            "type": self.type,
            "quote": [span.as_list() for span in self.quote],
            "roles": {role: [span.as_list() for span in spans] for role, spans in self.roles.items()},
            "name": self.name,
            "note": self.note,
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Layer:
        """Read what :meth:`to_dict` wrote."""
        roles = {role: _spans(spans) for role, spans in plain["roles"].items()}
        return cls(plain["type"], _spans(plain["quote"]), roles, plain["name"], plain["note"])


def _spans(lists: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in lists)


def of_annotation(annotation: Annotation, document: BenchmarkDocument, rules: Iterable[str] = ()) -> Layer:
    """Return an annotation of the benchmark as a layer."""
    roles = {role: document.spans_of(annotation.role(role)) for role in ROLES if annotation.role(role)}
    return Layer(
        annotation.type, document.spans_of(annotation.quote), roles, note=", ".join(rules) or annotation.medium
    )


def of_gold(gold: GoldRecord) -> Layer:
    """Return a gold record as a layer."""
    speaker = gold.speaker
    known = {"speaker": speaker.spans if speaker else (), "cue": gold.cue, "frame": gold.frame}
    roles = {role: spans for role, spans in (known | {"addressee": gold.addressee}).items() if spans}
    names = sorted(name or "–" for name in speaker.names) if speaker else []
    note = gold.id if gold.certain else f"{gold.id}, uncertain"
    return Layer(gold.type, gold.spans, roles, " | ".join(names) or None, note, gold.certain)


def of_record(record: Record) -> Layer:
    """Return a record as a layer."""
    parts = {"cue": record.cue, "frame": record.frame, "addressee": record.addressee}
    roles = {role: part.spans for role, part in parts.items() if part}
    if record.speaker:
        roles["speaker"] = record.speaker.spans
    name = (record.speaker.name or f"– ({record.reason})") if record.speaker else None
    return Layer(record.type, record.spans, roles, name, ", ".join(record.rules))
