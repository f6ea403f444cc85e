"""What a marked passage is: a quotation, or a title, a name, a term, irony.

The text answers first: what stands in the passage, before it, after it, and in its sentence. Where there is a parse, it
answers what the text leaves open. Rules run in the order of `RULES`; the first that says something decides and leaves
its name. The features and their weight in German news: see ``docs/quotation-marks.rst``.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.passages.model import Kind, Passage
from quotetrack.passages.parsed import Index
from quotetrack.passages.rules import END_LOST, RULES, UNDECIDED
from quotetrack.passages.surroundings import Cover, Surroundings
from quotetrack.quotation_marks import Marking
from quotetrack.spans import Span
from quotetrack.syntax import Document

__all__ = ["END_LOST", "Kind", "Passage", "classify"]


def classify(
    text: str,
    marking: Marking,
    document: Document | None = None,
    *,
    reported: Sequence[Span] = (),
    cued: Sequence[Span] = (),
) -> tuple[Passage, ...]:
    """Return every passage of a marking with its class, in text order, each before those within it.

    Without a parse the text alone decides. ``reported`` are stretches that the caller knows to be reported speech, and
    ``cued`` those that a reporting cue governs: passages there are more likely somebody's words.

    >>> from quotetrack.quotation_marks import pair
    >>> text = "Im Film „Ebbe“ ruft Ott: „Land!“ Das war „nicht ganz ernst“ gemeint, sagte Kern."
    >>> [(passage.kind, passage.reason) for passage in classify(text, pair(text))]
    [('title', 'naming_noun_before'), ('quotation', 'colon_before'), ('fragment', 'in_reported_speech')]
    """
    at_top = Cover.of(passage.span for passage in marking.passages)
    index = None if document is None else Index(document)
    known = Cover.of(reported), Cover.of(cued)
    found = []
    for marked in marking.all_passages():
        place = None if index is None else index.place_of(marked)
        found.append(_classified(Surroundings(text, marked, at_top, place, *known)))
    return tuple(found)


def _classified(around: Surroundings) -> Passage:
    for rule in RULES:
        verdict = rule(around)
        if verdict is not None:
            kind, evidence = verdict
            return Passage(around.passage, kind, rule.__name__, evidence=evidence)
    return Passage(around.passage, "undecided", UNDECIDED)
