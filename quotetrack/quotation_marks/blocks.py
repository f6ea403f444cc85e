"""The blocks of a text: stretches of paragraphs that can be paired one by one, as a stream brings them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotetrack.quotation_marks.marking import Marking
from quotetrack.quotation_marks.pairing import Pairs
from quotetrack.quotation_marks.scanning import Scan
from quotetrack.spans import Span


def blocks_of(scanned: Scan, pairs: Pairs, marking: Marking) -> tuple[Span, ...]:
    """Cut the text where no sign is open and the next paragraph does not begin with an opener."""
    cuts = [0, *_cuts(scanned, pairs, marking), len(scanned.text)]
    return tuple(Span(start, end) for start, end in pairwise(cuts))


def _cuts(scanned: Scan, pairs: Pairs, marking: Marking) -> Iterator[int]:
    openers = {passage.opener.start for passage in marking.passages}
    for number, reach in enumerate(_reaches(scanned, pairs), start=1):
        start = scanned.paragraphs[number].start
        if reach < number and start not in openers and start < len(scanned.text):
            yield start


def _reaches(scanned: Scan, pairs: Pairs) -> Iterator[int]:
    """Yield for each paragraph but the last how far what has been opened until then reaches."""
    reach_from = [0] * len(scanned.paragraphs)
    for pair in pairs.pairs:
        first = scanned.marks[pair.opener].paragraph
        reach_from[first] = max(reach_from[first], pair.last_paragraph)
    reach = 0
    for further in reach_from[:-1]:
        reach = max(reach, further)
        yield reach
