"""Bodies and documents, and the bare nouns that take them up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotetrack.nouns import is_of_place, noun_of, state_of_adjective
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.speakers.bodies_by_noun import LEGAL_FORMS
from quotetrack.speakers.bodies_in_view import acting_before, latest_first, take_headline
from quotetrack.speakers.bodies_just_told import body_just_told
from quotetrack.speakers.body_kinds import KINDS, of_one_kind, takes_up, tells_its_matter
from quotetrack.speakers.body_letters import body_of_letters
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.body_phrases import phrase_behind
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.firms_by_article import firm_before
from quotetrack.speakers.learning import affiliation
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded, nominative_noun, nominative_title, state_in
from quotetrack.vocabulary import SpeakerKind

_OF_STATES: Final = ("ministerium", "departement", "regierung", "armee", "streitkräfte", "zentralbank", "notenbank")
"""Ends of nouns for bodies of which every state has its own."""
_TWO: Final = 2
_PAIRED: Final = 4
_PROPER: Final = 5
"""So many letters of an adjective tell a proper name."""
_ALIKE: Final = ("er", "en", "el", "kräfte", "werke", "betriebe", "bahnen", "kreise")
"""Ends of nouns that are alike in singular and plural, or plural only."""
#: Within how many sentences a medium has been spoken to just now.
_LATELY: Final = 2
_STEM: Final = 4
#: Words that take up any firm, club or party: one that the article only names is meant.
_FIRMS: Final = frozenset(
    "Unternehmen Konzern Firma Betrieb Fluggesellschaft Airline Hersteller Betreiber Arbeitgeber Verein Klub Club"
    " Partei Organisation Händler Verlag".split()
)

#: Words that say of any body what it has to do with the matter.
_OF_ANY_BODY: Final = frozenset("Träger Organisation Institution Einrichtung Auftraggeber Ausrichter".split())


def named_body(notes: Notes, noun: str) -> str | None:
    """Return the name of the only named body that a bare noun can mean."""
    found = [name for name, nouns in notes.bodies.items() if any(takes_up(noun, earlier) for earlier in nouns)]
    return found[0] if len(found) == 1 else None


def is_one_elsewhere(notes: Notes, chunk: Chunk) -> bool:
    """Say whether a bare noun has the article of a neuter or masculine elsewhere: *laut Pentagon*, *das Pentagon*."""
    if chunk.determiner is not None:
        return False
    text = chunk.nouns[-1].text
    return any(
        other.nouns and other.nouns[-1].text == text and other.determiner in ("das", "dem", "des", "ein", "einem")
        for chunks in notes.chunks
        for other in chunks
    )


#: Words that take up any medium.
_MEDIA: Final = frozenset("Agentur Blatt Magazin Medium Portal Sender Zeitschrift Zeitung".split())
_PLURAL_NAME_RE: Final = regex.compile(
    r"(?:stadt|gemeinde|kreis|verkehrs|wasser|energie|entsorgungs)(?:werke|betriebe)n?$", regex.I
)
"""Nouns in the plural for one body: *laut Stadtwerken*."""


@way("body")
def body(notes: Notes, context: Context, place: int, kind: str) -> Referent:
    """Return the body, medium or group that a phrase means."""
    chunk = notes.chunks[context.number][place]
    if kind == "group" and not chunk.nouns[-1].text.casefold().endswith("kreises"):
        are_circles = chunk.nouns[-1].text.casefold().endswith(("kreise", "kreisen"))
        return notes.new(Referent("group", None, is_plural=are_circles, reason="unnamed_group"), chunk)
    made: SpeakerKind = "medium" if kind == "medium" and not _is_office_before(notes, chunk) else "organisation"
    title = _title_behind(notes, context, chunk) or phrase_behind(notes, context, chunk)
    name = title or body_name(notes, context.number, place)
    if name is not None and chunk.nouns and chunk.nouns[-1].text.casefold().endswith("kreises"):
        name = name.removesuffix("e")
    bodies = [known.known for known in notes.referents if known.kind == made and known.same is None]
    same = next((body for body in reversed(bodies) if name is not None and body.name == name), None)
    if same is not None:
        same = _compound_just_told(notes, context, chunk, bodies, same) or same
        same.takes(chunk)
        return same
    if title is not None:
        return notes.new(Referent(made, title), chunk)
    short = None if chunk.name or chunk.adjectives else body_of_letters(notes, chunk.nouns[-1].text)
    if short is not None:
        return short
    is_one = bool(chunk.nouns) and _PLURAL_NAME_RE.search(chunk.nouns[-1].text) is not None
    is_group = chunk.is_plural and chunk.determiner is None and not chunk.name and made != "medium"
    is_group = is_group and not _is_of_one(chunk)
    if (is_group and not is_one and not is_one_elsewhere(notes, chunk)) or _are_many(chunk):
        both = notes.last_pair(context, _PAIRED) if chunk.words[0].text.lower() == "beide" else []
        if len(both) == _TWO and not any(one.is_person for one in both):
            return notes.group(both)  # beide Länder
        return notes.new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
    if is_group and is_one and name is not None:
        name = name.removesuffix("n")
    stem = _stem_of_proper_name(chunk)
    bodies = bodies if stem is None else [one for one in bodies if stem in folded(one.name or "")]
    found: Referent | str | None = None if stem is not None else _acting(notes, context, chunk, made)
    found = found or _taken_up(notes, context, place, bodies, made)
    found = found or of_one_kind(notes, context, chunk, _of_its_state(chunk, bodies))
    found = found or body_just_told(notes, context, chunk, bodies)
    if isinstance(found, Referent):
        return found
    if found is None and not is_one and _are_several(chunk):
        return notes.new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
    new = notes.new(Referent(made, found or name, is_owned=chunk.is_possessive and not chunk.name), chunk)
    take_headline(notes, new, chunk)
    return new


def _is_of_one(chunk: Chunk) -> bool:
    """Say whether a bare noun has the form of its singular, whatever its tag: *laut israelischer | Armee*."""
    base = "" if chunk.noun is None else chunk.noun.base.casefold()
    small = chunk.nouns[-1].text.casefold()
    return bool(base) and small.endswith(base) and not base.endswith(_ALIKE)


def _stem_of_proper_name(chunk: Chunk) -> str | None:
    """Return how the adjective in capitals begins that makes a noun a proper name: *das Weiße Haus*, no hospital."""
    proper = (word.text for word in chunk.adjectives if word.index > 1 and word.text[:1].isupper())
    found = next((text for text in proper if not (text.endswith("er") and is_of_place(text))), None)
    return None if found is None or found.isupper() else folded(found)[:_PROPER]


def _compound_just_told(
    notes: Notes, context: Context, chunk: Chunk, bodies: Sequence[Referent], same: Referent
) -> Referent | None:
    """Return the body that a bare noun shortens, where it was just told of: *der Fahrgastbund*, then *der Bund*."""
    noun = chunk.nouns[-1].text.casefold() if chunk.nouns and not chunk.name and chunk.is_definite else ""
    if not noun or chunk.adjectives or chunk.possessor or not notes.has_no_tail(context, chunk):
        return None
    latest = [one for one in latest_first(notes, bodies) if one.name and not one.is_plural]
    compounds = [one for one in latest if any(_is_compound(told.casefold(), noun) for told in one.nouns)]
    if not compounds or latest.index(compounds[0]) > latest.index(same) or notes.distance(context, compounds[0]) > 1:
        return None
    return None if notes.distance(context, same) <= 1 else compounds[0]


def _is_compound(told: str, noun: str) -> bool:
    return told != noun and told.endswith(noun)


def _is_office_before(notes: Notes, chunk: Chunk) -> bool:
    """Say whether *die Agentur* takes up one that brings no news: *die Werbeagentur Blau*."""
    if chunk.name or chunk.noun is None or chunk.nouns[-1].text not in ("Agentur", "Agenturen"):
        return False
    told = [known.known for known in notes.referents if any(noun.endswith("agentur") for noun in known.known.nouns)]
    return bool(told) and told[-1].kind == "organisation"


def _is_word_for_firms(chunk: Chunk) -> bool:
    """Say whether a noun takes up any firm, club or party: *das Unternehmen*."""
    return (
        chunk.noun is not None
        and nominative_noun(chunk.nouns[-1], chunk) in _FIRMS | _OF_ANY_BODY
        and chunk.is_definite
    )


def _is_kind_of_firm(chunk: Chunk) -> bool:
    """Say whether a compound tells more of a firm or club that is just told of: *der Softwarekonzern*."""
    noun = nominative_noun(chunk.nouns[-1], chunk) if chunk.is_definite else ""
    return noun.casefold().endswith(KINDS)


def _acting(notes: Notes, context: Context, chunk: Chunk, made: SpeakerKind) -> Referent | None:
    """Return the body of which the sentence before tells, for a word that takes up any firm."""
    if not (_is_word_for_firms(chunk) or _is_kind_of_firm(chunk)) or chunk.name or chunk.is_possessive:
        return None
    told = (noun for known in notes.referents if known.kind == made and known.name for noun in known.nouns)
    if not _is_word_for_firms(chunk) and any(takes_up(chunk.nouns[-1].text, noun) for noun in told):
        return None
    acting = acting_before(notes, context) or firm_before(notes, context.number)
    named = [name for name, nouns in notes.bodies.items() if chunk.nouns[-1].text in nouns]
    if len(named) == 1 and acting is not None and acting.name != named[0]:
        return None
    if acting is None or acting.kind != made or not _may_be_called(acting, chunk.nouns[-1].text):
        return None
    acting.takes(chunk)
    return acting


def _taken_up(
    notes: Notes, context: Context, place: int, bodies: Sequence[Referent], made: SpeakerKind
) -> Referent | str | None:
    """Return the body that a bare noun takes up, or the name of one of which the article has not told yet."""
    chunk = notes.chunks[context.number][place]
    tail = notes.tails[context.number].get(place)
    has_tail = tail is not None and _tells_which(notes.chunks[context.number][tail])
    has_tail = has_tail and not (_is_word_for_firms(chunk) and tail is not None and _is_seat(notes, context, tail))
    others = chunk.determiner is None and chunk.is_plural and bool(chunk.adjectives)  # russische Medien
    if chunk.name or chunk.possessor or chunk.is_indefinite or has_tail or others:
        return None
    bodies = _of_its_state(chunk, bodies)
    named = _named(notes, context, chunk, bodies, made)
    if named is not None and not _is_of_another_state(chunk, named):
        known = next((body for body in bodies if body.name == named), None)
        known = known or _told_of(notes, chunk, latest_first(notes, bodies), made)  # rather than one named only later
        if known is None and named not in notes.text[: chunk.span.start] and not _may_be_named_later(chunk, named):
            return None
        if known is not None:
            known.takes(chunk)
        return known or named
    same = _called_so(chunk, bodies) if made == "medium" else None
    if same is not None:
        return same
    marked = _medium_in_marks(notes, chunk) if made == "medium" else None
    if marked is not None:
        return next((body for body in bodies if body.name == marked), None) or notes.new(Referent(made, marked), chunk)
    order = latest_first(notes, bodies)
    if _is_word_for_firms(chunk):
        order.sort(key=lambda body: body.name not in notes.bodies)
    found = _told_of(notes, chunk, order, made)
    if found is not None:
        found.takes(chunk)
    return found or _only_firm(chunk, bodies)


def _may_be_named_later(chunk: Chunk, name: str) -> bool:
    """Say whether a noun can mean a body that is named only later: one in the name, or none that every state has."""
    small = chunk.nouns[-1].text.casefold().removesuffix("s")
    return small in name.casefold() or not small.endswith(_OF_STATES)


def _told_of(notes: Notes, chunk: Chunk, bodies: Sequence[Referent], made: SpeakerKind) -> Referent | None:
    """Return the first of some bodies of which the article has told that a bare noun can take up.

    One that is called by a compound of the noun goes before one that is called by another noun, unless that is the last
    that the article has told of.
    """
    noun = chunk.nouns[-1].text.casefold()
    compounds = [body for body in bodies if any(_is_compound(told.casefold(), noun) for told in body.nouns)]
    compounds = [] if bodies and any(told.casefold() == noun for told in bodies[0].nouns) else compounds
    near = compounds[:1] if compounds and compounds[0] in bodies[:_TWO] else []
    of_matter = [
        body for body in bodies if body.name and tells_its_matter(nominative_noun(chunk.nouns[-1], chunk), body.name)
    ]
    for body in (*of_matter, *near, *bodies[:1], *compounds, *bodies):
        unnamed = made == "medium" and not body.nouns and body.name is not None
        taken = any(_may_take_up(chunk, noun) for noun in _nouns_of(notes, body)) and not _is_told_apart(chunk, body)
        if (
            unnamed
            or body in of_matter
            or (taken and not (body.is_owned and chunk.noun and chunk.noun.base not in body.nouns))
        ):
            return body
    return None


def _of_its_state(chunk: Chunk, bodies: Sequence[Referent]) -> list[Referent]:
    return [body for body in bodies if not _is_of_another_state(chunk, body.name)]


def _is_of_another_state(chunk: Chunk, name: str | None) -> bool:
    """Say whether a body has another state in its name than a noun has before it: *der dänische Verband*."""
    state = None if name is None else state_in(chunk)
    if state is None or name is None:
        return False
    named = {found for word in name.split() if (found := state_of_adjective(word)) is not None}
    return bool(named) and state not in named


def _tells_which(tail: Chunk) -> bool:
    """Say whether a phrase behind a noun tells which body is meant: not *an verschiedenen Flughäfen*."""
    anywhere = tail.preposition in ("an", "in", "auf") and tail.is_plural and tail.determiner is None and not tail.name
    towards = tail.preposition == "an" and tail.determiner in ("die", "den", "das", "ihre", "ihren")
    return not tail.is_indefinite and not anywhere and not towards


def _is_seat(notes: Notes, context: Context, place: int) -> bool:
    """Say whether a phrase tells where a firm has its seat: *das Unternehmen | aus Leipzig*."""
    tail = notes.chunks[context.number][place]
    return tail.preposition in ("aus", "in") and bool(tail.name) and not tail.nouns


def _named(notes: Notes, context: Context, chunk: Chunk, bodies: Sequence[Referent], made: SpeakerKind) -> str | None:
    """Return the name of the only named body that a bare noun can mean, unless the last one told of may be meant."""
    named = None if chunk.is_possessive else named_body(notes, chunk.nouns[-1].text)
    if made == "medium" and named is not None and _medium_in_marks(notes, chunk, since=context.number - _LATELY):
        return None  # the paper spoken to just now, not the inn Alte Post
    last = bodies[-1] if bodies else None
    told = last is not None and last.nouns and not last.is_owned and takes_up(chunk.nouns[-1].text, last.nouns[0])
    if not told:
        return named
    return named if last is not None and named is not None and _is_of_stem(notes, chunk, last, named) else None


def _is_of_stem(notes: Notes, chunk: Chunk, last: Referent, named: str) -> bool:
    """Say whether a noun has the stem of a body named before, and not of the last one: *Gericht*, not *Kammer*."""
    stem = chunk.nouns[-1].text.casefold().removesuffix("s").removesuffix("e")
    told = [known.known for known in notes.referents if known.known.name == named and known.known is not last.known]
    own = any(stem in noun.casefold() for body in told for noun in (named, *body.nouns))
    return own and not any(stem in noun.casefold() for noun in last.nouns)


def _called_so(chunk: Chunk, bodies: Sequence[Referent]) -> Referent | None:
    """Return the medium that the article has called by a compound: *das Fachblatt*, not *das Blatt*."""
    noun = chunk.nouns[-1].text
    if noun[:1] + noun[1:].casefold() in _MEDIA:
        return None
    called = (body for body in reversed(bodies) if any(takes_up(noun, earlier) for earlier in body.nouns))
    return next((body for body in called if body.name), None)


def _may_take_up(chunk: Chunk, earlier: str) -> bool:
    """Say whether a bare noun can take up an earlier one; with a possessive only the same: *ihre | Behörde*."""
    noun = chunk.nouns[-1].text
    return earlier.casefold().endswith(noun.casefold()) if chunk.is_possessive else takes_up(noun, earlier)


def _is_told_apart(chunk: Chunk, body: Referent) -> bool:
    """Say whether another adjective is part of a body's name: the *Gesetzliche Kasse* is not the *Private Kasse*."""
    attribute, first = (chunk.adjectives or chunk.nouns)[0].text, (body.name or "").partition(" ")[0]
    if attribute.endswith("er") and not first.endswith("er"):
        return False  # die Wiesbadener Behörde: where the Statistische Bundesamt is
    adjectival = bool(chunk.adjectives) and attribute[:1].isupper() and first.endswith(("e", "er", "es"))
    return adjectival and attribute[:_STEM] != first[:_STEM] and noun_of(first) is None


def _title_behind(notes: Notes, context: Context, chunk: Chunk) -> str | None:
    """Return the name between marks right behind the noun: *die Zeitschrift | „Moor“*, *der Verein | „Watt“*."""
    placed = next((one for one in context.passages if one.first == chunk.last + 1), None)
    if placed is None or chunk.name or not (is_named(placed) or _is_of_body(notes, chunk, placed)):
        return None
    marked = placed.passage.marked
    if any(marked.span in quote.spans for quote in notes.quotes):
        return None  # von der Stadt „Schandfleck“ genannt
    return notes.text[marked.content_spans[0].start : marked.content_spans[-1].end].strip()


def _is_of_body(notes: Notes, chunk: Chunk, placed: Placed) -> bool:
    """Say whether what stands between marks behind a noun for a body is its name, as nobody says it."""
    noun, marked = chunk.noun, placed.passage.marked
    is_body = noun is not None and noun.kind == "organisation" and placed.passage.kind != "quotation"
    capital = notes.text[marked.content_spans[0].start].isupper()
    return is_body and capital


def _may_be_called(acting: Referent, noun: str) -> bool:
    """Say whether a body can be taken up by a noun: one of which nothing is known, or one of that kind."""
    small = noun.casefold()
    is_firm = noun in _FIRMS and (acting.name or "").rsplit(" ", 1)[-1] in LEGAL_FORMS
    return (
        is_firm
        or noun in _OF_ANY_BODY
        or not acting.nouns
        or any(takes_up(noun, old) or small.endswith(old.casefold()) for old in acting.nouns)
    )


def _are_many(chunk: Chunk) -> bool:
    """Say whether several bodies are told by *beide* or an adjective of their place: *die Thaler Vereine*."""
    noun = chunk.noun
    if noun is None or chunk.name or not (chunk.is_plural or chunk.determiner == "beide"):
        return False
    if noun.kind == "medium" and chunk.nouns[-1].text.casefold().endswith("nachrichten"):
        return False  # die Lausitzer Nachrichten
    if chunk.nouns[-1].text.casefold().endswith(noun.base.casefold()) or noun.base == "Stadtwerk":
        return False
    words = (*chunk.adjectives, chunk.words[0])
    of_place = any(word.text[:1].isupper() and word.text.endswith("er") for word in chunk.adjectives)
    return of_place or any(word.text.lower() == "beide" for word in words)


def _are_several(chunk: Chunk) -> bool:
    """Say whether bodies are told of that nobody names: *die Behörden*, *laut den Gewerkschaften*, not *Stadtwerke*."""
    noun = chunk.noun
    if noun is None or noun.kind != "organisation" or not chunk.is_plural or chunk.name:
        return False
    small, base = chunk.nouns[-1].text.casefold(), noun.base.casefold()
    several = chunk.determiner in ("die", "den") and not chunk.is_possessive and not small.endswith(base)
    called = any(word.text[:1].isupper() and not word.text.endswith("er") for word in chunk.adjectives)
    return several and not called and not small.endswith(("bahnen", "forste", "forsten", "spiele", "spielen"))


def _medium_in_marks(notes: Notes, chunk: Chunk, since: int = 0) -> str | None:
    """Return the medium whose name stands between marks last before a bare noun: *das Blatt*."""
    if not chunk.is_definite or chunk.is_possessive:
        return None
    named = [
        (placed.passage.marked.span.start, context, placed)
        for context in notes.contexts
        for placed in context.passages
        if is_named(placed) and placed.passage.marked.span.end <= chunk.span.start and context.number >= since
    ]
    media = [found for found in named if found[2].passage.kind == "medium"]
    spoken_to = [found for found in named if _is_spoken_to(found[1], found[2]) or _is_source(notes, found[2])]
    before = media or spoken_to
    if not before:
        return None
    _, context, placed = max(before, key=lambda found: found[0])
    marked = placed.passage.marked
    title = notes.text[marked.content_spans[0].start : marked.content_spans[-1].end].strip()
    article = context.word(placed.first - 1).text if placed.first > 1 else ""
    return nominative_title(title, article)


def _is_source(notes: Notes, placed: Placed) -> bool:
    """Say whether somebody speaks by a marked name, or to it: *laut dem „Bergboten“*, *sagte sie der „Bergpost“*."""
    span = placed.passage.marked.span
    spoken = [mention.span for quote in notes.quotes for mention in (quote.speaker, *quote.via) if mention is not None]
    return any(one.overlaps(span) for one in spoken)


def _is_spoken_to(context: Context, placed: Placed) -> bool:
    """Say whether a marked name is of whom somebody talked to: *im Gespräch mit dem «Tösstaler Boten»*."""
    before = [word.text for word in context.words(max(1, placed.first - 3), placed.first - 1)]
    return before[-2:] in (["mit", "dem"], ["mit", "der"], ["gegenüber", "dem"], ["gegenüber", "der"])


def _only_firm(chunk: Chunk, bodies: Sequence[Referent]) -> str | None:
    """Return the one body that the article has only named, for a word that takes up any firm: *das Unternehmen*."""
    noun = chunk.noun
    if (
        noun is None
        or nominative_noun(chunk.nouns[-1], chunk) not in _FIRMS
        or not chunk.is_definite
        or chunk.is_possessive
    ):
        return None
    named = {body.name for body in bodies if body.name and not body.nouns}
    return named.pop() if len(named) == 1 else None


def _nouns_of(notes: Notes, body: Referent) -> list[str]:
    """Return the nouns of a body, also of one that everybody knows; its name where that is one: *EU-Kommission*."""
    nouns = [*body.nouns, *notes.bodies.get(body.name or "", ())]
    return nouns or ([body.name.rsplit(" ", 1)[-1]] if body.name else [])


@way("document")
def document(notes: Notes, context: Context, place: int) -> Referent:
    """Return the document that a phrase means, an earlier one where it is taken up."""
    chunk = notes.chunks[context.number][place]
    documents = [known.known for known in notes.referents if known.kind == "document"]
    if chunk.is_definite and not chunk.is_indefinite:
        for document in reversed(documents):
            if any(takes_up(chunk.nouns[-1].text, noun) for noun in document.nouns):
                return document
    document = Referent("document", nominative_noun(chunk.nouns[-1], chunk))
    document.affiliation = affiliation(notes, context.number, place)
    return notes.new(document, chunk)
