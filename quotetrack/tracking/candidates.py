"""Which quotations are worth comparing: pairs that share something few others have, found in about linear time.

Each quotation has features: bands of its MinHash signature (Broder 1997, *On the resemblance and containment of
documents*; locality-sensitive hashing as in Leskovec, Rajaraman & Ullman, *Mining of Massive Datasets*, 3.4), its runs
of three words, and pairs of its rarest stems. Quotations with a feature in common are in one bucket. In a bucket each
is paired with the longest few and with its neighbours in length, so that the work in a bucket is linear in its size
however common the feature is. All of it is arithmetic on arrays, a number a word.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quotetrack.tracking.wording import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

#: Bands of a signature, and rows of a band: of pairs with half of their runs of two words in common, three of four
#: share a band.
_BANDS: Final = 10
_ROWS: Final = 3
#: How many of its rarest stems a quotation is looked for by; a pair of them must be shared.
_RAREST: Final = 7
#: With how many of the longest in its bucket, and of its neighbours in length, a quotation is paired.
_LONGEST: Final = 4
_NEIGHBOURS: Final = 4
_SEED: Final = 20_240_517


@frozen
class Corpus:
    """The words of many quotations in one array, with what belongs to each place and to each quotation."""

    words: Numbers
    starts: Numbers
    lengths: Numbers
    stems: Numbers
    speakers: Numbers

    @classmethod
    def of(cls, words: Sequence[tuple[str, ...]], speakers: Sequence[Hashable]) -> Corpus:
        """Return the words of quotations as numbers. A speaker of None is a speaker that is not known, number 0."""
        import numpy as np

        vocabulary: dict[str, int] = {}
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        flat = np.fromiter(
            (vocabulary.setdefault(word, len(vocabulary)) for text in words for word in text),
            np.int64,
            int(lengths.sum()),
        )
        stem_numbers: dict[str | None, int] = {None: -1}
        stems = np.fromiter(
            (stem_numbers.setdefault(stem(word), len(stem_numbers)) for word in vocabulary), np.int64, len(vocabulary)
        )
        known: dict[Hashable, int] = {None: 0}
        named = np.fromiter((known.setdefault(name, len(known)) for name in speakers), np.int64, len(words))
        return cls(flat, np.cumsum(lengths) - lengths, lengths, stems[flat], named)

    @property
    def texts(self) -> Numbers:
        """The number of the quotation that each word belongs to."""
        import numpy as np

        return np.repeat(np.arange(len(self.lengths)), self.lengths)


def within_speakers(corpus: Corpus) -> Numbers:
    """Return the pairs of quotations of one speaker worth comparing: two columns, the lower number first."""
    import numpy as np

    buckets = [*_signatures(corpus), _runs(corpus), _stem_pairs(corpus)]
    found = [
        _pairs(_mixed(features, corpus.speakers[texts].astype(np.uint64)), texts, -corpus.lengths)
        for features, texts in buckets
    ]
    return _unique(found, len(corpus.lengths))


def across_speakers(corpus: Corpus, weak: NDArray[np.bool_]) -> Numbers:
    """Return the pairs worth comparing with alike words of which one has a speaker not known for sure (``weak``)."""
    import numpy as np

    found = []
    for features, texts in (*_signatures(corpus), _runs(corpus)):
        order = np.argsort(features, kind="stable")
        features, texts = features[order], texts[order]
        if not len(features):
            continue
        starts = np.flatnonzero(np.r_[True, features[1:] != features[:-1]])
        has_weak = np.logical_or.reduceat(weak[texts], starts)
        kept = np.repeat(has_weak, np.diff(np.r_[starts, len(features)]))
        found.append(_pairs(features[kept], texts[kept], np.where(weak, 0, 1) * 1_000_000 - corpus.lengths))
    pairs = _unique(found, len(corpus.lengths))
    return pairs[weak[pairs[:, 0]] | weak[pairs[:, 1]]]


# -- features ---------------------------------------------------------------------------------------------------------


def _signatures(corpus: Corpus) -> list[tuple[Hashes, Numbers]]:
    """Return, a band a bucket, the bands of the MinHash signatures over runs of two words."""
    import numpy as np

    shingles, texts = _grams(corpus, 2)
    if not len(shingles):
        return []
    starts = np.flatnonzero(np.r_[True, texts[1:] != texts[:-1]])
    keys = np.random.default_rng(_SEED).integers(1, 2**63, size=(_BANDS, _ROWS), dtype=np.uint64)
    found = []
    for band, rows in enumerate(keys):
        features = np.full(len(starts), band, dtype=np.uint64)
        for key in rows:
            features = _mixed(features, np.minimum.reduceat(_scattered(shingles ^ key), starts))
        found.append((features, texts[starts]))
    return found


def _runs(corpus: Corpus) -> tuple[Hashes, Numbers]:
    """Return the runs of three words, each once a quotation: a part shares them with the whole."""
    return _once(*_grams(corpus, 3))


def _stem_pairs(corpus: Corpus) -> tuple[Hashes, Numbers]:
    """Return pairs of the stems that are rarest with the speaker: another translation shares some."""
    import numpy as np

    texts = corpus.texts
    kept = (corpus.stems >= 0) & (corpus.speakers[texts] > 0)
    stems, texts = corpus.stems[kept], texts[kept]
    own = _mixed(stems.astype(np.uint64), corpus.speakers[texts].astype(np.uint64))
    own, texts = _once(own, texts)
    if not len(own):
        return own, texts
    _, inverse, counts = np.unique(own, return_inverse=True, return_counts=True)
    often = counts[inverse]
    own, texts, often = own[often > 1], texts[often > 1], often[often > 1]
    order = np.lexsort((own, often, texts))
    own, texts = own[order], texts[order]
    rank = _places_within(texts)
    own, texts = own[rank < _RAREST], texts[rank < _RAREST]
    features, owners = [], []
    for step in range(1, _RAREST):
        together = texts[step:] == texts[:-step]
        one, other = own[:-step][together], own[step:][together]
        features.append(_mixed(np.minimum(one, other), np.maximum(one, other)))
        owners.append(texts[step:][together])
    return np.concatenate(features), np.concatenate(owners)


def _grams(corpus: Corpus, size: int) -> tuple[Hashes, Numbers]:
    """Return the runs of so many words, hashed, and the quotation of each."""
    import numpy as np

    texts = corpus.texts
    last = len(corpus.words) - size + 1
    if last <= 0:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    hashes = np.zeros(last, np.uint64)
    for step in range(size):
        hashes = _mixed(hashes, corpus.words[step : last + step].astype(np.uint64))
    inside = texts[:last] == texts[size - 1 :]
    return hashes[inside], texts[:last][inside]


# -- arrays -----------------------------------------------------------------------------------------------------------


def _scattered(values: Hashes) -> Hashes:
    """Return numbers that look random and depend on the given ones alone (the finaliser of SplitMix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _mixed(one: Hashes, other: Hashes) -> Hashes:
    import numpy as np

    return _scattered(one * np.uint64(0x9E3779B97F4A7C15) + other + np.uint64(1))


def _once(features: Hashes, texts: Numbers) -> tuple[Hashes, Numbers]:
    """Return each feature once for each quotation."""
    import numpy as np

    order = np.lexsort((features, texts))
    features, texts = features[order], texts[order]
    new = np.ones(len(features), dtype=bool)
    new[1:] = (features[1:] != features[:-1]) | (texts[1:] != texts[:-1])
    return features[new], texts[new]


def _places_within(groups: Numbers) -> Numbers:
    """Return for each place its number within its run of equal values."""
    import numpy as np

    new = np.ones(len(groups), dtype=bool)
    new[1:] = groups[1:] != groups[:-1]
    starts = np.flatnonzero(new)
    places: Numbers = np.arange(len(groups)) - starts[np.cumsum(new) - 1]
    return places


def _pairs(features: Hashes, texts: Numbers, rank: Numbers) -> Numbers:
    """Return pairs of quotations that share a feature: each with the first few of its bucket and its neighbours."""
    import numpy as np

    order = np.lexsort((rank[texts], features))
    features, texts = features[order], texts[order]
    found = []
    for step in range(1, _NEIGHBOURS + 1):
        together = features[step:] == features[:-step]
        found.append(np.stack([texts[:-step][together], texts[step:][together]], axis=1))
    within = _places_within(features.view(np.int64))
    for first in range(_LONGEST):
        later = np.flatnonzero(within > first + _NEIGHBOURS)
        found.append(np.stack([texts[later - within[later] + first], texts[later]], axis=1))
    return np.concatenate(found)


def _unique(found: Sequence[Numbers], size: int) -> Numbers:
    """Return each pair once, in order, the lower number first."""
    import numpy as np

    if not found:
        return np.zeros((0, 2), np.int64)
    pairs = np.concatenate(found)
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    codes = np.unique((low * size + high)[low != high])
    return np.stack([codes // size, codes % size], axis=1)
