"""Who stands before a court: whom *der Angeklagte* means, and who is no judge there."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import noun_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import answered_by
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way

_LATELY: Final = 2
"""How many sentences ago whoever has no role must have been mentioned."""
_TRIAL_RE: Final = regex.compile(
    r"^(?=.*\b(?:steh(?:t|en)|stand(?:en)?|muss|müssen|mussten?)\b)(?=.*\b[Vv]or (?:dem )?\p{L}*[Gg]ericht\b)"
    r"|\bverantworten\b|\bAnklagebank\b"
    r"|^Angeklagt (?:ist|war)\b"
)
"""Sentences whose subject is on trial: *Ott steht vor Gericht*, *muss sich wegen Betrugs verantworten*."""
_AGAINST_RE: Final = regex.compile(
    r"\b(?:\p{L}*[Pp]rozesse?s?|[Vv]erfahrens?|\p{L}*[Aa]nklage|[Ee]rmittel\p{L}*|[Ee]rmittlung\p{L}*|Haftbefehl|Strafbefehl"
    r"|[Aa]nzeige|Vorwürfe|verhandelt)\b"
)
"""What is led or raised *gegen* somebody."""
_SUSPECTED_RE: Final = regex.compile(r"\bsoll\b.*\b(?:haben|sein)\b")
"""What somebody is said to have done."""
_OFFICES: Final = ("richter", "Richter", "anwalt", "Anwalt", "ankläger", "Ankläger", "Gutachter")
_ACCUSED: Final = frozenset({"Angeklagter", "Beschuldigter", "Tatverdächtiger", "Verdächtiger"})


def judges_itself(notes: Notes, person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody on trial would have an office of the court: *Ott steht vor Gericht. Die Richterin …*."""
    noun = chunk.noun
    if noun is None or noun.field != "law" or noun.base in _ACCUSED or not noun.base.endswith(_OFFICES):
        return False
    told = (o for o in notes.occurrences if o.referent.known is person and o.is_subject and not o.is_in_content)
    return any(_TRIAL_RE.search(notes.contexts[o.sentence].sentence.span.of(notes.text)) for o in told)


@way("accused")
def the_accused(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is on trial, or for *der Angeklagte* the only one without a role: *Ott steht vor Gericht. …*."""
    noun = chunk.noun
    if noun is None or noun.base not in _ACCUSED or not chunk.is_definite or chunk.is_possessive:
        return None
    tried = _on_trial(notes, chunk)
    if tried is not None or noun.base != "Angeklagter":
        return tried
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _LATELY and o.referent.known.is_person and o.referent.known.name
        if fits(o.referent.known, chunk.gender) and not any(noun_of(text) for text in o.referent.known.nouns)
    }
    for answered in answered_by(notes, context, chunk.head):
        found.pop(answered, None)
    return next(iter(found.values())) if len(found) == 1 else None


def _on_trial(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article tells that they stand before a court."""
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.is_subject and not o.is_in_content and o.referent.known.is_person and fits(o.referent.known, chunk.gender)
        if _TRIAL_RE.search(notes.contexts[o.sentence].sentence.span.of(notes.text))
    }
    if len(found) == 1:
        return next(iter(found.values()))
    for tells in (_is_tried, _is_suspected):
        told = {
            id(o.referent.known): o.referent.known
            for o in notes.occurrences
            if not o.is_in_content and o.referent.known.is_person and fits(o.referent.known, chunk.gender)
            if o.referent.known.name and tells(notes, o)
        }
        if not found and len(told) == 1:
            return next(iter(told.values()))
    return None


def _is_tried(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a trial or the like is led against somebody, or two: *Prozess gegen | Ida und Urs Ott*."""
    if occurrence.chunk is None or not _AGAINST_RE.search(
        notes.contexts[occurrence.sentence].sentence.span.of(notes.text)
    ):
        return False
    joined = [p for p in notes.pairs if p.sentence == occurrence.sentence and p.span.contains(occurrence.span)]
    starts = {occurrence.span.start, *(pair.span.start for pair in joined)}
    return any(c.preposition == "gegen" and c.span.start in starts for c in notes.chunks[occurrence.sentence])


def _is_suspected(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody is the subject of what is only said to have happened: *Ott soll Geld genommen haben*."""
    sentence = notes.contexts[occurrence.sentence].sentence
    return occurrence.is_subject and _SUSPECTED_RE.search(sentence.span.of(notes.text)) is not None
