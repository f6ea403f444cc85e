"""Where something is written or talked of: the document, place or circle that stands for a speaker."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import case_of, is_time, is_within_attribute, noun_of_article, noun_phrase
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.syntax import Word

_SOURCE_PREPOSITIONS: Final = frozenset(
    {"in", "im", "aus", "auf", "laut", "seitens", "vonseiten", "bei", "beim", "von", "vom"}
)
_DOCUMENTS: Final = (
    "bericht", "berichte", "schreiben", "brief", "studie", "gutachten", "papier", "erklärung", "mitteilung", "meldung",
    "urteil", "artikel", "dokument", "entwurf", "stellungnahme", "resolution", "bescheid", "protokoll", "vertrag",
    "petition", "berichten", "briefen", "studien", "meldungen", "artikeln", "dokumenten", "mitteilungen", "umfragen",
    "umfrage",
)  # fmt: skip
_DEMANDS: Final = (
    "anweisung", "aufruf", "appell", "antrag", "anfrage", "eingabe", "klage", "beschwerde", "warnung",
    "aufforderung", "beschluss", "vorlage", "anzeige", "begründung",
)  # fmt: skip
"""What somebody writes to have something done, in which it is demanded or told."""
_STANDINGS: Final = frozenset(
    "Angebot Einklang Fokus Konflikt Konkurrenz Kontakt Kritik Mittelpunkt Raum Schatten Stau Verbindung Verdacht"
    " Verhältnis Vordergrund Weg Wege Wettbewerb Widerspruch Zeichen Zentrum Zusammenhang Zusammenhange".split()
)
"""What something may stand in without being written there: *Vorwürfe stehen im Raum*."""
_WRITTEN: Final = (
    "stift", "kreide", "tinte", "buchstaben", "lettern", "versalien", "schreiber", "schnörkelschrift", "handschrift",
    "schreibschrift", "druckschrift", "schönschrift", "spiegelschrift", "frakturschrift", "fraktur", "farbe", "edding",
)  # fmt: skip
"""Ends of nouns for what something is written with, or in."""
_THERE: Final = frozenset({"bei", "beim", "in", "im", "unter"})
_OCCASIONS: Final = frozenset("Nachfrage Anfrage Rückfrage Frage Fragen Nachfragen Drängen Bitten".split())
"""On what somebody speaks, who is named elsewhere: *Auf Nachfrage hieß es bei der Bahn, …*."""
_CIRCLES: Final = ("kreisen", "umfeld", "lager", "reihen", "umgebung")


def written_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return where something is demanded or told: *In dem Schreiben wird gefordert*, *wie im Umfeld erzählt wird*."""
    for word in cue.clause.words:
        if is_within_attribute(context.sentence, word):
            continue  # die in der Satzung genannten Häuser
        source = word.upos == "NOUN" and (_is_document(word) or word.text.lower().endswith((*_CIRCLES, *_DEMANDS)))
        if source and case_of(context.sentence, word) in ("in", "im", "aus"):
            return mention(context, word, cue.clause)
        if source and case_of(context.sentence, word) == "auf" and _is_seen(word):
            return mention(context, word, cue.clause)
    return None


def _is_seen(word: Word) -> bool:
    """Say whether something written is looked at: *Auf der Homepage wird behauptet*, not *auf Antrag*."""
    known = noun_of(word.text)
    return known is not None and known.kind == "document" and word.features.get("Case") != "Acc"


def place_of_talk(context: Context, cue: VerbCue) -> Mention | None:
    """Return what something is talked of in: *In der Richtlinie ist von „Mängeln“ die Rede*."""
    pronominal = pronominal_source(context, cue)
    if pronominal is not None and pronominal.head == cue.clause.words[0]:
        return pronominal  # Darin ist von „Mängeln“ im Umgang mit Gift die Rede
    for word in cue.clause.words:
        place = word.upos == "NOUN" and word != cue.verb and word not in cue.words and not is_time(word)
        if place and case_of(context.sentence, word) in ("in", "im") and context.passage_at(word.index) is None:
            return mention(context, word, cue.clause)
    return pronominal or relative_source(context, cue) or written_source(context, cue)


def _is_document(word: Word) -> bool:
    """Say whether a noun names something written."""
    known = noun_of(word.text)
    return word.text.lower().endswith(_DOCUMENTS) or (known is not None and known.kind == "document")


def source_of(context: Context, cue: VerbCue) -> Mention | None:
    """Return the place or document behind a preposition: *Aus dem Ministerium hieß es*, *auf dem Zettel stand*."""
    for word in cue.clause.words:
        if _is_one_of_several(context, word):
            return mention(context, word, cue.clause)
        among = case_of(context.sentence, word) == "unter" and _are_people(word)
        if word.upos in ("NOUN", "PROPN") and (among or case_of(context.sentence, word) in _SOURCE_PREPOSITIONS):
            if (
                (is_time(word) and not _is_in_name(context, word))
                or _is_quoted(context, word)
                or _is_relied_on(context, word)
                or (cue.lemma == "stehen" and (word.text in _STANDINGS or _is_how_written(context, word)))
            ):
                continue
            if word.text in _OCCASIONS:
                continue
            if case_of(context.sentence, word) in ("seitens", "vonseiten"):
                return mention(context, word, cue.clause)
            behind = _behind_attribute(context, word, cue)
            if behind is not None:
                return behind
            head = context.sentence.head(word)
            if head is not None and head.upos == "ADJ" and head.index == word.index + 1:
                word, head = context.sentence.head(head) or word, None  # 240 Seiten starker Bericht
            if head is None or head.upos not in ("NOUN", "PROPN") or head not in cue.clause.words:
                return mention(context, word, cue.clause)
    return None


def _is_how_written(context: Context, word: Word) -> bool:
    """Say whether a noun tells with what or how something is written: *stand in | Bleistift | auf dem Zettel*."""
    written = word.text.casefold().endswith(_WRITTEN) and noun_of(word.text) is None
    is_bare = word.index > 1 and context.word(word.index - 1).upos != "DET"
    return written and is_bare and case_of(context.sentence, word) == "in"


def _is_one_of_several(context: Context, word: Word) -> bool:
    """Say whether something is read in one of several things: *hieß es in | einer der Nachrichten*."""
    one = word.text in ("einer", "einem", "einigen", "mehreren") and 1 < word.index < context.length
    follows = one and context.word(word.index + 1).text in ("der", "dieser", "seiner", "ihrer")
    return follows and context.word(word.index - 1).text.lower() in ("in", "aus", "auf")


def _behind_attribute(context: Context, word: Word, cue: VerbCue) -> Mention | None:
    """Return the noun whose attribute holds a phrase: *aus dem am Dienstag veröffentlichten | Jahresbericht*."""
    first = next((w.index for w in cue.clause.words if w.text.lower() in ("aus", "in", "laut") and w.upos == "ADP"), 0)
    if not 0 < first < word.index or first + 2 > cue.clause.end or context.word(first + 1).upos != "DET":
        return None
    place = noun_of_article(context.sentence, first + 1, cue.clause.end) if _opens_inner(context, first + 2) else None
    if place is None or word.index >= place:
        return None
    noun = context.word(place)
    words = noun_phrase(context.sentence, noun, (first + 1, cue.clause.end), placed=True)
    return Mention(context.span(first + 1, words[-1].index), noun, context.number)


def _opens_inner(context: Context, place: int) -> bool:
    return context.word(place).upos in ("ADP", "ADV") or context.word(place).text == "der"


def _is_in_name(context: Context, word: Word) -> bool:
    """Say whether a noun stands in a marked name: *In der „Neuen Woche“ hieß es*."""
    marked = context.passage_at(word.index)
    return marked is not None and is_named(marked)


def _is_quoted(context: Context, word: Word) -> bool:
    """Say whether a noun is among somebody's words: *„Finger weg von den Linden“ stand auf einem Spruchband*."""
    marked = context.passage_at(word.index)
    return marked is not None and not is_named(marked)


def _are_people(word: Word) -> bool:
    """Say whether a noun is of several people: *hieß es unter Mitreisenden*."""
    return is_person_noun(word.text) and word.features.get("Number") != "Sing"


def _is_relied_on(context: Context, word: Word) -> bool:
    """Say whether a source only passes on another: *unter Berufung auf Dokumente*."""
    before = context.words(max(1, word.index - 4), word.index - 1)
    return any(other.text in ("Berufung", "Verweis", "Hinweis", "Bezug") for other in before)


def where_one_is(context: Context, clause: Clause) -> Mention | None:
    """Return the body, place or people where *man* says something: *Beim | Bund | lehnt man das ab*."""
    for word in clause.words:
        known = noun_of(word.text) if word.upos == "NOUN" and not word.masked else None
        several = known is not None and known.kind == "person" and known.is_plural
        body = known is not None and (known.kind in ("organisation", "medium", "group", "document") or several)
        named = body or (word.upos == "PROPN" and not word.masked)
        if named and case_of(context.sentence, word) in _THERE and not is_time(word):
            return mention(context, word, clause)
    return None


def relative_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return the relative pronoun for something written: *das Gesetz, in dem es heißt*, *ein Zettel, auf dem stand*."""
    if cue.clause.kind != "relative" or len(cue.clause.words) < 2:
        return None
    preposition, pronoun = cue.clause.words[:2]
    relative = pronoun.text.lower() in ("dem", "der", "denen", "welchem", "welcher", "welchen")
    if preposition.text.lower() not in ("in", "auf", "aus") or not relative or pronoun.upos not in ("PRON", "DET"):
        return None
    return Mention(pronoun.span, pronoun, context.number)


_DATIVES: Final = frozenset({"dieser", "diesem", "ihr", "ihm"})


def pronominal_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return *darin* of *Darin heißt es*, which takes up a document, or *dort* of *hieß es dort*, which does a body."""
    here = {"dort"} if cue.lemma in ("heißen", "heissen") else {"darauf"} if cue.lemma == "stehen" else set()
    for word in cue.clause.words:
        if word.text.lower() in {"darin", "hierin"} | here and not word.masked:
            return Mention(word.span, word, context.number, is_adverb=True)
    return _pronoun_read(context, cue)


def _pronoun_read(context: Context, cue: VerbCue) -> Mention | None:
    """Return the pronoun for something written in front: *In | dieser | heißt es, …*, *In | ihr | steht, …*."""
    words = cue.clause.words
    fronted = len(words) > 2 and words[0].text == "In" and words[1].text in _DATIVES and words[2] == cue.clause.finite
    return Mention(words[1].span, words[1], context.number) if fronted and not words[1].masked else None


def document_taken_up(context: Context, cue: VerbCue) -> Mention | None:
    """Return *darin* in front of a passive of saying: *Darin wird die Ministerin aufgefordert, …*."""
    first = cue.clause.words[0]
    if first.text not in ("Darin", "Hierin", "darin") or not cue.licenses or first.masked:
        return None
    return Mention(first.span, first, context.number, is_adverb=True)


def writer_of(context: Context, word: Word) -> Word | None:
    """Return whose a quoted document is: *zitiert aus einem Brief Maybaums*."""
    if case_of(context.sentence, word) != "aus" or not _is_document(word):
        return None
    below = context.sentence.children(word)
    return next((child for child in below if child.upos == "PROPN" and child.index > word.index), None)
