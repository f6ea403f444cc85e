"""Who has just spoken under another role, and so is not the one who speaks next where somebody else may be meant."""

from __future__ import annotations

from typing import Final

from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits

#: How many sentences back another must have been told of.
_IN_VIEW: Final = 3
_GOING_ON: Final = frozenset({"weiter", "zudem", "auch", "ebenfalls", "außerdem", "ausserdem", "dann", "überdies"})


def of_other_turns(notes: Notes, context: Context, chunk: Chunk) -> set[int]:
    """Return the ids of whom a noun for a speaker does not mean by who speaks before and behind."""
    return spoke_just_before(notes, context, chunk) | speaks_next(notes, context, chunk)


def spoke_just_before(notes: Notes, context: Context, chunk: Chunk) -> set[int]:
    """Return the id of who speaks in the sentence before under a role, where another in view fits a noun.

    ``„…“, sagt der Helfer. „…“, sagt der 58-Jährige``: two roles in frames side by side are of two people.
    """
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return set()
    if not (notes.is_speaker(context, chunk.span) or chunk.first == 1) or _goes_on(context, chunk):
        return set()
    spoken = [o for o in notes.occurrences if o.sentence == before and o.is_speaker and o.chunk is not None]
    last = spoken[-1] if spoken else None
    if last is None or last.chunk is None or last.chunk.name or not last.chunk.is_definite or not last.chunk.nouns:
        return set()
    person = last.referent.known
    if _tells_on(last.chunk):
        return set()
    if any(o.referent.known is person and o.chunk is not None and o.chunk.name for o in spoken):
        return set()  # Ministerin Ida Ott, die älteste Teilnehmerin: the name tells who, the role stands beside it
    others = (one for one in notes.named.values() if one.same is None and one is not person)
    return {id(person)} if any(_is_in_view(notes, context, chunk, one) for one in others) else set()


def _tells_on(chunk: Chunk) -> bool:
    """Say whether a noun for anybody opens a sentence that reports: *Der Norweger sagte, …. „…“, so der 61-Jährige*."""
    return chunk.first == 1 and chunk.noun is not None and chunk.noun.field in ("age", "origin")


def speaks_next(notes: Notes, context: Context, chunk: Chunk) -> set[int]:
    """Return the id of who speaks in the next sentence under the role that the article gives them, for another noun.

    ``„…“, sagt der Krötenfreund. „…“, sagt der Straßenmeister``: the first is not who is the Straßenmeister.
    """
    after = context.number + 1
    if not _is_turn(notes, context, chunk) or after >= len(notes.contexts):
        return set()
    if notes.paragraphs[after] != notes.paragraphs[context.number]:
        return set()
    following = notes.contexts[after]
    roles = [one for one in notes.chunks[after] if notes.is_speaker(following, one.span) and _is_role(one)]
    if len(roles) != 1 or is_same_role(chunk.nouns[-1].text, roles[0].role):
        return set()
    bearers = [one for one in notes.named.values() if one.same is None and _is_called(one, roles[0])]
    return {id(bearers[0])} if len(bearers) == 1 else set()


def _is_turn(notes: Notes, context: Context, chunk: Chunk) -> bool:
    return notes.is_speaker(context, chunk.span) and _is_role(chunk) and not _goes_on(context, chunk)


def _is_role(chunk: Chunk) -> bool:
    return bool(chunk.nouns) and not chunk.name and chunk.is_definite and not chunk.is_possessive


def _is_called(person: Referent, chunk: Chunk) -> bool:
    return fits(person, chunk.gender) and any(is_same_role(chunk.role, noun) for noun in person.nouns)


def _goes_on(context: Context, chunk: Chunk) -> bool:
    """Say whether a frame tells that somebody goes on: *…, sagt der 58-Jährige weiter*."""
    near = context.words(max(1, chunk.first - 2), min(context.length, chunk.last + 3))
    return any(word.text.lower() in _GOING_ON for word in near)


def _is_in_view(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    near = notes.distance(context, person) <= _IN_VIEW
    return near and fits(person, chunk.gender) and not excludes(person, chunk)
