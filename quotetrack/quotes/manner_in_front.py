"""Adverbs in front that a tagger takes for names: *| Lachend | sagte Ida Ott …*, *| Wörtlich | sagte sie …*.

A main clause has one constituent before its verb (Duden 4, *Vorfeld*); where a name or a pronoun stands right behind
the verb, a participle or an adjective in front tells how something is said.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import is_finite
from quotetrack.lexicon import load
from quotetrack.nouns import is_common_surname, is_given_name, is_person_noun, noun_of
from quotetrack.syntax import OBJECTS, SUBJECTS, Sentence, Word

_PARTICIPLE_RE: Final = regex.compile(
    r"\p{L}{2,}(?:e|er|el)nd|(?:ge|ver|be|er|ent|zer|emp|über|miss)\p{L}{3,}t|\p{L}{3,}iert"
)
"""Participles by their form."""
_ADJECTIVE_RE: Final = regex.compile(r"\p{L}{3,}(?:lich|isch|ig|bar|sam|haft|los|weise|gemäß|gemäss|wärts|lings)")
"""Adjectives and adverbs by how they end; so do some surnames."""
_NOUNS_SO_SHAPED: Final = frozenset(
    "abend jugend tugend gegend tausend dutzend sonnabend feierabend legend könig honig essig käfig pfennig gericht"
    " bericht verlust gewicht gesicht gedicht gehalt verdacht gebet geschäft".split()
)
_ALSO_SURNAMES: Final = frozenset(
    "barsch bieder bitter derb forsch frech gern grob heiter herb keck klar kurz laut lauter milde munter rasch sanft"
    " scharf scheu schnell spitz still stolz streng zart".split()
)
"""Those that are surnames, too, behind whose verb a noun may be the object: *Scharf kritisierte die Stadt*."""
_COMPARING: Final = frozenset({"ebenso", "genau", "genauso", "ähnlich", "so", "nicht"})
"""What stands before *wie* where somebody is compared."""
_TIMES: Final = {"Tags": ("darauf", "zuvor", "danach"), "Anderntags": ()}
_NOMINAL: Final = frozenset({"PROPN", "NOUN", "PRON", "DET"})
_NOMINATIVE: Final = frozenset({"er", "sie", "der", "die", "das", "ein", "eine", "wir", "dieser", "diese"})


def with_manner_in_front(sentence: Sentence) -> Sentence:
    """Return the sentence with a name in front put right that is an adverb, and with the subject behind the verb."""
    if len(sentence.words) < 3:
        return sentence
    compared = _compared_in_front(sentence)
    if compared:
        return _changed(sentence, compared)
    first, verb = sentence.words[0], sentence.words[1]
    if first.upos not in ("PROPN", "NOUN") or first.masked or not first.text.istitle():
        return sentence
    if verb.text in _TIMES.get(first.text, ()):
        return _changed(sentence, [evolve(first, upos="ADV", relation="advmod", head=verb.index, features={})])
    subject = _subject_behind(sentence, verb)
    if not is_finite(verb) or subject is None or not _is_adverb(first, subject):
        return sentence
    changes = [evolve(first, upos="ADV", relation="advmod", head=verb.index, features={})]
    own = [word for word in sentence.words if word.relation in SUBJECTS and word.head == verb.index and word != first]
    if not own and (subject.relation in OBJECTS or subject.head == first.index):
        changes.append(evolve(subject, relation="nsubj", head=verb.index))
    return _changed(sentence, changes)


def _compared_in_front(sentence: Sentence) -> list[Word]:
    """Return who is compared in front, no subject then, and who is: *Ebenso wie | Kern | fordert | Ott |, …*."""
    opening = [word.text.lower() for word in sentence.words[:2]]
    start = 1 if opening[0] == "wie" else 2 if opening[1] == "wie" and opening[0] in _COMPARING else 0
    verb = next((word for word in sentence.words[start:] if is_finite(word)), None) if start else None
    if verb is None or verb.index == len(sentence.words):
        return []
    between = sentence.words[start : verb.index - 1]
    one = next((word for word in between if word.relation in SUBJECTS and word.head != word.index), None)
    last = verb
    while last.index < len(sentence.words) and sentence.words[last.index].text in ("auch", "jetzt", "nun"):
        last = sentence.words[last.index]
    other = _subject_behind(sentence, last) if last.index < len(sentence.words) else None
    if one is None or other is None or any(word.upos == "PUNCT" for word in between):
        return []
    if not (other.relation in SUBJECTS or other.upos == "PROPN" or is_person_noun(other.text)):
        return []
    changes = [evolve(one, relation="obl")]
    return changes if other.relation in SUBJECTS else [*changes, evolve(other, relation="nsubj", head=verb.index)]


def _is_adverb(word: Word, subject: Word) -> bool:
    """Say whether a word is a participle or an adjective by its form, and no noun or name: *Fröhlich* may be a surname.

    A surname in front has its object behind the verb (*Lessig sagte der Zeitung, …*), no second subject.
    """
    small = word.text.lower()
    if small in _NOUNS_SO_SHAPED or noun_of(word.text) is not None or is_given_name(word.text):
        return False
    surely = subject.upos in ("PROPN", "PRON") or is_person_noun(subject.text)
    if small in load("adverbs_in_front"):
        may_be_name = small in _ALSO_SURNAMES or is_common_surname(word.text)
        return subject.relation in SUBJECTS or not may_be_name or (surely and small in _ALSO_SURNAMES)
    if subject.relation in SUBJECTS:
        return any(shape.fullmatch(small) for shape in (_PARTICIPLE_RE, _ADJECTIVE_RE))
    return surely and _PARTICIPLE_RE.fullmatch(small) is not None and not is_common_surname(word.text)


def _subject_behind(sentence: Sentence, verb: Word) -> Word | None:
    """Return the head of the phrase right behind a verb that may be its subject: no *den* or *dem* opens it."""
    word = sentence.words[verb.index]
    if word.upos not in _NOMINAL or word.masked or (word.upos != "PROPN" and word.relation in ("expl", "expl:pv")):
        return None
    if word.upos in ("PRON", "DET") and word.text.lower() not in _NOMINATIVE:
        return None
    if word.upos == "DET":
        head = next((w for w in sentence.words[verb.index : verb.index + 5] if w.upos in ("NOUN", "PROPN")), None)
        is_dative = head is not None and word.text == "der" and head.features.get("Gender") == "Fem"
        return None if is_dative else head  # Fröhlich sagte der Zeitung
    return word


def _changed(sentence: Sentence, changes: list[Word]) -> Sentence:
    by_place = {word.index: word for word in changes}
    return evolve(sentence, words=tuple(by_place.get(word.index, word) for word in sentence.words))
