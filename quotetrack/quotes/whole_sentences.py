"""A whole sentence becomes a quotation, together with the marked fragments in it."""

from __future__ import annotations

from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import table
from quotetrack.quotes.addressees import addressee_of, channels_of
from quotetrack.quotes.building import spans_of_words
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.discourse import Discourse
from quotetrack.quotes.fragments import told_by_another, told_of_speaker
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.reporting import DEPENDENT
from quotetrack.spans import Span
from quotetrack.vocabulary import Medium, Mood, QuotationType


def add_sentence(
    context: Context,
    discourse: Discourse,
    kind: QuotationType,
    span: Span,
    speaker: Mention | None,
    rule: str,
    mood: Mood,
) -> None:
    """Add a whole sentence as a quotation, or lengthen the one that ended right before it."""
    place = discourse.last_outer()
    before = discourse.quotes[place] if place is not None else None
    follows = before is not None and before.type == kind and before.sentence == context.number - 1
    if before is not None and place is not None and follows and _is_beside(context, before, span):
        joined = Span(before.spans[0].start, span.end)
        discourse.quotes[place] = evolve(before, spans=(joined,), sentence=context.number)
    else:
        near = discourse.follows(context) or kind != "free_indirect"
        medium = before.medium if before is not None and near and before.speaker == speaker else "speech_or_writing"
        place = len(discourse.quotes)
        discourse.quotes.append(
            Quote(
                type=kind,
                spans=(span,),
                sentence=context.number,
                rules=(rule,),
                speaker=speaker,
                mood=mood,
                medium=medium,
            )
        )
    add_fragments(context, discourse, place, "fragment-in-sentence")
    discourse.remember(context, speaker)


def _is_beside(context: Context, before: Quote, span: Span) -> bool:
    """Say whether nothing of the author stands between two stretches."""
    return not context.text[before.spans[-1].end : span.start].strip()


def add_reported(
    context: Context,
    discourse: Discourse,
    span: Span,
    cue: VerbCue,
    speaker: Mention | None,
    rule: str,
    *,
    inside: bool = False,
) -> None:
    """Add a whole sentence, or its half of a headline, as the report of a speech act; with the fragments in it.

    With ``inside``, those elsewhere in the sentence belong to others.
    """
    discourse.quotes.append(reported_act(context, span, cue, speaker, rule))
    add_fragments(context, discourse, len(discourse.quotes) - 1, "fragment-in-sentence", inside=inside)
    discourse.remember(context, speaker)


def reported_act(context: Context, span: Span, cue: VerbCue, speaker: Mention | None, rule: str) -> Quote:
    """Return the report of a speech act."""
    return Quote(
        type="reported",
        spans=(span,),
        sentence=context.number,
        rules=(rule,),
        cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
        speaker=speaker,
        via=channels_of(context, cue, speaker),
        addressee=addressee_of(context, cue, speaker),
        medium=_medium(cue),
    )


def _medium(cue: VerbCue) -> Medium:
    """Return the medium of an act: that of the verb as one of saying, else as one of acts."""
    known = table("reported_acts").get(cue.lemma)
    return cue.medium if cue.medium != "unknown" or known is None else known[1]  # type: ignore[return-value]


def add_fragments(context: Context, discourse: Discourse, place: int, rule: str, *, inside: bool = False) -> None:
    """Add the marked fragments of a sentence, or those inside, to the quotation that holds it."""
    if not discourse.allows(rule):
        return
    for placed in context.passages:
        outer = discourse.quotes[place]
        if not is_named(placed) and outer.spans[0].start <= placed.passage.marked.span.start:
            own = told_by_another(context, placed, outer) if outer.type == "indirect_free_indirect" else None
            own = own or (told_of_speaker(context, placed, outer) if outer.type == "reported" else None)
            marks = placed.passage.marked.span
            held = any(span.overlaps(marks) for span in outer.spans)
            if inside and not held:
                continue
            discourse.quotes.append(
                evolve(
                    own or evolve(outer, rules=(rule,)),
                    type="direct",
                    spans=(marks,),
                    passage=placed.number,
                    container=place if held else None,
                    mood=None,
                )
            )


def is_first_person(context: Context) -> bool:
    """Say whether the author speaks of themselves outside of all marks."""
    return any(
        word.text.lower() in ("ich", "wir", "mich", "mir", "uns") and context.passage_at(word.index) is None
        for word in context.sentence.words
    )


def act_extent(context: Context, clause: Clause) -> Span:
    """Return the span of a clause with what depends on it right behind."""
    end = clause.end
    for other in context.clauses.all:
        if clause.start < other.start <= end + 2 and other.kind in DEPENDENT:
            end = max(end, other.end)
    while end > clause.start and context.word(end).upos == "PUNCT":
        end -= 1
    return context.span(clause.start, end)
