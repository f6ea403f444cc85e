"""The same utterance is found again, and a speaker's quotations over time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import timeline, track
from quotetrack.cli import main
from quotetrack.export import write_jsonl
from quotetrack.records import Record, Speaker
from quotetrack.registry import SpeakerRegistry
from quotetrack.spans import Span
from score_linking import UTTERANCES, cases, together, tracking_score

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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("„Wir werden das Tal bis zum Herbst räumen“", "„Wir werden das Tal bis zum Herbst nicht räumen“"),
        ("„Für den Hafen brauchen wir 30 Millionen Euro“", "„Für den Hafen brauchen wir 50 Millionen Euro“"),
        ("„Am zwölften Tag kamen zwei Boote in den Hafen“", "„Am zwölften Tag kamen drei Boote in den Hafen“"),
        ("„Norwegen muss seine Schiffe sofort abziehen“", "„Schweden muss seine Schiffe sofort abziehen“"),
        ("„Die Fähre wird im Mai mit viel Geld saniert“", "„Die Schleuse wird im Mai mit viel Geld saniert“"),
    ],
)  # fmt: skip
def test_a_negation_a_number_or_another_subject_makes_another_utterance(one: str, other: str) -> None:
    """However many words agree, it is not the same that is said."""
    assert [["a"], ["b"]] == _groups([_record("a", one, "Ina Kern"), _record("b", other, "Ina Kern")])


def test_a_phrase_of_two_speakers_is_two_utterances() -> None:
    """The same words by another speaker are another utterance, also where a third article names nobody."""
    words = "„Zu offenen Verfahren sagen wir an dieser Stelle nichts“"
    records = [_record("a", words, "Ina Kern"), _record("b", words, "Jan Hollbeck"), _record("c", words, None)]

    assert [["a"], ["b"], ["c"]] == _groups(records)


def test_a_fragment_of_two_utterances_joins_neither() -> None:
    """What is taken from either of two statements does not make them one."""
    one = _record("a", "„Norwegen muss die Boote ohne Bedingung abziehen“", "Ina Kern")
    other = _record("b", "„Schweden muss die Boote ohne Bedingung abziehen“", "Ina Kern")
    part = _record("c", "„die Boote ohne Bedingung abziehen“", "Ina Kern")

    assert [["a"], ["b"], ["c"]] == _groups([one, other, part])


def test_the_words_of_nobody_named_are_those_of_the_one_who_said_them() -> None:
    """Where only one speaker said them, an article that names nobody quotes that speaker."""
    words = "„Zu offenen Verfahren sagen wir an dieser Stelle nichts“"

    assert [["a", "b"]] == _groups([_record("a", words, "Ina Kern"), _record("b", words, None)])


def _held(article: str, text: str, context: str) -> list[Record]:
    """Return a reported sentence of Mykola Honchar, and the fragment that it holds."""
    whole = evolve(_record(article, context, "Mykola Honchar"), type="reported", id=f"{article}-whole")
    return [whole, evolve(_record(article, text, "Mykola Honchar"), part_of=whole.id)]


def test_one_word_is_the_same_utterance_on_one_occasion() -> None:
    """„Null“ is said again where the sentences around it share what they are about."""
    first = _held("a", "„Null“", "Honchar nannte die Reaktion der Nachbarn auf das Sperrwerk Null")
    second = _held("b", "„Null“", "Honchar warf ihnen wegen des Sperrwerks eine Reaktion von Null vor")
    third = _held("c", "„Null“", "Honchar bezifferte die Zahl der Lehrer auf Null")

    assert [["a", "a", "b", "b"], ["c", "c"]] == _groups([*first, *second, *third])


def test_a_stock_phrase_is_no_utterance_of_its_own() -> None:
    """„Kein Kommentar“ says nothing that could be found again."""
    records = [_record("a", "„Kein Kommentar.“", "Ina Kern"), _record("b", "„Kein Kommentar.“", "Ina Kern")]

    assert [["a"], ["b"]] == _groups(records)


def test_one_word_weeks_later_is_another_utterance() -> None:
    """Where nothing is known of the occasion, the date of the articles tells."""
    records = [
        _record("a", "„Null“", "Ina Kern", date="2024-05-01"),
        _record("b", "„Null“", "Ina Kern", date="2024-05-02"),
        _record("c", "„Null“", "Ina Kern", date="2024-08-01"),
    ]

    assert [["a", "b"], ["c"]] == _groups(records)


def test_a_fragment_belongs_to_the_record_that_holds_it() -> None:
    """The fullest version is the whole."""
    whole = evolve(_record("a", "das Wasser sei „viel zu hoch“", "Ina Kern"), type="mixed", id="whole")
    [utterance] = track([whole, evolve(_record("a", "„viel zu hoch“", "Ina Kern"), part_of="whole")])

    assert ("whole", ("part of the other",)) == (utterance.fullest.id, utterance.reasons)


def test_a_bare_surname_joins_what_the_full_name_said_in_the_same_words() -> None:
    """Long words that agree show whom the surname means, unless a user keeps them apart."""
    records = [_record("a", LONG, "Mykola Honchar"), _record("b", LONG, "Honchar")]
    apart = SpeakerRegistry()
    apart.split("Mykola Honchar", "Honchar")

    assert ([["a", "b"]], 2) == (_groups(records), len(track(records, apart)))


def test_names_too_unlike_to_link_are_one_where_the_words_agree() -> None:
    """A typing error in a Korean name is not linked without a role, but with the words of the other."""
    records = [_record("a", LONG, "Choe Son Ra"), _record("b", "„bis zum letzten Tag immer fest“", "Choe Song Ra")]

    assert [["a", "b"]] == _groups(records)


@pytest.mark.parametrize(("split", "floors"), [("open", (0.97, 0.90)), ("blind", (0.97, 0.77))])
def test_the_invented_utterances_keep_their_floor(split: str, floors: tuple[float, float]) -> None:
    """Precision and recall on the hand-made utterances do not fall below what was reached."""
    score = tracking_score(cases(UTTERANCES, split))

    assert (score.precision >= floors[0], score.recall >= floors[1]) == (True, True)


@given(st.permutations(cases(UTTERANCES)[:40]))
@settings(max_examples=15)
def test_the_order_of_articles_does_not_change_what_is_together(found: list[dict[str, Any]]) -> None:
    """The utterances depend on the quotations alone."""
    assert set(together(sorted(found, key=lambda case: str(case["id"])))) == set(together(found))


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


def test_a_timeline_finds_bodies_as_members_and_other_spellings() -> None:
    """A body among several is the body that speaks alone; a surname is enough if one person bears it."""
    body = _record("a", "„Die Lage ist ernst“", "Hafenbund", date="2024-01-02")
    assert body.speaker is not None
    records = [
        evolve(body, speaker=evolve(body.speaker, kind="organisation")),
        _record("b", "„Die Lage bleibt ernst“", None, date="2024-01-01", members=("Hafenbund", "Mykola Honchar")),
        _record("c", "„Das reicht nicht“", "Mykola Hontschar", date="2024-01-03"),
    ]

    assert (["b", "a"], ["b", "c"]) == tuple(
        [record.article["id"] for record in timeline(records, name)] for name in ("Hafenbund", "Honchar")
    )


def test_nobody_and_several_have_no_timeline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody or several bear is said to be so."""
    file = tmp_path / "records.jsonl"
    write_jsonl([_record("a", "„Nein“", "Ina Kern"), _record("b", "„Doch“", "Jan Kern")], file)

    assert (2, 2) == (main(["timeline", "Niemand", str(file)]), main(["timeline", "Kern", str(file)]))
    first, second = capsys.readouterr().err.splitlines()
    assert "quotetrack: nobody called 'Niemand' speaks in these records" == first
    assert second.startswith("quotetrack: several are called 'Kern', give the id of one: Ina Kern (s-")


def test_merges_and_splits_on_the_command_line_are_kept(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What ``link --merge`` and ``--split`` decide stands in the file, and holds in the next run."""
    file, kept = tmp_path / "records.jsonl", tmp_path / "decisions.jsonl"
    write_jsonl([_record("a", "„Nein“", "Ina Kern"), _record("b", "„Doch“", "Rosa Holt")], file)

    assert 0 == main(["link", "--decisions", str(kept), "--merge", "Rosa Holt", "Ina Kern", str(file)])
    assert 0 == main(["link", "--decisions", str(kept), str(file)])
    ids = {json.loads(line)["speaker"]["id"] for line in capsysbinary.readouterr().out.splitlines()}
    assert (1, '{"merge": ["Ina Kern", "Rosa Holt"]}\n') == (len(ids), kept.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--decisions", "nowhere.jsonl"], "nowhere.jsonl cannot be read"),
        (["--merge", "Ina Kern", "Rosa Holt"], "--merge and --split need --decisions FILE"),
        (["--speakers", "nowhere.jsonl"], "nowhere.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_used_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], complaint: str
) -> None:
    """A file that is not there, or decisions with nowhere to keep them, end the command."""
    file = tmp_path / "records.jsonl"
    write_jsonl([_record("a", "„Nein“", "Ina Kern")], file)

    assert (2, True) == (main(["link", *options, str(file)]), complaint in capsys.readouterr().err)


def test_a_broken_record_names_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several files of records the broken one is named, with the line."""
    file = tmp_path / "broken.jsonl"
    file.write_text('{"schema": "other"}\n', encoding="utf-8")

    assert (2, True) == (main(["track", str(file)]), f"line 1: {file}: " in capsys.readouterr().err)


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
