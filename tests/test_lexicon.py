"""Word lists: what they give and what they refuse."""

from __future__ import annotations

from importlib.resources import files

import pytest

from quotetrack.errors import LexiconError
from quotetrack.lexicon import entries, load, load_mapping, load_ordered, pairs

HEADING = "# Was hierher gehört: Farben."
NAMES = sorted(file.name.removesuffix(".txt") for file in (files("quotetrack") / "lexicons").iterdir())


class TestEntries:
    """Lists of words."""

    def test_come_in_order_without_comments(self) -> None:
        """Comments are left out, and the order of the file is kept."""
        expected = ["rot", "blau"]
        actual = list(entries([HEADING, "rot", "# --- kalte", "blau"], "colours"))
        assert expected == actual

    @pytest.mark.parametrize(
        ("lines", "complaint"),
        [
            (["rot"], "line 1: the list 'colours' does not begin by saying what belongs in it"),
            ([HEADING], "the list 'colours' has no entries"),
            ([HEADING, "rot", ""], "line 3: the list 'colours' has an empty entry"),
            ([HEADING, "rot", "rot "], "line 3: the list 'colours' has the entry 'rot' twice"),
            ([], "the list 'colours' has no entries"),
        ],
    )
    def test_are_refused_when_malformed(self, lines: list[str], complaint: str) -> None:
        """A list without heading or entries, or with an empty or repeated entry, is refused with its line."""
        with pytest.raises(LexiconError) as refused:
            list(entries(lines, "colours"))
        assert complaint == str(refused.value)


class TestPairs:
    """Lists of words with values."""

    def test_keep_entry_and_value(self) -> None:
        """An entry and its value are what stands on either side of the equals sign."""
        expected = [("blau machen", "frei nehmen")]
        actual = list(pairs([HEADING, "blau machen = frei nehmen"], "colours"))
        assert expected == actual

    @pytest.mark.parametrize("line", ["rot", "rot =", "= warm"])
    def test_need_both_sides(self, line: str) -> None:
        """An entry without a value, or a value without an entry, is refused."""
        with pytest.raises(LexiconError):
            list(pairs([HEADING, line], "colours"))

    def test_refuse_a_repeated_key(self) -> None:
        """The same entry with two values is refused."""
        with pytest.raises(LexiconError, match="twice"):
            list(pairs([HEADING, "rot = warm", "rot = laut"], "colours"))


class TestShippedLists:
    """The lists of the package."""

    @pytest.mark.parametrize("name", NAMES)
    def test_can_be_loaded(self, name: str) -> None:
        """Every shipped list has a heading, and no empty or repeated entry."""
        assert load(name) == frozenset(load_ordered(name))

    def test_are_read_once(self) -> None:
        """A list asked for twice is the same object."""
        assert load(NAMES[0]) is load(NAMES[0])

    def test_must_exist(self) -> None:
        """A list that nobody wrote is refused by its name."""
        with pytest.raises(LexiconError, match="no list 'nonsense'"):
            load("nonsense")

    def test_without_values_are_no_mappings(self) -> None:
        """A list of bare words cannot be read as a mapping."""
        with pytest.raises(LexiconError, match="no value"):
            load_mapping("naming_nouns")
