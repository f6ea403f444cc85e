"""Runs the library over texts: the only place where the tool meets a tracker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from attrs import frozen

from evaluating.parsers import CachingParser, FlatParser
from quotetrack.articles import Article
from quotetrack.parsing import Parser
from quotetrack.records import Record

DEFAULT_PRESET = "default"


class Tracks(Protocol):
    """What the tool needs of a tracker: records of articles, lazily, with the article's id in each."""

    def track(self, articles: Iterable[Article]) -> Iterable[Record]:
        """Yield the records of the articles."""
        ...


@frozen
class Extraction:
    """The records of each text by its name, and what made them."""

    records: Mapping[str, list[Record]]
    model: str

    def of(self, name: str) -> list[Record]:
        """Return the records of one text."""
        return self.records.get(name, [])


def extract(texts: Mapping[str, str], tracker: Tracks, model: str) -> Extraction:
    """Return the records that the tracker makes of the texts."""
    found: dict[str, list[Record]] = {name: [] for name in texts}
    for record in tracker.track(Article(name, text) for name, text in texts.items()):
        found[record.article["id"]].append(record)
    return Extraction(found, model)


def make_parser(cache: Path | None, on_parse: Callable[[int], None], model: Path | None = None) -> Parser:
    """Return a parser with the carried model or another, and with a folder for its parses where one is given."""
    from quotetrack.parsing import StanzaParser

    parser = StanzaParser(directory=model)
    return CachingParser(parser, cache, on_parse) if cache else parser


def make_tracker(parser: Parser, preset: str, *, flat: bool = False) -> Tracks:
    """Return a tracker with the parser and preset."""
    from quotetrack.pipeline import Tracker

    options: dict[str, Any] = {} if preset == DEFAULT_PRESET else {"preset": preset}
    return Tracker(parser=FlatParser(parser) if flat else parser, **options)
