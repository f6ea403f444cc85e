"""What pairing finds: passages as a tree, the marks that are no quotation marks, and what was assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import field, frozen

from quotetrack.quotation_marks.conventions import Convention
from quotetrack.spans import Span

OtherKind = Literal[
    "apostrophe",
    "thousands",
    "prime",
    "code",
    "markup",
    "ditto",
    "bullet",
    "comma",
    "empty",
    "orphan",
]
AssumptionKind = Literal["unclosed", "framed", "orphan", "slip", "doubled", "reopened", "runs on", "side"]


@frozen
class Assumption:
    """Something the text does not say and pairing had to decide: where, what, and in words."""

    offset: int
    kind: AssumptionKind
    words: str


@frozen
class OtherMark:
    """A mark character, or several that form one sign, that neither opens nor closes a passage."""

    span: Span
    kind: OtherKind
    reason: str


@frozen
class ConventionUse:
    """A convention found in a text: for how many passages, and how many of them left no doubt.

    A passage leaves no doubt when it was paired without an assumption.
    """

    convention: Convention
    passages: int
    certain: int

    @property
    def certainty(self) -> float:
        """The share of the passages that left no doubt, from 0 to 1."""
        return self.certain / self.passages


@frozen
class MarkedPassage:
    """A stretch of text between marks.

    ``span`` runs from the opening mark to the closing one, over all paragraphs of the passage;
    ``content_spans`` is what lies between the marks, in as many pieces as paragraphs open again. ``opener``
    and ``closer`` are the places of the marks (``closer`` is ``None`` for a passage that nothing closes),
    ``reopeners`` those of the marks that only repeat the opener at a new paragraph. ``continues`` is the
    place, among the passages beside this one, of the earlier passage that it continues. Comparing two
    passages does not look at their children, and compares the same whatever the depth; comparing two
    markings does look at all of them.
    """

    span: Span
    content_spans: tuple[Span, ...]
    opener: Span
    closer: Span | None
    convention: Convention
    depth: int
    children: tuple[MarkedPassage, ...] = field(default=(), eq=False, repr=False)
    continues: int | None = None
    reopeners: tuple[Span, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def of(self, text: str) -> str:
        """Return the passage with its marks, verbatim."""
        return self.span.of(text)

    def contents(self, text: str) -> tuple[str, ...]:
        """Return what stands between the marks, verbatim, a piece for each paragraph that opens again."""
        return tuple(span.of(text) for span in self.content_spans)

    @property
    def end_is_lost(self) -> bool:
        """Say whether nothing shows where the passage ends: no closer, no reporting clause, no further paragraph."""
        return self.closer is None and not self.reopeners and not self.is_framed

    @property
    def is_framed(self) -> bool:
        """Say whether nothing closes the passage, but the clause that reports it shows where it ends."""
        return any(known.kind == "framed" for known in self.assumptions)

    @property
    def marks(self) -> tuple[Span, ...]:
        """All marks of this passage without those of its children, in text order."""
        last = () if self.closer is None else (self.closer,)
        return (self.opener, *self.reopeners, *last)


@frozen(eq=False)
class Marking:
    """All marks of a text: ``passages`` are those at the top, each with its children, in text order."""

    passages: tuple[MarkedPassage, ...]
    others: tuple[OtherMark, ...]
    conventions: tuple[ConventionUse, ...]
    assumptions: tuple[Assumption, ...]

    def all_passages(self) -> Iterator[MarkedPassage]:
        """Yield every passage before those within it, in text order, to any depth.

        >>> from quotetrack.quotation_marks import pair
        >>> text = "„Er hat ‚nein‘ gesagt“, so Ott."
        >>> [passage.of(text) for passage in pair(text).all_passages()]
        ['„Er hat ‚nein‘ gesagt“', '‚nein‘']
        """
        return depth_first(self.passages)

    def marks(self) -> tuple[Span, ...]:
        """Return the place of every mark, whatever was made of it, in text order."""
        found = [mark for passage in self.all_passages() for mark in passage.marks]
        found += [other.span for other in self.others]
        return tuple(sorted(found, key=lambda span: span.start))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Marking):
            return NotImplemented
        return self._flat() == other._flat()

    def __hash__(self) -> int:
        return hash(self._flat())

    def _flat(self) -> tuple[object, ...]:
        return (tuple(self.all_passages()), self.others, self.conventions, self.assumptions)


def depth_first(passages: Iterable[MarkedPassage]) -> Iterator[MarkedPassage]:
    """Yield the passages and all below them, each before those within it; depth costs no recursion."""
    waiting = [iter(passages)]
    while waiting:
        passage = next(waiting[-1], None)
        if passage is None:
            waiting.pop()
        else:
            yield passage
            waiting.append(iter(passage.children))
