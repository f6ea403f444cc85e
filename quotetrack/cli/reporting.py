"""The report: a JSON line an article, saying what became of it."""

from __future__ import annotations

from typing import Any, BinaryIO

from attrs import frozen

from quotetrack.articles import Article
from quotetrack.errors import QuotetrackError
from quotetrack.export.json_lines import json_line


@frozen
class Report:
    """Writes a line an article: ``id``, ``status`` (ok or failed), the number of ``records``, and the ``reason``."""

    stream: BinaryIO

    def write(self, article: Article | QuotetrackError, count: int) -> None:
        """Write what became of an article."""
        self.stream.write(json_line(_line(article, count)))


def _line(article: Article | QuotetrackError, count: int) -> dict[str, Any]:
    if isinstance(article, QuotetrackError):
        return {"id": article.article, "status": "failed", "records": 0, "reason": _reason(article)}
    return {"id": article.id, "status": "ok", "records": count, "reason": None}


def _reason(error: QuotetrackError) -> str:
    """Return what went wrong, with the line but without the id, which stands beside it.

    >>> _reason(QuotetrackError("'text' is missing", article="hafen", line=3))
    "line 3: 'text' is missing"
    """
    return error.message if error.line is None else f"line {error.line}: {error.message}"
