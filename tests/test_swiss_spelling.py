"""Words in Swiss spelling are given to a parser with ß, and stay what they are in the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotetrack.swiss_spelling import is_swiss, with_sharp_s


@given(st.text(alphabet="abeghiklmnorstuväöüABGS-", max_size=20))
@example("Strassenfussball")
def test_a_word_differs_in_nothing_but_its_double_s(word: str) -> None:
    """What was put in is taken out again: no letter is lost or moved."""
    assert with_sharp_s(word).replace("ß", "ss") == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("liess", "ließ"),
        ("Aussendepartement", "Außendepartement"),
        ("Aussendung", "Aussendung"),
        ("Hauptstrasse", "Hauptstraße"),
        ("Leitungstrasse", "Leitungstrasse"),
        ("einigermassen", "einigermaßen"),
        ("Wassermassen", "Wassermassen"),
        ("Hinweisschild", "Hinweisschild"),
        ("Gebirgspass", "Gebirgspass"),
        ("Grossrätin", "Großrätin"),
    ],
)
def test_ss_behind_a_long_vowel_alone_is_changed(word: str, expected: str) -> None:
    """A double s behind a short vowel, or where two words meet, stays."""
    assert with_sharp_s(word) == expected


def test_a_text_with_a_sharp_s_is_in_no_swiss_spelling() -> None:
    """So that no compound of a German text is taken for a Swiss word."""
    assert not is_swiss("Die Leitungstrasse ist groß.")
