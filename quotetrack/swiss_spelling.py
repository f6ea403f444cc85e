"""Words in Swiss spelling as a parser knows them: *liess* is *ließ*, *schliesslich* is *schließlich*.

Source: Amtliches Regelwerk der deutschen Rechtschreibung, § 25 E2 (*ss* for *ß* in Switzerland).
"""

from __future__ import annotations

from typing import Final

import regex

_LONG_RE: Final = regex.compile(
    r"(?i)äuss(?=er)|\b(?:dr)?auss(?=en(?!d(?:en|er|es|et|est|ung|e$)))|\bauss(?=er(?!v))|gr(?:o|ö)ss|grüss|gruss"
    r"|(?<!ga|ng)strass(?=e)|sträss|(?<!aus|be|hin|nach|ver)weiss|heiss|(?<![kp])reiss|beiss|schmeiss|fleiss|schweiss|dreiss(?=ig)"
    r"|schliess|giess|fliess|schiess|geniess|verdriess|spriess|liess|hiess|stiess"
    r"|fuss|füss|süss|bloss|blöss|stoss|stöss|\bspass|spässe|büss|mässig|(?<=ge)mäss|gefäss"
    r"|mass(?=nahm|geb|stab|stäb|voll|halt)|\b(?:mut|aus|höchst|mindest)mass(?!ag)|(?<!wass)ermass(?=en$)"
    r"|^vergass|^(?:be)?sass|^frass|^ass(?=en$|$)"
)
"""Parts of words with a long vowel or diphthong before *ss*."""


def is_swiss(text: str) -> bool:
    """Say whether a text may be in Swiss spelling: it has no *ß*, which a longer text in another has somewhere.

    >>> is_swiss("Er liess nichts gelten."), is_swiss("Die Leitungstrasse ist groß.")
    (True, False)
    """
    return "ß" not in text


def with_sharp_s(word: str) -> str:
    """Return a word of a text in Swiss spelling with *ß* behind long vowels.

    >>> [with_sharp_s(word) for word in "liess Aussenminister Grossrätin Aussicht Hinweisschild Masse".split()]
    ['ließ', 'Außenminister', 'Großrätin', 'Aussicht', 'Hinweisschild', 'Masse']
    """
    return word if "ss" not in word.casefold() else _LONG_RE.sub(_sharp, word)


def _sharp(match: regex.Match[str]) -> str:
    return match.group(0).replace("ss", "ß")
