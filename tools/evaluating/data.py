"""The data sets that can be scored, where they lie, and what may be shown of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from quotetrack.evaluation import BenchmarkDocument, read_benchmark, sealed
from quotetrack.evaluation.gepade import Speech, read_gepade
from quotetrack.evaluation.gold import (
    GoldRecord,
    NearMiss,
    read_gold,
    read_near_misses,
    read_shared_gold,
)

Name = Literal[
    "gold",
    "shared-gold",
    "speakers-open",
    "speakers-sealed",
    "wikinews-dev",
    "wikinews-train-open",
    "wikinews-train-sealed",
    "gepade-dev",
]
NAMES: Final[tuple[Name, ...]] = (
    "gold",
    "shared-gold",
    "speakers-open",
    "speakers-sealed",
    "wikinews-dev",
    "wikinews-train-open",
    "wikinews-train-sealed",
    "gepade-dev",
)
SEALED: Final = frozenset({"speakers-sealed", "wikinews-train-sealed"})
ENCODING: Final = "utf-8-sig"


@frozen
class Places:
    """Where our own data lies, and where the provided data does."""

    data: Path
    shared: Path


@frozen
class BenchmarkData:
    """Documents in the benchmark's format."""

    name: str
    documents: tuple[BenchmarkDocument, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The texts by the names of their documents."""
        return {document.name: document.text for document in self.documents}


@frozen
class GepadeData:
    """Speeches with their events."""

    name: str
    speeches: tuple[Speech, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The texts by the names of the speeches."""
        return {speech.document.name: speech.document.text for speech in self.speeches}


@frozen
class GoldData:
    """Articles with gold records and near misses; ``speakers_only`` gold does not list every quotation."""

    name: str
    texts: Mapping[str, str]
    records: tuple[GoldRecord, ...]
    near_misses: tuple[NearMiss, ...] = ()
    speakers_only: bool = False

    def of(self, article: str) -> list[GoldRecord]:
        """Return the gold records of one article."""
        return [record for record in self.records if record.article == article]

    def misses_of(self, article: str) -> list[NearMiss]:
        """Return the near misses of one article."""
        return [miss for miss in self.near_misses if miss.article == article]


Data = BenchmarkData | GepadeData | GoldData


def load(name: Name, places: Places) -> Data | None:
    """Return a data set, or ``None`` where its files are not there.

    Raises:
        RecordError: if gold does not fit its text.
    """
    return _LOADERS[name](name, places)


def _wikinews(name: str, places: Places) -> BenchmarkData | None:
    folder = places.shared / "wikinews"
    path = folder / ("dev.jsonl" if name == "wikinews-dev" else "train.jsonl")
    if not path.is_file():
        return None
    documents = tuple(read_benchmark(path))
    if name != "wikinews-dev":
        hidden = sealed(documents)
        wanted = name == "wikinews-train-sealed"
        documents = tuple(document for document in documents if (document.name in hidden) == wanted)
    return BenchmarkData(name, documents)


def _gepade(name: str, places: Places) -> GepadeData | None:
    path = places.shared / "gepade" / "dev.jsonl"
    return GepadeData(name, tuple(read_gepade(path))) if path.is_file() else None


def _gold(name: str, places: Places) -> GoldData | None:
    return _folder(name, places.data, speakers_only=False)


def _speakers(name: str, places: Places) -> GoldData | None:
    return _folder(name, places.data / "speakers" / name.removeprefix("speakers-"), speakers_only=True)


def _folder(name: str, folder: Path, *, speakers_only: bool) -> GoldData | None:
    texts = {path.stem: read_text(path) for path in sorted((folder / "articles").glob("*.txt"))}
    paths = sorted((folder / "gold").glob("*.jsonl"))
    records = [record for path in paths for record in read_gold(path, texts)]
    return GoldData(name, texts, tuple(records), speakers_only=speakers_only) if records else None


def _shared_gold(name: str, places: Places) -> GoldData | None:
    folder = places.shared / "articles"
    path = folder / "gold" / "gold.jsonl"
    if not path.is_file():
        return None
    texts = {article.name: read_text(article) for article in sorted(folder.glob("*.txt"))}
    records = read_shared_gold(path, texts)
    annotated = {record.article: texts[record.article] for record in records}
    misses = read_near_misses(folder / "gold" / "near_misses.jsonl", texts)
    return GoldData(name, annotated, tuple(records), tuple(misses))


def read_text(path: Path) -> str:
    """Return the text of a file with every line end as it is."""
    with path.open(encoding=ENCODING, newline="") as stream:
        return stream.read()


_LOADERS: Final[Mapping[str, Callable[[str, Places], Data | None]]] = {
    "gold": _gold,
    "shared-gold": _shared_gold,
    "speakers-open": _speakers,
    "speakers-sealed": _speakers,
    "wikinews-dev": _wikinews,
    "wikinews-train-open": _wikinews,
    "wikinews-train-sealed": _wikinews,
    "gepade-dev": _gepade,
}
