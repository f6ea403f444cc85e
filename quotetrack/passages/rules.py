"""What the text alone tells about a marked passage: one rule a function, precise ones first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import regex

from quotetrack.lexicon import load
from quotetrack.passages.model import Kind
from quotetrack.passages.surroundings import Surroundings, Token
from quotetrack.spans import Span

Verdict = tuple[Kind, tuple[Span, ...]]
Rule = Callable[[Surroundings], Verdict | None]

CLAUSE_LENGTH: Final = 6
"""From so many words on a passage is a clause rather than a name (WIKINEWS train and dev, November 2026)."""

_STOP: Final = regex.compile(r"[.!?…]\W*+$")
_ABBREVIATION: Final = regex.compile(r"\s*+\(\p{Lu}[\p{L}\p{N}-]{1,7}\)")
_SO: Final = regex.compile(r"\s*+,\s++so\s++(?!hei|hie|nann|nenn|laute)")
_FRAME: Final = regex.compile(r"\s*+[,–—-]\s*+(?P<verb>\p{Ll}++)")
_EXPLAINED: Final = regex.compile(
    r"\b(?:kurz|übersetzt|(?:auf|zu) [Dd]eutsch|[Dd]eutsch|wörtlich übersetzt|etwa)\s*+:?\s*+$"
)
_ARTICLES_AND_PREPOSITIONS: Final = frozenset({"als", "von", "wegen", "vor", "vom"})


# --- Not said by anybody ---


def marks_around_no_word(around: Surroundings) -> Verdict | None:
    """``Er setzte ein „?“ dahinter.``"""
    return ("sign", ()) if not around.words else None


def wiki_italics(around: Surroundings) -> Verdict | None:
    """``Das Schiff ''Gorch'' lief aus.``"""
    if around.passage.convention.name != "wiki" or around.sign_before == ":":
        return None
    return "emphasis", (around.passage.opener,)


def naming_noun_before(around: Surroundings) -> Verdict | None:
    """``unter dem Motto „Wir sind mehr“``, ``der Film „Ebbe“``."""
    noun = around.previous
    if noun is None or not _names_something(noun.text):
        return None
    return "title", (noun.span,)


def naming_word_before(around: Surroundings) -> Verdict | None:
    """``der sogenannte „Volkstrauertag“``."""
    word = around.previous
    if word is None or word.text not in load("naming_words"):
        return None
    return "term", (word.span,)


def explained_before(around: Surroundings) -> Verdict | None:
    """``die Gewerkschaft (kurz: „Bau“)``, ``auf Deutsch: „Hafen“``."""
    found = _EXPLAINED.search(around.text, around.sentence.start, around.passage.span.start)
    return None if found is None else ("term", (Span(*found.span()),))


def medium_named(around: Surroundings) -> Verdict | None:
    """``Das meldet der „Spiegel“.``"""
    names = load("media_names")
    if around.said in names or around.said.removesuffix("s") in names:
        return "medium", (around.content,)
    return None


def between_names(around: Surroundings) -> Verdict | None:
    """``Hans „Hansi“ Ott``."""
    first, last = around.previous, around.next
    if first is None or last is None or len(around.words) > 3 or _STOP.search(around.said):
        return None
    return ("nickname", (first.span, last.span)) if first.is_name_like and last.is_name_like else None


def part_of_compound(around: Surroundings) -> Verdict | None:
    """``die „Rettet den Hafen“-Gruppe``."""
    start, end = around.passage.span.start, around.passage.span.end
    after, before = around.text[end : end + 2], around.text[max(0, start - 2) : start]
    if (after[:1] == "-" and after[1:].isalpha()) or (before[1:] == "-" and before[:1].isalpha()):
        return "term", (around.passage.span,)
    return None


def abbreviated_after(around: Surroundings) -> Verdict | None:
    """``das „Bündnis für den Hafen“ (BfH)``."""
    found = _ABBREVIATION.match(around.text, around.passage.span.end)
    return ("name", (Span(*found.span()),)) if found and not _STOP.search(around.said) else None


def reports_itself(around: Surroundings) -> Verdict | None:
    """``Wie „Radio Ilm“ berichtet``: what stands before the verb of reporting without a comma is a source."""
    verb = around.next
    if verb is None or verb.text not in load("medium_forms") or _STOP.search(around.said):
        return None
    return "medium", (verb.span,)


def foreign_title(around: Surroundings) -> Verdict | None:
    """``das „Journal of the Sea“``."""
    foreign = [word for word in around.words if word.text in load("foreign_words")]
    german = any(word.text in load("small_words") or word.text in load("finite_forms") for word in around.words)
    return None if german or not foreign else ("title", tuple(word.span for word in foreign))


# --- Said by somebody ---


def several_paragraphs(around: Surroundings) -> Verdict | None:
    """A passage over several paragraphs is a speech."""
    if len(around.passage.content_spans) > 1 or "\n\n" in around.said:
        return "quotation", (around.content,)
    return None


def colon_before(around: Surroundings) -> Verdict | None:
    """``Ott: „Nein.“``."""
    return ("quotation", ()) if around.sign_before == ":" else None


def frame_after(around: Surroundings) -> Verdict | None:
    """``„Nein“, sagte Ott``, ``„Nein“, so Ott``."""
    end = around.passage.span.end
    so = _SO.match(around.text, end)
    if so is not None:
        return "quotation", (Span(*so.span()),)
    frame = _FRAME.match(around.text, end)
    if frame is not None and frame["verb"] in load("quoting_forms"):
        return "quotation", (Span(*frame.span("verb")),)
    return None


def stop_within(around: Surroundings) -> Verdict | None:
    """``„Das reicht nicht.“``."""
    found = _STOP.search(around.said)
    if found is None or len(around.words) < 2:
        return None
    return "quotation", (Span(around.content.start + found.start(), around.content.end),)


def finite_verb_within(around: Surroundings) -> Verdict | None:
    """``„das reicht nicht“``."""
    verb = next((word for word in around.words if word.text in load("finite_forms")), None)
    return None if verb is None or len(around.words) < 3 else ("quotation", (verb.span,))


def called_so(around: Surroundings) -> Verdict | None:
    """``Ott nannte den Plan „Unsinn“``, ``wies das als „Lüge“ zurück``, ``sprach von „Verrat“``."""
    cue = around.among("quoting_forms")
    if cue is None:
        return None
    preposition = around.before_article
    if preposition is not None and preposition.text in _ARTICLES_AND_PREPOSITIONS:
        return "fragment", (cue.span, preposition.span)
    naming = around.among("naming_forms")
    return None if naming is None else ("fragment", (naming.span,))


def shaped_like_a_name(around: Surroundings) -> Verdict | None:
    """``„Ärzte ohne Grenzen“``: a capital first, and nothing in lower case but small words."""
    lower = [word for word in around.words if not word.is_capitalised]
    if not around.words[0].is_capitalised or any(word.text not in load("small_words") for word in lower):
        return None
    if lower and len(around.words) < CLAUSE_LENGTH and reporting_word(around) is not None:
        return None
    return "name", (around.content,)


def long_enough(around: Surroundings) -> Verdict | None:
    """A passage of many words, not shaped like a name, is a clause."""
    return ("quotation", (around.content,)) if len(around.words) >= CLAUSE_LENGTH else None


def in_reported_speech(around: Surroundings) -> Verdict | None:
    """``Das sei „nicht klug“, sagte Ott.``"""
    found = reporting_word(around)
    return None if found is None else ("fragment", (found.span,))


def title_set_apart(around: Surroundings) -> Verdict | None:
    """A capital first, and nothing around that reports speech."""
    return ("title", (around.content,)) if around.words[0].is_capitalised else None


def phrase_set_apart(around: Surroundings) -> Verdict | None:
    """``die „nicht ganz billige“ Lösung``: nobody sets several words apart but to quote them."""
    return ("fragment", (around.content,)) if len(around.words) > 1 else None


def word_set_apart(_around: Surroundings) -> Verdict | None:
    """What nothing else explains: somebody's word, or irony."""
    return "undecided", ()


RULES: Final[tuple[Rule, ...]] = (
    marks_around_no_word,
    wiki_italics,
    several_paragraphs,
    naming_noun_before,
    naming_word_before,
    explained_before,
    medium_named,
    between_names,
    part_of_compound,
    abbreviated_after,
    reports_itself,
    foreign_title,
    colon_before,
    frame_after,
    stop_within,
    finite_verb_within,
    called_so,
    shaped_like_a_name,
    long_enough,
    in_reported_speech,
    title_set_apart,
    phrase_set_apart,
    word_set_apart,
)
"""In this order; the first that says something decides."""


def reporting_word(around: Surroundings) -> Token | None:
    """Return a word of the sentence outside the passage that reports speech."""
    listed = ("quoting_forms", "subjunctive_forms", "source_words")
    return next((found for name in listed if (found := around.among(name)) is not None), None)


def _names_something(word: str) -> bool:
    """Say whether a word is a naming noun, also in an oblique case, or a compound that ends in one."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("n"), word.removesuffix("e")}
    if stems & load("naming_nouns"):
        return True
    return any(stem.endswith(part) and len(stem) > len(part) + 2 for stem in stems for part in _last_parts())


@cache
def _last_parts() -> tuple[str, ...]:
    return tuple(noun.lower() for noun in load("naming_nouns") if len(noun) > 3)
