"""Speakers and addressees of a reporting verb: its subject, its agent, its source; its dative."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import regex
from attrs import evolve, frozen

from quotetrack.clauses import Clause
from quotetrack.cues import PASSIVE_FORMS, VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.phrases import case_of, is_medium, is_time, mention_span, noun_of_article, noun_phrase
from quotetrack.quotes.appositions import with_apposition, with_name_before
from quotetrack.quotes.context import Context
from quotetrack.quotes.extents import before_act, label, whole_names, with_origin, without_object
from quotetrack.quotes.model import Mention
from quotetrack.quotes.subjects import (
    ADDRESSED_BY_DATIVE,
    ADDRESSED_BY_OBJECT,
    DATIVE_FEMININES,
    NAME_PARTICLES,
    NOT_SUBJECTS,
    STANDING_ALONE,
    can_speak,
    noun_after,
    speaks,
    subject_of,
)
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, SUBJECTS, Word

_SOURCE_VERBS: Final = frozenset({"heißen", "heissen", "hervorgehen", "verlauten", "stehen", "hören", "erfahren"})
_HEARERS: Final = ("presse", "medien", "publikum", "journalisten", "reportern", "medienvertretern", "öffentlichkeit")
"""Ends of nouns for those before whom somebody says something."""
_TALK: Final = "Rede sein"
"""*In dem Papier ist von „Mängeln“ die Rede*: its subject speaks of nobody."""
_DATIVE_RELATIONS: Final = ("obj", "iobj", "obl:arg", "obl", "nmod")
_COMING: Final = frozenset({"kommen", "vorliegen", "liegen", "stammen", "eintreffen", "ausgehen", "geben"})
"""Verbs that say of a statement from whom it is."""


TOLD_OF: Final = frozenset({"sprechen", "berichten", "ausgehen", "erzählen", "reden", "schwärmen", "träumen"})
"""Verbs that take what they tell of with *von*."""
_SOURCE_PREPOSITIONS: Final = frozenset({"in", "im", "aus", "auf", "laut", "seitens", "bei", "beim", "von", "vom"})
_CLOSING: Final = {")": "(", "]": "[", "“": "„", "»": "«", "«": "»", "‘": "‚", "›": "‹", "‹": "›"}
_FOCUSING: Final = frozenset({"einzig", "allein", "nur", "auch", "selbst", "sogar", "lediglich", "ausgerechnet"})
_DOCUMENTS: Final = (
    "bericht", "berichte", "schreiben", "brief", "studie", "gutachten", "papier", "erklärung", "mitteilung", "meldung",
    "urteil", "artikel", "dokument", "entwurf", "stellungnahme", "resolution", "bescheid", "protokoll", "vertrag",
    "petition",
)  # fmt: skip
_STANDINGS: Final = frozenset(
    "Angebot Einklang Fokus Konflikt Konkurrenz Kontakt Kritik Mittelpunkt Raum Schatten Stau Verbindung Verdacht"
    " Verhältnis Vordergrund Weg Wege Wettbewerb Widerspruch Zeichen Zentrum Zusammenhang Zusammenhange".split()
)
"""What something may stand in without being written there: *Vorwürfe stehen im Raum*."""
_ESCAPING: Final = frozenset("entfuhr entfährt entschlüpfte entschlüpft entwischte platzte platzt brach bricht".split())
"""Forms of verbs whose *es* is what somebody says without having meant to."""
_CIRCLES: Final = ("kreisen", "umfeld", "lager", "reihen", "umgebung")

_NOT_ADDRESSING: Final = frozenset(
    "widersprechen zustimmen beipflichten folgen entsprechen gelten glauben trauen misstrauen danken gratulieren heißen"
    " stehen gehören entnehmen hinzufügen".split()
)
"""Verbs that report and whose dative is not spoken to."""

#: Two syllables or more: what is no syllable of a Korean given name.
_TWO_SYLLABLES_RE: Final = regex.compile(r"[aeiouyäöü][^aeiouyäöü]+[aeiouyäöü]", regex.IGNORECASE)
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
        quoted = _quoted_behind_medium(context, cue, speaker) or _quoted(context, cue, speaker)
        if quoted is not None:
            return quoted
    return Roles(speaker, addressee_of(context, cue, speaker), channels_of(context, cue, speaker))


def _quoted_behind_medium(context: Context, cue: VerbCue, subject: Mention | None) -> Roles | None:
    """Return the roles where the medium and whom it quotes stand side by side: *zitiert die „Rundschau“ | Lenz*."""
    if subject is None or cue.is_passive:
        return None
    words = [word for word in context.sentence.words if subject.span.contains(word.span)]
    for before, word in pairwise(words):
        medium = before.text in _CLOSING or "." in before.text[1:-1]
        person = word.upos == "PROPN" or is_person_noun(word.text)
        if not (medium and person) or any(other.upos == "ADP" for other in words):
            continue
        whole = context.span(words[0].index, before.index)
        channel = evolve(subject, span=whole)
        quoted = Mention(context.span(word.index, words[-1].index), word, context.number)
        return Roles(quoted, (), (channel,))
    return None


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
    if cue.lemma == _TALK:
        return _talking(context, cue)
    if cue.lemma in _SOURCE_VERBS:
        pronominal = _pronominal_source(context, cue) or _relative_source(context, cue)
        first = pronominal is not None and pronominal.head == cue.clause.words[0]
        source = pronominal if first else _source(context, cue) or pronominal
        if source is not None:
            return source
        if cue.lemma in ("heißen", "heissen") and any(word.text.lower() == "es" for word in cue.words):
            return None
    escaped = _whom_it_escaped(context, cue)
    if escaped is not None:
        return escaped
    if cue.is_passive:
        return _agent(context, cue) or _written_source(context, cue)
    subject = subject_of(context, cue)
    if subject is None or subject.text == "es":
        subject = _behind_es(context, cue) or _behind_das(context, cue)
    if subject is None or subject.text.lower() in ("es", "man"):
        return None
    sender = _sender(context, cue, subject)
    if sender is not None:
        return sender
    spoken = mention(context, subject, cue.clause)
    beside = _named_beside(context, cue, spoken)
    return spoken if beside is None else evolve(spoken, span=beside[0])


def _whom_it_escaped(context: Context, cue: VerbCue) -> Mention | None:
    """Return whose words escaped: *„Nie“, entfuhr es der Wirtin*, *platzte es aus ihr heraus*."""
    words = cue.clause.words
    es = next((place for place, word in enumerate(words) if word.text == "es" and not word.masked), None)
    if es is None or cue.verb.text not in _ESCAPING:
        return None
    for word in words[es + 1 :]:
        if word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word):
            return mention(context, word, cue.clause)
    return None


def _behind_es(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject behind an object *es*: *so berichten es mehrere Gäste*."""
    words = cue.clause.words
    es = next((place for place, word in enumerate(words) if word.text == "es" and not word.masked), None)
    return (
        None if es is None or words[0].text.lower() not in ("so", "wie") else _nominative_in(context, words[es + 1 :])
    )


def _behind_das(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject behind an object *das* in front: *…, das bestätigte die Bank*."""
    words = cue.clause.words
    if len(words) < 3 or words[0].text.lower() not in ("das", "dies") or words[1] != cue.clause.finite:
        return None
    return _nominative_in(context, words[2:])


def _nominative_in(context: Context, words: Sequence[Word]) -> Word | None:
    """Return the first noun or name if it may speak and no preposition governs it."""
    first = next((word for word in words if word.upos in ("NOUN", "PROPN")), None)
    plain = first is not None and speaks(first) and can_speak(first) and case_of(context.sentence, first) is None
    return first if plain else None


def _sender(context: Context, cue: VerbCue, subject: Word) -> Mention | None:
    """Return from whom a statement comes that is the subject: *Von der Polizei kam die Information, …*."""
    noun = noun_of(subject.text)
    if cue.lemma not in _COMING or subject.upos != "NOUN" or noun is None or noun.kind not in ("statement", "document"):
        return None
    first = cue.clause.words[0]
    if first.text not in ("Von", "Vom") or cue.clause.kind != "main":
        return None
    head = context.sentence.head(first)
    spoken = head is not None and head in cue.clause.words and head.index < subject.index and can_speak(head)
    return mention(context, head, cue.clause) if spoken and head is not None and speaks(head) else None


def _named_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*.

    The second is a state, a name that the text has elsewhere without the first, or a given name and surname behind a
    surname that the text has elsewhere without them.
    """
    if cue.lemma not in ADDRESSED_BY_OBJECT | ADDRESSED_BY_DATIVE or cue.is_passive:
        return None
    finite = cue.clause.finite
    if finite is not None and spoken.head.index < finite.index and cue.lemma not in _NEEDING_OBJECT:
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
        is_another = place < len(chain) - 1 and (
            _stands_elsewhere(context, chain[place - 1], tail) or _begins_name(context, chain[place - 1], chain[place])
        )
        if is_state or is_another:
            second = Span(chain[place].span.start, chain[-1].span.end)
            return Span(spoken.span.start, chain[place - 1].span.end), second
    return None


def _begins_name(context: Context, surname: Word, given: Word) -> bool:
    """Say whether a given name behind a surname begins the name of somebody else: *versicherte Amann Reto Zgraggen*."""
    is_plain = noun_of(surname.text) is None and not is_given_name(surname.text)
    if not is_given_name(given.text) or not is_plain:
        return False
    if surname.text.casefold() in load("korean_surnames"):
        return _TWO_SYLLABLES_RE.search(given.text) is not None
    before = regex.finditer(rf"\b([\p{{L}}-]+)\s+{regex.escape(surname.text)}\b", context.text)
    return any(is_given_name(match[1]) for match in before)


def _stands_elsewhere(context: Context, before: Word, name: str) -> bool:
    """Say whether the text has a name of two words also without the word that stands before it here."""
    found = (match.start() for match in regex.finditer(rf"\b{regex.escape(name)}\b", context.text))
    return any(not context.text[:start].rstrip().endswith(before.text) for start in found)


def mention(context: Context, head: Word, clause: Clause | None, *, whole: bool = False) -> Mention:
    """Return the phrase around a head as a mention, kept within its clause; with ``whole`` the clause is the phrase."""
    if whole and clause is not None:
        trimmed = context.trimmed(*label(context, clause.start, clause.end))
        if trimmed is not None:
            return _labelled(context, head, *trimmed)
    words = _front(context, head, clause)
    if not words:
        words = noun_phrase(context.sentence, head, _limit(context, head, clause), placed=True)
        words = without_object(context, words, clause)
        words = _with_partitive(context, with_origin(context, words, clause), clause)
        words = with_name_before(context, _with_particle(context, words, clause), clause)
        if clause is not None and clause.kind == "relative" and words[0] == clause.opener and len(words) > 1:
            words = words[1:]
    words = whole_names(context, with_apposition(context, before_act(context, words), clause))
    words = _without_first(words)
    return Mention(_unmarked(context, mention_span(context.sentence, words)), head, context.number)


def _without_first(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without what only leads to it: *einzig | Norda*, *von Seiten | der Delegation*."""
    leads = words[0].text.lower() in _FOCUSING or (words[0].text == "Seiten" and words[-1] != words[0])
    return words[1:] if leads and len(words) > 1 else words


def _labelled(context: Context, head: Word, first: int, last: int) -> Mention:
    """Return who is named before a colon; the head is the first noun if the given one is left out."""
    words = context.words(first, last)
    nouns = [word for word in words if word.upos in ("NOUN", "PROPN", "PRON")]
    return Mention(
        _unmarked(context, mention_span(context.sentence, words)),
        head if head in words or not nouns else nouns[0],
        context.number,
    )


def _with_particle(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a surname with the particle between the verb and it: *sagte | von Rabenau*."""
    first = words[0].index
    if clause is None or clause.finite is None or first != clause.finite.index + 2 or words[0].upos != "PROPN":
        return words
    particle = context.word(first - 1)
    named = particle.text in NAME_PARTICLES and clause.finite.text.lower() not in PASSIVE_FORMS
    return (particle, *words) if named else words


def _with_partitive(context: Context, words: tuple[Word, ...], clause: Clause | None) -> tuple[Word, ...]:
    """Return a pronoun with the whole it is one of: *eine | der beiden*, *einer | seiner Vorgänger*."""
    last = words[-1]
    if clause is None or last.text.lower() not in STANDING_ALONE or last.index + 2 > clause.end:
        return words
    article, noun = context.word(last.index + 1), context.word(last.index + 2)
    if article.text.lower() not in ("der", "seiner", "ihrer", "dieser", "unserer") or noun not in clause.words:
        return words
    if noun.text.lower() in ("beiden", "drei", "vier"):
        behind = context.word(noun.index + 1) if noun.index < clause.end else noun
        return context.words(words[0].index, behind.index if behind.upos in ("NOUN", "PROPN") else noun.index)
    if noun.upos not in ("NOUN", "ADJ", "PROPN"):
        return words
    inner = noun_phrase(context.sentence, noun_after(clause, article) or noun, (article.index, clause.end))
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
    while words and _drops_first(words):
        words = words[1:]
    while words and words[-1].upos in ("ADV", "PUNCT", "PART") and words[-1] != head and not _closes(words):
        words = words[:-1]
    if not words or words[0].upos in ("ADP", "SCONJ") or words[0].relation in ("case", "mark"):
        return ()
    if any(_is_verb_form(word) and context.passage_at(word.index) is None for word in words):
        return ()
    contiguous = _contiguous(context, words)
    return contiguous if head in contiguous else ()


def _is_verb_form(word: Word) -> bool:
    return word.upos in ("VERB", "AUX") and word.features.get("VerbForm") != "Part"


def _drops_first(words: list[Word]) -> bool:
    """Say whether the first word is none of the phrase: a conjunction, an adverb, a mark that nothing closes."""
    first = words[0]
    if first.upos == "PUNCT":
        return not any(_CLOSING.get(word.text) == first.text for word in words)
    focused = first.text.lower() in _FOCUSING and len(words) > 1
    if first.text.lower() in ("sowohl", "weder"):
        return False
    return first.upos == "CCONJ" or (first.upos == "ADV" and len(words) > 1) or focused


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


def _agent(context: Context, cue: VerbCue) -> Mention | None:
    """Return who acts in a passive; of what is only spoken (*Von Streit wird gesprochen*) is nobody who speaks."""
    for word in cue.clause.words:
        if word.text.lower() in ("von", "vom") and word.upos == "ADP":
            head = _behind_article(context, word, cue.clause) or _top(context, context.sentence.head(word))
            if head is None or head.upos not in ("NOUN", "PROPN", "PRON"):
                continue
            if cue.lemma in TOLD_OF and not (speaks(head) and can_speak(head) and noun_of(head.text) is not None):
                continue
            if head.head in _verb_places(cue):
                return mention(context, head, cue.clause)
    return None


def _top(context: Context, word: Word | None) -> Word | None:
    """Return the noun that has a genitive in front: the son of *von Petrows Sohn*."""
    head = None if word is None else context.sentence.head(word)
    if word is None or head is None or head.upos != "NOUN" or head.index != word.index + 1:
        return word
    return head if word.upos == "PROPN" and word.text.endswith(("s", "'", "’")) else word


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


def _talking(context: Context, cue: VerbCue) -> Mention | None:
    """Return what something is talked of in: *In der Richtlinie ist von „Mängeln“ die Rede*."""
    for word in cue.clause.words:
        place = word.upos == "NOUN" and word != cue.verb and word not in cue.words and not is_time(word)
        if place and case_of(context.sentence, word) in ("in", "im") and context.passage_at(word.index) is None:
            return mention(context, word, cue.clause)
    return _relative_source(context, cue) or _written_source(context, cue)


def is_document(word: Word) -> bool:
    """Say whether a noun names something written."""
    return word.text.lower().endswith(_DOCUMENTS)


def _source(context: Context, cue: VerbCue) -> Mention | None:
    for word in cue.clause.words:
        among = case_of(context.sentence, word) == "unter" and _are_people(word)
        if word.upos in ("NOUN", "PROPN") and (among or case_of(context.sentence, word) in _SOURCE_PREPOSITIONS):
            if _is_relied_on(context, word) or (cue.lemma == "stehen" and word.text in _STANDINGS):
                continue
            head = context.sentence.head(word)
            if head is not None and head.upos == "ADJ" and head.index == word.index + 1:
                word, head = context.sentence.head(head) or word, None  # 240 Seiten starker Bericht
            if head is None or head.upos not in ("NOUN", "PROPN"):
                return mention(context, word, cue.clause)
    return None


def _are_people(word: Word) -> bool:
    """Say whether a noun is of several people: *hieß es unter Mitreisenden*."""
    return is_person_noun(word.text) and word.features.get("Number") != "Sing"


def _is_relied_on(context: Context, word: Word) -> bool:
    """Say whether a source only passes on another: *unter Berufung auf Dokumente*."""
    before = context.words(max(1, word.index - 4), word.index - 1)
    return any(other.text in ("Berufung", "Verweis", "Hinweis", "Bezug") for other in before)


def _relative_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return the relative pronoun for something written: *das Gesetz, in dem es heißt*, *ein Zettel, auf dem stand*."""
    if cue.clause.kind != "relative" or len(cue.clause.words) < 2:
        return None
    preposition, pronoun = cue.clause.words[:2]
    relative = pronoun.text.lower() in ("dem", "der", "denen", "welchem", "welcher", "welchen")
    if preposition.text.lower() not in ("in", "auf", "aus") or not relative or pronoun.upos not in ("PRON", "DET"):
        return None
    return Mention(pronoun.span, pronoun, context.number)


def _pronominal_source(context: Context, cue: VerbCue) -> Mention | None:
    """Return *darin* of *Darin heißt es*, which takes up a document, or *dort* of *hieß es dort*, which does a body."""
    here = {"dort"} if cue.lemma in ("heißen", "heissen") else {"darauf"} if cue.lemma == "stehen" else set()
    for word in cue.clause.words:
        if word.text.lower() in {"darin", "hierin"} | here and not word.masked:
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
        if case_of(context.sentence, word) in ("gegenüber", "zu", "vor"):
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
    return (
        before.upos == "ADP"
        and before.text.lower() not in ("gegenüber", "an", "zu", "vor")
        and before.relation in CASE_MARKERS
    )


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
        if is_time(word) or word.text.lower() in NOT_SUBJECTS | {"sich"} or word == cue.verb:
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
        return _is_addressed_behind(context, cue, word, preposition)
    if word.relation in ("appos", "flat", "flat:name", "conj", "compound"):
        return False
    if cue.lemma in ADDRESSED_BY_OBJECT:
        return _is_object_of(context, cue, word)
    if is_medium(word) and cue.grants("i") and _is_behind_subject(cue, word, speaker):
        article = context.sentence.child(word, DETERMINERS)
        return article is not None and article.text.lower() in ("der", "dem", "einer", "einem")
    if not cue.licenses or cue.lemma in _NOT_ADDRESSING or _depends_on_preposition(context, word):
        return False
    if cue.lemma in ADDRESSED_BY_DATIVE and cue.is_passive and word.upos == "PROPN" and word.relation in SUBJECTS:
        return True
    if cue.lemma in ADDRESSED_BY_DATIVE:
        return _is_dative(context, word) or _is_second_subject(context, cue, word, speaker)
    return _is_unmistakable_dative(context, word)


def _is_addressed_behind(context: Context, cue: VerbCue, word: Word, preposition: str) -> bool:
    """Say whether a preposition names who hears it: *sagte zu Ott*, *erklärte vor Journalisten*."""
    somebody = is_medium(word) or is_person_noun(word.text) or word.text.lower().endswith(_HEARERS)
    if preposition == "an":
        return cue.lemma in ("appellieren", "wenden", "schreiben", "richten") and (
            cue.lemma != "schreiben" or somebody or word.upos == "PROPN"
        )
    if not cue.licenses or _depends_on_noun(context, word, preposition):
        return False
    if preposition in ("zu", "zum", "zur"):
        return cue.lemma == "sagen" and (somebody or (word.upos == "PROPN" and word.text not in load("places")))
    if preposition == "vor":
        several = word.features.get("Number") != "Sing" or word.text.lower().endswith(_HEARERS)
        return cue.grants("i") and cue.lemma != "warnen" and somebody and several
    return False


def _depends_on_noun(context: Context, word: Word, preposition: str) -> bool:
    """Say whether a phrase is the attribute of a noun right before it: *die Angst | vor Ärzten*."""
    marker = context.sentence.child(word, CASE_MARKERS)
    head = context.sentence.head(word)
    return marker is not None and head is not None and head.upos == "NOUN" and head.index == marker.index - 1


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
    if article is None or head is None or head.index not in _verb_places(cue):
        return False
    feminine = word.features.get("Gender") == "Fem" or word.text.endswith("in")
    if speaker is None and not (cue.is_passive and feminine):
        return False
    if context.separator_before(article.index) == ",":
        return False
    return article.text.lower() in DATIVE_FEMININES and word.relation in (*SUBJECTS, "obj", "iobj", "obl:arg")


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
    elif form.endswith("n") and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS):
        bare = form.endswith("ern") and is_person_noun(word.text)
        return bare or _has_strong_dative(context, word) or word.features.get("Case") == "Dat"
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
