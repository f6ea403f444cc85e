"""From a role to whoever has it: *die Ministerin* to the *Umweltministerin*, *der Coach* to the *Trainer*."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import regex

from quotetrack.person_roles import are_two_offices, is_called_by, is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.affected import affected
from quotetrack.speakers.announced import announces, opens, told_by_a_mark
from quotetrack.speakers.answering import answered_by, answers
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.deeds import of_the_deed
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.elimination import by_age, introduces, is_of_no_name, the_accused, the_only_one_left
from quotetrack.speakers.in_focus import in_focus, still_speaking
from quotetrack.speakers.in_view import by_salience, is_general, only_one, only_one_of_state
from quotetrack.speakers.kindred import (
    of_a_kindred_body,
    of_a_kindred_word,
    of_the_field,
    of_the_party,
    of_the_same_body,
)
from quotetrack.speakers.later_names import called_next, named_later
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.relations import is_relation, related
from quotetrack.speakers.role_fit import is_post, only_speaks_for_others
from quotetrack.speakers.salience import fits
from quotetrack.speakers.turns import who_answers
from quotetrack.speakers.wording import role_of, state_in

_OF_OFFICE_RE: Final = regex.compile(r"(?:zuständig|ehemalig|früher|amtierend|damalig|scheidend|langjährig)e[nrm]?")
_NEVER: Final = 99
_HEADLINES: Final = 3
_STEM: Final = 5
_NEAR: Final = 2
WIDOWED: Final = frozenset({"Witwe", "Witwer"})
_RELATIONS: Final = frozenset({"relation", "family"})
_HEADS: Final = (
    "chef",
    "chefin",
    "präsident",
    "präsidentin",
    "vorsitzende",
    "vorsitzender",
    "obmann",
    "obfrau",
    "leiter",
)
_TOLD_OFF: Final = frozenset({"Beschuldigter"})
"""Nouns for whom the sentence before may have blamed: *die Beschuldigte*."""
_OPPOSITES: Final = frozenset("Kollege Amtskollege Kontrahent Gegenspieler Widersacher Rivale Gegner".split())


def is_a_person(notes: Notes, chunk: Chunk) -> bool:
    """Say whether *der Betriebsrat* is a man of that role whom the article names, rather than the body."""
    if chunk.is_plural or not chunk.nouns:
        return False
    if chunk.gender == "Fem" or any(_OF_OFFICE_RE.fullmatch(word.text) for word in chunk.adjectives):
        return True
    return any(
        is_same_role(chunk.nouns[-1].text, noun) for person in notes.named.values() for noun in person.nouns
    ) and not any(known.kind == "organisation" and chunk.nouns[-1].text in known.nouns for known in notes.referents)


def by_role(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent:
    """Return whom a role means, a new nameless one where nobody has it."""
    chunk = notes.chunks[context.number][place]
    if chunk.is_indefinite or _stands_beside(context, chunk):
        return unnamed(notes, context, place, "anonymous")
    noun = chunk.noun
    if noun is None or (chunk.determiner is None and not chunk.possessor and not _has_role(notes, chunk)):
        return unnamed(notes, context, place, "role_unmatched")
    if announces(notes, context, chunk):
        found = told_by_a_mark(notes, context, chunk) or named_later(notes, context, chunk)
    else:
        found = _bearer(notes, context, place, owner)
    if found is None:
        return unnamed(notes, context, place, "role_unmatched")
    if found.reason == "ambiguous" and found.name is None:
        return found
    found.takes(chunk)
    found.state = found.state or state_in(chunk)
    return found


def _bearer(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whoever has the role, by what the article says of people; else whom the text is about."""
    chunk = notes.chunks[context.number][place]
    found = _of_whom_it_is_told(notes, context, chunk, owner)
    if found is None and _is_of_nobody_else(chunk):
        return None
    in_headline = found if found is not None and _is_only_in_headline(notes, found) else None
    found = None if in_headline is not None else found
    if found is None and introduces(notes, chunk):
        return None if is_of_no_name(notes, chunk) else named_later(notes, context, chunk)
    if found is None and _is_one_of_several(notes, chunk):
        return _unresolved(notes, chunk)
    if found is None:
        return _in_view(notes, context, place, owner) or in_headline
    return _named_by_now(notes, context, chunk, found)


def _of_whom_it_is_told(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return to whom the article gives the role: as a relation of somebody, by party, by the word or another for it."""
    called = called_next(notes, context, chunk) if notes.is_speaker(context, chunk.span) else None
    if called is not None:
        return called
    noun = chunk.noun
    teller = _before_colleague(notes, context, chunk)
    found = related(notes, context, chunk, teller or owner) if teller is not None or is_relation(chunk) else None
    if found is not None or _is_of_nobody_else(chunk):
        return found
    if noun is not None and not (noun.field in _RELATIONS and chunk.is_possessive):
        found = (
            of_the_party(notes, chunk)
            or _with_role(notes, context, chunk, owner, is_same_role)
            or _just_met(notes, context, chunk)
            or of_a_kindred_body(notes, context, chunk)
            or of_the_same_body(notes, context, chunk)
            or _by_another_word(notes, context, chunk, owner)
            or _with_role(notes, context, chunk, owner, is_called_by)
            or _head_of_the_body(notes, chunk)
        )
    return (
        found
        or the_accused(notes, context, chunk)
        or by_age(notes, context, chunk)
        or _parent(notes, chunk)
        or of_the_deed(notes, context, chunk)
    )


def _is_of_nobody_else(chunk: Chunk) -> bool:
    """Say whether a phrase is of somebody's spouse, or of *dessen Anwalt*: nobody named elsewhere."""
    base = chunk.noun.base if chunk.noun is not None else ""
    return (base in ("Mann", "Frau") and chunk.is_possessive) or (chunk.determiner or "") in ("dessen", "deren")


def _named_by_now(notes: Notes, context: Context, chunk: Chunk, found: Referent) -> Referent:
    """Return whose name somebody told of without one has by now, or gets soon."""
    is_open = found.name is None and found.reason == "role_unmatched"
    if not is_open or (chunk.noun is not None and chunk.noun.field == "family"):
        return found
    later = named_later(notes, context, chunk) or _bare_in_focus(notes, context, chunk)
    if later is None:
        return found
    found.becomes(later)
    return later


def _in_view(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a role means of which the article has not told: whom the text is about, or who is left."""
    chunk = notes.chunks[context.number][place]
    noun = chunk.noun
    if noun is None or noun.base == "Mitangeklagter":
        return None  # never the one in view, but the other
    is_attribute = place in notes.tails[context.number].values() and not _makes_statement(notes, context, place)
    found: Referent | None = None
    if noun.base in _TOLD_OFF and notes.is_speaker(context, chunk.span) and notes.has_no_tail(context, chunk):
        found = affected(notes, context, chunk)
        found = found if found is not None and found.name is not None else None
    if found is None and (noun.field in ("age", "origin", "party") or is_general(notes, chunk)):
        found = by_salience(notes, context, chunk, owner)
    if found is None and (noun.field != "family" or noun.base in WIDOWED) and not is_attribute:
        found = (
            only_one_of_state(notes, chunk)
            or who_answers(notes, context, chunk)
            or in_focus(notes, context, chunk, with_another_role=False)
            or of_a_kindred_word(notes, context, chunk)
            or of_the_field(notes, context, chunk)
            or still_speaking(notes, context, chunk)
            or named_later(notes, context, chunk)
            or in_focus(notes, context, chunk, with_another_role=True)
        )
    if found is None and not chunk.is_possessive and not is_attribute and notes.has_no_tail(context, chunk):
        found = only_one(notes, context, chunk) or the_only_one_left(notes, context, chunk)
    return None if found is not None and _is_named_beside(notes, context, chunk, found) else found


def _is_named_beside(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether the sentence names somebody before a noun, as an object: *Fragt man Petersen, schlief der Lotse*."""
    here = [o for o in notes.occurrences if o.sentence == context.number and o.referent.known is person]
    named = [o for o in here if o.chunk is not None and o.chunk.name and o.place < chunk.first]
    return bool(named) and not any(o.is_subject or o.is_speaker or o.is_in_content for o in here)


def _is_only_in_headline(notes: Notes, person: Referent) -> bool:
    """Say whether a headline alone has told of somebody without a name, who may be anybody of the article."""
    if person.name is not None:
        return False
    places = [o.sentence for o in notes.occurrences if o.referent.known is person.known]
    return bool(places) and all(_is_headline(notes, number) for number in places)


def _is_headline(notes: Notes, number: int) -> bool:
    words = notes.contexts[number].sentence.words
    alone = sum(one == notes.paragraphs[number] for one in notes.paragraphs) == 1
    return number < _HEADLINES and alone and words[-1].text not in (".", "!", "?", "“", "«", "”")


def _before_colleague(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke before *der Kollege* without a possessive, whose colleague or opponent that is."""
    noun = chunk.noun
    if noun is None or noun.base not in _OPPOSITES or chunk.is_possessive or not chunk.is_definite:
        return None
    if not notes.is_speaker(context, chunk.span) or not notes.has_no_tail(context, chunk):
        return None
    spoken = [o.referent.known for o in notes.occurrences if o.is_speaker and context.number - 2 <= o.sentence]
    return spoken[-1] if spoken and spoken[-1].is_person and spoken[-1].name else None


def _just_met(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the sentence before introduced without a name: *Ein Gutachter hat … . …, sagt der Beamte*."""
    if chunk.is_possessive or not chunk.is_definite or not notes.is_speaker(context, chunk.span):
        return None
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number] or chunk.adjectives:
        return None
    if answers(notes, context, chunk.head):
        return None  # Ein Matrose hatte das behauptet. „Nein“, entgegnete der Unternehmer.
    acting = [
        o
        for o in notes.occurrences
        if o.sentence == before and o.is_subject and not o.is_in_content and o.referent.known.is_person
    ]
    people = {id(o.referent.known): o for o in acting if fits(o.referent.known, chunk.gender)}
    if len(people) != 1 or not notes.has_no_tail(context, chunk):
        return None
    only = next(iter(people.values()))
    is_aged = chunk.noun is not None and chunk.noun.field == "age"
    if is_aged and only_speaks_for_others(only.referent.known):
        return None
    noun = None if only.chunk is None else only.chunk.noun
    is_new = noun is not None and noun.field not in _RELATIONS and only.referent.known.name is None
    is_new = is_new and only.chunk is not None and only.chunk.is_indefinite
    return only.referent.known if is_new else None


def _parent(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article names a child, for *der Vater*, *die Mutter*."""
    noun = chunk.noun
    if noun is None or noun.base not in ("Vater", "Mutter") or chunk.is_possessive or not chunk.is_definite:
        return None
    parents = [
        one.known
        for one, child in notes.kin
        if fits(one.known, chunk.gender) and any(text in ("Sohn", "Tochter") for text in child.known.nouns)
    ]
    return parents[0] if len({id(person) for person in parents}) == 1 else None


def _makes_statement(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a phrase is the genitive of a statement, whose speaker it is: *nach den Worten der Kreischefin*."""
    tails, chunks = notes.tails[context.number], notes.chunks[context.number]
    owner = next((chunks[one] for one, tail in tails.items() if tail == place), None)
    noun = owner.noun if owner is not None else None
    return noun is not None and noun.kind == "statement"


def _bare_in_focus(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the text has just been about, if it has said nothing of who that is."""
    found = in_focus(notes, context, chunk, with_another_role=False)
    return found if found is not None and not found.nouns else None


def _stands_beside(context: Context, chunk: Chunk) -> bool:
    """Say whether somebody is new, told from somebody known by where they are: *die Frau neben ihr*."""
    words = context.sentence.words
    following = words[chunk.last : chunk.last + 2]
    return (
        len(following) == 2
        and following[0].text.lower() in ("neben", "hinter", "vor", "gegenüber", "bei", "mit", "unter")
        and following[1].text.lower() in ("ihr", "ihm", "ihnen", "sich")
    )


def _is_one_of_several(notes: Notes, chunk: Chunk) -> bool:
    """Say whether several of that role were introduced together: *zwei Zeugen*, then *der Zeuge*."""
    return any(
        group.is_plural
        and not group.members
        and group.is_counted
        and any(
            is_same_role(chunk.nouns[-1].text, noun) and len(chunk.nouns[-1].text) <= len(noun) for noun in group.nouns
        )
        for group in notes.referents
    )


def _unresolved(notes: Notes, chunk: Chunk) -> Referent:
    return notes.new(Referent("person", None, chunk.gender, reason="ambiguous"), chunk)


def _has_role(notes: Notes, chunk: Chunk) -> bool:
    return any(is_same_role(chunk.nouns[-1].text, noun) for person in notes.named.values() for noun in person.nouns)


def _by_another_word(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return who has a role for which the noun is another word, unless the text has just been about somebody new."""
    found = _with_role(notes, context, chunk, owner, is_other_word_for)
    if found is None or found.name is None or notes.distance(context, found) <= _NEAR:
        return found
    if notes.distance(context, found) == _NEVER and not is_post(chunk):
        return in_focus(notes, context, chunk, with_another_role=True) or found
    return _bare_in_focus(notes, context, chunk) or found


def _head_of_the_body(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only head of the body that a compound tells: *der Bauernpräsident*, the *Chef des Bauernverbands*."""
    small = chunk.nouns[-1].text.casefold()
    end = next((end for end in _HEADS if small.endswith(end)), None)
    body = small.removesuffix(end).removesuffix("s") if end is not None else ""
    if len(body) < _STEM or not chunk.is_definite or chunk.is_possessive:
        return None
    found = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender) and body in (person.affiliation or "").casefold()
        if any(role.casefold() in _HEADS for role in person.nouns)
    ]
    return found[0] if len(found) == 1 else None


def _with_role(
    notes: Notes, context: Context, chunk: Chunk, owner: Referent | None, fitting: Callable[[str, str], bool]
) -> Referent | None:
    """Return whom the article gives a role that fits the noun."""
    noun = chunk.nouns[-1].text
    without = never_meant(notes, context, chunk.head) | {id(owner)}
    people = [person for person in notes.people(context) if fits(person, chunk.gender) and id(person) not in without]
    people = _without_answered(notes, context, chunk, people)
    state = state_in(chunk)
    if state is not None:
        people = [person for person in people if person.state in (None, state)]
        placed = [person for person in people if person.state == state]
        people = placed or people
    found = [person for person in people if any(fitting(noun, role) for role in person.nouns)]
    found = [person for person in found if not _has_less_than(notes, context, chunk, person)]
    if found and all(notes.distance(context, person) == _NEVER for person in found):
        found = [_bare_in_focus(notes, context, chunk) or person for person in found]
    if not notes.has_no_tail(context, chunk):
        found = [person for person in found if _is_of_the_same_body(notes, context, chunk, person)]
    return nearest(notes, context, found) if found else None


def _has_less_than(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether a compound tells more than the role of somebody of whom the text has not spoken yet.

    ``Kern gab nach, sagte der Bauernpräsident. … Deren Präsident Ott …``: another president.
    """
    noun = chunk.nouns[-1].text
    if person.name is None or notes.distance(context, person) < _NEVER:
        return False
    fitting = [role for role in person.nouns if is_same_role(noun, role)]
    body = (person.affiliation or "").casefold()
    shorter = bool(fitting) and all(len(role) + _STEM <= len(noun) for role in fitting)
    return shorter and noun[:_STEM].casefold() not in body and (bool(body) or _is_of_body_before(notes, person))


def _is_of_body_before(notes: Notes, person: Referent) -> bool:
    """Say whether somebody is named with the body before: *Deren Präsident Jonas Ott*."""
    first = notes.chunks[notes.first.get(id(person), 0)]
    named = (chunk for chunk in first if chunk.name and name_text(chunk.name) == person.name)
    return any(chunk.determiner in ("dessen", "deren") for chunk in named)


def _without_answered(notes: Notes, context: Context, chunk: Chunk, people: list[Referent]) -> list[Referent]:
    """Leave out who is answered, unless only they have the very role: *Darauf angesprochen, sagte der Direktor*."""
    answered = answered_by(notes, context, chunk.head)
    others = [person for person in people if id(person) not in answered]
    exact = [person for person in people if person.name is not None and _is_exact(chunk, person)]
    return exact if len(exact) == 1 and not any(p.name is None and _is_exact(chunk, p) for p in others) else others


def _is_of_the_same_body(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody of whom the text has not spoken yet can be *der Präsident des Verbands*: of that body."""
    if person.name is None or notes.distance(context, person) < _NEVER or person.affiliation is None:
        return person.name is None or notes.distance(context, person) < _NEVER or _is_exact(chunk, person)
    tail = notes.chunks[context.number][notes.tails[context.number][notes.chunks[context.number].index(chunk)]]
    return any(word.text[:_STEM].casefold() in person.affiliation.casefold() for word in (*tail.nouns, *tail.name))


def _is_exact(chunk: Chunk, person: Referent) -> bool:
    return any(chunk.nouns[-1].text.casefold() == noun.casefold() for noun in person.nouns)


def nearest(notes: Notes, context: Context, people: list[Referent]) -> Referent:
    """Return the one spoken of last; somebody without a name only if nobody with one fits as well."""
    if len(people) == 1:
        return people[0]
    named = [person for person in people if person.name is not None]
    if len(named) == 1:
        return named[0]
    new = [person for person in named if notes.first.get(id(person)) == context.number - 1]
    if len(new) == 1 and notes.first.get(id(new[0]), 0) > 0:
        return new[0]
    last = {id(o.referent.known): o for o in notes.occurrences if o.referent.known in people and not o.is_in_content}
    if not last:
        return min(people, key=lambda person: notes.first.get(id(person), 0))
    nearest = max(last.values(), key=lambda o: (o.sentence, o.is_subject, o.place))
    rivals = [o for o in last.values() if o is not nearest and o.sentence >= nearest.sentence - 1]
    if len(named) > 1 and rivals and nearest.sentence == rivals[0].sentence:
        return Referent("person", None, nearest.referent.known.gender, reason="ambiguous")
    return nearest.referent.known


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
