"""What a person at a terminal sees while articles are read, and the table at the end; both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from attrs import field, frozen

from quotetrack.articles import JSON_LINES_SUFFIX, STANDARD_INPUT, TEXT_SUFFIX, Article
from quotetrack.cli.messages import complain, in_a_line
from quotetrack.cli.summary import Summary
from quotetrack.errors import QuotetrackError
from quotetrack.records import Record

if TYPE_CHECKING:
    import rich.console
    import rich.progress
    import rich.table

MOST_QUOTED: Final = 10
"""How many speakers the table names."""


class Watcher(Protocol):
    """Is told what becomes of every article."""

    def see(self, article: Article | QuotetrackError, records: Sequence[Record]) -> None:
        """Take note of an article with its records, or of the error in its place."""
        ...


@frozen
class Quiet:
    """Says what fails and nothing else."""

    def see(self, article: Article | QuotetrackError, records: Sequence[Record]) -> None:
        """Say in a line why an article failed."""
        if isinstance(article, QuotetrackError):
            complain(str(article))


@frozen
class Talkative:
    """Moves a progress bar, and counts for the table."""

    progress: rich.progress.Progress
    task: rich.progress.TaskID
    summary: Summary = field(factory=Summary)

    def see(self, article: Article | QuotetrackError, records: Sequence[Record]) -> None:
        """Count an article; say above the bar why it failed."""
        if isinstance(article, QuotetrackError):
            self.summary.fail()
            words = f"quotetrack: {in_a_line(str(article))}"
            self.progress.console.print(words, style="red", soft_wrap=True, markup=False, highlight=False, emoji=False)
        else:
            self.summary.add(records)
        self.progress.update(self.task, advance=1, description="reading articles")


@contextmanager
def watching(paths: Iterable[str], *, with_bar: bool = True) -> Iterator[Watcher]:
    """Give somebody to tell about the articles: with a bar and a final table if standard error is a terminal.

    ``with_bar`` is false where the bar would stand in the way of what is printed on the same terminal.
    """
    if not sys.stderr.isatty():
        yield Quiet()
        return
    import rich.console

    console = rich.console.Console(stderr=True)
    with _bar(console, with_bar) as progress:
        total = expected(paths) if with_bar else None
        watcher = Talkative(progress, progress.add_task("loading the model", total=total))
        yield watcher
    console.print(table(watcher.summary))


def _bar(console: rich.console.Console, is_shown: bool) -> rich.progress.Progress:
    import rich.progress

    return rich.progress.Progress(
        rich.progress.SpinnerColumn(),
        rich.progress.TextColumn("{task.description}"),
        rich.progress.BarColumn(),
        rich.progress.MofNCompleteColumn(),
        rich.progress.TimeElapsedColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,
        disable=not is_shown,
    )


def expected(paths: Iterable[str]) -> int | None:
    """Return how many articles are to come; None if that cannot be known, as for standard input."""
    try:
        counts = [_count(path) for path in paths]
    except OSError:
        return None
    return None if None in counts else sum(count for count in counts if count is not None)


def _count(path: str) -> int | None:
    place = Path(path)
    if path == STANDARD_INPUT:
        return None
    if place.is_dir():
        return sum(_count_file(file) for file in place.rglob("*") if file.suffix in (TEXT_SUFFIX, JSON_LINES_SUFFIX))
    return _count_file(place)


def _count_file(path: Path) -> int:
    if path.suffix != JSON_LINES_SUFFIX:
        return 1
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def table(summary: Summary) -> rich.table.Table:
    """Return the table at the end of a run: articles, records per type, the most quoted speakers."""
    import rich.box
    import rich.table
    import rich.text

    found = rich.table.Table(show_header=False, box=rich.box.SIMPLE)
    found.add_column(overflow="fold")
    found.add_column(justify="right")
    for rows in (_rows(summary), _speaker_rows(summary)):
        for name, count in rows:
            found.add_row(rich.text.Text(in_a_line(name)), str(count))
        found.add_section()
    return found


def _rows(summary: Summary) -> Iterator[tuple[str, int]]:
    yield "articles", summary.articles
    if summary.failed:
        yield "  failed", summary.failed
    yield "quotations", sum(summary.types.values()) - summary.types["not_a_quote"]
    for name, count in summary.types.most_common():
        yield f"  {name.replace('_', ' ')}", count
    if summary.fragments:
        yield "fragments inside them", summary.fragments
    if summary.repeats:
        yield "repetitions", summary.repeats


def _speaker_rows(summary: Summary) -> list[tuple[str, int]]:
    return summary.speakers.most_common(MOST_QUOTED)
