"""Parsers around a parser: one that keeps what it has parsed, one that flattens every tree."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from quotetrack import boundaries, parsing, segmentation, swiss_spelling
from quotetrack.parsing import Parser
from quotetrack.segmentation import Segmentation
from quotetrack.syntax import Document, Sentence

FLAT_RELATION: Final = "dep"


@frozen
class CachingParser:
    """A parser that looks in a folder before it parses.

    A parse is kept under the digest of the model's name, the segmentation, and the code that cuts and parses; so rules
    can change from run to run and nothing is parsed twice. ``on_parse`` is told how many texts are about to be parsed.
    """

    parser: Parser
    folder: Path
    on_parse: Callable[[int], None] = field(default=lambda _number: None)

    @property
    def name(self) -> str:
        """The id of the parse model."""
        return self.parser.name

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text, from the folder where it is known."""
        paths = [self._path(known) for known in segmentations]
        unknown = [place for place, path in enumerate(paths) if not path.is_file()]
        if unknown:
            self.on_parse(len(unknown))
            parsed = self.parser.parse([segmentations[place] for place in unknown])
            for place, document in zip(unknown, parsed, strict=True):
                _write(paths[place], document)
        return [_read(path) for path in paths]

    def _path(self, known: Segmentation) -> Path:
        seen = (self.name, known.text, [view.text for view in known.views], known.glued, known.masked)
        digest = hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass") + code_digest()).hexdigest()
        return self.folder / digest[:2] / f"{digest}.pickle"


@cache
def code_digest() -> bytes:
    """Return a digest of the code on which a parse depends."""
    digest = hashlib.sha256()
    for module in (parsing, segmentation, boundaries, swiss_spelling):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.digest()


def _read(path: Path) -> Document:
    document: Document = pickle.loads(path.read_bytes())  # noqa: S301  (written by this tool, see _write)
    return document


def _write(path: Path, document: Document) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(pickle.dumps(document, protocol=pickle.HIGHEST_PROTOCOL))
    unfinished.replace(path)


@frozen
class FlatParser:
    """A parser whose trees are taken away: tags and lemmas stay, every word depends on the first of its sentence."""

    parser: Parser

    @property
    def name(self) -> str:
        """The id of the parse model, marked as flat."""
        return f"{self.parser.name}-flat"

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text without its trees."""
        return [flattened(document) for document in self.parser.parse(segmentations)]


def flattened(document: Document) -> Document:
    """Return the document with every word attached to the first of its sentence as ``dep``."""
    return evolve(document, sentences=tuple(_flat(sentence) for sentence in document.sentences))


def _flat(sentence: Sentence) -> Sentence:
    first, *others = sentence.words
    root = evolve(first, head=0, relation="root")
    return evolve(
        sentence,
        words=(root, *(evolve(word, head=first.index, relation=FLAT_RELATION) for word in others)),
    )
