"""Relative pronouns that a tagger takes for articles: *Enkel Jakob, der Kaffee bringt, verdreht die Augen*.

Where a noun without a verb is cut by commas, a verb stands before the second comma and another one behind it, what
stands between is a relative clause, and *der Kaffee* is no phrase.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from attrs import evolve

from quotetrack.clauses import has_infix, is_finite
from quotetrack.quotes.stretches import SEPARATORS, has_finite, stretch_around
from quotetrack.syntax import SUBJECTS, VERBALS, Sentence, Word

_FORMS: Final = frozenset({"der", "die", "das", "dem", "den"})
_SHORTEST: Final = 3


def with_relative_pronouns(sentence: Sentence) -> Sentence:
    """Return the sentence with such pronouns tagged and attached as what they are; the same one if there are none."""
    for word in sentence.words[2:]:
        if word.upos == "DET" and word.text in _FORMS and not word.masked:
            verb = _verb_of_clause(sentence, word) or _verb_behind_genitive(sentence, word)
            if verb is not None:
                sentence = _with_pronoun(sentence, word, verb)
    return sentence


def _verb_of_clause(sentence: Sentence, article: Word) -> Word | None:
    """Return the verb at the end of what an article opens, if a noun that waits for its verb stands before it."""
    comma, noun = sentence.word(article.index - 1), sentence.word(article.index - 2)
    if comma.text != "," or noun.upos not in ("NOUN", "PROPN") or noun.masked:
        return None
    end = article.index
    while end < len(sentence.words) and sentence.word(end + 1).text not in SEPARATORS:
        end += 1
    if end - article.index + 1 < _SHORTEST or end + 2 > len(sentence.words) or sentence.word(end + 1).text != ",":
        return None
    verb, resumed = sentence.word(end), sentence.word(end + 2)
    both = all(word.upos in VERBALS and is_finite(word) and not word.masked for word in (verb, resumed))
    if not both or has_infix(verb) or _is_subordinate(sentence, noun):
        return None
    return None if has_finite(stretch_around(sentence, noun)) else verb


def _verb_behind_genitive(sentence: Sentence, article: Word) -> Word | None:
    """Return the verb of a clause in which a name in the genitive follows, as behind no article.

    ``Es war Ida Kern, die Otts Rechenkünste „abenteuerlich“ nannte``.
    """
    comma, noun = sentence.word(article.index - 1), sentence.word(article.index - 2)
    if comma.text != "," or noun.upos not in ("NOUN", "PROPN") or noun.masked or article.text == "das":
        return None
    own = tuple(word for word in stretch_around(sentence, article) if word.index > article.index)
    names = list(takewhile(lambda word: word.upos == "PROPN", own))
    owner = next((name for name in names if name.text.endswith(("s", "’", "'"))), None)
    owned = None if owner is None or owner.index == len(sentence.words) else sentence.word(owner.index + 1)
    if owned is None or owned.upos not in ("NOUN", "PROPN") or not owned.text[:1].isupper():
        return None
    verb = next((word for word in own if word.index > owned.index and word.upos in VERBALS and is_finite(word)), None)
    return verb if verb is not None and verb.index > owned.index and not has_infix(verb) else None


def _is_subordinate(sentence: Sentence, noun: Word) -> bool:
    """Say whether a noun waits for the verb of a clause with a conjunction: *Während Ott, der Wirt, das Bier trank*."""
    for word in reversed(sentence.words[: noun.index]):
        if word.upos in VERBALS:
            return False
        if word.upos == "SCONJ" or word.text.lower() == "während":
            return True
    return False


def _with_pronoun(sentence: Sentence, article: Word, verb: Word) -> Sentence:
    subject = "nsubj" if article.text in ("der", "die", "das") else "obj"
    changes = {
        article.index: evolve(article, upos="PRON", relation=subject, head=verb.index, features={"PronType": "Rel"})
    }
    following = sentence.word(article.index + 1)
    other = "obj" if subject == "nsubj" else "nsubj"
    if following.upos == "NOUN" and following.head == verb.index:
        changes[following.index] = evolve(following, relation=other)
    between = sentence.words[article.index : verb.index - 1]
    if following.upos == "PROPN":
        changes |= {word.index: evolve(word, relation=other) for word in between if word.relation in SUBJECTS}
    return evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))
