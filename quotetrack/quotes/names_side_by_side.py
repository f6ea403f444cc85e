"""Speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex

from quotetrack.cues import VerbCue
from quotetrack.lexicon import load
from quotetrack.nouns import is_given_name, is_person_noun, noun_of, state_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.addressed import addressed_words
from quotetrack.quotes.addressing_verbs import ADDRESSED_BY_DATIVE, ADDRESSED_BY_OBJECT, JUDGING_OBJECT, NEEDING_OBJECT
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import noun_after
from quotetrack.quotes.phrase_tails import ORDINALS
from quotetrack.spans import Span
from quotetrack.syntax import DETERMINERS, Word

#: Two syllables or more: what is no syllable of a Korean given name.
_TWO_SYLLABLES_RE: Final = regex.compile(r"[aeiouyäöü][^aeiouyäöü]+[aeiouyäöü]", regex.IGNORECASE)
_DATIVES: Final = frozenset({"ihm", "ihr", "ihnen", "dem", "denen", "uns", "mir", "dir", "einander"})
"""What shows that a clause has a dative."""
_OF_BODIES: Final = (
    "sprecher", "sprecherin", "chef", "chefin", "vorsitzende", "leiter", "leiterin", "präsident", "präsidentin",
    "vertreter", "vertreterin", "direktor", "direktorin", "mitglied", "mitglieder", "gruppe", "mehrheit", "fraktion",
)  # fmt: skip
"""Ends of nouns that have a body behind them."""
_OBJECTS: Final = frozenset({"das", "dies", "Das", "Dies"})
"""Pronouns that a tagger takes for articles."""


def named_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return speaker and addressee where two names stand side by side: *forderte Ministerin Lea Brand | Norwegen auf*.

    The second is a state, a name that the text has elsewhere without the first, or a given name and surname behind a
    surname that the text has elsewhere without them. Behind a noun for a body it is any name, where the verb has no
    other object: *warf die Staatsanwaltschaft | Ertl vor, …*. Where the verb has to have a dative, it is the feminine
    that looks like a genitive behind the verb: *wirft die Opposition | der Regierung vor, …*.
    """
    found = _body_beside(context, cue, spoken) or _dative_beside(context, cue, spoken)
    if found is not None:
        return found
    if cue.lemma not in ADDRESSED_BY_OBJECT | ADDRESSED_BY_DATIVE or cue.is_passive:
        return None
    finite = cue.clause.finite
    somebody = _another_behind(cue, spoken)
    if somebody is not None:
        return somebody
    if finite is not None and spoken.head.index < finite.index and cue.lemma not in NEEDING_OBJECT:
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    chain = words[next((place for place, word in enumerate(words) if word.upos == "PROPN"), len(words)) :]
    if len(chain) < 2 or any(word.upos != "PROPN" for word in chain) or chain[-1].index - chain[0].index >= len(chain):
        return None
    for place in range(1, len(chain)):
        capital = chain[place - 1].text[:1].isupper() and chain[place].text[:1].isupper()
        if not capital or is_person_noun(chain[place - 1].text):
            continue
        tail = context.text[chain[place].span.start : chain[-1].span.end]
        is_state = place == len(chain) - 1 and chain[place].text in load("places")
        is_another = place < len(chain) - 1 and (
            _stands_elsewhere(context, chain[place - 1], tail) or _begins_name(context, chain[place - 1], chain[place])
        )
        if is_state or is_another:
            second = Span(chain[place].span.start, chain[-1].span.end)
            return Span(spoken.span.start, chain[place - 1].span.end), second
    return None


def _another_behind(cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return who speaks and whoever is named behind, with a role or an article: *riet der Rat | Präsident Ott*.

    What stands behind the comma that closes an apposition is somebody else, and so is what follows a name with *der*.
    """
    finite = cue.clause.finite
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    if finite is None or not words or words[0].index < finite.index:
        return None
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        closed = word.index > before.index + 1 and _is_apposed(words[:place])
        if (closed or word.index == before.index + 1) and _begins_another(cue, before, words[place:], closed=closed):
            return Span(spoken.span.start, before.span.end), Span(word.span.start, words[-1].span.end)
    return None


def _is_apposed(words: list[Word]) -> bool:
    """Say whether a comma stands among the words of a phrase, so that the next one closes its apposition."""
    return any(two.index > one.index + 1 for one, two in pairwise(words))


def _begins_another(cue: VerbCue, before: Word, rest: list[Word], *, closed: bool) -> bool:
    """Say whether words begin the phrase for somebody else behind a name, or behind a closed apposition."""
    first, second = rest[0], rest[min(1, len(rest) - 1)]
    owner = before.upos == "PROPN" and before.text.endswith(("s", "'", "’")) and first.upos == "NOUN"  # Otts | Wirt
    named = (before.upos == "PROPN" and before.text[:1].isupper() and not owner) or before.text == ")"
    if before.text in ORDINALS:
        return False  # Hamburgs Erster | Bürgermeister
    if closed and first.upos == "DET":
        return True
    titled = first.upos == "NOUN" and is_person_noun(first.text) and second.upos == "PROPN" and second != first
    role = before.upos == "NOUN" and noun_of(before.text) is not None
    if titled and (closed or named or role) and not owner:
        return True
    if len(rest) == 1 and first.upos == "PROPN" and state_of(first.text) is not None:
        return closed or named or before.upos == "NOUN"
    dative = cue.lemma in ADDRESSED_BY_DATIVE and first.text == "der"
    return dative and len(rest) > 1 and (closed or named)


def _body_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return a body and the name behind it where the verb has to have an object and has no other one."""
    if cue.lemma not in NEEDING_OBJECT | JUDGING_OBJECT or cue.is_passive or cue.clause.kind == "relative":
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    names = [word for word in words if word.upos == "PROPN"]
    if not names or names != words[-len(names) :] or len(names) == len(words) or words[-len(names) - 1].upos != "NOUN":
        return None
    body = words[-len(names) - 1]
    known = noun_of(body.text)
    if known is None or known.kind != "organisation":
        return None
    others = [word for word in cue.clause.words if word not in words and word.upos in ("NOUN", "PROPN", "PRON", "DET")]
    others = [word for word in others if word.upos != "DET" or word.text in _OBJECTS]
    if any(case_of(context.sentence, word) is None and not is_time(word) and word != cue.verb for word in others):
        return None
    return Span(spoken.span.start, body.span.end), Span(names[0].span.start, names[-1].span.end)


def _dative_beside(context: Context, cue: VerbCue, spoken: Mention) -> tuple[Span, Span] | None:
    """Return who speaks and the feminine behind it where the verb has to have a dative and has no other one."""
    finite = cue.clause.finite
    if cue.lemma not in NEEDING_OBJECT or cue.is_passive or finite is None or cue.clause.kind == "relative":
        return None
    if spoken.head.index < finite.index and cue.clause.words[-1] != finite:
        return None
    words = [word for word in cue.clause.words if spoken.span.contains(word.span)]
    found = _feminine_behind(words, spoken.head) or _feminine_next(cue, words[-1])
    if found is None or any(map(_is_dative_pronoun, cue.clause.words)) or _has_dative(context, cue, spoken):
        return None
    article, noun = found
    behind = [word for word in words if word.index > noun.index]
    if behind and (behind[0].upos == "PROPN" or is_person_noun(behind[0].text)):
        return None  # die Chefin der Partei | Kanzler Kern
    end = behind[-1] if behind and behind[0].text in ("der", "des", "von", "vom") else noun
    last = min(words[-1].index, article.index - 1)
    return Span(spoken.span.start, context.word(last).span.end), Span(article.span.start, end.span.end)


def _feminine_next(cue: VerbCue, last: Word) -> tuple[Word, Word] | None:
    """Return *der* with its feminine right behind who speaks: *wirft die AGV | der städtischen Kommission vor*."""
    article = next((word for word in cue.clause.words if word.index == last.index + 1 and word.text == "der"), None)
    noun = None if article is None else noun_after(cue.clause, article)
    return None if article is None or noun is None or not _is_one_woman_or_body(noun) else (article, noun)


def _feminine_behind(words: list[Word], head: Word) -> tuple[Word, Word] | None:
    """Return *der* with its feminine behind a noun: the first, but the last behind an office, which has its body."""
    articles = [word for word in words if word.text == "der" and word.index > head.index]
    pairs = ((one, next((w for w in words if w.index > one.index and w.upos == "NOUN"), None)) for one in articles)
    found = [(one, noun) for one, noun in pairs if noun is not None and _is_one_woman_or_body(noun)]
    return found[-1 if head.text.lower().endswith(_OF_BODIES) else 0] if found else None


def _has_dative(context: Context, cue: VerbCue, spoken: Mention) -> bool:
    addressed = addressed_words(context, cue, spoken)
    return any(word.upos != "NOUN" or context.sentence.child(word, DETERMINERS) for word in addressed)


def _is_dative_pronoun(word: Word) -> bool:
    return word.text.lower() in _DATIVES and word.relation not in DETERMINERS


def _is_one_woman_or_body(noun: Word) -> bool:
    """Say whether a noun is a feminine in the singular, so that *der* before it may be a dative."""
    known = noun_of(noun.text)
    if known is not None and known.gender is not None:
        return known.gender == "Fem" and not known.is_plural
    return noun.features.get("Gender") == "Fem" and noun.features.get("Number") != "Plur"


def _begins_name(context: Context, surname: Word, given: Word) -> bool:
    """Say whether a given name behind a surname begins the name of somebody else: *versicherte Amann Reto Zgraggen*."""
    is_plain = noun_of(surname.text) is None and not is_given_name(surname.text)
    if not is_given_name(given.text) or not is_plain:
        return False
    if surname.text.casefold() in load("korean_surnames"):
        return _TWO_SYLLABLES_RE.search(given.text) is not None
    before = regex.finditer(rf"\b([\p{{L}}-]+)\s+{regex.escape(surname.text)}\b", context.text)
    return any(is_given_name(match[1]) for match in before)


def _stands_elsewhere(context: Context, before: Word, name: str) -> bool:
    """Say whether the text has a name of two words also without the word that stands before it here."""
    found = (match.start() for match in regex.finditer(rf"\b{regex.escape(name)}\b", context.text))
    return any(not context.text[:start].rstrip().endswith(before.text) for start in found)
