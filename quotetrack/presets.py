"""What to look for, under one name: the default, one that would rather be silent, one that counts as the benchmark.

Scores always state the preset they were made with.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from quotetrack.errors import RuleError


@frozen
class Preset:
    """Which rules are off and how sure a record must be."""

    name: str
    says: str
    without_rules: frozenset[str] = frozenset()
    min_confidence: float = 0.0


_ATTITUDES: Final = frozenset({"intention", "soll-state"})
"""Rules for what the benchmark counts as reported, and an editor would not."""

PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        preset.name: preset
        for preset in (
            Preset("default", "What an editor would call reported.", without_rules=_ATTITUDES),
            Preset(
                "precise",
                "Only records whose confidence is high: what goes to print without a second look at each.",
                without_rules=_ATTITUDES,
                min_confidence=0.87,
            ),
            Preset(
                "benchmark",
                "As the WIKINEWS benchmark counts: with intentions and hearsay of states, without the answers of"
                " interviews without marks.",
                without_rules=frozenset({"interview-answer"}),
            ),
        )
    }
)


def preset_named(name: str) -> Preset:
    """Return a preset.

    Raises:
        RuleError: if there is none of that name.

    >>> preset_named("benchmark").without_rules
    frozenset({'interview-answer'})
    """
    if name not in PRESETS:
        message = f"there is no preset {name!r}; the presets are {', '.join(PRESETS)}"
        raise RuleError(message)
    return PRESETS[name]
