"""The tracker is lazy, keeps the order, parses in batches, and loses nothing but what is broken."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotetrack
from quotetrack import pipeline
from quotetrack.articles import Article
from quotetrack.errors import ArticleError, ExtractionError, ModelError, ParseError, QuotetrackError
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.pipeline import OnError, Tracker
from quotetrack.records import Record
from quotetrack.segmentation import Segmentation
from quotetrack.syntax import Document
from tests.parsers import Breaking
from tests.record_strategies import texts

SAID = "„Wir bleiben hier, und zwar lange“, sagte Jana Ott."
BROKEN = "„Kaputt“, sagte Jana Ott."


@pytest.fixture
def breaking(flat_parser: StanzaParser) -> Breaking:
    """A parser that cannot parse what is *Kaputt*."""
    return Breaking("Kaputt", flat_parser)


def _outcomes(tracker: Tracker, articles: list[Any]) -> list[tuple[str | None, int | str]]:
    """What became of each: id and number of records, or id and complaint."""
    return [
        (found.article, found.message) if isinstance(found, QuotetrackError) else (found.id, len(records))
        for found, records in tracker.track_articles(articles)
    ]


class TestArticles:
    """Articles come in as texts, mappings, articles, or errors of a reader."""

    def test_all_kinds_are_taken_in_order(self, flat_parser: StanzaParser) -> None:
        """Texts are numbered by their place, everything else keeps its id."""
        articles = [SAID, {"text": SAID}, {"id": "a", "text": SAID}, Article("b", SAID), ArticleError("x", article="c")]
        found = _outcomes(Tracker(flat_parser, on_error="skip"), articles)

        assert found == [("1", 1), ("2", 1), ("a", 1), ("b", 1), ("c", "x")]

    @pytest.mark.parametrize("article", [{}, {"text": None}, {"id": "", "text": ""}])
    def test_what_is_no_article_is_an_error(self, article: dict[str, Any], flat_parser: StanzaParser) -> None:
        """A mapping without a text, or with a wrong id, is an error that names its place."""
        with pytest.raises(ArticleError, match="article '1'"):
            list(Tracker(flat_parser).track([article]))

    def test_metadata_reaches_the_records(self, flat_parser: StanzaParser) -> None:
        """What came in with an article stands in its records."""
        [record] = Tracker(flat_parser).extract(SAID, id="a", source="dpa")

        assert {"id": "a", "sha256": Article("a", SAID).sha256, "source": "dpa"} == record.article

    def test_records_name_their_producer(self, flat_parser: StanzaParser) -> None:
        """A record says which release and which model made it."""
        [record] = Tracker(flat_parser).extract(SAID)

        assert {"quotetrack": quotetrack.__version__, "model": "stanza-pipeline"} == record.producer

    def test_records_name_the_embedded_model(self, parser: StanzaParser) -> None:
        """The model that comes along is named by its sums, loaded or not."""
        [record] = Tracker(parser).extract(SAID)

        assert str(record.producer["model"]).startswith("quotetrack-news-")

    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("Die Partei will die Steuern senken.", "intention"),
            ("Bei dem Fund soll es sich um eine alte Glocke handeln.", "soll-state"),
        ],
    )
    def test_what_only_the_benchmark_counts(self, parser: StanzaParser, text: str, rule: str) -> None:
        """Intentions and hearsay of states are no quotations to an editor; the benchmark's preset finds them."""
        found = [list(Tracker(parser, preset=preset).extract(text)) for preset in ("default", "benchmark")]
        assert [[record.rules[0] for record in records] for records in found] == [[], [rule]]

    @given(texts())
    def test_one_text_is_as_good_as_many(self, flat_parser: StanzaParser, text: str) -> None:
        """Extracting a text gives what tracking it among others gives."""
        tracker = Tracker(flat_parser)
        alone = tracker.extract(text, id="a")

        assert alone == [r for r in tracker.track([SAID, {"id": "a", "text": text}, SAID]) if r.article["id"] == "a"]


class TestLaziness:
    """Nothing is read or parsed before it is needed."""

    def test_articles_are_read_batch_by_batch(self, breaking: Breaking) -> None:
        """When the first record comes out, one batch of articles has gone in."""
        read: list[int] = []

        def articles() -> Iterator[str]:
            for number in range(1_000):
                read.append(number)
                yield SAID

        records = Tracker(breaking, batch_articles=5).track(articles())
        assert read == []
        next(records)

        assert (5, [5]) == (len(read), breaking.batches)

    def test_batches_end_with_their_text(self, breaking: Breaking) -> None:
        """A batch is full when it holds so many characters, or so many articles."""
        tracker = Tracker(breaking, batch_articles=4, batch_characters=len(SAID) * 2)
        list(tracker.track([SAID] * 5 + ["Ja."] * 6))

        assert breaking.batches == [2, 2, 4, 3]

    def test_many_articles_need_no_more_memory_than_few(self, flat_parser: StanzaParser) -> None:
        """Memory does not grow with the number of articles."""
        tracker = Tracker(flat_parser, batch_articles=4)

        def peak(count: int) -> int:
            highest = 0
            tracemalloc.start()
            for _ in tracker.track(SAID for _ in range(count)):
                gc.collect()
                highest = max(highest, tracemalloc.get_traced_memory()[0])
            tracemalloc.stop()
            return highest

        gc.freeze()
        peak(8)

        assert peak(120) < peak(12) + 20_000

    @pytest.mark.parametrize("size", [1, 2, 3, 64])
    def test_the_size_of_a_batch_changes_nothing(self, size: int, flat_parser: StanzaParser) -> None:
        """The records are the same however the articles are put together."""
        articles = [f"„Satz {number} ist lang genug für uns alle“, sagte Jana Ott." for number in range(7)]
        expected = [record for text in articles for record in Tracker(flat_parser).track([text])]
        found = list(Tracker(flat_parser, batch_articles=size).track(articles))

        assert [record.text for record in expected] == [record.text for record in found]


class TestErrors:
    """A broken article never stops the others."""

    def test_raising_stops_at_the_broken_one(self, breaking: Breaking) -> None:
        """By default the first error is raised, after the records of the articles before it."""
        found: list[Record] = []
        with pytest.raises(ParseError, match="article '3': 'Kaputt' breaks the parser"):
            for record in Tracker(breaking).track([SAID, SAID, BROKEN, SAID]):
                found.append(record)

        assert [record.article["id"] for record in found] == ["1", "2"]

    def test_skipping_goes_on(self, breaking: Breaking) -> None:
        """With ``skip`` the others are processed, and only the broken one is missing."""
        found = _outcomes(Tracker(breaking, on_error="skip"), [SAID, BROKEN, SAID])

        assert found == [("1", 1), ("2", "'Kaputt' breaks the parser"), ("3", 1)]

    def test_a_callable_is_told(self, breaking: Breaking) -> None:
        """A callable gets each error, and the others are processed."""
        told: list[str] = []
        records = list(Tracker(breaking, on_error=lambda error: told.append(str(error))).track([BROKEN, SAID, BROKEN]))

        complaint = "'Kaputt' breaks the parser"
        assert (1, [f"article '1': {complaint}", f"article '3': {complaint}"]) == (len(records), told)

    def test_what_a_callable_raises_is_raised(self, breaking: Breaking) -> None:
        """A callable may stop everything by raising."""

        def stop(error: QuotetrackError) -> None:
            raise KeyError(error.article)

        with pytest.raises(KeyError, match="1"):
            list(Tracker(breaking, on_error=stop).track([BROKEN]))

    @pytest.mark.parametrize("on_error", ["ignore", "", None, 7])
    def test_another_way_is_refused(self, on_error: Any) -> None:
        """A word that means nothing is not taken for ``skip``."""
        with pytest.raises(ValueError, match="on_error must be"):
            Tracker(on_error=on_error)

    @pytest.mark.parametrize("options", [{"batch_articles": 0}, {"batch_characters": 0}])
    def test_an_empty_batch_is_refused(self, options: dict[str, Any]) -> None:
        """A batch that holds nothing would lose every article."""
        with pytest.raises(ValueError, match=">= 1"):
            Tracker(**options)

    def test_a_single_text_raises_whatever_the_way(self, breaking: Breaking) -> None:
        """Who asks for the records of one text is told when there are none to be had."""
        with pytest.raises(ParseError, match="'Kaputt' breaks the parser"):
            Tracker(breaking, on_error="skip").extract(BROKEN)

    @pytest.mark.parametrize("step", ["pair", "segment", "classify", "find_quotes", "records_of"])
    def test_a_defect_costs_one_article(
        self, step: str, flat_parser: StanzaParser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever a rule raises becomes an error of its article that asks for a report; the others go through."""
        sound = getattr(pipeline, step)
        calls: list[None] = []

        def defective(*arguments: Any, **options: Any) -> Any:
            calls.append(None)
            return sound(*arguments, **options) if len(calls) != 2 else [][1]

        monkeypatch.setattr(pipeline, step, defective)
        complaint = "a defect of quotetrack, please report it: IndexError: list index out of range"

        assert [("1", 1), ("2", complaint), ("3", 1)] == _outcomes(Tracker(flat_parser, on_error="skip"), [SAID] * 3)

    def test_a_defect_keeps_its_cause(self, flat_parser: StanzaParser, monkeypatch: pytest.MonkeyPatch) -> None:
        """The error of a defect holds what was raised, for the report."""
        monkeypatch.setattr(pipeline, "find_quotes", lambda *_, **__: [][1])

        with pytest.raises(ExtractionError) as raised:
            Tracker(flat_parser).extract(SAID)

        assert isinstance(raised.value.__cause__, IndexError)

    def test_a_model_that_cannot_be_loaded_stops_everything(self, tmp_path: Any) -> None:
        """Skipping articles does not help where there is no model."""
        tracker = Tracker(StanzaParser(directory=tmp_path), on_error="skip")

        with pytest.raises(ModelError, match="holds no Stanza model"):
            list(tracker.track([SAID]))

    def test_without_a_readable_article_no_model_is_needed(self, tmp_path: Any) -> None:
        """A batch of errors is passed on without loading anything."""
        tracker = Tracker(StanzaParser(directory=tmp_path), on_error="skip")

        assert [("a", "x")] == _outcomes(tracker, [ArticleError("x", article="a")])

    def test_a_parser_that_miscounts_is_an_error(self) -> None:
        """A parser that returns fewer parses than there are texts is found out."""

        class Forgetful:
            name = "forgetful"

            def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
                """Return nothing."""
                return []

        parser: Parser = Forgetful()

        with pytest.raises(ParseError, match="'forgetful' returned 0 parses for 1 texts"):
            Tracker(parser).extract(SAID)

    @given(st.lists(st.sampled_from([SAID, BROKEN, ""]), max_size=6), st.integers(1, 4))
    def test_every_article_has_one_outcome_in_order(
        self, flat_parser: StanzaParser, articles: list[str], size: int
    ) -> None:
        """However good and broken articles are mixed and batched, each has its outcome in its place."""
        tracker = Tracker(Breaking("Kaputt", flat_parser), on_error="skip", batch_articles=size)
        told = {SAID: 1, BROKEN: "'Kaputt' breaks the parser", "": 0}
        expected = [(str(number), told[text]) for number, text in enumerate(articles, start=1)]

        assert expected == _outcomes(tracker, articles)


class TestExtract:
    """``quotetrack.extract`` is the shortest way."""

    def test_it_loads_its_model_once(self, parser: StanzaParser, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two texts are extracted with one tracker."""
        made: list[Tracker] = []

        def tracker(on_error: OnError = "raise") -> Tracker:
            made.append(Tracker(parser, on_error))
            return made[-1]

        monkeypatch.setattr(pipeline, "Tracker", tracker)
        monkeypatch.setattr(pipeline, "_TRACKERS", [])
        found = [quotetrack.extract(SAID)[0].text for _ in range(2)]

        assert (1, ["„Wir bleiben hier, und zwar lange“"] * 2) == (len(made), found)

    def test_no_text_is_an_error(self, parser: StanzaParser, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is no string is refused."""
        monkeypatch.setattr(pipeline, "_TRACKERS", [Tracker(parser)])

        with pytest.raises(ArticleError, match="'text' must be a string, not int"):
            quotetrack.extract(7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "„“", "„“ „“ ‚‘", "🎉🎉🎉", "\x00\x01\x02", "„Nein“ " * 3, "\N{SOFT HYPHEN}", "—"]
)
def test_odd_texts_have_no_records_and_no_errors(text: str, parser: StanzaParser) -> None:
    """Empty texts, mere marks, emoji and control characters are texts without quotations."""
    assert Tracker(parser).extract(text) == []


def test_a_megabyte_in_a_line_goes_through(flat_parser: StanzaParser) -> None:
    """A line of a million characters is read in one go."""
    text = f"Die {'Brücken' * 20} ist zu. " * 7_000 + SAID
    records = Tracker(flat_parser).extract(text)

    assert (True, ["„Wir bleiben hier, und zwar lange“"]) == (len(text) > 1_000_000, [r.text for r in records])


def test_passages_that_quote_nobody_are_reported_on_request(parser: StanzaParser) -> None:
    """With ``not_quotes`` the marks around a title are a record that says why it is none."""
    text = "Der Film „Nachts im Hafen“ läuft ab Montag in allen Kinos."

    found = Tracker(parser, not_quotes=True).extract(text)

    assert [("not_a_quote", "„Nachts im Hafen“")] == [(record.type, record.text) for record in found]
    assert Tracker(parser).extract(text) == []
