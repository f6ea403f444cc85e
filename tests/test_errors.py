"""Errors say where: article, line, offset."""

from __future__ import annotations

import pickle

import pytest

from quotetrack import errors
from quotetrack.errors import QuotetrackError

CHILDREN = [value for name, value in vars(errors).items() if name.endswith("Error")]


@pytest.mark.parametrize("kind", CHILDREN)
def test_every_error_is_one_of_ours(kind: type[Exception]) -> None:
    """Whoever catches ``QuotetrackError`` catches every error that quotetrack raises on purpose."""
    assert issubclass(kind, QuotetrackError)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, "not UTF-8"),
        ({"article": "a"}, "article 'a': not UTF-8"),
        ({"line": 3}, "line 3: not UTF-8"),
        ({"article": "a", "line": 3, "offset": 0}, "article 'a', line 3, offset 0: not UTF-8"),
    ],
)
def test_an_error_names_its_place(place: dict[str, object], expected: str) -> None:
    """The places that are known stand before the message, an offset of nought too."""
    error = QuotetrackError("not UTF-8", **place)  # type: ignore[arg-type]

    assert expected == str(error)


def test_an_error_can_be_pickled() -> None:
    """An error comes back whole from another process."""
    error = QuotetrackError("not UTF-8", article="a", line=3)

    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own bytes
