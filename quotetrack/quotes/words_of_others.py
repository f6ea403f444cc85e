"""Whose words stand behind a colon where a clause tells of them: *Ott denkt oft an einen Satz von Kern: „…“*."""

from __future__ import annotations

from typing import Final

from quotetrack.cues import VerbCue
from quotetrack.nouns import is_given_name, is_person_noun
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.syntax import Word

WORDS: Final = frozenset(
    "satz sätze spruch sprüche ausspruch wort worte worten zitat zitate leitspruch wahlspruch bonmot".split()
)
"""Nouns for the very words of somebody."""
_ARTICLES: Final = frozenset("der des eines einer seines seiner ihres ihrer unseres unserer".split())


def owner_of_words(context: Context, cue: VerbCue) -> Mention | None:
    """Return whose words are told of at the end of a clause before a colon, if they are another's than its subject's.

    ``Ott denkt oft an einen Satz von | Kern |: „…“``, ``an die Worte | seiner Mutter |``.
    """
    words = [word for word in cue.clause.words if not word.masked]
    place = next((place for place, word in enumerate(words) if word.text.lower() in WORDS), None)
    last = words[-1].index if words else 0
    if place is None or last >= context.length or context.word(last + 1).text != ":":
        return None
    head = _named(words[place + 1 :])
    return None if head is None else mention(context, head, cue.clause)


def _named(behind: list[Word]) -> Word | None:
    """Return the head of the owner that the words behind a noun open with: *von | Kern*, *seiner | Mutter*."""
    if len(behind) < 2 or behind[0].text not in ("von", "vom", *_ARTICLES):
        return None
    nominal = next((word for word in behind[1:] if word.upos in ("NOUN", "PROPN")), None)
    if nominal is None or any(word.upos not in ("ADJ", "DET") for word in behind[1 : behind.index(nominal)]):
        return None
    is_person = is_person_noun(nominal.text) or is_given_name(nominal.text)
    return nominal if is_person or (behind[0].text == "von" and nominal.upos == "PROPN") else None
