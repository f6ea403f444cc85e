"""Bodies that are called by letters and in full: *der Deutsche Gewerkschaftsbund … der DGB*, *die UN … die UNO*."""

from __future__ import annotations

from typing import Final

from quotetrack.lexicon import table
from quotetrack.speakers.chunks import CLUB_LETTERS
from quotetrack.speakers.names import are_initials, is_acronym
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent

_LONG: Final = 10
"""A name of one word that goes on elsewhere has no fewer letters: *Naturschutzbund*, *Naturschutzbund Deutschland*."""


def is_short(form: str) -> bool:
    """Say whether a word may stand for a longer name of a body: *DGB*, *Bamf*.

    >>> is_short("DGB"), is_short("Bamf"), is_short("Lund")
    (True, True, False)
    """
    return is_acronym(form) or form.casefold() in table("body_abbreviations")


def is_short_for(letters: str, name: str) -> bool:
    """Say whether letters are short for the name of a body, by its initials or as everybody knows.

    >>> is_short_for("DGB", "Deutscher Gewerkschaftsbund"), is_short_for("UN", "Vereinte Nationen")
    (True, True)
    >>> is_short_for("LKA", "Landeskriminalamt Hessen"), is_short_for("UN", "UNO"), is_short_for("BKA", "Bund")
    (True, True, False)
    """
    known, full = _in_full(letters), name.casefold()
    if known is None or letters.casefold() == full:
        return is_acronym(letters) and are_initials(letters, name)
    is_begun = " " not in full and len(full) >= _LONG and known.startswith(f"{full} ")
    same = full == known or full.startswith(f"{known} ") or is_begun or _in_full(name) == known
    return same or (is_acronym(letters) and are_initials(letters, name))


def body_of_letters(notes: Notes, letters: str) -> Referent | None:
    """Return the only body of whose name some letters are short: *der Deutsche Fußball-Bund … der DFB*."""
    if letters in notes.acronyms:
        return notes.acronyms[letters].known
    if not is_short(letters):
        return None
    bodies = {id(one.known): one.known for one in notes.referents if one.known.kind == "organisation"}
    found = [body for body in bodies.values() if body.name is not None and is_short_for(letters, body.name)]
    if not found and letters in CLUB_LETTERS:
        found = [body for body in bodies.values() if (body.name or "").startswith(f"{letters} ")]  # der SV
    return found[0] if len(found) == 1 else None


def spell_out(notes: Notes, body: Referent) -> None:
    """Take a body that the article has called by letters before for the one now named: *der DGB … der Deutsche …*."""
    if body.kind != "organisation" or body.name is None or is_short(body.name):
        return
    bodies = {id(one.known): one.known for one in notes.referents if one.known.kind == "organisation"}
    short = [one for one in bodies.values() if one is not body and one.name and is_short(one.name)]
    for one in short:
        told = [letters for letters, known in notes.acronyms.items() if known.known is body]
        if one.name in told or is_short_for(one.name or "", body.name):
            one.becomes(body)


def _in_full(letters: str) -> str | None:
    row = table("body_abbreviations").get(letters.casefold())
    return None if row is None else row[0]
