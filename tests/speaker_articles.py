"""Generates short articles whose speakers are known by construction: names, genders, order and distance vary.

An article has two to four people. A paragraph belongs to one of them: its first sentence names the person, the others
take the name up by surname, *Herr* and *Frau*, office or pronoun, at once or behind sentences in which nobody is named.
A pronoun stands only behind such a name in its own paragraph, so that every reader knows who is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, Literal

from attrs import frozen
from hypothesis import strategies as st

Gender = Literal["f", "m"]
Reference = Literal["full name", "surname", "title", "role", "pronoun"]

_GENDERS: Final[tuple[Gender, ...]] = ("f", "m")
_GIVEN: Final[dict[Gender, tuple[str, ...]]] = {
    "f": (
        "Karla",
        "Selma",
        "Wanda",
        "Ronja",
        "Ina",
        "Leonie",
        "Marit",
        "Dörte",
        "Aylin",
        "Friederike",
        "Beatrix",
        "Olga",
    ),
    "m": ("Jelto", "Henner", "Sandro", "Onno", "Gero", "Thilo", "Urs", "Emre", "Matthias", "Lorenz", "Ruben", "Pavel"),
}
_SURNAMES: Final = (
    "Brenner", "Vogtland", "Kolbitz", "Harmberg", "Oelze", "Jürgens", "Amstad", "Zgraggen", "Yaldiz", "Lohmann",
    "Thoma", "Wendt", "Kolb", "Pohl", "Sievers", "von Rettberg", "Ahlers-Kunz", "Moravec", "Steinlechner", "Quast",
    "Ruckteschell", "Demirel", "Nováková", "Hollmann", "Brehm", "Aksoy",
)  # fmt: skip
_ROLES: Final[dict[Gender, tuple[str, ...]]] = {
    "f": (
        "Bürgermeisterin", "Trainerin", "Umweltministerin", "Anwältin", "Direktorin", "Polizeipräsidentin", "Rektorin",
        "Architektin", "Intendantin", "Gewerkschafterin", "Chefärztin", "Landrätin",
    ),
    "m": (
        "Kämmerer", "Sportchef", "Finanzminister", "Staatsanwalt", "Museumsleiter", "Feuerwehrkommandant", "Pfarrer",
        "Ingenieur", "Regisseur", "Betriebsratschef", "Förster", "Regierungsrat",
    ),
}  # fmt: skip
_DIRECT: Final = (
    "Wir haben lange genug gewartet", "Das Geld reicht nicht", "Die Brücke bleibt offen",
    "So kann es nicht weitergehen", "Niemand wird vergessen", "Das ist ein gutes Zeichen",
    "Die Zahlen sprechen für sich", "Es gibt keinen Grund zur Eile",
)  # fmt: skip
_SUBJUNCTIVE: Final = (
    "die Lage sei ernst", "das Vorhaben komme zu spät", "man habe gründlich gerechnet",
    "der Plan sei nicht vom Tisch", "es gebe noch viele offene Fragen", "die Arbeiten dauerten bis zum Herbst",
    "der Vertrag laufe im Mai aus",
)  # fmt: skip
_FINAL: Final = (
    "die Arbeiten im Mai beginnen", "das Dach erneuert werden muss", "die Kosten gestiegen sind",
    "der Platz gesperrt bleibt", "noch in diesem Jahr entschieden wird",
)  # fmt: skip
_FILLERS: Final = (
    "Der Umbau kostet zwölf Millionen Euro.", "Am Montag begannen die Arbeiten.",
    "Seit Wochen wird darüber gestritten.", "Das Gebäude stammt aus dem Jahr 1911.", "Im Mai fällt die Entscheidung.",
    "Der Saal war bis auf den letzten Platz besetzt.",
)  # fmt: skip
_WORDS: Final = (*_DIRECT, *_SUBJUNCTIVE, *_FINAL)
_VERBS: Final = ("sagte", "betonte", "erklärte")
_BACK: Final[tuple[Reference, ...]] = ("surname", "title", "role")


@frozen
class Person:
    """Somebody who speaks."""

    given: str
    surname: str
    role: str
    gender: Gender

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.surname}"

    def called(self, reference: Reference, *, first: bool) -> str:
        """Return how a sentence calls the person, at its start or within it."""
        if reference == "pronoun":
            word = "sie" if self.gender == "f" else "er"
            return word.capitalize() if first else word
        if reference == "role":
            article = "die" if self.gender == "f" else "der"
            return f"{article.capitalize() if first else article} {self.role}"
        title = "Frau" if self.gender == "f" else "Herr"
        return {"full name": self.name, "surname": self.surname, "title": f"{title} {self.surname}"}[reference]


@frozen
class Said:
    """A quotation: its words, who says them and how that is written, how many sentences after the last mention."""

    words: str
    person: Person
    reference: Reference
    distance: int


@frozen
class SpeakerArticle:
    """A text and what is said in it, in text order."""

    text: str
    said: tuple[Said, ...]
    people: tuple[Person, ...]


@st.composite
def people(draw: st.DrawFn, count: int) -> tuple[Person, ...]:
    """Draw people of whom no two share a surname, a given name or a role."""
    genders: list[Gender] = draw(st.lists(st.sampled_from(_GENDERS), min_size=count, max_size=count))
    surnames = draw(st.lists(st.sampled_from(_SURNAMES), min_size=count, max_size=count, unique=True))
    given = {key: draw(st.permutations(names)) for key, names in _GIVEN.items()}
    roles = {key: draw(st.permutations(names)) for key, names in _ROLES.items()}
    return tuple(
        Person(given[gender][place], surname, roles[gender][place], gender)
        for place, (gender, surname) in enumerate(zip(genders, surnames, strict=True))
    )


@st.composite
def speaker_articles(draw: st.DrawFn) -> SpeakerArticle:
    """Draw an article of three to six paragraphs; the first paragraph of each person introduces them by full name."""
    cast = draw(people(draw(st.integers(2, 4))))
    order = [*cast, *draw(st.lists(st.sampled_from(cast), min_size=1, max_size=2))]
    words = draw(st.permutations(_WORDS))
    paragraphs = [
        draw(_paragraphs(person, words[3 * place : 3 * place + 3], is_new=person not in order[:place]))
        for place, person in enumerate(order)
    ]
    return _article(paragraphs)


@st.composite
def independent_paragraphs(draw: st.DrawFn) -> tuple[SpeakerArticle, SpeakerArticle]:
    """Draw an article in which no paragraph refers to another, and the same with its paragraphs in another order."""
    words = draw(st.permutations(_WORDS))
    paragraphs = [
        draw(_paragraphs(person, words[3 * place : 3 * place + 3], is_new=True))
        for place, person in enumerate(draw(people(draw(st.integers(2, 4)))))
    ]
    return _article(paragraphs), _article(draw(st.permutations(paragraphs)))


def renamed(article: SpeakerArticle) -> dict[str, str]:
    """Return for each name of the people an unused one of the same length, and for given names of the same gender."""
    taken = {part for person in article.people for part in (person.given, person.surname)}
    names: dict[str, str] = {}
    for person in article.people:
        for old, pool in ((person.given, _GIVEN[person.gender]), (person.surname, _SURNAMES)):
            free = [name for name in pool if len(name) == len(old) and name not in taken and " " not in name]
            if free and " " not in old:
                names[old] = free[0]
                taken.add(free[0])
    return names


def _article(paragraphs: Sequence[tuple[str, tuple[Said, ...]]]) -> SpeakerArticle:
    said = tuple(one for _, quotations in paragraphs for one in quotations)
    people_in_order = tuple(dict.fromkeys(one.person for one in said))
    return SpeakerArticle("\n\n".join(text for text, _ in paragraphs), said, people_in_order)


@st.composite
def _paragraphs(draw: st.DrawFn, person: Person, words: Sequence[str], *, is_new: bool) -> tuple[str, tuple[Said, ...]]:
    """Draw a paragraph in which one person says some of the words."""
    sentences: list[str] = []
    said: list[Said] = []
    fillers = iter(draw(st.permutations(_FILLERS)))
    for place, quoted in enumerate(words[: draw(st.integers(1, len(words)))]):
        distance = draw(st.integers(0, 2)) if place else 0
        sentences += islice(fillers, distance)
        if place:
            reference = draw(st.sampled_from((*_BACK, "pronoun", "pronoun")))
        else:
            reference = "full name" if is_new else draw(st.sampled_from(_BACK))
        sentences.append(draw(_sentences(person, reference, quoted)))
        said.append(Said(quoted, person, reference, distance))
    return " ".join(sentences), tuple(said)


@st.composite
def _sentences(draw: st.DrawFn, person: Person, reference: Reference, quoted: str) -> str:
    """Draw a sentence that reports the words, its frame before or behind them."""
    verb = draw(st.sampled_from(_VERBS))
    introduction = f"{person.role} " if reference == "full name" else ""
    first = introduction + person.called(reference, first=True)
    later = introduction + person.called(reference, first=False)
    if quoted in _FINAL:
        return f"{first} {verb}, dass {quoted}."
    if quoted in _DIRECT:
        return draw(st.sampled_from((f"„{quoted}“, {verb} {later}.", f"{first} {verb}: „{quoted}.“")))
    raised = quoted[0].upper() + quoted[1:]
    return draw(st.sampled_from((f"{first} {verb}, {quoted}.", f"{raised}, {verb} {later}.")))
