"""From sentences to quotations: the rules in their fixed order, precise ones first, and what the discourse remembers.

1. verbs with their complements, direct and indirect (:mod:`~quotetrack.quotes.verbal`)
2. phrases that name a source (:mod:`~quotetrack.quotes.prepositional`) and nouns with their clause
   (:mod:`~quotetrack.quotes.nouns`)
3. marked passages that neither has taken: fragments in reported speech, in the clause of a reporting verb, after a
   colon, and free-standing ones that continue a speaker
4. sentences without a report of their own (:mod:`~quotetrack.quotes.sentences`)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field

from quotetrack.clauses import Clause, is_nonfinite
from quotetrack.cues import PASSIVE_FORMS, VerbCue, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.quotes.announced import announced
from quotetrack.quotes.building import frame_around, frame_spans, inside, mood_in, spans_of_words
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.direct_speech import name_before
from quotetrack.quotes.discourse import Discourse, seen_by, subject_mention
from quotetrack.quotes.interviews import Turn
from quotetrack.quotes.marked_clauses import MarkedClause, konjunktiv_clauses
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.nouns import NounReport, noun_reports
from quotetrack.quotes.prepositional import sources
from quotetrack.quotes.reporting import Report
from quotetrack.quotes.roles import Roles, roles_of
from quotetrack.quotes.sentences import continued, continues_around, may_be_fragment, sentence_level
from quotetrack.quotes.source_frames import NAMINGS
from quotetrack.quotes.source_phrases import Source
from quotetrack.quotes.subjects import speaks
from quotetrack.quotes.verbal import verbal_reports
from quotetrack.spans import Span
from quotetrack.syntax import Word
from quotetrack.vocabulary import Medium

_SOURCE_MEDIUM: Final[dict[str, Medium]] = {"so": "speech", "laut": "speech_or_writing"}
_PREDICATIVE: Final = frozenset(
    "bezeichnen nennen beschimpfen titulieren charakterisieren einstufen werten kritisieren loben verspotten geißeln"
    " abtun umschreiben beschreiben zurückweisen würdigen verurteilen bewerten".split()
)
_PERFORMING: Final = frozenset("singen spielen vortragen anstimmen aufführen zeigen lesen heißen heissen".split())
"""Verbs whose marked object is a song, a play or a name, however long."""

_ANSWERING: Final = frozenset(
    "abstreiten bestreiten dementieren leugnen zurückweisen bestätigen kritisieren ablehnen verneinen".split()
)
"""Verbs whose clause with *was* behind a report is the author's, and tells what others say to it."""

_WANTING: Final = frozenset("will wollte wollen wollten möchte möchten mochte kann könne konnte konnten".split())
_UTTERING: Final = frozenset({"rufen", "schreien", "sagen", "antworten", "fragen"})
_REPROACHING: Final = frozenset(
    "kritisieren beklagen bemängeln anprangern rügen monieren geißeln verurteilen tadeln beanstanden".split()
)
_NEVER_FRAGMENT: Final = frozenset("finden ausgehen lauten heißen heissen anschließen stehen veröffentlichen".split())


def find_quotes(
    contexts: tuple[Context, ...], interview: tuple[Turn, ...] = (), *, without_rules: frozenset[str] = frozenset()
) -> list[Quote]:
    """Return the quotations of a text in text order of their sentences.

    The turns of an interview are taken whole: an answer is one quotation, and nothing else is looked for in them.
    """
    discourse = Discourse(contexts, without_rules)
    if discourse.allows("interview-answer"):
        for turn in interview:
            discourse.quotes += _interview_answer(turn, contexts)
    for context in contexts:
        if any(turn.span.contains(context.sentence.span) for turn in interview):
            continue
        finder = SentenceFinder(context, discourse)
        reports = finder.find_reports()
        if not reports and continued(context, discourse):
            continue
        follows = discourse.follows(context)
        before = len(discourse.quotes)
        if reports and finder.is_reported_itself() and continues_around(context, discourse):
            discourse.quotes[before:] = _told_within(discourse.quotes[before:], reports, follows=follows)
            continue
        own = finder.find_passages()
        if not own or all(quote.rules == ("konjunktiv-in-clause",) for quote in own):
            sentence_level(context, discourse)
        if own:
            _remember(discourse, context, own)
    return discourse.quotes


def _told_within(around: list[Quote], reports: list[Quote], *, follows: bool) -> Iterator[Quote]:
    """Yield what goes on around reports in the Konjunktiv, and these: *Er habe gesagt: „Nie.“* are his words."""
    own = [quote for quote in reports if quote.rules == ("direct-after-colon",) and quote.container is None]
    taken = {quote.passage for quote in own}
    yield from (quote for quote in around if quote.passage is None or quote.passage not in taken)
    yield from (quote for quote in reports if quote.passage is None and (follows or not _is_own(quote)))
    yield from own


def _interview_answer(turn: Turn, contexts: tuple[Context, ...]) -> Iterator[Quote]:
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


def _remember(discourse: Discourse, context: Context, own: list[Quote]) -> None:
    base = len(discourse.quotes)
    for quote in own:
        container = None if quote.container is None else quote.container + base
        continues = None if quote.continues is None else quote.continues + base
        discourse.quotes.append(evolve(quote, container=container, continues=continues))
    outer = [quote for quote in own if quote.speaker is not None and not _is_within_other(quote, own)]
    discourse.remember(context, outer[-1].speaker if outer else None)
    if not outer and any(_is_passive(context, quote) for quote in own):
        discourse.speaker = None  # nobody is named who could go on


def _is_passive(context: Context, quote: Quote) -> bool:
    """Say whether a passive reports, without an agent: *Die Werft wird verdächtigt, Öl geliefert zu haben*."""
    spans = quote.cue.spans if quote.cue is not None else ()
    words = (word for word in context.sentence.words if any(span.contains(word.span) for span in spans))
    return any(word.text.lower() in PASSIVE_FORMS for word in words)


def _is_somebody(head: Word) -> bool:
    """Say whether a subject is a person: named, by a role, or by an adjective for a noun (*der Ältere*)."""
    if head.upos == "PROPN":
        return True
    noun = noun_of(head.text)
    is_adjective = (
        head.upos in ("ADJ", "NOUN")
        and head.text[:1].isupper()
        and head.lemma[:1].islower()
        and head.text.endswith(("e", "er"))
    )
    return (noun is not None and noun.kind == "person" and not noun.is_plural) or is_adjective


def _is_own(quote: Quote) -> bool:
    """Say whether a report is of whoever the sentence around it tells of: *Er gehe davon aus, dass …*."""
    return quote.speaker is not None and quote.speaker.head.text.lower() in ("er", "sie")


def _surrounds(clause: Clause, stretch: tuple[int, int]) -> bool:
    return clause.start < stretch[0] and clause.end > stretch[1]


def _is_within_other(quote: Quote, quotes: list[Quote]) -> bool:
    return any(
        other is not quote
        and other.passage is None
        and any(part.contains(quote.spans[0]) and part != quote.spans[0] for part in other.spans)
        for other in quotes
    )


@define
class SentenceFinder:
    """Finds the quotations that a sentence reports itself; ``taken`` are the numbers of passages already used."""

    context: Context
    discourse: Discourse
    quotes: list[Quote] = field(factory=list)
    taken: set[int] = field(factory=set)

    def find_reports(self) -> list[Quote]:
        """Return what the sentence reports by a verb, a phrase or a noun; places count from the first."""
        allows = self.discourse.allows
        before = self.discourse.before(self.context)
        named = [source for source in sources(self.context, before) if allows(source.rule)]
        by_verbs = (report for report in verbal_reports(self.context) if allows(report.rule))
        reports = [report for report in by_verbs if not self._has_source_instead(report, named)]
        used = {place for report in reports for place in self._channels(report, named)}
        for report in reports:
            self._add_report(report, named)
        for place, source in enumerate(named):
            if place not in used:
                self._add_source(source, reports, named)
        if allows("noun-with-clause"):
            for found in noun_reports(self.context):
                self._add_noun(found, reports)
        if allows("konjunktiv-in-clause"):
            for marked in konjunktiv_clauses(self.context):
                self._add_konjunktiv(marked)
        return self.quotes

    def find_passages(self) -> list[Quote]:
        """Return the quotations of the sentence with the marked passages that no report has taken."""
        for placed in self.context.passages:
            if placed.number not in self.taken:
                self._add_passage(placed)
        return self.quotes

    def is_reported_itself(self) -> bool:
        """Say whether the reports of the sentence stand in the Konjunktiv: *Er habe gefragt, ob sie komme*."""
        return all(map(self._is_in_konjunktiv, self.quotes))

    def _is_in_konjunktiv(self, quote: Quote) -> bool:
        if quote.cue is None or quote.cue.kind != "verb" or quote.rules == ("indirect-before-verb",):
            return False
        spans = quote.cue.spans
        words = (word for word in self.context.sentence.words if any(span.contains(word.span) for span in spans))
        clauses = (self.context.clauses.of(word) for word in words)
        finite = next((clause.finite for clause in clauses if clause is not None), None)
        if finite is None:
            finite = next((m.finite for m in self.context.main_clauses()), None)
        return finite is not None and is_konjunktiv_1(finite)

    # -- verbs --------------------------------------------------------------------------------------------------------

    def _has_source_instead(self, report: Report, named: list[Source]) -> bool:
        """Say whether a phrase names the source, not an unknown verb: *Laut Norda brannte es, Öl sei ausgelaufen*."""
        if report.complement != "konjunktiv" or report.cue.licenses:
            return False
        first = report.content[0][0]
        stretches = report.content if self.context.separator_before(first) == ":" else (*report.content, *report.frame)
        return any(inside(source.frame, stretches) for source in named)

    def _channels(self, report: Report, named: list[Source]) -> Iterator[int]:
        """Yield the sources that are only the channel of a report: *sagte X laut Sender*."""
        if report.complement not in ("quotation", "left"):
            return
        for place, source in enumerate(named):
            if source.kind == "preposition" and inside(source.frame, report.frame) and source.speaker is not None:
                yield place

    def _add_report(self, report: Report, named: list[Source]) -> None:
        roles = roles_of(self.context, report.cue, report.previous)
        through = [named[place].speaker for place in self._channels(report, named)]
        channels = tuple(channel for channel in through if channel is not None)
        quote = Quote(
            type="indirect",
            spans=(),
            sentence=self.context.number,
            rules=(report.rule,),
            cue=CueWords(spans_of_words(report.cue_words), report.cue.lemma, "verb"),
            frame=frame_spans(self.context, report.frame),
            speaker=roles.speaker or self._named_in_frame(report, named),
            via=(*roles.via, *channels),
            addressee=roles.addressee,
            medium=report.cue.medium,
        )
        first = len(self.quotes)
        for placed in report.passages:
            split = len(report.passages) > 1
            if not is_named(placed) or split or self.context.word(placed.first).masked:
                self._add_direct(quote, placed, first if len(self.quotes) > first else None)
        spans = self.context.spans(report.content)
        if spans:
            self.quotes.append(evolve(quote, spans=spans, mood=mood_in(self.context, report.content)))

    def _named_in_frame(self, report: Report, named: list[Source]) -> Mention | None:
        """Return the source before a colon: *Nach Darstellung der Anklage ging es um Geld: Ott habe …*."""
        if report.complement != "konjunktiv" or report.cue.licenses:
            return None
        return next((source.speaker for source in named if inside(source.frame, report.frame)), None)

    def _add_direct(self, pattern: Quote, placed: Placed, continues: int | None = None) -> None:
        self.taken.add(placed.number)
        self.quotes.append(
            evolve(
                pattern,
                type="direct",
                spans=(placed.passage.marked.span,),
                passage=placed.number,
                continues=continues,
                mood=None,
            )
        )

    # -- phrases and nouns --------------------------------------------------------------------------------------------

    def _add_source(self, source: Source, reports: list[Report], named: list[Source]) -> None:
        pattern = Quote(
            type="indirect",
            spans=(),
            sentence=self.context.number,
            rules=(source.rule,),
            cue=CueWords(spans_of_words(source.cue), source.lemma, source.kind),
            frame=frame_spans(self.context, (source.frame,)),
            speaker=source.speaker,
            via=source.via,
            addressee=source.addressee,
            medium=source.verb.medium if source.verb else _SOURCE_MEDIUM.get(source.lemma, "speech_or_writing"),
        )
        if source.rule == "so-X" and self._add_speech_with_so(pattern, source):
            return
        appended = self._appended_passage(source)
        if appended is not None:
            self._add_direct(pattern, appended)
            return
        content = self._source_content(source, reports, named)
        spans = self._without_frame(content, source.frame)
        if spans:
            first, last = source.frame
            pieces = ((content[0], first - 1), (last + 1, content[1]))
            mood = mood_in(self.context, pieces)
            opens = source.rule == "source-zufolge" and first == 1
            self.quotes.append(evolve(pattern, spans=spans, mood=mood or ("indicative" if opens else None)))

    def _appended_passage(self, source: Source) -> Placed | None:
        """Return the passage between commas that alone is the words of *wie X sagt*: *…, „ungern“, wie X sagt*."""
        before = self.context.passage_at(source.frame[0] - 1)
        if source.rule != "wie-X-mitteilte" or before is None or is_named(before) or source.frame[0] == 1:
            return None
        closed = before.last == source.frame[0] - 1
        return before if closed and self.context.separator_before(before.first) in (",", "–", "—") else None

    def _add_speech_with_so(self, pattern: Quote, source: Source) -> bool:
        before = self.context.passage_at(source.frame[0] - 1)
        if before is None or not self._stands_alone(before):
            return False
        first = len(self.quotes)
        self._add_direct(pattern, before)
        after = self.context.passage_at(source.frame[1] + 1)
        if after is not None:
            self._add_direct(pattern, after, first)
        return True

    def _stands_alone(self, placed: Placed) -> bool:
        masked = self.context.word(placed.first).masked
        return masked or self.context.trimmed(1, placed.first - 1) is None

    def _source_content(self, source: Source, reports: list[Report], named: list[Source]) -> tuple[int, int]:
        """Return the stretch that a source covers: its clause if that is subordinate or reported, else the sentence."""
        if any(inside(source.frame, report.content) for report in reports):
            return source.clause.start, source.clause.end
        if source.clause.kind in ("subordinate", "relative", "infinitive") and source.rule != "wie-X-mitteilte":
            return source.clause.start, self._with_infinitive(source.clause)
        if source.rule == "wie-X-mitteilte" and (fronted := self._fronted_before(source)) is not None:
            return fronted.start, max(fronted.end, source.frame[0] - 1)
        floor = max([0, *(r.end for r in reports if r.end < source.frame[0] and r.content)]) + 1
        quoted = [r.passages[-1].last for r in reports if r.passages and r.passages[-1].last < source.frame[0]]
        if source.rule == "wie-X-mitteilte":
            floor = max([floor, *(last + 1 for last in quoted)])
            if self.context.separator_before(source.frame[0]) in (":", ";"):
                floor = source.frame[0]
        wie = [other.frame for other in named if other.rule == "wie-X-mitteilte" and other is not source]
        floor = max([floor, *(last + 1 for first, last in wie if first == 1 and last < source.frame[0])])
        last = self.context.length
        for other in named:
            rival = other is not source and other.clause.kind == "main" == source.clause.kind
            if rival and other.clause != source.clause:
                if other.clause.start > source.clause.start:
                    last = min(last, other.clause.start - 1)
                else:
                    floor = max(floor, source.clause.start)
        after = [clause.start - 1 for clause in (*self._comments(source), *self._other_reports(source))]
        return floor, min([last, *after])

    def _with_infinitive(self, clause: Clause) -> int:
        """Return the last place of a dependent clause with the infinitive that completes it."""
        following = (other for other in self.context.clauses.all if other.start == clause.end + 2)
        after = next(following, None)
        return after.end if after is not None and after.kind == "infinitive" else clause.end

    def _fronted_before(self, source: Source) -> Clause | None:
        """Return the clause in front that a *wie*-clause belongs to: *Dass X geht, wie Y sagt, ist neu*."""
        clauses = self.context.clauses
        parent = None if source.clause.parent is None else clauses.all[source.clause.parent]
        if parent is not None and parent.kind in ("relative", "subordinate") and _surrounds(parent, source.frame):
            return parent
        before = clauses.before(source.clause)
        after = next((other for other in clauses.all if other.start > source.frame[1]), None)
        if before is None or before.kind != "subordinate" or before.start != 1 or after is None:
            return None
        return before if after.finite is not None and after.words[0] == after.finite else None

    def _other_reports(self, source: Source) -> Iterator[Clause]:
        """Yield the main clauses behind a source in which others speak: *Laut X sind es 20; Y spricht von „40“*."""
        for clause in self.context.main_clauses() if source.clause.kind == "main" else ():
            cue = verb_cue(self.context.sentence, self.context.clauses, clause)
            if clause.start <= source.frame[1] or cue is None or clause == source.clause:
                continue
            quoted = any(clause.start < placed.first <= clause.end for placed in self.context.passages)
            told = clause.finite is not None and not is_konjunktiv_1(clause.finite)
            if quoted and told and (cue.licenses or cue.lemma in table("reported_acts")):
                yield clause

    def _comments(self, source: Source) -> Iterator[Clause]:
        """Yield the clauses with *was* in which somebody else answers the source: *…, was Bern bestreitet*."""
        for clause in self.context.clauses.all:
            cue = verb_cue(self.context.sentence, self.context.clauses, clause)
            answers = cue is not None and cue.lemma in _ANSWERING
            if answers and clause.start > source.frame[1] and clause.opens_with("was"):
                yield clause

    def _without_frame(self, content: tuple[int, int], frame: tuple[int, int]) -> tuple[Span, ...]:
        pieces = [(content[0], frame[0] - 1), (frame[1] + 1, content[1])]
        return self.context.spans(piece for piece in pieces if piece[0] <= piece[1])

    def _add_noun(self, found: NounReport, reports: list[Report]) -> None:
        """Take a noun with its clause unless a verb has it already."""
        start = found.clause.start
        if any(first <= start <= last for report in reports for first, last in report.content):
            return
        spans = self.context.spans([(start, found.end)])
        if not spans:
            return
        self.quotes.append(
            Quote(
                type="indirect",
                spans=spans,
                sentence=self.context.number,
                rules=("noun-with-clause",),
                cue=CueWords(spans_of_words(found.cue), found.noun.lemma, "noun"),
                frame=frame_spans(self.context, ((1, start - 1), (found.end + 1, self.context.length))),
                speaker=found.speaker or self._verb_subject(found.noun.index),
                addressee=() if found.addressee is None else (found.addressee.span,),
                mood=mood_in(self.context, ((start, found.end),)),
                medium="speech_or_writing",
            )
        )

    def _add_konjunktiv(self, found: MarkedClause) -> None:
        """Take a clause whose Konjunktiv alone says that it is reported, unless something has it already."""
        if found.speaker is not None and not speaks(found.speaker.head):
            return
        spans = self.context.spans([(found.clause.start, found.end)])
        if not spans or any(part.overlaps(span) for quote in self.quotes for part in quote.spans for span in spans):
            return
        frame = ((found.main.start, found.clause.start - 1), (found.end + 1, found.main.end))
        self.quotes.append(
            Quote(
                type="indirect",
                spans=spans,
                sentence=self.context.number,
                rules=("konjunktiv-in-clause",),
                frame=frame_spans(self.context, frame),
                speaker=found.speaker,
                mood=mood_in(self.context, ((found.clause.start, found.end),)),
                medium="speech_or_writing",
            )
        )

    def _verb_subject(self, place: int) -> Mention | None:
        clause = self.context.clauses.of(self.context.word(place))
        cue = None if clause is None else verb_cue(self.context.sentence, self.context.clauses, clause)
        if cue is None:
            return None
        speaker = roles_of(self.context, cue, None).speaker
        word = self.context.word(place)
        return None if speaker is None or speaker.span.contains(word.span) else speaker

    # -- marked passages ----------------------------------------------------------------------------------------------

    def _names_speaker(self, placed: Placed) -> bool:
        """Say whether a passage is a part of somebody's name: *sagte Ina Ott vom „Bündnis Wald“*."""
        span = placed.passage.marked.span
        named = (quote.speaker for quote in self.quotes if quote.speaker is not None)
        return any(speaker.span != span and speaker.span.contains(span) for speaker in named)

    def _add_passage(self, placed: Placed) -> None:
        if self._names_speaker(placed):
            return
        fragment = self._may_be_fragment(placed) and self.discourse.allows("fragment-in-report")
        container = self._container(placed) if fragment else None
        if container is not None:
            self._add_fragment(placed, container)
            return
        rules = (
            self._governed,
            self._declined,
            self._seen,
            self._after_name,
            self._before_dash,
            self._free_standing,
            self._beside_report,
            self._unannounced,
        )
        patterns = (rule(placed) for rule in rules)
        allowed = (found for found in patterns if found is not None and self.discourse.allows(found.rules[0]))
        pattern = next(allowed, None)
        if pattern is not None:
            self._add_direct(pattern, placed)

    def _may_be_fragment(self, placed: Placed) -> bool:
        return may_be_fragment(placed) or self._is_reproach(placed)

    def _is_reproach(self, placed: Placed) -> bool:
        """See somebody's words, though a hyphen ties them to a noun, in ``Ott beklagte die „Null“-Reaktion``."""
        found = self._clause_cue(placed) if placed.passage.reason == "part_of_compound" else None
        if found is None or found[1].lemma not in _REPROACHING:
            return False
        speaker = roles_of(self.context, found[1], None).speaker
        return speaker is not None and not speaker.span.overlaps(placed.passage.marked.span)

    def _container(self, placed: Placed) -> int | None:
        """Return the place of the smallest quotation that holds a passage."""
        span = placed.passage.marked.span
        holding = [
            (sum(map(len, quote.spans)), place)
            for place, quote in enumerate(self.quotes)
            if quote.passage is None and any(part.contains(span) for part in quote.spans)
        ]
        return min(holding)[1] if holding else None

    def _add_fragment(self, placed: Placed, container: int) -> None:
        outer = self.quotes[container]
        own = self._own_speaker(placed, outer)
        pattern = own or evolve(outer, rules=("fragment-in-report",), continues=None)
        self._add_direct(evolve(pattern, container=container), placed)

    def _own_speaker(self, placed: Placed, outer: Quote) -> Quote | None:
        """Return the roles of a fragment whose own clause names another speaker: *ihr Sohn habe „…“ gerufen*."""
        found = self._clause_cue(placed)
        if (
            found is None
            or outer.cue is None
            or found[1].lemma not in _UTTERING | (_PREDICATIVE if outer.rules == ("indirect-before-verb",) else set())
        ):
            return None
        clause, cue = found
        nested = clause.start > 1 or outer.rules == ("indirect-before-verb",)
        if not nested or any(word.span == outer.cue.spans[0] for word in cue.words):
            return None
        roles = roles_of(self.context, cue, None)
        return None if roles.speaker is None else self._clause_pattern(clause, cue, roles, placed)

    def _clause_cue(self, placed: Placed) -> tuple[Clause, VerbCue] | None:
        clause = self.context.clauses.of(self.context.word(placed.first))
        cue = None if clause is None else verb_cue(self.context.sentence, self.context.clauses, clause)
        return None if clause is None or cue is None else (clause, cue)

    def _governed(self, placed: Placed) -> Quote | None:
        """Take the fragment in the clause of a reporting verb: ``Ott nannte das „übereilt“``."""
        found = self._clause_cue(placed)
        if found is None:
            return None
        clause, cue = found
        if (
            self._only_names(cue, placed)
            or cue.is_known
            or cue.is_negated
            or cue.is_open
            or not self._takes_fragment(cue, placed)
        ):
            return None
        roles = roles_of(self.context, cue, None)
        if roles.speaker is None and not cue.is_passive and cue.lemma != "Rede sein":
            return None
        if roles.speaker is not None and roles.speaker.span.overlaps(placed.passage.marked.span):
            return None
        return self._clause_pattern(clause, cue, roles, placed)

    def _only_names(self, cue: VerbCue, placed: Placed) -> bool:
        """Say whether a participle behind a comma gives a thing its name: *mit dem Gerät, genannt „Ida“, gemessen*."""
        behind = cue.verb.index == placed.first - 1 and self.context.separator_before(cue.verb.index) == ","
        return behind and cue.verb.text == "genannt"

    def _declined(self, placed: Placed) -> Quote | None:
        """Take the words with which somebody declines: ``Die Reederei wollte das „nicht bewerten“``."""
        found = self._clause_cue(placed)
        words = [word for word in self.context.words(placed.first, placed.last) if word.upos != "PUNCT"]
        finite = None if found is None else found[0].finite
        if found is None or finite is None or finite.text.lower() not in _WANTING or placed.first < finite.index:
            return None
        says_no = any(word.text == "nicht" for word in words[:3]) and is_nonfinite(words[-1])
        speaker = subject_mention(self.context) if says_no else None
        if speaker is None or not speaks(speaker.head):
            return None
        return self._clause_pattern(found[0], found[1], Roles(speaker, (), ()), placed)

    def _seen(self, placed: Placed) -> Quote | None:
        """Take what something is for somebody: ``Für die Wirtin ist das „der größte Unsinn“``."""
        viewer = None if is_named(placed) else seen_by(self.context)
        clause = self.context.clauses.of(self.context.word(placed.first))
        if viewer is None or clause is None or clause.number or placed.last + 1 < clause.end:
            return None
        frame = frame_around(self.context, 1, max(clause.end, placed.last), self._with_joined(placed))
        return Quote(
            type="direct",
            spans=(),
            sentence=self.context.number,
            rules=("fragment-of-verb",),
            frame=frame,
            speaker=viewer,
            medium="speech_or_writing",
        )

    def _takes_fragment(self, cue: VerbCue, placed: Placed) -> bool:
        before = self.context.word(placed.first - 1).text.lower() if placed.first > 1 else ""
        if cue.lemma in _NEVER_FRAGMENT or (
            any(word.text.lower() == "sich" for word in cue.words) and cue.lemma == "nennen"
        ):
            return False
        if cue.lemma in _PREDICATIVE:
            return before == "als" or cue.lemma in ("nennen", "zurückweisen") or self._may_be_fragment(placed)
        if cue.lemma in ("skandieren", "rufen", "schreien"):
            return True
        return self._may_be_fragment(placed) and (bool(cue.licenses) or cue.lemma in table("reported_acts"))

    def _clause_pattern(self, clause: Clause, cue: VerbCue, roles: Roles, placed: Placed) -> Quote:
        first = 1 if clause.kind == "main" and clause.number == 0 else clause.start
        last = max(clause.end, placed.last)
        return Quote(
            type="direct",
            spans=(),
            sentence=self.context.number,
            rules=("fragment-of-verb",),
            cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
            frame=frame_around(self.context, first, last, self._with_joined(placed)),
            speaker=self._without_verb(placed) or roles.speaker,
            via=roles.via,
            addressee=roles.addressee,
            medium=cue.medium,
        )

    def _without_verb(self, placed: Placed) -> Mention | None:
        """Return who speaks by the verb of the clause before: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*."""
        before = next((other for other in reversed(self.context.passages) if other.last < placed.first), None)
        between = () if before is None else self.context.words(before.last + 1, placed.first - 1)
        words = [word for word in between if word.upos not in ("PUNCT", "CCONJ")]
        if not words or between[0].text not in (",", "und", ";") or words[-1].index != placed.first - 1:
            return None
        named = words[-1].upos in ("NOUN", "PROPN") and speaks(words[-1])
        if not named or any(word.upos not in ("DET", "ADJ", "NOUN", "PROPN") for word in words):
            return None
        return Mention(self.context.span(words[0].index, words[-1].index), words[-1], self.context.number)

    def _with_joined(self, placed: Placed) -> Span:
        """Return the span of a passage with those that *und* or a comma joins to it."""
        first, last = placed, placed
        for other in self.context.passages:
            if other.first > last.last and self._only_joins(last.last + 1, other.first - 1):
                last = other
        for other in reversed(self.context.passages):
            if other.last < first.first and self._only_joins(other.last + 1, first.first - 1):
                first = other
        return Span(first.passage.marked.span.start, last.passage.marked.span.end)

    def _only_joins(self, first: int, last: int) -> bool:
        return all(word.upos in ("CCONJ", "PUNCT") for word in self.context.words(first, last))

    def _after_name(self, placed: Placed) -> Quote | None:
        """``Bürgermeister Ott: „Wir bauen.“``."""
        context = self.context
        if context.separator_before(placed.first) != ":" or placed.first < 3 or placed.passage.kind != "quotation":
            return None
        colon = placed.first - 1
        start = name_before(context, placed)
        before = context.clauses.of(context.word(placed.first - 2))
        if start or before is None or before.finite is not None:
            return self._after_dash(start, colon) if start else None
        heads = [word for word in before.words if word.upos in ("PROPN", "NOUN", "PRON") and not word.masked]
        if not heads:
            return None
        return self._before_colon(before.start, colon, mention(context, heads[0], before, whole=True))

    def _after_dash(self, start: int, colon: int) -> Quote:
        """Return the roles of a passage whose speaker stands between a dash and the colon of a headline."""
        head = next(
            word for word in self.context.words(start, colon) if word.upos in ("PROPN", "NOUN", "X", "ADJ", "DET")
        )
        return self._before_colon(start, colon, Mention(self.context.span(start, colon - 1), head, self.context.number))

    def _before_colon(self, start: int, colon: int, speaker: Mention | None) -> Quote:
        return Quote(
            type="direct",
            spans=(),
            sentence=self.context.number,
            rules=("direct-after-name",),
            cue=CueWords((self.context.word(colon).span,), ":", "colon"),
            frame=(self.context.span(start, colon),),
            speaker=speaker,
            medium="speech",
        )

    def _before_dash(self, placed: Placed) -> Quote | None:
        """``„…“ – Försterin Judith Arnold``."""
        context = self.context
        if placed.last + 2 > context.length or context.word(placed.last + 1).text not in ("–", "—"):
            return None
        after = context.words(placed.last + 2, context.length)
        if len(after) > 12 or any(word.upos in ("VERB", "AUX") for word in after):
            return None
        heads = [word for word in after if word.upos in ("PROPN", "NOUN")]
        if not heads:
            return None
        return Quote(
            type="direct",
            spans=(),
            sentence=context.number,
            rules=("direct-before-dash",),
            frame=frame_spans(context, ((placed.last + 1, context.length),)),
            speaker=self._behind(placed.last + 2, heads[0]),
            medium="speech",
        )

    def _behind(self, first: int, head: Word) -> Mention:
        trimmed = self.context.trimmed(first, self.context.length) or (first, first)
        return Mention(self.context.span(*trimmed), head, self.context.number)

    def _free_standing(self, placed: Placed) -> Quote | None:
        """Take a passage that is a sentence of its own: the line before announces it, or whoever speaks goes on."""
        if placed.passage.kind != "quotation" or not self._stands_free():
            return None
        told = None if self.quotes else announced(self.context, self.discourse.before(self.context))
        if told is not None and self.discourse.allows(told.rules[0]):
            return told
        speaker = self._current_speaker()
        if speaker is None:
            return None
        return Quote(
            type="direct",
            spans=(),
            sentence=self.context.number,
            rules=("direct-continues-speaker",),
            speaker=speaker,
            medium="speech",
        )

    def _beside_report(self, placed: Placed) -> Quote | None:
        """Take a passage in a sentence that reports already: ``als „aggressiv“ und „herausfordernd“``."""
        if placed.passage.kind not in ("quotation", "fragment"):
            return None
        span = placed.passage.marked.span
        outer = [quote for quote in self.quotes if not _is_within_other(quote, self.quotes)]
        before = [quote for quote in outer if quote.spans[0].start < span.start]
        beside = next(iter([*reversed(before), *outer]), None)
        if beside is None:
            return None
        return evolve(beside, rules=("direct-beside-report",), container=None, continues=None)

    def _unannounced(self, placed: Placed) -> Quote | None:
        """Take a passage that is surely quoted, in a sentence whose verb does not say so: its subject speaks."""
        if placed.passage.kind != "quotation" or self._is_named_behind(placed):
            return None
        found = self._clause_cue(placed)
        if found is not None and (found[1].is_negated or found[1].is_known or found[1].lemma in _PERFORMING):
            return None
        speaker = subject_mention(self.context)
        if speaker is not None and speaker.span.overlaps(placed.passage.marked.span):
            speaker = None
        return Quote(
            type="direct",
            spans=(),
            sentence=self.context.number,
            rules=("direct-unannounced",),
            speaker=speaker or self._current_speaker(),
            medium="speech_or_writing",
        )

    def _is_named_behind(self, placed: Placed) -> bool:
        """Say whether *so der Titel* behind a passage tells that it is a name."""
        after = [word.text.lower() for word in self.context.words(placed.last + 1, placed.last + 5)]
        return after[:2] == [",", "so"] and any(form.endswith(NAMINGS) for form in after[2:])

    def _current_speaker(self) -> Mention | None:
        if self.quotes:
            return self.quotes[-1].speaker
        if self.discourse.follows(self.context):
            return self.discourse.speaker
        before = self.discourse.before(self.context)
        subject = None if before is None else subject_mention(before)
        if self.context.number - self.discourse.sentence > 2:
            return subject
        return subject if subject is not None and _is_somebody(subject.head) else self.discourse.speaker

    def _stands_free(self) -> bool:
        """Say whether the sentence holds nothing but marked passages."""
        return all(
            word.upos == "PUNCT" or self.context.passage_at(word.index) is not None
            for word in self.context.sentence.words
        )
