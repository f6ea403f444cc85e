"""Which words of an article are names: what the tagger says, checked against everything else the article tells."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex

from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.known_names import behind_given_names
from quotetrack.speakers.bodies_by_noun import (
    OF_VERBS,
    before_legal_forms,
    before_partners,
    behind_bodies,
    behind_club_letters,
    ends_of_firms,
)
from quotetrack.speakers.names import AFFECTED_RE, FUNCTION_WORDS, is_acronym, looks_like_name
from quotetrack.speakers.particles import PARTICLES_OF_NAMES, behind_particles, noble
from quotetrack.speakers.surnames import (
    Forms,
    bare_surnames,
    behind_names,
    behind_roles,
    genitives,
    is_plural,
    noun_surnames,
    objects_behind_names,
    surnames,
)
from quotetrack.syntax import Word

_MONTHS: Final = frozenset({"Mai", "April", "Juni", "August"})
"""Months that are given names, too."""
_AUXILIARIES: Final = frozenset(
    "hat habe hatte hätten haben wird werde wurde würde ist sei war wären sind seien".split()
)
_FRONTED_RE: Final = regex.compile(
    r"(?:Ge|Be|Ver|Er|Ent|Zer|An|Auf|Aus|Ab|Ein|Vor)\p{Ll}{3,}(?:t|en)|\p{Lu}\p{Ll}{2,}iert"
)
_ARTICLES: Final = frozenset({"der", "die", "dem", "den", "des"})
_SO: Final = frozenset({"so", "derart", "solchermaßen"})
"""What stands between an article and a participle for somebody: *der so Bezeichnete*."""
_SHORTEST_ROLE: Final = 5
#: Surnames that stand before the given name.
_FAMILY_FIRST: Final = frozenset(
    "Chang Cheng Chung Duong Hoang Huang Huynh Hwang Jeong Jiang Kwang Liang Nguyen Pham Phan Tang Tran Truong Zhang"
    " Zhao Zheng Zhong Zhou Cheong Chiang Xiang Chong Young Yoong Kwong Leung Cheung Tsang".split()
)
_ROLE_END_RE: Final = regex.compile(
    r"(?:er|in|ist|ent|ant|or|eur|oge|mann|frau|rat|chef|leute|en|ung|keit|heit|schaft)$"
)
#: Crimes, which stand behind whom somebody accuses: *wirft den Beschuldigten | Betrug vor*.
_CRIMES: Final = frozenset("Betrug Diebstahl Einbruch Mord Raub Totschlag Untreue Hehlerei Meineid Wucher".split())
_IN_FRONT: Final = frozenset({"Von", "Zu", "Zum", "Zur", "Vom"})
"""Particles of names in front of a sentence, which are names no more than anywhere else."""
_SHORT_NOUN: Final = len("Rat")
_GENITIVE_SURNAME_RE: Final = regex.compile(r"\p{Lu}[\p{L}-]*[^aeiouäöüys\P{L}]s")
"""Surnames with the ending of the genitive: *Thiedemanns*, not *Santos*, *Voss*."""
_NOUN_END_RE: Final = regex.compile(r"\p{L}{3}(?:ung|heit|keit|schaft|ion|ismus|chen|nis|tum|ei|art|stein|en|e)$")
_OF_OFFICE_RE: Final = regex.compile(
    r"(?:Sportlich|Technisch|Parlamentarisch|Kaufmännisch|Medizinisch|Ärztlich|Künstlerisch|Wissenschaftlich|Leitend"
    r"|Regierend|Geschäftsführend|Stellvertretend|Erst|Zweit|Dritt|Hoh)e[rnms]?"
)


def name_forms(contexts: Sequence[Context]) -> frozenset[str]:
    """Return the word forms that are names in an article, and ``von X`` where that is one.

    A form is a name if it is tagged so at least as often as not, and is no noun of its own where it opens the name.
    """
    article = Forms(contexts)
    words = [word for context in contexts for word in context.sentence.words if not word.masked]
    words = [word for word in words if "Medium" not in word.features]
    tagged = Counter(word.text for word in words if word.upos == "PROPN")
    other = Counter(word.text for word in words if word.upos in ("NOUN", "ADJ", "ADV", "VERB", "DET", "PRON"))
    forms = {
        form
        for form, count in tagged.items()
        if count >= other[form] and looks_like_name(form) and form.casefold() not in FUNCTION_WORDS
        if form not in _IN_FRONT
    }
    forms = {form for form in forms if not (_is_weekday(form, words) or form.casefold().endswith("ehepaar"))}
    forms -= _CRIMES - article.behind_given_names
    forms -= set(_fronted_participles(contexts, article.every))
    forms |= set(surnames(article, forms))
    forms |= set(_given_names(contexts, forms))
    forms |= set(_known_names(contexts))
    forms |= set(behind_particles(contexts, forms))
    forms |= set(genitives(article, forms))
    forms |= {word.text for word in words if "-" in word.text and word.text[:1].lower() + word.text[1:] in forms}
    forms -= {*_unlisted_roles(contexts, forms), *_owned(article, forms), *_adjectives_of_offices(contexts)}
    forms -= {*objects_behind_names(article, forms), *_participles(words, forms)}
    in_bodies = frozenset((*behind_bodies(contexts), *ends_of_firms(contexts), *behind_club_letters(contexts)))
    also_nouns = {*noun_surnames(article, forms), *behind_roles(contexts), *bare_surnames(article, forms)}
    also_nouns |= {*before_legal_forms(contexts), *before_partners(contexts), *_like_short_nouns(contexts)}
    forms |= also_nouns
    inside = set(behind_names(contexts, forms)) | also_nouns
    nouns = {form for form in forms if form not in inside and noun_of(form) is not None}
    forms -= nouns | (OF_VERBS - article.behind_given_names)
    return in_bodies | forms | set(noble(contexts, forms))


def _like_short_nouns(contexts: Iterable[Context]) -> Iterator[str]:
    """Yield given names that end in a short noun, between a role and a surname: *Minister | Chairat | Salim*."""
    for context in contexts:
        words = context.sentence.words
        for role, given, surname in zip(words, words[1:], words[2:], strict=False):
            named = given.upos == surname.upos == "PROPN" and surname.head == given.index and given.text.istitle()
            known = noun_of(given.text) if named and is_person_noun(role.text) else None
            if known is not None and len(known.base) <= _SHORT_NOUN < len(given.text):
                yield given.text


def _fronted_participles(contexts: Sequence[Context], every: Counter[str]) -> Iterator[str]:
    """Yield participles that stand nowhere but in front of their auxiliary: *Gelesen werde das nie*."""
    fronted: Counter[str] = Counter()
    for context in contexts:
        first, second = context.sentence.words[0], context.sentence.words[1:2]
        if second and second[0].text in _AUXILIARIES and _FRONTED_RE.fullmatch(first.text):
            fronted[first.text] += 1
    yield from (form for form, count in fronted.items() if count == every[form] and not is_given_name(form))


def _participles(words: Sequence[Word], forms: set[str]) -> Iterator[str]:
    """Yield participles that stand behind an article wherever the article has them: *Die Genannte*."""
    shaped = {form for form in forms if AFFECTED_RE.fullmatch(form) and not is_given_name(form)}
    if not shaped:
        return
    before = ["", *(word.text.lower() for word in words)]
    articles = ["", *(two if one in _SO else one for two, one in itertools.pairwise(before))]
    bare = {word.text for one, word in zip(articles, words, strict=False) if one not in _ARTICLES}
    yield from shaped - bare


def _is_weekday(form: str, words: Sequence[Word]) -> bool:
    if form in _MONTHS and any(_opens_name(form, *three) for three in zip(words, words[1:], words[2:], strict=False)):
        return False
    return any(is_time(word) for word in words if word.text == form)


def _opens_name(form: str, role: Word, month: Word, surname: Word) -> bool:
    """Say whether a month is a given name behind a role: *Doktorandin Mai Tran*."""
    return month.text == form and surname.upos == "PROPN" and is_person_noun(role.text)


def _given_names(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield words before a name that were tagged nouns, without the form of a role.

    They open the sentence (*Jana Ott*) or follow a noun for a person (*Verbandspräsident Mark Ott*), where a short word
    may end as roles do (*sein Amtskollege Rein Tamm*).
    """
    for context in contexts:
        words = context.sentence.words
        for place, (word, name) in enumerate(itertools.pairwise(words)):
            if word.upos != "NOUN" or name.text not in forms or word.masked:
                continue
            if place and not is_person_noun(words[place - 1].text):
                continue
            is_role = _ROLE_END_RE.search(word.text) and not (place and len(word.text) < _SHORTEST_ROLE)
            if looks_like_name(word.text) and noun_of(word.text) is None and not is_role:
                yield word.text


def _known_names(contexts: Iterable[Context]) -> Iterator[str]:
    """Yield a given name and the word behind it, however they were tagged: *Wilhelmine Janßen*."""
    for context in contexts:
        words = context.sentence.words
        for given, word in behind_given_names(context.sentence):
            if given.masked or word.masked or _is_of_a_body(words, given):
                continue
            if _may_be_surname(word, is_behind_preposition=given.index > 1 and words[given.index - 2].upos == "ADP"):
                yield from (given.text, word.text)
            elif word.text in PARTICLES_OF_NAMES and given.upos == "NOUN" and not _leads_to_name(words, given):
                yield given.text


def _leads_to_name(words: Sequence[Word], noun: Word) -> bool:
    """Say whether a full name stands behind a noun and *von*: *der Roman | von Ida Ott*."""
    behind = words[noun.index + 1 : noun.index + 3]
    return len(behind) > 1 and is_given_name(behind[0].text) and behind[1].text[:1].isupper()


def _is_of_a_body(words: Sequence[Word], given: Word) -> bool:
    """Say whether a word stands right behind a noun for a body, whose name it is: *die Klinik Maria Hilf*."""
    known = noun_of(words[given.index - 2].text) if given.index > 1 else None
    return known is not None and known.kind in ("organisation", "medium")


def _may_be_surname(word: Word, *, is_behind_preposition: bool) -> bool:
    """Say whether a word behind a given name can be the surname: one with a capital that is nothing else there.

    What looks like a plural may be what somebody is given (*gab Ida Rosen*), but not in *mit Ida Carstensen*.
    """
    text = word.text
    if not text[:1].isupper() or not all(sign.isalpha() or sign in "-’'" for sign in text) or is_acronym(text):
        return False
    if text.casefold() in FUNCTION_WORDS or noun_of(text) is not None or state_of(text) is not None or is_time(word):
        return False
    if word.upos in ("PROPN", "X") or word.relation in ("flat", "flat:name"):
        return True
    return word.upos in ("NOUN", "ADJ", "VERB", "ADV", "AUX") and (is_behind_preposition or not is_plural(word))


def _unlisted_roles(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield words of no list that stand before a given name and surname only, as roles do: *Hufschmied Arno Ott*.

    A surname there (*warf Amann Reto Ott vor*) stands elsewhere too, behind a given name or alone; a role does so with
    its article (*der Hufschmied*).
    """
    places: dict[str, list[bool]] = {}
    for context in contexts:
        words = [*context.sentence.words]
        for place, word in enumerate(words):
            if word.text not in forms or is_given_name(word.text) or word.masked or not word.text[:1].isupper():
                continue
            given, surname = words[place + 1 : place + 2], words[place + 2 : place + 3]
            full = bool(given and surname) and is_given_name(given[0].text) and surname[0].text in forms
            full = full and word.text not in _FAMILY_FIRST
            behind = place > 0 and words[place - 1].text in forms
            if not full and place > 0 and words[place - 1].text.lower() in _ARTICLES:
                continue
            places.setdefault(word.text, []).append(full and not behind)
    yield from (form for form, roles in places.items() if all(roles) and len(form) >= _SHORTEST_ROLE)


def _owned(article: Forms, forms: set[str]) -> Iterator[str]:
    """Yield nouns taken for names that stand only behind a surname in the genitive: *Kerns Schlüsselbein*."""
    known = article.behind_given_names & forms
    places: dict[str, list[bool]] = {}
    for context in article.contexts:
        words = context.sentence.words
        for before, word in itertools.pairwise(words):
            if word.text in forms and not is_given_name(word.text):
                given = words[before.index - 2].text if before.index > 1 else ""
                owned = before.text[-1:] == "s" and before.text[:-1] in known
                places.setdefault(word.text, []).append(owned or _is_of_full_name(given, before.text, word.text))
    yield from (form for form, owned in places.items() if all(owned))


def _is_of_full_name(given: str, surname: str, noun: str) -> bool:
    """Say whether a noun stands behind a full name in the genitive: *Ida Otts | Pläne*, not *Luis Santos | Silva*."""
    is_genitive = _GENITIVE_SURNAME_RE.fullmatch(surname) is not None and not is_given_name(surname)
    is_noun = noun_of(noun) is not None or _NOUN_END_RE.search(noun) is not None
    return is_given_name(given) and is_genitive and is_noun and noun[:1].isupper()


def _adjectives_of_offices(contexts: Iterable[Context]) -> Iterator[str]:
    """Yield the adjectives with a capital of *Kerns Sportlicher Leiter*, *der Erste Bürgermeister*."""
    for context in contexts:
        for word, noun in itertools.pairwise(context.sentence.words):
            if _OF_OFFICE_RE.fullmatch(word.text) and is_person_noun(noun.text):
                yield word.text
