"""Names that somebody has besides: between marks (*Uwe „Bobo“ Ott*), or where the text tells how they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex
from attrs import evolve

from quotetrack.nouns import is_given_name, noun_of
from quotetrack.quotes.context import Context, Placed
from quotetrack.speakers.chunks import Chunk, name_text

_NICK: Final = r"[„»«“‚›‹]?(\p{Lu}[\p{L}-]+)"
_KINDS: Final = frozenset({"nickname", "name", "title"})
_CALLED_RE: Final = regex.compile(
    rf",? (?:alias|(?:\p{{Ll}}+ ){{0,2}}genannt|(?:\p{{Ll}}+ )?bekannt als|"
    rf"(?:\p{{Ll}}+ )?bekannt unter dem (?:Namen|Künstlernamen|Spitznamen)|mit (?:Künstlernamen|Spitznamen)) {_NICK}"
    rf"(?=[“«»”‘‹›]?(?:[,.)]| \p{{Ll}}))"
    rf"|, (?:den|die) (?:\p{{Ll}}+ ){{0,2}}(?:alle|viele|Freunde|Fans|Kollegen|Nachbarn)(?: \p{{Ll}}+){{0,2}} {_NICK}"
    rf"[“«»”‘‹›]? (?:nennen|rufen)\b"
)
"""How a text tells behind a name by which other one somebody is known."""


def around_nicknames(chunks: Sequence[Chunk], context: Context) -> list[Chunk]:
    """Return the phrases of a sentence with a first name and a surname joined over a nickname: *Uwe „Bobo“ Ott*."""
    found = list(chunks)
    for placed in context.passages:
        pair = _beside(found, placed) if placed.passage.kind in _KINDS else None
        if pair is not None:
            first, last = pair
            whole = tuple(context.words(first.first, last.last))
            joined = evolve(first, words=whole, name=(*first.name, *last.name))
            found = [
                joined if chunk is first else chunk
                for chunk in found
                if chunk is first or not first.last < chunk.first <= last.last
            ]
    return found


def _beside(chunks: Sequence[Chunk], placed: Placed) -> tuple[Chunk, Chunk] | None:
    """Return the phrases right before and behind a nickname, where they are a first name and a surname."""
    first = next((one for one in chunks if one.last == placed.first - 1 and one.name), None)
    last = next((one for one in chunks if one.first == placed.last + 1 and one.name and not one.nouns), None)
    named = first is not None and (placed.passage.kind == "nickname" or _is_first_name(first.name[-1].text))
    return (first, last) if first is not None and last is not None and named else None


def _is_first_name(form: str) -> bool:
    """Say whether a word is a first name, or two with a hyphen: *Hans-Joachim*."""
    return all(map(is_given_name, form.split("-")))


def nicknames(contexts: Sequence[Context], rows: Sequence[Sequence[Chunk]], text: str) -> dict[str, str]:
    """Return the other names that the article gives people, each with the full name."""
    return {nick: name for pairs in map(_told, contexts, rows, [text] * len(rows)) for nick, name in pairs}


def _told(context: Context, chunks: Sequence[Chunk], text: str) -> Iterator[tuple[str, str]]:
    marked = [placed.passage.marked for placed in context.passages if placed.passage.kind in _KINDS]
    for chunk in chunks:
        if len(chunk.name) > 1:
            name = name_text(chunk.name)
            yield from ((m.span.of(text)[1:-1], name) for m in marked if chunk.span.contains(m.span))
            told = _CALLED_RE.match(text, chunk.span.end)
            nick = None if told is None else told[1] or told[2]
            if nick is not None and noun_of(nick) is None:
                yield nick, name
