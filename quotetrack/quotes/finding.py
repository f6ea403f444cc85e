"""From sentences to quotations: the rules in their fixed order, precise ones first, and what the discourse remembers.

1. what a sentence reports (:mod:`~quotetrack.quotes.report_quotes`): verbs with their complements, direct and
   indirect, phrases that name a source, nouns with their clause
2. marked passages that no report has taken: fragments in reported speech and in the clause of a reporting verb
   (:mod:`~quotetrack.quotes.fragments`), after a colon, and free-standing ones that continue a speaker
   (:mod:`~quotetrack.quotes.free_passages`)
3. sentences without a report of their own (:mod:`~quotetrack.quotes.sentences`)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve

from quotetrack.clauses import RELATIVE_ADVERBS
from quotetrack.cues import PASSIVE_FORMS
from quotetrack.quotes.acts_beside import acts_beside
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.discourse import Discourse, accuser_in, introduces, subject_mention
from quotetrack.quotes.fragments import add_fragment, declined, governed, is_fragment, is_talked_in, seen, with_words
from quotetrack.quotes.free_passages import (
    after_name,
    before_dash,
    beside_report,
    free_standing,
    is_of_other_gender,
    unannounced,
)
from quotetrack.quotes.interrupted import interrupted
from quotetrack.quotes.interviews import Turn, answer_quotes
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.report_quotes import find_reports, is_noun_of_nobody, is_reported_itself
from quotetrack.quotes.responses import RULE as ANSWERED
from quotetrack.quotes.responses import answered
from quotetrack.quotes.sayings import told_whose
from quotetrack.quotes.sentence_quotes import SentenceQuotes, is_within_other
from quotetrack.quotes.sentences import continued, continues_around, goes_on_soon, sentence_level
from quotetrack.quotes.told_subjects import suffers
from quotetrack.spans import Span

_PASSAGE_RULES: Final[tuple[Callable[[SentenceQuotes, Placed], Quote | None], ...]] = (
    answered,
    told_whose,
    governed,
    with_words,
    declined,
    seen,
    after_name,
    before_dash,
    interrupted,
    free_standing,
    beside_report,
    unannounced,
)
"""The rules for marked passages that neither a report nor a container has taken."""


def find_quotes(
    contexts: tuple[Context, ...], interview: tuple[Turn, ...] = (), *, without_rules: frozenset[str] = frozenset()
) -> list[Quote]:
    """Return the quotations of a text in text order of their sentences.

    The turns of an interview are taken whole: an answer is one quotation, and nothing else is looked for in them.
    """
    discourse = Discourse(contexts, without_rules)
    if discourse.allows("interview-answer"):
        for turn in interview:
            discourse.quotes += answer_quotes(turn, contexts)
    for context in contexts:
        if any(turn.span.contains(context.sentence.span) for turn in interview):
            continue
        quotes = SentenceQuotes(context, discourse)
        reports = find_reports(quotes)
        known = len(discourse.quotes)
        if not reports and continued(context, discourse):
            _add_before_half(quotes, known)
            continue
        follows = discourse.follows(context) or goes_on_soon(context, discourse)
        before = len(discourse.quotes)
        nobodys = not discourse.follows(context) and all(map(is_noun_of_nobody, reports))
        by_nouns = all(quote.rules == ("noun-with-clause",) for quote in reports)
        told = reports and not nobodys and is_reported_itself(quotes)
        if told and continues_around(context, discourse, by_nouns=by_nouns):
            discourse.quotes[before:] = _told_within(discourse.quotes[before:], reports, follows=follows)
            continue
        own = _find_passages(quotes)
        if not own or all(quote.rules == ("konjunktiv-in-clause",) for quote in own):
            if sentence_level(context, discourse):
                _add_before_half(quotes, known)
            _cut_before(context, discourse.quotes, own)
        else:
            _add_acts_beside(context, discourse, own)
        if own:
            _remember(discourse, context, own)
    return discourse.quotes


def _add_before_half(quotes: SentenceQuotes, known: int) -> None:
    """Add what stands before a colon or semicolon behind which somebody goes on: *Ott rügte das als falsch; es sei …*.

    That is the fragments of a verb there, else an act; ``known`` quotations were there before the sentence.
    """
    context, discourse = quotes.context, quotes.discourse
    own = discourse.quotes[known:]
    half = own[0] if own else None
    if (
        half is None
        or half.rules != ("konjunktiv-continues-speaker",)
        or half.spans[0].start < context.word(2).span.end
    ):
        return
    for placed in context.passages:
        if placed.passage.marked.span.end <= half.spans[0].start:
            _add_passage(quotes, placed)
    before = quotes.found or ([act for act in acts_beside(context, own) if act.spans[0].end <= half.spans[0].start])
    moved = (evolve(one, container=one.container + len(before)) if one.container is not None else one for one in own)
    discourse.quotes[known:] = [*(_placed_behind(one, known) for one in before), *moved]


def _placed_behind(quote: Quote, known: int) -> Quote:
    """Return a quotation whose places count from those known before."""
    container = None if quote.container is None else quote.container + known
    continues = None if quote.continues is None else quote.continues + known
    return evolve(quote, container=container, continues=continues)


def _cut_before(context: Context, quotes: list[Quote], own: list[Quote]) -> None:
    """Let an act end before the clause at the end of its sentence that is a report itself: *…, weil er Geld spare*."""
    act = quotes[-1] if own and quotes and quotes[-1].sentence == context.number else None
    if act is None or act.type != "reported" or act.cue is None or act.cue.spans[-1].end > own[0].spans[0].start:
        return
    if act.spans[0].end > own[-1].spans[-1].end + len("."):
        return
    last = max(word.index for word in context.sentence.words if word.span.end <= own[0].spans[0].start)
    part = context.trimmed(1, last)
    if part is not None:
        quotes[-1] = evolve(act, spans=(Span(act.spans[0].start, context.span(*part).end),))


def _add_acts_beside(context: Context, discourse: Discourse, own: list[Quote]) -> None:
    """Add the acts that stand before or behind what a sentence reports."""
    if not discourse.allows("speech-act"):
        return
    first = min((span.start for quote in own for span in quote.spans), default=0)
    for act in list(acts_beside(context, own)):
        (discourse.quotes if act.spans[0].start < first else own).append(act)


_WITH_VERB: Final = (("direct-after-colon",), ("direct-before-verb",))
"""The rules of marked words that keep their own speaker where somebody else tells of them in the Konjunktiv."""


def _told_within(around: list[Quote], reports: list[Quote], *, follows: bool) -> Iterator[Quote]:
    """Yield what goes on around reports in the Konjunktiv, and these: *Er habe gesagt: „Nie.“* are his words."""
    own = [quote for quote in reports if quote.rules in _WITH_VERB and quote.container is None]
    taken = {quote.passage for quote in own}
    inner = [quote for quote in reports if quote.passage is None and not is_noun_of_nobody(quote)]
    outer = around[0].speaker if around else None
    others = [quote for quote in inner if quote.speaker is not None and not _is_own(quote, outer)]
    for quote in around:
        if quote.passage is None or quote.passage not in taken:
            yield _as_told_within(quote, others)
    yield from (quote for quote in inner if follows or not _is_own(quote, outer))
    yield from own


def _as_told_within(fragment: Quote, others: list[Quote]) -> Quote:
    """Return a fragment as said by whom a report around it names: *Er habe gesagt, das sei „Unfug“*."""
    if fragment.container is None:
        return fragment
    told = next((q for q in others if any(span.contains(fragment.spans[0]) for span in q.spans)), None)
    if told is None:
        return fragment
    own = evolve(told, type="direct", spans=fragment.spans, rules=("fragment-in-report",), mood=None)
    return evolve(own, passage=fragment.passage, container=fragment.container)


def _remember(discourse: Discourse, context: Context, own: list[Quote]) -> None:
    base = len(discourse.quotes)
    discourse.quotes += [_placed_behind(quote, base) for quote in own]
    outer = [quote for quote in own if quote.speaker is not None and not is_within_other(quote, own)]
    answers = [quote for quote in outer if quote.rules != (ANSWERED,)]
    outer = answers or ([] if outer else outer)
    last = (_told_through(outer[-1], own) or outer[-1]).speaker if outer else None
    said = (
        _denying(context, own)
        or _reacting(context, own)
        or (_whose_view(context, last) if last is not None else None)
        or last
    )
    discourse.remember(context, said)
    nobody = any(_is_passive(context, quote) or _is_said(quote) for quote in own)
    if not outer and (nobody or (said is None and any(map(is_noun_of_nobody, own)))):
        discourse.speaker = accuser_in(context) or discourse.accuser(context)  # else nobody is named who could go on


def _denying(context: Context, own: list[Quote]) -> Mention | None:
    """Return who takes a stand on what others say, and goes on: *Ott wies den Vorwurf zurück, er lüge. Das sei …*."""
    noun = all(quote.rules == ("noun-with-clause",) for quote in own)
    relative = all(quote.cue is not None and quote.cue.lemma in RELATIVE_ADVERBS for quote in own)
    if not (noun or relative) or not introduces(context):
        return None
    subject = subject_mention(context)
    named = [quote.speaker for quote in own if noun and quote.speaker is not None]
    if not named or subject is None:
        return subject
    apart = speaks(subject.head) and not any(speaker.span.overlaps(subject.span) for speaker in named)
    return subject if apart and not suffers(context, subject.head) else None


def _reacting(context: Context, own: list[Quote]) -> Mention | None:
    """Return who takes a stand where others are quoted in a relative clause: *Ott, „stur“ genannt, blieb ruhig*."""
    cues = [quote.cue.spans[0] for quote in own if quote.cue is not None and quote.cue.kind == "verb"]
    words = [word for word in context.sentence.words if any(span.contains(word.span) for span in cues)]
    clauses = [context.clauses.of(word) for word in words]
    relative = bool(cues) and all(clause is not None and clause.kind == "relative" for clause in clauses)
    if not relative or len(cues) < len([quote for quote in own if quote.container is None]) or not introduces(context):
        return None
    subject = subject_mention(context)
    speakers = [quote.speaker for quote in own if quote.speaker is not None]
    other = subject is not None and all(speaker.head.upos != "PRON" for speaker in speakers)
    return subject if other and subject is not None and speaks(subject.head) else None


def _whose_view(context: Context, source: Mention) -> Mention | None:
    """Return whose view stands in a relative clause: *Ott plant eine Steuer, die | seiner Meinung nach | hilft*."""
    clause = context.clauses.of(source.head)
    if clause is None or clause.kind != "relative":
        return None
    first = next((word for word in clause.words if source.span.contains(word.span)), None)
    subject = subject_mention(context) if first is not None and first.features.get("Poss") == "Yes" else None
    return subject if subject is not None and speaks(subject.head) else None


def _told_through(outer: Quote, own: list[Quote]) -> Quote | None:
    """Return what somebody says in the words of a document, and goes on with: *Laut Redetext sagte sie, …*."""
    if not outer.rules[0].startswith("source-") or outer.cue is None or outer.cue.kind != "preposition":
        return None
    last = outer.spans[-1]
    inner = (quote for quote in own if quote.spans and quote.spans[-1] == last and quote is not outer)
    return next((quote for quote in inner if quote.cue is not None and quote.cue.kind == "verb"), None)


def _is_passive(context: Context, quote: Quote) -> bool:
    """Say whether a passive reports, without an agent: *Die Werft wird verdächtigt, Öl geliefert zu haben*."""
    spans = quote.cue.spans if quote.cue is not None else ()
    words = (word for word in context.sentence.words if any(span.contains(word.span) for span in spans))
    return any(word.text.lower() in PASSIVE_FORMS for word in words)


def _is_said(quote: Quote) -> bool:
    """Say whether nobody says it: *Man sei uneins, hieß es*, *Dem Vernehmen nach ist man uneins*."""
    heard = quote.speaker is None and any(rule.startswith("source-") for rule in quote.rules)
    return heard or (quote.cue is not None and quote.cue.lemma in ("heißen", "heissen"))


def _is_own(quote: Quote, outer: Mention | None) -> bool:
    """Say whether a report is of whoever the sentence around it tells of: *Er gehe davon aus, dass …*."""
    if quote.speaker is None or quote.speaker.head.text.lower() not in ("er", "sie"):
        return False
    return not is_of_other_gender(quote.speaker.head, outer)


def _find_passages(quotes: SentenceQuotes) -> list[Quote]:
    """Return the quotations of the sentence with the marked passages that no report has taken."""
    for placed in quotes.context.passages:
        if placed.number not in quotes.taken:
            _add_passage(quotes, placed)
    return quotes.found


def _add_passage(quotes: SentenceQuotes, placed: Placed) -> None:
    """Take a passage as a fragment of the quotation around it, else by the first rule that says who speaks."""
    if _names_speaker(quotes, placed):
        return
    fragment = is_fragment(quotes.context, placed) and quotes.discourse.allows("fragment-in-report")
    container = quotes.smallest_around(placed) if fragment else None
    if container is not None:
        add_fragment(quotes, placed, container)
        return
    patterns = (rule(quotes, placed) for rule in _PASSAGE_RULES)
    allowed = (found for found in patterns if found is not None and quotes.discourse.allows(found.rules[0]))
    pattern = next(allowed, None)
    if pattern is not None:
        quotes.add_direct(pattern, placed)


def _names_speaker(quotes: SentenceQuotes, placed: Placed) -> bool:
    """Say whether a passage is a part of somebody's name, or a channel: *sagte Ina Ott vom „Bündnis Wald“*."""
    if is_talked_in(quotes.context, placed):
        return True
    span = placed.passage.marked.span
    named = (quote.speaker for quote in quotes.found if quote.speaker is not None)
    if any(channel.span.overlaps(span) for quote in quotes.found for channel in quote.via):
        return True
    return any(speaker.span != span and speaker.span.contains(span) for speaker in named)
