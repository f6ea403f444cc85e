"""The grammar of German quotation marks: which mark opens, which closes, and what is no quotation mark.

Pairing works on the text alone, before any parse, in one walk over the signs: `scan` finds them, `match`
pairs them, `assemble` nests the pairs. Nothing is rewritten; every offset counts code points of the text as
it came in.
"""

from __future__ import annotations

from quotetrack.errors import ConventionError
from quotetrack.quotation_marks.assembling import assemble
from quotetrack.quotation_marks.blocks import blocks_of
from quotetrack.quotation_marks.conventions import BY_NAME, CONVENTIONS, MARK_CHARACTERS, Convention
from quotetrack.quotation_marks.marking import (
    Assumption,
    ConventionUse,
    MarkedPassage,
    Marking,
    OtherMark,
)
from quotetrack.quotation_marks.pairing import match
from quotetrack.quotation_marks.scanning import scan
from quotetrack.spans import Span

__all__ = [
    "CONVENTIONS",
    "MARK_CHARACTERS",
    "Assumption",
    "Convention",
    "ConventionUse",
    "MarkedPassage",
    "Marking",
    "OtherMark",
    "blocks",
    "convention_named",
    "pair",
]


def pair(text: str, convention: Convention | str | None = None) -> Marking:
    """Pair the quotation marks of a text.

    The convention is inferred for each pair, and for the text where a pair leaves it open; a given one
    settles what its own signs do, and passages of other conventions are found all the same. Damage is
    survived and reported.

    Raises:
        ConventionError: if there is no convention of that name.

    >>> text = "„Wir bleiben“, sagte Ott, „und zwar ‚noch lange‘.“"
    >>> marking = pair(text)
    >>> [passage.of(text) for passage in marking.passages]
    ['„Wir bleiben“', '„und zwar ‚noch lange‘.“']
    >>> marking.passages[1].continues
    0
    """
    scanned = scan(text)
    return assemble(scanned, match(scanned, _known(convention)))


def blocks(text: str, convention: Convention | str | None = None) -> tuple[Span, ...]:
    r"""Return the blocks of a text: they lie side by side, and each can be paired without the others.

    A block ends where no passage is open and the next paragraph does not begin with an opener. With the
    convention given, pairing the blocks one by one finds what pairing the whole text finds.

    >>> text = "„Wir bleiben.\n\n„Und zwar lange.“\n\nDas war gestern."
    >>> [span.of(text) for span in blocks(text)]
    ['„Wir bleiben.\n\n„Und zwar lange.“\n\n', 'Das war gestern.']
    """
    scanned = scan(text)
    pairs = match(scanned, _known(convention))
    return blocks_of(scanned, pairs, assemble(scanned, pairs))


def _known(convention: Convention | str | None) -> Convention | None:
    return convention_named(convention) if isinstance(convention, str) else convention


def convention_named(name: str) -> Convention:
    """Return the convention of that name.

    Raises:
        ConventionError: if there is none.

    >>> convention_named("swiss").notes
    'Switzerland; French with inner narrow spaces'
    """
    if name not in BY_NAME:
        message = f"there is no convention {name!r}; there are {', '.join(BY_NAME)}"
        raise ConventionError(message)
    return BY_NAME[name]
