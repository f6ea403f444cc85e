"""Why a verb that could report does not: reasons to be silent, as testable as the rules.

*denied*: the act did not take place (*wollte nicht bestätigen, dass*); *open*: it lies ahead or is only thought of
(*wird bekannt geben, ob*; *müsste erklären*); *wanted*: it is only meant (*will mitteilen*); *known*: the verb tells a
fact (*zeigte, dass*); *undecided*: the question is still open (*prüft, ob*); *decided*: a decision inside a report is
no report of its own; *unlicensed*: the verb does not take such a clause as a report.
"""

from __future__ import annotations

from typing import Final, Literal

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.moods import is_konjunktiv, is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.phrases import is_time
from quotetrack.syntax import ACTIVE_SUBJECTS, Word

Complement = Literal["dass", "interrogative", "konjunktiv", "indicative", "infinitive", "quotation", "left"]
_HAPPENING: Final = frozenset(
    {"sein", "fehlen", "mangeln", "ausbleiben", "genügen", "ausreichen", "kosten", "betragen"}
)
"""Verbs by which nobody says anything: *Drei Ärzte fehlten, die Stelle sei leer geblieben*."""
Silence = Literal["denied", "open", "wanted", "known", "undecided", "decided", "unlicensed"]

DECISIONS: Final = frozenset({"beschließen", "entscheiden", "vereinbaren", "planen", "erwägen"})
OPEN_QUESTIONS: Final = frozenset(
    {"entscheiden", "prüfen", "beraten", "beschließen", "klären", "festlegen", "abwarten"}
)
PLAIN_SAYING: Final = frozenset(
    "sagen erklären meinen betonen behaupten versichern glauben finden denken schreiben berichten beteuern"
    " mitteilen".split()
)
"""Verbs after which a clause in the indicative with its verb in second place is still what was said."""

_OBJECTS: Final = {"ausgehen": "von", "rechnen": "mit", "warnen": "vor"}
"""The preposition that the object of a verb has, where no clause is its object."""
_ACCUSATIVE: Final = frozenset("den das die einen ein eine seinen sein seine ihren ihr ihre".split())
"""Articles of an object in the accusative."""
_QUANTITIES: Final = frozenset("alles einiges etwas genug mehr nichts viel vieles wenig weniges".split())
"""What may stand in a document instead of a clause: *Darin stehe viel, gelesen habe es niemand*."""
_WANTED: Final = frozenset({"wollen", "müssen", "mögen", "möchten"})
_CONCEDED: Final = frozenset(
    "einräumen zugeben eingestehen gestehen zugestehen bekennen anerkennen bestätigen feststellen betonen mitteilen"
    " melden vermelden bekanntgeben verkünden ankündigen berichten".split()
)
"""Verbs whose act is done where somebody *musste* do it."""


def act_silence(cue: VerbCue) -> Silence | None:
    """Return why no act of speaking is reported, whatever follows the verb; ``None`` if one may be."""
    if cue.is_negated:
        return "denied"
    if cue.is_known:
        return "known"
    if cue.is_open or _is_only_compared(cue.clause) or (cue.modal == "dürfen" and cue.is_passive):
        return "open"
    return "wanted" if cue.modal in _WANTED and not _is_done(cue) else None


def _is_only_compared(clause: Clause) -> bool:
    """Say whether somebody only looks as if they had spoken: *als habe man gefragt, ob sie komme*."""
    if clause.kind != "subordinate" or clause.words[0].text.lower() != "als" or len(clause.words) < 2:
        return False
    second = clause.words[1]
    return second.text in ("ob", "wenn") or (second == clause.finite and is_konjunktiv(second))


def _is_done(cue: VerbCue) -> bool:
    """Say whether what had to be said was said: *musste einräumen, dass Daten fehlen*; a question may be still open."""
    finite = cue.clause.finite
    return finite is not None and finite.text.lower() in ("musste", "mussten") and cue.lemma in _CONCEDED


def clause_silence(
    cue: VerbCue, kind: Complement, clause: Clause, *, nested: bool = False, after_colon: bool = False
) -> Silence | None:
    """Return why a verb does not report the clause to its right; ``None`` if it does.

    A Konjunktiv I speaks for itself: it is reported even where the act is wanted or the verb unknown, and behind a
    colon even where the verb is denied (*Das ließ Ott nicht auf sich sitzen: Er habe bezahlt*).
    """
    act = act_silence(cue)
    told = act in ("wanted", "known") or (act == "denied" and after_colon and not cue.licenses)
    told = told or (act == "open" and _is_told_ahead(cue))
    if act is not None and not (kind == "konjunktiv" and told):
        return act
    if kind == "interrogative" and cue.lemma in OPEN_QUESTIONS:
        return "undecided"
    if kind == "infinitive" and cue.lemma in ("versprechen", "drohen") and _is_of_becoming(clause):
        return "unlicensed"
    if kind == "infinitive" and nested and cue.lemma in DECISIONS:
        return "decided"
    return None if _licenses(cue, kind, clause, after_colon=after_colon) else "unlicensed"


def _is_told_ahead(cue: VerbCue) -> bool:
    """Say whether a story tells ahead what somebody said later on: *Sie wird später erzählen, er habe geweint*."""
    finite = cue.clause.finite
    ahead = finite is not None and finite.text in ("wird", "werden") and cue.grants("v")
    return ahead and any(word.text in ("später", "hinterher", "nachher") for word in cue.clause.words)


_PLAIN: Final = frozenset("klar eindeutig deutlich knapp kurz einfach simpel schlicht unmissverständlich".split())
"""How what somebody says is, before it follows."""
_SOUNDS: Final = frozenset({"lachen", "seufzen", "stöhnen", "schluchzen", "kichern", "grinsen", "weinen"})
"""Verbs beside which a clause in the indicative tells what else happened: *Ott lachte, Kern weinte*."""


def _is_of_becoming(clause: Clause) -> bool:
    """Say whether an infinitive tells what something will be like: *verspricht, spannend zu werden*."""
    words = [word.text.lower() for word in clause.words if word.upos != "PUNCT"]
    return words[-2:] in (["zu", "werden"], ["zu", "sein"]) and len(words) <= 4


def _licenses(cue: VerbCue, kind: Complement, clause: Clause, *, after_colon: bool) -> bool:
    if kind == "dass":
        return cue.grants("d")
    if kind == "interrogative":
        return cue.grants("d") and cue.modal is None
    if kind == "konjunktiv":
        if cue.clause.opens_with("wie") or (cue.lemma == "stehen" and not after_colon and _stands_there(cue)):
            return False
        if _goes_on_being_told(cue) and not after_colon:
            return (not cue.is_passive and _is_put_in_words(cue.clause)) or (
                cue.lemma == "stehen" and _is_written(cue.clause)
            )
        return bool(cue.licenses) or is_structural(cue, clause)
    if kind == "indicative":
        if after_colon and (_is_told_so(cue) or _is_put_plainly(cue)) and cue.modal is None:
            return True
        waits = _waits(cue) and (after_colon or not _is_saturated(cue))
        reports = waits and (cue.grants("i") or cue.grants("v"))
        plain = cue.lemma in PLAIN_SAYING and (waits or not (cue.lemma == "finden" or _is_saturated(cue)))
        told = plain or (reports and (after_colon or is_past(clause)))
        told = told and (after_colon or not (_says_something_else(cue) or cue.lemma in _SOUNDS))
        plural = clause.finite is not None and clause.finite.text.endswith("en") and is_past(clause) and waits
        kinds = ("main", "verb_first", "relative") if plural else ("main", "verb_first")
        return told and cue.modal is None and cue.clause.kind in kinds
    return cue.grants("z")


_STANDING: Final = frozenset({"stünde", "stünden", "stände", "ständen"})
"""Forms of *stehen* that are in the Konjunktiv beyond doubt: *Drei davon stünden auf der Liste, sagt Ott*."""


def _goes_on_being_told(cue: VerbCue) -> bool:
    """Say whether a verb that stands in the Konjunktiv itself says nothing: *Er habe Ott gesprochen, er sei frei*."""
    finite = cue.clause.finite
    told = finite is not None and cue.clause.kind == "main" and (is_konjunktiv_1(finite) or finite.text in _STANDING)
    if told and cue.is_passive and cue.lemma in DECISIONS:
        return True  # Entschieden werde im Herbst, bis dahin lägen die Zahlen vor
    return told and (cue.modal is not None or not cue.grants("v"))


def _is_put_in_words(clause: Clause) -> bool:
    """Say whether a clause tells by which words something is done: *habe ihn mit den Worten begrüßt, er sei spät*."""
    words = [word.text for word in clause.words]
    nouns = load("act_nouns")
    return any(
        w == "mit" and article in ("dem", "der", "den") and (noun.lower() in nouns or noun.lower() == "worten")
        for w, article, noun in zip(words, words[1:], words[2:], strict=False)
    )


def _is_written(clause: Clause) -> bool:
    """Say whether a clause names what something stands in: *Darin | im Brief stehe, er sei frei*."""
    words = [word for word in clause.words if not word.masked]
    nouns = (noun_of(word.text) for word in words if word.upos == "NOUN")
    document = any(noun is not None and noun.kind in ("document", "medium") for noun in nouns)
    return words[0].text in ("Darin", "Darauf") or (words[0].text in ("In", "Im", "Auf") and document)


def _stands_there(cue: VerbCue) -> bool:
    """Say whether something else than a clause stands somewhere: *Im Budget stünden Mittel bereit*, *stehe viel*."""
    words = [word for word in cue.clause.words if word.upos != "PUNCT"]
    things = (w for w in words if w.upos in ("NOUN", "PROPN") and w.index > cue.verb.index and not _is_placed(words, w))
    named = any(not is_time(word) for word in things)
    return words[-1].text in _QUANTITIES or (not _waits(cue) and named)


def _is_placed(words: list[Word], noun: Word) -> bool:
    """Say whether a preposition stands before a noun, its article and attributes: *stand | zum Advent*."""
    before = [word for word in words if word.index < noun.index]
    while before and before[-1].upos in ("DET", "ADJ", "NUM"):
        before.pop()
    return bool(before) and before[-1].upos == "ADP"


def _is_saturated(cue: VerbCue) -> bool:
    """Say whether a verb has its object already: *gehen von einer Straftat aus, ein Verfahren wurde eröffnet*."""
    preposition = _OBJECTS.get(cue.lemma)
    forms = {word.text.lower() for word in cue.clause.words}
    voted = cue.clause.words[-1].text in ("Ja", "Nein")  # 300 sagten Nein, …
    return cue.lemma == "zustimmen" or voted or (preposition in forms and f"da{preposition}" not in forms)


def _says_something_else(cue: VerbCue) -> bool:
    """Say whether a verb has a noun as its object, so that no clause is: *Ott schrieb das Stück, Kern spielt*."""
    words = cue.clause.words
    subjects = [word for word in words if word.relation in ACTIVE_SUBJECTS]
    for word in words:
        if word.relation != "obj" or word.upos not in ("NOUN", "PROPN") or word.masked or is_time(word):
            continue
        article = next((w.text.lower() for w in words if w.head == word.index and w.upos == "DET"), "")
        if subjects and article in _ACCUSATIVE and not (article == "den" and word.features.get("Number") == "Plur"):
            return True
    return False


def _is_told_so(cue: VerbCue) -> bool:
    """Say whether *so* before a colon announces what is told: *So steht es im Vertrag: …*, *Ott erklärt das so: …*."""
    forms = [word.text for word in cue.clause.words if word.upos != "PUNCT" and not word.masked]
    takes = any(form in ("es", "das") for form in forms)
    written = cue.lemma == "stehen" and forms[0] == "So" and _has_document(cue.clause)
    return takes and (written or (cue.grants("i") and not cue.is_passive and "so" in (forms[0].lower(), forms[-1])))


def _is_put_plainly(cue: VerbCue) -> bool:
    """Say whether what somebody says or thinks is plain: *Otts Antwort ist klar: …*, not *Die Forderung ist alt: …*."""
    last = next((word for word in reversed(cue.clause.words) if word.upos != "PUNCT"), cue.verb)
    return cue.lemma.endswith(" sein") or (cue.lemma == "sein" and last.text in _PLAIN)


def _has_document(clause: Clause) -> bool:
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN" and not word.masked)
    return any(noun is not None and noun.kind in ("document", "medium") for noun in nouns)


def _waits(cue: VerbCue) -> bool:
    """Say whether the clause of the verb ends in it, so that what was said must follow: *er gab an, …*."""
    words = [word for word in cue.clause.words if word.upos not in ("ADV", "PART")]
    return not cue.is_passive and bool(words) and words[-1] in cue.words


def is_past(clause: Clause) -> bool:
    """Say whether a clause stands in a past that is as well a Konjunktiv II: *gab an, die Ermittlungen liefen noch*."""
    finite = clause.finite
    if finite is None:
        return False
    is_plural_past = finite.text.endswith("en") and finite.lemma.endswith("n") and finite.lemma != finite.text
    return finite.features.get("Tense") == "Past" or (is_plural_past and finite.upos == "VERB")


def is_structural(cue: VerbCue, clause: Clause) -> bool:
    """Say whether a verb we do not know must report: it is indicative, the clause beside it in the Konjunktiv.

    A passive leaves nobody who reports, unless it names what was said (*wurde mit dem Hinweis abgelehnt, …*).
    """
    finite = cue.clause.finite
    told = clause.finite is not None and is_konjunktiv_1(clause.finite) and clause.kind in ("main", "verb_first")
    if finite is None or is_konjunktiv(finite) or cue.lemma in _HAPPENING:
        return False
    return told and (not cue.is_passive or any(word.text.lower() in load("act_nouns") for word in cue.clause.words))
