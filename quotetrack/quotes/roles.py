"""Who speaks by a reporting verb: its subject, its agent, its source; for *zitieren*, whom its subject quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from quotetrack.clauses import Clause
from quotetrack.cues import CLEAR, RESOUNDING, VerbCue, learns_as_medium, viewer_in
from quotetrack.lexicon import table
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import case_of, is_medium, is_time, noun_of_article
from quotetrack.quotes.addressed import verb_places
from quotetrack.quotes.addressees import addressee_of, channels_of
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE, ADDRESSED_BY_OBJECT, DEMANDING
from quotetrack.quotes.attitude_verbs import ATTITUDES, STANDING
from quotetrack.quotes.cases import has_oblique_article
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.mentions import CLOSING, mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.names_side_by_side import named_beside
from quotetrack.quotes.nominals import can_speak, is_governed, is_thing, noun_after, speaks
from quotetrack.quotes.set_against import second_without_verb
from quotetrack.quotes.stances import asked
from quotetrack.quotes.subjects import subject_of
from quotetrack.quotes.topics import before_topic_of
from quotetrack.quotes.words_of_others import owner_of_words
from quotetrack.quotes.written_sources import (
    document_taken_up,
    place_of_talk,
    pronominal_source,
    relative_source,
    source_of,
    where_one_is,
    writer_of,
    written_source,
)
from quotetrack.spans import Span
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

_SOURCE_VERBS: Final = frozenset({"heißen", "heissen", "hervorgehen", "verlauten", "stehen", "hören", "erfahren"})
_TALK: Final = "Rede sein"
"""*In dem Papier ist von „Mängeln“ die Rede*: its subject speaks of nobody."""
_ASKED: Final = frozenset({"Bitte", "Anregung", "Ruf", "Frage", "Vorstoß", "Vorstoss"})
"""Nouns that are no statements and come from somebody with their clause."""
_CIRCLES: Final = frozenset({"Reihen", "Kreisen", "Umfeld", "Lager", "Umgebung"})
"""What stands for those of a body: *Aus den Reihen der Partei kam der Vorschlag, …*."""
_COMING: Final = frozenset({"kommen", "vorliegen", "liegen", "stammen", "eintreffen", "ausgehen", "geben"})
"""Verbs that say of a statement from whom it is."""
_SEEING: Final = frozenset({"sehen", "beurteilen", "bewerten", "einschätzen"})
"""Verbs whose object *das* may stand before a name: *Anders sieht das Ida Ott*."""
_RECEIVING: Final = frozenset(
    "bekommen kriegen erhalten ernten hören gehören anhören erfahren lesen empfangen entgegennehmen einstecken".split()
)
"""Verbs whose subject is told or reads what others say."""
_ANSWERS_TO: Final = frozenset(
    "Einwände Gegenwind Kritik Lob Protest Rückendeckung Unterstützung Widerspruch Zuspruch Zustimmung".split()
)
"""What comes from somebody who takes a stand, so that a clause behind it is theirs."""
TOLD_OF: Final = frozenset({"sprechen", "berichten", "ausgehen", "erzählen", "reden", "schwärmen", "träumen"})
"""Verbs that take what they tell of with *von*."""
_UNITS: Final = frozenset(
    "Euro Dollar Franken Pfund Prozent Meter Metern Kilometer Kilometern Hektar Liter Litern Tonnen Kilogramm"
    " Grad".split()
)
"""What is counted, and does nothing: *wurde eine Summe von zehn Millionen Euro genannt*."""
_ESCAPING: Final = frozenset("entfuhr entfährt entschlüpfte entschlüpft entwischte platzte platzt brach bricht".split())
"""Forms of verbs whose *es* is what somebody says without having meant to."""


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
        owner = owner_of_words(context, cue)
        if owner is not None:
            quoting = _subject_speaking(context, cue)
            return Roles(owner, (), () if quoting is None else (quoting,))
        quoted = _quoted_behind_medium(context, cue, speaker) or _quoted(context, cue, speaker)
        if quoted is not None:
            return _turned(context, cue, quoted)
    addressee = addressee_of(context, cue, speaker)
    channels = channels_of(context, cue, speaker)
    inner = [via for via in channels if any(_holds(span, via.span) for span in addressee)]
    return Roles(speaker, addressee, tuple(via for via in channels if via not in inner))


def _holds(span: Span, inner: Span) -> bool:
    """Say whether a phrase holds another within: *sagte dem Reporter | einer Zeitung*."""
    return span != inner and span.contains(inner)


def _turned(context: Context, cue: VerbCue, quoted: Roles) -> Roles:
    """Return the roles where the tree has them the wrong way: *Die „Thaler Zeitung“ zitierte Stadtrat Bernd Ruge*."""
    finite, front = cue.clause.finite, quoted.speaker
    if finite is None or front is None or cue.is_passive or len(quoted.via) != 1:
        return quoted
    placed = context.passage_at(front.head.index)
    named = placed is not None and placed.passage.kind in ("medium", "name", "title")
    named = named or (is_medium(front.head) and not is_medium(quoted.via[0].head))
    if has_oblique_article(context, front.head):
        return quoted
    if not named or front.span.end > finite.span.start or quoted.via[0].span.start < finite.span.end:
        return quoted
    return Roles(quoted.via[0], (), (front,))


def _quoted_behind_medium(context: Context, cue: VerbCue, subject: Mention | None) -> Roles | None:
    """Return the roles where the medium and whom it quotes stand side by side: *zitiert die „Rundschau“ | Lenz*."""
    if subject is None or cue.is_passive:
        return None
    words = [word for word in context.sentence.words if subject.span.contains(word.span)]
    alone = _quotes_nobody_else(context, cue, subject)
    for before, word in pairwise(words):
        medium = before.text in CLOSING or "." in before.text[1:-1] or (alone and is_medium(before))
        person = word.upos == "PROPN" or is_person_noun(word.text)
        if not (medium and person) or any(other.upos == "ADP" for other in words):
            continue
        whole = context.span(words[0].index, before.index)
        channel = evolve(subject, span=whole)
        quoted = Mention(context.span(word.index, words[-1].index), word, context.number)
        return Roles(quoted, (), (channel,))
    return None


def _quotes_nobody_else(context: Context, cue: VerbCue, subject: Mention) -> bool:
    """Say whether a clause has nobody to be quoted but a name in its subject: *zitierte die Agentur | Zhao*."""
    others = [w for w in cue.clause.words if w.upos in ("NOUN", "PROPN", "PRON") and not subject.span.contains(w.span)]
    return not any(word.masked or case_of(context.sentence, word) in (None, "aus") for word in others)


def _quoted(context: Context, cue: VerbCue, subject: Mention | None) -> Roles | None:
    if any(word.text == "sich" for word in cue.clause.words):
        return None  # ließ sich der Sprecher zitieren
    if cue.is_passive:
        speaker = _passive_subject(context, cue)
        if speaker is None:
            return None
        quoting = _medium_in(context, cue, speaker) if subject is None else None
        if quoting is not None:
            ends = context.word(quoting[0].index - 1).span.end
            channel = mention(context, quoting[1], cue.clause)
            return Roles(evolve(speaker, span=Span(speaker.span.start, ends)), (), (channel,))
        return Roles(speaker, (), () if subject is None else (subject,))
    for word in cue.clause.words:
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word.index == cue.verb.index:
            continue
        if (subject is not None and subject.span.contains(word.span)) or is_time(word):
            continue
        if word.relation in ("flat", "flat:name", "appos", "conj", "nmod", "compound"):
            continue
        if case_of(context.sentence, word) in (None, "aus"):
            word = writer_of(context, word) or word
            quoted = mention(context, word, cue.clause)
            return Roles(quoted, (), () if subject is None else (subject,))
    return None


def _medium_in(context: Context, cue: VerbCue, quoted: Mention) -> tuple[Word, Word] | None:
    """Return the *von* and the medium that quotes somebody: *wird ein Helfer | von der Zeitung Al-Bahr zitiert*."""
    for marker in cue.clause.words:
        head = context.sentence.head(marker) if marker.text in ("von", "vom") and marker.upos == "ADP" else None
        inside = head is not None and head.index > quoted.head.index and quoted.span.contains(marker.span)
        if head is not None and inside and is_medium(head):
            return marker, head
    return None


def _passive_subject(context: Context, cue: VerbCue) -> Mention | None:
    for verb in (cue.verb, cue.clause.finite):
        for subject in () if verb is None else context.sentence.children(verb, SUBJECTS):
            if subject in cue.clause.words and not subject.masked:
                return mention(context, subject, cue.clause)
    return None


def speaker_of(context: Context, cue: VerbCue, previous: VerbCue | None = None) -> Mention | None:
    """Return who speaks by the verb's own clause: subject, *von*-phrase of a passive, source of *heißt es*.

    ``previous`` is the report whose subject the clause shares.
    """
    if previous is not None and not cue.is_passive:
        return speaker_of(context, previous)
    if cue.lemma == _TALK:
        return place_of_talk(context, cue)
    if (cue.lemma in _SOURCE_VERBS or _is_to_be_read(cue)) and not learns_as_medium(cue.clause):
        source = _source_read(context, cue)
        impersonal = cue.lemma in ("heißen", "heissen") and any(word.text.lower() == "es" for word in cue.words)
        if source is not None or impersonal:
            return source
    if cue.lemma == "feststehen" or cue.lemma.removesuffix(" sein") in CLEAR:
        viewer = viewer_in(context.sentence, cue.clause)
        return None if viewer is None else mention(context, viewer, cue.clause)
    escaped = _whom_it_escaped(context, cue)
    if escaped is not None:
        return escaped
    if cue.is_passive:
        source = _agent(context, cue) or written_source(context, cue) or document_taken_up(context, cue)
        return None if source is None else before_topic_of(context, cue, source)
    receives = cue.lemma in _RECEIVING and not (_will_hear_nothing(cue) or learns_as_medium(cue.clause))
    if receives or cue.lemma == "stammen":
        return _behind_von(context, cue, None) or asked(context)
    body = _body_as_pronoun(context, cue)
    standing = None if body is None else Mention(body.span, body, context.number)
    second = second_without_verb(context, cue.clause)
    if second is not None:
        return second
    told = owner_of_words(context, cue) or _whose_words(context, cue)
    return told or standing or _title_in_front(context, cue) or _subject_speaking(context, cue)


def _will_hear_nothing(cue: VerbCue) -> bool:
    """Say whether somebody does not want to hear what others say, and speaks: *Ott will davon nichts hören: „…“*."""
    forms = {word.text.lower() for word in cue.clause.words if not word.masked}
    return cue.lemma == "hören" and cue.modal is not None and bool(forms & {"nichts", "nicht"})


def _source_read(context: Context, cue: VerbCue) -> Mention | None:
    """Return the source in which something is read, in front first: *darin heißt es*, *im Bericht steht*."""
    pronominal = pronominal_source(context, cue) or relative_source(context, cue)
    first = pronominal is not None and pronominal.head == cue.clause.words[0]
    source = pronominal if first else source_of(context, cue) or pronominal
    return source or (_document_read(context, cue) if cue.lemma == "entnehmen" else None)


def _subject_speaking(context: Context, cue: VerbCue) -> Mention | None:
    """Return the subject of a verb as who speaks, or who stands in its place behind *es* or *das*."""
    subject = subject_of(context, cue)
    if subject is None or subject.text == "es":
        subject = _behind_es(context, cue) or _behind_das(context, cue) or _who_judges(context, cue)
    if subject is None:
        return _from_whom(context, cue) or _marked_subject(context, cue)
    sender = _sender(context, cue, subject)
    if sender is not None:
        return sender
    if subject.text.lower() == "man":
        return where_one_is(context, cue.clause)
    if subject.text.lower() == "es" or (is_thing(context, subject) and not _tells_of_somebody(cue)):
        return None
    whole = before_topic_of(context, cue, mention(context, subject, cue.clause))
    spoken = _without_particle(context, cue, whole)
    beside = named_beside(context, cue, spoken)
    return spoken if beside is None else evolve(spoken, span=beside[0])


def _tells_of_somebody(cue: VerbCue) -> bool:
    """Say whether a verb says, judges or takes a stand, so that its subject is somebody, of whatever noun.

    So does any verb behind what was said: *Er habe Zeit, versetzt der alte Ambach*.
    """
    if cue.clause.words[0] == cue.clause.finite:
        return True
    return bool(cue.licenses) or cue.lemma in ATTITUDES | STANDING or cue.lemma in table("reported_acts")


def _without_particle(context: Context, cue: VerbCue, spoken: Mention) -> Mention:
    """Return a mention without the particle of the verb behind it: *rief Weber | dazwischen*."""
    words = list(context.sentence.within(spoken.span))
    while len(words) > 1 and words[-1] in cue.words and words[-1] != spoken.head:
        words.pop()
    return evolve(spoken, span=context.span(words[0].index, words[-1].index)) if words else spoken


def _marked_subject(context: Context, cue: VerbCue) -> Mention | None:
    """Return the medium between marks whose noun is one of time: *Wie die „Neue Woche“ berichtet*."""
    for article in cue.clause.words[:-1]:
        placed = None if article.text.lower() not in ("die", "der", "das") else context.passage_at(article.index + 1)
        if placed is not None and placed.passage.kind == "medium" and placed.first == article.index + 1:
            return Mention(context.span(article.index, placed.last), context.word(placed.first + 1), context.number)
    return None


def _title_in_front(context: Context, cue: VerbCue) -> Mention | None:
    """Return the marked title that fills the front of a clause with *der*: *Der „Kurier“ nannte das Werk „gut“*."""
    words, finite = cue.clause.words, cue.clause.finite
    if cue.clause.kind != "main" or finite is None or len(words) < 2 or words[0].text != "Der":
        return None
    placed = context.passage_at(words[1].index)
    fills = placed is not None and placed.first == words[0].index + 1 and placed.last + 1 == finite.index
    told = cue.lemma in table("reported_acts") and cue.lemma not in ADDRESSED_BY_DATIVE
    if placed is None or not fills or not is_named(placed) or not told:
        return None
    return Mention(context.span(words[0].index, placed.last), context.word(placed.first + 1), context.number)


def _is_to_be_read(cue: VerbCue) -> bool:
    """Say whether a frame tells where something can be read or heard: *In dem Bericht war zu lesen, …*."""
    finite = cue.clause.finite
    if cue.lemma == "finden" and any(word.text == "sich" for word in cue.words):
        return True  # Im Protokoll findet sich der Satz: …
    read = cue.lemma in ("lesen", "vernehmen", "entnehmen", "hören", "erfahren")
    return read and finite is not None and finite.upos == "AUX" and any(word.text == "zu" for word in cue.clause.words)


def _document_read(context: Context, cue: VerbCue) -> Mention | None:
    """Return what something is to be learned from: *Dem Bericht ist zu entnehmen, dass …*."""
    for word in cue.clause.words:
        noun = noun_of(word.text) if word.upos == "NOUN" and not word.masked else None
        if noun is not None and noun.kind in ("document", "medium"):
            return mention(context, word, cue.clause)
    return None


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


def _whose_words(context: Context, cue: VerbCue) -> Mention | None:
    """Return at whom something sounds otherwise: *Bei Jan Kern klingt das anders: Man habe gewarnt*."""
    first = cue.clause.words[0]
    if cue.verb.text not in ("klingt", "klang") or first.text not in ("Bei", "Beim") or cue.clause.kind != "main":
        return None
    head = context.sentence.head(first)
    return (
        mention(context, head, cue.clause) if head is not None and head in cue.clause.words and speaks(head) else None
    )


_NAMING: Final = frozenset({"nennen", "bezeichnen", "kritisieren", "werten", "einstufen", "loben", "rügen"})
"""Verbs with an object, of which *es* in front is the subject."""


def _body_as_pronoun(context: Context, cue: VerbCue) -> Word | None:
    """Return the *es* that alone is the subject of a frame: *Das Amt bleibt dabei. …, teilte es mit*."""
    words = cue.clause.words
    if _opens_as_body(cue):
        others = [word for word in words[2:] if _is_nominal(word) and _may_be_subject(context, word)]
        objects = 1 if cue.lemma in _NAMING else 0  # in front es is no object: Es nannte die Klage „absurd“
        return words[0] if len(others) <= objects else None
    if len(words) < 2 or words[0] != cue.clause.finite or words[1].text != "es" or not cue.licenses:
        return None
    if cue.lemma in _SOURCE_VERBS | RESOUNDING or words[1] in cue.words:
        return None
    others = [word for word in words[2:] if _is_nominal(word)]
    return None if any(_may_be_subject(context, word) for word in others) else words[1]


def _opens_as_body(cue: VerbCue) -> bool:
    """Say whether *Es* opens the clause of a verb of saying, and stands for a body: *Das Amt prüft das. Es riet, …*."""
    words = cue.clause.words
    if cue.clause.kind != "main" or len(words) < 2 or words[0].text != "Es" or words[1] != cue.clause.finite:
        return False
    told = bool(cue.licenses) and cue.lemma in ADDRESSED_BY_DATIVE | ADDRESSED_BY_OBJECT | DEMANDING
    about = cue.lemma == "sprechen" and any(word.text in ("von", "vom") for word in words)
    told = told or about or cue.lemma in _NAMING
    return told and not cue.is_passive and all(word.text != "sich" for word in words)


def _is_nominal(word: Word) -> bool:
    return word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word) and not word.masked


def _may_be_subject(context: Context, word: Word) -> bool:
    """Say whether a word may be the subject beside an object *es*: *berichten es die Gäste*."""
    article = context.sentence.child(word, DETERMINERS)
    oblique = article is not None and article.text.lower() in ("den", "dem", "des", "einem", "einen")
    return case_of(context.sentence, word) is None and not oblique


def _behind_es(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject behind an object *es*: *so berichten es mehrere Gäste*, *als Fehler sah es Ott an, …*."""
    words = cue.clause.words
    es = next((place for place, word in enumerate(words) if word.text == "es" and not word.masked), None)
    if es is None or words[0].text.lower() not in ("so", "wie", "als", "für"):
        return None
    return _nominative_in(context, words[es + 1 :]) or _surname_after(context, words[es:])


def _surname_after(context: Context, words: Sequence[Word]) -> Word | None:
    """Return a noun of no list right behind *es*, as a surname stands: *Für falsch hält es | Gasser*."""
    behind = words[1] if len(words) > 1 else None
    if behind is None or behind.upos != "NOUN" or noun_of(behind.text) is not None or behind.masked:
        return None
    return None if is_time(behind) or is_governed(context, behind) else behind


def _who_judges(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject behind an object *das*: *Anders sehen das die Grünen: …*."""
    words, finite = cue.clause.words, cue.clause.finite
    if cue.lemma not in _SEEING or finite is None or finite not in words[:-2]:
        return None
    place = words.index(finite) + 1
    apart = words[place].text in ("das", "es") and words[place + 1].upos != "NOUN"
    return _nominative_in(context, words[place + 1 :]) if apart else None


def _behind_das(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject behind an object *das* in front: *…, das bestätigte die Bank*."""
    words = cue.clause.words
    if len(words) < 3 or words[0].text.lower() not in ("das", "dies") or words[1] != cue.clause.finite:
        return None
    return _nominative_in(context, words[2:])


def _nominative_in(context: Context, words: Sequence[Word]) -> Word | None:
    """Return the first noun or name if it may speak and no preposition governs it."""
    nominal = (word for word in words if word.upos in ("NOUN", "PROPN"))
    first = next((word for word in nominal if word.relation != "amod"), None)
    plain = first is not None and speaks(first) and can_speak(first) and case_of(context.sentence, first) is None
    return first if plain else None


def _sender(context: Context, cue: VerbCue, subject: Word) -> Mention | None:
    """Return from whom a statement comes that is the subject: *Von der Polizei kam die Information, …*."""
    noun = noun_of(subject.text)
    if cue.lemma in _COMING and subject.text in _ANSWERS_TO:
        return _behind_von(context, cue, subject)
    stated = noun is not None and noun.kind in ("statement", "document")
    if cue.lemma not in _COMING or subject.upos != "NOUN" or not (stated or subject.text in _ASKED):
        return None
    words = cue.clause.words
    first = words[1] if words[0].text in ("Auch", "Nur") and len(words) > 1 else words[0]
    if first.text.lower() not in ("von", "vom", "aus") or cue.clause.kind != "main":
        return None
    head = context.sentence.head(first)
    spoken = head is not None and head in cue.clause.words and head.index < subject.index and can_speak(head)
    told = head is not None and (speaks(head) or head.text in _CIRCLES)
    return mention(context, head, cue.clause) if spoken and told and head is not None else None


def _from_whom(context: Context, cue: VerbCue) -> Mention | None:
    """Return from whom an answer comes that has no noun: *Von ihr kam prompt zurück: „Nie!“*."""
    first = cue.clause.words[0]
    if cue.lemma not in ("kommen", "zurückkommen") or first.text not in ("Von", "Vom") or cue.clause.finite is None:
        return None
    behind = [word for word in cue.clause.words if first.index < word.index < cue.clause.finite.index]
    nominal = (w for w in behind if w.upos in ("PRON", "NOUN", "PROPN") or w.text in ("ihr", "ihm", "ihnen"))
    head = next(filter(speaks, nominal), None)
    return None if head is None else mention(context, head, cue.clause)


def _behind_von(context: Context, cue: VerbCue, subject: Word | None) -> Mention | None:
    """Return from whom criticism or an answer comes: *Kritik kam von Ida Ott: …*, *hörte aus dem Rathaus: …*."""
    markers = ("von", "vom", "aus") if subject is None else ("von", "vom")
    for word in cue.clause.words:
        named = word.upos in ("NOUN", "PROPN") and case_of(context.sentence, word) in markers
        if named and word != subject and speaks(word) and can_speak(word):
            spoken = mention(context, word, cue.clause)
            led = spoken.span.of(context.text).startswith("von ")
            return evolve(spoken, span=Span(spoken.span.start + len("von "), spoken.span.end)) if led else spoken
    return None


def _agent(context: Context, cue: VerbCue) -> Mention | None:
    """Return who acts in a passive; of what is only spoken (*Von Streit wird gesprochen*) is nobody who speaks."""
    for word in cue.clause.words:
        if word.text.lower() in ("seitens", "vonseiten"):
            behind = noun_after(cue.clause, word)
            return None if behind is None else mention(context, behind, cue.clause)
        if word.text.lower() in ("von", "vom") and word.upos == "ADP":
            head = _behind_article(context, word, cue.clause) or _top(context, context.sentence.head(word))
            if head is None or head.upos not in ("NOUN", "PROPN", "PRON") or head.text in _UNITS:
                continue
            if context.word(word.index - 1).upos == "NUM" and head.text.endswith(("timmen", "itgliedern")):
                continue  # mit 27 von 35 Stimmen
            if cue.lemma in TOLD_OF and not (speaks(head) and can_speak(head) and noun_of(head.text) is not None):
                continue
            if head.head in verb_places(cue) or _must_act(context, cue, word, head):
                return mention(context, head, cue.clause)
    return None


def _must_act(context: Context, cue: VerbCue, preposition: Word, head: Word) -> bool:
    """Say whether somebody behind *von* acts, though the tree gives it to a thing: *die Gefahr von Bränden | vom Amt*.

    People do so between the two verbs of the passive: *wurde das Fest | von den Gästen | als Erfolg gewertet*.
    """
    known, before, finite = noun_of(head.text), context.word(preposition.index - 1), cue.clause.finite
    if known is None or finite is None or head.upos != "NOUN" or cue.verb.index < head.index:
        return False
    people = known.kind in ("person", "group") and finite.index < preposition.index
    thing = before.upos == "NOUN" and noun_of(before.text) is None
    return thing and (people or known.kind in ("organisation", "medium"))


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
