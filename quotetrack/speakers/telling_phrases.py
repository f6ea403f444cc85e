"""What clauses tell of whoever has a role, by a noun and a verb: *vertritt die Anklage*, *die Staatsanwältin*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

import regex
from attrs import frozen

from quotetrack.clauses import Clause
from quotetrack.lexicon import table
from quotetrack.nouns.model import REMEMBERED_FORMS
from quotetrack.person_roles import is_listed_word_for, is_other_word_for, tells_more_than
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.wording import folded
from quotetrack.syntax import Word

#: Nouns so short stand for no compounds: *Tor*, no *Motor*.
_SHORT: Final = 4
#: What stands in the list for the noun where a verb tells a role alone.
_ANYTHING: Final = "*"
#: So much longer than the masculine in the nominative is no form of a noun that is not a compound.
_ENDING: Final = 3
_HEADING: Final = ("direktor", "leiter", "chef", "präsident", "führer", "meister")
"""Ends of nouns for heads, of which each is of a body of its own."""
OWN: Final = "eigen"
"""What stands in the list for the verb where somebody calls something their own, or it is theirs."""
_DENYING: Final = frozenset("nicht nie niemals kein keine keinen".split())
_SPEAKING_RE: Final = regex.compile(r"-?(?:vertreter|sprecher)(?:in)?$")
_SPEAKING: Final = ("sprich", "sprach", "sprech", "gesproch", "vertr", "wort", "ergriff", "ergreif")
"""How verbs begin of whoever speaks for others."""
_FORMER: Final = ("früher", "ehemalig", "einstig", "damalig")
_HAD: Final = ("Alt", "Ex-")


@frozen
class Phrase:
    """Nouns of which one, and beginnings of verbs with one of which a clause tells a role."""

    nouns: frozenset[str]
    verbs: tuple[str, ...]
    ends: tuple[str, ...]

    def is_told(self, words: Iterable[str], verbs: Iterable[str]) -> bool:
        """Say whether words of a clause and forms of its verbs, without umlauts, make the phrase.

        >>> phrase = phrases("Staatsanwalt")[0]
        >>> phrase.is_told(["die", "anklage"], ["vertritt"]), phrase.is_told(["die", "anklage"], ["liest"])
        (True, False)
        """
        if not any(verb.startswith(self.verbs) for verb in verbs):
            return False
        return _ANYTHING in self.nouns or any(
            word in self.nouns or (bool(self.ends) and word.endswith(self.ends)) for word in words
        )


@cache
def _all_phrases() -> dict[str, tuple[Phrase, ...]]:
    found = {role: list(read) for role, read in _trades().items()}
    for roles, (told,) in table("telling_phrases").items():
        read = [_read(one) for one in told.split()]
        for role in roles.split():
            found.setdefault(role.casefold(), []).extend(read)
    return {role: tuple(read) for role, read in found.items()}


@cache
def _trades() -> dict[str, tuple[Phrase, ...]]:
    rows = table("role_deeds").items()
    return {role.casefold(): tuple(_joined(one for one in told.split() if ":" in one)) for role, (told,) in rows}


@cache
def trades() -> tuple[tuple[Phrase, ...], ...]:
    """Return what tells the trades of those who run a workshop, a practice or the like."""
    return tuple(filter(None, _trades().values()))


def _joined(pairs: Iterable[str]) -> Iterator[Phrase]:
    """Yield phrases of pairs of a noun and a verb, those of one noun together."""
    verbs: dict[str, list[str]] = {}
    for noun, _, verb in (pair.rpartition(":") for pair in pairs):
        verbs.setdefault(noun, []).append(verb)
    for noun, told in verbs.items():
        yield _read(f"{noun}:{'|'.join(told)}")


def _read(told: str) -> Phrase:
    nouns, _, verbs = told.rpartition(":")
    names = tuple(map(folded, nouns.split("|")))
    return Phrase(
        frozenset(names), tuple(map(folded, verbs.split("|"))), tuple(one for one in names if len(one) > _SHORT)
    )


def phrases(role: str) -> tuple[Phrase, ...]:
    """Return the phrases that tell a role in the masculine."""
    return _all_phrases().get(role.casefold(), ())


def phrases_of(chunk: Chunk) -> tuple[Phrase, ...]:
    """Return the phrases that tell the role of a phrase: of its compound, or of its noun where it is none.

    What the first part of another compound tells is not told by a phrase for its end: *der Zugbegleiter*.
    """
    noun = chunk.noun
    if noun is None or not chunk.nouns:
        return ()
    text = chunk.nouns[-1].text
    return _phrases_of(text, noun.base)


@lru_cache(maxsize=REMEMBERED_FORMS)
def _phrases_of(text: str, base: str) -> tuple[Phrase, ...]:
    small = text.casefold()
    own = (small, small.removesuffix("in"), f"{small.removesuffix('e')}er", small.removesuffix("s"))
    whole = next((phrases(one) for one in own if phrases(one)), ())
    is_compound = len(text) - len(base) > _ENDING
    return (*(whole or (() if is_compound else phrases(base))), *_speaking_for(small))


def phrases_of_others(chunk: Chunk) -> tuple[Phrase, ...]:
    """Return the phrases of what else a phrase can stand for, not of whoever had a role: *der frühere Profi*."""
    noun = chunk.noun
    if noun is None or not chunk.nouns or is_former(chunk) or len(chunk.nouns[-1].text) - len(noun.base) > _ENDING:
        return ()
    return _of_other_words(noun.base)


@lru_cache(maxsize=REMEMBERED_FORMS)
def _of_other_words(base: str) -> tuple[Phrase, ...]:
    """Return the phrases of all trades for which a noun can stand: of Bäcker, Tischler … for *der Handwerker*."""
    others = (told for role, told in _all_phrases().items() if _stands_for(base, role.capitalize()))
    return tuple(one for told in others for one in told)


def _stands_for(base: str, role: str) -> bool:
    """Say whether what tells a role tells a noun, too: not a head of one body that of another."""
    if not is_other_word_for(base, role) or tells_more_than(base, role):
        return False
    return not role.endswith(_HEADING) or is_listed_word_for(base, role)


def _speaking_for(noun: str) -> tuple[Phrase, ...]:
    """Return what tells who speaks for whom a compound tells: *spricht für die Eltern*, *Elternvertreterin*."""
    stem = _SPEAKING_RE.sub("", noun)
    if stem == noun or len(stem) < _SHORT:
        return ()
    small = folded(stem)
    forms = frozenset({small, f"{small}n", f"{small}s", small.removesuffix("n"), small.removesuffix("s")})
    return (Phrase(forms, _SPEAKING, ()),)


def is_ones_own(noun: str) -> bool:
    """Say whether a noun is of what tells a trade as somebody's own: *Ida Otts Atelier*."""
    return folded(noun) in _owned()


@cache
def _owned() -> frozenset[str]:
    told = (phrase for read in _all_phrases().values() for phrase in read if OWN in phrase.verbs)
    return frozenset(noun for phrase in told for noun in phrase.ends)


def verbs_told(clause: Clause, forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms of the verbs of a clause, else its finite form, with the adjectives of a predicate."""
    told = tuple(forms) or (() if clause.finite is None else (clause.finite.text,))
    return (*told, *(word.text for word in clause.words if word.upos == "ADJ" and word.text.islower()))


def is_denied(words: Iterable[Word]) -> bool:
    """Say whether a clause tells what somebody does not do: *Ott führt die Kasse nicht*."""
    return any(word.text in _DENYING for word in words)


def is_over(clause: Clause) -> bool:
    """Say whether a clause tells what somebody did until some time: *Ott führte die Gemeinde bis 2019*."""
    finite = clause.finite
    past = finite is not None and finite.features.get("Tense") == "Past"
    return past and any(word.text in ("bis", "lang", "jahrelang", "früher", "einst") for word in clause.words)


def is_former(chunk: Chunk) -> bool:
    """Say whether a phrase is of who had a role: *die frühere Bürgermeisterin*, *der Altbürgermeister*."""
    return any(word.text.startswith(_FORMER) for word in chunk.adjectives) or chunk.role.startswith(_HAD)


def tells(told: Iterable[Phrase], words: Iterable[str], verbs: Iterable[str]) -> bool:
    """Say whether the words of a clause, without umlauts, make one of several phrases."""
    known, forms = tuple(words), tuple(verbs)
    return any(phrase.is_told(known, forms) for phrase in told)
