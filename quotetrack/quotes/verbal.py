"""Verbs that report: their complements to the right, to the left and around them, and the frame they make.

Complements are found on the surface of the clause: a *dass* or interrogative clause, a verb-second clause in the
Konjunktiv, an infinitive with *zu*, a marked passage after a colon or before a comma (Duden-Grammatik § 523 ff.,
§ 1667 ff.; Zifonun et al. 1997, ch. E2 on reported speech).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from quotetrack.clauses import COORDINATORS, INTERROGATIVES, Clause
from quotetrack.cues import CORRELATES, VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.silence import OPEN_QUESTIONS, Complement, act_silence, clause_silence, is_structural
from quotetrack.quotes.subjects import STANDING_ALONE, has_oblique_article, speaks
from quotetrack.syntax import SUBJECTS, Word

_ADVERBIAL_OPENERS: Final = frozenset({"um", "ohne", "statt", "anstatt", "außer", "so", "nur", "als", "auf", "bis"})

_ASKING: Final = frozenset(
    "fragen erkundigen nachfragen erläutern erklären schildern beschreiben darlegen erzählen sagen überlegen berichten"
    " vorrechnen verraten anfragen skizzieren wiederholen mitteilen betonen klarstellen zusammenfassen".split()
) | {"wissen wollen", "sehen wollen", "hören wollen", "beobachten wollen", "bemerken wollen"}
"""Verbs whose clause with a question word is what was asked or told, not a relative clause that goes on."""

_ANTECEDENTS: Final = frozenset("alles das dem etwas manches nichts vieles wenig weniges".split())
"""Words whose clause with *was* is relative: *alles, was zu sagen sei*."""

_AGREEING: Final = frozenset({"übereinstimmen", "einig sein", "überzeugt sein", "sicher sein"})
_CONTRASTING: Final = frozenset("aber auch dafür dagegen hingegen höchstens jedoch mindestens nicht nur sogar".split())
_DEPENDENT: Final = frozenset({"relative", "subordinate", "infinitive"})


@frozen
class Report:
    """A reporting clause in a sentence and what it governs, in places of words.

    ``content`` are the stretches of the reported clause (empty where only a marked passage is reported), ``passages``
    the marked passages it governs as direct speech, ``frame`` the stretches of the reporting clause. ``previous`` is
    the cue whose subject it shares (*sagte X und fügte hinzu*).
    """

    cue: VerbCue
    complement: Complement
    content: tuple[tuple[int, int], ...]
    passages: tuple[Placed, ...]
    frame: tuple[tuple[int, int], ...]
    rule: str
    cue_words: tuple[Word, ...]
    previous: VerbCue | None = None

    @property
    def end(self) -> int:
        """The last place of content and frame."""
        return max(last for _, last in (*self.content, *self.frame))


def verbal_reports(context: Context) -> Iterator[Report]:
    """Yield the verbs of a sentence that report something in it, from left to right."""
    first = first_place(context)
    floor, covered = first, 0
    previous: VerbCue | None = None
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or is_quoted(context, cue.verb) or is_wie_frame(cue):
            continue
        nested = clause.start <= covered
        start = _own_start(context, clause) if nested else floor
        for report in _reports(context, cue, start, first, nested=nested):
            yield evolve(report, previous=previous) if shares_subject(clause) else report
            if not nested:
                covered = max((last for _, last in report.content), default=covered)
                floor = max(floor, report.end + 1)
        if not nested and floor > start:
            previous = cue if not shares_subject(clause) else (previous or cue)


def is_wie_frame(cue: VerbCue) -> bool:
    """Say whether the cue stands in *wie X mitteilte*, which is a frame of its own kind."""
    clause = cue.clause
    if clause.kind != "subordinate" or not clause.opens_with("wie") or clause.words[0] != clause.opener:
        return False
    if cue.lemma in ("hervorgehen", "verlauten", "bekannt werden"):
        return True
    if cue.lemma in ("hören", "erfahren") and any(word.text.lower() == "aus" for word in clause.words):
        return True
    return "i" in cue.licenses and cue.lemma not in ("finden", "denken", "freuen", "lachen", "lächeln")


def first_place(context: Context) -> int:
    """Return where frames may begin: behind a topic label that a colon sets off (*Krieg in der Ukraine: ...*)."""
    clauses = context.clauses.all
    if len(clauses) < 2 or clauses[0].kind != "fragment" or clauses[1].kind == "quotation":
        return 1
    if context.separator_before(clauses[1].start) == ":" and context.passage_at(clauses[1].start) is None:
        return clauses[1].start
    return 1


def is_quoted(context: Context, word: Word) -> bool:
    """Say whether a word stands inside a marked passage, so that its report is not the author's."""
    placed = context.passage_at(word.index)
    return placed is not None and placed.passage.kind == "quotation"


def shares_subject(clause: Clause) -> bool:
    """Say whether a clause goes on with the subject of the one before: *und forderte*, *betonte* after a comma."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    if clause.finite is None or not words:
        return False
    if words[0].text.lower() in COORDINATORS:
        return len(words) > 1 and words[1] == clause.finite
    nominal = any(word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word) for word in words)
    return clause.kind == "verb_first" and words[0] == clause.finite and not nominal


def _own_start(context: Context, clause: Clause) -> int:
    """Return where the frame of a nested report begins: at its clause, or at the clause that fills its front."""
    if clause.kind == "main" and clause.finite is not None and clause.words[0] == clause.finite:
        before = context.clauses.before(clause)
        if before is not None and before.kind in ("subordinate", "infinitive"):
            return before.start
    return clause.start


def _reports(context: Context, cue: VerbCue, floor: int, first: int, *, nested: bool) -> Iterator[Report]:
    """Yield what a cue reports: one thing, or a clause and the marked passage that a colon adds to it."""
    speech = _speech_before(context, cue, floor)
    if speech is not None:
        yield speech
        return
    speech = _speech_after(context, cue, floor)
    around = _clause_before(context, cue, floor, first) if speech is None else None
    found = (
        (around if around is not None and _is_told_before(context, cue, around) else None)
        or _complement_after(context, cue, floor, nested=nested)
        or around
        or (_front_complement(context, cue, floor) if speech is None else None)
    )
    if found is not None and speech is not None:
        found = _before_speech(context, found, speech)
    if found is not None:
        yield _with_correlate(found)
    if speech is not None:
        yield speech


def _is_told_before(context: Context, cue: VerbCue, around: Report) -> bool:
    """Say whether a Konjunktiv clause stands before a verb that begins its clause: *Es fehle Geld, sagte X, …*."""
    first, last = around.content[0]
    told = (clause for clause in context.clauses.all if first <= clause.start <= last and clause.kind == "main")
    if cue.clause.start > last and any(map(is_reported, told)):
        return True
    return len(around.content) > 1 and context.passage_at(around.content[1][0]) is not None


def _before_speech(context: Context, report: Report, speech: Report) -> Report | None:
    """Return a report whose content ends before the colon that introduces direct speech."""
    limit = speech.passages[0].first - 1
    cut = (context.trimmed(first, min(last, limit)) for first, last in report.content if first < limit)
    content = tuple(stretch for stretch in cut if stretch is not None)
    return evolve(report, content=content) if content else None


def _later(context: Context, cue: VerbCue) -> list[Clause]:
    """Return the clauses that begin after the finite verb of the cue."""
    finite = cue.clause.finite
    place = finite.index if finite is not None else cue.verb.index
    return [clause for clause in context.clauses.all if clause.start > place and clause != cue.clause]


def _begins_with_verb(clause: Clause) -> bool:
    """Say whether a clause begins with its verb, or with the *so* of *so hieß es*."""
    if clause.finite is None:
        return False
    first = clause.words[0]
    return first == clause.finite or (first.text == "so" and clause.words[1] == clause.finite)


# -- direct speech ----------------------------------------------------------------------------------------------------


def _speech_after(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Er sagte: „…“``; a fragment is left to the clause it stands in."""
    for placed in context.passages:
        if placed.first <= cue.clause.start or placed.first - 2 < 1:
            continue
        separator = context.separator_before(placed.first)
        whole = (
            placed.passage.kind == "quotation" and context.text[placed.passage.marked.content_spans[0].start].isupper()
        )
        if separator == ":" and _opens_bracket(context, placed.first) > _opens_bracket(context, cue.verb.index):
            continue
        direct = separator == ":" or (separator == "," and whole and cue.licenses and _ends_sentence(context, placed))
        if not direct or (is_named(placed) and separator != ":"):
            continue
        if not leads_up_to(context, cue, placed.first - 2) or name_before(context, placed) > cue.verb.index:
            return None
        start = behind_comma(context, floor)
        run = _run(context, placed)
        return Report(cue, "quotation", (), run, ((start, placed.first - 1),), "direct-after-colon", cue.words)
    return None


def name_before(context: Context, placed: Placed) -> int:
    """Return where a name between a dash and the colon before a passage begins, 0 if there is none.

    ``Lawine erfasst vier Skifahrer – Bergretter: „Glück gehabt“``: the verb before the dash says nothing of the words.
    """
    place = placed.first - 2
    while place >= 1 and context.word(place).upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "X"):
        place -= 1
    found = 1 <= place < placed.first - 2 and context.word(place).text in ("–", "—")
    return place + 1 if found and context.separator_before(placed.first) == ":" else 0


def _opens_bracket(context: Context, place: int) -> int:
    """Return how many brackets are open at a place."""
    before = context.words(1, place - 1)
    return sum((word.text == "(") - (word.text == ")") for word in before if not word.masked)


def leads_up_to(context: Context, cue: VerbCue, place: int) -> bool:
    """Say whether the clause of the cue, with what depends on it or is reported by it, reaches to a place."""
    clause = context.clauses.of(context.word(place))
    while clause is not None and clause != cue.clause:
        if clause.kind in _DEPENDENT and clause.parent is not None:
            own = verb_cue(context.sentence, context.clauses, clause)
            if own is not None and own.licenses and (clause.kind == "relative" or not cue.licenses):
                return False
            clause = context.clauses.all[clause.parent]
        elif clause.start > cue.clause.start and _is_only_reported(context, clause):
            clause = context.clauses.before(clause)
        else:
            return False
    return clause == cue.clause


def _is_only_reported(context: Context, clause: Clause) -> bool:
    """Say whether a clause in the Konjunktiv has no verb that reports: *…, das Netz werde ausgebaut: „…“*."""
    cue = verb_cue(context.sentence, context.clauses, clause)
    return is_reported(clause) and (cue is None or not cue.licenses)


def behind_comma(context: Context, place: int) -> int:
    """Return the first place from the given one that is no comma, semicolon or dash."""
    while place < context.length and context.word(place).upos == "PUNCT" and context.word(place).text in ",;–—-":
        place += 1
    return place


def _ends_sentence(context: Context, placed: Placed) -> bool:
    return all(word.upos == "PUNCT" for word in context.words(placed.last + 1, context.length))


def _run(context: Context, placed: Placed) -> tuple[Placed, ...]:
    """Return a passage with those that follow it right away."""
    run = [placed]
    for other in context.passages:
        if other.first > run[-1].last and other.first - run[-1].last <= 1:
            run.append(other)
    return tuple(run)


def _speech_before(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``„…“, sagte X`` and ``„…“, sagte X, „…“``: the slot behind the marks makes any verb a cue."""
    clause = cue.clause
    if not _begins_with_verb(clause) or clause.start < 3 or (cue.lemma in ("heißen", "heissen") and len(cue.words) < 2):
        return None
    separated = context.separator_before(clause.start) in (",", "–", "—", "-")
    placed = context.passage_at(clause.start - 2 if separated else clause.start - 1)
    if placed is None or not _is_utterance(context, placed, floor) or (cue.is_negated and not cue.licenses):
        return None
    if is_named(placed) and not cue.licenses:
        return None
    end = _frame_end(context, clause)
    later = [other for other in context.passages if other.first > clause.start and _resumes(context, other)]
    last = min([end, *(other.first - 1 for other in later)])
    content = () if later else _going_on(context, end)
    frame = ((placed.last + 1, last),)
    return Report(cue, "quotation", content, (placed, *later), frame, "direct-before-verb", cue.words)


def _going_on(context: Context, end: int) -> tuple[tuple[int, int], ...]:
    """Return the clause in the Konjunktiv with which the words go on behind a frame: *„Nein“, sagte Ott, er bleibe*."""
    clause = context.clauses.of(context.word(end + 1)) if end < context.length else None
    if clause is None or clause.start != end + 1 or clause.kind != "main" or context.separator_before(end + 1) != ",":
        return ()
    if _begins_with_verb(clause) or not is_reported(clause):
        return ()
    content = context.trimmed(clause.start, context.length)
    return () if content is None else (content,)


def _is_utterance(context: Context, placed: Placed, floor: int) -> bool:
    """Say whether a passage stands for itself, not as a fragment at the end of a clause."""
    return context.trimmed(floor, placed.first - 1) is None or context.word(placed.first).masked


def _resumes(context: Context, placed: Placed) -> bool:
    """Say whether a passage after the frame goes on with the speech."""
    return context.separator_before(placed.first) in (",", ":")


def _frame_end(context: Context, clause: Clause) -> int:
    """Return the last place of a postposed frame: the end of the sentence, or before a clause that goes on."""
    for other in context.clauses.all:
        if other.start <= clause.start or other.kind in _DEPENDENT:
            continue
        if other.kind == "fragment" and context.separator_before(other.start) == ",":
            continue
        return other.start - 1
    return context.length


# -- clauses after the verb -------------------------------------------------------------------------------------------


def _complement_after(context: Context, cue: VerbCue, floor: int, *, nested: bool) -> Report | None:
    found = right_complement(context, cue)
    after_colon = found is not None and context.separator_before(found[1].start) == ":"
    if found is None or clause_silence(cue, *found, nested=nested, after_colon=after_colon) is not None:
        return None
    kind, clause = found
    end = _region_end(context, clause, kind)
    content = context.trimmed(clause.start, end)
    if content is None:
        return None
    start = behind_comma(context, floor)
    frame = (min(start, cue.clause.start), clause.start - 1)
    return Report(cue, kind, (content,), (), (frame,), f"indirect-{kind}", cue.words)


def right_complement(context: Context, cue: VerbCue) -> tuple[Complement, Clause] | None:
    """Return the first clause behind the cue's own that the verb may have for its complement, and of which kind."""
    later = _later(context, cue)
    for place, clause in enumerate(later):
        if clause.kind in ("relative", "fragment"):
            continue
        if place and _belongs_to(context, later[place - 1], clause, cue):
            return None
        if clause.kind == "infinitive":
            if clause.opener is None or _is_governed_by_correlate(context, cue, clause):
                return "infinitive", clause
        elif clause.kind == "subordinate":
            kind = _subordinate_complement(context, cue, clause, later[place + 1 :])
            if kind is not None:
                return kind, clause
        elif clause.kind == "main" and clause.finite is not None:
            return None if _is_front_of(cue.clause, clause) else _verb_second(context, clause)
        else:
            return None
    return None


def _belongs_to(context: Context, inner: Clause, clause: Clause, cue: VerbCue) -> bool:
    """Say whether a clause is what the dependent clause right before it reports: *Ott widersprach, indem er sagte, …*.

    That clause ends in a verb of saying; the verb above it is none itself, or the clause gives its reason or manner, or
    waits with a correlate.
    """
    if inner.kind not in ("relative", "subordinate") or inner.end + 2 != clause.start or inner.finite is None:
        return False
    if clause.kind == "infinitive" and clause.opener is not None:
        return False
    own = verb_cue(context.sentence, context.clauses, inner)
    if own is None or not own.licenses or own.is_known or own.is_negated or is_wie_frame(own):
        return False
    if context.word(inner.end) not in own.words:
        return False
    waits = any(word.text.lower() in CORRELATES - {"es"} for word in inner.words)
    return not cue.licenses or waits or inner.opens_with("indem", "da", "weil")


def _is_governed_by_correlate(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether *ohne* is no conjunction: *riet davon ab, ohne Ausrüstung einzusteigen* waits for an infinitive."""
    last = all(other.start <= clause.start for other in context.clauses.all)
    noun_follows = len(clause.words) > 2 and clause.words[1].upos in ("NOUN", "ADJ", "DET")
    return last and noun_follows and any(word.text.lower() in ("davon", "dazu", "darauf") for word in cue.clause.words)


def _is_front_of(clause: Clause, main: Clause) -> bool:
    """Say whether a subordinate clause fills the front of the main clause after it: *Nachdem er X sagte, ging er*."""
    return clause.kind == "subordinate" and _begins_with_verb(main) and clause.start < main.start


def _verb_second(context: Context, clause: Clause) -> tuple[Complement, Clause] | None:
    if clause.words[0].text.lower() in COORDINATORS or context.separator_before(clause.start) not in (",", ":", "–"):
        return None
    if (len(clause.words) < 3 and not is_reported(clause)) or (
        clause.words[0].text.lower() == "es" and clause.words[-1].text.lower() == "denn"
    ):
        return None
    return ("konjunktiv" if is_reported(clause) else "indicative"), clause


def is_reported(clause: Clause) -> bool:
    """Say whether a clause stands in the Konjunktiv of reported speech (*könnte*, *dürfte* too; not *wollte*)."""
    finite = clause.finite
    if finite is None or _is_own_voice(clause, finite):
        return False
    return is_konjunktiv(finite) or finite.text.lower() in ("sollte", "sollten")


def _is_own_voice(clause: Clause, finite: Word) -> bool:
    """Say whether a form in *-e* has *ich* beside it, so that it is an indicative: *manchmal sitze ich*."""
    beside = (word for word in clause.words if abs(word.index - finite.index) == 1)
    return finite.text.lower() != "sei" and finite.text.endswith("e") and any(w.text.lower() == "ich" for w in beside)


def _subordinate_complement(context: Context, cue: VerbCue, clause: Clause, later: list[Clause]) -> Complement | None:
    opener = clause.opener.text.lower() if clause.opener is not None else ""
    first = clause.words[0].text.lower()
    if opener in ("dass", "daß"):
        return "dass" if first not in _ADVERBIAL_OPENERS else None
    if _fills_front_of_konjunktiv(later):
        return "konjunktiv"
    if opener == "was" and _has_antecedent(context, cue, clause):
        return None
    if opener not in INTERROGATIVES - {"wobei", "wonach"} or (opener != "ob" and cue.lemma not in _ASKING):
        return None
    if opener == "wie":
        inner = verb_cue(context.sentence, context.clauses, clause)
        if inner is not None and "i" in inner.licenses and cue.lemma not in ("fragen", "schildern", "beschreiben"):
            return None
    return "interrogative"


def _has_antecedent(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether *was* takes up a word before it: *alles, was zu sagen sei*, *habe alles gesagt, was …*."""
    if context.word(max(clause.start - 2, 1)).text.lower() in _ANTECEDENTS:
        return True
    own = [word for word in cue.clause.words if word.index < cue.verb.index]
    return cue.verb == cue.clause.words[-1] and any(word.text.lower() in ("alles", "nichts") for word in own[-2:])


def _fills_front_of_konjunktiv(later: list[Clause]) -> bool:
    """Say whether a subordinate clause stands in the front of a Konjunktiv clause: *sagte, wenn X, sei Y*."""
    following = next((clause for clause in later if clause.kind not in _DEPENDENT), None)
    return following is not None and _begins_with_verb(following) and is_reported(following)


def _region_end(context: Context, start: Clause, kind: Complement) -> int:
    """Return the last place of a complement that begins with a clause: the end of the sentence, or before a stop."""
    for clause in context.clauses.all:
        if _is_resumed(context, clause, start):
            return clause.finite.index - 1 if clause.finite is not None else context.length
        if clause.start > start.start and _stops(context, clause, start, kind):
            return clause.start - 1
    return context.length


def _is_resumed(context: Context, clause: Clause, start: Clause) -> bool:
    """Say whether a clause goes on with its verb behind what was reported within it: *Ott, die sagte, dass …, ging*."""
    finite = clause.finite
    if finite is None or clause.kind != "main" or not clause.start < start.start < finite.index:
        return False
    return context.separator_before(finite.index) == ","


def _stops(context: Context, clause: Clause, start: Clause, kind: Complement) -> bool:
    if clause.kind == "subordinate" and clause.opens_with("während", "wohingegen"):
        told = verb_cue(context.sentence, context.clauses, clause)
        return told is not None and bool(told.licenses) and right_complement(context, told) is not None
    if clause.kind not in ("verb_first", "main") or clause.finite is None or is_reported(clause):
        return False
    own = verb_cue(context.sentence, context.clauses, clause)
    if _begins_with_verb(clause):
        before = context.clauses.before(clause)
        fronted = before is not None and before.kind in ("subordinate", "infinitive") and before.start > start.start
        return not fronted or (own is not None and "i" in own.licenses)
    if kind == "indicative":
        return own is not None and bool(own.licenses) and right_complement(context, own) is not None
    return True


# -- clauses before the verb ------------------------------------------------------------------------------------------


def _clause_before(context: Context, cue: VerbCue, floor: int, first: int) -> Report | None:
    """``Der Pass sei zu, teilte X mit`` and ``Es fehle, sagte X, an Geld``."""
    clause = cue.clause
    if not (_begins_with_verb(clause) or _agrees_to_it(cue)) or act_silence(cue) is not None:
        return None
    if context.separator_before(clause.start) not in (",", "–", "—", "-") or not (
        _has_subject_after(context, cue) or cue.lemma == "hervorgehen" or _is_read_there(cue)
    ):
        return None
    if _is_final(context, clause) and _main_before(context, clause, floor) is None:
        floor = first
    main = _main_before(context, clause, floor)
    if main is not None and _resumes_name(context, cue):
        return None
    if main is None:
        return _phrase_before(context, cue, floor)
    reported = is_reported(main)
    if not (
        cue.grants("i")
        or (_is_read_there(cue) and clause.words[0].text == "so")
        or (reported and (cue.licenses or is_structural(cue, main)))
    ):
        return None
    if not reported and right_complement(context, cue) is not None and not _is_interrupted(context, main, clause):
        return None
    frame_last, resumed = _appended_conjunct(context, main, cue) or _resumption(context, main, clause)
    content = [(_start_of_told(context, main, behind_comma(context, floor)), clause.start - 1), *resumed]
    pieces = tuple(piece for piece in (context.trimmed(*stretch) for stretch in content) if piece is not None)
    if not pieces:
        return None
    frame = (pieces[0][1] + 1, frame_last)
    return Report(cue, "left", pieces, (), (frame,), "indirect-before-verb", cue.words)


def _is_read_there(cue: VerbCue) -> bool:
    """Say whether a frame tells where the words can be read: *…, stand in dem Schreiben*, *…, so steht es darin*."""
    if cue.lemma != "stehen" or cue.is_negated:
        return False
    inside = [word for word in cue.clause.words if word.text.lower() in ("in", "im", "darin", "auf")]
    nouns = [known for word in cue.clause.words if word.upos == "NOUN" and (known := noun_of(word.text)) is not None]
    return any(word.text.lower() == "darin" for word in inside) or (
        bool(inside) and any(noun.kind in ("document", "medium") for noun in nouns)
    )


def _agrees_to_it(cue: VerbCue) -> bool:
    """Say whether a frame takes up what was said before it: *…, darin stimmten beide überein*."""
    words = cue.clause.words
    if len(words) < 3 or words[1] != cue.clause.finite:
        return False
    if words[0].text in ("das", "dies") and cue.grants("i") and not cue.is_passive:
        return any(_may_confirm(word) for word in words[2:])
    return words[0].text in ("darin", "davon", "da") and cue.lemma in _AGREEING


def _may_confirm(word: Word) -> bool:
    """Say whether a word may be who confirms what was said: *…, das bestätigte die Bank*, not *den Verdacht*."""
    return word.text in ("er", "sie") or (word.upos in ("NOUN", "PROPN") and speaks(word))


def _resumes_name(context: Context, cue: VerbCue) -> bool:
    """Say whether the verb goes on with a name behind which a relative clause reports: *Ott, die sagte, …, ging*."""
    first, *others = context.clauses.all
    if first.kind != "fragment" or first.start != 1 or not others or others[0].kind != "relative":
        return False
    named = any(word.upos == "PROPN" or (word.upos == "NOUN" and speaks(word)) for word in first.words)
    after = [word for word in cue.clause.words if word.upos in ("NOUN", "PROPN", "PRON")]
    return named and not any(word.upos != "NOUN" or speaks(word) for word in after)


def _phrase_before(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Nach Ostern, versichert X.``: a phrase without a verb, an answer perhaps, and nothing behind the frame."""
    before = context.clauses.before(cue.clause)
    alone = before is not None and before.kind == "fragment" and before.start == 1
    if before is None or not alone or floor > 1 or not cue.grants("i") or not _is_final(context, cue.clause):
        return None
    content = context.trimmed(1, cue.clause.start - 1)
    if content is None:
        return None
    frame = (content[1] + 1, context.length)
    return Report(cue, "left", (content,), (), (frame,), "indirect-before-verb", cue.words)


def _start_of_told(context: Context, main: Clause, floor: int) -> int:
    """Return where a reported clause begins: behind a clause of the author that a dash or semicolon parts from it."""
    if not is_reported(main) or main.start <= floor:
        return floor
    for clause in context.clauses.all:
        own = floor <= clause.start < main.start and clause.kind == "main" and clause.finite is not None
        if own and not is_reported(clause) and context.separator_before(main.start) in ("–", "—", "-", ";"):
            return main.start
    return floor


def _is_final(context: Context, clause: Clause) -> bool:
    return all(other.start <= clause.start or other.kind in _DEPENDENT for other in context.clauses.all)


def _main_before(context: Context, clause: Clause, floor: int) -> Clause | None:
    """Return the main clause that begins before a frame, from a place on."""
    found = [
        other
        for other in context.clauses.all
        if floor <= other.start < clause.start and other.kind == "main" and other.finite is not None
    ]
    if found:
        return found[-1] if not any(map(is_reported, found)) else next(filter(is_reported, found))
    return _interrupted_main(context, clause, floor)


def _interrupted_main(context: Context, clause: Clause, floor: int) -> Clause | None:
    """Return a main clause whose front is a subordinate clause, with the frame between them."""
    before = context.clauses.before(clause)
    if before is None or before.kind not in ("subordinate", "infinitive") or before.start < floor:
        return None
    later = [other for other in context.clauses.all if other.start > clause.start and other.kind not in _DEPENDENT]
    return later[0] if later and _begins_with_verb(later[0]) else None


def _is_interrupted(context: Context, main: Clause, clause: Clause) -> bool:
    return main.start < clause.start < main.end or main.start > clause.start


def _appended_conjunct(context: Context, main: Clause, cue: VerbCue) -> tuple[int, list[tuple[int, int]]] | None:
    """Return what goes on without a verb behind a frame: *Das koste 30 Euro, sagt er, ein neues dagegen 90*."""
    start = next((w.index for w in cue.clause.words[1:] if context.separator_before(w.index) == ","), None)
    if start is None or not is_reported(main) or context.passage_at(start) is not None:
        return None
    frame = [word for word in cue.clause.words if word.index < start]
    rest = [word for word in cue.clause.words if word.index >= start and word.upos != "PUNCT"]
    closed = frame[-1].upos == "PRON" or (frame[-1] != cue.verb and frame[-1] in cue.words)
    contrasted = any(word.text.lower() in _CONTRASTING for word in rest)
    is_phrase = rest[-1].upos in ("NOUN", "NUM", "PROPN") and rest[0].text.lower() not in COORDINATORS
    return (start - 1, [(start, context.length)]) if closed and contrasted and is_phrase else None


def _resumption(context: Context, main: Clause, clause: Clause) -> tuple[int, list[tuple[int, int]]]:
    """Return where a postposed frame ends, and the stretches of content that follow it."""
    own = {word.index for word in clause.words}
    resumed = [
        word.index
        for word in main.words
        if word.index > clause.start and word.index not in own and word.upos != "PUNCT"
    ]
    marked = _marked_behind(context, clause)
    if resumed and (marked is None or resumed[0] < marked.first):
        return resumed[0] - 1, [(resumed[0], context.length)]
    if marked is not None:
        return marked.first - 1, [(marked.first, context.length)]
    for other in context.clauses.all:
        if other.start > clause.start and other.kind in ("main", "verb_first") and other.finite is not None:
            start = _with_front(context, other, clause)
            goes_on = is_reported(other) or other == main
            return start - 1, [(start, _end_of_told(context, other))] if goes_on else []
    return context.length, []


def _end_of_told(context: Context, told: Clause) -> int:
    """Return where what goes on behind a frame ends: before a semicolon behind which somebody else reports."""
    for clause in context.clauses.all:
        own = clause.start > told.start and clause.kind == "main" and not is_reported(clause)
        if own and context.separator_before(clause.start) == ";":
            cue = verb_cue(context.sentence, context.clauses, clause)
            if cue is not None and cue.licenses:
                return clause.start - 2
    return context.length


def _marked_behind(context: Context, clause: Clause) -> Placed | None:
    """Return the marked passage right behind a frame: *Es sei spät, sagte er, „und kalt“*."""
    own = [word.index for word in clause.words if context.passage_at(word.index) is None and word.upos != "PUNCT"]
    after = (placed for placed in context.passages if placed.first > clause.start)
    placed = next(after, None)
    if placed is None or is_named(placed) or context.separator_before(placed.first) not in (",", "–", "—"):
        return None
    return placed if own and max(index for index in own if index < placed.first) >= placed.first - 2 else None


def _with_front(context: Context, main: Clause, frame: Clause) -> int:
    """Return where a main clause begins with the dependent clause that fills its front."""
    if not _begins_with_verb(main):
        return main.start
    before = context.clauses.before(main)
    if before is not None and before.kind in ("subordinate", "infinitive") and before.start > frame.start:
        start = before.start
        joint = context.word(start - 1)
        return start - 1 if joint.text.lower() in COORDINATORS else start
    return main.start


def _has_subject_after(context: Context, cue: VerbCue) -> bool:
    """Say whether something that may be a nominative stands behind the verb: not only *traf den Bürgermeister*."""
    after = [word for word in cue.clause.words if word.index > cue.clause.start]
    nominal = [
        word
        for word in after
        if word.upos in ("NOUN", "PROPN", "PRON") or word.relation in SUBJECTS or word.text.lower() in STANDING_ALONE
    ]
    return any(not has_oblique_article(context, word) for word in nominal)


def _front_complement(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Dass er gehe, sagte X schon gestern``: the clause in front of the verb is the complement."""
    clause = cue.clause
    if clause.kind != "main" or not _begins_with_verb(clause) or act_silence(cue) is not None or not cue.grants("d"):
        return None
    before = [other for other in context.clauses.all if floor <= other.start < clause.start]
    if not before or before[0].kind != "subordinate":
        return None
    asked = cue.lemma in ("fragen", "wissen wollen", "nachfragen") and before[0].opens_with(*INTERROGATIVES)
    if not before[0].opens_with("dass", "daß", "ob") and not asked:
        return None
    content = context.trimmed(floor, clause.start - 1)
    if content is None or (before[0].opens_with("ob") and cue.lemma in OPEN_QUESTIONS):
        return None
    return Report(cue, "left", (content,), (), ((clause.start - 1, context.length),), "indirect-fronted", cue.words)


def _with_correlate(report: Report) -> Report:
    """Add *davon*, *darauf*, *dazu* in the frame to the cue where a clause follows it."""
    if report.complement not in ("dass", "interrogative", "konjunktiv", "infinitive"):
        return report
    correlates = CORRELATES - {"es", "danach", "darin"}
    if report.cue.lemma not in ("drohen", "rechnen", "begründen", "argumentieren"):
        correlates -= {"damit"}
    found = [word for word in report.cue.clause.words if word.text.lower() in correlates and not word.masked]
    finite = report.cue.clause.finite
    if finite is not None:  # Ida Ott dagegen habe gestanden, dass sie log
        found = [w for w in found if w.text != "dagegen" or w.index > finite.index]
    words = sorted({word.index: word for word in (*report.cue_words, *found)}.values(), key=lambda word: word.index)
    return evolve(report, cue_words=tuple(words))
