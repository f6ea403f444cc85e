"""Sentences without a report of their own that report all the same: the rules in their order.

Back-reference (*Das teilte X mit*), the Konjunktiv that continues a speaker, hearsay with *sollen*, headlines in which
a colon stands for the verb, and speech acts with a noun phrase for their content (*Die Partei fordert Neuwahlen*).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotetrack.moods import is_konjunktiv
from quotetrack.quotes.back_references import back_reference
from quotetrack.quotes.context import Context
from quotetrack.quotes.continuation import konjunktiv_continuation
from quotetrack.quotes.discourse import Discourse, introduces, is_new_paragraph, subject_mention
from quotetrack.quotes.headlines import headline
from quotetrack.quotes.hearsay import claim, hearsay, state
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.speech_acts import intention, speech_act

_TAKING_UP: Final = frozenset({"er", "sie", "dieser", "diese", "der", "die"})
"""Pronouns beside the verb for somebody of the sentence before, of whom its subject tells."""

Rule = Callable[[Context, Discourse], bool]

_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("back-reference", back_reference),
    ("konjunktiv-continues-speaker", konjunktiv_continuation),
    ("soll-hearsay", hearsay),
    ("soll-state", state),
    ("will-claim", claim),
    ("headline-colon", headline),
    ("speech-act", speech_act),
    ("intention", intention),
)


def sentence_level(context: Context, discourse: Discourse) -> bool:
    """Try the rules for whole sentences in their order; say whether one took the sentence."""
    return any(rule(context, discourse) for name, rule in _RULES if discourse.allows(name))


def continued(context: Context, discourse: Discourse) -> bool:
    """Try the rules for a sentence in the Konjunktiv or with *soll*, whose marked passages are fragments of it."""
    return bool(context.passages) and any(
        rule(context, discourse)
        for name, rule in _RULES
        if rule in (konjunktiv_continuation, hearsay, state) and discourse.allows(name)
    )


def continues_around(context: Context, discourse: Discourse, *, by_nouns: bool = False) -> bool:
    """Take a sentence that reports in the Konjunktiv as said by whoever is speaking; what it reports is within.

    With ``by_nouns`` it reports by nouns alone, whose verbs say nothing: *Die Forderung, zu gehen, sei überzogen*.
    """
    rule = "konjunktiv-continues-speaker"
    follows = discourse.speaker is not None and (discourse.follows(context) or goes_on_soon(context, discourse))
    follows = follows or (by_nouns and discourse.continued_speaker(context) is not None)
    speaking = follows or _is_about_subject(context, discourse)
    return speaking and discourse.allows(rule) and konjunktiv_continuation(context, discourse)


def goes_on_soon(context: Context, discourse: Discourse) -> bool:
    """Say whether one sentence of the author parts what somebody tells from what they told before."""
    before = discourse.before(context)
    goes_on = before is not None and discourse.lately(context) and context.number - discourse.sentence == 2
    return goes_on and before is not None and not introduces(before)


def _is_about_subject(context: Context, discourse: Discourse) -> bool:
    """Say whether the sentence before names somebody, of whom *er* or *sie* of this one tells."""
    before = discourse.before(context)
    subject = None if before is None or is_new_paragraph(before, context) else subject_mention(before)
    mains = [main for main in context.main_clauses() if main.finite is not None and is_konjunktiv(main.finite)]
    beside = {w.text.lower() for m in mains for w in m.words if m.finite and abs(w.index - m.finite.index) == 1}
    acting = subject is not None and (subject.head.upos == "PROPN" or subject.head.text in ("er", "sie", "Er", "Sie"))
    opening = context.word(1).text
    named = acting and (bool(beside & _TAKING_UP) or opening.startswith(("Sein", "Ihr")))
    told = before is not None and subject is not None and introduces(before)
    told = told and all(context.separator_before(placed.first) == ":" for placed in context.passages)
    return named or (told and subject is not None and speaks(subject.head))
