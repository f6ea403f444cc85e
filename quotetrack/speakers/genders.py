"""Learns somebody's gender from the pronouns right behind the name, before the article is read.

Only a pronoun that nobody else can own is heard: one named person in the clause before it, in its own sentence or the
sentence before. A role, a title or a relative pronoun beside the name says more, and is learnt first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import RELATIVES_OF_ONE
from quotetrack.nouns import Gender, noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.reporting import shares_subject
from quotetrack.speakers.answering import answers_a_speaker
from quotetrack.speakers.chunks import Chunk, gender_of, name_text
from quotetrack.speakers.disjoint_reference import told_of
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.participles import opens_with_participle
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.syntax import SUBJECTS, Word

_WEIGHTS: Final[dict[str, tuple[Gender, int]]] = {
    "er": ("Masc", 2), "ihm": ("Masc", 2), "ihn": ("Masc", 2), "sie": ("Fem", 2), "ihr": ("Fem", 2),
}  # fmt: skip
_STEMS: Final[tuple[tuple[str, Gender], ...]] = (("sein", "Masc"), ("ihr", "Fem"))
_POSSESSIVES: Final = {stem + end: gender for stem, gender in _STEMS for end in ("", "e", "er", "es", "em", "en")}
_TIMES_MORE: Final = 3
_OF_PRONOUNS: Final = 2
_OF_PEOPLE: Final = frozenset({"person", "group", "organisation", "medium"})
_SUBJUNCTIVES: Final = frozenset("sei habe werde könne müsse solle dürfe wolle wisse gehe komme".split())
"""Verbs in the singular of what somebody says."""


def hear_pronouns(notes: Notes) -> None:
    """Give the named people without a gender the one of the pronouns that can only be theirs."""
    votes: dict[int, Counter[Gender]] = {}
    for context in notes.contexts:
        for word in context.sentence.words:
            heard = _heard(context, word)
            if heard is None:
                continue
            gender, weight = heard
            owner = _only_owner(notes, context, word, gender)
            if owner is not None:
                votes.setdefault(id(owner), Counter())[gender] += weight
    for person, gender in _heard_of_who_opens(notes):
        votes.setdefault(id(person), Counter())[gender] += 1
    _tell_by_ages(notes)
    for person, gender in _heard_of_themselves(notes):
        votes.setdefault(id(person), Counter())[gender] += 1
    for person in notes.named.values():
        counts = votes.get(id(person))
        if person.gender is None and counts:
            (gender, most), *others = counts.most_common()
            if all(most >= _TIMES_MORE * count for _, count in others):
                person.gender = gender


def _heard_of_who_opens(notes: Notes) -> Iterator[tuple[Referent, Gender]]:
    """Yield whom a pronoun takes up that acts on something: *Kim Ott schrieb den Brief. Lange fuhr | er | Züge*."""
    for context in notes.contexts[1:]:
        number = context.number - 1
        before = notes.chunks[number]
        opening = before[0] if before and before[0].first == 1 and len(before[0].name) > 1 else None
        if opening is None or notes.paragraphs[number] != notes.paragraphs[context.number]:
            continue
        others = any(one.name or (one.noun is not None and one.noun.kind in _OF_PEOPLE) for one in before[1:])
        bearers = _bearers(notes, opening)
        gender = _who_acts_on_something(notes, context)
        if gender is not None and not others and len(bearers) == 1:
            yield bearers[0], gender


def _who_acts_on_something(notes: Notes, context: Context) -> Gender | None:
    """Return the gender of the pronoun that is the subject of the first clause, where that has an object."""
    main = next(iter(context.main_clauses()), None)
    words = () if main is None else tuple(word for word in main.words if not word.masked)
    subject = next((word for word in words if word.relation in SUBJECTS and word.text.lower() in ("er", "sie")), None)
    if subject is None or subject.features.get("Number") == "Plur" or notes.is_speaker(context, subject.span):
        return None
    objects = [word for word in words if word.relation == "obj" and word.upos == "NOUN" and word.head == subject.head]
    named = any(one.name and one.first < subject.index for one in notes.chunks[context.number])
    finite = None if main is None else main.finite
    is_one = finite is not None and finite.features.get("Number") != "Plur"
    return _WEIGHTS[subject.text.lower()][0] if objects and is_one and not named else None


def _tell_by_ages(notes: Notes) -> None:
    """Give the only one named with an age the gender by which it is told again: *Ida Kern, 71, … die 71-Jährige*."""
    for chunk in (one for row in notes.chunks for one in row):
        noun = chunk.noun
        if noun is None or noun.field != "age" or chunk.gender not in ("Masc", "Fem") or not chunk.is_definite:
            continue
        age = noun.base.removesuffix("-Jährige")
        aged = [person for person in notes.named.values() if person.same is None and person.age == age]
        if len(aged) == 1 and aged[0].gender is None:
            aged[0].gender = chunk.gender


def _heard_of_themselves(notes: Notes) -> Iterator[tuple[Referent, Gender]]:
    """Yield whom a pronoun is of that opens what they say before their name: *Sie habe nichts getan, sagt Ida Ott*."""
    for quote in notes.quotes:
        speaker = quote.speaker
        if quote.type != "indirect" or speaker is None or speaker.sentence != quote.sentence:
            continue
        opening = _own_pronoun(notes.contexts[quote.sentence])
        starts = quote.spans[0].start == notes.contexts[quote.sentence].word(1).span.start
        if opening is None or not starts or speaker.span.start < opening.span.end:
            continue
        named = [c for c in notes.chunks[quote.sentence] if len(c.name) > 1 and c.span == speaker.span]
        bearers = _bearers(notes, named[0]) if named else []
        small = opening.text.lower()
        possessive = small in _POSSESSIVES and (small not in _WEIGHTS or opening.upos != "PRON")
        gender = _POSSESSIVES[small] if possessive else _WEIGHTS[small][0]
        if len(bearers) == 1 and not _is_another_told(notes, quote.sentence, bearers[0], gender):
            yield bearers[0], gender


def _own_pronoun(context: Context) -> Word | None:
    """Return *Er* or *Sie* that opens a sentence, or stands behind its verb: *Drei Gäste habe | sie | verloren*."""
    opening, second = context.word(1), context.word(min(2, context.length))
    if opening.text in ("Er", "Sie"):
        return None if second.features.get("Number") == "Plur" else opening
    kin = noun_of(second.text) if opening.text.lower() in _POSSESSIVES else None
    if kin is not None and kin.field == "family":
        return opening  # Ihr Sohn habe den Ring gefunden, erzählt Ida Ott
    clause = context.clauses.of(opening)
    finite = None if clause is None or clause.kind != "main" or clause.start > 1 else clause.finite
    if finite is None or finite.index == context.length or finite.text not in _SUBJUNCTIVES:
        return None
    behind = context.word(finite.index + 1)
    return behind if behind.text in ("er", "sie") else None


def _is_another_told(notes: Notes, number: int, person: Referent, gender: Gender) -> bool:
    """Say whether the sentences before tell of another whom a pronoun may mean: *Seine Frau nickt. Er habe …*."""
    near = [one for one in (number - 1, number - 2) if one >= 0 and notes.paragraphs[one] == notes.paragraphs[number]]
    heard = (_heard(notes.contexts[one], word) for one in near for word in notes.contexts[one].sentence.words)
    if any(found is not None and found[0] == gender for found in heard):
        return True
    named = (chunk for one in near for chunk in notes.chunks[one] if chunk.name)
    return any(other is not person and fits(other, gender) for chunk in named for other in _bearers(notes, chunk))


def _heard(context: Context, word: Word) -> tuple[Gender, int] | None:
    small = word.text.lower()
    if word.masked or not (small in _WEIGHTS or small in _POSSESSIVES):
        return None
    before = context.word(word.index - 1) if word.index > 1 else None
    governed = small == "ihr" and before is not None and before.upos == "ADP"
    is_pronoun = word.upos == "PRON" and word.features.get("Number") != "Plur"
    if small == "sie" and _may_be_of_several(context, word):
        return None
    if small in _WEIGHTS and (is_pronoun or _is_spoken_to(context, word)) and not governed:
        return _WEIGHTS[small]
    return (_POSSESSIVES[small], 1) if small in _POSSESSIVES and word.upos == "DET" else None


def _may_be_of_several(context: Context, word: Word) -> bool:
    """Say whether *sie* is no subject, and so perhaps of several: *Die Werte seien gut, man messe | sie | oft*."""
    clause = context.clauses.of(word)
    others = () if clause is None else (one for one in clause.words if one.index < word.index)
    if clause is not None and opens_with_participle(clause.words) and word.index < context.length:
        return context.word(word.index + 1).upos in ("NOUN", "PROPN")  # Verfasst hat | sie | Ida Ott
    return word.relation == "obj" or any(one.text == "man" or one.relation in SUBJECTS for one in others)


def _is_spoken_to(context: Context, word: Word) -> bool:
    """Say whether *gegenüber* stands behind a pronoun that a tagger takes for a possessive: *sagte ihr gegenüber*."""
    return word.index < context.length and context.word(word.index + 1).text == "gegenüber" and word.text == "ihr"


def _only_owner(notes: Notes, context: Context, word: Word, gender: Gender) -> Referent | None:
    """Return the one person who is named before a pronoun, None if something else of that gender is there as well."""
    number = context.number
    own = [span for quote, _ in notes.spoken_by(context, word) for span in quote.spans]
    before = [chunk for chunk in notes.chunks[number] if chunk.last < word.index]
    before = [chunk for chunk in before if not any(span.contains(chunk.span) for span in own)]
    is_possessive = word.upos == "DET" and not _is_spoken_to(context, word)
    if (
        before
        and not is_possessive
        and (_in_relative_clause(context, before[-1], word) or _in_clause(context, before, word))
    ):
        return None
    if not is_possessive and _may_be_the_speaker(notes, context, word, gender):
        return None
    if not is_possessive:
        others = told_of(notes, context, word)
        if any(id(person) in others for chunk in before if chunk.name for person in _bearers(notes, chunk)):
            return None
    if not is_possessive and _follows_another(context, before, word, gender):
        return None
    if is_possessive and _follows_pronoun(context, word, gender):
        return None  # Zu Ott habe ihm seine Enkelin geraten
    if is_possessive and gender == "Fem" and len({id(p) for c in before if c.name for p in _bearers(notes, c)}) > 1:
        return None  # Ott und Kern verkaufen ihre Boote
    people = _people(notes, before, gender)
    alone = not is_possessive and not _with_pronoun_of_another(context, word)
    if people == [] and alone and number and notes.paragraphs[number - 1] == notes.paragraphs[number]:
        is_another = _answers_one(notes, context, word) or _takes_up_another(notes.contexts[number - 1], gender)
        people = None if is_another else _people(notes, notes.chunks[number - 1], gender)
    return people[0] if people is not None and len(people) == 1 else None


def _answers_one(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether a pronoun is of who answers whoever is named in the sentence before, who has spoken there."""
    before = notes.contexts[context.number - 1]
    spoke = any(chunk.name and notes.is_speaker(before, chunk.span) for chunk in notes.chunks[before.number])
    return spoke and answers_a_speaker(notes, context, word)


def _takes_up_another(context: Context, gender: Gender) -> bool:
    """Say whether a sentence tells of somebody by a pronoun of the gender, whom the next may go on to tell of."""
    heard = (_heard(context, word) for word in context.sentence.words)
    return any(found is not None and found == (gender, _OF_PRONOUNS) for found in heard)


def _follows_pronoun(context: Context, word: Word, gender: Gender) -> bool:
    """Say whether a pronoun of the gender stands before a possessive in its clause, whose it is rather."""
    clause = context.clauses.of(word)
    before = (other for other in context.sentence.words[: word.index - 1] if context.clauses.of(other) is clause)
    return any(_WEIGHTS.get(other.text.lower(), (None, 0))[0] == gender for other in before if not other.masked)


def _with_pronoun_of_another(context: Context, word: Word) -> bool:
    """Say whether a pronoun of the other gender stands in the sentence, so that it is of two: *beschied sie ihm*."""
    own = _WEIGHTS[word.text.lower()][0]
    others = (other for other in context.sentence.words if other.upos == "PRON" and not other.masked)
    return any(_WEIGHTS.get(other.text.lower(), (own, 0))[0] != own for other in others)


def _follows_another(context: Context, before: list[Chunk], word: Word, gender: Gender) -> bool:
    """Say whether somebody else of the gender was met by the one who is named: *Als Ott sie fragte, ob sie …*."""
    earlier = (other for other in context.sentence.words[: word.index - 1] if other.text.lower() in _WEIGHTS)
    return any(_WEIGHTS[other.text.lower()][0] == gender and _in_clause(context, before, other) for other in earlier)


def _may_be_the_speaker(notes: Notes, context: Context, word: Word, gender: Gender) -> bool:
    """Say whether a pronoun may mean the speaker behind the words it stands in: *Das wisse sie, sagte Rätin Ott*.

    That may be told by a pronoun again: *Was Ott höre, könne sie messen, behauptet sie*.
    """
    speakers = [
        quote.speaker.span
        for quote in notes.quotes
        if quote.speaker is not None
        and quote.speaker.sentence == context.number
        and quote.speaker.span.start > word.span.end
        and any(span.contains(word.span) for span in quote.spans)
    ]
    return any(
        chunk.gender in (None, gender) and any(span.contains(chunk.span) for span in speakers)
        for chunk in notes.chunks[context.number]
        if chunk.nouns or chunk.titles
    ) or any(
        _WEIGHTS.get(other.text.lower(), (None, 0))[0] == gender and any(span.contains(other.span) for span in speakers)
        for other in context.sentence.words
    )


def _in_clause(context: Context, chunks: list[Chunk], word: Word) -> bool:
    """Say whether a name stands in the clause of the pronoun, which then means somebody else: *Amann empfing sie*.

    Or in the clause before with which that of the pronoun shares its subject: *Amann lachte und sah sie an*.
    """
    clause = context.clauses.of(word)
    before = context.clauses.before(clause) if clause is not None and shares_subject(clause) else None
    near = [one for one in (clause, before) if one is not None]
    return any(chunk.name and context.clauses.of(chunk.head) in near for chunk in chunks)


def _in_relative_clause(context: Context, chunk: Chunk, word: Word) -> bool:
    """Say whether a relative pronoun stands between: *Amann, dem er die Hand gab*."""
    between = list(context.words(chunk.last + 1, word.index - 1))
    return len(between) > 1 and between[0].text == "," and between[1].text.lower() in RELATIVES_OF_ONE


def _bearers(notes: Notes, chunk: Chunk) -> list[Referent]:
    return notes.bearers(name_text(chunk.name))


def _people(notes: Notes, chunks: list[Chunk], gender: Gender) -> list[Referent] | None:
    """Return the people named in some phrases; None if a phrase without a name can own the pronoun as well."""
    found: list[Referent] = []
    for chunk in chunks:
        if chunk.name:
            bearers = _bearers(notes, chunk)
            if len(bearers) > 1 and any(person.gender is None for person in bearers):
                return None
            found += [person for person in bearers if person.gender in (None, gender) and person not in found]
        elif chunk.nouns and chunk.preposition is None and not chunk.is_plural:
            known = chunk.gender or gender_of(chunk.nouns[-1])
            if known in (None, gender) and (chunk.is_definite or chunk.is_indefinite):
                return None
    return found
