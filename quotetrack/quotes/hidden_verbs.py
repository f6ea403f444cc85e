"""Verbs tagged as adjectives, adverbs or nouns: *Die Förderung laufe weiter*, *Bekanntgegeben wurde, dass …*."""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.cues import PREFIXES, lemma_of
from quotetrack.lexicon import load
from quotetrack.nouns import is_person_noun
from quotetrack.quotes.stretches import SEPARATORS, has_finite, stretch_around
from quotetrack.quotes.verb_forms import (
    EQUIVOCAL_RE,
    OTHER_PASTS,
    PARTICIPLE_RE,
    finite,
    is_adverb_in_e,
    plural_pasts,
    strong_pasts,
)
from quotetrack.syntax import MARKERS, SUBJECTS, VERBALS, Sentence, Word

_CLOSING_MARKS: Final = frozenset('“”»«"’‘›‹')
_NO_INQUITS: Final = frozenset({"so", "auch", "denn", "doch", "sondern", "wie", "nur", "etwa", "also", "dann", "sogar"})
"""Words that stand between a quotation and a name and are no verb."""
_ASIDE: Final = frozenset("dazwischen hinterher obendrein nebenher".split())
"""Adverbs that go with a verb of saying and that a tagger takes for nouns: *rief diese dazwischen*."""
_NEVER_ATTRIBUTES: Final = frozenset("herrsche bestehe drohe gebe gelte gehe komme bleibe stehe nehme".split())
"""Forms of the Konjunktiv I that no adjective has: *Endlich herrsche Ruhe*."""
_INDEFINITE: Final = frozenset({"etwas", "nichts", "alles", "niemand", "jemand"})
"""Pronouns that a parser takes for adverbs: *so | etwas | lande im falschen Ordner*."""
_PARTICLE_TAGS: Final = frozenset({"ADP", "ADV", "ADJ"})


def hidden_verb(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb that a word is: ``Das laufe weiter``, ``dass die Abgabe niemanden überfordert``; else None."""
    form = word.text
    if word.upos == "NOUN" and (form in PREFIXES or form in _ASIDE):
        return evolve(word, upos="ADV", features={})
    if _opens_inquit(sentence, word):
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")))
    if _is_konjunktiv(sentence, word):
        return finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    if (form in strong_pasts() or _is_joined_past(sentence, word)) and not has_finite(stretch_around(sentence, word)):
        number = "Plur" if form.endswith("n") else "Sing"
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": number})
    if word.upos == "ADJ" and form in plural_pasts() and _goes_on(sentence, word):
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": "Plur"})
    if form.endswith("te") and (
        _opens_frame(sentence, word) or _is_behind_particle(sentence, word) or _is_said(sentence, word)
    ):
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past"})
    if form.endswith("ten") and _opens_frame_of_several(sentence, word):
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": "Plur"})
    if form.endswith("ten") and _is_no_attribute(sentence, word):
        return finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": "Plur"})
    if form.endswith(("t", "te", "ten")) and _stands_with_particle(sentence, word):
        return finite(word, _infinitive(form), {} if form.endswith("t") else {"Tense": "Past"})
    if EQUIVOCAL_RE.search(form) and _ends_subordinate(sentence, word):
        return finite(word, form.removesuffix("t") + "en")
    if form.endswith("e") and len(form) > 4 and not is_adverb_in_e(form) and _ends_subordinate(sentence, word):
        return finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    return None


def is_no_possessive(sentence: Sentence, word: Word) -> bool:
    """Say whether *meinen* is a verb: right behind a comma and before an article, *…, | meinen | die einen*."""
    if word.upos in VERBALS or word.index in (1, len(sentence.words)):
        return False
    following = sentence.word(word.index + 1)
    is_article = following.upos == "DET" or following.text in ("die", "viele", "manche", "einige", "andere")
    return is_article and sentence.word(word.index - 1).text == ","


def _is_konjunktiv(sentence: Sentence, word: Word) -> bool:
    """Say whether a word is a verb in the Konjunktiv I, whatever its tag: *Das laufe weiter*, *herrsche Ruhe*."""
    form = word.text
    is_lone = form in _NEVER_ATTRIBUTES and word.upos in ("ADJ", "ADV", "X")
    if is_lone and not has_finite(stretch_around(sentence, word)):
        return True
    if not form.endswith("e") or is_adverb_in_e(form):
        return False
    if _is_behind_pronoun(sentence, word) or _awaits_particle(sentence, word):
        return True
    if word.relation == "amod":
        return False
    return _is_behind_man(sentence, word) or (not form.endswith("te") and _stands_as_verb(sentence, word))


def _infinitive(form: str) -> str:
    """Return the infinitive of a weak form: *doppelte* is of *doppeln*, *stellte* of *stellen*."""
    stem = regex.sub(r"e?t(?:en?)?$", "", form)
    return f"{stem}n" if stem.endswith(("er", "el")) and len(stem) > 4 else f"{stem}en"


def _is_joined_past(sentence: Sentence, word: Word) -> bool:
    """Say whether a clause ends in the past of a strong verb joined to its particle: *…, das vorschlug, …*."""
    if word.index == len(sentence.words) or sentence.word(word.index + 1).text not in SEPARATORS:
        return False
    pasts = strong_pasts() | OTHER_PASTS
    return any(word.text.endswith(past) and word.text.removesuffix(past) in PREFIXES for past in pasts)


def _goes_on(sentence: Sentence, word: Word) -> bool:
    """Say whether a form right behind *und* is what the subject did, too: *riefen Parolen und | warfen Steine*."""
    before = sentence.word(word.index - 1) if word.index > 1 else word
    return before.text in ("und", "oder") or not has_finite(stretch_around(sentence, word))


def _is_no_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether the adjective behind a form has another ending, so that both are of no noun.

    ``Nach Angaben der Polizei umstellten bewaffnete Kräfte das Haus``. Behind a noun that opens the sentence stands its
    verb: ``Datenschützer äußerten Bedenken``.
    """
    if not 1 < word.index < len(sentence.words) - 1:
        return False
    before, following, noun = (sentence.word(word.index + step) for step in (-1, 1, 2))
    if _is_said(sentence, word):
        return True  # Dort beklagten Anwohner Lärm
    verb = lemma_of(evolve(word, lemma=word.text, upos="VERB"))
    if word.index == 2 and before.upos in ("NOUN", "PROPN") and verb in load("reporting_verbs"):
        return True
    own = stretch_around(sentence, word)
    if before.relation in SUBJECTS and before.head == word.index and not has_finite(own):
        leading = own[: own.index(before)]
        if all(other.head == before.index and other.upos in ("DET", "ADJ", "NUM") for other in leading):
            return True  # Ausschüsse kosteten Zeit, strenge Vorgaben gefährdeten Firmen
    apart = following.upos == "ADJ" and following.text.islower() and following.text.endswith("e")
    return apart and noun.upos in ("NOUN", "ADJ") and before.upos in ("NOUN", "PROPN", "PRON")


def _is_said(sentence: Sentence, word: Word) -> bool:
    """Say whether a form that governs its sentence is of a verb of saying with a subject: *Die Menge rappte*."""
    if word.relation != "root" or lemma_of(evolve(word, lemma=word.text, upos="VERB")) not in load("reporting_verbs"):
        return False
    return sentence.child(word, SUBJECTS) is not None and not has_finite(stretch_around(sentence, word))


def _is_behind_particle(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying goes on behind a particle and *und*: *bestellte Ott ein | und verlangte Hilfe*."""
    if not 3 < word.index < len(sentence.words) or sentence.word(word.index - 1).text != "und":
        return False
    particle, following = sentence.word(word.index - 2), sentence.word(word.index + 1)
    known = lemma_of(evolve(word, lemma=word.text, upos="VERB")) in load("reporting_verbs")
    return known and particle.text in PREFIXES and following.upos in ("NOUN", "PROPN")


def _opens_frame(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying stands right behind a comma and before its subject: *…, schimpfte Ott*."""
    if word.index < 2 or word.index >= len(sentence.words):
        return False
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    known = lemma_of(evolve(word, lemma=word.text, upos="VERB")) in load("reporting_verbs")
    if before.text in ("Das", "Dies") and before.index == 1:  # Das dementierte Rektor Ott
        told = is_person_noun(following.text) and following.features.get("Gender") != "Neut"
        return known and told and not has_finite(stretch_around(sentence, word))
    if word.index < 3 or before.text != ",":
        return False
    single = following.upos == "NOUN" and following.features.get("Number") == "Sing" and following.text[0].isupper()
    return known and (single or following.upos in ("PROPN", "DET", "PRON"))


def _opens_frame_of_several(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying stands between a comma and several people: *…, bemängelten Analysten der Bank*."""
    if word.index < 3 or word.index >= len(sentence.words) or sentence.word(word.index - 1).text != ",":
        return False
    known = lemma_of(evolve(word, lemma=word.text, upos="VERB")) in load("reporting_verbs")
    following = sentence.word(word.index + 1)
    return known and is_person_noun(following.text) and not has_finite(stretch_around(sentence, word))


def _opens_inquit(sentence: Sentence, word: Word) -> bool:
    """Say whether a word can only be the verb of the frame behind a quotation: *“, strich Ott am Abend heraus*."""
    if word.index < 4 or word.index >= len(sentence.words) or word.text in _NO_INQUITS:
        return False
    comma, mark, following = (sentence.word(word.index + step) for step in (-1, -2, 1))
    if comma.text != "," or mark.text not in _CLOSING_MARKS or not mark.masked or following.masked:
        return False
    named = following.upos == "PROPN" or (following.upos == "DET" and following.text in ("der", "die", "ein", "eine"))
    return named and not has_finite(stretch_around(sentence, word))


def _is_behind_man(sentence: Sentence, word: Word) -> bool:
    """Say whether *man*, which has no other place, stands right before a form: *Man rede miteinander*."""
    own = stretch_around(sentence, word)
    before = sentence.word(word.index - 1) if word.index > 1 else None
    return before is not None and before in own and before.text.lower() == "man" and not has_finite(own)


def _is_behind_pronoun(sentence: Sentence, word: Word) -> bool:
    """Say whether a pronoun that opens its clause stands before a form that no noun has: *sie kontrolliere Bremsen*."""
    own = stretch_around(sentence, word)
    opens = len(own) > 2 and own[1] == word and own[0].text.lower() in ("er", "sie", "es") and own[0].upos == "PRON"
    opens = opens or (own[1:2] == (word,) and own[0].text.lower() in ("das", "dies") and _has_no_noun(own[2:]))
    return opens and word.text not in ("alle", "selber") and not has_finite(own)


def _has_no_noun(words: tuple[Word, ...]) -> bool:
    """Say whether nothing follows of which a form in *-e* could be the attribute: *Das klappe „erstaunlich gut“*."""
    if len(words) == 1 and words[0].upos == "NOUN" and words[0].features.get("Gender") in ("Masc", "Fem"):
        return True  # Das koste Zeit
    return bool(words) and not any(word.upos in ("NOUN", "PROPN", "NUM", "X") for word in words)


def _stands_as_verb(sentence: Sentence, word: Word) -> bool:
    """Say whether a form in *-e* has a noun before it, or begins its clause, and nothing it could be attribute of."""
    own = stretch_around(sentence, word)
    place = own.index(word)
    following = own[place + 1] if place + 1 < len(own) else None
    if following is not None and following.upos in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "X"):
        return False
    before = own[place - 1] if place else None
    if before is None and (word.index == 1 or word.upos == "ADV"):
        return False
    beside = before is None or before.upos in ("NOUN", "PROPN", "PRON") or before.text in _INDEFINITE
    return beside and not any(other.upos in VERBALS for other in own)


def _stands_with_particle(sentence: Sentence, word: Word) -> bool:
    """Say whether a clause has no finite verb but a form and, at its end, a particle: *Ott doppelte nach*."""
    own = _behind_and(stretch_around(sentence, word), word)
    if has_finite(own):
        return False
    last = next((other for other in reversed(own) if other.upos != "PUNCT"), word)
    if last == word or last.upos not in _PARTICLE_TAGS:
        return False
    joined = evolve(word, text=last.text.lower() + word.text, lemma=last.text.lower() + word.text)
    return lemma_of(joined) in load("reporting_verbs")


def _awaits_particle(sentence: Sentence, word: Word) -> bool:
    """Say whether a form behind an adverb has a particle at the end of its clause: *…, endlich kehre Ruhe | ein*."""
    own = [other for other in stretch_around(sentence, word) if other.upos != "PUNCT"]
    second = own[1:2] == [word] and own[0].upos == "ADV" and word.index > 2
    separable = own[-1].text in PREFIXES and own[-1].upos in ("ADV", "ADP") and not word.text.endswith("te")
    return second and separable and not has_finite(tuple(own))


def _behind_and(own: tuple[Word, ...], word: Word) -> tuple[Word, ...]:
    """Return what *und* right before a form joins to the clause before: *kondolierte | und sicherte Hilfe zu*."""
    place = own.index(word)
    return own[place:] if place and own[place - 1].text == "und" else own


def _ends_subordinate(sentence: Sentence, word: Word) -> bool:
    own = [other for other in stretch_around(sentence, word) if other.upos != "PUNCT"]
    opened = own[0].upos == "SCONJ" or own[0].relation in MARKERS or own[0].text.lower() in ("wer", "was", "wem", "wen")
    return opened and own[-1] == word and not has_finite(tuple(own))


def participle_in_front(sentence: Sentence, word: Word) -> Word | None:
    """``Bekanntgegeben wurde, dass …``, ``Gekämpft hätten sie nicht``: a participle in front has a capital too.

    So has that of any verb where a possessive and a noun stand behind: ``Gelesen habe sein Bruder den Text``.
    """
    following = sentence.words[1] if len(sentence.words) > 1 else word
    lowered = evolve(word, text=word.text.lower(), lemma=word.text.lower(), upos="VERB")
    if following.upos != "AUX" or not word.text.lower().endswith(("t", "en")):
        return None
    verb = lemma_of(lowered)
    known = verb != word.text.lower() and verb in load("reporting_verbs")
    others = stretch_around(sentence, word)[2:]
    lone = not any(other.upos == "VERB" and other.features.get("VerbForm") != "Fin" for other in others)
    shaped = PARTICIPLE_RE.match(word.text.lower()) is not None and any(other.upos == "PRON" for other in others)
    owned = len(others) > 1 and others[0].features.get("Poss") == "Yes" and others[1].upos == "NOUN"
    if not known and not (shaped and lone) and not (owned and PARTICIPLE_RE.match(word.text.lower()) is not None):
        return None
    return evolve(word, upos="VERB", lemma=verb, features={"VerbForm": "Part"})
