"""Clauses before the verb that reports them, and around it: *Es fehle, sagte X, an Geld*; *Dass er gehe, sagte X*."""

from __future__ import annotations

from quotetrack.clauses import COORDINATORS, INTERROGATIVES, Clause
from quotetrack.cues import CORRELATES, VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.quotes.complements import right_complement
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.preposed_extents import (
    appended_conjunct,
    before_quotation,
    is_whole_utterance,
    predicated_clause,
    resumption,
    start_of_told,
)
from quotetrack.quotes.preposed_frames import (
    agrees_to_it,
    has_subject_after,
    is_bare_frame,
    is_done_to_something,
    is_final,
    is_only_frame,
    is_read_there,
    is_second_act,
    is_told_by_nobody,
    names_somebody,
    sounds_from,
)
from quotetrack.quotes.reporting import DEPENDENT, Report, begins_with_verb, behind_comma, is_naming, is_reported
from quotetrack.quotes.responses import answered_noun
from quotetrack.quotes.silence import OPEN_QUESTIONS, act_silence, is_structural
from quotetrack.quotes.viewpoints import tells_whose_view
from quotetrack.syntax import Word


def clause_before(context: Context, cue: VerbCue, floor: int, first: int) -> Report | None:
    """``Der Pass sei zu, teilte X mit`` and ``Es fehle, sagte X, an Geld``."""
    clause = cue.clause
    if not _may_be_frame(context, cue):
        return None
    is_outer = is_final(context, clause) or _goes_on_reported(context, clause)
    if is_outer and _main_before(context, clause, floor) is None:
        floor = max(first, _behind_other_frame(context, clause))
    main = _main_before(context, clause, floor)
    if main is None:
        return _phrase_before(context, cue, floor)
    if _is_apart(context, cue, main) or not _may_have(context, cue, main):
        return None
    return _report_before(context, cue, main, floor)


def _may_be_frame(context: Context, cue: VerbCue) -> bool:
    """Say whether a verb with its subject behind it can tell who says what stands before it."""
    clause, silent = cue.clause, act_silence(cue)
    silent = None if silent == "known" and is_read_there(cue) else silent
    if not (begins_with_verb(clause) or agrees_to_it(cue)) or silent is not None or is_naming(cue):
        return False
    named = has_subject_after(context, cue) or cue.lemma in ("hervorgehen", "verlauten") or is_read_there(cue)
    named = named or is_told_by_nobody(context, cue)
    return named and context.separator_before(clause.start) in (",", "–", "—", "-")


def _is_apart(context: Context, cue: VerbCue, main: Clause) -> bool:
    """Say whether what stands before a verb is something else than what it reports: a condition, another act."""
    if not cue.licenses:
        told = names_somebody(context, cue) or is_read_there(cue) or sounds_from(cue)
        if _is_condition(main) or not told:
            return True
    if _resumes_name(context, cue) or is_done_to_something(context, cue) or tells_whose_view(main):
        return True
    if _is_told_in_front(context, main, cue.clause):
        return True
    return is_second_act(cue) or _follows_condition(main, cue.clause)


def _may_have(context: Context, cue: VerbCue, main: Clause) -> bool:
    """Say whether a verb takes the clause before it, by what it licenses or by the Konjunktiv there."""
    if is_reported(cue.clause) and not cue.grants("v"):
        return False  # ohne Reform gehe es nicht; dass man streite, spreche für alle
    return (
        cue.grants("i")
        or (agrees_to_it(cue) and bool(cue.licenses))
        or (cue.grants("v") and is_bare_frame(context, cue))
        or (is_read_there(cue) and cue.clause.words[0].text == "so")
        or (is_reported(main) and (bool(cue.licenses) or is_structural(cue, main)))
    )


def _report_before(context: Context, cue: VerbCue, main: Clause, floor: int) -> Report | None:
    """Return the report with its extent: before the frame, and what goes on behind it."""
    clause = cue.clause
    told = predicated_clause(context, main, clause, cue)
    behind = right_complement(context, cue) if told is None else None
    around = behind is not None and _stands_between(context, cue, main, behind[1])
    if around and behind is not None:
        told = behind[1].start - 1, [(behind[1].start, context.length)]
    if not (is_reported(main) or around) and behind is not None and not _is_interrupted(context, main, clause):
        marked = context.passage_at(behind[1].start)
        if marked is None or context.separator_before(marked.first) != "," or marked.passage.kind != "fragment":
            return None
    frame_last, resumed = told or appended_conjunct(context, main, cue) or resumption(context, main, clause)
    content = [(start_of_told(context, main, behind_comma(context, floor)), clause.start - 1), *resumed]
    content = [(start, before_quotation(context, start, end)) for start, end in content]
    pieces = tuple(piece for piece in (context.trimmed(*stretch) for stretch in content) if piece is not None)
    if not pieces or _ends_in_question(context, pieces[0]):
        return None
    own_words = len(pieces) > 1 and is_whole_utterance(context, pieces[-1])
    reported = pieces[:-1] if own_words else pieces
    return Report(cue, "left", reported, (), ((pieces[0][1] + 1, frame_last),), "indirect-before-verb", cue.words)


def _ends_in_question(context: Context, piece: tuple[int, int]) -> bool:
    """Say whether words are what somebody answers: *Auf die Frage eines Gastes, „Wer zahlt?“ |, antwortete Ott*."""
    placed = context.passage_at(piece[1])
    return placed is not None and answered_noun(context, placed) is not None


def _behind_other_frame(context: Context, clause: Clause) -> int:
    """Return the place behind a semicolon before which another frame stands: *…, sagt die eine; | …, sagt Ott*."""
    before = [other for other in context.clauses.all if other.start < clause.start]
    place = next((o.start for o in reversed(before) if context.separator_before(o.start) == ";"), 1)
    return place if any(o.start < place and begins_with_verb(o) for o in before) else 1


def _is_told_in_front(context: Context, main: Clause, clause: Clause) -> bool:
    """Say whether a clause in front reports, its main clause follows: *Als Ott sagte, er gehe, | lachten alle*."""
    first, before = context.clauses.all[0], context.clauses.before(main)
    if first.kind != "subordinate" or first.opens_with("dass", "daß", *INTERROGATIVES):
        return False
    if before is None or before.kind not in DEPENDENT or before.end + 2 != main.start or before.finite is None:
        return False
    told = verb_cue(context.sentence, context.clauses, before)
    inner = (other for other in context.clauses.all if main.start < other.start < clause.start)
    between = any(other.kind not in DEPENDENT for other in inner)
    reports = told is not None and (told.grants("v") or told.is_known) and context.word(before.end) in told.words
    return reports and not between


def _stands_between(context: Context, cue: VerbCue, main: Clause, behind: Clause) -> bool:
    """Say whether a frame parts two clauses of what is said: *Er kam zu Fuß, erzählt Ott, er hatte kein Geld*.

    A verb of saying that begins its clause has what was said in front of it; what follows without a conjunction, and
    in the indicative too, goes on with it.
    """
    if main.finite is None or is_reported(main) or main.words[0] == main.finite or main.kind != "main":
        return False
    if behind.kind != "main" or is_reported(behind) or behind.start != cue.clause.end + 2:
        return False
    apart = context.separator_before(behind.start) == "," and main.end == cue.clause.start - 2
    first = behind.words[0].text.lower()
    return apart and first not in COORDINATORS | {"da", "dann"} and cue.grants("i") and is_only_frame(context, cue)


def _is_condition(main: Clause) -> bool:
    """Say whether a clause begins with its verb, so that it is a condition: *Rechne man die Pacht ein, blieben …*."""
    finite = main.finite
    return finite is not None and main.words[0] == finite


def _follows_condition(main: Clause, clause: Clause) -> bool:
    """Say whether a clause in the Konjunktiv tells what follows of a condition: *Sollte er gehen, drohe das Aus*."""
    return _is_condition(main) and clause.finite is not None and is_konjunktiv_1(clause.finite)


def _resumes_name(context: Context, cue: VerbCue) -> bool:
    """Say whether the verb goes on with a name behind which a relative clause reports: *Ott, die sagte, …, ging*."""
    first, *others = context.clauses.all
    if first.kind != "fragment" or first.start != 1 or not others or others[0].kind != "relative":
        return False
    named = any(word.upos == "PROPN" or (word.upos == "NOUN" and speaks(word)) for word in first.words)
    after = [word for word in cue.clause.words if word.upos in ("NOUN", "PROPN", "PRON")]
    return named and not any(word.upos != "NOUN" or speaks(word) for word in after)


def _phrase_before(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Nach Ostern, versichert X.``: a phrase without a verb, an answer perhaps, and nothing behind the frame.

    So is a clause that tells a reason or purpose: *Weil es regne, antwortete Ott*.
    """
    before = context.clauses.before(cue.clause)
    alone = before is not None and before.start == 1 and (before.kind == "fragment" or _tells_reason(before))
    grants = cue.grants("i") or (cue.grants("v") and is_bare_frame(context, cue))
    if before is None or not alone or floor > 1 or not grants or not is_final(context, cue.clause):
        return None
    content = context.trimmed(1, cue.clause.start - 1)
    if content is None:
        return None
    frame = (content[1] + 1, context.length)
    return Report(cue, "left", (content,), (), (frame,), "indirect-before-verb", cue.words)


def _tells_reason(clause: Clause) -> bool:
    """Say whether a clause in the Konjunktiv I tells why something is so: *Weil er müde sei*."""
    told = clause.finite is not None and is_konjunktiv_1(clause.finite)
    return told and clause.kind == "subordinate" and clause.opens_with("weil", "da", "damit", "obwohl", "solange")


def _goes_on_reported(context: Context, clause: Clause) -> bool:
    """Say whether what is told goes on behind a frame: *Er habe versprochen zu gehen, sagt sie, | und sei da*."""
    later = next((other for other in context.clauses.all if other.start > clause.end), None)
    if later is None or later.start != clause.end + 2 or not is_reported(later):
        return False
    return later.kind == "main" if later.words[0].text.lower() in COORDINATORS else later.kind == "verb_first"


def _main_before(context: Context, clause: Clause, floor: int) -> Clause | None:
    """Return the main clause that begins before a frame, from a place on."""
    found = [
        other
        for other in context.clauses.all
        if floor <= other.start < clause.start and other.finite is not None
        if other.kind == "main" or (other.kind == "verb_first" and is_reported(other) and _is_fronted(context, other))
    ]
    if found:
        return found[-1] if not any(map(is_reported, found)) else next(filter(is_reported, found))
    return _interrupted_main(context, clause, floor)


def _is_fronted(context: Context, clause: Clause) -> bool:
    """Say whether a dependent clause stands right in front of a verb: *Wenn er komme, | gebe es Kuchen*."""
    before = context.clauses.before(clause)
    return before is not None and before.kind in ("subordinate", "infinitive") and before.end + 2 == clause.start


def _interrupted_main(context: Context, clause: Clause, floor: int) -> Clause | None:
    """Return a main clause whose front is a subordinate clause, with the frame between them."""
    before = context.clauses.before(clause)
    if before is None or before.kind not in ("subordinate", "infinitive") or before.start < floor:
        return None
    later = [other for other in context.clauses.all if other.start > clause.start and other.kind not in DEPENDENT]
    return later[0] if later and begins_with_verb(later[0]) else None


def _is_interrupted(context: Context, main: Clause, clause: Clause) -> bool:
    return main.start < clause.start < main.end or main.start > clause.start


def front_complement(context: Context, cue: VerbCue, floor: int, first: int) -> Report | None:
    """``Dass er gehe, sagte X schon gestern``, ``…, davon geht X aus``: the clause in front is the complement.

    What that clause reports itself is within it: *Dass er geraten habe zu gehen, bestritt X*.
    """
    floor = first if _is_dependent(context, cue.clause, first) else floor
    clause, resumed = cue.clause, _resumed_by(cue.clause)
    in_front = begins_with_verb(clause) or resumed is not None
    if clause.kind != "main" or not in_front or act_silence(cue) is not None or not cue.grants("d"):
        return None
    before = [other for other in context.clauses.all if floor <= other.start < clause.start]
    if not before or before[0].kind != "subordinate" or _is_told_behind(context, clause):
        return None
    asked = cue.lemma in ("fragen", "wissen wollen", "nachfragen") and before[0].opens_with(*INTERROGATIVES)
    if not before[0].opens_with("dass", "daß", "ob") and not asked:
        return None
    content = context.trimmed(floor, clause.start - 1)
    if content is None or (before[0].opens_with("ob") and cue.lemma in OPEN_QUESTIONS):
        return None
    if (cue.lemma == "stehen" and not is_read_there(cue)) or _pleases(cue):  # …, steht in den Sternen
        return None
    correlate = () if resumed is None or resumed.text not in CORRELATES else (resumed,)
    words = (*correlate, *cue.words)
    return Report(cue, "left", (content,), (), ((clause.start - 1, context.length),), "indirect-fronted", words)


def _is_dependent(context: Context, clause: Clause, first: int) -> bool:
    """Say whether nothing but a clause with *dass* and what depends on it stands before a clause."""
    before = [other for other in context.clauses.all if first <= other.start < clause.start]
    return bool(before) and before[0].opens_with("dass", "daß") and all(other.kind in DEPENDENT for other in before)


def _resumed_by(clause: Clause) -> Word | None:
    """Return the word that takes up the clause in front: *Dass er geht, | davon ist Ott überzeugt*, *das sagt Ott*."""
    first = clause.words[0]
    takes_up = first.text == "das" or first.text in CORRELATES - {"es"}
    return first if takes_up and clause.words[1:2] == (clause.finite,) else None


def _pleases(cue: VerbCue) -> bool:
    """Say whether what is told pleases somebody, who says nothing: *Dass er bleibt, freut sie*."""
    return cue.lemma in ("freuen", "wundern", "ärgern") and all(word.text != "sich" for word in cue.clause.words)


def _is_told_behind(context: Context, clause: Clause) -> bool:
    """Say whether a frame behind a clause in the Konjunktiv reports it: *Dass er da sei, freue ihn, | sagt Ott*."""
    behind = next((other for other in context.clauses.all if other.start == clause.end + 2), None)
    if behind is None or not is_reported(clause) or not begins_with_verb(behind):
        return False
    frame = verb_cue(context.sentence, context.clauses, behind)
    return frame is not None and frame.grants("i")
