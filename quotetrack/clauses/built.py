"""What has been built of a sentence's clauses so far."""

from __future__ import annotations

from attrs import define, field

from quotetrack.clauses.loose import Loose
from quotetrack.clauses.model import Draft
from quotetrack.syntax import Sentence


@define
class Built:
    """The clauses of a sentence so far.

    ``matrix`` is the number of the main clause that is open, ``front`` that of what stands behind a colon so far.
    """

    sentence: Sentence
    drafts: list[Draft] = field(factory=list)
    matrix: int | None = None
    front: int | None = None
    fragment: Loose | None = None

    def add(self, draft: Draft, parent: int | None) -> None:
        """Begin a clause, within another if it has a parent."""
        draft.parent = parent
        self.drafts.append(draft)

    def extend(self, number: int, more: Draft) -> None:
        """Go on with a clause."""
        draft = self.drafts[number]
        draft.words += more.words
        if draft.finite is None:
            draft.finite = more.finite

    def unfinished(self) -> int | None:
        """Return the innermost subordinate clause that still waits for its finite verb."""
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            if draft.kind in ("subordinate", "relative") and draft.finite is None:
                return number
            if draft.kind in ("main", "verb_first"):
                return None
        return None

    def take_back(self, fragment: Loose) -> None:
        """Free the words of a segment that was given to a clause before what follows showed where it belongs."""
        own = {word.index for word in fragment.words}
        draft = self.drafts[fragment.draft]
        draft.words = [word for word in draft.words if word.index not in own]
