"""Sources behind *nach* and *aus*, named by a statement: *nach Angaben von X*, *ihrer Ansicht nach*, *danach*."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, verb_cue
from quotetrack.nouns import noun_of
from quotetrack.phrases import mention_span, noun_of_article, noun_phrase
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.report_nouns import behind_owner, is_report_noun
from quotetrack.quotes.source_extents import without_edge_punctuation
from quotetrack.quotes.source_phrases import Source, phrase_source, relative_source
from quotetrack.syntax import Word

_ALWAYS_SOURCES: Final = (
    "angaben", "ansicht", "auffassung", "meinung", "einschätzung", "darstellung", "überzeugung", "worten", "sicht",
    "erkenntnissen", "informationen", "schätzung", "schätzungen", "berechnungen", "lesart", "version", "schilderung",
    "prognose", "statistik", "umfrage", "studie", "eindruck",
    "expertise", "argumentation", "bekunden", "dafürhalten", "interpretation", "erinnerung", "vermutung", "kenntnis",
    "logik", "theorie", "rechnung", "erwartung", "erwartungen", "wahrnehmung", "einstufung", "befürchtung",
    "befürchtungen", "vermutungen", "beobachtungen", "prognosen", "vorstellungen",
)  # fmt: skip
_OF_SOMEBODY: Final = (
    "analyse", "auskunft", "bewertung", "beurteilung", "diagnose", "erzählung", "beschreibung", "deutung", "darlegung",
    "behauptung", "feststellung", "schätzung", "zählung", "kalkulation", "recherchen",
)  # fmt: skip
"""Ends of nouns that have their article and whose it is behind them: *nach der Auskunft der Feuerwehr*."""
_VIEWS: Final = (
    "meinung", "ansicht", "auffassung", "einschätzung", "überzeugung", "darstellung", "vernehmen", "angaben",
    "eindruck", "kenntnis", "wissen", "bekunden", "dafürhalten", "lesart", "vermutung", "wahrnehmung",
)  # fmt: skip
"""Ends of nouns that have their *nach* behind them: *ihrer Ansicht nach*."""
_TELLINGS: Final = (
    "aussage", "aussagen", "bericht", "berichten", "lesart", "version", "beschreibung", "beschreibungen", "erzählung",
    "erzählungen", "gerüchten", "schilderung", "schilderungen", "worten", "erkenntnissen", "informationen",
    "berechnungen", "schätzungen", "erinnerung", "erfahrung", "gefühl", "empfinden", "annahme", "auskunft",
    "argumentation", "beobachtung", "beobachtungen", "berechnung", "deutung", "diagnose", "interpretation", "logik",
    "prognose", "prognosen", "recherchen", "rechnung", "schätzung", "theorie", "urteil", "vorstellung", "vorstellungen",
    "zählung", "zählungen", "befürchtung", "befürchtungen", "erwartung", "erwartungen", "willen", "wunsch",
)  # fmt: skip
"""Ends of nouns that have it so where they fill the front: *Den Berichten nach war er allein*, not *ging … nach*."""
_VIEWED: Final = (
    "bild", "bilder", "bildern", "bildes", "aufnahmen", "aufnahme", "aufzeichnung", "aufzeichnungen", "video", "videos",
    "fotos", "film", "films", "material", "materials", "akten", "szene", "szenen", "spuren", "daten",
)  # fmt: skip
_PLANS: Final = ("plan", "pläne", "plänen", "planung", "planungen", "vorhaben", "entwurf", "konzept", "vorstellungen")
_WISHES: Final = (
    "willen", "wunsch", "wünschen", "idee", "vorschlag", "vorschlägen", "überlegungen", "ankündigung",
    "ankündigungen",
)  # fmt: skip
"""Ends of nouns for what somebody means to do, so that *Nach dem Willen von X soll …* says so."""
_MEANT: Final = frozenset("soll sollen sollte sollten".split())
_ASKING: Final = (
    "ruf", "rufe", "rufen", "forderung", "forderungen", "frage", "fragen", "suche", "wunsch", "verlangen", "bedürfnis",
    "bitte", "bitten", "sehnsucht", "schrei", "drang", "streben",
)  # fmt: skip
"""Ends of nouns that have what is asked for behind *nach*."""
_OF_NAMES: Final = ("s", "'", "’")
_SO_FAR_RE: Final = regex.compile(r"(?:bisherig|erst|vorläufig|derzeitig|aktuell|jüngst|neuest|jetzig)(?:e[nmr]|er)")
"""Attributes of what is known so far: *nach den bisherigen Ermittlungen*."""
_DATIVE_ARTICLES: Final = frozenset("seiner ihrer meiner unserer deren dessen den dem aller".split())
_OF_NOUNS: Final = frozenset({"wegen", "trotz", "aufgrund", "während", "statt"})
_DOCUMENTS: Final = (
    "vertrag",
    "gesetz",
    "entwurf",
    "papier",
    "regelung",
    "vereinbarung",
    "beschluss",
    "liste",
    "plan",
    "kompromiss",
    "einigung",
    "abkommen",
)


def with_report_noun(context: Context, word: Word, clause: Clause) -> Source | None:
    """Return the source that *nach* or *aus* names by a statement: *nach Angaben der Polizei*, *aus Sicht von X*."""
    form = word.text.lower()
    if form == "nach" and (context.text[word.span.end :].startswith(" wie ") or _is_asked_for(context, word)):
        return None  # nach wie vor der Ansicht; der Ruf nach einer Untersuchung
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
    head = _behind_attribute(context, word, clause) or behind_owner(context, head) or _plan_of(context, head) or head
    if head is None or any(other.upos == "VERB" for other in context.words(word.index + 1, head.index)):
        return None
    if form == "nach" and (_is_count(context, word, head) or _are_media(context, word, head)):
        return phrase_source(context, word, head, clause, "source-nach")
    planned = form == "nach" and _is_what_is_meant(context, word, head, clause)
    if not (planned or is_report_noun(head) or _is_one_evaluation(context, word, head)):
        return None
    if form == "aus" and (
        not head.text.lower().endswith(("sicht", "perspektive")) or _is_of_nobody(context, word, head)
    ):
        return None
    if planned:
        return phrase_source(context, word, head, clause, "source-nach")
    if form == "nach" and (_is_temporal(context, word, head) or _is_viewing(context, head)):
        return None
    if form == "nach" and _is_sought(context, word, head, clause):
        return None
    return phrase_source(context, word, head, clause, f"source-{form}")


def _is_sought(context: Context, word: Word, head: Word, clause: Clause) -> bool:
    """Say whether *nach* names what a verb is about, at the end of its clause: *Ott ringt | nach Worten*."""
    seeking = any(lemma_of(one) in _SEEKING for one in clause.words if one.upos == "VERB" and one.index < word.index)
    has_object = any(one.relation in ("obj", "ccomp") for one in clause.words)
    bare = head.index == word.index + 1 or context.word(word.index + 1).text in ("der", "den", "dem")
    return seeking and bare and not has_object and not head.text.lower().endswith("angaben")


def _is_asked_for(context: Context, word: Word) -> bool:
    """Say whether *nach* tells what a noun before it asks for: *der Ruf | nach einer Untersuchung*."""
    return word.index > 1 and context.word(word.index - 1).text.lower().endswith(_ASKING)


def _is_one_evaluation(context: Context, word: Word, head: Word) -> bool:
    """Say whether somebody has evaluated figures: *nach einer Auswertung des Portals*, not *nach Auswertung von X*."""
    return head.text.lower().endswith("auswertung") and context.word(word.index + 1).text == "einer"


def _plan_of(context: Context, name: Word | None) -> Word | None:
    """Return what somebody named in the genitive means to do: *nach Lenz' Plänen*, *nach Hubers | Idee*."""
    while name is not None and name.upos == "PROPN" and name.index < context.length:
        if name.text.endswith(_OF_NAMES):
            break
        name = context.word(name.index + 1)
    if name is None or name.upos != "PROPN" or name.index == context.length:
        return None
    noun = context.word(name.index + 1)
    return noun if noun.upos in ("NOUN", "PROPN") and noun.text.lower().endswith(_PLANS + _WISHES) else None


def _is_count(context: Context, word: Word, head: Word) -> bool:
    """Say whether a phrase tells what is counted so far: *nach dem vorläufigen Endergebnis*, *ersten Ergebnissen*."""
    leading = context.words(word.index + 1, head.index - 1)
    counted = head.text.lower().endswith(("ergebnis", "ergebnissen", "auszählung"))
    return counted and any(_SO_FAR_RE.fullmatch(other.text) for other in leading)


def _are_media(context: Context, word: Word, head: Word) -> bool:
    """Say whether media are named without an article: *nach örtlichen Medien*."""
    leading = context.words(word.index + 1, head.index - 1)
    return head.text == "Medien" and len(leading) == 1 and leading[0].upos == "ADJ"


def _is_of_nobody(context: Context, word: Word, head: Word) -> bool:
    """Say whether a point of view has no owner, or is of one word: *aus rechtlicher Sicht*, *einen aus ihrer …*."""
    leading = context.words(word.index + 1, head.index - 1)
    following = context.word(head.index + 1) if head.index < context.length else head
    before = context.word(word.index - 1) if word.index > 1 else word
    adjectival = len(leading) == 1 and leading[0].upos == "ADJ" and leading[0].text[:1].islower()
    owned = following.text in ("der", "des", "von", "vom", "seiner", "ihrer", "eines", "einer")
    return (adjectival and not owned) or (before.upos == "DET" and following.upos == "ADJ")


def _is_what_is_meant(context: Context, word: Word, head: Word, clause: Clause) -> bool:
    """Say whether *nach* names somebody's will or plan: *Nach dem Willen der Grünen soll der Preis sinken*."""
    finite = clause.finite
    scheduled = head.text.lower().endswith(("fahrplan", "zeitplan", "terminplan"))
    if finite is None or scheduled or not head.text.lower().endswith(_PLANS + _WISHES):
        return False
    must = finite.text in ("will", "wollen", "muss", "müssen") and head.text.lower().endswith(_PLANS)
    following = context.word(head.index + 1) if head.index < context.length else finite
    if not (must or finite.text in _MEANT) or following.text == "nach":
        return False
    leading = context.words(word.index + 1, head.index - 1)
    owned = any(other.upos == "PROPN" and other.text.endswith(("s", "'", "’")) for other in leading)
    return owned or any(other.upos in ("DET", "ADJ") for other in leading)


def _behind_attribute(context: Context, preposition: Word, clause: Clause) -> Word | None:
    """Return the noun whose attribute holds a phrase: *nach einem am Montag veröffentlichten Gutachten*."""
    article = preposition.index + 1
    if article + 2 > clause.end or context.word(article).upos != "DET" or context.word(article + 1).upos != "ADP":
        return None
    place = noun_of_article(context.sentence, article, clause.end)
    return None if place is None else context.word(place)


def _is_temporal(context: Context, word: Word, head: Word) -> bool:
    """Say whether *nach* tells the time: after an act of speaking with its article, or about one (*über*, *gegen*).

    *nach der Aussage der Zeugin* comes after it; *nach Aussage der Zeugin*, *nach ihren Angaben* name the source; so
    does what is written where something *soll* be so: *Nach dem Entwurf sollen Firmen zahlen*.
    """
    following = context.word(head.index + 1) if head.index < context.length else None
    owned_by_name = behind_owner(context, context.word(word.index + 1)) == head
    given = head.index == word.index + 1 and head.text.lower().endswith("angaben")  # nach Polizeiangaben gegen 17 Uhr
    if following is not None and following.text.lower() in ("über", "gegen") and not (owned_by_name or given):
        return True
    if _is_of_what_is_to_be(context, word, head) or _is_of_inquiry(context, word, head):
        return False
    article = context.word(word.index + 1)
    definite = article.upos == "DET" and article.text.lower() in ("der", "dem", "den", "dieser", "diesem", "diesen")
    owned = (
        article.text.lower() not in ("eigener", "eigenem", "eigenen")
        and article.upos == "DET"
        and article.features.get("Poss") == "Yes"
        and head.text.lower() in ("aussage", "bericht")
    )
    if definite and head.text.lower().endswith(_OF_SOMEBODY) and _is_of_speaker(context, head):
        return False
    return (definite or owned) and not head.text.lower().endswith(_ALWAYS_SOURCES)


def _is_of_speaker(context: Context, head: Word) -> bool:
    """Say whether somebody or a body stands behind a statement as whose it is: *der Analyse | der Bank*, *von Ott*."""
    if head.index + 2 > context.length:
        return False
    article, owner = context.words(head.index + 1, head.index + 2)
    known = noun_of(owner.text)
    speaks = owner.upos == "PROPN" or (known is not None and known.kind in ("person", "organisation", "medium"))
    return article.text in ("der", "des", "von", "seines", "ihres") and speaks


def _is_of_what_is_to_be(context: Context, word: Word, head: Word) -> bool:
    """Say whether something written opens a clause with *soll*: it says so, and nothing comes after it."""
    clause, noun = context.clauses.of(word), noun_of(head.text)
    finite = None if clause is None else clause.finite
    written = noun is not None and noun.kind == "document"
    return word.index == 1 and written and finite is not None and finite.text in ("soll", "sollen")


def _is_of_inquiry(context: Context, word: Word, head: Word) -> bool:
    """Say whether a statement is what is known so far, or that of a medium or of those who inquire.

    ``Nach den bisherigen Ermittlungen war er allein``, *nach den Ermittlungen der Polizei*, *dem Bericht der Zeitung*.
    """
    if any(_SO_FAR_RE.fullmatch(other.text) for other in context.words(word.index + 1, head.index - 1)):
        return True
    article = context.word(head.index + 1) if head.index + 2 <= context.length else head
    owner = context.word(article.index + 1) if article.text in ("der", "des") else head
    noun = noun_of(owner.text) if owner != head and owner.upos in ("NOUN", "PROPN") else None
    inquired = head.text.lower().endswith("ermittlungen") and noun is not None and noun.kind == "organisation"
    return inquired or (noun is not None and noun.kind == "medium")


def _is_viewing(context: Context, head: Word) -> bool:
    """Say whether *Ansicht* is the viewing of a thing: *nach Ansicht der Fernsehbilder*."""
    if not head.text.lower().endswith(("ansicht", "sichtung", "auswertung")):
        return False
    after = context.words(head.index + 1, head.index + 4)
    noun = next((other for other in after if other.upos in ("NOUN", "PROPN")), None)
    return noun is not None and noun.text.lower().endswith(_VIEWED)


def _with_relative(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Studien, nach denen das Mittel wirkungslos ist``: what the pronoun takes up is the source."""
    found = relative_source(context, word, clause, "source-nach")
    before = context.words(max(1, word.index - 8), word.index - 2) if found is not None else ()
    return found if any(map(is_report_noun, before)) else None


def _postposed_nach(context: Context, word: Word, clause: Clause) -> Source | None:
    """``Ihrer Meinung nach``: the preposition behind its noun; ``Dem Vernehmen nach`` names nobody."""
    if word.index < 2:
        return None
    noun, finite = context.word(word.index - 1), clause.finite
    in_front = finite is not None and finite.index == word.index + 1 and clause.kind == "main"
    owned = _owned_view(context, word, clause) if in_front else None
    if not noun.text.lower().endswith((*_VIEWS, *(_TELLINGS if in_front else ()))) and owned is None:
        return None
    if owned is None and not _stands_behind(context, word, noun):
        return None
    noun = owned or noun
    first = finite.index + 1 if finite is not None and finite.index < noun.index else clause.start
    words = noun_phrase(context.sentence, noun, (first, word.index - 1))
    if in_front:
        words = without_edge_punctuation(context.words(clause.start, word.index - 1))
    return Source(
        (word,),
        "nach",
        "preposition",
        (words[0].index, word.index),
        None if noun.text == "Vernehmen" else Mention(mention_span(context.sentence, words), noun, context.number),
        clause,
        "source-nach",
    )


def _owned_view(context: Context, word: Word, clause: Clause) -> Word | None:
    """Return a statement with its owner that opens a sentence: *Den | Angaben des Vereins nach kamen 300 Leute*."""
    opening = context.words(clause.start, word.index - 1)
    if len(opening) < len(("Den", "Angaben", "des", "Vereins")) or opening[0].text.lower() not in ("der", "dem", "den"):
        return None
    noun, owner = opening[1:3]
    stated = noun.upos == "NOUN" and noun.text.lower().endswith((*_VIEWS, *_TELLINGS))
    return noun if stated and owner.text in ("der", "des", "eines", "einer", "seines", "ihres", "von") else None


def _stands_behind(context: Context, word: Word, noun: Word) -> bool:
    """Say whether *nach* belongs to the noun before it: *ist seiner Meinung nach ein Fehler*, not *… nach dem Spiel*.

    The noun stands in the dative, with nothing else that governs it; *die seiner Meinung nach größte* is an attribute.
    """
    following = context.word(word.index + 1) if word.index < context.length else None
    if following is None or following.upos not in ("NOUN", "PROPN", "DET", "ADJ"):
        return True
    article = context.word(max(1, noun.index - 1))
    before = context.word(article.index - 1) if article.index > 1 else article
    dative = article.text.lower() in _DATIVE_ARTICLES and not (article.text == "Ihrer" and article.index > 1)
    governed = before.upos in ("ADP", "DET") or before.text.lower() in _OF_NOUNS
    if following.text.lower() in ("weniger", "mehr") or not dative or governed:
        return following.text.lower() in ("weniger", "mehr")
    after_nach = {"dem", "den", "einem"} | ({"der", "einer"} if before.upos == "NOUN" else set())
    return following.text.lower() not in after_nach


_WITH_NACH: Final = frozenset(
    "fragen befragen erkundigen suchen fahnden streben sehnen greifen verlangen rufen".split()
)
"""Verbs whose object *nach* names: with them *danach* tells no source."""


_SEEKING: Final = _WITH_NACH | frozenset("ringen lechzen schreien kramen tasten forschen dürsten hungern".split())
"""Verbs whose object *nach* names that may well be what somebody says: *ringt nach Worten*."""


_ENDING: Final = frozenset({"enden", "auslaufen", "ablaufen"})
"""Verbs of what comes to its end, *danach* in time: *der Vertrag ende im Mai. Danach …*."""


def danach(context: Context, word: Word, clause: Clause, before: Context | None) -> Source | None:
    """``Danach heizt jeder Vierte mit Holz.``: at the start, then the verb; the discourse says what it points to."""
    finite = clause.finite
    if word.index != 1 or finite is None or finite.index != 2 or not _names_a_document(before) or _is_ahead(before):
        return None
    if any(lemma_of(one) in _WITH_NACH for one in clause.words if one.upos == "VERB"):
        return None  # Danach habe ihn niemand gefragt
    spoken = Mention(word.span, word, context.number, is_adverb=True)
    return Source((word,), "danach", "adverb", (1, 1), spoken, clause, "source-danach")


def is_therefore(word: Word, clause: Clause) -> bool:
    """Say whether *demzufolge* tells what follows from something: neither *ein Bericht, demzufolge …* nor in front."""
    return word.text.lower() == "demzufolge" and clause.opener != word and word.index > 1


def _names_a_document(before: Context | None) -> bool:
    """Say whether the sentence before speaks of a report, a survey, a contract that *danach* can take up."""
    if before is None:
        return False
    words = before.sentence.words
    if any(is_report_noun(word) or word.text.lower().endswith(_DOCUMENTS) for word in words):
        return True
    cues = (verb_cue(before.sentence, before.clauses, main) for main in before.main_clauses())
    verbs = {lemma_of(word) for word in words if word.upos == "VERB"} | {cue.lemma for cue in cues if cue is not None}
    return not verbs.isdisjoint(("befragen", "veröffentlichen", "vorlegen", "vorstellen"))


def _is_to_come(main: Clause, finite: Word) -> bool:
    """Say whether a clause tells what is to come: *soll fertig sein*, *wird zeigen*; not *werden darin gerügt*."""
    form = finite.text.lower()
    if form in ("wird", "werden"):
        rest = [word for word in main.words if word != finite and word.upos in ("VERB", "AUX") and not word.masked]
        return not rest or any(word.features.get("VerbForm") != "Part" for word in rest)
    return form in ("soll", "sollen", "will", "wollen", "muss")


def _is_ahead(before: Context | None) -> bool:
    """Say whether the sentence before speaks of what is still to come: *danach* is a time then."""
    if before is None:
        return False
    if any(main.finite is not None and _is_to_come(main, main.finite) for main in before.main_clauses()):
        return True
    ends = (word for word in before.sentence.words if word.upos in ("VERB", "AUX") and not word.masked)
    return any(word.text in ("werde", "würden", "solle", "müsse") or lemma_of(word) in _ENDING for word in ends)
