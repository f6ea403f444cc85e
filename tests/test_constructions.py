"""Every construction and every kind of silence: the invented cases are found as they specify, with the parse model."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from quotetrack.articles import Article
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record
from tests.constructions import Case, cases, differences, known_failures
from tests.invariants import check_records

CASES = list(cases())
KNOWN_FAILURES = known_failures()


def _parameter(case: Case) -> object:
    if case.id not in KNOWN_FAILURES:
        return pytest.param(case, id=case.id)
    return pytest.param(case, id=case.id, marks=pytest.mark.xfail(strict=True, reason=KNOWN_FAILURES[case.id]))


@pytest.fixture(scope="module")
def found(parser: StanzaParser) -> Mapping[str, list[Record]]:
    """The records of all cases, by their ids, parsed in one go."""
    tracker = Tracker(parser, batch_articles=len(CASES), batch_characters=10**9)
    tracked = tracker.track_articles(Article(case.id, case.text) for case in CASES)
    return {article.id: records for article, records in tracked if isinstance(article, Article)}


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_case(case: Case, found: Mapping[str, list[Record]]) -> None:
    """The records of a case are the expected ones, with the expected roles, and no others; they keep the contract."""
    check_records(found[case.id], case.text)
    assert differences(case, found[case.id]) == []


def test_known_failures_are_cases() -> None:
    """A known failure is the id of a case."""
    assert set(KNOWN_FAILURES) <= {case.id for case in CASES}
