"""What a body is for, as a part of its name: *der Verein | zum Schutz der Vögel*, *die Initiative | gegen Lärm*.

A tree gives such a phrase to the verb as soon as it stands behind it.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import verb_cue
from quotetrack.phrases import noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.extents import is_body
from quotetrack.syntax import Word

_PURPOSES: Final = frozenset(
    "Abschaffung Aufarbeitung Aufklärung Bekämpfung Bewahrung Durchsetzung Erforschung Erhalt Erhaltung Entwicklung"
    " Förderung Gründung Kontrolle Koordination Koordinierung Pflege Prävention Rettung Schutz Stärkung Überwachung"
    " Unterstützung Untersuchung Verbreitung Verhütung Vermeidung Verteidigung Verwaltung Vorbeugung Wahrung"
    " Wiederaufbau Zusammenarbeit".split()
)
"""What associations and offices are for."""
_OPPOSING: Final = ("initiative", "bündnis", "allianz", "komitee", "aktion", "kampagne", "netzwerk", "zentrum")
"""Ends of nouns for bodies that are against something by their name."""
_NEEDING_ZU: Final = frozenset(
    "aufrufen auffordern anhalten anspornen beitragen bewegen drängen ermahnen ermuntern ermutigen mahnen raten"
    " verpflichten zwingen rufen fordern".split()
)
_NEEDING_GEGEN: Final = frozenset(
    "protestieren klagen stimmen kämpfen wehren demonstrieren vorgehen ermitteln mobilisieren aussprechen wenden"
    " einwenden argumentieren sträuben verteidigen".split()
)
"""Verbs that have *zu* or *gegen* themselves."""


def with_purpose(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a phrase that ends with a body together with what the body is for."""
    last = words[-1]
    if clause is None or last.index + 2 > clause.end or last.masked or last.upos not in ("NOUN", "PROPN"):
        return words
    marker = context.word(last.index + 1)
    if marker.text not in ("zu", "zum", "zur", "gegen") or not is_body(last):
        return words
    noun = next((word for word in context.words(marker.index + 1, clause.end) if word.upos in ("NOUN", "PROPN")), None)
    if noun is None or noun.index > marker.index + len(("der", "besseren", "Förderung")):
        return words
    if not _belongs(context, last, marker, noun, context.clauses.of(last) or clause):
        return words
    inner = noun_phrase(context.sentence, noun, (marker.index + 1, clause.end))
    return context.words(words[0].index, max(inner[-1].index, noun.index))


def _belongs(context: Context, body: Word, marker: Word, noun: Word, clause: Clause) -> bool:
    """Say whether the phrase behind a body names its purpose, and is none that the verb asks for."""
    cue = verb_cue(context.sentence, context.clauses, clause)
    lemma = "" if cue is None else cue.lemma
    if marker.text == "gegen":
        return body.text.lower().endswith(_OPPOSING) and lemma not in _NEEDING_GEGEN
    return noun.text in _PURPOSES and lemma not in _NEEDING_ZU
