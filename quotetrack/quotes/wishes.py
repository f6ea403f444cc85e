"""What somebody would like, as the author tells it at the head of a paragraph: *Ida Ott würde den Umbau begrüßen*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of, main_verb
from quotetrack.quotes.attitude_verbs import SIDES, STANDING
from quotetrack.quotes.context import Context
from quotetrack.quotes.stances import feels

_WOULD: Final = frozenset("würde würden hätte hätten wäre wären könnte könnten sähe sähen fände fänden".split())
_LIKING: Final = SIDES | STANDING | {"unterstützen", "vorziehen", "bevorzugen", "wünschen"}
_RATHER: Final = frozenset("gern gerne lieber liebsten".split())


def is_wished(context: Context) -> bool:
    """Say whether a paragraph begins with what somebody who is named would like: no words of whoever spoke before."""
    start = context.sentence.span.start
    opens = not start or "\n" in context.text[:start][len(context.text[:start].rstrip()) :]
    return opens and any(_likes(context, main) for main in context.main_clauses()[:1])


def _likes(context: Context, main: Clause) -> bool:
    finite = main.finite
    if finite is None or finite.text not in _WOULD:
        return False
    front = [word for word in main.words if word.index < finite.index and not word.masked]
    named = any(word.upos == "PROPN" for word in front) and bool(front) and front[0].upos in ("PROPN", "DET", "NOUN")
    verb = main_verb(context.sentence, main) or finite
    forms = {word.text.lower() for word in main.words if not word.masked}
    likes = lemma_of(verb).replace("ss", "ß") in _LIKING or bool(forms & _RATHER) or any(map(feels, main.words))
    return named and (likes or (lemma_of(verb) == "vorstellen" and "sich" in forms))
