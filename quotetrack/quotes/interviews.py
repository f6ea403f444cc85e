"""Interviews without quotation marks: questions and answers in turns, ``Ott: Wir bauen.`` after a question.

A turn is a paragraph. An answer is one with a name before a colon that follows a question, or, where the questions
address a person by name (*Frau Petrov, wann ...?*), the paragraph between two questions. These may lack the
question mark, where they have no stop at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

import regex
from attrs import frozen

from quotetrack.quotes.context import Context
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.spans import Span, trimmed

_LABEL_RE: Final = regex.compile(
    r"(?P<label>(?:\p{Lu}[\p{L}\p{M}.'’-]*+|von|van|de|zu)(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*+|von|van|de|zu)){0,4}):\s++(?=\S)"
)
_ASKERS: Final = frozenset({"Frage", "Redaktion", "Interviewer", "Interviewerin", "Moderator", "Moderatorin"})
_QUESTION_RE: Final = regex.compile(r"\?[\p{Pf}\p{Pi}\"')\s]*+$")
_ADDRESS_RE: Final = regex.compile(
    r"^(?:Herr|Frau)\s+(?:Dr\.\s|Doktor\s|Professor(?:in)?\s|Prof\.\s)?(?P<name>\p{Lu}[\p{L}-]+)\s*,"
)


_STOPPED_RE: Final = regex.compile(r"[.!…:;][\p{Pf}\p{Pi}\"')\s]*+$")


_LONGEST_REMARK: Final = 140
_STOP_WITHIN_RE: Final = regex.compile(r"[.!?…]\s+\p{Lu}")
_OF_ONESELF_RE: Final = regex.compile(r"\b(?:ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*)\b", regex.IGNORECASE)


@frozen
class Turn:
    """A turn of an interview: the whole paragraph, and for an answer what was said, who is named, and the frame."""

    span: Span
    answer: Span | None = None
    speaker: Span | None = None
    frame: Span | None = None


def turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    r"""Return the turns of the interviews in a text, questions and answers.

    >>> text = "Frau Dobler, wie lange noch?\nDobler: So lange es nötig ist."
    >>> [turn.answer.of(text) for turn in turns(text, [Span(0, 28), Span(29, 59)]) if turn.answer]
    ['So lange es nötig ist.']
    """
    labelled = tuple(_labelled(text, paragraphs))
    if any(turn.answer is not None for turn in labelled):
        return labelled
    return tuple(_unlabelled(text, paragraphs))


def _labelled(text: str, paragraphs: Sequence[Span]) -> Iterator[Turn]:
    asked = False
    answered: set[str] = set()
    for place, paragraph in enumerate(paragraphs):
        content = paragraph.of(text)
        match = _LABEL_RE.match(content)
        label = match["label"] if match else None
        is_question = bool(_QUESTION_RE.search(content))
        asks = is_question and (label is None or label in _ASKERS or label.isupper())
        if asks:
            asked = True
            yield Turn(paragraph)
        elif match and label and (asked or label in answered) and label not in _ASKERS and not is_question:
            answered.add(label)
            yield _answer(paragraph, match, text)
        elif asked and label is None and _is_answered(text, paragraphs[place + 1 : place + 2], answered):
            yield Turn(paragraph)  # Der Minister hat Sie gelobt.
        else:
            asked = False


def _is_answered(text: str, behind: Sequence[Span], answered: Set[str]) -> bool:
    """Say whether the paragraph behind begins with the name of somebody who has answered before."""
    match = _LABEL_RE.match(behind[0].of(text)) if behind else None
    return match is not None and match["label"] in answered


def _answer(paragraph: Span, match: regex.Match[str], text: str) -> Turn:
    start = paragraph.start + match.end()
    return Turn(
        paragraph,
        trimmed(Span(start, paragraph.end), text),
        Span(paragraph.start + match.start("label"), paragraph.start + match.end("label")),
        Span(paragraph.start, paragraph.start + match.end("label") + 1),
    )


def _unlabelled(text: str, paragraphs: Sequence[Span]) -> Iterator[Turn]:
    """Yield the turns where questions and answers alternate and the first question names who is asked."""
    short = [place for place, paragraph in enumerate(paragraphs) if _is_short(paragraph)]
    questions = [place for place in short if _QUESTION_RE.search(paragraphs[place].of(text))]
    questions = questions or [place for place in short if not _STOPPED_RE.search(paragraphs[place].of(text))]
    questions = sorted({*questions, *_remarks(text, paragraphs, questions)})
    named = next((place for place in questions if _ADDRESS_RE.match(paragraphs[place].of(text))), None)
    if named is None or len(questions) < 2:
        return
    match = _ADDRESS_RE.match(paragraphs[named].of(text))
    if match is None:
        return
    start = paragraphs[named].start
    speaker = Span(start, start + match.end("name"))
    for place in range(named, len(paragraphs)):
        if place in questions:
            yield Turn(paragraphs[place])
        elif place - 1 in questions:
            yield Turn(paragraphs[place], trimmed(paragraphs[place], text), speaker)


def _remarks(text: str, paragraphs: Sequence[Span], questions: Sequence[int]) -> Iterator[int]:
    """Yield the one sentence between two answers with which somebody asks: *Die Kritiker sollen entsetzt sein*.

    Nobody speaks of himself there.
    """
    for before, behind in pairwise([*questions, len(paragraphs)]):
        remark = paragraphs[before + 2].of(text) if behind == before + len(("asked", "told", "said", "told")) else ""
        single = 0 < len(remark) <= _LONGEST_REMARK and _STOP_WITHIN_RE.search(remark) is None
        if single and _OF_ONESELF_RE.search(remark) is None:
            yield before + 2


def _is_short(paragraph: Span) -> bool:
    return len(paragraph) <= 400


def answer_quotes(turn: Turn, contexts: tuple[Context, ...]) -> Iterator[Quote]:
    """Yield the answer of a turn as one direct quotation, if the sentence that names who answers is there."""
    if turn.answer is None or turn.speaker is None or not len(turn.answer):
        return
    for context in contexts:
        if not context.sentence.span.overlaps(turn.speaker):
            continue
        words = [word for word in context.sentence.words if turn.speaker.contains(word.span) and word.upos != "PUNCT"]
        if not words:
            continue
        frame = () if turn.frame is None else (turn.frame,)
        colon = () if turn.frame is None else (Span(turn.frame.end - 1, turn.frame.end),)
        yield Quote(
            type="direct",
            spans=(turn.answer,),
            sentence=context.number,
            rules=("interview-answer",),
            cue=CueWords(colon, ":", "colon") if colon else None,
            frame=frame,
            speaker=Mention(turn.speaker, words[-1], context.number),
            medium="speech",
        )
        return
