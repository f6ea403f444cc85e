"""What all tests share: the parse model, loaded once, and how hard the properties are tried.

``HYPOTHESIS_PROFILE=long pytest tests/test_quotation_marks.py`` takes the long profile; ``tools/try_properties.py``
tries the properties of quotation marks on a million texts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, settings

from quotetrack.articles import Article
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record
from tests.parsers import FlatPipeline
from tests.samples import SAMPLES, SHARED_ARTICLES

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch is loaded: small texts gain nothing from more threads

settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "mutation",
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.register_profile("dev", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


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
