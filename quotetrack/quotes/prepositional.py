"""Sources in a phrase: *laut X*, *nach Angaben von X*, *X zufolge*, *demnach*; *, so X*; *wie X mitteilte*.

They need no verb of their own and are almost unambiguous; the clause around them is what is reported, without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import regex
from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.lexicon import load
from quotetrack.phrases import mention_span, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.roles import mention, speaker_of
from quotetrack.syntax import Word
from quotetrack.vocabulary import CueKind

_ADVERBS: Final = frozenset({"demnach", "wonach", "demzufolge"})
_NOMINAL: Final = ("NOUN", "PROPN", "PRON")


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


def sources(context: Context) -> Iterator[Source]:
    """Yield the sources named by a phrase, from left to right."""
    for word in context.sentence.words:
        clause = context.clauses.of(word)
        if clause is None or word.masked:
            continue
        found = _source_at(context, word, clause)
        if found is not None:
            yield found
    yield from _wie_clauses(context)


def _source_at(context: Context, word: Word, clause: Clause) -> Source | None:
    form = word.text.lower()
    if form == "laut":
        return _laut(context, word, clause)
    if form == "zufolge":
        return _zufolge(context, word, clause)
    if form in ("nach", "gemäß", "aus"):
        return _with_report_noun(context, word, clause)
    if form == "so" and clause.kind == "fragment" and clause.words[0] == word:
        return _so(context, word, clause)
    if form in _ADVERBS:
        return Source(
            (word,),
            form,
            "adverb",
            (word.index, word.index),
            Mention(word.span, word, context.number, True),
            clause,
            "source-adverb",
        )
    return None


def _laut(context: Context, word: Word, clause: Clause) -> Source | None:
    if word.upos == "ADJ" and word.relation in ("amod",):
        return None
    head = _next_nominal(context, word, clause)
    if head is None or word.index + 6 < head.index:
        return None
    following = context.word(word.index + 1)
    if following.upos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADP", "X", "PUNCT"):
        return None
    return _phrase_source(context, word, head, clause, "source-laut")


def _next_nominal(context: Context, word: Word, clause: Clause) -> Word | None:
    for other in clause.words:
        if other.index > word.index and not other.masked:
            if other.upos in _NOMINAL:
                return other
            if other.upos in ("VERB", "AUX") and other.features.get("VerbForm") == "Fin":
                return None
    return None


def _phrase_source(context: Context, word: Word, head: Word, clause: Clause, rule: str) -> Source:
    last = _last_of_front(context, word, clause) or clause.end
    words = noun_phrase(context.sentence, head, (word.index + 1, last))
    if _fills_front(context, word, clause) and clause.finite is not None:
        end = clause.finite.index - 1
        words = context.words(word.index + 1, end)
        words = _without_edge_punctuation(words)
    frame = (word.index, max(words[-1].index, word.index))
    return Source(
        (word,),
        word.text.lower(),
        "preposition",
        frame,
        Mention(mention_span(context.sentence, words), head, context.number),
        clause,
        rule,
    )


def _without_edge_punctuation(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while len(words) > 1 and words[-1].upos == "PUNCT" and words[-1].text in ",;:–-":
        words = words[:-1]
    return words


def _fills_front(context: Context, word: Word, clause: Clause) -> bool:
    """Say whether a phrase fills the field before the finite verb of a main clause, so that it ends there."""
    finite = clause.finite
    if clause.kind != "main" or finite is None or clause.words[0] != word or finite.index <= word.index:
        return False
    between = context.words(word.index + 1, finite.index - 1)
    if any(other.text in (",", ":", ";") for other in between) or not between:
        return False
    prepositions = [other for other in between if other.upos == "ADP"]
    return len(between) <= 12 and len(prepositions) <= 1 and not any(other.upos == "ADV" for other in between[-1:])


def _last_of_front(context: Context, word: Word, clause: Clause) -> int | None:
    finite = clause.finite
    if finite is not None and finite.index > word.index:
        return finite.index - 1
    return None


def _zufolge(context: Context, word: Word, clause: Clause) -> Source | None:
    before = [other for other in clause.words if other.index < word.index and other.upos in _NOMINAL]
    if not before or word.index - before[-1].index > 2:
        return None
    head = before[-1]
    above = context.sentence.head(word)
    if above is not None and above.upos in _NOMINAL and above.index < word.index:
        head = above
    else:
        while True:
            up = context.sentence.head(head)
            if up is None or up.upos not in ("NOUN", "PROPN") or up.index > word.index or up not in clause.words:
                break
            head = up
    finite = clause.finite
    first = finite.index + 1 if finite is not None and finite.index < head.index else clause.start
    words = noun_phrase(context.sentence, head, (first, word.index - 1))
    if clause.words[0].index == first and finite is not None and finite.index == word.index + 1:
        words = context.words(first, word.index - 1)
    start = words[0].index
    return Source(
        (word,),
        "zufolge",
        "preposition",
        (start, word.index),
        Mention(mention_span(context.sentence, words), head, context.number),
        clause,
        "source-zufolge",
    )


@cache
def _report_noun_pattern() -> regex.Pattern[str]:
    stems = "|".join(sorted((regex.escape(noun.lower()) for noun in load("report_nouns")), key=len, reverse=True))
    return regex.compile(rf"(?:{stems})(?:n|en|e|s|es|er)?$")


def is_report_noun(word: Word) -> bool:
    """Say whether a noun names a statement (*Angaben*, *Polizeibericht*)."""
    return word.upos in ("NOUN", "PROPN") and bool(_report_noun_pattern().search(word.text.lower()))


def _with_report_noun(context: Context, word: Word, clause: Clause) -> Source | None:
    form = word.text.lower()
    behind = _postposed_nach(context, word, clause) if form == "nach" else None
    if behind is not None:
        return behind
    head = next(
        (
            other
            for other in clause.words
            if word.index < other.index <= word.index + 6 and other.upos in ("NOUN", "PROPN")
        ),
        None,
    )
    if head is None or any(other.upos == "VERB" for other in context.words(word.index + 1, head.index)):
        return None
    if not is_report_noun(head) or (form == "aus" and not head.text.lower().endswith(("sicht", "perspektive"))):
        return None
    if (
        form == "nach"
        and head.text.lower().endswith(("recherche", "untersuchung", "meldung"))
        and head.text == head.lemma
    ):
        return None
    return _phrase_source(context, word, head, clause, f"source-{form}")


def _postposed_nach(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Ihrer Meinung nach``: the preposition behind its noun."""
    if word.index < 2:
        return None
    noun = context.word(word.index - 1)
    if not noun.text.lower().endswith(
        ("meinung", "ansicht", "auffassung", "einschätzung", "überzeugung", "darstellung")
    ):
        return None
    following = context.word(word.index + 1) if word.index < context.length else None
    if following is not None and following.upos in ("NOUN", "PROPN", "DET", "ADJ"):
        return None
    finite = clause.finite
    first = finite.index + 1 if finite is not None and finite.index < noun.index else clause.start
    words = noun_phrase(context.sentence, noun, (first, word.index - 1))
    return Source(
        (word,),
        "nach",
        "preposition",
        (words[0].index, word.index),
        Mention(mention_span(context.sentence, words), noun, context.number),
        clause,
        "source-nach",
    )


def _so(context: Context, word: Word, clause: Clause) -> Source | None:
    head = _next_nominal(context, word, clause)
    if head is None or context.separator_before(word.index) not in (",", "“", "–", "-", "—"):
        return None
    if head.index - word.index > 6 or not _is_np(clause.words[1], head):
        return None
    spoken = mention(context, head, None)
    return Source(
        (word,), "so", "adverb", (word.index - 1, clause.end), _within(context, spoken, clause), clause, "so-X"
    )


def _is_np(first: Word, head: Word) -> bool:
    return first == head or first.upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X", "PUNCT")


def _within(context: Context, spoken: Mention, clause: Clause) -> Mention:
    words = noun_phrase(context.sentence, spoken.head, (clause.start + 1, clause.end))
    return Mention(mention_span(context.sentence, words), spoken.head, spoken.sentence)


def _wie_clauses(context: Context) -> Iterator[Source]:
    for clause in context.clauses.all:
        if not clause.opens_with("wie") or clause.kind != "subordinate" or clause.opener is None:
            continue
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or cue.is_negated or not _reports_as_wie(cue):
            continue
        end = _clause_end(context, clause)
        start = clause.start - 1 if clause.start > 1 else clause.start
        yield Source(
            cue.words, cue.lemma, "verb", (start, end), speaker_of(context, cue), clause, "wie-X-mitteilte", cue
        )


def _reports_as_wie(cue: VerbCue) -> bool:
    if cue.lemma in ("hervorgehen", "verlauten", "heißen", "bekannt werden", "erfahren"):
        return True
    return "i" in cue.licenses and cue.lemma not in ("finden", "denken", "heißen", "singen", "freuen", "meinen")


def _clause_end(context: Context, clause: Clause) -> int:
    """Return the last place of a clause with what depends on it."""
    end = clause.end
    for other in context.clauses.all:
        if other.parent == clause.number and other.kind in ("relative", "subordinate", "infinitive"):
            end = max(end, other.end)
    while end < context.length and context.word(end + 1).text == "," and end + 1 < context.length:
        end += 1
        break
    return end
