"""Kinship and other relations: *sein Kollege*, *Quasts Bruder*, *der Namensvetter*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.nouns import Gender, noun_of
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import answers
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import did
from quotetrack.speakers.disjoint_reference import acted_on
from quotetrack.speakers.family_ties import by_age
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.party_members import is_of_a_party, parties_of
from quotetrack.speakers.plurals import are_of_a_pair
from quotetrack.speakers.pronouns import antecedent
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import fields_of, heads, is_in_court_by_office, is_only_a_relative
from quotetrack.speakers.salience import clear_winner, fits
from quotetrack.speakers.succession import of_the_same_post
from quotetrack.speakers.ties import BY_VERB, SPOUSES, bond_of, sides_of
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import is_of_kin, state_in

_OFFICES: Final = frozenset({"politics", "head", "speaker", "law", "police", "church", "union"})
_COUNTERPARTS: Final = frozenset(
    "Kollege Partner Mitstreiter Amtskollege Parteikollege Parteifreund Weggefährte Chef Chefin Gesprächspartner"
    " Gegenspieler Kontrahent Rivale Widersacher Koalitionspartner Kritiker Gegner Gegenkandidat Herausforderer"
    " Konkurrent Mitarbeiter Assistent Stellvertreter Vertreter Begleiter Mitautor Koautor Kompagnon Schüler"
    " Lehrling Schützling Lehrmeister Mentor Doktorvater Doktormutter Doktorand Komplize Mittäter Teamkollege"
    " Mitbewohner".split()
)
#: Of whoever has an office: somebody else had it, or will have it.
_IN_OFFICE: Final = frozenset({"Vorgänger", "Vorvorgänger", "Amtsvorgänger", "Nachfolger", "Amtsnachfolger"})
_DEPUTY: Final = "Stellvertreter"
#: Ends of nouns for those who have others below them, and for those who have officials.
_CHIEFS: Final = ("chef", "chefarzt", "dekan", "inhaber", "kommandant", "rektor", "trainer", "wirt")
_OF_OFFICIALS: Final = ("bürgermeister", "kanzler", "landrat", "minister", "präsident", "senator", "vorsitzender")
#: Who speaks in turns with somebody.
_OPPOSITE: Final = frozenset(
    "Gegenüber Widerpart Gegenpart Kontrahent Opponent Gesprächspartner Gegenspieler Widersacher".split()
)
#: How many sentences back the two may have spoken.
_TALK: Final = 5
_RELATIONS: Final = frozenset({"relation", "family"})
_SIDES: Final = (("staatsanw", "ankläg", "bundesanw"), ("verteidig", "strafverteidig"))
#: How adjectives begin that only tell since when or until when.
_ONCE: Final = ("früher", "einstig", "ehemalig", "damalig", "langjährig", "alt")
#: How far back the only one besides the owner may have been spoken of, where the article has several.
_IN_VIEW: Final = 3
_GROWN_UP: Final = 15
#: How far behind a phrase the only one besides the owner may be named first.
_SOON: Final = 3


def is_relation(chunk: Chunk) -> bool:
    """Say whether a phrase tells somebody by what they are to somebody else: *seine Nachbarin*, *ihr Kritiker*."""
    noun = chunk.noun
    if noun is None:
        return False
    has_sides = bool(sides_of(chunk)) and chunk.determiner not in ("dessen", "deren")
    is_tie = has_sides or _is_counterpart(chunk) or bond_of(chunk) is not None
    return noun.field in _RELATIONS or (chunk.is_possessive and is_tie)


def _is_counterpart(chunk: Chunk) -> bool:
    """Say whether a noun tells who is beside or against somebody: *ihr Kritiker*, *sein Mitautor*."""
    noun, text = chunk.noun, chunk.nouns[-1].text if chunk.nouns else ""
    beside = text.startswith("Mit") and text[3:].capitalize().startswith(noun.base if noun is not None else " ")
    if noun is not None and noun.base == "Partner" and not text.startswith(("Partner", "Geschäft")):
        return False  # ihr Streifenpartner: somebody of whom nothing is told
    return noun is not None and (noun.base in _COUNTERPARTS or beside)


@way("relation")
def related(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the other of two who were named together, or the one who shares a surname."""
    noun = chunk.noun
    if noun is None:
        return None
    if noun.base.startswith("Namensvetter"):
        return _namesake(notes, context, chunk, owner)
    if noun.base in SPOUSES and chunk.is_possessive:
        return None if owner is None else _bound(notes, chunk, owner.known) or _of_the_name(notes, chunk, owner.known)
    if noun.base in _OPPOSITE and not notes.has_no_tail(context, chunk):
        return None  # Ihr Gegenspieler vom Eigentümerverband: somebody new
    people = by_age(chunk, _who_may_be_meant(notes, context, chunk, owner))
    of_party = _of_that_party(notes, context, chunk, people)
    if of_party is not None:
        return of_party
    same = [p for p in people if p.name and any(is_same_role(chunk.role, n) for n in p.nouns)]
    if noun.field == "family":  # his mother is nobody's of whom only another paragraph tells
        same = [person for person in same if notes.first.get(id(person), 0) <= context.number + _SOON]
    if len(same) == 1:
        return same[0]
    return (
        _by_bond(notes, context, chunk, owner, people)
        or _the_other(notes, context, chunk, owner, people)
        or _of_whom_the_owner_told(notes, context, chunk, owner)
    )


def _who_may_be_meant(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> list[Referent]:
    """Return the people besides the owner who fit in gender and state."""
    met = acted_on(notes, context, chunk.head)
    people = [p for p in notes.people(context) if fits(p, chunk.gender) and p is not owner and id(p) not in met]
    state = state_in(chunk)
    people = [person for person in people if not (_is_counterpart(chunk) and _is_child(person))]
    if owner is not None and _is_counterpart(chunk) and not is_in_court_by_office(owner.known):
        people = [person for person in people if not is_in_court_by_office(person)]  # no judge is his Partner
    return [person for person in people if state is None or person.state in (None, state)]


def _of_that_party(notes: Notes, context: Context, chunk: Chunk, people: Sequence[Referent]) -> Referent | None:
    """Return the only one of the party that stands behind a noun: *ihr Kollege | von der FDP*."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    tail = None if place is None else notes.chunks[context.number][place]
    if tail is None or tail.preposition not in ("von", "vom", "aus") or not (tail.nouns or tail.name):
        return None
    told = " ".join(word.text for word in (*tail.nouns, *tail.name)).casefold()
    parties = (parties_of(tail) if tail.nouns else frozenset()) or frozenset({told})
    found = [person for person in people if person.name and is_of_a_party(person, parties)]
    return found[0] if len(found) == 1 else None


def _is_child(person: Referent) -> bool:
    """Say whether somebody is too young to be a colleague or a deputy."""
    return person.age is not None and person.age.isdecimal() and int(person.age) < _GROWN_UP


def _by_bond(
    notes: Notes, context: Context, chunk: Chunk, owner: Referent | None, people: list[Referent]
) -> Referent | None:
    """Return whom the article ties to the owner: by a bond of both, by the family, by the office, by taking turns."""
    noun, found = chunk.noun, None
    if owner is not None and chunk.is_possessive:
        found = _bound(notes, chunk, owner.known)
        found = found or (_paired_with(notes, chunk, owner.known) if bond_of(chunk) is not None else None)
    if found is not None or noun is None:
        return found
    if noun.base in _IN_OFFICE and owner is not None:
        found = _whom_they_follow(notes, chunk, owner.known) or of_the_same_post(chunk, owner.known, people)
    if noun.field == "family" and (chunk.is_possessive or _acts(notes, context, chunk)):
        found = _of_one_family(notes, context, chunk, owner)
    if found is None and owner is not None and noun.base == "Amtskollege":
        found = _in_the_same_office(chunk, owner.known, people)
    if found is None and noun.base in _OPPOSITE and chunk.is_possessive:
        lately = owner is not None and any(0 <= context.number - pair.sentence <= _TALK for pair in notes.pairs)
        paired = _paired_with(notes, chunk, owner.known) if owner is not None and lately else None
        found = paired or _who_speaks_in_turns(notes, context, chunk)
    return found


def _whom_they_follow(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return whose successor somebody is called, for *ihr Vorgänger*, or the reverse: *Otts Nachfolgerin*."""
    wanted = "Nachfolger" if chunk.noun is not None and chunk.noun.base.endswith("orgänger") else "organger"
    for (number, place), whose in notes.owners.items():
        told = notes.by_head.get((number, place))
        noun = noun_of(notes.contexts[number].word(place).text)
        is_so = noun is not None and noun.base.casefold().replace("ä", "a").endswith(wanted.casefold())
        if told is not None and told.known is owner and is_so and whose.known.name and fits(whose.known, chunk.gender):
            return whose.known
    return None


def _of_whom_the_owner_told(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whom alone the last speaker has just told of, and who answers: *Ott …, sagt Kern. …, so ihr Nachbar*."""
    if owner is None or not chunk.is_possessive or not answers(notes, context, chunk.head):
        return None
    last = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known.is_person]
    told = {id(o.referent.known): o.referent.known for o in last if o.is_in_content and o.referent.known.name}
    spoke = any(o.is_speaker and o.referent.known is owner.known for o in last)
    only = next(iter(told.values())) if len(told) == 1 else None
    return only if spoke and only is not None and only is not owner.known and fits(only, chunk.gender) else None


def _acts(notes: Notes, context: Context, chunk: Chunk) -> bool:
    return notes.is_speaker(context, chunk.span) or is_subject_of_clause(context, chunk, chunk.head)


def _the_other(
    notes: Notes, context: Context, chunk: Chunk, owner: Referent | None, people: list[Referent]
) -> Referent | None:
    """Return the only one besides the owner whom the article has spoken of and who may be called so."""
    noun = chunk.noun
    if noun is None:
        return None
    if noun.base == "Amtskollege":
        people = [person for person in people if not _has_role(person)]
    if noun.base == _DEPUTY:
        people = [person for person in people if not person.nouns or _leads(chunk, person)]
    if owner is not None and (_is_counterpart(chunk) or noun.base in _OPPOSITE):
        paired = _paired_with(notes, chunk, owner.known) or _together_with(notes, chunk, owner.known)
        return paired or _other(notes, context, chunk, owner.known, people)
    if owner is not None and noun.base in _IN_OFFICE and not chunk.possessor:
        bare = [person for person in people if not _has_office(person) or "Amtsinhaber" in person.nouns]
        bare = [person for person in bare if not is_only_a_relative(person) and not _is_a_colleague(person)]
        return _other(notes, context, chunk, owner.known, bare)
    return None


def _of_the_name(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return the only other bearer of a surname for *ihr geschiedener Mann*, where the other gender is told."""
    surname = (owner.name or "").split(" ")[-1]
    if {"Mutter", "Vater"} & {*owner.nouns}:
        return None  # a child may be meant as well
    found = [
        person
        for name, person in notes.named.items()
        if person.same is None and person is not owner and surname and name.split(" ")[-1] == surname and " " in name
        if fits(person, chunk.gender) and not is_only_a_relative(person)
        if owner.gender is not None or _spoke_last(notes, owner)
    ]
    return found[0] if len(found) == 1 else None


def _spoke_last(notes: Notes, person: Referent) -> bool:
    """Say whether somebody has spoken last under the name, whose *ihr Mann* is then."""
    spoken = next((o for o in reversed(notes.occurrences) if o.is_speaker), None)
    return spoken is not None and spoken.referent.known is person and spoken.chunk is not None


def _who_speaks_in_turns(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke right before the last speaker, whose opposite that is: *…, antwortete Ott. Sein Gegenüber …*."""
    spoken = [o.referent.known for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _TALK]
    before = [person for person in spoken if person is not spoken[-1] and person.is_person and person.name]
    side = _side(spoken[-1]) if spoken else None
    before = [person for person in before if side is None or _side(person) == 1 - side]
    return before[-1] if before and fits(before[-1], chunk.gender) else None


def _in_the_same_office(chunk: Chunk, owner: Referent, people: Sequence[Referent]) -> Referent | None:
    """Return the only one who has the office of the owner elsewhere: *sein norwegischer Amtskollege*."""
    state = state_in(chunk)
    found = [
        person
        for person in people
        if person.name and person is not owner and state in (None, person.state) and person.state != owner.state
        if any(
            is_same_role(one, other) or is_other_word_for(one, other) for one in owner.nouns for other in person.nouns
        )
    ]
    return found[0] if len(found) == 1 else None


def _leads(chunk: Chunk, person: Referent) -> bool:
    """Say whether a role of somebody is another word for the noun of a phrase."""
    return any(is_other_word_for(chunk.role, role) for role in person.nouns)


def _is_a_colleague(person: Referent) -> bool:
    """Say whether the article calls somebody a colleague: whoever is one now has not gone before."""
    return any((known := noun_of(text)) is not None and known.base.endswith("ollege") for text in person.nouns)


def _paired_with(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return who was named together with the owner last: *Levin und Jonas …, sagt Levin. … entgegnet sein Freund*."""
    for pair in reversed(notes.pairs):
        known = [person.known for person in pair.referents]
        if owner in known and len(known) == 2:
            other = next((person for person in known if person is not owner), None)
            if other is not None and fits(other, chunk.gender):
                return other
    return None


def _together_with(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return with whom somebody does something, or the reverse: *Ott leitet die Gespräche gemeinsam mit | Jan Kern*."""
    found: dict[int, Referent] = {}
    for o in notes.occurrences:
        if not _stands_behind_together(notes, o):
            continue
        here = (one for one in notes.occurrences if (one.sentence, one.clause) == (o.sentence, o.clause))
        people = {id(one.referent.known): one.referent.known for one in here if one.referent.known.is_person}
        if id(owner) in people:
            found |= {key: one for key, one in people.items() if one is not owner and fits(one, chunk.gender)}
    return next(iter(found.values())) if len(found) == 1 else None


def _stands_behind_together(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody named stands behind *gemeinsam mit*."""
    chunk, known = occurrence.chunk, occurrence.referent.known
    if chunk is None or chunk.preposition != "mit" or not known.is_person or known.name is None:
        return False
    before = notes.contexts[occurrence.sentence].words(max(1, chunk.first - 2), chunk.first)
    return not occurrence.is_in_content and any(word.text.lower() in ("gemeinsam", "zusammen") for word in before)


def _bound(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return who has been called so to the owner, or the owner to them: *sein Nachbar Kern*, *seine Nachbarin*."""
    if sides_of(chunk):
        return _of_the_other_side(notes, chunk, owner)
    bond = bond_of(chunk)
    found = [
        other.known
        for one, other, known in reversed(notes.bonds)
        if known == bond is not None
        for one, other in ((one, other), (other, one))
        if one.known is owner and other.known is not owner and fits(other.known, chunk.gender)
    ]
    return found[0] if found else None


def _of_the_other_side(notes: Notes, chunk: Chunk, owner: Referent) -> Referent | None:
    """Return who is over the owner by a noun for those below, or the reverse: *seine Assistentin Ott*, *ihr Chef*."""
    for above, below, bond in reversed(notes.bonds):
        if (bond, True) in sides_of(chunk):
            one, other = above.known, below.known
        elif (bond, False) in sides_of(chunk):
            one, other = below.known, above.known
        else:
            continue
        if one is owner is not other and fits(other, chunk.gender):
            return other
    return None


def tied_to_another(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one who is what a noun says to another: *Ihre Gesellin lernt. Sie sei gut, sagt die Chefin*."""
    is_bare = chunk.is_definite and not chunk.is_possessive and notes.has_no_tail(context, chunk)
    sides = sides_of(chunk) if is_bare else ()
    tied = {
        id(one.known): one.known
        for above, below, bond in notes.bonds
        for one, is_below in ((above, False), (below, True))
        if (bond, is_below) in sides
    }
    tied = tied or _tied_by_verb(notes, context, [bond for bond, is_below in sides if is_below])
    found = [person for person in tied.values() if person.name is not None and fits(person, chunk.gender)]
    return found[0] if len(found) == 1 else None


def _tied_by_verb(notes: Notes, context: Context, bonds: Sequence[str]) -> dict[int, Referent]:
    """Return whom somebody treats, teaches or defends, by a verb of the last sentences: *Ott betreut | Jan Kern*."""
    stems = tuple(stem for bond in bonds for stem in BY_VERB.get(bond, ()))
    lately = [o for o in notes.occurrences if 0 < context.number - o.sentence <= _IN_VIEW and stems]
    people = [o for o in lately if o.referent.known.is_person and not o.is_in_content]
    return {
        id(o.referent.known): o.referent.known
        for o in people
        if not o.is_subject and not o.is_attribute and did(notes, o, stems)
        if any(one.is_subject and (one.sentence, one.clause) == (o.sentence, o.clause) for one in people)
    }


def _other(
    notes: Notes, context: Context, chunk: Chunk, owner: Referent, people: Sequence[Referent]
) -> Referent | None:
    """Return the only one of that gender besides the owner: of the article, of the other side, or of those in view."""
    named = [person for person in people if person.name and person is not owner]
    named = [person for person in named if notes.first.get(id(person), 0) <= context.number + _SOON]
    others = [person for person in named if person.gender == chunk.gender] or [
        person for person in named if notes.distance(context, person) <= _IN_VIEW
    ]
    if not others:  # the only one met so far at all
        met = [person for person in named if notes.distance(context, person) <= _IN_VIEW + 2]
        others = met if len(met) == 1 else []
    if len(others) > 1:
        side = _side(owner)
        is_mate = bond_of(chunk) is not None
        across = [person for person in others if side is not None and _side(person) == 1 - side and not is_mate]
        heading = _heading(chunk, owner, others)
        leading = [person for person in others if _leads(chunk, person)] or (heading if len(heading) == 1 else [])
        near = [person for person in others if notes.distance(context, person) <= _IN_VIEW]
        near = [person for person in near if person in heading] or near
        near = [] if _has_more(context, chunk) else _of_the_same_trade(chunk, owner, near) or near
        others = across or leading or near
    return others[0] if len(others) == 1 and not _comes_behind_another(notes, context, others[0]) else None


def _heading(chunk: Chunk, owner: Referent, people: Sequence[Referent]) -> list[Referent]:
    """Return who heads a house, for *ihre Chefin*: the Rektorin, no mother of a pupil, and no mayor of a baker."""
    if chunk.noun is None or chunk.noun.base not in ("Chef", "Chefin"):
        return []
    governing = "politics" in fields_of(owner)
    return [p for p in people if heads(p) or _ends_in(p, _CHIEFS) or (governing and _ends_in(p, _OF_OFFICIALS))]


def _ends_in(person: Referent, ends: tuple[str, ...]) -> bool:
    known = (noun_of(text) for text in person.nouns)
    return any(noun is not None and noun.base.casefold().endswith(ends) for noun in known)


def _comes_behind_another(notes: Notes, context: Context, person: Referent) -> bool:
    """Say whether somebody is named later, and another bare name before that: *Ihre Kollegin … . …, so Kern. Ott …*."""
    first = notes.first.get(id(person), 0)
    return first > context.number and any(
        context.number < number < first and other is not person and not other.nouns for number, other, _ in notes.bare
    )


def _of_the_same_trade(chunk: Chunk, owner: Referent, people: list[Referent]) -> list[Referent]:
    """Return the only one who shares a field with the owner, for *seine Kollegin*."""
    noun = chunk.noun
    if noun is None or noun.base != "Kollege":
        return []
    found = [person for person in people if fields_of(person) & fields_of(owner)]
    return found if len(found) == 1 else []


def _has_more(context: Context, chunk: Chunk) -> bool:
    """Say whether an attribute tells somebody from others: *seine Kollegin auf der anderen Seite*."""
    following = context.word(chunk.last + 1) if chunk.last < context.length else None
    telling = [word for word in chunk.adjectives if not word.text.startswith(_ONCE)]
    return bool(telling) or (following is not None and following.upos == "ADP")


def _side(person: Referent) -> int | None:
    """Return on which side of a court somebody stands."""
    small = [noun.casefold() for noun in person.nouns]
    return next((side for side, ends in enumerate(_SIDES) if any(e in noun for noun in small for e in ends)), None)


def _has_role(person: Referent) -> bool:
    """Say whether the article tells what somebody is, other than from where or to whom."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(noun.field not in (*_RELATIONS, "origin", "age", "party") for noun in known)


def _has_office(person: Referent) -> bool:
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(noun.field in _OFFICES or noun.base == "Trainer" for noun in known)


def _of_one_family(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the only person of that gender who shares a surname with somebody else, the owner if one is told.

    ``Anton Inderbitzin sitzt mit seinem Bruder … Josef Inderbitzin``; without a possessive the owner has just spoken.
    """
    families: dict[str, list[Referent]] = {}
    for name, person in notes.named.items():
        for surname in name.split()[-1].split("-"):  # Ott-Kern is of the Otts and of the Kerns
            families.setdefault(surname, []).append(person)
    shared = [people for people in families.values() if len(people) > 1]
    of_whom = _owner_behind(notes, context, chunk) if owner is None else None
    if of_whom is not None:
        shared = [people for people in shared if of_whom in people]
        owner = of_whom
    if owner is None:
        owner = next(
            (o.referent.known for o in reversed(notes.occurrences) if o.is_subject and o.referent.is_person), None
        )
    relatives = [] if chunk.is_possessive else [person for people in shared for person in people]
    if chunk.is_possessive and not any(owner in people for people in shared):
        owner = _relative_before(notes, context, shared) or owner
    family = next((people for people in shared if owner in people), relatives)
    found = by_age(chunk, [person for person in family if person is not owner and fits(person, chunk.gender)])
    met = [person for person in found if notes.first.get(id(person), 0) <= context.number + _SOON]
    found = met or found
    return found[0] if len(found) == 1 else None


def _owner_behind(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one with the role whose relative that is: *der Vater | des Landwirts*."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    tail = None if place is None else notes.chunks[context.number][place]
    if tail is None or tail.noun is None or tail.noun.kind != "person" or tail.name or not tail.is_definite:
        return None
    people = [one for one in notes.named.values() if one.same is None and fits(one, tail.gender)]
    found = [one for one in people if any(is_same_role(tail.role, role) for role in one.nouns)]
    exact = [one for one in found if tail.role in one.nouns or tail.nouns[-1].lemma in one.nouns]
    found = exact or found or [one for one in people if any(is_other_word_for(tail.role, role) for role in one.nouns)]
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


def _only_one_here(notes: Notes, context: Context, chunk: Chunk, gender: Gender) -> Referent | None:
    """Return the only one named before a possessive in its sentence: *Es gehört Eduard Ott, denn sein Bruder …*."""
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < chunk.first]
    found = {id(o.referent.known): o.referent.known for o in here if o.referent.known.is_person}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only is not None and only.name and only.gender == gender else None


_OF_GENDER: Final[dict[str, Gender]] = {"deren": "Fem", "dessen": "Masc"}


def possessor(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose somebody is: *sein Kollege*, *Quasts Bruder*."""
    if chunk.possessor:
        bearers = notes.bearers(name_text(chunk.possessor))
        return bearers[0] if len(bearers) == 1 else None
    determiner = chunk.determiner or ""
    alike = _as_before(notes, context, chunk) if determiner.startswith(("sein", "ihr")) else None
    if alike is not None:
        return alike
    if determiner.startswith("sein"):
        return _only_one_here(notes, context, chunk, "Masc") or _most_in_view(notes, context, chunk, "Masc")
    if determiner.startswith("ihr"):
        return _only_one_here(notes, context, chunk, "Fem") or _most_in_view(notes, context, chunk, "Fem")
    if determiner in ("dessen", "deren"):
        word = chunk.words[0]
        opens = word.index > 1 and any(w.text == "," for w in context.words(max(1, word.index - 2), word.index - 1))
        inside = antecedent(notes, context, word) if opens else None
        inside = inside or _last_before(notes, context, determiner, of_kin=is_of_kin(chunk))
        gender: Gender | None = "Fem" if determiner == "deren" else None
        return inside or clear_winner(notes.ranked(context, gender), 0)
    return None


def _as_before(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose another relative is that the same possessive tells of: *Sein Sohn Jan kocht, | seine Tochter | …*.

    The two stand in one sentence, or begin two that follow each other.
    """
    if chunk.noun is None or chunk.noun.field != "family":
        return None
    stem = (chunk.determiner or "")[:3].lower()
    before = [(context.number, one) for one in notes.chunks[context.number] if one.first < chunk.first]
    if chunk.first == 1 and context.number and notes.paragraphs[context.number - 1] == notes.paragraphs[context.number]:
        before = [(context.number - 1, one) for one in notes.chunks[context.number - 1] if one.first == 1]
    alike = [
        notes.owners[number, one.head.index]
        for number, one in before
        if one.noun is not None and one.noun.field == "family" and (one.determiner or "")[:3].lower() == stem
        if (number, one.head.index) in notes.owners and (one.name or number == context.number)
    ]
    apart = chunk.first == 1 or context.word(chunk.first - 1).text in (",", ";", "und")
    return alike[-1].known if alike and apart and (chunk.name or chunk.first > 1) else None


def _most_in_view(notes: Notes, context: Context, chunk: Chunk, gender: Gender) -> Referent | None:
    """Return who is most in view before a possessive, else behind: *Nach seinen Worten steht Präsident Ott …*."""
    before = notes.ranked(context, gender, before=chunk.first)
    if are_of_a_pair(notes, before[:2]):
        return None
    return clear_winner(before or notes.ranked(context, gender), 0)


def _owner_of_attribute(near: Sequence[Occurrence], last: Occurrence | None) -> Occurrence | None:
    """Return the body right before its attribute, for the attribute: *die | Mission | der Union*."""
    if last is None or not last.is_attribute or last.chunk is None:
        return last
    owners = [o for o in near if o.chunk is not None and o.chunk.last == last.chunk.first - 1]
    owner = owners[0] if owners else last
    return owner if owner.referent.known.kind == "organisation" and owner.chunk is not None else last


def _last_before(notes: Notes, context: Context, determiner: str, *, of_kin: bool) -> Referent | None:
    """Return the body or person named last before: *… hat die Kammer gerechnet. Nach | deren Schätzung …*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.chunk is not None]
    near = [o for o in near if o.referent.known.is_person] if of_kin else near
    last = max(near, key=lambda o: o.place, default=None)
    last = _owner_of_attribute(near, last)
    if last is None or last.chunk is None or last.chunk.head.masked:
        return None
    if last.referent.known.is_person:
        own = last.referent.known.gender
        return last.referent.known if own == _OF_GENDER[determiner] or (of_kin and own is None) else None
    if last.referent.known.kind != "organisation":
        return None
    feminine = last.chunk.gender == "Fem" or last.chunk.is_plural or last.referent.known.gender == "Fem"
    return last.referent.known if feminine == (determiner == "deren") else None
