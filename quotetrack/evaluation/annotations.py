"""Documents and annotations in the benchmark's terms: sets of token numbers.

The format is that of the German news quotation data (Petersen-Frey & Biemann 2024, *Dataset of Quotation Attribution
in German News Articles*): one JSON document a line with ``documentName``, ``originalText``, ``tokens``, ``sentences``
and ``annotations``. Token numbers count from 0 through the whole document; characters are code points of
``originalText``.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from quotetrack.errors import RecordError
from quotetrack.spans import Span, merged

ROLES: Final = ("speaker", "cue", "frame", "addressee")
TYPES: Final = ("Direct", "Indirect", "Reported", "IndirectFreeIndirect", "FreeIndirect")
MEDIA: Final = ("Speech", "Writing", "SW", "Thought", "ST", "TW", "none")
SEALED_DOCUMENTS: Final = 150


def _token_set(numbers: Iterable[int]) -> frozenset[int]:
    return frozenset(numbers)


@frozen
class Annotation:
    """One quotation as sets of token numbers; an absent role is an empty set.

    Raises:
        RecordError: if the quotation has no token, or its type or medium is unknown to the benchmark.
    """

    quote: frozenset[int] = field(converter=_token_set)
    type: str
    medium: str
    speaker: frozenset[int] = field(default=frozenset(), converter=_token_set)
    cue: frozenset[int] = field(default=frozenset(), converter=_token_set)
    frame: frozenset[int] = field(default=frozenset(), converter=_token_set)
    addressee: frozenset[int] = field(default=frozenset(), converter=_token_set)

    def __attrs_post_init__(self) -> None:
        if not self.quote:
            message = "an annotation without a token in its quotation"
            raise RecordError(message)
        if self.type not in TYPES or self.medium not in MEDIA:
            message = f"type {self.type!r} or medium {self.medium!r} is not one of the benchmark's"
            raise RecordError(message)

    def role(self, name: str) -> frozenset[int]:
        """Return the tokens of speaker, cue, frame or addressee."""
        tokens: frozenset[int] = getattr(self, name)
        return tokens


@frozen(slots=False)
class BenchmarkDocument:
    """A text with the benchmark's tokens and sentences: ``sentences`` holds token numbers ``[first, last + 1)``."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    sentences: tuple[Span, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the name, by which aggregate-only documents are drawn."""
        return hashlib.sha256(self.name.encode("utf-8")).hexdigest()

    def word(self, number: int) -> str:
        """Return the text of a token."""
        return self.tokens[number].of(self.text)

    def covered(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the tokens of which the spans together cover at least half of the characters.

        >>> text = "Nein!"
        >>> document = BenchmarkDocument("a", text, (Span(0, 4), Span(4, 5)))
        >>> document.covered([Span(2, 5)]) == {0, 1}
        True
        """
        share: dict[int, int] = {}
        for span in merged(spans):
            for number, overlap in self._overlaps(span):
                share[number] = share.get(number, 0) + overlap
        return frozenset(number for number, held in share.items() if 2 * held >= len(self.tokens[number]))

    def _overlaps(self, span: Span) -> Iterator[tuple[int, int]]:
        number = bisect_right(self._ends, span.start)
        while number < len(self.tokens) and self.tokens[number].start < span.end:
            token = self.tokens[number]
            yield number, min(token.end, span.end) - max(token.start, span.start)
            number += 1

    def spans_of(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """Return the stretches of text that the tokens cover; tokens in a row make one stretch."""
        stretches: list[Span] = []
        before = -2
        for number in sorted(numbers):
            token = self.tokens[number]
            if number == before + 1:
                stretches[-1] = Span(stretches[-1].start, token.end)
            else:
                stretches.append(token)
            before = number
        return tuple(stretches)


def read_benchmark(path: Path) -> Iterator[BenchmarkDocument]:
    """Yield the documents of a file in the benchmark's format.

    Raises:
        RecordError: naming line and document, if a token is not the slice it claims to be or a token number is wrong.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _document(json.loads(line), number)


def _document(plain: Mapping[str, Any], line: int) -> BenchmarkDocument:
    name, text = plain["documentName"], plain["originalText"]
    try:
        document = BenchmarkDocument(
            name=name,
            text=text,
            tokens=tuple(_token(token, place, text) for place, token in enumerate(plain["tokens"])),
            sentences=tuple(Span(sentence["begin"], sentence["end"]) for sentence in plain["sentences"]),
            annotations=tuple(_annotation(annotation) for annotation in plain["annotations"]),
        )
        _check_numbers(document)
    except RecordError as error:
        raise RecordError(error.message, article=name, line=line, offset=error.offset) from error
    return document


def _token(plain: Mapping[str, Any], place: int, text: str) -> Span:
    span = Span(plain["charBegin"], plain["charEnd"])
    if plain["id"] != place or span.of(text) != plain["text"]:
        message = f"token {plain['id']} reads {plain['text']!r} at place {place}, the text {span.of(text)!r}"
        raise RecordError(message, offset=span.start)
    return span


def _annotation(plain: Mapping[str, Any]) -> Annotation:
    roles = {role: plain[role]["tokenIds"] for role in ROLES}
    return Annotation(quote=plain["quote"]["tokenIds"], type=plain["type"], medium=plain["medium"], **roles)


def _check_numbers(document: BenchmarkDocument) -> None:
    for annotation in document.annotations:
        used = annotation.quote.union(*(annotation.role(role) for role in ROLES))
        if not 0 <= min(used) <= max(used) < len(document.tokens):
            message = f"an annotation uses tokens {min(used)} to {max(used)} of {len(document.tokens)}"
            raise RecordError(message)


def sealed(documents: Iterable[BenchmarkDocument], number: int = SEALED_DOCUMENTS) -> frozenset[str]:
    """Return the names of the aggregate-only documents: those with the smallest SHA-256 of their name.

    Scores over them are printed; sentences of theirs are not.
    """
    return frozenset(document.name for document in sorted(documents, key=lambda known: known.digest)[:number])
