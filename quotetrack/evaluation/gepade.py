"""Reads GePaDe, speech events in speeches of the Bundestag, as documents in the benchmark's terms.

GePaDe (Rehbein et al. 2023, SpkAtt-2023 shared task) has tokens without a text. The text made here sets a space between
tokens except where German puts none, so that a parser reads what it is used to; each token keeps its place in it.
Events become annotations: *Message* the quotation, *Source* the speaker, *Cue* with particles (*PTC*) the cue, *Addr*
the addressee. GePaDe knows no types and media: all are Indirect and Speech.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from quotetrack.evaluation.annotations import Annotation, BenchmarkDocument
from quotetrack.spans import Span

NO_SPACE_BEFORE: Final = frozenset(".,;:!?)]…") | {"\N{LEFT DOUBLE QUOTATION MARK}"}
NO_SPACE_AFTER: Final = frozenset("([") | {"\N{DOUBLE LOW-9 QUOTATION MARK}"}


@frozen
class Speech:
    """A speech with the events that say something, and the cues of those whose message is not in the text."""

    document: BenchmarkDocument
    silent_cues: tuple[frozenset[int], ...]


def read_gepade(path: Path) -> Iterator[Speech]:
    """Yield the speeches of a file of GePaDe."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.strip():
                yield _speech(json.loads(line))


def _speech(plain: Mapping[str, Any]) -> Speech:
    sentences = [sentence["Tokens"] for sentence in plain["Sentences"]]
    text, tokens = detokenised([token for sentence in sentences for token in sentence])
    starts = _starts(sentences)
    events = [_Event(event, starts) for event in plain["Annotations"]]
    document = BenchmarkDocument(
        name=plain["DocumentName"],
        text=text,
        tokens=tokens,
        sentences=tuple(
            Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True) if sentence
        ),
        annotations=tuple(event.annotation() for event in events if event.tokens("Message")),
    )
    return Speech(document, tuple(event.cue for event in events if not event.tokens("Message")))


def _starts(sentences: Iterable[Sequence[str]]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence)
    return starts


@frozen
class _Event:
    plain: Mapping[str, list[str]]
    starts: list[int]

    def tokens(self, layer: str) -> frozenset[int]:
        places = (place.split(":") for place in self.plain[layer])
        return frozenset(self.starts[int(sentence)] + int(token) for sentence, token in places)

    @property
    def cue(self) -> frozenset[int]:
        return self.tokens("Cue") | self.tokens("PTC")

    def annotation(self) -> Annotation:
        return Annotation(
            quote=self.tokens("Message"),
            type="Indirect",
            medium="Speech",
            speaker=self.tokens("Source"),
            cue=self.cue,
            addressee=self.tokens("Addr"),
        )


def detokenised(tokens: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """Return a text of the tokens and the place of each in it.

    >>> detokenised(["Ich", "frage", ":", "Warum", "?"])[0]
    'Ich frage: Warum?'
    """
    text, spans, open_before = "", [], True
    for token in tokens:
        if not (open_before or token in NO_SPACE_BEFORE):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        open_before = token in NO_SPACE_AFTER
    return text, tuple(spans)


def without_silent(annotations: Iterable[Annotation], silent_cues: Iterable[frozenset[int]]) -> list[Annotation]:
    """Drop the system annotations whose cue belongs to an event without a message: they count neither way."""
    silent = frozenset[int]().union(*silent_cues)
    return [known for known in annotations if not known.cue & silent]
