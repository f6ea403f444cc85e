"""People whom only a quotation names in full: *„Kapitän Jan Kern fährt gut“*, of *der Kapitän* or *Kern*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotetrack.nouns import is_given_name, noun_of
from quotetrack.speakers.chunking import chunks_of
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import is_acronym
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.referents import Referent
from quotetrack.syntax import Word

_SENSIBLE: Final = range(2, 5)
"""Of so many words the full name of somebody is made."""


def name_the_spoken_of(notes: Notes) -> None:
    """Take the names of those alone of whom the author tells as well: by the surname, or by the same role.

    Whoever else is named in a quotation is nobody for the article. A surname that somebody has already is left alone.
    """
    if not notes.spoken:
        return
    surnames = {name.rsplit(" ", 1)[-1] for name in notes.named}
    told = _surnames_told(notes)
    roles = _roles_told(notes)
    for chunk in _spoken_chunks(notes):
        name = name_text(chunk.name)
        if chunk.name[-1].text in surnames or not (chunk.name[-1].text in told or _role(chunk) in roles):
            continue
        person = notes.named[name] = Referent("person", name)
        notes.first[id(person)] = 0
        person.takes(chunk)
        surnames.add(chunk.name[-1].text)


def _spoken_chunks(notes: Notes) -> Iterator[Chunk]:
    for sentence in notes.spoken:
        forms = frozenset(_names_in(sentence.words))
        if len(forms) > 1:
            yield from (chunk for chunk in chunks_of(sentence.words, forms) if _is_full_name(chunk))


def _names_in(words: Sequence[Word]) -> Iterator[str]:
    """Yield the forms that may be of a name: tagged so, a given name, or what stands behind one."""
    for before, word in zip([None, *words], words, strict=False):
        follows = before is not None and is_given_name(before.text) and noun_of(word.text) is None
        is_noun = word.upos == "NOUN" and (is_given_name(word.text) or follows)
        if word.text[:1].isupper() and (word.upos == "PROPN" or is_noun):
            yield word.text


def _is_full_name(chunk: Chunk) -> bool:
    if len(chunk.name) not in _SENSIBLE or any(is_acronym(word.text) for word in chunk.name):
        return False
    if noun_of(chunk.name[-1].text) is not None or chunk.name[-1].text.endswith("s"):
        return False
    return _role(chunk) is not None or (is_given_name(chunk.name[0].text) and not chunk.nouns)


def _role(chunk: Chunk) -> str | None:
    noun = chunk.noun
    return noun.base if noun is not None and noun.kind == "person" and not chunk.is_possessive else None


def _surnames_told(notes: Notes) -> set[str]:
    """Return the names of one word of which the author tells: *sagte | Kern*."""
    return {chunk.name[-1].text for chunks in notes.chunks for chunk in chunks if len(chunk.name) == 1}


def _roles_told(notes: Notes) -> set[str]:
    """Return the roles that the author tells without a name: *der Kapitän*."""
    found = (_role(chunk) for chunks in notes.chunks for chunk in chunks if chunk.is_definite and not chunk.name)
    return {role for role in found if role is not None}
