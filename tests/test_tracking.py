"""The same utterance is found again, and a speaker's quotations over time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotetrack import timeline, track
from quotetrack.cli import main
from quotetrack.export import write_jsonl
from quotetrack.records import Record, Speaker
from quotetrack.spans import Span

LONG = "„Wir bekräftigen, dass wir bis zum letzten Tag immer fest an der Seite unserer Nachbarn stehen“"


def _record(article: str, text: str, name: str | None, *, date: str = "", members: tuple[str, ...] = ()) -> Record:
    span = Span(0, len(text))
    speaker = Speaker(name or "sie", (), name, "group" if members else "person", members=members)
    facts = {"id": article, "date": date} if date else {"id": article}
    return Record(facts, f"{article}-{len(text)}", "direct", text, (span,), (span,), speaker=speaker)


def _groups(records: list[Record]) -> list[list[str]]:
    return [[str(record.article["id"]) for record in utterance.occurrences] for utterance in track(records)]


def test_shortened_words_are_the_same_utterance() -> None:
    """A part of what somebody said leads to the whole, under another spelling of the name too."""
    short = _record("b", "„fest an der Seite“", "Choe Min-ra")
    [utterance] = track([short, _record("a", LONG, "Choe Min Ra")])

    assert (LONG, ("b", "a"), ("shortened",)) == (utterance.fullest.text, utterance.articles, utterance.reasons)


def test_a_single_word_is_the_same_if_the_speaker_is() -> None:
    """„Null“ by two people is said twice."""
    records = [_record("a", "„Null“", "Mykola Honchar"), _record("b", "„Null“", "Mykola Hontschar")]

    assert [["a", "b"], ["c"]] == _groups([*records, _record("c", "„Null“", "Ina Kern")])


def test_another_translation_is_the_same_utterance() -> None:
    """One speaker's words in another translation are one utterance."""
    one = _record("a", "„Wir werden jeden Felsen dieser Berge verteidigen“", "Mykola Honchar")
    other = _record("b", "„Verteidigen werden wir jeden einzelnen Felsen dieser Berge“", "Mykola Honchar")

    assert [["a", "b"]] == _groups([one, other])


def test_other_words_are_another_utterance() -> None:
    """A shared phrase is not enough."""
    one = _record("a", "„Die Brücke wird im kommenden Jahr gebaut“", "Ina Kern")
    other = _record("b", "„Die Schule wird im kommenden Jahr geschlossen“", "Ina Kern")

    assert [["a"], ["b"]] == _groups([one, other])


def test_the_order_of_records_does_not_change_the_groups() -> None:
    """The same groups come out of the reversed list."""
    records = [_record("a", LONG, "Choe Min Ra"), _record("b", "„fest an der Seite“", "Choe Min-ra")]
    records += [_record("c", "„Nein, niemals“", "Ina Kern"), _record("d", LONG, "Choe Min Ra")]

    assert {frozenset(group) for group in _groups(records)} == {frozenset(group) for group in _groups(records[::-1])}


def test_a_timeline_finds_members_and_goes_by_date() -> None:
    """What somebody said alone or with others, the earliest first."""
    records = [
        _record("b", "„Das Wasser steigt“", "Ina Kern", date="2024-05-02"),
        _record("a", "„Wir gehen zusammen“", None, date="2024-05-01", members=("Ina Kern", "Jan Hollbeck")),
        _record("c", "„Nein, niemals“", "Jan Hollbeck", date="2024-05-03"),
    ]

    assert ["a", "b"] == [record.article["id"] for record in timeline(records, "Ina Kern")]


def test_the_commands_read_and_write_lines(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """``track``, ``timeline`` and ``link`` read records and write JSON Lines."""
    file = tmp_path / "records.jsonl"
    write_jsonl([_record("a", LONG, "Choe Min Ra"), _record("b", "„fest an der Seite“", "Choe Min-ra")], file)

    assert (0, 0, 0) == (
        main(["track", str(file)]), main(["timeline", "Choe Min Ra", str(file)]), main(["link", "--reasons", str(file)])
    )  # fmt: skip
    tracked, first, second, linked = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert (["a", "b"], "a", "b") == (tracked["articles"], first["article"]["id"], second["article"]["id"])
    assert ["Choe Min Ra", "Choe Min-ra"] == linked["spellings"]
