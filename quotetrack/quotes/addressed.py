"""Whether a nominal in the clause of a verb of saying is spoken to: a dative, an object, behind *zu* or *vor*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import case_of, is_medium, is_time, is_within_attribute
from quotetrack.quotes.addressing_verbs import (
    ADDRESSED_BY_DATIVE,
    ADDRESSED_BY_OBJECT,
    DEMANDING,
    NEEDING_OBJECT,
    NOT_ADDRESSING,
    RECEIVING,
    TOLD_TO_MEDIA,
)
from quotetrack.quotes.cases import DATIVE_FEMININES, has_article, is_dative, is_unmistakable_dative
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import NOT_SUBJECTS
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, SUBJECTS, Word

_HEARERS: Final = (
    "presse", "medien", "publikum", "journalisten", "reportern", "medienvertretern", "öffentlichkeit", "anhängern",
)  # fmt: skip
"""Ends of nouns for those before whom somebody says something."""

_TO_MEDIA: Final = frozenset("der dem einer einem dieser diesem unserer unserem".split())
"""Articles of a medium in the dative: *sagte Ott | dieser Zeitung*."""
_MEDIA_IN_PLURAL: Final = ("nachrichten", "zeitungen", "blättern", "sendern", "medien", "agenturen", "zeitschriften")
"""Ends of nouns for media in the dative plural: *sagte Ott den Lausitzer Nachrichten*."""
_COMPLAINING: Final = frozenset("bedanken beklagen beschweren entschuldigen".split())
"""Verbs that name with *bei* to whom it is said."""
_ASKING_ANYBODY: Final = frozenset({"fordern", "verlangen", "einfordern"})
_BEGINNINGS: Final = frozenset({"Anfang", "Beginn", "Grund", "Haus", "Jugend"})
"""Nouns behind *von* that are nobody: *forderte von Anfang an*."""
_FRONT: Final = 4
"""Behind the preposition that opens a sentence its noun is so near."""
_TO_SOMEBODY_RE: Final = regex.compile(
    r"\b(?:[Dd](?:u|ich|ir|eine?[mnrs]?)|[Ee]u(?:ch|e?re?[mnrs]?)|Ihnen|[Bb]itte)\b|\p{Ll},? (?:Sie|Ihre?[mnrs]?)\b"
)
"""Words that are said to somebody; *Sie* where it opens no sentence."""


def addressed_words(context: Context, cue: VerbCue, speaker: Mention | None) -> list[Word]:
    """Return the nominals of the clause that are spoken to, media too, in the order of the text."""
    found = []
    for word in cue.clause.words:
        nominal = word.upos in ("NOUN", "PROPN", "PRON") or _stands_before_gegenueber(context, word)
        if word.masked or not nominal or word.features.get("Reflex") == "Yes":
            continue
        if is_within_attribute(context.sentence, word):
            continue  # bei der von Umweltverbänden organisierten Kundgebung
        placed = context.passage_at(word.index)
        if placed is not None and placed.passage.kind in ("quotation", "fragment"):
            continue
        if (
            word.text.lower() in NOT_SUBJECTS
            or word.text.lower() in ("sich", "man")
            or word == cue.verb
            or (is_time(word) and placed is None)
        ):
            continue
        if speaker is not None and speaker.span.contains(word.span):
            continue
        if word.text in ("dessen", "deren"):
            continue  # ließ dessen Präsident wissen
        if word.index == 1 and word.upos == "PROPN" and word.text.endswith("lich") and speaker is not None:
            continue  # Eindringlich bat Ott den Rat
        if word.text == "Dem" and cue.clause.kind == "main":
            continue  # Dem hielt Ott entgegen: what was said before
        if _is_before_zufolge(context, word) or _is_joined_to(context, word, speaker):
            continue
        if _is_addressed(context, cue, word, speaker):
            found.append(word)
    return found


def _ends_before(speaker: Mention | None, article: Word) -> bool:
    """Say whether only the comma that closes an apposition parts who speaks from an article: *Ott, Wirt, | der dpa*."""
    return speaker is not None and 0 < article.span.start - speaker.span.end <= len(", ")


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
    if preposition == "gegenüber" or _stands_before_gegenueber(context, word):
        return True
    if preposition is not None:
        return _is_addressed_behind(context, cue, word, preposition)
    if word.relation in ("appos", "flat", "flat:name", "conj", "compound"):
        return False
    if cue.lemma in ADDRESSED_BY_OBJECT:
        return _is_object_of(context, cue, word)
    if cue.lemma in RECEIVING:
        somebody = is_person_noun(word.text) or word.upos in ("PROPN", "PRON")
        told = any(other.text == "Worten" for other in cue.clause.words)
        return told and somebody and _is_object_of(context, cue, word)
    if is_medium(word) and cue.grants("i") and _is_behind_subject(cue, word, speaker):
        article = context.sentence.child(word, DETERMINERS)
        if (
            article is not None
            and context.separator_before(article.index) == ","
            and not _ends_before(speaker, article)
        ):
            return False  # in der „Post“, | einem Boulevardblatt
        owned = article is not None and article.text in ("der", "des") and article.index > 1
        if owned and article is not None and is_medium(context.word(article.index - 1)):
            return False  # die Internet-Nachrichten | der Tagesschau
        if article is None and cue.lemma in TOLD_TO_MEDIA and _is_told_bare(cue, word, speaker):
            return True
        several = word.text.lower().endswith(_MEDIA_IN_PLURAL) and article is not None and article.text == "den"
        return several or (article is not None and article.text.lower() in _TO_MEDIA)
    if not cue.licenses or cue.lemma in NOT_ADDRESSING or _depends_on_preposition(context, word):
        return False
    if _is_bare_thing(context, word):
        return False
    if cue.lemma in ADDRESSED_BY_DATIVE and cue.is_passive and word.upos == "PROPN" and word.relation in SUBJECTS:
        return True
    if cue.lemma in ADDRESSED_BY_DATIVE:
        many = cue.lemma in NEEDING_OBJECT and word.text.endswith("s") and has_article(context, word, "den")
        dative = many or is_dative(context, word) or _is_second_subject(context, cue, word, speaker)
        return dative or _is_name_behind_verb(context, cue, word, speaker)
    return is_unmistakable_dative(context, word) and not _is_behind_von(context, word)


def _is_behind_von(context: Context, word: Word) -> bool:
    """Say whether the article of a noun is a pronoun behind *von*: *sprach von | einem | der größten Brände*."""
    article = context.sentence.child(word, DETERMINERS)
    return article is not None and article.index > 1 and context.word(article.index - 1).text == "von"


def _stands_before_gegenueber(context: Context, word: Word) -> bool:
    """Say whether *gegenüber* follows a pronoun at the start of a sentence: *Ihr gegenüber gab er an, …*."""
    following = context.word(word.index + 1) if word.index < context.length else word
    return word.index == 1 and word.text in ("Ihm", "Ihr", "Ihnen") and following.text == "gegenüber"


def _is_bare_thing(context: Context, word: Word) -> bool:
    """Say whether a noun in the singular has no article and is of no person: *warf ihr | Untreue vor*."""
    if word.upos != "NOUN" or word.features.get("Number") != "Sing" or is_person_noun(word.text) or is_medium(word):
        return False
    before = [child for child in context.sentence.children(word) if child.index < word.index]
    known = noun_of(word.text)
    thing = known is None or known.kind in ("statement", "document", "reports")
    return thing and not any(child.upos in ("DET", "ADJ", "PRON", "PROPN") for child in before)


def _is_name_behind_verb(context: Context, cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a bare name right behind the verb is whom the subject before it speaks to: *Ott warf | Kern vor*.

    A title may stand before it: *Ott warf | Präsident Kern vor*.
    """
    finite = cue.clause.finite
    if finite is None or speaker is None or word.index != finite.index + 1 or cue.is_passive:
        return False
    following = context.word(word.index + 1) if word.index < context.length else word
    titled = word.upos == "NOUN" and is_person_noun(word.text) and following.upos == "PROPN"
    if word.upos != "PROPN" and not titled:
        return False
    return speaker.head.index < finite.index and context.sentence.child(word, DETERMINERS) is None


def _is_addressed_behind(context: Context, cue: VerbCue, word: Word, preposition: str) -> bool:
    """Say whether a preposition names who hears it: *sagte zu Ott*, *erklärte vor Journalisten*."""
    somebody = is_medium(word) or is_person_noun(word.text) or word.text.lower().endswith(_HEARERS)
    if preposition == "an":
        return cue.lemma.split()[-1] in ("appellieren", "wenden", "schreiben", "richten") and (
            cue.lemma != "schreiben" or somebody or word.upos == "PROPN"
        )
    if not cue.licenses or _depends_on_noun(context, word, preposition):
        return False
    if preposition in ("von", "vom"):
        anybody = cue.lemma in _ASKING_ANYBODY and noun_of(word.text) is None and word.text not in _BEGINNINGS
        somebody = somebody or anybody or _is_body(word) or word.upos == "PROPN"
        return cue.lemma in DEMANDING and not cue.is_passive and somebody
    if preposition in ("zu", "zum", "zur"):
        named = word.upos == "PROPN" and word.text not in load("places")
        return cue.lemma == "sagen" and (somebody or named) and not _is_topic(context, cue, word)
    if preposition in ("bei", "beim"):
        return cue.lemma in _COMPLAINING and (somebody or _is_body(word) or word.upos == "PROPN")
    if preposition == "vor":
        several = word.features.get("Number") != "Sing" or word.text.lower().endswith(_HEARERS)
        several = several or (has_article(context, word, "den") and word.text.endswith("n"))
        return cue.grants("i") and cue.lemma != "warnen" and somebody and several
    return False


def _is_topic(context: Context, cue: VerbCue, word: Word) -> bool:
    """Say whether somebody in front is only spoken of: *Zu Berg sagte Ott, er bleibe*.

    Media and the public are spoken to there, too, so is a relative (*Zu seiner Frau sagte Ott, …*), and anybody to
    whom the quoted words say *du* or *Sie*.
    """
    first = cue.clause.words[0]
    heard = is_medium(word) or word.text.lower().endswith(_HEARERS) or context.passage_at(word.index) is not None
    if first.text not in ("Zu", "Zum", "Zur") or word.index > first.index + _FRONT or heard:
        return False
    owned = any(other.features.get("Poss") == "Yes" for other in context.words(first.index, word.index))
    spoken = (context.text[span.start : span.end] for p in context.passages for span in p.passage.marked.content_spans)
    return not owned and not any(_TO_SOMEBODY_RE.search(words) for words in spoken)


def _is_body(word: Word) -> bool:
    known = noun_of(word.text)
    return word.upos == "NOUN" and known is not None and known.kind == "organisation"


def _depends_on_noun(context: Context, word: Word, preposition: str) -> bool:
    """Say whether a phrase is the attribute of a noun right before it: *die Angst | vor Ärzten*."""
    marker = context.sentence.child(word, CASE_MARKERS)
    head = context.sentence.head(word)
    return marker is not None and head is not None and head.upos == "NOUN" and head.index == marker.index - 1


def _depends_on_preposition(context: Context, word: Word) -> bool:
    head = context.sentence.head(word)
    return head is not None and head.upos in ("NOUN", "PROPN") and case_of(context.sentence, head) is not None


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
    """Say whether a medium stands behind the verb, or behind its subject before the verb: *hat Ott der dpa gesagt*."""
    if word.index > cue.verb.index:
        told = "Medium" in word.features and word.features.get("Case") == "Dat"  # sagte der taz Ida Ott
        return told or not _is_its_own_speaker(cue, word)
    finite = cue.clause.finite
    final = cue.clause.opener is not None or (finite is not None and finite.index < word.index)
    return final and speaker is not None and speaker.span.end <= word.span.start


def _is_told_bare(cue: VerbCue, word: Word, speaker: Mention | None) -> bool:
    """Say whether a medium without article stands right behind the verb: *Ein Sprecher sagte | Radio Nord, …*."""
    finite = cue.clause.finite
    before = speaker is not None and finite is not None and speaker.span.end <= finite.span.start
    return before and finite is not None and word.index == finite.index + 1


def _is_its_own_speaker(cue: VerbCue, word: Word) -> bool:
    """Say whether nothing stands between the verb and the medium, so it may be the subject: *meldete der Sender*."""
    between = [other for other in cue.clause.words if cue.verb.index < other.index < word.index]
    return cue.clause.words[0] == cue.clause.finite and not any(
        other.upos in ("NOUN", "PROPN", "PRON") for other in between
    )


def bare_object(context: Context, cue: VerbCue, speaker: Mention | None) -> Word | None:
    """Return a name without article that a verb must have for its object: *Kritiker werfen Becker vor, …*."""
    if cue.lemma not in NEEDING_OBJECT or speaker is None or cue.is_passive:
        return None
    for word in cue.clause.words:
        named = word.upos == "PROPN" and not word.masked and not speaker.span.contains(word.span)
        inner = word.relation in ("flat", "flat:name", "appos", "compound", "conj")
        if named and not inner and case_of(context.sentence, word) is None and not is_time(word):
            head = context.sentence.head(word)
            if head is not None and (head.index in verb_places(cue) or head.upos in ("VERB", "AUX")):
                return word
    return None


def verb_places(cue: VerbCue) -> set[int]:
    """Return the places of the verb and of the finite verb of its clause, 0 if it has none."""
    return {cue.verb.index, cue.clause.finite.index if cue.clause.finite else 0}
