"""Running text for word vectors and character models: plenary records of the Bundestag, which are public domain."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

# One surface token: numbers with their inner points, words (hyphens part words, as in UD German-GSD), marks.
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|\.\.\.|[^\w\s]|_")
# Remarks of the stenographers, and the seam that joins a speaker's name to the next paragraph.
REMARK = re.compile(r"\([^()]*(?:Beifall|Heiterkeit|Zuruf|Abg\.|Lachen)[^()]*\)")
SENTENCE_END = re.compile(r"(?<=[a-zäöüß][.!?])\s+(?=[A-ZÄÖÜ„])")
SHORTEST, LONGEST = 3, 80  # a sentence for the character models has more words than the one, fewer than the other
CONTRACTIONS = {
    "im": ("in", "dem"),
    "am": ("an", "dem"),
    "zum": ("zu", "dem"),
    "zur": ("zu", "der"),
    "beim": ("bei", "dem"),
    "vom": ("von", "dem"),
    "ins": ("in", "das"),
    "ans": ("an", "das"),
}


def clean_paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs of connected speech: no tables of contents, no remarks in brackets, single spaces."""
    for line in lines:
        if line.count("\t") > 2:
            continue
        paragraph = " ".join(REMARK.sub(" ", line).split())
        if len(paragraph) > 60:
            yield paragraph


def decoded(line: bytes) -> str:
    """Return a line of the records, some of which are in UTF-8 and some in Windows-1252."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def plenary_paragraphs(archive: Path) -> Iterator[str]:
    """Yield the paragraphs of speech in an ``.xz`` archive of plenary records."""
    with lzma.open(archive, "rb") as lines:
        yield from clean_paragraphs(map(decoded, lines))


def syntactic_words(sentence: str) -> list[str]:
    """Split a sentence into lower-cased syntactic words, contractions taken apart.

    >>> syntactic_words("Am 3. Juli reiste Maas zum EU-Gipfel.")
    ['an', 'dem', '3.', 'juli', 'reiste', 'maas', 'zu', 'dem', 'eu', '-', 'gipfel', '.']
    """
    words: list[str] = []
    for token in TOKEN.findall(sentence):
        lower = token.lower()
        words.extend(CONTRACTIONS.get(lower, (lower,)))
    return words


def cased_words(sentence: str) -> list[str]:
    """Split a sentence into its syntactic words as they are written, contractions taken apart.

    >>> cased_words("Am 3. Juli reiste Maas zum EU-Gipfel.")
    ['An', 'dem', '3.', 'Juli', 'reiste', 'Maas', 'zu', 'dem', 'EU', '-', 'Gipfel', '.']
    """
    words: list[str] = []
    for token in TOKEN.findall(sentence):
        parts = () if token.isupper() else CONTRACTIONS.get(token.lower(), ())
        words.extend(parts or (token,))
        if parts and token[0].isupper():
            words[-len(parts)] = parts[0].capitalize()
    return words


def character_lines(paragraphs: Iterable[str], share: int) -> Iterator[str]:
    """Yield sentences for character models, as lines of words between spaces.

    They are those of each ``share``-th paragraph from the fourth on, without very short and very long ones.
    """
    for paragraph in islice(paragraphs, 3, None, share):
        for sentence in sentences([paragraph]):
            words = cased_words(sentence)
            if SHORTEST < len(words) < LONGEST:
                yield " ".join(words)


def sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    """Cut paragraphs roughly into sentences, which is close enough for word vectors."""
    for paragraph in paragraphs:
        yield from SENTENCE_END.split(paragraph)
