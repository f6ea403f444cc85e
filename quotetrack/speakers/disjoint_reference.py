"""Whom a word for somebody cannot mean: whoever stands in its clause, or is named in what it says."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.nouns import Gender
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.quotes.reporting import shares_subject
from quotetrack.speakers.answering import answered_by, asked_by, parted_by
from quotetrack.speakers.denials import denied_by
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import clear_winner
from quotetrack.syntax import Word

_HEARD_WITHIN: Final = 12
"""So many sentences later a noun still is of whom somebody has called so: *„Mein Bruder kocht.“ … Der Bruder …*."""
_OBJECTS: Final[dict[str, Gender]] = {"ihm": "Masc", "ihn": "Masc", "ihr": "Fem"}


def not_meant(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of referents that a word for somebody cannot mean.

    They stand in its clause, or it speaks words that name them or are said to them: nobody speaks so of himself.
    """
    found = never_meant(notes, context, word) | answered_by(notes, context, word) | denied_by(notes, context, word)
    if word.upos == "PRON":
        found |= _told_of_by_role(notes, context, word)
    else:
        found |= _subjects_above(notes, context, word)
    return found | asked_by(notes, context, word) | parted_by(notes, context, word)


def never_meant(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of referents that not even a word for their own role can mean."""
    told = clause_mates(notes, context, word) | told_of(notes, context, word) | _telling(notes, context, word)
    told |= acted_on(notes, context, word) | _told_to_speak(notes, context, word)
    return told | _calling_somebody_so(notes, context, word) | _reporting_of_one_so(notes, context, word)


def _calling_somebody_so(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of who called somebody else by a noun before: *„Mein Bruder kocht“, sagt Ott. Der Bruder …*."""
    if word.upos != "NOUN":
        return set()
    lately = [
        (quote.speaker, span.of(notes.text))
        for quote in notes.quotes
        if quote.type == "direct" and quote.speaker is not None and 0 < context.number - quote.sentence <= _HEARD_WITHIN
        for span in quote.spans
    ]
    lately = [(speaker, said) for speaker, said in lately if word.text in said]
    if not lately:
        return set()
    own = regex.compile(rf"\b[Mm]eine?[mnrs]? (?:\p{{Ll}}+ )?{regex.escape(word.text)}\b")
    speakers = [speaker for speaker, said in lately if own.search(said)]
    found = (notes.by_head.get((speaker.sentence, speaker.head.index)) for speaker in speakers)
    return {id(referent.known) for referent in found if referent is not None}


def _reporting_of_one_so(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of who has told of somebody by a noun: *Der Plan des Statikers fehle, sagt Ott*."""
    if word.upos != "NOUN":
        return set()
    told = [
        o.span
        for o in notes.occurrences
        if o.is_in_content and (o.sentence, o.place) != (context.number, word.index)
        if o.chunk is not None and o.chunk.is_definite and not o.chunk.name and o.chunk.nouns
        if o.referent.known.is_person and is_same_role(word.text, o.chunk.role)
    ]
    speakers = [
        quote.speaker
        for quote in (notes.quotes if told else ())
        if quote.speaker is not None and any(part.contains(span) for part in quote.spans for span in told)
    ]
    found = [notes.by_head.get((speaker.sentence, speaker.head.index)) for speaker in speakers]
    people = [referent.known for referent in found if referent is not None]
    return {id(one) for one in people if not any(is_same_role(word.text, noun) for noun in one.nouns)}


def clause_mates(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of referents that stand in the same clause: a pronoun means none of them."""
    clause = context.clauses.of(word)
    if clause is None:
        return set()
    sharing = _clause_before(context, clause)
    return {
        id(o.referent.known)
        for o in notes.occurrences
        if o.sentence == context.number
        and (o.clause == clause.number or (o.clause == sharing and o.is_subject))
        and (o.chunk is not None or o.place < min(word.index, context.length))
        and not o.is_attribute
    }


def _subjects_above(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of who acts in the clauses above before a noun: *Ott weiß, was | der Arzt | gesagt hat*.

    A noun means nobody who binds it from above (Principle C; Chomsky 1981, *Lectures on Government and Binding*).
    """
    clause = context.clauses.of(word)
    above: set[int] = set()
    while clause is not None and clause.parent is not None and clause.kind in ("subordinate", "relative"):
        above.add(clause.parent)
        clause = context.clauses.all[clause.parent]
    return {
        id(o.referent.known)
        for o in notes.occurrences
        if o.sentence == context.number and o.clause in above and o.is_subject and o.place < word.index
        if o.chunk is not None and o.chunk.name
    }


def _clause_before(context: Context, clause: Clause) -> int | None:
    """Return the number of the clause whose subject another has: *schimpfte er | und nannte den Vermittler …*."""
    before = context.clauses.before(clause) if shares_subject(clause) else None
    return None if before is None else before.number


def _told_to_speak(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of whom a speaker tells what they said: *Dieser habe ihm versichert, …, erzählte er*."""
    within = [
        other.speaker
        for quote, _ in notes.spoken_by(context, word)
        for other in notes.quotes
        if other.speaker is not None and other.speaker.sentence == context.number
        if other.speaker.head.text.lower() not in ("er", "sie")
        if any(span.contains(other.speaker.span) for span in quote.spans)
    ]
    found = (notes.by_head.get((context.number, speaker.head.index)) for speaker in within)
    return {id(referent.known) for referent in found if referent is not None}


def acted_on(notes: Notes, context: Context, word: Word, *, is_pronoun: bool = False) -> set[int]:
    """Return the id of whom a personal pronoun behind a noun means, for its clause: *Der Chef warf ihm vor, …*."""
    clause = context.clauses.of(word)
    if clause is None or (word.upos == "PRON" and not is_pronoun):
        return set()
    objects = (other for other in clause.words if other.index > word.index and other.upos == "PRON")
    pronoun = next((other for other in objects if other.text in _OBJECTS), None)
    if pronoun is None or notes.is_in_content(pronoun.span):
        return set()
    found = clear_winner(notes.ranked(context, _OBJECTS[pronoun.text], people_only=True))
    return set() if found is None else {id(found.known)}


def _telling(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of the people who are named as the speakers of the words in which a noun stands.

    ``Den Befehl habe ihr der Direktor erteilt, so Ott``: the director is somebody else.
    """
    if word.upos == "PRON":
        return set()
    speakers = [
        quote.speaker
        for quote in notes.quotes
        if quote.speaker is not None
        and not quote.speaker.span.contains(word.span)
        and any(span.contains(word.span) for span in quote.spans)
    ]
    said = (speaker.span.of(notes.text) for speaker in speakers)
    words = {found for speaker in said for found in regex.findall(r"[\p{L}-]{3,}", speaker)}
    pronouns = (speaker for speaker in speakers if speaker.head.text.lower() in ("er", "sie"))
    met = (notes.by_head.get((speaker.sentence, speaker.head.index)) for speaker in pronouns)
    tellers = {id(referent.known) for referent in met if referent is not None}
    return tellers | {id(bearer) for found in words for bearer in _only_bearer(notes, found)}


def told_of(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of the people whom the words that a speaker says name, or to whom they are said."""
    spoken = [
        span
        for quote, _ in notes.spoken_by(context, word)
        if quote.type == "direct" or not notes.is_authors(quote)
        for span in (*quote.spans, *quote.addressee)
        if not span.contains(word.span)
    ]
    words = {found for span in spoken for found in regex.findall(r"[\p{L}-]{3,}", span.of(notes.text))}
    return {id(bearer) for found in words for bearer in _only_bearer(notes, found)} if words else set()


def called_by_role(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of whom a speaker calls by a definite role: *Der Bauer solle gehen, spottet dieser* is another."""
    spoken = [span for quote, _ in notes.spoken_by(context, word) for span in quote.spans]
    return {
        id(o.referent.known)
        for o in notes.occurrences
        if o.sentence == context.number and o.chunk is not None and o.chunk.is_definite and not o.chunk.name
        if o.referent.known.is_person and any(span.contains(o.span) for span in spoken)
    }


def _told_of_by_role(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of whom a speaker calls by the role that the article gives them: *Die Chefin lobe, sagt sie*."""
    told = called_by_role(notes, context, word)
    ways = {
        id(told.referent.known) for (n, _), told in notes.ways.items() if n == context.number and told.way == "role"
    }
    return told & ways


def _only_bearer(notes: Notes, form: str) -> list[Referent]:
    """Return the one person of whose full name a word is the first or the last part."""
    found = [
        person
        for name, person in notes.named.items()
        if form in (name.split()[0], name.split()[-1]) or form.removesuffix("s") == name.split()[-1]
    ]
    return found if len(found) == 1 else []
