"""The real articles beside the checkout: who speaks in them, and whose the first quotations are.

Quotations are given by the article and their first and last words; no text of the articles is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from attrs import frozen

from quotetrack.evaluation.gold import GoldRecord, read_shared_gold
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record
from tests.samples import SHARED_ARTICLES, read_shared

pytestmark = pytest.mark.skipif(not SHARED_ARTICLES.is_dir(), reason="there are no articles beside the checkout")

SPEAKERS = ["Antony Blinken", "Choe Son Hui", "Lin Jian", "Vedant Patel", "Wolodymyr Selenskyj"]


@frozen
class Named:
    """A quotation that must be found: the number of its article, how it begins and ends, and whose it is."""

    article: str
    begin: str
    end: str
    speaker: str

    def within(self, text: str) -> str:
        """Return the whole quotation as it stands in the article."""
        start = text.index(self.begin)
        return text[start : text.index(self.end, start) + len(self.end)]


NAMED = [
    Named("000", "„Wir haben noch keinen Einsatz", "geschehen wird.“", "Antony Blinken"),
    Named("000", "„Jetzt sehen wir alle Orte", "anzugreifen“", "Wolodymyr Selenskyj"),
    Named("000", "„den Kurs zur Stärkung", "ändern wird“", "Choe Son Hui"),
    Named("004", "„Wir sind unglaublich besorgt", "bereitzustellen“", "Vedant Patel"),
]


@pytest.fixture(scope="module")
def found(parser: StanzaParser) -> Mapping[str, list[Record]]:
    """The records of the real articles, by the ids of the articles."""
    articles = read_shared()
    records = list(Tracker(parser).track(articles.values()))
    return {name: [record for record in records if record.article["id"] == name] for name in articles}


def _speakers(records: Iterable[Record]) -> set[str | None]:
    return {record.speaker.name for record in records if record.speaker is not None}


def test_the_speakers_are_named_in_full(found: Mapping[str, list[Record]]) -> None:
    """Those who speak in the articles are among the speakers, by their full names."""
    named = set().union(*map(_speakers, found.values()))

    assert [name for name in SPEAKERS if name in named] == SPEAKERS


@pytest.mark.parametrize("named", NAMED, ids=lambda named: named.begin)
def test_the_first_quotations_are_whose_they_are(named: Named, found: Mapping[str, list[Record]]) -> None:
    """A direct quotation is found to the character, with the right speaker."""
    [name] = [name for name in found if name.startswith(named.article)]
    expected = (named.within(read_shared()[name].text), named.speaker)

    direct = [record for record in found[name] if record.type == "direct" and record.speaker is not None]
    assert expected in [(record.text, record.speaker.name) for record in direct if record.speaker is not None]


def _certain() -> list[GoldRecord]:
    path = SHARED_ARTICLES / "gold" / "gold.jsonl"
    if not path.is_file():
        return []
    gold = read_shared_gold(path, {f"{name}.txt": article.text for name, article in read_shared().items()})
    return [record for record in gold if record.type == "direct" and record.certain]


@pytest.mark.parametrize("gold", _certain(), ids=lambda gold: str(gold.id))
def test_certain_direct_quotations_are_exact(gold: GoldRecord, found: Mapping[str, list[Record]]) -> None:
    """Every direct quotation that is certain in the gold is found to the character, with a right speaker."""
    records = [r for r in found[gold.article.removesuffix(".txt")] if r.type == "direct" and r.spans in gold.extents]

    assert len(records) == 1
    name = records[0].speaker.name if records[0].speaker is not None else None
    assert name in gold.speaker.names if gold.speaker is not None else name is None
