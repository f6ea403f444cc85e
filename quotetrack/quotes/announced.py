"""Quotations that the line before announces: ``Landrat Ahlers sagte:``, a line end, ``„Es war schön.“``."""

from __future__ import annotations

from typing import Final

from quotetrack.cues import VerbCue, verb_cue
from quotetrack.quotes.building import frame_spans, spans_of_words
from quotetrack.quotes.context import Context
from quotetrack.quotes.direct_speech import leads_up_to
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Quote
from quotetrack.quotes.reporting import behind_comma, shares_subject
from quotetrack.quotes.roles import roles_of
from quotetrack.quotes.verbal import verbal_reports

_NAMING: Final = frozenset({"PROPN", "NOUN", "PRON"})


def announced(context: Context, before: Context | None) -> Quote | None:
    """Return the roles that the sentence before gives to a passage, if it ends right there with a colon."""
    if before is None or before.length < 2 or not _leads_to(before, context):
        return None
    leading = _leading_verbs(before)
    return _by_verb(context, before, leading) if leading else _by_name(context, before)


def _leads_to(before: Context, context: Context) -> bool:
    colon = before.word(before.length)
    between = context.text[colon.span.end : context.sentence.span.start]
    return colon.text == ":" and not colon.masked and between.isspace()


def _leading_verbs(before: Context) -> list[VerbCue]:
    """Return the verbs up to that of the clause that the colon ends; the last is that verb."""
    cues = (verb_cue(before.sentence, before.clauses, clause) for clause in before.clauses.all)
    found = [cue for cue in cues if cue is not None]
    while found and not leads_up_to(before, found[-1], before.length - 1):
        found.pop()
    return found


def _by_verb(context: Context, before: Context, leading: list[VerbCue]) -> Quote:
    cue = leading[-1]
    ended = [report for report in verbal_reports(before) if report.end < cue.verb.index]
    first = behind_comma(before, max((report.end for report in ended), default=0) + 1)
    earlier = [report.cue for report in ended[-1:]] or leading[-2:-1]
    roles = roles_of(before, cue, earlier[0] if earlier and shares_subject(cue.clause) else None)
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("direct-after-colon",),
        cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
        frame=frame_spans(before, ((first, before.length),)),
        speaker=roles.speaker,
        via=roles.via,
        addressee=roles.addressee,
        medium=cue.medium,
    )


def _by_name(context: Context, before: Context) -> Quote | None:
    """``Bürgermeister Ott:``, and no verb."""
    clause = before.clauses.of(before.word(before.length - 1))
    if clause is None or clause.finite is not None or clause.start > 1:
        return None
    heads = [word for word in clause.words if word.upos in _NAMING and not word.masked]
    if not heads:
        return None
    colon = before.word(before.length)
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("direct-after-name",),
        cue=CueWords((colon.span,), ":", "colon"),
        frame=(before.span(1, before.length),),
        speaker=mention(before, heads[0], clause, whole=True),
        medium="speech",
    )
