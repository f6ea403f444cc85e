"""Who is asked something: *Ott | fragte den Wirt | nach dem Dach*, *wollte von ihr wissen*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.nouns import noun_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.syntax import DETERMINERS, Word

_DIRECTLY: Final = frozenset({"fragen", "befragen", "ausfragen"})
_FURTHER: Final = frozenset({"nachfragen", "nachhaken", "erkundigen", "anfragen"})
_KNOWING: Final = frozenset({"wissen", "erfahren", "hören"})
_QUESTIONS: Final = ("Frage", "Fragen")
_OBLIQUE: Final = frozenset("den dem einen einem seinen seinem ihren ihrem diesen diesem".split())
_PRONOUNS: Final = frozenset({"ihn", "ihm"})
_SUBJECTS: Final = frozenset({"er", "sie", "man", "ich", "wir"})


def whom_asks(context: Context) -> Mention | None:
    """Return whom the subject of the only main clause of a sentence asks: *Ott fragte | den Wirt | nach dem Weg*."""
    mains = context.main_clauses()
    if len(mains) != 1:
        return None
    leading = _leading(mains[0])
    found = None if leading is None else _asked(context, mains[0], leading)
    return None if found is None else mention(context, found, mains[0])


def who_answers(before: Context | None, context: Context) -> Mention | None:
    """Return who was asked in the sentence before, for what is said then, which is no question itself.

    ``Ott fragte den Wirt nach dem Dach. „Das ist dicht.“``
    """
    asks = any(word.text == "?" for word in context.words(max(1, context.length - 1), context.length))
    return None if before is None or asks else whom_asks(before)


def _leading(clause: Clause) -> frozenset[str | None] | None:
    """Return the prepositions before who is asked, None among them for a case alone; None if nothing is asked."""
    if clause.finite is None:
        return None
    texts = {word.text for word in clause.words if not word.masked}
    lemma = lemma_of(clause.finite)
    whole = {lemma, *(word.lemma for word in clause.words if word.upos == "VERB")}
    if "nicht" in texts or "nichts" in texts or texts & {"wurde", "wird", "worden"}:
        return None
    if whole & _DIRECTLY and "sich" not in texts and "danach" not in texts:
        return frozenset({None})
    if whole & _FURTHER or (lemma == "fragen" and "nach" in texts and clause.words[-1].text == "nach"):
        return frozenset({"bei", "beim"})
    if lemma == "wollen" and any(word.text in _KNOWING for word in clause.words):
        return frozenset({"von", "vom"})
    if "stellen" in whole and texts & set(_QUESTIONS):
        return frozenset({None})
    return frozenset({"an"}) if "richten" in whole and texts & set(_QUESTIONS) else None


def _asked(context: Context, clause: Clause, leading: frozenset[str | None]) -> Word | None:
    words = [word for word in clause.words if not word.masked]
    finite = clause.finite
    pronoun = next((word for word in words if word.text in _PRONOUNS and word.upos == "PRON"), None)
    people = [word for word in words if _is_somebody(context, word)]
    if None not in leading:
        governed = [word for word in people if case_of(context.sentence, word) in leading]
        return governed[0] if len(governed) == 1 else None
    bare = [word for word in people if case_of(context.sentence, word) is None]
    if pronoun is not None or finite is None:
        return pronoun
    oblique = [word for word in bare if _has_oblique_article(context, word)]
    if len(oblique) == 1:
        return oblique[0]
    beside = any(word.text.lower() in _SUBJECTS and abs(word.index - finite.index) == 1 for word in words)
    count = len(("asked",)) if beside else len(("asking", "asked"))
    return bare[-1] if len(bare) == count and not oblique else None


def _is_somebody(context: Context, word: Word) -> bool:
    """Say whether a word is the head of a name or a noun for a person."""
    if word.upos not in ("NOUN", "PROPN") or word.relation in ("flat", "appos") or is_time(word):
        return False
    if word.relation == "nmod" and not _has_oblique_article(context, word):
        return False
    before = context.word(word.index - 1) if word.index > 1 else None
    if word.upos == "PROPN":
        return before is None or before.upos != "PROPN" or word.head != before.index
    noun = noun_of(word.text)
    return noun is not None and noun.kind == "person"


def _has_oblique_article(context: Context, word: Word) -> bool:
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.text.lower() in _OBLIQUE
