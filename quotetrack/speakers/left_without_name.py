"""Who is left when an article has been read: one role without a name, and one name without a role, of one gender.

News introduce nobody by a bare name who has not been told of before: ``„Es brennt“, sagte die Kassierin. … Doris Ott
ging ohne ein Wort``. So the role is most likely of somebody whom the article names; but that name was right for about
half of such quotations only (open articles, 2026-11-29), so that nothing but the kind is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack.nouns import Gender, noun_of
from quotetrack.speakers.answering import answers_a_speaker
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent


def mark_who_is_left(notes: Notes) -> None:
    """Mark the only one without a name as a person of the article, where of one it tells nothing but the name."""
    places = _places(notes)
    for gender in ("Masc", "Fem"):
        nameless = list(_nameless(notes, places, gender))
        bare = list(_bare(notes, places, gender))
        if len(nameless) != 1 or len(bare) != 1:
            continue
        earlier, later = places[id(nameless[0])], places[id(bare[0])]
        if earlier[0].sentence < later[0].sentence and not _are_apart(notes, earlier, later):
            nameless[0].is_one_of_the_named = True


def _are_apart(notes: Notes, earlier: Sequence[Occurrence], later: Sequence[Occurrence]) -> bool:
    """Say whether one sentence tells of both, or the one answers what the other has just said."""
    first = later[0]
    if {one.sentence for one in earlier} & {one.sentence for one in later}:
        return True
    context = notes.contexts[first.sentence]
    answers = first.is_speaker and answers_a_speaker(notes, context, context.word(first.place))
    return answers and any(one.is_speaker and one.sentence == first.sentence - 1 for one in earlier)


def _places(notes: Notes) -> dict[int, list[Occurrence]]:
    """Return where the article speaks of each person, outside of what others say."""
    found: dict[int, list[Occurrence]] = {}
    for occurrence in notes.occurrences:
        if occurrence.referent.known.is_person and not occurrence.is_in_content:
            found.setdefault(id(occurrence.referent.known), []).append(occurrence)
    return found


def _nameless(notes: Notes, places: dict[int, list[Occurrence]], gender: Gender) -> Iterator[Referent]:
    """Yield those of a gender who act in a role whose holder the article has not named."""
    people = {id(one.known): one.known for one in notes.referents if one.known.is_person}
    for person in people.values():
        told = places.get(id(person), [])
        is_open = person.name is None and person.reason == "role_unmatched" and not person.is_never_named
        acts = any(one.is_subject or one.is_speaker for one in told)
        if is_open and acts and person.gender == gender and not _is_of_others(person, told):
            yield person


def _is_of_others(person: Referent, told: Sequence[Occurrence]) -> bool:
    """Say whether somebody is told of as *dessen Anwalt*, or speaks for others: nobody whom the news go on to name."""
    owned = any(one.chunk is not None and one.chunk.determiner in ("dessen", "deren") for one in told)
    speaks = any((noun := noun_of(text)) is not None and noun.field == "speaker" for text in person.nouns)
    return owned or speaks


def _bare(notes: Notes, places: dict[int, list[Occurrence]], gender: Gender) -> Iterator[Referent]:
    """Yield those of a gender of whom the article tells the full name and no role."""
    paired = {id(person.known) for pair in notes.pairs for person in pair.referents}
    for name, person in notes.named.items():
        is_known = person.same is None and person.kind == "person" and person.gender == gender and " " in name
        told = [one for one in places.get(id(person), []) if not one.is_attribute]
        if is_known and told and not person.nouns and id(person) not in paired:
            yield person
