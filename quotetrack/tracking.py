"""The same utterance in several articles, and what one speaker said over time: passes over records.

Candidates come from MinHash signatures (Broder 1997, *On the resemblance and containment of documents*), banded as in
locality-sensitive hashing, from shared runs of three words, and, within one speaker, from shared rare words; so the
work grows about linearly with the number of records. Each candidate is then checked, and the reason kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import define, field, frozen

from quotetrack.records import GAP, Record
from quotetrack.registry import Named, SpeakerRegistry, compare
from quotetrack.registry.spelling import folded

#: How much of the shorter one must be in the longer one; set by hand, on invented pairs.
_CONTAINED: Final = 0.8
_ALIKE: Final = 0.5
_TRANSLATED: Final = 72.0
_PERMUTATIONS: Final = 32
#: A feature that more texts have than this leads to no candidates; so many of the rarest ones does a text file.
_COMMON: Final = 40
_FILED: Final = 6
_SHORT: Final = 3
_LONG: Final = 6
_STOPWORDS: Final = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber dass daß ob zu im in an am auf aus bei mit"
    " von vom für über unter nach vor um als wie wenn weil so auch nur noch nicht es er sie wir ihr ich man sich uns"
    " ihn ihm ihnen ihre ihren ihrer sein seine seinen seiner unser unsere unserer ist sind war waren sei seien wird"
    " werden wurde hat haben habe hatte wäre würde kann können soll sollen will wollen muss müssen dies diese"
    " dieser dieses".split()
)


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


@define
class _Text:
    """A quotation made ready for comparing."""

    record: Record
    words: tuple[str, ...]
    speaker: Hashable
    group: int
    shingles: frozenset[tuple[str, str]] = field(init=False)
    content: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.shingles = frozenset(pairwise(self.words))
        self.content = _content(self.words)


def track(records: Iterable[Record], registry: SpeakerRegistry | None = None) -> list[Utterance]:
    """Return the utterances of records in their order: verbatim, shortened, and differently translated ones together.

    With a ``registry`` the same speaker under other spellings is one. Fragments that a record holds are not tracked on
    their own beside it in the same article.

    >>> track([])
    []
    """
    known = [record for record in records if record.type != "not_a_quote"]
    registry = registry or SpeakerRegistry()
    linked = registry.link(known)
    texts = [_Text(record, _words(record), _speaker_key(record), place) for place, record in enumerate(linked)]
    union = _Union(len(texts))
    for one, other, reason in _agreements(texts):
        union.join(one, other, reason)
    return [_utterance(texts, places, union.reasons(places)) for places in union.groups()]


def timeline(records: Iterable[Record], speaker: str, registry: SpeakerRegistry | None = None) -> list[Record]:
    """Return what a speaker said, also as one of several, by the date of the article.

    ``speaker`` is an id or a name. Articles carry their date in ``date`` (or ``published``), in the form of ISO 8601;
    articles without one come last.
    """
    known = list(records)
    registry = registry or SpeakerRegistry()
    linked = registry.link(known)
    wanted = registry.find(speaker) or next(
        (found for kind in ("organisation", "place", "medium", "document") if (found := registry.find(speaker, kind))),
        None,
    )
    said = [record for record in linked if _is_said_by(record, speaker, wanted.id if wanted else None, registry)]
    return sorted(said, key=_moment)


def _is_said_by(record: Record, name: str, wanted: str | None, registry: SpeakerRegistry) -> bool:
    if record.speaker is None:
        return False
    if wanted is not None and record.speaker.id == wanted:
        return True
    for member in record.speaker.members:
        found = registry.find(member)
        if (wanted is not None and found is not None and found.id == wanted) or folded(member) == folded(name):
            return True
    return wanted is None and record.speaker.name is not None and folded(record.speaker.name) == folded(name)


def _moment(record: Record) -> tuple[bool, str, str, int]:
    date = date_of(record.article)
    return date is None, date or "", str(record.article.get("id")), record.span.start


def date_of(article: Mapping[str, Any]) -> str | None:
    """Return the date of an article as it came in, None if it has none.

    >>> date_of({"id": "hafen", "date": "2024-11-03"})
    '2024-11-03'
    """
    for key in ("date", "published", "datum"):
        if article.get(key):
            return str(article[key])
    return None


# -- texts ------------------------------------------------------------------------------------------------------------


def _words(record: Record) -> tuple[str, ...]:
    """Return the words of a quotation, folded, without the conjunction that opens an indirect one."""
    words = folded(record.text.replace(GAP.strip(), " ")).split()
    if words and record.type != "direct" and words[0] in ("dass", "ob"):
        words = words[1:]
    return tuple(words)


def _speaker_key(record: Record) -> Hashable:
    speaker = record.speaker
    if speaker is None or (speaker.name is None and not speaker.members):
        return None
    return speaker.id or tuple(sorted(map(folded, speaker.members))) or folded(speaker.name or "")


def _content(words: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words that carry meaning, cut to their first letters."""
    return frozenset(word[:6] for word in words if word not in _STOPWORDS and len(word) > 2)


# -- candidates -------------------------------------------------------------------------------------------------------


def _agreements(texts: Sequence[_Text]) -> Iterator[tuple[int, int, str]]:
    yield from _verbatim(texts)
    seen: set[tuple[int, int]] = set()
    long = _representatives(texts)
    for source in (_by_signature, _by_runs, _by_rare_words):
        for one, other in source(long):
            pair = (min(one.group, other.group), max(one.group, other.group))
            if pair in seen or one.group == other.group:
                continue
            seen.add(pair)
            reason = _same_utterance(one, other)
            if reason is not None:
                yield *pair, reason


def _verbatim(texts: Sequence[_Text]) -> Iterator[tuple[int, int, str]]:
    """Join the same words: said by the same speaker, or long enough to be nobody else's."""
    first: dict[Hashable, int] = {}
    for place, text in enumerate(texts):
        if not text.words:
            continue
        keys: list[Hashable] = []
        if text.speaker is not None:
            keys.append((text.words, text.speaker))
        if len(text.words) >= _LONG and text.speaker is None:
            keys.append((text.words, None))
        for key in keys:
            if key in first:
                yield first[key], place, "verbatim"
            else:
                first[key] = place


def _representatives(texts: Sequence[_Text]) -> list[_Text]:
    """Return one text for each wording and speaker: the rest is joined to it already."""
    found: dict[Hashable, _Text] = {}
    for text in texts:
        if len(text.words) >= _SHORT:
            found.setdefault((text.words, text.speaker), text)
    return list(found.values())


def _by_signature(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS)
    long = [text for text in texts if len(text.words) > _SHORT]
    tokens = [[" ".join(pair).encode("utf-8") for pair in text.shingles] for text in long]
    by_group = {text.group: text for text in long}
    for text, signature in zip(long, MinHash.generator(tokens, num_perm=_PERMUTATIONS, hashfunc=_hash), strict=True):
        for group in index.query(signature):
            yield by_group[group], text
        index.insert(text.group, signature, check_duplication=False)


def _hash(token: bytes) -> int:
    from zlib import crc32

    return crc32(token)


def _by_runs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield pairs that share a run of three words that few others have: one may be a part of the other."""
    yield from _sharing(texts, [{text.words[at : at + 3] for at in range(len(text.words) - 2)} for text in texts])


def _by_rare_words(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield pairs of one speaker that share two rare words: one may be another translation of the other."""
    spoken = [text for text in texts if text.speaker is not None]
    found: dict[tuple[int, int], tuple[_Text, _Text]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for one, other in _sharing(spoken, [{(text.speaker, stem) for stem in text.content} for text in spoken]):
        found[one.group, other.group] = (one, other)
        shared[one.group, other.group] += 1
    yield from (found[pair] for pair, number in shared.items() if number > 1)


def _sharing(texts: Sequence[_Text], features: Sequence[Iterable[Hashable]]) -> Iterator[tuple[_Text, _Text]]:
    """Yield pairs that share a feature: each text is filed under its rarest ones, and looked for under all.

    So a part finds its whole, and no text costs more than a fixed number of comparisons.
    """
    counts = Counter(feature for own in features for feature in own)
    filed: dict[Hashable, list[_Text]] = {}
    shared = [
        sorted((f for f in own if 1 < counts[f] <= _COMMON), key=lambda f: (counts[f], repr(f))) for own in features
    ]
    for text, own in zip(texts, shared, strict=True):
        for feature in own[:_FILED]:
            filed.setdefault(feature, []).append(text)
    for text, own in zip(texts, shared, strict=True):
        for feature in own:
            yield from ((other, text) for other in filed.get(feature, ()) if other is not text)


# -- checking ---------------------------------------------------------------------------------------------------------


def _same_utterance(one: _Text, other: _Text) -> str | None:
    """Return why two quotations are one utterance, None if they are not."""
    if not _may_be_one_speaker(one, other):
        return None
    first, second = one.shingles, other.shingles
    common = len(first & second)
    shorter = min(len(first), len(second))
    if common == shorter == len(first | second):
        return "verbatim"
    if common >= _CONTAINED * shorter and shorter >= _SHORT - 1 and _has_content(min(one, other, key=_length)):
        return "shortened"
    if common >= _ALIKE * len(first | second):
        return "nearly the same words"
    if one.speaker is not None and one.speaker == other.speaker and _translated(one, other):
        return "differently translated"
    return None


def _length(text: _Text) -> int:
    return len(text.words)


def _has_content(text: _Text) -> bool:
    return len(text.content) >= 2


def _may_be_one_speaker(one: _Text, other: _Text) -> bool:
    if one.speaker is not None and other.speaker is not None:
        return one.speaker == other.speaker or _names_agree(one.record, other.record)
    return min(len(one.words), len(other.words)) >= _LONG


def _names_agree(one: Record, other: Record) -> bool:
    first = None if one.speaker is None else Named.of(one.speaker)
    second = None if other.speaker is None else Named.of(other.speaker)
    return first is not None and second is not None and compare(first, second).is_same


def _translated(one: _Text, other: _Text) -> bool:
    """Say whether two quotations of one speaker say the same in other words: most stems shared, most words alike."""
    from rapidfuzz.fuzz import token_set_ratio

    first, second = one.content, other.content
    common = len(first & second)
    if common < 2 or common < 0.6 * min(len(first), len(second)) or min(len(first), len(second)) < _SHORT:
        return False
    said = [" ".join(word for word in text.words if word not in _STOPWORDS) for text in (one, other)]
    return float(token_set_ratio(*said)) >= _TRANSLATED


# -- groups -----------------------------------------------------------------------------------------------------------


@define
class _Union:
    """Which places are one, with the reasons."""

    size: int
    _parents: list[int] = field(init=False)
    _reasons: dict[int, set[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._parents = list(range(self.size))

    def _root(self, place: int) -> int:
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def join(self, one: int, other: int, reason: str) -> None:
        """Make two places one."""
        first, second = sorted((self._root(one), self._root(other)))
        self._parents[second] = first
        merged = self._reasons.pop(first, set()) | self._reasons.pop(second, set()) | {reason}
        self._reasons[first] = merged

    def groups(self) -> list[list[int]]:
        """Return the groups in the order of their first places."""
        found: dict[int, list[int]] = {}
        for place in range(self.size):
            found.setdefault(self._root(place), []).append(place)
        return list(found.values())

    def reasons(self, places: Sequence[int]) -> tuple[str, ...]:
        """Return why the places of a group are one."""
        return tuple(sorted(self._reasons.get(self._root(places[0]), set())))


def _utterance(texts: Sequence[_Text], places: Sequence[int], reasons: tuple[str, ...]) -> Utterance:
    records = tuple(texts[place].record for place in places)
    fullest = max(records, key=lambda record: (record.part_of is None, len(_words(record)), record.type == "direct"))
    return Utterance(fullest, records, reasons)
