"""Correlates, and verbs that argue or judge with one: *trat dafür ein, dass …*, *hält es für falsch, dass …*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import JUDGING, Clause
from quotetrack.syntax import Word

CORRELATES: Final = frozenset(
    "daran darauf daraus dafür dagegen daher dahin dahingehend damit darin darüber darum davon davor dazu es".split()
)
_ARGUING: Final = {
    **dict.fromkeys(("loben", "kritisieren", "rügen", "tadeln", "würdigen", "entschuldigen", "bedanken"), ("dafür",)),
    **dict.fromkeys(("bestehen", "pochen", "beharren", "dringen", "einigen"), ("darauf",)),
    "eintreten": ("dafür", "dagegen"),
    "einsetzen": ("dafür",),
    "wenden": ("dagegen",),
    "berufen": ("darauf",),
    "starkmachen": ("dafür",),
    **dict.fromkeys(("stimmen", "votieren"), ("dafür", "dagegen")),
    "begründen": ("damit",),
    "bleiben": ("dabei",),
    **dict.fromkeys(("durchringen", "einladen"), ("dazu",)),
    **dict.fromkeys(("festhalten", "zweifeln", "stören", "erinnern"), ("daran",)),
    **dict.fromkeys(("nachdenken", "spekulieren"), ("darüber",)),
    **dict.fromkeys(("schließen", "ableiten"), ("daraus",)),
    **dict.fromkeys(("setzen", "vertrauen", "stützen"), ("darauf",)),
}
"""Verbs that with a correlate say what somebody argues for, against or from, or praises and blames others for."""


def judgement(clause: Clause, main: Word, lemma: str) -> list[Word]:
    """Return what a verb makes of the clause that follows: the *es für falsch* of *hält es für falsch, dass …*."""
    needs = JUDGING.get(lemma)
    words = [word for word in clause.words if not word.masked and word.upos != "PUNCT"]
    places = [place for place, word in enumerate(words) if word.text == "es" and place]
    if needs is None or not places or main.index in clause.marked:
        return []
    behind = [word for word in words[places[0] + 1 :] if word != main]
    if needs and words[0].text.lower() == needs and words[0] not in behind:  # Als Ziel sah es Ott an, …
        return [words[0], words[places[0]]]
    lead = next((place for place, word in enumerate(behind) if word.text == needs), None)
    if needs and (lead is None or len(behind) == 1):
        return []
    led = behind[lead : lead + 2] if lead is not None else _predicate(behind)
    judged = [word for word in led if word.text == needs or _is_predicate(word)]
    named = lemma == "nennen" and len(behind) > 1 and behind[-1].upos == "NOUN"
    return [words[places[0]], *judged] if judged or named else []


def _predicate(words: list[Word]) -> list[Word]:
    """Return the adjective that judges: *fand es | unerhört*, which a tagger may take for a participle."""
    found = [word for word in words if word.upos == "ADJ" and word.relation != "amod"]
    return found[:1] or [word for word in words[-1:] if word.features.get("VerbForm") == "Part"]


def _is_predicate(word: Word) -> bool:
    """Say whether a word is no noun with its article and attribute: *als | gutes Zeichen*."""
    return word.upos not in ("DET", "NOUN") and word.relation != "amod"


def stands_up(clause: Clause, lemma: str) -> bool:
    """Say whether somebody argues for or against what follows: *trat dafür ein, dass*, *wandte sich dagegen, zu*."""
    correlates = _ARGUING.get(lemma, ())
    if lemma == "bleiben" and not _sticks(clause):
        return False
    if lemma == "stören" and all(word.text != "sich" for word in clause.words):
        return False  # Ihn stört daran, dass …
    if lemma == "erinnern" and any(word.text == "sich" for word in clause.words):
        return False
    return any(word.text in correlates for word in clause.words if not word.masked)


def _sticks(clause: Clause) -> bool:
    """Say whether somebody sticks to it: *blieb dabei, dass …*, not *Es bleibt dabei, dass …*."""
    shown = [word.text.lower() for word in clause.words if word.upos != "PUNCT"]
    return shown[-1] == "dabei" and "es" not in shown
