"""What follows a frame: more of the frame, or more of the clause that it cuts up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from quotetrack.clauses.kinds import classified
from quotetrack.clauses.model import Draft
from quotetrack.clauses.verbs import Segment, is_nonfinite, is_particle
from quotetrack.clauses.words import CALLED, JUDGING, names_act
from quotetrack.lexicon import load, pairs, table
from quotetrack.moods import is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.syntax import PARTICLES, VERBALS, Word

_FEW: Final = 7
_ADVERBIAL: Final = frozenset({"ADP", "ADV", "ADJ", "DET", "NOUN", "PROPN", "VERB"})
_INCOMPLETE: Final = frozenset(
    "ist sind war waren sei seien wäre wären hat haben hatte hatten habe hätte hätten gibt gab gebe gäbe bleibt bleibe"
    " braucht brauche brauchen bedeutet bedeute heißt heiße".split()
)
"""Forms of verbs that say nothing without a noun phrase behind them."""
NO_APPOSITIONS: Final = frozenset(
    "einen keinen kein keine keinerlei weder mehr viel viele wenig wenige weniger genug nichts den dem".split()
)
"""Words that open no apposition to a nominative."""
_SURE: Final = {
    "davon": frozenset({"überzeugt", "aus"}),
    "da": frozenset({"sicher", "einig"}),
    "darin": frozenset({"einig", "überein"}),
}
"""What tells by its front and its end that somebody is sure of what is said around it."""
_LIGHT: Final = frozenset(
    "auch aber also allerdings bereits dabei damit dann derzeit doch dort eben eigentlich einfach hier immer inzwischen"
    " ja jedoch jetzt längst leider natürlich noch nun nur schlicht schon sicher sogar übrigens vielleicht weiterhin"
    " wohl zudem zwar".split()
)
"""Adverbs behind which a clause may still wait for what its verb needs."""
_OF_ACT_RE: Final = regex.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Sonnabend|Mittwoch|^(?:Morgen|Mittag|Abend|Rande|Anfrage|Nachfrage|Medien"
    r"|Gespräch|Interview|Journalisten|Reportern)$|(?:[Rr]adio|[Ff]ernsehen|[Rr]undfunk|[Ii]nterview|[Pp]odcast)$"
    r"|(?:[Ss]itzung|[Kk]onferenz|[Dd]ebatte|[Ee]rklärung|[Vv]erhandlung|[Tt]reffen|[Kk]undgebung|[Pp]ressetermin)$"
)
"""What a phrase of a frame names: a day, an occasion, who listens."""


def ends_in_particle_of(segment: Segment, frame: Draft, matrix: Draft) -> bool:
    """Say whether a segment closes a frame behind an apposition: *teilte die Leiterin, Ida Kern, | am Montag mit*.

    Behind a verb that reports alone it closes what the frame cuts up: *Er trete, sagte Ott, | als Kandidat an*.
    """
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if not words or frame.finite is None:
        return False
    last = words[-1]
    tells = last.text == "mit" and frame.finite.text.lower() in ("teilt", "teilte", "teilten", "teilen")
    if frame.finite.lemma in load("reporting_verbs") and lacks_predicate(matrix):
        return False
    return tells or (is_particle(last) and last.relation in PARTICLES and last.head == frame.finite.index)


def tells_who_is_sure(draft: Draft) -> bool:
    """Say whether a clause tells in front of its verb that somebody is sure or grants it: *davon ist Ott überzeugt*.

    So it does with a particle at the end: *das räumt Ott ein*.
    """
    words = [word for word in draft.words if word.upos != "PUNCT"]
    forms = {word.text for word in words[2:]}
    if draft.kind != "main" or len(words) < len(("davon", "geht", "Ott", "aus")):
        return False
    if words[0].text == "so":
        return words[1].text == "viel" and words[2] == draft.finite and bool(forms & {"fest", "sicher", "klar"})
    if words[0].text in ("das", "dies") and words[1] == draft.finite:
        verbs = (words[-1].text.lower() + words[1].lemma, words[1].lemma)
        known = next((table("reporting_verbs")[verb][0] for verb in verbs if verb in load("reporting_verbs")), "")
        return "i" in known and not is_konjunktiv_1(words[1])
    return words[1] == draft.finite and bool(forms & _SURE.get(words[0].text, frozenset()))


def is_afterthought(words: Sequence[Word], frame: Draft) -> bool:
    """Say whether words are added to what was said, no front of a frame: *…, | sondern der Ton |, behauptet Ott*."""
    forms = [word.text for word in words if word.upos != "PUNCT"][:2]
    added = forms[:1] == ["sondern"] or forms == ["und", "zwar"]
    finite = frame.finite
    return added and frame.kind == "verb_first" and finite is not None and finite.lemma in load("reporting_verbs")


def closes_matrix(segment: Segment, matrix: Draft) -> bool:
    """Say whether a particle alone closes what an infinitive interrupts: *lehnte die Bitte, zu warten, | ab*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    finite = matrix.finite
    return len(words) == 1 and finite is not None and words[0].relation in PARTICLES and words[0].head == finite.index


def goes_on_behind_noun(segment: Segment, inner: Draft, matrix: Draft) -> bool:
    """Say whether a clause goes on behind a noun and its infinitive: *Hilfe hat der Plan, zu bauen, | nun im Rat*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    told = [word for word in inner.words if word.upos != "PUNCT"]
    nouns = [word for word in matrix.words if word.upos != "PUNCT" and word.index < inner.words[0].index]
    if not words or not nouns or inner.words[0].index != nouns[-1].index + 2 or told[-1].upos not in VERBALS:
        return False
    opens = words[0].upos in ("ADV", "ADP") and words[0].text.lower() not in ("auch", "etwa", "darunter", "wie")
    return opens and nouns[-1].upos == "NOUN" and names_act(nouns[-1].text.lower())


def particle_apart(segment: Segment, drafts: Sequence[Draft]) -> int | None:
    """Return the draft that a particle with its adverbs closes: *weist den Vorwurf, er lüge, | entschieden zurück*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    inner = words[1:-1] if words and words[0].text == "als" else words[:-1]
    if not 0 < len(words) <= _FEW or not is_particle(words[-1]) or any(w.upos not in _ADVERBIAL for w in inner):
        return None
    for number in range(len(drafts) - 1, -1, -1):
        finite = drafts[number].finite
        if finite is not None and drafts[number].kind == "main" and finite.upos == "VERB":
            closed = drafts[number].words[-1].relation in PARTICLES
            known = words[-1].text.lower() + finite.lemma.lower() in load("reporting_verbs")
            return number if known and not closed else None
    return None


def predicate_apart(segment: Segment, drafts: Sequence[Draft]) -> int | None:
    """Return the draft that waits for what it calls a thing: *nannte den Vorwurf, er habe gelogen, | absurd*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if len(drafts) < len(("matrix", "claim")) or not words or segment.separator != ",":
        return None
    matrix, claim = drafts[-2], drafts[-1]
    told = claim.kind == "main" and claim.finite is not None and is_konjunktiv_1(claim.finite)
    if matrix.kind != "main" or matrix.finite is None or not told or matrix.words[-1].upos != "NOUN":
        return None
    plain = all(word.upos in ("ADJ", "ADV") for word in words)
    if words[0].upos == "ADP" and (words[-1].text.lower(), matrix.finite.lemma) in pairs("light_verbs"):
        return len(drafts) - 2  # stellte die Behauptung, er sei krank, | in Abrede
    needs = JUDGING.get(matrix.finite.lemma)
    fits = needs is not None and (words[0].text == needs or (not needs and plain))
    whole = words[0].text in ("als", "für") or any(map(is_nonfinite, claim.words))
    closes = matrix.finite.upos == "AUX" and is_nonfinite(words[-1]) and whole
    return len(drafts) - 2 if fits or (closes and not any(map(is_nonfinite, matrix.words))) else None


def bracket_apart(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """Return the draft whose bracket verbs close behind an aside: *Das hätte, da sind sich alle einig, | gereicht*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    if len(drafts) < len(("matrix", "aside")) or not words or any(word.upos not in VERBALS for word in words):
        return None
    matrix, aside = drafts[-2], drafts[-1]
    waits = matrix.kind == "main" and matrix.finite is not None and lacks_predicate(matrix)
    told = aside.kind == "main" and aside.words[0].text.lower() in ("da", "das", "dies", "darin", "darüber")
    return len(drafts) - 2 if waits and told and matrix.finite is not None and matrix.finite.upos == "AUX" else None


def closes_bracket(segment: Segment, frame: Draft) -> bool:
    """Say whether a participle alone closes a frame in the passive: *wird Ott, die Leiterin, | zitiert*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    waits = frame.finite is not None and frame.finite.text in ("wird", "wurde") and frame.words[0] == frame.finite
    return waits and len(words) == 1 and is_nonfinite(words[0]) and not any(map(is_nonfinite, frame.words))


def tells_of_act(segment: Segment, frame: Draft, matrix: Draft) -> bool:
    """Say whether a phrase behind a closed apposition tells of the act: *meinte der Chef, Jan Kern, | am Montag*.

    A place does where the clause that was said is complete: *Er sei gegangen, sagte der Chef, Jan Kern, | in Genf*.
    """
    words = [word for word in segment.words if word.upos != "PUNCT"]
    closed = any(two.index > one.index + 1 for one, two in pairwise(frame.words))
    if not words or not closed or words[0].upos != "ADP" or is_nonfinite(words[-1]):
        return False
    noun = next((word for word in words if word.upos in ("NOUN", "PROPN")), words[-1])
    placed = words[0].text == "in" and noun == words[-1] and noun.upos == "PROPN" and not lacks_predicate(matrix)
    return placed or words[0].text == "gegenüber" or is_of_act(words)


def is_closed_phrase(segment: Segment, frame: Draft, matrix: Draft, following: Segment | None) -> bool:
    """Say whether a phrase stands between commas behind a closed apposition: *sagte Ott, der Wirt, | zur Begründung,*.

    No comma stands behind a phrase within a clause, so that it is of the frame; so it is at the end of a sentence.
    """
    words = [word for word in segment.words if word.upos != "PUNCT"]
    apposed = any(two.index > one.index + 1 for one, two in pairwise(frame.words))
    if not words or not apposed or words[0].upos not in ("ADP", "ADV") or any(w.upos in VERBALS for w in words):
        return False
    if following is None:
        return words[0].upos == "ADP" and is_nonfinite(matrix.words[-1])
    return segment.separator == "," == following.separator and classified(following).kind == "fragment"


def is_of_act(words: Sequence[Word]) -> bool:
    """Say whether a phrase tells when or before whom something was said: *am Montag in Genf*, *vor Journalisten*."""
    noun = next((word for word in words if word.upos in ("NOUN", "PROPN")), None)
    return noun is not None and words[0].upos == "ADP" and _OF_ACT_RE.search(noun.text) is not None


def is_closing_frame(draft: Draft, following: Segment | None) -> bool:
    """Say whether *sagte der General* ends a sentence whose clause before has its verb, whatever its tag."""
    finite = draft.finite
    if finite is None or following is not None or draft.kind != "verb_first" or draft.words[0] != finite:
        return False
    return finite.text in load("quoting_forms") and any(is_nominal(word) for word in draft.words[1:])


def is_it_said(draft: Draft, finite: Word) -> bool:
    """Say whether a draft is *heißt es*."""
    return finite.text in CALLED and any(word.text == "es" for word in draft.words)


def is_nominal(word: Word) -> bool:
    """Say whether a word may be the subject that a frame has behind its verb."""
    return word.upos in ("NOUN", "PROPN", "PRON") or word.text.lower() in ("beide", "alle", "einer", "eine", "viele")


def has_subject_behind(draft: Draft) -> bool:
    """Say whether a name or what looks like a nominative stands right behind the verb: *spottete Ott*, *die Wirtin*."""
    behind = [word for word in draft.words if draft.finite is not None and word.index == draft.finite.index + 1]
    return any(word.upos == "PROPN" or word.text in ("er", "sie", "die", "das", "ein", "eine") for word in behind)


def is_so(draft: Draft) -> bool:
    """Say whether a draft is a frame with *so* alone: *so Ott*."""
    return draft.kind == "fragment" and draft.words[0].text.lower() == "so"


def is_bare_so(segment: Segment) -> bool:
    """Say whether *so* and who speaks cut up a clause that waits for its verb: *weil es, | so Ott, | zu teuer sei*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if segment.separator != "," or len(words) < len(("so", "Ott")) or words[0].text != "so":
        return False
    nominal = all(word.upos in _ADVERBIAL - {"ADV", "VERB"} for word in words[1:])
    return nominal and words[1].upos in ("DET", "NOUN", "PROPN") and words[-1].upos in ("NOUN", "PROPN")


def awaits(matrix: Draft, segment: Segment, following: Segment | None) -> bool:
    """Say whether a noun phrase behind a frame completes the clause that it cut up: *Das sei, sagte Ott, | ein Fehler*.

    It may as well be an apposition (*Das stimme, sagte Kern, | der Wirt*), surely so where more follows. An article
    that is no nominative, or none, and a verb that can hardly be without the phrase tell the two apart; else the tree.
    """
    finite = matrix.finite
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if finite is None or not words or not lacks_predicate(matrix):
        return False
    first = words[0].text.lower()
    if first in NO_APPOSITIONS or words[0].upos in ("ADJ", "NUM"):
        return True
    if following is not None and classified(following).kind == "fragment" and words[0].upos in ("DET", "PROPN"):
        return False
    head = next((word for word in words if word.upos in ("NOUN", "PROPN")), words[0])
    if _names_thing(head) and matrix.words[-1] == finite and finite.upos == "VERB":
        return True
    return words[0].upos != "PROPN" and (finite.text.lower() in _INCOMPLETE or head.head == finite.index)


def _names_thing(head: Word) -> bool:
    """Say whether a noun is of no list of those for people and bodies: *Sie riefen, so Zeugen, | Parolen*."""
    return head.upos == "NOUN" and head.text[:1].isupper() and noun_of(head.text) is None


def lacks_predicate(draft: Draft) -> bool:
    """Say whether a clause breaks off after its finite verb: *Der Beschluss sei*, *Damit habe man nun*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    while len(words) > 1 and (words[-1].upos == "PRON" or words[-1].text.lower() in _LIGHT):
        words = words[:-1]
    return bool(words) and words[-1] == draft.finite
