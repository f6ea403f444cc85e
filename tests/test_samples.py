"""The articles that the tests read: every record is verbatim; in the real ones, who speaks, and whose words they are.

The real articles lie beside the checkout. Their quotations are given by the article and their first and last words; no
text of them is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from attrs import frozen

from quotetrack.articles import Article
from quotetrack.evaluation.gold import GoldRecord, read_shared_gold
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record
from tests.invariants import check_records
from tests.samples import SAMPLES, SHARED_ARTICLES, read_shared

beside_the_checkout = pytest.mark.skipif(
    not SHARED_ARTICLES.is_dir(), reason="there are no articles beside the checkout"
)

#: Who speaks, by the number of the article.
SPEAKERS = {
    "000": ["Antony Blinken", "Choe Son Hui", "Wolodymyr Selenskyj"],
    "001": ["Lin Jian", "Sergej Lawrow", "Wolodymyr Selenskyj"],
    "002": ["Annalena Baerbock", "Choe Song Hui", "Wolodymyr Selenskyj", "Yoon Suk-yeol"],
    "003": ["Mark Rutte", "Sabrina Singh"],
    "004": ["Lloyd Austin", "Vedant Patel"],
}


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
def sample_records(parser: StanzaParser) -> Mapping[str, list[Record]]:
    """The records of all sample articles, by the ids of the articles."""
    tracked = Tracker(parser, not_quotes=True).track_articles(SAMPLES.values())
    return {article.id: records for article, records in tracked if isinstance(article, Article)}


@pytest.fixture(scope="module")
def found(sample_records: Mapping[str, list[Record]]) -> Mapping[str, list[Record]]:
    """The records of the real articles, by the ids of the articles."""
    return {name: [r for r in sample_records[name] if r.type != "not_a_quote"] for name in read_shared()}


@pytest.mark.parametrize("name", SAMPLES)
def test_records_are_verbatim(name: str, sample_records: Mapping[str, list[Record]]) -> None:
    """The records of every sample article keep the contract."""
    check_records(sample_records[name], SAMPLES[name].text)


def _speakers(records: Iterable[Record]) -> set[str | None]:
    return {record.speaker.name for record in records if record.speaker is not None}


@beside_the_checkout
@pytest.mark.parametrize("article", SPEAKERS)
def test_the_speakers_are_named_in_full(article: str, found: Mapping[str, list[Record]]) -> None:
    """Those who speak in an article are among its speakers, by their full names."""
    [name] = [name for name in found if name.startswith(article)]
    named = _speakers(found[name])

    assert SPEAKERS[article] == [name for name in SPEAKERS[article] if name in named]


@beside_the_checkout
def test_the_minister_is_who_is_named_further_down(found: Mapping[str, list[Record]]) -> None:
    """The first quotation is of *die nordkoreanische Ministerin*, whom the article names only near its end."""
    [name] = [name for name in found if name.startswith("000")]
    first = next(record for record in found[name] if record.text.startswith("„Wir bekräftigen"))

    assert first.speaker is not None
    assert "Choe Son Hui" == first.speaker.name


@beside_the_checkout
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


@beside_the_checkout
@pytest.mark.parametrize("gold", _certain(), ids=lambda gold: str(gold.id))
def test_certain_direct_quotations_are_exact(gold: GoldRecord, found: Mapping[str, list[Record]]) -> None:
    """Every direct quotation that is certain in the gold is found to the character, with a right speaker."""
    records = [r for r in found[gold.article.removesuffix(".txt")] if r.type == "direct" and r.spans in gold.extents]

    assert len(records) == 1
    name = records[0].speaker.name if records[0].speaker is not None else None
    assert name in gold.speaker.names if gold.speaker is not None else name is None
