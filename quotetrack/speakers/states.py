"""Of which state somebody may be, where the article does not say so beside the name."""

from __future__ import annotations

from quotetrack.nouns import state_of, state_of_adjective
from quotetrack.speakers.chunks import name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.syntax import Word


def is_named_with(notes: Notes, person: Referent, state: str) -> bool:
    """Say whether a sentence names a person and the state, or its capital."""
    return any(
        any(person in notes.bearers(name_text(chunk.name)) for chunk in chunks if chunk.name)
        and any(state_of(word.text) == state for word in context.sentence.words)
        for context, chunks in zip(notes.contexts, notes.chunks, strict=True)
    )


def may_be_of(notes: Notes, person: Referent, state: str) -> bool:
    """Say whether *der russische Minister* may be *Minister Ott*: he is named with the state, or no other one is."""
    others = (known for context in notes.contexts for word in context.sentence.words if (known := _state_told(word)))
    return is_named_with(notes, person, state) or all(other == state for other in others)


def _state_told(word: Word) -> str | None:
    """Return the state that a word names: *Peru*, *Lima*, *peruanisch*."""
    return state_of(word.text) or (state_of_adjective(word.text) if word.upos == "ADJ" else None)
