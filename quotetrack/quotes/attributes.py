"""Attributes and names that a tagger takes for verbs or for nouns of their own.

A participle behind an article and a phrase of its own is an attribute (*die das Unglück überlebende Kern*); a word in
*-er* before a noun tells where something is from (*die Neue Murgtaler Zeitung*); an address of the net is a name.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import is_finite
from quotetrack.nouns import is_given_name, is_of_place, is_person_noun, is_title_of_paper, noun_of
from quotetrack.phrases import is_statement
from quotetrack.syntax import SUBJECTS, Sentence, Word

_PRESENT_PARTICIPLE_RE: Final = regex.compile(r"\p{Ll}{2,}end(?:e|er|en|es|em)$")
_ADDRESS_RE: Final = regex.compile(
    r"[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|de|org|net|at|ch|info|eu|tv|uk|fr)$", regex.I
)
_ORIGIN_RE: Final = regex.compile(r"\p{Lu}[\p{L}-]{2,}er$")
_DATIVES: Final = frozenset({"dem", "den", "einem"})
_CIRCUMSTANCES: Final = frozenset(
    "Applaus Beifall Buhrufen Gelächter Jubel Nachdruck Pfiffen Protest Tränen Vorbehalt Zwischenrufen".split()
)
_SIDES: Final = frozenset({"Pro", "Contra"})
_CHANGING: Final = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
"""The classes of the words that may be something else."""
_PARTICLES: Final = frozenset({"de", "of", "du", "des", "da", "di", "del", "della", "la"})
_OPENING: Final = frozenset({"DET", "ADP", "PRON", "ADV", "ADJ"})
_SEPARATORS: Final = frozenset(",;:.?!")
_LONGEST: Final = 8
"""An attribute with a phrase of its own has no more words."""


def with_attributes(sentence: Sentence) -> Sentence:
    """Return the sentence with such words tagged and attached as what they are; the same one if there are none."""
    for word in sentence.words:
        if word.masked or not (word.upos in _CHANGING or word.text in _CIRCUMSTANCES or word.text in _SIDES):
            continue
        noun = _noun_of_participle(sentence, word)
        if noun is not None:
            sentence = _with_participle(sentence, word, noun)
        elif _is_name_taken_for_verb(sentence, word):
            sentence = _moved(sentence, word, sentence.word(word.index - 1))
        elif _is_adjective_of_body(sentence, word) or _is_small_attribute(sentence, word):
            sentence = _with_adjective(sentence, word, sentence.word(word.index + 1))
        elif _is_focus(sentence, word):
            sentence = _with_focus(sentence, word, sentence.word(word.index + 1))
        elif _is_circumstance(sentence, word):
            sentence = _with_subject_behind(sentence, word)
        elif _is_pro(sentence, word):
            sentence = _with_pro(sentence, word)
        elif _is_title_behind_place(sentence, word):
            sentence = _with(sentence, evolve(sentence.word(word.index), upos="NOUN"))
        elif _begins_title_of_paper(sentence, word):
            sentence = _with_origin(sentence, word, sentence.word(word.index + 2))
        elif _is_origin(sentence, word):
            sentence = _with_origin(sentence, word, sentence.word(word.index + 1))
    return sentence


def _with(sentence: Sentence, *changed: Word) -> Sentence:
    by_place = {word.index: word for word in changed}
    return evolve(sentence, words=tuple(by_place.get(word.index, word) for word in sentence.words))


def _is_adjective_of_body(sentence: Sentence, word: Word) -> bool:
    """Say whether what was taken for a noun is the adjective in the name of a body: *das Botanische Institut*."""
    if not 1 < word.index < len(sentence.words) or word.upos != "NOUN" or not word.text.endswith(("sche", "schen")):
        return False
    before, noun = sentence.word(word.index - 1), sentence.word(word.index + 1)
    known = noun_of(noun.text)
    is_body = noun.upos in ("NOUN", "PROPN") and known is not None and known.kind == "organisation"
    return is_body and before.upos in ("DET", "ADP") and noun_of(word.text) is None


def _is_small_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether what was taken for a noun has small letters between an article and a noun: *ein | alter | Mann*."""
    if word.upos != "NOUN" or not word.text.islower() or not 1 < word.index < len(sentence.words):
        return False
    before, noun = sentence.word(word.index - 1), sentence.word(word.index + 1)
    shaped = word.text.endswith(("e", "er", "es", "en", "em"))
    return shaped and before.upos == "DET" and noun.upos == "NOUN" and noun.text[:1].isupper() and not noun.masked


def _with_adjective(sentence: Sentence, word: Word, noun: Word) -> Sentence:
    """Attach an adjective to its noun, which takes its place where it hung on it: *der | Evangelischen | Kirche*."""
    hung = noun.head == word.index
    changed = [evolve(word, upos="ADJ", relation="amod", head=noun.index)]
    changed += [evolve(noun, head=word.head, relation=word.relation)] if hung else []
    below = (child for child in sentence.children(word) if child.index != noun.index)
    changed += [evolve(child, head=noun.index) for child in below if hung or child.index < word.index]
    return _with(sentence, *changed)


def _noun_of_participle(sentence: Sentence, word: Word) -> Word | None:
    """Return the noun behind a present participle that was taken for a finite verb."""
    if word.upos != "VERB" or not word.is_finite or word.index >= len(sentence.words):
        return None
    if _PRESENT_PARTICIPLE_RE.match(word.text) is None and not (
        word.text.endswith("te") and _has_other(sentence, word)
    ):
        return None
    following = sentence.word(word.index + 1)
    if following.upos not in ("NOUN", "PROPN") or following.masked:
        return None
    for place in range(word.index - 2, max(0, word.index - _LONGEST), -1):
        here, behind = sentence.word(place), sentence.word(place + 1)
        if here.text in _SEPARATORS or (here.upos in ("VERB", "AUX") and is_finite(here)):
            return None
        apart = here.upos == "DET" and behind.upos in _OPENING and here.span != behind.span
        if apart and here.text.lower() in ("der", "die", "das", "ein", "eine"):
            return following
    return None


def _has_other(sentence: Sentence, word: Word) -> bool:
    """Say whether another finite verb stands before or behind a form, with no comma between."""
    for places in (range(word.index - 1, 0, -1), range(word.index + 1, len(sentence.words) + 1)):
        for here in map(sentence.word, places):
            if here.text in _SEPARATORS or here.upos == "CCONJ":
                break
            if here.upos in ("VERB", "AUX") and is_finite(here) and not here.masked:
                return True
    return False


def _with_participle(sentence: Sentence, word: Word, noun: Word) -> Sentence:
    """Attach a participle to its noun, which takes its place as the subject of the verb that follows."""
    after = [child for child in sentence.children(word) if child.index > word.index and child != noun]
    top = next((child for child in after if child.upos in ("VERB", "AUX")), None)
    above = word.head if top is None or word.head else top.index
    changed = [evolve(word, upos="ADJ", head=noun.index, relation="amod", features={})]
    changed.append(evolve(noun, head=above, relation="nsubj" if above else "root"))
    if top is not None and not word.head:
        changed.append(evolve(top, head=0, relation="root"))
    rest = [child for child in after if child != top or word.head]
    changed += [evolve(child, head=above or noun.index) for child in rest]
    before = [child for child in sentence.children(word, SUBJECTS) if child.index < word.index]
    changed += [evolve(child, relation="obl") for child in before]
    return _with(sentence, *changed)


def _is_name_taken_for_verb(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb is a part of the name before it: *der Website worldnews.com*, *Front de gauche*.

    So is a word in small letters behind a noun for a body, before more of its kind or its abbreviation in brackets:
    *die Organisation amnesty international (ai)*.
    """
    if word.upos != "VERB" or word.index == 1:
        return False
    before = sentence.word(word.index - 1)
    if before.upos not in ("NOUN", "PROPN", "X"):
        return False
    if _ADDRESS_RE.match(word.text) or (before.text in _PARTICLES and before.upos in ("PROPN", "X")):
        return True
    noun = noun_of(before.text)
    if noun is None or noun.kind not in ("organisation", "medium") or word.index >= len(sentence.words):
        return False
    following = sentence.word(word.index + 1)
    foreign = following.upos in ("PROPN", "X") and following.text[:1].islower()
    return word.text.islower() and foreign


def _moved(sentence: Sentence, word: Word, before: Word) -> Sentence:
    """Attach a part of a name to the word before it; what hung on it goes to the verb above, or to the next one."""
    children = sentence.children(word)
    verbs = [other for other in sentence.words[word.index :] if other.upos == "VERB" and is_finite(other)]
    below = {known.index for known in sentence.subtree(word)}
    changed = [evolve(word, upos="PROPN", head=before.index, relation="flat", features={})]
    named = [child for child in children if child.index == word.index + 1 and child.upos in ("PROPN", "X")]
    changed += [evolve(child, head=before.index, relation="flat") for child in named]
    children = tuple(child for child in children if child not in named)
    if word.head:
        changed += [evolve(child, head=word.head) for child in children]
        return _with(sentence, *changed)
    top = next((verb for verb in verbs if verb.index in below), children[0] if children else before)
    changed.append(evolve(top, head=0, relation="root"))
    changed += [evolve(child, head=top.index) for child in children if child != top]
    return _with(sentence, *changed)


def _is_focus(sentence: Sentence, word: Word) -> bool:
    """Say whether a capital made a name of a word that only leads to one: *Einzig Norda lehnte ab*."""
    if word.text not in ("Einzig", "Allein", "Ausgerechnet", "Lediglich") or word.index == len(sentence.words):
        return False
    return word.upos in ("PROPN", "NOUN", "ADJ") and sentence.word(word.index + 1).upos in ("PROPN", "DET")


def _is_circumstance(sentence: Sentence, word: Word) -> bool:
    """Say whether a name behind what accompanies the words was attached to it: *sagte unter Applaus | Ida Ott*."""
    if word.text not in _CIRCUMSTANCES or not 2 < word.index < len(sentence.words):
        return False
    following = sentence.word(word.index + 1)
    beside = following.upos == "PROPN" and following.head == word.index
    return beside and sentence.word(word.index - 1).text in ("unter", "mit") and word.head != 0


def _with_subject_behind(sentence: Sentence, word: Word) -> Sentence:
    """Make the name behind a circumstance the subject of the verb, with the rest of the name on it."""
    name = sentence.word(word.index + 1)
    rest = [child for child in sentence.children(word) if child.index > name.index]
    changed = [evolve(word, upos="NOUN"), evolve(name, head=word.head, relation="nsubj")]
    return _with(sentence, *changed, *(evolve(child, head=name.index) for child in rest))


def _is_pro(sentence: Sentence, word: Word) -> bool:
    """Say whether *Pro* begins a name behind a noun for a body: *der Verein | Pro Spital*."""
    if word.text not in _SIDES or not 1 < word.index < len(sentence.words):
        return False
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    known = noun_of(before.text)
    return known is not None and known.kind == "organisation" and following.text[:1].isupper()


def _with_pro(sentence: Sentence, word: Word) -> Sentence:
    """Attach *Pro* and the noun behind it to the noun before, as its name."""
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    changed = [evolve(word, upos="PROPN", head=before.index, relation="appos", features={})]
    changed.append(evolve(following, upos="PROPN", head=word.index, relation="flat", features={}))
    inside = {word.index, following.index}
    if before.head in inside:  # the noun hung on its own name
        above = following if following.head not in inside | {before.index} else word
        changed.append(evolve(before, head=above.head, relation=above.relation))
    behind = [child for part in (word, following) for child in sentence.children(part) if child.index not in inside]
    changed += [evolve(child, head=before.index) for child in behind if child != before]
    return _with(sentence, *changed)


def _with_focus(sentence: Sentence, word: Word, name: Word) -> Sentence:
    """Attach a word to the name behind it, which takes its place."""
    changed = [evolve(word, upos="ADV", head=name.index, relation="advmod", features={})]
    if name.head == word.index:
        changed.append(evolve(name, head=word.head, relation=word.relation))
        changed += [evolve(child, head=name.index) for child in sentence.children(word) if child != name]
    return _with(sentence, *changed)


def _is_title_behind_place(sentence: Sentence, word: Word) -> bool:
    """Say whether a name is the title of a paper behind its attribute: *die Norddeutsche | Rundschau*."""
    if word.upos != "PROPN" or word.index < 2 or not is_title_of_paper(word.text):
        return False
    before = sentence.word(word.index - 1)
    return before.upos == "ADJ" and is_of_place(before.text)


def _begins_title_of_paper(sentence: Sentence, word: Word) -> bool:
    """Say whether a word begins the title of a paper of three words: *die | Frankfurter | Allgemeine Zeitung*."""
    if word.upos not in ("NOUN", "PROPN") or not 1 < word.index <= len(sentence.words) - 2:
        return False
    before, middle, title = (sentence.word(word.index + step) for step in (-1, 1, 2))
    inflected = middle.text[:1].isupper() and middle.text.endswith(("e", "en")) and not middle.masked
    begins = word.text.endswith(("er", "sche", "schen")) and not is_person_noun(word.text)
    named = title.upos in ("NOUN", "PROPN") and is_title_of_paper(title.text)
    return before.upos in ("DET", "ADP") and begins and inflected and named


def _with_origin(sentence: Sentence, word: Word, noun: Word) -> Sentence:
    """Attach a word to the noun behind it, which takes its place where that hung on it or was the subject's."""
    changed = [evolve(word, upos="ADJ", head=noun.index, relation="amod")]
    head, relation = (word.head, word.relation) if noun.head == word.index else (noun.head, noun.relation)
    if word.relation in SUBJECTS and head == word.head:
        relation = "obl:arg" if sentence.word(word.index - 1).text.lower() in _DATIVES else word.relation
    changed.append(evolve(noun, upos="NOUN", head=head, relation=relation))
    changed += [evolve(child, head=noun.index) for child in sentence.children(word) if child != noun]
    return _with(sentence, *changed)


def _is_origin(sentence: Sentence, word: Word) -> bool:
    """Say whether a word in *-er* between an article and a noun is its attribute: *das | Kieler | MARE-Institut*."""
    if word.upos not in ("NOUN", "PROPN") or not 1 < word.index < len(sentence.words):
        return False
    if _ORIGIN_RE.match(word.text) is None:
        return False
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    if following.masked or following.upos not in ("NOUN", "PROPN"):
        return False
    if is_title_of_paper(following.text) and not is_given_name(word.text):
        known = noun_of(word.text)
        return before.upos in ("DET", "ADJ", "ADP") and (known is None or known.field == "origin")
    if following.upos != "NOUN" or word.relation in ("flat", "flat:name", "amod"):
        return False
    if is_statement(before.text) and following.features.get("Number") == "Plur":
        return noun_of(word.text) is None
    if before.upos not in ("DET", "ADJ"):
        return False
    if noun_of(word.text) is not None or is_person_noun(following.text):
        return False
    known = noun_of(following.text)
    body = known is not None and known.kind in ("organisation", "medium")
    return body and following.features.get("Number") != "Plur"
