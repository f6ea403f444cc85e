"""The tracker: calls the stages in order, batches articles, and keeps one broken article from stopping the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Literal

from attrs import define, field

from quotetrack.articles import Article, article_from
from quotetrack.attribution import records_of
from quotetrack.errors import ArticleError, ModelError, QuotetrackError
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.passages import classify
from quotetrack.quotation_marks import Marking, pair
from quotetrack.quotes.context import contexts
from quotetrack.quotes.finding import find_quotes
from quotetrack.quotes.interviews import turns
from quotetrack.records import Record
from quotetrack.segmentation import Segmentation, segment
from quotetrack.speakers import speaker_index
from quotetrack.syntax import Document

ArticleLike = Article | Mapping[str, Any] | str
OnError = Literal["raise", "skip"] | Callable[[QuotetrackError], object]


@define
class Tracker:
    """Finds the quotations of many articles and who speaks them; loads its model once, when it is first needed.

    ``batch_characters`` is how much text is parsed in one go: more is quicker and needs more memory. ``on_error`` says
    what becomes of an article that cannot be processed: ``"raise"`` (the default) raises the error, ``"skip"`` goes on
    with the next, a callable is given the error first. With ``not_quotes`` the marked passages that quote nobody are
    reported too, as records of the type ``not_a_quote``.

    >>> from quotetrack.parsing import ConlluParser
    >>> [record.text for record in Tracker(parser=ConlluParser({"": ""})).track([""])]
    []
    """

    parser: Parser = field(factory=StanzaParser)
    on_error: OnError = "raise"
    not_quotes: bool = False
    batch_characters: int = 60_000
    batch_articles: int = 64

    def extract(self, text: str, **metadata: Any) -> list[Record]:  # noqa: ANN401
        """Return the records of one text; metadata is carried into their ``article``.

        Raises:
            QuotetrackError: if the text cannot be processed.
        """
        article = article_from({"text": text, **metadata}, default_id="text")
        return self._process([article])[0]

    def track(self, articles: Iterable[ArticleLike | ArticleError]) -> Iterator[Record]:
        """Yield the records of the articles, lazily and in their order.

        Articles are texts, mappings with ``text`` (and perhaps ``id`` and more), or :class:`Article`; errors from a
        reader may stand among them. A text without an id gets its number in the iterable, from 1.

        Raises:
            QuotetrackError: for the first article that cannot be processed, if ``on_error`` is ``"raise"``.
        """
        for _, records in self.track_articles(articles):
            yield from records

    def track_articles(
        self, articles: Iterable[ArticleLike | ArticleError]
    ) -> Iterator[tuple[Article | QuotetrackError, list[Record]]]:
        """Yield each article with its records, or the error that took its place, lazily and in order.

        Raises:
            QuotetrackError: as :meth:`track` does.
        """
        for batch in self._batches(articles):
            for article, outcome in self._outcomes(batch):
                if isinstance(outcome, QuotetrackError):
                    self._fail(outcome)
                    yield outcome, []
                else:
                    yield article, outcome

    def _fail(self, error: QuotetrackError) -> None:
        if self.on_error == "raise":
            raise error
        if callable(self.on_error):
            self.on_error(error)

    def _batches(self, articles: Iterable[ArticleLike | ArticleError]) -> Iterator[list[Article | ArticleError]]:
        numbered = (_article(article, number) for number, article in enumerate(articles, start=1))
        while batch := list(self._batch(numbered)):
            yield batch

    def _batch(self, articles: Iterator[Article | ArticleError]) -> Iterator[Article | ArticleError]:
        characters = 0
        for article in islice(articles, self.batch_articles):
            yield article
            characters += len(article.text) if isinstance(article, Article) else 0
            if characters >= self.batch_characters:
                return

    def _outcomes(self, batch: list[Article | ArticleError]) -> Iterator[tuple[Any, list[Record] | QuotetrackError]]:
        readable = [article for article in batch if isinstance(article, Article)]
        done = iter(self._attempt(readable))
        for article in batch:
            yield (article, next(done)) if isinstance(article, Article) else (article, article)

    def _attempt(self, articles: list[Article]) -> list[list[Record] | QuotetrackError]:
        """Process articles together, and one by one where that fails, so that only the broken one is lost."""
        try:
            return list(self._process(articles))
        except ModelError:
            raise
        except QuotetrackError as error:
            if len(articles) > 1:
                return [outcome for article in articles for outcome in self._attempt([article])]
            error.article = error.article or articles[0].id
            return [error]

    def _process(self, articles: list[Article]) -> list[list[Record]]:
        marked = [pair(article.text) for article in articles]
        segmented = [segment(article.text, marking) for article, marking in zip(articles, marked, strict=True)]
        parsed = self.parser.parse(segmented)
        return [
            self._records(article, marking, segmentation, document)
            for article, marking, segmentation, document in zip(articles, marked, segmented, parsed, strict=True)
        ]

    def _records(
        self, article: Article, marking: Marking, segmentation: Segmentation, document: Document
    ) -> list[Record]:
        passages = classify(article.text, marking, document)
        sentences = contexts(document, passages, article.text)
        return records_of(
            article,
            find_quotes(sentences, turns(article.text, [paragraph.span for paragraph in segmentation.paragraphs])),
            passages,
            segmentation,
            speaker_index(sentences, article.text),
            model=self.parser.name,
            with_unquoted=self.not_quotes,
        )


def _article(article: ArticleLike | ArticleError, number: int) -> Article | ArticleError:
    if isinstance(article, Article | ArticleError):
        return article
    try:
        plain = {"text": article} if isinstance(article, str) else article
        return article_from(plain, default_id=str(number))
    except ArticleError as error:
        return error


def extract(text: str) -> list[Record]:
    """Return the records of one text, found with the model that quotetrack carries.

    The model is loaded for the first text and kept; for many articles use a :class:`Tracker`.

    Raises:
        ArticleError: if the text is no string.
    """
    return _default_tracker().extract(text)


_TRACKERS: list[Tracker] = []


def _default_tracker() -> Tracker:
    if not _TRACKERS:
        _TRACKERS.append(Tracker())
    return _TRACKERS[0]
