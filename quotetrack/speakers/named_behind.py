"""Names that stand behind the clause that tells what somebody is: *Ein Sänger meldet sich, Jan Kern*.

So where the next clause gives the name, or brackets behind it hold the role: *…, Jan Kern ist sein Name*; *Jan Kern
(Wirt in Tal): „…“*.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_plural_form
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.copulas import is_role
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.wording import role_of

_OWN_NAME: Final = (["ist", "sein", "Name"], ["ist", "ihr", "Name"], ["heißt", "er"], ["heißt", "sie"])
_THAT_IS: Final = ([",", "das", "ist"], [",", "das", "war"])
_CLOSING: Final = frozenset({".", ":", "!"})


def learn_beside(notes: Notes, person: Referent, number: int, place: int) -> None:
    """Learn the role that the clause before a name tells, or the brackets behind it."""
    context, chunk = notes.contexts[number], notes.chunks[number][place]
    if chunk.nouns or not chunk.name or notes.is_in_content(chunk.span):
        return
    told = _in_brackets(notes, context, place) or _in_clause_before(notes, context, place)
    told = told or _that_is(notes, context, place)
    if told is not None and fits(person, told.gender):
        person.takes(told)
        person.role = person.role or role_of(told)


def called_that(notes: Notes, context: Context, role: Chunk) -> Chunk | None:
    """Return the name of whom *das ist* tells behind a phrase: *Der Vorstand, das ist vor allem | Jan Kern*."""
    chunks = notes.chunks[context.number]
    end = notes.end_of(context.number, chunks.index(role))
    opens = role.first == 1 and role.is_definite and not role.is_plural and not role.name and role.noun is not None
    told = [word.text for word in context.words(end + 1, min(end + len(_THAT_IS[0]), context.length))]
    if not opens or told not in _THAT_IS:
        return None
    named = [one for one in chunks if one.first > end and one.name and one.preposition is None]
    joined = [one for one in named[1:] if context.word(one.first - 1).text == "und"]
    return named[0] if named and not named[0].nouns and not joined else None


def _that_is(notes: Notes, context: Context, place: int) -> Chunk | None:
    """Return the role behind which *das ist* gives a name."""
    chunks = notes.chunks[context.number]
    role = chunks[0] if place and chunks[0].noun is not None and chunks[0].noun.kind == "person" else None
    return role if role is not None and called_that(notes, context, role) is chunks[place] else None


def _in_brackets(notes: Notes, context: Context, place: int) -> Chunk | None:
    """Return the role that opens the brackets behind a name."""
    chunks = notes.chunks[context.number]
    last = chunks[place].last
    opened = last + 1 < context.length and context.word(last + 1).text == "("
    role = chunks[place + 1] if opened and place + 1 < len(chunks) else None
    return role if role is not None and role.first == last + 2 and is_role(role) else None


def _in_clause_before(notes: Notes, context: Context, place: int) -> Chunk | None:
    """Return the subject of the clause before a name that closes the sentence, or whose name it is said to be."""
    chunk = notes.chunks[context.number][place]
    if chunk.first < 3 or context.word(chunk.first - 1).text != ",":
        return None
    rest = [word.text for word in context.words(chunk.last + 1, min(chunk.last + 3, context.length))]
    closes = not rest or rest[0] in _CLOSING
    if not closes and not any(rest[: len(told)] == told for told in _OWN_NAME):
        return None
    clause = context.clauses.of(context.word(chunk.first - 2))
    if clause is None or (closes and _has_object(notes, context, clause)):
        return None
    return _subject(notes, context, clause, chunk)


def _has_object(notes: Notes, context: Context, clause: Clause) -> bool:
    """Say whether a clause tells of somebody or something else behind its verb, whose name that may be.

    ``Der Trainer lobte | einen Spieler, Jan Kern``.
    """
    own = {word.index for word in clause.words if clause.finite is not None and word.index > clause.finite.index}
    behind = (one for one in notes.chunks[context.number] if one.head.index in own)
    return any(one.preposition is None or (one.noun is not None and one.noun.kind == "person") for one in behind)


def _subject(notes: Notes, context: Context, clause: Clause, name: Chunk) -> Chunk | None:
    """Return the only role in front of the verb of a clause, where the clause names nobody else."""
    finite = clause.finite
    if finite is None or clause.kind != "main" or is_plural_form(finite) or finite.index > name.first:
        return None
    own = {word.index for word in clause.words}
    chunks = [one for one in notes.chunks[context.number] if one.head.index in own and one is not name]
    before = [one for one in chunks if one.last < finite.index and one.preposition is None]
    others = [one for one in chunks if one.name and one.preposition is None and one.last > finite.index]
    return before[0] if before and is_role(before[0]) and not others and before[0].first == clause.start else None
