"""What somebody calls while he does something: *Mit einem „Bis morgen“ verabschiedete sich Ott*."""

from __future__ import annotations

from typing import Final

from quotetrack.quotes.context import Context, Placed
from quotetrack.syntax import NOMINALS

ACCOMPANIED: Final = frozenset(
    "abfertigen ablehnen abschließen abspeisen abtun abweisen abwinken antworten bedanken beenden beginnen begrüßen"
    " betreten einleiten einsteigen empfangen enden entlassen eröffnen grüßen gehen kommentieren loslegen quittieren"
    " reagieren schließen starten unterbrechen verabschieden verlassen wegschicken zustimmen".split()
)
"""Verbs of what somebody does while saying a word or two."""
_WORDS: Final = frozenset(
    "Adieu Ahoi Amen Basta Bravo Danke Grüezi Hallo Halt Hurra Ja Jawohl Moin Na Nein Ok Okay Pfui Prost Servus Stopp"
    " Tschüs Tschüss Willkommen".split()
)
"""What is called, whatever a tagger takes it for."""


def is_call(context: Context, placed: Placed) -> bool:
    """Say whether a passage behind *mit einem* is something called, no noun phrase: *„Bis morgen“*, not *„Golf“*."""
    leading = [word.text.lower() for word in context.words(placed.first - 3, placed.first - 1)]
    bare = leading[-2:] == ["mit", "einem"]
    if not bare and not (leading[:2] == ["mit", "einem"] and context.word(placed.first - 1).upos == "ADJ"):
        return False
    words = [word for word in context.words(placed.first, placed.last) if word.upos != "PUNCT" and not word.masked]
    if not words or not words[0].text[:1].isupper():
        return False
    loud = any(word.text in ("!", "?") for word in context.words(placed.first, placed.last))
    phrase = words[-1].upos in NOMINALS and all(word.upos in ("ADJ", "DET", *NOMINALS) for word in words[:-1])
    return loud or words[0].text in _WORDS or not phrase
