"""Participles, also in front of a clause, where parsers take them for names: *Entworfen hat das Haus Ida Ott*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex
from attrs import evolve

from quotetrack.nouns import is_given_name
from quotetrack.speakers.chunks import Chunk
from quotetrack.syntax import Word

_PARTICIPLE_RE: Final = regex.compile(
    r"\p{Ll}*ge\p{Ll}+(?:t|en)|\p{Ll}+iert|(?:be|er|ver|ent|zer|über|unter|miss)\p{Ll}+(?:t|en)"
)
_HAVING: Final = frozenset({"hat", "hatte", "habe", "hätte"})
_AUXILIARIES: Final = _HAVING | {"wird", "wurde", "ist", "war"}


def is_participle(word: Word) -> bool:
    """Say whether a word has the form of a participle."""
    return word.upos in ("VERB", "ADJ", "PROPN") and _PARTICIPLE_RE.fullmatch(word.text.lower()) is not None


def opens_with_participle(words: Sequence[Word]) -> bool:
    """Say whether a clause begins with a participle and its auxiliary: *Entworfen hat …*, *Inszeniert wird …*."""
    return len(words) > 1 and is_participle(words[0]) and words[1].text in _AUXILIARIES


def behind_what_was_done(chunks: Sequence[Chunk], words: Sequence[Word]) -> list[Chunk]:
    """Return the phrases of a sentence with what was done apart from who did it: *Gemalt hat das Bild | Ida Ott*."""
    if not opens_with_participle(words) or words[1].text not in _HAVING:
        return list(chunks)
    return [part for chunk in chunks for part in _parted(chunk)]


def _parted(chunk: Chunk) -> Iterator[Chunk]:
    full = len(chunk.name) > 1 and is_given_name(chunk.name[0].text)
    is_thing = chunk.noun is None or chunk.noun.kind != "person"
    if not (full and chunk.nouns and is_thing and chunk.determiner in ("das", "die", "den") and chunk.first == 3):
        yield chunk
        return
    last = chunk.nouns[-1].index
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index <= last), name=())
    yield Chunk(chunk.name, None, (), (), chunk.name)
