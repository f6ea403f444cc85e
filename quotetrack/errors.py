"""Everything that can go wrong, said so that a newsroom knows which article, line or offset to look at."""

from __future__ import annotations


class QuotetrackError(Exception):
    """The parent of all errors raised by quotetrack.

    >>> str(QuotetrackError("not UTF-8", article="polizei/17", line=3))
    "article 'polizei/17', line 3: not UTF-8"
    """

    def __init__(
        self,
        message: str,
        *,
        article: str | None = None,
        line: int | None = None,
        offset: int | None = None,
    ) -> None:
        """Keep the message and the place: article id, line from 1, offset from 0 (code points or bytes)."""
        super().__init__(message)
        self.message = message
        self.article = article
        self.line = line
        self.offset = offset

    def __str__(self) -> str:
        named = (
            ("article", None if self.article is None else repr(self.article)),
            ("line", self.line),
            ("offset", self.offset),
        )
        place = ", ".join(f"{name} {value}" for name, value in named if value is not None)
        return f"{place}: {self.message}" if place else self.message


class SpanError(QuotetrackError, ValueError):
    """A span that is no half-open interval, or lies outside its text."""


class ArticleError(QuotetrackError, ValueError):
    """An article that cannot be read: not UTF-8, a broken line, no text, an id that was used before."""


class ParseError(QuotetrackError):
    """A parse that cannot be made or read."""


class ExtractionError(QuotetrackError):
    """An article on which the rules broke down: a defect of quotetrack, with what was raised as its cause."""


class ModelError(QuotetrackError):
    """A parse model that is missing, altered, or could not be downloaded."""


class RecordError(QuotetrackError, ValueError):
    """A record or gold line that breaks the record contract."""


class LexiconError(QuotetrackError, ValueError):
    """A word list with an empty, repeated or malformed entry."""


class ConventionError(QuotetrackError, ValueError):
    """A convention of quotation marks that nobody knows."""


class RuleError(QuotetrackError, ValueError):
    """A name that is no rule, or no preset."""


class RegistryError(QuotetrackError, ValueError):
    """A line of a list of speakers, or of decisions about them, that cannot be used."""
