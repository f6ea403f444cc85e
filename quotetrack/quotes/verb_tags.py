"""Verbs tagged as the wrong form: a present as a participle, a plural as an infinitive, an attribute as a verb."""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import FINITE_FORMS, is_finite
from quotetrack.cues import lemma_of
from quotetrack.lexicon import load
from quotetrack.moods import has_umlaut_of_konjunktiv
from quotetrack.nouns import noun_of
from quotetrack.quotes.stretches import has_finite, stretch_around
from quotetrack.quotes.verb_forms import (
    EQUIVOCAL_RE,
    FINITE_FEATURES,
    NEVER_VERBAL_RE,
    finite,
    is_never_finite,
    plural_pasts,
)
from quotetrack.syntax import ACTIVE_SUBJECTS, DETERMINERS, MARKERS, Sentence, Word

_LONGEST: Final = 7
"""So many words at most stand between an article and the participle of its noun."""


_ATTRIBUTE_RE: Final = regex.compile(r"\p{Ll}{2,}(?:e|er|el)nde[nrsm]?")
"""Present participles with the ending of an adjective."""


def verb_put_right(sentence: Sentence, word: Word) -> Word | None:
    """Return a verb with its tag put right, None where nothing is wrong."""
    form = word.text.lower()
    if form == "wessen":
        return evolve(word, upos="PRON", features={"PronType": "Int"})
    if form == "heuer":
        return evolve(word, upos="ADV", features={})
    if _ATTRIBUTE_RE.fullmatch(word.text) and _stands_before_name(sentence, word):
        return evolve(word, upos="ADJ", features={})  # der wütende Jan Ott
    if not word.is_finite and has_umlaut_of_konjunktiv(form):
        number = "Plur" if form.endswith("n") else "Sing"
        return evolve(word, features={**FINITE_FEATURES, "Mood": "Sub", "Tense": "Past", "Number": number})
    if word.is_finite and word.text.islower() and (NEVER_VERBAL_RE.search(form) or is_never_finite(form)):
        return evolve(word, upos="ADJ", features={})
    if _is_participle_before_noun(sentence, word):
        return evolve(word, upos="ADJ", features={})
    if word.is_finite and form.endswith("e") and (_is_attribute(sentence, word) or _is_extended(sentence, word)):
        return evolve(word, upos="ADJ", features={})
    if word.is_finite and EQUIVOCAL_RE.search(form) and _is_before_auxiliary(sentence, word):
        return evolve(word, features={"VerbForm": "Part"})
    if word.is_finite and word.features.get("Number") == "Sing" and form in plural_pasts():
        return evolve(word, features={**word.features, "Number": "Plur"})
    if _is_plural_of_subject(sentence, word):
        return evolve(word, features={"VerbForm": "Fin", "Mood": "Ind", "Number": "Plur", "Person": "3"})
    if word.features.get("VerbForm") != "Part" or not EQUIVOCAL_RE.search(form) or _is_before_auxiliary(sentence, word):
        return None
    if _is_second_finite(sentence, word):
        return finite(word, form.removesuffix("t") + "en")
    own = stretch_around(sentence, word)
    subject = next((child for child in sentence.children(word, ACTIVE_SUBJECTS) if child in own), None)
    if subject is None or has_finite(own) or (_is_plural(subject) and not _is_of_one_of_two(own, word)):
        return None
    return finite(word, form.removesuffix("t") + "en")


def _is_participle_before_noun(sentence: Sentence, word: Word) -> bool:
    """Say whether a form with the *ge-* of a participle stands before a noun: *genannte Oberst*."""
    if word.index == len(sentence.words) or not word.text.islower() or not word.is_finite:
        return False
    shaped = word.text.startswith("ge") and word.text.endswith(("te", "ten", "ter", "tes"))
    following = sentence.word(word.index + 1)
    return shaped and not word.lemma.startswith("ge") and following.upos in ("NOUN", "PROPN", "ADJ")


def _is_plural(noun: Word) -> bool:
    """Say whether a subject is plural: not where the tagger alone says so of *die 49-Jährige*, *die Abgeordnete*."""
    known = noun_of(noun.text)
    is_one = known is not None and (known.base == noun.text + "r" or (known.field == "age" and noun.text[-1] == "e"))
    return noun.features.get("Number") == "Plur" and not is_one


def _is_of_one_of_two(own: tuple[Word, ...], word: Word) -> bool:
    """Say whether a form is all that *die andere* does, whose number a tagger does not see: *…, die andere erklärt*.

    So it is with *Diese*.
    """
    forms = [other.text for other in own if other.upos != "PUNCT"]
    return forms == ["Diese", word.text] or (
        forms[1:2] in (["eine"], ["andere"]) and forms[2:] == [word.text] and forms[0].lower() in ("die", "der", "das")
    )


def _is_second_finite(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying right behind *und* is finite, as no auxiliary asks for a participle."""
    if word.index < 3 or sentence.word(word.index - 1).text != "und" or word.index == len(sentence.words):
        return False
    own = stretch_around(sentence, word)
    auxiliary = any(other.upos == "AUX" and other.relation not in ("cop", "root") for other in own)
    return own[-1] == word and not auxiliary and has_finite(own) and lemma_of(word) in load("reporting_verbs")


def _is_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether a form in *-e* stands between a comma and a noun, the verb comes later: *Musik, helle Lichter*."""
    if word.index < 3 or word.index >= len(sentence.words) or word.text in FINITE_FORMS or not word.text.islower():
        return False
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    later = [other for other in stretch_around(sentence, word) if other.index > following.index]
    is_frame = lemma_of(word) in load("reporting_verbs")  # …, schimpfte Wirtin Ott und verließ den Saal
    return before.text == "," and following.upos == "NOUN" and has_finite(tuple(later)) and not is_frame


def _is_extended(sentence: Sentence, word: Word) -> bool:
    """Say whether a form stands between an article and its noun, before the verb: *Die nie gefragte Ärztin hält*."""
    if word.index == len(sentence.words) or word.text in FINITE_FORMS or not word.text.endswith("te"):
        return False
    own, following = stretch_around(sentence, word), sentence.word(word.index + 1)
    behind = [other for other in own if other.index > word.index]
    opens = own[0].upos == "DET" and 0 < own.index(word) <= _LONGEST
    joined = any(other.upos == "CCONJ" for other in behind)
    return opens and following.upos in ("NOUN", "PROPN") and has_finite(tuple(behind)) and not joined


def _is_plural_of_subject(sentence: Sentence, word: Word) -> bool:
    """Say whether a form taken for an infinitive is the plural of a clause that has no other finite verb."""
    if word.features.get("VerbForm") not in (None, "Inf") or not word.text.endswith("n") or not word.text.islower():
        return False
    own = stretch_around(sentence, word)
    before = [other for other in own if other.index < word.index]
    opens = any(other.upos == "SCONJ" or other.relation in MARKERS for other in own[:1])
    if has_finite(own) or opens or any(other.text.lower() in ("zu", "um", "ohne", "statt") for other in before):
        return False
    acting = [child for child in sentence.children(word, ACTIVE_SUBJECTS) if child.index < word.index]
    subjects = [child for child in acting if any(part in before for part in _listed_with(sentence, child))]
    plural = any(child.features.get("Number") == "Plur" or _are_several(sentence, child) for child in subjects)
    joined = any(other.text in ("und", "sowie") for other in before)
    return bool(subjects) and (plural or joined) and lemma_of(word) in load("reporting_verbs")


def _listed_with(sentence: Sentence, noun: Word) -> list[Word]:
    """Return a noun and those that are joined to it: *Polizei, Feuerwehr und Rettung*."""
    found = [noun]
    for one in found:
        found += sentence.children(one, frozenset({"conj"}))
    return found


def _are_several(sentence: Sentence, noun: Word) -> bool:
    """Say whether a masculine for somebody is a plural whatever its tag: *die Lokführer*, *politische Berater*."""
    article = sentence.child(noun, DETERMINERS)
    before = sentence.word(noun.index - 1) if noun.index > 1 else noun
    strong = article is None and before.upos == "ADJ" and before.text.endswith("e")
    known = noun_of(noun.text)
    is_man = noun.text.endswith("er") if known is None else known.kind == "person" and known.gender != "Fem"
    return is_man and (strong or (article is not None and article.text.lower() == "die"))


def _is_before_auxiliary(sentence: Sentence, word: Word) -> bool:
    """Say whether an auxiliary follows, so that the form is its participle: *rentiert habe*, *blockiert zu haben*."""
    following = sentence.word(word.index + 1) if word.index < len(sentence.words) else word
    if following.text == "zu" and following.index < len(sentence.words):
        return sentence.word(following.index + 1).text in ("haben", "sein", "werden")
    return following.upos == "AUX" and is_finite(following)


def _stands_before_name(sentence: Sentence, word: Word) -> bool:
    """Say whether a word with a capital, a noun or a name, stands right behind."""
    return word.index < len(sentence.words) and sentence.word(word.index + 1).text[:1].isupper()
