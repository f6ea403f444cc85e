"""What is only said to be so, with *sollen* and *wollen*: *Er soll geflohen sein*, *Ott will ihn gesehen haben*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import verb_cue
from quotetrack.moods import is_konjunktiv
from quotetrack.quotes.building import whole_sentence
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse, accuser_in, is_new_paragraph
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.whole_sentences import add_reported, add_sentence, is_first_person
from quotetrack.spans import Span
from quotetrack.syntax import SUBJECTS

_AHEAD: Final = frozenset({"bis", "bevor", "spätestens", "ehe", "dann", "demnächst", "künftig"})
"""Words by which *will … haben* tells what is to be done by then."""
_SURVEYS: Final = ("umfrage", "befragung", "statistik", "studie", "hochrechnung", "hochrechnungen", "zahlen")
"""Ends of nouns for what tells how things are, not what is planned."""
_FROM_NOW: Final = frozenset({"nun", "künftig", "demnächst"})
_STATES: Final = (["stammen"], ["angehören"], ["besitzen"], ["leiden"], ["kennen"], ["wissen"])
"""Infinitives for what is so and cannot be brought about."""


def hearsay(context: Context, discourse: Discourse) -> bool:
    """Take ``Der Täter soll geflohen sein.``: after a report, or with an infinitive of the perfect.

    With a name in a new paragraph, or an end in the future, the author rather tells what somebody is there for.
    """
    near = discourse.follows(context) and not _is_survey(discourse.speaker)
    before = discourse.before(context)
    apart = before is not None and is_new_paragraph(before, context)
    ahead = any(word.text.lower() == "bis" for word in context.sentence.words if not word.masked)
    found = [main for main in _hearsays(context) if near or _has_perfect_infinitive(context, main)]
    named = {main.number for main in found if _is_of_somebody_named(main)}
    behind = {main.number for main in found if _follows_author(context, main)}
    plans = {main.number for main in found if ahead or (main.number in named and (apart or main.number in behind))}
    sure = (main for main in found if _has_perfect_infinitive(context, main) or _is_passive(main))
    first = next((main for main in found if main.number not in plans), None) or next(sure, None)
    if first is not None and _is_behind_author(context, first):
        return _add_half(context, discourse, first)
    return first is not None and _add(context, discourse, "soll-hearsay")


def _is_behind_author(context: Context, told: Clause) -> bool:
    """Say whether a semicolon or colon parts what is said to be so from what the author tells: *…; er soll leben*."""
    return _follows_author(context, told) and context.separator_before(told.start) in (";", ":")


def _follows_author(context: Context, told: Clause) -> bool:
    """Say whether the author's own clauses stand before: *Ida Ott hat das Boot gefunden, Olga Kern soll es retten*."""
    mains = [main for main in context.main_clauses() if main.start < told.start]
    return bool(mains) and all(main.finite is not None and not is_konjunktiv(main.finite) for main in mains)


def _add_half(context: Context, discourse: Discourse, told: Clause) -> bool:
    """Add the half of a sentence that is said to be so, of whom accuses somebody in the other."""
    whole, trimmed = whole_sentence(context), context.trimmed(told.start, context.length)
    if whole is None or trimmed is None or context.word(context.length).text == "?":
        return False
    span = Span(context.span(*trimmed).start, whole.end)
    add_sentence(context, discourse, "free_indirect", span, accuser_in(context), "soll-hearsay", "indicative")
    return True


def _is_survey(speaker: Mention | None) -> bool:
    """Say whether who spoke is a survey or the like, which tells no plans: *Laut Umfrage sind 54 Prozent dagegen*."""
    return speaker is not None and speaker.head.text.lower().endswith(_SURVEYS)


def state(context: Context, discourse: Discourse) -> bool:
    """Take ``Es soll sich um Brandstiftung handeln.``: a state that nobody can plan, also without a report before."""
    told = next((main for main in _hearsays(context) if _is_of_state(main)), None)
    return told is not None and _add(context, discourse, "soll-state")


def claim(context: Context, discourse: Discourse) -> bool:
    """Take ``Eine Zeugin will Schreie gehört haben.``: with an infinitive of the perfect *wollen* is a claim.

    With an end in the future it is an intention: *Bis 2030 will die Stadt alle Busse ersetzt haben*.
    """
    span = whole_sentence(context)
    ahead = any(word.text.lower() in _AHEAD for word in context.sentence.words if not word.masked)
    if span is None or ahead or is_first_person(context) or context.word(context.length).text == "?":
        return False
    for main in context.main_clauses():
        wants = main.finite is not None and main.finite.text.lower() in ("will", "wollen")
        told = wants and _has_perfect_infinitive(context, main)
        cue = verb_cue(context.sentence, context.clauses, main) if told else None
        speaker = None if cue is None else speaker_of(context, cue)
        nobody = speaker is not None and speaker.head.text.lower() in ("niemand", "keiner", "keine")
        if cue is not None and speaker is not None and speaks(speaker.head) and not nobody:
            add_reported(context, discourse, span, cue, speaker, "will-claim")
            return True
    return False


def _hearsays(context: Context) -> Iterator[Clause]:
    """Yield the main clauses with *soll* or *sollen* that are no plans."""
    for main in context.main_clauses():
        if main.finite is not None and main.finite.text.lower() in ("soll", "sollen") and not _is_plan(main):
            yield main


def _add(context: Context, discourse: Discourse, rule: str) -> bool:
    """Add the sentence; its source is who was quoted not long before in the same paragraph, or accuses right before."""
    span = whole_sentence(context)
    if span is None or context.word(context.length).text == "?":
        return False
    quoted = discourse.speaker if discourse.follows(context) or discourse.lately(context) else None
    add_sentence(context, discourse, "free_indirect", span, quoted or discourse.accuser(context), rule, "indicative")
    return True


def _is_plan(clause: Clause) -> bool:
    """Say whether a clause tells what somebody is to do: *Vermitteln soll nun Ott*, *…, dann soll Ott aussagen*."""
    first, *others = clause.words
    if first.text == "dann" and first.index > 1:
        return clause.words[-1].text not in ("haben", "sein")
    verbs = [word for word in others if word.upos in ("VERB", "AUX") and word != clause.finite]
    if len(verbs) == 1 and any(word.text in _FROM_NOW for word in others):
        return True  # Eine Juristin soll nun vermitteln
    fronted = first.index == 1 and first.text.endswith("n") and others[:1] == [clause.finite]
    return fronted and not any(word.upos in ("VERB", "AUX") for word in others[1:])


def _is_of_state(clause: Clause) -> bool:
    """Say whether the infinitive tells a state that nobody can plan: *Es soll sich um Brandstiftung handeln*."""
    verbs = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX") and not word.masked]
    reflexive = any(word.text == "sich" for word in clause.words)
    return verbs[-1:] in _STATES or (reflexive and verbs[-1:] in (["handeln"], ["befinden"]))


def _is_of_somebody_named(clause: Clause) -> bool:
    """Say whether the subject is a name, of whom the author tells a task: *Ott soll den Klub retten*."""
    return any(word.relation in SUBJECTS and word.upos == "PROPN" and not word.masked for word in clause.words)


def _is_passive(clause: Clause) -> bool:
    """Say whether something is to be done, no matter by whom: *150 Stellen sollen gestrichen werden*."""
    participle = any(word.features.get("VerbForm") == "Part" for word in clause.words)
    return participle and any(word.text == "werden" and word.upos in ("VERB", "AUX") for word in clause.words)


def _has_perfect_infinitive(context: Context, clause: Clause) -> bool:
    """Say whether an infinitive of the perfect follows, by its last part too: *sollen gelogen, | betrogen haben*."""
    behind = next((other for other in context.clauses.all if other.start == clause.end + 2), None)
    joined = behind is not None and context.separator_before(behind.start) == ","
    last = [word for word in behind.words if word.upos != "PUNCT"][-2:] if joined and behind is not None else []
    if len(last) > 1 and last[1].text == "haben" and last[0].features.get("VerbForm") == "Part":
        return clause.words[-1].features.get("VerbForm") == "Part"
    verbs = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX")]
    participle = any(word.features.get("VerbForm") == "Part" for word in clause.words)
    return participle and bool(verbs) and verbs[-1] in ("haben", "sein")
