"""The words everybody uses: what a record may say about a quotation, its cue, its speaker and its place.

The terms follow the German news quotation data (Petersen-Frey & Biemann 2024) and Redewiedergabe (Brunner et al. 2020).
"""

from __future__ import annotations

from typing import Final, Literal

QuotationType = Literal[
    "direct", "indirect", "mixed", "reported", "free_indirect", "indirect_free_indirect", "not_a_quote"
]
CueKind = Literal["verb", "noun", "preposition", "adverb", "colon"]
SpeakerKind = Literal["person", "organisation", "place", "medium", "document", "group", "anonymous", "unknown"]
Mood = Literal["indicative", "subjunctive_1", "subjunctive_2"]
Medium = Literal["speech", "writing", "speech_or_writing", "thought", "speech_or_thought", "unknown"]
Zone = Literal["headline", "subheading", "body", "debris"]

SENTENCE_TYPES: Final = frozenset({"reported", "free_indirect", "indirect_free_indirect"})

TO_SPEAKER: Final = "speaker:"
"""What stands in the rules of a record before the way by which the speaker was found: *speaker:most-in-view*."""
