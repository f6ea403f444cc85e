"""The forms of the nouns in the word lists: *Ärztinnen* is one of *Arzt*, *Behörden* one of *Behörde*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns.model import Gender, Noun, NounKind

_UMLAUTS: Final = (
    ("arzt", "ärzt"),
    ("anwalt", "anwält"),
    ("rat", "rät"),
    ("bauer", "bäuer"),
    ("koch", "köch"),
    ("propst", "pröpst"),
    ("abt", "äbt"),
    ("bischof", "bischöf"),
    ("ammann", "ammänn"),
)
#: Umlauts of the plural only.
_PLURALS: Final = (
    ("mann", "männ"), ("vater", "väter"), ("sohn", "söhn"), ("bruder", "brüder"), ("schwager", "schwäger"),
    ("papst", "päpst"), ("kaplan", "kaplän"), ("general", "generäl"), ("kardinal", "kardinäl"),
    ("beistand", "beiständ"),
)  # fmt: skip
_MUTATED: Final = tuple(plain for plain, _ in (*_UMLAUTS, *_PLURALS))
_WEAK_ENDS: Final = tuple("ent ist ant at oge ot och ar herr graf soph urg".split())
_KINDS: Final[Mapping[str, NounKind]] = {
    "organisation": "organisation",
    "medium": "medium",
    "group": "group",
    "statement": "statement",
    "document": "document",
    "reports": "reports",
}
#: A plural in -er has an umlaut where it can: Völker, not *Volker, which is a name.
_UMLAUTING_RE: Final = regex.compile(r"[aou][^aeiouäöü]*$")


@cache
def known_forms() -> Mapping[str, Noun]:
    """Return the inflected forms of all listed nouns, in small letters, with what they mean."""
    found: dict[str, Noun] = {}
    for noun, (kind, name_with) in table("body_nouns").items():
        found.update(dict.fromkeys(_inflected(noun), Noun(_KINDS[kind], noun, name_with)))
    for noun, (kind,) in table("source_nouns").items():
        found.update(dict.fromkeys(_inflected(noun), Noun(_KINDS[kind], noun)))
    return MappingProxyType(found | _known_people())


def _known_people() -> dict[str, Noun]:
    """Return the forms of the nouns for people; a form of several is one of the first."""
    found: dict[str, Noun] = {}
    for noun, (topic, how) in table("person_nouns").items():
        for person, forms in _person_forms(noun, topic, how):
            for form in forms:
                found.setdefault(form, person)
    return found


def _inflected(noun: str) -> Iterator[str]:
    small = noun.casefold()
    yield from (small, small + "s", small + "es", small + "e", small + "en", small + "n")
    if _UMLAUTING_RE.search(small) is None:
        yield from (small + "er", small + "ern")
    if small.endswith("e"):
        yield small[:-1] + "en"
    if small.endswith("nis"):
        yield from (small + "se", small + "sen", small + "ses")
    for plain, mutated in (("amt", "ämt"), ("band", "bänd"), ("werk", "werk"), ("haus", "häus"), ("blatt", "blätt")):
        if small.endswith(plain):
            stem = small[: -len(plain)] + mutated
            yield from (stem + "e", stem + "en", stem + "er", stem + "ern")


def _person_forms(noun: str, topic: str, how: str) -> Iterator[tuple[Noun, Iterable[str]]]:
    """Yield what forms of a noun for people mean, with these forms; of two meanings of a form the first counts."""
    small = noun.casefold()
    if how == "adjective":
        stem = small.removesuffix("r").removesuffix("e")
        yield Noun("person", noun, topic, "Masc"), [stem + "er"]
        yield Noun("person", noun, topic), [stem + end for end in ("e", "en", "em")]
        if small.endswith("beamter"):  # the only one of them with a feminine of its own
            yield Noun("person", noun, topic, "Fem"), [stem + "in"]
            yield Noun("person", noun, topic, "Fem", is_plural=True), [stem + "innen"]
    elif how == "feminine":
        yield Noun("person", noun, topic, "Fem"), [small]
        yield Noun("person", noun, topic, "Fem", is_plural=True), _plurals_of_women(small)
    elif how == "neutral":
        yield Noun("person", noun, topic), [small + end for end in ("", "s", "es")]
        yield Noun("person", noun, topic, is_plural=True), _neutral_plurals(small)
    elif how == "loan":
        yield Noun("person", noun, topic, "Masc"), [small, small + "s"]
    elif how == "plural":
        yield Noun("person", noun, topic, is_plural=True), [small]
    else:
        yield from _masculine(small, noun, topic, how == "ambiguous")
        if how != "masculine":
            yield from _feminine(small, noun, topic)


def _neutral_plurals(small: str) -> list[str]:
    guests = [small.removesuffix("gast") + end for end in ("gäste", "gästen")] if small.endswith("gast") else []
    return [small + end for end in (("n",) if small.endswith("e") else ("er", "ern", "en"))] + guests


def _plurals_of_women(small: str) -> list[str]:
    plurals = [small + end for end in ("n", "nen", "en")]
    for plain, mutated in (("mutter", "mütter"), ("tochter", "töchter"), ("braut", "bräute")):
        if small.endswith(plain):
            plurals += [small.removesuffix(plain) + mutated + end for end in ("", "n")]
    return plurals


def _masculine(small: str, noun: str, topic: str, ambiguous: bool) -> Iterator[tuple[Noun, Iterable[str]]]:
    several = Noun("person", noun, topic, None, is_plural=True, is_ambiguous=ambiguous)
    yield several, [small + end for end in ("e", "en", "er", "ern", "n", "leute", "leuten")]
    if small.endswith(_MUTATED):
        yield several, _mutated(small)
    if small.endswith("mann"):
        yield several, [small[:-4] + end for end in ("leute", "leuten")]
    gender: Gender | None = None if small.endswith("vorstand") else "Masc"  # who speaks for it may be a woman
    singular = Noun("person", noun, topic, gender, is_ambiguous=ambiguous)
    yield singular, [small + end for end in ("", "s", "es")]
    if small.endswith("e"):
        yield singular, [small + "n"]
    if small.endswith(_WEAK_ENDS):
        yield singular, [small + "en"]


def _mutated(small: str) -> Iterator[str]:
    for plain, mutated in (*_UMLAUTS, *_PLURALS):
        if small.endswith(plain):
            yield from (small[: -len(plain)] + mutated + end for end in ("", "e", "en", "er", "ern", "n"))


def _feminine(small: str, noun: str, topic: str) -> Iterator[tuple[Noun, Iterable[str]]]:
    one, several = Noun("person", noun, topic, "Fem"), Noun("person", noun, topic, "Fem", is_plural=True)
    if small.endswith("mann"):
        yield one, [small[:-4] + "frau"]
        yield several, [small[:-4] + "frauen"]
    stem = small.removesuffix("e")
    stems = {stem, stem[:-2] if stem.endswith("erer") else stem}
    if stem.endswith(_MUTATED):
        stems |= {stem[: -len(plain)] + mutated for plain, mutated in _UMLAUTS if stem.endswith(plain)}
    yield one, [made + "in" for made in stems]
    yield several, [made + "innen" for made in stems]
