"""Whom a noun means that tells somebody by a deed of which the article has told: *die Siegerin* of who has won."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.person_roles import ends_in_another
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.names import AFFECTED_RE
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.participles import is_participle, opens_with_participle
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_SHORTEST: Final = 4
#: Nouns for what somebody does for a living, or whose verb tells nothing of them.
_NO_DEEDS: Final = frozenset({"speaker", "law", "politics"})
#: Fields of trades whose verb is told of many: only what has just been told counts.
_JUST: Final = frozenset({"science", "medicine", "police", "church"})
_LATELY: Final = 2
#: How far back a deed may be that the end of a compound tells.
_NEAR: Final = 3
#: Stems of other verbs for the deed.
_ALSO: Final = {
    "vorsitzend": ("vorsitz", "vorsteh", "vorgesess"),
    "sieg": ("gewinn", "gewonn", "gewann", "besieg", "bezwing", "bezwang", "bezwung", "durchsetz", "durchgesetz"),
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
    if ends_in_another(chunk.nouns[-1].text, noun.base):
        return None  # der Beifahrer, for whom the noun is Fahrer
    if is_done_to(chunk.nouns[-1].text):
        return None  # die Geehrte
    if len(stem) < _SHORTEST or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    stems = (stem, *_ALSO.get(stem, ()))
    since = context.number - _LATELY if noun.field in _JUST else 0
    without = not_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if since <= o.sentence < context.number and o.referent.known.name is not None and acts(notes, o)
        if o.referent.known.is_person and id(o.referent.known) not in without
        if fits(o.referent.known, chunk.gender) and not excludes(o.referent.known, chunk)
        if did(notes, o, stems) or (stem == "sieg" and _beat(notes, o))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def is_done_to(noun: str) -> bool:
    """Say whether a noun behind its article is the past participle of a verb: *die Geehrte*, not *der Gewinner*."""
    return AFFECTED_RE.fullmatch(noun) is not None and noun.endswith(("te", "ten", "ne", "nen"))


@way("deed")
def of_the_compound_deed(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one who does what the end of a compound tells: *Ott schreibt die Witze. … der Gagschreiber*."""
    text = folded(chunk.nouns[-1].text).removesuffix("in") if chunk.nouns else ""
    stem = text.removesuffix("er")
    if stem == text or not chunk.is_definite or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    without = not_meant(notes, context, chunk.head)
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 < context.number - o.sentence <= _NEAR and o.referent.known.name is not None and acts(notes, o)
        if o.referent.known.is_person and id(o.referent.known) not in without and not o.is_in_content
        if fits(o.referent.known, chunk.gender) and not excludes(o.referent.known, chunk) and _ends_in(stem, notes, o)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _ends_in(stem: str, notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a compound ends in the stem of a verb of the clause in which somebody stands."""
    clause = notes.clause_of(occurrence)
    verbs = () if clause is None else (folded(word.lemma) for word in clause.words if word.upos == "VERB")
    stems = (verb.removesuffix("n").removesuffix("e") for verb in verbs)
    return any(len(one) > _SHORTEST and len(stem) - len(one) > 2 and stem.endswith(one) for one in stems)


def _beat(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody has beaten another in a match: *Ott schlug Kern in zwei Sätzen*."""
    others = (o for o in notes.occurrences if o.sentence == occurrence.sentence and o.clause == occurrence.clause)
    met = any(o.referent.known.is_person and o.referent.known is not occurrence.referent.known for o in others)
    return met and did(notes, occurrence, ("schlug", "schlag", "geschlag"))


def acts(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody does what a clause tells: its subject, or whom *von* tells in the passive.

    ``Ida Ott leitet das Heim``, ``Das Heim wird von Ida Ott geleitet``.
    """
    if not is_passive(notes.clause_of(occurrence)):
        return occurrence.is_subject
    return is_agent(occurrence.chunk)


def is_agent(chunk: Chunk | None) -> bool:
    """Say whether *von* stands before a phrase: *wird | von Ida Ott | geleitet*."""
    return chunk is not None and chunk.preposition in ("von", "vom")


def is_passive(clause: Clause | None) -> bool:
    """Say whether a clause tells what is done: *Das Heim wird von Ida Ott geleitet*; *das Heim, geleitet von …*."""
    done = [] if clause is None else [word for word in clause.words if is_participle(word)]
    if clause is None or not done:
        return False
    return done[0] == clause.words[0] == clause.finite or any(word.lemma == "werden" for word in clause.words)


def did(notes: Notes, occurrence: Occurrence, stems: tuple[str, ...]) -> bool:
    """Say whether a verb of the clause in which somebody stands begins so, umlauts aside."""
    clause = notes.clause_of(occurrence)
    if clause is None:
        return False
    forms = _done_by(clause, occurrence.place) if is_passive(clause) and is_agent(occurrence.chunk) else None
    if any(folded(form).startswith(stems) for form in forms or verb_forms(clause)):
        return True
    if forms is not None or not occurrence.is_subject:
        return False
    further = _further_deeds(notes.contexts[occurrence.sentence], clause)
    return any(folded(form).startswith(stems) for one in further for form in verb_forms(one))


def _further_deeds(context: Context, clause: Clause) -> list[Clause]:
    """Return the clauses that go on with the subject of one: *Ott lernte Koch, | ging zur See | und wanderte aus*."""
    found: list[Clause] = []
    for other in context.clauses.all[clause.number + 1 :]:
        if other.kind != "verb_first" or other.finite is None or clause.kind != "main":
            break
        found.append(other)
    opens = [place for place, one in enumerate(found) if one.words[0].text == "und" and one.words[1:2] == (one.finite,)]
    return found[: opens[-1] + 1] if opens else []


def _done_by(clause: Clause, place: int) -> tuple[str, ...]:
    """Return the participle next behind whom *von* tells, else the last before: *von Ott | gemalt und gerahmt*."""
    done = [word for word in clause.words if is_participle(word)]
    behind, before = ([word for word in done if (word.index > place) is side] for side in (True, False))
    own = behind[:1] or before[-1:]
    return tuple(form.lower() for word in own for form in (word.text, word.lemma, word.text.lower().removeprefix("ge")))


def verb_forms(clause: Clause) -> tuple[str, ...]:
    """Return the forms and lemmas of the verbs of a clause, and with their particle: *steht | vor*, vorsteht.

    A participle in front is one, whatever the parser takes it for: *Entworfen hat das Haus Ida Ott*.
    """
    verbs = [word for word in clause.words if word.upos == "VERB"]
    opening = clause.words[0]
    if opening not in verbs and opens_with_participle(clause.words):
        verbs.append(opening)
    particles = {word.head: word.text for word in clause.words if word.relation == "compound:prt"}
    forms = [(word, form) for word in verbs for form in (word.lemma, word.text)]
    joined = (f"{particles[word.index]}{form}" for word, form in forms if word.index in particles)
    return (*(form for _, form in forms), *joined)
