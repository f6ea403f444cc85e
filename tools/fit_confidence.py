"""Fits the weights behind ``Record.confidence`` and writes them to ``quotetrack/lexicons/confidence.txt``.

``python tools/fit_confidence.py [--write]`` learns, by logistic regression, how often a quotation with some evidence
(see :mod:`quotetrack.confidence`) is right. It learns from texts that may ship: our own articles with gold records, our
own construction cases, and the speeches of GePaDe (train part). The rules were written beside the first two, so these
alone would make it far too sure; the speeches, which nobody looked at for a rule, keep it modest. A quotation is right
if gold has one that covers the same code points with an F1 of at least a half, matched one to one. Without ``--write``
only the figures are printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import rich.console
from attrs import frozen

from evaluating.data import GoldData, Places, load
from evaluating.parsers import CachingParser
from quotetrack.confidence import BASE, evidence
from quotetrack.evaluation.gepade import read_gepade
from quotetrack.evaluation.gold import Extent, overlap
from quotetrack.evaluation.matching import best_pairs
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.passages import classify
from quotetrack.quotation_marks import pair
from quotetrack.quotes.context import contexts
from quotetrack.quotes.finding import find_quotes
from quotetrack.quotes.interviews import turns
from quotetrack.segmentation import segment
from tests.constructions import cases, resolve

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "quotetrack" / "lexicons" / "confidence.txt"
#: The overlap (intersection over union) at which an F1 over code points is a half.
HALF: Final = 1 / 3
BATCH: Final = 64
HEADING: Final = """\
# What speaks for or against a record (quotetrack/confidence.py) and how much it weighs in the logit of its confidence.
# Made by tools/fit_confidence.py from our own articles and cases and from GePaDe (SpkAtt-2023, CC BY-SA 4.0).
"""


@frozen
class Annotated:
    """A text with its quotations, each with all right extents, and the stretches about which gold is unsure."""

    source: str
    text: str
    gold: tuple[tuple[Extent, ...], ...]
    unsure: tuple[Extent, ...] = ()


@frozen
class Example:
    """What is known about a quotation that was found, and whether it is right."""

    source: str
    evidence: frozenset[str]
    right: bool


def annotated_texts(shared: Path) -> Iterator[Annotated]:
    """Yield all texts to learn from."""
    gold = load("gold", Places(ROOT / "data", shared))
    if isinstance(gold, GoldData):
        yield from (_article(gold, name) for name in gold.texts)
    for case in cases():
        wanted = tuple((tuple(resolve(case.text, part) for part in known["quote"]),) for known in case.expect)
        unsure = tuple((resolve(case.text, region["within"]),) for region in case.tolerated)
        yield Annotated("cases", case.text, wanted, unsure)
    for speech in read_gepade(shared / "gepade" / "train.jsonl"):
        document = speech.document
        messages = tuple((document.spans_of(known.quote),) for known in document.annotations)
        yield Annotated("speeches", document.text, messages)


def _article(gold: GoldData, name: str) -> Annotated:
    records = [record for record in gold.of(name) if record.type != "not_a_quote"]
    sure = tuple(record.extents for record in records if record.certain)
    return Annotated(
        "articles", gold.texts[name], sure, tuple(record.spans for record in records if not record.certain)
    )


def examples(texts: Sequence[Annotated], parser: Parser) -> Iterator[Example]:
    """Yield what was found in the texts."""
    for first in range(0, len(texts), BATCH):
        batch = texts[first : first + BATCH]
        markings = [pair(known.text) for known in batch]
        cut = [segment(known.text, marking) for known, marking in zip(batch, markings, strict=True)]
        for known, marking, segmentation, document in zip(batch, markings, cut, parser.parse(cut), strict=True):
            sentences = contexts(document, classify(known.text, marking, document), known.text)
            spans = [paragraph.span for paragraph in segmentation.paragraphs]
            quotes = find_quotes(sentences, turns(known.text, spans))
            right = _right(known, [quote.spans for quote in quotes])
            for place, quote in enumerate(quotes):
                if right[place] or not _is_unsure(known, quote.spans):
                    yield Example(known.source, evidence(quote, sentences), right[place])


def _right(known: Annotated, found: Sequence[Extent]) -> list[bool]:
    weights = [[max(overlap(extent, spans) for extent in extents) for spans in found] for extents in known.gold]
    good = {column for row, column in best_pairs(weights) if weights[row][column] >= HALF}
    return [place in good for place in range(len(found))]


def _is_unsure(known: Annotated, spans: Extent) -> bool:
    return any(span.overlaps(other) for extent in known.unsure for other in extent for span in spans)


def fit(known: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each piece of evidence."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegressionCV

    rows = [dict.fromkeys(example.evidence - {BASE}, 1.0) for example in known]
    vectorizer = DictVectorizer()
    matrix: Any = vectorizer.fit_transform(rows)
    model = LogisticRegressionCV(
        Cs=12, cv=5, scoring="neg_log_loss", random_state=1, max_iter=2000, l1_ratios=(0,), use_legacy_attributes=False
    )
    model.fit(matrix, [example.right for example in known])
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    return {BASE: float(model.intercept_[0]), **{name: float(weight) for name, weight in weights.items()}}


def write(weights: dict[str, float]) -> None:
    """Write the weights, the base first."""
    ordered = sorted(weights.items(), key=lambda entry: (entry[0] != BASE, entry[0]))
    lines = (f"{name}\t{weight:.3f}\n" for name, weight in ordered)
    TARGET.write_text(HEADING + "".join(lines), encoding="utf-8")


def shares(known: Iterable[Example]) -> dict[str, tuple[int, int]]:
    """Return how many quotations there were of each source, and how many right ones."""
    found: dict[str, tuple[int, int]] = {}
    for example in known:
        count, right = found.get(example.source, (0, 0))
        found[example.source] = (count + 1, right + example.right)
    return found


def main() -> None:
    """Fit and print, and write if asked to."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the provided data")
    reader.add_argument("--cache", type=Path, default=ROOT / "evaluation-runs" / "cache", help="where parses are kept")
    reader.add_argument("--write", action="store_true", help="write the weights")
    options = reader.parse_args()
    console = rich.console.Console(highlight=False)
    parser = CachingParser(StanzaParser(), options.cache)
    known = list(examples(list(annotated_texts(options.shared)), parser))
    for source, (count, right) in shares(known).items():
        console.print(f"{source}: {right} of {count} right")
    weights = fit(known)
    for name, weight in sorted(weights.items(), key=lambda entry: entry[1]):
        console.print(f"{weight:+.3f} {name}")
    if options.write:
        write(weights)


if __name__ == "__main__":
    main()
