"""A record in a line, for readers."""

from __future__ import annotations

from quotetrack.records import Record, Speaker


def described(record: Record) -> str:
    """Return who speaks, in which type of quotation, and what announces it, as far as they are known.

    >>> from quotetrack.records import Cue
    >>> from quotetrack.spans import Span
    >>> speaker = Speaker("Präsidentin Ott", (Span(14, 29),), "Jana Ott", "person", role="Präsidentin")
    >>> cue = Cue("sagte", (Span(8, 13),), "sagen", "verb")
    >>> described(Record({"id": "1"}, "x", "direct", "„Nein“", (Span(0, 6),), (Span(1, 5),), cue=cue, speaker=speaker))
    'Jana Ott (Präsidentin) · direct · sagte'
    """
    parts = [_who(record.speaker), record.type.replace("_", " "), record.cue.text if record.cue else record.reason]
    return " · ".join(part for part in parts if part)


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    facts = ", ".join(fact for fact in (speaker.role, speaker.affiliation) if fact)
    name = speaker.name or f"{speaker.mention} (?)"
    return f"{name} ({facts})" if facts else name
