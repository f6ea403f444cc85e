"""Every span of every record is the slice it claims to be: in any text, with any parser."""

from __future__ import annotations

from hypothesis import given, settings

from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from tests.invariants import check_records
from tests.record_strategies import any_texts, news_like_texts, texts


@settings(max_examples=300)
@given(news_like_texts())
def test_records_of_news_like_texts_are_verbatim(flat_parser: StanzaParser, text: str) -> None:
    """Pieces of news in any order, with any characters between, have records that keep the contract."""
    check_records(Tracker(flat_parser, not_quotes=True).extract(text), text)


@given(any_texts())
def test_records_of_any_text_are_verbatim(flat_parser: StanzaParser, text: str) -> None:
    """Any characters in any order have records that keep the contract."""
    check_records(Tracker(flat_parser, not_quotes=True).extract(text), text)


@settings(max_examples=25)
@given(texts())
def test_records_made_with_the_model_are_verbatim(parser: StanzaParser, text: str) -> None:
    """What the real model makes of any text keeps the contract, too."""
    check_records(Tracker(parser, not_quotes=True).extract(text), text)


def test_the_properties_are_tried_on_texts_that_have_records(flat_parser: StanzaParser) -> None:
    """The cheap parser finds something, so that the properties above are about something."""
    text = (
        "„Wir bleiben hier, und zwar ganz lange“, sagte Jana Ott. Die Polizei teilte mit, dass das Angebot „fair“ sei."
    )
    found = [record.type for record in Tracker(flat_parser).extract(text)]

    assert found == ["direct", "mixed", "direct"]
