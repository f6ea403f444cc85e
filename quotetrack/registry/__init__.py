"""The same speaker under other spellings, across articles: a second pass over records.

:class:`SpeakerRegistry` collects the speakers of records, joins those that are one, and gives each an id; a newsroom's
own list wins over what is guessed, and what a user has merged or split stays so. :func:`compare` is the single decision
behind it: are two named speakers one, and why.
"""

from __future__ import annotations

from quotetrack.registry.comparing import compare
from quotetrack.registry.files import KnownSpeaker
from quotetrack.registry.joining import Link
from quotetrack.registry.named import Comparison, Named
from quotetrack.registry.speakers import SpeakerRegistry

__all__ = ["Comparison", "KnownSpeaker", "Link", "Named", "SpeakerRegistry", "compare"]
