"""Sentences without a report of their own that report all the same.

Back-reference (*Das teilte X mit*), the Konjunktiv that continues a speaker, hearsay with *sollen*, and speech acts
with a noun phrase for their content (*Die Partei fordert Neuwahlen*).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.lexicon import load, table
from quotetrack.moods import is_authors_guess, is_konjunktiv, is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.quotes.addressees import addressee_of, channels_of
from quotetrack.quotes.building import frame_spans, mood_in, spans_of_words, whole_sentence
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.discourse import Discourse, seen_by, subject_mention
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.roles import TOLD_OF, speaker_of
from quotetrack.quotes.silence import act_silence
from quotetrack.quotes.subjects import can_speak
from quotetrack.spans import Span
from quotetrack.syntax import Word
from quotetrack.vocabulary import Mood, QuotationType

_BACK_REFERENCES: Final = frozenset({"das", "dies"})
_CONCLUSIONS: Final = frozenset({"ergebnis", "schluss", "urteil", "befund", "fazit", "einschätzung", "erkenntnis"})
_WISHES: Final = frozenset(
    "vorausgeschickt vorweggenommen erwähnt gesagt angemerkt hingewiesen dahingestellt verziehen erlaubt gedankt"
    " empfohlen verwiesen erinnert".split()
)
_RECIPES: Final = frozenset("nehme stelle denke beachte bedenke vergleiche erinnere gebe lasse".split())
_NOMINAL_TAGS: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PUNCT"})
_WISHING: Final = frozenset("gern gerne lieber liebsten beinahe fast".split())
_INTENDING: Final = frozenset({"will", "wollen", "möchte", "möchten"})
_VICTIMS: Final = frozenset(
    "opfer todesopfer menschenleben leben tote tribut verletzte verletzten zoll konzentration geduld"
    " trittsicherheit".split()
)

Rule = Callable[[Context, Discourse], bool]


def sentence_level(context: Context, discourse: Discourse) -> bool:
    """Try the rules for whole sentences in their order; say whether one took the sentence."""
    return any(rule(context, discourse) for name, rule in _RULES if discourse.allows(name))


def continued(context: Context, discourse: Discourse) -> bool:
    """Try the rules for a sentence in the Konjunktiv or with *soll*, whose marked passages are fragments of it."""
    return bool(context.passages) and any(
        rule(context, discourse)
        for name, rule in _RULES
        if rule in (konjunktiv_continuation, hearsay) and discourse.allows(name)
    )


def continues_around(context: Context, discourse: Discourse) -> bool:
    """Take a sentence that reports in the Konjunktiv as said by whoever is speaking; what it reports is within."""
    rule = "konjunktiv-continues-speaker"
    follows = discourse.follows(context) and discourse.speaker is not None
    speaking = follows or is_about_subject(context, discourse)
    return speaking and discourse.allows(rule) and konjunktiv_continuation(context, discourse)


def is_about_subject(context: Context, discourse: Discourse) -> bool:
    """Say whether the sentence before names somebody, of whom *er* or *sie* of this one tells."""
    before = discourse.before(context)
    subject = None if before is None or _is_new_paragraph(before, context) else subject_mention(before)
    mains = [main for main in context.main_clauses() if main.finite is not None and is_konjunktiv(main.finite)]
    beside = {w.text.lower() for m in mains for w in m.words if m.finite and abs(w.index - m.finite.index) == 1}
    return subject is not None and subject.head.upos == "PROPN" and bool(beside & {"er", "sie"})


def back_reference(context: Context, discourse: Discourse) -> bool:
    """Take ``Das gab die Stadt bekannt.`` as the frame of the sentence before."""
    before = discourse.before(context)
    cue = _referring_cue(context)
    if before is None or cue is None or discourse.sentence == before.number:
        return False
    content = before.trimmed(1, before.length)
    if content is None or _is_new_paragraph(before, context):
        return False
    speaker = speaker_of(context, cue) if cue.is_passive else _right_behind(context, cue) or speaker_of(context, cue)
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
    _add_fragments(before, discourse, place, "fragment-in-report")
    discourse.remember(context, speaker)
    return True


def _right_behind(context: Context, cue: VerbCue) -> Mention | None:
    """Return the phrase right behind the verb: with *Das* in front and in the accusative, it is the subject."""
    place = cue.verb.index + 1 if not _is_object(context) else 3
    while place <= context.length and context.word(place).upos in ("ADV", "PART"):
        place += 1
    after = [word for word in cue.clause.words if word.index >= place]
    if not after or after[0].upos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON") or not can_speak(after[0]):
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
    if not (_is_object(context) and clause.finite.index == 2) and not _concludes(context, clause):
        return None
    cue = verb_cue(context.sentence, context.clauses, clause)
    if (
        cue is None
        or act_silence(cue) is not None
        or not (cue.grants("i") or cue.lemma in ("hervorgehen", "zusichern", "zusagen") or _concludes(context, clause))
    ):
        return None
    return cue


def _is_object(context: Context) -> bool:
    """Say whether *das* in front takes up the sentence before."""
    return context.word(1).text.lower() in _BACK_REFERENCES


def _concludes(context: Context, clause: Clause) -> bool:
    """Say whether a sentence tells who concludes the one before: *Zu diesem Ergebnis kommt eine Studie*."""
    if context.word(1).text == "Davon" and clause.finite is not None and clause.finite.index == 2:
        cue = verb_cue(context.sentence, context.clauses, clause)
        return cue is not None and cue.lemma in ("ausgehen", "überzeugt sein")
    if clause.finite is None or clause.finite.index != 4:
        return False
    front = [word.text.lower() for word in context.words(1, 3)]
    return front[:2] == ["zu", "diesem"] and front[2] in _CONCLUSIONS


def _is_new_paragraph(before: Context, context: Context) -> bool:
    return "\n" in context.text[before.sentence.span.end : context.sentence.span.start]


def konjunktiv_continuation(context: Context, discourse: Discourse) -> bool:
    """Take ``Der Plan sei unbezahlbar.`` as said by whoever is speaking."""
    verbs = [main.finite for main in context.main_clauses() if main.finite is not None]
    finite = [word for word in verbs if context.passage_at(word.index) is None and not _is_exception(context, word)]
    first = any(map(is_konjunktiv_1, finite))
    if not first and not _continues_in_second(context, finite, discourse):
        return False
    behind = _behind_authors_colon(context)
    span = behind or whole_sentence(context)
    if span is None or _is_first_person(context) or _is_wish(context):
        return False
    mood: Mood = "subjunctive_1" if first else "subjunctive_2"
    viewer = None if behind is None else seen_by(context) or _acting_before_colon(context)
    speaker = viewer or discourse.continued_speaker(context)
    if speaker is None and context.sentence.words[-1].upos != "PUNCT":  # a line of which nobody speaks
        return False
    _append(context, discourse, "indirect_free_indirect", span, speaker, "konjunktiv-continues-speaker", mood)
    return True


def _behind_authors_colon(context: Context) -> Span | None:
    """Return what is reported behind the colon of a sentence of the author: *Die Sache ist klar: Er habe versagt*."""
    mains, whole = context.main_clauses(), whole_sentence(context)
    if len(mains) < 2 or whole is None or not _sets_apart(context, mains):
        return None
    told = any(main.finite is not None and is_konjunktiv_1(main.finite) for main in mains[1:])
    own = mains[0].finite is not None and not is_konjunktiv(mains[0].finite)
    trimmed = context.trimmed(mains[1].start, context.length) if told and own else None
    return None if trimmed is None else Span(context.span(*trimmed).start, whole.end)


def _sets_apart(context: Context, mains: list[Clause]) -> bool:
    """Say whether a colon stands before the second clause, or a semicolon behind a verb of saying."""
    separator = context.separator_before(mains[1].start)
    cue = verb_cue(context.sentence, context.clauses, mains[0]) if separator == ";" else None
    return separator == ":" or (cue is not None and bool(cue.licenses))


def _acting_before_colon(context: Context) -> Mention | None:
    """Return who acts in the sentence before a colon: *Die Wirtin hat eine Idee: Sie könne kochen*."""
    subject, colon = subject_mention(context), context.main_clauses()[1].start
    if subject is None or subject.head.index > colon:
        return None
    noun = noun_of(subject.head.text) if subject.head.upos == "NOUN" else None
    speaks = noun is not None and noun.kind in ("person", "organisation", "group", "medium")
    return subject if speaks or subject.head.upos in ("PROPN", "PRON") else None


def _is_exception(context: Context, word: Word) -> bool:
    """Say whether a form of *sein* belongs to *es sei denn*."""
    around = [other.text.lower() for other in context.words(word.index - 1, word.index + 1)]
    return around == ["es", "sei", "denn"]


def _continues_in_second(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether a Konjunktiv II goes on with reported speech; *könnte* is as likely the author's guess."""
    told = any(is_konjunktiv(word) or word.text.lower() in ("sollte", "sollten") for word in finite)
    if not discourse.follows(context) or not told or _is_unreal(context):
        return False
    place = discourse.last_outer()
    reported = place is not None and discourse.quotes[place].mood in ("subjunctive_1", "subjunctive_2")
    return reported or not all(map(is_authors_guess, finite))


def _is_unreal(context: Context) -> bool:
    """Say whether a Konjunktiv II is the author's wish or near miss: *hätte gern*, *wäre beinahe*."""
    words = {word.text.lower() for word in context.sentence.words if context.passage_at(word.index) is None}
    return bool(words & _WISHING)


def _is_first_person(context: Context) -> bool:
    return any(
        word.text.lower() in ("ich", "wir", "mich", "mir", "uns") and context.passage_at(word.index) is None
        for word in context.sentence.words
    )


def _is_wish(context: Context) -> bool:
    """Say whether the Konjunktiv is the author's own: *Man nehme*, *Eines sei vorausgeschickt*, *Komme, was wolle*."""
    words = [word for word in context.sentence.words if word.upos != "PUNCT"]
    forms = [word.text.lower() for word in words]
    if any(_is_remark(main) for main in context.main_clauses()):
        return True
    if (forms[:1] == ["es"] and forms[1:3] in (["lebe"], ["sei", "denn"])) or forms[:2] == ["es", "lebe"]:
        return True
    if forms[:1] == ["man"] and forms[1:2] and forms[1] in _RECIPES:
        return True
    return bool(words) and is_konjunktiv_1(words[0]) and words[0].index == 1


def _is_remark(clause: Clause) -> bool:
    """Say whether a clause only announces what the author will say: *Eines sei vorausgeschickt*."""
    is_sei = clause.finite is not None and clause.finite.text.lower() == "sei"
    return is_sei and any(word.text.lower() in _WISHES for word in clause.words)


def hearsay(context: Context, discourse: Discourse) -> bool:
    """Take ``Der Täter soll geflohen sein.``: after a report, or with an infinitive of the perfect."""
    for main in context.main_clauses():
        finite = main.finite
        if finite is None or finite.text.lower() not in ("soll", "sollen"):
            continue
        if _is_plan(main):
            continue
        near = discourse.follows(context)
        if not near and not _has_perfect_infinitive(main):
            continue
        span = whole_sentence(context)
        if span is not None:
            speaker = discourse.speaker if near else None
            _append(context, discourse, "free_indirect", span, speaker, "soll-hearsay", "indicative")
            return True
    return False


def _is_plan(clause: Clause) -> bool:
    """Say whether the infinitive in front tells what somebody is to do: *Vermitteln soll nun Ott*."""
    first, *others = clause.words
    fronted = first.index == 1 and first.text.endswith("n") and others[:1] == [clause.finite]
    return fronted and not any(word.upos in ("VERB", "AUX") for word in others[1:])


def _has_perfect_infinitive(clause: Clause) -> bool:
    verbs = [word.text.lower() for word in clause.words if word.upos in ("VERB", "AUX")]
    participle = any(word.features.get("VerbForm") == "Part" for word in clause.words)
    return participle and bool(verbs) and verbs[-1] in ("haben", "sein")


def speech_act(context: Context, discourse: Discourse) -> bool:
    """Take ``Die Partei fordert Neuwahlen.``: a verb that with its object alone says what was said."""
    for main in context.main_clauses():
        cue = verb_cue(context.sentence, context.clauses, main)
        if cue is None or act_silence(cue) is not None or cue.modal is not None or _asks(context, main):
            continue
        speaker = speaker_of(context, cue)
        span = whole_sentence(context)
        told = speaker is not None or (cue.is_passive and cue.lemma in TOLD_OF)
        if not told or span is None or not is_speech_act(context, cue, speaker):
            continue
        _append_reported(context, discourse, _part_of_line(context, main) or span, cue, speaker, "speech-act")
        return True
    return False


def _asks(context: Context, main: Clause) -> bool:
    """Say whether a clause asks: *Befürchten Sie Einschnitte?*."""
    return main.words[0] == main.finite and context.word(context.length).text == "?"


def _part_of_line(context: Context, main: Clause) -> Span | None:
    """Return the half of a headline that a clause fills: *Streik legt Hafen lahm – Gewerkschaft fordert mehr Geld*."""
    if context.word(context.length).text in (".", "!", "?", "…"):
        return None
    dashes = [word.index for word in context.sentence.words if word.text in ("–", "—", "-") and word.upos == "PUNCT"]
    first = max((place + 1 for place in dashes if place < main.start), default=1)
    last = min((place - 1 for place in dashes if place > main.start), default=context.length)
    trimmed = context.trimmed(first, last)
    return None if not dashes or trimmed is None else context.span(*trimmed)


def headline(context: Context, discourse: Discourse) -> bool:
    """Take ``Rechnungshof: Land hat keinen Überblick``: a line in which a colon stands for the verb of saying."""
    words = context.sentence.words
    place = next((word.index for word in words if word.text == ":" and not word.masked), 0)
    if not 2 <= place <= 5 or place + 3 > context.length or words[-1].text in (".", "!", "?"):
        return False
    head = words[place - 2]
    if context.passage_at(place + 1) is not None or not all(_may_name(word) for word in words[: place - 1]):
        return False
    content = context.trimmed(place + 1, context.length)
    if content is None or not _is_somebody(context, head):
        return False
    colon = words[place - 1]
    speaker = Mention(context.span(1, place - 1), head, context.number)
    discourse.quotes.append(
        Quote(
            type="indirect",
            spans=(context.span(*content),),
            sentence=context.number,
            rules=("headline-colon",),
            cue=CueWords((colon.span,), ":", "colon"),
            frame=(context.span(1, place),),
            speaker=speaker,
            mood=mood_in(context, (content,)),
            medium="speech_or_writing",
        )
    )
    _add_fragments(context, discourse, len(discourse.quotes) - 1, "fragment-in-report")
    return True


def _may_name(word: Word) -> bool:
    return not word.masked and (word.upos in ("NOUN", "PROPN", "X") or (word.upos == "ADJ" and word.text[0].isupper()))


def _is_somebody(context: Context, head: Word) -> bool:
    """Say whether a word in front of a colon is a person or body: known as such, or named in full in the text."""
    noun = noun_of(head.text) if head.upos == "NOUN" else None
    if noun is not None:
        return noun.kind in ("person", "organisation", "group", "medium", "document")
    if head.upos not in ("PROPN", "NOUN") or head.text in table("places"):
        return False
    full = regex.compile(rf"\b\p{{Lu}}\p{{L}}+ {regex.escape(head.text)}\b")
    return full.search(context.text, head.span.end) is not None


def _append_reported(
    context: Context, discourse: Discourse, span: Span, cue: VerbCue, speaker: Mention | None, rule: str
) -> None:
    discourse.quotes.append(
        Quote(
            type="reported",
            spans=(span,),
            sentence=context.number,
            rules=(rule,),
            cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
            speaker=speaker,
            via=channels_of(context, cue, speaker),
            addressee=addressee_of(context, cue, speaker),
            medium=cue.medium,
        )
    )
    _add_fragments(context, discourse, len(discourse.quotes) - 1, "fragment-in-sentence")
    discourse.remember(context, speaker)


def intention(context: Context, discourse: Discourse) -> bool:
    """Take ``Die Partei will die Steuern senken.``: what somebody intends is what they have said."""
    if _is_first_person(context):
        return False
    for main in context.main_clauses():
        finite = main.finite
        cue = verb_cue(context.sentence, context.clauses, main)
        if finite is None or cue is None or finite.text.lower() not in _INTENDING or cue.is_negated or cue.is_passive:
            continue
        speaker = speaker_of(context, cue)
        span = whole_sentence(context)
        if speaker is None or span is None or cue.verb == finite:
            continue
        _append_reported(context, discourse, span, cue, speaker, "intention")
        return True
    return False


def is_speech_act(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    """Say whether the verb has the object or prepositional phrase that makes it a speech act."""
    entry = table("reported_acts").get(cue.lemma)
    if entry is None:
        return False
    needs = entry[0].split("|")
    if "obj" in needs and (cue.is_passive or _has_object(context, cue, speaker)):
        return True
    prepositions = _with_contractions([need for need in needs if need != "obj"])
    return any(
        word.text.lower() in prepositions and word.upos in ("ADP", "CCONJ", "SCONJ", "ADV") for word in cue.clause.words
    )


def _has_object(context: Context, cue: VerbCue, speaker: Mention | None) -> bool:
    objects = [
        word
        for word in cue.clause.words
        if word.upos in ("NOUN", "PROPN", "PRON")
        and not word.masked
        and not (speaker is not None and speaker.span.contains(word.span))
        and word.features.get("Reflex") != "Yes"
        and word.text.lower() not in load("time_nouns")
        and word.relation
        in ("obj", "obl:arg", "iobj", "nsubj", "nmod", "conj", "xcomp", "ccomp", "obl", "appos", "root")
    ]
    if any(word.text.lower() in _VICTIMS for word in objects):
        return False
    bare = [word for word in objects if not _has_preposition(context, word)]
    if cue.lemma == "nennen":
        return any(word.upos == "NOUN" for word in bare)
    return bool(bare)


def _has_preposition(context: Context, word: Word) -> bool:
    return any(child.upos == "ADP" and child.index < word.index for child in context.sentence.children(word))


def _with_contractions(prepositions: list[str]) -> set[str]:
    fused = {
        "von": "vom",
        "zu": "zum zur",
        "vor": "vorm",
        "an": "am ans",
        "auf": "aufs",
        "für": "fürs",
        "über": "übers",
    }
    return {form for word in prepositions for form in [word, *fused.get(word, "").split()]}


def _append(
    context: Context,
    discourse: Discourse,
    kind: QuotationType,
    span: Span,
    speaker: Mention | None,
    rule: str,
    mood: Mood,
) -> None:
    """Add a whole sentence as a quotation, or lengthen the one that ended right before it."""
    place = discourse.last_outer()
    before = discourse.quotes[place] if place is not None else None
    if before is not None and place is not None and before.type == kind and before.sentence == context.number - 1:
        joined = Span(before.spans[0].start, span.end)
        discourse.quotes[place] = evolve(before, spans=(joined,), sentence=context.number)
    else:
        medium = before.medium if before is not None and before.speaker == speaker else "speech_or_writing"
        place = len(discourse.quotes)
        discourse.quotes.append(
            Quote(
                type=kind,
                spans=(span,),
                sentence=context.number,
                rules=(rule,),
                speaker=speaker,
                mood=mood,
                medium=medium,
            )
        )
    _add_fragments(context, discourse, place, "fragment-in-sentence")
    discourse.remember(context, speaker)


def _add_fragments(context: Context, discourse: Discourse, place: int, rule: str) -> None:
    """Add the marked fragments of a sentence to the quotation that holds it."""
    if not discourse.allows(rule):
        return
    for placed in context.passages:
        if may_be_fragment(placed):
            outer = discourse.quotes[place]
            discourse.quotes.append(
                evolve(
                    outer,
                    type="direct",
                    spans=(placed.passage.marked.span,),
                    rules=(rule,),
                    passage=placed.number,
                    container=place,
                    mood=None,
                )
            )


def may_be_fragment(placed: Placed) -> bool:
    """Say whether a passage in reported speech is quoted: not a name or title."""
    return not is_named(placed)


_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("back-reference", back_reference),
    ("konjunktiv-continues-speaker", konjunktiv_continuation),
    ("soll-hearsay", hearsay),
    ("headline-colon", headline),
    ("speech-act", speech_act),
    ("intention", intention),
)
