"""The forms of the nouns in the word lists: *Ärztinnen* is one of *Arzt*, *Behörden* one of *Behörde*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
)
#: Umlauts of the plural only.
_PLURALS: Final = (
    ("mann", "männ"), ("vater", "väter"), ("sohn", "söhn"), ("bruder", "brüder"), ("schwager", "schwäger"),
    ("bischof", "bischöf"), ("papst", "päpst"), ("kaplan", "kaplän"), ("general", "generäl"), ("kardinal", "kardinäl"),
    ("beistand", "beiständ"),
)  # fmt: skip
_WEAK_END_RE: Final = regex.compile(r"(?:ent|ist|ant|at|oge|ot|och|ar|herr|graf|soph|urg)$")
#: A plural in -er has an umlaut where it can: Völker, not *Volker, which is a name.
_UMLAUTING_RE: Final = regex.compile(r"[aou][^aeiouäöü]*$")


@cache
def known_forms() -> Mapping[str, Noun]:
    """Return the inflected forms of all listed nouns, in small letters, with what they mean."""
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
    if small.endswith("nis"):
        yield from (small + "se", small + "sen", small + "ses")
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
        for end in ("n",) if small.endswith("e") else ("er", "ern", "en"):
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
    gender: Gender | None = None if small.endswith("vorstand") else "Masc"  # who speaks for it may be a woman
    singular = Noun("person", noun, topic, gender, is_ambiguous=ambiguous)
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
