"""Tags that cannot be right, given the sentence: finite verbs taken for participles or adjectives, and the reverse.

Many German forms belong to two word classes (*berichtet* is a present and a participle, *laufe* looks like an
adjective). Where a clause would have no finite verb otherwise, or the ending allows one class only, the tag is put
right before any rule reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from quotetrack.clauses import CALLED
from quotetrack.lexicon import table
from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.attributes import with_attributes
from quotetrack.quotes.extended_attributes import with_extended_attributes
from quotetrack.quotes.hidden_verbs import hidden_verb, is_no_possessive, participle_in_front
from quotetrack.quotes.manner_in_front import with_manner_in_front
from quotetrack.quotes.media_named import with_media
from quotetrack.quotes.media_told import with_told_media
from quotetrack.quotes.name_particles import with_particles
from quotetrack.quotes.name_tags import (
    is_body_noun,
    is_capital_inside,
    is_child,
    is_given_name_inside,
    is_role_noun,
    is_surname_alone,
    is_surname_behind_given,
    is_surname_behind_role,
    is_surname_behind_verb,
    is_verblike_given_name,
)
from quotetrack.quotes.relative_articles import with_relative_pronouns
from quotetrack.quotes.verb_forms import finite
from quotetrack.quotes.verb_tags import verb_put_right
from quotetrack.syntax import OBJECTS, SUBJECTS, VERBALS, Sentence, Word

_DEN: Final = frozenset({"Haag", "Bosch", "Helder"})
"""Cities whose names begin with an article."""
_OF_TWO_WORDS: Final = _DEN | {"Den", "allem", "anderem", "vor", "Vor", "unter", "Unter"}


def corrected(sentence: Sentence) -> Sentence:
    """Return the sentence with the tags of its verbs put right; the same one if nothing is wrong.

    >>> from quotetrack.spans import Span
    >>> wirt = Word(1, "Wirt", "Wirt", "NOUN", {"Number": "Sing"}, 2, "nsubj", Span(0, 4))
    >>> berichtet = Word(2, "berichtet", "berichten", "VERB", {"VerbForm": "Part"}, 0, "root", Span(5, 14))
    >>> corrected(Sentence((wirt, berichtet))).word(2).is_finite
    True
    """
    put_right = _put_right(sentence)
    return put_right if put_right is sentence or put_right.is_tree else sentence


_SMALL_CLASSES: Final = frozenset({"ADP", "ADV", "CCONJ", "INTJ", "PART", "SCONJ"})
"""Classes of words with a small letter, which a capital within a sentence rules out."""


def _put_right(sentence: Sentence) -> Sentence:
    sentence = with_manner_in_front(with_media(sentence))
    changes = {word.index: change for word in sentence.words if (change := _correction(sentence, word)) is not None}
    changes |= _subject_of_hidden_verb(sentence, changes)
    if changes:
        sentence = evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))
    return with_particles(with_told_media(with_relative_pronouns(with_extended_attributes(with_attributes(sentence)))))


def _subject_of_hidden_verb(sentence: Sentence, changes: Mapping[int, Word]) -> dict[int, Word]:
    """Return *der* as the subject of a verb taken for an adjective: *Der | widersprach: Er habe nichts gesagt*."""
    first, verb = sentence.words[0], changes.get(2)
    is_subject = verb is not None and verb.is_finite and first.upos == "DET" and first.text in ("Der", "Dieser")
    if not is_subject or len(sentence.words) < 3 or sentence.words[2].upos in ("NOUN", "PROPN", "ADJ"):
        return {}
    return {1: evolve(first, upos="PRON", relation="nsubj", head=2)}


def _correction(sentence: Sentence, word: Word) -> Word | None:
    if word.masked or word.upos == "PUNCT":
        return None
    if word.upos != "SYM" and not (word.text[:1].isalnum() or any(map(str.isalnum, word.text))):
        return evolve(word, upos="PUNCT", features={})
    if word.text in ("Ja.", "Nein."):
        return evolve(word, upos="INTJ", features={})  # 142 sagten Ja. Gemeindeammann Ott …
    if word.upos in VERBALS and is_capital_inside(sentence, word):
        return evolve(word, upos="PROPN", features={})
    if word.upos in _SMALL_CLASSES and is_given_name_inside(sentence, word):
        return evolve(word, upos="PROPN", features={"Number": "Sing"})
    if word.text in ("Ihr", "ihr") and word.index < len(sentence.words) and word.upos == "DET":
        is_source = sentence.word(word.index + 1).text == "zufolge"
        return evolve(word, upos="PRON", relation="nmod", features={"PronType": "Prs"}) if is_source else None
    found = _of_two_words(sentence, word) if word.text in _OF_TWO_WORDS else None
    if found is not None:
        return found
    if word.relation == "obl" and word.index > 2 and _singles_out(sentence, word.index - 2):
        return evolve(word, features={name: value for name, value in word.features.items() if name != "Case"})
    if word.text == "bis" and word.upos == "ADP" and _is_before_article(sentence, word):
        return evolve(word, upos="SCONJ", relation="mark", features={})  # bis die Wirtin kam
    if word.upos == "PRON" and _tells_one_apart(sentence, word):
        return evolve(word, upos="DET", relation="det", features={"PronType": "Art"})
    if word.upos in VERBALS and word.text in ("derzufolge", "denenzufolge"):
        return evolve(word, upos="ADV", features={})
    if word.upos == "VERB":
        return verb_put_right(sentence, word)
    if word.text in CALLED and word.upos not in VERBALS and word.index < len(sentence.words):
        return finite(word, "heißen") if sentence.word(word.index + 1).text == "es" else None
    if word.text in ("liess", "liessen") and word.upos not in VERBALS:
        return finite(word, "lassen")
    if word.text == "meinen" and is_no_possessive(sentence, word):
        return finite(word, word.text, {"Number": "Plur"})
    if word.upos in ("ADJ", "ADV", "NOUN") and word.text[:1].islower():
        return hidden_verb(sentence, word)
    return _noun_put_right(sentence, word)


def _noun_put_right(sentence: Sentence, word: Word) -> Word | None:
    """Return a noun, a name or an adjective with the tag that its place tells, None where it has it."""
    if word.upos in ("NOUN", "ADJ") and is_surname_alone(sentence, word):
        return evolve(word, upos="PROPN", relation="nsubj", head=2, features={"Number": "Sing"})
    apart = _before_duration(sentence, word)
    if apart is not None:
        return apart
    if word.upos == "NOUN" and (_is_behind_saint(sentence, word) or _ends_name(sentence, word)):
        return evolve(word, upos="PROPN", relation="flat", head=word.index - 1)
    if word.upos == "NOUN" and (is_surname_behind_verb(sentence, word) or is_surname_behind_given(sentence, word)):
        return evolve(word, upos="PROPN")
    if word.upos == "NOUN" and is_surname_behind_role(sentence, word):
        return evolve(word, upos="PROPN", relation="appos", head=word.index - 1)
    if word.upos == "NOUN" and (
        word.text in table("places") or is_verblike_given_name(sentence, word) or is_child(sentence, word)
    ):
        return evolve(word, upos="PROPN")
    if word.upos == "ADJ" and (is_role_noun(word) or is_body_noun(word)):
        return evolve(word, upos="NOUN")
    if word.upos == "ADJ" and word.text[:1].isupper() and word.text.endswith("kreisen"):
        return evolve(word, upos="NOUN", features={"Case": "Dat", "Number": "Plur"})  # Delegationskreisen zufolge
    if word.upos == "ADJ" and word.index == 1 and _opens_as_people(sentence, word):
        return evolve(word, upos="NOUN", relation="nsubj", features={"Number": "Plur"})
    if word.upos in ("PROPN", "NOUN") and _is_reports_behind_name(sentence, word):
        return evolve(word, upos="NOUN", relation="obj", head=_above_names(sentence, word))
    if word.index == 1 and word.upos in ("NOUN", "PROPN", "ADJ"):
        return participle_in_front(sentence, word)
    return None


def _ends_name(sentence: Sentence, word: Word) -> bool:
    """Say whether the tree has a noun of no list for the last word of a name: *die Hebamme Wiebke | Tammen*."""
    if word.relation != "flat" or word.index < 2 or noun_of(word.text) is not None or not word.text.istitle():
        return False
    return sentence.word(word.index - 1).upos == "PROPN" and is_given_name(sentence.word(word.index - 1).text)


def _before_duration(sentence: Sentence, word: Word) -> Word | None:
    """Return a noun or its article apart from the time that follows: *der Frau | zwei Tage zuvor gesagt*."""
    place = word.index + (word.upos == "DET")
    ahead = sentence.words[place - 1 : place + 2]
    if word.upos not in ("DET", "NOUN") or len(ahead) < len(("Frau", "zwei", "Tage")):
        return None
    noun, number, time = ahead
    if noun.upos != "NOUN" or number.upos != "NUM" or word.head != time.index or not is_time(time):
        return None
    return evolve(word, head=place) if word.upos == "DET" else evolve(word, relation="obj", head=time.head)


def _is_behind_saint(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun ends the name of a place: *St. | Pölten*, not *St. Galler* or *St. Pauli-Fans*."""
    named = word.text.isalpha() and word.text[:1].isupper() and not word.text.endswith("er")
    return named and word.index > 1 and sentence.word(word.index - 1).text in ("St.", "Sankt")


def _opens_as_people(sentence: Sentence, word: Word) -> bool:
    """Say whether an adjective stands for people, with where they are behind it: *Überlebende in der Stadt klagten*."""
    head = sentence.head(word)
    if not word.text.endswith("e") or not is_person_noun(word.text) or head is None or head.upos != "VERB":
        return False
    return sentence.word(2).upos == "ADP" and sentence.child(head, SUBJECTS) is None


def _is_reports_behind_name(sentence: Sentence, word: Word) -> bool:
    """Say whether what somebody confirms or denies stands behind his name: *bestätigte Ina Ott | Medienberichte*."""
    known, before = noun_of(word.text), sentence.word(max(1, word.index - 1))
    if known is None or known.kind != "reports" or word.relation in OBJECTS:
        return False
    return before.upos == "PROPN" and not before.masked and (word.upos == "PROPN" or not before.text.endswith("s"))


def _above_names(sentence: Sentence, word: Word) -> int:
    """Return the place of the verb above a row of names and nouns."""
    above = sentence.head(word)
    while above is not None and above.upos in ("NOUN", "PROPN"):
        above = sentence.head(above)
    return 0 if above is None else above.index


def _tells_one_apart(sentence: Sentence, word: Word) -> bool:
    """Say whether *der* stands with an adjective alone between two commas: *Robert Ott, | der ältere, sagte*."""
    if not 1 < word.index < len(sentence.words) - 1:
        return False
    before, attribute, behind = (sentence.word(word.index + step).text for step in (-1, 1, 2))
    return before == behind == "," and attribute in ("ältere", "jüngere", "erste", "zweite")


def _of_two_words(sentence: Sentence, word: Word) -> Word | None:
    """Return a word of *Den Haag*, *vor allem* or *unter anderem* as what it is there."""
    if word.text == "Den" and word.index < len(sentence.words) and sentence.word(word.index + 1).text in _DEN:
        return evolve(word, upos="PROPN", relation="flat", features={})
    if word.text in _DEN and word.index > 1 and sentence.word(word.index - 1).text == "Den":
        return evolve(word, upos="PROPN")
    if word.text in ("allem", "anderem") and _singles_out(sentence, word.index - 1):
        return evolve(word, upos="ADV", relation="advmod", features={})  # Vor | allem | Bauern klagen
    if word.text in ("vor", "Vor", "unter", "Unter") and _singles_out(sentence, word.index):
        return evolve(word, upos="ADV", relation="advmod", features={})
    return None


def _singles_out(sentence: Sentence, place: int) -> bool:
    """Say whether *vor allem* or *unter anderem* stands at a place: no preposition governs what it singles out."""
    if not 0 < place < len(sentence.words) or sentence.word(place + 1).text not in ("allem", "anderem"):
        return False
    return sentence.word(place).text.lower() == ("vor" if sentence.word(place + 1).text == "allem" else "unter")


def _is_before_article(sentence: Sentence, word: Word) -> bool:
    return word.index < len(sentence.words) and sentence.word(word.index + 1).upos == "DET"
