"""The grammar of quotation marks: the cases as data, and what holds for every text."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import ConventionError
from quotetrack.quotation_marks import (
    CONVENTIONS,
    MARK_CHARACTERS,
    Convention,
    blocks,
    convention_named,
    pair,
)
from quotetrack.quotation_marks.marking import MarkedPassage
from tests.marking_properties import (
    OF_ANY_TEXT,
    OF_MARKED_TEXT,
    Sides,
    spared,
    streamed,
    written_otherwise,
)
from tests.strategies import (
    DIRECTED,
    DamagedText,
    MarkedText,
    any_texts,
    damaged_texts,
    marked_texts,
    texts_of,
)

FOLDER = Path(__file__).parent / "cases" / "marks"
EXCHANGEABLE = tuple(known for known in DIRECTED if known.name in ("german", "guillemets", "swiss", "english"))


# --- Cases as data ---


def described(passage: MarkedPassage, text: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Describe a passage as the cases do, with what the case asks for."""
    known = {
        "text": passage.of(text),
        "content": list(passage.contents(text)),
        "convention": passage.convention.name,
        "closed": passage.closer is not None,
    }
    description = {key: value for key, value in known.items() if key in asked}
    if passage.continues is not None:
        description["continues"] = passage.continues
    if passage.children or "inside" in asked:
        description["inside"] = outlined(passage.children, text, asked.get("inside", []))
    return description


def outlined(passages: tuple[MarkedPassage, ...], text: str, asked: list[Any]) -> list[dict[str, Any]]:
    """Describe passages beside one another, each with what the case asks for."""
    known = [full(item) for item in asked] + [full("")] * len(passages)
    return [described(passage, text, item) for passage, item in zip(passages, known, strict=False)]


def full(item: str | dict[str, Any]) -> dict[str, Any]:
    """Return an expected passage in its long form: text, whether it is closed, what is within."""
    short: dict[str, Any] = {"text": item} if isinstance(item, str) else dict(item)
    if "inside" in short:
        short["inside"] = [full(inner) for inner in short["inside"]]
    return {"closed": True, **short}


def cases(name: str) -> list[Any]:
    """Read the cases of one origin; those that are known to fail must fail."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    marks = [pytest.mark.xfail(reason=known["why"]) if "why" in known else () for known in found]
    return [
        pytest.param(known, id=f"{name}-{known['id']}", marks=mark) for known, mark in zip(found, marks, strict=True)
    ]


ORIGINS = sorted(file.stem for file in FOLDER.glob("*.jsonl"))
CASES = [known for origin in ORIGINS for known in cases(origin)]
SOUND = [known for origin in ORIGINS if origin != "known_failures" for known in cases(origin)]


class TestCases:
    """The invented cases, a specification that can be read."""

    @pytest.mark.parametrize("case", CASES)
    def test_passages(self, case: dict[str, Any]) -> None:
        """A case has the passages it says, nested as it says, and no others."""
        expected = [full(item) for item in case["passages"]]
        assert expected == outlined(pair(case["text"]).passages, case["text"], case["passages"])

    @pytest.mark.parametrize("case", SOUND)
    def test_other_marks(self, case: dict[str, Any]) -> None:
        """Every mark of a case that neither opens nor closes is reported for what it is."""
        found = [[other.span.of(case["text"]), other.kind] for other in pair(case["text"]).others]
        assert case.get("others", []) == found

    @pytest.mark.parametrize("case", SOUND)
    def test_assumptions(self, case: dict[str, Any]) -> None:
        """What is assumed about a case is reported, in text order, and nothing else is."""
        assert case.get("assumed", []) == [known.kind for known in pair(case["text"]).assumptions]


# --- What callers rely on ---


class TestConventions:
    """The table of conventions, and what is said about those of a text."""

    def test_have_names_of_their_own(self) -> None:
        """No two conventions share a name, or both signs."""
        names = {known.name for known in CONVENTIONS}
        signs = {(known.opener, known.closer) for known in CONVENTIONS}
        assert (len(CONVENTIONS), len(CONVENTIONS)) == (len(names), len(signs))

    def test_are_found_by_name(self) -> None:
        """A name stands for the convention that bears it."""
        assert list(CONVENTIONS) == [convention_named(known.name) for known in CONVENTIONS]

    def test_must_be_known(self) -> None:
        """A name that no convention bears is refused, with the names there are."""
        with pytest.raises(ConventionError, match="no convention 'klingonisch'; there are german, "):
            pair("„Ja“", "klingonisch")

    def test_of_a_text_are_counted(self) -> None:
        """The conventions of a text are reported, the most frequent first, with how many left no doubt."""
        expected = [("german", 3, 2), ("swiss", 1, 1)]
        found = pair("„Ja“, „nein“ und „doch, dazu «vielleicht».").conventions
        assert expected == [(use.convention.name, use.passages, use.certain) for use in found]

    def test_of_a_text_are_more_or_less_certain(self) -> None:
        """How sure a convention is, is the share of its passages that left no doubt."""
        expected = 0.5
        assert expected == pair("„Ja“ und „nein").conventions[0].certainty

    @pytest.mark.parametrize(
        ("text", "name", "expected"),
        [
            ("Er rief »Halt und «Nein» laut.", None, ["«Nein»"]),
            ("Er rief »Halt« und «Nein» laut.", "swiss", ["«Nein»"]),
            ("Er rief «Halt» und »Nein« laut.", "guillemets", ["»Nein«"]),
            ("Er rief „Halt“ und “Nein” laut.", "english", ["“Nein”"]),
            ('Er rief "Halt" laut.', "ascii", ['"Halt"']),
            ("Ott: „Wir.\n\nGehen “jetzt.", None, []),
            ("Ott: „Wir.\n\nGehen “jetzt.", "german", ["„Wir.\n\nGehen “"]),
        ],
    )
    def test_can_be_given(self, text: str, name: str | None, expected: list[str]) -> None:
        """A given convention settles what its signs do, whatever their surroundings say."""
        found = [passage.of(text) for passage in pair(text, name).all_passages() if passage.closer]
        assert expected == found

    def test_can_be_given_as_objects(self) -> None:
        """A convention can be given by its name or itself."""
        text = "»Ja« «nein»"
        assert pair(text, "swiss") == pair(text, convention_named("swiss"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("»Ja« und »Ja«. Rufe wie A»Nein«B.", ["»Ja«", "»Ja«", "»Nein«"]),
            ("«Ja» und «Ja». Rufe wie A«Nein»B.", ["«Ja»", "«Ja»", "«Nein»"]),
            ("«Ja» und «Ja». Dann A » B und C « D » E.", ["«Ja»", "«Ja»", "« D »"]),
            ("»Ja« und »Ja«. Dann A « B und C » D « E.", ["»Ja«", "»Ja«", "» D «"]),
        ],
    )
    def test_of_a_text_settle_doubtful_signs(self, text: str, expected: list[str]) -> None:
        """A guillemet between spaces opens or closes as the clear ones of the text do."""
        assert expected == [passage.of(text) for passage in pair(text).passages]


class TestMarking:
    """What pairing returns."""

    def test_of_equal_texts_are_equal(self) -> None:
        """The same text gives an equal marking with the same hash."""
        one, other = pair("„Er sagte ‚nein‘“"), pair("„Er sagte ‚nein‘“")
        assert (one == other, hash(one) == hash(other)) == (True, True)

    def test_of_other_texts_differ(self) -> None:
        """Passages that differ only within make markings differ."""
        one, other = pair("„Er sagte ‚nein‘“"), pair("„Er sagte ,nein'“")
        assert one != other

    def test_of_other_texts_hash_otherwise(self) -> None:
        """Markings can be told apart by their hashes."""
        assert hash(pair("„Ja“")) != hash(pair("„Nein“"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("„Wir bleiben“, sagte Ott.", (False, False)),
            ("„Wir bleiben, sagte Ott.", (True, False)),
            ("„Wir bleiben. Das sagte Ott.", (False, True)),
            ("„Wir bleiben.\n\n„Und zwar lange.", (False, False)),
        ],
    )
    def test_knows_where_an_end_is_lost(self, text: str, expected: tuple[bool, bool]) -> None:
        """The end of a passage that nothing closes is lost unless its frame, or a further paragraph, shows it."""
        passage = pair(text).passages[0]
        assert expected == (passage.is_framed, passage.end_is_lost)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("„Ja.", [(0, "nothing closes the passage; it ends with its paragraph or before the next")]),
            ("„Ja, sagte Ott.", [(0, "nothing closes the passage; it ends before the clause that reports it")]),
            ("„„Ja““", [(0, "the opening mark stands more than once"), (4, "the closing mark stands more than once")]),
            ("„A.\n\n„B.“", [(5, "the mark only repeats the opener at a new paragraph")]),
            ("„A.\n\nB.“", [(7, "the mark closes a passage of an earlier paragraph")]),
            ("Ja“", [(2, "a closing mark that nothing opened")]),
            ("„Ja''", [(3, "the closing mark belongs to another convention")]),
            (
                'Er rief " Ja "laut',
                [
                    (8, "the surroundings do not show that the mark opens"),
                    (13, "the surroundings suggest that the mark opens"),
                ],
            ),
        ],
    )
    def test_says_in_words_what_is_assumed(self, text: str, expected: list[tuple[int, str]]) -> None:
        """What pairing assumed is said in words, at the mark that it is about."""
        assert expected == [(known.offset, known.words) for known in pair(text).assumptions]

    def test_is_no_text(self) -> None:
        """A marking is not equal to anything else."""
        assert pair("") != ""

    def test_nests_to_any_depth(self) -> None:
        """Passages nest deeper than Python calls functions, and can be walked and compared."""
        depth = 5_000
        text = "„A " * depth + "“" * depth
        marking = pair(text)
        depths = [passage.depth for passage in marking.all_passages()]
        assert (list(range(depth)), True) == (depths, marking == pair(text))

    def test_accounts_for_all_signs_of_the_table(self) -> None:
        """Every character of every sign is a mark character, but for the comma."""
        characters = {character for known in CONVENTIONS for character in known.opener + known.closer}
        expected = {","}
        assert expected == characters - MARK_CHARACTERS

    def test_reads_its_passages_from_the_text(self) -> None:
        """A passage and its contents are slices of the text."""
        text = "Ott: „Eins.\n\n„Zwei.“ Ende."
        passage = pair(text).passages[0]
        expected = ("„Eins.\n\n„Zwei.“", ("Eins.", "Zwei."))
        assert expected == (passage.of(text), passage.contents(text))


class TestBlocks:
    """The blocks of a text."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", [""]),
            ("Eins.", ["Eins."]),
            ("Eins.\n\nZwei.\nDrei.", ["Eins.\n\n", "Zwei.\n", "Drei."]),
            ("Eins\n„Zwei“\nDrei", ["Eins\n„Zwei“\n", "Drei"]),
            ("Er: „Eins.\n\nZwei“\nDrei", ["Er: „Eins.\n\nZwei“\n", "Drei"]),
            ("Er: „Eins.\n\nZwei.\nDrei“\nVier", ["Er: „Eins.\n\nZwei.\nDrei“\n", "Vier"]),
            ("Er: „Eins.\n\nZwei.", ["Er: „Eins.\n\n", "Zwei."]),
            ("» Eins\n» Zwei", ["» Eins\n", "» Zwei"]),
        ],
    )
    def test_end_where_nothing_is_open(self, text: str, expected: list[str]) -> None:
        """A block ends with a paragraph, if no passage is open and the next does not begin with one."""
        assert expected == [block.of(text) for block in blocks(text)]


# --- What holds for every text ---


class TestProperties:
    """What holds for every text."""

    @pytest.mark.parametrize("holds", OF_ANY_TEXT, ids=lambda known: known.__name__)
    @given(text=any_texts())
    def test_any_text(self, holds: Callable[[str], Sides], text: str) -> None:
        """The property holds for any Unicode text."""
        expected, actual = holds(text)
        assert expected == actual

    @pytest.mark.parametrize("holds", OF_ANY_TEXT, ids=lambda known: known.__name__)
    @given(damaged=damaged_texts())
    def test_damaged_text(self, holds: Callable[[str], Sides], damaged: DamagedText) -> None:
        """The property holds for damaged German text."""
        expected, actual = holds(damaged.text)
        assert expected == actual

    @pytest.mark.parametrize("holds", OF_MARKED_TEXT, ids=lambda known: known.__name__)
    @given(marked=marked_texts())
    def test_marked_text(self, holds: Callable[[MarkedText], Sides], marked: MarkedText) -> None:
        """The property holds for undamaged text in up to three conventions at once."""
        expected, actual = holds(marked)
        assert expected == actual

    @pytest.mark.parametrize("convention", DIRECTED, ids=lambda known: known.name)
    @given(data=st.data())
    def test_each_convention(self, convention: Convention, data: st.DataObject) -> None:
        """A text in one convention gives back its passages, also when the convention is given."""
        marked = data.draw(marked_texts((convention,)))
        expected, actual = OF_MARKED_TEXT[0](marked)
        assert expected == actual

    @given(damaged_texts())
    def test_damage_stays_in_its_block(self, damaged: DamagedText) -> None:
        """Damage changes nothing outside its block."""
        expected, actual = spared(damaged)
        assert expected == actual

    @given(any_texts(), st.sampled_from(CONVENTIONS))
    def test_blocks_make_a_stream(self, text: str, convention: Convention) -> None:
        """With the convention given, pairing the blocks one by one is pairing the text."""
        expected, actual = streamed(text, convention)
        assert expected == actual

    def test_blocks_are_those_of_the_convention_given(self) -> None:
        """Where » closes, a passage that would run over two paragraphs is two slips in two blocks."""
        text = "Er rief »Ja.\n\nNein.« Dann ging er."

        assert [text] == [block.of(text) for block in blocks(text)]
        assert ["Er rief »Ja.\n\n", "Nein.« Dann ging er."] == [block.of(text) for block in blocks(text, "swiss")]

    @given(damaged_texts(), st.sampled_from(CONVENTIONS))
    def test_blocks_of_damaged_text_make_a_stream(self, damaged: DamagedText, convention: Convention) -> None:
        """The same holds for damaged German text."""
        expected, actual = streamed(damaged.text, convention)
        assert expected == actual

    @given(st.sampled_from(list(permutations(EXCHANGEABLE, 2))), st.data())
    def test_conventions_can_be_exchanged(
        self, conventions: tuple[Convention, Convention], data: st.DataObject
    ) -> None:
        """A text whose only marks are those of one convention keeps its structure in another."""
        one, other = conventions
        expected, actual = written_otherwise(data.draw(texts_of(one)), one, other)
        assert expected == actual

    @given(marked_texts((convention_named("german"),)), st.sampled_from(EXCHANGEABLE[1:]))
    def test_german_can_be_written_otherwise(self, marked: MarkedText, other: Convention) -> None:
        """German text keeps its structure in guillemets, in Swiss and in English marks."""
        expected, actual = written_otherwise(marked.text, convention_named("german"), other)
        assert expected == actual
