"""From places of words to quotes: spans of frames, cues and contents, and the mood of what is reported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotetrack.moods import first_mood
from quotetrack.quotes.context import Context
from quotetrack.spans import Span, without
from quotetrack.syntax import Word
from quotetrack.vocabulary import Mood

_STOPS: Final = frozenset({".", "!", "?", "…"})


def spans_of_words(words: Iterable[Word]) -> tuple[Span, ...]:
    """Return the spans of words in order, neighbours joined."""
    found: list[Span] = []
    last: int | None = None
    for word in words:
        if last is not None and word.index == last + 1:
            found[-1] = Span(found[-1].start, max(word.span.end, found[-1].end))
        else:
            found.append(word.span)
        last = word.index
    return tuple(found)


def frame_spans(context: Context, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans of a frame: final stops off, commas and colons in."""
    found = []
    for first, last in pieces:
        while last >= first and _is_stop(context.word(last)):
            last -= 1
        if first <= last:
            found.append(context.span(first, last))
    return tuple(found)


def _is_stop(word: Word) -> bool:
    return not word.masked and word.upos == "PUNCT" and word.text in _STOPS


def frame_around(context: Context, first: int, last: int, hole: Span) -> tuple[Span, ...]:
    """Return the spans of a frame that surrounds a marked passage."""
    pieces = without(context.span(first, last), [hole])
    return tuple(span for span in (_stripped(piece, context.text) for piece in pieces) if len(span))


def _stripped(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _STOPS):
        end -= 1
    return Span(start, end)


def mood_in(context: Context, content: Iterable[tuple[int, int]]) -> Mood | None:
    """Return the mood of the first clause in some stretches of words, relative clauses aside if there are others."""
    stretches = list(content)
    clauses = sorted(context.clauses.all, key=lambda clause: (clause.kind == "relative", clause.start))
    finite = [clause.finite for clause in clauses if clause.finite is not None]
    return first_mood(word for word in finite if any(first <= word.index <= last for first, last in stretches))


def is_line(context: Context) -> bool:
    """Say whether a sentence has no stop at its end, as headlines have none."""
    return context.word(context.length).text not in _STOPS


def inside(piece: tuple[int, int], stretches: Iterable[tuple[int, int]]) -> bool:
    """Say whether a stretch of words lies within one of others."""
    return any(first <= piece[0] and piece[1] <= last for first, last in stretches)


def whole_sentence(context: Context) -> Span | None:
    """Return the span of a sentence with its final stop, without what the splitter left at its edges."""
    trimmed = context.trimmed(1, context.length)
    if trimmed is None:
        return None
    last = context.length
    while last > trimmed[1] and context.word(last).text not in _STOPS:
        last -= 1
    return context.span(trimmed[0], last)
