"""Are two named speakers one? By name, kind, role and affiliation, as a careful editor would decide it.

Names are compared word by word; the weakest agreement counts. The weaker it is, the more the roles must agree: the same
name goes through unless the roles cannot be one person's, a typing error or an initial needs a role that agrees.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quotetrack.lexicon import load
from quotetrack.nouns import noun_of
from quotetrack.person_roles import is_same_role
from quotetrack.registry.bodies import bodies_agree, compare_bodies
from quotetrack.registry.named import Agreement, Comparison, Match, Named
from quotetrack.registry.names import generation, words_of
from quotetrack.registry.people import match_people
from quotetrack.registry.roles import agreement, is_same_body, role_noun

#: Agreements of names that stand even where the roles are of different fields, if the name is rare.
_SURE: Final = frozenset({"same name", "diacritics", "hyphenation", "middle name"})


#: Agreements of rare names for which it is enough that the roles may be those of one career.
_CAREERS: Final = frozenset(
    {"transliteration", "order of names", "middle name", "short form", "romanisation of Korean",
     "romanisation of Chinese", "signs dropped"}
)  # fmt: skip
#: From here two names sound alike, not only nearly so.
_SOUND: Final = 0.9
_NO: Final = Comparison(False, "other name")


@lru_cache(maxsize=200_000)
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
    if one.affiliation and other.affiliation and not bodies_agree(one.affiliation, other.affiliation):
        return Comparison(False, "of another body or place")
    return compare_bodies(one.name, other.name)


def _compare_people(one: Named, other: Named) -> Comparison:
    if _gender(one) and _gender(other) and _gender(one) != _gender(other):
        return Comparison(False, "other gender")
    if generation(one.name) != generation(other.name):
        return Comparison(False, "other generation")
    match = match_people(words_of(one.name), words_of(other.name), one.name, other.name)
    if match is None:
        return _NO
    roles = _agreement_for(match, one, other)
    needs = match.needs if _is_rare(one.name) else max(match.needs, Agreement.MISSING)
    if roles < needs:
        return Comparison(False, f"{match.reason}, but the roles do not agree", match.strength)
    if match.reason == "surname only" and not is_same_body(one, other):
        return Comparison(False, "surname only, and not the same body", match.strength)
    return Comparison(True, match.reason, match.strength)


def _agreement_for(match: Match, one: Named, other: Named) -> Agreement:
    """Return how the roles agree; a rare name in a sure match says more, and forgives a change of career."""
    roles = agreement(one, other)
    if not (_is_rare(one.name) and _is_rare(other.name)):
        return roles
    if roles == Agreement.CONFLICT and match.reason in _SURE and _may_change(one, other):
        return Agreement.CAREER
    if roles == Agreement.CAREER and match.reason in _CAREERS and match.strength >= _SOUND:
        return Agreement.MISSING
    return roles


@lru_cache(maxsize=100_000)
def _is_rare(name: str) -> bool:
    """Say whether no part of a name is one of the surnames that thousands bear."""
    return not any(word in load("common_surnames") for word in words_of(name))


def _may_change(one: Named, other: Named) -> bool:
    """Say whether the roles differ only as those of one career may: not in the body that they belong to at one time."""
    first, second = role_noun(one.role), role_noun(other.role)
    return first is not None and second is not None and not is_same_role(first, second)


@lru_cache(maxsize=100_000)
def _gender(named: Named) -> str | None:
    for word in (named.name.split() or [""])[0], *(named.role or "").split():
        if word in ("Herr", "Herrn"):
            return "Masc"
        if word == "Frau":
            return "Fem"
    noun = role_noun(named.role)
    known = None if noun is None else noun_of(noun)
    return None if known is None else known.gender
