"""Word lists are read once, and a broken one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack import lexicon
from quotetrack.errors import LexiconError

LISTS = sorted(path.stem for path in (Path(lexicon.__file__).parent / "lexicons").glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_that_ships_can_be_read(name: str) -> None:
    """A list that ships has entries, and its first column holds each of them once unless it is a list of pairs."""
    loaded = lexicon.pairs(name) if name == "light_verbs" else lexicon.load(name)

    assert len(loaded) > 10


def test_a_list_that_is_not_there_is_named() -> None:
    """Asking for an unknown list is an error that names it."""
    with pytest.raises(LexiconError, match="no list 'verbs_of_silence'"):
        lexicon.load("verbs_of_silence")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("sagen\n", "does not begin by saying"),
        ("# Verbs\n", "has no entries"),
        ("# Verbs\nsagen\n\nmeinen\n", "line 3: verbs.txt: an entry is empty"),
        ("# Verbs\nsagen \n", "line 2: verbs.txt: an entry is empty or has spaces"),
        ("# Verbs\nsagen\nmeinen\nsagen\n", "line 4: verbs.txt: 'sagen' is there twice"),
    ],
)
def test_a_broken_list_is_an_error_that_names_the_line(
    content: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list without heading or entries, with an empty entry or a repeated one is refused."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "verbs.txt").write_text(content, encoding="utf-8")
    monkeypatch.setattr("quotetrack.lexicon.resources.files", lambda _: tmp_path)

    with pytest.raises(LexiconError, match=complaint):
        lexicon.rows("verbs")
