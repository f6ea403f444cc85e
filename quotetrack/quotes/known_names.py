"""Surnames of people whom the article names in full, where a tagger takes them for something else: *sagte Lund*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from attrs import evolve

from quotetrack.nouns import is_given_name, is_known_body, noun_of
from quotetrack.phrases import is_time
from quotetrack.syntax import SUBJECTS, Sentence, Word


def with_known_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences in which the surnames of the people whom one of them names in full are names."""
    sentences = [_with_given_names(sentence) for sentence in sentences]
    surnames = frozenset(_surnames(sentences))
    return [_with_names(sentence, surnames) for sentence in sentences]


def _with_given_names(sentence: Sentence) -> Sentence:
    """Return a sentence in which a given name in front that was taken for an article is one: *| Ines | Paul sagte*."""
    words = sentence.words
    if len(words) < len(("Ines", "Paul")) or words[0].upos != "DET" or not is_given_name(words[0].text):
        return sentence
    given, surname = words[0], words[1]
    named = surname.text[:1].isupper() and not surname.masked and surname.upos in ("NOUN", "PROPN")
    if not named or (noun_of(surname.text) is not None and surname.features.get("Gender") != "Masc"):
        return sentence
    given = evolve(given, upos="PROPN", relation="flat")
    return evolve(sentence, words=(given, evolve(surname, upos="PROPN"), *words[2:]))


def behind_given_names(sentence: Sentence) -> Iterator[tuple[Word, Word]]:
    """Yield each given name of a sentence with the word behind it, which may be the surname."""
    return (
        (given, word)
        for given, word in pairwise(sentence.words)
        if is_given_name(given.text) and not _is_adverb(sentence, given)
    )


def _is_adverb(sentence: Sentence, word: Word) -> bool:
    """Say whether a word is no given name before a full one: *| Anders Ida Ott, die nicht zahlen will*."""
    behind = sentence.words[word.index : word.index + 2]
    return word.text == "Anders" and len(behind) == 2 and is_given_name(behind[0].text) and behind[1].text.istitle()


def _surnames(sentences: Sequence[Sentence]) -> Iterator[str]:
    for given, word in chain.from_iterable(map(behind_given_names, sentences)):
        named = given.upos == "PROPN" and word.text[:1].isupper() and not given.masked and not word.masked
        if named and (word.upos == "PROPN" or _may_be_a_surname(word)) and not is_given_name(word.text):
            yield word.text


def _may_be_a_surname(word: Word) -> bool:
    """Say whether a noun behind a given name is a surname: *Ida | Richter*, *Ida | Spiegel*, but not *Ida Kirche*."""
    noun = noun_of(word.text)
    return word.upos in ("NOUN", "X") and (noun is None or noun.kind in ("person", "medium")) and not is_time(word)


def _with_names(sentence: Sentence, surnames: frozenset[str]) -> Sentence:
    changes = {
        word.index: _as_name(sentence, word)
        for word in sentence.words
        if word.text in surnames and not word.masked and word.upos != "PROPN" and _stands_alone(sentence, word)
    }
    changes |= {word.index: _as_surname(word) for word in sentence.words if _is_no_body(sentence, word, surnames)}
    changes |= {word.index: _as_no_medium(word) for word in sentence.words if _is_no_medium(sentence, word, surnames)}
    changes |= {word.index: _as_surname(word) for word in sentence.words if _is_no_time(sentence, word, surnames)}
    if not changes:
        return sentence
    return evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))


def _is_no_time(sentence: Sentence, word: Word, surnames: frozenset[str]) -> bool:
    """Say whether a noun of time is the surname of somebody here: *Ida Sommer … | Sommer | schreibt*."""
    if word.text not in surnames or word.masked or not is_time(word):
        return False
    before = sentence.word(word.index - 1).upos if word.index > 1 else "PUNCT"
    return before not in ("DET", "ADP", "ADJ", "NUM")


def _is_no_body(sentence: Sentence, word: Word, surnames: frozenset[str]) -> bool:
    """Say whether the name of a known body is the surname of somebody here: *Ida Bayer … | Bayer | sagte*."""
    return word.text in surnames and not word.masked and is_known_body(word.text) and _stands_alone(sentence, word)


def _as_surname(word: Word) -> Word:
    return evolve(word, upos="PROPN", features={**word.features, "Surname": "Yes"})


def _is_no_medium(sentence: Sentence, word: Word, surnames: frozenset[str]) -> bool:
    """Say whether the name of a medium is the surname of somebody here: *Karl Heise … | Heise | schreibt*."""
    title = word.features.get("Medium", "").removeprefix("Der ").removeprefix("Die ").removeprefix("Das ")
    if title != word.text or word.text not in surnames:
        return False
    before = sentence.word(word.index - 1).upos if word.index > 1 else "PUNCT"
    return before not in ("DET", "ADJ", "NOUN")


def _as_no_medium(word: Word) -> Word:
    features = {name: value for name, value in word.features.items() if name != "Medium"}
    return evolve(word, upos="PROPN", features=features)


def _stands_alone(sentence: Sentence, word: Word) -> bool:
    """Say whether no article or attribute stands before a word that may be a noun as well: *sagte Richter*."""
    if word.index == 1 or noun_of(word.text) is None:
        return True
    return sentence.word(word.index - 1).upos not in ("DET", "ADJ", "NUM")


def _as_name(sentence: Sentence, word: Word) -> Word:
    """Return a word as a name; one that was no noun in front of its verb is the subject: *Siems stimmt zu*."""
    head = sentence.head(word)
    lost = word.upos != "NOUN" and word.index == 1 and head is not None and head.upos == "VERB"
    if lost and head is not None and sentence.child(head, SUBJECTS) is None:
        return evolve(word, upos="PROPN", relation="nsubj", features={"Number": "Sing"})
    return evolve(word, upos="PROPN")
