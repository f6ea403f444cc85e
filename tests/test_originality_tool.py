"""The tool that looks for invented cases too near a sentence of a corpus."""

from __future__ import annotations

import pytest

from check_originality import Corpus, in_order, words


@pytest.fixture
def corpus() -> Corpus:
    """Return two sentences to stay away from."""
    known = Corpus()
    known.add("Der Rat beschloss am Montag den Bau einer neuen Schule am Hang. Ott lobte ihn.")
    return known


def test_six_words_in_a_row_are_too_near(corpus: Corpus) -> None:
    """Whatever stands around them."""
    [near] = corpus.near("Am Abend beschloss am Montag den Bau einer Brücke niemand.")
    assert near.reason == "beschloss am montag den bau einer"


def test_other_nouns_do_not_make_a_sentence_new(corpus: Corpus) -> None:
    """Four in five words in the same order are too near, too."""
    [near] = corpus.near("Der Kreis beschloss am Montag den Kauf einer neuen Schule am Hang.")
    assert near.reason == "83% of the words in order"


def test_another_matter_in_other_words_is_far(corpus: Corpus) -> None:
    """Short stock phrases are no version of anything."""
    assert list(corpus.near("Die Wirtin schloss im Mai. Ott lobte ihn sehr.")) == []


def test_words_in_order_count_each_once() -> None:
    """As in a longest common subsequence."""
    assert in_order(words("Ott baut, und Ott zahlt."), words("Ott zahlt und baut.")) == 2
