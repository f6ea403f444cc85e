"""The clauses of a German sentence, after the topological field model: brackets of verbs, and what stands around them.

German marks its clauses on the surface: commas separate them, a subordinating word opens them, and the place of the
finite verb (first, second, last) tells what they are (Drach 1937, *Grundgedanken der deutschen Satzlehre*; Höhle 1986,
*Der Begriff „Mittelfeld“*; Duden-Grammatik § 1338 ff.). That is more certain than the attachments of a small parser, so
the sentence is cut into segments at its separators first; tags and tree say what each segment is and where it belongs.
"""

from quotetrack.clauses.building import clauses_of
from quotetrack.clauses.frames import is_of_act
from quotetrack.clauses.model import Clause, ClauseKind, Clauses
from quotetrack.clauses.verbs import (
    FINITE_FORMS,
    has_infix,
    is_finite,
    is_nonfinite,
    is_particle,
    is_plural_form,
    is_zu_infinitive,
)
from quotetrack.clauses.words import (
    CALLED,
    COORDINATORS,
    DATIVE_RELATIVES,
    GOVERNED_RELATIVES,
    INTERROGATIVES,
    JUDGING,
    RELATIVE_ADVERBS,
    RELATIVE_PRONOUNS,
    RELATIVES_OF_ONE,
    SUBORDINATORS,
    names_act,
)

__all__ = [
    "CALLED",
    "COORDINATORS",
    "DATIVE_RELATIVES",
    "FINITE_FORMS",
    "GOVERNED_RELATIVES",
    "INTERROGATIVES",
    "JUDGING",
    "RELATIVES_OF_ONE",
    "RELATIVE_ADVERBS",
    "RELATIVE_PRONOUNS",
    "SUBORDINATORS",
    "Clause",
    "ClauseKind",
    "Clauses",
    "clauses_of",
    "has_infix",
    "is_finite",
    "is_nonfinite",
    "is_of_act",
    "is_particle",
    "is_plural_form",
    "is_zu_infinitive",
    "names_act",
]
