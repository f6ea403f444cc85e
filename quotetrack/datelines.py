r"""Datelines: the place, date and agency before the first sentence of a report, which belong to no sentence.

*Berlin (dpa) - Die Ministerin …*, *Bern/ATS. - Der Bundesrat …*, *WIEN (APA). …*, *HANNOVER taz | …*,
*Kiew, 3. Mai (AFP) – …*, *München – Der Trainer …*, *(sda) Der Regierungsrat …*. A parser that reads one as part of
the sentence takes the town for its subject. The forms follow the German, Austrian and Swiss agencies.
"""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.spans import Span

_AGENCIES: Final = frozenset(
    "aa afp ansa ap apa apa-ots ats awp cna dapd ddp dpa dpa-afx epd idw ips keystone-ats keystone-sda kna mti ntb ots"
    " pap reuters ritzau rtr sda sid spk taz tass itar-tass tt xinhua".split()
)
_DATELINE_RE: Final = regex.compile(
    r"""(?P<place>(?:\p{Lu}\p{Ll}{1,3}\.\ )?\p{Lu}[\p{L}'’-]*
            (?:\ ?/\ ?\p{Lu}[\p{L}'’-]*
              |\ (?:am|an\ der|im|in|de|do|v\.\ ?d\.|a\.\ ?d\.|ob\ der)(?=\ )
              |\ \p{Lu}[\p{L}'’-]*){0,5})?
        (?:\ ?\((?P<country>\p{Lu}[\p{L}' -]{2,30})\))??
        (?:,\ (?:den\ )?\d{1,2}\.\ ?(?:\p{L}{3,9}\.?|\d{1,2}\.)(?:\ ?(?:19|20)\d\d)?)?
        (?:\ ?\((?P<signature>[\p{L}][\p{L}/,\ -]{1,24})\)|[/ ](?P<agency>[\p{L}-]{2,12}))?
        (?P<end>[.:]?\ *[-–—|]+|[.:])?
        \s+(?=[„»«"‚]?[\p{Lu}\p{N}]|[„»«"]\p{L})""",
    regex.VERBOSE,
)
_SIGNATURE_RE: Final = regex.compile(r"\p{Ll}{2,4}(?:[-/]\p{Ll}{1,3})?")
"""An agency that is on no list: *Tal (npd) - *; a party has capitals."""
_DASH_RE: Final = regex.compile(r"\s[-–—]\s")
_CAPITALS_RE: Final = regex.compile(r"^[\p{Lu}'’ /.-]{2,}+$")
_SEEN: Final = 120
_LONGEST_BARE_PLACE: Final = 3
_LONGEST_ABBREVIATION: Final = 3


def dateline(text: str, span: Span) -> Span | None:
    """Return the dateline at the start of a paragraph, with the dash behind it, or ``None`` if there is none.

    >>> text = "Berlin (dpa) - Die Ministerin bleibt."
    >>> dateline(text, Span(0, len(text))).of(text)
    'Berlin (dpa) -'
    """
    match = _DATELINE_RE.match(text, span.start, min(span.end, span.start + _SEEN))
    if match is None or not _is_one(match, text, span):
        return None
    return Span(span.start, span.start + len(match[0].rstrip()))


def _is_one(match: regex.Match[str], text: str, span: Span) -> bool:
    """Say whether what looks like a dateline is one: an agency is named, or a place stands alone before a dash."""
    place, end = match["place"], match["end"] or ""
    if match["signature"] is not None:
        is_short = place is not None and _SIGNATURE_RE.fullmatch(match["signature"]) is not None
        return _are_agencies(match["signature"]) or (is_short and _ends_with_dash(end))
    if place is None or not end:
        return False
    if match["agency"] is not None and _are_agencies(match["agency"]):
        return True
    if match["country"] is not None:
        return "," in match[0] and _ends_with_dash(end)
    if end.endswith((".", ":")):
        return end == "." and len(place) > _LONGEST_ABBREVIATION and _CAPITALS_RE.match(place) is not None
    if match["agency"] is not None or place.split()[0] in load("sentence_beginnings"):
        return False
    return _ends_with_dash(end) and _is_alone(place, text[match.end() : span.end])


def _are_agencies(signature: str) -> bool:
    """Say whether an agency is among the parts of a signature such as *dpa/lnw* or *awp/sda*."""
    return any(part.lower() in _AGENCIES for part in regex.split(r"[/, ]+", signature))


def _ends_with_dash(end: str) -> bool:
    return end.endswith(("-", "–", "—", "|"))


def _is_alone(place: str, rest: str) -> bool:
    """Say whether a place before a dash is no name with an insertion behind it, as in *Ott - früher Rätin - sagte*."""
    sentence = regex.split(r"[.!?]\s", rest, maxsplit=1)[0]
    return len(place.split()) <= _LONGEST_BARE_PLACE and not _DASH_RE.search(sentence)
