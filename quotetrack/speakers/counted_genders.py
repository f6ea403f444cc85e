"""Gender of people who are counted before they are named: *zwei | Frauen |, Ida Ott und Eva Kern, …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.nouns import Gender
from quotetrack.number_words import number_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent

_GENDERS: Final[dict[str, Gender]] = {
    "Frauen": "Fem", "Schwestern": "Fem", "Mädchen": "Fem", "Freundinnen": "Fem", "Töchter": "Fem",
    "Männer": "Masc", "Brüder": "Masc", "Buben": "Masc", "Söhne": "Masc", "Jungen": "Masc",
}  # fmt: skip


def learn_counted(notes: Notes) -> None:
    """Give those who are named behind their number the gender of the noun: *drei Männer: Ott, Kern und Roth*."""
    for context in notes.contexts:
        for person, gender in _counted(notes, context):
            person.gender = person.gender or gender


def _counted(notes: Notes, context: Context) -> Iterator[tuple[Referent, Gender]]:
    """Yield the people of a sentence who are just so many as a noun before them counts."""
    chunks = notes.chunks[context.number]
    for place, chunk in enumerate(chunks):
        told = _how_many(context, chunk)
        if told is None:
            continue
        count, gender = told
        named = [notes.bearers(name_text(one.name)) for one in chunks[place + 1 :] if len(one.name) > 1]
        if len(named) == count and all(len(bearers) == 1 for bearers in named):
            yield from ((bearers[0], gender) for bearers in named)


def _how_many(context: Context, chunk: Chunk) -> tuple[int, Gender] | None:
    """Return the number and gender of a counted noun that a comma or colon closes."""
    gender = _GENDERS.get(chunk.nouns[-1].text) if chunk.nouns and not chunk.name else None
    closes = chunk.last < context.length and context.word(chunk.last + 1).text in (",", ":", "–", "(")
    if gender is None or not closes:
        return None
    before = (context.word(place).text.lower() for place in (chunk.first, chunk.first - 1, chunk.last - 1) if place > 0)
    count = next((number for text in before if (number := _number(text)) is not None), None)
    return None if count is None else (count, gender)


def _number(text: str) -> int | None:
    return len(("die", "beiden")) if text == "beiden" else number_of(text)
