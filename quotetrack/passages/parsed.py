"""What a parse tells about a marked passage: its place in the clause, and whether speech is reported there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import field, frozen

from quotetrack.lexicon import load
from quotetrack.quotation_marks import MarkedPassage
from quotetrack.spans import Span
from quotetrack.syntax import APPOSITIONS, COORDINATIONS, SUBJECTS, VERBALS, Document, Sentence, Word

PUNCTUATION_TAG: Final = "PUNCT"
NAME_TAG: Final = "PROPN"


@frozen(slots=False)
class Index:
    """The author's sentences of a parse, to be found by offset."""

    document: Document = field(repr=False)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return [sentence for sentence in self.document.sentences if sentence.inside is None and sentence.words]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._sentences]

    def place_of(self, passage: MarkedPassage) -> Place | None:
        """Return where a passage stands in the parse, ``None`` if no word of the author's sentences lies in it."""
        first = max(0, bisect_left(self._starts, passage.span.start) - 1)
        for sentence in self._sentences[first : first + 3]:
            words = tuple(_words_in(sentence, passage.span))
            if words:
                return Place(sentence, words)
        return None


@frozen(slots=False)
class Place:
    """The words of a passage in the author's sentence."""

    sentence: Sentence
    words: tuple[Word, ...]

    @cached_property
    def head(self) -> Word:
        """The word of the passage on which the others depend."""
        inside = {word.index for word in self.words}
        return next((word for word in self.words if word.head not in inside), self.words[0])

    @cached_property
    def governor(self) -> Word | None:
        """The word outside on which the passage depends."""
        return self.sentence.head(self.head)

    @property
    def is_apposed(self) -> bool:
        """Say whether the passage is the name of what stands before it."""
        return self.head.relation in APPOSITIONS

    @property
    def is_subject(self) -> bool:
        """Say whether the passage is the subject of its clause."""
        return self.head.relation in SUBJECTS

    @property
    def is_beside_a_name(self) -> bool:
        """Say whether the passage is coordinated with a name."""
        governor = self.governor
        return self.head.relation in COORDINATIONS and governor is not None and governor.upos == NAME_TAG

    @cached_property
    def reporting_verb(self) -> Word | None:
        """The nearest verb above the passage that reports speech or calls things something."""
        above = (word for word in self.sentence.ancestors(self.head) if word.upos in VERBALS)
        known = (load("reporting_verbs"), load("reported_acts"))
        return next((word for word in above if any(word.lemma in verbs for verbs in known)), None)


def _words_in(sentence: Sentence, span: Span) -> Iterator[Word]:
    for word in sentence.words:
        held = word.span == span if word.masked else span.contains(word.span)
        if held and word.upos != PUNCTUATION_TAG:
            yield word
