"""Paragraphs of a text and the zones of a page: headline, body, subheading, and what is no part of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import regex
from attrs import frozen

from quotetrack.spans import Span, trimmed
from quotetrack.vocabulary import Zone

LONGEST_QUESTION: Final = 10
"""A question of more words is no subheading."""

LONGEST_TAG: Final = 3
"""A line of more words behind the text is no keyword."""

_LINE_RE: Final = regex.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_TERMINAL_RE: Final = regex.compile(r"[.!?…:][\p{Pi}\p{Pf}\p{Ps}\p{Pe}\"'*\s\d]*+$")
WORD_RE: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-.]*+")
_QUESTION_RE: Final = regex.compile(r"[^.!?…:\p{Pi}\p{Pf}\p{Ps}\p{Pe}\"]++\?\s*+")
_ADDRESSING_RE: Final = regex.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?|[Ii]ch|[Ww]ir|uns|mi(?:r|ch)|[Dd]u|di(?:r|ch))\b")
_DEBRIS_RE: Final = regex.compile(
    r"""^\W*+(?:
        (?:PREV|NEXT)\b
      | (?:Zum\ gleichen\ Thema|Mehr\ zum\ Thema|Lesen\ Sie\ (?:auch|dazu|hier)|Siehe\ auch|Auch\ interessant
         |You\ May\ Also\ Like|Read\ more|Weiterlesen|Mehr\ dazu|Das\ könnte\ Sie\ auch\ interessieren
         |Post\ image|Anzeige|Werbung|Newsletter|Teilen|Kommentare?|Drucken|Tags?|Schlagw[oö]rt(?:er|e)?)\b\W*+$
      | (?:Foto|Bild|Quelle|Bildquelle|Video|Grafik)s?\s*+:
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_DATE_RE: Final = regex.compile(
    r"^\W*+(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\p{L}*+\W++)?\d{1,2}\.?+\s?+(?:\d{1,2}\.|\p{Lu}\p{Ll}{2,8}\.?+)\s?+(?:19|20)\d\d"
    r"(?:\W++(?:um\s)?\d{1,2}[:.]\d\d(?:\sUhr)?)?+\W*+$"
)
_TAG_RE: Final = regex.compile(r"^[•·▪►|]\s*+\S++(?:\s\S++)?+$")
_PICTURE_LINK_RE: Final = regex.compile(r"\bpic\.(?:twitter|x)\.com/")
_AGENCY_SIGNATURE_RE: Final = regex.compile(
    r"^\W*+(?:/?\(?[\p{Lu}]{2,6}|\(?(?:dpa|afp|sda|apa|rtr|kna|epd|sid)[\p{Ll}/-]*+)\)?\W*+$"
)
_DEBRIS_PATTERNS: Final = (_DEBRIS_RE, _AGENCY_SIGNATURE_RE, _PICTURE_LINK_RE, _DATE_RE, _TAG_RE)
_POST_AUTHOR_RE: Final = regex.compile(r"[—–-]\s?+[^\n]*?\(@\w++\)")
_PLAIN_RE: Final = regex.compile(r"^[\p{L}\p{N}\s&|/-]++$")


@frozen
class Paragraph:
    """A paragraph: its span without white space around it, and the zone of the page it belongs to."""

    span: Span
    zone: Zone


def paragraph_spans(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of a text without white space around them.

    A line end ends a paragraph, unless the lines are wrapped: then only a blank line does.

    >>> [span.of("Eins.\nZwei.") for span in paragraph_spans("Eins.\nZwei.")]
    ['Eins.', 'Zwei.']
    """
    lines = [trimmed(Span(*match.span()), text) for match in _LINE_RE.finditer(text)]
    lines = [line for line in lines if len(line)]
    joined: list[Span] = []
    for block in _blocks(lines, text):
        joined += [Span(block[0].start, block[-1].end)] if _is_wrapped(block, text) else block
    return tuple(joined)


def _blocks(lines: list[Span], text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    for line in lines:
        if block and text.count("\n", block[-1].end, line.start) + text.count("\r\r", block[-1].end, line.start) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(block: list[Span], text: str) -> bool:
    """Say whether the lines were broken by width: all but the last about equally long, most cut in mid-sentence."""
    if len(block) < 3:
        return len(block) == 2 and 50 <= len(block[0]) <= 100 and text[block[1].start].islower()
    lengths = [len(line) for line in block[:-1]]
    even = max(lengths) <= 120 and min(lengths) >= 0.6 * max(lengths) and min(lengths) >= 40
    cut = sum(not _TERMINAL_RE.search(line.of(text)) for line in block[:-1])
    return even and cut * 2 > len(lengths) and any(text[line.start].islower() for line in block[1:])


def zoned(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text with the zone of each.

    Lines without a final full stop before the first real paragraph are headlines, later ones subheadings, and so is a
    short question on a line of its own that a paragraph answers; teasers, links to other pages and embedded posts are
    debris.
    """
    spans = paragraph_spans(text)
    contents = [span.of(text) for span in spans]
    debris = _debris(contents)
    zones: list[Zone] = []
    headline = True
    for place, content in enumerate(contents):
        if place in debris:
            zones.append("debris")
        elif _is_heading(content) or _asks(content, contents[place + 1 : place + 2]):
            zones.append("headline" if headline else "subheading")
        else:
            headline = False
            zones.append("body")
    for place in _tags(contents, zones):
        zones[place] = "debris"
    if "body" not in zones and len(spans) == 1:
        zones = ["body" if zone == "headline" else zone for zone in zones]
    return tuple(Paragraph(span, zone) for span, zone in zip(spans, zones, strict=True))


def _tags(contents: list[str], zones: list[Zone]) -> Iterator[int]:
    """Yield the short lines behind the text that head nothing: categories and keywords."""
    if "body" not in zones:
        return
    for place in range(len(zones) - 1, -1, -1):
        if zones[place] == "body":
            return
        short = len(contents[place].split()) <= LONGEST_TAG and _PLAIN_RE.match(contents[place]) is not None
        if zones[place] == "subheading" and short:
            yield place


def _is_heading(content: str) -> bool:
    return not _TERMINAL_RE.search(content) and len(WORD_RE.findall(content)) <= 20


def _asks(content: str, following: list[str]) -> bool:
    """Say whether a line is a question that nobody is asked, and that the paragraph behind it answers."""
    words = len(WORD_RE.findall(content))
    if words > LONGEST_QUESTION or not _QUESTION_RE.fullmatch(content) or _ADDRESSING_RE.search(content):
        return False
    return any(_TERMINAL_RE.search(answer) and len(WORD_RE.findall(answer)) > words for answer in following)


def _debris(contents: list[str]) -> set[int]:
    found = {place for place, content in enumerate(contents) if _is_debris(content)}
    for place, content in enumerate(contents):
        if _POST_AUTHOR_RE.match(content):
            found |= set(_post(contents, place))
        if place in found and regex.match(r"(?i)\W*zum gleichen thema", content):
            found |= {later for later in (place + 1,) if later < len(contents) and len(contents[later]) < 120}
    return found


def _is_debris(content: str) -> bool:
    if not any(map(str.isalnum, content)):
        return True
    return any(pattern.search(content) for pattern in _DEBRIS_PATTERNS)


def _post(contents: list[str], author: int) -> Iterable[int]:
    """Yield the paragraphs of an embedded post: the line before its author, and those up to the link that ends it."""
    end = next((place for place in range(author, min(author + 6, len(contents))) if "pic." in contents[place]), author)
    start = author - 1 if author and not _TERMINAL_RE.search(contents[author - 1]) else author
    return range(start, end + 1)
