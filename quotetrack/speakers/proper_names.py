"""From a name to whoever bears it."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import CALLED
from quotetrack.nouns import Gender, is_common_surname, is_given_name, is_medium_noun, noun_of, state_of
from quotetrack.person_roles import are_two_offices, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.announced import announced_as
from quotetrack.speakers.answering import answers_a_speaker
from quotetrack.speakers.appositions import apposition
from quotetrack.speakers.bodies import body
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.in_view import by_salience
from quotetrack.speakers.introductions import is_of_another
from quotetrack.speakers.learning import affiliation, learn
from quotetrack.speakers.nameless import unnamed
from quotetrack.speakers.names import fit, is_acronym, is_medium_name, without_genitive
from quotetrack.speakers.naming import is_body_of_place
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.roles import WIDOWED
from quotetrack.speakers.salience import fits
from quotetrack.speakers.speaking_people import speaking_people
from quotetrack.speakers.ways import way

#: What somebody writes to somebody: who quotes from it quotes the writer.
_LETTERS: Final = frozenset("Brief Schreiben Mail E-Mail Nachricht Tweet Post Tagebuch".split())


_OF_FIRMS: Final = frozenset(
    "Rivale Konkurrent Wettbewerber Mitbewerber Gegner Herausforderer Anbieter Hersteller Betreiber Vermieter"
    " Zulieferer Aufsteiger Absteiger Gastgeber Tabellenführer Spitzenreiter Marktführer Verfolger Investor Eigentümer"
    " Lieferant".split()
)
"""Nouns for people that the news have as often before the name of a firm or club."""
_COPULAS: Final = frozenset({"ist", "war", "bleibt", "wird", "wurde", "heißt", "hieß", "heisst"})
_ACADEMIC: Final = frozenset({"Professor", "Professorin", "Doktor", "Doktorin", "Magister", "Magistra"})
_AGED: Final = ("jährige", "jähriger", "jährigen")
"""Ends of adjectives that tell somebody's age: *die neunjährige Mila*."""
_BEFORE: Final = 6
_HEARD: Final[dict[str, Gender]] = {"er": "Masc", "sie": "Fem"}


def who_is_named(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a phrase with a name means."""
    number = context.number
    chunk = notes.chunks[number][place]
    bearers = notes.bearers(name_text(chunk.name))
    if len(bearers) == 1:
        noun = chunk.noun
        notes.tell("full-name" if name_text(chunk.name) == bearers[0].name else "part-of-name", bearers[0])
        _told_of_before(notes, context, chunk, bearers[0])
        _told_by_predicate(notes, context, chunk, bearers[0])
        if noun is not None and noun.base in _LETTERS:
            return bearers[0]
        if noun is not None and noun.kind not in ("person",) and fit(name_text(chunk.name), bearers[0].name or "") < 4:
            return body(notes, context, place, noun.kind)
        bearers[0].takes(chunk)
        return bearers[0]
    if bearers and chunk.noun is not None and chunk.noun.kind in ("organisation", "medium"):
        return body(notes, context, place, chunk.noun.kind)  # die Brauerei Hagenbrink
    if bearers:
        return _one_of(notes, context, chunk, bearers)
    several = notes.bearers(name_text(chunk.name)[:-1]) if _is_of_family(chunk) else []
    if len(several) > 1:
        family = notes.group(several)
        notes.tell("family", family)
        return family
    return _named_otherwise(notes, context, place, owner)


def _told_of_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take somebody told of without a name for the person who is named here first, with nothing said of who that is.

    ``Die Witwe des Wirts meldete sich. … Elsbeth Grothe bekam den längsten Beifall``: nobody acts in the news under a
    bare name without having been introduced.
    """
    first = any(number == context.number and named is person for number, named, _ in notes.bare)
    announced = _announced(notes, context, chunk, person)
    if announced is not None:
        announced.becomes(person)
        return
    if first and notes.is_in_content(chunk.span) and not any(_is_met(o, person) for o in notes.occurrences):
        attacked = _told_of_by_another(notes, context, chunk, person)
        if attacked is not None:
            attacked.becomes(person)
        return
    acting = notes.is_speaker(context, chunk.span) or is_subject_of_clause(context, chunk, chunk.head)
    if not first or not acting or notes.is_in_content(chunk.span) or any(_is_met(o, person) for o in notes.occurrences):
        return
    found: dict[int, tuple[int, Referent]] = {}
    of_bodies = {id(o.referent.known) for o in notes.occurrences if _is_of_body_before(o)}
    mentioned = {id(o.referent.known): o.sentence for o in notes.occurrences if not o.is_in_content}
    for o in notes.occurrences:
        known = o.referent.known
        nameless = known.is_person and known.name is None and known.reason in ("role_unmatched", "anonymous")
        nameless = nameless and not known.is_never_named and id(known) not in of_bodies
        acts = (o.is_subject or o.is_speaker) and not o.is_in_content and not o.is_attribute
        acts = acts and not (o.chunk and is_of_another(notes, o.chunk, o.sentence, context.number, person))
        place = mentioned.get(id(known), o.sentence)
        if nameless and acts and context.number - place <= _BEFORE and _may_be(known, person):
            found[id(known)] = (place, known)
    found.pop(id(_answered(notes, context, chunk)), None)
    right_before = [known for sentence, known in found.values() if sentence >= context.number - 1]
    last = right_before or [known for _, known in found.values()]
    last = _most_spoken_of(notes, last)
    if len(last) != 1 or (len(found) > 1 and _is_only_aged(last[0])):
        return
    if _is_introduced(notes, last[0]) or _is_alone_so_far(notes, context, last[0]):
        last[0].becomes(person)


def _told_of_by_another(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return the only one told of without a name whom somebody else names: *…, sagt der Kantor. Ott lüge, so Kern*."""
    held = [q for q in notes.quotes if q.speaker is not None and any(part.contains(chunk.span) for part in q.spans)]
    places = [one for row in notes.chunks for one in row if one.name and person in notes.bearers(name_text(one.name))]
    if not held or len(chunk.name) < 2 or (len(places) < 2 and not is_given_name(chunk.name[0].text)):
        return None
    teller = held[-1].speaker
    spoken = None if teller is None else notes.by_head.get((teller.sentence, teller.head.index))
    heard = None if teller is None else _HEARD.get(teller.head.text.lower())
    found: dict[int, tuple[int, Referent]] = {}
    for o in notes.occurrences:
        known = o.referent.known
        nameless = known.is_person and known.name is None and known.reason == "role_unmatched"
        acts = (o.is_subject or o.is_speaker) and not o.is_in_content and not o.is_attribute
        near = 0 < context.number - o.sentence <= _BEFORE
        if nameless and acts and near and not known.is_never_named and fits(person, known.gender):
            found[id(known)] = (o.sentence, known)
    found.pop(id(spoken.known) if spoken is not None else 0, None)
    if heard is not None and teller is not None and teller.sentence == context.number and found:
        last = max(found.values(), key=lambda one: one[0])
        if last[1].gender == heard and last[0] >= context.number - 1:
            found.pop(id(last[1]))  # whoever spoke last is the one who tells
    return next(iter(found.values()))[1] if len(found) == 1 else None


def _announced(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return whom the article has announced and names here for the first time, with at most an apposition behind."""
    named = any(o.referent.known is person and o.is_full for o in notes.occurrences)
    place = notes.chunks[context.number].index(chunk)
    is_attribute = place in notes.tails[context.number].values() or chunk.preposition is not None
    has_role = any(word.text not in _ACADEMIC for word in chunk.nouns)
    if named or has_role or len(chunk.name) < 2 or is_attribute or chunk.is_possessive:
        return None
    beside = apposition(notes, context.number, place)
    if beside is not None and beside < place:
        return None  # der Manager, Piotr Ott
    if notes.is_in_content(chunk.span) or affiliation(notes, context.number, place) is not None:
        return None
    if chunk.first > 1 and context.word(chunk.first - 1).text.lower() in CALLED:
        return None  # Die Jüngere heißt Ida Ott
    clause = context.clauses.of(chunk.head)
    if clause is not None and clause.kind == "subordinate":
        return None  # ehe Tobias Ott traf; ein Hof, den Tobias Ott führt
    found = announced_as(notes, context, person)
    if found is None or found is _answered(notes, context, chunk, within=1):
        return None
    others = any(are_two_offices(one, two) for one in found.nouns for two in person.nouns)
    return None if others or _has_just_acted(notes, context, person, found) else found


def _has_just_acted(notes: Notes, context: Context, person: Referent, announced: Referent) -> bool:
    """Say whether another without a name has acted right before: *…, so der Wirt. Das Opfer weinte. …, sagte Ott*."""
    return any(
        o.sentence == context.number - 1 and o.is_subject and not o.is_in_content and o.chunk is not None
        for o in notes.occurrences
        if o.referent.known is not announced and o.referent.known.is_person and o.referent.known.name is None
        if o.referent.known.gender == "Neut" or fits(person, o.referent.known.gender)
    )


def _answered(notes: Notes, context: Context, chunk: Chunk, within: int = _BEFORE) -> Referent | None:
    """Return the last speaker of so many sentences, if a name answers what has been said."""
    if not answers_a_speaker(notes, context, chunk.head):
        return None
    spoken = [o.referent.known for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= within]
    return spoken[-1] if spoken else None


def _most_spoken_of(notes: Notes, people: list[Referent]) -> list[Referent]:
    """Return whom of several the article has taken up more often than any other, all of them where nobody is."""
    times = {id(person): sum(o.referent.known is person for o in notes.occurrences) for person in people}
    most = max(times.values(), default=0)
    found = [person for person in people if times[id(person)] == most]
    return found if len(found) == 1 else people


def _told_by_predicate(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take the subject for whom the predicate names: *Wortführerin der Gegner war die Rätin Ida Ott*."""
    if chunk.first < 3 or context.word(chunk.first - 1).text.lower() not in _COPULAS:
        return
    for o in notes.occurrences:
        known = o.referent.known
        nameless = known.is_person and known.name is None and known.reason in ("role_unmatched", "anonymous")
        if o.sentence == context.number and o.is_subject and o.place < chunk.first and nameless:
            if fits(person, known.gender):
                known.becomes(person)
            return


def _is_only_aged(nameless: Referent) -> bool:
    return all((known := noun_of(text)) is not None and known.field == "age" for text in nameless.nouns)


def _is_introduced(notes: Notes, nameless: Referent) -> bool:
    """Say whether somebody is told of by a definite phrase, or speaks: *eine Joggerin*, then *die Frau*, *sagt sie*."""
    taken_up = (o for o in notes.occurrences if o.referent.known is nameless)
    return any(o.is_speaker or _takes_up(notes, o) if o.chunk is None else o.chunk.is_definite for o in taken_up)


def _takes_up(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a pronoun opens a sentence with somebody just told of: *… einen Fahrer begleitet. Der saß vorn*."""
    word = notes.contexts[occurrence.sentence].word(occurrence.place)
    return occurrence.place == 1 and word.text in ("Der", "Die", "Dieser", "Diese")


def _is_alone_so_far(notes: Notes, context: Context, nameless: Referent) -> bool:
    """Say whether the article has told of nobody else yet: *Ein Wirt hat einen Bären gesehen. …, sagte Lois Ott*."""
    before = [o for o in notes.occurrences if o.sentence < context.number and o.referent.known.is_person]
    return all(o.referent.known is nameless or o.is_in_content for o in before) and nameless.name is None


def _is_of_body_before(occurrence: Occurrence) -> bool:
    """Say whether a phrase tells somebody by the body before it, as nobody to be named is: *Dessen Leiter sagte, …*."""
    return occurrence.chunk is not None and occurrence.chunk.determiner in ("dessen", "deren")


def _is_met(occurrence: Occurrence, person: Referent) -> bool:
    return occurrence.referent.known is person and not occurrence.is_in_content


def _may_be(nameless: Referent, person: Referent) -> bool:
    """Say whether somebody without a name may be a person: of the gender, and nobody who speaks for others."""
    nouns = [known for text in nameless.nouns if (known := noun_of(text)) is not None]
    hidden = any(noun.field == "speaker" or (noun.field == "family" and noun.base not in WIDOWED) for noun in nouns)
    return fits(person, nameless.gender) and not hidden


@way("one-of-a-name")
def _one_of(notes: Notes, context: Context, chunk: Chunk, bearers: list[Referent]) -> Referent:
    """Return who of several with one surname is meant: by gender, by role, by who has just been spoken of."""
    left = [person for person in bearers if fits(person, chunk.gender)]
    marked = [person for person in left if person.gender is not None and person.gender == chunk.gender]
    left = marked if len(marked) == 1 else left
    if chunk.nouns:
        by_role = [p for p in left if any(is_same_role(chunk.nouns[-1].text, noun) for noun in p.nouns)]
        left = by_role or left
        if len(left) > 1 and not by_role:
            free = [person for person in left if not person.nouns or notes.first[id(person)] > context.number]
            left = free if len(free) == 1 else left
    if len(left) > 1:
        left = _met_so_far(notes, context, left) or left
    if len(left) == 1:
        left[0].takes(chunk)
        return left[0]
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
    if len(people) == 1:
        return next(iter(people.values()))
    alone = _not_told_by_kin(chunk, left)
    return alone[0] if len(alone) == 1 else Referent("person", None, chunk.gender, reason="ambiguous")


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
    number = context.number
    chunk = notes.chunks[number][place]
    noun = chunk.noun
    name = without_genitive(name_text(chunk.name), notes.named)
    if noun is not None and noun.kind in ("organisation", "medium", "group"):
        return body(notes, context, place, noun.kind)
    if state_of(name) is not None and not chunk.nouns and not chunk.titles:
        return notes.place(name)
    if name in notes.acronyms and noun is None:
        return notes.acronyms[name].known
    is_person = noun is not None and noun.kind == "person" and not (_may_be_firm(chunk) or is_body_of_place(chunk))
    is_person = is_person or bool(chunk.titles)
    is_person = is_person or (len(chunk.name) == 1 and any(word.text.endswith(_AGED) for word in chunk.adjectives))
    if is_person and len(chunk.name) == 1 and noun is not None and noun.field == "family" and owner is not None:
        return _relative(notes, owner, chunk, name)
    for known in notes.referents:
        if known.known.name == name or known.known.name == name.removesuffix("s"):
            return known.known
    if chunk.determiner is not None and not is_person and not notes.is_speaker(context, chunk.span):
        return None
    if chunk.determiner in ("der", "die") and len(chunk.name) == 1 and not is_acronym(name) and _is_demonym(chunk):
        return by_salience(notes, context, chunk, None) or unnamed(notes, context, place, "role_unmatched")
    is_surname = is_common_surname(name) and notes.is_speaker(context, chunk.span)  # not: Ernst wurde es
    is_surname = is_surname or (_is_given_alone(chunk) and chunk.preposition not in ("in", "aus"))
    if is_person or is_surname or _says(notes, chunk) or _is_known_as_person(notes, name):
        person = notes.new(Referent("person", _with_title(notes, chunk, name)), chunk)
        learn(notes, person, number, place)
        notes.named[name] = person
        notes.first[id(person)] = number
        return person
    if is_medium_name(name) or is_medium_noun(name.split(" ")[0]) or notes.is_marked_medium(number, chunk):
        return notes.new(Referent("medium", name, "Fem"), chunk)
    return notes.new(Referent("organisation", body_name(notes, number, place) or name), chunk)


def _is_of_family(chunk: Chunk) -> bool:
    """Say whether a name is the plural of a surname: *die Onoderas*."""
    return chunk.determiner == "die" and len(chunk.name) == 1 and chunk.name[0].text.endswith("s") and not chunk.nouns


def _may_be_firm(chunk: Chunk) -> bool:
    """Say whether one word behind a noun for people that firms and clubs are called by too is no person's name."""
    noun, name = chunk.noun, chunk.name[0].text
    if noun is not None and any(is_acronym(word.text) for word in chunk.name):
        return True  # Tabellenführer SC Tal
    if noun is None or noun.base not in _OF_FIRMS or noun.gender == "Fem":
        return False
    return len(chunk.name) == 1 and not is_given_name(name) and not is_common_surname(name)


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


def _relative(notes: Notes, owner: Referent, chunk: Chunk, name: str) -> Referent:
    """``Quasts Bruder Gernot``: the surname is the relative's too."""
    surname = (owner.name or "").rsplit(" ", 1)[-1]
    full = f"{name} {surname}" if surname else name
    person = notes.new(Referent("person", full, is_told_by_kin=True), chunk)
    notes.named[full] = person
    notes.first[id(person)] = 0
    return person


def _is_demonym(chunk: Chunk) -> bool:
    """Say whether a name with an article has the form of a noun for people of a place: *die Bernerin*."""
    name = chunk.name[-1].text
    return name.endswith("erin") if chunk.determiner == "die" else name.endswith(("er", "ler"))
