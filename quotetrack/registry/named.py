"""Whom a record, a list or a user names, and what comes of comparing two of them."""

from __future__ import annotations

from enum import IntEnum

from attrs import frozen

from quotetrack.records import Speaker


class Agreement(IntEnum):
    """How well two roles go together."""

    CONFLICT = 0
    CAREER = 1
    MISSING = 2
    SAME = 3


@frozen
class Named:
    """A speaker as a record, a list or a user names them."""

    name: str
    kind: str = "person"
    role: str | None = None
    affiliation: str | None = None

    @classmethod
    def of(cls, speaker: Speaker) -> Named | None:
        """Return what a record says of its speaker, None if it has no name."""
        if speaker.name is None:
            return None
        return cls(speaker.name, speaker.kind, speaker.role, speaker.affiliation)


@frozen
class Comparison:
    """Whether two speakers are one, the reason, and how strong the agreement of the names is (0 to 1)."""

    is_same: bool
    reason: str
    strength: float = 0.0


@frozen
class Match:
    """The agreement of two names: its reason, its strength, and the least that the roles must agree."""

    reason: str
    strength: float
    needs: Agreement
