"""Bodies as an index has them: their own name, or the noun with its attribute."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex
from attrs import evolve

from quotetrack.nouns import Noun, gender_by_end, noun_of, state_of
from quotetrack.phrases import is_time
from quotetrack.spans import Span
from quotetrack.speakers.bodies_by_noun import LEGAL_FORMS, WHERE
from quotetrack.speakers.body_kinds import KINDS
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
    "Bau Metall Chemie Holz Textil Handel Verkehr Energie Medien Wald Wasser Natur Tier Sport Kultur Bildung"
    " Forst Logistik Transport Dienste Dienstleistung Finanzen Gesundheit Pflege Erziehung Wissenschaft"
    " Luftfahrt Gastronomie Einzelhandel Landwirtschaft Industrie Kunst Jagd Post Bahn Strom Land Leben Familie"
    " Jugend Soziales Inneres Äußeres Äusseres Kultus Digitales".split()
)
_UNITING: Final = frozenset(
    "Verband Bund Verein Vereinigung Bündnis Kammer Gewerkschaft Gesellschaft Initiative Rat Union Zentrale"
    " Verbund Innung Zunft Partei Bewegung Front Föderation Liga Amt Verwaltung Allianz Forum Dachverband"
    " Weltverband Genossenschaft".split()
)

_CHARGED: Final = frozenset("Kommission Komitee Stiftung Arbeitsgruppe Stelle Zentrum Fonds Kampagne".split())
"""Bodies that a phrase with *zur* tells from others, beside those that unite people."""
_OF_PLACES: Final = frozenset("Stadt Gemeinde Land Kanton Kreis Landkreis Bezirk Staat Dorf".split())
_PLENTY: Final = frozenset("alle allen alles jede jeden jedes mehr viele vielen diese diesen solche".split())
"""Words that stand before what a body has something for, and in no name."""
_CLUBS: Final = frozenset({"Club", "Klub"})
#: Ends of nouns for houses that what stands beside them gives their name: *Theater am Hafen*.
_HOUSES_RE: Final = regex.compile(
    r"(?i)(?:klinik|klinikum|krankenhaus|spital|theater|oper|hotel|schule|gymnasium|heim|praxis|zentrum|haus|museum|bad)$"
)
BROTHERS: Final = frozenset({"Gebrüder", "Gebr."})
"""What stands before a surname in the names of firms: *Gebrüder Falk*."""
_CAMPAIGNS: Final = ("bündnis", "initiative", "komitee", "verein", "allianz", "liga", "bewegung", "aktion", "front")


def body_name(notes: Notes, number: int, place: int) -> str | None:
    """Return the name of a body as an index has it: its own name, or the noun with its attribute."""
    chunk = notes.chunks[number][place]
    if chunk.body is not None:
        return chunk.body
    if chunk.name:
        return _proper_name(notes, chunk)
    if not chunk.nouns:
        return None
    telling = tuple(word for word in chunk.adjectives if not _OF_THE_CASE_RE.fullmatch(word.text))
    name = f"{_cut_nouns(chunk)}{nominative(evolve(chunk, adjectives=telling))}"
    if chunk.possessor:
        name = f"{name_text(chunk.possessor)} {name}"
    name += _of_whom_united(notes, number, place)
    beside = _of_its_place(notes, number, place)
    tail = notes.tails[number].get(place) if not beside else None
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
    return name + beside


def _of_its_place(notes: Notes, number: int, place: int) -> str:
    """Return what stands behind a noun and belongs to its name: *Klinik | am Park*, *Handwerkskammer | zu Köln*."""
    chunk, words = notes.chunks[number][place], notes.contexts[number].sentence.words
    following = next((one for one in notes.chunks[number][place + 1 :] if one.first > chunk.last), None)
    between = [] if following is None else [word.text for word in words[chunk.last : following.last]]
    if following is None or chunk.noun is None or len(between) not in (2, 3) or is_time(following.head):
        return ""
    noun, capital = chunk.nouns[-1].text, any(word.text[:1].isupper() for word in chunk.adjectives)
    is_beside = between[:2] == ["an", "dem"] and _HOUSES_RE.search(noun) is not None and not following.name
    is_seat = between[:1] == ["zu"] and len(between) == 2 and noun.endswith(("kammer", "Universität"))
    is_church = between[:1] == ["in"] and capital and noun == "Kirche" and len(following.words) == len(between) - 1
    is_against = between[:1] == ["gegen"] and noun.casefold().endswith(_CAMPAIGNS)
    if not (is_beside or is_seat or is_church or is_against):
        return ""
    return " " + Span(words[chunk.last].span.start, words[following.last - 1].span.end).of(notes.text)


def _is_aim(chunk: Chunk, other: Chunk, preposition: Word) -> bool:
    """Say whether a preposition leads to what a body is for: *Amt für Wald*, *Verein zur Förderung der Jagd*."""
    base = "" if chunk.noun is None else chunk.noun.base
    small = preposition.text.lower()
    if is_time(other.head) or other.words[0].text in ("Anfang", "Mitte", "Ende"):
        return False  # wird nach Auskunft des Gerichts für Ende März erwartet
    if small == "für" and (base in _OF_PLACES or other.words[0].text in _PLENTY):
        return False  # mehr, als die Stadt für alle Spielplätze hat
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
    return end + 2 if joined else end_of_fields(words, end)


def end_of_fields(words: Sequence[Word], end: int) -> int:
    """Return the last word of the bare nouns that go on behind a field of work: *für Bildung | , Kultur und Sport*.

    ``end`` is the last word of the first field, and what is returned where nothing goes on.
    """
    before = words[end - 2].text.lower() if end > 1 else ""
    place = end
    while before == "für" and place + 1 < len(words) and _is_field(words[place + 1]):
        if words[place].text == "und":
            return place + 2
        if words[place].text != ",":
            break
        place += 2
    return end


def is_field(words: Sequence[Word], index: int) -> bool:
    """Say whether a word is one of the fields behind *für*: *das Amt für Bildung, Kultur und | Sport*."""
    place = index - 1
    while place > 1 and _is_field(words[place]) and words[place - 1].text in ("und", ","):
        place -= 2
    return place > 0 and place < index - 1 and words[place - 1].text.lower() == "für"


def _is_field(word: Word) -> bool:
    """Say whether a word may tell what an office is for: no person, no body."""
    noun = noun_of(word.text)
    is_noun = word.upos == "NOUN" or word.text in _FIELDS
    return is_noun and (noun is None or noun.kind not in ("person", "organisation", "medium"))


def _of_a_family(notes: Notes, chunk: Chunk) -> str | None:
    """Return the name of a firm with the surname of somebody: *Reederei Ott*, or *Ott & Söhne* where that stands."""
    name = name_text(chunk.name)
    if chunk.nouns[-1].text.endswith("er") or not any(
        name == person.split(" ")[-1] != person for person in notes.named
    ):
        return None
    longer = [one.known.name for one in notes.referents if one.known.kind == "organisation"]
    found = [one for one in longer if one is not None and one.startswith(f"{name} &")]
    return found[0] if found else nominative(chunk)


def _proper_name(notes: Notes, chunk: Chunk) -> str:
    name = name_text(chunk.name)
    if chunk.determiner in ("des", "eines") and not chunk.nouns:
        name = without_s(name)
    if chunk.nouns and is_acronym(chunk.nouns[-1].text):
        name = f"{chunk.nouns[-1].text} {name}"
    noun = chunk.noun
    if chunk.nouns and chunk.nouns[-1].text in BROTHERS:
        return f"{chunk.nouns[-1].text} {name}"
    if noun is not None and noun.kind == "organisation" and len(chunk.name) == 1:
        family = _of_a_family(notes, chunk)
        if family is not None:
            return family
    has_form = chunk.name[-1].text in LEGAL_FORMS
    is_whole = noun is not None and _is_whole(chunk, noun)
    if has_form and noun is not None and noun.field == "alone" and len(chunk.name) > 1:
        return name  # das Unternehmen Hella Lacke AG
    capital = any(
        word.text[:1].isupper() and word.index > 1 and not word.text.endswith("er") for word in chunk.adjectives
    )
    if noun is not None and (has_form or capital or is_whole):
        return f"{_cut_nouns(chunk)}{nominative(chunk)}"
    if noun is None and has_form and chunk.nouns and not chunk.nouns[-1].text.casefold().endswith(KINDS):
        return nominative(chunk)  # die Meerfisch Jansen GmbH
    if noun is not None and noun.field == "alone" and _is_state_behind(notes, chunk):
        return f"{nominative(evolve(chunk, name=(), adjectives=()))} {name}"
    before = [*chunk.adjectives, *chunk.nouns]
    place = before[0] if noun is None and has_form and len(before) == 1 else None
    if place is not None and place.text.istitle() and place.text.endswith("er") and place.index > 1:
        return f"{place.text} {name}"  # die Bergstedter Fleisch AG
    if noun is not None and noun.base in _UNITING and len(chunk.name) > 1 and chunk.name[0].text.endswith("er"):
        return nominative(chunk)  # Verband Baltischer Netzbetreiber
    last = noun_of(chunk.name[-1].text)
    weak = _without_weak_ending(chunk) if last is not None and last.kind == "organisation" else None
    if weak is not None:
        return weak
    if len(chunk.name) > 1 and last is not None and chunk.name[0].text.endswith("e") and not chunk.nouns:
        ends = {"Masc": "r", "Neut": "s"}
        gender = _feature(chunk.name[-1]) if chunk.determiner in ("der", "das") else None
        ending = {"der": "r", "das": "s"}.get(chunk.determiner or "", "") if gender is None else ends.get(gender, "")
        return " ".join([chunk.name[0].text + ending, *(word.text for word in chunk.name[1:])])
    return name


def _without_weak_ending(chunk: Chunk) -> str | None:
    """Return a name of adjective and noun in the nominative: *der | Hessischen Staatskanzlei*."""
    capital = (word for word in chunk.adjectives if word.index > 1 and word.text[:1].isupper())
    *before, last = (word.text for word in (*capital, *chunk.name))
    last = without_s(last) if chunk.determiner == "des" else last
    oblique = chunk.determiner in ("der", "dem", "des", "den", "zur")
    bare = chunk.determiner is None and chunk.preposition is not None
    cut = (
        "en"
        if oblique
        else next((end for end in ("scher", "schem") if bare and before and before[0].endswith(end)), "")
    )
    cut = cut.removeprefix("sch")
    if not before or chunk.nouns or not cut or not all(word.endswith(cut) for word in before):
        return None
    gender = "Fem" if chunk.determiner in ("der", "zur") or cut == "er" else gender_by_end(last)
    ending = {"Fem": "e", "Masc": "er", "Neut": "es"}.get(gender or "")
    return None if ending is None else " ".join([*(word.removesuffix(cut) + ending for word in before), last])


def _is_state_behind(notes: Notes, chunk: Chunk) -> bool:
    """Say whether a name in the genitive tells whose a body is, which the article names too: *die Armee | Moras*."""
    name = chunk.name[0].text if len(chunk.name) == 1 and chunk.determiner not in ("des", "eines") else ""
    if not name.endswith("s") or not name.isalpha():
        return False  # die Ratingagentur Moody's
    return regex.search(rf"\b{name[:-1]}\b", notes.text) is not None


def _is_whole(chunk: Chunk, noun: Noun) -> bool:
    """Say whether the noun belongs to the name: *Klinikum Lenzwerder*, *Mieterverein Altstadt*."""
    if chunk.nouns[-1].text in ("Radio", "Tele", "Antenne"):
        return True
    if len(chunk.nouns) > 1 and noun.base in _CLUBS:
        return True  # Touring Club Schweiz
    if noun.kind == "organisation" and len(chunk.name) == 1 and chunk.name[0].text in WHERE:
        return True  # die Verbraucherzentrale Küste
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
