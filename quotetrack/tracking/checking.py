"""Are two quotations one utterance? By their words alone: contained, nearly the same, or the same in other words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from quotetrack.lexicon import rows
from quotetrack.registry.spelling import folded
from quotetrack.tracking.wording import Wording, content, is_negation, is_number, stem

Words = tuple[str, ...]

#: How much of the shorter one must be in the longer one; set by hand, on invented pairs.
_CONTAINED: Final = 0.8
_ALIKE: Final = 0.5
#: How many stems of the poorer one two translations share, and how alike their words are then.
_SHARED_STEMS: Final = 0.6
_TRANSLATED: Final = 72.0
#: Where two share fewer stems than this, they must share nearly all of both.
_MANY: Final = 4
_NEARLY_ALL: Final = 0.75
#: Words at less than this place say what a sentence is about.
_TOPIC: Final = 2
#: So many stems that are kept outweigh one that is replaced.
_KEPT: Final = 6
#: With fewer stems in common any other word makes another statement.
_FEW: Final = 3
#: From here two words are forms of one, or one is a typing error.
_INFLECTED: Final = 60.0


def sameness(one: Wording, other: Wording) -> str | None:
    """Return why two quotations of one speaker are one utterance, None if they are not.

    Another number, a negation on one side only, or another subject makes another utterance, however many words agree.

    >>> whole = Wording.of_text("Wir stehen immer fest an der Seite unserer Nachbarn")
    >>> sameness(whole, Wording.of_text("fest an der Seite"))
    'shortened'
    >>> sameness(whole, Wording.of_text("Wir stehen nicht immer fest an der Seite unserer Nachbarn")) is None
    True
    """
    if one.words == other.words:
        return "verbatim"
    shorter, longer = sorted((one, other), key=lambda wording: (len(wording.words), wording.words))
    reason = _agreement(shorter.words, longer.words)
    return None if reason is None or contradicts(shorter, longer) else reason


def _agreement(shorter: Words, longer: Words) -> str | None:
    first, second = frozenset(pairwise(shorter)), frozenset(pairwise(longer))
    common = len(first & second)
    if len(first) > 1 and common >= _CONTAINED * len(first) and len(content(shorter)) > 1:
        return "shortened"
    if first and common >= _ALIKE * len(first | second):
        return "nearly the same words"
    return "differently translated" if _is_translated(shorter, longer) else None


def _is_translated(one: Words, other: Words) -> bool:
    """Say whether two quotations say the same in other words: most stems shared, most words alike."""
    from rapidfuzz.fuzz import token_set_ratio

    first, second = content(one), content(other)
    common, fewer = len(first & second), min(len(first), len(second))
    if common < 2 or common < _SHARED_STEMS * fewer or fewer < 3:
        return False
    if common < _MANY and 2 * common < _NEARLY_ALL * (len(first) + len(second)):
        return False
    said = [" ".join(word for word in words if stem(word) is not None) for words in (one, other)]
    return float(token_set_ratio(*said)) >= _TRANSLATED


# -- contradictions ---------------------------------------------------------------------------------------------------


def contradicts(shorter: Wording, longer: Wording) -> bool:
    """Say whether what two quotations have in common is said of something else.

    Another number, a negation on one side only, another word for the place or the subject.
    """
    words, part = shorter.words, _counterpart(shorter.words, longer.words)
    return (
        _has_another_number(words, longer.words)
        or sum(map(is_negation, words)) != sum(map(is_negation, part))
        or _is_of_something_else(words, part, shorter.nouns | longer.nouns)
    )


def _has_another_number(shorter: Words, longer: Words) -> bool:
    first, second = set(filter(is_number, shorter)), set(filter(is_number, longer))
    return bool(first and second) and not (first <= second or second <= first)


def _counterpart(shorter: Words, longer: Words) -> Words:
    """Return what corresponds of the longer quotation to the shorter, and a word on each side of it.

    Where the shorter begins or ends with words that the longer does not have, as many words more.
    """
    from rapidfuzz.distance import LCSseq

    stems = content(shorter)
    places = [place for place, word in enumerate(longer) if stem(word) in stems]
    own = [place for place, word in enumerate(shorter) if stem(word) in content(longer)]
    for block in LCSseq.editops(shorter, longer).as_matching_blocks():
        if block.size:
            places += [block.b, block.b + block.size - 1]
            own += [block.a, block.a + block.size - 1]
    if not places:
        return ()
    return longer[max(0, min(places) - min(own) - 1) : max(places) + len(shorter) - max(own) + 1]


def _is_of_something_else(one: Words, other: Words, nouns: frozenset[str]) -> bool:
    """Say whether a noun in the place of another makes it another statement, while the rest stays in its order.

    The subject and the name of a place always do, another noun if little else agrees. Where the order is another, it is
    a translation made anew, and another word may mean the same.
    """
    common = content(one) & content(other)
    replaced = list(_replaced(one, other, common, nouns))
    if any((_is_place(first) and _is_place(second)) or place < _TOPIC for place, first, second in replaced):
        return True
    return len(common) < _KEPT * len(replaced)


def _replaced(
    one: Words, other: Words, common: frozenset[str], nouns: frozenset[str]
) -> Iterator[tuple[int, str, str]]:
    """Yield the words that stand, unlike each other, in one place between the words that two quotations share.

    With each its number among the words. Nouns and names of places count, and any word that carries meaning where only
    few agree.
    """
    from rapidfuzz.fuzz import ratio

    first, second = (_gaps(words, common) for words in (one, other))
    if first.keys() != second.keys():
        return
    for gap, words in first.items():
        for (place, word), (at, against) in zip(
            *(_telling(words, common, nouns), _telling(second[gap], common, nouns)), strict=False
        ):
            if ratio(word, against) < _INFLECTED:
                yield min(place, at), word, against


def _gaps(words: Words, common: frozenset[str]) -> dict[tuple[str, ...], list[tuple[int, str]]]:
    """Return the words between those that two quotations share, by the shared stems before them, in their order."""
    before: tuple[str, ...] = ()
    found: dict[tuple[str, ...], list[tuple[int, str]]] = {before: []}
    for place, word in enumerate(words):
        own = stem(word)
        if own in common:
            before = (*before, str(own))
            found[before] = []
        else:
            found[before].append((place, word))
    return found


def _telling(words: list[tuple[int, str]], common: frozenset[str], nouns: frozenset[str]) -> list[tuple[int, str]]:
    is_little = len(common) < _FEW
    return [
        (place, word) for place, word in words if stem(word) and (is_little or stem(word) in nouns or _is_place(word))
    ]


@cache
def _places() -> frozenset[str]:
    return frozenset(folded(name) for row in rows("places") for name in row[:2])


def _is_place(word: str) -> bool:
    return word in _places()
