"""Which case and number a nominal may be by its article and form, where the tagger is not to be trusted."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import Noun, gender_by_end, is_of_place, is_person_noun, is_title_of_paper, noun_of
from quotetrack.quotes.context import Context
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

OBLIQUE_FORMS: Final = frozenset(
    "den dem des einen einem eines seinen seinem seines ihren ihrem ihres diesen diesem dieses keinen keinem ihm ihn"
    " ihnen sich mich mir uns dich dir jedem jeden jenem jenen manchem niemandem niemanden jemandem jemanden"
    " allem allen".split()
)
DATIVE_FEMININES: Final = frozenset("der einer seiner ihrer dieser keiner unserer".split())
_FEMININE_MEDIA: Final = frozenset(
    {"dpa", "AFP", "APA", "AP", "KNA", "SDA", "FAZ", "NZZ", "taz", "SZ", "ARD", "BBC", "Bild"}
)
_DATIVE_RELATIONS: Final = ("obj", "iobj", "obl:arg", "obl", "nmod")


def has_oblique_article(context: Context, word: Word) -> bool:
    """Say whether an article can be of no nominative: *Einen „Witz“ nannte Ott den Plan*, *Der Zeitung sagte Ott*."""
    article = context.sentence.child(word, DETERMINERS)
    if article is None or article.index > word.index:
        return False
    return article.text.lower() in OBLIQUE_FORMS or _is_of_feminine(context, article, word)


def _is_of_feminine(context: Context, article: Word, word: Word) -> bool:
    """Say whether *der* can be nothing but that of a feminine: *der Wirtin*, *der Zeitung*, *der örtlichen Bank*."""
    if article.text.lower() not in DATIVE_FEMININES or word.upos not in ("NOUN", "PROPN"):
        return False
    if "Medium" in word.features:
        return word.features.get("Gender") == "Fem"  # Der FAZ sagte Ida Ott, …
    following = context.word(min(word.index + 1, context.length))
    if is_of_place(word.text) and following.head == word.index and is_title_of_paper(following.text):
        return gender_by_end(following.text) == "Fem"  # der Thaler Rundschau
    noun = noun_of(word.text)
    if noun is not None and noun.kind == "person":
        return noun.gender == "Fem"
    first = context.word(article.index + 1)
    weak = first.upos == "ADJ" and first.text.islower() and first.text.endswith("en") and first.head == word.index
    body = noun is not None and noun.kind in ("organisation", "medium") and word.features.get("Gender") == "Fem"
    return weak or body or gender_by_end(word.text) == "Fem" or word.text in _FEMININE_MEDIA


def is_nominative(context: Context, word: Word) -> bool:
    """Say whether the article of a masculine shows the nominative: *der Wirt*, *jeder Zeuge*."""
    article = context.sentence.child(word, DETERMINERS)
    is_masculine = word.features.get("Gender") == "Masc" and word.features.get("Number") != "Plur"
    return article is not None and is_masculine and article.text.lower() in ("der", "dieser", "jener", "jeder")


def is_masculine_nominative(context: Context, word: Word) -> bool:
    """Say whether the article of a masculine can be nothing but a nominative: *ein Zeuge*, *ihr Mann*."""
    article = context.sentence.child(word, DETERMINERS)
    forms = ("ein", "kein", "sein", "ihr", "unser")
    return article is not None and article.text.lower() in forms and word.features.get("Gender") == "Masc"


def has_nominative_article(context: Context, word: Word) -> bool:
    """Say whether a word is a name, or has *der* or *ein*, and so may be the subject of a clause that *die* opens."""
    article = context.sentence.child(word, DETERMINERS)
    return word.upos == "PROPN" or (article is not None and article.text.lower() in ("der", "ein"))


def may_be_dative(context: Context, word: Word) -> bool:
    """Say whether the article of a noun may be a dative: *der Ministerin*, *dem Wirt*."""
    article = context.sentence.child(word, DETERMINERS)
    if article is None or word.upos == "PROPN":
        return False
    man = is_person_noun(word.text) and not word.text.endswith("in")
    feminine = article.text.lower() in DATIVE_FEMININES and word.features.get("Gender") == "Fem" and not man
    return feminine or article.text.lower() in OBLIQUE_FORMS


def agrees(context: Context, word: Word, finite: Word | None) -> bool:
    """Say whether a noun fits the number of the verb; a single one may still be the first of several.

    The article tells the number more surely than the noun.
    """
    if finite is None or word.upos == "PROPN" or finite.features.get("Number") != "Sing":
        return True
    article = context.sentence.child(word, DETERMINERS)
    aged = word.text.endswith("-Jährige") and article is not None  # several would be die 40-Jährigen
    if aged or (article is not None and article.text.lower() == "der" and word.text.endswith("e")):
        return True
    noun = noun_of(word.text)
    if article is not None and noun is not None and noun.kind == "person" and noun.base.endswith("er"):
        weak = article.text.lower() == "die" and word.text.endswith("e")
        if weak and word.text.casefold() == noun.base[:-1].casefold():
            return True  # die Abgeordnete; several would be die Abgeordneten
    if noun is not None and noun.kind in ("organisation", "medium") and word.text.lower().endswith(noun.base.lower()):
        return True
    if article is not None and article.text.lower() == "die" and noun is not None and _is_plural(word, noun):
        return False
    number = (article or word).features.get("Number") or word.features.get("Number")
    return number != "Plur"


def has_article(context: Context, word: Word, form: str) -> bool:
    """Say whether a nominal has just this form of an article."""
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.text.lower() == form


def is_unmistakable_dative(context: Context, word: Word) -> bool:
    """Say whether the article or pronoun can be nothing but a dative: *dem*, *einem*, *ihm*, *ihnen*."""
    if word.upos == "PRON":
        return word.text.lower() in ("ihm", "ihnen")
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.text.lower().endswith("em")


def is_dative(context: Context, word: Word) -> bool:
    """Say whether a noun is a dative: by its form where that is unmistakable, else by the tagger.

    The plural with *den* or *seinen* ends in -n (*den Prüfern*); *dem*, *einem* and their like are nothing else.
    """
    if is_unmistakable_dative(context, word):
        return True
    form = word.text.lower()
    if word.upos == "PRON":
        return form in ("ihr", "mir", "dir", "uns", "denen") or word.features.get("Case") == "Dat"
    article = context.sentence.child(word, DETERMINERS)
    if article is not None:
        if article.text.lower().endswith("en"):
            one = word.features.get("Number") == "Sing" and form == word.lemma.lower()  # den Mann
            plural = (form.endswith("n") and not one) or (article.text.lower() == "den" and word.upos == "PROPN")
            return plural and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS)
    elif _has_strong_accusative(context, word):
        return False
    elif form.endswith("n") and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS):
        bare = is_person_noun(word.text) and (form.endswith("ern") or word.features.get("Number") != "Sing")
        return bare or _has_strong_dative(context, word) or word.features.get("Case") == "Dat"
    return word.features.get("Case") == "Dat"


def _has_strong_dative(context: Context, word: Word) -> bool:
    """Say whether the adjective of a plural without article shows the dative: *empfiehlt älteren Menschen*."""
    before = [child for child in context.sentence.children(word) if child.index == word.index - 1]
    return any(child.upos == "ADJ" and child.text.endswith("en") and child.text.islower() for child in before)


def _has_strong_accusative(context: Context, word: Word) -> bool:
    """Say whether the adjective of a plural without article is in no dative: *kündigte weitere Zeugen an*."""
    before = [child for child in context.sentence.children(word) if child.index == word.index - 1]
    return any(child.upos == "ADJ" and child.text.endswith("e") and child.text.islower() for child in before)


def _is_plural(word: Word, noun: Noun) -> bool:
    """Say whether a noun that is no person has the ending of several: *Gerüchte*, *Angaben*."""
    form, base = word.text.lower(), noun.base.lower()
    ended = any(form.endswith(base + ending) for ending in ("e", "en", "n", "er", "s"))
    return noun.kind in ("statement", "document", "reports") and ended
