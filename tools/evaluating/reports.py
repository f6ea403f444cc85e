"""What comes of scoring a data set."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from evaluating.layers import Layer
from evaluating.tables import Table, list_table
from quotetrack.spans import Span


@frozen
class Shown:
    """A text that may be shown, with its sentences, gold and what was found."""

    name: str
    text: str
    sentences: tuple[Span, ...]
    gold: tuple[Layer, ...]
    found: tuple[Layer, ...]


@frozen
class Report:
    """What came of scoring one data set: headline scores between 0 and 1, tables, and texts unless they are sealed."""

    data: str
    headline: Mapping[str, float]
    tables: tuple[Table, ...]
    shown: tuple[Shown, ...] = ()
    failures: tuple[str, ...] = ()


def failures_table(found: Report, most: int) -> Table:
    """Return a table of what was missed, wrong, or hit though it should not be, with so many lines at most."""
    title = f"{found.data}: not as it should be ({len(found.failures)})"
    return list_table(title, "", found.failures[:most])
