"""What a nominal is in its clause: whether it may speak, stands alone, depends on a preposition or another noun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.nouns import is_given_name, noun_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE
from quotetrack.quotes.cases import OBLIQUE_FORMS, has_oblique_article, is_nominative
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.quantities import approximation
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, SUBJECTS, Word

OF_SEVERAL: Final = frozenset("ältere jüngere älteste jüngste".split())
TOLD_APART: Final = frozenset("ältere jüngere älteste jüngste andere eine".split())
"""What alone tells one of two behind an article: *der eine*."""
TELLING_APART: Final = frozenset({"mit", "aus", "ohne"})
"""What stands behind *der* where a phrase tells him from others: *der | mit dem Hut*."""
NAME_PARTICLES: Final = frozenset({"von", "van", "zu", "de", "del", "della", "di", "da", "dos", "du", "ten", "ter"})
STANDING_ALONE: Final = frozenset(
    "einer eine keiner keine dieser diese jener jene beide beiden alle viele einige mehrere manche mancher andere"
    " letztere letzterer erstere ersterer".split()
)
"""Pronouns that a tagger takes for articles; without a noun behind them they speak themselves."""
_OF_PEOPLE: Final = tuple(
    "er in innen ern ist isten ent enten ant anten or oren ere eren ste sten nde nden chef leute".split()
)
"""How nouns for people end that are of no list, adjectives among them: *der Seilbahner*, *die Jüngere*."""
_ADVERBIAL_ENDS: Final = ("ell", "isch", "lich", "weise")
NOBODY: Final = frozenset("das dies es man was viel wenig weniger mehr nichts etwas alles".split())
"""Pronouns that stand for nobody who speaks."""
NOT_SUBJECTS: Final = frozenset(
    "demgegenüber hingegen indes indessen zugleich allerdings dagegen unterdessen derweil dementsprechend".split()
)
_WITHOUT_ACCUSATIVE: Final = frozenset(
    "protestieren reagieren widersprechen antworten argumentieren appellieren plädieren jubeln poltern wettern zürnen"
    " urteilen".split()
)
"""Verbs that tell how somebody speaks and take no accusative."""
_WITH_TWO_ACCUSATIVES: Final = frozenset({"nennen", "heißen", "schelten", "taufen", "fragen", "lehren"})
_COMPARATIVE_RE: Final = regex.compile(r"\p{L}{4,}(?:isch|lich|ig|sam|bar|haft|end|ell)er")
"""Comparatives that no surname looks like: *Skeptischer*, not *Fischer*."""
_SOUNDING: Final = frozenset(
    "klang klingt klangen äußerte äußert äusserte urteilte urteilt zeigte zeigt formulierte gab reagierte fiel".split()
)
_TREATED_RE: Final = regex.compile(r"(?:Be|Er|Ver|Ent|(?:\p{Lu}\p{Ll}+)?[Gg]e)\p{L}+ene[rn]?")
"""Participles of strong verbs for somebody to whom something was done: *der Gescholtene*."""
_ONE_TREATED_RE: Final = regex.compile(
    r"(?:Ge(?:scholten|schlagen|lobt|tadelt|rügt|schmäht)|Beschimpft|Beschuldigt|Ange(?:griffen|sprochen)|Kritisiert|Attackiert"
    r"|Ver(?:dächtigt|höhnt|spottet))er?"
)
"""Participles for somebody of whom another has just spoken."""


def is_treated(word: Word) -> bool:
    """Say whether a participle stands for one to whom something was done: *der Gescholtene*, *die Gelobte*."""
    return word.upos in ("NOUN", "ADJ") and _ONE_TREATED_RE.fullmatch(word.text) is not None


def speaks(word: Word) -> bool:
    """Say whether a word is a name, a pronoun, or a noun for somebody or something that may say something."""
    noun = noun_of(word.text) if word.upos == "NOUN" else None
    if word.upos == "NOUN" and noun is None:
        return _TREATED_RE.fullmatch(word.text) is not None
    return noun is None or noun.kind != "statement"


def can_speak(word: Word) -> bool:
    """Say whether a subject may be a speaker: a nominal, no time, no *das* that points back."""
    if word.text.lower() in NOT_SUBJECTS:
        return False
    if word.text.lower() == "ihr" and word.upos == "PRON":
        return False
    if is_time(word) or word.text.lower() in NOBODY or word.text.lower() in OBLIQUE_FORMS:
        return False
    if word.index == 1 and word.text.endswith("iert"):
        return False  # Evakuiert wird seit Montag
    return word.upos in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X")


def is_thing(context: Context, word: Word) -> bool:
    """Say whether a noun with an article is of no list and has no form for people: *der Bau*, *die Nähe des Bären*."""
    if word.upos != "NOUN" or speaks(word) or noun_of(word.text) is not None or word.lemma[:1].islower():
        return False
    before = context.sentence.child(word, DETERMINERS)
    people = word.text.endswith(_OF_PEOPLE) or not word.text.istitle()
    if before is None or before.index > word.index or people:
        return False
    return not (before.text.lower() == "der" and word.text.endswith("e"))  # der Alte


def opens_phrase(context: Context, word: Word) -> bool:
    """Say whether a noun or its attribute follows right away; behind *einer* an article is that of a genitive."""
    following = context.word(word.index + 1) if word.index < context.length else word
    if word.text.lower() in STANDING_ALONE | OF_SEVERAL and following.text in (
        "der",
        "seiner",
        "ihrer",
        "dieser",
        "unserer",
    ):
        return False
    return following != word and following.upos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def is_comparative(main: Clause, word: Word) -> bool:
    """Say whether a comparative opens a clause that a tagger takes for a name: *Versöhnlicher klang seine Kollegin*."""
    opens = word == main.words[0] and word.text.endswith("er") and noun_of(word.text) is None
    if not opens or main.finite is None or main.finite.index != word.index + 1:
        return False
    itself = any(other.text == "sich" for other in main.words)
    return main.finite.text in _SOUNDING and (itself or main.finite.text != "gab")  # Adler gab Ott die Schuld


def opens_as_adverb(context: Context, child: Word, cue: VerbCue) -> bool:
    """Say whether the first word is taken for a name and tells how: *Offiziell | sagt die Regierung, …*."""
    if _COMPARATIVE_RE.fullmatch(child.text) and is_comparative(cue.clause, child):
        return any(word.upos in ("NOUN", "PROPN") for word in cue.clause.words if word.index > child.index)
    return tells_how(context, child, cue.clause, cue.lemma)


def tells_how(context: Context, child: Word, clause: Clause, lemma: str) -> bool:
    """Say whether the first word of a clause is taken for a noun, and the subject stands behind the verb."""
    finite = clause.finite
    if child.upos not in ("PROPN", "NOUN") or finite is None or child.index != 1 or finite.index != child.index + 1:
        return False
    article = context.word(min(finite.index + 1, context.length))
    noun = noun_after(clause, article) if article.text in ("der", "die", "das", "ein", "eine") else None
    if noun is None or noun_of(noun.text) is None or not speaks(noun):
        return False
    shaped = child.text.endswith((*_ADVERBIAL_ENDS, "Heuer")) and not is_given_name(child.text)
    return (shaped and child.upos == "PROPN") or _must_be_subject(context, noun, clause, lemma)


def _must_be_subject(context: Context, noun: Word, clause: Clause, lemma: str) -> bool:
    """Say whether a noun behind its verb can be no object: *Scharf reagierte | die Innung*, *kritisierte | der Bund*.

    The verb takes no accusative, or has another one: *Heftig rügte | die Partei | den Plan*.
    """
    known, article = noun_of(noun.text), context.sentence.child(noun, DETERMINERS)
    if is_nominative(context, noun):
        man = known is not None and known.gender == "Masc"
        return man or not (lemma in ADDRESSED_BY_DATIVE or has_oblique_article(context, noun))
    if article is None or article.text == "der" or is_time(noun) or is_governed(context, noun):
        return False
    if lemma in _WITHOUT_ACCUSATIVE:
        return True
    behind = (word for word in clause.words if word.index > noun.index and word.text in ("den", "einen"))
    objects = (noun_after(clause, word) for word in behind if context.word(word.index - 1).upos != "ADP")
    other = next((word for word in objects if word is not None and not is_governed(context, word)), None)
    return other is not None and not is_time(other) and lemma not in _WITH_TWO_ACCUSATIVES


def noun_after(clause: Clause, word: Word) -> Word | None:
    """Return the noun whose article or attribute a word is: the next one, with no other phrase between."""
    after = [other for other in clause.words if word.index < other.index <= word.index + 6]
    if has_attribute_inside(after, word):
        noun = next((other for other in clause.words if other.index == word.head), None)
        if noun is not None and noun.upos in ("NOUN", "PROPN"):
            return noun
    for other in after:
        if other.upos in ("NOUN", "PROPN") and not (other.relation == "amod" and other.head > other.index):
            return other  # but not the 53-jährige of der 53-jährige Ott
        if other.upos not in ("ADJ", "DET", "NUM", "ADV", "ADP", "PUNCT") and other.relation != "amod":
            return None
    return None


def has_attribute_inside(words: Iterable[Word], article: Word) -> bool:
    """Say whether a participle with its own phrase parts an article from its noun: *die | im Verband organisierten*."""
    inside = (word for word in words if word.index > article.index + 2 and word.head == article.head)
    return article.relation in DETERMINERS and any(word.relation == "amod" for word in inside)


def is_governed(context: Context, word: Word) -> bool:
    """Say whether a preposition governs a noun; the *als* of a comparison and *wie* do not."""
    preposition = case_of(context.sentence, word)
    if preposition == "als":
        return not (_is_compared(context, word) or _opens_clause(context, word))
    if preposition is None:
        return word.relation in SUBJECTS and _is_behind_first_preposition(context, word)
    return preposition != "wie" and not _is_about(context, word)


def _is_behind_first_preposition(context: Context, word: Word) -> bool:
    """Say whether a preposition opens the field before the verb: *Trotz sinkender Zahlen getöteter Boten | gibt*.

    Nothing else has room there, but a phrase with an attribute may begin so: *Im Exil lebende Autoren*.
    """
    clause = context.clauses.of(word)
    if clause is None or clause.kind != "main" or clause.finite is None or word.index > clause.finite.index:
        return False
    front = [other for other in clause.words if other.index < clause.finite.index]
    first = front[0] if front else word
    if first.upos != "ADP" or first.text.lower() in NAME_PARTICLES or word.index < first.index + 2:
        return False
    example = len(front) > 2 and front[2].text == "Beispiel"
    return not (example or approximation(front) or opens_attribute(context, first, word))


def opens_attribute(context: Context, first: Word, head: Word) -> bool:
    """Say whether a preposition belongs to a participle before the head: *Im Ausland lebende Bergbauern*."""
    if first.upos != "ADP" or head.index < first.index + 3:
        return False
    noun, participle = context.words(head.index - 2, head.index - 1)
    strong = ("e", "es") if head.text.endswith(("en", "ern")) else ("e", "er", "es")
    attributed = participle.upos == "ADJ" and participle.text.islower() and participle.text.endswith(strong)
    return attributed and noun.upos in ("NOUN", "PROPN")


def _is_about(context: Context, word: Word) -> bool:
    """Say whether what looks like a preposition only says about how many: *Über 60 Prozent sagten, …*."""
    marker = context.sentence.child(word, CASE_MARKERS)
    clause = context.clauses.of(word) if marker is not None and marker.index < word.index - 1 else None
    if clause is None or marker != clause.words[0] or clause.finite is None or clause.finite.index < word.index:
        return False
    return approximation(clause.words) > 0


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
    return (
        marker is not None and marker.index > 1 and context.word(marker.index - 1).text.lower() in ("mehr", "weniger")
    )


def is_owner(context: Context, word: Word) -> bool:
    """Say whether a name in the genitive is taken for a subject beside whose it is: *hatte | Otts | frühere Wirtin*."""
    if word.upos != "PROPN" or not word.text.endswith(("s", "'", "’")) or word.index == context.length:
        return False
    noun = context.word(word.index + 1)
    while noun.upos == "ADJ" and noun.text.islower() and noun.index < context.length:
        noun = context.word(noun.index + 1)
    also_subject = noun.relation in SUBJECTS and noun.head == word.head
    if word.text.endswith(("'", "’")):
        return also_subject and noun.upos in ("NOUN", "PROPN")
    beside = also_subject and noun.upos == "NOUN"
    known = noun_of(noun.text) if beside else None
    return known is not None and known.kind == "person"


def is_inner(context: Context, word: Word, cue: VerbCue) -> bool:
    """Say whether a word is part of another phrase of the clause: its attribute, apposition, conjunct."""
    head = context.sentence.head(word)
    return word.relation in ("nmod", "appos", "flat", "flat:name", "conj", "compound") or (
        head is not None and head.upos in ("NOUN", "PROPN") and head in cue.clause.words
    )


def is_quoted(context: Context, word: Word) -> bool:
    """Say whether a word is one of somebody's words, not of a name in marks."""
    placed = context.passage_at(word.index)
    return placed is not None and not is_named(placed)


def is_surely_subject(context: Context, word: Word) -> bool:
    """Say whether a word can be nothing but a nominative: a pronoun, a masculine with its article."""
    return word.upos == "PRON" or word.text.lower() in STANDING_ALONE or is_nominative(context, word)
