"""What all tests share: the parse model, loaded once, and how hard the properties are tried."""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, settings
from parsers import FlatPipeline
from samples import SAMPLES, SHARED_ARTICLES

from quotetrack.articles import Article
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record

settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", parent=settings.get_profile("tests"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))


def pytest_report_header() -> str:
    """Say whether the articles beside the checkout are tested, too."""
    state = "found" if SHARED_ARTICLES.is_dir() else "not there, nothing is tested with them"
    return f"articles beside the checkout: {state}"


@pytest.fixture(scope="session")
def parser() -> StanzaParser:
    """The parser with the model that quotetrack carries."""
    return StanzaParser()


@pytest.fixture(scope="session")
def flat_parser() -> StanzaParser:
    """A parser that needs no model: see :class:`parsers.FlatPipeline`."""
    return StanzaParser(pipeline=FlatPipeline())


@pytest.fixture(scope="session")
def sample_records(parser: StanzaParser) -> Mapping[str, list[Record]]:
    """The records of all sample articles, by the ids of the articles."""
    tracked = Tracker(parser, not_quotes=True).track_articles(SAMPLES.values())
    return {article.id: records for article, records in tracked if isinstance(article, Article)}
