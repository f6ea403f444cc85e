"""Whom a noun means that tells somebody by a deed of which the article has told: *die Siegerin* of who has won."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_SHORTEST: Final = 4
#: Nouns for what somebody does for a living, or whose verb tells nothing of them.
_NO_DEEDS: Final = frozenset({"speaker", "science", "medicine", "law", "politics", "police", "church"})
#: Stems of other verbs for the deed.
_ALSO: Final = {
    "vorsitzend": ("vorsitz", "vorsteh", "vorgesess"),
    "sieg": ("gewinn", "gewonn", "gewann"),
    "ruckkehr": ("zuruckk", "heimkehr"),
    "heimkehr": ("zuruckk",),
}


@way("deed")
def of_the_deed(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person of the gender of whom the article tells the deed: ``Ott kaufte … der Käufer``."""
    noun = chunk.noun
    if (
        noun is None
        or (noun.field in _NO_DEEDS and noun.base != "Verteidiger")
        or not noun.base.endswith("er")
        or not chunk.is_definite
    ):
        return None
    stem = folded(noun.base).removesuffix("er")
    if len(stem) < _SHORTEST or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    stems = (stem, *_ALSO.get(stem, ()))
    without = not_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence < context.number and o.is_subject and o.referent.known.name is not None
        if o.referent.known.is_person and id(o.referent.known) not in without
        if fits(o.referent.known, chunk.gender) and not excludes(o.referent.known, chunk)
        if did(notes, o, stems)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def did(notes: Notes, occurrence: Occurrence, stems: tuple[str, ...]) -> bool:
    """Say whether a verb of the clause in which somebody stands begins so, umlauts aside."""
    clauses = notes.contexts[occurrence.sentence].clauses.all
    if occurrence.clause is None or occurrence.clause >= len(clauses):
        return False
    words = clauses[occurrence.clause].words
    verbs = [word for word in words if word.upos == "VERB"]
    particles = {word.head: word.text for word in words if word.relation == "compound:prt"}
    forms = [f"{particles.get(word.index, '')}{form}" for word in verbs for form in (word.lemma, word.text)]
    forms += [word.text for word in verbs] + [word.lemma for word in verbs]
    return any(folded(form).startswith(stems) for form in forms)
