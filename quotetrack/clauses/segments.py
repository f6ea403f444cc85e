"""Cuts a sentence into segments: at its separators, before coordinators, where a comma is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from quotetrack.clauses.frames import is_nominal
from quotetrack.clauses.verbs import PARTICIPLE_RE, Segment, has_infix, is_finite, is_zu_infinitive
from quotetrack.clauses.words import COORDINATORS, OPENERS, SUBORDINATORS
from quotetrack.lexicon import load, table
from quotetrack.syntax import PARTICLES, VERBALS, Sentence, Word

_BEFORE_DASS: Final = frozenset("so ohne statt anstatt außer als auf bis nur kaum dadurch und oder sondern".split())
"""Words that open a clause together with *dass*, or join it."""
_CIRCUMSTANTIAL: Final = SUBORDINATORS - {"dass", "daß", "ob"}
_HAVING: Final = frozenset("hat haben hatte hatten habe hätte hätten wurde wurden wird werden".split())
_SEPARATORS: Final = frozenset(",;:")
_DASHES: Final = frozenset("–—-")
_CLOSERS: Final = frozenset('“‘”«»‹›"')
_BRACKETS: Final = {"(": ")", "[": "]"}


def segments(sentence: Sentence, marked: frozenset[int]) -> Iterator[Segment]:
    """Yield what stands between the separators of a sentence."""
    words: list[Word] = []
    bracketed: set[int] = set()
    separator = ""
    awaited: list[str] = []
    for word in sentence.words:
        if word.index in marked:
            words.append(word)
            continue
        if not word.masked and word.text in _BRACKETS:
            awaited.append(_BRACKETS[word.text])
        if awaited:
            bracketed.add(word.index)
            words.append(word)
            if word.text == awaited[-1]:
                awaited.pop()
            continue
        if _separates(word, sentence):
            if words:
                yield Segment(tuple(words), separator, frozenset(bracketed), marked)
            words, bracketed, separator = [], set(), word.text
            continue
        words.append(word)
    if words:
        yield Segment(tuple(words), separator, frozenset(bracketed), marked)


def marked_words(sentence: Sentence) -> frozenset[int]:
    """Return the places of the words between quotation marks: no comma among them separates the author's clauses."""
    found: set[int] = set()
    opened: int | None = None
    for word in sentence.words:
        if not word.masked and word.text in OPENERS and opened is None:
            opened = word.index
        elif not word.masked and word.text in _CLOSERS and opened is not None:
            found.update(range(opened, word.index + 1))
            opened = None
    return frozenset(found)


def _separates(word: Word, sentence: Sentence) -> bool:
    if word.masked:
        return False
    return word.text in _SEPARATORS or (word.text in _DASHES and not _is_hyphen(word, sentence))


def _is_hyphen(word: Word, sentence: Sentence) -> bool:
    """Say whether a dash stands between two words without a space on both sides."""
    if word.index == 1 or word.index == len(sentence.words):
        return False
    before, after = sentence.word(word.index - 1), sentence.word(word.index + 1)
    return before.span.end == word.span.start or word.span.end == after.span.start


def split_at_lost_comma(segment: Segment) -> Iterator[Segment]:
    """Yield the segment in two where a comma is missing: *Ott sagte | dass er gehe*, *wurden gebeten | zu warten*."""
    cut = _lost_before_so(segment) or _lost_comma(segment)
    if cut is None:
        yield segment
    else:
        yield _part(segment, 0, cut)
        yield _part(segment, cut, len(segment.words))


def _lost_before_so(segment: Segment) -> int | None:
    """Return where *so X* begins right behind the marks: *„Das reicht.“ | so die Leiterin*."""
    words = segment.words
    outside = (place for place, word in enumerate(words) if not (word.masked or word.index in segment.marked))
    place = next(outside, 0)
    if not place or place + 1 == len(words) or words[place].text != "so":
        return None
    named = words[place + 1].upos in ("DET", "NOUN", "PROPN")
    return place if named and not any(map(is_finite, words[place:])) else None


def _lost_comma(segment: Segment) -> int | None:
    """Return the place in a segment before which a clause begins without its comma, behind a verb."""
    words = segment.words
    outside = segment.in_brackets | segment.marked
    shown = [place for place, word in enumerate(words) if not word.masked and word.index not in outside]
    first = next((place for place in shown if is_finite(words[place])), None)
    if first is None:
        return None
    opened = words[0].upos == "SCONJ" and words[0].text.lower() in _CIRCUMSTANTIAL
    for place in shown:
        word = words[place]
        opens = word.text in ("dass", "daß") and first < place and words[place - 1].text not in _BEFORE_DASS
        if opens and any(words[later].upos in VERBALS for later in shown if later > place):
            return place
        if opened and place == first + 1 and is_finite(word) and words[first + 2 :]:  # Als er ging | sagte er
            return place if is_nominal(words[first + 2]) or words[first + 2].upos in ("DET", "ADJ", "ADP") else None
    return _lost_before_infinitive(words, shown, first)


def _lost_before_infinitive(words: tuple[Word, ...], shown: list[int], first: int) -> int | None:
    """Return where an infinitive begins behind the participle of a verb of saying: *hat angekündigt | zu gehen*."""
    content = [place for place in shown if words[place].upos != "PUNCT"]
    if not content or not is_zu_infinitive(words, content[-1]):
        return None
    end = content[-1]
    for place in content:
        after = place + 1
        said = place > first and "z" in _complements(words[place], words[first])
        if said and after + 1 < end and words[after].upos not in ("AUX", "PUNCT", "CCONJ"):
            return after
    return None


def _complements(word: Word, finite: Word) -> str:
    """Return what the verb takes whose bracket a participle or a particle closes: *angekündigt*, *forderte … auf*."""
    verb = word.lemma.lower()
    if word.relation in PARTICLES and word.head == finite.index:
        verb = word.text.lower() + finite.lemma.lower()
    elif word.features.get("VerbForm") != "Part":
        shaped = word.upos == "ADJ" or (word.upos == "VERB" and finite.upos == "AUX" and word != finite)
        if not (shaped and PARTICIPLE_RE.match(word.text)):
            return ""
    return table("reporting_verbs").get(verb, ("",))[0]


def split_coordination(segment: Segment) -> Iterator[Segment]:
    """Yield the segment in pieces, each with at most one finite verb, cut before *und* and its like."""
    finite = segment.finite
    if not finite:
        yield segment
        return
    places = {word.index: place for place, word in enumerate(segment.words)}
    start = _behind_joint(segment, places[finite[0].index])
    if start:
        yield _part(segment, 0, start)
    for first, second in pairwise(finite):
        between = range(places[first.index] + 1, places[second.index])
        joints = [place for place in between if segment.words[place].text.lower() in COORDINATORS]
        right_before = [place for place in joints if segment.words[place + 1] == second]
        cut = next(iter(right_before or joints), None)
        if cut is not None and cut > start:
            yield _part(segment, start, cut)
            start = cut
    yield _part(segment, start, len(segment.words))


def _behind_joint(segment: Segment, place: int) -> int:
    """Return where *und* and the first finite verb begin what a verb before goes on with: *…, Parolen | und warfen*."""
    words = segment.words
    joint = place - 1
    joins = joint > 0 and words[joint].text in ("und", "oder") and words[place].text.islower()
    opens = words[0].upos == "SCONJ" and words[0].text != "um"
    return joint if joins and place + 1 < len(words) and not opens else 0


def split_infinitive(segment: Segment) -> Iterator[Segment]:
    """Yield a segment in two before a bare infinitive without a comma: *rief die Leute auf | zu teilen*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    size = 1 if words and has_infix(words[-1]) else 2 if len(words) > 1 and words[-2].text == "zu" else 0
    before = words[-size - 1] if size and len(words) > size + 1 else None
    finite = segment.finite
    if before is None or len(finite) != 1 or words[-1].upos != "VERB" or not _ends_saying(before, finite[0]):
        yield segment
        return
    cut = segment.words.index(words[-size])
    yield _part(segment, 0, cut)
    yield _part(segment, cut, len(segment.words))


def _ends_saying(word: Word, finite: Word) -> bool:
    """Say whether a word ends the bracket of a verb of saying: its particle or participle."""
    known = load("reporting_verbs")
    if finite.upos == "AUX" and word.upos == "VERB":
        return word.lemma in known and finite.text.lower() in _HAVING
    return finite.index < word.index and word.text.lower() + finite.lemma in known


def _part(segment: Segment, start: int, end: int) -> Segment:
    if start == 0 and end == len(segment.words):
        return segment
    separator = segment.separator if start == 0 else ""
    return Segment(segment.words[start:end], separator, segment.in_brackets, segment.marked)
