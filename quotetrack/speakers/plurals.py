"""Several who speak: *beide*, *die Minister*, *zwei Zeugen*."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from quotetrack.nouns import Gender
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import PLURAL_WORDS, Chunk
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Pair, Referent
from quotetrack.speakers.salience import Candidate
from quotetrack.speakers.ways import way

_GENDERS: Final[dict[str, Gender]] = {"Frau": "Fem", "Mann": "Masc"}

_SIDES: Final = frozenset(
    "Länder Ländern Staaten Seiten Regierungen Parteien Nachbarländer Nachbarstaaten Nachbarn Mächte Vereine"
    " Klubs Firmen Unternehmen Konzerne Verbände Verbänden Kirchen Gewerkschaften Städte Gemeinden Behörden"
    " Ministerien Ketten".split()
)
_PAIRED: Final = 4

_NEAR: Final = 2
_FAR: Final = 4
_SIZES: Final = {
    "Paar": 2, "Ehepaar": 2, "Duo": 2, "Geschwisterpaar": 2, "Brüderpaar": 2, "Trio": 3, "Quartett": 4, "Eheleute": 2,
    "Eheleuten": 2, "Wirtsleute": 2, "Wirtsleuten": 2,
}  # fmt: skip
_MARRIED: Final = frozenset({"Ehepaar", "Eheleute", "Eheleuten", "Wirtsleute", "Wirtsleuten"})
"""Nouns for two of whom everybody knows who they are where the article tells of one couple."""


@way("together")
def counted_together(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return those named together last, if they are as many as a noun tells: *das Paar*, *das Trio*."""
    size = _SIZES.get(chunk.nouns[-1].text) if len(chunk.nouns) == 1 and chunk.is_definite and not chunk.name else None
    together = notes.last_pair(context) if size is not None else []
    if chunk.nouns and chunk.nouns[-1].text in _MARRIED:
        together = _one_couple(notes) or together
    if len(together) == size and all(one.is_person for one in together):
        return notes.group(together)
    sides = notes.last_pair(context, _PAIRED) if _are_both_sides(chunk) else []
    return notes.group(sides) if len(sides) == len(("one", "other")) else None


def _one_couple(notes: Notes) -> list[Referent]:
    """Return the only two named together who share a surname, and are no brothers or sisters."""
    pairs = [[one.known for one in pair.referents] for pair in notes.pairs]
    pairs = [pair for pair in pairs if len(pair) == len(("he", "she")) and all(one.is_person for one in pair)]
    found = {
        frozenset(map(id, pair)): pair
        for pair in pairs
        if (pair[0].name or " ").split(" ")[-1] == (pair[1].name or "-").split(" ")[-1]
        and pair[1] not in notes.family.kin(pair[0], "sibling")
    }
    return next(iter(found.values())) if len(found) == 1 else []


def _are_both_sides(chunk: Chunk) -> bool:
    """Say whether a phrase is of two states or parties to something: *beide Länder*, *die beiden Seiten*."""
    both = any(word.text.lower() in ("beide", "beiden") for word in chunk.words[:2])
    return both and not chunk.name and chunk.nouns[-1].text in _SIDES


@way("role-of-several")
def several(notes: Notes, context: Context, place: int) -> Referent:
    """Return whom a plural means: those of that role, the pair named last, or an unnamed group."""
    chunk = notes.chunks[context.number][place]
    members = _members(notes, context, chunk)
    if len(members) > 1:
        if len(members) == 2 and _are_two(chunk):
            notes.pairs.append(Pair((members[0], members[1]), context.number, chunk.span))
        return notes.group(members)
    group = Referent("group", None, is_plural=True, reason="unnamed_group")
    group.is_counted = chunk.determiner is not None or _is_counted(chunk)
    group.affiliation = affiliation(notes, context.number, place)
    return notes.new(group, chunk)


def _is_counted(chunk: Chunk) -> bool:
    """Say whether a number or the like stands before a plural: *zwei Zeugen*, but not *Zeugen*."""
    return any(word.upos == "NUM" or word.text.lower() in PLURAL_WORDS for word in chunk.words[:3])


def _are_two(chunk: Chunk) -> bool:
    """Say whether a plural is of two who are known: *die beiden Frauen*."""
    return any(word.text.lower() in ("beiden", "zwei") for word in chunk.words[:3])


def _members(notes: Notes, context: Context, chunk: Chunk) -> list[Referent]:
    if chunk.determiner is None or chunk.is_indefinite or not chunk.nouns:
        return []
    noun = chunk.nouns[-1].text
    people = [person for person in notes.named.values() if person.same is None]
    known = chunk.noun
    if known is not None and known.gender == "Fem":
        people = [person for person in people if person.gender != "Masc"]
    found = [person for person in people if any(is_same_role(noun, role) for role in person.nouns)]
    if len(found) == 2:
        return found
    marked = [person for person in people if person.gender == _GENDERS.get(known.base if known is not None else "")]
    if len(marked) == 2 and _are_two(chunk):
        return marked
    pair = notes.last_pair(context)
    return pair if known is None or known.kind != "person" or all(one.is_person for one in pair) else []


def two_before(notes: Notes, context: Context, without: Set[int] = frozenset()) -> list[Referent]:
    """Return the two people named last, if there are just two so near; farther back beside one who is not meant."""
    found: list[Referent] = []
    for occurrence in reversed(notes.occurrences):
        if context.number - occurrence.sentence > (_FAR if without else _NEAR):
            break
        known = occurrence.referent.known
        if known.is_person and known.name and known not in found and id(known) not in without:
            found.insert(0, known)
    return found if len(found) == 2 else []


def are_of_a_pair(notes: Notes, candidates: Sequence[Candidate]) -> bool:
    """Say whether the two likeliest were named together and the text tells neither gender: *Gerd und Inge Ott*.

    So it is with two of one gender: *Der Wirt Jan Ott und der Lehrer Urs Kern kamen. …, sagte | er*.
    """
    both = {id(candidate.referent) for candidate in candidates}
    if len(both) != 2 or len({candidate.referent.gender for candidate in candidates}) != 1:
        return False
    last = max((o.sentence for o in notes.occurrences if id(o.referent.known) in both), default=-1)
    pairs = [pair for pair in notes.pairs if pair.sentence == last]
    return any(both <= {id(person.known) for person in pair.referents} for pair in pairs)
