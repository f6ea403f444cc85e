"""Whom a pronoun takes up: the candidate that fits in gender and number and is most in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final

from attrs import frozen

from quotetrack.nouns import Gender
from quotetrack.speakers.referents import Occurrence, Referent

#: Points for how many sentences ago a candidate was mentioned; set on the open half of data/speakers.
_BY_DISTANCE: Final = (75, 50, 30, 18, 8)
_SUBJECT: Final = 25
_SPEAKER: Final = 22
_FULL: Final = 8
_IN_CONTENT: Final = -34
_ADDRESSEE: Final = -16
_ATTRIBUTE: Final = -18
_HERE: Final = 10
_EMBEDDED: Final = -15
_CONTRASTED: Final = 16
"""Of whom a further main clause tells: *Ott bat Kern um Hilfe, doch | der | lehnte ab*."""
_IMPLIED: Final = -24
"""Who goes on unmentioned two sentences before is less in view than whom a sentence tells of since."""
_OTHER_PARAGRAPH: Final = -8
_BODY: Final = -25
_SOMEWHERE: Final = -15
"""A body where only something stands or lies is less in view than whoever acts: *Das Holz lag im Hof*."""
_LOCATIVES: Final = frozenset("in im an am auf vor hinter neben über unter".split())
_PLACE: Final = -50
_UNKNOWN_GENDER: Final = -6
_UNNAMED: Final = -6
#: How much of the points for subjects and speakers is left with the distance.
_FADING: Final = (1.0, 1.0, 0.6, 0.4, 0.3)
_LATER: Final = 0.05
#: Two candidates nearer to each other than this are equally likely.
MARGIN: Final = 6


@frozen
class Candidate:
    """A referent with its points."""

    referent: Referent
    points: float


def fits(referent: Referent, gender: Gender | None, *, is_plural: bool = False) -> bool:
    """Say whether a referent may be meant by a word of this gender and number; what is not marked may be anything."""
    if referent.is_plural != is_plural or (gender is not None and not referent.is_person and referent.gender is None):
        return False
    return gender is None or referent.gender is None or referent.gender == gender


def _fits_here(occurrence: Occurrence, gender: Gender | None, *, is_plural: bool) -> bool:
    """Say whether a word may mean a referent, a medium also as a phrase called it: *Das Kreisblatt … Die Zeitung*."""
    referent, chunk = occurrence.referent.known, occurrence.chunk
    if fits(referent, gender, is_plural=is_plural):
        return True
    is_medium = referent.kind == "medium" and not (is_plural or referent.is_plural)
    return is_medium and chunk is not None and bool(chunk.nouns) and gender is not None and chunk.gender == gender


def ranked(
    occurrences: Iterable[Occurrence],
    sentence: int,
    gender: Gender | None,
    paragraphs: Sequence[int],
    *,
    is_plural: bool = False,
    without: Set[int] = frozenset(),
    people_only: bool = False,
    is_told: bool = False,
    before: int | None = None,
) -> list[Candidate]:
    """Return the candidates for a word in a sentence, the likeliest first; ``before`` is its place if they precede it.

    ``paragraphs`` holds the number of the paragraph of each sentence, ``without`` the ids of referents that it cannot
    be; ``is_told`` says that the word stands in what somebody says, as whatever it may take up does.
    """
    best: dict[int, Candidate] = {}
    for occurrence in occurrences:
        referent = occurrence.referent.known
        distance = sentence - occurrence.sentence
        if id(referent) in without or not 0 <= distance < len(_BY_DISTANCE):
            continue
        if before is not None and not distance and occurrence.place >= before:
            continue
        if not _fits_here(occurrence, gender, is_plural=is_plural) or (people_only and not referent.is_person):
            continue
        distance = max(distance, 1) if occurrence.is_in_content else distance
        points = _BY_DISTANCE[distance] + _points(occurrence, referent, gender, _FADING[distance])
        points -= _IN_CONTENT * (is_told and occurrence.is_in_content and distance == 1)
        points += _LATER * min(occurrence.place, 40)
        points += _IMPLIED * (occurrence.is_implied and distance > 1)
        points += _HERE * (not distance and occurrence.is_subject and not occurrence.is_embedded)
        points += _OTHER_PARAGRAPH * (paragraphs[sentence] != paragraphs[occurrence.sentence])
        if id(referent) not in best or best[id(referent)].points < points:
            best[id(referent)] = Candidate(referent, points)
    return sorted(best.values(), key=lambda candidate: -candidate.points)


def _points(occurrence: Occurrence, referent: Referent, gender: Gender | None, left: float) -> float:
    is_subject = occurrence.is_subject and not occurrence.is_in_content
    points = left * (_SUBJECT * is_subject + _SPEAKER * occurrence.is_speaker) + _FULL * occurrence.is_full
    points += _IN_CONTENT * occurrence.is_in_content + _ADDRESSEE * occurrence.is_addressee
    points += left * _CONTRASTED * (is_subject and occurrence.is_contrasted)
    points += _EMBEDDED * (is_subject and occurrence.is_embedded and not occurrence.is_speaker)
    points += _ATTRIBUTE * occurrence.is_attribute
    if referent.is_person and referent.name is None:
        points += _UNNAMED
    if referent.kind in ("place", "document"):
        points += _PLACE
    elif not referent.is_person and not referent.is_plural:
        points += _BODY + _SOMEWHERE * _is_somewhere(occurrence)
    return points + _UNKNOWN_GENDER * (gender is not None and referent.gender is None)


def _is_somewhere(occurrence: Occurrence) -> bool:
    """Say whether a body only tells where something is: *im | Hof*."""
    chunk = occurrence.chunk
    return (
        chunk is not None and not chunk.name and (chunk.preposition or "") in _LOCATIVES and not occurrence.is_speaker
    )


def clear_winner(candidates: Sequence[Candidate], margin: float = MARGIN) -> Referent | None:
    """Return the likeliest referent unless another is as likely."""
    if not candidates or (len(candidates) > 1 and candidates[0].points - candidates[1].points < margin):
        return None
    return candidates[0].referent
