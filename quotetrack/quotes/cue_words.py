"""What belongs to the cue of a report beside its verb: the correlate of the clause, and the noun that it completes."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import evolve

from quotetrack.cues import CORRELATES, VerbCue
from quotetrack.quotes.context import Context
from quotetrack.quotes.nouns import noun_before
from quotetrack.quotes.reporting import Report
from quotetrack.syntax import Word

_CLAUSAL: Final = frozenset({"dass", "interrogative", "konjunktiv", "infinitive"})
_THREATENING: Final = frozenset({"drohen", "rechnen", "begründen", "argumentieren", "erklären", "rechtfertigen"})
"""Verbs with *damit*."""
_OPPOSING: Final = frozenset(
    "argumentieren aussprechen demonstrieren eintreten protestieren sein sträuben wehren wenden verwahren".split()
)
"""Verbs with *dagegen*; beside others it says that somebody else thinks otherwise."""
_SAYING: Final = frozenset("sagen erklären meinen mitteilen betonen äußern berichten schreiben".split())
"""Verbs with *darauf* for when it was said."""
_NO_CORRELATES: Final = frozenset({"es", "danach", "darin"})
_BEYOND: Final = frozenset({"hinaus", "unabhängig", "angesprochen", "befragt"})


def with_whole_cue(context: Context, report: Report) -> Report:
    """Return a report with the correlate of its clause, or the noun that the clause completes, in its cue."""
    if report.complement not in _CLAUSAL and report.cue.lemma != "bleiben":
        return report
    more = (*_correlates(report), *_completed_noun(context, report), *_expletive(report.cue))
    words = {word.index: word for word in (*report.cue_words, *more)}
    return evolve(report, cue_words=tuple(words[place] for place in sorted(words)))


def _correlates(report: Report) -> list[Word]:
    """Return *davon*, *darauf*, *dazu* of a clause that follows: *Sie ging davon aus, dass …*.

    ``Ida Ott dagegen habe gestanden``, ``Darüber hinaus hieß es`` and ``Dazu erklärte Ott, dass`` have none.
    """
    cue = report.cue
    words = [word for word in cue.clause.words if word.upos != "PUNCT"]
    beyond = {word.index for word, after in pairwise(words) if after.text.lower() in _BEYOND}
    return [
        word
        for word in words
        if _is_correlate(report, cue, word) and not word.masked and word.index not in beyond and word != words[0]
    ]


def _is_correlate(report: Report, cue: VerbCue, word: Word) -> bool:
    form = word.text.lower()
    if form == "danach":
        return cue.lemma in ("erkundigen", "fragen") and report.complement == "interrogative"
    if form == "dabei":
        return cue.lemma == "bleiben"
    if form not in CORRELATES - _NO_CORRELATES:
        return False
    if form == "damit":
        return cue.lemma in _THREATENING
    if form == "darauf" and cue.lemma in _SAYING:
        return False  # erklärte darauf, man werde nicht antworten
    if form == "dazu":
        return report.complement == "infinitive" or not cue.grants("i")
    return form != "dagegen" or cue.lemma in _OPPOSING


def _expletive(cue: VerbCue) -> list[Word]:
    """Return the *es* that fills the front of a passive without subject: *Es wird befürchtet, dass …*."""
    finite = cue.clause.finite
    if finite is None or not cue.is_passive:
        return []
    return [word for word in cue.clause.words if word.text.lower() == "es" and word.index == finite.index - 1]


def _completed_noun(context: Context, report: Report) -> list[Word]:
    """Return the noun of a speech act that the clause completes, as a verb that is none has it.

    ``Die Armee erteilte den Befehl, …``, ``gehen von dem Verdacht aus, …``: its article and preposition belong to it.
    """
    clause = context.clauses.of(context.word(report.content[0][0])) if report.content else None
    noun = None if clause is None or report.cue.licenses else noun_before(context, clause)
    if noun is None or noun not in report.cue.clause.words:
        return []
    found = [noun]
    for word in reversed(context.words(max(1, noun.index - 2), noun.index - 1)):
        if word.upos not in ("DET", "ADP") or word.features.get("Poss") == "Yes" or found[-1].upos == "ADP":
            break
        found.append(word)
    return found
