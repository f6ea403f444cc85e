"""Nouns of no list that speak: somebody or some body, by their form."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.person_roles import is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.affected import affected, is_affected
from quotetrack.speakers.bodies import body, document, is_one_elsewhere
from quotetrack.speakers.bodies_by_noun import is_town
from quotetrack.speakers.chunks import Chunk, gender_of
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import of_the_compound_deed
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.in_focus import in_focus, people_with_roles
from quotetrack.speakers.in_view import by_salience
from quotetrack.speakers.later_names import named_later
from quotetrack.speakers.matches import of_the_match
from quotetrack.speakers.nameless import unnamed
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.origins import from_there
from quotetrack.speakers.participle_nouns import who_did_it
from quotetrack.speakers.predicates import told_by_adjective
from quotetrack.speakers.referents import Referent, comparison_of
from quotetrack.speakers.role_bearers import nearest
from quotetrack.speakers.salience import fits
from quotetrack.speakers.speaking_people import speaking_people
from quotetrack.speakers.ways import way

_ADJECTIVAL_RE: Final = regex.compile(
    r"(?i)(?:ge\p{L}{2,}(?:t|[^aeiou]en)"
    r"|(?<!\p{L})(?:\p{L}{2,4})??(?:be|ver|er|ent|zer|miss|um|über|unter|wider|hinter|voll)\p{L}{2,}(?:t|en)"
    r"|(?:e|el|er)nd|(?:haar|äug|jähr|köpf|will|händ|stämm|sücht|mal|schuld|gläub|bärt)ig|iert|isch|lich|sam|bar|los"
    r"|(?<!\p{L})(?:alt|ält|jung|jüng|neu|krank|blind|taub|tot|fremd|blond|dick|schön|klein|groß|gross|stark|schwach|ältest|jüngst))"
    r"e(?:r?[nrm]?)$"
)
"""Participles and adjectives that stand for somebody: *die Gescholtene*, *der Umworbene*, *die Rothaarige*."""
_NO_ADJECTIVES: Final = ("geschichte", "legende", "wende", "spende", "dividende", "berichte", "ette", "täten", "märkte")
"""Ends of nouns that only look like participles."""
_PERSONAL_RE: Final = regex.compile(
    r"(?:er|ist|ent|ant|or|eur|är|oge|graf|mann|ling|rat|chef|and|wart)(?:[sn]|en|es)?$"
)
_OF_AGE_RE: Final = regex.compile(r"(?:(?:steinalt|alt|jung|jünger|älter|betagt|pensioniert)e|\d+-?jährige)[nrm]?")
_TWO: Final = 2
_READ: Final = frozenset({"heißen", "heissen", "stehen", "Rede sein"})
_CIRCLES: Final = ("umfeld", "szene", "branche", "lager", "umgebung", "kabine", "belegschaft")


_SURROUNDINGS: Final = frozenset(
    "Umgebung Umfeld Dorf Ort Quartier Viertel Tal Saal Publikum Netz Nachbarschaft Flur Kabine Foyer Halle Stadion"
    " Kurve Gang Lobby Etage Chefetage Kiez Stadtteil Kneipe Wirtshaus Stammtisch Hinterzimmer Wohnzimmer Pausenhof"
    " Hof Zelt Lager Camp Straße Strasse Markt Bar Beiz Beisl Biergarten Café Kaffeehaus Trafik Sauna Stube Garten"
    " Gemeinschaftsküche Küche Teeküche Gerichtsflur".split()
)
"""Where people talk whom nobody names: *Im Dorf heißt es, …*."""
_ROOMS: Final = (
    "stube", "zimmer", "raum", "saal", "platz", "zelt", "kantine", "kabine", "tribüne", "umkleide", "tresen", "theke",
    "stammtisch", "treppenhaus", "fanblock", "parkplatz",
)  # fmt: skip
"""Ends of nouns for such places."""


def unknown(notes: Notes, context: Context, place: int) -> Referent:
    """Take a noun of no list that speaks: somebody or some body, by its form."""
    chunk = notes.chunks[context.number][place]
    text = chunk.nouns[-1].text
    if chunk.is_definite and not chunk.is_plural and any(text in person.nouns for person in notes.named.values()):
        return _by_role_unlisted(notes, context, place)
    called = _body_called_so(notes, chunk)
    if called is not None:
        return called
    is_around = text in _SURROUNDINGS or text.casefold().endswith(_ROOMS)
    if not is_around and _is_written(notes, chunk):
        return document(notes, context, place)
    if _is_of_place(chunk):
        return _named_place(notes, text)
    if (
        is_around or chunk.preposition == "aus" or (chunk.is_indefinite and text.casefold().endswith("paar"))
    ):  # ein älteres Ehepaar
        group = notes.new(Referent("group", None, reason="unnamed_group"), chunk)
        group.gender = None if is_around else group.gender  # die Gaststube is no *sie* that says
        return group
    if _is_called_so(chunk):
        return body(notes, context, place, "organisation")
    if chunk.is_plural and not _has_singular_verb(context, chunk) and not is_one_elsewhere(notes, chunk):
        return notes.new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
    gender = chunk.gender or gender_of(chunk.nouns[-1])
    if chunk.is_indefinite and any(span.overlaps(chunk.span) for span in speaking_people(notes)):
        return unnamed(notes, context, place, "anonymous")
    aged = any(_OF_AGE_RE.fullmatch(word.text) for word in chunk.adjectives)
    acts = chunk.preposition is None and not text.endswith("ie")  # laut dem Monitor, der Industrie
    is_man = gender == "Masc" and (aged or (acts and _PERSONAL_RE.search(text)))
    is_woman = gender == "Fem" and text.endswith("in")
    if is_man or is_woman or _is_adjectival(text) or _is_adjective(chunk):
        if chunk.is_indefinite:
            return unnamed(notes, context, place, "anonymous")
        return _by_role_unlisted(notes, context, place)
    return body(notes, context, place, "organisation")


@way("body")
def _body_called_so(notes: Notes, chunk: Chunk) -> Referent | None:
    """Return the named body that the article has called by a noun of no list: *die Kette Lesewelt*, *die Kette*."""
    if not chunk.is_definite or chunk.is_possessive or chunk.adjectives:
        return None
    bodies = (one.known for one in reversed(notes.referents) if one.known.kind in ("organisation", "medium"))
    return next((body for body in bodies if body.name and chunk.nouns[-1].text in body.nouns), None)


def _is_of_place(chunk: Chunk) -> bool:
    """Say whether a bare noun in the singular can only be the name of a place: *hieß es aus | Wolfsburg*."""
    bare = chunk.determiner is None and not chunk.adjectives and len(chunk.nouns) == 1
    head = chunk.nouns[-1]
    named = is_town(head.text) or (head.features.get("Number") == "Sing" and not head.text.endswith("n"))
    return chunk.preposition == "aus" and bare and named


@way("single-name")
def _named_place(notes: Notes, name: str) -> Referent:
    """Return the place of a name that a tagger took for a noun."""
    return notes.place(name)


def _is_called_so(chunk: Chunk) -> bool:
    """Say whether an adjective with a capital begins the name of a body: *die Freie Mitte*."""
    return any(
        word.text[:1].isupper() and word.index > chunk.first and word.text.endswith(("e", "en"))
        for word in chunk.adjectives
    )


def _is_adjectival(noun: str) -> bool:
    return _ADJECTIVAL_RE.search(noun) is not None and not noun.casefold().endswith(_NO_ADJECTIVES)


def _is_adjective(chunk: Chunk) -> bool:
    """Say whether an adjective stands for somebody: *die Neue*."""
    head = chunk.nouns[-1]
    return chunk.determiner in ("der", "die") and head.lemma[:1].islower() and head.text.endswith("e")


def _is_written(notes: Notes, chunk: Chunk) -> bool:
    """Say whether something is read in what a noun stands for: *In der Arbeit heißt es, …*, *… steht im Merkblatt*."""
    if chunk.preposition not in ("in", "im") or chunk.is_plural or chunk.nouns[-1].text.endswith(_CIRCLES):
        return False
    said = (quote for quote in notes.quotes if quote.speaker is not None and chunk.span.overlaps(quote.speaker.span))
    return any(quote.cue is not None and quote.cue.lemma in _READ for quote in said)


def _has_singular_verb(context: Context, chunk: Chunk) -> bool:
    """Say whether the verb of a subject stands in the singular, whatever the noun looks like (*die Prüfstelle*)."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    number = None if finite is None else finite.features.get("Number")
    return number == "Sing" and chunk.determiner in ("die", "eine") and is_subject_of_clause(context, chunk, chunk.head)


def somebody(notes: Notes, context: Context, place: int) -> Referent | None:
    """Return whom an adjective as a noun means where it is the subject: *der Geschasste*, *der Jüngere*.

    Whoever it is, a pronoun behind it means nobody else.
    """
    chunk = notes.chunks[context.number][place]
    noun = chunk.nouns[-1].text
    if chunk.determiner not in ("der", "die") or chunk.is_plural or notes.is_in_content(chunk.span):
        return None
    if not _is_adjectival(noun) or not is_subject_of_clause(context, chunk, chunk.head):
        return None
    if chunk.nouns[-1].upos != "ADJ" and chunk.nouns[-1].lemma.endswith(("keit", "heit", "ung")):
        return None
    side = of_the_match(notes, context, chunk) or who_did_it(notes, context, chunk)
    if side is not None:
        return side
    if is_affected(noun):
        return affected(notes, context, chunk) or unnamed(notes, context, place, "role_unmatched")
    return None


def _by_role_unlisted(notes: Notes, context: Context, place: int) -> Referent:
    chunk = notes.chunks[context.number][place]
    noun = chunk.nouns[-1].text
    gender = chunk.gender if chunk.gender != "Neut" else None
    people = [person for person in notes.people(context) if fits(person, gender)]
    found = [person for person in people if any(is_same_role(noun, role) for role in person.nouns)]
    if found:
        bearer = nearest(notes, context, found)
        notes.tell("role", bearer)
        return bearer
    side = of_the_match(notes, context, chunk) or told_by_adjective(notes, context, chunk)
    side = side or who_did_it(notes, context, chunk)
    if side is not None:
        return side
    if is_affected(noun):
        return affected(notes, context, chunk) or unnamed(notes, context, place, "role_unmatched")
    there = from_there(notes, context, chunk)
    if there is not None:
        return there
    if chunk.determiner is None and not chunk.adjectives and not chunk.possessor and not chunk.is_plural:
        return unnamed(notes, context, place, "role_unmatched")  # sagte Kern: a name, and nobody's description
    of_two = comparison_of(noun) is not None
    deed = of_the_compound_deed(notes, context, chunk)
    if deed is not None:
        return deed
    focused = None if of_two else in_focus(notes, context, chunk, with_another_role=True)
    found_near = focused or named_later(notes, context, chunk)
    without = not_meant(notes, context, chunk.head)
    if found_near is None and len(people_with_roles(notes, chunk, context.number - 1) - without) < _TWO:
        found_near = by_salience(notes, context, chunk, None)
    return found_near or unnamed(notes, context, place, "role_unmatched")
