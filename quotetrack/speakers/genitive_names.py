"""Full names that an article has in the genitive only: *Minister Uwe Otts | Plan*, *der Vorschlag | Ida Lamprechts*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from attrs import evolve

from quotetrack.nouns import is_common_surname, is_given_name, is_person_noun
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import without_s
from quotetrack.syntax import Word


def with_owners(words: Sequence[Word], chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the phrases of a sentence, a bare noun behind a titled name as its owner's: *Minister Uwe Otts Anwalt*."""
    return [
        evolve(chunk, possessor=chunks[place - 1].name) if place and _has_owner_before(words, chunks, place) else chunk
        for place, chunk in enumerate(chunks)
    ]


def owns_next(chunks: Sequence[Chunk], place: int) -> bool:
    """Say whether a titled name is of whose the next noun is."""
    return bool(chunks[place].name) and place + 1 < len(chunks) and chunks[place + 1].possessor == chunks[place].name


def _has_owner_before(words: Sequence[Word], chunks: Sequence[Chunk], place: int) -> bool:
    before = chunks[place - 1]
    named = len(before.name) > 1 and (before.nouns or before.titles) and _may_be_genitive(name_text(before.name))
    return bool(named) and not chunks[place].possessor and _stands_before_owned(words, chunks, place - 1)


def without_genitives(contexts: Sequence[Context], rows: Sequence[Sequence[Chunk]], names: Set[str]) -> set[str]:
    """Return full names, those without their *s* that stand only where an owner does.

    A surname that has the *s* itself keeps it: *Jan Peters*.
    """
    places: defaultdict[str, list[bool]] = defaultdict(list)
    for context, chunks in zip(contexts, rows, strict=True):
        for place, chunk in enumerate(chunks):
            if len(chunk.name) > 1:
                places[name_text(chunk.name)].append(_owns(context.sentence.words, chunks, place))
    return {without_s(name) if all(places.get(name, [False])) and _may_be_genitive(name) else name for name in names}


def _may_be_genitive(name: str) -> bool:
    given, surname = name.split(" ")[0], name.rsplit(" ", 1)[-1]
    return is_given_name(given) and surname.endswith("s") and not is_common_surname(surname)


def _owns(words: Sequence[Word], chunks: Sequence[Chunk], place: int) -> bool:
    """Say whether a name stands right before a noun or right behind one, where no verb makes it the subject."""
    chunk = chunks[place]
    if chunk.nouns:
        before_owned = is_person_noun(chunk.nouns[-1].text)
        return _stands_before_owned(words, chunks, place) if before_owned else True  # das Haus Ida Otts
    before = chunks[place - 1] if place else None
    follows = before is not None and before.last + 1 == chunk.first and _is_of_thing(before)
    return (follows and not chunk.titles) or _stands_before_owned(words, chunks, place)


def _stands_before_owned(words: Sequence[Word], chunks: Sequence[Chunk], place: int) -> bool:
    chunk = chunks[place]
    before = words[chunk.first - 2] if chunk.first > 1 else None
    if before is not None and (before.is_finite or before.upos in ("VERB", "AUX")):
        return False  # dann gab Jan Lukas Gas
    behind = chunks[place + 1] if place + 1 < len(chunks) else None
    return behind is not None and behind.first == chunk.last + 1 and behind.determiner is None and _is_of_thing(behind)


def _is_of_thing(chunk: Chunk) -> bool:
    """Say whether a phrase is of what somebody can own, and no name or day: *ihr | Vorschlag*."""
    return bool(chunk.nouns) and not chunk.name and not is_time(chunk.nouns[-1])
