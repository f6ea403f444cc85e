"""Which of two who were named together *Ersterer* and *Letzterer* mean."""

from __future__ import annotations

from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronoun_forms import FIRST_OF, LAST_OF, PAIRED
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way


@way("former-latter")
def of_the_pair(notes: Notes, context: Context, form: str) -> Referent | None:
    """Return whom *Letzterer* or *Ersterer* means: one of those named together last, else of the two spoken of last."""
    is_last = form in LAST_OF
    gender: Gender | None = "Masc" if form.endswith("er") else "Fem" if form.endswith("e") else None
    pair = next((pair for pair in reversed(notes.pairs) if context.number - pair.sentence <= PAIRED), None)
    if not is_last and notes.contrasted is not None and context.number - notes.contrasted[0] <= 1:
        return notes.contrasted[1].known
    of_two = pair is not None and _tells_of_two(notes, context, pair.sentence, gender)
    seen = _seen_lately(notes, context, is_before=of_two)
    if pair is not None and not of_two and fits(pair.referents[-1 if is_last else 0].known, gender):
        return pair.referents[-1 if is_last else 0].known
    if gender is not None:
        seen = [person for person in seen if fits(person, gender)] if not is_last else _up_to(seen, gender)
    if is_last and len(seen) > 1:
        notes.contrasted = context.number, seen[-2]
    return (seen[-1] if is_last else seen[-2] if len(seen) > 1 else seen[0]) if seen else None


def _seen_lately(notes: Notes, context: Context, *, is_before: bool) -> list[Referent]:
    """Return the people of the sentence before, and else of this one too, each time they are told of.

    What somebody goes on to say unmentioned stands between: *Ott rügt ihre Nichte. „Nein.“ Letztere …*.
    """
    since = _told_last(notes, context)
    seen: list[Referent] = []
    for occurrence in notes.occurrences:
        known = occurrence.referent.known
        is_told = since <= occurrence.sentence and not (occurrence.is_in_content or occurrence.is_implied)
        is_told = is_told and not (is_before and occurrence.sentence == context.number)
        if is_told and known.is_person and known not in seen[-1:]:
            seen.append(known)
    return seen


def _told_last(notes: Notes, context: Context) -> int:
    """Return the number of the sentence before, or of the one before that if somebody only goes on in it."""
    before = [o for o in notes.occurrences if o.sentence == context.number - 1]
    return context.number - 1 - bool(before and all(o.is_implied for o in before))


def _tells_of_two(notes: Notes, context: Context, number: int, gender: Gender | None) -> bool:
    """Say whether the last sentence, behind one that names two together, tells of two people, too."""
    last = _told_last(notes, context)
    told = [o for o in notes.occurrences if o.sentence == last and not (o.is_in_content or o.is_implied)]
    people = {id(o.referent.known) for o in told if o.referent.known.is_person and fits(o.referent.known, gender)}
    return number < last and len(people) == len(("former", "latter"))


def _up_to(people: list[Referent], gender: Gender) -> list[Referent]:
    """Return the people up to the last one that fits in gender."""
    places = [place for place, person in enumerate(people) if fits(person, gender)]
    return people[: places[-1] + 1] if places else []


def is_one_of_the_pair(form: str) -> bool:
    """Say whether a word is *Letzterer* or *Ersterer* in one of their forms."""
    return form.lower() in LAST_OF or form.lower() in FIRST_OF
