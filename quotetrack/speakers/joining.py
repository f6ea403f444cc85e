"""Who is named together with whom: *Caduff und Zgraggen*, *Ida Ott, Leiterin des Amts, und Jan Kern*, *nicht nur Ott, auch Kern*."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context
from quotetrack.spans import Span
from quotetrack.speakers.ages import ages_behind
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Pair, Referent

_ENDS_OF_LISTS: Final = frozenset({"und", "sowie"})
_JOINING: Final = frozenset({"und", "sowie", "&", "und auch", "wie auch", "sowie auch"})
_CLOSING_JOINING: Final = frozenset({", und", ", sowie", ", und auch", ", wie auch", ", sowie auch"})
"""What joins two behind an apposition that a comma closes."""
_CORRELATED: Final = {
    "nur": frozenset({", auch", ", sondern auch", "sondern auch", ", sondern ebenso"}),
    "allein": frozenset({", auch", ", sondern auch", "sondern auch"}),
    "sowohl": frozenset({"als auch", "wie auch", "als"}),
    "weder": frozenset({"noch", ", noch"}),
}
"""What joins two by the word before the first: *nicht nur Ott, sondern auch Kern*."""
_OF_MASCULINES: Final = frozenset({"der", "ein"})


def pair_up(notes: Notes, context: Context, place: int, referent: Referent) -> None:
    """Note that somebody is named together with whoever stands before: *Caduff und Zgraggen*."""
    before = _joined_to(notes, context, place)
    if before is None:
        return
    chunks = notes.chunks[context.number]
    if _is_one_person(chunks[before], chunks[place]) or _are_roles_of(notes, context.number, before, place):
        return
    other = notes.by_head.get((context.number, chunks[before].head.index))
    if other is None or other.known is referent.known:
        return
    span = Span(chunks[before].span.start, chunks[place].span.end)
    if _may_join(notes, context, other, referent, span):
        _note(notes, Pair((other, referent), context.number, span))
        _learn_ages(other.known, referent.known, context, chunks[place])


def _note(notes: Notes, pair: Pair) -> None:
    """Note two who are named together, with those who have been named together with the first."""
    last = notes.pairs[-1] if notes.pairs else None
    if last is not None and last.sentence == pair.sentence and last.referents[-1].known is pair.referents[0].known:
        last.referents = (*last.referents, pair.referents[1])
        last.span = Span(last.span.start, pair.span.end)
        return
    notes.pairs.append(pair)


def _joined_to(notes: Notes, context: Context, place: int) -> int | None:
    """Return the place of the phrase to which the one at a place is joined."""
    chunks, words = notes.chunks[context.number], context.sentence.words
    for before in range(place - 1, -1, -1):
        between = " ".join(
            word.text.lower() for word in words[notes.end_of(context.number, before) : chunks[place].start - 1]
        )
        if between == "," and _is_listed(notes, context, before, place):
            return before
        if between in _JOINING or _is_correlated(notes, context, before, between):
            return _whole(notes, context, before, place)
        if between in _CLOSING_JOINING:
            whole = _whole(notes, context, before, place)
            return whole if _is_told_of(notes, context, whole) else None
    return None


def _is_correlated(notes: Notes, context: Context, before: int, between: str) -> bool:
    start = notes.chunks[context.number][_owner(notes, context, before)].start
    return start > 1 and between in _CORRELATED.get(context.word(start - 1).text.lower(), ())


def _owner(notes: Notes, context: Context, place: int) -> int:
    """Return the phrase to which the attribute at a place belongs in the end."""
    owners = {tail: owner for owner, tail in notes.tails[context.number].items()}
    while place in owners:
        place = owners[place]
    return place


def _whole(notes: Notes, context: Context, before: int, place: int) -> int:
    """Return the phrase to which another is joined: an attribute, or what has it (*die Chefin des Amts | und der Rat*)."""
    owner = _owner(notes, context, before)
    if owner == before:
        return before
    chunks = notes.chunks[context.number]
    attribute, joined = chunks[before], chunks[place]
    is_subject = joined.determiner in _OF_MASCULINES and joined.gender == "Masc" and not joined.is_plural
    parted = attribute.determiner is not None and attribute.determiner.startswith(("de", "ein")) and is_subject
    return owner if parted or _is_told_of(notes, context, owner) else before


def _is_told_of(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a phrase is an apposition that tells of the name before: *Ida Ott, Leiterin des Amts, und Jan Kern*."""
    chunks = notes.chunks[context.number]
    told = notes.by_head.get((context.number, chunks[place].head.index))
    if told is None or chunks[place].name or context.separator_before(chunks[place].start) != ",":
        return False
    named = (notes.by_head.get((context.number, chunk.head.index)) for chunk in chunks[:place] if chunk.name)
    return any(one is not None and one.known is told.known for one in named)


def _is_listed(notes: Notes, context: Context, before: int, place: int) -> bool:
    """Say whether a comma joins two of several: *SPD, Grüne und Linke*, *Ida Ott, Jan Kern und Pia Roth*."""
    chunks, words = notes.chunks[context.number], context.sentence.words
    one, other = chunks[before], chunks[place]
    first = notes.by_head.get((context.number, one.head.index))
    ahead = words[other.last].text if other.last < len(words) else ""
    if first is None:
        return False
    if first.known.is_person:
        return _are_of_one_clause(context, one, other) and bool(one.name) and _goes_on(notes, context, place)
    if one.adjectives or other.adjectives or words[one.last].text != ",":
        return False
    if one.name and not one.determiner and other.determiner:
        return ahead in _ENDS_OF_LISTS  # Norda, der Naturschutzbund und die Umwelthilfe
    if bool(one.determiner) != bool(other.determiner):
        return False
    is_list = ahead in _ENDS_OF_LISTS or (ahead == "," and not one.determiner)
    return is_list and first.known.kind == "organisation"


def _are_of_one_clause(context: Context, one: Chunk, other: Chunk) -> bool:
    clause = context.clauses.of(one.head)
    return clause is not None and clause is context.clauses.of(other.head)


def _goes_on(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a list of people goes on behind a name, past who that is: *…, Jan Kern (SP), der Kämmerer, und …*."""
    chunks, words = notes.chunks[context.number], context.sentence.words
    while True:
        end = notes.end_of(context.number, place)
        ahead = [word.text for word in words[end : end + 2]]
        if ahead[:1] and ahead[0] in _ENDS_OF_LISTS:
            return True
        following = next((one for one in range(place + 1, len(chunks)) if chunks[one].start == end + 2), None)
        if ahead[:1] != [","] or following is None:
            return ahead[:1] == [","] and ahead[1:2] != [","] and ahead[-1] in _ENDS_OF_LISTS
        noun = chunks[following].noun
        if not chunks[following].name and (noun is None or noun.kind != "person"):
            return False
        place = following


def _may_join(notes: Notes, context: Context, one: Referent, other: Referent, span: Span) -> bool:
    """Say whether two can speak together: *Kammer und Gewerkschaft*; where they do, also *die Polizei und Zeugen*."""
    if all(_is_somebody(referent) for referent in (one, other)) and one.known.is_person == other.known.is_person:
        return True
    together = any(
        quote.speaker is not None and quote.speaker.sentence == context.number and quote.speaker.span.contains(span)
        for quote in notes.quotes
    )
    return together and any(referent.known.name is not None for referent in (one, other))


def _is_somebody(referent: Referent) -> bool:
    known = referent.known
    return known.is_person or (known.kind == "organisation" and known.name is not None)


def _learn_ages(one: Referent, other: Referent, context: Context, chunk: Chunk) -> None:
    ages = ages_behind(context.sentence.words, chunk.last)
    if ages is not None:
        one.age, other.age = one.age or ages[0], other.age or ages[1]


def _is_one_person(one: Chunk, other: Chunk) -> bool:
    """Say whether two roles are of one: *der Jagdpächter und Vetter des Bürgermeisters*."""
    singular = one.determiner is not None and not one.is_plural and not one.name
    return singular and other.determiner is None and not other.name and not other.is_plural


def _are_roles_of(notes: Notes, number: int, one: int, other: int) -> bool:
    """Say whether two bare roles stand behind a name: *Ida Ott, Tierärztin und Präsidentin des Komitees*."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    roles = (chunks[one], chunks[other])
    bare = all(role.determiner is None and role.nouns and not role.name and not role.is_plural for role in roles)
    before = chunks[one - 1] if one else None
    start = chunks[one].first
    return bare and before is not None and len(before.name) > 1 and start > 2 and words[start - 2].text == ","
