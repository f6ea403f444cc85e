"""Speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE, ADDRESSED_BY_OBJECT, JUDGING_OBJECT, NEEDING_OBJECT
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.spans import Span
from quotetrack.syntax import Word

#: Two syllables or more: what is no syllable of a Korean given name.
_TWO_SYLLABLES_RE: Final = regex.compile(r"[aeiouyäöü][^aeiouyäöü]+[aeiouyäöü]", regex.IGNORECASE)
_OBJECTS: Final = frozenset({"das", "dies", "Das", "Dies"})
"""Pronouns that a tagger takes for articles."""


def named_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*.

    The second is a state, a name that the text has elsewhere without the first, or a given name and surname behind a
    surname that the text has elsewhere without them. Behind a noun for a body it is any name, where the verb has no
    other object: *warf die Staatsanwaltschaft | Ertl vor, …*.
    """
    body = _body_beside(context, cue, spoken)
    if body is not None:
        return body
    if cue.lemma not in ADDRESSED_BY_OBJECT | ADDRESSED_BY_DATIVE or cue.is_passive:
        return None
    finite = cue.clause.finite
    if finite is not None and spoken.head.index < finite.index and cue.lemma not in NEEDING_OBJECT:
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    chain = words[next((place for place, word in enumerate(words) if word.upos == "PROPN"), len(words)) :]
    if len(chain) < 2 or any(word.upos != "PROPN" for word in chain) or chain[-1].index - chain[0].index >= len(chain):
        return None
    for place in range(1, len(chain)):
        capital = chain[place - 1].text[:1].isupper() and chain[place].text[:1].isupper()
        if not capital or is_person_noun(chain[place - 1].text):
            continue
        tail = context.text[chain[place].span.start : chain[-1].span.end]
        is_state = place == len(chain) - 1 and chain[place].text in load("places")
        is_another = place < len(chain) - 1 and (
            _stands_elsewhere(context, chain[place - 1], tail) or _begins_name(context, chain[place - 1], chain[place])
        )
        if is_state or is_another:
            second = Span(chain[place].span.start, chain[-1].span.end)
            return Span(spoken.span.start, chain[place - 1].span.end), second
    return None


def _body_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return a body and the name behind it where the verb has to have an object and has no other one."""
    if cue.lemma not in NEEDING_OBJECT | JUDGING_OBJECT or cue.is_passive or cue.clause.kind == "relative":
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    names = [word for word in words if word.upos == "PROPN"]
    if not names or names != words[-len(names) :] or len(names) == len(words) or words[-len(names) - 1].upos != "NOUN":
        return None
    body = words[-len(names) - 1]
    known = noun_of(body.text)
    if known is None or known.kind != "organisation":
        return None
    others = [word for word in cue.clause.words if word not in words and word.upos in ("NOUN", "PROPN", "PRON", "DET")]
    others = [word for word in others if word.upos != "DET" or word.text in _OBJECTS]
    if any(case_of(context.sentence, word) is None and not is_time(word) and word != cue.verb for word in others):
        return None
    return Span(spoken.span.start, body.span.end), Span(names[0].span.start, names[-1].span.end)


def _begins_name(context: Context, surname: Word, given: Word) -> bool:
    """Say whether a given name behind a surname begins the name of somebody else: *versicherte Amann Reto Zgraggen*."""
    is_plain = noun_of(surname.text) is None and not is_given_name(surname.text)
    if not is_given_name(given.text) or not is_plain:
        return False
    if surname.text.casefold() in load("korean_surnames"):
        return _TWO_SYLLABLES_RE.search(given.text) is not None
    before = regex.finditer(rf"\b([\p{{L}}-]+)\s+{regex.escape(surname.text)}\b", context.text)
    return any(is_given_name(match[1]) for match in before)


def _stands_elsewhere(context: Context, before: Word, name: str) -> bool:
    """Say whether the text has a name of two words also without the word that stands before it here."""
    found = (match.start() for match in regex.finditer(rf"\b{regex.escape(name)}\b", context.text))
    return any(not context.text[:start].rstrip().endswith(before.text) for start in found)
