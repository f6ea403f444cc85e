"""What the properties are tried on: texts built by a grammar, whose truth is known because they were built.

A marked text is chosen as a tree first: paragraphs of prose and passages, passages of prose and passages. It
is then written out, and while it is written the place of every passage is noted. So the truth never depends
on the code under test. Damage is done afterwards, in one block, with a note of where. Who chooses is left
open: hypothesis, which finds a simpler text where one fails, or plain chance, which is quicker.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, Protocol, TypeVar, cast, get_args

from attrs import define, evolve, field, frozen
from hypothesis import strategies as st

from quotetrack.quotation_marks import CONVENTIONS, MARK_CHARACTERS, Convention
from quotetrack.quotation_marks.conventions import FAMILIES
from quotetrack.spans import Span

# --- Prose, invented ---

OPENINGS: Final = (
    "Am Montag",
    "Der Bürgermeister von Öhringen",
    "Rund 3.000 Menschen",
    "Trotz des Regens",
    "Ä",
    "Die S-Bahn 12",
    "Im Saal der Größe XL",
    "Mit 49,5 Prozent",
)
MIDDLES: Final = (
    "blieb der Saal leer",
    "wird es laut Plan später",
    "kam es zu keiner Einigung (Stand: 9 Uhr)",
    "wuchs die Sorge um das Dorf",
    "ist noch offen, ob gebaut wird",
    "gilt z. B. ab dem 3. Mai",
    "kostet das 12 Euro pro Kopf",
    "steht 🎉 noch aus",
)
ENDINGS: Final = (".", "!", "?", "…", "")
SAYINGS: Final = (
    "Wir bauen die Brücke neu",
    "das reicht nicht",
    "Nein",
    "so etwas",
    "ein Tag im März",
    "Jetzt reicht es, sonst gehen wir",
    "(fast) alles",
    "… und dann kam der Winter",
    "Die Kasse – sie ist leer – bleibt zu",
    "Gut",
    "ß und ſ und e\N{COMBINING ACUTE ACCENT}",
    "Agenda 2010 plus",
)
SAYING_ENDS: Final = ("", "", ".", "!", "?", "…", ",", " […]")
FRAMES: Final = (
    ", sagte Ott, ",
    ", so die Sprecherin der Stadt, ",
    ", erklärte Dr. Kern am 3. Mai, ",
    " (gemeint ist der Bund) ",
    " […] ",
    " – so Ott – ",
)
HARMLESS: Final = ("Andrea's Laden", "rund 10'000 Franken", "5′ 11″ lang", "Rock’n’Roll", "geht´s noch")
"""Words with marks that no convention takes for its own."""

LOOSE: Final = ("'ne Menge Geld", "seit '68", "Hans’ Rad", 'ein 27" breites Bild', "6' hoch")
"""Words with marks that only their surroundings tell from quotation marks."""

BEFORE: Final = (" ", " ", " ", " ", " (", " Anti-", ": ", " – ", "/")
CLOSING_BRACKET: Final = {" (": ")"}
AFTER: Final = (" ", " ", ", ", ". ", "-Sager ", ": ", "; ", "? ", " – ", "* ")

# --- Conventions ---

REGULAR: Final = tuple(convention for convention in CONVENTIONS if not convention.slip)
OUTER: Final = tuple(convention for convention in REGULAR if convention.level == "outer")
INNER: Final = tuple(convention for convention in REGULAR if convention.level == "inner")
DIRECTED: Final = tuple(convention for convention in REGULAR if not convention.is_symmetric)
INNER_SPACES: Final = ("", "", "", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}")
BREAKS: Final = ("\n\n", "\n", "\r\n\r\n", "\r\n", "\n \n", "\n\n\n", "\N{PARAGRAPH SEPARATOR}")
NEUTRAL: Final = "Ein Absatz ohne jedes Zeichen."


def family_of(convention: Convention) -> str:
    """Return the family of the signs of a convention."""
    return FAMILIES[convention.opener]


def may_hold(outer: Convention, inner: Convention) -> bool:
    """Say whether a passage of one convention can hold one of the other without any doubt."""
    signs = {outer.opener, outer.closer}
    touching = any(inner.opener[0] in sign or inner.closer[0] in sign for sign in signs)
    if outer is inner:
        return family_of(outer) != "single"
    return family_of(outer) != family_of(inner) and not touching


# --- The tree ---


@frozen
class Passage:
    """A passage to be written: its convention, its paragraphs, and whether each of them opens again."""

    convention: Convention
    paragraphs: tuple[tuple[str | Passage, ...], ...]
    opens_again: bool = False
    continues: bool = False
    inner_space: str = ""


Inline = str | Passage


@frozen
class Expected:
    """What pairing must find for a passage that was written."""

    span: Span
    content_spans: tuple[Span, ...]
    convention: str
    depth: int
    continues: bool


@frozen
class MarkedText:
    """A text with its truth: the passages in text order, the blocks, and the marks that quote."""

    text: str
    passages: tuple[Expected, ...]
    blocks: tuple[Span, ...]
    marks: tuple[Span, ...]


# --- Choosing the tree ---
#
# One choice among all combinations is made, and not a choice for each part: a long run makes millions of them.

T = TypeVar("T")


class Choose(Protocol):
    """A way to choose one of some things: hypothesis does it in `drawing`, chance far quicker in `by_chance`."""

    def __call__(self, options: Sequence[T], /) -> T:
        """Return one of the options."""


def drawing(draw: st.DrawFn) -> Choose:
    """Return a way to choose that hypothesis knows of, so that it can find simpler choices."""

    def choose(options: Sequence[T], /) -> T:
        return cast("T", draw(_sampled(options)))

    return choose


def by_chance(seed: int) -> Choose:
    """Return a way to choose that makes the same choices again from the same seed."""
    return random.Random(seed).choice  # noqa: S311  # chance, not secrecy


_sampled = lru_cache(maxsize=1_000)(st.sampled_from)

_PLAIN: Final = tuple(f"{opening} {middle}" for opening in OPENINGS for middle in MIDDLES)
_PROSE: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    extra: _PLAIN + tuple(f"{words}, {more}" for words in _PLAIN for more in extra)
    for extra in ((), HARMLESS, (*HARMLESS, *LOOSE))
}
_SAYINGS: Final = tuple(saying + end for saying in SAYINGS for end in SAYING_ENDS)
_TWO: Final = range(2)
_THREE: Final = range(3)
_FOUR: Final = range(4)
_SIX: Final = range(6)
_AROUND: Final[tuple[Callable[[Passage, str], list[Inline]], ...]] = (
    lambda inner, saying: [inner, f", {saying}"],
    lambda inner, saying: [f"{saying} ", inner],
    lambda inner, saying: ["Das ", inner, f"-Wort: {saying}"],
)


def _contents(choose: Choose, convention: Convention, depth: int, nesting: Sequence[Convention]) -> list[Inline]:
    """Choose what stands between two marks, within one paragraph."""
    saying = choose(_SAYINGS)
    fitting = tuple(inner for inner in nesting if may_hold(convention, inner))
    if depth == 0 or not fitting or choose(_THREE):
        return [saying]
    inner = _passage(choose, fitting, depth - 1, nesting)
    if inner.convention is convention:
        return ["Er rief ", inner, f" und {saying}"]
    return _AROUND[choose(_THREE)](inner, saying)


def _passage(choose: Choose, conventions: Sequence[Convention], depth: int, nesting: Sequence[Convention]) -> Passage:
    """Choose a passage of one paragraph."""
    convention = choose(conventions)
    inner_space = choose(INNER_SPACES) if family_of(convention) == "guillemet" else ""
    inline = _contents(choose, convention, depth, nesting)
    return Passage(convention, (tuple(inline),), inner_space=inner_space)


def _long_passage(choose: Choose, conventions: Sequence[Convention], nesting: Sequence[Convention]) -> Passage:
    """Choose a passage of several paragraphs, each of which opens again, or with one pair of marks around all."""
    convention = choose(conventions)
    others = tuple(inner for inner in nesting if family_of(inner) != family_of(convention))
    paragraphs = []
    for _ in range(2 + choose(_TWO)):
        inline = _contents(choose, convention, 1, others)
        paragraphs.append((f"{choose(_PROSE[()])}. Und ", *inline, " oder nicht."))
    return Passage(convention, tuple(paragraphs), opens_again=choose((False, True)))


def _split_passage(choose: Choose, conventions: Sequence[Convention]) -> list[Inline]:
    """Choose a quotation that a clause, a bracket or a dash interrupts."""
    first = _passage(choose, conventions, 1, conventions)
    second = evolve(_passage(choose, (first.convention,), 1, conventions), continues=True)
    return [first, choose(FRAMES), second]


def _unit(choose: Choose, conventions: Sequence[Convention], extra: tuple[str, ...]) -> list[Inline]:
    """Choose a paragraph, which a passage of several paragraphs may make longer."""
    count = choose(_FOUR)
    items: list[Inline] = [] if count and choose(_FOUR) == 0 else [choose(_PROSE[extra])]
    for _ in range(count):
        before = choose(BEFORE) if items else ""
        items += [before] if before else []
        items += _said(choose, conventions)
        items.append(CLOSING_BRACKET.get(before, "") + choose(AFTER) + choose(_PROSE[extra]))
    return [*items, choose(ENDINGS)]


def _said(choose: Choose, conventions: Sequence[Convention]) -> list[Inline]:
    kind = choose(_SIX)
    outer = tuple(known for known in conventions if family_of(known) != "single")
    if kind == 0:
        return _split_passage(choose, conventions)
    if kind == 1 and outer:
        return [_long_passage(choose, outer, conventions)]
    return [_passage(choose, conventions, 2, conventions)]


# --- Writing the tree ---


@define
class _Writer:
    line_break: str
    text: str = ""
    passages: list[Expected] = field(factory=list)
    marks: list[Span] = field(factory=list)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def mark(self, sign: str) -> Span:
        span = self.write(sign)
        self.marks.append(span)
        return span

    def inline(self, items: Sequence[Inline], depth: int) -> None:
        for item in items:
            if isinstance(item, str):
                self.write(item)
            else:
                self.passage(item, depth)

    def passage(self, passage: Passage, depth: int) -> None:
        place, start = len(self.passages), len(self.text)
        pieces = [self.piece(passage, passage.paragraphs[0], depth, passage.convention.opener)]
        for paragraph in passage.paragraphs[1:]:
            self.write(self.line_break)
            opener = passage.convention.opener if passage.opens_again else ""
            pieces.append(self.piece(passage, paragraph, depth, opener))
        self.write(passage.inner_space)
        end = self.mark(passage.convention.closer).end
        contents = tuple(pieces) if passage.opens_again else (Span(pieces[0].start, pieces[-1].end),)
        name = passage.convention.name
        self.passages.insert(place, Expected(Span(start, end), contents, name, depth, passage.continues))

    def piece(self, passage: Passage, paragraph: Sequence[Inline], depth: int, opener: str) -> Span:
        if opener:
            self.mark(opener)
            self.write(passage.inner_space)
        begin = len(self.text)
        self.inline(paragraph, depth + 1)
        return Span(begin, len(self.text))


def written(paragraphs: Sequence[Sequence[Inline]], line_break: str) -> MarkedText:
    """Write paragraphs out, and note the truth."""
    writer = _Writer(line_break)
    starts = [0]
    for number, items in enumerate(paragraphs):
        if number:
            writer.write(line_break)
            if isinstance(items[0], str):
                starts.append(len(writer.text))
        writer.inline(items, 0)
    blocks = tuple(Span(start, end) for start, end in pairwise([*starts, len(writer.text)]))
    return MarkedText(writer.text, tuple(writer.passages), blocks, tuple(sorted(writer.marks)))


def marked_text(choose: Choose, conventions: Sequence[Convention] = REGULAR, *, most: int = 3) -> MarkedText:
    """Choose an undamaged text in up to so many of the conventions at once, with its truth."""
    count = min(1 + choose(range(most)), len(conventions))
    chosen = tuple(dict.fromkeys(choose(conventions) for _ in range(count)))
    loose = all(family_of(known) not in ("single", "double") for known in chosen)
    extra = (*HARMLESS, *LOOSE) if loose else HARMLESS
    paragraphs = [_unit(choose, chosen, extra) for _ in range(1 + choose(_FOUR))]
    return written(paragraphs, choose(BREAKS))


@st.composite
def marked_texts(draw: st.DrawFn, conventions: Sequence[Convention] = REGULAR, *, most: int = 3) -> MarkedText:
    """Draw an undamaged text in up to so many of the conventions at once, with its truth."""
    return marked_text(drawing(draw), conventions, most=most)


# --- Damage ---

Damage = Literal["lost", "stray", "doubled", "wrong side", "invisible", "star", "glued"]
STRAYS: Final = tuple(sorted({sign for known in REGULAR for sign in (known.opener, known.closer)}))
INVISIBLE: Final = ("\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NO-BREAK SPACE}")


@frozen
class DamagedText:
    """A text in which something was done to one block: what, to which, and how much longer it became."""

    sound: MarkedText
    text: str
    block: int
    damage: Damage
    longer: int

    def spared(self) -> tuple[Expected, ...]:
        """Return the passages outside the damaged block, where they stand now."""
        block = self.sound.blocks[self.block]
        before = [known for known in self.sound.passages if known.span.end <= block.start]
        after = [known for known in self.sound.passages if known.span.start >= block.end]
        return (*before, *(_moved(known, self.longer) for known in after))


def _moved(expected: Expected, by: int) -> Expected:
    contents = tuple(span.shifted(by) for span in expected.content_spans)
    return evolve(expected, span=expected.span.shifted(by), content_spans=contents)


def damaged_text(choose: Choose, conventions: Sequence[Convention] = REGULAR) -> DamagedText:
    """Choose a text with damage in one block, and the truth about the others."""
    sound = marked_text(choose, conventions)
    number = choose(range(len(sound.blocks)))
    block = sound.blocks[number]
    damage: Damage = choose(get_args(Damage))
    marks = tuple(mark for mark in sound.marks if block.contains(mark))
    if not marks:
        damage = "stray"
    place = choose(marks) if marks else block
    offset = block.start + choose(range(len(block.of(sound.text).rstrip()) + 1))
    text = _damaged(choose, sound.text, damage, place, offset)
    return DamagedText(sound, text, number, damage, len(text) - len(sound.text))


@st.composite
def damaged_texts(draw: st.DrawFn, conventions: Sequence[Convention] = REGULAR) -> DamagedText:
    """Draw a text with damage in one block, and the truth about the others."""
    return damaged_text(drawing(draw), conventions)


def _damaged(choose: Choose, text: str, damage: Damage, mark: Span, offset: int) -> str:
    before, sign, after = text[: mark.start], mark.of(text), text[mark.end :]
    if damage == "lost":
        return before + after
    if damage == "stray":
        return text[:offset] + choose(STRAYS) + text[offset:]
    if damage == "doubled":
        return before + sign + sign + after
    if damage == "wrong side":
        return before.rstrip(" ") + sign + " " + after if before.endswith(" ") else f"{before} {sign}{after}"
    if damage == "glued":
        return before.rstrip(" ") + sign + after.lstrip(" ")
    return before + sign + choose(("*",) if damage == "star" else INVISIBLE) + after


# --- Any text at all ---

HOSTILE: Final = (
    *STRAYS,
    *sorted(MARK_CHARACTERS),
    "'''",
    "\r",
    "\n",
    "\n\n",
    " ",
    "\t",
    "…",
    "a",
    "B",
    "s",
    "5",
    ".",
)


def any_texts() -> st.SearchStrategy[str]:
    """Draw any Unicode text, or one in which marks, spaces and line ends are as frequent as letters."""
    hostile = st.lists(st.sampled_from(HOSTILE) | st.characters(codec="utf-8"), max_size=40)
    return st.text(st.characters(codec="utf-8")) | hostile.map("".join)


_CODE_POINTS: Final = (range(0x80), range(0x80, 0x2100), range(0x2100, 0xD800), range(0xE000, 0x110000))


def any_text(choose: Choose) -> str:
    """Choose a text of any code points, half of them marks, spaces and line ends."""
    return "".join(
        choose(HOSTILE) if choose(_TWO) else chr(choose(choose(_CODE_POINTS))) for _ in range(choose(range(41)))
    )


def text_of(choose: Choose, convention: Convention) -> str:
    """Choose a text whose only marks are the opener and the closer of one convention, in any order."""
    pieces = (convention.opener, convention.closer, *_PIECES)
    return "".join(choose(pieces) for _ in range(choose(range(31))))


_PIECES: Final = (" ", "a", "B", ".", "\n", "\n\n", "(", "-")


@st.composite
def texts_of(draw: st.DrawFn, convention: Convention) -> str:
    """Draw a text whose only marks are the opener and the closer of one convention, in any order."""
    return text_of(drawing(draw), convention)
