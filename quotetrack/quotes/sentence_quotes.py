"""The quotations of one sentence while the rules look for them, and the marked passages that are taken already."""

from __future__ import annotations

from attrs import define, evolve, field

from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.discourse import Discourse
from quotetrack.quotes.model import Quote


@define
class SentenceQuotes:
    """The quotations that a sentence reports itself; ``taken`` are the numbers of passages already used."""

    context: Context
    discourse: Discourse
    found: list[Quote] = field(factory=list)
    taken: set[int] = field(factory=set)

    def add_direct(self, pattern: Quote, placed: Placed, continues: int | None = None) -> None:
        """Take a marked passage as a direct quotation with the roles of a pattern."""
        self.taken.add(placed.number)
        self.found.append(
            evolve(
                pattern,
                type="direct",
                spans=(placed.passage.marked.span,),
                passage=placed.number,
                continues=continues,
                mood=None,
            )
        )

    def smallest_around(self, placed: Placed) -> int | None:
        """Return the place of the smallest quotation that holds a passage."""
        span = placed.passage.marked.span
        holding = [
            (sum(map(len, quote.spans)), place)
            for place, quote in enumerate(self.found)
            if quote.passage is None and any(part.contains(span) for part in quote.spans)
        ]
        return min(holding)[1] if holding else None


def is_within_other(quote: Quote, quotes: list[Quote]) -> bool:
    """Say whether a quotation lies in the reported words of another one."""
    return any(
        other is not quote
        and other.passage is None
        and any(part.contains(quote.spans[0]) and part != quote.spans[0] for part in other.spans)
        for other in quotes
    )
