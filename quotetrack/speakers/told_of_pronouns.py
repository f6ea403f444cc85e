"""What a clause tells of the pronoun that is its subject: *Wirtin ist sie seit Mai*, *Gelernt hat er Koch*.

So of *Als Ärztin kennt sie das*, *Im Hauptberuf Lehrer, leitet er den Chor* and *dass sie Richterin ist*. What stands
behind a copula is learnt where the role is read (``quotetrack.speakers.reading``). Besides roles these are an age
(*Sie ist 43*) and a party (*Sie gehört der SPD an*).
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.quotes.context import Context
from quotetrack.speakers.ages import age_told_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.copulas import is_role
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.party_membership import party_of_subject
from quotetrack.speakers.pronoun_forms import FIRST_OF, LAST_OF
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.wording import role_of
from quotetrack.syntax import Word

_COPULAS: Final = frozenset("ist war bleibt blieb wird wurde".split())
_LEARNING: Final = frozenset("hat hatte habe".split())
_NOT: Final = frozenset("nicht kein keine nie kaum fast beinahe ob wenn wie besser mehr".split())
_NEAR: Final = 2
_YOUTH: Final = frozenset({"age", "family", "origin", "relation"})


def learn_of_pronoun(notes: Notes, context: Context, word: Word, person: Referent) -> None:
    """Learn the role, the age and the party that the clause of a pronoun tells of whom it means."""
    if word.text.lower() in FIRST_OF | LAST_OF and person.is_person:
        _learn_of_one_of_two(notes, context, word, person.known)
        return
    clause = context.clauses.of(word)
    acts = bool(notes.occurrences) and notes.occurrences[-1].is_subject
    if clause is None or not acts or word.text.lower() not in ("er", "sie") or not person.is_person:
        return
    person = person.known
    person.age = person.age or age_told_of(context, word)
    person.affiliation = person.affiliation or party_of_subject(notes.chunks[context.number], clause)
    for chunk in notes.chunks[context.number]:
        if _may_be_told(chunk) and _agrees(chunk, word) and _is_told(context, clause, chunk, word):
            _take(notes, context, chunk, person)


def _learn_of_one_of_two(notes: Notes, context: Context, word: Word, person: Referent) -> None:
    """Learn the role behind a copula, or where that is left out: *Erstere ist | Wirtin |, Letztere | Lehrerin*."""
    for chunk in notes.chunks[context.number]:
        between = [other.text for other in context.words(word.index + 1, chunk.first - 1)]
        told = not between or (between[0] in _COPULAS and _NOT.isdisjoint(between) and len(between) <= _NEAR)
        if chunk.first > word.index and told and _may_be_told(chunk):
            person.takes(chunk)
            person.role = person.role or role_of(chunk)
            return


def is_of_pronoun_behind(context: Context, chunk: Chunk) -> bool:
    """Say whether a bare role is told of the pronoun behind it, and is nobody told of before: *Wirtin | ist sie*."""
    if not _may_be_told(chunk):
        return False
    pronouns = (word for word in context.words(chunk.last + 1, context.length) if word.text in ("er", "sie"))
    word = next(pronouns, None)
    clause = None if word is None else context.clauses.of(word)
    return word is not None and clause is not None and _agrees(chunk, word) and _is_told(context, clause, chunk, word)


def _take(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Give somebody a role; whoever was told of by it in front of the pronoun turns out to be them."""
    before = notes.by_head.get((context.number, chunk.head.index))
    if before is not None and before.known is not person.known:
        if before.known.name is not None or not before.known.is_person:
            return
        before.known.becomes(person)
    person.known.takes(chunk)
    person.known.role = person.known.role or role_of(chunk)


def _may_be_told(chunk: Chunk) -> bool:
    bare = chunk.determiner in (None, "ein", "eine") and chunk.preposition in (None, "als") and not chunk.possessor
    return bare and is_role(chunk) and chunk.noun is not None and chunk.noun.field not in _YOUTH


def _agrees(chunk: Chunk, word: Word) -> bool:
    """Say whether a role is a woman's beside *sie*, a man's beside *er*."""
    gender = chunk.gender or (chunk.noun.gender if chunk.noun is not None else None)
    return gender == ("Fem" if word.text.lower() == "sie" else "Masc")


def _is_told(context: Context, clause: Clause, chunk: Chunk, word: Word) -> bool:
    """Say whether a bare role stands where it is told of the subject."""
    if not _NOT.isdisjoint(other.text.lower() for other in clause.words):
        return False
    own = chunk.head in clause.words
    if own and _is_learnt(clause):
        return True
    if chunk.first > word.index:
        return own and _is_before_copula(clause, chunk)
    in_clause = own and (_is_fronted(clause, chunk) or _is_as_such(context, chunk))
    return in_clause or _is_put_first(context, chunk, word)


def _is_learnt(clause: Clause) -> bool:
    """Say whether a clause tells a trade that somebody has learnt: *Gelernt hat er Koch*."""
    finite = clause.finite
    learnt = any(word.text.lower() == "gelernt" for word in clause.words)
    return learnt and finite is not None and finite.text in _LEARNING


def _is_fronted(clause: Clause, chunk: Chunk) -> bool:
    """Say whether a role opens a clause with a copula: *Wirtin | ist sie seit Mai*."""
    finite = clause.finite
    first = next((word.index for word in clause.words if word.upos not in ("PUNCT", "CCONJ")), chunk.first)
    opens = chunk.first == first and finite is not None and finite.index == chunk.last + 1
    return opens and finite is not None and finite.text in _COPULAS


def _is_as_such(context: Context, chunk: Chunk) -> bool:
    """Say whether *als* stands before a role, and compares nothing: *Als | Ärztin | kennt sie das*."""
    if chunk.first < 2 or context.word(chunk.first - 1).text.lower() != "als" or chunk.determiner is not None:
        return False
    before = context.word(chunk.first - 2) if chunk.first > 2 else None
    return before is None or not before.text.endswith("er") or before.upos == "NOUN"


def _is_put_first(context: Context, chunk: Chunk, word: Word) -> bool:
    """Say whether a role stands in front of the clause, set off by a comma: *Im Hauptberuf | Lehrer |, leitet er …*."""
    if chunk.last + 3 != word.index or chunk.determiner is not None:
        return False
    comma, verb = context.words(chunk.last + 1, chunk.last + 2)
    opening = context.words(1, max(1, chunk.first - 1))
    return comma.text == "," and verb.upos in ("VERB", "AUX") and not any(one.text == "," for one in opening)


def _is_before_copula(clause: Clause, chunk: Chunk) -> bool:
    """Say whether the copula closes a clause behind a role: *dass sie | Richterin | ist*."""
    finite = clause.finite
    closes = clause.opener is not None and finite is not None and finite.index == chunk.last + 1
    return closes and finite is not None and finite.text in _COPULAS
