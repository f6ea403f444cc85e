"""Who does otherwise than the subject, with the verb left out: *Ott wollte schweigen, | Kern | dagegen nicht: …*."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import is_governed, speaks

_OTHERWISE: Final = frozenset({"nicht", "schon", "doch", "weniger", "kaum", "nie"})
_CONTRASTING: Final = frozenset("dagegen hingegen indes indessen jedoch aber allerdings sehr".split())
_LONGEST: Final = 7
"""So many words at most are behind the comma."""


def second_without_verb(context: Context, clause: Clause) -> Mention | None:
    """Return who closes a clause behind a comma and does otherwise: *Ott schwieg, | Kern | nicht*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    if clause.finite is None or len(words) < _LONGEST - 2 or words[-1].text not in _OTHERWISE:
        return None
    while words and words[-1].text in _OTHERWISE | _CONTRASTING:
        words.pop()
    start = next((word.index for word in reversed(words) if context.separator_before(word.index) == ","), None)
    behind = [] if start is None else [word for word in words if word.index >= start]
    if start is None or start <= clause.finite.index or not behind or len(behind) > _LONGEST:
        return None
    heads = [word for word in behind if word.upos in ("NOUN", "PROPN") and speaks(word) and not is_time(word)]
    if not heads or is_governed(context, heads[0]) or any(word.upos in ("VERB", "AUX", "ADP") for word in behind):
        return None
    return mention(context, heads[0], clause)
