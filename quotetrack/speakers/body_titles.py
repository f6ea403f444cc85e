"""The phrase that the known name of a body makes: *der Deutschen Umwelthilfe*, *des 1. FC Köln*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.lexicon import table
from quotetrack.nouns import KnownBody, body_at, is_known_body, is_region, noun_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.noun_attributes import is_determiner
from quotetrack.syntax import Word

_GOING_ON: Final = frozenset({"NOUN", "PROPN", "X"})


def known_body_at(words: Sequence[Word], start: int) -> Chunk | None:
    """Return the phrase with the name of a known body that begins at a place, with its article."""
    has_article = is_determiner(words, start)
    first = start + has_article
    found = body_at([word.text for word in words[first : first + _LONGEST]], 0) if first < len(words) else None
    if found is None or not _is_told(words, start, first, found) or _is_part_of_name(words, start):
        return None
    if "Surname" in words[first].features:
        return None
    name = words[first : first + len(found.words)]
    seat = words[first + len(name)] if first + len(name) < len(words) else None
    seat = seat if seat is not None and _is_seat(found, seat) else None
    name = [*name, seat] if seat is not None else name
    before = words[start - 1] if start else None
    return Chunk(
        tuple(words[start : name[-1].index]),
        words[start].text.lower() if has_article else None,
        (),
        (name[found.head],),
        (),
        preposition=before.text.lower() if before is not None and before.upos == "ADP" and not before.masked else None,
        body=found.name if seat is None else f"{found.name} {seat.text}",
    )


def _is_part_of_name(words: Sequence[Word], start: int) -> bool:
    """Say whether a name in the genitive tells whose body the noun before it is: *das Kinderhilfswerk | der UN*."""
    before, article = words[start - 1] if start else None, words[start].text
    if article not in ("der", "des") or before is None or before.upos not in ("NOUN", "PROPN"):
        return False
    noun = noun_of(before.text)
    return (noun is not None and noun.kind == "organisation") or is_known_body(before.text)


_LONGEST: Final = 10
"""No name of a known body has more words."""


def _is_seat(body: KnownBody, word: Word) -> bool:
    """Say whether a word tells which office of a body is meant: *die Agentur für Arbeit | Kiel*."""
    has_seats = any(noun in _SEATED for noun in body.nouns)
    named = word.upos in ("PROPN", "NOUN", "X") and not word.masked and body.name.count(" ") > 1
    return has_seats and named and (is_region(word.text) or word.text in table("cities"))


_SEATED: Final = frozenset({"Arbeitsagentur", "Kammer", "Gewerkschaft", "Kriminalamt"})
"""Nouns of bodies that have offices in many towns."""


def _is_told(words: Sequence[Word], start: int, first: int, body: KnownBody) -> bool:
    """Say whether a name is whole where it stands: *Bayer*, neither *der Bayer* nor *Bayer Ott*."""
    end = first + len(body.words)
    if any(word.masked for word in words[first:end]):
        return False
    behind = words[end] if end < len(words) else None
    goes_on = behind is not None and behind.text[:1].isupper() and behind.upos in _GOING_ON
    if len(body.words) > 1:
        return True
    before = words[first - 1] if first else None
    return start == first and not goes_on and (before is None or before.upos not in ("DET", "ADJ", "NUM", "PROPN"))
