"""Who speaks where the verb is left out: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.syntax import Word

_CONTRASTING: Final = frozenset("dagegen hingegen indes indessen wiederum jedoch aber gar sogar lieber".split())
_OBJECTS: Final = frozenset({"ihn", "ihm", "ihr", "sie", "es", "das", "dies", "den", "diesen"})
"""Pronouns for what is called so: *Er nennt sie „stur“, sie | ihn | einen „Narren“*."""


def without_verb(context: Context, placed: Placed) -> Mention | None:
    """Return who speaks by the verb of the clause before: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*."""
    before = next((other for other in reversed(context.passages) if other.last < placed.first), None)
    between = () if before is None else context.words(before.last + 1, placed.first - 1)
    if before is None or not between or between[0].text not in (",", "und", ";"):
        return None
    words = [word for word in between if word.upos not in ("PUNCT", "CCONJ")]
    named = _with_same_preposition(context, before, words) or words
    while len(named) > 1 and named[-1].upos == "DET" and named[-1].text.startswith("ein"):
        named = named[:-1]
    while named and (named[-1].text in _CONTRASTING or (len(named) > 1 and named[-1].text in _OBJECTS)):
        named = named[:-1]
    if not named or words[-1].index != placed.first - 1:
        return None
    if len(named) == 1 and named[0].text in ("er", "sie", "dieser", "diese"):
        return Mention(named[0].span, named[0], context.number)
    if named[-1].upos not in ("NOUN", "PROPN"):
        return None
    if not speaks(named[-1]) or any(word.upos not in ("DET", "ADJ", "NOUN", "PROPN") for word in named):
        return None
    return Mention(context.span(named[0].index, named[-1].index), named[-1], context.number)


def _with_same_preposition(context: Context, before: Placed, words: list[Word]) -> list[Word]:
    """Return the words before the preposition that both passages have: *sprach von „A“, Ott dagegen von „B“*."""
    shared = {word.text for word in context.words(max(1, before.first - 3), before.first - 1) if word.upos == "ADP"}
    place = next((place for place, word in enumerate(words) if word.upos == "ADP" and word.text in shared), 0)
    return words[:place] if all(word.upos in ("DET", "ADJ") for word in words[place + 1 :]) else []


def behind_second(context: Context, placed: Placed) -> Mention | None:
    """Return who speaks behind the second of two passages: *Von „A“ spricht Ott, von „B“ das Ministerium*."""
    before = next((other for other in reversed(context.passages) if other.last < placed.first), None)
    words = () if before is None else context.words(before.last + 1, placed.first - 1)
    behind = [word for word in context.words(placed.last + 1, context.length) if word.upos != "PUNCT"]
    if (
        before is None
        or not behind
        or not any(word.is_finite for word in words)
        or words[-1].upos not in ("ADP", "DET")
    ):
        return None
    opening = next((word for word in reversed(words) if word.text == ","), None)
    led = opening is not None and [w.text for w in words if w.index > opening.index][:1] == [_leading(context, before)]
    nominal = all(word.upos in ("DET", "ADJ", "NOUN", "PROPN") for word in behind)
    if not led or not nominal or behind[-1].upos not in ("NOUN", "PROPN") or not speaks(behind[-1]):
        return None
    return Mention(context.span(behind[0].index, behind[-1].index), behind[-1], context.number)


def _leading(context: Context, placed: Placed) -> str:
    """Return the preposition before a passage in small letters, an article at most between them."""
    near = context.words(max(1, placed.first - 3), placed.first - 1)
    return next((word.text.lower() for word in reversed(near) if word.upos == "ADP"), "")


def who_does_not(clause: Clause) -> list[Word]:
    """Return who does not do what a clause tells, at its end: *Beck räumte Fehler ein, | sein Vorgänger | nicht*."""
    words = [word for word in clause.words if word.upos != "PUNCT" or word.text in "()"]
    if len(words) < len(("Beck", "sagte", "Ott", "nicht")) or words[-1].text != "nicht" or words[-1].masked:
        return []
    first = len(words) - 1
    while first and words[first - 1].index == words[first].index - 1:
        first -= 1
    found = words[first:-1]
    while found and found[-1].text in _CONTRASTING:
        found = found[:-1]
    named = any(word.upos in ("NOUN", "PROPN", "PRON") for word in found)
    return found if first and named and not any(word.upos in ("VERB", "AUX", "ADP") for word in found) else []
