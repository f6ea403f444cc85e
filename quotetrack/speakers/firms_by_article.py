"""Firms of which nothing is known but a name with its article: *Die Credit Helvetia streicht Stellen*."""

from __future__ import annotations

from quotetrack.nouns import is_given_name, state_of
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent


def firm_before(notes: Notes, number: int) -> Referent | None:
    """Take in the one name with *die* that is a subject of the sentence before, and of nobody else: *die Grossbank*."""
    found = [chunk for chunk in notes.chunks[number - 1] if number and _may_be_firm(notes, number - 1, chunk)]
    if len(found) != 1:
        return None
    firm = notes.new(Referent("organisation", name_text(found[0].name), "Fem"), found[0])
    notes.by_head[number - 1, found[0].head.index] = firm
    return firm


def _may_be_firm(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a name with *die* acts of which nothing is known: neither a woman nor a state."""
    if chunk.determiner != "die" or not chunk.name or chunk.nouns or chunk.titles or chunk.adjectives:
        return False
    name, context = name_text(chunk.name), notes.contexts[number]
    known = (number, chunk.head.index) in notes.by_head or bool(notes.bearers(name)) or state_of(name) is not None
    if known or is_given_name(chunk.name[0].text) or notes.is_in_content(chunk.span):
        return False
    clause = context.clauses.of(chunk.head)
    several = clause is not None and clause.finite is not None and clause.finite.features.get("Number") == "Plur"
    return not several and is_subject_of_clause(context, chunk, chunk.head)
