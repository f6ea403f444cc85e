"""Whom a noun that fits many can mean: whoever is most in view, or the only one of that gender, age or state."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import regex

from quotetrack.nouns import Noun, noun_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.faiths import is_of_another_faith
from quotetrack.speakers.in_focus import bare_rival
from quotetrack.speakers.kindred import told_with_place
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.origins import is_from_elsewhere
from quotetrack.speakers.party_members import is_of_another_party
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import (
    OFFICES,
    excludes,
    fields_of,
    has_origin,
    is_in_court_by_office,
    is_in_uniform,
    is_only_a_relative,
    is_post,
    is_too_old_or_young,
    only_speaks_for_others,
    suits_age,
)
from quotetrack.speakers.salience import clear_winner, fits
from quotetrack.speakers.states import is_named_with
from quotetrack.speakers.taking_turns import of_other_turns
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import state_in

_TIMES_RE: Final = regex.compile(r"fache[nr]?$")
#: What follows *die Mutter*, *der Vater* where somebody is so described whose children the article does not name.
_OF_CHILDREN_RE: Final = regex.compile(
    r" (?:von (?:\p{Ll}+ )?(?:Zwillingen|Drillingen|Kindern|Söhnen|Töchtern)|(?:zwei|drei)er (?:\p{Ll}+ )?(?:Kinder"
    r"|Söhne|Töchter)|eines (?:\p{Ll}+ )?(?:Sohnes|Kindes)|einer (?:\p{Ll}+ )?Tochter)\b"
)
#: By how much somebody must be more in view than others: for *der 40-Jährige* whose age is not told, *die Tschechin*.
_AGED: Final = 12
_GROWN_UP: Final = 15
_YEARS: Final = {"junge": range(15, 36), "alte": range(65, 111), "betagte": range(65, 111)}
"""The years of whom an attribute can be said, in the form without a consonant at its end."""
_ORIGIN: Final = 4
_HEADING_RE: Final = regex.compile(r"\p{L}{4,}(?:vorsitzende[nr]?|präsident(?:in)?|sprecher(?:in)?|leiter(?:in)?)$")
_NEAR: Final = 2
_NEVER: Final = 99
_OF_STATES: Final = (
    "minister", "kanzler", "premier", "präsident", "regierungschef", "staatschef", "staatssekretär", "botschafter",
    "unterhändler", "diplomat", "chefdiplomat", "gesandter", "beauftragter", "kommissar", "delegierter", "ressortchef",
)  # fmt: skip
"""Ends of nouns for those who meet others of other states."""


def is_general(notes: Notes, chunk: Chunk) -> bool:
    """Say whether a noun fits anybody: *der Mann*, *die Angegriffene*."""
    noun = chunk.noun
    if noun is None:
        return False
    if noun.field == "family" and any(_TIMES_RE.search(word.text) for word in chunk.adjectives):
        return True  # der zweifache Vater
    if noun.field == "family" and _OF_CHILDREN_RE.match(notes.text, chunk.span.end):
        return True
    return noun.base in ("Mann", "Frau", "Dame", "Herr") and chunk.determiner in ("der", "die", "dieser", "diese")


@way("fits-many")
def by_salience(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whoever fits in state, age and gender and is most in view."""
    told = _told_by_the_noun(notes, context, chunk)
    if told is not None:
        return told
    without = _ruled_out(notes, context, chunk, owner) | of_other_turns(notes, context, chunk)
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    field = _field_of(chunk)
    marked = [found.referent for found in candidates if found.referent.gender == chunk.gender is not None]
    others = [found.referent for found in candidates if found.referent.gender is None]
    is_told_apart = field == "party" or (field == "age" and all(other.nouns for other in others))
    if is_told_apart and len(marked) == 1 and marked[0].name is not None:
        return marked[0]
    introduced = (
        _just_introduced(notes, context, chunk, without)
        or _just_told_of(notes, context, chunk, without)
        or _just_presented(notes, context, chunk, without)
    )
    if introduced is not None:
        return introduced
    named = [candidate for candidate in candidates if candidate.referent.name is not None]
    return clear_winner(named if field == "origin" and named else candidates, _AGED if field == "age" else _ORIGIN)


_PRESENTED: Final = 2
"""So many sentences back somebody may have been told of first, who is then *der Mann*."""


def _field_of(chunk: Chunk) -> str:
    return "" if chunk.noun is None else chunk.noun.field


def _told_by_the_noun(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article tells the place, the state or the age that a noun does."""
    told = told_with_place(notes, chunk) if _field_of(chunk) == "origin" else []
    if len(told) == 1 and id(told[0]) not in not_meant(notes, context, chunk.head):
        return told[0]
    fitting = [person for person in notes.people(context) if fits(person, chunk.gender)]
    state = state_in(chunk)
    placed = [person for person in fitting if state is not None and person.state == state]
    if len(placed) == 1:
        return placed[0]
    stateless = _only_one_without_state(notes, context, chunk, fitting) if state is not None and not placed else None
    if stateless is not None:
        return stateless
    if chunk.noun is None or chunk.noun.field != "age":
        return _young_or_old(chunk, fitting)
    aged = [person for person in fitting if person.age == chunk.noun.base.removesuffix("-Jährige")]
    return aged[0] if len(aged) == 1 else None


def _only_one_without_state(
    notes: Notes, context: Context, chunk: Chunk, people: Sequence[Referent]
) -> Referent | None:
    """Return the only one in office of the gender whose state is not told, beside others: *Polens Ministerin Ott, …*.

    ``Die polnische Ministerin Ida Ott kam spät. Ministerin Lea Kern ging früh. … Die Schwedin sagte, …``
    """
    if _field_of(chunk) != "origin" or chunk.gender is None:
        return None
    met = [p for p in people if p.name and p.gender == chunk.gender and notes.distance(context, p) < _NEVER]
    open_ones = [person for person in met if person.state is None and not has_origin(person)]
    others = [person for person in met if person not in open_ones]
    only = open_ones[0] if len(open_ones) == 1 and any(person.state for person in others) else None
    holds = only is not None and any(map(_is_of_state, only.nouns))
    return only if holds and id(only) not in not_meant(notes, context, chunk.head) else None


def _is_of_state(role: str) -> bool:
    """Say whether a role is one in which people of several states meet: *Ministerin*, *Unterhändler*."""
    known = noun_of(role)
    return known is not None and known.base.casefold().endswith(_OF_STATES)


def _young_or_old(chunk: Chunk, people: Sequence[Referent]) -> Referent | None:
    """Return the only one of whom the article tells an age that suits *die junge Frau*, *der betagte Mann*."""
    if chunk.noun is None or chunk.noun.base not in ("Mann", "Frau", "Dame", "Herr"):
        return None
    attributes = {word.text.removesuffix("n").removesuffix("r") for word in chunk.adjectives}
    bounds = next((years for form, years in _YEARS.items() if form in attributes), None)
    aged = [p for p in people if bounds and p.age is not None and p.age.isdecimal() and int(p.age) in bounds]
    return aged[0] if len(aged) == 1 else None


def _ruled_out(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> set[int]:
    """Return the ids of whom a noun for somebody's age, origin or state cannot mean."""
    people, field, state = notes.people(context), _field_of(chunk), state_in(chunk)
    found = not_meant(notes, context, chunk.head) | ({id(owner)} if owner is not None else set())
    if state is not None:
        found |= {id(person) for person in people if person.state not in (None, state)}
        found |= {id(person) for person in people if person.name and is_from_elsewhere(notes, person, state)}
    if field == "origin":
        found |= {id(person) for person in people if has_origin(person)}
        found |= {id(owner.known) for owner, _, bond in notes.bonds if bond == "colleagues"}
    found |= {id(p) for p in people if is_of_another_faith(p, chunk) or is_of_another_party(p, chunk)}
    if is_general(notes, chunk):
        found |= {id(person) for person in people if is_too_old_or_young(person, chunk)}
    if field == "age" and chunk.noun is not None:
        found |= {id(person) for person in people if person.age or only_speaks_for_others(person)}
        found |= {id(person) for person in people if not suits_age(person, chunk.noun)}
        found |= _ids_of_officials(notes, context, chunk, found)
    if chunk.noun is not None and _is_childs_age(chunk.noun):
        found |= {id(person) for person in people if fields_of(person)} | {id(one.known) for one, _ in notes.kin}
    return found


def _ids_of_officials(notes: Notes, context: Context, chunk: Chunk, without: Set[int]) -> set[int]:
    """Return the ids of those in a court by their office, where somebody else is whose age may be told.

    So of a firefighter or policeman beside somebody of whom no role is told: *rettete Ott. …, sagte der 71-Jährige*.
    """
    near = [p for p in notes.people(context) if p.name and notes.distance(context, p) <= _NEAR and id(p) not in without]
    near = [person for person in near if fits(person, chunk.gender)]
    uniformed = any(not person.nouns for person in near)
    officials = {id(p) for p in near if is_in_court_by_office(p) or (uniformed and is_in_uniform(p))}
    return officials if len(officials) < len(near) else set()


def _is_childs_age(noun: Noun) -> bool:
    """Say whether a noun tells an age at which nobody has a profession: *der Achtjährige*."""
    age = noun.base.removesuffix("-Jährige")
    return noun.field == "age" and age.isdecimal() and int(age) < _GROWN_UP


def _just_introduced(notes: Notes, context: Context, chunk: Chunk, without: Set[int]) -> Referent | None:
    """Return the only person whom the sentence before names for the first time: a new word tells more of whom is new.

    ``Sie reist mit ihrer Assistentin Inés Arribas. Die Spanierin …``
    """
    found = [
        person
        for person in notes.named.values()
        if person.same is None
        and notes.first.get(id(person)) == context.number - 1
        and id(person) not in without
        and fits(person, chunk.gender)
    ]
    return found[0] if len(found) == 1 else None


def _just_told_of(notes: Notes, context: Context, chunk: Chunk, without: Set[int]) -> Referent | None:
    """Return the only one without a name of whom is just reported: *Die Pflegerin habe geirrt. Die junge Frau …*."""
    if chunk.noun is None or chunk.noun.base not in ("Mann", "Frau") or not chunk.adjectives:
        return None
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known.is_person]
    near = [o for o in near if o.referent.known.gender == chunk.gender and id(o.referent.known) not in without]
    told = {id(o.referent.known): o.referent.known for o in near if o.is_in_content}
    only = next(iter(told.values()), None)
    alone = len(told) == 1 and all(o.is_in_content for o in near)
    return only if only is not None and alone and only.name is None else None


def _just_presented(notes: Notes, context: Context, chunk: Chunk, without: Set[int]) -> Referent | None:
    """Return the only one of whom the paragraph has just told, without a name: *Gefasst wurde | ein 34-Jähriger*."""
    if chunk.noun is None or chunk.noun.base not in ("Mann", "Frau") or not chunk.is_definite or chunk.is_possessive:
        return None
    here = notes.paragraphs[context.number]
    near = [
        o
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _PRESENTED and notes.paragraphs[o.sentence] == here
        if o.chunk is not None and o.referent.known.is_person and fits(o.referent.known, chunk.gender)
    ]
    only = {id(o.referent.known): o for o in near}
    first = next(iter(only.values()), None)
    if first is None or len(only) > 1 or first.chunk is None or id(first.referent.known) in without:
        return None
    return first.referent.known if first.referent.known.name is None and first.chunk.is_indefinite else None


@way("only-one")
def only_one(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person in view of that gender: *die Bündnerin*."""
    without = not_meant(notes, context, chunk.head) | of_other_turns(notes, context, chunk)
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    marked = [c.referent for c in candidates if c.referent.gender == chunk.gender]
    if len(marked) != 1 or marked[0].name is None or chunk.gender is None:
        return None
    noun = chunk.noun
    if noun is not None and noun.field != "origin" and excludes(marked[0], chunk):
        return None
    if is_post(chunk) and is_only_a_relative(marked[0]):
        return None
    if is_post(chunk) and _HEADING_RE.search(chunk.nouns[-1].text):
        return None  # die Ausschussvorsitzende: somebody of another office than all whom the text names
    if noun is not None and noun.field and fields_of(marked[0]):
        return None
    return bare_rival(notes, context, chunk, marked[0]) or marked[0]


@way("of-that-state")
def only_one_of_state(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only person of the article of that gender, without another office, who is named with the state.

    ``die nordkoreanische Ministerin`` for a woman who is named only further down, as *Frau* with a North Korean name.
    """
    noun, state = chunk.noun, state_in(chunk)
    if state is None or noun is None or noun.field not in OFFICES or chunk.gender is None or not chunk.is_definite:
        return None
    found = [
        person
        for person in notes.named.values()
        if person.same is None and person.kind == "person" and person.gender in (None, chunk.gender)
    ]
    marked = [person for person in found if person.gender == chunk.gender]
    fitting = [p for p in marked if not fields_of(p) and p.state in (None, state) and is_named_with(notes, p, state)]
    return fitting[0] if len(fitting) == 1 and len(marked) == 1 else None
