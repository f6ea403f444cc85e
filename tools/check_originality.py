"""Looks for invented cases that are too near a sentence of the corpora that may only be measured.

``python tools/check_originality.py --shared ../shared`` compares the sentences of ``tests/cases`` with those of the
articles in ``shared`` and of the open WIKINEWS documents. A sentence is too near another if they share six words in a
row, or if four in five of its words stand there in the same order. It prints such pairs and exits with 1 if there are
any: a case that fails is written anew, on another matter and in other words. Sealed documents are not opened.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import regex
import rich.console
from attrs import define, field, frozen

from evaluating.data import BenchmarkData, Name, Places, load

ROOT: Final = Path(__file__).resolve().parent.parent
OPEN: Final[tuple[Name, ...]] = ("wikinews-train-open", "wikinews-dev")
RUN: Final = 6
"""So many words in a row are too many."""
LEAST: Final = 8
"""Shorter sentences are made of stock phrases."""
SHARE: Final = 0.8
_COMPARED: Final = 25
"""With so many sentences that share the most rare words a sentence is compared."""
_RARE: Final = 400
"""A word in fewer sentences than this is rare."""
_WORD: Final = regex.compile(r"\w+")
_SENTENCE_END: Final = regex.compile(r"(?<=[.!?“»])\s+")


@frozen
class Near:
    """A sentence of ours and the one that it is too near."""

    ours: str
    other: str
    reason: str


def words(text: str) -> list[str]:
    """Return the words of a text in small letters.

    >>> words("Ott: „Wir bauen.“")
    ['ott', 'wir', 'bauen']
    """
    return [word.casefold() for word in _WORD.findall(text)]


def in_order(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many of some words stand among others in the same order (longest common subsequence).

    >>> in_order(words("Ott baut ein Haus."), words("Ein Haus baut Ott."))
    2
    """
    row = [0] * (len(others) + 1)
    for word in some:
        below = [0]
        for place, other in enumerate(others):
            below.append(row[place] + 1 if word == other else max(row[place + 1], below[place]))
        row = below
    return row[-1]


@define
class Corpus:
    """Sentences to stay away from, found by their rare words and by their runs of words."""

    sentences: list[tuple[str, list[str]]] = field(factory=list)
    _places: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _runs: dict[tuple[str, ...], int] = field(factory=dict)

    def add(self, text: str) -> None:
        """Take in the sentences of a text."""
        for sentence in _SENTENCE_END.split(text):
            known = words(sentence)
            number = len(self.sentences)
            self.sentences.append((sentence, known))
            for word in set(known):
                self._places[word].append(number)
            for run in _runs(known):
                self._runs.setdefault(run, number)

    def near(self, text: str) -> Iterator[Near]:
        """Yield the sentences of a text that are too near one of these."""
        for sentence in _SENTENCE_END.split(text):
            known = words(sentence)
            run = next((run for run in _runs(known) if run in self._runs), None)
            if run is not None:
                yield Near(sentence, self.sentences[self._runs[run]][0], " ".join(run))
            elif len(known) >= LEAST:
                yield from self._alike(sentence, known)

    def _alike(self, sentence: str, known: list[str]) -> Iterator[Near]:
        rare = [places for word in set(known) if len(places := self._places.get(word, [])) < _RARE]
        shared = Counter(itertools.chain.from_iterable(rare))
        for number, _ in shared.most_common(_COMPARED):
            other, others = self.sentences[number]
            share = in_order(known, others) / len(known)
            if share >= SHARE:
                yield Near(sentence, other, f"{share:.0%} of the words in order")
                return


def _runs(known: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(known[place : place + RUN]) for place in range(len(known) - RUN + 1))


def read_corpus(places: Places) -> Corpus:
    """Return the sentences of the open corpora and of the articles."""
    corpus = Corpus()
    for name in OPEN:
        data = load(name, places)
        for text in data.texts.values() if isinstance(data, BenchmarkData) else ():
            corpus.add(text)
    for article in sorted((places.shared / "articles").glob("*.txt")):
        corpus.add(article.read_text(encoding="utf-8"))
    return corpus


def cases() -> Iterator[tuple[str, str]]:
    """Yield the invented cases, each with its name."""
    for file in sorted((ROOT / "tests" / "cases").rglob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            case = json.loads(line)
            if "text" in case:
                yield f"{file.name}:{number}", case["text"]


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Look for invented cases that are too near a sentence of the corpora.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder with the corpora")
    arguments = parser.parse_args()
    console = rich.console.Console(soft_wrap=True)
    corpus = read_corpus(Places(ROOT / "data", arguments.shared))
    found = [(name, near) for name, text in cases() for near in corpus.near(text)]
    for name, near in found:
        console.print(f"{name}: {near.ours}\n    {near.other}\n    ({near.reason})", markup=False, highlight=False)
    console.print(f"{len(found)} sentences are too near one of {len(corpus.sentences)}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
