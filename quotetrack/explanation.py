"""Why a sentence gave the records it gave: its parse, its clauses, the rules that fired, and why others did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.quotes.complements import right_complement
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.quotes.reporting import is_quoted, is_wie_frame
from quotetrack.quotes.rules import RULES
from quotetrack.quotes.silence import Silence, act_silence, clause_silence
from quotetrack.records import joined
from quotetrack.spans import Span
from quotetrack.speakers import SpeakerIndex
from quotetrack.speakers.reasons import Reasoning

SILENCES: Final[dict[Silence, str]] = {
    "denied": "the act of speaking is denied",
    "open": "the act lies ahead or is only thought of",
    "wanted": "the act is only wanted",
    "known": "a verb of knowledge: what follows is the author's fact",
    "undecided": "the question is still open",
    "decided": "a decision inside a report is no report of its own",
    "unlicensed": "the verb does not take such a clause as a report",
}


@frozen
class Considered:
    """A verb that could have reported and did not: the verb as written, its infinitive, and the reason."""

    verb: str
    lemma: str
    reason: str


@frozen
class Fired:
    """A rule that fired: its name, what it took, what the rule says, and how the speaker came to a name."""

    rule: str
    text: str
    says: str
    speaker: Reasoning | None = None

    def lines(self) -> Iterator[str]:
        """Yield the rule and the speaker as lines for a reader."""
        yield f"fired: {self.rule}: {self.text!r} ({self.says})"
        if self.speaker is not None:
            yield f"speaker: {self.speaker.line()}"


@frozen
class SentenceExplanation:
    """A sentence with everything that decided about it.

    ``parse`` has a line a word (place, form, lemma, class, head, relation), ``clauses`` a line a clause, ``passages`` a
    line a marked passage.
    """

    span: Span
    text: str
    parse: tuple[str, ...]
    clauses: tuple[str, ...]
    passages: tuple[str, ...]
    fired: tuple[Fired, ...]
    considered: tuple[Considered, ...]

    def lines(self) -> Iterator[str]:
        """Yield the explanation as lines for a reader."""
        yield self.text
        yield from (f"  {line}" for line in self.parse)
        yield from (f"  clause: {line}" for line in self.clauses)
        yield from (f"  marks: {line}" for line in self.passages)
        yield from (f"  {line}" for fired in self.fired for line in fired.lines())
        yield from (f"  silent: {one.verb} ({one.lemma}): {one.reason}" for one in self.considered)
        if not self.fired and not self.considered:
            yield "  silent: no verb, phrase or mark that reports"


def explain(
    contexts: Sequence[Context], quotes: Sequence[Quote], index: SpeakerIndex, text: str
) -> tuple[SentenceExplanation, ...]:
    """Return the explanation of each sentence of the author, in order."""
    return tuple(_explained(context, quotes, index, text) for context in contexts)


def _explained(context: Context, quotes: Sequence[Quote], index: SpeakerIndex, text: str) -> SentenceExplanation:
    span = context.sentence.span
    own = [quote for quote in quotes if any(part.overlaps(span) for part in quote.spans)]
    return SentenceExplanation(
        span=span,
        text=" ".join(span.of(text).split()),
        parse=tuple(_rows(context)),
        clauses=tuple(_clause_line(clause) for clause in context.clauses.all),
        passages=tuple(
            f"{p.passage.marked.span.of(text)!r}: {p.passage.kind}, {p.passage.reason}" for p in context.passages
        ),
        fired=tuple(_fired(quote, index, text) for quote in own),
        considered=tuple(_considered(context)),
    )


def _rows(context: Context) -> Iterator[str]:
    for word in context.sentence.words:
        form = f"[{word.text}]" if word.masked else word.text
        yield f"{word.index:>3} {form:<20} {word.lemma:<18} {word.upos:<6} {word.head:>3} {word.relation}"


def _clause_line(clause: Clause) -> str:
    finite = "" if clause.finite is None else f", finite {clause.finite.text}"
    opener = "" if clause.opener is None else f", opened by {clause.opener.text}"
    return f"{clause.kind}{opener}{finite}: {' '.join(word.text for word in clause.words if word.upos != 'PUNCT')}"


def _fired(quote: Quote, index: SpeakerIndex, text: str) -> Fired:
    says = {rule.name: rule.says for rule in RULES}
    name = quote.rules[0]
    speaker = None if quote.speaker is None else index.explain(quote.speaker)
    return Fired(name, joined(quote.spans, text), says.get(name, ""), speaker)


def _considered(context: Context) -> Iterator[Considered]:
    """Yield the verbs that license a report, or have something they could report, and report nothing."""
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or is_wie_frame(cue):
            continue
        reason = _silence(context, cue)
        if reason is not None:
            yield Considered(" ".join(word.text for word in cue.words), cue.lemma, reason)


def _silence(context: Context, cue: VerbCue) -> str | None:
    if is_quoted(context, cue.verb):
        return "it stands inside the marks: somebody's words, not the author's report" if cue.licenses else None
    found = right_complement(context, cue)
    if found is not None:
        silence = clause_silence(cue, *found)
        return None if silence is None else SILENCES[silence]
    act = act_silence(cue)
    if not cue.licenses:
        return None
    return SILENCES[act] if act is not None else None
