"""What goes on with a verb that a frame or a clause has cut from its predicate."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.clauses.built import Built
from quotetrack.clauses.frames import (
    is_so,
    lacks_predicate,
    particle_apart,
    predicate_apart,
)
from quotetrack.clauses.model import Draft
from quotetrack.clauses.verbs import (
    MAYBE_PARTICIPLE_RE,
    Segment,
    is_finite,
    is_nonfinite,
)
from quotetrack.lexicon import load
from quotetrack.moods import is_konjunktiv_1
from quotetrack.syntax import Word

_JOINING: Final = frozenset({"und", "oder", "aber", "sondern", "jedoch", "dann"})
"""What leads to a second participle: *hatte gesagt, er gehe, | jedoch beteuert, …*."""


_CONTRASTING: Final = frozenset({"aber", "doch", "sondern", "jedoch", "dann", "dabei"})
#: Forms that are a participle or a finite verb.
_ALIKE_RE: Final = regex.compile(r"(?:be|emp|ent|er|ge|miss|ver|zer)\p{Ll}+t|\p{Ll}+iert")
_SUBJECTS: Final = frozenset({"das", "dies", "ich", "wir", "niemand", "keiner", "jeder", "alle"})
_NOMINATIVE: Final = frozenset({"er", "man", "der", "ein", "sie"})


def second_behind_verb(built: Built, draft: Draft) -> Draft:
    """Return *das reiche* behind a verb (*hat gesagt, das reiche*) as a clause with its verb in second place."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    if draft.kind != "relative" or len(words) != len(("das", "reiche")) or words[0].text != "das":
        return draft
    before = built.sentence.word(max(1, words[0].index - 2))
    if draft.finite is None or not is_konjunktiv_1(draft.finite) or before.upos in ("NOUN", "PROPN", "PRON"):
        return draft
    return Draft("main", draft.words, None, draft.finite)


def second_participle(built: Built, segment: Segment, following: Segment | None) -> Draft | None:
    """Return *und gedroht* as a clause of its own: *hatte angekündigt, zu gehen, | und gedroht, |, wiederzukommen*.

    It shares subject and auxiliary with the clause before, so that its participle stands for a finite verb.
    """
    words = [word for word in segment.words if word.upos != "PUNCT"]
    joins = segment.separator == "," and len(words) > 1 and words[0].text in _JOINING
    if not joins or built.matrix is None or (following is None and built.drafts[-1].kind != "infinitive"):
        return None
    before = built.drafts[built.matrix]
    if not _has_said(before) and before.parent is not None:
        before = built.drafts[before.parent]  # hatte gesagt, das Gesetz gelte, und hinzugefügt, …
    alone = not any(map(is_finite, words[:-1])) and built.drafts[-1] is not before
    apart = built.drafts[-1].kind == "infinitive" and words[-1].features.get("VerbForm") == "Part"
    told = _is_said(words[-1]) or [word.text for word in words[-2:]] == ["wissen", "lassen"]
    goes_on = alone and _has_said(before) and (told or apart)
    return Draft("main", list(segment.words), None, words[-1]) if goes_on else None


def as_predicate(built: Built, segment: Segment, draft: Draft) -> Draft:
    """See *als Unsinn* as what closes the clause before: *wies den Vorwurf, er lüge, | als Unsinn zurück*."""
    if _closes_cut(built, draft) or _opens_with_time(built, draft):
        return Draft("fragment", draft.words)
    if _compares(built, draft) or _is_second_end(built, draft):
        return Draft("fragment", draft.words)
    opens = draft.kind == "subordinate" and draft.opener is not None and draft.opener.text == "als"
    if not opens or apart_from_frame(built, segment) is None:
        return draft
    return Draft("fragment", draft.words)


def _is_second_end(built: Built, draft: Draft) -> bool:
    """Say whether a form ends the bracket before once more: *Sie habe angerufen, | aber nur die Mailbox erreicht*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    joins = draft.kind == "main" and len(words) > len(("aber", "erreicht")) and words[0].text in _CONTRASTING
    if not joins or draft.finite != words[-1] or not _ALIKE_RE.fullmatch(words[-1].text):
        return False
    before = built.drafts[-1]
    bracket = before.kind == "main" and before.finite is not None and before.finite.lemma == "haben"
    last = next(word for word in reversed(before.words) if word.upos != "PUNCT")
    has_subject = words[1].text in _SUBJECTS or any(w.text in _NOMINATIVE or w.upos == "PROPN" for w in words)
    return bracket and last.features.get("VerbForm") == "Part" and not has_subject


def _opens_with_time(built: Built, draft: Draft) -> bool:
    """Say whether *bis* leads to a time in what a frame cut up: *Er habe, sagt er, | bis heute gewartet*."""
    opener, cut = draft.opener, None if built.matrix is None else built.drafts[built.matrix]
    if draft.kind != "subordinate" or opener is None or cut is None or opener.text not in ("bis", "seit", "während"):
        return False
    last = next(word for word in reversed(draft.words) if word.upos != "PUNCT")
    waits = cut.finite is not None and cut.finite.upos == "AUX" and lacks_predicate(cut)
    framed = built.drafts[-1].kind == "verb_first" or is_so(built.drafts[-1])
    return waits and framed and is_nonfinite(last) and not any(map(is_finite, draft.words))


def _compares(built: Built, draft: Draft) -> bool:
    """Say whether *wie ein Haus ohne Dach* ends what a frame cut up: *Das sei, so Ott, | wie geplant*."""
    opener = draft.opener
    if draft.kind != "subordinate" or opener is None or opener.text not in ("wie", "als") or built.matrix is None:
        return False
    cut = built.drafts[built.matrix]
    framed = built.drafts[-1].kind == "verb_first" or is_so(built.drafts[-1])
    if not framed or not lacks_predicate(cut) or cut.finite is None:
        return False
    closes = draft.finite is None or (not is_finite(draft.finite) and is_nonfinite(draft.finite))
    return closes and (draft.finite is None or cut.finite.upos == "AUX" or _is_short(built, draft))


def _is_short(built: Built, draft: Draft) -> bool:
    """Say whether a comparison is one participle with an adverb: *Er fühle sich, sagt er, | wie neu geboren*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    return len(words) <= len(("wie", "neu", "geboren")) and words[-1].features.get("VerbForm") == "Part"


def _closes_cut(built: Built, draft: Draft) -> bool:
    """Say whether an article and a participle end what a frame cut up: *Dort sei, so Ott, | das Gut verkauft*."""
    if draft.kind != "relative" or draft.opener is None or draft.opener.upos != "DET" or built.matrix is None:
        return False
    cut = built.drafts[built.matrix]
    waits = cut.finite is not None and cut.finite.upos == "AUX" and lacks_predicate(cut)
    last = next(word for word in reversed(draft.words) if word.upos != "PUNCT")
    framed = built.drafts[-1].kind == "verb_first" or is_so(built.drafts[-1])
    return waits and framed and MAYBE_PARTICIPLE_RE.match(last.text) is not None


def apart_from_frame(built: Built, segment: Segment) -> int | None:
    """Return the draft before the last that a verbless segment closes."""
    closed = particle_apart(segment, built.drafts[:-1])
    return predicate_apart(segment, built.drafts) if closed is None else closed


def _has_said(draft: Draft) -> bool:
    """Say whether a clause has *haben* with the participle of a verb of saying."""
    return draft.finite is not None and draft.finite.lemma == "haben" and any(map(_is_said, draft.words))


def _is_said(word: Word) -> bool:
    """Say whether a word is the participle of a verb of saying."""
    shaped = MAYBE_PARTICIPLE_RE.match(word.text) is not None or word.text.endswith("iert")
    return shaped and word.upos in ("VERB", "ADJ") and word.lemma in load("reporting_verbs")
