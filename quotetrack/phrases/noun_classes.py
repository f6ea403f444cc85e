"""Nouns of time, of media, and of what is said or written: by the word lists and the ends of compounds."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.nouns import is_medium_noun, known_medium, noun_of
from quotetrack.syntax import Word

_STAFF: Final = tuple(
    noun + ending
    for noun in (
        "sprecher chef redakteur korrespondent journalist reporter leiter mitarbeiter autor kritiker herausgeber"
        " verleger intendant moderator direktor fotograf kolumnist gründer leser bericht angabe redaktion ausgabe"
        " meldung umfrage recherche information interview website seite konto team büro artikel beitrag vertreter"
        " kreis ausland inland redaktionsleiter".split()
    )
    for ending in ("", "in", "innen", "e", "en", "n", "s")
)
"""Nouns whose genitive may be a medium; behind others it is the dative of *sagte der Minister der Zeitung*."""
_OF_OFFICES_RE: Final = regex.compile(
    r"(?:behörden|regierungs|polizei|partei|fraktions|gewerkschafts|ministeriums?|kreml|militär|armee|justiz|gerichts"
    r"|verbands?|vereins|stadt|kirchen|feuerwehr|bundeswehr|unicef|unhcr|un|uno|nato|eu|us)-?\p{L}*"
    r"(?:sprecher|vertreter|mitarbeiter|chef|leiter|kreise)(?:in|innen|n|s)?$"
)
"""Nouns for people of a body that is no medium: *Behördenvertreter*."""
_SPEAKING: Final = ("sprecher", "sprecherin", "sprechern", "vertreter", "vertreterin", "vertretern")
_DAYTIMES: Final = ("abend", "morgen", "vormittag", "mittag", "nachmittag", "nacht", "früh")


def is_time(word: Word) -> bool:
    """Say whether a noun is one of time (*Montag*, *Mittwochabend*), and no surname here (*Ida Sommer*)."""
    if "Surname" in word.features:
        return False
    form = word.text.lower()
    known = load("time_nouns")
    return form in known or (form.endswith(_DAYTIMES) and form[:4] in {day[:4] for day in known if day.endswith("tag")})


def is_medium(word: Word) -> bool:
    """Say whether a noun or name stands for a medium or an agency (*dpa*, *Tageszeitung*)."""
    return "Medium" in word.features or (word.upos in ("NOUN", "PROPN", "X") and is_medium_noun(word.text))


def _is_agency(word: Word) -> bool:
    known = known_medium(word.features.get("Medium", ""))
    return (known is not None and "Nachrichtenagentur" in known.nouns) or word.text.casefold().endswith("agentur")


def works_for_medium(word: Word, medium: Word | None = None) -> bool:
    """Say whether a noun has a medium for its genitive: *die Korrespondentin der Agentur*, unlike *der Minister*.

    So has one for another medium: *das Portal der Zeitung*. Who speaks for an office does so for no medium
    (*ein Polizeisprecher der taz*); nobody quotes who speaks for an agency, which tells what others say (*ein Sprecher
    der dpa*).
    """
    small = word.text.lower()
    if _OF_OFFICES_RE.match(small) is not None:
        return False
    if medium is not None and small.endswith(_SPEAKING) and _is_agency(medium):
        return False
    return word.upos != "NOUN" or word.text.lower().endswith(_STAFF) or is_medium_noun(word.text)


def is_statement(noun: str) -> bool:
    """Say whether a noun is one for something said or written, which has its author in the genitive."""
    known = noun_of(noun)
    return known is not None and known.kind in ("statement", "document", "reports")
