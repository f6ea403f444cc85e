"""Names in a parse, for the baselines: what a tagger calls a proper name, in a row."""

from __future__ import annotations

from collections.abc import Iterable

from quotetrack.evaluation.speakers import NamedMention
from quotetrack.spans import Span
from quotetrack.syntax import Document, Word

NAME_TAG = "PROPN"


def named_mentions(document: Document, text: str) -> list[NamedMention]:
    """Return the mentions of everybody whom the article names in full somewhere: two proper names in a row or more.

    A mention stands for the longest name that ends in the same word.
    """
    runs = [run for sentence in document.sentences for run in _runs(sentence.words)]
    spans = [Span(run[0].span.start, run[-1].span.end) for run in runs]
    full: dict[str, str] = {}
    for span, run in zip(spans, runs, strict=True):
        if len(run) > 1 and len(span) > len(full.get(run[-1].text, "")):
            full[run[-1].text] = span.of(text)
    return [
        NamedMention(span, full[run[-1].text], is_full=len(run) > 1)
        for span, run in zip(spans, runs, strict=True)
        if run[-1].text in full
    ]


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    before: Word | None = None
    for word in words:
        if word.upos == NAME_TAG and not word.masked:
            if before is not None and word.span.start - before.span.end <= 1:
                runs[-1].append(word)
            else:
                runs.append([word])
            before = word
        else:
            before = None
    return runs
