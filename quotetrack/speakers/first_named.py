"""Who is named here for the first time: somebody of whom the article has told without a name.

News introduce nobody by a bare name. So who acts under one has been told of before: announced, told of by a predicate,
or as somebody without a name who has acted or spoken lately.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import CALLED
from quotetrack.cues import lemma_of
from quotetrack.nouns import Gender, is_given_name, noun_of
from quotetrack.person_roles import are_two_offices, is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.ages import age_behind
from quotetrack.speakers.announced import PLAIN, announced_as, is_named_further_down, marked_as
from quotetrack.speakers.answering import answers_a_speaker, spoke_before_the_last
from quotetrack.speakers.appositions import apposition
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import verb_forms
from quotetrack.speakers.in_office import learn_of_post
from quotetrack.speakers.introductions import gender_of_new_word, is_of_another, lets_speak
from quotetrack.speakers.later_names import is_joined
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronoun_forms import OF_SELF
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import OFFICES, fields_of
from quotetrack.speakers.roles import WIDOWED
from quotetrack.speakers.salience import fits
from quotetrack.speakers.told_in_clauses import tells_another, tells_tie
from quotetrack.speakers.two_roles import are_two_roles, are_two_trades, fits_anybody, is_beside_any_trade, is_of_court
from quotetrack.speakers.wording import is_of_kin

_COPULAS: Final = frozenset({"ist", "war", "bleibt", "wird", "wurde", "heißt", "hieß", "heisst"})
_ACADEMIC: Final = frozenset({"Professor", "Professorin", "Doktor", "Doktorin", "Magister", "Magistra"})
_TIES: Final = frozenset("ihm ihn ihr sein seine seinem seinen seiner ihre ihrem ihren ihrer dessen deren".split())
"""Words of a sentence that tie whom it names to somebody told of before: *Ida Ott, die neben | ihm | sitzt*."""
_BEFORE: Final = 6
_JUST_BEFORE: Final = 2
#: How many sentences back somebody may have spoken who is answered, and answers again.
_TALK: Final = 4
_DEAD: Final = ("Tote", "Verstorben", "Getötet", "Ermordet", "Verschollen", "Vermisst", "Verblichen")
"""Beginnings of nouns for those who do nothing any more."""
_CONCEDING: Final = ("einräum", "zugab", "zugib", "zugeb", "zugestand", "bestreit", "bestritt", "abstreit", "abstritt")
"""How verbs begin that admit or deny what somebody has said of who speaks."""
_SETTLED: Final = OFFICES | {"medicine", "science"}
"""Fields of those who are told by their post, so that another post is another's."""
_HEARD: Final[dict[str, Gender]] = {"er": "Masc", "sie": "Fem"}


_PRESENTING: Final = frozenset({"war", "ist", "wurde", "waren", "hat", "hatte"})
"""Verbs behind a participle in front, before who is new: *Aufgedeckt | hatte | das eine Journalistin*."""


def learn_of_first_name(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take whom the article has told of before for the person whom a phrase names for the first time."""
    learn_of_post(notes, context, chunk, person)
    _told_of_before(notes, context, chunk, person)
    _told_by_predicate(notes, context, chunk, person)
    _found_in(notes, context, chunk, person)


def _found_in(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take whoever somebody finds in a person for that person: *Ihre schärfste Kritikerin fand sie in Ida Ott*."""
    clause = context.clauses.of(chunk.head)
    if chunk.preposition != "in" or clause is None or clause.finite is None or lemma_of(clause.finite) != "finden":
        return
    told = [o for o in notes.occurrences if o.sentence == context.number and o.clause == clause.number]
    for o in told:
        known = o.referent.known
        nameless = known.is_person and known.name is None and known.reason in ("role_unmatched", "anonymous")
        if nameless and o.chunk is not None and o.chunk.preposition is None and fits(person, known.gender):
            known.becomes(person)
            return


def _told_of_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> None:
    """Take somebody told of without a name for the person who is named here first, with nothing said of who that is.

    ``Die Witwe des Wirts meldete sich. … Elsbeth Grothe bekam den längsten Beifall``: nobody acts in the news under a
    bare name without having been introduced.
    """
    relative = _kin_before(notes, context, chunk, person) or _situated_before(notes, context, chunk, person)
    relative = relative or _before_colon(notes, context, chunk, person)
    relative = relative or _told_on_before(notes, context, chunk, person)
    if relative is not None:
        relative.becomes(person)
        return
    if _is_told_of_whom_others_mean(notes, context) or _is_one_of_two_new(notes, context, person):
        return
    first = any(number == context.number and named is person for number, named, _ in notes.bare)
    announced = _announced(notes, context, chunk, person)
    if announced is not None and _new_before(notes, context, chunk, person) is not None:
        announced = None
    if announced is not None and _has_as_relation(notes, announced, person):
        return
    if announced is not None and not tells_another(notes, context, chunk, announced.nouns):
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
    if _is_what_another_is_called(notes, context, chunk):
        return
    told = (
        _messenger_before(notes, context, person)
        or _new_before(notes, context, chunk, person)
        or _presented_before(notes, context, chunk, person)
        or marked_as(notes, context, person)
        or _heard_before(notes, context, chunk, person)
        or _asked_before(notes, context, chunk, person)
        or _most_likely_before(notes, context, chunk, person)
    )
    if told is not None and not _has_as_relation(notes, told, person) and not _is_one_more(notes, context, chunk, told):
        told.becomes(person)


def _is_one_more(notes: Notes, context: Context, chunk: Chunk, told: Referent) -> bool:
    """Say whether *auch* tells somebody from whoever has just spoken: *…, meinte ein Kollege. | Auch Ida Ott | …*."""
    is_added = chunk.first > 1 and context.word(chunk.first - 1).text.lower() == "auch"
    return is_added and notes.distance(context, told) <= _JUST_BEFORE


def _kin_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return the relative without a name of whom the sentence before tells, where a new name has a known surname.

    ``Das bestreitet Otts Schwester. Clara Ott, 54, Ärztin in Kiel, sagte, …``
    """
    number = context.number - 1
    acting = notes.is_speaker(context, chunk.span) or is_subject_of_clause(context, chunk, chunk.head)
    if number < 0 or not acting or len(chunk.name) < 2 or notes.is_in_content(chunk.span):
        return None
    if notes.paragraphs[number] != notes.paragraphs[number + 1] or any(_is_met(o, person) for o in notes.occurrences):
        return None
    surnames = {*(person.name or "").split(" ")[-1].split("-")}
    shared = any(surnames & {*name.split(" ")[-1].split("-")} for name, one in notes.named.items() if one is not person)
    told = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.sentence == number and not o.is_in_content and not o.is_attribute and o.chunk is not None
        if (o.chunk.is_definite or o.chunk.possessor) and not o.chunk.is_plural and is_of_kin(o.chunk)
        if o.chunk.preposition is None or (chunk.first == 1 and _ends_sentence(notes.contexts[number], o.chunk.last))
        if o.referent.known.is_person and o.referent.known.name is None and fits(person, o.referent.known.gender)
    } or _kin_taken_up(notes, number, person)
    if not shared:
        told = {key: one for key, one in told.items() if _speaks_as_kin_of_nobody(notes, context, chunk, one)}
    return next(iter(told.values())) if len(told) == 1 else None


def _situated_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return who acts in the sentence before in a role beside any trade, which the next name tells with its own.

    ``Der Zeuge schweigt. Jan Ott, bis Mai Abteilungsleiter im Ministerium, nimmt einen Schluck Wasser.``
    """
    number, place = context.number - 1, notes.chunks[context.number].index(chunk)
    beside = apposition(notes, context.number, place)
    if number < 0 or chunk.first > 1 or len(chunk.name) < 2 or chunk.nouns or beside is None or beside < place:
        return None
    if notes.paragraphs[number] != notes.paragraphs[context.number] or notes.is_in_content(chunk.span):
        return None
    trade = notes.chunks[context.number][beside]
    acts = is_subject_of_clause(context, chunk, chunk.head)
    is_bare = trade.determiner is None or trade.is_indefinite or trade.preposition is not None  # bis zum Mai Leiter
    if not acts or not is_bare or trade.is_possessive or any(_is_met(o, person) for o in notes.occurrences):
        return None
    here = [o for o in notes.occurrences if o.sentence == number and o.is_subject and not o.is_in_content]
    told = {id(o.referent.known): o.referent.known for o in here if o.referent.known.is_person and not o.is_attribute}
    only = next(iter(told.values())) if len(told) == 1 else None
    if only is None or only.name is not None or only.reason != "role_unmatched" or only.is_never_named:
        return None
    return only if fits(person, only.gender) and is_beside_any_trade(only.nouns, trade) else None


def _before_colon(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return who acts without a name before the colon of what a name says: *Es sprach sein Anwalt: …, sagte Ott*."""
    if not notes.is_speaker(context, chunk.span) or len(chunk.name) < 2:
        return None
    colon = next((word.index for word in context.sentence.words if word.text == ":" and not word.masked), 0)
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < colon < chunk.first]
    acting = {id(o.referent.known): o for o in here if o.is_subject and o.referent.known.is_person}
    only = next(iter(acting.values())) if len(acting) == 1 else None
    if only is None or only.chunk is None or only.is_in_content or only.referent.known.name is not None:
        return None
    if any(_is_met(o, person) for o in notes.occurrences):
        return None
    known = only.referent.known
    open_one = known.reason in ("role_unmatched", "anonymous") and not known.is_never_named
    return known if open_one and fits(person, known.gender) else None


def _kin_taken_up(notes: Notes, number: int, person: Referent) -> dict[int, Referent]:
    """Return the relative whom a pronoun takes up that speaks: *Er fragte den Enkel. | Der | sagte, … . …, so Ott*."""
    spoken = [o for o in notes.occurrences if o.sentence == number and o.is_speaker and o.chunk is None]
    told = spoken[0].referent.known if len(spoken) == 1 and not spoken[0].is_implied else None
    if told is None or told.name is not None or not told.is_person or not fits(person, told.gender):
        return {}
    before = [o.chunk for o in notes.occurrences if o.referent.known is told and o.chunk is not None]
    return {id(told): told} if any(chunk.is_definite and is_of_kin(chunk) for chunk in before) else {}


def _speaks_as_kin_of_nobody(notes: Notes, context: Context, chunk: Chunk, nameless: Referent) -> bool:
    """Say whether a relative of somebody without a name has spoken, and now a name does: *die Mutter eines Opfers*."""
    number = context.number - 1
    spoken = [o for o in notes.occurrences if o.sentence == number and o.is_speaker and o.referent.known is nameless]
    behind = [notes.tails[number].get(notes.chunks[number].index(o.chunk)) for o in spoken if o.chunk is not None]
    tails = [notes.chunks[number][place] for place in behind if place is not None]
    return notes.is_speaker(context, chunk.span) and any(tail.is_indefinite and not tail.name for tail in tails)


def _has_as_relation(notes: Notes, nameless: Referent, person: Referent) -> bool:
    """Say whether somebody is told of as another's: *Die Ministerin kam. Ihre Kollegin, so Ida Ott, …*."""
    return any(owner.known is nameless.known and other.known is person.known for owner, other in notes.owned)


def _most_likely_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return the one without a name who has been spoken of most, if the article tells enough of him."""
    found = _nameless_before(notes, context, person)
    found.pop(id(_answered(notes, context, chunk)), None)
    found = {key: one for key, one in found.items() if not _is_told_beside(notes, context, chunk, one[1])}
    right_before = [known for sentence, known in found.values() if sentence >= context.number - 1]
    last = _acting_right_before(notes, context, right_before) or right_before or [one for _, one in found.values()]
    last = _most_spoken_of(notes, last)
    if len(last) != 1 or (len(found) > 1 and (_is_only_aged(last[0]) or fields_of(last[0]))):
        return None
    is_met = _concedes(notes, context, chunk, last[0]) or _is_beside_another(notes, context, chunk, last[0])
    is_met = is_met or _is_of_an_age(notes, context, chunk, last[0], found)
    if fields_of(last[0]) and _is_told_in_passing(notes, last[0]) and not is_met:
        return None
    if tells_tie(notes, context, chunk, last[0].nouns):
        return None
    is_enough = (
        _is_introduced(notes, last[0])
        or _is_alone_so_far(notes, context, last[0])
        or _goes_on_speaking(notes, context, chunk, last[0])
        or is_met
    )
    return last[0] if is_enough else None


def _is_told_beside(notes: Notes, context: Context, chunk: Chunk, nameless: Referent) -> bool:
    """Say whether a sentence tells of somebody beside a name, who has another then: *Ott hat | den Chef | gewarnt*."""
    place = notes.chunks[context.number].index(chunk)
    beside = apposition(notes, context.number, place)
    for at, other in enumerate(notes.chunks[context.number]):
        apart = at not in (place, beside) and at not in notes.tails[context.number].values() and not other.name
        if apart and other.is_definite and not other.is_plural and not notes.is_in_content(other.span):
            words = (other.role, noun) if (noun := other.nouns[-1].text if other.nouns else "") else ()
            if any(
                is_same_role(role, known) or is_other_word_for(role, known)
                for role in words
                for known in nameless.nouns
            ):
                return _acts_before(context, chunk, other)
    return False


def _acts_before(context: Context, chunk: Chunk, other: Chunk) -> bool:
    """Say whether who is named acts on another in a clause: no *Ott ist der Chef*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.finite is None or other.head not in clause.words:
        return False
    return clause.finite.text not in _COPULAS or any(word.upos == "VERB" for word in clause.words)


def _is_beside_another(notes: Notes, context: Context, chunk: Chunk, nameless: Referent) -> bool:
    """Say whether who spoke last is named beside the other: *…, so ihr Chef. Ott hat | die Ministerin | nie …*."""
    lately = [o for o in notes.occurrences if o.is_speaker and context.number - o.sentence <= _JUST_BEFORE]
    here = notes.paragraphs[context.number]
    if not lately or lately[-1].referent.known is not nameless or notes.paragraphs[lately[-1].sentence] != here:
        return False
    people = [o.referent.known for o in notes.occurrences if o.referent.known.is_person and o.sentence < context.number]
    others = {id(one): one for one in people if one.name is None and one is not nameless}
    return any(_is_told_beside(notes, context, chunk, one) for one in others.values())


def _is_of_an_age(
    notes: Notes, context: Context, chunk: Chunk, nameless: Referent, people: dict[int, tuple[int, Referent]]
) -> bool:
    """Say whether a paragraph opens with a name and an age, so that who has spoken before it is introduced."""
    number = context.number
    opens = chunk.first == 1 and number > 0 and notes.paragraphs[number - 1] != notes.paragraphs[number]
    if not opens or age_behind(context.sentence.words, chunk.last) is None or len(people) != 1:
        return False
    if apposition(notes, number, notes.chunks[number].index(chunk)) is not None:
        return False
    spoken = [o for o in notes.occurrences if o.is_speaker and o.sentence < number]
    return bool(spoken) and spoken[-1].referent.known is nameless


def _acting_right_before(notes: Notes, context: Context, people: list[Referent]) -> list[Referent]:
    """Return the only one of several who acts in the sentence before under a role: *Für sie sprach | der Trainer*."""
    acting = [
        o.referent.known
        for o in notes.occurrences
        if o.sentence == context.number - 1 and o.is_subject and not o.is_in_content
        if o.chunk is not None and o.chunk.nouns and o.referent.known in people
    ]
    return acting if len(acting) == 1 < len(people) else []


def _concedes(notes: Notes, context: Context, chunk: Chunk, nameless: Referent) -> bool:
    """Say whether a name admits or denies what is said of who has spoken: *…, sagte der Chef. … Ott gab das zu*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or chunk.first > 1 or not any(word.text in ("das", "dies") for word in clause.words):
        return False
    spoke = any(o.referent.known is nameless and o.is_speaker for o in notes.occurrences)
    return spoke and any(form.startswith(_CONCEDING) for form in verb_forms(clause))


def _goes_on_speaking(notes: Notes, context: Context, chunk: Chunk, nameless: Referent) -> bool:
    """Say whether a name speaks right behind somebody with a role: *Eine Rätin nannte das „feig“. …, so Ida Ott*."""
    number = context.number - 1
    if not notes.is_speaker(context, chunk.span) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return False
    spoke = any(o.referent.known is nameless and o.sentence == number and o.is_speaker for o in notes.occurrences)
    return spoke and bool(fields_of(nameless)) and not answers_a_speaker(notes, context, chunk.head)


def _new_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return who is new in the sentence before, and so is quoted: *Eine Gutachterin hatte … . …, sagte Ida Ott*."""
    number = context.number - 1
    speaks = notes.is_speaker(context, chunk.span) and len(chunk.name) > 1
    if number < 0 or not speaks or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    if answers_a_speaker(notes, context, chunk.head):
        return None
    here = [o for o in notes.occurrences if o.sentence == number and not o.is_in_content]
    here = [o for o in here if not (o.is_attribute or o.is_embedded) and o.referent.known.is_person]
    before = notes.contexts[number]
    acting = [o for o in here if o.is_subject]
    if lets_speak(before) or (not acting and _presents(before)):
        acting = [o for o in here if not o.is_subject]
    only = acting[0] if len(acting) == 1 else None
    told = only is not None and only.chunk is not None and only.chunk.is_indefinite and not only.chunk.preposition
    if only is None or not told:
        return None
    new = only.referent.known
    once = sum(o.referent.known is new for o in notes.occurrences) == 1
    return new if once and new.name is None and new.reason == "anonymous" and _may_be(new, person) else None


def _presents(context: Context) -> bool:
    """Say whether a participle opens a sentence that tells who is there: *Geladen war eine Gutachterin aus Kiel*."""
    opening = [word.text for word in context.words(1, min(2, context.length))]
    return len(opening) > 1 and opening[0].endswith(("en", "t")) and opening[1] in _PRESENTING


def _is_what_another_is_called(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a name tells what somebody is called who is no word before: *Der von gegenüber heißt Jan Ott*."""
    if chunk.first < 3 or context.word(chunk.first - 1).text.lower() not in CALLED:
        return False
    return not any(
        o.sentence == context.number and o.place < chunk.first and o.is_subject and o.referent.known.is_person
        for o in notes.occurrences
    )


def _nameless_before(notes: Notes, context: Context, person: Referent) -> dict[int, tuple[int, Referent]]:
    """Return by their ids who has acted lately without a name and may be a person, and where they were told of last."""
    found: dict[int, tuple[int, Referent]] = {}
    is_kin = _is_of_a_family(notes, context, person)
    of_bodies = {id(o.referent.known) for o in notes.occurrences if _is_of_body_before(o)}
    mentioned = {id(o.referent.known): o.sentence for o in notes.occurrences if not o.is_in_content}
    for o in notes.occurrences:
        known = o.referent.known
        nameless = known.is_person and known.name is None and known.reason in ("role_unmatched", "anonymous")
        nameless = nameless and not known.is_never_named and id(known) not in of_bodies
        acts = (o.is_subject or o.is_speaker) and not o.is_in_content and not o.is_attribute
        acts = acts and not (o.is_speaker and o.sentence == context.number)  # Ein Wirt habe gerufen, …, sagt Ida Ott
        acts = acts and not (o.chunk and is_of_another(notes, o.chunk, o.sentence, context.number, person))
        place = mentioned.get(id(known), o.sentence)
        if nameless and acts and context.number - place <= _BEFORE and _may_be(known, person):
            found[id(known)] = (place, known)
    heard = gender_of_new_word(notes, context.number + 1) if person.gender is None else None
    if heard is not None:
        found = {key: one for key, one in found.items() if one[1].gender in (None, heard)}
    elsewhere = [key for key, (_, one) in found.items() if is_named_further_down(notes, context, one, person)]
    found = {key: told for key, told in found.items() if not is_kin or _is_told_as_kin(told[1])}
    return {key: told for key, told in found.items() if key not in elsewhere}


def _is_told_as_kin(person: Referent) -> bool:
    """Say whether somebody is told of as a relative, who may well have the surname of another."""
    return any(known is not None and known.field in ("family", "relation") for known in map(noun_of, person.nouns))


def _is_of_a_family(notes: Notes, context: Context, person: Referent) -> bool:
    """Say whether the article has named another of the surname lately, whose relative a new name is then."""
    surname = (person.name or "").split(" ")[-1]
    namesakes = [one for name, one in notes.named.items() if one is not person and name.split(" ")[-1] == surname]
    near = [one for one in namesakes if one.same is None and notes.distance(context, one) <= _BEFORE]
    tied = not _TIES.isdisjoint(word.text.lower() for word in context.sentence.words if not word.masked)
    return bool(near) and (bool(notes.kin) or tied)


def _presented_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return whom the sentence before has presented at its end: *Dagegen ist ein Bauer aus Tal. Urs Ott besitzt …*.

    A name that speaks first is of the subject alone: *Entdeckt hat das ein Bauer. Er habe gegraben, sagt Urs Ott*.
    """
    number = context.number - 1
    opens = chunk.first <= 1 or notes.is_speaker(context, chunk.span)
    if number < 0 or not opens or len(chunk.name) < 2 or notes.paragraphs[number] != notes.paragraphs[number + 1]:
        return None
    before, chunks = notes.contexts[number], notes.chunks[number]
    heads = [place for place in range(len(chunks)) if place not in notes.tails[number].values()]
    last = next((place for place in reversed(heads) if not chunks[place].is_inner), None)
    if last is None or not _ends_sentence(before, notes.end_of(number, last)):
        return None
    told = notes.by_head.get((number, chunks[last].head.index))
    is_new = chunks[last].is_indefinite and not notes.is_in_content(chunks[last].span)
    is_new = is_new and (chunk.first <= 1 or is_subject_of_clause(before, chunks[last], chunks[last].head))
    if told is None or not is_new or told.known.reason != "anonymous" or told.known.is_never_named:
        return None
    if not told.known.is_person or told.known.name is not None or not _may_be(told.known, person):
        return None
    if answers_a_speaker(notes, context, chunk.head) or tells_another(notes, context, chunk, told.known.nouns):
        return None
    return None if notes.is_speaker(before, chunks[last].span) else told.known


def _asked_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return who spoke without a name before the last speaker, whom a name answers: *…, sagt sie. …, gab Ott …*."""
    if len(chunk.name) < 2 or not answers_a_speaker(notes, context, chunk.head):
        return None
    before = spoke_before_the_last(notes, context, chunk.head, _TALK)
    told = before[-1].known if before else None
    if told is None or told.name is not None or told.reason != "role_unmatched" or told.is_never_named:
        return None
    return told if told.gender is not None and fits(person, told.gender) else None


def _heard_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return who spoke in the sentence before as *er* or *sie*: *Deren Chefin lacht. „…“, sagt sie. Ida Ott …*."""
    number = context.number - 1
    if number < 0 or chunk.first > 1 or len(chunk.name) < 2 or notes.paragraphs[number] != notes.paragraphs[number + 1]:
        return None
    spoken = [o for o in notes.occurrences if o.sentence == number and o.is_speaker]
    told = spoken[0].referent.known if len(spoken) == 1 and spoken[0].chunk is None else None
    if told is None or told.name is not None or told.reason not in ("role_unmatched", "anonymous"):
        return None
    if told.is_never_named or told.gender is None or not told.is_person or not _may_be(told, person):
        return None
    if answers_a_speaker(notes, context, chunk.head) or tells_another(notes, context, chunk, told.nouns):
        return None
    return told


def _told_on_before(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Referent | None:
    """Return of whom a pronoun told in the sentence before and tells on: *Dieser lachte. Er sei alt, sagte Ott*.

    So of whom it presents behind the verb: *Die Gegenrede hielt | die Archivarin. Sie habe gesucht, begann Ida Ott*.
    """
    number = context.number - 1
    heard = OF_SELF.get(context.word(1).text)
    if number < 0 or heard is None or len(chunk.name) < 2 or not notes.is_speaker(context, chunk.span):
        return None
    if notes.paragraphs[number] != notes.paragraphs[number + 1] or answers_a_speaker(notes, context, chunk.head):
        return None
    if any(_is_met(o, person) for o in notes.occurrences):
        return None
    told = [o for o in notes.occurrences if o.sentence == number and o.is_subject and not o.is_in_content]
    known = told[0].referent.known if len(told) == 1 and _is_told_on(notes, told[0]) else None
    if known is None or known.name is not None or known.gender not in heard or not known.is_person:
        return None
    return known if known.reason == "role_unmatched" and _may_be(known, person) else None


def _is_one_of_two_new(notes: Notes, context: Context, person: Referent) -> bool:
    """Say whether two are named together first, neither of whom is somebody told of before: *Ida Ott und Lea Kern*."""
    new = sum(number == context.number for number, _, _ in notes.bare)
    return new > 1 and is_joined(notes, context.number, person)


def _is_told_of_whom_others_mean(notes: Notes, context: Context) -> bool:
    """Say whether the sentence before tells of another than spoke: *Der, den er meint, lacht. Er sei müde, …*."""
    between = notes.contexts[context.number - 1] if context.number else context
    opening = [word.text for word in between.words(1, min(2, between.length))]
    return opening in (["Der", ","], ["Die", ","]) and context.word(1).text in OF_SELF


def _is_told_on(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a pronoun opens a sentence, or a role stands at its end, of nobody who speaks there."""
    chunk = occurrence.chunk
    if chunk is None:
        return occurrence.place == 1
    last = notes.contexts[occurrence.sentence]
    return chunk.is_definite and not occurrence.is_speaker and not chunk.name and _ends_sentence(last, chunk.last)


def _ends_sentence(context: Context, end: int) -> bool:
    """Say whether nothing but a participle or a particle of the verb stands behind a phrase."""
    behind = [word for word in context.words(end + 1, context.length) if word.upos != "PUNCT"]
    return len(behind) <= 1 and all(word.upos in ("VERB", "ADP", "ADV") for word in behind)


def _messenger_before(notes: Notes, context: Context, person: Referent) -> Referent | None:
    """Return through whom somebody has just spoken: *ließ er über seine Anwältin erklären. „…“, sagte Lara Stolte*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.chunk is not None]
    through = {
        id(o.referent.known): o.referent.known
        for o in near
        if o.chunk is not None and o.chunk.preposition in ("über", "durch") and o.chunk.is_possessive
        if o.referent.known.is_person and o.referent.known.name is None and fits(person, o.referent.known.gender)
    }
    return next(iter(through.values())) if len(through) == 1 else None


def _is_told_in_passing(notes: Notes, nameless: Referent) -> bool:
    """Say whether an office is somebody's, or told of once as known, so that nobody need be named: *Sein Anwalt*."""
    told = [o for o in notes.occurrences if o.referent.known is nameless]
    once = len(told) == 1 and told[0].chunk is not None and not told[0].chunk.is_indefinite
    chunks = [o.chunk for o in told if o.chunk is not None]
    taken_up = any(chunk.is_definite and not chunk.is_possessive for chunk in chunks[1:])  # Die Entlassene klagt
    return once or (any(chunk.is_possessive for chunk in chunks) and not taken_up)


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
    found = None if _is_of_a_family(notes, context, person) else announced_as(notes, context, person)
    if found is None or found is _answered(notes, context, chunk, within=1):
        return None
    if is_named_further_down(notes, context, found, person):
        return None
    others = any(are_two_offices(one, two) for one in found.nouns for two in person.nouns)
    others = others or _is_met_by_another_role(notes, context, person, found)
    others = others or (beside is not None and _is_told_otherwise(found, notes.chunks[context.number][beside]))
    role = None if beside is None else notes.chunks[context.number][beside]
    others = others or are_two_trades(found.nouns, person.nouns)
    others = others or (role is not None and role.is_definite and _is_another_trade(found, role))
    others = others or _are_other_kin(found, person) or (fits_anybody(found.nouns) and is_of_court(person.nouns))
    return None if others or _has_just_acted(notes, context, person, found) else found


def _is_another_trade(announced: Referent, beside: Chunk) -> bool:
    """Say whether a definite apposition gives a trade of any other field: *die Pfarrerin. … Ott, die Organistin*."""
    return bool(beside.nouns) and are_two_trades(announced.nouns, [beside.role], of_any_field=True)


def _is_met_by_another_role(notes: Notes, context: Context, person: Referent, announced: Referent) -> bool:
    """Say whether the sentence before tells of a person by a role that the one announced has not, as of a court.

    ``Der Besitzer … Der Richter las. …, so Ott``, ``Der Pfarrer … Dafür ist der Vorsitzende des Vereins. …, so Ott``.
    """
    before = [o.chunk for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known is person]
    chunks = [chunk for chunk in before if chunk is not None and chunk.is_definite and chunk.nouns and not chunk.name]
    if is_of_court([chunk.role for chunk in chunks]) and not is_of_court(announced.nouns):
        return True
    if {*announced.nouns} <= PLAIN and any(_is_presented_last(notes, context.number - 1, one) for one in chunks):
        return True
    told = [chunk.role for chunk in chunks if chunk.noun is not None and chunk.noun.field in OFFICES]
    known = [noun for text in announced.nouns if (noun := noun_of(text)) is not None and noun.field in _SETTLED]
    alike = (
        is_same_role(role, own) or is_other_word_for(role, own) or is_other_word_for(own, role)
        for role in told
        for own in announced.nouns
    )
    return bool(told) and bool(known) and not any(alike)


def _is_presented_last(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a role ends its sentence, as of somebody new there: *Die Gegenrede hielt | der Archivar*."""
    return chunk.first > 1 and _ends_sentence(notes.contexts[number], chunk.last)


def _is_told_otherwise(announced: Referent, beside: Chunk) -> bool:
    """Say whether an apposition gives an office of another field: *die Sprecherin. … Ott, die Vorsitzende*."""
    role = beside.nouns[-1].text if beside.nouns and beside.is_definite else None
    known = None if role is None else noun_of(role)
    offices = fields_of(announced) & OFFICES
    if role is None or known is None or not offices or known.field not in OFFICES - offices:
        return False
    return not any(is_same_role(role, own) or is_other_word_for(own, role) for own in announced.nouns)


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
    """Say whether somebody without a name may be a person: of the gender and role, and nobody who speaks for others."""
    nouns = [known for text in nameless.nouns if (known := noun_of(text)) is not None]
    hidden = any(noun.field == "speaker" or (noun.field == "family" and noun.base not in WIDOWED) for noun in nouns)
    hidden = hidden or any(text.startswith(_DEAD) for text in nameless.nouns)
    return fits(person, nameless.gender) and not hidden and not are_two_roles(nameless.nouns, person.nouns)


def _are_other_kin(announced: Referent, person: Referent) -> bool:
    """Say whether a relative has the name by now, and somebody with a role of their own was announced."""
    kin = [noun for text in person.nouns if (noun := noun_of(text)) is not None and noun.field == "family"]
    return bool(kin) and not announced.is_owned and are_two_roles(announced.nouns, person.nouns)
