"""Reporting cues in a sentence: the verb with its particle, auxiliaries, reflexive and correlate, and what it licenses.

A verb is looked up with its particle joined (*teilte ... mit*: *mitteilen*). What a form belongs to is told by the
lemmatiser, and where that fails by the principal forms of the verb. Negation and modality are read off the verb's own
clause: *wollte nicht bestätigen, dass* reports nothing.
"""

from quotetrack.cues.correlates import CORRELATES
from quotetrack.cues.forms import PREFIXES, lemma_of, rows_of_forms, weak_forms
from quotetrack.cues.grants import learns_as_medium
from quotetrack.cues.main_verbs import is_participle, main_verb
from quotetrack.cues.modality import NEGATIONS, PASSIVE_FORMS
from quotetrack.cues.model import CuedClauses, VerbCue, cued_clauses
from quotetrack.cues.predicatives import CLEAR, TURNING, is_of_somebody, viewer_in
from quotetrack.cues.verb_words import RESOUNDING
from quotetrack.cues.verbs import found_cue, verb_cue

__all__ = [
    "CLEAR",
    "CORRELATES",
    "NEGATIONS",
    "PASSIVE_FORMS",
    "PREFIXES",
    "RESOUNDING",
    "TURNING",
    "CuedClauses",
    "VerbCue",
    "cued_clauses",
    "found_cue",
    "is_of_somebody",
    "is_participle",
    "learns_as_medium",
    "lemma_of",
    "main_verb",
    "rows_of_forms",
    "verb_cue",
    "viewer_in",
    "weak_forms",
]
