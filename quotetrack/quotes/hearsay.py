"""What is only said to be so, with *sollen*: *Der Täter soll geflohen sein*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.quotes.building import whole_sentence
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse, is_new_paragraph
from quotetrack.quotes.whole_sentences import add_sentence

_STATES: Final = (["stammen"], ["angehören"], ["besitzen"], ["leiden"], ["kennen"], ["wissen"])
"""Infinitives for what is so and cannot be brought about."""


def hearsay(context: Context, discourse: Discourse) -> bool:
    """Take ``Der Täter soll geflohen sein.``: after a report, or with an infinitive of the perfect.

    In a new paragraph the author rather tells what somebody is there for: *Trainer Ott soll den Klub retten*.
    """
    near = discourse.follows(context)
    before = discourse.before(context)
    apart = before is not None and is_new_paragraph(before, context)
    found = (main for main in _hearsays(context) if near or _has_perfect_infinitive(main))
    told = next((main for main in found if not apart or _has_perfect_infinitive(main) or _is_passive(main)), None)
    return told is not None and _add(context, discourse, "soll-hearsay")


def state(context: Context, discourse: Discourse) -> bool:
    """Take ``Es soll sich um Brandstiftung handeln.``: a state that nobody can plan, also without a report before."""
    told = next((main for main in _hearsays(context) if _is_of_state(main)), None)
    return told is not None and _add(context, discourse, "soll-state")


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
    """Say whether the infinitive in front tells what somebody is to do: *Vermitteln soll nun Ott*."""
    first, *others = clause.words
    fronted = first.index == 1 and first.text.endswith("n") and others[:1] == [clause.finite]
    return fronted and not any(word.upos in ("VERB", "AUX") for word in others[1:])


def _is_of_state(clause: Clause) -> bool:
    """Say whether the infinitive tells a state that nobody can plan: *Es soll sich um Brandstiftung handeln*."""
    verbs = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX") and not word.masked]
    reflexive = any(word.text == "sich" for word in clause.words)
    return verbs[-1:] in _STATES or (reflexive and verbs[-1:] in (["handeln"], ["befinden"]))


def _is_passive(clause: Clause) -> bool:
    """Say whether something is to be done, no matter by whom: *150 Stellen sollen gestrichen werden*."""
    return any(word.text == "werden" and word.upos in ("VERB", "AUX") for word in clause.words)


def _has_perfect_infinitive(clause: Clause) -> bool:
    verbs = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX")]
    participle = any(word.features.get("VerbForm") == "Part" for word in clause.words)
    return participle and bool(verbs) and verbs[-1] in ("haben", "sein")
