"""Whom a noun made of a participle means who did the thing: *die Reisende*, *der Zurückgekehrte*, *die Angesteckte*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import regex

from quotetrack.cues import lemma_of
from quotetrack.lexicon import table
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded
from quotetrack.syntax import Word

_DOING_RE: Final = regex.compile(r"(\p{L}{4,}?)e?nde[rnm]?")
_DONE_RE: Final = regex.compile(r"(\p{L}{4,}(?:t|en))e[rnm]?")
_LATELY: Final = 8
_VERBAL: Final = frozenset({"VERB", "AUX", "ADJ"})
#: Particles that may be left out of the verb: *zog nach Thal*, *die Zugezogene*.
_LEFT_OUT: Final = frozenset({"", "zu"})


@way("deed")
def who_did_it(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person of whom the article lately tells that they do or did what a participle says.

    A present participle is of whoever does so (*Ott reist viel. …, sagt die Reisende*), a past one of whoever moved or
    changed (*Ott trat aus der Partei aus. Die Ausgetretene …*), or did so to themselves (*steckte sich an*).
    """
    text = chunk.nouns[-1].text.casefold() if chunk.nouns else ""
    if not chunk.is_definite or chunk.is_possessive or not (_DOING_RE.fullmatch(text) or _DONE_RE.fullmatch(text)):
        return None
    without = never_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _LATELY and o.is_subject and not o.is_in_content
        if o.referent.known.is_person and o.referent.known.name and id(o.referent.known) not in without
        if fits(o.referent.known, chunk.gender) and _is_told(notes, o, text)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_told(notes: Notes, occurrence: Occurrence, noun: str) -> bool:
    """Say whether a verb of the clause in which somebody stands is the one of a noun."""
    clause = notes.clause_of(occurrence)
    if clause is None:
        return False
    words = [word for word in clause.words if not word.masked]
    doing, done = _DOING_RE.fullmatch(noun), _DONE_RE.fullmatch(noun)
    if doing is not None:
        stem = folded(doing[1])
        return any(word.upos == "VERB" and folded(word.text).startswith(stem) for word in words)
    return done is not None and (_moved(words, folded(done[1])) or _did_to_themselves(words, folded(done[1])))


def _moved(words: Sequence[Word], participle: str) -> bool:
    """Say whether words have the verb of motion or change of a participle, with its particle: *trat … aus*."""
    forms = [folded(word.text) for word in words]
    for base, beginnings in _changes().items():
        particle = participle.removesuffix(base)
        if particle != participle and (particle in forms or particle in _LEFT_OUT):
            starts = (*beginnings, *(f"{particle}{start}" for start in beginnings), participle, base)
            if any(word.upos in _VERBAL and form.startswith(starts) for word, form in zip(words, forms, strict=True)):
                return True
    return False


def _did_to_themselves(words: Sequence[Word], participle: str) -> bool:
    """Say whether words have the reflexive verb of a participle: *Ott steckte sich an*, *die Angesteckte*."""
    forms = [folded(word.text) for word in words]
    if "sich" not in forms:
        return False
    stems = [lemma_of(word).removesuffix("n").removesuffix("e") for word in words if word.upos in _VERBAL]
    told = {f"{ge}{folded(stem)}t" for stem in stems for ge in ("ge", "")} | {f"{folded(stem)}en" for stem in stems}
    return participle in told or any(f"{form}{one}" == participle for form in forms for one in told)


@cache
def _changes() -> dict[str, tuple[str, ...]]:
    return {folded(base): tuple(told.split()) for base, (told,) in table("verbs_of_change").items()}
