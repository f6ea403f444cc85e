"""The registry: who speaks in many records, under which spellings, and why those are one."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from quotetrack.errors import RegistryError
from quotetrack.records import Record
from quotetrack.registry.comparing import compare
from quotetrack.registry.decisions import Decisions
from quotetrack.registry.files import KnownSpeaker, listed_speakers
from quotetrack.registry.joining import Group, Joining, Link, order
from quotetrack.registry.listed import Listed
from quotetrack.registry.named import Comparison, Named
from quotetrack.registry.names import words_of
from quotetrack.registry.spelling import folded, sounded


@define
class SpeakerRegistry:
    """Links the speakers of many records: a newsroom's list first, then the spellings among each other.

    What is linked depends on the set of speakers alone, not on the order of articles or of the list.

    >>> registry = SpeakerRegistry.seeded([{"name": "Wolodymyr Selenskyj", "id": "Q3874799", "role": "Präsident"}])
    >>> registry.find("Zelenskyy, Volodymyr").id
    'Q3874799'
    """

    _seeds: dict[str, KnownSpeaker] = field(factory=dict, init=False)
    _decisions: Decisions = field(factory=Decisions, init=False)
    _namings: Counter[Named] = field(factory=Counter, init=False)
    _members: Counter[str] = field(factory=Counter, init=False)
    _speakers: dict[str, KnownSpeaker] = field(factory=dict, init=False)
    _by_naming: dict[Named, str] = field(factory=dict, init=False)
    _near: set[Named] = field(factory=set, init=False)
    _by_member: dict[str, str] = field(factory=dict, init=False)
    _links: list[Link] = field(factory=list, init=False)

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
        self._decisions.decide("merge", one, other)
        self._join()

    def split(self, one: str, other: str) -> None:
        """Keep two spellings apart from now on."""
        self._decisions.decide("split", one, other)
        self._join()

    def keeps_apart(self, one: str, other: str) -> bool:
        """Say whether a user has split two spellings."""
        return self._decisions.keep_apart(one, other)

    def read_decisions(self, path: Path) -> None:
        """Take over the merges and splits of a file; of two about the same spellings the later one holds.

        Raises:
            RegistryError: if the file cannot be read, or naming the line that is no decision.
        """
        self._decisions.read(path)
        self._join()

    def write_decisions(self, path: Path) -> None:
        """Write the merges and splits to a file, in an order of their own; it appears whole or not at all.

        Raises:
            RegistryError: if it cannot be written.
        """
        self._decisions.write(path)

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
        return tuple(sorted(self._links, key=lambda link: (link.speaker, order(link.named))))

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
            if not self.keeps_apart(spelling, named.name)
        ]
        return max(compared, key=lambda found: (found.is_same, found.strength), default=Comparison(False, "split"))

    # -- joining ------------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        """Join all namings anew: to the list, by decision, then to each other, the strongest agreements first."""
        listed = Listed(self._seeds, self._decisions)
        groups = {seed.id: Group([], seed=seed) for seed in listed.in_order()}
        owners: dict[str, str] = {}
        free: list[Named] = []
        for named in sorted(self._all_namings(), key=order):
            link = listed.link(named)
            if link is None:
                free.append(named)
            else:
                owners[folded(named.name)] = link.speaker
                groups[link.speaker].takes(named, link)
        owners.update(listed.owners())
        decided = dict(self._decisions.merged_into(free, owners))
        for named, own in decided.items():
            groups[own].takes(named, Link(own, named, "merged by a user", self._seeds[own].name, 1.0))
        joining = Joining(self._decisions)
        left = joining.groups_of([named for named in free if named not in decided])
        self._near = joining.near
        self._take_over([*groups.values(), *left])

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

    def _take_over(self, groups: Iterable[Group]) -> None:
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

    def _named_after(self, group: Group) -> KnownSpeaker:
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
