"""Names of bodies behind the noun for them: *Regiobahn Mitte*, *die Sektion Oberland*."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.nouns import Noun, is_given_name, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import CLUB_LETTERS, Chunk
from quotetrack.speakers.names import FUNCTION_WORDS
from quotetrack.speakers.surnames import is_plural
from quotetrack.syntax import Word

_NOMINAL: Final = ("NOUN", "PROPN", "ADJ", "X")
_LONGEST: Final = 5
#: Words that end the names of firms.
LAST_OF_FIRMS: Final = frozenset(
    "Air Airways Airlines Lines Group Holding Capital Energy Pharma Motors Systems Media Invest Partners Logistics"
    " Bau Catering Energie Reisen Solutions Textil Transporte Living Technologies Ventures Software Robotics Biotech"
    " Immobilien Logistik".split()
)
_FIRST_OF_FIRMS: Final = frozenset("Air Banca Banco Banque Cassa Credit Crédit Credito Société Swiss".split())
_CLUBS: Final = frozenset(
    "Alemannia Arminia Austria Blau-Weiß Borussia Concordia Dynamo Eintracht Fortuna Germania Hansa Hertha Holstein"
    " Lokomotive Preußen Rapid Rot-Weiß Schwarz-Weiß Sturm Teutonia Union Wacker".split()
)
"""Words that begin the names of clubs."""
OF_VERBS: Final = frozenset(
    "Alarm Klage Kritik Einspruch Widerspruch Protest Beschwerde Anzeige Strafanzeige Anklage Auskunft Stellung Partei"
    " Bericht Bedenken Zweifel Vorwürfe Ermittlungen Druck Gehör Abstand Rücksicht Wert Beifall Position Insolvenz"
    " Konkurs Berufung Revision Kurzarbeit Hilfe Unterstützung Entwarnung Hoffnung Mut Recht".split()
)
"""Nouns that make one phrase with the verb: *schlägt | Alarm*."""
#: What stands behind the name of a firm for what it is in law.
LEGAL_FORMS: Final = frozenset("AG GmbH gGmbH gAG SE KG SA eG OHG KGaA AöR UG e.V. Ltd. Inc. Holding".split())
_PARTNERS: Final = frozenset(
    "Söhne Sohn Töchter Tochter Brüder Bruder Partner Kollegen Cie Cie. Co Co. Erben Nachfolger Compagnie".split()
)
"""What stands behind *&* in the names of firms."""
#: Words that tell where a body works, and name nothing alone: *die Fahrradstaffel | Ost*.
WHERE: Final = frozenset(
    "Nord Süd Ost West Mitte Nordost Nordwest Südost Südwest Zentrum Küste Oberland Unterland International".split()
)
#: How many towns end.
_TOWN_RE: Final = regex.compile(
    r"^\p{Lu}\p{Ll}+(?:stätten|stetten|hausen|heim|ingen|hofen|hagen|haven|wiler|kirchen|münde|rode|dorf|burg)$"
)


def is_town(form: str) -> bool:
    """Say whether a word ends as many names of towns do.

    >>> is_town("Reichenhausen"), is_town("Vereinskreisen")
    (True, False)
    """
    return _TOWN_RE.search(form) is not None


def behind_bodies(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield the words of a body's name behind the noun for it, each with the word before: ``Regiobahn Mitte``.

    What stands before the verb of a main clause is one phrase only; what stands twice behind the noun is no accident.
    """
    found: Counter[str] = Counter()
    for context in contexts:
        words = context.sentence.words
        for place, word in enumerate(words[:-1]):
            known = noun_of(word.text)
            if word.masked or known is None or known.kind not in ("organisation", "medium") or known.is_plural:
                continue
            tail = _rest_of_subject(words, place) or _tail_of_body(words, place)
            pairs = [f"{one.text} {other.text}" for one, other in itertools.pairwise([word, *tail])]
            if tail and (_is_sure(words, place, tail) or _ends_phrase(words, tail[-1]) or _tells_where(words, tail)):
                yield from pairs
            found.update(pairs[:1])
    yield from (pair for pair, count in found.items() if count > 1)


def before_legal_forms(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield what stands before the legal form of a firm, where it was taken for a noun: *die | Nordwind | AG*.

    So do words with which firms begin: *die | Credit | Helvetia*.
    """
    for context in contexts:
        for name, form in itertools.pairwise(context.sentence.words):
            ends = form.text in LEGAL_FORMS or (form.text in LAST_OF_FIRMS and form.upos == "PROPN")
            begins = name.text in _FIRST_OF_FIRMS and form.upos == "PROPN"
            named = name.upos in ("NOUN", "PROPN") and name.text[:1].isupper() and not name.masked
            apart = not _is_of_somebody(name) or "-" in name.text  # die Wehrberg-Kliniken gGmbH
            if named and ((ends and apart) or (begins and noun_of(name.text) is None)):
                yield name.text


def before_partners(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield what stands before the partners in a firm's name, where it was taken for a noun: *| Holzmann | & Söhne*."""
    for context in contexts:
        words = context.sentence.words
        for name, sign, partner in zip(words, words[1:], words[2:], strict=False):
            if sign.text == "&" and partner.text in _PARTNERS and name.text[:1].isupper() and not name.masked:
                yield name.text


def _is_of_somebody(word: Word) -> bool:
    """Say whether a noun is for people or bodies and names nothing: *der Vorstand*, beside *Novaplan*."""
    noun = noun_of(word.text)
    return noun is not None and noun.kind in ("person", "organisation", "medium")


def behind_club_letters(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield the letters of a club, and with them the place behind, where they were taken for nouns: *der | FC Thal*."""
    for context in contexts:
        for letters, place in itertools.pairwise(context.sentence.words):
            named = place.upos in ("NOUN", "PROPN", "X") and place.text.istitle()
            named = named and (noun_of(place.text) is None or is_town(place.text))
            if letters.text in CLUB_LETTERS and named and not place.masked and not is_time(place):
                yield from (letters.text, f"{letters.text} {place.text}")


def is_firm(chunk: Chunk) -> bool:
    """Say whether a name is one of a firm: *die Nordwind | AG*, *die Korvia | Living*, *Hartwig | & | Söhne*."""
    if any(word.text == "&" for word in chunk.name):
        return True  # der Pumpenbauer Hartwig & Söhne
    last = chunk.name[-1].text if chunk.name else ""
    behind_place = chunk.noun is None and last in LEGAL_FORMS and [w.text[-2:] for w in chunk.nouns] == ["er"]
    behind_noun = chunk.noun is None and bool(chunk.nouns) and last in LEGAL_FORMS and chunk.determiner is not None
    named = (not chunk.nouns or behind_place or behind_noun) and len(chunk.name) > 1  # die Bergstedter | Fleisch AG
    after_somebody = chunk.determiner is not None and is_named_after(last)
    return named and (last in LEGAL_FORMS or last in LAST_OF_FIRMS or after_somebody)


def is_club(chunk: Chunk) -> bool:
    """Say whether a name is one of a club: *VfL Hasbergen*, *Eintracht Tal*."""
    return chunk.name[0].text in _CLUBS or chunk.name[0].text in CLUB_LETTERS


def is_named_after(word: str) -> bool:
    """Say whether a word ends the name of a body that bears somebody's: *das Robert | Koch-Institut*."""
    noun = noun_of(word) if "-" in word else None
    return noun is not None and noun.kind == "organisation"


def _tells_where(words: Sequence[Word], tail: Sequence[Word]) -> bool:
    """Say whether a body is told from others by where it works: *beim Bauamt | Mitte*, not *Mitte März*."""
    ahead = words[tail[0].index] if tail[0].index < len(words) else None
    return len(tail) == 1 and tail[0].text in WHERE and (ahead is None or not (is_time(ahead) or ahead.upos == "NUM"))


def ends_of_firms(contexts: Sequence[Context]) -> Iterator[str]:
    """Yield the last word of a firm's name with the name before it, where it was taken for a noun: ``Porta Bau``."""
    for context in contexts:
        for name, word in itertools.pairwise(context.sentence.words):
            ends = word.text in LAST_OF_FIRMS and word.upos == "NOUN"
            ends = ends or (is_given_name(name.text) and is_named_after(word.text))
            if (
                ends
                and name.upos == "PROPN"
                and not name.masked
                and state_of(name.text) is None
                and name.text not in load("places")
            ):
                yield f"{name.text} {word.text}"


def _tail_of_body(words: Sequence[Word], place: int) -> list[Word]:
    """Return the words behind a noun for a body that can be its name: *Rhenania Strom*, *Nahrung und Genuss*."""
    tail: list[Word] = []
    for word in words[place + 1 :]:
        text, ahead = word.text, words[word.index] if word.index < len(words) else None
        if word.masked or text in "()":
            break
        if not _continues(tail, word, ahead):
            break
        tail.append(word)
    if tail and tail[-1].upos == "ADJ":
        return []
    return [] if tail and _is_genitive_of(tail[0]) else tail


def _rest_of_subject(words: Sequence[Word], place: int) -> list[Word]:
    """Return all nouns between a body at the start of a sentence and its verb in the singular: they are its name.

    So also nouns for people and bodies: *Die Gewerkschaft | Gast und Trank | kündigte an*, *Die Stiftung | Heimat und
    Hof | fördert*.
    """
    tail: list[Word] = []
    for word in words[place + 1 :]:
        joins = bool(tail) and word.text in ("und", "&")
        if word.masked or not (joins or (word.upos in _NOMINAL and word.text[:1].isupper() and not is_time(word))):
            break
        tail.append(word)
    verb = _behind_bracket(words, tail[-1].index) if tail else None
    is_one = verb is not None and verb.features.get("Number") == "Sing" and len(tail) <= _LONGEST
    named = is_one and not any(map(_is_genitive_of, tail)) and _is_sure(words, place, tail)
    return tail if named and not is_given_name(tail[0].text) and not is_plural(tail[0]) else []


def _continues(tail: Sequence[Word], word: Word, ahead: Word | None) -> bool:
    """Say whether a word goes on with the name of a body, or *und* with its field."""
    if tail and word.text in ("und", "&"):
        return ahead is not None and _is_field(tail[-1], ahead)
    if tail and tail[-1].text in ("und", "&"):
        return True
    return _is_part(word) and (not tail or word.upos != "NOUN" or not _is_genitive_of(tail[-1]))


def _is_part(word: Word) -> bool:
    """Say whether a word can be part of the name of a body, by its form."""
    text, known = word.text, noun_of(word.text)
    if word.masked or word.upos not in ("PROPN", "NOUN", "ADJ", "X") or not text[:1].isupper() or is_time(word):
        return False
    if known is not None and known.kind in ("person", "statement", "document") and not _only_ends_in(word, known):
        return False
    if text in OF_VERBS:
        return False  # hat die Stiftung Merk | Alarm | geschlagen
    return state_of(text) is None and text.casefold() not in FUNCTION_WORDS and not text.endswith("-Jährige")


def _only_ends_in(word: Word, known: Noun) -> bool:
    """Say whether a name only looks like a compound: *die Firma Nordplan*, beside *die Quartalszahlen*."""
    small, base = word.text.casefold(), known.base.casefold()
    return known.kind != "person" and word.upos == "PROPN" and small != base and small.endswith(base)


def _is_field(one: Word, other: Word) -> bool:
    """Say whether two nouns joined by *und* may be the field of one body, and no second body or person."""
    known = noun_of(other.text)
    nouns = one.upos in ("NOUN", "PROPN") and other.upos in ("NOUN", "PROPN") and other.text[:1].isupper()
    is_thing = known is None or known.kind not in ("organisation", "person", "medium", "group")
    return nouns and is_thing and not other.masked and not is_given_name(other.text)


def _is_genitive_of(word: Word) -> bool:
    return word.upos == "PROPN" and word.text.endswith("s") and word.features.get("Case") == "Gen"


def _is_sure(words: Sequence[Word], place: int, tail: Sequence[Word]) -> bool:
    """Say whether the phrase fills the place before the verb, so that its words are one name."""
    before, end = words[:place], tail[-1].index
    opens = all(word.upos in ("DET", "ADJ", "ADP", "NOUN", "ADV", "CCONJ") and not word.masked for word in before)
    verb = _behind_bracket(words, end)
    return opens and verb is not None and verb.upos in ("VERB", "AUX") and verb.features.get("VerbForm") == "Fin"


def _behind_bracket(words: Sequence[Word], place: int) -> Word | None:
    """Return the word at a place, or behind the letters in brackets there: *Erziehung und Wissenschaft (GEW)*."""
    following = words[place : place + 4]
    if len(following) == 4 and following[0].text == "(" and following[2].text == ")":
        return following[3]
    return following[0] if following else None


def _ends_phrase(words: Sequence[Word], last: Word) -> bool:
    """Say whether a word closes its phrase and is no object beside it: *teilte die Sektion Oberland mit*."""
    after = words[last.index] if last.index < len(words) else None
    closes = after is None or after.upos == "PUNCT" or after.relation == "compound:prt"
    if is_town(last.text) and last.upos in ("NOUN", "PROPN") and not is_plural(last):
        return True  # beim Landratsamt Wallstätten
    beside = last.relation in ("appos", "flat", "flat:name", "nmod", "nsubj", "compound") and not is_plural(last)
    return beside and (closes or last.upos == "PROPN")
