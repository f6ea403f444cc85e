"""Whom a demonstrative means: *dieser*, *der*, *jener*."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import (
    answered_by,
    spoke_before_the_last,
)
from quotetrack.speakers.chunks import gender_of
from quotetrack.speakers.denials import accused_before
from quotetrack.speakers.disjoint_reference import called_by_role, told_of
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronoun_forms import DEMONSTRATIVES, PAIRED, TALK, is_governed
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_FARTHEST: Final = 3


@way("demonstrative")
def not_the_subject(notes: Notes, context: Context, word: Word) -> Referent | None:
    """``Dieser``: somebody mentioned before who was not the subject."""
    gender = _gender_of_demonstrative(context, word)
    accused = accused_before(notes, context, word)
    if accused is not None and fits(accused, gender):
        return accused
    answered = answered_by(notes, context, word)
    without = told_of(notes, context, word) | answered | called_by_role(notes, context, word)
    spoke = _spoke_before(notes, context, word)
    without |= spoke
    near = _near(notes, context, word, without, within=1)
    if not near and spoke:
        near = [o for o in _near(notes, context, word, without, within=TALK) if o.referent.known.is_person]
        near = near if len({id(o.referent.known) for o in near}) == 1 else []
    if not near and answered:
        near = [o for o in _near(notes, context, word, without, within=2) if o.referent.known.is_person]
    elif not near and word.text in ("dieser", "Dieser") and notes.is_speaker(context, word.span):
        near = _only_person_lately(notes, context, word, without)
    if not is_governed(context, word):
        near = [o for o in near if o.referent.known.kind != "document"] or near
        people = [o for o in near if o.referent.known.is_person]
        acting = bool(people) and all(o.is_subject and not o.is_in_content for o in people)
        near = near if acting and word.text.startswith("Dies") and any(map(_is_body_met, near)) else people or near
    near = [o for o in near if o.chunk is not None] or near
    near = [o for o in near if not (o.is_in_content and o.chunk is not None and o.chunk.is_indefinite)] or near
    last = max((o.sentence for o in near), default=None)
    near = [o for o in near if o.sentence == last]
    acting_there = (o for o in near if o.is_subject and not o.is_in_content and not _is_presented(notes, o))
    subjects = {id(o.referent.known) for o in acting_there}
    others = [o for o in near if id(o.referent.known) not in subjects]
    chosen = [o for o in others if not o.is_attribute] or others or near
    chosen = [o for o in chosen if o.referent.known.is_person] or chosen
    chosen = [o for o in chosen if o.referent.known.name or not _only_tells_who(notes, o)] or chosen
    found = max(chosen, key=lambda o: o.place).referent.known if chosen else None
    plain = word.text in ("Der", "Die") or (word.text in ("der", "die") and notes.is_speaker(context, word.span))
    if found is not None and not others and plain:
        found = _other_than_speaker(notes, context, word, found) or found
    asked = before_the_last(notes, context, word) if found is None or found.name is None else None
    return asked if asked is not None and asked.is_person and asked.name and fits(asked, gender) else found


def _spoke_before(notes: Notes, context: Context, word: Word) -> Set[int]:
    """Return who spoke in the sentence before, who is not *diese* behind new words: *„Nein“, so Ott. „Doch“, rief …*.

    Whoever is named at the end of that sentence first may well be.
    """
    if word.text not in ("dieser", "diese") or not notes.is_speaker(context, word.span) or not word.index > 2:
        return set()
    before = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_speaker and not o.is_in_content]
    inquit = [o for o in before if o.chunk is not None and _is_behind_verb(notes, o)]
    known = {id(o.referent.known) for o in inquit}
    return known if len(known) == 1 else set()


def _is_behind_verb(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a clause begins with its verb, its speaker behind it, as behind a quotation: *, sagt Ott*."""
    clause = notes.clause_of(occurrence)
    return clause is not None and clause.finite is not None and clause.words[0] == clause.finite


def _only_person_lately(notes: Notes, context: Context, word: Word, without: Set[int]) -> list[Occurrence]:
    """Return where the only man of a paragraph is told of, if the sentence before tells of nobody else.

    ``Ida Ott und Jan Kern streiten. „Er irrt“, sagt Ott. „Sie irrt“, sagt | dieser``; not *Ott will den Hersteller
    hören. | Dieser …*.
    """
    before = context.number - 1
    others = [one for one in notes.chunks[before] if one.nouns and not one.name] if context.number else []
    if any((one.gender or gender_of(one.nouns[-1])) == "Masc" for one in others):
        return []
    near = _near(notes, context, word, without, within=TALK)
    people = [o for o in near if o.referent.known.is_person]
    people = [o for o in people if notes.paragraphs[o.sentence] == notes.paragraphs[context.number]]
    return people if len({id(o.referent.known) for o in people}) == 1 else []


def _gender_of_demonstrative(context: Context, word: Word) -> Gender | None:
    """Return the gender of a demonstrative, which in the dative is of a woman: *Dieser zufolge*, *nach dieser*."""
    text = word.text.lower()
    if text not in ("dieser", "jener"):
        return DEMONSTRATIVES[text]
    behind = context.word(word.index + 1).text if word.index < context.length else ""
    before = context.word(word.index - 1).text.lower() if word.index > 1 else ""
    governed = behind == "zufolge" or before in ("nach", "laut", "zu", "von", "mit", "bei", "in", "aus", "auf")
    return "Fem" if governed else "Masc"


def _only_tells_who(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a noun may tell who somebody named is: *Ida Ott, bis Mai | ihre Nachbarin*, *als | Kapitän*."""
    chunk, words = occurrence.chunk, notes.contexts[occurrence.sentence].sentence.words
    as_such = chunk is not None and chunk.first > 1 and words[chunk.first - 2].text == "als"
    tells = chunk is not None and chunk.is_possessive and not _opens_clause(notes, occurrence)
    return chunk is not None and (tells or as_such)


def _opens_clause(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody acts in a main clause of their own: *Ott reist ab, | sein Kollege bleibt. …, so dieser*."""
    context, chunk = notes.contexts[occurrence.sentence], occurrence.chunk
    clause = notes.clause_of(occurrence)
    if clause is None or chunk is None or not occurrence.is_subject or clause.finite is None:
        return False
    behind = context.word(chunk.last + 1) if chunk.last < context.length else None
    return clause.kind == "main" and behind == clause.finite


def _other_than_speaker(notes: Notes, context: Context, word: Word, speaker: Referent) -> Referent | None:
    """Return the only other one told of lately, for *der* behind what somebody says: *„Er irrt“, sagt Ott. Der …*."""
    before = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known is speaker]
    if not any(o.is_speaker for o in before):
        return None
    near = _near(notes, context, word, {id(speaker)}, within=PAIRED)
    near = [o for o in near if not (o.is_in_content and o.chunk is not None and o.chunk.is_indefinite)]
    people = {id(o.referent.known): o.referent.known for o in near if o.referent.known.is_person}
    return next(iter(people.values())) if len(people) == 1 else None


def _near(notes: Notes, context: Context, word: Word, without: Set[int], *, within: int) -> list[Occurrence]:
    """Return where whoever a demonstrative may mean is told of before it, so many sentences back at the most."""
    gender = _gender_of_demonstrative(context, word)
    return [
        o
        for o in notes.occurrences
        if 0 <= context.number - o.sentence <= within
        and (o.sentence < context.number or o.place < word.index - 1)
        and fits(o.referent.known, gender)
        and not (word.text.lower() == "diesem" and o.referent.known.gender == "Fem")
        and o.referent.known.kind != "place"
        and id(o.referent.known) not in without
    ]


@way("former-latter")
def the_farther(notes: Notes, context: Context, word: Word) -> Referent | None:
    """``Jener``: of the two spoken of last who is told of earlier, or not the one whom *dieser* has just meant."""
    gender, seen = DEMONSTRATIVES[word.text.lower()], list[Referent]()
    for occurrence in notes.occurrences:
        known = occurrence.referent.known
        is_near = 0 <= context.number - occurrence.sentence <= _FARTHEST and occurrence.span.end <= word.span.start
        if is_near and known.is_person and not occurrence.is_in_content and fits(known, gender):
            seen = [*(one for one in seen if one is not known), known]
    if len(seen) == 1:
        return _told_by(notes, context, seen[0], gender) if _has_just_spoken(notes, context, seen[0]) else seen[0]
    return seen[-2] if len(seen) == len(("dieser", "jener")) else None


def _has_just_spoken(notes: Notes, context: Context, person: Referent) -> bool:
    before = (o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_speaker)
    return any(o.referent.known is person for o in before)


def _told_by(notes: Notes, context: Context, speaker: Referent, gender: Gender | None) -> Referent | None:
    """Return whom alone the last speaker has named: *Ott verwies darauf, dass Kern dort war. Jener …*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_in_content]
    told = {id(o.referent.known): o.referent.known for o in near if o.referent.known.is_person}
    found = [person for person in told.values() if person is not speaker and fits(person, gender)]
    return found[0] if len(found) == 1 else None


def _is_presented(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody new stands behind the verb: *Neben der Tante sitzt | eine Beraterin. Diese …*."""
    chunk, clause = occurrence.chunk, None
    if occurrence.is_speaker:
        return False  # …, sagte Ida Ott. …, sagt die: another
    if chunk is not None and (chunk.is_indefinite or _is_named_last(notes, occurrence)):
        clause = notes.contexts[occurrence.sentence].clauses.of(chunk.head)
    return clause is not None and clause.finite is not None and clause.finite.index < occurrence.place


def _is_named_last(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody is named at the end of a sentence for the first time: *Dort steht ihr Sohn | Jan. Der …*.

    What follows may tell who that is: *Dort saß | Ida Ott |, bis Mai ihre Nachbarin*.
    """
    known, here = occurrence.referent.known, (occurrence.sentence, occurrence.place)
    if known.name is None or any((o.sentence, o.place) < here for o in notes.occurrences if o.referent.known is known):
        return False
    behind = [o for o in notes.occurrences if o.sentence == here[0] and o.place > here[1]]
    others = (o for o in behind if o.referent.known.is_person and o.referent.known is not known)
    return not any(o.chunk is None or o.chunk.name for o in others)


def _is_body_met(occurrence: Occurrence) -> bool:
    """Say whether somebody did something to a body: *Die Rentnerin lobte die Feuerwehr. Diese …*."""
    chunk, is_body = occurrence.chunk, occurrence.referent.known.kind == "organisation"
    met = chunk is not None and chunk.preposition is None and not occurrence.is_subject
    return is_body and met and not occurrence.is_in_content and not occurrence.is_attribute


def before_the_last(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who spoke before the last speaker, if a pronoun is of somebody who answers."""
    before = spoke_before_the_last(notes, context, word, TALK)
    return before[-1] if before else None
