"""From a pronoun to whom it means: personal, demonstrative and relative ones, *Letzterer* and *Ersterer*."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from quotetrack.clauses import CALLED, RELATIVES_OF_ONE
from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.quotes.pronoun_subjects import opening_demonstrative
from quotetrack.speakers.adding import who_adds
from quotetrack.speakers.ages import is_last_of_all, one_of_all, one_of_two, tells_apart
from quotetrack.speakers.answering import (
    answered_by,
    spoke_before_the_last,
    who_judged,
    who_was_asked,
)
from quotetrack.speakers.body_pronouns import body_that_acts
from quotetrack.speakers.chunks import Chunk, gender_of, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.denials import accused_before, who_denied
from quotetrack.speakers.disjoint_reference import acted_on, called_by_role, clause_mates, not_meant, told_of
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.plurals import are_of_a_pair, two_before
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.salience import MARGIN, Candidate, clear_winner, fits
from quotetrack.speakers.told_before import subject_told_of, teller_behind
from quotetrack.speakers.told_of_pronouns import learn_of_pronoun
from quotetrack.speakers.ways import way
from quotetrack.syntax import Word

_SINGULAR: Final[dict[str, Gender | None]] = {"er": "Masc", "ihm": "Masc", "ihn": "Masc"}
#: Who is told of farther back, beside *dieser*.
_FARTHER: Final = frozenset({"jener", "jene"})
_FARTHEST: Final = 3
_DEMONSTRATIVES: Final[dict[str, Gender | None]] = {
    "dieser": "Masc", "diese": "Fem", "dieses": "Neut", "diesem": None, "diesen": "Masc", "jener": "Masc",
    "jene": "Fem", "der": "Masc", "die": "Fem",
}  # fmt: skip
_RELATIVES: Final = RELATIVES_OF_ONE | {"das", "welcher", "welche", "welches"}
_CALLING: Final = frozenset("Der Die Er Sie Dieser Diese".split())
_BELOW: Final = 8
_PAIRED: Final = 4
_TALK: Final = 3
_LAST_OF: Final = frozenset("letzterer letztere letzteres letzterem letzteren letztgenannter letztgenannte".split())
_FIRST_OF: Final = frozenset("ersterer erstere ersteres ersterem ersteren erstgenannter erstgenannte".split())
_COUNTED: Final = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
_OF_BOTH: Final = frozenset({"beiden", "zwei", "zweien"})
_BOTH: Final = frozenset({"beide", "beiden"})


def take_pronoun(notes: Notes, context: Context, word: Word) -> None:
    """Note whom a pronoun means."""
    spoken = notes.is_speaker(context, word.span)
    if (notes.is_in_known_content(word.span) or word.text.lower() == "es") and not spoken:
        return
    notes.reading = context.number, word.index
    following = context.word(word.index + 1) if word.index < context.length else None
    if following is not None and _is_taken_with(notes, context, word, following, spoken=spoken):
        return
    referent = pronoun(notes, context, word)
    named = _named_behind(notes, context, word)
    called = _called_behind(notes, context, word)
    if called is not None and (referent is None or referent.name is not None):
        referent = called
    named = named or called
    if named is not None and referent is not None and referent.is_person and referent.name is None:
        referent.becomes(named)
        referent = named
    bearer = None if referent is None else _bearer_of_gender(notes, referent, _pronoun_gender(word, context))
    if referent is not None and bearer is not None:
        referent.becomes(bearer)
        referent = bearer
    if referent is not None:
        is_open = referent.is_person and referent.gender is None
        if is_open and _may_be_of_a_thing(notes, context, word):
            return
        notes.note(context, referent, None, word.index)
        if is_open:
            referent.gender = _pronoun_gender(word, context)
        learn_of_pronoun(notes, context, word, referent)


def _may_be_of_a_thing(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether an object may take up a thing named last: *Kern wohnt neben der Baustelle, Ott leitet | sie*."""
    clause = context.clauses.of(word)
    here = [o for o in notes.occurrences[-_BELOW:] if clause is not None and o.sentence == context.number]
    acting = [o.chunk for o in here if clause is not None and o.clause == clause.number and o.is_subject]
    if not acting or word.text not in ("sie", "ihn"):
        return False
    before = [one for one in notes.chunks[context.number] if one.last < word.index and one not in acting]
    before = before or (notes.chunks[context.number - 1] if context.number else [])
    things = [one for one in before if one.nouns and not one.name and not one.is_plural and not _is_of_people(one)]
    gender = _pronoun_gender(word, context)
    return any((one.gender or gender_of(one.nouns[-1])) == gender for one in things)


def _is_of_people(chunk: Chunk) -> bool:
    return chunk.noun is not None and chunk.noun.kind in ("person", "group")


def _is_taken_with(notes: Notes, context: Context, word: Word, following: Word, *, spoken: bool) -> bool:
    """Note whom *die drei*, *der andere*, *der jüngste* mean, and say whether a word is no pronoun by the next one."""
    small = word.text.lower()
    if following.text in _BOTH and small in ("die", "den", "der"):
        return True  # die beiden
    if following.text in ("einen", "anderen") and small == "die":
        return True  # sagen die einen
    if following.text in _COUNTED and small in ("die", "den"):
        _take_counted(notes, context, following)
        return True
    if word.index == 1 and following.upos == "ADP" and word.text in ("Der", "Die"):
        return True  # Der von gegenüber heißt Ott
    if tells_apart(word, following):
        found = _named_behind_two(notes, context, following) or one_of_two(
            notes, context, following.text, _DEMONSTRATIVES.get(small), following
        )
        if found is not None:
            notes.note(context, found, None, word.index)
            notes.by_head[context.number, following.index] = found
        return True
    if is_last_of_all(word, following) and spoken:
        _take_last_of_all(notes, context, word, following)
        return True
    return False


def _take_last_of_all(notes: Notes, context: Context, word: Word, following: Word) -> None:
    """Note whom *der jüngste* means: by the ages told, else somebody new, who may be named next."""
    gender: Gender = "Masc" if word.text.lower() == "der" else "Fem"
    found = one_of_all(notes, following.text, gender)
    if found is None:
        found = Referent("person", None, gender, reason="role_unmatched")
        notes.referents.append(found)
    notes.note(context, found, None, word.index, is_subject=True, is_speaker=True)
    notes.by_head[context.number, following.index] = found


def _bearer_of_gender(notes: Notes, referent: Referent, gender: Gender | None) -> Referent | None:
    """Return which of two with one surname a pronoun tells: *Ott will warten. Er sei müde, sagte er*."""
    if referent.reason != "ambiguous" or referent.name is not None or gender is None:
        return None
    named = next((o.chunk for o in reversed(notes.occurrences) if o.referent is referent and o.chunk is not None), None)
    bearers = notes.bearers(name_text(named.name)) if named is not None and named.name else []
    fitting = [person for person in bearers if fits(person, gender)]
    return fitting[0] if len(fitting) == 1 and len(bearers) > 1 and fitting[0].gender == gender else None


@way("apposition")
def _named_behind(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who is named between commas behind a pronoun: *Diese, Gesa Ott, saß neben ihr*."""
    chunk = next((one for one in notes.chunks[context.number] if one.first == word.index + 2), None)
    if chunk is None or len(chunk.name) < 2 or chunk.last >= context.length:
        return None
    if context.word(word.index + 1).text != "," or context.word(chunk.last + 1).text != ",":
        return None
    bearers = notes.bearers(name_text(chunk.name))
    return bearers[0] if len(bearers) == 1 and fits(bearers[0], _pronoun_gender(word, context)) else None


@way("apposition")
def _named_behind_two(notes: Notes, context: Context, told: Word) -> Referent | None:
    """Return who is named behind *der ältere der beiden*: *fragt die ältere der beiden, Ida Ott*."""
    behind = [word.text for word in context.words(told.index + 1, min(told.index + 3, context.length))]
    if len(behind) < 3 or behind[0] not in ("der", "von") or behind[1] not in _OF_BOTH or behind[2] != ",":
        return None
    chunk = next((one for one in notes.chunks[context.number] if one.name and one.first == told.index + 4), None)
    bearers = notes.bearers(name_text(chunk.name)) if chunk is not None and len(chunk.name) > 1 else []
    return bearers[0] if len(bearers) == 1 else None


@way("called")
def _called_behind(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who a pronoun says somebody is called: *… stand sein Anwalt. Der heißt Jan Ott und kommt aus Kassel*."""
    if word.text not in _CALLING or word.index + 2 > context.length:
        return None
    named = next((one for one in notes.chunks[context.number] if one.name and one.first == word.index + 2), None)
    if named is None or context.word(word.index + 1).text.lower() not in CALLED:
        return None
    bearers = notes.bearers(name_text(named.name))
    person = bearers[0] if len(bearers) == 1 and bearers[0].is_person else None
    met = any(o.referent.known is person and o.is_full for o in notes.occurrences)
    gender = _DEMONSTRATIVES.get(word.text.lower()) or _pronoun_gender(word, context)
    if person is None or met or not fits(person, gender):
        return None
    person.gender = person.gender or gender
    return person


def _take_counted(notes: Notes, context: Context, number: Word) -> None:
    """Note whom *die drei* means: those named together last, if they are so many."""
    together = notes.last_pair(context)
    behind = context.word(number.index + 1) if number.index < context.length else number
    if len(together) == _COUNTED[number.text] and behind.upos not in ("NOUN", "ADJ", "PROPN"):
        group = notes.group(together)
        notes.note(context, group, None, number.index)
        notes.by_head[context.number, number.index] = group


def pronoun(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom a pronoun means, None if nobody or several equally."""
    small = word.text.lower()
    if small in _LAST_OF or small in _FIRST_OF:
        return of_the_pair(notes, context, small)
    if small == "es":
        bodies = [one for one in notes.ranked(context, "Neut") if one.referent.kind in ("organisation", "medium")]
        return body_that_acts(notes, context, word, "Neut") or _likeliest(notes, bodies)
    if small in _BOTH:
        return _both(notes, context, word)
    if small in _RELATIVES:
        if _is_relative(context, word):
            return antecedent(notes, context, word)
        return _not_the_subject(notes, context, word) if small in _DEMONSTRATIVES else None
    if small == "diese" and is_plural_pronoun(context, word):
        together = _together(notes, notes.last_pair(context, 1))
        return together or (_not_the_subject(notes, context, word) if _stands_behind_so(context, word) else None)
    if small in _FARTHER:
        return _the_farther(notes, context, word)
    if small in _DEMONSTRATIVES:
        return _not_the_subject(notes, context, word)
    if small in ("sie", "ihnen", "ihrer") and is_plural_pronoun(context, word):
        found = _together(notes, notes.last_pair(context, 3))
        return found or _likeliest(notes, notes.ranked(context, None, is_plural=True), 0)
    written = _written(notes, context, word) if small in ("ihm", "ihr") else None
    return written or _subject_before_semicolon(notes, context, word) or _salient(notes, context, word)


@way("most-in-view")
def _written(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the document that *ihm zufolge* takes up, unless the sentence before tells of somebody who fits.

    ``Das Amt legte ein Gutachten vor. Ihm zufolge ist der Fisch bedroht.``
    """
    if word.text == "Ihr" and word.features.get("Poss") == "Yes":
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.chunk is not None]
    genders = ("Fem",) if word.text.lower() == "ihr" else ("Masc", "Neut")
    fitting = [o for o in here if o.chunk is not None and o.chunk.gender in genders]
    read = [o for o in fitting if o.referent.known.kind == "document" and not o.is_subject]
    is_source = _is_governed(context, word) and not any(_speaks_rather(o) for o in fitting)
    return read[-1].referent.known if is_source and read else None


def _speaks_rather(occurrence: Occurrence) -> bool:
    """Say whether somebody acts who rather than a document is the source; the body that presents it is none of them."""
    known = occurrence.referent.known
    named = known.is_person or (occurrence.is_subject and known.kind != "document" and known.gender != "Neut")
    return named and not occurrence.is_in_content


@way("most-in-view")
def _subject_before_semicolon(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the subject of the clause before, behind a semicolon: *Der Verband lehnt das ab; er fordert mehr Geld*."""
    if word.index < 3 or context.word(word.index - 1).text != ";" or not notes.is_speaker(context, word.span):
        return None
    own = [o for o in notes.occurrences if o.sentence == context.number and o.is_subject and not o.is_in_content]
    acting = {id(o.referent.known): o.referent.known for o in own if not o.is_attribute}
    fitting = [one for one in acting.values() if fits(one, _pronoun_gender(word, context)) and one.kind != "document"]
    return fitting[0] if len(fitting) == 1 else None


@way("together")
def _together(notes: Notes, people: Sequence[Referent]) -> Referent | None:
    return notes.group(people) if len(people) > 1 else None


def _both(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom *beide* means, none of whom they act on: *Ott vermittelte. Beide hätten | ihm | versichert, …*."""
    without = acted_on(notes, context, word, is_pronoun=True)
    pair = notes.last_pair(context)
    pair = [] if any(id(one.known) in without for one in pair) else pair
    return _together(notes, pair or two_before(notes, context, without))


@way("most-in-view")
def _likeliest(notes: Notes, candidates: Sequence[Candidate], margin: float = MARGIN) -> Referent | None:
    return clear_winner(candidates, margin)


def _salient(notes: Notes, context: Context, word: Word) -> Referent | None:
    gender = _pronoun_gender(word, context)
    without = not_meant(notes, context, word)
    is_told = notes.is_speaker(context, word.span) and notes.is_in_content(word.span)
    teller = _teller_himself(notes, context, word) if is_told else None
    if teller is not None and fits(teller, gender):
        return teller
    acting = (subject_told_of(notes, context) or teller_behind(notes, context, word)) if is_told else None
    if acting is not None and fits(acting, gender) and acting.name and id(acting) not in without:
        return acting
    adding = who_adds(notes, context, word)
    if adding is not None and fits(adding, gender) and adding.is_person and id(adding) not in without:
        return adding
    tells_so = _who_tells_so(notes, context, word)
    if tells_so is not None and fits(tells_so, gender):
        return tells_so
    himself = _owner_himself(notes, context, word)
    if himself is not None and fits(himself, gender) and id(himself) not in without:
        return himself
    accused = accused_before(notes, context, word) if word.text.lower() in ("er", "sie") else None
    if accused is not None and fits(accused, gender):
        return accused
    acting_body = body_that_acts(notes, context, word, gender)
    if acting_body is not None and id(acting_body) not in without:
        return acting_body
    candidates = notes.ranked(context, gender, without=without, is_told=is_told)
    if not candidates:
        candidates = notes.ranked(context, gender, without=clause_mates(notes, context, word))
    couple = _couple_before(notes, context)
    if couple is not None:
        later = {id(o.referent.known) for o in notes.occurrences if o.sentence > couple}
        candidates = [found for found in candidates if id(found.referent.known) in later]
    document = None if notes.is_speaker(context, word.span) else _document_before(notes, context, gender)
    if document is not None and all(
        notes.distance(context, one.referent) > 1 for one in candidates if one.referent.is_person
    ):
        return document
    candidates = [found for found in candidates if found.referent.kind != "document"] or candidates
    if not candidates and notes.is_speaker(context, word.span):
        return named_below(notes, context, gender)
    denier = who_denied(notes, context) if notes.is_speaker(context, word.span) else None
    if denier is not None and any(one.referent is denier for one in candidates):
        return denier
    judge = who_judged(notes, context) if notes.is_speaker(context, word.span) else None
    if judge is not None and any(one.referent is judge for one in candidates):
        return judge
    asked = who_was_asked(notes, context) if notes.is_speaker(context, word.span) else None
    if asked is not None and any(one.referent is asked for one in candidates):
        return asked
    if acting is not None and any(one.referent is acting for one in candidates):
        return acting
    if are_of_a_pair(notes, candidates[:2]):
        return None
    found = clear_winner(candidates) or _who_was_asked(notes, context, word, candidates)
    in_front = None if found is not None else _subject_in_front(notes, context, word)
    found = in_front if any(one.referent is in_front for one in candidates[:2]) else found
    notes.tell("most-in-view", found, [one.referent for one in candidates if one.referent is not found])
    return found


def _subject_in_front(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whom alone a clause in front names as its subject: *Woher Ott das weiß, sagt | er | nicht*."""
    clause = context.clauses.of(word)
    first = next(iter(context.clauses.all), None)
    if clause is None or first is None or first.kind != "subordinate" or clause.number != first.number + 1:
        return None
    if clause.finite is None or abs(clause.finite.index - word.index) > 1 or first.opens_with("während"):
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index]
    people = [o for o in here if o.referent.known.is_person and not o.is_in_content]
    own = [o for o in people if o.clause == first.number and o.is_subject and o.chunk is not None and o.chunk.name]
    return own[0].referent.known if len(people) == len(own) == 1 else None


def _who_tells_so(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return the subject of the main clause, for who tells it so: *Dem Koch hat Ott, wie | er | sagt, gekündigt*."""
    clause = context.clauses.of(word)
    if clause is None or not clause.opens_with("wie") or not notes.is_speaker(context, word.span):
        return None
    here = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index]
    acting = [o.referent.known for o in here if o.is_subject and not o.is_embedded and o.referent.known.is_person]
    if acting:
        return acting[0] if len({id(person) for person in acting}) == 1 else None
    return _acting_unsaid(notes, context, word)


def _acting_unsaid(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who acts in the main clause, a part of what is said, by a pronoun: *| Der | hat, wie er sagt, Zeit*."""
    main = next(iter(context.main_clauses()), None)
    opening = None if main is None else opening_demonstrative(main)
    if opening is not None and opening.index < word.index:
        return _not_the_subject(notes, context, opening)
    same = [w for w in context.words(1, word.index - 1) if w.text == word.text and w.upos == "PRON"]
    if main is None or not same or same[0] not in main.words:
        return None
    without = clause_mates(notes, context, same[0])
    return clear_winner(notes.ranked(context, _pronoun_gender(word, context), without=without, people_only=True))


def _document_before(notes: Notes, context: Context, gender: Gender | None) -> Referent | None:
    """Return the document of which the sentence before tells: *Laut einem Bericht ist es kalt. Ott kennt | ihn*."""
    near = [o.referent.known for o in notes.occurrences if o.sentence == context.number - 1]
    told = [one for one in near if one.kind == "document" and fits(one, gender)]
    return told[-1] if told else None


def _teller_himself(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who tells of herself: *Die Chefin zögere, sagte Ott. | Sie selbst | habe geraten, …*."""
    if word.index == context.length or context.word(word.index + 1).text != "selbst":
        return None
    held = [q.speaker for q in notes.quotes if q.speaker is not None and any(s.contains(word.span) for s in q.spans)]
    tellers = (notes.by_head.get((speaker.sentence, speaker.head.index)) for speaker in held)
    return next((teller.known for teller in tellers if teller is not None and teller.known.is_person), None)


def _owner_himself(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return whose relative or colleague the sentence before opens with: *Seine Frau sagt aus. | Er selbst | …*."""
    number = context.number - 1
    if word.index > 1 or number < 0 or context.length < 2 or context.word(2).text != "selbst":
        return None
    opening = next(iter(notes.chunks[number]), None)
    if opening is None or opening.first > 1 or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    owner = notes.owners.get((number, opening.head.index))
    return owner.known if owner is not None and owner.known.is_person and owner.known.name else None


def _couple_before(notes: Notes, context: Context) -> int | None:
    """Return the sentence that has just told of a couple, to whom *er* belongs: *Ein Ehepaar kam. „Ja“, sagt er*."""
    for number in range(context.number - 1, max(-1, context.number - 1 - _TALK), -1):
        if notes.paragraphs[number] != notes.paragraphs[context.number]:
            return None
        for chunk in notes.chunks[number]:
            is_couple = chunk.is_indefinite and not chunk.name and chunk.nouns and chunk.nouns[-1].text.endswith("paar")
            if is_couple and is_subject_of_clause(notes.contexts[number], chunk, chunk.head):
                return number
    return None


def _who_was_asked(notes: Notes, context: Context, word: Word, candidates: Sequence[Candidate]) -> Referent | None:
    """Return who of several likely ones answers whoever spoke last: who spoke before: *„Warum?“, fragt sie. …*."""
    asked = _before_the_last(notes, context, word)
    likely = [candidate.referent for candidate in candidates[:2] if candidate.points > candidates[0].points - MARGIN]
    return asked if asked in likely else None


def _before_the_last(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return who spoke before the last speaker, if a pronoun is of somebody who answers."""
    before = spoke_before_the_last(notes, context, word, _TALK)
    return before[-1] if before else None


@way("named-below")
def named_below(notes: Notes, context: Context, gender: Gender | None) -> Referent | None:
    """Return whom the pronoun of a first quotation means: the one who speaks soon below and nobody else can be."""
    so_far = (o.referent for o in notes.occurrences if o.sentence <= context.number)
    if gender is None or any(referent.is_person and fits(referent.known, gender) for referent in so_far):
        return None
    next_one = _presented_next(notes, context, gender)
    if next_one is not None:
        return next_one
    below: list[Referent] = []
    for number in range(context.number + 1, min(context.number + _BELOW, len(notes.contexts))):
        for chunk in notes.chunks[number]:
            bearers = notes.bearers(name_text(chunk.name)) if chunk.name else []
            speaks = notes.is_speaker(notes.contexts[number], chunk.span)
            if speaks and len(bearers) == 1 and fits(bearers[0], gender) and bearers[0] not in below:
                below.append(bearers[0])
    bare = [person for person in below if not person.nouns]
    chosen = bare if len(below) > 1 else below
    return chosen[0] if len(chosen) == 1 else None


def _presented_next(notes: Notes, context: Context, gender: Gender) -> Referent | None:
    """Return whom alone the next sentence names, as its subject: *„Ich bin neu“, sagt sie. Mia Ott leitet …*."""
    number = context.number + 1
    if number >= len(notes.contexts) or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    named = [chunk for chunk in notes.chunks[number] if chunk.name and notes.bearers(name_text(chunk.name))]
    if len(named) != 1 or not is_subject_of_clause(notes.contexts[number], named[0], named[0].head):
        return None
    bearers = notes.bearers(name_text(named[0].name))
    return bearers[0] if len(bearers) == 1 and fits(bearers[0], gender) else None


@way("relative-pronoun")
def antecedent(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return what a relative pronoun belongs to: the phrase that the comma closes, if it agrees."""
    before = [o for o in notes.occurrences if o.sentence == context.number and o.place < word.index and o.chunk]
    gender = _relative_gender(context, word)
    for occurrence in sorted(before, key=lambda o: (o.is_attribute and o.referent.is_person is False, -o.place)):
        if fits(occurrence.referent.known, gender) or occurrence.referent.known.is_plural:
            chunk = occurrence.chunk
            if chunk is not None and gender is not None and chunk.gender not in (None, gender):
                continue
            return occurrence.referent.known
    return None


@way("demonstrative")
def _not_the_subject(notes: Notes, context: Context, word: Word) -> Referent | None:
    """``Dieser``: somebody mentioned before who was not the subject."""
    gender = _gender_of_demonstrative(context, word)
    accused = accused_before(notes, context, word)
    if accused is not None and fits(accused, gender):
        return accused
    answered = answered_by(notes, context, word)
    without = told_of(notes, context, word) | answered | called_by_role(notes, context, word)
    near = _near(notes, context, word, without, within=1)
    if not near and answered:
        near = [o for o in _near(notes, context, word, without, within=2) if o.referent.known.is_person]
    elif not near and word.text in ("dieser", "Dieser") and notes.is_speaker(context, word.span):
        near = _only_person_lately(notes, context, word, without)
    if not _is_governed(context, word):
        near = [o for o in near if o.referent.known.kind != "document"] or near
        people = [o for o in near if o.referent.known.is_person]
        acting = bool(people) and all(o.is_subject and not o.is_in_content for o in people)
        near = near if acting and word.text.startswith("Dies") and any(map(_is_body_met, near)) else people or near
    near = [o for o in near if o.chunk is not None] or near
    near = [o for o in near if not (o.is_in_content and o.chunk is not None and o.chunk.is_indefinite)] or near
    last = max((o.sentence for o in near), default=None)
    near = [o for o in near if o.sentence == last]
    acting_there = (o for o in near if o.is_subject and not o.is_in_content and not _is_presented(notes, o))
    subjects = {id(o.referent.known) for o in acting_there}
    others = [o for o in near if id(o.referent.known) not in subjects]
    chosen = [o for o in others if not o.is_attribute] or others or near
    chosen = [o for o in chosen if o.referent.known.is_person] or chosen
    chosen = [o for o in chosen if o.referent.known.name or not _only_tells_who(notes, o)] or chosen
    found = max(chosen, key=lambda o: o.place).referent.known if chosen else None
    plain = word.text in ("Der", "Die") or (word.text in ("der", "die") and notes.is_speaker(context, word.span))
    if found is not None and not others and plain:
        found = _other_than_speaker(notes, context, word, found) or found
    asked = _before_the_last(notes, context, word) if found is None or found.name is None else None
    return asked if asked is not None and asked.is_person and asked.name and fits(asked, gender) else found


def _only_person_lately(notes: Notes, context: Context, word: Word, without: Set[int]) -> list[Occurrence]:
    """Return where the only man of a paragraph is told of, if the sentence before tells of nobody else.

    ``Ida Ott und Jan Kern streiten. „Er irrt“, sagt Ott. „Sie irrt“, sagt | dieser``; not *Ott will den Hersteller
    hören. | Dieser …*.
    """
    before = context.number - 1
    others = [one for one in notes.chunks[before] if one.nouns and not one.name] if context.number else []
    if any((one.gender or gender_of(one.nouns[-1])) == "Masc" for one in others):
        return []
    near = _near(notes, context, word, without, within=_TALK)
    people = [o for o in near if o.referent.known.is_person]
    people = [o for o in people if notes.paragraphs[o.sentence] == notes.paragraphs[context.number]]
    return people if len({id(o.referent.known) for o in people}) == 1 else []


def _gender_of_demonstrative(context: Context, word: Word) -> Gender | None:
    """Return the gender of a demonstrative, which in the dative is of a woman: *Dieser zufolge*, *nach dieser*."""
    text = word.text.lower()
    if text not in ("dieser", "jener"):
        return _DEMONSTRATIVES[text]
    behind = context.word(word.index + 1).text if word.index < context.length else ""
    before = context.word(word.index - 1).text.lower() if word.index > 1 else ""
    governed = behind == "zufolge" or before in ("nach", "laut", "zu", "von", "mit", "bei", "in", "aus", "auf")
    return "Fem" if governed else "Masc"


def _only_tells_who(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a noun may tell who somebody named is: *Ida Ott, bis Mai | ihre Nachbarin*, *als | Kapitän*."""
    chunk, words = occurrence.chunk, notes.contexts[occurrence.sentence].sentence.words
    as_such = chunk is not None and chunk.first > 1 and words[chunk.first - 2].text == "als"
    tells = chunk is not None and chunk.is_possessive and not _opens_clause(notes, occurrence)
    return chunk is not None and (tells or as_such)


def _opens_clause(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody acts in a main clause of their own: *Ott reist ab, | sein Kollege bleibt. …, so dieser*."""
    context, chunk = notes.contexts[occurrence.sentence], occurrence.chunk
    clause = notes.clause_of(occurrence)
    if clause is None or chunk is None or not occurrence.is_subject or clause.finite is None:
        return False
    behind = context.word(chunk.last + 1) if chunk.last < context.length else None
    return clause.kind == "main" and behind == clause.finite


def _other_than_speaker(notes: Notes, context: Context, word: Word, speaker: Referent) -> Referent | None:
    """Return the only other one told of lately, for *der* behind what somebody says: *„Er irrt“, sagt Ott. Der …*."""
    before = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.referent.known is speaker]
    if not any(o.is_speaker for o in before):
        return None
    near = _near(notes, context, word, {id(speaker)}, within=_PAIRED)
    near = [o for o in near if not (o.is_in_content and o.chunk is not None and o.chunk.is_indefinite)]
    people = {id(o.referent.known): o.referent.known for o in near if o.referent.known.is_person}
    return next(iter(people.values())) if len(people) == 1 else None


def _near(notes: Notes, context: Context, word: Word, without: Set[int], *, within: int) -> list[Occurrence]:
    """Return where whoever a demonstrative may mean is told of before it, so many sentences back at the most."""
    gender = _gender_of_demonstrative(context, word)
    return [
        o
        for o in notes.occurrences
        if 0 <= context.number - o.sentence <= within
        and (o.sentence < context.number or o.place < word.index - 1)
        and fits(o.referent.known, gender)
        and not (word.text.lower() == "diesem" and o.referent.known.gender == "Fem")
        and o.referent.known.kind != "place"
        and id(o.referent.known) not in without
    ]


def _stands_behind_so(context: Context, word: Word) -> bool:
    """Say whether no verb tells the number of *diese*: *Das reiche, so | diese*."""
    return word.index > 1 and context.word(word.index - 1).text == "so"


@way("former-latter")
def _the_farther(notes: Notes, context: Context, word: Word) -> Referent | None:
    """``Jener``: of the two spoken of last who is told of earlier, or not the one whom *dieser* has just meant."""
    gender, seen = _DEMONSTRATIVES[word.text.lower()], list[Referent]()
    for occurrence in notes.occurrences:
        known = occurrence.referent.known
        is_near = 0 <= context.number - occurrence.sentence <= _FARTHEST and occurrence.span.end <= word.span.start
        if is_near and known.is_person and not occurrence.is_in_content and fits(known, gender):
            seen = [*(one for one in seen if one is not known), known]
    if len(seen) == 1:
        return _told_by(notes, context, seen[0], gender) if _has_just_spoken(notes, context, seen[0]) else seen[0]
    return seen[-2] if len(seen) == len(("dieser", "jener")) else None


def _has_just_spoken(notes: Notes, context: Context, person: Referent) -> bool:
    before = (o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_speaker)
    return any(o.referent.known is person for o in before)


def _told_by(notes: Notes, context: Context, speaker: Referent, gender: Gender | None) -> Referent | None:
    """Return whom alone the last speaker has named: *Ott verwies darauf, dass Kern dort war. Jener …*."""
    near = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_in_content]
    told = {id(o.referent.known): o.referent.known for o in near if o.referent.known.is_person}
    found = [person for person in told.values() if person is not speaker and fits(person, gender)]
    return found[0] if len(found) == 1 else None


def _is_presented(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody new stands behind the verb: *Neben der Tante sitzt | eine Beraterin. Diese …*."""
    chunk, clause = occurrence.chunk, None
    if occurrence.is_speaker:
        return False  # …, sagte Ida Ott. …, sagt die: another
    if chunk is not None and (chunk.is_indefinite or _is_named_last(notes, occurrence)):
        clause = notes.contexts[occurrence.sentence].clauses.of(chunk.head)
    return clause is not None and clause.finite is not None and clause.finite.index < occurrence.place


def _is_named_last(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether somebody is named at the end of a sentence for the first time: *Dort steht ihr Sohn | Jan. Der …*.

    What follows may tell who that is: *Dort saß | Ida Ott |, bis Mai ihre Nachbarin*.
    """
    known, here = occurrence.referent.known, (occurrence.sentence, occurrence.place)
    if known.name is None or any((o.sentence, o.place) < here for o in notes.occurrences if o.referent.known is known):
        return False
    behind = [o for o in notes.occurrences if o.sentence == here[0] and o.place > here[1]]
    others = (o for o in behind if o.referent.known.is_person and o.referent.known is not known)
    return not any(o.chunk is None or o.chunk.name for o in others)


def _is_body_met(occurrence: Occurrence) -> bool:
    """Say whether somebody did something to a body: *Die Rentnerin lobte die Feuerwehr. Diese …*."""
    chunk, is_body = occurrence.chunk, occurrence.referent.known.kind == "organisation"
    met = chunk is not None and chunk.preposition is None and not occurrence.is_subject
    return is_body and met and not occurrence.is_in_content and not occurrence.is_attribute


def _is_governed(context: Context, word: Word) -> bool:
    """Say whether a preposition stands beside a pronoun, as where a document is the source: *diesem zufolge*."""
    before = context.word(word.index - 1) if word.index > 1 else None
    behind = context.word(word.index + 1) if word.index < context.length else None
    governed = before is not None and before.upos == "ADP"
    return governed or (behind is not None and behind.text.lower() in ("zufolge", "gemäß", "nach"))


@way("former-latter")
def of_the_pair(notes: Notes, context: Context, form: str) -> Referent | None:
    """Return whom *Letzterer* or *Ersterer* means: one of those named together last, else of the two spoken of last."""
    is_last = form in _LAST_OF
    gender: Gender | None = "Masc" if form.endswith("er") else "Fem" if form.endswith("e") else None
    pair = next((pair for pair in reversed(notes.pairs) if context.number - pair.sentence <= _PAIRED), None)
    if not is_last and notes.contrasted is not None and context.number - notes.contrasted[0] <= 1:
        return notes.contrasted[1].known
    of_two = pair is not None and _tells_of_two(notes, context, pair.sentence, gender)
    seen = _seen_lately(notes, context, is_before=of_two)
    if pair is not None and not of_two and fits(pair.referents[-1 if is_last else 0].known, gender):
        return pair.referents[-1 if is_last else 0].known
    if gender is not None:
        seen = [person for person in seen if fits(person, gender)] if not is_last else _up_to(seen, gender)
    if is_last and len(seen) > 1:
        notes.contrasted = context.number, seen[-2]
    return (seen[-1] if is_last else seen[-2] if len(seen) > 1 else seen[0]) if seen else None


def _seen_lately(notes: Notes, context: Context, *, is_before: bool) -> list[Referent]:
    """Return the people of the sentence before, and else of this one too, each time they are told of.

    What somebody goes on to say unmentioned stands between: *Ott rügt ihre Nichte. „Nein.“ Letztere …*.
    """
    since = _told_last(notes, context)
    seen: list[Referent] = []
    for occurrence in notes.occurrences:
        known = occurrence.referent.known
        is_told = since <= occurrence.sentence and not (occurrence.is_in_content or occurrence.is_implied)
        is_told = is_told and not (is_before and occurrence.sentence == context.number)
        if is_told and known.is_person and known not in seen[-1:]:
            seen.append(known)
    return seen


def _told_last(notes: Notes, context: Context) -> int:
    """Return the number of the sentence before, or of the one before that if somebody only goes on in it."""
    before = [o for o in notes.occurrences if o.sentence == context.number - 1]
    return context.number - 1 - bool(before and all(o.is_implied for o in before))


def _tells_of_two(notes: Notes, context: Context, number: int, gender: Gender | None) -> bool:
    """Say whether the last sentence, behind one that names two together, tells of two people, too."""
    last = _told_last(notes, context)
    told = [o for o in notes.occurrences if o.sentence == last and not (o.is_in_content or o.is_implied)]
    people = {id(o.referent.known) for o in told if o.referent.known.is_person and fits(o.referent.known, gender)}
    return number < last and len(people) == len(("former", "latter"))


def _up_to(people: list[Referent], gender: Gender) -> list[Referent]:
    """Return the people up to the last one that fits in gender."""
    places = [place for place, person in enumerate(people) if fits(person, gender)]
    return people[: places[-1] + 1] if places else []


def is_one_of_the_pair(form: str) -> bool:
    """Say whether a word is *Letzterer* or *Ersterer* in one of their forms."""
    return form.lower() in _LAST_OF or form.lower() in _FIRST_OF


def is_pronoun(word: Word) -> bool:
    """Say whether a word is a pronoun that can stand for somebody."""
    small = word.text.lower()
    if small in ("er", "sie", "es", "ihm", "ihn", "ihnen") or small in _LAST_OF or small in _FIRST_OF or small in _BOTH:
        return True
    if small == "ihr":
        return word.upos == "PRON"
    if small in _DEMONSTRATIVES:
        return word.upos in ("PRON", "DET") or (small in _FARTHER and word.upos in ("PROPN", "ADV"))
    return small in _RELATIVES and word.upos == "PRON" and word.index > 1


def _is_relative(context: Context, word: Word) -> bool:
    before = list(context.words(max(1, word.index - 2), word.index - 1))
    if before and before[-1].is_finite:
        return False  # „Ja“, bestätigt der
    return any(w.text == "," for w in before)


def _pronoun_gender(word: Word, context: Context) -> Gender | None:
    small = word.text.lower()
    if small in _SINGULAR:
        return _SINGULAR[small]
    return "Fem" if small in ("sie", "ihr") else None


def _relative_gender(context: Context, word: Word) -> Gender | None:
    small = word.text.lower()
    governed = word.index < context.length and context.word(word.index + 1).text.lower() == "zufolge"
    if word.index > 1 and (governed or context.word(word.index - 1).upos == "ADP"):
        return "Fem" if small == "der" else None
    genders: dict[str, Gender] = {
        "der": "Masc",
        "die": "Fem",
        "das": "Neut",
        "den": "Masc",
        "welcher": "Masc",
        "welche": "Fem",
    }
    if small == "der" and word.features.get("Case") in ("Dat", "Gen"):
        return "Fem"
    return genders.get(small)


def is_plural_pronoun(context: Context, word: Word) -> bool:
    """Say whether *sie* or *ihnen* is of several, by the finite verb of its clause."""
    if word.text.lower() == "ihnen":
        return True
    if _is_joined(context, word):
        return False
    beside = [context.word(place) for place in (word.index - 1, word.index + 1) if 0 < place <= context.length]
    verbs = [w for w in beside if w.upos in ("VERB", "AUX") and w.features.get("VerbForm") == "Fin" and not w.masked]
    clause = context.clauses.of(word)
    finite = verbs[0] if verbs else None if clause is None else clause.finite
    if finite is None:
        return word.features.get("Number") == "Plur"
    is_one = finite.text.endswith("e")  # wünsche, habe: whatever the tagger says
    return finite.text.endswith("en") or (finite.features.get("Number") == "Plur" and not is_one)


def _is_joined(context: Context, word: Word) -> bool:
    """Say whether a pronoun is one of two who are named together: *Sie | und Beck betonten*."""
    if word.index + 2 > context.length or context.word(word.index + 1).text != "und":
        return False
    other = context.word(word.index + 2)
    return other.upos in ("PROPN", "NOUN", "DET") and not other.masked
