"""A newsroom's list of speakers, and to whom of it a naming belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from quotetrack.registry.candidates import Key, family, keys
from quotetrack.registry.comparing import compare
from quotetrack.registry.decisions import Decisions
from quotetrack.registry.files import KnownSpeaker
from quotetrack.registry.joining import Link
from quotetrack.registry.named import Named
from quotetrack.registry.names import words_of
from quotetrack.registry.roles import agreement
from quotetrack.registry.spelling import folded

_Fit = tuple[float, int, str]
"""How strongly a name agrees, how well the roles do, and why."""


@frozen(slots=False)
class Listed:
    """The speakers of a list by their ids, and what a user has split."""

    seeds: Mapping[str, KnownSpeaker]
    decisions: Decisions

    def in_order(self) -> list[KnownSpeaker]:
        """Return the speakers by their ids."""
        return sorted(self.seeds.values(), key=lambda seed: seed.id)

    def owners(self) -> Iterator[tuple[str, str]]:
        """Yield each spelling with the id of its speaker."""
        for seed in self.seeds.values():
            for spelling in (seed.name, *seed.aliases):
                yield folded(spelling), seed.id

    @cached_property
    def _spellings(self) -> dict[Key, list[tuple[KnownSpeaker, str]]]:
        """The spellings under the keys that they are looked for by."""
        found: dict[Key, list[tuple[KnownSpeaker, str]]] = {}
        for seed in self.in_order():
            for spelling in (seed.name, *seed.aliases):
                for key in (*keys(family(seed.kind), spelling), ("surname", *words_of(spelling)[-1:])):
                    found.setdefault(key, []).append((seed, spelling))
        return found

    def link(self, named: Named) -> Link | None:
        """Return the link of a naming to the one of the list who fits best, None if nobody or several do."""
        fits: dict[str, _Fit] = {}
        for seed, spelling in self._near(named):
            fit = _fit(seed, spelling, named)
            if fit is not None:
                fits[seed.id] = max(fits.get(seed.id, fit), fit)
        best = max((fit[:2] for fit in fits.values()), default=None)
        strongest = [(own, fit) for own, fit in fits.items() if fit[:2] == best]
        if len(strongest) != 1:
            return None
        own, (strength, _, reason) = strongest[0]
        return Link(own, named, f"list: {reason}", self.seeds[own].name, strength)

    def _near(self, named: Named) -> list[tuple[KnownSpeaker, str]]:
        """Return the spellings that are worth comparing, none of a speaker from whom the name is split."""
        near = {
            (seed.id, spelling): seed
            for key in keys(family(named.kind), named.name)
            for seed, spelling in self._spellings.get(key, ())
        }
        apart = {own for own, spelling in near if self.decisions.keep_apart(spelling, named.name)}
        return [(seed, spelling) for (own, spelling), seed in near.items() if own not in apart]


def _fit(seed: KnownSpeaker, spelling: str, named: Named) -> _Fit | None:
    """Return how well a spelling of the list fits a naming, None if it does not."""
    if family(seed.kind) != family(named.kind):
        return None
    listed = Named(spelling, named.kind, seed.role)
    if folded(spelling) == folded(named.name):
        return 1.0, int(agreement(listed, named)), "listed spelling"
    comparison = compare(listed, named)
    return (comparison.strength, int(agreement(listed, named)), comparison.reason) if comparison.is_same else None
