"""A dependency parse as frozen values: words, sentences, documents, and the walks over their trees.

The labels are those of Universal Dependencies 2 for German (https://universaldependencies.org/de/). Relations and
features appear as strings here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter

from attrs import astuple, field, frozen

from quotetrack.errors import ParseError
from quotetrack.spans import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_AUXILIARIES = frozenset({"aux:pass"})
OBJECTS = frozenset({"obj", "iobj", "obl:arg"})
PARTICLES = frozenset({"compound:prt"})
APPOSITIONS = frozenset({"appos"})
NAME_PARTS = frozenset({"flat", "flat:name"})
DETERMINERS = frozenset({"det", "det:poss"})
COORDINATIONS = frozenset({"conj"})
MARKERS = frozenset({"mark"})
CASE_MARKERS = frozenset({"case"})
ROOT = "root"

NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
VERBALS = frozenset({"VERB", "AUX"})

_REMEMBERED = 1 << 12
"""So many different feature columns are remembered; German has fewer."""


@frozen(eq=False)
class Word:
    """A syntactic word: where it stands in the sentence (from 1), what it is, and on which word it depends.

    ``span`` is the place of the token in the original text; the words of a contraction (*zum* = *zu* + *dem*) share
    theirs. A ``masked`` word is one of a placeholder that stands for a whole quotation: it spans that quotation, and
    its text is not in the article. ``head`` is 0 for the root.
    """

    index: int
    text: str
    lemma: str
    upos: str
    features: Mapping[str, str]
    head: int
    relation: str
    span: Span
    masked: bool = False

    def __eq__(self, other: object) -> bool:
        """Say whether two words are the same: most that are compared are one object, or stand in different places."""
        if self is other:
            return True
        if not isinstance(other, Word):
            return NotImplemented
        return self.index == other.index and astuple(self, recurse=False) == astuple(other, recurse=False)

    __hash__ = None  # type: ignore[assignment]

    @property
    def is_finite(self) -> bool:
        """Say whether the word is a finite verb form."""
        return self.features.get("VerbForm") == "Fin"

    @property
    def is_subjunctive(self) -> bool:
        """Say whether the tagger saw a Konjunktiv; the tense of the form tells which."""
        return self.features.get("Mood") == "Sub"


@frozen(slots=False)
class Sentence:
    """A parsed sentence.

    ``inside`` is the number of the masked passage the sentence belongs to, ``None`` for sentences of the author.
    """

    words: tuple[Word, ...]
    inside: int | None = field(default=None, kw_only=True)

    @cached_property
    def span(self) -> Span:
        """The span from the first character of the sentence to its last."""
        return span_of(self.words)

    @cached_property
    def _children(self) -> dict[int, tuple[Word, ...]]:
        found: dict[int, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.head, []).append(word)
        return {head: tuple(words) for head, words in found.items()}

    @cached_property
    def root(self) -> Word:
        """The word that depends on none."""
        return self._children[0][0]

    @cached_property
    def is_tree(self) -> bool:
        """Say whether every word leads up to one root, so that whoever walks up comes to an end."""
        above = self._children.get(0, ())
        reached = [word for word in above if len(above) == 1]
        for word in reached:
            reached += self._children.get(word.index, ())
        return len(reached) == len(self.words)

    def word(self, index: int) -> Word:
        """Return the word at a place counted from 1."""
        return self.words[index - 1]

    def head(self, word: Word) -> Word | None:
        """Return the word on which the given one depends, ``None`` for the root."""
        return self.words[word.head - 1] if word.head else None

    def children(self, word: Word, relations: frozenset[str] | None = None) -> tuple[Word, ...]:
        """Return the dependents in text order, all or those of the given relations."""
        found = self._children.get(word.index, ())
        if relations is None:
            return found
        return tuple(child for child in found if child.relation in relations)

    def child(self, word: Word, relations: frozenset[str]) -> Word | None:
        """Return the first dependent of one of the relations."""
        return next(iter(self.children(word, relations)), None)

    def subtree(self, word: Word, without: frozenset[str] = frozenset()) -> tuple[Word, ...]:
        """Return the word and all below it in text order, leaving out branches of the given relations."""
        found = [word]
        for known in found:
            below = self._children.get(known.index, ())
            found += [child for child in below if child.relation not in without] if without else below
        return tuple(sorted(found, key=attrgetter("index")))

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Yield the head of the word, the head of that, up to the root."""
        above = self.head(word)
        while above is not None:
            yield above
            above = self.head(above)

    def within(self, span: Span) -> tuple[Word, ...]:
        """Return the words that lie in the span."""
        start, end = span.start, span.end
        return tuple([word for word in self.words if start <= word.span.start and word.span.end <= end])


@frozen
class Document:
    """The parse of one text: its sentences in text order."""

    sentences: tuple[Sentence, ...]

    def words(self) -> Iterator[Word]:
        """Yield all words in order."""
        for sentence in self.sentences:
            yield from sentence.words

    def masked(self) -> tuple[Sentence, ...]:
        """Return the sentences within masked passages."""
        return tuple(sentence for sentence in self.sentences if sentence.inside is not None)


@lru_cache(maxsize=_REMEMBERED)
def features_of(column: str) -> Mapping[str, str]:
    """Read a CoNLL-U feature column; words with the same features share them.

    >>> features_of("Mood=Sub|Tense=Pres")
    {'Mood': 'Sub', 'Tense': 'Pres'}
    """
    if column in ("", "_"):
        return {}
    return dict(pair.split("=", 1) for pair in column.split("|") if "=" in pair)


def checked(sentence: Sentence) -> Sentence:
    """Return the sentence if its tree is one: numbered from 1, one root, no cycle.

    Raises:
        ParseError: otherwise, naming the word.
    """
    for place, word in enumerate(sentence.words, start=1):
        if word.index != place or not 0 <= word.head <= len(sentence.words) or word.head == word.index:
            message = f"word {place} ({word.text!r}) has index {word.index} and head {word.head}"
            raise ParseError(message, offset=word.span.start)
    if [word.head for word in sentence.words].count(0) != 1:
        message = "a sentence has not exactly one root"
        raise ParseError(message, offset=sentence.span.start)
    if not sentence.is_tree:
        message = "a dependency tree has a cycle"
        raise ParseError(message, offset=sentence.span.start)
    return sentence


def span_of(words: Iterable[Word]) -> Span:
    """Return the span from the first of the words to the last.

    Raises:
        ValueError: if there are none.
    """
    spans = [word.span for word in words]
    return Span(min([span.start for span in spans]), max([span.end for span in spans]))


def read_conllu(conllu: str, text: str) -> Document:
    r"""Read a CoNLL-U parse of a text and find its tokens there; white space may differ, nothing else.

    Raises:
        ParseError: if a line has not ten columns, a tree is broken, or a token is not where the text goes on.

    >>> document = read_conllu("1\tNein\tnein\tPART\t_\t_\t0\troot\t_\t_\n", " Nein")
    >>> document.sentences[0].root.span
    Span(start=1, end=5)
    """
    place = 0
    sentences: list[Sentence] = []
    for block in conllu.replace("\r\n", "\n").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if rows:
            sentence, place = _read_sentence(rows, text, place)
            sentences.append(checked(sentence))
    return Document(tuple(sentences))


def _read_sentence(rows: list[list[str]], text: str, place: int) -> tuple[Sentence, int]:
    words: list[Word] = []
    shared: dict[int, Span] = {}
    for row in rows:
        first, last = _indices(row)
        if first is None:
            continue
        span = shared.get(first) or _locate(row[1], text, place)
        place = span.end
        if last is None:
            words.append(_read_word(first, row, span))
        else:
            shared.update(dict.fromkeys(range(first, last + 1), span))
    if not words:
        message = "a CoNLL-U sentence has no words"
        raise ParseError(message, offset=place)
    return Sentence(tuple(words)), place


def _indices(row: list[str]) -> tuple[int | None, int | None]:
    """Return the number of a word, the first and last of a contraction, or neither for an empty node."""
    if len(row) != 10:
        message = f"a CoNLL-U line has {len(row)} columns, not 10: {row!r}"
        raise ParseError(message)
    if "." in row[0]:
        return None, None
    first, _, last = row[0].partition("-")
    return _number(first), _number(last) if last else None


def _read_word(index: int, row: list[str], span: Span) -> Word:
    return Word(index, row[1], row[2], row[3], features_of(row[5]), _number(row[6]), row[7], span)


def _number(column: str) -> int:
    try:
        return int(column)
    except ValueError as error:
        message = f"the CoNLL-U index {column!r} is no number"
        raise ParseError(message) from error


def _locate(token: str, text: str, place: int) -> Span:
    while place < len(text) and text[place].isspace():
        place += 1
    if not text.startswith(token, place):
        message = f"the token {token!r} is not where the text goes on: {text[place : place + 20]!r}"
        raise ParseError(message, offset=place)
    return Span(place, place + len(token))
