"""Which words of a phrase are parts of a name: titles, particles, initials, what stands behind a hyphen."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import regex

from quotetrack.nouns import is_given_name, noun_of, state_of
from quotetrack.speakers.names import FUNCTION_WORDS, is_acronym
from quotetrack.syntax import Word

_PARTICLES: Final = frozenset(
    "von vom van der den dem de del della di da do dos du la le zu zur zum und al el bin ibn ben abu ten ter af av y"
    " e".split()
)
NAME_STARTERS: Final = frozenset("von van de di da do al zu del bin ibn".split())
TITLES: Final = frozenset(
    "herr herrn frau doktor dr dr. prof prof. mag mag. di di. ing. ing dipl.-ing. lic. señor señora signor signora"
    " monsieur"
    " madame mr mr. mrs. ms. sir lord lady don doña pater scheich graf gräfin freiherr baron baronin fräulein"
    " fürst fürstin bgm. vbgm. bgm.in lh lhstv. lh-stv. labg. abg. lr lrin mag.a dr.in prim. univ.-prof. dkfm. stv."
    " komm.-rat ök.-rat monsignore msgr. abbé".split()
)  # fmt: skip
#: Legal forms that begin with a small letter.
_LEGAL_FORMS: Final = frozenset("gGmbH gAG eG mbH e.V.".split())
_ANY_LEGAL_FORM: Final = _LEGAL_FORMS | frozenset("AG GmbH SE KG SA OHG KGaA AöR UG".split())
_INITIAL_RE: Final = regex.compile(r"\p{Lu}\.(?:-?\p{Lu}\.)*")


def is_title(word: Word) -> bool:
    """Say whether a word is a title or a form of address: *Herr*, *Dr.*, *Gräfin*."""
    return word.text.lower() in TITLES and (word.text[:1].isupper() or word.text[-1] == ".")


def is_of_retirement(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is of the letters behind an office that somebody has left: *Ministerin | a. D.*."""
    pair = {("a.", "D."), ("i.", "R."), ("a.", "d.")}
    here, ahead = words[place].text, words[place + 1].text if place + 1 < len(words) else ""
    before = words[place - 1].text if place else ""
    return here in ("a.D.", "i.R.") or (here, ahead) in pair or (before, here) in pair


def is_name(word: Word, names: Set[str], words: Sequence[Word], place: int, goes_on: bool) -> bool:
    """Say whether a word begins a name, or goes on with one, by the names of the article."""
    text = word.text
    if not (text[:1].isalpha() or (any(map(str.isalpha, text)) and not text[:1].isdecimal())):
        return False
    if text in ("Gemäss", "Gemäß"):
        return False
    if text in names:
        bare = not goes_on and place and words[place - 1].upos in ("DET", "ADJ") and noun_of(text) is not None
        if bare and not _is_before_legal_form(words, place):
            return False  # the noun beside a surname: der Richter, Jonas Richter
        if not goes_on and _is_noun_alike(words, place):
            return False
        is_capital = state_of(text) not in (None, text) and not words[place - 2].text[:1].islower()
        return not goes_on or (text.lower() not in _PARTICLES and (state_of(text) is None or is_capital))
    if place and f"{words[place - 1].text} {text}" in names:
        joins = text.lower() in _PARTICLES
        return not joins or (goes_on and place + 1 < len(words) and f"{text} {words[place + 1].text}" in names)
    if text.lower() in NAME_STARTERS and not goes_on:
        if place + 1 == len(words):
            return False
        return word.upos == "PROPN" == words[place + 1].upos or f"{text.lower()} {words[place + 1].text}" in names
    return goes_on and text[:1].isupper() and word.upos in ("VERB", "ADJ", "X", "ADV") and "-" in text


def _is_before_legal_form(words: Sequence[Word], place: int) -> bool:
    """Say whether a noun of two parts stands before the legal form of a firm: *die | Voltana-Werke | AG*."""
    return "-" in words[place].text and place + 1 < len(words) and words[place + 1].text in _ANY_LEGAL_FORM


def _is_noun_alike(words: Sequence[Word], place: int) -> bool:
    """Say whether a given name is a noun here, behind an attribute or before *von*: *der neue | Roman*."""
    word, before = words[place], words[place - 1] if place else None
    following = words[place + 1] if place + 1 < len(words) else word
    if before is None or word.upos != "NOUN" or not is_given_name(word.text) or following.text[:1].isupper():
        return False
    return before.upos == "ADJ" or (before.upos == "DET" and following.text == "von")


def goes_on_with_name(last: Word, words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a word goes on with a name begun: a particle, an initial, behind a hyphen, beside *&*."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if last.text.endswith("-") and last.span.end == word.span.start:
        return True
    if following is not None and is_title(word) and following.text.lower() in NAME_STARTERS:
        return True
    if word.text.lower() in _PARTICLES and _name_goes_on(words, place, names):
        return True
    if word.text in _LEGAL_FORMS:
        return True
    joined = word.text == "&" and following is not None and following.text[:1].isupper()
    return bool(_INITIAL_RE.fullmatch(word.text)) or joined or (last.text == "&" and word.text[:1].isupper())


def _name_goes_on(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a small word within a name is followed by more of the name."""
    small = words[place].text.lower()
    after_van = place > 0 and words[place - 1].text.lower() == "van"
    if small in ("und", "vom", "zum", "zur") or (small == "den" and not after_van) or _is_contraction(words, place):
        return False
    if small == "zu" and place + 1 < len(words) and words[place + 1].text in ("den", "dem", "der"):
        return False  # Ministerin Dahl | zu den Vorwürfen
    if small == "von" and (_is_behind_surname(words, place, names) or _names_another(words, place, names)):
        return False
    for ahead in (1, 2):
        if place + ahead < len(words):
            word = words[place + ahead]
            if word.text in names and word.text[:1].isupper() and not is_acronym(word.text):
                if words[place - 1].text.lower() in _PARTICLES:
                    return True
                return (
                    words[place].text in ("La", "Le")
                    or small not in ("von", "zu", "der", "dem", "la", "le")
                    or f"{small} {word.text}" in names
                    or ahead == 2
                )
            if word.text.lower() not in _PARTICLES:
                return False
    return False


def _is_behind_surname(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a full name is closed before a particle with an article: *Ida Ott | von der Ebag*."""
    if place < 2 or place + 1 >= len(words) or words[place + 1].text not in ("der", "dem"):
        return False
    given, surname = words[place - 2 : place]
    full = given.text in names and surname.text in names and is_given_name(given.text)
    return full and not is_given_name(surname.text)


def _names_another(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a full name stands behind *von*, so that it is somebody else's: *der Roman | von Ida Ott*."""
    if place + 2 >= len(words):
        return False
    given, surname = words[place + 1 : place + 3]
    return is_given_name(given.text) and surname.text in names and surname.text[:1].isupper()


def _is_contraction(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is the first half of *vom* or *zum*."""
    return place + 1 < len(words) and words[place].span == words[place + 1].span


def is_unlisted_role(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a word of no list is a role, as a given name and a surname stand behind it: *Hufschmied Arno Ott*."""
    text = words[place].text
    if text in names or not text[:1].isupper() or place + 2 >= len(words) or text.lower() in FUNCTION_WORDS:
        return False
    given, surname = words[place + 1 : place + 3]
    return given.text in names and surname.text in names and is_given_name(given.text)
