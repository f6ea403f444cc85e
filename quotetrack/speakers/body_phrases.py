"""Bodies whose name is a phrase of its own, without marks: *die Organisation | Ärzte am Limit*, *Rettet die Linde*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import is_given_name
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.wording import nominative_noun
from quotetrack.syntax import Word

_LONGEST: Final = 6
_OF_NAMES: Final = frozenset({"NOUN", "PROPN"})
#: Nouns for parts of a body, which a place behind them tells apart.
_PART_RE: Final = regex.compile(
    r"(?:Orts|Kreis|Landes|Bezirks|Regional|Kantonal|Stadt)(?:gruppe|verband|verein|sektion|partei|verbands|vereins)"
    r"|Sektion|Ortsgruppe|Regionalgruppe|Niederlassung|Außenstelle|Aussenstelle|Zweigstelle|Abteilung|Filiale"
)
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
    if _is_part_of_another(chunk.nouns[-1].text, words):
        return f"{nominative_noun(chunk.nouns[-1], chunk)} {words[0].text}"
    if not words or words[0].index != start + 1 or not _is_phrase(words, chunk):
        return None
    return notes.text[words[0].span.start : words[-1].span.end]


def _is_part_of_another(noun: str, words: list[Word]) -> bool:
    """Say whether a place and a genitive tell which part of a body is meant: *die Sektion | Bern des Alpen-Clubs*."""
    is_place = len(words) > 1 and words[0].upos in _OF_NAMES and words[0].text[:1].isupper()
    return is_place and words[1].text in ("des", "der", "von", "vom") and _PART_RE.fullmatch(noun) is not None


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
