"""Which words of an article are names, and which short form can stand for which full name."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex

from quotetrack.nouns import is_common_surname, is_given_name, is_medium_noun, is_person_noun, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word

_NOBLE: Final = frozenset({"von", "zu", "van", "de", "vom", "zum", "zur", "von der", "von und zu"})
_NOBLE_TITLES: Final = frozenset("Freiherr Freifrau Graf Gräfin Baron Baronin Prinz Prinzessin Fürst Fürstin".split())
_NO_ESTATES: Final = frozenset(
    "Anfang Beruf Bedeutung Ende Gefahr Geburt Haus Herzen Interesse Natur Nutzen Seiten Vorteil Recht Gast".split()
)
_FOREIGN: Final = frozenset("van ten ter de del da dos di bin ibn ben".split())
_ARTICLES_IN_NAMES: Final = frozenset("der den la las los el".split())
PARTICLES_OF_NAMES: Final = frozenset("von van de der den di da del zu ten ter bin al".split())
_MONTHS: Final = frozenset({"Mai", "April", "Juni", "August"})
"""Months that are given names, too."""
_SHORTEST_ROLE: Final = 5
#: Surnames that stand before the given name.
_FAMILY_FIRST: Final = frozenset(
    "Chang Cheng Chung Duong Hoang Huang Huynh Hwang Jeong Jiang Kwang Liang Nguyen Pham Phan Tang Tran Truong Zhang"
    " Zhao Zheng Zhong Zhou Cheong Chiang Xiang Chong Young Yoong Kwong Leung Cheung Tsang".split()
)
_ROLE_END_RE: Final = regex.compile(
    r"(?:er|in|ist|ent|ant|or|eur|oge|mann|frau|rat|chef|leute|en|ung|keit|heit|schaft)$"
)
#: How broadcasters and sites are called; a short name in -24 or with a domain is no firm that speaks for itself.
_MEDIUM_RE: Final = regex.compile(
    r"(?:\p{L}24|TV\d?|(?<=[\p{L}\d])(?:News|Info|Online|Press|Post|Times|Today|Herald|Tribune))$"
    r"|\.(?:de|at|ch|com|net|org)$|^TV"
)
_OF_OFFICE_RE: Final = regex.compile(
    r"(?:Sportlich|Technisch|Parlamentarisch|Kaufmännisch|Medizinisch|Ärztlich|Künstlerisch|Wissenschaftlich|Leitend"
    r"|Regierend|Geschäftsführend|Stellvertretend|Erst|Zweit|Dritt|Hoh)e[rnms]?"
)
_WITH_ARTICLE_RE: Final = regex.compile(r"(?:al|el|ad|as|ash|at|ben|bin|d’|d')[-’']?\p{Lu}")
_ACRONYM_RE: Final = regex.compile(r"\p{Lu}{2,6}|\p{Lu}\p{Ll}?\p{Lu}|GmbH|e\.V\.|AG|SE|VfR|VfL|TuS|VfB")
_FUNCTION_WORDS: Final = frozenset(
    "letzterer letztere ersterer erstere der die das ein eine er sie es wir ich und so auch nicht wie dass".split()
)


def name_forms(contexts: Sequence[Context]) -> frozenset[str]:
    """Return the word forms that are names in an article, and ``von X`` where that is one.

    A form is a name if it is tagged so at least as often as not, and is no noun of its own where it opens the name.
    """
    words = [word for context in contexts for word in context.sentence.words if not word.masked]
    tagged = Counter(word.text for word in words if word.upos == "PROPN")
    other = Counter(word.text for word in words if word.upos in ("NOUN", "ADJ", "ADV", "VERB", "DET", "PRON"))
    forms = {
        form
        for form, count in tagged.items()
        if count >= other[form] and _looks_like_name(form) and form.casefold() not in _FUNCTION_WORDS
    }
    forms = {form for form in forms if not _is_weekday(form, words)}
    forms |= set(_surnames(contexts, forms))
    forms |= set(_given_names(contexts, forms))
    forms |= set(_known_names(contexts))
    forms |= set(_behind_particles(contexts, forms))
    forms |= set(_genitives(contexts, forms))
    forms -= {*_unlisted_roles(contexts, forms), *_owned(contexts, forms), *_adjectives_of_offices(contexts)}
    in_bodies = frozenset(_behind_bodies(contexts))
    noun_surnames = {*_noun_surnames(contexts, forms), *_behind_roles(contexts), *_bare_surnames(contexts, forms)}
    forms |= noun_surnames
    inside = set(_behind_names(contexts, forms)) | noun_surnames
    nouns = {form for form in forms if form not in inside and noun_of(form) is not None}
    forms -= nouns
    return in_bodies | forms | set(_noble(contexts, forms))


def _is_weekday(form: str, words: Sequence[Word]) -> bool:
    if form in _MONTHS and any(_opens_name(form, *three) for three in zip(words, words[1:], words[2:], strict=False)):
        return False
    return any(is_time(word) for word in words if word.text == form)


def _opens_name(form: str, role: Word, month: Word, surname: Word) -> bool:
    """Say whether a month is a given name behind a role: *Doktorandin Mai Tran*."""
    return month.text == form and surname.upos == "PROPN" and is_person_noun(role.text)


def _looks_like_name(form: str) -> bool:
    return form[:1].isupper() or _WITH_ARTICLE_RE.match(form) is not None


def _surnames(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield capitalised forms right behind a given name that are no nouns, however they were tagged (*Reto Zgraggen*).

    A form that was tagged a noun must stand elsewhere in the article too, without anything before it that a noun has.
    """
    bare = Counter(word.text for context in contexts for word in _without_attributes(context))
    every = Counter(word.text for context in contexts for word in context.sentence.words)
    last = _behind_given_names(contexts, forms)
    for context in contexts:
        words = context.sentence.words
        for before, word in itertools.pairwise(words):
            follows = before.text in forms and noun_of(before.text) is None and before.upos == "PROPN"
            follows = follows and (word.upos != "NOUN" or before.text not in last)  # trägt Aune Zettel
            tagged = word.upos in ("PROPN", "X") or word.relation in ("flat", "flat:name") or "-" in word.text
            tagged = tagged or (word.upos == "NOUN" and bare[word.text] == every[word.text] > 1)
            tagged = tagged or (word.upos in ("VERB", "ADJ", "ADV", "AUX") and word.index > 1)
            tagged = tagged or _ends_name_behind_verb(words, word)
            if follows and tagged and _looks_like_name(word.text) and noun_of(word.text) is None and not word.masked:
                yield word.text


def _ends_name_behind_verb(words: Sequence[Word], word: Word) -> bool:
    """Say whether a noun ends the name right behind a verb, as no phrase of its own: *sagte Edith Kern später*."""
    if word.index < 3 or word.upos != "NOUN" or _is_plural(word):
        return False
    after = words[word.index] if word.index < len(words) else word
    return words[word.index - 3].upos == "VERB" and after.upos in ("PUNCT", "ADP", "ADV", "ADJ")


def _given_names(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield words before a name that were tagged nouns, without the form of a role.

    They open the sentence (*Jana Ott*) or follow a noun for a person (*Verbandspräsident Mark Ott*).
    """
    for context in contexts:
        words = context.sentence.words
        for place, (word, name) in enumerate(itertools.pairwise(words)):
            opens = place == 0 or is_person_noun(words[place - 1].text)
            if not opens or word.upos != "NOUN" or name.text not in forms or word.masked:
                continue
            if _looks_like_name(word.text) and noun_of(word.text) is None and not _ROLE_END_RE.search(word.text):
                yield word.text


def _known_names(contexts: Iterable[Context]) -> Iterator[str]:
    """Yield a given name and the word behind it, however they were tagged: *Wilhelmine Janßen*."""
    for context in contexts:
        words = context.sentence.words
        for given, word in itertools.pairwise(words):
            if given.masked or word.masked or not is_given_name(given.text) or _is_of_a_body(words, given):
                continue
            if _may_be_surname(word):
                yield from (given.text, word.text)
            elif word.text in PARTICLES_OF_NAMES and given.upos == "NOUN":
                yield given.text


def _is_of_a_body(words: Sequence[Word], given: Word) -> bool:
    """Say whether a word stands right behind a noun for a body, whose name it is: *die Klinik Maria Hilf*."""
    known = noun_of(words[given.index - 2].text) if given.index > 1 else None
    return known is not None and known.kind in ("organisation", "medium")


def _may_be_surname(word: Word) -> bool:
    """Say whether a word behind a given name can be the surname: one with a capital that is nothing else there."""
    text = word.text
    if not text[:1].isupper() or not all(sign.isalpha() or sign in "-’'" for sign in text) or is_acronym(text):
        return False
    if text.casefold() in _FUNCTION_WORDS or noun_of(text) is not None or state_of(text) is not None or is_time(word):
        return False
    if word.upos in ("PROPN", "X") or word.relation in ("flat", "flat:name"):
        return True
    return word.upos in ("NOUN", "ADJ", "VERB", "ADV", "AUX") and not _is_plural(word)


def _unlisted_roles(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield words of no list that stand before a given name and surname only, as roles do: *Hufschmied Arno Ott*.

    A surname there (*warf Amann Reto Ott vor*) stands elsewhere too, behind a given name or alone.
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
            places.setdefault(word.text, []).append(full and not behind)
    yield from (form for form, roles in places.items() if all(roles) and len(form) >= _SHORTEST_ROLE)


def _owned(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield nouns taken for names that stand only behind a surname in the genitive: *Kerns Schlüsselbein*."""
    surnames = _behind_given_names(contexts, forms)
    places: dict[str, list[bool]] = {}
    for context in contexts:
        for before, word in itertools.pairwise(context.sentence.words):
            if word.text in forms and not is_given_name(word.text):
                places.setdefault(word.text, []).append(before.text[-1:] == "s" and before.text[:-1] in surnames)
    yield from (form for form, owned in places.items() if all(owned))


def _behind_given_names(contexts: Iterable[Context], forms: set[str]) -> set[str]:
    pairs = (pair for context in contexts for pair in itertools.pairwise(context.sentence.words))
    return {word.text for given, word in pairs if is_given_name(given.text) and word.text in forms}


def _genitives(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield the genitives of surnames, however they were tagged: *Ruhlands Angaben*."""
    surnames = _behind_given_names(contexts, forms)
    for context in contexts:
        for word in context.sentence.words:
            if word.text.endswith("s") and word.text[:-1] in surnames and noun_of(word.text) is None:
                yield word.text


def _adjectives_of_offices(contexts: Iterable[Context]) -> Iterator[str]:
    """Yield the adjectives with a capital of *Kerns Sportlicher Leiter*, *der Erste Bürgermeister*."""
    for context in contexts:
        for word, noun in itertools.pairwise(context.sentence.words):
            if _OF_OFFICE_RE.fullmatch(word.text) and is_person_noun(noun.text):
                yield word.text


def _without_attributes(context: Context) -> Iterator[Word]:
    """Yield the words that have no article, adjective or preposition before them."""
    words = context.sentence.words
    for place, word in enumerate(words):
        if place == 0 or words[place - 1].upos not in ("DET", "ADJ", "ADP", "NUM"):
            yield word


def _behind_names(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
    """Yield the forms that stand behind the first part of a name, where a noun is a surname (*Ina Richter*)."""
    for context in contexts:
        words = context.sentence.words
        for place, (before, word) in enumerate(itertools.pairwise(words)):
            behind = word.text in forms and before.text in forms and noun_of(before.text) is None and not word.masked
            if behind and not _is_womans_role(word.text) and not _is_role_behind_name(words, place):
                yield word.text


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


def _noun_surnames(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield nouns that are surnames here: right behind a given name, where no role stands (*Jonas Richter*).

    A noun behind a genitive is none (*Quasts Bruder*). One that is no frequent surname must stand alone elsewhere, or
    the given name behind a role.
    """
    alone = Counter(word.text for context in contexts for word in _without_attributes(context))
    for context in contexts:
        words = context.sentence.words
        for place, (given, word) in enumerate(itertools.pairwise(words)):
            if given.text not in forms or noun_of(given.text) is not None or given.masked or word.masked:
                continue
            before = words[place - 1] if place else None
            if before is not None and (before.upos in ("DET", "ADP", "ADJ") or before.text in forms):
                continue
            is_noun = word.upos in ("NOUN", "PROPN") and (noun_of(word.text) is not None or is_time(word))
            if not is_noun or not word.text[:1].isupper() or (given.text.endswith("s") and given.text[:-1] in forms):
                continue
            has_role = before is not None and is_person_noun(before.text)
            if is_common_surname(word.text) or has_role or alone[word.text] > 1:
                yield word.text


def _behind_roles(contexts: Sequence[Context]) -> Iterator[str]:
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
            is_one = role.text.endswith("in") and noun_of(word.text) is None and not _is_plural(word)
            if is_one or is_common_surname(word.text) or _is_subject_behind_verb(words, place):
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
    return not _is_plural(surname) and (behind is None or behind.upos in ("PUNCT", "ADP", "ADV"))


def _is_bare(words: Sequence[Word], place: int) -> bool:
    """Say whether what stands before a noun is no part of its phrase, and does not name an office (*als Chefin*)."""
    return place == 0 or words[place - 1].upos in ("VERB", "AUX", "PUNCT", "CCONJ")


def _is_plural(word: Word) -> bool:
    return word.features.get("Number") == "Plur"


def _bare_surnames(contexts: Sequence[Context], forms: set[str]) -> Iterator[str]:
    """Yield frequent surnames that are nouns too, where the article has them as a name and never with an attribute."""
    bare = Counter(word.text for context in contexts for word in _without_attributes(context))
    every = Counter(word.text for context in contexts for word in context.sentence.words)
    yield from (form for form in forms if is_common_surname(form) and bare[form] == every[form])


def _behind_bodies(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield the words of a body's name behind the noun for it, each with the word before: ``Regiobahn Mitte``.

    What stands before the verb of a main clause is one phrase only; what stands twice behind the noun is no accident.
    """
    found: Counter[str] = Counter()
    for context in contexts:
        words = context.sentence.words
        for place, word in enumerate(words[:-1]):
            known = noun_of(word.text)
            if word.masked or known is None or known.kind not in ("organisation", "medium") or known.is_plural:
                continue
            tail = _tail_of_body(words, place)
            pairs = [f"{one.text} {other.text}" for one, other in itertools.pairwise([word, *tail])]
            if tail and (_is_sure(words, place, tail) or _ends_phrase(words, tail[-1])):
                yield from pairs
            found.update(pairs[:1])
    yield from (pair for pair, count in found.items() if count > 1)


def _tail_of_body(words: Sequence[Word], place: int) -> list[Word]:
    """Return the words behind a noun for a body that can be its name: *Rhenania Strom*, *Nahrung und Genuss*."""
    tail: list[Word] = []
    for word in words[place + 1 :]:
        text, ahead = word.text, words[word.index] if word.index < len(words) else None
        if word.masked or text in "()":
            break
        if not _continues(tail, word, ahead):
            break
        tail.append(word)
    if tail and tail[-1].upos == "ADJ":
        return []
    return [] if tail and _is_genitive_of(tail[0]) else tail


def _continues(tail: Sequence[Word], word: Word, ahead: Word | None) -> bool:
    """Say whether a word goes on with the name of a body, or *und* with its field."""
    if tail and word.text in ("und", "&"):
        return ahead is not None and _is_field(tail[-1], ahead)
    if tail and tail[-1].text in ("und", "&"):
        return True
    return _is_part(word) and (not tail or word.upos != "NOUN" or not _is_genitive_of(tail[-1]))


def _is_part(word: Word) -> bool:
    """Say whether a word can be part of the name of a body, by its form."""
    text, known = word.text, noun_of(word.text)
    if word.masked or word.upos not in ("PROPN", "NOUN", "ADJ", "X") or not text[:1].isupper() or is_time(word):
        return False
    if known is not None and known.kind in ("person", "statement", "document"):
        return False
    return state_of(text) is None and text.casefold() not in _FUNCTION_WORDS and not text.endswith("-Jährige")


def _is_field(one: Word, other: Word) -> bool:
    """Say whether two nouns joined by *und* may be the field of one body, and no second body or person."""
    known = noun_of(other.text)
    nouns = one.upos in ("NOUN", "PROPN") and other.upos in ("NOUN", "PROPN") and other.text[:1].isupper()
    is_thing = known is None or known.kind not in ("organisation", "person", "medium", "group")
    return nouns and is_thing and not other.masked and not is_given_name(other.text)


def _is_genitive_of(word: Word) -> bool:
    return word.upos == "PROPN" and word.text.endswith("s") and word.features.get("Case") == "Gen"


def _is_sure(words: Sequence[Word], place: int, tail: Sequence[Word]) -> bool:
    """Say whether the phrase fills the place before the verb, so that its words are one name."""
    before, end = words[:place], tail[-1].index
    opens = all(word.upos in ("DET", "ADJ", "ADP", "NOUN", "ADV", "CCONJ") and not word.masked for word in before)
    verb = words[end] if end < len(words) else None
    return opens and verb is not None and verb.upos in ("VERB", "AUX") and verb.features.get("VerbForm") == "Fin"


def _ends_phrase(words: Sequence[Word], last: Word) -> bool:
    """Say whether a word closes its phrase and is no object beside it: *teilte die Sektion Oberland mit*."""
    after = words[last.index] if last.index < len(words) else None
    closes = after is None or after.upos == "PUNCT" or after.relation == "compound:prt"
    beside = last.relation in ("appos", "flat", "flat:name", "nmod", "nsubj", "compound") and not _is_plural(last)
    return beside and (closes or last.upos == "PROPN")


def _behind_particles(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
    """Yield what stands behind the particle of a foreign name, however it was tagged: *Wiebke van der Linde*."""
    for context in contexts:
        words = context.sentence.words
        for place in range(len(words) - 2):
            if words[place].text not in forms or words[place + 1].text not in _FOREIGN:
                continue
            behind = words[place + 2 : place + 4]
            if len(behind) > 1 and behind[0].text in _ARTICLES_IN_NAMES:
                behind = behind[1:]
            if behind[0].text[:1].isupper() and not behind[0].masked:
                yield behind[0].text


def _noble(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
    """Yield ``von X`` where one given name stands before it: *Adelheid von Trotzenburg*, not *Ott zu Kern*.

    A word that ends a longer name elsewhere is a surname, before which and behind which nothing noble is.
    """
    sentences = [context.sentence.words for context in contexts]
    surnames = {
        word.text
        for words in sentences
        for before, word in itertools.pairwise(words)
        if word.text in forms and before.text in forms and noun_of(before.text) is None
    }
    acting = set(_acting_with_particle(sentences))
    for words in sentences:
        for place in range(len(words) - 2):
            given, particle, name = words[place : place + 3]
            capital = name.text[:1].isupper() and noun_of(name.text) is None and name.upos in ("PROPN", "NOUN", "X")
            if given.text in _NOBLE_TITLES and particle.text in ("von", "zu") and name.text[:1].isupper():
                yield f"{particle.text} {name.text}"
                yield name.text
            if (
                particle.text not in _NOBLE
                or given.text not in forms
                or not (name.text in forms or ("-" in name.text and capital) or _is_estate(words, place))
            ):
                continue
            before = words[place - 1] if place else None
            alone = before is None or before.text not in forms or noun_of(before.text) is not None
            alone = alone or f"{particle.text} {name.text}" in acting
            is_noble = given.text not in surnames or f"{particle.text} {name.text}" in acting
            if alone and is_noble and name.text not in surnames and not given.masked:
                yield f"{particle.text} {name.text}"
                yield name.text


def _is_estate(words: Sequence[Word], place: int) -> bool:
    """Say whether a noun behind *von* and a given name is of a family: *sagt Ottilie von Sanden*, not *von Beruf*."""
    given, particle, name = words[place : place + 3]
    before = words[place - 1] if place else None
    known = noun_of(name.text)
    is_common = name.text in _NO_ESTATES or (known is not None and known.kind in ("person", "group", "organisation"))
    if particle.text not in ("von", "zu") or is_common or name.upos not in ("NOUN", "PROPN"):
        return False
    if not name.text[:1].isupper() or given.upos != "PROPN" or state_of(given.text) is not None:
        return False
    return before is None or before.upos in ("VERB", "AUX", "PUNCT") or is_person_noun(before.text)


def _acting_with_particle(sentences: Iterable[Sequence[Word]]) -> Iterator[str]:
    """Yield ``von X`` where it acts: *sagte von Rabenau*, *Von Rabenau lacht*."""
    for words in sentences:
        for place in range(len(words) - 2):
            particle, name, behind = words[place : place + 3]
            if particle.text.lower() not in _NOBLE or not name.text[:1].isupper() or name.upos not in ("PROPN", "NOUN"):
                continue
            verb = words[place - 1].upos if place else behind.upos
            closes = behind.upos in ("PUNCT", "VERB", "AUX") or behind.masked
            if verb in ("VERB", "AUX") and closes and noun_of(name.text) is None:
                yield f"{particle.text.lower()} {name.text}"


def without_genitive(name: str, known: Iterable[str]) -> str:
    """Return a name without the *s* of its genitive, if the article has it without.

    >>> without_genitive("Quasts", {"Bertram Quast"})
    'Quast'
    """
    if name.endswith("s") and any(_stands_for(name[:-1], full) for full in known):
        return name[:-1]
    return name.rstrip("’'") if name.endswith(("’", "'")) else name


def _stands_for(short: str, full: str) -> bool:
    return fit(short, full) > 0


def fit(short: str, full: str) -> int:
    """Return how well a short form fits a full name: 4 the same, 3 its end, 2 its start, 1 its middle, 0 not at all.

    >>> fit("Quintero", "Alonso Quintero Baeza"), fit("Roth", "Fabio Bernasconi-Roth")
    (1, 0)
    """
    if short.casefold() == full.casefold():
        return 4
    parts, whole = short.casefold().split(), full.casefold().split()
    size = len(parts)
    if not size or size >= len(whole):
        return 0
    if whole[-size:] == parts:
        return 3
    if whole[:size] == parts:
        return 2
    return int(any(whole[place : place + size] == parts for place in range(1, len(whole) - size)))


def is_acronym(word: str) -> bool:
    """Say whether a word is one of capitals, as bodies have them.

    >>> is_acronym("HSG"), is_acronym("Lund")
    (True, False)
    """
    return _ACRONYM_RE.fullmatch(word) is not None


def is_medium_name(name: str) -> bool:
    """Say whether the last word of a name is one of a medium.

    >>> is_medium_name("Küste24"), is_medium_name("TV5News"), is_medium_name("Lund")
    (True, True, False)
    """
    last = name.rsplit(" ", 1)[-1]
    return is_medium_noun(last) or _MEDIUM_RE.search(last) is not None


def without_s(name: str) -> str:
    """Return a name without the *s* of its genitive."""
    if name.endswith(("’", "'")):
        return name[:-1]
    return name[:-1] if name.endswith("s") and len(name) > 4 and not name.endswith("ss") else name


def without_genitive_form(name: str, names: set[str]) -> str:
    """Return a full name without its genitive *s* if it is there without it, too."""
    return name[:-1] if name.endswith("s") and name[:-1] in names else name
