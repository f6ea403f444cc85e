"""Who said what in German news: quotations, speakers, and records with exact offsets.

>>> from quotetrack import Span
>>> Span(0, 4).of("Laut Polizei")
'Laut'

What finds quotations is loaded when it is first used: who only reads records does not wait for the rules.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from quotetrack._version import __version__
from quotetrack.articles import Article, read
from quotetrack.errors import (
    ArticleError,
    LexiconError,
    ModelError,
    ParseError,
    QuotetrackError,
    RecordError,
    RegistryError,
    SpanError,
)
from quotetrack.records import Channel, Cue, Phrase, Record, Speaker, json_schema, verify
from quotetrack.spans import Span

if TYPE_CHECKING:
    from quotetrack.parsing import ConlluParser, Parser, StanzaParser
    from quotetrack.pipeline import Tracker, extract
    from quotetrack.registry import SpeakerRegistry
    from quotetrack.tracking import Utterance, timeline, track

_LOADED_LATER: Final = {
    "ConlluParser": "quotetrack.parsing",
    "Parser": "quotetrack.parsing",
    "StanzaParser": "quotetrack.parsing",
    "Tracker": "quotetrack.pipeline",
    "extract": "quotetrack.pipeline",
    "SpeakerRegistry": "quotetrack.registry",
    "Utterance": "quotetrack.tracking",
    "timeline": "quotetrack.tracking",
    "track": "quotetrack.tracking",
}

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
    "RegistryError",
    "Span",
    "SpanError",
    "Speaker",
    "SpeakerRegistry",
    "StanzaParser",
    "Tracker",
    "Utterance",
    "__version__",
    "extract",
    "json_schema",
    "read",
    "timeline",
    "track",
    "verify",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _LOADED_LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_LOADED_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
