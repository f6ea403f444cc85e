"""Noun phrases as an editor would mark them: article, attributes and appositions in, relative clauses out.

The head and its branches come from the tree; what stands right beside the phrase and cannot be anything else (a name
after its title, a party in brackets) is taken in, wherever a small parser has put it.
"""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.nouns import is_common_surname, is_person_noun, noun_of
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, NAME_PARTS, NOMINALS, Sentence, Word, span_of

_NOT_IN_PHRASE: Final = frozenset(
    {
        "acl", "acl:relcl", "advcl", "parataxis", "ccomp", "xcomp", "csubj", "nsubj", "nsubj:pass", "cop", "aux",
        "aux:pass", "mark", "discourse", "vocative", "expl", "compound:prt", "obj", "obl:arg", "iobj",
    }
)  # fmt: skip
_ATTRIBUTE_PREPOSITIONS: Final = frozenset(
    {"von", "vom", "für", "aus", "bei", "beim", "der", "zu", "zur", "zum", "über"}
)
_PLACING: Final = frozenset({"in", "im", "an", "am", "auf", "gegen", "mit", "unter", "neben", "hinter"})
_PARTICLES: Final = frozenset({"van", "de", "del", "della", "di", "da", "dos", "du", "ten", "ter", "bin", "al"})
_AGED: Final = ("-Jährige", "-Jähriger", "-Jährigen", "Jährige", "Jähriger")
"""Endings of nominalised ages, which take no genitive: *sagte der 49-Jährige der Zeitung*."""

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

_MANY: Final = frozenset("vieler mehrerer einiger weniger mancher etlicher aller beider dieser".split())
_MEASURED: Final = ("alte", "jährige", "starke", "lange", "hohe", "breite", "schwere", "große", "dicke")
_YEAR: Final = 4
"""So many digits make a year; a number in a name has fewer (*Hannover 96*)."""

_NOMINATIVE_ENDS: Final = ("er", "el", "en", "e")
_GENITIVE_ARTICLES: Final = frozenset({"der", "des", "eines"})
_PARTICIPLE_RE: Final = regex.compile(r"^\p{Ll}{3,}(?:end|t|en)(?:e|er|en|es|em)$")
_ARTICLES: Final = frozenset("der die das den dem des ein eine einen einem einer eines".split())
_MARKS: Final = frozenset('„“‚‘»«›‹"')
_INFLECTED: Final = ("e", "er", "en", "es", "em")
_LONGEST_ATTRIBUTE: Final = 12
_DAYTIMES: Final = ("abend", "morgen", "vormittag", "mittag", "nachmittag", "nacht", "früh")
_OPENING: Final = frozenset("([„‚")
_CLOSING: Final = {")": "(", "]": "[", "“": "„", "‘": "‚"}
_STRIPPED_LEFT: Final = frozenset({"ADP", "CCONJ", "ADV", "PUNCT", "SCONJ", "PART"})


def noun_phrase(
    sentence: Sentence, head: Word, limit: tuple[int, int] | None = None, *, placed: bool = False
) -> tuple[Word, ...]:
    """Return the words of the noun phrase around a head, within the given places of the sentence (first, last).

    The preposition that governs the phrase is left out, relative clauses and the verb's own adverbials too. With
    ``placed`` the phrase may say where (*die Frau am Schalter*).
    """
    first, last = limit or (1, len(sentence.words))
    own = {word.index for word in _branches(sentence, head, placed) if first <= word.index <= last}
    start, end = head.index, head.index
    while start - 1 >= first and _joins(sentence, start - 1, own, -1):
        start -= 1
    while end + 1 <= last and _joins(sentence, end + 1, own, 1):
        end += 1
    start, end = _with_neighbours(sentence, start, end, first, last)
    return _trimmed(sentence, start, end)


def phrase_span(words: tuple[Word, ...], before: Word | None = None) -> Span:
    """Return the span of a noun phrase; the article of a contraction (*vom Sprecher*) is left out.

    ``before`` is the word in front of the phrase, which may be the other half of the contraction.
    """
    while len(words) > 1 and words[0].span in (words[1].span, before.span if before is not None else None):
        words = words[1:]
    return span_of(words)


def mention_span(sentence: Sentence, words: tuple[Word, ...]) -> Span:
    """Return the span of a noun phrase in its sentence."""
    first = words[0].index
    return phrase_span(words, sentence.word(first - 1) if first > 1 else None)


def case_of(sentence: Sentence, head: Word) -> str | None:
    """Return the preposition that governs a noun, in small letters."""
    marker = next((child for child in sentence.children(head, CASE_MARKERS) if child.upos not in ("DET", "NUM")), None)
    return marker.text.lower() if marker is not None else None


def _branches(sentence: Sentence, head: Word, placed: bool) -> list[Word]:
    found = [head]
    for word in found:
        found += [child for child in sentence.children(word) if _belongs(sentence, word, child, placed)]
    return found


def _belongs(sentence: Sentence, word: Word, child: Word, placed: bool) -> bool:
    if child.masked or child.relation in _NOT_IN_PHRASE:
        return False
    if word.text.endswith(_AGED) and child.index > word.index + 1 and sentence.word(word.index + 1).text == "der":
        return False
    if child.relation in ("nmod", "obl") and child.index > word.index:
        return _is_attribute_of(sentence, word, child, placed)
    if child.relation == "conj":
        governed = case_of(sentence, child) is None or case_of(sentence, word) is not None
        return child.upos in NOMINALS and governed and _is_joined(sentence, child)
    return not (child.relation == "advmod" and child.index > word.index)


def _is_joined(sentence: Sentence, conjunct: Word) -> bool:
    """Say whether a conjunction or comma joins a conjunct: *laut Ott* | *zwischen 20 und 30 Schiffe* has none."""
    first = next(iter(sentence.children(conjunct)), None)
    return first is not None and first.index < conjunct.index and first.upos in ("CCONJ", "PUNCT", "SYM")


def _is_attribute_of(sentence: Sentence, word: Word, child: Word, placed: bool) -> bool:
    """Say whether a noun after another is its attribute: in the genitive, or behind a preposition that makes one.

    Behind *in* or *an* it is one if the tree says so, the noun is no name, and what follows is no time.
    """
    preposition = case_of(sentence, child)
    if is_time(child) and (preposition not in ("von", "vom") or _begins_stretch(sentence, child)):
        return False
    if preposition is None:
        if word.text.endswith(_AGED) or (is_medium(child) and not _works_for_medium(word)):
            return False
        if _is_name_beside(sentence, word, child):
            return True
        return _may_be_genitive(sentence, child) and not _follows_name(sentence, child)
    if preposition in _ATTRIBUTE_PREPOSITIONS:
        return preposition != "über" or not is_person_noun(word.text)
    if not placed or preposition not in _PLACING or _is_aimed_at(child, preposition):
        return False
    owned = any(other.features.get("Poss") == "Yes" for other in sentence.children(child, DETERMINERS))
    return child.relation == "nmod" and word.upos == "NOUN" and not owned


def _begins_stretch(sentence: Sentence, time: Word) -> bool:
    """Say whether a time goes on with its end: *von Freitag | bis Sonntag*."""
    return time.index < len(sentence.words) and sentence.word(time.index + 1).text == "bis"


def _is_aimed_at(noun: Word, preposition: str) -> bool:
    """Say whether a noun is where something goes, not where it is: *auf Aussagen*, *ins Tal*."""
    return preposition in ("in", "auf", "unter", "neben", "hinter") and noun.features.get("Case") == "Acc"


def _works_for_medium(word: Word) -> bool:
    """Say whether a noun has a medium for its genitive: *die Korrespondentin der Agentur*, unlike *der Minister*."""
    return word.upos != "NOUN" or word.text.lower().endswith(_STAFF)


def _is_name_beside(sentence: Sentence, word: Word, child: Word) -> bool:
    """Say whether a noun is the name right behind one for a body: *der Hersteller | Adler-Salomon*.

    So is one behind a name and its number: *von Bayer 04 | Leverkusen*.
    """
    between = sentence.words[word.index : child.index - 1]
    if child.upos not in ("NOUN", "PROPN") or not child.text[:1].isupper():
        return False
    if between:
        return word.upos == "PROPN" and all(other.upos == "NUM" and len(other.text) < _YEAR for other in between)
    body = noun_of(word.text)
    named = body is not None and body.kind in ("organisation", "medium") and noun_of(child.text) is None
    return named and "-" in child.text and child.features.get("Number") != "Plur"


def _follows_name(sentence: Sentence, noun: Word) -> bool:
    """Say whether a noun with *der* stands right behind a name, which takes no genitive: *sagte Dirks der dpa*."""
    first = min([noun.index, *(child.index for child in sentence.children(noun) if child.index < noun.index)])
    if first == 1 or sentence.word(first).text.lower() != "der":
        return False
    return sentence.word(first - 1).upos == "PROPN"


def is_medium(word: Word) -> bool:
    """Say whether a noun or name stands for a medium or an agency (*dpa*, *Tageszeitung*)."""
    form = word.text.lower()
    known = load("media_nouns")
    return word.upos in ("NOUN", "PROPN", "X") and (
        form in known or any(form.endswith(entry[1:]) for entry in known if entry.startswith("-"))
    )


def is_time(word: Word) -> bool:
    """Say whether a noun is one of time (*Montag*, *Mittwochabend*)."""
    form = word.text.lower()
    known = load("time_nouns")
    return form in known or (form.endswith(_DAYTIMES) and form[:4] in {day[:4] for day in known if day.endswith("tag")})


def _may_be_genitive(sentence: Sentence, noun: Word) -> bool:
    before = [child for child in sentence.children(noun) if child.index < noun.index]
    determiners = [child.text.lower() for child in before if child.upos == "DET"]
    if determiners:
        if determiners[0] in ("der", "einer") and _is_masculine_singular(noun):
            return False
        return determiners[0] in ("der", "des", "eines", "einer") or determiners[0].endswith(("er", "es"))
    if noun.features.get("Case") == "Gen":
        return True
    if any(child.upos == "NUM" for child in before):
        return False
    if _has_strong_genitive(before) and noun.features.get("Number") == "Plur":
        return True
    if any(child.upos == "ADJ" for child in before):
        return noun.features.get("Case") in (None, "Gen")
    return noun.upos == "PROPN" or noun.text.endswith("s")


def _is_masculine_singular(noun: Word) -> bool:
    """Say whether *der* with a noun is a nominative: by the tags, or by what is known of it (*der Präsident*)."""
    known = noun_of(noun.text)
    man = known is not None and known.gender == "Masc" and not known.is_plural
    if man and not noun.text.endswith(_NOMINATIVE_ENDS):
        return True
    return noun.features.get("Gender") == "Masc" and _is_singular(noun)


def _has_strong_genitive(before: list[Word]) -> bool:
    """Say whether an adjective without article has the ending of a plural genitive: *libanesischer Behörden*.

    So have *vieler* and *mehrerer*; *Schweizer* has none and counts as one.
    """
    return any(
        child.text.endswith("er")
        and (child.upos == "ADJ" or child.text in _MANY)
        and (child.text.islower() or child.relation == "amod")
        for child in before
    )


def _is_singular(noun: Word) -> bool:
    return noun.features.get("Number") != "Plur"


def _joins(sentence: Sentence, index: int, own: set[int], step: int) -> bool:
    """Say whether the phrase goes on at a place: with a word of its own, or punctuation with one behind it."""
    if index in own:
        return True
    word = sentence.word(index)
    beyond = index + step
    return word.upos == "PUNCT" and word.text not in (":", ";", ".") and beyond in own


def _with_neighbours(sentence: Sentence, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    while start > first and _is_attribute(sentence.word(start - 1), sentence.word(start)):
        start -= 1
    start = _with_embedded_phrase(sentence, _with_measure(sentence, start, first), first)
    while end < last and _continues_name(sentence.word(end), sentence.word(end + 1)):
        end += 1
    end = _with_number(sentence, end, last)
    end = _with_particles(sentence, end, last)
    end = _genitive_end(sentence, end, last)
    if end + 2 <= last and (sentence.word(end + 1).text, sentence.word(end + 2).text) == ("ohne", "Grenzen"):
        end += 2
    if end + 3 <= last and _adds_genitive(sentence, end):
        end += 3
    if sentence.word(end).text == ")":
        opening = next((place for place in range(end - 1, start, -1) if sentence.word(place).text == "("), None)
        if opening is not None:
            end = _behind_bracket(sentence, opening - 1, end, last)
    if end + 2 < last and sentence.word(end + 1).text == "(":
        closing = next((i for i in range(end + 2, min(end + 6, last) + 1) if sentence.word(i).text == ")"), None)
        if closing is not None and not _tells_issue(sentence.word(end + 2)):
            end = _behind_bracket(sentence, end, closing, last)
    return start, _with_full_name(sentence, start, end, last)


def _behind_bracket(sentence: Sentence, noun: int, closing: int, last: int) -> int:
    """Return the end of a genitive behind an abbreviation in brackets: *das Komitee (OK) | der Meisterschaft*."""
    found = _noun_of_genitive(sentence, noun, last, closing)
    return closing if found is None else _genitive_end(sentence, found, last)


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


def _with_number(sentence: Sentence, end: int, last: int) -> int:
    """Return the end of a name with the number that belongs to it: *Bayer | 04 Leverkusen*, *Hannover | 96*."""
    if end + 1 > last or sentence.word(end).upos not in ("NOUN", "PROPN") or sentence.word(end + 1).upos != "NUM":
        return end
    number = sentence.word(end + 1)
    if sentence.word(end).upos == "NOUN" and not number.text.startswith("0"):
        return end
    if not number.text.isdigit() or len(number.text) >= _YEAR:
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
    """Return the start of a phrase whose attribute holds one of its own: *die | in New York geborene Kern*.

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
        if (here.upos == "PUNCT" and here.text not in _MARKS) or here.masked or is_finite_form(here):
            break
        contracted = here.span == behind.span or (place > 1 and here.span == sentence.word(place - 1).span)
        opens = behind.upos in ("ADP", "DET", "ADV", "NUM") or behind.text == "sich"
        if here.upos == "DET" and here.text.lower() in _ARTICLES and opens and not contracted:
            found = place
    return found


def _genitive_end(sentence: Sentence, end: int, last: int) -> int:
    """Return the last place of the genitives right behind a noun: *der Sprecher | der steirischen Bergrettung*.

    Nothing but a genitive can stand there, unless the verb has a dative (*sagte der Minister der Zeitung*).
    """
    while (noun := _noun_of_genitive(sentence, end, last)) is not None:
        end = noun
    return end


def _noun_of_genitive(sentence: Sentence, end: int, last: int, closing: int | None = None) -> int | None:
    here = sentence.word(end)
    end = end if closing is None else closing
    if end + 2 > last or here.upos != "NOUN" or here.masked:
        return None
    article = sentence.word(end + 1)
    if _has_strong_genitive([article]) and is_statement(here.text):
        noun = sentence.word(end + 2)
        many = article.text in _MANY or noun.features.get("Number") == "Plur"
        return noun.index if noun.upos == "NOUN" and many else None
    if article.text not in _GENITIVE_ARTICLES or article.upos != "DET" or here.text.endswith(_AGED):
        return None
    if sentence.word(end + 2).upos == "ADP":
        return noun_of_article(sentence, end + 1, last)
    for place in range(end + 2, min(end + 6, last) + 1):
        word = sentence.word(place)
        if word.upos in ("NOUN", "PROPN"):
            if is_time(word) or not _may_be_genitive(sentence, word):
                return None
            return None if is_medium(word) and not (_works_for_medium(here) or is_statement(here.text)) else place
        if word.upos not in ("ADJ", "NUM") or word.masked:
            return None
    return None


def noun_of_article(sentence: Sentence, place: int, last: int) -> int | None:
    """Return the noun behind an attribute that holds a phrase of its own: *der | vom Hochwasser betroffenen | Orte*."""
    for index in range(place + 2, min(place + 8, last)):
        word, following = sentence.word(index), sentence.word(index + 1)
        if word.upos == "PUNCT" or is_finite_form(word):
            return None
        if word.upos in ("ADJ", "VERB") and word.text.endswith("en") and following.upos in ("NOUN", "PROPN"):
            outer = sentence.words[index + 1 : min(index + 3, last)]
            if len(outer) == len(("verlesenen", "Erklärung")) and _is_attributed(*outer):
                continue  # der im ganzen Land | verlesenen Erklärung
            return index + 1
    return None


def _is_attributed(attribute: Word, noun: Word) -> bool:
    return attribute.upos in ("ADJ", "VERB") and attribute.text.endswith("en") and noun.upos in ("NOUN", "PROPN")


def is_statement(noun: str) -> bool:
    """Say whether a noun is one for something said or written, which has its author in the genitive."""
    known = noun_of(noun)
    return known is not None and known.kind in ("statement", "document", "reports")


def is_finite_form(word: Word) -> bool:
    """Say whether the tagger saw a finite verb."""
    return word.is_finite and word.upos in ("VERB", "AUX")


def _adds_genitive(sentence: Sentence, end: int) -> bool:
    """Say whether *und der USA* goes on with a genitive like *Südkoreas*."""
    here, joint, article, noun = (sentence.word(end + step) for step in range(4))
    genitive = here.text.endswith("s") or here.features.get("Case") == "Gen"
    joined = joint.text.lower() == "und" and article.text.lower() in ("der", "des") and noun.upos in ("NOUN", "PROPN")
    named = here.upos == "PROPN" and here.text.endswith("s")
    return genitive and joined and (named or article.features.get("Case") == "Gen")


def _is_attribute(word: Word, following: Word) -> bool:
    if word.masked or following.upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    if word.upos in ("DET", "NUM") or (word.upos == "ADJ" and word.text[:1].islower()):
        return word.relation not in ("advmod", "xcomp", "root")
    return word.upos in ("NOUN", "PROPN") and following.upos == "PROPN"


def _continues_name(word: Word, following: Word) -> bool:
    if following.masked or word.span.end >= following.span.start or not following.text[:1].isupper():
        return False
    if following.relation in NAME_PARTS or (word.upos == "PROPN" and _is_bare_surname(following)):
        return word.upos in ("PROPN", "NOUN")
    if word.upos == "NOUN" and is_person_noun(word.text) and is_common_surname(following.text):
        return following.index == word.index + 1
    body = noun_of(word.text)
    joined = "-" in following.text and body is not None and body.kind == "organisation"
    named = following.upos == "PROPN" and (joined or following.relation not in ("obj", "iobj", "obl:arg"))
    return word.upos in ("PROPN", "NOUN") and named


def _is_bare_surname(word: Word) -> bool:
    """Say whether a noun right behind a name can only be its surname (*Doris Feld*): no time, no dative plural."""
    plural = word.features.get("Number") == "Plur" and word.text.endswith("n")
    named = word.upos in ("NOUN", "PROPN", "ADJ", "ADV") and len(word.text) > 2
    return named and not plural and not is_time(word) and not is_medium(word)


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[Word, ...]:
    while start < end and _drops_left(sentence, start, end):
        start += 1
    while end > start and _drops_right(sentence, start, end):
        end -= 1
    return sentence.words[start - 1 : end]


def _drops_left(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.word(start)
    if word.text in _OPENING:
        return not any(_CLOSING.get(sentence.word(index).text) == word.text for index in range(start, end + 1))
    return word.upos in _STRIPPED_LEFT and not (word.upos == "ADV" and start == end)


def _drops_right(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.word(end)
    if word.text in _CLOSING:
        return not any(sentence.word(index).text == _CLOSING[word.text] for index in range(start, end))
    return word.upos in ("PUNCT", "CCONJ", "ADP")
