"""Who is left where the counterpart is told: *Minister Ott besuchte Kern. Der Gast lobte …, der Gastgeber …*."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.counterparts import COUNTERPARTS, is_counterpart
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.told_in_clauses import has_done
from quotetrack.speakers.ways import way

#: How many sentences back both may have been told of.
_IN_VIEW: Final = 4


@way("opposite")
def opposite(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only other one in view where the counterpart of a noun has been told: *der Gast … der Gastgeber*."""
    if chunk.noun is None or chunk.noun.base not in COUNTERPARTS or not chunk.is_definite or chunk.is_plural:
        return None
    people = [one for one in notes.people(context) if notes.distance(context, one) <= _IN_VIEW]
    counterparts = COUNTERPARTS[chunk.noun.base]
    known = [one for one in people if is_counterpart(one, chunk) or has_done(notes, context, one, counterparts)]
    if len(known) != 1:
        return None
    without = never_meant(notes, context, chunk.head)
    others = [one for one in people if one not in known and id(one) not in without and one.name]
    found = [person for person in others if fits(person, chunk.gender) and not excludes(person, chunk)]
    return found[0] if len(found) == 1 else None
