"""Whom an article speaks of: people, bodies, groups, and every place where it does."""

from __future__ import annotations

from typing import Final

import regex
from attrs import define, field

from quotetrack.nouns import Gender, noun_of
from quotetrack.number_words import number_of
from quotetrack.spans import Span
from quotetrack.speakers.chunks import Chunk
from quotetrack.vocabulary import SpeakerKind

_IS_OLDER: Final = {
    stem + end: stem == "älter" for stem in ("älter", "jünger") for end in ("", "e", "en", "er", "em", "es")
}
_OLDEST: Final = {stem + end: stem == "älteste" for stem in ("älteste", "jüngste") for end in ("", "n", "r", "m", "s")}
_AGED_RE: Final = regex.compile(r"(?:(\d{1,3})-|(\p{Ll}+))jährige[nrsm]?")
_RETIRED_RE: Final = regex.compile(r"(?:pensionierte|emeritierte|verrentete)[nrm]?")
_DEAD_RE: Final = regex.compile(r"(?:gestorbene|verstorbene|getötete|ermordete|verblichene|gefallene)[nrm]?")
_ELDERS: Final = ("vater", "mutter", "onkel", "tante", "oma", "opa", "seniorchef")
_DESCENDANTS: Final = ("sohn", "tochter", "enkel", "neffe", "nichte", "doktorand", "lehrling", "juniorchef")


def comparison_of(form: str) -> bool | None:
    """Return whether a word says that somebody is the older of two, None if it compares no ages.

    >>> comparison_of("Ältere"), comparison_of("jüngeren"), comparison_of("alte")
    (True, False, None)
    """
    return _IS_OLDER.get(form.lower())


def rank_of(form: str) -> bool | None:
    """Return whether a word says that somebody is the older or oldest, None if it ranks nobody by age.

    >>> rank_of("jüngster"), rank_of("Älteste"), rank_of("jüngst")
    (False, True, None)
    """
    return _OLDEST.get(form.lower(), comparison_of(form))


def _age_in(chunk: Chunk) -> str | None:
    """Return the years that an attribute tells: *die zweijährige Mia*, *der 24-jährige Ali M.*."""
    for word in chunk.adjectives:
        told = _AGED_RE.fullmatch(word.text)
        if told is not None:
            number = told[1] or number_of(told[2])
            return None if number is None else str(number)
    return None


def _generation(noun: str) -> bool | None:
    small = noun.casefold().removesuffix("in")
    return True if small.endswith(_ELDERS) else False if small.endswith(_DESCENDANTS) else None


@define(eq=False)
class Referent:
    """Somebody or something that the article speaks of; what is known of it grows as the article is read."""

    kind: SpeakerKind
    name: str | None = None
    gender: Gender | None = None
    nouns: list[str] = field(factory=list)
    age: str | None = None
    born: int | None = None
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    is_plural: bool = False
    is_counted: bool = False
    is_never_named: bool = False
    is_announced: bool = False
    is_owned: bool = False
    is_older: bool | None = None
    is_elder_sibling: bool | None = None
    is_one_of_the_named: bool = False
    is_told_by_kin: bool = False
    is_dead: bool = False
    duties: list[tuple[str, str]] = field(factory=list)
    members: tuple[Referent, ...] = ()
    reason: str | None = None
    same: Referent | None = None

    @property
    def known(self) -> Referent:
        """The referent that this one turned out to be."""
        return self if self.same is None else self.same.known

    @property
    def is_person(self) -> bool:
        """Say whether this is one human being, named or not."""
        return self.kind in ("person", "anonymous") and not self.is_plural

    def takes(self, chunk: Chunk) -> None:
        """Learn what a phrase says of the referent."""
        of_thing = chunk.noun is not None and chunk.noun.kind != "person"  # gehört der Hof Ida Ott
        gender = None if not self.is_person or of_thing or chunk.gender == "Neut" else chunk.gender
        self.gender = self.gender or gender
        self.age = self.age or chunk.age or _age_in(chunk)
        self.is_dead = self.is_dead or any(_DEAD_RE.fullmatch(word.text) for word in chunk.adjectives)
        compared = [found for word in (*chunk.adjectives, *chunk.nouns) if (found := rank_of(word.text)) is not None]
        if compared and self.is_older is None:
            self.is_older = compared[0]
        if compared and self.is_elder_sibling is None:
            self.is_elder_sibling = compared[0]
        ranks = [
            word
            for word in chunk.titles
            if noun_of(word.text) is not None and word.text not in ("Herr", "Herrn", "Frau")
        ]
        told = [word.text for word in (*chunk.nouns[:-1], *ranks)]
        told += ["Professor" for word in chunk.titles if word.text == "Prof."]
        if chunk.nouns and any(_RETIRED_RE.fullmatch(word.text) for word in chunk.adjectives):
            told.append(f"Ex-{chunk.role}")
        for text in [*told, chunk.role] if chunk.nouns else told:
            if text not in self.nouns:
                self.nouns.append(text)
                known = noun_of(text)
                if known is not None and known.field == "age":
                    self.age = self.age or known.base.removesuffix("-Jährige")
                if known is not None and self.is_older is None:
                    self.is_older = _generation(known.base)

    def becomes(self, other: Referent) -> None:
        """Turn out to be the other one, which learns what is known of this."""
        if self.known is other.known:
            return
        target = other.known
        target.gender = target.gender or self.gender
        target.age = target.age or self.age
        target.is_older = self.is_older if target.is_older is None else target.is_older
        if target.is_elder_sibling is None:
            target.is_elder_sibling = self.is_elder_sibling
        target.nouns += [noun for noun in self.nouns if noun not in target.nouns]
        target.role = target.role or self.role
        target.affiliation = target.affiliation or self.affiliation
        target.state = target.state or self.state
        self.known.same = target


@define(eq=False)
class Occurrence:
    """A place where the article speaks of a referent.

    ``place`` is the word's place in the sentence; an implied one (a speaker who goes on without being mentioned) has
    no phrase. ``clause`` is the number of its clause. Contrasted is the subject of a further main clause: *Ott bat Kern
    um Hilfe, doch | der | lehnte ab*.
    """

    referent: Referent
    sentence: int
    place: int
    span: Span
    clause: int | None = None
    is_subject: bool = False
    is_speaker: bool = False
    is_addressee: bool = False
    is_in_content: bool = False
    is_attribute: bool = False
    is_full: bool = False
    is_embedded: bool = False
    is_implied: bool = False
    is_contrasted: bool = False
    chunk: Chunk | None = None


@define(eq=False)
class Pair:
    """Several who were named together: *Caduff und Zgraggen*."""

    referents: tuple[Referent, ...]
    sentence: int
    span: Span
