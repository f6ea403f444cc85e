"""Trees are trees, their walks find what they promise, and CoNLL-U is read where it fits the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import ParseError
from quotetrack.spans import Span
from quotetrack.syntax import (
    MARKERS,
    SUBJECTS,
    Document,
    Sentence,
    Word,
    checked,
    features_of,
    read_conllu,
    span_of,
)

TEXT = "Ott sagte zum Rat, es sei gut."
CONLLU = """\
# text = Ott sagte zum Rat, es sei gut.
1\tOtt\tOtt\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_
2\tsagte\tsagen\tVERB\t_\tVerbForm=Fin|Mood=Ind\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\t_\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
5\tRat\tRat\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t9\tpunct\t_\t_
7\tes\tes\tPRON\t_\t_\t9\tnsubj\t_\t_
8\tsei\tsein\tAUX\t_\tMood=Sub|VerbForm=Fin\t9\tcop\t_\t_
8.1\tLeer\t_\t_\t_\t_\t_\t_\t_\t_
9\tgut\tgut\tADJ\t_\t_\t2\tccomp\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def _word(index: int, head: int, relation: str = "dep") -> Word:
    return Word(index, f"w{index}", "w", "X", {}, head, relation, Span(index * 2, index * 2 + 1))


def _sentence(*heads: int) -> Sentence:
    return Sentence(tuple(_word(index, head) for index, head in enumerate(heads, start=1)))


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    """Draw a tree: every word hangs on one that was hung before."""
    order = draw(st.permutations(range(1, draw(st.integers(1, 9)) + 1)))
    heads = {order[0]: 0}
    for place, index in enumerate(order[1:], start=1):
        heads[index] = draw(st.sampled_from(order[:place]))
    return _sentence(*(heads[index] for index in sorted(heads)))


class TestTrees:
    """A checked sentence is a tree, and its walks cover it."""

    @given(trees())
    def test_a_tree_passes(self, sentence: Sentence) -> None:
        """Every tree is one."""
        assert sentence == checked(sentence)

    @given(trees())
    def test_the_subtree_of_the_root_is_the_sentence(self, sentence: Sentence) -> None:
        """All words lie below the root."""
        assert sentence.words == sentence.subtree(sentence.root)

    @given(trees())
    def test_heads_and_children_agree(self, sentence: Sentence) -> None:
        """A word is among the children of its head, and of no other word."""
        for word in sentence.words:
            parents = [other for other in sentence.words if word in sentence.children(other)]

            assert parents == ([] if (head := sentence.head(word)) is None else [head])

    @given(trees())
    def test_ancestors_lead_to_the_root(self, sentence: Sentence) -> None:
        """The ancestors of a word are those in whose subtrees it lies."""
        for word in sentence.words:
            above = {other.index for other in sentence.words if other != word and word in sentence.subtree(other)}

            assert above == {other.index for other in sentence.ancestors(word)}

    @pytest.mark.parametrize(
        ("heads", "complaint"),
        [
            ((2, 1), "has not exactly one root"),
            ((0, 0), "has not exactly one root"),
            ((0, 3, 2), "has a cycle"),
            ((0, 2), "word 2 .* has index 2 and head 2"),
            ((0, 7), "word 2 .* has index 2 and head 7"),
        ],
        ids=["no-root", "two-roots", "cycle", "own-head", "outside"],
    )
    def test_what_is_no_tree_is_refused(self, heads: tuple[int, ...], complaint: str) -> None:
        """A graph with another shape is an error that names the place."""
        with pytest.raises(ParseError, match=complaint):
            checked(_sentence(*heads))

    def test_words_are_numbered_in_order(self) -> None:
        """A word whose number is not its place is an error."""
        with pytest.raises(ParseError, match=r"word 1 .* has index 2"):
            checked(Sentence((_word(2, 0),)))


class TestWalks:
    """The questions that rules ask a sentence."""

    @pytest.fixture
    def sentence(self) -> Sentence:
        """Read a sentence with a contraction, a Konjunktiv and an empty node."""
        return read_conllu(CONLLU, TEXT).sentences[0]

    def test_a_child_is_found_by_its_relation(self, sentence: Sentence) -> None:
        """The first dependent of a relation is found, None where there is none."""
        subject = sentence.child(sentence.root, SUBJECTS)

        assert (subject, sentence.child(sentence.root, MARKERS)) == (sentence.word(1), None)

    def test_branches_can_be_left_out(self, sentence: Sentence) -> None:
        """A subtree without clauses ends before the clause."""
        words = sentence.subtree(sentence.root, without=frozenset({"ccomp"}))

        assert [word.text for word in words] == ["Ott", "sagte", "zu", "dem", "Rat", "."]

    def test_words_of_a_stretch_are_found(self, sentence: Sentence) -> None:
        """The words within a span are those that lie in it whole."""
        assert [word.text for word in sentence.within(Span(4, 20))] == ["sagte", "zu", "dem", "Rat", ","]

    def test_finite_and_subjunctive_are_read_off_the_features(self, sentence: Sentence) -> None:
        """The tagger says what is finite and what is a Konjunktiv."""
        found = [(word.text, word.is_subjunctive) for word in sentence.words if word.is_finite]

        assert found == [("sagte", False), ("sei", True)]

    def test_a_document_yields_its_words(self, sentence: Sentence) -> None:
        """The words of a document are those of its sentences."""
        assert [*sentence.words, *sentence.words] == list(Document((sentence, sentence)).words())

    def test_words_have_a_span(self, sentence: Sentence) -> None:
        """Words span from the first to the last, in whatever order they come."""
        assert Span(0, 9) == span_of([sentence.word(2), sentence.word(1)])

    def test_no_words_have_none(self) -> None:
        """The span of no words is an error."""
        with pytest.raises(ValueError, match="empty"):
            span_of([])


class TestConllu:
    """CoNLL-U is read into places of the text."""

    def test_every_token_is_the_slice(self) -> None:
        """A word is where its token stands; the words of a contraction share its place."""
        words = read_conllu(CONLLU, TEXT).sentences[0].words
        found = [word.span.of(TEXT) for word in words]

        assert found == ["Ott", "sagte", "zum", "zum", "Rat", ",", "es", "sei", "gut", "."]

    @pytest.mark.parametrize("spaces", ["", " ", "\n\n\t", "\N{NO-BREAK SPACE}"])
    def test_white_space_may_differ(self, spaces: str) -> None:
        """Any white space may stand between tokens."""
        text = spaces + TEXT.replace(" ", spaces or " ") + spaces
        [sentence] = read_conllu(CONLLU, text).sentences

        assert all(
            before.span.end <= after.span.start or before.span == after.span
            for before, after in pairwise(sentence.words)
        )
        assert sentence.span.of(text) == text.strip()

    def test_sentences_follow_each_other(self) -> None:
        """A blank line ends a sentence, with whatever line ends."""
        document = read_conllu(f"{CONLLU}\n{CONLLU}\n\n".replace("\n", "\r\n"), f"{TEXT}\n{TEXT}")

        assert [Span(0, 30), Span(31, 61)] == [sentence.span for sentence in document.sentences]

    def test_nothing_is_a_document_without_sentences(self) -> None:
        """An empty parse of an empty text is one."""
        assert Document(()) == read_conllu("", "")

    @pytest.mark.parametrize(
        ("conllu", "text", "complaint"),
        [
            (CONLLU, "Ott sprach zum Rat, es sei gut.", "offset 4: the token 'sagte' is not where the text goes on"),
            (CONLLU, "", "offset 0: the token 'Ott' is not where"),
            ("1\tNein\n", "Nein", "a CoNLL-U line has 2 columns, not 10"),
            ("1\tNein\t_\t_\t_\t_\tx\troot\t_\t_\n", "Nein", "is no number"),
            ("x\tNein\t_\t_\t_\t_\t0\troot\t_\t_\n", "Nein", "is no number"),
            ("1\tNein\t_\t_\t_\t_\t1\troot\t_\t_\n", "Nein", "has index 1 and head 1"),
            ("1.1\tNein\t_\t_\t_\t_\t_\t_\t_\t_\n", "Nein", "has no words"),
        ],
        ids=["other-text", "no-text", "columns", "head", "index", "tree", "empty-nodes"],
    )
    def test_what_does_not_fit_is_refused(self, conllu: str, text: str, complaint: str) -> None:
        """A parse of another text, or a broken one, is an error that says where."""
        with pytest.raises(ParseError, match=complaint):
            read_conllu(conllu, text)


@pytest.mark.parametrize(
    ("column", "expected"),
    [("_", {}), ("", {}), ("Case=Nom", {"Case": "Nom"}), ("Case=Nom|Typo", {"Case": "Nom"}), ("A=B=C", {"A": "B=C"})],
)
def test_features_are_read(column: str, expected: dict[str, str]) -> None:
    """A feature column is pairs; what is no pair is passed over."""
    assert expected == features_of(column)
