"""Whose a role is that a clause says somebody gets or has: *wurde zur Präsidentin gewählt*, *arbeitet als Koch*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import verb_forms
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import CHILDREN
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import role_of

_APPOINTING: Final = (
    "wähl", "gewähl", "ernann", "ernenn", "kür", "gekür", "bestimm", "beförder", "erklär", "ausgeruf", "krön", "gekrön",
    "weih", "geweih", "beruf", "beriefen", "nominier", "bestell", "erkoren", "vereidig", "aufsteig", "aufgestieg",
)  # fmt: skip
"""How verbs begin that give somebody a post: *zum Präsidenten gewählt*."""
_WORKING: Final = (
    "arbeit", "gearbeit", "auftr", "aufgetret", "dien", "gedien", "amte", "geamte", "amtier", "fungier", "jobb",
    "gejobb", "wirk", "gewirk", "anfang", "anfing", "angefang", "beginn", "begann", "begonn", "aufhör", "aufgehör",
    "einspr", "eingespr", "verding", "betätig", "vorstell", "vorgestell",
)  # fmt: skip
"""How verbs begin that tell as what their subject works: *arbeitet als Koch*."""
_CALLING: Final = ("lad", "lud", "gelad", "vernahm", "vernehm", "vernomm", "aufruf", "aufgeruf", "befrag", "aussag")
"""How verbs begin by which a court hears somebody: *als Zeuge geladen war Ida Ott*."""
_FOLLOWING: Final = frozenset({"lösen", "ablösen", "ersetzen", "beerben", "folgen", "nachfolgen"})
"""Verbs of whoever comes behind another: *Ott löst Kern als Trainer ab*."""
_OPEN: Final = frozenset("soll sollen sollte will wollen wollte könnte möchte nicht nie niemals".split())
_BEFORE: Final = frozenset({"zu", "Zu", "als", "Als", "Beruf"})
"""Words before a role that somebody has or gets."""
_ONCE: Final = ("schüler", "Schüler", "Student", "student", "Lehrling", "Azubi", "Praktikant", "Gast")
"""Ends of nouns for what somebody is for a time."""
_INDEFINITE: Final = frozenset({"einen", "eine"})
_HAVING: Final = frozenset({"haben", "bekommen", "erhalten", "finden", "gewinnen", "holen", "verlieren"})
_TO: Final = frozenset({"dem", "der", None})


@way("appointed")
def appointed(notes: Notes, context: Context, place: int) -> Referent | None:
    """Return whom a clause tells to have or get a role, and learn it of them."""
    chunk = notes.chunks[context.number][place]
    is_new = chunk.determiner in _INDEFINITE
    if chunk.first < 2 or not (is_new or context.word(chunk.first - 1).text in _BEFORE):
        return None
    noun = chunk.noun
    if noun is None or noun.kind != "person" or chunk.name or chunk.is_plural or notes.is_in_content(chunk.span):
        return None
    if is_new:
        found = _whom_others_have(notes, context, chunk)
    else:
        found = _of_that_trade(notes, context, chunk) or _holder(notes, context, chunk)
    if found is None or not found.is_person or not fits(found, chunk.gender):
        return None
    found.takes(chunk)
    found.role = found.role or role_of(chunk)
    return found


def _of_that_trade(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is named right before *als* or *von Beruf*: *Kern als Kellner*; *Ida Ott, von Beruf Köchin, …*."""
    clause = context.clauses.of(chunk.head)
    follows = clause is not None and clause.finite is not None and lemma_of(clause.finite) in _FOLLOWING
    if chunk.determiner is not None or chunk.first < 3 or follows:
        return None
    before = [word.text for word in context.words(max(1, chunk.first - 3), chunk.first - 1)]
    ahead = 1 if before[-1:] == ["als"] else 3 if before == [",", "von", "Beruf"] else 0
    named = (one for one in notes.chunks[context.number] if ahead and one.name and one.last == chunk.first - 1 - ahead)
    return next((person for one in named for person in _bearer(notes, one)), None)


def _whom_others_have(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return with whom somebody has a role filled: *Mit Ida Ott hat der Chor eine neue Leiterin (gefunden)*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.kind != "main" or clause.words[0].text not in ("Mit", "In"):
        return None
    has = any(lemma_of(word) in _HAVING for word in clause.words if word.upos in ("VERB", "AUX"))
    named = (one for one in notes.chunks[context.number] if one.name and one.first == clause.words[0].index + 1)
    first = next(named, None) if has and not any(word.text in _OPEN for word in clause.words) else None
    return next(_bearer(notes, first), None) if first is not None else None


def _holder(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the verb of the clause gives the role that stands behind *zu* or *als*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.finite is None or any(word.text.lower() in _OPEN for word in clause.words):
        return None
    before = context.word(chunk.first - 1).text.lower() if chunk.first > 1 else ""
    forms = tuple(form.casefold() for form in verb_forms(clause))
    passive = any(lemma_of(word) == "werden" for word in clause.words)
    if chunk.preposition == "zu" and chunk.determiner in _TO and _begin(forms, _APPOINTING):
        return _subject(notes, context, chunk, clause) if passive else _object(notes, context, clause)
    if before != "als" or chunk.determiner is not None:
        return None
    if _begin(forms, _WORKING) or (_begin(forms, _CALLING) and lemma_of(clause.finite) in ("sein", "werden")):
        return _subject(notes, context, chunk, clause)
    return _subject(notes, context, chunk, clause) if _leads(context, chunk, clause) else None


def _leads(context: Context, chunk: Chunk, clause: Clause) -> bool:
    """Say whether a main clause opens with what somebody is: *Als Anwältin der Kläger kennt Ida Ott die Akten*.

    What somebody was as a child or at school tells nothing of now.
    """
    opens = clause.kind == "main" and clause.finite is not None and chunk.head.index < clause.finite.index
    once = chunk.noun is not None and (chunk.noun.base in CHILDREN or chunk.noun.base.endswith(_ONCE))
    first = clause.words[0]
    return opens and not once and first.text == "Als" and first.index in (chunk.first - 1, chunk.first - 2)


def _begin(forms: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    return any(form.startswith(stems) for form in forms)


def _subject(notes: Notes, context: Context, chunk: Chunk, clause: Clause) -> Referent | None:
    """Return the only one whom a clause names without a preposition, else whom its pronoun before means."""
    all_named = list(_named(notes, context, clause))
    near = [one for one in all_named if not _comma_between(context, one, chunk)] or all_named
    named = [person for one in near for person in _bearer(notes, one)]
    if named:
        return named[0] if len(named) == 1 else None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.clause == clause.number and o.is_subject]
    return here[-1].referent.known if here else None


def _object(notes: Notes, context: Context, clause: Clause) -> Referent | None:
    """Return the only one whom a clause names besides its subject: *Der Rat ernannte Ida Ott zur Sprecherin*."""
    named = list(_named(notes, context, clause))
    met = [one for one in named if not is_subject_of_clause(context, one, one.head)] if len(named) > 1 else named
    found = [person for one in met for person in _bearer(notes, one)]
    return found[0] if len(found) == 1 else None


def _named(notes: Notes, context: Context, clause: Clause) -> Iterator[Chunk]:
    for one in notes.chunks[context.number]:
        own = context.clauses.of(one.head)
        if one.name and one.preposition is None and own is not None and own.number == clause.number:
            yield one


def _comma_between(context: Context, one: Chunk, other: Chunk) -> bool:
    first, last = min(one.last, other.last), max(one.first, other.first)
    return any(word.text == "," for word in context.words(first + 1, last - 1))


def _bearer(notes: Notes, named: Chunk) -> Iterator[Referent]:
    bearers = notes.bearers(name_text(named.name))
    if len(bearers) == 1 and bearers[0].is_person:
        yield bearers[0]
