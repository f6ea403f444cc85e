"""Nouns and adjectives that make one phrase with their verb: *die Ansicht vertreten*, *bekannt geben*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.lexicon import pairs
from quotetrack.syntax import Word

_LEADING: Final = frozenset({"zu", "als", "für"})
"""What leads to the word of a fixed phrase, however it is tagged: *zu bedenken geben*, *für möglich halten*."""
_REACH: Final = len(("zu", "einem", "anderen"))
"""How many words of its own stand before the noun: *zu einem anderen | Schluss*."""


def light_noun(clause: Clause, main: Word, base: str) -> Word | None:
    """Return the noun or adjective that makes a phrase with the verb (*die Ansicht vertreten*, *bekannt geben*)."""
    nouns = _nouns_by_verb().get(base)
    if nouns is None:
        return None
    for place, word in enumerate(clause.words):
        if word.masked or word.text.lower() not in nouns or word == main:
            continue
        before = [known.text.lower() for known in clause.words[max(0, place - _REACH) : place]]
        if word.text == "Rat" and before[-1:] not in (["den"], ["einen"]):
            continue  # der Rat gab bekannt
        if any(form in ("nach", "laut", "gemäß") for form in before[-2:]):
            continue
        if word.text == "Frage" and (before[-1:] == ["in"] or any(other.text == "sich" for other in clause.words)):
            continue  # es stellt sich die Frage; in Frage gestellt
        if clause.words[place + 1 : place + 2] and clause.words[place + 1].text == "nach":
            continue  # ihrer Meinung nach
        if base == "geben" and word.upos == "NOUN" and not _LEADING & {*before} and _is_there(clause):
            continue  # Einen Auftrag habe es nie gegeben
        if base == "kommen" and not any(form in ("zu", "zum", "zur") for form in before):
            continue
        return word
    return None


def _is_there(clause: Clause) -> bool:
    """Say whether *es* makes of a verb that there is something: *gab es einen Hinweis*."""
    return any(word.text.lower() == "es" and not word.masked for word in clause.words)


@cache
def _nouns_by_verb() -> Mapping[str, set[str]]:
    """Return for each verb the nouns and adjectives that it makes a phrase with."""
    found: dict[str, set[str]] = {}
    for noun, verb in pairs("light_verbs"):
        found.setdefault(verb, set()).add(noun)
    return found


def with_article(clause: Clause, noun: Word) -> list[Word]:
    """Return the word of a fixed phrase with its article and preposition (*die Ansicht*, *zu dem Schluss*)."""
    found = [noun]
    for word in reversed([word for word in clause.words if noun.index - _REACH <= word.index < noun.index]):
        leads = word.upos in ("DET", "ADP") or word.text in _LEADING
        if found[-1].upos == "ADP" or found[-1].text in _LEADING:
            break  # der andere | zu bedenken gab
        attribute = word.upos == "ADJ" and noun.upos == "NOUN" and word.relation == "amod"
        if not (leads or attribute) or word.index != found[-1].index - 1:
            break
        if word.text == "vor" and any(other.text == "wie" and other.index == word.index - 1 for other in clause.words):
            break  # nach wie vor | der Ansicht
        if word.upos == "DET" and found[-1].features.get("Poss") == "Yes":
            break
        found.append(word)
    while found[-1].upos == "ADJ" and len(found) > 1:
        found.pop()
    return found
