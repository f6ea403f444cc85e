"""Two verbs that report together: *wollte wissen*, *will gesehen haben*, *beeilte sich zu erklären*."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotetrack.clauses import Clause, is_finite
from quotetrack.cues.forms import lemma_of
from quotetrack.cues.modality import is_negated, modal_of
from quotetrack.cues.model import VerbCue
from quotetrack.lexicon import table
from quotetrack.syntax import Word

_PERCEIVED: Final = {
    "gesehen": "sehen",
    "gehört": "hören",
    "erfahren": "erfahren",
    "bemerkt": "bemerken",
    "beobachtet": "beobachten",
    "erkannt": "erkennen",
}


def asking(clause: Clause, main: Word) -> VerbCue:
    """Return *wollte wissen*, which asks, as a cue with its modal."""
    wanting = [word for word in clause.words if word != main and lemma_of(word) == "wollen"]
    modal = next((word for word in wanting if is_finite(word)), None)
    perfect = [word for word in (clause.finite, *wanting) if word is not None]
    words = sorted((main, modal) if modal is not None else (main, *perfect), key=lambda word: word.index)
    negated = is_negated(clause, main)
    return VerbCue(clause, main, "wissen wollen", tuple(words), "di", "speech", negated, None, False, False)


def claiming(clause: Clause, main: Word) -> VerbCue | None:
    """Return *will gesehen haben*, which claims to have seen, as a cue with its verbs."""
    perceived = _PERCEIVED.get(main.text)
    if perceived is None or modal_of(clause, main) != "wollen":
        return None
    helpers = [word for word in clause.words if word != main and lemma_of(word) in ("wollen", "haben")]
    if not any(word.text.lower() == "haben" and word.index == main.index + 1 for word in helpers):
        return None
    words = tuple(sorted((main, *helpers), key=lambda word: word.index))
    return VerbCue(
        clause, main, f"{perceived} wollen", words, "dvi", "speech", is_negated(clause, main), None, False, False
    )


def told_all_the_same(clause: Clause, main: Word, lemma: str) -> VerbCue | None:
    """Return the infinitive that does happen as the cue: *beeilte sich zu erklären*, *wird nicht müde zu betonen*."""
    words = [word for word in clause.words if not word.masked and word.upos != "PUNCT"]
    forms = [word.text.lower() for word in words]
    if lemma not in ("beeilen", "pflegen") and not ("müde" in forms and "nicht" in forms):
        return None
    said = [word for word, before in pairwise(words[::-1]) if before.text.lower() == "zu" and word.upos == "VERB"]
    known = table("reporting_verbs").get(lemma_of(said[0])) if said else None
    if known is None or clause.finite is None:
        return None
    around = [word for word in words if word.text.lower() in ("sich", "zu", "müde", "nicht") or word == main]
    cue = {word.index: word for word in (*around, clause.finite, said[0])}
    licenses, medium = known
    return VerbCue(
        clause, said[0], lemma_of(said[0]), tuple(cue[index] for index in sorted(cue)), licenses,
        medium, False, None, False, False,  # type: ignore[arg-type]
    )  # fmt: skip
