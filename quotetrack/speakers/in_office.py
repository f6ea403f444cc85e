"""Who is named where the article tells of a post as theirs: *…, sagte der Trainer. Jan Otts Vorgänger hatte gezögert*.

Whoever has a predecessor, or is *seit Mai im Amt*, has been told of by a post before.
"""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import noun_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS
from quotetrack.speakers.salience import fits
from quotetrack.speakers.two_roles import SITUATED

PREDECESSORS: Final = frozenset({"Vorgänger", "Amtsvorgänger"})
_SOON: Final = 8
"""Within so many sentences behind a role somebody is named whose post is taken for known."""
_POST: Final = r"(?:im Amt|auf diesem Posten|auf dem Posten|in diesem Amt|in dieser Funktion|an der Spitze)"
_IN_OFFICE_RE: Final = regex.compile(
    r"(?:,| ist| steht| war) (?:erst |schon |bereits |noch )?(?:seit|nicht lange|neu|gerade)\b"
    rf"[^,.;:]{{0,40}}? {_POST}\b"
    r"| (?:hat|hatte|trat|tritt|übernahm) (?:das|den|ihr|sein) (?:Amt|Posten)\b"
)
"""What tells behind a name that somebody has a post."""


def learn_of_post(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take who has been told of by a post for the person whom a phrase names first, with *seit Mai im Amt* behind."""
    if not notes.is_in_content(chunk.span) and _IN_OFFICE_RE.match(notes.text, chunk.span.end):
        take_post(notes, context, person)


def take_post(notes: Notes, context: Context, person: Referent) -> None:
    """Take the only one told of by a post without a name for the person who is said to have one."""
    if any(o.referent.known is person.known for o in notes.occurrences) or not _is_told_of_by_nothing(person):
        return
    told = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if context.number - o.sentence <= _SOON and not o.is_in_content and not o.is_attribute
        if o.referent.known.is_person and o.referent.known.name is None and _has_post(o.referent.known)
        if o.is_subject or o.is_speaker
    }
    only = next(iter(told.values())) if len(told) == 1 else None
    if only is not None and not only.is_never_named and fits(person, only.gender):
        only.becomes(person)


def _is_told_of_by_nothing(person: Referent) -> bool:
    return all(text == "Amtsinhaber" for text in person.nouns)


def _has_post(person: Referent) -> bool:
    """Say whether somebody has been told of by a definite role that is a post or a trade."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    is_post = any(noun.field not in GENERAL_FIELDS and noun.base not in SITUATED for noun in known)
    return is_post and person.reason == "role_unmatched"
