"""Pronouns that can be nothing but the subject: *er*, *man*, *dieser*, *der ältere*, the *die* of a relative clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.clauses import GOVERNED_RELATIVES, Clause, is_plural_form
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import gender_by_end, is_person_noun
from quotetrack.phrases import is_time
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE
from quotetrack.quotes.cases import agrees, has_nominative_article
from quotetrack.quotes.context import Context
from quotetrack.quotes.nominals import (
    TELLING_APART,
    TOLD_APART,
    can_speak,
    has_attribute_inside,
    is_governed,
    noun_after,
    opens_phrase,
)
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

_SEVERAL: Final = frozenset("viele manche einige mehrere beide alle etliche".split())
"""Pronouns that stand for several people where no noun follows."""
_OTHERS: Final = frozenset("dem den die das einem einen eine ihm ihr ihnen ihn sich es".split())
"""What opens another phrase behind *dieser*."""
_SAYING: Final = frozenset(
    "antworten behaupten berichten beteuern betonen entgegnen erklären erwidern fordern gestehen glauben hinzufügen"
    " hoffen meinen mitteilen sagen verlangen versichern".split()
)
"""Verbs of saying that have nobody for their object."""
_TAKING_UP: Final = frozenset("Das Dies Dem Davon Daran Dagegen Dazu Darüber Darauf Damit".split())
"""What opens a clause about what was said: *| Das | bestritt dieser*."""
_HEARERS: Final = frozenset("ihm ihr ihn ihnen mir uns".split())
"""Pronouns for whom something is told."""
_DATIVES: Final = frozenset("dem einem diesem seinem ihrem".split())
"""Articles of somebody to whom something is said, which go with no plural."""
_THAT_ONE: Final = frozenset("dieser diese jener jene letzterer letztere ersterer erstere".split())
_OPENING: Final = frozenset("Der Die Dieser Diese Jener Jene Letzterer Letztere".split())
_NOMINATIVE: Final = frozenset("er sie es ich wir man der die das ein eine dieser diese".split())
_OF_ONE: Final = ("Jährige", "in")
"""Ends of nouns that are of one person behind *die*, however they are tagged."""


def nominative_pronoun(cue: VerbCue) -> Word | None:
    """Return *er*, *ich*, *wir* or *man* beside the finite verb: nothing else can be its subject."""
    finite = cue.clause.finite
    if finite is None:
        return None
    closed = cue.clause.kind in ("relative", "subordinate") and cue.clause.words[-1] == finite
    for word in cue.clause.words:
        near = abs(word.index - finite.index) == 1 or (closed and word.text == "man")
        if near and word.text.lower() in ("er", "ich", "wir", "man") and not word.masked:
            return word
        beside = word.index == finite.index + 1 and word.text == "sie" and not word.masked
        if beside and (_opens_with_dative(cue) or _says_and_no_more(cue)):
            return word
    return None


def _says_and_no_more(cue: VerbCue) -> bool:
    """Say whether nobody can be the object of a verb: *Jüngst betonte | sie, …*, not *Ott erklärte sie für krank*."""
    judged = cue.lemma == "erklären" and any(word.text in ("für", "zu", "zum", "zur") for word in cue.clause.words)
    return cue.clause.kind == "main" and cue.lemma in _SAYING and not cue.is_passive and not judged


def behind_relative(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun behind a preposition with its relative pronoun, which a tree takes for what these govern.

    ``Ein Brief, in dem | der Verein | droht, das Heim zu schließen``.
    """
    words = cue.clause.words
    if cue.clause.kind != "relative" or len(words) < len(("in", "dem", "Ott", "droht")) or words[0].upos != "ADP":
        return None
    if words[1].text not in GOVERNED_RELATIVES or words[1].upos not in ("DET", "PRON"):
        return None
    first = words[2]
    if first.upos in ("NOUN", "PROPN"):
        return first if first.upos == "PROPN" and words[1].text != "denen" else None
    noun = noun_after(cue.clause, first) if first.text in ("der", "die", "das", "ein", "eine") else None
    return noun if noun is not None and agrees(context, noun, cue.clause.finite) and can_speak(noun) else None


def _opens_with_dative(cue: VerbCue) -> bool:
    """Say whether a feminine opens the clause of a verb that takes a dative: *Der Behörde bescheinigte sie Umsicht*."""
    first, second = cue.clause.words[0], cue.clause.words[min(1, len(cue.clause.words) - 1)]
    feminine = gender_by_end(second.text) == "Fem" or second.text.endswith("in")
    return first.text == "Der" and feminine and cue.lemma in ADDRESSED_BY_DATIVE


def demonstrative(context: Context, cue: VerbCue) -> Word | None:
    """Return *dieser* or *die eine* without a noun right behind the verb of a frame: *…, berichtet diese heiser*."""
    words = cue.clause.words
    told = next((place for place, word in enumerate(words) if word.text == "es" and place), None)
    if told is not None and told + 1 < len(words) and words[told - 1] == cue.clause.finite:
        behind = words[told + 1]
        if behind.text in ("dieser", "diese", "jener", "jene") and not _is_of_noun(words[told + 2 :]):
            return behind
    neuter = _dieses_in_front(words, cue)
    if neuter is not None:
        return neuter
    beside = _before_other(words, cue.clause.finite) or _behind_opener(cue)
    if beside is not None:
        return beside
    if len(words) > 2 and words[0].text in ("Der", "Die") and words[1].text in TELLING_APART:
        inside = _is_of_attribute(words[1:]) or has_attribute_inside(words[1:], words[0])
        return words[0] if cue.clause.kind == "main" and not inside else None
    if len(words) < 2 or words[0] != cue.clause.finite:
        return None
    apart = TOLD_APART | ({"einen", "anderen", "meisten"} if words[1].text == "die" else frozenset())
    if len(words) > 2 and words[1].text in ("der", "die") and words[2].text in apart:
        return None if opens_phrase(context, words[2]) else words[2]
    of_hearer = _behind_hearer(context, words)
    if of_hearer is not None:
        return of_hearer
    alone = words[1].text in ("der", "die") and (
        len(words) == 2 or words[2].upos in ("ADP", "ADV") or words[2].text in _HEARERS
    )
    alone = alone and _noun_behind_adverb(context, words[1], cue) is None
    if alone and not (_is_of_attribute(words[2:]) or has_attribute_inside(words[2:], words[1])):
        return words[1]
    if words[1].text not in ("dieser", "diese", "jener", "jene"):
        return None
    bare = (
        words[2:3]
        and words[2].upos == "ADJ"
        and (noun_after(cue.clause, words[2]) is None or (len(words) > 3 and words[3].upos == "ADP"))
    )
    return words[1] if bare or not opens_phrase(context, words[1]) else None


def _behind_hearer(context: Context, words: Sequence[Word]) -> Word | None:
    """Return *diese* or *der* behind a pronoun for who hears it: *korrigiert ihn | diese*, *hält ihr | der | vor*."""
    if len(words) < len(("sagt", "ihr", "der")) or words[1].text not in _HEARERS or words[2].masked:
        return None
    rest = [word for word in words[3:] if not word.masked]
    closes = not rest or rest[0].upos in ("ADP", "ADV", "PUNCT") or rest[0].relation == "compound:prt"
    is_one = words[2].text in ("der", "die", "dieser", "diese", "jener", "jene")
    return words[2] if is_one and closes and not opens_phrase(context, words[2]) else None


def _dieses_in_front(words: Sequence[Word], cue: VerbCue) -> Word | None:
    """Return the *Dieses* that alone stands before the verb, for a body or a document: *Dieses | teilte mit, …*."""
    if len(words) < 2 or words[0].text != "Dieses" or words[1] != cue.clause.finite or words[0].masked:
        return None
    others = words[2:3] and words[2].upos in ("PROPN", "PRON", "DET", "NOUN")
    return None if others else words[0]


def that_one(context: Context, clause: Clause) -> Word | None:
    """Return *dieser* right behind the verb of a clause that takes up what was said: *Das räumte | diese | ein*."""
    finite, first = clause.finite, clause.words[0]
    if finite is None or first.text not in _TAKING_UP or finite.index != first.index + 1:
        return None
    if finite.index + 1 >= context.length or finite.features.get("Number") == "Plur":
        return None
    found, behind = context.words(finite.index + 1, finite.index + 2)
    if found.text in ("der", "die") and behind.text in TOLD_APART and not opens_phrase(context, behind):
        return behind  # Das hört die ältere nicht gern
    if found.text in ("der", "die") and behind.upos == "PUNCT":
        return found  # Das bestreitet der: „Nein“
    return found if found.text.lower() in _THAT_ONE and not opens_phrase(context, found) else None


def opening_demonstrative(clause: Clause) -> Word | None:
    """Return *der* or *dieser* that opens a clause right before its verb, as its subject: *| Die | hatte Kuchen da*."""
    finite, first = clause.finite, clause.words[0]
    if finite is None or clause.kind != "main" or first.text not in _OPENING or finite.index != first.index + 1:
        return None
    if finite.features.get("Number") == "Plur" or is_plural_form(finite):
        return None
    behind = next((word for word in clause.words if word.index > finite.index), None)
    other = behind is not None and (behind.upos == "PROPN" or behind.text.lower() in _NOMINATIVE)
    return None if other else first


def _noun_behind_adverb(context: Context, article: Word, cue: VerbCue) -> Word | None:
    """Return the noun of an article behind the adverb of its attribute: *sagte die | damals | 19-Jährige*."""
    if article.relation != "det" or not article.index < article.head <= context.length:
        return None
    noun = context.word(article.head)
    between = {word.upos for word in context.words(article.index + 1, noun.index - 1)}
    is_noun = noun.upos in ("NOUN", "PROPN", "ADJ") and not noun.text[:1].islower() and not is_time(noun)
    if not is_noun or not between <= {"ADV", "ADJ", "VERB", "NOUN"}:
        return None
    is_one = noun.text.endswith(_OF_ONE) and not (cue.clause.finite is not None and is_plural_form(cue.clause.finite))
    return noun if is_one or agrees(context, noun, cue.clause.finite) else None


def _before_other(words: Sequence[Word], finite: Word | None) -> Word | None:
    """Return *dieser* right behind a verb and before another phrase: *warf dieser | Norwegen vor*, *| dem Rat vor*.

    A country has no such article, and no article has another before it.
    """
    for word, following in pairwise(words):
        if word.text in ("dieser", "jener") and finite is not None and word.index == finite.index + 1:
            return word if following.text in _OTHERS or following.text in load("places") else None
    return None


def _behind_opener(cue: VerbCue) -> Word | None:
    """Return *dieser* behind a conjunction and before another phrase: *nachdem | dieser | den Rat gerügt hatte*."""
    words = cue.clause.words
    if (
        cue.clause.kind != "subordinate"
        or words[0] != cue.clause.opener
        or len(words) < len(("da", "er", "es", "will"))
    ):
        return None
    alone = words[1].text in ("dieser", "diese", "jener", "jene") and words[2].text in _OTHERS
    return words[1] if alone else None


def _is_of_noun(words: Sequence[Word]) -> bool:
    """Say whether what follows a demonstrative is its noun: *schilderte es diese | Wirtin anders*."""
    return bool(words) and words[0].upos in ("NOUN", "PROPN", "ADJ") and words[0].text != "anders"


def _is_of_attribute(words: Sequence[Word]) -> bool:
    """Say whether a phrase behind an article belongs to an attribute: *die | in Thal geborene Wirtin*."""
    first = next((word.index for word in words if word.upos in ("NOUN", "PROPN")), None)
    return first is not None and any(
        word.index > first and word.upos in ("ADJ", "VERB") and noun.upos in ("NOUN", "PROPN")
        for word, noun in pairwise(words)
    )


def one_of_two(context: Context, cue: VerbCue) -> Word | None:
    """Return the adjective that alone is the subject: *Der ältere, bis Mai Chefarzt, hatte zugesichert, …*."""
    article = cue.clause.words[0]
    if cue.clause.kind != "main" or article.text not in ("Der", "Die") or article.index + 2 > context.length:
        return None
    adjective, following = context.word(article.index + 1), context.word(article.index + 2)
    closes = following.text == "," or following == cue.clause.finite
    return adjective if closes and adjective.text in TOLD_APART else None


def another_behind(context: Context, cue: VerbCue) -> Word | None:
    """Return *anderer* of *ein anderer* right behind the verb of a frame: *…, ruft | ein anderer*."""
    finite, words = cue.clause.finite, cue.clause.words
    if finite is None or words[0] != finite or len(words) < len(("ruft", "ein", "anderer")):
        return None
    apart = words[1].text in ("ein", "eine") and words[2].text in ("anderer", "andere", "zweiter", "dritter")
    alone = words[2].index == context.length or context.word(words[2].index + 1).upos in ("PUNCT", "ADP", "ADV")
    return words[2] if apart and alone else None


def relative_pronoun(context: Context, cue: VerbCue) -> Word | None:
    """Return the relative pronoun that is the only subject of its clause: *die der Rätin vorwarf, …*."""
    clause, finite = cue.clause, cue.clause.finite
    first = next((word for word in clause.words if word.upos not in ("PUNCT", "CCONJ")), None)
    if (
        clause.kind != "relative"
        or first is None
        or finite is None
        or first.text.lower() not in ("der", "die", "das", "welcher", "welche", "welches")
    ):
        return None
    others = [word for word in clause.words if word != first]
    if first.text == "die" and _is_owner_behind(others):
        return first
    if first.upos not in ("PRON", "DET") or first.features.get("Case") in ("Dat", "Gen", "Acc"):
        return None
    if any(word.text.lower() in ("er", "sie", "man", "ich", "wir") for word in others):
        return None
    if _is_of_one_beside_several(context, first, finite):
        people = (word for word in others if word.upos == "NOUN" and is_person_noun(word.text))
        return next((word for word in people if not is_governed(context, word)), None)
    is_neuter = first.text.lower() in ("das", "welches")
    rivals = (word for word in others if word.relation in SUBJECTS)
    return None if any(is_neuter or has_nominative_article(context, word) for word in rivals) else first


def _is_owner_behind(words: list[Word]) -> bool:
    """Say whether a full name in the genitive and its noun come first: *die | Ida Kerns Pläne lobt*."""
    owner = next((place for place, word in enumerate(words[:3]) if place and word.text.endswith(("s", "’", "'"))), 0)
    row = all(word.upos == "PROPN" for word in words[: owner + 1])
    noun = words[owner + 1] if len(words) > owner + 1 else words[0]
    return owner > 0 and row and noun.upos in ("NOUN", "PROPN") and not noun.masked


def _is_of_one_beside_several(context: Context, pronoun: Word, finite: Word) -> bool:
    """Say whether *die* takes up a single thing and its verb is plural: *eine Forderung, die Bauern „klug“ nannten*."""
    if pronoun.text != "die" or pronoun.index < 3 or finite.features.get("Number") != "Plur":
        return False
    noun = context.word(pronoun.index - 2)
    article = context.sentence.child(noun, DETERMINERS)
    single = noun.upos == "NOUN" and noun.features.get("Number") == "Sing"
    return single and article is not None and article.text.lower() in ("eine", "diese", "keine")


def several_behind(context: Context, cue: VerbCue) -> Word | None:
    """Return *viele* or *manche* right behind a plural verb, whatever is in front: *Den Plan halten | viele | …*."""
    finite = cue.clause.finite
    behind = None if finite is None or finite.index >= context.length else context.word(finite.index + 1)
    if finite is None or behind is None or finite.features.get("Number") != "Plur" or behind not in cue.clause.words:
        return None
    if behind.text in _SEVERAL and behind.index < cue.clause.end and context.word(behind.index + 1).text in _DATIVES:
        return behind  # riefen einige dem Rat zu
    alone = behind.text in _SEVERAL and not opens_phrase(context, behind)
    return behind if alone and cue.clause.words[0] != finite else None


def one_of_them(context: Context, cue: VerbCue) -> Word | None:
    """Return the neuter that is a nominative before its genitive: *Eines der Kinder rief*, *soll eines der Kinder*."""
    finite = cue.clause.finite
    for word in cue.clause.words[:-2]:
        if word.text.lower() not in ("eines", "keines") or finite is None:
            continue
        whole = context.word(word.index + 1).text in ("der", "dieser", "seiner", "ihrer")
        if whole and (word == cue.clause.words[0] or word.index == finite.index + 1):
            return word
    return None
