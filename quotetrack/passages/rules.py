"""What tells a quotation from a name: one rule a function, precise ones first.

A rule looks at the surroundings of a passage and gives its class with the stretches of text that speak for it, or
nothing. The shares in the comments were measured on WIKINEWS train and dev (1,487 pairs of „…“, November 2026).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, get_args

import regex

from quotetrack.lexicon import load, table
from quotetrack.passages.model import Kind
from quotetrack.passages.surroundings import Surroundings, Token
from quotetrack.spans import Span

Verdict = tuple[Kind, tuple[Span, ...]]
Rule = Callable[[Surroundings], Verdict | None]

CLAUSE_LENGTH: Final = 6
"""From so many words on a passage not shaped like a name is a clause: 94 % of them were direct speech."""

LONGEST_NICKNAME: Final = 3
"""A passage of more words between a first name and a surname is none."""

SHORTEST_CLAUSE: Final = 3
"""A finite form in a shorter passage may be part of a name."""

_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_STOP: Final = regex.compile(r"[.!?…]\W*+$")
_ABBREVIATION: Final = regex.compile(r"\s*+\(\p{Lu}[\p{L}\p{N}-]{1,7}\)")
_SO: Final = regex.compile(
    r"\s*+(?:,\s++so\s++(?!hei|hie|nann|nenn|laute)|:\s++Mit\s++diese[mn]\s++(?:Worten|Satz|Ausruf)\b)"
)
_FRAME: Final = regex.compile(r"\s*+(?:[,–—-]\s*+|:\s++(?:So|Das|Dies)\s++)(?P<verb>\p{Ll}++)")
_EXPLAINED: Final = regex.compile(r"\b(?:kurz|übersetzt|(?:auf |zu )?[Dd]eutsch|etwa)\s*+:?\s*+$")
_SUBJECT_BEHIND_COPULA: Final = regex.compile(
    r"\b(?:ist|sind|war|waren|sei|seien|wäre|wären|bleibt|bleibe|findet|fand)\s++(?:d(?:er|ie|as)|diese[rs]?|ein|eine)\s++\p{Lu}[\p{L}-]++\s*+$"
)
_CALLED_IT_RE: Final = regex.compile(
    r"\s++(?:nennt|nannte|nennen|nannten)\s++(?:er|sie|\p{Lu}[\p{L}-]++)\s++(?:es|das|dies|ihn|sie)\b"
)
_VOR_RE: Final = regex.compile(r"\s++vor\b")
_THROWING: Final = frozenset({"wirft", "werfen", "warf", "warfen"})
_DISTANCE: Final = regex.compile(r"(?:angeblich|vermeintlich|vorgeblich|selbsternannt|mutmaßlich)e[mnrs]?")
_JUDGING: Final = {
    "als": frozenset({"sieht", "sehen", "sah", "sahen", "sehe", "empfand", "empfanden", "empfindet", "empfinden"}),
    "für": frozenset({"hält", "halten", "hielt", "hielten"}),
}
"""Verbs with which somebody judges a thing, by the preposition before the judgement."""
_ANSWERS: Final = frozenset({"Ja", "Nein", "Jein", "Danke", "Niemals", "Vielleicht"})
"""Words that somebody says, and that name nothing."""
_NAMING: Final = frozenset({"nennt", "nannte", "nannten", "nennen", "findet", "fand", "fanden"})
_ADJECTIVE: Final = regex.compile(r"(?:lich|isch|haft|los|bar|sam|voll|ig|al|ell|iv|ant|ent|end|är|ös|abel)$")
_TAKES_A_WORD: Final = frozenset({"als", "von", "vom", "wegen", "vor"})


# --- Marks that quote nobody: told by what stands beside them ---


def marks_around_no_word(around: Surroundings) -> Verdict | None:
    """Leave marks alone that hold no word.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> marks_around_no_word(surroundings_of("Er setzte ein „?“ dahinter."))[0]
    'sign'
    """
    return None if around.words else ("sign", ())


def wiki_italics(around: Surroundings) -> Verdict | None:
    """Take two apostrophes for italics, as wikis do, unless a colon announces speech.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> wiki_italics(surroundings_of("Das Schiff ''Gorch'' lief aus."))[0]
    'emphasis'
    """
    if around.passage.convention.name != "wiki" or around.follows_colon:
        return None
    return "emphasis", (around.passage.opener,)


def naming_noun_before(around: Surroundings) -> Verdict | None:
    """See a name or title after a noun of such things, but not what a thing is called: *den Verein „nutzlos“ nannte*.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> naming_noun_before(surroundings_of("Sie zogen unter dem Motto „Wir sind mehr“ durch Öhringen."))[0]
    'motto'
    """
    noun = around.previous
    naming = None if noun is None else _naming_noun(noun.text)
    if noun is None or naming is None:
        return None
    kind = _KINDS[table("naming_nouns")[naming][0]]
    may_be_called_so = kind == "name" or not around.words[0].is_capitalised
    called = around.among("naming_forms") is not None or _is_predicate(around)
    called = called or around.words[0].text in ("ein", "eine", "einen")
    return None if may_be_called_so and called else (kind, (noun.span,))


def _is_predicate(around: Surroundings) -> bool:
    """Say whether small words tell what the noun before them is: *Für Ott ist der Verein „völlig nutzlos“*."""
    before = around.text[around.sentence.start : around.passage.span.start]
    return not around.words[0].is_capitalised and _SUBJECT_BEHIND_COPULA.search(before) is not None


def distanced_before(around: Surroundings) -> Verdict | None:
    """See irony after *angeblich* and the like.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> distanced_before(surroundings_of("Die angeblichen „Freunde“ kamen nicht."))[0]
    'irony'
    """
    word = around.previous
    return ("irony", (word.span,)) if word is not None and _DISTANCE.fullmatch(word.text) else None


def naming_word_before(around: Surroundings) -> Verdict | None:
    """See an expression spoken about after *sogenannt*, *genannt*, *alias*.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> naming_word_before(surroundings_of("Der sogenannte „Brückentag“ fällt aus."))[0]
    'term'
    """
    word = around.previous
    return ("term", (word.span,)) if word is not None and word.text in load("naming_words") else None


def explained_before(around: Surroundings) -> Verdict | None:
    """See an expression after *kurz*, *auf Deutsch*, *übersetzt*.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> explained_before(surroundings_of("Das Bündnis für die Ohrn, kurz: „BfO“, klagt."))[0]
    'term'
    """
    found = _EXPLAINED.search(around.text, around.sentence.start, around.passage.span.start)
    return None if found is None else ("term", (Span(*found.span()),))


def medium_named(around: Surroundings) -> Verdict | None:
    """Know the names of papers and broadcasters, in the nominative and the genitive.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> medium_named(surroundings_of("Das geht aus einem Bericht des „Spiegels“ hervor."))[0]
    'medium'
    """
    names = load("media_names")
    known = around.said in names or around.said.removesuffix("s") in names
    return ("medium", (around.content,)) if known else None


def between_names(around: Surroundings) -> Verdict | None:
    """See a nickname between a first name and a surname.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> between_names(surroundings_of("Torwart Hans „Hansi“ Ott bleibt."))[0]
    'nickname'
    """
    first, last = around.previous, around.next
    if first is None or last is None or len(around.words) > LONGEST_NICKNAME or _STOP.search(around.said):
        return None
    return ("nickname", (first.span, last.span)) if first.is_name_like and last.is_name_like else None


def part_of_compound(around: Surroundings) -> Verdict | None:
    """See an expression where a hyphen ties the passage to a word.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> part_of_compound(surroundings_of("Die „Rettet den Hafen“-Gruppe gab auf."))[0]
    'term'
    """
    start, end = around.passage.span.start, around.passage.span.end
    before, after = around.text[max(0, start - 2) : start], around.text[end : end + 2]
    tied = _is_hyphenated(after) or _is_hyphenated(before[::-1])
    return ("term", (around.passage.span,)) if tied else None


def _is_hyphenated(characters: str) -> bool:
    return characters[:1] == "-" and characters[1:].isalpha()


def abbreviated_after(around: Surroundings) -> Verdict | None:
    """See a name where its abbreviation follows in brackets.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> abbreviated_after(surroundings_of("Das „Bündnis für den Hafen“ (BfH) klagt."))[0]
    'name'
    """
    found = _ABBREVIATION.match(around.text, around.passage.span.end)
    return ("name", (Span(*found.span()),)) if found and not _STOP.search(around.said) else None


def reports_itself(around: Surroundings) -> Verdict | None:
    """See a source in what stands before a verb of reporting without a comma.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> reports_itself(surroundings_of("Wie „Radio Hohenlohe“ berichtet, bleibt die Brücke zu."))[0]
    'medium'
    """
    verb = around.next
    if verb is None or verb.text not in load("medium_forms") or _STOP.search(around.said):
        return None
    return "medium", (verb.span,)


def foreign_title(around: Surroundings) -> Verdict | None:
    """See a title in small words of another language, with none of German.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> foreign_title(surroundings_of("Das steht im „Journal of the Sea“."))[0]
    'title'
    """
    foreign = [word for word in around.words if word.text in load("foreign_words")]
    german = load("small_words") | load("finite_forms")
    if not foreign or any(word.text in german for word in around.words):
        return None
    return "title", tuple(word.span for word in foreign)


# --- Speech: told by its frame, its stop, its verb ---


def end_lost(around: Surroundings) -> Verdict | None:
    """See nothing certain in a passage whose end nothing shows: no closer, no reporting clause, no further paragraph.

    What the author goes on to say may well stand within.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> end_lost(surroundings_of("„Wir bauen. Das teilte Ott mit. Das Geld sei da."))[0]
    'undecided'
    """
    return ("undecided", (around.passage.opener,)) if around.passage.end_is_lost else None


def several_paragraphs(around: Surroundings) -> Verdict | None:
    r"""See speech in a passage over several paragraphs.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> several_paragraphs(surroundings_of("„Wir bleiben.\n\n„Und wir bauen“, sagte Ott."))[0]
    'quotation'
    """
    several = len(around.passage.content_spans) > 1 or "\n\n" in around.said
    return ("quotation", (around.content,)) if several else None


def colon_before(around: Surroundings) -> Verdict | None:
    """See speech after a colon (95 % of 216).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> colon_before(surroundings_of("Ortsvorsteher Ott: „Nein“"))[0]
    'quotation'
    """
    return ("quotation", ()) if around.follows_colon else None


def frame_after(around: Surroundings) -> Verdict | None:
    """See speech where *, so* or a comma and a verb of speaking follows (98 % of 83), or *: So sagte* takes it up.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> frame_after(surroundings_of("„Nein“, sagte Ott."))[0]
    'quotation'
    """
    so = _SO.match(around.text, around.passage.span.end)
    if so is not None:
        return "quotation", (Span(*so.span()),)
    frame = _FRAME.match(around.text, around.passage.span.end)
    if frame is None or frame["verb"] not in load("quoting_forms"):
        return None
    return "quotation", (Span(*frame.span("verb")),)


def stop_within(around: Surroundings) -> Verdict | None:
    """See speech in several words that end with a stop within the marks (95 % of 57).

    A full stop behind small words in the author's sentence is the author's: *Der Abend war „ganz nett.“*

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> stop_within(surroundings_of("Sie rief laut „Halt an!“ und lief."))[0]
    'quotation'
    """
    found = _STOP.search(around.said)
    if found is None or len(around.words) < 2 or _is_stop_of_author(around, found.group()):
        return None
    return "quotation", (Span(around.content.start + found.start(), around.content.end),)


def _is_stop_of_author(around: Surroundings, stop: str) -> bool:
    small = around.previous is not None and not around.words[0].is_capitalised
    return stop == "." and small and len(around.words) < CLAUSE_LENGTH


def finite_verb_within(around: Surroundings) -> Verdict | None:
    """See speech where a finite verb makes the passage a clause (94 % of 72).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> finite_verb_within(surroundings_of("Er fand, dass „das alles nicht reicht“."))[0]
    'quotation'
    """
    verb = next((word for word in around.words if word.text in load("finite_forms")), None)
    return None if verb is None or len(around.words) < SHORTEST_CLAUSE else ("quotation", (verb.span,))


# --- Somebody's words, or a name: told by the sentence, by what the caller knows, and by the parse ---


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
    if _CALLED_IT_RE.match(around.text, around.passage.span.end) or _is_reproach(around):
        return None
    named = place.is_apposed or place.is_subject or place.is_beside_a_name
    return ("name", (place.head.span,)) if named else None


def _is_predicate_in_front(around: Surroundings) -> bool:
    """Say whether an adjective alone stands before a verb of naming: *„Fatal“ nannte Ott das Urteil*."""
    verb = around.next
    alone = len(around.words) == 1 and not around.before
    return alone and verb is not None and verb.text in _NAMING and _ADJECTIVE.search(around.words[0].text) is not None


def _is_reproach(around: Surroundings) -> bool:
    """Say whether somebody is reproached with it: *werfen dem Intendanten „Gutsherrenart“ vor*."""
    behind = _VOR_RE.match(around.text, around.passage.span.end)
    return behind is not None and any(word.text in _THROWING for word in around.sentence_words)


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
    preposition = around.before_article
    cue = around.among("quoting_forms")
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


def long_enough(around: Surroundings) -> Verdict | None:
    """See speech in many words that are not shaped like a name (94 % of 63).

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> long_enough(surroundings_of("Er blieb „trotz aller Mahnungen bis zum bitteren Schluss“ sitzen."))[0]
    'quotation'
    """
    return ("quotation", (around.content,)) if len(around.words) >= CLAUSE_LENGTH else None


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


UNDECIDED: Final = "words_set_apart"
"""The reason where no rule says anything: somebody's words, or irony."""

END_LOST: Final = end_lost.__name__
"""The reason where nothing closes a passage, so that nobody knows which of its words were said."""

RULES: Final[tuple[Rule, ...]] = (
    marks_around_no_word,
    wiki_italics,
    several_paragraphs,
    naming_noun_before,
    distanced_before,
    naming_word_before,
    explained_before,
    medium_named,
    between_names,
    part_of_compound,
    abbreviated_after,
    reports_itself,
    foreign_title,
    colon_before,
    end_lost,
    frame_after,
    stop_within,
    finite_verb_within,
    governed_by_a_cue,
    in_known_report,
    name_in_the_clause,
    called_so,
    noun_set_apart,
    shaped_like_a_name,
    long_enough,
    in_reported_speech,
    title_set_apart,
    governed_by_a_verb,
    phrase_in_reporting_paragraph,
)
"""In this order; the first that says something decides."""


# --- What several rules ask ---


def reporting_word(words: Iterable[Token]) -> Token | None:
    """Return the first of the words that reports speech: a verb form, a Konjunktiv, a word for a source."""
    known = _reporting_words()
    return next((word for word in words if word.text in known), None)


@cache
def _reporting_words() -> frozenset[str]:
    return load("quoting_forms") | load("subjunctive_forms") | load("source_words")


def _naming_noun(word: str) -> str | None:
    """Return the naming noun that a word is, also in an oblique case, or that a compound ends in."""
    stems = [word, *(word.removesuffix(ending) for ending in ("s", "es", "n", "e"))]
    known = next((stem for stem in stems if stem in table("naming_nouns")), None)
    if known is not None:
        return known
    stems = [stem for stem in stems if stem.endswith(_last_parts())]
    parts = (part for part in _last_parts() if any(stem.endswith(part) for stem in stems))
    return next((part.capitalize() for part in parts if len(word) > len(part) + 2), None)


@cache
def _last_parts() -> tuple[str, ...]:
    """Return the nouns that can end a compound, the longest first."""
    nouns = (noun.lower() for noun in table("naming_nouns") if len(noun) > 3)
    return tuple(sorted(nouns, key=len, reverse=True))
