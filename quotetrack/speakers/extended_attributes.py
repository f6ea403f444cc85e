"""Phrases with another phrase inside: *die aus Kiel stammende Autorin*, *das mit dem Umbau beauftragte Büro*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from quotetrack.speakers.chunks import Chunk
from quotetrack.syntax import DETERMINERS, Word

_PRONOUNS: Final = frozenset("ihm ihn ihr ihnen sich dafür dagegen dazu damit daran davon darin".split())

_SO: Final = frozenset({"derart", "dermaßen", "dermassen", "solcherart", "solchermaßen", "damit", "hiermit"})
"""Adverbs for how something was done to somebody, however they are tagged."""


def around_attributes(chunks: Sequence[Chunk], words: Sequence[Word]) -> Iterator[Chunk]:
    """Yield phrases with the article that an attribute parts from them; those in the attribute are marked as inner."""
    articles = _parted_articles(words)
    if not articles:
        yield from chunks
        return
    outer = [(articles.get(_noun(chunk).index), chunk) for chunk in chunks]
    brackets = [(article.index, chunk.first) for article, chunk in outer if article is not None]
    for article, chunk in outer:
        if article is not None and chunk.determiner is None:
            yield _with_article(chunk, article, words)
        else:
            yield evolve(chunk, is_inner=any(start <= chunk.first < end for start, end in brackets))


def _noun(chunk: Chunk) -> Word:
    return (chunk.nouns or chunk.name or chunk.words)[0]


def _parted_articles(words: Sequence[Word]) -> Mapping[int, Word]:
    """Return by the place of each noun the article before its participle, where a phrase stands between the two."""
    found: dict[int, Word] = {}
    for word in words:
        if word.relation in DETERMINERS and word.index < len(words) - 1 and _stands_before_adverb(word, words):
            found[word.head] = word
        if word.relation in DETERMINERS and word.head > word.index + len(("aus", "stammende")):
            inner = words[word.index : word.head - 1]
            attributes = [other for other in inner if other.head == word.head and other.relation == "amod"]
            if attributes and (_opens_with_pronoun(inner) or any(_hangs_on(other, attributes) for other in inner)):
                found[word.head] = word
    return found


def _stands_before_adverb(article: Word, words: Sequence[Word]) -> bool:
    """Say whether an adverb parts an article from a participle for somebody: *der | so | Gelobte*."""
    adverb = words[article.index]
    is_adverb = adverb.upos == "ADV" or adverb.text in _SO
    return article.head == adverb.index + 1 and is_adverb and words[adverb.index].text[:1].isupper()


def _opens_with_pronoun(inner: Sequence[Word]) -> bool:
    """Say whether an attribute begins with a pronoun, whatever it hangs on: *der mit ihr befreundete Förster*."""
    first = inner[1] if inner[0].upos == "ADP" else inner[0]
    return first.text in _PRONOUNS


def _hangs_on(word: Word, attributes: Sequence[Word]) -> bool:
    return word.upos not in ("ADJ", "PUNCT") and any(word.head == attribute.index for attribute in attributes)


def _with_article(chunk: Chunk, article: Word, words: Sequence[Word]) -> Chunk:
    before = words[article.index - 2] if article.index > 1 else None
    led = before is not None and before.upos == "ADP" and not before.masked
    preposition = before.text.lower() if led and before is not None else None
    plain = tuple(word for word in chunk.adjectives if not any(other.head == word.index for other in words))
    return evolve(
        chunk, determiner=article.text.lower(), preposition=preposition, adjectives=plain, parted=article.index
    )
