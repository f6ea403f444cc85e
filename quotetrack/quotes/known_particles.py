"""Names with particles whose full form the article gives: *Ursula von Trotzenburg … wie | von Trotzenburg | mitteilte*.

Where the sentence alone leaves open whether *von* is a preposition, the full name tells: without a second *von*
before it, it is the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of
from quotetrack.syntax import SUBJECTS, VERBALS, Sentence, Word

_PARTICLES: Final = frozenset("von zu van zum zur vom de del della di da do dos du ten ter bin ibn ben".split())
_FOREIGN: Final = _PARTICLES - {"von", "zu", "zum", "zur", "vom"}
_WITHIN: Final = frozenset("der den dem la las los le el und zu".split())
_NAMING: Final = frozenset({"PROPN", "NOUN", "X"})
_NAMED: Final = {"Number": "Sing"}
_ATTACHED: Final = frozenset({"obl", "nmod", "obl:arg", "obj", "root", "parataxis", "conj", "appos", "flat", "advcl"})
_THINGS: Final = frozenset({"das", "dies", "es"})
Run = tuple[Word, ...]


def with_known_particles(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences in which the names with particles that the article gives in full are names."""
    full = [run for sentence in sentences for run in _full_names(sentence.words)]
    known = frozenset(_key(run[1:]) for run in full)
    return [_with_names(sentence, known) for sentence in sentences] if known else list(sentences)


def _runs(words: Sequence[Word]) -> Iterator[Run]:
    """Yield a particle, articles behind it, and the word with a capital that they lead to."""
    for place, word in enumerate(words):
        if word.text.lower() not in _PARTICLES or word.masked:
            continue
        last = place + 1
        while last < len(words) and words[last].text in _WITHIN:
            last += 1
        inside = words[place : last + 1]
        if (
            last < len(words)
            and _may_be_surname(words[last], word)
            and len({one.span for one in inside}) == len(inside)
        ):
            yield tuple(inside)


def _may_be_surname(word: Word, particle: Word) -> bool:
    """Say whether a word can be a surname behind a particle, after a foreign one also a given name: *bin Salman*."""
    named = word.upos in _NAMING and word.text[:1].isupper() and not word.masked and not word.text.isupper()
    is_given = is_given_name(word.text) and particle.text.lower() not in _FOREIGN
    return named and not is_given and state_of(word.text) is None


def _full_names(words: Sequence[Word]) -> Iterator[Run]:
    """Yield a given name with what follows, where no longer name stands before the particle or behind it."""
    for run in _runs(words):
        place = run[0].index - 1
        given, before = words[place - 1] if place else None, words[place - 2] if place > 1 else None
        behind = words[run[-1].index] if run[-1].index < len(words) else None
        if given is None or not _may_be_given(given, run[0]) or noun_of(run[-1].text):
            continue
        longer = before is not None and is_given_name(before.text) and before.upos == "PROPN"
        goes_on = behind is not None and behind.upos == "PROPN"
        if not longer and not goes_on:
            yield (given, *run)


def _may_be_given(word: Word, particle: Word) -> bool:
    """Say whether a word is a given name, before a foreign particle also one of no list: *Yusuf bin Hamdan*."""
    if word.upos not in _NAMING or word.masked:
        return False
    foreign = particle.text in _FOREIGN and word.upos == "PROPN" and word.text.istitle()
    return is_given_name(word.text) or (foreign and noun_of(word.text) is None and state_of(word.text) is None)


def _key(run: Run) -> tuple[str, ...]:
    return (*(word.text.lower() for word in run[:-1]), run[-1].text)


def _with_names(sentence: Sentence, known: frozenset[tuple[str, ...]]) -> Sentence:
    """Return a sentence with its names put right, each where the sentence stays a tree."""
    for run in _runs(sentence.words):
        if _key(run) in known:
            changes = {word.index: word for word in _as_name(sentence, run)}
            changed = evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))
            sentence = changed if changed.is_tree else sentence
    return sentence


def _as_name(sentence: Sentence, run: Run) -> Iterator[Word]:
    """Yield the words of a name, its surname as what it is in the sentence, or as a part of the name before it."""
    *particles, surname = run
    before = sentence.word(particles[0].index - 1) if particles[0].index > 1 else None
    top = surname
    if before is not None and _may_be_given(before, particles[0]) and not is_person_noun(before.text):
        top = before if before.head not in {word.index for word in run} else _taking_over(before, surname)
        yield evolve(top, upos="PROPN")
        yield evolve(surname, upos="PROPN", head=top.index, relation="flat", features=_NAMED)
    elif before is not None and is_person_noun(before.text) and before.upos in _NAMING:
        yield evolve(surname, upos="PROPN", head=before.index, relation="appos", features=_NAMED)
    else:
        yield _in_its_place(sentence, surname, particles)
    yield from (evolve(word, upos="PROPN", head=top.index, relation="flat", features={}) for word in particles)


def _taking_over(given: Word, surname: Word) -> Word:
    """Return a given name that the parser hung from its surname in the place of that."""
    return evolve(given, head=surname.head, relation=surname.relation)


def _in_its_place(sentence: Sentence, surname: Word, particles: Sequence[Word]) -> Word:
    """Return a surname as the subject of the verb above it that has none, or as what it is."""
    name = evolve(surname, upos="PROPN", features=_NAMED)
    verb = sentence.head(surname)
    while verb is not None and verb.upos not in VERBALS:
        verb = sentence.head(verb)
    if verb is None or surname.relation not in _ATTACHED or verb in particles:
        return name
    before = sentence.word(particles[0].index - 1) if particles[0].index > 1 else None
    governed = before is not None and before.upos in ("ADP", "DET", "NOUN", "PROPN")
    subjects = [word for word in sentence.children(verb) if word.relation in SUBJECTS and word != surname]
    taken = any(word.text.lower() not in _THINGS and word not in particles for word in subjects)
    return name if governed or taken else evolve(name, head=verb.index, relation="nsubj")
