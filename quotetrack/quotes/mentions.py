"""Mentions: the phrase around a noun, a name or a pronoun, kept within its clause and without what only leads to it."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause, is_plural_form
from quotetrack.nouns import is_given_name, is_of_place, noun_of
from quotetrack.phrases import is_medium, is_time, mention_span, noun_phrase, without_issue
from quotetrack.quotes.appositions import with_apposition, with_name_before
from quotetrack.quotes.bare_objects import without_bare_object
from quotetrack.quotes.context import Context
from quotetrack.quotes.extents import (
    before_act,
    before_listener,
    is_passive,
    label,
    whole_names,
    with_origin,
    without_object,
)
from quotetrack.quotes.joined_phrases import with_joined
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import (
    NAME_PARTICLES,
    OF_SEVERAL,
    STANDING_ALONE,
    TELLING_APART,
    TOLD_APART,
    is_owner,
    noun_after,
    opens_attribute,
)
from quotetrack.quotes.phrase_tails import with_tail
from quotetrack.quotes.purposes import with_purpose
from quotetrack.quotes.quantities import approximation, is_about_number
from quotetrack.spans import Span
from quotetrack.syntax import Word

CLOSING: Final = {")": "(", "]": "[", "“": "„", "»": "«", "«": "»", "‘": "‚", "›": "‹", "‹": "›"}
"""The mark or bracket that each closing one closes."""
_APART: Final = frozenset("eine andere ältere jüngere älteste jüngste".split())
_OBLIQUE_OF_ONE: Final = frozenset("eines keines einem keinem einigen mehreren".split())
_OF_STATES: Final = frozenset({"ADJ", "ADV", "VERB", "CCONJ", "PUNCT", "PART"})
_FOCUSING: Final = frozenset({"einzig", "allein", "nur", "auch", "selbst", "sogar", "lediglich", "ausgerechnet"})


def mention(context: Context, head: Word, clause: Clause | None, *, whole: bool = False) -> Mention:
    """Return the phrase around a head as a mention, kept within its clause; with ``whole`` the clause is the phrase."""
    if whole and clause is not None:
        trimmed = context.trimmed(*label(context, clause.start, clause.end))
        if trimmed is not None:
            return _labelled(context, head, *trimmed)
    head = _behind_place(context, head)
    words = _front(context, head, clause)
    if not words:
        words = noun_phrase(context.sentence, head, limit_of(context, head, clause), placed=True)
        words = without_bare_object(context, without_object(context, words, clause))
        words = before_listener(context, words, clause)
        words = _with_partitive(context, with_origin(context, _with_article(context, words, clause), clause), clause)
        words = with_purpose(context, words, clause)
        words = _with_mark(context, words, clause)
        words = with_name_before(context, _with_particle(context, words, clause), clause)
        opens = clause is not None and clause.kind == "relative" and words[0] == clause.opener and len(words) > 1
        if opens and words[0].text not in ("dessen", "deren"):
            words = words[1:]
    if words[0] == head and head.text in TOLD_APART and context.word(max(1, head.index - 1)).text in ("der", "die"):
        words = (context.word(head.index - 1), *words)
    words = with_tail(context, whole_names(context, before_act(context, words)), clause)
    words = with_joined(context, whole_names(context, with_apposition(context, words, clause)), clause)
    words = _between_dashes(words, head)
    words = _before_medium_told(_before_time(_with_owner(context, _before_own_medium(_before_aside(words)))))
    words = without_issue(_without_first(_behind_circumstance(context, words, head)))
    if clause is not None and is_about_number(context.sentence, words[0]) and words[0].index > clause.start:
        words = (context.word(words[0].index - 1), *words)
    return Mention(_unmarked(context, mention_span(context.sentence, words)), head, context.number)


def _between_dashes(words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """Return a phrase without what stands on the other side of a dash: *Der Plan – | Ott | nennt ihn „mutig“*."""
    dashes = [place for place, word in enumerate(words) if word.text in ("–", "—")]
    if not dashes or head not in words:
        return words
    own = words.index(head)
    first = max((place + 1 for place in dashes if place < own), default=0)
    last = min((place for place in dashes if place > own), default=len(words))
    return words[first:last] or words


def _before_own_medium(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a name without whom it tells something, as names take no genitive: *sagte Ott | unserer Redaktion*."""
    own = (
        place for place, word in enumerate(words) if place and word.text in ("unserer", "dieser", "unserem", "diesem")
    )
    place = next((place for place in own if words[place - 1].upos == "PROPN"), None)
    return words if place is None or place + 1 >= len(words) else words[:place]


def _before_aside(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without what a participle tells behind its comma: *Ott, | auf die Kritik angesprochen, …*."""
    comma = next((place for place, word in enumerate(words) if word.text == ","), 0)
    ends = words[-1].upos == "VERB" and words[-1].text.islower() and words[-1].features.get("VerbForm") != "Fin"
    return words[:comma] if comma and ends else words


def _behind_place(context: Context, head: Word) -> Word:
    """Return the noun behind the adjective of a place that a tree takes for it: *das Basler | Amt*."""
    following = context.word(head.index + 1) if head.index < context.length else head
    attached = following.head in (head.index, head.head) and not following.masked
    attached = attached and context.passage_at(head.index) is None  # das „Basler Tagblatt“
    noun = attached and following.upos in ("NOUN", "PROPN") and noun_of(following.text) is not None
    return following if noun and head.text.endswith("er") and is_of_place(head.text) else head


def _behind_circumstance(context: Context, words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """Return a name without what only accompanies the words: *sagte unter Applaus | Sepp Ott*."""
    first = words[0]
    beside = first.upos == "NOUN" and first.relation == "obl" and first.head == head.head
    return words[1:] if beside and len(words) > 1 and words[1] == head and head.upos == "PROPN" else words


def _before_time(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the time behind it: *Ida Ott | Anfang April*, *Jan Kern | Mitte der Woche*."""
    parts = (place for place, word in enumerate(words[:-1]) if place and word.text in ("Anfang", "Mitte", "Ende"))
    place = next((place for place in parts if is_time(words[-1])), None)
    if place is None:
        return words
    return words[: place - 1] if words[place - 1].upos == "PUNCT" else words[:place]


def _with_owner(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return somebody with the name in front that tells whose: *hatte | Otts | frühere Wirtin ausgesagt*."""
    first = words[0].index
    owned = first > 1 and is_owner(context, context.word(first - 1))
    return (context.word(first - 1), *words) if owned else words


def _before_medium_told(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a name and its role without the medium told behind their comma: *der Wirt, Jan Ott, | unserer Zeitung*."""
    commas = [place for place, word in enumerate(words) if word.text == ","]
    if len(commas) < 2 or not any(map(is_medium, words[commas[-1] + 1 :])):
        return words
    dative = words[commas[-1] + 1].text in ("unserer", "dieser", "der", "dem", "unserem")
    return words[: commas[-1]] if dative else words


def _without_first(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without what only leads to it: *einzig | Norda*, *von Seiten | der Delegation*."""
    leads = words[0].text.lower() in _FOCUSING or (words[0].text in ("Seiten", "Vonseiten") and words[-1] != words[0])
    if _begins_with_object(words):
        return _without_first(words[1:])
    return words[1:] if leads and len(words) > 1 else words


def _begins_with_object(words: tuple[Word, ...]) -> bool:
    """Say whether a phrase begins with the object before it: *Anders sieht das | Eva Ott*, *das | Wirtin Ida Ott*."""
    if len(words) < len(("das", "Eva")) or words[0].text not in ("das", "es"):
        return False
    known = noun_of(words[1].text) if words[1].upos == "NOUN" else None
    is_no_neuter = known is not None and known.kind == "person" and known.gender in ("Masc", "Fem")
    body = noun_of(words[2].text) if len(words) > len(("das", "Robert")) and "-" in words[2].text else None
    if body is not None and body.kind == "organisation":
        return False  # das Robert | Koch-Institut
    return words[1].upos in ("DET", "ADV") or is_no_neuter or is_given_name(words[1].text)


def _labelled(context: Context, head: Word, first: int, last: int) -> Mention:
    """Return who is named before a colon; the head is the first noun if the given one is left out."""
    words = context.words(first, last)
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "PRON")]
    return Mention(
        _unmarked(context, mention_span(context.sentence, words)),
        head if head in words or not nouns else nouns[0],
        context.number,
    )


def _with_particle(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a surname with the particle between the verb and it: *sagte | von Rabenau*."""
    first = words[0].index
    if clause is None or clause.finite is None or first != clause.finite.index + 2 or words[0].upos != "PROPN":
        return words
    particle = context.word(first - 1)
    named = particle.text in NAME_PARTICLES and not is_passive(clause)
    return (particle, *words) if named else words


def _with_article(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return one of two with the article that the parser takes for a pronoun: *sagt | der | eine*.

    So of a role with whose it is: *ließ | dessen | Präsident wissen*.
    """
    first = words[0]
    owner = context.word(first.index - 1) if first.index > 1 else first
    if clause is not None and owner.text in ("dessen", "deren") and owner in clause.words and first.upos == "NOUN":
        return (owner, *words)
    if clause is None or len(words) > 1 or first.text not in _APART or first.index < 2:
        return words
    article = context.word(first.index - 1)
    return (article, *words) if article.text in ("der", "die") and article in clause.words else words


def _with_partitive(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a pronoun with the whole it is one of: *eine | der beiden*, *einer | seiner Vorgänger*."""
    last = words[-1]
    counted = last.upos == "NUM" and last == words[0]
    several = counted or last.text.lower() in STANDING_ALONE | OF_SEVERAL | _OBLIQUE_OF_ONE
    if clause is None or not several or last.index + 2 > clause.end:
        return words
    article, noun = context.word(last.index + 1), context.word(last.index + 2)
    if article.text == "von" and noun.text in ("ihnen", "uns", "beiden", "denen") and noun in clause.words:
        return context.words(words[0].index, noun.index)  # eine von ihnen
    if article.text.lower() not in ("der", "seiner", "ihrer", "dieser", "unserer") or noun not in clause.words:
        return words
    if noun.text.lower() in ("beiden", "drei", "vier"):
        behind = context.word(noun.index + 1) if noun.index < clause.end else noun
        return context.words(words[0].index, behind.index if behind.upos in ("NOUN", "PROPN") else noun.index)
    if noun.upos not in ("NOUN", "ADJ", "PROPN") and not (counted and noun.upos == "NUM"):
        return words
    inner = noun_phrase(context.sentence, noun_after(clause, article) or noun, (article.index, clause.end))
    return context.words(words[0].index, inner[-1].index)


def _with_mark(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return *der* with what tells him from others: *sagt | der mit dem Hut*, *die aus Bern*."""
    first = words[0]
    if clause is None or clause.kind == "relative" or len(words) > 1 or first.text.lower() not in ("der", "die"):
        return words
    behind = context.words(first.index + 1, min(first.index + 4, clause.end))
    noun = next((word for word in behind[1:] if word.upos in ("NOUN", "PROPN")), None)
    if noun is None or behind[0].text not in TELLING_APART or is_time(noun):
        return words
    inner = noun_phrase(context.sentence, noun, (behind[1].index, clause.end))
    return context.words(first.index, inner[-1].index)


def _unmarked(context: Context, span: Span) -> Span:
    """Return a mention that is a marked name without its marks."""
    for placed in context.passages:
        if placed.passage.marked.span == span:
            return Span(placed.passage.marked.content_spans[0].start, placed.passage.marked.content_spans[-1].end)
    return span


def _front(context: Context, head: Word, clause: Clause | None) -> tuple[Word, ...]:
    """Return the field before the finite verb if the head fills it: in a main clause one phrase stands there alone.

    ``Die Bürgerliste im Gemeinderat argumentierte, …``: everything before the verb is the subject, its relative
    clauses aside.
    """
    if clause is None or clause.kind != "main" or clause.finite is None or head.index >= clause.finite.index:
        return ()
    words = [word for word in clause.words if word.index < clause.finite.index and not word.masked]
    if words and words[-1].upos == "CCONJ":
        return ()  # the verb is the second one: Ärzte äußern Bedenken und | warnen
    counted = approximation(words) > 0
    while words and not counted and _drops_first(words):
        words = words[1:]
    while words and words[-1].upos in ("ADV", "PUNCT", "PART") and words[-1] != head and not _closes(words):
        words = words[:-1]
    leads = bool(words) and (words[0].upos in ("ADP", "SCONJ") or words[0].relation in ("case", "mark"))
    if not words or (leads and not counted and not opens_attribute(context, words[0], head)):
        return ()
    words = _before_state(context, words)
    while len(words) > 1 and words[-1].upos in ("ADV", "PART") and words[-1] != head:
        words = words[:-1]
    if any(_is_verb_form(word) and context.passage_at(word.index) is None for word in words):
        return ()
    contiguous = _contiguous(context, words, clause.finite)
    return contiguous if head in contiguous else ()


def _before_state(context: Context, words: list[Word]) -> list[Word]:
    """Return somebody without how he is, between commas: *Ferrer | , abgemagert, aber gefasst,*."""
    for place, word in enumerate(words[1:], start=1):
        if context.separator_before(word.index) == "," and words[place - 1].index + 1 == word.index - 1:
            behind = words[place:]
            states = any(other.upos in ("ADJ", "VERB") for other in behind)
            plain = all(other.upos in _OF_STATES for other in behind) or _ends_in_state(behind)
            return words[:place] if states and plain else words
    return words


def _ends_in_state(words: list[Word]) -> bool:
    """Say whether a phrase with a preposition ends in how somebody is: *von Natur aus leise*, *für Müll zuständig*."""
    last = next((word for word in reversed(words) if word.upos != "PUNCT"), words[-1])
    return words[0].upos == "ADP" and last.upos in ("ADJ", "VERB") and last.text.islower() and last != words[0]


def _is_verb_form(word: Word) -> bool:
    return word.upos in ("VERB", "AUX") and word.features.get("VerbForm") != "Part"


def _drops_first(words: list[Word]) -> bool:
    """Say whether the first word is none of the phrase: a conjunction, an adverb, a mark that nothing closes."""
    first = words[0]
    if first.upos == "PUNCT":
        return not any(CLOSING.get(word.text) == first.text for word in words)
    focused = first.text.lower() in _FOCUSING and len(words) > 1
    if first.text.lower() in ("sowohl", "weder"):
        return False
    return first.upos == "CCONJ" or (first.upos == "ADV" and len(words) > 1) or focused


def _closes(words: list[Word]) -> bool:
    """Say whether the last word is a bracket or mark that closes one among the words."""
    opener = CLOSING.get(words[-1].text)
    return opener is not None and any(word.text == opener for word in words)


def _contiguous(context: Context, words: list[Word], finite: Word) -> tuple[Word, ...]:
    """Return the words up to the first relative clause among them, with the punctuation between.

    Behind one the subject of a plural verb goes on: *Ida Ott, die klagt, | und Jan Kern sagten*.
    """
    last = words[0].index
    for word in words[1:]:
        between = context.words(last + 1, word.index - 1)
        goes_on = word.text in ("und", "sowie") and is_plural_form(finite)
        if any(other.upos != "PUNCT" for other in between) and not goes_on:
            break
        last = word.index
    return context.words(words[0].index, last)


def limit_of(context: Context, head: Word, clause: Clause | None) -> tuple[int, int] | None:
    """Return the stretch around a head in which no verb of its clause stands."""
    if clause is None:
        return None
    first, last = clause.start, clause.end
    for word in clause.words:
        if _is_verb_form(word) and not word.masked:
            if word.index < head.index:
                first = max(first, word.index + 1)
            elif word.index > head.index:
                last = min(last, word.index - 1)
    if not first <= head.index <= last:
        return None
    return first, last
