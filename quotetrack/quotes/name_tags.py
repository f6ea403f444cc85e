"""Words tagged as nouns, adjectives or verbs that are names or nouns for somebody: *Stein kritisierte den Plan*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import FINITE_FORMS, is_finite
from quotetrack.cues import lemma_of
from quotetrack.lexicon import load
from quotetrack.nouns import is_common_surname, is_given_name, noun_of
from quotetrack.quotes.stretches import stretch_around
from quotetrack.syntax import ACTIVE_SUBJECTS, DETERMINERS, Sentence, Word

_PLAINLY_SAYING: Final = frozenset({"sagen", "meinen", "erzählen", "erklären", "betonen"})
"""Verbs right behind which a bare noun in the singular is a name."""
_ABSTRACT_ENDS: Final = ("ung", "heit", "keit", "schaft", "tion", "nis", "tum", "ismus", "ik")


def is_role_noun(word: Word) -> bool:
    """Say whether an adjective is a noun for somebody, also where a sentence begins: *Bürgermeisterin Kern sagte*."""
    noun = noun_of(word.text) if word.text[:1].isupper() and word.text.endswith("in") else None
    return noun is not None and noun.kind == "person" and noun.gender == "Fem"


def is_body_noun(word: Word) -> bool:
    """Say whether an adjective is a compound for a body: *die Mieterinitiative Dach*."""
    noun = noun_of(word.text) if word.text[:1].isupper() and word.index > 1 else None
    is_compound = noun is not None and noun.kind == "organisation" and len(word.text) > len(noun.base)
    return is_compound and noun is not None and word.text.casefold().endswith(noun.base.casefold())


def is_verblike_given_name(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun looks like a finite verb and stands before a name: *der Korrespondent, Will Grau, …*."""
    if word.text.lower() not in FINITE_FORMS or not word.text.istitle() or word.index == len(sentence.words):
        return False
    return sentence.word(word.index + 1).upos == "PROPN"


def is_given_name_inside(sentence: Sentence, word: Word) -> bool:
    """Say whether a given name within a sentence is a name's first word, whatever it looks like: *Anders Holm*."""
    if word.index in (1, len(sentence.words)) or not is_capital_inside(sentence, word):
        return False
    return is_given_name(word.text) and sentence.word(word.index + 1).upos == "PROPN"


def is_child(sentence: Sentence, word: Word) -> bool:
    """Say whether a given name behind an age was taken for a noun: *die neunjährige Mila*."""
    aged = word.index > 1 and sentence.word(word.index - 1).text.endswith(("jährige", "jähriger", "jährigen"))
    return aged and noun_of(word.text) is None and is_given_name(word.text)


def is_surname_alone(sentence: Sentence, word: Word) -> bool:
    """Say whether a word alone in front of a verb of saying is a surname: *Stein kritisierte den Plan*.

    No noun in the singular stands without an article there that could say something; *Kritik übte Ott* has a subject.
    """
    if word.index > 1 or len(sentence.words) < 3 or noun_of(word.text) is not None:
        return False
    verb = sentence.word(2)
    if not is_finite(verb) or lemma_of(verb) not in load("reporting_verbs") or verb.features.get("Number") == "Plur":
        return False
    if any(other.upos in ("PROPN", "PRON") for other in stretch_around(sentence, word)):
        return False
    if word.upos == "ADJ" or word.relation not in ACTIVE_SUBJECTS:
        return is_common_surname(word.text)
    return word.features.get("Number") != "Plur" and not word.text.endswith(_ABSTRACT_ENDS)


def is_surname_behind_verb(sentence: Sentence, word: Word) -> bool:
    """Say whether a bare noun of no list right behind a verb of saying is a surname: *sagte | Finck dieser Zeitung*."""
    if word.index < 2 or noun_of(word.text) is not None or not word.text.istitle():
        return False
    verb = sentence.word(word.index - 1)
    single = word.features.get("Number") == "Sing" and word.relation in ACTIVE_SUBJECTS and word.head == verb.index
    plain = is_finite(verb) and lemma_of(verb) in _PLAINLY_SAYING and not word.text.endswith(_ABSTRACT_ENDS)
    return single and plain and sentence.child(word, DETERMINERS) is None


def is_surname_behind_given(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun of no list between a given name in front and the verb is a surname: *Ida Kern*."""
    if word.index != 2 or len(sentence.words) < 3 or word.relation not in ACTIVE_SUBJECTS:
        return False
    given, verb = sentence.word(1), sentence.word(3)
    named = given.upos == "PROPN" and given.head == word.index and is_given_name(given.text)
    return named and is_finite(verb) and (is_common_surname(word.text) or noun_of(word.text) is None)


def is_surname_behind_role(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun is a surname that was made a second subject beside a role: *sagte Ingenieur Kern*."""
    if word.index < 2 or word.relation not in ACTIVE_SUBJECTS or word.features.get("Number") == "Plur":
        return False
    role = sentence.word(word.index - 1)
    known = noun_of(role.text)
    both = role.upos == "NOUN" and role.relation == word.relation and role.head == word.head
    is_role = known is not None and known.kind == "person" and not known.is_plural
    return both and is_role and (is_common_surname(word.text) or noun_of(word.text) is None)


def is_capital_inside(sentence: Sentence, word: Word) -> bool:
    """Say whether a word has a capital where no sentence begins: no verb has (*the Study of War*)."""
    if word.index == 1 or not word.text[:1].isupper() or word.text.isupper():
        return False
    before = sentence.word(word.index - 1)
    return before.upos not in ("PUNCT", "SYM", "X") or before.text == ","
