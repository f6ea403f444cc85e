"""Is a marked passage a quotation, or a title, a name, a term, irony? The text answers first, the parse where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.passages.model import Kind, Passage
from quotetrack.passages.rules import RULES
from quotetrack.passages.surroundings import Surroundings
from quotetrack.quotation_marks import Marking
from quotetrack.spans import Span
from quotetrack.syntax import Document

__all__ = ["Kind", "Passage", "classify"]


def classify(
    text: str,
    marking: Marking,
    document: Document | None = None,
    *,
    reported: Sequence[Span] = (),
    cued: Sequence[Span] = (),
) -> tuple[Passage, ...]:
    """Return every passage of a marking with its class, in text order, those within others after them."""
    beside = tuple(passage.span for passage in marking.passages)
    found = []
    for marked in marking.all_passages():
        around = Surroundings(text, marked, beside)
        for rule in RULES:
            verdict = rule(around)
            if verdict is not None:
                found.append(Passage(marked, verdict[0], rule.__name__, evidence=verdict[1]))
                break
    return tuple(found)
