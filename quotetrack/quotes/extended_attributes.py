"""Participles with phrases of their own between an article and its noun: *die aus Kiel stammende Autorin*.

Parsers trained on little text take the article for a pronoun, the participle for a verb, or hang the article on the
noun inside. Source: Duden, Die Grammatik, on the extended participial attribute (*erweitertes Partizipialattribut*).
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import is_finite
from quotetrack.syntax import NOMINALS, SUBJECTS, VERBALS, Sentence, Word

_ENDINGS: Final = {
    "der": ("e", "en"), "die": ("e", "en"), "das": ("e",), "dem": ("en",), "den": ("en",), "des": ("en",),
    "ein": ("er", "es"), "eine": ("e",), "einem": ("en",), "einen": ("en",), "einer": ("en",), "eines": ("en",),
}  # fmt: skip
"""Articles, and how the attribute may end behind each."""
_OPENING: Final = frozenset({"ADP", "ADV"})
_OWN_PRONOUNS: Final = frozenset({"sich", "ihm", "ihr", "ihnen"})
_CLOSING: Final = frozenset("“”‘«»")
_MEASURED: Final = tuple("alt stark lang hoh breit schwer groß gross dick tief teur".split())
_LONGEST: Final = 12
_PRESENT_RE: Final = regex.compile(r"\p{Ll}{2,}end(?:e|er|en|es)$")


def with_extended_attributes(sentence: Sentence) -> Sentence:
    """Return the sentence with such attributes tagged and attached as what they are; the same one if all are."""
    for word in sentence.words:
        if word.text.lower() in _ENDINGS and not word.masked:
            bracket = _bracket(sentence, word)
            sentence = sentence if bracket is None else _attached(sentence, word, *bracket)
    return sentence


def _bracket(sentence: Sentence, article: Word) -> tuple[Word, Word] | None:
    """Return the participle and the noun that close what an article opens."""
    if not _opens(sentence, article):
        return None
    governed = True
    for place in range(article.index + 1, min(article.index + _LONGEST, len(sentence.words))):
        word = sentence.word(place)
        if word.masked or (word.upos == "PUNCT" and word.text in ",;:.–—"):
            return None
        noun = _noun_behind(sentence, word) if governed and place > article.index + 1 else None
        if noun is not None and _is_attribute(sentence, article, word, noun):
            return word, noun
        if word.upos in VERBALS and is_finite(word):
            return None
        postposed = word.text == "zufolge"
        governed = postposed or (word.upos not in ("ADP", "DET") and (governed or word.upos in (*NOMINALS, "NUM")))
    return None


def _opens(sentence: Sentence, article: Word) -> bool:
    """Say whether an article is followed by what no noun phrase without such an attribute begins with."""
    if article.index + 2 >= len(sentence.words):
        return False
    before = sentence.word(article.index - 1) if article.index > 1 else None
    behind = sentence.word(article.index + 1)
    if before is not None and before.text == "," and article.upos != "DET":
        return False  # a relative pronoun
    if behind.upos == "DET" and behind.span != article.span:
        return behind.text.lower() in _ENDINGS  # das der Zeitung vorliegende Papier
    if _is_measured(sentence, behind):
        return True
    return not behind.masked and (behind.upos in _OPENING or behind.text in _OWN_PRONOUNS or behind.text == "nicht")


def _is_measured(sentence: Sentence, number: Word) -> bool:
    """Say whether a number, its unit and what is measured follow an article: *der | 330 Seiten starke | Bericht*."""
    if number.upos != "NUM" or number.index + 3 > len(sentence.words):
        return False
    unit, measured = sentence.word(number.index + 1), sentence.word(number.index + 2)
    return unit.upos == "NOUN" and measured.text.startswith(_MEASURED) and measured.text.endswith(("e", "en", "er"))


def _noun_behind(sentence: Sentence, word: Word) -> Word | None:
    """Return the noun behind a word, an adjective between them at most."""
    for place in range(word.index + 1, min(word.index + 2, len(sentence.words)) + 1):
        behind = sentence.word(place)
        if behind.text in _CLOSING:
            continue
        if behind.upos in ("NOUN", "PROPN") and not behind.masked and behind.text[:1].isupper():
            return behind
        if behind.upos != "ADJ" or not behind.text.endswith(("e", "en", "er", "es")):
            return None
    return None


def _is_attribute(sentence: Sentence, article: Word, word: Word, noun: Word) -> bool:
    """Say whether a word may be the participle or adjective that an article and a noun enclose."""
    shaped = word.text.islower() and word.text.endswith(_ENDINGS[article.text.lower()])
    before = sentence.word(word.index - 1)
    if not shaped or before.upos in ("ADP", "DET") or word.upos not in ("ADJ", "VERB", "ADV"):
        return False
    if word.upos != "VERB" or _PRESENT_RE.match(word.text):
        return True
    return word.text.endswith(("te", "ten", "ne", "nen")) and _has_other_verb(sentence, article, noun)


def _has_other_verb(sentence: Sentence, article: Word, noun: Word) -> bool:
    """Say whether a finite verb stands right before an article, or follows a noun and the name beside it."""
    before = sentence.word(article.index - 1) if article.index > 1 else None
    if before is not None and before.upos in VERBALS and is_finite(before):
        return True
    for word in sentence.words[noun.index :]:
        if word.upos in VERBALS and is_finite(word):
            return True
        if word.upos not in ("PROPN", "NOUN"):
            return False
    return False


def _attached(sentence: Sentence, article: Word, participle: Word, noun: Word) -> Sentence:
    """Hang the article and the participle on the noun, and what stands between them on the participle."""
    inside = {word.index for word in sentence.words[article.index : participle.index]}
    own = inside | {article.index}
    changed = {article.index: evolve(article, upos="DET", head=noun.index, relation="det")}
    features = {} if participle.upos == "VERB" else participle.features
    changed[participle.index] = evolve(participle, upos="ADJ", head=noun.index, relation="amod", features=features)
    for index in sorted(inside - {participle.index}):
        word = sentence.word(index)
        if word.head not in inside or word.relation in SUBJECTS:
            changed[index] = _hung(sentence, word, inside, participle)
    if noun.head in own:
        changed[noun.index] = _lifted(sentence, noun, own)
    above = changed.get(noun.index, noun).head
    for word in sentence.words:
        if word.head in own and word.index not in own and word != noun:
            leads = word.upos == "ADP" and word.index < article.index
            changed[word.index] = evolve(word, head=noun.index if leads or not above else above)
    lifted = changed.get(noun.index, noun)
    governed = article.index > 1 and sentence.word(article.index - 1).upos == "ADP"
    if lifted.relation in SUBJECTS and governed:
        changed[noun.index] = evolve(lifted, relation="obl")
    elif lifted.relation in ("obl", "obj") and not governed and _lacks_subject(sentence, article, lifted):
        changed[noun.index] = evolve(lifted, relation="nsubj")
    made = evolve(sentence, words=tuple(changed.get(word.index, word) for word in sentence.words))
    return made if made.is_tree else sentence


def _lacks_subject(sentence: Sentence, article: Word, noun: Word) -> bool:
    """Say whether nothing else is the subject of the verb above a noun, which may be a nominative by its article."""
    above = sentence.head(noun)
    own = range(article.index, noun.index)
    if above is None or any(word.index not in own for word in sentence.children(above, SUBJECTS)):
        return False
    return article.text.lower() == "der" or (above.index > noun.index and article.text.lower() in ("die", "das", "ein"))


def _hung(sentence: Sentence, word: Word, inside: set[int], participle: Word) -> Word:
    """Return a word inside an attribute on the noun that it leads to, or on the participle."""
    if word.upos in ("ADP", "DET"):
        later = (sentence.word(index) for index in sorted(inside) if index > word.index)
        led = next((other for other in later if other.upos in NOMINALS), participle)
        return evolve(word, head=led.index, relation="case" if word.upos == "ADP" else "det")
    return evolve(word, head=participle.index, relation="obl" if word.upos in (*NOMINALS, "NUM") else "advmod")


def _lifted(sentence: Sentence, noun: Word, own: set[int]) -> Word:
    """Return the noun in the place of the highest word that it hung on within its own attribute."""
    top = noun
    for _ in own:
        above = sentence.head(top)
        if above is None or above.index not in own:
            break
        top = above
    if not top.head:
        return evolve(noun, head=0, relation="root")
    relation = "nsubj" if top.upos == "VERB" or top.relation in ("det", "advmod", "case") else top.relation
    return evolve(noun, head=top.head, relation=relation)
