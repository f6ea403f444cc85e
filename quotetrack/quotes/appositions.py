"""Appositions that a tree leaves out of a mention: *der Kommandeur im Süden, General Georg Kasten*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import is_medium, is_time, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import NAME_PARTICLES
from quotetrack.syntax import Word

LONGEST: Final = 14
"""An apposition of more words is none."""

_BRACKET: Final = 5
"""A bracket behind a name has fewer words."""
_PLACE: Final = 8
"""The place between a role and the comma before its name has fewer words: *im Ministerium für Verkehr, | Ida Ott*."""
_OPENING: Final = frozenset({"der", "die", "ein", "eine"})
_NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "X"})
_OF_THE_ACT: Final = frozenset({"nach", "vor", "während", "gegenüber"})
"""Prepositions that say when or to whom, and end an apposition."""

_WHERE: Final = frozenset({"bei", "beim", "in", "im", "am"})
_CLOSING: Final = frozenset({",", ".", "!", "?", ")", "–", "—", ":"})


def with_apposition(context: Context, words: tuple[Word, ...], clause: Clause | None = None) -> tuple[Word, ...]:
    """Return a role with the name behind its comma, or a name with the role behind its; other phrases as they are.

    The apposition ends at the next comma or stop, and holds nothing but a nominal phrase: *sagte der Minister, Anna
    Kern sei krank* has none.
    """
    words = _with_workplace(context, words)
    start = _behind_comma(context, words[-1])
    if start is None:
        return words
    beside = _nominal(context, start) or _before_dative(context, start, clause)
    if not beside or not (_names_role(words, beside) or _tells_role(words, beside)):
        return words
    return context.words(words[0].index, beside[-1].index)


def _with_workplace(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a role behind a name with where it is held: *Ida Ott, Hebamme | beim Landesamt,*, *Wirt | in Kleve*."""
    last = words[-1]
    apposed = any(word.text == "," for word in words) and is_person_noun(last.text) and words[0].index < last.index
    if not apposed or last.index + 2 > context.length or context.word(last.index + 1).text not in _WHERE:
        return words
    rest = _nominal(context, last.index + 1)
    if not rest or any(is_time(word) or is_medium(word) for word in rest):
        return words
    return context.words(words[0].index, rest[-1].index)


def _before_dative(context: Context, start: int, clause: Clause | None) -> tuple[Word, ...]:
    """Return the role that a subordinate clause goes on behind, without a comma: *ein Sprecher, | der Presse sagte*."""
    if clause is None or clause.opener is None or context.word(start).text not in _OPENING:
        return ()
    noun = next((word for word in context.words(start, start + 3) if word.upos == "NOUN"), None)
    if noun is None or noun.index > clause.end:
        return ()
    words = noun_phrase(context.sentence, noun, (start, clause.end))
    return words if words[0].index == start else ()


def with_name_before(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a role with the name that opens the clause before it: *wie Philip Ahr, | ein Sprecher des Amts, sagte*."""
    first = words[0].index
    if clause is None or first < clause.start + 3 or context.word(first - 1).text != ",":
        return words
    opening = clause.start if clause.opener is None else clause.opener.index + 1
    name = context.words(opening, first - 2)
    named = len(name) > 1 and all(word.upos == "PROPN" and not word.masked for word in name)
    return context.words(opening, words[-1].index) if named and _tells_role(name, words) else words


def _behind_comma(context: Context, last: Word) -> int | None:
    """Return the place behind the comma that follows, with a place between: *der Chef | im Süden, | General Kasten*."""
    following = context.words(last.index + 1, min(last.index + _PLACE, context.length))
    if following and following[0].upos == "ADP" and following[0].text.lower() in ("in", "im", "an", "am", "auf"):
        while following and following[0].upos in _NOMINAL:
            following = following[1:]
    if not following or following[0].text != "," or following[0].index == context.length:
        return None
    return following[0].index + 1


def _nominal(context: Context, start: int) -> tuple[Word, ...]:
    """Return the nominal phrase from a place to the comma or stop that closes it; nothing if something else does."""
    for place in range(start, min(start + LONGEST, context.length) + 1):
        word = context.word(place)
        if word.text in _OF_THE_ACT and word.upos == "ADP" and place > start:
            return context.words(start, place - 1)
        if word.text == "(" and place > start:
            return _up_to_bracket(context, start, place)
        if word.upos == "PUNCT" or word.masked:
            return context.words(start, place - 1) if word.text in _CLOSING and place > start else ()
        following = context.word(min(place + 1, context.length))
        joins = word.text == "und" and place > start and following.upos in ("NOUN", "ADJ")
        if word.upos not in _NOMINAL and not joins:
            return ()
    return ()


def _up_to_bracket(context: Context, start: int, opening: int) -> tuple[Word, ...]:
    """Return the words from a place to the end of the short bracket that opens at another: *Ida Ott | (CDU)*."""
    inside = context.words(opening + 1, min(opening + _BRACKET, context.length))
    closing = next((word.index for word in inside if word.text == ")"), None)
    return () if closing is None else context.words(start, closing)


def _without_bracket(words: tuple[Word, ...]) -> tuple[Word, ...]:
    opening = next((place for place, word in enumerate(words) if word.text == "("), len(words))
    return words[:opening] if words and words[-1].text == ")" else words


def _names_role(words: tuple[Word, ...], beside: tuple[Word, ...]) -> bool:
    """``der Korrespondent in Bern, Tilo Grant``: a role without a name, and a full name."""
    nouns = [word.text for word in words if word.upos == "NOUN"]
    noun = noun_of(nouns[0]) if nouns else None
    is_role = bool(nouns) and (noun is None or any(map(is_person_noun, nouns)))
    role = is_role and words[0].upos == "DET"
    beside = _without_bracket(beside)
    beside = tuple(word for word in beside if word.text not in NAME_PARTICLES)
    names = [word for word in beside if word.upos == "PROPN"]
    others = beside[: len(beside) - len(names)]
    named = len(names) > 1 and beside[len(others) :] == tuple(names)
    return role and named and all(is_person_noun(word.text) for word in others)


def _tells_role(words: tuple[Word, ...], beside: tuple[Word, ...]) -> bool:
    """``Li Feng, der Vorsitzende des Ausschusses``: a name, and a role; *Li Feng (56), Vorsitzender*."""
    named = all(word.upos in ("PROPN", "X") for word in _without_bracket(words))
    if named and len(words) > 1 and beside[0].upos == "NOUN" and is_person_noun(beside[0].text):
        return True
    first = next((word for word in beside[1:] if word.upos in ("NOUN", "PROPN")), None)
    return named and beside[0].text in _OPENING and first is not None and is_person_noun(first.text)
