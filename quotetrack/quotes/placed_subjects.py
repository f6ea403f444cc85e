"""The subject by its place, where the tree has none: before the finite verb, right behind it, the first nominative."""

from __future__ import annotations

from itertools import pairwise

from quotetrack.cues import VerbCue
from quotetrack.nouns import is_person_noun
from quotetrack.phrases import case_of
from quotetrack.quotes.cases import (
    OBLIQUE_FORMS,
    agrees,
    has_oblique_article,
    is_masculine_nominative,
    may_be_dative,
)
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import (
    NAME_PARTICLES,
    STANDING_ALONE,
    can_speak,
    is_governed,
    is_inner,
    is_quoted,
    noun_after,
    opens_as_adverb,
    opens_phrase,
    speaks,
)
from quotetrack.quotes.quantities import approximation
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word


def front_nominal(context: Context, cue: VerbCue) -> Word | None:
    """Return the head of the field before the finite verb if a noun phrase fills it that may be a nominative."""
    clause, finite = cue.clause, cue.clause.finite
    if clause.kind != "main" or finite is None:
        return None
    words = [word for word in clause.words if word.index < finite.index and word.upos not in ("PUNCT", "CCONJ")]
    words = words[approximation(words) :]
    if not words or words[0].masked or words[0].text.lower() in OBLIQUE_FORMS:
        return None
    if opens_as_adverb(context, words[0], cue):
        return None
    if words[0].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
        return None
    if len(words) == 1 and words[0].text.lower() in STANDING_ALONE:
        return words[0]
    if len(words) == 1 and words[0].upos == "ADJ" and is_person_noun(words[0].text):
        return words[0]  # Überlebende
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "PRON") and can_speak(word)]
    own = {word.index for word in words}
    tops = [word for word in nouns if word.head not in own] or nouns
    free = (word for word in tops if not (is_governed(context, word) or has_oblique_article(context, word)))
    return next((word for word in free if agrees(context, word, finite)), None)


def nominative(context: Context, cue: VerbCue) -> Word | None:
    """Return the first nominal in the clause that could be its subject where the tree has none."""
    finite = cue.clause.finite
    if finite is None:
        return None
    for word in cue.clause.words:
        if word.text.lower() in ("einen", "anderen") and word.index > 1 and context.word(word.index - 1).text == "die":
            return None if opens_phrase(context, word) else word
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word == cue.verb or not can_speak(word):
            continue
        oblique = word.features.get("Case") not in (None, "Nom") and not is_masculine_nominative(context, word)
        if oblique or word.features.get("Reflex") == "Yes":
            continue
        if is_governed(context, word) or is_inner(context, word, cue) or word in cue.words:
            continue
        if has_oblique_article(context, word):
            continue
        if is_quoted(context, word) or opens_as_adverb(context, word, cue):
            continue
        if agrees(context, word, finite):
            return word
    return None


def behind_first_verb(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun right behind a verb that begins its clause, whatever the tree makes of it: *…, klagte Ott*."""
    clause, finite = cue.clause, cue.clause.finite
    if finite is None or clause.words[0] != finite or len(clause.words) < 2:
        return None
    first = clause.words[1]
    if first.text in STANDING_ALONE and not opens_phrase(context, first):
        return first
    noun = first if first.upos in ("NOUN", "PROPN") else noun_after(clause, first) if first.upos == "DET" else None
    if noun is None or not can_speak(noun) or has_oblique_article(context, noun) or is_governed(context, noun):
        return None
    return noun if agrees(context, noun, finite) else None


def behind_dative(context: Context, cue: VerbCue) -> Word | None:
    """Return the feminine behind the dative of a person, whatever its tag: *habe ihr die Leiterin gesagt, …*."""
    finite = cue.clause.finite
    if finite is None or not cue.licenses:
        return None
    for dative, article in pairwise(cue.clause.words):
        is_dative = dative.text in ("ihr", "ihm", "ihnen") and dative.index == finite.index + 1
        if is_dative and article.text in ("die", "eine") and article.upos == "DET":
            noun = noun_after(cue.clause, article)
            return noun if noun is not None and agrees(context, noun, finite) else None
    return None


def speaking_noun(context: Context, cue: VerbCue) -> Word | None:
    """Return who may speak in a frame that begins with its verb, whatever its case: *will das „Blatt“ wissen*."""
    clause, finite = cue.clause, cue.clause.finite
    if finite is None or clause.words[0] != finite:
        return None
    return next((word for word in clause.words if may_be_speaking(context, word, cue)), None)


def may_be_speaking(context: Context, word: Word, cue: VerbCue) -> bool:
    """Say whether a noun or name of the clause stands for who may speak, and may be a nominative by its form."""
    if word.masked or word.upos not in ("NOUN", "PROPN") or word == cue.verb or word in cue.words:
        return False
    if not (speaks(word) and can_speak(word) and agrees(context, word, cue.clause.finite)):
        return False
    return not (may_be_dative(context, word) or is_governed(context, word) or is_inner(context, word, cue))


def behind_finite(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun behind the verb of saying where the clause has no other subject.

    Its article may be a nominative, whatever the tag says: *Am Mittag meldete dann das Inselradio, …*, *…, teilte am
    Montag der Leiter mit*.
    """
    clause, finite = cue.clause, cue.clause.finite
    if clause.kind not in ("main", "verb_first") or finite is None or not cue.licenses:
        return None
    for word in clause.words:
        if word.index <= finite.index or word.masked or word.text not in ("die", "das", "eine", "der", "ein"):
            continue
        noun = noun_after(clause, word)
        if noun is None or (word.index > 1 and context.word(word.index - 1).upos in ("ADP", "NOUN")):
            continue
        if can_speak(noun) and not is_governed(context, noun) and agrees(context, noun, finite):
            return noun
    return None


def surname_beside(context: Context, cue: VerbCue) -> Word | None:
    """Return a surname that is a word of time too, or has a particle, beside the verb: *sagte Sommer*, *sagte von Tal*.

    Nothing else is the subject of the clause, and a time or a source would have an article or another preposition.
    """
    finite = cue.clause.finite
    if finite is None or not cue.licenses:
        return None
    own = {word.index: word for word in cue.clause.words}
    after, before = own.get(finite.index + 1), own.get(finite.index - 1)
    if after is not None and after.text in NAME_PARTICLES and finite.index + 2 in own:
        name = own[finite.index + 2]
        return name if name.upos == "PROPN" else None
    for word in (after, before):
        bare = word is not None and word.upos == "PROPN" and context.sentence.child(word, DETERMINERS) is None
        if word is not None and bare and word.relation in SUBJECTS and case_of(context.sentence, word) is None:
            return word
    return None


def share_behind(cue: VerbCue) -> Word | None:
    """Return the share of those asked right behind a plural verb of saying: *gaben | 62 Prozent | an, …*."""
    finite = cue.clause.finite
    if finite is None or not cue.licenses or finite.features.get("Number") != "Plur":
        return None
    behind = [word for word in cue.clause.words if word.index > finite.index][:2]
    counted = len(behind) == len(("62", "Prozent")) and behind[0].upos == "NUM" and behind[1].text == "Prozent"
    return behind[1] if counted else None
