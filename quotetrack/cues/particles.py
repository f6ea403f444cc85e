"""Separated particles: *teilte … mit* is *mitteilen*, *Fest steht, dass* is *feststehen*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_particle
from quotetrack.cues.correlates import CORRELATES
from quotetrack.cues.forms import known_infinitives, lemma_of
from quotetrack.syntax import PARTICLES, Sentence, Word

_PRONOUNS: Final = frozenset("das dies es die der den ihn sie".split())
_MEANWHILE: Final = frozenset({"unterdessen", "indessen", "indes", "hingegen", "derweil", "zugleich", "zudem"})
"""Adverbs that a tree takes for separated particles: *bestätigte unterdessen, dass*."""
_FRONTED: Final = frozenset({"feststehen", "hinzufügen", "hinzukommen", "offenbleiben"})
"""Verbs whose particle may stand in front: *Fest steht, dass …*."""


def separated_particle(sentence: Sentence, clause: Clause, verb: Word) -> Word | None:
    """Return the separated particle: what the tree says, or the last word of the clause if both make a known verb."""
    finite = clause.finite
    if finite is None or verb != finite:
        return None
    base = lemma_of(verb)
    found = _told_by_tree(sentence, verb, base)
    is_one = found is not None and found.text.lower() not in _PRONOUNS | _MEANWHILE
    is_one = is_one and not (found is not None and (_leads_to(sentence, found) or _tells_since_when(sentence, found)))
    if found is not None and is_one and found in clause.words and not _is_contracted(sentence, found):
        joined = as_particle(found, base) + base in known_infinitives()
        doubtful = found.text.lower() in CORRELATES or not is_particle(found)
        return None if doubtful and not joined else found
    front = clause.words[0]
    if front != verb and front.text.lower() + base in _FRONTED:
        return front
    last = next((word for word in reversed(clause.words) if word.upos != "PUNCT" and not word.masked), verb)
    if (
        last.index > verb.index
        and not _tells_since_when(sentence, last)
        and as_particle(last, base) + base in known_infinitives()
    ):
        return last
    return None


def _told_by_tree(sentence: Sentence, verb: Word, base: str) -> Word | None:
    """Return the word that the tree takes for a particle, of several the one that makes a verb: *räumt offen | ein*."""
    found = sentence.children(verb, PARTICLES)
    known = (word for word in found if as_particle(word, base) + base in known_infinitives())
    return next(known, found[0]) if found else None


def as_particle(word: Word, base: str) -> str:
    """Return a particle as its verb has it: *darauf hin*, often written as one word, is *hin* (*wies daraufhin*)."""
    form = word.text.lower()
    return "hin" if form == "daraufhin" and base == "weisen" else form


def _leads_to(sentence: Sentence, word: Word) -> bool:
    """Say whether *hin* belongs to *zu* behind it: *nannte das einen Schritt | hin zu mehr Frieden*."""
    beside = sentence.words[word.index : word.index + 1]
    return word.text == "hin" and bool(beside) and beside[0].text in ("zu", "zum", "zur")


def _tells_since_when(sentence: Sentence, word: Word) -> bool:
    """Say whether *an* closes a phrase with *von*: *forderte von Anfang | an, den Platz zu sperren*."""
    before = [other.text for other in sentence.words[max(0, word.index - 3) : word.index - 1]]
    return word.text == "an" and before[:1] == ["von"] and before[1:] in (["Anfang"], ["Beginn"], ["nun"], ["da"])


def _is_contracted(sentence: Sentence, word: Word) -> bool:
    """Say whether a word is part of a contraction like *zum*."""
    beside = sentence.words[word.index : word.index + 1]
    return bool(beside) and beside[0].span == word.span
