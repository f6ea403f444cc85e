"""A reporting clause and what it governs, and what the rules ask of such clauses."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from quotetrack.clauses import COORDINATORS, Clause, is_finite, names_act
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_konjunktiv
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import STANDING_ALONE
from quotetrack.quotes.silence import Complement
from quotetrack.syntax import Word

_ONE_OF_SEVERAL: Final = STANDING_ALONE | {"anderer", "zweiter", "dritter"}
_ANSWERING: Final = frozenset(
    "abstreiten bestreiten dementieren leugnen zurückweisen bestätigen kritisieren ablehnen verneinen"
    " widerlegen".split()
)
"""Verbs whose clause with *was* behind a report is the author's, and tells what others say to it."""

_DEGREES: Final = frozenset("sehr viel viele lange oft gut weit groß hoch stark".split())
"""What behind *wie* asks how much: *wie sehr sie das willkommen heißen*."""

_STUDIES: Final = (
    "studie", "studien", "umfrage", "umfragen", "untersuchung", "untersuchungen", "erhebung", "erhebungen", "analyse",
    "auswertung", "befragung", "recherche", "recherchen", "ermittlungen", "statistik",
)  # fmt: skip
"""Ends of nouns for what finds something out."""
DEPENDENT: Final = frozenset({"relative", "subordinate", "infinitive"})
"""Kinds of clause that stand below another one."""


@frozen
class Report:
    """A reporting clause in a sentence and what it governs, in places of words.

    ``content`` are the stretches of the reported clause (empty where only a marked passage is reported), ``passages``
    the marked passages it governs as direct speech, ``frame`` the stretches of the reporting clause. ``previous`` is
    the cue whose subject it shares (*sagte X und fügte hinzu*), ``speaker`` who says it where the verb is another's
    (*A sagte, er komme, B, er gehe*).
    """

    cue: VerbCue
    complement: Complement
    content: tuple[tuple[int, int], ...]
    passages: tuple[Placed, ...]
    frame: tuple[tuple[int, int], ...]
    rule: str
    cue_words: tuple[Word, ...]
    previous: VerbCue | None = None
    speaker: Mention | None = None

    @property
    def end(self) -> int:
        """The last place of content and frame."""
        return max(last for _, last in (*self.content, *self.frame))


def is_naming(cue: VerbCue) -> bool:
    """Say whether a verb only tells what somebody is called: *Anton Ott, wie der Kapitän heißt, …*, not *heißt es*."""
    called = cue.lemma in ("heißen", "heissen")
    return called and not any(word.text.lower() in ("es", "s", "’s") for word in cue.words)


def is_wie_frame(cue: VerbCue) -> bool:
    """Say whether the cue stands in *wie X mitteilte*, which is a frame of its own kind."""
    clause = cue.clause
    if clause.kind != "subordinate" or not clause.opens_with("wie") or clause.words[0] != clause.opener:
        return False
    if is_naming(cue):
        return False
    if len(clause.words) > 1 and clause.words[1].text in _DEGREES:
        return False
    if len(clause.words) > 1 and clause.words[1].text == "man" and any(w.relation == "obj" for w in clause.words):
        return False  # wie man eine Spülmaschine einräumt
    if cue.lemma in ("hervorgehen", "verlauten", "bekannt werden", "warnen") or is_found_in_study(cue):
        return True
    if cue.lemma in ("hören", "erfahren") and any(word.text.lower() == "aus" for word in clause.words):
        return True
    if cue.lemma == "ausdrücken":
        return _puts_it_so(clause)
    return "i" in cue.licenses and cue.lemma not in ("finden", "denken", "freuen", "lachen", "lächeln")


def _puts_it_so(clause: Clause) -> bool:
    """Say whether somebody puts it so: *wie sich Ott ausdrückte*, *wie er es ausdrückt*, not *in Zahlen*."""
    words = {word.text for word in clause.words}
    return bool(words & {"es", "sich"}) and not words & {"in", "im", "das", "dies"}


def is_found_in_study(cue: VerbCue, *, reach: int = 4) -> bool:
    """Say whether a study or survey is what shows something: *Wie eine Studie ergab, …*."""
    if cue.lemma not in ("ergeben", "zeigen", "belegen") or any(word.text == "sich" for word in cue.clause.words):
        return False
    noun = next((word for word in cue.clause.words[1:reach] if word.upos == "NOUN" and not is_time(word)), None)
    return noun is not None and noun.text.lower().endswith(_STUDIES)


def answers(cue: VerbCue) -> bool:
    """Say whether a clause with *was* tells what others say: *…, was Bern bestreitet*, *als Symbolpolitik abtat*."""
    needs, _ = table("reported_acts").get(cue.lemma, ("", ""))
    judged = needs.startswith("als") and any(word.text == "als" and not word.masked for word in cue.clause.words)
    return cue.lemma in _ANSWERING or judged


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
        participle = words[-1] == clause.finite and not is_finite(clause.finite)  # und auf Fragen geantwortet
        return participle or (len(words) > 1 and words[1] == clause.finite)
    if clause.kind != "verb_first" or words[0] != clause.finite:
        return False
    nominal = any(word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word) for word in words)
    alone = any(word.text in _ONE_OF_SEVERAL for word in words[1:3])
    return not nominal and not alone


def begins_with_verb(clause: Clause) -> bool:
    """Say whether a clause begins with its verb, or with the *so* of *so hieß es*."""
    if clause.finite is None:
        return False
    first = clause.words[0]
    is_frame = clause.kind != "main" or not is_konjunktiv(clause.finite)
    return first == clause.finite or (first.text == "so" and clause.words[1] == clause.finite and is_frame)


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


def is_told_below(context: Context, clause: Clause) -> bool:
    """Say whether the dependent clause right before reports a clause: *…, sagte Ott, was Kern rufen ließ, | er gehe*.

    Its verb does, or a noun for an act of speaking in it.
    """
    before = context.clauses.of(context.word(max(1, clause.start - 2)))
    if before is None or before.kind not in ("relative", "subordinate") or before.end + 2 != clause.start:
        return False
    cue = verb_cue(context.sentence, context.clauses, before)
    says = cue is not None and cue.grants("v") and not (cue.is_negated or cue.is_known or is_wie_frame(cue))
    nouns = [word.text.lower() for word in before.words if word.upos == "NOUN" and not word.masked]
    return (says and not is_reported(before)) or (bool(nouns) and names_act(nouns[-1]) and not is_reported(before))


def is_aside(context: Context, clause: Clause) -> bool:
    """Say whether a clause stands between dashes in another: *Die Firma – | sie ist neu | – klagt und spricht*."""
    dashes = context.separator_before(clause.start) in ("–", "—")
    return dashes and host_behind(context, clause) is not None


def host_behind(context: Context, clause: Clause) -> Word | None:
    """Return the finite verb behind a clause of the clause that it stands in."""
    for other in context.clauses.all:
        if other.start < clause.start and other.finite is not None and other.finite.index > clause.end:
            return other.finite
    return None


def behind_comma(context: Context, place: int) -> int:
    """Return the first place from the given one that is no comma, semicolon or dash."""
    while place < context.length and context.word(place).upos == "PUNCT" and context.word(place).text in ",;–—-":
        place += 1
    return place
