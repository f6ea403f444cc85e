"""Names and roles as an index would have them: nominative, without article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.nouns import gender_by_end, noun_of, state_of, state_of_adjective, state_of_people
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import without_s
from quotetrack.syntax import Word

_WITHOUT_UMLAUTS: Final = str.maketrans("äöü", "aou")
_WEAK: Final = frozenset({"er", "en", "em", "es", "e"})
_ENDS: Final = {"Masc": "er", "Neut": "es", "Fem": "e"}
_OF_DATIVE: Final = frozenset("laut gemäß gemäss nach bei von aus mit zu".split())
_OBLIQUE: Final = ("des", "dem", "den", "beim", "vom", "zum", "im")
_TITLE_ENDS: Final = {
    "zeitung post rundschau presse woche welt stimme umschau chronik": "e",
    "blatt magazin journal echo": "es",
    "kurier anzeiger bote spiegel merkur": "er",
}
"""Ends of titles of papers, and the ending that an attribute has before them."""
_PLURAL_TITLES: Final = ("nachrichten", "Nachrichten", "Stimmen", "Seiten")
_PLURAL_ONLY: Final = frozenset({"Daten", "Akten", "Fakten", "Medien", "Unterlagen"})
_PLURAL_BODIES: Final = ("bahnen", "kliniken", "brauereien", "werke", "betriebe", "bühnen", "festspiele")
"""Ends of nouns in the plural, alike in all cases, by which one body calls itself: *der Bergbahnen Aldorf*."""
_SHARED_START: Final = 3


def nominative(chunk: Chunk) -> str:
    """Return the nouns and adjectives of a phrase in the nominative without article.

    *der Arabische Wasserrat* becomes *Arabischer Wasserrat*.
    """
    nouns = [nominative_noun(word, chunk) for word in chunk.nouns]
    adjectives = [_adjective(word, chunk) for word in chunk.adjectives if word.upos != "NUM"]
    return " ".join([*adjectives, *_joined(chunk.nouns, nouns), *(word.text for word in chunk.name)])


def _joined(words: Sequence[Word], forms: Sequence[str]) -> list[str]:
    found: list[str] = []
    for place, form in enumerate(forms):
        if place and words[place].index > words[place - 1].index + 1:
            found.append("und")
        found.append(form)
    return found


_ALWAYS_WEAK: Final = ("ung", "heit", "keit", "schaft", "ion", "tät", "e")
"""Ends of nouns whose plural has its *n* in every case."""


def nominative_noun(word: Word, chunk: Chunk) -> str:
    """Return a noun in the nominative of its number.

    The genitive *s* and the *n* of the dative plural are taken off; the lemma helps where it is the same word.
    """
    text, determiner = word.text, chunk.determiner or ""
    known = noun_of(text)
    if known is not None and known.base == text and text.endswith("s"):
        return text  # der Caritas
    if known is not None and known.kind == "person":
        return _person_noun(text, chunk)
    if text in _PLURAL_ONLY or text.endswith(_PLURAL_BODIES):
        return text
    lemma = word.lemma if word.lemma[:_SHARED_START].casefold() == text[:_SHARED_START].casefold() else text
    if word.features.get("Number") == "Plur" and determiner not in ("des", "dem", "eines", "einem"):
        weak = lemma.endswith(_ALWAYS_WEAK) and text.startswith(lemma)  # Auszählung, Auszählungen
        dative = chunk.determiner in ("den", None) and text.endswith("n") and not lemma.endswith("n") and not weak
        dative = dative and (determiner == "den" or word.features.get("Case") == "Dat")
        return text[:-1] if dative and not text.endswith("en" * 2) else text
    if (
        determiner in ("des", "eines", "dieses", "seines", "ihres", "deren", "dessen")
        or word.features.get("Case") == "Gen"
    ):
        ends = ("es", "s") if known is not None and not known.is_plural else ()
        base = "" if known is None else known.base.casefold()
        whole = next((text[: -len(end)] for end in ends if text.casefold().endswith(base + end)), None)
        plain = whole or _without_s(text, lemma)
        bare = text[:-1]
        is_known = noun_of(bare) is not None or gender_by_end(bare) is not None
        return bare if plain == text and determiner == "des" and text.endswith("s") and is_known else plain
    return text


def nominative_title(title: str, article: str) -> str:
    """Return the name of a medium in the nominative, by the article before it: *des „Handelsboten“*.

    >>> nominative_title("Handelsboten", "des"), nominative_title("Bergkuriers", "des"), nominative_title("Zeit", "der")
    ('Handelsbote', 'Bergkurier', 'Zeit')
    >>> nominative_title("Norddeutschen Zeitung", "der"), nominative_title("Neuen Tagblatts", "des")
    ('Norddeutsche Zeitung', 'Neues Tagblatt')
    >>> nominative_title("Norddeutschen Allgemeinen", "der")
    'Norddeutsche Allgemeine'
    >>> nominative_title("Märkischen Nachrichten", "den"), nominative_title("Thaler Nachrichten", "der")
    ('Märkische Nachrichten', 'Thaler Nachrichten')
    """
    small = article.lower()
    if small in _OBLIQUE and title.casefold().endswith("boten"):
        return title[:-1]
    title = without_s(title) if small in ("des", "eines") else title
    *before, last = title.split(" ")
    if last.endswith(_PLURAL_TITLES) and small in ("der", "den", "die"):
        return " ".join([*(word[:-1] if word.endswith("en") else word for word in before), last])
    if last.endswith(("schen", "meinen")) and small in ("der", "zur"):
        return " ".join([*(word[:-1] if word.endswith("schen") else word for word in before), last[:-1]])
    ending = next((end for ends, end in _TITLE_ENDS.items() if last.lower().endswith(tuple(ends.split()))), None)
    if ending is None or not before or small not in (*_OBLIQUE, "der", "zur", "das"):
        return title
    return " ".join([*(_strong(word, ending, small) for word in before), last])


def _strong(word: str, ending: str, article: str) -> str:
    """Return the attribute in a title with the ending it has without an article: *des „Neuen Tagblatts“*: *Neues*."""
    if article == "das":
        return word[:-1] + ending if word.endswith("e") and ending == "es" else word
    return word[: -len("en")] + ending if word.endswith("en") and len(word) > len("Neue") else word


def _without_s(text: str, lemma: str) -> str:
    if text.startswith(lemma) and len(lemma) < len(text):
        return lemma
    for end in ("es", "s"):
        if text.endswith(end) and text.removesuffix(end).casefold() == lemma.casefold():
            return text.removesuffix(end)
    return text[:-1] if text.endswith("s") and not text.endswith("ss") and lemma != text else text


def _person_noun(text: str, chunk: Chunk) -> str:
    known = noun_of(text)
    if known is not None and _is_weak_singular(text, known.base, chunk):
        return text[:-1] if known.base.endswith("e") else text[:-2]
    if known is None or chunk.is_plural:
        return text
    if known.base.endswith("er") and known.gender is None and text.endswith(("en", "em")):
        return text[:-1] if chunk.gender == "Fem" else text[:-1] + "r"
    is_he = chunk.determiner in ("der", "dieser") and chunk.gender == "Masc"
    if known.base.endswith("er") and text.endswith("e") and is_he:
        return text + "r"
    if chunk.determiner in ("des", "eines") and text.endswith("s"):
        return text[:-2] if text.endswith("es") and known.base.casefold() == text[:-2].casefold() else text[:-1]
    return text


def _is_weak_singular(text: str, base: str, chunk: Chunk) -> bool:
    """See the oblique case of a weak noun: *dem ukrainischen Präsidenten*, *den Experten Kolb*."""
    if not text.endswith("en") or base.endswith(("en", "er")):
        return False
    one = ("dem", "des", "diesem", "dieses", "einen", "einem", "eines")
    return chunk.determiner in one or (chunk.determiner in ("den", "ihren", "seinen", None) and bool(chunk.name))


def _adjective(word: Word, chunk: Chunk) -> str:
    text = word.text
    stem = next((text[: -len(end)] for end in ("en", "em", "er", "es", "e") if text.endswith(end)), None)
    behind = word.index > 1 or word.lemma.endswith("er")  # Schweizer Medien
    governed = chunk.determiner is None and chunk.preposition in _OF_DATIVE
    if governed and stem is not None and stem.endswith("sch") and text.endswith("er"):
        return stem + "e"  # laut Hessischer Staatskanzlei
    if stem is None or (text[-2:] == "er" and text[:1].isupper() and (behind or chunk.determiner == "ein")):
        return text
    if chunk.is_plural:
        return stem + "e"
    if chunk.determiner == "der" and text.endswith("en"):
        return stem + "e"  # a masculine would be *der dänische*
    by_end = gender_by_end(nominative_noun(chunk.nouns[-1], chunk)) if chunk.nouns else None
    gender = by_end or chunk.gender or (chunk.head.features.get("Gender") if chunk.nouns else None)
    return stem + _ENDS.get(gender or "", text[len(stem) :])


def role_of(chunk: Chunk) -> str | None:
    """Return the role that a phrase gives to the person it names: *ukrainischer Präsident*."""
    if not chunk.nouns:
        return None
    noun = chunk.noun
    if noun is None or noun.field in ("age", "origin", "party") or noun.base in ("Mann", "Frau", "Herr"):
        return None
    nouns = _joined(chunk.nouns, [nominative_noun(word, chunk) for word in chunk.nouns])
    adjectives = [_adjective(word, chunk) for word in chunk.adjectives if word.upos == "ADJ" and chunk.age is None]
    return " ".join([*adjectives, *nouns])


def state_in(chunk: Chunk) -> str | None:
    """Return the state that an adjective or a noun for its people names."""
    for word in chunk.adjectives:
        state = state_of_adjective(word.text)
        if state is not None:
            return state
    noun = chunk.noun
    if chunk.possessor and state_of(name_text(chunk.possessor)):
        return state_of(name_text(chunk.possessor))
    return state_of_people(chunk.nouns[-1].text) if noun is not None and noun.field == "origin" else None


def folded(text: str) -> str:
    """Return a word in small letters without umlauts, so that kindred words begin alike: *Sächsin*, *sachsen*."""
    return text.casefold().translate(_WITHOUT_UMLAUTS)


def is_of_kin(chunk: Chunk) -> bool:
    """Say whether a phrase is of somebody's relative or spouse: *Otts Tochter*, *seine Frau Ida*."""
    is_kin = chunk.noun is not None and chunk.noun.field == "family"
    called = [word.text for word in (*chunk.nouns, *chunk.titles)]
    return is_kin or (chunk.is_possessive and called in (["Mann"], ["Frau"]))
