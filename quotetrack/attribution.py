"""From quotes and speakers to records: the last step inside one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import Any

from attrs import evolve, frozen

from quotetrack._version import __version__
from quotetrack.articles import Article
from quotetrack.confidence import confidence, evidence
from quotetrack.passages import Passage
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.records import Channel, Cue, Phrase, Record, Speaker, joined, record_id
from quotetrack.segmentation import Segmentation
from quotetrack.spans import Span, merged
from quotetrack.speakers import Resolution, SpeakerIndex
from quotetrack.vocabulary import TO_SPEAKER, QuotationType


def records_of(
    article: Article,
    quotes: Sequence[Quote],
    passages: Sequence[Passage],
    segmentation: Segmentation,
    index: SpeakerIndex,
    contexts: Sequence[Context],
    *,
    model: str,
    with_unquoted: bool = False,
) -> list[Record]:
    """Return the records of an article in text order, the larger before those they hold."""
    producer = {"quotetrack": __version__, "model": model}
    held = _holding_their_fragments(quotes)
    writing = _Writing(article, article.describe(), producer, held, passages, segmentation, index, contexts)
    found = _with_repeats([writing.record(number) for number in writing.in_order()])
    if with_unquoted:
        found += writing.unquoted()
        found.sort(key=lambda record: (record.span.start, -record.span.end))
    return found


@frozen(slots=False)
class _Writing:
    """An article whose quotes are written down: what all of its records share, and what each of them says."""

    article: Article
    facts: Mapping[str, Any]
    producer: Mapping[str, str]
    quotes: Sequence[Quote]
    passages: Sequence[Passage]
    segmentation: Segmentation
    index: SpeakerIndex
    contexts: Sequence[Context]

    @cached_property
    def types(self) -> list[QuotationType]:
        """The type of each quote."""
        return [_type(number, self.quotes) for number in range(len(self.quotes))]

    @cached_property
    def ids(self) -> list[str]:
        """The id of the record of each quote."""
        pairs = zip(self.types, self.quotes, strict=True)
        return [record_id(self.article.id, kind, quote.spans) for kind, quote in pairs]

    def in_order(self) -> list[int]:
        """Return the numbers of the quotes in text order, of two with one id the first."""
        quotes = self.quotes
        order = sorted(range(len(quotes)), key=lambda n: (quotes[n].spans[0].start, -quotes[n].spans[-1].end, n))
        first: dict[str, int] = {}
        for number in order:
            first.setdefault(self.ids[number], number)
        return list(first.values())

    def record(self, number: int) -> Record:
        """Return the record of a quote."""
        quote, text = self.quotes[number], self.article.text
        resolution = self.index.resolve(quote.speaker) if quote.speaker is not None else None
        return Record(
            article=self.facts,
            id=self.ids[number],
            type=self.types[number],
            text=joined(quote.spans, text),
            spans=quote.spans,
            content_spans=_content(quote, self.passages),
            part_of=None if quote.container is None else self.ids[quote.container],
            continues=None if quote.continues is None else self.ids[quote.continues],
            zone=self.segmentation.zone_at(quote.spans[0].start),
            cue=_cue(quote.cue, text),
            frame=_phrase(quote.frame, text),
            speaker=_speaker(quote.speaker, resolution, text),
            via=tuple(_channel(mention, self.index, text) for mention in quote.via),
            addressee=_phrase(quote.addressee, text),
            mood=quote.mood,
            medium=quote.medium,
            confidence=confidence(evidence(quote, self.contexts)),
            rules=_rules(quote, resolution),
            reason=resolution.reason if resolution is not None else None,
            producer=self.producer,
        )

    def unquoted(self) -> list[Record]:
        """Return the records of the marked passages that quote nobody, those within quotations too."""
        taken = {quote.passage for quote in self.quotes if quote.passage is not None}
        return [
            self._unquoted(passage)
            for number, passage in enumerate(self.passages)
            if number not in taken and not (passage.marked.depth and passage.is_quotation)
        ]

    def _unquoted(self, passage: Passage) -> Record:
        """Return the record of a passage that quotes nobody, with its class and its rule."""
        span = passage.marked.span
        return Record(
            article=self.facts,
            id=record_id(self.article.id, "not_a_quote", (span,)),
            type="not_a_quote",
            text=span.of(self.article.text),
            spans=(span,),
            content_spans=passage.marked.content_spans,
            zone=self.segmentation.zone_at(span.start),
            rules=(passage.reason,),
            reason=passage.kind,
            producer=self.producer,
        )


def _with_repeats(records: Sequence[Record]) -> list[Record]:
    """Return records, each that says the same as an earlier one in more than one word linked to the first."""
    first_with: dict[tuple[str, str], str] = {}
    found: list[Record] = []
    for record in records:
        words = record.text.split()
        first = first_with.setdefault((record.type, " ".join(words)), record.id)
        repeats = first != record.id and len(words) > 1
        found.append(evolve(record, repeat_of=first) if repeats else record)
    return found


def sure_enough(records: Sequence[Record], least: float) -> list[Record]:
    """Return the records that are at least this sure; links to those that are not are taken away.

    A record without a confidence (a passage that quotes nobody) stays.
    """
    kept = [record for record in records if record.confidence is None or record.confidence >= least]
    ids = {record.id for record in kept}
    return [_unlinked(record, ids) for record in kept]


def _unlinked(record: Record, ids: Set[str]) -> Record:
    part_of, continues, repeat_of = (
        linked if linked in ids else None for linked in (record.part_of, record.continues, record.repeat_of)
    )
    return evolve(record, part_of=part_of, continues=continues, repeat_of=repeat_of)


def _holding_their_fragments(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes, each as long as its fragments need: a passage may end behind the last word of its sentence."""
    found = list(quotes)
    for quote in quotes:
        if quote.container is not None:
            found[quote.container] = _holding(found[quote.container], quote.spans)
    return found


def _holding(container: Quote, spans: Sequence[Span]) -> Quote:
    left = [span for span in spans if not any(held.contains(span) for held in container.spans)]
    return evolve(container, spans=merged((*container.spans, *left))) if left else container


def _type(number: int, quotes: Sequence[Quote]) -> QuotationType:
    quote = quotes[number]
    if quote.type == "indirect" and any(other.container == number for other in quotes):
        return "mixed"
    return quote.type


def _content(quote: Quote, passages: Sequence[Passage]) -> tuple[Span, ...]:
    if quote.passage is None:
        return quote.spans
    return passages[quote.passage].marked.content_spans


def _phrase(spans: tuple[Span, ...], text: str) -> Phrase | None:
    return Phrase(joined(spans, text), spans) if spans else None


def _cue(cue: CueWords | None, text: str) -> Cue | None:
    return None if cue is None else Cue(joined(cue.spans, text), cue.spans, cue.lemma, cue.kind)


def _speaker(mention: Mention | None, resolution: Resolution | None, text: str) -> Speaker | None:
    if mention is None or resolution is None:
        return None
    return Speaker(
        mention=mention.span.of(text),
        spans=(mention.span,),
        name=resolution.name,
        kind=resolution.kind,
        role=resolution.role,
        affiliation=resolution.affiliation,
        members=resolution.members,
        id=resolution.id,
    )


def _rules(quote: Quote, resolution: Resolution | None) -> tuple[str, ...]:
    """Return what found a quotation, and how its speaker was found."""
    way = None if resolution is None else resolution.way
    return quote.rules if way is None else (*quote.rules, f"{TO_SPEAKER}{way}")


def _channel(mention: Mention, index: SpeakerIndex, text: str) -> Channel:
    resolution = index.resolve(mention)
    return Channel(mention.span.of(text), (mention.span,), resolution.name, resolution.kind)
