"""Whether two nouns can be the role of one person: the same noun, a compound of it, or another word for it."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from quotetrack.lexicon import table
from quotetrack.nouns import is_of_former, noun_of

_SHORTEST: Final = 4
#: A noun of this length stands also for its compounds: Leiter for the Heimleiter.
_LONG: Final = 6
#: By so much more nouns a broad noun stands for than a narrow one does: Mediziner, Chirurg.
_BROADER: Final = 2
_DEPUTIES: Final = ("vize-", "vize", "stellvertret", "interims")
OF_ANY_BODY: Final = (
    "amts", "behörden", "firmen", "konzern", "klub", "medien", "presse", "unternehmens", "verbands", "vereins", "werks",
)  # fmt: skip
"""How compounds for spokesmen begin that tell of no one body."""
_FORMER: Final = (
    "ex-", "alt-", "ehrenpräs", "ehrenvors", "altabt", "altbischof", "altbu", "altbü", "altpräs", "altkanz", "altland",
    "altpfarr", "altpropst", "altdekan", "altdirekt", "altrekt", "altregier", "altammann", "altnational", "altstände",
    "altschulth", "altvorst", "altsuper", "altoberb", "altgemeindepräs",
)  # fmt: skip
"""How the nouns for whoever stands in for an office, or had it, begin."""
_BESIDE_RE: Final = regex.compile(
    r"^(?:vize-?|ex-|alt-|alt(?=abt|amm|b|dekan|direkt|gemeindep|k|l|nat|ober|p|reg|rekt"
    r"|schulth|stände|super|vorst))"
)
#: Who is no professor yet.
_LEARNING: Final = frozenset("Student Schüler Doktorand Postdoktorand Referendar Gymnasiast Stipendiat".split())
#: Nobody has offices of two rows at once.
_OFFICES: Final = tuple(
    tuple(row.split())
    for row in (
        "minister",
        "präsident staatschef staatsoberhaupt könig kaiser",
        "kanzler regierungschef premier",
        "botschafter gesandter konsul",
        "bürgermeister ammann stadtpräsident gemeindepräsident",
        "richter",
        "staatsanwalt bundesanwalt ankläger anklagevertreter",
        "verteidiger anwalt rechtsanwalt strafverteidiger nebenkläger",
        "zeuge",
        "angeklagter beschuldigter verdächtiger täter",
        "gutachter sachverständiger",
        "trainer coach",
        "schiedsrichter unparteiischer referee",
        "spieler stürmer angreifer torjäger torhüter torwart keeper innenverteidiger",
        "arzt",
        "sprecher",
        "kläger",
        "beklagter",
    )
)
#: The fields of nouns for those who lead.
_LEADING: Final = frozenset({"politics", "head"})
#: The rows of offices that everybody knows of.
_OF_STATE: Final = frozenset(range(5))
#: The end of another office, but never a short word for it.
_OTHER_OFFICES: Final = {
    "anwalt": ("staatsanwalt", "bundesanwalt"),
    "rat": ("betriebsrat", "personalrat"),
    "richter": tuple("schiedsrichter linienrichter kampfrichter punktrichter ringrichter".split()),
    "leiter": ("begleiter",),
    "meister": ("bürgermeister",),
    "rektor": ("direktor", "konrektor"),
    "ermittler": ("vermittler",),
    "hauptmann": ("landeshauptmann", "bezirkshauptmann"),
    "wirt": tuple("landwirt forstwirt fischwirt teichwirt volkswirt betriebswirt".split()),
    "händler": ("unterhändler",),
    "pilot": ("copilot",),
    "trainer": ("cotrainer", "co-trainer"),
    "pfleger": ("kirchenpfleger", "rechtspfleger", "denkmalpfleger", "baumpfleger", "raumpfleger"),
    "jäger": ("torjäger", "skijäger", "fallschirmjäger", "gebirgsjäger"),
    "enkel": ("urenkel",),
    "fahrer": ("beifahrer", "mitfahrer"),
    "mieter": ("untermieter",),
    "täter": ("mittäter", "wohltäter"),
    "vater": tuple("grossvater schwiegervater doktorvater landesvater stadtvater".split()),
    "mutter": tuple("grossmutter schwiegermutter doktormutter landesmutter stadtmutter".split()),
    "sohn": ("schwiegersohn",),
    "tochter": ("schwiegertochter",),
    "mann": tuple("exmann hauptmann landeshauptmann bezirkshauptmann".split()),
    "bauer": tuple(
        "maschinenbauer orgelbauer brückenbauer geigenbauer bootsbauer schiffbauer ofenbauer klavierbauer"
        " instrumentenbauer städtebauer messebauer modellbauer karosseriebauer metallbauer treppenbauer".split()
    ),
}
#: Offices of which two different compounds are of two people: Innenminister and Außenminister.
_ONE_EACH: Final = frozenset({0, 3, 14})
#: The rows of a court, and those of them that somebody of any office can have there.
_OF_COURT: Final = frozenset({*range(5, 11), 16, 17})
_IN_COURT: Final = frozenset({8, 9, 10, 16, 17})


#: With which a verb means something else, and the noun from it somebody else: *Vermieter*, *Mieter*.
_PREFIXES: Final = frozenset({"ver", "be", "er", "ent", "zer", "an"})


def is_same_role(noun: str, earlier: str) -> bool:
    """Say whether a noun takes up an earlier one: it, or what the compound ends in.

    >>> is_same_role("Ministerin", "Umweltministerin"), is_same_role("Anwältin", "Staatsanwältin")
    (True, False)
    >>> is_same_role("Vermieterin", "Mieterin")
    False
    """
    small, before = _stem(noun), _stem(earlier)
    if ends_in_another(noun, earlier):
        return False
    if len(small) < _SHORTEST or len(before) < _SHORTEST:
        return small == before
    longer, shorter = (before, small) if len(before) > len(small) else (small, before)
    if longer == small != before and _is_other_office(noun, earlier):
        return False
    if longer.removesuffix(shorter) in _PREFIXES:
        return False
    if _beside_office(longer) != _beside_office(shorter):
        return longer == shorter
    small, before = (_without_prefix(one) if _beside_office(one) else one for one in (small, before))
    return before.endswith(small) or small.endswith(before)


def ends_in_another(noun: str, earlier: str) -> bool:
    """Say whether a compound is of somebody else than the noun in which it ends.

    >>> ends_in_another("Beifahrer", "Fahrer"), ends_in_another("Busfahrer", "Fahrer")
    (True, False)
    """
    small, before = _stem(noun), _stem(earlier)
    return before.endswith(_OTHER_OFFICES.get(small, ())) or small.endswith(_OTHER_OFFICES.get(before, ()))


def _is_other_office(noun: str, earlier: str) -> bool:
    """Say whether a compound is of another office than its last part was: *Präsident*, *Gemeindepräsident*."""
    known, before = noun_of(noun), noun_of(earlier)
    rows = {None if one is None else _office(one.base) for one in (known, before)}
    return len(rows - {None}) > 1


def is_other_word_for(noun: str, earlier: str) -> bool:
    """Say whether a noun can stand for an earlier one by what it means.

    >>> is_other_word_for("Coach", "Trainer"), is_other_word_for("Medizinerin", "Chefärztin")
    (True, True)
    """
    known, before = noun_of(noun), noun_of(earlier)
    if known is None or before is None or known.kind != "person" or before.kind != "person":
        return False
    beside = _beside_office(noun) != _beside_office(earlier)
    if beside and _beside_office(noun) == "former":
        return False  # der frühere Profi is no Torwart of today
    if known.base == before.base:
        return not (beside or _are_two_compounds(noun, earlier) or ends_in_another(noun, earlier))
    if known.base == "Professor" and before.base in _LEARNING:
        return False
    base = before.base.removesuffix("in") if before.base == "Chefin" else before.base
    if not {before.base, base, f"@{before.field}"}.isdisjoint(_others(known.base)):
        return True
    small, ends = _stem(earlier), _ends(known.base)
    return (
        small.endswith(ends)
        and not beside
        and any(small.endswith(one) and not small.endswith(_OTHER_OFFICES.get(one, ())) for one in ends)
    )


def tells_more_than(noun: str, other: str) -> bool:
    """Say whether a noun tells more of somebody than another that may stand for it: what tells that is no sign of it.

    >>> tells_more_than("Notarzt", "Arzt"), tells_more_than("Handwerker", "Bäcker")
    (True, False)
    """
    known, before = noun_of(noun), noun_of(other)
    if known is None or before is None or known.base == before.base:
        return False
    if known.base.casefold().endswith(before.base.casefold()):
        return True
    return is_other_word_for(other, noun) and len(_others(before.base)) > _BROADER * len(_others(known.base))


def is_listed_word_for(noun: str, earlier: str) -> bool:
    """Say whether a noun can stand for an earlier one by itself, not as for all compounds of that end.

    >>> is_listed_word_for("Intendant", "Theaterdirektor"), is_listed_word_for("Intendant", "Sportdirektor")
    (True, False)
    """
    known = noun_of(noun)
    return known is not None and earlier in _others(known.base)


def is_called_by(noun: str, earlier: str) -> bool:
    """Say whether an earlier noun is another word for one: *der Bürgermeister* for the *Stadtchef*.

    >>> is_called_by("Bürgermeister", "Rathauschefin"), is_called_by("Bürgermeister", "Politiker")
    (True, False)
    """
    known, before = noun_of(noun), noun_of(earlier)
    if known is None or before is None or not {known.field, before.field} <= _LEADING:
        return False
    return _beside_office(noun) == _beside_office(earlier) and known.base in _others(before.base)


def _are_two_compounds(noun: str, other: str) -> bool:
    """Say whether two compounds of one office are of two people: *Energieminister*, *Außenminister*."""
    known = noun_of(noun)
    office = None if known is None else _office(known.base)
    if known is None or office not in _ONE_EACH or is_same_role(noun, other):
        return False
    if any(one.casefold().startswith(OF_ANY_BODY) for one in (noun, other)):
        return False  # Konzernsprecher Ott is the Bahnsprecher
    stems = (_stem(one).removeprefix("ex-").removeprefix("alt") for one in (noun, other))
    return min(map(len, stems)) > len(_stem(known.base))


def are_two_offices(noun: str, other: str) -> bool:
    """Say whether two nouns are of two people: two sides of a court or a match, two compounds of one office.

    >>> are_two_offices("Richterin", "Staatsanwältin"), are_two_offices("Innenminister", "Außenminister")
    (True, True)
    >>> are_two_offices("Ministerin", "Politikerin"), are_two_offices("Zeugin", "Ärztin")
    (False, False)
    """
    if _beside_office(noun) != _beside_office(other) and _stem(noun).endswith(_stem(other)):
        return True
    if _beside_office(noun) and not _beside_office(other) and _are_words_for_one(noun, other):
        return True  # der frühere Rathauschef is no Bürgermeister of today
    if is_same_role(noun, other) or is_other_word_for(noun, other) or is_other_word_for(other, noun):
        return False
    known, before = noun_of(noun), noun_of(other)
    if known is None or before is None:
        return False
    one, two = _office(known.base), _office(before.base)
    if one is None or two is None or ({one, two} & _IN_COURT and not {one, two} <= _OF_COURT):
        return False
    return one != two or one in _ONE_EACH


def _are_words_for_one(noun: str, other: str) -> bool:
    """Say whether two nouns are words for one office, whoever had it: *Ex-Coach*, *Trainer*."""
    known, before = noun_of(noun), noun_of(other)
    if known is None or before is None or not (known.field == before.field or {known.field, before.field} == _LEADING):
        return False
    return before.base in _others(known.base) and known.base in _others(before.base)


@cache
def _beside_office(noun: str) -> str:
    """Say whether a noun is of whoever stands in for an office, or had it."""
    small = noun.casefold()
    if small.startswith(_DEPUTIES):
        return "deputy"
    return "former" if small.startswith(_FORMER) or is_of_former(small) else ""


def _without_prefix(small: str) -> str:
    """Return the office of which a noun is of whoever stands in for it, or had it: *exminister*, minister."""
    return small[2:] if is_of_former(small) else _BESIDE_RE.sub("", small)


def is_office(noun: str) -> bool:
    """Say whether a noun is of an office that is known without having been told of: *der Bürgermeister*.

    >>> is_office("Oberbürgermeisterin"), is_office("Politiker")
    (True, False)
    """
    known = noun_of(noun)
    return known is not None and _office(known.base) in _OF_STATE


@cache
def _office(base: str) -> int | None:
    small = base.casefold()
    fitting = ((len(end), place) for place, ends in enumerate(_OFFICES) for end in ends if small.endswith(end))
    return max(fitting, default=(0, None))[1]


@cache
def _others(noun: str) -> frozenset[str]:
    """Return what a noun can stand for, as the list has it, with what it takes over from other nouns."""
    found: set[str] = set()
    open_nouns = [noun]
    while open_nouns:
        for other in _row(open_nouns.pop()):
            word = other.removeprefix("=")
            if word != other and word not in found:
                open_nouns.append(word)
            found.add(word)
    return frozenset(found)


def _row(noun: str) -> list[str]:
    others = table("other_words_for_people").get(noun)
    return [] if others is None else others[0].split()


@cache
def _ends(noun: str) -> tuple[str, ...]:
    """Return the ends of the compounds that a noun can stand for."""
    long = (_stem(other) for other in _others(noun) if len(other) >= _LONG and other[0] not in "@-")
    return (*long, *(other[1:].removesuffix("e") for other in _others(noun) if other.startswith("-")))


@cache
def _stem(noun: str) -> str:
    """Return a noun for a person without what gender, number and case add."""
    small = noun.casefold()
    for end in ("innen", "in", "nen"):
        if small.endswith(end) and len(small) - len(end) >= _SHORTEST:
            small = small.removesuffix(end).replace("ärzt", "arzt").replace("anwält", "anwalt").replace("rät", "rat")
            return small.removesuffix("e")
    for end in ("frauen", "frau", "leuten", "leute", "männern", "männer", "mannes", "mann"):
        if small.endswith(end) and len(small) > len(end) + 2:
            return small.removesuffix(end) + "mann"
    known = noun_of(noun)
    if known is not None and known.kind == "person":
        base = (
            known.base.casefold().removesuffix("r").removesuffix("e")
            if known.base.endswith("er") and small.endswith(("e", "en", "em"))
            else known.base.casefold()
        )
        for end in ("s", "es", "en", "n", "e", "r", "er", ""):
            stripped = small.removesuffix(end) if end else small
            if stripped.endswith(base):
                return stripped.removesuffix("e")
    return small.removesuffix("s").removesuffix("e")
