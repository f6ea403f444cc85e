"""Nouns of speech acts with their clause: ``die Forderung der Gewerkschaft, die Löhne anzuheben``.

The clause follows the noun phrase at once, behind a comma (Duden-Grammatik § 1046 on clauses that complete a noun).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import evolve, frozen

from quotetrack.clauses import INTERROGATIVES, Clause, is_nonfinite, names_act
from quotetrack.cues import VerbCue, lemma_of, verb_cue
from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import is_person_noun, state_of_adjective
from quotetrack.phrases import case_of, mention_span, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.silence import is_past
from quotetrack.spans import Span
from quotetrack.syntax import PARTICLES, Word

_DENYING: Final = frozenset(
    "zurückweisen abweisen dementieren bestreiten abstreiten leugnen widersprechen entkräften widerlegen ausräumen"
    " zerstreuen abtun verneinen wehren wenden verwahren distanzieren reagieren eingehen"
    " entgegentreten"
    " nennen bezeichnen halten finden empfinden quittieren".split()
)
"""Verbs with which somebody denies or judges what others say of him."""
_TAKING_UP: Final = frozenset(
    "loben kritisieren rügen ablehnen begrüßen zurückweisen verwerfen prüfen kennen ärgern nachkommen erhalten bekommen"
    " aufgreifen kommentieren erfüllen diskutieren debattieren ignorieren missachten befolgen ausschlagen gefallen"
    " aussetzen konfrontieren zurückkommen entgegennehmen empfangen reagieren eingehen".split()
)
"""Verbs with which somebody takes up what others say or ask for, so that it is not his."""
_CLAIMS: Final = frozenset(
    "annahme anschuldigung aussage behauptung beschuldigung darstellung eindruck gerücht kritik lesart meldung"
    " spekulation these unterstellung verdacht verdächtigung vermutung vorhaltung vorwurf".split()
)
_FEARS: Final = frozenset("befürchtung sorge warnung forderung einwand hoffnung drohung bedenken".split())
"""Nouns for what others fear or want where somebody judges it: *Die Sorge, der Damm breche, nannte er Unsinn*."""
_LABELS: Final = frozenset(
    "antwort bilanz botschaft credo devise diagnose fazit prognose rat resümee tipp urteil".split()
)
"""Nouns that before a colon announce what somebody says."""
_REPORTS: Final = ("bericht", "berichte", "berichten", "meldung", "meldungen", "angaben", "aussagen", "darstellung")
"""Ends of more nouns for what others say."""
_OWNERS: Final = frozenset({"der", "des", "von", "vom", "unter", "seines", "ihrer"})
_OF_LABELS: Final = frozenset({"an", "auf", "für", "nach", "vor", "zu", "zum", "zur", "dazu"})
"""What stands between a noun and the colon that it announces something with: *Ihr Fazit nach einem Jahr: …*."""
_JUDGING: Final = frozenset({"sein", "fallen", "bleiben", "klingen"})
_PLAIN: Final = frozenset(
    "klar eindeutig deutlich einfach simpel kurz knapp ernüchternd einhellig unmissverständlich".split()
)
_VIEWS: Final = frozenset(
    "annahme ansicht auffassung einschätzung haltung kritik linie meinung position sicht überzeugung vermutung".split()
)
"""Nouns for what somebody thinks and may be confirmed in."""
_FAR: Final = 7
"""So many words away a noun has no clause."""
_NAME: Final = 4
_OF: Final = frozenset({"von", "vom", "seitens", "durch"})
_TO: Final = frozenset({"an", "gegenüber"})


@frozen
class NounReport:
    """A noun that reports: its cue, the clause, and who is named as speaking and spoken to."""

    noun: Word
    cue: tuple[Word, ...]
    clause: Clause
    end: int
    speaker: Mention | None
    addressee: Mention | None


def noun_reports(context: Context) -> Iterator[NounReport]:
    """Yield the nouns of a sentence whose clause is what was said."""
    for clause in context.clauses.all:
        if context.separator_before(clause.start) not in (",", ":"):
            continue
        noun = _denied_claim(context, clause) or _noun_before(context, clause)
        noun = noun or _noun_apart(context, clause) or _label(context, clause)
        if noun is not None and context.separator_before(clause.start) == ":" and not _is_label(context, noun):
            continue
        if noun is not None and noun.index > 1 and _is_lacking(context, noun):
            continue
        told = _can_complete(clause) or (noun is not None and _is_past_behind(context, clause, noun))
        told = told or (noun is not None and _is_asked(context, noun, clause))
        if noun is not None and (told or _is_labelled(context, clause, noun)):
            yield NounReport(
                noun,
                _cue(context, noun),
                clause,
                _end(context, clause),
                _speaker(context, noun, clause),
                _addressee(context, noun, clause),
            )


def _is_asked(context: Context, noun: Word, clause: Clause) -> bool:
    """Say whether a question has its clause and names who asks: *Auf die Frage des Richters, | ob er komme, …*."""
    asks = clause.kind == "subordinate" and clause.opens_with("ob", *INTERROGATIVES)
    if not asks or not noun.text.lower().endswith(("frage", "fragen")) or context.separator_before(clause.start) != ",":
        return False
    asking = _speaker(context, noun, clause)
    return asking is not None and (asking.head.features.get("Poss") == "Yes" or speaks(asking.head))


def _is_lacking(context: Context, noun: Word) -> bool:
    """Say whether there is none: *kein Hinweis, dass*, *ohne den Hinweis, dass*, not *nicht ohne den Hinweis, dass*."""
    before = [word.text.lower() for word in context.words(noun.index - 3, noun.index - 1)]
    without = "ohne" in before[-2:]
    return before[-1].startswith("kein") or (without and before[: before.index("ohne")][-1:] != ["nicht"])


def denied(context: Context, cue: VerbCue, clause: Clause) -> Word | None:
    """Return the noun for what others say whose clause follows a verb of denying: *wies den Vorwurf zurück, er lüge*.

    Nobody says what he denies; the clause is of whoever makes the claim. What stands behind a colon he does say.
    """
    if not _can_complete(clause) or context.separator_before(clause.start) == ":":
        return None
    own = {word.index for word in cue.clause.words}
    claim = _denied_claim(context, clause)
    if claim is not None and claim.index in own:
        return claim
    noun = _noun_before(context, clause) if _denies(cue) else None
    if noun is None or noun.index not in own:
        return None
    feared = _is_form_of(noun.text.lower(), _FEARS) and not _is_with(context, noun)
    return noun if feared or noun.text.lower() in _claims() else None


def _denied_claim(context: Context, clause: Clause) -> Word | None:
    """Return what somebody denies, wherever the verb stands: *hat den Vorwurf zurückgewiesen, er lüge*.

    Nothing but the verb, adverbs and whose claim it is stands between the noun and its clause.
    """
    before = context.clauses.of(context.word(max(1, clause.start - 2)))
    behind = before is not None and before.start < clause.start and context.separator_before(clause.start) == ","
    if before is None or not behind or before.kind != "main" or not _can_complete(clause):
        return None
    cue = verb_cue(context.sentence, context.clauses, before)
    if cue is None or not (_denies(cue) or cue.lemma in _TAKING_UP or _takes_in(cue)):
        return None
    asked = cue.lemma in _TAKING_UP or _takes_in(cue)
    leading = (word for word in before.words if word.index < clause.start)
    forms = ((word, word.text.lower()) for word in leading if word.upos == "NOUN" and not word.masked)
    nouns = [word for word, form in forms if _is_claim(form) or (asked and names_act(form))]
    noun = nouns[-1] if nouns else None
    if noun is None or _is_with(context, noun) or context.word(max(1, noun.index - 1)).features.get("Poss") == "Yes":
        return None
    if before.finite is None or noun.index < before.finite.index:
        return None
    between = (word for word in before.words if word.index > noun.index)
    return noun if all(_may_part(context, word) for word in between) else None


def _denies(cue: VerbCue) -> bool:
    """Say whether somebody denies or judges what others say: *wies den Verdacht zurück*, *wies ihn von sich*."""
    words = {word.text for word in cue.clause.words if not word.masked}
    return cue.lemma in _DENYING or (cue.verb.lemma == "weisen" and {"von", "sich"} <= words)


def _takes_in(cue: VerbCue) -> bool:
    """Say whether somebody takes in what others say: *ließ sich den Vorwurf gefallen*, *nahm zu ihm Stellung*."""
    forms = {word.text for word in cue.clause.words if not word.masked}
    put_up_with = cue.lemma == "lassen" and "gefallen" in forms
    annoyed = "sich" in forms and bool(forms & {"ärgert", "ärgern", "ärgerte", "ärgerten"})
    return put_up_with or annoyed or (cue.lemma == "nehmen" and "Stellung" in forms)


def _is_claim(form: str) -> bool:
    """Say whether a noun is what others say: *Vorwürfe*, *Medienberichte*."""
    return form in _claims() or form.endswith(_REPORTS)


def _may_part(context: Context, word: Word) -> bool:
    """Say whether a word may stand between a claim and its clause: the verb, an adverb, whose claim it is."""
    if word.upos in ("VERB", "AUX", "ADV", "ADJ", "PUNCT", "DET", "PART"):
        return True
    return case_of(context.sentence, word) in (None, "von", "vom", "gegen") or word.upos == "ADP"


@cache
def _claims() -> frozenset[str]:
    """Return the forms of the nouns for what somebody says of others."""
    plurals = {"vorwürfe", "vorwürfen", "gerüchten"}
    return _CLAIMS | plurals | {noun + end for noun in _CLAIMS for end in ("s", "n", "en", "e")}


def _is_form_of(form: str, nouns: frozenset[str]) -> bool:
    return any(form.removesuffix(end) in nouns for end in ("", "s", "n", "en", "e"))


def _can_complete(clause: Clause) -> bool:
    if clause.kind == "infinitive":
        return clause.opener is None
    if clause.kind == "subordinate":
        return clause.opens_with("dass", "daß") and clause.words[0] == clause.opener
    return clause.kind == "main" and clause.finite is not None and is_konjunktiv(clause.finite)


def _noun_apart(context: Context, clause: Clause) -> Word | None:
    """Return the noun that the rest of a bracket parts from its clause: *mit der Begründung ausgesetzt, dass …*.

    Nothing but the verb with one phrase that belongs to it stands between.
    """
    before = context.clauses.of(context.word(max(1, clause.start - 2)))
    dass = clause.kind == "subordinate" and clause.opens_with("dass", "daß")
    if not dass or before is None or before.kind != "main" or before.start > clause.start:
        return None
    for noun in before.words:
        acts = (
            noun.upos == "NOUN" and not noun.masked and names_act(noun.text.lower()) and noun.index > before.start + 2
        )
        last = before.words[-1]
        if _is_confirmed(context, noun, last):
            return noun
        if acts and context.word(noun.index - 2).text == "mit" and context.word(noun.index - 1).upos == "DET":
            return noun if last.index - noun.index < _FAR and (is_nonfinite(last) or last.upos == "ADP") else None
    return None


def _is_confirmed(context: Context, noun: Word, last: Word) -> bool:
    """Say whether somebody is confirmed in what he thinks: *sieht sich in seiner Haltung | bestätigt, dass …*."""
    if noun.index < len(("sich", "in", "seiner", "Haltung")) or last.text not in ("bestätigt", "bestärkt"):
        return False
    owned = context.word(noun.index - 1).features.get("Poss") == "Yes" and context.word(noun.index - 2).text == "in"
    return owned and last.index == noun.index + 1 and noun.text.lower() in _VIEWS


def _label(context: Context, clause: Clause) -> Word | None:
    """Return the noun that announces a clause with a colon and else names no act of speaking: *Sein Rat: …*."""
    if clause.start == len(("Sein", "Rat", ":")) + 1:
        noun = context.word(2)
        return noun if noun.upos == "NOUN" and noun.text.lower() in _LABELS else None
    before = context.words(1, clause.start - 2)
    nouns = (word for word in before if word.upos == "NOUN" and not (word.index < 4 and is_person_noun(word.text)))
    noun = next(nouns, context.word(1))
    said = all(word.upos not in ("VERB", "AUX", "PUNCT") and not word.masked for word in before)
    bare = said or _is_judged(context, noun)
    named = noun.text.lower() in _LABELS or names_act(noun.text.lower())
    behind = before[noun.index].text if noun.index < len(before) else ""
    if _owner_before(context, noun) is not None:
        return noun if bare and named and behind in _OF_LABELS | {""} else None
    told = context.word(1).features.get("Poss") == "Yes" and behind in _OF_LABELS
    return noun if bare and named and (behind in _OWNERS or told) and noun.index <= 3 else None


def _owner_before(context: Context, noun: Word) -> Word | None:
    """Return the name in the genitive that opens a line before its noun: *| Vera Blums | größtes Anliegen*."""
    front = context.words(1, noun.index - 1)
    names = [word for word in front if word.upos == "PROPN" or is_person_noun(word.text)]
    owns = bool(names) and names[-1].text.endswith(("s", "’", "'"))
    behind = front[len(names) :]
    row = tuple(names) == front[: len(names)] and all(word.upos == "ADJ" for word in behind)
    return names[-1] if owns and row and len(behind) <= 1 else None


def _is_labelled(context: Context, clause: Clause, noun: Word) -> bool:
    """Say whether a noun and a colon announce an indicative: *Sein Fazit: Die Reform ist gescheitert*."""
    article = context.word(1)
    owned = article.features.get("Poss") == "Yes" or article.text in ("Die", "Das", "Der")
    short = noun.index == 2 and clause.start == 4 and owned
    labels = (short or noun == _label(context, clause)) and context.separator_before(clause.start) == ":"
    return labels and clause.kind == "main" and context.passage_at(clause.start) is None


def _is_label(context: Context, noun: Word) -> bool:
    """Say whether a noun before a colon stands without a verb: *Die Begründung: …*, not *wies die Kritik zurück: …*."""
    clause = context.clauses.of(noun)
    return clause is None or clause.finite is None or _is_judged(context, noun)


def _is_judged(context: Context, noun: Word) -> bool:
    """Say whether a verb only tells how the noun is that opens its clause: *Otts Fazit fällt nüchtern aus: …*."""
    clause = context.clauses.of(noun)
    if clause is None or clause.finite is None or clause.kind != "main" or clause.start > 1:
        return False
    lemma, last = lemma_of(clause.finite), clause.words[-1].text
    ends = last == "aus" if lemma == "fallen" else lemma != "sein" or last in _PLAIN
    return noun.index < clause.finite.index and ends and lemma in _JUDGING


def with_noun(context: Context, clause: Clause) -> bool:
    """Say whether a phrase with *mit* or *unter* tells what was said: *klagte mit dem Argument, er sei krank*."""
    noun = _noun_before(context, clause) if context.separator_before(clause.start) == "," else None
    return noun is not None and _is_with(context, noun)


def noun_before(context: Context, clause: Clause) -> Word | None:
    """Return the noun of a speech act right before a clause behind a comma."""
    return _noun_before(context, clause) if context.separator_before(clause.start) == "," else None


def _is_with(context: Context, noun: Word) -> bool:
    before = {word.text.lower() for word in context.words(max(1, noun.index - 3), noun.index - 1)}
    return bool(before & {"mit", "unter"})


def _is_past_behind(context: Context, clause: Clause, noun: Word) -> bool:
    """Say whether a plural of the past is as well a Konjunktiv II: *mit der Begründung, die Beweise reichten nicht*."""
    if clause.kind != "main" or clause.finite is None or clause.words[0] == clause.finite:
        return False
    return is_past(clause) and _is_with(context, noun)


def _noun_before(context: Context, clause: Clause) -> Word | None:
    """Return the act noun whose phrase ends right before the clause."""
    place = _before_apposition(context, clause.start - 2)
    seen = 0
    while place >= 1 and seen < 9:
        word = context.word(place)
        if _is_particle(context, word) and word.index == clause.start - 2:
            place -= 1
            continue
        if word.upos in ("VERB", "AUX") or (word.upos == "PUNCT" and word.text in (",", ":", ";")) or word.masked:
            return None
        if word.upos == "NOUN" and names_act(word.text.lower()):
            return word if _is_its_phrase(context, word, clause.start - 2) else None
        place -= 1
        seen += 1
    return None


def _before_apposition(context: Context, last: int) -> int:
    """Return the last place before a name between commas: *der Plan ihres Trainers | , Jan Ott, zu gehen*."""
    place = last
    while place > 1 and context.word(place).upos == "PROPN":
        place -= 1
    closed = 0 < last - place <= _NAME and context.word(place).text == "," and context.word(place - 1).upos == "NOUN"
    return place - 1 if closed and is_person_noun(context.word(place - 1).text) else last


def _is_particle(context: Context, word: Word) -> bool:
    return word.relation in PARTICLES


def _is_its_phrase(context: Context, noun: Word, last: int) -> bool:
    """Say whether what stands between the noun and the clause are attributes of the noun: genitives, *von* and *an*."""
    for word in context.words(noun.index + 1, last):
        if word.text == "damit" or (word.text == "darum" and not noun.text.lower().startswith("bitte")):
            return False  # geht es bei den Drohungen darum, …; begründete die Absage damit, …
        if _is_particle(context, word) and word.index == last:
            return True
        if word.upos == "ADP" and word.text.lower() not in _OF | _TO | {"aus", "zum", "zur", "in", "im"}:
            return False
        if word.upos == "PRON":
            return False
    return True


def _cue(context: Context, noun: Word) -> tuple[Word, ...]:
    before = context.word(noun.index - 1) if noun.index > 1 else None
    if before is not None and before.upos == "DET" and before.features.get("Poss") != "Yes":
        return before, noun
    return (noun,)


def _end(context: Context, clause: Clause) -> int:
    """Return the last place of the clause with what depends on it, before the main clause goes on."""
    end = clause.end
    for other in context.clauses.all:
        if other.start <= clause.start:
            continue
        if other.kind not in ("relative", "subordinate", "infinitive") and not _goes_on(other):
            break
        if other.start > end + 2:
            break
        end = max(end, other.end)
    return end


def _goes_on(clause: Clause) -> bool:
    return clause.finite is not None and is_konjunktiv(clause.finite)


def _speaker(context: Context, noun: Word, clause: Clause) -> Mention | None:
    for word in context.words(noun.index + 1, clause.start - 2):
        if word.upos in ("NOUN", "PROPN") and word.text not in ("Stellung", "Ausdruck"):
            preposition = case_of(context.sentence, word)
            if preposition is None or preposition in _OF:
                named = _mention(context, word, noun.index + 1, clause.start - 2)
                return _with_apposition(context, named, clause.start - 2)
            if preposition not in _TO:
                break
    if noun.index > 1:
        before = context.word(noun.index - 1)
        if before.upos == "ADJ":
            before = _owner_before(context, noun) or before
        if before.upos == "PROPN" and before.text.endswith(("s", "’", "'")):
            return _mention(context, before, 1, before.index)
        if before.features.get("Poss") == "Yes":
            return Mention(before.span, before, context.number)
        if before.upos == "ADJ" and state_of_adjective(before.text) is not None:  # die russische Forderung, …
            return _mention(context, noun, max(1, noun.index - 2), noun.index)
    return None


def _with_apposition(context: Context, named: Mention, last: int) -> Mention:
    """Return a mention with the name between commas behind it: *ihres Trainers | , Jan Ott*."""
    ends = _before_apposition(context, last)
    apart = ends < last and named.span.end == context.word(ends).span.end
    return evolve(named, span=Span(named.span.start, context.word(last).span.end)) if apart else named


def _addressee(context: Context, noun: Word, clause: Clause) -> Mention | None:
    for word in context.words(noun.index + 1, clause.start - 2):
        if word.upos in ("NOUN", "PROPN") and case_of(context.sentence, word) in _TO:
            first = next(
                (w.index + 1 for w in context.words(noun.index + 1, word.index) if w.text.lower() in _TO), word.index
            )
            return _mention(context, word, first, clause.start - 2)
    return None


def _mention(context: Context, head: Word, first: int, last: int) -> Mention:
    words = noun_phrase(context.sentence, head, (first, last))
    return Mention(mention_span(context.sentence, words), head, context.number)
