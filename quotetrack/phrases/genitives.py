"""Genitives: which noun may be one, and how far those behind a noun reach."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.phrases.noun_classes import is_medium, is_statement, is_time, works_for_medium
from quotetrack.syntax import VERBALS, Sentence, Word

AGED: Final = ("-Jährige", "-Jähriger", "-Jährigen", "Jährige", "Jähriger")
"""Endings of nominalised ages, which take no genitive: *sagte der 49-Jährige der Zeitung*."""
_MANY: Final = frozenset("vieler mehrerer einiger weniger mancher etlicher aller beider dieser".split())
_NOMINATIVE_ENDS: Final = ("er", "el", "en", "e")
_GENITIVE_ARTICLES: Final = frozenset({"der", "des", "eines"})


def may_be_genitive(sentence: Sentence, noun: Word) -> bool:
    """Say whether a noun may be a genitive: by its article, its adjective, its ending, the tagger."""
    before = [child for child in sentence.children(noun) if child.index < noun.index]
    articles = [child for child in before if child.upos == "DET"]
    determiners = [article.text.lower() for article in articles]
    if determiners:
        if determiners[0] in ("der", "einer") and _is_masculine_singular(noun, articles[0]):
            return False
        return determiners[0] in ("der", "des", "eines", "einer") or determiners[0].endswith(("er", "es"))
    if noun.features.get("Case") == "Gen":
        return True
    if any(child.upos == "NUM" for child in before):
        return False
    if _has_strong_genitive(before) and noun.features.get("Number") == "Plur":
        return True
    if any(child.upos == "ADJ" for child in before):
        return noun.features.get("Case") in (None, "Gen")
    return noun.upos == "PROPN" or noun.text.endswith("s")


def _is_masculine_singular(noun: Word, article: Word) -> bool:
    """Say whether *der* with a noun is a nominative: by the tags, or by what is known of it (*der Präsident*)."""
    known = noun_of(noun.text)
    man = known is not None and known.gender == "Masc" and not known.is_plural
    if man and not noun.text.endswith(_NOMINATIVE_ENDS):
        return True
    if "Gen" in (noun.features.get("Case"), article.features.get("Case")) and noun.text.endswith(_NOMINATIVE_ENDS):
        return False  # der Innenminister: one of them would be des Innenministers
    return noun.features.get("Gender") == "Masc" and _is_singular(noun)


def _is_singular(noun: Word) -> bool:
    return noun.features.get("Number") != "Plur"


def _has_strong_genitive(before: list[Word]) -> bool:
    """Say whether an adjective without article has the ending of a plural genitive: *libanesischer Behörden*.

    So have *vieler* and *mehrerer*; *Schweizer* has none and counts as one.
    """
    return any(
        child.text.endswith("er")
        and (child.upos == "ADJ" or child.text in _MANY)
        and (child.text.islower() or child.relation == "amod")
        for child in before
    )


def genitive_end(sentence: Sentence, end: int, last: int) -> int:
    """Return the last place of the genitives right behind a noun: *der Sprecher | der steirischen Bergrettung*.

    Nothing but a genitive can stand there, unless the verb has a dative (*sagte der Minister der Zeitung*).
    """
    while (noun := noun_of_genitive(sentence, end, last)) is not None:
        end = noun
    return end


def noun_of_genitive(sentence: Sentence, end: int, last: int, closing: int | None = None) -> int | None:
    """Return the place of the noun of a genitive right behind a noun, or behind the bracket that closes after it."""
    here = sentence.word(end)
    end = end if closing is None else closing
    if end + 2 > last or here.upos != "NOUN" or here.masked:
        return None
    article = sentence.word(end + 1)
    if _has_strong_genitive([article]) and is_statement(here.text):
        noun = sentence.word(end + 2)
        many = article.text in _MANY or noun.features.get("Number") == "Plur"
        return noun.index if noun.upos == "NOUN" and many else None
    if article.text not in _GENITIVE_ARTICLES or article.upos != "DET" or here.text.endswith(AGED):
        return None
    if sentence.word(end + 2).upos == "ADP":
        return noun_of_article(sentence, end + 1, last)
    for place in range(end + 2, min(end + 6, last) + 1):
        word = sentence.word(place)
        if word.upos in ("NOUN", "PROPN"):
            if is_time(word) or not may_be_genitive(sentence, word):
                return None
            return None if is_medium(word) and not (works_for_medium(here, word) or is_statement(here.text)) else place
        if word.upos not in ("ADJ", "NUM") or word.masked:
            return None
    return None


def noun_of_article(sentence: Sentence, place: int, last: int) -> int | None:
    """Return the noun behind an attribute that holds a phrase of its own: *der | vom Hochwasser betroffenen | Orte*."""
    for index in range(place + 2, min(place + 8, last)):
        word, following = sentence.word(index), sentence.word(index + 1)
        if word.upos == "PUNCT" or (word.is_finite and word.upos in VERBALS):
            return None
        if word.upos in ("ADJ", "VERB") and word.text.endswith("en") and following.upos in ("NOUN", "PROPN"):
            outer = sentence.words[index + 1 : min(index + 3, last)]
            if len(outer) == len(("verlesenen", "Erklärung")) and _is_attributed(*outer):
                continue  # der im ganzen Land | verlesenen Erklärung
            return index + 1
    return None


def _is_attributed(attribute: Word, noun: Word) -> bool:
    return attribute.upos in ("ADJ", "VERB") and attribute.text.endswith("en") and noun.upos in ("NOUN", "PROPN")


def adds_genitive(sentence: Sentence, end: int) -> bool:
    """Say whether *und der USA* goes on with a genitive like *Südkoreas*."""
    here, joint, article, noun = (sentence.word(end + step) for step in range(4))
    genitive = here.text.endswith("s") or here.features.get("Case") == "Gen"
    joined = joint.text.lower() == "und" and article.text.lower() in ("der", "des") and noun.upos in ("NOUN", "PROPN")
    named = here.upos == "PROPN" and here.text.endswith("s")
    return genitive and joined and (named or article.features.get("Case") == "Gen")
