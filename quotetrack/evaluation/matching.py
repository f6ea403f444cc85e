"""One-to-one matching of two lists by the sum of their weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotetrack.errors import QuotetrackError


class MissingScipyError(QuotetrackError, ImportError):
    """The Hungarian method needs scipy, which only the ``evaluation`` extra installs."""


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) that make the sum of the weights greatest; ``min(rows, columns)`` of them.

    The Hungarian method (Kuhn 1955) as scipy has it; a single row or column takes its greatest weight.

    Raises:
        MissingScipyError: if there are several rows and columns and scipy is not installed.

    >>> best_pairs([[0.5], [0.9]])
    [(1, 0)]
    """
    if not weights or not weights[0]:
        return []
    if len(weights) == 1:
        return [(0, _greatest(weights[0]))]
    if len(weights[0]) == 1:
        return [(_greatest([row[0] for row in weights]), 0)]
    rows, columns = _assignment()(weights, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def _greatest(weights: Sequence[float]) -> int:
    return max(range(len(weights)), key=lambda place: weights[place])


def _assignment() -> Any:  # noqa: ANN401  (scipy has no types)
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        message = "scoring needs scipy: pip install 'quotetrack[evaluation]'"
        raise MissingScipyError(message) from error
    return linear_sum_assignment
