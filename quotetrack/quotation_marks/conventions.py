"""The marks, and how they go together: the one table that says which character opens and which closes.

A mark has no direction of its own in German: U+201C closes a German quotation and opens an English one, the
guillemets point inwards in Germany and Austria and outwards in Switzerland, and Unicode's categories know
nothing of it. Conventions are therefore rows of a table and not character classes.

Sources: Amtliches Regelwerk der deutschen Rechtschreibung (2018), sections 89 to 95 (quotation marks) and
96 to 97 (apostrophe); Schweizerische Bundeskanzlei, Schreibweisungen (2013), on Swiss guillemets.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal

from attrs import frozen

# --- Double marks ---
LOW_DOUBLE: Final = "\N{DOUBLE LOW-9 QUOTATION MARK}"
LEFT_DOUBLE: Final = "\N{LEFT DOUBLE QUOTATION MARK}"
RIGHT_DOUBLE: Final = "\N{RIGHT DOUBLE QUOTATION MARK}"
REVERSED_DOUBLE: Final = "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}"
ASCII_DOUBLE: Final = "\N{QUOTATION MARK}"

# --- Guillemets ---
LEFT_GUILLEMET: Final = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
RIGHT_GUILLEMET: Final = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
LEFT_ANGLE: Final = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
RIGHT_ANGLE: Final = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"

# --- Single marks ---
LOW_SINGLE: Final = "\N{SINGLE LOW-9 QUOTATION MARK}"
LEFT_SINGLE: Final = "\N{LEFT SINGLE QUOTATION MARK}"
RIGHT_SINGLE: Final = "\N{RIGHT SINGLE QUOTATION MARK}"
REVERSED_SINGLE: Final = "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}"
ASCII_SINGLE: Final = "\N{APOSTROPHE}"
GRAVE: Final = "\N{GRAVE ACCENT}"
ACUTE: Final = "\N{ACUTE ACCENT}"

# --- Ornaments that web pages set around a pulled quotation ---
TURNED_ORNAMENT: Final = "\N{HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT}"
COMMA_ORNAMENT: Final = "\N{HEAVY DOUBLE COMMA QUOTATION MARK ORNAMENT}"

# --- Marks of old typewriters and wikis, two characters each ---
TWO_COMMAS: Final = "\N{COMMA}" * 2
TWO_GRAVES: Final = GRAVE * 2
TWO_ACUTES: Final = ACUTE * 2
TWO_APOSTROPHES: Final = ASCII_SINGLE * 2

# --- Never a quotation mark, but looks like one ---
PRIMES: Final = frozenset("\N{PRIME}\N{DOUBLE PRIME}\N{TRIPLE PRIME}\N{MODIFIER LETTER PRIME}")
LETTER_APOSTROPHE: Final = "\N{MODIFIER LETTER APOSTROPHE}"
DITTO_MARK: Final = "\N{DITTO MARK}"

Level = Literal["outer", "inner"]
Family = Literal["double", "guillemet", "single", "angle", "ornament"]


@frozen(cache_hash=True)
class Convention:
    """One way to mark a passage: the sign that opens, the sign that closes, and where it is at home.

    ``level`` says whether the marks usually enclose a quotation (*outer*) or a quotation within one
    (*inner*); a headline may well use the inner ones alone. A ``slip`` is no convention at all but a pair
    that keyboards and copying produce; it is paired where nothing better fits, and reported as an
    assumption.
    """

    name: str
    opener: str
    closer: str
    level: Level
    notes: str
    slip: bool = False

    @property
    def is_symmetric(self) -> bool:
        """Say whether the same sign opens and closes."""
        return self.opener == self.closer


def _outer(name: str, opener: str, closer: str, notes: str) -> Convention:
    return Convention(name, opener, closer, "outer", notes)


def _inner(name: str, opener: str, closer: str, notes: str) -> Convention:
    return Convention(name, opener, closer, "inner", notes)


def _slip(name: str, opener: str, closer: str, level: Level = "outer") -> Convention:
    return Convention(name, opener, closer, level, "a slip of the keyboard", slip=True)


CONVENTIONS: Final[tuple[Convention, ...]] = (
    # --- Outer marks ---
    _outer("german", LOW_DOUBLE, LEFT_DOUBLE, "Germany and Austria"),
    _outer("german-english-closer", LOW_DOUBLE, RIGHT_DOUBLE, "word processors set to another language"),
    _outer("german-ascii-closer", LOW_DOUBLE, ASCII_DOUBLE, "content systems that know the opener only"),
    _outer("guillemets", RIGHT_GUILLEMET, LEFT_GUILLEMET, "books and some papers in Germany and Austria"),
    _outer("swiss", LEFT_GUILLEMET, RIGHT_GUILLEMET, "Switzerland; French with inner narrow spaces"),
    _outer("ascii", ASCII_DOUBLE, ASCII_DOUBLE, "agencies' wires, e-mail, the web"),
    _outer("english", LEFT_DOUBLE, RIGHT_DOUBLE, "translated and imported text"),
    _outer("english-reversed", REVERSED_DOUBLE, RIGHT_DOUBLE, "a variant of the English opener"),
    _outer("typewriter", TWO_COMMAS, TWO_GRAVES, "old typewriters and newsgroups"),
    _outer("typewriter-apostrophes", TWO_COMMAS, TWO_APOSTROPHES, "old typewriters and newsgroups"),
    _outer("typewriter-acutes", TWO_COMMAS, TWO_ACUTES, "old typewriters and newsgroups"),
    _outer("typewriter-german", TWO_COMMAS, LEFT_DOUBLE, "half-corrected typewriter text"),
    _outer("typewriter-english", TWO_COMMAS, RIGHT_DOUBLE, "half-corrected typewriter text"),
    _outer("typewriter-ascii", TWO_COMMAS, ASCII_DOUBLE, "half-corrected typewriter text"),
    _outer("wiki", TWO_APOSTROPHES, TWO_APOSTROPHES, "wikis, where it sets italics"),
    _outer("latex", TWO_GRAVES, TWO_APOSTROPHES, "LaTeX source"),
    _outer("ornament", TURNED_ORNAMENT, COMMA_ORNAMENT, "quotations pulled out on web pages"),
    # --- Inner marks ---
    _inner("german-inner", LOW_SINGLE, LEFT_SINGLE, "Germany and Austria"),
    _inner("german-inner-english-closer", LOW_SINGLE, RIGHT_SINGLE, "word processors set to another language"),
    _inner("german-inner-ascii-closer", LOW_SINGLE, ASCII_SINGLE, "content systems that know the opener only"),
    _inner("guillemets-inner", RIGHT_ANGLE, LEFT_ANGLE, "books and some papers in Germany and Austria"),
    _inner("swiss-inner", LEFT_ANGLE, RIGHT_ANGLE, "Switzerland"),
    _inner("ascii-inner", ASCII_SINGLE, ASCII_SINGLE, "agencies' wires, e-mail, the web"),
    _inner("english-inner", LEFT_SINGLE, RIGHT_SINGLE, "translated and imported text"),
    _inner("accents", GRAVE, ACUTE, "old newsgroups"),
    _inner("latex-inner", GRAVE, ASCII_SINGLE, "LaTeX source"),
    # --- Slips ---
    _slip("german-opener-twice", LOW_DOUBLE, LOW_DOUBLE),
    _slip("german-apostrophes-closer", LOW_DOUBLE, TWO_APOSTROPHES),
    _slip("german-reversed-closer", LOW_DOUBLE, REVERSED_DOUBLE),
    _slip("english-opener-twice", LEFT_DOUBLE, LEFT_DOUBLE),
    _slip("english-closer-twice", RIGHT_DOUBLE, RIGHT_DOUBLE),
    _slip("english-turned", RIGHT_DOUBLE, LEFT_DOUBLE),
    _slip("english-ascii-closer", LEFT_DOUBLE, ASCII_DOUBLE),
    _slip("ascii-german-closer", ASCII_DOUBLE, LEFT_DOUBLE),
    _slip("ascii-english-closer", ASCII_DOUBLE, RIGHT_DOUBLE),
    _slip("guillemets-opener-twice", RIGHT_GUILLEMET, RIGHT_GUILLEMET),
    _slip("swiss-opener-twice", LEFT_GUILLEMET, LEFT_GUILLEMET),
    _slip("guillemets-inner-opener-twice", RIGHT_ANGLE, RIGHT_ANGLE, "inner"),
    _slip("swiss-inner-opener-twice", LEFT_ANGLE, LEFT_ANGLE, "inner"),
)

BY_NAME: Final = MappingProxyType({convention.name: convention for convention in CONVENTIONS})
BY_SIGNS: Final = MappingProxyType({(convention.opener, convention.closer): convention for convention in CONVENTIONS})

FAMILIES: Final[MappingProxyType[str, Family]] = MappingProxyType(
    {
        LOW_DOUBLE: "double",
        LEFT_DOUBLE: "double",
        RIGHT_DOUBLE: "double",
        REVERSED_DOUBLE: "double",
        ASCII_DOUBLE: "double",
        TWO_COMMAS: "double",
        TWO_GRAVES: "double",
        TWO_ACUTES: "double",
        TWO_APOSTROPHES: "double",
        LEFT_GUILLEMET: "guillemet",
        RIGHT_GUILLEMET: "guillemet",
        LOW_SINGLE: "single",
        LEFT_SINGLE: "single",
        RIGHT_SINGLE: "single",
        ASCII_SINGLE: "single",
        GRAVE: "single",
        ACUTE: "single",
        LEFT_ANGLE: "angle",
        RIGHT_ANGLE: "angle",
        TURNED_ORNAMENT: "ornament",
        COMMA_ORNAMENT: "ornament",
    }
)
"""The signs that can stand for one another: an unclosed passage ends at the next opener of its family."""

MARK_CHARACTERS: Final = frozenset(
    {sign for sign in FAMILIES if len(sign) == 1} | PRIMES | {REVERSED_SINGLE, LETTER_APOSTROPHE, DITTO_MARK}
)
"""Every character that is accounted for wherever it stands (commas only where two of them open a passage)."""


def _openers(*, slip: bool) -> MappingProxyType[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for convention in CONVENTIONS:
        if convention.slip == slip:
            found[convention.closer] = (*found.get(convention.closer, ()), convention.opener)
    return MappingProxyType(found)


OPENERS_OF: Final = _openers(slip=False)
"""For each closing sign the signs that it closes by rights."""
SLIP_OPENERS_OF: Final = _openers(slip=True)
"""For each closing sign the signs that it closes by a slip."""
