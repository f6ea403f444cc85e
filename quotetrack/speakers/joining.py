"""Who is named together with whom: *Caduff und Zgraggen*, *Ida Ott, Wirtin in Tal, und Jan Kern*, *auch Kern*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import is_plural_form
from quotetrack.nouns import is_given_name
from quotetrack.quotes.context import Context, is_named
from quotetrack.spans import Span
from quotetrack.speakers.ages import ages_behind
from quotetrack.speakers.body_names import is_field
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Pair, Referent
from quotetrack.speakers.wording import is_of_kin
from quotetrack.syntax import Word

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
_BEFORE_JOINED: Final = frozenset({*_ENDS_OF_LISTS, "&", "auch", "ebenso", "als", "noch", ","})
_OF_MASCULINES: Final = frozenset({"der", "ein"})


def pair_up(notes: Notes, context: Context, place: int, referent: Referent) -> None:
    """Note that somebody is named together with whoever stands before: *Caduff und Zgraggen*."""
    before = _joined_to(notes, context, place)
    if before is None:
        return
    chunks = notes.chunks[context.number]
    if is_field(context.sentence.words, chunks[place].last) or _are_of_one_title(
        context, chunks[before], chunks[place]
    ):
        return
    if _is_one_person(chunks[before], chunks[place]) or _have_one_name(context, chunks[before], chunks[place]):
        return
    if _are_roles_of(notes, context.number, before, place):
        return
    other = notes.by_head.get((context.number, chunks[before].head.index))
    if other is None or other.known is referent.known or chunks[before].head.text.endswith("-"):
        return
    span = Span(chunks[before].span.start, chunks[place].span.end)
    owned = before in notes.tails[context.number].values() and not _is_statement(chunks[_owner(notes, context, before)])
    apart = owned or context.word(chunks[place].start - 1).text == ","
    apart = apart or (_is_bare_role(chunks[place]) and referent.known.kind != "group")
    together = not apart and _speak_together(notes, context, span, other, referent)
    states = chunks[before].preposition is None and other.known.kind == referent.known.kind == "place"
    if together or states or _are_alike(other, referent):
        _note(notes, Pair((other, referent), context.number, span))
        if chunks[place].is_possessive and is_of_kin(chunks[place]):
            _act_alike(notes, context, other.known, referent.known)
        _learn_ages(other.known, referent.known, context, chunks[place])


def _are_of_one_title(context: Context, one: Chunk, other: Chunk) -> bool:
    """Say whether two nouns stand between the marks of one name: *das Magazin „Haus & Hof“*."""
    placed = context.passage_at(one.head.index)
    return placed is not None and placed == context.passage_at(other.head.index) and is_named(placed)


def _act_alike(notes: Notes, context: Context, first: Referent, second: Referent) -> None:
    """Take whoever is joined to a subject as its relative for a subject, too: *Uwe Ott und seine Frau Ida*."""
    here = [o for o in notes.occurrences if o.sentence == context.number and not o.is_in_content]
    if any(o.referent.known is first and o.is_subject for o in here):
        for occurrence in here:
            occurrence.is_subject |= occurrence.referent.known is second


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
    chunks = notes.chunks[context.number]
    before_it = context.word(max(1, chunks[place].start - 1)).text.lower()
    if not place or before_it not in _BEFORE_JOINED:
        return None
    outside = not _is_in_relative(context, chunks[place].head)
    for before in range(place - 1, -1, -1):
        if outside and _is_in_relative(context, chunks[before].head):
            continue
        between = _between(context, notes.end_of(context.number, before), chunks[place].start)
        if between == ",":
            owner = _owner(notes, context, before)
            one = owner if _is_told_of(notes, context, owner) else before
            if _is_listed(notes, context, one, place):
                return one
        if between in _JOINING or _is_correlated(notes, context, before, between):
            return _whole(notes, context, before, place)
        if between in _CLOSING_JOINING:
            whole = _whole(notes, context, before, place)
            return whole if _is_told_of(notes, context, whole) or _is_closed(context, chunks[before]) else None
    return None


def _between(context: Context, end: int, start: int) -> str:
    """Return what stands between two phrases, without the age and the relative clause of the first."""
    kept = [word.text.lower() for word in _outside_relatives(context, end, start - 1)]
    if len(kept) > 2 and kept[0] == kept[2] == "," and kept[1].isdecimal():
        kept = kept[2:]
    if len(kept) > 2 and kept[0] == "(" and kept[2] == ")" and kept[1].isdecimal():
        kept = kept[3:]
    return " ".join(kept)


def _is_in_relative(context: Context, word: Word) -> bool:
    clause = context.clauses.of(word)
    return clause is not None and clause.kind == "relative"


def _outside_relatives(context: Context, end: int, last: int) -> list[Word]:
    """Return the words behind a place without those of relative clauses and the comma before them."""
    kept: list[Word] = []
    for word in context.sentence.words[end:last]:
        if not _is_in_relative(context, word):
            kept.append(word)
        elif kept and kept[-1].text == ",":
            kept.pop()
    return kept


def _is_closed(context: Context, chunk: Chunk) -> bool:
    """Say whether an age or a relative clause stands behind a phrase: *Ida Ott, 34, und*, *Ida Ott, die klagt, und*."""
    behind = context.words(chunk.last + 2, min(chunk.last + 2, context.length))
    return any(word.text.isdecimal() or _is_in_relative(context, word) for word in behind)


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
    """Return to what a phrase is joined: an attribute, or what has it (*die Chefin des Amts und | der Rat*)."""
    owner = _owner(notes, context, before)
    chunks = notes.chunks[context.number]
    if owner == before:
        return before
    if _is_statement(chunks[owner]):
        owners = {tail: owner for owner, tail in notes.tails[context.number].items()}
        while owners[before] != owner:
            before = owners[before]
        return before
    attribute, joined = chunks[before], chunks[place]
    if _is_full_name(chunks[owner]) and _is_full_name(joined) and not _is_full_name(attribute):
        return owner  # laut Ida Ott von der SPD und Jan Kern
    clause = context.clauses.of(chunks[owner].head)
    finite = None if clause is None else clause.finite
    if finite is not None and is_subject_of_clause(context, chunks[owner], chunks[owner].head):
        return owner if is_plural_form(finite) and not chunks[owner].is_plural else before
    is_subject = joined.determiner in _OF_MASCULINES and joined.gender == "Masc" and not joined.is_plural
    parted = attribute.determiner is not None and attribute.determiner.startswith(("de", "ein")) and is_subject
    return owner if parted or _is_told_of(notes, context, owner) else before


def _is_full_name(chunk: Chunk) -> bool:
    return len(chunk.name) > 1 and is_given_name(chunk.name[0].text)


def _is_statement(chunk: Chunk) -> bool:
    """Say whether a phrase is one for what is said, so that those behind it say it: *Angaben der Polizei und …*."""
    return chunk.noun is not None and chunk.noun.kind == "statement"


def _is_told_of(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a phrase is an apposition that tells of the name before: *Ida Ott, | Leiterin des Amts*."""
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
        named = (one.name or _is_told_of(notes, context, before)) and (other.name or other.determiner)
        return _are_of_one_clause(context, one, other) and bool(named) and _goes_on(notes, context, place)
    if one.adjectives or other.adjectives or words[one.last].text != ",":
        return False
    if one.name and not one.determiner and other.determiner:
        return ahead in _ENDS_OF_LISTS  # Norda, der Naturschutzbund und die Umwelthilfe
    if bool(one.determiner) != bool(other.determiner):
        return False
    is_list = ahead in _ENDS_OF_LISTS or (ahead == "," and not one.determiner)
    return is_list and first.known.kind in ("organisation", "medium")


def _are_of_one_clause(context: Context, one: Chunk, other: Chunk) -> bool:
    clause = context.clauses.of(one.head)
    return clause is not None and clause is context.clauses.of(other.head)


def _goes_on(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a list of people goes on behind a name, past who that is: *…, Jan Kern (SP), der Kämmerer, und …*."""
    chunks = notes.chunks[context.number]
    while True:
        behind = _outside_relatives(context, notes.end_of(context.number, place), context.length)[:2]
        ahead = [word.text for word in behind]
        if ahead[:1] and ahead[0] in _ENDS_OF_LISTS:
            last = next((chunk for chunk in chunks if chunk.start > behind[0].index), None)
            return last is not None and not _is_one_person(chunks[place], last)
        following = next(
            (n for n in range(place + 1, len(chunks)) if behind and chunks[n].start == behind[-1].index), None
        )
        if ahead[:1] != [","] or following is None:
            return ahead[:1] == [","] and ahead[-1] in _ENDS_OF_LISTS
        noun = chunks[following].noun
        if not chunks[following].name and (noun is None or noun.kind != "person"):
            return False
        place = following


def _are_alike(one: Referent, other: Referent) -> bool:
    """Say whether two people or two bodies are named: *Kammer und Gewerkschaft*."""
    return all(map(_is_somebody, (one, other))) and one.known.is_person == other.known.is_person


def _speak_together(notes: Notes, context: Context, span: Span, one: Referent, other: Referent) -> bool:
    """Say whether two are the speakers of one quotation, whatever they are: *die Polizei und Zeugen*."""
    spoken = (quote.speaker for quote in notes.quotes if quote.speaker is not None)
    together = any(mention.sentence == context.number and mention.span.contains(span) for mention in spoken)
    return together and any(referent.known.name is not None for referent in (one, other))


def _is_somebody(referent: Referent) -> bool:
    known = referent.known
    return known.is_person or (known.kind in ("organisation", "medium") and known.name is not None)


def _is_bare_role(chunk: Chunk) -> bool:
    """Say whether a role has neither article nor name: *Vorsitzende in Tal und | Kandidatin*."""
    noun = chunk.noun
    bare = not (chunk.determiner or chunk.name or chunk.is_plural)
    return bare and noun is not None and noun.kind == "person"


def _learn_ages(one: Referent, other: Referent, context: Context, chunk: Chunk) -> None:
    ages = ages_behind(context.sentence.words, chunk.last)
    if ages is not None:
        one.age, other.age = one.age or ages[0], other.age or ages[1]


def _is_one_person(one: Chunk, other: Chunk) -> bool:
    """Say whether two roles are of one: *der Jagdpächter und Vetter des Bürgermeisters*."""
    singular = one.determiner is not None and not one.is_plural and not one.name and one.medium is None
    return singular and other.determiner is None and not other.name and not other.is_plural


def _have_one_name(context: Context, one: Chunk, other: Chunk) -> bool:
    """Say whether two bare roles stand before one name: *Landwirtin und Kreisrätin | Ida Ott*, not with *sagten*."""
    bare = all(role.determiner is None and len(role.nouns) == 1 and not role.is_plural for role in (one, other))
    if not bare or one.name or len(other.name) < 2 or one.medium is not None:
        return False
    people = all(role.noun is not None and role.noun.kind == "person" for role in (one, other))
    clause = context.clauses.of(other.head)
    several = clause is not None and clause.finite is not None and is_plural_form(clause.finite)
    return people and not several


def _are_roles_of(notes: Notes, number: int, one: int, other: int) -> bool:
    """Say whether two bare roles stand behind a name: *Ida Ott, Tierärztin und Präsidentin des Komitees*."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    roles = (chunks[one], chunks[other])
    bare = all(role.determiner is None and role.nouns and not role.name and not role.is_plural for role in roles)
    before = chunks[one - 1] if one else None
    start = chunks[one].first
    return bare and before is not None and len(before.name) > 1 and start > 2 and words[start - 2].text == ","
