"""Speech between marks, told by its frame, its stop, its verb, its length."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.passages.model import Verdict
from quotetrack.passages.surroundings import Surroundings
from quotetrack.spans import Span

CLAUSE_LENGTH: Final = 6
"""From so many words on a passage not shaped like a name is a clause: 94 % of them were direct speech."""
SHORTEST_CLAUSE: Final = 3
"""A finite form in a shorter passage may be part of a name."""
_SO: Final = regex.compile(
    r"\s*+(?:,\s++so\s++(?!hei|hie|nann|nenn|laute)|:\s++Mit\s++diese[mn]\s++(?:Worten|Satz|Ausruf)\b)"
)
_FRAME: Final = regex.compile(r"\s*+(?:[,–—-]\s*+|:\s++(?:So|Das|Dies)\s++)(?P<verb>\p{Ll}++)")

_LIKE: Final = regex.compile(
    r"\s*+,\s++wie\s++(?!man\b)(?:[\p{L}.-]++\s++){1,4}?(?P<verb>(?!nenn|heiß|heiss)\p{Ll}++)(?=[.!,])"
)
_ACTING: Final = regex.compile(r"\p{Ll}{2,}te\s++(?:d(?:er|ie|as)\s++\p{Lu}|eine?\s++\p{Lu}|er\b|sie\b|\p{Lu}\p{Ll})")
"""A past that no participle looks like, before somebody."""

_CARRIER: Final = (
    r"\p{L}*?(?:[Pp]lakat|[Tt]ransparent|[Bb]anner|[Ss]child|[Ss]pruchb[aä]nd|[Zz]ettel|[Ff]lugbl[aä]tt)"
    r"(?:e[nrs]?|ern|[ns])?\b"
)
_ON_A_CARRIER: Final = rf"\b[Aa]uf\s++(?:\p{{Ll}}++\s++){{0,3}}{_CARRIER}"
_STANDING: Final = r"(?:steht|stehen|stand|standen|prangt|prangen|prangte|prangten)"
_WAS: Final = r"(?:ist|sind|war|waren)"
_IS_READ_THERE: Final = regex.compile(
    rf"\s*+(?:{_STANDING}\b[^.!?„“»«]{{0,60}}?{_ON_A_CARRIER}|{_WAS}\b[^.!?„“»«]{{0,60}}?{_ON_A_CARRIER}[^.!?„“»«]*?\bzu\s++lesen\b)"
)
_READ_THERE: Final = regex.compile(rf"{_ON_A_CARRIER}[^.!?„“»«]{{0,60}}?\b(?P<verb>{_STANDING}|{_WAS})\s++\Z")
_ON_WHICH: Final = regex.compile(rf"\b{_CARRIER}[^.!?„“»«]{{0,40}}?,\s++auf\s++(?:dem|denen|der)\s++\Z")
_CAN_BE_READ: Final = regex.compile(rf"\s++(?:{_STANDING}|zu\s++lesen\s++{_WAS})\b")
_REACH: Final = 150


def end_lost(around: Surroundings) -> Verdict | None:
    """See nothing certain in a passage whose end nothing shows: no closer, no reporting clause, no further paragraph.

    What the author goes on to say may well stand within.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> end_lost(surroundings_of("„Wir bauen. Das teilte Ott mit. Das Geld sei da."))[0]
    'undecided'
    """
    return ("undecided", (around.passage.opener,)) if around.passage.end_is_lost else None


def several_paragraphs(around: Surroundings) -> Verdict | None:
    r"""See speech in a passage over several paragraphs.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> several_paragraphs(surroundings_of("„Wir bleiben.\n\n„Und wir bauen“, sagte Ott."))[0]
    'quotation'
    """
    several = len(around.passage.content_spans) > 1 or "\n\n" in around.said
    return ("quotation", (around.content,)) if several else None


def colon_before(around: Surroundings) -> Verdict | None:
    """See speech after a colon (95 % of 216).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> colon_before(surroundings_of("Ortsvorsteher Ott: „Nein“"))[0]
    'quotation'
    """
    return ("quotation", ()) if around.follows_colon else None


def frame_after(around: Surroundings) -> Verdict | None:
    """See speech where *, so* or a comma and a verb of speaking follows (98 % of 83), or *: So sagte* takes it up.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> frame_after(surroundings_of("„Nein“, sagte Ott."))[0]
    'quotation'
    """
    so = _SO.match(around.text, around.passage.span.end)
    if so is not None:
        return "quotation", (Span(*so.span()),)
    like = _LIKE.match(around.text, around.passage.span.end)
    if like is not None and like["verb"] in load("quoting_forms") and len(around.words) > 1 and not around.before:
        return "quotation", (Span(*like.span("verb")),)
    frame = _FRAME.match(around.text, around.passage.span.end)
    if frame is None or not (frame["verb"] in load("quoting_forms") or _is_told_by(around, frame)):
        return None
    return "quotation", (Span(*frame.span("verb")),)


def _is_told_by(around: Surroundings, frame: regex.Match[str]) -> bool:
    """Say whether a past and who acts follow several words that open a sentence: *„Ich rufe“, übersetzte der Abt*."""
    several = len(around.words) > 1 and not all(word.is_capitalised for word in around.words)
    return several and around.previous is None and _ACTING.match(around.text, frame.start("verb")) is not None


def read_on_a_carrier(around: Surroundings) -> Verdict | None:
    """See speech in several words that can be read on a banner or sign.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> read_on_a_carrier(surroundings_of("„Hände weg vom Park“ stand auf Schildern."))[0]
    'quotation'
    """
    marks = around.passage.span
    if len(around.words) < 2:
        return None
    behind = _IS_READ_THERE.match(around.text, marks.end)
    if behind is not None:
        return "quotation", (Span(*behind.span()),)
    which = _ON_WHICH.search(around.text, max(0, marks.start - _REACH), marks.start)
    if which is not None and _CAN_BE_READ.match(around.text, marks.end):
        return "quotation", (Span(*which.span()),)
    before = _READ_THERE.search(around.text, max(0, marks.start - _REACH), marks.start)
    standing = before is not None and regex.fullmatch(_STANDING, before["verb"]) is not None
    if before is None or not (standing or around.text[marks.end :].startswith(" zu lesen")):
        return None
    return "quotation", (Span(*before.span()),)


_OPENS_RE: Final = regex.compile(r"(?:[.!?…]\s|\n)\s*$")
"""What stands right before a sentence."""


def stop_within(around: Surroundings) -> Verdict | None:
    """See speech in several words that end with a stop within the marks (95 % of 57).

    A full stop behind small words in the author's sentence is the author's: *Der Abend war „ganz nett.“*

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> stop_within(surroundings_of("Sie rief laut „Halt an!“ und lief."))[0]
    'quotation'
    """
    stop = around.stop
    opens = _OPENS_RE.search(around.text, max(0, around.passage.span.start - 3), around.passage.span.start) is not None
    alone = opens and (around.next is None or around.next.is_capitalised)  # Ott schüttelt den Kopf. „Nein.“
    if stop is None or (len(around.words) < 2 and not alone) or _is_stop_of_author(around, stop.of(around.text)):
        return None
    return "quotation", (stop,)


def _is_stop_of_author(around: Surroundings, stop: str) -> bool:
    small = around.previous is not None and not around.words[0].is_capitalised
    return stop == "." and small and len(around.words) < CLAUSE_LENGTH


def finite_verb_within(around: Surroundings) -> Verdict | None:
    """See speech where a finite verb makes the passage a clause (94 % of 72).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> finite_verb_within(surroundings_of("Er fand, dass „das alles nicht reicht“."))[0]
    'quotation'
    """
    verb = next((word for word in around.words if word.text in load("finite_forms")), None)
    return None if verb is None or len(around.words) < SHORTEST_CLAUSE else ("quotation", (verb.span,))


def long_enough(around: Surroundings) -> Verdict | None:
    """See speech in many words that are not shaped like a name (94 % of 63).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> long_enough(surroundings_of("Er blieb „trotz aller Mahnungen bis zum bitteren Schluss“ sitzen."))[0]
    'quotation'
    """
    return ("quotation", (around.content,)) if len(around.words) >= CLAUSE_LENGTH else None
