"""Titles of papers that are of no list: *der Obertaler Anzeiger*, *der Lech-Kurier*, *die Lagos Times*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex

from quotetrack.nouns.meanings import noun_of
from quotetrack.nouns.media import KnownMedium
from quotetrack.nouns.model import REMEMBERED_FORMS
from quotetrack.nouns.person_names import is_given_name

_FEMININE: Final = "zeitung|rundschau|umschau|stimme|(?:morgen|abend|tages|volks|wochen|land|börsen)post|allgemeinen?"
_MASCULINE: Final = (
    "boten?|kuriers?|couriers?|anzeigers?|merkurs?|volksfreund(?:e?s)?|(?:wochen|tages|stadt)spiegels?|rundfunks?"
)
_NEUTER: Final = "(?:tage?|volks|wochen|abend|kreis|sonntags|morgen)blatt(?:e?s)?|echos?"
_PLURAL: Final = "nachrichten"
_BROADCASTERS: Final = ("rundfunk", "rundfunks")
_TITLE_RE: Final = regex.compile(
    rf"(?:\p{{Lu}}[\p{{L}}-]*?)?(?:(?P<die>{_FEMININE})|(?P<der>{_MASCULINE})|(?P<das>{_NEUTER})|(?P<all>{_PLURAL}))",
    regex.IGNORECASE,
)
_OF_PLACE_RE: Final = regex.compile(r"\p{Lu}[\p{L}-]{2,}(?:er|sche[nrs]?)")
_BESIDE_RE: Final = regex.compile(r"(?:Neue|Neueste|Freie|Allgemeine|Unabhängige)[nsr]?")
"""Attributes beside the adjective of a place: *Neue Thaler Zeitung*, *Thaler Neueste Nachrichten*."""
_COMPOUND_RE: Final = regex.compile(
    r"\p{Lu}[\p{L}-]{2,}?(?:-(?:Kuriers?|Boten?|Anzeigers?|Rundschau|Echos?|Post|Stimme|Merkurs?)|kuriers?|boten?|post)"
)
_NO_PAPERS_RE: Final = regex.compile(
    r"(?:Fahrrad|Rad|Drogen|Paket|Essens|Blut|Organ|Geld|Motorrad|Kokain|Pizza|Post|Briefe?|Friedens|Glücks|Sende|Eil"
    r"|Feld|Luft|Schnecken|Flaschen|Haus|Presse|Medien|Nacht|Bahn|Rohr|US|Königs|Götter|Amts|Waffen|Diamanten|Medizin"
    r"|Vor|Früh|Berg|Todes|Unglücks|Liebes|Fahrradpost|E)-?(?:[Kk]urier|[Bb]ote|[Pp]ost|[Ee]cho|[Ss]timme)(?:[ns]|s)?"
)
"""People who bring something, and mail."""
_FOREIGN: Final = frozenset(
    "Times Post Herald Tribune Star Gazeta Gazette Journal News Today Chronicle Mail Standard Independent Observer"
    " Telegraph Guardian Mirror Review Nation Citizen Monitor Inquirer Examiner Sentinel Dispatch Gazetesi Shimbun Ilbo"
    " Bladet Dagblad Posten".split()
)
"""Words in which titles of papers in other languages end."""
_MAIL: Final = frozenset(
    "Deutsche Deutschen Swiss Royal Österreichische Österreichischen Schweizerische Austrian".split()
)
_ENDS: Final = {"die": "e", "der": "er", "das": "es"}
_LONGEST: Final = 4
_PAPER: Final = ("Zeitung", "Tageszeitung")


def paper_at(forms: Sequence[str], start: int) -> KnownMedium | None:
    """Return the paper whose title, of no list, begins at a place, in whatever case.

    >>> paper_at(["des", "Obertaler", "Stadt-Anzeigers"], 1).name, paper_at(["dem", "Westuferschen", "Boten"], 1).name
    ('Obertaler Stadt-Anzeiger', 'Westuferscher Bote')
    >>> paper_at(["der", "Lech-Kurier"], 1).told, paper_at(["der", "Fahrradkurier"], 1)
    ('word', None)
    """
    if not forms[start][:1].isupper():
        return None
    return _of_place(forms[start : start + _LONGEST]) or _compound(forms[start]) or _foreign(forms, start)


def _of_place(forms: Sequence[str]) -> KnownMedium | None:
    """Return the paper called by the adjective of a place: *Obertaler Anzeiger*, *Neue Thaler Zeitung*."""
    place = int(_BESIDE_RE.fullmatch(forms[0]) is not None)
    if place + 1 >= len(forms) or not _is_of_place(forms[place]):
        return None
    end = place + 1 + (_BESIDE_RE.fullmatch(forms[place + 1]) is not None)
    found = _TITLE_RE.fullmatch(forms[end]) if end < len(forms) and forms[end][:1].isupper() else None
    is_press = place > 0 and end < len(forms) and forms[end] == "Presse"  # die Freie Thaler Presse
    if found is None and not is_press and end > place + 1:  # Thaler Allgemeine
        end -= 1
        found = _TITLE_RE.fullmatch(forms[end])
    if found is None and not is_press:
        return None
    groups = {} if found is None else found.groupdict()
    article = next((one for one in ("der", "die", "das") if groups.get(one) is not None), "die")
    many = groups.get("all") is not None
    title = [*(_attribute(form, article) for form in forms[:end]), forms[end] if many else _noun(forms[end], article)]
    nouns = ("Sender",) if forms[end].casefold().endswith(_BROADCASTERS) else _PAPER
    return KnownMedium(" ".join(title), article, nouns, "", tuple(forms[: end + 1]))


@lru_cache(maxsize=REMEMBERED_FORMS)
def _is_of_place(form: str) -> bool:
    if _OF_PLACE_RE.fullmatch(form) is None or is_given_name(form):
        return False
    noun = noun_of(form)
    return noun is None or (noun.kind == "person" and noun.field == "origin")


def _attribute(form: str, article: str) -> str:
    """Return an attribute as it stands without an article: *Westuferschen Boten* becomes *Westuferscher Bote*."""
    if form.endswith("er") and not form.endswith("scher") and _BESIDE_RE.fullmatch(form) is None:
        return form
    stem = next((form.removesuffix(end) for end in ("en", "er", "es", "e") if form.endswith(end)), form)
    return stem + _ENDS[article]


def _noun(form: str, article: str) -> str:
    """Return the noun of a title in the nominative."""
    if form.casefold().endswith(("boten", "allgemeinen")):
        return form[:-1]
    if article == "die":
        return form
    short = form.removesuffix("es") if form.casefold().endswith(("blattes", "freundes")) else form
    return short.removesuffix("s")


@lru_cache(maxsize=REMEMBERED_FORMS)
def _compound(form: str) -> KnownMedium | None:
    """Return the paper called by one compound, which a frame tells from who brings something: *der Lech-Kurier*."""
    if _COMPOUND_RE.fullmatch(form) is None or _NO_PAPERS_RE.fullmatch(form) is not None:
        return None
    small = form.casefold()
    article = (
        "der" if small.endswith(("kurier", "kuriers", "bote", "boten", "anzeiger", "anzeigers", "merkur")) else "die"
    )
    article = "das" if small.endswith(("echo", "echos")) else article
    return KnownMedium(_noun(form, article), article, _PAPER, "word", (form,))


def _foreign(forms: Sequence[str], start: int) -> KnownMedium | None:
    """Return the paper of two words whose last one papers in other languages have: *Lagos Times*."""
    words = tuple(forms[start : start + 2])
    last = words[-1].removesuffix("s") if words[-1] not in _FOREIGN else words[-1]
    if len(words) == 1 or last not in _FOREIGN or words[0] in _MAIL or not words[0].isalpha():
        return None
    led = start > 0 and forms[start - 1].lower() in ("der", "die", "das", "dem", "des")
    if is_given_name(words[0]) and not led:
        return None
    return KnownMedium(f"{words[0]} {last}", "", _PAPER, "word", words)
