"""The subject of a verb that reports, where the tree is wrong too: case, number and what the nouns mean decide."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, verb_cue
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import is_time
from quotetrack.quotes.addressing_verbs import (
    ADDRESSED_BY_DATIVE,
    ADDRESSED_BY_OBJECT,
    NEEDING_OBJECT,
    TOLD_TO_MEDIA,
)
from quotetrack.quotes.cases import agrees, has_oblique_article, is_nominative
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.nominals import (
    STANDING_ALONE,
    can_speak,
    is_governed,
    is_owner,
    is_surely_subject,
    noun_after,
    opens_as_adverb,
    opens_phrase,
    speaks,
)
from quotetrack.quotes.placed_subjects import (
    behind_dative,
    behind_finite,
    behind_first_verb,
    front_nominal,
    may_be_speaking,
    nominative,
    share_behind,
    speaking_noun,
    surname_beside,
)
from quotetrack.quotes.pronoun_subjects import (
    another_behind,
    behind_relative,
    demonstrative,
    nominative_pronoun,
    one_of_them,
    one_of_two,
    relative_pronoun,
    several_behind,
    that_one,
)
from quotetrack.quotes.reporting import is_aside
from quotetrack.syntax import COORDINATIONS, DETERMINERS, SUBJECTS, Word

_JUDGING_SOMEBODY: Final = frozenset("würdigen loben preisen rühmen feiern verteidigen kritisieren rügen".split())
"""Verbs that take somebody for their object and have words beside them: *…, lobte sie Ott*."""
_TURNING_DOWN: Final = frozenset("ablehnen abweisen ausschließen bestreiten dementieren verwerfen zurückweisen".split())
"""What nobody's words do, and somebody does to them: *Die Klage wies das Amtsgericht ab*."""
_GIVING_REASONS: Final = frozenset("begründen rechtfertigen verteidigen erläutern kommentieren bekräftigen".split())
"""What somebody does to words, and words do not to anybody: *Seine Forderung begründete Ott damit, dass …*."""
_CONTRASTS: Final = frozenset("aber jedoch allerdings zugleich gleichzeitig".split())


def subject_of(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the verb: an unmistakable pronoun, the tree's if it agrees, else the first nominative."""
    pronoun = (
        _behind_dash(context, cue)
        or nominative_pronoun(cue)
        or _before_and(context, cue)
        or demonstrative(context, cue)
        or that_one(context, cue.clause)
        or relative_pronoun(context, cue)
        or one_of_two(context, cue)
        or another_behind(context, cue)
        or behind_relative(context, cue)
        or several_behind(context, cue)
        or one_of_them(context, cue)
    )
    if pronoun is not None:
        return pronoun
    chosen = _behind_object(context, cue) or _chosen_subject(context, cue)
    if chosen is None:
        return None
    return (
        _name_beside_paper(context, cue, chosen)
        or _speaking_rival(context, cue, chosen)
        or _in_front(context, cue, chosen)
        or chosen
    )


def _behind_dash(context: Context, cue: VerbCue) -> Word | None:
    """Return who alone stands between a dash and the verb: *Der Plan – | Ott | nennt ihn „mutig“ – ist neu*."""
    finite = cue.clause.finite
    if finite is None or cue.clause.kind != "main":
        return None
    front = context.words(cue.clause.start, finite.index - 1)
    dash = next((place for place, word in enumerate(front) if place and word.text in ("–", "—")), None)
    if dash is None and context.separator_before(cue.clause.start) in ("–", "—"):
        dash = -1
    own = front[dash + 1 :] if dash is not None else ()
    heads = [word for word in own if word.upos in ("NOUN", "PROPN", "PRON")]
    plain = all(word.upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON") and not word.masked for word in own)
    first = heads[0] if heads and plain else None
    acts = first is not None and speaks(first) and can_speak(first)
    return first if acts and first is not None and not has_oblique_article(context, first) else None


def _before_and(context: Context, cue: VerbCue) -> Word | None:
    """Return the pronoun of a relative clause that goes on with an object: *Briefe, die | drohen und die Stadt bitten*.

    The *die* behind *und* is then the article of whom the verb is directed at, the only other noun of its clause.
    """
    clause = cue.clause
    before = context.clauses.before(clause)
    joined = clause.kind == "relative" and clause.words[0].text in ("und", "oder") and len(clause.words) > 2
    if not joined or cue.lemma not in ADDRESSED_BY_OBJECT or before is None or before.kind != "relative":
        return None
    article = clause.words[1]
    free = [word for word in clause.words if word.upos in ("NOUN", "PROPN", "PRON") and not is_governed(context, word)]
    if len(free) != 1 or article.relation not in DETERMINERS or article.head != free[0].index:
        return None
    earlier = verb_cue(context.sentence, context.clauses, before)
    return None if earlier is None else subject_of(context, earlier)


def _behind_object(context: Context, cue: VerbCue) -> Word | None:
    """Return who judges somebody that a pronoun stands for: *…, würdigte sie | Präsident Kern*, *…, lobte sie Ott*."""
    words = cue.clause.words
    acting = _nominative_behind_sie(context, cue)
    acting = acting or _surname_behind_him(context, cue)
    if acting is not None:
        return acting
    if cue.lemma not in _JUDGING_SOMEBODY or words[0] != cue.clause.finite or len(words) < len(("lobte", "sie", "Ott")):
        return None
    behind = words[2]
    named = behind.upos == "PROPN" or (behind.upos == "NOUN" and is_person_noun(behind.text))
    return behind if words[1].text == "sie" and named and not is_governed(context, behind) else None


def _surname_behind_him(context: Context, cue: VerbCue) -> Word | None:
    """Return a bare name behind *ihn* or *ihm* that closes an inquit: *…, beruhigt ihn | Zgraggen*."""
    words = cue.clause.words
    if words[0] != cue.clause.finite or len(words) < len(("sagt", "ihm", "Ott")) or words[1].text not in ("ihn", "ihm"):
        return None
    name = words[2]
    closes = len(words) == len(("sagt", "ihm", "Ott")) or words[3].upos == "PUNCT"
    bare = name.upos in ("NOUN", "PROPN") and name.text[:1].isupper() and noun_of(name.text) is None
    return name if closes and bare and not is_time(name) else None


def _nominative_behind_sie(context: Context, cue: VerbCue) -> Word | None:
    """Return a man right behind *sie*, which is the object then: *habe sie | der alte Wirt eingeladen*."""
    finite, words = cue.clause.finite, cue.clause.words
    place = next((p for p, w in enumerate(words[:-2]) if w == finite and words[p + 1].text in ("sie", "es")), None)
    if place is None or words[place + 2].text not in ("der", "dieser", "jener"):
        return None
    noun = next((word for word in words[place + 3 :] if word.upos != "ADJ"), None)
    acts = noun is not None and noun.upos == "NOUN" and is_person_noun(noun.text) and is_nominative(context, noun)
    return noun if acts else None


def _name_beside_paper(context: Context, cue: VerbCue, chosen: Word) -> Word | None:
    """Return who tells a marked name in front, in a form that may be a dative, something: *Der „Post“ sagte | Ott*."""
    finite, marked = cue.clause.finite, context.passage_at(chosen.index)
    if finite is None or marked is None or not is_named(marked) or cue.lemma not in TOLD_TO_MEDIA:
        return None
    fronted = cue.clause.words[0].text == "Der" and marked.first == cue.clause.start + 1
    behind = next((word for word in cue.clause.words if word.index == finite.index + 1), None)
    named = behind is not None and behind.upos == "PROPN" and may_be_speaking(context, behind, cue)
    return behind if named and fronted and marked.last + 1 == finite.index else None


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
    if not quoted and (is_nominative(context, chosen) or (speaks(chosen) and not _is_turned_down(cue, chosen))):
        return None
    for word in cue.clause.words:
        if word.index <= finite.index or not may_be_speaking(context, word, cue):
            continue
        noun = noun_of(word.text) if word.upos == "NOUN" else None
        if noun is not None and noun.kind in ("document", "reports"):
            continue
        if word.upos == "PROPN" and cue.lemma in ADDRESSED_BY_OBJECT | ADDRESSED_BY_DATIVE:
            continue
        if word.index > finite.index + 1 and word.upos == "NOUN" and not context.sentence.child(word, DETERMINERS):
            continue
        if _is_alone_beside_several(context, word, chosen, finite):
            continue
        return word
    return None


def _in_front(context: Context, cue: VerbCue, chosen: Word) -> Word | None:
    """Return who stands before the verb where a thing behind it was taken: *Rat Ott nannte | das Gesetz „zahm“*."""
    finite, noun = cue.clause.finite, noun_of(chosen.text)
    thing = chosen.upos == "NOUN" and noun is not None and noun.kind in ("document", "statement", "reports")
    if finite is None or chosen.index < finite.index or not thing or is_nominative(context, chosen):
        return None
    front = front_nominal(context, cue)
    if front is None or front.upos not in ("NOUN", "PROPN") or front.index > finite.index:
        return None
    return front if front.upos == "PROPN" or is_person_noun(front.text) else None


def _is_turned_down(cue: VerbCue, chosen: Word) -> bool:
    """Say whether words are what somebody turns down: *Den Bericht*, *Die Klage wies das Amtsgericht ab*."""
    noun = noun_of(chosen.text) if chosen.upos == "NOUN" and not cue.is_passive else None
    said = noun is not None and noun.kind in ("document", "statement", "reports")
    return said and cue.lemma in _TURNING_DOWN | _GIVING_REASONS


def _is_alone_beside_several(context: Context, word: Word, chosen: Word, finite: Word) -> bool:
    """Say whether a plural verb is of the plural before it: *Die Städte hatten die Union gebeten, …*."""
    numbers = [known.features.get("Number") for known in (finite, chosen, word)]
    return numbers == ["Plur", "Plur", "Sing"] and context.sentence.child(word, COORDINATIONS) is None


def _behind_demonstrative(context: Context, cue: VerbCue, subjects: list[Word]) -> list[Word]:
    """Return the certain nominative behind a verb with its object in front: *Die kündigte | der Bund | an*."""
    finite = cue.clause.finite
    if finite is None or not subjects or subjects[0].text.lower() not in ("die", "das"):
        return []
    behind = [word for word in cue.clause.words if word.index > finite.index and word.upos in ("NOUN", "PROPN")]
    certain = [word for word in behind if is_nominative(context, word) and not is_governed(context, word)]
    return certain if len(certain) == 1 and subjects[0].index < finite.index else []


def _chosen_subject(context: Context, cue: VerbCue) -> Word | None:
    joined = context.sentence.head(cue.verb) if cue.verb.relation in COORDINATIONS else None
    known = (cue.verb, cue.clause.finite, joined, _verb_joined_to(context, cue))
    verbs = [verb for verb in known if verb is not None and verb in cue.clause.words]
    children = [child for verb in verbs for child in context.sentence.children(verb, SUBJECTS)]
    heads = [head for child in children if (head := _content_head(context, child, cue)) is not None]
    agreeing = [head for head in heads if agrees(context, head, cue.clause.finite)]
    agreeing = _behind_demonstrative(context, cue, agreeing) or agreeing
    found = _before_addressed(context, cue, agreeing) or next(filter(speaks, agreeing), next(iter(agreeing), None))
    if _goes_on_with_and(cue) and not (found is not None and is_surely_subject(context, found)):
        found = _shared_subject(context, cue) or found
    return (
        found
        or front_nominal(context, cue)
        or nominative(context, cue)
        or (_agreeing_speaker(context, cue) if heads else None)
        or next(iter(heads), None)
        or behind_first_verb(context, cue)
        or behind_dative(context, cue)
        or speaking_noun(context, cue)
        or behind_finite(context, cue)
        or _shared_subject(context, cue)
        or surname_beside(context, cue)
        or share_behind(cue)
    )


def _verb_joined_to(context: Context, cue: VerbCue) -> Word | None:
    """Return the verb that *und* joins to the one at the end of a clause: *weil Ott den Plan | lobt und fordert, …*."""
    place = cue.verb.index
    joins = cue.clause.kind == "subordinate" and place > 2 and context.word(place - 1).text in ("und", "oder")
    before = context.word(place - 2) if joins else None
    return before if before is not None and before.upos in ("VERB", "AUX") else None


def _before_addressed(context: Context, cue: VerbCue, heads: list[Word]) -> Word | None:
    """Return who says something to whom a bare name stands for: *Becks Kampagne | warf Ott vor, …*.

    Nothing else in the clause may be the object.
    """
    finite, words = cue.clause.finite, cue.clause.words
    apart = [*dict.fromkeys(word.index for word in heads)]
    if finite is None or len(apart) != 2 or cue.lemma not in NEEDING_OBJECT | ADDRESSED_BY_OBJECT:
        return None
    front, behind = (context.word(place) for place in sorted(apart))
    bare = behind.upos == "PROPN" and behind.index == finite.index + 1
    first = front.index < finite.index and not has_oblique_article(context, front)
    others = (word for word in words if word.upos == "NOUN" and word not in (front, behind) and not word.masked)
    return front if bare and first and all(is_governed(context, word) for word in others) else None


def _agreeing_speaker(context: Context, cue: VerbCue) -> Word | None:
    """Return who fits the verb where the tree's subject does not: *Die Gerüchte nannte die Sprecherin „erfunden“*."""
    finite = cue.clause.finite
    behind = [word for word in cue.clause.words if finite is not None and word.index > finite.index]
    return next((word for word in behind if may_be_speaking(context, word, cue)), None)


def _content_head(context: Context, child: Word, cue: VerbCue) -> Word | None:
    """Return a subject that can speak; an article that the parser took for one gives its noun."""
    own = {word.index for word in cue.clause.words}
    if child.index not in own or child.masked or child in cue.words or not can_speak(child):
        return None
    if has_oblique_article(context, child) or opens_as_adverb(context, child, cue) or is_owner(context, child):
        return None
    if _stands_behind_als(context, child, cue):
        return None
    if child.text.lower() in STANDING_ALONE and not opens_phrase(context, child):
        return None if is_governed(context, child) else child
    owns = child.text.lower() in ("dessen", "deren") and child == cue.clause.opener
    if child.upos in ("DET", "ADJ") or (child.upos == "PRON" and child.text.lower() in ("der", "die", "das")) or owns:
        noun = noun_after(cue.clause, child)
        if noun is not None:
            child = noun
    return None if is_governed(context, child) else child


def _stands_behind_als(context: Context, child: Word, cue: VerbCue) -> bool:
    """Say whether a noun in front tells as what somebody speaks: *Als Zeugin | sagte die Köchin aus, …*."""
    finite, opener = cue.clause.finite, cue.clause.words[0]
    if finite is None or opener.text != "Als" or child.index + 1 != finite.index or child.upos != "NOUN":
        return False
    front = context.words(opener.index + 1, child.index - 1)
    behind = (word for word in cue.clause.words if word.index > finite.index)
    return all(word.upos == "ADJ" for word in front) and any(
        word.upos in ("NOUN", "PROPN", "PRON") and not is_governed(context, word) for word in behind
    )


def _shared_subject(context: Context, cue: VerbCue) -> Word | None:
    """Return the subject of the conjunct before: *Sie begrüßte das und forderte, …*.

    Where that reports too, its subject is found as that of any report.
    """
    clause = cue.clause
    first = clause.words[0]
    if clause.kind == "subordinate" and clause.opener is None:
        return _subject_of_dependent(context, clause)
    behind = _behind_first_main(context, cue)
    if behind is not None:
        return behind
    joined = first.text.lower() in ("und", "aber", "sondern", "oder", "sowie") or _is_contrasted(clause)
    if clause.kind != "verb_first" and not joined:
        return None
    for other in reversed([other for other in context.clauses.all if other.start < clause.start]):
        if is_aside(context, other):
            continue
        surrounds = other.end > clause.start and not joined
        if other.kind in ("main", "verb_first") and other.finite is not None and not surrounds:
            reported = verb_cue(context.sentence, context.clauses, other) if other.end < clause.start else None
            subject = None if reported is None or reported.is_passive else subject_of(context, reported)
            if subject is not None and reported is not None and _is_object_of_row(context, reported, subject):
                continue
            if subject is not None:
                return subject if joined or _may_go_on(context, subject) else None
            own = {word.index for word in other.words}
            for word in other.words:
                if word.relation in SUBJECTS and word.head in own and not word.masked:
                    return word if joined or _may_go_on(context, word) else None
    return None


def _may_go_on(context: Context, word: Word) -> bool:
    """Say whether a subject may be who speaks in the next clause; an adjective for somebody may: *Der Neue kam, …*."""
    article = context.sentence.child(word, DETERMINERS)
    told = article is not None and article.text.lower() in ("der", "die") and word.text.endswith("e")
    return speaks(word) or (told and word.lemma[:1].islower())


def _behind_first_main(context: Context, cue: VerbCue) -> Word | None:
    """Return who speaks behind a main clause, an apposition before the verb: *Ott ging, | die Wirtin, Ida Neu, sagte*.

    Nothing but a comma joins the two clauses, so that the first seems to go on up to the verb.
    """
    clause, before = cue.clause, context.clauses.before(cue.clause)
    if clause.kind != "verb_first" or clause.words[0] != clause.finite or before is None or before.finite is None:
        return None
    if any(word.upos in ("NOUN", "PROPN", "PRON") and not word.masked for word in clause.words):
        return None
    nouns = (word for word in before.words if word.index > before.finite.index + 1 and word.upos == "NOUN")
    noun = next((word for word in nouns if word.head == cue.verb.index), None)
    if noun is None or not speaks(noun) or has_oblique_article(context, noun) or is_governed(context, noun):
        return None
    article = context.sentence.child(noun, DETERMINERS)
    apart = article is not None and context.word(article.index - 1).text == "," and agrees(context, noun, clause.finite)
    return noun if apart else None


def _subject_of_dependent(context: Context, clause: Clause) -> Word | None:
    """Return the subject of the dependent clause that goes on: *Als der Richter | kam und sagte, …*."""
    before = context.clauses.before(clause)
    if before is None or before.kind not in ("subordinate", "relative"):
        return None
    cue = verb_cue(context.sentence, context.clauses, before)
    found = subject_of(context, cue) if cue is not None and not cue.is_passive else None
    behind = (word for word in before.words[1:] if word.upos in ("NOUN", "PROPN", "PRON") and not word.masked)
    first = next(behind, None)
    bare = first is not None and not (has_oblique_article(context, first) or is_governed(context, first))
    own = (word for word in before.words if word.relation in SUBJECTS and not word.masked)
    return found or next(own, None) or (first if bare else None)


def _goes_on_with_and(cue: VerbCue) -> bool:
    """Say whether a conjunct has nothing before its verb and shares its subject: *und nannte Otts Plan „gut“*."""
    words = [word for word in cue.clause.words if word.upos != "PUNCT"]
    return len(words) > 2 and words[0].text in ("und", "sowie") and words[1] == cue.clause.finite


def _is_contrasted(clause: Clause) -> bool:
    """Say whether a clause begins with its verb and goes on in contrast to the one before: *…, sagte aber auch, …*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    contrasts = any(word.text in _CONTRASTS for word in words[1:4])
    return clause.kind == "verb_first" and contrasts and not any(word.upos in ("NOUN", "PROPN") for word in words[:2])


def _is_object_of_row(context: Context, cue: VerbCue, subject: Word) -> bool:
    """Say whether what looks like a subject is the object of a second verb: *Ott las, faltete das Blatt und sagte*."""
    clause = cue.clause
    if clause.kind != "verb_first" or cue.licenses or subject.upos == "PROPN" or is_surely_subject(context, subject):
        return False
    if is_person_noun(subject.text):
        return False
    before = context.clauses.before(clause)
    return before is not None and before.kind == "main" and context.separator_before(clause.start) == ","
