"""Where the phrase for an addressee ends: before what is spoken of, demanded, or said of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.quotes.addressing_verbs import DEMANDING, NEEDING_OBJECT
from quotetrack.quotes.context import Context
from quotetrack.syntax import CASE_MARKERS, OBJECTS, Word

_EDGES: Final = frozenset("Rande Rand Ende Beginn Anfang Vorabend Verlauf Laufe Auftakt Abschluss Vorfeld".split())


def before_topic(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an addressee without what is spoken of: *sprach gegenüber Journalisten | von einem Erfolg*."""
    if cue.lemma not in ("sprechen", "reden", "berichten", "erzählen"):
        return words
    places = [place for place, word in enumerate(words) if word.text.lower() in ("von", "vom", "über")]
    return words[: places[0]] if places and places[0] else words


def before_demand(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return of whom something is demanded without what it is: *forderte von der Norda AG | Schadenersatz*."""
    if cue.lemma not in DEMANDING:
        return words
    for place, (before, word) in enumerate(pairwise(words), start=1):
        named = before.upos == "PROPN" and word.upos == "NOUN"
        if named or (before.text in load("places") and word.text[:1].isupper()):
            return words[:place]
    return words


def without_object(context: Context, cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an addressee without the object that stands beside it: *wirft dem Bürgermeister | Untreue vor*."""
    for place, (before, word) in enumerate(pairwise(words) if cue.lemma in NEEDING_OBJECT else (), start=1):
        if before.upos == "PROPN" and word.upos == "NOUN" and word.relation in OBJECTS:
            return words[:place]  # werfen Ida Ott | Verzögerung vor
    if cue.lemma not in NEEDING_OBJECT or len(words) < 3 or any(map(_is_complement(cue), context.clauses.all)):
        return words
    taken = any(
        word.upos in ("NOUN", "PROPN") and word.relation == "obj" and word not in words for word in cue.clause.words
    )
    if words[0].upos != "DET" or taken:
        return words
    nominal = [word.upos in ("NOUN", "PROPN") for word in words]
    beside = [place for place, pair in enumerate(pairwise(nominal), start=1) if all(pair)]
    ends = bool(beside) and (beside[-1] + 1 == len(words) or words[beside[-1]].upos == "NOUN")
    return words[: beside[-1]] if ends else words


def _is_complement(cue: VerbCue) -> Callable[[Clause], bool]:
    return lambda clause: clause.start > cue.clause.start and clause.kind in ("subordinate", "infinitive", "main")


def is_behind_preposition(context: Context, words: tuple[Word, ...]) -> bool:
    """Say whether a preposition stands right before a phrase, wherever the parser put it: *mit folgenden Worten*."""
    if words[0].index == 1:
        return False
    before = context.word(words[0].index - 1)
    if words[0].upos == "ADJ" and before.upos in ("NOUN", "PROPN"):
        return _is_in_frame_of(context, before)
    if before.text in _EDGES:
        return True  # am Rande | einer Sitzung
    return (
        before.upos == "ADP"
        and before.text.lower() not in ("gegenüber", "an", "zu", "vor", "von", "bei")
        and before.relation in CASE_MARKERS
    )


def _is_in_frame_of(context: Context, last: Word) -> bool:
    """Say whether a preposition and article stand before a phrase: *in seinem | am Freitag | gedruckten Bericht*."""
    for article in reversed(context.words(max(2, last.index - 6), last.index)):
        if article.upos in ("VERB", "AUX", "PUNCT"):
            return False
        before = context.word(article.index - 1)
        if article.upos == "DET" and before.upos == "ADP" and context.word(article.index + 1).upos == "ADP":
            return True
    return False
