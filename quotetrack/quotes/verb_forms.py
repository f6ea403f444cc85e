"""Forms of verbs that belong to two word classes, by their shape: *berichtet*, *laufe*, *riet*, *vorschlug*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex
from attrs import evolve

from quotetrack.cues import rows_of_forms
from quotetrack.syntax import Word

EQUIVOCAL_RE: Final = regex.compile(r"^(?:be|emp|ent|er|miss|ver|zer|wider|unter|über|hinter)\p{L}{2,}t$|iert$")
"""Forms of verbs without *ge-* in the participle: the third person of the present looks the same."""
PARTICIPLE_RE: Final = regex.compile(r"(?:\p{L}{2,5})?ge\p{L}{3,}(?:t|en)$")
NEVER_VERBAL_RE: Final = regex.compile(
    r"(?:[^m]isch|(?<!^(?:ver|be)?g)lich|los|bar|haft|[^q]uelle|[^in]ent|iv|^(?:jüng|ält)(?:e?st|er)en?)$"
)
"""Ends of adjectives that no finite verb has: *vehement*, *massiv*."""
_ADVERBS_IN_E: Final = frozenset(
    "lange gerne heute beinahe nahe gerade beide solche müde leise ohne ehe einige viele wenige alleine infrage zugute"
    " zugrunde beiseite zutage zuliebe imstande vonstatten inmitte keine seine ihre meine böse weise rosa"
    " ältere jüngere älteste jüngste andere größere grössere kleinere".split()
)
"""Words in *-e* that are no form of a verb."""
_PASTS_IN_T: Final = ("bat", "hielt", "riet", "schritt", "stritt", "trat")
"""Ends of the pasts of strong verbs in -t: *bestritt*, *vertrat*."""
OTHER_PASTS: Final = frozenset(
    "bot brach fiel flog fuhr ging kam lag lief saß schlief schloss schob schwamm sprang stand starb stieg traf trug"
    " wuchs zog".split()
)
"""Pasts of frequent strong verbs that report nothing: *die in Tal aufwuchs*."""
_SWISS_PASTS: Final = frozenset(
    "liess liessen stiess stiessen verliess verliessen verstiess verstiessen sass sassen ass assen vergass".split()
)
"""Pasts with ss for ß, which a tagger takes for adjectives."""
FINITE_FEATURES: Final = {"VerbForm": "Fin", "Mood": "Ind", "Number": "Sing", "Person": "3"}


_NEVER_FINITE: Final = _ADVERBS_IN_E - {"weise", "lange", "meine", "infrage", "ehe"} | {"einst"}
"""Adverbs and adjectives that a tagger may take for a finite verb, and that have no form in common with one."""


def is_never_finite(form: str) -> bool:
    """Say whether a form is no verb whatever its tag: *einst*, *von Natur aus leise*."""
    return form in _NEVER_FINITE


def is_adverb_in_e(form: str) -> bool:
    """Say whether a form in *-e* is none of a verb: *gerne*, *teilweise*, *der jüngere*."""
    return form in _ADVERBS_IN_E or form.endswith(("weise", "halbe", "sondere"))


@cache
def strong_pasts() -> frozenset[str]:
    """Return the forms that can be nothing but the past of a strong verb that reports: *riet*, *widersprach*."""
    pasts = [form for _, forms in rows_of_forms() for form in forms[1:3] if not form.startswith("ge")]
    simple = {form for form in pasts if not form.endswith(("e", "en", "t")) or form.endswith(_PASTS_IN_T)}
    return frozenset(simple - {"weiss"} | _SWISS_PASTS)


@cache
def plural_pasts() -> frozenset[str]:
    """Return the plurals of the pasts of strong verbs, which no adjective looks like: *warfen*, *zogen*."""
    return frozenset(f"{form}en" for form in strong_pasts() | OTHER_PASTS)


def finite(word: Word, lemma: str, features: Mapping[str, str] | None = None) -> Word:
    """Return a word as a finite verb, the third person of the indicative unless other features are given."""
    known = word.lemma if word.upos == "VERB" else lemma
    return evolve(word, upos="VERB", lemma=known, features={**FINITE_FEATURES, **(features or {})})
