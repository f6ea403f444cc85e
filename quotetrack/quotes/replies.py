"""Direct speech that answers a question without a verb: *„Wie lange noch?“, fragt Ott Kern. „Zwei Stunden.“*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.quotes.addressing_verbs import ASKING
from quotetrack.quotes.context import Placed
from quotetrack.quotes.model import Mention
from quotetrack.quotes.questions import who_answers
from quotetrack.quotes.sentence_quotes import SentenceQuotes

_LONGEST: Final = 3
_OF_CLAUSES: Final = frozenset("ich wir du ihr er sie es man das ist war sind bin waren wird geht kommt".split())


def is_reply(quotes: SentenceQuotes, placed: Placed) -> bool:
    """Say whether a passage without a finite verb stands free right behind what somebody asked: not theirs."""
    asked = quotes.discourse.quotes[-1] if quotes.discourse.quotes else None
    if asked is None or asked.cue is None or asked.cue.lemma not in ASKING:
        return False
    follows = asked.sentence == quotes.context.number - 1
    return follows and _is_short(placed.passage.marked.span.of(quotes.context.text))


def _is_short(text: str) -> bool:
    """Say whether a passage is of three words at most, none of which is a pronoun or a form of *sein*.

    The parser does not see into passages that stand free, so that no verb can be asked for.
    """
    words = regex.findall(r"[\p{L}\p{N}-]+", text)
    return len(words) <= _LONGEST and _OF_CLAUSES.isdisjoint(word.lower() for word in words) and "?" not in text


def who_replies(quotes: SentenceQuotes) -> Mention | None:
    """Return whom the last question was put to: its addressee, or whom its sentence tells."""
    before, asked = quotes.discourse.before(quotes.context), quotes.discourse.quotes[-1]
    words = before.sentence.within(asked.addressee[0]) if before is not None and asked.addressee else ()
    head = next((word for word in words if word.upos in ("PROPN", "NOUN", "PRON")), None)
    if before is None or head is None:
        return who_answers(before, quotes.context)
    return Mention(asked.addressee[0], head, before.number)
