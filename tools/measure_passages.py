"""How well marked passages are classed: the confusion table on annotated articles, by the text and with a parse.

``python tools/measure_passages.py PATH.jsonl ... [--parse] [--model FOLDER] [--cache FOLDER] [--rules]`` reads
WIKINEWS documents (Petersen-Frey & Biemann 2024), which stay where they are. Of the closed passages that begin with a
German opener, those that are exactly an annotated direct quotation should be classed as quotations and all others
should not. Rows of their own show interview pages, where direct speech is not annotated, and passages within other
annotated speech.
``--parse`` measures with the parse model that quotetrack carries, or with the one in ``--model``; ``--cache`` keeps the
parses, as ``tools/evaluate.py`` does; ``--rules`` adds how often each rule was right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from rich.console import Console
from rich.table import Table

from evaluating.parsers import CachingParser
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.passages import Passage, classify
from quotetrack.quotation_marks import pair
from quotetrack.quotation_marks.conventions import LOW_DOUBLE
from quotetrack.segmentation import segment
from quotetrack.spans import Span
from quotetrack.syntax import Document

BATCH: Final = 25
DIRECT: Final = "exactly a direct quotation"
WITHIN: Final = "within other reported speech"
ELSEWHERE: Final = "anywhere else"
INTERVIEW: Final = ", on interview pages"


@frozen
class Judged:
    """A passage as it was classed, the row it belongs to, and whether it is a direct quotation."""

    passage: Passage
    row: str
    is_direct: bool


def documents(paths: list[Path]) -> Iterator[Mapping[str, Any]]:
    """Yield the annotated documents of some JSON Lines files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def judged(document: Mapping[str, Any], parse: Document | None) -> Iterator[Judged]:
    """Class the passages of a document and say what the annotation makes of them."""
    text = document["originalText"]
    direct, others = annotated(document)
    page = INTERVIEW if "interview" in document["documentName"].lower() else ""
    for passage in classify(text, pair(text), parse):
        marked = passage.marked
        if marked.closer is None or not marked.opener.of(text).startswith(LOW_DOUBLE):
            continue
        is_direct = marked.span in direct
        within = any(span.contains(marked.span) for span in others)
        row = DIRECT if is_direct else WITHIN if within else ELSEWHERE
        yield Judged(passage, row + page, is_direct)


def annotated(document: Mapping[str, Any]) -> tuple[set[Span], list[Span]]:
    """Return the spans of direct quotations, and those of all others."""
    direct: set[Span] = set()
    others: list[Span] = []
    for annotation in document["annotations"]:
        spans = [Span(span["charBegin"], span["charEnd"]) for span in annotation["quote"]["spans"]]
        if annotation["type"] == "Direct":
            direct.update(spans)
        else:
            others += spans
    return direct, others


def parsed(texts: list[str], parser: Parser | None) -> list[Document | None]:
    """Return the parse of each text, or ``None`` for each without a parser."""
    if parser is None:
        return [None] * len(texts)
    return [*parser.parse([segment(text, pair(text)) for text in texts])]


def all_judged(paths: list[Path], parser: Parser | None) -> Iterator[Judged]:
    """Class the passages of all documents, a batch at a time."""
    waiting = documents(paths)
    while batch := list(islice(waiting, BATCH)):
        parses = parsed([document["originalText"] for document in batch], parser)
        for document, parse in zip(batch, parses, strict=True):
            yield from judged(document, parse)


def confusion(found: list[Judged]) -> Table:
    """Return the confusion table with its rows and the two shares."""
    counts = Counter((known.row, known.passage.is_quotation) for known in found)
    table = Table("pairs", "classed as quotation", "classed as not", "right")
    for row in sorted({known.row for known in found}):
        right = counts[row, row.startswith(DIRECT)]
        table.add_row(row, str(counts[row, True]), str(counts[row, False]), _share(right, counts, row))
    table.add_section()
    for is_direct, name in ((True, "all direct quotations"), (False, "all others")):
        these = [known.passage.is_quotation for known in found if known.is_direct == is_direct]
        share = f"{100 * these.count(is_direct) / len(these):.1f} %" if these else ""
        table.add_row(name, str(sum(these)), str(len(these) - sum(these)), share)
    return table


def _share(right: int, counts: Counter[tuple[str, bool]], row: str) -> str:
    return f"{100 * right / (counts[row, True] + counts[row, False]):.1f} %"


def by_rule(found: list[Judged]) -> Table:
    """Return how often each rule decided, and how often it was right."""
    decided: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for known in found:
        key = known.passage.reason, known.passage.kind
        decided[key] += 1
        right[key] += known.passage.is_quotation == known.is_direct
    table = Table("rule", "class", "decided", "right")
    for (rule, kind), count in decided.most_common():
        table.add_row(rule, kind, str(count), f"{100 * right[rule, kind] / count:.0f} %")
    return table


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--cache", type=Path, help="where to keep parses")
    parser.add_argument("--rules", action="store_true")
    asked = parser.parse_args()
    parses = asked.parse or asked.model is not None
    model = StanzaParser(directory=asked.model) if parses else None
    found = list(all_judged(asked.paths, CachingParser(model, asked.cache) if model and asked.cache else model))
    console = Console()
    console.print("with the parse" if parses else "by the text alone", confusion(found))
    if asked.rules:
        console.print(by_rule(found))


if __name__ == "__main__":
    main()
