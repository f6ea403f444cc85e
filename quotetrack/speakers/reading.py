"""Reads an article once from its start to its end and notes of whom it speaks where.

Names come first, for the whole article: a full name may stand anywhere, also after its short form. Then every noun
phrase and pronoun is taken up in text order, so that a later one can lean on an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.nouns import Gender, noun_of
from quotetrack.person_roles import is_office
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.nominals import OF_SEVERAL
from quotetrack.speakers.ages import compares_ages, learn_difference, old_or_young, one_of_two
from quotetrack.speakers.appointments import appointed
from quotetrack.speakers.appositions import apposition_to
from quotetrack.speakers.bodies import body, document
from quotetrack.speakers.bodies_beside import body_beside
from quotetrack.speakers.bodies_by_role import body_in_that_role, body_of_place
from quotetrack.speakers.body_letters import spell_out
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.counted_genders import learn_counted
from quotetrack.speakers.family_ties import learn_kin, learn_marriage, of_the_family
from quotetrack.speakers.former_latter import is_one_of_the_pair, of_the_pair
from quotetrack.speakers.genders import hear_pronouns
from quotetrack.speakers.genitive_names import owns_next
from quotetrack.speakers.in_office import PREDECESSORS, take_post
from quotetrack.speakers.joining import pair_up
from quotetrack.speakers.known_bodies import body_called, known_alone
from quotetrack.speakers.known_media import medium_called
from quotetrack.speakers.later_names import called_here
from quotetrack.speakers.left_without_name import mark_who_is_left
from quotetrack.speakers.names import is_acronym
from quotetrack.speakers.naming import known_phrase, name_bodies, name_people
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.parties import party
from quotetrack.speakers.plurals import counted_together, several
from quotetrack.speakers.pronoun_forms import is_pronoun
from quotetrack.speakers.pronouns import take_pronoun
from quotetrack.speakers.proper_names import who_is_named
from quotetrack.speakers.referents import Occurrence, Pair, Referent, comparison_of
from quotetrack.speakers.relations import possessor
from quotetrack.speakers.role_fit import has_holders
from quotetrack.speakers.roles import by_role, is_a_person
from quotetrack.speakers.salience import fits
from quotetrack.speakers.spoken_names import name_the_spoken_of
from quotetrack.speakers.ties import LEARNERS, MARRIED, bond_of, sides_of
from quotetrack.speakers.told_of_pronouns import is_of_pronoun_behind
from quotetrack.speakers.unlisted import somebody, unknown
from quotetrack.speakers.ways import way
from quotetrack.syntax import Sentence, Word

_OF_OWNER: Final[dict[str, Gender]] = {"ihr": "Fem", "sei": "Masc", "des": "Masc", "der": "Fem"}
"""The gender of whose relative a possessive tells, by its first letters."""
#: Who has the same role as whose counterpart they are.
_OF_THE_SAME_ROLE: Final = ("ollege", "Gegenüber", "Kontrahent", "Pendant")
_OF_SIDES: Final = frozenset({"Trainer", "Coach", "Cheftrainer", "Bundestrainer", "Nationaltrainer", "Teamchef"})
_LONGEST_SHORT: Final = 7
_COMPOUND: Final = 14
"""Nouns for bodies with more letters are compounds."""
_HE_OR_SHE: Final = frozenset({"er", "sie"})
_OBLIQUE: Final = frozenset("den dem des einen einem eines seinen seinem ihren ihrem".split())
_CLOSE: Final = 4
_FAR: Final = 9
_DEMONSTRATIVES: Final = frozenset({"dieser", "diese", "dieses"})
_COPULAS: Final = frozenset("ist war wurde bleibt wird wäre sei werde bleibe bliebe würde".split())


def read(contexts: tuple[Context, ...], text: str, quotes: Sequence[Quote], spoken: Sequence[Sentence] = ()) -> Notes:
    """Return what is noted of an article read from its start to its end; ``spoken`` are the sentences in its marks."""
    notes = Notes(contexts, text, quotes, spoken)
    name_people(notes)
    name_the_spoken_of(notes)
    name_bodies(notes)
    learn_counted(notes)
    hear_pronouns(notes)
    for context in contexts:
        _read_sentence(notes, context)
    mark_who_is_left(notes)
    return notes


def _read_sentence(notes: Notes, context: Context) -> None:
    number = context.number
    items: list[tuple[int, int | Word]] = [(chunk.first, place) for place, chunk in enumerate(notes.chunks[number])]
    inside = {word.index for chunk in notes.chunks[number] for word in chunk.words}
    inside |= {chunk.parted for chunk in notes.chunks[number] if chunk.parted is not None}
    items += [
        (word.index, word)
        for word in context.sentence.words
        if not word.masked and word.index not in inside and is_pronoun(word)
    ]
    for _, item in sorted(items, key=lambda entry: entry[0]):
        if isinstance(item, int):
            _take_chunk(notes, context, item)
        else:
            take_pronoun(notes, context, item)
    _compare_ages(notes, context)
    learn_difference(notes, context)
    learn_marriage(notes, context)
    _imply_speakers(notes, context)


def _compare_ages(notes: Notes, context: Context) -> None:
    """Learn from ``Er ist sechs Jahre jünger``."""
    words = [word for word in context.sentence.words if not word.masked]
    compared = [found for word in words if word.text.islower() and (found := comparison_of(word.text)) is not None]
    subjects = [o.referent.known for o in notes.occurrences if o.sentence == context.number and o.is_subject]
    if len(compared) != 1 or not subjects or not subjects[0].is_person or subjects[0].is_older is not None:
        return
    small = {word.text.lower() for word in words}
    if small & _COPULAS and "als" not in small:
        subjects[0].is_older = compared[0]


def _imply_speakers(notes: Notes, context: Context) -> None:
    for quote in notes.quotes:
        spoken = quote.speaker
        if quote.sentence == context.number and spoken is not None and spoken.sentence != context.number:
            referent = referent_of(notes, spoken)
            if referent is not None:
                implied = notes.note(context, referent, None, context.length, is_subject=True, is_speaker=True)
                implied.is_implied = True
                return


def _take_chunk(notes: Notes, context: Context, place: int) -> None:
    number = context.number
    chunk = notes.chunks[number][place]
    if not chunk.name and chunk.medium is None and (not chunk.nouns or is_time(chunk.head)):
        return
    if _is_in_brackets(context, chunk):
        return
    notes.reading = number, chunk.head.index
    owner = possessor(notes, context, chunk)
    if owner is not None and chunk.possessor and chunk.noun is not None and chunk.noun.base in PREDECESSORS:
        take_post(notes, context, owner)
    if owner is not None and chunk.possessor:
        _note_owner(notes, context, chunk, owner)
    referent = _referent_of_chunk(notes, context, place, owner)
    if referent is None:
        return
    _learn_acronym(notes, context, place, referent)
    spell_out(notes, referent.known)
    owns = owns_next(notes.chunks[number], place)
    is_attribute = place in notes.tails[number].values() or chunk.is_inner or owns
    acts = _acts_for_owner(notes, context, place)
    notes.note(
        context, referent, chunk, chunk.head.index, is_attribute=is_attribute, is_subject=False if owns else acts
    )
    for word in (*chunk.nouns, *chunk.name, *chunk.titles, *(chunk.words if chunk.medium or chunk.body else ())):
        notes.by_head[number, word.index] = referent
    pair_up(notes, context, place, referent)
    if owner is not None and owner.known is not referent.known:
        notes.owners[number, chunk.head.index] = owner
        _learn_gender(notes, context, place, owner.known)
        _relate(notes, chunk, owner.known, referent.known)
    learn_kin(notes, context, place, referent, owner)


def _acts_for_owner(notes: Notes, context: Context, place: int) -> bool | None:
    """Say whether a noun acts where the parser has its owner act: *Minister Uwe Otts | Anwältin | widersprach*."""
    before = notes.chunks[context.number][place - 1] if place else None
    if before is None or not owns_next(notes.chunks[context.number], place - 1):
        return None
    return is_subject_of_clause(context, before, before.head)


def _note_owner(notes: Notes, context: Context, chunk: Chunk, owner: Referent) -> None:
    """Note that somebody is told of as an owner, for what stands behind: *Ida Otts Buch … . …, sagt sie*."""
    word = chunk.possessor[-1]
    clause = context.clauses.of(word)
    number = None if clause is None else clause.number
    told = Occurrence(owner.known, context.number, word.index, word.span, number, is_attribute=True)
    told.is_in_content = notes.is_in_content(word.span)
    notes.occurrences.append(told)


def _learn_gender(notes: Notes, context: Context, place: int, owner: Referent) -> None:
    """Learn of *Ott und seine Frau* that the first is a man."""
    chunk, words = notes.chunks[context.number][place], context.sentence.words
    beside = chunk.first > 2 and words[chunk.first - 2].text in ("und", "mit")
    named = beside and place > 0 and notes.end_of(context.number, place - 1) == chunk.first - 2
    if not named or owner.gender is not None:
        return
    before = notes.by_head.get((context.number, notes.chunks[context.number][place - 1].head.index))
    if before is owner and (chunk.determiner or "").startswith("sein"):
        owner.gender = "Masc"
    elif before is owner and chunk.determiner in ("ihr", "ihre", "ihrem", "ihren"):
        owner.gender = "Fem"


def _learn_acronym(notes: Notes, context: Context, place: int, body: Referent) -> None:
    """Note the letters in brackets behind the name of a body: *der Verband Deutscher Imker (VDI)*."""
    words = context.sentence.words
    end = notes.end_of(context.number, place)
    chunks = notes.chunks[context.number]
    if (
        place + 1 < len(chunks)
        and chunks[place + 1].first == end + 1
        and (body.known.name or "").endswith(chunks[place + 1].span.of(notes.text))
    ):
        end = chunks[place + 1].last
    for around in (words[end : end + 3], words[end - 3 : end]):
        inside = [word.text for word in around]
        name = body.known.name if body.known.kind == "organisation" else None
        if name and len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and _is_short_form(inside[1], name):
            notes.acronyms.setdefault(inside[1], body.known)


def _is_short_form(text: str, name: str) -> bool:
    """Say whether letters are the short form of a name: *DWD*, *DIBt*, *Astra* for the *Bundesamt für Strassen*."""
    if is_acronym(text):
        return True
    is_short = text.isalpha() and len(text) < _LONGEST_SHORT and text[:1].isupper()
    return is_short and (sum(map(str.isupper, text)) > 1 or _is_made_of(text.casefold(), name.casefold()))


def _is_made_of(letters: str, name: str) -> bool:
    """Say whether letters stand in their order in a name of several words, or a compound that begins alike: *Weko*."""
    rest = iter(name)
    several = " " in name or (len(name) > _COMPOUND and name[:1] == letters[:1])
    return several and all(letter in rest for letter in letters)


def _is_shared(role: str) -> bool:
    """Say whether *sein Kollege* has a role too: an office, or a trade of one side each, as trainers have."""
    known = noun_of(role)
    return is_office(role) or (known is not None and known.base in _OF_SIDES)


def _is_post(role: str) -> bool:
    """Say whether a role is one that somebody else has had before, as posts are, and no trade."""
    return has_holders(role) and not role.startswith(("Ex-", "Vize-"))


def _relate(notes: Notes, chunk: Chunk, owner: Referent, person: Referent) -> None:
    """Note what *sein Kollege Ott* and *ihre Schwester Ida* tell: the same office, the same family."""
    noun = chunk.noun
    if noun is None:
        return
    if chunk.is_possessive and owner.is_person and person.is_person:
        notes.owned.append((owner, person))
    paired = any(owner in (one.known for one in pair.referents) for pair in notes.pairs)
    is_kin = noun.field == "family" or noun.base in ("Mann", "Frau")
    if is_kin and owner.gender is None and owner.is_person and (not paired or chunk.determiner == "dessen"):
        owner.gender = _OF_OWNER.get((chunk.determiner or "")[:3])
    if noun.base in PREDECESSORS and owner.name:
        had = [f"Ex-{role}" for role in owner.nouns if _is_post(role)] if chunk.is_possessive and chunk.name else []
        person.nouns += [role for role in had if role not in person.nouns]
        owner.nouns += [role for role in ("Amtsinhaber",) if role not in owner.nouns]
    if chunk.name and noun.base.endswith(_OF_THE_SAME_ROLE):
        person.nouns += [role for role in owner.nouns if role not in person.nouns and _is_shared(role)]
    bond = bond_of(chunk) if chunk.is_possessive and person.name and owner.name else None
    if bond is not None:
        notes.bonds.append((owner, person, bond))
    if chunk.is_possessive and person.name and owner.name and owner.is_person:
        notes.bonds += [(owner, person, tie) if below else (person, owner, tie) for tie, below in sides_of(chunk)]
        if noun.base in LEARNERS and owner.is_older is None and person.is_older is None:
            owner.is_older, person.is_older = True, False
    if noun.field == "family" and chunk.is_possessive and person.is_person and owner.name:
        notes.kin.append((owner, person))
    if (noun.field == "family" or bond == MARRIED) and _is_new_of_the_name(notes, owner, person):
        person.is_told_by_kin = True


def _is_new_of_the_name(notes: Notes, owner: Referent, person: Referent) -> bool:
    """Say whether somebody is told of first as a relative of the same surname, who so is the one called by it."""
    if not (person.name and owner.name) or person.name.split(" ")[-1] != owner.name.split(" ")[-1]:
        return False
    return not any(o.referent.known is person and o.chunk is not None and o.chunk.name for o in notes.occurrences)


def _referent_of_chunk(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    number = context.number
    chunk = notes.chunks[number][place]
    if chunk.medium is not None:
        return medium_called(notes, chunk, chunk.medium)
    if chunk.body is not None:
        return body_called(notes, chunk, chunk.body)
    if chunk.name and _are_people(context, chunk):
        return notes.new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
    if chunk.name:
        return who_is_named(notes, context, place, owner)
    if chunk.determiner is None and len(chunk.nouns) == 1 and is_one_of_the_pair(chunk.nouns[0].text):
        found = of_the_pair(notes, context, chunk.nouns[0].text.lower())
        return found or notes.new(Referent("person", None, None, reason="ambiguous"), chunk)
    beside = body_beside(notes, context, place)
    if beside is not None:
        return _body_named_beside(notes, context, beside)
    partner = appointed(notes, context, place) or apposition_to(notes, number, place)
    partner = partner or called_here(notes, context, place) or _told_beside(notes, context, place)
    partner = partner or old_or_young(notes, chunk)
    return partner or _compared(notes, context, chunk, owner) or _by_noun(notes, context, place, owner)


@way("apposition")
def _body_named_beside(notes: Notes, context: Context, place: int) -> Referent | None:
    """Return the body in apposition to what it is: *die Betreiberin, | die Nordostbahn*."""
    chunk = notes.chunks[context.number][place]
    if chunk.noun is None:
        known = next((one.known for one in notes.referents if one.known.name == name_text(chunk.name)), None)
        return known or notes.new(Referent("organisation", name_text(chunk.name)), chunk)
    return body(notes, context, place, "organisation")


@way("apposition")
def _told_beside(notes: Notes, context: Context, place: int) -> Referent | None:
    """Return who is told of before the comma of another role: *Der Vorsitzende, ein pensionierter Tierarzt, sagte*."""
    chunk, chunks = notes.chunks[context.number][place], notes.chunks[context.number]
    noun, end = chunk.noun, notes.end_of(context.number, place)
    if noun is None or noun.kind != "person" or not chunk.is_indefinite or chunk.is_plural or chunk.first < 3:
        return None
    behind = context.word(end + 1) if end < context.length else None
    if behind is None or behind.text not in (",", "namens") or context.word(chunk.first - 1).text != ",":
        return None
    for other in range(place):
        before = chunks[other]
        if before.is_definite and not before.name and notes.end_of(context.number, other) == chunk.first - 2:
            told = notes.by_head.get((context.number, before.head.index))
            if told is not None and told.known.is_person and fits(told.known, chunk.gender):
                told.known.takes(chunk)
                return told.known
    return None


def _compared(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return which of two *der Ältere* is, or somebody who speaks where that is not clear."""
    if not compares_ages(chunk) or chunk.is_plural or not chunk.is_definite:
        return None
    form = next(w.text for w in (*chunk.adjectives, *chunk.nouns) if comparison_of(w.text) is not None)
    related = of_the_family(notes, context, chunk, owner)
    if related is not None:
        return related
    found = one_of_two(notes, context, form, chunk.gender, chunk.head)
    if found is None and chunk.noun is None and notes.is_speaker(context, chunk.span):
        return notes.new(Referent("person", None, chunk.gender, reason="ambiguous"), chunk)
    return found


#: Bodies of which some tell what is talked within, and speak for nobody: *Aus der Fraktion verlautete, …*.
_OF_INSIDERS: Final = frozenset(
    "Fraktion Mannschaft Team Belegschaft Kollegium Koalition Parteispitze Parteiführung Vereinsspitze Spitze".split()
)


def _by_noun(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a phrase without a name means by its noun: people, bodies, documents, or what is of no list."""
    number = context.number
    chunk = notes.chunks[number][place]
    noun = chunk.noun
    phrase = known_phrase(notes, chunk)
    if phrase is not None:
        return _body_called(notes, chunk, phrase)
    together = counted_together(notes, context, chunk) if chunk.nouns else None
    together = together or body_of_place(notes, context, chunk)
    if together is not None:
        return together
    alone = known_alone(notes, context, chunk)
    if alone is not None:
        return body_called(notes, chunk, alone)
    if noun is None:
        if notes.is_speaker(context, chunk.span) and chunk.nouns:
            return unknown(notes, context, place)
        return somebody(notes, context, place) if chunk.nouns and place not in notes.tails[number].values() else None
    subject = _subject_of_predicate(notes, context, chunk)
    if subject is not None:
        is_over = f"Ex-{chunk.nouns[-1].text}" in subject.nouns
        if not chunk.is_possessive and not is_over and not notes.is_in_content(chunk.span):
            subject.takes(chunk)
        return subject
    if noun.kind == "person":
        told = is_of_pronoun_behind(context, chunk)
        return None if told else _by_noun_for_people(notes, context, place, owner)
    if noun.kind in ("statement", "document", "reports"):
        return document(notes, context, place) if noun.kind == "document" else None
    if chunk.preposition == "aus" and noun.base in _OF_INSIDERS and notes.is_speaker(context, chunk.span):
        return notes.new(Referent("group", None, reason="unnamed_group"), chunk)  # Aus der Mannschaft hieß es
    return body(notes, context, place, noun.kind)


@way("body")
def _body_called(notes: Notes, chunk: Chunk, name: str) -> Referent:
    """Return the body of a name, the one of which the article has told before."""
    known = next((one.known for one in notes.referents if one.known.name == name), None)
    if known is None:
        known = notes.new(Referent("organisation", name), chunk)
        known.nouns[:] = notes.bodies[name]
    return known


def _by_noun_for_people(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    chunk = notes.chunks[context.number][place]
    called = party(notes, chunk) or body_in_that_role(notes, context, chunk)
    if called is not None:
        return called
    if chunk.noun is not None and chunk.noun.is_ambiguous and not is_a_person(notes, context, chunk):
        return body(notes, context, place, "organisation")
    many = chunk.is_plural or _are_bare_people(context, chunk)
    if many and not _is_one_who_speaks(notes, context, place):
        return several(notes, context, place)
    return by_role(notes, context, place, owner)


def _are_people(context: Context, chunk: Chunk) -> bool:
    """Say whether what looks like a surname is a plural noun for people: *Fischer in Bergen fordern, …*."""
    noun = noun_of(chunk.name[0].text) if len(chunk.name) == 1 and not chunk.nouns and not chunk.titles else None
    if noun is None or noun.kind != "person" or noun.gender == "Fem" or chunk.determiner is not None:
        return False
    return _has_plural_verb(context, chunk)


def _are_bare_people(context: Context, chunk: Chunk) -> bool:
    """Say whether a noun for people whose plural looks like its singular is plural: *Vertreter der Bauern warnten*."""
    is_bare = chunk.determiner is None and not chunk.name and chunk.preposition is None and not chunk.adjectives
    return is_bare and chunk.nouns[-1].text.endswith("er") and _has_plural_verb(context, chunk)


def _has_plural_verb(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase that nothing is joined to is the subject of a verb in the plural."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    beside = context.words(chunk.first - 1, chunk.last + 1)
    joined = any(word.text in ("und", "sowie", ",") for word in beside)
    plural = finite is not None and finite.features.get("Number") == "Plur" and finite.text.endswith("n")
    return plural and not joined and is_subject_of_clause(context, chunk, chunk.head)


def _is_one_who_speaks(notes: Notes, context: Context, place: int) -> bool:
    """Say whether *der Wissenschaftler* speaks as one man, where the form could be the genitive of several."""
    chunk, noun = notes.chunks[context.number][place], notes.chunks[context.number][place].noun
    is_attribute = place in notes.tails[context.number].values()
    text = chunk.nouns[-1].text.casefold()
    is_form = chunk.determiner == "der" and noun is not None and text.rpartition("-")[2] == noun.base.casefold()
    return is_form and not is_attribute and notes.is_speaker(context, chunk.span) and chunk.preposition is None


@way("predicate")
def _subject_of_predicate(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the person of whom a role is said: *Amann wäre die erste Präsidentin*."""
    noun = chunk.noun
    if noun is None or noun.kind != "person" or chunk.preposition is not None or chunk.is_plural:
        return None
    if chunk.determiner in _OBLIQUE:
        return None  # wer krank ist und den Wirt fragt
    reach = _FAR if chunk.determiner is None else _CLOSE  # Ott war vor seiner Wahl Lehrer
    before = [word.text.lower() for word in context.sentence.words[max(0, chunk.first - reach) : chunk.first - 1]]
    copula = next((place for place, text in enumerate(before) if text in _COPULAS), None)
    as_such = chunk.determiner is None and before[-1:] == ["als"]  # Er hat als Bub Steine gesammelt
    if (copula is None and not as_such) or (copula is not None and any(text in ",:" for text in before[copula:])):
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.is_subject and o.place < chunk.first]
    if as_such:
        commas = [word.index for word in context.words(1, chunk.first - 1) if word.text == ","]
        here = [o for o in here if not commas or o.place > commas[-1]]
    clause = context.clauses.of(chunk.head)
    goes_on = clause is not None and clause.words[0].text == "und"  # Ida Ott heißt sie und ist Meisterin
    subjects = [o.referent.known for o in here if clause is not None and (goes_on or o.clause == clause.number)]
    fitting = [person for person in subjects if person.is_person and fits(person, chunk.gender)]
    return fitting[-1] if fitting else None


def referent_of(notes: Notes, spoken: Mention) -> Referent | None:
    """Return who is behind a mention: the members of a joint one, else whatever its first phrase means."""
    sentence = notes.contexts[spoken.sentence].sentence
    words = [word for word in sentence.within(spoken.span) if not word.masked]
    one_of_two = notes.by_head.get((spoken.sentence, words[1].index)) if _is_one_of_two(words) else None
    if one_of_two is not None or _is_one_of_two(words):
        return None if one_of_two is None else one_of_two.known
    joint = [
        pair
        for pair in notes.pairs
        if pair.sentence == spoken.sentence and spoken.span.contains(pair.span) and not _are_of_one(notes, spoken, pair)
    ]
    if joint:
        return notes.group([person for pair in joint for person in pair.referents])
    with_pronoun = _with_pronoun(notes, spoken, words)
    if with_pronoun is not None:
        return with_pronoun
    named = _named_in(notes, spoken)
    if named is not None:
        return named
    apart = next((word for word in words[1:2] if word.text in OF_SEVERAL), None)
    if apart is not None and (spoken.head == apart or (len(words) > 2 and words[2].text in ("der", "von"))):
        one = notes.by_head.get((spoken.sentence, apart.index))
        return None if one is None else one.known
    found = notes.by_head.get((spoken.sentence, spoken.head.index))
    if found is not None and not _is_inner(notes, spoken, spoken.head):
        known = found.known
        told = known.kind == "anonymous" or spoken.head.text.lower() in _DEMONSTRATIVES
        return (_told_in_apposition(notes, spoken) or known) if told else known
    for word in words:
        referent = notes.by_head.get((spoken.sentence, word.index))
        if referent is not None and not _is_inside(notes, spoken, word):
            return referent.known
    return None


def _is_one_of_two(words: Sequence[Word]) -> bool:
    """Say whether a mention tells who of two speaks: *der Ältere der beiden Brüder*."""
    return len(words) > 3 and comparison_of(words[1].text) is not None and words[2].text in ("der", "von")


def _is_inside(notes: Notes, spoken: Mention, word: Word) -> bool:
    """Say whether a word stands within an attribute of a mention: *die aus | Kiel | stammende Autorin*."""
    inner = (chunk for chunk in notes.chunks[spoken.sentence] if chunk.is_inner)
    return any(chunk.first <= word.index <= chunk.last and chunk.span != spoken.span for chunk in inner)


def _with_pronoun(notes: Notes, spoken: Mention, words: Sequence[Word]) -> Referent | None:
    """Return the two of *Ott und er*, *Sie und Ott*: somebody told of by a phrase and whom a pronoun means."""
    if len(words) < len(("Ott", "und", "er")):
        return None
    texts = [word.text.lower() for word in words]
    if texts[-2] == "und" and texts[-1] in _HE_OR_SHE:
        places = [words[-3].index, words[-1].index]
    elif texts[1] == "und" and texts[0] in _HE_OR_SHE:
        inside = [chunk for chunk in notes.chunks[spoken.sentence] if chunk.first == words[2].index]
        places = [words[0].index, *(chunk.head.index for chunk in inside)]
    else:
        return None
    found = [notes.by_head.get((spoken.sentence, place)) for place in places]
    people = [referent.known for referent in found if referent is not None and referent.known.is_person]
    return notes.group(people) if len(people) == len(places) == len(("er", "Ott")) else None


def _are_of_one(notes: Notes, spoken: Mention, pair: Pair) -> bool:
    """Say whether several are named only to tell whose somebody is: *die Mutter der Brüder Timo und Jannes*."""
    chunks = notes.chunks[spoken.sentence]
    first = next((chunk for chunk in chunks if chunk.span.start == pair.span.start), None)
    before = [chunk for chunk in chunks if spoken.span.contains(chunk.span) and chunk.span.end <= pair.span.start]
    article = None if first is None else first.determiner
    owned = article in ("der", "dieser", "ihrer", "seiner") or (first is not None and first.preposition == "von")
    noun = before[-1].noun if before else None
    return owned and noun is not None and noun.kind == "person" and not before[-1].is_plural and not before[-1].name


def _told_in_apposition(notes: Notes, spoken: Mention) -> Referent | None:
    """Return who stands behind the comma of a phrase without a name: *die Betreiberin, die Kraftwerke Valdrun AG*.

    That is a body with its name (*der Betreiber, die Vita-Gruppe*), or a role: *sein Gegenüber, der Landrat*.
    """
    words = notes.contexts[spoken.sentence].sentence.words
    for chunk in notes.chunks[spoken.sentence]:
        behind_comma = chunk.first > 2 and words[chunk.first - 2].text == ","
        if not behind_comma or not spoken.span.contains(chunk.span):
            continue
        referent = notes.by_head.get((spoken.sentence, chunk.head.index))
        if referent is None or referent.known.name is None:
            continue
        is_body = bool(chunk.name) or "-" in chunk.head.text
        if referent.known.kind == ("organisation" if is_body else "person"):
            return referent.known
    return None


def _named_in(notes: Notes, spoken: Mention) -> Referent | None:
    """Return the one person whose full name stands in a mention, not in an attribute: nobody else speaks there."""
    number = spoken.sentence
    attributes = set(notes.tails[number].values())
    inside = [chunk for chunk in notes.chunks[number] if spoken.span.contains(chunk.span) and not chunk.is_inner]
    for one, other in pairwise(inside):
        leads = one.preposition is None or one.span.start <= spoken.span.start  # not Ida Ott von der Ebag Wien
        if one.name and other.name and leads and one.last + 1 == other.first:
            first = notes.by_head.get((number, one.head.index))
            return first.known if first is not None else None
    found = [
        notes.by_head.get((number, chunk.head.index))
        for place, chunk in enumerate(notes.chunks[number])
        if place not in attributes
        and not chunk.is_inner
        and len(chunk.name) > 1
        and not chunk.is_possessive
        and (chunk.preposition is None or chunk.span.start <= spoken.span.start)
        and spoken.span.contains(chunk.span)
    ]
    people = [referent.known for referent in found if referent is not None]
    return people[0] if len(people) == 1 and people[0].kind == "person" and people[0].name else None


def _is_inner(notes: Notes, spoken: Mention, head: Word) -> bool:
    """Say whether a head stands in an attribute of the mention, where the parse has gone wrong."""
    number = spoken.sentence
    chunks = notes.chunks[number]
    if any(chunk.is_inner and chunk.first <= head.index <= chunk.last for chunk in chunks):
        return not any(chunk.is_inner and chunk.span == spoken.span for chunk in chunks)
    for place in notes.tails[number].values():
        chunk = chunks[place]
        if chunk.first <= head.index <= chunk.last:
            owner = next(p for p, tail in notes.tails[number].items() if tail == place)
            return spoken.span.contains(chunks[owner].span)
    return False


def _is_in_brackets(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase stands in round brackets, as a party or an age does."""
    before = [word.text for word in context.sentence.words[: chunk.first - 1]]
    return before.count("(") > before.count(")")
