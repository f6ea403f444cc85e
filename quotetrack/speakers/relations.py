"""Kinship and other relations: *sein Kollege*, *Quasts Bruder*, *der Namensvetter*."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import Gender
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronouns import antecedent
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import clear_winner, fits

_COUNTERPARTS: Final = frozenset(
    "Kollege Partner Mitstreiter Amtskollege Parteikollege Chef Gesprächspartner Gegenspieler Kontrahent Rivale"
    " Widersacher Koalitionspartner".split()
)


def related(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the other of two who were named together, or the one who shares a surname."""
    noun = chunk.noun
    if noun is None:
        return None
    if noun.base.startswith("Namensvetter"):
        return _namesake(notes, context, chunk, owner)
    people = [p for p in notes.people(context) if fits(p, chunk.gender) and p is not owner]
    same = [p for p in people if p.name and any(is_same_role(chunk.nouns[-1].text, n) for n in p.nouns)]
    if len(same) == 1:
        return same[0]
    if noun.field == "family":
        kin = _of_one_family(notes, context, chunk, owner)
        if kin is not None:
            return kin
    if owner is not None and noun.base in _COUNTERPARTS:
        for pair in reversed(notes.pairs):
            known = [person.known for person in pair.referents]
            if owner.known in known and len(known) == 2:
                other = next((person for person in known if person is not owner.known), None)
                return other if other is not None and fits(other, chunk.gender) else None
        others = [person for person in people if person.name and person.gender == chunk.gender]
        return others[0] if len(others) == 1 else None
    return None


def _of_one_family(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the only person of that gender who shares a surname with somebody else, the owner if one is told.

    ``Anton Inderbitzin sitzt mit seinem Bruder … Josef Inderbitzin``; without a possessive the owner has just spoken.
    """
    families: dict[str, list[Referent]] = {}
    for name, person in notes.named.items():
        families.setdefault(name.split()[-1], []).append(person)
    shared = [people for people in families.values() if len(people) > 1]
    if owner is None:
        owner = next(
            (o.referent.known for o in reversed(notes.occurrences) if o.is_subject and o.referent.is_person), None
        )
    relatives = [] if chunk.is_possessive else [person for people in shared for person in people]
    if chunk.is_possessive and not any(owner in people for people in shared):
        owner = _relative_before(notes, context, shared) or owner
    family = next((people for people in shared if owner in people), relatives)
    found = [person for person in family if person is not owner and fits(person, chunk.gender)]
    return found[0] if len(found) == 1 else None


def _relative_before(notes: Notes, context: Context, families: list[list[Referent]]) -> Referent | None:
    """Return the one with relatives in the article whom the sentence before tells of, whoever speaks there."""
    before = [o.referent.known for o in notes.occurrences if o.sentence == context.number - 1]
    found = [person for person in before if any(person in people for people in families)]
    return found[-1] if found else None


def _namesake(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    of = owner or next(
        (o.referent.known for o in reversed(notes.occurrences) if o.referent.known.name and o.referent.is_person),
        None,
    )
    if of is None or of.name is None:
        return None
    surname = of.name.split()[-1]
    found = [p for p in notes.named.values() if p is not of and p.name and p.name.split()[-1] == surname]
    found = [person for person in found if fits(person, chunk.gender)]
    return found[0] if len(found) == 1 else None


def possessor(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose somebody is: *sein Kollege*, *Quasts Bruder*."""
    if chunk.possessor:
        bearers = notes.bearers(name_text(chunk.possessor))
        return bearers[0] if len(bearers) == 1 else None
    determiner = chunk.determiner or ""
    if determiner.startswith("sein"):
        return clear_winner(notes.ranked(context, "Masc"), 0)
    if determiner.startswith("ihr"):
        return clear_winner(notes.ranked(context, "Fem"), 0)
    if determiner in ("dessen", "deren"):
        word = chunk.words[0]
        inside = antecedent(notes, context, word) if word.index > 1 else None
        gender: Gender | None = "Fem" if determiner == "deren" else None
        return inside or clear_winner(notes.ranked(context, gender), 0)
    return None
