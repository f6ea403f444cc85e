"""Given names and surnames, by the lists of them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from quotetrack.lexicon import load
from quotetrack.nouns.model import REMEMBERED_FORMS

_FOLDING: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ð": "d", "þ": "th"})


def is_common_surname(form: str) -> bool:
    """Say whether a word is a frequent surname, whatever else it means.

    >>> is_common_surname("Müller"), is_common_surname("Hafen")
    (True, False)
    """
    return form.casefold().translate(_FOLDING) in load("common_surnames")


@lru_cache(maxsize=REMEMBERED_FORMS)
def is_given_name(form: str) -> bool:
    """Say whether a word is a given name, a double one with a hyphen too. It says nothing of gender.

    >>> is_given_name("Jasur"), is_given_name("Karl-Heinz"), is_given_name("Hafen")
    (True, True, False)
    """
    if not form[:1].isupper():
        return False
    known = _given_names()
    return all(_without_signs(part) in known for part in form.split("-"))


@cache
def _given_names() -> frozenset[str]:
    return load("given_names") | load("more_given_names")


def _without_signs(form: str) -> str:
    small = form.casefold().translate(_FOLDING).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
