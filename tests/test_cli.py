"""The command line says what it does, does it, and ends with the right status."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import quotetrack
from quotetrack import cli
from quotetrack.cli import extraction, progress
from quotetrack.cli.readable import WIDTH, ReadableWriter
from quotetrack.cli.status import CLOSED_PIPE, INTERRUPTED, SOME_FAILED, SUCCESS, UNUSABLE
from quotetrack.cli.summary import Summary
from quotetrack.errors import ArticleError
from quotetrack.export import flat, read_csv, read_jsonl
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record

SAID = "„Wir bleiben hier, und zwar lange“, sagte Jana Ott."
MIXED = "Jana Ott sagte, dass das Angebot „fair und bezahlbar“ sei."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(flat_parser: StanzaParser, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line with the cheap parser; return the status, standard output and standard error."""

    def running(*words: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(extraction, "StanzaParser", lambda *_: flat_parser)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = cli.main([str(word) for word in words])
        except SystemExit as exit_:
            status = int(str(exit_.code))
        out, err = capfd.readouterr()
        return status, out, err

    return running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    articles = tmp_path / "artikel"
    articles.mkdir()
    (articles / "a.txt").write_text(SAID, encoding="utf-8")
    (articles / "b.txt").write_text(MIXED, encoding="utf-8")
    return articles


def _records(lines: str | Path) -> list[Record]:
    return list(read_jsonl(lines if isinstance(lines, Path) else lines.encode().splitlines()))


class TestRecords:
    """Articles in, records out."""

    def test_records_go_to_standard_output(self, run: Run, folder: Path) -> None:
        """Without options the records of all articles are printed as JSON Lines, and nothing is said."""
        status, out, err = run(folder)

        assert (SUCCESS, "") == (status, err)
        assert [("a", "direct"), ("b", "mixed"), ("b", "direct")] == [(r.article["id"], r.type) for r in _records(out)]

    def test_records_are_those_of_the_library(self, run: Run, folder: Path, flat_parser: StanzaParser) -> None:
        """The command line finds what a tracker finds."""
        expected = Tracker(flat_parser).extract(MIXED, id="b")

        assert expected == _records(run(folder / "b.txt")[1])

    def test_a_file_gets_them_whole(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """With ``-o`` the records are in the file, nothing is printed, and nothing else is left behind."""
        target = tmp_path / "records.jsonl"
        status, out, err = run(folder, "-o", target)

        assert (SUCCESS, "", "", 3) == (status, out, err, len(_records(target)))
        assert {folder, target} == set(tmp_path.iterdir())

    def test_options_may_stand_anywhere(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """Paths may come before, between and after options."""
        target = tmp_path / "records.jsonl"
        run(folder / "a.txt", "-o", target, folder / "b.txt")

        assert len(_records(target)) == 3

    def test_a_dash_is_standard_output(self, run: Run, folder: Path) -> None:
        """``-o -`` prints."""
        assert len(_records(run(folder, "-o", "-")[1])) == 3

    def test_standard_input_is_read(self, run: Run) -> None:
        """A path of ``-`` is an article, or JSON Lines, from standard input."""
        line = json.dumps({"id": "x", "text": SAID, "source": "dpa"}).encode()
        [text] = _records(run("-", stdin=SAID.encode())[1])
        [json_line] = _records(run("-", stdin=line)[1])

        assert ("stdin", "x", "dpa") == (text.article["id"], json_line.article["id"], json_line.article["source"])

    def test_the_input_format_can_be_given(self, run: Run, tmp_path: Path) -> None:
        """A file with another ending is read as JSON Lines where that is asked for."""
        path = tmp_path / "archiv.ndjson"
        path.write_text(json.dumps({"id": "x", "text": SAID}))

        assert len(_records(run("--input-format", "jsonl", path)[1])) == 1

    def test_the_encoding_can_be_given(self, run: Run, tmp_path: Path) -> None:
        """An old file is read in the encoding that is asked for."""
        path = tmp_path / "alt.txt"
        path.write_bytes(SAID.encode("cp1252"))

        assert [SAID[:34]] == [record.text for record in _records(run("--encoding", "cp1252", path)[1])]

    def test_marks_that_quote_nobody_on_request(self, run: Run, tmp_path: Path) -> None:
        """With ``--not-quotes`` the title of a film is a record, too."""
        path = tmp_path / "film.txt"
        path.write_text("Der Film „Nachts im Hafen“ kommt.", encoding="utf-8")

        assert ([], ["not_a_quote"]) == (
            _records(run(path)[1]),
            [record.type for record in _records(run("--not-quotes", path)[1])],
        )

    def test_half_a_surrogate_pair_goes_through(self, run: Run) -> None:
        """A text that no encoding can hold comes out as it came in."""
        line = json.dumps({"text": "„Wir bleiben \ud83d hier, und zwar lange“, sagte Jana Ott."}).encode()
        [record] = _records(run("-", stdin=line)[1])

        assert "\ud83d" in record.text

    @pytest.mark.parametrize("text", ["", "„“", "🎉", "\x00\x07", "„" * 500])
    def test_odd_texts_are_no_failures(self, text: str, run: Run, tmp_path: Path) -> None:
        """What is a text may be without records, but is never an error."""
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")

        assert (SUCCESS, "", "") == run(path)


class TestFormats:
    """Records come as JSON Lines, CSV, or a page."""

    def test_the_ending_tells_the_format(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """A file named ``.csv`` holds CSV, one named ``.html`` a page."""
        run(folder, "-o", tmp_path / "r.csv")
        run(folder, "-o", tmp_path / "r.html")
        run(folder, "-o", tmp_path / "r.jsonl")
        rows = [flat(record) for record in _records(tmp_path / "r.jsonl")]

        assert rows == list(read_csv(tmp_path / "r.csv"))
        assert "<mark" in (tmp_path / "r.html").read_text(encoding="utf-8")

    def test_the_format_can_be_given(self, run: Run, folder: Path) -> None:
        """``--format`` overrules the ending, and serves standard output."""
        assert run(folder, "--format", "csv")[1].startswith("\ufeffarticle,id,type")

    def test_an_unknown_ending_holds_json_lines(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """A file without a known ending holds JSON Lines."""
        run(folder, "-o", tmp_path / "records")

        assert len(_records(tmp_path / "records")) == 3


class TestReport:
    """The report has a line an article."""

    def test_it_says_what_became_of_each(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """Good articles with their records, failed ones with the reason, in order."""
        broken = tmp_path / "archiv.jsonl"
        broken.write_text('{"id": "x", "text": 7}\n{\n{"id": "y", "text": ""}\n')
        status, _, _ = run(folder / "a.txt", broken, "--report", tmp_path / "report.jsonl")
        lines = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
        reason = "line 2: no JSON object: Expecting property name enclosed in double quotes (character 1)"

        assert status == SOME_FAILED
        assert lines == [
            {"id": "a", "status": "ok", "records": 1, "reason": None},
            {"id": "x", "status": "failed", "records": 0, "reason": "line 1: 'text' must be a string, not int"},
            {"id": "archiv", "status": "failed", "records": 0, "reason": reason},
            {"id": "y", "status": "ok", "records": 0, "reason": None},
        ]


class TestPretty:
    """``--pretty`` is for readers."""

    def test_it_names_article_speaker_type_cue_and_quotation(self, run: Run, folder: Path) -> None:
        """Every quotation stands under its article, a fragment under what holds it."""
        assert run(folder, "--pretty")[1] == (
            "a\n"
            "\n"
            "  Jana Ott · direct · sagte\n"
            "    „Wir bleiben hier, und zwar lange“\n"
            "\n"
            "b\n"
            "\n"
            "  Jana Ott · mixed · sagte\n"
            "    dass das Angebot „fair und bezahlbar“ sei\n"
            "\n"
            "      Jana Ott · direct · sagte\n"
            "        „fair und bezahlbar“\n"
            "\n"
        )

    def test_a_file_gets_the_records_all_the_same(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """With ``-o`` the records are in the file and the reader has his lines."""
        _, out, _ = run(folder, "--pretty", "-o", tmp_path / "r.jsonl")

        assert (True, 3) == (out.startswith("a\n"), len(_records(tmp_path / "r.jsonl")))

    def test_an_article_without_quotations_says_so(self, run: Run, tmp_path: Path) -> None:
        """Nothing found is said, not passed over."""
        path = tmp_path / "still.txt"
        path.write_text("Die Brücke ist zu.", encoding="utf-8")

        assert run(path, "--pretty")[1] == "still\n  no quotations\n\n"

    def test_lines_are_short_and_harmless(self, run: Run, tmp_path: Path) -> None:
        """Long quotations are broken, and nothing in a text moves the cursor or colours the terminal."""
        path = tmp_path / "lang.txt"
        words = "und zwar ganz \x1b[31mlange\r\n\x07 " * 20
        path.write_text(f"„Wir bleiben, {words}ja“, sagte Jana Ott.", encoding="utf-8")
        lines = run(path, "--pretty")[1].split("\n")

        assert max(map(len, lines)) <= WIDTH
        assert [line for line in lines if any(ord(c) < 32 for c in line)] == []

    def test_a_terminal_has_its_own_width(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal lines are as long as it is wide."""
        monkeypatch.setenv("COLUMNS", "40")

        assert (40, WIDTH) == (ReadableWriter(io.BytesIO(), True).width, ReadableWriter(io.BytesIO()).width)


class TestFailures:
    """What fails is named in a line, and the rest is done."""

    def test_a_failed_article_costs_only_itself(self, run: Run, folder: Path) -> None:
        """The others are processed; the status says that some failed."""
        (folder / "c.txt").write_bytes("Köln".encode("latin-1"))
        status, out, err = run(folder, folder / "nirgends.txt")

        assert (SOME_FAILED, 3) == (status, len(_records(out)))
        assert err == (
            "quotetrack: article 'c', offset 1: is not UTF-8: byte 0xf6 at byte 1 (invalid start byte)\n"
            f"quotetrack: article {str(folder / 'nirgends.txt')!r}: cannot be read: No such file or directory\n"
        )

    def test_a_path_that_is_not_there_is_a_failed_article(self, run: Run, tmp_path: Path) -> None:
        """A missing path is no usage error, even if it is the only one."""
        status, out, _ = run(tmp_path / "nirgends.txt")

        assert (SOME_FAILED, "") == (status, out)

    def test_a_folder_without_articles_failed(self, run: Run, tmp_path: Path) -> None:
        """An empty folder is no success."""
        status, _, err = run(tmp_path)

        assert (SOME_FAILED, True) == (status, "holds no articles" in err)

    def test_a_message_is_a_line(self, run: Run, tmp_path: Path) -> None:
        """A name with a line end in it cannot fake another message."""
        _, _, err = run(tmp_path / "a\nquotetrack: all is well\x1b[2J")

        assert (1, True) == (err.count("\n"), "a\\nquotetrack: all is well\\x1b[2J" in err)

    def test_the_records_of_good_articles_are_kept(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """A file is put in place though an article failed."""
        status, _, _ = run(folder, tmp_path / "nirgends.txt", "-o", tmp_path / "r.jsonl")

        assert (SOME_FAILED, 3) == (status, len(_records(tmp_path / "r.jsonl")))


class TestUsage:
    """Status 2 means that nothing was done."""

    @pytest.mark.parametrize(
        ("words", "complaint"),
        [
            ([], "the following arguments are required: PATH"),
            (["--frobnicate", "a.txt"], "unrecognized arguments: --frobnicate"),
            (["--encoding", "klingon", "a.txt"], "there is no encoding 'klingon'"),
            (["--encoding", "rot13", "a.txt"], "there is no encoding 'rot13'"),
            (["--format", "pdf", "a.txt"], "invalid choice: 'pdf'"),
            (["--out", "x", "a.txt"], "unrecognized arguments: --out"),
        ],
    )
    def test_a_wrong_usage_is_told(self, words: Sequence[str], complaint: str, run: Run) -> None:
        """A wrong option or none at all is an error that says which."""
        status, out, err = run(*words)

        assert (UNUSABLE, "", True) == (status, out, complaint in err)

    def test_articles_are_not_overwritten(self, run: Run, folder: Path) -> None:
        """A file that is read cannot be written, and is left alone."""
        status, _, err = run(folder / "a.txt", "-o", folder / "a.txt")

        assert (UNUSABLE, SAID) == (status, (folder / "a.txt").read_text(encoding="utf-8"))
        assert err == f"quotetrack: {folder / 'a.txt'} is read and cannot be written at the same time\n"

    def test_records_and_report_need_two_files(self, run: Run, folder: Path, tmp_path: Path) -> None:
        """One file cannot hold both."""
        assert run(folder, "-o", tmp_path / "r", "--report", tmp_path / "r")[0] == UNUSABLE

    @pytest.mark.parametrize("option", ["-o", "--report"])
    def test_a_folder_that_is_not_there_is_noticed_first(self, option: str, run: Run, folder: Path) -> None:
        """Where nothing can be written, nothing is processed."""
        status, out, err = run(folder, option, folder / "nirgends" / "r.jsonl")

        assert (UNUSABLE, "", True) == (status, out, err.startswith("quotetrack: ") and err.count("\n") == 1)

    def test_a_folder_without_a_model_is_noticed(self, capfd: pytest.CaptureFixture[str], folder: Path) -> None:
        """A model that cannot be loaded ends everything, in a line."""
        status = cli.main([str(folder), "--model", str(folder)])

        assert (UNUSABLE, f"quotetrack: {folder} holds no Stanza model: there is no resources.json\n") == (
            status,
            capfd.readouterr().err,
        )

    def test_model_and_package_reach_the_parser(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """``--model`` and ``--package`` are given to the parser, together if need be."""
        asked: list[tuple[Any, ...]] = []

        def parser(*options: Any) -> StanzaParser:
            asked.append(options)
            return StanzaParser()

        monkeypatch.setattr(extraction, "StanzaParser", parser)
        cli.main([str(folder / "nirgends"), "--model", "m", "--package", "default"])

        assert [("default", "m")] == asked

    def test_the_version_is_told(self, run: Run) -> None:
        """``--version`` prints name and version."""
        assert (SUCCESS, f"quotetrack {quotetrack.__version__}\n", "") == run("--version")

    def test_help_names_every_option(self, run: Run) -> None:
        """``--help`` explains the options and the status."""
        _, out, _ = run("--help")
        options = (
            "--output --format --pretty --report --not-quotes --input-format --encoding --model --package --version"
        )

        assert [option for option in (*options.split(), "Exit status") if option not in out] == []


class TestEnds:
    """However a run ends, it ends quietly."""

    def test_ctrl_c_ends_it(self, run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing is said, and no half of a file is left."""

        def interrupted(*_: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Tracker, "track_articles", interrupted)

        assert (INTERRUPTED, "", "") == run(folder, "-o", tmp_path / "r.jsonl")
        assert [folder] == list(tmp_path.iterdir())

    def test_a_closed_pipe_ends_it(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When nobody reads any more, nobody is bothered."""

        def closed(*_: Any) -> None:
            raise BrokenPipeError

        monkeypatch.setattr(Tracker, "track_articles", closed)
        monkeypatch.setattr(cli, "_let_go_of_standard_output", lambda: None)

        assert (CLOSED_PIPE, "", "") == run(folder)


class TestCommands:
    """Other commands can stand beside the main job."""

    @pytest.fixture
    def greeting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A command that greets."""
        import argparse

        module = ModuleType("quotetrack_greeting")

        def parser() -> argparse.ArgumentParser:
            found = argparse.ArgumentParser(prog="quotetrack greet")
            found.add_argument("name")
            return found

        def execute(options: argparse.Namespace) -> int:
            sys.stdout.write(f"Moin {options.name}\n")
            return SUCCESS

        module.parser = parser  # type: ignore[attr-defined]
        module.execute = execute  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "quotetrack_greeting", module)
        monkeypatch.setitem(cli.COMMANDS, "greet", "quotetrack_greeting")

    @pytest.mark.usefixtures("greeting")
    def test_the_first_word_may_be_a_command(self, run: Run) -> None:
        """A command is run with what stands behind its name."""
        assert (SUCCESS, "Moin Ott\n", "") == run("greet", "Ott")

    @pytest.mark.usefixtures("greeting")
    def test_a_file_of_that_name_is_given_with_its_folder(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that has the name of a command can still be read."""
        monkeypatch.chdir(folder)
        (folder / "greet").write_text(SAID, encoding="utf-8")

        assert len(_records(run("./greet")[1])) == 1


class TestSummary:
    """The table at the end counts nothing twice."""

    def test_fragments_and_repeats_are_counted_apart(self, flat_parser: StanzaParser) -> None:
        """A fragment belongs to what holds it, a repetition to what it repeats."""
        line = "Der Pass sei zu, teilte die Polizei mit"
        summary = Summary()
        summary.add(Tracker(flat_parser).extract(f"{line}\n{line}\n\n{MIXED}"))
        summary.fail()

        assert (2, 1, 1, 1) == (summary.articles, summary.failed, summary.fragments, summary.repeats)
        assert {"indirect": 1, "mixed": 1} == dict(summary.types)
        assert {"Polizei": 1, "Jana Ott": 1} == dict(summary.speakers)

    def test_the_table_says_it_all(self, flat_parser: StanzaParser) -> None:
        """The rows are articles, what failed, types, and the most quoted."""
        import rich.console

        summary = Summary()
        summary.add(Tracker(flat_parser).extract(f"{SAID} {MIXED}"))
        summary.fail()
        console = rich.console.Console(file=io.StringIO(), width=60)
        console.print(progress.table(summary))
        words = console.file.getvalue().split()  # type: ignore[attr-defined]

        assert words == ("articles 2 failed 1 quotations 2 direct 1 mixed 1 fragments inside them 1 Jana Ott 2".split())

    def test_marks_left_alone_are_no_quotations(self) -> None:
        """What quotes nobody is listed, but not among the quotations."""
        summary = Summary()
        summary.types["not_a_quote"] = 3

        assert ("quotations", 0) in list(progress._rows(summary))


class TestExpectation:
    """The progress bar knows how much there is to do, where that can be known."""

    def test_files_and_lines_are_counted(self, folder: Path) -> None:
        """A text file is an article, and so is each line of JSON Lines that is not empty."""
        (folder / "c.jsonl").write_text("{}\n\n{}\n")

        assert progress.expected([str(folder), str(folder / "a.txt")]) == 5

    @pytest.mark.parametrize("path", ["-", "nirgends.jsonl"])
    def test_what_cannot_be_known_is_not_guessed(self, path: str, folder: Path) -> None:
        """With standard input or a missing file there is no total."""
        assert progress.expected([str(folder), path]) is None


def test_errors_of_readers_are_told_one_by_one(capfd: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal every failed article is a line on standard error, and good ones are none."""
    quiet = progress.Quiet()
    quiet.see(ArticleError("kaputt", article="a"), [])

    assert capfd.readouterr().err == "quotetrack: article 'a': kaputt\n"
