"""To whom somebody has sold, let or left something: *verkaufte den Hof an Ott. …, sagt der Käufer*."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.deeds import verb_forms
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_SOLD: Final = ("verkauf", "veraussert")
_GIVEN: Final = (
    *_SOLD, "ubergeb", "ubergab", "ubergib", "ubertrag", "ubertrug", "uberschr", "uberlass", "uberliess",
    "vererb", "vermach", "schenk", "abgetret", "abtret",
)  # fmt: skip
_GOING: Final = ("ging", "geht", "gegangen")
#: How verbs begin, umlauts aside, by which somebody gets to be what a noun tells.
_BY_NOUN: Final = {
    "Käufer": (*_SOLD, *_GOING), "Erwerber": (*_SOLD, *_GOING), "Abnehmer": ("liefer", *_SOLD),
    "Kunde": ("liefer", *_SOLD), "Mieter": ("vermiet",), "Untermieter": ("untervermiet", "vermiet"),
    "Pächter": ("verpacht",), "Erbe": ("vererb", "vermach"), "Nachfolger": _GIVEN,
    "Empfänger": (*_GIVEN, "schick", "sand", "gesandt"), "Beschenkter": ("schenk",),
}  # fmt: skip
_OWNERS: Final = frozenset(
    "Besitzer Eigentümer Inhaber Hausherr Chef Wirt Betreiber Grundeigentümer Hofbesitzer".split()
)
_NEW: Final = ("neue", "künftige", "heutige", "jetzige")
_DATIVES: Final = ("dem", "einem", "seinem", "ihrem", "der", "einer", "seiner", "ihrer")
_LATELY: Final = 4


@way("deed")
def receiver(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one to whom a sentence lately tells that something went: *der Käufer*, *die neue Besitzerin*."""
    noun = chunk.noun
    if noun is None or not chunk.is_definite or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    is_new = any(word.text.startswith(_NEW) for word in chunk.adjectives)
    stems = (*_GIVEN, *_GOING) if is_new and noun.base in _OWNERS else _BY_NOUN.get(noun.base, ())
    if not stems:
        return None
    without = never_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _LATELY and _gets(notes, o, stems)
        if id(o.referent.known) not in without and fits(o.referent.known, chunk.gender)
        if not excludes(o.referent.known, chunk)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _gets(notes: Notes, occurrence: Occurrence, stems: tuple[str, ...]) -> bool:
    """Say whether a named person stands in the dative or behind *an* in the clause of some verbs."""
    person, chunk = occurrence.referent.known, occurrence.chunk
    clause = notes.clause_of(occurrence)
    if chunk is None or clause is None or occurrence.is_subject or not (person.is_person and person.name):
        return False
    is_given = chunk.preposition == "an" or (chunk.preposition is None and (chunk.determiner or "") in _DATIVES)
    return is_given and any(folded(form).startswith(stems) for form in verb_forms(clause))
