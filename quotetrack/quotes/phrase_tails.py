"""What still belongs to somebody behind the last word that a tree gives: the field of a body, its name, a full name.

``sagte die Präsidentin des Ausschusses | für Verkehr``, ``der Chef der Fraktion | Die Linke``, ``die Leiterin der
Initiative „Rettet den Wald“ | Ida Ott``, ``sagte Ida Ott | , 36,``.
"""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word

_FOR: Final = frozenset(
    "plädieren werben aussprechen sprechen eintreten treten kämpfen einsetzen setzen stimmen votieren danken bedanken"
    " entschuldigen loben fordern verlangen sorgen stehen starkmachen machen".split()
)
"""Verbs that have *für* themselves: *plädierte der Chef des Verbands | für Nachsicht*."""
_AGAINST: Final = ("initiative", "bündnis", "aktion", "liga", "netzwerk", "verein", "komitee", "allianz", "bewegung")
"""Ends of nouns for bodies that are against something."""
_AGE: Final = range(1, 120)
_LINKS: Final = frozenset({"und", "sowie", ","})
_PLACED: Final = frozenset({"in", "im", "am", "an", "auf", "aus", "bei", "beim"})
_HERE: Final = frozenset({"in", "im"})
_FACTIONS: Final = (
    "partei", "parteien", "fraktion", "fraktionen", "opposition", "abgeordneten", "mehrheit",
    "grünen", "linken", "liberalen", "demokraten", "sozialisten", "konservativen",
)  # fmt: skip
_ASSEMBLIES: Final = (
    "landtag", "bundestag", "parlament", "rat", "abgeordnetenhaus", "senat", "bürgerschaft", "kreistag", "kongress",
    "ausschuss", "unterhaus", "oberhaus", "versammlung", "kammer",
)  # fmt: skip
ORDINALS: Final = frozenset({"Erste", "Erster", "Zweite", "Zweiter", "Dritte", "Dritter"})
"""What begins the name of an office in capitals: *Erster Bürgermeister*."""
_AIMS: Final = frozenset({"ohne", "für", "gegen", "statt", "for"})
"""What stands within the names of bodies that begin with a plain noun: *Brot | für die Welt*."""
_ARTICLES: Final = frozenset({"Die", "Der", "Das"})


def with_tail(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a phrase with what stands behind it and can be nothing but a part of it."""
    end = _behind_field(context, _behind_own_name(context, words), clause)
    end = (in_assembly(context, end, clause.end) if clause is not None else None) or end
    end = _behind_full_name(context, context.words(words[0].index, end.index), end)
    end = _behind_age(context, end)
    return words if end == words[-1] else context.words(words[0].index, end.index)


def _next(context: Context, word: Word, step: int = 1) -> Word | None:
    return context.word(word.index + step) if word.index + step <= context.length else None


def _is_body(word: Word) -> bool:
    known = noun_of(word.text)
    return word.upos in ("NOUN", "PROPN") and known is not None and known.kind == "organisation"


def _behind_own_name(context: Context, words: tuple[Word, ...]) -> Word:
    """Return the last word of a body's name in capitals: *die Fraktion | Die Linke*, *Ärzte | ohne Grenzen*."""
    last = words[-1]
    if last.text in ORDINALS:
        return _behind_ordinal(context, last)
    first, name, end = (_next(context, last, step) for step in (1, 2, 3))
    if not _is_body(last) or first is None or name is None or not first.text[:1].isupper():
        return last
    if first.text in _ARTICLES or first.upos == "ADJ":
        return name if name.text[:1].isupper() else last
    aims = name.text in _AIMS and end is not None and first.upos in ("NOUN", "PROPN")
    end = _next(context, end) if aims and end is not None and end.upos == "DET" else end
    return end if aims and end is not None and end.text[:1].isupper() else last


def _behind_ordinal(context: Context, last: Word) -> Word:
    """Return the last word of the office behind an ordinal in capitals: *Hamburgs Erster | Bürgermeister*."""
    office = _next(context, last)
    return office if office is not None and is_person_noun(office.text) else last


def _behind_field(context: Context, last: Word, clause: Clause | None) -> Word:
    """Return the last word of what a body is for or against: *des Ausschusses | für Umwelt und Verkehr*."""
    preposition, noun = _next(context, last), _next(context, last, 2)
    if preposition is None or noun is None or clause is None or not _is_body(last):
        return last
    verbs = {lemma_of(word) for word in clause.words if word.upos == "VERB"}
    if preposition.text == "für" and not verbs & _FOR:
        return _end_of_nouns(context, noun) or last
    if preposition.text == "gegen" and last.text.lower().rstrip("s").endswith(_AGAINST):
        return _end_of_nouns(context, noun if noun.upos != "DET" else _next(context, noun)) or last
    return last


def in_assembly(context: Context, last: Word, limit: int) -> Word | None:
    """Return the last word of where a faction sits: *der Grünen | im Bonner Stadtrat*, *der Parteien | im Landtag*."""
    if not last.text.lower().endswith(_FACTIONS) or last.index + 2 > limit:
        return None
    if context.word(last.index + 1).text.lower() not in _HERE:
        return None
    behind = context.words(last.index + 2, min(last.index + 5, limit))
    place = next((word for word in behind if word.upos in ("NOUN", "PROPN")), None)
    if place is not None and place.text[-1:] == "r" and place.index < context.length:
        following = context.word(place.index + 1)
        place = following if following.upos in ("NOUN", "PROPN") else place
    return place if place is not None and place.text.lower().endswith(_ASSEMBLIES) else None


def _end_of_nouns(context: Context, first: Word | None) -> Word | None:
    """Return the last of bare nouns, with their adjectives and those joined to them: *Innere Sicherheit und Recht*."""
    while first is not None and first.upos == "ADJ":
        first = _next(context, first)
    if first is None or first.upos not in ("NOUN", "PROPN") or first.masked or is_person_noun(first.text):
        return None
    link, second = _next(context, first), _next(context, first, 2)
    if link is None or second is None or link.text not in _LINKS or second.upos not in ("NOUN", "ADJ"):
        return first
    rest = _end_of_nouns(context, second)
    joined = rest is not None and any(word.text in ("und", "sowie") for word in context.words(link.index, rest.index))
    return rest if joined else first


def _behind_full_name(context: Context, words: tuple[Word, ...], last: Word) -> Word:
    """Return the end of the full name behind a role with its body and where that is: *des Heims in Kleve | Ida Ott*."""
    people = [word for word in words if word.upos == "NOUN" and is_person_noun(word.text)]
    if not people or words[0].upos == "PROPN" or any(is_given_name(word.text) for word in words):
        return last
    start = _next(context, last)
    if start is not None and start.text.lower() in _PLACED:
        start = _next(context, start)
        while start is not None and (start.upos in ("DET", "ADJ", "NOUN") or _is_place(context, start)):
            if is_time(start):
                return last
            start = _next(context, start)
    return _name_from(context, start) or last


def _is_place(context: Context, word: Word) -> bool:
    """Say whether a name is no given name, with one behind it."""
    following = _next(context, word)
    return word.upos == "PROPN" and not is_given_name(word.text) and following is not None


def _name_from(context: Context, first: Word | None) -> Word | None:
    """Return the last word of the full name that begins at a word, None if none does."""
    surname = None if first is None else _next(context, first)
    if first is None or surname is None or not is_given_name(first.text):
        return None
    while surname is not None and surname.text in ("von", "van", "de", "zu", "al"):
        surname = _next(context, surname)
    return surname if surname is not None and surname.text[:1].isupper() and not surname.masked else None


def _behind_age(context: Context, last: Word) -> Word:
    """Return the age behind a name and a comma: *sagte Ida Ott, | 36, dem Sender*."""
    comma, age, closing = (_next(context, last, step) for step in (1, 2, 3))
    told = comma is not None and comma.text == "," and age is not None and age.text.isdecimal()
    if not told or age is None or closing is None or last.upos != "PROPN":
        return last
    return age if int(age.text) in _AGE and closing.text in (",", ".", "–") else last
