"""The registry: who speaks in many records, under which spellings, and why those are one."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen

from quotetrack.errors import RegistryError
from quotetrack.records import Record
from quotetrack.registry.candidates import Key, candidates, family, keys
from quotetrack.registry.comparing import compare
from quotetrack.registry.files import KnownSpeaker, decisions_of, listed_speakers
from quotetrack.registry.named import Comparison, Named
from quotetrack.registry.names import words_of
from quotetrack.registry.roles import agreement
from quotetrack.registry.spelling import folded, sounded


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
    >>> registry.find("Zelenskyy, Volodymyr").id
    'Q3874799'
    """

    _seeds: dict[str, KnownSpeaker] = field(factory=dict)
    _merged: set[tuple[str, str]] = field(factory=set)
    _split: set[tuple[str, str]] = field(factory=set)
    _written: dict[tuple[str, str], tuple[str, str]] = field(factory=dict)
    _namings: Counter[Named] = field(factory=Counter)
    _members: Counter[str] = field(factory=Counter)
    _speakers: dict[str, KnownSpeaker] = field(factory=dict)
    _by_naming: dict[Named, str] = field(factory=dict)
    _near: set[Named] = field(factory=set)
    _by_member: dict[str, str] = field(factory=dict)
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
        where = f"{source}: " if isinstance(source, Path | str) else ""
        for number, speaker in listed_speakers(source):
            known = self._seeds.get(speaker.id)
            if known is not None and (known.kind, known.name) != (speaker.kind, speaker.name):
                message = f"{where}the id {speaker.id!r} is that of {known.name!r}, and of {speaker.name!r}"
                raise RegistryError(message, line=number)
            both = (*(known.aliases if known is not None else ()), *speaker.aliases)
            self._seeds[speaker.id] = evolve(speaker, aliases=tuple(sorted(set(both))))
        self._join()

    # -- what a user decides ------------------------------------------------------------------------------------------

    def merge(self, one: str, other: str) -> None:
        """Keep two spellings together from now on."""
        self._decide("merge", one, other)
        self._join()

    def split(self, one: str, other: str) -> None:
        """Keep two spellings apart from now on."""
        self._decide("split", one, other)
        self._join()

    def _decide(self, what: str, one: str, other: str) -> None:
        chosen, undone = (self._merged, self._split) if what == "merge" else (self._split, self._merged)
        chosen.add(_pair(one, other))
        undone.discard(_pair(one, other))
        first, second = sorted((one, other), key=folded)
        self._written[_pair(one, other)] = (first, second)

    def keeps_apart(self, one: str, other: str) -> bool:
        """Say whether a user has split two spellings."""
        return _pair(one, other) in self._split

    def read_decisions(self, path: Path) -> None:
        """Take over the merges and splits of a file; of two about the same spellings the later one holds.

        Raises:
            RegistryError: if the file cannot be read, or naming the line that is no decision.
        """
        for what, one, other in decisions_of(path):
            self._decide(what, one, other)
        self._join()

    def write_decisions(self, path: Path) -> None:
        """Write the merges and splits to a file, in an order of their own; it appears whole or not at all.

        Raises:
            RegistryError: if it cannot be written.
        """
        lines = [
            json.dumps({what: list(self._written[pair])}, ensure_ascii=False) + "\n"
            for what, pairs in (("merge", self._merged), ("split", self._split))
            for pair in sorted(pairs)
        ]
        beside = path.with_name(f"{path.name}.new")
        try:
            beside.write_text("".join(lines), encoding="utf-8")
            beside.replace(path)
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror or error}"
            raise RegistryError(message) from error

    # -- linking ------------------------------------------------------------------------------------------------------

    def link(self, records: Iterable[Record]) -> list[Record]:
        """Return the records with the id of the speaker in each; ids of records do not change."""
        known = list(records)
        self.add(known)
        return [self._linked(record) for record in known]

    def add(self, records: Iterable[Record]) -> None:
        """Collect the speakers of records, and the members of groups among them."""
        for record in records:
            speaker = record.speaker
            if speaker is not None and speaker.members:
                self._members.update(speaker.members)
            elif speaker is not None and (named := Named.of(speaker)) is not None:
                self._namings[named] += 1
        self._join()

    def ids_of(self, record: Record) -> frozenset[str]:
        """Return the ids of those who speak in a record: of one, or of the members of a group."""
        speaker = record.speaker
        if speaker is None:
            return frozenset()
        if speaker.members:
            return frozenset(found for member in speaker.members if (found := self._by_member.get(member)) is not None)
        named = Named.of(speaker)
        return frozenset({self._by_naming[named]} if named in self._by_naming else ())

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

    def is_like_another(self, named: Named) -> bool:
        """Say whether a naming is like another's in its name, but too little is known to link the two."""
        return named in self._near

    def find(self, name: str, kind: str = "person") -> KnownSpeaker | None:
        """Return the speaker of an id or a name, None if nobody or several fit."""
        fitting = self.find_all(name, kind)
        return fitting[0] if len(fitting) == 1 else None

    def find_all(self, name: str, kind: str = "person") -> list[KnownSpeaker]:
        """Return all speakers that an id or a name may mean: by spelling, else by comparison, else by surname."""
        if name in self._speakers:
            return [self._speakers[name]]
        asked, words = Named(name, kind), words_of(name)
        return (
            [known for known in self.speakers if folded(name) in map(folded, (*known.spellings, known.name))]
            or [known for known in self.speakers if self._compare_with(known, asked).is_same]
            or [
                known
                for known in self.speakers
                if known.kind == kind == "person" and len(words) == 1 and sounded(words[0]) in _surnames(known)
            ]
        )

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
        spellings = self._listed_spellings()
        self._near = set()
        free: list[Named] = []
        of_list: dict[str, str] = {}
        for named in sorted(self._all_namings(), key=_order):
            found = self._of_list(named, spellings)
            if found is None:
                free.append(named)
            else:
                of_list[folded(named.name)] = found.speaker
                groups[found.speaker].members.append(named)
                groups[found.speaker].links.append(found)
        left = self._by_decision(free, groups, of_list) if self._merged else free
        self._take_over([*groups.values(), *self._join_free(left)])

    def _all_namings(self) -> list[Named]:
        """Return all namings; a member of a group is of the kind of whoever else has that name, else a person."""
        kinds: dict[str, set[str]] = {}
        for kind, name in [
            *((named.kind, named.name) for named in self._namings),
            *((seed.kind, name) for seed in self._seeds.values() for name in (seed.name, *seed.aliases)),
        ]:
            kinds.setdefault(folded(name), set()).add(kind)
        members = {
            Named(name, min(kinds.get(folded(name), {"person"}), key=lambda kind: (kind != "person", kind)))
            for name in self._members
        }
        return [*self._namings, *(members - self._namings.keys())]

    def _listed_spellings(self) -> dict[Key, list[tuple[KnownSpeaker, str]]]:
        """Return the spellings of the list under the keys that they are looked for by."""
        found: dict[Key, list[tuple[KnownSpeaker, str]]] = {}
        for seed in sorted(self._seeds.values(), key=lambda seed: seed.id):
            for spelling in (seed.name, *seed.aliases):
                for key in (*keys(family(seed.kind), spelling), ("surname", *words_of(spelling)[-1:])):
                    found.setdefault(key, []).append((seed, spelling))
        return found

    def _of_list(self, named: Named, spellings: Mapping[Key, list[tuple[KnownSpeaker, str]]]) -> Link | None:
        """Return the link of a naming to the one of the list who fits best, None if nobody or several do."""
        near = {
            (seed.id, spelling): seed
            for key in keys(family(named.kind), named.name)
            for seed, spelling in spellings.get(key, ())
        }
        apart = {seed for seed, spelling in near if self.keeps_apart(spelling, named.name)}
        found: dict[str, tuple[float, int, str]] = {}
        for (own, spelling), seed in near.items():
            if own in apart or family(seed.kind) != family(named.kind):
                continue
            listed = Named(spelling, named.kind, seed.role)
            if folded(spelling) == folded(named.name):
                fit = (1.0, int(agreement(listed, named)), "listed spelling")
            elif (comparison := compare(listed, named)).is_same:
                fit = (comparison.strength, int(agreement(listed, named)), comparison.reason)
            else:
                continue
            found[own] = max(found.get(own, fit), fit)
        best = max(((fit[:2]) for fit in found.values()), default=None)
        strongest = [(own, fit) for own, fit in found.items() if fit[:2] == best]
        if len(strongest) != 1:
            return None
        own, (strength, _, reason) = strongest[0]
        return Link(own, named, f"list: {reason}", self._seeds[own].name, strength)

    def _by_decision(self, free: list[Named], groups: Mapping[str, _Group], of_list: dict[str, str]) -> list[Named]:
        """Join to the list what a user has merged with a spelling of it; return what is left."""
        for seed in self._seeds.values():
            of_list.update((folded(spelling), seed.id) for spelling in (seed.name, *seed.aliases))
        wanted = {folded(named.name) for named in free}
        is_new = True
        while is_new:
            is_new = False
            for one, other in sorted(self._merged):
                for name, known in ((one, other), (other, one)):
                    if name in wanted and name not in of_list and known in of_list:
                        of_list[name] = of_list[known]
                        is_new = True
        for named in free:
            if (own := of_list.get(folded(named.name))) is not None and self._is_decided(named.name, own, of_list):
                groups[own].members.append(named)
                groups[own].links.append(Link(own, named, "merged by a user", self._seeds[own].name, 1.0))
        joined = {named for group in groups.values() for named in group.members}
        return [named for named in free if named not in joined]

    def _is_decided(self, name: str, own: str, of_list: Mapping[str, str]) -> bool:
        """Say whether a user has merged a spelling with one that belongs to somebody of the list."""
        return any(
            folded(name) in pair and any(of_list.get(other) == own for other in pair if other != folded(name))
            for pair in self._merged
        )

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
            if self.keeps_apart(one.name, other.name):
                continue
            if comparison.is_same:
                yield comparison.strength, one, other, comparison.reason
            elif comparison.strength:
                self._near |= {one, other}
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
        by_name: dict[str, set[str]] = {}
        for named, own in self._by_naming.items():
            by_name.setdefault(named.name, set()).add(own)
        self._by_member = {name: min(ids) for name, ids in by_name.items() if name in self._members and len(ids) == 1}

    def _named_after(self, group: _Group) -> KnownSpeaker:
        best = max(
            group.members,
            key=lambda named: (self._namings[named], self._members[named.name], len(named.name), named.name),
        )
        roles = Counter(named.role for named in group.members if named.role)
        role = max(roles, key=lambda known: (roles[known], known)) if roles else None
        key = min(
            json.dumps([named.kind, folded(named.name), named.role, named.affiliation]) for named in group.members
        )
        return KnownSpeaker("s-" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:12], best.name, best.kind, role)


def _surnames(known: KnownSpeaker) -> set[str]:
    """Return how the surnames of a speaker's spellings sound."""
    return {sounded(words_of(spelling)[-1]) for spelling in (known.name, *known.spellings) if words_of(spelling)}


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
