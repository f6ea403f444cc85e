"""Namings that are one speaker, joined where nothing speaks against it: the strongest agreements first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, field, frozen

from quotetrack.registry.candidates import candidates
from quotetrack.registry.comparing import compare
from quotetrack.registry.decisions import Decisions
from quotetrack.registry.files import KnownSpeaker
from quotetrack.registry.named import Named
from quotetrack.registry.spelling import folded


@frozen
class Link:
    """Why a spelling belongs to a speaker: the reason, the spelling it was compared with, and how strong that is."""

    speaker: str
    named: Named
    reason: str
    compared_with: str
    strength: float


@define
class Group:
    """Namings that are one speaker, while they are joined."""

    members: list[Named]
    links: list[Link] = field(factory=list)
    seed: KnownSpeaker | None = None

    def takes(self, named: Named, link: Link) -> None:
        """Take in a naming, for a reason."""
        self.members.append(named)
        self.links.append(link)


@frozen
class _Agreed:
    """Two namings that agree, how strongly, and why; what a user has merged is stronger than anything."""

    strength: float
    one: Named
    other: Named
    reason: str

    @property
    def rank(self) -> tuple[Any, ...]:
        """What agreements are sorted by: the strongest first."""
        return -self.strength, order(self.one), order(self.other)


@define
class Joining:
    """Joins namings to each other. ``near`` are those that are alike, but of which too little is known."""

    decisions: Decisions
    near: set[Named] = field(factory=set)

    def groups_of(self, free: Sequence[Named]) -> list[Group]:
        """Return the groups of namings that are one speaker each."""
        groups = {named: Group([named]) for named in free}
        for agreed in sorted([*self._agreements(free), *self._merged(free)], key=lambda agreed: agreed.rank):
            first, second = groups[agreed.one], groups[agreed.other]
            if first is second or not self._may_join(first, second, forced=agreed.strength > 1):
                continue
            first.members += second.members
            link = Link("", agreed.other, agreed.reason, agreed.one.name, min(agreed.strength, 1.0))
            first.links += [*second.links, link]
            groups.update(dict.fromkeys(second.members, first))
        return list({id(group): group for group in groups.values()}.values())

    def _agreements(self, free: Sequence[Named]) -> Iterator[_Agreed]:
        for one, other in candidates(free):
            if self.decisions.keep_apart(one.name, other.name):
                continue
            comparison = compare(one, other)
            if comparison.is_same:
                yield _Agreed(comparison.strength, one, other, comparison.reason)
            elif comparison.strength:
                self.near |= {one, other}

    def _merged(self, free: Sequence[Named]) -> Iterator[_Agreed]:
        for one, other in self.decisions.merged_among(free):
            yield _Agreed(2.0, one, other, "merged by a user")

    def _may_join(self, one: Group, other: Group, *, forced: bool) -> bool:
        """Say whether nobody in the one group is known to be another than somebody in the other."""
        for first in one.members:
            for second in other.members:
                if self.decisions.keep_apart(first.name, second.name):
                    return False
                if not forced and not compare(first, second).is_same and not _is_weaker_form(first, second):
                    return False
        return True


def order(named: Named) -> tuple[str, ...]:
    """Return what namings are sorted by, whatever order the records have."""
    return named.kind, folded(named.name), named.name, named.role or "", named.affiliation or ""


def _is_weaker_form(one: Named, other: Named) -> bool:
    """Say whether two are not the same by a weak agreement only, so that a third may join them: the same spelling."""
    return (
        one.kind == other.kind and folded(one.name) == folded(other.name) and (one.role is None or other.role is None)
    )
