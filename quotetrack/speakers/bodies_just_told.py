"""What takes up whatever body was just told of: *Das Kantonale Labor nahm Proben. …, so die Fachstelle*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.wording import nominative_noun

_FIRMS: Final = frozenset(
    "Unternehmen Firma Konzern Betrieb Büro Ingenieurbüro Planungsbüro Architekturbüro Anbieter Dienstleister"
    " Paketdienst Lieferdienst Hersteller Händler Kette Versorger Gesellschaft Familienunternehmen"
    " Familienbetrieb Mittelständler Traditionsunternehmen Traditionsbetrieb Weltkonzern Start-up".split()
)
_UNIONS: Final = frozenset(
    "Organisation Verein Verband Vereinigung Bündnis Initiative Hilfswerk Netzwerk Gruppierung Zusammenschluss NGO"
    " Dachverband Fachverband Branchenverband Spitzenverband Interessenverband Berufsverband Interessenvertretung"
    " Förderverein Trägerverein Jugendorganisation Nachwuchsorganisation Hilfsorganisation Umweltorganisation"
    " Nichtregierungsorganisation Lobbyorganisation Lobbyverband".split()
)
_OFFICES: Final = frozenset(
    "Behörde Fachstelle Dienststelle Fachamt Fachbehörde Amt Institution Einrichtung Anstalt"
    " Forschungseinrichtung".split()
)
_CLASSES: Final = (_FIRMS, _UNIONS, _OFFICES)
"""Nouns that nobody uses of a body at first: each kind of body has its own."""
_OF_OFFICES: Final = (
    "behörde", "stelle", "amt", "einrichtung", "ministerium", "polizei", "gericht", "anwaltschaft", "stadt",
    "gemeinde", "kreis", "regierung", "rat", "direktion", "präsidium", "kommission", "verwaltung", "land", "kanton",
    "rathaus", "feuerwehr", "wehr",
)  # fmt: skip
_OF_FIRMS: Final = (
    "unternehmen", "firma", "konzern", "betrieb", "büro", "anbieter", "dienstleister", "hersteller", "händler",
    "kette", "versorger", "gesellschaft", "bank", "verlag", "reederei", "bahn", "werk", "werft", "fabrik",
    "versicherung",
)  # fmt: skip
_OF_UNIONS: Final = (
    "organisation", "verein", "verband", "vereinigung", "bündnis", "initiative", "hilfswerk", "netzwerk", "bund",
    "kammer", "gewerkschaft", "partei", "klub", "club", "union", "kirche", "jugend",
)  # fmt: skip
_KNOWN: Final = (_OF_FIRMS, _OF_UNIONS, _OF_OFFICES)


def body_just_told(notes: Notes, context: Context, chunk: Chunk, bodies: Sequence[Referent]) -> Referent | None:
    """Return the only body that the sentence before tells of, where a noun can mean none but one told of before.

    It is in the same paragraph, of no other kind, and the article has not used the noun before.
    """
    noun = nominative_noun(chunk.nouns[-1], chunk) if chunk.nouns else ""
    kind = next((place for place, nouns in enumerate(_CLASSES) if noun in nouns), None)
    bare = chunk.is_definite and not (chunk.name or chunk.adjectives or chunk.is_possessive or chunk.is_plural)
    if kind is None or not bare or not notes.is_speaker(context, chunk.span) or not notes.has_no_tail(context, chunk):
        return None
    if any(told == noun for body in bodies for told in body.nouns):
        return None
    body = _only_one_acting(notes, context)
    if body is None or body not in bodies or not _may_be_of_kind(notes, body, kind):
        return None
    body.takes(chunk)
    return body


def _only_one_acting(notes: Notes, context: Context) -> Referent | None:
    """Return the named body that alone acts or speaks in the sentence before, which is of the same paragraph."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return None
    here = [o for o in notes.occurrences if o.sentence == before and not (o.is_in_content or o.is_attribute)]
    acting = {id(o.referent.known): o.referent.known for o in here if o.is_subject or o.is_speaker}
    body = next(iter(acting.values())) if len(acting) == 1 else None
    return body if body is not None and body.kind in ("organisation", "medium") and body.name else None


def _may_be_of_kind(notes: Notes, body: Referent, kind: int) -> bool:
    """Say whether nothing that the article calls a body tells that it is of another kind."""
    nouns = [noun.casefold() for noun in (*body.nouns, *notes.bodies.get(body.name or "", ()))]
    others = [end for place, ends in enumerate(_KNOWN) if place != kind for end in ends]
    own = any(noun.endswith(_KNOWN[kind]) for noun in nouns)
    return own or not any(noun.endswith(tuple(others)) for noun in nouns)
