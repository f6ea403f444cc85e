"""Numbers below a hundred that are written as words: *acht*, *einundfünfzig*."""

from __future__ import annotations

from functools import cache
from typing import Final

_UNITS: Final = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS: Final = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS: Final = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")


def number_of(word: str) -> int | None:
    """Return the number that a word in small letters stands for, None if it stands for none below a hundred.

    >>> number_of("acht"), number_of("einundfünfzig"), number_of("dreissig"), number_of("viel")
    (8, 51, 30, None)
    """
    return _numbers().get(word.replace("dreissig", "dreißig"))


@cache
def _numbers() -> dict[str, int]:
    found = {unit: value for value, unit in enumerate(_UNITS, start=1)}
    found |= {teen: value for value, teen in enumerate(_TEENS, start=10)}
    for value, ten in enumerate(_TENS, start=2):
        found[ten] = 10 * value
        found |= {f"{unit}und{ten}": 10 * value + one for one, unit in enumerate(_UNITS, start=1)}
    return found
