"""The infinitive of a verb form.

What a form belongs to is told by the lemmatiser, and where that fails by the principal forms of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import regex

from quotetrack.lexicon import load, rows
from quotetrack.syntax import Word

MODALS: Final = frozenset("können müssen sollen wollen dürfen mögen möchten".split())
PREFIXES: Final = (
    "ab an auf aus bei dar durch ein entgegen fort heraus hervor hin hinzu klar kund mit nach nahe offen preis vor"
    " voraus weiter wieder zu zurück zusammen bekannt fest dagegen gut"
).split()
_END_RE: Final = regex.compile(r"e?n$")
_LINKING_RE: Final = regex.compile(r"[^aeiouäöülrh][mn]$")
_INSEPARABLE: Final = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "wider", "unter", "über")


def lemma_of(word: Word) -> str:
    """Return the infinitive of a verb form, by the lemmatiser if it gives a verb we know, else by the form.

    >>> from quotetrack.spans import Span
    >>> lemma_of(Word(1, "gab", "gab", "VERB", {}, 0, "root", Span(0, 3)))
    'geben'
    """
    lemma = word.lemma.lower()
    form = word.text.lower()
    if lemma in known_infinitives():
        return lemma
    return _forms().get(form, lemma)


@cache
def known_infinitives() -> frozenset[str]:
    """Return the infinitives of the verbs that the word lists have, and of the helping ones."""
    bases = {base for base, *_ in rows("strong_verbs")}
    return (
        load("reporting_verbs")
        | load("knowledge_verbs")
        | bases
        | {"sein", "haben", "werden", "machen", "geraten", "heissen"}
        | MODALS
    )


@cache
def _forms() -> Mapping[str, str]:
    """Return the forms of the verbs we know with their infinitives: strong ones from their list, weak ones by rule."""
    found: dict[str, str] = {}
    for verb in sorted(load("reporting_verbs")):
        for form in (*weak_forms(verb), verb):
            found.setdefault(form, verb)
        base = verb.removeprefix("nach")
        if base != verb:  # hakte nach
            found.update({form: base for form in weak_forms(base) if form not in found})
    composed = _composed()
    for base, forms in rows_of_forms():
        for form in forms:
            found[form] = base
        for verb in composed[base]:
            particle = verb.removesuffix(base)
            found.update({particle + form: verb for form in forms})
    return found


def _composed() -> Mapping[str, list[str]]:
    """Return for each strong verb the verbs of saying and acts that end in it: *versprechen*, … for *sprechen*."""
    found: dict[str, list[str]] = {base: [] for base, _ in rows("strong_verbs")}
    for verb in sorted(load("reporting_verbs") | load("reported_acts")):
        for base in (verb[start:] for start in range(1, len(verb))):
            if base in found:
                found[base].append(verb)
    return found


def rows_of_forms() -> Iterator[tuple[str, list[str]]]:
    """Yield the strong base verbs, each with its forms."""
    for base, forms in rows("strong_verbs"):
        yield base, forms.split(" ")


def weak_forms(verb: str) -> Iterator[str]:
    """Yield the finite forms and the participle of a weak verb, particles joined.

    >>> list(weak_forms("mitteilen"))
    ['mitteilt', 'mitteilte', 'mitteilten', 'mitteile', 'mitgeteilt']
    """
    particle = max((prefix for prefix in PREFIXES if verb.startswith(prefix)), key=len, default="")
    base = verb.removeprefix(particle)
    stem = _END_RE.sub("", base)
    linking = "e" if stem.endswith(("t", "d")) or _LINKING_RE.search(stem) else ""
    finite = [stem + linking + ending for ending in ("t", "te", "ten")] + [stem + "e"]
    yield from (particle + form for form in finite)
    joined = "" if base.startswith(_INSEPARABLE) or base.endswith("ieren") else "ge"
    yield f"{particle}{joined}{stem}{linking}t"
