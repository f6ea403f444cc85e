"""Speakers and addressees of a reporting verb: its subject, its agent, its source; its dative."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import regex
from attrs import evolve, frozen

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, lemma_of
from quotetrack.lexicon import load
from quotetrack.nouns import gender_by_end
from quotetrack.phrases import case_of, is_medium, is_time, mention_span, noun_of_article, noun_phrase
from quotetrack.quotes.appositions import with_apposition
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, COORDINATIONS, DETERMINERS, SUBJECTS, Word

_SOURCE_VERBS: Final = frozenset({"heißen", "heissen", "hervorgehen", "verlauten", "stehen", "hören", "erfahren"})
_TAKING_FROM: Final = frozenset(
    "fordern verlangen erwarten wünschen erhoffen hören wissen erfahren zitieren ableiten werden sprechen lesen".split()
)
"""Verbs whose *aus* or *von* is no attribute of the subject before it."""

_DATIVE_FEMININES: Final = frozenset("der einer seiner ihrer dieser keiner unserer".split())
_DATIVE_RELATIONS: Final = ("obj", "iobj", "obl:arg", "obl", "nmod")
_NAME_PARTICLES: Final = frozenset({"von", "van", "zu", "de", "del", "della", "di", "da", "dos", "du", "ten", "ter"})
_NOT_SUBJECTS: Final = frozenset(
    "demgegenüber hingegen indes indessen zugleich allerdings dagegen unterdessen derweil dementsprechend".split()
)
_APART: Final = frozenset("ältere jüngere andere eine".split())
STANDING_ALONE: Final = frozenset(
    "einer eine keiner keine dieser diese jener jene beide beiden alle viele einige mehrere manche mancher andere"
    " letztere letzterer erstere ersterer".split()
)
"""Pronouns that a tagger takes for articles; without a noun behind them they speak themselves."""

_SOURCE_PREPOSITIONS: Final = frozenset({"in", "im", "aus", "auf", "laut", "seitens", "bei", "beim", "von", "vom"})
_OBLIQUE_FORMS: Final = frozenset(
    "den dem des einen einem eines seinen seinem seines ihren ihrem ihres diesen diesem dieses keinen keinem ihm ihn"
    " ihnen sich mich mir uns dich dir".split()
)
_CLOSING: Final = {")": "(", "]": "[", "“": "„", "»": "«", "«": "»", "‘": "‚", "›": "‹", "‹": "›"}
_DOCUMENTS: Final = (
    "bericht", "berichte", "schreiben", "brief", "studie", "gutachten", "papier", "erklärung", "mitteilung", "meldung",
    "urteil", "artikel", "dokument", "entwurf", "stellungnahme", "resolution", "bescheid", "protokoll", "vertrag",
    "petition",
)  # fmt: skip
_CIRCLES: Final = ("kreisen", "umfeld", "lager", "reihen", "umgebung")
_ADDRESSED_BY_OBJECT: Final = frozenset(
    "auffordern beschuldigen bezichtigen bitten anweisen ermahnen ermuntern ermutigen warnen fragen ersuchen"
    " verdächtigen informieren zwingen aufrufen drängen beauftragen unterrichten erinnern anklagen".split()
)
_ADDRESSED_BY_DATIVE: Final = frozenset(
    "vorwerfen sagen mitteilen raten abraten empfehlen antworten versichern versprechen drohen vorhalten unterstellen"
    " zusichern zusagen befehlen verbieten untersagen erlauben erzählen erklären erläutern berichten zurufen entgegnen"
    " erwidern attestieren bescheinigen entgegenhalten verraten schreiben nahelegen vorschlagen anbieten garantieren"
    " gestehen bestätigen ausrichten signalisieren schildern ankündigen androhen offenbaren prophezeien einschärfen"
    " zuflüstern vorrechnen telegrafieren anvertrauen gebieten auftragen".split()
)
"""Verbs that take whom they speak to in the dative, so that a form that could be an accusative is one too."""

_NOT_ADDRESSING: Final = frozenset(
    "widersprechen zustimmen beipflichten folgen entsprechen gelten glauben trauen misstrauen danken gratulieren heißen"
    " stehen gehören entnehmen hinzufügen".split()
)
"""Verbs that report and whose dative is not spoken to."""

_NEEDING_OBJECT: Final = frozenset("vorwerfen unterstellen vorhalten attestieren bescheinigen androhen".split())
"""Verbs that say something to or of somebody: without a clause, their object is the last noun before them."""


@frozen
class Roles:
    """Who speaks, to whom, and through whom."""

    speaker: Mention | None
    addressee: tuple[Span, ...]
    via: tuple[Mention, ...]


def roles_of(context: Context, cue: VerbCue, previous: VerbCue | None) -> Roles:
    """Return the roles that the clause of a verb gives; ``previous`` is the report whose subject it shares.

    ``zitieren`` turns them round: its object speaks, its subject is the channel.
    """
    speaker = speaker_of(context, cue, previous)
    if cue.lemma == "zitieren":
        quoted = _quoted(context, cue, speaker)
        if quoted is not None:
            return quoted
    return Roles(speaker, addressee_of(context, cue, speaker), channels_of(context, cue, speaker))


def _quoted(context: Context, cue: VerbCue, subject: Mention | None) -> Roles | None:
    if cue.is_passive:
        speaker = _passive_subject(context, cue)
        return None if speaker is None else Roles(speaker, (), () if subject is None else (subject,))
    for word in cue.clause.words:
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word.index == cue.verb.index:
            continue
        if (subject is not None and subject.span.contains(word.span)) or is_time(word):
            continue
        if word.relation in ("flat", "flat:name", "appos", "conj", "nmod", "compound"):
            continue
        if case_of(context.sentence, word) in (None, "aus"):
            word = _writer(context, word) or word
            quoted = mention(context, word, cue.clause)
            return Roles(quoted, (), () if subject is None else (subject,))
    return None


def _writer(context: Context, word: Word) -> Word | None:
    """Return whose a quoted document is: *zitiert aus einem Brief Maybaums*."""
    if case_of(context.sentence, word) != "aus" or not is_document(word):
        return None
    below = context.sentence.children(word)
    return next((child for child in below if child.upos == "PROPN" and child.index > word.index), None)


def _passive_subject(context: Context, cue: VerbCue) -> Mention | None:
    for verb in (cue.verb, cue.clause.finite):
        subject = None if verb is None else context.sentence.child(verb, SUBJECTS)
        if subject is not None and subject in cue.clause.words:
            return mention(context, subject, cue.clause)
    return None


def speaker_of(context: Context, cue: VerbCue, previous: VerbCue | None = None) -> Mention | None:
    """Return who speaks by the verb's own clause: subject, *von*-phrase of a passive, source of *heißt es*.

    ``previous`` is the report whose subject the clause shares.
    """
    if previous is not None and not cue.is_passive:
        return speaker_of(context, previous)
    if cue.lemma in _SOURCE_VERBS:
        pronominal = _pronominal_source(context, cue)
        first = pronominal is not None and pronominal.head == cue.clause.words[0]
        source = pronominal if first else _source(context, cue) or pronominal
        if source is not None:
            return source
        if cue.lemma in ("heißen", "heissen") and any(word.text.lower() == "es" for word in cue.words):
            return None
    if cue.is_passive:
        return _agent(context, cue) or _written_source(context, cue)
    subject = _subject(context, cue)
    if subject is None or subject.text.lower() in ("es", "man"):
        return None
    spoken = mention(context, subject, cue.clause)
    beside = _named_beside(context, cue, spoken)
    return spoken if beside is None else evolve(spoken, span=beside[0])


def _named_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*.

    The second is a state, or a name that the text has elsewhere without the first.
    """
    if cue.lemma not in _ADDRESSED_BY_OBJECT | _ADDRESSED_BY_DATIVE or cue.is_passive:
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    chain = words[next((place for place, word in enumerate(words) if word.upos == "PROPN"), len(words)) :]
    if len(chain) < 2 or any(word.upos != "PROPN" for word in chain) or chain[-1].index - chain[0].index >= len(chain):
        return None
    for place in range(1, len(chain)):
        if not (chain[place - 1].text[:1].isupper() and chain[place].text[:1].isupper()):
            continue
        tail = context.text[chain[place].span.start : chain[-1].span.end]
        is_state = place == len(chain) - 1 and chain[place].text in load("places")
        if is_state or (place < len(chain) - 1 and _stands_elsewhere(context, chain[place - 1], tail)):
            second = Span(chain[place].span.start, chain[-1].span.end)
            return Span(spoken.span.start, chain[place - 1].span.end), second
    return None


def _stands_elsewhere(context: Context, before: Word, name: str) -> bool:
    """Say whether the text has a name of two words also without the word that stands before it here."""
    found = (match.start() for match in regex.finditer(rf"\b{regex.escape(name)}\b", context.text))
    return any(not context.text[:start].rstrip().endswith(before.text) for start in found)


def mention(context: Context, head: Word, clause: Clause | None, *, whole: bool = False) -> Mention:
    """Return the phrase around a head as a mention, kept within its clause; with ``whole`` the clause is the phrase."""
    if whole and clause is not None:
        trimmed = context.trimmed(clause.start, clause.end)
        if trimmed is not None:
            return Mention(_unmarked(context, context.span(*trimmed)), head, context.number)
    words = _front(context, head, clause)
    if not words:
        words = noun_phrase(context.sentence, head, _limit(context, head, clause), placed=True)
        words = _with_partitive(context, _with_origin(context, words, clause), clause)
        words = _with_particle(context, words, clause)
    words = with_apposition(context, words)
    return Mention(_unmarked(context, mention_span(context.sentence, words)), head, context.number)


def _with_origin(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a phrase with where its person belongs: *sagte Priya Nair | vom Bankhaus Thal*, *eine Frau | aus Bern*."""
    last = words[-1].index
    if clause is None or clause.finite is None or last + 2 > clause.end or words[0].index < clause.finite.index:
        return words
    preposition = context.word(last + 1)
    named = preposition.text.lower() == "aus" or (
        preposition.text.lower() == "von" and preposition.span == context.word(last + 2).span
    )
    if not named or lemma_of(clause.finite) in _TAKING_FROM or words[-1].upos not in ("NOUN", "PROPN"):
        return words
    own = {word.index for word in clause.words}
    place = last + 2
    while place in own and context.word(place).upos in ("DET", "ADJ", "NUM"):
        place += 1
    if place not in own or context.word(place).upos not in ("NOUN", "PROPN") or is_time(context.word(place)):
        return words
    inner = noun_phrase(context.sentence, context.word(place), (last + 2, clause.end))
    return context.words(words[0].index, inner[-1].index)


def _with_particle(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a surname with the particle between the verb and it: *sagte | von Rabenau*."""
    first = words[0].index
    if clause is None or clause.finite is None or first != clause.finite.index + 2 or words[0].upos != "PROPN":
        return words
    particle = context.word(first - 1)
    return (particle, *words) if particle.text in _NAME_PARTICLES else words


def _with_partitive(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a pronoun with the whole it is one of: *eine | der beiden*, *einer | seiner Vorgänger*."""
    last = words[-1]
    if clause is None or last.text.lower() not in STANDING_ALONE or last.index + 2 > clause.end:
        return words
    article, noun = context.word(last.index + 1), context.word(last.index + 2)
    if article.text.lower() not in ("der", "seiner", "ihrer", "dieser", "unserer") or noun not in clause.words:
        return words
    if noun.text.lower() in ("beiden", "drei", "vier"):
        return context.words(words[0].index, noun.index)
    if noun.upos not in ("NOUN", "ADJ", "PROPN"):
        return words
    inner = noun_phrase(context.sentence, _noun_after(clause, article) or noun, (article.index, clause.end))
    return context.words(words[0].index, inner[-1].index)


def _unmarked(context: Context, span: Span) -> Span:
    """Return a mention that is a marked name without its marks."""
    for placed in context.passages:
        if placed.passage.marked.span == span:
            return Span(placed.passage.marked.content_spans[0].start, placed.passage.marked.content_spans[-1].end)
    return span


def _front(context: Context, head: Word, clause: Clause | None) -> tuple[Word, ...]:
    """Return the field before the finite verb if the head fills it: in a main clause one phrase stands there alone.

    ``Die Bürgerliste im Gemeinderat argumentierte, …``: everything before the verb is the subject, its relative
    clauses aside.
    """
    if clause is None or clause.kind != "main" or clause.finite is None or head.index >= clause.finite.index:
        return ()
    words = [word for word in clause.words if word.index < clause.finite.index and not word.masked]
    while words and (words[0].upos in ("CCONJ", "PUNCT") or (words[0].upos == "ADV" and len(words) > 1)):
        words = words[1:]
    while words and words[-1].upos in ("ADV", "PUNCT", "PART") and words[-1] != head and not _closes(words):
        words = words[:-1]
    if not words or words[0].upos in ("ADP", "SCONJ") or words[0].relation in ("case", "mark"):
        return ()
    if any(word.upos in ("VERB", "AUX") and word.features.get("VerbForm") != "Part" for word in words):
        return ()
    contiguous = _contiguous(context, words)
    return contiguous if head in contiguous else ()


def _closes(words: list[Word]) -> bool:
    """Say whether the last word is a bracket or mark that closes one among the words."""
    opener = _CLOSING.get(words[-1].text)
    return opener is not None and any(word.text == opener for word in words)


def _contiguous(context: Context, words: list[Word]) -> tuple[Word, ...]:
    """Return the words up to the first relative clause among them, with the punctuation between."""
    last = words[0].index
    for word in words[1:]:
        between = context.words(last + 1, word.index - 1)
        if any(other.upos != "PUNCT" for other in between):
            break
        last = word.index
    return context.words(words[0].index, last)


def _limit(context: Context, head: Word, clause: Clause | None) -> tuple[int, int] | None:
    """Return the stretch around a head in which no verb of its clause stands."""
    if clause is None:
        return None
    first, last = clause.start, clause.end
    for word in clause.words:
        if word.upos in ("VERB", "AUX") and word.features.get("VerbForm") != "Part" and not word.masked:
            if word.index < head.index:
                first = max(first, word.index + 1)
            elif word.index > head.index:
                last = min(last, word.index - 1)
    if not first <= head.index <= last:
        return None
    return first, last


def _subject(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the verb: an unmistakable pronoun, the tree's if it agrees, else the first nominative."""
    pronoun = _nominative_pronoun(cue) or _relative_pronoun(context, cue) or _one_of_two(context, cue)
    if pronoun is not None:
        return pronoun
    joined = context.sentence.head(cue.verb) if cue.verb.relation in COORDINATIONS else None
    verbs = [verb for verb in (cue.verb, cue.clause.finite, joined) if verb is not None and verb in cue.clause.words]
    children = [child for verb in verbs for child in context.sentence.children(verb, SUBJECTS)]
    heads = [head for child in children if (head := _content_head(context, child, cue)) is not None]
    agreeing = [head for head in heads if _agrees(context, head, cue.clause.finite)]
    return (
        next(iter(agreeing), None)
        or _front_nominal(context, cue)
        or _nominative(context, cue)
        or next(iter(heads), None)
        or _behind_first_verb(context, cue)
        or _behind_dative(context, cue)
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
    if after is not None and after.text in _NAME_PARTICLES and finite.index + 2 in own:
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
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "PRON") and can_speak(word)]
    own = {word.index for word in words}
    tops = [word for word in nouns if word.head not in own] or nouns
    return next((word for word in tops if _agrees(context, word, finite) and not _is_governed(context, word)), None)


def _nominative_pronoun(cue: VerbCue) -> Word | None:
    """Return *er*, *ich* or *wir* beside the finite verb: nothing else can be its subject."""
    finite = cue.clause.finite
    if finite is None:
        return None
    for word in cue.clause.words:
        near = abs(word.index - finite.index) == 1
        if near and word.text.lower() in ("er", "ich", "wir") and not word.masked:
            return word
        if word.index == finite.index + 1 and word.text == "sie" and _opens_with_dative(cue):
            return word
    return None


def _one_of_two(context: Context, cue: VerbCue) -> Word | None:
    """Return the adjective that alone is the subject: *Der ältere, bis Mai Chefarzt, hatte zugesichert, …*."""
    article = cue.clause.words[0]
    if cue.clause.kind != "main" or article.text not in ("Der", "Die") or article.index + 2 > context.length:
        return None
    adjective, following = context.word(article.index + 1), context.word(article.index + 2)
    closes = following.text == "," or following == cue.clause.finite
    return adjective if closes and adjective.text in _APART else None


def _opens_with_dative(cue: VerbCue) -> bool:
    """Say whether a feminine opens the clause of a verb that takes a dative: *Der Behörde bescheinigte sie Umsicht*."""
    first, second = cue.clause.words[0], cue.clause.words[min(1, len(cue.clause.words) - 1)]
    feminine = gender_by_end(second.text) == "Fem" or second.text.endswith("in")
    return first.text == "Der" and feminine and cue.lemma in _ADDRESSED_BY_DATIVE


def _relative_pronoun(context: Context, cue: VerbCue) -> Word | None:
    """Return *der* or *die* at the start of a relative clause that has no other subject: *die der Rätin vorwarf, …*."""
    clause, finite = cue.clause, cue.clause.finite
    first = next((word for word in clause.words if word.upos not in ("PUNCT", "CCONJ")), None)
    if (
        clause.kind != "relative"
        or first is None
        or finite is None
        or first.text.lower() not in ("der", "die", "welcher", "welche")
    ):
        return None
    if first.upos not in ("PRON", "DET") or first.features.get("Case") in ("Dat", "Gen", "Acc"):
        return None
    others = [word for word in clause.words if word != first]
    if any(word.text.lower() in ("er", "sie", "man", "ich", "wir") for word in others):
        return None
    rivals = [word for word in others if word.relation in SUBJECTS and _has_nominative_article(context, word)]
    return None if rivals else first


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
    if child.text.lower() in STANDING_ALONE and not _opens_phrase(context, child):
        return None if _is_governed(context, child) else child
    if child.upos in ("DET", "ADJ") or (child.upos == "PRON" and child.text.lower() in ("der", "die", "das")):
        noun = _noun_after(cue.clause, child)
        if noun is not None:
            child = noun
    return None if _is_governed(context, child) else child


def has_oblique_article(context: Context, word: Word) -> bool:
    """Say whether an article can be of no nominative: *Einen „Witz“ nannte Ott den Plan*."""
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.index < word.index and article.text.lower() in _OBLIQUE_FORMS


def _opens_phrase(context: Context, word: Word) -> bool:
    """Say whether a noun or its attribute follows right away."""
    return word.index < context.length and context.word(word.index + 1).upos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def _is_governed(context: Context, word: Word) -> bool:
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


def _noun_after(clause: Clause, word: Word) -> Word | None:
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
    number = (article or word).features.get("Number") or word.features.get("Number")
    return number != "Plur"


def can_speak(word: Word) -> bool:
    """Say whether a subject may be a speaker: a nominal, no time, no *das* that points back."""
    if word.text.lower() in _NOT_SUBJECTS:
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
            return None if _opens_phrase(context, word) else word
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word == cue.verb or not can_speak(word):
            continue
        oblique = word.features.get("Case") not in (None, "Nom") and not _is_masculine_nominative(context, word)
        if oblique or word.features.get("Reflex") == "Yes":
            continue
        if _is_governed(context, word) or _is_inner(context, word, cue) or word in cue.words:
            continue
        if _agrees(context, word, finite):
            return word
    return None


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


def _behind_first_verb(context: Context, cue: VerbCue) -> Word | None:
    """Return the noun right behind a verb that begins its clause, whatever the tree makes of it: *…, klagte Ott*."""
    clause, finite = cue.clause, cue.clause.finite
    if finite is None or clause.words[0] != finite or len(clause.words) < 2:
        return None
    first = clause.words[1]
    if first.text in STANDING_ALONE and not _opens_phrase(context, first):
        return first
    noun = first if first.upos in ("NOUN", "PROPN") else _noun_after(clause, first) if first.upos == "DET" else None
    if noun is None or not can_speak(noun) or has_oblique_article(context, noun) or _is_governed(context, noun):
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
            noun = _noun_after(cue.clause, article)
            return noun if noun is not None and _agrees(context, noun, finite) else None
    return None


def _shared_subject(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the conjunct before: *Sie begrüßte das und forderte, …*."""
    clause = cue.clause
    first = clause.words[0]
    if clause.kind != "verb_first" and first.text.lower() not in ("und", "aber", "sondern", "oder"):
        return None
    for other in reversed([other for other in context.clauses.all if other.start < clause.start]):
        if other.kind in ("main", "verb_first") and other.finite is not None:
            own = {word.index for word in other.words}
            for word in other.words:
                if word.relation in SUBJECTS and word.head in own and not word.masked:
                    return word
    return None


def _agent(context: Context, cue: VerbCue) -> Mention | None:
    for word in cue.clause.words:
        if word.text.lower() in ("von", "vom") and word.upos == "ADP":
            head = _behind_article(context, word, cue.clause) or context.sentence.head(word)
            if head is None or head.upos not in ("NOUN", "PROPN", "PRON"):
                continue
            if head.head in _verb_places(cue):
                return mention(context, head, cue.clause)
    return None


def _behind_article(context: Context, preposition: Word, clause: Clause) -> Word | None:
    """Return the noun of *von einem auf Schifffahrt spezialisierten Magazin*, whose attribute holds a phrase."""
    if preposition.index + 3 > clause.end or context.word(preposition.index + 2).upos != "ADP":
        return None
    if context.word(preposition.index + 1).upos != "DET":
        return None
    place = noun_of_article(context.sentence, preposition.index + 1, clause.end)
    return None if place is None else context.word(place)


def _written_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return where something is demanded or told: *In dem Schreiben wird gefordert*, *wie im Umfeld erzählt wird*."""
    for word in cue.clause.words:
        source = is_document(word) or word.text.lower().endswith(_CIRCLES)
        if word.upos == "NOUN" and case_of(context.sentence, word) in ("in", "im", "aus") and source:
            return mention(context, word, cue.clause)
    return None


def is_document(word: Word) -> bool:
    """Say whether a noun names something written."""
    return word.text.lower().endswith(_DOCUMENTS)


def _source(context: Context, cue: VerbCue) -> Mention | None:
    for word in cue.clause.words:
        if word.upos in ("NOUN", "PROPN") and case_of(context.sentence, word) in _SOURCE_PREPOSITIONS:
            if _is_relied_on(context, word):
                continue
            head = context.sentence.head(word)
            if head is not None and head.upos == "ADJ" and head.index == word.index + 1:
                word, head = context.sentence.head(head) or word, None  # 240 Seiten starker Bericht
            if head is None or head.upos not in ("NOUN", "PROPN"):
                return mention(context, word, cue.clause)
    return None


def _is_relied_on(context: Context, word: Word) -> bool:
    """Say whether a source only passes on another: *unter Berufung auf Dokumente*."""
    before = context.words(max(1, word.index - 4), word.index - 1)
    return any(other.text in ("Berufung", "Verweis", "Hinweis", "Bezug") for other in before)


def _pronominal_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return *darin* of *Darin heißt es*, which takes up a document."""
    for word in cue.clause.words:
        if word.text.lower() in ("darin", "hierin") and not word.masked:
            return Mention(word.span, word, context.number, is_adverb=True)
    return None


def addressee_of(context: Context, cue: VerbCue, speaker: Mention | None) -> tuple[Span, ...]:
    """Return who is spoken to: dative or object of verbs that take one, *gegenüber X*; media are channels."""
    for word in _addressed(context, cue, speaker):
        if not is_medium(word):
            words = noun_phrase(context.sentence, word, _limit(context, word, cue.clause), placed=True)
            words = _before_topic(cue, _without_object(context, cue, words))
            if not _is_behind_preposition(context, words):
                return (mention_span(context.sentence, words),)
        if case_of(context.sentence, word) == "gegenüber":
            return (
                mention_span(context.sentence, noun_phrase(context.sentence, word, _limit(context, word, cue.clause))),
            )
    subject = None if cue.is_passive or speaker is None else mention(context, speaker.head, cue.clause)
    beside = None if subject is None or speaker is None else _named_beside(context, cue, subject)
    return () if beside is None or speaker is None or beside[0] != speaker.span else (beside[1],)


def _before_topic(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an addressee without what is spoken of: *sprach gegenüber Journalisten | von einem Erfolg*."""
    if cue.lemma not in ("sprechen", "reden", "berichten", "erzählen"):
        return words
    places = [place for place, word in enumerate(words) if word.text.lower() in ("von", "vom", "über")]
    return words[: places[0]] if places and places[0] else words


def _is_behind_preposition(context: Context, words: tuple[Word, ...]) -> bool:
    """Say whether a preposition stands right before a phrase, wherever the parser put it: *mit folgenden Worten*."""
    if words[0].index == 1:
        return False
    before = context.word(words[0].index - 1)
    return before.upos == "ADP" and before.text.lower() not in ("gegenüber", "an") and before.relation in CASE_MARKERS


def _without_object(context: Context, cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an addressee without the object that stands beside it: *wirft dem Bürgermeister | Untreue vor*."""
    if cue.lemma not in _NEEDING_OBJECT or len(words) < 3 or any(map(_is_complement(cue), context.clauses.all)):
        return words
    last, before = words[-1], words[-2]
    beside = last.upos in ("NOUN", "PROPN") and before.upos in ("NOUN", "PROPN") and words[0].upos == "DET"
    taken = any(
        word.upos in ("NOUN", "PROPN") and word.relation == "obj" and word not in words for word in cue.clause.words
    )
    return words[:-1] if beside and not taken else words


def _is_complement(cue: VerbCue) -> Callable[[Clause], bool]:
    return lambda clause: clause.start > cue.clause.start and clause.kind in ("subordinate", "infinitive", "main")


def channels_of(context: Context, cue: VerbCue, speaker: Mention | None) -> tuple[Mention, ...]:
    """Return the media spoken to in the dative: ``sagte X der dpa``."""
    return tuple(
        mention(context, word, cue.clause)
        for word in _addressed(context, cue, speaker)
        if is_medium(word) and case_of(context.sentence, word) is None
    )


def _addressed(context: Context, cue: VerbCue, speaker: Mention | None) -> list[Word]:
    found = []
    for word in cue.clause.words:
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word.features.get("Reflex") == "Yes":
            continue
        if is_time(word) or word.text.lower() in _NOT_SUBJECTS | {"sich"} or word == cue.verb:
            continue
        if speaker is not None and speaker.span.contains(word.span):
            continue
        if _is_addressed(context, cue, word, speaker):
            found.append(word)
    return found


def _is_addressed(context: Context, cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    preposition = case_of(context.sentence, word)
    if preposition == "gegenüber":
        return True
    if preposition is not None:
        return preposition == "an" and cue.lemma in ("appellieren", "wenden", "schreiben", "richten")
    if word.relation in ("appos", "flat", "flat:name", "conj", "compound"):
        return False
    if cue.lemma in _ADDRESSED_BY_OBJECT:
        return _is_object_of(context, cue, word)
    if is_medium(word) and cue.grants("i") and _is_behind_subject(cue, word, speaker):
        article = context.sentence.child(word, DETERMINERS)
        return article is not None and article.text.lower() in ("der", "dem", "einer", "einem")
    if not cue.licenses or cue.lemma in _NOT_ADDRESSING or _depends_on_preposition(context, word):
        return False
    if cue.lemma in _ADDRESSED_BY_DATIVE and cue.is_passive and word.upos == "PROPN" and word.relation in SUBJECTS:
        return True
    if cue.lemma in _ADDRESSED_BY_DATIVE:
        return _is_dative(context, word) or _is_second_subject(context, cue, word, speaker)
    return _is_unmistakable_dative(context, word)


def _is_object_of(context: Context, cue: VerbCue, word: Word) -> bool:
    """Say whether a noun is the object of a verb that takes whom it speaks to in the accusative."""
    if cue.is_passive:
        return word.relation in SUBJECTS
    head = context.sentence.head(word)
    if head is None or head.index not in _verb_places(cue):
        return False
    return word.relation in ("obj", "iobj", "obl:arg") or word.relation in SUBJECTS


def _is_second_subject(context: Context, cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a feminine that the parser took for one more subject is a dative: *Der Kläger wirft der Bank vor*."""
    article = context.sentence.child(word, DETERMINERS)
    head = context.sentence.head(word)
    if speaker is None or article is None or head is None or head.index not in _verb_places(cue):
        return False
    if context.separator_before(article.index) == ",":
        return False
    return article.text.lower() in _DATIVE_FEMININES and word.relation in (*SUBJECTS, "obj", "iobj", "obl:arg")


def _is_behind_subject(cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a medium stands behind the verb, or behind its subject in a clause that ends in the verb."""
    if word.index > cue.verb.index:
        return not _is_its_own_speaker(cue, word)
    final = cue.clause.opener is not None
    return final and speaker is not None and speaker.span.end <= word.span.start


def _is_unmistakable_dative(context: Context, word: Word) -> bool:
    """Say whether the article or pronoun can be nothing but a dative: *dem*, *einem*, *ihm*, *ihnen*."""
    if word.upos == "PRON":
        return word.text.lower() in ("ihm", "ihnen")
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.text.lower().endswith("em")


def _is_dative(context: Context, word: Word) -> bool:
    """Say whether a noun is a dative: by its form where that is unmistakable, else by the tagger.

    The plural with *den* or *seinen* ends in -n (*den Prüfern*); *dem*, *einem* and their like are nothing else.
    """
    form = word.text.lower()
    if word.upos == "PRON":
        return form in ("ihm", "ihnen", "ihr", "mir", "dir", "uns", "denen") or word.features.get("Case") == "Dat"
    article = context.sentence.child(word, DETERMINERS)
    if article is not None:
        if article.text.lower().endswith("em"):
            return True
        if article.text.lower().endswith("en"):
            plural = form.endswith("n") or (article.text.lower() == "den" and word.upos == "PROPN")
            return plural and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS)
    elif form.endswith("n") and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS) and _has_strong_dative(context, word):
        return True
    return word.features.get("Case") == "Dat"


def _has_strong_dative(context: Context, word: Word) -> bool:
    """Say whether the adjective of a plural without article shows the dative: *empfiehlt älteren Menschen*."""
    before = [child for child in context.sentence.children(word) if child.index == word.index - 1]
    return any(child.upos == "ADJ" and child.text.endswith("en") and child.text.islower() for child in before)


def _is_its_own_speaker(cue: VerbCue, word: Word) -> bool:
    """Say whether nothing stands between the verb and the medium, so it may be the subject: *meldete der Sender*."""
    between = [other for other in cue.clause.words if cue.verb.index < other.index < word.index]
    return cue.clause.words[0] == cue.clause.finite and not any(
        other.upos in ("NOUN", "PROPN", "PRON") for other in between
    )


def _verb_places(cue: VerbCue) -> set[int]:
    return {cue.verb.index, cue.clause.finite.index if cue.clause.finite else 0}


def _depends_on_preposition(context: Context, word: Word) -> bool:
    head = context.sentence.head(word)
    return head is not None and head.upos in ("NOUN", "PROPN") and case_of(context.sentence, head) is not None
