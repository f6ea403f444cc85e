"""Roles that a clause with *sein* tells of somebody, in whatever order: *Wirt in Tal ist seit Mai Jan Kern*.

So of a relative clause behind the name, and of a second verb that shares the subject: *…, die seit 2015 Wirtin ist*;
*war lange Koch und ist nun Wirt*. What is said within quotations is no news of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.wording import role_of

_NOW: Final = frozenset({"ist", "bleibt", "wird", "wurde", "heißt", "heisst"})
_ONCE: Final = frozenset({"war"})
_NOT: Final = frozenset({"nicht", "kein", "keine", "nie", "kaum", "fast", "beinahe", "wie", "als", "zwar", "angeblich"})
_ARTICLES: Final = frozenset({None, "der", "die", "ein", "eine"})


def learn_by_copula(notes: Notes, person: Referent, number: int, place: int) -> Iterator[Chunk]:
    """Learn the role that a clause with a copula tells of somebody named in it, or right before it, and yield it."""
    context, chunk = notes.contexts[number], notes.chunks[number][place]
    if chunk.nouns or chunk.preposition is not None or notes.is_in_content(chunk.span):
        return
    for clause in _told_of(notes, context, number, place):
        told = _predicate(notes, context, number, clause, chunk)
        if told is None or told.role in person.nouns:
            continue
        if clause.finite is not None and clause.finite.text in _ONCE:
            person.nouns.append(f"Ex-{told.nouns[-1].text}")
            continue
        person.takes(told)
        person.role = person.role or role_of(told)
        yield told


def _told_of(notes: Notes, context: Context, number: int, place: int) -> Iterator[Clause]:
    """Yield the clauses that may tell of a name: its own, the one that shares its subject, its relative clause."""
    chunk = notes.chunks[number][place]
    own, end = context.clauses.of(chunk.head), notes.end_of(number, place)
    if own is not None:
        yield own
    for clause in context.clauses.all:
        shares = own is not None and clause.parent == own.number and _goes_on(clause)
        opener = clause.opener
        relative = clause.kind == "relative" and opener is not None and opener.index == end + 2
        if shares or (relative and opener is not None and opener.text in ("der", "die")):
            yield clause


def _goes_on(clause: Clause) -> bool:
    """Say whether a clause begins with *und* and its verb, so that it has the subject of the one before."""
    words = clause.words
    return len(words) > 2 and words[0].text == "und" and words[1] == clause.finite


def _predicate(notes: Notes, context: Context, number: int, clause: Clause, name: Chunk) -> Chunk | None:
    """Return the only role that stands in a clause with a copula, beside a name or the pronoun for it."""
    finite = clause.finite
    texts = [word.text.lower() for word in clause.words]
    if finite is None or finite.text not in _NOW | _ONCE or not _NOT.isdisjoint(texts):
        return None
    if any(word.upos == "VERB" and word != finite for word in clause.words):
        return None  # ist Wirt geworden; wurde von einem Wirt gefunden
    own = {word.index for word in clause.words}
    chunks = [one for one in notes.chunks[number] if one.head.index in own and one.preposition is None]
    chunks = [one for one in chunks if not _is_attribute(context, one)]
    others = [one for one in chunks if one.name and one is not name]
    roles = [one for one in chunks if is_role(one) or _is_read_as_several(one)]
    return roles[0] if len(roles) == 1 and not others else None


def _is_read_as_several(chunk: Chunk) -> bool:
    """Say whether the parse takes *der Wirt* behind a name for the genitive of several, where the verb tells of one."""
    noun = chunk.noun
    is_one = (
        noun is not None and noun.kind == "person" and chunk.nouns[-1].text.casefold().endswith(noun.base.casefold())
    )
    return is_one and chunk.is_plural and chunk.determiner == "der" and chunk.gender == "Masc" and not chunk.name


def is_role(chunk: Chunk) -> bool:
    """Say whether a phrase may be the role of one person, and of no relative."""
    noun = chunk.noun
    is_one = noun is not None and noun.kind == "person" and not chunk.is_plural and not chunk.name
    return is_one and chunk.determiner in _ARTICLES and noun is not None and noun.field != "family"


def _is_attribute(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase is the genitive of the one before: *die Stelle | der Ärztin*, not *ist Ott | der Wirt*."""
    if chunk.determiner == "der" and chunk.gender == "Masc":
        return False
    before = context.word(chunk.first - 1) if chunk.first > 1 else None
    return (
        chunk.determiner in ("des", "der", "eines", "einer") and before is not None and before.upos in ("NOUN", "PROPN")
    )
