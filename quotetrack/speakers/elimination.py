"""Whom a role of no known bearer means when only one person is left who can be meant."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

import regex

from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.in_focus import is_called_so
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import CHILDREN, GENERAL_FIELDS, OFFICES, excludes, fields_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.taking_turns import of_other_turns
from quotetrack.speakers.trials import judges_itself
from quotetrack.speakers.ways import way

_ARTICLES: Final = frozenset({"der", "die", "dem", "den", "dieser", "diese"})
#: How many sentences ago whoever is left must have been mentioned.
_LATELY: Final = 2
#: Posts that nobody is called by who has not been introduced by one of their field.
_POSTS: Final = frozenset({"politics", "head", "speaker", "church", "union"})
_OF_LAW: Final = ("staatsanwalt", "amtsanwalt", "kommissar", "polizist")
"""Ends of nouns for posts of law and police, besides which nobody has a trade."""
_OLDER: Final = frozenset({"Senior", "Seniorin", "Rentner", "Pensionist", "Pensionär", "Greis"})
_OLD: Final = range(60, 120)
_YOUNG: Final = range(2, 19)
_HEADS: Final = ("direktor", "rektor", "dekan", "intendant", "leiter", "chef")
#: So much longer than the masculine in the nominative is no form of a noun that is not a compound.
_ENDING: Final = 3
#: Adjectives that tell somebody new from others.
_INTRODUCING_RE: Final = regex.compile(
    r"(?:diensthabend|zuständig|anwesend|dortig|örtlich|ander|weiter|zweit|dritt|nächst|jeweilig|einzig|letzt|beteiligt"
    r"|behandelnd|damalig|stellvertretend)e[nrms]?",
    regex.IGNORECASE,
)
_OF_NO_NAME_RE: Final = regex.compile(
    r",? (?:(?:deren|dessen) Namen?\b|(?:der|die) (?:(?:seinen|ihren) (?:\p{L}+ )?Namen nicht\b|"
    r"(?:\p{L}+ )?(?:anonym|ungenannt|nicht (?:namentlich )?genannt)\b))"
)
_TOLD_ANEW_RE: Final = regex.compile(r", ein(?:e)? (?:\d+ Jahre alter? |\d+-[Jj]ähriger? |\p{Ll}+er? )?\p{Lu}\p{L}+")
"""An apposition that tells of somebody for the first time: *Der Kläger, | ein 79 Jahre alter Schreiner*."""
_TOLD_IN_CLAUSE_RE: Final = regex.compile(r", (?:dem|den|dessen|deren) ")
"""A clause that tells who is meant: *Der Bauer, | dem die Scheune gehörte*."""
_TOLD_TO_BE_RE: Final = regex.compile(r" (?:ist|war) eine? (?:\p{Ll}+er? )?\p{Lu}\p{L}+(?: aus| und|[.,])")
"""A predicate that tells who is meant: *Der Künstler | ist ein pensionierter Zahnarzt aus Bern*."""
_LONGEST: Final = 60


_YOUNGER_KIN: Final = frozenset({"Enkel", "Enkelin", "Neffe", "Nichte", "Urenkel", "Urenkelin"})


@way("who-is-left")
def the_only_one_left(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person named lately, of the gender that the role marks, who can have it besides.

    German news rather calls somebody by a second role than by the name again: whoever is called *die Juristin* has most
    often just been named. ``Bürgermeisterin Ida Ott sah das anders. „Das hält“, sagte die Juristin.``
    """
    if chunk.gender is None or chunk.determiner not in _ARTICLES or not notes.has_no_tail(context, chunk):
        return None
    is_aged = chunk.noun is not None and chunk.noun.field == "age"
    if introduces(notes, chunk) or (is_aged and _was_about_nameless(notes, context)):
        return None
    without = not_meant(notes, context, chunk.head) | of_other_turns(notes, context, chunk)
    people = _named_lately(notes, context, chunk, without)
    fitting = [person for person in people if person.gender in (None, chunk.gender)]
    left = [person for person in fitting if not excludes(person, chunk) and _can_have(person, chunk)]
    left = [person for person in left if not (is_called_so(person, chunk) or judges_itself(notes, person, chunk))]
    if chunk.noun is not None and chunk.noun.base in _YOUNGER_KIN:
        left = [person for person in left if not fields_of(person)]  # Der Enkel is no Archivar told of before
    if chunk.noun is not None and chunk.noun.field not in GENERAL_FIELDS | OFFICES - {"police"}:
        left = [p for p in left if not (fields_of(p) and _is_of_another_paragraph(notes, context, p))]
    if len(left) != 1 or (left[0].gender is None and len(people) > 1) or _goes_over(notes, context, chunk, left[0]):
        return None
    return left[0]


def _was_about_nameless(notes: Notes, context: Context) -> bool:
    """Say whether the sentence before is about somebody without a name, whose age may be told now."""
    here = (o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_subject and not o.is_in_content)
    return any(o.referent.known.is_person and o.referent.known.name is None for o in here)


def _is_of_another_paragraph(notes: Notes, context: Context, person: Referent) -> bool:
    """Say whether only the paragraph before tells of somebody: a new one with a new role is of somebody new."""
    here = notes.paragraphs[context.number]
    return not any(o.referent.known is person and notes.paragraphs[o.sentence] == here for o in notes.occurrences)


def _goes_over(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether a sentence opens with another role than the last speaker has: *…, sagte der Abt. Der Käser …*."""
    if chunk.first > 1 or notes.is_speaker(context, chunk.span):
        return False
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_speaker]
    last = near[-1] if near else None
    is_role = last is not None and last.chunk is not None and last.chunk.is_definite and not last.chunk.name
    return is_role and last is not None and last.referent.known is person


@way("of-that-age")
def by_age(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person of the article so old as *die Seniorin*, so young as *der Bub*, where ages are told."""
    noun = chunk.noun
    years = None if noun is None else _OLD if noun.base in _OLDER else _YOUNG if noun.base in CHILDREN else None
    if years is None or chunk.is_possessive or not notes.has_no_tail(context, chunk):
        return None
    without = not_meant(notes, context, chunk.head)
    gender = None if chunk.gender == "Neut" else chunk.gender
    found = [
        person
        for person in notes.named.values()
        if person.age is not None and person.age.isdecimal() and int(person.age) in years
        if person.same is None and fits(person, gender) and id(person) not in without
    ]
    return found[0] if len(found) == 1 else None


def introduces(notes: Notes, chunk: Chunk) -> bool:
    """Say whether a definite phrase is of somebody new: *die diensthabende Ärztin*, *der Wirt, dessen Namen …*."""
    patterns = (_TOLD_ANEW_RE, _TOLD_IN_CLAUSE_RE, _TOLD_TO_BE_RE)
    if any(pattern.match(notes.text, chunk.span.end) for pattern in patterns):
        return True
    return is_of_no_name(notes, chunk) or any(_INTRODUCING_RE.fullmatch(word.text) for word in chunk.adjectives)


def is_of_no_name(notes: Notes, chunk: Chunk) -> bool:
    """Say whether the article says right behind a phrase that it gives no name."""
    behind = notes.text[chunk.span.end : chunk.span.end + _LONGEST]
    return _OF_NO_NAME_RE.match(behind) is not None


def _named_lately(notes: Notes, context: Context, chunk: Chunk, without: Set[int]) -> list[Referent]:
    found = [
        o.referent.known
        for o in notes.occurrences
        if 0 <= context.number - o.sentence <= _LATELY
        and (o.sentence < context.number or o.place < chunk.first)
        and not o.is_in_content
        and o.referent.known.is_person
        and o.referent.known.name is not None
        and id(o.referent.known) not in without
    ]
    return list({id(person): person for person in found}.values())


def _can_have(person: Referent, chunk: Chunk) -> bool:
    """Say whether a role may be a second one of somebody.

    A mayor may be a lawyer, but nobody is called a nurse who is a doctor, and a post (*die Amtsdirektorin*) or what a
    compound tells (*die Kantonsärztin*) is of somebody else than another post.
    """
    noun, text = chunk.noun, chunk.nouns[-1].text
    if noun is None or any(is_same_role(text, role) or is_other_word_for(text, role) for role in person.nouns):
        return True
    fields = fields_of(person)
    is_compound = len(text) - len(noun.base) > _ENDING
    is_post = noun.field in _POSTS or noun.base.casefold().endswith((*_HEADS, *_OF_LAW))
    return not fields or not (noun.field in fields or is_post or is_compound)
