"""Articles of media that a tagger takes for relative pronouns: *Wie Ida Ott, Chefin der Werft, | der dpa | sagte, …*.

A clause with a conjunction that has no verb of its own before the comma waits for the one behind the medium.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from quotetrack.clauses import is_finite
from quotetrack.phrases import is_medium
from quotetrack.syntax import SUBJECTS, VERBALS, Sentence, Word

_FORMS: Final = frozenset({"der", "dem", "den"})
_REACH: Final = 4
"""A medium stands at most so many words before its verb, with its article."""


def with_told_media(sentence: Sentence) -> Sentence:
    """Return the sentence with such articles tagged and attached as what they are; the same one if there are none."""
    for word in sentence.words[3:]:
        if (
            word.upos == "PRON"
            and word.text in _FORMS
            and not word.masked
            and sentence.word(word.index - 1).text == ","
        ):
            verb = _verb_behind_medium(sentence, word)
            if verb is not None and _waits_for_verb(sentence, word):
                sentence = _with_article(sentence, word, sentence.word(verb.index - 1), verb)
    return sentence


def _verb_behind_medium(sentence: Sentence, article: Word) -> Word | None:
    """Return the finite verb right behind the medium that an article belongs to, where a comma follows."""
    behind = sentence.words[article.index : article.index + _REACH]
    verb = next((word for word in behind if word.upos in VERBALS and is_finite(word)), None)
    if verb is None or verb.index < article.index + 2 or verb.index == len(sentence.words):
        return None
    told = sentence.word(verb.index - 1)
    between = sentence.words[article.index : told.index - 1]
    closed = sentence.word(verb.index + 1).text == ","
    return verb if closed and is_medium(told) and all(word.upos in ("ADJ", "PROPN") for word in between) else None


def _waits_for_verb(sentence: Sentence, article: Word) -> bool:
    """Say whether a conjunction stands before an article, and no finite verb between them."""
    for word in reversed(sentence.words[: article.index - 1]):
        if word.upos in VERBALS and is_finite(word) and not word.masked:
            return False
        if word.upos == "SCONJ" or word.text in ("Wie", "wie"):
            return True
    return False


def _with_article(sentence: Sentence, article: Word, medium: Word, verb: Word) -> Sentence:
    """Attach an article to the medium, that to the verb, and the subject before the comma to the verb as well."""
    changes = {
        article.index: evolve(
            article, upos="DET", relation="det", head=medium.index, features={"PronType": "Art", "Case": "Dat"}
        ),
        medium.index: evolve(medium, relation="obl:arg", head=verb.index, features={**medium.features, "Case": "Dat"}),
    }
    before = sentence.words[: article.index - 1]
    subject = next((word for word in reversed(before) if word.relation in SUBJECTS and word.head > article.index), None)
    if subject is not None:
        changes[subject.index] = evolve(subject, head=verb.index)
        changes[verb.index] = evolve(
            verb, relation="advcl", head=subject.head if subject.head != verb.index else verb.head
        )
    return evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))
