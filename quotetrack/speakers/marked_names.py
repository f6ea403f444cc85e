"""Media and bodies whose name stands between marks: *die „Bergpost“*."""

from __future__ import annotations

import regex

from quotetrack.nouns import is_medium_noun, noun_of
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.model import Mention
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.resolution import Resolution
from quotetrack.speakers.wording import nominative_title


def marked_name(notes: Notes, context: Context, mention: Mention) -> Resolution | None:
    """Return the medium or body whose name stands between marks: *die „Bergpost“*."""
    text = mention.span.of(notes.text)
    if any(pair.sentence == mention.sentence and mention.span.contains(pair.span) for pair in notes.pairs):
        return None
    if any(
        len(chunk.name) > 1 and mention.span.contains(chunk.span) and _is_of_person(notes, chunk)
        for chunk in notes.chunks[mention.sentence]
        if not any(placed.passage.marked.span.contains(chunk.span) for placed in context.passages)
    ):
        return None
    for placed in context.passages:
        marked = placed.passage.marked
        content = notes.text[marked.content_spans[0].start : marked.content_spans[-1].end]
        if text != content and _is_within(context, placed, mention):
            return None
        if mention.span.contains(marked.span) or text == content:
            outside = regex.sub(r"\s+", " ", text.replace(marked.span.of(notes.text), " ")).strip()
            return _marked(nominative_title(content.strip(), outside.split(" ")[-1]), outside)
    return None


def _is_within(context: Context, placed: Placed, mention: Mention) -> bool:
    """Say whether marks stand within a phrase that goes on to its noun: *der als „Schlächter“ bekannte Oberst*."""
    if not mention.span.contains(placed.passage.marked.span) or placed.last == context.length:
        return False
    following = context.word(placed.last + 1)
    return mention.span.contains(following.span) and following.upos in ("NOUN", "PROPN", "ADJ", "VERB", "ADV")


def _is_of_person(notes: Notes, chunk: Chunk) -> bool:
    return len(notes.bearers(name_text(chunk.name))) == 1


def _marked(name: str, outside: str) -> Resolution | None:
    words = [word for word in outside.split() if word[:1].isupper() and word.lower() not in ("der", "die", "das")]
    noun = noun_of(words[-1]) if words else None
    first = noun_of(words[0]) if words else None
    if any(known is not None and known.kind == "person" for known in (first, noun)):
        return None  # die Sprecherin der Initiative „Ruhige Nacht“
    if noun is not None and noun.kind == "document":
        return Resolution(name, "document")
    is_body = noun is not None and noun.kind == "organisation" and not is_medium_noun(words[-1])
    return Resolution(name, "organisation" if is_body else "medium")
