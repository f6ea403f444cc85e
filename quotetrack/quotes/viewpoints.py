"""Sources named as whose view it is: *Glaubt man X, …*, *Geht es nach X, …*, *in den Augen der Kritiker*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.nouns import noun_of
from quotetrack.phrases import mention_span, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.extents import whole_names
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.source_phrases import Source
from quotetrack.syntax import NOMINALS, Word

_BELIEVING: Final = (
    ("Glaubt", "man"),
    ("Folgt", "man"),
    ("Geht", "es", "nach"),
    ("Ginge", "es", "nach"),
    ("Geht", "man", "nach"),
    ("Wenn", "es", "nach"),
    ("Wenn", "man"),
)
"""How a condition begins that only tells whose view follows."""
_FEW: Final = 6
"""Of so many words at most is whose view it is, where the condition stands behind a comma."""


def tells_whose_view(clause: Clause) -> bool:
    """Say whether a clause is a condition that only tells whose view follows: *Geht es nach Ott, | …*."""
    opening = tuple(word.text for word in clause.words)
    return any(opening[: len(words)] == words for words in _BELIEVING)


def viewpoints(context: Context) -> Iterator[Source]:
    """Yield the sources that are named by a condition or by *in den Augen*."""
    yield from _believed(context)
    yield from _believed_meanwhile(context)
    for word in context.sentence.words:
        if word.text.lower() == "in" and word.upos == "ADP" and word.index + 2 < context.length:
            found = _in_the_eyes(context, word)
            if found is not None:
                yield found


def _believed(context: Context) -> Iterator[Source]:
    """Yield whom a condition in front believes: ``Glaubt man den Anwohnern, war die Strasse gesperrt``."""
    clause, *others = context.clauses.all or (None,)
    opening = () if clause is None else tuple(word.text for word in clause.words)
    cue = next((words for words in _BELIEVING if opening[: len(words)] == words), None)
    if clause is None or cue is None or not others or others[0].finite is None:
        return
    after = clause.words[len(cue) :]
    going = after[-1:] if cue[0] == "Wenn" else ()
    if going and going[0].text in ("darf", "kann", "will", "mag") and after[-2:][0].text in ("glauben", "folgen"):
        going = after[-2:]  # Wenn man Ott glauben darf, …
    if going and going[0].text not in (
        ("geht", "ginge") if "nach" in cue else ("glaubt", "glauben", "folgt", "folgen")
    ):
        return
    after = after[: len(after) - len(going)]
    head = next((word for word in after if word.upos in NOMINALS), None)
    begins = others[0].words[0] == others[0].finite or others[0].words[0].text in ("so", "dann")
    known = None if head is None else noun_of(head.text)
    tells = head is not None and (speaks(head) or (known is not None and known.kind in ("statement", "document")))
    if head is None or not begins or context.word(clause.end + 1).text != "," or clause.start != 1 or not tells:
        return
    end = clause.end + 1 if others[0].words[0] == others[0].finite else clause.end + 2
    spoken = _mention(context, head, (after[0].index, after[-1].index))
    words = (*clause.words[: len(cue)], *going)
    yield Source(words, opening[0].lower(), "verb", (1, end), spoken, clause, "source-view")


def _believed_meanwhile(context: Context) -> Iterator[Source]:
    """Yield whom a condition behind a comma believes: ``Der Bach führt, glaubt man Ott, kein Wasser``."""
    for clause in context.clauses.all[1:]:
        own = [word for word in clause.words if word.upos != "PUNCT"]
        opening = tuple(word.text.capitalize() if not place else word.text for place, word in enumerate(own))
        cue = next((words for words in _BELIEVING if opening[: len(words)] == words), None)
        if cue is None or context.separator_before(clause.start) != "," or cue == ("Wenn", "man"):
            continue
        after = own[len(cue) :]
        going = after[-1:] if cue[0] == "Wenn" else []
        if going and going[0].text not in ("geht", "ginge"):
            continue
        after = after[: len(after) - len(going)]
        head = next((word for word in after if word.upos in NOMINALS), None)
        following = context.word(own[-1].index + 1) if own[-1].index < context.length else own[-1]
        closed = following.text in (",", ".", ";")
        if head is None or not speaks(head) or not closed or len(after) > _FEW:
            continue
        end = following.index if following.text == "," else own[-1].index
        spoken = _mention(context, head, (after[0].index, after[-1].index))
        words = (*own[: len(cue)], *going)
        yield Source(words, words[0].text.lower(), "verb", (clause.start - 1, end), spoken, clause, "source-view")


def _in_the_eyes(context: Context, word: Word) -> Source | None:
    """Return whose eyes something is seen with: ``In den Augen der Kritiker ist das zu teuer``."""
    clause, article, noun = context.clauses.of(word), context.word(word.index + 1), context.word(word.index + 2)
    if clause is None or noun.text != "Augen":
        return None
    if article.features.get("Poss") == "Yes":
        spoken = Mention(article.span, article, context.number)
        return _eyes(word, noun.index, spoken, clause)
    following = context.word(min(noun.index + 1, context.length))
    if article.text != "den" or following.text.lower() not in ("der", "des", "von", "vom", "vieler", "einiger"):
        return None
    first = noun.index + 2 if following.text in ("von", "vom") else noun.index + 1
    head = next((w for w in clause.words if w.index >= first and w.upos in ("NOUN", "PROPN")), None)
    if head is None or not speaks(head):
        return None
    last = clause.finite.index - 1 if clause.finite is not None and clause.finite.index > head.index else clause.end
    found = _mention(context, head, (first, last))
    end = max(w.index for w in context.sentence.words if found.span.contains(w.span))
    return _eyes(word, end, found, clause)


def _eyes(word: Word, end: int, spoken: Mention, clause: Clause) -> Source:
    return Source((word,), "in", "preposition", (word.index, end), spoken, clause, "source-view")


def _mention(context: Context, head: Word, bounds: tuple[int, int]) -> Mention:
    words = whole_names(context, noun_phrase(context.sentence, head, bounds))
    return Mention(mention_span(context.sentence, words), head, context.number)
