"""What stands right beside a noun phrase and can be nothing but a part of it, wherever the tree has put it."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import is_common_surname, is_person_noun, noun_of
from quotetrack.phrases.branches import YEAR
from quotetrack.phrases.genitives import adds_genitive, genitive_end, noun_of_genitive
from quotetrack.phrases.noun_classes import is_medium, is_time
from quotetrack.syntax import NAME_PARTS, VERBALS, Sentence, Word

_PARTICLES: Final = frozenset({"van", "de", "del", "della", "di", "da", "dos", "du", "ten", "ter", "bin", "al"})
_MEASURED: Final = ("alte", "jährige", "starke", "lange", "hohe", "breite", "schwere", "große", "dicke")
_PARTICIPLE_RE: Final = regex.compile(r"^\p{Ll}{3,}(?:end|t|en)(?:e|er|en|es|em)$")
_ARTICLES: Final = frozenset("der die das den dem des ein eine einen einem einer eines".split())
_MARKS: Final = frozenset('„“‚‘»«›‹"')
_INFLECTED: Final = ("e", "er", "en", "es", "em")
_LONGEST_ATTRIBUTE: Final = 12


def with_neighbours(sentence: Sentence, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the first and last place of a phrase with what stands beside it."""
    while start > first and _is_attribute(sentence.word(start - 1), sentence.word(start)):
        start -= 1
    start = _with_embedded_phrase(sentence, _with_measure(sentence, start, first), first)
    while end < last and _continues_name(sentence.word(end), sentence.word(end + 1)):
        end += 1
    end = _with_number(sentence, end, last)
    end = _with_particles(sentence, end, last)
    end = genitive_end(sentence, end, last)
    if end + 2 <= last and (sentence.word(end + 1).text, sentence.word(end + 2).text) == ("ohne", "Grenzen"):
        end += 2
    if end + 3 <= last and adds_genitive(sentence, end):
        end += 3
    return start, _with_full_name(sentence, start, _with_brackets(sentence, start, end, last), last)


def _with_brackets(sentence: Sentence, start: int, end: int, last: int) -> int:
    """Return the end of a phrase with brackets at or behind its end, unless they hold the issue of a paper."""
    if sentence.word(end).text == ")":
        opening = next((place for place in range(end - 1, start, -1) if sentence.word(place).text == "("), None)
        if opening is not None:
            end = _behind_bracket(sentence, opening - 1, end, last)
    if end + 2 < last and sentence.word(end + 1).text == "(":
        closing = next((i for i in range(end + 2, min(end + 6, last) + 1) if sentence.word(i).text == ")"), None)
        if closing is not None and not _tells_issue(sentence.word(end + 2)):
            end = _behind_bracket(sentence, end, closing, last)
    return end


def _is_attribute(word: Word, following: Word) -> bool:
    if word.masked or following.upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    if "Medium" in word.features:
        return _are_of_one_medium(word, following)
    if word.upos in ("DET", "NUM") or (word.upos == "ADJ" and word.text[:1].islower()):
        return word.relation not in ("advmod", "xcomp", "root")
    is_day = word.text.endswith("tag") and is_time(word)  # sagte dem Sender am Montag | Ida Ott
    return word.upos in ("NOUN", "PROPN") and following.upos == "PROPN" and not is_day


def _with_measure(sentence: Sentence, start: int, first: int) -> int:
    """Return the start of a phrase with what measures it: *der 37 Jahre alte Mann*, *mehr als hundert Leute*."""
    here = sentence.word(start)
    if start - 3 >= first and here.text.lower().startswith(_MEASURED):
        article, number, years = (sentence.word(start - step) for step in (3, 2, 1))
        if article.upos == "DET" and number.upos == "NUM" and years.upos == "NOUN":
            return start - 3
    if start - 2 < first:
        return start
    outer, inner = sentence.word(start - 2), sentence.word(start - 1)
    dated = inner.upos == "ADV" and outer.upos == "DET" and outer.text.lower() in ("der", "die", "das")
    compared = inner.text.lower() == "als" and outer.text.lower() in ("mehr", "weniger")
    if (dated and here.upos in ("NOUN", "ADJ", "NUM")) or (compared and here.upos in ("NUM", "ADJ")):
        return start - 2
    return start


def _with_embedded_phrase(sentence: Sentence, start: int, first: int) -> int:
    """Return the start of a phrase whose attribute holds one of its own: *die | in Uelzen geborene Kern*.

    The article stands right before a preposition, another article, *sich* or an adverb.
    """
    here = sentence.word(start)
    inner = start > first and sentence.word(start - 1).upos in ("NOUN", "PROPN", "NUM", "ADV", "ADJ", "PRON", "X")
    inflected = here.upos == "ADJ" and here.text.islower() and here.text.endswith(_INFLECTED)
    if not inner or not (inflected or (here.upos == "VERB" and _PARTICIPLE_RE.search(here.text))):
        return start
    found = start
    for place in range(start - 2, max(first, start - _LONGEST_ATTRIBUTE) - 1, -1):
        here, behind = sentence.word(place), sentence.word(place + 1)
        closed = here.masked or (here.is_finite and here.upos in VERBALS)
        if closed or (here.upos == "PUNCT" and here.text not in _MARKS):
            break
        contracted = here.span == behind.span or (place > 1 and here.span == sentence.word(place - 1).span)
        opens = behind.upos in ("ADP", "DET", "ADV", "NUM") or behind.text == "sich"
        if here.upos == "DET" and here.text.lower() in _ARTICLES and opens and not contracted:
            found = place
    return found


def _continues_name(word: Word, following: Word) -> bool:
    if _are_of_one_medium(word, following):
        return True
    if following.masked or word.span.end >= following.span.start or not following.text[:1].isupper():
        return False
    if "Medium" in word.features or ("Medium" in following.features and word.upos != "NOUN"):
        return False
    if following.relation in NAME_PARTS or (word.upos == "PROPN" and _is_bare_surname(following)):
        return word.upos in ("PROPN", "NOUN")
    if word.upos == "NOUN" and is_person_noun(word.text) and is_common_surname(following.text):
        return following.index == word.index + 1
    body = noun_of(word.text)
    joined = "-" in following.text and body is not None and body.kind == "organisation"
    named = following.upos == "PROPN" and (joined or following.relation not in ("obj", "iobj", "obl:arg"))
    return word.upos in ("PROPN", "NOUN") and named


def _are_of_one_medium(word: Word, following: Word) -> bool:
    """Say whether two words belong to the name of one medium, which ends where it ends: *sagte der taz | Ida Ott*."""
    name = word.features.get("Medium")
    return name is not None and following.features.get("Medium") == name


def _is_bare_surname(word: Word) -> bool:
    """Say whether a noun right behind a name can only be its surname (*Doris Feld*): no time, no dative plural."""
    plural = word.features.get("Number") == "Plur" and word.text.endswith("n")
    named = word.upos in ("NOUN", "PROPN", "ADJ", "ADV") and len(word.text) > 2
    return named and not plural and not is_time(word) and not is_medium(word)


def _with_number(sentence: Sentence, end: int, last: int) -> int:
    """Return the end of a name with the number that belongs to it: *Bayer | 04 Leverkusen*, *Hannover | 96*."""
    if end + 1 > last or sentence.word(end).upos not in ("NOUN", "PROPN") or sentence.word(end + 1).upos != "NUM":
        return end
    number = sentence.word(end + 1)
    if sentence.word(end).upos == "NOUN" and not number.text.startswith("0"):
        return end
    if not number.text.isdigit() or len(number.text) >= YEAR:
        return end
    following = sentence.word(end + 2) if end + 2 <= last else None
    if following is None or following.upos not in ("NOUN", "PROPN", "ADJ", "ADV"):
        return end + 1
    return end + 2 if following.upos == "PROPN" or number.text.startswith("0") else end


def _with_particles(sentence: Sentence, end: int, last: int) -> int:
    """Return the end of a name that goes on behind its particles: *Wiebke van | der Linde*."""
    here = end
    if sentence.word(here).text.lower() not in _PARTICLES:
        here += 1
    if here > last or sentence.word(here).text not in _PARTICLES or sentence.word(end).upos != "PROPN":
        return end
    while here < last and sentence.word(here).text in _PARTICLES | {"der", "den", "la", "los"}:
        here += 1
    return here if sentence.word(here).upos == "PROPN" else end


def _behind_bracket(sentence: Sentence, noun: int, closing: int, last: int) -> int:
    """Return the end of a genitive behind an abbreviation in brackets: *das Komitee (OK) | der Meisterschaft*."""
    found = noun_of_genitive(sentence, noun, last, closing)
    return closing if found is None else genitive_end(sentence, found, last)


def without_issue(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the issue in brackets that it ends in: *dem „Abendblatt“ | (Samstag)*."""
    opening = next((place for place, word in enumerate(words) if word.text == "("), 0)
    is_issue = 0 < opening < len(words) - 1 and words[-1].text == ")" and _tells_issue(words[opening + 1])
    return words[:opening] if is_issue else words


def _tells_issue(word: Word) -> bool:
    """Say whether a word in brackets tells which issue of a paper is meant: *dem „Abendblatt“ | (Samstag)*."""
    return is_time(word) or word.text.lower().endswith("ausgabe") or word.text in ("Online", "online", "Print")


def _with_full_name(sentence: Sentence, start: int, end: int, last: int) -> int:
    """Return the end of a role with the full name behind its attribute: *der Kommissar für Verkehr | Štefan Fuhl*."""
    words = sentence.words[start - 1 : end]
    role = any(word.upos == "NOUN" and is_person_noun(word.text) for word in words)
    if not role or end + 2 > last or any(word.upos == "PROPN" for word in words) or words[-1].upos != "NOUN":
        return end
    name = sentence.words[end : end + 2]
    closed = end + 2 == last or sentence.word(end + 3).upos in ("PUNCT", "AUX", "VERB")
    unknown = all(word.text.istitle() and noun_of(word.text) is None and not is_time(word) for word in name)
    tagged = name[0].upos in ("ADJ", "PROPN", "X") and name[1].upos in ("NOUN", "PROPN", "X")
    return end + 2 if closed and unknown and tagged else end
