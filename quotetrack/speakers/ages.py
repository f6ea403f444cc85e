"""Ages, and who of two is *der Ältere* or *die andere*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.nouns import Gender, is_given_name, noun_of
from quotetrack.number_words import number_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent, comparison_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_YOUNGEST: Final = 10
_CHILDS: Final = ("4", "5", "6", "7", "8", "9")
"""Ages of children between commas, where no number of a player or a party stands."""
_OLDEST: Final = 110
_WITHIN: Final = 8
_BEHIND: Final = 4
"""Behind so many words a name may follow what tells the age of another: *ist 61, Kern 23*."""
_SEVERAL: Final = 3
_NEAR: Final = 2
#: Nobody so young at the most is older than who holds an office or has learnt a trade.
_YOUNG: Final = 21
_GROWN_FIELDS: Final = frozenset({"politics", "head", "law", "church", "medicine", "science", "union", "police"})
#: Nouns for the elder and the younger of two generations.
_GENERATION: Final = {
    "Alte": True, "Alten": True, "Senior": True, "Junge": False, "Jungen": False, "Junior": False,
    "Patriarch": True, "Patriarchin": True,
}  # fmt: skip
_OF_GENERATION_RE: Final = regex.compile(
    r"(?:(?:Alt|Jung|Senior|Junior)(?:bauer|bäuerin|wirt|wirtin|winzer|winzerin)|(?:Senior|Junior)(?:chef|chefin))s?n?"
)
_OTHERS: Final = frozenset({"andere", "anderer", "anderen"})
_APART_RE: Final = regex.compile(r"(?:ält|jüng)er(?:e|en)|anderen?|eine", regex.IGNORECASE)


def age_behind(words: Sequence[Word], last: int) -> str | None:
    """Return the age right behind a name that ends at a place: *Ida Ott (71)*, *Ida Ott, 71, Wirtin aus Tal*."""
    following = [word.text for word in words[last : last + len(", zwölf Jahre alt".split())]]
    if following[:1] == [","] and following[2:] == ["Jahre", "alt"]:
        return following[1] if following[1].isdecimal() else _in_figures(following[1])
    if len(following) < 3 or not (_is_age(following[1]) or following[1] in _CHILDS):
        return None
    closes = following[2] in ("Jahre", ".") and _is_age(following[1])
    if following[0] == "," and (following[2] == "," or closes):
        return following[1]
    return following[1] if _is_age(following[1]) and following[0] == "(" and following[2] in (")", ",") else None


def _in_figures(word: str) -> str | None:
    number = number_of(word)
    return None if number is None else str(number)


def born_in(words: Sequence[Word], named: Chunk) -> int | None:
    """Return the year in which somebody was born: *der 1961 geborene Jan Ott*, *Ida Ott, Jahrgang 1990, und*."""
    inside = [word.text for word in named.words]
    before = [year for year, form in pairwise(inside) if form.startswith("geboren") and _is_year(year)]
    behind = [word.text for word in words[named.last : named.last + len(", Jahrgang 1990".split())]]
    told = behind[:1] == [","] and behind[1:2] in (["Jahrgang"], ["geboren"]) and _is_year(behind[-1])
    return int(before[0]) if before else int(behind[-1]) if told else None


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == len("1990")


_SPENT: Final = frozenset({"mit", "seinen", "ihren"})
_BEFORE_AGE: Final = frozenset("ist erst gerade heute inzwischen mittlerweile schon bereits nun jetzt knapp".split())


def age_told(context: Context, chunk: Chunk) -> str | None:
    """Return the age that the clause of a subject tells: *Ida Ott ist 81 Jahre alt*, *lernt mit 81 Jahren Klavier*."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or chunk.preposition is not None:
        return None
    gapped = _age_behind_another(context, chunk)
    if gapped is not None:
        return gapped
    words = [word for word in clause.words if not word.masked]
    behind = takewhile(lambda word: word.index <= chunk.last or not is_given_name(word.text), words)
    told = next((age for before, word in pairwise(behind) if (age := _age_at(context, before, word)) is not None), None)
    if told is None or finite.features.get("Tense") != "Pres" or finite.features.get("Mood") == "Sub":
        return None
    return told if is_subject_of_clause(context, chunk, chunk.head) else None


def age_told_of(context: Context, word: Word) -> str | None:
    """Return the age that the clause of a pronoun tells, which is its subject: *Er ist 43*, *43 Jahre alt ist sie*."""
    clause = context.clauses.of(word)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or finite.features.get("Mood") == "Sub":
        return None
    words = [other for other in clause.words if not other.masked]
    if any(other.upos == "PROPN" and is_given_name(other.text) for other in words):
        return None
    if finite.text == "wird":
        return _age_to_come(clause)
    ages = (_age_at(context, before, other) for before, other in pairwise(words))
    told = next((age for age in ages if age is not None), None) or _age_in_front(context, clause)
    return told if finite.features.get("Tense") == "Pres" or finite.text == "ist" else None


def _age_in_front(context: Context, clause: Clause) -> str | None:
    """Return the age that opens a clause: *43 Jahre alt | ist sie*."""
    first = clause.words[0]
    behind = [other.text for other in context.words(first.index + 1, min(first.index + 3, context.length))]
    return first.text if _is_age(first.text) and behind == ["Jahre", "alt", "ist"] else None


def _age_to_come(clause: Clause) -> str | None:
    """Return the age before the next birthday: *Sie | wird im Mai 44*."""
    last = next((word for word in reversed(clause.words) if word.upos != "PUNCT"), None)
    return str(int(last.text) - 1) if last is not None and _is_age(last.text) else None


def _age_behind_another(context: Context, chunk: Chunk) -> str | None:
    """Return the age right behind a name, where that of another stands before it: *Ott ist 61, | Ida Kern | 23*."""
    if chunk.first < _BEHIND or chunk.last + 2 > context.length:
        return None
    before, joint = context.word(chunk.first - 2), context.word(chunk.first - 1).text
    age, behind = context.word(chunk.last + 1).text, context.word(chunk.last + 2).text
    of_both = _is_age(before.text) and _is_age(age) and joint in (",", "und") and behind in (".", ",", ";")
    return age if of_both and context.word(chunk.first - 3).text == "ist" else None


def _age_at(context: Context, before: Word, word: Word) -> str | None:
    """Return the age of a number between words: *mit | 81 | Jahren*, *ist | 81 | Jahre alt*, *ist | 81 |.*."""
    if not _is_age(word.text):
        return None
    behind = [other.text for other in context.words(word.index + 1, min(word.index + 2, context.length))]
    is_spent = before.text.lower() in _SPENT and behind[:1] == ["Jahren"]
    is_whole = before.text in _BEFORE_AGE and behind[:1] in (["."], [","], ["und"], ["geworden"])
    return word.text if is_spent or is_whole or behind == ["Jahre", "alt"] else None


def ages_behind(words: Sequence[Word], last: int) -> tuple[str, str] | None:
    """Return the ages behind two names: *Meinrad und Lukas Ott, 66 und 59*."""
    if len(words) > last + 1 and words[last].text == "," and words[last + 1].upos in ("NOUN", "PROPN"):
        last += 2  # Ida und Mia Ott, Schwestern, 44 und 39
    following = [word.text for word in words[last : last + 4]]
    if len(following) < 4 or following[0] not in (",", "(") or following[2] != "und":
        return None
    return (following[1], following[3]) if _is_age(following[1]) and _is_age(following[3]) else None


def _is_age(text: str) -> bool:
    return text.isdecimal() and _YOUNGEST <= int(text) <= _OLDEST


def compares_ages(chunk: Chunk) -> bool:
    """Say whether a phrase tells somebody by being older or younger: *der Ältere*, *die jüngere Schwester*."""
    return any(comparison_of(word.text) is not None for word in (*chunk.adjectives, *chunk.nouns))


def tells_apart(word: Word, following: Word | None) -> bool:
    """Say whether an article and an adjective alone tell one of two: *der ältere*, *die andere*, *der eine*."""
    article = word.text.lower() in ("der", "die", "dem")
    return article and following is not None and _APART_RE.fullmatch(following.text) is not None


def is_last_of_all(word: Word, following: Word) -> bool:
    """Say whether an article and an adjective alone tell one of several by age: *die älteste*, *der jüngste*."""
    return word.text.lower() in ("der", "die") and following.text in ("älteste", "jüngste")


@way("of-that-age")
def one_of_all(notes: Notes, form: str, gender: Gender) -> Referent | None:
    """Return the oldest or youngest of those whose age the article gives, where it gives that of three or more."""
    people = [person for person in notes.named.values() if person.same is None and fits(person, gender)]
    aged = [person for person in people if person.age is not None and person.age.isdecimal()]
    if len(aged) < _SEVERAL:
        return None
    ordered = sorted(aged, key=lambda person: int(person.age or 0))
    return ordered[0 if form == "jüngste" else -1]


@way("of-two")
def one_of_two(notes: Notes, context: Context, form: str, gender: Gender | None, head: Word) -> Referent | None:
    """Return who of two is meant by *der Ältere*, *die jüngere*, *der andere*; None where the article does not tell."""
    is_other = form.lower() in _OTHERS
    spoken_to = _spoken_to(notes, context, gender) if is_other else None
    if spoken_to is not None:
        return spoken_to
    turns = _speaking_in_turns(notes, context, gender, head) if is_other else _young_and_grown(notes, context, gender)
    people = _two(notes, context, gender) or turns
    if len(people) != 2:
        return None
    if is_other:
        together = max((pair.sentence for pair in notes.pairs), default=-1)
        alone = [
            o.referent.known
            for o in notes.occurrences
            if (o.is_speaker or o.is_subject) and o.sentence >= context.number - 2 and o.sentence != together
        ]
        alone = [person for person in alone if person in people]
        others = [person for person in people if alone and person is not alone[-1]]
        return others[0] if len(others) == 1 else None
    is_older = comparison_of(form)
    if is_older is None:
        return None
    compared = _compared(people, is_older=is_older)
    if compared is not None:
        return compared
    without = not_meant(notes, context, head)
    left = [person for person in people if id(person) not in without]
    return left[0] if len(left) == 1 else None


def _spoken_to(notes: Notes, context: Context, gender: Gender | None) -> Referent | None:
    """Return to whom the last speaker has spoken, for *der andere*: *…, hielt | ihm | Jan Ott vor. Der andere …*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and not o.is_in_content]
    spoken = {id(o.referent.known) for o in near if o.is_speaker}
    told = (o for o in near if o.chunk is None and not o.is_subject and id(o.referent.known) not in spoken)
    people = {id(o.referent.known): o.referent.known for o in told if o.referent.known.is_person}
    fitting = [person for person in people.values() if fits(person, gender)]
    return fitting[0] if len(spoken) == len(fitting) == 1 else None


def _young_and_grown(notes: Notes, context: Context, gender: Gender | None) -> list[Referent]:
    """Return the only two of the last sentences, of whom one is told to be young and the other to have an office.

    ``Lina Ott ist 19. Pröpstin Almut Kern sprang ihr bei. …, erzählte die Ältere.``
    """
    near = [o for o in notes.occurrences if 0 < context.number - o.sentence <= _NEAR and not o.is_in_content]
    known = (o.referent.known for o in near)
    people = [*{id(one): one for one in known if one.is_person and fits(one, gender)}.values()]
    told = len(people) == 2 and all(one.name and one.gender for one in people)
    return people if told and _older_by_office(people) is not None else []


def _older_by_office(people: Sequence[Referent]) -> Referent | None:
    """Return the one in office or with a trade of two, the other of whom is told to be young."""
    young = [p for p in people if p.age is not None and p.age.isdecimal() and int(p.age) <= _YOUNG]
    grown = [p for p in people if p.age is None and any(map(_is_of_grown, p.nouns))]
    return grown[0] if len(young) == len(grown) == 1 else None


def _is_of_grown(role: str) -> bool:
    known = noun_of(role)
    return known is not None and known.field in _GROWN_FIELDS


@way("of-two")
def old_or_young(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return which of two of one family *der Alte*, *der Junge* is, if they are of two generations."""
    is_bare = (
        len(chunk.nouns) == 1 and chunk.is_definite and not (chunk.name or chunk.adjectives or chunk.is_possessive)
    )
    is_older = _generation_of(chunk.nouns[0].text) if is_bare else None
    if is_older is None:
        return None
    told = [p for p in notes.family.everybody("parent" if is_older else "child") if fits(p, chunk.gender)]
    if len(told) == 1 and told[0].name:
        return told[0]
    kin = [[one.known, other.known] for one, other in notes.kin]
    kin = [two for two in kin if two[0] is not two[1] and all(fits(person, chunk.gender) for person in two)]
    return _compared(kin[-1], is_older=is_older) if kin else None


def _generation_of(noun: str) -> bool | None:
    """Return whether a noun is of the elder of two generations: *der Seniorchef*, *die Jungbäuerin*, *der Alte*."""
    if _OF_GENERATION_RE.fullmatch(noun) is not None:
        return noun.startswith(("Alt", "Senior"))
    return _GENERATION.get(noun)


def _two(notes: Notes, context: Context, gender: Gender | None) -> list[Referent]:
    """Return the two who are told apart: those named together last, relatives, or the only two whose age is known."""
    named = notes.last_pair(context, _WITHIN)
    if len(named) == 2 and all(fits(person, gender) for person in named):
        return named
    kin = [[one.known, other.known] for one, other in notes.kin]
    kin = [two for two in kin if all(fits(person, gender) for person in two) and two[0] is not two[1]]
    known = [person for person in notes.named.values() if person.same is None and fits(person, gender)]
    nameless = bool(kin) and not all(person.name for person in kin[-1])
    if kin and not (nameless and sum(person.age is not None for person in known) == len(("one", "other"))):
        return kin[-1]
    siblings = [one for one in known if any(other in known for other in notes.family.kin(one, "sibling"))]
    if len(siblings) == 2:
        return siblings
    aged = [person for person in known if person.age] or [person for person in known if person.born]
    told = [person for person in known if person.is_older is not None]
    if len(aged) != 2 and len(told) == 2 and told[0].is_older is not told[1].is_older:
        return told
    return aged if len(aged) == 2 else _namesakes(known)


def _namesakes(people: Sequence[Referent]) -> list[Referent]:
    """Return the only two who bear one surname."""
    by_name: dict[str, list[Referent]] = {}
    for person in people:
        by_name.setdefault((person.name or "").split(" ")[-1], []).append(person)
    shared = [bearers for bearers in by_name.values() if len(bearers) > 1]
    return shared[0] if len(shared) == 1 and len(shared[0]) == 2 else []


def _speaking_in_turns(notes: Notes, context: Context, gender: Gender | None, head: Word) -> list[Referent]:
    """Return the only two of that gender who have spoken lately: ``…, sagt Ott. …, so Kern. „Nein“, ruft der andere``.

    Where *der eine* has spoken before, the text does not tell who that was.
    """
    before = notes.contexts[max(0, context.number - 1) : context.number + 1]
    words = [word for other in before for word in other.sentence.words if word.span.end <= head.span.start]
    if any(word.text.lower() == "eine" and tells_apart(words[n - 1], word) for n, word in enumerate(words) if n):
        return []
    spoken = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.is_speaker and 0 <= context.number - o.sentence <= _WITHIN
        if o.referent.known.is_person and fits(o.referent.known, gender)
    }
    named = [person for person in spoken.values() if person.name is not None]
    return named if len(named) == len(spoken) else []


def _compared(people: Sequence[Referent], *, is_older: bool) -> Referent | None:
    ages = [int(person.age) for person in people if person.age is not None and person.age.isdecimal()]
    if len(ages) == len(people) and ages[0] != ages[1]:
        return people[ages.index(max(ages) if is_older else min(ages))]
    born = [person.born for person in people if person.born is not None]
    if len(born) == len(people) and born[0] != born[1]:
        return people[born.index(min(born) if is_older else max(born))]
    told = [person for person in people if person.is_older is is_older]
    other = [person for person in people if person.is_older is (not is_older)]
    if len(told) == 1 and len(other) < 2:
        return told[0]
    if len(other) == 1 and not told:
        return next(person for person in people if person is not other[0])
    older = _older_by_office(people)
    return next((person for person in people if (person is older) is is_older), None) if older is not None else None


_COMPARED_RE: Final = regex.compile(r"(?:jünger|älter)(?:e[nrs]?)?")
#: So many sentences back the other may be told of, whose age is known.
_LATELY: Final = 2


def learn_difference(notes: Notes, context: Context) -> None:
    """Learn an age from that of another: *Jan Ott, 56, … der acht Jahre jüngere Uwe*, *Kern ist ein Jahr älter*."""
    words = context.sentence.words
    for place in range(2, len(words)):
        years = _years_apart(words, place)
        target = None if years is None else _who_is_compared(notes, context, words[place])
        if years is None or target is None or target.age is not None:
            continue
        near = (o.referent.known for o in notes.occurrences if 0 <= context.number - o.sentence <= _LATELY)
        aged = {id(one): one for one in near if one is not target and one.age is not None and one.age.isdecimal()}
        if len(aged) == 1:
            target.age = str(max(0, int(next(iter(aged.values())).age or 0) + years))


def _years_apart(words: Sequence[Word], place: int) -> int | None:
    """Return by how many years somebody is older: *acht Jahre | jüngere* is minus eight."""
    form = words[place].text
    if not _COMPARED_RE.fullmatch(form) or words[place - 1].text not in ("Jahr", "Jahre"):
        return None
    told = words[place - 2].text
    years = int(told) if told.isdecimal() else number_of(told.lower())
    return None if years is None else years if form.startswith("älter") else -years


def _who_is_compared(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who is so much older: whose attribute it is, or the subject of the clause."""
    here = [o for o in notes.occurrences if o.sentence == context.number and not o.is_in_content]
    for o in here:
        if o.chunk is not None and o.chunk.first <= word.index <= o.chunk.last and o.referent.known.is_person:
            return o.referent.known
    clause = context.clauses.of(word)
    acting = [o for o in here if clause is not None and o.clause == clause.number and o.is_subject]
    before = [o for o in acting if o.place < word.index and o.referent.known.is_person]
    return before[-1].referent.known if before and not word.text.endswith(("e", "en", "es")) else None
