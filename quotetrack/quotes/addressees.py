"""Whom a reporting verb speaks to: its dative or object, *gegenüber X*; the media spoken to are channels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from attrs import evolve

from quotetrack.cues import VerbCue
from quotetrack.lexicon import table
from quotetrack.nouns import noun_of
from quotetrack.phrases import case_of, is_medium, mention_span, noun_phrase
from quotetrack.quotes.addressed import addressed_words, bare_object
from quotetrack.quotes.addressee_phrases import before_demand, before_topic, is_behind_preposition, without_object
from quotetrack.quotes.addressing_verbs import (
    ADDRESSED_BY_OBJECT,
    JUDGING_OBJECT,
    MEANT_FOR_HEARER,
    NOT_ADDRESSING,
)
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.extents import whole_names
from quotetrack.quotes.hearers import partner, recipient, towards
from quotetrack.quotes.mentions import limit_of, mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.names_side_by_side import named_beside
from quotetrack.quotes.quantities import is_about_number
from quotetrack.spans import Span
from quotetrack.syntax import Word

_TO_PAPERS: Final = frozenset({"der", "dem", "Der", "Dem"})


def addressee_of(context: Context, cue: VerbCue, speaker: Mention | None) -> tuple[Span, ...]:
    """Return who is spoken to: dative or object of verbs that take one, *gegenüber X*; media are channels."""
    addressed = addressed_words(context, cue, speaker)
    media = [mention(context, word, cue.clause).span for word in addressed if _is_channel(context, cue, word)]
    for word in addressed:
        if _marked_paper(context, cue, word) is not None or _is_name_of(context, cue, word, media):
            continue
        if not _is_channel(context, cue, word):
            words = noun_phrase(context.sentence, word, limit_of(context, word, cue.clause), placed=True)
            words = _before_bare_object(cue, words)
            words = _behind(speaker, before_demand(cue, before_topic(cue, without_object(context, cue, words))))
            if not is_behind_preposition(context, words):
                return (mention_span(context.sentence, _with_about(context, words)),)
        if case_of(context.sentence, word) in ("gegenüber", "zu", "vor"):
            words = noun_phrase(context.sentence, word, limit_of(context, word, cue.clause))
            return (mention_span(context.sentence, _with_about(context, whole_names(context, words))),)
    listener = (
        towards(context, cue) or bare_object(context, cue, speaker) or partner(context, cue) or recipient(context, cue)
    )
    if listener is not None and not (speaker is not None and speaker.span.contains(listener.span)):
        return (mention(context, listener, cue.clause).span,)
    subject = None if cue.is_passive or speaker is None else mention(context, speaker.head, cue.clause)
    beside = None if subject is None or speaker is None else named_beside(context, cue, subject)
    if beside is None or speaker is None or beside[0] != speaker.span or cue.lemma in JUDGING_OBJECT:
        return ()
    return (beside[1],)


def _with_about(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase with what says that its number is about so many: *sagte sie vor | rund | 700 Gästen*."""
    return context.words(words[0].index - is_about_number(context.sentence, words[0]), words[-1].index)


def _before_bare_object(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a name without the bare object behind it: *sicherte Kenia | Unterstützung zu*."""
    entry = table("reported_acts").get(cue.lemma)
    bare = len(words) == len(("Kenia", "Hilfe")) and words[0].upos == "PROPN" and words[1].upos == "NOUN"
    return words[:1] if bare and entry is not None and "obj" in entry[0].split("|") else words


def _behind(speaker: Mention | None, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without who speaks in front of it, taken for its article: *warf dieser | dem Rat vor*."""
    while speaker is not None and len(words) > 1 and speaker.span.contains(words[0].span):
        words = words[1:]
    return words


def _is_name_of(context: Context, cue: VerbCue, word: Word, media: Sequence[Span]) -> bool:
    """Say whether a word is the name behind the noun of a medium that is told: *sagte dem Sender | Al-Bahr*."""
    return not _is_channel(context, cue, word) and any(medium.contains(word.span) for medium in media)


def channels_of(context: Context, cue: VerbCue, speaker: Mention | None) -> tuple[Mention, ...]:
    """Return the media spoken to in the dative: ``sagte X der dpa``, ``sagte X der „Landpost“``."""
    marked = (_marked_paper(context, cue, word) for word in cue.clause.words)
    told = (paper for paper in marked if paper is not None and not _is_speaker(paper, speaker))
    papers = {paper.span: paper for paper in told}
    media = (
        _up_to_name(context, mention(context, word, cue.clause))
        for word in addressed_words(context, cue, speaker)
        if _is_channel(context, cue, word) and case_of(context.sentence, word) is None
    )
    beside = _behind_apposition(context, cue, speaker)
    if beside is not None:
        papers[beside.span] = beside
    return (*papers.values(), *(medium for medium in media if not any(map(medium.span.overlaps, papers))))


def _up_to_name(context: Context, told: Mention) -> Mention:
    """Return a medium without what stands behind a name that everybody knows: *sagte dem ORF | in Wien*."""
    inside = context.sentence.within(told.span)
    last = next((word for word in reversed(inside) if "Medium" in word.features), None)
    if last is None or last == inside[-1] or context.word(last.index + 1).upos != "ADP":
        return told
    return evolve(told, span=Span(told.span.start, last.span.end))


def _is_speaker(paper: Mention, speaker: Mention | None) -> bool:
    """Say whether a marked name is of who speaks: *Der „Anzeiger“ schrieb, …*."""
    return speaker is not None and paper.span.overlaps(speaker.span)


def _behind_apposition(context: Context, cue: VerbCue, speaker: Mention | None) -> Mention | None:
    """Return the medium behind a comma that closes an apposition: *sagte die Leiterin, Ida Ott, | der Landpost*."""
    if speaker is None or not cue.grants("i") or cue.is_passive or "," not in speaker.span.of(context.text):
        return None
    behind = [word for word in context.sentence.words if word.span.start >= speaker.span.end][:6]
    if len(behind) < 3 or behind[0].text != "," or behind[1].text not in ("der", "dem"):
        return None
    placed = context.passage_at(behind[2].index)
    if placed is not None and is_named(placed):
        return Mention(context.span(behind[1].index, placed.last), behind[2], context.number)
    nominal = list(takewhile(_is_of_nominal, behind[2:]))
    if not (behind[2].text[:1].isupper() or any("Medium" in word.features for word in nominal)):
        return None
    medium = next((word for word in nominal if is_medium(word)), None)
    if medium is None:
        return None
    last = next((word for word in behind if word.index == medium.index + 1 and word.upos == "PROPN"), medium)
    last = next((word for word in reversed(nominal) if "Medium" in word.features), last)
    return Mention(context.span(behind[1].index, last.index), medium, context.number)


def _is_of_nominal(word: Word) -> bool:
    return word.upos in ("ADJ", "NOUN", "PROPN") or "Medium" in word.features


def _marked_paper(context: Context, cue: VerbCue, word: Word) -> Mention | None:
    """Return the marked name in the dative of a verb of saying: *sagte Jan Kern der „Landpost“*.

    The article stands right behind a name or pronoun, which takes no genitive, or opens the clause.
    """
    placed = context.passage_at(word.index)
    if placed is None or not cue.grants("i") or cue.is_passive or word.masked:
        return None
    if cue.lemma in NOT_ADDRESSING | MEANT_FOR_HEARER:
        return None
    first, inside = placed.first - 1, context.word(min(placed.first + 1, context.length))
    if first < cue.clause.start or not inside.text[:1].isupper() or context.word(first).text not in _TO_PAPERS:
        return None
    before = context.word(first - 1) if first > cue.clause.start else None
    told = placed.passage.reason == "spoken_to" and before is not None and before.upos != "ADP"
    if before is not None and not ((told or _is_name(before)) and before in cue.clause.words):
        return None
    return Mention(context.span(first, placed.last), inside, context.number)


def _is_channel(context: Context, cue: VerbCue, word: Word) -> bool:
    """Say whether a word is of a medium, by its noun or by the marks that a title has: *sagte Ott der „Glocke“*.

    Whom a verb has for its object is not only told: *bat die „Glocke“ um Geduld*, nor is who is charged.
    """
    if cue.lemma in ADDRESSED_BY_OBJECT or cue.lemma in MEANT_FOR_HEARER:
        return False
    placed = context.passage_at(word.index)
    return is_medium(word) or (placed is not None and is_named(placed) and word.upos != "PRON")


def _is_name(word: Word) -> bool:
    """Say whether a word is a pronoun or a name, also one that a tagger took for a noun."""
    return word.upos in ("PROPN", "PRON") or (word.upos == "NOUN" and noun_of(word.text) is None)
