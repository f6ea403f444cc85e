"""What faith a noun or an attribute tells, so that no *Rabbinerin* is *die Christin*."""

from __future__ import annotations

from typing import Final

from quotetrack.nouns import noun_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.referents import Referent

_FAITHS: Final = (
    ("Christ Katholik Protestant Pfarrer Pastor Priester Kaplan Bischof Erzbischof Kardinal Diakon Mönch Nonne Abt"
     " Äbtissin Vikar Superintendent Landesbischof Papst Pater Prior Dompropst Gemeindereferent Pastorin",
     "christlich katholisch evangelisch protestantisch lutherisch reformiert orthodox"),
    ("Muslim Moslem Imam Mufti Großmufti Ajatollah Ayatollah Mullah Scheich", "muslimisch islamisch schiitisch"),
    ("Jude Jüd Rabbiner Rabbi Oberrabbiner Kantor", "jüdisch"),
    ("Buddhist Lama", "buddhistisch"),
    ("Hindu Brahmane", "hinduistisch"),
    ("Atheist Agnostiker", "atheistisch"),
)  # fmt: skip
"""The nouns for people of a faith, and how its adjectives begin."""
_BY_NOUN: Final = {noun: place for place, (nouns, _) in enumerate(_FAITHS) for noun in nouns.split()}


def is_of_another_faith(person: Referent, chunk: Chunk) -> bool:
    """Say whether the article calls somebody by another faith than a phrase tells: *der muslimische Geistliche*."""
    bases = [known.base for text in person.nouns if (known := noun_of(text)) is not None]
    own = {_BY_NOUN[base] for base in bases if base in _BY_NOUN}
    told = _faith_of(chunk) if own else None
    return told is not None and told not in own


def _faith_of(chunk: Chunk) -> int | None:
    """Return the place of the faith that a noun tells, or else the attribute before it."""
    text = chunk.nouns[-1].text if chunk.nouns else ""
    base = text.removesuffix("in") if chunk.noun is None else chunk.noun.base
    if base in _BY_NOUN:
        return _BY_NOUN[base]
    attributes = [word.text.casefold() for word in chunk.adjectives]
    beginnings = ((place, adjective) for place, (_, row) in enumerate(_FAITHS) for adjective in row.split())
    return next((place for place, one in beginnings if any(word.startswith(one) for word in attributes)), None)
