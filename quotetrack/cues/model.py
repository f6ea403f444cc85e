"""What a verb that may report says of itself, and the clauses of a sentence with these verbs."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from quotetrack.clauses import Clause, Clauses, clauses_of
from quotetrack.syntax import Sentence, Word
from quotetrack.vocabulary import Medium


@frozen
class FullVerb:
    """The full verb of a clause with its separated particle, and the noun or adjective it makes one phrase with.

    ``lemma`` has the particle joined, ``base`` is the verb as that phrase has it: with the particle, or without.
    """

    word: Word
    lemma: str
    base: str
    particle: Word | None
    light: Word | None

    @property
    def name(self) -> str:
        """The verb, or the phrase that it makes: *Ansicht vertreten*."""
        return self.lemma if self.light is None else f"{self.light.text} {self.base}"


@frozen
class VerbCue:
    """A verb that may report, in its clause.

    ``licenses`` are the complements the word list grants it (see ``reporting_verbs.txt``; empty for a verb that is not
    there), ``words`` what the record shows as cue, without modal and negation. An act is open when it lies in the
    future or is only thought of (*wird bekannt geben, ob*; *müsste erklären*; *hätte sagen müssen*).
    """

    clause: Clause
    verb: Word
    lemma: str
    words: tuple[Word, ...]
    licenses: str
    medium: Medium
    is_negated: bool
    modal: str | None
    is_passive: bool
    is_known: bool
    is_open: bool = False

    def grants(self, complement: str) -> bool:
        """Say whether the verb takes a complement: d, v, i or z."""
        return complement in self.licenses


@frozen(slots=False)
class CuedClauses(Clauses):
    """The clauses of a sentence, and what the verb of each was found to be."""

    @cached_property
    def verbs(self) -> dict[int, VerbCue | None]:
        """The cues by the numbers of their clauses, filled where they are asked for; None for a clause without one."""
        return {}


def cued_clauses(sentence: Sentence) -> CuedClauses:
    """Return the clauses of a sentence in the order of their first words; their cues are looked for when asked for."""
    return CuedClauses(sentence, clauses_of(sentence).all)
