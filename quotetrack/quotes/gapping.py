"""Who speaks where the verb is left out: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*, *Brehm, es reiche*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from quotetrack.clauses import INTERROGATIVES, Clause
from quotetrack.cues import VerbCue
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.cases import OBLIQUE_FORMS
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import is_governed, speaks
from quotetrack.quotes.reporting import Report, is_reported
from quotetrack.syntax import NOMINALS, Word

_CONTRASTING: Final = frozenset("dagegen hingegen indes indessen wiederum jedoch aber gar sogar lieber".split())
_OBJECTS: Final = frozenset({"ihn", "ihm", "ihr", "sie", "es", "das", "dies", "den", "diesen"})
"""Pronouns for what is called so: *Er nennt sie „stur“, sie | ihn | einen „Narren“*."""
_PRONOUNS: Final = frozenset({"er", "sie", "dieser", "diese"})
_ALONE: Final = frozenset("er sie dieser diese jener jene eine einer andere anderen einen".split())
"""What stands for somebody without a noun, at the end of a phrase: *die anderen, | ihn zu roden*."""
_WITHIN: Final = frozenset({"nmod", "flat", "flat:name", "appos", "conj", "compound"})
_PHRASE: Final = 8
"""No phrase for somebody who speaks in turn is longer, in words."""


@frozen
class _Gap:
    """Who speaks by the verb of the report before, from which place on, and the clause of what that is."""

    first: int
    named: list[Word]
    clause: Clause


def with_gaps(context: Context, report: Report) -> Iterator[Report]:
    """Yield a report, and those that share its verb: *Bern verlangt, das Bad zu bauen, | Genf, | es zu schliessen*."""
    gaps = [] if report.cue.is_passive or len(report.content) > 1 else list(_gaps(context, report))
    if not gaps or _has_object(context, report.cue, gaps):
        yield report
        return
    start, last = report.content[0]
    ends = [gap.first - 1 for gap in gaps] + [last]
    content = context.trimmed(start, ends[0])
    if content is not None:
        yield evolve(report, cue=_alone(report.cue, gaps), content=(content,))
    for gap, end in zip(gaps, ends[1:], strict=True):
        content = context.trimmed(gap.clause.start, end)
        span = context.span(gap.named[0].index, gap.named[-1].index)
        head = next((word for word in gap.named if word.upos in ("NOUN", "PROPN")), gap.named[-1])
        if content is not None:
            frame = ((gap.first, gap.clause.start - 1),)
            who = Mention(span, head, context.number)
            yield evolve(report, content=(content,), frame=frame, speaker=who)


def _has_object(context: Context, cue: VerbCue, gaps: list[_Gap]) -> bool:
    """Say whether a clause has an object for which another may stand: *Er bat sie, zu kommen, Ott, zu gehen*."""
    others = [word for gap in gaps for word in gap.named]
    own = (word for word in cue.clause.words if word.upos in NOMINALS and not word.masked)
    apart = [
        word
        for word in own
        if word not in others and word not in cue.words and word.relation not in _WITHIN and not is_time(word)
    ]
    return sum(not is_governed(context, word) for word in apart) > 1


def _alone(cue: VerbCue, gaps: list[_Gap]) -> VerbCue:
    """Return a cue whose clause holds none of those who speak in turn: they are not spoken to."""
    others = [word for gap in gaps for word in gap.named]
    own = tuple(word for word in cue.clause.words if word not in others)
    return evolve(cue, clause=evolve(cue.clause, words=own))


def _gaps(context: Context, report: Report) -> Iterator[_Gap]:
    """Yield who says more of the same kind as a report, each between two commas before the clause."""
    start, last = report.content[0]
    before = start
    for clause in context.clauses.all:
        if not start < clause.start <= last or not _is_of_kind(clause, report.complement):
            continue
        words = _between_commas(context, clause)
        named = _named_alone(context, words, clause, before) if words else []
        if named:
            yield _Gap(words[0].index, named, clause)
            before = clause.start


def _is_of_kind(clause: Clause, kind: str) -> bool:
    """Say whether a clause is one that a verb reports like the one before it."""
    if kind == "infinitive":
        return clause.kind == "infinitive" and clause.opener is None
    if kind == "konjunktiv":
        return clause.kind == "main" and is_reported(clause)
    openers = ("dass", "daß") if kind == "dass" else tuple(INTERROGATIVES) if kind == "interrogative" else ()
    return clause.kind == "subordinate" and clause.words[0] == clause.opener and clause.opens_with(*openers)


def _between_commas(context: Context, clause: Clause) -> list[Word]:
    """Return the few words between the comma before a clause and another separator before them."""
    words: list[Word] = []
    if context.separator_before(clause.start) != ",":
        return words
    for word in reversed(context.words(clause.start - 1 - _PHRASE, clause.start - 2)):
        if word.text in (",", ";") and not word.masked:
            return words
        words.insert(0, word)
    return []


def _named_alone(context: Context, words: list[Word], clause: Clause, start: int) -> list[Word]:
    """Return the phrase for somebody that words are, with a contrast at most: *Genf*, *die anderen*, *Ott dagegen*."""
    joined = words[0].text in ("und", "aber", "oder")
    named = words[1:] if joined else words
    while named and named[-1].text in _CONTRASTING:
        named = named[:-1]
    contrasted = joined or len(named) < len(words) or context.separator_before(words[0].index) == ";"
    if not named or not _is_phrase(named) or (_goes_on_listing(clause) and not contrasted):
        return []
    return named if contrasted or _is_apart(context, named, clause, start) else []


def _is_phrase(named: list[Word]) -> bool:
    """Say whether words are one phrase in the nominative for somebody who may speak."""
    if named[-1].text in _ALONE and len(named) <= len(("die", "anderen")):
        return len(named) == 1 or named[0].text in ("der", "die")
    nominal = all(word.upos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM") and not word.masked for word in named)
    head = next((word for word in named if word.upos in ("NOUN", "PROPN")), None)
    if head is None or not nominal or named[0].upos in ("ADP", "NUM") or named[-1].upos not in ("NOUN", "PROPN"):
        return False
    if named[0].text.lower() in OBLIQUE_FORMS:
        return False
    return speaks(head) or (len(named) == 1 and noun_of(head.text) is None and head.text[:1].isupper())


def _goes_on_listing(clause: Clause) -> bool:
    """Say whether a clause begins with the rest of a list: *Lehrer, | Köche und Fahrer einzustellen*."""
    joint = next((place for place, word in enumerate(clause.words) if word.text in ("und", "oder", "sowie")), 0)
    return joint > 0 and all(word.upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") for word in clause.words[:joint])


def _is_apart(context: Context, named: list[Word], clause: Clause, start: int) -> bool:
    """Say whether a phrase without a contrast is no apposition and no first of a list.

    Before an infinitive or *dass* it is none behind a verb; a noun without an article may be the object of both.
    Before any other clause only a name or a pronoun is clear, and only where nobody is told of whom it may name.
    """
    before = context.word(named[0].index - 2)
    bare = named[0].upos == "NOUN" and named[0].features.get("Number") == "Plur"
    if before.upos in ("NOUN", "PROPN", "PRON", "NUM") or bare:
        return False
    if clause.kind != "main":
        return True
    told = context.words(start, before.index)
    people = any(word.upos == "NOUN" and is_person_noun(word.text) for word in told)
    return named[0].upos in ("PROPN", "NOUN", "PRON") and not people


def without_verb(context: Context, placed: Placed) -> Mention | None:
    """Return who speaks by the verb of the clause before: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*."""
    before = next((other for other in reversed(context.passages) if other.last < placed.first), None)
    between = () if before is None else context.words(before.last + 1, placed.first - 1)
    if before is None or not between or between[0].text not in (",", "und", ";"):
        return _behind_unmarked(context, placed)
    words = [word for word in between if word.upos not in ("PUNCT", "CCONJ")]
    named = _with_same_preposition(context, before, words) or words
    while len(named) > 1 and named[-1].upos == "DET" and named[-1].text.startswith("ein"):
        named = named[:-1]
    while named and (named[-1].text in _CONTRASTING or (len(named) > 1 and named[-1].text in _OBJECTS)):
        named = named[:-1]
    if not named or words[-1].index != placed.first - 1:
        return None
    if len(named) == 1 and named[0].text in _PRONOUNS:
        return Mention(named[0].span, named[0], context.number)
    if named[-1].upos not in ("NOUN", "PROPN"):
        return None
    if not speaks(named[-1]) or any(word.upos not in ("DET", "ADJ", "NOUN", "PROPN") for word in named):
        return None
    return Mention(context.span(named[0].index, named[-1].index), named[-1], context.number)


def _behind_unmarked(context: Context, placed: Placed) -> Mention | None:
    """Return who says of the same in marks what another says without: *A sprach von Not, | Kern | von „Rache“*."""
    comma = next((w for w in reversed(context.words(1, placed.first - 1)) if w.text in (",", ";")), None)
    if comma is None or comma.masked:
        return None
    words = [word for word in context.words(comma.index + 1, placed.first - 1) if word.upos != "CCONJ"]
    place = next((place for place, word in enumerate(words) if word.upos == "ADP"), 0)
    clause = context.clauses.of(context.word(comma.index - 1))
    finite = None if clause is None else clause.finite
    if not place or finite is None or finite.index > comma.index or any(word.is_finite for word in words):
        return None
    shared = {word.text for word in context.words(finite.index, comma.index - 1) if word.upos == "ADP"}
    named = [word for word in words[:place] if word.text not in _CONTRASTING]
    bare = all(word.upos in ("DET", "ADJ") for word in words[place + 1 :])
    if words[place].text not in shared or not bare or not named:
        return None
    alone = len(named) == 1 and (named[0].text in _PRONOUNS or named[0].text.startswith(("Letzter", "Erster")))
    if not alone and not _is_phrase(named):
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
