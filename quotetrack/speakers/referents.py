"""Whom an article speaks of: people, bodies, groups, and every place where it does."""

from __future__ import annotations

from attrs import define, field

from quotetrack.nouns import Gender, noun_of
from quotetrack.spans import Span
from quotetrack.speakers.chunks import Chunk
from quotetrack.vocabulary import SpeakerKind


@define(eq=False)
class Referent:
    """Somebody or something that the article speaks of; what is known of it grows as the article is read."""

    kind: SpeakerKind
    name: str | None = None
    gender: Gender | None = None
    nouns: list[str] = field(factory=list)
    age: str | None = None
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    is_plural: bool = False
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
        gender = chunk.gender if self.is_person else None
        self.gender = self.gender or gender
        self.age = self.age or chunk.age
        ranks = [
            word
            for word in chunk.titles
            if noun_of(word.text) is not None and word.text not in ("Herr", "Herrn", "Frau")
        ]
        for word in (*chunk.nouns, *ranks):
            if word.text not in self.nouns:
                self.nouns.append(word.text)
                known = noun_of(word.text)
                if known is not None and known.field == "age":
                    self.age = self.age or known.base.removesuffix("-Jährige")

    def becomes(self, other: Referent) -> None:
        """Turn out to be the other one, which learns what is known of this."""
        if self.known is other.known:
            return
        target = other.known
        target.gender = target.gender or self.gender
        target.age = target.age or self.age
        target.nouns += [noun for noun in self.nouns if noun not in target.nouns]
        target.role = target.role or self.role
        target.affiliation = target.affiliation or self.affiliation
        target.state = target.state or self.state
        self.known.same = target


@define(eq=False)
class Occurrence:
    """A place where the article speaks of a referent.

    ``place`` is the word's place in the sentence; an implied one (a speaker who goes on without being mentioned) has
    no phrase. ``clause`` is the number of its clause.
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
    chunk: Chunk | None = None


@define(eq=False)
class Pair:
    """Several who were named together: *Caduff und Zgraggen*."""

    referents: tuple[Referent, ...]
    sentence: int
    span: Span
