"""Who is left where the counterpart is told: *Minister Ott besuchte Kern. Der Gast lobte …, der Gastgeber …*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import state_of_place
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.counterparts import COUNTERPARTS, is_counterpart
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.later_names import named_later
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes, fields_of, is_in_court_by_office
from quotetrack.speakers.salience import fits
from quotetrack.speakers.told_in_clauses import has_done
from quotetrack.speakers.ways import way

#: How many sentences back both may have been told of.
_IN_VIEW: Final = 4
#: A dateline has no more words, and stands in one of so many sentences.
_DATELINE: Final = 3
#: Fields of those who speak before a court as experts or witnesses, so that no lawyer has them for that.
_TESTIFYING: Final = frozenset({"medicine", "police"})
_VICTIMS: Final = frozenset({"Opfer", "Verletzter", "Überfallener", "Geschädigter"})
_PASSIVE: Final = ("wurde", "worden", "wird")
_HURT_RE: Final = regex.compile(
    r"(?:über|an)fallen|angegriffen|(?:an|über|um)gefahren|(?:schwer|lebensgefährlich)?verletzt|beraubt|bedroht"
    r"|betrogen|(?:nieder|zusammen|aus)?geschlagen|niedergestochen|angeschossen|erpresst|misshandelt|bestohlen"
    r"|ausgeraubt|missbraucht|belästigt|entführt|gestochen|getroffen|verprügelt|beschossen|attackiert|gebissen"
)
"""What was done to victims."""


@way("opposite")
def opposite(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only other one in view where the counterpart of a noun has been told: *der Gast … der Gastgeber*."""
    if chunk.noun is None or chunk.noun.base not in COUNTERPARTS or not chunk.is_definite or chunk.is_plural:
        return None
    host = _host_there(notes, context, chunk) if chunk.noun.base == "Gastgeber" else None
    if host is not None:
        return host
    people = [one for one in notes.people(context) if notes.distance(context, one) <= _IN_VIEW]
    counterparts = COUNTERPARTS[chunk.noun.base]
    known = [one for one in people if is_counterpart(one, chunk) or has_done(notes, context, one, counterparts)]
    if len(known) != 1:
        return None
    without = never_meant(notes, context, chunk.head)
    others = [one for one in people if one not in known and id(one) not in without and one.name]
    others = [one for one in others if not is_in_court_by_office(one)]
    found = [person for person in others if fits(person, chunk.gender) and not excludes(person, chunk)]
    found = [person for person in found if chunk.noun.base != "Mandant" or fields_of(person).isdisjoint(_TESTIFYING)]
    new = named_later(notes, context, chunk) if len(found) == 1 and fields_of(found[0]) else None
    return new or (found[0] if len(found) == 1 else None)


def _host_there(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one of the state from which the article reports: *Tallinn – Der estnische Minister Ott …*."""
    if chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    opening = next((one for one in notes.contexts[:_DATELINE] if _is_dateline(one)), None)
    place = " ".join(word.text for word in opening.sentence.words if word.upos != "PUNCT") if opening else ""
    state = state_of_place(place)
    without = never_meant(notes, context, chunk.head)
    people = [one for one in notes.people(context) if one.name and one.state is not None and id(one) not in without]
    found = [one for one in people if one.state == state and fits(one, chunk.gender)]
    guests = [one for one in people if one.state != state]
    return found[0] if state is not None and guests and len(found) == 1 else None


def _is_dateline(context: Context) -> bool:
    """Say whether a sentence is the place alone before the first one: *Tallinn –*."""
    return context.length <= _DATELINE and context.word(context.length).text in ("–", "-", "—", ".", ":", "|")


@way("affected")
def victim(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article tells that something bad was done to them: *Ott wurde überfallen*."""
    if chunk.noun is None or chunk.noun.base not in _VICTIMS or not chunk.is_definite or chunk.is_plural:
        return None
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence < context.number and o.is_subject and not o.is_in_content and o.referent.known.is_person
        if o.referent.known.name and fits(o.referent.known, chunk.gender) and _suffers(notes, o)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _suffers(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a clause in the passive tells what was done to its subject."""
    clause = notes.clause_of(occurrence)
    if clause is None or not any(word.text.startswith(_PASSIVE) for word in clause.words):
        return False
    return any(_HURT_RE.fullmatch(word.text) is not None for word in clause.words)
