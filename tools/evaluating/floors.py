"""Quality floors: pinned scores that a run must not undercut, with what they were measured on and with.

The file holds aggregates only. Floors are raised by pinning anew; lowering one must be asked for.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

import quotetrack
from evaluating.data import Data, GoldData
from quotetrack.errors import QuotetrackError

#: Below this a difference is noise of the libraries underneath: half of the last decimal that is pinned.
TOLERANCE: Final = 0.0005
LIBRARIES: Final = ("stanza", "torch")


class LoweredFloorError(QuotetrackError):
    """A floor would be lowered without being asked for."""


@frozen
class Floor:
    """The least scores of a data set, the digest of its texts and gold, and the versions they were measured with."""

    digest: str
    producer: Mapping[str, str]
    scores: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """Return the floor as plain data."""
        return {"digest": self.digest, "producer": dict(self.producer), "scores": dict(self.scores)}


Floors = dict[str, Floor]


def read_floors(path: Path) -> Floors:
    """Return the pinned floors by data set and preset; none where there is no file."""
    if not path.is_file():
        return {}
    plain = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(floor["digest"], floor["producer"], floor["scores"]) for name, floor in plain.items()}


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors, in the order of their names."""
    plain = {name: floor.to_dict() for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(plain, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def measured(data: Data, headline: Mapping[str, float], model: str) -> Floor:
    """Return what a run measured, as a floor."""
    return Floor(digest_of(data), producer(model), {name: _cut(score) for name, score in headline.items()})


def _cut(score: float) -> float:
    return math.floor(1000 * score + 1e-9) / 1000


def producer(model: str) -> dict[str, str]:
    """Return the versions of what makes the records."""
    return {"quotetrack": quotetrack.__version__, "model": model} | {name: _version(name) for name in LIBRARIES}


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def digest_of(data: Data) -> str:
    """Return a SHA-256 over texts and gold."""
    digest = hashlib.sha256()
    for name, text in sorted(data.texts.items()):
        digest.update(f"{name}\0{text}\0".encode("utf-8", "surrogatepass"))
    gold: Iterable[object] = data.records if isinstance(data, GoldData) else ()
    for record in gold:
        digest.update(_stable(record).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _stable(value: object) -> str:
    """Return a text of a gold record in which sets are in order."""
    if isinstance(value, frozenset):
        return "{" + ",".join(sorted(map(repr, value))) + "}"
    if hasattr(value, "__attrs_attrs__"):
        fields = (_stable(getattr(value, known.name)) for known in value.__attrs_attrs__)
        return f"{type(value).__name__}({','.join(fields)})"
    return repr(value)


def undercut(floor: Floor, now: Floor) -> list[str]:
    """Return a line for each score below its floor, and one if the gold is not what the floor was pinned on."""
    lines = []
    if floor.digest != now.digest:
        lines.append("texts or gold have changed since the floor was pinned: look at the scores and pin it anew")
    for name, least in floor.scores.items():
        score = now.scores.get(name, 0.0)
        if score < least - TOLERANCE:
            lines.append(f"{name} is {100 * score:.1f}, the floor is {100 * least:.1f}")
    return lines


def differences(floor: Floor, now: Floor) -> list[str]:
    """Return a line for each part of the producer that is not the one the floor was pinned with."""
    return [
        f"{name} is {now.producer.get(name)}, the floor was pinned with {version}"
        for name, version in floor.producer.items()
        if now.producer.get(name) != version
    ]


def pinned(floors: Floors, name: str, now: Floor, *, allow_lower: bool) -> Floors:
    """Return the floors with a new one.

    Raises:
        LoweredFloorError: if a score of the old one is higher and lowering was not asked for.
    """
    old = floors.get(name)
    lowered = [
        f"{score} from {100 * least:.1f} to {100 * now.scores.get(score, 0.0):.1f}"
        for score, least in (old.scores if old else {}).items()
        if now.scores.get(score, 0.0) < least
    ]
    if lowered and not allow_lower:
        message = f"pinning would lower floors of {name} ({', '.join(lowered)}); ask for it with --allow-lower"
        raise LoweredFloorError(message)
    return {**floors, name: now}
