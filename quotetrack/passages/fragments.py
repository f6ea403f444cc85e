"""Somebody's words in the author's sentence, or a name there: told by the sentence, by the caller, by the parse."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.passages.model import Verdict
from quotetrack.passages.speech import CLAUSE_LENGTH
from quotetrack.passages.surroundings import Surroundings, Token
from quotetrack.spans import Span

_CALLED_IT_RE: Final = regex.compile(
    r"\s++(?:nennt|nannte|nennen|nannten)\s++(?:er|sie|\p{Lu}[\p{L}-]++)\s++(?:es|das|dies|ihn|sie)\b"
)
_VOR_RE: Final = regex.compile(r"\s++vor\b")
_ATTRIBUTED_RE: Final = regex.compile(
    r"\s++(?:bescheinig|attestier|unterstell|nachsag|vorhielt|vorhält|vorhalt|vorgehalten|vorwarf|vorw[ie]rf|vorgeworfen"
    r"|nachgesagt)(?:e|en|t|te|ten)?+\b"
)
_THROWING: Final = frozenset({"wirft", "werfen", "warf", "warfen"})
_MAKING: Final = frozenset({"macht", "machen", "machte", "machten"})
_BLAMED_RE: Final = regex.compile(r"(?:\s++dafür)?+\s++verantwortlich\b")
_JUDGING: Final = {
    "als": frozenset({"sieht", "sehen", "sah", "sahen", "sehe", "empfand", "empfanden", "empfindet", "empfinden"}),
    "für": frozenset({"hält", "halten", "hielt", "hielten"}),
}
"""Verbs with which somebody judges a thing, by the preposition before the judgement."""
_ANSWERS: Final = frozenset({"Ja", "Nein", "Jein", "Danke", "Niemals", "Vielleicht"})
"""Words that somebody says, and that name nothing."""
_NAMING: Final = frozenset({"nennt", "nannte", "nannten", "nennen", "findet", "fand", "fanden"})
_ADJECTIVE: Final = regex.compile(r"(?:lich|isch|haft|los|bar|sam|voll|ig|al|ell|iv|ant|ent|end|är|ös|abel)$")
_SCOLDING: Final = frozenset(
    stem + end
    for stem in ("schimpf", "spott", "läster", "wetter", "höhn", "ätz", "frotzel", "mecker", "maul", "motz", "zeter")
    for end in ("t", "te", "ten", "en", "n", "et", "ete", "eten")
)
"""Forms of verbs of scolding, whose object with *über* is told in the words of who scolds."""
_TAKES_A_WORD: Final = frozenset({"als", "von", "vom", "wegen", "vor"})


def governed_by_a_cue(around: Surroundings) -> Verdict | None:
    """See somebody's words where the caller knows a cue that governs the passage."""
    if not around.cued.within(around.passage.span):
        return None
    return "fragment" if len(around.words) < CLAUSE_LENGTH else "quotation", (around.content,)


def in_known_report(around: Surroundings) -> Verdict | None:
    """See somebody's words where the caller knows that speech is reported, unless the passage begins like a name."""
    report = around.reported.around(around.passage.span)
    if report is None or around.words[0].is_capitalised:
        return None
    return "fragment", (report,)


def name_in_the_clause(around: Surroundings) -> Verdict | None:
    """See a name in what begins with a capital and is an apposition, a subject, or stands beside a name (94 %).

    In *Der Frachter „Ilm“ sank* the passage is an apposition of *Frachter* in the parse.
    """
    place = around.place
    if place is None or not around.words[0].is_capitalised or _is_predicate_in_front(around):
        return None
    if _CALLED_IT_RE.match(around.text, around.passage.span.end) or _is_reproach(around) or _is_second(around):
        return None
    named = place.is_apposed or place.is_subject or place.is_beside_a_name
    return ("name", (place.head.span,)) if named else None


def _is_predicate_in_front(around: Surroundings) -> bool:
    """Say whether an adjective alone stands before a verb of naming: *„Fatal“ nannte Ott das Urteil*."""
    verb = around.next
    alone = len(around.words) == 1 and not around.before
    return alone and verb is not None and verb.text in _NAMING and _ADJECTIVE.search(around.words[0].text) is not None


def _is_second(around: Surroundings) -> bool:
    """Say whether *und* joins one word to what somebody speaks of: *sprach von „Verrat“ und „Feigheit“*."""
    first = around.before_joined
    told = first is not None and first.text in _TAKES_A_WORD and around.among("quoting_forms") is not None
    return told and len(around.words) == 1


def _is_reproach(around: Surroundings) -> bool:
    """Say whether somebody is said to have it: *werfen dem Wirt „Geiz“ vor*, *hat ihm „Größe“ bescheinigt*."""
    behind = _VOR_RE.match(around.text, around.passage.span.end)
    thrown = behind is not None and any(word.text in _THROWING for word in around.sentence_words)
    blamed = _BLAMED_RE.match(around.text, around.passage.span.end) is not None
    if blamed and any(word.text in _MAKING for word in around.sentence_words):
        return True  # macht „dunkle Kräfte“ dafür verantwortlich
    return thrown or _ATTRIBUTED_RE.match(around.text, around.passage.span.end) is not None


def called_so(around: Surroundings) -> Verdict | None:
    """See somebody's words in what a thing is called, or what is spoken of (76 % by the text, 80 % with a parse).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> called_so(surroundings_of("Ott wies das als „Unsinn“ zurück und kritisierte die Stadt."))[0]
    'fragment'
    """
    if _is_reproach(around):
        return "fragment", ()
    judged_after = _CALLED_IT_RE.match(around.text, around.passage.span.end)
    if judged_after is not None:
        return "fragment", (Span(*judged_after.span()),)
    preposition = around.before_joined or around.before_article
    scolded = _scolded(around)
    if scolded is not None:
        return "fragment", (scolded.span,)
    cue = around.among("quoting_forms") or _speech_of(around)
    judged = None if preposition is None else _JUDGING.get(preposition.text)
    if cue is None and judged is not None:
        cue = next((word for word in around.sentence_words if word.text in judged), None)
        return None if cue is None or preposition is None else ("fragment", (cue.span, preposition.span))
    if cue is None:
        return None
    if preposition is not None and preposition.text in _TAKES_A_WORD:
        return "fragment", (cue.span, preposition.span)
    naming = around.among("naming_forms")
    return None if naming is None else ("fragment", (naming.span,))


def _scolded(around: Surroundings) -> Token | None:
    """Return the verb in *schimpfte über „Symbolpolitik“*, where no article stands before what is so called."""
    if around.previous is None or around.previous.text != "über":
        return None
    return next((word for word in around.sentence_words if word.text in _SCOLDING), None)


def _speech_of(around: Surroundings) -> Token | None:
    """Return the noun in *In dem Brief ist von „Schikane“ die Rede*."""
    forms = {word.text for word in around.sentence_words}
    is_spoken_of = "von" in forms and bool(forms & {"ist", "war", "sei"})
    behind = (word for word in around.sentence_words if word.span.start > around.passage.span.end)
    return next((word for word in behind if word.text == "Rede"), None) if is_spoken_of else None


def noun_set_apart(around: Surroundings) -> Verdict | None:
    """See irony in a single noun that the parse takes for a common one: the *„Wunder“ von Öhringen* (84 %)."""
    place = around.place
    if place is None or len(around.words) > 1 or [word.upos for word in place.words] != ["NOUN"]:
        return None
    return "irony", (around.content,)


def shaped_like_a_name(around: Surroundings) -> Verdict | None:
    """See a name in a capital first and nothing in lower case but small words (94 % by the text, 96 % with a parse).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> shaped_like_a_name(surroundings_of("Das „Haus der Kulturen“ öffnet."))[0]
    'name'
    """
    lower = [word.text for word in around.words if not word.is_capitalised]
    if not around.words[0].is_capitalised or not load("small_words").issuperset(lower):
        return None
    if around.said in _ANSWERS:
        return None
    if lower and len(around.words) < CLAUSE_LENGTH and reporting_word(around.sentence_words) is not None:
        return None
    return "name", (around.content,)


def in_reported_speech(around: Surroundings) -> Verdict | None:
    """See somebody's words in a sentence that reports speech (74 % by the text, 77 % with a parse).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> in_reported_speech(surroundings_of("Das sei „nicht klug“, meinte Ott."))[0]
    'fragment'
    """
    found = reporting_word(around.sentence_words)
    return None if found is None else ("fragment", (found.span,))


def title_set_apart(around: Surroundings) -> Verdict | None:
    """See a title in a capital first, where nothing in the sentence reports speech (81 % of 16).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> title_set_apart(surroundings_of("Am Abend läuft „Ebbe bleibt aus“ im Saal."))[0]
    'title'
    """
    return ("title", (around.content,)) if around.words[0].is_capitalised else None


def governed_by_a_verb(around: Surroundings) -> Verdict | None:
    """See somebody's words where the parse has a reporting verb above them."""
    verb = None if around.place is None else around.place.reporting_verb
    return None if verb is None else ("fragment", (verb.span,))


def phrase_in_reporting_paragraph(around: Surroundings) -> Verdict | None:
    """See somebody's words in several small ones, where the paragraph reports speech (69 % of 29).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> phrase_in_reporting_paragraph(surroundings_of("Das Haus ist „nicht ganz billig“. Das sagte Ott."))[0]
    'fragment'
    """
    found = reporting_word(around.paragraph_words) if len(around.words) > 1 else None
    return None if found is None else ("fragment", (found.span,))


def reporting_word(words: Iterable[Token]) -> Token | None:
    """Return the first of the words that reports speech: a verb form, a Konjunktiv, a word for a source."""
    known = _reporting_words()
    return next((word for word in words if word.text in known), None)


@cache
def _reporting_words() -> frozenset[str]:
    return load("quoting_forms") | load("subjunctive_forms") | load("source_words")
