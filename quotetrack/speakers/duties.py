"""Of what somebody has a role, beside a compound that tells it: *der Busfahrer*, *der Fahrer des Busses, Uwe Ott*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.referents import Referent

_SHORTEST: Final = 3
"""The shortest first part of a compound that tells a thing: *Bus*."""


def is_told_to_do(chunk: Chunk, person: Referent) -> bool:
    """Say whether a compound tells of what somebody has the role: *der Busfahrer*, the *Fahrer des Busses*."""
    return any(_begin_alike(first, thing) for first, thing in _duties(chunk, person))


def does_it_elsewhere(chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody has the role in another body than a compound tells: *der Polizeichef*, of the Feuerwehr."""
    duties = list(_duties(chunk, person))
    return bool(duties) and all(
        _is_body(first.capitalize()) and _is_body(thing) and not _begin_alike(first, thing) for first, thing in duties
    )


def _duties(chunk: Chunk, person: Referent) -> Iterator[tuple[str, str]]:
    """Yield what stands before the role in a compound, with what somebody has the role of."""
    small = chunk.nouns[-1].text.casefold()
    for role, thing in person.duties:
        first = small.removesuffix(role.casefold())
        if first != small and len(first) >= _SHORTEST:
            yield first.removesuffix("-"), thing


def _begin_alike(first: str, thing: str) -> bool:
    """Say whether the first part of a compound and a noun are the same but for their ends: *Katzen-*, *Katze*."""
    pairs = zip(first.casefold(), thing.casefold(), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared >= max(_SHORTEST, min(len(first), len(thing)) - 1)


def _is_body(noun: str) -> bool:
    known = noun_of(noun)
    return known is not None and known.kind == "organisation"
