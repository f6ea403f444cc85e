"""Parsers for tests: one that is cheap and plausible, one that breaks, one that is often wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from types import SimpleNamespace
from typing import Any, Final

import regex
from attrs import define, evolve, field

from quotetrack.errors import ParseError
from quotetrack.parsing import Parser
from quotetrack.segmentation import Segmentation
from quotetrack.syntax import Document, Sentence, Word

_TOKEN_RE: Final = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:[.'’-][\p{L}\p{N}]++)*+|[^\s]")
_STOPS: Final = frozenset(".!?")

_FINITE: Final = frozenset(
    "sagte sagt erklärte teilte betonte fragte forderte kündigte meldete zitiert warf war ist sei seien habe werde soll"
    " sollen hieß kommt schließt".split()
)
_SUBJUNCTIVE: Final = frozenset({"sei", "seien", "habe", "werde"})
_PARTICLES: Final = frozenset({"mit", "an", "vor"})
_PREPOSITIONS: Final = frozenset({"laut", "nach", "zufolge", "gegenüber", "von", "in"})
_PRONOUNS: Final = frozenset({"er", "sie", "es", "das", "wir"})
_MARKERS: Final = frozenset({"dass", "ob", "wie"})
_LEMMAS: Final = {
    "sagte": "sagen",
    "sagt": "sagen",
    "erklärte": "erklären",
    "teilte": "teilen",
    "betonte": "betonen",
    "fragte": "fragen",
    "forderte": "fordern",
    "kündigte": "kündigen",
    "meldete": "melden",
    "zitiert": "zitieren",
    "warf": "werfen",
    "soll": "sollen",
}


class FlatPipeline:
    """Stands in for a Stanza pipeline: tokens by a pattern, tags by their look, each clause flat under its verb.

    It knows enough German to set the rules going and is fed whatever hypothesis comes up with.
    """

    def bulk_process(self, documents: Sequence[Any], processors: str) -> list[Any]:
        """Return the documents tokenised."""
        assert processors == "tokenize,mwt"
        return [SimpleNamespace(sentences=list(_split(document.text))) for document in documents]

    def process(self, document: Any, processors: str) -> Any:
        """Return a document of tokens, tagged and parsed."""
        assert processors == "pos,lemma,depparse"
        return SimpleNamespace(sentences=[_parse([word.text for word in s.words]) for s in document.sentences])


def _split(text: str) -> Iterator[Any]:
    tokens: list[Any] = []
    for match in _TOKEN_RE.finditer(text):
        word = SimpleNamespace(text=match[0])
        tokens.append(SimpleNamespace(text=match[0], start_char=match.start(), end_char=match.end(), words=[word]))
        if match[0][-1] in _STOPS:
            yield SimpleNamespace(tokens=tokens)
            tokens = []
    if tokens:
        yield SimpleNamespace(tokens=tokens)


def _parse(words: list[str]) -> Any:
    tags = [_tag(word, place == 0) for place, word in enumerate(words)]
    clauses = list(_clauses(words))
    heads = [next((place for place in clause if tags[place] == "VERB"), clause[0]) for clause in clauses]
    root = next((head for head in heads if tags[head] == "VERB"), heads[0])
    parsed: list[Any] = []
    for clause, head in zip(clauses, heads, strict=True):
        has_subject = False
        for place in clause:
            if place == head:
                relation, above = ("root", -1) if head == root else ("ccomp", root)
            else:
                relation, above = _relation(words[place].lower(), tags[place], has_subject), head
                has_subject = has_subject or relation == "nsubj"
            parsed.append(_word(place, words[place], tags[place], relation, above))
    return SimpleNamespace(words=parsed)


def _clauses(words: list[str]) -> Iterator[range]:
    cuts = [0, *(place + 1 for place, word in enumerate(words[:-1]) if word in ",:;"), len(words)]
    for start, end in pairwise(cuts):
        yield range(start, end)


def _tag(word: str, is_first: bool) -> str:
    small = word.lower()
    for tag, known in (("VERB", _FINITE), ("ADP", _PREPOSITIONS), ("PRON", _PRONOUNS), ("SCONJ", _MARKERS)):
        if small in known:
            return tag
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if word[0].isupper():
        return "NOUN" if is_first else "PROPN"
    return "DET" if small in ("der", "die", "den", "dem") else "ADV"


def _relation(word: str, tag: str, has_subject: bool) -> str:
    if tag in ("NOUN", "PROPN", "PRON"):
        return "obj" if has_subject else "nsubj"
    if word in _PARTICLES:
        return "compound:prt"
    return {"PUNCT": "punct", "SCONJ": "mark", "ADP": "case", "DET": "det", "VERB": "conj"}.get(tag, "advmod")


def _word(place: int, text: str, tag: str, relation: str, above: int) -> Any:
    features = None
    if tag == "VERB":
        features = f"Mood={'Sub' if text.lower() in _SUBJUNCTIVE else 'Ind'}|VerbForm=Fin"
    lemma = _LEMMAS.get(text.lower(), text)
    return SimpleNamespace(
        id=place + 1, text=text, lemma=lemma, upos=tag, feats=features, head=above + 1, deprel=relation
    )


@define
class Remembering:
    """A parser that parses a text once, for tests that are about what comes behind the parse."""

    inner: Parser
    known: dict[str, Document] = field(factory=dict)

    @property
    def name(self) -> str:
        """The name of the parser that parses."""
        return self.inner.name

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text."""
        missing = list({known.text: known for known in segmentations if known.text not in self.known}.values())
        if missing:
            self.known.update(zip((known.text for known in missing), self.inner.parse(missing), strict=True))
        return [self.known[known.text] for known in segmentations]


@define
class Breaking:
    """A parser that gives up on every text that holds a word, and hands the others on; it counts its calls."""

    word: str
    inner: Parser
    name: str = "breaking"
    batches: list[int] = field(factory=list)

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text.

        Raises:
            ParseError: if one of them holds the word.
        """
        self.batches.append(len(segmentations))
        if any(self.word in segmentation.text for segmentation in segmentations):
            message = f"{self.word!r} breaks the parser"
            raise ParseError(message)
        return self.inner.parse(segmentations)


@define
class Damaged:
    """A parser that gives many words another tag, another relation or no features, by chance."""

    inner: Parser
    seed: int
    name: str = "damaged"

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text, damaged."""
        chance = Random(self.seed)  # noqa: S311
        whole = self.inner.parse(segmentations)
        return [evolve(one, sentences=tuple(_damaged(sentence, chance) for sentence in one.sentences)) for one in whole]


_DAMAGE: Final = 1 / 8
_TAGS: Final = tuple("NOUN PROPN VERB AUX ADJ ADV PRON DET ADP PUNCT SCONJ CCONJ NUM PART X".split())
_RELATIONS: Final = tuple(
    "nsubj obj obl nmod appos flat case det root ccomp advcl acl conj cc mark compound:prt cop aux dep punct".split()
)


def _damaged(sentence: Sentence, chance: Random) -> Sentence:
    return evolve(sentence, words=tuple(_damaged_word(word, chance) for word in sentence.words))


def _damaged_word(word: Word, chance: Random) -> Word:
    if chance.random() < _DAMAGE:
        word = evolve(word, upos=chance.choice(_TAGS))
    if chance.random() < _DAMAGE:
        word = evolve(word, relation=chance.choice(_RELATIONS))
    return evolve(word, features={}) if chance.random() < _DAMAGE else word
