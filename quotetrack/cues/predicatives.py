"""What reports with a copula: *ist der Ansicht*, *ist überzeugt*, *Ihr Argument ist*, *Für Ott ist klar*."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues.forms import lemma_of
from quotetrack.cues.light_verbs import light_noun, with_article
from quotetrack.cues.modality import is_negated
from quotetrack.cues.model import VerbCue
from quotetrack.cues.verb_words import has_es, reflexives
from quotetrack.lexicon import pairs, table
from quotetrack.nouns import noun_of
from quotetrack.syntax import SUBJECTS, Sentence, Word
from quotetrack.vocabulary import Medium

SAYINGS: Final = frozenset(
    "antwort appell argument auftrag aussage befürchtung begründung behauptung botschaft credo devise einschätzung"
    " einwand ergebnis fazit feststellung forderung hoffnung kernaussage kernbotschaft kernforderung kritik losung"
    " mahnung meinung plädoyer prognose rat sorge standpunkt tenor these vermutung vorschlag vorwurf warnung"
    " überzeugung wunsch bitte erfahrung ratschlag tipp eindruck verdacht befund urteil".split()
)
"""What somebody says or thinks, by the noun for it: *Ihr Argument ist, dass …*."""
_OWNING: Final = frozenset({"der", "des", "von", "vom", "seiner", "ihrer", "einer", "eines"})
TURNING: Final = frozenset(
    "ausfallend deutlich deutlicher emotional energisch ernst grundsätzlich konkret konkreter laut lauter leise leiser"
    " nachdenklich persönlich pathetisch philosophisch sentimental ungeduldig wehmütig".split()
)
"""How somebody becomes who is about to say something: *Der Wirt wird nachdenklich*."""
CLEAR: Final = frozenset("klar unstrittig unverständlich unbegreiflich inakzeptabel".split())
"""What something is *für* somebody who says so."""


def predicative_cue(sentence: Sentence, clause: Clause) -> VerbCue | None:
    """Return *ist der Ansicht*, *hat die Hoffnung* as a cue: a copula or *haben* with a word that reports."""
    finite = clause.finite
    base = "" if finite is None else lemma_of(finite)
    if finite is None or base not in ("sein", "werden", "haben"):
        return None
    turned = _turned(clause, finite) if base == "werden" else None
    light = light_noun(clause, finite, base) if turned is None else None
    if turned is not None:
        return turned
    if light is None and base == "sein":
        return _naming_what_is_said(sentence, clause, finite) or _clear_to_somebody(sentence, clause, finite)
    if light is None or (light.text == "einig" and not _are_of_one_mind(clause)):
        return None
    if base == "haben" and not _holds(clause, finite, light):
        return None
    if (light.text == "sicher" and has_es(clause)) or (light.text == "laut" and is_of_somebody(clause)):
        return None  # Jetzt ist es sicher; Da wird er laut und streng
    worden = [word for word in clause.words if word.text.lower() in ("geworden", "worden")]
    is_state = light.upos == "ADJ" and base == "sein"
    return VerbCue(
        clause=clause,
        verb=finite,
        lemma=f"{light.text} {base}",
        words=tuple(
            sorted([finite, *with_article(clause, light), *worden, *reflexives(clause)], key=lambda word: word.index)
        ),
        licenses="dvi" if light.text == "Erinnerung" else "dvz" if base == "haben" or is_state else "dv",
        medium=pairs("light_verbs")[light.text.lower(), base],  # type: ignore[arg-type]
        is_negated=is_negated(clause, finite),
        modal=None,
        is_passive=base == "werden" and light.text != "laut",
        is_known=False,
    )


def _turned(clause: Clause, finite: Word) -> VerbCue | None:
    """Return how somebody becomes, with what is said, as a cue: *„So nicht“, wurde Ott deutlich*."""
    last = next(word for word in reversed(clause.words) if word.upos != "PUNCT")
    first = next((word for word in clause.words if word.upos != "PUNCT"), last)
    tone = last if last.text in TURNING else first if first.text.lower() in TURNING else None
    if tone is None or tone.masked or tone.index in clause.marked or not is_of_somebody(clause):
        return None
    words = tuple(sorted((finite, tone), key=lambda word: word.index))
    lemma = f"{tone.text.lower()} werden"
    return VerbCue(clause, finite, lemma, words, "vi", "speech", is_negated(clause, finite), None, False, False)


def is_of_somebody(clause: Clause) -> bool:
    """Say whether a clause has a person for its subject: *Da wird er laut*, beside *Forderungen werden laut*."""
    subjects = (word for word in clause.words if word.relation in SUBJECTS and not word.masked)
    return any(
        word.text.lower() in ("er", "sie", "der", "die")
        or word.upos == "PROPN"
        or ((noun := noun_of(word.text)) is not None and noun.kind == "person")
        for word in subjects
    )


def _holds(clause: Clause, finite: Word, noun: Word) -> bool:
    """Say whether a noun is what somebody has, told by the author: *hat die Hoffnung*, not *hat in der Hoffnung*."""
    before = [word for word in clause.words if word.index == noun.index - 1]
    if noun.text == "Erinnerung":  # so hat es Ott in Erinnerung
        return [word.text for word in before] == ["in"] and finite.text.lower() not in ("habe", "hätte", "hätten")
    behind = noun.index > finite.index or clause.kind != "main"
    return (
        behind and finite.text.lower() not in ("habe", "hätte", "hätten") and all(word.upos != "ADP" for word in before)
    )


def _are_of_one_mind(clause: Clause) -> bool:
    """Say whether somebody is named who is *sich einig*."""
    forms = {word.text.lower() for word in clause.words}
    return "sich" in forms and "man" not in forms


def _naming_what_is_said(sentence: Sentence, clause: Clause, finite: Word) -> VerbCue | None:
    """Return *ist* behind a noun for what somebody says: *Die Botschaft des Ministers ist, dass …*, *ist klar: …*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    nouns = [word for word in words if word.upos == "NOUN" and word.index < finite.index]
    owned = bool(nouns) and _is_owned_in_front(words, nouns[0])
    if clause.kind != "main" or not nouns or not (owned or words[0].upos in ("DET", "NOUN", "ADJ")):
        return None
    if words[0].text.lower().startswith(("mein", "unser")):
        return None
    judged = words[0].features.get("Poss") != "Yes" and _is_judged_before_colon(sentence, words, finite)
    if words[-1] != finite and not judged:
        return None
    if nouns[0].text.lower() not in SAYINGS or (nouns[0].index > words[0].index + 2 and not owned):
        return None
    if owned:
        return _sein_cue(clause, finite, (finite,), "speech_or_writing")
    behind = words[words.index(nouns[0]) + 1]
    if words[0].features.get("Poss") != "Yes" and behind.text not in _OWNING:
        return None
    return _sein_cue(clause, finite, (finite,), "speech_or_writing")


def _is_owned_in_front(words: list[Word], noun: Word) -> bool:
    """Say whether a name in the genitive tells whose a noun is: *| Ida Otts | größter Wunsch ist, dass …*."""
    before = words[: words.index(noun)]
    names = [word for word in before if word.upos == "PROPN"]
    rest = before[len(names) :]
    owned = bool(names) and before[: len(names)] == names and names[-1].text.endswith(("s", "’", "'"))
    return owned and all(word.upos == "ADJ" for word in rest)


def _is_judged_before_colon(sentence: Sentence, words: list[Word], finite: Word) -> bool:
    """Say whether an adjective and a colon end a clause: *Die Antwort der Stadt ist | knapp: …*."""
    behind = [word for word in words if word.index > finite.index]
    if not behind:
        return False
    end = behind[-1].index + 1
    colon = end <= len(sentence.words) and sentence.word(end).text == ":"
    return colon and behind[-1].upos in ("ADJ", "ADV") and all(word.upos in ("ADJ", "ADV", "PART") for word in behind)


def _clear_to_somebody(sentence: Sentence, clause: Clause, finite: Word) -> VerbCue | None:
    """Return *ist klar* with *für* somebody as a cue: *Für Ott ist klar, dass die Brücke bleibt*."""
    predicate = next((word for word in clause.words if word.text.lower() in CLEAR and not word.masked), None)
    things = any(word.upos == "NOUN" and word.relation in SUBJECTS for word in clause.words)
    if predicate is None or things or viewer_in(sentence, clause) is None or finite.text in ("sei", "seien"):
        return None
    return evolve(_sein_cue(clause, finite, (finite, predicate), "speech_or_thought"), licenses="dvz")


def viewer_in(sentence: Sentence, clause: Clause) -> Word | None:
    """Return the noun or name behind *für* in a clause: for whom something is so."""
    for word in clause.words:
        head = sentence.head(word) if word.text.lower() == "für" and word.upos == "ADP" else None
        noun = noun_of(head.text) if head is not None and head.upos == "NOUN" else None
        somebody = noun is not None and noun.kind in ("person", "organisation", "group", "medium")
        named = head is not None and head.upos == "PROPN" and head.text not in table("places")
        if head is not None and head in clause.words and (somebody or named):
            return head
    return None


def _sein_cue(clause: Clause, finite: Word, words: tuple[Word, ...], medium: Medium) -> VerbCue:
    shown = tuple(sorted(words, key=lambda word: word.index))
    lemma = "sein" if len(words) == 1 else f"{words[-1].text.lower()} sein"
    return VerbCue(clause, finite, lemma, shown, "dvz", medium, is_negated(clause, finite), None, False, False)
