"""One walk over the text that finds the signs, the paragraphs, and which way each sign leans.

A sign leans towards opening when its left looks more like the outside of a passage than its right does, and
towards closing the other way round. Neighbouring signs lean together, as in the closing half of *„…
‚nein‘“*; a space that belongs to a sign parts it from no other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from attrs import define, frozen

from quotetrack.quotation_marks.conventions import (
    ACUTE,
    ASCII_SINGLE,
    FAMILIES,
    GRAVE,
    MARK_CHARACTERS,
    Family,
)
from quotetrack.spans import Span

OPENS: Final = 1
CLOSES: Final = -1
UNDECIDED: Final = 0

# How much a neighbour looks like the outside of a passage.
OUTSIDE: Final = 5
NEARLY_OUTSIDE: Final = 4
BETWEEN: Final = 3
BOUND: Final = 2
HARDLY: Final = 1
INSIDE: Final = 0

INVISIBLE: Final = frozenset(
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}"
    "\N{ZERO WIDTH NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
)
INNER_SPACES: Final = frozenset(
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{FIGURE SPACE}\N{SIX-PER-EM SPACE}"
)
PARAGRAPH_END: Final = "\N{PARAGRAPH SEPARATOR}"
LINE_ENDS: Final = f"\n\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}{PARAGRAPH_END}"
_COLON: Final = ":"
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_BRACKETS: Final = frozenset("([{<")
_STOPS: Final = frozenset(".,;:!?)]}>")
_NEUTRAL: Final = frozenset("/\\|=+*~_\N{BULLET}\N{MIDDLE DOT}\N{MINUS SIGN}")
_SMALL_WORD: Final = re.compile(r"\b(?:der|de[mns]|eine[mnrs]?|und|oder|am|im|vom|zum|zur|für|als|dass)\Z")
_LONGEST_SMALL_WORD: Final = 6

_HIDDEN: Final = re.escape("".join(sorted(INVISIBLE)))
BLANK: Final = re.compile(rf"[\s{_HIDDEN}]*+")
_SINGLES: Final = re.escape("".join(sorted(MARK_CHARACTERS)))
_BLANK_LINE: Final = re.compile(rf"{PARAGRAPH_END}|(?>\r\n|[{LINE_ENDS}])[^{LINE_ENDS}]*+[{LINE_ENDS}]")
_SIGN_OR_BREAK: Final = re.compile(
    rf"""
    [{_SINGLES}{LINE_ENDS},]                                           # one class first: the search skips what is none
    (?: (?<= [{LINE_ENDS}] ) (?P<line_end> [\s{_HIDDEN}]*+ )           # the end of a line, and all that is blank after
      | (?<= {ASCII_SINGLE} ) {ASCII_SINGLE}++ | (?<= {GRAVE} ) {GRAVE}++ | (?<= {ACUTE} ) {ACUTE}  # a run, one sign
      | (?<= , ) (?<! [,.;!?)\w] , ) , (?= [^,\s] )                    # two commas before a word, not after one
      | (?<= [{_SINGLES}] )
    )
    """,
    re.VERBOSE,
)


@define(eq=False)
class Mark:
    """A sign where it stands: its place among the signs, its characters, its paragraph and its surroundings.

    ``left`` and ``right`` say how much the text on that side of the run of signs looks like the outside of
    a passage, and ``lean`` what follows from it: ``OPENS``, ``CLOSES`` or ``UNDECIDED``, by the surroundings
    alone. ``family`` is ``None`` for what never quotes; ``follows`` is true where another sign stands directly
    before it, ``initial`` where nothing else does in its paragraph.
    """

    index: int
    start: int
    end: int
    sign: str
    family: Family | None
    paragraph: int
    initial: bool
    follows: bool = False
    left: int = OUTSIDE
    right: int = OUTSIDE
    lean: int = UNDECIDED

    @property
    def span(self) -> Span:
        """The place of the sign."""
        return Span(self.start, self.end)


@frozen
class Paragraph:
    """A stretch of text between breaks; ``blank`` says that a blank line parts it from the one before."""

    start: int
    end: int
    blank: bool


@frozen
class Scan:
    """The signs of a text and its paragraphs, both in text order."""

    text: str
    marks: list[Mark]
    paragraphs: list[Paragraph]


def scan(text: str) -> Scan:
    """Find all signs and paragraphs of the text, in one walk.

    >>> [(mark.sign, mark.lean == OPENS) for mark in scan('Er rief: "Halt!"').marks]
    [('"', True), ('"', False)]
    """
    marks: list[Mark] = []
    paragraphs: list[Paragraph] = []
    start, blank = _first_visible(text), True
    for match in _SIGN_OR_BREAK.finditer(text):
        if match.lastgroup is None:
            for begin, end in _signs(match.span()):
                sign = text[begin:end]
                marks.append(Mark(len(marks), begin, end, sign, _family(sign), len(paragraphs), begin == start))
        elif _parts_paragraphs(text, match):
            paragraphs.append(Paragraph(start, match.start(), blank))
            start, blank = match.end(), _holds_blank_line(match.group())
    paragraphs.append(Paragraph(start, len(text), blank))
    _look_around(text, marks)
    return Scan(text, marks, paragraphs)


_family: Final = FAMILIES.get


def _signs(run: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Cut four apostrophes or graves into two signs of two; every other run is one sign."""
    start, end = run
    return (run,) if end - start != 4 else ((start, start + 2), (start + 2, end))


def _first_visible(text: str) -> int:
    start = 0
    while start < len(text) and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    return start


# --- Paragraphs ---


def _parts_paragraphs(text: str, line_end: re.Match[str]) -> bool:
    """Say whether a break parts paragraphs: a blank line does, a line end unless it wraps a line."""
    return _holds_blank_line(line_end.group()) or not _wraps(text, line_end)


def _holds_blank_line(blank: str) -> bool:
    return _BLANK_LINE.search(blank) is not None


def _wraps(text: str, line_end: re.Match[str]) -> bool:
    """Say whether a sentence goes on: a comma or a small word before the line end, a small letter after."""
    before = _last_visible(text, line_end.start())
    if before < 0 or line_end.end() == len(text):
        return False
    if text[line_end.end()].islower() or text[before] == ",":
        return True
    return _SMALL_WORD.search(text, max(0, before - _LONGEST_SMALL_WORD), before + 1) is not None


def _last_visible(text: str, end: int) -> int:
    end -= 1
    while end >= 0 and (text[end] in INVISIBLE or text[end].isspace()):
        end -= 1
    return end


# --- Surroundings ---


def _look_around(text: str, marks: list[Mark]) -> None:
    previous: Mark | None = None
    for mark in marks:
        before = _visible_before(text, mark.start)
        if previous is not None and before == previous.end - 1:
            mark.follows, mark.left = True, previous.left
            mark.initial = previous.initial
        elif mark.initial:
            mark.left = OUTSIDE
        else:
            mark.left = _outside_before(text[before])
            if mark.left == BOUND and previous is not None and _is_inner_space(text, previous.end, before):
                mark.left = max(BOUND, previous.left)
        previous = mark
    following: Mark | None = None
    for mark in reversed(marks):
        if following is not None and following.follows:
            mark.right = following.right
        else:
            after = _visible_after(text, mark.end)
            mark.right = _outside_after(text, after)
            if mark.right == BOUND and following is not None and _is_inner_space(text, after, following.start - 1):
                mark.right = max(BOUND, following.right)
        mark.lean = (mark.left > mark.right) - (mark.left < mark.right)
        following = mark


def _is_inner_space(text: str, first: int, last: int) -> bool:
    """Say whether one space that belongs to a sign is all there is between two: behind an opener, before a closer."""
    return first == last and text[first] in INNER_SPACES


def _visible_before(text: str, end: int) -> int:
    end -= 1
    while end >= 0 and text[end] in INVISIBLE:
        end -= 1
    return end


def _visible_after(text: str, start: int) -> int:
    while start < len(text) and text[start] in INVISIBLE:
        start += 1
    return start


@lru_cache(maxsize=4096)
def _outside_before(character: str) -> int:
    if character in INNER_SPACES or character in (_COLON, _ELLIPSIS):
        return BOUND
    if character.isspace():
        return OUTSIDE
    if character in _BRACKETS:
        return NEARLY_OUTSIDE
    return BETWEEN if _is_neutral(character) else INSIDE


def _outside_after(text: str, place: int) -> int:
    if place == len(text):
        return OUTSIDE
    if text.startswith("..", place):
        return BOUND
    return _outside_after_character(text[place])


@lru_cache(maxsize=4096)
def _outside_after_character(character: str) -> int:
    if character in INNER_SPACES or character == _ELLIPSIS:
        return BOUND
    if character.isspace() or character in _STOPS:
        return OUTSIDE
    if _is_neutral(character):
        return BETWEEN
    return HARDLY if character in _BRACKETS else INSIDE


def _is_neutral(character: str) -> bool:
    return character in _NEUTRAL or unicodedata.category(character) == "Pd"
