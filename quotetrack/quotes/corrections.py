"""Tags that cannot be right, given the sentence: finite verbs taken for participles or adjectives, and the reverse.

Many German forms belong to two word classes (*berichtet* is a present and a participle, *laufe* looks like an
adjective). Where a clause would have no finite verb otherwise, or the ending allows one class only, the tag is put
right before any rule reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import CALLED, FINITE_FORMS, is_finite
from quotetrack.cues import PREFIXES, lemma_of, rows_of_forms
from quotetrack.lexicon import load, table
from quotetrack.moods import has_umlaut_of_konjunktiv
from quotetrack.nouns import is_common_surname, is_given_name, noun_of
from quotetrack.quotes.attributes import with_attributes
from quotetrack.quotes.name_particles import with_particles
from quotetrack.syntax import ACTIVE_SUBJECTS, DETERMINERS, MARKERS, VERBALS, Sentence, Word

_EQUIVOCAL_RE: Final = regex.compile(r"^(?:be|emp|ent|er|miss|ver|zer|wider|unter|über|hinter)\p{L}{2,}t$|iert$")
"""Forms of verbs without *ge-* in the participle: the third person of the present looks the same."""

_NEVER_VERBAL_RE: Final = regex.compile(r"(?:[^m]isch|lich|los|bar|haft|[^q]uelle)$")
_ADVERBS_IN_E: Final = frozenset(
    "lange gerne heute beinahe nahe gerade beide solche müde leise ohne ehe einige viele wenige alleine infrage zugute"
    " zugrunde beiseite zutage zuliebe imstande vonstatten inmitte keine seine ihre meine böse weise rosa".split()
)
"""Words in *-e* that are no form of a verb."""

_PARTICIPLE_RE: Final = regex.compile(r"(?:\p{L}{2,5})?ge\p{L}{3,}(?:t|en)$")
_CLOSING_MARKS: Final = frozenset('“”»«"’‘›‹')
_NO_INQUITS: Final = frozenset({"so", "auch", "denn", "doch", "sondern", "wie", "nur", "etwa", "also", "dann", "sogar"})
"""Words that stand between a quotation and a name and are no verb."""

_ASIDE: Final = frozenset("dazwischen hinterher obendrein nebenher".split())
"""Adverbs that go with a verb of saying and that a tagger takes for nouns: *rief diese dazwischen*."""
_PASTS_IN_T: Final = frozenset({"bat", "hielt", "riet", "schritt", "trat"})
_ABSTRACT_ENDS: Final = ("ung", "heit", "keit", "schaft", "tion", "nis", "tum", "ismus", "ik")
_OTHER_PASTS: Final = frozenset(
    "bot brach fiel flog fuhr ging kam lag lief saß schlief schloss schob schwamm sprang stand starb stieg traf trug"
    " wuchs zog".split()
)
"""Pasts of frequent strong verbs that report nothing: *die in Tal aufwuchs*."""
_SWISS_PASTS: Final = frozenset(
    "liess liessen stiess stiessen verliess verliessen verstiess verstiessen sass sassen ass assen vergass".split()
)
"""Pasts with ss for ß, which a tagger takes for adjectives."""
_SEPARATORS: Final = frozenset(",;:")
_FINITE_FEATURES: Final = {"VerbForm": "Fin", "Mood": "Ind", "Number": "Sing", "Person": "3"}
_PARTICLE_TAGS: Final = frozenset({"ADP", "ADV", "ADJ"})


def corrected(sentence: Sentence) -> Sentence:
    """Return the sentence with the tags of its verbs put right; the same one if nothing is wrong.

    >>> from quotetrack.spans import Span
    >>> wirt = Word(1, "Wirt", "Wirt", "NOUN", {"Number": "Sing"}, 2, "nsubj", Span(0, 4))
    >>> berichtet = Word(2, "berichtet", "berichten", "VERB", {"VerbForm": "Part"}, 0, "root", Span(5, 14))
    >>> corrected(Sentence((wirt, berichtet))).word(2).is_finite
    True
    """
    changes = {word.index: change for word in sentence.words if (change := _correction(sentence, word)) is not None}
    if changes:
        sentence = evolve(sentence, words=tuple(changes.get(word.index, word) for word in sentence.words))
    return with_particles(with_attributes(sentence))


def _correction(sentence: Sentence, word: Word) -> Word | None:
    if word.masked:
        return None
    if word.upos not in ("PUNCT", "SYM") and not any(map(str.isalnum, word.text)):
        return evolve(word, upos="PUNCT", features={})
    if word.upos in VERBALS and _is_capital_inside(sentence, word):
        return evolve(word, upos="PROPN", features={})
    if word.text in ("Ihr", "ihr") and word.index < len(sentence.words) and word.upos == "DET":
        is_source = sentence.word(word.index + 1).text == "zufolge"
        return evolve(word, upos="PRON", relation="nmod", features={"PronType": "Prs"}) if is_source else None
    if word.upos == "VERB":
        return _of_verb(sentence, word)
    if word.text in CALLED and word.upos not in VERBALS and word.index < len(sentence.words):
        return _finite(word, "heißen") if sentence.word(word.index + 1).text == "es" else None
    if word.upos in ("ADJ", "ADV", "NOUN") and word.text[:1].islower():
        return _of_adjective(sentence, word)
    if word.upos in ("NOUN", "ADJ") and _is_surname_alone(sentence, word):
        return evolve(word, upos="PROPN", relation="nsubj", head=2, features={"Number": "Sing"})
    if word.upos == "NOUN" and _is_surname_behind_role(sentence, word):
        return evolve(word, upos="PROPN", relation="appos", head=word.index - 1)
    if word.upos == "NOUN" and (
        word.text in table("places") or _is_given_name(sentence, word) or _is_child(sentence, word)
    ):
        return evolve(word, upos="PROPN")
    if word.upos == "ADJ" and _is_role(word):
        return evolve(word, upos="NOUN")
    if word.index == 1 and word.upos in ("NOUN", "PROPN", "ADJ"):
        return _of_first_word(sentence, word)
    return None


def _is_role(word: Word) -> bool:
    """Say whether an adjective is a noun for somebody, also where a sentence begins: *Bürgermeisterin Kern sagte*."""
    noun = noun_of(word.text) if word.text[:1].isupper() and word.text.endswith("in") else None
    return noun is not None and noun.kind == "person" and noun.gender == "Fem"


def _is_given_name(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun looks like a finite verb and stands before a name: *der Korrespondent, Will Grau, …*."""
    if word.text.lower() not in FINITE_FORMS or not word.text.istitle() or word.index == len(sentence.words):
        return False
    return sentence.word(word.index + 1).upos == "PROPN"


def _is_child(sentence: Sentence, word: Word) -> bool:
    """Say whether a given name behind an age was taken for a noun: *die neunjährige Mila*."""
    aged = word.index > 1 and sentence.word(word.index - 1).text.endswith(("jährige", "jähriger", "jährigen"))
    return aged and noun_of(word.text) is None and is_given_name(word.text)


def _is_surname_alone(sentence: Sentence, word: Word) -> bool:
    """Say whether a word alone in front of a verb of saying is a surname: *Stein kritisierte den Plan*.

    No noun in the singular stands without an article there that could say something; *Kritik übte Ott* has a subject.
    """
    if word.index > 1 or len(sentence.words) < 3 or noun_of(word.text) is not None:
        return False
    verb = sentence.word(2)
    if not is_finite(verb) or lemma_of(verb) not in load("reporting_verbs") or verb.features.get("Number") == "Plur":
        return False
    if any(other.upos in ("PROPN", "PRON") for other in _segment(sentence, word)):
        return False
    if word.upos == "ADJ" or word.relation not in ACTIVE_SUBJECTS:
        return is_common_surname(word.text)
    return word.features.get("Number") != "Plur" and not word.text.endswith(_ABSTRACT_ENDS)


def _is_surname_behind_role(sentence: Sentence, word: Word) -> bool:
    """Say whether a noun is a surname that was made a second subject beside a role: *sagte Ingenieur Kern*."""
    if word.index < 2 or word.relation not in ACTIVE_SUBJECTS or word.features.get("Number") == "Plur":
        return False
    role = sentence.word(word.index - 1)
    known = noun_of(role.text)
    both = role.upos == "NOUN" and role.relation == word.relation and role.head == word.head
    is_role = known is not None and known.kind == "person" and not known.is_plural
    return both and is_role and (is_common_surname(word.text) or noun_of(word.text) is None)


def _is_capital_inside(sentence: Sentence, word: Word) -> bool:
    """Say whether a word has a capital where no sentence begins: no verb has (*the Study of War*)."""
    if word.index == 1 or not word.text[:1].isupper() or word.text.isupper():
        return False
    before = sentence.word(word.index - 1)
    return before.upos not in ("PUNCT", "SYM", "X") or before.text == ","


def _of_verb(sentence: Sentence, word: Word) -> Word | None:
    form = word.text.lower()
    if form == "heuer":
        return evolve(word, upos="ADV", features={})
    if not word.is_finite and has_umlaut_of_konjunktiv(form):
        number = "Plur" if form.endswith("n") else "Sing"
        return evolve(word, features={**_FINITE_FEATURES, "Mood": "Sub", "Tense": "Past", "Number": number})
    if word.is_finite and word.text.islower() and _NEVER_VERBAL_RE.search(form):
        return evolve(word, upos="ADJ", features={})
    if word.is_finite and form.endswith("e") and _is_attribute(sentence, word):
        return evolve(word, upos="ADJ", features={})
    if word.is_finite and _EQUIVOCAL_RE.search(form) and _is_before_auxiliary(sentence, word):
        return evolve(word, features={"VerbForm": "Part"})
    if _is_plural_of_subject(sentence, word):
        return evolve(word, features={"VerbForm": "Fin", "Mood": "Ind", "Number": "Plur", "Person": "3"})
    if word.features.get("VerbForm") != "Part" or not _EQUIVOCAL_RE.search(form):
        return None
    if _is_second_finite(sentence, word):
        return _finite(word, form.removesuffix("t") + "en")
    own = _segment(sentence, word)
    subject = next((child for child in sentence.children(word, ACTIVE_SUBJECTS) if child in own), None)
    if subject is None or _is_plural(subject) or _has_finite(own):
        return None
    return _finite(word, form.removesuffix("t") + "en")


def _is_plural(noun: Word) -> bool:
    """Say whether a subject is plural: not where the tagger alone says so of *die 49-Jährige*, *die Abgeordnete*."""
    known = noun_of(noun.text)
    is_one = known is not None and (known.base == noun.text + "r" or (known.field == "age" and noun.text[-1] == "e"))
    return noun.features.get("Number") == "Plur" and not is_one


def _is_second_finite(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying right behind *und* is finite, as no auxiliary asks for a participle."""
    if word.index < 3 or sentence.word(word.index - 1).text != "und" or word.index == len(sentence.words):
        return False
    own = _segment(sentence, word)
    auxiliary = any(other.upos == "AUX" for other in own)
    return own[-1] == word and not auxiliary and _has_finite(own) and lemma_of(word) in load("reporting_verbs")


def _is_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether a form in *-e* stands between a comma and a noun, the verb comes later: *Musik, helle Lichter*."""
    if word.index < 3 or word.index >= len(sentence.words) or word.text in FINITE_FORMS or not word.text.islower():
        return False
    before, following = sentence.word(word.index - 1), sentence.word(word.index + 1)
    later = [other for other in _segment(sentence, word) if other.index > following.index]
    is_frame = lemma_of(word) in load("reporting_verbs")  # …, schimpfte Wirtin Ott und verließ den Saal
    return before.text == "," and following.upos == "NOUN" and _has_finite(tuple(later)) and not is_frame


def _is_plural_of_subject(sentence: Sentence, word: Word) -> bool:
    """Say whether a form taken for an infinitive is the plural of a clause that has no other finite verb."""
    if word.features.get("VerbForm") not in (None, "Inf") or not word.text.endswith("n") or not word.text.islower():
        return False
    own = _segment(sentence, word)
    before = [other for other in own if other.index < word.index]
    opens = any(other.upos == "SCONJ" or other.relation in MARKERS for other in own[:1])
    if _has_finite(own) or opens or any(other.text.lower() in ("zu", "um", "ohne", "statt") for other in before):
        return False
    subjects = [child for child in sentence.children(word, ACTIVE_SUBJECTS) if child in before]
    plural = any(child.features.get("Number") == "Plur" or _are_several(sentence, child) for child in subjects)
    joined = any(other.text in ("und", "sowie") for other in before)
    return bool(subjects) and (plural or joined) and lemma_of(word) in load("reporting_verbs")


def _are_several(sentence: Sentence, noun: Word) -> bool:
    """Say whether a masculine for somebody is a plural whatever its tag: *die Lokführer*, *politische Berater*."""
    article = sentence.child(noun, DETERMINERS)
    before = sentence.word(noun.index - 1) if noun.index > 1 else noun
    strong = article is None and before.upos == "ADJ" and before.text.endswith("e")
    known = noun_of(noun.text)
    is_man = noun.text.endswith("er") if known is None else known.kind == "person" and known.gender != "Fem"
    return is_man and (strong or (article is not None and article.text.lower() == "die"))


def _is_before_auxiliary(sentence: Sentence, word: Word) -> bool:
    """Say whether a finite auxiliary follows right away, so that the form is its participle: *rentiert habe*."""
    following = sentence.word(word.index + 1) if word.index < len(sentence.words) else word
    return following.upos == "AUX" and is_finite(following)


def _of_adjective(sentence: Sentence, word: Word) -> Word | None:
    """``Die Förderung laufe weiter``, ``Das kündigte Ott an``, ``dass die Abgabe niemanden überfordert``."""
    form = word.text
    if word.upos == "NOUN" and (form in PREFIXES or form in _ASIDE):
        return evolve(word, upos="ADV", features={})
    if _opens_inquit(sentence, word):
        return _finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")))
    may_be_konjunktiv = form.endswith("e") and not _is_adverb_in_e(form)
    if may_be_konjunktiv and _is_behind_pronoun(sentence, word):
        return _finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    may_be_konjunktiv = may_be_konjunktiv and word.relation != "amod"
    if may_be_konjunktiv and _is_behind_man(sentence, word):
        return _finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    if may_be_konjunktiv and not form.endswith("te") and _stands_as_verb(sentence, word):
        return _finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    if (form in _strong_pasts() or _is_joined_past(sentence, word)) and not _has_finite(_segment(sentence, word)):
        number = "Plur" if form.endswith("n") else "Sing"
        return _finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": number})
    if form.endswith("te") and _opens_frame(sentence, word):
        return _finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past"})
    if form.endswith("ten") and _is_no_attribute(sentence, word):
        return _finite(word, lemma_of(evolve(word, lemma=form, upos="VERB")), {"Tense": "Past", "Number": "Plur"})
    if form.endswith(("te", "ten")) and _is_past_with_particle(sentence, word):
        return _finite(word, regex.sub(r"e?ten?$", "en", form), {"Tense": "Past"})
    if _EQUIVOCAL_RE.search(form) and _ends_subordinate(sentence, word):
        return _finite(word, form.removesuffix("t") + "en")
    if form.endswith("e") and len(form) > 4 and not _is_adverb_in_e(form) and _ends_subordinate(sentence, word):
        return _finite(word, f"{form}n", {"Mood": "Sub", "Tense": "Pres"})
    return None


def _is_joined_past(sentence: Sentence, word: Word) -> bool:
    """Say whether a clause ends in the past of a strong verb joined to its particle: *…, das vorschlug, …*."""
    if word.index == len(sentence.words) or sentence.word(word.index + 1).text not in _SEPARATORS:
        return False
    pasts = _strong_pasts() | _OTHER_PASTS
    return any(word.text.endswith(past) and word.text.removesuffix(past) in PREFIXES for past in pasts)


@cache
def _strong_pasts() -> frozenset[str]:
    """Return the forms that can be nothing but the past of a strong verb that reports: *riet*, *widersprach*."""
    pasts = [form for _, forms in rows_of_forms() for form in forms[1:3] if not form.startswith("ge")]
    simple = {form for form in pasts if not form.endswith(("e", "en", "t")) or form in _PASTS_IN_T}
    return frozenset(simple - {"weiss"} | _SWISS_PASTS)


def _is_no_attribute(sentence: Sentence, word: Word) -> bool:
    """Say whether the adjective behind a form has another ending, so that both are of no noun.

    ``Nach Angaben der Polizei umstellten bewaffnete Kräfte das Haus``. Behind a noun that opens the sentence stands its
    verb: ``Datenschützer äußerten Bedenken``.
    """
    if not 1 < word.index < len(sentence.words) - 1:
        return False
    before, following, noun = (sentence.word(word.index + step) for step in (-1, 1, 2))
    verb = lemma_of(evolve(word, lemma=word.text, upos="VERB"))
    if word.index == 2 and before.upos in ("NOUN", "PROPN") and verb in load("reporting_verbs"):
        return True
    apart = following.upos == "ADJ" and following.text.islower() and following.text.endswith("e")
    return apart and noun.upos in ("NOUN", "ADJ") and before.upos in ("NOUN", "PROPN", "PRON")


def _opens_frame(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb of saying stands right behind a comma and before its subject: *…, schimpfte Ott*."""
    if word.index < 3 or word.index >= len(sentence.words) or sentence.word(word.index - 1).text != ",":
        return False
    following = sentence.word(word.index + 1)
    single = following.upos == "NOUN" and following.features.get("Number") == "Sing" and following.text[0].isupper()
    known = lemma_of(evolve(word, lemma=word.text, upos="VERB")) in load("reporting_verbs")
    return known and (single or following.upos in ("PROPN", "DET", "PRON"))


def _opens_inquit(sentence: Sentence, word: Word) -> bool:
    """Say whether a word can only be the verb of the frame behind a quotation: *“, strich Ott am Abend heraus*."""
    if word.index < 4 or word.index >= len(sentence.words) or word.text in _NO_INQUITS:
        return False
    comma, mark, following = (sentence.word(word.index + step) for step in (-1, -2, 1))
    if comma.text != "," or mark.text not in _CLOSING_MARKS or not mark.masked or following.masked:
        return False
    named = following.upos == "PROPN" or (following.upos == "DET" and following.text in ("der", "die", "ein", "eine"))
    return named and not _has_finite(_segment(sentence, word))


def _is_adverb_in_e(form: str) -> bool:
    return form in _ADVERBS_IN_E or form.endswith(("weise", "halbe", "sondere"))


def _of_first_word(sentence: Sentence, word: Word) -> Word | None:
    """``Bekanntgegeben wurde, dass …``, ``Gekämpft hätten sie nicht``: a participle in front has a capital too.

    So has that of any verb where a possessive and a noun stand behind: ``Gelesen habe sein Bruder den Text``.
    """
    following = sentence.words[1] if len(sentence.words) > 1 else word
    lowered = evolve(word, text=word.text.lower(), lemma=word.text.lower(), upos="VERB")
    if following.upos != "AUX" or not word.text.lower().endswith(("t", "en")):
        return None
    verb = lemma_of(lowered)
    known = verb != word.text.lower() and verb in load("reporting_verbs")
    others = _segment(sentence, word)[2:]
    lone = not any(other.upos == "VERB" and other.features.get("VerbForm") != "Fin" for other in others)
    shaped = _PARTICIPLE_RE.match(word.text.lower()) is not None and any(other.upos == "PRON" for other in others)
    owned = len(others) > 1 and others[0].features.get("Poss") == "Yes" and others[1].upos == "NOUN"
    if not known and not (shaped and lone) and not (owned and _PARTICIPLE_RE.match(word.text.lower()) is not None):
        return None
    return evolve(word, upos="VERB", lemma=verb, features={"VerbForm": "Part"})


def _finite(word: Word, lemma: str, features: Mapping[str, str] | None = None) -> Word:
    known = word.lemma if word.upos == "VERB" else lemma
    return evolve(word, upos="VERB", lemma=known, features={**_FINITE_FEATURES, **(features or {})})


def _segment(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """Return the words around one up to the next separators, and beyond a relative clause that cuts the clause up."""
    first = last = word.index
    while first > 1 and sentence.word(first - 1).text not in _SEPARATORS:
        first -= 1
    while last < len(sentence.words) and sentence.word(last + 1).text not in _SEPARATORS:
        last += 1
    words = sentence.words[first - 1 : last]
    subject = sentence.child(word, ACTIVE_SUBJECTS)
    if subject is not None and words[0] == word and subject.index < first:
        return (*_segment(sentence, subject), *words)
    return words


def _has_finite(words: tuple[Word, ...]) -> bool:
    return any(other.upos == "AUX" or (other.upos == "VERB" and is_finite(other)) for other in words)


def _is_behind_man(sentence: Sentence, word: Word) -> bool:
    """Say whether *man*, which has no other place, stands right before a form: *Man rede miteinander*."""
    own = _segment(sentence, word)
    before = sentence.word(word.index - 1) if word.index > 1 else None
    return before is not None and before in own and before.text.lower() == "man" and not _has_finite(own)


def _is_behind_pronoun(sentence: Sentence, word: Word) -> bool:
    """Say whether a pronoun that opens its clause stands before a form that no noun has: *sie kontrolliere Bremsen*."""
    own = _segment(sentence, word)
    opens = len(own) > 2 and own[1] == word and own[0].text.lower() in ("er", "sie", "es") and own[0].upos == "PRON"
    opens = opens or (own[1:2] == (word,) and own[0].text.lower() in ("das", "dies") and _has_no_noun(own[2:]))
    return opens and word.text not in ("alle", "selber") and not _has_finite(own)


def _has_no_noun(words: tuple[Word, ...]) -> bool:
    """Say whether nothing follows of which a form in *-e* could be the attribute: *Das klappe „erstaunlich gut“*."""
    return bool(words) and not any(word.upos in ("NOUN", "PROPN", "NUM", "X") for word in words)


def _stands_as_verb(sentence: Sentence, word: Word) -> bool:
    """Say whether a form in *-e* has a noun before it, or begins its clause, and nothing it could be attribute of."""
    own = _segment(sentence, word)
    place = own.index(word)
    following = own[place + 1] if place + 1 < len(own) else None
    if following is not None and following.upos in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "X"):
        return False
    before = own[place - 1] if place else None
    if before is None and (word.index == 1 or word.upos == "ADV"):
        return False
    beside = before is None or before.upos in ("NOUN", "PROPN", "PRON")
    return beside and not any(other.upos in VERBALS for other in own)


def _is_past_with_particle(sentence: Sentence, word: Word) -> bool:
    own = _segment(sentence, word)
    if _has_finite(own):
        return False
    last = next((other for other in reversed(own) if other.upos != "PUNCT"), word)
    if last == word or last.upos not in _PARTICLE_TAGS:
        return False
    joined = evolve(word, text=last.text.lower() + word.text, lemma=last.text.lower() + word.text)
    return lemma_of(joined) in load("reporting_verbs")


def _ends_subordinate(sentence: Sentence, word: Word) -> bool:
    own = [other for other in _segment(sentence, word) if other.upos != "PUNCT"]
    opened = own[0].upos == "SCONJ" or own[0].relation in MARKERS or own[0].text.lower() in ("wer", "was", "wem", "wen")
    return opened and own[-1] == word and not _has_finite(tuple(own))
