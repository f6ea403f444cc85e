"""Whom a personal pronoun means: the one most in view, unless the sentence tells otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.quotes.pronoun_subjects import opening_demonstrative
from quotetrack.speakers.adding import who_adds
from quotetrack.speakers.answering import (
    who_judged,
    who_was_asked,
)
from quotetrack.speakers.body_pronouns import body_that_acts
from quotetrack.speakers.chunks import name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.demonstratives import before_the_last, not_the_subject
from quotetrack.speakers.denials import accused_before, who_denied
from quotetrack.speakers.disjoint_reference import clause_mates, not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.plurals import are_of_a_pair
from quotetrack.speakers.pronoun_forms import BELOW, TALK, is_governed, pronoun_gender
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import MARGIN, Candidate, clear_winner, fits
from quotetrack.speakers.told_before import subject_told_of, teller_behind
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word


@way("most-in-view")
def written_source(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the document that *ihm zufolge* takes up, unless the sentence before tells of somebody who fits.

    ``Das Amt legte ein Gutachten vor. Ihm zufolge ist der Fisch bedroht.``
    """
    if word.text == "Ihr" and word.features.get("Poss") == "Yes":
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.chunk is not None]
    genders = ("Fem",) if word.text.lower() == "ihr" else ("Masc", "Neut")
    fitting = [o for o in here if o.chunk is not None and o.chunk.gender in genders]
    read = [o for o in fitting if o.referent.known.kind == "document"]
    is_source = is_governed(context, word) and not any(_speaks_rather(o) for o in fitting)
    return read[-1].referent.known if is_source and read else None


def _speaks_rather(occurrence: Occurrence) -> bool:
    """Say whether somebody acts who rather than a document is the source; the body that presents it is none of them."""
    known = occurrence.referent.known
    named = known.is_person or (occurrence.is_subject and known.kind != "document" and known.gender != "Neut")
    return named and not occurrence.is_in_content


@way("most-in-view")
def subject_before_semicolon(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the subject of the clause before, behind a semicolon: *Der Verband lehnt das ab; er fordert mehr Geld*."""
    if word.index < 3 or context.word(word.index - 1).text != ";" or not notes.is_speaker(context, word.span):
        return None
    own = [o for o in notes.occurrences if o.sentence == context.number and o.is_subject and not o.is_in_content]
    acting = {id(o.referent.known): o.referent.known for o in own if not o.is_attribute}
    fitting = [one for one in acting.values() if fits(one, pronoun_gender(word, context)) and one.kind != "document"]
    return fitting[0] if len(fitting) == 1 else None


@way("most-in-view")
def likeliest(notes: Notes, candidates: Sequence[Candidate], margin: float = MARGIN) -> Referent | None:
    """Return the candidate that is most in view, unless another is as likely."""
    return clear_winner(candidates, margin)


def salient(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom a personal pronoun means: whoever asks, tells or is answered, else the one most in view."""
    gender = pronoun_gender(word, context)
    without = not_meant(notes, context, word)
    is_told = notes.is_speaker(context, word.span) and notes.is_in_content(word.span)
    teller = _teller_himself(notes, context, word) if is_told else None
    if teller is not None and fits(teller, gender):
        return teller
    acting = (subject_told_of(notes, context) or teller_behind(notes, context, word)) if is_told else None
    if acting is not None and fits(acting, gender) and acting.name and id(acting) not in without:
        return acting
    adding = who_adds(notes, context, word)
    if adding is not None and fits(adding, gender) and adding.is_person and id(adding) not in without:
        return adding
    tells_so = _who_tells_so(notes, context, word)
    if tells_so is not None and fits(tells_so, gender):
        return tells_so
    himself = _owner_himself(notes, context, word)
    if himself is not None and fits(himself, gender) and id(himself) not in without:
        return himself
    accused = accused_before(notes, context, word) if word.text.lower() in ("er", "sie") else None
    if accused is not None and fits(accused, gender):
        return accused
    acting_body = body_that_acts(notes, context, word, gender)
    if acting_body is not None and id(acting_body) not in without:
        return acting_body
    candidates = notes.ranked(context, gender, without=without, is_told=is_told)
    if not candidates:
        candidates = notes.ranked(context, gender, without=clause_mates(notes, context, word))
    couple = _couple_before(notes, context)
    if couple is not None:
        later = {id(o.referent.known) for o in notes.occurrences if o.sentence > couple}
        candidates = [found for found in candidates if id(found.referent.known) in later]
    document = None if notes.is_speaker(context, word.span) else _document_before(notes, context, gender)
    if document is not None and all(
        notes.distance(context, one.referent) > 1 for one in candidates if one.referent.is_person
    ):
        return document
    candidates = [found for found in candidates if found.referent.kind != "document"] or candidates
    if not candidates and notes.is_speaker(context, word.span):
        return named_below(notes, context, gender)
    denier = who_denied(notes, context) if notes.is_speaker(context, word.span) else None
    if denier is not None and any(one.referent is denier for one in candidates):
        return denier
    judge = who_judged(notes, context) if notes.is_speaker(context, word.span) else None
    if judge is not None and any(one.referent is judge for one in candidates):
        return judge
    asked = who_was_asked(notes, context) if notes.is_speaker(context, word.span) else None
    if asked is not None and any(one.referent is asked for one in candidates):
        return asked
    if acting is not None and any(one.referent is acting for one in candidates):
        return acting
    if are_of_a_pair(notes, candidates[:2]):
        return None
    found = clear_winner(candidates) or _who_was_asked(notes, context, word, candidates)
    in_front = None if found is not None else _subject_in_front(notes, context, word)
    found = in_front if any(one.referent is in_front for one in candidates[:2]) else found
    notes.tell("most-in-view", found, [one.referent for one in candidates if one.referent is not found])
    return found


def _subject_in_front(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom alone a clause in front names as its subject: *Woher Ott das weiß, sagt | er | nicht*."""
    clause = context.clauses.of(word)
    first = next(iter(context.clauses.all), None)
    if clause is None or first is None or first.kind != "subordinate" or clause.number != first.number + 1:
        return None
    if clause.finite is None or abs(clause.finite.index - word.index) > 1 or first.opens_with("während"):
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index]
    people = [o for o in here if o.referent.known.is_person and not o.is_in_content]
    own = [o for o in people if o.clause == first.number and o.is_subject and o.chunk is not None and o.chunk.name]
    return own[0].referent.known if len(people) == len(own) == 1 else None


def _who_tells_so(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the subject of the main clause, for who tells it so: *Dem Koch hat Ott, wie | er | sagt, gekündigt*."""
    clause = context.clauses.of(word)
    if clause is None or not clause.opens_with("wie") or not notes.is_speaker(context, word.span):
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index]
    acting = [o.referent.known for o in here if o.is_subject and not o.is_embedded and o.referent.known.is_person]
    if acting:
        return acting[0] if len({id(person) for person in acting}) == 1 else None
    return _acting_unsaid(notes, context, word)


def _acting_unsaid(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who acts in the main clause, a part of what is said, by a pronoun: *| Der | hat, wie er sagt, Zeit*."""
    main = next(iter(context.main_clauses()), None)
    opening = None if main is None else opening_demonstrative(main)
    if opening is not None and opening.index < word.index:
        return not_the_subject(notes, context, opening)
    same = [w for w in context.words(1, word.index - 1) if w.text == word.text and w.upos == "PRON"]
    if main is None or not same or same[0] not in main.words:
        return None
    without = clause_mates(notes, context, same[0])
    return clear_winner(notes.ranked(context, pronoun_gender(word, context), without=without, people_only=True))


def _document_before(notes: Notes, context: Context, gender: Gender | None) -> Referent | None:
    """Return the document of which the sentence before tells: *Laut einem Bericht ist es kalt. Ott kennt | ihn*."""
    near = [o.referent.known for o in notes.occurrences if o.sentence == context.number - 1]
    told = [one for one in near if one.kind == "document" and fits(one, gender)]
    return told[-1] if told else None


def _teller_himself(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who tells of herself: *Die Chefin zögere, sagte Ott. | Sie selbst | habe geraten, …*."""
    if word.index == context.length or context.word(word.index + 1).text != "selbst":
        return None
    held = [q.speaker for q in notes.quotes if q.speaker is not None and any(s.contains(word.span) for s in q.spans)]
    tellers = (notes.by_head.get((speaker.sentence, speaker.head.index)) for speaker in held)
    return next((teller.known for teller in tellers if teller is not None and teller.known.is_person), None)


def _owner_himself(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whose relative or colleague the sentence before opens with: *Seine Frau sagt aus. | Er selbst | …*."""
    number = context.number - 1
    if word.index > 1 or number < 0 or context.length < 2 or context.word(2).text != "selbst":
        return None
    opening = next(iter(notes.chunks[number]), None)
    if opening is None or opening.first > 1 or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    owner = notes.owners.get((number, opening.head.index))
    return owner.known if owner is not None and owner.known.is_person and owner.known.name else None


def _couple_before(notes: Notes, context: Context) -> int | None:
    """Return the sentence that has just told of a couple, to whom *er* belongs: *Ein Ehepaar kam. „Ja“, sagt er*."""
    for number in range(context.number - 1, max(-1, context.number - 1 - TALK), -1):
        if notes.paragraphs[number] != notes.paragraphs[context.number]:
            return None
        for chunk in notes.chunks[number]:
            is_couple = chunk.is_indefinite and not chunk.name and chunk.nouns and chunk.nouns[-1].text.endswith("paar")
            if is_couple and is_subject_of_clause(notes.contexts[number], chunk, chunk.head):
                return number
    return None


def _who_was_asked(notes: Notes, context: Context, word: Word, candidates: Sequence[Candidate]) -> Referent | None:
    """Return who of several likely ones answers whoever spoke last: who spoke before: *„Warum?“, fragt sie. …*."""
    asked = before_the_last(notes, context, word)
    likely = [candidate.referent for candidate in candidates[:2] if candidate.points > candidates[0].points - MARGIN]
    return asked if asked in likely else None


@way("named-below")
def named_below(notes: Notes, context: Context, gender: Gender | None) -> Referent | None:
    """Return whom the pronoun of a first quotation means: the one who speaks soon below and nobody else can be."""
    so_far = (o.referent for o in notes.occurrences if o.sentence <= context.number)
    if gender is None or any(referent.is_person and fits(referent.known, gender) for referent in so_far):
        return None
    next_one = _presented_next(notes, context, gender)
    if next_one is not None:
        return next_one
    below: list[Referent] = []
    for number in range(context.number + 1, min(context.number + BELOW, len(notes.contexts))):
        for chunk in notes.chunks[number]:
            bearers = notes.bearers(name_text(chunk.name)) if chunk.name else []
            speaks = notes.is_speaker(notes.contexts[number], chunk.span)
            if speaks and len(bearers) == 1 and fits(bearers[0], gender) and bearers[0] not in below:
                below.append(bearers[0])
    bare = [person for person in below if not person.nouns]
    chosen = bare if len(below) > 1 else below
    return chosen[0] if len(chosen) == 1 else None


def _presented_next(notes: Notes, context: Context, gender: Gender) -> Referent | None:
    """Return whom alone the next sentence names, as its subject: *„Ich bin neu“, sagt sie. Mia Ott leitet …*."""
    number = context.number + 1
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    named = [chunk for chunk in notes.chunks[number] if chunk.name and notes.bearers(name_text(chunk.name))]
    if len(named) != 1 or not is_subject_of_clause(notes.contexts[number], named[0], named[0].head):
        return None
    bearers = notes.bearers(name_text(named[0].name))
    return bearers[0] if len(bearers) == 1 and fits(bearers[0], gender) else None
