"""The tool that tries mutants: what it makes of verdicts, without making a mutant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import try_mutants


@pytest.fixture(autouse=True)
def verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mutants as mutmut leaves them: killed, survived, timed out, not tried."""
    codes = {"a": 1, "b": 0, "c": 0, "d": -24, "e": None}
    (tmp_path / "module.py.meta").write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")
    monkeypatch.setattr(try_mutants, "MUTANTS", tmp_path)


class TestReport:
    """What is said about the mutants that were tried."""

    def test_counts_what_a_process_of_its_own_kills(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Survivors that the tests notice in a process of their own are killed; what was not tried does not count."""
        monkeypatch.setattr(try_mutants, "survives", lambda name: name == "b")

        assert try_mutants.report(list("abcde")) == 75.0
        assert "killed: 75.0 %, 95 % interval 30.1 to 95.4 %\nsurvived: b\n" in capsys.readouterr().out


class TestInterval:
    """The interval of a share."""

    @pytest.mark.parametrize(
        ("hits", "tries", "expected"), [(90, 100, (0.826, 0.945)), (0, 10, (0.0, 0.278)), (10, 10, (0.722, 1.0))]
    )
    def test_is_that_of_wilson(self, hits: int, tries: int, expected: tuple[float, float]) -> None:
        """The interval stays between 0 and 1 and is not empty at the ends."""
        low, high = try_mutants.interval(hits, tries)

        assert expected == (round(abs(low), 3), round(high, 3))


class TestSurvives:
    """The tests in a process of their own."""

    def test_is_so_where_the_tests_pass(self, tmp_path: Path) -> None:
        """A mutant survives if the tests pass, and not if they fail."""
        tests = tmp_path / "tests"
        tests.mkdir()
        (tests / "test_quotation_marks.py").write_text(
            "import os\n\n\ndef test_it() -> None:\n    assert os.environ['MUTANT_UNDER_TEST'] == 'a'\n",
            encoding="utf-8",
        )

        assert (try_mutants.survives("a"), try_mutants.survives("b")) == (True, False)
