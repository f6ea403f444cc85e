"""The command as a shell runs it: in a process of its own, with the parse model, on a terminal and in a pipe.

Where only the process, the pipe and the terminal matter, the cheap parser stands in for the model.
"""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import quotetrack
from quotetrack.cli.status import CLOSED_PIPE, INTERRUPTED, SOME_FAILED, SUCCESS
from quotetrack.export import read_jsonl
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from tests.samples import ARTICLES, ROOT, SAMPLES

COMMAND = (sys.executable, "-m", "quotetrack")
FLAT_COMMAND = (sys.executable, "-m", "tests.flat_command")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
NAME = "01_hafen_streik"


def _run(*words: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*COMMAND, *map(str, words)], capture_output=True, env=ENVIRONMENT, check=False, **options
    )


def test_it_writes_what_the_library_finds(parser: StanzaParser, tmp_path: Path) -> None:
    """The main job: a folder in, records out, nothing else said."""
    names = [path.stem for path in sorted(ARTICLES.glob("*.txt"))[:4]]
    for name in names:
        (tmp_path / "articles").mkdir(exist_ok=True)
        shutil.copy(ARTICLES / f"{name}.txt", tmp_path / "articles")
    done = _run(tmp_path / "articles", "-o", tmp_path / "records.jsonl", "--report", tmp_path / "report.jsonl")
    expected = list(Tracker(parser).track(SAMPLES[name] for name in names))

    assert (SUCCESS, b"", b"") == (done.returncode, done.stdout, done.stderr)
    assert expected == list(read_jsonl(tmp_path / "records.jsonl"))
    assert len((tmp_path / "report.jsonl").read_text().splitlines()) == len(names)


def test_standard_input_and_output_are_a_filter(tmp_path: Path) -> None:
    """An article in a pipe comes out as records, wherever the command is run."""
    done = _run("-", input=(ARTICLES / f"{NAME}.txt").read_bytes(), cwd=tmp_path)

    assert (SUCCESS, b"") == (done.returncode, done.stderr)
    assert {"stdin"} == {record.article["id"] for record in read_jsonl(done.stdout.splitlines())}


def test_the_version_needs_no_model() -> None:
    """Telling the version is quick: neither the parser nor the terminal library is loaded."""
    code = (
        "import sys\nfrom quotetrack.cli import main\ntry: main(['--version'])\n"
        "except SystemExit: print([m for m in ('torch', 'stanza', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True)

    assert done.stdout == f"quotetrack {quotetrack.__version__}\n[]\n"


def test_a_closed_pipe_is_no_trouble() -> None:
    """When the reader goes, the command goes, without a word."""
    words = [*FLAT_COMMAND, str(ARTICLES / f"{NAME}.txt")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read()

    assert (CLOSED_PIPE, b"") == (run.returncode, said)


def test_ctrl_c_is_no_trouble(tmp_path: Path) -> None:
    """Interrupted in the middle, the command goes without a word and leaves no half of a file."""
    target = tmp_path / "records.jsonl"
    with subprocess.Popen(
        [*COMMAND, "-", "-o", target],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        preexec_fn=_listen_to_interrupts,
    ) as run:
        _wait_for(lambda: bool(list(tmp_path.iterdir())))
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=60)

    assert (INTERRUPTED, b"", []) == (run.returncode, said, list(tmp_path.iterdir()))


def _listen_to_interrupts() -> None:
    """Undo what a shell does to the commands in its background: they ignore interrupts, and so do their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_for(condition: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.01)


def _on_terminal(*words: str | Path, stdout: int = subprocess.DEVNULL) -> tuple[int, str]:
    """Run the command with a terminal for standard error; return the status and what appeared there."""
    ours, theirs = pty.openpty()
    run_words = [*FLAT_COMMAND, *map(str, words)]
    with subprocess.Popen(run_words, stdout=stdout or theirs, stderr=theirs, env=ENVIRONMENT) as run:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
    os.close(ours)
    return run.returncode, seen.decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when nobody holds the other end any more
        return b""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    """Show a run over an article and a path that is not there."""
    folder = tmp_path_factory.mktemp("terminal")
    return _on_terminal(ARTICLES / f"{NAME}.txt", folder / "nirgends.txt", "-o", folder / "records.jsonl")


class TestTerminal:
    """A person at a terminal sees how it goes, and a table at the end."""

    def test_there_is_a_bar(self, seen: tuple[int, str]) -> None:
        """The bar is shown while articles are read."""
        assert "reading articles" in seen[1]

    def test_failures_are_named_above_it(self, seen: tuple[int, str]) -> None:
        """What failed is told while the bar goes on."""
        assert SOME_FAILED == seen[0]
        assert "cannot be read: No such file or directory" in seen[1].replace("\r\n", "")

    def test_there_is_a_table_at_the_end(self, seen: tuple[int, str]) -> None:
        """The table has the articles, the types, and somebody who is quoted."""
        last = seen[1][seen[1].rindex("articles") :]

        assert [word for word in ("failed", "quotations", "direct", "indirect", "mixed") if word not in last] == []

    def test_records_on_the_same_terminal_are_not_disturbed(self) -> None:
        """Where the records are printed on the terminal, no bar runs through them."""
        status, seen = _on_terminal(ARTICLES / f"{NAME}.txt", stdout=0)

        assert (SUCCESS, False) == (status, "\x1b[?25l" in seen)
        assert seen.replace("\r\n", "\n").lstrip().startswith('{"schema": "quotetrack.record/1"')
