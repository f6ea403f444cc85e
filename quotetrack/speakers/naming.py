"""Makes a referent for each full name of an article, before it is read: a full name may stand after its short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final

import regex

from quotetrack.clauses import CALLED
from quotetrack.lexicon import table
from quotetrack.nouns import is_given_name, noun_of, state_of
from quotetrack.quotes.context import Context
from quotetrack.speakers.ages import age_behind
from quotetrack.speakers.appositions import apposition
from quotetrack.speakers.bodies_by_noun import LAST_OF_FIRMS, is_club, is_firm
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.genitive_names import without_genitives
from quotetrack.speakers.learning import affiliation, gender_of_article, learn, learn_party, may_tell_party
from quotetrack.speakers.names import fit, is_acronym, is_medium_name, without_genitive_form
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.noun_attributes import SAINTS
from quotetrack.speakers.referents import Referent
from quotetrack.syntax import Word

_LEAD: Final = 2
"""So many sentences tell what an article is about."""
_LONG: Final = 6
_WITH_AGE: Final = len(("(", "71", ")", "und"))
#: How nouns for people end that are of no list; firms are called by others in -er: Versorger, Hersteller.
_PERSONAL_RE: Final = regex.compile(r"(?:ler|ner|ist|oge|ent|ant|eur|mann|frau|chef|in)$")
_SURNAMES: Final = frozenset({"Post", "Kreis", "Heim", "Bund", "Blatt"})
"""Nouns for bodies and media that are as well surnames."""
_BESIDE_ROLES: Final = frozenset({"relation", "origin", "age"})
_OF_MONKS: Final = frozenset({"Pater", "Abbé", "Don"})
_OF_THE_STATE: Final = frozenset("Land Länder Ländern Kantone Kantonen Gemeinden Kommunen Bundesland".split())
_LOCATIVES: Final = frozenset({"in", "im", "aus", "nach", "bei", "durch", "ins", "um"})


def name_people(notes: Notes) -> None:
    """Make a referent for each full name of the article, with all that the article says of it beside the name."""
    full = _full_names(notes)
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            name = name_text(chunk.name)
            if name not in full:
                continue
            person = notes.named.get(name)
            if person is None:
                person = notes.named[name] = Referent("person", name)
                notes.first[id(person)] = number
                if _is_bare(notes, number, place) and affiliation(notes, number, place) is None:
                    notes.bare.append((number, person, _is_acting(notes, number, chunk)))
            learn(notes, person, number, place)
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            if len(chunk.name) == 1:
                _learn_by_surname(notes, number, place)
    for name in sorted(full - set(notes.named)):
        notes.named[name] = Referent("person", name)
        notes.first[id(notes.named[name])] = 0


def _learn_by_surname(notes: Notes, number: int, place: int) -> None:
    """Learn of somebody named by the surname alone what title, article, age and clause tell: *Ott, 56, lacht*."""
    chunk = notes.chunks[number][place]
    told = chunk.gender if chunk.titles else gender_of_article(chunk)
    acts = may_tell_party(notes, number, place)
    age = age_behind(notes.contexts[number].sentence.words, chunk.last)
    bearers = notes.bearers(name_text(chunk.name)) if told is not None or acts or age is not None else []
    if len(bearers) == 1:
        bearers[0].gender = bearers[0].gender or told
        bearers[0].age = bearers[0].age or age
        if acts:
            learn_party(notes, bearers[0], number, place)


def name_bodies(notes: Notes) -> None:
    """Note the nouns with which the article calls its named bodies, so that a bare noun can lead to a name."""
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            noun = chunk.noun
            for known, nouns in _body_in_compound(chunk) if number < _LEAD else ():
                notes.bodies.setdefault(known, []).extend(nouns.split())
            if len(chunk.name) > 1 and is_club(chunk) and (noun is None or noun.kind == "organisation"):
                notes.bodies.setdefault(name_text(chunk.name), []).extend(("Verein", "Klub"))
            if is_firm(chunk):
                firm = body_name(notes, number, place) or name_text(chunk.name)
                notes.bodies.setdefault(firm, []).extend(("Unternehmen", "Firma"))
            phrase = known_phrase(notes, chunk)
            if phrase is not None:
                notes.bodies.setdefault(phrase, []).extend(_known_bodies()[phrase.casefold()].split())
            for known, nouns in _known_body(chunk):
                if _is_short_for_compound(notes, number, chunk):
                    continue
                notes.bodies.setdefault(known, []).extend(nouns.split())
            if noun is None or noun.kind not in ("organisation", "medium") or chunk.is_indefinite:
                continue
            if chunk.name or chunk.body or any(word.text[:1].isupper() and word.index > 1 for word in chunk.adjectives):
                name = body_name(notes, number, place)
                if name is not None and not _is_told_by_place(chunk):
                    known_nouns = _known_nouns(chunk, name)
                    notes.bodies.setdefault(name, []).extend([chunk.nouns[-1].text, *known_nouns])


def _known_nouns(chunk: Chunk, name: str) -> list[str]:
    """Return the nouns of a known body, also of its office in a town: *die Agentur für Arbeit Kiel*."""
    known = _known_bodies()
    whole = name.casefold()
    office = whole.rpartition(" ")[0] if chunk.body is not None else ""
    return known.get(whole, known.get(office, "")).split()


def _is_told_by_place(chunk: Chunk) -> bool:
    """Say whether an adjective of a place stands before a noun for any body: *die Wiesbadener | Behörde*."""
    attributes = chunk.adjectives
    of_place = len(attributes) == 1 and attributes[0].text[:1].isupper() and attributes[0].text.endswith("er")
    return of_place and not chunk.name and chunk.nouns[-1].text.casefold() in table("other_words_for_bodies")


def known_phrase(notes: Notes, chunk: Chunk) -> str | None:
    """Return the name of a known body that a noun without an article begins: *Ärzte ohne Grenzen*."""
    if chunk.determiner is not None or chunk.name or not chunk.nouns or chunk.adjectives:
        return None
    start = chunk.nouns[0].span.start
    return next((name for name in _known_phrases() if notes.text.startswith(name, start)), None)


@cache
def _known_phrases() -> tuple[str, ...]:
    """Return the known bodies whose name is a phrase with a word in small letters."""
    return tuple(name for name in table("known_bodies") if any(word.islower() for word in name.split()))


def _body_in_compound(chunk: Chunk) -> Iterator[tuple[str, str]]:
    """Yield a body that everybody knows by what stands before a hyphen: *die Lufthansa-Piloten*."""
    for word in chunk.nouns:
        name, hyphen, rest = word.text.rpartition("-")
        nouns = _known_bodies().get(name.casefold()) if hyphen and rest[:1].isupper() else None
        if nouns is not None and name[:1].isupper():
            yield name, nouns


def _known_body(chunk: Chunk) -> Iterator[tuple[str, str]]:
    """Yield a body that everybody knows by a name that does not tell what it is, with its nouns: *die FIFA*."""
    name = name_text(chunk.name) if not chunk.nouns else chunk.nouns[-1].text if not chunk.name else ""
    nouns = _known_bodies().get(name.casefold())
    if nouns is not None and name[:1].isupper():
        yield name, nouns


def _is_short_for_compound(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a noun that names a known body takes up a compound before: *der Küstenbund*, then *der Bund*.

    Not beside others of the state: *Bund und Länder*.
    """
    end = chunk.nouns[-1].text.casefold() if chunk.nouns and not chunk.name else ""
    if not end or any(word.text in _OF_THE_STATE for word in notes.contexts[number].sentence.words):
        return False
    return any(
        len(small) > len(end) and small.endswith(end) and other.noun is not None and other.noun.kind == "organisation"
        for row in notes.chunks[:number]
        for other in row
        if other.nouns and not other.name and not other.is_plural
        for small in (other.nouns[-1].text.casefold(),)
    )


#: What the members of a family are called before their given names.
_KIN: Final = frozenset(
    "Vater Mutter Tochter Sohn Großmutter Großvater Grossmutter Grossvater Oma Opa Bruder Schwester".split()
)


@cache
def _known_bodies() -> dict[str, str]:
    """Return the nouns of the bodies that everybody knows, by their names in small letters: *IG BAU*, *IG Bau*."""
    return {name.casefold(): nouns for name, (nouns,) in table("known_bodies").items()}


def _full_names(notes: Notes) -> set[str]:
    counts: dict[str, list[bool]] = {}
    for number, chunks in enumerate(notes.chunks):
        for place, chunk in enumerate(chunks):
            if len(chunk.name) > 1:
                counts.setdefault(name_text(chunk.name), []).append(_looks_like_person(notes, number, place))
    places = _places(notes)
    bodies = {name_text(chunk.name) for chunks in notes.chunks for chunk in chunks if _is_name_of_body(chunk)}
    names = {name for name, looks in counts.items() if any(looks) and not (name in bodies or _is_placed(name, places))}
    names = {notes.without_nickname(name) for name in names}
    names |= _siblings(notes, names)
    names |= _of_a_family(notes, names)
    names |= set(_owners(notes, names))
    names = without_genitives(notes.contexts, notes.chunks, {without_genitive_form(name, names) for name in names})
    shorter = {name for name in names if any(fit(name, other) in (1, 2, 3) for other in names)}
    return names - shorter


def _is_name_of_body(chunk: Chunk) -> bool:
    """Say whether a name stands behind a noun for a body, so that it is nobody's: *der Weltverband | World Row*."""
    noun = chunk.noun
    is_body = noun is not None and noun.kind in ("organisation", "medium")
    return is_body and len(chunk.name) > 1 and not is_given_name(chunk.name[0].text)


def _places(notes: Notes) -> set[str]:
    """Return the names of one word that stand where places do: *in Unterlenz*, *Unterlenz. Der Rat …*."""
    return {
        chunk.name[0].text
        for number, chunks in enumerate(notes.chunks)
        for chunk in chunks
        if len(chunk.name) == 1 and not chunk.nouns and not chunk.titles and chunk.determiner is None
        if chunk.preposition in ("in", "nach") or (number < _LEAD and _is_alone(notes, number))
    }


def _is_alone(notes: Notes, number: int) -> bool:
    """Say whether a sentence is nothing but a word, as the place is where a report begins."""
    return [word.upos for word in notes.contexts[number].sentence.words[1:]] in ([], ["PUNCT"])


def _is_placed(name: str, places: set[str]) -> bool:
    """Say whether a name is of something in a place of the article: *die Badi Unterlenz*."""
    parts = name.split()
    return len(parts) > 1 and parts[-1] in places and not is_given_name(parts[0])


def _siblings(notes: Notes, names: set[str]) -> set[str]:
    """``Defne und Selin Karagöz``: the first has the surname of the second, too."""
    found: set[str] = set()
    for number, chunks in enumerate(notes.chunks):
        words = notes.contexts[number].sentence.words
        for place in range(len(chunks) - 1):
            one, other = chunks[place], chunks[place + 1]
            if len(one.name) != 1 or len(other.name) != 2 or one.titles or other.nouns or other.determiner:
                continue  # Corelli und die junge Ruth Samek
            between = [word.text for word in words[one.last : other.first - 1]]
            if _is_joined_by(between) and name_text(other.name) in names:
                given = one.name[0].text
                placed = one.preposition in _LOCATIVES or given.isupper()
                if placed and not is_given_name(given):
                    continue  # Ott aus Kiel und Jan Kern; Ida Ott von der SPD und Jan Kern
                noun = one.noun
                if noun is not None and not one.is_plural and noun.field != "family":
                    continue
                more = [given, *_given_before(chunks, place, words)]
                new = [one for one in more if not any(fit(one, name) for name in names) and state_of(one) is None]
                found |= {f"{one} {other.name[-1].text}" for one in new}
    return found


def _is_joined_by(between: Sequence[str]) -> bool:
    """Say whether *und* alone stands between two names, or with the age of the first: *Ida | (71) und | Jan Ott*."""
    aged = len(between) == _WITH_AGE and between[1].isdecimal() and between[0] + between[2] in ("()", ",,")
    return [*between[-1:]] == ["und"] and (len(between) == 1 or aged)


def _owners(notes: Notes, names: Set[str]) -> Iterator[str]:
    """Yield who is named in full only as an owner: *Uwe Otts Verteidiger fordert Freispruch. Ott schweigt*."""
    owners = (chunk.possessor for row in notes.chunks for chunk in row if len(chunk.possessor) > 1)
    short = {chunk.name[0].text for row in notes.chunks for chunk in row if len(chunk.name) == 1}
    for owner in owners:
        form = name_text(owner)
        is_person = is_given_name(owner[0].text) and not is_medium_name(form) and noun_of(owner[-1].text) is None
        base = form if owner[-1].text in short or not form.endswith(("s", "'", "’")) else form[:-1]
        if is_person and base != form and not any(fit(base, name) or fit(form, name) for name in names):
            yield base


def _of_a_family(notes: Notes, names: set[str]) -> set[str]:
    """``Die Familie Ott zieht weg. „…“, sagt Vater Uwe``: who is told by kinship has the name of the one family."""
    chunks = [chunk for row in notes.chunks for chunk in row if len(chunk.name) == 1 and chunk.nouns]
    families = {chunk.name[0].text for chunk in chunks if chunk.nouns[-1].text == "Familie"}
    if len(families) != 1:
        return set(_of_one_before(notes, names))
    surname = families.pop()
    told = {chunk.name[0].text for chunk in chunks if chunk.nouns[-1].text in _KIN and not chunk.is_possessive}
    return {f"{given} {surname}" for given in told if not any(fit(given, name) for name in names)}


def _of_one_before(notes: Notes, names: set[str]) -> Iterator[str]:
    """Yield the kin of the only one named before: *Ludwig Hart ging, | Sohn Oliver | blieb*."""
    for row in notes.chunks:
        for place, chunk in enumerate(row):
            kin = len(chunk.name) == 1 and len(chunk.nouns) == 1 and chunk.nouns[0].text in _KIN
            if not kin or chunk.determiner is not None or not is_given_name(chunk.name[0].text):
                continue
            before = {name_text(one.name) for one in row[:place] if len(one.name) > 1} & names
            given = chunk.name[0].text
            if len(before) == 1 and not any(fit(given, name) for name in names):
                yield f"{given} {before.pop().split()[-1]}"


def _given_before(chunks: Sequence[Chunk], place: int, words: Sequence[Word]) -> Iterator[str]:
    """Yield the given names in front of the last but one of several siblings: *Mia, Lea | und Jan Brandt*."""
    for before in range(place - 1, -1, -1):
        one, following = chunks[before], chunks[before + 1]
        alone = len(one.name) == 1 and is_given_name(one.name[0].text) and not following.nouns
        if not alone or [word.text for word in words[one.last : following.first - 1]] != [","]:
            return
        yield one.name[0].text


def _looks_like_person(notes: Notes, number: int, place: int) -> bool:
    """Say whether what a name is written like, and what stands beside it, is of a person."""
    chunk = notes.chunks[number][place]
    if _is_of_something(chunk) or is_body_of_place(chunk) or name_text(chunk.name).casefold() in _known_bodies():
        return False
    noun, known, last = chunk.noun, noun_of(chunk.name[-1].text), chunk.name[-1].text
    if chunk.titles or chunk.age is not None or (noun is not None and noun.kind == "person"):
        return True
    is_body = known is not None and known.kind in ("organisation", "medium", "document", "statement")
    if chunk.nouns and is_given_name(chunk.name[0].text) and _is_owner_behind(notes, number, chunk):
        return True
    if noun is not None or chunk.nouns:
        is_role = is_given_name(chunk.name[0].text) or _PERSONAL_RE.search(chunk.nouns[-1].text) is not None
        return noun is None and is_role and not is_body
    is_surname = known is not None and (known.base != last or last in _SURNAMES)
    is_body = is_body and not (is_given_name(chunk.name[0].text) and is_surname)
    words = notes.contexts[number].sentence.words
    if apposition(notes, number, place) is not None or _begins_with_pronoun(words, chunk):
        return not is_body
    if is_body or _stands_as_thing(words, chunk):
        return False
    return not notes.in_marks(number, chunk) and not any(w.text[0].islower() for w in chunk.name[:1])


def _is_owner_behind(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a name behind a noun is of whom that belongs to: *Seit Mai gehört der Hof | Ida Ott*."""
    clause = notes.contexts[number].clauses.of(chunk.head)
    return clause is not None and clause.finite is not None and clause.finite.text.lower().startswith("gehört")


def _is_of_something(chunk: Chunk) -> bool:
    """Say whether a name has the form of one of a body, a place or a medium."""
    if any(is_acronym(word.text) for word in chunk.name):
        return True
    if any(word.text in ("&", "+") or "/" in word.text for word in chunk.words):
        return True
    if state_of(name_text(chunk.name)) is not None or _is_medium(chunk):
        return True
    is_body = chunk.name[-1].text in (*LAST_OF_FIRMS, "Wähler", "Wählern") or is_firm(chunk)
    return chunk.name[0].text in SAINTS or is_club(chunk) or is_body


def _stands_as_thing(words: Sequence[Word], chunk: Chunk) -> bool:
    """Say whether a name stands where places and bodies do: *in Bad Tal*, *das Neue Haus*, *die Korvia Living*."""
    is_given = is_given_name(chunk.name[0].text)
    before = words[chunk.first - 3] if chunk.preposition == "um" and chunk.first > 2 else None
    around = before is not None and before.upos in ("NOUN", "ADJ", "ADV") and before.text not in ("rund", "Rund")
    beside = chunk.preposition in ("bei", "durch", "um") and is_given  # bei Jan Kern
    beside = beside or (chunk.preposition == "in" and is_given and _sees_in(words))
    opening = [word.text for word in words[:3]]
    beside = beside or (is_given and opening in (["Geht", "es", "nach"], ["Wenn", "es", "nach"]))
    if (chunk.preposition or "") in _LOCATIVES and not (around or beside):
        return True
    if chunk.determiner in ("das", "des", "dem", "im"):
        return True
    if chunk.determiner in ("der", "die") and not chunk.adjectives and not is_given:
        return True
    return chunk.determiner is not None and (
        (bool(chunk.adjectives) and not is_given) or noun_of(chunk.name[-1].text) is not None
    )


def _sees_in(words: Sequence[Word]) -> bool:
    """Say whether somebody is found or seen in somebody: *Eine Gegnerin fand sie in Ida Ott*."""
    return any(word.upos == "VERB" and word.lemma in ("finden", "sehen", "erkennen") for word in words)


def _begins_with_pronoun(words: Sequence[Word], chunk: Chunk) -> bool:
    """See a pronoun in what looks like an article: *ein Bild, das | Ida Ott lobt*, *so sieht das Ida Ott*."""
    is_pronoun = chunk.determiner in ("das", "dem", "den", "der", "die") and chunk.first > 1
    named = len(chunk.name) > 1 and not chunk.nouns and is_given_name(chunk.name[0].text)
    before = words[chunk.first - 2] if is_pronoun else None
    if before is None or not named:
        return False
    return before.text == "," or (chunk.determiner == "das" and before.upos in ("VERB", "AUX"))


def is_body_of_place(chunk: Chunk) -> bool:
    """Say whether a name behind a noun for people of a place is one of a body: *die Zürcher | Kantonale Sparkasse*."""
    noun, known = chunk.noun, noun_of(chunk.name[-1].text)
    is_body = noun is not None and noun.field == "origin" and known is not None and known.kind == "organisation"
    return is_body and len(chunk.name) > 1 and not is_given_name(chunk.name[0].text)


def _is_acting(notes: Notes, number: int, chunk: Chunk) -> bool:
    """Say whether a phrase is a subject or speaks, outside of what others say."""
    context = notes.contexts[number]
    if notes.is_speaker(context, chunk.span) or _is_what_somebody_is_called(context, chunk):
        return True
    return is_subject_of_clause(context, chunk, chunk.head) and not notes.is_in_content(chunk.span)


def _is_what_somebody_is_called(context: Context, chunk: Chunk) -> bool:
    """Say whether a name stands behind *heißt*: *sagte ihre Gegnerin. Die heißt Ida Ott*."""
    return chunk.first > 1 and context.word(chunk.first - 1).text.lower() in CALLED


def _is_medium(chunk: Chunk) -> bool:
    """Say whether a name is one of a medium: *Neue Post*, not *Thomas Stern*."""
    first, last = chunk.name[0].text, chunk.name[-1].text
    is_short = len(chunk.name) == 2 and len(last) < _LONG and not first.endswith(("er", "e", "es")) and "-" not in last
    is_short = is_short or (len(chunk.name) == 2 and is_given_name(first) and "-" not in last)
    return is_medium_name(name_text(chunk.name)) and not (is_short and chunk.determiner is None)


def _is_bare(notes: Notes, number: int, place: int) -> bool:
    """Say whether a name stands without any role beside it, or with one that only says to whom it relates."""
    chunk = notes.chunks[number][place]
    other = apposition(notes, number, place)
    noun = None if other is None else notes.chunks[number][other].noun
    words = notes.contexts[number].sentence.words
    if chunk.first > 2 and words[chunk.first - 3].text.lower().startswith(("sein", "ihr")):
        return False  # somebody beside those named before: sein Gegenüber Reto Zgraggen
    own = chunk.noun
    is_bare = all(title.text.endswith(".") or title.text in _OF_MONKS for title in chunk.titles) and (
        not chunk.nouns or (own is not None and own.field in ("origin", "age"))
    )
    kin = (
        noun is not None and noun.field == "family" and other is not None and notes.chunks[number][other].is_possessive
    )
    return is_bare and (noun is None or noun.field in _BESIDE_ROLES or kin)
