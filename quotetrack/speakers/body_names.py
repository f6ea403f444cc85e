"""Bodies as an index has them: their own name, or the noun with its attribute."""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve

from quotetrack.nouns import Noun, noun_of, state_of
from quotetrack.spans import Span
from quotetrack.speakers.bodies_by_noun import WHERE
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import is_acronym, without_s
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.wording import nominative
from quotetrack.syntax import Word

_LONGEST_ENDING: Final = 2
#: Adjectives that tell what a body has to do with the matter, not which one it is.
_OF_THE_CASE_RE: Final = regex.compile(
    r"(?:zuständig|verantwortlich|betroffen|beteiligt|ermittelnd|genannt|mitregierend|regierend|klagend)e[nrms]?"
)
#: Ends of nouns for fields of work, which name nothing alone: *der Bund | Naturschutz*.
_FIELD_RE: Final = regex.compile(
    r"\p{L}{3}(?:schutz|wirtschaft|wesen|verkehr|hilfe|pflege|kunde|kultur|technik|industrie|handel|handwerk|bildung"
    r"|forschung|sicherheit|gesundheit|gerechtigkeit|arbeit|beratung|rettung|medizin)$"
)
_FIELDS: Final = frozenset(
    "Bau Metall Chemie Holz Textil Handel Verkehr Energie Medien Wald Wasser Natur Tier Sport Kultur Bildung Forst"
    " Kunst Jagd Post Bahn Strom Land Leben Familie Jugend".split()
)
_UNITING: Final = frozenset(
    "Verband Bund Verein Vereinigung Bündnis Kammer Gewerkschaft Gesellschaft Initiative Rat Union Zentrale Verbund"
    " Innung Zunft Amt Verwaltung Allianz Forum Dachverband Weltverband Genossenschaft".split()
)

_CHARGED: Final = frozenset("Kommission Komitee Stiftung Arbeitsgruppe Stelle Zentrum Fonds Kampagne".split())
"""Bodies that a phrase with *zur* tells from others, beside those that unite people."""
_OPPOSED: Final = frozenset("Initiative Bündnis Allianz Netzwerk Aktionsbündnis Bürgerinitiative".split())
"""Bodies that are called by what they are against: *das Bündnis gegen Fluglärm*."""
_CLUBS: Final = frozenset({"Club", "Klub"})


def body_name(notes: Notes, number: int, place: int) -> str | None:
    """Return the name of a body as an index has it: its own name, or the noun with its attribute."""
    chunk = notes.chunks[number][place]
    if chunk.name:
        return _proper_name(notes, chunk)
    if not chunk.nouns:
        return None
    telling = tuple(word for word in chunk.adjectives if not _OF_THE_CASE_RE.fullmatch(word.text))
    name = f"{_cut_nouns(chunk)}{nominative(evolve(chunk, adjectives=telling))}"
    if chunk.possessor:
        name = f"{name_text(chunk.possessor)} {name}"
    name += _of_whom_united(notes, number, place)
    tail = notes.tails[number].get(place) or _opposed(notes, number, place)
    if tail is not None:
        words = notes.contexts[number].sentence.words
        other = notes.chunks[number][tail]
        between = words[chunk.last : other.first - 1]
        unites = (
            chunk.noun is not None and chunk.noun.base in _UNITING | {"Büro"} and other.determiner in ("der", "des")
        ) or _is_club_of_state(chunk, other)
        unites = unites and not (chunk.adjectives and chunk.noun is not None and chunk.noun.base == "Amt")
        aimed = bool(between) and (between[0].text == "gegen" or _is_aim(chunk, other, between[0]))
        if aimed or (not between and (other.is_plural or unites)):
            end = _with_second_field(notes, number, _end_of_name(notes, number, tail))
            name += " " + Span(words[chunk.last].span.start, words[end - 1].span.end).of(notes.text)
    return name


def _opposed(notes: Notes, number: int, place: int) -> int | None:
    """Return the place of what a body that opens a sentence is against: *Das Bündnis gegen | Fluglärm*."""
    chunk, chunks = notes.chunks[number][place], notes.chunks[number]
    following = chunks[place + 1] if place + 1 < len(chunks) else None
    opens = chunk.first == 1 and chunk.noun is not None and chunk.noun.base in _OPPOSED
    against = following is not None and following.preposition == "gegen" and following.first == chunk.last + 2
    return place + 1 if opens and against else None


def _is_aim(chunk: Chunk, other: Chunk, preposition: Word) -> bool:
    """Say whether a preposition leads to what a body is for: *Amt für Wald*, *Verein zur Förderung der Jagd*."""
    base = "" if chunk.noun is None else chunk.noun.base
    small = preposition.text.lower()
    return small == "für" or (small == "zu" and base in _UNITING | _CHARGED and other.determiner in ("der", "dem"))


def _is_club_of_state(chunk: Chunk, other: Chunk) -> bool:
    """Say whether a state tells a club from others: *der Verkehrs-Club der Schweiz*, *… von Deutschland*."""
    is_club = chunk.noun is not None and chunk.noun.base in _CLUBS
    return is_club and state_of(name_text(other.name)) is not None


def _cut_nouns(chunk: Chunk) -> str:
    """Return the nouns that share the end of another, with what joins them to it: *Bau- und | Verkehrsministerium*."""
    cut = next((word.index for word in chunk.words if word.text.endswith("-")), chunk.head.index)
    words = [word.text for word in chunk.words if cut <= word.index < chunk.head.index]
    return "".join(word if word == "," else f" {word}" for word in words).strip() + " " if words else ""


def _of_whom_united(notes: Notes, number: int, place: int) -> str:
    """Return whom a body unites where no article stands before it: *Verband | Deutscher Imker*."""
    chunks = notes.chunks[number]
    chunk, following = chunks[place], chunks[place + 1] if place + 1 < len(chunks) else None
    if following is None or following.first != chunk.last + 1 or following.determiner is not None or following.name:
        return ""
    words = following.words
    capital = len(words) > 1 and words[0].text.endswith("er") and all(word.text[:1].isupper() for word in words)
    unites = chunk.noun is not None and chunk.noun.base in _UNITING
    return " " + following.span.of(notes.text) if unites and capital and following.nouns else ""


def _end_of_name(notes: Notes, number: int, place: int) -> int:
    """Return the last word of what belongs to a name: *Zentrum für Flusskunde*, not *in einer Studie* behind it.

    A genitive in *-er* behind *zur* belongs to it, too: *zur Rettung | Schiffbrüchiger*.
    """
    tails, chunks = notes.tails[number], notes.chunks[number]
    while place in tails and chunks[tails[place]].preposition in (None, "von", "vom", "für", "und"):
        place = tails[place]
    last = chunks[place].last
    words = notes.contexts[number].sentence.words
    behind = words[last] if last < len(words) else None
    if behind is None or behind.masked or chunks[place].preposition != "zu":
        return last
    saved = behind.text.endswith("er") and behind.text[:1].isupper()
    return last + 1 if saved else _with_bare_genitive(notes, number, last)


def _with_bare_genitive(notes: Notes, number: int, last: int) -> int:
    """Return the last word of a genitive that only its attribute shows: *zur Rettung | alter Bäume*."""
    behind = next((chunk for chunk in notes.chunks[number] if chunk.first == last + 1), None)
    bare = behind is not None and behind.determiner is None and behind.preposition is None and bool(behind.adjectives)
    if behind is None or not bare or not behind.nouns:
        return last
    strong = behind.adjectives[0].text.endswith(("er", "en"))
    return behind.last if strong else last


def _with_second_field(notes: Notes, number: int, end: int) -> int:
    """Return the last word of a name that *und* goes on with before letters in brackets: *… Umwelt und Natur (BUN)*."""
    words = notes.contexts[number].sentence.words
    ahead = words[end : end + 3]
    joined = len(ahead) == 3 and ahead[0].text == "und" and ahead[1].upos in ("NOUN", "PROPN") and ahead[2].text == "("
    return end + 2 if joined else end


def _proper_name(notes: Notes, chunk: Chunk) -> str:
    name = name_text(chunk.name)
    if chunk.determiner in ("des", "eines") and not chunk.nouns:
        name = without_s(name)
    if chunk.nouns and is_acronym(chunk.nouns[-1].text):
        name = f"{chunk.nouns[-1].text} {name}"
    noun = chunk.noun
    has_form = chunk.name[-1].text in ("AG", "GmbH", "SE", "KG", "SA", "eG", "e.V.", "Ltd.", "Inc.")
    capital = any(
        word.text[:1].isupper() and word.index > 1 and not word.text.endswith("er") for word in chunk.adjectives
    )
    if noun is not None and (has_form or capital or _is_whole(chunk, noun)):
        return nominative(chunk)
    if noun is not None and noun.base in _UNITING and len(chunk.name) > 1 and chunk.name[0].text.endswith("er"):
        return nominative(chunk)  # Verband Baltischer Netzbetreiber
    last = noun_of(chunk.name[-1].text)
    if len(chunk.name) > 1 and last is not None and chunk.name[0].text.endswith("e") and not chunk.nouns:
        ends = {"Masc": "r", "Neut": "s"}
        gender = _feature(chunk.name[-1]) if chunk.determiner in ("der", "das") else None
        ending = {"der": "r", "das": "s"}.get(chunk.determiner or "", "") if gender is None else ends.get(gender, "")
        return " ".join([chunk.name[0].text + ending, *(word.text for word in chunk.name[1:])])
    return name


def _is_whole(chunk: Chunk, noun: Noun) -> bool:
    """Say whether the noun belongs to the name: *Klinikum Lenzwerder*, *Mieterverein Altstadt*."""
    if chunk.nouns[-1].text in ("Radio", "Tele", "Antenne"):
        return True
    if len(chunk.nouns) > 1 and noun.base in _CLUBS:
        return True  # Touring Club Schweiz
    if noun.field == "alone" or noun.kind == "medium" or any(word.text == "&" for word in chunk.name):
        return False
    is_compound = noun.field == "compound" and len(chunk.nouns[-1].text) > len(noun.base) + _LONGEST_ENDING
    return noun.field == "whole" or is_compound or _is_common(chunk)


def _is_common(chunk: Chunk) -> bool:
    """Say whether the name is made of common nouns, which name nothing alone: *Gewerkschaft Nahrung und Genuss*."""
    alone = len(chunk.name) == 1 and chunk.name[0].text in WHERE | _FIELDS
    common = all(word.upos == "NOUN" or _FIELD_RE.search(word.text) for word in chunk.name)
    return alone or common or any(word.text == "und" for word in chunk.name)


def _feature(word: Word) -> str | None:
    return word.features.get("Gender")
