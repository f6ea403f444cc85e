"""Somebody without a name: what is known of a new one, and why there is no name."""

from __future__ import annotations

from quotetrack.person_roles import are_two_offices
from quotetrack.quotes.context import Context
from quotetrack.speakers.announced import announces, opens
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.elimination import is_of_no_name
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.wording import role_of, state_in


def unnamed(notes: Notes, context: Context, place: int, reason: str) -> Referent:
    """Return a new person without a name, with the reason for that."""
    chunk = notes.chunks[context.number][place]
    person = notes.new(Referent("anonymous", None, chunk.gender, reason=reason), chunk)
    person.is_one_of_the_named = reason == "role_unmatched" and _may_be_named(notes, context, place)
    person.role = role_of(chunk)
    person.state = state_in(chunk)
    person.is_never_named = is_of_no_name(notes, chunk)
    person.is_announced = announces(notes, context, chunk) or opens(notes, context, chunk)
    person.affiliation = affiliation(notes, context.number, place) or _prefix_body(chunk)
    return person


def _may_be_named(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a definite role without an attribute is of somebody the article names, if unclear of whom."""
    chunk = notes.chunks[context.number][place]
    alone = chunk.is_definite and not chunk.is_possessive and place not in notes.tails[context.number]
    if not alone or chunk.age is not None or chunk.noun is None or chunk.noun.base in ("Mann", "Frau"):
        return False
    people = [person for person in notes.named.values() if fits(person, chunk.gender)]
    return any(not any(are_two_offices(chunk.nouns[-1].text, noun) for noun in person.nouns) for person in people)


def _prefix_body(chunk: Chunk) -> str | None:
    """Return the body in a compound of *Sprecher*: *Polizeisprecher*."""
    if not chunk.nouns:
        return None
    small = chunk.nouns[-1].text
    for end in ("sprecherin", "sprecher"):
        if small.lower().endswith(end) and len(small) > len(end) + 2:
            return (
                small[: -len(end)].rstrip("-").removesuffix("s")
                if not small.lower().endswith("s" + end)
                else small[: -len(end) - 1]
            )
    return None


def unresolved(notes: Notes, chunk: Chunk) -> Referent:
    """Return a new person who is one of several, nobody knows which."""
    return notes.new(Referent("person", None, chunk.gender, reason="ambiguous"), chunk)
