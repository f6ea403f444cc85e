"""Given names and surnames, by the lists of them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from quotetrack.lexicon import load
from quotetrack.nouns.model import REMEMBERED_FORMS, Gender

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
    """Say whether a word is a given name, a double one with a hyphen too.

    >>> is_given_name("Jasur"), is_given_name("Karl-Heinz"), is_given_name("Hafen")
    (True, True, False)
    """
    if not form[:1].isupper():
        return False
    known = load("given_names") | load("more_given_names")
    return all(_without_signs(part) in known for part in form.split("-"))


@lru_cache(maxsize=REMEMBERED_FORMS)
def gender_of_given_name(form: str) -> Gender | None:
    """Return the gender of those who mostly bear a given name, None for names of both and for unknown ones.

    >>> gender_of_given_name("Regula"), gender_of_given_name("Jean-Pierre"), gender_of_given_name("Andrea")
    ('Fem', 'Masc', None)
    """
    parts = [_without_signs(part) for part in form.split("-")] if form[:1].isupper() else []
    for part in parts:
        if part in load("womens_names"):
            return "Fem"
        if part in load("mens_names"):
            return "Masc"
    return None


def _without_signs(form: str) -> str:
    small = form.casefold().translate(_FOLDING).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
