"""A phrase that names a source, made of its preposition and what that governs: a noun or a relative pronoun."""

from __future__ import annotations

from attrs import frozen

from quotetrack.clauses import DATIVE_RELATIVES, Clause
from quotetrack.cues import VerbCue
from quotetrack.phrases import is_within_attribute, mention_span
from quotetrack.quotes.context import Context
from quotetrack.quotes.hearers import listener_in
from quotetrack.quotes.model import Mention
from quotetrack.quotes.source_extents import source_extent
from quotetrack.spans import Span
from quotetrack.syntax import NOMINALS, Word
from quotetrack.vocabulary import CueKind


@frozen
class Source:
    """A phrase that names a source: its cue, the stretch of the frame, the mention, and the clause it stands in."""

    cue: tuple[Word, ...]
    lemma: str
    kind: CueKind
    frame: tuple[int, int]
    speaker: Mention | None
    clause: Clause
    rule: str
    verb: VerbCue | None = None
    addressee: tuple[Span, ...] = ()
    via: tuple[Mention, ...] = ()


def phrase_source(context: Context, word: Word, head: Word, clause: Clause, rule: str) -> Source:
    """Return the source that a preposition names with the noun it governs: *laut Polizei*, *nach Angaben von X*."""
    words, end = source_extent(context, word, head, clause)
    spoken = Mention(mention_span(context.sentence, words), head, context.number)
    told = listener_in(context, words[-1].index + 1, end)
    return Source((word,), word.text.lower(), "preposition", (word.index, end), spoken, clause, rule, addressee=told)


def relative_source(context: Context, word: Word, clause: Clause, rule: str) -> Source | None:
    """Return the pronoun of a relative clause as its source: ``ein Gutachten, laut dem Kern gesund ist``.

    It is no article of what follows; ``Studien, nach denen das Mittel wirkungslos ist`` is built alike.
    """
    if clause.kind != "relative" or clause.words[0] != word or len(clause.words) < 3:
        return None
    pronoun = clause.words[1]
    if pronoun.text.lower() not in DATIVE_RELATIVES or pronoun.index != word.index + 1:
        return None
    spoken = Mention(pronoun.span, pronoun, context.number)
    return Source((word,), word.text.lower(), "preposition", (word.index, pronoun.index), spoken, clause, rule)


def next_nominal(context: Context, word: Word, clause: Clause) -> Word | None:
    """Return the noun, name or pronoun that follows a word in its clause, before a finite verb."""
    inside = is_within_attribute(context.sentence, word)
    for other in clause.words:
        skipped = other.masked or (not inside and is_within_attribute(context.sentence, other))
        if other.index > word.index and not skipped:
            if other.upos in NOMINALS:
                return _with_noun_behind(context, other)
            if other.upos in ("VERB", "AUX") and other.features.get("VerbForm") == "Fin":
                return None
    return None


def _with_noun_behind(context: Context, word: Word) -> Word:
    """Return the noun right behind a capitalised adjective that was taken for a name (*Technischem Hilfswerk*)."""
    head = context.sentence.head(word)
    attached = head is not None and head.upos in ("NOUN", "PROPN") and head.index == word.index + 1
    owner = word.text in ("deren", "dessen")  # so deren Sprecherin
    return head if head is not None and attached and (word.relation != "nmod" or owner) else word
