"""From pairs of signs to the tree of passages: where unclosed ones end, what is doubled, what was assumed."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import define, field

from quotetrack.quotation_marks.continuation import LONGEST_GAP, continues, lost_end
from quotetrack.quotation_marks.conventions import (
    ASCII_DOUBLE,
    BY_SIGNS,
    CONVENTIONS,
    FAMILIES,
    LOW_DOUBLE,
    LOW_SINGLE,
    Convention,
)
from quotetrack.quotation_marks.exclusions import DITTO, Exclusion, character_before
from quotetrack.quotation_marks.marking import (
    Assumption,
    ConventionUse,
    MarkedPassage,
    Marking,
    OtherMark,
    depth_first,
)
from quotetrack.quotation_marks.pairing import ORPHAN, Pair, Pairs, last_character
from quotetrack.quotation_marks.scanning import BLANK, CLOSES, INVISIBLE, OPENS, OUTSIDE, UNDECIDED, Mark, Scan
from quotetrack.spans import Span

BULLET: Final = Exclusion("bullet", "a bullet or a pointer: nothing closes it, and a space or no sentence follows")
COMMA: Final = Exclusion("comma", "a low mark typed for a comma")
STRAY: Final = Exclusion("orphan", "an opening mark before a space that nothing closes")
EMPTY: Final = Exclusion("empty", "two marks with nothing between them")

_POINTED: Final = frozenset({"guillemet", "angle"})
_DIRECTED: Final = frozenset({LOW_DOUBLE, LOW_SINGLE})
_SENTENCE_STOPS: Final = frozenset(".!?\N{HORIZONTAL ELLIPSIS}")
_LONGEST_COLON: Final = 4
_HARMLESS: Final = frozenset({"reopened", "runs on"})
_FIRST_OF: Final = {convention.opener: convention for convention in reversed(CONVENTIONS)}


def assemble(scanned: Scan, pairs: Pairs) -> Marking:
    """Build the marking from the pairs."""
    others = dict(pairs.others)
    kept = [pair for pair in pairs.pairs if not _set_aside(scanned, pair, others, pairs.given)]
    sweep = _Sweep(scanned, _join_doubled(scanned, kept, others))
    passages = sweep.run()
    known = [OtherMark(scanned.marks[index].span, why.kind, why.reason) for index, why in others.items()]
    left = tuple(sorted(known + sweep.strays, key=lambda other: other.span.start))
    assumed = [assumption for passage in depth_first(passages) for assumption in passage.assumptions]
    return Marking(passages, left, _uses(passages), _in_order([*assumed, *_of_others(left)]))


# --- Pairs that are none ---


def _set_aside(scanned: Scan, pair: Pair, others: dict[int, Exclusion], given: frozenset[str]) -> bool:
    """Take an opener before a space that nothing closes, a bullet, and a pair around nothing for other signs."""
    reason = _unopened(scanned, pair, given) if pair.closer is None else _around_nothing(scanned, pair)
    if reason is None:
        return False
    closer = () if pair.closer is None else (pair.closer,)
    others.update(dict.fromkeys((pair.opener, *pair.reopeners, *closer), reason))
    return True


def _unopened(scanned: Scan, pair: Pair, given: frozenset[str]) -> Exclusion | None:
    mark = scanned.marks[pair.opener]
    if mark.sign not in given and mark.initial and mark.family in _POINTED and _begins_item(scanned, pair):
        return BULLET
    if pair.reopeners or mark.right != OUTSIDE:
        return None
    if mark.sign == LOW_SINGLE and character_before(scanned.text, mark).isalnum():
        return COMMA
    if mark.family in _POINTED:
        return BULLET
    return DITTO if mark.left == OUTSIDE and mark.sign in (ASCII_DOUBLE, LOW_DOUBLE) else STRAY


def _begins_item(scanned: Scan, pair: Pair) -> bool:
    """Say whether a line is an item of a list: it ends without a stop, or the next line begins like it."""
    if pair.reopeners:
        return not any(scanned.paragraphs[scanned.marks[index].paragraph].blank for index in pair.reopeners)
    paragraph = scanned.paragraphs[scanned.marks[pair.opener].paragraph]
    return last_character(scanned.text, paragraph.end) not in _SENTENCE_STOPS


def _around_nothing(scanned: Scan, pair: Pair) -> Exclusion | None:
    if pair.closer is None or pair.closer != pair.opener + 1:
        return None
    opener, closer = scanned.marks[pair.opener], scanned.marks[pair.closer]
    if BLANK.fullmatch(scanned.text, opener.end, closer.start) is None:
        return None
    return DITTO if opener.sign == ASCII_DOUBLE and opener.end < closer.start else EMPTY


# --- Doubled signs ---


@define(eq=False)
class _Joined:
    """A pair with the places of its signs, which are wider where the signs are doubled."""

    pair: Pair
    opener: Span
    closer: Span | None


def _join_doubled(scanned: Scan, pairs: list[Pair], others: dict[int, Exclusion]) -> list[_Joined]:
    """Take signs typed twice for one wide sign: outer pairs that add nothing, orphans behind a closer."""
    waiting = {pair.opener: pair for pair in pairs}
    joined = []
    for pair in reversed(pairs):
        if waiting.pop(pair.opener, None) is not None:
            joined.append(_widened(scanned.marks, pair, waiting, others))
    return joined[::-1]


def _widened(marks: list[Mark], pair: Pair, waiting: dict[int, Pair], others: dict[int, Exclusion]) -> _Joined:
    first, last = pair.opener, pair.closer
    while (outer := waiting.get(first - 1)) is not None and _doubles(marks, outer, first, last):
        first, last = outer.opener, last if outer.closer is None else outer.closer
        del waiting[outer.opener]
    opener = Span(marks[first].start, marks[pair.opener].end)
    if pair.closer is None or last is None:
        return _Joined(pair, opener, None)
    while last + 1 in others and others[last + 1] is ORPHAN and _are_twins(marks, last, last + 1):
        last += 1
        del others[last]
    return _Joined(pair, opener, Span(marks[pair.closer].start, marks[last].end))


def _doubles(marks: list[Mark], outer: Pair, first: int, last: int | None) -> bool:
    """Say whether an outer pair only repeats the signs of the inner one that begins and ends there."""
    if outer.reopeners or not _are_twins(marks, outer.opener, first):
        return False
    return outer.closer is None or (
        last is not None and outer.closer == last + 1 and _are_twins(marks, last, outer.closer)
    )


def _are_twins(marks: list[Mark], first: int, second: int) -> bool:
    return marks[first].sign == marks[second].sign and marks[first].end == marks[second].start


# --- The tree ---


@define(eq=False)
class _Node:
    """A passage in the making; ``piece_start`` is where its present paragraph begins to count as content.

    ``framed`` says that nothing closes the passage, but that the clause that reports it shows where it ends.
    """

    joined: _Joined
    depth: int
    piece_start: int
    pieces: list[Span] = field(factory=list)
    children: list[MarkedPassage] = field(factory=list)
    framed: bool = False

    @property
    def pair(self) -> Pair:
        return self.joined.pair


class _Sweep:
    """One walk over the pairs in text order that nests them and ends what nothing closes."""

    def __init__(self, scanned: Scan, joined: list[_Joined]) -> None:
        self.scanned = scanned
        self.marks = scanned.marks
        self.starts = [paragraph.start for paragraph in scanned.paragraphs]
        self.joined = joined
        self.stack: list[_Node] = []
        self.top: list[MarkedPassage] = []
        self.strays: list[OtherMark] = []

    def run(self) -> tuple[MarkedPassage, ...]:
        for index, event, joined in self._events():
            mark = self.marks[index]
            self._end_paragraphs(mark.paragraph)
            self._end_framed(mark.start)
            event(self, mark, joined)
        self._end_paragraphs(len(self.scanned.paragraphs))
        return tuple(self.top)

    def _events(self) -> list[tuple[int, _Event, _Joined]]:
        found: list[tuple[int, _Event, _Joined]] = []
        for joined in self.joined:
            pair = joined.pair
            found.append((pair.opener, _Sweep._begin, joined))
            found += [(index, _Sweep._begin_again, joined) for index in pair.reopeners]
            if pair.closer is not None:
                found.append((pair.closer, _Sweep._close, joined))
        return sorted(found, key=lambda event: event[0])

    # --- Openers ---

    def _begin(self, mark: Mark, joined: _Joined) -> None:
        self._make_room(mark, joined)
        self.stack.append(_Node(joined, len(self.stack), joined.opener.end))

    def _make_room(self, mark: Mark, joined: _Joined) -> None:
        """End the unclosed passages before an opener of their family, and before what outlives them."""
        ended = len(self.stack)
        for place in range(len(self.stack) - 1, -1, -1):
            pair = self.stack[place].pair
            if pair.closer is not None:
                break
            outlived = pair.last_paragraph < joined.pair.last_paragraph
            if outlived or self.marks[pair.opener].family == mark.family:
                ended = place
        while len(self.stack) > ended:
            self._end_unclosed(joined.opener.start)

    def _begin_again(self, mark: Mark, joined: _Joined) -> None:
        end = self.scanned.paragraphs[mark.paragraph - 1].end
        for node in reversed(self.stack):
            self._end_piece(node, end)
            node.piece_start = mark.end
            if node.joined is joined:
                return

    # --- Ends ---

    def _end_paragraphs(self, paragraph: int) -> None:
        while self.stack and self.stack[-1].pair.closer is None:
            last = self.stack[-1].pair.last_paragraph
            if last >= paragraph:
                return
            self._end_unclosed(self.scanned.paragraphs[last].end)

    def _close(self, mark: Mark, joined: _Joined) -> None:
        while self.stack[-1].joined is not joined:
            self._end_unclosed(mark.start)
        node = self.stack.pop()
        self._end_piece(node, mark.start)
        closer = joined.closer
        self._add(node, mark.end if closer is None else closer.end)

    def _end_framed(self, limit: int) -> None:
        """End the unclosed passages that the author reports before the limit."""
        while self.stack and self._frame_of(self.stack[-1], limit) is not None:
            self._end_unclosed(limit)

    def _frame_of(self, node: _Node, limit: int) -> int | None:
        """Return where the clause begins that reports an unclosed passage, unless a colon announced it."""
        start = node.joined.opener.end
        if node.pair.closer is not None or node.pair.reopeners or self._follows_colon(node):
            return None
        searched = node.children[-1].span.end if node.children else start
        return lost_end(self.scanned.text, start, searched, limit)

    def _follows_colon(self, node: _Node) -> bool:
        start = node.joined.opener.start
        return self.scanned.text[max(0, start - _LONGEST_COLON) : start].rstrip().endswith(":")

    def _end_unclosed(self, limit: int) -> None:
        node = self.stack.pop()
        frame = self._frame_of(node, limit)
        node.framed = frame is not None
        limit = limit if frame is None else frame
        end = _trim_end(self.scanned.text, node.joined.opener.end, limit)
        self._end_piece(node, end)
        if node.pieces:
            self._add(node, end)
        else:
            empty = (node.joined.opener, *self._reopeners(node))
            self.strays += [OtherMark(span, STRAY.kind, STRAY.reason) for span in empty]

    def _reopeners(self, node: _Node) -> tuple[Span, ...]:
        return tuple([self.marks[index].span for index in node.pair.reopeners]) if node.pair.reopeners else ()

    def _end_piece(self, node: _Node, end: int) -> None:
        start = _trim_start(self.scanned.text, node.piece_start, end)
        end = _trim_end(self.scanned.text, start, end)
        if start < end:
            node.pieces.append(Span(start, end))

    def _add(self, node: _Node, end: int) -> None:
        beside = self.stack[-1].children if self.stack else self.top
        goes_on = bool(beside) and self._goes_on(beside[-1], node)
        beside.append(self._passage(node, end, len(beside) - 1 if goes_on else None))

    def _goes_on(self, earlier: MarkedPassage, node: _Node) -> bool:
        gap = Span(earlier.span.end, node.joined.opener.start)
        alike = FAMILIES[earlier.convention.opener] == self.marks[node.pair.opener].family
        if not alike or (earlier.closer is None and not earlier.is_framed) or len(gap) > LONGEST_GAP:
            return False
        if bisect(self.starts, gap.start) != bisect(self.starts, gap.end):
            return False
        text = self.scanned.text
        return continues(gap.of(text), text[earlier.content_spans[-1].end - 1])

    def _passage(self, node: _Node, end: int, continued: int | None) -> MarkedPassage:
        joined, pair = node.joined, node.pair
        opener = joined.opener
        return MarkedPassage(
            span=Span(opener.start, end),
            content_spans=tuple(node.pieces) or (Span(opener.end, opener.end),),
            opener=opener,
            closer=joined.closer,
            convention=_convention(self.marks, pair),
            depth=node.depth,
            children=tuple(node.children),
            continues=continued,
            reopeners=self._reopeners(node),
            assumptions=_in_order(_assumed(self.marks, node)),
        )


_Event = Callable[[_Sweep, Mark, _Joined], None]


def _trim_start(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    return start


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return end


def _convention(marks: list[Mark], pair: Pair) -> Convention:
    sign = marks[pair.opener].sign
    return _FIRST_OF[sign] if pair.closer is None else BY_SIGNS[sign, marks[pair.closer].sign]


# --- What was assumed ---


def _in_order(assumptions: Iterable[Assumption]) -> tuple[Assumption, ...]:
    found = [*assumptions]
    return tuple(sorted(found, key=lambda known: known.offset)) if found else ()


def _assumed(marks: list[Mark], node: _Node) -> Iterator[Assumption]:
    joined, pair = node.joined, node.pair
    opener = marks[pair.opener]
    if node.framed:
        yield Assumption(
            opener.start, "framed", "nothing closes the passage; it ends before the clause that reports it"
        )
    elif pair.closer is None:
        yield Assumption(
            opener.start,
            "unclosed",
            "nothing closes the passage; it ends with its paragraph or before the next",
        )
    else:
        yield from _assumed_of_closer(marks, joined, marks[pair.closer])
    if len(joined.opener) > len(opener.sign):
        yield Assumption(joined.opener.start, "doubled", "the opening mark stands more than once")
    if opener.lean == CLOSES or (opener.lean == UNDECIDED and opener.sign not in _DIRECTED):
        yield Assumption(opener.start, "side", "the surroundings do not show that the mark opens")
    for index in pair.reopeners:
        yield Assumption(marks[index].start, "reopened", "the mark only repeats the opener at a new paragraph")


def _assumed_of_closer(marks: list[Mark], joined: _Joined, closer: Mark) -> Iterator[Assumption]:
    pair = joined.pair
    if pair.slip:
        yield Assumption(closer.start, "slip", "the closing mark belongs to another convention")
    if closer.lean == OPENS:
        yield Assumption(closer.start, "side", "the surroundings suggest that the mark opens")
    if joined.closer is not None and len(joined.closer) > len(closer.sign):
        yield Assumption(closer.start, "doubled", "the closing mark stands more than once")
    if closer.paragraph != marks[pair.latest_opener].paragraph:
        yield Assumption(closer.start, "runs on", "the mark closes a passage of an earlier paragraph")


def _of_others(others: Iterable[OtherMark]) -> Iterator[Assumption]:
    for other in others:
        if other.kind == "orphan":
            yield Assumption(other.span.start, "orphan", other.reason)


def _uses(passages: Iterable[MarkedPassage]) -> tuple[ConventionUse, ...]:
    """Count the conventions, the most frequent first."""
    all_of: Counter[Convention] = Counter()
    certain: Counter[Convention] = Counter()
    for passage in depth_first(passages):
        all_of[passage.convention] += 1
        certain[passage.convention] += all(known.kind in _HARMLESS for known in passage.assumptions)
    return tuple(ConventionUse(convention, count, certain[convention]) for convention, count in all_of.most_common())
