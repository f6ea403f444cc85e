"""The main job: articles in, attribution records out."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from attrs import frozen

from quotetrack._version import __version__
from quotetrack.articles import STANDARD_INPUT, Article, read
from quotetrack.cli.progress import Watcher, watching
from quotetrack.cli.reporting import Report
from quotetrack.cli.status import SOME_FAILED, SUCCESS
from quotetrack.errors import ArticleError, QuotetrackError
from quotetrack.export import CsvWriter, HtmlWriter, JsonLinesWriter, Writer, replacing
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.presets import PRESETS
from quotetrack.quotes.rules import RULE_NAMES
from quotetrack.records import Record

STANDARD_OUTPUT: Final = "-"
FORMATS: Final[dict[str, type[JsonLinesWriter] | type[CsvWriter] | type[HtmlWriter]]] = {
    "jsonl": JsonLinesWriter,
    "csv": CsvWriter,
    "html": HtmlWriter,
}

_DESCRIPTION: Final = "Find who said what in German news articles; write a record for each quotation."
_EPILOG: Final = """\
An article is a .txt file, or a line of a .jsonl file with "text" and perhaps "id" and more. A folder is read with all
below it, but for files of records; a PATH of - is standard input. Exit status: 0; 1 if some articles failed (each is
named on standard error, the others are processed); 2 if the usage is wrong or the model or the output cannot be used.
Further commands, each with its own --help: quotetrack explain, link, track, timeline."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(
        prog="quotetrack",
        usage="quotetrack [OPTIONS] PATH...",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    found.add_argument("paths", nargs="+", metavar="PATH", help="articles: .txt, .jsonl, a folder, or -")
    found.add_argument("--version", action="version", version=f"quotetrack {__version__}")
    _add_output(found.add_argument_group("output"))
    add_input(found.add_argument_group("input"))
    add_rules(found.add_argument_group("what to find"))
    add_model(found.add_argument_group("model"))
    return found


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o",
        "--output",
        default=STANDARD_OUTPUT,
        metavar="FILE",
        help="where the records go (default: standard output); the file appears whole or not at all",
    )
    group.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        help="JSON Lines, CSV, or a page with the quotations highlighted (default: by the ending of FILE, else jsonl)",
    )
    group.add_argument(
        "--pretty",
        action="store_true",
        help="print for a reader on standard output; with -o the records go to FILE as well",
    )
    group.add_argument("--report", metavar="FILE", help="write a JSON line an article: id, status, records, reason")
    group.add_argument("--not-quotes", action="store_true", help="record marked passages that quote nobody, too")


def add_input(group: argparse._ArgumentGroup) -> None:
    """Add the options on how articles are read."""
    group.add_argument(
        "--input-format",
        choices=("text", "jsonl"),
        help="what files and standard input hold (default: by the ending; standard input by its first character)",
    )
    group.add_argument(
        "--encoding",
        default="utf-8",
        type=_encoding,
        metavar="NAME",
        help="of the articles (default: utf-8); never guessed",
    )


def add_rules(group: argparse._ArgumentGroup) -> None:
    """Add the options on what is looked for."""
    group.add_argument("--preset", choices=PRESETS, default="default", help="what to look for (default: default)")
    group.add_argument(
        "--min-confidence",
        type=_probability,
        metavar="P",
        help="leave out records that are less sure than this, from 0 to 1 (default: as the preset has it)",
    )
    group.add_argument(
        "--without-rule",
        action="append",
        choices=sorted(RULE_NAMES),
        default=[],
        metavar="NAME",
        help="switch a rule off, by its name in the records; may be given several times",
    )


def _probability(written: str) -> float:
    """Read a number between 0 and 1.

    >>> _probability("0.8")
    0.8
    """
    try:
        number = float(written)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        message = f"{written!r} is no number between 0 and 1"
        raise argparse.ArgumentTypeError(message)
    return number


def add_model(group: argparse._ArgumentGroup) -> None:
    """Add the options on the parse model."""
    group.add_argument(
        "--model", metavar="DIR", help="folder with another Stanza model (default: the one that comes with quotetrack)"
    )
    group.add_argument(
        "--package",
        metavar="NAME",
        help="official Stanza package, such as default; downloaded if it is not in DIR or Stanza's own folder",
    )


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except LookupError as error:
        message = f"there is no encoding {name!r}"
        raise argparse.ArgumentTypeError(message) from error
    return codecs.lookup(name).name


def execute(options: argparse.Namespace) -> int:
    """Extract, and return the exit status.

    Raises:
        QuotetrackError: if the places given make no sense together, or the model cannot be loaded.
        OSError: if the output cannot be written.
    """
    _check_places(options)
    parser = StanzaParser(options.package, options.model)
    tracker = Tracker(
        parser,
        on_error="skip",
        not_quotes=options.not_quotes,
        preset=options.preset,
        without_rules=options.without_rule,
        min_confidence=options.min_confidence,
    )
    articles = articles_of(options)
    with ExitStack() as stack:
        outputs = _Outputs.opened(options, stack)
        watcher = stack.enter_context(watching(options.paths, with_bar=not outputs.are_on_terminal))
        return _extract(tracker, articles, outputs, watcher)


def articles_of(options: argparse.Namespace) -> Iterator[Article | ArticleError]:
    """Yield the articles that were asked for, and what is wrong with those that cannot be read."""
    return read(
        options.paths,
        encoding=options.encoding,
        standard_input=sys.stdin.buffer,
        input_format=options.input_format,
    )


def _extract(tracker: Tracker, articles: Iterable[Article | ArticleError], outputs: _Outputs, watcher: Watcher) -> int:
    status = SUCCESS
    for article, records in tracker.track_articles(articles):
        outputs.write(article, records)
        watcher.see(article, records)
        if isinstance(article, QuotetrackError):
            status = SOME_FAILED
    outputs.finish()
    return status


@frozen
class _Outputs:
    """Everything that is written about an article."""

    writers: list[Writer]
    report: Report | None
    are_on_terminal: bool

    @classmethod
    def opened(cls, options: argparse.Namespace, stack: ExitStack) -> _Outputs:
        """Open what was asked for; on leaving the stack the files are put in place, or removed after an error."""
        is_printed = options.pretty or options.output == STANDARD_OUTPUT
        is_on_terminal = is_printed and sys.stdout.isatty()
        writers: list[Writer] = []
        if options.output != STANDARD_OUTPUT:
            writers.append(FORMATS[_format(options)](stack.enter_context(replacing(options.output))))
        elif not options.pretty:
            writers.append(FORMATS[_format(options)](sys.stdout.buffer))
        if options.pretty:
            writers.append(_readable(is_on_terminal))
        report = Report(stack.enter_context(replacing(options.report))) if options.report else None
        return cls(writers, report, is_on_terminal)

    def write(self, article: Article | QuotetrackError, records: Sequence[Record]) -> None:
        """Write the records of an article, and what became of it."""
        if self.report is not None:
            self.report.write(article, len(records))
        if isinstance(article, Article):
            for writer in self.writers:
                writer.write(article, records)
            sys.stdout.buffer.flush()

    def finish(self) -> None:
        """Write what comes after the last article."""
        for writer in self.writers:
            writer.finish()
        sys.stdout.buffer.flush()


def _readable(is_terminal: bool) -> Writer:
    from quotetrack.cli.readable import ReadableWriter  # here, for rich is slow to import

    return ReadableWriter(sys.stdout.buffer, is_terminal)


def _format(options: argparse.Namespace) -> str:
    """Return the format asked for, or the one that the name of the file tells.

    >>> _format(argparse.Namespace(format=None, output="zitate.CSV"))
    'csv'
    """
    ending = Path(options.output).suffix.removeprefix(".").lower()
    return options.format or (ending if ending in FORMATS else "jsonl")


def _check_places(options: argparse.Namespace) -> None:
    """Keep a slip of the pen from overwriting articles."""
    written = [place for place in (options.output, options.report) if place not in (None, STANDARD_OUTPUT)]
    taken = {Path(path).resolve() for path in options.paths if path != STANDARD_INPUT}
    for place in written:
        target = Path(place).resolve()
        if target in taken:
            message = f"{place} is read and cannot be written at the same time"
            raise QuotetrackError(message)
        taken.add(target)
