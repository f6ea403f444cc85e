"""Acts that stand beside what a sentence reports: *Ott nannte den Plan einen Fehler, und Kern sagte, er bleibe*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.speech_acts import act_in, acting_clauses
from quotetrack.quotes.whole_sentences import act_extent, reported_act
from quotetrack.spans import Span


def acts_beside(context: Context, own: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the acts of a sentence that has reports, each in a clause of which these have nothing."""
    taken = [span for quote in own for span in (*quote.spans, *(quote.cue.spans if quote.cue is not None else ()))]
    for clause in acting_clauses(context):
        span = act_extent(context, clause)
        if any(span.overlaps(other) for other in taken) or _announces(context, span, own):
            continue
        act = act_in(context, clause, _going_on(clause, own))
        if act is not None:
            yield reported_act(context, span, *act, "speech-act")


def _announces(context: Context, span: Span, own: Sequence[Quote]) -> bool:
    """Say whether what was said stands in marks right behind a clause: *und warf ihnen vor, „nur zuzusehen“*."""
    marked = (quote.spans[0].start for quote in own if quote.type == "direct")
    return any(context.text[span.end : start].strip() in (",", ":") for start in marked if start > span.end)


def _going_on(clause: Clause, own: Sequence[Quote]) -> Mention | None:
    """Return who reported by a verb before a clause that goes on with its subject: *Er sagte, …, und forderte …*."""
    before = [
        quote
        for quote in own
        if quote.cue is not None and quote.cue.kind == "verb" and quote.cue.spans[0].start < clause.span.start
    ]
    return before[-1].speaker if before and clause.kind == "verb_first" and clause.words[0] != clause.finite else None
