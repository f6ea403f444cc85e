"""Quotations that a sentence reports by a verb, a phrase that names a source, a noun or the Konjunktiv of a clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, lemma_of, verb_cue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.phrases import case_of
from quotetrack.quotes.building import frame_spans, inside, mood_in, spans_of_words
from quotetrack.quotes.cases import is_nominative
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.direct_speech import ends_sentence
from quotetrack.quotes.discourse import is_new_paragraph, seen_by
from quotetrack.quotes.marked_clauses import MarkedClause, konjunktiv_clauses
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.nominals import is_thing, speaks
from quotetrack.quotes.nouns import NounReport, denied, noun_before, noun_reports, with_noun
from quotetrack.quotes.only_person import only_person
from quotetrack.quotes.prepositional import sources
from quotetrack.quotes.reporting import Report, is_reported
from quotetrack.quotes.roles import Roles, roles_of, speaker_of
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.quotes.source_contents import appended_passage, covered_by, names_speaker_of
from quotetrack.quotes.source_phrases import Source
from quotetrack.quotes.subjects import subject_of
from quotetrack.quotes.verbal import verbal_reports
from quotetrack.spans import Span
from quotetrack.syntax import SUBJECTS, Word
from quotetrack.vocabulary import Medium

_SOURCE_MEDIUM: Final[dict[str, Medium]] = {"so": "speech", "laut": "speech_or_writing"}

_PLAINLY_SAYING: Final = frozenset("sagen rufen erklären schreiben antworten erwidern entgegnen fragen heißen".split())
"""Verbs that say nothing but that somebody spoke."""
_EXISTING: Final = frozenset("bestehen ergehen herrschen vorherrschen geben".split())
"""Verbs that only say that there is an act of speaking: *An die Stadt erging die Aufforderung, …*."""
_HIS_OWN: Final = frozenset(
    "anfügen aufrechterhalten aufstellen aussprechen bekräftigen begründen bringen einbringen einreichen erheben"
    " erläutern erneuern formulieren geben haben hegen knüpfen konkretisieren machen präsentieren präzisieren"
    " rechtfertigen relativieren richten setzen stellen stützen unterbreiten untermauern unterstreichen verbinden"
    " verbreiten verkünden verknüpfen verteidigen vertreten vorbringen vorlegen vortragen wagen wiederholen"
    " zurücknehmen zurückziehen äußern übermitteln".split()
)
"""Verbs of what somebody does with what he says himself: *Die Forderung, zu gehen, wiederholte Ott*."""
_KNOWN: Final = ("enntnisstand", "issensstand", "enntnis", "enntnissen")
"""Ends of nouns for what is known, which nobody says where nobody is named behind them."""
_FURTHER: Final = frozenset({"weiter", "weiters", "ferner", "weiterhin"})
"""Adverbs behind *hieß es* by which whoever spoke before goes on."""
_GOING_ON: Final = (
    "Zur Begründung",
    "Als Begründung",
    "Als Grund",
    "Zur Erklärung",
    "Weiter ",
    "Weiterhin ",
    "Ferner ",
)
"""What opens a frame in which whoever spoke last goes on."""


def find_reports(quotes: SentenceQuotes) -> list[Quote]:
    """Return what the sentence reports by a verb, a phrase or a noun; places count from the first."""
    context = quotes.context
    allows = quotes.discourse.allows
    before = quotes.discourse.before(context)
    named = [source for source in sources(context, before) if allows(source.rule)]
    by_verbs = (report for report in verbal_reports(context) if allows(report.rule))
    own = (report for report in by_verbs if not _is_in_row(context, report))
    reports = _without_rivals(context, [report for report in own if not _has_source_instead(context, report, named)])
    reports = _before_others(context, _one_for_each_passage(reports))
    used = {place for report in reports for place in _channels(report, named)}
    for report in reports:
        if not any(names_speaker_of(source, report) for source in named):
            _add_report(quotes, report, named)
    for place, source in enumerate(named):
        is_own = _is_own_view(context, source, reports) or _is_what_is_known(context, source, reports)
        if place not in used and not is_own:
            _add_source(quotes, source, reports, named)
    if allows("noun-with-clause"):
        for found in noun_reports(context):
            if not any(source.rule == "so-X" and _holds(source, found.noun) for source in named):
                _add_noun(quotes, found, reports)
    if allows("konjunktiv-in-clause"):
        for marked in konjunktiv_clauses(context):
            _add_konjunktiv(quotes, marked)
    return quotes.found


def _without_rivals(context: Context, reports: list[Report]) -> list[Report]:
    """Leave out a verb before the colon where one of saying has the clause: *Es traf Ott: …, sagte sie*."""
    framed = (report for report in reports if report.rule == "indirect-before-verb" and report.cue.licenses)
    told = [piece for report in framed for piece in report.content]
    return [
        report
        for report in reports
        if report.complement != "konjunktiv"
        or not (_is_begun_within(report, told) or _is_all_within(report, told))
        or (report.cue.licenses and context.separator_before(report.content[0][0]) != ":")
    ]


def _before_others(context: Context, reports: list[Report]) -> list[Report]:
    """Return reports that end before the semicolon behind which others have theirs: *A bat zu gehen; | es …, so B*."""
    framed = [report.content[0][0] for report in reports if report.rule == "indirect-before-verb"]
    starts = [place for place in framed if context.separator_before(place) == ";"]
    return [_cut_at(report, starts) for report in reports]


def _cut_at(report: Report, starts: list[int]) -> Report:
    """Return a report whose last stretch ends before a place within it."""
    if not report.content:
        return report
    first, last = report.content[-1]
    within = [start - 2 for start in starts if first < start - 2 < last]
    return evolve(report, content=(*report.content[:-1], (first, within[0]))) if within else report


def _one_for_each_passage(reports: list[Report]) -> list[Report]:
    """Leave out a verb that leads up to a passage which another has: *Ott hofft, dass der Verband zustimmt: „…“*.

    The outer one has it, unless the inner one says nothing but that somebody speaks: *…, dass der Verband sagte: „…“*.
    """
    leading = [report for report in reports if report.rule == "direct-after-colon"]
    lost: list[Report] = []
    for outer, inner in pairwise(leading):
        if outer.passages[:1] == inner.passages[:1] and inner.cue.clause.kind == "subordinate":
            lost.append(outer if inner.cue.lemma in _PLAINLY_SAYING else inner)
    return [report for report in reports if not any(report is one for one in lost)]


def _is_begun_within(report: Report, told: list[tuple[int, int]]) -> bool:
    """Say whether what a report holds begins in what others hold, whose frame stands behind: not in its own."""
    start = report.content[0][0]
    return any(first <= start <= last and report.cue.verb.index < first for first, last in told)


def _is_all_within(report: Report, told: list[tuple[int, int]]) -> bool:
    """Say whether a verb of the plural tells in a row what others say: *Sie arbeiteten viel, das sei gut, sagt Ott*."""
    is_main = report.cue.clause.kind == "main" and report.cue.clause.start in (first for first, _ in told)
    return is_main and inside((report.cue.clause.start, report.content[-1][1]), tuple(told))


def _holds(source: Source, word: Word) -> bool:
    return source.frame[0] <= word.index <= source.frame[1]


def is_reported_itself(quotes: SentenceQuotes) -> bool:
    """Say whether the reports of the sentence stand in the Konjunktiv: *Er habe gefragt, ob sie komme*."""
    context = quotes.context
    return all(_is_in_konjunktiv(context, quote) or _is_source_within(context, quote) for quote in quotes.found)


def _is_source_within(context: Context, quote: Quote) -> bool:
    """Say whether a clause below one in the Konjunktiv names its own source: *Er trage Helm, was laut Ott hilft*."""
    main = next((clause.finite for clause in context.main_clauses()), None)
    if main is None or not is_konjunktiv_1(main) or quote.cue is None or quote.cue.kind == "verb":
        return False
    named = next(word for word in context.sentence.words if word.span.start == quote.cue.spans[0].start)
    clause = context.clauses.of(named)
    return clause is not None and clause.kind in ("relative", "subordinate")


def is_noun_of_nobody(quote: Quote) -> bool:
    """Say whether a noun has a clause of which nobody is named who says it: *Es bestehe keine Hoffnung, …*."""
    return quote.rules == ("noun-with-clause",) and quote.speaker is None


def _is_in_konjunktiv(context: Context, quote: Quote) -> bool:
    named = quote.rules == ("noun-with-clause",)
    if quote.cue is None or not (quote.cue.kind == "verb" or named) or quote.rules == ("indirect-before-verb",):
        return False
    spans = quote.cue.spans
    words = (word for word in context.sentence.words if any(span.contains(word.span) for span in spans))
    clauses = (context.clauses.of(word) for word in words)
    finite = next((clause.finite for clause in clauses if clause is not None), None)
    if finite is None and (not named or is_noun_of_nobody(quote)):
        finite = next((m.finite for m in context.main_clauses()), None)
    return finite is not None and (is_konjunktiv_1(finite) or finite.text == "hätten")


def _has_source_instead(context: Context, report: Report, named: list[Source]) -> bool:
    """Say whether a phrase reports, not an unknown verb: *Laut Norda brannte es, Öl sei ausgelaufen*."""
    if report.complement != "konjunktiv":
        return False
    first = report.content[0][0]
    clause = context.clauses.of(context.word(first))
    if context.word(first).upos == "VERB" and _has_object_before(report.cue):
        return any(
            source.clause == clause for source in named
        )  # hatte das Amt informiert, passiert sei laut Ott nichts
    if report.cue.licenses and report.cue.lemma != "stehen":
        return False
    noun = None if clause is None else noun_before(context, clause)
    if clause is not None and (
        with_noun(context, clause) or (noun is not None and noun == subject_of(context, report.cue))
    ):
        return True
    stretches = report.content if context.separator_before(first) == ":" else (*report.content, *report.frame)
    return any(inside(source.frame, stretches) for source in named)


def _is_in_row(context: Context, report: Report) -> bool:
    """Say whether a thing is told of and more follows: *Die Spuren sprächen dafür, sicher sei es nicht*.

    Or a verb has its object, and more is told of that: *Das Land habe Geld zugesagt, gekommen sei nichts*.
    """
    finite = report.cue.clause.finite
    row = report.complement == "konjunktiv" and (is_reported(report.cue.clause) or _may_be_reported(context, report))
    if row and _has_object_before(report.cue) and context.word(report.content[0][0]).upos == "VERB":
        return True
    subject = subject_of(context, report.cue) if row and not report.cue.grants("i") else None
    if subject is None or finite is None or (subject.index > finite.index and not report.cue.is_passive):
        return False
    return is_thing(context, subject)


def _may_be_reported(context: Context, report: Report) -> bool:
    """Say whether a verb that is none of saying may be a Konjunktiv II too: *Die Zinsen drückten, das sehe er*."""
    finite, place = report.cue.clause.finite, report.content[0][0]
    plain = not report.cue.licenses and context.separator_before(place) == ","
    return plain and finite is not None and finite.upos == "VERB" and finite.text.endswith("ten")


def _has_object_before(cue: VerbCue) -> bool:
    """Say whether a noun stands before a verb as its object: *habe | Geld | zugesagt*."""
    return any(
        word.relation == "obj" and word.upos == "NOUN" and word.index < cue.verb.index for word in cue.clause.words
    )


def _channels(report: Report, named: list[Source]) -> Iterator[int]:
    """Yield the sources that are only the channel of a report: *sagte X laut Sender*."""
    if report.complement not in ("quotation", "left"):
        return
    for place, source in enumerate(named):
        apart = source.clause.kind == "relative" and source.clause != report.cue.clause
        within = source.kind == "preposition" and inside(source.frame, report.frame) and not apart
        if within and source.speaker is not None:
            yield place


def _add_report(quotes: SentenceQuotes, report: Report, named: list[Source]) -> None:
    context = quotes.context
    in_turn = None if report.speaker is None else Roles(report.speaker, (), ())
    roles = in_turn or roles_of(context, report.cue, report.previous)
    channels = (named[place] for place in _channels(report, named))
    through = [source.speaker for source in channels if not (_is_time_of(source) or _is_own(context, source))]
    via = tuple(channel for channel in through if channel is not None)
    quote = Quote(
        type="indirect",
        spans=(),
        sentence=context.number,
        rules=(report.rule,),
        cue=CueWords(spans_of_words(report.cue_words), report.cue.lemma, "verb"),
        frame=frame_spans(context, report.frame),
        speaker=roles.speaker
        or _named_in_frame(report, named)
        or _going_on(quotes, report)
        or _only_before_colon(context, report, roles),
        via=(*roles.via, *via),
        addressee=roles.addressee,
        medium=report.cue.medium,
    )
    first = len(quotes.found)
    for placed in report.passages:
        split = len(report.passages) > 1
        if not is_named(placed) or split or context.word(placed.first).masked:
            quotes.add_direct(quote, placed, first if len(quotes.found) > first else None)
    content = _before_outer_source(context, report, named)
    spans = context.spans(content)
    if spans:
        quotes.found.append(evolve(quote, spans=spans, mood=mood_in(context, content)))


def _before_outer_source(context: Context, report: Report, named: list[Source]) -> tuple[tuple[int, int], ...]:
    """Return what a verb has without the *so X* behind, who says all of it: *Er hoffe, dass es gehe, | so Ott*."""
    if not report.content:
        return report.content
    start, end = report.content[-1]
    ends = [source.frame for source in named if source.rule == "so-X" and context.word(source.frame[0]).text == ","]
    outer = (first - 1 for first, last in ends if start < first <= end <= last)
    return (*report.content[:-1], (start, next(outer, end)))


def _is_own(context: Context, source: Source) -> bool:
    """Say whether a source is what whoever speaks says: *Ott fehlten nach eigener Aussage die Worte: „Nein.“*."""
    return any(word.text.startswith("eigene") for word in context.words(*source.frame))


def _is_time_of(source: Source) -> bool:
    """Say whether somebody speaks after an inquiry, and not through it: *sagte Ott nach einer ersten Untersuchung*."""
    noun = None if source.speaker is None else noun_of(source.speaker.head.text)
    return source.rule == "source-nach" and noun is not None and noun.kind == "document"


def _going_on(quotes: SentenceQuotes, report: Report) -> Mention | None:
    """Return who goes on without being named: *Ott lehnt das ab. Zur Begründung hieß es, …*, *…, hieß es weiter*."""
    clause = report.cue.clause
    impersonal = report.cue.is_passive or report.cue.lemma in ("heißen", "heissen")
    opening = quotes.context.text[clause.span.start : clause.span.end]
    further = clause.words[0] == clause.finite and any(word.text in _FURTHER for word in clause.words)
    opens = clause.kind == "main" and opening.startswith(_GOING_ON)
    if not (impersonal and (opens or further)) and not _has_no_subject(quotes, report.cue):
        return None
    return quotes.discourse.continued_speaker(quotes.context)


def _has_no_subject(quotes: SentenceQuotes, cue: VerbCue) -> bool:
    """Say whether a sentence begins with a verb, or what is taken for one, whose subject is who spoke before.

    ``„…“, sagte Ott. Und fügte hinzu: „…“``, ``Dann leiser: „…“``
    """
    clause, before = cue.clause, quotes.discourse.before(quotes.context)
    if before is None or is_new_paragraph(before, quotes.context) or cue.is_passive or clause.number:
        return False
    if cue.lemma in ("heißen", "heissen") or clause.kind not in ("main", "verb_first"):
        return False
    if clause.words[0].upos not in ("VERB", "AUX", "CCONJ", "ADV", "ADJ"):
        return False
    nominal = [word for word in clause.words if word.upos in ("NOUN", "PROPN", "PRON", "DET") and not word.masked]
    bare = [word for word in nominal if word.relation in SUBJECTS or word.upos == "PRON"]
    return not (bare if cue.licenses else nominal)


def _is_own_view(context: Context, source: Source, reports: list[Report]) -> bool:
    """Say whether somebody reports his own view: *Seiner Meinung nach sei das falsch, sagte Ott*."""
    first, last = source.frame
    words = context.words(first, last)
    owned = source.kind == "preposition" and any(word.features.get("Poss") == "Yes" for word in words[:2])
    return owned and any(
        report.rule == "indirect-before-verb" and inside((first, last), report.content) for report in reports
    )


def _is_what_is_known(context: Context, source: Source, reports: list[Report]) -> bool:
    """Say whether a source is what whoever speaks knows so far: *Nach bisherigem Kenntnisstand sei …, sagte Ott*."""
    first, last = source.frame
    bare = any(word.text.endswith(_KNOWN) for word in context.words(last, last)) and source.rule == "source-nach"
    told = source.clause.finite is not None and is_konjunktiv_1(source.clause.finite)
    return bare and (told or any(inside((first, last), report.content) for report in reports))


def _named_in_frame(report: Report, named: list[Source]) -> Mention | None:
    """Return the source before a colon: *Nach Darstellung der Anklage ging es um Geld: Ott habe …*."""
    if report.complement != "konjunktiv" or (report.cue.licenses and report.cue.lemma != "stehen"):
        return None
    return next((source.speaker for source in named if inside(source.frame, report.frame)), None)


def _only_before_colon(context: Context, report: Report, roles: Roles) -> Mention | None:
    """Return for whom something is so, or the one person told of before a colon: *Ähnlich klingt es bei | Ott*."""
    told = report.complement == "konjunktiv" and context.separator_before(report.content[0][0]) == ":"
    if not (told or report.rule == "direct-after-colon") or report.cue.is_passive or roles.addressee:
        return None
    person = seen_by(context) or only_person(context)
    return person if person is not None and person.head.relation not in SUBJECTS else None


def _add_source(quotes: SentenceQuotes, source: Source, reports: list[Report], named: list[Source]) -> None:
    context = quotes.context
    pattern = Quote(
        type="indirect",
        spans=(),
        sentence=context.number,
        rules=(source.rule,),
        cue=CueWords(spans_of_words(source.cue), source.lemma, source.kind),
        frame=frame_spans(context, (source.frame,)),
        speaker=source.speaker,
        via=source.via,
        addressee=source.addressee,
        medium=source.verb.medium if source.verb else _SOURCE_MEDIUM.get(source.lemma, "speech_or_writing"),
    )
    if source.rule == "so-X" and _add_speech_with_so(quotes, pattern, source):
        return
    opened = _behind_colon(context, source) if source.frame[0] == 1 else None
    if opened is not None and ends_sentence(context, opened):
        quotes.add_direct(pattern, opened)
        return
    appended = appended_passage(context, source)
    if appended is not None:
        quotes.add_direct(pattern, appended)
        return
    content = covered_by(context, source, reports, named)
    spans = _without_frame(context, content, source.frame)
    if spans:
        first, last = source.frame
        pieces = ((content[0], first - 1), (last + 1, content[1]))
        mood = mood_in(context, pieces)
        opens = source.rule == "source-zufolge" and first == 1
        quotes.found.append(evolve(pattern, spans=spans, mood=mood or ("indicative" if opens else None)))


def _add_speech_with_so(quotes: SentenceQuotes, pattern: Quote, source: Source) -> bool:
    context = quotes.context
    before = context.passage_at(source.frame[0] - 1)
    reasoned = None if before is not None else _behind_colon(context, source)
    if reasoned is not None:
        quotes.add_direct(pattern, reasoned)
        return True
    if before is None or not _stands_alone(context, before):
        return False
    first = len(quotes.found)
    quotes.add_direct(pattern, before)
    after = context.passage_at(source.frame[1] + 1)
    if after is not None:
        quotes.add_direct(pattern, after, first)
    return True


def _behind_colon(context: Context, source: Source) -> Placed | None:
    """Return the passage behind a colon before whose *so X* nothing but a conjunction stands: *Denn, so Ott: „…“*."""
    after = context.passage_at(min(source.frame[1] + 2, context.length))
    told = after is not None and after.first == source.frame[1] + 2 and context.separator_before(after.first) == ":"
    leading = context.words(1, source.frame[0] - 1)
    return after if told and all(word.upos in ("CCONJ", "SCONJ", "ADV", "PUNCT") for word in leading) else None


def _stands_alone(context: Context, placed: Placed) -> bool:
    masked = context.word(placed.first).masked
    return masked or context.trimmed(1, placed.first - 1) is None


def _without_frame(context: Context, content: tuple[int, int], frame: tuple[int, int]) -> tuple[Span, ...]:
    pieces = [(content[0], frame[0] - 1), (frame[1] + 1, content[1])]
    return context.spans(piece for piece in pieces if piece[0] <= piece[1])


def _goes_on_telling(context: Context, found: NounReport) -> bool:
    """Say whether the author goes on behind a noun: *Ott kam mit Fragen, | und Kern hatte keine Antworten*."""
    joined = context.word(found.clause.start).text.lower() in ("und", "aber", "doch", "denn")
    return joined and mood_in(context, ((found.clause.start, found.end),)) == "indicative"


def _add_noun(quotes: SentenceQuotes, found: NounReport, reports: list[Report]) -> None:
    """Take a noun with its clause unless a verb has it already."""
    context = quotes.context
    start = found.clause.start
    if any(first <= start <= last for report in reports for first, last in report.content):
        return
    spans = context.spans([(start, found.end)])
    if not spans or _goes_on_telling(context, found):
        return
    quotes.found.append(
        Quote(
            type="indirect",
            spans=spans,
            sentence=context.number,
            rules=("noun-with-clause",),
            cue=CueWords(spans_of_words(_with_its_verb(context, found)), found.noun.lemma, "noun"),
            frame=frame_spans(context, ((1, start - 1), (found.end + 1, _end_of_frame(context, found)))),
            speaker=found.speaker
            or _verb_subject(context, found)
            or _giving_reason(context, found)
            or _from_whom(context, found)
            or _continuing(quotes, found),
            addressee=_spoken_to(context, found),
            mood=mood_in(context, ((start, found.end),)),
            medium="speech_or_writing",
        )
    )


def _with_its_verb(context: Context, found: NounReport) -> tuple[Word, ...]:
    """Return the cue of a noun with the verb whose subject has it: *Die Anklage hegt den Verdacht, …*."""
    clause = context.clauses.of(found.noun)
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    governed = case_of(context.sentence, found.noun) is not None
    if clause is None or cue is None or found.speaker is not None or governed or clause.end > found.noun.index + 1:
        return found.cue
    if cue.lemma not in _EXISTING and _verb_subject(context, found) is None:
        return found.cue
    expletive = [word for word in clause.words if word.text.lower() == "es"] if cue.lemma in _EXISTING else []
    words = {word.index: word for word in (*cue.words, *found.cue, *expletive)}
    return tuple(words[place] for place in sorted(words))


def _spoken_to(context: Context, found: NounReport) -> tuple[Span, ...]:
    """Return whom a noun is directed at, by its own *an* or that of its verb: *richtete an die Stadt den Appell, …*."""
    if found.addressee is not None:
        return (found.addressee.span,)
    clause = context.clauses.of(found.noun)
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    if clause is None or cue is None or cue.lemma not in ("richten", "wenden", "ergehen"):
        return ()
    named = (word for word in clause.words if word.upos in ("NOUN", "PROPN") and not word.masked)
    head = next((word for word in named if case_of(context.sentence, word) == "an"), None)
    if head is None:
        return ()
    spoken = mention(context, head, clause).span
    before = [word for word in context.words(head.index, found.noun.index) if word.text == "mit"]
    return (Span(spoken.start, context.word(before[-1].index - 1).span.end) if before else spoken,)


def _continuing(quotes: SentenceQuotes, found: NounReport) -> Mention | None:
    """Return who goes on behind a label without a name: *Der Verband lehnt das ab. Die Begründung: Es fehle Geld*."""
    label = (
        found.noun.index == len(("Die", "Begründung")) and quotes.context.separator_before(found.clause.start) == ":"
    )
    return quotes.discourse.continued_speaker(quotes.context) if label else None


def _add_konjunktiv(quotes: SentenceQuotes, found: MarkedClause) -> None:
    """Take a clause whose Konjunktiv alone says that it is reported, unless something has it already."""
    context = quotes.context
    if found.speaker is not None and not speaks(found.speaker.head):
        return
    spans = context.spans([(found.clause.start, found.end)])
    if not spans or any(part.overlaps(span) for quote in quotes.found for part in quote.spans for span in spans):
        return
    frame = ((found.main.start, found.clause.start - 1), (found.end + 1, found.main.end))
    quotes.found.append(
        Quote(
            type="indirect",
            spans=spans,
            sentence=context.number,
            rules=("konjunktiv-in-clause",),
            frame=frame_spans(context, frame),
            speaker=found.speaker,
            mood=mood_in(context, ((found.clause.start, found.end),)),
            medium="speech_or_writing",
        )
    )


def _end_of_frame(context: Context, found: NounReport) -> int:
    """Return the last place of the frame of a noun: with its clause, unless nothing of it stands behind the report."""
    clause = context.clauses.of(found.noun)
    if clause is not None and clause.kind == "main" and clause.end < found.end:
        return found.end
    return _before_speech(context, found.end)


def _before_speech(context: Context, place: int) -> int:
    """Return the last place of a frame that goes on behind a clause: before a passage behind a colon."""
    later = (placed.first for placed in context.passages if placed.first > place)
    speech = next((first for first in later if context.separator_before(first) == ":"), None)
    return context.length if speech is None else speech - 1


def _is_responded_to(context: Context, clause: Clause, cue: VerbCue, noun: Word) -> bool:
    """Say whether somebody else has said what a verb of saying responds to: *Zum Vorwurf, er lüge, sagte Ott, …*."""
    preposition, before = case_of(context.sentence, noun), context.word(max(1, noun.index - 1))
    towards = preposition in ("zu", "zum", "zur") or (preposition == "auf" and before.text in ("den", "die", "das"))
    return towards and bool(cue.licenses) and noun not in cue.words and clause.kind == "main"


def _verb_subject(context: Context, found: NounReport) -> Mention | None:
    """Return the subject of the verb that has the noun, unless it denies what others say."""
    place = found.noun.index
    clause = context.clauses.of(found.noun)
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    suspected = case_of(context.sentence, found.noun) in ("in", "im", "unter") and "verdacht" in found.noun.text.lower()
    if cue is None or suspected or denied(context, cue, found.clause) is not None:
        return None
    if cue.is_negated and case_of(context.sentence, found.noun) not in ("mit", "ohne"):
        return None
    if clause is not None and _is_responded_to(context, clause, cue, found.noun):
        return None
    if clause is not None and _is_of_others(context, clause, cue, found.noun):
        return None
    speaker = roles_of(context, cue, None).speaker
    word = context.word(place)
    if speaker is not None and case_of(context.sentence, found.noun) is not None and is_thing(context, speaker.head):
        return None  # Das Gesetz komme zu früh, verbunden mit der Bitte, …
    if speaker is not None and is_nominative(context, found.noun) and case_of(context.sentence, speaker.head) is None:
        return None  # Zuspruch findet der Vorschlag, …
    return None if speaker is None or speaker.span.contains(word.span) else speaker


def _is_of_others(context: Context, clause: Clause, cue: VerbCue, noun: Word) -> bool:
    """Say whether somebody does something to what others say: *Den Rat, zu gehen, nahm Ott hin*, not *wiederholte*."""
    article = context.word(noun.index - 1) if noun.index > 1 else noun
    fronted = clause.kind == "main" and clause.finite is not None and noun.index < clause.finite.index
    known = article.text.lower() in ("der", "die", "das", "den", "dem", "diese", "diesen", "dieses", "dieser")
    known = known or (article.upos == "ADJ" and noun.index == len(("Die", "neue", "Forderung")))
    governed = case_of(context.sentence, noun) is not None
    return fronted and known and not governed and noun not in cue.words and cue.lemma not in _HIS_OWN


def _from_whom(context: Context, found: NounReport) -> Mention | None:
    """Return from whom what is said comes: *Der Vorwurf, er lüge, kommt von | Jan Ott*."""
    clause = context.clauses.of(found.noun)
    if clause is None or clause.finite is None or lemma_of(clause.finite) not in ("kommen", "stammen"):
        return None
    for word in clause.words:
        if (
            word.index > clause.finite.index
            and case_of(context.sentence, word) in ("von", "vom", "aus")
            and speaks(word)
        ):
            return mention(context, word, clause)
    return None


def _giving_reason(context: Context, found: NounReport) -> Mention | None:
    """Return who acts and gives the reason behind an infinitive: *hatte versucht, zu gehen, mit der Begründung, …*."""
    clause, lead = context.clauses.of(found.noun), context.word(max(1, found.noun.index - 2))
    apart = clause is not None and clause.kind in ("infinitive", "fragment") and lead.text == "mit"
    main = next(iter(context.main_clauses()), None)
    if not apart or main is None or lead.index == 1 or context.word(lead.index - 1).text != ",":
        return None
    cue = verb_cue(context.sentence, context.clauses, main)
    return None if cue is None or cue.is_passive or main.start > found.noun.index else speaker_of(context, cue)
