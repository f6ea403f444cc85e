"""Noun phrases: article, attributes, nouns, name, and what gender and number they show together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import regex
from attrs import evolve, frozen

from quotetrack.nouns import Gender, Noun, gender_by_end, is_of_place, is_title_of_paper, noun_of
from quotetrack.spans import Span
from quotetrack.syntax import Word

_PAPER: Final = Noun("medium", "Zeitung", "alone")
_EMBLEM: Final = Noun("organisation", "Hilfsorganisation", "whole")
_KNOWN: Final = Noun("organisation", "", "whole")
_MILITARY: Final = "Militär"
EMBLEMS: Final = frozenset("Kreuz Kreuzes Kreuze Halbmond Halbmonds Halbmondes".split())
"""Emblems by which bodies are called, with a colour before them."""
_MASCULINE_TITLES: Final = frozenset("herr herrn señor signor monsieur mr mr. sir lord graf freiherr baron".split())
_FEMININE_TITLES: Final = frozenset("frau señora signora madame mrs. ms. lady gräfin baronin fräulein fürstin".split())
_POSSESSIVES: Final = ("sein", "ihr", "dessen", "deren", "mein", "unser")
PLURAL_WORDS: Final = frozenset(
    "beide beiden beider mehrere mehreren mehrerer viele vielen vieler einige einigen einiger alle allen aller zwei"
    " drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
)
_OF_ONE_MAN: Final = frozenset(
    "dem des einem einen eines diesem dieses seinem seinen seines ihrem ihren ihres unserem unseres".split()
)
"""Articles of the oblique cases of one man: *des Präsidenten Kern*."""
_WITH_ARTICLE: Final = frozenset({"vom", "zum", "beim", "im", "am"})
_DATIVE_ONLY: Final = frozenset({"von", "mit", "bei", "zu", "aus", "nach", "seit", "gegenüber"})
"""Prepositions behind which *den* is of several."""
_MEN: Final = frozenset({"Bruder", "Sohn", "Enkelsohn", "Zwillingsbruder"})
_PARTICIPLE_RE: Final = regex.compile(r"(?:Ge|Be|Ver|Ent|Er|Zer)\p{L}{3,}te")
_NO_PARTICIPLES: Final = frozenset(
    "Geräte Gebote Gerichte Geschäfte Gewichte Gedichte Gerüchte Gemächte Gesichte Verbote Berichte Verluste".split()
)
_WITHOUT_UMLAUTS: Final = str.maketrans("äöü", "aou")
#: Nouns whose grammatical gender says nothing of the person, whatever the article looks like.
_EPICENE: Final = tuple(
    "glied opfer Person person Gegenüber Widerpart Gegenpart oberhaupt vize Vize orstand Zwilling Vormund Gast gast"
    " Star star Geisel Talent Vorbild Idol ling".split()
)


#: The end of titles that women have in the masculine: *Gemeindeammann Ida Ott*.
_OF_ANY: Final = "ammann"
#: Letters that begin the names of clubs.
CLUB_LETTERS: Final = frozenset(
    "AC ASV BC BSC BV DJK EHC ERC ESV ETV FC FK FSG FSV HC HSG KSV MTV RC RSV SC SG SK SSV SV SpVgg TC TSC TSG TSV TTC"
    " TV TuS UHC USC VBC VfB VfL VfR WSV".split()
)
_DEPUTY_RE: Final = regex.compile(r"stellvertretende[nrm]?")
_FORMER_RE: Final = regex.compile(
    r"(?:ehemalig|früher|einstig|vormalig|abgewählt|zurückgetreten|ausgeschieden)e[nrm]?|früher|[Aa]lt"
)
_LEFT: Final = frozenset({"D.", "d.", "a.D."})


@frozen(slots=False)
class Chunk:
    """A noun phrase without what follows its name: ``der ukrainische Präsident Selenskyj``.

    ``determiner`` is the article or possessive in small letters, ``adjectives`` the attributes before the nouns,
    ``nouns`` the common nouns, ``name`` the words of a name, ``possessor`` those of a name in the genitive before the
    noun (*Quasts Bruder*). ``start`` is the place of the article, which an attribute may part from the rest
    (*die aus Kiel stammende Autorin*); a phrase within such an attribute (*Kiel*) is ``is_inner``. ``medium`` is the
    name, in the nominative, of a medium that everybody knows, ``body`` that of such a body.
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
    parted: int | None = None
    is_inner: bool = False
    medium: str | None = None
    body: str | None = None

    @property
    def start(self) -> int:
        """The place of the first word, or of the article before an attribute that holds another phrase."""
        return self.first if self.parted is None else self.parted

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

    @cached_property
    def span(self) -> Span:
        """The span from the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @cached_property
    def noun(self) -> Noun | None:
        """What the last noun stands for; a paper where an adjective makes its title (*Kieler Abendpost*)."""
        if not self.nouns:
            return None
        if self.medium is not None:
            return _PAPER
        if self.body is not None:
            return evolve(_KNOWN, base=self.nouns[-1].text)
        if self.nouns[-1].text in EMBLEMS and self.adjectives:
            return _EMBLEM
        if self._is_what_is_left_behind():
            return None
        noun = _PAPER if self._is_paper() else noun_of(self.nouns[-1].text)
        return self._of_the_military() if noun is not None and noun.base == _MILITARY else noun

    def _is_what_is_left_behind(self) -> bool:
        """Say whether *das Erbe* is meant, not *der Erbe*: by the article, or by an ending that no heir has."""
        text = self.nouns[-1].text
        neutral = self.determiner in ("das", "dieses", "dem", "am", "im", "vom", "zum") or self.preposition is not None
        return text.endswith(("erbes", "Erbes")) or (text in ("Erbe", "Kulturerbe", "Welterbe") and neutral)

    def _of_the_military(self) -> Noun | None:
        """Return what *Militär* stands for: a man by the article of the masculine, men in the plural, else the body."""
        text, attribute = self.nouns[-1].text, self.adjectives[-1].text if self.adjectives else ""
        marked = self.determiner in ("der", "den", "einen")
        marked = marked or (self.determiner in ("ein", "kein") and not attribute.endswith("es"))
        if text.endswith("s") and self.determiner not in ("des", "eines", "unseres", "seines", "ihres"):
            return Noun("person", _MILITARY, "police", None, is_plural=True)
        return Noun("person", _MILITARY, "police", "Masc") if marked else noun_of(text)

    @cached_property
    def role(self) -> str:
        """The last noun, as a deputy's or a former one's where something beside it says so: *Ex-Bürgermeister*."""
        text = self.nouns[-1].text if self.nouns else ""
        noun = self.noun
        if noun is None or noun.kind != "person":
            return text
        told = [word.text for word in self.adjectives]
        if any(_DEPUTY_RE.fullmatch(one) for one in told):
            return f"Vize-{text}"
        had = any(_FORMER_RE.fullmatch(one) for one in told) or any(word.text in _LEFT for word in self.titles)
        return f"Ex-{text}" if had and not text.startswith(("Ex-", "Alt")) else text

    def _is_paper(self) -> bool:
        """Say whether the phrase is the title of a paper: *Oberländer Bote*, *Norddeutsche Rundschau*."""
        return (
            bool(self.adjectives) and is_of_place(self.adjectives[-1].text) and is_title_of_paper(self.nouns[-1].text)
        )

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

    @cached_property
    def gender(self) -> Gender | None:
        """The gender that title, noun, or article and ending mark."""
        for title in self.titles:
            if title.text.lower() in _MASCULINE_TITLES:
                return "Masc"
            if title.text.lower() in _FEMININE_TITLES:
                return "Fem"
        for word in reversed((*self.titles, *self.nouns)):
            noun = noun_of(word.text)
            if noun is not None and noun.gender is not None and not self._is_title_of_any(word):
                return noun.gender
        return self._gender_of_article()

    def _is_title_of_any(self, word: Word) -> bool:
        """Say whether a title alone before a name is of men and women alike: *Gemeindeammann Ida Ott*."""
        bare = bool(self.name) and self.determiner is None and not self.adjectives
        return bare and word.text.casefold().endswith(_OF_ANY)

    def _gender_of_article(self) -> Gender | None:
        if not self.nouns or self.is_plural:
            return None
        noun = self.noun
        if noun is not None and noun.kind == "person" and noun.base.endswith(_EPICENE):
            return None
        if self.name and noun is not None and noun.is_plural:
            of_one = noun.base in _MEN or self._is_weak_singular(noun)
            return "Masc" if of_one else None  # die Brüder Urs und Reto Ott
        if self.determiner is None and noun is not None and noun.kind == "person" and self.name:
            return "Fem" if noun.base.endswith("er") and self.nouns[-1].text.endswith("e") else None
        if self.determiner is None and noun is None and self.name:
            return "Fem" if self.nouns[-1].text.endswith("erin") else None  # Stimmerin Ott; Publikumsliebling Ott
        if self.determiner == "der" and self.preposition is not None:
            return "Fem"  # aus der Geschäftsstelle
        by_end = gender_by_end(self.nouns[-1].text) if noun is not None and noun.kind == "organisation" else None
        if by_end is not None:
            return by_end
        return _by_article(self.determiner or "", self.nouns[-1].text) or gender_of(self.nouns[-1])

    def _is_weak_singular(self, noun: Noun) -> bool:
        """Say whether a noun that looks plural is one man's by its article: *dem | Architekten | Jan Ott*."""
        alone = noun_of(noun.base)
        if alone is None or alone.gender != "Masc" or self.nouns[-1].text[-1:] != "n":
            return False
        article = (self.determiner or "").lower()
        if article == "den":
            return self.preposition not in _DATIVE_ONLY
        return article in _OF_ONE_MAN or (not article and self.preposition in _WITH_ARTICLE)

    @cached_property
    def is_plural(self) -> bool:
        """Say whether the phrase is of several."""
        if any(word.text.lower() in PLURAL_WORDS for word in self.words[:3]):
            return True
        if not self.nouns or self.name or self.body is not None:
            return False
        if self.determiner == "den" and self.preposition in _DATIVE_ONLY:
            return True  # sein Kollege von den Liberalen
        noun = self.noun
        if noun is None or noun.kind != "person":
            told = self._tells_number_of_body()
            if told is not None:
                return told
        if self.determiner == "die" and self.nouns[-1].text in ("Jüngere", "Ältere"):
            return False
        return self._is_plural_of_no_list() if noun is None else self._are_several(noun)

    def _tells_number_of_body(self) -> bool | None:
        """Say whether a noun that is none for people is plural, where its form or its end tells that."""
        noun, small = self.noun, self.nouns[-1].text.lower()
        is_body = noun is not None and noun.kind == "organisation"
        if self.determiner == "die" and noun is not None and is_body and not small.endswith(noun.base.casefold()):
            return True  # die Vereine, beside die Kammer
        by_end = gender_by_end(small)
        return None if by_end is None else by_end == "Neut" and self.determiner == "die"  # die Theater, but die Kammer

    def _is_plural_of_no_list(self) -> bool:
        """Say whether a noun of no list is plural, by its tag and its form."""
        head = self.nouns[-1]
        if self.determiner == "die":
            if head.text.lower().endswith("e") and head.lemma[:1].islower():
                return False  # an adjective for a noun: die Jüngere, but die Jüngeren
            if head.text.endswith("te") and not _is_plural_in_e(head):
                return False  # die Gewählte, but die Geräte
            if head.text.endswith("ene"):
                return False  # die Zurückgetretene, but die Zurückgetretenen
        return not self._is_of_one() and head.features.get("Number") == "Plur"

    def _are_several(self, noun: Noun) -> bool:
        """Say whether a noun of a list is plural."""
        head = self.nouns[-1]
        if self.determiner == "der" and noun.field == "age":
            return False  # laut Angaben der 33-Jährigen
        if self.determiner in ("sein", "ihr", "mein", "unser"):
            return False  # sein Schüler, beside seine Schüler
        if noun.gender == "Fem":
            return noun.is_plural
        if noun.gender is None and not noun.is_plural and head.text.lower().endswith("e"):
            return self.determiner is None
        if self.determiner == "der" and noun.gender == "Masc" and not noun.is_plural and head.text.endswith("oge"):
            return False  # der Pädagoge, whatever its tag
        if self.determiner == "der" and noun.gender == "Masc" and _is_genitive(head) and _may_be_genitive(head.text):
            return True  # Angaben der Ermittler: of one it were des Ermittlers
        if self.determiner in ("die", "diese") and noun.gender is None and head.text.endswith("en"):
            return True  # die Liberalen, but die Liberale
        if self.determiner == "der" and noun.is_plural and noun.base.endswith("e"):
            return True  # Angaben der Hirten: of one it were des Hirten, and of a woman der Hirtin
        plural = head.features.get("Number") == "Plur"
        if self.determiner in ("die", "diese", "seine", "ihre", "meine", "unsere"):
            return noun.gender == "Masc" or noun.is_plural or plural
        if self._is_of_one() or (self.determiner in ("deren", "dessen") and noun.gender == "Masc"):
            return False
        return plural or (self.determiner is None and noun.is_plural)

    def _is_of_one(self) -> bool:
        """Say whether the article is of a singular."""
        return (self.determiner or "").startswith(("ein", "kein")) or self.determiner in ("dem", "des", "das")


_OF_PLURALS: Final = ("e", "n", "r", "l", "s")
_WITH_UMLAUT: Final = ("vater", "Vater", "bruder", "Bruder", "sohn", "Sohn")
"""Nouns whose plural has an umlaut."""


def _is_plural_in_e(word: Word) -> bool:
    """Say whether the lemma of a noun is the form without its -e, umlauts aside: *Hüte*, *Geräte*, not *Gefragte*."""
    lemma, form = (text.casefold().translate(_WITHOUT_UMLAUTS) for text in (word.lemma, word.text))
    return lemma + "e" == form and (_PARTICIPLE_RE.fullmatch(word.text) is None or word.text in _NO_PARTICIPLES)


def _may_be_genitive(form: str) -> bool:
    """Say whether a form may be the genitive of several: *Angaben der Ermittler*, but *der Vater*, *der Anwalt*."""
    return form.endswith(_OF_PLURALS) and not form.endswith(_WITH_UMLAUT)


def _is_genitive(word: Word) -> bool:
    return word.features.get("Case") == "Gen"


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


def name_text(words: Sequence[Word]) -> str:
    """Return a name as it is written, its words apart by one space.

    A particle that only the start of the sentence made a capital is small; an initial for a surname has its stop, which
    at the end of a sentence is that of the sentence, too (*Sabine K.*).
    """
    if not words:
        return ""
    parts = [word.text for word in words]
    if len(parts) > 1 and len(parts[-1]) == 1 and parts[-1].isupper() and parts[-1] != "X":  # Malcolm X
        parts[-1] += "."
    if words[0].index == 1 and parts[0].lower() in ("von", "zu", "van"):
        parts[0] = parts[0].lower()
    return " ".join(parts).replace("- ", "-")


def gender_of(word: Word) -> Gender | None:
    """Return the gender that the parse gives a word."""
    genders: dict[str, Gender] = {"Masc": "Masc", "Fem": "Fem", "Neut": "Neut"}
    return genders.get(word.features.get("Gender", ""))
