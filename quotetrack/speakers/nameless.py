"""Somebody without a name: what is known of a new one, and why there is no name."""

from __future__ import annotations

from typing import Final

from quotetrack.person_roles import are_two_offices
from quotetrack.quotes.context import Context
from quotetrack.speakers.announced import announces, opens, presents
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.elimination import is_of_no_name
from quotetrack.speakers.learning import affiliation, body_of_spokesman
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import fields_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.wording import role_of, state_in

_OF_ANY_TRADE: Final = frozenset({"Nachbar", "Nachbarin"})
"""Nouns for what people of any trade are."""


def unnamed(notes: Notes, context: Context, place: int, reason: str) -> Referent:
    """Return a new person without a name, with the reason for that."""
    chunk = notes.chunks[context.number][place]
    gender = None if chunk.gender == "Neut" else chunk.gender  # das Opfer may be anybody
    person = notes.new(Referent("anonymous", None, gender, reason=reason), chunk)
    person.is_one_of_the_named = reason == "role_unmatched" and _may_be_named(notes, context, place)
    person.role = role_of(chunk)
    person.state = state_in(chunk)
    person.is_never_named = is_of_no_name(notes, chunk)
    announced = announces(notes, context, chunk) or opens(notes, context, chunk)
    person.is_announced = announced or presents(notes, context, chunk)
    person.affiliation = affiliation(notes, context.number, place) or body_of_spokesman(chunk)
    return person


def _may_be_named(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a role is of somebody the article names, if unclear of whom.

    With an attribute, a possessive or an age it can only be of somebody of whom the article tells no other role; but a
    neighbour may have any trade: *Winzerin Ott* of two women for *ihre Nachbarin*.
    """
    chunk = notes.chunks[context.number][place]
    if chunk.noun is None or chunk.determiner in ("dessen", "deren") or _is_of_something_new(notes, context, place):
        return False
    people = [person for person in notes.named.values() if person.same is None and fits(person, chunk.gender)]
    people = [one for one in people if not any(are_two_offices(chunk.role, noun) for noun in one.nouns)]
    if chunk.is_possessive and chunk.noun.base in _OF_ANY_TRADE and len(people) > 1:
        return True
    if _is_told_from_others(notes, context, place):
        people = [person for person in people if not fields_of(person)]
    return bool(people) and chunk.is_definite


def _is_of_something_new(notes: Notes, context: Context, place: int) -> bool:
    """Say whether an attribute is new to the article, as then its holder is: *der Wirt einer nahen Hütte*."""
    tail = notes.tails[context.number].get(place)
    return tail is not None and notes.chunks[context.number][tail].is_indefinite


def _is_told_from_others(notes: Notes, context: Context, place: int) -> bool:
    chunk = notes.chunks[context.number][place]
    is_plain = chunk.noun is not None and chunk.noun.base in ("Mann", "Frau")
    has_tail = place in notes.tails[context.number]
    return chunk.is_possessive or has_tail or chunk.age is not None or is_plain


def unresolved(notes: Notes, chunk: Chunk) -> Referent:
    """Return a new person who is one of several, nobody knows which."""
    return notes.new(Referent("person", None, chunk.gender, reason="ambiguous"), chunk)
