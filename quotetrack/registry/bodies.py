"""Are two names those of one body? By their words, forms, order, and abbreviations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns import noun_of, state_of_adjective
from quotetrack.registry.named import Comparison
from quotetrack.registry.people import is_typing_error
from quotetrack.registry.spelling import folded, plain, sounded

_LEGAL_FORMS: Final = frozenset("ag gmbh se kg sa ev e v eg ltd inc plc llc mbh co kgaa stiftung ohg".split()) - {
    "stiftung"
}
_SMALL_WORDS: Final = frozenset(
    "der die das des dem den the le la les für von vom und zu zur zum in im fuer am an e of de du".split()
)
_IN_SHORT: Final = {
    "uni": "universitaet", "tu": "technische universitaet", "th": "technische hochschule", "fh": "fachhochschule",
    "eu": "europaeische", "us": "usa", "klinikum": "klinik", "dt": "deutsche", "st": "sankt",
    "ig": "industriegewerkschaft", "kapo": "kantonspolizei",
    "lg": "landgericht", "olg": "oberlandesgericht", "vg": "verwaltungsgericht",
    "fv": "fussballverein", "sv": "sportverein", "ff": "freiwillige feuerwehr",
}  # fmt: skip
_OF_PLACES: Final = {"zuercher": "zuerich", "waadtlaender": "waadt", "buendner": "graubuenden", "hallenser": "halle"}
"""Adjectives of places that are not made by the rule."""
_KINDS: Final = frozenset("verein verband firma bewegung initiative gruppe partei vereinigung fc".split())
_MINISTRY_RE: Final = regex.compile(r"(bundes|landes)(.{4,})ministerium")
_LONG_ENOUGH: Final = 5
_SHARED: Final = 4
_NO: Final = Comparison(False, "other name")


def bodies_agree(one: str, other: str) -> bool:
    """Say whether two names are those of one body."""
    return compare_bodies(one, other).is_same


def compare_bodies(one: str, other: str) -> Comparison:
    """Say whether two names are those of one body, with the reason.

    >>> compare_bodies("Deutscher Hafenbund", "Deutschen Hafenbundes").reason
    "form of a body's name"
    """
    first, second = _without_kind(_body_words(one), _body_words(other))
    if not first or not second:
        return _NO
    if first == second:
        return Comparison(True, "same name", 1.0)
    if _known_bodies(one) & _known_bodies(other):
        return Comparison(True, "abbreviation", 0.9)
    if "".join(first) == "".join(second) or plain(one) == plain(other):
        return Comparison(True, "spelling of a body", 0.95)
    if _same_stems(first, second) or _is_turned_round(first, second) or _is_ministry(first, second):
        return Comparison(True, "form of a body's name", 0.93)
    if _abbreviates(one, other, second) or _abbreviates(other, one, first):
        return Comparison(True, "abbreviation", 0.9)
    if "".join(map(sounded, first)) == "".join(map(sounded, second)) and _short_words(first) == _short_words(second):
        return Comparison(True, "transliteration", 0.9)
    if is_typing_error("".join(first), "".join(second), True) and len("".join(first)) >= 8:
        return Comparison(True, "typing error", 0.7)
    return _NO


def _same_stems(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names have the same words, inflected or as the adjective of a place (*Zürcher*, *Zürich*)."""
    left = list(other)
    for word in one:
        found = next((known for known in left if _stem(word) == _stem(known) or _of_one_place(word, known)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _of_one_place(one: str, other: str) -> bool:
    for adjective, place in ((one, other), (other, one)):
        if _OF_PLACES.get(adjective) == place:
            return True
        if adjective.endswith("er") and not place.endswith("er"):
            stem = adjective[:-3]
            if len(stem) >= 3 and place.startswith(stem) and len(place) - len(stem) <= 4:
                return True
    return False


def _without_kind(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Take away a noun that only says what kind of body it is where the other side has none: *Gewerkschaft Verdi*."""
    for longer, shorter in ((one, other), (other, one)):
        left = [word for word in longer if word not in shorter]
        of_several = len(shorter) > 1 and left[:1] == longer[:1] and left[0] in _KINDS
        if len(left) == 1 and len(longer) == len(shorter) + 1 and (of_several or _says_the_kind(left[0])):
            longer.remove(left[0])
    return one, other


def _says_the_kind(word: str) -> bool:
    known = noun_of(word)
    return known is not None and known.kind in ("organisation", "medium") and known.field == "alone"


def _is_turned_round(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether one name is a compound of the other's words: *Umweltamt*, *Amt für Umwelt*."""
    for compound, parts in ((one, other), (other, one)):
        if len(parts) == len(compound) + 1:
            for head, rest in ((parts[0], parts[1]), (parts[-2], parts[-1])):
                made = {rest + joint + head for joint in ("", "s", "es", "n", "en")}
                kept = [word for word in parts if word not in (head, rest)]
                if any(sorted([word, *kept]) == sorted(compound) for word in made):
                    return True
    return False


def _is_ministry(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names are those of one ministry: *Bundesinnenministerium*, *Bundesministerium des Innern*."""
    for compound, parts in ((one, other), (other, one)):
        found = _MINISTRY_RE.fullmatch(compound[0]) if len(compound) == 1 and len(parts) > 1 else None
        if found is not None and parts[0] == f"{found[1]}ministerium":
            return found[2][:_SHARED] == parts[1][:_SHARED]
    return False


def _body_words(name: str) -> list[str]:
    words = [word for word in _spelled_out(regex.sub(r"[„“”»«›‹\"]|\(\p{Lu}+\)", "", name)) if word not in _LEGAL_FORMS]
    kept = [word for word in words if word not in _SMALL_WORDS] or words
    return [folded(state_of_adjective(word) or word) for word in kept]


def _spelled_out(name: str) -> list[str]:
    """Return the folded words of a name, those in short spelled out: *TU München*, *EU-Kommission*, *US-Armee*.

    >>> _spelled_out("Uni Nordau"), _spelled_out("EU")
    (['universitaet', 'nordau'], ['eu'])
    """
    words = folded(name).split()
    if len(words) < 2:
        return words
    return [full for word in words for full in _IN_SHORT.get(word, word).split()]


def _stem(word: str) -> str:
    for end in ("isches", "ischer", "ische", "ischen"):
        if word.endswith(end):
            return word.removesuffix(end) + "isch"
    for end in ("es", "er", "en", "s", "e", "n"):
        if word.endswith(end) and len(word) - len(end) >= _LONG_ENOUGH - 1:
            return word.removesuffix(end)
    return word


def _known_bodies(name: str) -> frozenset[str]:
    known = table("body_abbreviations").get(folded(name).replace(" ", ""))
    return frozenset(known or ())


def _abbreviates(short: str, name: str, words: Sequence[str]) -> bool:
    """Say whether a word of capitals abbreviates a name: by its initials, small words perhaps too, or by a list."""
    letters = folded(short).replace(" ", "")
    known = table("body_abbreviations").get(letters)
    if known is not None and [_stem(word) for word in _body_words(known[0])] == [_stem(word) for word in words]:
        return True
    compact = short.replace(".", "")
    if len(words) < 2 or not regex.fullmatch(r"[\p{L}]{2,8}", compact) or sum(map(str.isupper, compact)) < 2:
        return False
    return _initials_in_order(letters, words) or _initials_in_order(letters, folded(name).split())


def _short_words(words: Sequence[str]) -> list[str]:
    """Return the words of a name that are abbreviations by their length: *SV* and *TSV* only sound alike."""
    return [word for word in words if len(word) <= len("tsv")]


def _initials_in_order(letters: str, words: Sequence[str]) -> bool:
    """Say whether letters are the initials of words, in order, with more letters of a compound between them."""
    place = 0
    for number, word in enumerate(words):
        if place >= len(letters) or letters[place] != word[0]:
            return False
        place += 1
        rest = word[1:]
        following = words[number + 1][0] if number + 1 < len(words) else None
        while place < len(letters) and (following is None or letters[place] != following):
            at = rest.find(letters[place])
            if at < 0:
                return False
            rest, place = rest[at + 1 :], place + 1
    return place == len(letters)
