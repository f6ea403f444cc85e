"""Learns of somebody what the article says beside the name: gender, role, affiliation, state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.clauses import CALLED
from quotetrack.nouns import (
    Gender,
    is_given_name,
    is_known_body,
    is_person_noun,
    noun_of,
    state_of,
    state_of_adjective,
)
from quotetrack.person_roles import is_office
from quotetrack.phrases import is_time
from quotetrack.speakers.ages import age_behind, age_told, born_in
from quotetrack.speakers.appositions import apposition
from quotetrack.speakers.bodies_by_noun import is_firm
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause, is_who_it_was
from quotetrack.speakers.copulas import learn_by_copula
from quotetrack.speakers.known_bodies import name_alone
from quotetrack.speakers.named_behind import learn_beside
from quotetrack.speakers.names import is_acronym, without_s
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.parties import party_name, party_of_members
from quotetrack.speakers.party_membership import party_of_subject
from quotetrack.speakers.referents import Referent, comparison_of, rank_of
from quotetrack.speakers.shared_verbs import words_about
from quotetrack.speakers.terms_of_office import is_over_before
from quotetrack.speakers.wording import role_of, state_in
from quotetrack.syntax import SUBJECTS, Word

_SPOKESMAN_RE: Final = regex.compile(r"(\p{Lu}.+?)(-?)(?<=..)[Ss]precher(?:in|s)?")
_NO_BODIES: Final = frozenset(
    "Presse Medien Vize Ex Co Haupt Chef Klassen Schüler Schul Jugend Laut Fan Bürger Fraktionsvize Rollen"
    " Kurs Nachrichten Radio TV Fernseh Synchron Gruppen".split()
)
"""What stands before *Sprecher* and is no body: *Pressesprecherin*."""
_WHERE: Final = frozenset({"aus", "in", "im"})
#: Names so short in the genitive are of short places: *Roms*, *Wiens*.
_SHORT_GENITIVE: Final = 4
_ONES: Final[dict[str, Gender]] = {"einer": "Masc", "eine": "Fem"}
_ARTICLES: Final[dict[str, Gender]] = {"der": "Masc", "die": "Fem"}
#: Within how many words behind a name the comma before an afterthought stands.
_AFTERTHOUGHT: Final = 4
#: Within how many words behind a copula the predicate begins.
#: What tells of a role that somebody had: *war früher Soldat*.
_ONCE: Final = frozenset("früher einst einmal lange jahrelang damals zuvor".split())
_COPULAS: Final = frozenset({"ist", "war", "wird", "bleibt"})
#: Within how many words behind a name the comma stands before what somebody is.
_FAR_BEHIND: Final = 8
_PREDICATE: Final = 4
#: How verbs begin of who stands for a party: *sitzt für die SP im Rat*, *kandidiert für die Grünen*.
_STANDING: Final = ("sitzt", "saß", "sass", "kandidier", "politisier", "zieht", "zog", "tritt", "trat")
_SITTING_ONCE: Final = frozenset({"saß", "sass"})
_SITTING: Final = _SITTING_ONCE | {"sitzt"}
_NAMING: Final = CALLED | {"ist", "war", "wurde", "bleibt", "wird"}


def learn(notes: Notes, person: Referent, number: int, place: int) -> None:
    """Learn gender, role and affiliation from the phrase, its apposition and its attributes."""
    chunks = notes.chunks[number]
    chunk = chunks[place]
    person.takes(chunk)
    role = role_of(chunk)
    if role is not None and person.role is None:
        person.role = role
    source = place
    other = apposition(notes, number, place)
    if other is not None:
        person.takes(chunks[other])
        if other > place and _is_told_of_once(notes, number, chunks[other]):
            person.nouns.append(f"Ex-{chunks[other].nouns[-1].text}")
        person.role = role_of(chunks[other]) if not chunk.nouns or other < place else person.role
        source = other
    before = chunks[place - 1] if place else None
    if before is not None and before.name and not chunk.nouns and other is None and _joins(notes, number, place):
        shared = [word.text for word in before.nouns if is_plural_role(word.text)]
        person.nouns += [noun for noun in shared if noun not in person.nouns]
    _learn_duty(notes, person, number, source)
    person.affiliation = person.affiliation or affiliation(notes, number, source) or _party(notes, number, place)
    person.affiliation = person.affiliation or _body_in_compound(chunks[source])
    person.state = person.state or _state_beside(notes, number, place) or _state_beside(notes, number, source)
    person.state = person.state or _state_behind(notes, number, source)
    words = notes.contexts[number].sentence.words
    person.gender = person.gender or _gender_of_attribute(chunk)
    person.age = person.age or age_behind(words, chunk.last) or age_told(notes.contexts[number], chunk)
    person.born = person.born or born_in(words, chunk)
    behind = [word.text for word in words[chunk.last : chunk.last + 3]]
    if person.is_older is None and behind[:1] == [","] and behind[1:2] in (["der"], ["die"]):
        person.is_older = comparison_of(behind[-1])
    _learn_compared(notes, person, number, place)
    _learn_called(notes, person, number, place)
    _learn_what_is_called(notes, person, number, place)
    _learn_afterthought(notes, person, number, place)
    _learn_what_one_is(notes, person, number, place)
    _learn_who_it_was(notes, person, number, place)
    learn_beside(notes, person, number, place)
    _learn_one_of(notes, person, number, place)
    _learn_predicate(notes, person, number, place)
    for told in learn_by_copula(notes, person, number, place):
        person.affiliation = person.affiliation or affiliation(notes, number, chunks.index(told))
    _learn_from_as(notes, person, number, place)
    _learn_seat(notes, person, number, place)
    learn_party(notes, person, number, place)


def _is_told_of_once(notes: Notes, number: int, role: Chunk) -> bool:
    """Say whether a role behind a name is one of before: *Jan Ott, | früher selbst | Busfahrer*."""
    return role.determiner is None and is_over_before(notes.contexts[number].sentence.words, role.first - 1)


def _learn_duty(notes: Notes, person: Referent, number: int, place: int) -> None:
    """Note of what somebody has a role: *der Fahrer des Busses, Uwe Ott*."""
    chunks = notes.chunks[number]
    tail = chunks[notes.tails[number][place]] if place in notes.tails[number] else None
    if tail is not None and tail.nouns and chunks[place].nouns and tail.preposition in (None, "von", "vom"):
        person.duties.append((chunks[place].nouns[-1].text, tail.nouns[-1].text))


def is_plural_role(form: str) -> bool:
    """Say whether a noun may be the role of several: *die Bürgermeister Ott und Kern*."""
    known = noun_of(form)
    return known is not None and known.kind == "person"


def _joins(notes: Notes, number: int, place: int) -> bool:
    """Say whether *und* alone joins a name to the one before, which has an article in the plural."""
    words, before = notes.contexts[number].sentence.words, notes.chunks[number][place - 1]
    between = words[notes.end_of(number, place - 1) : notes.chunks[number][place].first - 1]
    return [word.text for word in between] == ["und"] and before.determiner in ("die", "den", "der", "beiden")


def _state_beside(notes: Notes, number: int, place: int) -> str | None:
    chunk = notes.chunks[number][place]
    states = [state_of_adjective(word.text) for word in chunk.adjectives]
    states += [state_of(name_text(chunk.possessor))] if chunk.possessor else []
    return next((state for state in states if state), None) or state_in(chunk)


def _state_behind(notes: Notes, number: int, place: int) -> str | None:
    """Return the state that stands behind a role: *Außenminister der Ukraine*, *Präsident von Peru*."""
    tail = notes.tails[number].get(place)
    chunk = None if tail is None else notes.chunks[number][tail]
    is_state = chunk is not None and not chunk.nouns and chunk.preposition in (None, "von", "vom", "aus")
    return state_of(name_text(chunk.name)) if chunk is not None and is_state and chunk.name else None


def affiliation(notes: Notes, number: int, place: int) -> str | None:
    """Return the body to which a role belongs: *Sprecher der Polizei*."""
    tail = notes.tails[number].get(place)
    if tail is None:
        chunk = notes.chunks[number][place]
        return without_s(name_text(chunk.possessor)) if chunk.possessor and not chunk.name else None
    chunk = notes.chunks[number][tail]
    noun = chunk.noun
    if noun is None and chunk.preposition in _WHERE:
        return None  # a place: Landwirt aus Tal
    if chunk.preposition in ("in", "im") and notes.chunks[number][place].name:
        return None  # where somebody was: traf Ministerin Ott im Palast
    if noun is not None and noun.kind in ("organisation", "medium") and chunk.name:
        return body_name(notes, number, tail)
    if chunk.determiner is None and chunk.preposition is None and chunk.name and not chunk.nouns:
        return _owner(notes, name_text(chunk.name))
    if (noun is not None and noun.kind in ("organisation", "medium")) or (chunk.name and not chunk.nouns):
        return body_name(notes, number, tail)
    return _plain_name(notes, number, tail)


def _plain_name(notes: Notes, number: int, place: int) -> str | None:
    """Return the name of a body in a phrase whose noun is none for bodies: *der | Grünen*, *des | Bundesrats*."""
    chunk, owner = notes.chunks[number][place], notes.chunks[number][place - 1] if place else None
    if not chunk.nouns:
        return None
    if chunk.name:
        return body_name(notes, number, place) if is_firm(chunk) or is_acronym(chunk.nouns[-1].text) else None
    of_kin = owner is not None and owner.noun is not None and owner.noun.field in ("family", "relation")
    if chunk.noun is not None and chunk.noun.is_ambiguous and not chunk.is_plural and not of_kin:
        return body_name(notes, number, place)
    return party_name(chunk) or name_alone(chunk)


def body_of_spokesman(chunk: Chunk) -> str | None:
    """Return the body in a compound of *Sprecher*: *Polizeisprecher*, *Lufthansa-Sprecherin*."""
    found = _SPOKESMAN_RE.fullmatch(chunk.nouns[-1].text) if chunk.nouns else None
    if found is None or found[1] in _NO_BODIES:
        return None
    name = found[1] if found[2] == "-" else found[1].removesuffix("s")
    return party_of_members(name) or name


def _owner(notes: Notes, name: str) -> str:
    """Return of whom or what a genitive tells, in the nominative: *ein Sprecher | Putins*, *… Moskaus*, *… Vogels*."""
    bare = without_s(name) if len(name) > _SHORT_GENITIVE else name.removesuffix("s")
    bearers = notes.bearers(bare)
    return bearers[0].name or bare if len(bearers) == 1 else bare


def _body_in_compound(chunk: Chunk) -> str | None:
    """Return the body in a compound that needs no name beside it: *Polizeisprecherin*, not *Konzernsprecherin*."""
    name = body_of_spokesman(chunk)
    if name is None or is_known_body(name) or is_acronym(name):
        return name
    noun = noun_of(name)
    return None if noun is not None and noun.base == name and noun.field != "whole" else name


def _party(notes: Notes, number: int, place: int) -> str | None:
    words = notes.contexts[number].sentence.words
    last = notes.chunks[number][place].last
    if last + 1 < len(words) and words[last].text == "(":
        inside = [w.text for w in words[last + 1 : last + 4]]
        if ")" in inside:
            party = " ".join(inside[: inside.index(")")])
            return None if party.isdigit() or is_person_noun(inside[0]) else party
    return None


def gender_of_article(chunk: Chunk) -> Gender | None:
    """Return the gender that an article before a name alone marks: *der Reto*, *dem Reto*, *die Vreni*."""
    if chunk.nouns or chunk.titles or chunk.possessor or chunk.adjectives or len(chunk.name) > 1:
        return None
    if not is_given_name(chunk.name[0].text):
        return None
    if chunk.determiner in ("den", "dem"):
        return "Masc"
    is_subject = chunk.name[0].relation in SUBJECTS
    return {"der": "Masc", "die": "Fem"}.get(chunk.determiner or "") if is_subject else None  # type: ignore[return-value]


def _gender_of_attribute(chunk: Chunk) -> Gender | None:
    """Return the gender that article and attribute mark before a full name: *den jungen Jan Ott*."""
    last = chunk.adjectives[-1].text if chunk.adjectives and not chunk.nouns else ""
    if not last.islower() or len(chunk.name) < 2 or not is_given_name(chunk.name[0].text):
        return None
    if chunk.determiner in ("den", "dem", "des", "einen", "einem", "eines") and last.endswith("en"):
        return "Masc"
    if last.endswith("e"):
        return {"der": "Masc", "die": "Fem", "eine": "Fem"}.get(chunk.determiner or "")  # type: ignore[return-value]
    return "Masc" if chunk.determiner == "ein" and last.endswith("er") else None


def _learn_compared(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Die ältere, Margrit Zürcher, …``: an article and an adjective alone tell the gender, and who is older."""
    words, start = notes.contexts[number].sentence.words, notes.chunks[number][place].first
    if start < len(("die", "ältere", ",", "Margrit")) or words[start - 2].text != ",":
        return
    end = start - 2
    if end > len(("der", "jüngste", "der")) and words[end - 2].text == "der" and rank_of(words[end - 1].text) is None:
        end -= 2  # der jüngste der Brüder, Jan Ott
    before = words[end - 2 : end]
    gender, compared = _ARTICLES.get(before[0].text.lower()), rank_of(before[1].text)
    if gender is not None and compared is not None and before[1].text.endswith("e"):
        person.is_older = compared if person.is_older is None else person.is_older
        person.is_elder_sibling = compared if person.is_elder_sibling is None else person.is_elder_sibling
        person.gender = person.gender or gender


def _learn_who_it_was(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Die Bauleitung, das war Ida Ott``: who is what leads something is its head."""
    chunk, first = notes.chunks[number][place], notes.chunks[number][0]
    if first is chunk or first.name or not first.nouns or not is_who_it_was(notes.contexts[number], chunk):
        return
    if first.noun is not None and first.noun.kind == "person":
        person.takes(first)
    elif first.nouns[-1].text.endswith("leitung"):
        person.nouns.append(first.nouns[-1].text.removesuffix("ung") + "er")


def _learn_called(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Dario Ott, so heißt dieser Berater, …``, ``Anton Ott, wie der Kapitän bürgerlich heißt``: what somebody is."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    end = chunks[place].last
    behind = [word.text for word in words[end : end + 3]]
    following = chunks[place + 1] if place + 1 < len(chunks) else None
    if following is None or len(behind) < 3 or behind[0] != "," or following.name or following.is_plural:
        return
    after = [word.text for word in words[following.last : following.last + 2]]
    is_called = behind[1] == "so" and behind[2] in CALLED and following.first == end + 4
    is_called = is_called or (behind[1] == "wie" and following.first == end + 3 and any(w in CALLED for w in after))
    if is_called and following.noun is not None and following.noun.kind == "person":
        person.takes(following)


def _learn_what_is_called(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Die Leiterin der Wache heißt Ida Ott``: a definite role in front, with what it is of."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    opening, verb = chunks[0], chunks[place].first - 1
    called = place > 0 and verb > 1 and words[verb - 1].text in CALLED and not chunks[place].nouns
    if not called or opening.first > 1 or notes.end_of(number, 0) != verb - 1:
        return
    noun = opening.noun
    is_role = noun is not None and noun.kind == "person" and not opening.is_plural and not opening.name
    if is_role and opening.determiner in ("der", "die"):  # der in front is no genitive
        person.takes(opening)
        person.role = person.role or role_of(opening)
        _learn_duty(notes, person, number, 0)
        person.affiliation = person.affiliation or affiliation(notes, number, 0)


def _learn_afterthought(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Den Alarm hatte Trudi Ott ausgelöst, die Wirtin der Hütte.``: a role behind the verb that closes the clause."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    end = notes.end_of(number, place)
    comma = next((word.index for word in words[end : end + _AFTERTHOUGHT] if word.text == ","), 0)
    between = words[end : comma - 1]
    if not between or any(word.upos not in ("VERB", "AUX", "ADP", "ADV") for word in between):
        return
    following = next((one for one in range(place + 1, len(chunks)) if chunks[one].first == comma + 1), None)
    if following is None or chunks[following].determiner not in ("der", "die") or chunks[following].name:
        return
    noun, last = chunks[following].noun, notes.end_of(number, following)
    closes = last >= len(words) or words[last].text in (".", ":", ";")
    if closes and noun is not None and noun.kind == "person" and not chunks[following].is_plural:
        person.takes(chunks[following])
        person.role = person.role or role_of(chunks[following])
        person.affiliation = person.affiliation or affiliation(notes, number, following)


def _learn_what_one_is(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Dort saß Jan Ott zwischen ihnen, ein pensionierter Lehrer, …``: what a subject is, behind the clause."""
    context, chunks = notes.contexts[number], notes.chunks[number]
    words, chunk = context.sentence.words, chunks[place]
    end = notes.end_of(number, place)
    comma = next((word.index for word in words[end : end + _FAR_BEHIND] if word.text == ","), 0)
    told = next((one for one in chunks[place + 1 :] if one.first == comma + 1), None)
    if comma <= end + 1 or told is None or told.determiner not in ("ein", "eine") or told.name or told.noun is None:
        return
    between = [one for one in chunks[place + 1 :] if one.last < comma]
    others = any(one.name or (one.noun is not None and one.noun.kind != "organisation") for one in between)
    last = notes.end_of(number, chunks.index(told))
    closes = last >= len(words) or words[last].text in (".", ",", ":", ";")
    if others or not closes or told.noun.kind != "person" or not is_subject_of_clause(context, chunk, chunk.head):
        return
    if told.gender in (None, person.gender) or person.gender is None:
        person.takes(told)
        person.role = person.role or role_of(told)


def _learn_one_of(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Urs Ott, einer der Segler, trieb ab``; *ist einer der letzten Segler*: who is one of several has their role."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    end = notes.end_of(number, place)
    if [word.text for word in words[end : end + 3] if not word.text.isdecimal()] == [",", ","]:
        end += 3  # Ida Ott, 51, ist eine der letzten Orgelbauerinnen
    opens = end < len(words) and words[end].text in (",", "ist", "war")
    gender = _one_of(words[end + 1 : end + 3]) if opens else None
    told = next((one for one in chunks[place + 1 :] if one.first == end + len(", einer der".split())), None)
    if gender is None or told is None or told.noun is None or told.noun.kind != "person" or told.name:
        return
    person.gender = person.gender or gender
    person.nouns += [text for text in (told.nouns[-1].text,) if text not in person.nouns]


def _learn_predicate(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Petra Hinterleitner ist Landesrätin``: the predicate noun is a role of the subject."""
    words = notes.contexts[number].sentence.words
    chunks = notes.chunks[number]
    end = notes.end_of(number, place)
    _learn_from_naming(notes, person, number, place)
    person.gender = person.gender or _relative_after(notes, number, place)
    if [word.text for word in words[end : end + 3] if not word.text.isdecimal()] == [",", ","]:
        end += 3  # Ida Ott, 51, ist Rätin
    elif end < len(words) and words[end].text == ",":
        end += 1
    if end >= len(words) or words[end].text.lower() not in ("ist", "war", "wurde", "bleibt", "wird"):
        _learn_gapped(notes, person, number, place)
        return
    if person.gender is None:
        person.gender = _one_of(words[end + 1 : end + 3])
    following = _predicate(chunks[place + 1 :], end)
    if following is None or following.name or following.preposition:
        return
    noun = following.noun
    is_one = following.determiner is None or not following.is_plural  # Ott ist Trainer, and no several
    if noun is not None and noun.kind == "person" and is_one:
        if words[end].text.lower() == "war" and _is_over(person, following, words[end + 1 : following.last]):
            person.nouns.append(f"Ex-{following.nouns[-1].text}")
            return
        person.takes(following)
        told = any(word.text in _ONCE for word in words[end + 1 : following.last])
        if words[end].text.lower() == "war" and (told or is_over_before(words, following.first - 1)):
            person.nouns.append(f"Ex-{following.nouns[-1].text}")
        person.role = person.role or role_of(following)
        person.affiliation = person.affiliation or affiliation(notes, number, chunks.index(following))


def _is_over(person: Referent, role: Chunk, between: Sequence[Word]) -> bool:
    """Say whether somebody had an office who now has none: *sein Vorgänger Ott war 20 Jahre Bürgermeister*."""
    goes_before = any(text.endswith("orgänger") for text in person.nouns)
    lasted = any(word.text in ("Jahre", "Jahrzehnte", "Amtszeiten") for word in between)
    return is_office(role.nouns[-1].text) and (goes_before or lasted)


def _learn_gapped(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Ott ist Koch, Kern Kellner``: the second shares the copula of the first."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    following = chunks[place + 1] if place + 1 < len(chunks) else None
    first, end = chunks[place].first, notes.end_of(number, place)
    if following is None or following.first != end + 1 or following.name or following.determiner is not None:
        return
    noun, before = following.noun, [word.text for word in words[: first - 1]]
    is_of_one = noun is not None and noun.kind == "person" and not noun.is_plural
    if is_of_one and before[-1:] in ([","], ["und"], [";"]) and not _COPULAS.isdisjoint(before):
        person.takes(following)
        person.role = person.role or role_of(following)


def _predicate(chunks: Sequence[Chunk], copula: int) -> Chunk | None:
    """Return the phrase behind a copula, past a time: *ist seit drei Wochen Trainer*."""
    reach = copula + _PREDICATE
    for chunk in chunks:
        if chunk.first > reach:
            return None
        if not is_time(chunk.head) or chunk.name:
            return chunk
        reach = chunk.last + _PREDICATE
    return None


def _one_of(words: Sequence[Word]) -> Gender | None:
    """Return the gender of *ist eine der letzten Orgelbauerinnen*, *war einer der Ersten*."""
    texts = [word.text.lower() for word in words]
    return None if texts[1:] != ["der"] else _ONES.get(texts[0])


def _learn_from_as(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Annina Derungs, die seit Jahren als Hebamme arbeitet``: what one works as is a role."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    end = notes.end_of(number, place)
    opening = chunks[0]
    if words[0].text == "Als" and opening.first == 2 and _is_bare_role(opening) and place == 1:
        person.takes(opening)
    if end + 1 >= len(words) or words[end].text != "," or words[end + 1].text.lower() not in ("der", "die"):
        return
    close = next((word.index for word in words[end + 1 :] if word.text in (",", ".")), len(words))
    for chunk in chunks[place + 1 :]:
        if chunk.last < close and _is_bare_role(chunk) and words[chunk.first - 2].text.lower() == "als":
            person.takes(chunk)


def _learn_seat(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Gerd Ott saß zwanzig Jahre im Gemeinderat``: who sits in a council is one, or was one."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    end = notes.end_of(number, place)
    if end >= len(words) or words[end].text not in _SITTING:
        return
    behind = (chunk for chunk in chunks[place + 1 :] if not is_time(chunk.head))
    seat = next(behind, None)
    noun = seat.noun if seat is not None and seat.preposition == "im" and not seat.name else None
    if seat is None or noun is None or not noun.is_ambiguous:
        return
    was = words[end].text in _SITTING_ONCE
    person.nouns += [seat.nouns[-1].text, *([f"Ex-{seat.nouns[-1].text}"] if was else [])]


def learn_party(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Jan Ott sitzt für die SP im Rat, Uwe Kern für die FDP``: whose seat is for a party is of it."""
    context, chunk, chunks = notes.contexts[number], notes.chunks[number][place], notes.chunks[number]
    clause = context.clauses.of(chunk.head)
    acts = clause is not None and chunk.preposition is None and is_subject_of_clause(context, chunk, chunk.head)
    if person.affiliation is None and clause is not None and acts and not notes.is_in_content(chunk.span):
        person.affiliation = party_of_subject(chunks, clause)
    if person.affiliation is not None or clause is None or not may_tell_party(notes, number, place):
        return
    told = {word.index for word in words_about(context, chunks, clause, chunk.head.index)}
    parties = [one for one in chunks if one.preposition == "für" and one.head.index in told]
    words = [word for one in parties if one.determiner == "die" for word in (*one.nouns, *one.name)]
    if len(parties) == len(words) == 1 and words[0].text[:1].isupper():
        person.affiliation = words[0].text


def may_tell_party(notes: Notes, number: int, place: int) -> bool:
    """Say whether a name stands with a verb of whoever stands for a party."""
    chunk, context = notes.chunks[number][place], notes.contexts[number]
    clause = context.clauses.of(chunk.head) if chunk.preposition is None else None
    return clause is not None and clause.finite is not None and clause.finite.text.startswith(_STANDING)


def _is_bare_role(chunk: Chunk) -> bool:
    noun = chunk.noun
    is_role = noun is not None and noun.kind == "person" and not chunk.is_plural
    return is_role and not chunk.name and chunk.determiner is None and chunk.first > 1


def _relative_after(notes: Notes, number: int, place: int) -> Gender | None:
    """``Khalid Masri, der …``: a relative pronoun right behind a name tells the gender."""
    words = notes.contexts[number].sentence.words
    chunk = notes.chunks[number][place]
    end, start = chunk.last, chunk.first
    if end + 2 < len(words) and words[end].text == "," and words[end + 1].upos == "ADP":
        relative = words[end + 2]
        governed: dict[str, Gender] = {"deren": "Fem", "dessen": "Masc", "der": "Fem", "dem": "Masc", "den": "Masc"}
        is_article = relative.upos == "DET" and relative.text not in ("deren", "dessen")  # Ott, in der Stadt bekannt
        return None if is_article else governed.get(relative.text)
    if end + 1 >= len(words) or words[end].text != "," or words[end + 1].upos not in ("PRON", "DET"):
        return None
    if start > 1 and words[start - 2].text.lower() in ("und", "oder", "sowie"):
        return None
    following = words[end + 2] if end + 2 < len(words) else None
    is_article = words[end + 1].upos == "DET" and words[end + 1].text not in ("deren", "dessen")
    if following is None or (following.upos in ("NOUN", "PROPN", "ADJ") and is_article):
        return None
    if words[end + 1].text == following.text == "der" and end + 3 < len(words):
        subject = words[end + 3].features.get("Gender") == "Masc"
        return "Fem" if subject else "Masc"  # die Läuferin, der der Stab entglitt; der Wirt, der der Stadt hilft
    genders: dict[str, Gender] = {
        "der": "Masc", "dessen": "Masc", "dem": "Masc", "den": "Masc", "die": "Fem", "deren": "Fem",
    }  # fmt: skip
    return genders.get(words[end + 1].text.lower())


def _learn_from_naming(notes: Notes, person: Referent, number: int, place: int) -> None:
    """``Der Namensvetter heißt Alois Ott``: the subject is the one who is named."""
    words, chunks = notes.contexts[number].sentence.words, notes.chunks[number]
    first = chunks[place].first
    if not place or first < 3 or words[first - 2].text.lower() not in _NAMING or chunks[place].nouns:
        return
    for other in range(place):
        before = chunks[other]
        if notes.end_of(number, other) == first - 2 and before.noun is not None and before.noun.kind == "person":
            if not before.is_plural and not before.name and before.preposition is None:
                person.takes(before)
            return
