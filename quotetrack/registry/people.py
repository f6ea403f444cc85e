"""Are two names those of one person? Word by word, the weakest agreement counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

import regex

from quotetrack.lexicon import load, table
from quotetrack.registry.east_asian import is_one_chinese_name, korean
from quotetrack.registry.named import Agreement, Match
from quotetrack.registry.names import in_order
from quotetrack.registry.spelling import folded, german_sound, hardened, hushed, plain, readings, skeleton, sounded

_PARTICLES: Final = frozenset(
    "von zu vom van der den de del della di da dos du la le al el ul il as an at ar ad az ibn bin ben y e und".split()
)
_LONG_ENOUGH: Final = 5
#: So many letters of a whole name keep two apart that hiss alike by chance.
_LONG_NAME: Final = 9


def match_people(one: Sequence[str], other: Sequence[str], name: str, second: str) -> Match | None:
    """Return how two names agree, by their words (:func:`~quotetrack.registry.names.words_of`) and as written.

    None if they are those of two people. Precise agreements come first.
    """
    return (
        _match_spelling(one, other, name, second)
        or _match_order(one, other)
        or _match_sound(one, other)
        or _match_reading(one, other, name, second)
        or _match_east_asian(one, other, name, second)
        or _match_parts(one, other, name, second)
    )


def _match_spelling(one: Sequence[str], other: Sequence[str], name: str, second: str) -> Match | None:
    if one == other:
        return Match("same name", 1.0, Agreement.CAREER)
    if "".join(one) == "".join(other):
        return Match("hyphenation", 0.97, Agreement.CAREER)
    if plain(in_order(name)).split() == plain(in_order(second)).split():
        has_umlauts = any(sign in (name + second).casefold() for sign in "äöü")
        return Match("diacritics", 0.95, Agreement.MISSING if has_umlauts else Agreement.CAREER)
    return None


def _match_order(one: Sequence[str], other: Sequence[str]) -> Match | None:
    """Match a family name that stands first with one that stands last; two given names may be two people's."""
    for sound in (str, sounded):
        if _is_turned_round([sound(word) for word in one], [sound(word) for word in other]):
            are_given = len(one) == 2 and all(word in load("given_names") for word in one)
            return Match("order of names", 0.93, Agreement.SAME if are_given else Agreement.MISSING)
    return None


def _is_turned_round(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and any([*one[at:], *one[:at]] == list(other) for at in range(1, len(one)))


def _match_sound(one: Sequence[str], other: Sequence[str]) -> Match | None:
    if "".join(map(sounded, one)) != "".join(map(sounded, other)):
        return None
    return Match("transliteration", 0.92, _needed_by_sound(one, other))


def _needed_by_sound(one: Sequence[str], other: Sequence[str]) -> Agreement:
    """Return how much the roles must agree where two names only sound alike: *Schmitt* is no *Schmidt*."""
    if len(one) == len(other):
        changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if any(word in load("common_surnames") for pair in changed for word in pair):
            return Agreement.SAME
        a, b = one[-1], other[-1]
        if a != b and len(a) < _RARE and german_sound(a) == german_sound(b):
            return Agreement.SAME
        if all(_is_one_letter(a, b) for a, b in changed):
            return Agreement.MISSING
    return Agreement.CAREER


def _match_reading(one: Sequence[str], other: Sequence[str], name: str, second: str) -> Match | None:
    """Match names that sound alike if each is read by the rules of some language, with the signs on its letters."""
    first = readings(" ".join(one)) | readings(in_order(name))
    if first & (readings(" ".join(other)) | readings(in_order(second))):
        return Match("transliteration", 0.9, Agreement.MISSING)
    return None


def _match_east_asian(one: Sequence[str], other: Sequence[str], name: str, second: str) -> Match | None:
    first, last = korean(tuple(one)), korean(tuple(other))
    if first & last:
        return Match("romanisation of Korean", 0.8, Agreement.MISSING)
    if {sounds.replace("N", "n") for sounds in first} & {sounds.replace("N", "n") for sounds in last}:
        return Match("typing error", 0.65, Agreement.SAME)
    if is_one_chinese_name(in_order(name), in_order(second)):
        return Match("romanisation of Chinese", 0.8, Agreement.MISSING)
    return None


def _match_parts(one: Sequence[str], other: Sequence[str], name: str, second: str) -> Match | None:
    """Match names word by word, or, where several words differ, by their consonants."""
    left, right = without_particles(one), without_particles(other)
    found = _match_words(left, right) or _match_foreign(left, right) or _match_hushed(left, right)
    if found is not None and found.reason == "shortened surname" and _is_double_surname(name, second):
        return Match(found.reason, found.strength, Agreement.MISSING)
    return found


def _match_hushed(one: Sequence[str], other: Sequence[str]) -> Match | None:
    """Match a name whose signs are dropped with one in which they are spelled out: *Snezana*, *Sneschana*."""
    if len(one) != len(other) or len(one) < 2 or one[0][:1] != other[0][:1]:
        return None
    first = hushed(" ".join(one))
    if first != hushed(" ".join(other)) or len(first) < _LONG_NAME or one[0] in load("given_names"):
        return None
    return Match("signs dropped", 0.72, Agreement.MISSING)


def _is_double_surname(name: str, second: str) -> bool:
    """Say whether the longer of two names ends in a double surname with a hyphen, none of its parts a common one."""
    last = max(in_order(name), in_order(second), key=len).split()[-1]
    return "-" in last and not any(part in load("common_surnames") for part in folded(last).split())


def _is_one_letter(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=1)) <= 1


def _match_foreign(one: list[str], other: list[str]) -> Match | None:
    """Match names that differ in the vowels of several words, as transliterations of one name do.

    A single word that differs beside an equal surname is another given name.
    """
    if len(one) != len(other) or len(one) < 2:
        return None
    alike = [a == b or sounded(a) == sounded(b) for a, b in zip(one, other, strict=True)]
    if any(_differs_in_gender(a, b) for a, b in zip(one, other, strict=True)):
        return None
    if not all(same or _same_bones(a, b) for same, a, b in zip(alike, one, other, strict=True)):
        return None
    if alike[-1] or any(map(_are_two_given_names, one, other)) or len("".join(map(skeleton, one))) < 4:
        return None
    return Match("transliteration", 0.75, Agreement.MISSING)


def _same_bones(one: str, other: str) -> bool:
    """Say whether two words have the same consonants, hard and soft ones alike."""
    first, second = sounded(one), sounded(other)
    return _bones(one) == _bones(other) and abs(len(first) - len(second)) <= 1 and first[:1] == second[:1]


@lru_cache(maxsize=100_000)
def _bones(word: str) -> str:
    return regex.sub(r"(.)\1+", r"\1", hardened(skeleton(word)).replace("nk", "n"))


def without_particles(words: Sequence[str]) -> list[str]:
    """Return the words of a name without the particles inside it.

    >>> without_particles(("mario", "della", "rovigno")), without_particles(("ri", "chun", "il"))
    (['mario', 'rovigno'], ['ri', 'chun', 'il'])
    """
    return [
        word for place, word in enumerate(words) if word not in _PARTICLES or place == len(words) - 1 or len(words) < 2
    ]


def _match_words(one: list[str], other: list[str]) -> Match | None:
    """Pair the words of two names; what is left on both sides makes two people."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) == 1:
        return _match_bare(one[0], other)
    found: list[tuple[str, float]] = []
    left = list(other)
    places: list[int] = []
    for place, word in enumerate(one):
        best = max(((_match_word(word, known, place == 0), known) for known in left), key=lambda pair: pair[0][1])
        if best[0][1] == 0:
            joined = _match_joined(one[place:], left)
            if joined is None:
                return None
            found.append(joined)
            left = []
            break
        found.append(best[0])
        left.remove(best[1])
        places.append(other.index(best[1]))
    if places and not _is_rotated(places):
        return None
    return _weakest(found, one, other, left)


def _is_rotated(places: Sequence[int]) -> bool:
    """Say whether places go upward, but for those at the beginning that are moved to the end, or the other way."""
    return sum(after < before for before, after in pairwise([*places, *places[:1]])) <= 1


def _match_joined(rest: Sequence[str], left: Sequence[str]) -> tuple[str, float] | None:
    """Match what is written together on one side: *Yoon Suk Yeol*, *Yoon Sukyeol*."""
    if "".join(map(sounded, rest)) == "".join(map(sounded, left)):
        return "hyphenation", 0.9
    return None


def _weakest(found: list[tuple[str, float]], one: list[str], other: list[str], left: list[str]) -> Match | None:
    weak = [match for match in found if match[1] < 1]
    typing = [match for match in weak if match[0] in ("typing error", "genitive")]
    if len(typing) > 1 or len([match for match in weak if match[0] == "initial"]) == len(found):
        return None
    if left:
        return _with_words_left(weak, one, other, left)
    reason, strength = min(weak, key=lambda match: match[1], default=("order of names", 0.93))
    if reason == "transliteration" and strength < 0.9:
        is_given_name = strength < 0.89 and len(weak) == 1 and found[0] == weak[0]
        return Match(reason, strength, Agreement.SAME if is_given_name else Agreement.MISSING)
    needs = {
        "typing error": Agreement.MISSING,
        "genitive": Agreement.MISSING,
        "initial": Agreement.MISSING,
        "short form": Agreement.MISSING if one[-1] in load("common_surnames") else Agreement.CAREER,
    }.get(reason, Agreement.CAREER)
    if typing and len(one[-1]) < _RARE:
        needs = Agreement.SAME
    return Match(reason, strength, needs)


def _with_words_left(weak: list[tuple[str, float]], one: list[str], other: list[str], left: list[str]) -> Match | None:
    """One side has more words: a middle name, or the second half of a double surname."""
    if any(match[0] in ("typing error", "genitive", "short form") for match in weak):
        return None
    at_end = other[-1] in left
    at_start = other[0] in left
    if other[0] in table("korean_surnames") and len(other) <= 3:
        return None
    if at_end or at_start:
        return Match("shortened surname", 0.7, Agreement.SAME)
    needs = Agreement.MISSING if weak else Agreement.CAREER
    return Match("middle name", 0.85, needs)


_RARE: Final = 7


def _match_bare(word: str, other: Sequence[str]) -> Match | None:
    """Match a bare surname with a full name: at its end, or in the Korean and Chinese order at its start."""
    if len(other) == 1:
        reason, strength = _match_word(word, other[0], False)
        if not strength:
            return None
        needs = Agreement.SAME if strength < 0.9 else Agreement.MISSING
        return Match(reason if strength < 1 else "same name", strength, needs)
    for place in (-1, 0):
        if sounded(word) == sounded(other[place]) or (word.endswith("s") and word[:-1] == other[place]):
            return Match("surname only", 0.6, Agreement.SAME)
    return None


def _match_word(word: str, other: str, is_first: bool) -> tuple[str, float]:
    """Return how two words agree and how strongly, 0 if they do not."""
    if word == other:
        return "same", 1.0
    if len(word) == 1 or len(other) == 1:
        return ("initial", 0.75) if word[0] == other[0] else ("", 0.0)
    if sounded(word) == sounded(other):
        return "transliteration", 0.92
    if is_first and _is_form(word, other):
        return "transliteration", 0.89
    if is_first and _is_short_form(word, other):
        return "short form", 0.8
    if _differs_in_gender(word, other) or (is_first and _are_two_given_names(word, other)):
        return "", 0.0
    if _sounds_alike(word, other) or (len(word) > 3 and readings(word) & readings(other)):
        return "transliteration", 0.88
    shorter, longer = sorted((word, other), key=len)
    if longer == shorter + "s" and not is_first:
        return "genitive", 0.7
    if is_typing_error(word, other, is_first):
        return "typing error", 0.7
    return "", 0.0


def _is_form(word: str, other: str) -> bool:
    """Say whether two given names are forms of one in related languages: *Wladimir*, *Wolodymyr*."""
    known = _forms()
    return bool(known.get(word, frozenset()) & known.get(other, frozenset()))


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, (others,) in table("given_name_forms").items():
        for word in (form, *others.split()):
            found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def _is_short_form(word: str, other: str) -> bool:
    """Say whether one given name is a short form of the other: *Toni*, *Anton*."""
    known = table("pet_forms")
    return any(long in known[short][0].split() for short, long in ((word, other), (other, word)) if short in known)


@lru_cache(maxsize=100_000)
def _are_two_given_names(word: str, other: str) -> bool:
    """Say whether two words are given names of their own, one no spelling of the other: *Maria*, *Marina*."""
    known = load("given_names")
    return (
        word != other
        and word in known
        and other in known
        and sounded(word) != sounded(other)
        and not _is_form(word, other)
    )


def _differs_in_gender(word: str, other: str) -> bool:
    """Say whether two names differ by a final vowel: *Martin*, *Martina*; *Andrea*, *Andreas*.

    The Belarusian and the Russian form of a surname in *-ko* do not.
    """
    if {word[-3:], other[-3:]} == {"nka", "nko"} and word[:-1] == other[:-1]:
        return False
    shorter, longer = sorted((word, other), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in ("a", "e", "ine", "ina", "in"):
        return True
    return word[:-1] == other[:-1] and {word[-1], other[-1]} <= set("aeo")


_VOWELS: Final = frozenset(frozenset(pair) for pair in ("ou", "ei", "ae", "eo"))


@lru_cache(maxsize=100_000)
def _sounds_alike(word: str, other: str) -> bool:
    """Say whether two words have the same consonants and vowels near to each other: *Mohammed*, *Muhammad*."""
    if word.endswith("a") != other.endswith("a") and word[-3:-1] != "nk":
        return False
    consonants = skeleton(word)
    if consonants != skeleton(other) or len(consonants) < 2:
        return False
    one = [sign for sign in sounded(word) if sign in "aeiou"]
    two = [sign for sign in sounded(other) if sign in "aeiou"]
    if one == two:
        return True
    if len(consonants) >= 4 and abs(len(one) - len(two)) == 1:
        return _is_subsequence(*sorted((one, two), key=len))
    return (
        len(consonants) >= 3
        and len(one) == len(two)
        and all(a == b or frozenset((a, b)) in _VOWELS for a, b in zip(one, two, strict=True))
    )


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)


def is_typing_error(word: str, other: str, is_first: bool) -> bool:
    """Say whether one letter is added, lost, changed, or two are turned round."""
    from rapidfuzz.distance import OSA

    least = _LONG_ENOUGH + 1 if is_first else _LONG_ENOUGH
    if min(len(word), len(other)) < least - 1 or max(len(word), len(other)) < least or word[0] != other[0]:
        return False
    return int(OSA.distance(word, other, score_cutoff=1)) == 1
