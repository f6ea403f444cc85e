"""Direct speech of which the sentence tells whose it is: *„Wird schon“ lautet das Motto von Ott*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import verb_cue
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.quotes.context import Context, Placed
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention, Quote, direct_quote
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.quotes.subjects import subject_of
from quotetrack.quotes.words_of_others import WORDS
from quotetrack.syntax import Word

_CALLED: Final = frozenset(
    "ist sind war waren lautet lauten lautete lauteten heißt heisst hieß hiess bleibt blieb".split()
)
_LEADING_UP: Final = frozenset({"das", "dies", "so", "also", "auch", "stets", "immer", "seither", "seitdem"})
_TOLD: Final = frozenset(
    "motto leitspruch wahlspruch lieblingsspruch lieblingssatz leitsatz losung parole devise credo mantra urteil fazit"
    " resümee bilanz befund diagnose antwort botschaft tipp rat ratschlag meinung kommentar reaktion bitte forderung"
    " appell warnung mahnung begründung erklärung versprechen frage gegenfrage einschätzung prognose verdikt votum"
    " standardsatz slogan ausrede drohung replik worte".split()
)
"""Nouns for what somebody says or said in a few words."""
_MOTTOS: Final = frozenset({"motto", "leitspruch", "losung", "parole", "slogan", "leitsatz"})
"""Those that fairs and years have, too."""
_WORDS: Final = WORDS | {"frage"}
_HEARD: Final = frozenset({"hören", "stammen", "kommen"})
_BEHIND_MARKS: Final = frozenset({",", "–", "—", ":", "“", "«", "»", '"', "”", "‘", "‹", "›"})


def told_whose(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take a passage that opens a sentence whose only verb says whose words it is, however few they are.

    By a noun for what is said, with its owner: ``„Wird schon“ lautet das Motto von Ott``; by the relative clause of a
    noun for words: ``„Wird schon“ ist so ein Satz, den Ott gern sagt``; by where they come from: ``„…“: Der Satz stammt
    von Ott``.
    """
    context = quotes.context
    if placed.first > 2 or placed.last + 2 >= context.length or quotes.found:
        return None
    speaker = _of_noun(context, placed) or _saying_it(context, placed) or _from_whom(context, placed)
    if speaker is None:
        return None
    return direct_quote(context.number, "direct-unannounced", speaker, "speech_or_writing")


def _behind(context: Context, placed: Placed) -> list[Word]:
    """Return the words behind a passage, without the marks and commas right behind it."""
    words = list(context.words(placed.last + 1, context.length))
    while words and words[0].text in _BEHIND_MARKS:
        del words[0]
    return words


def _of_noun(context: Context, placed: Placed) -> Mention | None:
    """Return the noun for what somebody says with whose it is, behind *lautet* or *ist*."""
    words = _behind(context, placed)
    while words and words[0].text.lower() in _LEADING_UP:
        del words[0]
    if len(words) < 3 or words[0].text not in _CALLED:
        return None
    noun = next((word for word in words[1:] if word.upos == "NOUN"), None)
    if (
        noun is None
        or noun.text.lower() not in _TOLD
        or any(word.text in (",", ":") for word in words[: words.index(noun)])
    ):
        return None
    own = words[1 : words.index(noun)]
    told = mention(context, noun, context.clauses.of(noun))
    if any(word.features.get("Poss") == "Yes" for word in own):
        return told
    owner = [word for word in own if word.upos == "PROPN"] + _owner_behind(context, noun)
    told_by_anybody = noun.text.lower() not in _MOTTOS
    return told if any(_is_somebody(word, with_bodies=told_by_anybody) for word in owner) else None


def _owner_behind(context: Context, noun: Word) -> list[Word]:
    """Return the words of whose something is right behind its noun: *das Motto | von Ida Ott*, *der Partei*."""
    following = list(context.words(noun.index + 1, min(noun.index + 5, context.length)))
    if not following or following[0].text.lower() not in ("von", "vom", "der", "des"):
        return []
    heads = [word for word in following[1:] if word.upos in ("NOUN", "PROPN")]
    return heads[:1]


def _is_somebody(word: Word, *, with_bodies: bool) -> bool:
    """Say whether a word is a name or a noun for people, or one for a body: not *das Motto des | Festivals*."""
    noun = noun_of(word.text)
    kinds = ("person", "group", "organisation") if with_bodies else ("person", "group")
    return (word.upos == "PROPN" and noun is None) or (noun is not None and noun.kind in kinds)


def _saying_it(context: Context, placed: Placed) -> Mention | None:
    """Return who says the words in the relative clause of a noun for them: *ist so ein Satz, den | Ott | gern sagt*."""
    words = _behind(context, placed)
    while words and words[0].text.lower() in _LEADING_UP:
        del words[0]
    if not words or words[0].text not in _CALLED:
        return None
    noun = next((word for word in words[1:] if word.upos == "NOUN"), None)
    clause = None if noun is None else _relative_behind(context, noun)
    if noun is None or clause is None or noun.text.lower() not in _WORDS:
        return None
    cue = verb_cue(context.sentence, context.clauses, clause)
    if cue is None or cue.is_negated:
        return None
    if cue.lemma in _HEARD:
        return _from(context, clause.words)
    teller = subject_of(context, cue) if cue.licenses and not cue.is_passive else None
    return None if teller is None or teller.text == "man" else mention(context, teller, clause)


def _relative_behind(context: Context, noun: Word) -> Clause | None:
    """Return the relative clause that begins behind the comma after a noun."""
    found = (one for one in context.clauses.all if one.kind != "fragment" and one.start == noun.index + 2)
    return next(found, None)


def _from_whom(context: Context, placed: Placed) -> Mention | None:
    """Return from whom a sentence behind the passage has the words: *Der Satz stammt von | Ott*."""
    words = _behind(context, placed)
    opens = len(words) > 4 and words[0].text.lower() in ("der", "dieser", "die", "diese", "das")
    if not opens or words[1].text.lower() not in _WORDS or words[2].text not in ("stammt", "stammte", "kommt", "kam"):
        return None
    return _from(context, words[2:])


def _from(context: Context, words: list[Word] | tuple[Word, ...]) -> Mention | None:
    """Return whom *von* names among words."""
    place = next((place for place, word in enumerate(words) if word.text in ("von", "vom")), None)
    head = (
        None if place is None else next((word for word in words[place + 1 :] if word.upos in ("NOUN", "PROPN")), None)
    )
    if head is None or not (head.upos == "PROPN" or is_person_noun(head.text)):
        return None
    return mention(context, head, context.clauses.of(head))
