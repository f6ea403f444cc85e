"""Who is whose father, sister, wife or nephew, by what an article tells, and what follows from that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import regex
from attrs import define, field

from quotetrack.nouns import Noun, noun_of
from quotetrack.speakers.referents import Referent

_NOUNS: Final = {
    "parent": "vater mutter papa mama vati mutti mami",
    "child": "sohn tochter",
    "sibling": "bruder schwester zwilling geschwister zwillinge drillinge",
    "spouse": "ehemann ehefrau gatte gattin exmann exfrau ex-mann ex-frau lebensgefährte witwe witwer",
    "grandparent": "großvater großmutter grossvater grossmutter opa oma",
    "grandchild": "enkel",
    "uncle": "onkel tante",
    "nephew": "neffe nichte",
    "cousin": "cousin cousine kusine vetter",
    "brother-in-law": "schwager schwägerin",
    "parent-in-law": "schwiegervater schwiegermutter",
    "child-in-law": "schwiegersohn schwiegertochter",
}
_KINSHIP: Final = {noun: kinship for kinship, nouns in _NOUNS.items() for noun in nouns.split()}
_ELDEST_RE: Final = regex.compile(r"(?:Ältest|Jüngst|Erstgeboren|Einzig)e[nrs]?|Spross|Sprössling|Filius")
"""Nouns for somebody's child: *sein Ältester*, *ihre Jüngste*."""
_OF_SPOUSES: Final = frozenset({"Mann", "Frau"})
_FARTHER: Final = ("ur", "großonkel", "großtante", "großneffe", "großnichte", "stamm", "landes", "schwipp")
"""How nouns begin that tell of kin one step farther than their end."""
_INVERSE: Final = {
    "parent": "child", "child": "parent", "sibling": "sibling", "spouse": "spouse", "cousin": "cousin",
    "grandparent": "grandchild", "grandchild": "grandparent", "uncle": "nephew", "nephew": "uncle",
    "brother-in-law": "brother-in-law", "parent-in-law": "child-in-law", "child-in-law": "parent-in-law",
}  # fmt: skip
MUTUAL: Final = frozenset(kinship for kinship, inverse in _INVERSE.items() if kinship == inverse)
"""What two are to each other alike."""
_PATHS: Final = {
    "grandparent": (("parent", "parent"),),
    "grandchild": (("child", "child"),),
    "uncle": (("parent", "sibling"), ("parent", "sibling", "spouse")),
    "nephew": (("sibling", "child"), ("spouse", "sibling", "child")),
    "cousin": (("parent", "sibling", "child"),),
    "brother-in-law": (("sibling", "spouse"), ("spouse", "sibling")),
    "parent-in-law": (("spouse", "parent"),),
    "child-in-law": (("child", "spouse"),),
}


def kinship_of_noun(form: str, *, is_owned: bool = False) -> str | None:
    """Return what a noun tells that somebody is to another: *Zwillingsbruder*, *Schwägerin*, *(seine) Frau*.

    >>> kinship_of_noun("Zwillingsbruder"), kinship_of_noun("Frau"), kinship_of_noun("Frau", is_owned=True)
    ('sibling', None, 'spouse')
    """
    if is_owned and _ELDEST_RE.fullmatch(form) is not None:
        return "child"
    noun: Noun | None = noun_of(form)
    if noun is None:
        return None
    if noun.base in _OF_SPOUSES:
        return "spouse" if is_owned and form.startswith(tuple(_OF_SPOUSES)) else None
    is_near = noun.field == "family" and not form.casefold().startswith(_FARTHER)
    return _KINSHIP.get(noun.base.casefold()) if is_near else None


@define
class Family:
    """The relations of people that an article tells: of whom somebody is what."""

    told: list[tuple[Referent, str, Referent]] = field(factory=list)

    def learn(self, owner: Referent, kinship: str, person: Referent) -> None:
        """Note that somebody is the father, sister ... of another."""
        new = owner.is_person and person.is_person and owner.known is not person.known
        if new and person.known not in self._told(owner.known, kinship):
            self.told.append((owner, kinship, person))

    def kin(self, owner: Referent, kinship: str) -> list[Referent]:
        """Return all who are so related to somebody, by what is told or follows from that."""
        own = owner.known
        found = self._near.get(kinship, self._told)(own, kinship) if self.told else []
        for path in _PATHS.get(kinship, ()) if self.told else ():
            found = [*found, *self._along(own, path)]
        return [one for one in _once(found) if one is not own]

    def everybody(self, kinship: str) -> list[Referent]:
        """Return all who are so related to anybody."""
        people = _once(one.known for owner, _, person in self.told for one in (owner, person))
        return _once(one for person in people for one in self.kin(person, kinship))

    def between(self, one: Referent, other: Referent) -> set[str]:
        """Return all that the second is to the first."""
        return {kinship for kinship in _INVERSE if other.known in self.kin(one, kinship)}

    @property
    def _near(self) -> dict[str, Callable[[Referent, str], list[Referent]]]:
        return {"parent": self._parents, "child": self._children, "sibling": self._siblings, "spouse": self._spouses}

    def _along(self, owner: Referent, path: Iterable[str]) -> list[Referent]:
        """Return whom a path of relations leads to; nobody comes back to where the path began."""
        reached = [owner]
        for step in path:
            reached = [one for known in reached for one in self._near[step](known, step) if one is not owner]
        return reached

    def _told(self, one: Referent, kinship: str) -> list[Referent]:
        found = [person.known for owner, told, person in self.told if told == kinship and owner.known is one]
        inverse = _INVERSE[kinship]
        return found + [owner.known for owner, told, person in self.told if told == inverse and person.known is one]

    def _brothers(self, one: Referent) -> list[Referent]:
        """Return somebody with all who are told to be a brother or sister, or one of those."""
        found = [one]
        for known in found:
            found += [other for other in self._told(known, "sibling") if other not in found]
        return found

    def _parents(self, one: Referent, _: str) -> list[Referent]:
        told = [parent for known in self._brothers(one) for parent in self._told(known, "parent")]
        told = _once([*told, *(spouse for parent in told for spouse in self._told(parent, "spouse"))])
        between = [child for older in self._told(one, "grandparent") for child in self._told(older, "child")]
        return told or (between if len(_once(between)) == 1 else [])

    def _siblings(self, one: Referent, _: str) -> list[Referent]:
        parents = [parent for known in self._brothers(one) for parent in self._told(known, "parent")]
        of_parents = [child for parent in parents for child in self._told(parent, "child")]
        return [other for other in _once([*self._brothers(one), *of_parents]) if other is not one]

    def _children(self, one: Referent, _: str) -> list[Referent]:
        told = [child for known in (one, *self._told(one, "spouse")) for child in self._told(known, "child")]
        return _once([*told, *(other for child in told for other in self._brothers(child))])

    def _spouses(self, one: Referent, _: str) -> list[Referent]:
        children = [other for child in self._told(one, "child") for other in self._told(child, "parent")]
        return [other for other in _once([*self._told(one, "spouse"), *children]) if other is not one]


def _once(people: Iterable[Referent]) -> list[Referent]:
    return list({id(person): person for person in people}.values())
