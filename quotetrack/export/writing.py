"""What all formats have in common: a writer takes the articles one by one, each with its records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from quotetrack.articles import Article
from quotetrack.errors import QuotetrackError
from quotetrack.records import Record

#: An article with its records, or the error that took its place.
Tracked = tuple[Article | QuotetrackError, Sequence[Record]]


class Writer(Protocol):
    """Writes articles with their records to a binary stream."""

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the records of one article."""
        ...

    def finish(self) -> None:
        """Write what comes after the last article."""
        ...


def write_all(writer: Writer, tracked: Iterable[Tracked]) -> None:
    """Write all articles; an error in the place of one is left out."""
    for article, records in tracked:
        if isinstance(article, Article):
            writer.write(article, records)
    writer.finish()
