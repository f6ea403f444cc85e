"""What all tests share: the parse model, loaded once, and how hard the properties are tried.

``HYPOTHESIS_PROFILE=long pytest tests/test_quotation_marks.py`` takes the long profile; ``tools/try_properties.py``
tries the properties of quotation marks on a million texts.
"""

from __future__ import annotations

import gc
import os
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings

from quotetrack.parsing import StanzaParser
from tests.parsers import FlatPipeline
from tests.samples import SHARED_ARTICLES

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


_LONGEST: Final = (
    "samples", "constructions", "cli_process", "parsing", "speaker_generator", "quotation_marks", "speakers",
    "strategies",
)  # fmt: skip
"""The files of tests that take longest, by the processor time of each, from about 200 seconds to about 15."""


def pytest_report_header() -> str:
    """Say whether the articles beside the checkout are tested, too."""
    state = "found" if SHARED_ARTICLES.is_dir() else "not there, nothing is tested with them"
    return f"articles beside the checkout: {state}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first: while one worker parses the samples, the other does the rest."""
    places = {f"test_{name}": place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(scope="session")
def parser() -> StanzaParser:
    """The parser with the model that quotetrack carries, which stays till the end: no garbage is looked for in it."""
    found = StanzaParser()
    found.load()
    gc.freeze()
    return found


@pytest.fixture(scope="session")
def flat_parser() -> StanzaParser:
    """A parser that needs no model: see :class:`parsers.FlatPipeline`."""
    return StanzaParser(pipeline=FlatPipeline())
