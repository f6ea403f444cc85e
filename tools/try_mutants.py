"""Change the code of quotation marks in one place at a time, and see whether the tests notice: mutation testing.

``tox -e mutation`` tries all of about two thousand mutants that mutmut makes; with ``-- --sample 320 --seed 1`` as many
drawn by chance. What survives is tried once more in a process of its own: mutmut turns a mutant on when the modules are
loaded and their caches filled, so that one in a table or behind a cache shows only there. The share that the tests kill
is printed with its 95 % interval (Wilson 1927), and the survivors are listed; they stay in ``mutants/``, to be read
with ``mutmut show NAME``. ``--keep`` takes the verdicts of an earlier run and tries its survivors again. Settings:
``[mutmut]`` in ``setup.cfg``; the tests run with the hypothesis profile *mutation*, a few examples each and nothing
shrunk. The exit code is 1 if fewer are killed than ``--least`` per cent.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Final

MUTANTS: Final = Path("mutants")
ANY: Final = "quotetrack.quotation_marks.x_pair__mutmut_1"
"""A mutant that is run first, so that all are made and the tests are timed."""
NORMAL: Final = 1.96
"""The 97.5 % quantile of the normal distribution."""
STATUSES: Final = {
    0: "survived",
    1: "killed",
    3: "killed",
    5: "no test",
    33: "no test",
    -24: "timed out",
    36: "timed out",
}
NOTICED: Final = frozenset({"killed", "killed alone", "timed out"})
TESTS: Final = "tests/test_quotation_marks.py"
LONGEST: Final = 600
"""After so many seconds the tests of one mutant do not end."""


def made() -> dict[str, int | None]:
    """Return the exit codes of the tests by mutant, ``None`` for those that were not tried."""
    found: dict[str, int | None] = {}
    for file in sorted(MUTANTS.rglob("*.meta")):
        found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def status(code: int | None) -> str:
    """Return in words what became of a mutant.

    >>> status(0), status(-24), status(-9)
    ('survived', 'timed out', 'broke off')
    """
    return "not tried" if code is None else STATUSES.get(code, "broke off")


def interval(hits: int, tries: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score.

    >>> [round(bound, 3) for bound in interval(90, 100)]
    [0.826, 0.945]
    """
    share, spread = hits / tries, NORMAL**2 / tries
    middle = (share + spread / 2) / (1 + spread)
    half = NORMAL * sqrt(share * (1 - share) / tries + spread / (4 * tries)) / (1 + spread)
    return middle - half, middle + half


def run(names: Iterable[str], children: int) -> None:
    """Run mutmut on some mutants, or on all if there are no names.

    Raises:
        subprocess.CalledProcessError: if the tests fail without a mutant.
    """
    subprocess.run([sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *names], check=True)


def survives(name: str) -> bool:
    """Run the tests on a mutant in a process of its own, and say whether they pass."""
    environment = os.environ | {"MUTANT_UNDER_TEST": name, "HYPOTHESIS_PROFILE": "mutation"}
    tests = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", TESTS]
    try:
        return not subprocess.run(
            tests, cwd=MUTANTS, env=environment, capture_output=True, timeout=LONGEST, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return False


def report(names: list[str]) -> float:
    """Print what became of the mutants, and return how many per cent of those tried were noticed."""
    codes = made()
    became = {name: status(codes[name]) for name in names}
    for name in [name for name, what in became.items() if what == "survived"]:
        if not survives(name):
            became[name] = "killed alone"
    tried = {name: what for name, what in became.items() if what != "not tried"}
    killed = sum(what in NOTICED for what in tried.values())
    low, high = interval(killed, len(tried))
    print(f"\n{dict(Counter(became.values()))} of {len(codes):,} mutants")
    print(f"killed: {100 * killed / len(tried):.1f} %, 95 % interval {100 * low:.1f} to {100 * high:.1f} %")
    for name, what in sorted(tried.items()):
        if what not in NOTICED:
            print(f"{what}: {name}")
    return 100 * killed / len(tried)


def main() -> None:
    """Try the mutants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="how many mutants, drawn by chance; all without it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=2, help="how many mutants are tried at once")
    parser.add_argument("--least", type=float, default=90.0, help="how many per cent the tests have to kill")
    parser.add_argument("--keep", action="store_true", help="take the verdicts of an earlier run")
    asked = parser.parse_args()
    if not asked.keep:
        run([ANY], asked.children)
    names = sorted(made())
    if asked.sample is not None:
        names = sorted(random.Random(asked.seed).sample(names, asked.sample))  # noqa: S311  # chance, not secrecy
    if not asked.keep:
        run(names if asked.sample is not None else [], asked.children)
    sys.exit(report(names) < asked.least)


if __name__ == "__main__":
    main()
