"""Whom an answer names to somebody who has just spoken in a role: *„Frau Ott hat es versprochen“, sagte er*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import excludes, fields_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way

#: How many sentences behind a role the answer may stand.
_REACH: Final = 4
_NEVER: Final = 99
_TITLE_RE: Final = regex.compile(r"\b(?P<title>Herrn?|Frau) (?:\p{Lu}[\p{L}.-]+ )?$")
_TOLD_RE: Final = regex.compile(
    r"\b(?:habe|hätten?|sei|seien|werde|würden?|könne|wolle|müsse|solle|dürfe|wisse|lasse|brauche|stehe|gehe|komme)\b"
)
"""Verbs in the subjunctive: what somebody else tells, not *Ott erfuhr davon, wie sie berichtet, im Radio*."""
_TITLES: Final = {"Herr": "Masc", "Herrn": "Masc", "Frau": "Fem"}


@way("named-later")
def named_in_the_answer(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one of whom nothing was told so far whom an answer to a role names, and the article later.

    ``„Die Kasse ist leer“, sagte die Direktorin. … „Frau Ott hat mir Geld versprochen“, sagte er. Ida Ott ging.``
    """
    if chunk.is_possessive or not chunk.is_definite or not notes.is_speaker(context, chunk.span):
        return None
    answers = [quote for quote in notes.quotes if _answers(quote, context)]
    new = [
        person
        for name, person in notes.named.items()
        if answers and " " in name and person.same is None and person.is_person and not fields_of(person)
        if not 0 < notes.first.get(id(person), 0) <= context.number and notes.distance(context, person) == _NEVER
        if fits(person, chunk.gender) and not excludes(person, chunk)
    ]
    named = ([person for person in new if _names(notes, quote, person, chunk)] for quote in answers)
    found = next(filter(None, named), [])
    return found[0] if len(found) == 1 else None


def _answers(quote: Quote, context: Context) -> bool:
    """Say whether a quotation stands close behind a sentence, and names its speaker."""
    return quote.speaker is not None and 0 < quote.speaker.sentence - context.number <= _REACH


def _names(notes: Notes, quote: Quote, person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody else says the surname of a person, under no title of the other gender."""
    surname = (person.name or "").rpartition(" ")[2]
    if quote.speaker is None or surname in quote.speaker.span.of(notes.text):
        return False
    text = " ".join(span.of(notes.text) for span in quote.spans)
    if quote.type != "direct" and _TOLD_RE.search(text) is None:
        return False
    found = regex.search(rf"\b{regex.escape(surname)}\b", text)
    title = None if found is None else _TITLE_RE.search(text[: found.start()])
    return found is not None and (title is None or _TITLES[title["title"]] == chunk.gender)
