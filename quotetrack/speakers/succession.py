"""Who follows whom in an office, where a verb tells it: *Ott folgt auf Kern. Die scheidende Direktorin …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.deeds import did
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import PROFESSIONS, has_holders
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way

_FOLLOWING: Final = ("folg", "nachfolg", "ablos", "abgelos", "beerb", "ersetz")
_GOING: Final = tuple(
    "zurucktr zuruckgetret abtret abtrat abtritt abgetret ausscheid ausschied ausgeschied aufhor aufgehor niederleg"
    " niedergeleg".split()
)
"""Beginnings of verbs for who leaves an office, without umlauts."""
_HANDING: Final = ("ubergeb", "ubergab", "ubergib", "weitergeb", "weitergab", "weitergegeb", "abgeb", "abgegeb")
_POSTS: Final = (
    "Amt", "Direktion", "Führung", "Geschäfte", "Kommando", "Leitung", "leitung", "Präsidium", "Ruder", "Stab", "stab",
    "Steuer", "Vorsitz", "Zepter",
)  # fmt: skip
"""Ends of nouns for what is handed over with an office."""
_TAKING: Final = tuple("nachruck nachgeruck ubernehm ubernahm ubernimm ubernomm antret antrat antritt angetret".split())
_LEAVING: Final = ("scheidend", "ausscheidend", "abtretend", "bisherig")
COMING: Final = ("neue", "neuer", "neuen", "künftige", "künftiger", "designierte", "designierter")
_BEFORE: Final = frozenset({"Vorgänger", "Amtsvorgänger"})
_AFTER: Final = frozenset({"Nachfolger", "Amtsnachfolger"})


@way("deed")
def of_the_succession(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who leaves or takes an office, by the noun or an attribute: *die Nachfolgerin*, *der scheidende Chef*."""
    leaves = _leaves(chunk)
    if leaves is None or not chunk.is_definite or chunk.is_plural:
        return None
    without = never_meant(notes, context, chunk.head)
    pairs = [*_successions(notes, context), *_handed_over(notes, context)] or [*_changes(notes, context)]
    people = {id(two[leaves]): two[leaves] for two in pairs}
    people = people or _called_so(notes, leaves)
    found = [one for one in people.values() if id(one) not in without and fits(one, chunk.gender)]
    return found[0] if len(people) == len(found) == 1 else None


def of_the_same_post(chunk: Chunk, owner: Referent, people: Sequence[Referent]) -> Referent | None:
    """Return the only one who has the post that somebody had: *Ex-Landrat Ott … Landrätin Kern … Otts Nachfolgerin*.

    For a predecessor who had the post that somebody has.
    """
    leaves = _leaves(chunk)
    if leaves is None:
        return None
    found = [one for one in people if one.name and (_follows(owner, one) if leaves else _follows(one, owner))]
    return found[0] if len(found) == 1 else None


def _follows(person: Referent, before: Referent) -> bool:
    """Say whether somebody has a post that another had."""
    had = [one for role in before.nouns if has_holders(one := role.removeprefix("Ex-")) and one not in PROFESSIONS]
    has = [role for role in person.nouns if not role.startswith("Ex-")]
    return any(is_same_role(one, role) for one in had for role in has)


def _called_so(notes: Notes, leaves: bool) -> dict[int, Referent]:
    """Return whom the article calls a successor or a predecessor: *Ex-Trainer Ott und Nachfolger Kern*."""
    nouns = _BEFORE if leaves else _AFTER | {"Amtsinhaber"}
    people = [one for one in notes.named.values() if one.same is None and one.name]
    return {
        id(one): one for one in people if any((known := noun_of(text)) and known.base in nouns for text in one.nouns)
    }


def _leaves(chunk: Chunk) -> bool | None:
    """Return whether a phrase is for who leaves an office, False for who takes it, None for others."""
    base = "" if chunk.noun is None else chunk.noun.base
    told = [word.text for word in chunk.adjectives]
    if base in _BEFORE or any(form.startswith(_LEAVING) for form in told):
        return True
    return False if base in _AFTER or any(form in COMING for form in told) else None


def _successions(notes: Notes, context: Context) -> Iterator[tuple[Referent, Referent]]:
    """Yield who takes an office, and from whom, by the clauses of the article so far."""
    for one in notes.occurrences:
        if one.sentence > context.number or not one.is_subject or not one.referent.known.name:
            continue
        if one.is_in_content or not one.referent.known.is_person or not did(notes, one, _FOLLOWING):
            continue
        others = [o.referent.known for o in notes.occurrences if o.sentence == one.sentence and o.clause == one.clause]
        others = [o for o in others if o.is_person and o.name and o is not one.referent.known]
        if len(others) == 1:
            yield one.referent.known, others[0]


def _handed_over(notes: Notes, context: Context) -> Iterator[tuple[Referent, Referent]]:
    """Yield to whom an office is handed over, and by whom: *Ott übergab die Leitung an Kern*."""
    for one in notes.occurrences:
        clause = notes.clause_of(one) if one.is_subject and one.sentence < context.number else None
        if clause is None or not (one.referent.known.is_person and one.referent.known.name) or one.is_in_content:
            continue
        if not did(notes, one, _HANDING) or not any(word.text.endswith(_POSTS) for word in clause.words):
            continue
        here = [o for o in notes.occurrences if o.sentence == one.sentence and o.clause == one.clause]
        others = [o.referent.known for o in here if o.chunk is not None and o.chunk.preposition == "an"]
        others = [other for other in others if other.is_person and other.name]
        if len(others) == 1:
            yield others[0], one.referent.known


def _changes(notes: Notes, context: Context) -> Iterator[tuple[Referent, Referent]]:
    """Yield who takes an office and who leaves one, where a sentence or the one before tells of one each.

    ``Ott tritt zurück, Kern rückt nach.``
    """
    going, taking = (_subjects_of(notes, context, stems) for stems in (_GOING, _TAKING))
    if len(going) == len(taking) == 1:
        (left, one), (right, other) = *going.values(), *taking.values()
        if left is not right and abs(one - other) <= 1:
            yield right, left


def _subjects_of(notes: Notes, context: Context, stems: tuple[str, ...]) -> dict[int, tuple[Referent, int]]:
    """Return the named people so far who do what some verbs tell, each with the sentence."""
    return {
        id(o.referent.known): (o.referent.known, o.sentence)
        for o in notes.occurrences
        if o.sentence < context.number and o.is_subject and not o.is_in_content
        if o.referent.known.is_person and o.referent.known.name and did(notes, o, stems)
    }
