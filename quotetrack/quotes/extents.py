"""Where a mention ends: at a closed apposition, before what says when and about what, with where somebody belongs.

A mention never holds one mark of a pair without the other, and never ends in the middle of a marked name.
"""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.nouns import is_person_noun, noun_of, state_of
from quotetrack.phrases import is_medium, is_statement, is_time, noun_phrase
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.syntax import NAME_PARTS, PASSIVE_AUXILIARIES, Word

_TAKING_FROM: Final = frozenset(
    "fordern verlangen erwarten wünschen erhoffen hören wissen erfahren zitieren ableiten sprechen lesen".split()
)
"""Verbs whose *aus* or *von* is no attribute of the subject before it."""

_TELLING: Final = frozenset("berichten erzählen reden schwärmen träumen überzeugen ausgehen abraten".split())
"""Verbs that have what is told behind *von*."""

_MOTIVES: Final = frozenset(
    "Himmel Sorge Angst Furcht Protest Wut Zorn Ärger Frust Freude Rache Trotz Not Verzweiflung Überzeugung Erfahrung"
    " Gründen Anlass Versehen Solidarität Mitleid Liebe Rücksicht Respekt Neugier Interesse Sicht".split()
)
"""Nouns that with *aus* say why or how, not from where: *aus heiterem Himmel*."""

_OPENINGS: Final = ("fenster", "luke", "off", "hintergrund", "dunkel", "auto", "wagen")
"""Ends of nouns for where somebody calls from, who does not belong there: *rief er aus dem Fenster*."""
_NAME_LENGTH: Final = 8
"""A marked passage of more words is no name."""

_ABOUT: Final = frozenset({"nach", "vor", "zu", "zum", "zur", "während", "über", "gegenüber"})
_OBLIQUE: Final = frozenset({"den", "dem", "der", "seinen", "ihren", "seiner", "ihrer"})
_PLACED_IN: Final = frozenset({"in", "im", "bei", "beim", "an", "am", "auf"})
_TALKS: Final = (
    "interview", "gespräch", "rede", "talk", "bundestag", "konferenz", "kundgebung", "tagung", "versammlung",
    "veranstaltung", "sitzung", "debatte", "kongress", "parteitag", "auftritt", "eröffnung", "treffen", "besuch",
    "wortlaut", "originalton",
)  # fmt: skip
"""Ends of nouns for occasions at which somebody speaks."""
_QUOTED: Final = frozenset(
    "zitat bemerkung ausspruch statement wortlaut antwort reaktion kommentar fazit zuruf zwischenruf".split()
)
INTRODUCING: Final = frozenset({"O-Ton", "O-Töne", "Originalton", "Dazu", "So", "Darauf", "Daraufhin"})
_ADDING: Final = frozenset(
    "weiter wörtlich gestern heute lakonisch trocken knapp später zuvor sichtlich lapidar".split()
)
"""What stands before and behind a name that a colon follows, and is no part of it: *Dazu | Kern | weiter: „…“*."""
_PARTIES: Final = frozenset({"Grünen", "Linken", "Linke", "Wählern"})
_RELYING: Final = frozenset({"Berufung", "Verweis", "Hinweis", "Bezug"})
_ASIDE: Final = frozenset({"darunter", "zuständig", "verantwortlich"})
_ABBREVIATION_RE: Final = regex.compile(r"\p{Lu}{2,}$")
_ABBREVIATED_RE: Final = regex.compile(r"\p{Lu}{2,}(?:-|$)")
_LEADING: Final = frozenset({"DET", "ADP", "ADJ", "CCONJ", "PUNCT"})
_OPENING: Final = frozenset('„»«‚‘›‹"“')


_SHORTENED_RE: Final = regex.compile(r"\p{L}+\.\p{L}+")
"""A name of syllables that a stop parts, which a tagger may take for a verb: *die Gewerkschaft | ver.di*."""


def whole_names(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase with all of the marked name it begins or ends in: *Angaben von „Ärzte | ohne Grenzen“*.

    A passage that is no name is left out, where only a part of it was in the phrase.
    """
    first, last = words[0].index, words[-1].index
    if last < context.length and _takes_name(words[-1]) and _SHORTENED_RE.fullmatch(context.word(last + 1).text):
        return context.words(first, last + 1)
    for placed in context.passages:
        if context.word(placed.first).masked:
            continue
        if first < placed.first and placed.last <= last and _says(context, placed):
            last = placed.first - 1
        elif first < placed.first <= last < placed.last:
            last = placed.last if _names(context, placed) else placed.first - 1
        elif placed.first < first <= placed.last and _names(context, placed):
            first, last = placed.first, max(last, placed.last)
        elif _goes_on(context, placed, first, last):
            last = placed.last
    while last > first and last < words[-1].index and context.word(last).upos in _LEADING:
        last -= 1
    return context.words(first, last)


def _goes_on(context: Context, placed: Placed, first: int, last: int) -> bool:
    """Say whether a phrase goes on with a marked name: one it begins in, or one right behind its noun or article."""
    if last + 1 == placed.first:
        return is_named(placed) and _takes_name(context.word(last))
    if last + 2 == placed.first:
        return is_statement(context.word(last).text) and _names(context, placed)
    return first == placed.first and last < placed.last and _names(context, placed)


def _takes_name(noun: Word) -> bool:
    """Say whether a noun for a body has its name behind it: *die Gruppe | „Wir sind Strom“*."""
    known = noun_of(noun.text)
    return noun.upos == "NOUN" and known is not None and known.kind in ("organisation", "medium", "group")


def _says(context: Context, placed: Placed) -> bool:
    """Say whether a passage right behind a noun is no name: *Angaben des Leiters | „die Frage der Bildung“*."""
    before, opening = context.word(placed.first - 1), context.word(min(placed.first + 1, context.length))
    if is_statement(before.text):
        return True
    return before.upos == "NOUN" and not is_named(placed) and opening.text[:1].islower()


def before_passage(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a source before the passage that is a second genitive: *nach Ansicht des Gerichts* | *des „Aufrufs“*."""
    for placed in context.passages:
        article = context.word(max(1, placed.first - 1))
        if article not in words[2:] or is_named(placed) or article.text not in ("des", "der"):
            continue
        genitives = [word for word in words if word.upos == "DET" and word.index < article.index]
        if context.word(article.index - 1).upos == "NOUN" and genitives and genitives[-1].index > words[0].index:
            return context.words(words[0].index, article.index - 1)
    return words


def _names(context: Context, placed: Placed) -> bool:
    """Say whether a passage is a name: by its kind, or as a short one behind an article or *von*."""
    if placed.first > 1 and is_statement(context.word(placed.first - 1).text):
        return False
    if is_named(placed):
        return True
    if placed.first == 1 or placed.last - placed.first > _NAME_LENGTH:
        return False
    before, opening = context.word(placed.first - 1), context.word(placed.first + 1)
    return before.upos in ("DET", "ADP") and before.text.lower() != "als" and opening.text[:1].isupper()


def before_act(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without whom is spoken to, how, and whom is relied on: *der Minister | gegenüber Medien*."""
    for word in words[1:]:
        following = context.word(word.index + 1) if word.index < context.length else word
        if word.text == "," and following.text.lower() in _ASIDE:
            return context.words(words[0].index, word.index - 1)
        relies = word.text == "unter" and following.text in _RELYING
        before = context.word(word.index - 1)
        is_name = before.upos == "PROPN" or (before.upos == "NOUN" and noun_of(before.text) is None)
        if word.text in ("der", "dem") and following.text in _OPENING and is_name:
            return context.words(words[0].index, word.index - 1)
        caused = word.text == "für" and _causes(context, word)
        if (word.upos == "ADP" and (word.text == "gegenüber" or relies or caused)) or word.text in ("via", "per"):
            return context.words(words[0].index, word.index - 1)
    return words


def _causes(context: Context, preposition: Word) -> bool:
    """Say whether *für* belongs to the verb: *hat ein Pfarrer | für Empörung gesorgt*."""
    clause = context.clauses.of(preposition)
    return clause is not None and any(word.upos == "VERB" and lemma_of(word) == "sorgen" for word in clause.words)


def without_object(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a phrase up to the comma that closes its apposition: *der Leiter, Jan Ott,* | *die Stadt*."""
    if clause is None or clause.finite is None or words[0].index < clause.finite.index:
        return words
    commas = [place for place, word in enumerate(words) if word.text == ","]
    if (
        len(commas) < 2
        or words[-1].text == ","
        or words[commas[-1] + 1].upos != "DET"
        or words[commas[-2] + 1].upos != "PROPN"
    ):
        return words
    behind = words[commas[-1] + 1 :]
    closed = behind[-1].index < context.length and context.word(behind[-1].index + 1).text == ","
    if closed or any(word.upos == "CCONJ" for word in behind):
        return words
    return words[: commas[-1]]


def before_listener(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a name without the medium behind it in the dative: *wie Becker* | *der „Küstenpost“ sagte*.

    A bare surname has no genitive for its attribute. Nor is a paper that is told something one: *sagte die Ökonomin |
    der „Küstenpost“*.
    """
    told = (placed.first - 1 for placed in context.passages if placed.passage.reason == "spoken_to")
    article = next((place for place in told if any(word.index == place for word in words[1:])), None)
    if article is not None:
        return context.words(words[0].index, article - 1)
    if clause is None or len(words) < 3 or words[0].upos != "PROPN" or words[1].text not in ("der", "dem"):
        return words
    return words[:1] if words[1].upos == "DET" else words


def with_origin(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a phrase with where its person belongs: *sagte Priya Nair | vom Bankhaus Thal*, *eine Frau | aus Bern*."""
    last = words[-1].index
    if clause is None or clause.finite is None or last + 2 > clause.end:
        return words
    if context.word(last + 1).text == "um":
        around = _with_circle(context, words, clause)
        return with_origin(context, around, clause) if around != words else words
    if words[0].index < clause.finite.index and clause.opener is None:
        return words
    preposition = context.word(last + 1).text.lower()
    if preposition == "in":
        return _with_seat(context, words)
    marked = preposition == "aus" and _ends_in_title(context, words)
    if preposition not in ("aus", "von") or not (marked or words[-1].upos in ("NOUN", "PROPN")):
        return words
    agent = words[0].index > 1 and context.word(words[0].index - 1).text in ("von", "vom")
    if lemma_of(clause.finite) in _TAKING_FROM or (is_passive(clause) and not agent):
        return words
    own = {word.index for word in clause.words}
    place = last + 2
    while place in own and (context.word(place).upos in ("DET", "ADJ", "NUM") or context.word(place).text in _OPENING):
        place += 1
    if place not in own or not _is_where_from(context, last + 1, context.word(place)):
        return words
    if preposition == "von" and _is_told_of(clause) and not is_body(context.word(place)):
        return words
    inner = noun_phrase(context.sentence, context.word(place), (last + 2, clause.end))
    end = _with_own_name(context, context.word(max(inner[-1].index, place)), clause)
    words = context.words(words[0].index, end.index)
    if end.index + 2 <= clause.end and context.word(end.index + 1).text == "in":
        seat = context.word(end.index + 2)
        named = is_body(context.word(place)) and seat.upos == "PROPN" and not is_time(seat)
        words = context.words(words[0].index, seat.index) if named else _with_seat(context, words)
    return whole_names(context, words)


def _ends_in_title(context: Context, words: tuple[Word, ...]) -> bool:
    """Say whether a phrase ends in the title of a medium between marks: *die Zeitung „El Sur“* | *aus Lima*."""
    placed = context.passage_at(words[-1].index)
    return placed is not None and placed.first > 1 and is_medium(context.word(placed.first - 1))


def _is_told_of(clause: Clause) -> bool:
    """Say whether the verb has *von* for what is told: *Als Ida Ott | vom Krieg berichtete, …*."""
    return any(word.upos == "VERB" and lemma_of(word) in _TELLING for word in clause.words)


def _with_own_name(context: Context, body: Word, clause: Clause) -> Word:
    """Return the last word of a body with the name right behind its noun: *Ida Ott vom Netzwerk | Klima-Allianz*."""
    if body.index + 1 > clause.end or body.upos != "NOUN" or not is_body(body):
        return body
    name = context.word(body.index + 1)
    closes = name.index == context.length or context.word(name.index + 1).upos in ("PUNCT", "ADP")
    named = name.upos in ("NOUN", "PROPN") and name.text[:1].isupper() and not is_time(name)
    return name if named and closes and not is_person_noun(name.text) else body


def _with_circle(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a group with whom it is around: *die Forscher | um (die) Professorin Ida Ott*, *das Team | um Ott*."""
    head, name = noun_of(words[-1].text), context.word(words[-1].index + 2)
    if name.text in ("den", "die") and name.index < clause.end:
        name = context.word(name.index + 1)
    group = words[-1].text.lower().endswith(("team", "gruppe")) or (head is not None and head.kind == "person")
    person = name.upos == "PROPN" or (name.upos == "NOUN" and is_person_noun(name.text))
    if not group or not person:
        return words
    inner = noun_phrase(context.sentence, name, (name.index, clause.end), placed=True)
    return context.words(words[0].index, inner[-1].index)


def _with_seat(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a body with the place where it has its seat: *die Regierung | in Lomé*."""
    last, place = _before_bracket(words), context.word(words[-1].index + 2)
    known = noun_of(last.text)
    body = (known is not None and known.kind == "organisation") or _ABBREVIATION_RE.match(last.text) is not None
    if not body or place.upos != "PROPN" or is_time(place):
        return words
    while place.index < context.length and context.word(place.index + 1).relation in NAME_PARTS:
        place = context.word(place.index + 1)
    return context.words(words[0].index, place.index)


def _before_bracket(words: tuple[Word, ...]) -> Word:
    """Return the last word before the bracket that ends a phrase: *die Energieagentur* | *(IEA)*."""
    opening = next((place for place, word in enumerate(words) if place and word.text == "("), len(words))
    return words[opening - 1] if words[-1].text == ")" else words[-1]


def is_passive(clause: Clause) -> bool:
    """Say whether a clause is in the passive, so that a *von* names who acts."""
    if clause.finite is not None and clause.finite.text.lower() in ("wurde", "wurden"):
        return True
    return any(word.relation in PASSIVE_AUXILIARIES for word in clause.words)


def _is_where_from(context: Context, place: int, noun: Word) -> bool:
    """Say whether a noun behind *aus* or *von* is a place or a body that somebody belongs to."""
    if noun.upos not in ("NOUN", "PROPN") or is_time(noun) or noun.text in _MOTIVES:
        return False
    if noun.text.lower().endswith(_OPENINGS):
        return False
    if context.word(place).text.lower() == "aus" or context.word(place).span == context.word(place + 1).span:
        return True
    marked = context.passage_at(noun.index)
    if marked is not None:
        return _names(context, marked)
    foreign = noun.index < context.length and context.word(noun.index + 1).text == "of"
    return foreign or is_body(noun)


def is_body(noun: Word) -> bool:
    """Say whether a noun stands for a body that people belong to."""
    known = noun_of(noun.text)
    if noun.text in _PARTIES or _ABBREVIATED_RE.match(noun.text) is not None:
        return True
    if known is not None:
        return known.kind in ("organisation", "medium")
    return noun.upos == "PROPN" and state_of(noun.text) is None


def label(context: Context, first: int, last: int) -> tuple[int, int]:
    """Return who is named before a colon, without when and about what: *Trainer Ott* | *nach dem Spiel*.

    Of a quotation's own noun it is whose it is: *Zitat von | Schröder*.
    """
    while first < last and (context.word(first).upos in ("ADV", "CCONJ") or context.word(first).text in INTRODUCING):
        first += 1
    while first < last and (context.word(last).upos == "ADV" or context.word(last).text.lower() in _ADDING):
        last -= 1
    if context.word(first).upos == "DET" and first + 3 <= last and context.word(first + 1).text.lower() in _QUOTED:
        first += 1
    names = first + 2 <= last and context.word(first).text.lower() in _QUOTED
    if names and context.word(first + 1).text.lower() in ("von", "aus"):
        contracted = context.word(first + 1).span == context.word(first + 2).span
        first += 3 if contracted and first + 3 <= last else 2
    return first, before_topic(context, first, last)


def before_topic(context: Context, first: int, last: int) -> int:
    """Return the last place before what says when and about what: *Trainer Ott* | *zu den Gründen*."""
    for place in range(first + 1, last):
        before, word = context.word(place - 1), context.word(place)
        governs = word.upos == "ADP" or (word.text in _ABOUT and context.word(place + 1).text in _OBLIQUE)
        if not governs or not (before.upos in ("NOUN", "PROPN") or before.text in (")", "“")):
            continue
        if word.text.lower() in _ABOUT or (word.text.lower() in _PLACED_IN and _tells_when(context, place, last)):
            return place - 1
    return last


def ends_in_talk(noun: str) -> bool:
    """Say whether a noun is an occasion at which somebody speaks: *Telefongespräch*."""
    return noun.lower().endswith(_TALKS)


def _tells_when(context: Context, place: int, last: int) -> bool:
    """Say whether the noun behind a preposition is a time or an occasion: *am Montag*, *im Interview*."""
    owned = context.word(place + 1).features.get("Poss") == "Yes"
    if owned and context.word(place).text == "bei":
        return True
    noun = next((word for word in context.words(place + 1, last) if word.upos in ("NOUN", "PROPN")), None)
    return noun is not None and (is_time(noun) or noun.text.lower().endswith(_TALKS)) and not is_person_noun(noun.text)
