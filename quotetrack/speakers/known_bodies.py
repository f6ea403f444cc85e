"""The body of a known name: *Pro Asyl*."""

from __future__ import annotations

from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way


@way("body")
def body_called(notes: Notes, chunk: Chunk, name: str) -> Referent:
    """Return the body of a known name, the one of which the article has told before."""
    told = (one.known for one in notes.referents)
    found = next((one for one in told if one.kind == "organisation" and one.name == name), None)
    if found is None:
        return notes.new(Referent("organisation", name), chunk)
    found.takes(chunk)
    return found
