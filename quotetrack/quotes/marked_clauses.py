"""Subordinate clauses that only their Konjunktiv marks as reported: ``Sie lobte den Plan, weil er Geld spare``.

The main clause reports nothing by itself, but its subject is whose reason or view the clause gives (Duden-Grammatik §
769 ff. on the Konjunktiv as the sign of reported speech).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.cues import NEGATIONS, VerbCue, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_konjunktiv_1, is_konjunktiv_2
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import subject_mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.silence import act_silence

_CONJUNCTIONS: Final = frozenset(
    "weil da obwohl obgleich während wobei wohingegen solange sobald sodass nachdem".split()
)
_OF_VERBS: Final = NEGATIONS - frozenset("kein keine keinen keinem keiner keines keinerlei".split())
"""Words that deny the act itself, not its object."""
_DEPENDENT: Final = frozenset({"relative", "subordinate", "infinitive"})


@frozen
class MarkedClause:
    """A clause in the Konjunktiv, the last place of what belongs to it, its main clause, and whose words it gives."""

    clause: Clause
    end: int
    main: Clause
    speaker: Mention | None


def konjunktiv_clauses(context: Context) -> Iterator[MarkedClause]:
    """Yield the relative and causal clauses in the Konjunktiv that depend on a main clause in the indicative."""
    for main in context.main_clauses():
        if main.finite is None or is_konjunktiv_1(main.finite) or is_konjunktiv_2(main.finite):
            continue
        cue = verb_cue(context.sentence, context.clauses, main)
        clause = next((one for one in context.clauses.all if _is_reported(one, main, cue, context)), None)
        if clause is not None and (cue is None or act_silence(cue) is None or _gives_reason(clause, cue)):
            yield MarkedClause(clause, _end(context, clause), main, _speaker(context, cue))


def _gives_reason(clause: Clause, cue: VerbCue) -> bool:
    """Say whether a clause gives the reason for denying something, not the act: *erwartet keine Eile, da … fehle*."""
    words = {word.text.lower() for word in cue.clause.words if not word.masked}
    silence, finite = act_silence(cue), cue.clause.finite
    wanted = silence == "wanted" and finite is not None and finite.text in ("wollte", "wollten", "hatte", "hatten")
    return (silence == "denied" or wanted) and clause.opens_with("weil", "da") and not words & _OF_VERBS


def _is_reported(clause: Clause, main: Clause, cue: VerbCue | None, context: Context) -> bool:
    if clause.finite is None or clause.parent != main.number or context.separator_before(clause.start) != ",":
        return False
    if clause.kind != "relative" and not (clause.kind == "subordinate" and clause.opens_with(*_CONJUNCTIONS)):
        return False
    judged = cue is not None and (cue.lemma in table("reported_acts") or bool(cue.licenses))
    return is_konjunktiv_1(clause.finite) or (judged and is_konjunktiv_2(clause.finite))


def _speaker(context: Context, cue: VerbCue | None) -> Mention | None:
    return subject_mention(context) if cue is None else speaker_of(context, cue)


def _end(context: Context, clause: Clause) -> int:
    """Return the last place of the clause with the clauses that depend on it."""
    end = clause.end
    for other in context.clauses.all:
        if clause.start < other.start <= end + 2 and other.kind in _DEPENDENT:
            end = max(end, other.end)
    return end
