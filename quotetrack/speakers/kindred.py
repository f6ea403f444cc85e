"""Whom a noun is kin to: by field, by party, by body, by a word beside the name."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import Noun, noun_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.disjoint_reference import never_meant, not_meant
from quotetrack.speakers.in_focus import bare_rival, is_just_called
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.party_members import is_of_a_party, parties_of
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.role_fit import GENERAL_FIELDS, OFFICES, excludes, fields_of
from quotetrack.speakers.salience import fits
from quotetrack.speakers.telling_phrases import is_former, phrases
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded

_KINDRED: Final = 9
_SHARED: Final = 9
_LOOK_BACK: Final = 6
_NEVER: Final = 99
_STEM: Final = 4
#: What stands in the names of bodies whose heads are called by a trade.
_OF_BODIES: Final = {
    "Alpinist": ("alpen", "alpin"),
    "Apotheker": ("apotheker",),
    "Arzt": ("ärzte",),
    "Banker": ("bank", "sparkasse"),
    "Bauer": ("bauern", "landwirt", "landvolk"),
    "Bergretter": ("bergrettung", "bergwacht"),
    "Datenschützer": ("datenschutz",),
    "Denkmalschützer": ("denkmal", "heimatschutz"),
    "Feuerwehrmann": ("feuerwehr",),
    "Fischer": ("fischer", "anglerverb"),
    "Gastronom": ("gastro", "wirte", "dehoga"),
    "Gewerkschafter": ("gewerkschaft", "verdi", "ver.di", "unia", "dgb", "ögb", "ig ", "metallunion", "arbeiterbund"),
    "Handwerker": ("handwerk", "gewerbe"),
    "Heimatforscher": ("heimat", "geschichtsverein"),
    "Hotelier": ("hotel", "gastro", "dehoga"),
    "Händler": ("handel", "händler"),
    "Imker": ("imker", "bienen"),
    "Jurist": ("anwaltskammer", "anwaltsverein", "richterbund", "juristen"),
    "Jäger": ("jagd", "jäger"),
    "Kaufmann": ("handel", "kaufleute", "kaufmann", "gewerbe"),
    "Kleingärtner": ("kleingart", "kleingärt", "schrebergart"),
    "Klimaaktivist": ("klima", "generation"),
    "Klimaschützer": ("klima", "generation"),
    "Landwirt": ("bauern", "landwirt", "landvolk"),
    "Lehrer": ("lehrer", "philologen"),
    "Mediziner": ("ärzte", "klinik"),
    "Metaller": ("metall",),
    "Naturschützer": ("naturschutz", "nabu", "vogelschutz", "pro natura", "wwf"),
    "Pädagoge": ("lehrer", "philologen", "schule", "erzieh"),
    "Seenotretter": ("seenot",),
    "Tierschützer": ("tierschutz",),
    "Umweltschützer": ("naturschutz", "umwelt", "nabu", "wwf", "greenpeace", "klima"),
    "Unternehmer": ("arbeitgeber", "unternehmer", "industrie", "wirtschaft", "gewerbe"),
    "Verbraucherschützer": ("verbraucher", "konsument"),
    "Vogelkundler": ("vogel", "ornitho"),
    "Vogelschützer": ("vogel", "nabu", "ornitho"),
    "Waldbesitzer": ("wald", "forst"),
    "Winzer": ("winzer", "weinbau"),
    "Wirt": ("gastro", "wirte", "dehoga"),
}
_ANY_TRADE: Final = frozenset(
    "Arbeiter Berater Besitzer Betreiber Eigentümer Firmenchef Gastgeber Geschäftsführer Gründer Händler Inhaber"
    " Investor Kaufmann Manager Polier Pächter Techniker Unternehmer Vermieter".split()
)
"""Nouns for what people of many trades are."""
_SPEAKING_FOR_RE: Final = regex.compile(r"vertreter(?:in)?$")
_HEADS_OF_FIRMS: Final = ("chef", "geschäftsführer", "inhaber", "unternehmer", "eigentümer", "firmengründer")
#: Who learns has no other post of the field.
_LEARNING: Final = frozenset("Student Schüler Auszubildender Lehrling Praktikant Doktorand".split())


@way("kindred-word")
def of_the_field(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person mentioned lately who works in the field of a noun: *Baumeister* of a Bauunternehmer."""
    noun = chunk.noun
    if noun is None or noun.field in GENERAL_FIELDS | OFFICES or chunk.is_possessive or not chunk.is_definite:
        return None
    if not notes.has_no_tail(context, chunk) or noun.base in _LEARNING or is_former(chunk):
        return None
    without = not_meant(notes, context, chunk.head)
    found = [
        person
        for person in notes.named.values()
        if person.same is None
        and id(person) not in without
        and fits(person, chunk.gender)
        and noun.field in fields_of(person)
        and notes.distance(context, person) <= _LOOK_BACK
        and not excludes(person, chunk)
        and not (notes.distance(context, person) <= 1 and is_just_called(notes, person))
        and not _has_another_trade(person, noun)
    ]
    return found[0] if len(found) == 1 and bare_rival(notes, context, chunk, found[0]) is None else None


def _has_another_trade(person: Referent, noun: Noun) -> bool:
    """Say whether somebody has a trade that is known by what it does, and a noun is of another: *Winzer*, *Koch*."""
    known = [role for text in person.nouns if (role := noun_of(text)) is not None and role.field == noun.field]
    trades = [role for role in known if phrases(role.base) and role.base not in _ANY_TRADE]
    if noun.field != "business" or noun.base in _ANY_TRADE or not phrases(noun.base):
        return False
    return bool(trades) and all(role.base[:_STEM] != noun.base[:_STEM] for role in trades)


@way("of-the-party")
def of_the_party(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the only person of a party for *der SPD-Politiker*, *die Christdemokratin*."""
    parties = parties_of(chunk)
    if not parties or not chunk.is_definite or chunk.is_plural:
        return None
    found = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender) and is_of_a_party(person, parties)
    ]
    return found[0] if len(found) == 1 else None


@way("of-a-body")
def of_a_kindred_body(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person of a body that a role tells: *der Gewerkschafter* of the *Gewerkschaft Bau*."""
    small = chunk.nouns[-1].text.casefold()
    if chunk.is_possessive or not chunk.is_definite or not notes.has_no_tail(context, chunk):
        return None
    kin = [
        person
        for person in notes.named.values()
        if person.same is None and fits(person, chunk.gender)
        if _shares_beginning(small, _body_of(notes, person)) or _speaks_for(notes, small, person)
    ]
    without = never_meant(notes, context, chunk.head) if kin else set()
    found = [person for person in kin if id(person) not in without and not excludes(person, chunk)]
    return found[0] if len(found) == 1 else None


@way("of-a-body")
def of_the_firm(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only one with a firm's surname and no role, for its head: *Die Spedition Lampl … der Chef*.

    So is a trade of its workshop: *die Brauerei Ott … die Brauerin*.
    """
    noun = chunk.noun
    if noun is None or chunk.is_possessive or not chunk.is_definite or not notes.has_no_tail(context, chunk):
        return None
    trades = {one.casefold() for nouns in notes.bodies.values() for one in nouns}
    if not (noun.base.casefold().endswith(_HEADS_OF_FIRMS) or f"{noun.base}ei".casefold() in trades):
        return None
    words = {word for name in notes.bodies for word in name.split()}
    people = [
        person
        for name, person in notes.named.items()
        if " " in name and name.rsplit(" ", 1)[1] in words and person.same is None and fits(person, chunk.gender)
    ]
    without = not_meant(notes, context, chunk.head) if len(people) == 1 else set()
    found = [person for person in people if id(person) not in without and not fields_of(person) - GENERAL_FIELDS]
    return found[0] if len(found) == len(people) == 1 and not excludes(found[0], chunk) else None


def _body_of(notes: Notes, person: Referent) -> str:
    """Return the name of somebody's body with the nouns that the article has for it: *GNG*, *Gewerkschaft*."""
    body = person.affiliation or ""
    return " ".join([body, *notes.bodies.get(body, ())])


def _speaks_for(notes: Notes, noun: str, person: Referent) -> bool:
    """Say whether a compound for somebody's body tells for whom they speak: *dessen Chefin*, of the *Elternbeirat*."""
    stem, body = _SPEAKING_FOR_RE.sub("", noun), (person.affiliation or "").casefold()
    if stem == noun or len(stem) < _STEM or not body or noun_of(body.capitalize()) is None:
        return False
    words = (word.text.casefold() for context in notes.contexts for word in context.sentence.words)
    return any(word.startswith(stem) and word.endswith(body) for word in words)


def _shares_beginning(noun: str, body: str) -> bool:
    """Say whether a word of a body's name begins as a noun does: *Arbeitgebervertreter*, *Arbeitgeberverband*."""
    words = body.casefold().replace("-", " ").split()
    known = noun_of(noun.capitalize())
    if known is not None and any(start in body.casefold() for start in _OF_BODIES.get(known.base, ())):
        return True  # der Jäger of the Jagdverband
    own = _SPEAKING_FOR_RE.sub("", noun)
    if own != noun and len(own) > _STEM and own in body.casefold():
        return True  # die Elternvertreterin of the Elternbeirat
    return any(len(word) > _STEM and noun.startswith(word[:_SHARED]) for word in words)


@way("of-a-body")
def of_the_same_body(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person of a body whose role there the article has not told: *der Sprecher der Bürgerliste*.

    ``Uwe Ott von der Bürgerliste widersprach. …, sagte der Fraktionssprecher der Bürgerliste.``
    """
    noun, number = chunk.noun, context.number
    place = notes.tails[number].get(notes.chunks[number].index(chunk))
    if noun is None or noun.field not in OFFICES or place is None or not chunk.is_definite or chunk.is_possessive:
        return None
    body = body_name(notes, number, place)
    members = [
        person
        for person in notes.named.values()
        if person.same is None and body is not None and (person.affiliation or "").casefold() == body.casefold()
    ]
    without = not_meant(notes, context, chunk.head) if len(members) == 1 else set()
    is_free = len(members) == 1 and id(members[0]) not in without and not fields_of(members[0]) & OFFICES
    met = is_free and notes.distance(context, members[0]) <= _LOOK_BACK
    return members[0] if met and fits(members[0], chunk.gender) and not excludes(members[0], chunk) else None


@way("kindred-word")
def of_a_kindred_word(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only person lately mentioned who is named beside a kindred word: *die Gewerkschafterin*, Gewerkschaft.

    The words are those of the sentence with the full name and of the sentence before it.
    """
    noun = chunk.noun
    stem = chunk.nouns[-1].text[:_KINDRED].casefold()
    if noun is None or chunk.is_possessive or not chunk.is_definite or len(chunk.nouns[-1].text) <= _KINDRED:
        return None
    if chunk.role.startswith("Ex-"):
        return None  # die frühere Präsidentin, where two have become Präsident
    without = not_meant(notes, context, chunk.head)
    found = [
        person
        for name, person in notes.named.items()
        if person.same is None
        and id(person) not in without
        and fits(person, chunk.gender)
        and notes.distance(context, person) < _NEVER
        and not excludes(person, chunk)
        and _is_beside(notes, name, stem)
    ]
    return found[0] if len(found) == 1 else None


@way("kindred-word")
def told_in_brackets(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose name a kindred noun stands behind in brackets: *Ida Ott (Klarinette) … die Klarinettistin*."""
    if chunk.noun is None or chunk.is_possessive or not chunk.is_definite:
        return None
    small = chunk.nouns[-1].text.casefold()
    found: dict[int, Referent] = {}
    for other, chunks in zip(notes.contexts, notes.chunks, strict=True):
        for named in (one for one in chunks if one.name and one.last + 3 <= other.length):
            behind = [word.text for word in other.words(named.last + 1, named.last + 3)]
            noun = behind[1].casefold() if behind[0] == "(" and behind[2] == ")" else ""
            if len(noun) >= _STEM and small.startswith(noun[: max(_STEM, len(noun) - 1)]):
                found |= {id(person): person for person in notes.bearers(name_text(named.name))}
    without = not_meant(notes, context, chunk.head) if found else set()
    left = [person for key, person in found.items() if key not in without and fits(person, chunk.gender)]
    return left[0] if len(left) == 1 else None


def _is_beside(notes: Notes, name: str, stem: str) -> bool:
    for number, chunks in enumerate(notes.chunks):
        if any(name_text(chunk.name) == name for chunk in chunks if chunk.name):
            near = (
                [number, number - 1]
                if number and notes.paragraphs[number] == notes.paragraphs[number - 1]
                else [number]
            )
            return any(
                word.text.casefold().startswith(stem) for place in near for word in notes.contexts[place].sentence.words
            )
    return False


def told_with_place(notes: Notes, chunk: Chunk) -> list[Referent]:
    """Return whom the adjective of a place stands beside: *die Sächsin*, *ihre sächsische Kollegin Ida Ott*."""
    stem = folded(chunk.nouns[-1].text)[:_STEM]
    found: dict[int, Referent] = {}
    for chunks in notes.chunks:
        for named in chunks:
            if named.name and any(folded(word.text).startswith(stem) for word in named.adjectives):
                found |= {id(person): person for person in notes.bearers(name_text(named.name))}
    return [person for person in found.values() if fits(person, chunk.gender)]
