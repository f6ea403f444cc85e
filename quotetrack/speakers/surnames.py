"""Words that are surnames where they stand: behind a given name or a role, in the genitive, nouns among them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import regex
from attrs import frozen

from quotetrack.nouns import is_common_surname, is_given_name, is_person_noun, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.known_names import behind_given_names
from quotetrack.speakers.names import is_acronym, looks_like_name
from quotetrack.syntax import Word

_ABSTRACT_RE: Final = regex.compile(
    r"^(?:Bronze|Silber|Gold|Asyl|Lob|Schach|Tennis|Walzer|Tango|Bescheid|Zutritt|\p{L}*(?:[Vv]erbot|[Aa]uftrag))$|"
    r"\p{L}{3}(?:ung(?:en)?|heit(?:en)?|keit(?:en)?|schaft|tion(?:en)?|nisse?|ismus|[tl]ik|bruch|mut|geld|recht|arbeit|tritt"
    r"|wahl(?:en)?|kosten|hilfe|strafe|verrat|verzicht|betrug|gewalt|schuld|druck|vertrauen|geduld|lüge[n]?|fehler)$"
)
"""How nouns end that stand for no people and no bodies."""


@frozen(slots=False)
class Forms:
    """How often each form stands in an article, and how often without what a noun has before it."""

    contexts: Sequence[Context]

    @cached_property
    def every(self) -> Counter[str]:
        """How often each form stands there."""
        return Counter([word.text for context in self.contexts for word in context.sentence.words])

    @cached_property
    def bare(self) -> Counter[str]:
        """How often each form stands there without an article, adjective or preposition before it."""
        return Counter([word.text for context in self.contexts for word in _without_attributes(context)])

    @cached_property
    def behind_given_names(self) -> frozenset[str]:
        """The forms that stand right behind a given name."""
        return frozenset(word.text for context in self.contexts for _, word in behind_given_names(context.sentence))


def surnames(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield capitalised forms right behind a given name that are no nouns, however they were tagged (*Reto Zgraggen*).

    A form that was tagged a noun must stand elsewhere in the article too, without anything before it that a noun has.
    """
    bare, every, last = article.bare, article.every, article.behind_given_names & forms
    for context in article.contexts:
        words = context.sentence.words
        for before, word in itertools.pairwise(words):
            if before.text not in forms or before.upos != "PROPN" or noun_of(before.text) is not None or word.masked:
                continue
            if word.upos == "NOUN" and before.text in last:
                continue  # trägt Aune Zettel
            tagged = word.upos in ("PROPN", "X") or word.relation in ("flat", "flat:name") or "-" in word.text
            tagged = tagged or (word.upos == "NOUN" and bare[word.text] == every[word.text] > 1)
            tagged = tagged or (word.upos in ("VERB", "ADJ", "ADV", "AUX") and word.index > 1)
            tagged = tagged or _ends_name_behind_verb(words, word)
            if tagged and looks_like_name(word.text) and noun_of(word.text) is None:
                yield word.text


def _ends_name_behind_verb(words: Sequence[Word], word: Word) -> bool:
    """Say whether a noun ends the name right behind a verb, as no phrase of its own: *sagte Edith Kern später*."""
    if word.index < 3 or word.upos != "NOUN" or is_plural(word):
        return False
    after = words[word.index] if word.index < len(words) else word
    return words[word.index - 3].upos == "VERB" and after.upos in ("PUNCT", "ADP", "ADV", "ADJ")


def objects_behind_names(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield abstract nouns taken for the last word of a full name: *übt Gerd Kolb | Selbstkritik*."""
    last = article.behind_given_names & forms
    for context in article.contexts:
        words = context.sentence.words
        for given, surname, word in zip(words, words[1:], words[2:], strict=False):
            is_third = word.text in forms - last and surname.text in last and is_given_name(given.text)
            if is_third and _ABSTRACT_RE.search(word.text) and not is_common_surname(word.text) and not word.masked:
                yield word.text


def genitives(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield the genitives of surnames, however they were tagged: *Ruhlands Angaben*."""
    known = article.behind_given_names & forms
    for context in article.contexts:
        for word in context.sentence.words:
            if word.text.endswith("s") and word.text[:-1] in known and noun_of(word.text) is None:
                yield word.text


def _without_attributes(context: Context) -> Iterator[Word]:
    """Yield the words that have no article, adjective or preposition before them."""
    words = context.sentence.words
    for place, word in enumerate(words):
        if place == 0 or words[place - 1].upos not in ("DET", "ADJ", "ADP", "NUM"):
            yield word


def behind_names(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
    """Yield the forms that stand behind the first part of a name, where a noun is a surname (*Ina Richter*)."""
    texts = {word.text for context in contexts for word in context.sentence.words}
    for context in contexts:
        words = context.sentence.words
        for place, (before, word) in enumerate(itertools.pairwise(words)):
            behind = word.text in forms and before.text in forms and noun_of(before.text) is None and not word.masked
            owned = before.text.endswith("s") and before.text[:-1] in texts and _is_only_a_role(word.text)
            role = owned or _is_womans_role(word.text) or _is_role_behind_name(words, place)
            role = role or _is_of_state(before, word)
            if behind and not role:
                yield word.text


def _is_of_state(before: Word, word: Word) -> bool:
    """Say whether a role stands behind whose it is: *Frankreichs | Außenminister*."""
    state = state_of(before.text.removesuffix("s")) if before.text.endswith("s") else None
    return state is not None and is_person_noun(word.text)


def _is_role_behind_name(words: Sequence[Word], place: int) -> bool:
    """Say whether a role follows a whole name or the adjective of a place: *war Ida Ott Köchin*, *der Linzer Coach*."""
    if place == 0 or not _is_only_a_role(words[place + 1].text):
        return False
    before, word = words[place - 1], words[place]
    return is_given_name(before.text) or (before.upos == "DET" and word.text.endswith("er"))


def _is_only_a_role(form: str) -> bool:
    """Say whether a noun for people is no frequent surname: *Lange war Ida Ott Krankenschwester*."""
    return is_person_noun(form) and not is_common_surname(form)


def _is_womans_role(form: str) -> bool:
    known = noun_of(form)
    return known is not None and known.kind == "person" and known.gender == "Fem" and form.endswith("in")


def noun_surnames(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield nouns that are surnames here: right behind a given name, where no role stands (*Jonas Richter*).

    A noun behind a genitive is none (*Quasts Bruder*). One that is no frequent surname must stand alone elsewhere, or
    the given name behind a role.
    """
    for context in article.contexts:
        words = context.sentence.words
        for place, (given, word) in enumerate(itertools.pairwise(words)):
            if given.text not in forms or noun_of(given.text) is not None or given.masked or word.masked:
                continue
            before = words[place - 1] if place else None
            of_two = before is not None and _are_given(before, given) and not is_plural(word)
            if before is not None and (before.upos in ("DET", "ADP", "ADJ") or (before.text in forms and not of_two)):
                continue
            has_role = before is not None and is_person_noun(before.text)
            is_noun = word.upos in ("NOUN", "PROPN") and (noun_of(word.text) is not None or is_time(word))
            is_noun = is_noun or (has_role and _closes_full_name(given, word, words[word.index :]))
            if not is_noun or not word.text[:1].isupper() or (given.text.endswith("s") and given.text[:-1] in forms):
                continue
            known = is_common_surname(word.text) or _is_double(word.text)
            if known or has_role or (of_two and word.upos == "PROPN") or article.bare[word.text] > 1:
                yield word.text


def _are_given(one: Word, other: Word) -> bool:
    """Say whether two words are given names of one person: *Klaus Peter | Hirt*."""
    return is_given_name(one.text) and is_given_name(other.text)


def _closes_full_name(given: Word, word: Word, behind: Sequence[Word]) -> bool:
    """Say whether a noun behind a role and a given name is the surname: *Trainer Jan | Kraft*, not *Trost*."""
    acts = bool(behind) and behind[0].features.get("VerbForm") == "Fin" and behind[0].features.get("Number") == "Sing"
    is_one = word.upos == "NOUN" and (acts or not is_plural(word)) and _ABSTRACT_RE.search(word.text) is None
    return is_one and is_given_name(given.text)


def _is_double(form: str) -> bool:
    """Say whether a form is two surnames of which a frequent one is the last: *Hallinger-Bauer*."""
    first, _, last = form.rpartition("-")
    return first[:1].isupper() and not is_acronym(first) and is_common_surname(last)


def behind_roles(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield nouns right behind a role that has no article, which are surnames: *Bürgermeisterin Kern*.

    Behind a form that may be a plural (*Lehrer*), or where a noun for people, only a frequent surname is one.
    """
    for context in contexts:
        words = context.sentence.words
        for place, (role, word) in enumerate(itertools.pairwise(words)):
            known = noun_of(role.text)
            if known is None or known.kind != "person" or known.is_plural or word.masked or not _is_bare(words, place):
                continue
            if word.upos not in ("NOUN", "PROPN") or not word.text[:1].isupper() or is_time(word):
                continue
            is_one = role.text.endswith("in") and noun_of(word.text) is None and not is_plural(word)
            is_surname = is_common_surname(word.text) or _is_double(word.text)
            if is_one or is_surname or _is_subject_behind_verb(words, place):
                yield word.text


def _is_subject_behind_verb(words: Sequence[Word], place: int) -> bool:
    """Say whether a role and a noun alone stand between a verb and the end of a phrase: *versichert Rat Kern*."""
    verb = words[place - 1] if place else None
    surname = words[place + 1]
    behind = words[surname.index] if surname.index < len(words) else None
    if (
        verb is None
        or verb.upos != "VERB"
        or verb.features.get("Number") == "Plur"
        or noun_of(surname.text) is not None
    ):
        return False
    return not is_plural(surname) and (behind is None or behind.upos in ("PUNCT", "ADP", "ADV"))


def _is_bare(words: Sequence[Word], place: int) -> bool:
    """Say whether what stands before a noun is no part of its phrase, and does not name an office (*als Chefin*)."""
    return place == 0 or words[place - 1].upos in ("VERB", "AUX", "PUNCT", "CCONJ")


def is_plural(word: Word) -> bool:
    """Say whether the parse takes a word for a plural."""
    return word.features.get("Number") == "Plur"


def bare_surnames(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield frequent surnames that are nouns too, where the article has them as a name and never with an attribute."""
    yield from (form for form in forms if is_common_surname(form) and article.bare[form] == article.every[form])
