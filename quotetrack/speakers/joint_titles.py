"""Several media named together, some of them between marks: *„Bergpost“ und Kanal Nord berichten, …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention
from quotetrack.speakers.body_names import body_name
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.resolution import Resolution, listed
from quotetrack.speakers.wording import nominative_title
from quotetrack.syntax import Word

_LAST_JOINING: Final = frozenset({"und", "sowie", "&"})
_JOINING: Final = _LAST_JOINING | {","}
_TWO: Final = 2


def joint_titles(notes: Notes, context: Context, mention: Mention) -> Resolution | None:
    """Return the media of a mention that names several, if it has the title of one of them between marks."""
    titles = [placed for placed in context.passages if mention.span.contains(placed.passage.marked.span)]
    if not titles:
        return None
    parts = list(_parts(context, mention, titles))
    if len(parts) < _TWO or not all(parts) or context.word(parts[-1][0].index - 1).text not in _LAST_JOINING:
        return None  # die größte Partei, die „Freie Liste“
    names = [_named_in(notes, context, part, titles) for part in parts]
    found = tuple(dict.fromkeys(name for name in names if name is not None))
    if len(found) < len(parts):
        return None
    return Resolution(listed(found), "group", members=found)


def _parts(context: Context, mention: Mention, titles: list[Placed]) -> Iterator[list[Word]]:
    """Yield the words of a mention between *und* and commas that stand outside marks."""
    part: list[Word] = []
    for word in context.sentence.within(mention.span):
        if word.text in _JOINING and not any(placed.first <= word.index <= placed.last for placed in titles):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _named_in(notes: Notes, context: Context, part: list[Word], titles: list[Placed]) -> str | None:
    """Return the title of a part, or the name of the medium that it tells of, None if it has neither or two."""
    inside = [one for one in titles if part[0].index <= one.first and one.last <= part[-1].index]
    if len(inside) > 1:
        return None
    if inside and inside[0].last == part[-1].index:
        content = inside[0].passage.marked.content_spans
        article = context.word(inside[0].first - 1).text if inside[0].first > part[0].index else ""
        return nominative_title(notes.text[content[0].start : content[-1].end].strip(), article)
    told = (notes.by_head.get((context.number, word.index)) for word in part)
    known = next((referent.known for referent in told if referent is not None), None)
    if known is not None and known.kind in ("medium", "organisation"):
        return known.name
    within = (
        place
        for place, one in enumerate(notes.chunks[context.number])
        if one.name and part[0].index <= one.first and one.last <= part[-1].index
    )
    place = next(within, None)
    return body_name(notes, context.number, place) if place is not None and known is None else None
