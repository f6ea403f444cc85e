"""Marked fragments: in reported speech, and in the clause of a verb that reports (*Ott nannte das „übereilt“*)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause, is_nonfinite
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.lexicon import table
from quotetrack.quotes.building import frame_around, spans_of_words
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.discourse import seen_by, subject_mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.roles import Roles, roles_of
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.quotes.subjects import speaks
from quotetrack.spans import Span

_PREDICATIVE: Final = frozenset(
    "bezeichnen nennen beschimpfen titulieren charakterisieren einstufen werten kritisieren loben verspotten geißeln"
    " abtun umschreiben beschreiben zurückweisen würdigen verurteilen bewerten".split()
)
_TALKS: Final = (
    "interview", "gespräch", "podcast", "sendung", "talkshow", "magazin", "zeitung", "beitrag", "kolumne", "artikel",
    "kommentar", "essay",
)  # fmt: skip
_WANTING: Final = frozenset("will wollte wollen wollten möchte möchten mochte kann könne konnte konnten".split())
_UTTERING: Final = frozenset({"rufen", "schreien", "sagen", "antworten", "fragen"})
_REPROACHING: Final = frozenset(
    "kritisieren beklagen bemängeln anprangern rügen monieren geißeln verurteilen tadeln beanstanden".split()
)
_NEVER_FRAGMENT: Final = frozenset("finden ausgehen lauten heißen heissen anschließen stehen veröffentlichen".split())


def is_fragment(context: Context, placed: Placed) -> bool:
    """Say whether a passage in reported speech is somebody's words: no name or title, or one that is a reproach."""
    return not is_named(placed) or _is_reproach(context, placed)


def _is_reproach(context: Context, placed: Placed) -> bool:
    """See somebody's words, though a hyphen ties them to a noun, in ``Ott beklagte die „Null“-Reaktion``."""
    found = clause_cue(context, placed) if placed.passage.reason == "part_of_compound" else None
    if found is None or found[1].lemma not in _REPROACHING:
        return False
    speaker = roles_of(context, found[1], None).speaker
    return speaker is not None and not speaker.span.overlaps(placed.passage.marked.span)


def add_fragment(quotes: SentenceQuotes, placed: Placed, container: int) -> None:
    """Take a passage with the roles of the quotation that holds it, or those of its own clause."""
    outer = quotes.found[container]
    own = _own_speaker(quotes.context, placed, outer)
    pattern = own or evolve(outer, rules=("fragment-in-report",), continues=None)
    quotes.add_direct(evolve(pattern, container=container), placed)


def _own_speaker(context: Context, placed: Placed, outer: Quote) -> Quote | None:
    """Return the roles of a fragment whose own clause names another speaker: *ihr Sohn habe „…“ gerufen*."""
    found = clause_cue(context, placed)
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
    roles = roles_of(context, cue, None)
    return None if roles.speaker is None else _clause_pattern(context, clause, cue, roles, placed)


def clause_cue(context: Context, placed: Placed) -> tuple[Clause, VerbCue] | None:
    """Return the clause in which a passage begins, with its verb."""
    clause = context.clauses.of(context.word(placed.first))
    cue = None if clause is None else verb_cue(context.sentence, context.clauses, clause)
    return None if clause is None or cue is None else (clause, cue)


def governed(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take the fragment in the clause of a reporting verb: ``Ott nannte das „übereilt“``."""
    context = quotes.context
    found = clause_cue(context, placed)
    if found is None:
        return None
    clause, cue = found
    if (
        _only_names(context, cue, placed)
        or (cue.is_known and not _is_seen_as(context, cue, placed))
        or cue.is_negated
        or cue.is_open
        or not _takes_fragment(context, cue, placed)
    ):
        return None
    roles = roles_of(context, cue, None)
    if roles.speaker is None and not cue.is_passive and cue.lemma != "Rede sein":
        return None
    named = (roles.speaker, *roles.via)
    if any(mention is not None and mention.span.overlaps(placed.passage.marked.span) for mention in named):
        return None
    return _clause_pattern(context, clause, cue, roles, placed)


def _only_names(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a participle behind a comma gives a thing its name: *mit dem Gerät, genannt „Ida“, gemessen*."""
    behind = cue.verb.index == placed.first - 1 and context.separator_before(cue.verb.index) == ","
    return behind and cue.verb.text == "genannt"


def is_talked_in(context: Context, placed: Placed) -> bool:
    """Say whether a passage names where somebody talks: *sagte im Interview mit der „Zeit am Morgen“*."""
    before = [word.text.lower() for word in context.words(max(1, placed.first - 4), placed.first - 1)]
    capital = context.text[placed.passage.marked.content_spans[0].start].isupper()
    talks = any(form.endswith(_TALKS) for form in before)
    return capital and talks and bool(set(before) & {"mit", "in", "bei", "für"})


def _is_seen_as(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether somebody tells as what he sees a thing: *Der Autor sieht sein Buch als „Liebeserklärung“*."""
    return cue.lemma == "sehen" and placed.first > 1 and context.word(placed.first - 1).text == "als"


def declined(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take the words with which somebody declines: ``Die Reederei wollte das „nicht bewerten“``."""
    context = quotes.context
    found = clause_cue(context, placed)
    words = [word for word in context.words(placed.first, placed.last) if word.upos != "PUNCT"]
    finite = None if found is None else found[0].finite
    if found is None or finite is None or finite.text.lower() not in _WANTING or placed.first < finite.index:
        return None
    says_no = any(word.text == "nicht" for word in words[:3]) and is_nonfinite(words[-1])
    speaker = subject_mention(context) if says_no else None
    if speaker is None or not speaks(speaker.head):
        return None
    return _clause_pattern(context, found[0], found[1], Roles(speaker, (), ()), placed)


def seen(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take what something is for somebody: ``Für die Wirtin ist das „der größte Unsinn“``."""
    context = quotes.context
    article = context.word(placed.first - 1).text if placed.first > 1 else ""
    viewer = None if is_named(placed) and article not in ("ein", "eine") else seen_by(context)
    clause = context.clauses.of(context.word(placed.first))
    if viewer is None or clause is None or clause.number or placed.last + 1 < clause.end:
        return None
    frame = frame_around(context, 1, max(clause.end, placed.last), _with_joined(context, placed))
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("fragment-of-verb",),
        frame=frame,
        speaker=viewer,
        medium="speech_or_writing",
    )


def _takes_fragment(context: Context, cue: VerbCue, placed: Placed) -> bool:
    before = context.word(placed.first - 1).text.lower() if placed.first > 1 else ""
    if _is_seen_as(context, cue, placed):
        return is_fragment(context, placed)
    if cue.lemma in _NEVER_FRAGMENT or (
        any(word.text.lower() == "sich" for word in cue.words) and cue.lemma == "nennen"
    ):
        return False
    if cue.lemma in _PREDICATIVE:
        return before == "als" or cue.lemma in ("nennen", "zurückweisen") or is_fragment(context, placed)
    if cue.lemma in ("skandieren", "rufen", "schreien"):
        return True
    return is_fragment(context, placed) and (bool(cue.licenses) or cue.lemma in table("reported_acts"))


def _clause_pattern(context: Context, clause: Clause, cue: VerbCue, roles: Roles, placed: Placed) -> Quote:
    first = 1 if clause.kind == "main" and clause.number == 0 else clause.start
    last = max(clause.end, placed.last)
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("fragment-of-verb",),
        cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
        frame=frame_around(context, first, last, _with_joined(context, placed)),
        speaker=_without_verb(context, placed) or roles.speaker,
        via=roles.via,
        addressee=roles.addressee,
        medium=cue.medium,
    )


def _without_verb(context: Context, placed: Placed) -> Mention | None:
    """Return who speaks by the verb of the clause before: *Ott nennt das „Unsinn“, Brehm „einen Anfang“*."""
    before = next((other for other in reversed(context.passages) if other.last < placed.first), None)
    between = () if before is None else context.words(before.last + 1, placed.first - 1)
    words = [word for word in between if word.upos not in ("PUNCT", "CCONJ")]
    if not words or between[0].text not in (",", "und", ";") or words[-1].index != placed.first - 1:
        return None
    named = words[-1].upos in ("NOUN", "PROPN") and speaks(words[-1])
    if not named or any(word.upos not in ("DET", "ADJ", "NOUN", "PROPN") for word in words):
        return None
    return Mention(context.span(words[0].index, words[-1].index), words[-1], context.number)


def _with_joined(context: Context, placed: Placed) -> Span:
    """Return the span of a passage with those that *und* or a comma joins to it."""
    first, last = placed, placed
    for other in context.passages:
        if other.first > last.last and _only_joins(context, last.last + 1, other.first - 1):
            last = other
    for other in reversed(context.passages):
        if other.last < first.first and _only_joins(context, other.last + 1, first.first - 1):
            first = other
    return Span(first.passage.marked.span.start, last.passage.marked.span.end)


def _only_joins(context: Context, first: int, last: int) -> bool:
    return all(word.upos in ("CCONJ", "PUNCT") for word in context.words(first, last))
