"""Noun phrases as they stand in a row: article, attributes, nouns, name. What a name has beside it, no tree needed.

The order of words in a German noun phrase says more, and more surely, than a small parser's tree; from the parse only
the word classes and the case features are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

import regex
from attrs import evolve, frozen

from quotetrack.lexicon import load
from quotetrack.nouns import Gender, Noun, gender_by_end, is_given_name, is_person_noun, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.spans import Span
from quotetrack.syntax import Word

PARTICLES: Final = frozenset(
    "von vom van der den dem de del della di da dos du la le zu zur zum und al el bin ibn ben abu ten ter af av y"
    " e".split()
)
_POSSESSIVE_RE: Final = regex.compile(r"(?:sein|ihr|mein|unser)(?:e|er|es|em|en)?|dessen|deren")
_NAME_STARTERS: Final = frozenset("von van de di da al zu del bin ibn".split())
_TITLES: Final = frozenset(
    "herr herrn frau doktor dr dr. prof prof. mag mag. di di. ing. ing dipl.-ing. lic. señor señora signor signora"
    " monsieur"
    " madame mr mr. mrs. ms. sir lord lady don doña pater scheich graf gräfin freiherr baron baronin fräulein"
    " fürst fürstin".split()
)  # fmt: skip
_MASCULINE_TITLES: Final = frozenset("herr herrn señor signor monsieur mr mr. sir lord graf freiherr baron".split())
_FEMININE_TITLES: Final = frozenset("frau señora signora madame mrs. ms. lady gräfin baronin fräulein fürstin".split())
_POSSESSIVES: Final = ("sein", "ihr", "dessen", "deren", "mein", "unser")
_ARTICLES: Final = frozenset(
    "der die das dem den des ein eine einer einem einen eines kein keine keiner keinem keinen keines".split()
)
PLURAL_WORDS: Final = frozenset(
    "beide beiden beider mehrere mehreren viele vielen einige einigen alle allen zwei drei vier fünf sechs sieben acht"
    " neun zehn elf zwölf".split()
)
_INITIAL_RE: Final = regex.compile(r"\p{Lu}\.(?:-?\p{Lu}\.)*")
_CONJUNCTIONS: Final = frozenset("ehe indes während sowie wie".split())
_AGED_RE: Final = regex.compile(r"\d+-[Jj]ährige")
_MEN: Final = frozenset({"Bruder", "Sohn", "Enkelsohn", "Zwillingsbruder"})
#: Nouns whose grammatical gender says nothing of the person, whatever the article looks like.
_EPICENE: Final = ("glied", "opfer", "Person", "person", "Gegenüber", "oberhaupt", "vize", "Vize")
_PARTS_OF_VERBS: Final = frozenset({"Bedenken", "Protokoll", "Papier", "Wort"})
_YEARS: Final = frozenset({"jahre", "jahren"})


@frozen
class Chunk:
    """A noun phrase without what follows its name: ``der ukrainische Präsident Selenskyj``.

    ``determiner`` is the article or possessive in small letters, ``adjectives`` the attributes before the nouns,
    ``nouns`` the common nouns, ``name`` the words of a name, ``possessor`` those of a name in the genitive before the
    noun (*Quasts Bruder*).
    """

    words: tuple[Word, ...]
    determiner: str | None
    adjectives: tuple[Word, ...]
    nouns: tuple[Word, ...]
    name: tuple[Word, ...]
    possessor: tuple[Word, ...] = ()
    titles: tuple[Word, ...] = ()
    age: str | None = None
    preposition: str | None = None

    @property
    def first(self) -> int:
        """The place of the first word."""
        return self.words[0].index

    @property
    def last(self) -> int:
        """The place of the last word."""
        return self.words[-1].index

    @property
    def head(self) -> Word:
        """The last noun, else the last word of the name, else the last word."""
        return (self.nouns or self.name or self.words)[-1]

    @property
    def span(self) -> Span:
        """The span from the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def noun(self) -> Noun | None:
        """What the last noun stands for."""
        return noun_of(self.nouns[-1].text) if self.nouns else None

    @property
    def is_possessive(self) -> bool:
        """Say whether the phrase begins with a possessive or a genitive."""
        return bool(self.possessor) or (self.determiner or "").startswith(_POSSESSIVES)

    @property
    def is_indefinite(self) -> bool:
        """Say whether the phrase begins with *ein*."""
        return (self.determiner or "").startswith(("ein", "kein"))

    @property
    def is_definite(self) -> bool:
        """Say whether the phrase begins with *der*, *dieser* or a possessive."""
        return self.determiner is not None and not self.is_indefinite

    @property
    def gender(self) -> Gender | None:
        """The gender that title, noun, or article and ending mark."""
        for title in self.titles:
            if title.text.lower() in _MASCULINE_TITLES:
                return "Masc"
            if title.text.lower() in _FEMININE_TITLES:
                return "Fem"
        for word in reversed((*self.titles, *self.nouns)):
            noun = noun_of(word.text)
            if noun is not None and noun.gender is not None:
                return noun.gender
        return self._gender_of_article()

    def _gender_of_article(self) -> Gender | None:
        if not self.nouns or self.is_plural:
            return None
        noun = self.noun
        if noun is not None and noun.kind == "person" and noun.base.endswith(_EPICENE):
            return None
        if self.name and noun is not None and noun.is_plural:
            return "Masc" if noun.base in _MEN else None  # die Brüder Urs und Reto Ott
        if self.determiner is None and noun is not None and noun.kind == "person" and self.name:
            return "Fem" if noun.base.endswith("er") and self.nouns[-1].text.endswith("e") else None
        if self.determiner is None and noun is None and self.name:
            return None  # Publikumsliebling Ott
        return _by_article(self.determiner or "", self.nouns[-1].text) or _feature_gender(self.nouns[-1])

    @property
    def is_plural(self) -> bool:
        """Say whether the phrase is of several."""
        if any(word.text.lower() in PLURAL_WORDS for word in self.words[:3]):
            return True
        if not self.nouns or self.name:
            return False
        noun, head = self.noun, self.nouns[-1]
        small = head.text.lower()
        if gender_by_end(small) is not None and (noun is None or noun.kind != "person"):
            return False
        if noun is None and self.determiner == "die" and small.endswith("e") and head.lemma[:1].islower():
            return False  # an adjective for a noun: die Jüngere, but die Jüngeren
        if noun is None and self.determiner == "die" and head.text.endswith("te") and head.lemma == head.text:
            return False  # die Gewählte; die Geräte have another lemma
        if noun is not None and noun.gender == "Fem":
            return noun.is_plural
        if noun is not None and noun.gender is None and not noun.is_plural and small.endswith("e"):
            return self.determiner is None
        if self.determiner in ("die", "diese", "seine", "ihre", "meine", "unsere") and noun is not None:
            if noun.gender == "Masc":
                return True
            return noun.is_plural or (head.features.get("Number") == "Plur")
        if (self.determiner or "").startswith(("ein", "kein")) or self.determiner in ("dem", "des", "das"):
            return False
        if self.determiner in ("deren", "dessen") and noun is not None and noun.gender == "Masc":
            return False
        return head.features.get("Number") == "Plur" or (
            self.determiner is None and noun is not None and noun.is_plural
        )


def _by_article(determiner: str, noun: str) -> Gender | None:
    weak = noun.endswith("e")
    if determiner in ("die", "eine", "diese", "seine", "ihre") or (determiner in ("dessen", "deren") and weak):
        return "Fem"
    if determiner == "der":
        return "Masc" if weak else "Fem" if noun.endswith("en") else None
    if determiner in ("dem", "des", "den", "einem", "eines", "einen"):
        return None if determiner in ("dem", "des", "einem", "eines") and not noun.endswith(("en", "n")) else "Masc"
    if determiner in ("einer", "seiner", "ihrer"):
        return "Fem"
    return "Masc" if determiner in ("ein", "sein", "ihr") and noun.endswith("er") else None


def _feature_gender(word: Word) -> Gender | None:
    genders: dict[str, Gender] = {"Masc": "Masc", "Fem": "Fem", "Neut": "Neut"}
    return genders.get(word.features.get("Gender", ""))


def chunks_of(words: Sequence[Word], names: Set[str]) -> list[Chunk]:
    """Return the noun phrases of a sentence in order; ``names`` are the word forms that are names in this article."""
    found: list[Chunk] = []
    place = 0
    while place < len(words):
        chunk = _chunk_at(words, place, names)
        if chunk is None:
            place += 1
            continue
        found.append(_with_preposition(chunk, words))
        place = chunk.last
    return found


def _with_preposition(chunk: Chunk, words: Sequence[Word]) -> Chunk:
    if chunk.first == 1:
        return chunk
    before = words[chunk.first - 2]
    return evolve(chunk, preposition=before.text.lower()) if before.upos == "ADP" and not before.masked else chunk


def _chunk_at(words: Sequence[Word], start: int, names: Set[str]) -> Chunk | None:
    place = start
    determiner: str | None = None
    adjectives: list[Word] = []
    age: str | None = None
    word = words[place]
    if word.masked:
        return None
    if _is_determiner(words, place):
        determiner = word.text.lower()
        place += 1
    while place < len(words) and _is_attribute(words, place, names, determiner is not None):
        if words[place].text.lower() in _YEARS and place > start:
            age = words[place - 1].text
        adjectives.append(words[place])
        place += 1
    body = place
    titles: list[Word] = []
    nouns: list[Word] = []
    name: list[Word] = []
    possessor: list[Word] = []
    while place < len(words) and not words[place].masked:
        word = words[place]
        if _is_title(word) and not name:
            titles.append(word)
        elif (
            (name and name[-1].text.endswith("-") and name[-1].span.end == word.span.start)
            or (name and _is_title(word) and place + 1 < len(words) and words[place + 1].text.lower() in _NAME_STARTERS)
            or _is_name(word, names, words, place, bool(name))
            or (name and word.text.lower() in PARTICLES and _name_goes_on(words, place, names))
            or (name and _INITIAL_RE.fullmatch(word.text))
            or (name and word.text == "&" and place + 1 < len(words) and words[place + 1].text[:1].isupper())
            or (name and name[-1].text == "&" and word.text[:1].isupper())
        ):
            name.append(word)
        elif (word.upos == "NOUN" and (word.text[:1].isupper() or _is_noun_like(word))) or (
            word.upos in ("ADJ", "PROPN", "NUM", "X")
            and (_is_noun_like(word) or _is_unlisted_role(words, place, names))
        ):
            if name and not _is_genitive_before_noun(name, nouns):
                break
            if (
                nouns
                and nouns[-1].upos == "ADJ"
                and len(nouns) == 1
                and nouns[-1].text.endswith(("e", "en", "er", "es"))
            ):
                adjectives, nouns = [*adjectives, nouns[-1]], []
            if len(nouns) == 1 and _is_adjective_of_body(nouns[0], word):
                adjectives, nouns = [*adjectives, nouns[0]], []
            if nouns and not (is_person_noun(nouns[-1].text) and is_person_noun(word.text)):
                break
            if name:
                possessor, name = name, []
            nouns.append(word)
        elif nouns and word.text in ("und", "oder") and _joins_roles(words, place, names, determiner):
            pass
        else:
            break
        place += 1
    if place == body:
        return None
    if _stands_before_name(words, start, determiner, nouns, name) and not possessor:
        place, name = nouns[-1].index, []
    nouns, name = _divided(nouns, name)
    if titles and not nouns and not name:
        nouns, titles = titles, []
    return Chunk(
        tuple(words[start:place]), determiner, tuple(adjectives), tuple(nouns), tuple(name), tuple(possessor),
        tuple(titles), age,
    )  # fmt: skip


def _is_adjective_of_body(word: Word, following: Word) -> bool:
    """Say whether a word for people is the adjective of a party's name: *die Grüne Liste*."""
    known, body = noun_of(word.text), noun_of(following.text)
    is_party = known is not None and known.field == "party" and known.gender is None
    return is_party and body is not None and body.kind == "organisation"


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
    while len(name) > 1 and is_person_noun(name[0].text) and name[1].text[:1].isupper():
        nouns, name = [*nouns, name[0]], name[1:]
    return nouns, name


def _is_determiner(words: Sequence[Word], place: int) -> bool:
    small = words[place].text.lower()
    if place + 1 >= len(words) or words[place + 1].upos not in (
        "ADJ",
        "NOUN",
        "PROPN",
        "NUM",
        "X",
        "ADV",
        "DET",
        "PRON",
        "VERB",
    ):
        return False
    known = small in _ARTICLES or small in ("dieser", "diese", "dieses", "diesem", "diesen", "beide", "jener", "jene")
    possessive = _POSSESSIVE_RE.fullmatch(small) is not None
    return ((known or possessive) and words[place + 1].upos not in ("VERB", "ADV", "PRON", "DET")) or (
        (known or possessive)
        and (
            (words[place + 1].upos == "DET" and words[place + 1].text.lower() in PLURAL_WORDS)
            or (place + 2 < len(words) and _AGED_RE.match(words[place + 2].text) is not None)
        )
    )


def _is_attribute(words: Sequence[Word], place: int, names: Set[str], has_article: bool) -> bool:
    word = words[place]
    if word.masked or place + 1 >= len(words) or word.text.lower() in _CONJUNCTIONS:
        return False
    small = word.text.lower()
    if small in _YEARS and place + 1 < len(words) and words[place + 1].text.lower().startswith("alt"):
        return True
    if (word.upos == "NUM" and not _is_noun_like(word)) or small in PLURAL_WORDS:
        return _leads_to_noun(words, place)
    if _is_place_adjective(words, place):
        return True
    if word.upos == "ADV" and has_article:
        following = words[place + 1]
        return _AGED_RE.match(following.text) is not None or (following.upos == "ADJ" and following.text[:1].islower())
    if word.upos not in ("ADJ", "VERB") or (word.text in names and word.text[:1].isupper()):
        return False
    attributive = word.text.endswith(("e", "er", "es", "en", "em", "a")) or word.text.endswith("er")
    if word.upos == "VERB":
        return has_article and attributive and word.text[:1].islower() and word.features.get("VerbForm") != "Fin"
    return (
        attributive and not (_is_noun_like(word) and not _leads_to_noun(words, place)) and _leads_to_noun(words, place)
    )


def _is_place_adjective(words: Sequence[Word], place: int) -> bool:
    """Say whether a capital word in *-er* is the adjective of a place before a known noun: *die Zürcher Rätin*."""
    word, following = words[place], words[place + 1]
    known = noun_of(word.text)
    people = known is not None and known.field == "origin" and is_person_noun(following.text) and not following.masked
    if not (word.text[:1].isupper() and word.text.endswith("er")) or (known is not None and not people):
        return False
    if noun_of(following.text) is None or following.masked or not following.text[:1].isupper():
        return False
    opens = place == 0 or words[place - 1].upos in ("DET", "ADP", "PUNCT", "ADJ", "VERB", "AUX", "SCONJ", "CCONJ")
    return opens or words[place - 1].text[:1].islower()


def _leads_to_noun(words: Sequence[Word], place: int) -> bool:
    for word in words[place + 1 : place + 6]:
        if word.masked:
            return False
        if word.upos in ("NOUN", "PROPN") or (word.text[:1].isupper() and _is_noun_like(word)):
            return True
        if word.upos not in ("ADJ", "NUM", "ADV", "VERB", "CCONJ", "PUNCT"):
            return False
    return False


def _is_noun_like(word: Word) -> bool:
    """Say whether a capitalised adjective or name is a noun: *die Angegriffene*, *der 31-Jährige*."""
    text = word.text
    if _AGED_RE.match(text):
        return True
    if not text[:1].isupper():
        return False
    if word.upos == "PROPN":
        return noun_of(text) is not None
    return word.index > 1 and (word.relation not in ("amod", "det") or is_person_noun(text))


def _is_unlisted_role(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a word of no list is a role, as a given name and a surname stand behind it: *Hufschmied Arno Ott*."""
    if words[place].text in names or not words[place].text[:1].isupper() or place + 2 >= len(words):
        return False
    given, surname = words[place + 1 : place + 3]
    return given.text in names and surname.text in names and is_given_name(given.text)


def _is_title(word: Word) -> bool:
    return word.text.lower() in _TITLES and (word.text[:1].isupper() or word.text[-1] == ".")


def _is_name(word: Word, names: Set[str], words: Sequence[Word], place: int, goes_on: bool) -> bool:
    text = word.text
    if text[:1].isdecimal() or not any(map(str.isalpha, text)):
        return False
    if text in names:
        if not goes_on and place and words[place - 1].upos in ("DET", "ADJ") and noun_of(text) is not None:
            return False  # the noun beside a surname: der Richter, Jonas Richter
        is_capital = state_of(text) not in (None, text) and not words[place - 2].text[:1].islower()
        return not goes_on or (text.lower() not in PARTICLES and (state_of(text) is None or is_capital))
    if place and f"{words[place - 1].text} {text}" in names:
        joins = text.lower() in PARTICLES
        return not joins or (goes_on and place + 1 < len(words) and f"{text} {words[place + 1].text}" in names)
    if text.lower() in _NAME_STARTERS and not goes_on:
        if place + 1 == len(words):
            return False
        return word.upos == "PROPN" == words[place + 1].upos or f"{text.lower()} {words[place + 1].text}" in names
    return goes_on and text[:1].isupper() and word.upos in ("VERB", "ADJ", "X", "ADV") and "-" in text


def _name_goes_on(words: Sequence[Word], place: int, names: Set[str]) -> bool:
    """Say whether a small word within a name is followed by more of the name."""
    small = words[place].text.lower()
    if small in ("und", "vom", "zum", "zur", "den") or _is_contraction(words, place):
        return False
    for ahead in (1, 2):
        if place + ahead < len(words):
            word = words[place + ahead]
            if word.text in names and word.text[:1].isupper():
                if words[place - 1].text.lower() in PARTICLES:
                    return True
                return (
                    small not in ("von", "zu", "der", "dem", "la", "le")
                    or f"{small} {word.text}" in names
                    or ahead == 2
                )
            if word.text.lower() not in PARTICLES:
                return False
    return False


def _is_contraction(words: Sequence[Word], place: int) -> bool:
    """Say whether a word is the first half of *vom* or *zum*."""
    return place + 1 < len(words) and words[place].span == words[place + 1].span


def _is_genitive_before_noun(name: list[Word], nouns: list[Word]) -> bool:
    return not nouns and name[-1].text.endswith(("s", "x", "z", "’", "'"))


def _joins_roles(words: Sequence[Word], place: int, names: Set[str], determiner: str | None) -> bool:
    """Say whether *und* joins two roles of one person: *der Hotelier und Tourismusobmann Simon Kreuzhuber*."""
    if determiner is None or place + 2 >= len(words):
        return False
    noun, name = words[place + 1], words[place + 2]
    return is_person_noun(noun.text) and noun.text not in names and name.text in names


def name_text(words: Sequence[Word]) -> str:
    """Return a name as it is written, its words apart by one space.

    A particle that only the start of the sentence made a capital is small.
    """
    parts = [word.text for word in words]
    if parts and words[0].index == 1 and parts[0].lower() in ("von", "zu", "van"):
        parts[0] = parts[0].lower()
    return " ".join(parts).replace("- ", "-")


def tail_chunks(chunks: Sequence[Chunk], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in the list: a phrase, and the genitive or *von*-phrase that belongs to it."""
    for place in range(len(chunks) - 1):
        here, following = chunks[place], chunks[place + 1]
        between = words[here.last : following.first - 1]
        if _is_person_beside(here, following, between) or _is_of_the_verb(following, between):
            continue
        if following.preposition is not None and is_time(following.head) and not following.name:
            continue
        if (not between and _is_genitive(here, following)) or (
            len(between) == 1 and between[0].text.lower() in load("attribute_prepositions")
        ):
            yield place, place + 1


def _is_of_the_verb(following: Chunk, between: Sequence[Word]) -> bool:
    """Say whether a bare noun behind *zu* belongs to the verb: *gab die Teilhaberin zu Protokoll*."""
    bare = following.determiner is None and len(following.nouns) == 1 and not following.name
    return bare and bool(between) and between[0].text == "zu" and following.nouns[0].text in _PARTS_OF_VERBS


def _is_person_beside(here: Chunk, following: Chunk, between: Sequence[Word]) -> bool:
    """Say whether a full name behind a preposition is no attribute: *hat der Verein bei Reto Zgraggen angefragt*."""
    if len(following.name) < 2 or following.nouns or (here.nouns and is_person_noun(here.nouns[-1].text)):
        return False
    return bool(between) and between[0].text.lower() in ("bei", "für", "mit", "an", "über")


def _is_genitive(here: Chunk, following: Chunk) -> bool:
    if not here.nouns or here.name:
        return False
    determiner = following.determiner or ""
    if determiner in ("des", "eines") or determiner.endswith(("ines", "ires", "ihres", "eines")):
        return True
    if determiner == "der" and following.adjectives and following.adjectives[0].text.endswith("e"):
        return False  # hatte die Waffenruhe der frühere Diplomat vermittelt
    if determiner in ("der", "einer", "seiner", "ihrer", "dieser"):
        noun = following.noun
        return not (determiner == "der" and noun is not None and noun.kind == "medium")
    return determiner == "" and bool(following.name) and not following.nouns and following.name[-1].text.endswith("s")
