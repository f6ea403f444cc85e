"""Generates names: one person in two spellings, and two people with names close to each other."""

from __future__ import annotations

from hypothesis import strategies as st

_GIVEN = ("Wanja", "Oleksij", "Jewgenij", "Jürgen", "Zoë", "Łucja", "Nikolaj", "Natascha", "Björn", "Chaled")
_SURNAMES = ("Tschernobrow", "Schapowal", "Wassiljew", "Krähenbühl", "Großkopf", "Żelazny", "Hakverdyan", "Müllerschön")
_ENGLISH = (("tsch", "ch"), ("sch", "sh"), ("w", "v"), ("ij", "iy"), ("j", "y"), ("ch", "kh"))
_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
_OTHER_GIVEN = (
    ("Jan", "Jens"),
    ("Ida", "Ina"),
    ("Karl", "Kurt"),
    ("Mona", "Moritz"),
    ("Petra", "Peter"),
    ("Lea", "Leo"),
)


def _written(name: str, letters: tuple[tuple[str, str], ...]) -> str:
    small = name.lower()
    for one, other in letters:
        small = small.replace(one, other)
    return " ".join(part.title() for part in small.split())


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw one person in two spellings: umlauts written out, a title, capitals, a hyphen lost."""
    name = f"{draw(st.sampled_from(_GIVEN))} {draw(st.sampled_from(_SURNAMES))}"
    change = draw(st.sampled_from(("umlauts", "title", "capitals", "english")))
    if change == "umlauts":
        return name, _written(name, _GERMAN)
    if change == "title":
        return name, f"Prof. Dr. {name}"
    if change == "capitals":
        return name, name.upper()
    return name, _written(name, _ENGLISH[:4])


@st.composite
def two_people(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two people with one surname."""
    one, other = draw(st.sampled_from(_OTHER_GIVEN))
    surname = draw(st.sampled_from(_SURNAMES))
    return f"{one} {surname}", f"{other} {surname}"
