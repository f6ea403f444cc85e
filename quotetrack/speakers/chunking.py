"""Noun phrases found as they stand in a row: article, attributes, nouns, name. No tree needed.

The order of words in a German noun phrase says more, and more surely, than a small parser's tree; from the parse only
the word classes and the case features are taken.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

import regex
from attrs import define, field

from quotetrack.lexicon import table
from quotetrack.nouns import is_person_noun, is_region, noun_of, state_of, state_of_adjective
from quotetrack.speakers.body_titles import known_body_at
from quotetrack.speakers.chunks import CLUB_LETTERS, EMBLEMS, PLURAL_WORDS, Chunk
from quotetrack.speakers.extended_attributes import around_attributes
from quotetrack.speakers.media_titles import title_at
from quotetrack.speakers.name_parts import (
    NAME_STARTERS,
    TITLES,
    goes_on_with_name,
    is_name,
    is_of_retirement,
    is_title,
    is_unlisted_role,
)
from quotetrack.speakers.noun_attributes import DETERMINERS, YEARS, is_attribute, is_determiner, is_noun_like
from quotetrack.speakers.telling_phrases import is_ones_own
from quotetrack.syntax import Word

#: Articles and possessives behind which no attribute ends in -e.
_WITHOUT_E: Final = frozenset({"ihr", "sein", "ein", "kein", "dem", "den", "des", "einem", "einen", "eines"})
_YEAR_RE: Final = regex.compile(r"(?:1[5-9]|20)\d\d")
_COLOURS: Final = ("Rot", "Blau", "Grün", "Weiß", "Weiss", "Golden")
_WRITTEN_APART: Final = frozenset({"Club", "Clubs", "Klub", "Klubs"})
"""Nouns for bodies that often stand apart from what they are compounds with: *der Touring | Club*."""
_MAINLY: Final = frozenset({"Wesentlichen", "Allgemeinen", "Übrigen"})
"""Nouns of adverbs, which begin no phrase though a name stands behind: *im | Wesentlichen | Ida Ott*."""
_SEATED: Final = tuple(
    "gericht amt präsidium anwaltschaft inspektion direktion kammer center klinikum universität hochschule feuerwehr"
    " polizei sparkasse bistum landkreis bezirksregierung gerichtshof anstalt verwaltung"
    " kreisverband ortsverband".split()
)
"""Ends of nouns for bodies that a city tells from others, even one that is a common noun: *das Jobcenter | Essen*."""
_BEGINNING: Final = frozenset({"seit", "ab", "bis"})
_SMALL_CLASSES: Final = frozenset({"ADP", "ADV", "AUX", "CCONJ", "INTJ", "PART", "PRON", "PUNCT", "SCONJ", "VERB"})
#: Words with a small letter that a phrase may begin with whatever their class.
_SMALL_BEGINNINGS: Final = DETERMINERS | YEARS | PLURAL_WORDS | TITLES | NAME_STARTERS


def chunks_of(words: Sequence[Word], names: Set[str]) -> list[Chunk]:
    """Return the noun phrases of a sentence in order; ``names`` are the word forms that are names in this article."""
    found: list[Chunk] = []
    has_emblem = any(word.text in EMBLEMS for word in words)
    place = 0
    has_medium = any("Medium" in word.features for word in words)
    while place < len(words):
        chunk = _emblem_at(words, place) if has_emblem else None
        chunk = title_at(words, place, names) if has_medium and chunk is None else chunk
        chunk = known_body_at(words, place) if chunk is None else chunk
        if chunk is None and not _begins_none(words, place, names):
            chunk = _chunk_at(words, place, names)
        if chunk is None:
            place += 1
            continue
        found.append(chunk)
        place = chunk.last
    return list(around_attributes(found, words))


def _emblem_at(words: Sequence[Word], start: int) -> Chunk | None:
    """Return a body that is called by its emblem, however it is tagged: *das Deutsche Rote Kreuz*."""
    has_article = is_determiner(words, start)
    first = place = start + has_article
    while (
        place < len(words) and words[place].text[:1].isupper() and words[place].text.endswith(("e", "en", "es", "er"))
    ):
        place += 1
    is_emblem = place < len(words) and place > first and words[place].text in EMBLEMS
    if not is_emblem or words[place].masked or not words[place - 1].text.startswith(_COLOURS):
        return None
    article = words[start].text.lower() if has_article else None
    attributes = tuple(words[first:place])
    whole = tuple(words[start : place + 1])
    return Chunk(whole, article, attributes, (words[place],), (), preposition=_preposition_of(words, start))


def _preposition_of(words: Sequence[Word], start: int) -> str | None:
    before = words[start - 1] if start else None
    return before.text.lower() if before is not None and before.upos == "ADP" and not before.masked else None


@define
class _Core:
    """What a phrase has behind its article and attributes, taken word by word."""

    words: Sequence[Word]
    names: Set[str]
    determiner: str | None
    adjectives: list[Word]
    titles: list[Word] = field(factory=list)
    nouns: list[Word] = field(factory=list)
    name: list[Word] = field(factory=list)
    possessor: list[Word] = field(factory=list)

    def takes(self, place: int) -> bool:
        """Take a word, and say whether the phrase goes on with it."""
        word = self.words[place]
        if (is_title(word) or is_of_retirement(self.words, place)) and not (self.name or self._is_surname(word, place)):
            self.titles.append(word)
        elif self._is_of_a_full_name() and is_ones_own(word.text):
            return self._takes_noun(word)  # Ida Otts Atelier, whatever the parser takes that for
        elif self._is_of_name(word, place) or self._is_seat(word, place):
            self.name.append(word)
        elif self._is_attribute_of_kin(word, place):
            self.possessor, self.name = self.name, []
            self.adjectives.append(word)
        elif _may_be_noun(word, self.words, place, self.names) or self._is_owned(word):
            return self._takes_noun(word)
        else:
            attribute = word.upos == "ADJ" and place > 0 and self.words[place - 1].text in ("und", "oder")
            joint = place - 1 if attribute else place
            joins = self.words[joint].text in ("und", "oder")
            joins = joins and _joins_roles(self.words, joint, self.names, self.determiner)
            return bool(self.nouns) and is_person_noun(self.nouns[-1].text) and joins
        return True

    def _is_of_name(self, word: Word, place: int) -> bool:
        begun = bool(self.name)
        if is_name(word, self.names, self.words, place, begun):
            return True
        if not (begun or self.nouns) and word.upos == "NOUN" and self._is_state(word):
            return True
        return begun and goes_on_with_name(self.name[-1], self.words, place, self.names)

    def _is_state(self, word: Word) -> bool:
        """Say whether a state or its capital was taken for a noun: *laut | Neu-Delhi*, *Angaben | Roms*."""
        bare = self.determiner is None and not self.adjectives
        return bare and state_of(word.text) is not None and noun_of(word.text) is None

    def _is_owned(self, word: Word) -> bool:
        """Say whether what is no name stands behind a full one in the genitive: *Ida Otts | Rechenkünste*."""
        return self._is_of_a_full_name() and word.upos == "PROPN" and word.text[:1].isupper() and word.text.isalpha()

    def _is_of_a_full_name(self) -> bool:
        return len(self.name) > 1 and self.name[-1].text.endswith("s") and not self.nouns

    def _is_seat(self, word: Word, place: int) -> bool:
        """Say whether a region or a city tells which body is meant: *das Landeskriminalamt | Niedersachsen*."""
        if self.name or not self.nouns or self.nouns[-1].index != place or word.upos not in ("NOUN", "PROPN", "X"):
            return False
        body = noun_of(self.nouns[-1].text)
        if body is None or body.kind != "organisation" or body.field == "alone":
            return False
        small = self.nouns[-1].text.casefold().removesuffix("s")
        in_town = small.endswith(_SEATED) and word.text != "Mitte" and word.text in table("cities")
        return in_town or is_region(word.text)

    def _is_surname(self, word: Word, place: int) -> bool:
        """Say whether a title stands alone that is a surname in the article: *sagte Ivo Graf. | Graf | bat …*."""
        following = self.words[place + 1] if place + 1 < len(self.words) else word
        alone = following == word or not following.text[:1].isupper()
        return word.text in ("Graf", "Fürst", "Baron", "Lady", "Sir") and word.text in self.names and alone

    def _is_attribute_of_kin(self, word: Word, place: int) -> bool:
        """Say whether an attribute stands between a name in the genitive and a noun: *Otts | zehnjährige Tochter*.

        Behind a noun that is no kin somebody is named: *Contis | früherer Trainer Walter Kuhn*.
        """
        if not self.name or word.upos != "ADJ" or not _is_genitive_before_noun(self.name, self.nouns):
            return False
        following = self.words[place + 1] if place + 1 < len(self.words) else word
        after = self.words[place + 2] if place + 2 < len(self.words) else word
        known = noun_of(following.text) if following.upos in ("NOUN", "PROPN") else None
        if known is None or known.kind not in ("person", "statement") or not word.text.islower():
            return False
        if known.kind == "statement":  # Ida Kolbs größte Sorge
            return word.text.endswith(("e", "er", "es", "en"))
        named = after.upos == "PROPN" and after.text[:1].isupper() and after.index == following.index + 1
        return word.text.endswith(("e", "er", "en")) and (known.field in ("family", "relation") or named)

    def _takes_noun(self, word: Word) -> bool:
        if self.name and not _is_genitive_before_noun(self.name, self.nouns):
            return False
        if len(self.nouns) == 1 and (_is_adjective(self.nouns[0]) or _is_adjective_of_body(self.nouns[0], word)):
            self.adjectives, self.nouns = [*self.adjectives, self.nouns[0]], []
        people = bool(self.nouns) and is_person_noun(self.nouns[-1].text) and is_person_noun(word.text)
        if self.nouns and not (people or word.text in _WRITTEN_APART):
            return False
        if self.name:
            self.possessor, self.name = self.name, []
        self.nouns.append(word)
        return True


def _chunk_at(words: Sequence[Word], start: int, names: Set[str]) -> Chunk | None:
    place = start
    determiner: str | None = None
    if _is_year_before_name(words, start):
        return None
    if is_determiner(words, place):
        determiner = words[place].text.lower()
        place += 1
    body = place
    while body < len(words) and is_attribute(words, body, names, determiner is not None):
        if determiner in _WITHOUT_E and words[body].text.islower() and words[body].text.endswith("te"):
            break  # Neben ihr lächelte Eva Ott; an attribute would be lächelnder or lächelndes
        body += 1
    adjectives = list(words[place:body])
    body = _behind_cut_nouns(words, body)
    core = _Core(words, names, determiner, adjectives)
    place = body
    while place < len(words) and not words[place].masked and core.takes(place):
        place += 1
    if place == body:
        return None
    nouns, name, titles = core.nouns, core.name, core.titles
    if _stands_before_name(words, start, determiner, nouns, name) and not core.possessor:
        place, name = nouns[-1].index, []
    nouns, name = _divided(nouns, name)
    if titles and not nouns and not name:
        nouns, titles = titles, []
    age = next((words[word.index - 2].text for word in reversed(adjectives) if _closes_age(word, words[start])), None)
    return Chunk(
        tuple(words[start:place]), determiner, tuple(core.adjectives), tuple(nouns), tuple(name),
        tuple(core.possessor), tuple(titles), age, _preposition_of(words, start),
    )  # fmt: skip


def _is_year_before_name(words: Sequence[Word], place: int) -> bool:
    """Say whether a year stands before a name, and is told of nobody: *leitet seit | 2011 | Ida Ott*."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.upos == "PROPN" and _YEAR_RE.fullmatch(words[place].text) is not None


def _begins_none(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say at a glance that no phrase begins with a masked word or a small one, which most are: no other test would."""
    word = words[place]
    if word.masked or (place > 1 and _is_of_superlative(words, place)) or (place and _is_year(words, place)):
        return True
    if word.text in _MAINLY or (place + 1 < len(words) and words[place + 1].text in _MAINLY):
        return True
    if word.upos not in _SMALL_CLASSES or word.text[:1].isupper():
        return False
    if word.text.lower() in _SMALL_BEGINNINGS or word.text in names:
        return False
    return not (place and f"{words[place - 1].text} {word.text}" in names)


def _is_year(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is the year in which something began or ended: *die seit 2015 | Psychologin ist*."""
    return _YEAR_RE.fullmatch(words[place].text) is not None and words[place - 1].text.lower() in _BEGINNING


def _is_of_superlative(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is an adverb such as *am lautesten*, or the small word behind it."""
    if words[place - 1].text == "dem":
        return _is_superlative(words, place)
    return words[place - 2].text == "dem" and words[place].text.islower() and _is_superlative(words, place - 1)


def _is_superlative(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is an adverb: *am lautesten klatschte Ida Ott*."""
    if not (words[place].text.islower() and words[place].text.endswith("sten")) or place < 2:
        return False
    before = [word.text.lower() for word in words[place - 2 : place]]
    behind = words[place + 1].text if place + 1 < len(words) else ""
    return before == ["an", "dem"] and not behind[:1].isupper()


def _behind_cut_nouns(words: Sequence[Word], place: int) -> int:
    """Return the place behind nouns that share the end of another: *Bau- und | Verkehrsministerium*."""
    while place + 2 < len(words) and words[place].text.endswith("-") and words[place].text[:1].isupper():
        if words[place + 1].text not in ("und", "oder", "sowie", ",") or not words[place + 2].text[:1].isupper():
            break
        place += 2
    return place


def _closes_age(word: Word, first: Word) -> bool:
    """Say whether an attribute is the *Jahre* behind a number: *der 31 Jahre alte Ott*."""
    return word.text.lower() in YEARS and word.index > first.index


def _may_be_noun(word: Word, words: Sequence[Word], place: int, names: Set[str]) -> bool:
    if word.upos == "NOUN":
        return word.text[:1].isupper() or is_noun_like(word)
    if word.upos not in ("ADJ", "PROPN", "NUM", "X"):
        return False
    return is_noun_like(word) or is_unlisted_role(words, place, names)


def _is_adjective(word: Word) -> bool:
    """Say whether a word taken for a noun is an attribute of the noun behind it."""
    return word.upos == "ADJ" and word.text.endswith(("e", "en", "er", "es"))


def _is_adjective_of_body(word: Word, following: Word) -> bool:
    """Say whether a word for people is the adjective of a body's name: *die Grüne Liste*, *der Privaten Bahnen*."""
    known, body = noun_of(word.text), noun_of(following.text)
    is_party = known is not None and known.field == "party" and known.gender is None
    unknown = known is None and word.index > 1 and word.text.endswith(("e", "en")) and word.features.get("Number")
    of_state = word.index > 1 and state_of_adjective(word.text) is not None  # der Deutsche Ruderbund
    return bool(is_party or unknown or of_state) and body is not None and body.kind == "organisation"


def _stands_before_name(
    words: Sequence[Word], start: int, determiner: str | None, nouns: Sequence[Word], name: Sequence[Word]
) -> bool:
    """Say whether a noun only stands before a full name: *Neben ihr saß mit gesenktem Blick Reto Zgraggen*."""
    governed = start > 0 and words[start - 1].upos == "ADP"
    return determiner is None and governed and len(name) > 1 and bool(nouns) and noun_of(nouns[-1].text) is None


def _divided(nouns: list[Word], name: list[Word]) -> tuple[list[Word], list[Word]]:
    """Move leading words of a name that are nouns for people to the nouns: *Nationalrätin Flurina Caduff*."""
    for place in range(1, len(name) - 1):
        if is_person_noun(name[place].text) and name[place - 1].text.endswith(("s", "’", "'")) and not nouns:
            return [*nouns, name[place]], name[place + 1 :]
    if nouns and nouns[-1].text in CLUB_LETTERS and name:
        return nouns[:-1], [nouns[-1], *name]  # der SV Moor
    body = noun_of(nouns[-1].text) if nouns else None
    if body is not None and body.kind in ("organisation", "medium"):
        return nouns, name  # der Umweltverband Grüner Fluss
    while len(name) > 1 and is_person_noun(name[0].text) and name[1].text[:1].isupper():
        nouns, name = [*nouns, name[0]], name[1:]
    return nouns, name


def _is_genitive_before_noun(name: list[Word], nouns: list[Word]) -> bool:
    last = name[-1].text
    return not nouns and last.endswith(("s", "x", "z", "’", "'")) and not last.endswith("ss")


def _joins_roles(words: Sequence[Word], place: int, names: Set[str], determiner: str | None) -> bool:
    """Say whether *und* joins two roles of one person: *der Hotelier und (frühere) Obmann Simon Kreuzhuber*."""
    place += words[min(place + 1, len(words) - 1)].upos == "ADJ"
    if determiner is None or place + 2 >= len(words):
        return False
    noun, name = words[place + 1], words[place + 2]
    return is_person_noun(noun.text) and noun.text not in names and name.text in names
