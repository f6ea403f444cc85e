"""What properties are tried on: any text, text that looks like news, articles, and records of either."""

from __future__ import annotations

from typing import Any, Final, get_args

from hypothesis import strategies as st

from quotetrack.records import Channel, Cue, Phrase, Record, Speaker, joined, record_id
from quotetrack.spans import Span
from quotetrack.vocabulary import CueKind, Medium, Mood, QuotationType, SpeakerKind, Zone

HALVES: Final = ("\ud83d", "\udc00")
"""Halves of surrogate pairs: characters of a Python string that UTF-8 cannot hold."""

_FRAGMENTS: Final = (
    "Bürgermeisterin Jana Ott",
    "Ott",
    "die Polizei",
    "er",
    "sie",
    "CNN",
    "sagte",
    "sagte, dass",
    "erklärte:",
    "teilte",
    "mit",
    "forderte,",
    "fragte, ob",
    "zitiert",
    "betonte",
    "Laut",
    "nach Angaben",
    "zufolge",
    ", so Ott",
    ", wie die Stadt meldete",
    "hieß es",
    "der Pass sei zu",
    "die Brücke schließt",
    "er habe alles gewusst",
    "es werde Jahre dauern",
    "soll",
    "das Angebot „fair“ sei",
    "„Wir bleiben hier, und zwar ganz lange“",
    "„Nein“",
    "»Gut so.«",
    "«Es ist zu spät für alles, was wir wollten.»",
    "„",
    "“",
    "‚",
    "‘",
    '"',
    "«",
    "»",
    ",",
    ".",
    ":",
    "!",
    "?",
    "…",
    "–",
    "(",
    ")",
    "[…]",
    "z. B.",
    "am 3. Mai",
    "\n\n",
    "\r\n",
    "\t",
    "\N{NO-BREAK SPACE}",
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH JOINER}",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{BYTE ORDER MARK}",
    "\x00",
    "🎉",
    "שלום",
    "PREV Mehr dazu",
    "Zum gleichen Thema",
)


def any_texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Texts of any characters there are, halves of surrogate pairs too."""
    return st.text(st.characters(codec=None, exclude_categories=()), max_size=max_size)


def news_like_texts(max_pieces: int = 25) -> st.SearchStrategy[str]:
    """Texts of pieces of news in any order, so that rules have something to find, with any characters between."""
    pieces = st.sampled_from(_FRAGMENTS) | st.text(max_size=4)
    return st.lists(st.tuples(pieces, st.sampled_from((" ", " ", " ", ""))), max_size=max_pieces).map(
        lambda found: "".join(piece + space for piece, space in found)
    )


def texts() -> st.SearchStrategy[str]:
    """Texts of either kind."""
    return any_texts() | news_like_texts()


def json_values() -> st.SearchStrategy[Any]:
    """Anything that JSON can say."""
    leaves = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8)
    return st.recursive(
        leaves | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    )


@st.composite
def extents(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """One to three spans of a text in order, none of them empty, none touching another."""
    size = 2 * draw(st.integers(1, min(3, (len(text) + 1) // 2)))
    places = draw(st.lists(st.integers(0, len(text)), min_size=size, max_size=size, unique=True))
    ordered = sorted(places)
    return tuple(Span(start, end) for start, end in zip(ordered[::2], ordered[1::2], strict=True))


@st.composite
def records(draw: st.DrawFn) -> tuple[str, Record]:
    """A text of any characters, and a record about it with everything a record may have."""
    text = draw(st.text(min_size=1, max_size=40) | news_like_texts().filter(bool))
    spans = draw(extents(text))
    article = draw(st.text(min_size=1, max_size=10))
    kind = draw(st.sampled_from(get_args(QuotationType)))
    names = st.none() | st.text(max_size=12)
    record = Record(
        article={
            "id": article,
            "sha256": "0" * 64,
            **draw(st.dictionaries(_metadata_keys(), json_values(), max_size=2)),
        },
        id=record_id(article, kind, spans),
        type=kind,
        text=joined(spans, text),
        spans=spans,
        content_spans=draw(extents(text)),
        part_of=draw(names),
        continues=draw(names),
        repeat_of=draw(names),
        zone=draw(st.sampled_from(get_args(Zone))),
        cue=draw(st.none() | _cues(text)),
        frame=draw(st.none() | _phrases(text)),
        speaker=draw(st.none() | _speakers(text)),
        via=tuple(draw(st.lists(_channels(text), max_size=2))),
        addressee=draw(st.none() | _phrases(text)),
        mood=draw(st.none() | st.sampled_from(get_args(Mood))),
        medium=draw(st.sampled_from(get_args(Medium))),
        confidence=draw(st.none() | st.floats(0, 1)),
        rules=tuple(draw(st.lists(st.text(max_size=8), max_size=2))),
        reason=draw(names),
        producer={"quotetrack": "0", "model": draw(st.text(max_size=5))},
    )
    return text, record


def _metadata_keys() -> st.SearchStrategy[str]:
    return st.text(max_size=5).filter(lambda key: key not in ("id", "sha256"))


@st.composite
def _phrases(draw: st.DrawFn, text: str) -> Phrase:
    spans = draw(extents(text))
    return Phrase(joined(spans, text), spans)


@st.composite
def _cues(draw: st.DrawFn, text: str) -> Cue:
    spans = draw(extents(text))
    return Cue(joined(spans, text), spans, draw(st.text(max_size=8)), draw(st.sampled_from(get_args(CueKind))))


@st.composite
def _channels(draw: st.DrawFn, text: str) -> Channel:
    spans = draw(extents(text))
    kind = draw(st.sampled_from(get_args(SpeakerKind)))
    return Channel(joined(spans, text), spans, draw(st.none() | st.text(max_size=8)), kind)


@st.composite
def _speakers(draw: st.DrawFn, text: str) -> Speaker:
    spans = draw(extents(text))
    names = st.none() | st.text(max_size=12)
    return Speaker(
        mention=joined(spans, text),
        spans=spans,
        name=draw(names),
        kind=draw(st.sampled_from(get_args(SpeakerKind))),
        role=draw(names),
        affiliation=draw(names),
        members=tuple(draw(st.lists(st.text(max_size=8), max_size=2))),
        id=draw(names),
    )
