"""From a pronoun to whom it means: personal, demonstrative and relative ones, *Letzterer* and *Ersterer*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.clauses import CALLED
from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.speakers.ages import is_last_of_all, one_of_all, one_of_two, tells_apart
from quotetrack.speakers.body_pronouns import body_that_acts
from quotetrack.speakers.chunks import Chunk, gender_of, name_text
from quotetrack.speakers.demonstratives import not_the_subject, the_farther
from quotetrack.speakers.disjoint_reference import acted_on
from quotetrack.speakers.former_latter import of_the_pair
from quotetrack.speakers.most_in_view import likeliest, salient, subject_before_semicolon, written_source
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.plurals import two_before
from quotetrack.speakers.pronoun_forms import (
    BELOW,
    BOTH,
    DEMONSTRATIVES,
    FARTHER,
    FIRST_OF,
    LAST_OF,
    RELATIVES,
    is_plural_pronoun,
    is_relative,
    pronoun_gender,
    relative_gender,
    stands_behind_so,
)
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.told_of_pronouns import learn_of_pronoun
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_CALLING: Final = frozenset("Der Die Er Sie Dieser Diese".split())
_COUNTED: Final = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
_OF_BOTH: Final = frozenset({"beiden", "zwei", "zweien"})


def take_pronoun(notes: Notes, context: Context, word: Word) -> None:
    """Note whom a pronoun means."""
    spoken = notes.is_speaker(context, word.span)
    if (notes.is_in_known_content(word.span) or word.text.lower() == "es") and not spoken:
        return
    notes.reading = context.number, word.index
    following = context.word(word.index + 1) if word.index < context.length else None
    if following is not None and _is_taken_with(notes, context, word, following, spoken=spoken):
        return
    referent = pronoun(notes, context, word)
    named = _named_behind(notes, context, word)
    called = _called_behind(notes, context, word)
    if called is not None and (referent is None or referent.name is not None):
        referent = called
    named = named or called
    if named is not None and referent is not None and referent.is_person and referent.name is None:
        referent.becomes(named)
        referent = named
    bearer = None if referent is None else _bearer_of_gender(notes, referent, pronoun_gender(word, context))
    if referent is not None and bearer is not None:
        referent.becomes(bearer)
        referent = bearer
    if referent is not None:
        is_open = referent.is_person and referent.gender is None
        if is_open and _may_be_of_a_thing(notes, context, word):
            return
        notes.note(context, referent, None, word.index)
        if is_open:
            referent.gender = pronoun_gender(word, context)
        learn_of_pronoun(notes, context, word, referent)


def _may_be_of_a_thing(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether an object may take up a thing named last: *Kern wohnt neben der Baustelle, Ott leitet | sie*."""
    clause = context.clauses.of(word)
    here = [o for o in notes.occurrences[-BELOW:] if clause is not None and o.sentence == context.number]
    acting = [o.chunk for o in here if clause is not None and o.clause == clause.number and o.is_subject]
    if not acting or word.text not in ("sie", "ihn"):
        return False
    before = [one for one in notes.chunks[context.number] if one.last < word.index and one not in acting]
    before = before or (notes.chunks[context.number - 1] if context.number else [])
    things = [one for one in before if one.nouns and not one.name and not one.is_plural and not _is_of_people(one)]
    gender = pronoun_gender(word, context)
    return any((one.gender or gender_of(one.nouns[-1])) == gender for one in things)


def _is_of_people(chunk: Chunk) -> bool:
    return chunk.noun is not None and chunk.noun.kind in ("person", "group")


def _is_taken_with(notes: Notes, context: Context, word: Word, following: Word, *, spoken: bool) -> bool:
    """Note whom *die drei*, *der andere*, *der jüngste* mean, and say whether a word is no pronoun by the next one."""
    small = word.text.lower()
    if following.text in BOTH and small in ("die", "den", "der"):
        return True  # die beiden
    if small == "der" and following.text in _COUNTED and word.index > 1 and _is_one(context.word(word.index - 1)):
        return True  # Eine | der drei
    if following.text in ("einen", "anderen") and small == "die":
        return True  # sagen die einen
    if following.text in _COUNTED and small in ("die", "den"):
        _take_counted(notes, context, following)
        return True
    if word.index == 1 and following.upos == "ADP" and word.text in ("Der", "Die"):
        return True  # Der von gegenüber heißt Ott
    if tells_apart(word, following):
        found = _named_behind_two(notes, context, following) or one_of_two(
            notes, context, following.text, DEMONSTRATIVES.get(small), following
        )
        if found is None and word.index == 1 and following.text == "andere" and not notes.is_in_content(word.span):
            found = Referent("person", None, DEMONSTRATIVES.get(small), reason="ambiguous")
            notes.referents.append(found)
        if found is not None:
            acts = word.index == 1 and following.index < context.length and context.word(following.index + 1).is_finite
            notes.note(context, found, None, word.index, is_subject=acts or None)
            notes.by_head[context.number, following.index] = found
        return True
    if is_last_of_all(word, following) and spoken:
        _take_last_of_all(notes, context, word, following)
        return True
    return False


def _is_one(word: Word) -> bool:
    return word.text.lower() in ("einer", "eine", "eines", "keiner", "keine", "jeder", "jede")


def _take_last_of_all(notes: Notes, context: Context, word: Word, following: Word) -> None:
    """Note whom *der jüngste* means: by the ages told, else somebody new, who may be named next."""
    gender: Gender = "Masc" if word.text.lower() == "der" else "Fem"
    found = one_of_all(notes, following.text, gender)
    if found is None:
        found = Referent("person", None, gender, reason="role_unmatched")
        notes.referents.append(found)
    notes.note(context, found, None, word.index, is_subject=True, is_speaker=True)
    notes.by_head[context.number, following.index] = found


def _bearer_of_gender(notes: Notes, referent: Referent, gender: Gender | None) -> Referent | None:
    """Return which of two with one surname a pronoun tells: *Ott will warten. Er sei müde, sagte er*."""
    if referent.reason != "ambiguous" or referent.name is not None or gender is None:
        return None
    named = next((o.chunk for o in reversed(notes.occurrences) if o.referent is referent and o.chunk is not None), None)
    bearers = notes.bearers(name_text(named.name)) if named is not None and named.name else []
    fitting = [person for person in bearers if fits(person, gender)]
    return fitting[0] if len(fitting) == 1 and len(bearers) > 1 and fitting[0].gender == gender else None


@way("apposition")
def _named_behind(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who is named between commas behind a pronoun: *Diese, Gesa Ott, saß neben ihr*."""
    chunk = next((one for one in notes.chunks[context.number] if one.first == word.index + 2), None)
    if chunk is None or len(chunk.name) < 2 or chunk.last >= context.length:
        return None
    if context.word(word.index + 1).text != "," or context.word(chunk.last + 1).text != ",":
        return None
    bearers = notes.bearers(name_text(chunk.name))
    return bearers[0] if len(bearers) == 1 and fits(bearers[0], pronoun_gender(word, context)) else None


@way("apposition")
def _named_behind_two(notes: Notes, context: Context, told: Word) -> Referent | None:
    """Return who is named behind *der ältere der beiden*: *fragt die ältere der beiden, Ida Ott*."""
    behind = [word.text for word in context.words(told.index + 1, min(told.index + 3, context.length))]
    if len(behind) < 3 or behind[0] not in ("der", "von") or behind[1] not in _OF_BOTH or behind[2] != ",":
        return None
    chunk = next((one for one in notes.chunks[context.number] if one.name and one.first == told.index + 4), None)
    bearers = notes.bearers(name_text(chunk.name)) if chunk is not None and len(chunk.name) > 1 else []
    return bearers[0] if len(bearers) == 1 else None


@way("called")
def _called_behind(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who a pronoun says somebody is called: *… stand sein Anwalt. Der heißt Jan Ott und kommt aus Kassel*."""
    if word.text not in _CALLING or word.index + 2 > context.length:
        return None
    named = next((one for one in notes.chunks[context.number] if one.name and one.first == word.index + 2), None)
    if named is None or context.word(word.index + 1).text.lower() not in CALLED:
        return None
    bearers = notes.bearers(name_text(named.name))
    person = bearers[0] if len(bearers) == 1 and bearers[0].is_person else None
    met = any(o.referent.known is person and o.is_full for o in notes.occurrences)
    gender = DEMONSTRATIVES.get(word.text.lower()) or pronoun_gender(word, context)
    if person is None or met or not fits(person, gender):
        return None
    person.gender = person.gender or gender
    return person


def _take_counted(notes: Notes, context: Context, number: Word) -> None:
    """Note whom *die drei* means: those named together last, if they are so many."""
    together = notes.last_pair(context)
    behind = context.word(number.index + 1) if number.index < context.length else number
    if len(together) == _COUNTED[number.text] and behind.upos not in ("NOUN", "ADJ", "PROPN"):
        group = notes.group(together)
        notes.note(context, group, None, number.index)
        notes.by_head[context.number, number.index] = group


def pronoun(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom a pronoun means, None if nobody or several equally."""
    small = word.text.lower()
    if small in LAST_OF or small in FIRST_OF:
        return of_the_pair(notes, context, small)
    if small == "es":
        bodies = [one for one in notes.ranked(context, "Neut") if one.referent.kind in ("organisation", "medium")]
        return body_that_acts(notes, context, word, "Neut") or likeliest(notes, bodies)
    if small in BOTH:
        return _both(notes, context, word)
    if small in RELATIVES:
        if is_relative(context, word):
            return antecedent(notes, context, word)
        return not_the_subject(notes, context, word) if small in DEMONSTRATIVES else None
    if small == "diese" and is_plural_pronoun(context, word):
        together = _together(notes, notes.last_pair(context, 1))
        return together or (not_the_subject(notes, context, word) if stands_behind_so(context, word) else None)
    if small in FARTHER:
        return the_farther(notes, context, word)
    if small in DEMONSTRATIVES:
        return not_the_subject(notes, context, word)
    if small in ("sie", "ihnen", "ihrer") and is_plural_pronoun(context, word):
        found = _together(notes, notes.last_pair(context, 3))
        return found or likeliest(notes, notes.ranked(context, None, is_plural=True), 0)
    written = written_source(notes, context, word) if small in ("ihm", "ihr") else None
    return written or subject_before_semicolon(notes, context, word) or salient(notes, context, word)


@way("together")
def _together(notes: Notes, people: Sequence[Referent]) -> Referent | None:
    return notes.group(people) if len(people) > 1 else None


def _both(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom *beide* means, none of whom they act on: *Ott vermittelte. Beide hätten | ihm | versichert, …*."""
    without = acted_on(notes, context, word, is_pronoun=True)
    pair = notes.last_pair(context)
    pair = [] if any(id(one.known) in without for one in pair) else pair
    return _together(notes, pair or two_before(notes, context, without))


@way("relative-pronoun")
def antecedent(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return what a relative pronoun belongs to: the phrase that the comma closes, if it agrees."""
    before = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index and o.chunk]
    gender = relative_gender(context, word)
    for occurrence in sorted(before, key=lambda o: (o.is_attribute and o.referent.is_person is False, -o.place)):
        if fits(occurrence.referent.known, gender) or occurrence.referent.known.is_plural:
            chunk = occurrence.chunk
            if chunk is not None and gender is not None and chunk.gender not in (None, gender):
                continue
            return occurrence.referent.known
    return None
