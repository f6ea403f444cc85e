"""Who answers whom: a new word for somebody who answers is of whoever spoke before the one who is answered."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import answers, spoke_before_the_last
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import OFFICES, excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

#: How many sentences back the two may have spoken.
_TALK: Final = 5
_ONCE: Final = ("früher", "einstig", "ehemalig", "damalig", "langjährig", "alt")
"""How such attributes begin."""
#: What those who hold an office in a party are too.
_OF_PARLIAMENT: Final = frozenset("Abgeordneter Politiker Parlamentarier Landtagsabgeordneter".split())


def _is_once(attribute: Word) -> bool:
    """Say whether an attribute only tells since when or until when: *der | einstige | Weggefährte*."""
    return attribute.text.startswith(_ONCE)


@way("answers")
def who_answers(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who spoke before the last speaker, for a phrase of no known bearer that answers.

    Offices are left out: who holds one has been called by it before.

    ``…, erklärte Gutachterin Ida Ott. …, wandte die Anklägerin ein. „Bienen fliegen fünf“, gab die Biologin zurück.``
    """
    is_office = chunk.noun is None or (chunk.noun.field in OFFICES and chunk.noun.base not in _OF_PARLIAMENT)
    once = chunk.noun is not None and chunk.noun.field == "relation" and all(map(_is_once, chunk.adjectives))
    if is_office or (chunk.adjectives and not once) or chunk.is_possessive or not chunk.is_definite:
        return None
    if not answers(notes, context, chunk.head) or not notes.has_no_tail(context, chunk):
        return None
    before = spoke_before_the_last(notes, context, chunk.head, _TALK)
    without = never_meant(notes, context, chunk.head)
    new = [person for person in notes.named.values() if notes.first.get(id(person)) == context.number - 1]
    for people in (before, new):
        able = [person for person in people if person.is_person and person.name and id(person) not in without]
        fitting = [person for person in able if fits(person, chunk.gender) and not excludes(person, chunk)]
        if fitting:
            return fitting[-1]
    return None
