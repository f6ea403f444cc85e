"""Headlines in which a colon stands for the verb of saying: *Rechnungshof: Land hat keinen Überblick*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns import is_given_name, noun_of
from quotetrack.quotes.building import mood_in
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse
from quotetrack.quotes.extents import label
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.reporting import is_reported
from quotetrack.quotes.speech_acts import act_in
from quotetrack.quotes.whole_sentences import add_fragments
from quotetrack.syntax import Word

_HAPPENINGS: Final = (
    "streit", "debatte", "schlagabtausch", "eklat", "zoff", "ärger", "wirbel", "krach", "aufregung", "diskussion",
    "diskussionen", "tumult", "protest", "proteste", "wechsel", "machtkampf", "gerangel", "kritik", "lob",
    "vorwurf", "vorwürfe", "ermittlungen", "razzia", "prozess", "skandal", "affäre", "unmut", "empörung", "verdacht",
    "warnstreik", "warnstreiks",
)  # fmt: skip
"""Ends of nouns for what goes on in a body, and is no claim of its own."""

_SAID: Final = frozenset(
    "Applaus Beifall Einspruch Einwände Gegenwind Hohn Kritik Lob Protest Rückendeckung Schelte Spott Tadel"
    " Unterstützung Vorwürfe Warnungen Widerspruch Zuspruch Zustimmung".split()
)
"""What comes from somebody who says something: *Kritik | dagegen von Ida Ott: …*."""


def headline(context: Context, discourse: Discourse) -> bool:
    """Take ``Rechnungshof: Land hat keinen Überblick``: a line in which a colon stands for the verb of saying."""
    words = context.sentence.words
    place = next((word.index for word in words if word.text == ":" and not word.masked), 0)
    if not 2 <= place <= 5 or place + 3 > context.length or words[-1].text in (".", "!", "?"):
        return False
    head = words[place - 2]
    if context.passage_at(place + 1) is not None or not all(_may_name(word) for word in words[: place - 1]):
        return False
    content = context.trimmed(place + 1, context.length)
    if content is None or not _is_somebody(context, head) or _counts(context, content):
        return False
    if _is_only_topic(context, head, content):
        return False
    _add(context, discourse, place, content, Mention(context.span(1, place - 1), head, context.number))
    return True


def told_by_name(context: Context, discourse: Discourse) -> bool:
    """Take ``Obmann Jan Ott: Der Plan sei gescheitert.``: a Konjunktiv behind the name of somebody and a colon."""
    first, told = (*context.clauses.all, None, None)[:2]
    if first is None or told is None or context.separator_before(told.start) != ":":
        return False
    if first.kind != "fragment" or told.kind != "main" or not is_reported(told):
        return False
    start, last = label(context, first.start, first.end)
    words, content = context.words(start, last), context.trimmed(told.start, context.length)
    named = [word for word in words if word.upos in ("NOUN", "PROPN") and not word.masked]
    if content is None or not named or not all(_may_stand_in_name(word) for word in words) or not _are_of_one(named):
        return False
    _add(context, discourse, told.start - 1, content, Mention(context.span(start, last), named[0], context.number))
    return True


def told_from(context: Context, discourse: Discourse) -> bool:
    """Take ``Am lautesten von Jan Ott: Man habe geschlafen.``: a Konjunktiv behind *von* with somebody, and no verb."""
    first, told = (*context.clauses.all, None, None)[:2]
    if first is None or told is None or context.separator_before(told.start) != ":":
        return False
    if first.kind != "fragment" or told.kind != "main" or not is_reported(told):
        return False
    content, words = context.trimmed(told.start, context.length), [word for word in first.words if not word.masked]
    place = next((at for at, word in enumerate(words) if word.text in ("von", "vom")), None)
    if place is None or content is None or any(w.upos == "NOUN" and w.text not in _SAID for w in words[:place]):
        return False
    nominal = [word for word in words[place + 1 :] if word.upos in ("NOUN", "PROPN")]
    if not nominal or not speaks(nominal[0]):
        return False
    _add(context, discourse, told.start - 1, content, mention(context, nominal[0], first))
    return True


def _may_stand_in_name(word: Word) -> bool:
    return not word.masked and (word.upos in ("NOUN", "PROPN", "X", "ADJ", "DET") or word.text in ("(", ")", "von"))


def _are_of_one(named: Sequence[Word]) -> bool:
    """Say whether nouns before a colon are of somebody: a person or body first, or a name in full."""
    noun = noun_of(named[0].text) if named[0].upos == "NOUN" else None
    full = len(named) > 1 and is_given_name(named[0].text) and named[1].upos == "PROPN"
    return full or (noun is not None and noun.kind in ("person", "organisation", "group", "medium"))


def _add(context: Context, discourse: Discourse, place: int, content: tuple[int, int], speaker: Mention) -> None:
    """Add what stands behind a colon as said by whom stands before it."""
    colon = context.word(place)
    discourse.quotes.append(
        Quote(
            type="indirect",
            spans=(context.span(*content),),
            sentence=context.number,
            rules=("headline-colon",),
            cue=CueWords((colon.span,), ":", "colon"),
            frame=(context.span(1, place),),
            speaker=speaker,
            mood=mood_in(context, (content,)),
            medium="speech_or_writing",
        )
    )
    add_fragments(context, discourse, len(discourse.quotes) - 1, "fragment-in-report")
    discourse.remember(context, speaker)


def _counts(context: Context, content: tuple[int, int]) -> bool:
    """Say whether what follows a colon only counts something: *Sozialdemokratische Partei: 28,2 % 7 Sitze*."""
    first, *rest = context.words(*content)
    return first.text[:1].isdigit() and not any(word.upos in ("VERB", "AUX") for word in rest)


def _is_only_topic(context: Context, head: Word, content: tuple[int, int]) -> bool:
    """Say whether a body only tells what a line is about: *Klinik: Chef kündigt Rückzug an*, *Rat: Streit um X*."""
    known = noun_of(head.text)
    if known is None or known.kind != "organisation":
        return False
    own = [clause for clause in context.main_clauses() if clause.start >= content[0]]
    first = next((word for word in context.words(*content) if word.upos != "ADJ"), context.word(content[0]))
    return any(act_in(context, clause) for clause in own) or (not own and first.text.lower().endswith(_HAPPENINGS))


def _may_name(word: Word) -> bool:
    return not word.masked and (word.upos in ("NOUN", "PROPN", "X") or (word.upos == "ADJ" and word.text[0].isupper()))


def _is_somebody(context: Context, head: Word) -> bool:
    """Say whether a word in front of a colon is a person or body: known as such, or named in full in the text."""
    noun = noun_of(head.text) if head.upos == "NOUN" else None
    if noun is not None:
        return noun.kind in ("person", "organisation", "group", "medium", "document")
    if head.upos not in ("PROPN", "NOUN") or head.text in table("places"):
        return False
    before = context.word(head.index - 1) if head.index > 1 else None
    if before is not None and before.upos == "NOUN" and noun_of(before.text) is None:
        return False  # Umfahrung Hagendorn: Kanton bremst
    if head.text not in context.text[head.span.end :]:
        return False
    full = regex.compile(rf"\b\p{{Lu}}\p{{L}}+ {regex.escape(head.text)}\b")
    return full.search(context.text, head.span.end) is not None
