"""Which sign closes which: one walk over the signs with a stack of the open ones, and never a step back.

An open sign survives the end of its paragraph in two cases only: the next paragraph opens again with the
same sign, or the next sign of its family is a closer that fits. So a lost closer costs one paragraph and a
lost opener one mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from quotetrack.quotation_marks.continuation import lost_end
from quotetrack.quotation_marks.conventions import (
    ACUTE,
    ASCII_DOUBLE,
    ASCII_SINGLE,
    BY_SIGNS,
    COMMA_ORNAMENT,
    FAMILIES,
    GRAVE,
    LEFT_ANGLE,
    LEFT_DOUBLE,
    LEFT_GUILLEMET,
    LEFT_SINGLE,
    LOW_DOUBLE,
    LOW_SINGLE,
    OPENERS_OF,
    REVERSED_DOUBLE,
    RIGHT_ANGLE,
    RIGHT_DOUBLE,
    RIGHT_GUILLEMET,
    RIGHT_SINGLE,
    SLIP_OPENERS_OF,
    TURNED_ORNAMENT,
    TWO_ACUTES,
    TWO_APOSTROPHES,
    TWO_COMMAS,
    TWO_GRAVES,
    Convention,
    Family,
)
from quotetrack.quotation_marks.exclusions import (
    APOSTROPHE,
    PRIME,
    Exclusion,
    character_before,
    contracts,
    ends_short_verb,
    excluded,
    may_be_apostrophe,
)
from quotetrack.quotation_marks.scanning import BLANK, CLOSES, OPENS, UNDECIDED, Mark, Scan

ORPHAN: Final = Exclusion("orphan", "a closing mark that nothing opened")

_OPENING: Final = frozenset({LOW_DOUBLE, LOW_SINGLE, TWO_COMMAS, TURNED_ORNAMENT})
_CLOSING: Final = frozenset({RIGHT_DOUBLE, RIGHT_SINGLE, COMMA_ORNAMENT, TWO_ACUTES, ACUTE})
_TURNING: Final = frozenset({LEFT_DOUBLE, LEFT_SINGLE, REVERSED_DOUBLE, TWO_GRAVES, GRAVE})
_SYMMETRIC: Final = frozenset({ASCII_DOUBLE, TWO_APOSTROPHES})
_NEED_PARTNER: Final = frozenset({LEFT_SINGLE, GRAVE})
_MAY_BE_PRIMES: Final = frozenset({ASCII_DOUBLE, TWO_APOSTROPHES, ASCII_SINGLE, RIGHT_DOUBLE, RIGHT_SINGLE})
_MAY_BE_APOSTROPHES: Final = frozenset({ASCII_SINGLE, RIGHT_SINGLE, LEFT_SINGLE, ACUTE, GRAVE})
_POINTED: Final = (
    (RIGHT_GUILLEMET, LEFT_GUILLEMET),
    (RIGHT_ANGLE, LEFT_ANGLE),
)
_COMPANIONS: Final = {"guillemets": (RIGHT_ANGLE, LEFT_ANGLE), "swiss": (LEFT_ANGLE, RIGHT_ANGLE)}
_PARAGRAPH_STOPS: Final = frozenset(".!?:;\N{HORIZONTAL ELLIPSIS}\N{EN DASH}\N{EM DASH}") | frozenset(FAMILIES)


@define(eq=False)
class Pair:
    """An opening sign, what closes it, what repeats it at new paragraphs: places among the signs."""

    opener: int
    last_paragraph: int
    closer: int | None = None
    reopeners: list[int] = field(factory=list)
    slip: bool = False

    @property
    def latest_opener(self) -> int:
        """The opener, or what repeated it last."""
        return self.reopeners[-1] if self.reopeners else self.opener


@frozen
class Pairs:
    """What the walk found: the pairs in the order of their openers, and the signs that belong to none.

    ``given`` are the signs whose direction was given.
    """

    pairs: list[Pair]
    others: dict[int, Exclusion]
    given: frozenset[str] = frozenset()


@define(eq=False)
class _Open:
    pair: Pair
    sign: str
    family: Family
    held_kin_in: int = -1


def match(scanned: Scan, convention: Convention | None = None) -> Pairs:
    """Pair the signs of a text; a given convention settles the direction of its own signs.

    >>> from quotetrack.quotation_marks.scanning import scan
    >>> [(pair.opener, pair.closer) for pair in match(scan("Er sagte: „Das ist ‚neu‘.“")).pairs]
    [(0, 3), (1, 2)]
    """
    walk = _Walk(scanned, convention)
    walk.run()
    return Pairs(walk.pairs, walk.others, frozenset(walk.given))


def directions_of(convention: Convention) -> dict[str, int]:
    """Return what each sign of a convention does, and what the single guillemets that go with it do."""
    if convention.is_symmetric:
        return {}
    known = {convention.opener: OPENS, convention.closer: CLOSES}
    if convention.name in _COMPANIONS:
        opener, closer = _COMPANIONS[convention.name]
        known |= {opener: OPENS, closer: CLOSES}
    return known


def votes(marks: Iterable[Mark]) -> dict[str, int]:
    """Return which way the guillemets of a text point, by those that leave no doubt; a draw says nothing."""
    balance = dict.fromkeys((sign for signs in _POINTED for sign in signs), 0)
    for mark in marks:
        if mark.sign in balance:
            balance[mark.sign] += mark.lean
    return {
        sign: OPENS if balance[sign] > balance[other] else CLOSES
        for inward, outward in _POINTED
        for sign, other in ((inward, outward), (outward, inward))
        if balance[inward] != balance[outward]
    }


class _Walk:
    """The walk with its stack; every sign is visited once, and leaves the stack once."""

    def __init__(self, scanned: Scan, convention: Convention | None) -> None:
        self.scanned = scanned
        self.text = scanned.text
        self.marks = scanned.marks
        self.others = excluded(scanned)
        self.pairs: list[Pair] = []
        self.given = {} if convention is None else directions_of(convention)
        self.votes = votes(self.marks) if convention is None else {}
        self.stack: list[_Open] = []
        self.places: dict[str, list[int]] = {}
        self.latest: dict[Family, int] = {}
        self.next_of_kin = _next_of_kin(self.text, self.marks, self.others)
        self.closable = set(self._closable())
        self.reopened: set[int] = set()

    def run(self) -> None:
        paragraph = 0
        for mark in self.marks:
            if mark.paragraph != paragraph:
                self._turn(paragraph, mark)
                paragraph = mark.paragraph
            if mark.index not in self.others and mark.index not in self.reopened:
                self._place(mark)
                self._note(mark)

    # --- The next sign ---

    def _note(self, mark: Mark) -> None:
        if mark.family is not None:
            self.latest[mark.family] = mark.index

    def _kin_after(self, mark: Mark) -> Mark | None:
        """Return the next sign of the family in the same paragraph."""
        index = self.next_of_kin[mark.index]
        if index < 0 or self.marks[index].paragraph != mark.paragraph:
            return None
        return self.marks[index]

    def _closable(self) -> Iterator[int]:
        """Yield the signs that open as brackets would: with a closer of their own in the same paragraph."""
        closers: dict[Family, list[Mark]] = {}
        paragraph = -1
        for mark in reversed(self.marks):
            if mark.paragraph != paragraph:
                closers, paragraph = {}, mark.paragraph
            family = mark.family
            if family is None or mark.index in self.others:
                continue
            waiting = closers.setdefault(family, [])
            if self._lean(mark) != OPENS and mark.sign not in _OPENING:
                waiting.append(mark)
            elif waiting and self._closes(waiting[-1], mark.sign, slips=mark.sign not in _TURNING):
                waiting.pop()
                yield mark.index

    def _lean(self, mark: Mark) -> int:
        return self.given.get(mark.sign, mark.lean)

    def _closes(self, mark: Mark | None, sign: str, *, slips: bool = False) -> bool:
        """Say whether a sign could close one that opened, by rights, or also by a slip."""
        if mark is None or self._lean(mark) == OPENS:
            return False
        openers = OPENERS_OF.get(mark.sign, ())
        return sign in openers or (slips and sign in SLIP_OPENERS_OF.get(mark.sign, ()))

    # --- What a sign does ---

    def _place(self, mark: Mark) -> None:
        if mark.sign in self.given:
            self._place_given(mark)
        elif mark.sign in _OPENING:
            self._place_opening(mark)
        elif mark.sign in _CLOSING:
            self._place_closing(mark)
        elif mark.sign in _TURNING:
            self._place_turning(mark)
        elif mark.sign == ASCII_SINGLE:
            self._place_single(mark)
        else:
            self._place_undirected(mark)

    def _place_given(self, mark: Mark) -> None:
        target = self._target(mark)
        if self.given[mark.sign] == OPENS:
            self._open(mark)
        elif target is None:
            self._leave(mark)
        else:
            self._close(target, mark)

    def _place_opening(self, mark: Mark) -> None:
        """Open; but where a word stands before and none after, the sign may close a passage typed „so„."""
        if mark.lean != CLOSES or not self._repeats(mark):
            self._open(mark)
        elif not self._closes(self._kin_after(mark), mark.sign):
            self._close(len(self.stack) - 1, mark)
        elif self.stack[-1].pair.opener in self.closable:
            self._open(mark)
        else:
            self._leave(mark)

    def _repeats(self, mark: Mark) -> bool:
        """Say whether the sign opened last is the same, and could close by a slip."""
        return (mark.sign, mark.sign) in BY_SIGNS and bool(self.stack) and self.stack[-1].sign == mark.sign

    def _place_closing(self, mark: Mark) -> None:
        target = self._target(mark)
        if target is None and mark.lean == OPENS and self._closes(self._kin_after(mark), mark.sign, slips=True):
            self._open(mark)
        elif target is not None and self._is_apostrophe_within(mark, target):
            self.others[mark.index] = APOSTROPHE
        else:
            self._close_or_leave(mark, target)

    def _place_turning(self, mark: Mark) -> None:
        """Close what is open, unless the sign opens the English way; else open where a closer follows."""
        target = self._target(mark)
        if target is not None and contracts(self.text, mark) and self._is_closed_later(mark, target):
            self.others[mark.index] = APOSTROPHE
            return
        partner = mark.index in self.closable or self._closes(self._kin_after(mark), mark.sign)
        if target is not None and not (mark.lean == OPENS and partner):
            self._close(target, mark)
        elif mark.lean == CLOSES or not (partner or self._opens_alone(mark)):
            self._leave(mark)
        else:
            self._open(mark)

    def _is_closed_later(self, mark: Mark, target: int) -> bool:
        return self._closes(self._kin_after(mark), self.stack[target].sign)

    def _opens_alone(self, mark: Mark) -> bool:
        return mark.sign not in _NEED_PARTNER and (mark.lean == OPENS or mark.initial)

    def _place_single(self, mark: Mark) -> None:
        target = self._target(mark)
        if mark.lean == OPENS:
            self._open(mark)
        elif target is not None and self._is_apostrophe_within(mark, target):
            self.others[mark.index] = APOSTROPHE
        else:
            self._close_or_leave(mark, target)

    def _is_apostrophe_within(self, mark: Mark, target: int) -> bool:
        """Say whether a single sign ends a shortened word and a better closer for the open one follows."""
        opener, better = self.stack[target].sign, self._kin_after(mark)
        if mark.family != "single" or better is None or not self._closes(better, opener):
            return False
        if len(self.places[opener]) > 1:
            return False
        if mark.sign == RIGHT_SINGLE and better.sign == LEFT_SINGLE:
            return True
        return may_be_apostrophe(self.text, mark) and not ends_short_verb(self.text, better)

    def _place_undirected(self, mark: Mark) -> None:
        """Place a sign that opens and closes: by its surroundings, what is open, and the rest of the text."""
        target = self._target(mark)
        if mark.lean == OPENS:
            self._open_unless_misplaced(mark, target)
        elif target is not None:
            self._close_or_leave(mark, target)
        elif mark.lean == UNDECIDED and self.votes.get(mark.sign) != CLOSES:
            self._open(mark)
        else:
            self._leave(mark)

    def _open_unless_misplaced(self, mark: Mark, target: int | None) -> None:
        """Open, unless it fits as a closer with the space on the wrong side, and nothing would close it."""
        at_top = target is not None and target == len(self.stack) - 1
        if at_top and mark.index not in self.closable:
            self._close(len(self.stack) - 1, mark)
        else:
            self._open(mark)

    # --- The stack ---

    def _open(self, mark: Mark) -> None:
        pair = Pair(mark.index, mark.paragraph)
        self.pairs.append(pair)
        self.places.setdefault(mark.sign, []).append(len(self.stack))
        self.stack.append(_Open(pair, mark.sign, FAMILIES[mark.sign]))

    def _close_or_leave(self, mark: Mark, target: int | None) -> None:
        if target is None or self._is_prime(mark, target):
            self._leave(mark)
        else:
            self._close(target, mark)

    def _is_prime(self, mark: Mark, target: int) -> bool:
        """Say whether the sign stands after a number inside a passage that a later sign closes."""
        return _after_digit(self.text, mark) and self._is_closed_later(mark, target)

    def _close(self, target: int, mark: Mark) -> None:
        while len(self.stack) > target + 1:
            self._pop()
        closed = self._pop()
        closed.pair.closer = mark.index
        closed.pair.last_paragraph = mark.paragraph
        closed.pair.slip = BY_SIGNS[closed.sign, mark.sign].slip
        if self.stack and self.stack[-1].family == closed.family:
            self.stack[-1].held_kin_in = mark.paragraph

    def _pop(self) -> _Open:
        last = self.stack.pop()
        self.places[last.sign].pop()
        return last

    def _leave(self, mark: Mark) -> None:
        if _after_digit(self.text, mark):
            self.others[mark.index] = PRIME
        else:
            self.others[mark.index] = APOSTROPHE if mark.sign in _MAY_BE_APOSTROPHES else ORPHAN

    def _target(self, mark: Mark) -> int | None:
        """Return where on the stack stands what the sign closes: by rights, or by a slip that is nearer."""
        regular = self._nearest(OPENERS_OF.get(mark.sign, ()))
        if mark.lean != CLOSES or mark.sign in self.given:
            return regular
        slip = self._nearest(SLIP_OPENERS_OF.get(mark.sign, ()))
        if regular is None or slip is None:
            return slip if regular is None else regular
        nearer = slip > regular and self._closes(self._kin_after(mark), self.stack[regular].sign)
        return slip if nearer else regular

    def _nearest(self, openers: Iterable[str]) -> int | None:
        return max((self.places[opener][-1] for opener in openers if self.places.get(opener)), default=None)

    # --- From paragraph to paragraph ---

    def _turn(self, paragraph: int, first: Mark) -> None:
        """Keep what the next paragraph opens again or the next sign of its family closes; let go of the rest.

        Of each family only the sign opened last may go on, and only if it closes before those below it.
        """
        if not self.stack:
            return
        latest = {entry.family: entry for entry in self.stack}
        entries = [entry for entry in self.stack if latest[entry.family] is entry]
        self._open_again(paragraph, first, entries)
        self.stack, self.places = [], {}
        for entry in _kept(entries, paragraph, [self._closer_ahead(entry) for entry in entries]):
            self.places.setdefault(entry.sign, []).append(len(self.stack))
            self.stack.append(entry)

    def _open_again(self, paragraph: int, first: Mark, entries: list[_Open]) -> None:
        candidate: Mark | None = first
        if first.paragraph != paragraph + 1 or not first.initial or not self._may_open_again(first.paragraph):
            return
        for entry in entries:
            if candidate is None or candidate.index in self.others or self._lean(candidate) == CLOSES:
                return
            if entry.sign == candidate.sign and self._may_be_continued(entry, paragraph):
                entry.pair.reopeners.append(candidate.index)
                entry.pair.last_paragraph = candidate.paragraph
                self.reopened.add(candidate.index)
                self._note(candidate)
                candidate = self._neighbour(candidate)

    def _may_be_continued(self, entry: _Open, paragraph: int) -> bool:
        """Say whether the paragraph says something in the passage, and neither it nor one of its kind ends there."""
        latest = self.marks[entry.pair.latest_opener]
        end = self.scanned.paragraphs[paragraph].end
        empty = BLANK.fullmatch(self.text, latest.end, max(latest.end, end)) is not None
        return entry.held_kin_in != paragraph and not empty and not self._is_framed(latest, end)

    def _is_framed(self, opener: Mark, end: int) -> bool:
        """Say whether the author reports what was said, so that its closer was lost and nothing goes on."""
        return lost_end(self.text, opener.end, opener.end, end) is not None

    def _neighbour(self, mark: Mark) -> Mark | None:
        after = self.marks[mark.index + 1 : mark.index + 2]
        return after[0] if after and after[0].follows else None

    def _may_open_again(self, number: int) -> bool:
        """Say whether a paragraph may repeat an opener: after a blank line or the end of a sentence."""
        if self.scanned.paragraphs[number].blank:
            return True
        return last_character(self.text, self.scanned.paragraphs[number - 1].end) in _PARAGRAPH_STOPS

    def _closer_ahead(self, entry: _Open) -> Mark | None:
        """Return the next sign of the family if it closes the entry, in whichever paragraph."""
        following = self.next_of_kin[self.latest[entry.family]]
        mark = self.marks[following] if following >= 0 else None
        if mark is None or not self._closes(mark, entry.sign) or not self._closes_from_afar(mark):
            return None
        return mark

    def _closes_from_afar(self, mark: Mark) -> bool:
        """Say whether a sign may close one of an earlier paragraph: no likely apostrophe, no prime."""
        if mark.family == "single":
            return mark.sign == LEFT_SINGLE
        if mark.sign in _SYMMETRIC:
            return mark.lean == CLOSES and not _after_digit(self.text, mark)
        return True


def _kept(entries: list[_Open], paragraph: int, closers: list[Mark | None]) -> Iterator[_Open]:
    """Yield the entries that open again, and those whose closer lies ahead within those below them."""
    before: Mark | None = None
    horizon: int | None = None
    for entry, closer in zip(entries, closers, strict=True):
        if entry.pair.last_paragraph > paragraph:
            horizon = entry.pair.last_paragraph
        elif closer is None or _lies_beyond(closer, before, horizon):
            continue
        before = closer or before
        yield entry


def _lies_beyond(closer: Mark, before: Mark | None, horizon: int | None) -> bool:
    beyond_outer = before is not None and closer.index > before.index
    return beyond_outer or (horizon is not None and closer.paragraph > horizon)


def _next_of_kin(text: str, marks: list[Mark], others: dict[int, Exclusion]) -> list[int]:
    """Return for each sign the place of the next one of its family that is no likely apostrophe, -1 if none is."""
    following: dict[Family, int] = {}
    found = [-1] * len(marks)
    for mark in reversed(marks):
        family = mark.family
        if family is None or mark.index in others:
            continue
        found[mark.index] = following.get(family, -1)
        if not contracts(text, mark):
            following[family] = mark.index
    return found


def _after_digit(text: str, mark: Mark) -> bool:
    return mark.sign in _MAY_BE_PRIMES and mark.lean != OPENS and character_before(text, mark).isdigit()


def last_character(text: str, end: int) -> str:
    """Return the last character before an offset that is no space, the empty string if there is none."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end]
