"""Whom a noun can mean without a role that the article gives: whoever is in view, or is named right behind."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import regex

from quotetrack.nouns import Noun, noun_of, state_of
from quotetrack.person_roles import are_two_offices, is_office
from quotetrack.quotes.context import Context
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.disjoint_reference import never_meant, not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import clear_winner, fits
from quotetrack.speakers.wording import folded, state_in

_TIMES_RE: Final = regex.compile(r"fache[nr]?$")
#: What follows *die Mutter*, *der Vater* where somebody is so described whose children the article does not name.
_OF_CHILDREN_RE: Final = regex.compile(
    r" (?:von (?:\p{Ll}+ )?(?:Zwillingen|Drillingen|Kindern|Söhnen|Töchtern)|(?:zwei|drei)er (?:\p{Ll}+ )?(?:Kinder"
    r"|Söhne|Töchter)|eines (?:\p{Ll}+ )?(?:Sohnes|Kindes)|einer (?:\p{Ll}+ )?Tochter)\b"
)
_OF_PARTY_RE: Final = regex.compile(r"(?:Politiker(?:in)?|Mann|Frau|Abgeordnete[rn]?|Mitglied)s?")
GENERAL_FIELDS: Final = frozenset({"age", "origin", "party", "public", "relation", "family", ""})
#: By how much somebody must be more in view than others: for *der 40-Jährige* whose age is not told, *die Tschechin*.
_AGED: Final = 12
_GROWN_UP: Final = 15
_ORIGIN: Final = 4
_KINDRED: Final = 9
_SHARED: Final = 9
_LOOK_BACK: Final = 6
_FOCUS: Final = 3
_STEM: Final = 4
#: What somebody is beside any office.
_PROFESSIONS: Final = frozenset(
    "Jurist Theologe Politiker Gewerkschafter Diplomat Funktionär Rechtswissenschaftler".split()
)
_SPEAKING_FOR_RE: Final = regex.compile(r"vertreter(?:in)?$")
_PRIVATE: Final = frozenset({"public", "relation", "family"})
#: Who learns has no other post of the field.
_LEARNING: Final = frozenset("Student Schüler Auszubildender Lehrling Praktikant Doktorand".split())
OFFICES: Final = frozenset({"politics", "head", "speaker", "law", "police", "church", "union"})


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


def by_salience(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whoever fits in state, age and gender and is most in view."""
    noun = chunk.noun
    told = _told_with_place(notes, chunk) if noun is not None and noun.field == "origin" else []
    if len(told) == 1 and id(told[0]) not in not_meant(notes, context, chunk.head):
        return told[0]
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
    if noun is not None and noun.field == "age":
        without |= {id(person) for person in notes.people(context) if only_speaks_for_others(person)}
    if noun is not None and _is_childs_age(noun):
        without |= {id(person) for person in notes.people(context) if _fields_of(person)}
        without |= {id(one.known) for one, _ in notes.kin}
    without |= not_meant(notes, context, chunk.head)
    without |= {id(p) for p in notes.people(context) if state is not None and p.state not in (None, state)}
    if owner is not None:
        without.add(id(owner))
    without |= {id(p) for p in notes.people(context) if noun is not None and noun.field == "origin" and _has_origin(p)}
    introduced = _just_introduced(notes, context, chunk, without)
    if introduced is not None:
        return introduced
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    named = [candidate for candidate in candidates if candidate.referent.name is not None]
    is_origin = noun is not None and noun.field == "origin"
    is_aged = noun is not None and noun.field == "age"
    return clear_winner(named if is_origin and named else candidates, _AGED if is_aged else _ORIGIN)


def _told_with_place(notes: Notes, chunk: Chunk) -> list[Referent]:
    """Return whom the adjective of a place stands beside: *die Sächsin*, *ihre sächsische Kollegin Ida Ott*."""
    stem = folded(chunk.nouns[-1].text)[:_STEM]
    found: dict[int, Referent] = {}
    for chunks in notes.chunks:
        for named in chunks:
            if named.name and any(folded(word.text).startswith(stem) for word in named.adjectives):
                found |= {id(person): person for person in notes.bearers(name_text(named.name))}
    return [person for person in found.values() if fits(person, chunk.gender)]


def only_speaks_for_others(person: Referent) -> bool:
    """Say whether somebody without a name is a spokesman, of whom the news tell no age."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return person.name is None and any(noun.base.casefold().endswith("sprecher") for noun in known)


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


def _has_origin(person: Referent) -> bool:
    """Say whether the article tells where somebody is from: *die Spanierin*, *die Hamburgerin*."""
    known = [(text, noun) for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(noun.field == "origin" or (not noun.field and text.endswith("erin")) for text, noun in known)


def in_focus(notes: Notes, context: Context, chunk: Chunk, *, with_another_role: bool) -> Referent | None:
    """Return the person whom the text has just been about, for whom a noun of no known bearer is another word.

    German news name somebody anew with what they are: ``Reto Zgraggen schwieg. … sagt der Landwirt``. Whoever was the
    subject or the speaker of the last sentence is meant, if nobody else of the gender was, and no known role of theirs
    excludes the noun. ``with_another_role``: also who is known for something else, a president who is a farmer.
    """
    if chunk.is_possessive or not chunk.is_definite:
        return None
    is_light = has_no_tail(notes, context, chunk)
    without = not_meant(notes, context, chunk.head)
    for distance in range(_FOCUS if is_light else 2):
        number = context.number - distance
        if number < 0 or (distance > 1 and notes.paragraphs[number] != notes.paragraphs[context.number]):
            break
        people = _acting(notes, number, chunk, without, before=chunk.first if not distance else None)
        if not distance and not any(_acts_before(notes, context, chunk, person) for person in people):
            continue
        fitting = [person for person in people if not excludes(person, chunk)]
        if len(fitting) == 1 and fitting[0].name is not None:
            acts = is_subject_of_clause(context, chunk, chunk.head) or notes.is_speaker(context, chunk.span)
            if not is_light and (fitting[0].nouns or not acts):
                return None
            return fitting[0] if _takes_role(fitting[0], chunk, with_another_role=with_another_role) else None
        if people:
            break
    return None


def _acts_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody acts in the same sentence before a noun: not *Wenn man Kern fragt, schlief der Lotse*."""
    return any(
        o.sentence == context.number and o.place < chunk.first and (o.is_subject or o.is_speaker)
        for o in notes.occurrences
        if o.referent.known is person
    )


def still_speaking(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke in the sentence before, if the gender is marked and no office excludes the noun.

    ``…, sagte Direktorin Ada Ott. Wer das bestreite, fügte die Regierungsrätin hinzu, …``: she goes on.
    """
    if (
        chunk.gender is None
        or chunk.is_possessive
        or not chunk.is_definite
        or not notes.is_speaker(context, chunk.span)
    ):
        return None
    if not has_no_tail(notes, context, chunk):
        return None
    without = not_meant(notes, context, chunk.head)
    speakers = [o.referent.known for o in notes.occurrences if o.is_speaker and o.sentence == context.number - 1]
    if not speakers or id(speakers[-1]) in without or speakers[-1].name is None:
        return None
    fitting = speakers[-1].is_person and speakers[-1].gender == chunk.gender and not excludes(speakers[-1], chunk)
    return speakers[-1] if fitting and _takes_role(speakers[-1], chunk, with_another_role=True) else None


def of_the_field(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person mentioned lately who works in the field of a noun: *Baumeister* of a Bauunternehmer."""
    noun = chunk.noun
    if noun is None or noun.field in GENERAL_FIELDS | OFFICES or chunk.is_possessive or not chunk.is_definite:
        return None
    if not has_no_tail(notes, context, chunk) or noun.base in _LEARNING:
        return None
    without = not_meant(notes, context, chunk.head)
    found = [
        person
        for person in notes.named.values()
        if person.same is None
        and id(person) not in without
        and fits(person, chunk.gender)
        and noun.field in _fields_of(person)
        and notes.distance(context, person) <= _LOOK_BACK
        and not excludes(person, chunk)
    ]
    return found[0] if len(found) == 1 else None


def of_the_party(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only person of a party for *der SPD-Politiker*."""
    party, hyphen, kind = chunk.nouns[-1].text.rpartition("-")
    if not hyphen or not chunk.is_definite or _OF_PARTY_RE.fullmatch(kind) is None:
        return None
    small = party.casefold()
    found = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender) and (person.affiliation or "").casefold() == small
    ]
    return found[0] if len(found) == 1 else None


def of_a_kindred_body(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person of a body that a role tells: *der Gewerkschafter* of the *Gewerkschaft Bau*."""
    small = chunk.nouns[-1].text.casefold()
    if chunk.is_possessive or not chunk.is_definite or not has_no_tail(notes, context, chunk):
        return None
    kin = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender) and _shares_beginning(small, _body_of(notes, person))
    ]
    without = never_meant(notes, context, chunk.head) if kin else set()
    found = [person for person in kin if id(person) not in without and not excludes(person, chunk)]
    return found[0] if len(found) == 1 else None


def of_the_same_body(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person of a body whose role there the article has not told: *der Sprecher der Bürgerliste*.

    ``Uwe Ott von der Bürgerliste widersprach. …, sagte der Fraktionssprecher der Bürgerliste.``
    """
    noun, number = chunk.noun, context.number
    place = notes.tails[number].get(notes.chunks[number].index(chunk))
    if noun is None or noun.field not in OFFICES or place is None or not chunk.is_definite or chunk.is_possessive:
        return None
    body = body_name(notes, number, place)
    members = [
        person
        for person in notes.named.values()
        if person.same is None and body is not None and (person.affiliation or "").casefold() == body.casefold()
    ]
    without = not_meant(notes, context, chunk.head) if len(members) == 1 else set()
    is_free = len(members) == 1 and id(members[0]) not in without and not _fields_of(members[0]) & OFFICES
    met = is_free and notes.distance(context, members[0]) <= _LOOK_BACK
    return members[0] if met and fits(members[0], chunk.gender) and not excludes(members[0], chunk) else None


def _body_of(notes: Notes, person: Referent) -> str:
    """Return the name of somebody's body with the nouns that the article has for it: *GNG*, *Gewerkschaft*."""
    body = person.affiliation or ""
    return " ".join([body, *notes.bodies.get(body, ())])


def _shares_beginning(noun: str, body: str) -> bool:
    """Say whether a word of a body's name begins as a noun does: *Arbeitgebervertreter*, *Arbeitgeberverband*."""
    words = body.casefold().replace("-", " ").split()
    own = _SPEAKING_FOR_RE.sub("", noun)
    if own != noun and len(own) > _STEM and own in body.casefold():
        return True  # die Elternvertreterin of the Elternbeirat
    return any(len(word) > _STEM and noun.startswith(word[:_SHARED]) for word in words)


def of_a_kindred_word(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person lately mentioned who is named beside a kindred word: *die Gewerkschafterin*, Gewerkschaft.

    The words are those of the sentence with the full name and of the sentence before it.
    """
    noun = chunk.noun
    stem = chunk.nouns[-1].text[:_KINDRED].casefold()
    if noun is None or chunk.is_possessive or not chunk.is_definite or len(chunk.nouns[-1].text) <= _KINDRED:
        return None
    without = not_meant(notes, context, chunk.head)
    found = [
        person
        for name, person in notes.named.items()
        if person.same is None
        and id(person) not in without
        and fits(person, chunk.gender)
        and notes.distance(context, person) <= _LOOK_BACK
        and not excludes(person, chunk)
        and _is_beside(notes, name, stem)
    ]
    return found[0] if len(found) == 1 else None


def _is_beside(notes: Notes, name: str, stem: str) -> bool:
    for number, chunks in enumerate(notes.chunks):
        if any(name_text(chunk.name) == name for chunk in chunks if chunk.name):
            near = (
                [number, number - 1]
                if number and notes.paragraphs[number] == notes.paragraphs[number - 1]
                else [number]
            )
            return any(
                word.text.casefold().startswith(stem) for place in near for word in notes.contexts[place].sentence.words
            )
    return False


def _acting(notes: Notes, number: int, chunk: Chunk, without: Set[int], before: int | None) -> list[Referent]:
    """Return the people of a sentence that fit in gender, only those who act where some do."""
    here = [
        occurrence
        for occurrence in notes.occurrences
        if occurrence.sentence == number
        and (before is None or occurrence.place < before)
        and occurrence.referent.known.is_person
        and id(occurrence.referent.known) not in without
        and not occurrence.is_in_content
        and not occurrence.is_addressee
        and fits(occurrence.referent.known, chunk.gender)
    ]
    acting = [occurrence for occurrence in here if occurrence.is_subject or occurrence.is_speaker] or here
    acting = [occurrence for occurrence in acting if not _follows_subject(notes, occurrence, acting)]
    return list({id(occurrence.referent.known): occurrence.referent.known for occurrence in acting}.values())


def _follows_subject(notes: Notes, occurrence: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Say whether another subject of the clause stands before: the second is its object, unless they are joined."""
    joined = [
        pair for pair in notes.pairs if pair.sentence == occurrence.sentence and pair.span.contains(occurrence.span)
    ]
    return not joined and any(
        other.clause == occurrence.clause
        and other.place < occurrence.place
        and other.is_subject
        and not other.is_speaker
        for other in others
        if not occurrence.is_speaker and other.referent.known is not occurrence.referent.known
    )


def _takes_role(person: Referent, chunk: Chunk, *, with_another_role: bool) -> bool:
    """Say whether somebody can have one more role: of a field of theirs, or what one is beside an office."""
    noun, fields = chunk.noun, _fields_of(person)
    if noun is not None and noun.field not in fields and is_office(chunk.nouns[-1].text) and _is_told_of(person):
        return False
    if noun is None or not fields or noun.field in fields or noun.field in GENERAL_FIELDS:
        return True
    is_director = noun.base.casefold().endswith("direktor") and not chunk.adjectives
    return with_another_role and not (is_post(chunk) or is_director)


def _is_told_of(person: Referent) -> bool:
    """Say whether the article calls somebody a relative or the like: who holds an office would be called by that."""
    return any((known := noun_of(text)) is not None and known.field in _PRIVATE for text in person.nouns)


def excludes(person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody cannot be what a noun says: another state, another age, another office of the same kind."""
    noun, state = chunk.noun, state_in(chunk)
    is_origin = noun is not None and noun.field == "origin"
    if state is not None and person.state != state and (person.state or not is_origin):
        return True
    if noun is None:
        return False
    if noun.field == "age":
        return person.age is not None and person.age != noun.base.removesuffix("-Jährige")
    if noun.field == "origin":
        return _has_origin(person)
    return any(are_two_offices(chunk.nouns[-1].text, role) for role in person.nouns)


def is_post(chunk: Chunk) -> bool:
    """Say whether a noun is of an office or a post, not of what one is beside it."""
    noun = chunk.noun
    return noun is not None and noun.field in OFFICES and noun.base not in _PROFESSIONS


def only_one(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person in view of that gender: *die Bündnerin*."""
    without = not_meant(notes, context, chunk.head)
    candidates = notes.ranked(context, chunk.gender, without=without, people_only=True)
    marked = [c.referent for c in candidates if c.referent.gender == chunk.gender]
    if len(marked) != 1 or marked[0].name is None or chunk.gender is None:
        return None
    noun = chunk.noun
    if noun is not None and noun.field and _fields_of(marked[0]):
        return None
    return marked[0]


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
    fitting = [p for p in marked if not _fields_of(p) and p.state in (None, state) and _is_named_with(notes, p, state)]
    return fitting[0] if len(fitting) == 1 and len(marked) == 1 else None


def _is_named_with(notes: Notes, person: Referent, state: str) -> bool:
    """Say whether a sentence names a person and the state, or its capital."""
    return any(
        any(person in notes.bearers(name_text(chunk.name)) for chunk in chunks if chunk.name)
        and any(state_of(word.text) == state for word in context.sentence.words)
        for context, chunks in zip(notes.contexts, notes.chunks, strict=True)
    )


def has_no_tail(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase has no genitive or *von* behind it."""
    return notes.chunks[context.number].index(chunk) not in notes.tails[context.number]


def _fields_of(person: Referent) -> set[str]:
    """Return the fields of the roles that the article gives somebody."""
    fields = {known.field for text in person.nouns if (known := noun_of(text)) is not None}
    return fields - GENERAL_FIELDS
