"""Marked words that somebody answers, so that they are another's: *Auf die Frage „Wer zahlt?“ sagte Ott: „Ihr.“*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import is_finite
from quotetrack.cues import verb_cue
from quotetrack.phrases import case_of
from quotetrack.quotes.building import spans_of_words
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.syntax import Word

RULE: Final = "direct-answered"
_ANSWERED: Final = frozenset(
    "einwand einwurf frage fragen gegenfrage nachfrage rückfrage vorhalt vorhaltung vorwurf zuruf zwischenfrage"
    " zwischenruf".split()
)
"""Nouns for what is said to somebody who answers."""
_OWNING: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_REACH: Final = 9
"""So many words before the marks the preposition stands at most."""


def answered(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take words that somebody answers as those of whom the noun names: *Auf die Frage | des Richters | „Warum?“*."""
    context = quotes.context
    noun = answered_noun(context, placed) if placed.passage.kind in ("quotation", "fragment") else None
    clause = context.clauses.of(context.word(placed.first))
    cue = None if noun is None or clause is None else verb_cue(context.sentence, context.clauses, clause)
    if noun is None or (cue is not None and cue.is_negated) or context.word(placed.first - 1).text == "wie":
        return None  # gab er keine Antwort; auf Fragen wie „Wer zahlt?“
    article = context.word(noun.index - 1)
    named = (article, noun) if article.upos == "DET" and article.features.get("Poss") != "Yes" else (noun,)
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=(RULE,),
        cue=CueWords(spans_of_words(named), noun.lemma, "noun"),
        frame=(context.span(_preposition(context, noun).index, placed.first - 1),),
        speaker=_asking(context, noun, placed),
        medium="speech",
    )


def answered_noun(context: Context, placed: Placed) -> Word | None:
    """Return the noun behind *auf* for what is answered, if nothing but whose it is parts it from the marks."""
    for word in reversed(context.words(placed.first - _REACH, placed.first - 1)):
        if word.masked or word.upos in ("VERB", "AUX", "PRON") or context.passage_at(word.index) is not None:
            return None
        if word.upos == "NOUN" and word.text.lower() in _ANSWERED:
            behind = context.words(word.index + 1, placed.first - 1)
            whole = all(_may_part(other, placed) for other in behind) and not _is_answer(context, word, placed)
            return word if whole and _preposition(context, word).text.lower() == "auf" else None
    return None


def _is_answer(context: Context, noun: Word, placed: Placed) -> bool:
    """Say whether what follows a colon is the answer itself: *Ott sagte auf Nachfrage: „Der Deich ist dicht.“*."""
    asks = context.text[: placed.passage.marked.content_spans[-1].end].endswith("?")
    bare = context.word(noun.index - 1).text.lower() == "auf"
    told = any(is_finite(word) and not word.masked for word in context.words(1, noun.index - 1))
    return context.separator_before(placed.first) == ":" and not asks and (told or bare)


def _may_part(word: Word, placed: Placed) -> bool:
    """Say whether a word may stand between the noun and the marks: whose words they are, a comma, a colon."""
    if word.upos == "PUNCT":
        return word.index == placed.first - 1
    return word.upos in _OWNING or word.text in ("von", "vom", "aus", "wie")


def _preposition(context: Context, noun: Word) -> Word:
    """Return the word before the article of a noun, or before its attribute."""
    place = noun.index - 1
    while place > 1 and context.word(place).upos in ("ADJ", "DET", "NUM"):
        place -= 1
    return context.word(max(place, 1))


def _asking(context: Context, noun: Word, placed: Placed) -> Mention | None:
    """Return who said what is answered: by a possessive, a genitive or *von*."""
    owner = context.word(noun.index - 1)
    if owner.features.get("Poss") == "Yes":
        return Mention(owner.span, owner, context.number)
    for word in context.words(noun.index + 1, placed.first - 1):
        if word.upos in ("NOUN", "PROPN") and case_of(context.sentence, word) in (None, "von", "vom"):
            return mention(context, word, context.clauses.of(word))
    return None
