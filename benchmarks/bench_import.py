"""How long ``import quotetrack`` takes: ``python benchmarks/bench_import.py``.

Prints the least and the median of some runs, each in a process of its own, without the start of the interpreter and
with the bytecode in its cache, as an installed package has it; on a busy machine look at the processor time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from typing import Final

RUNS: Final = 15
CODE: Final = """
from time import perf_counter, process_time
wall, processor = perf_counter(), process_time()
import quotetrack
print(perf_counter() - wall, process_time() - processor)
"""


def main() -> None:
    """Measure the import of quotetrack and print."""
    _once()  # writes the bytecode
    seconds = [_once() for _ in range(RUNS)]
    for name, column in zip(("wall", "processor"), zip(*seconds, strict=True), strict=True):
        print(f"{name}: least {min(column):.3f} s, median {statistics.median(column):.3f} s of {RUNS} runs")


def _once() -> tuple[float, ...]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env=environment)
    return tuple(map(float, done.stdout.split()))


if __name__ == "__main__":
    main()
