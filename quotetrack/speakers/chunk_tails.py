"""The phrase that belongs to the one before it: a genitive or a *von*-phrase (*die Chefin der Partei*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotetrack.lexicon import load
from quotetrack.nouns import is_person_noun
from quotetrack.phrases import is_statement, is_time, works_for_medium
from quotetrack.speakers.chunks import Chunk
from quotetrack.syntax import Word

_PARTS_OF_VERBS: Final = frozenset({"Bedenken", "Protokoll", "Papier", "Wort"})
_OF_SEVERAL: Final = frozenset({"zweier", "dreier", "mehrerer"})
"""What begins a genitive of several without an article: *Vater | zweier Kinder*."""


def tail_chunks(chunks: Sequence[Chunk], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in the list: a phrase, and the genitive or *von*-phrase that belongs to it."""
    outer = [place for place, chunk in enumerate(chunks) if not chunk.is_inner]
    for place, after in pairwise(outer):
        here, following = chunks[place], chunks[after]
        between = words[here.last : following.start - 1]
        if _is_person_beside(here, following, between) or _is_of_the_verb(following, between):
            continue
        if here.name and not here.nouns and following.is_possessive and following.preposition == "von":
            continue  # Unterstützung erhielt Ott | von seinem Kollegen
        if _is_occasion(following):
            continue
        if following.preposition is not None and is_time(following.head) and not following.name:
            continue
        if (not between and _is_genitive(here, following)) or (
            len(between) == 1 and between[0].text.lower() in load("attribute_prepositions")
        ):
            yield place, after


def _is_of_the_verb(following: Chunk, between: Sequence[Word]) -> bool:
    """Say whether a bare noun behind *zu* belongs to the verb: *gab die Teilhaberin zu Protokoll*."""
    bare = following.determiner is None and len(following.nouns) == 1 and not following.name
    return bare and bool(between) and between[0].text == "zu" and following.nouns[0].text in _PARTS_OF_VERBS


def _is_occasion(following: Chunk) -> bool:
    """Say whether a phrase tells where something was said: *sagte die Tirolerin bei einer Pressekonferenz*."""
    if not following.is_indefinite or following.preposition in (None, "von", "aus", "für") or following.name:
        return False
    noun = following.noun
    return noun is None or noun.kind not in ("organisation", "medium", "person")


def _is_person_beside(here: Chunk, following: Chunk, between: Sequence[Word]) -> bool:
    """Say whether a full name behind a preposition is no attribute: *hat der Verein bei Reto Zgraggen angefragt*."""
    if len(following.name) < 2 or following.nouns or (here.nouns and is_person_noun(here.nouns[-1].text)):
        return False
    return bool(between) and between[0].text.lower() in ("bei", "für", "mit", "an", "über")


def _is_genitive(here: Chunk, following: Chunk) -> bool:
    if not here.nouns or here.name:
        return False
    determiner = following.determiner or ""
    if determiner in ("des", "eines") or determiner.endswith(("ines", "ires", "ihres", "eines")):
        return True
    if determiner == "der" and following.adjectives and following.adjectives[0].text.endswith("e"):
        return False  # hatte die Waffenruhe der frühere Diplomat vermittelt
    if determiner in ("der", "einer", "seiner", "ihrer", "dieser"):
        noun = following.noun
        if determiner != "der" or noun is None or noun.kind != "medium":
            return True
        return following.medium is not None and (
            is_statement(here.nouns[-1].text) or works_for_medium(here.nouns[-1], following.head)
        )
    if determiner == "" and following.first == following.start and following.words[0].text in _OF_SEVERAL:
        return not following.name
    return determiner == "" and bool(following.name) and not following.nouns and following.name[-1].text.endswith("s")
