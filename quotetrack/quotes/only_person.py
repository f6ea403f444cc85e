"""The one person whom a sentence tells of, in whatever case: *Das Telefon von | Wirtin Ida Kolb | klingelt*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from quotetrack.nouns import is_given_name, is_of_place, noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import NAME_PARTICLES
from quotetrack.spans import Span
from quotetrack.syntax import Word

_HE_OR_SHE: Final = frozenset("er ihn ihm sie ihr dieser diese diesen diesem jener jene letzterer letztere".split())
_OF_A_BODY: Final = frozenset("Stimme Stimmung Blick Miene Gesicht Augen Hand Hände Herz Puls Lachen Lächeln".split())
"""What is no part of a name behind one, whatever the tagger says: *Ida Kolbs | Stimme*."""

_AMONG: Final = frozenset("unter zu zwischen von eine einer eines".split())

Group = tuple[Word, ...]


def only_person(context: Context) -> Mention | None:
    """Return the one person of whom a sentence tells, with a name or a role; None where there are several, or *er*."""
    groups = [group for group in _groups(context) if not _is_of_whom(context, group)]
    people = [group for group in groups if _is_person(context, group)]
    if any(map(_are_several, groups)) or _has_pronoun(context):
        return None
    if len(people) == 2 and _is_apposition(context, *people):
        people = people[:1]
    return _mention(context, people[0]) if len(people) == 1 else None


def without_part(subject: Mention, person: Mention | None, text: str) -> Mention:
    """Return the person instead of a part of the body that is told of: *| Ida Kolbs | Stimme*."""
    rest = "" if person is None else text[person.span.end : subject.span.end].strip()
    return person if person is not None and rest in _OF_A_BODY else subject


def is_first_named(context: Context, person: Mention) -> bool:
    """Say whether a sentence names somebody in full for the first time."""
    words = context.sentence.within(person.span)
    pairs = (pair for pair in pairwise(words) if pair[1].text[:1].isupper())
    full = (other for one, other in pairs if is_given_name(one.text) or other.relation == "flat")
    surname = next(full, None)
    return surname is not None and surname.text not in context.text[: context.sentence.span.start]


def _groups(context: Context) -> Iterator[Group]:
    """Yield the rows of names and nouns for people of a sentence, outside of all marks."""
    group: list[Word] = []
    for word in context.sentence.words:
        if _names(context, word, group):
            group.append(word)
            continue
        if group:
            yield tuple(group)
        group = []
    if group:
        yield tuple(group)


def _names(context: Context, word: Word, group: list[Word]) -> bool:
    if word.masked or context.passage_at(word.index) is not None or word.text in _OF_A_BODY:
        return False
    if group and (is_given_name(group[-1].text) or word.relation == "flat") and word.text[:1].isupper():
        return True
    if is_of_place(word.text):
        return False  # das Dresdner Rathaus, not Lisi Trattner
    if word.text in NAME_PARTICLES:
        following = context.word(min(word.index + 1, context.length))
        return (
            bool(group) and group[-1].upos == "PROPN" and following.upos == "PROPN" and word.text not in ("von", "zu")
        )
    known = noun_of(word.text) if word.upos in ("NOUN", "PROPN") else None
    return word.upos == "PROPN" or (known is not None and known.kind == "person")


def _is_person(context: Context, group: Group) -> bool:
    """Say whether names are of a person: by a role, a given name, or a surname that the article has told in full."""
    nouns = [noun for word in group if (noun := noun_of(word.text)) is not None and noun.kind == "person"]
    if any(not noun.is_ambiguous for noun in nouns):
        return True
    if len(group) > 1:
        return any(is_given_name(word.text) for word in group[:-1])
    before = context.text[: context.sentence.span.start]
    full = regex.finditer(rf"(\w+) {regex.escape(group[0].text)}\b", before)
    return any(is_given_name(found[1]) for found in full)


def _is_of_whom(context: Context, group: Group) -> bool:
    """Say whether nouns are for those among whom somebody is: *Unter den | Gästen | ist Ida Kolb*."""
    before = {word.text.lower() for word in context.words(group[0].index - 2, group[0].index - 1)}
    return _are_several(group) and bool(before & _AMONG)


def _are_several(group: Group) -> bool:
    """Say whether a noun is for several people: *die Gäste*."""
    known = [noun for word in group if word.upos == "NOUN" and (noun := noun_of(word.text)) is not None]
    single = any(word.features.get("Number") == "Sing" for word in group)
    return any(noun.is_plural and noun.kind == "person" for noun in known) and not single


def _has_pronoun(context: Context) -> bool:
    """Say whether a main clause tells of somebody by a pronoun, too."""
    words = (word for main in context.main_clauses() for word in main.words)
    return any(word.upos == "PRON" and not word.masked and word.text.lower() in _HE_OR_SHE for word in words)


def _is_apposition(context: Context, first: Group, second: Group) -> bool:
    """Say whether a role stands right behind the name, or a name behind the role: *Ida Kolb, | Wirtin in Ahorn*."""
    between = context.words(first[-1].index + 1, second[0].index - 1)
    roles = [not any(word.upos == "PROPN" and is_given_name(word.text) for word in group) for group in (first, second)]
    return between[:1] != () and between[0].text == "," and len(between) <= len((",", "die")) and any(roles)


def _mention(context: Context, group: Group) -> Mention:
    """Return the phrase around a row of names: with its article and attributes, and what its noun has behind it."""
    inside = {word.index for word in group}
    head = next((word for word in group if word.head not in inside), group[0])
    whole = mention(context, head, context.clauses.of(head)).span
    first = group[0]
    while first.index > 1 and context.word(first.index - 1).upos in ("DET", "ADJ"):
        first = context.word(first.index - 1)
    behind = context.word(min(group[-1].index + 1, context.length))
    end = whole.end if whole.contains(group[-1].span) and behind.text not in _OF_A_BODY else group[-1].span.end
    return Mention(Span(first.span.start, end), head, context.number)
