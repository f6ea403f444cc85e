"""Signs that are no quotation marks, told by their neighbours: apostrophes, years, primes, code, markup.

Sources: Amtliches Regelwerk der deutschen Rechtschreibung (2018), sections 96 to 97: the apostrophe stands
for left-out letters and for the genitive of names in *-s, -ß, -z, -x*. Thousands are grouped by it in
Switzerland.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from quotetrack.quotation_marks.conventions import (
    ACUTE,
    ASCII_DOUBLE,
    ASCII_SINGLE,
    DITTO_MARK,
    GRAVE,
    LEFT_SINGLE,
    LETTER_APOSTROPHE,
    LOW_SINGLE,
    PRIMES,
    REVERSED_SINGLE,
    RIGHT_SINGLE,
    TWO_APOSTROPHES,
    TWO_COMMAS,
    TWO_GRAVES,
)
from quotetrack.quotation_marks.marking import OtherKind
from quotetrack.quotation_marks.scanning import CLOSES, INVISIBLE, LINE_ENDS, OPENS, Mark, Scan

_ELISION: Final = re.compile(
    r"(?:n|ne|nem|nen|ner|nes|s|ck|ran|raus|rauf|rein|rum|runter|rüber|rüben|nauf|nunter|nüber|tschuldigung"
    r"|türlich)\b",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(r"\d\d(?!\d)")
_GENITIVE_ENDS: Final = frozenset("sßxzSXZ")
_DROPPED_E: Final = re.compile(
    r"\b(?:hab|hätt|wär|würd|könnt|möcht|müsst|sollt|dürft|geh|sag|glaub|komm|lass|mach|find|denk|hatt|heut"
    r"|leut|steh|seh|weiß|brauch|werd|bleib|tät|ein|kein|mein)\Z",
    re.IGNORECASE,
)
_LONGEST_DROPPED: Final = 7
_CONTRACTION: Final = re.compile(r"(?:s|n|ne|nem|nen|m|st|r)\b")
_IN_WORDS: Final = frozenset({ASCII_SINGLE, RIGHT_SINGLE, REVERSED_SINGLE, GRAVE, ACUTE})
_BEFORE_ELISIONS: Final = frozenset({ASCII_SINGLE, RIGHT_SINGLE, LEFT_SINGLE, LOW_SINGLE, REVERSED_SINGLE})


@frozen
class Exclusion:
    """Why a sign is no quotation mark."""

    kind: OtherKind
    reason: str


PRIME: Final = Exclusion("prime", "a prime: feet, inches, minutes or seconds")
APOSTROPHE: Final = Exclusion("apostrophe", "an apostrophe")
IN_WORD: Final = Exclusion("apostrophe", "an apostrophe within a word")
ELISION: Final = Exclusion("apostrophe", "an apostrophe for letters left out at the beginning of a word")
SHORT_YEAR: Final = Exclusion("apostrophe", "an apostrophe for the century left out before a year")
UNPAIRED_SINGLE: Final = Exclusion("apostrophe", "a single mark that nothing closes in its paragraph")
THOUSANDS: Final = Exclusion("thousands", "an apostrophe that groups thousands")
MARKUP: Final = Exclusion("markup", "a run of apostrophes that is wiki markup")
CODE: Final = Exclusion("code", "a mark in a piece of code")
DITTO: Final = Exclusion("ditto", "a ditto mark: the same as above")


def excluded(scanned: Scan) -> dict[int, Exclusion]:
    """Return the signs that their neighbours exclude, by their place among the signs.

    >>> from quotetrack.quotation_marks.scanning import scan
    >>> found = excluded(scan("Andrea's Rad, '68 gebaut, kostet 10'000 Franken."))
    >>> [exclusion.kind for exclusion in found.values()]
    ['apostrophe', 'apostrophe', 'thousands']
    """
    found = dict(_in_code(scanned))
    for mark in scanned.marks:
        exclusion = _alone(scanned.text, mark)
        if exclusion is not None:
            found.setdefault(mark.index, exclusion)
    _Singles(scanned, found).run()
    return dict(sorted(found.items()))


# --- A sign and its neighbours ---


def _alone(text: str, mark: Mark) -> Exclusion | None:
    """Judge a sign by itself."""
    if mark.sign in PRIMES:
        return PRIME
    if mark.sign == DITTO_MARK:
        return DITTO
    if mark.family is None and mark.sign not in _IN_WORDS:
        return _nameless(mark.sign)
    if mark.sign in _IN_WORDS:
        return _within_word(text, mark)
    return None


def _nameless(sign: str) -> Exclusion:
    if sign == LETTER_APOSTROPHE:
        return APOSTROPHE
    return CODE if sign.startswith(GRAVE) else MARKUP


def _within_word(text: str, mark: Mark) -> Exclusion | None:
    before, after = character_before(text, mark), character_after(text, mark)
    if before.isdigit() and after.isdigit():
        return THOUSANDS
    if before.isalnum() and after.isalnum():
        return IN_WORD
    return APOSTROPHE if mark.sign == REVERSED_SINGLE else None


def character_before(text: str, mark: Mark) -> str:
    """Return the visible character before the sign, the empty string at the beginning."""
    place = mark.start - 1
    while place >= 0 and text[place] in INVISIBLE:
        place -= 1
    return text[place] if place >= 0 else ""


def character_after(text: str, mark: Mark) -> str:
    """Return the visible character after the sign, the empty string at the end."""
    place = mark.end
    while place < len(text) and text[place] in INVISIBLE:
        place += 1
    return text[place : place + 1]


# --- Code ---


def _in_code(scanned: Scan) -> Iterator[tuple[int, Exclusion]]:
    """Yield the signs in stretches between backticks, in attributes (``="…"``) and after a backslash."""
    for first, last in (*_between_backticks(scanned), *_attributes(scanned)):
        for index in range(first, last + 1):
            yield index, CODE
    for mark in scanned.marks:
        if scanned.text[mark.start - 1 : mark.start] == "\\":
            yield mark.index, CODE


def _between_backticks(scanned: Scan) -> Iterator[tuple[int, int]]:
    waiting: dict[str, Mark] = {}
    paragraph = -1
    for mark in scanned.marks:
        if mark.paragraph != paragraph:
            waiting, paragraph = {}, mark.paragraph
        if mark.sign in (TWO_APOSTROPHES, TWO_COMMAS):
            waiting.pop(TWO_GRAVES, None)
        if not mark.sign.startswith(GRAVE):
            continue
        first = waiting.get(mark.sign)
        if first is not None and mark.lean == CLOSES:
            yield first.index, mark.index
            waiting = {}
        elif mark.lean != CLOSES:
            waiting[mark.sign] = mark


def _attributes(scanned: Scan) -> Iterator[tuple[int, int]]:
    first: Mark | None = None
    for mark in scanned.marks:
        if first is not None and mark.paragraph != first.paragraph:
            first = None
        if first is not None and mark.sign == first.sign:
            yield first.index, mark.index
            first = None
        elif first is None and _begins_attribute(scanned.text, mark):
            first = mark


def _begins_attribute(text: str, mark: Mark) -> bool:
    return mark.sign in (ASCII_DOUBLE, ASCII_SINGLE) and text[mark.start - 1 : mark.start] == "="


# --- Single marks that need a partner ---


class _Singles:
    """One walk backwards over the single marks that matches them as brackets, and excludes what has no partner.

    A sign before what may be the rest of a word lends its closer to a sign before it that has none: *'ne* in *'Das ist
    'ne Frage', sagte Ott*.
    """

    def __init__(self, scanned: Scan, found: dict[int, Exclusion]) -> None:
        self.scanned = scanned
        self.found = found

    def run(self) -> None:
        paragraph = -1
        for mark in reversed(self.scanned.marks):
            if mark.paragraph != paragraph:
                self._begin_paragraph()
                paragraph = mark.paragraph
            if mark.index not in self.found and mark.family == "single":
                self._judge(mark)

    def _begin_paragraph(self) -> None:
        self.following: dict[str, Mark] = {}
        self.closers: list[str] = []
        self.lent: list[tuple[int, Exclusion, str]] = []

    def _judge(self, mark: Mark) -> None:
        elision = _elision(self.scanned.text, mark)
        exclusion = elision if elision is not None and not self._surely_opens(mark) else self._unpaired(mark, elision)
        if exclusion is not None:
            self.found[mark.index] = exclusion
        else:
            self.following[mark.sign] = mark

    def _surely_opens(self, mark: Mark) -> bool:
        """Say whether what may be the rest of a word is none, because a sign follows that surely closes."""
        partner = _partner(mark, self.following)
        return partner is not None and _surely_closes(self.scanned.text, partner)

    def _unpaired(self, mark: Mark, elision: Exclusion | None) -> Exclusion | None:
        if mark.lean != OPENS and mark.sign != LOW_SINGLE:
            self.closers.append(mark.sign)
            return None
        if mark.sign == RIGHT_SINGLE:
            return APOSTROPHE
        partners = _PARTNERS.get(mark.sign, ())
        if self.closers and self.closers[-1] in partners:
            closer = self.closers.pop()
            self.lent += [] if elision is None else [(mark.index, elision, closer)]
        elif self.lent and self.lent[-1][2] in partners:
            index, apostrophe, _ = self.lent.pop()
            self.found[index] = apostrophe
        elif mark.sign in (ASCII_SINGLE, GRAVE):
            return UNPAIRED_SINGLE
        return None


def _elision(text: str, mark: Mark) -> Exclusion | None:
    if mark.lean != OPENS or mark.sign not in _BEFORE_ELISIONS:
        return None
    if _SHORT_YEAR.match(text, mark.end):
        return SHORT_YEAR
    return ELISION if _ELISION.match(text, mark.end) else None


_PARTNERS: Final = {
    ASCII_SINGLE: (ASCII_SINGLE,),
    LEFT_SINGLE: (RIGHT_SINGLE,),
    LOW_SINGLE: (LEFT_SINGLE, RIGHT_SINGLE, ASCII_SINGLE),
    GRAVE: (ACUTE, ASCII_SINGLE),
}


def _partner(mark: Mark, following: dict[str, Mark]) -> Mark | None:
    """Return the next sign that could close the given one, if no other of the same kind opens before."""
    signs = (mark.sign, *_PARTNERS.get(mark.sign, ()))
    near = [following[sign] for sign in signs if sign in following]
    nearest = min(near, key=lambda other: other.start, default=None)
    if nearest is None or nearest.lean == OPENS or nearest.sign not in signs[1:]:
        return None
    return nearest


def _surely_closes(text: str, mark: Mark) -> bool:
    """Say whether no apostrophe would stand so: after a stop, or before anything but a space."""
    if mark.sign == LEFT_SINGLE:
        return True
    return not _stands_before_space(text, mark) or not character_before(text, mark).isalnum()


def _stands_before_space(text: str, mark: Mark) -> bool:
    after = character_after(text, mark)
    return after.isspace() and after not in LINE_ENDS


def may_be_apostrophe(text: str, mark: Mark) -> bool:
    """Say whether the sign may end a word without its ending: *Hans' Rad*, *hab' ich*.

    >>> from quotetrack.quotation_marks.scanning import scan
    >>> text = "Hans' Rad ist weg, meldete 'Die Post'."
    >>> [may_be_apostrophe(text, mark) for mark in scan(text).marks]
    [True, False, False]
    """
    before = character_before(text, mark)
    if not before.isalpha() or not _stands_before_space(text, mark):
        return False
    return before in _GENITIVE_ENDS or ends_short_verb(text, mark)


def contracts(text: str, mark: Mark) -> bool:
    """Say whether a turned apostrophe seems to shorten a word within: *ging‘s*, *Andrea‘s*.

    >>> from quotetrack.quotation_marks.scanning import scan
    >>> text = "So ging‘s, sagte ‚Otto‘."
    >>> [contracts(text, mark) for mark in scan(text).marks]
    [True, False, False]
    """
    if mark.sign != LEFT_SINGLE or _CONTRACTION.match(text, mark.end) is None:
        return False
    return character_before(text, mark).isalpha()


def ends_short_verb(text: str, mark: Mark) -> bool:
    """Say whether a word that often loses its last letter stands before the sign, as in *ich hab' es*."""
    return _DROPPED_E.search(text, max(0, mark.start - _LONGEST_DROPPED), mark.start) is not None
