"""Classes of marked passages: the cases by the text alone, and what a parse or the caller adds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from quotetrack.passages import Passage, classify
from quotetrack.passages.rules import RULES, UNDECIDED
from quotetrack.passages.surroundings import Cover, surroundings_of, tokens
from quotetrack.quotation_marks import pair
from quotetrack.spans import Span
from quotetrack.syntax import read_conllu
from tests.strategies import any_texts

FOLDER = Path(__file__).parent / "cases" / "passages"


def classed(text: str, conllu: str | None = None, **known: list[Span]) -> list[list[str]]:
    """Return the class of each passage of a text, and the rule that decided."""
    document = None if conllu is None else read_conllu(conllu, text)
    return [[passage.kind, passage.reason] for passage in classify(text, pair(text), document, **known)]


def cases() -> list[Any]:
    """Read the cases; those that are known to fail must fail."""
    found = []
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            mark = pytest.mark.xfail(reason=case["why"]) if "why" in case else ()
            found.append(pytest.param(case, id=f"{file.stem}-{case['id']}", marks=mark))
    return found


def conllu(*rows: str) -> str:
    """Write a parse from rows of form, tag, head and relation; the lemma is the form unless it follows a slash."""
    lines = []
    for number, row in enumerate(rows, start=1):
        form, tag, head, relation = row.split()
        text, _, lemma = form.partition("/")
        lines.append(f"{number}\t{text}\t{lemma or text}\t{tag}\t_\t_\t{head}\t{relation}\t_\t_")
    return "\n".join(lines) + "\n"


class TestCases:
    """The invented cases."""

    @pytest.mark.parametrize("case", cases())
    def test_classes(self, case: dict[str, Any]) -> None:
        """Each passage of a case has the class it should, by the rule it should."""
        assert case["classes"] == classed(case["text"])

    def test_show_every_rule_of_the_text(self) -> None:
        """Every rule that needs no parse decides some case."""
        needs_more = {
            "governed_by_a_cue",
            "in_known_report",
            "name_in_the_clause",
            "noun_set_apart",
            "governed_by_a_verb",
        }
        shown = {rule for case in cases() for _, rule in case.values[0]["classes"]}
        assert {rule.__name__ for rule in RULES} | {UNDECIDED} == shown | needs_more


class TestParse:
    """What a parse adds to the text."""

    SUBJECT = ("Die DET 3 det", "„ PUNCT 3 punct", "Ilm NOUN 5 nsubj", "“ PUNCT 3 punct", "sank VERB 0 root")

    def test_knows_subjects(self) -> None:
        """A passage that begins with a capital and is the subject is a name."""
        assert [["name", "name_in_the_clause"]] == classed("Die „Ilm“ sank", conllu(*self.SUBJECT))

    def test_knows_appositions(self) -> None:
        """A passage that begins with a capital and stands as an apposition is a name."""
        rows = ("Ott PROPN 0 root", "„ PUNCT 3 punct", "Ilm PROPN 1 appos", "“ PUNCT 3 punct")
        assert [["name", "name_in_the_clause"]] == classed("Ott „Ilm“", conllu(*rows))

    def test_knows_what_stands_beside_a_name(self) -> None:
        """A passage that begins with a capital and is coordinated with a name is one."""
        rows = ("Ohrn PROPN 0 root", "und CCONJ 4 cc", "„ PUNCT 4 punct", "Ilm NOUN 1 conj", "“ PUNCT 4 punct")
        assert [["name", "name_in_the_clause"]] == classed("Ohrn und „Ilm“", conllu(*rows))

    def test_knows_common_nouns(self) -> None:
        """A single common noun that is neither is set apart in irony."""
        rows = (
            "Das PRON 6 nsubj",
            "ist AUX 6 cop",
            "ein DET 6 det",
            "echtes ADJ 6 amod",
            "„ PUNCT 6 punct",
            "Wunder NOUN 0 root",
            "“ PUNCT 6 punct",
        )
        assert [["irony", "noun_set_apart"]] == classed("Das ist ein echtes „Wunder“", conllu(*rows))

    def test_knows_the_verb_above(self) -> None:
        """A small word below a reporting verb that the text alone does not know is somebody's."""
        text = "Ott maunzte über das „gute“ Bad"
        rows = (
            "Ott PROPN 2 nsubj",
            "maunzte/klagen VERB 0 root",
            "über ADP 8 case",
            "das DET 8 det",
            "„ PUNCT 6 punct",
            "gute ADJ 8 amod",
            "“ PUNCT 6 punct",
            "Bad NOUN 2 obl",
        )
        assert [["fragment", "governed_by_a_verb"]] == classed(text, conllu(*rows))

    def test_changes_nothing_where_it_has_no_word(self) -> None:
        """A parse that has no word of the passage leaves the text to decide."""
        text = "Ja. Das ist ein „gutes“ Zeichen"
        assert classed(text) == classed(text, conllu("Ja INTJ 0 root"))


class TestKnown:
    """What the caller knows adds to the text."""

    TEXT = "Das ist ein „gutes“ Zeichen für das „Haus“."

    def test_reports(self) -> None:
        """In what is known to be reported speech, small words are somebody's, and names stay names."""
        expected = [["fragment", "in_known_report"], ["name", "shaped_like_a_name"]]
        assert expected == classed(self.TEXT, reported=[Span(0, len(self.TEXT))])

    def test_cues(self) -> None:
        """What a cue is known to govern is somebody's, also a name."""
        expected = [["undecided", UNDECIDED], ["fragment", "governed_by_a_cue"]]
        assert expected == classed(self.TEXT, cued=[Span(self.TEXT.index("„Haus"), len(self.TEXT))])

    def test_cues_of_whole_clauses(self) -> None:
        """Many words that a cue governs are a quotation, and no fragment."""
        text = "„Haus Hof Garten Keller Dach Schuppen“"
        assert [["quotation", "governed_by_a_cue"]] == classed(text, cued=[Span(0, len(text))])


class TestClassify:
    """What holds for every text."""

    @given(any_texts())
    def test_classes_every_passage(self, text: str) -> None:
        """Every passage of any text has a class, in the order of the marking."""
        marking = pair(text)
        expected = list(marking.all_passages())
        assert expected == [passage.marked for passage in classify(text, marking)]

    @given(any_texts())
    def test_shows_evidence_in_the_text(self, text: str) -> None:
        """The evidence for a class lies in the text."""
        found = [span for passage in classify(text, pair(text)) for span in passage.evidence]
        assert [] == [span for span in found if span.end > len(text)]

    def test_needs_no_more_time_for_more_passages(self) -> None:
        """Thousands of passages in one paragraph are classed, each by its own window of text."""
        text = "Ott nannte das „gut“ und das „schlecht“, " * 2_000
        kinds = {passage.kind for passage in classify(text, pair(text))}
        expected = {"fragment"}
        assert expected == kinds

    def test_says_whether_somebody_said_it(self) -> None:
        """Quotations and fragments are said by somebody, names and undecided words are not."""
        text = "Der Film „Ebbe“: „Nein!“ Ott nannte das „gut“. Ein „rotes“ Haus."
        expected = [("title", False, True), ("quotation", True, False), ("fragment", True, False)]
        expected.append(("undecided", False, False))
        found = [(known.kind, known.is_quotation, known.is_name) for known in classify(text, pair(text))]
        assert expected == found

    def test_gives_evidence(self) -> None:
        """The word that decided is the evidence."""
        text = "Der Film „Ebbe“ läuft."
        passage: Passage = classify(text, pair(text))[0]
        assert ["Film"] == [span.of(text) for span in passage.evidence]


class TestSurroundings:
    """The text around a passage."""

    def test_end_with_the_sentence(self) -> None:
        """The sentence around a passage ends at stops, not at abbreviations and ordinals."""
        text = "Erst dies. Am 3. Mai sagte Dr. Ott „nein“ z. B. zu Kern. Dann das."
        expected = "Am 3. Mai sagte Dr. Ott „nein“ z. B. zu Kern"
        assert expected == surroundings_of(text).sentence.of(text)

    def test_end_with_the_line(self) -> None:
        """The sentence around a passage ends with its line, and so does the paragraph."""
        text = "Oben\nHier „so“ und so. Weiter\nUnten"
        around = surroundings_of(text)
        expected = ("Hier „so“ und so", "Hier „so“ und so. Weiter")
        assert expected == (around.sentence.of(text), around.paragraph.of(text))

    def test_leave_out_what_others_said(self) -> None:
        """Words in other passages are not the author's."""
        around = surroundings_of("Das „eine“ und „das andere“ gilt.")
        assert ["Das", "und", "gilt"] == [word.text for word in around.sentence_words]

    def test_have_the_word_beside(self) -> None:
        """The words beside a passage are those with nothing but a space between."""
        around = surroundings_of("Der Film: „Ebbe“ läuft.")
        assert (None, "läuft") == (around.previous, around.next and around.next.text)

    def test_cover_spans(self) -> None:
        """A cover gives the spans that share a character with a stretch, and the one that holds it."""
        cover = Cover.of([Span(0, 3), Span(5, 8), Span(9, 12)])
        expected = ((Span(5, 8), Span(9, 12)), None, Span(5, 8))
        assert expected == (cover.within(Span(3, 10)), cover.around(Span(3, 10)), cover.around(Span(6, 8)))

    def test_split_words(self) -> None:
        """Hyphens, apostrophes and dots within words do not end them."""
        text = "Dr. Ott's U-Bahn, z.B. 3.000!"
        assert ["Dr", "Ott's", "U-Bahn", "z.B", "3.000"] == [word.text for word in tokens(text, Span(0, len(text)))]
