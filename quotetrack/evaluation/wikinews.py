"""From our records to the benchmark's annotations: what the two count differently lives here, and nowhere else.

Records are made for editors; the WIKINEWS annotation (Petersen-Frey & Biemann 2024) was made for a shared notion of
five quotation types. Each difference is one function below. None of them looks at gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve

from quotetrack.evaluation.annotations import Annotation, BenchmarkDocument
from quotetrack.records import Channel, Record
from quotetrack.spans import Span
from quotetrack.vocabulary import SENTENCE_TYPES

TYPE_LABELS: Final[Mapping[str, str]] = {
    "direct": "Direct",
    "indirect": "Indirect",
    "mixed": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
}
MEDIUM_LABELS: Final[Mapping[str, str]] = {
    "speech": "Speech",
    "writing": "Writing",
    "speech_or_writing": "SW",
    "thought": "Thought",
    "speech_or_thought": "ST",
    "unknown": "SW",
}
BACK_REFERENCES: Final = frozenset({"Das", "Dies", "Dieses"})
JOINING_MARKS: Final = frozenset({",", ":"})
SENTENCE_ENDS: Final = frozenset({".", "!", "?", "…"})
NAME_MARKS: Final = frozenset({("„", "“"), ('"', '"'), ("»", "«"), ("«", "»")})
GOING_ON: Final = "direct-continues-speaker"
UNDECIDED: Final = frozenset({"speech_or_writing", "unknown"})
QUOTING_VERBS: Final = frozenset({"zitieren", "wiedergeben"})
SOURCE_PREPOSITIONS: Final = frozenset({"laut", "nach", "gemäß", "gemäss", "zufolge"})
LEADING_PREPOSITIONS: Final = frozenset({"von", "vom", "vor", "mit", "zu", "zum", "zur", "auf", "über", "für", "gegen"})
PLACING_PREPOSITIONS: Final = frozenset({"in", "im", "bei", "beim", "von", "vom", "durch", "via", "über", "aus"})


def to_wikinews(records: Sequence[Record], document: BenchmarkDocument) -> list[Annotation]:
    """Return the annotations that the benchmark would make of the records of one article.

    The records' offsets must refer to the document's text. A record that covers no token makes no annotation.

    >>> from quotetrack.records import Record
    >>> text = "Es sei zu spät, so Ott."
    >>> bounds = (0, 2), (3, 6), (7, 9), (10, 14), (14, 15), (16, 18), (19, 22), (22, 23)
    >>> document = BenchmarkDocument("ott", text, tuple(Span(*pair) for pair in bounds))
    >>> record = Record({"id": "ott"}, "1", "mixed", "Es sei zu spät", (Span(0, 14),), (Span(0, 14),))
    >>> [annotation] = to_wikinews([record], document)
    >>> annotation.type, sorted(annotation.quote)
    ('Indirect', [0, 1, 2, 3])
    """
    return [annotation for _, annotation in annotated(records, document)]


def annotated(records: Sequence[Record], document: BenchmarkDocument) -> list[tuple[Record, Annotation]]:
    """Return the annotations of :func:`to_wikinews`, each with the record it was made of."""
    containers = {record.id: record for record in records}
    made: list[tuple[Record, Annotation]] = []
    for record in records:
        if is_counted(record, document) and not is_all_in_marks(record, records):
            container = containers.get(record.part_of or "")
            told = with_introducing_roles(record, container, records)
            made += [(record, annotation) for annotation in _annotations(told, container, document)]
    return made


def is_counted(record: Record, document: BenchmarkDocument) -> bool:
    """Say whether the benchmark could know the record: marks that quote nobody are none of its types."""
    return record.type in TYPE_LABELS and bool(document.covered(record.spans))


def is_all_in_marks(record: Record, records: Sequence[Record]) -> bool:
    """Say whether a clause is in marks from end to end, which the benchmark counts as the direct quotation alone.

    ``Der Trainer sagte, „dass wir nie im Spiel waren“.`` makes two records, the clause and its fragment.
    """
    return record.type == "mixed" and any(
        fragment.part_of == record.id and fragment.spans == record.spans for fragment in records
    )


def _annotations(record: Record, container: Record | None, document: BenchmarkDocument) -> list[Annotation]:
    annotation = translated(record, document)
    annotation = without_colon_cue(annotation, record)
    annotation = without_roles_of_sentences(annotation, record, container)
    annotation = with_marks_of_name(annotation, document)
    annotation = with_back_reference(annotation, document)
    annotation = with_cue_particles(annotation, document)
    annotation = with_joining_marks(annotation, document)
    pieces = [annotation] if record.type != "reported" else sentence_by_sentence(annotation, document)
    return [made for piece in pieces for made in with_channels(piece, record, document)]


def translated(record: Record, document: BenchmarkDocument) -> Annotation:
    """Return the record in tokens and labels: mixed becomes Indirect, an unknown medium SW (speech or writing)."""
    return Annotation(
        quote=document.covered(record.spans),
        type=TYPE_LABELS[record.type],
        medium=MEDIUM_LABELS[record.medium],
        speaker=_tokens(record.speaker.spans if record.speaker else (), document),
        cue=_tokens(record.cue.spans if record.cue else (), document),
        frame=_tokens(record.frame.spans if record.frame else (), document),
        addressee=_tokens(record.addressee.spans if record.addressee else (), document),
    )


def _tokens(spans: Iterable[Span], document: BenchmarkDocument) -> frozenset[int]:
    return document.covered(spans)


def with_introducing_roles(record: Record, container: Record | None, records: Sequence[Record]) -> Record:
    """Give a fragment in a Konjunktiv sentence the cue and frame of the sentence that introduced its speaker.

    ``Ott warnte, es sei spät. Die Lage sei „kritisch“.``: to the benchmark the fragment is announced by *warnte*. So is
    a passage that stands free and goes on: ``„Es ist spät“, sagte Ott. „Die Lage ist kritisch.“``.
    """
    goes_on = container is None and record.type == "direct" and GOING_ON in record.rules
    within = container is not None and container.type == "indirect_free_indirect"
    if not (goes_on or within) or record.frame or record.speaker is None:
        return record
    spoken = [known for known in records if known.speaker and known.speaker.spans == record.speaker.spans]
    before = [known for known in spoken if known.frame and known.span.start < record.span.start]
    introducing = max(before, key=lambda known: known.span.start, default=record)
    return evolve(record, cue=introducing.cue, frame=introducing.frame)


def with_marks_of_name(annotation: Annotation, document: BenchmarkDocument) -> Annotation:
    """Give a speaker that is a name in marks its marks: to the benchmark „Der Bote“ in *wie „Der Bote“ schreibt*."""
    if not annotation.speaker:
        return annotation
    first, last = min(annotation.speaker) - 1, max(annotation.speaker) + 1
    inside = first >= 0 and last < len(document.tokens)
    if not inside or (document.word(first), document.word(last)) not in NAME_MARKS:
        return annotation
    return evolve(annotation, speaker=annotation.speaker | {first, last})


def without_colon_cue(annotation: Annotation, record: Record) -> Annotation:
    """Drop the cue of ``Ott: „Wir bauen.“``: to the benchmark the colon belongs to the frame only."""
    if record.cue and record.cue.kind == "colon":
        return evolve(annotation, cue=())
    return annotation


def without_roles_of_sentences(annotation: Annotation, record: Record, container: Record | None) -> Annotation:
    """Drop cue and frame of the sentence types, and of fragments within reported and free indirect sentences.

    Fragments in a Konjunktiv sentence keep theirs, see :func:`with_introducing_roles`.
    """
    inside = container.type if container else ""
    if record.type in SENTENCE_TYPES or inside in {"reported", "free_indirect"}:
        return evolve(annotation, cue=(), frame=())
    return annotation


def with_back_reference(annotation: Annotation, document: BenchmarkDocument) -> Annotation:
    """Move the *Das* of ``Das teilte X mit`` from frame and cue to the quotation it refers back to.

    Only where the frame, or without one the cue, follows the whole quotation and begins with, or directly after, a
    capitalised *Das*, *Dies* or *Dieses*.
    """
    reporting = annotation.frame or annotation.cue
    if annotation.type != "Indirect" or not reporting or min(reporting) <= max(annotation.quote):
        return annotation
    number = _back_reference(min(reporting), document)
    if number is None or number <= max(annotation.quote):
        return annotation
    quote = annotation.quote | {number}
    return evolve(annotation, quote=quote, frame=annotation.frame - quote, cue=annotation.cue - quote)


def _back_reference(first: int, document: BenchmarkDocument) -> int | None:
    for number in (first, first - 1):
        if number >= 0 and document.word(number) in BACK_REFERENCES:
            return number
    return None


def with_cue_particles(annotation: Annotation, document: BenchmarkDocument) -> Annotation:
    """Give a verb's cue the *wie*, *als* and *mit den Worten* that the benchmark counts to it more often than not.

    ``Wie Ott mitteilte`` (in 64 % of such frames), ``nannte ihn als „Schwätzer“`` (69 %), ``mit den Worten: „…“``
    (56 %), and the preposition that leads from the verb to the words: ``sprach von einem „Wunder“`` (81 %). The shares
    are of the benchmark's training and development parts. In six of seven frames of its open training documents the
    *so* before a verb belongs to it: ``Das reiche nicht, so urteilte Ott``.
    """
    if not annotation.cue or not annotation.frame:
        return annotation
    return evolve(
        annotation,
        cue=annotation.cue.union(
            *(particles(annotation, document) for particles in (_wie, _als, _worten, _leading, _so))
        ),
    )


def _wie(annotation: Annotation, document: BenchmarkDocument) -> set[int]:
    """Return the *wie* that opens the frame, unless a colon ends it: *Wie X meldet, soll Y gesagt haben:*."""
    first = [number for number in sorted(annotation.frame) if document.word(number) not in JOINING_MARKS][:1]
    told = document.word(max(annotation.frame)) != ":"
    return {number for number in first if told and document.word(number).lower() == "wie"}


def _als(annotation: Annotation, document: BenchmarkDocument) -> set[int]:
    """Return the *als* before the quotation, at most an article between them: ``als „Holzweg“ bezeichnet``."""
    start = min(annotation.quote)
    return {number for number in {start - 2, start - 1} & annotation.frame if document.word(number) == "als"}


def _leading(annotation: Annotation, document: BenchmarkDocument) -> set[int]:
    """Return the preposition before a passage in marks, at most an article between them, and after the cue."""
    start = min(annotation.quote)
    if annotation.type != "Direct" or document.word(start - 1) in JOINING_MARKS:
        return set()
    near = {start - 2, start - 1} & annotation.frame
    return {number for number in near if number > max(annotation.cue) and document.word(number) in LEADING_PREPOSITIONS}


def _so(annotation: Annotation, document: BenchmarkDocument) -> set[int]:
    """Return the *so* right before a verb behind or within the quotation, but not that of *so heißt es*."""
    first = min(annotation.cue)
    led = first - 1 in annotation.frame and document.word(first - 1) == "so" and first > min(annotation.quote)
    return {first - 1} if led and document.word(first + 1) != "es" else set()


def _worten(annotation: Annotation, document: BenchmarkDocument) -> set[int]:
    """Return *mit* to *Worten*, at most two words between them (*mit den folgenden Worten*)."""
    for last in annotation.frame:
        phrase = range(last, max(-1, last - 4), -1)
        begins = [number for number in phrase if number in annotation.frame and document.word(number).lower() == "mit"]
        if document.word(last) == "Worten" and begins:
            return set(range(begins[0], last + 1))
    return set()


def with_joining_marks(annotation: Annotation, document: BenchmarkDocument) -> Annotation:
    """Give the frame the comma or colon that stands between it and the quotation."""
    joining = {
        number
        for number in _beside(annotation.frame)
        if _joins(number, annotation) and document.word(number) in JOINING_MARKS
    }
    return evolve(annotation, frame=annotation.frame | joining)


def _beside(numbers: frozenset[int]) -> frozenset[int]:
    return frozenset(number + step for number in numbers for step in (-1, 1)) - numbers


def _joins(number: int, annotation: Annotation) -> bool:
    frame, quote = annotation.frame, annotation.quote
    if number in quote:
        return False
    return (number - 1 in frame and number + 1 in quote) or (number - 1 in quote and number + 1 in frame)


def sentence_by_sentence(annotation: Annotation, document: BenchmarkDocument) -> list[Annotation]:
    """Return an annotation for each sentence: Reported sentences of one speaker are not joined by the benchmark.

    A new sentence begins where the document says so and the token before ends one, which its splitter often forgets.
    """
    starts = {sentence.start for sentence in document.sentences}
    pieces: list[list[int]] = []
    for number in sorted(annotation.quote):
        begins = number in starts and number > 0 and document.word(number - 1)[-1] in SENTENCE_ENDS
        if begins or not pieces:
            pieces.append([])
        pieces[-1].append(number)
    return [evolve(annotation, quote=piece) for piece in pieces]


def with_channels(annotation: Annotation, record: Record, document: BenchmarkDocument) -> list[Annotation]:
    """Return the annotation and those that the benchmark makes of the record's channels.

    The medium that quotes somebody is a second speaker of the same quotation, who wrote what the first one spoke; whom
    somebody told it is an addressee; where somebody said it, and on whose authority, is part of the frame only.
    """
    made = [annotation]
    for channel in record.via:
        made = _with_channel(made, channel, record, document)
    return made


def _with_channel(
    made: list[Annotation], channel: Channel, record: Record, document: BenchmarkDocument
) -> list[Annotation]:
    first, *others = made
    mention = document.covered(channel.spans)
    if not mention or is_authority(mention, document) or is_place(mention, record, document):
        return made
    if is_told(mention, record, document):
        addressee = first.addressee or mention
        return [evolve(first, addressee=addressee), *others]
    second = evolve(first, speaker=mention, cue=channel_cue(first, mention, document), medium="Writing")
    return [as_quoted(first, record), *others, second]


def is_authority(mention: frozenset[int], document: BenchmarkDocument) -> bool:
    """Say whether the channel is one on whose authority somebody speaks: ``unter Berufung auf die Polizei``."""
    return _word_before(mention, document) == "auf"


def is_place(mention: frozenset[int], record: Record, document: BenchmarkDocument) -> bool:
    """Say whether the channel is where somebody said or wrote it: ``schrieb Ott in der Zeitung``.

    ``wird in der Zeitung zitiert`` is another matter: there the newspaper speaks.
    """
    quoting = record.cue is not None and record.cue.lemma in QUOTING_VERBS
    return not quoting and _word_before(mention, document) in PLACING_PREPOSITIONS


def is_told(mention: frozenset[int], record: Record, document: BenchmarkDocument) -> bool:
    """Say whether the channel is the one spoken to: ``sagte Ott der dpa``, but not ``zitiert die dpa Ott``."""
    if record.cue is None or record.cue.kind != "verb" or record.cue.lemma in QUOTING_VERBS:
        return False
    before, after = _word_before(mention, document), _word_after(mention, document)
    return before not in SOURCE_PREPOSITIONS | {"wie"} and after != "zufolge"


def channel_cue(annotation: Annotation, mention: frozenset[int], document: BenchmarkDocument) -> frozenset[int]:
    """Return the cue of the second annotation: the *laut* or *zufolge* beside the mention, else that of the first."""
    if _word_before(mention, document) in SOURCE_PREPOSITIONS:
        return frozenset({min(mention) - 1})
    if _word_after(mention, document) == "zufolge":
        return frozenset({max(mention) + 1})
    return annotation.cue


def as_quoted(annotation: Annotation, record: Record) -> Annotation:
    """Return the annotation of whoever a medium quotes: they spoke, and *zitiert* is the medium's cue alone."""
    spoke = evolve(annotation, medium="Speech") if record.medium in UNDECIDED else annotation
    return evolve(spoke, cue=()) if record.cue and record.cue.lemma in QUOTING_VERBS else spoke


def _word_before(mention: frozenset[int], document: BenchmarkDocument) -> str:
    number = min(mention) - 1
    return document.word(number).lower() if number >= 0 else ""


def _word_after(mention: frozenset[int], document: BenchmarkDocument) -> str:
    number = max(mention) + 1
    return document.word(number).lower() if number < len(document.tokens) else ""
