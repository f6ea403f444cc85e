"""How long it takes to track records, and that time and memory grow about linearly.

``python benchmarks/bench_tracking.py`` makes records of invented words and names, a third of them copies, shortened by
a few words, and prints for each number of records the seconds of processor time, the most memory held, and both per
record.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from multiprocessing import get_context
from typing import Final

from quotetrack.records import Record, Speaker
from quotetrack.spans import Span
from quotetrack.tracking import track

SIZES: Final = (10_000, 30_000, 100_000)
VOCABULARY: Final = 30_000


def records(number: int, seed: int = 1) -> list[Record]:
    """Return invented records: words as frequent as in language, a speaker for every fifty quotations."""
    chance = random.Random(seed)  # noqa: S311
    words = [_word(chance) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 20) for rank in range(VOCABULARY)))
    names = [f"{_word(chance).title()} {_word(chance).title()}" for _ in range(max(20, number // 50))]
    found: list[tuple[str, str]] = []
    for _ in range(number):
        if found and chance.random() < 1 / 3:
            text, name = chance.choice(found)
            kept = text.split()[chance.randint(0, 2) :]
            found.append((" ".join(kept) or text, name))
        else:
            text = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(6, 25)))
            found.append((text, chance.choice(names)))
    return [_record(place, text, name) for place, (text, name) in enumerate(found)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(2, 5)))


def _record(place: int, text: str, name: str) -> Record:
    span = Span(place % 5 * 500, place % 5 * 500 + len(text))
    speaker = Speaker(name, (), name, "person")
    return Record({"id": f"article-{place // 5}"}, f"{place:08x}", "direct", text, (span,), (span,), speaker=speaker)


def measured(number: int) -> tuple[int, float, float, float]:
    """Track so many records: how many utterances, seconds of processor time, and MB of records and for tracking."""
    before = _most_held()
    made = records(number)
    gained = _most_held()
    began = time.process_time()
    utterances = track(made)
    return len(utterances), time.process_time() - began, gained - before, _most_held() - gained


def _most_held() -> float:
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each size in a process of its own, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    print("records  utterances  seconds  µs each  MB for records  MB for tracking  kB each")
    for number in parser.parse_args().sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
            utterances, seconds, held, more = one.submit(measured, number).result()
        print(
            f"{number:7}  {utterances:10}  {seconds:7.1f}  {seconds / number * 1e6:7.0f}"
            f"  {held:14.0f}  {more:15.0f}  {more / number * 1e3:7.1f}"
        )


if __name__ == "__main__":
    main()
