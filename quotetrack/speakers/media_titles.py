"""The phrase that a known name of a medium makes: *der Kölner Stadt-Anzeiger*, *die britische Zeitung Guardian*."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.noun_attributes import is_attribute, is_determiner
from quotetrack.syntax import Word

_LONGEST: Final = 5
"""So many attributes at most stand between an article and a name."""


def title_at(words: Sequence[Word], start: int, names: Set[str]) -> Chunk | None:
    """Return the phrase with the name of a medium that begins at a place, with article, attributes and noun."""
    has_article = is_determiner(words, start) and "Medium" not in words[start].features
    first = start + has_article
    place = first
    while place < min(len(words), first + _LONGEST) and "Medium" not in words[place].features:
        if not is_attribute(words, place, names, has_article):
            break
        place += 1
    noun = _noun_for_media(words, place)
    title = _title(words, place + len(noun))
    if not title:
        return None
    before = words[start - 1] if start else None
    return Chunk(
        tuple(words[start : title[-1].index]),
        words[start].text.lower() if has_article else None,
        tuple(words[first:place]),
        (*noun, _head(title)),
        (),
        preposition=before.text.lower() if before is not None and before.upos == "ADP" and not before.masked else None,
        medium=title[0].features["Medium"],
    )


def _noun_for_media(words: Sequence[Word], place: int) -> tuple[Word, ...]:
    """Return the noun before the name, which is none itself: *das Magazin | Focus*."""
    word = words[place] if place < len(words) else None
    if word is None or word.masked or word.upos not in ("NOUN", "PROPN") or "Medium" in word.features:
        return ()
    noun = noun_of(word.text)
    return (word,) if noun is not None and noun.kind == "medium" else ()


def _title(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    """Return the words of the one name that begins at a place."""
    name = words[start].features.get("Medium") if start < len(words) else None
    if name is None:
        return ()
    return tuple(takewhile(lambda word: word.features.get("Medium") == name, words[start:]))


def _head(title: Sequence[Word]) -> Word:
    """Return the last word of a name before any preposition: *| Bild | am Sonntag*."""
    return list(takewhile(lambda word: word.upos != "ADP", title))[-1]
