"""The strategies themselves: what they draw is what they say."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from quotetrack.quotation_marks import MARK_CHARACTERS, Convention
from tests.strategies import (
    DIRECTED,
    REGULAR,
    Damage,
    DamagedText,
    MarkedText,
    any_text,
    any_texts,
    by_chance,
    damaged_text,
    damaged_texts,
    marked_text,
    marked_texts,
    may_hold,
    text_of,
    texts_of,
)

quick = settings(max_examples=2_000, database=None)
drawn = settings(quick, phases=[Phase.generate])
"""What is found need not be made small."""


class TestMarkedTexts:
    """Undamaged texts and their truth."""

    @given(marked_texts())
    def test_note_where_marks_stand(self, marked: MarkedText) -> None:
        """Every passage begins with the opener and ends with the closer of its convention."""
        signs = {known.name: (known.opener, known.closer) for known in REGULAR}
        expected = [signs[passage.convention] for passage in marked.passages]
        written = [passage.span.of(marked.text) for passage in marked.passages]
        actual = [
            (text[: len(opener)], text[-len(closer) :])
            for text, (opener, closer) in zip(written, expected, strict=True)
        ]
        assert expected == actual

    @given(marked_texts())
    def test_are_in_text_order(self, marked: MarkedText) -> None:
        """Passages come in text order, each before those within it."""
        order = [(passage.span.start, -passage.span.end) for passage in marked.passages]
        assert sorted(order) == order

    @given(marked_texts())
    def test_count_depth(self, marked: MarkedText) -> None:
        """The depth of a passage is the number of passages around it."""
        spans = [passage.span for passage in marked.passages]
        expected = [sum(other.contains(span) for other in spans) - 1 for span in spans]
        assert expected == [passage.depth for passage in marked.passages]

    @given(marked_texts())
    def test_fall_into_blocks(self, marked: MarkedText) -> None:
        """The blocks cover the text and cut no passage."""
        cuts = {block.start for block in marked.blocks}
        cut = [known for known in marked.passages if any(known.span.start < at < known.span.end for at in cuts)]
        assert (marked.text, []) == ("".join(block.of(marked.text) for block in marked.blocks), cut)

    @pytest.mark.parametrize("convention", REGULAR, ids=lambda known: known.name)
    def test_use_every_convention(self, convention: Convention) -> None:
        """Texts in each convention are drawn."""
        marked = find(marked_texts((convention,)), lambda known: bool(known.passages), settings=drawn)
        assert {convention.name} == {passage.convention for passage in marked.passages}

    def test_nest(self) -> None:
        """Passages within passages within passages are drawn."""
        marked = find(marked_texts(), lambda known: any(part.depth == 2 for part in known.passages), settings=quick)
        expected = 2
        assert expected == max(passage.depth for passage in marked.passages)

    def test_span_paragraphs(self) -> None:
        """Passages that open again at each paragraph are drawn."""
        marked = find(
            marked_texts(), lambda known: any(len(part.content_spans) > 1 for part in known.passages), settings=drawn
        )
        assert len(marked.marks) > 2

    def test_are_split(self) -> None:
        """Quotations that a clause interrupts are drawn."""
        marked = find(marked_texts(), lambda known: any(part.continues for part in known.passages), settings=drawn)
        assert len(marked.passages) >= 2


class TestDamagedTexts:
    """Damage in one block."""

    @given(damaged_texts())
    def test_keep_the_text_around_the_block(self, damaged: DamagedText) -> None:
        """Before and after the damaged block the text is the same."""
        block = damaged.sound.blocks[damaged.block]
        sound = damaged.sound.text
        before, after = sound[: block.start], sound[block.end :]
        rest = damaged.text[len(damaged.text) - len(after) :]
        assert (before, after) == (damaged.text[: len(before)], rest)

    @given(damaged_texts())
    def test_are_damaged(self, damaged: DamagedText) -> None:
        """A damaged text is not the sound one, unless there was no space to move."""
        assert damaged.text != damaged.sound.text or damaged.damage in ("glued", "wrong side")

    @given(damaged_texts())
    def test_say_what_is_spared(self, damaged: DamagedText) -> None:
        """What is said to be spared is written in the damaged text as it was in the sound one."""
        written = {known.span.of(damaged.sound.text) for known in damaged.sound.passages}
        assert set() == {known.span.of(damaged.text) for known in damaged.spared()} - written

    def test_spare_something(self) -> None:
        """Texts are drawn in which damage to one block leaves passages in another."""
        damaged = find(damaged_texts(), lambda known: len(known.spared()) > 1, settings=drawn)
        assert len(damaged.spared()) > 1


class TestOtherStrategies:
    """Texts without a known truth, and the table of what may hold what."""

    @pytest.mark.parametrize("convention", DIRECTED[:3], ids=lambda known: known.name)
    def test_texts_of_a_convention_hold_its_signs(self, convention: Convention) -> None:
        """A text of a convention can hold its opener and its closer."""
        text = find(
            texts_of(convention),
            lambda known: convention.opener in known and convention.closer in known,
            settings=quick,
        )
        assert len(text) == len(convention.opener) + len(convention.closer)

    def test_any_text_can_be_hostile(self) -> None:
        """Texts of three marks in a row are drawn."""
        many = settings(drawn, max_examples=200_000)
        assert "„„„" in find(any_texts(), lambda known: "„„„" in known, settings=many)

    def test_conventions_that_share_a_character_do_not_nest(self) -> None:
        """A wiki passage cannot hold one in single apostrophes: nobody could tell where which ends."""
        known = {convention.name: convention for convention in REGULAR}
        assert False is may_hold(known["wiki"], known["ascii-inner"])


class TestChance:
    """The same texts, chosen by plain chance."""

    @given(st.integers(0, 2**32))
    def test_marked_texts_are_those_of_the_grammar(self, seed: int) -> None:
        """What chance chooses has its truth, as what hypothesis draws: every passage from its opener to its closer."""
        marked = marked_text(by_chance(seed))
        signs = {known.name: (known.opener, known.closer) for known in REGULAR}
        broken = [
            known
            for known in marked.passages
            if not known.span.of(marked.text).startswith(signs[known.convention][0])
            or not known.span.of(marked.text).endswith(signs[known.convention][1])
        ]
        assert [] == broken

    def test_the_same_seed_gives_the_same_text(self) -> None:
        """A run can be repeated from its seeds."""
        assert damaged_text(by_chance(7)) == damaged_text(by_chance(7))

    def test_every_damage_is_done(self) -> None:
        """Every kind of damage is chosen."""
        choose = by_chance(1)
        assert set(get_args(Damage)) == {damaged_text(choose).damage for _ in range(200)}

    def test_any_text_holds_marks_and_others(self) -> None:
        """Texts of any code points hold marks, and characters from beyond the basic plane."""
        choose = by_chance(1)
        text = "".join(any_text(choose) for _ in range(300))
        assert (True, True) == ("„" in text, max(text) > "\uffff")

    @pytest.mark.parametrize("convention", DIRECTED[:3], ids=lambda known: known.name)
    def test_texts_of_a_convention_hold_no_other_marks(self, convention: Convention) -> None:
        """A text of one convention holds both its signs, and no sign of another."""
        choose = by_chance(1)
        text = "".join(text_of(choose, convention) for _ in range(50))
        marks = {convention.opener, convention.closer}
        assert marks == {character for character in text if character in MARK_CHARACTERS}
