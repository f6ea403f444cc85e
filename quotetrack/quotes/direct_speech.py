"""Marked passages that a verb introduces after a colon, or that stand before it and around its clause.

The slot behind the marks makes any verb a cue: *„…“, lachte X*.
"""

from __future__ import annotations

from quotetrack.clauses import Clause
from quotetrack.cues import RESOUNDING, VerbCue, verb_cue
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.nominals import STANDING_ALONE
from quotetrack.quotes.reporting import (
    DEPENDENT,
    Report,
    begins_with_verb,
    behind_comma,
    is_reported,
    is_told_below,
)
from quotetrack.quotes.responses import answered_noun
from quotetrack.syntax import SUBJECTS


def speech_after(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Er sagte: „…“``; a fragment is left to the clause it stands in."""
    for placed in context.passages:
        if placed.first <= cue.clause.start or placed.first - 2 < 1 or answered_noun(context, placed) is not None:
            continue
        separator = context.separator_before(placed.first)
        whole = (
            placed.passage.kind == "quotation" and context.text[placed.passage.marked.content_spans[0].start].isupper()
        )
        if separator == ":" and _opens_bracket(context, placed.first) > _opens_bracket(context, cue.verb.index):
            continue
        direct = separator == ":" or (separator == "," and whole and cue.licenses and ends_sentence(context, placed))
        if not direct or (is_named(placed) and separator != ":"):
            continue
        if not leads_up_to(context, cue, placed.first - 2) or name_before(context, placed) > cue.verb.index:
            return None
        if cue.clause.kind == "relative" and label_before(context, placed) is not None:
            return None
        if _has_frame_behind(context, placed) or _is_interrupted(context, cue):
            return None
        start = behind_comma(context, max(floor, _behind_other_main(context, cue)))
        run = _run(context, placed)
        return Report(cue, "quotation", (), run, ((start, placed.first - 1),), "direct-after-colon", cue.words)
    return None


def _behind_other_main(context: Context, cue: VerbCue) -> int:
    """Return where the frame of a verb may begin: behind a main clause that tells of something else and is set apart.

    ``Laut Polizei war er betrunken, | der Anwalt sagte: „Nein.“``; not where it goes on with *und* or has no subject.
    """
    top = cue.clause
    while top.parent is not None and top.kind in DEPENDENT:
        top = context.clauses.all[top.parent]
    apart = context.separator_before(top.start) in (",", ";") and top.kind == "main" and top.finite is not None
    if not apart or not any(word.relation in SUBJECTS and word.upos != "PRON" for word in top.words):
        return 1
    earlier = [other for other in context.main_clauses() if other.finite is not None and other.end < top.start]
    return top.start if earlier else 1


def _has_frame_behind(context: Context, placed: Placed) -> bool:
    """Say whether a verb of saying with its subject follows: *Widerstand regt sich: „Nie“, sagt Horst Maier*."""
    clause = next((c for c in context.clauses.all if c.start in (placed.last + 1, placed.last + 2)), None)
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    if clause is None or cue is None or not begins_with_verb(clause) or not cue.grants("i"):
        return False
    named = (word for word in clause.words[1:] if word.upos in ("NOUN", "PROPN", "PRON"))
    return any(named) or any(word.text in STANDING_ALONE for word in clause.words[1:2])


def _is_interrupted(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause is what the frame inside it reports: *Mit dem Geld, sagte Ott, wolle man bauen: „…“*."""
    if not is_reported(cue.clause):
        return False
    inside = (c for c in context.clauses.all if cue.clause.start < c.start and c.end < cue.clause.end)
    frames = (verb_cue(context.sentence, context.clauses, clause) for clause in inside if begins_with_verb(clause))
    return any(frame is not None and frame.grants("i") for frame in frames)


def label_before(context: Context, placed: Placed) -> Clause | None:
    """Return the phrase that opens a sentence, before a relative clause and a colon: *Ihr Rat an alle, die …: „…“*."""
    first, *others = context.clauses.all
    closes = [other for other in others if other.end == placed.first - 2]
    apart = first.kind == "fragment" and first.finite is None and first.start == 1 and len(first.words) > 1
    relative = apart and len(closes) == 1 and closes[0].kind == "relative"
    return first if relative and context.separator_before(closes[0].start) == "," else None


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
        if clause.kind in DEPENDENT and clause.parent is not None:
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


def ends_sentence(context: Context, placed: Placed) -> bool:
    """Say whether nothing but marks and stops stand behind a passage."""
    return all(word.upos == "PUNCT" for word in context.words(placed.last + 1, context.length))


def _run(context: Context, placed: Placed) -> tuple[Placed, ...]:
    """Return a passage with those that follow it right away."""
    run = [placed]
    for other in context.passages:
        if other.first > run[-1].last and other.first - run[-1].last <= 1:
            run.append(other)
    return tuple(run)


def speech_before(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``„…“, sagte X`` and ``„…“, sagte X, „…“``: the slot behind the marks makes any verb a cue."""
    clause = cue.clause
    taken_up = _takes_up(context, cue)
    if not (taken_up or begins_with_verb(clause)) or clause.start < 3:
        return None
    if (cue.lemma in ("heißen", "heissen") and len(cue.words) < 2) or _names_title(cue):
        return None
    separated = taken_up or context.separator_before(clause.start) in (",", "–", "—", "-")
    placed = context.passage_at(clause.start - 2 if separated else clause.start - 1)
    if placed is None or not _is_utterance(context, placed, floor) or (cue.is_negated and not cue.licenses):
        return None
    if is_named(placed) and not cue.licenses and not _resounds(cue):
        return None
    if _goes_on_in_front(context, cue, placed):
        return None
    end = _frame_end(context, clause)
    behind = [other for other in context.passages if other.first > clause.start and _resumes(context, other)]
    framed = [other for other in behind if _has_frame_behind(context, other)]
    later = [other for other in behind if other not in framed and not _has_own_verb(context, cue, other)]
    last = min([end, *(other.first - 1 for other in (*later, *framed))])
    content = () if later or framed else _going_on(context, end)
    frame = ((placed.last + 1, last),)
    return Report(cue, "quotation", content, (placed, *later), frame, "direct-before-verb", cue.words)


def _goes_on_in_front(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a clause in front reports and goes on: *Während Ott sagte, er bleibe, „gern“, räumte Beck ein, …*.

    The verb behind the marks has a report of its own.
    """
    first = context.clauses.all[0]
    if first.kind != "subordinate" or first.end >= placed.first or context.separator_before(placed.first) != ",":
        return False
    told = verb_cue(context.sentence, context.clauses, first)
    behind = [other for other in context.clauses.all if other.start == cue.clause.end + 2]
    reports = any(other.kind in ("infinitive", "subordinate") or is_reported(other) for other in behind)
    return told is not None and bool(told.licenses) and bool(cue.licenses) and reports


def _resounds(cue: VerbCue) -> bool:
    """Say whether words are called by nobody who is named: *„Raus mit ihm“, hallte es durch das Stadion*."""
    forms = [word.text for word in cue.clause.words[1:2]]
    return cue.lemma in RESOUNDING and forms == ["es"]


def _names_title(cue: VerbCue) -> bool:
    """Say whether a frame tells what a thing is called: *„Gewalt gegen Tiere“, so lautet der Titel der Studie*."""
    nouns = (word.text.lower() for word in cue.clause.words if word.upos == "NOUN" and not word.masked)
    return cue.lemma == "lauten" and any(noun.endswith(("titel", "name", "motto")) for noun in nouns)


def _takes_up(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause behind a colon takes the words up: *„Nie“: So schloss Ott*, *„Ja“, das gab er zu*.

    So does what tells that there was no more: *„Kein Kommentar“, mehr sagt Ott nicht*.
    """
    words = cue.clause.words
    separator = context.separator_before(cue.clause.start)
    dashed = separator in ("–", "—") and words[0].text == "mehr"
    if (separator not in (":", ",") and not dashed) or len(words) < len(("Mit", "diesen", "Worten")):
        return False
    opening = [word.text for word in words[:3]]
    colon = separator == ":"
    taken = ("So", "Das", "Dies", "Mehr") if colon else ("das", "dies", "mehr")
    told = opening[0] in taken and words[1] == cue.clause.finite and bool(cue.licenses)
    told_so = opening[0] in ("Mit", "mit") and opening[1] in ("diesen", "diesem")
    return told or (told_so and opening[2] in ("Worten", "Satz", "Ausruf"))


def _going_on(context: Context, end: int) -> tuple[tuple[int, int], ...]:
    """Return the clause in the Konjunktiv with which the words go on behind a frame: *„Nein“, sagte Ott, er bleibe*."""
    clause = context.clauses.of(context.word(end + 1)) if end < context.length else None
    apart = context.separator_before(end + 1) in (",", ";")
    if clause is None or clause.start != end + 1 or clause.kind != "main" or not apart:
        return ()
    if begins_with_verb(clause) or not is_reported(clause) or is_told_below(context, clause):
        return ()
    content = context.trimmed(clause.start, context.length)
    return () if content is None else (content,)


def _is_utterance(context: Context, placed: Placed, floor: int) -> bool:
    """Say whether a passage stands for itself, not as a fragment at the end of a clause, reported one perhaps."""
    if placed.first < floor and not context.word(placed.first).masked:
        return False
    return (
        context.trimmed(floor, placed.first - 1) is None
        or context.word(placed.first).masked
        or _is_answer(context, placed)
    )


def _is_answer(context: Context, placed: Placed) -> bool:
    """Say whether a question stands before a passage: *(Er fragte:) „Wer zahlt?“ – „Der Kanton“, antwortete sie*."""
    before = [other for other in context.passages if other.last < placed.first]
    asked = before[-1] if before else None
    if asked is None or asked.last != placed.first - 2:
        return False
    if context.trimmed(1, asked.first - 1) is not None and context.separator_before(asked.first) != ":":
        return False
    return context.text[: asked.passage.marked.content_spans[-1].end].endswith("?")


def _resumes(context: Context, placed: Placed) -> bool:
    """Say whether a passage after the frame goes on with the speech."""
    return context.separator_before(placed.first) in (",", ":")


def _has_own_verb(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a second verb leads up to a passage: *„Nein“, sagte Ott, und ihr Mann nickte: „Nie.“*.

    So does a verb of saying that goes on with the speaker: *…, sagte Ott und warf ihnen vor, „zuzusehen“*.
    """
    clause = context.clauses.of(context.word(placed.first - 2))
    against = clause is not None and clause.opens_with("während")
    if clause is None or clause == cue.clause or (clause.kind in DEPENDENT and not against):
        return False
    own = verb_cue(context.sentence, context.clauses, clause)
    if own is None:
        return False
    joined = clause.words[0].text == "und" and bool(own.licenses)
    return context.separator_before(placed.first) == ":" or joined


def _frame_end(context: Context, clause: Clause) -> int:
    """Return the last place of a postposed frame: the end of the sentence, or before a clause that goes on."""
    for other in context.clauses.all:
        if other.start <= clause.start or other.kind in DEPENDENT:
            continue
        if other.kind == "fragment" and context.separator_before(other.start) == ",":
            continue
        return other.start - 1
    return context.length
