"""The pieces handed to the parser, so that no boundary cuts a reporting construction.

German sentence splitters break at ``“, sagte``, at ``: „``, at ordinals and abbreviations. Here the text and its
quotation marks decide first where no boundary may fall; a long quotation is masked, so that the clause that reports it
is parsed on its own. The parser reads a :class:`quotetrack.views.View` of each piece.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.boundaries import Boundary, boundaries
from quotetrack.datelines import dateline
from quotetrack.paragraphs import WORD_RE, Paragraph, zoned
from quotetrack.quotation_marks import MarkedPassage, Marking
from quotetrack.spans import Span, trimmed
from quotetrack.views import View, views_of
from quotetrack.vocabulary import Zone

LONGEST_PIECE: Final = 4_000
"""A paragraph longer than this many characters is handed over in pieces."""

LONGEST_SENTENCE: Final = 200
"""A sentence longer than this many tokens is parsed in pieces: the parser's memory grows with the square."""

MASKED_FROM_WORDS: Final = 8
"""A quotation of this many words that stands as a sentence of its own is masked."""


_JOINT_RE: Final = regex.compile(r"[:;,][^\S\r\n]*+\S")
_ENDED_RE: Final = regex.compile(r"[.!?…][^\p{L}\p{N}]*+$")
_ENDS_WITHIN_RE: Final = regex.compile(r"\p{Ll}[.!?…]\s++[\p{Lu}\p{Pi}\p{Ps}]")
_SENTENCE_END_RE: Final = regex.compile(r"[.!?…][\p{Pi}\p{Pf}\"']*+$")
_LINE_END_RE: Final = regex.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNENDED_RE: Final = regex.compile(r"[\p{L}\p{M}\p{N},;:(„‚–—-][\p{Pf}\p{Pi}\"'\p{Cf}]*+$")
_WORDLIKE_RE: Final = regex.compile(r"^[\p{L}\p{N}„‚«»‹›\"'“‘(]")
_CONTINUES_RE: Final = regex.compile(r"^(?:[\p{Ll},;)\]»“”’‘…]|[.!?:]++$)")


@frozen(slots=False)
class Segmentation:
    """A text cut for the parser.

    ``views`` are to be tokenised one by one. ``glued`` are spans in which no sentence of the author's may end,
    ``glued_within`` those in which none of a masked passage may. ``ends`` are offsets where one surely ends, behind its
    closing marks. ``masked`` are the marked passages that a placeholder stands for, in text order.
    """

    text: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...]
    views: tuple[View, ...] = field(repr=False)
    glued: tuple[Span, ...]
    glued_within: tuple[Span, ...]
    ends: tuple[int, ...]
    masked: tuple[MarkedPassage, ...]

    @cached_property
    def _glue_starts(self) -> tuple[list[int], list[int]]:
        return [span.start for span in self.glued], [span.start for span in self.glued_within]

    @cached_property
    def _mask_starts(self) -> list[int]:
        return [passage.span.start for passage in self.masked]

    def is_glued(self, before: int, after: int, *, within: bool = False) -> bool:
        """Say whether no sentence may end between a token that ends before and one that starts after.

        ``within`` asks for the sentences of a masked passage instead of the author's.
        """
        glued = self.glued_within if within else self.glued
        place = bisect.bisect_right(self._glue_starts[within], before - 1) - 1
        return place >= 0 and glued[place].end > after

    def ends_between(self, before: int, after: int) -> bool:
        """Say whether a sentence surely ends between a token that ends before and one that starts after."""
        place = bisect.bisect_left(self.ends, before)
        return place < len(self.ends) and self.ends[place] <= after

    def mask_at(self, offset: int) -> int | None:
        """Return the number of the masked passage that holds the offset."""
        place = bisect.bisect_right(self._mask_starts, offset) - 1
        return place if place >= 0 and self.masked[place].span.holds(offset) else None

    def zone_at(self, offset: int) -> Zone:
        """Return the zone of the paragraph that holds the offset."""
        place = bisect.bisect_right([paragraph.span.start for paragraph in self.paragraphs], offset) - 1
        return self.paragraphs[place].zone if place >= 0 else "body"


def segment(text: str, marking: Marking, *, mask: bool = True) -> Segmentation:
    """Cut a text for the parser, given its quotation marks."""
    paragraphs = zoned(text)
    masked = tuple(passage for passage in marking.passages if _stands_alone(passage, text)) if mask else ()
    bodies = tuple(_without_datelines(paragraphs, text))
    stops = [stop for body in bodies for stop in boundaries(text, body)]
    glued, glued_within = _glued(text, marking, masked, stops)
    ends = _sure_ends(text, marking, masked, stops)
    pieces = [piece for body in bodies for piece in _pieces(body, text, glued, ends)]
    return Segmentation(
        text=text,
        paragraphs=paragraphs,
        views=tuple(view for view in views_of(pieces, text, marking) if view.text.strip()),
        glued=glued,
        glued_within=glued_within,
        ends=ends,
        masked=masked,
    )


def _without_datelines(paragraphs: Iterable[Paragraph], text: str) -> Iterator[Span]:
    """Yield what the parser is to read of each paragraph: a dateline is no part of the sentence behind it."""
    for paragraph in paragraphs:
        found = dateline(text, paragraph.span) if paragraph.zone == "body" else None
        if found is not None:
            yield found
        yield trimmed(Span(found.end if found else paragraph.span.start, paragraph.span.end), text)


def _pieces(span: Span, text: str, glued: Sequence[Span], ends: Sequence[int]) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PIECE:
        cut = _cut(text, start, glued, ends)
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)


def _cut(text: str, start: int, glued: Sequence[Span], ends: Sequence[int]) -> int:
    """Return where to cut a long paragraph: where a sentence surely ends, else between words, else anywhere."""
    first, last = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
    for place in range(bisect.bisect_right(ends, last) - 1, bisect.bisect_left(ends, first) - 1, -1):
        if not _is_within(glued, ends[place]):
            return ends[place]
    stretch = text[start:last]
    for pattern in (". ", "! ", "? ", ", ", " "):
        found = stretch.rfind(pattern, LONGEST_PIECE // 2)
        if found > 0:
            return start + found + len(pattern)
    return last


def _is_within(spans: Sequence[Span], offset: int) -> bool:
    place = bisect.bisect_left(spans, offset, key=lambda span: span.start) - 1
    return place >= 0 and spans[place].end > offset


def _stands_alone(passage: MarkedPassage, text: str) -> bool:
    """Say whether a passage is a sentence or more of its own, to be parsed apart from the clause that reports it."""
    content = text[passage.content_spans[0].start : passage.content_spans[-1].end]
    words = WORD_RE.findall(content)
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or _is_lost(passage, text):
        return False
    if _ENDS_WITHIN_RE.search(content):
        return True
    begins = _begins_sentence(passage, text)
    after = text[passage.span.end :][:1]
    ended = bool(_ENDED_RE.search(content))
    if begins and (ended or after == ","):
        return True
    before = text[max(0, passage.span.start - 4) : passage.span.start].rstrip()[-1:]
    return len(words) >= MASKED_FROM_WORDS and (ended or after == "," or before == ":") and not before.isalnum()


def _is_lost(passage: MarkedPassage, text: str) -> bool:
    """Say whether nobody knows where a passage ends, and no colon announced it."""
    before = text[max(0, passage.span.start - 4) : passage.span.start].rstrip()
    return passage.end_is_lost and not before.endswith(":")


def _glued(
    text: str, marking: Marking, masked: Iterable[MarkedPassage], stops: Iterable[Boundary]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans in which no sentence of the author's may end, and those for the sentences of masked passages."""
    joints = [Span(*match.span()) for match in _JOINT_RE.finditer(text)]
    joints += [Span(stop.before - 1, stop.after + 1) for stop in stops if stop.verdict == "goes on"]
    hidden = {passage.span.start: passage for passage in masked}
    inner = [passage for passage in marking.passages if passage.span.start not in hidden]
    inner += [child for passage in hidden.values() for child in passage.children]
    outside = [_with_neighbours(_held(passage, text), text) for passage in marking.passages]
    within = [_with_neighbours(_held(passage, text), text) for passage in inner]
    return _disjoint(joints + outside), _disjoint(joints + within)


def _sure_ends(
    text: str, marking: Marking, masked: Iterable[MarkedPassage], stops: Iterable[Boundary]
) -> tuple[int, ...]:
    """Return the offsets where a sentence ends; a title that ends with a stop (*„Wer zahlt?“ Premiere*) ends none."""
    hidden = {passage.span.start for passage in masked}
    closed = {passage.span.end: passage for passage in marking.all_passages() if passage.closer is not None}
    found = []
    for stop in stops:
        passage = closed.get(stop.before)
        doubtful = passage is not None and not (
            stop.begins or passage.span.start in hidden or _begins_sentence(passage, text)
        )
        if stop.verdict == "ends" and not doubtful:
            found.append(stop.before)
    return tuple(found)


def _begins_sentence(passage: MarkedPassage, text: str) -> bool:
    before = text[max(0, passage.span.start - 4) : passage.span.start].rstrip(" \t\u00a0\u202f")
    return not before or before[-1] in ":\r\n" or bool(_SENTENCE_END_RE.search(before))


def _held(passage: MarkedPassage, text: str) -> Span:
    """Return the stretch in which no sentence ends: the passage, or its opener only if its end is lost."""
    return passage.opener if _is_lost(passage, text) else passage.span


def _with_neighbours(span: Span, text: str) -> Span:
    """Return the span of a passage, with the character that ties it to what stands before and after."""
    before = text[max(0, span.start - 4) : span.start].rstrip()
    start = max(0, span.start - 4) + len(before) - 1
    if not before or _SENTENCE_END_RE.search(before) or "\n" in text[start : span.start]:
        start = span.start
    following = regex.compile(r"[^\S\r\n]*+[\p{Ll},;:–—-]").match(text, span.end)
    return Span(start, following.end() if following else span.end)


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping ones joined; touching ones stay apart, for a sentence may end between."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def sentence_ends(
    segmentation: Segmentation, tokens: list[tuple[str, Span]], ends: set[int], *, within: bool = False
) -> set[int]:
    """Return where sentences end, after what the splitter and the text say: places in the list of tokens.

    No sentence ends inside a glued span, before a small letter or a comma, or where no stop and no line end is. One
    ends where the text leaves no doubt. Between the two the splitter decides. ``within`` says that the tokens are of a
    masked passage.
    """
    kept = {len(tokens) - 1} if tokens else set()
    for place, ((_, span), (following, next_span)) in enumerate(pairwise(tokens)):
        if segmentation.is_glued(span.end, next_span.start, within=within):
            continue
        split = place in ends and not _binds(segmentation.text, span, following, next_span)
        if split or segmentation.ends_between(span.end, next_span.start):
            kept.add(place)
    return kept


def _binds(text: str, span: Span, following: str, next_span: Span) -> bool:
    """Say whether two tokens belong to one sentence, whatever the splitter says.

    A sentence begins with no small letter and no comma, and none ends in the middle of a line with a word or a comma.
    """
    if _CONTINUES_RE.match(following):
        return True
    if next_span.start < span.end or _LINE_END_RE.search(text, span.end, next_span.start):
        return False
    return bool(_UNENDED_RE.search(text, max(0, span.end - 6), span.end) and _WORDLIKE_RE.match(following))
