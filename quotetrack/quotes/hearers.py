"""Who is spoken to behind a noun or preposition: *im Gespräch mit der dpa*, *in einem Brief an die Eltern*."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotetrack.cues import VerbCue
from quotetrack.phrases import is_time, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.spans import Span
from quotetrack.syntax import Word

_TALKS: Final = ("interview", "gespräch", "telefonat", "unterredung")
_MESSAGES: Final = ("brief", "schreiben", "botschaft", "mail", "appell", "aufruf", "mahnung", "bitte", "nachricht")
_LISTENING: Final = ("journalisten", "reportern", "medienvertretern", "anhängern", "pressevertretern")
"""Ends of nouns for talks with somebody, and for what goes to somebody."""


def listener_in(context: Context, first: int, last: int) -> tuple[Span, ...]:
    """Return whom *gegenüber* or a talk with *mit* names: *so Ott | gegenüber der dpa*, *im Gespräch mit der dpa*."""
    words = context.words(first, last)
    marker = next((word for word in words if word.text == "gegenüber" and word.upos == "ADP"), None)
    if marker is None:
        marker = next((one for one, two in pairwise(words) if one.text == "vor" and _listens(two)), None)
    if marker is None:
        talks = (word for before, word in pairwise(words) if before.text.lower().endswith(_TALKS))
        marker = next((word for word in talks if word.text == "mit"), None)
    behind = [word for word in words if marker is not None and word.index > marker.index]
    head = next((word for word in behind if word.upos in ("NOUN", "PROPN", "PRON")), None)
    if head is None:
        return ()
    found = noun_phrase(context.sentence, head, (behind[0].index, last))
    end = max(
        [found[-1].index, *(p.last for p in context.passages if p.first <= found[-1].index + 1 <= p.last <= last)]
    )
    return (context.span(behind[0].index, end),)


def _listens(word: Word) -> bool:
    """Say whether a bare noun is of those before whom somebody speaks: *so Ott vor | Journalisten*."""
    return word.text.lower().endswith(_LISTENING)


def partner(context: Context, cue: VerbCue) -> Word | None:
    """Return with whom somebody talked who said it: *sagte Ott in einem Interview mit der „Küstenpost“*."""
    return _behind_noun(context, cue, "mit", _TALKS) if cue.licenses else None


def towards(context: Context, cue: VerbCue) -> Word | None:
    """Return whom words are meant for: *sagte an die Adresse der Bauern*, *in Richtung des Rates*, *an Ott gewandt*."""
    turned = _turned_to(context, cue)
    if turned is not None:
        return turned
    for before, noun in pairwise(cue.clause.words):
        aimed = (before.text, noun.text) in (("die", "Adresse"), ("in", "Richtung"), ("In", "Richtung"))
        if aimed and cue.licenses and noun.index < context.length:
            behind = [word for word in cue.clause.words if word.index > noun.index][:4]
            owned = bool(behind) and behind[0].text in ("der", "des", "von", "seiner", "ihrer", "seines", "ihres")
            return next((word for word in behind if owned and word.upos in ("NOUN", "PROPN")), None)
    return None


def _turned_to(context: Context, cue: VerbCue) -> Word | None:
    """Return to whom somebody has turned, by the front of a sentence: *An den Rat gewandt, sagte Ott, …*."""
    front = context.sentence.words[:8]
    place = next((place for place, word in enumerate(front) if word.text in ("gewandt", "gewendet", "gerichtet")), 0)
    near = place + 1 < len(front) and front[place + 1].index <= cue.verb.index <= front[place].index + 3
    if front[0].text != "An" or not place or not near or not cue.licenses:
        return None
    return next((word for word in front[1:place] if word.upos in ("NOUN", "PROPN") and not is_time(word)), None)


def recipient(context: Context, cue: VerbCue) -> Word | None:
    """Return to whom a message goes in which it is said: *kündigte in einem Brief an die Eltern an*."""
    return _behind_noun(context, cue, "an", _MESSAGES) if cue.licenses else None


def _behind_noun(context: Context, cue: VerbCue, preposition: str, nouns: tuple[str, ...]) -> Word | None:
    for before, marker in pairwise(cue.clause.words):
        if marker.text != preposition or before.upos != "NOUN" or not before.text.lower().endswith(nouns):
            continue
        behind = (word for word in cue.clause.words if word.index > marker.index and word.upos in ("NOUN", "PROPN"))
        head = next(behind, None)
        if head is not None and head.relation == "amod" and "Medium" in head.features:
            head = context.sentence.head(head)  # mit dem | Kölner | Stadt-Anzeiger
        return head if head is not None and not is_time(head) else None
    return None
