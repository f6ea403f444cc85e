"""Verbless segments that wait for what follows: the first of a list, what a dash parts from its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import frozen

from quotetrack.clauses.frames import NO_APPOSITIONS, is_nominal
from quotetrack.clauses.model import Draft
from quotetrack.clauses.verbs import Segment, is_nonfinite
from quotetrack.clauses.words import COORDINATORS
from quotetrack.lexicon import load
from quotetrack.moods import is_konjunktiv
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.syntax import PARTICLES, Word

DASHES: Final = frozenset("–—-")
_LISTED: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "X"})
_CALLING: Final = frozenset(
    "alles endlich immer kaum kein keine keinen mehr nichts nie niemals nirgends noch nur schon viel viele weniger"
    " wenig wenige wieder zu".split()
)
"""What opens a phrase that is said without a verb, and no subject with an apposition: *Kein Geld, keine Leute*."""

_ANTECEDENTS: Final = frozenset("alles etwas manches nichts vieles wenig weniges einiges".split())
"""Words that have a clause with *was*."""


@frozen
class Loose:
    """A verbless segment and the clause it was given to, for the time being."""

    draft: int
    words: list[Word]


def goes_on_with(fragment: Loose | None, draft: Draft) -> bool:
    """Say whether *einen Brief erhalten, aber nicht gelesen zu haben* is one infinitive: both parts wait for it."""
    if fragment is None or draft.words[0].text.lower() not in COORDINATORS:
        return False
    last = next((word for word in reversed(fragment.words) if word.upos != "PUNCT"), fragment.words[-1])
    return is_nonfinite(last)


def is_of_antecedent(fragment: Loose, draft: Draft) -> bool:
    """Say whether a clause with *was* belongs to *alles* or *das Beste* before it: *sagte, alles, | was er habe*."""
    opens = draft.kind == "subordinate" and draft.opener is not None and draft.opener.text == "was"
    words = [word for word in fragment.words if word.upos != "PUNCT"]
    if not opens or not words or words[-1].index + 2 != draft.words[0].index:
        return False
    return words[-1].text.lower() in _ANTECEDENTS or (len(words) == 2 and words[0].text == "das")


def is_call(words: list[Word]) -> bool:
    """Say whether phrases in a row are said without a verb: *Zu laut, zu teuer*, *Wieder ein Mann, wieder ein Gast*."""
    pieces = apart(words)
    return len(pieces) > 1 and all(piece[0].text.lower() in _CALLING for piece in pieces)


def apart(words: list[Word]) -> list[list[Word]]:
    """Return words in their pieces, which something else parts."""
    pieces: list[list[Word]] = []
    for word in words:
        if not pieces or word.index > pieces[-1][-1].index + 1:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def is_named_apart(fragment: Loose, draft: Draft) -> bool:
    """Say whether who is named with an apposition begins a clause: *Ott ging, | die Sprecherin, Ina Rau, | sagte*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    named = [word for word in fragment.words if word.upos != "PUNCT"]
    commas = sum(two.index > one.index + 1 for one, two in pairwise(named))
    bare = draft.kind == "verb_first" and words[0] == draft.finite and not any(map(is_nominal, words))
    leads = bool(named) and named[0].upos in ("DET", "PROPN", "NOUN") and named[0].text.lower() not in NO_APPOSITIONS
    told = draft.finite is not None and draft.finite.text in load("quoting_forms")
    return bare and leads and told and commas == 1 and named[-1].upos in ("PROPN", "NOUN")


def is_first_of_list(fragment: Loose, owner: Draft, draft: Draft) -> bool:
    """Say whether a list begins a clause: *Er sagte, | die Werke in Kiel, Bonn und Ulm seien sicher*.

    It is no apposition: the clause before ends in its verb, or the list begins with a noun for a thing.
    """
    own = {word.index for word in fragment.words}
    before = [word for word in owner.words if word.index < fragment.words[0].index and word.index not in own]
    last = before[-1] if before else None
    if last is None or fragment.words[0].index != last.index + 2 or not joins_nominals(draft):
        return False
    told = draft.finite is not None and is_konjunktiv(draft.finite)
    return _is_verbal(last, owner) or (told and _is_thing(fragment.words[0]))


def joins_nominals(draft: Draft) -> bool:
    """Say whether *und* joins nouns in the front of a clause: *Bonn und Ulm | seien sicher*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    joint = next((place for place, word in enumerate(words) if word.text in ("und", "oder", "sowie")), None)
    if not joint or joint + 1 >= len(words) or not is_nominal(words[joint - 1]):
        return False
    if draft.finite is not None and words[joint].index > draft.finite.index:
        return False
    return all(word.upos in _LISTED for word in words[:joint])


def joins_subject(segment: Segment) -> bool:
    """Say whether a segment brings more of a subject, and the verb: *Der Damm, sagte Ott, | und das Tor seien alt*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if not words or segment.separator != "," or words[0].text not in ("und", "sowie", "oder"):
        return False
    verb = next((place for place, word in enumerate(words) if is_konjunktiv(word)), 0)
    return verb > 1 and all(word.upos in _LISTED for word in words[1:verb])


def _is_thing(word: Word) -> bool:
    """Say whether a bare noun is none for a person or body: *Löhne*."""
    return word.upos == "NOUN" and noun_of(word.text) is None and not is_person_noun(word.text)


def _is_verbal(word: Word, owner: Draft) -> bool:
    """Say whether a clause ends in its verb or the particle of it."""
    return word == owner.finite or is_nonfinite(word) or word.relation in PARTICLES


def resumes_behind_dash(segment: Segment, draft: Draft) -> bool:
    """Say whether *werde sinken* ends what a dash cut up: *Er sagte, die Zahl – derzeit 400 – | werde sinken*."""
    if segment.separator not in DASHES or draft.finite is None or draft.kind != "verb_first":
        return False
    return draft.words[0] == draft.finite and is_konjunktiv(draft.finite)
