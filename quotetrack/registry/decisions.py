"""What a user has decided: which spellings are one speaker, and which are not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import define, field

from quotetrack.errors import RegistryError
from quotetrack.registry.files import decisions_of
from quotetrack.registry.named import Named
from quotetrack.registry.spelling import folded

Pair = tuple[str, str]


@define
class Decisions:
    """Merged and split spellings; of two decisions about the same spellings the later one holds."""

    _merged: set[Pair] = field(factory=set)
    _split: set[Pair] = field(factory=set)
    _written: dict[Pair, Pair] = field(factory=dict)

    def decide(self, what: str, one: str, other: str) -> None:
        """Take over a decision: *merge* or *split*."""
        pair = _pair(one, other)
        chosen, undone = (self._merged, self._split) if what == "merge" else (self._split, self._merged)
        chosen.add(pair)
        undone.discard(pair)
        first, second = sorted((one, other), key=folded)
        self._written[pair] = (first, second)

    def keep_apart(self, one: str, other: str) -> bool:
        """Say whether two spellings are split."""
        return _pair(one, other) in self._split

    def read(self, path: Path) -> None:
        """Take over the decisions of a file.

        Raises:
            RegistryError: if the file cannot be read, or naming the line that is no decision.
        """
        for what, one, other in decisions_of(path):
            self.decide(what, one, other)

    def write(self, path: Path) -> None:
        """Write the decisions to a file, in an order of their own; it appears whole or not at all.

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

    def merged_among(self, free: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
        """Yield the namings that are merged with each other."""
        by_name: dict[str, list[Named]] = {}
        for named in free if self._merged else ():
            by_name.setdefault(folded(named.name), []).append(named)
        for first, second in sorted(self._merged):
            for one in by_name.get(first, []):
                for other in by_name.get(second, []):
                    yield one, other

    def merged_into(self, free: Iterable[Named], owners: Mapping[str, str]) -> Iterator[tuple[Named, str]]:
        """Yield the namings that are merged with a spelling that somebody owns, each with that owner.

        What is merged with such a naming is the owner's too.
        """
        if not self._merged:
            return
        namings = list(free)
        reached = self._reached({folded(named.name) for named in namings}, owners)
        for named in namings:
            own = reached.get(folded(named.name))
            if own is not None and self._is_merged(folded(named.name), own, reached):
                yield named, own

    def _reached(self, wanted: set[str], owners: Mapping[str, str]) -> dict[str, str]:
        """Return the owners of spellings with those of the wanted ones that decisions lead to."""
        found = dict(owners)
        is_new = True
        while is_new:
            is_new = False
            for one, other in sorted(self._merged):
                for name, known in ((one, other), (other, one)):
                    if name in wanted and name not in found and known in found:
                        found[name] = found[known]
                        is_new = True
        return found

    def _is_merged(self, name: str, own: str, owners: Mapping[str, str]) -> bool:
        """Say whether a spelling is merged with one of the owner."""
        return any(
            name in pair and any(owners.get(other) == own for other in pair if other != name) for pair in self._merged
        )


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((folded(one), folded(other)))
    return first, second
