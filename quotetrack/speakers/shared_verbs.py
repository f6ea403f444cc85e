"""What of a clause is told of whom, where two share its verb: *Ott trainiert die Mädchen, Kern | die Frauen*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.syntax import Word

_JOINING: Final = frozenset({",", "und", ";", "aber"})


def second_subject(context: Context, chunks: list[Chunk], clause: Clause | None) -> Chunk | None:
    """Return the name behind a comma that shares the verb of the one before: *…, | Kern | die Frauen*.

    What stands behind it is of the same form as what stands behind the verb, and nobody is named there.
    """
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or clause.kind != "main" or finite.features.get("Number") == "Plur":
        return None
    first = next((one for one in chunks if one.name and one.last < finite.index), None)
    if first is None or first.preposition is not None or first.start < clause.start:
        return None
    for other in chunks:
        if other.last <= finite.index or not other.name:
            continue
        joined = other.first - 1 > finite.index + 1 and context.word(other.first - 1).text in _JOINING
        own = context.clauses.of(other.head)
        if not joined and (other.preposition is not None or len(other.name) == 1):
            continue  # sitzt für die SP im Rat, Kern …; spielt Geige, Kern …
        if not joined or other.preposition is not None or own is None or own.number != clause.number:
            return None
        first_has = _form_of(context.words(finite.index + 1, other.first - 2))
        return other if first_has == _form_of(context.words(other.last + 1, clause.end)) != "" else None
    return None


def words_about(context: Context, chunks: list[Chunk], clause: Clause, place: int) -> tuple[Word, ...]:
    """Return the words of a clause that are told of whoever stands at a place of it."""
    second = second_subject(context, chunks, clause)
    if second is None:
        return clause.words
    if place < second.first:
        return tuple(word for word in clause.words if word.index < second.first)
    return tuple(word for word in clause.words if word.index > second.last or word.index == place)


def _form_of(words: Sequence[Word]) -> str:
    """Return whether an object stands among the words behind a verb or a name, or only phrases with a preposition."""
    if not words or words[0].upos in ("PUNCT", "CCONJ", "VERB", "AUX"):
        return ""
    governed, found = False, ""
    for word in words:
        if word.upos == "ADP":
            governed, found = True, "phrase"
        elif word.upos in ("NOUN", "PROPN") and not governed:
            return "object"
        elif word.upos in ("NOUN", "PROPN", "ADV"):
            governed = False
    return found
