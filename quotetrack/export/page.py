"""HTML: articles with their quotations highlighted, the speaker in a tooltip. For editors to look at.

The page stands alone: no script, no font, nothing fetched. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import BinaryIO, Final

import regex
from attrs import define, field

from quotetrack.articles import Article
from quotetrack.export.describing import described
from quotetrack.export.files import Target, opened
from quotetrack.export.writing import Tracked, write_all
from quotetrack.records import Record
from quotetrack.spans import Span

_HEAD: Final = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.6 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
h1, h2, nav, .count {{ font-family: system-ui, sans-serif; }}
h2 {{ font-size: 1.1rem; margin: 2.5rem 0 0; border-top: 1px solid; padding-top: 1rem; }}
.count {{ font-size: .85rem; opacity: .7; margin: 0 0 1rem; }}
.text {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ color: inherit; background: color-mix(in srgb, var(--hue) 22%, transparent); cursor: help;
       border-bottom: 2px var(--line, solid) var(--hue); padding: .1em 0; }}
.direct {{ --hue: #2563eb; }}
.indirect {{ --hue: #16a34a; --line: dashed; }}
.mixed {{ --hue: #0d9488; --line: double; }}
.reported {{ --hue: #d97706; --line: dotted; }}
.free_indirect {{ --hue: #db2777; --line: dotted; }}
.indirect_free_indirect {{ --hue: #9333ea; --line: dashed; }}
.not_a_quote {{ --hue: #6b7280; --line: dotted; }}
</style>
</head>
<body>
<h1>{title}</h1>
<nav aria-label="Types of quotation">{legend}</nav>
"""
_FOOT: Final = "</body>\n</html>\n"
_TYPES: Final = ("direct", "indirect", "mixed", "reported", "free_indirect", "indirect_free_indirect", "not_a_quote")
_LEGEND: Final = " ".join(f'<mark class="{kind}">{kind.replace("_", " ")}</mark>' for kind in _TYPES)
_NOT_IN_HTML_RE: Final = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}]")
_DROPPED: Final = "\x00"


@define
class HtmlWriter:
    """Writes a page with a section an article."""

    stream: BinaryIO
    title: str = "Quotations"
    _is_begun: bool = field(default=False, init=False)

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the text of one article with its quotations highlighted."""
        self._begin()
        self._print("".join(_section(article, records)))

    def finish(self) -> None:
        """Write the end of the page."""
        self._begin()
        self._print(_FOOT)

    def _begin(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._print(_HEAD.format(title=_escaped(self.title), legend=_LEGEND))

    def _print(self, html: str) -> None:
        self.stream.write(html.encode("utf-8"))


def write_html(tracked: Iterable[Tracked], target: Target, *, title: str = "Quotations") -> None:
    """Write articles as a page to a file, which appears whole or not at all, or to a binary stream.

    ``tracked`` is what :meth:`Tracker.track_articles <quotetrack.pipeline.Tracker.track_articles>` yields. Characters
    that HTML cannot hold are shown as the replacement character, and every line end as a new line.

    Raises:
        OSError: if the file cannot be written.
    """
    with opened(target) as stream:
        write_all(HtmlWriter(stream, title), tracked)


def highlighted(text: str, records: Sequence[Record]) -> str:
    """Return a text as HTML, with a ``mark`` around each stretch of a quotation that names type and speaker.

    Where quotations lie within each other the innermost gives the type; the tooltip names all, the outermost first.

    >>> highlighted("Laut <Polizei> nichts.", [])
    'Laut &lt;Polizei&gt; nichts.'
    """
    return "".join(_pieces(_displayable(text), [(span, record) for record in records for span in record.spans]))


def _section(article: Article, records: Sequence[Record]) -> Iterator[str]:
    noun = "quotation" if len(records) == 1 else "quotations"
    yield f'<article>\n<h2>{_escaped(article.id)}</h2>\n<p class="count">{len(records)} {noun}</p>\n'
    yield f'<div class="text">{highlighted(article.text, records)}</div>\n</article>\n'


def _pieces(text: str, quoted: list[tuple[Span, Record]]) -> Iterator[str]:
    places = {0, len(text)} | {place for span, _ in quoted for place in (span.start, span.end)}
    waiting = sorted(quoted, key=lambda pair: (pair[0].start, -len(pair[0])), reverse=True)
    around: list[tuple[Span, Record]] = []
    for start, end in pairwise(sorted(places)):
        while waiting and waiting[-1][0].start <= start:
            around.append(waiting.pop())
        around = [(span, record) for span, record in around if span.end > start]
        yield _piece(_escaped(text[start:end]), [record for _, record in around])


def _piece(content: str, around: list[Record]) -> str:
    if not around or not content:
        return content
    tooltip = _escaped("\n".join(map(described, around)))
    return f'<mark class="{around[-1].type}" title="{tooltip}">{content}</mark>'


def _displayable(text: str) -> str:
    """Return the text, as long as it is, without what HTML cannot hold."""
    shown = _NOT_IN_HTML_RE.sub("\N{REPLACEMENT CHARACTER}", text)
    return shown.replace("\r\n", f"{_DROPPED}\n").replace("\r", "\n")


def _escaped(text: str) -> str:
    return escape(_NOT_IN_HTML_RE.sub(lambda match: "" if match[0] == _DROPPED else "\N{REPLACEMENT CHARACTER}", text))
