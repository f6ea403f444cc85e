"""Who answers, and whom: whoever has just spoken does not answer himself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, verb_cue
from quotetrack.nouns import Gender
from quotetrack.quotes.attitude_verbs import SIDES, STANDING
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.questions import whom_asks
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.stances import answering
from quotetrack.spans import Span
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.syntax import Word

#: Verbs of whoever speaks after somebody else.
_ANSWERS: Final = frozenset(
    "antworten beantworten dagegenhalten dazwischenfragen dazwischenrufen einwenden einwerfen entgegenhalten entgegnen"
    " erwidern kontern parieren widersprechen zurückfragen zurückgeben zurückrufen zurückschreiben".split()
)
#: Verbs of whoever asks somebody who has just spoken.
_FOLLOWING_UP: Final = frozenset({"nachfragen", "nachhaken"})
_AND_RE: Final = regex.compile(r"\P{L}*Und\b")
_GENDERS: Final[dict[str, Gender]] = {"er": "Masc", "sie": "Fem"}
_ASKING: Final = frozenset({"fragen", "befragen", "nachfragen", "nachhaken", "erkundigen"})
_ASKED_RE: Final = regex.compile(
    r"\b[Aa]uf (?:die |eine |entsprechende )?(?:Frage|Nachfrage|Anfrage)\b|\b[Aa]ngesprochen\b"
)
"""Frames in which somebody answers a question that nobody of the text has asked, perhaps the last speaker."""
_ABOUT_ASKED_RE: Final = {
    "er": regex.compile(r"\b(?:er|ihn|ihm|seine?[mnrs]?|Sie|Ihnen|Ihre?[mnrs]?|du|dich|dir)\b"),
    "sie": regex.compile(r"\b(?:sie|ihre?[mnrs]?|Sie|Ihnen|Ihre?[mnrs]?|du|dich|dir)\b"),
}
"""Words of a question for whom it is put to: *fragte Ott, ob er gestehe*; not *Ott fragt, wer das zahle*."""
_SUBJUNCTIVE_RE: Final = regex.compile(r"\b(?:habe|hätten?)\b")
#: *Er habe ihm gesagt*: whoever tells this was told it; *sie habe ihm gesagt* she may tell herself.
_TO_TELLER_RE: Final = {
    "er": regex.compile(r"\b(?:habe|hätten?) ih[mn]\b"),
    "sie": regex.compile(r"\b(?:habe|hätten?) (?:ihr|sie)\b"),
}
_TURNS: Final = 4
_BETWEEN: Final = frozenset({"dazwischen", "dazwischenging", "dazwischengegangen", "schlichten", "vermittelte"})
"""Words that tell of somebody beside those who quarrel."""
_TO_SOMEBODY_RE: Final = regex.compile(r"\b(?:habe|hätten?) (?:ih[mnr]|sie)\b")


def is_answer(quote: Quote) -> bool:
    """Say whether a quotation answers what somebody has said."""
    return quote.cue is not None and quote.cue.lemma in _ANSWERS


def answers(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether a mention is of somebody who answers."""
    return any(is_answer(quote) for quote, _ in notes.spoken_by(context, word))


def answers_a_speaker(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether a mention is of somebody who answers what has been said, and no question of the frame."""
    return any(is_answer(quote) and not is_asked(notes, quote) for quote, _ in notes.spoken_by(context, word))


def is_asked(notes: Notes, quote: Quote) -> bool:
    """Say whether a quotation answers a question that somebody of the frame has asked, or nobody of the text."""
    return any(_ASKED_RE.search(span.of(notes.text)) for span in quote.frame)


def spoke_before_the_last(notes: Notes, context: Context, word: Word, within: int) -> list[Referent]:
    """Return who spoke in the sentences before, the last speaker aside, if a mention is of somebody who answers."""
    if not answers(notes, context, word):
        return []
    near = (o for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= within)
    spoken = [o.referent.known for o in near]
    return [person for person in spoken if person is not spoken[-1]]


def answered_by(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the id of whom a speaker answers or who tells what a speaker said: whoever has just spoken.

    ``…, sagte Ott. „Nein“, konterte die Ärztin.`` ``…, sagte Ott. Die Ärztin habe ihm versichert, dass …``
    A quotation that a verb only tells of (*wies das zurück*) may be the start of the answer.
    """
    own = [
        quote
        for quote, speaker in notes.spoken_by(context, word)
        if is_answer(quote)
        or _is_told(notes, quote)
        or _follows_then(notes, context, speaker.span)
        or _confirms(quote, word)
        or _asks_on(notes, context, quote)
    ]
    if not own or any(is_asked(notes, quote) for quote in own):
        return set()
    last = _last_speaker_before(notes, context, own)
    if last is None:
        if word.upos == "PRON":
            follows = any(is_answer(q) or _follows_then(notes, context, _said_by(q, word)) for q in own)
            gender = _GENDERS.get(word.text.lower()) if follows else None
            return set() if gender is None else _turning_to_another(notes, context, gender)
        return tellers_before(notes, context) if any(_is_told(notes, quote) for quote in own) else set()
    spoken = [
        o.referent.known
        for o in notes.occurrences
        if o.sentence == last.sentence and last.span.contains(o.span) and o.is_speaker
    ]
    small = word.text.lower()
    if spoken and small in _TO_TELLER_RE and not any(_is_other(notes, context, q, small, spoken[0]) for q in own):
        return set()  # he may tell what he said himself
    return {id(person) for person in spoken[:1]}


def _said_by(quote: Quote, word: Word) -> Span:
    """Return where the speaker of a quotation is told, else the word itself."""
    return word.span if quote.speaker is None else quote.speaker.span


def _confirms(quote: Quote, word: Word) -> bool:
    """Say whether somebody confirms what another has said: *Das Wort sei gefallen, bestätigte | der Koch*."""
    return word.upos == "NOUN" and quote.cue is not None and quote.cue.lemma == "bestätigen"


def _asks_on(notes: Notes, context: Context, quote: Quote) -> bool:
    """Say whether somebody asks whoever has just answered: *…, antwortete Ott. „Und wann?“, fragte | sie*."""
    if quote.cue is None or quote.cue.lemma not in _ASKING:
        return False
    on = quote.cue.lemma in _FOLLOWING_UP or _AND_RE.match(quote.spans[0].of(notes.text)) is not None
    last = _last_before(notes, context, [quote])
    return on and last is not None and last.cue is not None and last.cue.lemma not in _ASKING


def parted_by(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the ids of the two who have spoken last, for who steps between them: *Der Direktor ging dazwischen*."""
    clause = context.clauses.of(word)
    if clause is None or word.upos == "PRON" or not {other.text.lower() for other in clause.words} & _BETWEEN:
        return set()
    near = [o.referent.known for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _TURNS]
    speakers = list({id(person): person for person in near}.values())
    return {id(person) for person in speakers[-2:]}


def asked_by(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the id of who asks in the sentence before, for a noun: *Richter Ott fragte …. Der 25-Jährige …*."""
    before = context.number - 1
    if before < 0 or (word.upos == "PRON" and not _tells(notes, context, word)):
        return set()
    asked = [
        o
        for o in notes.occurrences
        if o.sentence == before and o.is_subject and not o.is_in_content and o.referent.known.is_person
    ]
    clauses = notes.contexts[before].clauses.all
    return {
        id(o.referent.known)
        for o in asked
        if o.clause is not None and o.clause < len(clauses) and _asks(clauses[o.clause])
    }


def _tells(notes: Notes, context: Context, word: Word) -> bool:
    """Say whether a pronoun is of who was asked: the question is about them, and they ask nothing."""
    about = _ABOUT_ASKED_RE.get(word.text.lower())
    before = notes.contexts[context.number - 1].sentence.span.of(notes.text)
    quotes = (
        [quote for quote, _ in notes.spoken_by(context, word)] if about is not None and about.search(before) else []
    )
    return any("?" not in quote.spans[-1].of(notes.text) and "interrogative" not in quote.rules[0] for quote in quotes)


def who_was_asked(notes: Notes, context: Context) -> Referent | None:
    """Return whom somebody asks in the sentence before, and who answers: *Ott fragte Kern, ob …. „Ja“, sagte er*."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return None
    told = [o for o in notes.occurrences if o.sentence == before and o.clause is not None and not o.is_in_content]
    people = [o for o in told if o.referent.known.is_person and not o.is_attribute]
    clauses = notes.contexts[before].clauses.all
    asked = [
        o.referent.known
        for o in people
        if o.clause is not None and o.clause < len(clauses)
        if (o.is_subject and _is_asked_there(clauses[o.clause]))
        or (not o.is_subject and _asks(clauses[o.clause]) and o.chunk is not None and o.chunk.preposition is None)
    ]
    if asked:
        return asked[0] if len({id(person) for person in asked}) == 1 else None
    mention = whom_asks(notes.contexts[before])
    found = None if mention is None else notes.by_head.get((before, mention.head.index))
    return found.known if found is not None and found.known.is_person else None


def _is_asked_there(clause: Clause) -> bool:
    """Say whether the subject of a clause is asked: *Ott wurde gefragt, ob …*."""
    finite = clause.finite
    passive = finite is not None and lemma_of(finite) == "werden"
    return passive and any(word.text in ("gefragt", "befragt", "angesprochen") for word in clause.words)


def _asks(clause: Clause) -> bool:
    finite = clause.finite
    texts = {word.text for word in clause.words}
    if finite is not None and lemma_of(finite) == "wollen" and texts & {"wissen", "erfahren"} and "nichts" not in texts:
        return True
    return finite is not None and lemma_of(finite) in _ASKING and "sich" not in texts


def who_judged(notes: Notes, context: Context) -> Referent | None:
    """Return by whom the subject of the sentence before is judged: *Ott wurde von Kern kritisiert. …, sagte er*.

    So it is with those from whom something comes: *Ott bekommt Gegenwind von Kern. …, sagte er*.
    """
    number = context.number - 1
    if number < 0 or notes.paragraphs[number] != notes.paragraphs[context.number]:
        return None
    before = notes.contexts[number]
    found = [mention for main in before.main_clauses() if (mention := _judging(before, main)) is not None]
    judges = [notes.by_head.get((number, mention.head.index)) for mention in found]
    people = [judge.known for judge in judges if judge is not None and judge.known.is_person]
    return people[0] if len(people) == 1 else None


def _judging(context: Context, main: Clause) -> Mention | None:
    """Return by whom somebody is judged in a passive, or from whom criticism or support comes."""
    cue = verb_cue(context.sentence, context.clauses, main)
    passive = cue is not None and cue.is_passive and not cue.is_negated and cue.lemma in SIDES | STANDING
    return speaker_of(context, cue) if passive and cue is not None else answering(context, main)


def _last_speaker_before(notes: Notes, context: Context, own: Sequence[Quote]) -> Mention | None:
    """Return the mention of who spoke last in the sentence before, unless it is that of the answer."""
    last = _last_before(notes, context, own)
    return None if last is None else last.speaker


def _last_before(notes: Notes, context: Context, own: Sequence[Quote]) -> Quote | None:
    before = [
        quote
        for quote in notes.quotes
        if quote.speaker is not None
        and quote.sentence == context.number - 1
        and quote.type != "reported"
        and not any(quote.speaker.span == other.speaker.span for other in own if other.speaker is not None)
    ]
    return max(before, key=lambda quote: quote.spans[-1].end) if before else None


def tellers_before(notes: Notes, context: Context) -> set[int]:
    """Return the id of who acts in the sentence before, and goes on: *Ott widersprach. Der Rat habe gewarnt, …*."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return set()
    acting = [o for o in notes.occurrences if o.sentence == before and o.is_subject and not o.is_in_content]
    people = {id(o.referent.known) for o in acting if o.referent.known.is_person and o.referent.known.name}
    return people if len(people) == 1 else set()


def _turning_to_another(notes: Notes, context: Context, gender: Gender) -> set[int]:
    """Return the id of who turns to somebody in the sentence before: *Ott bat Kern um Hilfe. …, antwortete sie*."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return set()
    here = [o for o in notes.occurrences if o.sentence == before and o.referent.known.is_person]
    here = [o for o in here if o.referent.known.gender in (gender, None) and not o.is_in_content]
    acting = {id(o.referent.known) for o in here if o.is_subject and not o.is_embedded}
    if any(_is_asked_there(clause) for clause in notes.contexts[before].clauses.all):
        return set()  # Ott wurde von Kern gefragt
    others = [o for o in here if not (o.is_subject or o.is_attribute or o.is_embedded)]
    others = [o for o in others if id(o.referent.known) not in acting]
    return acting if len(acting) == 1 and others else set()


def _is_other(notes: Notes, context: Context, quote: Quote, pronoun: str, teller: Referent) -> bool:
    """Say whether *er* or *sie* who speaks is not the teller, but answers, told it to the teller, or is told of."""
    answers = (
        is_answer(quote)
        or _asks_on(notes, context, quote)
        or (quote.speaker is not None and _follows_then(notes, context, quote.speaker.span))
    )
    is_reporter = teller.name is None and not _is_told(notes, quote, _TO_SOMEBODY_RE)
    return answers or is_reporter or _is_told(notes, quote, _TO_TELLER_RE[pronoun])


def _is_told(notes: Notes, quote: Quote, pattern: regex.Pattern[str] = _SUBJUNCTIVE_RE) -> bool:
    """Say whether somebody else tells what was said: the frame is in the subjunctive."""
    return any(pattern.search(span.of(notes.text)) for span in quote.frame)


def _follows_then(notes: Notes, context: Context, span: Span) -> bool:
    """Say whether *Darauf* stands before somebody, or *selbst* behind, who is told from whoever spoke before."""
    before = [word.text for word in context.sentence.words if word.span.end <= span.start]
    behind = [word.text for word in context.sentence.words if word.span.start >= span.end]
    himself = behind[:1] == ["selbst"] or span.of(notes.text).endswith(" selbst")
    return himself or before[-1:] in (["Darauf"], ["Daraufhin"])
