"""Which clause is a frame for what stands before it, and who speaks or acts in it."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.cases import has_oblique_article
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.nominals import STANDING_ALONE, can_speak, is_governed, speaks
from quotetrack.quotes.reporting import DEPENDENT, is_reported
from quotetrack.syntax import COORDINATIONS, SUBJECTS, Word

_OBJECTS: Final = frozenset({"das", "dies", "es", "sich", "ihn", "ihm", "ihnen", "dem"})
_RESOLVING: Final = frozenset("entscheiden beschließen vereinbaren versprechen zusichern zusagen".split())
_CERTAIN: Final = frozenset({"feststehen", "klar", "sicher"})
"""How something is for somebody in a frame with *so viel*: *…, so viel steht für Ott fest*."""
_PLACED: Final = frozenset(
    {"aus", "von", "vom", "in", "im", "bei", "beim", "am", "auf", "unter", "vor", "dort", "überall"}
)
_TOLD: Final = frozenset({"berichten", "erzählen", "munkeln", "raunen", "tuscheln", "kolportieren", "behaupten"})
"""Verbs of what is said by whoever it may be."""
_AGREEING: Final = frozenset({"übereinstimmen", "einig sein", "überzeugt sein", "sicher sein", "ausgehen"})


def is_second_act(cue: VerbCue) -> bool:
    """Say whether a verb with an object that cannot speak adds an act: *…, schloss Ersatzteile aber nicht aus*."""
    words = [word for word in cue.clause.words if word.upos != "PUNCT" and word not in cue.words]
    contrasts = any(word.text in ("aber", "jedoch") for word in words)
    tops = (word for word in words if word.relation not in COORDINATIONS | {"nmod"})
    nominal = [word for word in tops if word.upos in ("NOUN", "PROPN", "PRON")]
    return contrasts and not any(map(speaks, nominal))


def is_done_to_something(context: Context, cue: VerbCue) -> bool:
    """Say whether a passive has a thing for its subject: *…, dem Plan werden geringe Chancen eingeräumt*."""
    if not cue.is_passive or cue.lemma == "zitieren":
        return False
    after = [word for word in cue.clause.words if word.index > cue.clause.start and word not in cue.words]
    nouns = [word for word in after if word.upos == "NOUN" and not word.masked and not is_time(word)]
    return any(not is_governed(context, word) and not speaks(word) for word in nouns)


def is_bare_frame(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause holds nothing but its verb and who speaks, so that what was said stands before it.

    ``Der Umbau wird teuer, fürchtet Ott.``: unlike *…, forderte Neuwahlen und ging* it has no object and ends here.
    """
    clause = cue.clause
    before = context.clauses.before(clause)
    fronted = before is not None and before.kind == "subordinate" and context.separator_before(before.start) != ","
    return not fronted and is_final(context, clause) and is_only_frame(context, cue)


def is_only_frame(context: Context, cue: VerbCue) -> bool:
    """Say whether a clause begins with its verb and holds besides nothing but who speaks, and phrases."""
    clause = cue.clause
    if clause.words[0] != clause.finite or len(clause.words) < 2:
        return False
    head = next((word for word in clause.words[1:4] if word.upos in ("NOUN", "PROPN", "PRON")), None)
    if head is None or not (speaks(head) and can_speak(head)):
        return False
    if has_oblique_article(context, head) or is_governed(context, head):
        return False
    own = mention(context, head, clause).span
    rest = [word for word in clause.words[1:] if not own.contains(word.span) and word not in cue.words]
    nominal = [word for word in rest if word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word)]
    return not any(word.upos in ("CCONJ", "VERB", "AUX") for word in rest) and all(
        is_governed(context, word) for word in nominal
    )


def is_read_there(cue: VerbCue) -> bool:
    """Say whether a frame tells where the words can be read: *…, stand in dem Schreiben*, *…, so steht es darin*."""
    if _is_heard_there(cue):
        return True
    if cue.lemma not in ("stehen", "lesen", "nachlesen") or cue.is_negated:
        return False
    inside = [word for word in cue.clause.words if word.text.lower() in ("in", "im", "darin", "auf")]
    named = (word for word in cue.clause.words if word.upos == "NOUN" and word.text != "Blatt")
    nouns = [known for word in named if (known := noun_of(word.text)) is not None]
    return any(word.text.lower() == "darin" for word in inside) or (
        bool(inside) and any(noun.kind in ("document", "medium") for noun in nouns)
    )


def sounds_from(cue: VerbCue) -> bool:
    """Say whether something sounds from somewhere, as words do: *…, schepperte es aus dem Lautsprecher*."""
    forms = [word.text for word in cue.clause.words]
    return forms[1:2] == ["es"] and any(form in ("aus", "von", "durch") for form in forms[2:])


def _is_heard_there(cue: VerbCue) -> bool:
    """Say whether a frame tells where something is heard: *…, so war aus der Fraktion zu hören*, *hört man im Ort*."""
    forms = [word.text.lower() for word in cue.clause.words]
    heard = cue.lemma in ("hören", "vernehmen", "erfahren") and cue.clause.finite is not None
    placed = not _PLACED.isdisjoint(forms) or cue.clause.words[0] == cue.clause.finite  # …, war zu hören
    return heard and not cue.is_negated and placed and ("zu" in forms or "man" in forms[:2])


def is_told_by_nobody(context: Context, cue: VerbCue) -> bool:
    """Say whether a passive of saying tells nobody who speaks, and nothing besides: *…, wird berichtet*."""
    clause = cue.clause
    if not cue.is_passive or cue.lemma not in _TOLD or clause.words[0] != clause.finite or cue.is_negated:
        return False
    rest = [word for word in clause.words if word not in cue.words and word.upos in ("NOUN", "PROPN", "PRON")]
    return all(is_governed(context, word) or is_time(word) for word in rest)


def agrees_to_it(cue: VerbCue) -> bool:
    """Say whether a frame takes up what was said before it: *…, darin stimmten beide überein*."""
    words = cue.clause.words
    if words[0].text == "so" and cue.lemma.removesuffix(" sein") in _CERTAIN:
        return words[1].text == "viel" and words[2] == cue.clause.finite
    if len(words) < 3 or words[1] != cue.clause.finite:
        return False
    told = (cue.grants("i") or cue.lemma in _RESOLVING) and not is_konjunktiv_1(words[1])
    if words[0].text in ("das", "dies") and told and not cue.is_passive:
        return any(_may_confirm(word) for word in words[2:])
    return words[0].text in ("darin", "davon", "da") and cue.lemma in _AGREEING


def _may_confirm(word: Word) -> bool:
    """Say whether a word may be who confirms what was said: *…, das bestätigte die Bank*, not *den Verdacht*."""
    return word.text in ("er", "sie") or (word.upos in ("NOUN", "PROPN") and speaks(word))


def is_final(context: Context, clause: Clause) -> bool:
    """Say whether nothing but dependent clauses follows, and what the speaker does too: *…, sagt Ott | und lacht*."""
    behind = [other for other in context.clauses.all if other.start > clause.start and other.kind not in DEPENDENT]
    return all(other.kind == "verb_first" and other.words[0].text == "und" and _is_of_author(other) for other in behind)


def _is_of_author(clause: Clause) -> bool:
    """Say whether a clause is the author's own, in the indicative."""
    return clause.finite is not None and not is_reported(clause)


def has_subject_after(context: Context, cue: VerbCue) -> bool:
    """Say whether something that may be a nominative stands behind the verb: not only *traf den Bürgermeister*."""
    after = [word for word in cue.clause.words if word.index > cue.clause.start and word.text != "sich"]
    nominal = [
        word
        for word in after
        if word.upos in ("NOUN", "PROPN", "PRON")
        or word.relation in SUBJECTS
        or word.text.lower() in STANDING_ALONE | {"anderer"}
    ]
    some = any(word.text in ("einen", "anderen") and context.word(word.index - 1).text == "die" for word in after[1:])
    return some or any(not has_oblique_article(context, word) for word in nominal)


def names_somebody(context: Context, cue: VerbCue) -> bool:
    """Say whether a nominal behind an unknown verb may be who speaks: not *knüpfte dies an Bedingungen*."""
    after = [word for word in cue.clause.words if word.index > cue.clause.start and word.text.lower() not in _OBJECTS]
    nominal = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM")
    return any(word.upos in nominal and not is_governed(context, word) for word in after)
