"""The answer for a mention: name, kind, role, affiliation, members, or the reason why there is no name."""

from __future__ import annotations

from attrs import frozen

from quotetrack.speakers.referents import Referent
from quotetrack.vocabulary import SpeakerKind


@frozen
class Resolution:
    """Who is behind a mention: see *speaker* in the record format; ``way`` names how that was found."""

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    id: str | None = None
    reason: str | None = None
    way: str | None = None


def described(referent: Referent) -> Resolution:
    """Return what is known of a referent, in the fields of a record."""
    known = referent.known
    if known.members:
        names = tuple(dict.fromkeys(name for person in known.members if (name := person.known.name) is not None))
        if len(names) < len(known.members):
            unclear = any(person.known.reason == "ambiguous" for person in known.members)
            return Resolution(None, "group", members=names, reason="ambiguous" if unclear else "unnamed_group")
        return Resolution(listed(names), "group", members=names)
    is_somebody = known.kind == "anonymous" and (known.name is not None or known.is_one_of_the_named)
    kind: SpeakerKind = "person" if is_somebody else known.kind
    reason = None if known.name is not None else known.reason or "unresolved"
    return Resolution(known.name, kind, known.role, known.affiliation, reason=reason)


def listed(names: tuple[str, ...]) -> str:
    """Return names as a sentence lists them: *Ott, Kern und Roth*."""
    return " und ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
