"""Whose a noun is because the sentence before names them first, and tells nothing of who they are."""

from __future__ import annotations

from quotetrack.nouns import Noun
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.in_focus import is_one_of_two_new
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, excludes, fields_of, heads
from quotetrack.speakers.salience import fits
from quotetrack.speakers.taking_turns import of_other_turns
from quotetrack.speakers.ways import way


@way("just-named")
def just_named(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one whom the sentence before names first and bare, beside others who have a role.

    ``Direktor Olaf Kern stellte Ludger Amann vor. Der Physiker …``: the noun tells who the new one is.
    """
    noun, before = chunk.noun, context.number - 1
    if noun is None or chunk.is_possessive or not chunk.is_definite or not notes.has_no_tail(context, chunk):
        return None
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return None
    if noun.field in GENERAL_FIELDS:
        return None
    without = not_meant(notes, context, chunk.head) | of_other_turns(notes, context, chunk)
    people = [person for person in _told(notes, before) if fits(person, chunk.gender) and id(person) not in without]
    new = [person for person in people if _is_new(notes, person, before) and not excludes(person, chunk)]
    others = [person for person in people if person not in new and not excludes(person, chunk)]
    if len(new) != 1 or is_one_of_two_new(notes, chunk, new[0], before):
        return None
    return new[0] if all(_is_known_for_else(other, noun) for other in others) else None


def _is_known_for_else(person: Referent, noun: Noun) -> bool:
    """Say whether the roles of somebody are of another field than a noun, or tell only that they head a house."""
    return bool(fields_of(person)) and (noun.field not in fields_of(person) or heads(person))


def _told(notes: Notes, number: int) -> list[Referent]:
    """Return the people of whom a sentence of the author tells."""
    here = (o.referent.known for o in notes.occurrences if o.sentence == number and not o.is_in_content)
    return list({id(known): known for known in here if known.is_person}.values())


def _is_new(notes: Notes, person: Referent, number: int) -> bool:
    """Say whether a sentence names somebody first, without anything that tells who that is."""
    return person.name is not None and notes.first.get(id(person)) == number and not person.nouns
