"""Sources in a phrase: *laut X*, *nach Angaben von X*, *X zufolge*, *demnach*; *, so X*; *wie X mitteilte*.

They need no verb of their own and are almost unambiguous; the clause around them is what is reported, without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.lexicon import load
from quotetrack.phrases import is_time, mention_span, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.report_nouns import is_report_noun
from quotetrack.quotes.report_phrases import danach, is_therefore, with_report_noun
from quotetrack.quotes.source_extents import relative_behind, without_edge_punctuation
from quotetrack.quotes.source_frames import so_frame, wie_clauses
from quotetrack.quotes.source_phrases import Source, next_nominal, phrase_source, relative_source
from quotetrack.quotes.viewpoints import viewpoints
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, NOMINALS, Word

_ADVERBS: Final = frozenset("demnach wonach demzufolge derzufolge denenzufolge".split())
_FORMS: Final = _ADVERBS | frozenset("laut gemäß gemäss lt zufolge folge nach aus danach so".split())
"""The words that a source may be told by."""
_DATIVE_ARTICLES: Final = frozenset("dem den der einem einer seinem seiner ihrem ihrer diesem dieser".split())
_DATIVES: Final = frozenset({"ihr", "ihm", "ihnen", "diesem", "dieser", "diesen"})


def sources(context: Context, before: Context | None = None) -> Iterator[Source]:
    """Yield the sources named by a phrase, from left to right; ``before`` is the sentence before."""
    for word in context.sentence.words:
        clause = context.clauses.of(word) if word.text.lower() in _FORMS and not word.masked else None
        found = None if clause is None else _source_at(context, word, clause, before)
        if found is not None:
            yield found
    yield from wie_clauses(context)
    yield from viewpoints(context)


def _source_at(context: Context, word: Word, clause: Clause, before: Context | None) -> Source | None:
    form = word.text.lower()
    if form in ("laut", "gemäß", "gemäss", "lt"):
        return _laut(context, word, clause, form)
    if form == "zufolge" or (form == "folge" and word.index > 2 and context.word(word.index - 1).text.lower() == "zu"):
        return _zufolge(context, word, clause)
    if form in ("nach", "aus"):
        return with_report_noun(context, word, clause)
    if form == "danach":
        return danach(context, word, clause, before)
    if form == "so" and clause.kind == "fragment" and clause.words[0] == word:
        return so_frame(context, word, clause)
    if form in _ADVERBS and not is_therefore(word, clause):
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


def _laut(context: Context, word: Word, clause: Clause, form: str) -> Source | None:
    if word.upos in ("ADJ", "NOUN", "ADV") and not _takes_phrase(context, word):
        return None
    if form == "laut" and (_is_noun_or_adjective(context, word) or _is_become(context, word)):
        return None
    rule = f"source-{'laut' if form in ('laut', 'lt') else 'gemäß'}"
    relative = relative_source(context, word, clause, rule)
    if relative is not None:
        return relative
    if form != "laut" and word.index > 1:
        behind = _postposed(context, word, clause)
        if behind is not None:
            return behind
    head = next_nominal(context, word, clause)
    if head is None or word.index + 8 < head.index or not _takes_phrase(context, word):
        return None
    if _is_quoted_alone(context, word, head):
        return None
    if form != "laut" and head.text.lower() in load("norm_nouns"):
        return None
    return phrase_source(context, word, head, clause, rule)


def _is_quoted_alone(context: Context, word: Word, head: Word) -> bool:
    """Say whether *laut* ends what is quoted, with the noun behind it outside: *„Wir sind laut“, | Kerzen*."""
    marked = context.passage_at(word.index)
    return marked is not None and context.passage_at(head.index) != marked


def _is_noun_or_adjective(context: Context, word: Word) -> bool:
    """Say whether *laut* is no preposition: *keinen Laut von sich*, *mit laut klopfendem Herzen*."""
    if word.index == 1:
        return False
    before = context.word(word.index - 1)
    return before.upos == "ADP" or (word.text == "Laut" and before.upos != "PUNCT")


def _takes_phrase(context: Context, word: Word) -> bool:
    """Say whether a noun phrase follows (*laut Polizei*), unlike after the adjective (*laut klopfend*)."""
    if word.index == context.length or (word.text == "Laut" and word.index > 1 and word.upos == "NOUN"):
        return False
    following = context.word(word.index + 1)
    if following.upos == "ADJ" and following.features.get("Case") is None and following.text[0].islower():
        return False
    return following.upos in (
        "DET",
        "NOUN",
        "PROPN",
        "ADJ",
        "PRON",
        "NUM",
        "ADP",
        "X",
        "PUNCT",
    ) and following.text not in (
        ",",
        ".",
        "!",
        "?",
    )


def _postposed(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Einer Umfrage gemäß kauft jeder Dritte ...``: the preposition behind its noun, before the finite verb."""
    finite = clause.finite
    if finite is None or finite.index != word.index + 1 or clause.start >= word.index:
        return None
    heads = [other for other in clause.words if other.index < word.index and other.upos in NOMINALS]
    if not heads:
        return None
    span = context.span(clause.start, word.index - 1)
    spoken = Mention(span, heads[0], context.number)
    return Source((word,), word.text.lower(), "preposition", (clause.start, word.index), spoken, clause, "source-gemäß")


def _zufolge(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Berichten zufolge``, and in the old spelling ``Gerüchten zu Folge``."""
    cue = (word,) if word.text.lower() == "zufolge" else (context.word(word.index - 1), word)
    before = _nominals_before(clause, cue[0])
    named = context.passage_at(cue[0].index - 1) if cue[0].index > 1 else None
    ends = cue[0].index if named is None or not before else max(named.first, before[-1].index + 1)
    if not before or ends - before[-1].index > 2:
        return None
    inserted = _inserted_at(context, clause, cue[0])
    last = before[-2] if len(before) > 1 and _is_date(context, before[-1]) else before[-1]
    head = _governed(context, _top_of_phrase(context, last, clause), clause)
    head = before[-1] if head.index < inserted else head
    finite = clause.finite
    first = finite.index + 1 if finite is not None and finite.index < head.index else clause.start
    first = max(first, inserted)
    if clause.opener is not None:
        first = max(first, clause.opener.index + 1)
    words = noun_phrase(context.sentence, head, (first, cue[0].index - 1))
    if head.index < before[-1].index:
        words = without_edge_punctuation(context.words(words[0].index, cue[0].index - 1))
    end = word.index
    if _opens_front(context, clause, first, word):
        words = context.words(first, cue[0].index - 1)
        relative = end < context.length and context.word(end + 1).text == ","
        if relative and finite is not None and finite.index > end:
            end = finite.index - 1
    end = max(end, relative_behind(context, end) or end)
    words = _with_statement(context, _from_statement(_from_dative(_without_outer_article(words))), clause)
    head = head if head in words else next((w for w in reversed(words) if w.upos in NOMINALS), words[-1])
    start = words[0].index
    return Source(
        cue,
        "zufolge",
        "preposition",
        (start, end),
        Mention(mention_span(context.sentence, words), head, context.number),
        clause,
        "source-zufolge",
    )


def _nominals_before(clause: Clause, cue: Word) -> list[Word]:
    """Return the nouns, names and datives of a clause that stand before *zufolge*."""
    leading = (word for word in clause.words if word.index < cue.index)
    return [word for word in leading if word.upos in NOMINALS or word.text.lower() in _DATIVES]


def _is_date(context: Context, noun: Word) -> bool:
    """Say whether a time tells when a statement was made: *einer Mitteilung der Stadt | vom Montag zufolge*."""
    return is_time(noun) and any(word.text == "von" for word in context.words(max(1, noun.index - 2), noun.index))


def _with_statement(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return whose statement it is with the statement: *wurde | Berichten* | *mehrerer Zeitungen zufolge entlassen*."""
    before = context.word(words[0].index - 1) if words[0].index > clause.start else words[0]
    owner = words[0].upos in ("DET", "ADJ") and words[0].text.lower().endswith(("er", "es"))
    if before == words[0] or not (owner and is_report_noun(before)):
        return words
    return context.words(before.index, words[-1].index)


def _is_become(context: Context, word: Word) -> bool:
    """Say whether something has become loud: *der laut gewordene Vorwurf*."""
    behind = context.word(word.index + 1) if word.index < context.length else word
    return behind.text.startswith(("geworden", "werdend"))


def _without_outer_article(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the article of the noun in whose attribute it stands: *der | der Anklage zufolge …*."""
    if len(words) < len(("den", "ihm")) or words[0].upos != "DET" or words[0].span == words[1].span:
        return words
    inner = words[1].text.lower() in _DATIVES or (words[1].upos == "DET" and words[1].features.get("PronType") == "Art")
    return words[1:] if inner else words


def _from_dative(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the subject before it, whose article is no dative: *die Partei | einer Umfrage zufolge*.

    A dative behind it looks like its genitive.
    """
    if words[0].text.lower() not in ("die", "das", "eine", "ein"):
        return words
    article = next((word for word in words[1:] if word.upos == "DET" and word.text.lower() in _DATIVE_ARTICLES), None)
    return words if article is None else tuple(word for word in words if word.index >= article.index)


def _from_statement(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a statement without article, and the noun before it left out: *die Zahl der Toten | ersten Angaben*.

    A participle before it may have that noun for its own: *der Polizei vorliegenden Angaben zufolge*.
    """
    for place, word in enumerate(words):
        if not place or not is_report_noun(word) or not word.text.endswith("n"):
            continue
        first = place
        while first and words[first - 1].upos == "ADJ" and words[first - 1].text.endswith("en"):
            first -= 1
        plain = not any(other.text.endswith("enden") for other in words[first:place])
        owner = words[first - 1]
        if first and plain and owner.upos in NOMINALS and not (owner.upos == "PROPN" and owner.text[-1] in "s’'"):
            return words[first:]
    return words


def _inserted_at(context: Context, clause: Clause, cue: Word) -> int:
    """Return where a phrase begins that is put in behind *und*: *um Stroh und, der Anklage zufolge, um Hass*."""
    before = context.words(clause.start + 1, cue.index - 1)
    commas = [word.index for word in before if word.text == ","]
    joined = [place for place in commas if context.word(place - 1).upos == "CCONJ"]
    return joined[-1] + 1 if joined else 0


def _governed(context: Context, noun: Word, clause: Clause) -> Word:
    """Return the dative that *zufolge* governs, where its attribute has a preposition: *dem Pegel | am Oberlauf*."""
    marker = context.sentence.child(noun, CASE_MARKERS)
    if marker is None or marker.index > noun.index or marker.text.lower() not in ("in", "an", "auf", "von", "für"):
        return noun
    before = context.word(marker.index - 1) if marker.index > clause.start else None
    if before is None or before.upos not in ("NOUN", "PROPN") or before not in clause.words:
        return noun
    joint = next((child for child in context.sentence.children(before) if child.upos == "CCONJ"), None)
    first = None if joint is None or joint.index == 1 else context.word(joint.index - 1)
    return first if first is not None and first.upos in ("NOUN", "PROPN") and first in clause.words else before


def _top_of_phrase(context: Context, noun: Word, clause: Clause) -> Word:
    """Return the head of the phrase that ends in a noun; a noun with a dative article is one."""
    while True:
        article = context.sentence.child(noun, DETERMINERS)
        up = context.sentence.head(noun)
        if article is not None and article.text.lower().endswith("em"):
            return noun
        if up is None or up.upos not in ("NOUN", "PROPN") or up.index > noun.index or up not in clause.words:
            return noun
        noun = up


def _opens_front(context: Context, clause: Clause, first: int, word: Word) -> bool:
    """Say whether everything from a place to *zufolge* is its phrase: it opens a main clause, with no comma inside."""
    if clause.kind not in ("main", "fragment") or clause.words[0].index != first:
        return False
    if clause.finite is not None and clause.finite.index < word.index:
        return False
    return all(other.upos not in ("PUNCT", "CCONJ", "ADV") for other in context.words(first, first)) and all(
        other.text not in (",", ":") for other in context.words(first, word.index)
    )
