"""Which phrase stands in apposition to a name: *die Umweltministerin der Region, Lucía Mora*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotetrack.nouns import Noun
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.shared_verbs import second_subject
from quotetrack.speakers.terms_of_office import length_of_term
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_JOINING: Final = frozenset("so auch ebenso dann nun jetzt später".split())
"""What shows that another is named: *In Tal, so der Wirt, …*, *nicht nur Ott, auch der Wirt*."""
_CALLED: Final = "namens"
_PLACED: Final = frozenset("dort drüben gegenüber hier hinten nebenan oben selbst unten vorn vorne".split())
"""Words behind a role that tell where somebody is, before the comma of a name: *der Bäcker | von nebenan*, Jan Ott."""

_DATIVE: Final = frozenset({"von", "mit", "bei", "zu", "aus", "nach", "seit"})


def apposition(notes: Notes, number: int, place: int) -> int | None:
    """Return the place of the phrase that stands in apposition to a name, before or after it.

    ``die Umweltministerin der Region, Lucía Mora`` and ``Sabine Weiß, Klubobfrau der Grünen Allianz``.
    """
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    chunk = chunks[place]
    shares_verb = _shares_verb(notes, number, place)
    for other in _neighbours(notes, number, place):
        if other < place and shares_verb:
            continue  # Ott sitzt für die SP im Rat, Kern für die FDP
        role = chunks[other]
        if other > place and role.determiner in ("deren", "dessen"):
            continue  # Ida Ott, deren Mann dort lebt
        if other > place and chunk.preposition in _DATIVE and role.determiner in ("seine", "ihre"):
            continue  # Sein Sohn versteht etwas von Klang, seine Tochter von Zahlen
        if other > place and _opens_new_clause(notes, number, other):
            continue  # Angeklagt ist Ida Ott, als Zeuge geladen war …
        if other < place and chunk.determiner is not None and not chunk.nouns:
            continue  # a new clause: der Trainer, den Amann schätzt
        if other < place and _tells_of_name(notes, number, other):
            continue  # a list: Ida Ott, Chefin der Kammer, Jan Kern
        noun = role.noun
        if role.name or noun is None or noun.kind != "person":
            continue
        if role.is_plural and not (other > place and _may_be_of_one(role, noun)):
            continue
        if chunk.nouns and chunk.gender is not None and role.gender not in (None, "Neut", chunk.gender):
            continue
        end = max(notes.end_of(number, place), notes.end_of(number, other))
        if other < place and _begins_clause(words, role.first, end):
            continue
        if _closes(words, end) or (other > place and role.determiner is None and words[end].upos in ("ADP", "CCONJ")):
            return other
    return None


def _may_be_of_one(role: Chunk, noun: Noun) -> bool:
    """Say whether a bare noun whose plural looks alike is of the one named before: *Jan Ott, früher | Busfahrer*."""
    alike = role.nouns[-1].text.casefold().endswith(noun.base.casefold()) and noun.base.endswith("er")
    return alike and role.determiner is None and not (role.adjectives or noun.is_plural)


def _shares_verb(notes: Notes, number: int, place: int) -> bool:
    """Say whether a name shares the verb of the one before, and is not in apposition to what stands between."""
    chunk, context = notes.chunks[number][place], notes.contexts[number]
    return second_subject(context, notes.chunks[number], context.clauses.of(chunk.head)) is chunk


def _opens_new_clause(notes: Notes, number: int, place: int) -> bool:
    """Say whether a role behind a comma stands in front of a verb that has a subject of its own.

    ``Angeklagt ist Ida Ott, als Zeuge geladen war …``; ``Es spielte Jan Kern, Solist war Uwe Ott``.
    """
    role, context = notes.chunks[number][place], notes.contexts[number]
    if role.preposition != "als":
        own = context.clauses.of(role.head)
        opens = own is not None and own.kind == "main" and own.words[0].index == role.first
        return opens and own is not None and own.finite is not None and own.finite.index == role.last + 1
    clause = context.clauses.of(role.head)
    return clause is not None and clause.kind == "main" and clause.words[0].index == role.first - 1


def _tells_of_name(notes: Notes, number: int, place: int) -> bool:
    """Say whether a role stands behind the comma after a full name, whose it is then."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    before = chunks[place - 1] if place else None
    start = chunks[place].start
    return before is not None and len(before.name) > 1 and words[start - 2].text == "," and before.last == start - 2


def _neighbours(notes: Notes, number: int, place: int) -> Iterator[int]:
    """Yield the phrases that a comma parts from this one, the nearer first."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    start = chunks[place].first
    if start > 2 and words[start - 2].text in (",", _CALLED):
        before = _end_before_place(words, start - 2) if words[start - 2].text == "," else start - 2
        if words[start - 2].text == _CALLED and place > 1 and words[chunks[place - 1].first - 2].text == ",":
            yield from _heads_before(notes, number, place - 1)
        for other in range(place - 1, -1, -1):
            if notes.end_of(number, other) in (before, start - 2):
                yield from _heads_ending(notes, number, other, notes.end_of(number, other))
                break
    end = notes.end_of(number, place)
    if (
        end + 2 < len(words)
        and words[end].text == ","
        and words[end + 1].text.isdecimal()
        and words[end + 2].text == ","
    ):
        end += 2  # the age: Ida Ott, 71, Wirtin aus Tal
    elif [word.text for word in words[end + 2 : end + 5]] == ["Jahre", "alt", ","] and words[end].text == ",":
        end += 4  # Jan Ott, 79 Jahre alt, früher Busfahrer
    if end < len(words) - 1 and words[end].text == ",":
        term = length_of_term(words, end + 1)
        for other in (one for one in range(place + 1, len(chunks)) if chunks[one].last > end + 1 + term):
            between = words[end + 1 + term : chunks[other].first - 1]
            if not between or (
                len(between) <= 2
                and all(w.upos in ("ADP", "NUM", "ADV", "ADJ") for w in between)
                and between[0].text not in _JOINING
            ):
                yield other
                break


def _end_before_place(words: Sequence[Word], end: int) -> int:
    """Return where a phrase ends before the words that tell where somebody is: *der Wirt | hier oben*."""
    before = end
    while before > 1 and end - before < len(("von", "hier", "oben")) and words[before - 1].text in _PLACED:
        before -= 1
    return before - 1 if before < end and words[before - 1].text == "von" else before


def _heads_before(notes: Notes, number: int, place: int) -> Iterator[int]:
    """Yield the definite phrases before the comma of another role: *Der Leiter, | ein Maurer namens Ott*."""
    chunks = notes.chunks[number]
    for other in range(place):
        ends = notes.end_of(number, other) == chunks[place].first - 2
        if ends and chunks[other].is_definite and chunks[place].is_indefinite:
            yield other


def _heads_ending(notes: Notes, number: int, place: int, end: int) -> Iterator[int]:
    """Yield the phrases whose attributes reach to an end, the outermost first."""
    heads = [other for other in range(place + 1) if notes.end_of(number, other) == end]
    yield from heads


@way("apposition")
def apposition_to(notes: Notes, number: int, place: int) -> Referent | None:
    """Return the person whose name stands in apposition to a role: ``der Sprecher des Amts, Lin Jian``."""
    chunks = notes.chunks[number]
    noun = chunks[place].noun
    if noun is None or noun.kind != "person" or chunks[place].is_plural:
        return None
    for other, chunk in enumerate(chunks):
        if chunk.name and other != place and apposition(notes, number, other) == place:
            return _person_of(notes, number, other)
    return None


def _person_of(notes: Notes, number: int, place: int) -> Referent | None:
    name = name_text(notes.chunks[number][place].name)
    found = notes.bearers(name)
    return found[0] if len(found) == 1 else None


def _begins_clause(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a name behind a role begins what is reported: *sagte der Rat, Anna Ott sei krank*."""
    if end >= len(words) or words[end].upos not in ("VERB", "AUX"):
        return False
    before = [word.upos for word in words[: start - 1]]
    stop = max((place for place, upos in enumerate(before) if upos == "PUNCT"), default=-1)
    return any(upos in ("VERB", "AUX") for upos in before[stop + 1 :])


def _closes(words: Sequence[Word], end: int) -> bool:
    """Say whether an apposition ends here: at a comma, a stop, the verb, or the preposition behind it."""
    if end >= len(words):
        return True
    word = words[end]
    return word.upos in ("PUNCT", "VERB", "AUX") or word.masked or word.text.lower() in ("zufolge", "nach", "am", "im")
