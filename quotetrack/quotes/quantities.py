"""How many speak: *fast jeder Dritte*, *mehr als die Hälfte der Befragten*, *über 300 Ärzte*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.syntax import Sentence, Word

_APPROXIMATE: Final = frozenset(
    "annähernd an beinahe bis ca ca. circa etwa fast gut knapp mehr nahezu rund ungefähr unter weit weniger"
    " wenigstens mindestens höchstens über".split()
)
_BETWEEN: Final = frozenset("als der die das ein eine zu an".split())
_SHARES: Final = frozenset("hälfte drittel viertel fünftel zehntel dutzend hundert tausend jeder jede jedes".split())
_FARTHEST: Final = 4


def approximation(words: Sequence[Word]) -> int:
    """Return how many words before a number or a share only say that it is about so many; 0 where none do."""
    if not words or words[0].text.lower() not in _APPROXIMATE:
        return 0
    for place, word in enumerate(words[1:_FARTHEST], start=1):
        if word.upos == "NUM" or word.text.lower() in _SHARES:
            article = place > 1 and words[place - 1].upos == "DET"
            return place - 1 if article else place
        if word.text.lower() not in _APPROXIMATE | _BETWEEN:
            return 0
    return 0


def is_about_number(sentence: Sentence, number: Word) -> bool:
    """Say whether the word before a number only says that it is about so many: *vor | rund 700 Gästen*."""
    before = sentence.word(number.index - 1) if number.index > 1 and number.upos == "NUM" else None
    return before is not None and before.text.lower() in _APPROXIMATE and before.upos in ("ADV", "ADJ")
