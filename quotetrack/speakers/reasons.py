"""Why a mention leads to whom it leads: the way, the phrase before, and who else was as fitting."""

from __future__ import annotations

from attrs import frozen

from quotetrack.quotes.model import Mention
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.reading import referent_of
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.resolution import Resolution
from quotetrack.speakers.ways import UNNAMED, WAYS, Told


@frozen
class Reasoning:
    """How a mention came to its name, or why it has none.

    ``way`` is a key of :data:`~quotetrack.speakers.ways.WAYS`, or the reason for which there is no name; ``says`` tells
    what it means. ``before`` is the last phrase before the mention by which the article speaks of the same person or
    body, ``others`` are names that fit as well, but are less in view.
    """

    mention: str
    name: str | None
    way: str
    says: str
    before: str | None = None
    others: tuple[str, ...] = ()

    def line(self) -> str:
        """Return the reasoning as a line for a reader."""
        meaning = f"is {self.name}" if self.name else "has no name"
        before = f"; before: {self.before!r}" if self.before else ""
        others = f"; less in view: {', '.join(self.others)}" if self.others else ""
        return f"{self.mention!r} {meaning}: {self.way} ({self.says}){before}{others}"


def reasoning(notes: Notes, mention: Mention, found: Resolution) -> Reasoning:
    """Return how a mention came to what was found for it."""
    name = found.name or ", ".join(found.members) or None
    way = found.reason or found.way or "form"
    others = _others(notes, mention) if name and found.way == "most-in-view" else ()
    says = WAYS.get(way) or UNNAMED[way]
    return Reasoning(mention.span.of(notes.text), name, way, says, _before(notes, mention), others)


def way_to(notes: Notes, mention: Mention, referent: Referent) -> str | None:
    """Return how a mention was read as a referent, or that somebody without a name turned out to be them."""
    told = _told(notes, mention, referent)
    if told is not None:
        return told.way
    if len(referent.members) > 1:
        return "joint"
    return "turned-out" if referent.known.name is not None else None


def _told(notes: Notes, mention: Mention, referent: Referent) -> Told | None:
    inside = [mention.head, *notes.contexts[mention.sentence].sentence.within(mention.span)]
    told = (notes.ways.get((mention.sentence, word.index)) for word in inside)
    return next((one for one in told if one is not None and one.referent.known is referent.known), None)


def _others(notes: Notes, mention: Mention) -> tuple[str, ...]:
    told = notes.ways.get((mention.sentence, mention.head.index))
    names = (one.known.name for one in told.others) if told is not None else ()
    return tuple(dict.fromkeys(name for name in names if name is not None))


def _before(notes: Notes, mention: Mention) -> str | None:
    referent = referent_of(notes, mention)
    before = [
        o.span
        for o in notes.occurrences
        if referent is not None and o.referent.known is referent.known and o.chunk is not None
        if o.span.end <= mention.span.start
    ]
    return max(before).of(notes.text) if before else None
