"""What adverbs take up as the source: *demnach*, *wonach*, *dort*."""

from __future__ import annotations

from typing import Final

from quotetrack.cues import lemma_of, verb_cue
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.spans import Span
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Occurrence
from quotetrack.speakers.resolution import Resolution, described
from quotetrack.speakers.statements import maker

_PUBLISHING: Final = frozenset("veröffentlichen vorlegen vorstellen präsentieren verkünden publizieren".split())

_FINDING: Final = frozenset(
    "analysieren auswerten ausmachen befragen berechnen ermitteln feststellen herausfinden hochrechnen nachrechnen"
    " nachweisen nachzählen prüfen untersuchen vermessen zählen".split()
)

_UNCOVERING: Final = frozenset({"aufdecken", "enthüllen", "recherchieren"})
_UNCOVERED: Final = frozenset("aufgedeckt enthüllt publik recherchiert öffentlich bekanntgemacht".split())
"""What media do and have done of which *demnach* tells the content."""

_TELLING: Final = frozenset(
    "aussagen auspacken beschreiben erläutern erzählen nachzeichnen rekonstruieren schildern vorrechnen".split()
)
"""Verbs of who tells at length what *demnach* takes up."""

_RESULTS: Final = frozenset("Zahlen Ergebnis Ergebnissen Ergebnisse Schluss Werte Werten Summe".split())
IN_DOCUMENTS: Final = frozenset({"darin", "worin"})
_RELEASES: Final = ("mitteilung", "aussendung", "stellungnahme", "erklärung")
"""Ends of nouns for statements that are written, in which something can stand."""
_ABOUT: Final = frozenset({"zu", "zum", "zur", "über", "von", "gegen", "an", "mit"})
_PUBLISHERS: Final = frozenset({"person", "organisation", "medium"})


def source_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return whoever is behind the noun before *demnach* or *wonach* that they take up: *eine Studie, wonach ...*."""
    inside = mention.span.of(notes.text).lower() in IN_DOCUMENTS  # Er weise den Vorwurf zurück, heißt es darin
    reach = range(mention.sentence, mention.sentence - (3 if inside else 2), -1)
    before = [
        (number, chunk)
        for number in reach
        if number >= 0
        for chunk in _sources_first(notes, number, mention)
        if chunk.span.end <= mention.span.start
        if not (inside and number == mention.sentence and notes.is_in_known_content(chunk.span))
    ]
    nameless: Resolution | None = None
    for number, chunk in before:
        noun = chunk.noun
        if noun is None or noun.kind not in ("statement", "document", "reports"):
            continue
        if _is_attribute(notes, number, chunk) or (chunk.preposition == "nach" and _publishes(notes, number)):
            continue
        context = notes.contexts[number]
        if noun.base in ("Gerücht",):
            return Resolution(None, "unknown", reason="unnamed_reports")
        spoken = Mention(_whole(notes, number, chunk), chunk.head, number)
        found = maker(notes, context, spoken, notes.chunks[number].index(chunk), noun)
        if found.name is not None or found.members or found.reason == "unnamed_reports":
            return found
        if inside and noun.base.casefold().endswith(_RELEASES):
            return Resolution(None, "document", reason="unnamed_statement")
        if noun.kind == "document" and found.kind == "anonymous":
            nameless = nameless or found  # eine Gutachterin legte ihr Gutachten vor
    return nameless


def _sources_first(notes: Notes, number: int, mention: Mention) -> list[Chunk]:
    """Return the phrases of a sentence, the last first; of an earlier one first those outside what is said.

    ``Im Urteil heißt es, die Studie sei falsch. | Demnach | …``
    """
    latest = [*reversed(notes.chunks[number])]
    return latest if number == mention.sentence else sorted(latest, key=lambda one: notes.is_in_known_content(one.span))


def publisher_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return who has made known what an adverb takes up: *Die Bank veröffentlichte Zahlen. Demnach …*."""
    number = mention.sentence - 1
    if number < 0 or not _publishes(notes, number):
        return None
    subjects = (o.referent.known for o in notes.occurrences if o.sentence == number and o.is_subject)
    return next((described(known) for known in subjects if known.name and known.kind in _PUBLISHERS), None)


def medium_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return the only medium that has uncovered what *demnach* takes up: *Aufgedeckt hat das die „Post“. Demnach …*."""
    number = mention.sentence - 1
    words = notes.contexts[number].sentence.words if number >= 0 else ()
    if not any(word.text.casefold() in _UNCOVERED or lemma_of(word) in _UNCOVERING for word in words):
        return None
    near = (o.referent.known for o in notes.occurrences if o.sentence == number and not o.is_in_content)
    media = {known.name: known for known in near if known.kind == "medium" and known.name}
    return described(next(iter(media.values()))) if len(media) == 1 else None


def finder_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return who has found out what an adverb takes up: *Ein Gutachter hatte Risse festgestellt. Demnach …*."""
    number = mention.sentence - 1
    told = any(quote.sentence == number for quote in notes.quotes)
    if number < 0 or told or not _finds(notes, number):
        return None
    subjects = (o.referent.known for o in notes.occurrences if o.sentence == number and o.is_subject)
    return next((described(known) for known in subjects if known.kind in (*_PUBLISHERS, "anonymous")), None)


def _finds(notes: Notes, number: int) -> bool:
    """Say whether a sentence tells that something is found out."""
    words = notes.contexts[number].sentence.words
    comes = any(word.upos == "VERB" and lemma_of(word) == "kommen" for word in words)
    comes = comes and any(word.text in _RESULTS for word in words)  # Das Amt kam auf andere Zahlen
    return comes or any(word.upos == "VERB" and lemma_of(word) in _FINDING for word in words)


def _publishes(notes: Notes, number: int) -> bool:
    """Say whether a sentence tells that something is made known: *veröffentlichte*, *gab bekannt*, *gab heraus*."""
    words = notes.contexts[number].sentence.words
    made_known = any(word.text in ("bekannt", "bekanntgegeben", "heraus", "herausgegeben") for word in words)
    if made_known or any(word.upos == "VERB" and lemma_of(word) in _PUBLISHING for word in words):
        return True
    return not _PUBLISHING.isdisjoint(_main_verbs(notes.contexts[number]))


def _main_verbs(context: Context) -> set[str]:
    """Return the verbs of the main clauses, with their particles: *legte … | vor*."""
    cues = (verb_cue(context.sentence, context.clauses, main) for main in context.main_clauses())
    return {cue.lemma for cue in cues if cue is not None}


def teller_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return who tells in the sentence before what an adverb takes up: *Ein Zeuge schilderte den Abend. Demnach …*."""
    number = mention.sentence - 1
    if number < 0 or _TELLING.isdisjoint(_main_verbs(notes.contexts[number])):
        return None
    subjects = [o.referent.known for o in notes.occurrences if o.sentence == number and o.is_subject]
    return next((described(known) for known in subjects if known.kind in (*_PUBLISHERS, "anonymous")), None)


def adverb_before(notes: Notes, mention: Mention) -> Mention | None:
    """Return the adverb whose source goes on: *Darin heißt es, es eile. | Demnach | reicht das Geld bis Mai*."""
    earlier = [quote for quote in notes.quotes if quote.spans[-1].end <= mention.span.start]
    last = max(earlier, key=lambda quote: quote.spans[-1].end, default=None)
    if last is None or last.speaker is None or not last.speaker.is_adverb or last.sentence < mention.sentence - 1:
        return None
    return last.speaker if last.speaker.span.end <= mention.span.start else None


def speaker_before(notes: Notes, mention: Mention) -> Mention | None:
    """Return the last speaker of a quote before an adverb that takes one up."""
    earlier = [
        quote.speaker
        for quote in notes.quotes
        if quote.speaker is not None and not quote.speaker.is_adverb and quote.speaker.span.end <= mention.span.start
        if quote.sentence <= mention.sentence
    ]
    return max(earlier, key=lambda spoken: spoken.span.end, default=None)


def body_before(notes: Notes, mention: Mention) -> Resolution | None:
    """Return the body or place that *dort* takes up: the subject of the sentence before or the last."""
    found = [
        o
        for o in notes.occurrences
        if o.referent.known.kind in ("organisation", "medium", "place")
        if (not o.is_in_content and 0 < mention.sentence - o.sentence <= 2) or _acts_just_before(o, mention)
    ]
    last = max((o.sentence for o in found), default=None)
    if last is not None and last < mention.sentence - 1 and _is_of_several(notes, mention.sentence - 1):
        return Resolution(None, "group", reason="unnamed_group")
    found = [o for o in found if o.sentence == last]
    subjects = [o for o in found if o.is_subject and o.referent.known.kind != "place"]
    return described((subjects or found[-1:])[0].referent) if found else None


def _is_of_several(notes: Notes, number: int) -> bool:
    """Say whether a sentence tells of several without names: *Die Arbeitgeber lehnen ab. … heißt es dort*."""
    context = notes.contexts[number]
    several = (chunk for chunk in notes.chunks[number] if chunk.is_plural and chunk.noun is not None and not chunk.name)
    people = (chunk for chunk in several if chunk.noun is not None and chunk.noun.kind == "person")
    return any(is_subject_of_clause(context, chunk, chunk.head) for chunk in people)


def _acts_just_before(occurrence: Occurrence, mention: Mention) -> bool:
    """Say whether the sentence before reports of a body: *Das habe das Amt verlangt. Dort …*."""
    is_body = occurrence.referent.known.kind == "organisation"
    return is_body and not occurrence.is_attribute and occurrence.sentence == mention.sentence - 1


def _is_attribute(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a document only tells of what another is: *ein Gutachten zu den Fahrzeugdaten*."""
    chunks, words = notes.chunks[number], notes.contexts[number].sentence.words
    place = chunks.index(chunk)
    before = chunks[place - 1].noun if place else None
    behind = words[chunks[place - 1].last : chunk.first - 1] if place else ()
    attributed = len(behind) == 1 and behind[0].text.lower() in _ABOUT
    return before is not None and before.kind in ("document", "statement") and (attributed or not behind)


def _whole(notes: Notes, number: int, chunk: Chunk) -> Span:
    place = notes.chunks[number].index(chunk)
    end = notes.end_of(number, place)
    words = notes.contexts[number].sentence.words
    return Span(chunk.span.start, words[end - 1].span.end)
