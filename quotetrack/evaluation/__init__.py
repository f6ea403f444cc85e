"""Scores records against gold: the benchmark's metrics, our own gold, and what both count differently."""

from quotetrack.evaluation.annotations import (
    ROLES,
    TYPES,
    Annotation,
    BenchmarkDocument,
    read_benchmark,
    sealed,
)
from quotetrack.evaluation.matching import MissingScipyError, best_pairs
from quotetrack.evaluation.scores import (
    Average,
    Metrics,
    Pair,
    Score,
    align,
    measure,
    measure_by,
    measure_roles,
    token_f1,
)
from quotetrack.evaluation.wikinews import annotated, to_wikinews

__all__ = [
    "ROLES",
    "TYPES",
    "Annotation",
    "Average",
    "BenchmarkDocument",
    "Metrics",
    "MissingScipyError",
    "Pair",
    "Score",
    "align",
    "annotated",
    "best_pairs",
    "measure",
    "measure_by",
    "measure_roles",
    "read_benchmark",
    "sealed",
    "to_wikinews",
    "token_f1",
]
