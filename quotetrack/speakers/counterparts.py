"""Nouns that two people are to each other, so that nobody is both: *der Gast*, *der Gastgeber*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.referents import Referent

_PAIRS: Final = (
    ("Gast", "Gastgeber"), ("Besucher", "Gastgeber"), ("Gast", "Hausherr"), ("Täter", "Opfer"), ("Mieter", "Vermieter"),
    ("Käufer", "Verkäufer"), ("Kläger", "Beklagter"), ("Sieger", "Verlierer"), ("Gewinner", "Verlierer"),
    ("Vorgänger", "Nachfolger"), ("Herausforderer", "Amtsinhaber"), ("Arbeitgeber", "Arbeitnehmer"),
    ("Pächter", "Verpächter"), ("Gläubiger", "Schuldner"), ("Ankläger", "Beschuldigter"), ("Sieger", "Unterlegener"),
    ("Autor", "Übersetzer"), ("Kritiker", "Kritisierter"), ("Finder", "Besitzer"), ("Geber", "Empfänger"),
    ("Fahrer", "Passagier"), ("Fahrer", "Fahrgast"), ("Chauffeur", "Passagier"), ("Chauffeur", "Fahrgast"),
    ("Pilot", "Passagier"), ("Lenker", "Beifahrer"), ("Fahrer", "Beifahrer"), ("Lieferant", "Abnehmer"),
    ("Händler", "Kunde"), ("Wirt", "Gast"), ("Herausforderer", "Titelverteidiger"), ("Arzt", "Patient"),
    ("Lehrer", "Schüler"), ("Meister", "Lehrling"),
    ("Anwalt", "Mandant"), ("Rechtsanwalt", "Mandant"), ("Verteidiger", "Mandant"), ("Anwalt", "Klient"),
)  # fmt: skip


def _counterparts() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in _PAIRS:
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


COUNTERPARTS: Final = _counterparts()


def is_counterpart(person: Referent, chunk: Chunk) -> bool:
    """Say whether the article has called somebody by the counterpart of a noun: no *Gast* is the *Gastgeber*."""
    others = COUNTERPARTS.get("" if chunk.noun is None else chunk.noun.base, frozenset())
    return any(known is not None and known.base in others for known in map(noun_of, person.nouns))
