"""Every mention leads to the person or body behind it, or to the reason why there is no name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve, frozen

from quotetrack.parsing import Parser, StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import Segmentation, segment
from quotetrack.syntax import Document

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
NEW_NAMES = {"Karla": "Wanda", "Brenner": "Kolbitz", "Selma": "Ronja", "Vogtland": "Harmberg"}


def _names(tracker: Tracker, text: str) -> list[str | None]:
    return [record.speaker.name if record.speaker else None for record in tracker.extract(text)]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_mentions_lead_to_names(parser: StanzaParser, text: str, names: list[str | None]) -> None:
    """Surnames, roles, pronouns and statements lead to the fullest name of the article."""
    assert names == _names(Tracker(parser), text)


def test_kind_role_and_affiliation(parser: StanzaParser) -> None:
    """Spokespeople are people, their body is the affiliation."""
    [record] = Tracker(parser).extract("„Der Weg ist frei“, sagte ein Sprecher der Polizei.")

    assert record.speaker is not None
    assert ("anonymous", "Sprecher", "Polizei") == (
        record.speaker.kind, record.speaker.role, record.speaker.affiliation
    )  # fmt: skip
    assert record.reason == "anonymous"


@frozen
class Renaming:
    """A parser that parses a text with the old names and then puts in the new ones, of the same length."""

    inner: Parser
    names: Mapping[str, str]
    name: str = "renaming"

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of the old text with the words of the new one."""
        old = {new: name for name, new in self.names.items()}
        texts = [_renamed(known.text, old) for known in segmentations]
        documents = self.inner.parse([segment(text, pair(text)) for text in texts])
        return [self._with_new_names(document) for document in documents]

    def _with_new_names(self, document: Document) -> Document:
        return Document(
            tuple(
                evolve(
                    sentence,
                    words=tuple(evolve(word, text=self.names.get(word.text, word.text)) for word in sentence.words),
                )
                for sentence in document.sentences
            )
        )


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for name, other in names.items():
        text = text.replace(name, other)
    return text


def test_renaming_changes_nothing_but_the_name(parser: StanzaParser) -> None:
    """With the parse held fixed, other names of the same shape give the same records under the other names."""
    before = _names(Tracker(parser), TWO_WOMEN)
    padded = {old: new for old, new in NEW_NAMES.items() if len(old) == len(new)}
    after = _names(Tracker(Renaming(parser, padded)), _renamed(TWO_WOMEN, padded))

    assert [None if name is None else _renamed(name, padded) for name in before] == after


def test_swapping_independent_paragraphs_changes_no_name(parser: StanzaParser) -> None:
    """Two paragraphs without a reference from one to the other may stand in either order."""
    first = "„Das Wasser steigt“, sagte Hafenmeister Jelto Brenner. „Wir warten ab“, sagte er."
    second = "„Die Schule schließt“, sagte Rektorin Selma Vogtland. Sie sei traurig, sagte die Rektorin."
    tracker = Tracker(parser)

    assert sorted(map(str, _names(tracker, f"{first}\n\n{second}"))) == sorted(
        map(str, _names(tracker, f"{second}\n\n{first}"))
    )
