"""The ways from a mention to somebody: each has a name and says what it does, so that a name can be explained.

A function that finds somebody for a phrase is marked with ``way``; whatever it finds is noted for the word that is
being read. Where one such function leans on another, the outer one tells the way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from attrs import frozen

from quotetrack.speakers.referents import Referent

WAYS: Final[dict[str, str]] = {
    "full-name": "The full name stands in the mention.",
    "part-of-name": "A part of the only full name of the article that it fits.",
    "one-of-a-name": "Several bear the name: who fits in gender and role, has been met already, or was just spoken of.",
    "single-name": "A name that is part of no longer one: of a person, a body, a medium or a place.",
    "family": "The plural of a surname: all of the article who bear it.",
    "apposition": "A phrase beside a name, of whoever is named.",
    "called": "The text says how somebody is called: *Die Ältere heißt …*.",
    "predicate": "A role that is said of the subject.",
    "party": "A noun for the members of a party stands for the party.",
    "role": "The role that the article gives to somebody.",
    "another-word": "Another word for the role of somebody, or whom the text has just been about or names next.",
    "relation": "A relation of somebody: the relative, the colleague, the predecessor whom the article ties to them.",
    "from-there": "The only one from the place or the state that the noun tells.",
    "of-the-party": "The only one of that party.",
    "just-met": "Whom the sentence before introduced without a name.",
    "just-named": "Whom the sentence before names first without a role, beside somebody who has one.",
    "of-a-body": "Whose body the role tells: its head, its spokesman, its member.",
    "appointed": "To whom a clause gives the role: *zur Präsidentin gewählt*, *arbeitet als Koch*.",
    "accused": "Whom the article tells to be charged.",
    "of-that-age": "Whose age the article gives.",
    "parent": "The only one of whom the article names a child, or a parent.",
    "deed": "Who has done what the noun says: won, founded, called for.",
    "affected": "To whom what the noun says was just done.",
    "told-with": "Who alone was told of with what the attribute names: *die Frau am Steuer*, *der Fahrer des Busses*.",
    "fits-many": "A noun that fits many: who alone is so told of, was just introduced, or is most in view.",
    "of-that-state": "The only one of that gender who is named with the state.",
    "opposite": "The only other one in view, where one is told to be the counterpart: the host, the guest.",
    "answers": "Who spoke before the last speaker, and answers.",
    "in-focus": "The person whom the text has just been about.",
    "still-speaking": "Who has just spoken, and of whom the article has told no role.",
    "kindred-word": "Whose role is a kindred word, or of the same field.",
    "named-later": "Whose bare name follows soon after.",
    "marked-by-looks": "Who is told by what they wear or carry, and is so named elsewhere.",
    "only-one": "The only person in view of that gender.",
    "who-is-left": "The only person named lately who may have the role.",
    "of-two": "The older or the younger of two, the one or the other.",
    "former-latter": "The first or the last of those named together.",
    "together": "Those who were named together last.",
    "joint": "All who are named in the mention.",
    "role-of-several": "Those who have the role, those named together last, or people without names.",
    "relative-pronoun": "What the relative pronoun belongs to.",
    "demonstrative": "Who was mentioned last and was not the subject.",
    "most-in-view": "The person or body that fits in gender and number and is most in view.",
    "named-below": "The only one who speaks soon below and fits: the pronoun stands before the name.",
    "body": "A body: the one that the article names by the noun, or the noun itself.",
    "document": "A document speaks for itself.",
    "taken-up": "What the adverb or relative pronoun takes up: the source or the speaker before.",
    "statement": "Whoever makes the statement that is named.",
    "possessor": "Whose it is, by the possessive.",
    "marked-name": "The name that stands between marks.",
    "placed": "Somebody or some of several, told by where they are.",
    "turned-out": "Told of without a name, and named later in the article.",
    "form": "By the form of the mention alone.",
}
"""What each way does. A way that is not followed has no reason of its own; the record gives that there is no name."""

UNNAMED: Final[dict[str, str]] = {
    "ambiguous": "Two candidates are equally likely.",
    "anonymous": "Somebody was introduced without a name.",
    "role_unmatched": "A role whose holder the article does not name.",
    "unnamed_group": "Several whom the article does not name.",
    "unnamed_reports": "Reports of nobody who is named.",
    "unnamed_statement": "A statement of nobody who is named.",
    "source_named_before": "It is not clear what an adverb takes up.",
    "no_subject": "The sentence has no subject whose own statement it could be.",
    "unresolved": "Nobody whom the article tells of.",
}
"""What the reasons say for which a record has no name."""

Parameters = ParamSpec("Parameters")
Found = TypeVar("Found")


@frozen
class Told:
    """How somebody was found for a word: the way, who it was, and who else was as fitting but less likely."""

    way: str
    referent: Referent
    others: tuple[Referent, ...] = ()


class Tells(Protocol):
    """What keeps how somebody was found."""

    def tell(self, way: str, found: Referent) -> None:
        """Note who was found for the word that is being read, and how."""
        ...


Notes = TypeVar("Notes", bound=Tells)
Way = Callable[Concatenate[Notes, Parameters], Found]


def way(name: str) -> Callable[[Way[Notes, Parameters, Found]], Way[Notes, Parameters, Found]]:
    """Mark a function as a way to somebody, by its name in :data:`WAYS`."""

    def marked(find: Way[Notes, Parameters, Found]) -> Way[Notes, Parameters, Found]:
        @wraps(find)
        def found(notes: Notes, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Found:
            referent = find(notes, *args, **kwargs)
            if isinstance(referent, Referent):
                notes.tell(name, referent)
            return referent

        return found

    return marked
