"""Objects without an article right behind who acts: *Danach forderte die Partei | Neuwahlen*, *räumte Ott Fehler ein*.

A tree takes them for a name beside the noun. They are none where the verb asks for an object and there is no other.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import COORDINATORS, Clause
from quotetrack.cues import verb_cue
from quotetrack.lexicon import table
from quotetrack.nouns import is_given_name, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import is_governed
from quotetrack.syntax import OBJECTS, Word

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})


def without_bare_object(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase behind its verb without the bare noun in it that is the object."""
    clause = context.clauses.of(words[0])
    if clause is None or clause.finite is None or len(words) < 2 or words[0].index < clause.finite.index:
        return words
    reports = next((place for place in range(1, len(words)) if _are_reports(words, place)), None)
    if reports is not None:
        return words[:reports]
    place = next((place for place in range(1, len(words)) if _may_be_object(words, place)), None)
    if place is None or not (_is_object_of_tree(words, place) or _is_asked_for(context, words, clause)):
        return words
    return words[:place]


def _are_reports(words: tuple[Word, ...], place: int) -> bool:
    """Say whether what somebody confirms or denies stands behind his name: *bestätigte Ina Ott | Medienberichte*."""
    word, known = words[place], noun_of(words[place].text)
    reports = known is not None and known.kind == "reports" and word.upos == "NOUN" and not word.masked
    return reports and word.relation in OBJECTS and words[place - 1].upos == "PROPN"


def _may_be_object(words: tuple[Word, ...], place: int) -> bool:
    """Say whether a word right behind somebody or a body is of no list, and nothing but what is joined follows."""
    before, word = words[place - 1], words[place]
    if word.masked or word.upos not in ("NOUN", "PROPN") or not word.text[:1].isupper():
        return False
    known = noun_of(before.text) if before.upos == "NOUN" else None
    somebody = known is not None and known.kind in ("organisation", "person", "medium")
    named = before.upos == "PROPN" and not is_given_name(before.text)
    thing = noun_of(word.text) is None and not is_given_name(word.text) and not is_time(word)
    ends = place + 1 == len(words) or words[place + 1].upos in ("CCONJ", "ADP") or words[place + 1].text == ","
    return (somebody or named) and thing and ends


def _is_object_of_tree(words: tuple[Word, ...], place: int) -> bool:
    """Say whether the tree has a noun for the object behind a name: *räumte Ott | Fehler ein*."""
    word, before = words[place], words[place - 1]
    return word.upos == "NOUN" and word.relation in OBJECTS and before.upos == "PROPN" and place + 1 == len(words)


def _is_asked_for(context: Context, words: tuple[Word, ...], clause: Clause) -> bool:
    """Say whether the verb asks for an object and has none beside a phrase: *Am Abend kündigte die Stadt | …*."""
    if clause.kind != "main" or clause.words[0] == clause.finite:
        return False
    if clause.words[0].text in ("Das", "Dies") and clause.words[1] == clause.finite:
        return False  # Das kündigte der Verband Nord an
    cue = verb_cue(context.sentence, context.clauses, clause)
    needs = table("reported_acts").get("" if cue is None else cue.lemma)
    if needs is None or "obj" not in needs[0].split("|"):
        return False
    joined = words[-1].index < context.length and context.word(words[-1].index + 1).text in ("und", "sowie")
    last = words[-1].index if joined else context.length
    beside = [word for word in clause.words if word not in words and word.upos in _NOMINAL and word.index <= last]
    if any(not is_governed(context, word) and not is_time(word) for word in beside):
        return False
    following = next((other for other in context.clauses.all if other.start > clause.end), None)
    if following is None or following.kind in ("relative", "verb_first"):
        return True
    return following.words[0].text.lower() in COORDINATORS
