"""What of a sentence is said by the source that a phrase names: *Laut X sind es 20, und Y widerspricht*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_konjunktiv, is_konjunktiv_1
from quotetrack.quotes.building import inside
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.reporting import Report, answers, is_reported
from quotetrack.quotes.source_phrases import Source
from quotetrack.quotes.subjects import subject_of
from quotetrack.quotes.verbal import first_place


def appended_passage(context: Context, source: Source) -> Placed | None:
    """Return the passage between commas that alone is the words of *wie X sagt*: *…, „ungern“, wie X sagt*."""
    before = context.passage_at(source.frame[0] - 1)
    if source.rule != "wie-X-mitteilte" or before is None or is_named(before) or source.frame[0] == 1:
        return None
    closed = before.last == source.frame[0] - 1
    apart = before.first == 1 or context.separator_before(before.first) in (",", "–", "—")
    return before if closed and apart else None


def covered_by(context: Context, source: Source, reports: list[Report], named: list[Source]) -> tuple[int, int]:
    """Return the stretch that a source covers: its clause if that is subordinate or reported, else the sentence."""
    near = _stretch_beside(context, source, reports)
    if near is not None:
        return near
    floor, last = _between_sources(context, source, named, _floor(context, source, reports, named))
    if _opens_clause(context, source):
        floor = max(floor, source.clause.start)
    if source.rule == "so-X":
        floor = max(floor, _behind_authors_colon(context, source))
    floor, last = _between_rivals(context, source, named, max(floor, _behind_label(context, source)), last)
    others = (*_comments(context, source), *_other_reports(context, source), *_behind_semicolon(context, source))
    after = [clause.start - 1 for clause in others]
    return floor, min([last, *after, *_before_other_speech(source, reports)])


def _behind_label(context: Context, source: Source) -> int:
    """Return where a sentence begins behind a label without a verb: *Eilmeldung: | Laut Polizei sind zwei tot*."""
    start = first_place(context)
    return start if start <= source.frame[0] else 1


def _stretch_beside(context: Context, source: Source, reports: list[Report]) -> tuple[int, int] | None:
    """Return the stretch of a source that covers less than its sentence: what it announces, or a clause beside it."""
    announced = [report.content[0][0] for report in reports if names_speaker_of(source, report)]
    if announced:
        return max(announced), source.frame[0] - 1
    if any(inside(source.frame, report.content) for report in reports):
        return source.clause.start, source.clause.end
    condition = source.rule == "source-view" and source.kind == "verb"
    dependent = source.clause.kind in ("subordinate", "relative", "infinitive") and not condition
    if dependent and source.rule != "wie-X-mitteilte":
        return source.clause.start, _with_infinitive(context, source.clause)
    if source.rule == "so-X" and (around := _clause_around(context, source)) is not None:
        return around.start, _with_infinitive(context, around)
    if source.rule == "wie-X-mitteilte" and (fronted := _fronted_before(context, source)) is not None:
        return fronted.start, max(fronted.end, source.frame[0] - 1)
    return None


def _floor(context: Context, source: Source, reports: list[Report], named: list[Source]) -> int:
    """Return where what a source covers can begin: behind other reports, passages and *wie X sagte* before it."""
    told = source.rule == "wie-X-mitteilte"
    ended = (r for r in reports if r.end < source.frame[0] and r.content)
    floor = max([0, *(r.end for r in ended if not (told and r.end == source.frame[0] - 1))]) + 1
    if told:
        quoted = [r.passages[-1].last for r in reports if r.passages and r.passages[-1].last < source.frame[0]]
        floor = max([floor, *(last + 1 for last in quoted)])
        if context.separator_before(source.frame[0]) in (":", ";"):
            floor = source.frame[0]
    wie = [other.frame for other in named if other is not source and (told or other.rule == "wie-X-mitteilte")]
    return max([floor, *(last + 1 for first, last in wie if first == 1 and last < source.frame[0])])


def _between_sources(context: Context, source: Source, named: list[Source], floor: int) -> tuple[int, int]:
    """Return the stretch from a place to the main clause of another source, or from its own if that stands before."""
    last = context.length
    for other in named:
        rival = other is not source and other.clause.kind == "main" == source.clause.kind
        if not rival or other.clause == source.clause:
            continue
        if other.clause.start > source.clause.start:
            last = min(last, other.clause.start - 1)
        else:
            floor = max(floor, source.clause.start)
    return floor, last


def _behind_authors_colon(context: Context, source: Source) -> int:
    """Return where the Konjunktiv behind a colon or semicolon begins: *Der Rat zögert: | Das sei teuer, so Ott*."""
    mains = [clause for clause in context.main_clauses() if clause.start < source.frame[0]]
    for before, main in pairwise(mains):
        apart = context.separator_before(main.start) in (":", ";")
        if apart and is_reported(main) and not is_reported(before):
            return main.start
    return 1


def _before_other_speech(source: Source, reports: list[Report]) -> Iterator[int]:
    """Yield where others begin to speak behind a source: *Laut X war es Pech, | Y sagte: „Das stimmt nicht.“*."""
    for report in reports if source.clause.kind == "main" else ():
        first = report.frame[0][0] if report.frame else 0
        if report.rule == "direct-after-colon" and report.cue.clause != source.clause and first > source.frame[1]:
            yield first - 1


def names_speaker_of(source: Source, report: Report) -> bool:
    """Say whether *so X* names who says what no verb of saying announces: *Kritik kommt von links: Es sei …, so X*."""
    announced = report.complement == "konjunktiv" and not report.cue.licenses and report.rule != "indirect-before-verb"
    first = source.frame[0]
    return source.rule == "so-X" and announced and inside((first, first), report.content)


def _opens_clause(context: Context, source: Source) -> bool:
    """Say whether a source begins a clause of its own behind another: *Der Verein schweigt, | laut Ott fehlt Geld*.

    Or stands in one behind a semicolon or colon, or in the Konjunktiv: *Sie rief, | passiert sei laut ihr nichts*.
    """
    clause = source.clause
    before = context.clauses.before(clause)
    if source.kind != "preposition" or clause.kind != "main" or before is None or before.kind != "main":
        return False
    separator = context.separator_before(clause.start)
    own = source.frame[0] == clause.start or (is_reported(clause) and not is_reported(before))
    return separator in (";", ":") or (own and separator == ",")


def _between_rivals(context: Context, source: Source, named: list[Source], first: int, last: int) -> tuple[int, int]:
    """Return a stretch without what another source says behind a comma: *Laut A war es Pech, | laut B Absicht*."""
    for other in named:
        rival = other is not source and other.kind == "preposition" == source.kind and other.clause == source.clause
        if _is_joined(context, other, source):
            first = max(first, source.frame[0])
        if rival and context.separator_before(other.frame[0]) == "," and other.frame[0] > source.frame[1]:
            last = min(last, other.frame[0] - 1)
        elif rival and context.separator_before(source.frame[0]) == "," and other.frame[1] < source.frame[0]:
            first = max(first, source.frame[0])
    return first, last


def _is_joined(context: Context, one: Source, other: Source) -> bool:
    """Say whether *und* joins two sources of the same words: *Laut dem Gutachten und laut Zeugen war es Pech*."""
    if not one.kind == other.kind == "preposition" or one.frame[0] >= other.frame[0]:
        return False
    between = context.words(one.frame[0] + 1, other.frame[0] - 1)
    alone = all(main.finite is None or main.finite not in between for main in context.main_clauses())
    return alone and context.word(other.frame[0] - 1).text == "und"


def _with_infinitive(context: Context, clause: Clause) -> int:
    """Return the last place of a dependent clause with the infinitive that completes it."""
    following = (other for other in context.clauses.all if other.start == clause.end + 2)
    after = next(following, None)
    return after.end if after is not None and after.kind == "infinitive" else clause.end


def _clause_around(context: Context, source: Source) -> Clause | None:
    """Return the dependent clause that a frame cuts up: *das schließt, | weil es, so Ott, zu teuer ist*.

    Or a main clause behind a semicolon: *Die Polizei ermittelt; | einen Unfall schließt sie, so Ott, aus*.
    """
    mains = (main for main in context.main_clauses() if context.separator_before(main.start) == ";")
    apart = next((main for main in mains if _surrounds(main, source.frame)), None)
    if apart is not None:
        return apart
    parent = None if source.clause.parent is None else context.clauses.all[source.clause.parent]
    dependent = parent is not None and parent.kind in ("relative", "subordinate")
    return parent if parent is not None and dependent and _surrounds(parent, source.frame) else None


def _fronted_before(context: Context, source: Source) -> Clause | None:
    """Return the clause in front that a *wie*-clause belongs to: *Dass X geht, wie Y sagt, ist neu*."""
    clauses = context.clauses
    parent = None if source.clause.parent is None else clauses.all[source.clause.parent]
    if parent is not None and parent.kind in ("relative", "subordinate") and _surrounds(parent, source.frame):
        return parent
    before = clauses.before(source.clause)
    after = next((other for other in clauses.all if other.start > source.frame[1]), None)
    if before is None or before.kind != "subordinate" or before.start != 1 or after is None:
        return None
    return before if after.finite is not None and after.words[0] == after.finite else None


def _other_reports(context: Context, source: Source) -> Iterator[Clause]:
    """Yield the main clauses behind a source in which others speak: *Laut X sind es 20; Y spricht von „40“*."""
    for clause in context.main_clauses() if source.clause.kind == "main" else ():
        cue = verb_cue(context.sentence, context.clauses, clause)
        if clause.start <= source.frame[1] or cue is None or clause == source.clause:
            continue
        quoted = any(clause.start < placed.first <= clause.end for placed in context.passages)
        told = clause.finite is not None and not is_konjunktiv_1(clause.finite)
        if (
            told
            and ((quoted and cue.licenses) or cue.lemma in table("reported_acts") or cue.lemma == "widersprechen")
            and (quoted or cue.lemma == "widersprechen" or _tells(context, cue))
        ):
            yield clause


def _behind_semicolon(context: Context, source: Source) -> Iterator[Clause]:
    """Yield the author's clauses behind a semicolon: *Laut X sind es 20; | das Blatt beruft sich auf Ärzte*."""
    for clause in context.main_clauses() if source.clause.kind == "main" else ():
        apart = clause.start > source.frame[1] and context.separator_before(clause.start) == ";"
        if apart and clause.finite is not None and not is_konjunktiv(clause.finite):
            yield clause


def _tells(context: Context, cue: VerbCue) -> bool:
    """Say whether somebody tells of something: *die Veranstalter sprachen von 2000*."""
    needed = table("reported_acts")[cue.lemma][0].split("|")
    subject = subject_of(context, cue)
    governed = any(word.text.lower() in needed or (word.text == "vom" and "von" in needed) for word in cue.clause.words)
    return governed and subject is not None and subject.upos == "NOUN" and speaks(subject) and not cue.is_passive


def _comments(context: Context, source: Source) -> Iterator[Clause]:
    """Yield the clauses with *was* in which somebody else answers the source: *…, was Bern bestreitet*."""
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is not None and answers(cue) and clause.start > source.frame[1] and clause.opens_with("was"):
            yield clause


def _surrounds(clause: Clause, stretch: tuple[int, int]) -> bool:
    return clause.start < stretch[0] and clause.end > stretch[1]
