"""Quotes become records: in order, linked, each once."""

from __future__ import annotations

import pytest

from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record, record_id


@pytest.fixture
def tracker(flat_parser: StanzaParser) -> Tracker:
    """A tracker with the cheap parser."""
    return Tracker(flat_parser)


def _texts(records: list[Record]) -> list[str]:
    return [record.text for record in records]


def test_an_indirect_quotation_with_a_fragment_is_mixed(tracker: Tracker) -> None:
    """The fragment is a record of its own, with the roles of what holds it."""
    whole, fragment = tracker.extract("Jana Ott sagte, dass das Angebot „fair und bezahlbar“ sei.")

    assert ("mixed", "direct", whole.id) == (whole.type, fragment.type, fragment.part_of)
    assert (whole.speaker, whole.cue, whole.frame) == (fragment.speaker, fragment.cue, fragment.frame)


def test_the_same_words_again_are_linked_to_the_first(tracker: Tracker) -> None:
    """A headline that a page repeats is recorded each time, the later ones as repetitions of the first."""
    line = "Der Pass sei zu, teilte die Polizei mit"
    first, *others = tracker.extract(f"{line}\n{line}\n  Der Pass  sei zu, teilte die Polizei mit\n")

    assert [None, first.id, first.id] == [first.repeat_of, *(record.repeat_of for record in others)]


def test_a_single_word_is_not_repeated(tracker: Tracker) -> None:
    """Two people may say the same word."""
    records = tracker.extract("Jana Ott sagte, es sei „fair“. Ida Kern sagte, es sei „fair“.")

    assert [None, None] == [record.repeat_of for record in records if record.text == "„fair“"]


def test_ids_depend_on_the_article_and_the_place(tracker: Tracker) -> None:
    """The id of a record is that of article, type and extent, and of nothing else."""
    [record] = tracker.extract("Jana Ott sagte, dass die Brücke schließt.", id="hafen")

    assert record_id("hafen", "indirect", record.spans) == record.id


def test_content_is_without_the_marks(tracker: Tracker) -> None:
    """The content of a direct quotation lies between its marks, that of an indirect one is the quotation."""
    direct, indirect = tracker.extract(
        "»Wir bleiben hier, und zwar ganz lange«, sagte Jana Ott. Sie sagte, dass die Brücke schließt."
    )

    assert direct.content_spans[0].start == direct.spans[0].start + 1
    assert indirect.spans == indirect.content_spans


def test_zones_are_recorded(tracker: Tracker) -> None:
    """A record says in which part of the page it stands."""
    text = "Brücke sei zu, sagte Ott\n\nDie Brücke kommt. Sie sei zu, sagte Ott.\n\nPREV Der Pass sei zu, sagte Ott"

    assert [record.zone for record in tracker.extract(text)] == ["headline", "body", "debris"]


def test_an_unresolved_speaker_has_a_reason(tracker: Tracker) -> None:
    """A pronoun that leads to nobody keeps its mention, and the record says why there is no name."""
    [record] = tracker.extract("Sie sagte, dass die Brücke schließt.")

    assert record.speaker is not None
    assert ("Sie", None) == (record.speaker.mention, record.speaker.name)
    assert record.reason


def test_what_is_quoted_is_not_reported_as_unquoted(flat_parser: StanzaParser) -> None:
    """On request every outermost pair of marks has exactly one record, of whatever type."""
    text = "„Wir bleiben hier, und zwar ganz lange“, sagte Jana Ott. Der Film „Nachts im Hafen“ kommt."
    records = Tracker(flat_parser, not_quotes=True).extract(text)

    assert [("direct", 0), ("not_a_quote", 66)] == [(record.type, record.span.start) for record in records]


def test_a_passage_that_quotes_nobody_says_why(flat_parser: StanzaParser) -> None:
    """Marks left alone have a class for a reason, the rule that decided, and no speaker."""
    [record] = Tracker(flat_parser, not_quotes=True).extract("Der Film „Nachts im Hafen“ kommt.")

    assert (None, "title", ("naming_noun_before",)) == (record.speaker, record.reason, record.rules)


def test_what_quotes_nobody_within_a_quotation_is_reported(flat_parser: StanzaParser) -> None:
    """A title within a quotation is a record of its own on request; somebody's words within it are not."""
    text = "„Der Film ‚Ebbe‘ läuft, und alle rufen ‚Das ist ja toll!‘ im Saal“, sagte Jana Ott."
    records = Tracker(flat_parser, not_quotes=True).extract(text)

    assert [("direct", None), ("not_a_quote", "title")] == [(record.type, record.reason) for record in records]
