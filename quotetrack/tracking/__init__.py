"""The same utterance in several articles, and what one speaker said over time: passes over records.

:func:`track` puts together what is one utterance: verbatim, shortened, in nearly the same words, differently
translated. :func:`timeline` gives what one speaker said, by date.
"""

from __future__ import annotations

from quotetrack.tracking.timelines import date_of, timeline
from quotetrack.tracking.utterances import Utterance, track

__all__ = ["Utterance", "date_of", "timeline", "track"]
