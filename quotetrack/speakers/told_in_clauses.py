"""Whom a relative clause behind the name tells by a deed: *Ida Ott, die das Heim leitet*, is *die Heimleiterin*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.lexicon import table
from quotetrack.nouns import noun_of
from quotetrack.nouns.model import REMEMBERED_FORMS
from quotetrack.person_roles import ends_in_another, is_other_word_for, is_same_role
from quotetrack.quotes.context import Context
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.clause_subjects import is_subject_of_clause
from quotetrack.speakers.deeds import acts, did, is_agent, is_done_to, is_passive, verb_forms
from quotetrack.speakers.disjoint_reference import not_meant
from quotetrack.speakers.notes import Notes, ToldInClause
from quotetrack.speakers.own_words import told_by_what_is_theirs, told_in_own_words
from quotetrack.speakers.referents import Occurrence, Referent
from quotetrack.speakers.role_fit import excludes
from quotetrack.speakers.salience import fits
from quotetrack.speakers.shared_verbs import second_subject, words_about
from quotetrack.speakers.telling_phrases import (
    Phrase,
    is_denied,
    is_former,
    is_over,
    phrases,
    phrases_of,
    phrases_of_others,
    tells,
    trades,
    verbs_told,
)
from quotetrack.speakers.ways import way
from quotetrack.speakers.wording import folded
from quotetrack.syntax import Word

_SUBJECTS: Final = frozenset({"der", "die"})
_OWNERS: Final = frozenset({"dem", "der"})
_OWNING: Final = "gehör"
_SHORTEST: Final = 3
_LATELY: Final = 4
#: Nouns for what somebody does under whom others do something, with the verbs for it.
_LEADING: Final = {
    "Leitung": ("leiten",), "Führung": ("führen",), "Vorsitz": ("vorsitzen",), "Regie": ("inszenieren",),
    "Kommando": ("befehligen",), "Präsidium": ("präsidieren",), "Moderation": ("moderieren",),
    "Federführung": ("leiten",), "Aufsicht": ("leiten",), "Anleitung": ("leiten",),
}  # fmt: skip
#: Nouns for whoever heads something, with the verbs for it.
_HEADING: Final = {
    "leiter": ("leitet",), "chef": ("leitet", "führt"), "inhaber": ("besitzt", "führt", "betreibt", "leitet"),
    "besitzer": ("besitzt", "hat"), "eigentümer": ("besitzt", "hat"), "betreiber": ("betreibt", "führt"),
    "pächter": ("gepachtet", "betreibt"), "direktor": ("leitet",), "vorsteher": ("vorsteht",),
}  # fmt: skip
#: How the role of a deputy begins, who is not the one that leads: *die stellvertretende Chefin*.
_DEPUTY: Final = "Vize-"
#: Roles to which somebody is elected.
_ELECTED: Final = frozenset({"präsident", "vorsitzender", "vorstand", "vorsteher", "bürgermeister"})
#: Ends of nouns for what somebody makes, with the verbs for it.
_WORKS: Final = {
    "bild": ("malen", "gestalten"), "bilder": ("malen", "gestalten"), "bildern": ("malen", "gestalten"),
    "gemälde": ("malen",), "gemälden": ("malen",), "aquarelle": ("malen",), "zeichnungen": ("zeichnen",),
    "fotos": ("fotografieren",), "fotografien": ("fotografieren",), "aufnahmen": ("fotografieren",),
    "roman": ("schreiben",), "buch": ("schreiben",), "krimi": ("schreiben",), "gedichte": ("schreiben",),
    "stück": ("schreiben",), "drehbuch": ("schreiben",), "komödie": ("schreiben",), "skulpturen": ("meißeln",),
    "film": ("drehen",), "dokumentarfilm": ("drehen",), "oper": ("komponieren",), "sinfonie": ("komponieren",),
    "entwurf": ("entwerfen",), "übersetzung": ("übersetzen",), "choreografie": ("choreografieren",),
}  # fmt: skip
#: Roles of those to whom something is done.
_UNDERGOING: Final = frozenset({"angeklagter", "beschuldigter"})
#: What those have who work for nobody else.
_OWNED: Final = frozenset({"Betrieb", "Firma", "Unternehmen", "Kanzlei", "Spedition"})
#: What tells in a relative clause to whom somebody is tied.
_TIED: Final = frozenset({"verheiratet", "geschieden", "verlobt", "verwandt", "verschwägert", "befreundet", "liiert"})
_TIES: Final = frozenset({"family", "relation", "public"})
#: Within how many words behind *seit* somebody's role stands.
_AFTERTHOUGHT: Final = 5
#: How verbs begin that tell of anybody, where no relative clause tells by them who somebody is.
_OF_MANY: Final = tuple(
    "leit führ fuhr fahr geführt geleitet schreib schrieb geschrieb find fand gefund half helf halt klag bau gebaut"
    " mal gehör sprich sprech wohn erb traf treff lehr sing sang koch back beobacht protestier handel pfleg"
    " sah seh gesehen spiel gespielt wach schlug geschlag verletz vorsteh vorsitz regier gründ"
    " verkauf verlor verlier untersuch leb betreu behandel angeklag ermittel".split()
)
_LAWYERS: Final = frozenset({"Anwalt", "Rechtsanwalt", "Strafverteidiger", "Verteidiger"})
#: How verbs begin of which each tells a trade by itself, in a main clause, too: *Am Abend dirigierte Ida Ott*.
_OF_ONE_TRADE: Final = tuple(
    "befehlig bewirt choreografier coach dirigier dolmetsch entbind entwarf entwerf entworf erforsch forsch fotografier"
    " gepfiffen gesungen imker inszenier kandidier kelter keltr kommandier komponier kuratier meissel meißel melk"
    " moderier näh operier orgel pfiff pilotier sang schneider singt trainier tanz turn töpfer unterricht zücht"
    " übersetz".split()
)
#: Those of them that tell somebody's post, or what they are before a court.
_TELLING: Final = ("leit", "führ", "angeklag")
#: Fields of those who lead what they are told to lead: *die Ministerin*, *die das Haus seit Mai führt*.
_LED: Final = frozenset({"politics", "head", "church", "business", "union"})


@way("deed")
def told_in_clause(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
    """Return the only named person of whom a clause tells what the bearer of a role does, here or later.

    What a compound, an attribute or a possessive adds to the role must stand in the clause, too: *die Heimleiterin*,
    *der Leiter des Heims* and *ihr Leiter* of *Ott, der das Heim leitet*.
    """
    if not chunk.is_definite:
        return None
    told = _telling_role(notes, context, chunk, owner)
    return _only_one(notes, context, chunk, [*told, *_telling_phrase(notes, context, chunk)] if told else told)


@way("deed")
def told_by_phrase(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person of whom a clause tells a role by a noun and a verb, here or later.

    ``Die Anklage vertritt Ida Ott. … die Staatsanwältin``.
    """
    return _only_one(notes, context, chunk, _telling_phrase(notes, context, chunk))


def is_told_of_several(notes: Notes, context: Context, chunk: Chunk) -> bool:
    """Say whether clauses tell a role of two people: *Ott backt Brot. In Kerns Backstube … der Bäcker*."""
    return len(_people_told(notes, context, chunk, _telling_phrase(notes, context, chunk))) > 1


def _only_one(notes: Notes, context: Context, chunk: Chunk, told: Sequence[ToldInClause]) -> Referent | None:
    found = _people_told(notes, context, chunk, told)
    return next(iter(found.values())) if len(found) == 1 else None


def _people_told(notes: Notes, context: Context, chunk: Chunk, told: Sequence[ToldInClause]) -> dict[int, Referent]:
    """Return the people of whom some clauses tell a role, who can have it."""
    without = not_meant(notes, context, chunk.head) if told else set()
    return {
        id(one.person): one.person
        for one in told
        if id(one.person) not in without and fits(one.person, chunk.gender) and not excludes(one.person, chunk)
    }


def _telling_role(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> list[ToldInClause]:
    """Return the clauses whose verb tells a role, with all that is told beside the role."""
    noun = chunk.noun
    role = None if noun is None else _role(noun.base.casefold())
    if role is None or noun is None or chunk.role.startswith(_DEPUTY):
        return []
    whole, listed = (_parts(text, role) for text in (chunk.nouns[-1].text, noun.base))
    beside = list(_beside(notes, context, chunk, owner))
    told = [one for one in _all_told(notes) if _does(one, _deeds()[role], chunk)]
    found = _telling(told, [*whole, *beside]) or _telling(told, [*listed, *beside])
    if found or whole or beside or chunk.is_possessive or noun.base.casefold() != role:
        return found
    stems = tuple(stem for stem in _deeds()[role] if stem.startswith(_OF_ONE_TRADE))
    plain = [one for one in told if not one.is_open] if stems else []
    return [one for one in plain if any(verb.startswith(stems) for verb in one.verbs)]


def _telling_phrase(notes: Notes, context: Context, chunk: Chunk) -> list[ToldInClause]:
    """Return the clauses that tell a role by a noun and a verb: *Die Anklage vertritt Ida Ott*, Staatsanwältin."""
    is_lawyer = chunk.noun is not None and chunk.noun.base in _LAWYERS  # sein Verteidiger, of one who is charged
    if not chunk.is_definite or (chunk.is_possessive and not is_lawyer):
        return []
    if not notes.has_no_tail(context, chunk) or _is_told_from_others(context, chunk):
        return []
    told = [one for one in _all_told(notes) if not one.is_open and (is_former(chunk) or not one.is_over)]
    own = [one for one in told if _is_told_by(one, phrases_of(chunk))]
    return own or [one for one in told if _is_told_by(one, phrases_of_others(chunk))]


def _is_told_by(told: ToldInClause, known: Sequence[Phrase]) -> bool:
    return bool(known) and tells(known, map(folded, told.words), map(folded, told.verbs))


def _is_told_from_others(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase has where or when behind or before it: *der Verlierer von damals*, *der Hamburger Coach*."""
    behind = context.word(chunk.last + 1).text if chunk.last < context.length else ""
    return behind in ("von", "vom", "aus") or any(word.text[:1].isupper() for word in chunk.adjectives)


def _parts(noun: str, role: str) -> list[str]:
    """Return what a compound tells before the role in which it ends: *heim* of *Heimleiter*."""
    first = noun.casefold().rpartition(role)[0].rstrip("-s")
    return [first] if len(first) >= _SHORTEST else []


def _telling(told: Sequence[ToldInClause], more: Sequence[str]) -> list[ToldInClause]:
    """Return the clauses that tell all that is told beside a role; a main clause tells no role alone."""
    return [one for one in told if all(_is_told(one, word) for word in more) and (more or not one.is_main)]


@way("deed")
def who_did_so(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person of whom an earlier sentence tells what the bearer of a role does.

    ``Entworfen hat die Wand Ida Ott. … die Architektin``: not where the verb is one of many trades (*leitete*).
    """
    noun = chunk.noun
    if noun is None or not chunk.is_definite or chunk.is_possessive:
        return None
    role = noun.base.casefold()
    role = role if role in _deeds() else role.removesuffix("in")  # Chefin
    stems, known = _deeds().get(role, ()), (*phrases_of(chunk), *phrases_of_others(chunk))
    telling = tuple(stem for stem in stems if not stem.startswith(_OF_MANY))
    if not (stems or known) or not notes.has_no_tail(context, chunk):
        return None
    if ends_in_another(chunk.nouns[-1].text, noun.base):
        return None  # der Beifahrer
    without = not_meant(notes, context, chunk.head)
    is_done = is_done_to(chunk.nouns[-1].text)  # to whom, in the passive
    found = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if o.referent.known.name is not None and o.referent.known.is_person and not o.is_in_content
        if (o.is_subject if role in _UNDERGOING or is_done else acts(notes, o))
        if o.sentence < context.number and id(o.referent.known) not in without
        if fits(o.referent.known, chunk.gender) and not excludes(o.referent.known, chunk)
        if (
            (not is_done or is_passive(notes.clause_of(o)))
            and did(notes, o, _plain(stems if context.number - o.sentence <= _LATELY or _leads(notes, o) else telling))
            and not (role in _ELECTED and _tells_a_trade(notes, o))
        )
        or _tells_phrase(notes, o, known)
    }
    found |= _people_told(notes, context, chunk, _telling_phrase(notes, context, chunk)) if found else {}
    return next(iter(found.values())) if len(found) == 1 else None


def _leads(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a firm or another body is the object of the verb that tells of somebody: *Ott führt | die Mühle*."""
    clause = notes.clause_of(occurrence)
    if clause is None or not did(notes, occurrence, ("fuhr", "leit", "geleit", "gefuhr")):
        return False
    inside = [one for one in notes.chunks[occurrence.sentence] if one.preposition is None and one.first > clause.start]
    inside = [one for one in inside if notes.contexts[occurrence.sentence].clauses.of(one.head) is clause]
    return any(one.noun is not None and one.noun.kind == "organisation" and one.is_definite for one in inside)


def _tells_a_trade(notes: Notes, occurrence: Occurrence) -> bool:
    """Say whether a clause tells the workshop of a trade, which nobody presides over: *Ott führt eine Bäckerei*."""
    return any(_tells_phrase(notes, occurrence, known) for known in trades())


def has_done(notes: Notes, context: Context, person: Referent, roles: Set[str]) -> bool:
    """Say whether a sentence lately tells that somebody does what the bearers of some roles do: *überfiel*, Täter."""
    stems = tuple(stem for role in roles for stem in _deeds().get(role.casefold(), ()))
    lately = [o for o in notes.occurrences if 0 < context.number - o.sentence <= _LATELY and o.is_subject]
    return any(o.referent.known is person and not o.is_in_content and did(notes, o, _plain(stems)) for o in lately)


@way("deed")
def described_by_deed(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return the only named person with the role of whoever a clause describes: *der Mann, der den Verein führt*."""
    clause = context.clauses.of(context.word(chunk.last + 2)) if chunk.last + 2 <= context.length else None
    noun = chunk.noun
    if noun is None or noun.base not in ("Mann", "Frau") or clause is None or clause.kind != "relative":
        return None
    if context.word(chunk.last + 2).text not in _SUBJECTS or not chunk.is_definite:
        return None
    roles = _roles_doing(_verbs(clause))
    without = not_meant(notes, context, chunk.head) if roles else set()
    found = [
        person
        for person in notes.people(context)
        if person.name is not None and person.gender == chunk.gender and id(person) not in without
        if any(_is_of_roles(text, roles) for text in person.nouns)
    ]
    if len(found) > 1:  # der den Verein führt: the Präsident, not the Manager
        found = [person for person in found if _tells_role_of(clause, person)]
    return found[0] if len(found) == 1 else None


def _tells_role_of(clause: Clause, person: Referent) -> bool:
    """Say whether a clause tells a role of somebody by a noun and a verb."""
    words, forms = [folded(word.text) for word in clause.words], [*map(folded, verb_forms(clause))]
    known = (noun_of(text) for text in person.nouns)
    return any(noun is not None and tells(phrases(noun.base), words, forms) for noun in known)


def _is_of_roles(text: str, roles: set[str]) -> bool:
    known = noun_of(text)
    return known is not None and _role(known.base.casefold()) in roles


def tells_another(notes: Notes, context: Context, chunk: Chunk, told: Sequence[str]) -> bool:
    """Say whether what stands behind a name gives another role than the nouns have by which somebody is told of.

    ``…, sagte die Gutachterin. … Ida Ott, die drei Hallen betreibt``; ``Ott, seit vielen Jahren Hebamme im Ort``.
    """
    end = _end_of_bracket(notes, context, chunk)
    if end + 2 > context.length or context.word(end + 1).text != ",":
        return False
    following = context.word(end + 2)
    if following.text == "seit":
        return any(_is_of_another(word.text, told) for word in context.words(end + 3, end + 2 + _AFTERTHOUGHT))
    clause = _clause_behind(notes, context, chunk)
    if clause is None:
        return False
    if following.text in ("dessen", "deren"):
        return context.word(following.index + 1).text in _OWNED
    if following.text not in _SUBJECTS | _OWNERS:
        return False
    roles = {_role(known.base.casefold()) for text in told if (known := noun_of(text)) is not None}
    if _ties(clause, told):
        return True
    forms = [form.casefold() for word in clause.words for form in (word.lemma, word.text)]
    nouns = [text.casefold() for text in told]
    if any(noun.startswith(form) for noun in nouns for form in forms if len(form) >= _SHORTEST):
        return False
    told_by = (*_TELLING, _OWNING) if following.text == "dem" else _TELLING
    does = _roles_doing(form for form in forms if not form.startswith(_OF_MANY) or form.startswith(told_by))
    return bool(does) and not does & roles and not _may_do(told, forms)


def _may_do(told: Sequence[str], forms: Sequence[str]) -> bool:
    """Say whether a role goes with a verb where a noun stands beside it: *die Chefärztin*, *die die Station leitet*."""
    known = [noun for text in told if (noun := noun_of(text)) is not None]
    if any(noun.field in _LED for noun in known) and any(form.startswith(_TELLING[:2]) for form in forms):
        return True
    return any(
        form.startswith(one.verbs) for noun in known for one in phrases(noun.base) for form in map(folded, forms)
    )


def tells_tie(notes: Notes, context: Context, chunk: Chunk, told: Sequence[str]) -> bool:
    """Say whether a clause behind a name tells whose wife or friend that is, who is told of as something else."""
    clause = _clause_behind(notes, context, chunk)
    return clause is not None and _ties(clause, told)


def _ties(clause: Clause, told: Sequence[str]) -> bool:
    tied = any(word.text in _TIED for word in clause.words)
    return tied and not any(noun.field in _TIES for noun in map(noun_of, told) if noun is not None)


def _clause_behind(notes: Notes, context: Context, chunk: Chunk) -> Clause | None:
    """Return the relative clause behind a name: *sagte Ida Ott aus, | die …*."""
    end = _end_of_bracket(notes, context, chunk)
    if end + 2 > context.length or context.word(end + 1).text != ",":
        return None
    clause = context.clauses.of(context.word(end + 2))
    return clause if clause is not None and clause.kind == "relative" else None


def _end_of_bracket(notes: Notes, context: Context, chunk: Chunk) -> int:
    """Return the place where a phrase ends, with the particle of the verb behind it."""
    end = notes.end_of(context.number, notes.chunks[context.number].index(chunk))
    return end + (end < context.length and context.word(end + 1).relation == "compound:prt")


def _is_of_another(text: str, told: Sequence[str]) -> bool:
    known = noun_of(text)
    if known is None or known.kind != "person":
        return False
    return not any(is_same_role(own, text) or is_other_word_for(own, text) for own in told)


@cache
def _deeds() -> dict[str, tuple[str, ...]]:
    rows = table("role_deeds").items()
    return {role.casefold(): tuple(stem for stem in told.split() if ":" not in stem) for role, (told,) in rows}


def _tells_phrase(notes: Notes, occurrence: Occurrence, known: Sequence[Phrase]) -> bool:
    """Say whether what is told of somebody has both the noun and the verb of a phrase: *Ott | führt Regie*."""
    clause = notes.clause_of(occurrence) if known else None
    if clause is None:
        return False
    number = occurrence.sentence
    told = words_about(notes.contexts[number], notes.chunks[number], clause, occurrence.place)
    if is_denied(told):
        return False
    return tells(known, (folded(word.text) for word in told), map(folded, verbs_told(clause, verb_forms(clause))))


@lru_cache(maxsize=REMEMBERED_FORMS)
def _plain(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return the beginnings of verbs without umlauts, as deeds are told by."""
    return tuple(map(folded, stems))


def _verbs(clause: Clause) -> tuple[str, ...]:
    """Return the forms and lemmas of the verbs of a clause in small letters, and what a copula tells."""
    return tuple(map(str.casefold, verbs_told(clause, verb_forms(clause))))


def _roles_doing(forms: Iterable[str]) -> set[str]:
    """Return the roles whose bearers do what some verbs tell."""
    known = tuple(forms)
    return {role for role, stems in _deeds().items() if any(form.startswith(stems) for form in known)}


@lru_cache(maxsize=REMEMBERED_FORMS)
def _role(noun: str) -> str | None:
    """Return the longest role in which a noun ends, rather one told by a verb: *chef* for *fraktionschefin*."""
    starts = [start for start in range(len(noun)) if not start or start >= _SHORTEST]  # Kran|führer, not Kr|anführer
    forms = (noun, noun.removesuffix("in")) if noun.endswith("in") else (noun,)
    known = [form[start:] for form in forms for start in starts if form[start:] in _deeds()]
    return next((role for role in known if _deeds()[role]), known[0] if known else None)


def _does(told: ToldInClause, stems: tuple[str, ...], chunk: Chunk) -> bool:
    if told.pronoun == "dem" or (told.pronoun == "der" and chunk.gender == "Fem"):
        return _OWNING in stems and any(verb.startswith(_OWNING) for verb in told.verbs)
    return told.pronoun in _SUBJECTS and any(
        verb.startswith(stems) and not verb.startswith(_OWNING) for verb in told.verbs
    )


def _is_told(told: ToldInClause, word: str) -> bool:
    stem = word.removesuffix("n") if len(word) > _SHORTEST + 2 else word  # Kampagnen|chef
    return any(one.startswith(stem) for one in told.words)


def _beside(notes: Notes, context: Context, chunk: Chunk, owner: Referent | None) -> Iterator[str]:
    """Yield what is told beside the role: the noun of an attribute, the body that has the bearer."""
    chunks = notes.chunks[context.number]
    tail = notes.tails[context.number].get(chunks.index(chunk))
    if tail is not None and chunks[tail].preposition in (None, "von", "vom"):
        yield chunks[tail].head.text.casefold().rstrip("s")
    if chunk.is_possessive:
        names = [] if owner is None else [*owner.known.nouns, *(owner.known.name or "").split()[-1:]]
        yield names[0].casefold() if names else "?"


def _all_told(notes: Notes) -> list[ToldInClause]:
    if notes.told_in_clauses is None:
        told = [*_read_clauses(notes), *told_in_own_words(notes), *told_by_what_is_theirs(notes)]
        notes.told_in_clauses = [*told, *_told_by_heading(notes)]
    return notes.told_in_clauses


def _read_clauses(notes: Notes) -> Iterator[ToldInClause]:
    for context, chunks in zip(notes.contexts, notes.chunks, strict=True):
        for place, chunk in enumerate(chunks):
            bearers = notes.bearers(name_text(chunk.name)) if chunk.name else []
            if len(bearers) != 1:
                continue
            if bearers[0].is_person and not notes.is_in_content(chunk.span):
                yield from _main_clause(notes, context, chunk, bearers[0])
            if is_agent(chunk) and bearers[0].is_person:
                yield from _done_by(context, chunk, bearers[0])
            end = notes.end_of(context.number, place)
            if end + 2 > context.length or context.word(end + 1).text != ",":
                continue
            clause = context.clauses.of(context.word(end + 2))
            pronoun = context.word(end + 2).text
            if clause is not None and clause.kind == "relative" and pronoun in _SUBJECTS | _OWNERS:
                yield _told(bearers[0], clause, clause.words, pronoun)


def _told_by_heading(notes: Notes) -> Iterator[ToldInClause]:
    """Yield what is told by whoever heads something: *Der Inhaber der Bäckerei, Jan Ott*, leads it."""
    for person in notes.named.values():
        for role, duty in person.duties:
            verbs = next((verbs for end, verbs in _HEADING.items() if role.casefold().removesuffix("in") == end), None)
            noun = duty.casefold()
            if verbs is not None:
                yield ToldInClause(
                    person, "die", verbs, frozenset({noun, noun.removesuffix("s"), noun.removesuffix("es")})
                )


def _told(
    person: Referent, clause: Clause, told: Sequence[Word], pronoun: str, *, is_main: bool = False
) -> ToldInClause:
    """Return what some words of a clause tell of somebody."""
    words = frozenset(word.text.casefold() for word in told)
    is_open = is_passive(clause) or is_denied(told)
    return ToldInClause(person, pronoun, _verbs(clause), words, is_main, is_open, is_over(clause))


def _done_by(context: Context, chunk: Chunk, person: Referent) -> Iterator[ToldInClause]:
    """Yield what is done by whom *von* tells: *geleitet von Ida Ott*, *unter der Leitung von Ida Ott*."""
    clause = context.clauses.of(chunk.head)
    if clause is None:
        return
    noun = context.word(chunk.start - 2).text if chunk.start > 3 else ""
    comma = max((word.index for word in context.words(1, chunk.first) if word.text == ","), default=0)
    words = frozenset(word.text.casefold() for word in clause.words if word.index > comma)
    made = next((verbs for work, verbs in _WORKS.items() if noun.casefold().endswith(work)), None)
    verbs = _verbs(clause)
    if made is not None:
        yield ToldInClause(person, "die", made, words)
    elif noun in _LEADING and not {"unter", "in"}.isdisjoint(words):
        yield ToldInClause(person, "die", _LEADING[noun], words)
    if is_passive(clause) or any(verb.startswith("stamm") for verb in verbs):
        yield ToldInClause(person, "die", verbs, words, is_main=True)


def _main_clause(notes: Notes, context: Context, chunk: Chunk, person: Referent) -> Iterator[ToldInClause]:
    """Yield what a main clause tells of whom it names: *Ida Ott leitet das Heim, Lea Kern | die Schule*.

    Behind the verb only a subject is meant: *Die Anklage vertritt | Ida Ott*.
    """
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.kind != "main" or clause.finite is None:
        return
    opens = chunk.first == 1 and chunk.last < context.length and context.word(chunk.last + 1) == clause.finite
    if not opens and not is_subject_of_clause(context, chunk, chunk.head):
        return
    chunks = notes.chunks[context.number]
    told = words_about(context, chunks, clause, chunk.head.index)
    own = [word for word in told if not chunk.first <= word.index <= chunk.last]
    yield _told(person, clause, own, "die", is_main=True)
    second = second_subject(context, chunks, clause) if opens else None
    bearers = [] if second is None else notes.bearers(name_text(second.name))
    if second is not None and len(bearers) == 1 and bearers[0].is_person:
        behind = [word for word in clause.words if word.index > second.last]
        yield _told(bearers[0], clause, behind, "die", is_main=True)
