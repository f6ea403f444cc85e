"""How far the phrase that names a source goes: what of its clause is still its own, and what is reported."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, main_verb, verb_cue
from quotetrack.lexicon import table
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import is_medium, is_time, noun_phrase
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.extents import before_act, before_passage, is_passive, whole_names, with_origin
from quotetrack.quotes.phrase_tails import in_assembly
from quotetrack.quotes.report_nouns import behind_owner, is_report_noun
from quotetrack.syntax import NOMINALS, SUBJECTS, Word

_TWO: Final = 2
_PASSIVES: Final = frozenset({"wird", "werden", "wurde", "wurden"})
_COPULAS: Final = frozenset({"ist", "war", "sei", "sind", "waren", "seien"})
_NOMINATIVES: Final = frozenset({"der", "die", "das"})
_CONTRASTING: Final = frozenset("aber allerdings dagegen freilich hingegen indes indessen jedoch wiederum zwar".split())
_OWNED: Final = frozenset("Angaben Aussagen Auskunft Darstellung Einschätzung Informationen Worten".split())
"""Statements behind *nach* without an article that *von* tells the owner of."""
_OWNING: Final = frozenset("von vom der des einer eines dieser dieses seiner seines ihrer ihres mehrerer".split())
_LEGAL_FORMS: Final = frozenset({"AG", "GmbH", "SE", "KG", "SA", "eG", "AöR", "Holding", "Ltd."})
_WITH_DATIVE: Final = frozenset(
    "dienen drohen entsprechen fehlen folgen gehören gelten gleichen helfen nutzen nützen obliegen schaden unterliegen"
    " unterstehen widersprechen zustimmen kommen zugutekommen".split()
)
"""Verbs with a dative, where they have no other object."""
_WITH_VON: Final = frozenset(
    "abhängen ausgehen abweichen abraten profitieren stammen sprechen handeln leben zeugen überzeugen abhalten".split()
)
"""Verbs that have something behind *von*."""
_LETTERS_RE: Final = regex.compile(r"\p{Lu}{2,6}")
_ABBREVIATION_RE: Final = regex.compile(r"^(?:\p{Ll}{2,4}|\p{Lu}{2,6})$")


def source_extent(context: Context, word: Word, head: Word, clause: Clause) -> tuple[tuple[Word, ...], int]:
    """Return the words of the phrase that a preposition governs, and the last place of its frame."""
    front = _without_contrast(context, word, _front_end(context, word, clause))
    last = _last_of_front(word, clause) or clause.end
    words = noun_phrase(context.sentence, head, (word.index + 1, last))
    end = max(words[-1].index, word.index)
    if front is not None:
        bare = _before_comma(context, word.index + 1, front, clause)
        words = before_act(context, without_edge_punctuation(bare) or words)
        words = _before_medium(context, words)
        end = front
    else:
        words = _before_bare_plural(_without_rest(_its_own(_with_owner(context, words, clause))), clause)
        words = before_passage(context, _up_to_marked_name(context, words))
        words = _before_last_nominative(context, words, clause)
        words = _before_dative(context, _before_subject(context, words, clause), clause)
        words = _with_surname(context, words, clause)
        words = _with_membership(context, _before_agent(context, words, clause), clause)
        words = whole_names(context, _with_name_before_number(context, _up_to_abbreviation(context, words), clause))
        if behind_owner(context, context.word(word.index + 1)) in words[:2]:
            words = context.words(word.index + 1, _before_topic_of(words))
        words = _with_date(context, _with_body_behind(context, _with_circles(context, words, clause)), clause)
        words = _before_predicate(context, _before_governed(context, words, clause), clause)
        words = _with_seat(context, _with_commission(context, words, clause), clause)
        end = max(words[-1].index, word.index)
        relative = relative_behind(context, end)
        if relative is not None:
            end = relative
        elif end < context.length and context.word(end + 1).text == "," and any(w.text == "," for w in words):
            end += 1
    return words, end


def _before_topic_of(words: tuple[Word, ...]) -> int:
    """Return where a statement with its owner in front ends: *nach Otts Erkenntnissen | über das Dach*."""
    place = next((word.index for word in words[1:] if word.text in ("über", "durch", "mit", "gegen", "auf")), 0)
    return place - 1 if place else words[-1].index


def _without_contrast(context: Context, word: Word, front: int | None) -> int | None:
    """Return where a front ends without the word that sets it against another: *Laut Polizei | jedoch war er da*."""
    while front is not None and front > word.index + 1 and context.word(front).text in _CONTRASTING:
        front -= 1
    return front


def relative_behind(context: Context, end: int) -> int | None:
    """Return where the relative clause of a source ends, with its comma: *laut Kern, der es sah, | fehlt Geld*."""
    found = (c for c in context.clauses.all if c.kind == "relative" and c.start == end + 2 and c.opener is not None)
    clause = next(found, None)
    if clause is None or clause.words[0] != clause.opener or clause.opener.text.lower() not in ("der", "die", "das"):
        return None
    last = clause.end
    for other in context.clauses.all:
        if other.parent == clause.number and other.start == last + 2:
            last = max(last, other.end)
    closed = last < context.length and context.word(last + 1).text == ","
    return last + 1 if closed else last


def _with_name_before_number(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a medium with its name, which a tree gives to the number behind it: *der Agentur | Xinmin* | *23 Tote*."""
    last = words[-1]
    if last.upos != "NOUN" or not is_medium(last) or last.index + 2 > clause.end:
        return words
    name, number = context.word(last.index + 1), context.word(last.index + 2)
    named = name.upos in ("PROPN", "X", "NOUN") and name.text[:1].isupper() and noun_of(name.text) is None
    return context.words(words[0].index, name.index) if named and number.upos == "NUM" else words


def _with_date(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a statement with the day it was made: *nach Behördenangaben | vom Montag*."""
    last = words[-1].index
    if (
        not any(map(is_report_noun, words))
        or last + 2 > clause.end
        or context.word(last + 1).text not in ("von", "vom")
    ):
        return words
    behind = next((word for word in context.words(last + 2, last + 3) if word.upos != "DET"), None)
    following = None if behind is None or behind.index == context.length else context.word(behind.index + 1)
    dated = behind is not None and is_time(behind) and (following is None or following.text not in ("bis", "an"))
    return context.words(words[0].index, behind.index) if behind is not None and dated else words


def _before_governed(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a name without what the verb has behind *von*: *hängt laut Kern | vom Wetter | ab*."""
    cue = verb_cue(context.sentence, context.clauses, clause) if words[0].upos == "PROPN" else None
    if cue is None or cue.lemma not in _WITH_VON:
        return words
    place = next((place for place, word in enumerate(words) if word.text in ("von", "vom") and place), len(words))
    return words[:place]


def _before_predicate(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before what the subject is said to be: *Kern war laut Anklage | der „Kopf der Bande“*.

    Nothing else stands behind the form of *sein*. A statement has the genitive of its owner first.
    """
    finite = clause.finite
    if finite is None or finite.text not in _COPULAS or finite.index > words[0].index:
        return words
    subject = any(word.index < finite.index and word.upos in (*NOMINALS, "PRON") for word in clause.words)
    behind = (word for word in _beside(clause, words) if word.upos != "PUNCT" and word.index > words[0].index)
    if not subject or any(word.text != "gewesen" for word in behind):
        return words
    predicate = _bare_predicate(words)
    if predicate:
        return words[:predicate]
    articles = [place for place, word in enumerate(words) if place and word.text in _NOMINATIVES and word.upos == "DET"]
    marked = next((place for place in articles if context.passage_at(words[place].index + 1) is not None), None)
    if marked is not None and context.passage_at(words[marked].index) is None:
        return words[:marked]
    owned = 1 if is_report_noun(next((word for word in words if word.upos == "NOUN"), words[0])) else 0
    return words[: articles[owned]] if len(articles) > owned else words


def _bare_predicate(words: tuple[Word, ...]) -> int:
    """Return the place of the noun without article that the subject is, 0 if none: *Motiv war laut Anklage | Habgier*.

    Behind a role, that is somebody's surname.
    """
    for place, (before, word) in enumerate(pairwise(words), start=1):
        surname = place == 1 and is_person_noun(before.text)
        ends = before.upos == "NOUN" and (place + 1 == len(words) or words[place + 1].upos == "ADP")
        bare = (word.upos == "NOUN" and before.upos in ("NOUN", "PROPN")) or (word.upos == "PROPN" and ends)
        if bare and not (surname or word.masked) and noun_of(word.text) is None:
            return place
    return 0


def _before_bare_plural(words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a body named by letters without the subject behind it: *Betroffen sind laut RKI | Kleinkinder*."""
    if clause.finite is None or clause.finite.index > words[0].index:
        return words
    for place, (word, following) in enumerate(pairwise(words)):
        plural = following.upos == "NOUN" and following.features.get("Number") == "Plur"
        if plural and _LETTERS_RE.fullmatch(word.text) and word.upos in ("PROPN", "NOUN", "X"):
            return words[: place + 1]
    return words


def _with_circles(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a bare statement with where it comes from: *nach Angaben | aus Regierungskreisen*, *aus dem Amt*."""
    last = words[-1]
    if not is_report_noun(last) or last.index + 2 > clause.end or context.word(last.index + 1).text != "aus":
        return words
    behind = (word for word in context.words(last.index + 2, min(last.index + 4, clause.end)))
    noun = next((word for word in behind if word.upos in ("NOUN", "PROPN")), None)
    known = None if noun is None else noun_of(noun.text)
    if noun is None or known is None or known.kind not in ("group", "organisation"):
        return words
    phrase = noun_phrase(context.sentence, noun, (last.index + 2, clause.end))
    return context.words(words[0].index, max(noun.index, phrase[-1].index))


def _with_body_behind(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a source with the name of the body behind it: *laut der Betreiberin, | der Kraftwerke Valdrun AG,*."""
    last = words[-1].index
    if last + 4 > context.length or context.word(last + 1).text != "," or context.word(last + 2).upos != "DET":
        return words
    behind = context.words(last + 3, last + 7)
    closed = next((place for place, word in enumerate(behind) if word.text == ","), None)
    name = behind[:closed] if closed else ()
    is_body = len(name) > 1 and name[-1].text in _LEGAL_FORMS and all(word.upos in NOMINALS for word in name)
    return context.words(words[0].index, name[-1].index) if is_body else words


def _before_medium(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the medium a person spoke in: *Angaben der Gutachterin Eva Posch | in der Zeitung*."""
    for word in words[2:]:
        if word.text.lower() in ("in", "im") and word.upos == "ADP" and context.word(word.index - 1).upos == "PROPN":
            noun = next((other for other in words if other.index > word.index and other.upos in NOMINALS), None)
            if noun is not None and is_medium(noun):
                return context.words(words[0].index, word.index - 1)
    return words


def _with_commission(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a source with who ordered it: *nach einer Umfrage des Instituts | im Auftrag der Zeitung*."""
    last = words[-1].index
    known = noun_of(next((word.text for word in words if word.upos == "NOUN"), ""))
    if known is None or known.kind not in ("document", "statement"):
        return words
    ordered = [word.text for word in context.words(last + 1, min(last + 3, clause.end))] == ["in", "dem", "Auftrag"]
    noun = None
    if ordered and last + 4 < clause.end:
        noun = next((word for word in context.words(last + 4, clause.end) if word.upos in ("NOUN", "PROPN")), None)
    if noun is None:
        return words
    phrase = noun_phrase(context.sentence, noun, (last + 4, clause.end))
    inner = whole_names(context, before_passage(context, _up_to_marked_name(context, phrase)))
    return context.words(words[0].index, max(noun.index, inner[-1].index))


def _with_owner(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a bare statement with whose it is, which a tree gives to the verb: *nach Angaben | von den Anwälten*."""
    last = words[-1]
    if words[0].text not in _OWNED or last.index + 2 > clause.end:
        return words
    attribute = last.relation == "amod" and last.head == last.index + 1
    if not attribute and (len(words) > 1 or context.word(last.index + 1).text not in _OWNING):
        return words
    noun = next((w for w in context.words(last.index + 1, clause.end) if w.upos in ("NOUN", "PROPN")), None)
    if noun is None or noun.index > last.index + len("von den drei örtlichen Anwälten".split()):
        return words
    phrase = noun_phrase(context.sentence, noun, (last.index + 1, clause.end))
    return context.words(words[0].index, phrase[-1].index)


def _with_seat(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a source with its seat where a name follows it: *laut dem Leiter des Labors | in Kiel, Jon Lund,*."""
    last = words[-1].index
    behind = context.words(last + 1, min(last + 8, clause.end))
    if [word.text for word in behind[:1]] != ["in"] or len(behind) < len(("in", "Kiel", ",", "Jon")):
        return words
    named = behind[1].upos == "PROPN" and behind[2].text == "," and behind[3].upos == "PROPN"
    names = behind[3:]
    end = next((place for place, word in enumerate(names) if word.upos != "PROPN"), len(names))
    closed = end < len(names) and names[end].text == ","
    return context.words(words[0].index, names[end - 1].index) if named and closed else words


def _before_agent(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before the *von* of a passive: *wurde laut Norda | von rund 3.000 Menschen besucht*."""
    finite = clause.finite
    passive = is_passive(clause) or (finite is not None and finite.text.lower() in _PASSIVES | _COPULAS)
    named = next((word for word in words if word.upos == "NOUN"), words[0])
    owned = False
    for word in words[1:] if passive else ():
        if word.text.lower() not in ("von", "vom") or word.upos != "ADP":
            continue
        before = context.word(word.index - 1)
        particle = owned and before.upos == "PROPN"  # den Plänen von Ministerin Ida von Thal
        several = owned and before.features.get("Number") == "Plur" and not _is_where_they_work(context, word)
        if several or not (particle or _owns(before, named)):
            return context.words(words[0].index, word.index - 1)
        owned = True
    return words


def _is_where_they_work(context: Context, preposition: Word) -> bool:
    """Say whether *von* and a body or name tell whose people are: *Vertretern | von Polizei*, not *von Käfern*."""
    behind = context.words(preposition.index + 1, min(preposition.index + 4, context.length))
    noun = next((word for word in behind if word.upos in ("NOUN", "PROPN")), None)
    known = None if noun is None else noun_of(noun.text)
    return noun is not None and (
        noun.upos == "PROPN" or (known is not None and known.kind in ("organisation", "medium"))
    )


def _owns(noun: Word, named: Word) -> bool:
    """Say whether a noun takes *von* for whose it is: a statement or plan, somebody's role."""
    if noun.upos != "NOUN":
        return False
    known = noun_of(noun.text) if noun == named else None
    planned = noun == named and (known is None or known.kind in ("statement", "document"))
    return planned or is_person_noun(noun.text) or is_report_noun(noun)


def _before_subject(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before a man who alone can be the subject of its clause: *laut Gesetz* | *der Kanzler*.

    *der Kanzler* could be a genitive of several; the clause has no other nominative then.
    """
    own = {word.index for word in words}
    if clause.finite is None or any(word.relation in SUBJECTS and word.index not in own for word in clause.words):
        return words
    if _is_bare_subject(context, words, clause):
        return words[:1]
    for article in words[1:]:
        noun = context.word(min(article.index + 1, context.length))
        if article.text != "der" or article.upos != "DET" or noun.upos != "NOUN" or noun not in words:
            continue
        known = noun_of(noun.text)
        man = noun.text.endswith("er") or (known is not None and known.gender == "Masc")
        person = known is None or (known.kind == "person" and not known.is_plural)
        behind_noun = context.word(article.index - 1).upos == "NOUN"
        first = sum(word.text == "der" and word.upos == "DET" for word in words if word.index <= article.index) == 1
        bare = words[0].upos == "NOUN" and not is_report_noun(words[0])
        if man and person and behind_noun and clause.finite.features.get("Number") == "Sing" and (bare or not first):
            return context.words(words[0].index, article.index - 1)
    return words


def _before_last_nominative(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before its last noun, without which a clause has no subject: *nach Ansicht der Hirten | der Bär*.

    What opens the clause is an accusative (*Den Schaden verursachte …*) or said of the subject (*Schuld ist …*).
    """
    if not _opens_without_subject(context, clause) or any(word.upos in NOMINALS for word in _beside(clause, words)):
        return words
    articles = [place for place, word in enumerate(words) if place and word.text == "der" and word.upos == "DET"]
    return words[: articles[-1]] if len(articles) > 1 and words[-1].text != "," else words


def _beside(clause: Clause, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what stands behind the verb of a clause, the words of a phrase aside."""
    finite = clause.finite
    behind = (word for word in clause.words if finite is not None and word.index > finite.index)
    return tuple(word for word in behind if word not in words)


def _opens_without_subject(context: Context, clause: Clause) -> bool:
    """Say whether a main clause opens with an object or a bare noun for what is said: *Den Brand*, *Schuld ist*."""
    first, finite = clause.words[0], clause.finite
    if clause.kind != "main" or finite is None or finite.features.get("Number") != "Sing" or is_passive(clause):
        return False
    if first.text in ("Den", "Einen", "Diesen"):
        return not is_time(context.word(min(first.index + 1, context.length)))
    bare = first.upos == "NOUN" and finite.index == first.index + 1 and finite.text in ("ist", "war", "sei")
    return bare and noun_of(first.text) is None


def _before_dative(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before the dative of its verb: *gehört laut Auskunft des Amts* | *der Stadt*.

    It looks like a genitive; the phrase has a genitive of its own already.
    """
    verb = main_verb(context.sentence, clause)
    if verb is None or lemma_of(verb) not in _WITH_DATIVE:
        return words
    owned = False
    for word in words[1:]:
        before = context.word(word.index - 1)
        if word.upos != "DET" or before.upos not in ("NOUN", "PROPN"):
            continue
        if owned and word.text.lower() in ("der", "dem", "den", "einer", "einem", "seiner", "ihrer"):
            return context.words(words[0].index, before.index)
        owned = True
    return words


def _is_bare_subject(context: Context, words: tuple[Word, ...], clause: Clause) -> bool:
    """Say whether a bare noun behind that of a body is the subject: *entstand laut Polizei* | *Totalschaden*."""
    alone = len(words) == _TWO or (len(words) > _TWO and words[2].upos in ("ADP", "CCONJ"))
    if not alone or is_passive(clause) or clause.finite is None or clause.finite.index > words[0].index:
        return False
    body, noun = noun_of(words[0].text), words[1]
    behind = context.word(noun.index + 1) if noun.index < context.length else noun
    common = behind.upos != "PROPN" and noun.text not in table("places") and not noun.masked
    fronted = [word for word in clause.words if word.index < clause.finite.index and word.upos != "PUNCT"]
    nominal = bool(fronted) and fronted[0].upos in ("NOUN", "PROPN", "PRON", "DET", "NUM")
    several = clause.finite.features.get("Number") == "Plur" and body is not None and not body.is_plural
    known = body is not None and body.kind == "organisation" and (words[0].upos == "NOUN" or several)
    return known and common and not nominal and "-" not in noun.text


def _with_surname(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a bare title with the surname that is a noun, too: *laut Bürgermeister | Kern*."""
    title = words[-1]
    if len(words) > 1 or title.index + 2 > clause.end or title.upos != "NOUN":
        return words
    known, name = noun_of(title.text), context.word(title.index + 1)
    single = known is not None and known.kind == "person" and not known.is_plural
    named = name.upos in ("NOUN", "PROPN") and name.text.istitle() and name.features.get("Number") != "Plur"
    if not single or not named or name.masked or is_time(name) or noun_of(name.text) is not None:
        return words
    return context.words(title.index, name.index)


def _with_membership(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a source with where it belongs: *laut Hauptmann Sand | von der Marine*, *der Parteien | im Landtag*."""
    last = words[-1]
    if last.upos == "PROPN":
        return with_origin(context, words, clause) if last.index < context.length else words
    place = in_assembly(context, last, clause.end)
    return words if place is None else context.words(words[0].index, place.index)


def _up_to_abbreviation(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase up to the abbreviation behind its *von*: *nach Ansicht von ai* | *Maßnahmen*."""
    noun = next((word for word in words if is_report_noun(word)), None)
    if noun is None or noun.index + 3 > context.length or context.word(noun.index + 1).text != "von":
        return words
    short, following = context.word(noun.index + 2), context.word(noun.index + 3)
    if (
        short.upos != "DET"
        and _ABBREVIATION_RE.match(short.text)
        and following.upos == "NOUN"
        and following.text[:1].isupper()
    ):
        return context.words(words[0].index, short.index)
    return words


def _without_rest(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase up to the comma that closes its apposition: *laut der Polizei, dem Amt für X,* | *vier Leute*."""
    commas = [place for place, word in enumerate(words) if word.text == ","]
    if len(commas) < 2 or any(word.upos == "CCONJ" for word in words[commas[-1] :]):
        return words
    return words[: commas[-1]]


def _its_own(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a statement of whoever is the subject without what follows: *nach eigenen Angaben* | *Schreie*."""
    own = words[0].text.lower() in ("eigenen", "eigener", "eigenem")
    return words[:_TWO] if own and len(words) > _TWO and is_report_noun(words[1]) else words


def _up_to_marked_name(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase up to the medium between marks in it: *laut „Tagblatt“* | *Warnschüsse*."""
    last = words[-1].index
    for placed in context.passages:
        if words[0].index <= placed.first <= placed.last < last and is_named(placed):
            following = context.word(placed.last + 1)
            apart = context.word(placed.last).span.end < following.span.start
            if apart and following.upos in ("NOUN", "PROPN") and not is_person_noun(following.text):
                return context.words(words[0].index, placed.last)
    return words


def _before_comma(context: Context, first: int, last: int, clause: Clause) -> tuple[Word, ...]:
    """Return the words of a front field that are the clause's own: appositions in, relative clauses out."""
    own = {word.index for word in clause.words}
    words: list[Word] = []
    for word in context.words(first, last):
        if (word.index not in own and word.upos != "PUNCT") or (words and _opens_relative(context, word)):
            break
        words.append(word)
    return tuple(words)


def _opens_relative(context: Context, word: Word) -> bool:
    """Say whether a preposition behind a comma opens a relative clause: *laut einem Papier, | aus dem Kern zitiert*."""
    behind = context.word(word.index - 1).text == "," and word.index < context.length
    return behind and word.upos == "ADP" and context.word(word.index + 1).text in ("dem", "der", "den", "denen")


def without_edge_punctuation(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the commas, colons and dashes it ends in."""
    while words and words[-1].upos == "PUNCT" and words[-1].text in ",;:–-":
        words = words[:-1]
    return words


def _front_end(context: Context, word: Word, clause: Clause) -> int | None:
    """Return the last place of the field before the finite verb if the phrase opens that field: it must end there."""
    finite = clause.finite
    if clause.kind != "main" or finite is None or finite.index <= word.index + 1:
        return None
    opening = [other for other in clause.words if other.upos not in ("PUNCT", "CCONJ")]
    if not opening or opening[0] != word:
        return None
    between = context.words(word.index + 1, finite.index - 1)
    if any(other.text in (":", ";") for other in between):
        return None
    return finite.index - 1


def _last_of_front(word: Word, clause: Clause) -> int | None:
    """Return the last place before the finite verb, for a word before it."""
    finite = clause.finite
    if finite is not None and finite.index > word.index:
        return finite.index - 1
    return None
