"""Clauses behind a verb that it has for its complement, and where the reported words end.

The complement is a *dass* or interrogative clause, a verb-second clause or an infinitive with *zu*.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import COORDINATORS, INTERROGATIVES, RELATIVE_ADVERBS, Clause, is_zu_infinitive, names_act
from quotetrack.cues import CLEAR, CORRELATES, VerbCue, verb_cue, viewer_in
from quotetrack.moods import is_konjunktiv_1
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.gapping import who_does_not
from quotetrack.quotes.nouns import denied, with_noun
from quotetrack.quotes.reporting import (
    DEPENDENT,
    Report,
    answers,
    begins_with_verb,
    behind_comma,
    host_behind,
    is_aside,
    is_reported,
    is_wie_frame,
)
from quotetrack.quotes.silence import Complement, clause_silence, is_past
from quotetrack.syntax import SUBJECTS

_ADVERBIAL_OPENERS: Final = frozenset("um ohne statt anstatt außer so nur als auf bis kaum geschweige".split())

_ASKING: Final = frozenset(
    "fragen erkundigen nachfragen erläutern erklären schildern beschreiben darlegen erzählen sagen überlegen berichten"
    " vorrechnen verraten anfragen skizzieren wiederholen mitteilen betonen klarstellen zusammenfassen"
    " zurückfragen".split()
) | {
    "Frage stellen",
    "Frage aufwerfen",
    "Frage richten",
    "wissen wollen",
    "sehen wollen",
    "hören wollen",
    "beobachten wollen",
    "bemerken wollen",
}
"""Verbs whose clause with a question word is what was asked or told, not a relative clause that goes on."""

_MARVELLING: Final = frozenset(
    "hervorheben unterstreichen loben kritisieren rügen beklagen bemängeln wundern staunen".split()
)
"""Verbs whose clause tells how or why something is so; one with *was* would go on with the story."""

_SHOWING: Final = frozenset({"deutlich machen", "klar machen", "klarmachen"})
"""What facts do too: *Der Unfall macht deutlich, wie gefährlich …*; somebody tells it where it is in the Konjunktiv."""

_AWAITED: Final = frozenset({"daran", "darauf", "davon", "darüber"})
"""Correlates of questions that somebody tells the answer of: *erinnerte daran, wie knapp es gewesen sei*."""
_GOING_ON: Final = frozenset("aber jedoch dann danach später zugleich anschließend schließlich stattdessen".split())
"""Words by which a second participle goes on: *behauptet, ihn nicht zu kennen, | dann aber geschwiegen*."""
_AWAITING: Final = frozenset({"davon", "davor", "dazu", "darauf", "dafür", "dagegen", "darum"})
"""Correlates that wait for an infinitive."""

_SETTLING: Final = frozenset({"entscheiden", "klären", "bestimmen"})
"""Verbs that report a decision only where they have nothing else for their object."""

_PLACES: Final = frozenset({"da", "dort", "dorthin", "überall", "hier"})
"""Words whose clause with *wo* is relative: *Überall dort, wo Rot leuchtet, fehlen Kanäle*."""

_ANYBODY: Final = frozenset({"wer", "wem", "wen"})
"""What begins a clause about whoever it may be: *Wer glaubt, das sei vorbei, irrt*."""

_ANTECEDENTS: Final = frozenset("alles das dem etwas manches nichts vieles wenig weniges".split())
"""Words whose clause with *was* is relative: *alles, was zu sagen sei*."""


def complement_after(context: Context, cue: VerbCue, floor: int, *, nested: bool) -> Report | None:
    """``X sagte, dass er gehe``: the clause behind the verb, unless the verb is silent about it."""
    if cue.clause.words[0].text.lower() in _ANYBODY and cue.clause.kind in DEPENDENT:
        return None
    found = right_complement(context, cue)
    after_colon = found is not None and context.separator_before(found[1].start) == ":"
    if found is None:
        return None
    kind, clause = found
    main = _main_behind(context, clause) if after_colon and kind == "konjunktiv" else clause
    if clause_silence(cue, kind, main, nested=nested, after_colon=after_colon) is not None:
        return None
    if after_colon and not cue.licenses and cue.clause.kind == "relative":
        return None
    if after_colon and kind == "indicative" and _settles(cue):
        return None
    host = host_behind(context, cue.clause) if is_aside(context, cue.clause) else None
    if denied(context, cue, clause) is not None or (host is not None and host.index < clause.start):
        return None
    if cue.verb.index > clause.end and with_noun(context, clause):
        return None
    end = _before_outer(context, cue, clause) or _region_end(context, clause, kind)
    end = min(end, _before_other_view(context, cue, clause) or end)
    closing = _closing_words(cue, clause)
    content = context.trimmed(clause.start, min(end, closing[0] - 1) if closing else end)
    if content is None:
        return None
    start = behind_comma(context, floor)
    first = _set_apart(cue) if kind == "konjunktiv" else None
    if first is not None and cue.clause.start == start:
        told = ((start, first), content)
        return Report(cue, kind, told, (), ((first + 1, clause.start - 1),), f"indirect-{kind}", cue.words)
    frame = [(min(start, cue.clause.start), clause.start - 1)]
    frame += [(content[1] + 1, closing[-1])] if closing else []
    return Report(cue, kind, (content,), (), tuple(frame), f"indirect-{kind}", cue.words)


def _settles(cue: VerbCue) -> bool:
    """Say whether a verb has the thing that it settles: *Ein Tor hat das Spiel | entschieden | : Thal siegte*."""
    if cue.lemma not in _SETTLING:
        return False
    told = [word.relation for word in cue.clause.words if word.upos == "NOUN" and word.relation in SUBJECTS | {"obj"}]
    return "obj" in told or len(told) > 1  # parsers take the object for a second subject


def _closing_words(cue: VerbCue, clause: Clause) -> list[int]:
    """Return the places of what closes the bracket behind the clause: *gab das Versprechen, zu gehen, | ab*."""
    closing = any(word.index > clause.end for word in cue.words)
    return [word.index for word in cue.clause.words if closing and word.index > clause.end and word.upos != "PUNCT"]


def _main_behind(context: Context, clause: Clause) -> Clause:
    """Return the main clause of which a clause behind a colon fills the front: *…: Wer gehe, | verliere*."""
    if clause.kind != "subordinate":
        return clause
    behind = (other for other in context.clauses.all if other.start > clause.end and begins_with_verb(other))
    return next(behind, clause)


def _set_apart(cue: VerbCue) -> int | None:
    """Return the last place of an answer that a comma parts from the verb: *Nein | , sagt Ott, er gehe nicht*."""
    finite = cue.clause.finite
    if finite is None or cue.clause.kind != "main":
        return None
    front = [word for word in cue.clause.words if word.index < finite.index]
    apart = bool(front) and front[-1].index < finite.index - 1 and len(front) <= len(("nicht", "doch"))
    return front[-1].index if apart and all(word.upos in ("ADV", "PART", "INTJ") for word in front) else None


def right_complement(context: Context, cue: VerbCue) -> tuple[Complement, Clause] | None:
    """Return the first clause behind the cue's own that the verb may have for its complement, and of which kind."""
    later = _later(context, cue)
    for place, clause in enumerate(later):
        if clause.kind == "fragment" and context.separator_before(clause.start) == ";":
            return None
        if clause.kind == "fragment" and _is_verbless_speech(context, cue, clause):
            return "indicative", clause
        if clause.kind in ("relative", "fragment"):
            continue
        if place and _belongs_to(context, later[place - 1], clause, cue):
            return None
        if clause.kind == "infinitive":
            if clause.opener is not None and _fills_front_of_konjunktiv(later[place + 1 :]):
                return "konjunktiv", clause
            if clause.opener is None or _is_governed_by_correlate(context, cue, clause):
                return "infinitive", clause
        elif clause.kind == "subordinate":
            kind = _subordinate_complement(context, cue, clause, later[place + 1 :])
            if kind == "interrogative" and _is_answered(context, clause, later[place + 1 :]):
                continue
            if kind is not None:
                return kind, clause
        elif _is_condition(context, cue, clause) and (kind := _told_on_condition(later[place + 1 :])) is not None:
            return kind, clause
        elif clause.kind == "main" and clause.finite is not None:
            return None if _is_front_of(cue.clause, clause) else _verb_second(context, clause)
        else:
            return None
    return None


def _is_verbless_speech(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether words without a verb behind a colon are what is said: *Ott rechnet vor: zwei Kurse mehr*.

    Where the verb has an object, they tell what that is: *Ott nannte drei Gründe: Zeit, Geld, Platz*.
    """
    if context.separator_before(clause.start) != ":" or cue.clause.kind != "main" or cue.is_passive or cue.is_negated:
        return False
    has_object = any(word.relation in ("obj", "iobj", "obl:arg") and word.upos != "PRON" for word in cue.clause.words)
    single = len(clause.words) == 1
    told = (cue.grants("v") or cue.grants("i")) and cue.lemma not in ("schreiben", "erzählen", "lesen", "lauten")
    return told and not (has_object or single or any(map(is_named, context.passages)))


def _is_answered(context: Context, clause: Clause, later: list[Clause]) -> bool:
    """Say whether a colon and what is said follow a question: *sagt, was ihn stört: Der Lärm sei zu groß*."""
    place = clause.end + 2
    if place > context.length or context.word(place - 1).text != ":":
        return False
    marked = context.passage_at(place)
    told = bool(later) and later[0].start == place and later[0].kind == "main" and is_reported(later[0])
    return told or (marked is not None and marked.passage.kind == "quotation")


def _is_condition(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether a clause with its verb in front is a condition: *kündigte an, sollte der Rat nicht zustimmen, …*."""
    if clause.kind != "verb_first" or clause.finite is None or clause.words[0] != clause.finite or not cue.licenses:
        return False
    conditional = clause.finite.text in ("sollte", "sollten") or is_reported(clause)
    return conditional and context.separator_before(clause.start) == "," and cue.clause.end == clause.start - 2


def _told_on_condition(later: list[Clause]) -> Complement | None:
    """Return what kind of clause follows a condition: *…, werde er gehen*, *…, zu gehen*."""
    following = next((clause for clause in later if clause.kind not in ("relative", "subordinate")), None)
    if following is None:
        return None
    if following.kind == "infinitive":
        return "infinitive"
    return "konjunktiv" if begins_with_verb(following) else None


def _later(context: Context, cue: VerbCue) -> list[Clause]:
    """Return the clauses that begin after the finite verb of the cue."""
    finite = cue.clause.finite
    place = finite.index if finite is not None else cue.verb.index
    return [clause for clause in context.clauses.all if clause.start > place and clause != cue.clause]


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
    if inner.kind == "subordinate" and inner.opener is None:
        return True  # weil der Wirt lachte | und sagte, das sei normal
    if inner.kind == "relative" and own.lemma in ("heißen", "heissen"):
        return True  # eine Mail, in der es heißt, …
    if context.word(inner.end) not in own.words:
        return False
    waits = any(word.text.lower() in CORRELATES - {"es"} for word in inner.words)
    if clause.kind == "infinitive" and inner.kind == "relative" and own.grants("z"):
        return True
    return not cue.licenses or waits or inner.opens_with("indem", "da", "weil")


def _is_governed_by_correlate(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether *ohne* is no conjunction: *riet davon ab, ohne Ausrüstung einzusteigen* waits for an infinitive."""
    last = all(other.start <= clause.start for other in context.clauses.all)
    noun_follows = len(clause.words) > 2 and clause.words[1].upos in ("NOUN", "ADJ", "DET")
    return last and noun_follows and any(word.text.lower() in _AWAITING for word in cue.clause.words)


def _is_front_of(clause: Clause, main: Clause) -> bool:
    """Say whether a subordinate clause fills the front of the main clause after it: *Nachdem er X sagte, ging er*."""
    return clause.kind == "subordinate" and begins_with_verb(main) and clause.start < main.start


def _verb_second(context: Context, clause: Clause) -> tuple[Complement, Clause] | None:
    if clause.words[0].text.lower() in COORDINATORS or context.separator_before(clause.start) not in (",", ":", "–"):
        return None
    if (len(clause.words) < 3 and not is_reported(clause)) or (
        clause.words[0].text.lower() == "es" and clause.words[-1].text.lower() == "denn"
    ):
        return None
    return ("konjunktiv" if is_reported(clause) else "indicative"), clause


def _subordinate_complement(context: Context, cue: VerbCue, clause: Clause, later: list[Clause]) -> Complement | None:
    opener = clause.opener.text.lower() if clause.opener is not None else ""
    first = clause.words[0].text.lower()
    if opener in ("dass", "daß"):
        goes_on = first in COORDINATORS and _is_within_dass(context, cue)
        return "dass" if first not in _ADVERBIAL_OPENERS and not goes_on else None
    if _fills_front_of_konjunktiv(later) or _is_taken_up(context, clause, later):
        return "konjunktiv"
    if opener == "was" and _has_antecedent(context, cue, clause):
        return None
    if opener == "wo" and context.word(max(clause.start - 2, 1)).text.lower() in _PLACES:
        return None
    marvels = cue.lemma in _MARVELLING or (cue.lemma in _SHOWING and is_reported(clause))
    marvelling = marvels and opener in ("wie", "warum", "weshalb")
    correlated = is_reported(clause) and any(word.text.lower() in _AWAITED for word in cue.clause.words)
    asked = opener == "ob" or cue.lemma in _ASKING or marvelling or correlated
    if opener not in INTERROGATIVES - RELATIVE_ADVERBS or not asked:
        return None
    if opener == "wie":
        if cue.clause.kind == "verb_first" and context.separator_before(cue.clause.start) == ",":
            return None  # Das Wasser kam, sagte Ott, wie er es nie gesehen habe
        inner = verb_cue(context.sentence, context.clauses, clause)
        rest = [word for word in cue.clause.words if word.index > clause.end and word.upos != "PUNCT"]
        if rest and rest[-1].text.lower() in _ANTECEDENTS | {"viel", "es"}:
            return None
        names_itself = inner is not None and inner.lemma == "nennen"
        told = inner is not None and "i" in inner.licenses and cue.lemma not in ("fragen", "schildern", "beschreiben")
        if told or names_itself:
            return None
    return "interrogative"


def _is_within_dass(context: Context, cue: VerbCue) -> bool:
    """Say whether a dependent clause stands behind one with *dass*, which *und dass* goes on with."""
    earlier = (clause for clause in context.clauses.all if clause.start < cue.clause.start)
    return cue.clause.kind in DEPENDENT and any(clause.opens_with("dass", "daß") for clause in earlier)


def _has_antecedent(context: Context, cue: VerbCue, clause: Clause) -> bool:
    """Say whether *was* takes up a word before it: *alles, was zu sagen sei*, *habe alles gesagt, was …*."""
    if context.word(max(clause.start - 2, 1)).text.lower() in _ANTECEDENTS:
        return True
    own = [word for word in cue.clause.words if word.index < cue.verb.index]
    return cue.verb == cue.clause.words[-1] and any(word.text.lower() in ("alles", "nichts") for word in own[-2:])


def _fills_front_of_konjunktiv(later: list[Clause]) -> bool:
    """Say whether a subordinate clause stands in the front of a Konjunktiv clause: *sagte, wenn X, sei Y*."""
    following = next((clause for clause in later if clause.kind not in DEPENDENT), None)
    return following is not None and begins_with_verb(following) and is_reported(following)


def _is_taken_up(context: Context, clause: Clause, later: list[Clause]) -> bool:
    """Say whether a pronoun or *dann* takes up a clause: *wer es sage, | dem sei zu helfen*, *wenn er gehe, dann …*.

    Behind a comma *wer* may as well ask; *wenn* opens what is told only behind a colon or comma of its verb.
    """
    following = next((other for other in later if other.kind not in DEPENDENT), None)
    if following is None or following.kind != "main" or following.start != clause.end + 2:
        return False
    resumed = ("der", "dem", "den", "die") if clause.opens_with("wer", "wem", "wen") else ("dann", "so")
    opens = clause.opens_with("wer", "wem", "wen", "wenn", "falls", "sofern")
    reported = is_reported(following) and clause.finite is not None and is_reported(clause)
    return opens and reported and context.word(following.start).text in resumed


def _region_end(context: Context, start: Clause, kind: Complement) -> int:
    """Return the last place of a complement that begins with a clause: the end of the sentence, or before a stop."""
    others = who_does_not(start) if kind == "infinitive" else []
    comment = _before_comment(context, start)
    if comment is not None:
        return comment
    for clause in context.clauses.all:
        if others and clause == start:
            return others[0].index - 1
        if kind == "infinitive" and clause == start and (place := _before_second_participle(context, start)):
            return place
        if _is_resumed(context, clause, start):
            return clause.finite.index - 1 if clause.finite is not None else context.length
        embedded = clause.end < start.end
        if clause.start > start.start and not embedded and _stops(context, clause, start, kind):
            return clause.start - 1
    return context.length


def _before_comment(context: Context, start: Clause) -> int | None:
    """Return where an author says of what kind it is: *forderte zu gehen – | eine Forderung, die Kern verwarf*."""
    for clause in context.clauses.all:
        if clause.kind != "relative" or clause.start <= start.start or is_reported(clause):
            continue
        article = next((w for w in reversed(context.words(start.start + 1, clause.start - 3)) if w.upos == "DET"), None)
        if article is None or article.text not in ("ein", "eine") or context.separator_before(clause.start) != ",":
            continue
        names = [w for w in context.words(article.index + 1, clause.start - 2) if w.upos != "ADJ"]
        apart = context.separator_before(article.index) in (",", "–", "—", "-")
        if apart and len(names) == 1 and names[0].upos == "NOUN" and names_act(names[0].text.lower()):
            return article.index - 2
    return None


def _before_second_participle(context: Context, start: Clause) -> int:
    """Return where an infinitive ends before what is told besides: *behauptet, ihn zu kennen, | dann geschwiegen*."""
    last = next((word for word in reversed(start.words) if word.upos != "PUNCT"), start.words[-1])
    ends = next((w.index for place, w in enumerate(start.words) if is_zu_infinitive(start.words, place)), 0)
    comma = next((word.index for word in context.words(ends + 1, start.end) if word.text == ","), 0) if ends else 0
    participle = last.upos == "VERB" and last.features.get("VerbForm") == "Part" and last.index > comma + 1
    goes_on = any(word.text in _GOING_ON for word in context.words(comma + 1, min(comma + 3, start.end)))
    return comma - 1 if comma and participle and goes_on else 0


def _before_outer(context: Context, cue: VerbCue, start: Clause) -> int | None:
    """Return where what is told ends in a sentence that is told: *Er habe geraten zu gehen; | er bleibe*."""
    finite = cue.clause.finite
    if finite is None or not is_konjunktiv_1(finite) or cue.clause.kind != "main":
        return None
    behind = (c for c in context.clauses.all if c.start > start.start and c.kind == "main")
    outer = next((c for c in behind if context.separator_before(c.start) == ";" and is_reported(c)), None)
    return None if outer is None else outer.start - 2


def _before_other_view(context: Context, cue: VerbCue, start: Clause) -> int | None:
    """Return where the view of others begins: *Für A ist klar, dass es geht, | für B ebenso, dass es scheitert*."""
    if viewer_in(context.sentence, cue.clause) is None or cue.lemma.removesuffix(" sein") not in CLEAR | {"feststehen"}:
        return None
    later = context.words(start.start + 1, context.length - 1)
    views = (w.index - 1 for w in later if w.text == "für" and context.word(w.index - 1).text in (",", ";"))
    return next(views, None)


def _is_resumed(context: Context, clause: Clause, start: Clause) -> bool:
    """Say whether a clause goes on with its verb behind what was reported within it: *Ott, die sagte, dass …, ging*."""
    finite = clause.finite
    if finite is None or clause.kind != "main" or not clause.start < start.start < finite.index:
        return False
    return context.separator_before(finite.index) == ","


def _goes_on_with_them(clause: Clause) -> bool:
    """Say whether a conjunct takes up several in what may be a Konjunktiv II: *sei schön, aber sie führten …*."""
    forms = [word.text.lower() for word in clause.words[:3]]
    joined = len(forms) > 2 and forms[0] in COORDINATORS and forms[1] == "sie"
    return joined and clause.words[2] == clause.finite and forms[2].endswith("en") and is_past(clause)


def _stops(context: Context, clause: Clause, start: Clause, kind: Complement) -> bool:
    if clause.kind == "subordinate" and clause.opens_with("während", "wohingegen"):
        told = verb_cue(context.sentence, context.clauses, clause)
        return told is not None and bool(told.licenses) and right_complement(context, told) is not None
    if kind == "infinitive" and clause.opens_with("wie") and context.separator_before(clause.start) == ",":
        frame = verb_cue(context.sentence, context.clauses, clause)
        return frame is not None and is_wie_frame(frame) and not is_reported(clause)
    if clause.kind == "subordinate" and clause.opens_with("was") and context.separator_before(clause.start) == ",":
        answer = verb_cue(context.sentence, context.clauses, clause)
        return answer is not None and answers(answer) and not is_reported(clause)
    if clause.kind not in ("verb_first", "main") or clause.finite is None or is_reported(clause):
        return False
    if kind == "konjunktiv" and _goes_on_with_them(clause):
        return False
    own = verb_cue(context.sentence, context.clauses, clause)
    if begins_with_verb(clause):
        before = context.clauses.before(clause)
        fronted = before is not None and before.kind in ("subordinate", "infinitive") and before.start > start.start
        return not fronted or (own is not None and "i" in own.licenses)
    if kind == "indicative":
        return own is not None and bool(own.licenses) and right_complement(context, own) is not None
    return True
