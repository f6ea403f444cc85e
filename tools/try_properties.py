"""Try the properties of quotation marks on a million generated texts: the long run that CI has no time for.

``python tools/try_properties.py --texts 1000000 --seed 1`` from the repository root. Every text is tried on every
property that applies to it. Texts are drawn in rounds of ``--round`` by each of three strategies in turn: undamaged
German text whose truth is known, German text damaged in one block, and arbitrary Unicode full of marks. Each round
has a seed of its own, so that a failure can be repeated with ``--seed`` and ``--texts`` set to what is printed. The
exit code is 0 if every property held for every text. Two processes with different seeds make one run of two cores.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import define
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quotetrack.quotation_marks import CONVENTIONS, Convention, convention_named
from tests import marking_properties as properties
from tests.marking_properties import Sides
from tests.strategies import (
    DamagedText,
    MarkedText,
    any_texts,
    damaged_texts,
    marked_texts,
    texts_of,
)

EXCHANGEABLE: Final = tuple(convention_named(name) for name in ("german", "guillemets", "swiss", "english"))


@define
class Tally:
    """How many texts were tried, and how many properties were checked."""

    texts: int = 0
    checks: int = 0

    def check(self, name: str, sides: Sides, text: object) -> None:
        """Count a check.

        Raises:
            AssertionError: if the two sides differ.
        """
        self.checks += 1
        expected, actual = sides
        if expected != actual:
            message = f"{name} does not hold for {text!r}"
            raise AssertionError(message)


def try_any(tally: Tally, text: str, convention: Convention) -> None:
    """Try what holds for every text."""
    for holds in properties.OF_ANY_TEXT:
        tally.check(holds.__name__, holds(text), text)
    tally.check("streamed", properties.streamed(text, convention), text)


def try_marked(tally: Tally, marked: MarkedText, convention: Convention) -> None:
    """Try what holds for undamaged text."""
    tally.texts += 1
    for holds in properties.OF_MARKED_TEXT:
        tally.check(holds.__name__, holds(marked), marked)
    try_any(tally, marked.text, convention)


def try_damaged(tally: Tally, damaged: DamagedText, convention: Convention) -> None:
    """Try what holds for damaged text."""
    tally.texts += 1
    tally.check("spared", properties.spared(damaged), damaged)
    try_any(tally, damaged.text, convention)


def try_hostile(tally: Tally, text: str, convention: Convention) -> None:
    """Try what holds for any text."""
    tally.texts += 1
    try_any(tally, text, convention)


def try_exchanged(tally: Tally, text: str, one: Convention) -> None:
    """Try to write the signs of a text as those of every other convention."""
    tally.texts += 1
    for other in EXCHANGEABLE:
        if other is not one:
            tally.check("written_otherwise", properties.written_otherwise(text, one, other), text)


Trial = Callable[[Tally, Any, Convention], None]


def trials() -> Iterator[tuple[str, Trial, st.SearchStrategy[Any], st.SearchStrategy[Convention]]]:
    """Yield what is tried on which texts."""
    conventions = st.sampled_from(CONVENTIONS)
    yield "undamaged", try_marked, marked_texts(), conventions
    yield "damaged", try_damaged, damaged_texts(), conventions
    yield "any", try_hostile, any_texts(), conventions
    for convention in EXCHANGEABLE:
        yield f"exchanged from {convention.name}", try_exchanged, texts_of(convention), st.just(convention)


def run_round(tally: Tally, number: int, size: int) -> None:
    """Try one round of texts on all properties."""
    for place, (_, attempt, texts, conventions) in enumerate(trials()):
        run_trial(tally, attempt, given(texts, conventions), number, size if place < 3 else size // 8)


def run_trial(tally: Tally, attempt: Trial, drawn: Callable[[Any], Any], number: int, size: int) -> None:
    """Try so many texts on the properties of one strategy."""

    def hold(text: Any, convention: Convention) -> None:  # noqa: ANN401
        attempt(tally, text, convention)

    thorough = settings(
        max_examples=size,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    seed(number)(thorough(drawn(hold)))()


def main() -> None:
    """Try rounds until there were enough texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--round", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tally, number, start = Tally(), asked.seed, time.monotonic()
    while tally.texts < asked.texts:
        run_round(tally, number, asked.round)
        minutes = (time.monotonic() - start) / 60
        print(f"seed {number}: {tally.texts:,} texts, {tally.checks:,} checks, {minutes:.1f} min", flush=True)
        number += 2
    print(f"every property held: {tally.texts:,} texts, {tally.checks:,} checks, {minutes:.1f} min")


if __name__ == "__main__":
    main()
