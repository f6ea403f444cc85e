"""Direct speech that answers a question without a verb: *„Wie lange noch?“, fragt Ott Kern. „Zwei Stunden.“*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention, Quote, direct_quote
from quotetrack.quotes.sentence_quotes import SentenceQuotes

_ASKING: Final = frozenset({"fragen", "nachfragen", "zurückfragen", "erkundigen", "wissen wollen"})
_LONGEST: Final = 3
_OF_CLAUSES: Final = frozenset("ich wir du ihr er sie es man das ist war sind bin waren wird geht kommt".split())


def reply(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take a passage without a finite verb that stands free right behind what somebody asked.

    Whoever asks gives no such answer. Who was asked speaks, nobody known where the text does not tell who that is.
    """
    context = quotes.context
    asked = quotes.discourse.quotes[-1] if quotes.discourse.quotes else None
    if asked is None or asked.cue is None or asked.cue.lemma not in _ASKING or asked.sentence != context.number - 1:
        return None
    before = quotes.discourse.before(context)
    if before is None or not _is_short(placed.passage.marked.span.of(context.text)):
        return None
    return direct_quote(context.number, "direct-unannounced", _whom_asked(before, asked))


def _is_short(text: str) -> bool:
    """Say whether a passage is of three words at most, none of which is a pronoun or a form of *sein*.

    The parser does not see into passages that stand free, so that no verb can be asked for.
    """
    words = regex.findall(r"[\p{L}\p{N}-]+", text)
    return len(words) <= _LONGEST and _OF_CLAUSES.isdisjoint(word.lower() for word in words) and "?" not in text


def _whom_asked(before: Context, asked: Quote) -> Mention | None:
    """Return the addressee of a question as a mention."""
    if not asked.addressee:
        return None
    span = asked.addressee[0]
    words = before.sentence.within(span)
    head = next((word for word in words if word.upos in ("PROPN", "NOUN", "PRON")), None)
    return None if head is None else Mention(span, head, before.number)
