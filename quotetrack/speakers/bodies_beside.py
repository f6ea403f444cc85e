"""Bodies named behind the comma of what they are here: *die Betreiberin, die Nordostbahn, teilte mit*."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import is_given_name
from quotetrack.quotes.context import Context
from quotetrack.speakers.notes import Notes

OF_BODIES: Final = frozenset(
    "Anbieter Arbeitgeber Auftraggeber Auftragnehmer Ausrichter Bauherr Besitzer Betreiber Eigentümer Eigner Geldgeber"
    " Gesellschafter Gläubiger Herausgeber Hersteller Importeur Inhaber Investor Kläger Konkurrent Käufer Lieferant"
    " Mieter Organisator Produzent Pächter Rivale Sponsor Träger Veranstalter Verkäufer Vermieter Verpächter"
    " Zulieferer".split()
)
"""Nouns for people that say of a body what it has to do with the matter."""


def body_beside(notes: Notes, context: Context, place: int) -> int | None:
    """Return the place of the body that stands in apposition to a noun: *der Träger, | die Caritas Linz, …*."""
    chunks, words = notes.chunks[context.number], context.sentence.words
    chunk, end = chunks[place], notes.end_of(context.number, place)
    noun = chunk.noun
    is_body = noun is not None and (noun.base in OF_BODIES or noun.kind == "organisation")
    if not is_body or chunk.name or not chunk.is_definite or chunk.is_plural:
        return None
    if end >= len(words) or words[end].text != ",":
        return None
    other = next((one for one in range(place + 1, len(chunks)) if chunks[one].first == end + 2), None)
    if other is None or chunks[other].determiner not in ("der", "die", "das", "dem"):
        return None
    last = notes.end_of(context.number, other)
    closes = last >= len(words) or words[last].text in (",", ".") or words[last].masked
    goes_on = chunks[other].noun is not None and not closes and words[last].text[:1].isupper()
    return other if (closes or goes_on) and _is_body(notes, context.number, other) else None


def _is_body(notes: Notes, number: int, place: int) -> bool:
    """Say whether a phrase with an article is the name of a body: *die Nordostbahn*, *der Verein Tierfreunde*."""
    chunk, noun = notes.chunks[number][place], notes.chunks[number][place].noun
    if noun is not None:
        return noun.kind == "organisation"
    return bool(chunk.name) and not chunk.titles and not is_given_name(chunk.name[0].text)
