"""Who is from where: *die Grazerin* of whom the article tells the place, *der Italiener* from Mailand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, main_verb
from quotetrack.nouns import is_from, noun_of, state_of, state_of_citizens, state_of_people, state_of_place
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_FROM: Final = frozenset({"aus", "von", "vom"})
_WHERE: Final = _FROM | {"in", "im", "bei", "nach"}
_INHABITANT_RE: Final = regex.compile(r"\p{Lu}\p{Ll}+(?:er|erin|erinnen|ers)")
_REACH: Final = 6
_LATELY: Final = 5
_SOON: Final = 2
_VISITING: Final = frozenset(
    "ankommen besuchen eintreffen empfangen fahren fliegen kommen landen reisen sein treffen weilen anreisen".split()
)
"""Verbs of those who are somewhere for a time, and not from there: *Ott reiste nach Wien*."""
_FLYING: Final = frozenset({"flog", "flogen", "fuhr", "fuhren"})
"""Pasts that a tagger takes for those of other verbs."""


@way("from-there")
def from_there(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one of whom the article tells the place or the state that a noun does.

    ``Beate Ott aus Hinterwil und Ida Kern aus Mailand … sagte die Hinterwilerin.``
    """
    noun = chunk.noun
    if not _tells_origin(chunk) or (noun is not None and noun.field not in ("origin", "")):
        return None
    without = not_meant(notes, context, chunk.head)
    form = (chunk.nouns or chunk.name)[-1].text
    for near in (True, False):
        people = _told_with(notes, form, near=near)
        found = [person for person in people if fits(person, chunk.gender) and id(person) not in without]
        if people:
            return found[0] if len(found) == 1 else None
    hosts = [
        person for person in _hosts(notes, context, form) if fits(person, chunk.gender) and id(person) not in without
    ]
    return hosts[0] if len(hosts) == 1 else None


def _hosts(notes: Notes, context: Context, form: str) -> list[Referent]:
    """Return who is met where somebody travels to: *Ott reiste nach Wien. Dort traf er | Sepp Huber*."""
    state = state_of_people(form)
    found: dict[int, Referent] = {}
    visits = (o for o in notes.occurrences if 0 < context.number - o.sentence <= _LATELY) if state else ()
    for visit in [o for o in visits if o.is_subject and _visits(notes, o.sentence, o.place, state)]:
        met = (o.referent.known for o in notes.occurrences if visit.sentence <= o.sentence <= visit.sentence + _SOON)
        new = (one for one in met if one is not visit.referent.known and notes.first.get(id(one), 0) >= visit.sentence)
        found |= {id(one): one for one in new if one.is_person and one.name is not None}
    return list(found.values())


def _visits(notes: Notes, number: int, place: int, state: str | None = None) -> bool:
    """Say whether the clause of a word tells of somebody who is somewhere for a time, in a state if one is given."""
    context = notes.contexts[number]
    clause = context.clauses.of(context.word(place))
    verb = None if clause is None else main_verb(context.sentence, clause) or clause.finite
    if clause is None or verb is None or not (lemma_of(verb) in _VISITING or verb.text in _FLYING):
        return False
    visited = [word.text for word in clause.words if lemma_of(verb) == "besuchen" and word.upos == "PROPN"]
    return state is None or any(state_of_place(one) == state for one in (*visited, *_places(clause.words, _WHERE)))


def is_from_elsewhere(notes: Notes, person: Referent, state: str) -> bool:
    """Say whether a place of another state stands behind a name: *Ida Ott aus Mailand*, who is no *Spanierin*."""
    for context, chunks in zip(notes.contexts, notes.chunks, strict=True):
        for chunk in chunks:
            if chunk.name and person in _people(notes, chunk):
                told = {state_of_place(place) for place in _behind(context.sentence.words, chunk)} - {None}
                if told and state not in told:
                    return True
    return False


def _tells_origin(chunk: Chunk) -> bool:
    """Say whether a phrase is a definite noun alone, as one for an origin can be, also if it is taken for a name."""
    is_one = len(chunk.nouns) + len(chunk.name) == 1
    return is_one and chunk.is_definite and not chunk.is_possessive and not chunk.is_plural


def _told_with(notes: Notes, form: str, *, near: bool) -> list[Referent]:
    """Return the people with whose name stands a place that a noun fits: right behind it, or else in its sentence."""
    state = state_of_people(form)
    if state is None and _INHABITANT_RE.fullmatch(form) is None:
        return []
    found: dict[int, Referent] = {}
    if near and state is not None:
        found |= {id(person): person for person in notes.named.values() if _is_citizen(person, state)}
    for context, chunks in zip(notes.contexts, notes.chunks, strict=True):
        words = context.sentence.words
        named = [chunk for chunk in chunks if chunk.name and _people(notes, chunk)]
        if not near and (len(named) != 1 or len(set(_places(words, _WHERE))) > 1):
            continue
        if not near and _visits(notes, context.number, named[0].head.index):
            continue
        for chunk in named:
            beside = [*_before(words, chunk), *_behind(words, chunk), *_in_relative(words, chunk)]
            places = beside if near else _places(words, _WHERE)
            places = [*places, *_for_whom(words, named)]
            told = near and (_is_of_a_city(chunk, state) or _is_of_that_place(chunk, form))
            if told or any(_fits_place(form, state, place) for place in places):
                found |= {id(person): person for person in _people(notes, chunk)}
    if near:
        found |= {id(person): person for person in _who_comes_from(notes, form, state)}
    return list(found.values())


def _who_comes_from(notes: Notes, form: str, state: str | None) -> Iterator[Referent]:
    """Yield the people of whom a clause tells where they come from, by a role: *Der Sieger kommt aus Norwegen*."""
    for o in notes.occurrences:
        if not o.is_subject or o.is_in_content or not o.referent.known.is_person or o.referent.known.name is None:
            continue
        clause = notes.clause_of(o)
        finite = None if clause is None else clause.finite
        if clause is None or finite is None:
            continue
        if any(_fits_place(form, state, place) for place in _told_home(clause, finite, state)):
            yield o.referent.known


def _told_home(clause: Clause, finite: Word, state: str | None) -> Iterator[str]:
    """Yield the places from which a clause tells that its subject is, or for a town in which they live."""
    texts = {word.text.lower() for word in clause.words}
    lemma = lemma_of(finite)
    if lemma in ("kommen", "stammen") or texts & {"gekommen", "angereist", "gebürtig", "geflohen", "zugezogen"}:
        yield from _places(clause.words, frozenset({"aus"}))
    if texts & {"geboren", "aufgewachsen"} or {"welt", "gekommen"} <= texts:
        yield from _places(clause.words, frozenset({"in", "im"}))
    lives = lemma in ("leben", "wohnen") or texts & {"daheim", "zuhause", "heimisch"}
    if state is None and lives:
        yield from _places(clause.words, frozenset({"in", "im"}))
    if lemma in ("vertreten", "sprechen", "starten", "antreten", "spielen") and state is not None:
        yield from _places(clause.words, frozenset({"für"}))
        yield from (word.text for word in clause.words if word.upos == "PROPN" and lemma == "vertreten")


def _is_citizen(person: Referent, state: str) -> bool:
    """Say whether the article calls somebody by a city of a state: *die Wienerin Ida Ott* is an *Österreicherin*."""
    return any(_tells_only_origin(text) and state_of_citizens(text) == state for text in person.nouns)


def _is_of_a_city(chunk: Chunk, state: str | None) -> bool:
    """Say whether a city of a state stands before who somebody is: *der Wiener Autor Jan Ott*, an *Österreicher*."""
    cities = (word.text for word in chunk.adjectives if word.text[:1].isupper())
    return state is not None and any(state_of_citizens(city) == state for city in cities)


def _is_of_that_place(chunk: Chunk, form: str) -> bool:
    """Say whether the place that a noun tells stands before who somebody is: *die Hinterwiler Rätin Ida Ott*."""
    return any(word.text[:1].isupper() and word.text in (form, form.removesuffix("in")) for word in chunk.adjectives)


def _tells_only_origin(text: str) -> bool:
    known = noun_of(text)
    return known is None or known.field in ("origin", "")


def _people(notes: Notes, chunk: Chunk) -> list[Referent]:
    return [person.known for person in notes.bearers(name_text(chunk.name)) if person.known.is_person]


def _fits_place(form: str, state: str | None, place: str) -> bool:
    return is_from(form, place) if state is None else state == state_of_place(place)


def _for_whom(words: Sequence[Word], named: Sequence[Chunk]) -> Iterator[str]:
    """Yield for which state the only one named in a sentence acts: *Für die Niederlande verhandelt Jan Ott*."""
    if len(named) == 1 and words[0].text == "Für" and named[0].first > len(("Für", "Peru")):
        front = words[1:3] if len(words) > 2 and words[1].text in ("die", "den") else words[1:2]
        yield from (word.text for word in front if state_of(word.text) is not None)


def _before(words: Sequence[Word], chunk: Chunk) -> Iterator[str]:
    """Yield the places of a role to which a name stands in apposition: *der Ammann von Stans, | Paul Ott*."""
    if chunk.first < 4 or words[chunk.first - 2].text != ",":
        return
    near = words[max(0, chunk.first - 2 - _REACH) : chunk.first - 2]
    cut = max((at + 1 for at, word in enumerate(near) if word.upos in ("VERB", "AUX", "CCONJ", "PUNCT")), default=0)
    if any(word.upos == "NOUN" for word in near[cut:]):  # not Conti kam aus Rom, Jan Ott aus Bern
        yield from _places(near[cut:], _FROM)


def _behind(words: Sequence[Word], chunk: Chunk) -> Iterator[str]:
    """Yield the places right behind a name: *Ida Ott aus Graz*, *Ida Ott, eine Winzerin aus Graz*."""
    near = words[chunk.last : chunk.last + _REACH]
    verb = next((at for at, word in enumerate(near) if word.upos in ("VERB", "AUX", "CCONJ")), len(near))
    return _places(near[:verb], _FROM)


def _in_relative(words: Sequence[Word], chunk: Chunk) -> Iterator[str]:
    """Yield the place where a relative clause begins: *Ida Ott, die in Graz | lebt*."""
    near = words[chunk.last : chunk.last + len(", die in Bad Tölz".split())]
    if [word.text for word in near[:1]] == [","] and len(near) > 2 and near[1].text in ("der", "die"):
        yield from _places(near[2:], frozenset({"in", "im"}))


def _places(words: Sequence[Word], prepositions: frozenset[str]) -> Iterator[str]:
    """Yield what stands with a capital behind a preposition, or behind its article: *aus Graz*, *im Pinzgau*.

    Of *in Bad Tölz* both words are yielded, and each alone.
    """
    for word, first, second in zip(words, words[1:], [*words[2:], None], strict=False):
        if word.text.lower() in prepositions and first.text[:1].isupper():
            yield first.text
            if second is not None and second.text[:1].isupper():
                yield f"{first.text} {second.text}"
                yield second.text
        is_behind_article = word.text.lower() in prepositions and first.text in ("dem", "der")
        if is_behind_article and second is not None and second.text[:1].isupper():
            yield second.text  # im Pinzgau, aus der Uckermark
