"""Who denies, admits or agrees to what another has said: *Ott warf Kern Betrug vor. | Er | bestreitet das*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.answering import tellers_before
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.syntax import Word

#: Verbs that deny or agree, with what is denied or how.
_DENIALS: Final = {
    "bestreiten": frozenset({"das", "dies"}), "dementieren": frozenset({"das", "dies"}),
    "abstreiten": frozenset({"das", "dies"}), "streiten": frozenset({"ab"}), "sehen": frozenset({"anders"}),
    "weisen": frozenset({"zurück"}), "zurückweisen": frozenset({"das", "dies"}),
    "widersprechen": frozenset({"dem", "widerspricht", "widersprach"}), "halten": frozenset({"dagegen", "davon"}),
    "geben": frozenset({"unbeeindruckt"}), "zeigen": frozenset({"unbeeindruckt"}), "wehren": frozenset({"dagegen"}),
    "stimmen": frozenset({"zu"}), "pflichten": frozenset({"bei"}), "lassen": frozenset({"gelten"}),
}  # fmt: skip
_CONCESSIONS: Final = {
    "räumen": frozenset({"ein"}), "einräumen": frozenset({"das", "dies"}), "geben": frozenset({"zu"}),
    "zugeben": frozenset({"das", "dies"}), "gestehen": frozenset({"das", "dies"}),
    "leugnen": frozenset({"das", "dies"}), "verneinen": frozenset({"das", "dies"}),
}  # fmt: skip
"""Verbs of whoever admits or denies what another has told of them, with what goes with them."""
_DEFENCES: Final = (
    ("wehren", frozenset({"sich"})), ("verteidigen", frozenset({"sich"})), ("rechtfertigen", frozenset({"sich"})),
    ("zeigen", frozenset({"sich", "reumütig"})), ("beteuern", frozenset({"unschuld"})),
    ("beteuern", frozenset({"das", "gegenteil"})), ("behaupten", frozenset({"das", "gegenteil"})),
    ("weisen", frozenset({"von", "sich"})), ("weisen", frozenset({"vorwurf"})), ("weisen", frozenset({"vorwürfe"})),
    ("weisen", frozenset({"kritik"})), ("bestreiten", frozenset({"vorwurf"})), ("bestreiten", frozenset({"vorwürfe"})),
    ("bestreiten", frozenset({"alles"})), ("leugnen", frozenset({"alles"})), ("streiten", frozenset({"alles"})),
)  # fmt: skip
"""Verbs of whoever has been charged with something, with what goes with them."""
_MINDS: Final = frozenset({"meinung", "ansicht", "auffassung", "überzeugung"})
_ACCUSATIONS: Final = frozenset(
    "anklagen anlasten anschwärzen anzeigen belasten beschuldigen bezichtigen kritisieren rügen schelten tadeln"
    " unterstellen verdächtigen verklagen vorhalten vorwerfen zurechtweisen".split()
)
"""Verbs of whoever charges somebody with something."""
_OFFENCES: Final = frozenset(
    "anfeinden angreifen attackieren anbrüllen anschreien bedrohen beleidigen bepöbeln beschimpfen brüskieren"
    " demütigen diffamieren drohen erpressen schmähen verhöhnen verleumden verspotten".split()
)
"""Verbs of whoever does somebody wrong, and may deny that he did; who defends himself is the other."""
_CHARGES: Final[dict[str, frozenset[str]]] = {
    "geben": frozenset({"Schuld", "Mitschuld"}), "werfen": frozenset({"vor"}), "halten": frozenset({"vor"}),
    "machen": frozenset({"Vorwürfe", "Vorhaltungen", "verantwortlich"}),
    "erheben": frozenset({"Vorwürfe", "Anklage", "Klage"}), "lasten": frozenset({"an"}),
    "klagen": frozenset({"an"}), "zeigen": frozenset({"an"}),
    "bezeichnen": frozenset({"als"}), "unterstellen": frozenset({"Absicht"}),
}  # fmt: skip
#: How many sentences back the one who is denied has spoken.
_RECENT: Final = 2


def denied_by(notes: Notes, context: Context, word: Word) -> set[int]:
    """Return the id of the last speaker, for the subject of a clause that denies: *Der Wirt bestreitet das*.

    Who sees something otherwise is not who acts in the sentence before, either: *Rat Ott zögert. Anders sieht es …*.
    """
    clause = context.clauses.of(word)
    if clause is None or word.upos == "PRON" or not denies(clause):
        return set()
    spoken = [o for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _RECENT]
    if not spoken and clause.finite is not None and lemma_of(clause.finite) == "sehen":
        return tellers_before(notes, context)
    return {id(spoken[-1].referent.known)} if spoken else set()


def who_denied(notes: Notes, context: Context) -> Referent | None:
    """Return who denies or agrees in the sentence before: *Dem widersprach der Kanzler. …, sagte er*."""
    before = context.number - 1
    if before < 0 or notes.paragraphs[before] != notes.paragraphs[context.number]:
        return None
    clauses = notes.contexts[before].clauses.all
    acting = [o for o in notes.occurrences if o.is_subject and not o.is_in_content and before <= o.sentence]
    if any(o.sentence == context.number for o in acting):
        return None  # Der Wart selbst schweigt, „…“, wie er ruft
    deniers = [o for o in acting if o.clause is not None and o.clause < len(clauses) and denies(clauses[o.clause])]
    found = {id(o.referent.known): o.referent.known for o in deniers if not o.is_attribute}
    return next(iter(found.values())) if len(found) == 1 else None


def accused_before(notes: Notes, context: Context, word: Word) -> Referent | None:
    """Return of whom alone another has just told something, for who admits or denies it.

    ``Kern habe den Kapitän beleidigt, sagte Ott. Das bestritt | dieser |.`` So it is with whom another accuses or
    turns to: ``Ott warf Kern Betrug vor. | Er | wies das zurück.``
    """
    clause = context.clauses.of(word)
    before = context.number - 1
    if clause is None or before < 0 or not (denies(clause) or _concedes(clause) or _defends(clause)):
        return None
    here = [o for o in notes.occurrences if o.sentence == before and o.referent.known.is_person]
    tellers = {id(o.referent.known) for o in here if o.is_speaker and not o.is_in_content}
    told = {id(o.referent.known): o.referent.known for o in here if o.is_subject and o.is_in_content}
    others = [person for person in told.values() if id(person) not in tellers]
    if len(others) != 1 and notes.paragraphs[before] == notes.paragraphs[context.number]:
        others = _met_by(notes, before, tellers, defends=_defends(clause))
    return others[0] if len(others) == 1 else None


def _met_by(notes: Notes, number: int, tellers: set[int], *, defends: bool) -> list[Referent]:
    """Return whom the subject of a sentence accuses, or to whom the speaker of it turns."""
    here = [o for o in notes.occurrences if o.sentence == number and o.referent.known.is_person and not o.is_in_content]
    acting = [o for o in here if o.is_subject and not (o.is_embedded or o.is_attribute)]
    clauses = notes.contexts[number].clauses.all
    if len({id(o.referent.known) for o in acting}) != 1 or acting[0].clause is None:
        return []
    clause = clauses[acting[0].clause] if acting[0].clause < len(clauses) else None
    if clause is None or (_offends(clause) and not defends):
        return []  # Ott bedrohte Kern. Er bestreitet das.
    tells = id(acting[0].referent.known) in tellers or _accuses(clause) or (defends and _offends(clause))
    others = [o for o in here if not (o.is_subject or o.is_attribute or o.is_speaker) and o.clause == acting[0].clause]
    met = {id(o.referent.known): o.referent.known for o in others if o.referent.known is not acting[0].referent.known}
    return list(met.values()) if tells else []


def _accuses(clause: Clause) -> bool:
    """Say whether the subject of a clause charges somebody with something: *gibt ihm die Schuld*, *beschuldigt ihn*."""
    words, lemmas = {word.text for word in clause.words if not word.masked}, _verbs(clause)
    charged = any(lemma in lemmas and words & with_it for lemma, with_it in _CHARGES.items())
    return not _is_hearsay(clause) and (charged or not lemmas.isdisjoint(_ACCUSATIONS))


def _offends(clause: Clause) -> bool:
    """Say whether the subject of a clause does somebody wrong, or is said to have: *soll ihn beleidigt haben*."""
    attacks = "greifen" in _verbs(clause) and any(word.text == "an" for word in clause.words)
    return _is_hearsay(clause) or attacks or not _verbs(clause).isdisjoint(_OFFENCES)


def _verbs(clause: Clause) -> set[str]:
    found = {word.lemma for word in clause.words if word.upos == "VERB" and not word.masked}
    return found | ({lemma_of(clause.finite)} if clause.finite is not None else set())


def _is_hearsay(clause: Clause) -> bool:
    """Say whether something is told of the subject: *soll | ihn beschuldigt haben*, *wird vorgeworfen*."""
    finite = clause.finite
    return finite is None or lemma_of(finite) in ("sollen", "werden")


def _defends(clause: Clause) -> bool:
    """Say whether the subject of a clause is of another mind, or defends himself: *ist anderer Meinung*."""
    if clause.finite is None or clause.kind != "main":
        return False
    small = {other.text.lower() for other in clause.words if not other.masked}
    verb = lemma_of(clause.finite)
    return any(verb == lemma and needed <= small for lemma, needed in _DEFENCES) or (
        verb == "sein" and "anderer" in small and bool(small & _MINDS)
    )


def _concedes(clause: Clause) -> bool:
    """Say whether the subject of a clause admits what has been said: *räumte das ein*."""
    if clause.finite is None or clause.kind != "main":
        return False
    small = {other.text.lower() for other in clause.words if not other.masked}
    verb = lemma_of(clause.finite)
    return any(verb == lemma and bool(small & words) for lemma, words in _CONCESSIONS.items())


def denies(clause: Clause) -> bool:
    """Say whether the subject of a clause denies or agrees to what has been said."""
    if clause.finite is None or clause.kind != "main":
        return False
    small = {other.text.lower() for other in clause.words if not other.masked}
    verb = lemma_of(clause.finite)
    if {"damit", "konfrontiert"} <= small:
        return True
    return any(verb == lemma and bool(small & words) for lemma, words in _DENIALS.items())
