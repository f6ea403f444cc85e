"""What a segment is: by the word that opens it and the place of its finite verb."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

import regex

from quotetrack.clauses.model import ClauseKind, Draft
from quotetrack.clauses.verbs import Segment, has_zu_infinitive, hidden_finite, is_nonfinite
from quotetrack.clauses.words import (
    ARTICLE_FORMS,
    COORDINATORS,
    INFINITIVE_OPENERS,
    INTERROGATIVES,
    JUDGING,
    RELATIVE_PRONOUNS,
    SUBORDINATORS,
)
from quotetrack.lexicon import load
from quotetrack.moods import is_konjunktiv_1
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, MARKERS, SUBJECTS, Word

_BEFORE_OPENERS: Final = frozenset("beispiel direkt erst gleich kurz lange unmittelbar".split())
"""Words before *als, bevor, nachdem*, *wenn*: *Kurz bevor die Polizei kam*, *zum Beispiel wenn es regnet*."""
_ALWAYS_OPENERS: Final = frozenset("weil obwohl obgleich obschon wenngleich sobald sofern nachdem wohingegen".split())
"""Words that open a clause with its verb at the end, whatever tag they have."""
_TAGGED_AS_OPENERS: Final = frozenset("über unter für durch gegen mit nach an auf vor zu bei von".split())
"""Prepositions that a tagger may take for what opens a clause: *ein Antrag, | über | den abgestimmt wird*."""
_OPENING: Final = SUBORDINATORS | INTERROGATIVES | RELATIVE_PRONOUNS
_SURE_OPENERS: Final = INTERROGATIVES | _ALWAYS_OPENERS
_PRESENT_RE: Final = regex.compile(r"\p{Ll}+(?:end|t|en)e[nrms]?")
_JOINED_RE: Final = regex.compile(
    r"^(?:ab|an|auf|aus|bei|dar|ein|fest|fort|her|hin|hinzu|los|mit|nach|nieder|offen|preis|statt|teil|vor|weg|weiter"
    r"|wieder|zu|zurück|zusammen|bekannt|bereit|wahr)(?!worte)[b-df-hj-np-tv-z]+[aeiouäöü]\p{L}+$"
)


def opens_with_so(segment: Segment) -> bool:
    """Say whether *so* and something else opens a segment: *so Ott*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    goes_on = len(words) > 1 and words[1].text in ("nicht", "nie", "auch") and is_nonfinite(words[-1])
    goes_on = goes_on or _is_degree(words)
    return segment.words[0].text.lower() == "so" and len(segment.words) > 1 and not goes_on


def _is_degree(words: list[Word]) -> bool:
    """Say whether *so* goes with an adjective that is a predicate: *Die Lage sei, sagte Ott, | so ernst wie nie*."""
    if len(words) < len(("so", "ernst")) or words[1].upos not in ("ADJ", "ADV") or not words[1].text.islower():
        return False
    return len(words) == len(("so", "ernst")) or words[2].upos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def classified(segment: Segment) -> Draft:
    """Return a segment as the draft of a clause of its kind."""
    words = [word for word in segment.words if word.index not in segment.in_brackets]
    if words and all(word.masked or word.upos == "PUNCT" for word in words) and any(word.masked for word in words):
        return Draft("quotation", list(segment.words))
    content = [word for word in words if word.upos != "PUNCT" and not word.masked]
    leading = _without_coordinator(content)
    finite = next(iter(segment.finite), None)
    if finite is not None and _is_below_infinitive(segment, finite):
        return Draft("infinitive", list(segment.words))
    opener = _opener(leading, finite, joined=leading[:1] != content[:1])
    if opener is not None and segment.separator == ";" and opener.text.lower() in ARTICLE_FORMS:
        opener = None  # …; der andere riet ab
    if opener is not None and segment.separator == "," and _is_owned_subject(content, opener, finite):
        opener = None
    if opener is not None and opener.text == "als" and finite is None and has_zu_infinitive(leading):
        noun = len(leading) > 2 and (leading[1].upos in ("NOUN", "ADJ") or leading[1].text[:1].isupper())
        opener = None if noun else opener  # als Zeugin aufzutreten, als Erstes zu gehen
    if opener is not None and not (finite is None and has_zu_infinitive(leading) and opener.upos != "SCONJ"):
        kind: ClauseKind = "relative" if _is_relative(opener, leading) else "subordinate"
        return Draft(kind, list(segment.words), opener, finite or hidden_finite(leading))
    if finite is None:
        if has_zu_infinitive(leading):
            opens = leading[0].text.lower() in INFINITIVE_OPENERS and leading[0].index not in segment.marked
            opens = opens and not _is_governed_phrase(leading)
            first = leading[0] if opens else None  # versprach, „ohne Ansehen der Person“ aufzuklären
            return Draft("infinitive", list(segment.words), first)
        return Draft("fragment", list(segment.words))
    if leading and leading[0] == finite:
        return Draft("verb_first", list(segment.words), None, finite)
    if len(leading) > 2 and leading[0].text == "so" and leading[1] == finite and not _is_told_with_so(segment, finite):
        return Draft("verb_first", list(segment.words), None, finite)
    return Draft("main", list(segment.words), None, finite)


def _is_governed_phrase(words: list[Word]) -> bool:
    """Say whether *um* or *ohne* is of the verb: *| um Hilfe | zu bitten*, *| ohne Plan | zu gehen*."""
    if len(words) < len(("um", "Hilfe", "zu", "bitten")) or words[1].text.lower() == "zu":
        return False
    verb, small = words[-1].lemma.lower(), words[0].text.lower()
    return (small == "um" and verb in _FOR_SOMETHING) or (small == "ohne" and verb in _WITHOUT_OBJECT)


_FOR_SOMETHING: Final = frozenset(
    "bitten kämpfen werben ringen streiten trauern wetten bemühen kümmern bewerben flehen ersuchen spielen".split()
)
"""Verbs with *um*: *versprach, um Hilfe zu bitten*."""
_WITHOUT_OBJECT: Final = frozenset(
    "gehen kommen fahren reisen fliegen laufen starten regieren arbeiten leben spielen auskommen antreten auftreten"
    " verhandeln weitermachen weiterspielen kandidieren wachsen zurückkehren zurückkommen teilnehmen".split()
)
"""Verbs that take no object, so that what *ohne* governs is none: *versprach, ohne Umwege nach Hause zu fahren*."""


def _is_below_infinitive(segment: Segment, finite: Word) -> bool:
    """Say whether marks hold an infinitive with what depends on it: *warf ihm vor, „nur zu warten, bis es brennt“*."""
    if finite.index not in segment.marked:
        return False
    places = (place for place, word in enumerate(segment.words) if word.text == "," and word.index in segment.marked)
    comma = next(places, 0)
    if not comma or segment.words[comma].index > finite.index:
        return False
    before = [word for word in segment.words[:comma] if word.upos != "PUNCT" and not word.masked]
    return has_zu_infinitive(before[-2:]) and not any(word in segment.finite for word in before)


def _is_of_saying(finite: Word | None) -> bool:
    return finite is not None and finite.lemma in load("reporting_verbs")


def _is_owned_subject(words: list[Word], opener: Word, finite: Word | None) -> bool:
    """Say whether *und dessen* and a noun begin a main clause: *Es hat das geprüft, und dessen Leiter sagt, …*."""
    owner = opener.text.lower() in ("dessen", "deren") and words[0].text.lower() == "und" and words[1] == opener
    return owner and finite is not None and words[-1] == finite and words[2].upos == "NOUN"


def _is_told_with_so(segment: Segment, finite: Word) -> bool:
    """Say whether *so* opens what somebody says: *sagte, so könne es nicht weitergehen*, not *so habe Ott gesagt*."""
    verbs = (word.lemma for word in segment.words if word.upos in ("VERB", "AUX"))
    return is_konjunktiv_1(finite) and not any(lemma in load("reporting_verbs") for lemma in verbs)


def _without_coordinator(words: list[Word]) -> list[Word]:
    return words[1:] if len(words) > 1 and words[0].text.lower() in COORDINATORS else words


def _opener(words: list[Word], finite: Word | None, *, joined: bool) -> Word | None:
    """Return the word that makes the segment a subordinate clause: it opens it, and the finite verb comes late."""
    if len(words) > 1 and words[0].text.lower() == "als" and words[1] == finite:
        return words[0]
    if len(words) > 2 and words[0].text == "so" and words[1].text in ("deren", "dessen") and finite is None:
        return None  # so deren Sprecherin Ida Ott
    contracted = len(words) > 1 and words[0].span == words[1].span
    for place, word in enumerate(words[: 3 + contracted]):
        form = word.text.lower()
        if form in ("dass", "daß") or (form == "als" and place and _tells_when(words, place, finite)):
            return word
        if form == "dem" and place and words[place - 1].span == word.span:
            continue  # am Montag betonte: the article of a contraction
        if form in ARTICLE_FORMS and (word.index == 1 or _is_of_two(words, place, finite)):
            return None
        if form in ARTICLE_FORMS and word.index == 2 and words[0].upos == "ADP" and _is_of_saying(finite):
            return None  # Aus dem Haus des Ministers verlautete, …
        if word.upos == "ADP" and word.relation in CASE_MARKERS and form not in RELATIVE_PRONOUNS:
            continue
        if finite is None and form in ARTICLE_FORMS and _is_apposed(words, place):
            return None
        if form in _OPENING and _is_verb_final(words, word, finite):
            if word.relation in MARKERS or word.upos == "SCONJ" or form in _SURE_OPENERS:
                return word
            relative = _is_behind_preposition(words, place, finite) or _is_final(words, place, finite, joined=joined)
            if word.upos == "PRON" or relative or not _determines(words, place):
                return word
        may_precede = word.upos in ("ADP", "ADV", "CCONJ", "PART", "SCONJ") or form in _BEFORE_OPENERS
        if not may_precede and not word.text.endswith("."):
            return None
    return None


def _is_behind_preposition(words: list[Word], place: int, finite: Word | None) -> bool:
    """Say whether a relative pronoun stands behind its preposition: *mit | dem*, not *mehr als die Hälfte*."""
    before = words[place - 1] if place else words[place]
    counted = before.text.lower() == "als" or words[min(place + 1, len(words) - 1)].upos == "NUM"
    leads = before.upos == "ADP" or (before.upos == "SCONJ" and before.text.lower() in _TAGGED_AS_OPENERS)
    return leads and not counted and words[-1] == finite and len(words) > place + 3


def _is_final(words: list[Word], place: int, finite: Word | None, *, joined: bool) -> bool:
    """Say whether the end of a clause, or the genitive behind its first word, tells that this is a relative pronoun."""
    last = finite is not None and words[-1] == finite and words[place].text.lower() in ARTICLE_FORMS
    judged = _is_judged(words, place, joined=joined)
    ends = last and (_is_joined(words[-1]) or _names_subject(words, place) or judged)
    return ends or _before_genitive(words, place)


def _is_apposed(words: list[Word], place: int) -> bool:
    """Say whether a name ends what an article opens, its attribute before it: *die damals schwangere Leila Amari*."""
    inner = words[place + 1 :]
    if len(inner) < len(("damals", "schwangere", "Leila")) or any(word.upos in ("VERB", "AUX") for word in inner):
        return False
    names = len(inner)
    while names and inner[names - 1].upos == "PROPN":
        names -= 1
    attribute = inner[names - 1] if 0 < names < len(inner) else None
    leads = inner[0].upos in ("ADV", "ADP") and attribute is not None
    return leads and attribute is not None and attribute.upos == "ADJ" and attribute.text.endswith("e")


def _tells_when(words: list[Word], place: int, finite: Word | None) -> bool:
    """Say whether *als* opens a clause behind an adverb: *Erst als die Polizei kam*."""
    return words[place - 1].text.lower() in _BEFORE_OPENERS and words[-1] == finite


def _is_of_two(words: list[Word], place: int, finite: Word | None) -> bool:
    """Say whether one of two is the subject, right before the verb: *Der eine sagt, er gehe, | der andere bleibt*."""
    following = words[place + 1 : place + 3]
    return len(following) > 1 and following[0].text in ("eine", "andere", "anderen") and following[1] == finite


def _is_joined(verb: Word) -> bool:
    """Say whether a finite verb is written with its particle, which it is at the end of a dependent clause only."""
    return bool(_JOINED_RE.match(verb.text))


def _names_subject(words: list[Word], place: int) -> bool:
    """Say whether a name follows and a participle stands before a last auxiliary: *die Karl Ott gefordert hatte*."""
    verb, before = words[-1], words[-2]
    is_participle = before.upos == "VERB" and before.features.get("VerbForm") == "Part"
    return verb.upos == "AUX" and is_participle and place + 1 < len(words) and words[place + 1].upos == "PROPN"


def _before_genitive(words: list[Word], place: int) -> bool:
    """Say whether a name in the genitive follows with its noun, as behind no article: *die | Jan Otts Pläne | lobt*."""
    names = [*takewhile(lambda word: word.upos == "PROPN", words[place + 1 :])]
    owners = [name for name in names if name.text.endswith(("s", "’", "'"))]
    if not owners or words[place].index == 1:
        return False
    behind = words[words.index(owners[0]) + 1 :]
    return len(behind) > 1 and behind[0].text[:1].isupper() and behind[0].upos in ("NOUN", "PROPN")


def _is_judged(words: list[Word], place: int, *, joined: bool) -> bool:
    """Say whether *als* stands between a noun and a last verb, an attribute of neither: *das Rom als Hohn sieht*."""
    between = [word.text for word in words[place + 2 : -1]]
    if place and words[place - 1].text.lower() == "sowohl":
        return False  # Sowohl der Minister als auch seine Vorgängerin sagten
    subject = place + 1 < len(words) and words[place + 1].relation in SUBJECTS
    if joined and subject and words[place + 1].upos != "PROPN":
        return False  # die das Haus führt | und die Satzung als Hohn bezeichnet
    judges = JUDGING.get(words[-1].lemma) == "als" and not joined
    return (subject or judges) and "als" in between and words[place].index > 1


def _determines(words: list[Word], place: int) -> bool:
    """Say whether a form like *der* is an article here: a noun or its attributes follow."""
    if place + 1 >= len(words) or words[place].text.lower() in ("deren", "dessen"):
        return False
    if words[place + 1].text.lower() in ARTICLE_FORMS and words[place + 1].upos == "DET":
        return False  # den der Bote zitiert
    if _opens_extended(words, place):
        return True
    if words[place + 1].text == "sich" and _has_participle_before_noun(words[place + 2 :]):
        return True
    return words[place + 1].upos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def _opens_extended(words: list[Word], place: int) -> bool:
    """Say whether an article hangs on a noun with a participle between: *die aus Kiel stammende Autorin*."""
    article = words[place]
    if article.relation not in DETERMINERS or article.head <= article.index + 2:
        return False
    return any(word.head == article.head and word.relation == "amod" for word in words[place + 2 :])


def _has_participle_before_noun(words: list[Word]) -> bool:
    """Say whether a participle stands before a noun: *der sich als Gegner inszenierende Unternehmer*."""
    return any(
        word.upos in ("ADJ", "VERB") and _PRESENT_RE.fullmatch(word.text) and noun.upos in ("NOUN", "PROPN")
        for word, noun in pairwise(words)
    )


def _is_verb_final(words: list[Word], opener: Word, finite: Word | None) -> bool:
    verb = finite or hidden_finite(words)
    if verb is None:
        return (
            opener.upos in ("SCONJ", "PRON")
            or opener.text.lower() in _ALWAYS_OPENERS
            or (opener.index == 1 and opener.text == "Wie")
        )
    places = [word.index for word in words]
    after = [word for word in words if word.index > verb.index]
    between = [place for place in places if opener.index < place < verb.index]
    if not after:
        return bool(between) or opener.text.lower() in RELATIVE_PRONOUNS
    if all(word.upos in ("VERB", "AUX", "PART") for word in after):
        return _is_verb_cluster(verb, after)
    if after[0].upos == "ADP" and after[-1].upos in ("VERB", "AUX") and is_nonfinite(after[-1]):
        return False  # die 140 Stellen | blieben bis 2032 erhalten
    return bool(between) and after[0].upos in ("ADP", "SCONJ", "CCONJ", "ADV") and len(between) > 1


def _is_verb_cluster(verb: Word, after: list[Word]) -> bool:
    """Say whether verbs end a clause together: *hätte kommen können*, *sich senken lassen*."""
    if len(after) == 1 and after[0].text in ("lassen", "lässt", "lasse", "ließ", "ließen") and verb.text.endswith("n"):
        return True
    forms = verb.text.lower()
    helper = forms.startswith(("hat", "hätt", "hab", "wird", "werd", "würd", "wurd"))
    return helper and len(after) > 1 and all(word.text.endswith("n") for word in after)


def _is_relative(opener: Word, words: list[Word]) -> bool:
    form = opener.text.lower()
    return form in RELATIVE_PRONOUNS and opener.upos in ("PRON", "DET") and form not in ("wer", "wo", "was")
