"""Whose role begins as a compound does that fits many: *die Kirchenfrau*, the *Kirchenpräsidentin*."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_GENERAL: Final = (
    "fachmann", "fachfrau", "mann", "frau", "experte", "expertin", "profi", "kenner", "kennerin", "meister",
    "meisterin", "mensch", "funktionär", "funktionärin", "manager", "managerin", "spezialist", "spezialistin",
    "lobbyist", "lobbyistin", "veteran", "veteranin",
)  # fmt: skip
"""Ends of compounds that tell nobody's post, but of what they know or where they work."""
_SHORTEST: Final = 4


@way("kindred-word")
def of_the_first_part(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one whose role begins as the compound does: *der Glasermeister* of the *Glaser*."""
    first = _first_part(chunk)
    if first is None or chunk.is_possessive or not chunk.is_definite or not notes.has_no_tail(context, chunk):
        return None
    kin = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender) and any(_begins(role, first) for role in person.nouns)
    ]
    without = never_meant(notes, context, chunk.head) if kin else set()
    found = [person for person in kin if id(person) not in without and not excludes(person, chunk)]
    return found[0] if len(found) == 1 else None


def _first_part(chunk: Chunk) -> str | None:
    """Return what stands before the end of a compound that fits many, without what joins the two."""
    small = chunk.nouns[-1].text.casefold()
    end = next((end for end in _GENERAL if small.endswith(end)), None)
    first = "" if end is None else small.removesuffix(end).rstrip("s-")
    return first if len(first) >= _SHORTEST else None


def _begins(role: str, first: str) -> bool:
    return folded(role).startswith(folded(first))
