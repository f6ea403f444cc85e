"""What a noun stands for: a person with a gender and a field, a body, a medium, a document, a statement.

Compounds are told by the longest known noun that they end in (*Gemeindearzt*: Arzt); case and number endings are seen
through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

import regex
from attrs import frozen

from quotetrack.lexicon import load, table
from quotetrack.number_words import number_of

Gender = Literal["Masc", "Fem", "Neut"]
NounKind = Literal["person", "organisation", "medium", "group", "document", "statement", "reports"]

_UMLAUTS: Final = (
    ("arzt", "ärzt"),
    ("anwalt", "anwält"),
    ("rat", "rät"),
    ("bauer", "bäuer"),
    ("koch", "köch"),
    ("propst", "pröpst"),
    ("abt", "äbt"),
)
#: Umlauts of the plural only.
_PLURALS: Final = (
    ("mann", "männ"), ("vater", "väter"), ("sohn", "söhn"), ("bruder", "brüder"), ("schwager", "schwäger"),
    ("bischof", "bischöf"), ("papst", "päpst"), ("kaplan", "kaplän"), ("general", "generäl"), ("kardinal", "kardinäl"),
    ("beistand", "beiständ"),
)  # fmt: skip
_AGENT_RE: Final = regex.compile(
    r"\p{L}{3,}(?:er|ent|ant|or|ist|at|eur|og|ik|om|aph|af|ar|är|et|ot|il|ät|ach|ös|es|os|ax|yst)in(?:nen)?",
    regex.IGNORECASE,
)
_WEAK_END_RE: Final = regex.compile(r"(?:ent|ist|ant|at|oge|ot|och|ar|herr|graf|soph|urg)$")
_NO_WOMEN: Final = (
    "medizin",
    "doktrin",
    "melatonin",
    "kerosin",
    "protein",
    "mandarin",
    "serotonin",
    "martin",
    "katharin",
    "konstantin",
    "valentin",
    "quentin",
    "florentin",
    "celestin",
    "augustin",
    "justin",
    "faustin",
)
#: Nouns that end in one of a statement or body and are none.
_NO_COMPOUNDS: Final = frozenset(
    "absicht aufsicht aussicht durchsicht einsicht fernsicht hinsicht nachsicht rücksicht umsicht voraussicht vorsicht"
    " weitsicht treppenhaus hochhaus wohnhaus gewächshaus parkhaus bauernhaus einfamilienhaus ferienhaus reihenhaus"
    " elternhaus backwerk bauwerk blattwerk blendwerk bollwerk erstlingswerk fachwerk feuerwerk flickwerk frühwerk"
    " fuhrwerk gesamtwerk handwerk hauptwerk jugendwerk kunstwerk lebenswerk machwerk mauerwerk meisterwerk mundwerk"
    " räderwerk regelwerk schuhwerk spätwerk stockwerk stückwerk tagewerk teufelswerk uhrwerk vertragswerk wunderwerk"
    " zuckerwerk".split()
)
_FOLDING: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ð": "d", "þ": "th"})
_AGED_RE: Final = regex.compile(r"(\d+)[ -]jährige[rn]?", regex.IGNORECASE)
_AGED_IN_WORDS_RE: Final = regex.compile(r"(\p{Lu}\p{Ll}+)jährige[rn]?")
#: A plural in -er has an umlaut where it can: Völker, not *Volker, which is a name.
_UMLAUTING_RE: Final = regex.compile(r"[aou][^aeiouäöü]*$")
_SHORTEST_FIRST_PART: Final = 3
KNOWN_FORMS: Final = 1 << 16
"""So many forms are remembered, that a long run needs no more memory than a short one."""
_SHORT: Final = 3


@frozen
class Noun:
    """What is known of a noun: its kind, its base form in the masculine, and what the form says of the person."""

    kind: NounKind
    base: str
    field: str = ""
    gender: Gender | None = None
    is_plural: bool = False
    is_ambiguous: bool = False


@lru_cache(maxsize=KNOWN_FORMS)
def noun_of(form: str) -> Noun | None:
    """Return what a noun stands for, None if it is not known.

    >>> noun_of("Inselärztin")
    Noun(kind='person', base='Arzt', field='medicine', gender='Fem', is_plural=False, is_ambiguous=False)
    >>> noun_of("Behördenangaben").kind, noun_of("Filmpremiere"), noun_of("Bischöfe").is_plural
    ('statement', None, True)
    """
    small = form.casefold().replace("*", "").replace(":", "")
    aged = _AGED_RE.fullmatch(small)
    age = aged[1] if aged is not None else _age_in_words(form)
    if age is not None:
        return Noun("person", f"{age}-Jährige", "age")
    if state_of(form) is not None or (small not in _forms() and is_given_name(form)):
        return None
    known = None if any(small.removesuffix(end) in _NO_COMPOUNDS for end in ("", "en", "es")) else _longest(small)
    if known is not None:
        return known
    people = _people_of(small)
    if people is not None:
        return people
    if _AGENT_RE.fullmatch(form) is None or small.endswith(_NO_WOMEN):
        return None
    return Noun("person", form, "", "Fem", small.endswith("nen"))


def _age_in_words(form: str) -> str | None:
    """Return the age of *die Achtjährige*; a small letter is that of an adjective."""
    written = _AGED_IN_WORDS_RE.fullmatch(form)
    number = number_of(written[1].lower()) if written is not None else None
    return None if number is None else str(number)


def _longest(small: str) -> Noun | None:
    forms = _forms()
    for start in range(len(small)):
        if 0 < start < _SHORTEST_FIRST_PART:
            continue
        found = forms.get(small[start:])
        if found is not None and (not start or len(small) - start > _SHORT or start > _SHORTEST_FIRST_PART):
            return found
    return None


def _people_of(small: str) -> Noun | None:
    """Return a noun for somebody of a place: *der Pole*, *die Portugiesin*; not the place: *die Ukraine*."""
    for stem in _origin_stems():
        if not small.startswith(stem):
            continue
        end = small[len(stem) :]
        if end in ("in", "erin", "ierin"):
            return Noun("person", small, "origin", "Fem")
        if end in ("innen", "erinnen"):
            return Noun("person", small, "origin", "Fem", is_plural=True)
        if end in ("e", "en", "er", "ers", "ier"):
            return Noun("person", small, "origin", "Masc")
    return None


@cache
def _origin_stems() -> tuple[str, ...]:
    return tuple(sorted((row[2].casefold() for row in table("places").values()), key=len, reverse=True))


@cache
def _forms() -> Mapping[str, Noun]:
    found: dict[str, Noun] = {}
    for noun, (kind, name_with) in table("body_nouns").items():
        for form in _inflected(noun):
            found[form] = Noun(_kind(kind), noun, name_with)
    for noun, (kind,) in table("source_nouns").items():
        for form in _inflected(noun):
            found[form] = Noun(_kind(kind), noun)
    for noun, (topic, how) in table("person_nouns").items():
        for form, person in _person_forms(noun, topic, how):
            earlier = found.get(form)
            if earlier is None or earlier.kind != "person":
                found[form] = person
    return MappingProxyType(found)


def _kind(kind: str) -> NounKind:
    kinds: dict[str, NounKind] = {
        "organisation": "organisation",
        "medium": "medium",
        "group": "group",
        "statement": "statement",
        "document": "document",
        "reports": "reports",
    }
    return kinds[kind]


def _inflected(noun: str) -> Iterator[str]:
    small = noun.casefold()
    yield from (small, small + "s", small + "es", small + "e", small + "en", small + "n")
    if _UMLAUTING_RE.search(small) is None:
        yield from (small + "er", small + "ern")
    if small.endswith("e"):
        yield small[:-1] + "en"
    for plain, mutated in (("amt", "ämt"), ("band", "bänd"), ("werk", "werk"), ("haus", "häus"), ("blatt", "blätt")):
        if small.endswith(plain):
            stem = small[: -len(plain)] + mutated
            yield from (stem + "e", stem + "en", stem + "er", stem + "ern")


def _person_forms(noun: str, topic: str, how: str) -> Iterator[tuple[str, Noun]]:
    small = noun.casefold()
    ambiguous = how == "ambiguous"
    if how == "adjective":
        stem = small.removesuffix("r").removesuffix("e")
        yield stem + "er", Noun("person", noun, topic, "Masc")
        for end in ("e", "en", "em"):
            yield stem + end, Noun("person", noun, topic)
    elif how == "feminine":
        yield small, Noun("person", noun, topic, "Fem")
        plurals = [small + end for end in ("n", "nen", "en")]
        for plain, mutated in (("mutter", "mütter"), ("tochter", "töchter"), ("braut", "bräute")):
            if small.endswith(plain):
                plurals += [small.removesuffix(plain) + mutated + end for end in ("", "n")]
        yield from ((form, Noun("person", noun, topic, "Fem", is_plural=True)) for form in plurals)
    elif how == "neutral":
        for end in ("", "s", "es"):
            yield small + end, Noun("person", noun, topic)
        for end in ("er", "ern", "en"):
            yield small + end, Noun("person", noun, topic, is_plural=True)
        if small.endswith("gast"):
            for end in ("gäste", "gästen"):
                yield small.removesuffix("gast") + end, Noun("person", noun, topic, is_plural=True)
    elif how == "loan":
        for end in ("", "s"):
            yield small + end, Noun("person", noun, topic, "Masc")
    elif how == "plural":
        yield small, Noun("person", noun, topic, is_plural=True)
    else:
        yield from _masculine(small, noun, topic, ambiguous)
        if how != "masculine":
            yield from _feminine(small, noun, topic)


def _masculine(small: str, noun: str, topic: str, ambiguous: bool) -> Iterator[tuple[str, Noun]]:
    plural = Noun("person", noun, topic, None, is_plural=True, is_ambiguous=ambiguous)
    yield from ((small + end, plural) for end in ("e", "en", "er", "ern", "n", "leute", "leuten"))
    for plain, mutated in (*_UMLAUTS, *_PLURALS):
        if small.endswith(plain):
            yield from ((small[: -len(plain)] + mutated + end, plural) for end in ("", "e", "en", "er", "ern", "n"))
    if small.endswith("mann"):
        yield from ((small[:-4] + end, plural) for end in ("leute", "leuten"))
    singular = Noun("person", noun, topic, "Masc", is_ambiguous=ambiguous)
    yield from ((small + end, singular) for end in ("", "s", "es"))
    if small.endswith("e"):
        yield small + "n", singular
    if _WEAK_END_RE.search(small):
        yield small + "en", singular


def _feminine(small: str, noun: str, topic: str) -> Iterator[tuple[str, Noun]]:
    if small.endswith("mann"):
        yield small[:-4] + "frau", Noun("person", noun, topic, "Fem")
        yield small[:-4] + "frauen", Noun("person", noun, topic, "Fem", is_plural=True)
    stem = small.removesuffix("e")
    stems = {stem, stem[:-2] if stem.endswith("erer") else stem}
    stems |= {stem[: -len(plain)] + mutated for plain, mutated in _UMLAUTS if stem.endswith(plain)}
    for made in stems:
        yield made + "in", Noun("person", noun, topic, "Fem")
        yield made + "innen", Noun("person", noun, topic, "Fem", is_plural=True)


_GENDERS_BY_END: Final[tuple[tuple[Gender, tuple[str, ...]], ...]] = (
    ("Fem", tuple("ung heit keit schaft ion tät behörde kammer agentur polizei partei firma zentrale".split())),
    (
        "Neut",
        tuple(
            "amt ium zentrum institut gericht büro haus werk kommissariat präsidium parlament team unternehmen"
            " komitee gremium departement kabinett blatt magazin portal radio fernsehen bündnis".split()
        ),
    ),
    ("Masc", tuple("dienst rat verband verein bund konzern klub club ausschuss vorstand senat sender".split())),
)


def gender_by_end(noun: str) -> Gender | None:
    """Return the gender that the end of a noun for a body tells, more surely than a tagger.

    >>> gender_by_end("Außenministerium"), gender_by_end("Geheimdienst")
    ('Neut', 'Masc')
    """
    small = noun.casefold()
    return next((gender for gender, ends in _GENDERS_BY_END if small.endswith(ends)), None)


def is_person_noun(form: str) -> bool:
    """Say whether a noun is one for people.

    >>> is_person_noun("Hafensprecherin"), is_person_noun("Hafen")
    (True, False)
    """
    noun = noun_of(form)
    return noun is not None and noun.kind == "person"


def is_common_surname(form: str) -> bool:
    """Say whether a word is a frequent surname, whatever else it means.

    >>> is_common_surname("Müller"), is_common_surname("Hafen")
    (True, False)
    """
    return form.casefold().translate(_FOLDING) in load("common_surnames")


@lru_cache(maxsize=KNOWN_FORMS)
def is_given_name(form: str) -> bool:
    """Say whether a word is a given name, a double one with a hyphen too. It says nothing of gender.

    >>> is_given_name("Jasur"), is_given_name("Karl-Heinz"), is_given_name("Hafen")
    (True, True, False)
    """
    if not form[:1].isupper():
        return False
    known = load("given_names") | load("more_given_names")
    return all(_without_signs(part) in known for part in form.split("-"))


def _without_signs(form: str) -> str:
    small = form.casefold().translate(_FOLDING).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))


def is_medium_noun(form: str) -> bool:
    """Say whether a noun or name is one of a medium or agency."""
    small = form.casefold()
    known = load("media_nouns")
    return small in known or any(small.endswith(entry[1:]) for entry in known if entry.startswith("-"))


def state_of(name: str) -> str | None:
    """Return the state that a name of a state, capital or its genitive means.

    >>> state_of("Pjöngjang"), state_of("Südkoreas")
    ('Nordkorea', 'Südkorea')
    """
    states = _states()
    return states.get(name) or (states.get(name[:-1]) if name.endswith("s") else None)


@cache
def _states() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for state, (capital, _, _) in table("places").items():
        found[state] = state
        found.setdefault(capital, state)
    return found


def state_of_people(noun: str) -> str | None:
    """Return the state whose people a noun means.

    >>> state_of_people("Peruanerin")
    'Peru'
    """
    small = noun.casefold().replace("französin", "franzosin")  # the only stem that changes its vowel
    fitting = [
        (len(stem), state)
        for state, (_, _, stem) in table("places").items()
        if small.startswith(stem.casefold())
        if small[len(stem) :] in _PEOPLE_ENDS or (small == stem.casefold() and stem.endswith(("ar", "er")))
    ]
    return max(fitting)[1] if fitting else None


def state_of_adjective(adjective: str) -> str | None:
    """Return the state that an adjective names.

    >>> state_of_adjective("nordkoreanischen")
    'Nordkorea'
    """
    small = adjective.casefold()
    for state, (_, stem, _) in table("places").items():
        if small.startswith(stem) and small[len(stem) :] in _ADJECTIVE_ENDS:
            return state
    return None


_PEOPLE_ENDS: Final = frozenset("in erin ierin innen erinnen e en er ers ier".split())
_ADJECTIVE_ENDS: Final = frozenset("isch ische ischer ischen ischem isches e er en em es".split()) | {""}
