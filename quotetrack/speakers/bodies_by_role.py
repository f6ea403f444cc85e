"""Bodies taken up by what they are for others, or by their place: *der Veranstalter*, *die Kieler*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from quotetrack.nouns import is_from, is_known_body
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.bodies_beside import OF_BODIES
from quotetrack.speakers.bodies_in_view import acting_before
from quotetrack.speakers.body_kinds import takes_up
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way

_PEOPLE_RE: Final = regex.compile(r"\p{Lu}\p{Ll}{2,}ern?")
_ARTICLES: Final = frozenset({"die", "den", "der"})
_MAKERS: Final = ("bauer", "händler", "hersteller", "produzent", "anbieter", "entwickler", "betreiber", "verkäufer")
_RIVALS: Final = frozenset({"Konkurrent", "Rivale", "Mitbewerber", "Wettbewerber"})
_LATELY: Final = 4
_TEAMS: Final = ("Unternehmen", "Klub", "Verein", "Firma")


@way("body")
def body_in_that_role(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the named body of which the sentence before tells: *Der Verein Tonspur sagt ab. …, so der Veranstalter*.

    Not where the article has told of somebody in that role.
    """
    noun = chunk.noun
    roles = (*_ENDS, *_MAKERS)
    if noun is None or not noun.base.removesuffix("in").casefold().endswith(roles) or chunk.name or chunk.is_plural:
        return None
    if not chunk.is_definite or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    people = (one for one in notes.people(context) if any(is_same_role(chunk.role, told) for told in one.nouns))
    trade = _of_that_trade(notes, context, chunk)
    if trade is not None:
        return trade
    called = [one for one in _called_so(notes, chunk.nouns[-1].text) if one.name]
    if len(called) == 1:
        called[0].takes(chunk)
        return called[0]
    rival = noun.base in _RIVALS
    body = None if rival or next(people, None) is not None else acting_before(notes, context)
    body = _other_of_two(notes, context) if rival else body
    if body is not None:
        body.takes(chunk)
    return body


def _called_so(notes: Notes, noun: str) -> list[Referent]:
    """Return the bodies told of that everybody calls by a noun for people: *die Migros … der Detailhändler*."""
    forms = {noun, noun.removesuffix("s")}
    names = {name for name, nouns in notes.bodies.items() if is_known_body(name) and not forms.isdisjoint(nouns)}
    return list({id(one.known): one.known for one in notes.referents if one.known.name in names}.values())


def _of_that_trade(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only firm told of before by another word of its trade: *der Fahrradhersteller*, *der Fahrradbauer*."""
    small = chunk.nouns[-1].text.casefold()
    stem = next((small.removesuffix(end) for end in _MAKERS if small.endswith(end) and len(small) > len(end) + 3), None)
    if stem is None:
        return None
    bodies = {
        id(one.known): one.known for one in notes.referents if one.known.kind == "organisation" and one.known.name
    }
    found = [one for one in bodies.values() if any(told.casefold().startswith(stem) for told in one.nouns)]
    return found[0] if len(found) == 1 else None


def _other_of_two(notes: Notes, context: Context) -> Referent | None:
    """Return the other of two firms or clubs of which the last sentences tell: *… so Bonus. Der Konkurrent …*."""
    since = context.number - _LATELY
    told = [o.referent.known for o in notes.occurrences if o.sentence >= since and not o.is_in_content]
    found = {id(body): body for body in told if body.kind == "organisation" and body.name and _is_team(notes, body)}
    last = acting_before(notes, context)
    others = [body for body in found.values() if body is not last]
    return others[0] if last is not None and len(others) == 1 and id(last) in found else None


_ENDS: Final = tuple(noun.casefold() for noun in OF_BODIES)


@way("body")
def body_of_place(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only firm or club that has a place in its name or beside it: *Der VfL Kiel … die Kieler*."""
    words = (*chunk.nouns, *chunk.name)
    alone = len(words) == 1 and not chunk.adjectives and chunk.determiner in _ARTICLES
    form = words[0].text if alone else ""
    if not _PEOPLE_RE.fullmatch(form) or chunk.preposition is not None:
        return None
    if not (notes.is_speaker(context, chunk.span) or is_subject_of_clause(context, chunk, chunk.head)):
        return None
    found = {id(body): body for body, places in _placed_bodies(notes) if any(_is_from(form, one) for one in places)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_from(form: str, place: str) -> bool:
    one = form.removesuffix("n")
    return place == one or is_from(one, place)


def _placed_bodies(notes: Notes) -> Iterator[tuple[Referent, list[str]]]:
    """Yield the firms and clubs told of so far, with the words that may be their place."""
    for occurrence in notes.occurrences:
        body, chunk = occurrence.referent.known, occurrence.chunk
        if body.kind != "organisation" or body.name is None or chunk is None or not _is_team(notes, body):
            continue
        words = notes.contexts[occurrence.sentence].sentence.words[chunk.last : chunk.last + 2]
        beside = [words[1].text] if len(words) == 2 and words[0].text in ("aus", "in") else []
        yield body, [*body.name.split(" "), *(word.text for word in chunk.adjectives), *beside]


def _is_team(notes: Notes, body: Referent) -> bool:
    nouns = [*body.nouns, *notes.bodies.get(body.name or "", ())]
    return any(takes_up(team, noun) for team in _TEAMS for noun in nouns)
