"""What is known of a noun."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

REMEMBERED_FORMS: Final = 1 << 16
"""So many forms are remembered, that a long run needs no more memory than a short one."""
Gender = Literal["Masc", "Fem", "Neut"]
NounKind = Literal["person", "organisation", "medium", "group", "document", "statement", "reports"]


@frozen
class Noun:
    """What is known of a noun: its kind, its base form in the masculine, and what the form says of the person."""

    kind: NounKind
    base: str
    field: str = ""
    gender: Gender | None = None
    is_plural: bool = False
    is_ambiguous: bool = False
