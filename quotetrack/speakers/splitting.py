"""Names that only stand side by side are parted: *warf Amann Reto Zgraggen …*, *rief Reto Zgraggen Italien …*.

A German clause can put two names next to each other without a comma, the subject and the object of its verb. What the
article has as a name elsewhere shows where one ends and the other begins, and so does a mention that ends between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Final

import regex
from attrs import evolve

from quotetrack.lexicon import table
from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of, state_of_place
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import fit, is_medium_name
from quotetrack.syntax import Word

#: Two syllables or more: what follows the surname of a Korean is of one.
_SYLLABLES_RE: Final = regex.compile(r"[aeiouyäöüáéíóú][^aeiouyäöüáéíóú]+[aeiouyäöüáéíóú]", regex.IGNORECASE)
_TWO_NAMES: Final = 4
#: Nouns that no surname is, for what one is blamed or praised for.
_REPROACH_RE: Final = regex.compile(
    r"\p{L}{3,}(?:heit|keit|schaft|tion|ität|ismus)|(?:\p{L}+)?(?:[Bb]etrug|[Vv]errat|[Vv]ersagen|[Vv]erhalten|[Bb]ruch)"
    r"|Mord|Mut|Untreue|Lügen?|Feigheit|Täuschung|Bestechung|Erpressung|Hetze|Willkür|Panikmache|Rückgrat|Unterstützung"
    r"|Hilfe|Geduld|Fehler|Druck"
)


#: What may be called by the name behind it.
_NAMED_KINDS: Final = frozenset({"person", "organisation", "medium", "group"})
#: The shortest noun for what has a name that ends compounds.
_NAMING: Final = 4
_NAMED: Final = (
    "allee", "boot", "brücke", "bucht", "dampfer", "fähre", "fall", "falls", "frachter", "gasse", "gebirge",
    "grab", "insel", "jacht", "kai", "kirche", "kreuzer", "kutter", "massaker", "mord", "orkan", "park", "platz",
    "preis", "preises", "saal", "schiff", "stadion", "straße", "strasse", "sturmtief", "tief", "turm", "ufer", "yacht",
)  # fmt: skip
"""Ends of nouns for what is called after people."""


_OF_SOMEBODY: Final = (
    "sprecher", "anwalt", "verteidiger", "berater", "vertreter", "nachfolger", "vorgänger", "biograf", "mitarbeiter",
    "vertrauter", "herausforderer", "gegner", "kritiker", "anhänger", "bevollmächtigter", "stabschef",
)  # fmt: skip
"""Ends of nouns for who is somebody's, whose name may stand behind them."""
_NAMELESS: Final = frozenset(
    "Amt Aufsichtsrat Behörde Bundesrat Bundestag Chor Dienst Fraktion Gemeinderat Gericht Gewerkschaft Gremium"
    " Kantonsrat Kirche Klinik Krankenhaus Kreistag Landgericht Landtag Ministerium Nationalrat Orchester Parlament"
    " Partei Polizei Präsidium Rat Rathaus Regierung Schule Senat Spital Stadtrat Universität Verband Verein Vorstand"
    " Abteilung Hochschule Gemeinde Stadt Feuerwehr Verwaltung Heim".split()
)
"""Nouns of bodies that are not called after people."""


def parted(rows: Sequence[Sequence[Chunk]], ends: Set[int], inner: Set[int]) -> list[list[Chunk]]:
    """Return the phrases of each sentence with names that belong to two bearers in two phrases.

    ``ends`` are the places in the text where the mention of a speaker ends, ``inner`` those where what follows is what
    an act is about.
    """
    rows = [[part for chunk in chunks for part in _before_object(chunk, inner)] for chunks in rows] if inner else rows
    rows = [[part for one in chunks for part in (_beside_names(one, ends) if one.name else (one,))] for chunks in rows]
    whole = Counter(name_text(chunk.name) for chunks in rows for chunk in chunks if chunk.name)
    return [[part for one in chunks for part in (_of_several(one, whole) if one.name else (one,))] for chunks in rows]


def _beside_names(chunk: Chunk, ends: Set[int]) -> Iterator[Chunk]:
    """Yield a phrase with a name in two where what stands beside the name is of something else."""
    for one in _at_mention(chunk, ends):
        for other in _at_reader(one):
            for whole_or_part in _behind_thing(other):
                for third in _behind_adverbial(whole_or_part):
                    yield from _before_reproach(third)


def _of_several(chunk: Chunk, whole: Counter[str]) -> Iterator[Chunk]:
    """Yield a phrase with a name in several where the names of the article show more than one bearer, or a thing."""
    for one in _before_genitive(chunk, whole):
        for other in _behind_owner(one, whole):
            for third in _before_predicate(other, whole):
                for fourth in _before_instrument(third):
                    yield from _parts(fourth, whole)


def _at_mention(chunk: Chunk, ends: Set[int]) -> Iterator[Chunk]:
    """Yield a phrase in two where a mention ends before its name: *die Staatsanwaltschaft | Ertl*."""
    if not (chunk.nouns and chunk.name and chunk.nouns[-1].span.end in ends):
        yield chunk
        return
    yield from _before_name(chunk)


def _before_name(chunk: Chunk) -> Iterator[Chunk]:
    """Yield the nouns of a phrase and its name apart."""
    last = chunk.nouns[-1].index
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index <= last), name=())
    yield Chunk(chunk.name, None, (), (), chunk.name)


def _before_object(chunk: Chunk, ends: Set[int]) -> Iterator[Chunk]:
    """Yield a phrase in two where a mention ends within its name: *forderte Ministerin Ott | Geduld*."""
    place = next((place for place, word in enumerate(chunk.name[1:], 1) if chunk.name[place - 1].span.end in ends), 0)
    if not place:
        yield chunk
        return
    first = chunk.name[place].index
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index < first), name=chunk.name[:place])
    yield Chunk(chunk.name[place:], None, (), (), chunk.name[place:])


def _before_genitive(chunk: Chunk, whole: Counter[str]) -> Iterator[Chunk]:
    """Yield a phrase in two where somebody else is named in the genitive: *ein Anwalt | Halvorsens*."""
    text = name_text(chunk.name)
    of_somebody = bool(chunk.nouns) and is_person_noun(chunk.nouns[-1].text) and chunk.determiner is not None
    owned = text.endswith("s") and of_somebody
    others = [name for name in whole if name != text] if owned else []
    alone = len(chunk.name) == 1 and _is_of_somebody(chunk, text, whole)
    if not owned or _is_known(text, others) or not (_is_known(text[:-1], others) or alone):
        yield chunk
        return
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index < chunk.name[0].index), name=())
    yield Chunk(chunk.name, None, (), (), chunk.name)


def _is_of_somebody(chunk: Chunk, name: str, whole: Counter[str]) -> bool:
    """Say whether a genitive tells whose or of which place somebody is: *ein Sprecher | Putins*, *Hamburgs*."""
    base = "" if chunk.noun is None else chunk.noun.base.casefold()
    belongs = whole[name] == 1 and (base.endswith(_OF_SOMEBODY) or (chunk.noun and chunk.noun.field == "family"))
    if name.endswith("ss") or is_given_name(name):
        return False
    return bool(chunk.is_indefinite or belongs or state_of_place(name[:-1]) is not None)


def _behind_owner(chunk: Chunk, whole: Counter[str]) -> Iterator[Chunk]:
    """Yield a phrase in two where its name ends with what somebody has: *nennt Ida Kerns | Rechenkünste*."""
    *owner, owned = [word.text for word in chunk.name] or [""]
    own = name_text(chunk.name)
    is_owned = bool(owner) and owner[-1].endswith(("s", "'", "’")) and not is_given_name(owned)
    is_owned = is_owned and not is_given_name(owner[-1]) and (len(owner) == 1 or is_given_name(owner[0]))
    known = [name for name in whole if name != own and name.split()[-1] == owner[-1][:-1]] if is_owned else []
    if not known or any(owned in name.split() for name in whole if name != own):
        yield chunk
        return
    last = chunk.name[-1]
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index < last.index), name=chunk.name[:-1])
    yield Chunk((last,), None, (), (last,), ())


def _before_predicate(chunk: Chunk, whole: Counter[str]) -> Iterator[Chunk]:
    """Yield a phrase in two where a surname stands before what its bearer is: *Ott ist Koch, Kern | Kellner*."""
    texts = [word.text for word in chunk.name]
    is_pair = len(texts) == 2 and not chunk.nouns and is_person_noun(texts[1])
    others = [name.split() for name in whole if name != " ".join(texts)] if is_pair else []
    if not any(len(other) > 1 and other[-1] == texts[0] for other in others) or any(texts[1] in one for one in others):
        yield chunk
        return
    name, noun = chunk.name
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index < noun.index), name=(name,))
    yield Chunk((noun,), None, (), (noun,), ())


def _before_instrument(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a phrase in two where a name stands before what its bearer plays: *Ott spielt Geige, Uwe Kern | Cello*."""
    *name, last = chunk.name or (None,)
    alone = len(name) == 1 and name[0] is not None and is_given_name(name[0].text)
    of_body = chunk.noun is not None and chunk.noun.kind == "organisation"  # die Gewerkschaft Metall und Chemie
    if last is None or not name or alone or of_body or last.text.casefold() not in _instruments():
        yield chunk
        return
    words = tuple(word for word in chunk.words if word.index < last.index)
    yield evolve(chunk, words=words, name=chunk.name[:-1])
    yield Chunk((last,), None, (), (last,), ())


@cache
def _instruments() -> frozenset[str]:
    """Return what is played or studied, in small letters, as the deeds of musicians and the learned tell it."""
    told = [one for (row,) in table("role_deeds").values() for one in row.split()]
    played = (one.removesuffix(":spiel") for one in told if one.endswith(":spiel"))
    studied = (one for (row,) in table("telling_phrases").values() for one in row.split() if one.endswith(":studier"))
    return frozenset([*played, *(noun for one in studied for noun in one.removesuffix(":studier").split("|"))])


def _at_reader(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a phrase in two where somebody is named who speaks to a medium: *schrieb der Redaktion | Ellen Kern*."""
    noun = chunk.noun
    is_dative = chunk.determiner == "der" and noun is not None and noun.kind == "medium"
    if (
        not is_dative
        or len(chunk.name) < 2
        or not is_given_name(chunk.name[0].text)
        or is_medium_name(name_text(chunk.name))
    ):
        yield chunk
        return
    yield from _before_name(chunk)


def _behind_adverbial(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a phrase in two where a full name stands behind a time or a thing: *stellte am Abend | Ida Ott vor*."""
    is_full = len(chunk.name) > 1 and is_given_name(chunk.name[0].text)
    governed = chunk.preposition is not None or chunk.determiner == "den"  # bewertet den Beschluss Ida Ott
    names = not governed or not chunk.nouns or not is_full
    is_thing = chunk.noun is None or chunk.noun.kind in ("document", "statement")
    is_nameless = chunk.preposition is not None and bool(chunk.nouns) and _bears_no_name(chunk)
    if names or not (is_nameless or (is_thing and not _has_names(chunk.nouns[-1].text))):
        yield chunk
        return
    yield from _before_name(chunk)


def _bears_no_name(chunk: Chunk) -> bool:
    """Say whether a noun is of a body of which nobody's name is the name: *turnt im Verein | Ida Ott*."""
    return chunk.nouns[-1].text in _NAMELESS and len(chunk.nouns) == 1


def _behind_thing(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a phrase in two where a role and its name stand behind a thing: *stand vor der Tür | Mesner Ida Ott*."""
    things = chunk.nouns[:-1]
    is_role = bool(things) and len(chunk.name) > 1 and is_person_noun(chunk.nouns[-1].text)
    known = [noun_of(word.text) for word in things]
    if not is_role or any(noun is not None and noun.kind in _NAMED_KINDS for noun in known):
        yield chunk
        return
    role = chunk.nouns[-1]
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index < role.index), nouns=things, name=())
    yield Chunk((role, *chunk.name), None, (), (role,), chunk.name)


def _has_names(noun: str) -> bool:
    """Say whether things that a noun tells are called after people: *der Film*, *die Straße*, *das Schiff*."""
    small = noun.casefold()
    return small.endswith(_NAMED) or any(
        small.endswith(naming.casefold()) for naming in table("naming_nouns") if len(naming) >= _NAMING
    )


def _before_reproach(chunk: Chunk) -> Iterator[Chunk]:
    """Yield a phrase in two where a full name stands before a reproach: *warf Uwe Ott | Verrat vor*."""
    name = chunk.name
    if len(name) < 3 or not is_given_name(name[0].text) or _REPROACH_RE.fullmatch(name[-1].text) is None:
        yield chunk
        return
    last = name[-2].index
    yield evolve(chunk, words=tuple(word for word in chunk.words if word.index <= last), name=name[:-1])
    yield Chunk(name[-1:], None, (), name[-1:], ())


def _parts(chunk: Chunk, whole: Counter[str]) -> Iterator[Chunk]:
    borders = _borders([word.text for word in chunk.name], whole) if len(chunk.name) > 1 else []
    if not borders:
        yield chunk
        return
    edges = [0, *borders, len(chunk.name)]
    for start, end in pairwise(edges):
        name = chunk.name[start:end]
        words: tuple[Word, ...] = name if start else tuple(word for word in chunk.words if word.index <= name[-1].index)
        if start:
            yield Chunk(words, None, (), (), name)
        else:
            yield evolve(chunk, words=words, name=name)


def _borders(parts: Sequence[str], whole: Counter[str]) -> list[int]:
    """Return the places where a row of words must be cut so that each part is a name of its own.

    >>> _borders(["Amann", "Reto", "Zgraggen"], Counter({"Amann Reto Zgraggen": 1, "Reto Zgraggen": 2, "Ida Amann": 1}))
    [1]
    """
    text = " ".join(parts)
    if whole[text] > 1 or _is_known(text, [name for name in whole if name != text]):
        return []
    if len(parts) == _TWO_NAMES and [is_given_name(part) for part in parts] == [True, False, True, False]:
        return [2]  # Im Mai löste Ida Ott | Pia Kern ab
    others = [name for name, count in whole.items() if name != text or count > 1]
    if len(parts) > 2 and state_of(parts[-1]) is not None and state_of(text) is None:
        return [len(parts) - 1]
    full = [name for name in others if " " in name]
    inside = _known_inside(parts, others)
    if inside:
        return inside
    if len(parts) > 2 and _is_known(parts[0], full) and all(_SYLLABLES_RE.search(part) for part in parts[1:]):
        return [1]
    for border in range(1, len(parts)):
        before, behind = " ".join(parts[:border]), " ".join(parts[border:])
        if " " not in before and " " not in behind:
            continue
        if _is_known(before, full) and _is_known(behind, full) and not _same(before, behind, full):
            return [border]
    return []


def _known_inside(parts: Sequence[str], names: Iterable[str]) -> list[int]:
    """Return the edges of a full name of the article within a longer row of words."""
    for name in names:
        size = name.count(" ") + 1
        for start in range(len(parts) - size + 1):
            if 1 < size < len(parts) and " ".join(parts[start : start + size]) == name:
                before = " ".join(parts[:start])
                others = [other for other in names if other != name and " " in other]
                if not before or _is_known(before, others):
                    return [edge for edge in (start, start + size) if 0 < edge < len(parts)]
    return []


def _is_known(name: str, names: Iterable[str]) -> bool:
    return any(fit(name, known) in (4, 3, 2) for known in names)


def _same(one: str, other: str, names: Iterable[str]) -> bool:
    """Say whether two parts are of one longer name."""
    return any(fit(one, known) and fit(other, known) for known in names)
