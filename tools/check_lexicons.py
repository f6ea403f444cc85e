"""Says what the word lists of the package lack, by the speeches of GePaDe: ``check_lexicons.py --help``.

The lists in ``quotetrack/lexicons`` are put together from general knowledge of German. The cues of GePaDe
(SpkAtt-2023, CC BY-SA 4.0), counted with their particles, show which verbs of saying are missing; whether one belongs
into a list is for its editor to judge.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import rich.console

from quotetrack.cues import lemma_of
from quotetrack.evaluation.gepade import Speech, read_gepade
from quotetrack.lexicon import load
from quotetrack.spans import Span
from quotetrack.syntax import Word

ROOT: Final = Path(__file__).resolve().parent.parent
LISTS: Final = ("reporting_verbs", "reported_acts", "knowledge_verbs")


def cue_forms(speeches: Iterable[Speech]) -> Iterator[str]:
    """Yield the words of each cue, joined, particles in front of their verb: *mitteilte* for *teilte ... mit*."""
    for speech in speeches:
        for annotation in speech.document.annotations:
            first, *others = [speech.document.word(number) for number in sorted(annotation.cue)] or [""]
            yield "".join([*others, first]).lower() if first[:1].islower() and len(others) <= 1 else ""


def is_known(form: str) -> bool:
    """Say whether a form belongs to a verb of one of the lists.

    >>> is_known("mitteilte"), is_known("schwimmt")
    (True, False)
    """
    verb = lemma_of(Word(1, form, form, "VERB", {}, 0, "root", Span(0, len(form))))
    return any(verb in load(name) for name in LISTS)


def main() -> None:
    """Count and print."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the provided data")
    reader.add_argument("--most", type=int, default=60, help="how many missing forms to print")
    options = reader.parse_args()
    console = rich.console.Console(highlight=False)
    counted = Counter(form for form in cue_forms(read_gepade(options.shared / "gepade" / "train.jsonl")) if form)
    missing = Counter({form: number for form, number in counted.items() if not is_known(form)})
    share = 1 - missing.total() / max(1, counted.total())
    console.print(f"{share:.1%} of {counted.total()} cues of one verb are in {', '.join(LISTS)}")
    for form, number in missing.most_common(options.most):
        console.print(f"{number:4} {form}")


if __name__ == "__main__":
    main()
