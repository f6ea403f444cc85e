"""What makes a verb a speech act beside its subject: an object, a prepositional phrase, a judgement with *als*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load, table
from quotetrack.nouns import noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.topics import topic_prepositions
from quotetrack.syntax import Word

JUDGED: Final = "als+"
"""The sign of a verb that is an act only with what its object is judged to be: *kritisierte den Plan als überhastet*."""
_VICTIMS: Final = frozenset(
    "opfer todesopfer menschenleben leben tote tribut verletzte verletzten zoll konzentration geduld"
    " trittsicherheit".split()
)
_PLACES: Final = frozenset({"Platz", "Plätze", "Rang", "Ränge", "Feldes", "Platzes", "Saales"})
"""What somebody is sent to without a word: *verwies die Konkurrenz auf die Plätze*, *des Saales*."""
_CAUSES: Final = frozenset(
    "grund gründe ursache ursachen todesursache brandursache unglücksursache absturzursache motiv motive tatmotiv anlass"
    " auslöser begründung erklärung hintergrund termin zeitpunkt ziel beispiel beispiele".split()
)
"""What something is given as: *Als Grund wurde ein Kurzschluss genannt*."""
_GIVING: Final = frozenset({"nennen", "angeben", "anführen", "vermuten"})
_OBJECTING: Final = frozenset({"bemängeln", "beanstanden", "monieren"})
"""Verbs that tell what is wrong even where nobody is named who says so: *Bemängelt wird der Lärm*."""
_ACTING: Final = frozenset(
    "reaktion antwort folge konsequenz dank ersatz ausgleich gegenleistung zeichen strafe gegenmaßnahme vorbereitung"
    " nächstes erstes letztes ganzes einziges".split()
)
"""What an act itself is done as: *Als Reaktion auf den Vorfall kritisierte Ott …*."""
_DEGREES: Final = frozenset({"mehr", "weniger", "anders", "sowohl"})


def is_speech_act(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether the verb has the object or prepositional phrase that makes it a speech act."""
    if _holds_for(cue) or _gives_cause(cue):
        return True
    entry = table("reported_acts").get(cue.lemma)
    if entry is None:
        return False
    if cue.lemma == "verweisen" and any(word.text in _PLACES for word in cue.clause.words):
        return False
    needs = entry[0].split("|")
    if "obj" in needs and (cue.is_passive or _has_object(context, cue, speaker)):
        return True
    if JUDGED in needs and is_judged(cue.clause, "als"):
        return True
    prepositions = topic_prepositions(cue.lemma) - ({"als"} if JUDGED in needs else set())
    return any(
        word.text.lower() in prepositions and word.upos in ("ADP", "CCONJ", "SCONJ", "ADV") for word in cue.clause.words
    )


def is_told_by_nobody(cue: VerbCue) -> bool:
    """Say whether a passive reports though nobody is named: *Als Ursache wird ein Kurzschluss genannt*."""
    if not cue.is_passive:
        return False
    given = cue.lemma == "angeben" and any(word.text.lower() in ("als", "mit") for word in cue.clause.words)
    return given or cue.lemma in _OBJECTING or _gives_cause(cue)


def _gives_cause(cue: VerbCue) -> bool:
    """Say whether something is given as the reason or the like: *Als Gründe führt der Bericht Mängel an*."""
    if cue.lemma not in _GIVING:
        return False
    predicate = _predicate(cue.clause, "als")
    return predicate is not None and predicate.text.lower() in _CAUSES


def _holds_for(cue: VerbCue) -> bool:
    """Say whether somebody holds something to be so: *hält den Plan für verfassungswidrig*."""
    return cue.lemma.rpartition(" ")[2] == "halten" and is_judged(cue.clause, "für")


def is_judged(clause: Clause, lead: str) -> bool:
    """Say whether a clause tells what something is judged to be: *als überhastet*, *für einen Fehler*; no person."""
    predicate = _predicate(clause, lead)
    if predicate is None or predicate.upos == "PROPN" or predicate.text.lower() in _ACTING:
        return False
    noun = noun_of(predicate.text) if predicate.upos == "NOUN" else None
    return noun is None or noun.kind in ("statement", "document")


def _predicate(clause: Clause, lead: str) -> Word | None:
    """Return the noun behind *als* or *für*, else the adjective; nothing is compared with it."""
    words = clause.words
    for place, word in enumerate(words):
        if word.text.lower() != lead or word.masked or _compares(words[place - 1] if place else None):
            continue
        found = None
        for behind in words[place + 1 :]:
            if behind.upos not in ("DET", "ADJ", "ADV", "NUM", "PART", "NOUN", "PROPN") or behind.text == "auch":
                break
            found = behind if behind.upos in ("ADJ", "NOUN", "PROPN") else found
            if behind.upos in ("NOUN", "PROPN"):
                break
        if found is not None:
            return found
    return None


def _compares(before: Word | None) -> bool:
    """Say whether the word before *als* is one of comparison: *mehr als*, *größer als*."""
    return before is not None and (before.text.lower() in _DEGREES or before.features.get("Degree") == "Cmp")


def _has_object(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    objects = [
        word
        for word in cue.clause.words
        if word.upos in ("NOUN", "PROPN", "PRON")
        and not word.masked
        and not (speaker is not None and speaker.span.contains(word.span))
        and word.features.get("Reflex") != "Yes"
        and word.text.lower() not in load("time_nouns")
        and word.relation
        in ("obj", "obl:arg", "iobj", "nsubj", "nmod", "conj", "xcomp", "ccomp", "obl", "appos", "root")
    ]
    if any(word.text.lower() in _VICTIMS for word in objects):
        return False
    bare = [word for word in objects if not _has_preposition(context, word)]
    if cue.lemma == "nennen":
        return any(word.upos == "NOUN" for word in bare)
    return bool(bare)


def _has_preposition(context: Context, word: Word) -> bool:
    return any(child.upos == "ADP" and child.index < word.index for child in context.sentence.children(word))
