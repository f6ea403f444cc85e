"""The clause that reports a quotation, as far as commas show it: in a split one, and behind one that nothing closes."""

from __future__ import annotations

import re
from typing import Final

LONGEST_GAP: Final = 240
"""How many characters may stand between the parts: room for a clause with two appositions."""

_BRACKET: Final = re.compile(r"\s*+(?:\[[^\[\]]*+\]|\([^()]*+\)|…|\.\.\.)\s*+")
_DASHED: Final = re.compile(
    r"\s*+,?+\s*+[\N{EN DASH}\N{EM DASH}-]\s++(?P<first>[^\W\d_]++)\b.*\s[\N{EN DASH}\N{EM DASH}-],?+\s*+", re.DOTALL
)
_CLAUSE: Final = re.compile(r"(?P<comma>\s*+,)?+\s*+(?P<first>[^\W\d_]++)\b.*,\s*+", re.DOTALL)
_SENTENCE_END: Final = re.compile(r"(?P<word>\w++)[.!?;]\s++[A-ZÄÖÜ]")
_ABBREVIATIONS: Final = frozenset(
    {"Dr", "Prof", "St", "Nr", "Mag", "Dipl", "Ing", "Abs", "Art", "bzw", "ca", "geb", "Jr"}
)
_NOT_A_VERB: Final = re.compile(
    r"(?:d(?:er|ie|as|em|en|es)|k?ein(?:e[mnrs]?)?|und|oder|aber|sowie|auch|sondern|denn|in|im|an|am|auf|aus"
    r"|bei|beim|mit|nach|von|vom|vor|zu|zum|zur|für|über|unter|durch|gegen|ohne|um|bis|seit|wie|als|wenn|weil|dass|ob|wo|was"
    r"|wer|dessen|deren|welche[rs]?|dann|später|zuletzt|zudem|mein|sein|ihr|unser)"
)
_LOST_END: Final = re.compile(
    r"(?:,|(?<=[!?]))\s++(?:(?:sag|erklär|beton|mein|frag|bericht|warn|forder|ergänz|versicher|kritisier)(?:e?t|e?ten?)"
    r"|rief(?:en)?|ruft|schrieb(?:en)?|schreibt|hieß|heißt|so)"
    r"\s++(?:[A-ZÄÖÜ]|(?:er|sie|es|der|die|das|ein|eine|seine?|ihre?|man|am|im|dazu)\b)"
)
_FARTHEST_FRAME: Final = 300
"""How many characters of a sentence may be said before the clause that reports them, where the closing mark is lost."""
_STOPS_WITHIN: Final = frozenset(",!?\N{HORIZONTAL ELLIPSIS}")


def continues(gap: str, last: str) -> bool:
    """Say whether a passage goes on after the gap; ``last`` is the last character of what was said before.

    The clause between begins in lower case with what may be a verb or *so*, and stands between commas.
    Sources: Amtliches Regelwerk der deutschen Rechtschreibung (2018), section 93 (comma and quotation
    marks).

    >>> continues(", sagte Ott gestern, ", "n")
    True
    >>> continues(", der Zeitschrift ", "l")
    False
    >>> continues(" (gemeint ist der Bund) ", "r")
    True
    """
    return _BRACKET.fullmatch(gap) is not None or _is_dashed(gap) or _is_clause(gap, last)


def lost_end(text: str, start: int, searched: int, limit: int) -> int | None:
    """Return where words that begin at ``start`` end, if the clause that reports their sentence follows them.

    The clause is looked for from ``searched`` to ``limit``, and must begin with a common verb of saying.

    >>> text = "„Wir bauen, sagte Ott. Das Geld sei da."
    >>> lost_end(text, 1, 1, len(text))
    10
    """
    if searched - start > _FARTHEST_FRAME:
        return None
    found = _LOST_END.search(text, searched, min(limit, start + _FARTHEST_FRAME))
    if found is None or found.start() == start or _holds_sentence_end(text[start : found.end()]):
        return None
    return found.start()


def _is_dashed(gap: str) -> bool:
    dashed = _DASHED.fullmatch(gap)
    return dashed is not None and _may_report(dashed["first"]) and not _holds_sentence_end(gap)


def _is_clause(gap: str, last: str) -> bool:
    clause = _CLAUSE.fullmatch(gap)
    if clause is None or (clause["comma"] is None and last not in _STOPS_WITHIN):
        return False
    return _may_report(clause["first"]) and not _holds_sentence_end(gap)


def _may_report(first: str) -> bool:
    """Say whether a word may begin a reporting clause: a verb, or *so*."""
    return first.islower() and _NOT_A_VERB.fullmatch(first) is None


def _holds_sentence_end(gap: str) -> bool:
    return any(not _is_abbreviation(found) for found in _SENTENCE_END.finditer(gap))


def _is_abbreviation(found: re.Match[str]) -> bool:
    word = found["word"]
    return len(word) == 1 or word.isdigit() or word in _ABBREVIATIONS
