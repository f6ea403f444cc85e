"""Whether somebody can be what a noun says, besides what the article has said of them."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import Noun, noun_of, state_of_citizens
from quotetrack.person_roles import are_two_offices, ends_in_another, is_office
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.counterparts import is_counterpart
from quotetrack.speakers.duties import does_it_elsewhere
from quotetrack.speakers.faiths import is_of_another_faith
from quotetrack.speakers.party_members import is_of_another_party
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.wording import state_in

GENERAL_FIELDS: Final = frozenset({"age", "origin", "party", "public", "relation", "family", ""})
OFFICES: Final = frozenset({"politics", "head", "speaker", "law", "police", "church", "union"})
#: What somebody is beside any office.
PROFESSIONS: Final = frozenset(
    "Jurist Theologe Politiker Gewerkschafter Diplomat Funktionär Rechtswissenschaftler Kirchenmusiker Organist Kantor"
    " Mönch Nonne Ordensfrau Ordensmann Oppositionspolitiker".split()
)
_IN_TURN: Final = ("chef", "coach", "direktor", "intendant", "leiter", "präsident", "rektor", "trainer", "vorsitzender")
"""Ends of nouns for posts that have another holder in time."""
_OFFICIAL: Final = ("staatsanwalt", "richter", "ermittler", "polizist", "polizeisprecher", "gerichtssprecher")
"""Ends of nouns for those who speak of a case of others."""
_BESIDE_THE_BENCH: Final = ("verteidiger", "anwalt", "gutachter", "sachverständiger")
_CONCERNED: Final = frozenset({"public", "business", "sport", "arts", "medicine", "science"})
"""Fields of those about whom officials speak."""
_IN_COURT: Final = frozenset("Sachverständiger Gutachter Richter Staatsanwalt Verteidiger".split())
"""Nouns for those who are in a court by their office, and whom a report calls so rather than by their kin."""
_SUING: Final = frozenset("Kläger Nebenkläger Angeklagter Beschuldigter".split())
_HEADS: Final = ("direktor", "leiter", "verwalter", "geschäftsführer", "intendant")
_PRIVATE: Final = frozenset({"public", "relation", "family"})


_GOVERNING: Final = ("minister", "kanzler", "staatssekretär", "landeshauptmann", "regierungschef", "premier")
"""Ends of nouns for those who govern."""
_RETIRED: Final = frozenset({"Rentner", "Pensionär", "Pensionist", "Ruheständler"})
#: Fields of the posts that nobody has who is retired: *der Rentner* is no *Landrat*.
_POSTS: Final = frozenset({"politics", "police"})
CHILDREN: Final = frozenset("Bub Bube Junge Knabe Knirps Kind Mädchen Mädel Teenager Jugendlicher".split())
"""Nouns for those who are too young for a post or a trade."""
_SERVING: Final = frozenset(
    "Barkeeper Bedienung Bote Briefträger Chauffeur Chauffeuse Concierge Dolmetscher Flugbegleiter Gerichtsdiener"
    " Kassier Kassierer Kellner Kurier Paketbote Platzanweiser Portier Postbote Putzfrau Pförtner Rezeptionist"
    " Saaldiener Schaffner Steward Stewardess Taxifahrer Türsteher Wachmann Zugbegleiter".split()
)
"""Nouns for those who serve where something happens: nobody is one who is known by another trade."""
_YOUNG: Final = (
    "azubi", "auszubildender", "ballspieler", "feldspieler", "gymnasiast", "lehrling",
    "nationalspieler", "praktikant", "rekrut", "schüler", "student", "stürmer", "torhüter", "torwart",
)  # fmt: skip
_UNDERAGE: Final = (
    "abiturient", "firmling", "klassensprecher", "konfirmand", "lernender", "maturand", "maturant", "messdiener",
    "ministrant", "pfadfinder", "schulsprecher", "schülersprecher", "schülervertreter", "sternsinger", "täufling",
)  # fmt: skip
"""Ends of nouns for posts and the like that people have who are not of age."""
_GROWN: Final = ("bürgermeister", "chef", "direktor", "präsident", "trainer", "vorsitzender")
_LEARNED: Final = (
    "bischof", "general", "intendant", "kanzler", "minister", "oberst", "professor", "rektor", "richter",
    "staatsanwalt",
)  # fmt: skip
_TRAINED: Final = ("anwalt", "apotheker", "arzt", "lehrer", "notar", "pastor", "pfarrer", "psychologe")
_OLD: Final = ("großmutter", "großvater", "oma", "opa", "pensionist", "pensionär", "rentner", "senior")
_CHILDREN: Final = tuple(noun.casefold() for noun in sorted(CHILDREN))
_YEARS: Final = (
    (_CHILDREN, 0, 20),
    (_YOUNG, 0, 45),
    (_GROWN, 25, 110),
    (_LEARNED, 29, 110),
    (_TRAINED, 23, 110),
    (_OLD, 45, 110),
)
"""Ends of nouns with the years of whom they can be: no *22-Jährige* is the *Sportchef* where there is a *Stürmer*."""

_OF_AGE: Final = 18
_AS_CHILDREN: Final = frozenset({"sport", "arts"})
"""Fields in which many are known who are not of age."""


def suits_age(person: Referent, noun: Noun) -> bool:
    """Say whether somebody can be as old as a noun tells, by the roles that the article gives them."""
    age = noun.base.removesuffix("-Jährige")
    if not age.isdecimal():
        return True
    roles = [known.base.casefold() for text in person.nouns if (known := noun_of(text)) is not None]
    roles = [role for role in roles if role != "chef"]  # whose chief that is need not be told
    bounds = [(low, high) for ends, low, high in _YEARS for role in roles if role.endswith(ends)]
    if (
        int(age) < _OF_AGE
        and not any(role.endswith((*_YOUNG, *_UNDERAGE)) for role in roles)
        and fields_of(person) - _AS_CHILDREN
    ):
        return False  # no 15-Jährige is the Bademeisterin
    return all(low <= int(age) <= high for low, high in bounds)


def is_too_old_or_young(person: Referent, chunk: Chunk) -> bool:
    """Say whether a role tells that somebody is not *der junge Mann*, *die alte Frau*: Rentner, Schülerin."""
    told = {word.text.rstrip("nr") for word in chunk.adjectives}
    ends = _OLD if "junge" in told else (*_CHILDREN, *_YOUNG) if told & {"alte", "betagte"} else ()
    roles = [known.base.casefold() for text in person.nouns if (known := noun_of(text)) is not None]
    return bool(ends) and any(role.endswith(ends) for role in roles)


def _is_of_years(person: Referent, role: str) -> bool:
    """Say whether somebody whose age is told can have a role: no *20-Jährige* is the *Rentnerin*."""
    age = person.age
    bounds = [(low, high) for ends, low, high in _YEARS if role != "chef" and role.endswith(ends)]
    return age is None or not age.isdecimal() or all(low <= int(age) <= high for low, high in bounds)


def excludes(person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody cannot be what a noun says: another state, another age, another office of the same kind."""
    noun, state = chunk.noun, state_in(chunk)
    is_origin = noun is not None and noun.field == "origin"
    if state is not None and person.state != state and (person.state or not is_origin):
        return True
    if is_of_another_faith(person, chunk) or is_of_another_party(person, chunk):
        return True
    if noun is None:
        return False
    if noun.field == "age":
        told = person.age is not None and person.age != noun.base.removesuffix("-Jährige")
        return told or not suits_age(person, noun)
    if noun.field == "origin" or (not noun.field and chunk.nouns[-1].text.endswith("erin")):
        return has_origin(person)
    if opposes_itself(person, chunk):
        return True
    if is_counterpart(person, chunk) or not _is_of_years(person, noun.base.casefold()):
        return True
    if (noun.base in CHILDREN | _SERVING and fields_of(person)) or does_it_elsewhere(chunk, person):
        return True
    if noun.base in _RETIRED and any(is_office(role) and not role.startswith("Ex-") for role in person.nouns):
        return True
    if (noun.base in _IN_COURT and _is_heard(person)) or _is_under_a_head(person, noun):
        return True
    if is_post(chunk) and noun.field in _POSTS and any(_is_retired(role) for role in person.nouns):
        return True
    return any(are_two_offices(chunk.role, role) for role in person.nouns) or _is_an_official(person, noun)


def opposes_itself(person: Referent, chunk: Chunk) -> bool:
    """Say whether a noun is of the opposition, and somebody governs: no *Oppositionspolitikerin* is a minister."""
    if not chunk.nouns or not chunk.nouns[-1].text.startswith("Oppositions"):
        return False
    known = (noun_of(text) for text in person.nouns)
    return any(noun is not None and noun.base.casefold().endswith(_GOVERNING) for noun in known)


def _is_heard(person: Referent) -> bool:
    """Say whether a court only hears somebody: a relative of whom it tells no trade, or who sues."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    sues = any(noun.base in _SUING for noun in known)
    return sues or (_is_told_of(person) and not fields_of(person))


def _is_retired(role: str) -> bool:
    known = noun_of(role)
    return known is not None and known.base in _RETIRED


def _is_an_official(person: Referent, noun: Noun) -> bool:
    """Say whether somebody prosecutes, judges or inquires, and is not whom they speak of: *der Lokführer*."""
    known = [role for text in person.nouns if (role := noun_of(text)) is not None]
    officials = [
        role.field in ("law", "police", "speaker") and role.base.casefold().endswith(_OFFICIAL) for role in known
    ]
    return bool(officials) and all(officials) and noun.field in _CONCERNED


def has_origin(person: Referent) -> bool:
    """Say whether the article tells where somebody is from: *die Spanierin*, *die Hamburgerin*."""
    return any(map(_tells_origin, person.nouns))


def _tells_origin(text: str) -> bool:
    noun = noun_of(text)
    if noun is None or not noun.field:
        return state_of_citizens(text) is not None or (noun is not None and text.endswith("erin"))
    return noun.field == "origin"


def takes_role(person: Referent, chunk: Chunk, *, with_another_role: bool) -> bool:
    """Say whether somebody can have one more role: of a field of theirs, or what one is beside an office."""
    noun, fields = chunk.noun, fields_of(person)
    if noun is not None and noun.field not in fields and is_office(chunk.nouns[-1].text) and _is_told_of(person):
        return False
    if noun is None or not fields or noun.field in fields or noun.field in GENERAL_FIELDS:
        return True
    is_director = noun.base.casefold().endswith("direktor") and not chunk.adjectives
    return with_another_role and not (is_post(chunk) or is_director)


def _is_under_a_head(person: Referent, noun: Noun) -> bool:
    """Say whether a noun tells the first of a trade, and somebody heads the house: *der Direktor*, *die Chefärztin*."""
    first, *rest = noun.base.partition("Chef")
    is_first = not first and len(noun.base) > len("Chefin") and noun_of("".join(rest[1:]).capitalize()) is not None
    return is_first and heads(person)


def heads(person: Referent) -> bool:
    """Say whether somebody is called by a role that tells no trade but whom they head: *Direktor*, *Zooleiterin*."""
    return any(known.base.casefold().endswith(_HEADS) for text in person.nouns if (known := noun_of(text)) is not None)


def _is_told_of(person: Referent) -> bool:
    """Say whether the article calls somebody a relative or the like: who holds an office would be called by that."""
    return any((known := noun_of(text)) is not None and known.field in _PRIVATE for text in person.nouns)


def is_post(chunk: Chunk) -> bool:
    """Say whether a noun is of an office or a post, not of what one is beside it."""
    noun = chunk.noun
    return noun is not None and noun.field in OFFICES and noun.base not in PROFESSIONS


def has_holders(role: str) -> bool:
    """Say whether a role is one that people have one after another, as posts are, and no trade."""
    known = noun_of(role)
    return known is not None and (known.field in OFFICES or known.base.casefold().endswith(_IN_TURN))


def fields_of(person: Referent) -> set[str]:
    """Return the fields of the roles that the article gives somebody."""
    fields = {known.field for text in person.nouns if (known := noun_of(text)) is not None}
    return fields - GENERAL_FIELDS


def is_in_court_by_office(person: Referent) -> bool:
    """Say whether somebody judges, prosecutes, defends or appraises, so that a report of a court tells no age."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return any(
        noun.base.casefold().endswith(end) and not ends_in_another(end, noun.base)
        for noun in known
        for end in (*_OFFICIAL, *_BESIDE_THE_BENCH)
    )


def is_in_uniform(person: Referent) -> bool:
    """Say whether somebody is told of only as police, a firefighter or the like: they tell of others' ages."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return bool(known) and all(noun.field == "police" for noun in known)


def only_speaks_for_others(person: Referent) -> bool:
    """Say whether somebody without a name is a spokesman, of whom the news tell no age."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return person.name is None and any(noun.base.casefold().endswith("sprecher") for noun in known)


def is_of_the_press(person: Referent, chunk: Chunk) -> bool:
    """Say whether somebody without a name is only there to ask or to take pictures: *Eine Reporterin*, no *Beamtin*."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    other = chunk.noun is not None and chunk.noun.field not in GENERAL_FIELDS | {"media"}
    return other and person.name is None and bool(known) and all(noun.field == "media" for noun in known)


def is_only_a_relative(person: Referent) -> bool:
    """Say whether the article tells somebody only by kinship: nobody's predecessor in office, nor *die Chefin*."""
    known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
    return bool(known) and all(noun.field == "family" for noun in known)
