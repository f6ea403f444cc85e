"""People whom an article announces by what they do or wear, and names only further down.

Reports and portraits open so: ``Der Mann, der dem Gletscher ein Leintuch überzieht, trägt Turnschuhe. „Kalt“, sagt er.
… Reto Camathias lacht``. The description tells somebody new from everybody named before; the next person whom the
article names without a role is whom it has announced.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from quotetrack.clauses import RELATIVES_OF_ONE
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way

PLAIN: Final = frozenset({"Mann", "Frau", "Junge", "Mädchen", "Herr", "Dame"})
_RELATIVES: Final = RELATIVES_OF_ONE | {"das"}
_MARKING: Final = frozenset("mit in im am an auf".split())
#: What stands before where somebody is from, by whom it is known again: *die Frau vom Amt*.
_FROM: Final = frozenset("von vom aus".split())
#: An article announces somebody in its first sentences, headlines among them.
_LEAD: Final = 5
#: How many sentences later the name may come.
REACH: Final = 12
_SHORTEST: Final = 4


def announces(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase tells somebody by a description: *der Mann, der …*, *die Frau in der Lederschürze*."""
    noun = chunk.noun
    if noun is None or noun.base not in PLAIN or chunk.is_plural or not chunk.is_definite or chunk.is_possessive:
        return False
    behind = list(context.words(chunk.last + 1, min(chunk.last + 3, context.length)))
    texts = [word.text.lower() for word in behind]
    if texts[:1] == [","]:
        offset = 1 if len(texts) > 2 and behind[1].upos == "ADP" else 0
        return len(texts) > 1 + offset and texts[1 + offset] in _RELATIVES
    if _mark(notes, context, chunk) is None:
        return False
    return opens(notes, context, chunk) or _is_told_in_clause(notes, context, chunk)


def presents(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether an article begins with somebody new by what they have or do: *Am Tor stand | ein Mann | mit Hut*."""
    noun = chunk.noun
    if context.number >= _LEAD or noun is None or noun.base not in PLAIN or not chunk.is_indefinite or chunk.is_plural:
        return False
    behind = [word.text for word in context.words(chunk.last + 1, min(chunk.last + 2, context.length))]
    by_clause = len(behind) > 1 and behind[0] == "," and behind[1] in _RELATIVES
    bare = len(behind) > 1 and behind[0] in ("in", "mit") and behind[1][:1].isupper()  # eine Frau in Wathose
    told = by_clause or bare or _mark(notes, context, chunk) is not None
    named = (o.referent.known for o in notes.occurrences if o.chunk is not None and o.chunk.name)
    return told and not any(one.is_person and fits(one, chunk.gender) for one in named)


def _is_told_in_clause(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a clause follows what somebody has or wears: *die Frau mit dem Fernglas, die jeden Abend …*."""
    mark = next(one for one in notes.chunks[context.number] if one.first > chunk.last)
    behind = [word.text.lower() for word in context.words(mark.last + 1, min(mark.last + 2, context.length))]
    clause = context.clauses.of(context.word(mark.last + 2)) if len(behind) > 1 else None
    is_own = len(behind) > 1 and behind[0] == "," and behind[1] == ("die" if chunk.gender == "Fem" else "der")
    return is_own and clause is not None and clause.kind == "relative"


def opens(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a definite role stands at the start of the article, before anybody is named who may have it."""
    if context.number >= _LEAD or not chunk.is_definite or chunk.is_possessive or chunk.is_plural:
        return False
    known = (o.referent.known for o in notes.occurrences)
    return not any(person.name is not None and person.is_person and fits(person, chunk.gender) for person in known)


@way("marked-by-looks")
def told_by_a_mark(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom *die Frau mit dem Heft* means: the only one who acted where the article spoke of a *Heft*."""
    plain = chunk.noun is not None and chunk.noun.base in PLAIN and chunk.is_definite and not chunk.is_possessive
    mark = _mark(notes, context, chunk, _MARKING | _FROM) if plain and not chunk.is_plural else None
    if mark is None:
        return None
    small = mark.casefold()
    places = {
        earlier.number
        for earlier in notes.contexts[: context.number]
        if any(word.text.casefold().endswith(small) for word in earlier.sentence.words)
    }
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence in places
        and (o.is_subject or o.is_speaker)
        and not o.is_in_content
        and o.referent.known.is_person
        and fits(o.referent.known, chunk.gender)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _mark(notes: Notes, context: Context, chunk: Chunk, before: Set[str] = _MARKING) -> str | None:
    """Return what somebody has or wears right behind the phrase: *mit dem Heft*, *in der Lederschürze*."""
    if chunk.last + 2 > context.length or context.word(chunk.last + 1).text.lower() not in before:
        return None
    following = next((one for one in notes.chunks[context.number] if one.first > chunk.last), None)
    close = following is not None and following.first == chunk.last + 2 and not following.name
    if following is None or not close or not following.nouns or len(following.nouns[-1].text) < _SHORTEST:
        return None
    return following.nouns[-1].text


def announced_as(notes: Notes, context: Context, person: Referent) -> Referent | None:
    """Return the only person announced lately without a name who has spoken and can be the one named here."""
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.referent.known.is_announced
        and o.referent.known.name is None
        and not o.referent.known.is_never_named
        and context.number - o.sentence <= REACH
        and o.is_speaker
        and not o.is_in_content
        and (o.referent.known.gender == person.gender or _is_described(o.referent.known, person))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def marked_as(notes: Notes, context: Context, person: Referent) -> Referent | None:
    """Return who was told by what they wear or carry, where a name stands beside that: *Urs Ott hebt die Kappe*."""
    words = {word.text.casefold() for word in context.sentence.words if word.upos == "NOUN"}
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence < context.number and o.referent.known.name is None and not o.is_in_content
        if o.chunk is not None and o.chunk.noun is not None and o.chunk.noun.base in PLAIN and not o.chunk.is_plural
        if o.chunk.is_definite or o.chunk.is_indefinite
        if o.referent.known.is_person and fits(person, o.referent.known.gender)
        if (_mark(notes, notes.contexts[o.sentence], o.chunk) or ".").casefold() in words
    }
    return next(iter(found.values())) if len(found) == 1 else None


def is_named_further_down(notes: Notes, context: Context, announced: Referent, person: Referent) -> bool:
    """Say whether the article comes back to whom it announced only where it names another: *der Mann mit dem Hut*."""
    told = {o.sentence for o in notes.occurrences if o.referent.known is announced}
    return comes_back_at_another(notes, told, context.number, person)


def comes_back_at_another(notes: Notes, told: Set[int], number: int, person: Referent) -> bool:
    """Say whether a later sentence takes up what some tell of *der Mann*, where another person is named first."""
    words = {w.text.casefold() for one in told for w in notes.contexts[one].sentence.words if w.upos == "NOUN"}
    later = {there for there, other, _ in notes.bare if other is not person and fits(other, person.gender)}
    return any(
        (there in later or there + 1 in later) and _is_marked_by(notes, there, chunk, words)
        for there in range(number + 1, len(notes.contexts))
        for chunk in notes.chunks[there]
        if chunk.noun is not None and chunk.noun.base in PLAIN and chunk.is_definite
    )


def _is_marked_by(notes: Notes, number: int, chunk: Chunk, words: Set[str]) -> bool:
    mark = _mark(notes, notes.contexts[number], chunk)
    return mark is not None and mark.casefold() in words


def _is_described(announced: Referent, person: Referent) -> bool:
    """Say whether *der Mann, der …* may be somebody whose gender the article does not tell."""
    return person.gender is None and any(noun in PLAIN for noun in announced.nouns)
