"""Datelines stand before the first sentence of a report and are no part of it."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotetrack.datelines import dateline
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import segment
from quotetrack.spans import Span
from tests.strategies import any_texts

DATELINES = (
    "Berlin (dpa) -",
    "Hamburg (dpa/lno) –",
    "Bern/ATS. -",
    "BERN (awp/sda) -",
    "Zürich (SDA).",
    "WIEN (APA).",
    "BERLIN (AP)",
    "HANNOVER taz |",
    "Kiew, 3. Mai (AFP) –",
    "Genf, den 12. März 2024 (KNA) -",
    "München –",
    "Kiew/Moskau –",
    "(sda)",
    "(dpa) -",
    "Frankfurt/Main (dpa) –",
    "Frankfurt am Main (dpa/lhe) -",
    "New York/Washington (AFP) —",
    "Bad Homburg v. d. Höhe (dpa) -",
    "Rio de Janeiro (Reuters) -",
    "St. Pölten (APA) -",
    "BERLIN.",
    "SEOUL/PEKING -",
    "Stuttgart (dpa-AFX) -",
    "Los Angeles (Kalifornien), 3. Mai 2019 –",
)
"""One of each form."""

FIRST_SENTENCES = ("Die Rätin bleibt.", "„Wir kommen“, sagte Ott.", "17 Häuser brannten.", "Der Zug steht.")


def _found(text: str) -> str | None:
    span = dateline(text, Span(0, len(text)))
    return span.of(text) if span else None


@pytest.mark.parametrize("sentence", FIRST_SENTENCES)
@pytest.mark.parametrize("line", DATELINES)
def test_a_dateline_is_found(line: str, sentence: str) -> None:
    """Place, date, agency and dash are found in every form, before whatever begins the sentence."""
    assert line == _found(f"{line} {sentence}")


@pytest.mark.parametrize(
    "text",
    [
        "Ott - früher Rätin - sagte, die Brücke bleibe.",
        "Angela Ott (CDU) sagte nichts.",
        "Die Ministerin (SPD) - sie kam spät - schwieg.",
        "Union (CDU/CSU) – Die Fraktion tagt.",
        "Der Trainer – Das Spiel ist aus.",
        "Vorstand (SPD). Der Rat tagt.",
        "Berlin bleibt. Der Rat tagt.",
        "Ott: Der Zoll kommt.",
        "EU. Die Kommission tagt.",
        "Nein. Die Stadt zahlt nicht.",
        "Ott sagte der dpa: Der Zug steht.",
        "Das ist neu – Die Zahl steigt.",
    ],
)
def test_a_sentence_has_none(text: str) -> None:
    """Names with an insertion, parties in brackets, speakers before a colon and short sentences are no datelines."""
    assert _found(text) is None


def test_the_sentence_behind_it_is_read_on_its_own() -> None:
    """The parser gets the dateline and the sentence apart."""
    text = "Bern (sda) - Die Rätin bleibt."

    assert ["Bern (sda) -", "Die Rätin bleibt."] == [view.text for view in segment(text, pair(text)).views]


def test_a_headline_has_none() -> None:
    """A name and a dash in a line without a full stop are a headline's own."""
    text = "Lohmann – „Wir bleiben“\n\nDie Rätin bleibt."

    assert "Lohmann – „Wir bleiben“" == segment(text, pair(text)).views[0].text


@given(any_texts())
def test_whatever_is_found_begins_the_paragraph_and_leaves_a_rest(text: str) -> None:
    """A dateline starts where its paragraph does, and something follows it."""
    found = dateline(text, Span(0, len(text)))

    assert found is None or (found.start == 0 and bool(text[found.end :].strip()))
