"""Who is speaking now: what the discourse remembers from sentence to sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex
from attrs import define, evolve, field

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, verb_cue
from quotetrack.lexicon import table
from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import is_given_name, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.attitude_verbs import ATTITUDES, SIDES, STANDING
from quotetrack.quotes.context import Context
from quotetrack.quotes.gapping import who_does_not
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention, Quote
from quotetrack.quotes.nominals import (
    TOLD_APART,
    can_speak,
    is_comparative,
    is_governed,
    is_owner,
    is_treated,
    noun_after,
    speaks,
    tells_how,
)
from quotetrack.quotes.only_person import only_person
from quotetrack.quotes.pronoun_subjects import nominative_pronoun, opening_demonstrative, that_one
from quotetrack.quotes.reporting import answers, is_quoted
from quotetrack.quotes.roles import speaker_of
from quotetrack.quotes.set_against import second_without_verb
from quotetrack.quotes.stances import (
    accuses,
    answering,
    asked,
    feels,
    felt_by,
    is_asked_first,
    takes_side,
    takes_stand,
    telling_document,
    those_there,
    with_whom,
)
from quotetrack.quotes.subjects import subject_of
from quotetrack.quotes.told_subjects import is_only_told_of, suffers
from quotetrack.quotes.wishes import is_wished
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

_VIEWS: Final = frozenset(
    "Angst Antwort Bedenken Einwände Erfahrung Erfahrungen Erinnerung Erklärung Lesart Sicht Sorge Sorgen Verdacht"
    " Version Verständnis Vorbehalte Zweifel".split()
)
"""What somebody has who takes a stand: *Ott hat das anders in Erinnerung*."""
_IN_DOCUMENTS: Final = frozenset({"darin", "hierin"})
"""Adverbs for a document, which goes on speaking in the next sentence: *Darin heißt es, …. Der Mann habe …*."""
_LATELY: Final = 3
"""So many sentences before, somebody quoted is still the source of what is only said to be so."""
_OTHERS: Final = frozenset("der die dieser diese jener jene".split())
_LATTER: Final = frozenset("letzterer letztere ersterer erstere".split())
_OF_OWNERS: Final = frozenset({"der", "des", "von", "vom", "aus", "seiner", "ihrer"})
_FAR: Final = 4
"""So many sentences before, somebody quoted still goes on in the Konjunktiv where nobody else has come in between.

Further back nobody reading the article has them in mind. Of four more quotations that have a speaker for it in the open
WIKINEWS documents, three have the right one.
"""
_BETWEEN: Final = 2
"""So many sentences about things may stand between who acts and what they say."""
_TALKING: Final = frozenset({"sprechen", "reden", "erzählen", "denken"})
_SOURCES: Final = frozenset({"stehen", "bestehen", "hervorgehen"})
"""Verbs that report only with a document for their source."""


@define
class Discourse:
    """The quotes so far, the last speaker, and the number of the last sentence that quoted.

    ``without_rules`` are the names of the rules that are switched off.
    """

    contexts: tuple[Context, ...]
    without_rules: frozenset[str] = frozenset()
    quotes: list[Quote] = field(factory=list)
    speaker: Mention | None = None
    sentence: int = -9

    def allows(self, rule: str) -> bool:
        """Say whether a rule is switched on."""
        return rule not in self.without_rules

    def follows(self, context: Context) -> bool:
        """Say whether the sentence right before quoted somebody."""
        return self.sentence == context.number - 1

    def lately(self, context: Context) -> bool:
        """Say whether somebody was quoted not long before, in the same paragraph."""
        if not 0 < context.number - self.sentence <= _LATELY:
            return False
        between = self.contexts[self.sentence : context.number + 1]
        return not any(is_new_paragraph(before, after) for before, after in pairwise(between))

    def before(self, context: Context) -> Context | None:
        """Return the sentence before."""
        return self.contexts[context.number - 1] if context.number else None

    def statement_before(self, context: Context) -> Context | None:
        """Return the last sentence before with a verb that is no question: *Ott lacht. Und wie viele? „Keiner.“*."""
        before = self.before(context)
        while before is not None and before.number and (before.word(before.length).text == "?" or _has_no_verb(before)):
            before = self.before(before)
        return before

    def remember(self, context: Context, speaker: Mention | None) -> None:
        """Note that a sentence quoted, and whom."""
        follows = self.follows(context)
        self.sentence = context.number
        speaker = commenting(context) or antecedent(context, speaker) or speaker
        if speaker is not None and (not speaker.is_adverb or speaker.head.text.lower() in _IN_DOCUMENTS):
            self.speaker = speaker
        elif speaker is not None and not follows:
            before = self.before(context)
            self.speaker = (subject_mention(before) if before is not None else None) or self.speaker

    def last_outer(self) -> int | None:
        """Return the place of the last quote that lies in no other."""
        places = range(len(self.quotes) - 1, -1, -1)
        return next((place for place in places if self.quotes[place].container is None), None)

    def continued_speaker(self, context: Context) -> Mention | None:
        """Return who goes on speaking in a sentence: the last speaker, or the subject of the sentence before.

        ``Der Verband klagt. Die Zahlen hätten sich verdoppelt.``: a sentence that reports nothing itself may introduce
        the speaker of the next.
        """
        if self.follows(context):
            return self.speaker
        before = self._telling_before(context)
        if before is None:
            return self.speaker
        subject = None if _is_told(before) else subject_mention(before)
        if subject is not None and _is_cited(before):
            return subject
        if subject is not None and _says_nothing(before, subject.head):
            return self.speaker if context.number - self.sentence <= _FAR else None
        if subject is not None and subject.head.upos == "PROPN":
            subject = _taken_up_there(before, context) or subject
        if (
            subject is not None
            and _is_named(before, subject)
            and (self._is_apart(before) or _acts_by_name(before, subject.head) or _is_introduced(before, subject))
        ):
            return subject
        if self.speaker is not None and subject is not None and self._is_told_by_gender(context, subject, self.speaker):
            return subject
        if subject is not None and self._is_next(before, subject):
            return subject
        opener = self._of_whom_the_paragraph_is(context, before) or self._acting_farther_back(before, subject)
        if opener is not None:
            return opener
        if self.speaker is not None and context.number - self.sentence <= 2 and not introduces(before):
            return self.speaker
        stands = any(takes_stand(before, main) or takes_side(before, main) for main in before.main_clauses())
        if subject is not None and not speaks(subject.head) and not stands:
            speaker = self.speaker if context.number - self.sentence <= _FAR or not self._is_apart(context) else None
            return speaker or _only_told_of(before, context)
        return subject or self.speaker or _only_told_of(before, context)

    def _is_next(self, before: Context, subject: Mention) -> bool:
        """Say whether the sentence before turns to its subject: *Der | zuckt die Schultern. Er habe …*."""
        if states_of_somebody(before, subject) or tells_another(subject.head):
            return True
        in_turn = self._is_apart(before) or _has_a_name(before, subject.head) or _wants(before)
        return (in_turn and _is_somebody(subject.head)) or _is_named_in_front(before, subject.head)

    def _of_whom_the_paragraph_is(self, context: Context, before: Context) -> Mention | None:
        """Return who is named first of a paragraph of two sentences so far, of which the second is told already.

        ``Ott hat nachgegeben. Er hätte mehr bekommen. Der Käufer habe aber gezögert.``
        """
        first = self.before(before)
        if first is None or not _is_told(before) or self.sentence >= first.number:
            return None
        previous = self.before(first)
        opens = previous is None or is_new_paragraph(previous, first)
        if not opens or is_new_paragraph(first, before) or is_new_paragraph(before, context):
            return None
        subject = subject_mention(first)
        takes_up = before.word(1).text in ("Er", "Sie")
        return subject if takes_up and subject is not None and subject.head.upos == "PROPN" else None

    def _acting_farther_back(self, before: Context, subject: Mention | None) -> Mention | None:
        """Return who acts before sentences about things: *Wirt Ott zeigt auf die Wand. Der Putz bröckelt. Das habe …*.

        Whoever has been quoted in between goes on.
        """
        earlier = before
        while subject is None or _is_thing(earlier, subject):
            previous = self.before(earlier)
            is_far = previous is None or before.number - previous.number > _BETWEEN
            if previous is None or is_far or is_new_paragraph(previous, earlier) or introduces(earlier):
                return None
            if previous.number <= self.sentence:
                return self.speaker if previous.number == self.sentence else None
            earlier = previous
            subject = None if _is_told(earlier) else subject_mention(earlier)
        acts = earlier is not before and (_is_named(earlier, subject) or _is_somebody(subject.head))
        return subject if acts and not _says_nothing(earlier, subject.head) else None

    def accuser(self, context: Context) -> Mention | None:
        """Return who accuses somebody in the sentence before: *Die Staatsanwaltschaft ermittelt. Ott soll …*."""
        before = self.before(context)
        return None if before is None or is_new_paragraph(before, context) else accuser_in(before)

    def _is_told_by_gender(self, context: Context, subject: Mention, speaker: Mention) -> bool:
        """Say whether *er* or *sie* goes with the subject of the sentence before, and not with who has spoken.

        ``„Es eilt“, sagt sie. Da kommt ein junger Vater. Er habe nicht geschlafen.``
        """
        wanted = {"Er": "Masc", "Sie": "Fem"}.get(context.word(1).text)
        own, other = (_gender_of(self.contexts[told.sentence], told) for told in (subject, speaker))
        return wanted is not None and own == wanted and other in ("Masc", "Fem") and other != wanted

    def _telling_before(self, context: Context) -> Context | None:
        """Return the sentence before, or the one before that where it is in the Konjunktiv itself and quotes nobody.

        ``Ott begründete das mit den Kosten. Man müsste Boote kaufen. Auch sei der Weg zu weit.``
        """
        before = self.before(context)
        asking = before is not None and before.word(before.length).text == "?"
        if before is not None and asking and _has_no_verb(before):  # Ott winkt ab. Teuer? Das sei es nicht.
            before = None if is_new_paragraph(before, context) else self.statement_before(context)
        earlier = None if before is None else self.before(before)
        if before is None or earlier is None or self.sentence >= earlier.number or not _is_told(before):
            return before
        return before if is_new_paragraph(earlier, context) or not introduces(earlier) else earlier

    def _is_apart(self, before: Context) -> bool:
        """Say whether a sentence begins a paragraph behind the last one that quoted."""
        if not 0 <= self.sentence < before.number:
            return True
        return is_new_paragraph(self.contexts[self.sentence], before)


def _only_told_of(before: Context, context: Context) -> Mention | None:
    """Return the one person of whom the sentence before tells: *Die Wut der | Wirtin | ist groß. Man habe …*."""
    return None if is_new_paragraph(before, context) or _is_told(before) else only_person(before)


def accuser_in(context: Context) -> Mention | None:
    """Return who accuses or investigates somebody in a sentence, also by a passive: *wird vom Amt ermittelt*."""
    for main in context.main_clauses():
        cue = verb_cue(context.sentence, context.clauses, main) if accuses(context, main) else None
        speaker = None if cue is None or cue.is_negated or cue.is_open else speaker_of(context, cue)
        if speaker is not None and speaks(speaker.head):
            return speaker
    return None


def _is_somebody(head: Word) -> bool:
    """Say whether a subject is one person by a role: *Sein | Nachfolger | lässt das nicht stehen*."""
    noun = noun_of(head.text) if head.upos == "NOUN" else None
    return noun is not None and noun.kind == "person" and not noun.is_plural and not noun.is_ambiguous


def _wants(context: Context) -> bool:
    """Say whether a sentence tells what its subject wants: *Die Chefin | will | kochen. Davon verstehe sie …*."""
    forms = (main.finite.text for main in context.main_clauses() if main.finite is not None)
    return any(form in ("will", "wollte", "möchte", "mag") for form in forms)


def _is_thing(context: Context, subject: Mention) -> bool:
    """Say whether a subject is a thing or a document of which a sentence of the author tells."""
    noun = noun_of(subject.head.text) if subject.head.upos == "NOUN" else None
    article = context.sentence.child(subject.head, DETERMINERS)
    known = article is not None and not article.text.lower().startswith("ein")  # dort hing ein Zettel
    written = known and noun is not None and noun.kind in ("document", "statement", "reports")
    return not speaks(subject.head) or (written and not introduces(context))


def _has_a_name(context: Context, head: Word) -> bool:
    """Say whether the article has named the bearer of a role before: *Wirt Emil Kern … . Der | Wirt | geht …*."""
    before = context.text[: context.sentence.span.start]
    return regex.search(rf"\b{regex.escape(head.text)} \p{{Lu}}\p{{Ll}}+ \p{{Lu}}\p{{Ll}}+", before) is not None


def tells_another(head: Word) -> bool:
    """Say whether a subject is *der* or *dieser* alone, who is not who has just spoken: *Der | zuckt die Schultern*."""
    form = head.text.lower()
    alone = head.upos in ("PRON", "DET") and head.features.get("Number") != "Plur"
    apart = form in TOLD_APART and form != "eine"
    return form in _LATTER or apart or (alone and form in _OTHERS) or is_treated(head)


def states_of_somebody(context: Context, subject: Mention) -> bool:
    """Say whether a subject is what somebody says, with whose it is: *Die Antwort | der Stadt | kam prompt*."""
    noun = noun_of(subject.head.text) if subject.head.upos == "NOUN" else None
    words = context.sentence.within(subject.span)
    owned = words[0].features.get("Poss") == "Yes" or (words[0].text.endswith(("s", "’")) and words[0].upos == "PROPN")
    behind = any(word.text in _OF_OWNERS and word.index > subject.head.index for word in words)
    return noun is not None and noun.kind == "statement" and (owned or behind)


def _gender_of(context: Context, told: Mention) -> str | None:
    """Return the gender that a noun for people in a mention has by itself, else that of the tag of its head."""
    known = (noun_of(word.text) for word in context.sentence.within(told.span) if word.text[:1].isupper())
    genders = (noun.gender for noun in known if noun is not None and noun.kind == "person" and not noun.is_plural)
    return next(filter(None, genders), None) or told.head.features.get("Gender")


def _says_nothing(before: Context, subject: Word) -> bool:
    """Say whether a sentence tells of its subject only what happens: *Ott wurde verhaftet*, *Dabei starb Ott*."""
    return suffers(before, subject) or (is_only_told_of(before, subject) and not introduces(before))


def _is_named_in_front(before: Context, pronoun: Word) -> bool:
    """Say whether a clause in front names whom *er* takes up: *Wenn Ott nicht schlafen kann, steht | er | auf*."""
    first = next(iter(before.clauses.all), None)
    if first is None or first.kind != "subordinate" or first.start != 1 or pronoun.text not in ("er", "sie"):
        return False
    return any(word.upos == "PROPN" and word.relation in SUBJECTS and not word.masked for word in first.words)


def _is_cited(before: Context) -> bool:
    """Say whether somebody is quoted in a sentence: *Darin wird auch der Hauswart zitiert. Er habe gewarnt*."""
    cues = (verb_cue(before.sentence, before.clauses, main) for main in before.main_clauses())
    return any(cue is not None and cue.is_passive and cue.lemma == "zitieren" for cue in cues)


def _has_no_verb(context: Context) -> bool:
    return all(clause.finite is None for clause in context.clauses.all)


def _taken_up_there(before: Context, context: Context) -> Mention | None:
    """Return the pronoun that ends a row of clauses and goes on: *Ott ging, sie blieb. Neid habe sie nie gehabt*."""
    mains = before.main_clauses()
    last = _beside_verb(mains[-1]) if len(mains) > 1 else None
    own = next((word for main in context.main_clauses() if (word := _beside_verb(main)) is not None), None)
    same = last is not None and own is not None and last.text.lower() == own.text.lower()
    return mention(before, last, mains[-1]) if same and last is not None else None


def _beside_verb(main: Clause) -> Word | None:
    """Return *er* or *sie* right beside the finite verb of a clause."""
    near = (word for word in main.words if main.finite is not None and abs(word.index - main.finite.index) == 1)
    return next((word for word in near if word.text.lower() in ("er", "sie") and word.upos == "PRON"), None)


def _is_told(context: Context) -> bool:
    """Say whether a sentence is itself in the Konjunktiv: its subject is spoken of."""
    mains = context.main_clauses()
    told = bool(mains) and all(main.finite is not None and is_konjunktiv(main.finite) for main in mains)
    return told and not is_wished(context)


def _is_named(context: Context, subject: Mention) -> bool:
    """Say whether a subject is a name, or has one: *Trainer Tim Ott hatte feuchte Augen*, *Der Chef, Jan Kern, …*."""
    inside = context.sentence.within(subject.span)
    behind = (word for word in inside if word.index == subject.head.index + 1)
    full = any(is_given_name(one.text) and other.text[:1].isupper() for one, other in pairwise(inside))
    return full or subject.head.upos == "PROPN" or any(word.upos == "PROPN" for word in behind)


def _acts_by_name(context: Context, head: Word) -> bool:
    """Say whether somebody with a name, and no article, does something in a sentence: *Dort traf Ott die Bauern*."""
    cues = (verb_cue(context.sentence, context.clauses, main) for main in context.main_clauses())
    active = any(cue is not None and not cue.is_passive for cue in cues)
    return active and context.sentence.child(head, DETERMINERS) is None


def _is_introduced(context: Context, subject: Mention) -> bool:
    """Say whether somebody is named in full for the first time, and acts: *Der Physiker Jan Ott gab ihm Zeit*."""
    names = [word for word in context.sentence.within(subject.span) if word.upos == "PROPN"]
    full = any(is_given_name(one.text) and other.index == one.index + 1 for one, other in pairwise(names))
    known = context.text.find(names[-1].text) < context.sentence.span.start if full else True
    cues = (verb_cue(context.sentence, context.clauses, main) for main in context.main_clauses())
    return not known and any(cue is not None and not cue.is_passive for cue in cues)


def is_new_paragraph(before: Context, context: Context) -> bool:
    """Say whether a line ends between two sentences."""
    return "\n" in before.text[before.sentence.span.end : context.sentence.span.start]


def antecedent(context: Context, speaker: Mention | None) -> Mention | None:
    """Return whom a relative pronoun takes up right behind: *sprach mit Ott, der erklärte, …*, where Ott goes on."""
    if speaker is None or speaker.head.index < 3 or speaker.head.text not in ("der", "die"):
        return None
    if speaker.sentence != context.number:
        return None
    place = speaker.head.index
    clause, noun = context.clauses.of(speaker.head), context.word(place - 2)
    if clause is None or clause.kind != "relative" or clause.start != place or context.separator_before(place) != ",":
        return None
    named = noun.upos == "PROPN" or (noun.upos == "NOUN" and speaks(noun) and not is_time(noun))
    return mention(context, noun, context.clauses.of(noun)) if named else None


def commenting(context: Context) -> Mention | None:
    """Return who answers at the end of a sentence, and goes on: *Sie soll geflohen sein, was ihr Anwalt bestritt*."""
    last = context.clauses.all[-1] if context.clauses.all else None
    if last is None or last.kind != "subordinate" or not last.opens_with("was"):
        return None
    cue = verb_cue(context.sentence, context.clauses, last)
    if cue is None or not answers(cue) or cue.is_negated or cue.is_passive:
        return None
    speaker = speaker_of(context, cue)
    return speaker if speaker is not None and speaks(speaker.head) else None


def introduces(context: Context) -> bool:
    """Say whether a main verb of a sentence is one of saying, thinking or judging."""
    if felt_by(context) is not None or asked(context) is not None or _telling_when(context) is not None:
        return True
    if is_asked_first(context) or seen_by(context) is not None or with_whom(context) is not None:
        return True
    for main in context.main_clauses():
        if answering(context, main) is not None or telling_document(context, main) is not None:
            return True
        if main.finite is not None and lemma_of(main.finite) == "haben" and any(w.text in _VIEWS for w in main.words):
            return True
        if takes_stand(context, main):
            return True
        cue = verb_cue(context.sentence, context.clauses, main)
        if cue is None or cue.lemma in _SOURCES:
            continue
        if cue.licenses or cue.lemma in table("reported_acts") or cue.lemma in ATTITUDES:
            return True
    return False


def seen_by(context: Context) -> Mention | None:
    """Return for whom something is so, by the front of a sentence: *Für Ott ist das klar*, *Für Ott steht fest: …*."""
    mains = context.main_clauses()
    if not mains or mains[0].finite is None or mains[0].words[0].text != "Für":
        return None
    finite = mains[0].finite
    front = [word for word in mains[0].words if 1 < word.index < finite.index and not word.masked]
    nominal = (word for word in front if word.upos in ("NOUN", "PROPN") and speaks(word) and not is_time(word))
    alone = front[0] if len(front) == 1 and front[0].text in ("ihn", "sie") else None
    person = alone or next(nominal, None)
    said = {word.text for word in mains[0].words if not word.masked}
    certain = finite.text in ("steht", "stand") and "fest" in said
    coming = lemma_of(finite) == "kommen" and bool(said & _COMING)  # Für Ott kam das nicht überraschend
    plain = lemma_of(finite) == "liegen" and {"auf", "Hand"} <= said  # Für Ott liegt das auf der Hand
    if person is None or not (certain or coming or plain or lemma_of(finite) in ("sein", "bleiben")):
        return None
    return mention(context, person, mains[0])


_COMING: Final = frozenset("überraschend unerwartet gelegen ungelegen früh spät recht".split())
"""How something comes to somebody who has something to say about it."""
_ACCUSATIVE: Final = frozenset({"Den", "Einen", "Diesen", "Keinen", "Seinen", "Ihren"})
"""Articles that open a clause with an object."""


def subject_mention(context: Context) -> Mention | None:
    """Return the subject of the first main clause that can speak, of two the one of which a speaker is known."""
    viewer = seen_by(context) or felt_by(context) or with_whom(context) or asked(context)
    if viewer is not None:
        return viewer
    for main in context.main_clauses():
        behind = (
            second_without_verb(context, main)
            or answering(context, main)
            or those_there(context, main)
            or _excepted(context, main)
            or _agent(context, main)
            or _he(context, main)
            or _one_who_takes_up(context, main)
        )
        behind = behind or _behind_adverb(context, main) or _behind_object(context, main) or _asked_there(context, main)
        if behind is not None:
            return behind
        own = {word.index for word in main.words}
        subjects = [
            word
            for word in main.words
            if word.relation in SUBJECTS
            and word.head in own
            and not (word.masked or is_quoted(context, word) or is_governed(context, word) or is_owner(context, word))
            and not (_is_accusative(main, word) or feels(word))
            and can_speak(word)
            and word.upos != "NUM"
            and not is_comparative(main, word)
        ]
        speaking = next(filter(speaks, subjects), None)
        if speaking is not None:
            return _turning_down(context, main, speaking) or mention(context, speaking, main)
        document = telling_document(context, main) or _telling_when(context)
        agreeing = None if document is not None else _agreeing(context, main, alone=not subjects)
        if document is not None or agreeing is not None or subjects:
            return document or agreeing or mention(context, subjects[0], main)
    return _telling_when(context)


def _agent(context: Context, main: Clause) -> Mention | None:
    """Return by whom something is welcomed or turned down: *Der Plan wird | von Anwohnern | abgelehnt*."""
    cue = verb_cue(context.sentence, context.clauses, main)
    judged = cue is not None and cue.is_passive and cue.lemma in SIDES | STANDING
    return speaker_of(context, cue) if judged and cue is not None else None


def _he(context: Context, main: Clause) -> Mention | None:
    """Return *er* beside the verb, though the tree has another subject: *Die Gäste, die johlten, warnte | er*."""
    cue = verb_cue(context.sentence, context.clauses, main)
    pronoun = None if cue is None else nominative_pronoun(cue)
    return mention(context, pronoun, main) if pronoun is not None and pronoun.text.lower() == "er" else None


def _one_who_takes_up(context: Context, main: Clause) -> Mention | None:
    """Return *dieser* who acts, or says something of what was said: *Das räumte | diese | ein*, *| Der | lacht*."""
    pronoun = that_one(context, main) or opening_demonstrative(main)
    if pronoun is None:
        return None
    found = mention(context, pronoun, main)
    return evolve(found, head=evolve(pronoun, features={**pronoun.features, "Number": "Sing"}))


def _telling_when(context: Context) -> Mention | None:
    """Return who tells something while something else happens: *Wenn Ott vom Krieg erzählt, wird es still. Er …*."""
    first = context.clauses.all[0] if context.clauses.all else None
    if first is None or first.kind != "subordinate" or not first.opens_with("wenn", "als", "sobald", "während"):
        return None
    cue = verb_cue(context.sentence, context.clauses, first)
    if cue is None or cue.is_passive or cue.is_negated or not (cue.licenses or cue.lemma in _TALKING):
        return None
    teller = subject_of(context, cue)
    named = teller is not None and (teller.upos == "PROPN" or (teller.upos == "NOUN" and noun_of(teller.text)))
    return mention(context, teller, first) if teller is not None and named and speaks(teller) else None


def _excepted(context: Context, main: Clause) -> Mention | None:
    """Return who does otherwise, named last, whose words follow: *Beck räumte Fehler ein, Ott nicht: Er habe …*."""
    words = who_does_not(main)
    head = next((word for word in words if word.upos in ("NOUN", "PROPN") and speaks(word)), None)
    return None if head is None else Mention(context.span(words[0].index, words[-1].index), head, context.number)


def _behind_adverb(context: Context, main: Clause) -> Mention | None:
    """Return who acts behind a word that tells how: *Scharf reagierte | die Innung*."""
    first, finite = main.words[0], main.finite
    if finite is None or len(main.words) < 3:
        return None
    shows = feels(first) and finite.index == first.index + 1  # Skeptischer ist | die Konkurrenz
    if not shows and not tells_how(context, first, main, lemma_of(finite)):
        return None
    behind = main.words[2]
    noun = behind if behind.upos == "PROPN" else noun_after(main, behind)  # Kritischer sieht Ott die Karten
    return None if noun is None else mention(context, noun, main)


def _asked_there(context: Context, main: Clause) -> Mention | None:
    """Return whose name stands behind the verb where a participle asks: *Darauf angesprochen, wird | Ott | rot*."""
    finite = main.finite
    if finite is None or finite.index == context.length or not is_asked_first(context):
        return None
    name = context.word(finite.index + 1)
    return mention(context, name, main) if name.upos == "PROPN" and not name.masked else None


def _behind_object(context: Context, main: Clause) -> Mention | None:
    """Return whose name stands right behind the verb where an accusative opens the clause: *Einen Trost hat | Ott*.

    So does the subject of a verb with which somebody takes a stand: *Den Vorwurf wies | die Bahn | von sich*.
    """
    article, finite = main.words[0], main.finite
    if article.text not in _ACCUSATIVE or finite is None or finite.index == context.length:
        return None
    noun, name = noun_after(main, article), context.word(finite.index + 1)
    if takes_stand(context, main) or takes_side(context, main):
        cue = verb_cue(context.sentence, context.clauses, main)
        subject = None if cue is None or cue.is_passive else subject_of(context, cue)
        first = context.word(min(finite.index + 1, context.length))
        may_act = cue is not None and not cue.is_passive and first.text in ("der", "die", "das")
        subject = subject or (noun_after(main, first) if may_act else None)
        if subject is not None and subject.index > finite.index and speaks(subject):
            return mention(context, subject, main)
    single = noun is not None and noun.index + 1 == finite.index and not (is_time(noun) or noun.text.endswith("n"))
    alone = name.upos == "PROPN" and name.relation != "amod" and finite.features.get("Number") == "Sing"
    return mention(context, name, main) if single and alone and not name.masked else None


def _is_accusative(main: Clause, word: Word) -> bool:
    """Say whether a noun taken for the subject has an article of the accusative in front: *Den Vorwurf wies Ott ab*."""
    return main.words[0].text in _ACCUSATIVE and word.index == main.words[0].index + 1


def _surname_at_end(main: Clause) -> Word | None:
    """Return a noun of no list that ends a clause right behind its verb, as a surname does: *schmunzelte | Gasser*."""
    last = [word for word in main.words if word.upos != "PUNCT"][-1]
    ends = main.finite is not None and last.index == main.finite.index + 1 and not last.masked
    is_name = last.upos == "PROPN" or (last.upos == "NOUN" and noun_of(last.text) is None)
    return last if ends and is_name else None


def _turning_down(context: Context, main: Clause, words: Word) -> Mention | None:
    """Return who turns down words that the tree has for the subject: *Die Klage wies das Amtsgericht ab*."""
    noun = noun_of(words.text) if words.upos == "NOUN" else None
    if noun is None or noun.kind not in ("document", "statement", "reports"):
        return None
    return _agreeing(context, main, alone=False)


def _agreeing(context: Context, main: Clause, *, alone: bool) -> Mention | None:
    """Return who takes a stand beside an object: *Dem stimmt ihr Kollege zu*, *Eine Klage schloss Ott aus*.

    The object may be what the tree has for the subject, unless the clause is alone in having none.
    """
    cue = verb_cue(context.sentence, context.clauses, main)
    if cue is None or cue.is_passive or not (cue.lemma in ATTITUDES | STANDING or cue.licenses):
        return None
    subject = subject_of(context, cue)
    speaking = subject is not None and subject.upos in ("NOUN", "PROPN") and speaks(subject)
    found = subject if speaking else _surname_at_end(main) if alone else None
    return None if found is None else mention(context, found, main)
