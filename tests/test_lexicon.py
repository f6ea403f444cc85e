"""Word lists are read once, and a broken one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack import lexicon
from quotetrack.errors import LexiconError
from quotetrack.speakers.body_kinds import takes_up

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


def test_names_of_media_tell_their_article_and_their_nouns() -> None:
    """Each name of a medium has its article, nouns for media that take it up, and no other mark than the three."""
    for name, article, nouns, *told in lexicon.rows("media_names"):
        assert article in ("der", "die", "das"), name
        assert all(takes_up(noun, noun) and noun[:1].isupper() for noun in nouns.split(" ")), name
        assert told in ([], ["word"], ["noun"], ["marks"]), name


def test_names_of_media_are_in_order() -> None:
    """The names of media stand in the order of the alphabet, whatever their capitals."""
    names = [name for name, *_ in lexicon.rows("media_names")]

    assert sorted(names, key=lambda name: (name.casefold(), name)) == names


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
