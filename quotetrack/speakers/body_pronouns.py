"""Which body *er* and *sie* take up: the one of which the sentence before has just told."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_OF_BODIES: Final = frozenset(
    "ankündigen begründen bekanntgeben bestätigen erklären fordern melden mitteilen schreiben verkünden versichern"
    " warnen".split()
)
"""Verbs of saying whose subject is rather a body."""
_ARTICLES: Final[dict[str, Gender]] = {"der": "Masc", "die": "Fem", "das": "Neut"}


@way("most-in-view")
def body_that_acts(notes: Notes, context: Context, word: Word, gender: Gender | None) -> Referent | None:
    """Return the body of which the sentence before tells, and which writes: *Der Verband bedauert das. …, schreibt er*.

    Where the paragraph tells of no person so far who fits, it need not be a verb of bodies.
    """
    before = context.number - 1
    if (
        before < 0
        or notes.paragraphs[before] != notes.paragraphs[context.number]
        or not notes.is_speaker(context, word.span)
    ):
        return None
    here = [o for o in notes.occurrences if o.sentence == before and not o.is_in_content]
    acting = [o for o in here if (o.is_subject or o.is_speaker) and not (o.is_attribute or o.is_embedded)]
    acting = acting or [o for o in notes.occurrences if o.sentence == before and _is_nominative(o)]
    acting = acting or [o for o in here if _makes_statement(notes, o)]
    bodies = {
        id(o.referent.known): o.referent.known for o in acting if o.referent.known.kind in ("organisation", "medium")
    }
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    here_and_now = [*here, *(o for o in notes.occurrences if o.sentence == context.number and o.place < word.index)]
    people = any(o.referent.known.is_person and fits(o.referent.known, gender) for o in here_and_now)
    if body is None or people or len({id(o.referent.known) for o in acting}) > 1 or _acts_on(notes, before, gender):
        return None
    told = [found for o in acting if (found := _gender_told(o)) is not None]
    if (told[-1] if told else body.gender) != gender:
        return None
    writes = any(q.cue is not None and q.cue.lemma in _OF_BODIES for q, _ in notes.spoken_by(context, word))
    return body if writes or not _is_about_people(notes, context, gender) else None


def _makes_statement(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a body is whose statement is the source of a sentence: *nach Angaben | der Feuerwehr*."""
    spoken = (q.speaker for q in notes.quotes if q.sentence == occurrence.sentence and q.speaker is not None)
    return any(speaker.span.contains(occurrence.span) for speaker in spoken)


def _acts_on(notes: Notes, number: int, gender: Gender | None) -> bool:
    """Say whether a sentence tells what is done to *sie* or *ihn*: *Im Herbst beauftragte die Gemeinde | sie*."""
    objects = {"Fem": ("sie", "ihr"), "Masc": ("ihn", "ihm")}.get(gender or "", ())
    words = notes.contexts[number].sentence.words
    return any(word.text in objects and word.upos == "PRON" and not word.masked for word in words[1:])


def _gender_told(occurrence: Occurrence) -> Gender | None:
    """Return the gender of a phrase, by the article of a subject where its noun tells none: *Die Nordbau AG*."""
    chunk = occurrence.chunk
    if chunk is None or chunk.gender is not None:
        return None if chunk is None else chunk.gender
    by_article = _ARTICLES.get(chunk.determiner or "") if chunk.preposition is None else None
    return by_article if occurrence.is_subject and not chunk.is_plural else None


def _is_nominative(occurrence: Occurrence) -> bool:
    """Say whether *der* shows a subject that a parser has missed: *Bezahlen soll die Sicherung | der Landkreis*."""
    chunk = occurrence.chunk
    return chunk is not None and chunk.preposition is None and chunk.determiner == "der" and chunk.gender == "Masc"


def _is_about_people(notes: Notes, context: Context, gender: Gender | None) -> bool:
    """Say whether the paragraph tells before of somebody who fits in gender."""
    here = notes.paragraphs[context.number]
    told = (o for o in notes.occurrences if notes.paragraphs[o.sentence] == here and o.sentence < context.number)
    return any(o.referent.known.is_person and fits(o.referent.known, gender) for o in told)
