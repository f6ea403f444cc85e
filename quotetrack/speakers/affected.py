"""To whom something has just been done: *der Gescholtene*, *die Gefragte*, *der Beschuldigte*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.in_view import by_salience
from quotetrack.speakers.names import AFFECTED_RE
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_WORD_RE: Final = regex.compile(r"[\p{L}-]+")
_ENDING_RE: Final = regex.compile(r"e[nrm]?$")
#: Other words for what has happened to somebody: *Ott ist gestorben. Der Verstorbene …*.
_ALSO: Final = {
    "verurteilt": ("schuldig", "Schuldspruch"),
    "freigesprochen": ("frei", "Freispruch"),
    "zurückgetreten": ("zurück", "nieder", "niedergelegt", "Rücktritt", "Demission", "demissioniert", "abgetreten"),
    "verstorben": ("gestorben", "starb", "verstarb", "tot"),
    "verunglückt": ("verunglückte", "abgestürzt", "gestürzt"),
    "entlassen": ("gefeuert", "beurlaubt"),
    "gestorben": ("verstorben", "starb", "verstarb"),
    "gerettet": ("gefunden", "entdeckt", "geborgen", "befreit", "vermisst"),
    "gefunden": ("entdeckt", "aufgefunden", "aufgespürt"),
    "geborgen": ("gerettet", "befreit", "gefunden"),
    "befreit": ("gerettet", "geborgen", "freigelassen"),
    "festgenommen": ("verhaftet", "gefasst", "geschnappt"),
    "verhaftet": ("festgenommen", "gefasst"),
    "gefasst": ("festgenommen", "verhaftet", "geschnappt"),
    "geehrt": ("ausgezeichnet", "gewürdigt"),
    "ausgezeichnet": ("geehrt", "gewürdigt"),
    "gekündigt": ("entlassen", "gefeuert"),
    "gefeuert": ("entlassen", "beurlaubt", "gekündigt"),
    "bestohlen": ("ausgeraubt", "beraubt"),
    "betrogen": ("geprellt", "hereingelegt"),
    "geprellt": ("betrogen", "hereingelegt"),
}
_JUDGED: Final = frozenset({"schuldig", "frei"})
_JUDGING: Final = frozenset({"sprach", "sprachen", "spricht", "sprechen"})
"""What a court does with the accused: *Das Gericht sprach Ott schuldig*."""
_HAVING: Final = frozenset({"hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"})
#: How nouns begin for whom somebody has asked.
_ASKED: Final = ("Gefragt", "Befragt", "Angesprochen")
#: How many sentences back they may have spoken.
_TALK: Final = 5
#: How many sentences back others may have named whom they blamed.
_TOLD: Final = 6


def is_affected(noun: str) -> bool:
    """Say whether a participle stands for somebody to whom something has been done.

    >>> is_affected("Gescholtene"), is_affected("Ertappter"), is_affected("Direktorin")
    (True, True, False)
    """
    return AFFECTED_RE.fullmatch(noun) is not None


@way("affected")
def affected(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return to whom something has just been done: *der Gescholtene*, *die Angegriffene*."""
    told = of_the_same_verb(notes, context, chunk)
    if told is not None:
        return told
    spoken_of = _spoken_of(notes, context, chunk)
    if spoken_of is not None and chunk.nouns[-1].text.startswith("Angesprochen"):
        return spoken_of
    if chunk.nouns[-1].text.startswith(_ASKED):
        spoken = [
            o.referent.known
            for o in notes.occurrences
            if (o.is_speaker or (o.is_subject and o.referent.known.is_person and not o.is_in_content))
            and 0 < context.number - o.sentence <= _TALK
        ]
        before = [person for person in spoken if person is not spoken[-1] and fits(person, chunk.gender)]
        if before and before[-1].is_person:
            return before[-1]
    last = [
        o for o in notes.occurrences if 0 < context.number - o.sentence <= 2 and fits(o.referent.known, chunk.gender)
    ]
    people = [o for o in last if o.referent.known.is_person and (o.referent.known.name or not o.is_in_content)]
    tellers = (o for o in people if o.is_speaker and not o.is_in_content)
    speaking = {o.sentence: id(o.referent.known) for o in tellers}  # who tells what another said is last
    agents = set(speaking.values())
    right_before = [o for o in people if o.sentence == context.number - 1]
    right_before = [o for o in right_before if id(o.referent.known) != speaking.get(o.sentence)]
    right_before = [o for o in right_before if not o.is_subject or o.is_in_content] or right_before
    if len({id(o.referent.known) for o in right_before}) == 1:
        return right_before[0].referent.known
    others = [o for o in people if id(o.referent.known) not in agents]
    others = [o for o in others if not o.is_subject or o.is_in_content] or others
    told = _told_of_before(notes, context, chunk)
    if others and (told is None or any(o.referent.known.name for o in others)):
        return max(others, key=lambda o: (o.sentence, o.chunk is not None, o.place)).referent.known
    found = spoken_of or by_salience(notes, context, chunk, None)
    if found is not None and id(found) not in agents:
        return found
    return told


def _spoken_of(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom alone the last speaker has just named, for *der Angesprochene*: *„Ott irrt“, sagte Kern. …*."""
    if not context.number:
        return None
    before = context.number - 1
    said = set(_WORD_RE.findall(notes.contexts[before].sentence.span.of(notes.text)))
    speaking = {id(o.referent.known) for o in notes.occurrences if o.sentence == before and o.is_speaker}
    people = [person for person in notes.people(context) if person.name and fits(person, chunk.gender)]
    named = [p for p in people if p.name and not said.isdisjoint(_forms(p.name)) and id(p) not in speaking]
    return named[0] if len(named) == 1 else None


def _forms(name: str) -> tuple[str, ...]:
    """Return a surname and a first name with their genitives."""
    first, surname = name.split(" ")[0], name.split(" ")[-1]
    return surname, f"{surname}s", first, f"{first}s"


@way("affected")
def of_the_same_verb(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return of whom the article has told the very thing: *Ott ist gestürzt. Der Gestürzte lacht*, *man wählte Ott*."""
    participle = _ENDING_RE.sub("", chunk.nouns[-1].text.casefold())
    for earlier in reversed(notes.contexts[: context.number]):
        word = next((one for one in earlier.sentence.words if _tells(one, participle)), None)
        clause = None if word is None else earlier.clauses.of(word)
        if clause is None or word is None:
            continue
        done = word.is_finite or any(one.text in _HAVING for one in clause.words)  # by somebody to somebody else
        done = done or (word.text in _JUDGED and any(one.text in _JUDGING for one in clause.words))
        here = [o for o in notes.occurrences if o.sentence == earlier.number and o.clause == clause.number]
        people = [o for o in here if o.referent.known.is_person and _acts(o, here, word) is not done]
        fitting = [o.referent.known for o in people if fits(o.referent.known, chunk.gender)]
        found = {id(one): one for one in fitting if one.name} or {id(one): one for one in fitting}
        return next(iter(found.values())) if len(found) == 1 else None
    return None


def _acts(occurrence: Occurrence, here: Sequence[Occurrence], verb: Word) -> bool:
    """Say whether somebody is the subject of a verb, and no second one behind it: *Die Kammer ehrte | Ida Ott*."""
    before = any(o.is_subject and o.place < verb.index for o in here)
    return occurrence.is_subject and not (verb.is_finite and before and occurrence.place > verb.index)


def _tells(word: Word, participle: str) -> bool:
    """Say whether a word is a participle, or a finite verb of which it is one: *gewählt*, *wählte*."""
    if word.masked:
        return False
    if word.text in (participle, *_ALSO.get(participle, ())):
        return True
    stem = word.lemma.removesuffix("n").removesuffix("e")
    return word.upos == "VERB" and word.is_finite and participle in (f"ge{stem}t", f"{stem}t", word.lemma)


def _told_of_before(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom others have named last in what they said, where nobody nearer can be meant."""
    told = [
        o.referent.known
        for o in notes.occurrences
        if o.is_in_content and 0 < context.number - o.sentence <= _TOLD
        if o.referent.known.is_person and o.referent.known.name and o.referent.known.gender == chunk.gender is not None
    ]
    return told[-1] if told else None
