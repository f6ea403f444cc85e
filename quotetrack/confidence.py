"""How sure a record is: what speaks for and against it, weighed by numbers that were fitted on annotated texts.

The weights lie in ``lexicons/confidence.txt``, made by ``tools/fit_confidence.py``. Their sum goes through the logistic
function, so that a confidence is the share of such records that are right (Platt 1999); how well that holds is in the
documentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp
from typing import Final

from quotetrack.lexicon import table
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.spans import Span, envelope
from quotetrack.syntax import Word

BASE: Final = "base"
"""The weight that every record has."""

_SHORT, _LONG, _LONG_SENTENCE = 3, 40, 45
_SENTENCE_RULES: Final = frozenset(
    {"konjunktiv-continues-speaker", "soll-hearsay", "soll-state", "speech-act", "back-reference"}
)

_KIN: Final = {"soll-state": "soll-hearsay"}
"""Rules that are weighed as another of their kind."""


def evidence(quote: Quote, contexts: Sequence[Context]) -> frozenset[str]:
    """Return what is known about a quotation that bears on whether it is one: names of weights."""
    return frozenset((BASE, *_evidence(quote, contexts[quote.sentence])))


def confidence(found: Iterable[str]) -> float:
    """Return the probability that a record with this evidence is right, in hundredths; unknown evidence weighs nothing.

    >>> confidence({"base", "rule:source-laut", "speaker:name"}) > confidence({"base", "rule:soll-hearsay"})
    True
    """
    weights = _weights()
    return round(1 / (1 + exp(-sum(weights.get(name, 0.0) for name in sorted(found)))), 2)


@cache
def _weights() -> dict[str, float]:
    return {name: float(columns[0]) for name, columns in table("confidence").items()}


def _evidence(quote: Quote, context: Context) -> Iterator[str]:
    yield f"rule:{_KIN.get(quote.rules[0], quote.rules[0])}"
    yield f"speaker:{_speaker(quote)}"
    yield from _extent(quote, context)
    if quote.cue is not None and quote.cue.kind == "verb":
        yield "verb:known" if quote.cue.lemma in table("reporting_verbs") else "verb:unknown"
        yield f"tree:{_attachment(quote, context)}"
    if quote.passage is None and quote.mood is not None:
        yield f"mood:{quote.mood}"
    if quote.container is not None:
        yield "nested"
    if quote.rules[0] not in _SENTENCE_RULES and not quote.frame:
        yield "no frame"


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "none"
    return {"PROPN": "name", "PRON": "pronoun"}.get(quote.speaker.head.upos, "phrase")


def _extent(quote: Quote, context: Context) -> Iterator[str]:
    words = sum(len(span.of(context.text).split()) for span in quote.spans)
    if words <= _SHORT:
        yield "short"
    elif words > _LONG:
        yield "long"
    if context.length > _LONG_SENTENCE:
        yield "long sentence"
    if len(quote.spans) > 1:
        yield "in pieces"


def _attachment(quote: Quote, context: Context) -> str:
    """Say whether the tree ties the quotation to its cue, as complement or as parataxis."""
    cue = _within(context, quote.cue.spans if quote.cue else ())
    said = _within(context, quote.spans)
    cue_places, said_places = {word.index for word in cue}, {word.index for word in said}
    tied = any(word.head in cue_places for word in said) or any(word.head in said_places for word in cue)
    return "tied" if tied else "apart"


def _within(context: Context, spans: Sequence[Span]) -> list[Word]:
    if not spans:
        return []
    whole = envelope(spans)
    near = context.sentence.within(whole)
    return [word for word in near if len(spans) == 1 or any(span.contains(word.span) for span in spans)]
