"""Compares the invented construction cases with what is found in them: ``python tools/check_constructions.py --help``.

Without ``--write`` it prints the cases that differ although they are no known failures, and the known failures that do
not differ any more. With ``--write`` the cases that differ now become the known failures, which the tests hold to be
failures strictly; that is for a new parse model, not for hiding what a change has broken.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import rich.console

from evaluating.parsers import CachingParser
from quotetrack.articles import Article
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.pipeline import Tracker
from tests.constructions import KNOWN_FAILURES, cases, differences, known_failures

ROOT: Final = Path(__file__).resolve().parent.parent
HEADING: Final = """\
# Construction cases that are not found as they specify: the id and, behind a tab, what is wrong.
# The tests hold them to be failures: one that passes must be taken out. Written by tools/check_constructions.py.
"""


def wrong_cases(parser: Parser) -> Mapping[str, list[str]]:
    """Return what differs in each case that is not found as it specifies, by the id of the case."""
    known = list(cases())
    tracker = Tracker(parser, batch_articles=len(known), batch_characters=10**9)
    tracked = tracker.track_articles(Article(case.id, case.text) for case in known)
    found = {article.id: records for article, records in tracked if isinstance(article, Article)}
    compared = {case.id: differences(case, found[case.id]) for case in known}
    return {name: wrong for name, wrong in compared.items() if wrong}


def main() -> None:
    """Compare, print, and write if asked to."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--cache", type=Path, default=ROOT / "evaluation-runs" / "cache", help="where parses are kept")
    reader.add_argument("--write", action="store_true", help="make the cases that differ the known failures")
    reader.add_argument("--all", action="store_true", help="print the known failures that still fail, too")
    options = reader.parse_args()
    console = rich.console.Console(highlight=False, soft_wrap=True)
    texts = {case.id: case.text for case in cases()}
    wrong = wrong_cases(CachingParser(StanzaParser(), options.cache))
    known = known_failures()
    for name, found in wrong.items():
        if options.all or name not in known:
            console.print(name, " ".join(texts[name].split()), *(f"\n    {line}" for line in found), markup=False)
    for name in sorted(set(known) - set(wrong)):
        console.print(f"passes now: {name}", markup=False)
    console.print(f"{len(texts) - len(wrong)} of {len(texts)} cases are found as they specify")
    if options.write:
        lines = (f"{name}\t{found[0]}\n" for name, found in wrong.items())
        KNOWN_FAILURES.write_text(HEADING + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
