"""Learns who is related to whom, and finds who is meant by *die Schwägerin*, *ihr Onkel*, *der Vater der beiden*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from quotetrack.nouns import Gender
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.families import MUTUAL, kinship_of_noun
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent, rank_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import is_of_kin

_COUPLES: Final = ("ehepaar", "wirtspaar", "bauernpaar", "elternpaar", "wirtepaar")
_MARRIED: Final = frozenset("verheiratet heiratete heirateten geheiratet getraut geschieden scheiden".split())
_GENDERS: Final[dict[str, Gender]] = {"sein": "Masc", "ihr": "Fem", "dessen": "Masc", "deren": "Fem"}
_TELLING: Final = frozenset({"apposition", "predicate", "called", "just-met", "named-later"})
"""Ways by which a text itself tells who is meant."""
_NEAR: Final = 2
"""So many sentences back the owner of a possessive may stand who is not most in view."""


def kinship_of(notes: Notes, context: Context, chunk: Chunk) -> str | None:
    """Return what a phrase tells that somebody is to another, None where it does not tell of kin."""
    if not chunk.nouns:
        return None
    is_owned = chunk.is_possessive or _tail(notes, context, chunk) is not None
    return kinship_of_noun(chunk.nouns[-1].text, is_owned=is_owned)


def learn_kin(notes: Notes, context: Context, place: int, referent: Referent, owner: Referent | None) -> None:
    """Learn of a phrase whose kin it tells somebody to be: *Otts Bruder Jan*, *Jan, der Vater der beiden*."""
    chunk = notes.chunks[context.number][place]
    kinship = kinship_of(notes, context, chunk)
    met = notes.first.get(id(referent.known), 0) < context.number
    if kinship is None:
        _learn_of_couple(notes, chunk, referent)
    elif referent.known.members or (_is_of_several(chunk) and kinship in MUTUAL):
        _learn_of_several(notes, context, chunk, referent, kinship)
    elif referent.is_person and not _is_of_several(chunk) and _is_told(notes, context, chunk, is_new=not met):
        for known in _owners(notes, context, chunk, referent, owner):
            if notes.first.get(id(known.known), 0) > context.number:
                continue
            notes.family.learn(known, kinship, referent)
    _learn_in_law(notes, context, chunk, referent)
    _learn_of_parents(notes, context, chunk)
    _learn_of_owner(notes, context, place, referent)
    _learn_of_pair(notes, context, referent)


def _learn_in_law(notes: Notes, context: Context, chunk: Chunk, referent: Referent) -> None:
    """Learn that *der Bruder von Jans Frau* is the brother-in-law of Jan."""
    tail = _tail(notes, context, chunk)
    if tail is None or not tail.possessor or not tail.nouns or kinship_of(notes, context, chunk) != "sibling":
        return
    bearers = notes.bearers(name_text(tail.possessor))
    if kinship_of_noun(tail.nouns[-1].text, is_owned=True) == "spouse" and len(bearers) == 1:
        notes.family.learn(bearers[0], "brother-in-law", referent)


def _is_told(notes: Notes, context: Context, chunk: Chunk, *, is_new: bool = False) -> bool:
    """Say whether the text tells who somebody is, so that nobody had to be found: by the name, by a predicate.

    So it does where it names only later whom a phrase introduces: *Die Wahl fiel auf | seine Frau. Ida Ott …*.
    """
    told = notes.ways.get((context.number, chunk.head.index))
    return bool(chunk.name) or told is None or told.way in _TELLING or (is_new and told.way == "relation")


def _is_of_several(chunk: Chunk) -> bool:
    noun = chunk.noun
    return chunk.is_plural or (noun is not None and noun.is_plural and chunk.determiner in (None, "die", "den"))


def _learn_of_couple(notes: Notes, chunk: Chunk, referent: Referent) -> None:
    """Learn that two are married: *das Ehepaar*."""
    if chunk.nouns and chunk.nouns[-1].text.casefold().endswith(_COUPLES):
        _relate_all(notes, referent.known.members, "spouse")


def _learn_of_several(notes: Notes, context: Context, chunk: Chunk, referent: Referent, kinship: str) -> None:
    """Learn what several are to each other: *die Brüder*, *Ida und Jan Ott, Geschwister*."""
    pairs = [pair for pair in notes.pairs if pair.sentence == context.number and pair.span.end < chunk.span.start]
    members = referent.known.members or (pairs[-1].referents if pairs and chunk.determiner is None else ())
    if kinship in MUTUAL:
        _relate_all(notes, members, kinship)
    elif chunk.is_possessive and members:
        return


def learn_marriage(notes: Notes, context: Context) -> None:
    """Learn that the only two named in a sentence are married: *Ida Ott ist mit Jan Kern verheiratet*."""
    if not any(word.text in _MARRIED and not notes.is_in_content(word.span) for word in context.sentence.words):
        return
    here = [o for o in notes.occurrences if o.sentence == context.number and not o.is_in_content]
    named = {id(o.referent.known): o.referent.known for o in here if o.referent.is_person and o.referent.known.name}
    people = [*named.values()]
    if len(people) == len(("Ida", "Jan")):
        notes.family.learn(people[0], "spouse", people[1])


def _learn_of_parents(notes: Notes, context: Context, chunk: Chunk) -> None:
    """Learn that two named together are brothers or sisters whose parents are told of: *Jan und Lea … Ihre Eltern*."""
    if chunk.noun is not None and chunk.noun.base == "Eltern" and (chunk.determiner or "").startswith("ihr"):
        _relate_all(notes, notes.last_pair(context, 1), "sibling")


def _relate_all(notes: Notes, members: Sequence[Referent], kinship: str) -> None:
    for place, one in enumerate(members):
        for other in members[place + 1 :]:
            notes.family.learn(one, kinship, other)


def _learn_of_pair(notes: Notes, context: Context, referent: Referent) -> None:
    """Learn of two named together behind what they are: *die Brüder | Jan und Urs Ott*, *das Ehepaar Ida und Jan*."""
    pair = notes.pairs[-1] if notes.pairs else None
    if pair is None or pair.sentence != context.number or pair.referents[-1].known is not referent.known:
        return
    first = next((c for c in notes.chunks[context.number] if c.span.start == pair.span.start), None)
    if first is None or not first.nouns or not first.name:
        return
    noun = first.nouns[-1].text
    is_couple = noun.casefold().endswith(_COUPLES)
    kinship = (
        "spouse" if is_couple else kinship_of_noun(noun) if first.noun is not None and first.noun.is_plural else None
    )
    if kinship in MUTUAL:
        _relate_all(notes, pair.referents, kinship)


def _learn_of_owner(notes: Notes, context: Context, place: int, referent: Referent) -> None:
    """Learn whose kin the phrase is to which this one belongs: *Eva Ott, die Frau | des Dichters*."""
    number = context.number
    chunks = notes.chunks[number]
    for owned, tail in notes.tails[number].items():
        kinship = kinship_of(notes, context, chunks[owned]) if tail == place else None
        relative = notes.by_head.get((number, chunks[owned].head.index)) if kinship is not None else None
        is_told = kinship is not None and _is_told(notes, context, chunks[owned])
        if kinship is not None and is_told and relative is not None and relative.is_person:
            for known in referent.known.members or (referent,):
                notes.family.learn(known, kinship, relative)


def _owners(
    notes: Notes, context: Context, chunk: Chunk, referent: Referent, owner: Referent | None
) -> Iterable[Referent]:
    """Return whose kin a phrase tells somebody to be."""
    if chunk.is_possessive:
        return [owner] if owner is not None else []
    if chunk.determiner is None and chunk.name:
        before = _of_the_name_before(notes, context, referent)
        return [before] if before is not None else []
    behind = _owners_behind(notes, context, chunk)
    is_bare = not behind and chunk.is_definite and notes.has_no_tail(context, chunk)
    return _children(notes) if is_bare and kinship_of(notes, context, chunk) == "parent" else behind


def _children(notes: Notes) -> list[Referent]:
    """Return the children of the one family of whom the article tells: *Jan und Lea sind Zwillinge. | Die Mutter …*."""
    told = [one for one in notes.family.everybody("child") if one.name] or notes.family.everybody("sibling")
    apart = [one for one in told[1:] if one not in notes.family.kin(told[0], "sibling")]
    return told[:1] if not apart else []


def _of_the_name_before(notes: Notes, context: Context, referent: Referent) -> Referent | None:
    """Return the first in the sentence, else the last before, who bears the surname of a relative: *Vater Urs Ott*."""
    surname = (referent.known.name or "").split(" ")[-1]
    before = [o for o in notes.occurrences if o.referent.known is not referent.known and not o.is_in_content]
    before = [o for o in before if o.referent.is_person and surname in (o.referent.known.name or "").split(" ")[1:]]
    here = [o for o in before if o.sentence == context.number]
    return here[0].referent.known if here else before[-1].referent.known if before else None


def _tail(notes: Notes, context: Context, chunk: Chunk) -> Chunk | None:
    """Return the phrase behind a noun that tells whose somebody is: *die Frau | des Dichters*, *Bruder | von Jan*."""
    number = context.number
    place = notes.tails[number].get(next((n for n, one in enumerate(notes.chunks[number]) if one is chunk), -1))
    tail = None if place is None else notes.chunks[number][place]
    return tail if tail is not None and tail.preposition in (None, "von", "vom") else None


def _owners_behind(notes: Notes, context: Context, chunk: Chunk) -> list[Referent]:
    """Return whose somebody is by what stands behind a noun: a name, a role, *der beiden*."""
    behind = [word.text for word in context.sentence.words[chunk.last : chunk.last + 2]]
    if behind in (["der", "beiden"], ["der", "zwei"]):
        return notes.last_pair(context)
    tail = _tail(notes, context, chunk)
    if tail is None or (tail.possessor and is_of_kin(tail)):
        return []  # der Bruder von Jans Frau
    if tail.name:
        found = notes.bearers(name_text(tail.name))
        return found if len(found) == 1 else []
    if tail.is_plural:
        return notes.last_pair(context)
    people = [person for person in notes.people(context) if fits(person, tail.gender)]
    same = [person for person in people if any(is_same_role(tail.role, noun) for noun in person.nouns)]
    found = same or [person for person in people if any(is_other_word_for(tail.role, noun) for noun in person.nouns)]
    return found if len(found) == 1 else []


@way("relation")
def of_the_family(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whom alone a word for a relative can mean, by who is related to whom."""
    kinship = kinship_of(notes, context, chunk)
    if kinship is None or not chunk.is_definite or _is_of_several(chunk) or not notes.family.told:
        return None
    for owners in _whose(notes, context, chunk, owner):
        kin = {id(one): one for known in owners for one in notes.family.kin(known, kinship)}
        found = [one for one in kin.values() if fits(one, chunk.gender)]
        without = never_meant(notes, context, chunk.head) if found else set()
        if found and notes.is_speaker(context, chunk.span):
            without = without | {id(one) for one in found if one.is_dead}
        found = by_age(chunk, [one for one in found if id(one) not in without])
        if len(found) == 1:
            return found[0] if found[0].name else None
        if found and chunk.is_possessive:
            return None
    return None


def by_age(chunk: Chunk, people: list[Referent]) -> list[Referent]:
    """Return who of relatives is the older or the youngest, as an attribute tells, without those told otherwise."""
    ranks = [rank for word in chunk.adjectives if (rank := rank_of(word.text)) is not None]
    if not ranks:
        return people
    told = [person for person in people if person.is_elder_sibling is ranks[0]]
    return told if len(told) == 1 else [one for one in people if one.is_elder_sibling in (None, ranks[0])]


def _whose(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Iterator[list[Referent]]:
    """Yield whose relative may be meant, the likeliest first."""
    if chunk.is_possessive:
        if owner is not None:
            yield [owner.known]
        if not chunk.possessor:
            yield from _near(notes, context, chunk)
        return
    behind = _owners_behind(notes, context, chunk)
    if behind or not notes.has_no_tail(context, chunk):
        yield behind
        return
    spoken = [o.referent.known for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _NEAR]
    if spoken:
        yield [spoken[-1]]
    yield [one.known for known, _, person in notes.family.told for one in (known, person)]


def _near(notes: Notes, context: Context, chunk: Chunk) -> Iterator[list[Referent]]:
    """Yield those just told of whose a possessive may be, the nearest first, and two named together for *ihr*."""
    determiner = chunk.determiner or ""
    gender = next((gender for start, gender in _GENDERS.items() if determiner.startswith(start)), None)
    if determiner.startswith("ihr"):
        yield notes.last_pair(context)
    lately = [o for o in notes.occurrences if context.number - o.sentence <= _NEAR and not o.is_in_content]
    for o in reversed(lately):
        if gender is not None and o.referent.is_person and fits(o.referent.known, gender):
            yield [o.referent.known]
