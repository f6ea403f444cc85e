"""The registry: who speaks in many records, under which spellings, and why those are one."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import jsonlines
from attrs import define, evolve, field, frozen

from quotetrack.errors import RegistryError
from quotetrack.records import Record
from quotetrack.registry.candidates import candidates
from quotetrack.registry.comparing import compare
from quotetrack.registry.named import Comparison, Named
from quotetrack.registry.spelling import folded

Item = TypeVar("Item")


@frozen
class KnownSpeaker:
    """Somebody with all their spellings. ``given`` says whether a list named them, rather than the records."""

    id: str
    name: str
    kind: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    given: bool = False


@frozen
class Link:
    """Why a spelling belongs to a speaker: the reason, the spelling it was compared with, and how strong that is."""

    speaker: str
    named: Named
    reason: str
    compared_with: str
    strength: float


@define
class _Group:
    """Namings that are one speaker, while they are joined."""

    members: list[Named]
    links: list[Link] = field(factory=list)
    seed: KnownSpeaker | None = None


@define
class SpeakerRegistry:
    """Links the speakers of many records: a newsroom's list first, then the spellings among each other.

    What is linked depends on the set of speakers alone, not on the order of articles or of the list.

    >>> registry = SpeakerRegistry.seeded([{"name": "Wolodymyr Selenskyj", "id": "Q3874799", "role": "Präsident"}])
    >>> registry.find("Zelenskyy, Volodymyr".replace(",", "")).id
    'Q3874799'
    """

    _seeds: dict[str, KnownSpeaker] = field(factory=dict)
    _merged: set[tuple[str, str]] = field(factory=set)
    _split: set[tuple[str, str]] = field(factory=set)
    _namings: Counter[Named] = field(factory=Counter)
    _speakers: dict[str, KnownSpeaker] = field(factory=dict)
    _by_naming: dict[Named, str] = field(factory=dict)
    _links: list[Link] = field(factory=list)

    @classmethod
    def seeded(cls, source: Path | str | Iterable[Mapping[str, Any]]) -> SpeakerRegistry:
        """Return a registry with a newsroom's list: a JSON Lines file, or its lines as mappings.

        A line has ``name``, and perhaps ``aliases``, ``kind`` (*person* without it), ``role``, and ``id``, such as a
        Wikidata QID.

        Raises:
            RegistryError: naming the line that is broken or repeats an id for another speaker.
        """
        registry = cls()
        registry.seed(source)
        return registry

    def seed(self, source: Path | str | Iterable[Mapping[str, Any]]) -> None:
        """Add a newsroom's list; the same line twice is there once.

        Raises:
            RegistryError: see :meth:`seeded`.
        """
        lines = _read(source) if isinstance(source, Path | str) else enumerate(source, start=1)
        for number, line in lines:
            speaker = _seed(line, number)
            known = self._seeds.get(speaker.id)
            if known is not None and (known.kind, known.name) != (speaker.kind, speaker.name):
                message = f"line {number}: the id {speaker.id!r} is that of {known.name!r}, and of {speaker.name!r}"
                raise RegistryError(message, line=number)
            both = (*(known.aliases if known is not None else ()), *speaker.aliases)
            self._seeds[speaker.id] = evolve(speaker, aliases=tuple(sorted(set(both))))
        self._join()

    # -- what a user decides ------------------------------------------------------------------------------------------

    def merge(self, one: str, other: str) -> None:
        """Keep two spellings together from now on."""
        self._split.discard(_pair(one, other))
        self._merged.add(_pair(one, other))
        self._join()

    def split(self, one: str, other: str) -> None:
        """Keep two spellings apart from now on."""
        self._merged.discard(_pair(one, other))
        self._split.add(_pair(one, other))
        self._join()

    def keeps_apart(self, one: str, other: str) -> bool:
        """Say whether a user has split two spellings."""
        return _pair(one, other) in self._split

    def read_decisions(self, path: Path) -> None:
        """Take over the merges and splits of a file, if it is there.

        Raises:
            RegistryError: naming the line that is no decision.
        """
        if not path.is_file():
            return
        for number, line in _read(path):
            [(what, names)] = line.items() if len(line) == 1 else [("", [])]
            if what not in ("merge", "split") or not isinstance(names, list) or len(names) != 2:
                message = f"line {number} of {path} is no decision: {json.dumps(line, ensure_ascii=False)}"
                raise RegistryError(message, line=number)
            (self._merged if what == "merge" else self._split).add(_pair(*map(str, names)))
        self._join()

    def write_decisions(self, path: Path) -> None:
        """Write the merges and splits to a file, in an order of their own."""
        with jsonlines.open(path, "w", sort_keys=True) as lines:
            for what, pairs in (("merge", self._merged), ("split", self._split)):
                lines.write_all({what: list(pair)} for pair in sorted(pairs))

    # -- linking ------------------------------------------------------------------------------------------------------

    def link(self, records: Iterable[Record]) -> list[Record]:
        """Return the records with the id of the speaker in each; ids of records do not change."""
        known = list(records)
        self.add(known)
        return [self._linked(record) for record in known]

    def add(self, records: Iterable[Record]) -> None:
        """Collect the speakers of records, and the members of groups among them."""
        for record in records:
            for named in namings(record):
                self._namings[named] += 1
        self._join()

    def _linked(self, record: Record) -> Record:
        named = None if record.speaker is None or record.speaker.members else Named.of(record.speaker)
        if record.speaker is None or named is None or named not in self._by_naming:
            return record
        return evolve(record, speaker=evolve(record.speaker, id=self._by_naming[named]))

    @property
    def speakers(self) -> tuple[KnownSpeaker, ...]:
        """All speakers by name: those of the list, and those that the records gave."""
        return tuple(sorted(self._speakers.values(), key=lambda known: (folded(known.name), known.kind, known.id)))

    @property
    def links(self) -> tuple[Link, ...]:
        """Why each spelling belongs to its speaker."""
        return tuple(sorted(self._links, key=lambda link: (link.speaker, _order(link.named))))

    def find(self, name: str, kind: str = "person") -> KnownSpeaker | None:
        """Return the speaker of an id or a name, None if nobody or several fit."""
        if name in self._speakers:
            return self._speakers[name]
        exact = [known for known in self.speakers if folded(name) in map(folded, (*known.spellings, known.name))]
        if len(exact) == 1:
            return exact[0]
        asked = Named(name, kind)
        fitting = [known for known in self.speakers if self._compare_with(known, asked).is_same]
        return fitting[0] if len(fitting) == 1 else None

    def _compare_with(self, known: KnownSpeaker, named: Named) -> Comparison:
        compared = [
            compare(Named(spelling, known.kind, known.role), named)
            for spelling in (known.name, *known.aliases)
            if _pair(spelling, named.name) not in self._split
        ]
        return max(compared, key=lambda found: (found.is_same, found.strength), default=Comparison(False, "split"))

    # -- joining ------------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        """Join all namings anew: to the list, by decision, then to each other, the strongest agreements first."""
        groups = {seed.id: _Group([], seed=seed) for seed in sorted(self._seeds.values(), key=lambda seed: seed.id)}
        free: list[Named] = []
        for named in sorted(self._namings, key=_order):
            found = self._of_list(named)
            if found is None:
                free.append(named)
            else:
                seed, comparison = found
                groups[seed.id].members.append(named)
                groups[seed.id].links.append(
                    Link(seed.id, named, f"list: {comparison.reason}", seed.name, comparison.strength)
                )
        self._take_over([*groups.values(), *self._join_free(free)])

    def _of_list(self, named: Named) -> tuple[KnownSpeaker, Comparison] | None:
        found: list[tuple[KnownSpeaker, Comparison]] = []
        for seed in self._seeds.values():
            if any(_pair(name, named.name) in self._merged for name in (seed.name, *seed.aliases)):
                return seed, Comparison(True, "merged by a user", 1.0)
            if any(_pair(name, named.name) in self._split for name in (seed.name, *seed.aliases)):
                continue
            alias = folded(named.name) in map(folded, (seed.name, *seed.aliases)) and seed.kind == named.kind
            comparison = Comparison(True, "listed spelling", 1.0) if alias else self._compare_with(seed, named)
            if comparison.is_same:
                found.append((seed, comparison))
        best = max((comparison.strength for _, comparison in found), default=0.0)
        strongest = [pair for pair in found if pair[1].strength == best]
        return strongest[0] if len(strongest) == 1 else None

    def _join_free(self, free: list[Named]) -> list[_Group]:
        groups = {named: _Group([named]) for named in free}
        for strength, one, other, reason in sorted(self._agreements(free), key=_strongest_first):
            first, second = groups[one], groups[other]
            if first is second or not self._may_join(first, second, forced=strength > 1):
                continue
            first.members += second.members
            first.links += [*second.links, Link("", other, reason, one.name, min(strength, 1.0))]
            for named in second.members:
                groups[named] = first
        return list({id(group): group for group in groups.values()}.values())

    def _agreements(self, free: list[Named]) -> Iterator[tuple[float, Named, Named, str]]:
        for one, other in candidates(free):
            comparison = compare(one, other)
            if comparison.is_same and not self.keeps_apart(one.name, other.name):
                yield comparison.strength, one, other, comparison.reason
        if self._merged:
            yield from self._forced(free)

    def _forced(self, free: list[Named]) -> Iterator[tuple[float, Named, Named, str]]:
        by_name: dict[str, list[Named]] = {}
        for named in free:
            by_name.setdefault(folded(named.name), []).append(named)
        for first, second in sorted(self._merged):
            for one in by_name.get(first, []):
                for other in by_name.get(second, []):
                    yield 2.0, one, other, "merged by a user"

    def _may_join(self, one: _Group, other: _Group, *, forced: bool) -> bool:
        """Say whether nobody in the one group is known to be another than somebody in the other."""
        for first in one.members:
            for second in other.members:
                if _pair(first.name, second.name) in self._split:
                    return False
                if not forced and not compare(first, second).is_same and not _is_weaker_form(first, second):
                    return False
        return True

    def _take_over(self, groups: Iterable[_Group]) -> None:
        self._speakers, self._by_naming, self._links = {}, {}, []
        for group in groups:
            known = group.seed or self._named_after(group)
            spellings = {named.name for named in group.members} | (
                {known.name, *known.aliases} if group.seed else set()
            )
            known = evolve(known, spellings=tuple(sorted(spellings)))
            self._speakers[known.id] = known
            self._by_naming.update(dict.fromkeys(group.members, known.id))
            self._links += [evolve(link, speaker=known.id) for link in group.links]

    def _named_after(self, group: _Group) -> KnownSpeaker:
        best = max(group.members, key=lambda named: (self._namings[named], len(named.name), named.name))
        roles = Counter(named.role for named in group.members if named.role)
        role = max(roles, key=lambda known: (roles[known], known)) if roles else None
        key = min(
            json.dumps([named.kind, folded(named.name), named.role, named.affiliation]) for named in group.members
        )
        return KnownSpeaker("s-" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:12], best.name, best.kind, role)


def namings(record: Record) -> list[Named]:
    """Return whom a record names as its speaker: one, or the members of a group."""
    if record.speaker is None:
        return []
    if record.speaker.members:
        return [Named(name) for name in record.speaker.members]
    named = Named.of(record.speaker)
    return [] if named is None else [named]


def _strongest_first(agreement: tuple[float, Named, Named, str]) -> tuple[Any, ...]:
    strength, one, other, _ = agreement
    return -strength, _order(one), _order(other)


def _order(named: Named) -> tuple[str, ...]:
    return named.kind, folded(named.name), named.name, named.role or "", named.affiliation or ""


def _pair(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((folded(one), folded(other)))
    return first, second


def _is_weaker_form(one: Named, other: Named) -> bool:
    """Say whether two are not the same by a weak agreement only, so that a third may join them: the same spelling."""
    return (
        one.kind == other.kind and folded(one.name) == folded(other.name) and (one.role is None or other.role is None)
    )


def _seed(line: Mapping[str, Any], number: int) -> KnownSpeaker:
    name = line.get("name")
    aliases = line.get("aliases") or []
    if not isinstance(name, str) or not name.strip() or not isinstance(aliases, list):
        message = f"line {number} of the list has no name, or aliases that are no list"
        raise RegistryError(message, line=number)
    kind = str(line.get("kind") or "person")
    made = "l-" + hashlib.sha256(f"{kind}\0{folded(name)}".encode()).hexdigest()[:12]
    role = line.get("role")
    return KnownSpeaker(
        id=str(line.get("id") or made),
        name=name,
        kind=kind,
        role=None if role is None else str(role),
        aliases=tuple(sorted(map(str, aliases))),
        given=True,
    )


def _read(path: Path | str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        with jsonlines.open(path) as lines:
            for number, line in enumerate(lines.iter(skip_empty=True), start=1):
                if not isinstance(line, dict):
                    message = f"line {number} of {path} is no object"
                    raise RegistryError(message, line=number)
                yield number, line
    except jsonlines.InvalidLineError as error:
        message = f"line {error.lineno} of {path} is no JSON: {error}"
        raise RegistryError(message, line=error.lineno) from error
    except OSError as error:
        message = f"{path} cannot be read: {error}"
        raise RegistryError(message) from error
