"""Who has a role by what the article has said of people: the same word, another word for it, the head of a body."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Final

from quotetrack.lexicon import table
from quotetrack.nouns import noun_of, state_of
from quotetrack.person_roles import OF_ANY_BODY, is_called_by, is_office, is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import answered_by
from quotetrack.speakers.body_kinds import takes_up
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.duties import does_it_elsewhere, is_told_to_do
from quotetrack.speakers.faiths import is_of_another_faith
from quotetrack.speakers.in_focus import in_focus
from quotetrack.speakers.in_view import is_general
from quotetrack.speakers.later_names import named_later
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import OFFICES, fields_of, is_post, opposes_itself
from quotetrack.speakers.salience import fits
from quotetrack.speakers.states import may_be_of
from quotetrack.speakers.succession import COMING
from quotetrack.speakers.taking_turns import of_other_turns
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import state_in

_NEVER: Final = 99
_STEM: Final = 5
_NEAR: Final = 2
_SHORTEST: Final = 4
_NEARBY: Final = 60
"""Within so many characters a marked name ends behind the role whose body it is."""
_SOON: Final = 8
"""Within so many sentences somebody is named of whose role only the first phrase tells whose it is."""
_OF_WORKERS: Final = ("Betriebsrat", "Personalrat", "Gewerkschaft", "Fraktion", "Polizei")
"""How nouns begin for heads of bodies that nobody calls just *die Chefin* who tells of a firm."""
#: So long somebody told of as a man only may get another word for what he is.
_A_WHILE: Final = 4
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
_SPEAKERS: Final = ("sprecher", "sprecherin")
_HEADS_ALONE: Final = (
    "chef", "direktor", "geschäftsführer", "intendant", "leiter", "präsident", "vorsitzender", "vorstand",
)  # fmt: skip

#: Ends of nouns for the one head of a house or town, who need not be told of lately.
_HEADING: Final = (*_HEADS_ALONE, "rektor", "bürgermeister", "landrat", "kanzler", "minister")


def with_role(
    notes: Notes, context: Context, chunk: Chunk, owner: Referent | None, fitting: Callable[[str, str], bool]
) -> Referent | None:
    """Return whom the article gives a role that fits the noun."""
    noun = chunk.role
    without = never_meant(notes, context, chunk.head) | {id(owner)}
    people = [person for person in notes.people(context) if fits(person, chunk.gender) and id(person) not in without]
    people = [p for p in _without_answered(notes, context, chunk, people) if not is_of_another_faith(p, chunk)]
    if is_told_elsewhere(notes, context, chunk):
        people = [person for person in people if notes.distance(context, person) == _NEVER]
    seat = _state_of_seat(notes, context, chunk)
    state = state_in(chunk) or seat
    if state is not None:
        people = [person for person in people if person.state in (None, state)]
        placed = [person for person in people if person.state == state]
        people = placed or [person for person in people if not _is_minister(chunk) or may_be_of(notes, person, state)]
    people = [person for person in people if not opposes_itself(person, chunk)]
    found = [person for person in people if any(fitting(noun, role) for role in person.nouns)]
    found = [person for person in found if not _is_just_a_man(notes, context, noun, person, fitting)]
    found = [person for person in found if not _is_only_spoken_of(notes, context, chunk, person)]
    found = [person for person in found if not _only_had_it(notes, context, noun, person, fitting)]
    found = [
        p for p in found if not _heads_another(notes, context, noun, p) or _is_told_of_tail(notes, context, chunk, p)
    ]
    is_new = any(word.text in COMING for word in chunk.adjectives)
    found = found or _who_had_it(
        noun, [] if is_new else [one for one in people if notes.distance(context, one) < _NEVER], fitting
    )
    found = [person for person in found if is_told_to_do(chunk, person)] or found
    found = [person for person in found if not does_it_elsewhere(chunk, person)]
    found = [person for person in found if not _has_less_than(notes, context, chunk, person)]
    found = [person for person in found if not _is_of_another_body(chunk, owner, person)]
    if chunk.adjectives and is_general(notes, chunk):
        found = [person for person in found if person.name is None]  # anybody with a name is a man or a woman
        found = [person for person in found if person.affiliation is None]  # der Herr der Kasse is not der alte Herr
    if found and all(notes.distance(context, person) == _NEVER for person in found):
        focused = bare_in_focus(notes, context, chunk)
        found = [
            person if _is_another_told_of(notes, chunk, person, focused) else focused or person for person in found
        ]
    if not notes.has_no_tail(context, chunk) and not (seat and any(person.state == seat for person in found)):
        found = [person for person in found if not _is_of_body_told(notes, person)]
        found = [person for person in found if _is_of_the_same_body(notes, context, chunk, person)]
        found = [person for person in found if not is_of_another_named_body(notes, context, chunk, person)]
        found = [person for person in found if not is_of_another_place(notes, context, chunk, person)]
        found = _whose_compound_tells(notes, context, chunk, found)
    if fitting is is_other_word_for and len(found) > 1:
        turns = of_other_turns(notes, context, chunk)
        found = [person for person in found if id(person) not in turns] or found
    if fitting is is_other_word_for and len(found) > 1:
        found = _with_the_same_start(noun, found) or _of_the_bench(chunk, found) or found
    acting = _just_acting(notes, context, found) if fitting is is_other_word_for else None
    return acting or (nearest(notes, context, found) if found else None)


def is_told_elsewhere(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether *dort* has just led to a body, whose head is somebody new: *Dort wartet man. …, so der Chef*."""
    before = context.number - 1
    heads = chunk.noun is not None and chunk.role.casefold().endswith((*_HEADS, "obmann", "obfrau", *_SPEAKERS))
    if before < 0 or not heads or not chunk.is_definite or not notes.is_speaker(context, chunk.span):
        return False
    there = notes.contexts[before]
    impersonal = any(word.text in ("man", "es") for word in there.words(1, min(6, there.length)))
    same = notes.paragraphs[before] == notes.paragraphs[context.number] and not notes.is_in_content(there.word(1).span)
    return same and there.word(1).text == "Dort" and (impersonal or not _tells_of_people(notes, before))


def _tells_of_people(notes: Notes, number: int) -> bool:
    return any(o.sentence == number and o.referent.known.is_person for o in notes.occurrences)


def _state_of_seat(notes: Notes, context: Context, chunk: Chunk) -> str | None:
    """Return the state whose capital tells of which state an office is: *der Außenminister aus | Tokio*."""
    if chunk.noun is None or chunk.noun.field != "politics" or chunk not in notes.chunks[context.number]:
        return None
    chunks = notes.chunks[context.number]
    tail = notes.tails[context.number].get(chunks.index(chunk))
    behind = None if tail is None else chunks[tail]
    is_seat = behind is not None and behind.preposition in ("aus", "von") and bool(behind.name)
    return state_of(name_text(behind.name)) if behind is not None and is_seat else None


def _is_another_told_of(notes: Notes, chunk: Chunk, person: Referent, focused: Referent | None) -> bool:
    """Say whether others tell of who has an office, after the article has named who is in focus without one."""
    is_office = chunk.noun is not None and chunk.noun.field == "politics"
    is_open = is_office and person.name is None and person.reason == "role_unmatched"
    told = [o.sentence for o in notes.occurrences if o.referent.known is person and is_open]
    return focused is not None and bool(told) and notes.first.get(id(focused), told[0]) < told[0]


def _of_the_bench(chunk: Chunk, people: list[Referent]) -> list[Referent]:
    """Return the judge for *die Vorsitzende*, where the article has one, rather than the head of anything else."""
    presides = chunk.noun is not None and chunk.noun.base == "Vorsitzender"
    found = [p for p in people if any(role.casefold().endswith(("richter", "richterin")) for role in p.nouns)]
    return found if presides and len(found) == 1 else []


def _with_the_same_start(noun: str, people: list[Referent]) -> list[Referent]:
    """Return the only one whose role begins as a noun does: *der Zirkuschef*, the *Zirkusdirektor*."""
    found = [person for person in people if any(role[:_STEM] == noun[:_STEM] for role in person.nouns)]
    return found if len(found) == 1 else []


@way("another-word")
def called_by_another_word(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return who has a role that is another word for the noun, or who is named soon."""
    found = with_role(notes, context, chunk, owner, is_called_by)
    if found is None or found.name is None or notes.distance(context, found) < _NEVER:
        return found
    return named_later(notes, context, chunk) or found


def _is_only_spoken_of(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether others told of anybody by a broader word, and a name acts: *von einer Spielerin. Ott lachte. …*."""
    told = [o for o in notes.occurrences if o.referent.known is person and o.chunk is not None]
    if person.name is not None or not told or chunk.role in person.nouns:
        return False
    if not all(o.is_in_content and o.chunk is not None and o.chunk.is_indefinite for o in told):
        return False
    before = (o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_subject and not o.is_speaker)
    people = (o.referent.known for o in before if not o.is_in_content and o.referent.known.is_person)
    return any(one.name is not None and fits(one, chunk.gender) for one in people)


def _is_just_a_man(
    notes: Notes, context: Context, noun: str, person: Referent, fitting: Callable[[str, str], bool]
) -> bool:
    """Say whether somebody is told of as a man only, and not just now: *der Mann*, no *Feuerwehrmann*."""
    if noun == "Mann" or person.name is not None or notes.distance(context, person) <= _A_WHILE:
        return False
    return all(role == "Mann" for role in person.nouns if fitting(noun, role))


def _only_had_it(
    notes: Notes, context: Context, noun: str, person: Referent, fitting: Callable[[str, str], bool]
) -> bool:
    """Say whether somebody named only later had a post that is told here: *den früheren Arbeitsrichter Jan Ott*."""
    if noun.startswith("Ex-") or notes.distance(context, person) < _NEVER:
        return False
    return not any(fitting(noun, role) for role in person.nouns if not role.startswith("Ex-"))


def _heads_another(notes: Notes, context: Context, noun: str, person: Referent) -> bool:
    """Say whether *die Chefin* of a firm is not who is named later as the head of its workers: *Betriebsratschefin*."""
    if noun not in ("Chef", "Chefin") or notes.distance(context, person) < _NEVER:
        return False
    heads = [role for role in person.nouns if role.endswith(("chef", "chefin"))]
    return bool(heads) and all(role.startswith(_OF_WORKERS) for role in heads)


def _is_told_of_tail(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether a role tells what stands behind a noun: *die Chefin der Gewerkschaft*, *Gewerkschaftschefin Ott*."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    return place is not None and _tells_body(person, notes.chunks[context.number][place])


def _who_had_it(noun: str, people: list[Referent], fitting: Callable[[str, str], bool]) -> list[Referent]:
    """Return who had a post, where it is none of which everybody knows another holder: *der frühere Sektionschef*."""
    if is_office(noun):
        return []
    had = {id(one): [role[3:] for role in one.nouns if role.startswith("Ex-")] for one in people}
    return [person for person in people if any(fitting(noun, role) for role in had[id(person)])]


def _is_minister(chunk: Chunk) -> bool:
    """Say whether a noun is of an office in which the news have people of several states meet: *Außenministerin*."""
    return chunk.noun is not None and chunk.noun.base.casefold().endswith(("minister", "ministerin"))


def _is_of_another_body(chunk: Chunk, owner: Referent | None, person: Referent) -> bool:
    """Say whether somebody without a name is of another body than *ihre Sprecherin* is."""
    if not chunk.is_possessive or person.name is not None or person.affiliation is None:
        return False
    return owner is not None and owner.known.name not in (None, person.affiliation)


def _is_of_body_told(notes: Notes, person: Referent) -> bool:
    """Say whether somebody without a name is of a body told before: *dessen Sprecherin* heads no other council."""
    if person.name is not None:
        return False
    told = (o.chunk for o in notes.occurrences if o.referent.known is person and o.chunk is not None)
    return any(chunk.determiner in ("dessen", "deren") for chunk in told)


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
    alike = any(word[:_SHORTEST] == noun[:_SHORTEST].casefold() for word in body.split())  # Firmenchef: Chef der Firma
    return (
        shorter
        and not alike
        and noun[:_STEM].casefold() not in body
        and (bool(body) or _is_of_body_before(notes, person))
    )


def _is_of_body_before(notes: Notes, person: Referent) -> bool:
    """Say whether somebody is named with the body before: *Deren Präsident Jonas Ott*."""
    first = notes.chunks[notes.first.get(id(person), 0)]
    named = (chunk for chunk in first if chunk.name and name_text(chunk.name) == person.name)
    return any(chunk.determiner in ("dessen", "deren") for chunk in named)


def _without_answered(notes: Notes, context: Context, chunk: Chunk, people: list[Referent]) -> list[Referent]:
    """Leave out who is answered, unless only they have the very role: *Darauf angesprochen, sagte der Direktor*."""
    answered = answered_by(notes, context, chunk.head)
    if not answered:
        return people
    others = [person for person in people if id(person) not in answered]
    exact = [person for person in people if person.name is not None and _is_exact(chunk, person)]
    return exact if len(exact) == 1 and not any(p.name is None and _is_exact(chunk, p) for p in others) else others


def _is_of_the_same_body(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody of whom the text has not spoken yet can be *der Präsident des Verbands*: of that body."""
    if person.name is None or notes.distance(context, person) < _NEVER:
        return True
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    if place is None:  # der Betreiber | des „Melodia“
        return _is_exact(chunk, person) or (person.affiliation or "\n") in notes.text[chunk.span.end :][:_NEARBY]
    tail = notes.chunks[context.number][place]
    if person.affiliation is None:
        return _is_exact(chunk, person) or _tells_body(person, tail) or _alone_has_it(notes, context, chunk, person)
    body = person.affiliation.casefold()
    same = any(word.text[:_STEM].casefold() in body for word in (*tail.nouns, *tail.name))
    return same or any(_are_one_body(word.text, person.affiliation) for word in tail.nouns[-1:])


def _heads_anything(person: Referent) -> bool:
    """Say whether the roles of somebody tell no body: *Geschäftsführer*, not *Schulleiter*."""
    return all(text.casefold().removesuffix("in") in _HEADS_ALONE for text in person.nouns)


def _are_one_body(noun: str, affiliation: str) -> bool:
    """Say whether one of two nouns may take up the other: *die Chefin des Klinikums*, *… des Hauses*."""
    return takes_up(noun, affiliation) or takes_up(affiliation, noun)


def _tells_body(person: Referent, tail: Chunk) -> bool:
    """Say whether a compound tells what stands behind the role: *die Leiterin des Heims*, *Heimleiterin Ida Ott*."""
    stems = tuple(word.text.casefold().removesuffix("s").removesuffix("e")[: _STEM + 1] for word in tail.nouns)
    return any(role.casefold().startswith(stem) for role in person.nouns for stem in stems if len(stem) >= _SHORTEST)


def _alone_has_it(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether nobody else of the article has a role that is told of nobody of another body, and is named soon."""
    if notes.first.get(id(person), 0) - context.number > _SOON or is_office(chunk.role):
        return False
    if chunk.noun is not None and chunk.noun.base.casefold().endswith(_HEADS_ALONE) and not _heads_anything(person):
        return False
    return not any(
        is_same_role(chunk.role, text) or is_other_word_for(chunk.role, text)
        for other in notes.people(context)
        if other is not person and fits(other, chunk.gender)
        for text in other.nouns
    )


def is_of_another_named_body(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether *die Leiterin der Wache* is somebody else than the *Heimleiterin*, whose body her role names."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    if place is None:
        return False
    tail = notes.chunks[context.number][place]
    noun, role = tail.noun, chunk.nouns[-1].text
    roles = [known for known in person.nouns if is_same_role(role, known)]
    if noun is None or noun.kind != "organisation" or not roles or tail.preposition not in (None, "von", "vom"):
        return False
    bodies = [known[: -len(role)].rstrip("s-") for known in roles if len(known) > len(role)]
    if not bodies or not all(_is_body(body) for body in bodies):
        return False
    named = tail.nouns[-1].text
    same = any(takes_up(named, body) or takes_up(body, named) for body in bodies)
    return not same and named[:_STEM].casefold() not in (person.affiliation or "").casefold()


def is_of_another_place(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether the role was told with another place: *die Präsidentin von Alp*, *die Präsidentin | von Tal*."""
    here = _name_behind(notes, context.number, chunk)
    told = [o for o in notes.occurrences if o.referent.known is person and o.chunk is not None and o.chunk.nouns]
    alike = [o for o in told if o.chunk is not None and is_same_role(chunk.role, o.chunk.role)]
    places = {_name_behind(notes, o.sentence, o.chunk) for o in alike if o.chunk is not None} - {None}
    return here is not None and bool(places) and not any(place in here or here in place for place in places if place)


def _name_behind(notes: Notes, number: int, chunk: Chunk) -> str | None:
    """Return the place or body that a bare name behind a role tells: *die Präsidentin | von Alp*."""
    chunks = notes.chunks[number]
    place = notes.tails[number].get(chunks.index(chunk)) if chunk in chunks else None
    tail = None if place is None else chunks[place]
    if tail is None or tail.determiner is not None or tail.preposition not in ("von", "aus", "in"):
        return None
    is_unknown = len(tail.nouns) == 1 and tail.noun is None and not tail.name
    return tail.nouns[0].text if is_unknown else name_text(tail.name) if tail.name and not tail.nouns else None


def _whose_compound_tells(notes: Notes, context: Context, chunk: Chunk, people: list[Referent]) -> list[Referent]:
    """Return of several whoever has attribute and noun in a word: *der Präsident der Schützen*: Schützenpräsident."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    tail = notes.chunks[context.number][place] if place is not None else None
    if tail is None or not tail.nouns or len(people) < 2 or len(tail.nouns[-1].text) < _STEM:
        return people
    start = tail.nouns[-1].text[:_STEM].casefold()
    found = [person for person in people if any(role.casefold().startswith(start) for role in person.nouns)]
    return found if len(found) == 1 else people


def _is_body(noun: str) -> bool:
    known = noun_of(noun) if noun else None
    return known is not None and known.kind == "organisation"


def _is_exact(chunk: Chunk, person: Referent) -> bool:
    return any(chunk.role.casefold() == noun.casefold() for noun in person.nouns)


def nearest(notes: Notes, context: Context, people: list[Referent]) -> Referent:
    """Return the one spoken of last; somebody without a name only if nobody with one fits as well."""
    if len(people) == 1:
        return people[0]
    named = [person for person in people if person.name is not None]
    if len(named) == 1:
        return _nameless_just_heard(notes, context, people, named[0]) or named[0]
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


def _nameless_just_heard(notes: Notes, context: Context, people: list[Referent], named: Referent) -> Referent | None:
    """Return who spoke in the sentence before without a name, if the one with a name was mentioned long ago."""
    if notes.distance(context, named) <= _NEAR:
        return None
    heard = {id(o.referent.known) for o in notes.occurrences if o.sentence == context.number - 1 and o.is_speaker}
    return next((person for person in people if person.name is None and id(person) in heard), None)


def _just_acting(notes: Notes, context: Context, people: list[Referent]) -> Referent | None:
    """Return who of several is the only one that the sentence before tells of as acting, without a name so far."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and not o.is_in_content]
    acting = {id(o.referent.known) for o in near if (o.is_subject or o.is_speaker) and o.referent.known.is_person}
    found = [person for person in people if id(person) in acting]
    return found[0] if len(acting) == 1 and len(found) == 1 and found[0].name is None else None


@way("another-word")
def by_another_word(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return who has a role for which the noun is another word, unless the text has just been about somebody new."""
    found = with_role(notes, context, chunk, owner, is_other_word_for)
    if found is None or found.name is None or notes.distance(context, found) <= _NEAR:
        return (None if found is None else _colleague_in_focus(notes, context, chunk)) or found
    if notes.distance(context, found) == _NEVER:
        focused = None if is_post(chunk) else in_focus(notes, context, chunk, with_another_role=True)
        return focused or named_later(notes, context, chunk) or found
    return (None if _means_the_same(chunk, found) else bare_in_focus(notes, context, chunk)) or found


def _means_the_same(chunk: Chunk, person: Referent) -> bool:
    """Say whether either of two nouns stands for the other, as of one post: *Schulleiterin*, *Rektorin*."""
    base = "" if chunk.noun is None else chunk.noun.base.casefold()
    same = any(is_other_word_for(chunk.role, role) and is_other_word_for(role, chunk.role) for role in person.nouns)
    return same and base.endswith(_HEADING)


def bare_in_focus(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the text has just been about, if it has said nothing of who that is."""
    found = in_focus(notes, context, chunk, with_another_role=False)
    return found if found is not None and not found.nouns and found.is_older is None else None


def _colleague_in_focus(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the text has just been about, if all it has said is whose colleague that is."""
    found = in_focus(notes, context, chunk, with_another_role=False)
    is_mate = found is not None and found.nouns and all(text.startswith("Kolleg") for text in found.nouns)
    return found if is_mate and not any(_is_of_office(notes, owner, found) for owner, _ in notes.owned) else None


def _is_of_office(notes: Notes, owner: Referent, mate: Referent | None) -> bool:
    """Say whether somebody has an office whose colleague another is: *Die Ministerin kam. Ihre Kollegin …*."""
    mates = any(one is owner and other.known is mate for one, other in notes.owned)
    return mates and not fields_of(owner.known).isdisjoint(OFFICES)


@way("of-a-body")
def head_of_the_body(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only head of the body that a compound tells: *der Bauernpräsident*, the *Chef des Bauernverbands*."""
    small = chunk.nouns[-1].text.casefold()
    if small.startswith("partei") and chunk.is_definite:
        return _head_of_a_party(notes, chunk)
    ends = _SPEAKERS if small.endswith(_SPEAKERS) else _HEADS
    end = next((end for end in ends if small.endswith(end)), None)
    body = small.removesuffix(end).removesuffix("s") if end is not None else ""
    shortest = _STEM if ends is _HEADS else _STEM - 1  # Bahn|sprecher
    if len(body) < shortest or not chunk.is_definite or chunk.is_possessive:
        return None
    found = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender)
        if (body in (person.affiliation or "").casefold() and any(role.casefold() in ends for role in person.nouns))
        or (ends is _SPEAKERS and _speaks_for(notes, person, body))
    ]
    return found[0] if len(found) == 1 else None


def _speaks_for(notes: Notes, person: Referent, body: str) -> bool:
    """Say whether somebody speaks for a body just named: *Die Bahn streicht Züge. Konzernsprecher Jan Ott …*."""
    if not any(role.casefold().startswith(OF_ANY_BODY) and "sprecher" in role for role in person.nouns):
        return False
    first = notes.first.get(id(person), 0)
    near = [notes.contexts[number] for number in (first - 1, first) if number >= 0]
    return any(word.text.casefold().endswith(body) for context in near for word in context.sentence.words)


def _head_of_a_party(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only one whom the article calls the head of a known party: *SPD-Chefin*, Parteichefin."""
    parties = {name.casefold() for name, (nouns,) in table("known_bodies").items() if "Partei" in nouns.split()}
    found = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender)
        if any(_heads_party(role.casefold(), parties) for role in person.nouns)
    ]
    return found[0] if len(found) == 1 else None


def _heads_party(role: str, parties: Set[str]) -> bool:
    party, hyphen, head = role.rpartition("-")
    return bool(hyphen) and party in parties and head.endswith((*_HEADS, "vorsitzende", "vorsitzender"))


@way("of-a-body")
def head_of_whom_it_tells(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose role tells the body just told of: *Der Flughafen klagt. …, so der Chef*, the *Flughafenchef*."""
    noun = chunk.noun
    is_head = noun is not None and noun.base.casefold() in _HEADS_ALONE
    if not is_head or chunk.is_possessive or not chunk.is_definite or not notes.has_no_tail(context, chunk):
        return None
    bodies = [
        o.referent.known
        for o in notes.occurrences
        if o.is_subject and not o.is_in_content and 0 <= context.number - o.sentence <= 1
        if o.referent.known.kind == "organisation"
    ]
    stems = tuple(text.casefold() for body in bodies for text in body.nouns if len(text) >= _STEM)
    found = [
        person
        for person in notes.named.values()
        if stems and person.same is None and fits(person, chunk.gender)
        if any(role.casefold().startswith(stems) and _is_headed(role) for role in person.nouns)
    ]
    return found[0] if len(found) == 1 else None


@way("of-a-body")
def head_of_the_owner(notes: Notes, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whose role tells the body whose head that is: *Der Betriebsrat … Sein Chef*, the *Betriebsratschef*."""
    known = owner.known if owner is not None else None
    if known is None or known.kind != "organisation" or not chunk.is_possessive or not _is_headed(chunk.role):
        return None
    stems = tuple(text.casefold() for text in known.nouns if len(text) >= _STEM)
    people = [person for person in notes.named.values() if person.same is None and fits(person, chunk.gender)]
    heads = [p for p in people if any(role.casefold().startswith(stems) and _is_headed(role) for role in p.nouns)]
    return heads[0] if stems and len(heads) == 1 else None


def _is_headed(role: str) -> bool:
    known = noun_of(role)
    return known is not None and known.base.casefold().endswith(_HEADS_ALONE)
