"""Whether a name that stands bare for the first time can be of somebody whom the article has told of without one.

``… sagte der Wirt. Emil Kern lacht``: so it is most often. It is not where the sentence with the name tells of the
wirt as of another, where the name answers him, where a pronoun behind the name tells another gender, or where a new
paragraph begins with the name and says at once who that is.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import RELATIVES_OF_ONE
from quotetrack.cues import lemma_of
from quotetrack.nouns import Gender
from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import is_answer, is_asked
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent

_HEARING: Final = frozenset(
    "erfuhr erfährt erfahren hörte hört gehört las gelesen wusste weiß weiss ahnte ahnt mitbekommen".split()
)
"""Forms of verbs for those who hear of something."""
_PRONOUNS: Final[dict[str, Gender]] = {"er": "Masc", "Er": "Masc", "sie": "Fem", "Sie": "Fem"}
_CALLED_IN: Final = frozenset("beigezogen hinzugezogen geladen eingeladen gerufen geholt befragt engagiert".split())
"""Participles for those whom somebody has called, and who speak next."""


def is_of_another(notes: Notes, chunk: Chunk, here: int, there: int, person: Referent) -> bool:
    """Say whether a name in a sentence is of another than the phrase of an earlier sentence tells of."""
    named = next(
        (one for one in notes.chunks[there] if one.name and person in notes.bearers(name_text(one.name))), None
    )
    if named is None:
        return False
    return (
        _is_told_beside(notes, chunk, there)
        or _is_answered(notes, chunk, here, there, named)
        or _has_other_gender(notes, chunk, there, named, person)
        or _begins_anew(notes, here, there, named)
        or _is_told_by(notes, chunk, named)
        or _hears_of_it(notes, there, named)
    )


def _is_told_beside(notes: Notes, chunk: Chunk, there: int) -> bool:
    """Say whether the sentence with the name has the noun too: *Zick, der den Hausmeister kennt, verfasste …*."""
    if not chunk.nouns:
        return False
    text = chunk.nouns[-1].text
    return any(
        not other.name and other.nouns and not other.is_plural and is_same_role(text, other.nouns[-1].text)
        for other in notes.chunks[there]
        if other.is_definite and not notes.is_in_content(other.span)
    )


def _is_answered(notes: Notes, chunk: Chunk, here: int, there: int, named: Chunk) -> bool:
    """Say whether the name answers who spoke last, and that is the phrase or a pronoun for it."""
    own = [
        q for q in notes.quotes if q.sentence == there and q.speaker is not None and q.speaker.span.overlaps(named.span)
    ]
    if not any(is_answer(q) and not is_asked(notes, q) for q in own):
        return False
    before = [q.speaker for q in notes.quotes if here <= q.sentence < there and q.speaker is not None]
    last = before[-1] if before else None
    if last is None:
        return False
    return last.span.overlaps(chunk.span) or last.head.text.lower() in ("er", "sie", "dieser", "diese")


def _is_told_by(notes: Notes, chunk: Chunk, named: Chunk) -> bool:
    """Say whether who is told of names the other: *Von Betrug sprach die Wirtin. Ida Kern habe ihr versichert, …*."""
    return any(
        q.speaker is not None
        and q.speaker.span.overlaps(chunk.span)
        and any(part.contains(named.span) for part in q.spans)
        for q in notes.quotes
    )


def _hears_of_it(notes: Notes, there: int, named: Chunk) -> bool:
    """Say whether the name is of whoever hears of what has been said: *…, sagte die Chefin. Ida Ott erfuhr davon …*."""
    context = notes.contexts[there]
    clause = context.clauses.of(named.head)
    forms = {word.text for word in clause.words} if clause is not None and named.first == 1 else set()
    return "davon" in forms and not _HEARING.isdisjoint(forms)


def _has_other_gender(notes: Notes, chunk: Chunk, there: int, named: Chunk, person: Referent) -> bool:
    """Say whether a pronoun opens the sentence behind the name, its only person, and is of another gender."""
    if person.gender is not None or chunk.gender is None or there + 1 >= len(notes.contexts):
        return False
    if notes.paragraphs[there] != notes.paragraphs[there + 1]:
        return False
    opening = notes.contexts[there + 1].sentence.words[0]
    heard = None if opening.masked else _PRONOUNS.get(opening.text) or gender_of_new_word(notes, there + 1)
    return heard is not None and heard != chunk.gender


def gender_of_new_word(notes: Notes, number: int) -> Gender | None:
    """Return the gender of a role new to the article that opens a sentence: *…, glaubt Ida Ott. Die Wirtin …*."""
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[number - 1]:
        return None
    opening = next(iter(notes.chunks[number]), None)
    if opening is None or opening.first > 1 or opening.name or not opening.is_definite or opening.is_possessive:
        return None
    known = opening.noun is not None and opening.noun.kind == "person" and not opening.is_plural
    if not known or 0 in notes.tails[number]:
        return None
    before = (one for row in notes.chunks[:number] for one in row if one.nouns)
    return None if any(is_same_role(opening.role, one.role) for one in before) else opening.gender


def _begins_anew(notes: Notes, here: int, there: int, named: Chunk) -> bool:
    """Say whether a paragraph begins with the name and tells who that is: *Ida Kern, die das Haus leitet, …*."""
    if notes.paragraphs[here] == notes.paragraphs[there] or notes.paragraphs[there - 1] == notes.paragraphs[there]:
        return False
    words = notes.contexts[there].sentence.words
    behind = [word.text.lower() for word in words[named.last : named.last + 2]]
    return len(behind) == 2 and behind[0] == "," and behind[1] in RELATIVES_OF_ONE


def lets_speak(context: Context) -> bool:
    """Say whether the subject of a sentence has somebody else speak: *Die Chefin ließ eine Biologin sprechen*."""
    words = [word for word in context.sentence.words if word.upos in ("VERB", "AUX", "ADJ") and not word.masked]
    if any(word.text in _CALLED_IN for word in words):
        return True
    verbs = {lemma_of(word) for word in words}
    return "lassen" in verbs and not verbs.isdisjoint({"sprechen", "reden", "vortragen", "antworten", "berichten"})
