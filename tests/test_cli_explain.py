"""The command ``quotetrack explain`` says why each sentence gave what it gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack.cli import explain, main
from quotetrack.cli.status import SOME_FAILED, SUCCESS
from quotetrack.parsing import StanzaParser

SAID = "„Wir bauen“, sagte Ina Ott."
DENIED = "Er wollte nicht bestätigen, dass sie geht."


@pytest.fixture
def article(tmp_path: Path, parser: StanzaParser, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file with a report and a denial, for a command that uses the parser of the tests."""
    monkeypatch.setattr(explain, "StanzaParser", lambda *_: parser)
    path = tmp_path / "rat.txt"
    path.write_text(f"{SAID} {DENIED}", encoding="utf-8")
    return path


def _marked(capfd: pytest.CaptureFixture[str]) -> list[str]:
    said = capfd.readouterr().out.splitlines()
    return [line for line in said if line.startswith(("rat: ", "  fired: ", "  silent: "))]


def test_rules_that_fired_and_reasons_for_silence_are_shown(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A sentence comes with its parse, then the rule that fired, or why its verb reports nothing."""
    assert main(["explain", str(article)]) == SUCCESS
    first, fired, second, silent = _marked(capfd)
    assert (f"rat: {SAID}", f"rat: {DENIED}") == (first, second)
    assert fired.startswith("  fired: direct-before-verb: '„Wir bauen“'")
    assert silent == "  silent: bestätigen (bestätigen): the act of speaking is denied"


def test_one_sentence_can_be_asked_for(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With ``--containing`` only the sentences with these words are shown."""
    assert main(["explain", "--containing", "bestätigen", str(article)]) == SUCCESS
    assert _marked(capfd)[0] == f"rat: {DENIED}"


def test_an_article_that_cannot_be_read_does_not_stop_the_others(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is named on standard error, the status is 1, and the rest is explained."""
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff\xfe\xfa")

    assert main(["explain", str(broken), str(article)]) == SOME_FAILED
    captured = capfd.readouterr()
    assert "broken" in captured.err
    assert f"rat: {SAID}" in captured.out
