"""Sentences to show and to count by: those of the benchmark, or a simple cut after full stops."""

from __future__ import annotations

import re
from typing import Final

from quotetrack.evaluation import BenchmarkDocument
from quotetrack.spans import Span

_END_RE: Final = re.compile(r"(?<=[a-zäöüß]{2}[.!?]|.[.!?][“«»\"])\s+(?=[A-ZÄÖÜ„»«\"])|\n+")


def of_tokens(document: BenchmarkDocument) -> tuple[Span, ...]:
    """Return the benchmark's sentences as spans of the text."""
    return tuple(
        Span(document.tokens[sentence.start].start, document.tokens[sentence.end - 1].end)
        for sentence in document.sentences
        if len(sentence)
    )


def of_text(text: str) -> tuple[Span, ...]:
    """Return sentences of a text, cut after a full stop that follows a word, and at line ends."""
    starts, ends = [0], []
    for found in _END_RE.finditer(text):
        ends.append(found.start())
        starts.append(found.end())
    ends.append(len(text))
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)
