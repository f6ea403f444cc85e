"""What two people are to each other: married, neighbours, head and assistant, counsel and client."""

from __future__ import annotations

from typing import Final

from quotetrack.speakers.chunks import Chunk

#: What two people are to each other alike, by the end of the noun.
_MUTUAL: Final = {
    "nachbar": "neighbours", "kollege": "colleagues", "freund": "friends", "partner": "partners", "bruder": "siblings",
    "schwester": "siblings", "vetter": "cousins", "cousin": "cousins", "cousine": "cousins", "mitstreiter": "allies",
}  # fmt: skip
MARRIED: Final = "married"
SPOUSES: Final = frozenset({"Mann", "Frau", "Ehemann", "Ehefrau", "Gatte", "Gattin"})
RANK: Final = "rank"
"""The tie of somebody with whoever works under them."""
_LEARNERS: Final = "Lehrling Geselle Azubi Auszubildender Praktikant Volontär Doktorand"
LEARNERS: Final = frozenset(_LEARNERS.split())
"""Who learns from whoever is over them, and so is the younger."""
_RANKS: Final = {
    RANK: (
        "Chef Chefin Vorgesetzter Boss Lehrmeister",
        "Stellvertreter Assistent Mitarbeiter Referent Sekretär Gehilfe Angestellter Adjutant Vize Büroleiter Magd "
        + _LEARNERS,
    ),
    "law": ("Anwalt Rechtsanwalt Verteidiger Strafverteidiger Pflichtverteidiger Rechtsbeistand", "Mandant Klient"),
    "care": ("Arzt Hausarzt Therapeut Psychotherapeut Physiotherapeut Pfleger Betreuer Hebamme", "Patient Klient"),
    "school": (
        "Lehrer Ausbilder Lehrmeister Meister Trainer Coach Mentor Doktorvater Doktormutter Professor",
        "Schüler Schützling Student " + _LEARNERS,
    ),
    "house": ("Vermieter", "Mieter"),
    "letters": ("Verleger Lektor", "Autor Schriftsteller"),
}
"""The nouns for who leads, serves or teaches another, and those for the other, by what ties them."""
BY_VERB: Final = {
    "law": ("verteidig", "vertret", "vertritt", "vertrat"),
    "care": ("behandel", "betreu", "pfleg", "operier", "untersuch", "impf"),
    "school": ("unterricht", "trainier", "ausbild", "anlern", "coach", "ausgebild"),
}
"""Beginnings of verbs whose object is the other of two: *Ott verteidigt | Kern*, his *Mandant*."""
_SIDES: Final = {
    noun: tuple((bond, nouns is rows[1]) for bond, rows in _RANKS.items() for nouns in rows if noun in nouns.split())
    for rows in _RANKS.values()
    for noun in " ".join(rows).split()
}


def bond_of(chunk: Chunk) -> str | None:
    """Return what two people are to each other in a phrase such as *ihr Nachbar Kern* or *Otts Mann Urs*."""
    base = chunk.noun.base if chunk.noun is not None else ""
    if base in SPOUSES:
        return MARRIED
    small = base.casefold().removesuffix("in")
    return next((bond for end, bond in _MUTUAL.items() if small.endswith(end)), None)


def sides_of(chunk: Chunk) -> tuple[tuple[str, bool], ...]:
    """Return what ties two people unlike each other, and whether a noun is of who is led: *ihr Chef*, *ihr Mandant*."""
    return _SIDES.get("" if chunk.noun is None else chunk.noun.base, ())
