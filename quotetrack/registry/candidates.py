"""Which of many namings are worth comparing: those with a key in common.

A key of a person joins what one word of the name sounds like with how another begins; a key of a body joins two of its
words. So those who share a given name, or a surname alone, are not compared, and the work grows about linearly. A bare
surname is compared with everybody who bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, permutations
from typing import Final

from quotetrack.lexicon import table
from quotetrack.registry.east_asian import chinese, korean
from quotetrack.registry.named import Named
from quotetrack.registry.names import in_order, words_of
from quotetrack.registry.spelling import folded, hardened, hushed, readings, skeleton, sounded

Key = tuple[str, ...]

#: A key that more namings have tells nothing.
_COMMON: Final = 200
_BONES: Final = 4


def candidates(namings: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Yield pairs of namings that may be one speaker, each once, in the order of the namings.

    >>> list(candidates([Named("Ina Kern"), Named("Udo Kern"), Named("Ina M. Kern")]))
    [(Named(name='Ina Kern', kind='person', role=None, affiliation=None), \
Named(name='Ina M. Kern', kind='person', role=None, affiliation=None))]
    """
    places: dict[tuple[str, str], list[int]] = {}
    for place, named in enumerate(namings):
        places.setdefault((family(named.kind), named.name), []).append(place)
    pairs: set[tuple[int, int]] = set()
    for alike in places.values():
        pairs.update(combinations(alike, 2))
    for one, other in _pairs_of_names(places):
        pairs.update((min(a, b), max(a, b)) for a in places[one] for b in places[other])
    for first, second in sorted(pairs):
        yield namings[first], namings[second]


def family(kind: str) -> str:
    """Return the kinds that are compared with each other as one: somebody not named is a person, too."""
    return "person" if kind in ("person", "anonymous") else kind


def _pairs_of_names(names: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    blocks: dict[Key, list[tuple[str, str]]] = {}
    borne: dict[Key, list[tuple[str, str]]] = {}
    bare: list[tuple[Key, tuple[str, str]]] = []
    for name in sorted(names):
        for key in keys(*name):
            blocks.setdefault(key, []).append(name)
        words = words_of(name[1]) if name[0] == "person" else ()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            borne.setdefault((name[0], _surname(word)), []).append(name)
        if len(words) == 1:
            bare += [((name[0], _surname(word)), name) for word in {words[0], words[0].removesuffix("s")}]
    for block in blocks.values():
        if len(block) <= _COMMON:
            yield from combinations(block, 2)
    for key, name in bare:
        yield from ((name, bearer) for bearer in borne.get(key, ()))


def _surname(word: str) -> str:
    return sounded(word).removesuffix("s")


@lru_cache(maxsize=100_000)
def keys(kind: str, name: str) -> frozenset[Key]:
    """Return what a name is looked for under."""
    return _keys_of_person(name) if kind == "person" else _keys_of_body(kind, name)


def _keys_of_person(name: str) -> frozenset[Key]:
    words = words_of(name)
    found: set[Key] = {("whole", sound) for sound in readings(" ".join(words)) | readings(in_order(name))}
    found.update(("Korean", sounds.replace("N", "n")) for sounds in korean(words))
    found.update(("Chinese", sounds) for sounds in chinese(in_order(name)))
    found.add(("hushed", hushed(" ".join(words))))
    found.add(("letters", *sorted(words)))
    for word, other in permutations(words, 2):
        bones = _bones(word)
        found.update(("part", bones, first) for first in _beginnings(other) if bones)
    if len(words) == 1:
        found.add(("bare", _bones(words[0])))
    return frozenset(found)


@lru_cache(maxsize=100_000)
def _bones(word: str) -> str:
    return hardened(skeleton(word))[:_BONES] or sounded(word)


@cache
def _beginnings(word: str) -> frozenset[str]:
    """Return how a word begins, by French rules too, and its other forms if it is a given name: *Bill*, *William*."""
    found = {_first(form) for form in (word, *_other_forms().get(word, ())) if form}
    return frozenset(found | {"s"} if word.startswith(("ch", "j")) else found)


def _first(word: str) -> str:
    return hardened(sounded(word)[:1])


@cache
def _other_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in ("pet_forms", "given_name_forms"):
        for form, (others,) in table(name).items():
            found.setdefault(form, set()).update(others.split())
            for other in others.split():
                found.setdefault(other, set()).update({form, *others.split()} if name == "given_name_forms" else {form})
    return {word: frozenset(forms) for word, forms in found.items()}


def _keys_of_body(kind: str, name: str) -> frozenset[Key]:
    words = folded(name).split()
    bones = sorted({_bones(word) for word in words if len(word) > 2})
    found: set[Key] = {(kind, "word", word) for word in bones}
    found.update((kind, "words", *pair) for pair in combinations(bones, 2))
    found.add((kind, "initials", "".join(word[0] for word in words)[:_BONES]))
    found.add((kind, "beginning", "".join(words)[:_BONES]))
    known = table("body_abbreviations").get("".join(words))
    return frozenset(found) | (_keys_of_body(kind, known[0]) if known is not None else frozenset())
