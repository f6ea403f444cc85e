"""Frames of a source that hold no content of their own: *, so X* and *wie X mitteilte*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, is_participle, lemma_of, verb_cue
from quotetrack.phrases import is_medium, is_time, is_within_attribute, mention_span, noun_phrase
from quotetrack.quotes.appositions import with_apposition
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.extents import before_topic, whole_names
from quotetrack.quotes.hearers import listener_in
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.phrase_tails import with_tail
from quotetrack.quotes.reporting import is_reported, is_wie_frame
from quotetrack.quotes.roles import roles_of
from quotetrack.quotes.source_phrases import Source, next_nominal
from quotetrack.syntax import VERBALS, Word

_DASHES: Final = ("–", "—", "-")
_BEFORE_COMMA: Final = frozenset({"ADV", "ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM"})
_THAT_ONE: Final = frozenset({"dieser", "diese", "jener", "jene"})
_ONE_OF_TWO: Final = frozenset("andere eine ältere Ältere jüngere Jüngere".split())
_AFTER_ONE: Final = ("ADP", "ADV", "PUNCT")
_COMPARED: Final = frozenset({"viel", "viele", "vielen", "wenig", "wenige", "manche", "mancher", "etwas"})
"""What behind *so* compares: *…, so viele wie nie zuvor*."""
_FOCUSING: Final = frozenset({"auch", "etwa", "jedenfalls", "zumindest", "selbst", "sogar", "unter", "anderem"})
"""Words between *so* and a source that single it out."""
_FARTHEST: Final = 6
"""So many words may stand from *so* to the noun, those within an attribute aside."""
_PERCEIVING: Final = frozenset("hören sehen beobachten bemerken merken erleben filmen zusehen zuhören spüren".split())
_WITH_INFINITIVE: Final = frozenset("haben sein brauchen bleiben drohen pflegen scheinen versuchen".split())
_ASKING: Final = frozenset({"fragen", "überlegen", "rätseln", "grübeln"})
_DEPICTING: Final = frozenset({"beschreiben", "schildern"})
_KNOWING: Final = frozenset({"wissen", "verstehen", "begreifen", "ahnen", "erklären"})
NAMINGS: Final = ("titel", "untertitel", "name", "motto", "arbeitstitel", "bezeichnung", "kürzel", "stichwort")
"""Ends of nouns that say what a thing is called: *so der Titel*."""


def so_frame(context: Context, word: Word, clause: Clause) -> Source | None:
    """Return the source behind *so* that opens a fragment: ``„Das reicht“, so Ott``."""
    head = next_nominal(context, word, clause) or _that_one(clause)
    marked = word.index > 1 and context.passage_at(word.index - 1) is not None
    if head is None or not (marked or context.separator_before(word.index) in (",", "“", "–", "-", "—")):
        return None
    between = (other for other in context.words(word.index + 1, head.index) if not other.masked)
    distance = sum(not is_within_attribute(context.sentence, other) for other in between)
    spoken_before = marked or (word.index > 2 and context.passage_at(word.index - 2) is not None)
    told = spoken_before or any(is_reported(main) for main in context.main_clauses())
    first = _behind_focus(clause) if told else clause.words[1]
    if distance > _FARTHEST or not _is_np(first, head) or _names_something(head):
        return None
    if first.text.lower() in _COMPARED:
        return None
    spoken = _within(context, head, clause)
    end = _end_of_so(context, spoken, clause)
    hearers = listener_in(context, word.index + 1, end)
    last = max(other.index for other in context.sentence.words if spoken.span.contains(other.span))
    papers = (_paper(context, last, place) for place in range(last + 1, end))
    via = tuple({paper.span: paper for paper in papers if paper is not None}.values())
    hearers = () if via else hearers
    start = word.index if marked else word.index - 1
    return Source((word,), "so", "adverb", (start, end), spoken, clause, "so-X", addressee=hearers, via=via)


def _behind_focus(clause: Clause) -> Word:
    """Return the first word of a source, behind what singles it out: *„Das reicht“, so auch | Ott*.

    Only behind what is told: *Viele kamen, so auch Ott* names one of many.
    """
    words = clause.words[1:]
    return next((word for word in words if word.text.lower() not in _FOCUSING), words[0])


def _that_one(clause: Clause) -> Word | None:
    """Return *diese*, *der andere* behind *so* without a noun: *Das reiche, so | diese*, *so der | ältere*."""
    behind = clause.words[1:]
    if len(behind) > 1 and behind[0].text in ("der", "die") and behind[1].text in _ONE_OF_TWO:
        return behind[1] if len(behind) == len(("der", "andere")) or behind[2].upos in _AFTER_ONE else None
    alone = len(behind) == 1 or (len(behind) > 1 and behind[1].upos in _AFTER_ONE)
    return behind[0] if alone and behind[0].text in _THAT_ONE and not behind[0].masked else None


def _paper(context: Context, last: int, place: int) -> Mention | None:
    """Return the paper between marks right behind a speaker: *so Huber zur | „Rundschau“*, *so Merk | der „Lupe“*."""
    placed = context.passage_at(place)
    if placed is None or placed.first > last + len(("zu", "der")) + 1:
        return None
    between = [word.text.lower() for word in context.words(last + 1, placed.first - 1)]
    capital = context.text[placed.passage.marked.content_spans[0].start].isupper()
    if not capital or not between or any(form not in ("zu", "der", "dem") for form in between):
        return None
    first = placed.first if between[0] == "zu" else placed.first - 1
    return Mention(context.span(first, placed.last), context.word(placed.first + 1), context.number)


def _end_of_so(context: Context, spoken: Mention, clause: Clause) -> int:
    """Return where *so X* ends: with its clause, but before a passage, and at a comma behind which the content goes on.

    ``Es gebe, so Ott weiter, | keinen Grund``, ``„Wir gehen“, so Ott vor Gericht, | „und zwar bald“``.
    """
    end = _clause_end(context, clause)
    told = next((c for c in context.clauses.all if clause.start < c.start <= end and _goes_on(context, c)), None)
    if told is not None:
        return told.start - 1
    last = max(word.index for word in context.sentence.words if spoken.span.contains(word.span))
    behind = _behind_apposition(context, last + 1) if "," in spoken.span.of(context.text) else None
    if behind is not None:
        return behind
    opened = context.separator_before(clause.start)
    dash = next((place for place in range(last + 1, end) if context.word(place).text == opened), None)
    if dash is not None and opened in _DASHES:
        return _with_comma(context, dash)
    marked = ((place, context.passage_at(place)) for place in range(last + 1, end))
    passage = next((place for place, placed in marked if placed is not None and not is_named(placed)), None)
    if passage is not None and not _names_medium(context, passage) and _paper(context, last, passage) is None:
        return passage - 1
    if clause.start < 3 or context.passage_at(clause.start - 2) is not None:
        return end
    comma = next((place for place in range(last + 1, end) if context.word(place).text == ","), None)
    if comma is None or comma >= clause.end or context.word(comma + 1) not in clause.words:
        return end
    return comma if all(word.upos in _BEFORE_COMMA for word in context.words(last + 1, comma - 1)) else end


def _behind_apposition(context: Context, comma: int) -> int | None:
    """Return the comma behind when something was said, where one closes an apposition: *so Ott, der Wirt, am Abend*."""
    if comma >= context.length or context.word(comma).text != ",":
        return None
    rest = context.words(comma + 1, min(context.length, comma + 9))
    following = next((word.index for word in rest if word.text in (",", ".")), comma + 1)
    words = context.words(comma + 1, following - 1) if following > comma + 1 else ()
    phrase = bool(words) and words[0].upos in ("ADP", "ADV") and not any(word.upos in VERBALS for word in words)
    if not phrase:
        return None
    return following if context.word(following).text == "," else following - 1


def _goes_on(context: Context, clause: Clause) -> bool:
    """Say whether a relative clause in the Konjunktiv goes on with the content: *…, so Ott, | den man bedauere*."""
    told = clause.kind == "relative" and is_reported(clause) and context.separator_before(clause.start) == ","
    return told and any(is_reported(main) for main in context.main_clauses())


def _names_medium(context: Context, place: int) -> bool:
    """Say whether a passage is the name of the medium before it: *so Ott gegenüber der Zeitung | „Küstenpost“*."""
    before = context.word(place - 1)
    return is_medium(before) or (before.upos in ("DET", "ADP") and context.word(place - 2).text == "gegenüber")


def _names_something(head: Word) -> bool:
    """Say whether a noun says what the marks name, so that nobody speaks: *so der Titel*, *so sein Spitzname*."""
    return head.upos == "NOUN" and head.text.lower().endswith(NAMINGS)


def _is_np(first: Word, head: Word) -> bool:
    return first == head or first.upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X", "PUNCT")


def _within(context: Context, head: Word, clause: Clause) -> Mention:
    words = _with_place(context, noun_phrase(context.sentence, head, (clause.start + 1, clause.end)), clause)
    words = context.words(words[0].index, before_topic(context, words[0].index, words[-1].index))
    words = _before_resumed(words, context.separator_before(clause.start))
    words = with_tail(context, whole_names(context, words), clause)
    words = whole_names(context, with_apposition(context, words))
    return Mention(mention_span(context.sentence, words), head, context.number)


def _before_resumed(words: tuple[Word, ...], opened: str) -> tuple[Word, ...]:
    """Return a phrase before the comma behind which the content goes on: *so Zeugen, | Parolen und warfen Steine*.

    So before the dash that closes what a dash has opened: *bei der – so seine Zählung – | hundert Leute gingen*.
    """
    dash = next((place for place, word in enumerate(words) if word.text == opened and opened in _DASHES), 0)
    words = words[:dash] or words
    comma = next((place for place, word in enumerate(words) if word.text == ","), 0)
    return words[:comma] if comma and any(word.upos == "VERB" and word.is_finite for word in words[comma:]) else words


def _with_place(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a body with the place it is in: *so das Lagezentrum | in Marbeck*."""
    last = words[-1].index
    if last + 2 > clause.end or words[-1].upos != "NOUN" or context.word(last + 1).text != "in":
        return words
    place = context.word(last + 2)
    return context.words(words[0].index, place.index) if place.upos == "PROPN" and not is_time(place) else words


def wie_clauses(context: Context) -> Iterator[Source]:
    """Yield the clauses with *wie* that tell who says what stands around them: ``wie die Polizei mitteilte``."""
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or cue.is_negated or not is_wie_frame(cue) or _is_perceived(context, clause):
            continue
        if _is_asked(context, clause):
            continue
        end = _clause_end(context, clause)
        start = clause.start - 1 if context.separator_before(clause.start) in (",", *_DASHES) else clause.start
        roles = roles_of(context, cue, None)
        yield Source(
            cue.words,
            cue.lemma,
            "verb",
            (start, end),
            roles.speaker or _agent_of_participle(context, clause, cue) or _named_between(context, clause, cue),
            clause,
            "wie-X-mitteilte",
            cue,
            roles.addressee,
            roles.via,
        )


def _agent_of_participle(context: Context, clause: Clause, cue: VerbCue) -> Mention | None:
    """Return by whom something is said in a frame without auxiliary: *wie von Ott angekündigt*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    agent = next((word for word in words[1:3] if word.text in ("von", "vom")), None)
    if agent is None or words[-1] != cue.verb or not is_participle(cue.verb):
        return None
    head = next((word for word in words if word.index > agent.index and word.upos in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    spoken = mention(context, head, clause)
    own = [word for word in words if spoken.span.contains(word.span) and word.index > agent.index]
    return Mention(mention_span(context.sentence, tuple(own)), head, context.number) if own else None


def _is_perceived(context: Context, clause: Clause) -> bool:
    """Say whether a clause with *wie* tells what somebody saw or heard: *dass er hörte, wie jemand schrie*."""
    before = context.words(max(1, clause.start - 3), max(1, clause.start - 2))
    return any(word.text == "gehört" or (word.upos == "VERB" and lemma_of(word) in _PERCEIVING) for word in before)


def _is_asked(context: Context, clause: Clause) -> bool:
    """Say whether *wie* opens what somebody does not know, asks or depicts: *Sie wisse nicht, wie sie das erkläre*."""
    before = context.clauses.before(clause)
    if before is None or before.kind not in ("main", "subordinate") or before.end + 2 != clause.start:
        return False
    words = [word.text.lower() for word in before.words if not word.masked]
    verbs = {lemma_of(word) for word in before.words if word.upos in ("VERB", "AUX")}
    if verbs & _DEPICTING and before.kind == "main":
        return True
    unknown = any(form in ("nicht", "kaum", "niemand", "keiner", "kein", "keine") for form in words)
    return bool(verbs & _ASKING) or (unknown and bool(verbs & _KNOWING))


def _named_between(context: Context, clause: Clause, cue: VerbCue) -> Mention | None:
    """Return the name right behind *wie* where the tree has no subject: *wie «Reuters» berichtet*."""
    if cue.is_passive:
        return None
    own = [word for word in clause.words if word.upos != "PUNCT" and word not in cue.words and word != clause.opener]
    if not own or own[0].masked:
        return None
    marked = context.passage_at(own[0].index)
    named = context.passage_at(own[1].index) if len(own) > 1 and own[0].upos == "DET" else None
    if marked is None and named is not None and named.first == own[0].index + 1:
        span = context.span(own[0].index, named.last)
        return Mention(span, context.word(named.first + 1), context.number)
    if marked is None and (own[0].upos in ("ADP", "DET", "ADV") or not own[0].text[:1].isupper()):
        return None
    return mention(context, own[0], clause)


def _clause_end(context: Context, clause: Clause) -> int:
    """Return the last place of a frame with the clauses that follow it at once, and what closes it."""
    end = clause.end
    dependent = ("relative",) if clause.kind == "fragment" else ("relative", "subordinate", "infinitive")
    for other in context.clauses.all:
        awaited = other.kind == "infinitive" and _awaits_infinitive(context, clause)
        if other.parent == clause.number and other.kind in dependent and other.start <= end + 2 and not awaited:
            end = max(end, other.end)
    opened = context.separator_before(clause.start)
    closing = (",", opened) if opened in _DASHES else (",",)
    if end + 1 < context.length and context.word(end + 1).text in closing:
        return _with_comma(context, end + 1)
    return end


def _awaits_infinitive(context: Context, clause: Clause) -> bool:
    """Say whether a frame cuts up a verb and its infinitive: *Man habe, wie Ott betonte, | nichts zu verbergen*."""
    verb = context.word(max(1, clause.start - 2))
    return verb.is_finite and lemma_of(verb) in _WITH_INFINITIVE


def _with_comma(context: Context, dash: int) -> int:
    """Return the place of the comma behind a dash that closes a frame, or that of the dash."""
    return dash + 1 if dash + 1 < context.length and context.word(dash + 1).text == "," else dash
