"""Whom a reporting verb speaks to: its dative or object, *gegenüber X*; the media spoken to are channels."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import is_given_name, is_person_noun, noun_of
from quotetrack.phrases import case_of, is_medium, is_time, mention_span, noun_phrase
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE, ADDRESSED_BY_OBJECT
from quotetrack.quotes.cases import DATIVE_FEMININES
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.extents import whole_names
from quotetrack.quotes.mentions import limit_of, mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import NOT_SUBJECTS
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, SUBJECTS, Word

_HEARERS: Final = ("presse", "medien", "publikum", "journalisten", "reportern", "medienvertretern", "öffentlichkeit")
"""Ends of nouns for those before whom somebody says something."""
_TALKS: Final = ("interview", "gespräch", "telefonat", "unterredung")
_MESSAGES: Final = ("brief", "schreiben", "botschaft", "mail", "appell", "aufruf", "mahnung", "bitte", "nachricht")
"""Ends of nouns for talks with somebody, and for what goes to somebody."""
_DATIVE_RELATIONS: Final = ("obj", "iobj", "obl:arg", "obl", "nmod")
_NOT_ADDRESSING: Final = frozenset(
    "widersprechen zustimmen beipflichten folgen entsprechen gelten glauben trauen misstrauen danken gratulieren heißen"
    " stehen gehören entnehmen hinzufügen".split()
)
"""Verbs that report and whose dative is not spoken to."""

#: Two syllables or more: what is no syllable of a Korean given name.
_TWO_SYLLABLES_RE: Final = regex.compile(r"[aeiouyäöü][^aeiouyäöü]+[aeiouyäöü]", regex.IGNORECASE)

_NEEDING_OBJECT: Final = frozenset("vorwerfen unterstellen vorhalten attestieren bescheinigen androhen".split())
"""Verbs that say something to or of somebody: without a clause, their object is the last noun before them."""
_DEMANDING: Final = frozenset({"fordern", "verlangen", "erwarten", "wünschen", "einfordern"})
"""Verbs that name with *von* whom they ask for something."""
_TO_PAPERS: Final = frozenset({"der", "dem", "Der", "Dem"})
_OBJECTS: Final = frozenset({"das", "dies", "Das", "Dies"})
"""Pronouns that a tagger takes for articles."""
_JUDGING: Final = frozenset("bezeichnen nennen titulieren einstufen beschimpfen charakterisieren verurteilen".split())
"""Verbs that cannot do without somebody or something that they say it of."""


def addressee_of(context: Context, cue: VerbCue, speaker: Mention | None) -> tuple[Span, ...]:
    """Return who is spoken to: dative or object of verbs that take one, *gegenüber X*; media are channels."""
    for word in _addressed(context, cue, speaker):
        if _marked_paper(context, cue, word) is not None:
            continue
        if not _is_channel(context, word):
            words = noun_phrase(context.sentence, word, limit_of(context, word, cue.clause), placed=True)
            words = _before_demand(cue, _before_topic(cue, _without_object(context, cue, words)))
            if not _is_behind_preposition(context, words):
                return (mention_span(context.sentence, words),)
        if case_of(context.sentence, word) in ("gegenüber", "zu", "vor"):
            words = noun_phrase(context.sentence, word, limit_of(context, word, cue.clause))
            return (mention_span(context.sentence, whole_names(context, words)),)
    listener = (
        _towards(context, cue)
        or _bare_object(context, cue, speaker)
        or _partner(context, cue)
        or _recipient(context, cue)
    )
    if listener is not None and not (speaker is not None and speaker.span.contains(listener.span)):
        return (mention(context, listener, cue.clause).span,)
    subject = None if cue.is_passive or speaker is None else mention(context, speaker.head, cue.clause)
    beside = None if subject is None or speaker is None else named_beside(context, cue, subject)
    if beside is None or speaker is None or beside[0] != speaker.span or cue.lemma in _JUDGING:
        return ()
    return (beside[1],)


def listener_in(context: Context, first: int, last: int) -> tuple[Span, ...]:
    """Return whom *gegenüber* or a talk with *mit* names: *so Ott | gegenüber der dpa*, *im Gespräch mit der dpa*."""
    words = context.words(first, last)
    marker = next((word for word in words if word.text == "gegenüber" and word.upos == "ADP"), None)
    if marker is None:
        talks = (word for before, word in pairwise(words) if before.text.lower().endswith(_TALKS))
        marker = next((word for word in talks if word.text == "mit"), None)
    behind = [word for word in words if marker is not None and word.index > marker.index]
    head = next((word for word in behind if word.upos in ("NOUN", "PROPN", "PRON")), None)
    if head is None:
        return ()
    found = noun_phrase(context.sentence, head, (behind[0].index, last))
    end = max(
        [found[-1].index, *(p.last for p in context.passages if p.first <= found[-1].index + 1 <= p.last <= last)]
    )
    return (context.span(behind[0].index, end),)


def _bare_object(context: Context, cue: VerbCue, speaker: Mention | None) -> Word | None:
    """Return a name without article that a verb must have for its object: *Kritiker werfen Becker vor, …*."""
    if cue.lemma not in _NEEDING_OBJECT or speaker is None or cue.is_passive:
        return None
    for word in cue.clause.words:
        named = word.upos == "PROPN" and not word.masked and not speaker.span.contains(word.span)
        inner = word.relation in ("flat", "flat:name", "appos", "compound", "conj")
        if named and not inner and case_of(context.sentence, word) is None and not is_time(word):
            head = context.sentence.head(word)
            if head is not None and (head.index in verb_places(cue) or head.upos in ("VERB", "AUX")):
                return word
    return None


def _partner(context: Context, cue: VerbCue) -> Word | None:
    """Return with whom somebody talked who said it: *sagte Ott in einem Interview mit der „Küstenpost“*."""
    return _behind_noun(context, cue, "mit", _TALKS) if cue.licenses else None


def _towards(context: Context, cue: VerbCue) -> Word | None:
    """Return whom words are meant for: *sagte an die Adresse der Bauern*, *in Richtung des Ministers*."""
    for before, noun in pairwise(cue.clause.words):
        aimed = (before.text, noun.text) in (("die", "Adresse"), ("in", "Richtung"), ("In", "Richtung"))
        if aimed and cue.licenses and noun.index < context.length:
            behind = [word for word in cue.clause.words if word.index > noun.index][:4]
            owned = bool(behind) and behind[0].text in ("der", "des", "von", "seiner", "ihrer", "seines", "ihres")
            return next((word for word in behind if owned and word.upos in ("NOUN", "PROPN")), None)
    return None


def _recipient(context: Context, cue: VerbCue) -> Word | None:
    """Return to whom a message goes in which it is said: *kündigte in einem Brief an die Eltern an*."""
    return _behind_noun(context, cue, "an", _MESSAGES) if cue.licenses else None


def _behind_noun(context: Context, cue: VerbCue, preposition: str, nouns: tuple[str, ...]) -> Word | None:
    for before, marker in pairwise(cue.clause.words):
        if marker.text != preposition or before.upos != "NOUN" or not before.text.lower().endswith(nouns):
            continue
        behind = (word for word in cue.clause.words if word.index > marker.index and word.upos in ("NOUN", "PROPN"))
        head = next(behind, None)
        return head if head is not None and not is_time(head) else None
    return None


def _before_topic(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an addressee without what is spoken of: *sprach gegenüber Journalisten | von einem Erfolg*."""
    if cue.lemma not in ("sprechen", "reden", "berichten", "erzählen"):
        return words
    places = [place for place, word in enumerate(words) if word.text.lower() in ("von", "vom", "über")]
    return words[: places[0]] if places and places[0] else words


def _before_demand(cue: VerbCue, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return of whom something is demanded without what it is: *forderte von der Norda AG | Schadenersatz*."""
    if cue.lemma not in _DEMANDING:
        return words
    for place, (before, word) in enumerate(pairwise(words), start=1):
        named = before.upos == "PROPN" and word.upos == "NOUN"
        if named or (before.text in load("places") and word.text[:1].isupper()):
            return words[:place]
    return words


def _is_behind_preposition(context: Context, words: tuple[Word, ...]) -> bool:
    """Say whether a preposition stands right before a phrase, wherever the parser put it: *mit folgenden Worten*."""
    if words[0].index == 1:
        return False
    before = context.word(words[0].index - 1)
    return (
        before.upos == "ADP"
        and before.text.lower() not in ("gegenüber", "an", "zu", "vor", "von")
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
    """Return the media spoken to in the dative: ``sagte X der dpa``, ``sagte X der „Landpost“``."""
    marked = (_marked_paper(context, cue, word) for word in cue.clause.words)
    papers = {paper.span: paper for paper in marked if paper is not None}
    media = (
        mention(context, word, cue.clause)
        for word in _addressed(context, cue, speaker)
        if _is_channel(context, word) and case_of(context.sentence, word) is None
    )
    return (*papers.values(), *(medium for medium in media if not any(map(medium.span.overlaps, papers))))


def _marked_paper(context: Context, cue: VerbCue, word: Word) -> Mention | None:
    """Return the marked name in the dative of a verb of saying: *sagte Jan Kern der „Landpost“*.

    The article stands right behind a name or pronoun, which takes no genitive, or opens the clause.
    """
    placed = context.passage_at(word.index)
    if placed is None or not cue.grants("i") or cue.is_passive or cue.lemma in _NOT_ADDRESSING or word.masked:
        return None
    first, inside = placed.first - 1, context.word(min(placed.first + 1, context.length))
    if first < cue.clause.start or not inside.text[:1].isupper() or context.word(first).text not in _TO_PAPERS:
        return None
    before = context.word(first - 1) if first > cue.clause.start else None
    if before is not None and not (_is_name(before) and before in cue.clause.words):
        return None
    return Mention(context.span(first, placed.last), inside, context.number)


def _is_channel(context: Context, word: Word) -> bool:
    """Say whether a word is of a medium, by its noun or by the marks that a title has: *sagte Ott der „Glocke“*."""
    placed = context.passage_at(word.index)
    return is_medium(word) or (placed is not None and is_named(placed) and word.upos != "PRON")


def named_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*.

    The second is a state, a name that the text has elsewhere without the first, or a given name and surname behind a
    surname that the text has elsewhere without them. Behind a noun for a body it is any name, where the verb has no
    other object: *warf die Staatsanwaltschaft | Ertl vor, …*.
    """
    body = _body_beside(context, cue, spoken)
    if body is not None:
        return body
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
        capital = chain[place - 1].text[:1].isupper() and chain[place].text[:1].isupper()
        if not capital or is_person_noun(chain[place - 1].text):
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


def _body_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return a body and the name behind it where the verb has to have an object and has no other one."""
    if cue.lemma not in _NEEDING_OBJECT | _JUDGING or cue.is_passive or cue.clause.kind == "relative":
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    names = [word for word in words if word.upos == "PROPN"]
    if not names or names != words[-len(names) :] or len(names) == len(words) or words[-len(names) - 1].upos != "NOUN":
        return None
    body = words[-len(names) - 1]
    known = noun_of(body.text)
    if known is None or known.kind != "organisation":
        return None
    others = [word for word in cue.clause.words if word not in words and word.upos in ("NOUN", "PROPN", "PRON", "DET")]
    others = [word for word in others if word.upos != "DET" or word.text in _OBJECTS]
    if any(case_of(context.sentence, word) is None and not is_time(word) and word != cue.verb for word in others):
        return None
    return Span(spoken.span.start, body.span.end), Span(names[0].span.start, names[-1].span.end)


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


def _addressed(context: Context, cue: VerbCue, speaker: Mention | None) -> list[Word]:
    found = []
    for word in cue.clause.words:
        if word.masked or word.upos not in ("NOUN", "PROPN", "PRON") or word.features.get("Reflex") == "Yes":
            continue
        placed = context.passage_at(word.index)
        if placed is not None and placed.passage.kind in ("quotation", "fragment"):
            continue
        if is_time(word) or word.text.lower() in NOT_SUBJECTS | {"sich"} or word == cue.verb:
            continue
        if speaker is not None and speaker.span.contains(word.span):
            continue
        if _is_before_zufolge(context, word) or _is_joined_to(context, word, speaker):
            continue
        if _is_addressed(context, cue, word, speaker):
            found.append(word)
    return found


def _is_joined_to(context: Context, word: Word, speaker: Mention | None) -> bool:
    """Say whether *und* joins a phrase to who speaks: *Wie die VBM und der Landkreis mitteilten*."""
    article = context.sentence.child(word, DETERMINERS)
    first = word if article is None or article.index > word.index else article
    if speaker is None or first.index < 3 or context.word(first.index - 1).text != "und":
        return False
    return speaker.span.contains(context.word(first.index - 2).span)


def _is_before_zufolge(context: Context, word: Word) -> bool:
    """Say whether a dative is that of a source: *hat dem Bericht zufolge gesagt, …*."""
    for other in context.words(word.index + 1, min(word.index + 5, context.length)):
        if other.text == "zufolge":
            return True
        if other.upos in ("PUNCT", "VERB", "AUX"):
            return False
    return False


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
        many = cue.lemma in _NEEDING_OBJECT and word.text.endswith("s") and _has_article(context, word, "den")
        is_dative = many or _is_dative(context, word) or _is_second_subject(context, cue, word, speaker)
        return is_dative or _is_name_behind_verb(context, cue, word, speaker)
    return _is_unmistakable_dative(context, word)


def _is_name_behind_verb(context: Context, cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a bare name right behind the verb is whom the subject before it speaks to: *Ott warf | Kern vor*."""
    finite = cue.clause.finite
    if finite is None or speaker is None or word.upos != "PROPN" or word.index != finite.index + 1 or cue.is_passive:
        return False
    return speaker.head.index < finite.index and context.sentence.child(word, DETERMINERS) is None


def _is_addressed_behind(context: Context, cue: VerbCue, word: Word, preposition: str) -> bool:
    """Say whether a preposition names who hears it: *sagte zu Ott*, *erklärte vor Journalisten*."""
    somebody = is_medium(word) or is_person_noun(word.text) or word.text.lower().endswith(_HEARERS)
    if preposition == "an":
        return cue.lemma in ("appellieren", "wenden", "schreiben", "richten") and (
            cue.lemma != "schreiben" or somebody or word.upos == "PROPN"
        )
    if not cue.licenses or _depends_on_noun(context, word, preposition):
        return False
    if preposition in ("von", "vom"):
        return cue.lemma in _DEMANDING and not cue.is_passive and (somebody or _is_body(word) or word.upos == "PROPN")
    if preposition in ("zu", "zum", "zur"):
        return cue.lemma == "sagen" and (somebody or (word.upos == "PROPN" and word.text not in load("places")))
    if preposition == "vor":
        several = word.features.get("Number") != "Sing" or word.text.lower().endswith(_HEARERS)
        return cue.grants("i") and cue.lemma != "warnen" and somebody and several
    return False


def _is_body(word: Word) -> bool:
    known = noun_of(word.text)
    return word.upos == "NOUN" and known is not None and known.kind == "organisation"


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
    if head is None or head.index not in verb_places(cue):
        return False
    return word.relation in ("obj", "iobj", "obl:arg") or word.relation in SUBJECTS


def _is_second_subject(context: Context, cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a feminine that the parser took for one more subject is a dative: *Der Kläger wirft der Bank vor*."""
    article = context.sentence.child(word, DETERMINERS)
    head = context.sentence.head(word)
    if article is None or head is None or head.index not in verb_places(cue):
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
    if _is_unmistakable_dative(context, word):
        return True
    form = word.text.lower()
    if word.upos == "PRON":
        return form in ("ihr", "mir", "dir", "uns", "denen") or word.features.get("Case") == "Dat"
    article = context.sentence.child(word, DETERMINERS)
    if article is not None:
        if article.text.lower().endswith("en"):
            plural = form.endswith("n") or (article.text.lower() == "den" and word.upos == "PROPN")
            return plural and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS)
    elif form.endswith("n") and word.relation in (*SUBJECTS, *_DATIVE_RELATIONS):
        bare = is_person_noun(word.text) and (form.endswith("ern") or word.features.get("Number") != "Sing")
        return bare or _has_strong_dative(context, word) or word.features.get("Case") == "Dat"
    return word.features.get("Case") == "Dat"


def _has_strong_dative(context: Context, word: Word) -> bool:
    """Say whether the adjective of a plural without article shows the dative: *empfiehlt älteren Menschen*."""
    before = [child for child in context.sentence.children(word) if child.index == word.index - 1]
    return any(child.upos == "ADJ" and child.text.endswith("en") and child.text.islower() for child in before)


def _is_name(word: Word) -> bool:
    """Say whether a word is a pronoun or a name, also one that a tagger took for a noun."""
    return word.upos in ("PROPN", "PRON") or (word.upos == "NOUN" and noun_of(word.text) is None)


def _has_article(context: Context, word: Word, form: str) -> bool:
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.text.lower() == form


def _is_its_own_speaker(cue: VerbCue, word: Word) -> bool:
    """Say whether nothing stands between the verb and the medium, so it may be the subject: *meldete der Sender*."""
    between = [other for other in cue.clause.words if cue.verb.index < other.index < word.index]
    return cue.clause.words[0] == cue.clause.finite and not any(
        other.upos in ("NOUN", "PROPN", "PRON") for other in between
    )


def verb_places(cue: VerbCue) -> set[int]:
    """Return the places of the verb and of the finite verb of its clause, 0 if it has none."""
    return {cue.verb.index, cue.clause.finite.index if cue.clause.finite else 0}


def _depends_on_preposition(context: Context, word: Word) -> bool:
    head = context.sentence.head(word)
    return head is not None and head.upos in ("NOUN", "PROPN") and case_of(context.sentence, head) is not None
