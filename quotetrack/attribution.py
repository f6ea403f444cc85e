"""From quotes and speakers to records: the last step inside one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from attrs import evolve

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
    quotes = _holding_their_fragments(quotes)
    article_facts = article.describe()
    producer = {"quotetrack": __version__, "model": model}
    types = [_type(number, quotes) for number in range(len(quotes))]
    ids = [record_id(article.id, kind, quote.spans) for kind, quote in zip(types, quotes, strict=True)]
    order = sorted(range(len(quotes)), key=lambda n: (quotes[n].spans[0].start, -quotes[n].spans[-1].end, n))
    first_with: dict[tuple[str, str], str] = {}
    found: list[Record] = []
    seen: set[str] = set()
    for number in order:
        if ids[number] in seen:
            continue
        seen.add(ids[number])
        quote = quotes[number]
        text = joined(quote.spans, article.text)
        key = (types[number], " ".join(text.split()))
        repeated = first_with.setdefault(key, ids[number])
        resolution = index.resolve(quote.speaker) if quote.speaker is not None else None
        found.append(
            Record(
                article=article_facts,
                id=ids[number],
                type=types[number],
                text=text,
                spans=quote.spans,
                content_spans=_content(quote, passages),
                part_of=None if quote.container is None else ids[quote.container],
                continues=None if quote.continues is None else ids[quote.continues],
                repeat_of=repeated if repeated != ids[number] and len(text.split()) > 1 else None,
                zone=segmentation.zone_at(quote.spans[0].start),
                cue=_cue(quote.cue, article.text),
                frame=_phrase(quote.frame, article.text),
                speaker=_speaker(quote.speaker, resolution, article.text),
                via=tuple(_channel(mention, index, article.text) for mention in quote.via),
                addressee=_phrase(quote.addressee, article.text),
                mood=quote.mood,
                medium=quote.medium,
                confidence=confidence(evidence(quote, contexts)),
                rules=_rules(quote, resolution),
                reason=resolution.reason if resolution is not None else None,
                producer=producer,
            )
        )
    if with_unquoted:
        found += _unquoted(article, article_facts, quotes, passages, segmentation, producer)
        found.sort(key=lambda record: (record.span.start, -record.span.end))
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


def _unquoted(
    article: Article,
    facts: Mapping[str, Any],
    quotes: Sequence[Quote],
    passages: Sequence[Passage],
    segmentation: Segmentation,
    producer: Mapping[str, str],
) -> list[Record]:
    """Return the marked passages that quote nobody, those within quotations too, each with its class and its rule."""
    taken = {quote.passage for quote in quotes if quote.passage is not None}
    return [
        Record(
            article=facts,
            id=record_id(article.id, "not_a_quote", (passage.marked.span,)),
            type="not_a_quote",
            text=passage.marked.span.of(article.text),
            spans=(passage.marked.span,),
            content_spans=passage.marked.content_spans,
            zone=segmentation.zone_at(passage.marked.span.start),
            rules=(passage.reason,),
            reason=passage.kind,
            producer=producer,
        )
        for number, passage in enumerate(passages)
        if number not in taken and not (passage.marked.depth and passage.is_quotation)
    ]
