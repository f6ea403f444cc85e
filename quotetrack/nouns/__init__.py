"""What a noun stands for: a person with a gender and a field, a body, a medium, a document, a statement.

Compounds are told by the longest known noun that they end in (*Gemeindearzt*: Arzt); case and number endings are seen
through.
"""

from quotetrack.nouns.bodies import KnownBody, body_at, is_known_body, is_region
from quotetrack.nouns.meanings import (
    gender_by_end,
    is_medium_noun,
    is_of_former,
    is_of_place,
    is_person_noun,
    is_title_of_paper,
    noun_of,
)
from quotetrack.nouns.media import KnownMedium, is_named_between_marks, known_medium, medium_at
from quotetrack.nouns.model import Gender, Noun, NounKind
from quotetrack.nouns.paper_titles import paper_at
from quotetrack.nouns.person_names import is_common_surname, is_given_name
from quotetrack.nouns.states import (
    is_from,
    state_of,
    state_of_adjective,
    state_of_citizens,
    state_of_people,
    state_of_place,
)

__all__ = [
    "Gender",
    "KnownBody",
    "KnownMedium",
    "Noun",
    "NounKind",
    "body_at",
    "gender_by_end",
    "is_common_surname",
    "is_from",
    "is_given_name",
    "is_known_body",
    "is_medium_noun",
    "is_named_between_marks",
    "is_of_former",
    "is_of_place",
    "is_person_noun",
    "is_region",
    "is_title_of_paper",
    "known_medium",
    "medium_at",
    "noun_of",
    "paper_at",
    "state_of",
    "state_of_adjective",
    "state_of_citizens",
    "state_of_people",
    "state_of_place",
]
