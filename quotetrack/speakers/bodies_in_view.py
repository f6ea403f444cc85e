"""Bodies in the order in which the article told of them last: *die Behörde* is rather the one just told of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from quotetrack.nouns import is_known_body
from quotetrack.quotes.context import Context
from quotetrack.speakers.body_kinds import takes_up
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent

_SECOND: Final = 2


def latest_first(notes: Notes, bodies: Sequence[Referent]) -> list[Referent]:
    """Return bodies, those first of which the article has told last; of one sentence its subject first."""
    left = {id(body) for body in bodies}
    found: dict[int, tuple[int, bool]] = {}
    for occurrence in reversed(notes.occurrences):
        key = id(occurrence.referent.known)
        if key in left and not (occurrence.is_in_content and key in found):
            told = (occurrence.sentence, _acts(occurrence))
            found[key] = max(found.get(key, told), told)
    latest = list(bodies)
    latest.reverse()
    latest.sort(key=lambda body: found.get(id(body), (-1, False)), reverse=True)
    return latest


def acting_before(notes: Notes, context: Context) -> Referent | None:
    """Return the named body that the sentence before tells of: *Fitora wehrt sich. … das Unternehmen*."""
    found = [
        o.referent.known
        for o in notes.occurrences
        if o.sentence == context.number - 1
        and not (o.is_in_content or (o.is_addressee and not o.is_speaker))
        and o.chunk is not None
        and (o.chunk.name or is_known_body(o.referent.known.name or ""))
        and (_acts_there(notes, o) or (o.chunk.preposition in ("bei", "beim") and o.chunk.first <= _SECOND))
    ]
    bodies = [body for body in found if body.kind == "organisation"]
    return bodies[-1] if len({id(body) for body in bodies}) == 1 else None


def _acts_there(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a name is of the subject, or stands beside the bare role that is it: *Sponsor | Korvia AG*."""
    chunk = occurrence.chunk
    if occurrence.is_subject or chunk is None:
        return occurrence.is_subject
    roles = (one for one in notes.chunks[occurrence.sentence] if one.last == chunk.first - 1 and not one.name)
    role = next(roles, None)
    if role is None or role.determiner is not None or role.preposition is not None or chunk.determiner is not None:
        return False
    return is_subject_of_clause(notes.contexts[occurrence.sentence], role, role.head)


def take_headline(notes: Notes, body: Referent, chunk: Chunk) -> None:
    """Take a body that the headline only calls by a noun for the first one that it can mean: *Notenbank hebt Zins an*.

    ``Notenbank hebt Zins an`` … ``Die Zentralbank Almars hat …``
    """
    if not notes.occurrences or not (chunk.is_definite or chunk.name) or chunk.is_possessive or chunk.is_plural:
        return
    if not chunk.nouns or body.name is None or "." in notes.contexts[0].sentence.words[-1].text:
        return
    for occurrence in takewhile(lambda one: one.sentence == 0, notes.occurrences):
        bare, told = occurrence.referent.known, occurrence.chunk
        if told is None or bare is body or bare.kind != body.kind or bare.name is None or not told.nouns:
            continue
        is_bare = told.determiner is None and not (told.name or told.adjectives or told.is_plural)
        if is_bare and bare.name == told.nouns[-1].text and takes_up(bare.name, chunk.nouns[-1].text):
            bare.becomes(body)


def _acts(occurrence: Occurrence) -> bool:
    acts = occurrence.is_subject or occurrence.is_speaker
    return acts and not (occurrence.is_attribute or occurrence.is_addressee)
