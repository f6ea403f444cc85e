"""README and documentation say what is so: their examples run, their commands print what they show."""

from __future__ import annotations

import doctest
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
import regex
from attrs import frozen

from quotetrack import pipeline, read
from quotetrack.cli import extraction, main
from quotetrack.export import write_jsonl
from quotetrack.parsing import Parser, StanzaParser
from quotetrack.pipeline import Tracker
from tests.parsers import Remembering
from tests.samples import ARTICLES, ROOT

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.rst"))]
_COMMAND_RE = regex.compile(
    r"^(?P<indent> +)\$ quotetrack (?P<words>.+)\n(?P<output>(?:(?P=indent)(?! *\$ ).*\n|\n)*)", regex.M
)


@frozen
class Shown:
    """A command in a page, with the output that the page shows below it; none where it shows none."""

    page: Path
    words: str
    output: str


def _shown() -> Iterator[Shown]:
    for page in PAGES:
        for match in _COMMAND_RE.finditer(page.read_text(encoding="utf-8")):
            yield Shown(page, match["words"], dedent(match["output"]).strip())


def _name(value: object) -> str:
    return value.words if isinstance(value, Shown) else value.stem if isinstance(value, Path) else str(value)


@pytest.fixture(scope="module")
def once(parser: StanzaParser) -> Parser:
    """The parser with the model, which parses the texts of the examples once."""
    return Remembering(parser)


@pytest.fixture
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch, parser: StanzaParser, once: Parser, tmp_path: Path) -> None:
    """Stand in a folder with the examples, one of the articles, records and a list; the parse model is loaded."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / "data" / "articles").mkdir(parents=True)
    shutil.copy(next(iter(sorted(ARTICLES.glob("*.txt")))), tmp_path / "data" / "articles")
    write_jsonl(Tracker(once).track(read([ROOT / "docs" / "examples"])), tmp_path / "records.jsonl")
    (tmp_path / "list.jsonl").write_text('{"id": "ott", "name": "Jana Ott"}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "_TRACKERS", [Tracker(once)])
    monkeypatch.setattr(pipeline, "StanzaParser", lambda: parser)
    monkeypatch.setattr(extraction, "StanzaParser", lambda *_places: once)


@pytest.mark.usefixtures("_in_the_checkout")
@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_examples_run(page: Path) -> None:
    """Every example of a page gives what the page shows."""
    failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)

    assert failed == 0


@pytest.mark.usefixtures("_in_the_checkout")
@pytest.mark.parametrize("shown", list(_shown()), ids=_name)
def test_commands_print_what_is_shown(shown: Shown, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A command in a page runs, and prints what stands below it."""
    status = main(shlex.split(shown.words, comments=True))
    printed = capfdbinary.readouterr().out.decode("utf-8")

    assert status == 0
    if shown.output:
        assert [line.rstrip() for line in shown.output.splitlines()] == [
            line.rstrip() for line in printed.strip().splitlines()
        ]


def test_the_readme_gives_the_two_commands() -> None:
    """One command runs the main job, one the tests; each sets itself up."""
    text = README.read_text(encoding="utf-8")
    commands = [line.strip() for line in text.splitlines() if line.startswith("    $ python3 -m venv")]

    assert ["quotations.jsonl", ".venv/bin/tox"] == [command.split()[-1] for command in commands]
