"""Whom the text has just been about: who acted or spoke in the last sentence, for whom a noun is another word."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from quotetrack.nouns import is_person_noun
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.announced import PLAIN
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, PROFESSIONS, excludes, fields_of, is_of_the_press, takes_role
from quotetrack.speakers.salience import fits
from quotetrack.speakers.taking_turns import speaks_next
from quotetrack.speakers.telling_phrases import is_former
from quotetrack.speakers.trials import judges_itself
from quotetrack.speakers.ways import way

_FOCUS: Final = 3
_BEFORE_OR_AFTER: Final = frozenset({"Vorgänger", "Amtsvorgänger", "Nachfolger", "Amtsnachfolger"})
"""Nouns for whoever has had or gets the post of whom the text is about."""
_STEM: Final = 5


@way("in-focus")
def in_focus(notes: Notes, context: Context, chunk: Chunk, *, with_another_role: bool) -> Referent | None:
    """Return the person whom the text has just been about, for whom a noun of no known bearer is another word.

    German news name somebody anew with what they are: ``Reto Zgraggen schwieg. … sagt der Landwirt``. Whoever was the
    subject or the speaker of the last sentence is meant, if nobody else of the gender was, and no known role of theirs
    excludes the noun. ``with_another_role``: also who is known for something else, a president who is a farmer.
    """
    if chunk.is_possessive or not chunk.is_definite or (chunk.noun is not None and chunk.noun.base in _BEFORE_OR_AFTER):
        return None
    if chunk.preposition in ("bei", "beim"):
        return None  # hieß es beim Veranstalter
    is_light = notes.has_no_tail(context, chunk)
    without = not_meant(notes, context, chunk.head) | speaks_next(notes, context, chunk)
    for distance in range(_FOCUS if is_light else 2):
        number = context.number - distance
        if number < 0 or (distance > 1 and notes.paragraphs[number] != notes.paragraphs[context.number]):
            break
        people = _acting(notes, number, chunk, without, before=chunk.first if not distance else None)
        if not distance and not any(_acts_before(notes, context, chunk, person) for person in people):
            continue
        fitting = [person for person in people if not excludes(person, chunk) and not is_called_so(person, chunk)]
        fitting = [person for person in fitting if not judges_itself(notes, person, chunk)]
        if chunk.noun is None and len(fitting) == 1 and _has_rival_with_role(notes, chunk, fitting[0], number, without):
            return None
        if len(fitting) == 1 and (fitting[0].name is not None or _is_described(fitting[0])):
            acts = is_subject_of_clause(context, chunk, chunk.head) or notes.is_speaker(context, chunk.span)
            if fitting[0].name is None and not (acts and _may_be_of_described(context, chunk)):
                return None
            rival = bare_rival(notes, context, chunk, fitting[0])
            if rival is not None:
                return rival
            if not is_light and (not acts or any(noun not in PLAIN for noun in fitting[0].nouns)):
                return None
            if _is_called_anew(notes, context, chunk, fitting[0]) or is_one_of_two_new(
                notes, chunk, fitting[0], number
            ):
                return None
            return fitting[0] if takes_role(fitting[0], chunk, with_another_role=with_another_role) else None
        if people:
            break
    return None


def is_called_so(person: Referent, chunk: Chunk) -> bool:
    """Say whether the noun is only somebody's surname, who is not so told by a role: *Urs Richter*, *der Richter*."""
    return person.name is not None and person.name.split(" ")[-1] in {word.text for word in chunk.nouns}


def _has_rival_with_role(notes: Notes, chunk: Chunk, person: Referent, number: int, without: Set[int]) -> bool:
    """Say whether a sentence tells of two, each with a role, so that a noun of no list may be of either."""
    people = people_with_roles(notes, chunk, number) - without
    return id(person) in people and len(people) > 1


def people_with_roles(notes: Notes, chunk: Chunk, number: int) -> set[int]:
    """Return the ids of the named people of a sentence that fit a noun and of whom a role is told."""
    here = [o for o in notes.occurrences if o.sentence == number and not (o.is_in_content or o.is_embedded)]
    people = (o.referent.known for o in here)
    told = (one for one in people if one.is_person and one.name and any(map(is_person_noun, one.nouns)))
    return {id(one) for one in told if fits(one, chunk.gender)}


def bare_rival(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return the only other one in view of whom no role is told, where the person has one that is no word for a noun.

    ``Mia Ott backt Brot, Lea Kern verkauft Blumen. …, sagt die Bäckerin. Die Floristin …``
    """
    noun = chunk.noun
    if noun is None or noun.field in GENERAL_FIELDS or noun.base in PROFESSIONS:
        return None
    if not (fields_of(person) or (person.nouns and is_just_called(notes, person))):
        return None
    if any(chunk.role[:_STEM] == role[:_STEM] for role in person.nouns):
        return None  # Polizist Ott … der Polizeichef
    if any(is_same_role(chunk.role, role) or is_other_word_for(chunk.role, role) for role in person.nouns):
        return None
    without = not_meant(notes, context, chunk.head)
    others = [
        other
        for other in notes.named.values()
        if other.same is None and other is not person and id(other) not in without and fits(other, chunk.gender)
        if notes.distance(context, other) <= _FOCUS
    ]
    return others[0] if len(others) == 1 and not fields_of(others[0]) and not others[0].nouns else None


def is_one_of_two_new(notes: Notes, chunk: Chunk, person: Referent, number: int) -> bool:
    """Say whether the sentence before the one that names somebody bare does so with another: either may be meant.

    ``Urs Ott sammelt Uhren. Jan Kern spielt Harfe. …, sagt der Schaffner.``
    """
    acting = [o for o in notes.occurrences if o.is_subject and not o.is_in_content and o.referent.known.name]
    new = [
        {id(o.referent.known) for o in acting if o.sentence == place and _is_new(notes, o, chunk)}
        for place in (number - 1, number)
    ]
    return len(new[0]) == 1 and new[1] == {id(person)}


def _is_new(notes: Notes, occurrence: Occurrence, chunk: Chunk) -> bool:
    """Say whether somebody who fits a noun is named first, without anything that tells who that is."""
    person = occurrence.referent.known
    is_first = person.is_person and notes.first.get(id(person)) == occurrence.sentence
    return is_first and not person.nouns and fits(person, chunk.gender)


def is_just_called(notes: Notes, person: Referent) -> bool:
    """Say whether the text has just called somebody by another role: *sagte der Abt. Der Käser …* is new."""
    told = [o for o in notes.occurrences if o.referent.known is person and not o.is_in_content]
    last = told[-1].chunk if told else None
    if last is None or not last.is_definite or last.name or not last.nouns:
        return False
    return len(told) == 1 or not _stands_behind_the_name(notes, told[-2], told[-1])


def _is_called_anew(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether the text has just called somebody by another role, unless that only opens what they say.

    ``…, sagte der Abt. Der Käser …`` is another; ``Die Biologin hat gezählt. …, sagt die Vogelkundlerin`` is not.
    """
    if is_former(chunk) or not is_just_called(notes, person):
        return False
    last = [o for o in notes.occurrences if o.referent.known is person and not o.is_in_content][-1]
    opens = last.sentence == context.number - 1 and last.is_subject and not last.is_speaker
    opens = opens and notes.paragraphs[last.sentence] == notes.paragraphs[context.number]
    return not (opens and notes.is_speaker(context, chunk.span))


def _stands_behind_the_name(notes: Notes, named: Occurrence, told: Occurrence) -> bool:
    """Say whether a phrase only stands behind the name that it tells of: *sagte Ida Ott, | die Vorsitzende*."""
    if named.sentence != told.sentence or named.chunk is None or told.chunk is None or not named.chunk.name:
        return False
    return notes.text[named.chunk.span.end : told.chunk.span.start].strip() == ","


def _is_described(person: Referent) -> bool:
    """Say whether somebody is announced without any role: *der Mann, der …*."""
    return person.is_announced and all(noun in PLAIN for noun in person.nouns)


def _may_be_of_described(context: Context, chunk: Chunk) -> bool:
    """Say whether a role may be of *der Mann, der …*: of no court, and nothing behind it tells whom it means."""
    if chunk.noun is not None and chunk.noun.field in ("law", "police"):
        return False
    behind = context.words(chunk.last + 1, min(chunk.last + 2, context.length))
    return not behind or behind[0].upos in ("VERB", "AUX") or behind[0].text in (".", "!", "?")


def _acts_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody acts in the same sentence before a noun: not *Wenn man Kern fragt, schlief der Lotse*."""
    return any(
        o.sentence == context.number and o.place < chunk.first and (o.is_subject or o.is_speaker)
        for o in notes.occurrences
        if o.referent.known is person
    )


@way("still-speaking")
def still_speaking(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke in the sentence before, if the gender is marked and no office excludes the noun.

    ``…, sagte Direktorin Ada Ott. Wer das bestreite, fügte die Regierungsrätin hinzu, …``: she goes on.
    """
    if (
        chunk.gender is None
        or chunk.is_possessive
        or not chunk.is_definite
        or not notes.is_speaker(context, chunk.span)
    ):
        return None
    if not notes.has_no_tail(context, chunk):
        return None
    without = not_meant(notes, context, chunk.head)
    speakers = [o.referent.known for o in notes.occurrences if o.is_speaker and o.sentence == context.number - 1]
    if not speakers or id(speakers[-1]) in without or speakers[-1].name is None or is_just_called(notes, speakers[-1]):
        return None
    fitting = speakers[-1].is_person and speakers[-1].gender == chunk.gender and not excludes(speakers[-1], chunk)
    if bare_rival(notes, context, chunk, speakers[-1]) is not None:
        return None
    return speakers[-1] if fitting and takes_role(speakers[-1], chunk, with_another_role=True) else None


def _acting(notes: Notes, number: int, chunk: Chunk, without: Set[int], before: int | None) -> list[Referent]:
    """Return the people of a sentence that fit in gender, only those who act where some do."""
    here = [
        occurrence
        for occurrence in notes.occurrences
        if occurrence.sentence == number
        and (before is None or occurrence.place < before)
        and occurrence.referent.known.is_person
        and id(occurrence.referent.known) not in without
        and not occurrence.is_in_content
        and not occurrence.is_addressee
        and fits(occurrence.referent.known, chunk.gender)
        and not is_of_the_press(occurrence.referent.known, chunk)
    ]
    acting = [occurrence for occurrence in here if occurrence.is_subject or occurrence.is_speaker] or here
    acting += [one for one in here if one not in acting and _is_joined(notes, one, acting)]
    acting = [occurrence for occurrence in acting if not _follows_subject(notes, occurrence, acting)]
    return list({id(occurrence.referent.known): occurrence.referent.known for occurrence in acting}.values())


def _is_joined(notes: Notes, one: Occurrence, acting: Sequence[Occurrence]) -> bool:
    """Say whether somebody acts with another, each with a role: *Wirt Jan Ott und | Koch Urs Kern | kamen*."""
    joined = [pair.span for pair in notes.pairs if pair.sentence == one.sentence and pair.span.contains(one.span)]
    others = [other for other in acting if any(span.contains(other.span) for span in joined)]
    return bool(others) and all(each.chunk is not None and each.chunk.nouns for each in (one, *others))


def _follows_subject(notes: Notes, occurrence: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Say whether another subject of the clause stands before: the second is its object, unless they are joined."""
    joined = [
        pair for pair in notes.pairs if pair.sentence == occurrence.sentence and pair.span.contains(occurrence.span)
    ]
    return not joined and any(
        other.clause == occurrence.clause
        and other.place < occurrence.place
        and other.is_subject
        and not other.is_speaker
        for other in others
        if not occurrence.is_speaker and other.referent.known is not occurrence.referent.known
    )
