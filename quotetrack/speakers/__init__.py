"""From a mention to the person or body behind it, within one article.

:func:`speaker_index` reads the article once (:mod:`~quotetrack.speakers.reading`); the index then says for each mention
whom it means, or why no name can be given.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Quote
from quotetrack.speakers.index import SpeakerIndex
from quotetrack.speakers.reading import read
from quotetrack.speakers.resolution import Resolution
from quotetrack.syntax import Sentence

__all__ = ["Resolution", "SpeakerIndex", "speaker_index"]


def speaker_index(
    contexts: tuple[Context, ...], text: str, quotes: Sequence[Quote] = (), spoken: Sequence[Sentence] = ()
) -> SpeakerIndex:
    """Return the index of everybody of whom an article speaks; ``spoken`` are the sentences within its marks."""
    return SpeakerIndex(read(contexts, text, quotes, spoken))
