"""The lists of verbs that report are what their sources make."""

from __future__ import annotations

import pytest

from make_lexicons import COUNTS, LEXICONS, Usage, additions, counted, counts_text, lists, made_lists, read_counts
from quotetrack.evaluation.gepade import read_gepade
from tests.samples import ROOT

GEPADE = ROOT.parent / "shared" / "gepade" / "train.jsonl"


@pytest.mark.parametrize("name", sorted(made_lists()))
def test_a_list_is_what_its_sources_make(name: str) -> None:
    """A shipped list equals the text made from general knowledge and from the counts of GePaDe."""
    shipped = (LEXICONS / f"{name}.txt").read_text(encoding="utf-8")

    assert shipped == made_lists()[name]


@pytest.mark.skipif(not GEPADE.is_file(), reason="GePaDe does not lie beside the checkout, so it is not counted anew")
def test_the_counts_are_those_of_gepade() -> None:
    """The kept counts equal those made anew from the speeches."""
    kept = COUNTS.read_text(encoding="utf-8")

    assert kept == counts_text(counted(read_gepade(GEPADE)))


def test_the_counts_are_read_as_they_were_written() -> None:
    """Counts written and read are equal."""
    counts = read_counts(COUNTS)

    assert counts == {
        verb: Usage(int(messages), int(clauses))
        for verb, messages, clauses in (
            line.split("\t") for line in counts_text(counts).splitlines() if not line.startswith("#")
        )
    }


def test_clauses_are_added_to_a_verb_that_often_governs_them() -> None:
    """Five clauses that are a third of the messages add dass-clauses; fewer do not."""
    entries = {"erwarten": ("z", "speech_or_thought"), "bitten": ("z", "speech"), "rufen": ("-", "speech")}
    counts = {"erwarten": Usage(15, 5), "bitten": Usage(40, 5), "rufen": Usage(5, 5)}
    expected = {"erwarten": ("dz", "speech_or_thought"), "rufen": ("d", "speech")}

    assert expected == dict(additions(entries, counts, set()))


def test_a_verb_that_only_the_speeches_show_is_added_unless_it_is_one_of_knowledge() -> None:
    """Three clauses that are more than half of the messages make a new verb of saying."""
    counts = {"unken": Usage(4, 3), "wissen": Usage(4, 3), "lesen": Usage(8, 3)}

    assert {"unken": ("d", "speech")} == dict(additions({}, counts, {"wissen"}))


def test_a_list_is_sorted_as_in_a_dictionary_below_its_heading() -> None:
    """Umlauts are sorted as their vowels; the columns follow the word."""
    knowledge = {
        "reporting_verbs": {"heading": "\nVerbs.\n", "classes": {"dv speech": "zetern äußern", "d thought": "ahnen"}},
        "knowledge_verbs": {"heading": "\nFacts.\n", "classes": {"": "wissen"}},
    }
    expected = "# Verbs.\nahnen\td\tthought\näußern\tdv\tspeech\nzetern\tdv\tspeech\n"

    assert expected == lists(knowledge, {})["reporting_verbs"]
