"""Several who speak: *beide*, *die Minister*, *Caduff und Zgraggen*."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import Gender
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.spans import Span
from quotetrack.speakers.ages import ages_behind
from quotetrack.speakers.chunks import PLURAL_WORDS, Chunk
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Pair, Referent
from quotetrack.speakers.ways import way

_GENDERS: Final[dict[str, Gender]] = {"Frau": "Fem", "Mann": "Masc"}


def pair_up(notes: Notes, context: Context, place: int, referent: Referent) -> None:
    """Note that a person is named together with the one before: *Caduff und Zgraggen*."""
    if place == 0 or not _may_join(referent):
        return
    chunks, words = notes.chunks[context.number], context.sentence.words
    for before in range(place - 1, -1, -1):
        end = notes.end_of(context.number, before)
        here = chunks[place].start
        between = [word.text.lower() for word in words[end : here - 1]]
        joined = between in (["und"], ["sowie"], ["&"]) or (
            between == [","] and _is_listed(notes, context, before, place)
        )
        told = _told_of(notes, context, before) if between in ([",", "und"], [",", "sowie"]) else None
        if joined or told is not None:
            if _is_one_person(chunks[before], chunks[place]) or _are_roles_of(notes, context.number, before, place):
                return
            other = told or notes.by_head.get((context.number, chunks[before].head.index))
            if other is None or other.known is referent.known:
                return
            if _may_join(other) and other.known.is_person == referent.known.is_person:
                span = Span(chunks[before].span.start, chunks[place].span.end)
                notes.pairs.append(Pair((other, referent), context.number, span))
                _learn_ages(other.known, referent.known, context, chunks[place])
            return


def _is_listed(notes: Notes, context: Context, before: int, place: int) -> bool:
    """Say whether a comma joins two of several: *SPD, Grüne und Linke*, *Ida Ott, Jan Kern und Pia Roth*."""
    chunks, words = notes.chunks[context.number], context.sentence.words
    one, other = chunks[before], chunks[place]
    if words[one.last].text != "," or other.first != one.last + 2:
        return False
    first = notes.by_head.get((context.number, one.head.index))
    ahead = words[other.last].text if other.last < len(words) else ""
    if first is None or (one.adjectives or other.adjectives):
        return False
    if first.known.is_person:
        return ahead in ("und", "sowie") and bool(one.name) and bool(other.name)
    if one.name and not one.determiner and other.determiner:
        return ahead in ("und", "sowie")  # Norda, der Naturschutzbund und die Umwelthilfe
    if bool(one.determiner) != bool(other.determiner):
        return False
    is_list = ahead in ("und", "sowie") if one.determiner else ahead in ("und", "sowie", ",")
    return is_list and first.known.kind == "organisation"


def _told_of(notes: Notes, context: Context, before: int) -> Referent | None:
    """Return of whom an apposition tells that a comma closes: *Ida Ott, Leiterin des Amts, und Jan Kern*."""
    chunks = notes.chunks[context.number]
    place = next((p for p, tail in notes.tails[context.number].items() if tail == before), before)
    if place == 0 or chunks[place].name or not chunks[place - 1].name:
        return None
    role, named = (notes.by_head.get((context.number, chunks[p].head.index)) for p in (place, place - 1))
    return named if role is not None and named is not None and role.known is named.known else None


def _may_join(referent: Referent) -> bool:
    """Say whether somebody or some body can speak together with another: *Kammer und Gewerkschaft kündigten an*."""
    known = referent.known
    return known.is_person or (known.kind == "organisation" and known.name is not None)


def _learn_ages(one: Referent, other: Referent, context: Context, chunk: Chunk) -> None:
    ages = ages_behind(context.sentence.words, chunk.last)
    if ages is not None:
        one.age, other.age = one.age or ages[0], other.age or ages[1]


def _is_one_person(one: Chunk, other: Chunk) -> bool:
    """Say whether two roles are of one: *der Jagdpächter und Vetter des Bürgermeisters*."""
    singular = one.determiner is not None and not one.is_plural and not one.name
    return singular and other.determiner is None and not other.name and not other.is_plural


def _are_roles_of(notes: Notes, number: int, one: int, other: int) -> bool:
    """Say whether two bare roles stand behind a name: *Ida Ott, Tierärztin und Präsidentin des Komitees*."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    roles = (chunks[one], chunks[other])
    bare = all(role.determiner is None and role.nouns and not role.name and not role.is_plural for role in roles)
    before = chunks[one - 1] if one else None
    start = chunks[one].first
    return bare and before is not None and len(before.name) > 1 and start > 2 and words[start - 2].text == ","


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
    return notes.last_pair(context)


def two_before(notes: Notes, context: Context) -> list[Referent]:
    """Return the two people named last in this paragraph or the sentence before, if there are just two."""
    found: list[Referent] = []
    for occurrence in reversed(notes.occurrences):
        if context.number - occurrence.sentence > 2:
            break
        known = occurrence.referent.known
        if known.is_person and known.name and known not in found:
            found.insert(0, known)
    return found if len(found) == 2 else []
