"""What the tree has below the head of a noun phrase, and which of it belongs to the phrase."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases.genitives import AGED, may_be_genitive
from quotetrack.phrases.noun_classes import is_medium, is_time, works_for_medium
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, NOMINALS, Sentence, Word

_NOT_IN_PHRASE: Final = frozenset(
    {
        "acl", "acl:relcl", "advcl", "parataxis", "ccomp", "xcomp", "csubj", "nsubj", "nsubj:pass", "cop", "aux",
        "aux:pass", "mark", "discourse", "vocative", "expl", "compound:prt", "obj", "obl:arg", "iobj",
    }
)  # fmt: skip
_ATTRIBUTE_PREPOSITIONS: Final = frozenset(
    {"von", "vom", "für", "aus", "bei", "beim", "der", "zu", "zur", "zum", "über"}
)
_REGARDS: Final = frozenset({"Bezug", "Blick", "Hinweis", "Verweis"})
_ADDRESSES: Final = ("ansprache", "interview", "pressemitteilung", "stellungnahme")
"""Ends of nouns in which something is said."""
_PLACING: Final = frozenset({"in", "im", "an", "am", "auf", "gegen", "mit", "unter", "neben", "hinter"})
_NEVER_MARKERS: Final = frozenset({"DET", "NUM", "VERB", "AUX"})
"""What a tree at times has for the preposition of a noun, and never is: *hiess es in einer Mitteilung*."""
YEAR: Final = 4
"""So many digits make a year; a number in a name has fewer (*Hannover 96*)."""


def case_of(sentence: Sentence, head: Word) -> str | None:
    """Return the preposition that governs a noun, in small letters."""
    marker = next((child for child in sentence.children(head, CASE_MARKERS) if child.upos not in _NEVER_MARKERS), None)
    return marker.text.lower() if marker is not None else None


def is_within_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether a word stands in the attribute of a noun behind it: *die aus | Kiel | stammende Autorin*."""
    above = sentence.head(word)
    while above is not None and above.index > word.index:
        if above.relation == "amod" and above.head > above.index:
            return True
        above = sentence.head(above)
    return False


def branches(sentence: Sentence, head: Word, placed: bool) -> list[Word]:
    """Return the head of a phrase and all words below it that belong to the phrase."""
    found = [head]
    for word in found:
        found += [child for child in sentence.children(word) if _belongs(sentence, word, child, placed)]
    return found


def _belongs(sentence: Sentence, word: Word, child: Word, placed: bool) -> bool:
    if child.masked or child.relation in _NOT_IN_PHRASE:
        return False
    if child.text == "Mitte" and child.index < len(sentence.words) and is_time(sentence.word(child.index + 1)):
        return False  # das Amt | Mitte März
    if word.text.endswith(AGED) and child.index > word.index + 1 and sentence.word(word.index + 1).text == "der":
        return False
    if child.relation == "appos" and child.index == word.index + 1 and _are_other_things(word, child):
        return False
    if child.relation in ("nmod", "obl") and child.index > word.index:
        return _is_attribute_of(sentence, word, child, placed)
    if child.relation == "conj":
        governed = case_of(sentence, child) is None or case_of(sentence, word) is not None
        joined = _is_joined(sentence, child) and not _follows_apposition(sentence, word, child)
        return child.upos in NOMINALS and governed and joined
    return not (child.relation == "advmod" and child.index > word.index)


def _are_other_things(word: Word, child: Word) -> bool:
    """Say whether a bare noun right behind people is nothing that they are called: *laut Zeugen | Parolen*."""
    people = word.upos == "NOUN" and is_person_noun(word.text) and word.features.get("Number") == "Plur"
    return people and child.upos == "NOUN" and noun_of(child.text) is None


def _is_joined(sentence: Sentence, conjunct: Word) -> bool:
    """Say whether a conjunction or comma joins a conjunct: *laut Ott* | *zwischen 20 und 30 Schiffe* has none."""
    first = next(iter(sentence.children(conjunct)), None)
    return first is not None and first.index < conjunct.index and first.upos in ("CCONJ", "PUNCT", "SYM")


def _follows_apposition(sentence: Sentence, word: Word, child: Word) -> bool:
    """Say whether only the comma closing an apposition stands before a noun: *der Wirt, Jan Ott, | höhere Löhne*."""
    rows = (other for other in sentence.children(word) if other.relation == "conj" and other.index >= child.index)
    linked = any(mark.upos == "CCONJ" for other in rows for mark in sentence.children(other))
    return word.relation == "appos" and not linked


def _is_attribute_of(sentence: Sentence, word: Word, child: Word, placed: bool) -> bool:
    """Say whether a noun after another is its attribute: in the genitive, or behind a preposition that makes one.

    Behind *in* or *an* it is one if the tree says so, the noun is no name, and what follows is no time.
    """
    preposition = case_of(sentence, child)
    if is_time(child) and (preposition not in ("von", "vom") or _begins_stretch(sentence, child)):
        return False
    if preposition is None:
        if word.text.endswith(AGED) or (is_medium(child) and not works_for_medium(word, child)):
            return False
        if _is_name_beside(sentence, word, child):
            return True
        return may_be_genitive(sentence, child) and not _follows_name(sentence, child)
    if preposition in _ATTRIBUTE_PREPOSITIONS:
        return preposition != "über" or not _speaks(word)
    if not placed or preposition not in _PLACING or _is_aimed_at(child, preposition):
        return False
    owned = any(other.features.get("Poss") == "Yes" for other in sentence.children(child, DETERMINERS))
    return child.relation == "nmod" and word.upos == "NOUN" and not (owned or _tells_how(child))


def _tells_how(noun: Word) -> bool:
    """Say whether a phrase tells of the act, not of who acts: *die Polizei | mit Blick auf die Wahl*."""
    return noun.text in _REGARDS or noun.text.lower().endswith(_ADDRESSES)


def _speaks(word: Word) -> bool:
    """Say whether a noun is of somebody or some body, who has nothing *über* something: *laut Polizei | über …*."""
    noun = noun_of(word.text)
    return noun is not None and noun.kind in ("person", "organisation", "medium", "group")


def _begins_stretch(sentence: Sentence, time: Word) -> bool:
    """Say whether a time goes on with its end: *von Freitag | bis Sonntag*."""
    return time.index < len(sentence.words) and sentence.word(time.index + 1).text == "bis"


def _is_aimed_at(noun: Word, preposition: str) -> bool:
    """Say whether a noun is where something goes, not where it is: *auf Aussagen*, *ins Tal*."""
    return preposition in ("in", "auf", "unter", "neben", "hinter") and noun.features.get("Case") == "Acc"


def _is_name_beside(sentence: Sentence, word: Word, child: Word) -> bool:
    """Say whether a noun is the name right behind one for a body: *der Hersteller | Adler-Salomon*.

    So is one behind a name and its number: *von Bayer 04 | Leverkusen*.
    """
    between = sentence.words[word.index : child.index - 1]
    if child.upos not in ("NOUN", "PROPN") or not child.text[:1].isupper():
        return False
    if between:
        return word.upos == "PROPN" and all(other.upos == "NUM" and len(other.text) < YEAR for other in between)
    body = noun_of(word.text)
    named = body is not None and body.kind in ("organisation", "medium") and noun_of(child.text) is None
    return named and "-" in child.text and child.features.get("Number") != "Plur"


def _follows_name(sentence: Sentence, noun: Word) -> bool:
    """Say whether a noun with *der* stands right behind a name, which takes no genitive: *sagte Dirks der dpa*."""
    first = min([noun.index, *(child.index for child in sentence.children(noun) if child.index < noun.index)])
    if first == 1 or sentence.word(first).text.lower() != "der":
        return False
    return sentence.word(first - 1).upos == "PROPN"
