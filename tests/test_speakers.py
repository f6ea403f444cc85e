"""Every mention leads to the person or body behind it, or to the reason why there is no name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quotetrack.articles import Article
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.records import Record
from tests.invariants import check_records

TWO_WOMEN = (
    "Ministerin Karla Brenner lehnt den Bau der Brücke ab. „Das wird zu teuer“, sagte sie am Montag. "
    "Bürgermeisterin Selma Vogtland widersprach. „Wir brauchen die Brücke“, sagte sie.\n\n"
    "Die Ministerin blieb dabei. „Ich habe gerechnet“, sagte Brenner."
)
CASES = [
    ("„Das Wasser steigt“, sagte Hafenmeister Jelto Brenner. „Wir warten ab“, sagte er.", ["Jelto Brenner"] * 2),
    ("„Wir bauen“, sagte Frau Brenner. Karla Brenner leitet die Werft.", ["Karla Brenner"]),
    ("Trainer Jelto Brenner ist zufrieden. „Wir haben gewonnen“, sagte der Coach.", ["Jelto Brenner"]),
    ("„Der Weg ist frei“, sagte ein Sprecher der Polizei.", [None]),
    ("NATO-Botschafter Mark Tessel lobte die Pläne. «CNN» zitiert Tessel: «Das ist gut so.»", ["Mark Tessel"]),
    ("Wladimir Kolb schwieg. Nach Angaben des Ostens sind es 300 Mann.", ["Osten"]),
    ("Es sind 300 Soldaten, die nach Angaben Wiens in Italien übten.", ["Wien"]),
    ("Das ist der Ort, an dem Berichten zufolge Soldaten ausgebildet werden.", [None]),
    ("Nach Angaben der Polizei wurde niemand verletzt.", ["Polizei"]),
    ("„Wir bleiben“, sagte Choe Min Ra. „Wir gehen nicht“, sagte Choe später.", ["Choe Min Ra"] * 2),
    (TWO_WOMEN, ["Karla Brenner", "Selma Vogtland", "Karla Brenner"]),
]
MENTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "speakers" / "mentions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.fixture(scope="module")
def found(parser: StanzaParser) -> Mapping[str, list[Record]]:
    """The records of all cases, by their texts, parsed in one go."""
    texts = dict.fromkeys((*(text for text, _ in CASES), *(case["text"] for case in MENTIONS)))
    tracker = Tracker(parser, batch_articles=len(texts), batch_characters=10**9)
    tracked = tracker.track_articles(Article(str(number), text) for number, text in enumerate(texts))
    return {article.text: records for article, records in tracked if isinstance(article, Article)}


@pytest.mark.parametrize(("text", "names"), CASES)
def test_mentions_lead_to_names(found: Mapping[str, list[Record]], text: str, names: list[str | None]) -> None:
    """Surnames, roles, pronouns and statements lead to the fullest name of the article."""
    assert names == [record.speaker.name if record.speaker else None for record in found[text]]


@pytest.mark.parametrize("case", MENTIONS, ids=lambda case: case["rule"])
def test_speakers_of_invented_cases(found: Mapping[str, list[Record]], case: Mapping[str, Any]) -> None:
    """What was learnt from fresh articles holds in invented sentences of the same shape; records keep the contract."""
    check_records(found[case["text"]], case["text"])
    records = [record for record in found[case["text"]] if record.type != "reported"]
    assert case["names"] == [record.speaker.name if record.speaker else None for record in records]
    if "kinds" in case:
        assert case["kinds"] == [record.speaker.kind if record.speaker else None for record in records]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("„Wir bleiben“, sagt Ott.", "person"), ("Der Umsatz sei gesunken, teilte Arvento mit.", "organisation")],
)
def test_one_unknown_word_is_a_person_where_only_people_speak(parser: StanzaParser, text: str, kind: str) -> None:
    """Who says is a person, who lets know may be a firm."""
    [record] = Tracker(parser).extract(text)
    assert record.speaker is not None
    assert kind == record.speaker.kind


def test_kind_role_and_affiliation(parser: StanzaParser) -> None:
    """Spokespeople are people, their body is the affiliation."""
    [record] = Tracker(parser).extract("„Der Weg ist frei“, sagte ein Sprecher der Polizei.")

    assert record.speaker is not None
    assert ("anonymous", "Sprecher", "Polizei") == (
        record.speaker.kind, record.speaker.role, record.speaker.affiliation
    )  # fmt: skip
    assert record.reason == "anonymous"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Mit dem ukrainischen Präsidenten Pavel Moravec sprach sie. „Wir warten“, sagte er.",
            "ukrainischer Präsident",
        ),
        ("Das Blatt zitiert den Militärexperten Jelto Kolb: „Das ist neu.“", "Militärexperte"),
    ],
)
def test_roles_are_in_the_nominative(parser: StanzaParser, text: str, role: str) -> None:
    """A role is given as an index has it, in whatever case it stands."""
    [record] = Tracker(parser).extract(text)

    assert record.speaker is not None
    assert role == record.speaker.role
