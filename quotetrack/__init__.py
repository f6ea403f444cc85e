"""Who said what in German news: quotations, speakers, and records with exact offsets.

>>> from quotetrack import Span
>>> Span(0, 4).of("Laut Polizei")
'Laut'
"""

from quotetrack._version import __version__
from quotetrack.articles import Article, read
from quotetrack.errors import (
    ArticleError,
    LexiconError,
    ModelError,
    ParseError,
    QuotetrackError,
    RecordError,
    SpanError,
)
from quotetrack.parsing import ConlluParser, Parser, StanzaParser
from quotetrack.pipeline import Tracker, extract
from quotetrack.records import Channel, Cue, Phrase, Record, Speaker, json_schema, verify
from quotetrack.spans import Span

__all__ = [
    "Article",
    "ArticleError",
    "Channel",
    "ConlluParser",
    "Cue",
    "LexiconError",
    "ModelError",
    "ParseError",
    "Parser",
    "Phrase",
    "QuotetrackError",
    "Record",
    "RecordError",
    "Span",
    "SpanError",
    "Speaker",
    "StanzaParser",
    "Tracker",
    "__version__",
    "extract",
    "json_schema",
    "read",
    "verify",
]
