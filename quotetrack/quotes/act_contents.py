"""What makes a verb a speech act beside its subject: an object, a prepositional phrase, a judgement with *als*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load, table
from quotetrack.nouns import noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.building import is_line
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.topics import topic_prepositions
from quotetrack.syntax import SUBJECTS, Word

JUDGED: Final = "als+"
"""The sign of a verb that is an act only with what its object is judged to be: *kritisierte den Plan als falsch*."""
_VICTIMS: Final = frozenset(
    "opfer todesopfer menschenleben leben tote tribut verletzte verletzten zoll konzentration geduld"
    " trittsicherheit".split()
)
_OTHERWISE: Final[Mapping[str, frozenset[str]]] = {
    "verweisen": frozenset({"Platz", "Plätze", "Rang", "Ränge", "Feldes", "Platzes", "Saales"}),
    "sprechen": frozenset("frei heilig selig mündig schuldig Gebet Gebete Machtwort Recht Urteil Verbot".split()),
    "einräumen": frozenset(
        "Chance Chancen Frist Kredit Möglichkeit Möglichkeiten Platz Priorität Rabatt Recht Rechte Rechten Stellenwert"
        " Vorfahrt Vorrang Vorrecht".split()
    ),
    "versprechen": frozenset({"sich"}),
    "darstellen": frozenset({"sich"}),
    "nennen": frozenset({"Name"}),
    "vorhalten": frozenset(
        "Akte Akten Ausweis Brief Briefe Foto Fotos Hand Mail Mails Messer Mikrofon Mikrophon Pistole Protokoll"
        " Protokolle Spiegel Waffe Zettel".split()
    ),
    "klagen": frozenset(
        "Atemnot Bauchschmerzen Beschwerden Kopfschmerzen Rückenschmerzen Schmerzen Schwindel Unwohlsein"
        " Übelkeit".split()
    ),
}
"""Words with which a verb says nothing: *verwies ihn des Saales*, *räumte ihm Vorrang ein*."""
_PUBLISHING: Final = frozenset({"bekannt geben", "bekanntgeben", "verkünden"})
"""Verbs whose object is the news, unless it only names that there is some: *gab seinen Rücktritt bekannt*."""
_CONTENTS: Final = (
    "ergebnis", "ergebnisse", "detail", "details", "einzelheiten", "entscheidung", "entscheidungen", "name", "namen",
    "nachricht", "nachrichten", "botschaft", "preis", "preise", "termin", "termine", "identität", "zahlen", "daten",
    "information", "informationen", "liste", "gründe", "grund", "urteil", "sieger", "gewinner", "preisträger", "stand",
)  # fmt: skip
"""Ends of nouns that tell nothing of the news that is published."""
_DONE_BY_THINGS: Final = frozenset({"drohen", "hinweisen", "verlangen", "versprechen"})
"""Verbs for what things do too: *Die Spuren weisen auf einen Wolf hin*."""
_CAUSES: Final = frozenset(
    "grund gründe ursache ursachen todesursache brandursache unglücksursache absturzursache motiv motive tatmotiv"
    " anlass auslöser begründung erklärung hintergrund termin zeitpunkt ziel beispiel beispiele".split()
)
"""What something is given as: *Als Grund wurde ein Kurzschluss genannt*."""
_GIVING: Final = frozenset({"nennen", "angeben", "anführen", "vermuten"})
_OBJECTING: Final = frozenset({"bemängeln", "beanstanden", "monieren", "warnen"})
"""Verbs that tell what is wrong even where nobody is named who says so: *Bemängelt wird der Lärm*."""
_EXPECTING: Final = frozenset({"rechnen", "kalkulieren"})
"""Verbs that in a headline tell what is to come, and nothing that was said."""
_ACTING: Final = frozenset(
    "reaktion antwort folge konsequenz dank ersatz ausgleich gegenleistung zeichen strafe gegenmaßnahme vorbereitung"
    " erste erster erstes zweite zweiter dritte dritter nächste nächster nächstes letzte letzter letztes ganzes einzige"
    " einziger einziges".split()
)
"""What an act itself is done as: *Als Reaktion auf den Vorfall kritisierte Ott …*."""
_COURT_DEMANDS: Final = frozenset({"fordern"})
"""Verbs whose object may be a sentence in years."""
_JUDGING_RE: Final = regex.compile(r"\p{L}{3}(?:los|lich|haft|isch|ig|bar|sam|voll|falsch|wahr|wert)$")
"""Ends of adjectives that a tagger takes for adverbs: *als haltlos*."""
_DEGREES: Final = frozenset({"mehr", "weniger", "anders", "sowohl"})


def may_be_act(cue: VerbCue) -> bool:
    """Say whether a verb can be an act at all, whatever stands beside it."""
    return cue.lemma in table("reported_acts") or _gives(cue) or cue.lemma.endswith("halten")


def _gives(cue: VerbCue) -> bool:
    """Say whether a verb gives a name or a reason: *nennen*, *Grund nennen*."""
    return cue.lemma.rpartition(" ")[2] in _GIVING


def is_speech_act(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether the verb has the object or prepositional phrase that makes it a speech act."""
    if _holds_for(cue, speaker) or _gives_cause(cue):
        return True
    entry = table("reported_acts").get(cue.lemma)
    if entry is None or _says_nothing(context, cue, speaker):
        return False
    if cue.lemma in _PUBLISHING:
        return _tells_news(cue, speaker)
    needs = entry[0].split("|")
    if "obj" in needs and (_has_object(context, cue, speaker) or (cue.is_passive and not _is_taken_up(cue.clause))):
        return True
    if JUDGED in needs and _is_judged(cue, "als"):
        return True
    prepositions = topic_prepositions(cue.lemma) - ({"als"} if JUDGED in needs else set())
    return any(
        word.text.lower() in prepositions
        and word.upos in ("ADP", "CCONJ", "SCONJ", "ADV")
        and not _leads_to_time(context, word)
        for word in cue.clause.words
    )


def _tells_news(cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether the object of a verb of publishing is the news itself."""
    objects = [
        word
        for word in cue.clause.words
        if word.upos == "NOUN"
        and not word.masked
        and word.relation in ("obj", *SUBJECTS)
        and not (speaker is not None and speaker.span.contains(word.span))
    ]
    return bool(objects) and not any(word.text.lower().endswith(_CONTENTS) for word in objects)


def _says_nothing(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether the verb has another sense beside its words, or tells what a thing does."""
    others = _OTHERWISE.get(cue.lemma, frozenset())
    if any(word.text in others for word in cue.clause.words):
        return True
    if cue.lemma in _EXPECTING and is_line(context):
        return True
    thing = speaker is not None and speaker.head.upos == "NOUN" and noun_of(speaker.head.text) is None
    return thing and cue.lemma in _DONE_BY_THINGS


def _is_taken_up(clause: Clause) -> bool:
    """Say whether the subject in front only takes up the sentence before: *Dies wurde gestern angekündigt*."""
    finite = clause.finite
    first = clause.words[0]
    alone = finite is not None and finite.index == first.index + 1
    return alone and first.text.lower() in ("das", "dies", "dieses")


def _leads_to_time(context: Context, preposition: Word) -> bool:
    """Say whether a preposition only tells when: *berichtete die Zeitung in ihrer Ausgabe vom 7. April*."""
    head = context.sentence.head(preposition)
    if head is None or not is_time(head) or head.index < preposition.index:
        return False
    between = context.words(preposition.index + 1, head.index - 1)
    return all(word.upos == "DET" or word.text[:1].isdigit() for word in between)


def is_told_by_nobody(cue: VerbCue) -> bool:
    """Say whether a passive reports though nobody is named: *Als Ursache wird ein Kurzschluss genannt*."""
    if not cue.is_passive:
        return False
    given = cue.lemma == "angeben" and any(word.text.lower() in ("als", "mit") for word in cue.clause.words)
    return given or cue.lemma in _OBJECTING or _gives_cause(cue)


def _gives_cause(cue: VerbCue) -> bool:
    """Say whether something is given as the reason or the like: *Als Gründe führt der Bericht Mängel an*."""
    if not _gives(cue):
        return False
    predicate = _predicate(cue, "als")
    return predicate is not None and predicate.text.lower() in _CAUSES


def _holds_for(cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether somebody holds something to be so, now and openly: *Kern hält den Plan für verfassungswidrig*."""
    finite = cue.clause.finite
    if finite is None or finite.text not in ("hält", "halten") or cue.lemma.rpartition(" ")[2] != "halten":
        return False
    own = speaker is not None and speaker.head.text.lower() in ("ich", "wir")
    return not own and _is_judged(cue, "für")


def _is_judged(cue: VerbCue, lead: str) -> bool:
    """Say whether a clause tells what something is judged to be: *als überhastet*, *für einen Fehler*; no person."""
    predicate = _predicate(cue, lead)
    if predicate is None or predicate.upos == "PROPN" or predicate.text.lower() in _ACTING:
        return False
    noun = noun_of(predicate.text) if predicate.upos == "NOUN" else None
    return noun is None or noun.kind in ("statement", "document")


def _predicate(cue: VerbCue, lead: str) -> Word | None:
    """Return the noun behind *als* or *für*, else the adjective or participle; nothing is compared with it."""
    words = cue.clause.words
    for place, word in enumerate(words):
        if word.text.lower() == lead and not word.masked and not _compares(words[place - 1] if place else None):
            found = _last_of_phrase(words[place + 1 :], cue)
            if found is not None:
                return found
    return None


def _last_of_phrase(words: Sequence[Word], cue: VerbCue) -> Word | None:
    found = None
    for word in words:
        if word.upos in ("NOUN", "PROPN"):
            return word
        if word == cue.verb or word.text == "auch" or word.upos not in ("DET", "ADJ", "ADV", "NUM", "PART", "VERB"):
            break
        found = word if word.upos in ("ADJ", "VERB") or _JUDGING_RE.search(word.text) else found
    return found


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
        and (word.text.lower() not in load("time_nouns") or _is_demanded(context, cue, word))
        and word.relation
        in ("obj", "obl:arg", "iobj", "nsubj", "nmod", "conj", "xcomp", "ccomp", "obl", "appos", "flat", "root")
    ]
    if any(word.text.lower() in _VICTIMS for word in objects):
        return False
    bare = [word for word in objects if not _has_preposition(context, word)]
    if cue.lemma == "nennen":
        return any(word.upos == "NOUN" for word in bare)
    return bool(bare)


def _is_demanded(context: Context, cue: VerbCue, time: Word) -> bool:
    """Say whether a court is asked for a time: *Die Anklage hatte acht Jahre gefordert*."""
    counted = any(child.upos == "NUM" or child.relation == "amod" for child in context.sentence.children(time))
    return cue.lemma in _COURT_DEMANDS and counted


def _has_preposition(context: Context, word: Word) -> bool:
    return any(child.upos == "ADP" and child.index < word.index for child in context.sentence.children(word))
