"""What pairing must do with every text, and with every text whose truth is known: a function for each property.

Each returns what is expected and what is found, so that tests compare them and a long run needs no pytest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from quotetrack.quotation_marks import MARK_CHARACTERS, Convention, Marking, blocks, pair
from quotetrack.quotation_marks.assembling import assemble
from quotetrack.quotation_marks.blocks import blocks_of
from quotetrack.quotation_marks.marking import MarkedPassage
from quotetrack.quotation_marks.pairing import Pairs, match
from quotetrack.quotation_marks.scanning import Scan, scan
from quotetrack.spans import Span
from tests.strategies import NEUTRAL, DamagedText, Expected, MarkedText

Sides = tuple[Any, Any]


@lru_cache(maxsize=8)
def _worked(text: str, convention: Convention | None) -> tuple[Scan, Pairs, Marking]:
    """Do what `pair` and `blocks` do, once for all properties of a text."""
    scanned = scan(text)
    pairs = match(scanned, convention)
    return scanned, pairs, assemble(scanned, pairs)


def paired(text: str, convention: Convention | None = None) -> Marking:
    """Pair the marks of a text as `pair` does."""
    return _worked(text, convention)[2]


def cut(text: str, convention: Convention | None = None) -> tuple[Span, ...]:
    """Cut a text into blocks as `blocks` does."""
    return blocks_of(*_worked(text, convention))


# --- What is compared ---


def outline(marking: Marking, by: int = 0) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Return everything with an offset, moved by so many characters: passages in text order, and other marks."""
    passages = [_passage(passage, by) for passage in marking.all_passages()]
    others = [(other.span.shifted(by), other.kind, other.reason) for other in marking.others]
    return passages, others


def _passage(passage: MarkedPassage, by: int) -> tuple[Any, ...]:
    spans = (passage.span, *passage.content_spans, *passage.marks)
    assumed = tuple((known.offset + by, known.kind) for known in passage.assumptions)
    return (
        tuple(span.shifted(by) for span in spans),
        passage.closer is None,
        passage.convention,
        passage.depth,
        len(passage.children),
        passage.continues is None,
        assumed,
    )


def as_expected(marking: Marking) -> tuple[Expected, ...]:
    """Return the passages of a marking as the strategies note them."""
    return tuple(
        Expected(
            span=passage.span,
            content_spans=passage.content_spans,
            convention=passage.convention.name,
            depth=passage.depth,
            continues=passage.continues is not None,
        )
        for passage in marking.all_passages()
    )


def characters(marking: Marking) -> list[int]:
    """Return the offset of every character of every mark, as often as it is accounted for."""
    return sorted(offset for span in marking.marks() for offset in range(span.start, span.end))


# --- Every text ---


def accounted_once(text: str) -> Sides:
    """Account for every mark character, for none twice, and for nothing else but doubled commas."""
    found = characters(paired(text))
    marks = {offset for offset, character in enumerate(text) if character in MARK_CHARACTERS}
    commas = {offset for offset in found if text[offset] == ","}
    return sorted(marks | commas), found


def nested(text: str) -> Sides:
    """Keep every passage within the one above it, and after the one before it."""
    marking = paired(text)
    broken = [*_overlapping(marking.passages, 0, len(text))]
    for passage in marking.all_passages():
        end = passage.span.end if passage.closer is None else passage.closer.start
        broken += _overlapping(passage.children, passage.opener.end, end)
    return [], broken


def _overlapping(passages: Iterable[MarkedPassage], start: int, end: int) -> Iterator[MarkedPassage]:
    for passage in passages:
        if passage.span.start < start or passage.span.end > end:
            yield passage
        start = passage.span.end


def numbered(text: str) -> Sides:
    """Count as depth of a passage the passages around it."""
    marking = paired(text)
    above = [(passage, 0) for passage in marking.passages]
    for passage, depth in above:
        above += [(child, depth + 1) for child in passage.children]
    return [depth for _, depth in above], [passage.depth for passage, _ in above]


def contents_within(text: str) -> Sides:
    """Have what was said between the marks, in order, without a space at its edges."""
    broken = []
    for passage in paired(text).all_passages():
        edges = [passage.opener.end]
        for span in passage.content_spans:
            edges += [span.start, span.end]
        edges.append(passage.span.end if passage.closer is None else passage.closer.start)
        said = passage.contents(text)
        if edges != sorted(edges) or any(piece != piece.strip() for piece in said):
            broken.append(passage)
    return [], broken


def verbatim(text: str) -> Sides:
    """Build a passage from its opener, what lies between, and its closer, character by character."""
    broken = []
    for passage in paired(text).all_passages():
        end = passage.span.end if passage.closer is None else passage.closer.start
        closer = "" if passage.closer is None else passage.closer.of(text)
        rebuilt = passage.opener.of(text) + text[passage.opener.end : end] + closer
        if rebuilt != passage.of(text) or not passage.opener.of(text).startswith(passage.convention.opener):
            broken.append(passage)
    return [], broken


def moved_by_a_paragraph_before(text: str) -> Sides:
    """Move every offset by the length of a paragraph without marks that is put before the text."""
    before = NEUTRAL + "\n\n"
    return outline(paired(text), len(before)), outline(paired(before + text))


def unmoved_by_a_paragraph_after(text: str) -> Sides:
    """Change nothing when a paragraph without marks is put after the text."""
    return outline(paired(text)), outline(paired(f"{text}\n\n{NEUTRAL}"))


def unmoved_between_paragraphs(text: str) -> Sides:
    """Move every offset by the length of what is put before the text, and nothing else by what is put behind it."""
    before = NEUTRAL + "\n\n"
    return outline(paired(text), len(before)), outline(paired(f"{before}{text}\n\n{NEUTRAL}"))


def worked_once(text: str) -> Sides:
    """Find what `pair` and `blocks` find."""
    return (pair(text), blocks(text)), (paired(text), cut(text))


def streamed(text: str, convention: Convention) -> Sides:
    """Find in the blocks, one by one, what the whole text gives with the convention given."""
    passages, others = outline(paired(text, convention))
    streamed_passages: list[tuple[Any, ...]] = []
    streamed_others: list[tuple[Any, ...]] = []
    for block in cut(text, convention):
        more_passages, more_others = outline(paired(block.of(text), convention), block.start)
        streamed_passages += more_passages
        streamed_others += more_others
    return (passages, others), (streamed_passages, streamed_others)


def cut_into_blocks(text: str) -> Sides:
    """Cover the text with blocks that lie side by side."""
    return text, "".join(block.of(text) for block in cut(text))


def written_otherwise(text: str, one: Convention, other: Convention) -> Sides:
    """Keep the structure when the signs of one convention are written as those of another."""
    signs = str.maketrans({one.opener: other.opener, one.closer: other.closer})
    return _structure(paired(text, one)), _structure(paired(text.translate(signs), other))


def _structure(marking: Marking) -> list[tuple[Any, ...]]:
    return [
        (passage.span, passage.content_spans, passage.marks, passage.depth, passage.continues)
        for passage in marking.all_passages()
    ]


# --- Texts whose truth is known ---


def recovered(marked: MarkedText) -> Sides:
    """Find in an undamaged text the passages it was written with."""
    return marked.passages, as_expected(paired(marked.text))


def quoting_marks(marked: MarkedText) -> Sides:
    """Let those marks open and close that were written to do so, and no others."""
    passages = paired(marked.text).all_passages()
    return list(marked.marks), sorted(mark for passage in passages for mark in passage.marks)


def blocks_recovered(marked: MarkedText) -> Sides:
    """Cut an undamaged text into the blocks it was written in."""
    return marked.blocks, cut(marked.text)


def certain(marked: MarkedText) -> Sides:
    """Take nothing for damage in an undamaged text."""
    harm = {"unclosed", "orphan", "slip", "doubled"}
    return [], [known for known in paired(marked.text).assumptions if known.kind in harm]


def spared(damaged: DamagedText) -> Sides:
    """Leave everything as it was outside a damaged block."""
    found = set(as_expected(paired(damaged.text)))
    return [], [expected for expected in damaged.spared() if expected not in found]


OF_ANY_TEXT: Final[tuple[Callable[[str], Sides], ...]] = (
    accounted_once,
    nested,
    numbered,
    contents_within,
    verbatim,
    moved_by_a_paragraph_before,
    unmoved_by_a_paragraph_after,
    cut_into_blocks,
    worked_once,
)
QUICKLY: Final[tuple[Callable[[str], Sides], ...]] = (
    accounted_once,
    nested,
    numbered,
    contents_within,
    verbatim,
    unmoved_between_paragraphs,
    cut_into_blocks,
)
"""The same for a long run, which takes the paragraphs before and after together and does no work twice."""

OF_MARKED_TEXT: Final[tuple[Callable[[MarkedText], Sides], ...]] = (
    recovered,
    quoting_marks,
    blocks_recovered,
    certain,
)
