"""From sentences to quotations: the rules in their fixed order, precise ones first, and what the discourse remembers.

1. verbs with their complements, direct and indirect (:mod:`~quotetrack.quotes.verbal`)
2. phrases that name a source (:mod:`~quotetrack.quotes.prepositional`)
3. marked passages that neither has taken: fragments in reported speech, in the clause of a reporting verb, after a
   colon, and free-standing ones that continue a speaker
4. sentences without a report of their own: back-reference, Konjunktiv, *soll*, speech acts
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, evolve, field

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, lemma_of, main_verb, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import first_mood, is_authors_guess, is_konjunktiv, is_konjunktiv_1
from quotetrack.phrases import case_of
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.prepositional import Source, sources
from quotetrack.quotes.roles import addressee_of, mention, speaker_of
from quotetrack.quotes.verbal import Report, is_quoted, is_silent, verbal_reports
from quotetrack.spans import Span, without
from quotetrack.syntax import SUBJECTS, Word
from quotetrack.vocabulary import Medium, Mood

_BACK_REFERENCES: Final = frozenset({"das", "dies"})
_SOURCE_MEDIUM: Final[dict[str, Medium]] = {"so": "speech", "wie": "speech_or_writing"}


@define
class Discourse:
    """Who is speaking now: the last speaker with the sentence that named him, and whether that sentence quoted."""

    speaker: Mention | None = None
    sentence: int = -9
    quotes: list[Quote] = field(factory=list)


def find_quotes(contexts: tuple[Context, ...]) -> list[Quote]:
    """Return the quotations of a text in text order of their sentences."""
    discourse = Discourse()
    for context in contexts:
        own = _sentence_quotes(context, discourse)
        if own:
            _remember(discourse, context, own)
        else:
            _sentence_level(context, contexts, discourse)
    return discourse.quotes


def _remember(discourse: Discourse, context: Context, own: list[Quote]) -> None:
    base = len(discourse.quotes)
    for quote in own:
        shifted = quote
        if quote.container is not None:
            shifted = evolve(shifted, container=quote.container + base)
        if quote.continues is not None:
            shifted = evolve(shifted, continues=quote.continues + base)
        discourse.quotes.append(shifted)
    discourse.sentence = context.number
    outer = [quote for quote in own if quote.container is None and quote.speaker is not None]
    if outer:
        discourse.speaker = outer[-1].speaker


# -- one sentence -----------------------------------------------------------------------------------------------------


def _sentence_quotes(context: Context, discourse: Discourse) -> list[Quote]:
    quotes: list[Quote] = []
    taken: set[int] = set()
    reports = list(verbal_reports(context))
    named = list(sources(context))
    used: set[int] = set()
    for report in reports:
        quotes += _verbal_quotes(context, report, reports, named, used, taken, len(quotes))
    for place, source in enumerate(named):
        if place not in used:
            quotes += _source_quotes(context, source, reports, taken)
    quotes += _fragments(context, quotes, taken)
    quotes += _governed(context, taken, reports)
    quotes += _free_standing(context, quotes, taken, discourse)
    return quotes


def _verbal_quotes(
    context: Context,
    report: Report,
    reports: list[Report],
    named: list[Source],
    used: set[int],
    taken: set[int],
    base: int,
) -> list[Quote]:
    cue = report.cue
    speaker = speaker_of(context, cue, report.previous)
    frame = context_spans(context, report.frame)
    via: list[Mention] = []
    if report.passages:
        for place, source in enumerate(named):
            if source.kind == "preposition" and _inside(source.frame, report.frame) and source.speaker is not None:
                used.add(place)
                via.append(source.speaker)
    common = {
        "sentence": context.number,
        "cue": CueWords(_spans_of_words(report.cue_words), cue.lemma, "verb"),
        "frame": frame,
        "speaker": speaker,
        "via": tuple(via),
        "addressee": addressee_of(context, cue, speaker),
        "medium": cue.medium,
    }
    found: list[Quote] = []
    for number, placed in enumerate(report.passages):
        if placed.passage.kind == "name" and not context.word(placed.first).masked:
            continue
        taken.add(placed.number)
        found.append(
            Quote(
                type="direct",
                spans=(placed.passage.marked.span,),
                rules=(report.rule,),
                passage=placed.number,
                continues=base if number else None,
                **common,  # type: ignore[arg-type]
            )
        )
    if report.content:
        spans = _content_spans(context, report.content)
        if spans:
            found.append(
                Quote(type="indirect", spans=spans, rules=(report.rule,), mood=_mood(context, report.content), **common)  # type: ignore[arg-type]
            )
    return found


def context_spans(context: Context, pieces: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans of a frame: final stops off, commas and colons in."""
    found = []
    for first, last in pieces:
        while last >= first and _is_stop(context.word(last)):
            last -= 1
        if first <= last:
            found.append(context.span(first, last))
    return tuple(found)


def _is_stop(word: Word) -> bool:
    return not word.masked and word.upos == "PUNCT" and word.text in (".", "!", "?", "…")


def _spans_of_words(words: Iterable[Word]) -> tuple[Span, ...]:
    """Return the spans of words, neighbours joined."""
    found: list[Span] = []
    last: int | None = None
    for word in words:
        if last is not None and word.index == last + 1:
            found[-1] = Span(found[-1].start, max(word.span.end, found[-1].end))
        else:
            found.append(word.span)
        last = word.index
    return tuple(found)


def _content_spans(context: Context, content: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return context.spans(content)


def _inside(piece: tuple[int, int], stretches: Iterable[tuple[int, int]]) -> bool:
    return any(first <= piece[0] and piece[1] <= last for first, last in stretches)


def _mood(context: Context, content: Iterable[tuple[int, int]]) -> Mood | None:
    """Return the mood of the first finite verb in the content."""
    stretches = list(content)
    finite = [clause.finite for clause in context.clauses.all if clause.finite is not None]
    inside = [word for word in finite if any(first <= word.index <= last for first, last in stretches)]
    return first_mood(sorted(inside, key=lambda word: word.index))


# -- phrases ----------------------------------------------------------------------------------------------------------


def _source_quotes(context: Context, source: Source, reports: list[Report], taken: set[int]) -> list[Quote]:
    content = _source_content(context, source, reports)
    if source.rule == "so-X":
        direct = _passage_before(context, source)
        if direct is not None:
            taken.add(direct.number)
            return [_from_source(context, source, (direct.passage.marked.span,), "direct", direct.number)]
    spans = _cut(context, content, source.frame)
    if not spans:
        return []
    return [_from_source(context, source, spans, "indirect", None, content)]


def _passage_before(context: Context, source: Source) -> Placed | None:
    placed = context.passage_at(source.frame[0] - 1)
    if placed is None:
        return None
    before = context.trimmed(1, placed.first - 1)
    return placed if before is None or context.word(placed.first).masked else None


def _source_content(context: Context, source: Source, reports: list[Report]) -> tuple[int, int]:
    for report in reports:
        if _inside(source.frame, report.content):
            first = min(word.index for word in source.clause.words)
            return first, source.clause.end
    if source.clause.kind in ("subordinate", "relative", "infinitive") and source.rule != "wie-X-mitteilte":
        return source.clause.start, source.clause.end
    floor = 1
    for report in reports:
        if report.end < source.frame[0] and report.content:
            floor = max(floor, report.end + 1)
    return floor, context.length


def _cut(context: Context, content: tuple[int, int], frame: tuple[int, int]) -> tuple[Span, ...]:
    pieces = [(content[0], frame[0] - 1), (frame[1] + 1, content[1])]
    return context.spans(piece for piece in pieces if piece[0] <= piece[1])


def _from_source(
    context: Context,
    source: Source,
    spans: tuple[Span, ...],
    kind: str,
    passage: int | None,
    content: tuple[int, int] = (1, 0),
) -> Quote:
    frame = source.frame
    return Quote(
        type=kind,  # type: ignore[arg-type]
        spans=spans,
        sentence=context.number,
        rules=(source.rule,),
        cue=CueWords(_spans_of_words(source.cue), source.lemma, source.kind),
        frame=context_spans(context, (frame,)),
        speaker=source.speaker,
        mood=_mood(context, (content,)) if passage is None else None,
        medium=source.verb.medium if source.verb else _SOURCE_MEDIUM.get(source.lemma, "speech_or_writing"),
        passage=passage,
    )


# -- marked passages --------------------------------------------------------------------------------------------------


def _fragments(context: Context, quotes: list[Quote], taken: set[int]) -> list[Quote]:
    found: list[Quote] = []
    for placed in context.passages:
        if placed.number in taken or not _may_be_fragment(placed):
            continue
        container = _container(placed.passage.marked.span, quotes)
        if container is None:
            continue
        taken.add(placed.number)
        outer = quotes[container]
        found.append(
            evolve(
                outer,
                type="direct",
                spans=(placed.passage.marked.span,),
                rules=("fragment-in-report",),
                passage=placed.number,
                container=container,
                continues=None,
                mood=None,
            )
        )
    return found


def _may_be_fragment(placed: Placed) -> bool:
    return placed.passage.kind in ("quotation", "undecided")


def _container(span: Span, quotes: list[Quote]) -> int | None:
    """Return the smallest quotation that holds a passage."""
    holding = [
        (sum(map(len, quote.spans)), place)
        for place, quote in enumerate(quotes)
        if quote.passage is None and any(part.contains(span) for part in quote.spans)
    ]
    return min(holding)[1] if holding else None


def _governed(context: Context, taken: set[int], reports: list[Report]) -> list[Quote]:
    """Take the fragments in the clause of a reporting verb: ``Ott nannte das „übereilt“``."""
    found: list[Quote] = []
    for placed in context.passages:
        if placed.number in taken or not _may_be_fragment(placed):
            continue
        clause = context.clauses.of(context.word(placed.first))
        if clause is None:
            continue
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or cue.is_known or cue.is_negated or not _takes_fragment(cue):
            continue
        speaker = speaker_of(context, cue)
        if speaker is None and not cue.is_passive:
            continue
        taken.add(placed.number)
        found.append(
            Quote(
                type="direct",
                spans=(placed.passage.marked.span,),
                sentence=context.number,
                rules=("fragment-of-verb",),
                cue=CueWords(_spans_of_words(cue.words), cue.lemma, "verb"),
                frame=_clause_frame(context, clause, placed),
                speaker=speaker,
                addressee=addressee_of(context, cue, speaker),
                medium=cue.medium,
                passage=placed.number,
            )
        )
    return found


def _takes_fragment(cue: VerbCue) -> bool:
    return bool(cue.licenses) or cue.lemma in table("reported_acts")


def _clause_frame(context: Context, clause: Clause, placed: Placed) -> tuple[Span, ...]:
    first = 1 if clause.kind == "main" else clause.start
    whole = context.span(first, max(clause.end, placed.last))
    marked = placed.passage.marked.span
    return tuple(span for span in (_stripped(piece, context.text) for piece in without(whole, [marked])) if len(span))


def _stripped(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return Span(start, end)


def _free_standing(context: Context, quotes: list[Quote], taken: set[int], discourse: Discourse) -> list[Quote]:
    found: list[Quote] = []
    for placed in context.passages:
        if placed.number in taken or placed.passage.kind != "quotation":
            continue
        colon = _verbless_colon(context, placed)
        if colon is not None:
            taken.add(placed.number)
            found.append(colon)
            continue
        if not _stands_free(context, placed):
            continue
        near = context.number - discourse.sentence <= 2
        if discourse.speaker is None and not quotes:
            continue
        speaker = quotes[-1].speaker if quotes else (discourse.speaker if near else None)
        if speaker is None:
            continue
        taken.add(placed.number)
        found.append(
            Quote(
                type="direct",
                spans=(placed.passage.marked.span,),
                sentence=context.number,
                rules=("direct-continues-speaker",),
                speaker=speaker,
                medium="speech",
                passage=placed.number,
            )
        )
    return found


def _stands_free(context: Context, placed: Placed) -> bool:
    """Say whether a passage is a sentence of its own."""
    after = [word for word in context.words(placed.last + 1, context.length) if word.upos != "PUNCT"]
    before = [word for word in context.words(1, placed.first - 1) if word.upos != "PUNCT"]
    return not after and not before


def _verbless_colon(context: Context, placed: Placed) -> Quote | None:
    """``Bürgermeister Ott: „Wir bauen.“``."""
    if context.separator_before(placed.first) != ":" or placed.first < 3:
        return None
    before = context.clauses.of(context.word(placed.first - 2))
    if before is None or before.finite is not None:
        return None
    heads = [word for word in before.words if word.upos in ("PROPN", "NOUN", "PRON") and not word.masked]
    if not heads:
        return None
    head = next(
        (word for word in heads if word.relation == "root" or word.head not in {w.index for w in heads}), heads[0]
    )
    colon = context.word(placed.first - 1)
    return Quote(
        type="direct",
        spans=(placed.passage.marked.span,),
        sentence=context.number,
        rules=("direct-after-name",),
        cue=CueWords((colon.span,), ":", "colon"),
        frame=(context.span(before.start, placed.first - 1),),
        speaker=mention(context, head, before),
        medium="speech",
        passage=placed.number,
    )


# -- sentences without a report of their own --------------------------------------------------------------------------


def _sentence_level(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> None:
    for rule in (_back_reference, _konjunktiv, _hearsay, _speech_act):
        if rule(context, contexts, discourse):
            return


def _back_reference(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> bool:
    """``Das Bad schließt. Das gab die Stadt bekannt.``."""
    first = context.word(1)
    if first.text.lower() not in _BACK_REFERENCES or first.upos not in ("PRON", "DET") or context.number == 0:
        return False
    clause = context.clauses.of(first)
    if clause is None or clause.finite is None or clause.finite.index != 2:
        return False
    cue = verb_cue(context.sentence, context.clauses, clause)
    if cue is None or is_silent(cue) or not ("i" in cue.licenses or cue.lemma in ("bestätigen", "hervorgehen")):
        return False
    before = contexts[context.number - 1]
    content = before.trimmed(1, before.length)
    if content is None or discourse.sentence == before.number:
        return False
    speaker = speaker_of(context, cue)
    if speaker is not None and speaker.head.index == 1:
        return False
    quote = Quote(
        type="indirect",
        spans=(before.span(*content),),
        sentence=context.number,
        rules=("back-reference",),
        cue=CueWords(_spans_of_words(cue.words), cue.lemma, "verb"),
        frame=context_spans(context, ((2, context.length),)),
        speaker=speaker,
        mood=_mood(before, (content,)),
        medium=cue.medium,
    )
    discourse.quotes.append(quote)
    discourse.sentence = context.number
    discourse.speaker = speaker or discourse.speaker
    return True


def _whole(context: Context) -> Span | None:
    trimmed = context.trimmed(1, context.length)
    if trimmed is None:
        return None
    last = context.length
    while last > trimmed[1] and context.word(last).text not in (".", "!", "?", "…"):
        last -= 1
    return context.span(trimmed[0], last)


def _konjunktiv(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> bool:
    """A sentence in the Konjunktiv that continues a speaker: ``Der Plan sei unbezahlbar.``."""
    mains = context.main_clauses()
    follows = discourse.sentence == context.number - 1
    first = [main for main in mains if main.finite is not None and is_konjunktiv_1(main.finite)]
    second = [main for main in mains if main.finite is not None and is_konjunktiv(main.finite)]
    if not first and not (second and follows):
        return False
    if _first_person(context):
        return False
    speaker = _continued_speaker(context, contexts, discourse)
    span = _whole(context)
    if span is None:
        return False
    mood: Mood = "subjunctive_1" if first else "subjunctive_2"
    _append_sentence(context, discourse, "indirect_free_indirect", span, speaker, "konjunktiv-continues-speaker", mood)
    return True


def _append_sentence(
    context: Context, discourse: Discourse, kind: str, span: Span, speaker: Mention | None, rule: str, mood: Mood
) -> None:
    """Add a whole sentence as a quotation, or lengthen the one before it."""
    last = discourse.quotes[-1] if discourse.quotes else None
    medium = last.medium if last is not None and last.speaker == speaker else "speech"
    place = len(discourse.quotes)
    outer = next((n for n in range(place - 1, -1, -1) if discourse.quotes[n].container is None), None)
    before = discourse.quotes[outer] if outer is not None else None
    if before is not None and outer is not None and before.type == kind and before.sentence == context.number - 1:
        joined = Span(before.spans[0].start, span.end)
        discourse.quotes[outer] = evolve(before, spans=(joined,), sentence=context.number)
        container = outer
    else:
        discourse.quotes.append(
            Quote(
                type=kind,  # type: ignore[arg-type]
                spans=(span,),
                sentence=context.number,
                rules=(rule,),
                speaker=speaker,
                mood=mood,
                medium=medium,
            )
        )
        container = place
    for placed in context.passages:
        if _may_be_fragment(placed):
            discourse.quotes.append(
                Quote(
                    type="direct",
                    spans=(placed.passage.marked.span,),
                    sentence=context.number,
                    rules=("fragment-in-sentence",),
                    speaker=discourse.quotes[container].speaker,
                    medium=medium,
                    passage=placed.number,
                    container=container,
                )
            )
    discourse.sentence = context.number
    discourse.speaker = speaker or discourse.speaker


def _first_person(context: Context) -> bool:
    return any(
        word.text.lower() in ("ich", "wir", "mich", "mir", "uns") and not context.passage_at(word.index)
        for word in context.sentence.words
    )


def _continued_speaker(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> Mention | None:
    if discourse.sentence == context.number - 1 or context.number == 0:
        return discourse.speaker
    before = contexts[context.number - 1]
    for main in before.main_clauses():
        own = {word.index for word in main.words}
        for word in main.words:
            if word.relation in SUBJECTS and word.head in own and word.text.lower() not in ("es", "das", "dies"):
                return mention(before, word, main)
    return discourse.speaker


def _hearsay(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> bool:
    """``Der Täter soll geflohen sein.``: *soll* after a report, or with an infinitive of the perfect."""
    for main in context.main_clauses():
        finite = main.finite
        if finite is None or lemma_of(finite) != "sollen" or finite.text.lower() in ("sollte", "sollten"):
            continue
        perfect = _perfect_infinitive(main)
        if discourse.sentence == context.number - 1 or perfect:
            span = _whole(context)
            if span is not None:
                near = discourse.sentence == context.number - 1
                _append_sentence(
                    context,
                    discourse,
                    "free_indirect",
                    span,
                    discourse.speaker if near else None,
                    "soll-hearsay",
                    "indicative",
                )
                return True
    return False


def _perfect_infinitive(clause: Clause) -> bool:
    words = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX")]
    participle = any(word.features.get("VerbForm") == "Part" for word in clause.words)
    return participle and bool(words) and words[-1] in ("haben", "sein")


def _speech_act(context: Context, contexts: tuple[Context, ...], discourse: Discourse) -> bool:
    """``Die Partei fordert Neuwahlen.``: a speech act with a noun phrase for its content."""
    for main in context.main_clauses():
        cue = verb_cue(context.sentence, context.clauses, main)
        if cue is None or cue.is_negated or cue.modal is not None or cue.is_passive:
            continue
        if not _is_speech_act(context, cue):
            continue
        speaker = speaker_of(context, cue)
        if speaker is None:
            continue
        span = _whole(context)
        if span is None:
            return False
        discourse.quotes.append(
            Quote(
                type="reported",
                spans=(span,),
                sentence=context.number,
                rules=("speech-act",),
                cue=CueWords(_spans_of_words(cue.words), cue.lemma, "verb"),
                speaker=speaker,
                addressee=addressee_of(context, cue, speaker),
                mood="indicative",
                medium=cue.medium,
            )
        )
        place = len(discourse.quotes) - 1
        for placed in context.passages:
            if _may_be_fragment(placed):
                discourse.quotes.append(
                    evolve(
                        discourse.quotes[place],
                        type="direct",
                        spans=(placed.passage.marked.span,),
                        rules=("fragment-in-sentence",),
                        passage=placed.number,
                        container=place,
                        mood=None,
                    )
                )
        discourse.sentence = context.number
        discourse.speaker = speaker
        return True
    return False


def _is_speech_act(context: Context, cue: VerbCue) -> bool:
    entry = table("reported_acts").get(cue.lemma)
    if entry is None:
        return False
    need = entry[0]
    own = {word.index for word in cue.clause.words}
    children = [child for child in context.sentence.children(cue.verb) if child.index in own]
    if need == "obj":
        return any(
            child.relation in ("obj", "obl:arg", "iobj") and child.upos in ("NOUN", "PROPN") for child in children
        )
    prepositions = set(need.split("|"))
    return any(
        (word.upos in ("ADP", "CCONJ", "SCONJ") and word.text.lower() in _fused(prepositions))
        for word in cue.clause.words
    )


def _fused(prepositions: set[str]) -> set[str]:
    fused = {
        "von": {"von", "vom"},
        "zu": {"zu", "zum", "zur"},
        "vor": {"vor", "vorm"},
        "an": {"an", "am", "ans"},
        "auf": {"auf", "aufs"},
        "für": {"für", "fürs"},
        "mit": {"mit"},
        "als": {"als"},
        "über": {"über", "übers"},
    }
    return set().union(*(fused.get(preposition, {preposition}) for preposition in prepositions))
