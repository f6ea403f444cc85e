"""Marked passages that no verb governs: behind a name, before a dash, on their own, beside a report, unannounced."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex
from attrs import evolve

from quotetrack.clauses import Clause
from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import Gender, is_given_name, noun_of, state_of_place
from quotetrack.quotes.announced import announced
from quotetrack.quotes.building import frame_spans, is_line
from quotetrack.quotes.cases import has_oblique_article
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.direct_speech import label_before, name_before
from quotetrack.quotes.discourse import (
    antecedent,
    introduces,
    is_new_paragraph,
    states_of_somebody,
    subject_mention,
    tells_another,
)
from quotetrack.quotes.extents import INTRODUCING
from quotetrack.quotes.fragments import clause_cue
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote, direct_quote
from quotetrack.quotes.nominals import can_speak, is_thing, speaks
from quotetrack.quotes.only_person import is_first_named, only_person, without_part
from quotetrack.quotes.questions import who_answers
from quotetrack.quotes.replies import is_reply, who_replies
from quotetrack.quotes.reporting import DEPENDENT
from quotetrack.quotes.responses import RULE as ANSWERED
from quotetrack.quotes.responses import answered_noun
from quotetrack.quotes.roles import roles_of
from quotetrack.quotes.sentence_quotes import SentenceQuotes, is_within_other
from quotetrack.quotes.source_frames import NAMINGS
from quotetrack.quotes.told_behind import presented_behind, teller_behind, with_these_words
from quotetrack.spans import Span
from quotetrack.syntax import SUBJECTS, Word

_SHOWN: Final = frozenset({"stehen", "prangen"})
"""Verbs of what can be read somewhere: *Auf einem Plakat stand „…“*."""
_PERFORMING: Final = frozenset("singen spielen vortragen anstimmen aufführen zeigen lesen heißen heissen".split())
"""Verbs whose marked object is a song, a play or a name, however long."""


_PRONOUNS: Final[dict[str, Gender]] = {"er": "Masc", "sie": "Fem"}
_OF_PEOPLE_RE: Final = regex.compile(r"(?:er|in|e|ist|or|eur|ent|ant|chef|mann|frau|rat)$")
"""How nouns for people end that are of no list."""
_OWN_SAYING_RE: Final = regex.compile(
    r"\s*[,–—]?\s+(?:(?:das|dies|so)\s+)?(?:ist|war|bleibt|blieb|wurde|lautet|lautete)\b"
)
_TOPICAL: Final = frozenset("um über wegen nach in im gegen bei beim vor auf mit zwischen".split())
"""Prepositions behind a noun for what a headline is about."""


_OF_OTHERS: Final = frozenset({"laut", "gemäß", "gemäss", "von", "vom", "für", "so", "aus", "seitens"})
"""Prepositions and adverbs before whose words or view it is that follows."""
_BACK: Final = 4
"""So many sentences before, somebody is still who speaks where only things are told of since."""
_CITED: Final = frozenset({"Zitat", "Zuruf", "Zwischenruf"})
"""Nouns for words, behind which *von* or *aus* names whose they are."""


def after_name(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """``Bürgermeister Ott: „Wir bauen.“``."""
    context = quotes.context
    if context.separator_before(placed.first) != ":" or placed.first < 3 or placed.passage.kind != "quotation":
        return None
    colon = placed.first - 1
    start = name_before(context, placed)
    before = label_before(context, placed) or context.clauses.of(context.word(placed.first - 2))
    if start or before is None:
        return _after_dash(context, start, colon) if start else None
    if before.finite is not None or before.kind == "infinitive":
        return _behind_clause(context, placed, colon)
    heads = [word for word in before.words if word.upos in ("PROPN", "NOUN", "PRON") and not word.masked]
    heads = [word for word in heads if word.text not in INTRODUCING]
    if not heads:
        return None
    cited = len(heads) > 1 and heads[0].text in _CITED and _is_behind_von(context, heads)
    head = heads[1] if cited else heads[0]
    speaker = mention(context, head, before, whole=True) if cited or _may_speak(context, head) else None
    if speaker is None and _tells_how_it_goes_on(quotes, before):
        speaker = _current_speaker(quotes)
    return _before_colon(context, before.start, colon, speaker)


def _tells_how_it_goes_on(quotes: SentenceQuotes, before: Clause) -> bool:
    """Say whether words before a colon tell only when or how somebody goes on: *Nach einer Pause: „…“*."""
    opening = next((word for word in before.words if word.upos != "CCONJ"), before.words[0])
    told = opening.upos in ("ADP", "ADV") and opening.text.lower() not in _OF_OTHERS
    earlier = quotes.discourse.before(quotes.context)
    return told and earlier is not None and not is_new_paragraph(earlier, quotes.context)


def _is_behind_von(context: Context, heads: list[Word]) -> bool:
    """Say whether *von* stands behind the first of some nouns: *Zitat | von Bürgermeister Ott: „…“*."""
    return context.word(heads[0].index + 1).text in ("von", "vom", "aus")


def _behind_clause(context: Context, placed: Placed, colon: int) -> Quote | None:
    """Return the roles of a passage behind a clause whose verb says nothing: *Ott hat keine Eile zu gehen: „…“*."""
    subject = None if _has_no_words(context, placed) else subject_mention(context)
    if subject is None or not speaks(subject.head) or is_thing(context, subject.head):
        return None
    return _before_colon(context, 1, colon, subject) if subject.head.index < colon else None


def _may_speak(context: Context, head: Word) -> bool:
    """Say whether a word before a colon can be who speaks, not what it is about: *Streit um den Wald: „Wir klagen“*."""
    before = context.word(head.index - 1) if head.index > 1 else None
    behind = context.word(head.index + 1)
    if head.text.lower().endswith(NAMINGS) and not (before is not None and before.features.get("Poss") == "Yes"):
        return False  # Das Motto des Abends: „…“
    owner = next((word for word in context.words(1, head.index - 1)[::-1] if word.upos != "ADJ"), None)
    if owner is not None and owner.features.get("Poss") == "Yes" and owner.index <= len(("Und", "ihr")):
        return True  # Ihr größter Trost: „…“
    if before is not None and before.upos == "DET" and before.index > 1:
        before = context.word(before.index - 1)
    if before is not None and before.upos == "ADP":
        return False
    if head.upos != "NOUN" or noun_of(head.text) is not None:
        return True
    return behind.text.lower() not in _TOPICAL and _OF_PEOPLE_RE.search(head.text) is not None


def _after_dash(context: Context, start: int, colon: int) -> Quote:
    """Return the roles of a passage whose speaker stands between a dash and the colon of a headline."""
    head = next(word for word in context.words(start, colon) if word.upos in ("PROPN", "NOUN", "X", "ADJ", "DET"))
    return _before_colon(context, start, colon, Mention(context.span(start, colon - 1), head, context.number))


def _before_colon(context: Context, start: int, colon: int, speaker: Mention | None) -> Quote:
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("direct-after-name",),
        cue=CueWords((context.word(colon).span,), ":", "colon"),
        frame=(context.span(start, colon),),
        speaker=speaker,
        medium="speech",
    )


def before_dash(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """``„…“ – Försterin Judith Arnold``."""
    context = quotes.context
    if placed.last + 2 > context.length or context.word(placed.last + 1).text not in ("–", "—"):
        return None
    after = context.words(placed.last + 2, context.length)
    if len(after) > 12 or any(word.upos in ("VERB", "AUX") for word in after):
        return None
    heads = [word for word in after if word.upos in ("PROPN", "NOUN")]
    if not heads:
        return None
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("direct-before-dash",),
        frame=frame_spans(context, ((placed.last + 1, context.length),)),
        speaker=_behind(context, placed.last + 2, heads[0]),
        medium="speech",
    )


def _behind(context: Context, first: int, head: Word) -> Mention:
    trimmed = context.trimmed(first, context.length) or (first, first)
    return Mention(context.span(*trimmed), head, context.number)


def free_standing(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take a passage that is a sentence of its own: the line before announces it, or whoever speaks goes on."""
    context = quotes.context
    if placed.passage.kind != "quotation" or not _stands_free(context):
        return None
    told = None if quotes.found else announced(context, quotes.discourse.before(context))
    if told is not None and quotes.discourse.allows(told.rules[0]):
        return told
    behind = _told_behind(quotes, placed)
    if behind is None and is_reply(quotes, placed):
        return direct_quote(context.number, "direct-unannounced", who_replies(quotes))
    speaker = behind or _current_speaker(quotes) or presented_behind(context, quotes.discourse)
    if speaker is None:
        return None
    return direct_quote(context.number, "direct-continues-speaker", speaker)


def beside_report(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take a passage in a sentence that reports already: ``als „aggressiv“ und „herausfordernd“``."""
    if placed.passage.kind not in ("quotation", "fragment") or answered_noun(quotes.context, placed) is not None:
        return None
    span = placed.passage.marked.span
    own = (quote for quote in quotes.found if quote.rules != (ANSWERED,))
    outer = [quote for quote in own if not is_within_other(quote, quotes.found)]
    before = [quote for quote in outer if quote.spans[0].start < span.start]
    beside = next(iter([*reversed(before), *outer]), None)
    if beside is None or _is_in_own_relative(quotes.context, placed, beside):
        return None
    if not before and _is_in_earlier_main(quotes.context, placed, beside):
        return None
    if (before and _is_of_other(quotes.context, placed, beside)) or _is_above(quotes.context, placed, beside):
        return None
    if (not before and _is_answered(quotes.context, placed)) or _is_exchanged(quotes.context, placed):
        return evolve(beside, rules=("direct-beside-report",), cue=None, frame=(), speaker=None, addressee=(), via=())
    return evolve(beside, rules=("direct-beside-report",), container=None, continues=None)


def _is_in_own_relative(context: Context, placed: Placed, beside: Quote) -> bool:
    """Say whether a relative clause behind a report holds a passage: *lobte die Autorin, die sich „gerührt“ zeigte*."""
    clause = context.clauses.of(context.word(placed.first))
    if clause is None or clause.kind != "relative" or clause.finite is None or beside.cue is None:
        return False
    own = any(clause.span.contains(span) for span in beside.cue.spans)
    return not own and beside.spans[-1].end < clause.span.start


def _is_above(context: Context, placed: Placed, beside: Quote) -> bool:
    """Say whether the main clause tells of another than one below it: *Während Ott „A“ sagt, sieht Kern „B“*."""
    clause = context.clauses.of(context.word(placed.first))
    spans = () if beside.cue is None or beside.cue.kind != "verb" else beside.cue.spans
    cued = next((word for word in context.sentence.words if any(span.contains(word.span) for span in spans)), None)
    told = None if cued is None else context.clauses.of(cued)
    if clause is None or told is None or told.kind not in ("relative", "subordinate") or clause.kind in DEPENDENT:
        return False
    people = (word for word in clause.words if word.upos == "PROPN" and not word.masked and word.index < placed.first)
    own = antecedent(context, beside.speaker) or beside.speaker
    return any(
        own is None or not own.span.contains(word.span) for word in people if context.passage_at(word.index) is None
    )


def _is_in_earlier_main(context: Context, placed: Placed, beside: Quote) -> bool:
    """Say whether a main clause with a subject of its own holds a passage: *Alle riefen „Raus!“ und Ott sagte: …*."""
    clause = context.clauses.of(context.word(placed.first))
    if clause is None or clause.kind != "main" or beside.cue is None:
        return False
    apart = clause.span.end < beside.cue.spans[0].start
    return apart and any(word.relation in SUBJECTS and word.index < placed.first for word in clause.words)


def _is_of_other(context: Context, placed: Placed, beside: Quote) -> bool:
    """Say whether the author tells what somebody else does: *Ott sprach von „A“, und der Wirt zeigte „B“*."""
    clause = context.clauses.of(context.word(placed.first))
    if clause is None or clause.kind not in ("main", "verb_first") or clause.finite is None:
        return False
    if beside.cue is None or beside.cue.kind != "verb":
        return False
    if is_konjunktiv(clause.finite) or any(clause.span.contains(span) for span in (*beside.cue.spans, *beside.spans)):
        return False
    if placed.first <= clause.finite.index <= placed.last:
        return False
    subjects = [word for word in clause.words if word.relation in SUBJECTS and not word.masked]
    named = (word for word in subjects if word.upos in ("NOUN", "PROPN") and speaks(word))
    return any(not has_oblique_article(context, word) for word in named)


def _is_answered(context: Context, placed: Placed) -> bool:
    """Say whether somebody else asks and is answered behind a dash: *„Wer zahlt?“ – „Der Kanton“, antwortete sie*."""
    asked = context.text[: placed.passage.marked.content_spans[-1].end].endswith("?")
    after = context.passage_at(min(placed.last + 2, context.length))
    return asked and after is not None and after != placed and context.word(placed.last + 1).text in ("–", "—", "-")


def _is_exchanged(context: Context, placed: Placed) -> bool:
    """Say whether two speak in turn, a dash between them: *fragte er: „Wer?“ – „Ich.“ – „Allein?“*."""
    before = context.passage_at(placed.first - 2) if placed.first > 2 else None
    dashed = before is not None and before != placed and context.word(placed.first - 1).text in ("–", "—", "-")
    return dashed and placed.passage.kind == "quotation"


def unannounced(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take a passage that is surely quoted, in a sentence whose verb does not say so: its subject speaks."""
    context = quotes.context
    if placed.passage.kind != "quotation" or _is_named_behind(context, placed):
        return None
    if answered_noun(context, placed) is not None:
        return None
    found = clause_cue(context, placed)
    if _heads_line(context, placed):
        found = None  # „Ich habe nichts gespürt“: Taucherin stellt Rekord auf
    elif _has_no_words(context, placed):
        return None
    written = None if found is None or found[1].lemma not in _SHOWN else roles_of(context, found[1], None).speaker
    speaker = written or subject_mention(context)
    if speaker is not None and (
        speaker.span.overlaps(placed.passage.marked.span) or context.passage_at(speaker.head.index) is not None
    ):
        speaker = None
    thing = speaker is None or _is_of_thing(context, speaker) or _is_statement_of_nobody(context, speaker)
    behind = _told_behind(quotes, placed) if thing else None
    if thing and (context.word(max(1, placed.first - 1)).text == ":" or _is_own_saying(context, placed)):
        speaker = only_person(context) or _possessive_behind(context, placed) or speaker
    told = _before_bracket(context, placed) or behind or speaker or _current_speaker(quotes)
    teller = None if told is not None and told == speaker and _is_of_thing(context, told) else told
    return direct_quote(context.number, "direct-unannounced", teller, "speech_or_writing")


def _is_own_saying(context: Context, placed: Placed) -> bool:
    """Say whether a clause behind tells whose the words are: *„…“, das ist die Erfahrung von Ott*, *lautet ihr Rat*."""
    return _OWN_SAYING_RE.match(context.text, placed.passage.marked.span.end) is not None


def _possessive_behind(context: Context, placed: Placed) -> Mention | None:
    """Return the possessive behind a passage: *„…“, das ist | ihre | Erfahrung*."""
    behind = (word for word in context.words(placed.last + 1, context.length) if word.features.get("Poss") == "Yes")
    word = next(behind, None)
    return None if word is None else Mention(word.span, word, context.number)


def _has_no_words(context: Context, placed: Placed) -> bool:
    """Say whether the verb of a passage is denied, one of knowledge, or one of titles and songs."""
    found = clause_cue(context, placed)
    return found is not None and (found[1].is_negated or found[1].is_known or found[1].lemma in _PERFORMING)


def _heads_line(context: Context, placed: Placed) -> bool:
    """Say whether a passage and a colon open a headline, so that the verb in the passage is its own."""
    behind = context.word(placed.last + 1).text if placed.last < context.length else ""
    return placed.first == 1 and behind == ":" and is_line(context)


def _is_of_thing(context: Context, subject: Mention) -> bool:
    """Say whether a subject is a thing of which a passage tells: *Der Bau sollte „die Grundlage“ schaffen*."""
    return is_thing(context, subject.head) and not introduces(context)


def _is_statement_of_nobody(context: Context, subject: Mention) -> bool:
    """Say whether a subject is what somebody says, who is named elsewhere: *Das letzte Wort hatte Ott: „…“*."""
    noun = noun_of(subject.head.text) if subject.head.upos == "NOUN" else None
    return noun is not None and noun.kind == "statement" and not states_of_somebody(context, subject)


def _before_bracket(context: Context, placed: Placed) -> Mention | None:
    """Return who stands before the bracket that holds nothing but his words: *Trainer Huber („Ein Desaster“) ging*."""
    bracketed = placed.first > 2 and context.word(placed.first - 1).text == "("
    if not bracketed or placed.last == context.length or context.word(placed.last + 1).text != ")":
        return None
    last = name = context.word(placed.first - 2)
    if name.upos not in ("NOUN", "PROPN") or name.masked or not (speaks(name) and can_speak(name)):
        return None
    while context.sentence.head(name) is not None and context.word(name.index - 1) == context.sentence.head(name):
        name = context.word(name.index - 1)
    whole = mention(context, name, context.clauses.of(name))
    return evolve(whole, span=Span(whole.span.start, last.span.end))


def _told_behind(quotes: SentenceQuotes, placed: Placed) -> Mention | None:
    """Return who spoke by the next sentence, which takes the words up: *„Ich gehe.“ Mit diesem Satz begann Kolb.*."""
    context, contexts = quotes.context, quotes.discourse.contexts
    goes_on = bool(quotes.found) or quotes.discourse.follows(context)
    told = None if goes_on else teller_behind(context, quotes.discourse)
    after = contexts[context.number + 1] if context.number + 1 < len(contexts) and _stands_free(context) else None
    if told is not None or after is None or is_new_paragraph(context, after) or placed.last < context.length - 1:
        return told
    return with_these_words(after)


def _is_named_behind(context: Context, placed: Placed) -> bool:
    """Say whether *so der Titel* behind a passage tells that it is a name."""
    after = [word.text.lower() for word in context.words(placed.last + 1, placed.last + 5)]
    return after[:2] == [",", "so"] and any(form.endswith(NAMINGS) for form in after[2:])


def _current_speaker(quotes: SentenceQuotes) -> Mention | None:
    context = quotes.context
    if quotes.found:
        return quotes.found[-1].speaker
    answering = who_answers(quotes.discourse.before(context), context)
    if answering is not None and _stands_free(context):
        return answering
    if quotes.discourse.follows(context):
        return quotes.discourse.speaker
    before = quotes.discourse.statement_before(context)
    subject = None if before is None else subject_mention(before)
    person = None if before is None or is_new_paragraph(before, context) else only_person(before)
    subject = None if subject is None else without_part(subject, person, context.text)
    if subject is not None and before is not None and _is_spoken_of(context, before, subject):
        same = not is_new_paragraph(before, context)
        return (_told_of_farther_back(quotes, before.number) if same else None) or subject
    if context.number - quotes.discourse.sentence > 2:
        told = subject is not None and before is not None and not (speaks(subject.head) or introduces(before))
        if told or subject is None:
            return person or _told_of_farther_back(quotes, context.number)
        return subject
    spoke = quotes.discourse.speaker
    if subject is None or before is None:
        new = person is not None and before is not None and is_first_named(before, person)
        return person if new or spoke is None else spoke
    other = (
        (_is_somebody_named(before, subject) and not _is_place(context, subject))
        or is_of_other_gender(subject.head, spoke)
        or tells_another(subject.head)
        or _is_standing(before, subject)
    )
    return subject if other else spoke


def _is_somebody_named(before: Context, subject: Mention) -> bool:
    """Say whether a subject is a person, by its head or by a full name in apposition: *Der Gelobte, Yann Ott, …*."""
    inside = [word for word in before.sentence.words if subject.span.contains(word.span)]
    full = any(is_given_name(one.text) and other.text[:1].isupper() for one, other in pairwise(inside))
    return full or _is_somebody(subject.head)


def _is_place(context: Context, subject: Mention) -> bool:
    """Say whether a subject is a city alone, and nobody's surname: *Am Sonntag wartet | Basel*."""
    name = subject.head.text
    if subject.span != subject.head.span or state_of_place(name) is None:
        return False
    before = regex.findall(rf"(\p{{Lu}}\p{{Ll}}+) {regex.escape(name)}\b", context.text)
    return not any(is_given_name(word) for word in before)


def _is_spoken_of(context: Context, before: Context, subject: Mention) -> bool:
    """Say whether words are of several who are the subject before: *Die Gäste bleiben aus. „Sie haben Angst.“*."""
    finite = next((main.finite for main in before.main_clauses()), None)
    several = finite is not None and finite.features.get("Number") == "Plur" and subject.head.upos == "NOUN"
    opening = next((placed.passage.marked.content_spans[0] for placed in context.passages), None)
    told = opening is not None and opening.of(context.text).startswith(("Sie ", "Die ", "Denen "))
    return several and told and not introduces(before)


def _told_of_farther_back(quotes: SentenceQuotes, place: int) -> Mention | None:
    """Return who acts before sentences about things, or who was quoted there: *Ott winkt ab. Geld fehlt. „…“*."""
    contexts = quotes.discourse.contexts
    for after in range(place, max(place - _BACK, 0), -1):
        before = contexts[after - 1]
        if is_new_paragraph(before, contexts[after]):
            return None
        if before.number == quotes.discourse.sentence:
            return quotes.discourse.speaker
        subject = subject_mention(before)
        if subject is not None and speaks(subject.head):
            return subject if _is_somebody(subject.head) else None
    return None


def _is_standing(context: Context, subject: Mention) -> bool:
    """Say whether a body, several people or a surname takes a stand: *Auch der Bund winkt ab*, *schmunzelte | Gasser*.

    So does *er* who goes on: *Er lobte auch die Fans. „Danke.“*.
    """
    head = subject.head
    if head.text.lower() in _PRONOUNS and head.upos == "PRON":
        return introduces(context)
    known = noun_of(head.text) if head.upos == "NOUN" else None
    named = known is not None and known.kind in ("person", "organisation", "group")
    bare = head.upos == "NOUN" and known is None and subject.span == head.span
    return (named or bare) and introduces(context)


def is_of_other_gender(head: Word, spoke: Mention | None) -> bool:
    """Say whether *er* who acts is not she who spoke last: *…, wirft sie ein. Er nickt. „Ja.“*."""
    own = _PRONOUNS.get(head.text.lower()) if head.features.get("Number") != "Plur" else None
    noun = None if spoke is None or spoke.head.upos != "NOUN" else noun_of(spoke.head.text)
    last = _PRONOUNS.get(spoke.head.text.lower()) if spoke is not None and noun is None else noun and noun.gender
    return own is not None and last is not None and last != own


def _stands_free(context: Context) -> bool:
    """Say whether the sentence holds nothing but marked passages."""
    return all(word.upos == "PUNCT" or context.passage_at(word.index) is not None for word in context.sentence.words)


def _is_somebody(head: Word) -> bool:
    """Say whether a subject is a person: named, by a role, or by an adjective for a noun (*der Ältere*)."""
    if head.upos == "PROPN":
        return True
    noun = noun_of(head.text)
    is_adjective = (
        head.upos in ("ADJ", "NOUN")
        and head.text[:1].isupper()
        and head.lemma[:1].islower()
        and head.text.endswith(("e", "er"))
    )
    return (noun is not None and noun.kind == "person" and not noun.is_plural) or is_adjective
