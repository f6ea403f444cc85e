"""Lists the invented cases that are not found as they specify: ``python tools/list_known_failures.py``.

Rewrites ``tests/cases/constructions/known_failures.txt``: a line for each case that fails with the parse model, its id
and the first difference. The tests expect exactly these to fail, so the list is written anew when rules or model
change; read what has changed before it is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quotetrack.articles import Article  # noqa: E402
from quotetrack.pipeline import Tracker  # noqa: E402
from tests.constructions import FOLDER, Case, cases, differences  # noqa: E402

TARGET: Final = FOLDER / "known_failures.txt"
HEAD: Final = """\
# Cases that are not found as they specify: id, a tab, the first difference.
# Written by tools/list_known_failures.py; strict: a case that is found again must leave the list.
"""


def main() -> None:
    """Write the list and say how long it is."""
    found = list(cases())
    lines = [f"{case.id}\t{found_first}\n" for case, found_first in failures(found)]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} of {len(found)} cases fail")


def failures(found: list[Case]) -> list[tuple[Case, str]]:
    """Return the cases that fail, each with its first difference."""
    tracker = Tracker(batch_articles=len(found), batch_characters=10**9)
    tracked = tracker.track_articles(Article(case.id, case.text) for case in found)
    different = [(case, differences(case, records)) for case, (_, records) in zip(found, tracked, strict=True)]
    return [(case, " ".join(lines[0].split())) for case, lines in different if lines]


if __name__ == "__main__":
    main()
