"""What a noun stands for, by the longest known noun that it ends in, and by endings."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import regex
from attrs import evolve

from quotetrack.lexicon import load
from quotetrack.nouns.forms import known_forms
from quotetrack.nouns.model import REMEMBERED_FORMS, Gender, Noun
from quotetrack.nouns.person_names import is_given_name
from quotetrack.nouns.states import people_of, state_of, state_of_place
from quotetrack.number_words import number_of

_AGENT_RE: Final = regex.compile(
    r"\p{L}{3,}(?:er|ent|ant|or|ist|at|eur|og|ik|om|aph|af|ar|är|et|ot|il|ät|ach|ös|es|os|ax|yst)in(?:nen)?",
    regex.IGNORECASE,
)
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
_SCIENCE_RE: Final = regex.compile(
    r"(?:erd|heimat|volks|natur|staats|gesellschafts|sozial|gemeinschafts|landes|heil|wetter|himmels|gesteins|stern|rechts"
    r"|altertums|bibel|waffen|\p{L}{3,}er)kunde"
)
"""Nouns for what is taught or known: the *Völkerkunde* is no *Kunde*."""
_GEAR_RE: Final = regex.compile(
    r"(?:fahr|flug|werk|feuer|spiel|schlag|rüst|bett|grün|näh|kraft|schreib)zeug(?:e[ns]?|s)?$"
)
_AGED_RE: Final = regex.compile(r"(\d+)[ -]jährige[rn]?", regex.IGNORECASE)
_AGED_IN_WORDS_RE: Final = regex.compile(r"(\p{Lu}\p{Ll}+)jährige[rn]?")
_SHORTEST_FIRST_PART: Final = 3
_EX: Final = "ex"
_EX_RE: Final = regex.compile(r"ex(?!am|ek|em|il|is|kl|kur|ot|pan|ped|per|plo|por|te|trak|tre|ze)")
"""How a noun begins that may be of somebody who was what its rest says, and no other word: *Exkanzler*."""
_SHORT: Final = 3
_GENDERS_BY_END: Final[tuple[tuple[Gender, tuple[str, ...]], ...]] = (
    ("Neut", ("stadion",)),
    (
        "Fem",
        tuple(
            "ung heit keit schaft ion tät behörde kammer agentur polizei partei firma zentrale presse"
            " rundschau umschau zeitschrift chronik bank bahn schule klinik kirche gemeinde wehr wache wacht kasse erei"
            " werkstatt pfarrei abtei bibliothek galerie brigade fabrik diözese kanzlei station sternwarte truppe"
            " garde stelle kette fluglinie kommune gilde".split()
        ),
    ),
    (
        "Neut",
        tuple(
            "amt ium zentrum institut gericht büro haus werk kommissariat präsidium parlament team unternehmen"
            " komitee gremium departement kabinett blatt magazin portal radio fernsehen bündnis orchester theater"
            " museum heim spital hospital hotel restaurant kloster ensemble labor archiv festival ressort referat"
            " dezernat studio gefängnis gestüt bistum forum ballett hallenbad freibad strandbad schwimmbad hospiz"
            " kolleg militär kreuz".split()
        ),
    ),
    (
        "Masc",
        tuple(
            "dienst rat verband verein bund konzern klub club ausschuss vorstand senat sender bauernhof gasthof"
            " bauhof rechnungshof betrieb bezirk kreis kanton verlag chor kindergarten freizeitpark nationalpark"
            " tierpark zirkus generalstab halbmond".split()
        ),
    ),
)


@lru_cache(maxsize=REMEMBERED_FORMS)
def noun_of(form: str) -> Noun | None:
    """Return what a noun stands for, None if it is not known.

    >>> noun_of("Inselärztin")
    Noun(kind='person', base='Arzt', field='medicine', gender='Fem', is_plural=False, is_ambiguous=False)
    >>> noun_of("Behördenangaben").kind, noun_of("Filmpremiere"), noun_of("Bischöfe").is_plural
    ('statement', None, True)
    """
    small = form.casefold().replace("*", "").replace(":", "")
    age = _age(form, small) if "jährige" in small else None
    if age is not None:
        return Noun("person", f"{age}-Jährige", "age")
    if state_of(form) is not None or (small not in known_forms() and is_given_name(form)):
        return None
    if _GEAR_RE.search(small) is not None or _SCIENCE_RE.fullmatch(small) is not None:
        return None  # Löschfahrzeuge are no witnesses
    known = None if _is_no_compound(small) else _longest(small)
    if known is not None:
        return evolve(known, kind="organisation") if known.base == "Agentur" and _is_office(small) else known
    people = people_of(small)
    if people is not None:
        return people
    if _AGENT_RE.fullmatch(form) is None or small.endswith(_NO_WOMEN) or state_of_place(form) is not None:
        return None  # Schwerin
    return Noun("person", form, "", "Fem", small.endswith("nen"))


def _is_no_compound(small: str) -> bool:
    """Say whether a noun only ends like one of a body, in whatever form: *Stockwerke*, *Hochhäusern*."""
    single = small.replace("häuser", "haus") if "häuser" in small else small
    return any(single.removesuffix(end) in _NO_COMPOUNDS for end in ("", "e", "en", "es", "n", "s"))


def _is_office(small: str) -> bool:
    """Say whether an agency brings no news: *Bundesagentur*, *Werbeagentur*, beside *Presse-Agentur*."""
    return not small.startswith("agentur") and not small.removesuffix("en").replace("-", "").endswith(_AGENCIES)


def _age(form: str, small: str) -> str | None:
    """Return the age of *der 18-Jährige* and *die Achtjährige*; a small letter is that of an adjective."""
    aged = _AGED_RE.fullmatch(small)
    if aged is not None:
        return aged[1]
    written = _AGED_IN_WORDS_RE.fullmatch(form)
    number = number_of(written[1].lower()) if written is not None else None
    return None if number is None else str(number)


def _longest(small: str) -> Noun | None:
    forms = known_forms()
    for start in range(len(small)):
        if 0 < start < _SHORTEST_FIRST_PART and not (start == len(_EX) and is_of_former(small)):
            continue
        found = forms.get(small[start:])
        if found is not None and start and found.base.isupper() and small[start - 1] != "-":
            continue  # Untreue is no EU
        if found is not None and (not start or len(small) - start > _SHORT or start != _SHORTEST_FIRST_PART):
            return found
    return None


def is_of_former(noun: str) -> bool:
    """Say whether a noun is of somebody who was what its rest says, written in one word: *Exkanzler*, no *Experte*.

    >>> is_of_former("Exministerin"), is_of_former("Exportleiterin"), is_of_former("Ex-Kanzler")
    (True, False, False)
    """
    found = known_forms().get(noun.casefold()[len(_EX) :]) if _EX_RE.match(noun.casefold()) else None
    return found is not None and found.kind == "person"


def is_person_noun(form: str) -> bool:
    """Say whether a noun is one for people.

    >>> is_person_noun("Hafensprecherin"), is_person_noun("Hafen")
    (True, False)
    """
    noun = noun_of(form)
    return noun is not None and noun.kind == "person"


@lru_cache(maxsize=REMEMBERED_FORMS)
def gender_by_end(noun: str) -> Gender | None:
    """Return the gender that the end of a noun for a body tells, more surely than a tagger.

    >>> gender_by_end("Außenministerium"), gender_by_end("Geheimdienst")
    ('Neut', 'Masc')
    """
    small = noun.casefold()
    return next((gender for gender, ends in _GENDERS_BY_END if small.endswith(ends)), None)


_AGENCIES: Final = (
    "nachrichtenagentur", "presseagentur", "depeschenagentur", "staatsagentur", "bildagentur", "fotoagentur",
    "medienagentur",
)  # fmt: skip
"""Agencies that are media, unlike *Arbeitsagentur* and *Raumfahrtagentur*."""


_PAPERS_RE: Final = regex.compile(
    r"(?:^|\p{Ll})(?:zeitung|presse|boten?|kuriers?|courier|anzeigers?|nachrichten|tage?blatte?s?|blatte?s?|rundschau"
    r"|merkurs?|echos?|stimme|umschau|chronik|allgemeinen?|express|spiegels?|zeitschrift)$|\p{Ll}{2}post$",
    regex.IGNORECASE,
)


_OF_PLACE_RE: Final = regex.compile(r"\p{Lu}[\p{L}-]{2,}(?:er|sche[nrs]?)")


def is_of_place(form: str) -> bool:
    """Say whether an adjective with a capital may tell a place: *Kieler*, *Norddeutsche*.

    >>> is_of_place("Kieler"), is_of_place("Norddeutschen"), is_of_place("Neue")
    (True, True, False)
    """
    return _OF_PLACE_RE.fullmatch(form) is not None


def is_title_of_paper(form: str) -> bool:
    """Say whether a noun ends the title of a paper where an adjective of a place stands before it.

    >>> [is_title_of_paper(form) for form in ("Rundschau", "Börsenpost", "Boten", "Polizei")]
    [True, True, True, False]
    """
    return _PAPERS_RE.search(form) is not None


def is_medium_noun(form: str) -> bool:
    """Say whether a noun or name is one of a medium or agency."""
    small = form.casefold()
    known = load("media_nouns")
    if small.endswith("agentur") and small not in known and not small.replace("-", "").endswith(_AGENCIES):
        return False
    return small in known or small.endswith(_media_ends())


@cache
def _media_ends() -> tuple[str, ...]:
    return tuple(entry[1:] for entry in load("media_nouns") if entry.startswith("-"))
