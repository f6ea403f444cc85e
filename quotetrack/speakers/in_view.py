"""Whom a noun can mean without a role that the article gives: whoever is in view, or is named right behind."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import clear_winner, fits
from quotetrack.speakers.wording import state_in

_GENERAL_FIELDS: Final = frozenset({"age", "origin", "party", "public", "relation", "family", ""})
_LOOK_AHEAD: Final = 5


def is_general(notes: Notes, chunk: Chunk) -> bool:
    """Say whether a noun fits anybody: *der Mann*, *die Angegriffene*."""
    noun, _text = chunk.noun, chunk.nouns[-1].text
    if noun is None:
        return False
    return noun.base in ("Mann", "Frau", "Dame", "Herr") and chunk.determiner in ("der", "die", "dieser", "diese")


def by_salience(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whoever fits in state, age and gender and is most in view."""
    noun = chunk.noun
    state = state_in(chunk)
    placed = [p for p in notes.people(context) if state is not None and p.state == state and fits(p, chunk.gender)]
    if len(placed) == 1:
        return placed[0]
    if noun is not None and noun.field == "age":
        age = noun.base.removesuffix("-Jährige")
        aged = [person for person in notes.people(context) if person.age == age and fits(person, chunk.gender)]
        if len(aged) == 1:
            return aged[0]
    without = {
        id(person) for person in notes.people(context) if noun is not None and noun.field == "age" and person.age
    }
    without |= notes.clause_mates(context, chunk.head)
    without |= {id(p) for p in notes.people(context) if state is not None and p.state not in (None, state)}
    if owner is not None:
        without.add(id(owner))
    return clear_winner(notes.ranked(context, chunk.gender, without=without, people_only=True), 4)


def just_spoken_of(notes: Notes, context: Context, chunk: Chunk, *, of_the_field: bool) -> Referent | None:
    """Return the person of the sentence before whose role is of the same field, or who has none yet."""
    noun = chunk.noun
    if (
        noun is None
        or chunk.is_possessive
        or not chunk.is_definite
        or notes.tails[context.number].get(notes.chunks[context.number].index(chunk)) is not None
    ):
        return None
    without = notes.clause_mates(context, chunk.head)
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    near = [c for c in candidates if notes.distance(context, c.referent) <= 1 and c.referent.name is not None]
    winner = clear_winner(near, 4)
    if winner is None:
        return None
    fields = _fields_of(notes, winner)
    return winner if (noun.field in fields if of_the_field else not fields) else None


def only_one(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person in view of that gender: *die Bündnerin*."""
    without = notes.clause_mates(context, chunk.head)
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    marked = [c.referent for c in candidates if c.referent.gender == chunk.gender]
    if len(marked) != 1 or marked[0].name is None or chunk.gender is None:
        return None
    noun = chunk.noun
    if noun is not None and noun.field and _fields_of(notes, marked[0]):
        return None
    return marked[0]


def has_no_tail(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase has no genitive or *von* behind it."""
    return notes.chunks[context.number].index(chunk) not in notes.tails[context.number]


def _fields_of(notes: Notes, person: Referent) -> set[str]:
    """Return the fields of the roles that the article gives somebody."""
    fields = {known.field for text in person.nouns if (known := noun_of(text)) is not None}
    return fields - _GENERAL_FIELDS


def named_later(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the person whose bare name follows soon: ``sagte der Tenor. Wilfried Sträußler ist …``."""
    if notes.is_in_content(chunk.span):
        return None
    fitting = [
        (number, person, is_subject)
        for number, person, is_subject in notes.bare
        if 0 < number - context.number <= (_LOOK_AHEAD if is_subject else 2)
        and _introduces(notes, context.number, number)
        and person.same is None
        and fits(person, chunk.gender)
        and not _has_other_role(notes, person, chunk)
        and not any(o.referent.known is person for o in notes.occurrences)
    ]
    subjects = [person for _, person, is_subject in fitting if is_subject]
    return next(iter(subjects), None) or next((person for _, person, _ in fitting), None)


def _introduces(notes: Notes, here: int, there: int) -> bool:
    """Say whether a sentence is near enough to name somebody: in the paragraph, or at the start of the next."""
    if notes.paragraphs[here] == notes.paragraphs[there]:
        return True
    return (
        notes.paragraphs[there] == notes.paragraphs[here] + 1 and notes.paragraphs[there - 1] != notes.paragraphs[there]
    )


def _has_other_role(notes: Notes, person: Referent, chunk: Chunk) -> bool:
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(noun.field not in _GENERAL_FIELDS for noun in known) and not any(
        is_same_role(chunk.nouns[-1].text, text) or is_other_word_for(chunk.nouns[-1].text, text)
        for text in person.nouns
    )
