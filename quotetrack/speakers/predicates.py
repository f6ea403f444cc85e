"""Of whom an adjective is told that a noun is made of: *Ott ist parteilos. …, sagt der Parteilose*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.cues import lemma_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_ENDING_RE: Final = regex.compile(r"e[nrm]?$")
_SHORTEST: Final = 4
_LATELY: Final = 6


@way("kindred-word")
def told_by_adjective(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person of whom the article lately tells the adjective of a noun, before or behind them."""
    text = chunk.nouns[-1].text if chunk.nouns else ""
    stem = _ENDING_RE.sub("", folded(text))
    if stem == folded(text) or len(stem) < _SHORTEST or not chunk.is_definite or chunk.is_possessive:
        return None
    without = never_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _LATELY and o.referent.known.is_person and o.referent.known.name
        if not o.is_in_content and id(o.referent.known) not in without and fits(o.referent.known, chunk.gender)
        if _is_told(notes, o, stem)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_told(notes: Notes, occurrence: Occurrence, stem: str) -> bool:
    """Say whether an adjective stands before somebody, or behind a copula whose subject they are."""
    chunk = occurrence.chunk
    if chunk is not None and any(_ENDING_RE.sub("", folded(word.text)) == stem for word in chunk.adjectives):
        return True
    clause = notes.clause_of(occurrence) if occurrence.is_subject else None
    if clause is None or clause.finite is None or lemma_of(clause.finite) not in ("sein", "bleiben", "werden"):
        return False
    return any(word.text.islower() and folded(word.text) == stem for word in clause.words)
