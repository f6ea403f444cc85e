"""Acts that stand beside what a sentence reports: *Ott nannte den Plan einen Fehler, und Kern sagte, er bleibe*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.quotes.reporting import DEPENDENT
from quotetrack.quotes.speech_acts import act_in, acting_clauses
from quotetrack.quotes.whole_sentences import reported_act
from quotetrack.spans import Span


def acts_beside(context: Context, own: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the acts of a sentence that has reports, each in a clause of which these have nothing."""
    taken = [span for quote in own for span in (*quote.spans, *(quote.cue.spans if quote.cue is not None else ()))]
    for clause in acting_clauses(context):
        span = _extent(context, clause)
        if any(span.overlaps(other) for other in taken):
            continue
        act = act_in(context, clause)
        if act is not None:
            yield reported_act(context, span, *act, "speech-act")


def _extent(context: Context, clause: Clause) -> Span:
    """Return the span of a clause with what depends on it right behind."""
    end = clause.end
    for other in context.clauses.all:
        if clause.start < other.start <= end + 2 and other.kind in DEPENDENT:
            end = max(end, other.end)
    return context.span(clause.start, end)
