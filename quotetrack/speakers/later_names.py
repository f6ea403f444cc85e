"""Whom a noun means that stands before the name: ``sagte der Tenor. Wilfried Sträußler ist …``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.clauses import CALLED
from quotetrack.cues import lemma_of
from quotetrack.nouns import noun_of
from quotetrack.person_roles import are_two_offices, is_office, is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.speakers.adding import ADDING
from quotetrack.speakers.answering import is_answer
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.introductions import is_of_another, lets_speak
from quotetrack.speakers.named_behind import called_that
from quotetrack.speakers.names import AFFECTED_RE
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronoun_forms import OF_SELF
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, PROFESSIONS, excludes, fields_of, takes_role
from quotetrack.speakers.salience import fits
from quotetrack.speakers.told_in_clauses import tells_another
from quotetrack.speakers.two_roles import are_two_trades
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import state_in

_LOOK_AHEAD: Final = 5
_TURN: Final = 2
_FRONT: Final = 3
"""Within so many words a phrase begins that stands in front."""
"""So many sentences back the other of two may have spoken who are named next."""
_OF_ANY_TRADE: Final = frozenset(
    "Unternehmer Geschäftsmann Geschäftsfrau Inhaber Besitzer Betreiber Eigentümer Gründer Händler Handwerker Arbeiter"
    " Angestellter Kaufmann Manager Investor Meister Verkäufer".split()
)
"""Nouns for whoever owns or runs something, or works, whatever the trade."""
_TAKING_UP: Final = frozenset({"der", "die", "er", "sie"})


@way("named-later")
def named_later(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the person whose bare name follows soon: ``sagte der Tenor. Wilfried Sträußler ist …``."""
    if notes.is_in_content(chunk.span) or (chunk.is_possessive and is_office(chunk.nouns[-1].text)):
        return None
    in_order = _named_in_order(notes, context, chunk)
    if in_order is not None:
        return in_order
    if _follows_another_without_name(notes, context, chunk):
        return None
    is_told_of = _is_told_of_here(notes, context, chunk)
    fitting = [
        (number, person, is_subject)
        for number, person, is_subject in notes.bare
        if 0 < number - context.number <= _look_ahead(notes, context.number, number, is_subject=is_subject)
        and _introduces(notes, context.number, number, within=chunk.is_possessive or is_told_of)
        and person.same is None
        and fits(person, chunk.gender)
        and (state_in(chunk) is not None or chunk.is_possessive or not is_joined(notes, number, person))
        and (not _has_other_role(notes, person, chunk) or _goes_on_telling(notes, context, chunk, number, person))
        and not any(o.referent.known is person for o in notes.occurrences)
        and not _is_of_another(notes, context, chunk, number, person)
        and not is_of_another(notes, chunk, context.number, number, person)
        and not _speaks_for_another(notes, context, chunk, number)
        and not is_told_otherwise(notes, number, person, chunk)
        and not _heads_another(notes, number, person, chunk)
        and not _is_another_introduced(notes, context, number, chunk)
        and not _is_of_whom_is_taken_up(notes, context, number)
        and not _is_of_whoever_acts(notes, context, chunk, person)
        and not _is_kin_of_whom_is_named(notes, number, person, chunk)
        and not _is_whose_role_it_is(notes, context, chunk, person)
    ]
    if fitting and not chunk.is_possessive and _is_told_lately(notes, context, chunk):
        fitting = [found for found in fitting if found[1].gender is not None]
    subjects = [person for _, person, is_subject in fitting if is_subject]
    return next(iter(subjects), None) or next((person for _, person, _ in fitting), None)


def _is_whose_role_it_is(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether a name stands behind a role as its owner's: *der Sprecher | Jan Otts*, *die Anwältin | von Ott*."""
    place = notes.tails[context.number].get(notes.chunks[context.number].index(chunk))
    tail = None if place is None else notes.chunks[context.number][place]
    return tail is not None and bool(tail.name) and person in notes.bearers(name_text(tail.name))


def _is_kin_of_whom_is_named(notes: Notes, number: int, person: Referent, chunk: Chunk) -> bool:
    """Say whether a name shares its surname with one named before: *die Siegerin. … Jan Ott ging. Ida Ott …*.

    Who is told of by what they are to somebody may be one of that name.
    """
    if chunk.is_possessive or (chunk.noun is not None and chunk.noun.field in ("family", "relation")):
        return False
    is_post = chunk.noun is not None and chunk.noun.base.casefold().endswith(("richter", "anwalt", "kommissar"))
    if not is_post and any(known is not None and known.field == "family" for known in map(noun_of, person.nouns)):
        return False  # Toni Ott, ihr Onkel
    surname = (person.name or "").split(" ")[-1]
    return any(
        other is not person and name.split(" ")[-1] == surname and notes.first.get(id(other), number) < number
        for name, other in notes.named.items()
        if other.same is None
    )


@way("named-later")
def named_in_new_paragraph(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose bare name stands below in the paragraph that a role opens, where all before have other trades.

    ``Chefarzt Jan Ott winkte ab. ¶ Der Schulleiter sagte, er habe gewarnt. Es werde eng. Uwe Kern lächelte.``
    """
    is_trade = chunk.noun is not None and chunk.noun.field not in GENERAL_FIELDS and chunk.noun.base not in PROFESSIONS
    next_one = _named_behind_front(notes, context, chunk) if is_trade else None
    if next_one is not None:
        return next_one
    if not is_trade or not notes.is_speaker(context, chunk.span) or not chunk.is_definite or chunk.is_possessive:
        return None
    here = notes.paragraphs[context.number]
    lately = [
        o
        for o in notes.occurrences
        if o.referent.known.is_person and o.referent.known.name is not None and fits(o.referent.known, chunk.gender)
        if context.number - o.sentence <= _LOOK_AHEAD and (o.is_subject or o.is_speaker)
    ]
    if not lately or any(notes.paragraphs[o.sentence] == here for o in lately):
        return None
    if not all(_has_another_trade(o.referent.known, chunk) for o in lately):
        return None
    below = (
        (number, person)
        for number, person, is_subject in notes.bare
        if number > context.number and notes.paragraphs[number] == here and is_subject and person.same is None
    )
    number, person = next(below, (0, None))
    if person is None or person.nouns or not fits(person, chunk.gender):
        return None
    met = any(o.referent.known is person for o in notes.occurrences)
    another = _is_of_another(notes, context, chunk, number, person) or is_told_otherwise(notes, number, person, chunk)
    return None if met or another or _is_another_introduced(notes, context, number, chunk) else person


def _named_behind_front(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose name opens the sentence behind a role that opens a paragraph: *Beim Rat liegt ein Brief. Jan Ott …*.

    So only where the paragraph has told of nobody else yet, and the name is new.
    """
    number = context.number + 1
    opens = chunk.first <= _FRONT and chunk.is_definite and not chunk.is_possessive and not chunk.is_plural
    is_new = context.number == 0 or notes.paragraphs[context.number - 1] != notes.paragraphs[context.number]
    if not (opens and is_new) or number >= len(notes.contexts) or notes.is_in_content(chunk.span):
        return None
    opening = next(iter(notes.chunks[number]), None)
    if opening is None or len(opening.name) < 2 or opening.first != 1 or opening.nouns:
        return None
    if notes.paragraphs[number] != notes.paragraphs[context.number] or not notes.has_no_tail(context, chunk):
        return None
    others = any(one.name or _is_of_a_person(one) for one in notes.chunks[context.number] if one is not chunk)
    bearers = notes.bearers(name_text(opening.name))
    only = bearers[0] if len(bearers) == 1 and not others else None
    if only is None or notes.first.get(id(only)) != number or not fits(only, chunk.gender):
        return None
    if only.nouns and (not _tells_who(notes, number, opening) or are_two_trades([chunk.role], only.nouns)):
        return None
    return None if is_told_otherwise(notes, number, only, chunk) else only


def _is_of_a_person(chunk: Chunk) -> bool:
    return chunk.noun is not None and chunk.noun.kind == "person"


def _follows_another_without_name(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether somebody else without a name has just spoken, who may be named next as well as who speaks now.

    ``Er schlafe nie, sagte der Arzt. Der Primar nannte das „übertrieben“. Jan Ott legte den Dienstplan vor.``
    """
    here, clause = notes.paragraphs[context.number], context.clauses.of(chunk.head)
    reacts = clause is not None and any(
        word.text in ("das", "dies") and following.upos not in ("NOUN", "ADJ", "PROPN")
        for word, following in pairwise(clause.words)
    )
    return (
        chunk.gender is not None
        and reacts
        and any(
            o.is_speaker
            and 0 < context.number - o.sentence <= _TURN
            and notes.paragraphs[o.sentence] == here
            and _is_another_without_name(o.referent.known, chunk)
            for o in notes.occurrences
        )
    )


def _is_another_without_name(person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody is told of by another role of the gender, and has no name so far."""
    is_open = person.is_person and person.name is None and person.reason == "role_unmatched"
    if not is_open or person.gender != chunk.gender or not person.nouns:
        return False
    return not any(
        is_same_role(chunk.role, role) or is_other_word_for(chunk.role, role) or is_other_word_for(role, chunk.role)
        for role in person.nouns
    )


def _named_in_order(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the last of two whom the next sentence names as they spoke: *…, sagt die Wirtin. …, sagt die Köchin*."""
    number = _behind_what_is_said(notes, context, chunk)
    if not notes.is_speaker(context, chunk.span) or number >= len(notes.contexts):
        return None
    if notes.paragraphs[number] - notes.paragraphs[context.number] > 1:
        return None
    spoken = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.is_speaker and 0 < context.number - o.sentence <= _TURN and o.referent.known.is_person
    }
    last = next(iter(spoken.values())) if len(spoken) == 1 else None
    named = [
        person
        for there, person, is_subject in notes.bare
        if there == number and not person.nouns and (is_subject or is_joined(notes, number, person))
    ]
    if last is None or last.name is not None or last.reason != "role_unmatched" or len(named) != 2:
        return None
    met = any(o.referent.known in named for o in notes.occurrences)
    if (
        met
        or any(_is_role(chunk.role, text) for text in last.nouns)
        or not (fits(named[0], last.gender) and fits(named[1], chunk.gender))
    ):
        return None
    last.becomes(named[0])
    return named[1]


@way("named-later")
def named_next(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose bare name opens the next sentence of the paragraph: *…, rechnete dessen Chef vor. Marek Ott …*."""
    number = _behind_what_is_said(notes, context, chunk)
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    opening = next(iter(notes.chunks[number]), None)
    if not notes.is_speaker(context, chunk.span) or opening is None or not opening.name or opening.first != 1:
        return None
    bare = [person for there, person, is_subject in notes.bare if there == number and is_subject]
    bare = [person for person in bare if not person.nouns or _tells_who(notes, number, opening)]
    bare = [person for person in bare if not are_two_trades([chunk.role], person.nouns)]
    fitting = [person for person in bare if fits(person, chunk.gender)]
    return fitting[0] if len(fitting) == 1 and fitting[0] in notes.bearers(name_text(opening.name)) else None


def _behind_what_is_said(notes: Notes, context: Context, chunk: Chunk) -> int:
    """Return the number of the first sentence that is the author's own behind what a mention says."""
    said = {q.sentence for q in notes.quotes if q.speaker is not None and q.speaker.span.overlaps(chunk.span)}
    number = context.number + 1
    while number in said:
        number += 1
    return number


@way("named-later")
def named_as_speaker(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is quoted next under a bare name: *Der Sportchef hält das für verfrüht. „Nie“, so Uwe Grote*."""
    number = context.number + 1
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    opens = chunk.first == 1 and chunk.determiner == "dem"  # Dem Wirt ist das peinlich
    acts = (opens or is_subject_of_clause(context, chunk, chunk.head)) and not notes.is_in_content(chunk.span)
    reports = any(quote.type != "reported" for quote, _ in notes.spoken_by(context, chunk.head))
    following = [q for q in notes.quotes if q.speaker is not None and q.speaker.sentence == number]
    adds = bool(following) and all(q.cue is not None and q.cue.lemma in ADDING for q in following)
    if (
        not acts
        or (
            reports
            and not (adds or _goes_on_so(following) or chunk.determiner in ("dessen", "deren"))
            and not _tells_of_self(notes.contexts[number], following, chunk)
        )
        or any(other.name or _is_somebody_new(other, chunk) for other in notes.chunks[context.number])
    ):
        return None
    spoken = {q.speaker.span.of(notes.text) for q in following if q.speaker is not None}
    bare = [
        person
        for there, person, _ in notes.bare
        if there == number and len(spoken) == 1 and all(said.endswith(person.name or " ") for said in spoken)
    ]
    fitting = [person for person in bare if fits(person, chunk.gender) and person.same is None and not person.nouns]
    met = any(o.referent.known in fitting for o in notes.occurrences)
    return fitting[0] if len(fitting) == 1 and not met else None


def _is_somebody_new(other: Chunk, chunk: Chunk) -> bool:
    """Say whether a sentence tells of another of the gender first: *Die Rätin ließ | eine Ärztin | sprechen*."""
    is_person = other.noun is not None and other.noun.kind == "person" and not other.is_plural
    return is_person and other.is_indefinite and other.gender == chunk.gender is not None


def _goes_on_so(quotes: Sequence[Quote]) -> bool:
    """Say whether a name ends words of whoever was told of before: *Ihr Chef schlug ein Dach vor. „…“, so Jan Ott*."""
    return bool(quotes) and all(quote.type == "direct" and "so-X" in quote.rules for quote in quotes)


def _tells_of_self(context: Context, quotes: Sequence[Quote], chunk: Chunk) -> bool:
    """Say whether who is named goes on about who has just spoken: *…, riet die Ärztin. Sie habe …, sagt Ida Ott*."""
    pronoun = {"Fem": "Sie", "Masc": "Er"}.get(chunk.gender or "")
    opens = pronoun is not None and context.word(1).text == pronoun
    return opens and bool(quotes) and all(q.type == "indirect" and not is_answer(q) for q in quotes)


def _is_another_introduced(notes: Notes, context: Context, number: int, chunk: Chunk) -> bool:
    """Say whether another acts before the name who is first told of: *Eine Helferin trat auf. …, so Ida Ott*."""
    return any(
        one.is_indefinite and not one.name and one.gender == chunk.gender is not None
        for there in range(context.number + 1, number)
        for one in notes.chunks[there]
        if one.noun is not None and one.noun.kind == "person" and not one.is_plural
        if is_subject_of_clause(notes.contexts[there], one, one.head)
        or (chunk.is_possessive and lets_speak(notes.contexts[there]))
    )


def _is_of_whom_is_taken_up(notes: Notes, context: Context, number: int) -> bool:
    """Say whether *dieser* tells of another before the name: *…, sagte der Wirt zum Koch. Dieser lachte. …, so Ott*."""
    between = notes.contexts[number - 1]
    opening = between.words(1, min(2, between.length))
    told = notes.contexts[number].word(1).text in OF_SELF
    if number - 1 <= context.number or not told or len(opening) < 2:
        return False
    shown = opening[0].text in ("Dieser", "Diese") and opening[1].upos in ("VERB", "AUX")
    return shown or (opening[0].text in ("Der", "Die") and opening[1].text == ",")  # Der, den er meint, lacht


def _is_of_whoever_acts(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether who acts is told without a name, too, beside a phrase: *Die Gerügte erfuhr es | vom Pfarrer*."""
    if chunk.preposition is None or _acts(notes, context, chunk):
        return False
    others = (one for one in notes.chunks[context.number] if one is not chunk and one.is_definite and not one.name)
    return any(
        _acts(notes, context, one) and fits(person, one.gender)
        for one in others
        if one.nouns and not one.is_plural and not notes.is_in_content(one.span)
        if AFFECTED_RE.fullmatch(one.nouns[-1].text) or (one.noun is not None and one.noun.kind == "person")
    )


def is_told_otherwise(notes: Notes, number: int, person: Referent, chunk: Chunk) -> bool:
    """Say whether a clause behind the name gives another role: *die Gutachterin. … Ott, die angeklagt ist*."""
    named = next((one for one in notes.chunks[number] if one.name and name_text(one.name) == person.name), None)
    return named is not None and tells_another(
        notes, notes.contexts[number], named, [word.text for word in chunk.nouns]
    )


def _heads_another(notes: Notes, number: int, person: Referent, chunk: Chunk) -> bool:
    """Say whether a name stands with whose head that is: *…, sagte der Trainer. Jan Ott, der Chef der Feuerwehr, …*."""
    chunks = notes.chunks[number]
    place = next((at for at, one in enumerate(chunks) if one.name and name_text(one.name) == person.name), None)
    if place is None or place + 1 >= len(chunks) or place + 1 not in notes.tails[number]:
        return False
    post, last = chunks[place + 1], notes.end_of(number, place)
    apposed = (
        post.first == last + 2 and post.determiner in ("der", "die") and post.role.casefold() in ("chef", "chefin")
    )
    return (
        apposed and notes.tails[number][place + 1] != place and not chunk.role.casefold().endswith(("chef", "chefin"))
    )


def _goes_on_telling(notes: Notes, context: Context, chunk: Chunk, number: int, person: Referent) -> bool:
    """Say whether the next sentence says who that is: *…, sagte ihre Sprecherin. Ida Ott ist Hydrologin*."""
    is_next = number == _behind_what_is_said(notes, context, chunk)
    opening = next(iter(notes.chunks[number]), None) if is_next else None
    if (
        opening is None
        or not opening.name
        or opening.first != 1
        or person not in notes.bearers(name_text(opening.name))
    ):
        return False
    return _tells_who(notes, number, opening) and not are_two_trades([chunk.role], person.nouns)


def _tells_who(notes: Notes, number: int, opening: Chunk) -> bool:
    """Say whether the verb behind a name says who that is: *Ida Ott war früher Hydrologin*."""
    words = notes.contexts[number].sentence.words
    return opening.last < len(words) and words[opening.last].text in ("ist", "war")


def _speaks_for_another(notes: Notes, context: Context, chunk: Chunk, number: int) -> bool:
    """Say whether the sentence before a name tells through whom somebody spoke: *ließ er über seine Anwältin sagen*."""
    before = notes.chunks[number - 1] if number > context.number + 1 else []
    through = [one for one in before if one.preposition in ("über", "durch") and one.is_possessive and one is not chunk]
    return any(one.noun is not None and one.noun.kind == "person" for one in through)


def _is_told_lately(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether somebody of the gender that a noun marks has acted lately who may be meant as well.

    Nobody of another trade is, of whom another paragraph has told.
    """
    here = notes.paragraphs[context.number]
    return any(
        o.referent.known.name is not None
        and o.referent.known.is_person
        and o.referent.known.gender == chunk.gender is not None
        and context.number - o.sentence <= _LOOK_AHEAD
        and (o.is_subject or o.is_speaker)
        and not excludes(o.referent.known, chunk)
        and takes_role(o.referent.known, chunk, with_another_role=True)
        and not (notes.paragraphs[o.sentence] != here and _has_another_trade(o.referent.known, chunk))
        for o in notes.occurrences
    )


def _has_another_trade(person: Referent, chunk: Chunk) -> bool:
    """Say whether the article tells a role of somebody of another field than a noun: *Landwirt*, *Regisseur*."""
    fields, noun = fields_of(person), chunk.noun
    if not fields or noun is None or noun.field in GENERAL_FIELDS:
        return False
    return noun.field not in fields or (noun.field == "business" and _are_other_trades(person, chunk))


def _are_other_trades(person: Referent, chunk: Chunk) -> bool:
    """Say whether nobody of two trades has both: *Wirt*, *Landwirt*; whoever owns or runs something may be either."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None and noun.field == "business"]
    bases = {noun.base for noun in known} | {chunk.noun.base if chunk.noun is not None else ""}
    return bases.isdisjoint(_OF_ANY_TRADE) and not any(
        _is_role(chunk.role, text) or is_other_word_for(text, chunk.role) for text in person.nouns
    )


def _is_of_another(notes: Notes, context: Context, chunk: Chunk, number: int, person: Referent) -> bool:
    """Say whether somebody else without a name is told of nearer to a name: *der Wirt. Sein Bruder lacht. Eike …*.

    In the same sentence who acts is nearer than who does not: *Im Prozess gegen den Wirt sagte die Köchin aus. Eike …*.
    """
    first = context.number + _acts(notes, context, chunk)
    return any(
        _is_rival(notes, chunk, other, person)
        for there in range(first, number)
        if notes.paragraphs[there] == notes.paragraphs[number] or there == number - 1
        for other in notes.chunks[there]
        if other is not chunk and (_acts(notes, notes.contexts[there], other) or _is_sent(notes, there, other))
    )


def _acts(notes: Notes, context: Context, chunk: Chunk) -> bool:
    return is_subject_of_clause(context, chunk, chunk.head) or notes.is_speaker(context, chunk.span)


def _is_sent(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether somebody has another speak: *ließ er | seine Anwältin | erklären*."""
    clause = notes.contexts[number].clauses.of(chunk.head)
    causes = clause is not None and clause.finite is not None and lemma_of(clause.finite) == "lassen"
    return causes and chunk.is_possessive and chunk.preposition is None


def _is_rival(notes: Notes, chunk: Chunk, other: Chunk, person: Referent) -> bool:
    """Say whether a phrase is of somebody else than another, who is not known by a name and may be the person."""
    noun, first = other.noun, chunk.noun
    if noun is None or noun.kind != "person" or other.name or other.is_plural or not other.is_definite:
        return False
    if noun.field in ("age", "origin", "party") or notes.is_in_content(other.span) or not fits(person, other.gender):
        return False
    one, two = chunk.role, other.role
    differ = chunk.gender is not None and other.gender is not None and chunk.gender != other.gender
    if not (differ or other.is_possessive or are_two_offices(one, two)) and is_office(one) != is_office(two):
        return False
    if is_same_role(one, two) or is_other_word_for(one, two) or is_other_word_for(two, one) or first is None:
        return False
    return not any(is_same_role(two, text) for known in notes.named.values() for text in known.nouns)


@way("named-later")
def presented_next(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is named next where a phrase presents somebody: *Als Zeuge erschien | der Koch. Jan Ott hatte …*."""
    clause, number = context.clauses.of(chunk.head), context.number + 1
    opens = context.word(1).text == "Als" and clause is not None and clause.finite is not None
    if not opens or clause is None or clause.finite is None or chunk.first != clause.finite.index + 1:
        return None
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    opening = next(iter(notes.chunks[number]), None)
    named = [person for there, person, _ in notes.bare if there == number]
    if opening is None or opening.first != 1 or len(opening.name) < 2 or len(named) != 1:
        return None
    is_it = named[0] in notes.bearers(name_text(opening.name)) and fits(named[0], chunk.gender)
    if not is_it or not chunk.is_definite or chunk.is_possessive or chunk.is_plural:
        return None
    _take_as(notes, context, named[0])
    return named[0]


def _take_as(notes: Notes, context: Context, person: Referent) -> None:
    """Give somebody the role behind *Als* that opens a sentence: *Als | Zeuge | erschien der Koch*."""
    first = next(iter(notes.chunks[context.number]), None)
    if first is None or first.first > len(("Als", "Zeuge")) or first.name or first.noun is None:
        return
    before = notes.by_head.get((context.number, first.head.index))
    if before is not None and before.known.is_person and before.known.name is None:
        before.becomes(person)
    person.takes(first)


@way("called")
def called_here(notes: Notes, context: Context, place: int) -> Referent | None:
    """Return whom a phrase means behind which the name follows, and learn it of them: *Die Ältere heißt Ida Ott*."""
    chunk, chunks = notes.chunks[context.number][place], notes.chunks[context.number]
    verb = chunk.last + 1
    named = called_that(notes, context, chunk)
    if named is None:
        if chunk.name or verb >= context.length or context.word(verb).text.lower() not in CALLED:
            return None
        named = next((one for one in chunks if one.name and one.first == verb + 1), None)
    bearers = notes.bearers(name_text(named.name)) if named is not None else []
    if len(bearers) != 1 or not bearers[0].is_person:
        return None
    told = _told_without_name(notes, context, chunk)
    if told is not None and fits(told, bearers[0].gender):
        told.becomes(bearers[0])
    bearers[0].takes(chunk)
    return bearers[0]


def _told_without_name(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who was told of lately by the role of a phrase or a word for it: *eine Lehrerin. … | Die Pädagogin*."""
    if not chunk.is_definite or chunk.is_plural or chunk.noun is None or chunk.noun.kind != "person":
        return None
    lately = (o for o in reversed(notes.occurrences) if context.number - o.sentence <= _LOOK_AHEAD)
    nameless = [o.referent.known for o in lately if o.referent.known.is_person and o.referent.known.name is None]
    anyone = chunk.noun.field in ("age", "origin") or chunk.noun.base in ("Mann", "Frau")
    fitting = [
        one
        for one in nameless
        if fits(one, chunk.gender) and (anyone or any(_is_role(chunk.role, noun) for noun in one.nouns))
    ]
    return fitting[0] if len({id(one) for one in fitting}) == 1 else None


def _is_role(role: str, earlier: str) -> bool:
    return is_same_role(role, earlier) or is_other_word_for(role, earlier)


@way("called")
def called_next(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the next sentence names as whoever was told of last: ``sagt ihre Gegnerin. Die heißt Ida Ott``."""
    if context.number + 1 >= len(notes.contexts) or chunk.is_plural or not chunk.is_definite:
        return None
    following = notes.contexts[context.number + 1]
    opening = [word.text.lower() for word in following.sentence.words[:2]]
    if len(opening) < 2 or opening[0] not in _TAKING_UP or opening[1] not in CALLED:
        return None
    names = [one for one in notes.chunks[following.number] if one.name and one.first == len(opening) + 1]
    bearers = notes.bearers(name_text(names[0].name)) if names else []
    return bearers[0] if len(bearers) == 1 and fits(bearers[0], chunk.gender) else None


def is_joined(notes: Notes, number: int, person: Referent) -> bool:
    """Say whether a sentence names somebody together with another: *Sandra und Philipp Ott*, who are new both."""
    words = [word.text for word in notes.contexts[number].sentence.words]
    return any(
        "und"
        in (words[chunk.first - 2] if chunk.first > 1 else "", words[chunk.last] if chunk.last < len(words) else "")
        for chunk in notes.chunks[number]
        if chunk.name and person in notes.bearers(name_text(chunk.name))
    )


def _look_ahead(notes: Notes, here: int, there: int, *, is_subject: bool) -> int:
    return _LOOK_AHEAD if is_subject and notes.paragraphs[here] == notes.paragraphs[there] else 2


def _is_told_of_here(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether the paragraph has named somebody of the gender before, who may be what the noun says."""
    here = notes.paragraphs[context.number]
    return any(
        o.referent.known.name is not None
        and o.referent.known.is_person
        and o.referent.known.gender == chunk.gender is not None
        and notes.paragraphs[o.sentence] == here
        and not excludes(o.referent.known, chunk)
        for o in notes.occurrences
    )


def _introduces(notes: Notes, here: int, there: int, *, within: bool) -> bool:
    """Say whether a sentence is near enough to name somebody: in the paragraph, or at the start of the next."""
    if notes.paragraphs[here] == notes.paragraphs[there]:
        return True
    return (
        not within
        and notes.paragraphs[there] == notes.paragraphs[here] + 1
        and notes.paragraphs[there - 1] != notes.paragraphs[there]
    )


def _has_other_role(notes: Notes, person: Referent, chunk: Chunk) -> bool:
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(noun.field not in GENERAL_FIELDS for noun in known) and not any(
        is_same_role(chunk.role, text) or is_other_word_for(chunk.role, text) for text in person.nouns
    )
