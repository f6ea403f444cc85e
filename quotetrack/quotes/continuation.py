"""Sentences in the Konjunktiv that go on with what somebody says: *Der Plan sei unbezahlbar*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.clauses import INTERROGATIVES, Clause
from quotetrack.cues import verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_authors_guess, is_konjunktiv, is_konjunktiv_1
from quotetrack.nouns import noun_of
from quotetrack.quotes.building import whole_sentence
from quotetrack.quotes.context import Context
from quotetrack.quotes.discourse import Discourse, introduces, is_new_paragraph, seen_by, subject_mention
from quotetrack.quotes.headlines import told_by_name, told_from
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.questions import who_answers
from quotetrack.quotes.reporting import is_aside
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.silence import act_silence
from quotetrack.quotes.stances import takes_side
from quotetrack.quotes.whole_sentences import add_sentence, is_first_person
from quotetrack.quotes.wishes import is_wished
from quotetrack.spans import Span
from quotetrack.syntax import Word
from quotetrack.vocabulary import Mood

_WISHES: Final = frozenset(
    "vorausgeschickt vorweggenommen erwähnt gesagt angemerkt hingewiesen dahingestellt verziehen erlaubt gedankt"
    " empfohlen verwiesen erinnert".split()
)
_RECIPES: Final = frozenset("nehme stelle denke beachte bedenke vergleiche erinnere gebe lasse".split())
_DEMANDING: Final = frozenset(
    "fordern verlangen mahnen anmahnen appellieren drängen einfordern plädieren versprechen zusagen zusichern"
    " kritisieren bemängeln beklagen warnen raten empfehlen".split()
)
#: Plurals of the Konjunktiv II that stand for those of the Konjunktiv I, which look like an indicative.
_FOR_FIRST: Final = frozenset(
    "hätten würden bräuchten kämen bekämen gäben stünden verstünden blieben ließen liessen wüssten säßen sässen lägen"
    " fänden nähmen sähen verlören zögen träfen täten sprächen brächten läsen äßen ässen dächten gälten".split()
)
_OF_ONE: Final = frozenset({"hätte", "wäre", "würde"})
"""Forms of the Konjunktiv II that tell why somebody is for or against something: *Ein Neubau | wäre | teurer*."""
_FORESEEN: Final = frozenset("würde würden hätte hätten wäre wären müsste müssten".split())
_MAY: Final = frozenset({"könnte", "möchte", "sollte", "würde"})
_THINKING: Final = frozenset({"meinen", "denken", "glauben", "sagen", "annehmen", "erwarten"})
_WISHING: Final = frozenset("gern gerne lieber liebsten beinahe fast".split())


def konjunktiv_continuation(context: Context, discourse: Discourse) -> bool:
    """Take ``Der Plan sei unbezahlbar.`` as said by whoever is speaking."""
    if discourse.allows("headline-colon") and (told_by_name(context, discourse) or told_from(context, discourse)):
        return True
    if _add_fronted_behind_colon(context, discourse):
        return True
    own = (main for main in context.main_clauses() if not is_aside(context, main))
    mains = [*own, *_behind_condition(context, discourse), *_asked(context)]
    verbs = [_finite(context, main.finite) for main in mains if main.finite is not None]
    finite = [word for word in verbs if context.passage_at(word.index) is None and not _is_exception(context, word)]
    first = any(map(is_konjunktiv_1, finite)) or _is_told_in_front(context, finite, discourse)
    second = _continues_in_second(context, finite, discourse) or _is_warned_of(context, mains)
    if not (first or second or _has_told_condition(context, finite, discourse) or _is_told_below(context, discourse)):
        return False
    if _is_only_thought_of(context) and (not discourse.follows(context) or not is_konjunktiv(verbs[0])):
        return False
    behind = _behind_authors_colon(context)
    span = behind or whole_sentence(context)
    if span is None or is_first_person(context) or _is_wish(context, discourse):
        return False
    mood: Mood = "subjunctive_1" if first else "subjunctive_2"
    viewer = None if behind is None else seen_by(context) or _those_there(context) or _acting_before_colon(context)
    speaker = viewer or _saying_itself(context)
    if speaker is None and behind is None:
        speaker = who_answers(discourse.before(context), context)
    if speaker is None and not (behind is not None and _is_of_anybody(context)):
        speaker = discourse.continued_speaker(context)
    if speaker is None and context.sentence.words[-1].upos != "PUNCT":  # a line of which nobody speaks
        return False
    add_sentence(context, discourse, "indirect_free_indirect", span, speaker, "konjunktiv-continues-speaker", mood)
    return True


def _finite(context: Context, verb: Word) -> Word:
    """Return the modal behind an infinitive that is tagged as a finite verb: *Nur reden | könne | er nicht*."""
    behind = context.word(verb.index + 1) if verb.index < context.length else verb
    return behind if verb.text.endswith("n") and behind.upos == "AUX" and is_konjunktiv_1(behind) else verb


def _is_told_in_front(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether the Konjunktiv stands in front of marked words: *Wer jetzt baue, „vergräbt Geld“*."""
    fronted = next(iter(context.clauses.all), None)
    if finite or fronted is None or fronted.kind != "subordinate" or fronted.finite is None:
        return False
    outside = context.passage_at(fronted.finite.index) is None and context.passage_at(fronted.end + 2) is not None
    return outside and is_konjunktiv_1(fronted.finite) and discourse.follows(context)


def _has_told_condition(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether a condition in the Konjunktiv I stands in front: *Wenn er nicht komme, dürfte es eng werden*."""
    fronted = next(iter(context.clauses.all), None)
    if fronted is None or fronted.finite is None or not fronted.opens_with("wenn", "falls", "sobald"):
        return False
    return is_konjunktiv_1(fronted.finite) and discourse.follows(context) and any(map(is_konjunktiv, finite))


def _is_told_below(context: Context, discourse: Discourse) -> bool:
    """Say whether a plural that may be a Konjunktiv II has one in the Konjunktiv I below: *Wer komme, den störten sie*.

    Only right behind what is told in the Konjunktiv: *Es sei zu laut, sagte Ott. Die Busse, die dort führen, störten*.
    """
    mains, place = context.main_clauses(), discourse.last_outer()
    told = place is not None and discourse.follows(context) and discourse.quotes[place].mood == "subjunctive_1"
    if not told or not mains or context.passages:
        return False
    plural = all(main.finite is not None and main.finite.text.endswith("ten") for main in mains)
    below = (clause for clause in context.clauses.all if clause.kind in ("relative", "subordinate"))
    return plural and any(clause.finite is not None and is_konjunktiv_1(clause.finite) for clause in below)


def _is_warned_of(context: Context, mains: Sequence[Clause]) -> bool:
    """Say whether *würde* behind a semicolon tells what would follow: *Ott warnt vor dem Abriss; er würde schaden*."""
    if len(mains) != len(("warnt", "würde")) or context.separator_before(mains[1].start) != ";":
        return False
    finite = mains[1].finite
    told = finite is not None and finite.text in _FORESEEN
    cue = verb_cue(context.sentence, context.clauses, mains[0]) if told else None
    return cue is not None and cue.lemma in table("reported_acts") and act_silence(cue) is None


def _asked(context: Context) -> list[Clause]:
    """Return the clause of a question that somebody puts: *Ott fragte nach. | Ob sie nie habe aufgeben wollen?*."""
    first = next(iter(context.clauses.all), None)
    if first is None:
        return []
    opens = first.kind == "subordinate" and first.start == 1 and first.opens_with("ob", *INTERROGATIVES)
    asks = context.word(context.length).text == "?" and not context.main_clauses()
    return [first] if opens and asks and first.finite is not None and is_konjunktiv_1(first.finite) else []


def _behind_condition(context: Context, discourse: Discourse) -> list[Clause]:
    """Return the clause that tells what follows of a condition in front: *Sollte er gehen, | drohe das Aus*.

    What would follow is somebody's only right behind a report: *Sollte er gehen, | würden zwei weitere folgen*.
    """
    clauses = context.clauses.all
    if len(clauses) < 2 or clauses[0].finite is None or clauses[0].finite.index != 1:
        return []
    finite = clauses[1].finite
    follows = clauses[1].kind == "verb_first" and finite is not None and clauses[1].words[0] == finite
    foreseen = clauses[0].finite.text in ("Sollte", "Sollten") and discourse.follows(context)
    told = finite is not None and (is_konjunktiv_1(finite) or (foreseen and finite.text in ("würde", "würden")))
    return [clauses[1]] if follows and told and finite is not None else []


def _behind_authors_colon(context: Context) -> Span | None:
    """Return what is reported behind the colon of a sentence of the author: *Die Sache ist klar: Er habe versagt*."""
    mains, whole = context.main_clauses(), whole_sentence(context)
    if len(mains) < 2 or whole is None or not _sets_apart(context, mains):
        return None
    told = any(main.finite is not None and is_konjunktiv(main.finite) for main in mains[1:])
    own = mains[0].finite is not None and not is_konjunktiv(mains[0].finite)
    trimmed = context.trimmed(mains[1].start, context.length) if told and own else None
    return None if trimmed is None else Span(context.span(*trimmed).start, whole.end)


def _add_fronted_behind_colon(context: Context, discourse: Discourse) -> bool:
    """Take what stands behind a colon with a clause in its front: *Ott sieht das so: Wenn es regne, gebe es Heu*."""
    whole, fronted = whole_sentence(context), _fronted_behind_colon(context)
    subject = None if fronted is None or not introduces(context) else seen_by(context) or subject_mention(context)
    if fronted is None or subject is None or whole is None or is_first_person(context):
        return False
    if not speaks(subject.head) or subject.head.index > fronted.start:
        return False
    span = Span(fronted.span.start, whole.end)
    rule = "konjunktiv-continues-speaker"
    add_sentence(context, discourse, "indirect_free_indirect", span, subject, rule, "subjunctive_2")
    return True


def _fronted_behind_colon(context: Context) -> Clause | None:
    """Return the clause in front of what is said behind the colon of the only main clause of a sentence."""
    for fronted, told in pairwise(context.clauses.all) if len(context.main_clauses()) == 1 else ():
        behind = fronted.kind == "subordinate" and context.separator_before(fronted.start) == ":"
        follows = told.kind == "verb_first" and told.start == fronted.end + 2
        if behind and follows and _is_told(fronted) and _is_told(told):
            return fronted
    return None


def _is_told(clause: Clause) -> bool:
    return clause.finite is not None and is_konjunktiv(clause.finite)


def _sets_apart(context: Context, mains: list[Clause]) -> bool:
    """Say whether a colon stands before the second clause, or a semicolon behind one that takes a stand."""
    separator = context.separator_before(mains[1].start)
    cue = verb_cue(context.sentence, context.clauses, mains[0]) if separator == ";" else None
    takes_stand = (separator == ";" or _gives_reason(context, mains)) and introduces(context)
    return separator == ":" or takes_stand or (cue is not None and bool(cue.licenses))


def _gives_reason(context: Context, mains: list[Clause]) -> bool:
    """Say whether *denn* leads to the reason of somebody who acts: *Ott drängte zur Eile, | denn es werde Herbst*."""
    return context.word(mains[1].start).text == "denn" and context.separator_before(mains[1].start) == ","


def _saying_itself(context: Context) -> Mention | None:
    """Return who says in the first clause what the next goes on with: *Ott antwortete knapp, zwei, und er habe …*."""
    mains = context.main_clauses()
    cue = verb_cue(context.sentence, context.clauses, mains[0]) if len(mains) > 1 and not mains[0].number else None
    if cue is None or not cue.grants("v") or cue.verb != mains[0].finite or is_konjunktiv(cue.verb):
        return None
    found = speaker_of(context, cue)
    return found if found is not None and found.head.index < cue.verb.index else None


def _is_of_anybody(context: Context) -> bool:
    """Say whether nobody is named who agrees before a colon: *Am Ende war man sich einig: So gehe es nicht*."""
    forms = {word.text.lower() for word in context.main_clauses()[0].words}
    return {"man", "sich", "einig"} <= forms


def _those_there(context: Context) -> Mention | None:
    """Return *dort* where *man* takes a stand before a colon: *| Dort | ist man enttäuscht: Ott habe gelogen*."""
    first, forms = context.word(1), {word.text for word in context.main_clauses()[0].words}
    there = first.text == "Dort" and "man" in forms
    return Mention(first.span, first, context.number, is_adverb=True) if there else None


def _acting_before_colon(context: Context) -> Mention | None:
    """Return who acts in the sentence before a colon: *Die Wirtin hat eine Idee: Sie könne kochen*."""
    subject, colon = subject_mention(context), context.main_clauses()[1].start
    if subject is None or subject.head.index > colon:
        return None
    noun = noun_of(subject.head.text) if subject.head.upos == "NOUN" else None
    speaks = noun is not None and noun.kind in ("person", "organisation", "group", "medium")
    judges = any(takes_side(context, main) for main in context.main_clauses()[:1])
    return subject if speaks or judges or subject.head.upos in ("PROPN", "PRON", "DET") else None


def _is_exception(context: Context, word: Word) -> bool:
    """Say whether a form of *sein* belongs to *es sei denn*."""
    around = [other.text.lower() for other in context.words(word.index - 1, word.index + 1)]
    return around == ["es", "sei", "denn"]


def _continues_in_second(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether a Konjunktiv II goes on with reported speech; *könnte* is as likely the author's guess."""
    told = [word for word in finite if is_konjunktiv(word) or word.text.lower() in ("sollte", "sollten")]
    goes_on = discourse.follows(context) or _stands_for_first(context, finite, discourse)
    if not goes_on or not told or _is_unreal(context) or _was_planned(context, finite):
        return False
    if _is_guess_below(context, finite, discourse):
        return False
    place = discourse.last_outer()
    last = None if place is None else discourse.quotes[place]
    reported = last is not None and last.mood in ("subjunctive_1", "subjunctive_2")
    guessing = told if is_authors_guess(finite[0]) or (last is not None and last.type == "free_indirect") else finite
    return reported or _is_demanded(last, finite) or not all(map(is_authors_guess, guessing))


def _is_guess_below(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether a paragraph begins with the author's guess: *Großes Gewicht dürfte der Aussage zukommen*."""
    before = discourse.before(context)
    guess = all(word.text.lower() in ("dürfte", "dürften") for word in finite)
    return guess and before is not None and is_new_paragraph(before, context)


def _is_demanded(last: Quote | None, finite: list[Word]) -> bool:
    """Say whether *müsste* goes on with what was just demanded: *40 Staaten fordern Ruhe. Alle müssten abziehen*."""
    demands = last is not None and last.cue is not None and last.cue.lemma in _DEMANDING
    return demands and all(word.text.lower() in ("müsste", "müssten") for word in finite)


def _was_planned(context: Context, finite: list[Word]) -> bool:
    """Say whether *sollte* tells what was planned, not what is said: *Ursprünglich sollte er länger dauern*.

    Behind an infinitive in front, too: *Vermitteln sollte die Vorsitzende*.
    """
    opening = context.words(1, min(2, context.length))
    if len(opening) > 1 and opening[0].upos == "VERB" and opening[1].text in ("sollte", "sollten"):
        return True
    planned = any(word.text.lower() in ("ursprünglich", "eigentlich", "zunächst") for word in context.sentence.words)
    return planned and any(word.text.lower() in ("sollte", "sollten") for word in finite)


def _stands_for_first(context: Context, finite: list[Word], discourse: Discourse) -> bool:
    """Say whether a plural that stands for a Konjunktiv I gives the reasons of who takes a stand right before.

    ``Angehörige erhoben Vorwürfe. Die Betreiber hätten Vorschriften missachtet.``
    """
    forms = {word.text.lower() for word in finite}
    if not forms or any(clause.opens_with("wenn") for clause in context.clauses.all):
        return False
    mains = context.main_clauses()
    if len(mains) > 1 and mains[0].finite in finite[:1] and context.separator_before(mains[1].start) == ":":
        return _stands_behind_colon(context, finite[1:])
    before = discourse.before(context)
    sides = before is not None and any(takes_side(before, main) for main in before.main_clauses())
    told = _FOR_FIRST | _OF_ONE if sides else _FOR_FIRST
    return forms <= told and _takes_stand_before(context, discourse)


def _stands_behind_colon(context: Context, finite: list[Word]) -> bool:
    """Say whether such a plural stands behind the colon of who takes a stand: *Ott ist sauer: Alle hätten …*."""
    subject = subject_mention(context)
    told = bool(finite) and all(word.text.lower() in _FOR_FIRST for word in finite)
    return told and introduces(context) and subject is not None and speaks(subject.head)


def _takes_stand_before(context: Context, discourse: Discourse) -> bool:
    """Say whether somebody takes a stand in the sentence before, in the same paragraph."""
    before = discourse.before(context)
    subject = None if before is None or is_new_paragraph(before, context) else subject_mention(before)
    return before is not None and subject is not None and introduces(before) and speaks(subject.head)


def _is_only_thought_of(context: Context) -> bool:
    """Say whether the Konjunktiv depends on what could have been said, or was not.

    ``Man hätte sagen können, er sei gescheitert. Ott wollte nicht bestätigen, er sei gescheitert.``
    """
    mains = context.main_clauses()
    cue = verb_cue(context.sentence, context.clauses, mains[0]) if len(mains) > 1 else None
    denied = cue is not None and cue.is_negated and not _is_told_all_the_same(context, mains)
    unsaid = cue is not None and (cue.is_open or denied) and bool(cue.licenses)
    return unsaid or _is_told_by_anybody(context)


def _is_told_all_the_same(context: Context, mains: Sequence[Clause]) -> bool:
    """Say whether a denied report is itself reported, or a colon parts it from what follows: *… nicht: Er habe …*."""
    finite = mains[0].finite
    return context.separator_before(mains[-1].start) in (":", ";") or (finite is not None and is_konjunktiv(finite))


def _is_told_by_anybody(context: Context) -> bool:
    """Say whether the Konjunktiv depends on what whoever may think: *Wer glaubt, das sei vorbei, irrt*."""
    first = next(iter(context.clauses.all), None)
    if first is None or first.kind == "main" or first.words[0].text not in ("Wer", "Wem", "Wen"):
        return False
    if first.finite is not None and is_konjunktiv(first.finite):
        return False  # Wer das Gegenteil verspreche, mache den Leuten etwas vor
    cue = verb_cue(context.sentence, context.clauses, first)
    return cue is not None and bool(cue.licenses)


def _is_unreal(context: Context) -> bool:
    """Say whether a Konjunktiv II is the author's wish or near miss: *hätte gern*, *wäre beinahe*."""
    words = [word.text.lower() for word in context.sentence.words if context.passage_at(word.index) is None]
    if is_wished(context) or not _WISHING.isdisjoint(words) or ("um", "haar") in zip(words, words[2:], strict=False):
        return True
    return {"sich", "gewünscht"} <= {*words} and _is_of_somebody_named(context)


def _is_of_somebody_named(context: Context) -> bool:
    """Say whether a sentence tells what somebody felt whom it names: *Ida Kern hätte sich einen Anruf gewünscht*."""
    subject = subject_mention(context)
    noun = noun_of(subject.head.text) if subject is not None and subject.head.upos == "NOUN" else None
    return subject is not None and (subject.head.upos == "PROPN" or (noun is not None and noun.kind == "person"))


def _is_wish(context: Context, discourse: Discourse) -> bool:
    """Say whether the Konjunktiv is the author's own: *Man nehme*, *Eines sei vorausgeschickt*, *Komme, was wolle*."""
    words = [word for word in context.sentence.words if word.upos != "PUNCT"]
    forms = [word.text.lower() for word in words]
    if any(_is_remark(main) for main in context.main_clauses()) or _is_likely_thought(forms):
        return True
    if (forms[:1] == ["es"] and forms[1:3] in (["lebe"], ["sei", "denn"])) or forms[:2] == ["es", "lebe"]:
        return True
    if forms[:1] == ["man"] and forms[1:2] and forms[1] in _RECIPES:
        return not (discourse.follows(context) or _takes_stand_before(context, discourse))
    return bool(words) and is_konjunktiv_1(words[0]) and words[0].index == 1 and not _is_conditional(context)


def _is_likely_thought(forms: Sequence[str]) -> bool:
    """Say whether the author says what anybody may think: *Alter Brauch, könnte man meinen*."""
    thought = zip(forms, forms[1:], forms[2:], strict=False)
    return any(may in _MAY and who == "man" and verb in _THINKING for may, who, verb in thought)


def _is_conditional(context: Context) -> bool:
    """Say whether a sentence opens with a condition: *Rechne man das ein, blieben …*."""
    return any(
        clause.start > 1 and clause.finite is not None and clause.words[0] == clause.finite
        for clause in context.clauses.all
    )


def _is_remark(clause: Clause) -> bool:
    """Say whether a clause only announces what the author will say: *Eines sei vorausgeschickt*."""
    is_sei = clause.finite is not None and clause.finite.text.lower() == "sei"
    return is_sei and any(word.text.lower() in _WISHES for word in clause.words)
