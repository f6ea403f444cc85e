"""Media whose name everybody knows: whichever form a phrase has, one name in the nominative."""

from __future__ import annotations

from quotetrack.nouns import known_medium
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way


@way("body")
def medium_called(notes: Notes, chunk: Chunk, name: str) -> Referent:
    """Return the medium of a name, the one of which the article has told before."""
    told = (one.known for one in notes.referents)
    found = next((one for one in told if one.kind == "medium" and one.name == name), None)
    if found is None:
        known = known_medium(name)
        found = Referent("medium", name, nouns=[] if known is None else list(known.nouns))
        notes.referents.append(found)
    noun = chunk.nouns[0].text if len(chunk.nouns) > 1 else None
    if noun is not None and noun not in found.nouns:
        found.nouns.append(noun)
    return found
