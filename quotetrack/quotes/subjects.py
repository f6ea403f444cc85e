"""The subject of a verb that reports, where the tree is wrong too: case, number and what the nouns mean decide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.nouns import gender_by_end, is_person_noun, noun_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.context import Context, is_named
from quotetrack.syntax import CASE_MARKERS, COORDINATIONS, DETERMINERS, SUBJECTS, Word

TOLD_APART: Final = frozenset("ältere jüngere andere eine".split())
"""What alone tells one of two behind an article: *der eine*."""
NAME_PARTICLES: Final = frozenset({"von", "van", "zu", "de", "del", "della", "di", "da", "dos", "du", "ten", "ter"})
STANDING_ALONE: Final = frozenset(
    "einer eine keiner keine dieser diese jener jene beide beiden alle viele einige mehrere manche mancher andere"
    " letztere letzterer erstere ersterer".split()
)
"""Pronouns that a tagger takes for articles; without a noun behind them they speak themselves."""
_OBLIQUE_FORMS: Final = frozenset(
    "den dem des einen einem eines seinen seinem seines ihren ihrem ihres diesen diesem dieses keinen keinem ihm ihn"
    " ihnen sich mich mir uns dich dir".split()
)
_CONTRASTS: Final = frozenset("aber jedoch allerdings zugleich gleichzeitig".split())
NOT_SUBJECTS: Final = frozenset(
    "demgegenüber hingegen indes indessen zugleich allerdings dagegen unterdessen derweil dementsprechend".split()
)
DATIVE_FEMININES: Final = frozenset("der einer seiner ihrer dieser keiner unserer".split())
ADDRESSED_BY_OBJECT: Final = frozenset(
    "auffordern beschuldigen bezichtigen bitten anweisen ermahnen ermuntern ermutigen warnen fragen ersuchen"
    " verdächtigen informieren zwingen aufrufen drängen beauftragen unterrichten erinnern anklagen".split()
) | {"wissen lassen"}
ADDRESSED_BY_DATIVE: Final = frozenset(
    "vorwerfen sagen mitteilen raten abraten empfehlen antworten versichern versprechen drohen vorhalten unterstellen"
    " zusichern zusagen befehlen verbieten untersagen erlauben erzählen erklären erläutern berichten zurufen entgegnen"
    " erwidern attestieren bescheinigen entgegenhalten verraten schreiben nahelegen vorschlagen anbieten garantieren"
    " gestehen bestätigen ausrichten signalisieren schildern ankündigen androhen offenbaren prophezeien einschärfen"
    " zuflüstern vorrechnen telegrafieren anvertrauen gebieten auftragen".split()
)
"""Verbs that take whom they speak to in the dative, so that a form that could be an accusative is one too."""


def subject_of(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the verb: an unmistakable pronoun, the tree's if it agrees, else the first nominative."""
    pronoun = (
        _nominative_pronoun(cue)
        or _demonstrative(context, cue)
        or _relative_pronoun(context, cue)
        or _one_of_two(context, cue)
    )
    if pronoun is not None:
        return pronoun
    chosen = _chosen_subject(context, cue)
    return None if chosen is None else _speaking_rival(context, cue, chosen) or chosen


def _speaking_rival(context: Context, cue: VerbCue, chosen: Word) -> Word | None:
    """Return who speaks where an object that cannot opens the clause: *Die Mitschuld weist Ott von sich*.

    The noun chosen is one of which nothing is known, in a form that may be an accusative; behind the finite verb
    stands a name or a noun for somebody that may be a nominative.
    """
    finite = cue.clause.finite
    if finite is None or chosen.index > finite.index:
        return None
    marked = context.passage_at(chosen.index)
    quoted = marked is not None and marked.passage.kind in ("quotation", "fragment")  # „Fatal“ nennt Ott das Urteil
    if not quoted and (speaks(chosen) or _is_nominative(context, chosen)):
        return None
    for word in cue.clause.words:
        if word.index <= finite.index or not _may_be_speaking(context, word, cue):
            continue
        noun = noun_of(word.text) if word.upos == "NOUN" else None
        if noun is not None and noun.kind in ("document", "reports"):
            continue
        if word.upos == "PROPN" and cue.lemma in ADDRESSED_BY_OBJECT | ADDRESSED_BY_DATIVE:
            continue
        if word.index > finite.index + 1 and word.upos == "NOUN" and not context.sentence.child(word, DETERMINERS):
            continue
        return word
    return None


def _may_be_speaking(context: Context, word: Word, cue: VerbCue) -> bool:
    """Say whether a noun or name of the clause stands for who may speak, and may be a nominative by its form."""
    if word.masked or word.upos not in ("NOUN", "PROPN") or word == cue.verb or word in cue.words:
        return False
    if not (speaks(word) and can_speak(word) and _agrees(context, word, cue.clause.finite)):
        return False
    return not (_may_be_dative(context, word) or is_governed(context, word) or _is_inner(context, word, cue))


def speaks(word: Word) -> bool:
    """Say whether a word is a name, a pronoun, or a noun for somebody or something that may say something."""
    noun = noun_of(word.text) if word.upos == "NOUN" else None
    return word.upos != "NOUN" or (noun is not None and noun.kind != "statement")


def _is_nominative(context: Context, word: Word) -> bool:
    article = context.sentence.child(word, DETERMINERS)
    is_masculine = word.features.get("Gender") == "Masc" and word.features.get("Number") != "Plur"
    return article is not None and is_masculine and article.text.lower() in ("der", "dieser", "jener", "jeder")


def _may_be_dative(context: Context, word: Word) -> bool:
    article = context.sentence.child(word, DETERMINERS)
    if article is None or word.upos == "PROPN":
        return False
    man = is_person_noun(word.text) and not word.text.endswith("in")
    feminine = article.text.lower() in DATIVE_FEMININES and word.features.get("Gender") == "Fem" and not man
    return feminine or article.text.lower() in _OBLIQUE_FORMS


def _chosen_subject(context: Context, cue: VerbCue) -> Word | None:
    joined = context.sentence.head(cue.verb) if cue.verb.relation in COORDINATIONS else None
    verbs = [verb for verb in (cue.verb, cue.clause.finite, joined) if verb is not None and verb in cue.clause.words]
    children = [child for verb in verbs for child in context.sentence.children(verb, SUBJECTS)]
    heads = [head for child in children if (head := _content_head(context, child, cue)) is not None]
    agreeing = [head for head in heads if _agrees(context, head, cue.clause.finite)]
    found = next(filter(speaks, agreeing), next(iter(agreeing), None))
    if _goes_on_with_and(cue) and not (found is not None and _is_surely_subject(context, found)):
        found = _shared_subject(context, cue) or found
    return (
        found
        or _front_nominal(context, cue)
        or _nominative(context, cue)
        or next(iter(heads), None)
        or _behind_first_verb(context, cue)
        or _behind_dative(context, cue)
        or _speaking_noun(context, cue)
        or _behind_finite(context, cue)
        or _shared_subject(context, cue)
        or _surname_beside(context, cue)
    )


def _surname_beside(context: Context, cue: VerbCue) -> Word | None:
    """Return a surname that is a word of time too, or has a particle, beside the verb: *sagte Sommer*, *sagte von Tal*.

    Nothing else is the subject of the clause, and a time or a source would have an article or another preposition.
    """
    finite = cue.clause.finite
    if finite is None or not cue.licenses:
        return None
    own = {word.index: word for word in cue.clause.words}
    after, before = own.get(finite.index + 1), own.get(finite.index - 1)
    if after is not None and after.text in NAME_PARTICLES and finite.index + 2 in own:
        name = own[finite.index + 2]
        return name if name.upos == "PROPN" else None
    for word in (after, before):
        bare = word is not None and word.upos == "PROPN" and context.sentence.child(word, DETERMINERS) is None
        if word is not None and bare and word.relation in SUBJECTS and case_of(context.sentence, word) is None:
            return word
    return None


def _front_nominal(context: Context, cue: VerbCue) -> Word | None:
    """Return the head of the field before the finite verb if a noun phrase fills it that may be a nominative."""
    clause, finite = cue.clause, cue.clause.finite
    if clause.kind != "main" or finite is None:
        return None
    words = [word for word in clause.words if word.index < finite.index and word.upos not in ("PUNCT", "CCONJ")]
    if not words or words[0].masked or words[0].text.lower() in _OBLIQUE_FORMS:
        return None
    if words[0].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
        return None
    if len(words) == 1 and words[0].text.lower() in STANDING_ALONE:
        return words[0]
    if len(words) == 1 and words[0].upos == "ADJ" and is_person_noun(words[0].text):
        return words[0]  # Überlebende
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "PRON") and can_speak(word)]
    own = {word.index for word in words}
    tops = [word for word in nouns if word.head not in own] or nouns
    return next((word for word in tops if _agrees(context, word, finite) and not is_governed(context, word)), None)


def _nominative_pronoun(cue: VerbCue) -> Word | None:
    """Return *er*, *ich*, *wir* or *man* beside the finite verb: nothing else can be its subject."""
    finite = cue.clause.finite
    if finite is None:
        return None
    for word in cue.clause.words:
        near = abs(word.index - finite.index) == 1
        if near and word.text.lower() in ("er", "ich", "wir", "man") and not word.masked:
            return word
        if word.index == finite.index + 1 and word.text == "sie" and _opens_with_dative(cue):
            return word
    return None


def _demonstrative(context: Context, cue: VerbCue) -> Word | None:
    """Return *dieser* or *die eine* without a noun right behind the verb of a frame: *…, berichtet diese heiser*."""
    words = cue.clause.words
    told = next((place for place, word in enumerate(words) if word.text == "es" and place), None)
    if told is not None and told + 1 < len(words) and words[told - 1] == cue.clause.finite:
        behind = words[told + 1]
        if behind.text in ("dieser", "diese", "jener", "jene") and not _is_of_noun(words[told + 2 :]):
            return behind
    if len(words) < 2 or words[0] != cue.clause.finite:
        return None
    apart = TOLD_APART | ({"einen", "anderen", "meisten"} if words[1].text == "die" else frozenset())
    if len(words) > 2 and words[1].text in ("der", "die") and words[2].text in apart:
        return None if opens_phrase(context, words[2]) else words[2]
    alone = words[1].text in ("der", "die") and (len(words) == 2 or words[2].upos in ("ADP", "ADV"))
    if alone and not _is_of_attribute(words[2:]):
        return words[1]
    if words[1].text not in ("dieser", "diese", "jener", "jene"):
        return None
    bare = (
        words[2:3]
        and words[2].upos == "ADJ"
        and (noun_after(cue.clause, words[2]) is None or (len(words) > 3 and words[3].upos == "ADP"))
    )
    return words[1] if bare or not opens_phrase(context, words[1]) else None


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


def _one_of_two(context: Context, cue: VerbCue) -> Word | None:
    """Return the adjective that alone is the subject: *Der ältere, bis Mai Chefarzt, hatte zugesichert, …*."""
    article = cue.clause.words[0]
    if cue.clause.kind != "main" or article.text not in ("Der", "Die") or article.index + 2 > context.length:
        return None
    adjective, following = context.word(article.index + 1), context.word(article.index + 2)
    closes = following.text == "," or following == cue.clause.finite
    return adjective if closes and adjective.text in TOLD_APART else None


def _opens_with_dative(cue: VerbCue) -> bool:
    """Say whether a feminine opens the clause of a verb that takes a dative: *Der Behörde bescheinigte sie Umsicht*."""
    first, second = cue.clause.words[0], cue.clause.words[min(1, len(cue.clause.words) - 1)]
    feminine = gender_by_end(second.text) == "Fem" or second.text.endswith("in")
    return first.text == "Der" and feminine and cue.lemma in ADDRESSED_BY_DATIVE


def _relative_pronoun(context: Context, cue: VerbCue) -> Word | None:
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
    if first.upos not in ("PRON", "DET") or first.features.get("Case") in ("Dat", "Gen", "Acc"):
        return None
    others = [word for word in clause.words if word != first]
    if any(word.text.lower() in ("er", "sie", "man", "ich", "wir") for word in others):
        return None
    is_neuter = first.text.lower() in ("das", "welches")
    rivals = (word for word in others if word.relation in SUBJECTS)
    return None if any(is_neuter or _has_nominative_article(context, word) for word in rivals) else first


def _has_nominative_article(context: Context, word: Word) -> bool:
    article = context.sentence.child(word, DETERMINERS)
    return word.upos == "PROPN" or (article is not None and article.text.lower() in ("der", "ein"))


def _content_head(context: Context, child: Word, cue: VerbCue) -> Word | None:
    """Return a subject that can speak; an article that the parser took for one gives its noun."""
    own = {word.index for word in cue.clause.words}
    if child.index not in own or child.masked or child in cue.words or not can_speak(child):
        return None
    if has_oblique_article(context, child):
        return None
    if child.text.lower() in STANDING_ALONE and not opens_phrase(context, child):
        return None if is_governed(context, child) else child
    if child.upos in ("DET", "ADJ") or (child.upos == "PRON" and child.text.lower() in ("der", "die", "das")):
        noun = noun_after(cue.clause, child)
        if noun is not None:
            child = noun
    return None if is_governed(context, child) else child


def has_oblique_article(context: Context, word: Word) -> bool:
    """Say whether an article can be of no nominative: *Einen „Witz“ nannte Ott den Plan*."""
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.index < word.index and article.text.lower() in _OBLIQUE_FORMS


def opens_phrase(context: Context, word: Word) -> bool:
    """Say whether a noun or its attribute follows right away; behind *einer* an article is that of a genitive."""
    following = context.word(word.index + 1) if word.index < context.length else word
    if word.text.lower() in STANDING_ALONE and following.text in ("der", "seiner", "ihrer", "dieser", "unserer"):
        return False
    return following != word and following.upos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def is_governed(context: Context, word: Word) -> bool:
    """Say whether a preposition governs a noun; the *als* of a comparison and *wie* do not."""
    preposition = case_of(context.sentence, word)
    if preposition == "als":
        return not (_is_compared(context, word) or _opens_clause(context, word))
    return preposition not in (None, "wie")


def _opens_clause(context: Context, word: Word) -> bool:
    """Say whether *als* is taken for a preposition and opens a clause that its verb ends: *Als Ott fragte, …*."""
    marker = context.sentence.child(word, CASE_MARKERS)
    clause = context.clauses.of(word)
    if marker is None or clause is None or clause.finite is None:
        return False
    last = [other for other in clause.words if other.upos != "PUNCT"][-1]
    return clause.words[0] == marker and last == clause.finite


def _is_compared(context: Context, word: Word) -> bool:
    """Say whether *als* belongs to *mehr als hundert*."""
    marker = context.sentence.child(word, CASE_MARKERS)
    return marker is not None and marker.index > 1 and context.word(marker.index - 1).text in ("mehr", "weniger")


def noun_after(clause: Clause, word: Word) -> Word | None:
    """Return the noun whose article or attribute a word is: the next one, with no other phrase between."""
    after = [other for other in clause.words if word.index < other.index <= word.index + 6]
    for other in after:
        if other.upos in ("NOUN", "PROPN"):
            return other
        if other.upos not in ("ADJ", "DET", "NUM", "ADV", "ADP", "PUNCT"):
            return None
    return None


def _agrees(context: Context, word: Word, finite: Word | None) -> bool:
    """Say whether a noun fits the number of the verb; a single one may still be the first of several.

    The article tells the number more surely than the noun.
    """
    if finite is None or word.upos == "PROPN" or finite.features.get("Number") != "Sing":
        return True
    article = context.sentence.child(word, DETERMINERS)
    if article is not None and article.text.lower() == "der" and word.text.endswith("e"):
        return True
    noun = noun_of(word.text)
    if article is not None and noun is not None and noun.kind == "person" and noun.base.endswith("er"):
        weak = article.text.lower() == "die" and word.text.endswith("e")
        if weak and word.text.casefold() == noun.base[:-1].casefold():
            return True  # die Abgeordnete; several would be die Abgeordneten
    if noun is not None and noun.kind in ("organisation", "medium") and word.text.lower().endswith(noun.base.lower()):
        return True
    number = (article or word).features.get("Number") or word.features.get("Number")
    return number != "Plur"


def can_speak(word: Word) -> bool:
    """Say whether a subject may be a speaker: a nominal, no time, no *das* that points back."""
    if word.text.lower() in NOT_SUBJECTS:
        return False
    if word.text.lower() == "ihr" and word.upos == "PRON":
        return False
    if is_time(word) or word.text.lower() in ("das", "dies", "es", "man") or word.text.lower() in _OBLIQUE_FORMS:
        return False
    return word.upos in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X")


def _nominative(context: Context, cue: VerbCue) -> Word | None:
    """Return the first nominal in the clause that could be its subject where the tree has none."""
    finite = cue.clause.finite
    if finite is None:
        return None
    for word in cue.clause.words:
        if word.text.lower() in ("einen", "anderen") and word.index > 1 and context.word(word.index - 1).text == "die":
            return None if opens_phrase(context, word) else word
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word == cue.verb or not can_speak(word):
            continue
        oblique = word.features.get("Case") not in (None, "Nom") and not _is_masculine_nominative(context, word)
        if oblique or word.features.get("Reflex") == "Yes":
            continue
        if is_governed(context, word) or _is_inner(context, word, cue) or word in cue.words:
            continue
        if _is_quoted(context, word):
            continue
        if _agrees(context, word, finite):
            return word
    return None


def _is_quoted(context: Context, word: Word) -> bool:
    """Say whether a word is one of somebody's words, not of a name in marks."""
    placed = context.passage_at(word.index)
    return placed is not None and not is_named(placed)


def _is_masculine_nominative(context: Context, word: Word) -> bool:
    """Say whether the article of a masculine can be nothing but a nominative: *ein Zeuge*, *ihr Mann*."""
    article = context.sentence.child(word, DETERMINERS)
    forms = ("ein", "kein", "sein", "ihr", "unser")
    return article is not None and article.text.lower() in forms and word.features.get("Gender") == "Masc"


def _is_inner(context: Context, word: Word, cue: VerbCue) -> bool:
    head = context.sentence.head(word)
    return word.relation in ("nmod", "appos", "flat", "flat:name", "conj", "compound") or (
        head is not None and head.upos in ("NOUN", "PROPN") and head in cue.clause.words
    )


def _behind_finite(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun behind the verb of saying where the clause has no other subject.

    Its article may be a nominative, whatever the tag says: *Um 15 Uhr meldeten dann die Nachrichten, …*, *…, teilte am
    Montag der Leiter mit*.
    """
    clause, finite = cue.clause, cue.clause.finite
    if clause.kind not in ("main", "verb_first") or finite is None or not cue.licenses:
        return None
    for word in clause.words:
        if word.index <= finite.index or word.masked or word.text not in ("die", "das", "eine", "der", "ein"):
            continue
        noun = noun_after(clause, word)
        if noun is None or (word.index > 1 and context.word(word.index - 1).upos in ("ADP", "NOUN")):
            continue
        if can_speak(noun) and not is_governed(context, noun) and _agrees(context, noun, finite):
            return noun
    return None


def _behind_first_verb(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun right behind a verb that begins its clause, whatever the tree makes of it: *…, klagte Ott*."""
    clause, finite = cue.clause, cue.clause.finite
    if finite is None or clause.words[0] != finite or len(clause.words) < 2:
        return None
    first = clause.words[1]
    if first.text in STANDING_ALONE and not opens_phrase(context, first):
        return first
    noun = first if first.upos in ("NOUN", "PROPN") else noun_after(clause, first) if first.upos == "DET" else None
    if noun is None or not can_speak(noun) or has_oblique_article(context, noun) or is_governed(context, noun):
        return None
    return noun if _agrees(context, noun, finite) else None


def _behind_dative(context: Context, cue: VerbCue) -> Word | None:
    """Return the feminine behind the dative of a person, whatever its tag: *habe ihr die Leiterin gesagt, …*."""
    finite = cue.clause.finite
    if finite is None or not cue.licenses:
        return None
    for dative, article in pairwise(cue.clause.words):
        is_dative = dative.text in ("ihr", "ihm", "ihnen") and dative.index == finite.index + 1
        if is_dative and article.text in ("die", "eine") and article.upos == "DET":
            noun = noun_after(cue.clause, article)
            return noun if noun is not None and _agrees(context, noun, finite) else None
    return None


def _speaking_noun(context: Context, cue: VerbCue) -> Word | None:
    """Return who may speak in a frame that begins with its verb, whatever its case: *will das „Blatt“ wissen*."""
    clause, finite = cue.clause, cue.clause.finite
    if finite is None or clause.words[0] != finite:
        return None
    return next((word for word in clause.words if _may_be_speaking(context, word, cue)), None)


def _goes_on_with_and(cue: VerbCue) -> bool:
    """Say whether a conjunct has nothing before its verb and shares its subject: *und nannte Otts Plan „gut“*."""
    words = [word for word in cue.clause.words if word.upos != "PUNCT"]
    return len(words) > 2 and words[0].text in ("und", "sowie") and words[1] == cue.clause.finite


def _is_object_of_row(context: Context, cue: VerbCue, subject: Word) -> bool:
    """Say whether what looks like a subject is the object of a second verb: *Ott las, faltete das Blatt und sagte*."""
    clause = cue.clause
    if clause.kind != "verb_first" or cue.licenses or subject.upos == "PROPN" or _is_surely_subject(context, subject):
        return False
    if is_person_noun(subject.text):
        return False
    before = context.clauses.before(clause)
    return before is not None and before.kind == "main" and context.separator_before(clause.start) == ","


def _is_surely_subject(context: Context, word: Word) -> bool:
    """Say whether a word can be nothing but a nominative: a pronoun, a masculine with its article."""
    return word.upos == "PRON" or word.text.lower() in STANDING_ALONE or _is_nominative(context, word)


def _is_contrasted(clause: Clause) -> bool:
    """Say whether a clause begins with its verb and goes on in contrast to the one before: *…, sagte aber auch, …*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    contrasts = any(word.text in _CONTRASTS for word in words[1:4])
    return clause.kind == "verb_first" and contrasts and not any(word.upos in ("NOUN", "PROPN") for word in words[:2])


def _shared_subject(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the conjunct before: *Sie begrüßte das und forderte, …*.

    Where that reports too, its subject is found as that of any report.
    """
    clause = cue.clause
    first = clause.words[0]
    joined = first.text.lower() in ("und", "aber", "sondern", "oder", "sowie") or _is_contrasted(clause)
    if clause.kind != "verb_first" and not joined:
        return None
    for other in reversed([other for other in context.clauses.all if other.start < clause.start]):
        surrounds = other.end > clause.start and not joined
        if other.kind in ("main", "verb_first") and other.finite is not None and not surrounds:
            reported = verb_cue(context.sentence, context.clauses, other) if other.end < clause.start else None
            subject = None if reported is None or reported.is_passive else subject_of(context, reported)
            if subject is not None and reported is not None and _is_object_of_row(context, reported, subject):
                continue
            if subject is not None:
                return subject if joined or speaks(subject) else None
            own = {word.index for word in other.words}
            for word in other.words:
                if word.relation in SUBJECTS and word.head in own and not word.masked:
                    return word if joined or speaks(word) else None
    return None
