"""Sentences that are the frame of the one before: *Das gab die Stadt bekannt*, *Davon geht Ott aus*."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.moods import is_konjunktiv_1
from quotetrack.phrases import is_time
from quotetrack.quotes.addressees import addressee_of, channels_of
from quotetrack.quotes.building import frame_spans, mood_in, spans_of_words
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse, is_new_paragraph
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.nominals import can_speak
from quotetrack.quotes.reporting import is_found_in_study
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.silence import DECISIONS, act_silence
from quotetrack.quotes.whole_sentences import add_fragments

_BACK_REFERENCES: Final = frozenset({"das", "dies"})
_CONCLUSIONS: Final = frozenset({"ergebnis", "schluss", "urteil", "befund", "fazit", "einschätzung", "erkenntnis"})
_TAKEN_UP: Final = {
    "Davon": ("ausgehen", "überzeugt sein", "berichten", "erzählen", "sprechen"),
    "Darauf": ("hinweisen", "verweisen", "einigen", "verständigen"),
    "Darüber": ("berichten", "informieren"),
    "Davor": ("warnen",),
    "Damit": ("rechnen", "drohen"),
    "Dafür": ("plädieren", "werben", "eintreten"),
}
"""Adverbs that take up the sentence before, with the verbs whose object they are."""
_TELLING: Final = frozenset("hervorgehen zusichern zusagen entscheiden beschließen vereinbaren versprechen".split())
"""More verbs that tell what the sentence before says: *Das beschloss der Rat*."""
_DECIDING: Final = frozenset({"entscheiden", "urteilen", "befinden", "beschließen"})
_RECOUNTING: Final = frozenset("berichten erzählen schildern beschreiben sehen sagen erklären formulieren".split())
"""Verbs that with *so* in front tell whose decision or, with *es*, whose account the sentence before is."""
_MOVING: Final = frozenset(
    "ärgern aufregen belehren beruhigen echauffieren empören entrüsten erinnern freuen grämen informieren trösten"
    " übereinstimmen widersprechen wundern".split()
)
"""Verbs of which *das* in front is the subject."""
_JUDGING: Final = frozenset(
    "bedauern beklagen bemängeln berichtigen entschuldigen fragen korrigieren kritisieren loben monieren relativieren"
    " rügen tadeln verteidigen verurteilen würdigen".split()
)
"""Verbs that judge what the sentence before tells, or ask about it: nobody has said it."""
_FAR: Final = 12
"""In so many words of its clause the study is named: *Das zeigt eine am Montag gedruckte Studie*."""
_SHORT: Final = 8
"""Of so many words at most is a frame that is a sentence of its own."""
_OF_FRAMES: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADV", "PART", "PRON", "PUNCT", "X"})
_NOMINAL_TAGS: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PUNCT"})


def back_reference(context: Context, discourse: Discourse) -> bool:
    """Take ``Das gab die Stadt bekannt.`` as the frame of the sentence before."""
    before = discourse.before(context)
    cue = _referring_cue(context)
    if before is None or cue is None or (discourse.sentence == before.number and not _is_only_act(before, discourse)):
        return False
    content = before.trimmed(1, before.length)
    if content is None or is_new_paragraph(before, context):
        return False
    speaker = speaker_of(context, cue) if cue.is_passive else _right_behind(context, cue) or speaker_of(context, cue)
    speaker = speaker or _study(context, cue)
    if speaker is None and cue.lemma in DECISIONS:
        return False
    discourse.quotes[:] = [quote for quote in discourse.quotes if quote.sentence != before.number]
    discourse.quotes.append(
        Quote(
            type="indirect",
            spans=(before.span(*content),),
            sentence=context.number,
            rules=("back-reference",),
            cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
            frame=frame_spans(context, ((2 if _is_object(context) else 1, context.length),)),
            speaker=speaker,
            via=channels_of(context, cue, speaker),
            addressee=addressee_of(context, cue, speaker),
            mood=mood_in(before, (content,)),
            medium=cue.medium,
        )
    )
    place = len(discourse.quotes) - 1
    add_fragments(before, discourse, place, "fragment-in-report")
    discourse.remember(context, speaker)
    return True


def _study(context: Context, cue: VerbCue) -> Mention | None:
    """Return the study that finds something out, with its attribute: *Das zeigt | eine am Montag gedruckte Studie*."""
    if not is_found_in_study(cue, reach=_FAR):
        return None
    noun = next(word for word in cue.clause.words[1:_FAR] if word.upos == "NOUN" and not is_time(word))
    return mention(context, noun, cue.clause)


def _is_only_act(before: Context, discourse: Discourse) -> bool:
    """Say whether a sentence reports nothing but an act, or what nobody says so far, of which the next one tells who.

    ``Der Konzern will Stellen streichen. Das geht aus einer E-Mail hervor.``, ``Er gehe. Das bestätigte Ott.``
    """
    found = [quote for quote in discourse.quotes if quote.sentence == before.number]
    of_nobody = (quote.type == "indirect_free_indirect" and quote.speaker is None for quote in found)
    acts = (quote.type == "reported" or quote.container is not None for quote in found)
    return all(act or nobody for act, nobody in zip(acts, of_nobody, strict=True))


def _right_behind(context: Context, cue: VerbCue) -> Mention | None:
    """Return the phrase right behind the verb: with *Das* in front and in the accusative, it is the subject."""
    place = cue.verb.index + 1 if not _is_object(context) else 3
    while place <= context.length and context.word(place).upos in ("ADV", "PART"):
        place += 1
    after = [word for word in cue.clause.words if word.index >= place]
    if not after or after[0].upos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON"):
        return None
    if after[0].upos != "DET" and not can_speak(after[0]):
        return None
    head = next((word for word in after if word.upos in ("NOUN", "PROPN", "PRON")), None)
    if head is None or any(word.upos not in ("DET", "ADJ", "NUM", "PUNCT") for word in after[: after.index(head)]):
        return None
    spoken = mention(context, head, cue.clause)
    rest = [word for word in context.words(after[0].index, context.length) if word.span.start >= spoken.span.end]
    appended = rest[:1] and rest[0].text == "," and all(word.upos in _NOMINAL_TAGS for word in rest)
    if not appended or not any(word.upos == "DET" for word in rest[1:2]):
        return spoken
    trimmed = context.trimmed(after[0].index, context.length)
    return spoken if trimmed is None else evolve(spoken, span=context.span(*trimmed))


def _referring_cue(context: Context) -> VerbCue | None:
    clause = context.clauses.of(context.word(1))
    if clause is None or clause.finite is None:
        return None
    if is_konjunktiv_1(clause.finite) or not (
        (_is_object(context) and clause.finite.index == 2) or _concludes(context, clause)
    ):
        return None
    cue = verb_cue(context.sentence, context.clauses, clause)
    if cue is not None and _is_object(context) and _only_judges(cue):
        return None
    if cue is not None and _is_object(context) and not cue.is_negated and is_found_in_study(cue, reach=_FAR):
        return cue
    if (
        cue is None
        or act_silence(cue) is not None
        or not (cue.grants("i") or cue.lemma in _TELLING or _concludes(context, clause))
    ):
        return None
    return cue


def _only_judges(cue: VerbCue) -> bool:
    """Say whether nobody has said what *das* in front takes up: *Das ärgert Ott*, *Das lobte Ott*.

    So it is with *Das rief Ott auf den Plan*.
    """
    forms = {word.text for word in cue.clause.words}
    return cue.lemma in _MOVING | _JUDGING or (
        cue.lemma == "rufen" and bool(forms & {"Plan", "Gedächtnis", "Erinnerung"})
    )


def _is_object(context: Context) -> bool:
    """Say whether *das* in front takes up the sentence before."""
    return context.word(1).text.lower() in _BACK_REFERENCES


def _is_frame_alone(context: Context, clause: Clause) -> bool:
    """Say whether a sentence is nothing but a verb and who says so: *Das Wasser kommt. | Behauptet Ott jedenfalls.*."""
    alone = len(context.clauses.all) == 1 and context.length <= _SHORT and context.word(context.length).text == "."
    if not alone or clause.finite is None or clause.finite.index != 1:
        return False
    nominal = [word for word in clause.words if word.upos in ("NOUN", "PROPN", "PRON") and not is_time(word)]
    heads = [word for word in nominal if word.relation not in ("flat", "appos", "flat:name")]
    return len(heads) == 1 and all(word.upos in _OF_FRAMES for word in clause.words[1:])


def _concludes(context: Context, clause: Clause) -> bool:
    """Say whether a sentence tells who concludes the one before: *Zu diesem Ergebnis kommt eine Studie*."""
    if _is_frame_alone(context, clause):
        return True
    told = _TAKEN_UP.get(context.word(1).text)
    if told is not None and clause.finite is not None and clause.finite.index == 2:
        cue = verb_cue(context.sentence, context.clauses, clause)
        return cue is not None and cue.lemma in told
    if context.word(1).text == "So":
        return _takes_up_with_so(context, clause)
    if clause.finite is None or clause.finite.index != 4:
        return False
    front = [word.text.lower() for word in context.words(1, 3)]
    return front[:2] == ["zu", "diesem"] and front[2] in _CONCLUSIONS


def _takes_up_with_so(context: Context, clause: Clause) -> bool:
    """Say whether *so* takes up the sentence before: *So entschied das Gericht am Freitag*, *So erzählt es Ott*."""
    cue = verb_cue(context.sentence, context.clauses, clause)
    if cue is None or clause.finite is None or clause.finite.index != 2 or len(context.clauses.all) > 1:
        return False
    if context.length > 3 and context.word(3).text == "es":
        return cue.lemma in _RECOUNTING
    objects = [word for word in clause.words if word.relation in ("obj", "obl:arg") and word.upos in ("NOUN", "PROPN")]
    return not objects and cue.lemma in _DECIDING
