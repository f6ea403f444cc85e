"""Verbs that report: their complements to the right, to the left and around them, and the frame they make.

Complements are found on the surface of the clause: a *dass* or interrogative clause, a verb-second clause in the
Konjunktiv, an infinitive with *zu*, a marked passage after a colon or before a comma (Duden-Grammatik § 523 ff.,
§ 1667 ff.; Zifonun et al. 1997, ch. E2 on reported speech). Each kind has its module:
:mod:`~quotetrack.quotes.direct_speech`, :mod:`~quotetrack.quotes.complements`, :mod:`~quotetrack.quotes.preposed`;
this one asks them in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotetrack.clauses import INTERROGATIVES, Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.quotes.addressing_verbs import ASKING
from quotetrack.quotes.complements import complement_after
from quotetrack.quotes.context import Context
from quotetrack.quotes.cue_words import with_whole_cue
from quotetrack.quotes.direct_speech import speech_after, speech_before
from quotetrack.quotes.gapping import with_gaps
from quotetrack.quotes.preposed import clause_before, front_complement
from quotetrack.quotes.reporting import DEPENDENT, Report, is_quoted, is_reported, is_wie_frame, shares_subject


def verbal_reports(context: Context) -> Iterator[Report]:
    """Yield the verbs of a sentence that report something in it, from left to right; the first has what two could.

    *Sie schrieb in einem Brief, der gestern verlesen wurde, sie gehe*: she wrote that, the reading is beside it.
    """
    first = first_place(context)
    floor, covered = first, 0
    previous: VerbCue | None = None
    taken: set[tuple[tuple[int, int], ...]] = set()
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or is_quoted(context, cue.verb) or is_wie_frame(cue) or _is_asked(context, clause):
            continue
        nested = clause.start <= covered
        start = _own_start(context, clause) if nested else floor
        for report in _reports(context, cue, start, first, nested=nested):
            if clause.kind in DEPENDENT and (report.content or not cue.licenses) and _place(report) in taken:
                continue  # sagte, was alle gesehen hatten: „…“
            taken.add(_place(report))
            yield evolve(report, previous=previous) if shares_subject(clause) else report
            if not nested:
                covered = max((last for _, last in report.content), default=covered)
                floor = max(floor, report.end + 1)
        if not nested and floor > start:
            previous = cue if not shares_subject(clause) else (previous or cue)


def _is_asked(context: Context, clause: Clause) -> bool:
    """Say whether a clause is what the main clause behind it asks: *| Ob man glaube, dass das gehe, | fragte sie*."""
    finite, first = clause.finite, next(iter(context.clauses.all), None)
    if clause is not first or clause.kind != "subordinate" or not clause.opens_with("ob", *INTERROGATIVES):
        return False
    if finite is None or not is_konjunktiv_1(finite):
        return False
    asking = next((other for other in context.main_clauses() if other.words[0] == other.finite), None)
    cue = None if asking is None else verb_cue(context.sentence, context.clauses, asking)
    return cue is not None and cue.lemma in ASKING


def _place(report: Report) -> tuple[tuple[int, int], ...]:
    """Return where what is reported stands, in marks or not."""
    return report.content or tuple((placed.first, placed.last) for placed in report.passages)


def first_place(context: Context) -> int:
    """Return where frames may begin: behind a topic label that a colon sets off (*Krieg in der Ukraine: ...*)."""
    clauses = context.clauses.all
    if len(clauses) < 2 or clauses[0].kind != "fragment" or clauses[1].kind == "quotation":
        return 1
    if context.passage_at(clauses[0].start) is not None:
        return 1
    if context.separator_before(clauses[1].start) == ":" and context.passage_at(clauses[1].start) is None:
        return clauses[1].start
    return 1


def _own_start(context: Context, clause: Clause) -> int:
    """Return where the frame of a nested report begins: at its clause, or at the clause that fills its front."""
    if clause.kind == "main" and clause.finite is not None and clause.words[0] == clause.finite:
        before = context.clauses.before(clause)
        if before is not None and before.kind in ("subordinate", "infinitive"):
            return before.start
    return clause.start


def _reports(context: Context, cue: VerbCue, floor: int, first: int, *, nested: bool) -> Iterator[Report]:
    """Yield what a cue reports: one thing, or a clause and the marked passage that a colon adds to it."""
    speech = speech_before(context, cue, floor)
    if speech is not None:
        yield speech
        return
    speech = speech_after(context, cue, floor)
    told = _told_before_speech(context, cue, floor, first) if speech is not None else None
    if speech is not None and told is not None:
        yield evolve(told, frame=((cue.clause.start - 1, speech.frame[0][1]),))
        yield evolve(speech, frame=((cue.clause.start - 1, speech.frame[0][1]),))
        return
    around = clause_before(context, cue, floor, first) if speech is None else None
    found = (
        (around if around is not None and _is_told_before(context, cue, around) else None)
        or complement_after(context, cue, floor, nested=nested)
        or around
        or (front_complement(context, cue, floor, first) if speech is None else None)
    )
    yield from _front_before_colon(context, cue, (floor, first), found or speech)
    if found is not None and speech is not None:
        found = _before_speech(context, found, speech)
    if found is not None:
        yield from with_gaps(context, with_whole_cue(context, found))
    if speech is not None:
        yield speech


def _front_before_colon(
    context: Context, cue: VerbCue, places: tuple[int, int], behind: Report | None
) -> Iterator[Report]:
    """Yield the clause in front of a verb behind whose colon its speaker goes on: *Dass er ging, bestritt Ott: …*."""
    start = 0 if behind is None else behind.passages[0].first if behind.passages else behind.content[0][0]
    if cue.clause.kind == "main" and start > cue.clause.end and context.separator_before(start) == ":":
        front = front_complement(context, cue, *places)
        if front is not None:
            yield evolve(front, frame=((cue.clause.start - 1, cue.clause.end),))


def _told_before_speech(context: Context, cue: VerbCue, floor: int, first: int) -> Report | None:
    """Return what is told before a frame with a passage behind its colon: *Es eile, sagte Ott: „Der Damm bricht.“*."""
    if cue.clause.kind != "verb_first" or cue.clause.words[0] != cue.clause.finite or not cue.grants("i"):
        return None
    around = clause_before(context, cue, floor, first)
    told = around is not None and around.content[0][1] < cue.clause.start and len(around.content) == 1
    return around if told and around is not None and _is_told_before(context, cue, around) else None


def _is_told_before(context: Context, cue: VerbCue, around: Report) -> bool:
    """Say whether a Konjunktiv clause stands before a verb that begins its clause: *Es fehle Geld, sagte X, …*."""
    first, last = around.content[0]
    if cue.clause.start > last and any(map(is_reported, _main_clauses(context, first, last))):
        return True
    own = cue.clause
    interrupts = any(
        clause.finite is not None and clause.finite.index < own.start and own.end < clause.end
        for clause in _main_clauses(context, first, last)
    )
    if len(around.content) < 2:
        return False
    resumed = around.content[1][0]
    parted = own.kind == "verb_first" and any(main.start == resumed for main in context.main_clauses())
    return interrupts or parted or context.passage_at(resumed) is not None


def _main_clauses(context: Context, first: int, last: int) -> list[Clause]:
    """Return the main clauses that begin between two places."""
    return [clause for clause in context.clauses.all if first <= clause.start <= last and clause.kind == "main"]


def _before_speech(context: Context, report: Report, speech: Report) -> Report | None:
    """Return a report whose content ends before the colon that introduces direct speech."""
    limit = speech.passages[0].first - 1
    cut = (context.trimmed(first, min(last, limit)) for first, last in report.content if first < limit)
    content = tuple(stretch for stretch in cut if stretch is not None)
    return evolve(report, content=content) if content else None
