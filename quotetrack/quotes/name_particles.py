"""Names with particles, which look like a preposition with its noun: *Ursula von der Leyen*, *sagte Van der Bellen*.

A tagger takes *von der Leyen* for a place. It is a name behind a given name that stands alone, and where it is all
that could be the subject of a verb that reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from quotetrack.clauses import is_finite
from quotetrack.cues import lemma_of
from quotetrack.lexicon import load
from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.quotes.attitude_verbs import SIDES, STANDING
from quotetrack.syntax import PASSIVE_AUXILIARIES, SUBJECTS, Sentence, Word

_PARTICLES: Final = frozenset({"von", "van", "zu"})
_WITHIN: Final = frozenset({"der", "den", "dem", "de"})
_NAMING: Final = frozenset({"NOUN", "PROPN", "X"})
_NOMINATIVE: Final = {"Case": "Nom", "Number": "Sing"}
_BESIDE_REPORTS: Final = frozenset("teilen fügen kündigen geben nennen bezeichnen sprechen weinen lachen".split())
"""Verbs with a subject that speaks, though they report only with a particle or an object."""
_OPENING: Final = frozenset({"„", "«", "»", "“", '"'})
_BEHIND_NAME: Final = frozenset({"PUNCT", "ADP", "ADV", "ADJ", "CCONJ"})


def with_particles(sentence: Sentence) -> Sentence:
    """Return the sentence with such names tagged and attached as names; the same one if there are none."""
    changes: dict[int, Word] = {}
    for particles, surname in _runs(sentence.words):
        changes.update({word.index: word for word in _as_name(sentence, particles, surname)})
    if not changes:
        return sentence
    return evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], Word]]:
    """Yield a particle with its article, and the word with a capital behind them."""
    if len(words) > 2 and words[0].text in ("Zu", "Von", "Van") and words[1].upos == "PROPN" and is_finite(words[2]):
        yield words[:1], words[1]
    for first, article, surname in zip(words, words[1:], words[2:], strict=False):
        if article.text not in _WITHIN or first.span == article.span:  # vom
            continue
        if first.text.lower() in _PARTICLES and _may_be_surname(surname):
            yield (first, article), surname


def _may_be_surname(word: Word) -> bool:
    if word.masked or word.upos not in _NAMING or not word.text[:1].isupper() or word.text.isupper():
        return False
    return noun_of(word.text) is None and state_of(word.text) is None and not is_time(word)


def _as_name(sentence: Sentence, particles: tuple[Word, ...], surname: Word) -> Iterator[Word]:
    given = _given_before(sentence.words, particles[0])
    verb = None if given is not None else _verb_beside(sentence, particles, surname)
    if given is not None:
        yield evolve(given, upos="PROPN")
        yield evolve(surname, upos="PROPN", head=given.index, relation="flat", features=_NOMINATIVE)
    elif verb is not None:
        yield evolve(surname, upos="PROPN", head=verb.index, relation="nsubj", features=_NOMINATIVE)
    elif _stands_behind_so(sentence.words, particles[0]):
        yield evolve(surname, upos="PROPN", features=_NOMINATIVE)
    else:
        return
    top = surname.index if given is None else given.index
    yield from (evolve(word, upos="PROPN", head=top, relation="flat", features={}) for word in particles)


def _given_before(words: tuple[Word, ...], particle: Word) -> Word | None:
    """Return the given name right before a particle: one word, that is no noun and ends no longer name."""
    if particle.index < 2:
        return None
    given = words[particle.index - 2]
    before = words[particle.index - 3] if particle.index > 2 else None
    if given.upos not in _NAMING or not given.text.istitle() or given.masked or noun_of(given.text) is not None:
        return None
    governed = before is not None and before.upos == "ADP" and not is_given_name(given.text)  # in Graz von der Bahn
    attached = governed or (before is not None and (before.upos in ("DET", "ADJ", "PROPN") or _ends_name(before)))
    attached = attached and not (before is not None and before.upos == "PROPN" and is_person_noun(before.text))
    if words[particle.index].text in ("dem", "den") and not is_given_name(given.text) and before is not None:
        return None  # Ott riet | Kern | von dem Kauf ab
    return None if attached or state_of(given.text) is not None or is_time(given) else given


def _ends_name(before: Word) -> bool:
    """Say whether a word is a given name itself: one with a capital that is no noun."""
    return before.upos == "NOUN" and before.text.istitle() and noun_of(before.text) is None


def _stands_behind_so(words: tuple[Word, ...], particle: Word) -> bool:
    """Say whether *so* behind a comma or closing mark tells whose words they are: *Das reiche, so | von der Heide*."""
    if particle.index < len(("reiche", ",", "so", "von")) or words[particle.index - 2].text != "so":
        return False
    return words[particle.index - 3].text in (",", "“", "«", "»", '"')


def _verb_beside(sentence: Sentence, particles: tuple[Word, ...], surname: Word) -> Word | None:
    """Return the verb right before or right behind such a name that reports and has no other subject."""
    words, first = sentence.words, particles[0]
    after = words[surname.index] if surname.index < len(words) else None
    before = words[first.index - 2] if first.index > 1 else None
    if before is not None and (after is None or after.upos in _BEHIND_NAME) and _lacks_subject(sentence, before, first):
        return before
    opens = before is None or before.upos == "PUNCT"
    above = sentence.head(surname) if before is None and after is not None and after.text == "," else None
    if above is not None and above.index > surname.index and _lacks_subject(sentence, above, first):
        return above  # Von der Heide, die das Amt führt, erklärte
    return after if opens and after is not None and _lacks_subject(sentence, after, first) else None


def _lacks_subject(sentence: Sentence, verb: Word, own: Word) -> bool:
    head = sentence.head(verb) if verb.upos == "AUX" else None
    if head is not None and head.upos == "VERB":
        verb = evolve(head, features=verb.features)  # Zu Gutenfels hatte eingeräumt
    below = sentence.children(verb)
    if not is_finite(verb) or not _tells(verb, below):
        return False
    subjects = [word for word in below if word.relation in SUBJECTS and word.relation != "csubj" and word != own]
    behind = next((word.index for word in sentence.words[verb.index :] if word.text in (",", ":")), len(sentence.words))
    taken = any(word.index <= behind and not _is_thing(sentence, word) for word in subjects)
    return not taken and not any(word.relation in PASSIVE_AUXILIARIES for word in below)


def _tells(verb: Word, below: Iterable[Word]) -> bool:
    """Say whether a verb reports, with the particle that belongs to it: *lehnte den Plan | ab*."""
    lemma = lemma_of(verb)
    forms = {lemma, *(word.text.lower() + lemma for word in below if word.relation == "compound:prt")}
    return any(not forms.isdisjoint(verbs) for verbs in (load("reporting_verbs"), _BESIDE_REPORTS, SIDES, STANDING))


def _is_thing(sentence: Sentence, word: Word) -> bool:
    """Say whether what a parser takes for a subject is an object: *lehnte | das | ab*, *nannte das | „Unfug“*."""
    marked = word.index > 1 and sentence.word(word.index - 1).text in _OPENING
    return marked or word.text in ("das", "dies")
