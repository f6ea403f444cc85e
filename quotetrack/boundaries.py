"""Does a sentence end at this stop? What the text alone tells, before any tokeniser.

A statistical splitter guesses at each stop. Most stops leave nothing to guess: *Das Geld sei da. Laut Polizei …* ends
a sentence, *am 3. Mai*, *Dr. Ott* and *Jana K. Ott* do not. Here those are told apart from the ones that stay open, as
*auf Platz 3. Trainer Ott …* does. On the sentences of UD German GSD dev and PUD, joined by spaces, 1,490 of the 1,492
ends seen here are ends, and none of the 129 stops that are said to go on is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import regex
from attrs import frozen

from quotetrack.lexicon import load, table
from quotetrack.spans import Span

Verdict = Literal["ends", "goes on", "open"]

_STOP_RE: Final = regex.compile(
    r"""(?P<stop>[.!?…]++)
        (?P<closers>(?:[\p{Pe}\p{Pf}\p{Pi}"'*†\p{Cf}]|\[\d{1,3}\])*+)
        (?P<gap>\s*+)
        (?P<openers>[\p{Ps}\p{Pi}\p{Pf}"'\p{Cf}]*+)
        (?P<next>\p{L}[\p{L}\p{M}\p{Cf}]*+|\p{N}++)""",
    regex.VERBOSE,
)
_LAST_WORD_RE: Final = regex.compile(r"[\p{L}\p{M}\p{N}]*+$")
_BRACKET_RE: Final = regex.compile(r"[(\[][^()\[\]\r\n]{0,400}+[)\]]")
_FORMAT_RE: Final = regex.compile(r"\p{Cf}+")
_ROMAN_RE: Final = regex.compile(r"^[IVX]++$")
_DATELINE_RE: Final = regex.compile(r"^\s*+\p{Lu}{2,}+(?:[ /-]\p{Lu}{2,}+){0,3}+$")
_LISTED_RE: Final = regex.compile(r"[.!?:;–—•-]\s++$|[(•]$")
_RANGE_RE: Final = regex.compile(r"(?:^|\D)\d{1,2}\.?\s?[/–.-]\s?$")
_MONTH_RE: Final = regex.compile(r"^(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_STREET_RE: Final = regex.compile(r"\p{Ll}str$")
_COUNTED: Final = frozenset(
    "Jahrhundert Jahrhunderts Jahrtausend Jahrestag Geburtstag Todestag Hochzeitstag Platz Rang Minute Spielminute Mal"
    " Runde Spieltag Etappe Lauf Legislaturperiode Wahlperiode Amtszeit Auflage Klasse Liga Bundesliga Stock Stockwerk"
    " Etage Bezirk Senat Senats Strafsenat Zivilsenat Kammer Weltkrieg Stunde Tag Woche Monat Kapitel FC SC SV".split()
)
_NAMES_WITH_STOPS: Final = frozenset(("Yahoo", "Jeopardy", "Joomla"))
_DETERMINED_RE: Final = regex.compile(
    r"(?:^|\s)(?:d(?:er|ie|as|en|em|es)|am|im|vom|zum|zur|beim|ans|ins|(?:ihr|sein|mein|unser|jed|dies)(?:e|en|em|er|es)?)\s$",
    regex.IGNORECASE,
)
_LETTERS_RE: Final = regex.compile(r"(?:^|[\s(])\p{Ll}{1,2}\.\s?$")
_VOWEL_RE: Final = regex.compile(r"[aeiouyäöüéèáàóâêîôû]", regex.IGNORECASE)
_LAST_LETTERS: Final = frozenset("VDMOJ")
_SMALL: Final = frozenset("ab an da du er es im ja je ob so um wo zu".split())
_SEEN: Final = 60
_LONG_WORD: Final = 4
_APOSTROPHES: Final = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")


@frozen
class Boundary:
    """What a stop does: ``before`` is the offset behind it and its closing marks, ``after`` that of the next word.

    ``begins`` says whether that word is one that has a capital only where a sentence begins.
    """

    before: int
    after: int
    verdict: Verdict
    begins: bool = False


@frozen
class _Stop:
    """A stop with what stands around it; ``left`` is what stands before the word, at most its last characters.

    ``whole`` says that this is all that the paragraph has before it, ``apart`` that a space follows the stop.
    """

    signs: str
    left: str
    word: str
    following: str
    apart: bool
    whole: bool

    @property
    def begins(self) -> bool:
        """Whether the next word is one that has a capital only where a sentence begins."""
        return self.following in load("sentence_beginnings")

    @property
    def counts(self) -> bool:
        """Whether a number follows."""
        return self.following[:1].isdigit()


def boundaries(text: str, span: Span | None = None) -> Iterator[Boundary]:
    """Yield the stops of a text, or of a paragraph of it, that a word or number follows, and what they do.

    >>> text = "Am 3. Mai kam Dr. Ott. Er blieb."
    >>> [(text[found.before - 4 : found.before], found.verdict) for found in boundaries(text)]
    [('m 3.', 'goes on'), (' Dr.', 'goes on'), ('Ott.', 'ends')]
    """
    span = span or Span(0, len(text))
    brackets = [match.span() for match in _BRACKET_RE.finditer(text, span.start, span.end)][::-1]
    for match in _STOP_RE.finditer(text, span.start, span.end):
        while brackets and brackets[-1][1] <= match.start():
            brackets.pop()
        bracketed = bool(brackets) and brackets[-1][0] < match.start() and match.end("closers") < brackets[-1][1]
        stop = _stop(match, text, span.start)
        verdict = _verdict(stop)
        if bracketed and verdict == "ends":
            verdict = "open"
        yield Boundary(match.end("closers"), match.start("next"), verdict, stop.begins)


def is_abbreviation(word: str) -> bool:
    """Say whether a word, given without its full stop, is an abbreviation that has one.

    >>> is_abbreviation("usw"), is_abbreviation("Goethestr"), is_abbreviation("da")
    (True, True, False)
    """
    return _abbreviated(word) is not None


def _stop(match: regex.Match[str], text: str, start: int) -> _Stop:
    first = max(start, match.start() - _SEEN)
    before = _FORMAT_RE.sub("", text[first : match.start()])
    word = _word(before)
    return _Stop(
        signs=match["stop"],
        left=before[: len(before) - len(word)],
        word=word,
        following=_FORMAT_RE.sub("", match["next"]),
        apart=bool(match["gap"]),
        whole=first == start,
    )


def _word(before: str) -> str:
    found = _LAST_WORD_RE.search(before)
    return found[0] if found else ""


def _verdict(stop: _Stop) -> Verdict:
    if not (stop.counts or stop.following[:1].isupper()):
        return "open"
    if not stop.apart:
        return _unspaced(stop)
    if "…" in stop.signs or ".." in stop.signs:
        return "open"
    if stop.signs != ".":
        return _called(stop)
    if stop.word.isdigit():
        return _after_number(stop)
    if len(stop.word) == 1:
        return "ends" if stop.left.endswith(_APOSTROPHES) else _after_letter(stop)
    return _after_word(stop)


def _unspaced(stop: _Stop) -> Verdict:
    """See an end where only the space is lost: *kam er nicht.Die Polizei*; leave web addresses and *z.B.* alone."""
    if stop.counts and stop.word[-1:].isdigit():
        return "goes on"
    plain = len(stop.word) >= _LONG_WORD and stop.word.islower() and stop.left[-1:].isspace()
    return "ends" if plain and stop.begins and stop.word not in table("abbreviations") else "open"


def _called(stop: _Stop) -> Verdict:
    """See an end after an exclamation or question mark, but not in *vier (!) Tore* or in a name such as *Yahoo!*."""
    if not stop.word and stop.left[-1:] in ("(", "["):
        return "goes on"
    return "open" if stop.word in _NAMES_WITH_STOPS and not stop.begins else "ends"


_COUNT_OF_VOTES_RE: Final = regex.compile(r"\d+ (?:zu|gegen) $")
"""What stands before the second number of a vote or a match: *mit 17 zu 20. Ott jubelte*."""


def _after_number(stop: _Stop) -> Verdict:
    """Tell *am 3. Mai* and *1. FC* from *im Jahr 2005.*; numbers of one to three digits may be ordinals."""
    if len(stop.word) > 3 or _is_part_of_number(stop) or _COUNT_OF_VOTES_RE.search(stop.left):
        return "ends"
    if _MONTH_RE.match(stop.following) or stop.following in _COUNTED or _is_item(stop):
        return "goes on"
    if stop.begins:
        return "ends"
    return "goes on" if _DETERMINED_RE.search(stop.left) else "open"


def _is_item(stop: _Stop) -> bool:
    """Say whether the word stands where an item of a list begins, as in *1. Die Stadt zahlt, 2. Der Bund hilft*."""
    before = stop.left.rstrip()
    if before.endswith(".") and _abbreviated(_word(before[:-1])) is not None:
        return False
    return (stop.whole and not before) or bool(_LISTED_RE.search(stop.left))


def _is_part_of_number(stop: _Stop) -> bool:
    """Say whether the digits end a longer number (*3:2*, *2,5*, *15.30*), which is no ordinal and no range of days."""
    if _RANGE_RE.search(stop.left) and int(stop.word) <= 31 and stop.left[-1] != "." and stop.word[0] != "0":
        return False
    joined = stop.left[-1:] in tuple(":,.'’-–/") and stop.left[-2:-1].isdigit()
    is_date = stop.left[-1:] == "." and len(stop.word) <= 2 and int(stop.word) <= 12
    return joined and not is_date


def _after_letter(stop: _Stop) -> Verdict:
    """Tell *z. B.*, *Jana K. Ott* and *Karl V. starb* from the end that a defendant's initial makes: *Jürgen B. Er*."""
    if stop.word.islower() or _LETTERS_RE.search(stop.left):
        return _after_letters(stop)
    if _is_item(stop):
        return "goes on"
    if stop.begins:
        return "ends"
    return "open" if _ROMAN_RE.match(stop.word) else "goes on"


def _after_letters(stop: _Stop) -> Verdict:
    """See that a sentence may end with *e. V.*, *a. D.*, *Frankfurt a. M.*, but not with *z. B.* or *d. h.*."""
    if stop.word in _LAST_LETTERS:
        return "ends" if stop.begins else "open"
    return "open" if stop.word == "a" else "goes on"


def _after_word(stop: _Stop) -> Verdict:
    kind = _abbreviated(stop.word)
    if kind is not None:
        return _after_abbreviation(stop, kind)
    if stop.whole and _DATELINE_RE.match(stop.left + stop.word):
        return "goes on"
    if not stop.word:
        return "ends" if stop.left[-1:].strip() else "open"
    if stop.begins:
        return "ends"
    if _ROMAN_RE.match(stop.word) or not (stop.word.isupper() or _VOWEL_RE.search(stop.word)):
        return "open"
    if len(stop.word) == 2 and stop.word not in _SMALL and not stop.word.isupper():
        return "open"
    return "ends" if len(stop.word) >= _LONG_WORD or stop.word.islower() or not stop.counts else "open"


def _abbreviated(word: str) -> str | None:
    """Return how often a sentence ends with an abbreviation, or ``None`` if the word is none.

    >>> _abbreviated("Goethestr"), _abbreviated("Nr"), _abbreviated("Haus")
    ('seldom', 'never', None)
    """
    if _STREET_RE.search(word):
        return "seldom"
    entry = table("abbreviations").get(word)
    return entry[0] if entry else None


def _after_abbreviation(stop: _Stop, kind: str) -> Verdict:
    if kind == "never" or (stop.counts and (kind == "seldom" or stop.word[:1].isupper())):
        return "goes on"
    if stop.begins:
        return "ends"
    return "open" if kind == "often" else "goes on"
