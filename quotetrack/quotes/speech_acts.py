"""Verbs that with their object alone tell what was said (*Die Partei fordert Neuwahlen*), and declared intentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause, has_infix
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv
from quotetrack.phrases import is_time
from quotetrack.quotes.act_contents import is_speech_act, is_told_by_nobody, may_be_act
from quotetrack.quotes.building import is_line, whole_sentence
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.reporting import shares_subject
from quotetrack.quotes.roles import TOLD_OF, speaker_of
from quotetrack.quotes.silence import act_silence
from quotetrack.quotes.topics import topic_prepositions
from quotetrack.quotes.whole_sentences import act_extent, add_reported, is_first_person
from quotetrack.spans import Span

_INTENDING: Final = frozenset({"will", "wollen", "möchte", "möchten"})
_CONTRARY: Final = (["aber"], ["jedoch"], ["zugleich"], ["gleichzeitig"])
"""Words behind a verb that goes on with the subject before it: *lobt das Konzept, fordert aber Nachbesserungen*."""
_SEEING: Final = frozenset({"sehen"})
"""Verbs of perception that judge with *als*: *sieht den Plan als Fortschritt*."""


def speech_act(context: Context, discourse: Discourse) -> bool:
    """Take ``Die Partei fordert Neuwahlen.``: a verb that with its object alone says what was said."""
    span = whole_sentence(context)
    if span is None:
        return False
    if _several(context, discourse):
        return True
    for clause in acting_clauses(context):
        act = act_in(context, clause)
        if act is not None:
            if _with_gapped(context, discourse, clause, act):
                return True
            part = _part_of_line(context, clause) or _behind_semicolon(context, clause, span)
            add_reported(context, discourse, part or span, *act, "speech-act")
            return True
    return False


def _with_gapped(context: Context, discourse: Discourse, clause: Clause, act: tuple[VerbCue, Mention | None]) -> bool:
    """Take two acts of one verb: *Die Anklage hatte auf Haft plädiert, | die Verteidigung auf Freispruch*."""
    cue, place = act[0], act[0].verb.index + 1
    if place + 3 > context.length or cue.verb == clause.finite or context.word(place).text != ",":
        return False
    rest = context.words(place + 1, context.length - 1)
    inner = next((word.index for word in rest if word.text.lower() in topic_prepositions(cue.lemma)), 0)
    if inner < place + 2 or any(word.upos in ("VERB", "AUX") or word.text == "," for word in rest):
        return False
    named = context.words(place + 1, inner - 1)
    head = next((word for word in named if word.upos in ("NOUN", "PROPN") and speaks(word) and not is_time(word)), None)
    if head is None or any(word.upos not in ("DET", "ADJ", "NOUN", "PROPN") for word in named):
        return False
    other = Mention(context.span(named[0].index, named[-1].index), head, context.number)
    add_reported(context, discourse, context.span(clause.start, place - 1), *act, "speech-act", inside=True)
    span = context.span(place + 1, context.length - 1)
    add_reported(context, discourse, span, cue, other, "speech-act", inside=True)
    return True


def _several(context: Context, discourse: Discourse) -> bool:
    """Take ``Ott warnt vor Hochwasser, Kern rechnet mit Eis.``: an act in each main clause, with its own subject."""
    mains = context.main_clauses()
    if len(mains) < 2 or is_line(context):
        return False
    acts = [(main, act) for main in mains if (act := act_in(context, main)) is not None]
    speakers = {speaker.span for _, (_, speaker) in acts if speaker is not None}
    if len(speakers) < 2 or len(acts) < len(mains):
        return False
    for main, act in acts:
        add_reported(context, discourse, act_extent(context, main), *act, "speech-act", inside=True)
    return True


def acting_clauses(context: Context) -> tuple[Clause, ...]:
    """Return the clauses whose verb may be an act: main clauses, and those that go on with the subject of the first.

    ``Sie gratulierte und sprach von einem Sieg.``
    """
    return (*context.main_clauses(), *_conjuncts(context))


def act_in(context: Context, clause: Clause, shared: Mention | None = None) -> tuple[VerbCue, Mention | None] | None:
    """Return the verb of a clause that with its object says what was said, and who speaks.

    ``shared`` is who spoke before in the same sentence, and goes on.
    """
    cue = verb_cue(context.sentence, context.clauses, clause)
    if cue is None or not may_be_act(cue) or _is_silent(cue) or cue.modal is not None or _asks(context, clause):
        return None
    if has_infix(cue.verb):
        return None  # Einen Krieg anzudrohen ist falsch
    speaker = shared or speaker_of(context, cue, _cue_before(context, clause))
    if clause.kind == "verb_first" and (speaker is None or is_time(speaker.head) or not speaks(speaker.head)):
        return None
    told = speaker is not None or (cue.is_passive and cue.lemma in TOLD_OF) or is_told_by_nobody(cue)
    return (cue, speaker) if told and is_speech_act(context, cue, speaker) else None


def _resumes(context: Context, clause: Clause) -> bool:
    """Say whether a clause goes on behind what is told in its front: *Während sie sagt, es sei gut, | warnt er*."""
    first, finite = context.clauses.all[0], clause.finite
    if first.kind != "subordinate" or finite is None or clause.words[0] != finite or is_konjunktiv(finite):
        return False
    before = [main.finite for main in context.main_clauses() if main.start < clause.start]
    return bool(before) and all(word is not None and is_konjunktiv(word) for word in before)


def _is_silent(cue: VerbCue) -> bool:
    """Say whether no act is reported; seeing is none of knowledge where something is seen *as* something."""
    silence = act_silence(cue)
    return silence is not None and not (silence == "known" and cue.lemma in _SEEING)


def _conjuncts(context: Context) -> Iterator[Clause]:
    """Yield the clauses that go on with the subject of the first: *Sie gratulierte | und sprach von einem Sieg*."""
    for clause in context.clauses.all:
        joined = clause.words[0].text == "und" and shares_subject(clause)
        contrary = clause.words[0] == clause.finite and [word.text for word in clause.words[1:2]] in _CONTRARY
        told = clause.kind == "verb_first" and (joined or contrary or _resumes(context, clause))
        if told and all(word.text != "sich" for word in clause.words):
            yield clause


def _cue_before(context: Context, clause: Clause) -> VerbCue | None:
    """Return the verb whose subject a conjunct shares."""
    before = context.clauses.before(clause) if clause.kind == "verb_first" else None
    return None if before is None else verb_cue(context.sentence, context.clauses, before)


def _asks(context: Context, main: Clause) -> bool:
    """Say whether a clause asks: *Befürchten Sie Einschnitte?*."""
    return main.words[0] == main.finite and context.word(context.length).text == "?"


def _part_of_line(context: Context, main: Clause) -> Span | None:
    """Return the half of a headline that a clause fills: *Streik legt Hafen lahm – Gewerkschaft fordert mehr Geld*."""
    if not is_line(context):
        return None
    dashes = [word.index for word in context.sentence.words if word.text in ("–", "—", "-") and word.upos == "PUNCT"]
    first = max((place + 1 for place in dashes if place < main.start), default=1)
    last = min((place - 1 for place in dashes if place > main.start), default=context.length)
    trimmed = context.trimmed(first, last)
    return None if not dashes or trimmed is None else context.span(*trimmed)


def _behind_semicolon(context: Context, main: Clause, whole: Span) -> Span | None:
    """Return the half of a sentence behind a semicolon in which somebody else acts: *Es brannte; Ott sprach von Pech*.

    A pronoun for a subject goes on with the half before.
    """
    subject = main.words[0].text.lower()
    if context.separator_before(main.start) != ";" or subject in ("er", "sie", "es", "das", "dies", "man"):
        return None
    return Span(context.word(main.start).span.start, whole.end)


def intention(context: Context, discourse: Discourse) -> bool:
    """Take ``Die Partei will die Steuern senken.``: what somebody intends is what they have said."""
    if is_first_person(context):
        return False
    for main in context.main_clauses():
        finite = main.finite
        cue = verb_cue(context.sentence, context.clauses, main)
        if finite is None or cue is None or finite.text.lower() not in _INTENDING or cue.is_negated or cue.is_passive:
            continue
        speaker = speaker_of(context, cue)
        span = whole_sentence(context)
        if speaker is None or span is None or cue.verb == finite:
            continue
        add_reported(context, discourse, span, cue, speaker, "intention")
        return True
    return False
