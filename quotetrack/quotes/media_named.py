"""Names of media as one phrase each, whatever a parser makes of their words: *| Bild am Sonntag |*.

So are *der | Kölner Stadt-Anzeiger |*, *dem Nachrichtenmagazin | Der Spiegel |*. Each word of such a name is marked
with the name in the nominative; one of them governs the others and the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile
from typing import Final

from attrs import evolve, frozen

from quotetrack.nouns import KnownMedium, gender_by_end, is_given_name, medium_at, noun_of, paper_at
from quotetrack.phrases import is_time
from quotetrack.quotes.media_words import is_told_as_medium
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, NAME_PARTS, OBJECTS, SUBJECTS, VERBALS, Sentence, Word

_OPENING: Final = frozenset("„“\"«»‚‘›‹'”")
_CLOSING: Final = frozenset("“”\"«»›‹'’‘")
_ARTICLES: Final = frozenset("der die das dem den des".split())
_INFLECTED: Final = ("er", "e", "en", "es", "em")
_TITLE_ARTICLES: Final = frozenset({"Der", "Die", "Das"})
_CASES: Final[Mapping[tuple[str, str], str]] = {
    ("", "dem"): "Dat", ("", "des"): "Gen", ("", "das"): "Nom",
    ("der", "der"): "Nom", ("der", "dem"): "Dat", ("der", "den"): "Acc", ("der", "des"): "Gen",
    ("das", "dem"): "Dat", ("das", "des"): "Gen", ("die", "der"): "Dat", ("die", "den"): "Dat",
}  # fmt: skip
"""The case that the article of a name tells, by the article that its nominative has."""
_GENDERS: Final[Mapping[str, str]] = {"der": "Masc", "die": "Fem", "das": "Neut"}
_BEFORE: Final = 6
"""So many words before a name may be its article, its preposition and its attributes."""
_COMMON: Final = frozenset("Neue Neues Freie Freies Allgemeine Kleine Junge Deutsche".split())
"""Adjectives that open a sentence with a capital, whatever they stand before."""


@frozen
class _Title:
    """A name in a sentence: its words, the medium, and the noun for media before it."""

    words: tuple[Word, ...]
    medium: KnownMedium
    noun: Word | None


def with_media(sentence: Sentence) -> Sentence:
    """Return the sentence with the words of each name of a medium marked and attached; the same one if there is none.

    >>> from quotetrack.spans import Span
    >>> laut = Word(1, "Laut", "laut", "ADP", {}, 2, "case", Span(0, 4))
    >>> taz = Word(2, "taz", "taz", "VERB", {}, 0, "root", Span(5, 8))
    >>> with_media(Sentence((laut, taz))).word(2).features["Medium"]
    'taz'
    """
    changes: dict[int, Word] = {}
    for title in _titles(sentence):
        changes.update(_attached(sentence, title))
    if not changes:
        return sentence
    return evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))


def _titles(sentence: Sentence) -> Iterator[_Title]:
    forms = [word.text for word in sentence.words]
    place = closed = 0
    while place < len(forms):
        found = None if sentence.words[place].masked else medium_at(forms, place) or _paper_at(forms, place)
        if found is None or not (_is_told(sentence, place, found) or _is_joined(forms, closed, place, found)):
            place += 1
            continue
        end = place + len(found.words)
        noun = _noun_before(sentence, place)
        is_whole = noun is not None and noun.index == place - 1  # Magazin | Der Spiegel
        yield _Title(sentence.words[place - is_whole : end], found, noun)
        place = closed = end


def _is_joined(forms: Sequence[str], closed: int, place: int, medium: KnownMedium) -> bool:
    """Say whether a common word is joined to the name of a medium that ends before it: *laut taz und | Welt*."""
    between = forms[closed:place] if closed else []
    joined = between[:1] in (["und"], [","]) and between[1:] in ([], [medium.article])
    return joined and medium.told == "word"


def _paper_at(forms: Sequence[str], place: int) -> KnownMedium | None:
    """Return the paper whose title, of no list, begins at a place: by its form, or behind a noun for media.

    A capital at the start of a sentence tells nothing.
    """
    if place < 1:
        return None
    behind = forms[place + 1 : place + 2]
    is_title = forms[place] in _TITLE_ARTICLES and bool(behind) and behind[0].istitle()
    noun = noun_of(forms[place - 1]) if is_title else None
    if noun is None or noun.kind != "medium" or noun.field != "alone" or medium_at(forms, place + 1) is not None:
        return paper_at(forms, place)
    words = (forms[place], behind[0])  # die Wochenzeitung Der Pegel
    return KnownMedium(" ".join(words), "", ("Zeitung",), "", words)


def _noun_before(sentence: Sentence, place: int) -> Word | None:
    """Return the noun for media before a name, with or without the article of its title: *Zeitung | Die Welt*."""
    before = place - 1
    if before > 0 and sentence.words[before].text in _TITLE_ARTICLES:
        before -= 1
    word = sentence.words[before] if before >= 0 else None
    if word is None or word.upos not in ("NOUN", "PROPN") or word.masked or "Medium" in word.features:
        return None
    noun = noun_of(word.text)
    is_one = noun is not None and noun.kind == "medium" and noun.base not in ("Presse", "Medien", "Redaktion")
    return word if is_one else None


def _is_told(sentence: Sentence, place: int, medium: KnownMedium) -> bool:
    """Say whether a name is one of a medium where it stands."""
    words, end = sentence.words, place + len(medium.words)
    before = words[place - 1] if place else None
    behind = words[end] if end < len(words) else None
    if before is not None and before.text in _OPENING and (behind is None or behind.text not in _CLOSING):
        return False
    if place == 0 and words[0].text in _COMMON:
        return False
    if _noun_before(sentence, place) is not None:
        return True
    if behind is not None and _goes_on(behind, words[end - 1]):
        return False
    if medium.told == "word":
        return is_told_as_medium(words, place, end, medium)
    return not medium.told and (len(medium.words) > 1 or not _is_end_of_name(words, place))


def _goes_on(behind: Word, last: Word) -> bool:
    """Say whether a name goes on behind: *BBC | World Service*, *Standard | & Poor’s*."""
    if behind.text == "&":
        return True
    flat = behind.relation in NAME_PARTS and behind.head <= last.index
    return flat and behind.upos in ("PROPN", "X") and behind.text[:1].isupper() and not is_given_name(behind.text)


def _is_end_of_name(words: tuple[Word, ...], place: int) -> bool:
    """Say whether a word is the last one of a longer name: *Taipei | Times*; not behind somebody's name."""
    before = words[place - 1] if place else None
    if before is None or before.upos != "PROPN" or not before.text[:1].isupper() or before.masked:
        return False
    return not (place > 1 and is_given_name(words[place - 2].text))


def _attached(sentence: Sentence, title: _Title) -> dict[int, Word]:
    """Return the words of a name, marked and under one of them, with the noun and the article before it."""
    inside = {word.index for word in title.words}
    head, noun = _head_of(title.words, inside), title.noun
    changes = {word.index: _marked(word, head, title.medium) for word in title.words}
    changes |= {
        before.index: evolve(before, head=head.index)
        for before in sentence.words[max(0, title.words[0].index - _BEFORE) : title.words[0].index - 1]
        if before.head in inside and before.relation in ("case", "det", "amod")
    }
    if noun is not None:
        changes[head.index] = evolve(changes[head.index], head=noun.index, relation="appos")
        if noun.head in inside and head.head != noun.index:
            changes[noun.index] = evolve(noun, head=head.head, relation=head.relation)
    first = noun if noun is not None else title.words[0]
    article = _article_before(sentence, first)
    if article is None:
        return changes
    top = head if noun is None else noun
    changes[article.index] = evolve(article, upos="DET", relation="det", head=top.index)
    if top.relation in NAME_PARTS:
        changes[top.index] = _apart(sentence, changes.get(top.index, top))
    if noun is None:
        changes |= _in_case(changes[head.index], changes[article.index], title.medium)
    told = changes.get(top.index, top)
    is_dative = told.features.get("Case") == "Dat" if noun is None else _is_dative(article, noun)
    return changes | _parted(sentence, title, told, is_dative=is_dative)


def _is_dative(article: Word, noun: Word) -> bool:
    """Say whether an article is a dative before a noun for media: *dem Sender*, *der Zeitung*."""
    small = article.text.lower()
    return small == "dem" or (small == "der" and gender_by_end(noun.text) == "Fem")


def _parted(sentence: Sentence, title: _Title, head: Word, *, is_dative: bool) -> dict[int, Word]:
    """Return whoever stands apart from a medium, where a tree has one name or two hearers of both.

    That is who tells it something (*sagte der taz | Ida Ott*), or whom it quotes (*Die Kieler Nachrichten zitieren |
    Ida Ott*).
    """
    above = sentence.head(head)
    if above is None or above.upos not in VERBALS:
        return {}
    inside, last = {head.index, *(word.index for word in title.words)}, title.words[-1].index
    others = [word for word in sentence.words[last:] if word.upos == "PROPN" and is_given_name(word.text)]
    if is_dative and all(word.index in inside for word in sentence.children(above, SUBJECTS)):
        free = (word for word in others if word.head in inside or _is_taken_elsewhere(sentence, word, above))
        teller = next((word for word in free if sentence.child(word, DETERMINERS | CASE_MARKERS) is None), None)
        return {} if teller is None else {teller.index: _attached_to(teller, above, "nsubj")}
    return {
        word.index: _attached_to(word, above, "obj")
        for word in others
        if word.head in inside and last < above.index < word.index and word.relation not in ("conj", "appos")
    }


def _is_taken_elsewhere(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Say whether a name hangs on the verb as an object, or on a time before it: *sagte der taz am Montag | Ott*."""
    above = sentence.head(word)
    if above is None or above.index >= word.index:
        return False
    return (above == verb and word.relation in OBJECTS) or (above.index == word.index - 1 and is_time(above))


def _attached_to(word: Word, verb: Word, relation: str) -> Word:
    return evolve(word, head=verb.index, relation=relation, features={"Number": "Sing"})


def _head_of(words: tuple[Word, ...], inside: Set[int]) -> Word:
    """Return the last word of a name before a preposition, as the tree hangs the name on what is outside it."""
    outer = [word for word in words if word.head not in inside]
    top = next((word for word in outer if word.upos in ("NOUN", "PROPN")), (outer or words)[0])
    named = list(takewhile(lambda word: word.upos != "ADP" and not word.text.islower(), words))
    last = named[-1] if named else words[0]
    return top if last.upos == "X" else evolve(last, head=top.head, relation=top.relation)


def _marked(word: Word, head: Word, medium: KnownMedium) -> Word:
    """Return a word of a name with the name in the nominative, under the head of it."""
    is_head = word.index == head.index
    kept = word.upos in ("NOUN", "PROPN") or (not is_head and word.upos in ("ADJ", "ADP", "DET"))
    told = {name: value for name, value in word.features.items() if name in ("Case", "Gender", "Number")}
    marked = evolve(word, upos=word.upos if kept else "PROPN", features={**told, "Medium": medium.name})
    if is_head:
        return evolve(marked, head=head.head, relation=head.relation)
    is_own = word.relation in ("amod", "case", "det") and word.head == head.index
    before = word.index < head.index and len(word.text) > len("The") and word.text.endswith(_INFLECTED)
    if word.relation == "amod" or before:
        return evolve(marked, upos="ADJ", head=head.index, relation="amod")
    return evolve(marked, head=head.index, relation=word.relation if is_own else "flat:name")


def _article_before(sentence: Sentence, first: Word) -> Word | None:
    """Return the article of a name, before its attributes: *die | britische BBC*."""
    place = first.index - 1
    while place > 0 and sentence.word(place).upos == "ADJ" and sentence.word(place).text.endswith(("e", "en", "er")):
        place -= 1
    article = sentence.word(place) if place > 0 else None
    return article if article is not None and article.text.lower() in _ARTICLES and not article.masked else None


def _apart(sentence: Sentence, top: Word) -> Word:
    """Return what has an article apart from the name before it: *sagte Ida Ott | der Frankfurter Rundschau*."""
    above = sentence.head(top)
    while above is not None and above.upos in ("NOUN", "PROPN", "PRON"):
        above = sentence.head(above)
    return top if above is None else evolve(top, head=above.index, relation="obl:arg")


def _in_case(head: Word, article: Word, medium: KnownMedium) -> dict[int, Word]:
    """Return the head of a name and its article with the gender that the name has, in the case that it tells."""
    told = {"Gender": _GENDERS[medium.article]} if medium.article else {}
    case = _CASES.get((medium.article, article.text.lower()))
    if case is not None:
        told["Case"] = case
    if case == "Dat" and head.relation in SUBJECTS:
        head = evolve(head, relation="obl:arg")  # Der FAZ sagte Ida Ott, …
    return {word.index: evolve(word, features={**word.features, **told}) for word in (head, article)}
