"""Who adds something: whoever has just spoken, and not who was told to have spoken."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

ADDING: Final = frozenset(
    "anfügen anhängen ergänzen fortfahren fortsetzen hinterherschieben hinzufügen hinzusetzen nachlegen nachschieben"
    " nachsetzen präzisieren".split()
)
"""Verbs of whoever has just spoken: *Die Rätin wies das zurück. „Nie“, fügte Ida Ott hinzu*."""
_FURTHER: Final = frozenset({"weiter", "weiters", "ferner"})


def adds(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether a mention is of somebody who goes on: *fügte er hinzu*, *sagte er weiter*."""
    behind = context.word(word.index + 1).text if word.index < context.length else ""
    own = [quote for quote, _ in notes.spoken_by(context, word) if quote.cue is not None]
    return any(quote.cue is not None and (quote.cue.lemma in ADDING or behind in _FURTHER) for quote in own)


@way("most-in-view")
def who_adds(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who has spoken in the sentence before, for a pronoun of somebody who adds something.

    ``Er gehe, sagte Trainer Ott. Kern habe gebeten, zu bleiben. „Zu spät“, fügte er hinzu.``
    """
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number] or not adds(notes, context, word):
        return None
    near = [quote for quote in notes.quotes if quote.sentence == before and quote.speaker is not None]
    outer = [quote for quote in near if quote.type != "reported" and not _is_told(quote, near)]
    speaker = outer[-1].speaker if outer else None
    found = None if speaker is None else notes.by_head.get((speaker.sentence, speaker.head.index))
    return None if found is None else found.known


def _is_told(quote: Quote, others: list[Quote]) -> bool:
    """Say whether a quotation lies within one of another speaker."""
    own = None if quote.speaker is None else quote.speaker.span
    around = (other for other in others if other.speaker is not None and other.speaker.span != own)
    return any(span.contains(part) for other in around for span in other.spans for part in quote.spans)
