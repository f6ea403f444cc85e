"""Marks that quote nobody, told by what stands beside them: names, titles, terms, irony, signs."""

from __future__ import annotations

from functools import cache
from typing import Final, get_args

import regex

from quotetrack.lexicon import load, table
from quotetrack.nouns import is_medium_noun, is_named_between_marks, is_person_noun, noun_of
from quotetrack.passages.model import Kind, Verdict
from quotetrack.passages.surroundings import Surroundings
from quotetrack.spans import Span

_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_ABBREVIATION: Final = regex.compile(r"\s*+\(\p{Lu}[\p{L}\p{N}-]{1,7}\)")
_EXPLAINED: Final = regex.compile(r"\b(?:kurz|übersetzt|(?:auf |zu )?[Dd]eutsch|etwa)\s*+:?\s*+$")
_SUBJECT_BEHIND_COPULA: Final = regex.compile(
    r"\b(?:ist|sind|war|waren|sei|seien|wäre|wären|bleibt|bleibe|findet|fand)\s++(?:d(?:er|ie|as)|diese[rs]?|ein|eine)\s++\p{Lu}[\p{L}-]++\s*+$"
)
_DISTANCE: Final = regex.compile(r"(?:angeblich|vermeintlich|vorgeblich|selbsternannt|mutmaßlich)e[mnrs]?")
_SPOKEN_TO: Final = regex.compile(
    r"\b(?:sagt|erklärt|erzählt|bestätigt|schildert|berichtet|verrät|verriet|betont)(?:e|en|st)?\b"
    r"[^,.;:!?„“»«]*?\s(?:er|sie|\p{Lu})[^,.;:!?„“»«]*?\sde[rm]\s++$"
)
_SPOKEN_IN: Final = regex.compile(
    r"\b(?:(?:sag|erklär|erzähl|bestätig|schilder|bericht|beton|mein|schreib|kündig|warn|forder|kritisier|beklag|verteidig"
    r"|plädier|versicher|bekräftig|räum|äußer|äusser|wiederhol)e?(?:te|ten|t|n)|schrieb(?:en)?|verr(?:iet|ät)"
    r"|(?:sprach|spricht|sprachen|sprechen)(?![^,.;:!?„“»«]*?\s(?:von|vom|über|mit|gegen|für)\s)"
    r"|(?:nannte|nennt|nannten|nennen|bezeichnete|bezeichnet)(?=\s(?:er\s|sie\s|\p{Lu}\p{L}+\s)*?(?:das|es|dies|ihn|sie)\s))"
    r"\s[^,.;:!?„“»«]*?(?<=\s)(?:im|in|in der|in den|bei)\s++$"
)
_MODAL: Final = regex.compile(
    r"\b(?:werden?|wird|würden?|wollen?|will|wollten?|könnt?en?|kann|konnten?|müss(?:t?en?)|muss|sollt?en?|soll|dürf(?:t?en?))\b"
)
_AUXILIARIES: Final = frozenset(
    "ist sind war waren sei seien wäre wären hat haben habe hatte hatten wird werden werde wurde wurden worden".split()
)
_SOURCE_BEFORE: Final = regex.compile(r"\b(?:[Ll]aut|[Gg]emä(?:ß|ss))\s$")
_WORK_RE: Final = regex.compile(
    r"(?:\b(?:[Dd]en|[Dd]er) (?P<noun>Namen?|Titel)\b[^.:;!?„“»«]*+"
    r"|(?P<noun>\b\p{L}*(?:[Aa]lbum|[Bb]uch|[Rr]oman|[Ff]ilm|[Ss]ingle|[Tt]heaterstück|[Oo]per|[Ss]erie|[Aa]usstellung"
    r"|[Cc]omic|[Ff]estival|[Mm]usical|[Gg]emälde|[Tt]ournee))(?:\s\p{Ll}++){0,2})\s*:\s*+\Z"
)
"""What a title behind a colon is of: *gab den Namen der Sendung bekannt:*, *stellte sein Album vor:*."""
_REACH: Final = 160
_TITLE_LENGTH: Final = 6
LONGEST_NICKNAME: Final = 3
"""A passage of more words between a first name and a surname is none."""


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

    Nor what is done with it: *Er werde das Spiel „in Ruhe anschauen“*.

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
    called = called or around.words[0].text in ("ein", "eine", "einen") or _is_done(around)
    called = called or _is_source(around, noun.span.start)
    called = called or (kind == "name" and _is_no_name(around))
    return None if may_be_called_so and called else (kind, (noun.span,))


def _naming_noun(word: str) -> str | None:
    """Return the naming noun that a word is, also in an oblique case, or that a compound ends in."""
    stems = [word, *(word.removesuffix(ending) for ending in ("s", "es", "n", "e"))]
    known = next((stem for stem in stems if stem in table("naming_nouns")), None)
    if known is not None:
        return known
    stems = [stem for stem in stems if stem.endswith(_last_parts())]
    if not stems:
        return None
    parts = (part for part in _last_parts() if any(stem.endswith(part) for stem in stems))
    return next((part.capitalize() for part in parts if len(word) > len(part) + 2), None)


@cache
def _last_parts() -> tuple[str, ...]:
    """Return the nouns that can end a compound, the longest first."""
    nouns = (noun.lower() for noun in table("naming_nouns") if len(noun) > 3)
    return tuple(sorted(nouns, key=len, reverse=True))


def _is_predicate(around: Surroundings) -> bool:
    """Say whether small words tell what the noun before them is: *Für Ott ist der Verein „völlig nutzlos“*."""
    before = around.text[around.sentence.start : around.passage.span.start]
    return not around.words[0].is_capitalised and _SUBJECT_BEHIND_COPULA.search(before) is not None


def _is_no_name(around: Surroundings) -> bool:
    """Say whether words begin small and tell something: *die Schule „zu früh“ geschlossen*, unlike „gegen Lärm“."""
    small = [word.text for word in around.words if not word.is_capitalised]
    if len(around.words) == 1 or around.words[0].is_capitalised or any(text in load("foreign_words") for text in small):
        return False
    return not load("small_words").issuperset(small)


def _is_source(around: Surroundings, start: int) -> bool:
    """Say whether small words stand behind who says them: *laut Unternehmen „am Ende ihrer Kraft“*."""
    source = _SOURCE_BEFORE.search(around.text, around.sentence.start, start) is not None
    return source and not around.words[0].is_capitalised


def _is_done(around: Surroundings) -> bool:
    """Say whether small words end in the infinitive of the modal verb before: *wolle das Buch „ganz neu schreiben“*.

    Or in the participle of the verb behind: *dass die Post an der Schule „nie angekommen“ sei*.
    """
    last = around.words[-1]
    following = around.next
    if following is not None and following.text in _AUXILIARIES and not around.words[0].is_capitalised:
        return not last.is_capitalised and around.stop is None
    named = around.place is not None and around.place.is_apposed
    if named or around.words[0].is_capitalised or last.is_capitalised or not last.text.endswith("n"):
        return False
    return _MODAL.search(around.text, around.sentence.start, around.passage.span.start) is not None


def distanced_before(around: Surroundings) -> Verdict | None:
    """See irony after *angeblich* and the like.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> distanced_before(surroundings_of("Die angeblichen „Freunde“ kamen nicht."))[0]
    'irony'
    """
    word = around.previous
    return ("irony", (word.span,)) if word is not None and _DISTANCE.fullmatch(word.text) else None


_PAPER_RE: Final = regex.compile(
    r"(?:kuriers?|tage?blatte?s?|zeitung|rundschau|anzeigers?|nachrichten|\p{Ll}boten?)$", regex.IGNORECASE
)
"""How the titles of papers end."""


def naming_word_before(around: Surroundings) -> Verdict | None:
    """See an expression spoken about after *sogenannt*, *genannt*, *alias*; a medium after *gegenüber*.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> naming_word_before(surroundings_of("Der sogenannte „Brückentag“ fällt aus."))[0]
    'term'
    >>> naming_word_before(surroundings_of("Ott sagte gegenüber „Sport am Montag“, er gehe."))[0]
    'medium'
    """
    word = around.previous
    if word is None:
        return None
    if word.text == "gegenüber" and around.words[0].is_capitalised and around.words[-1].is_capitalised:
        return "medium", (word.span,)
    return ("term", (word.span,)) if word.text in load("naming_words") else None


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
    return ("medium", (around.content,)) if is_named_between_marks(around.said) or _is_paper(around) else None


def _is_paper(around: Surroundings) -> bool:
    """Say whether a title behind an article that opens a sentence ends as those of papers do: *Der „Reise-Kurier“*."""
    article = around.previous
    led = article is not None and article.text in ("Der", "Die", "Das")
    return led and _PAPER_RE.search(around.said) is not None and _is_title(around)


def spoken_to(around: Surroundings) -> Verdict | None:
    """See a medium in a title to which somebody speaks.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> spoken_to(surroundings_of("Das sei kein Betrug, sagte Ida Ott der „Bremer Börsenpost“."))[0]
    'medium'
    """
    speaker = around.before_article
    towards = speaker is not None and speaker.text in ("gegenüber", "Gegenüber") and around.stop is None
    if speaker is not None and towards and _is_title(around):
        return "medium", (speaker.span,)
    told = _SPOKEN_TO.search(around.text, around.sentence.start, around.passage.span.start)
    if told is None or around.stop is not None or not _is_title(around):
        return None
    if speaker is not None and is_person_noun(speaker.text) and not _is_paper_told(around, speaker.text):
        return None  # die Chefin | der „Alternativen Liste“
    return "medium", (Span(*told.span()),)


def _is_paper_told(around: Surroundings, speaker: str) -> bool:
    """Say whether a title is of a paper for which somebody does not work: *sagte die Ökonomin | der „Börsenpost“*."""
    noun, title = noun_of(speaker), around.words[-1].text
    paper = is_medium_noun(title) or title.lower().endswith("post")
    return paper and noun is not None and noun.field not in ("media", "head", "speaker")


def spoken_in(around: Surroundings) -> Verdict | None:
    """See the broadcast or paper in which somebody speaks.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> spoken_in(surroundings_of("Kern sprach am Abend im „Hafenjournal“ von einem „Irrtum“."))[0]
    'title'
    """
    told = _SPOKEN_IN.search(around.text, around.sentence.start, around.passage.span.start)
    if told is None or around.stop is not None or not _is_title(around):
        return None
    return "title", (Span(*told.span()),)


def _is_title(around: Surroundings) -> bool:
    """Say whether a passage is written as titles are, with no noun behind it."""
    lower = [word.text for word in around.words if not word.is_capitalised]
    following = around.next
    alone = following is None or not following.is_capitalised
    return alone and around.words[0].is_capitalised and load("small_words").issuperset(lower)


def between_names(around: Surroundings) -> Verdict | None:
    """See a nickname between a first name and a surname.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> between_names(surroundings_of("Torwart Hans „Hansi“ Ott bleibt."))[0]
    'nickname'
    """
    first, last = around.previous, around.next
    if first is None or last is None or len(around.words) > LONGEST_NICKNAME or around.stop is not None:
        return None
    called = around.words[0].is_capitalised or around.words[0].text in ("der", "die", "das")
    return ("nickname", (first.span, last.span)) if called and first.is_name_like and last.is_name_like else None


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
    return ("name", (Span(*found.span()),)) if found and around.stop is None else None


def title_in_brackets(around: Surroundings) -> Verdict | None:
    """See a title in what stands alone in brackets behind a name, and begins with a capital.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> title_in_brackets(surroundings_of("Regisseur Jan Ott („Im Schatten des Deichs“) schwieg."))[0]
    'title'
    """
    start, end = around.passage.span.start, around.passage.span.end
    alone = around.text[max(0, start - 1) : start] == "(" and around.text[end : end + 1] == ")"
    before = around.before[-1] if around.before else None
    if not alone or before is None or not before.is_name_like or around.stop is not None:
        return None
    capital = around.words[0].is_capitalised and not any(word.text in load("finite_forms") for word in around.words)
    return ("title", (Span(start - 1, end + 1),)) if capital else None


def reports_itself(around: Surroundings) -> Verdict | None:
    """See a source in what stands before a verb of reporting without a comma.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> reports_itself(surroundings_of("Wie „Radio Hohenlohe“ berichtet, bleibt die Brücke zu."))[0]
    'medium'
    """
    verb = around.next
    if verb is None or verb.text not in load("medium_forms") or around.stop is not None:
        return None
    led = around.before_article
    if led is not None and led.text in ("von", "vom", "über"):
        return None  # Als Zeugen von einem „lauten Knall“ berichteten
    return "medium", (verb.span,)


def work_before_colon(around: Surroundings) -> Verdict | None:
    """See a title in a few words without a verb behind a colon that a work, or the word for its name, leads up to.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> work_before_colon(surroundings_of("Ott stellte sein neues Album vor: „Blaue Stunde“."))[0]
    'title'
    """
    start = around.passage.span.start
    work = _WORK_RE.search(around.text, max(0, start - _REACH), start) if around.follows_colon else None
    if work is None or around.stop is not None or len(around.words) > _TITLE_LENGTH:
        return None
    if not around.words[0].is_capitalised or any(word.text in load("finite_forms") for word in around.words):
        return None
    return "title", (Span(*work.span("noun")),)


_GERMAN: Final = frozenset(
    "nicht ich wir kein keine auch noch nur sich uns mich mir dich dir euch wer was wie wo doch schon mehr sehr".split()
)
"""Words that tell German from other languages, where no article and no verb of the lists does."""


def foreign_title(around: Surroundings) -> Verdict | None:
    """See a title in small words of another language, with none of German.

    >>> from quotetrack.passages.surroundings import surroundings_of
    >>> foreign_title(surroundings_of("Das steht im „Journal of the Sea“."))[0]
    'title'
    """
    foreign = [word for word in around.words if word.text in load("foreign_words")]
    german = (load("small_words"), load("finite_forms"), _GERMAN)
    if not foreign or any(word.text in forms for word in around.words for forms in german):
        return None
    return "title", tuple(word.span for word in foreign)
