"""Whether two roles, and the bodies they belong to, can be one person's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns import noun_of, state_of_adjective
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.registry.bodies import bodies_agree
from quotetrack.registry.named import Agreement, Named
from quotetrack.registry.spelling import folded

_COMPATIBLE: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("politics", "law"), ("politics", "business"), ("politics", "science"), ("science", "medicine"),
        ("politics", "police"), ("politics", "union"), ("politics", "media"), ("politics", "party"), ("law", "science"),
        ("union", "party"), ("arts", "media"), ("arts", "science"), ("arts", "politics"),
    )
)  # fmt: skip
_GENERAL: Final = frozenset({"head", "speaker", "relation", "age", "origin", "public", "family", ""})


def agreement(one: Named, other: Named) -> Agreement:
    """Return how the roles and bodies of two people go together."""
    if one.role is None or other.role is None:
        if one.affiliation and other.affiliation and not bodies_agree(one.affiliation, other.affiliation):
            return Agreement.CAREER
        return Agreement.MISSING
    roles = _roles_agree(one.role, other.role)
    if roles == Agreement.SAME and one.affiliation and other.affiliation:
        return roles if bodies_agree(one.affiliation, other.affiliation) else Agreement.CONFLICT
    if roles == Agreement.CAREER and _bodies_of(one) and _bodies_of(other) and is_same_body(one, other):
        return Agreement.MISSING
    return roles


@lru_cache(maxsize=100_000)
def _roles_agree(one: str, other: str) -> Agreement:
    if folded(one) == folded(other):
        return Agreement.SAME
    first, second = role_noun(one), role_noun(other)
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
    if one.field == two.field and one.field not in ("public", "sport", "science", ""):
        return Agreement.CAREER
    if one.field in _GENERAL or two.field in _GENERAL or frozenset((one.field, two.field)) in _COMPATIBLE:
        return Agreement.CAREER if one.field != "public" and two.field != "public" else Agreement.CONFLICT
    return Agreement.CONFLICT


@lru_cache(maxsize=100_000)
def role_noun(role: str | None) -> str | None:
    """Return the last noun for a person in a role."""
    words = regex.findall(r"[\p{L}\p{N}-]+", role or "")
    for word in words:
        known = noun_of(word)
        if known is not None and known.kind == "person" and word[:1].isupper():
            return str(word)
    return str(words[-1]) if words else None


def is_same_body(one: Named, other: Named) -> bool:
    """Say whether two people belong to one body: as it is given, as their roles name it, or by the same full role."""
    first, second = _bodies_of(one), _bodies_of(other)
    if first and second:
        return any(bodies_agree(body, against) for body in first for against in second)
    if first or second:
        body, role = next(iter(first or second)), (other if first else one).role
        return role is not None and role_noun(role) != body and folded(role).startswith(folded(body))
    noun = noun_of(role_noun(one.role) or "")
    office = len((one.role or "").split()) > 1 or (noun is not None and noun.field not in _GENERAL)
    return folded(one.role or "") == folded(other.role or "") and office


def _bodies_of(named: Named) -> list[str]:
    """Return the body of a person, and the states that the role names: *ukrainischer* or *Taiwans Präsident*."""
    words = (named.role or "").split()[:-1]
    states = [state_of_adjective(word) or (word[:-1] if word[:-1] in table("places") else None) for word in words]
    return [body for body in (named.affiliation, *states) if body]
