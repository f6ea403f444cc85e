"""What is one utterance in several articles: candidates, checked, and put together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from attrs import define, field, frozen

from quotetrack.records import Record
from quotetrack.registry import Named, SpeakerRegistry, compare
from quotetrack.registry.spelling import folded
from quotetrack.tracking.candidates import Corpus, across_speakers, within_speakers
from quotetrack.tracking.checking import contradicts, sameness
from quotetrack.tracking.timelines import date_of
from quotetrack.tracking.wording import Wording, content, is_stock_phrase, occasion

#: Words that say enough to be known by themselves, whoever is named as their speaker.
_LONG: Final = 6
#: Words that say enough where the names of their speakers are alike.
_TELLING: Final = 4
#: With fewer words the occasion must be the same, too.
_SHORT: Final = 3
#: A fragment that more utterances hold is taken from none of them in particular.
_MANY: Final = 8
#: So many days lie at most between two reports of one occasion.
_DAYS: Final = 3


@frozen
class Utterance:
    """What somebody said once, wherever it is quoted: the fullest version, every occurrence, and what joined them."""

    fullest: Record
    occurrences: tuple[Record, ...]
    reasons: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that quote it, each once."""
        return tuple(dict.fromkeys(str(record.article.get("id")) for record in self.occurrences))


@frozen(eq=False)
class _Quotation:
    """A quotation made ready for comparing; ``speaker`` is None where nobody is named."""

    record: Record
    wording: Wording
    speaker: Hashable

    @property
    def words(self) -> tuple[str, ...]:
        return self.wording.words


def track(records: Iterable[Record], registry: SpeakerRegistry | None = None) -> list[Utterance]:
    """Return the utterances of records in their order: verbatim, shortened, and differently translated ones together.

    With a ``registry`` the same speaker under other spellings is one. A fragment that a record holds belongs to the
    utterance of that record. Time and memory grow about linearly with the number of records.

    >>> track([])
    []
    """
    registry = registry or SpeakerRegistry()
    linked = registry.link(record for record in records if record.type != "not_a_quote")
    quotations = [_Quotation(record, Wording.of(record), _speaker_key(record)) for record in linked]
    union = _Union(len(quotations))
    for one, other, reason in (*_parts(linked), *_verbatim(quotations), *_short(quotations)):
        union.join(one, other, reason)
    _join_alike(quotations, union, registry)
    return [_utterance(quotations, places, union.reasons(places)) for places in union.groups()]


def _speaker_key(record: Record) -> Hashable:
    speaker = record.speaker
    if speaker is None or (speaker.name is None and not speaker.members):
        return None
    return speaker.id or tuple(sorted(map(folded, speaker.members))) or folded(speaker.name or "")


# -- the same words ---------------------------------------------------------------------------------------------------


def _parts(records: Sequence[Record]) -> Iterator[tuple[int, int, str]]:
    """Yield each fragment with the record of its article that holds it."""
    places = {(record.article.get("id"), record.id): place for place, record in enumerate(records)}
    for place, record in enumerate(records):
        whole = places.get((record.article.get("id"), record.part_of)) if record.part_of else None
        if whole is not None:
            yield whole, place, "part of the other"


def _verbatim(quotations: Sequence[_Quotation]) -> Iterator[tuple[int, int, str]]:
    """Yield what is the same in every word and by the same speaker, or by none named, and long enough."""
    first: dict[Hashable, int] = {}
    for place, text in enumerate(quotations):
        if len(text.words) >= (_LONG if text.speaker is None else _SHORT) and not is_stock_phrase(text.words):
            known = first.setdefault((text.words, text.speaker), place)
            if known != place:
                yield known, place, "verbatim"


def _short(quotations: Sequence[_Quotation]) -> Iterator[tuple[int, int, str]]:
    """Yield the same few words of one speaker on one occasion: „Null“, „Nein“.

    One occasion is one article, or a context that shares two stems. Where there is no context, and no stock phrase,
    articles of the same days are one occasion.
    """
    wholes = {(text.record.article.get("id"), text.record.id): text.record for text in quotations}
    first: dict[Hashable, int] = {}
    bare: dict[Hashable, list[tuple[date | None, int]]] = {}
    for place, text in enumerate(quotations):
        is_stock = is_stock_phrase(text.words)
        if not text.words or text.speaker is None or not (len(text.words) < _SHORT or is_stock):
            continue
        said = (text.words, text.speaker)
        whole = wholes.get((text.record.article.get("id"), text.record.part_of or ""))
        stems = occasion(text.record, whole)
        for key in (text.record.article.get("id"), *combinations(sorted(stems), 2)):
            known = first.setdefault((said, key), place)
            if known != place:
                yield known, place, "verbatim"
        if len(stems) < 2 and not is_stock:
            bare.setdefault(said, []).append((_day(text.record), place))
    for dated in bare.values():
        for (before, one), (after, other) in pairwise(sorted(dated, key=_by_day)):
            if before == after or (before and after and (after - before).days <= _DAYS):
                yield one, other, "verbatim"


def _day(record: Record) -> date | None:
    try:
        return date.fromisoformat((date_of(record.article) or "")[:10])
    except ValueError:
        return None


def _by_day(dated: tuple[date | None, int]) -> tuple[bool, date, int]:
    day, place = dated
    return day is None, day or date.min, place


# -- nearly the same words --------------------------------------------------------------------------------------------


def _join_alike(quotations: Sequence[_Quotation], union: _Union, registry: SpeakerRegistry) -> None:
    """Join what is shortened, nearly the same or differently translated; then what is said by somebody not named."""
    places = _wordings(quotations)
    texts = [quotations[place] for place in places]
    corpus = Corpus.of([text.words for text in texts], [text.speaker for text in texts])
    parts: list[tuple[int, int]] = []
    for one, other in within_speakers(corpus).tolist():
        first, second = texts[one], texts[other]
        if first.speaker is None and min(len(first.words), len(second.words)) < _LONG:
            continue
        reason = sameness(first.wording, second.wording)
        if reason == "shortened":
            parts.append((places[one], places[other]))
        elif reason is not None:
            union.join(places[one], places[other], reason)
    _join_parts(parts, quotations, union)
    _join_unambiguous(_fragments(quotations, union), union)
    _join_weak(texts, places, corpus, union, registry)


def _join_parts(parts: Iterable[tuple[int, int]], quotations: Sequence[_Quotation], union: _Union) -> None:
    """Join what is shortened to its whole, if all the wholes that it is taken from are one utterance."""

    def size(place: int) -> tuple[int, tuple[str, ...]]:
        return len(quotations[place].words), quotations[place].words

    wholes: dict[int, dict[int, int]] = {}
    for pair in parts:
        part, whole = sorted(pair, key=size)
        if union.root(part) != union.root(whole):
            own = wholes.setdefault(part, {})
            own[union.root(whole)] = max(own.get(union.root(whole), whole), whole, key=size)
    joined = []
    for part, found in wholes.items():
        longest = max(found.values(), key=size)
        if all(
            whole == longest or sameness(quotations[whole].wording, quotations[longest].wording) is not None
            for whole in found.values()
        ):
            joined += [(part, whole) for whole in found.values()]
    for part, whole in joined:
        union.join(part, whole, "shortened")


def _fragments(quotations: Sequence[_Quotation], union: _Union) -> Iterator[tuple[int, int, str]]:
    """Yield fragments of two words with a quotation of each utterance of the speaker that they are taken from."""
    filed: dict[Hashable, dict[int, int]] = {}
    for place, text in enumerate(quotations):
        if text.speaker is not None and len(text.words) == _SHORT - 1 and content(text.words):
            filed.setdefault((text.speaker, text.words), {}).setdefault(union.root(place), place)
    wholes: dict[Hashable, dict[int, int]] = {}
    for place, text in enumerate(quotations if filed else ()):
        for run in pairwise(text.words) if len(text.words) >= _SHORT else ():
            if (text.speaker, run) in filed:
                wholes.setdefault((text.speaker, run), {}).setdefault(union.root(place), place)
    for key, found in wholes.items():
        for fragment in filed[key].values() if len(found) <= _MANY else ():
            for place in found.values():
                if not contradicts(quotations[fragment].wording, quotations[place].wording):
                    yield fragment, place, "shortened"


def _wordings(quotations: Sequence[_Quotation]) -> list[int]:
    """Return the place of the first of each wording and speaker: the rest is joined to it already."""
    found: dict[Hashable, int] = {}
    for place, text in enumerate(quotations):
        if len(text.words) >= _SHORT and not is_stock_phrase(text.words):
            found.setdefault((text.words, text.speaker), place)
    return list(found.values())


def _join_weak(
    texts: Sequence[_Quotation], places: Sequence[int], corpus: Corpus, union: _Union, registry: SpeakerRegistry
) -> None:
    """Join quotations of a name like another's, then of nobody named, to the one utterance whose words they are.

    Where the words are those of two speakers, it is a phrase that many use, and nothing is joined.
    """
    import numpy as np

    bare = [_is_bare(text) or _is_like_another(text, registry) for text in texts]
    weak = np.array([text.speaker is None for text in texts], dtype=bool) | np.array(bare, dtype=bool)
    found: dict[bool, list[tuple[int, int, str]]] = {False: [], True: []}
    for pair in across_speakers(corpus, weak).tolist() if weak.any() else ():
        one, other = pair if bare[pair[0]] or texts[pair[0]].speaker is None else pair[::-1]
        if texts[other].speaker is None or (bare[other] and texts[one].speaker is not None and not bare[one]):
            one, other = other, one
        first, second = texts[one], texts[other]
        least = _LONG if first.speaker is None else _TELLING
        if min(len(first.words), len(second.words)) < least or first.speaker == second.speaker:
            continue
        if first.speaker is not None and not _may_be_one(first.record, second.record, registry):
            continue
        reason = sameness(first.wording, second.wording)
        if reason is not None and second.speaker is not None:
            found[first.speaker is None].append((places[one], places[other], reason))
    _join_unambiguous(_mutual(found[False], union), union)
    _join_unambiguous(found[True], union)


def _mutual(pairs: Sequence[tuple[int, int, str]], union: _Union) -> list[tuple[int, int, str]]:
    """Return the pairs of groups that are alike to each other and to no third."""
    alike: dict[int, set[int]] = {}
    for one, other, _ in pairs:
        alike.setdefault(union.root(one), set()).add(union.root(other))
        alike.setdefault(union.root(other), set()).add(union.root(one))
    return [pair for pair in pairs if len(alike[union.root(pair[0])]) == 1 == len(alike[union.root(pair[1])])]


def _join_unambiguous(pairs: Iterable[tuple[int, int, str]], union: _Union) -> None:
    """Join each weak group to the one other group that it was found alike with, if there is only one."""
    matches: dict[int, dict[int, tuple[int, int, str]]] = {}
    for one, other, reason in pairs:
        if union.root(one) != union.root(other):
            matches.setdefault(union.root(one), {}).setdefault(union.root(other), (one, other, reason))
    for found in matches.values():
        if len(found) == 1:
            union.join(*next(iter(found.values())))


def _is_bare(text: _Quotation) -> bool:
    speaker = text.record.speaker
    return speaker is not None and speaker.kind == "person" and len((speaker.name or "").split()) == 1


def _is_like_another(text: _Quotation, registry: SpeakerRegistry) -> bool:
    named = None if text.record.speaker is None else Named.of(text.record.speaker)
    return named is not None and registry.is_like_another(named)


def _may_be_one(one: Record, other: Record, registry: SpeakerRegistry) -> bool:
    """Say whether two names may be one speaker's for all that is known of them, and no user keeps them apart."""
    first = None if one.speaker is None else Named.of(one.speaker)
    second = None if other.speaker is None else Named.of(other.speaker)
    if first is None or second is None or registry.keeps_apart(first.name, second.name):
        return False
    return compare(first, second).strength > 0


# -- groups -----------------------------------------------------------------------------------------------------------


@define
class _Union:
    """Which places are one, with the reasons."""

    size: int
    _parents: list[int] = field(init=False)
    _reasons: dict[int, set[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._parents = list(range(self.size))

    def root(self, place: int) -> int:
        """Return the first place of the group of a place."""
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def join(self, one: int, other: int, reason: str) -> None:
        """Make two places one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first
        merged = self._reasons.pop(first, set()) | self._reasons.pop(second, set()) | {reason}
        self._reasons[first] = merged

    def groups(self) -> list[list[int]]:
        """Return the groups in the order of their first places."""
        found: dict[int, list[int]] = {}
        for place in range(self.size):
            found.setdefault(self.root(place), []).append(place)
        return list(found.values())

    def reasons(self, places: Sequence[int]) -> tuple[str, ...]:
        """Return why the places of a group are one."""
        return tuple(sorted(self._reasons.get(self.root(places[0]), set())))


def _utterance(quotations: Sequence[_Quotation], places: Sequence[int], reasons: tuple[str, ...]) -> Utterance:
    said = [quotations[place] for place in places]
    fullest = max(said, key=lambda text: (text.record.part_of is None, len(text.words), text.record.type == "direct"))
    return Utterance(fullest.record, tuple(text.record for text in said), reasons)
