"""Where what stands before its frame begins, and where it goes on behind that: *Es fehle, sagte X, an Geld*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import COORDINATORS, Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.extents import ends_in_talk
from quotetrack.quotes.reporting import DEPENDENT, begins_with_verb, is_reported, is_told_below
from quotetrack.quotes.silence import OPEN_QUESTIONS
from quotetrack.syntax import VERBALS, Word

_CONTRASTING: Final = frozenset("aber auch dafür dagegen hingegen höchstens jedoch mindestens nicht nur sogar".split())


def before_quotation(context: Context, start: int, end: int) -> int:
    """Return where a report ends before a colon and what is quoted behind it: *…, sagt X, sei gut: | „Ja.“*."""
    for placed in context.within(start, end):
        closes = all(word.upos == "PUNCT" for word in context.words(placed.last + 1, end))
        if placed.passage.kind == "quotation" and closes and context.separator_before(placed.first) == ":":
            return placed.first - 2
    return end


def is_whole_utterance(context: Context, piece: tuple[int, int]) -> bool:
    """Say whether marks behind a frame hold a main clause in the indicative, which is no part of an indirect one.

    ``Er habe nichts gewusst, sagte Ott, „und ich will es nicht wissen“``: that is a direct quotation of its own; but
    *…, sagte Ott, „und zwar gar nichts“* goes on with the clause before the frame.
    """
    placed = context.passage_at(piece[0])
    if placed is None or is_named(placed) or (placed.first, placed.last) != piece:
        return False
    clause = next((one for one in context.clauses.all if one.kind == "main" and one.start >= placed.first), None)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or finite.upos not in VERBALS or not finite.is_finite:
        return False
    if is_reported(clause) or clause.words[0] == finite or context.word(finite.index - 1).text == "am":
        return False  # „am liebsten gleich“
    return not any(word.text == "," for word in context.words(placed.first, finite.index))


def start_of_told(context: Context, main: Clause, floor: int) -> int:
    """Return where a reported clause begins: behind a clause of the author that a dash or semicolon parts from it."""
    if main.start <= floor or not (is_reported(main) or _is_plural_behind_colon(context, main)):
        return floor
    start = _start_with_front(context, main)
    for clause in context.clauses.all:
        own = floor <= clause.start < start and clause.kind == "main" and clause.finite is not None
        if own and not is_reported(clause) and context.separator_before(start) in ("–", "—", "-", ";", ":"):
            return start
    return floor


def _is_plural_behind_colon(context: Context, main: Clause) -> bool:
    """Say whether a plural in *-ten* that may be a Konjunktiv follows a colon: *Ott zweifelt: | Die Daten fehlten*."""
    plural = main.finite is not None and main.finite.text.endswith("ten")
    return plural and context.separator_before(main.start) == ":"


def _start_with_front(context: Context, main: Clause) -> int:
    """Return where a clause begins with the dependent ones in front of it: *Ott lacht: | Wer komme, der zahle, …*."""
    start = main.start
    for clause in reversed([clause for clause in context.clauses.all if clause.start < main.start]):
        if clause.kind not in DEPENDENT or clause.end + 2 != start or context.separator_before(start) != ",":
            break
        start = clause.start
    return start if context.separator_before(start) in (":", ";") else main.start


def predicated_clause(
    context: Context, main: Clause, clause: Clause, cue: VerbCue
) -> tuple[int, list[tuple[int, int]]] | None:
    """Return the clause behind a frame of which the words before it say something: *Wichtig sei, sagte X, dass …*.

    What stands before the frame has no subject but that clause, so it cannot be what the verb of saying takes.
    """
    behind = next((other for other in context.clauses.all if other.start > clause.start), None)
    if behind is None or behind.kind != "subordinate" or not behind.opens_with("dass", "daß", "ob"):
        return None
    if context.separator_before(behind.start) != "," or not _says_of_clause(main):
        return None
    correlated = any(word.text.lower() in ("so", "darauf", "dazu", "davon", "es") for word in cue.clause.words)
    return None if correlated else (behind.start - 1, [(behind.start, context.length)])


def _says_of_clause(main: Clause) -> bool:
    """Say whether a main clause is a predicate alone, whose subject a clause has to be: *Entscheidend sei jedoch*."""
    finite = main.finite
    if finite is None or finite.lemma not in ("sein", "bleiben", "stehen") or main.words[0] == finite:
        return False
    front = [word for word in main.words if word.index < finite.index and word.upos != "PUNCT"]
    behind = [word for word in main.words if word.index > finite.index and word.upos != "PUNCT"]
    if finite.lemma == "stehen":
        return len(front) == 1 and front[0].text == "Fest" and all(word.upos == "ADV" for word in behind)
    bare = front[-1].upos in ("ADJ", "ADV", "NOUN") or front[-1].features.get("VerbForm") == "Part"
    bare = bare and all(word.upos in ("ADJ", "ADV", "NOUN", "VERB", "PART") for word in front)
    return bare and all(word.upos in ("ADV", "PART", "CCONJ") or word.text == "freilich" for word in behind)


def appended_conjunct(context: Context, main: Clause, cue: VerbCue) -> tuple[int, list[tuple[int, int]]] | None:
    """Return what goes on without a verb behind a frame: *Das koste 30 Euro, sagt er, ein neues dagegen 90*."""
    start = next((w.index for w in cue.clause.words[1:] if context.separator_before(w.index) == ","), None)
    if start is None or not is_reported(main) or context.passage_at(start) is not None:
        return None
    frame = [word for word in cue.clause.words if word.index < start]
    rest = [word for word in cue.clause.words if word.index >= start and word.upos != "PUNCT"]
    if not rest:
        return None
    closed = frame[-1].upos == "PRON" or (frame[-1] != cue.verb and frame[-1] in cue.words)
    closed = closed or rest[-1].text == "nicht"  # no apposition: sagt Ott, der Boden nicht
    contrasted = any(word.text.lower() in _CONTRASTING for word in rest)
    is_phrase = _is_phrase(rest) and rest[0].text.lower() not in COORDINATORS
    return (start - 1, [(start, context.length)]) if closed and contrasted and is_phrase else None


def _is_phrase(words: list[Word]) -> bool:
    """Say whether words are a noun with what belongs to it, or end in *nicht* behind one: *der Boden nicht*."""
    last = words[-2] if words[-1].text == "nicht" and len(words) > 1 else words[-1]
    return last.upos in ("NOUN", "NUM", "PROPN")


def _tells_where_said(context: Context, place: int) -> bool:
    """Say whether a phrase at the end tells in which talk it was said: *sagte Ott, der krank ist, im Interview*."""
    behind = [word for word in context.words(place, context.length) if word.upos != "PUNCT"]
    noun = next((word for word in behind if word.upos == "NOUN"), None)
    if behind[0].text.lower() not in ("in", "im", "bei", "beim") or noun is None or not ends_in_talk(noun.text):
        return False
    relative = any(clause.kind == "relative" and clause.end == place - 2 for clause in context.clauses.all)
    return relative and not any(word.upos in ("VERB", "AUX") for word in behind)


def resumption(context: Context, main: Clause, clause: Clause) -> tuple[int, list[tuple[int, int]]]:
    """Return where a postposed frame ends, and the stretches of content that follow it."""
    own = {word.index for word in clause.words}
    resumed = [
        word.index
        for word in main.words
        if word.index > clause.start and word.index not in own and word.upos != "PUNCT" and not _is_age(context, word)
    ]
    if resumed and _tells_where_said(context, resumed[0]):
        return context.length, []
    completed = _completed_behind(context, main, clause)
    if completed is not None and not resumed:
        return completed.start - 1, [(completed.start, _end_of_completed(context, completed))]
    marked = _marked_behind(context, clause)
    if resumed and (marked is None or resumed[0] < marked.first):
        placed = context.passage_at(resumed[0])
        start = resumed[0] if placed is None or context.word(placed.first).masked else placed.first
        return start - 1, [(start, context.length)]
    if marked is not None:
        return marked.first - 1, [(marked.first, context.length)]
    for other in context.clauses.all:
        if other.start > clause.start and other.kind == "verb_first" and other.words[0].text == "ehe":
            continue  # sagt er, ehe er geht: a tagger takes it for a verb
        if other.start > clause.start and other.kind in ("main", "verb_first") and other.finite is not None:
            start = _with_front(context, other, clause)
            goes_on = is_reported(other) or other == main or _may_be_reported(context, main, clause, other)
            goes_on = goes_on and not (_has_own_frame(context, other) or is_told_below(context, other))
            return start - 1, [(start, _end_of_told(context, other))] if goes_on else []
    return context.length, []


def _is_age(context: Context, word: Word) -> bool:
    """Say whether a number stands alone between commas behind a name: *sagt Ida Kern, | 41 |, die in Rom lebt*."""
    if word.upos != "NUM" or word.index < len(("sagt", "Kern", ",", "41")) or word.index == context.length:
        return False
    apart = context.word(word.index - 1).text == "," and context.word(word.index + 1).text in (",", ".")
    return apart and context.word(word.index - 2).upos in ("NOUN", "PROPN")


def _may_be_reported(context: Context, main: Clause, frame: Clause, behind: Clause) -> bool:
    """Say whether a plural in *-ten* goes on with what is reported: *Das sei Unsinn, sagt Ott, Adler suchten Aas*."""
    plain = behind.kind == "main" and behind.words[0].text.lower() not in COORDINATORS | {"da", "dann"}
    asyndetic = context.separator_before(behind.start) == "," and behind.start == frame.end + 2
    is_plural = behind.finite is not None and behind.finite.text.endswith("ten")
    return plain and asyndetic and is_plural and is_reported(main)


def _has_own_frame(context: Context, told: Clause) -> bool:
    """Say whether what follows a semicolon has a frame itself: *…, sagt die eine; | er gehe, sagt der andere*."""
    if context.separator_before(told.start) != ";":
        return False
    frames = (c for c in context.clauses.all if c.start > told.start and begins_with_verb(c) and not is_reported(c))
    cues = (verb_cue(context.sentence, context.clauses, frame) for frame in frames)
    return any(cue is not None and bool(cue.licenses) for cue in cues)


def _completed_behind(context: Context, main: Clause, frame: Clause) -> Clause | None:
    """Return the clause that completes what stands before a frame: *Er hoffe, sagte Ott, | dass es geht*.

    With *dass* it may tell the act; with any other word it is what was said if it stands in the Konjunktiv, too: *Der
    Damm halte, sagte Ott, | weil er neu sei*. So does a relative clause: *Es gebe Leute, sagte Ott, | die das wüssten*.
    """
    behind = next((clause for clause in context.clauses.all if clause.start > frame.start), None)
    if behind is None or behind.start != frame.end + 2 or main.end > frame.start:
        return None
    if behind.kind == "relative":
        return behind if is_reported(behind) and is_reported(main) else None
    if behind.kind == "infinitive":
        told = is_reported(main) and not behind.opens_with("um", "ohne", "statt", "anstatt")
        return behind if told and not _takes_infinitive(context, frame) else None
    if behind.kind != "subordinate":
        return None
    if behind.opens_with("dass"):
        return behind if is_reported(main) and not _takes_dass(context, main, frame) else None
    if behind.opens_with("ob", "wie"):
        return behind if is_reported(behind) and _leaves_open(context, main) else None
    return behind if is_reported(behind) or _is_taken_up_before(main, behind) else None


def _is_taken_up_before(main: Clause, behind: Clause) -> bool:
    """Say whether a correlate before a frame waits for what follows: *Er komme dann, sagt Ott, | wenn es regne*."""
    last = next(word for word in reversed(main.words) if word.upos != "PUNCT")
    waits = {"dann": ("wenn",), "dort": ("wo",), "deshalb": ("weil",), "nur": ("wenn", "weil"), "erst": ("wenn",)}
    return is_reported(main) and behind.opens_with(*waits.get(last.text, ("-",)))


def _leaves_open(context: Context, main: Clause) -> bool:
    """Say whether what stands before a frame waits for a question: *Es müsse geklärt werden, sagte Ott, | ob …*."""
    cue = verb_cue(context.sentence, context.clauses, main) if is_reported(main) else None
    return cue is not None and cue.lemma in OPEN_QUESTIONS and cue.verb.index >= main.end - 1


def _takes_dass(context: Context, main: Clause, frame: Clause) -> bool:
    """Say whether what stands before a frame has its own clause with *dass* already."""
    inner = (clause for clause in context.clauses.all if main.start < clause.start < frame.start)
    return any(clause.kind == "subordinate" and clause.opens_with("dass") for clause in inner)


def _takes_infinitive(context: Context, frame: Clause) -> bool:
    """Say whether the verb of a frame can have an infinitive behind it itself: *…, versprach Ott, zu kommen*."""
    cue = verb_cue(context.sentence, context.clauses, frame)
    return cue is None or (cue.grants("z") and not cue.grants("i"))


def _end_of_completed(context: Context, completed: Clause) -> int:
    """Return the last place of a clause before the author goes on: *…, dass es bleibe, | und bat um Geduld*."""
    for clause in context.clauses.all:
        if clause.start > completed.end and clause.kind in ("main", "verb_first") and not is_reported(clause):
            return clause.start - 1
    return context.length


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
    if not begins_with_verb(main):
        return main.start
    before = context.clauses.before(main)
    if before is not None and before.kind in ("subordinate", "infinitive") and before.start > frame.start:
        start = before.start
        joint = context.word(start - 1)
        return start - 1 if joint.text.lower() in COORDINATORS else start
    return main.start
