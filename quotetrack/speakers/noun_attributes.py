"""What stands before the noun of a phrase: articles, numbers, adjectives; and what only looks like an adjective."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import regex

from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.speakers.chunks import PLURAL_WORDS
from quotetrack.syntax import Word

_POSSESSIVES: Final = frozenset(
    stem + end for stem in ("sein", "ihr", "mein", "unser") for end in ("", "e", "er", "es", "em", "en")
) | {"dessen", "deren"}
_ARTICLES: Final = frozenset(
    "der die das dem den des ein eine einer einem einen eines kein keine keiner keinem keinen keines".split()
)
_POINTING: Final = frozenset("dieser diese dieses diesem diesen beide jener jene".split())
DETERMINERS: Final = _ARTICLES | _POINTING | _POSSESSIVES
_CONJUNCTIONS: Final = frozenset("ehe indes während sowie wie".split())
_AGED_RE: Final = regex.compile(r"\d+-[Jj]ährige")
SAINTS: Final = frozenset({"St.", "Sankt", "Bad"})
"""Words that begin the names of towns."""
YEARS: Final = frozenset({"jahre", "jahren"})
_OWN: Final = frozenset({"eigene", "eigener", "eigenes", "eigenen", "eigenem"})
"""Attributes that a parser may take for a second possessive: *sein | eigener | Trainer*."""


def is_determiner(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is the article, possessive or *dieser* of the phrase that it begins."""
    word = words[place]
    if word.text.lower() not in DETERMINERS or place + 1 == len(words):
        return False
    if word.upos == "PROPN" and word.relation == "flat":
        return False  # Den Haag
    following = words[place + 1]
    if following.upos in ("ADJ", "NOUN", "PROPN", "NUM", "X"):
        return True
    if following.upos == "DET" and following.text.lower() in PLURAL_WORDS | _OWN:
        return True
    behind = words[place + 2] if place + 2 < len(words) else None
    is_aged = behind is not None and _AGED_RE.match(behind.text) is not None
    return is_aged and following.upos in ("ADV", "DET", "PRON", "VERB")  # die heute 31-Jährige


_STRONG_RE: Final = regex.compile(r"\p{Lu}\p{L}+schem")
"""An adjective of a place in the dative, with a capital: *laut | Bayerischem Landesamt*."""


def is_attribute(words: Sequence[Word], place: int, names: Set[str], has_article: bool) -> bool:
    """Say whether a word belongs before the noun that follows: an adjective, a participle, a number, what is aged."""
    word = words[place]
    small = word.text.lower()
    if word.masked or place + 1 >= len(words) or small in _CONJUNCTIONS:
        return False
    if small in YEARS and words[place + 1].text.lower().startswith("alt"):
        return True
    if small == "alt" and is_person_noun(words[place + 1].text):
        return True  # alt Bundesrätin Ott
    if small in _OWN and has_article:
        return _leads_to_noun(words, place)
    if (word.upos == "NUM" and not is_noun_like(word)) or small in PLURAL_WORDS:
        return _leads_to_noun(words, place)
    if _is_place_adjective(words, place) or _begins_place(words, place):
        return True
    if word.upos == "PROPN" and _STRONG_RE.fullmatch(word.text) and _is_body(words[place + 1]):
        return True  # laut Bayerischem Landesamt
    if word.upos == "ADV" and has_article:
        following = words[place + 1]
        return _AGED_RE.match(following.text) is not None or (following.upos == "ADJ" and following.text[:1].islower())
    if word.upos == "PROPN" and word.relation == "amod" and has_article and _may_be_called_so(words[place + 1]):
        return word.text.endswith(("e", "en")) and word.head == words[place + 1].index  # das Rote Kreuz
    if word.upos == "ADJ" and word.text[:1].isupper() and _is_body(word):
        return False  # die Verbraucherzentrale Küste
    if word.upos not in ("ADJ", "VERB") or (word.text in names and word.text[:1].isupper()):
        return False
    attributive = word.text.endswith(("e", "er", "es", "en", "em", "a"))
    if word.upos == "VERB":
        return has_article and attributive and word.text[:1].islower() and word.features.get("VerbForm") != "Fin"
    return attributive and _leads_to_noun(words, place)


def _may_be_called_so(word: Word) -> bool:
    """Say whether an adjective with a capital may begin the name that ends in a word: *der Deutsche | Ruderbund*."""
    return word.upos == "NOUN" or (word.upos == "PROPN" and _is_body(word))


def _is_body(word: Word) -> bool:
    known = noun_of(word.text)
    return known is not None and known.kind == "organisation"


def _is_place_adjective(words: Sequence[Word], place: int) -> bool:
    """Say whether a capital word in *-er* is the adjective of a place before a known noun: *die Zürcher Rätin*."""
    word, following = words[place], words[place + 1]
    if not (word.text[:1].isupper() and word.text.endswith("er")):
        return False
    known = noun_of(word.text)
    if known is not None and known.field != "origin":
        return False
    if noun_of(following.text) is None or following.masked or not following.text[:1].isupper():
        return False
    if is_given_name(word.text) and following.upos == "PROPN":
        return False  # Frieder Naumann
    opens = (
        place == 0
        or words[place - 1].text in SAINTS
        or words[place - 1].upos in ("DET", "ADP", "PUNCT", "ADJ", "VERB", "AUX", "SCONJ", "CCONJ")
    )
    return opens or words[place - 1].text[:1].islower()


def _begins_place(words: Sequence[Word], place: int) -> bool:
    """Say whether a word begins the adjective of a town of two words: *der | St. | Galler Stadtrat*."""
    return words[place].text in SAINTS and place + 2 < len(words) and _is_place_adjective(words, place + 1)


def _leads_to_noun(words: Sequence[Word], place: int) -> bool:
    for word in words[place + 1 : place + 6]:
        if word.masked:
            return False
        if word.upos in ("NOUN", "PROPN") or (word.text[:1].isupper() and is_noun_like(word)):
            return True
        if word.upos not in ("ADJ", "NUM", "ADV", "VERB", "CCONJ", "PUNCT"):
            return False
    return False


def is_noun_like(word: Word) -> bool:
    """Say whether a capitalised adjective or name is a noun: *die Angegriffene*, *der 31-Jährige*."""
    text = word.text
    if _AGED_RE.match(text):
        return True
    if not text[:1].isupper():
        return False
    if word.upos == "PROPN":
        return noun_of(text) is not None
    return word.index > 1 and (word.relation not in ("amod", "det") or is_person_noun(text) or _is_body(word))
