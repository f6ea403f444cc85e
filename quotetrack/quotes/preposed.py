"""Clauses before the verb that reports them, and around it: *Es fehle, sagte X, an Geld*; *Dass er gehe, sagte X*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import COORDINATORS, INTERROGATIVES, Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.cases import has_oblique_article
from quotetrack.quotes.complements import right_complement
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.nominals import STANDING_ALONE, can_speak, is_governed, speaks
from quotetrack.quotes.reporting import DEPENDENT, Report, begins_with_verb, behind_comma, is_naming, is_reported
from quotetrack.quotes.responses import answered_noun
from quotetrack.quotes.silence import OPEN_QUESTIONS, act_silence, is_structural
from quotetrack.syntax import SUBJECTS, Word

_OBJECTS: Final = frozenset({"das", "dies", "es", "sich", "ihn", "ihm", "ihnen", "dem"})
_RESOLVING: Final = frozenset("entscheiden beschließen vereinbaren versprechen zusichern zusagen".split())
_AGREEING: Final = frozenset({"übereinstimmen", "einig sein", "überzeugt sein", "sicher sein"})
_CONTRASTING: Final = frozenset("aber auch dafür dagegen hingegen höchstens jedoch mindestens nicht nur sogar".split())


def clause_before(context: Context, cue: VerbCue, floor: int, first: int) -> Report | None:
    """``Der Pass sei zu, teilte X mit`` and ``Es fehle, sagte X, an Geld``."""
    clause = cue.clause
    silent = act_silence(cue)
    silent = None if silent == "known" and _is_read_there(cue) else silent
    if not (begins_with_verb(clause) or _agrees_to_it(cue)) or silent is not None or is_naming(cue):
        return None
    if context.separator_before(clause.start) not in (",", "–", "—", "-") or not (
        _has_subject_after(context, cue) or cue.lemma in ("hervorgehen", "verlauten") or _is_read_there(cue)
    ):
        return None
    is_outer = _is_final(context, clause) or _goes_on_reported(context, clause)
    if is_outer and _main_before(context, clause, floor) is None:
        floor = max(first, _behind_other_frame(context, clause))
    main = _main_before(context, clause, floor)
    if (
        main is not None
        and not cue.licenses
        and (_is_condition(main) or not (_names_somebody(context, cue) or _is_read_there(cue) or _sounds_from(cue)))
    ):
        return None
    if main is not None and (_resumes_name(context, cue) or _is_done_to_something(context, cue)):
        return None
    if main is not None and _is_told_in_front(context, main, clause):
        return None
    if main is not None and (_is_second_act(cue) or _follows_condition(main, clause)):
        return None
    if main is None:
        return _phrase_before(context, cue, floor)
    reported = is_reported(main)
    if is_reported(clause) and not cue.grants("v"):
        return None  # ohne Reform gehe es nicht; dass man streite, spreche für alle
    if not (
        cue.grants("i")
        or (_agrees_to_it(cue) and cue.licenses)
        or (cue.grants("v") and _is_bare_frame(context, cue))
        or (_is_read_there(cue) and clause.words[0].text == "so")
        or (reported and (cue.licenses or is_structural(cue, main)))
    ):
        return None
    told = _predicated_clause(context, main, clause, cue)
    behind = right_complement(context, cue) if told is None else None
    around = behind is not None and _stands_between(context, cue, main, behind[1])
    if around and behind is not None:
        told = behind[1].start - 1, [(behind[1].start, context.length)]
    if not (reported or around) and behind is not None and not _is_interrupted(context, main, clause):
        marked = context.passage_at(behind[1].start)
        if marked is None or context.separator_before(marked.first) != "," or marked.passage.kind != "fragment":
            return None
    frame_last, resumed = told or _appended_conjunct(context, main, cue) or _resumption(context, main, clause)
    content = [(_start_of_told(context, main, behind_comma(context, floor)), clause.start - 1), *resumed]
    content = [(start, _before_quotation(context, start, end)) for start, end in content]
    pieces = tuple(piece for piece in (context.trimmed(*stretch) for stretch in content) if piece is not None)
    if not pieces or _ends_in_question(context, pieces[0]):
        return None
    frame = (pieces[0][1] + 1, frame_last)
    return Report(cue, "left", pieces, (), (frame,), "indirect-before-verb", cue.words)


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
    return apart and first not in COORDINATORS | {"da", "dann"} and cue.grants("i") and _is_only_frame(context, cue)


def _before_quotation(context: Context, start: int, end: int) -> int:
    """Return where a report ends before a colon and what is quoted behind it: *…, sagt X, sei gut: | „Ja.“*."""
    for placed in context.within(start, end):
        closes = all(word.upos == "PUNCT" for word in context.words(placed.last + 1, end))
        if placed.passage.kind == "quotation" and closes and context.separator_before(placed.first) == ":":
            return placed.first - 2
    return end


def _is_second_act(cue: VerbCue) -> bool:
    """Say whether a verb with an object that cannot speak adds an act: *…, schloss Ersatzteile aber nicht aus*."""
    words = [word for word in cue.clause.words if word.upos != "PUNCT" and word not in cue.words]
    contrasts = any(word.text in ("aber", "jedoch") for word in words)
    return contrasts and not any(speaks(word) for word in words if word.upos in ("NOUN", "PROPN", "PRON"))


def _is_done_to_something(context: Context, cue: VerbCue) -> bool:
    """Say whether a passive has a thing for its subject: *…, dem Plan werden geringe Chancen eingeräumt*."""
    if not cue.is_passive or cue.lemma == "zitieren":
        return False
    after = [word for word in cue.clause.words if word.index > cue.clause.start and word not in cue.words]
    nouns = [word for word in after if word.upos == "NOUN" and not word.masked and not is_time(word)]
    return any(not is_governed(context, word) and not speaks(word) for word in nouns)


def _is_bare_frame(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause holds nothing but its verb and who speaks, so that what was said stands before it.

    ``Der Umbau wird teuer, fürchtet Ott.``: unlike *…, forderte Neuwahlen und ging* it has no object and ends here.
    """
    clause = cue.clause
    before = context.clauses.before(clause)
    fronted = before is not None and before.kind == "subordinate" and context.separator_before(before.start) != ","
    return not fronted and _is_final(context, clause) and _is_only_frame(context, cue)


def _is_only_frame(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause begins with its verb and holds besides nothing but who speaks, and phrases."""
    clause = cue.clause
    if clause.words[0] != clause.finite or len(clause.words) < 2:
        return False
    head = next((word for word in clause.words[1:4] if word.upos in ("NOUN", "PROPN", "PRON")), None)
    if head is None or not (speaks(head) and can_speak(head)):
        return False
    if has_oblique_article(context, head) or is_governed(context, head):
        return False
    own = mention(context, head, clause).span
    rest = [word for word in clause.words[1:] if not own.contains(word.span) and word not in cue.words]
    nominal = [word for word in rest if word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word)]
    return not any(word.upos in ("CCONJ", "VERB", "AUX") for word in rest) and all(
        is_governed(context, word) for word in nominal
    )


def _is_condition(main: Clause) -> bool:
    """Say whether a clause begins with its verb, so that it is a condition: *Rechne man die Pacht ein, blieben …*."""
    finite = main.finite
    return finite is not None and main.words[0] == finite


def _follows_condition(main: Clause, clause: Clause) -> bool:
    """Say whether a clause in the Konjunktiv tells what follows of a condition: *Sollte er gehen, drohe das Aus*."""
    return _is_condition(main) and clause.finite is not None and is_konjunktiv_1(clause.finite)


def _is_read_there(cue: VerbCue) -> bool:
    """Say whether a frame tells where the words can be read: *…, stand in dem Schreiben*, *…, so steht es darin*."""
    if _is_heard_there(cue):
        return True
    if cue.lemma not in ("stehen", "lesen", "nachlesen") or cue.is_negated:
        return False
    inside = [word for word in cue.clause.words if word.text.lower() in ("in", "im", "darin", "auf")]
    named = (word for word in cue.clause.words if word.upos == "NOUN" and word.text != "Blatt")
    nouns = [known for word in named if (known := noun_of(word.text)) is not None]
    return any(word.text.lower() == "darin" for word in inside) or (
        bool(inside) and any(noun.kind in ("document", "medium") for noun in nouns)
    )


def _sounds_from(cue: VerbCue) -> bool:
    """Say whether something sounds from somewhere, as words do: *…, schepperte es aus dem Lautsprecher*."""
    forms = [word.text for word in cue.clause.words]
    return forms[1:2] == ["es"] and any(form in ("aus", "von", "durch") for form in forms[2:])


def _is_heard_there(cue: VerbCue) -> bool:
    """Say whether a frame tells from where something is heard: *…, so war aus der Fraktion zu hören*."""
    forms = [word.text.lower() for word in cue.clause.words]
    heard = cue.lemma in ("hören", "vernehmen", "erfahren") and cue.clause.finite is not None
    return heard and not cue.is_negated and "zu" in forms and bool({"aus", "von"} & set(forms))


def _agrees_to_it(cue: VerbCue) -> bool:
    """Say whether a frame takes up what was said before it: *…, darin stimmten beide überein*."""
    words = cue.clause.words
    if len(words) < 3 or words[1] != cue.clause.finite:
        return False
    told = (cue.grants("i") or cue.lemma in _RESOLVING) and not is_konjunktiv_1(words[1])
    if words[0].text in ("das", "dies") and told and not cue.is_passive:
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
    grants = cue.grants("i") or (cue.grants("v") and _is_bare_frame(context, cue))
    if before is None or not alone or floor > 1 or not grants or not _is_final(context, cue.clause):
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
    start = _start_with_front(context, main)
    for clause in context.clauses.all:
        own = floor <= clause.start < start and clause.kind == "main" and clause.finite is not None
        if own and not is_reported(clause) and context.separator_before(start) in ("–", "—", "-", ";", ":"):
            return start
    return floor


def _start_with_front(context: Context, main: Clause) -> int:
    """Return where a clause begins with the dependent ones in front of it: *Ott lacht: | Wer komme, der zahle, …*."""
    start = main.start
    for clause in reversed([clause for clause in context.clauses.all if clause.start < main.start]):
        if clause.kind not in DEPENDENT or clause.end + 2 != start or context.separator_before(start) != ",":
            break
        start = clause.start
    return start if context.separator_before(start) in (":", ";") else main.start


def _predicated_clause(
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


def _goes_on_reported(context: Context, clause: Clause) -> bool:
    """Say whether what is told goes on behind a frame: *Er habe versprochen zu gehen, sagt sie, | und sei da*."""
    later = next((other for other in context.clauses.all if other.start > clause.end), None)
    joined = later is not None and later.start == clause.end + 2 and later.words[0].text.lower() in COORDINATORS
    return joined and later is not None and later.kind == "main" and is_reported(later)


def _is_final(context: Context, clause: Clause) -> bool:
    """Say whether nothing but dependent clauses follows, and what the speaker does too: *…, sagt Ott | und lacht*."""
    behind = [other for other in context.clauses.all if other.start > clause.start and other.kind not in DEPENDENT]
    return all(other.kind == "verb_first" and other.words[0].text == "und" and _is_of_author(other) for other in behind)


def _is_of_author(clause: Clause) -> bool:
    """Say whether a clause is the author's own, in the indicative."""
    return clause.finite is not None and not is_reported(clause)


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
        if other.start > clause.start and other.kind in ("main", "verb_first") and other.finite is not None:
            start = _with_front(context, other, clause)
            goes_on = is_reported(other) or other == main or _may_be_reported(context, main, clause, other)
            goes_on = goes_on and not _has_own_frame(context, other)
            return start - 1, [(start, _end_of_told(context, other))] if goes_on else []
    return context.length, []


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
    if behind.kind != "subordinate":
        return None
    if behind.opens_with("dass"):
        return behind if is_reported(main) and not _takes_dass(context, main, frame) else None
    if behind.opens_with("ob", "wie"):
        return behind if is_reported(behind) and _leaves_open(context, main) else None
    return behind if is_reported(behind) else None


def _leaves_open(context: Context, main: Clause) -> bool:
    """Say whether what stands before a frame waits for a question: *Es müsse geklärt werden, sagte Ott, | ob …*."""
    cue = verb_cue(context.sentence, context.clauses, main) if is_reported(main) else None
    return cue is not None and cue.lemma in OPEN_QUESTIONS and cue.verb.index >= main.end - 1


def _takes_dass(context: Context, main: Clause, frame: Clause) -> bool:
    """Say whether what stands before a frame has its own clause with *dass* already."""
    inner = (clause for clause in context.clauses.all if main.start < clause.start < frame.start)
    return any(clause.kind == "subordinate" and clause.opens_with("dass") for clause in inner)


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


def _has_subject_after(context: Context, cue: VerbCue) -> bool:
    """Say whether something that may be a nominative stands behind the verb: not only *traf den Bürgermeister*."""
    after = [word for word in cue.clause.words if word.index > cue.clause.start]
    nominal = [
        word
        for word in after
        if word.upos in ("NOUN", "PROPN", "PRON") or word.relation in SUBJECTS or word.text.lower() in STANDING_ALONE
    ]
    return any(not has_oblique_article(context, word) for word in nominal)


def _names_somebody(context: Context, cue: VerbCue) -> bool:
    """Say whether a nominal behind an unknown verb may be who speaks: not *knüpfte dies an Bedingungen*."""
    after = [word for word in cue.clause.words if word.index > cue.clause.start and word.text.lower() not in _OBJECTS]
    nominal = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM")
    return any(word.upos in nominal and not is_governed(context, word) for word in after)


def front_complement(context: Context, cue: VerbCue, floor: int) -> Report | None:
    """``Dass er gehe, sagte X schon gestern``: the clause in front of the verb is the complement."""
    clause = cue.clause
    if clause.kind != "main" or not begins_with_verb(clause) or act_silence(cue) is not None or not cue.grants("d"):
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
    if cue.lemma == "stehen" and not _is_read_there(cue):  # …, steht in den Sternen
        return None
    return Report(cue, "left", (content,), (), ((clause.start - 1, context.length),), "indirect-fronted", cue.words)


def _is_told_behind(context: Context, clause: Clause) -> bool:
    """Say whether a frame behind a clause in the Konjunktiv reports it: *Dass er da sei, freue ihn, | sagt Ott*."""
    behind = next((other for other in context.clauses.all if other.start == clause.end + 2), None)
    if behind is None or not is_reported(clause) or not begins_with_verb(behind):
        return False
    frame = verb_cue(context.sentence, context.clauses, behind)
    return frame is not None and frame.grants("i")
