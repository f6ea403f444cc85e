"""Sources in a phrase: *laut X*, *nach Angaben von X*, *X zufolge*, *demnach*; *, so X*; *wie X mitteilte*.

They need no verb of their own and are almost unambiguous; the clause around them is what is reported, without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import regex
from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.cues import VerbCue, lemma_of, verb_cue
from quotetrack.lexicon import load
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.phrases import is_medium, is_time, mention_span, noun_of_article, noun_phrase
from quotetrack.quotes.appositions import with_apposition
from quotetrack.quotes.context import Context, is_named
from quotetrack.quotes.extents import before_act, before_passage, before_topic, is_passive, whole_names, with_origin
from quotetrack.quotes.model import Mention
from quotetrack.quotes.roles import mention, roles_of
from quotetrack.quotes.verbal import is_wie_frame
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, DETERMINERS, SUBJECTS, Word
from quotetrack.vocabulary import CueKind

_BEFORE_COMMA: Final = frozenset({"ADV", "ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM"})
_ADVERBS: Final = frozenset({"demnach", "wonach", "demzufolge"})
_ALWAYS_SOURCES: Final = (
    "angaben", "ansicht", "auffassung", "meinung", "einschätzung", "darstellung", "überzeugung", "worten", "sicht",
    "erkenntnissen", "informationen", "schätzung", "schätzungen", "berechnungen", "lesart", "version", "schilderung",
    "prognose", "statistik", "umfrage", "studie",
)  # fmt: skip
_VIEWED: Final = (
    "bild", "bilder", "bildern", "bildes", "aufnahmen", "aufnahme", "aufzeichnung", "aufzeichnungen", "video", "videos",
    "fotos", "film", "films", "material", "materials", "akten", "szene", "szenen", "spuren", "daten",
)  # fmt: skip
_DOCUMENTS: Final = ("vertrag", "gesetz", "entwurf", "papier", "regelung", "vereinbarung", "beschluss", "liste", "plan")
NAMINGS: Final = ("titel", "untertitel", "name", "motto", "arbeitstitel", "bezeichnung", "kürzel", "stichwort")
"""Ends of nouns that say what a thing is called: *so der Titel*."""
_PASSIVES: Final = frozenset({"wird", "werden", "wurde", "wurden"})
_FACTIONS: Final = ("partei", "parteien", "fraktion", "fraktionen", "opposition", "abgeordneten", "mehrheit")
_ASSEMBLIES: Final = (
    "landtag", "bundestag", "parlament", "rat", "abgeordnetenhaus", "senat", "bürgerschaft", "kreistag", "kongress",
    "ausschuss", "unterhaus", "oberhaus", "versammlung", "kammer",
)  # fmt: skip
_ABBREVIATION_RE: Final = regex.compile(r"^(?:\p{Ll}{2,4}|\p{Lu}{2,6})$")
_RELATIVES: Final = frozenset("dem der denen welchem welcher welchen".split())
_DATIVES: Final = frozenset({"ihr", "ihm", "ihnen"})
_NOMINAL: Final = ("NOUN", "PROPN", "PRON")


@frozen
class Source:
    """A phrase that names a source: its cue, the stretch of the frame, the mention, and the clause it stands in."""

    cue: tuple[Word, ...]
    lemma: str
    kind: CueKind
    frame: tuple[int, int]
    speaker: Mention | None
    clause: Clause
    rule: str
    verb: VerbCue | None = None
    addressee: tuple[Span, ...] = ()
    via: tuple[Mention, ...] = ()


def sources(context: Context, before: Context | None = None) -> Iterator[Source]:
    """Yield the sources named by a phrase, from left to right; ``before`` is the sentence before."""
    for word in context.sentence.words:
        clause = context.clauses.of(word)
        if clause is None or word.masked:
            continue
        found = _source_at(context, word, clause, before)
        if found is not None:
            yield found
    yield from _wie_clauses(context)


def _source_at(context: Context, word: Word, clause: Clause, before: Context | None) -> Source | None:
    form = word.text.lower()
    if form in ("laut", "gemäß", "gemäss", "lt"):
        return _laut(context, word, clause, form)
    if form == "zufolge" or (form == "folge" and word.index > 2 and context.word(word.index - 1).text.lower() == "zu"):
        return _zufolge(context, word, clause)
    if form in ("nach", "aus"):
        return _with_report_noun(context, word, clause)
    if form == "danach":
        return _danach(context, word, clause, before)
    if form == "so" and clause.kind == "fragment" and clause.words[0] == word:
        return _so(context, word, clause)
    if form in _ADVERBS:
        return Source(
            (word,),
            form,
            "adverb",
            (word.index, word.index),
            Mention(word.span, word, context.number, True),
            clause,
            "source-adverb",
        )
    return None


def _laut(context: Context, word: Word, clause: Clause, form: str) -> Source | None:
    if word.upos in ("ADJ", "NOUN", "ADV") and not _takes_phrase(context, word):
        return None
    if form == "laut" and _is_noun_or_adjective(context, word):
        return None
    relative = _behind_document(context, word, clause)
    if relative is not None:
        return relative
    if form != "laut" and word.index > 1:
        behind = _postposed(context, word, clause)
        if behind is not None:
            return behind
    head = _next_nominal(context, word, clause)
    if head is None or word.index + 8 < head.index or not _takes_phrase(context, word):
        return None
    if form != "laut" and head.text.lower() in load("norm_nouns"):
        return None
    return _phrase_source(context, word, head, clause, f"source-{'laut' if form in ('laut', 'lt') else 'gemäß'}")


def _is_noun_or_adjective(context: Context, word: Word) -> bool:
    """Say whether *laut* is no preposition: *keinen Laut von sich*, *mit laut klopfendem Herzen*."""
    if word.index == 1:
        return False
    before = context.word(word.index - 1)
    return before.upos == "ADP" or (word.text == "Laut" and before.upos != "PUNCT")


def _takes_phrase(context: Context, word: Word) -> bool:
    """Say whether a noun phrase follows (*laut Polizei*), unlike after the adjective (*laut klopfend*)."""
    if word.index == context.length or (word.text == "Laut" and word.index > 1 and word.upos == "NOUN"):
        return False
    following = context.word(word.index + 1)
    if following.upos == "ADJ" and following.features.get("Case") is None and following.text[0].islower():
        return False
    return following.upos in (
        "DET",
        "NOUN",
        "PROPN",
        "ADJ",
        "PRON",
        "NUM",
        "ADP",
        "X",
        "PUNCT",
    ) and following.text not in (
        ",",
        ".",
        "!",
        "?",
    )


def _postposed(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Einer Umfrage gemäß kauft jeder Dritte ...``: the preposition behind its noun, before the finite verb."""
    finite = clause.finite
    if finite is None or finite.index != word.index + 1 or clause.start >= word.index:
        return None
    heads = [other for other in clause.words if other.index < word.index and other.upos in _NOMINAL]
    if not heads:
        return None
    span = context.span(clause.start, word.index - 1)
    spoken = Mention(span, heads[0], context.number)
    return Source((word,), word.text.lower(), "preposition", (clause.start, word.index), spoken, clause, "source-gemäß")


def _names_a_document(before: Context | None) -> bool:
    """Say whether the sentence before speaks of a report, a survey, a contract that *danach* can take up."""
    if before is None:
        return False
    words = before.sentence.words
    return any(is_report_noun(word) or word.text.lower().endswith(_DOCUMENTS) for word in words) or any(
        lemma_of(word) in ("befragen", "veröffentlichen", "vorlegen", "vorstellen")
        for word in words
        if word.upos == "VERB"
    )


def _danach(context: Context, word: Word, clause: Clause, before: Context | None) -> Source | None:
    """``Danach heizt jeder Vierte mit Holz.``: at the start, then the verb; the discourse says what it points to."""
    finite = clause.finite
    if word.index != 1 or finite is None or finite.index != 2 or not _names_a_document(before) or _is_ahead(before):
        return None
    spoken = Mention(word.span, word, context.number, is_adverb=True)
    return Source((word,), "danach", "adverb", (1, 1), spoken, clause, "source-danach")


def _is_ahead(before: Context | None) -> bool:
    """Say whether the sentence before speaks of what is still to come: *danach* is a time then."""
    if before is None:
        return False
    finite = [main.finite for main in before.main_clauses() if main.finite is not None]
    return any(word.text.lower() in ("soll", "sollen", "wird", "werden", "will", "wollen", "muss") for word in finite)


def _next_nominal(context: Context, word: Word, clause: Clause) -> Word | None:
    for other in clause.words:
        if other.index > word.index and not other.masked:
            if other.upos in _NOMINAL:
                return _with_noun_behind(context, other)
            if other.upos in ("VERB", "AUX") and other.features.get("VerbForm") == "Fin":
                return None
    return None


def _with_noun_behind(context: Context, word: Word) -> Word:
    """Return the noun right behind a capitalised adjective that was taken for a name (*Technischem Hilfswerk*)."""
    head = context.sentence.head(word)
    attached = head is not None and head.upos in ("NOUN", "PROPN") and head.index == word.index + 1
    return head if head is not None and attached and word.relation != "nmod" else word


def _phrase_source(context: Context, word: Word, head: Word, clause: Clause, rule: str) -> Source:
    front = _front_end(context, word, clause)
    last = _last_of_front(context, word, clause) or clause.end
    words = noun_phrase(context.sentence, head, (word.index + 1, last))
    end = max(words[-1].index, word.index)
    if front is not None:
        bare = _before_comma(context, word.index + 1, front, clause)
        words = before_act(context, _without_edge_punctuation(bare) or words)
        words = _before_medium(context, words)
        end = front
    else:
        words = before_passage(context, _up_to_marked_name(context, _without_rest(words)))
        words = _with_surname(context, _before_subject(context, words, clause), clause)
        words = _with_membership(context, _before_agent(context, words, clause), clause)
        words = whole_names(context, _up_to_abbreviation(context, words))
        if _behind_owner(context, context.word(word.index + 1)) == words[0]:
            words = context.words(word.index + 1, words[-1].index)
        end = max(words[-1].index, word.index)
        if end < context.length and context.word(end + 1).text == "," and any(w.text == "," for w in words):
            end += 1
    spoken = Mention(mention_span(context.sentence, words), head, context.number)
    return Source((word,), word.text.lower(), "preposition", (word.index, end), spoken, clause, rule)


def _before_medium(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase without the medium a person spoke in: *Angaben der Gutachterin Eva Posch | in der Zeitung*."""
    for word in words[2:]:
        if word.text.lower() in ("in", "im") and word.upos == "ADP" and context.word(word.index - 1).upos == "PROPN":
            noun = next((other for other in words if other.index > word.index and other.upos in _NOMINAL), None)
            if noun is not None and is_medium(noun):
                return context.words(words[0].index, word.index - 1)
    return words


def _before_agent(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before the *von* of a passive: *wurde laut Norda | von rund 3.000 Menschen besucht*."""
    passive = is_passive(clause) or (clause.finite is not None and clause.finite.text.lower() in _PASSIVES)
    for word in words[1:] if passive else ():
        before = context.word(word.index - 1)
        role = before.upos == "NOUN" and (is_person_noun(before.text) or is_report_noun(before))
        if word.text.lower() in ("von", "vom") and word.upos == "ADP" and not role:
            return context.words(words[0].index, word.index - 1)
    return words


def _before_subject(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a phrase before a man who alone can be the subject of its clause: *laut Gesetz* | *der Kanzler*.

    *der Kanzler* could be a genitive of several; the clause has no other nominative then.
    """
    own = {word.index for word in words}
    if clause.finite is None or any(word.relation in SUBJECTS and word.index not in own for word in clause.words):
        return words
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
    if not last.text.lower().endswith(_FACTIONS) or last.index + 2 > clause.end:
        return words
    if context.word(last.index + 1).text.lower() not in ("in", "im"):
        return words
    place = next(
        (word for word in context.words(last.index + 2, last.index + 5) if word.upos in ("NOUN", "PROPN")), None
    )
    if place is not None and place.text[-1:] == "r" and place.index < context.length:
        following = context.word(place.index + 1)
        place = following if following.upos in ("NOUN", "PROPN") else place
    assembled = place is not None and place.text.lower().endswith(_ASSEMBLIES)
    return context.words(words[0].index, place.index) if place is not None and assembled else words


def _up_to_abbreviation(context: Context, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase up to the abbreviation behind its *von*: *nach Ansicht von ai* | *Maßnahmen*."""
    noun = next((word for word in words if is_report_noun(word)), None)
    if noun is None or noun.index + 3 > context.length or context.word(noun.index + 1).text != "von":
        return words
    short, following = context.word(noun.index + 2), context.word(noun.index + 3)
    if _ABBREVIATION_RE.match(short.text) and following.upos == "NOUN" and following.text[:1].isupper():
        return context.words(words[0].index, short.index)
    return words


def _without_rest(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a phrase up to the comma that closes its apposition: *laut der Polizei, dem Amt für X,* | *vier Leute*."""
    commas = [place for place, word in enumerate(words) if word.text == ","]
    if len(commas) < 2 or any(word.upos == "CCONJ" for word in words[commas[-1] :]):
        return words
    return words[: commas[-1]]


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
        if word.index not in own and word.upos != "PUNCT":
            break
        words.append(word)
    return tuple(words)


def _without_edge_punctuation(words: tuple[Word, ...]) -> tuple[Word, ...]:
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


def _last_of_front(context: Context, word: Word, clause: Clause) -> int | None:
    finite = clause.finite
    if finite is not None and finite.index > word.index:
        return finite.index - 1
    return None


def _zufolge(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Berichten zufolge``, and in the old spelling ``Gerüchten zu Folge``."""
    cue = (word,) if word.text.lower() == "zufolge" else (context.word(word.index - 1), word)
    before = [
        other
        for other in clause.words
        if other.index < cue[0].index and (other.upos in _NOMINAL or other.text.lower() in _DATIVES)
    ]
    if not before or cue[0].index - before[-1].index > 2:
        return None
    head = _governed(context, _top_of_phrase(context, before[-1], clause), clause)
    finite = clause.finite
    first = finite.index + 1 if finite is not None and finite.index < head.index else clause.start
    if clause.opener is not None:
        first = max(first, clause.opener.index + 1)
    words = noun_phrase(context.sentence, head, (first, cue[0].index - 1))
    if head.index < before[-1].index:
        words = _without_edge_punctuation(context.words(words[0].index, cue[0].index - 1))
    end = word.index
    if _opens_front(context, clause, first, word):
        words = context.words(first, cue[0].index - 1)
        relative = end < context.length and context.word(end + 1).text == ","
        if relative and finite is not None and finite.index > end:
            end = finite.index - 1
    start = words[0].index
    return Source(
        cue,
        "zufolge",
        "preposition",
        (start, end),
        Mention(mention_span(context.sentence, words), head, context.number),
        clause,
        "source-zufolge",
    )


def _governed(context: Context, noun: Word, clause: Clause) -> Word:
    """Return the dative that *zufolge* governs, where its attribute has a preposition: *dem Pegel | am Oberlauf*."""
    marker = context.sentence.child(noun, CASE_MARKERS)
    if marker is None or marker.index > noun.index or marker.text.lower() not in ("in", "an", "auf", "von", "für"):
        return noun
    before = context.word(marker.index - 1) if marker.index > clause.start else None
    if before is None or before.upos not in ("NOUN", "PROPN") or before not in clause.words:
        return noun
    joint = next((child for child in context.sentence.children(before) if child.upos == "CCONJ"), None)
    first = None if joint is None or joint.index == 1 else context.word(joint.index - 1)
    return first if first is not None and first.upos in ("NOUN", "PROPN") and first in clause.words else before


def _top_of_phrase(context: Context, noun: Word, clause: Clause) -> Word:
    """Return the head of the phrase that ends in a noun; a noun with a dative article is one."""
    while True:
        article = context.sentence.child(noun, DETERMINERS)
        up = context.sentence.head(noun)
        if article is not None and article.text.lower().endswith("em"):
            return noun
        if up is None or up.upos not in ("NOUN", "PROPN") or up.index > noun.index or up not in clause.words:
            return noun
        noun = up


def _opens_front(context: Context, clause: Clause, first: int, word: Word) -> bool:
    """Say whether everything from a place to *zufolge* is its phrase: it opens a main clause, with no comma inside."""
    if clause.kind not in ("main", "fragment") or clause.words[0].index != first:
        return False
    if clause.finite is not None and clause.finite.index < word.index:
        return False
    return all(other.upos not in ("PUNCT", "CCONJ", "ADV") for other in context.words(first, first)) and all(
        other.text not in (",", ":") for other in context.words(first, word.index)
    )


@cache
def _report_noun_pattern() -> regex.Pattern[str]:
    nouns = sorted((regex.escape(noun.lower()) for noun in load("report_nouns")), key=len, reverse=True)
    whole = "|".join(noun.removeprefix("=") for noun in nouns)
    ends = "|".join(noun for noun in nouns if not noun.startswith("="))
    return regex.compile(rf"(?:^(?:{whole})|(?:{ends}))(?:n|en|e|s|es|er|se|sen)?$")


def is_report_noun(word: Word) -> bool:
    """Say whether a noun names a statement (*Angaben*, *Polizeibericht*)."""
    return word.upos in ("NOUN", "PROPN") and bool(_report_noun_pattern().search(word.text.lower()))


def _with_report_noun(context: Context, word: Word, clause: Clause) -> Source | None:
    form = word.text.lower()
    if form == "nach":
        found = _postposed_nach(context, word, clause) or _with_relative(context, word, clause)
        if found is not None:
            return found
    head = next(
        (
            other
            for other in clause.words
            if word.index < other.index <= word.index + 6 and other.upos in ("NOUN", "PROPN")
        ),
        None,
    )
    head = _behind_attribute(context, word, clause) or _behind_owner(context, head) or head
    if head is None or any(other.upos == "VERB" for other in context.words(word.index + 1, head.index)):
        return None
    if not is_report_noun(head) or (form == "aus" and not head.text.lower().endswith(("sicht", "perspektive"))):
        return None
    if form == "nach" and (_is_temporal(context, word, head) or _is_viewing(context, head)):
        return None
    return _phrase_source(context, word, head, clause, f"source-{form}")


def _behind_owner(context: Context, name: Word | None) -> Word | None:
    """Return the noun behind a name in the genitive: *nach Ruhlands Erkenntnissen*."""
    if name is None or name.upos != "PROPN" or not name.text.endswith("s") or name.index == context.length:
        return None
    noun = context.word(name.index + 1)
    return noun if noun.upos == "NOUN" and is_report_noun(noun) else None


def _behind_attribute(context: Context, preposition: Word, clause: Clause) -> Word | None:
    """Return the noun whose attribute holds a phrase: *nach einem am Montag veröffentlichten Gutachten*."""
    article = preposition.index + 1
    if article + 2 > clause.end or context.word(article).upos != "DET" or context.word(article + 1).upos != "ADP":
        return None
    place = noun_of_article(context.sentence, article, clause.end)
    return None if place is None else context.word(place)


def _is_temporal(context: Context, word: Word, head: Word) -> bool:
    """Say whether *nach* tells the time: after an act of speaking with its article, or about one (*über*, *gegen*).

    *nach der Aussage der Zeugin* comes after it; *nach Aussage der Zeugin*, *nach ihren Angaben* name the source.
    """
    following = context.word(head.index + 1) if head.index < context.length else None
    if following is not None and following.text.lower() in ("über", "gegen"):
        return True
    article = context.word(word.index + 1)
    definite = article.upos == "DET" and article.text.lower() in ("der", "dem", "den", "dieser", "diesem", "diesen")
    owned = (
        article.text.lower() not in ("eigener", "eigenem", "eigenen")
        and article.upos == "DET"
        and article.features.get("Poss") == "Yes"
        and head.text.lower() in ("aussage", "bericht")
    )
    return (definite or owned) and not head.text.lower().endswith(_ALWAYS_SOURCES)


def _is_viewing(context: Context, head: Word) -> bool:
    """Say whether *Ansicht* is the viewing of a thing: *nach Ansicht der Fernsehbilder*."""
    if not head.text.lower().endswith(("ansicht", "sichtung", "auswertung")):
        return False
    after = context.words(head.index + 1, head.index + 4)
    noun = next((other for other in after if other.upos in ("NOUN", "PROPN")), None)
    return noun is not None and noun.text.lower().endswith(_VIEWED)


def _with_relative(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Studien, nach denen das Mittel wirkungslos ist``: what the pronoun takes up is the source."""
    if clause.kind != "relative" or clause.words[0] != word or len(clause.words) < 3:
        return None
    pronoun = clause.words[1]
    before = context.words(max(1, word.index - 8), word.index - 2)
    if pronoun.text.lower() not in _RELATIVES or not any(map(is_report_noun, before)):
        return None
    spoken = Mention(pronoun.span, pronoun, context.number)
    return Source((word,), "nach", "preposition", (word.index, pronoun.index), spoken, clause, "source-nach")


def _behind_document(context: Context, word: Word, clause: Clause) -> Source | None:
    """``ein Gutachten, laut dem Kern gesund ist``: the pronoun is not the article of what follows."""
    if clause.kind != "relative" or clause.words[0] != word or len(clause.words) < 3:
        return None
    pronoun = clause.words[1]
    if pronoun.text.lower() not in _RELATIVES or pronoun.index != word.index + 1:
        return None
    spoken = Mention(pronoun.span, pronoun, context.number)
    rule = f"source-{'laut' if word.text.lower() in ('laut', 'lt') else 'gemäß'}"
    return Source((word,), word.text.lower(), "preposition", (word.index, pronoun.index), spoken, clause, rule)


def _postposed_nach(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Ihrer Meinung nach``: the preposition behind its noun."""
    if word.index < 2:
        return None
    noun = context.word(word.index - 1)
    if not noun.text.lower().endswith(
        ("meinung", "ansicht", "auffassung", "einschätzung", "überzeugung", "darstellung")
    ):
        return None
    following = context.word(word.index + 1) if word.index < context.length else None
    counts = following is not None and following.text.lower() in ("weniger", "mehr")
    if following is not None and following.upos in ("NOUN", "PROPN", "DET", "ADJ") and not counts:
        return None
    finite = clause.finite
    first = finite.index + 1 if finite is not None and finite.index < noun.index else clause.start
    words = noun_phrase(context.sentence, noun, (first, word.index - 1))
    if finite is not None and finite.index == word.index + 1 and clause.kind == "main":
        words = _without_edge_punctuation(context.words(clause.start, word.index - 1))
    return Source(
        (word,),
        "nach",
        "preposition",
        (words[0].index, word.index),
        Mention(mention_span(context.sentence, words), noun, context.number),
        clause,
        "source-nach",
    )


def _so(context: Context, word: Word, clause: Clause) -> Source | None:
    head = _next_nominal(context, word, clause)
    if head is None or context.separator_before(word.index) not in (",", "“", "–", "-", "—"):
        return None
    if head.index - word.index > 6 or not _is_np(clause.words[1], head) or _names_something(head):
        return None
    spoken = _within(context, head, clause)
    end = _end_of_so(context, spoken, clause)
    return Source((word,), "so", "adverb", (word.index - 1, end), spoken, clause, "so-X")


def _end_of_so(context: Context, spoken: Mention, clause: Clause) -> int:
    """Return where *so X* ends: with its clause, but before a passage, and at a comma behind which the content goes on.

    ``Es gebe, so Ott weiter, | keinen Grund``, ``„Wir gehen“, so Ott vor Gericht, | „und zwar bald“``.
    """
    end = _clause_end(context, clause)
    last = max(word.index for word in context.sentence.words if spoken.span.contains(word.span))
    passage = next((place for place in range(last + 1, end) if context.passage_at(place) is not None), None)
    if passage is not None:
        return passage - 1
    if clause.start < 3 or context.passage_at(clause.start - 2) is not None:
        return end
    comma = next((place for place in range(last + 1, end) if context.word(place).text == ","), None)
    if comma is None or comma >= clause.end or context.word(comma + 1) not in clause.words:
        return end
    return comma if all(word.upos in _BEFORE_COMMA for word in context.words(last + 1, comma - 1)) else end


def _names_something(head: Word) -> bool:
    """Say whether a noun says what the marks name, so that nobody speaks: *so der Titel*, *so sein Spitzname*."""
    return head.upos == "NOUN" and head.text.lower().endswith(NAMINGS)


def _is_np(first: Word, head: Word) -> bool:
    return first == head or first.upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X", "PUNCT")


def _within(context: Context, head: Word, clause: Clause) -> Mention:
    words = _with_place(context, noun_phrase(context.sentence, head, (clause.start + 1, clause.end)), clause)
    words = context.words(words[0].index, before_topic(context, words[0].index, words[-1].index))
    words = whole_names(context, with_apposition(context, words))
    return Mention(mention_span(context.sentence, words), head, context.number)


def _with_place(context: Context, words: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """Return a body with the place it is in: *so das Lagezentrum | in Marbeck*."""
    last = words[-1].index
    if last + 2 > clause.end or words[-1].upos != "NOUN" or context.word(last + 1).text != "in":
        return words
    place = context.word(last + 2)
    return context.words(words[0].index, place.index) if place.upos == "PROPN" and not is_time(place) else words


def _wie_clauses(context: Context) -> Iterator[Source]:
    for clause in context.clauses.all:
        cue = verb_cue(context.sentence, context.clauses, clause)
        if cue is None or cue.is_negated or not is_wie_frame(cue):
            continue
        end = _clause_end(context, clause)
        start = clause.start - 1 if context.separator_before(clause.start) in (",", "–", "—", "-") else clause.start
        roles = roles_of(context, cue, None)
        yield Source(
            cue.words,
            cue.lemma,
            "verb",
            (start, end),
            roles.speaker or _named_between(context, clause, cue),
            clause,
            "wie-X-mitteilte",
            cue,
            roles.addressee,
            roles.via,
        )


def _named_between(context: Context, clause: Clause, cue: VerbCue) -> Mention | None:
    """Return the name right behind *wie* where the tree has no subject: *wie «Reuters» berichtet*."""
    if cue.is_passive:
        return None
    own = [word for word in clause.words if word.upos != "PUNCT" and word not in cue.words and word != clause.opener]
    if not own or own[0].masked:
        return None
    marked = context.passage_at(own[0].index)
    if marked is None and (own[0].upos in ("ADP", "DET", "ADV") or not own[0].text[:1].isupper()):
        return None
    return mention(context, own[0], clause)


def _clause_end(context: Context, clause: Clause) -> int:
    """Return the last place of a frame with the clauses that follow it at once, and the comma that closes it."""
    end = clause.end
    dependent = ("relative",) if clause.kind == "fragment" else ("relative", "subordinate", "infinitive")
    for other in context.clauses.all:
        if other.parent == clause.number and other.kind in dependent and other.start <= end + 2:
            end = max(end, other.end)
    if end + 1 < context.length and context.word(end + 1).text == ",":
        return end + 1
    return end
