"""The full verb of a clause, among its auxiliaries and the other verbs of its bracket."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_nonfinite
from quotetrack.cues.forms import MODALS, lemma_of
from quotetrack.lexicon import load, table
from quotetrack.nouns import noun_of
from quotetrack.syntax import Sentence, Word

_HELPERS: Final = MODALS | {"sein", "haben", "werden"}
_MOVING: Final = frozenset({"ausgehen", "übereinkommen", "fortfahren"})
"""Verbs of saying and thinking that make their perfect with *sein*: *waren davon ausgegangen, dass …*."""

_INTO: Final = frozenset({"in", "ins", "unter", "außer", "ausser", "aus", "an", "auf", "aneinander"})
"""What one gets into: *wird in Not geraten*; without it, one is advised: *Ihm wird geraten, zu gehen*."""


def main_verb(sentence: Sentence, clause: Clause) -> Word | None:
    """Return the full verb of a clause: the finite one, or the participle or infinitive it holds in bracket."""
    finite = clause.finite
    if finite is None:
        return None
    nonfinite = [word for word in clause.words if is_nonfinite(word) and word != finite and not word.masked]
    nonfinite = [
        word for word in nonfinite if lemma_of(word) not in _HELPERS and not _stands_apart(sentence, word, finite)
    ]
    nonfinite = [word for word in nonfinite if word.index not in clause.marked] or nonfinite
    if lemma_of(finite) not in _HELPERS:
        if lemma_of(finite) == "lassen" and nonfinite:
            return nonfinite[-1]
        return finite
    if not nonfinite:
        return _predicate_participle(clause, finite)
    head = sentence.head(finite)
    joined = any(nonfinite[0].index < word.index < nonfinite[-1].index for word in clause.words if word.upos == "CCONJ")
    if clause.words[0] == finite and joined and lemma_of(nonfinite[0]) in load("reporting_verbs"):
        return nonfinite[0]  # hatte Ott gesagt und auf das Gutachten verwiesen
    return _last_conjunct(sentence, clause, head, nonfinite) if head in nonfinite else nonfinite[-1]


def _stands_apart(sentence: Sentence, word: Word, finite: Word) -> bool:
    """Say whether a participle is no part of the bracket: *Darauf angesprochen, wird die Wirtin ernst*."""
    between = (sentence.word(index).text for index in range(word.index + 1, finite.index))
    return word.index < finite.index and "," in between


def _predicate_participle(clause: Clause, finite: Word) -> Word | None:
    """Return the participle that the tagger took for something else: *werden beschuldigt*, *hatte … verlangt*."""
    if lemma_of(finite) not in ("werden", "haben"):
        return None
    words = [word for word in clause.words if word.upos != "PUNCT" and not word.masked]
    found = [word for word in words if word.upos == "ADJ" and word.index > finite.index]
    if words[-1].upos == "VERB" and words[-1].index > finite.index and words[-1].text.endswith(("t", "en")):
        found.append(words[-1])
    return next((word for word in reversed(found) if lemma_of(word) in load("reporting_verbs")), None)


def _last_conjunct(sentence: Sentence, clause: Clause, verb: Word, verbs: list[Word]) -> Word:
    """Return the last of verbs joined by *und* if it is one of saying: *haben das Wrack untersucht und bestätigt*."""
    joined = [word for word in verbs if word.relation == "conj" and sentence.head(word) in verbs]
    apart = [word for word in verbs[-1:] if is_participle(word) and word.index > verb.index + 1]
    apart = [] if any(index < verb.index for index in clause.marked) else apart
    if not joined and any(sentence.word(word.index - 1).upos == "ADV" for word in apart):
        between = (sentence.word(place).text for place in range(verb.index + 1, apart[0].index))
        joined = apart if "," in between else []  # hatte Fehler eingeräumt, jedoch stets beteuert
    if joined and joined[-1].index > verb.index and _reports(joined[-1]):
        return joined[-1]
    return verb


def _reports(participle: Word) -> bool:
    """Say whether a participle is of a verb of saying: *geraten* is of *raten* as well."""
    return participle.text == "geraten" or lemma_of(participle) in load("reporting_verbs")


def is_participle(word: Word) -> bool:
    """Say whether a verb is a participle, also one that the tagger took for an adjective."""
    return word.upos == "ADJ" or word.features.get("VerbForm") == "Part"


def is_state(clause: Clause, main: Word) -> bool:
    """Say whether *sein* makes the perfect of a verb of motion or change, or a state; few verbs of saying take it."""
    finite = clause.finite
    if finite is None or main == finite or lemma_of(finite) != "sein":
        return False
    if lemma_of(main) in _MOVING and is_participle(main):
        return False
    return is_participle(main) and all(word.text.lower() != "worden" for word in clause.words)


def is_written_down(clause: Clause, main: Word) -> bool:
    """Say whether something stands fixed in a document: *Im Vertrag ist festgehalten, dass …*."""
    finite = clause.finite
    licenses, medium = table("reporting_verbs").get(lemma_of(main), ("", ""))
    written = "d" in licenses and "writing" in medium and is_participle(main)
    if finite is None or main == finite or lemma_of(finite) != "sein" or not written:
        return False
    if clause.words[0].text not in ("In", "Im") or clause.words[0].masked:
        return False
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN" and word.index < finite.index)
    return any(noun is not None and noun.kind == "document" for noun in nouns)


def confesses(clause: Clause, main: Word) -> bool:
    """Say whether *gestanden* is of *gestehen*: nothing that can be read stands beside it."""
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN")
    return main.text == "gestanden" and not any(noun is not None and noun.kind == "document" for noun in nouns)


def advises(clause: Clause, main: Word) -> bool:
    """Say whether *geraten* is of *raten*: it has *haben* for its perfect, or a passive (*ihm wurde geraten*)."""
    if main.text != "geraten":
        return False
    forms = {word.text.lower() for word in clause.words}
    passive = bool(forms & {"wurde", "wurden", "worden"}) or (bool(forms & {"wird", "werden"}) and not forms & _INTO)
    return passive or any(lemma_of(word) == "haben" for word in clause.words)
