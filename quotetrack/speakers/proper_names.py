"""From a name to whoever bears it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import CALLED
from quotetrack.nouns import (
    Gender,
    is_common_surname,
    is_given_name,
    is_known_body,
    is_medium_noun,
    noun_of,
    state_of,
)
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.speakers.ages import age_behind
from quotetrack.speakers.appositions import apposition
from quotetrack.speakers.bodies import body
from quotetrack.speakers.bodies_by_noun import LAST_OF_FIRMS, LEGAL_FORMS, is_club, is_firm
from quotetrack.speakers.body_letters import body_of_letters
from quotetrack.speakers.body_names import BROTHERS, body_name
from quotetrack.speakers.called_by_others import called_by_others
from quotetrack.speakers.chunks import PLURAL_WORDS, Chunk, name_text
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.first_named import learn_of_first_name
from quotetrack.speakers.in_view import by_salience
from quotetrack.speakers.learning import gender_of_article, learn
from quotetrack.speakers.nameless import unnamed
from quotetrack.speakers.names import fit, is_acronym, is_medium_name, without_genitive
from quotetrack.speakers.naming import is_body_of_place
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.origins import from_there
from quotetrack.speakers.own_kin import who_may_say
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.speaking_people import speaking_people
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import is_of_kin
from quotetrack.syntax import Word

#: What somebody writes to somebody: who quotes from it quotes the writer.
_LETTERS: Final = frozenset("Brief Schreiben Mail E-Mail Nachricht Tweet Post Tagebuch".split())


_OF_FIRMS: Final = frozenset(
    "Rivale Konkurrent Wettbewerber Mitbewerber Gegner Herausforderer Anbieter Hersteller Betreiber Vermieter"
    " Zulieferer Aufsteiger Absteiger Gastgeber Tabellenführer Spitzenreiter Marktführer Verfolger Investor"
    " Eigentümer Zusteller Logistiker Spediteur Vermarkter Importeur Exporteur Produzent Entwickler"
    " Dienstleister Ausrüster Verleiher Lieferant Anbieterin Herstellerin Betreiberin Zulieferin".split()
)
"""Nouns for people that the news have as often before the name of a firm or club."""
_LOCATIVES: Final = frozenset({"in", "aus", "nach"})
_AGED: Final = ("jährige", "jähriger", "jährigen")
"""Ends of adjectives that tell somebody's age: *die neunjährige Mila*."""

_OF_OWNER: Final[dict[str, Gender]] = {"Sei": "Masc", "Ihr": "Fem", "sei": "Masc", "ihr": "Fem"}
"""The gender of whose relative a possessive tells, by its first letters."""
_PRONOUNS: Final[dict[str, Gender]] = {"er": "Masc", "sie": "Fem"}
_FAR_KIN: Final = (
    "Cousin", "Kusine", "Vetter", "Neffe", "Nichte", "Onkel", "Tante", "Schwager", "Schwägerin", "Schwieger", "Stief",
    "Enkel", "Urenkel", "Lebensgefährt", "Freund", "Verlobt", "Patenkind", "Pflege",
)  # fmt: skip
"""How nouns begin for relatives of whom nobody can tell that they bear the same surname."""
_OPENING: Final = 3
_SOON: Final = 8
"""Within so many sentences a surname follows behind a role that has been told of without a name."""
"""Among so many words a pronoun opens what is said: *Das habe | er nicht gewusst*."""
_GENERATIONS: Final = {"senior": True, "sen.": True, "sr.": True, "junior": False, "jun.": False, "jr.": False}


def who_is_named(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a phrase with a name means."""
    number = context.number
    chunk = notes.chunks[number][place]
    called = called_by_others(notes, context, chunk)
    if called is not None:
        return called
    bearers = notes.bearers(name_text(chunk.name))
    if len(bearers) == 1:
        noun = chunk.noun
        notes.tell("full-name" if name_text(chunk.name) == bearers[0].name else "part-of-name", bearers[0])
        learn_of_first_name(notes, context, chunk, bearers[0])
        if noun is not None and noun.base in _LETTERS:
            return bearers[0]
        if noun is not None and noun.kind not in ("person",) and fit(name_text(chunk.name), bearers[0].name or "") < 4:
            return body(notes, context, place, noun.kind)
        bearers[0].takes(chunk)
        bearers[0].age = bearers[0].age or age_behind(context.sentence.words, chunk.last)
        return bearers[0]
    if bearers and chunk.noun is not None and chunk.noun.kind in ("organisation", "medium"):
        return body(notes, context, place, chunk.noun.kind)  # die Brauerei Hagenbrink
    if bearers:
        return _one_of(notes, context, place, bearers)
    several = notes.bearers(name_text(chunk.name)[:-1]) if _is_of_family(chunk) else []
    if len(several) > 1:
        family = notes.group(several)
        notes.tell("family", family)
        return family
    return _named_otherwise(notes, context, place, owner)


@way("one-of-a-name")
def _one_of(notes: Notes, context: Context, place: int, bearers: list[Referent]) -> Referent:
    """Return who of several with one surname is meant: by gender, by role, by who has just been spoken of."""
    chunk = notes.chunks[context.number][place]
    gender = chunk.gender or gender_of_article(chunk) or _gender_of_attribute(chunk)
    left = [person for person in bearers if fits(person, gender)]
    marked = [person for person in left if person.gender is not None and person.gender == gender]
    left = marked if len(marked) == 1 else left
    if chunk.nouns:
        by_role = [p for p in left if any(is_same_role(chunk.role, noun) for noun in p.nouns)]
        by_role = by_role or [p for p in left if any(is_other_word_for(chunk.role, noun) for noun in p.nouns)]
        left = by_role or left
        if len(left) > 1 and not by_role:
            free = [person for person in left if not person.nouns or notes.first[id(person)] > context.number]
            left = free if len(free) == 1 else left
    left = who_may_say(notes, chunk.span, left) if len(left) > 1 else left
    left = _of_that_generation(context, chunk, left) or _told_behind(notes, context, place, left) or left
    if len(left) > 1:
        left = _met_so_far(notes, context, left) or left
    if len(left) > 1 and notes.is_speaker(context, chunk.span) and not (chunk.nouns or chunk.titles):
        left = _who_have_spoken(notes, left) or left
    if len(left) > 1:
        without = not_meant(notes, context, chunk.head)
        left = [person for person in left if id(person) not in without] or left
    if len(left) == 1:
        left[0].takes(chunk)
        return left[0]
    return _just_spoken_of(notes, context, chunk, left)


def _who_have_spoken(notes: Notes, people: list[Referent]) -> list[Referent]:
    """Return the only one of a surname who has spoken in the article, where the others do nothing in it."""
    told = [o for o in notes.occurrences if not o.is_in_content]
    spoken = {id(o.referent.known) for o in told if o.is_speaker}
    acting = {id(o.referent.known) for o in told if o.is_subject}
    found = [person for person in people if id(person) in spoken]
    others = [person for person in people if id(person) not in spoken]
    passive = all(notes.first.get(id(one), 0) < notes.first.get(id(found[0]), 0) for one in others) if found else False
    return found if len(found) == 1 and passive and not any(id(one) in acting for one in others) else []


def _just_spoken_of(notes: Notes, context: Context, chunk: Chunk, left: list[Referent]) -> Referent:
    """Return who of several with one surname was just spoken of, else nobody whom the article tells."""
    recent = [
        occurrence
        for occurrence in notes.occurrences
        if occurrence.referent.known in left
        and context.number - occurrence.sentence <= 1
        and notes.paragraphs[occurrence.sentence] == notes.paragraphs[context.number]
        and not occurrence.is_in_content
    ]
    speaking = [occurrence for occurrence in recent if occurrence.is_subject] or recent
    people = {id(occurrence.referent.known): occurrence.referent.known for occurrence in speaking}
    role = _role_before(notes, context, chunk)
    if role is not None:
        called = _called_before(role, left, people)
        if len(called) == 1:
            role.referent.known.becomes(called[0])
            return called[0]
        left, people = called or left, {}
    if len(people) == 1:
        return next(iter(people.values()))
    left = who_may_say(notes, chunk.span, left, of_all=True)
    left = left if len(left) == 1 else _whose_kin_follows(notes, context, left)
    left = left if len(left) == 1 else _heard_behind(notes, context, left)
    if len(left) == 1:
        return left[0]
    alone = _not_told_by_kin(chunk, left)
    alone = alone if len(alone) == 1 else _of_own_gender(notes, context, chunk, alone)
    return alone[0] if len(alone) == 1 else Referent("person", None, chunk.gender, reason="ambiguous")


def _heard_behind(notes: Notes, context: Context, left: list[Referent]) -> list[Referent]:
    """Return those of the gender of the pronoun that speaks in the next sentence: *Ott nickt. „…“, sagt | sie*."""
    number = context.number + 1
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return left
    speakers = {q.speaker.head.text.lower() for q in notes.quotes if q.speaker is not None and q.sentence == number}
    genders = {_PRONOUNS.get(form) for form in speakers}
    found = [person for person in left if {person.gender} == genders]
    return found if len(found) == 1 and all(person.gender is not None for person in left) else left


def _whose_kin_follows(notes: Notes, context: Context, left: list[Referent]) -> list[Referent]:
    """Return those of the gender of whose relative the next sentence begins: *„…“, sagt Ott. | Seine Schwester …*."""
    following = notes.chunks[context.number + 1] if context.number + 1 < len(notes.chunks) else []
    if any(one.first == 1 and one.is_possessive for one in notes.chunks[context.number - 1]):
        return left  # Ihr Neffe zögert. …, sagt Ott. Ihr Sohn sagt zu
    opening = next((one for one in following if one.first == 1 and one.is_possessive and is_of_kin(one)), None)
    if opening is not None and notes.is_in_content(opening.span):
        return left  # Ihre Oma habe das Melken beigebracht, erzählt eine andere
    gender = None if opening is None else _OF_OWNER.get((opening.determiner or "")[:3])
    found = [person for person in left if person.gender is not None and person.gender == gender]
    return found if len(found) == 1 and all(person.gender is not None for person in left) else left


def _role_before(notes: Notes, context: Context, chunk: Chunk) -> Occurrence | None:
    """Return who acts in the sentence before without a name, by a definite role: *Der Chef war empört. …, so Ott*."""
    number = context.number - 1
    if number < 0 or notes.paragraphs[number] != notes.paragraphs[number + 1]:
        return None
    here = [o for o in notes.occurrences if o.sentence == number and not (o.is_in_content or o.is_attribute)]
    here = [o for o in here if o.referent.is_person]
    acting = [o for o in here if o.is_subject] or (here if len(here) == 1 and _may_act(here[0]) else [])
    last = next((o for o in reversed(acting) if not o.is_embedded), None)
    told = None if last is None else last.referent.known
    if last is None or told is None or told.name is not None or not told.is_person or told.is_never_named:
        return None
    is_role = last.chunk is not None and last.chunk.is_definite and bool(last.chunk.nouns)
    return last if is_role and notes.is_speaker(context, chunk.span) else None


def _may_act(occurrence: Occurrence) -> bool:
    """Say whether the only one told of may be the subject, by the article: *Das lässt | die Theologin | kalt*."""
    chunk = occurrence.chunk
    return chunk is not None and chunk.preposition is None and chunk.determiner in ("der", "die")


def _called_before(role: Occurrence, left: list[Referent], recent: dict[int, Referent]) -> list[Referent]:
    """Return whom of several the sentence before can call by its role, rather not who is beside it there."""
    gender = role.referent.known.gender
    fitting = [one for one in left if fits(one, gender) and role.chunk is not None and not excludes(one, role.chunk)]
    found = [one for one in fitting if id(one) not in recent] or fitting
    marked = [one for one in found if one.gender is not None and one.gender == gender]
    return marked if len(marked) == 1 else found


def _of_that_generation(context: Context, chunk: Chunk, bearers: list[Referent]) -> list[Referent]:
    """Return the father or the son for *Ott senior*, *Kern jun.*."""
    behind = context.word(chunk.last + 1).text if chunk.last < context.length else ""
    is_older = _GENERATIONS.get(chunk.name[-1].text.lower(), _GENERATIONS.get(behind.lower()))
    found = [person for person in bearers if is_older is not None and person.is_older is is_older]
    return found if len(found) == 1 else []


def _told_behind(notes: Notes, context: Context, place: int, bearers: list[Referent]) -> list[Referent]:
    """Return whose role stands in apposition to a surname of several: *Ott, also der Kommandant, gab nach*."""
    other = apposition(notes, context.number, place)
    role = None if other is None else notes.chunks[context.number][other].role
    found = [person for person in bearers if role and any(is_same_role(role, noun) for noun in person.nouns)]
    return found if len(found) == 1 else []


def _of_own_gender(notes: Notes, context: Context, chunk: Chunk, left: list[Referent]) -> list[Referent]:
    """Return the only one of the gender that opens what is said: *Das habe er nicht gewusst, so Ott*."""
    told = [q for q in notes.quotes if q.speaker is not None and q.speaker.span.overlaps(chunk.span)]
    inside = [
        word.text.lower()
        for quote in told
        if quote.type in ("indirect", "indirect_free_indirect")
        for word in _opening(notes, quote)
    ]
    genders = {_PRONOUNS[form] for form in inside if form in _PRONOUNS}
    found = [person for person in left if {person.gender} == genders]
    return found if len(found) == 1 and all(person.gender is not None for person in left) else []


def _opening(notes: Notes, quote: Quote) -> list[Word]:
    """Return the words that open what is said, with the one behind its verb: *Von dem Auftrag habe | sie | gelesen*."""
    words = [w for w in notes.contexts[quote.sentence].sentence.words if quote.spans[0].contains(w.span)]
    verb = next((place for place, w in enumerate(words) if w.features.get("Mood") == "Sub"), len(words))
    return [*words[:_OPENING], *words[verb + 1 : verb + 2]]


def _gender_of_attribute(chunk: Chunk) -> Gender | None:
    """Return the gender that an article marks with an attribute before a surname: *der alte Ott*, *die junge Ott*."""
    last = chunk.adjectives[-1].text if chunk.adjectives and not chunk.nouns else ""
    if not last.endswith("e") or last in PLURAL_WORDS:
        return None
    return "Masc" if chunk.determiner == "der" else "Fem" if chunk.determiner == "die" else None


def _not_told_by_kin(chunk: Chunk, bearers: list[Referent]) -> list[Referent]:
    """Leave out whom the article has named as somebody's relative, by the given name: a surname alone is not theirs.

    ``Alois Ott führt den Hof. Ratlos ist sein Bruder Josef. „Wir suchen noch“, sagte Ott.``
    """
    others = [person for person in bearers if not person.is_told_by_kin]
    return others if len(chunk.name) == 1 and not chunk.nouns and not chunk.titles else bearers


def _met_so_far(notes: Notes, context: Context, bearers: list[Referent]) -> list[Referent]:
    """Return the one of several with one surname whom the article has told of, where the others come only later."""
    met = [person for person in bearers if notes.first[id(person)] < context.number]
    return met if len(met) == 1 else []


@way("single-name")
def _named_otherwise(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a name stands for that is part of no full name: a body, a place, a person with one name only."""
    chunk = notes.chunks[context.number][place]
    noun = chunk.noun
    if _is_role_on_stage(context, chunk):
        return None
    name = without_genitive(name_text(chunk.name), notes.named)
    if chunk.nouns and chunk.nouns[-1].text in BROTHERS:
        name = f"{chunk.nouns[-1].text} {name}"
    if noun is not None and noun.kind in ("organisation", "medium", "group"):
        return body(notes, context, place, noun.kind)
    if state_of(name) is not None and not chunk.nouns and not chunk.titles:
        return notes.place(name)
    if noun is None:
        short = body_of_letters(notes, name)
        if short is not None:
            return short.known
    is_person = _is_told_as_person(chunk)
    if is_person and len(chunk.name) == 1 and owner is not None and is_of_kin(chunk):
        return _relative(notes, context, owner, chunk, name)
    whole = _firm_with_form(notes, chunk)
    if whole is not None:
        return whole
    for known in notes.referents:
        if known.known.name == name or known.known.name == name.removesuffix("s"):
            return known.known
    if is_person or notes.is_speaker(context, chunk.span):
        return _first_met(notes, context, place, name, is_person=is_person)
    return _not_speaking(notes, context, place, name)


def _is_role_on_stage(context: Context, chunk: Chunk) -> bool:
    """Say whether a single name is of a part that somebody plays: *mit Ott | als Marie*."""
    before = context.sentence.words[max(0, chunk.first - 3) : chunk.first - 1]
    if chunk.nouns or chunk.titles or [word.text for word in before[1:]] != ["als"]:
        return False
    return before[0].upos == "PROPN" or before[0].text.lower() in ("sie", "er", "ihm", "ihr")


def _is_told_as_person(chunk: Chunk) -> bool:
    """Say whether what stands beside a name is of a person: a role, a title, an age."""
    noun = chunk.noun
    if any(word.text == "&" for word in chunk.name):
        return False  # der Pumpenbauer Hartwig & Söhne
    if chunk.titles:
        return True
    if noun is not None and noun.kind == "person" and not (_may_be_firm(chunk) or is_body_of_place(chunk)):
        return True
    return len(chunk.name) == 1 and any(word.text.endswith(_AGED) for word in chunk.adjectives)


def _not_speaking(notes: Notes, context: Context, place: int, name: str) -> Referent | None:
    """Return what a new name stands for that neither speaks nor is told as a person: often a place, or nothing."""
    chunk = notes.chunks[context.number][place]
    if name == "Heuer" and chunk.first == 1:
        return None  # Heuer rechnet das Unternehmen mit Verlusten
    if not chunk.nouns and (chunk.preposition in _LOCATIVES or _stands_alone(context, chunk)):
        return notes.place(name)
    if chunk.determiner is not None or chunk.possessor:
        is_body = (
            is_firm(chunk) or _is_told_as_firm(chunk) or ((is_acronym(name) or is_club(chunk)) and not chunk.nouns)
        )
        whole = body_name(notes, context.number, place) or name
        return notes.new(Referent("organisation", whole), chunk) if is_body else None
    return _first_met(notes, context, place, name, is_person=False)


def _first_met(notes: Notes, context: Context, place: int, name: str, *, is_person: bool) -> Referent | None:
    """Take in whom a new name stands for: a person, a medium, a body."""
    number = context.number
    chunk = notes.chunks[number][place]
    if chunk.determiner in ("der", "die") and len(chunk.name) == 1 and not is_acronym(name) and _is_demonym(chunk):
        there = from_there(notes, context, chunk)
        return there or by_salience(notes, context, chunk, None) or unnamed(notes, context, place, "role_unmatched")
    is_surname = is_common_surname(name) and notes.is_speaker(context, chunk.span)  # not: Ernst wurde es
    is_surname = is_surname or (_is_given_alone(chunk) and chunk.preposition not in ("in", "aus"))
    if not is_person and is_known_body(name) and not _is_known_as_person(notes, name):
        return notes.new(Referent("organisation", name), chunk)
    if is_person or is_surname or _says(notes, chunk) or _is_known_as_person(notes, name):
        return _new_person(notes, context, place, name)
    if _is_where_it_comes_from(chunk):
        return notes.place(name)
    if is_medium_name(name) or is_medium_noun(name.split(" ")[0]) or notes.is_marked_medium(number, chunk):
        return notes.new(Referent("medium", name, "Fem"), chunk)
    return notes.new(Referent("organisation", body_name(notes, number, place) or name), chunk)


def _is_where_it_comes_from(chunk: Chunk) -> bool:
    """Say whether a name is of the place from which something is heard: *hieß es aus | Bonn*, *In Kiel hieß es, …*."""
    bare = chunk.determiner is None and not chunk.nouns and not any(is_acronym(word.text) for word in chunk.name)
    return bare and chunk.preposition in ("aus", "in")


def _gender_of_called(context: Context, chunk: Chunk) -> Gender | None:
    """Return the gender of whom a pronoun says what they are called: *Sie heißt Elfriede*."""
    if chunk.first < 3 or context.word(chunk.first - 1).text.lower() not in CALLED:
        return None
    return _PRONOUNS.get(context.word(chunk.first - 2).text.lower())


def _new_person(notes: Notes, context: Context, place: int, name: str) -> Referent:
    """Take in a person who has only one name, with what stands beside it."""
    number = context.number
    chunk = notes.chunks[number][place]
    person = notes.new(Referent("person", _with_title(notes, chunk, name)), chunk)
    learn(notes, person, number, place)
    person.gender = person.gender or _gender_of_called(context, chunk)
    notes.named[name] = person
    notes.first[id(person)] = number
    _name_role_before(notes, context, place, person)
    _name_role_told(notes, context, chunk, person)
    return person


def _name_role_told(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Give the name to the only one told of by the role that stands before it: *sagte der Rektor. … Rektor Ott …*."""
    if not chunk.nouns or chunk.is_plural or notes.is_in_content(chunk.span) or chunk.noun is None:
        return
    if chunk.noun.field in GENERAL_FIELDS or any(is_same_role(chunk.role, one) for one in _named_roles(notes, person)):
        return
    told = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if context.number - o.sentence <= _SOON and not o.is_in_content
        if o.referent.known.name is None and o.referent.known.reason == "role_unmatched"
        if any(is_same_role(chunk.role, role) or is_other_word_for(chunk.role, role) for role in o.referent.known.nouns)
    }
    only = next(iter(told.values())) if len(told) == 1 else None
    if only is None or not only.is_person or only.is_never_named or not fits(only, chunk.gender):
        return
    if only.state in (None, person.state) or person.state is None:
        only.becomes(person)


def _named_roles(notes: Notes, person: Referent) -> Iterator[str]:
    """Yield the roles of all others whom the article names."""
    yield from (role for other in notes.named.values() if other is not person for role in other.nouns)


def _name_role_before(notes: Notes, context: Context, place: int, person: Referent) -> None:
    """Give somebody told of by a role right before the one name behind the comma: *Die Äbtissin, Schwester Agnes*."""
    beside = apposition(notes, context.number, place)
    role = None if beside is None or beside > place else notes.chunks[context.number][beside]
    told = None if role is None else notes.by_head.get((context.number, role.head.index))
    if told is not None and told.known.name is None and told.known.is_person:
        told.becomes(person)


def _stands_alone(context: Context, chunk: Chunk) -> bool:
    """Say whether a name fills its sentence, as the place before a report does: *Luzern. | Der Regierungsrat …*."""
    return all(word in chunk.name or word.upos == "PUNCT" for word in context.sentence.words)


def _is_of_family(chunk: Chunk) -> bool:
    """Say whether a name is the plural of a surname: *die Onoderas*."""
    return chunk.determiner == "die" and len(chunk.name) == 1 and chunk.name[0].text.endswith("s") and not chunk.nouns


def _may_be_firm(chunk: Chunk) -> bool:
    """Say whether one word behind a noun for people that firms and clubs are called by too is no person's name."""
    noun, name = chunk.noun, chunk.name[0].text
    if noun is not None and any(is_acronym(word.text) for word in chunk.name):
        return True  # Tabellenführer SC Tal
    if noun is None or noun.base not in _OF_FIRMS or (noun.gender == "Fem" and chunk.determiner != "die"):
        return False
    is_firms = len(chunk.name) > 1 and (chunk.name[-1].text in LAST_OF_FIRMS | LEGAL_FORMS or _ends_in_body(chunk))
    return is_firms or (len(chunk.name) == 1 and not is_given_name(name) and not is_common_surname(name))


def _firm_with_form(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the firm that a name without its legal form means: *die Energie Mark* for the *Energie Mark AG*."""
    words = [word.text for word in (*chunk.nouns, *chunk.name)]
    name = next(
        (one for one in notes.bodies if one.split(" ")[:-1] == words and one.split(" ")[-1] in LEGAL_FORMS), None
    )
    if name is None or (chunk.noun is not None and chunk.noun.kind == "person"):
        return None
    told = next((one.known for one in notes.referents if one.known.name == name), None)
    return told or notes.new(Referent("organisation", name), chunk)


def _ends_in_body(chunk: Chunk) -> bool:
    """Say whether a name ends in a noun for bodies: *Agrochems Konkurrent | Saatgut Union*."""
    last = noun_of(chunk.name[-1].text)
    return last is not None and last.kind == "organisation" and not is_given_name(chunk.name[0].text)


def _is_told_as_firm(chunk: Chunk) -> bool:
    """Say whether a name behind what firms are called is one of a firm: *der Betreiber | Nordwind Energie*."""
    noun = chunk.noun
    is_role = noun is not None and noun.kind == "person" and state_of(name_text(chunk.name)) is None
    told = chunk.determiner in ("der", "die") or bool(chunk.possessor)
    return is_role and told and _may_be_firm(chunk)


def _is_given_alone(chunk: Chunk) -> bool:
    """Say whether a given name stands alone: *meint Emre*."""
    plain = len(chunk.name) == 1 and not chunk.nouns and chunk.determiner is None
    return plain and is_given_name(chunk.name[0].text) and not is_medium_name(chunk.name[0].text)


def _says(notes: Notes, chunk: Chunk) -> bool:
    """Say whether one word with a capital speaks as only people do: *sagt Ott*, but *teilte Arvento mit*."""
    plain = len(chunk.name) == 1 and not chunk.nouns and chunk.determiner is None and chunk.name[0].text.istitle()
    if not plain or is_medium_name(chunk.name[0].text):
        return False
    return any(span == chunk.span for span in speaking_people(notes))


def _with_title(notes: Notes, chunk: Chunk, name: str) -> str:
    """Return a name that the article has with *Don* or *Pater* only."""
    kept = [word.text for word in chunk.titles if word.text in ("Don", "Pater", "Sir", "Doña", "Lady")]
    return " ".join([*kept, name])


def _is_known_as_person(notes: Notes, name: str) -> bool:
    """Say whether a name that stands alone here stands behind a role or title elsewhere."""
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            if chunk.name and name_text(chunk.name) in (name, name + "s"):
                noun = chunk.noun
                is_role = noun is not None and noun.kind == "person" and not _may_be_firm(chunk)
                if chunk.titles or is_role or apposition(notes, number, place):
                    return True
    return False


def _relative(notes: Notes, context: Context, owner: Referent, chunk: Chunk, name: str) -> Referent:
    """``Quasts Bruder Gernot``: the surname is the relative's too, but nobody can tell that of a nephew or in-law."""
    base = "" if chunk.noun is None else chunk.noun.base
    surname = "" if base.startswith(_FAR_KIN) else _surname(owner.name or "")
    full = f"{name} {surname}" if surname else name
    person = notes.new(Referent("person", full, is_told_by_kin=True), chunk)
    person.age = person.age or age_behind(context.sentence.words, chunk.last)
    notes.named[full] = person
    notes.first[id(person)] = 0
    return person


def _surname(name: str) -> str:
    """Return the last word of a name with its particles: *von Strehlau*."""
    words = name.split(" ")
    start = next((place for place, word in enumerate(words) if place and word.islower()), len(words) - 1)
    return " ".join(words[start:])


def _is_demonym(chunk: Chunk) -> bool:
    """Say whether a name with an article has the form of a noun for people of a place: *die Bernerin*."""
    name = chunk.name[-1].text
    return name.endswith("erin") if chunk.determiner == "die" else name.endswith(("er", "ler"))
