"""Names the construction of an annotation by its surface, gold and system alike, so that scores can be split by it.

The names D1 to D8 and I1 to I11 are those of the inventory of constructions in the documentation; the surface decides
here, not a parse, so a few of a hundred are named wrongly, on both sides in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from quotetrack.evaluation.annotations import Annotation, BenchmarkDocument

PREPOSITIONS: Final = frozenset({"laut", "nach", "zufolge", "gemäß", "gemäss", "aus", "für", "entsprechend"})
SOURCE_ADVERBS: Final = frozenset({"demnach", "danach", "wonach", "demzufolge"})
CONJUNCTIONS: Final = frozenset(
    {"dass", "daß", "ob", "wer", "wen", "wem", "wessen", "was", "wann", "wo", "wie", "warum", "wieso", "weshalb"}
    | {"wohin", "woher", "welche", "welcher", "welches"}
)
BACK_REFERENCES: Final = frozenset({"das", "dies", "dieses"})
ZU_INFINITIVE: Final = re.compile(r"\w{2,}zu\w+n")

NAMES: Final = {
    "D1": "frame : „…“",
    "D2": "fragment within another quotation",
    "D3": "fragment in a sentence of the author",
    "D4": "„…“, sagte X",
    "D5": "„…“, so X",
    "D6": "X zitiert Y / laut X",
    "D7": "free-standing „…“",
    "I1": "laut / nach Angaben / zufolge",
    "I2": "verb + dass / ob / w-",
    "I3": "verb + verb-second clause",
    "I4": "verb + zu-infinitive",
    "I5": "postposed or medial verb",
    "I6": "wie X mitteilte",
    "I7": ", so X",
    "I8": "Das teilte X mit",
    "I9": "demnach / wonach",
    "I11": "no cue",
}


def construction(annotation: Annotation, document: BenchmarkDocument, others: Iterable[Annotation]) -> str:
    """Return the number of the construction with its name; the type, for the three sentence types.

    ``others`` are the annotations of the same side in the same document: a direct quotation within one is a fragment.
    """
    if annotation.type == "Direct":
        number = _direct(annotation, document, others)
    elif annotation.type == "Indirect":
        number = _indirect(annotation, document)
    else:
        return annotation.type
    return f"{number} {NAMES[number]}"


def _direct(annotation: Annotation, document: BenchmarkDocument, others: Iterable[Annotation]) -> str:
    cue = _words(annotation.cue, document)
    if any(annotation.quote < other.quote for other in others):
        return "D2"
    if not annotation.frame and not annotation.cue:
        return "D7"
    if cue & {"so"}:
        return "D5"
    if cue & (PREPOSITIONS - {"nach"}) or any(word.startswith("zitier") for word in cue):
        return "D6"
    if _comes_after(annotation):
        return "D4"
    return "D1" if _follows_colon(annotation, document) else "D3"


def _indirect(annotation: Annotation, document: BenchmarkDocument) -> str:
    cue, quote = _words(annotation.cue, document), sorted(annotation.quote)
    first, last = document.word(quote[0]).lower(), document.word(quote[-1]).lower()
    if not cue:
        return "I11"
    if cue <= PREPOSITIONS:
        return "I1"
    if cue <= SOURCE_ADVERBS:
        return "I9"
    if cue == {"so"}:
        return "I7"
    if last in BACK_REFERENCES and _comes_after(annotation):
        return "I8"
    if "wie" in cue | _first_words(annotation, document):
        return "I6"
    if _comes_after(annotation):
        return "I5"
    if first in CONJUNCTIONS:
        return "I2"
    return "I4" if _ends_in_zu(quote, document) else "I3"


def _words(tokens: Iterable[int], document: BenchmarkDocument) -> set[str]:
    return {document.word(number).lower() for number in tokens}


def _comes_after(annotation: Annotation) -> bool:
    reporting = annotation.cue or annotation.frame
    return bool(reporting) and min(reporting) > min(annotation.quote)


def _follows_colon(annotation: Annotation, document: BenchmarkDocument) -> bool:
    before = min(annotation.quote) - 1
    return before >= 0 and document.word(before).endswith(":")


def _first_words(annotation: Annotation, document: BenchmarkDocument) -> set[str]:
    words = [document.word(number).lower() for number in sorted(annotation.frame)]
    return set([word for word in words if word not in {","}][:1])


def _ends_in_zu(quote: list[int], document: BenchmarkDocument) -> bool:
    words = [document.word(number) for number in quote]
    bare = any(one == "zu" and other.endswith("n") and other.islower() for one, other in pairwise(words))
    return bare or any(ZU_INFINITIVE.fullmatch(word) and word.islower() for word in words)
