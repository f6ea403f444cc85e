"""What a run has found, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from quotetrack.records import Record


@define
class Summary:
    """Counts articles, records per type, and how often each speaker is quoted.

    Fragments inside other quotations and repetitions are counted apart, in ``fragments`` and ``repeats``, and nowhere
    else.
    """

    articles: int = 0
    failed: int = 0
    fragments: int = 0
    repeats: int = 0
    types: Counter[str] = field(factory=Counter)
    speakers: Counter[str] = field(factory=Counter)

    def add(self, records: Iterable[Record]) -> None:
        """Count an article with its records."""
        self.articles += 1
        for record in records:
            self._count(record)

    def fail(self) -> None:
        """Count an article that could not be processed."""
        self.articles += 1
        self.failed += 1

    def _count(self, record: Record) -> None:
        if record.repeat_of is not None:
            self.repeats += 1
        elif record.part_of is not None:
            self.fragments += 1
        else:
            self.types[record.type] += 1
            if record.speaker is not None and record.speaker.name is not None:
                self.speakers[record.speaker.name] += 1
