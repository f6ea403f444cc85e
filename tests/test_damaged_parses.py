"""Whatever a parser says of the words, an article is read to its end."""

from __future__ import annotations

import pytest

from quotetrack.articles import Article, read
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from tests.parsers import Damaged, Remembering
from tests.samples import ARTICLES

SEEDS = range(10)


@pytest.fixture(scope="module")
def remembering(parser: StanzaParser) -> Remembering:
    """The parser, which parses each article once."""
    return Remembering(parser)


@pytest.mark.parametrize("seed", SEEDS)
def test_wrong_tags_break_no_article(remembering: Remembering, seed: int) -> None:
    """Articles whose words have wrong tags, relations or no features have records with words that stand in them."""
    articles = [article for article in read(sorted(ARTICLES.glob("*.txt"))) if isinstance(article, Article)]
    tracked = list(Tracker(Damaged(remembering, seed)).track_articles(articles))
    read_to_end = [article.id for article, _ in tracked if isinstance(article, Article)]
    assert [article.id for article in articles] == read_to_end
    texts = {article.id: article.text for article in articles}
    found = [record for _, records in tracked for record in records]
    assert found
    assert all(span.of(texts[one.article["id"]]) in one.text for one in found for span in one.spans)
