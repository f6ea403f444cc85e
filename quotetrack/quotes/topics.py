"""What a verb tells of is no part of who tells it: *Insgesamt sprach die Polizei | von weniger Diebstählen*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve

from quotetrack.cues import VerbCue
from quotetrack.lexicon import table
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.spans import Span

_FUSED: Final[Mapping[str, str]] = {
    "von": "vom",
    "zu": "zum zur",
    "vor": "vorm",
    "an": "am ans",
    "auf": "aufs",
    "für": "fürs",
    "über": "übers",
}

_TALKING: Final = frozenset(
    {"reden", "schwärmen", "träumen", "verabschieden", "distanzieren", "trennen", "wissen wollen"}
)
"""Verbs that have something behind *von*, or whom they ask, and are no acts with it alone."""


def with_contractions(prepositions: Iterable[str]) -> set[str]:
    """Return prepositions together with the forms that hold their article: *von*, *vom*."""
    return {form for word in prepositions for form in [word, *_FUSED.get(word, "").split()]}


def topic_prepositions(lemma: str) -> set[str]:
    """Return the prepositions with which a verb of a speech act takes what it tells of."""
    entry = table("reported_acts").get(lemma)
    needs = ["von"] if lemma in _TALKING else [] if entry is None else entry[0].split("|")
    return with_contractions(need.removesuffix("+") for need in needs if need != "obj")


def _ends_clause(cue: VerbCue) -> bool:
    """Say whether the verb is at the end of its clause: *Während die Stadt von Zufall spricht*.

    In a main clause it is so without an auxiliary: *…, der Anwalt auf Geld geklagt*.
    """
    words = [word for word in cue.clause.words if word.upos != "PUNCT"]
    if cue.clause.kind in ("subordinate", "relative"):
        return cue.verb.index > words[-1].index - len(("berichtet", "haben", "soll"))
    return cue.clause.kind == "main" and words[-1] == cue.clause.finite


def before_topic_of(context: Context, cue: VerbCue, spoken: Mention) -> Mention:
    """Return who speaks without what is told: the one phrase of the clause that the preposition of the verb opens."""
    finite = cue.clause.finite
    prepositions = topic_prepositions(cue.lemma) if finite is not None else set()
    if finite is None or not prepositions or (spoken.head.index < finite.index and not _ends_clause(cue)):
        return spoken
    told = [word for word in cue.clause.words if word.text.lower() in prepositions and word.upos == "ADP"]
    if len(told) != 1 or not spoken.span.contains(told[0].span) or told[0].index < spoken.head.index:
        return spoken
    return evolve(spoken, span=Span(spoken.span.start, context.word(told[0].index - 1).span.end))
