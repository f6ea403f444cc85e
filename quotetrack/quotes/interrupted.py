"""Direct speech on both sides of what its speaker does meanwhile: *„Nein“ – Ott klappt den Ordner zu – „so nicht.“*."""

from __future__ import annotations

from typing import Final

from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import is_person_noun
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Quote, direct_quote
from quotetrack.quotes.nominals import can_speak
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.syntax import SUBJECTS, Word

_DASHES: Final = frozenset({"–", "—", "-"})
_MARKS: Final = frozenset('„“”»«‹›"')
_PERSONAL: Final = frozenset({"er", "sie"})


def interrupted(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take two passages that open and end a sentence, between which a main clause between dashes or commas stands.

    Its subject, somebody, does something meanwhile: ``„Hier“, Ida Ott zeigt auf die Karte, „soll sie verlaufen.“``
    """
    context = quotes.context
    pair = _outer_passages(context)
    if pair is None or placed not in pair or not any(one.passage.kind == "quotation" for one in pair):
        return None
    subject = _acting_between(context, *pair)
    if subject is None:
        return None
    return direct_quote(context.number, "direct-unannounced", mention(context, subject, context.clauses.of(subject)))


def _outer_passages(context: Context) -> tuple[Placed, Placed] | None:
    """Return the passages with which a sentence opens and ends, if they are all that it has."""
    if len(context.passages) != 2:
        return None
    first, last = context.passages
    ends = all(word.upos == "PUNCT" for word in context.words(last.last + 1, context.length))
    return (first, last) if first.first <= 2 and ends and first.last + 2 < last.first else None


def _acting_between(context: Context, first: Placed, last: Placed) -> Word | None:
    """Return the subject of the clause between two passages, somebody who stands before its verb and says nothing."""
    between = [word for word in context.words(first.last + 1, last.first - 1) if word.text not in _MARKS]
    inner = [word for word in between if word.upos != "PUNCT"]
    if not inner or not all(_is_set_apart(context, place) for place in (inner[0].index - 1, inner[-1].index + 1)):
        return None
    finite = next((word for word in inner if word.features.get("VerbForm") == "Fin"), None)
    if finite is None or is_konjunktiv(finite):
        return None
    acting = (word for word in inner if word.relation in SUBJECTS and word.index < finite.index and can_speak(word))
    return next(filter(_is_somebody, acting), None)


def _is_set_apart(context: Context, place: int) -> bool:
    """Say whether a dash or a comma stands at a place."""
    return context.word(place).text in _DASHES or context.word(place).text == ","


def _is_somebody(word: Word) -> bool:
    """Say whether a subject is a name, a person's pronoun or a noun for people."""
    return word.upos == "PROPN" or word.text.lower() in _PERSONAL or (word.upos == "NOUN" and is_person_noun(word.text))
