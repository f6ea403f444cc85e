"""Who has said a passage, as the next sentence tells: *„Nie.“ Das sagte Ott*, *„Nie.“ Der Satz stammt von Ott*."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, lemma_of, verb_cue
from quotetrack.nouns import is_person_noun
from quotetrack.phrases import case_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse, is_new_paragraph, subject_mention
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import can_speak, speaks
from quotetrack.quotes.only_person import is_first_named, only_person
from quotetrack.quotes.roles import speaker_of
from quotetrack.spans import Span
from quotetrack.syntax import Word

_SAYING: Final = frozenset("sagen schreiben rufen formulieren notieren prägen sprechen äußern".split())
_WORDING: Final = frozenset("Äußerung Ausspruch Gedanke Satz Spruch Wort Worte Zeile Zeilen Zitat Sätze".split())
"""Nouns for what somebody has said, that take it up."""
_THE: Final = frozenset("den diesen die diese das dieses der dieser er es sie ihn".split())
_HEARING: Final = frozenset("hören kennen lesen bekommen erhalten denken".split())
"""Verbs of those whom words reach that somebody else has said: *„Wohin?“ Diesen Satz hört Ida Kolb oft*."""
_OTHERS: Final = frozenset({"auch", "ebenfalls", "niemand", "keiner", "jeder"})


def teller_behind(context: Context, discourse: Discourse) -> Mention | None:
    """Return who spoke by the next sentence of the paragraph, if that tells nothing else."""
    contexts = discourse.contexts
    after = contexts[context.number + 1] if context.number + 1 < len(contexts) else None
    if after is None or is_new_paragraph(context, after) or len(after.clauses.all) != 1:
        return None
    clause = after.clauses.all[0]
    if clause.kind not in ("main", "fragment") or any(word.text in _OTHERS for word in clause.words):
        return None
    if clause.kind == "fragment":
        return _behind_so(after, clause)
    cue = verb_cue(after.sentence, after.clauses, clause)
    if cue is None or cue.is_negated or cue.modal is not None:
        return None
    named = any(word.text in _WORDING for word in context.sentence.words)
    return _saying(after, cue, named=named) or _origin(after, cue, named=named)


def presented_behind(context: Context, discourse: Discourse) -> Mention | None:
    """Return whom the next sentence presents, where words open a paragraph: *„Wohin?“ Wirtin Ida Kolb zuckt …*."""
    contexts, before = discourse.contexts, discourse.before(context)
    after = contexts[context.number + 1] if context.number + 1 < len(contexts) else None
    if after is None or is_new_paragraph(context, after) or not (before is None or is_new_paragraph(before, context)):
        return None
    verbs = (main.finite for main in after.main_clauses())
    hears = any(finite is not None and lemma_of(finite) in _HEARING for finite in verbs)
    if hears or any(word.text in _OTHERS for word in after.sentence.words):
        return None
    person = only_person(after)
    return person if person is not None and is_first_named(after, person) else None


def with_these_words(context: Context) -> Mention | None:
    """Return who acts with the words before: *„Ich gehe.“ Mit diesem Satz begann Kolb*."""
    opening = [word.text for word in context.words(1, min(3, context.length))]
    if opening[:2] not in (["Mit", "diesen"], ["Mit", "diesem"]) or len(opening) < len(("Mit", "diesen", "Worten")):
        return None
    return subject_mention(context) if opening[2] in ("Worten", "Satz", "Sätzen", "Ausruf") else None


def _behind_so(context: Context, clause: Clause) -> Mention | None:
    """Return who stands behind *So*: *„Nie.“ So der Wirt Jan Ott*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    nominal = all(word.upos in ("DET", "ADJ", "NOUN", "PROPN") for word in words[1:])
    head = next((word for word in words[1:] if word.upos in ("NOUN", "PROPN")), None)
    if words[0].text != "So" or head is None or not nominal or not (speaks(head) and can_speak(head)):
        return None
    return mention(context, head, clause)


def _saying(context: Context, cue: VerbCue, *, named: bool) -> Mention | None:
    """Return who says what the sentence before holds: *Das sagte Ott*, *Gesagt hat den Satz Ott*, *So sprach Ott*."""
    if cue.lemma not in _SAYING or cue.is_passive:
        return None
    words = cue.clause.words
    taken = words[0].text == "So" or any(_takes_up(context, word, named=named) for word in words)
    if not taken:
        return None
    found = speaker_of(context, cue)
    head = found.head if found is not None and found.head.text not in _WORDING else _who(cue)
    if head is None or head.upos == "PRON" or not speaks(head) or head.text in _WORDING:
        return None
    return found if found is not None and found.head == head else _from_head(mention(context, head, cue.clause))


def _takes_up(context: Context, word: Word, *, named: bool) -> bool:
    """Say whether a word stands for what was said: *das*, *den Satz*, *ihn* where the sentence before has *Satz*."""
    if word.text in _WORDING:
        return word.index > 1 and context.word(word.index - 1).text.lower() in _THE
    if word.text.lower() in ("das", "dies"):
        behind = context.word(min(word.index + 1, context.length))
        return word.upos == "PRON" or behind.upos in ("VERB", "AUX", "PROPN", "DET")
    return named and word.upos == "PRON" and word.text.lower() in ("ihn", "sie", "es")


def _from_head(spoken: Mention) -> Mention:
    """Return a mention without what stands before its name: *den Satz | Jan Ott*."""
    return evolve(spoken, span=Span(spoken.head.span.start, spoken.span.end))


def _who(cue: VerbCue) -> Word | None:
    """Return the last name or person of a clause, wherever the tree hangs it: *Gesagt hat den Satz | Jan Ott*."""
    words = [word for word in cue.clause.words if not word.masked and word.relation not in ("flat", "flat:name")]
    people = (word for word in words if word.upos == "PROPN" or (word.upos == "NOUN" and is_person_noun(word.text)))
    return next(people, None)


def _origin(context: Context, cue: VerbCue, *, named: bool) -> Mention | None:
    """Return of whom the words are: *Der Satz stammt von Ott*, *Er stammt von Ott* where the sentence has *Satz*."""
    words = cue.clause.words
    if cue.clause.finite is None or lemma_of(cue.clause.finite) != "stammen":
        return None
    wording = any(word.text in _WORDING for word in words[:3])
    if not wording and not (named and words[0].text in ("Er", "Es", "Sie")):
        return None
    for word in words:
        if word.upos in ("NOUN", "PROPN") and case_of(context.sentence, word) in ("von", "vom") and speaks(word):
            spoken = mention(context, word, cue.clause)
            led = context.text[spoken.span.start : spoken.span.end].startswith("von ")
            return evolve(spoken, span=Span(spoken.span.start + len("von "), spoken.span.end)) if led else spoken
    return None
