"""The tracker: calls the stages in order, batches articles, and keeps one broken article from stopping the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, Literal, TypeVar

from attrs import define, field, frozen, validators

from quotetrack.articles import Article, article_from
from quotetrack.attribution import records_of, sure_enough
from quotetrack.errors import ArticleError, ExtractionError, ModelError, ParseError, QuotetrackError
from quotetrack.explanation import SentenceExplanation, explain
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.passages import classify
from quotetrack.presets import preset_named
from quotetrack.quotation_marks import Marking, pair
from quotetrack.quotes.context import Context, contexts
from quotetrack.quotes.finding import find_quotes
from quotetrack.quotes.interviews import turns
from quotetrack.quotes.model import Quote
from quotetrack.quotes.rules import checked_rules
from quotetrack.records import Record
from quotetrack.segmentation import Segmentation, segment
from quotetrack.speakers import speaker_index
from quotetrack.syntax import Document

ArticleLike = Article | Mapping[str, Any] | str
OnError = Literal["raise", "skip"] | Callable[[QuotetrackError], object]
Outcome = TypeVar("Outcome")


def _one_of_the_ways(_tracker: object, _attribute: object, value: object) -> None:
    if value not in ("raise", "skip") and not callable(value):
        message = f"on_error must be 'raise', 'skip' or a callable, not {value!r}"
        raise ValueError(message)


def _a_preset(_tracker: object, _attribute: object, name: str) -> None:
    preset_named(name)


def _a_probability(_tracker: object, _attribute: object, value: float) -> None:
    if not 0 <= value <= 1:
        message = f"min_confidence must be between 0 and 1, not {value!r}"
        raise ValueError(message)


def _rule_names(names: Iterable[str]) -> frozenset[str]:
    return checked_rules(frozenset(names))


@define
class Tracker:
    """Finds the quotations of many articles and who speaks them; loads its model once, when it is first needed.

    ``batch_characters`` is how much text is parsed in one go: more is quicker and needs more memory. ``on_error`` says
    what becomes of an article that cannot be processed: ``"raise"`` (the default) raises the error, ``"skip"`` goes on
    with the next, a callable is given the error first. With ``not_quotes`` the marked passages that quote nobody are
    reported too, as records of the type ``not_a_quote``. ``preset`` names what to look for (see
    :mod:`quotetrack.presets`); ``without_rules`` switches rules off by their names, ``min_confidence`` leaves out
    records that are less sure than this (from 0 to 1; without it the preset decides).

    Raises:
        RuleError: if there is no such preset or rule.
        ValueError: if ``on_error`` is none of these, a confidence no probability, or a batch would be empty.

    >>> from quotetrack.parsing import ConlluParser
    >>> [record.text for record in Tracker(parser=ConlluParser({"": ""})).track([""])]
    []
    """

    parser: Parser = field(factory=StanzaParser)
    on_error: OnError = field(default="raise", validator=_one_of_the_ways)
    not_quotes: bool = False
    preset: str = field(default="default", validator=_a_preset)
    without_rules: frozenset[str] = field(default=frozenset(), converter=_rule_names)
    min_confidence: float | None = field(default=None, validator=validators.optional(_a_probability))
    batch_characters: int = field(default=60_000, validator=validators.ge(1))
    batch_articles: int = field(default=64, validator=validators.ge(1))

    def extract(self, text: str, **metadata: Any) -> list[Record]:  # noqa: ANN401
        """Return the records of one text; metadata is carried into their ``article``.

        Raises:
            QuotetrackError: if the text cannot be processed.
        """
        article = article_from({"text": text, **metadata}, default_id="text")
        [outcome] = self._attempt([article])
        if isinstance(outcome, QuotetrackError):
            raise outcome
        return outcome

    def explain(self, text: str) -> tuple[SentenceExplanation, ...]:
        """Return for each sentence of the author its parse, what fired, how speakers got their names, and what did not.

        Raises:
            QuotetrackError: if the text cannot be processed.
        """
        prepared = _prepared(article_from({"text": text}, default_id="text"))
        [document] = self._parse_all([prepared])
        passages = classify(text, prepared.marking, document)
        sentences = contexts(document, passages, text)
        quotes = self._quotes(prepared, sentences)
        return explain(sentences, quotes, speaker_index(sentences, text, quotes, document.masked()), text)

    def track(self, articles: Iterable[ArticleLike | ArticleError]) -> Iterator[Record]:
        """Yield the records of the articles, lazily and in their order.

        Articles are texts, mappings with ``text`` (and perhaps ``id`` and more), or
        :class:`~quotetrack.articles.Article`; errors from a reader may stand among them. A text without an id gets its
        number in the iterable, from 1.

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
        """Process articles together, so that only the broken ones are lost."""
        prepared = [_shielded(article.id, partial(_prepared, article)) for article in articles]
        parsed = iter(self._parse([one for one in prepared if isinstance(one, _Prepared)]))
        return [self._finish(one, next(parsed)) if isinstance(one, _Prepared) else one for one in prepared]

    def _parse(self, prepared: list[_Prepared]) -> list[Document | QuotetrackError]:
        """Parse articles together, and one by one where that fails."""
        if not prepared:
            return []
        try:
            return list(self._parse_all(prepared))
        except ModelError:
            raise
        except QuotetrackError as error:
            if len(prepared) > 1:
                return [outcome for one in prepared for outcome in self._parse([one])]
            error.article = error.article or prepared[0].article.id
            return [error]

    def _parse_all(self, prepared: list[_Prepared]) -> list[Document]:
        parsed = self.parser.parse([one.segmentation for one in prepared])
        if len(parsed) != len(prepared):
            message = f"the parser {self.parser.name!r} returned {len(parsed)} parses for {len(prepared)} texts"
            raise ParseError(message)
        return parsed

    def _finish(self, prepared: _Prepared, document: Document | QuotetrackError) -> list[Record] | QuotetrackError:
        if isinstance(document, QuotetrackError):
            return document
        return _shielded(prepared.article.id, partial(self._records, prepared, document))

    def _quotes(self, prepared: _Prepared, sentences: tuple[Context, ...]) -> list[Quote]:
        paragraphs = [paragraph.span for paragraph in prepared.segmentation.paragraphs]
        return find_quotes(
            sentences,
            turns(prepared.article.text, paragraphs),
            without_rules=self.without_rules | preset_named(self.preset).without_rules,
        )

    def _records(self, prepared: _Prepared, document: Document) -> list[Record]:
        text = prepared.article.text
        passages = classify(text, prepared.marking, document)
        sentences = contexts(document, passages, text)
        quotes = self._quotes(prepared, sentences)
        records = records_of(
            prepared.article,
            quotes,
            passages,
            prepared.segmentation,
            speaker_index(sentences, text, quotes, document.masked()),
            sentences,
            model=self.parser.name,
            with_unquoted=self.not_quotes,
        )
        return sure_enough(records, self._least())

    def _least(self) -> float:
        """Return how sure a record must be: what was asked for, else what the preset says."""
        return preset_named(self.preset).min_confidence if self.min_confidence is None else self.min_confidence


@frozen
class _Prepared:
    """An article on its way to the parser."""

    article: Article
    marking: Marking
    segmentation: Segmentation


def _prepared(article: Article) -> _Prepared:
    marking = pair(article.text)
    return _Prepared(article, marking, segment(article.text, marking))


def _shielded(article: str, step: Callable[[], Outcome]) -> Outcome | QuotetrackError:
    """Return what a step makes of an article, or the error that it ends in, with the article's id."""
    try:
        return _sound(step)
    except QuotetrackError as error:
        error.article = error.article or article
        return error


def _sound(step: Callable[[], Outcome]) -> Outcome:
    """Return what a step returns; whatever else it raises becomes an :class:`ExtractionError`."""
    try:
        return step()
    except QuotetrackError:
        raise
    except Exception as error:
        message = f"a defect of quotetrack, please report it: {type(error).__name__}: {error}"
        raise ExtractionError(message) from error


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
