"""Bodies whose name is a phrase of its own, without marks: *die Organisation | Ärzte am Limit*, *Rettet die Linde*."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import is_given_name
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.syntax import Word

_LONGEST: Final = 6
_IN_NAMES: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "ADP", "DET", "NUM", "VERB", "X", "PRON"})


def phrase_behind(notes: Notes, context: Context, chunk: Chunk) -> str | None:
    """Return the phrase behind the noun of a body that speaks, where it begins with a capital and ends the mention."""
    noun = chunk.noun
    if noun is None or noun.kind != "organisation" or not chunk.is_definite or chunk.is_plural:
        return None
    mention = next((spoken for _, spoken in notes.spoken_by(context, chunk.nouns[-1])), None)
    if mention is None:
        return None
    start = chunk.nouns[-1].index
    words = [word for word in context.sentence.words[start:] if mention.span.contains(word.span) and not word.masked]
    if not words or words[0].index != start + 1 or not _is_phrase(words, chunk):
        return None
    return notes.text[words[0].span.start : words[-1].span.end]


def _is_phrase(words: list[Word], chunk: Chunk) -> bool:
    """Say whether words are the name of a body: no person, no place behind a name, no more than a name has."""
    first = words[0]
    contiguous = words[-1].index - first.index + 1 == len(words)
    if not first.text[:1].isupper() or not 1 < len(words) <= _LONGEST or not contiguous:
        return False
    if is_given_name(first.text) or any(word.upos not in _IN_NAMES for word in words):
        return False
    behind = words[len(chunk.name)] if len(chunk.name) < len(words) else None
    return not chunk.name or (behind is not None and behind.upos == "DET" and len(chunk.name) == 1)
