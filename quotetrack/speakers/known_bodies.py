"""The body of a known name: *Pro Asyl*, *die Hamas*, *Volkswagen*."""

from __future__ import annotations

from typing import Final

from quotetrack.lexicon import table
from quotetrack.nouns import is_known_body
from quotetrack.quotes.context import Context
from quotetrack.speakers.body_letters import body_of_letters
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way

_MAKERS: Final = frozenset({"Autobauer", "Flugzeugbauer"})
"""Nouns of firms whose name with an article is what they build: *der Audi*."""


@way("body")
def body_called(notes: Notes, chunk: Chunk, name: str) -> Referent:
    """Return the body of a known name, the one of which the article has told before."""
    told = (one.known for one in notes.referents)
    found = next((one for one in told if one.kind == "organisation" and one.name == name), None)
    found = found or body_of_letters(notes, name)
    if found is None:
        return notes.new(Referent("organisation", name), chunk)
    found.takes(chunk)
    return found


def name_alone(chunk: Chunk) -> str | None:
    """Return the name of a known body that is tagged as a noun: *ein Sprecher der | Lufthansa*, *der | Caritas*."""
    if len(chunk.nouns) != 1 or chunk.adjectives or chunk.name or chunk.possessor:
        return None
    form = chunk.nouns[0].text
    return next((name for name in (form, form.removesuffix("s")) if is_known_body(name)), None)


def known_alone(notes: Notes, context: Context, chunk: Chunk) -> str | None:
    """Return the name of a known body that speaks or acts by a noun of no list: *laut den | SBB*, *die | Hamas*."""
    name = None if chunk.noun is not None or chunk.is_indefinite else name_alone(chunk)
    if name is None or (chunk.determiner is not None and not _MAKERS.isdisjoint(_nouns_of(name))):
        return None
    acts = notes.is_speaker(context, chunk.span) or is_subject_of_clause(context, chunk, chunk.head)
    return name if acts else None


def _nouns_of(name: str) -> list[str]:
    return table("known_bodies")[name][0].split()
