"""The small words that go with a verb: auxiliaries, *sich*, *es*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_finite
from quotetrack.cues.forms import lemma_of
from quotetrack.syntax import Word

RESOUNDING: Final = frozenset("tönen ertönen hallen schallen erschallen klingen erklingen dröhnen".split())
"""Verbs whose *es* is nobody: *„Raus“, tönte es von den Rängen*."""


def auxiliaries(clause: Clause, main: Word) -> list[Word]:
    """Return the forms of *sein*, *haben*, *werden*, *lassen* beside the full verb of a clause."""
    quoted = frozenset() if main.index in clause.marked else clause.marked
    return [
        word
        for word in clause.words
        if word.upos in ("AUX", "VERB")
        and word != main
        and not word.masked
        and word.index not in quoted
        and (lemma_of(word) in ("sein", "haben", "werden", "lassen"))
        and (is_finite(word) or word.text.lower() in ("worden", "haben", "werden", "lassen"))
    ]


def reflexives(clause: Clause) -> list[Word]:
    """Return the first *sich* of a clause that is not within an attribute (*der sich wehrende Ott*).

    With *weisen* it has its *von*: *wies die Schuld | von sich*.
    """
    attributes = {word.index for word in clause.words if word.relation == "amod"}
    found = (word for word in clause.words if word.text.lower() == "sich" and not word.masked)
    own = next((word for word in found if word.head not in attributes), None)
    if own is None:
        return []
    before = next((word.text for word in clause.words if word.index == own.index - 1), "")
    if before in ("für", "vor", "bei", "unter"):
        return []  # nahm für sich in Anspruch, murmelte vor sich hin
    rejects = clause.finite is not None and lemma_of(clause.finite) == "weisen"
    leading = [word for word in clause.words if rejects and word.index == own.index - 1 and word.text == "von"]
    return [*leading, own]


def expletive(clause: Clause, lemma: str) -> list[Word]:
    """Return *es* of *heißt es*."""
    if lemma not in ("heißen", "heissen"):
        return []
    return [word for word in clause.words if word.text.lower() == "es" and not word.masked][:1]


def has_es(clause: Clause) -> bool:
    """Say whether *es* stands in a clause."""
    return any(word.text.lower() == "es" and not word.masked for word in clause.words)
