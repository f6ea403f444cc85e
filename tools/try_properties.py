"""Try the properties of quotation marks on a million generated texts: the long run that CI has no time for.

``python tools/try_properties.py --texts 1000000 --seed 1`` from the repository root. Texts are built by the grammar of
``tests/strategies.py``, by plain chance, in rounds of ``--round`` of each kind: undamaged German text whose truth is
known, German text damaged in one block, any Unicode full of marks, and texts of one convention to be written in
another. Every text is tried on every property that applies to it. Each round has a seed of its own and prints its
tally, so that a run that is cut off still counts, and a failure can be repeated from the round's seed with ``--texts
1``; the text is printed, too. The exit code is 0 if every property held for every text. ``--step 2`` with seeds 1 and 2
makes one run of two processes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import define

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quotetrack.quotation_marks import CONVENTIONS, Convention, convention_named
from tests import marking_properties as properties
from tests.marking_properties import Sides
from tests.strategies import Choose, DamagedText, MarkedText, any_text, by_chance, damaged_text, marked_text, text_of

SOURCES: Final = Path(__file__).resolve().parent.parent / "quotetrack" / "quotation_marks"
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
    for holds in properties.QUICKLY:
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


def try_exchanged(tally: Tally, drawn: tuple[str, Convention], _: Convention) -> None:
    """Try to write the signs of a text as those of every other convention."""
    text, one = drawn
    tally.texts += 1
    for other in EXCHANGEABLE:
        if other is not one:
            tally.check("written_otherwise", properties.written_otherwise(text, one, other), text)


Trial = Callable[[Tally, Any, Convention], None]
Drawn = Callable[[Choose], Any]


def kinds(size: int) -> Iterator[tuple[int, Trial, Drawn]]:
    """Yield how many texts of each kind make a round, what is tried on them, and how one is chosen."""
    yield size, try_marked, marked_text
    yield size, try_damaged, damaged_text
    yield size, try_hostile, any_text
    yield size // 2, try_exchanged, _exchangeable


def _exchangeable(choose: Choose) -> tuple[str, Convention]:
    convention = choose(EXCHANGEABLE)
    return text_of(choose, convention), convention


def run_round(tally: Tally, number: int, size: int) -> None:
    """Try one round of texts on all properties."""
    choose = by_chance(number)
    for count, attempt, drawn in kinds(size):
        for _ in range(count):
            attempt(tally, drawn(choose), choose(CONVENTIONS))


def code() -> str:
    """Return a digest of the code under test, so that a log says what it is about."""
    sources = b"".join(source.read_bytes() for source in sorted(SOURCES.glob("*.py")))
    return hashlib.sha256(sources).hexdigest()[:12]


def main() -> None:
    """Try rounds until there were enough texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--round", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", type=int, default=1)
    asked = parser.parse_args()
    print(f"quotation_marks {code()}, seeds from {asked.seed} by {asked.step}", flush=True)
    tally, number, start = Tally(), asked.seed, time.monotonic()
    while tally.texts < asked.texts:
        run_round(tally, number, asked.round)
        minutes = (time.monotonic() - start) / 60
        print(f"seed {number}: {tally.texts:,} texts, {tally.checks:,} checks, {minutes:.1f} min", flush=True)
        number += asked.step
    print(f"every property held: {tally.texts:,} texts, {tally.checks:,} checks, {minutes:.1f} min")


if __name__ == "__main__":
    main()
