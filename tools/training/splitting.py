"""The sentences of our segmentation set as quotetrack cuts them: its boundaries, its masks and the model together.

quotetrack keeps a masked quotation and the clause that reports it in one sentence, with the sentences of the quotation
beside it, and parts a dateline from the sentence behind it. The set knows neither; so the ends within a mask count, but
the last, which is that of the whole, and a dateline is given back to its sentence. Nothing else is left out.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from quotetrack.datelines import dateline
from quotetrack.segmentation import Segmentation
from quotetrack.spans import Span, trimmed
from quotetrack.syntax import Document


def cut_sentences(segmentation: Segmentation, document: Document) -> list[Span]:
    """Return the sentences of a parsed text one after the other, without gaps but white space."""
    text = segmentation.text
    ends = {len(text.rstrip()), *_ends(document)} - set(_datelines(segmentation))
    spans = [trimmed(Span(start, end), text) for start, end in pairwise([0, *sorted(ends)])]
    return [span for span in spans if span.end > span.start]


def _ends(document: Document) -> set[int]:
    """Return where sentences of the author's end, and those within a masked quotation before its last."""
    ends: set[int] = set()
    within: defaultdict[int, list[int]] = defaultdict(list)
    for sentence in document.sentences:
        end = max(word.span.end for word in sentence.words)
        if sentence.inside is None:
            ends.add(end)
        else:
            within[sentence.inside].append(end)
    return ends.union(*(sorted(found)[:-1] for found in within.values()))


def _datelines(segmentation: Segmentation) -> list[int]:
    bodies = [paragraph.span for paragraph in segmentation.paragraphs if paragraph.zone == "body"]
    found = (dateline(segmentation.text, span) for span in bodies)
    return [len(segmentation.text[: span.end].rstrip()) for span in found if span is not None]
