"""Names with particles: *Adelheid von Trotzenburg*, *Wiebke van der Linde*."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word

_NOBLE: Final = frozenset({"von", "zu", "van", "de", "vom", "zum", "zur", "von der", "von und zu"})
_NOBLE_TITLES: Final = frozenset("Freiherr Freifrau Graf Gräfin Baron Baronin Prinz Prinzessin Fürst Fürstin".split())
_SHORT_TITLES: Final = frozenset({"Dr.", "Prof.", "Mag."})
_NO_ESTATES: Final = frozenset(
    "Anfang Beruf Bedeutung Ende Gefahr Geburt Haus Herzen Interesse Natur Nutzen Seiten Vorteil Recht Gast".split()
)
_FOREIGN: Final = frozenset("van ten ter de del da do dos di bin ibn ben".split())
_ARTICLES_IN_NAMES: Final = frozenset("der den la las los el".split())
PARTICLES_OF_NAMES: Final = frozenset("von van de der den di da do del zu ten ter bin al".split())


def behind_particles(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
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


def noble(contexts: Iterable[Context], forms: set[str]) -> Iterator[str]:
    """Yield ``von X`` where one given name stands before it: *Adelheid von Trotzenburg*, not *Ott zu Kern*.

    A word that ends a longer name elsewhere is a surname, before which and behind which nothing noble is.
    """
    sentences = [context.sentence.words for context in contexts]
    surnames = {
        word.text
        for words in sentences
        for before, word in itertools.pairwise(words)
        if word.text in forms
        and word.text.lower() not in _NOBLE
        and before.text in forms
        and before.text.lower() not in _NOBLE
        and before.text not in _SHORT_TITLES
        and noun_of(before.text) is None
    }
    acting = set(_acting_with_particle(sentences))
    for words in sentences:
        for place in range(len(words) - 2):
            given, particle, name = words[place : place + 3]
            if particle.text not in _NOBLE or _stands_before_full_name(words, place, forms):
                continue
            capital = name.text[:1].isupper() and noun_of(name.text) is None and name.upos in ("PROPN", "NOUN", "X")
            if given.text in _NOBLE_TITLES and particle.text in ("von", "zu") and name.text[:1].isupper():
                yield f"{particle.text} {name.text}"
                yield name.text
            is_name = name.text in forms or ("-" in name.text and capital)
            if given.text not in forms or not (is_name or _is_estate(words, place)):
                continue
            before = words[place - 1] if place else None
            alone = before is None or before.text not in forms or noun_of(before.text) is not None
            alone = alone or (before is not None and before.text in _SHORT_TITLES)
            alone = alone or f"{particle.text} {name.text}" in acting
            is_noble = given.text not in surnames or f"{particle.text} {name.text}" in acting
            if alone and is_noble and name.text not in surnames and not given.masked:
                yield f"{particle.text} {name.text}"
                yield name.text


def _stands_before_full_name(words: Sequence[Word], place: int, forms: set[str]) -> bool:
    """Say whether a full name stands behind *von*: *unter Vorsitz von | Ida Ott*."""
    following = words[place + 3] if place + 3 < len(words) else None
    return following is not None and is_given_name(words[place + 2].text) and following.text in forms


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
    return (
        before is None
        or before.text in _SHORT_TITLES
        or before.upos in ("VERB", "AUX", "PUNCT")
        or is_person_noun(before.text)
    )


def _acting_with_particle(sentences: Iterable[Sequence[Word]]) -> Iterator[str]:
    """Yield ``von X`` where it acts: *sagte von Rabenau*, *Von Rabenau lacht*."""
    for words in sentences:
        for place, (particle, name, behind) in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if name.upos not in ("PROPN", "NOUN") or not name.text[:1].isupper() or particle.text.lower() not in _NOBLE:
                continue
            verb = words[place - 1].upos if place else behind.upos
            closes = behind.upos in ("PUNCT", "VERB", "AUX") or behind.masked
            if verb in ("VERB", "AUX") and closes and noun_of(name.text) is None:
                yield f"{particle.text.lower()} {name.text}"
