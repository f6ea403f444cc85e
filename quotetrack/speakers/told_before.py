"""Whose a noun is by what the article has just told: somebody new without a name, a parent, whose colleague it is."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import answers
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, excludes, is_of_the_press, only_speaks_for_others, takes_role
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_OPPOSITES: Final = frozenset("Kollege Amtskollege Kontrahent Gegenspieler Widersacher Rivale Gegner".split())
_OF_ONE_TRADE: Final = frozenset({"Kollege", "Amtskollege"})
_ANYBODY: Final = frozenset("Mann Frau Herr Dame Privatmann Unbekannter Fremder Besucher Gast Einheimischer".split())
_CHILDREN: Final = frozenset({"Sohn", "Tochter"})
_GRANDCHILDREN: Final = frozenset({"Enkel", "Enkelin", "Enkelsohn", "Enkeltochter"})
_OLDER: Final = {
    "Vater": _CHILDREN, "Mutter": _CHILDREN,
    "Grossvater": _GRANDCHILDREN, "Grossmutter": _GRANDCHILDREN, "Opa": _GRANDCHILDREN, "Oma": _GRANDCHILDREN,
    "Onkel": frozenset({"Neffe", "Nichte"}), "Tante": frozenset({"Neffe", "Nichte"}),
    "Schwiegervater": frozenset({"Schwiegersohn", "Schwiegertochter"}),
    "Schwiegermutter": frozenset({"Schwiegersohn", "Schwiegertochter"}),
}  # fmt: skip
"""The nouns for those who are older, with those for the younger of the same family."""
#: How many sentences back a colleague may have been told of.
_NEAR: Final = 3
RELATIONS: Final = frozenset({"relation", "family"})


@way("just-met")
def just_met(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the sentence before told of first, without a name: *Ein Gutachter hat … . …, sagt der Beamte*."""
    if chunk.is_possessive or not chunk.is_definite or not notes.is_speaker(context, chunk.span):
        return None
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number] or chunk.adjectives:
        return None
    if answers(notes, context, chunk.head):
        return None  # Ein Matrose hatte das behauptet. „Nein“, entgegnete der Unternehmer.
    acting = [
        o
        for o in notes.occurrences
        if o.sentence == before and o.is_subject and not o.is_in_content and o.referent.known.is_person
    ]
    people = {id(o.referent.known): o for o in acting if fits(o.referent.known, chunk.gender)}
    if len(people) != 1 or not notes.has_no_tail(context, chunk):
        return None
    only = next(iter(people.values()))
    is_other = chunk.noun is not None and chunk.noun.field in ("age", "party", "politics")
    if (is_other and only_speaks_for_others(only.referent.known)) or is_of_the_press(only.referent.known, chunk):
        return None
    noun = None if only.chunk is None else only.chunk.noun
    is_new = noun is not None and noun.field not in RELATIONS and only.referent.known.name is None
    is_new = is_new and only.chunk is not None and (only.chunk.is_indefinite or _takes_trade(notes, only, chunk))
    return only.referent.known if is_new else None


@way("just-met")
def just_presented(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom alone the sentence before tells of as anybody: *Bezahlt hat das ein Privatmann. Der Stifter …*."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number] or chunk.is_possessive:
        return None
    if chunk.adjectives or not chunk.is_definite or not is_subject_of_clause(context, chunk, chunk.head):
        return None
    here = [o for o in notes.occurrences if o.sentence == before and not o.is_in_content and o.referent.known.is_person]
    only = here[0] if len({id(o.referent.known) for o in here}) == 1 else None
    if only is None or only.chunk is None or not only.chunk.is_indefinite or only.chunk.preposition is not None:
        return None
    person = only.referent.known
    is_new = person.name is None and sum(o.referent.known is person for o in notes.occurrences) == 1
    is_new = is_new and only.chunk.noun is not None and only.chunk.noun.base in _ANYBODY
    return person if is_new and fits(person, chunk.gender) and not excludes(person, chunk) else None


def _takes_trade(notes: Notes, met: Occurrence, chunk: Chunk) -> bool:
    """Say whether who is first told of by an office may have a trade: *Es kommt der Gutachter. …, so der Chemiker*."""
    person, noun = met.referent.known, chunk.noun
    if noun is None or noun.field in GENERAL_FIELDS or excludes(person, chunk) or met.is_speaker:
        return False
    is_first = sum(o.referent.known is person for o in notes.occurrences) == 1
    return is_first and takes_role(person, chunk, with_another_role=True)


def subject_told_of(notes: Notes, context: Context) -> Referent | None:
    """Return the only one of whom somebody has just told: *Die Bäuerin habe geholfen, so Ott. Sie habe gesagt, …*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known.is_person]
    acting = {id(o.referent.known): o.referent.known for o in near if o.is_subject and o.is_in_content}
    spoken = {id(o.referent.known) for o in near if o.is_speaker}
    only = next(iter(acting.values()), None)
    return only if only is not None and len(acting) == 1 and id(only) not in spoken else None


def teller_behind(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who tells behind what a pronoun opens, who means herself: *Sie habe gedacht, es regne, so Ida Ott*."""
    clause = context.clauses.of(word)
    finite = clause.finite if clause is not None and clause.start == 1 else None
    if word.index > 1 and (finite is None or finite.index != word.index - 1):
        return None
    if any(o.sentence == context.number and o.referent.known.is_person for o in notes.occurrences):
        return None  # Laut Ott habe er verlangt, …
    around = [q for q in notes.quotes if q.sentence == context.number and any(s.contains(word.span) for s in q.spans)]
    speakers = [q.speaker for q in around if q.speaker is not None and q.speaker.span.start > q.spans[-1].end]
    named = [c for c in notes.chunks[context.number] if c.name and any(s.span.overlaps(c.span) for s in speakers)]
    bearers = notes.bearers(name_text(named[0].name)) if len(named) == 1 else []
    return bearers[0] if len(bearers) == 1 and bearers[0].is_person else None


@way("parent")
def child(notes: Notes, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the only one of whom the article names a parent, for *der Sohn*, *ihre Tochter*."""
    noun = chunk.noun
    if noun is None or noun.base not in ("Sohn", "Tochter") or not chunk.is_definite:
        return None
    if chunk.is_possessive and (owner is None or owner.known.name is None):
        return None
    children = [
        one.known
        for one, relative in notes.kin
        if fits(one.known, chunk.gender) and any(text in ("Vater", "Mutter") for text in relative.known.nouns)
        if not chunk.is_possessive or (owner is not None and relative.known is owner.known)
    ]
    return children[0] if len({id(person) for person in children}) == 1 else None


@way("parent")
def parent(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article names a child, for *der Vater*, *die Mutter*."""
    noun = chunk.noun
    if noun is None or noun.base not in _OLDER or chunk.is_possessive or not chunk.is_definite:
        return None
    parents = [
        one.known
        for one, child in notes.kin
        if child.known.name and fits(one.known, chunk.gender)
        if any(text in _OLDER[noun.base] for text in child.known.nouns)
    ]
    return parents[0] if len({id(person) for person in parents}) == 1 else None


@way("just-named")
def colleague_just_named(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom alone the sentence before names, as its subject: *Den Vater gibt Ott. …, so der Kollege*."""
    noun, before = chunk.noun, context.number - 1
    if noun is None or noun.base not in _OF_ONE_TRADE or chunk.is_possessive or not chunk.is_definite:
        return None
    if before < 0 or not notes.is_speaker(context, chunk.span) or not notes.has_no_tail(context, chunk):
        return None
    here = [o for o in notes.occurrences if o.sentence == before and not o.is_in_content]
    here = [o for o in here if o.referent.known.is_person and o.referent.known.name]
    only = here[0] if len({id(o.referent.known) for o in here}) == 1 else None
    if only is None or not only.is_subject or only.is_speaker or only.referent.known.nouns:
        return None
    new = notes.first.get(id(only.referent.known)) == before and fits(only.referent.known, chunk.gender)
    return only.referent.known if new else None


@way("relation")
def colleague_told_of(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only other one in view for *der Kollege* in what one says: *Ott irre, so Kern. | Der Kollege | …*."""
    noun = chunk.noun
    if noun is None or noun.base not in _OF_ONE_TRADE or chunk.is_possessive or not chunk.is_definite:
        return None
    held = [q.speaker for q in notes.quotes if q.speaker is not None and any(s.contains(chunk.span) for s in q.spans)]
    teller = notes.by_head.get((held[-1].sentence, held[-1].head.index)) if held else None
    if teller is None or not teller.known.is_person or not notes.has_no_tail(context, chunk):
        return None
    near = (o.referent.known for o in notes.occurrences if 0 <= context.number - o.sentence <= _NEAR)
    others = {id(one): one for one in near if one.is_person and one.name and one is not teller.known}
    fitting = [one for one in others.values() if fits(one, chunk.gender)]
    return fitting[0] if len(fitting) == 1 else None


def before_colleague(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke before *der Kollege* without a possessive, whose colleague or opponent that is."""
    noun = chunk.noun
    if noun is None or noun.base not in _OPPOSITES or chunk.is_possessive or not chunk.is_definite:
        return None
    acts = notes.is_speaker(context, chunk.span) or (
        noun.base in _OF_ONE_TRADE and is_subject_of_clause(context, chunk, chunk.head)
    )
    if not acts or notes.is_in_content(chunk.span) or not notes.has_no_tail(context, chunk):
        return None
    spoken = [o.referent.known for o in notes.occurrences if o.is_speaker and context.number - 2 <= o.sentence]
    return spoken[-1] if spoken and spoken[-1].is_person and spoken[-1].name else None
