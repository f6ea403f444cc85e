"""Which complements a verb grants in its clause, and in which medium: by the word lists, or by its sense there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from quotetrack.clauses import Clause
from quotetrack.cues.forms import lemma_of
from quotetrack.cues.model import FullVerb
from quotetrack.cues.predicatives import SAYINGS, viewer_in
from quotetrack.lexicon import pairs, table
from quotetrack.nouns import is_medium_noun, noun_of
from quotetrack.syntax import Sentence, Word
from quotetrack.vocabulary import Medium

Sense = Literal["certain", "read", "heard", "let_know", "learned"]
"""How a verb of knowing reports: *Für Ott steht fest*, *Dem Bericht ist zu entnehmen*, *wie der Sender erfuhr*."""

_THINKING: Final = frozenset({"nachdenken", "schließen", "setzen", "vertrauen"})
"""Verbs that with a correlate say what somebody thinks: *denkt darüber nach, zu gehen*."""
_EARLY: Final = 3
"""So far behind *wie* its subject stands: *wie | die Deutsche Agentur*."""
_LET_KNOW: Final = frozenset({"wissen", "erkennen", "anklingen", "durchklingen", "erahnen"})
"""Verbs with which somebody lets others know (*ließ erkennen, dass*), though alone they report nothing."""


def sense_of(sentence: Sentence, clause: Clause, verb: FullVerb, words: Sequence[Word]) -> Sense | None:
    """Return how a verb that alone reports nothing does so in its clause; None for any other."""
    if (verb.lemma == "feststehen" or _is_beyond_doubt(clause, verb)) and viewer_in(sentence, clause) is not None:
        return "certain"
    if verb.lemma == "entnehmen" and _names_document(clause):
        return "read"
    if verb.lemma in ("hören", "vernehmen", "erfahren") and _names_source(clause):
        return "heard"
    if verb.lemma == "erfahren" and learns_as_medium(clause):
        return "learned"
    if verb.lemma in _LET_KNOW and any(lemma_of(word) == "lassen" for word in words if word != verb.word):
        return "let_know"
    return None


def _is_beyond_doubt(clause: Clause, verb: FullVerb) -> bool:
    """Say whether something is as certain as what *feststeht*: *steht für Ott außer Frage*, *liegt auf der Hand*."""
    forms = {word.text for word in clause.words if not word.masked}
    beyond = verb.base == "stehen" and bool(forms & {"außer", "ausser"}) and bool(forms & {"Frage", "Zweifel"})
    return beyond or (verb.base == "liegen" and {"auf", "der", "Hand"} <= forms)


def _names_document(clause: Clause) -> bool:
    """Say whether something written is in a clause, of which one can learn: *Dem Bericht ist zu entnehmen, dass …*."""
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN" and not word.masked)
    return any(noun is not None and noun.kind in ("document", "medium") for noun in nouns)


def _names_source(clause: Clause) -> bool:
    """Say whether something is to be heard from somebody: *Aus der Fraktion ist zu hören, dass …*."""
    forms = [word.text.lower() for word in clause.words if not word.masked]
    heard = clause.finite is not None and lemma_of(clause.finite) == "sein" and "zu" in forms
    if heard and clause.words[0] == clause.finite and clause.words[-1].text in ("hören", "vernehmen"):
        return True  # …, war am Rand zu hören
    if not heard or not {"aus", "von", "vom"} & set(forms):
        return False
    nouns = (noun_of(word.text) for word in clause.words if word.upos in ("NOUN", "PROPN") and not word.masked)
    return any(noun is not None and noun.kind in ("organisation", "person", "group", "medium") for noun in nouns)


def learns_as_medium(clause: Clause) -> bool:
    """Say whether a medium is who has learnt something: *wie der Sender Nord erfuhr*, *wie die „Post“ erfahren hat*."""
    if clause.kind != "subordinate" or not clause.opens_with("wie"):
        return False
    nominal = (word for word in clause.words[1:] if word.masked or word.upos in ("NOUN", "PROPN", "X"))
    first = next(nominal, None)
    if first is None or first.index > clause.start + _EARLY:
        return False
    return first.masked or first.index in clause.marked or is_medium_noun(first.text)


def granted(
    clause: Clause, verb: FullVerb, words: Sequence[Word], sense: Sense | None, *, argues: bool
) -> tuple[str, Medium]:
    """Return the complements that a verb takes in its clause, and its medium.

    ``words`` are those shown as the cue; ``argues`` says that a correlate makes the verb one of judging or arguing.
    """
    licenses, medium = _listed(verb, sense, argues=argues)
    if sense == "let_know":
        return "dvi", "speech"
    if verb.lemma == "lauten" and any(word.text.lower() in SAYINGS for word in clause.words if word.upos == "NOUN"):
        return "dviz", medium  # Ihre Botschaft lautet, dass …
    if verb.lemma == "erinnern" and any(word.text.lower() == "sich" for word in words):
        return f"{licenses}z", medium  # erinnert sich, es gesehen zu haben
    return licenses, medium


def _listed(verb: FullVerb, sense: Sense | None, *, argues: bool) -> tuple[str, Medium]:
    """Return what the word lists grant the verb or its phrase, and what its sense does."""
    known = table("reporting_verbs")
    if verb.light is not None:
        noun = verb.light.text.lower()
        licenses = known.get(f"{noun} {verb.base}", ("dvz" if verb.light.upos == "NOUN" else "dviz",))[0]
        return licenses, pairs("light_verbs")[noun, verb.base]  # type: ignore[return-value]
    if sense == "read":
        return "d", "writing"
    if sense == "heard":
        return "dv", "speech"
    if sense == "learned":
        return "i", "speech_or_writing"
    licenses, medium = known.get(verb.lemma, ("", "unknown"))
    if argues and verb.lemma == "bleiben":
        return "dviz", "speech"  # Ott bleibt dabei: Es war Absicht
    if sense == "certain" or argues:
        licenses = "dvz" if sense == "certain" else licenses.replace("d", "").replace("z", "") + "dz"
        medium = medium if medium != "unknown" else "speech_or_thought" if verb.lemma in _THINKING else "speech"
    return licenses, medium  # type: ignore[return-value]
