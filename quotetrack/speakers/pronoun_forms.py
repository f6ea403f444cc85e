"""Which words are pronouns, and what gender and number they show."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import RELATIVES_OF_ONE
from quotetrack.nouns import Gender
from quotetrack.quotes.context import Context
from quotetrack.syntax import Word

_SINGULAR: Final[dict[str, Gender | None]] = {"er": "Masc", "ihm": "Masc", "ihn": "Masc"}
#: Who is told of farther back, beside *dieser*.
FARTHER: Final = frozenset({"jener", "jene"})
DEMONSTRATIVES: Final[dict[str, Gender | None]] = {
    "dieser": "Masc", "diese": "Fem", "dieses": "Neut", "diesem": None, "diesen": "Masc", "jener": "Masc",
    "jene": "Fem", "der": "Masc", "die": "Fem",
}  # fmt: skip
RELATIVES: Final = RELATIVES_OF_ONE | {"das", "welcher", "welche", "welches"}
BELOW: Final = 8
PAIRED: Final = 4
TALK: Final = 3
LAST_OF: Final = frozenset("letzterer letztere letzteres letzterem letzteren letztgenannter letztgenannte".split())
FIRST_OF: Final = frozenset("ersterer erstere ersteres ersterem ersteren erstgenannter erstgenannte".split())
#: Pronouns with which words begin that somebody says of themselves, with the genders of whom they tell.
OF_SELF: Final[dict[str, tuple[Gender, ...]]] = {
    "Er": ("Masc",), "Ihn": ("Masc",), "Sein": ("Masc",), "Seine": ("Masc",),
    "Sie": ("Fem",), "Ihr": ("Fem",), "Ihre": ("Fem",), "Ihm": ("Masc",),
}  # fmt: skip
BOTH: Final = frozenset({"beide", "beiden"})


def stands_behind_so(context: Context, word: Word) -> bool:
    """Say whether no verb tells the number of *diese*: *Das reiche, so | diese*."""
    return word.index > 1 and context.word(word.index - 1).text == "so"


def is_governed(context: Context, word: Word) -> bool:
    """Say whether a preposition stands beside a pronoun, as where a document is the source: *diesem zufolge*."""
    before = context.word(word.index - 1) if word.index > 1 else None
    behind = context.word(word.index + 1) if word.index < context.length else None
    governed = before is not None and before.upos == "ADP"
    return governed or (behind is not None and behind.text.lower() in ("zufolge", "gemäß", "nach"))


def is_pronoun(word: Word) -> bool:
    """Say whether a word is a pronoun that can stand for somebody."""
    small = word.text.lower()
    if small in ("er", "sie", "es", "ihm", "ihn", "ihnen") or small in LAST_OF or small in FIRST_OF or small in BOTH:
        return True
    if small == "ihr":
        return word.upos == "PRON"
    if small in DEMONSTRATIVES:
        return word.upos in ("PRON", "DET") or (small in FARTHER and word.upos in ("PROPN", "ADV"))
    return small in RELATIVES and word.upos == "PRON" and word.index > 1


def is_relative(context: Context, word: Word) -> bool:
    """Say whether a pronoun opens a relative clause: *Ott, | der | das sagt*."""
    before = list(context.words(max(1, word.index - 2), word.index - 1))
    if before and before[-1].is_finite:
        return False  # „Ja“, bestätigt der
    return any(w.text == "," for w in before)


def pronoun_gender(word: Word, context: Context) -> Gender | None:
    """Return the gender that a pronoun shows, None if it shows none."""
    small = word.text.lower()
    if small in _SINGULAR:
        return _SINGULAR[small]
    return "Fem" if small in ("sie", "ihr") else None


def relative_gender(context: Context, word: Word) -> Gender | None:
    """Return the gender that a relative pronoun shows, None if it shows none."""
    small = word.text.lower()
    governed = word.index < context.length and context.word(word.index + 1).text.lower() == "zufolge"
    if word.index > 1 and (governed or context.word(word.index - 1).upos == "ADP"):
        return "Fem" if small == "der" else None
    genders: dict[str, Gender] = {
        "der": "Masc",
        "die": "Fem",
        "das": "Neut",
        "den": "Masc",
        "welcher": "Masc",
        "welche": "Fem",
    }
    if small == "der" and word.features.get("Case") in ("Dat", "Gen"):
        return "Fem"
    return genders.get(small)


def is_plural_pronoun(context: Context, word: Word) -> bool:
    """Say whether *sie* or *ihnen* is of several, by the finite verb of its clause."""
    if word.text.lower() == "ihnen":
        return True
    if _is_joined(context, word):
        return False
    beside = [context.word(place) for place in (word.index - 1, word.index + 1) if 0 < place <= context.length]
    verbs = [w for w in beside if w.upos in ("VERB", "AUX") and w.features.get("VerbForm") == "Fin" and not w.masked]
    clause = context.clauses.of(word)
    finite = verbs[0] if verbs else None if clause is None else clause.finite
    if finite is None:
        return word.features.get("Number") == "Plur"
    is_one = finite.text.endswith("e")  # wünsche, habe: whatever the tagger says
    return finite.text.endswith("en") or (finite.features.get("Number") == "Plur" and not is_one)


def _is_joined(context: Context, word: Word) -> bool:
    """Say whether a pronoun is one of two who are named together: *Sie | und Beck betonten*."""
    if word.index + 2 > context.length or context.word(word.index + 1).text != "und":
        return False
    other = context.word(word.index + 2)
    return other.upos in ("PROPN", "NOUN", "DET") and not other.masked
