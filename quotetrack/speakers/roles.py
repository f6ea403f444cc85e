"""From a role to whoever has it: *die Ministerin* to the *Umweltministerin*, *der Coach* to the *Trainer*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.affected import affected, is_affected, of_the_same_verb
from quotetrack.speakers.announced import announces, comes_back_at_another, told_by_a_mark
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import of_the_compound_deed, of_the_deed
from quotetrack.speakers.denials import who_denied
from quotetrack.speakers.disjoint_reference import never_meant
from quotetrack.speakers.elimination import by_age, introduces, is_of_no_name, the_only_one_left
from quotetrack.speakers.family_ties import of_the_family
from quotetrack.speakers.first_parts import of_the_first_part
from quotetrack.speakers.in_focus import in_focus, still_speaking
from quotetrack.speakers.in_view import by_salience, is_general, only_one, only_one_of_state
from quotetrack.speakers.just_named import just_named
from quotetrack.speakers.kindred import (
    of_a_kindred_body,
    of_a_kindred_word,
    of_the_field,
    of_the_firm,
    of_the_party,
    of_the_same_body,
    told_in_brackets,
)
from quotetrack.speakers.later_names import (
    called_next,
    is_told_otherwise,
    named_as_speaker,
    named_in_new_paragraph,
    named_later,
    named_next,
    presented_next,
)
from quotetrack.speakers.matches import of_the_match
from quotetrack.speakers.named_in_answers import named_in_the_answer
from quotetrack.speakers.nameless import unnamed, unresolved
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.opposites import opposite, victim
from quotetrack.speakers.origins import from_there
from quotetrack.speakers.participle_nouns import who_did_it
from quotetrack.speakers.predicates import told_by_adjective
from quotetrack.speakers.receivers import receiver
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.relations import is_relation, related, tied_to_another
from quotetrack.speakers.role_bearers import (
    bare_in_focus,
    by_another_word,
    called_by_another_word,
    head_of_the_body,
    head_of_the_owner,
    head_of_whom_it_tells,
    is_of_another_named_body,
    is_of_another_place,
    is_told_elsewhere,
    with_role,
)
from quotetrack.speakers.salience import fits
from quotetrack.speakers.speaking_people import is_said_by_one
from quotetrack.speakers.succession import of_the_succession
from quotetrack.speakers.told_before import (
    RELATIONS,
    before_colleague,
    child,
    colleague_just_named,
    colleague_told_of,
    just_met,
    just_presented,
    parent,
)
from quotetrack.speakers.told_in_clauses import (
    described_by_deed,
    is_told_of_several,
    told_by_phrase,
    told_in_clause,
    who_did_so,
)
from quotetrack.speakers.told_with import told_with_the_same
from quotetrack.speakers.trials import the_accused
from quotetrack.speakers.turns import who_answers
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import state_in

_OF_OFFICE_RE: Final = regex.compile(
    r"(?:zuständig|ehemalig|früher|amtierend|damalig|scheidend|langjährig|anwesend|alt|jung|jünger|älter|\d+-?jährig"
    r"|parteilos|gebürtig|gelernt|lächelnd|sichtlich|frischgebacken|einstig|verstorben|angetrunken|pensioniert)e[nrm]?"
)
_HEADLINES: Final = 3
_NEVER: Final = 99
WIDOWED: Final = frozenset({"Witwe", "Witwer"})
_HURT: Final = frozenset("Verletzter Schwerverletzter Verunglückter Verstorbener Getöteter Toter Opfer".split())
"""Nouns for those to whom something has happened."""
_SO: Final = frozenset({"so", "derart", "dermaßen", "dermassen", "solcherart", "solchermaßen"})
_JUST: Final = 2
_FOCUS: Final = 3
_ANY: Final = ("zum ", "zur ", "beim ")
"""Beginnings of phrases for anybody of a trade, in what somebody says of nobody in particular: *zum Hausarzt*."""
_TOLD_OFF: Final = frozenset({"Beschuldigter"})
"""Nouns for whom the sentence before may have blamed: *die Beschuldigte*."""


def is_a_person(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether *der Betriebsrat* is a man of that role whom the article names, rather than the body."""
    if chunk.is_plural or not chunk.nouns:
        return False
    if _is_member_speaking(notes, context, chunk):
        return True
    if chunk.gender == "Fem" or any(_OF_OFFICE_RE.fullmatch(word.text) for word in chunk.adjectives):
        return True
    return any(is_same_role(chunk.role, noun) for person in notes.named.values() for noun in person.nouns) and not any(
        known.kind == "organisation" and chunk.nouns[-1].text in known.nouns for known in notes.referents
    )


def _is_member_speaking(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether who has just acted has a post in the body and says something: *Finanzdirektor Ott. …, sagt der …*."""
    if not any(is_said_by_one(quote) for quote, _ in notes.spoken_by(context, chunk.head)):
        return False
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and (o.is_subject or o.is_speaker)]
    if not near or near[-1].is_in_content or notes.paragraphs[near[-1].sentence] != notes.paragraphs[context.number]:
        return False
    last = near[-1].referent.known
    return last.is_person and any(is_other_word_for(chunk.role, noun) for noun in last.nouns)


def by_role(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent:
    """Return whom a role means, a new nameless one where nobody has it."""
    chunk = notes.chunks[context.number][place]
    if chunk.is_indefinite or _stands_beside(context, chunk) or _points_ahead(context, chunk):
        return unnamed(notes, context, place, "anonymous")
    noun = chunk.noun
    there = from_there(notes, context, chunk)
    if there is not None:
        there.takes(chunk)
        return there
    if noun is None or (chunk.determiner is None and not chunk.possessor and not _has_role(notes, chunk)):
        return unnamed(notes, context, place, "role_unmatched")
    if announces(notes, context, chunk):
        found = (
            told_by_a_mark(notes, context, chunk)
            or told_in_clause(notes, context, chunk, owner)
            or told_by_phrase(notes, context, chunk)
            or described_by_deed(notes, context, chunk)
            or of_the_firm(notes, context, chunk)
            or _named_once(notes, context, chunk)
        )
    else:
        found = told_by_a_mark(notes, context, chunk) or _bearer(notes, context, place, owner)
    if found is None:
        return unnamed(notes, context, place, "role_unmatched")
    if found.reason == "ambiguous" and found.name is None:
        return found
    found.takes(chunk)
    found.state = found.state or state_in(chunk)
    return found


def _points_ahead(context: Context, chunk: Chunk) -> bool:
    """Say whether a clause behind *jene Frau* tells who is meant, of whom nothing was told: *jene Frau, | die …*."""
    behind = context.words(chunk.last + 1, min(chunk.last + 2, context.length))
    pointing = chunk.words[0].text.lower() in ("jener", "jene", "jenem", "jenen", "derjenige", "diejenige")
    return pointing and [word.text for word in behind] in ([",", "der"], [",", "die"], [",", "dem"])


def _named_once(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the article names soon behind a description, unless it comes back to that where it names another."""
    found = named_later(notes, context, chunk)
    if found is None or comes_back_at_another(notes, {context.number}, notes.first[id(found)], found):
        return None
    return found


def _bearer(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whoever has the role, by what the article says of people; else whom the text is about."""
    chunk = notes.chunks[context.number][place]
    found = presented_next(notes, context, chunk) or _of_whom_it_is_told(notes, context, chunk, owner)
    if found is None and _is_of_nobody_else(chunk):
        return named_next(notes, context, chunk) or named_as_speaker(notes, context, chunk)
    if found is None:
        found = _named_kin(notes, context, chunk)
    in_headline = found if found is not None and _is_only_in_headline(notes, found) else None
    found = None if in_headline is not None else found
    quoted = named_as_speaker(notes, context, chunk) if found is None else None
    if quoted is not None:
        return quoted
    if found is None and introduces(notes, chunk):
        return None if is_of_no_name(notes, chunk) else _new_by_now(notes, context, chunk)
    if found is None and notes.has_no_tail(context, chunk) and _is_one_of_several(notes, chunk):
        return _who_denied_so(notes, context, chunk) or unresolved(notes, chunk)
    if found is None and is_told_of_several(notes, context, chunk):
        return unresolved(notes, chunk)
    if found is None and _is_of_one_ruled_out(notes, context, chunk):
        return in_headline
    if found is None:
        return _in_view(notes, context, place, owner) or in_headline
    return _named_by_now(notes, context, chunk, found)


def _new_by_now(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who has just been named first, or is soon: *Ida Ott beruhigt das nicht. …, so | die kommissarische …*."""
    return just_named(notes, context, chunk) or named_later(notes, context, chunk)


@way("in-focus")
def _who_denied_so(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return which of several of one role has just denied something: *Ott wies das zurück. …, sagte der Zeuge*."""
    found = who_denied(notes, context) if notes.is_speaker(context, chunk.span) else None
    return found if found is not None and found.name and found.is_person and fits(found, chunk.gender) else None


def _named_kin(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is named next with the surname of another: *…, sagte die Tochter. Ida Ott war angereist*."""
    noun = chunk.noun
    found = named_next(notes, context, chunk) if noun is not None and noun.field == "family" else None
    surname = found.name.split(" ")[-1] if found is not None and found.name else None
    others = [name for name, person in notes.named.items() if person is not found and name.split(" ")[-1] == surname]
    return found if others else None


def _is_of_one_ruled_out(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether the very role is of somebody who cannot be meant here, so that nobody else of the text has it."""
    told = chunk.role.casefold()
    bearers = [person for person in notes.named.values() if told in map(str.casefold, person.nouns)]
    bearers = [person for person in bearers if notes.distance(context, person) < _NEVER]
    return bool(bearers) and {id(person) for person in bearers} <= never_meant(notes, context, chunk.head)


def _of_whom_it_is_told(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return to whom the article gives the role: as a relation of somebody, by party, by the word or another for it."""
    called = called_next(notes, context, chunk) if notes.is_speaker(context, chunk.span) else None
    told = (
        called
        or of_the_family(notes, context, chunk, owner)
        or child(notes, chunk, owner)
        or parent(notes, chunk)
        or of_the_succession(notes, context, chunk)
        or head_of_the_owner(notes, chunk, owner)
    )
    if told is not None:
        return told
    found = _tied(notes, context, chunk, owner)
    if found is not None or _is_of_nobody_else(chunk):
        return found
    if chunk.noun is not None and not (chunk.noun.field in RELATIONS and chunk.is_possessive):
        found = _with_role_or_word(notes, context, chunk, owner)
    return found or _by_what_happened(notes, context, chunk, owner)


def _tied(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whom the article ties to the owner of a possessive or to the last speaker: *sein*, *der Kollege*."""
    new = colleague_just_named(notes, context, chunk) or colleague_told_of(notes, context, chunk)
    if new is not None:
        return new
    teller = before_colleague(notes, context, chunk)
    is_tie = teller is not None or (is_relation(chunk) and not _is_of_body_before(chunk, owner))
    found = related(notes, context, chunk, teller or owner) if is_tie else None
    found = None if found is not None and is_of_another_named_body(notes, context, chunk, found) else found
    if found is not None and found.is_dead and notes.is_speaker(context, chunk.span):
        return None
    return opposite(notes, context, chunk) if found is None and chunk.is_possessive else found


def _with_role_or_word(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return who has the role by the word, by another word for it, or by a body or a clause that tells it."""
    return (
        of_the_party(notes, chunk)
        or receiver(notes, context, chunk)
        or told_by_adjective(notes, context, chunk)
        or _with_same_role(notes, context, chunk, owner)
        or told_with_the_same(notes, context, chunk)
        or just_met(notes, context, chunk)
        or of_a_kindred_body(notes, context, chunk)
        or of_the_same_body(notes, context, chunk)
        or of_the_firm(notes, context, chunk)
        or told_in_brackets(notes, context, chunk)
        or told_in_clause(notes, context, chunk, owner)
        or _by_phrase_or_word(notes, context, chunk, owner)
        or called_by_another_word(notes, context, chunk, owner)
        or head_of_the_body(notes, chunk)
        or head_of_whom_it_tells(notes, context, chunk)
        or of_the_first_part(notes, context, chunk)
        or tied_to_another(notes, context, chunk)
    )


def _by_phrase_or_word(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return who is near and has a role for which the noun is another word, else of whom a clause tells the noun."""
    other = by_another_word(notes, context, chunk, owner)
    if other is not None and other.name is not None and notes.distance(context, other) <= _JUST:
        return other
    return told_by_phrase(notes, context, chunk) or other


def _by_what_happened(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return whom the role means by their age, by what they did, or by what was done to them."""
    return (
        of_the_match(notes, context, chunk)
        or the_accused(notes, context, chunk)
        or by_age(notes, context, chunk)
        or told_in_clause(notes, context, chunk, owner)
        or told_by_phrase(notes, context, chunk)
        or _by_deed(notes, context, chunk)
        or opposite(notes, context, chunk)
        or victim(notes, context, chunk)
        or _to_whom_it_was_done(notes, context, chunk)
    )


def _by_deed(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom alone the article tells to do what a role does; nobody where it tells that of another, too."""
    if is_told_of_several(notes, context, chunk):
        return None
    return (
        who_did_it(notes, context, chunk)
        or who_did_so(notes, context, chunk)
        or of_the_deed(notes, context, chunk)
        or of_the_compound_deed(notes, context, chunk)
    )


def _to_whom_it_was_done(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return to whom the article tells that it was done, for a participle that is a known noun: *die Geehrte*."""
    bare = bool(chunk.nouns) and chunk.is_definite and not chunk.is_possessive
    return of_the_same_verb(notes, context, chunk) if bare and is_affected(chunk.nouns[-1].text) else None


@way("role")
def _with_same_role(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    found = with_role(notes, context, chunk, owner, is_same_role)
    if found is None or not (_is_called_by_less(chunk, found) or _is_unmet_compound(notes, context, chunk, found)):
        return found
    other = with_role(notes, context, chunk, owner, is_other_word_for)
    reach = _JUST + 1 if found.name is not None and notes.distance(context, found) == _NEVER else _NEVER
    is_met = other is not None and other.name is not None and notes.distance(context, other) < reach
    return other if is_met else found


def _is_unmet_compound(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether only a compound calls somebody so of whom the text has not spoken: *der Bauer*, no Altbauer yet."""
    is_told = chunk.nouns[-1].text in person.nouns or chunk.role in person.nouns
    return person.name is not None and not is_told and notes.distance(context, person) == _NEVER


def _is_called_by_less(chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody is only whose *Chef* he is, who is not the *Rathauschef*, as the mayor is."""
    noun = chunk.nouns[-1].text
    fitting = {role for role in person.nouns if is_same_role(noun, role)}
    return bool(fitting) and noun not in fitting and fitting <= {"Chef", "Chefin"}


def _is_of_nobody_else(chunk: Chunk) -> bool:
    """Say whether a phrase is of somebody's spouse, or of *dessen Anwalt*: nobody named elsewhere."""
    base = chunk.noun.base if chunk.noun is not None else ""
    return (base in ("Mann", "Frau") and chunk.is_possessive) or (chunk.determiner or "") in ("dessen", "deren")


def _is_of_body_before(chunk: Chunk, owner: Referent | None) -> bool:
    """Say whether *dessen Chef* is of a body, which nobody is tied to as to a person."""
    return chunk.determiner in ("dessen", "deren") and owner is not None and owner.known.kind == "organisation"


def _named_by_now(notes: Notes, context: Context, chunk: Chunk, found: Referent) -> Referent:
    """Return whose name somebody told of without one has by now, or gets soon."""
    is_open = found.name is None and found.reason == "role_unmatched"
    if not is_open or (chunk.noun is not None and chunk.noun.field == "family"):
        return found
    later = _just_in_focus(notes, context, chunk)
    later = later or named_later(notes, context, chunk) or bare_in_focus(notes, context, chunk)
    if later is None or _was_named_before(notes, later, found):
        return found
    if is_told_otherwise(notes, notes.first[id(later)], later, chunk):
        return found
    found.becomes(later)
    return later


def _just_in_focus(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whom the sentence before names first and bare: *Der Pfarrer … . Jan Ott ist 38. …, so der Geistliche*."""
    found = bare_in_focus(notes, context, chunk)
    first = None if found is None else notes.first.get(id(found))
    if first is None or not 0 < context.number - first <= _FOCUS:
        return None
    said = {quote.sentence for quote in notes.quotes}
    between = range(first + 1, context.number)  # „…“, brummt Jan Ott. „…“ Der Geistliche …
    return found if all(number in said for number in between) else None


def _was_named_before(notes: Notes, person: Referent, nameless: Referent) -> bool:
    """Say whether the article names somebody before it tells of another without a name, who then is not the first."""
    places = [o for o in notes.occurrences if o.referent.known is nameless.known]
    told = [o.sentence for o in places if not o.is_in_content] or [o.sentence for o in places]
    return bool(told) and notes.first.get(id(person), told[0]) < told[0]


def _is_so_treated(context: Context, chunk: Chunk) -> bool:
    """Say whether a noun tells what was just done to somebody: *die | so | Beschuldigte*, who need be in no court."""
    noun = chunk.nouns[0]
    return noun.index > 1 and context.word(noun.index - 1).text in _SO and is_affected(chunk.nouns[-1].text)


#: What stands before a trade that somebody has beside what they do now.
_LEARNT_RE: Final = regex.compile(r"(?:gelernt|studiert|promoviert|ausgebildet|habilitiert)e[nrm]?")
#: A subject so near to the start opens its sentence.
_FRONT: Final = 6


def _in_view(notes: Notes, context: Context, place: int, owner: Referent | None) -> Referent | None:
    """Return whom a role means of which the article has not told: whom the text is about, or who is left."""
    chunk = notes.chunks[context.number][place]
    noun = chunk.noun
    if noun is None or noun.base == "Mitangeklagter":
        return None  # never the one in view, but the other
    if is_told_elsewhere(notes, context, chunk) or _is_put_last(notes, context, chunk):
        return named_later(notes, context, chunk)
    if notes.is_in_content(chunk.span) and chunk.span.of(notes.text).startswith(_ANY):
        return None  # Wer Husten habe, gehöre zum Hausarzt
    is_attribute = place in notes.tails[context.number].values() and not _makes_statement(notes, context, place)
    found = _who_has_learnt_it(notes, context, chunk)
    told_off = noun.base in _TOLD_OFF and notes.is_speaker(context, chunk.span) and notes.has_no_tail(context, chunk)
    if found is None and (told_off or _is_so_treated(context, chunk)):
        found = affected(notes, context, chunk)
        found = found if found is not None and found.name is not None else None
    if found is None and (noun.field in ("age", "origin", "party") or is_general(notes, chunk)):
        found = by_salience(notes, context, chunk, owner)
    if found is None and (noun.field != "family" or noun.base in WIDOWED) and not is_attribute:
        found = (
            only_one_of_state(notes, chunk)
            or _new_in_paragraph(notes, context, chunk)
            or just_named(notes, context, chunk)
            or of_a_kindred_word(notes, context, chunk)
            or who_answers(notes, context, chunk)
            or in_focus(notes, context, chunk, with_another_role=False)
            or of_the_field(notes, context, chunk)
            or still_speaking(notes, context, chunk)
            or named_later(notes, context, chunk)
            or named_in_the_answer(notes, context, chunk)
            or in_focus(notes, context, chunk, with_another_role=True)
        )
    own = noun.field == "family" and notes.is_in_content(chunk.span)  # Die Mutter habe geschwiegen, sagt Ott: hers
    own = own and not notes.is_speaker(context, chunk.span)
    if found is None and not (chunk.is_possessive or is_attribute or own) and notes.has_no_tail(context, chunk):
        found = (
            just_presented(notes, context, chunk)
            or only_one(notes, context, chunk)
            or the_only_one_left(notes, context, chunk)
        )
    if found is not None and (
        _is_named_beside(notes, context, chunk, found)
        or _tells_of_hurt(notes, context, chunk, found)
        or _is_met_by_another(notes, context, chunk, found)
        or is_of_another_place(notes, context, chunk, found)
    ):
        return None
    return found


def _is_put_last(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether a subject stands behind a participle in front and its verb, as somebody new does.

    ``Geschrieben hat den Brief | die Direktorin. Ida Ott räumt das ein``; but *Das bestritt die Direktorin*.
    """
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    front = context.word(1)
    if finite is None or finite.index != 2 or chunk.first < 3 or chunk.is_possessive or not chunk.is_definite:
        return False
    ends = chunk.last + 1 >= context.length or context.word(chunk.last + 1).text in (".", ",")
    participle = front.features.get("VerbForm") == "Part" and finite.upos == "AUX"
    marked = chunk.determiner == {"Masc": "der", "Fem": "die"}.get(chunk.gender or "")  # no der Besuch der Ministerin
    return ends and participle and marked and chunk.preposition is None


@way("in-focus")
def _who_has_learnt_it(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return of whom the sentence before is, for a trade beside any: *Der Wirt lacht. …, so der gelernte Koch*."""
    if not any(_LEARNT_RE.fullmatch(word.text) for word in chunk.adjectives) or not notes.is_speaker(
        context, chunk.span
    ):
        return None
    number = context.number - 1
    if number < 0 or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    here = [o for o in notes.occurrences if o.sentence == number and o.is_subject and not o.is_in_content]
    people = {id(o.referent.known): o.referent.known for o in here if o.referent.known.is_person and o.place < _FRONT}
    only = next(iter(people.values())) if len(people) == 1 else None
    return only if only is not None and only.name is not None and fits(only, chunk.gender) else None


def _new_in_paragraph(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return who is named below in a paragraph that a role opens, unless they come back at who has the role."""
    found = named_in_new_paragraph(notes, context, chunk)
    if found is None or comes_back_at_another(notes, {context.number}, notes.first[id(found)], found):
        return None
    return found


def _is_met_by_another(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody else turns to an office of whom no role is told: *Ott rief | den Bürgermeister | an*."""
    is_office = chunk.noun is not None and chunk.noun.field == "politics" and not (person.nouns or chunk.adjectives)
    is_office = is_office and chunk.preposition in (None, "mit")
    if not is_office or notes.distance(context, person) == _NEVER or notes.is_speaker(context, chunk.span):
        return False
    if chunk.determiner in ("den", "dem"):
        return True
    if is_subject_of_clause(context, chunk, chunk.head):
        return False
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < chunk.first]
    return any(o.is_subject and o.referent.is_person and o.referent.known is not person for o in here)


def _tells_of_hurt(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether somebody has just told of what happened, and not to them: *…, sagte Ott. Der Verletzte …*."""
    if chunk.noun is None or chunk.noun.base not in _HURT:
        return False
    near = (o for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _JUST)
    return any(o.referent.known is person for o in near)


def _is_named_beside(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> bool:
    """Say whether the sentence names somebody before a noun, as an object: *Fragt man Petersen, schlief der Lotse*."""
    here = [o for o in notes.occurrences if o.sentence == context.number and o.referent.known is person]
    named = [o for o in here if o.chunk is not None and o.chunk.name and o.place < chunk.first]
    return bool(named) and not any(o.is_subject or o.is_speaker or o.is_in_content for o in here)


def _is_only_in_headline(notes: Notes, person: Referent) -> bool:
    """Say whether a headline alone has told of somebody without a name, who may be anybody of the article."""
    if person.name is not None:
        return False
    places = [o.sentence for o in notes.occurrences if o.referent.known is person.known]
    return bool(places) and all(_is_headline(notes, number) for number in places)


def _is_headline(notes: Notes, number: int) -> bool:
    words = notes.contexts[number].sentence.words
    alone = sum(one == notes.paragraphs[number] for one in notes.paragraphs) == 1
    return number < _HEADLINES and alone and words[-1].text not in (".", "!", "?", "“", "«", "”")


def _makes_statement(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a phrase is the genitive of a statement, whose speaker it is: *nach den Worten der Kreischefin*."""
    tails, chunks = notes.tails[context.number], notes.chunks[context.number]
    owner = next((chunks[one] for one, tail in tails.items() if tail == place), None)
    noun = owner.noun if owner is not None else None
    return noun is not None and noun.kind == "statement"


def _stands_beside(context: Context, chunk: Chunk) -> bool:
    """Say whether somebody is new, told from somebody known by where they are: *die Frau neben ihr*."""
    words = context.sentence.words
    following = words[chunk.last : chunk.last + 2]
    return (
        len(following) == 2
        and following[0].text.lower() in ("neben", "hinter", "vor", "gegenüber", "bei", "mit", "unter")
        and following[1].text.lower() in ("ihr", "ihm", "ihnen", "sich")
    )


def _is_one_of_several(notes: Notes, chunk: Chunk) -> bool:
    """Say whether several of that role were introduced together: *zwei Zeugen*, then *der Zeuge*."""
    return any(
        group.is_plural
        and not group.members
        and group.is_counted
        and not _is_only_in_headline(notes, group)
        and any(is_same_role(chunk.role, noun) and len(chunk.nouns[-1].text) <= len(noun) for noun in group.nouns)
        for group in notes.referents
    )


def _has_role(notes: Notes, chunk: Chunk) -> bool:
    return any(is_same_role(chunk.role, noun) for person in notes.named.values() for noun in person.nouns)
