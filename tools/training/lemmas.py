"""A larger dictionary of lemmas: words of running text, with the lemma that treebanks and the text make likely.

Each pair of form and lemma in the treebanks is a rule (what goes at the end, what comes, whether an umlaut or a *ge* or
*zu* inside goes). A word of the text takes the lemma of the rule that its ending and the frequency of the lemma in the
text speak for; where no lemma is clearly ahead, it is left to the lemmatiser.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .trees import Tree

KINDS = ("NOUN", "VERB", "ADJ")
PLAIN = str.maketrans("äöü", "aou")
PARTICLES = (
    "ab an auf aus bei da dar durch ein fort fest frei her heraus herbei herein hervor hin hinaus hinein hinzu los mit "
    "nach nieder statt teil um unter vor voran voraus vorbei weg weiter wieder zu zurück zusammen über bekannt bereit "
    "entgegen fern gleich klar näher sicher still vorweg heim empor"
).split()
LONGEST_ENDING = 6
Rule = tuple[str, str, str, bool]  # inner syllable that goes, ending that goes, ending that comes, umlaut undone
Triple = tuple[str, str, str]


def without_syllable(form: str, syllable: str) -> str:
    """Return a verb form without *ge* or *zu* at its beginning or after a particle, or nothing.

    >>> without_syllable("abgeholt", "ge"), without_syllable("geholt", "ge"), without_syllable("holt", "ge")
    ('abholt', 'holt', '')
    """
    if syllable == "ge" and form.startswith("ge"):
        return form[2:]
    for particle in PARTICLES:
        if form.startswith(particle + syllable):
            return particle + form[len(particle) + len(syllable) :]
    return ""


def plain(stem: str) -> str:
    """Return a stem with its last umlaut undone.

    >>> plain("Häus"), plain("Hund")
    ('Haus', 'Hund')
    """
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] in "äöü":
            return stem[:place] + stem[place].translate(PLAIN) + stem[place + 1 :]
    return stem


def apply(rule: Rule, form: str) -> str:
    """Return the lemma that a rule gives a form, or nothing where it does not fit.

    >>> apply(("", "er", "", True), "Häuser"), apply(("ge", "t", "en", False), "gesagt")
    ('Haus', 'sagen')
    """
    syllable, old, new, umlaut = rule
    stem = without_syllable(form, syllable) if syllable else form
    if not stem.endswith(old) or len(stem) - len(old) < 2:
        return ""
    stem = stem[: len(stem) - len(old)]
    changed = plain(stem) if umlaut else stem
    return "" if umlaut and changed == stem else changed + new


def rule_of(form: str, lemma: str) -> Rule | None:
    """Return the shortest rule from a form to its lemma, if there is one.

    >>> rule_of("Häuser", "Haus"), rule_of("sang", "singen")
    (('', 'er', '', True), None)
    """
    for syllable in ("", "ge", "zu"):
        stem = without_syllable(form, syllable) if syllable else form
        for umlaut in (False, True):
            changed = plain(stem) if umlaut else stem
            shared = next((i for i, (a, b) in enumerate(zip(changed, lemma, strict=False)) if a != b), None)
            shared = min(len(changed), len(lemma)) if shared is None else shared
            rule = (syllable, stem[shared:], lemma[shared:], umlaut)
            if stem and len(stem) - shared <= 4 and apply(rule, form) == lemma:
                return rule
    return None


def lemma_triples(trees: Iterable[Tree]) -> list[Triple]:
    """Return each form and tag of trees with its most frequent lemma."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            counts[word.form, word.upos][word.lemma] += 1
    return [(form, upos, lemmas.most_common(1)[0][0]) for (form, upos), lemmas in counts.items()]


class Lemmas:
    """Lemmas for words of a text, learned from (form, tag, lemma) triples and from the frequencies of the text."""

    def __init__(self, triples: Iterable[Triple], counts: Counter[str]) -> None:
        """Learn from triples, one of a form and tag; ``counts`` are the words of the text with their capitals."""
        self.counts = counts
        self.known: dict[tuple[str, str], str] = {}
        self.endings: dict[tuple[str, str], Counter[Rule]] = defaultdict(Counter)
        self.rules: dict[str, Counter[Rule]] = defaultdict(Counter)
        distinct = [triple for triple in triples if triple[1] in KINDS and triple[0].isalpha()]
        for form, kind, lemma in distinct:
            self.known[form, kind] = lemma
            if (rule := rule_of(form, lemma)) is not None:
                self.rules[kind][rule] += 1
                for ending in endings(form):
                    self.endings[kind, ending][rule] += 1
        self.odds = self._odds(distinct)

    def bucket(self, form: str, lemma: str) -> int:
        """Return how often the lemma stands in the text against the form, in powers of two; -9 for never."""
        count = self.counts[lemma]
        return max(-4, min(4, round(math.log2(count / (self.counts[form] + 1))))) if count > 1 else -9

    def _odds(self, triples: Iterable[Triple]) -> dict[tuple[str, int], float]:
        right: Counter[tuple[str, int]] = Counter()
        wrong: Counter[tuple[str, int]] = Counter()
        for form, kind, lemma in triples:
            if self.counts[form] > 1:
                for candidate in self.candidates(form, kind):
                    if candidate != form:
                        (right if candidate == lemma else wrong)[kind, self.bucket(form, candidate)] += 1
        odds = {}
        for kind, bucket in {*right, *wrong}:
            rights, wrongs = (sum(n for key, n in found.items() if key[0] == kind) for found in (right, wrong))
            share = (right[kind, bucket] + 0.5) / (rights + 1), (wrong[kind, bucket] + 0.5) / (wrongs + 1)
            odds[kind, bucket] = math.log(share[0] / share[1])
        return odds

    def candidates(self, form: str, kind: str) -> dict[str, Rule]:
        """Return the possible lemmas of a form with their commonest rules."""
        found: dict[str, Rule] = {}
        for rule, count in self.rules[kind].most_common():
            if count < 2:
                break
            lemma = apply(rule, form)
            if lemma and lemma not in found and (kind != "VERB" or lemma.endswith("n")):
                found[lemma] = rule
        return found

    def chance(self, rule: Rule, form: str, kind: str) -> float:
        """Return the probability of a rule after the ending of the form, longer endings resting on shorter ones."""
        total = self.rules[kind].total() or 1
        share = self.rules[kind][rule] / total
        for ending in endings(form):
            seen = self.endings.get((kind, ending))
            if seen is None:
                break
            total, kinds = seen.total(), len(seen)
            share = (seen[rule] + kinds * share) / (total + kinds)
        return share

    def lemma(self, form: str, kind: str) -> tuple[str, float]:
        """Return the likeliest lemma of a form and how likely it is; ``("", 0)`` where no rule fits."""
        if composed := self.composed(form, kind):
            return composed, 1.0
        scores = {
            lemma: self.chance(rule, form, kind) * math.exp(self.weight(form, kind, lemma))
            for lemma, rule in self.candidates(form, kind).items()
        }
        best = max(scores, key=scores.__getitem__, default="")
        return (best, scores[best] / sum(scores.values())) if best and scores[best] else ("", 0.0)

    def weight(self, form: str, kind: str, lemma: str) -> float:
        """Return how much the frequency of a lemma speaks for it; nothing for the form itself."""
        return 0.0 if lemma == form else self.odds.get((kind, self.bucket(form, lemma)), 0.0)

    def composed(self, form: str, kind: str) -> str:
        """Return the lemma of a compound or a verb with a particle whose last part the treebanks have, or nothing."""
        if kind == "VERB":
            for particle in PARTICLES:
                rest = self.known.get((form.removeprefix(particle), kind), "")
                if form.startswith(particle) and len(rest) > 3:
                    return particle + rest
        if kind == "NOUN":
            for place in range(3, len(form) - 3):
                tail = form[place:].capitalize()
                if form[place].islower() and (lemma := self.known.get((tail, kind))) and lemma[0].isupper():
                    return form[:place] + lemma[0].lower() + lemma[1:]
        return ""

    def dictionary(self, sure: float = 0.9, least: int = 3) -> Iterator[Triple]:
        """Yield triples for the words of the text that the treebanks do not have."""
        for form, count in sorted(self.counts.items()):
            if count < least or not form.isalpha() or len(form) < 4:
                continue
            for kind in ("NOUN",) if form[0].isupper() else ("VERB", "ADJ"):
                lemma, chance = self.lemma(form, kind)
                wanted = (form, kind) not in self.known and chance >= sure and self.proven(form, kind, lemma)
                if wanted:
                    yield form, kind, lemma

    def proven(self, form: str, kind: str, lemma: str) -> bool:
        """Tell whether the text has the lemma too; a verb that is its own lemma may be a participle."""
        return kind != "VERB" if lemma == form else self.counts[lemma] > 1


@lru_cache(maxsize=100_000)
def endings(form: str) -> tuple[str, ...]:
    """Return the endings of a form, shorter ones first.

    >>> endings("Tor")
    ('r', 'or')
    """
    return tuple(form[-length:] for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1))
