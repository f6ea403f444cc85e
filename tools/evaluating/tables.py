"""Tables of scores: made once, printed on a terminal or written into a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import rich.box
import rich.console
import rich.table
from attrs import field, frozen

from quotetrack.evaluation import Average, Metrics, Score


def _rows(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(rows)


@frozen
class Table:
    """A title, the heads of the columns, and rows of cells; the first column names what the row is about."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows)

    def print_to(self, console: rich.console.Console) -> None:
        """Print the table."""
        table = rich.table.Table(title=self.title, title_justify="left", box=rich.box.SIMPLE_HEAD)
        for place, head in enumerate(self.heads):
            table.add_column(head, justify="left" if place == 0 else "right", no_wrap=True)
        for row in self.rows:
            table.add_row(*row)
        console.print(table)


def percent(value: float) -> str:
    """Return a number between 0 and 1 as percent with one decimal."""
    return f"{100 * value:.1f}"


def share(average: Average) -> str:
    """Return an average in percent, a dash where nothing was averaged."""
    return percent(average.value) if average.count else "–"


def three(score: Score) -> str:
    """Return precision, recall and F1 in percent, a dash for a side that is empty."""
    both = percent(score.f1) if score.precision.count and score.recall.count else "–"
    return f"{share(score.precision)} / {share(score.recall)} / {both}"


BENCHMARK_HEADS = (
    "",
    "gold",
    "system",
    "Message P / R / F1",
    "Roles F1",
    "Joint F1",
    "Form F1",
    "STWR F1",
    "match P / R",
)


def benchmark_row(name: str, metrics: Metrics) -> tuple[str, ...]:
    """Return a row with the benchmark's metrics."""
    return (
        name,
        str(metrics.message.recall.count),
        str(metrics.message.precision.count),
        three(metrics.message),
        percent(metrics.roles.f1),
        percent(metrics.joint.f1),
        percent(metrics.form.f1),
        percent(metrics.medium.f1),
        f"{share(metrics.matched.precision)} / {share(metrics.matched.recall)}",
    )


def benchmark_table(title: str, rows: Mapping[str, Metrics]) -> Table:
    """Return a table with a row of the benchmark's metrics for each class."""
    return Table(title, BENCHMARK_HEADS, [benchmark_row(name, metrics) for name, metrics in rows.items()])


def roles_table(title: str, scores: Mapping[str, Score]) -> Table:
    """Return a table with precision, recall and F1 of each role."""
    rows = [(role, str(score.recall.count), str(score.precision.count), three(score)) for role, score in scores.items()]
    return Table(title, ("role", "gold", "system", "P / R / F1"), rows)


def list_table(title: str, head: str, lines: Iterable[str]) -> Table:
    """Return a table with a single column."""
    return Table(title, (head,), [(line,) for line in lines])
