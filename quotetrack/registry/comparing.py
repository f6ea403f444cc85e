"""Are two named speakers one? By name, kind, role and affiliation, as a careful editor would decide it.

Names are compared word by word; the weakest agreement counts. The weaker it is, the more the roles must agree: the same
name goes through unless the roles cannot be one person's, a typing error or an initial needs a role that agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import regex
from attrs import frozen

from quotetrack.lexicon import load, table
from quotetrack.nouns import noun_of, state_of_adjective
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.records import Speaker
from quotetrack.registry.spelling import folded, plain, skeleton, slavic, sounded

_PARTICLES: Final = frozenset(
    "von zu vom van der den de del della di da dos du la le al el ul il as an at ar ad az ibn bin ben y e und".split()
)
_GENERATIONS: Final = {
    "sen": "senior", "senior": "senior", "sr": "senior", "jun": "junior", "junior": "junior", "jr": "junior",
    "ii": "second", "iii": "third",
}  # fmt: skip
_LEGAL_FORMS: Final = frozenset("ag gmbh se kg sa ev e v eg ltd inc plc llc mbh co kgaa stiftung ohg".split()) - {
    "stiftung"
}
_LONG_ENOUGH: Final = 5
_DEGREES_RE: Final = regex.compile(
    r"\bh\. ?c\.(?: ?mult\.)?|\bLL\. ?M\.|\b[BM]\. ?(?:A|Sc|Ed)\.|\bPh\. ?D\."
    r"|\b(?:rer|phil|med|jur|oec|theol|sc|techn)\.(?: ?\p{Ll}+\.)*"
    r"|\bDr\.-Ing\.|\bDipl\.-\p{Lu}\p{Ll}+\.?|\bPD\b|\bMag\.ᵃ|\b(?:Dr|Mag)\.(?:in|a)\b|\bUniv\.-Prof\."
)
_SERVANT_RE: Final = regex.compile(r"\babd ?(?:al|ul|el|er|ar|ur|as|ed|ad)? ?(?=[a-z]{3})")
_SMALL_WORDS: Final = frozenset(
    "der die das des dem den the le la les für von vom und zu zur zum in im fuer am an e of de du".split()
)
_COMPATIBLE: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("politics", "law"), ("politics", "business"), ("politics", "science"), ("science", "medicine"),
        ("politics", "police"), ("politics", "union"), ("politics", "media"), ("politics", "party"), ("law", "science"),
        ("union", "party"), ("arts", "media"), ("arts", "science"),
    )
)  # fmt: skip
_GENERAL: Final = frozenset({"head", "speaker", "relation", "age", "origin", "public", "family", ""})


#: Agreements of names that stand even where the roles are of different fields, if the name is rare.
_SURE: Final = frozenset({"same name", "diacritics", "hyphenation", "middle name"})


class Agreement(IntEnum):
    """How well two roles go together."""

    CONFLICT = 0
    CAREER = 1
    MISSING = 2
    SAME = 3


@frozen
class Named:
    """A speaker as a record, a list or a user names them."""

    name: str
    kind: str = "person"
    role: str | None = None
    affiliation: str | None = None

    @classmethod
    def of(cls, speaker: Speaker) -> Named | None:
        """Return what a record says of its speaker, None if it has no name."""
        if speaker.name is None:
            return None
        return cls(speaker.name, speaker.kind, speaker.role, speaker.affiliation)


@frozen
class Comparison:
    """Whether two speakers are one, the reason, and how strong the agreement of the names is (0 to 1)."""

    is_same: bool
    reason: str
    strength: float = 0.0


@frozen
class _Match:
    """The agreement of two names: its reason, its strength, and the least that the roles must agree."""

    reason: str
    strength: float
    needs: Agreement


_NO: Final = Comparison(False, "other name")


def compare(one: Named, other: Named) -> Comparison:
    """Say whether two named speakers are one, with the reason.

    >>> compare(Named("Wolodymyr Selenskyj"), Named("Volodymyr Zelensky")).reason
    'transliteration'
    >>> compare(Named("Jan Petersdorf", role="Sprecher"), Named("Jens Petersdorf", role="Sprecher")).is_same
    False
    """
    if one.kind != other.kind:
        return Comparison(False, "other kind")
    if one.kind in ("person", "anonymous"):
        return _compare_people(one, other)
    if one.affiliation and other.affiliation and not _bodies_agree(one.affiliation, other.affiliation):
        return Comparison(False, "of another body or place")
    return _compare_bodies(one.name, other.name)


# -- people -----------------------------------------------------------------------------------------------------------


def _compare_people(one: Named, other: Named) -> Comparison:
    if _gender(one) and _gender(other) and _gender(one) != _gender(other):
        return Comparison(False, "other gender")
    if _generation(one.name) != _generation(other.name):
        return Comparison(False, "other generation")
    match = _match_people(_words(one.name), _words(other.name), one.name, other.name)
    if match is None:
        return _NO
    roles = agreement(one, other)
    if roles == Agreement.CONFLICT and match.reason in _SURE and _is_rare(one.name) and _may_change(one, other):
        roles = Agreement.CAREER
    if roles < match.needs:
        return Comparison(False, f"{match.reason}, but the roles do not agree", match.strength)
    if match.reason == "surname only" and not _same_body(one, other):
        return Comparison(False, "surname only, and not the same body", match.strength)
    return Comparison(True, match.reason, match.strength)


def _is_rare(name: str) -> bool:
    """Say whether no part of a name is one of the surnames that thousands bear."""
    return not any(word in load("common_surnames") for word in _words(name))


def _may_change(one: Named, other: Named) -> bool:
    """Say whether the roles differ only as those of one career may: not in the body that they belong to at one time."""
    first, second = _role_noun(one.role), _role_noun(other.role)
    return first is not None and second is not None and not is_same_role(first, second)


def _words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without titles and generations."""
    titles = load("name_titles")
    words = folded(name).split()
    written = regex.split(r"\s+", _DEGREES_RE.sub(" ", name).strip())
    while len(written) > 1 and _is_rank(written[0]):
        written = written[1:]
    words = folded(" ".join(written)).split()
    kept = [word for word in words if word not in titles and word not in _GENERATIONS]
    return tuple(_SERVANT_RE.sub("abd ", " ".join(kept or words)).split())


def _is_rank(word: str) -> bool:
    """Say whether the first word of a name is an office: *Präsident*, *Oberst*."""
    known = noun_of(word) if len(word) > _LONG_ENOUGH else None
    return (
        known is not None and known.kind == "person" and known.field in ("politics", "police", "church", "law", "head")
    )


def _gender(named: Named) -> str | None:
    for word in (named.name.split() or [""])[0], *(named.role or "").split():
        if word in ("Herr", "Herrn"):
            return "Masc"
        if word == "Frau":
            return "Fem"
    noun = _role_noun(named.role)
    known = None if noun is None else noun_of(noun)
    return None if known is None else known.gender


def _generation(name: str) -> str | None:
    return next((_GENERATIONS[word] for word in folded(name).split()[1:] if word in _GENERATIONS), None)


def _match_people(one: Sequence[str], other: Sequence[str], name: str, second: str) -> _Match | None:
    if one == other:
        return _Match("same name", 1.0, Agreement.CAREER)
    if "".join(one) == "".join(other):
        return _Match("hyphenation", 0.97, Agreement.CAREER)
    if sorted(plain(name).split()) == sorted(plain(second).split()) and sorted(one) != sorted(other):
        has_umlauts = any(sign in (name + second).casefold() for sign in "äöü")
        return _Match("diacritics", 0.95, Agreement.MISSING if has_umlauts else Agreement.CAREER)
    if sorted(one) == sorted(other):
        return _Match("order of names", 0.93, Agreement.MISSING)
    if "".join(map(sounded, one)) == "".join(map(sounded, other)):
        return _Match("transliteration", 0.92, Agreement.CAREER)
    if "".join(map(sounded, slavic(name).split())) == "".join(map(sounded, slavic(second).split())):
        return _Match("transliteration", 0.91, Agreement.CAREER)
    if sorted(map(sounded, one)) == sorted(map(sounded, other)):
        return _Match("transliteration and order", 0.9, Agreement.CAREER)
    left, right = _without_particles(one, other)
    return _match_words(left, right) or _match_foreign(left, right)


def _match_foreign(one: list[str], other: list[str]) -> _Match | None:
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
    if (one[-1] == other[-1] and len(one) < 3) or len("".join(map(skeleton, one))) < 4:
        return None
    return _Match("transliteration", 0.75, Agreement.MISSING)


def _same_bones(one: str, other: str) -> bool:
    """Say whether two words have the same consonants, hard and soft ones alike."""
    first, second = sounded(one), sounded(other)
    return _bones(one) == _bones(other) and abs(len(first) - len(second)) <= 1 and first[:1] == second[:1]


def _bones(word: str) -> str:
    hard = skeleton(word).translate(str.maketrans("bdgzv", "ptksf"))
    return regex.sub(r"(.)\1+", r"\1", hard.replace("nk", "n"))


def _without_particles(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    left = [word for word in one if word not in _PARTICLES] or list(one)
    right = [word for word in other if word not in _PARTICLES] or list(other)
    return left, right


def _match_words(one: list[str], other: list[str]) -> _Match | None:
    """Pair the words of two names; what is left on both sides makes two people."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) == 1:
        return _match_bare(one[0], other)
    found: list[tuple[str, float]] = []
    left = list(other)
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
    return _weakest(found, one, other, left)


def _match_joined(rest: Sequence[str], left: Sequence[str]) -> tuple[str, float] | None:
    """Match what is written together on one side: *Yoon Suk Yeol*, *Yoon Sukyeol*."""
    if "".join(map(sounded, rest)) == "".join(map(sounded, left)):
        return "hyphenation", 0.9
    return None


def _weakest(found: list[tuple[str, float]], one: list[str], other: list[str], left: list[str]) -> _Match | None:
    weak = [match for match in found if match[1] < 1]
    typing = [match for match in weak if match[0] in ("typing error", "genitive")]
    if len(typing) > 1 or len([match for match in weak if match[0] == "initial"]) == len(found):
        return None
    if left:
        return _with_words_left(weak, one, other, left)
    reason, strength = min(weak, key=lambda match: match[1], default=("order of names", 0.93))
    if reason == "transliteration" and strength < 0.9:
        return _Match(reason, strength, Agreement.MISSING)
    needs = {
        "typing error": Agreement.MISSING,
        "genitive": Agreement.MISSING,
        "initial": Agreement.MISSING,
        "short form": Agreement.MISSING,
    }.get(reason, Agreement.CAREER)
    if typing and len(one[-1]) < _RARE:
        needs = Agreement.SAME
    return _Match(reason, strength, needs)


def _with_words_left(weak: list[tuple[str, float]], one: list[str], other: list[str], left: list[str]) -> _Match | None:
    """One side has more words: a middle name, or the second half of a double surname."""
    if any(match[0] in ("typing error", "genitive", "short form") for match in weak):
        return None
    at_end = other[-1] in left
    at_start = other[0] in left
    if at_end or at_start:
        return _Match("shortened surname", 0.7, Agreement.SAME)
    needs = Agreement.MISSING if weak else Agreement.CAREER
    return _Match("middle name", 0.85, needs)


_RARE: Final = 7


def _match_bare(word: str, other: Sequence[str]) -> _Match | None:
    """Match a bare surname with a full name: at its end, or in the Korean and Chinese order at its start."""
    if len(other) == 1:
        reason, strength = _match_word(word, other[0], False)
        if not strength:
            return None
        needs = Agreement.SAME if strength < 0.9 else Agreement.MISSING
        return _Match(reason if strength < 1 else "same name", strength, needs)
    for place in (-1, 0):
        if sounded(word) == sounded(other[place]) or (word.endswith("s") and word[:-1] == other[place]):
            return _Match("surname only", 0.6, Agreement.SAME)
    return None


def _match_word(word: str, other: str, is_first: bool) -> tuple[str, float]:
    """Return how two words agree and how strongly, 0 if they do not."""
    if word == other:
        return "same", 1.0
    if len(word) == 1 or len(other) == 1:
        return ("initial", 0.75) if word[0] == other[0] else ("", 0.0)
    if sounded(word) == sounded(other):
        return "transliteration", 0.92
    if _differs_in_gender(word, other):
        return "", 0.0
    if _sounds_alike(word, other):
        return "transliteration", 0.88
    shorter, longer = sorted((word, other), key=len)
    if longer == shorter + "s" and not is_first:
        return "genitive", 0.7
    if is_first and _is_short_form(word, other):
        return "short form", 0.8
    if _is_typing_error(word, other, is_first):
        return "typing error", 0.7
    return "", 0.0


def _is_short_form(word: str, other: str) -> bool:
    """Say whether one given name is a short form of the other: *Toni*, *Anton*."""
    known = table("pet_forms")
    return any(long in known[short][0].split() for short, long in ((word, other), (other, word)) if short in known)


def _differs_in_gender(word: str, other: str) -> bool:
    """Say whether two given names differ by a final vowel: *Martin*, *Martina*; *Andrea*, *Andreas*."""
    shorter, longer = sorted((word, other), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in ("a", "e", "ine", "ina", "in"):
        return True
    return word[:-1] == other[:-1] and {word[-1], other[-1]} <= set("aeo")


_VOWELS: Final = frozenset(frozenset(pair) for pair in ("ou", "ei", "ae", "eo"))


def _sounds_alike(word: str, other: str) -> bool:
    """Say whether two words have the same consonants and vowels near to each other: *Mohammed*, *Muhammad*."""
    if word.endswith("a") != other.endswith("a"):
        return False
    consonants = skeleton(word)
    if consonants != skeleton(other) or len(consonants) < 2:
        return False
    one = regex.findall(r"[aeiou]", sounded(word))
    two = regex.findall(r"[aeiou]", sounded(other))
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


def _is_typing_error(word: str, other: str, is_first: bool) -> bool:
    """Say whether one letter is added, lost, changed, or two are turned round."""
    from rapidfuzz.distance import OSA

    least = _LONG_ENOUGH + 1 if is_first else _LONG_ENOUGH
    if min(len(word), len(other)) < least - 1 or max(len(word), len(other)) < least or word[0] != other[0]:
        return False
    return int(OSA.distance(word, other, score_cutoff=1)) == 1


# -- roles ------------------------------------------------------------------------------------------------------------


def agreement(one: Named, other: Named) -> Agreement:
    """Return how the roles and bodies of two people go together."""
    if one.role is None or other.role is None:
        if one.affiliation and other.affiliation and not _bodies_agree(one.affiliation, other.affiliation):
            return Agreement.CAREER
        return Agreement.MISSING
    roles = _roles_agree(one.role, other.role)
    if roles == Agreement.SAME and one.affiliation and other.affiliation:
        return roles if _bodies_agree(one.affiliation, other.affiliation) else Agreement.CONFLICT
    return roles


def _roles_agree(one: str, other: str) -> Agreement:
    if folded(one) == folded(other):
        return Agreement.SAME
    first, second = _role_noun(one), _role_noun(other)
    if first is None or second is None:
        return Agreement.CAREER
    if {state_of_adjective(word) for word in one.split()[:-1]} - {None} and (
        {state_of_adjective(word) for word in other.split()[:-1]} - {None}
    ):
        states = [{state_of_adjective(word) for word in role.split()} - {None} for role in (one, other)]
        if states[0] != states[1]:
            return Agreement.CONFLICT
    if is_same_role(first, second) or is_other_word_for(first, second) or is_other_word_for(second, first):
        return Agreement.SAME
    return _fields_agree(first, second)


def _fields_agree(first: str, second: str) -> Agreement:
    one, two = noun_of(first), noun_of(second)
    if one is None or two is None:
        return Agreement.CONFLICT
    if one.field == two.field and one.field not in ("public", "business", "sport", "arts", "science", ""):
        return Agreement.CAREER
    if one.field in _GENERAL or two.field in _GENERAL or frozenset((one.field, two.field)) in _COMPATIBLE:
        return Agreement.CAREER if one.field != "public" and two.field != "public" else Agreement.CONFLICT
    return Agreement.CONFLICT


def _role_noun(role: str | None) -> str | None:
    """Return the last noun for a person in a role."""
    words = regex.findall(r"[\p{L}\p{N}-]+", role or "")
    for word in words:
        known = noun_of(word)
        if known is not None and known.kind == "person" and word[:1].isupper():
            return str(word)
    return str(words[-1]) if words else None


def _same_body(one: Named, other: Named) -> bool:
    if one.affiliation and other.affiliation:
        return _bodies_agree(one.affiliation, other.affiliation)
    if one.affiliation or other.affiliation:
        return False
    noun = noun_of(_role_noun(one.role) or "")
    office = len((one.role or "").split()) > 1 or (noun is not None and noun.field not in _GENERAL)
    return folded(one.role or "") == folded(other.role or "") and office


def _bodies_agree(one: str, other: str) -> bool:
    return _compare_bodies(one, other).is_same


# -- bodies -----------------------------------------------------------------------------------------------------------


def _compare_bodies(one: str, other: str) -> Comparison:
    first, second = _without_kind(_body_words(one), _body_words(other))
    if not first or not second:
        return _NO
    if first == second:
        return Comparison(True, "same name", 1.0)
    if "".join(first) == "".join(second) or plain(one) == plain(other):
        return Comparison(True, "spelling of a body", 0.95)
    if _same_stems(first, second) or _is_turned_round(first, second):
        return Comparison(True, "form of a body's name", 0.93)
    if _abbreviates(one, second) or _abbreviates(other, first):
        return Comparison(True, "abbreviation", 0.9)
    if "".join(map(sounded, first)) == "".join(map(sounded, second)):
        return Comparison(True, "transliteration", 0.9)
    if _is_typing_error("".join(first), "".join(second), True) and len("".join(first)) >= 8:
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
        if adjective.endswith("er") and not place.endswith("er"):
            stem = adjective[:-3]
            if len(stem) >= 3 and place.startswith(stem) and len(place) - len(stem) <= 4:
                return True
    return False


def _without_kind(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Take away a noun that only says what kind of body it is where the other side has none: *Gewerkschaft Verdi*."""
    for longer, shorter in ((one, other), (other, one)):
        left = [word for word in longer if word not in shorter]
        if len(left) == 1 and len(longer) == len(shorter) + 1 and _says_the_kind(left[0]):
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


def _body_words(name: str) -> list[str]:
    words = [
        word for word in folded(regex.sub(r"[„“”»«›‹\"]|\(\p{Lu}+\)", "", name)).split() if word not in _LEGAL_FORMS
    ]
    kept = [word for word in words if word not in _SMALL_WORDS] or words
    return [folded(state_of_adjective(word) or word) for word in kept]


def _stem(word: str) -> str:
    for end in ("isches", "ischer", "ische", "ischen"):
        if word.endswith(end):
            return word.removesuffix(end) + "isch"
    for end in ("es", "er", "en", "s", "e", "n"):
        if word.endswith(end) and len(word) - len(end) >= _LONG_ENOUGH - 1:
            return word.removesuffix(end)
    return word


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Say whether a word of capitals abbreviates a name: by its initials, or by a well-known list."""
    letters = folded(short).replace(" ", "")
    known = table("body_abbreviations").get(letters)
    if known is not None and [_stem(word) for word in _body_words(known[0])] == [_stem(word) for word in words]:
        return True
    compact = short.replace(".", "")
    if len(words) < 2 or not regex.fullmatch(r"[\p{L}]{2,8}", compact) or sum(map(str.isupper, compact)) < 2:
        return False
    return _initials_in_order(letters, words)


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
