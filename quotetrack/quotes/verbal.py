"""Verbs that report: their complements to the right, to the left and around them, and the frame they make.

Complements are found on the surface of the clause: a *dass* or interrogative clause, a verb-second clause in the
Konjunktiv, an infinitive with *zu*, a marked passage after a colon or before a comma (Duden-Grammatik § 523 ff.,
§ 1667 ff.; Zifonun et al. 1997, ch. E2 on reported speech).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import evolve, frozen

from quotetrack.clauses import COORDINATORS, INTERROGATIVES, Clause
from quotetrack.cues import CORRELATES, VerbCue, verb_cue
from quotetrack.quotes.context import Context, Placed
from quotetrack.syntax import Word

Complement = Literal["dass", "interrogative", "konjunktiv", "indicative", "infinitive", "quotation", "left", "none"]

_ADVERBIAL_INFINITIVES: Final = frozenset({"um", "ohne", "statt", "anstatt", "außer"})


@frozen
class Report:
    """A reporting clause in a sentence and what it governs, in places of words.

    ``content`` are the stretches of the reported clause (empty where only a marked passage is reported), ``passages``
    the marked passages it governs as direct speech, ``frame`` the stretches of the reporting clause, ``end`` the last
    place that belongs to either.
    """

    cue: VerbCue
    complement: Complement
    content: tuple[tuple[int, int], ...]
    passages: tuple[Placed, ...]
    frame: tuple[tuple[int, int], ...]
    rule: str
    cue_words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """The first place of content and frame."""
        return min(first for first, _ in (*self.content, *self.frame))

    @property
    def end(self) -> int:
        """The last place of content and frame."""
        return max(last for _, last in (*self.content, *self.frame))


def verbal_reports(context: Context) -> Iterator[Report]:
    """Yield the verbs of a sentence that report something in it, from left to right."""
    floor = _first_place(context)
    covered = 0
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or _is_inside_passage(context, cue.verb):
            continue
        nested = clause.start <= covered
        start = _own_start(context, clause) if nested else floor
        report = _report(context, cue, start)
        if report is None:
            continue
        yield report
        if not nested:
            covered = max((last for _, last in report.content), default=covered)
            floor = max(floor, report.end + 1)


def _first_place(context: Context) -> int:
    """Return where frames may begin: behind a topic label that a colon sets off (*Krieg in der Ukraine: ...*)."""
    if not context.clauses.all:
        return 1
    first = context.clauses.all[0]
    if first.kind != "fragment" or len(context.clauses.all) == 1:
        return 1
    after = context.clauses.all[1]
    if context.separator_before(after.start) == ":" and after.kind != "quotation":
        return after.start
    return 1


def _is_inside_passage(context: Context, word: Word) -> bool:
    placed = context.passage_at(word.index)
    return (
        placed is not None
        and placed.passage.is_quotation
        and placed.passage.kind == "quotation"
        and (placed.last - placed.first > 3 and not word.masked and _is_whole(context, placed))
    )


def _is_whole(context: Context, placed: Placed) -> bool:
    return context.separator_before(placed.first) in (":", "") and placed.first in (1,) or False


def _own_start(context: Context, clause: Clause) -> int:
    """Return where the frame of a nested report begins: at its clause, or at the subordinate clause that fills its front."""
    if clause.kind == "main" and clause.finite is not None and clause.words[0] == clause.finite:
        before = context.clauses.before(clause)
        if before is not None and before.kind in ("subordinate", "infinitive"):
            return before.start
    return clause.start


def _report(context: Context, cue: VerbCue, floor: int) -> Report | None:
    for find in (_passage_after, _complement_after, _complement_before, _front_complement):
        report = find(context, cue, floor)
        if report is not None:
            return _with_correlate(context, report)
    return None


def is_silent(cue: VerbCue) -> bool:
    """Say whether the act of speaking is denied, only wished for, or a verb of knowledge."""
    return cue.is_negated or cue.is_known or cue.modal in ("wollen", "müssen", "mögen", "möchten")


def _later(context: Context, cue: VerbCue) -> list[Clause]:
    """Return the clauses that begin after the finite verb of the cue."""
    finite = cue.clause.finite
    place = finite.index if finite is not None else cue.verb.index
    return [clause for clause in context.clauses.all if clause.start > place and clause != cue.clause]


# -- direct speech after the verb -------------------------------------------------------------------------------------


def _passage_after(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Er sagte: „…“`` and ``Sie rief „…“`` (whole passages; fragments are taken by the clause they stand in)."""
    later = [clause for clause in _later(context, cue) if clause.kind not in ("relative",)]
    first = later[0] if later else None
    for placed in context.passages:
        if placed.first <= cue.verb.index:
            continue
        separator = context.separator_before(placed.first)
        whole = context.word(placed.first).masked or placed.passage.kind == "quotation"
        if separator == ":" or (separator == "," and whole and _is_followed_by_end(context, placed)):
            if first is not None and first.start < placed.first and first.kind in ("main", "verb_first"):
                return None
            passages = _run(context, placed)
            return Report(cue, "quotation", (), passages, ((floor, placed.first - 1),), "direct-after-colon", cue.words)
        return None
    return None


def _is_followed_by_end(context: Context, placed: Placed) -> bool:
    return all(word.upos == "PUNCT" for word in context.words(placed.last + 1, context.length))


def _run(context: Context, placed: Placed) -> tuple[Placed, ...]:
    """Return a passage with those that follow it right away."""
    run = [placed]
    for other in context.passages:
        if other.first > run[-1].last and other.first - run[-1].last <= 1:
            run.append(other)
    return tuple(run)


# -- complements to the right -----------------------------------------------------------------------------------------


def _complement_after(context: Context, cue: VerbCue, floor: int) -> Report | None:
    found = _right_complement(context, cue)
    if found is None:
        return None
    kind, clause = found
    if not _is_licensed(cue, kind):
        return None
    end = _region_end(context, cue, clause, kind)
    content = context.trimmed(clause.start, end)
    if content is None:
        return None
    frame_end = clause.start - 1
    start = cue.clause.start if cue.clause.kind in ("relative", "subordinate") and cue.clause.start >= floor else floor
    return Report(
        cue, kind, (content,), (), ((min(start, cue.clause.start), frame_end),), f"indirect-{kind}", cue.words
    )


def _right_complement(context: Context, cue: VerbCue) -> tuple[Complement, Clause] | None:
    later = _later(context, cue)
    for place, clause in enumerate(later):
        if clause.kind in ("relative", "quotation", "fragment"):
            if clause.kind == "quotation":
                return None
            continue
        if clause.kind == "infinitive":
            if clause.opener is not None and clause.opener.text.lower() in _ADVERBIAL_INFINITIVES:
                continue
            return "infinitive", clause
        if clause.kind == "subordinate":
            kind = _subordinate_complement(context, cue, clause, later[place + 1 :])
            if kind is not None:
                return kind, clause
            continue
        if clause.kind == "main" and clause.finite is not None:
            if clause.words[0].text.lower() in COORDINATORS:
                return None
            if context.separator_before(clause.start) not in (",", ":"):
                return None
            return ("konjunktiv" if is_reported_mood(clause) else "indicative"), clause
        return None
    return None


def _subordinate_complement(context: Context, cue: VerbCue, clause: Clause, later: list[Clause]) -> Complement | None:
    opener = clause.opener.text.lower() if clause.opener is not None else ""
    if opener in ("dass", "daß"):
        return "dass"
    following = next((other for other in later if other.kind not in ("relative", "infinitive", "subordinate")), None)
    if (
        following is not None
        and following.kind in ("verb_first", "main")
        and following.words[0] == following.finite
        and is_reported_mood(following)
        and "i" in cue.licenses
    ):
        return "konjunktiv"
    if opener in INTERROGATIVES and opener != "wobei":
        if (
            opener == "wie"
            and verb_cue(context.sentence, context.clauses, clause) is not None
            and cue.lemma not in ("fragen", "schildern", "beschreiben", "erläutern", "erzählen")
        ):
            return None
        return "interrogative"
    return None


def is_reported_mood(clause: Clause) -> bool:
    """Say whether a clause stands in the Konjunktiv: its finite verb shows it, or the tagger saw it."""
    return clause.finite is not None and is_konjunktiv(clause.finite)


KONJUNKTIV_1: Final = frozenset(
    "sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe liege bleibe sehe lasse finde nehme halte"
    " mache wisse bestehe handle handele brauche gelte fehle führe stelle zeige".split()
)
KONJUNKTIV_2: Final = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften sollte sollten gäbe käme ginge stünde"
    " bliebe ließe fände stünden kämen blieben gingen gäben".split()
)


def is_konjunktiv(word: Word) -> bool:
    """Say whether a finite form is a Konjunktiv, I or II."""
    form = word.text.lower()
    return (
        form in KONJUNKTIV_1
        or form in KONJUNKTIV_2 - {"sollte", "sollten", "blieben", "gingen"}
        or (word.is_subjunctive and (form.endswith(("e", "en", "et"))))
    )


def is_konjunktiv_1(word: Word) -> bool:
    """Say whether a finite form is a Konjunktiv I."""
    form = word.text.lower()
    if form in KONJUNKTIV_1:
        return True
    return word.is_subjunctive and form.endswith("e") and form not in KONJUNKTIV_2 and not form.endswith("te")


def _is_licensed(cue: VerbCue, kind: Complement) -> bool:
    if is_silent(cue) and not (kind == "konjunktiv" and not cue.is_negated):
        return False
    if kind == "dass":
        return cue.grants("d")
    if kind == "interrogative":
        return cue.grants("d") and cue.modal is None
    if kind == "konjunktiv":
        finite = cue.clause.finite
        return bool(cue.licenses) or (finite is not None and not is_konjunktiv(finite) and cue.lemma not in ("sein",))
    if kind == "indicative":
        return cue.grants("i") and cue.modal is None
    return cue.grants("z")


def _region_end(context: Context, cue: VerbCue, start: Clause, kind: Complement) -> int:
    """Return the last place of a complement that begins with a clause: the end of the sentence, or before what stops it."""
    for clause in context.clauses.all:
        if clause.start <= start.start:
            continue
        if clause.kind == "quotation" and context.separator_before(clause.start) == ":":
            continue
        if _stops(context, clause, start, kind):
            return clause.start - 1
    return context.length


def _stops(context: Context, clause: Clause, start: Clause, kind: Complement) -> bool:
    if clause.kind not in ("verb_first", "main") or clause.finite is None:
        return False
    if is_reported_mood(clause):
        return False
    if clause.words[0] == clause.finite:
        own = verb_cue(context.sentence, context.clauses, clause)
        before = context.clauses.before(clause)
        fronted = before is not None and before.kind in ("subordinate", "infinitive") and before.start > start.start
        return not fronted or (own is not None and "i" in own.licenses)
    if kind == "indicative":
        own = verb_cue(context.sentence, context.clauses, clause)
        return own is not None and bool(own.licenses) and _right_complement(context, own) is not None
    return True


# -- complements to the left ------------------------------------------------------------------------------------------


def _complement_before(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``„…“, sagte X`` and ``Der Pass sei zu, teilte X mit``: a clause that begins with its verb, after what it reports."""
    clause = cue.clause
    if clause.kind not in ("verb_first", "main") or clause.finite is None or clause.words[0] != clause.finite:
        return None
    if clause.start <= 1:
        return None
    before_place = clause.start - 2 if context.separator_before(clause.start) else clause.start - 1
    placed = context.passage_at(before_place) if before_place >= 1 else None
    if placed is not None and _ends_speech(context, placed, floor):
        return _postposed_direct(context, cue, placed, floor)
    if context.separator_before(clause.start) not in (",", "–", "—", "-"):
        return None
    return _postposed_indirect(context, cue, floor)


def _ends_speech(context: Context, placed: Placed, floor: int) -> bool:
    """Say whether a passage is a whole utterance, or the end of a clause that holds it as a fragment."""
    before = context.trimmed(floor, placed.first - 1)
    return before is None or context.word(placed.first).masked


def _postposed_direct(context: Context, cue: VerbCue, placed: Placed, floor: int) -> Report | None:
    clause = cue.clause
    if is_silent(cue) and not cue.licenses:
        return None
    end = _frame_end(context, clause)
    later = [other for other in context.passages if other.first > clause.start and _resumes(context, other, end)]
    return Report(
        cue,
        "quotation",
        (),
        (placed, *later),
        ((placed.last + 1, end if not later else later[0].first - 1),),
        "direct-before-verb",
        cue.words,
    )


def _resumes(context: Context, placed: Placed, end: int) -> bool:
    """Say whether a passage after the frame goes on with the speech: „…“, sagte X, „…“."""
    return context.separator_before(placed.first) in (",", ":") and context.word(placed.first).masked


def _frame_end(context: Context, clause: Clause) -> int:
    """Return the last place of a postposed frame: the end of the sentence, or before a clause that goes on."""
    for other in context.clauses.all:
        if other.start <= clause.start or other.kind in ("relative", "subordinate", "infinitive"):
            continue
        if other.kind == "fragment" and context.separator_before(other.start) == ",":
            continue
        return other.start - 1
    return context.length


def _postposed_indirect(context: Context, cue: VerbCue, floor: int) -> Report | None:
    clause = cue.clause
    content_clauses = [other for other in context.clauses.all if floor <= other.start < clause.start]
    mains = [other for other in content_clauses if other.kind == "main" and other.finite is not None]
    if not mains or not _has_subject_after(context, cue):
        return None
    reported = any(is_reported_mood(main) for main in mains)
    if is_silent(cue):
        return None
    if not (cue.grants("i") or (reported and cue.licenses)):
        return None
    right = _right_complement(context, cue)
    if right is not None and right[0] in ("dass", "konjunktiv", "infinitive") and not reported:
        return None
    resumed = [
        word.index
        for main in mains
        for word in main.words
        if word.index > clause.start and not word.masked and word.upos != "PUNCT"
    ]
    frame_last = context.length
    content = [(floor, clause.start - 1)]
    if resumed:
        frame_last = resumed[0] - 1
        content.append((resumed[0], context.length))
    else:
        follow = next(
            (
                other
                for other in context.clauses.all
                if other.start > clause.start and other.kind in ("main", "verb_first") and other.finite is not None
            ),
            None,
        )
        if follow is not None:
            frame_last = follow.start - 1
            if is_reported_mood(follow):
                content.append((follow.start, context.length))
    pieces = tuple(piece for piece in (context.trimmed(*stretch) for stretch in content) if piece is not None)
    return Report(cue, "left", pieces, (), ((pieces[0][1] + 1, frame_last),), "indirect-before-verb", cue.words)


def _has_subject_after(context: Context, cue: VerbCue) -> bool:
    return any(word.upos in ("NOUN", "PROPN", "PRON") for word in cue.clause.words if word.index > cue.clause.start)


def _front_complement(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Dass er gehe, sagte X schon gestern``: the clause in front of the verb is the complement."""
    clause = cue.clause
    if clause.kind != "main" or clause.finite is None or clause.words[0] != clause.finite or is_silent(cue):
        return None
    before = [other for other in context.clauses.all if floor <= other.start < clause.start]
    if not before or before[0].kind != "subordinate" or not before[0].opens_with("dass", "daß", "ob"):
        return None
    if not cue.grants("d"):
        return None
    content = context.trimmed(floor, clause.start - 1)
    if content is None:
        return None
    return Report(cue, "left", (content,), (), ((clause.start - 1, context.length),), "indirect-fronted", cue.words)


def _with_correlate(context: Context, report: Report) -> Report:
    """Add *davon*, *darauf*, *dazu* in the frame to the cue where a clause follows it."""
    if report.complement not in ("dass", "interrogative", "konjunktiv", "infinitive"):
        return report
    found = [
        word
        for word in report.cue.clause.words
        if word.text.lower() in CORRELATES - {"es", "damit", "danach"} and not word.masked
    ]
    if report.cue.lemma == "heißen":
        found += [word for word in report.cue.clause.words if word.text.lower() == "es"]
    words = sorted({word.index: word for word in (*report.cue_words, *found)}.values(), key=lambda word: word.index)
    return evolve(report, cue_words=tuple(words))
