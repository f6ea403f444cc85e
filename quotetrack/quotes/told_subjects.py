"""Subjects of sentences that tell what happens, and that say nothing in the next one: the dead, *die vierte*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, main_verb, verb_cue
from quotetrack.nouns import noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import STANDING_ALONE, TOLD_APART
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

_DYING: Final = frozenset(
    "sterben umkommen ertrinken ersticken erfrieren verbrennen verunglücken verhungern verbluten erliegen"
    " versterben verscheiden verschwinden".split()
)
"""Verbs whose subject says no more."""
_LIVES: Final = frozenset({"Leben", "Tod"})
"""What somebody loses or finds who says no more: *kam ums Leben*, *fand den Tod*."""
_HELD: Final = frozenset({"sitzen", "liegen", "kommen", "befinden"})
_PLACES: Final = (
    "haft", "gefängnis", "arrest", "gewahrsam", "krankenhaus", "klinik", "klinikum", "spital", "intensivstation",
    "koma", "lebensgefahr", "behandlung",
)  # fmt: skip
"""Ends of nouns for where somebody is of whom others tell: *sitzt in Untersuchungshaft*."""
_ABOUT_SEVERAL: Final = frozenset("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere einige".split())


def is_only_told_of(context: Context, head: Word) -> bool:
    """Say whether a subject does not speak in the next sentence, whose Konjunktiv belongs to somebody else.

    So it is with the dead, with who is in custody or in hospital, with several who are mentioned for the first time,
    and with an adjective that stands for a thing: *Derzeit läuft die vierte*.
    """
    clause = context.clauses.of(head)
    if clause is None or clause.finite is None or clause.kind not in ("main", "verb_first"):
        return False
    return _stands_for_thing(head) or _dies(context, clause) or _are_new(context, head) or _is_held(context, clause)


def _stands_for_thing(head: Word) -> bool:
    small = head.upos == "ADJ" and head.text.islower()
    return small and head.text not in TOLD_APART | STANDING_ALONE


def _dies(context: Context, clause: Clause) -> bool:
    verb = main_verb(context.sentence, clause) or clause.finite
    lost = any(word.text in _LIVES for word in clause.words) and any(
        word.text in ("um", "ums", "den", "sein", "ihr") for word in clause.words
    )
    return verb is not None and (lemma_of(verb) in _DYING or lost)


def _is_held(context: Context, clause: Clause) -> bool:
    """Say whether somebody sits in prison or lies in hospital: *Der Mann sitzt in Untersuchungshaft*."""
    verb = main_verb(context.sentence, clause) or clause.finite
    if verb is None or lemma_of(verb) not in _HELD:
        return False
    return any(word.upos in ("NOUN", "PROPN") and word.text.lower().endswith(_PLACES) for word in clause.words)


def suffers(context: Context, head: Word) -> bool:
    """Say whether a word is the subject of a passive, so that others have something to say: *Er wurde verurteilt*."""
    clause = context.clauses.of(head)
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    born = clause is not None and any(word.text == "geboren" for word in clause.words)
    return cue is not None and cue.is_passive and not born and head.relation in SUBJECTS


def _are_new(context: Context, head: Word) -> bool:
    """Say whether a plural has no article or only a number: *Zwei Agenten gaben sich als Käufer aus*."""
    if head.upos != "NOUN" or head.features.get("Number") != "Plur":
        return False
    before = context.sentence.child(head, DETERMINERS)
    noun = noun_of(head.text)
    people = noun is not None and noun.kind in ("person", "group")
    return people and (before is None or before.text.lower() in _ABOUT_SEVERAL)
