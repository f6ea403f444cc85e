"""Where a common word is the name of a medium: *berichtet die Welt*, *sagte Ott dem Standard*, not *Die Welt staunt*.

Only the frame and the case tell that: the subject of a verb by which media report, whom somebody tells, whose report
it is, a source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from quotetrack.nouns import KnownMedium, is_given_name
from quotetrack.phrases import is_time
from quotetrack.syntax import Word

_REPORTING: Final = frozenset(
    "berichtet berichtete berichten berichteten meldet meldete melden meldeten schreibt schrieb schreiben schrieben"
    " titelt titelte titeln vermeldet vermeldete zitiert zitierte zitieren zitierten".split()
)
"""Forms of verbs whose subject is a medium where a common word stands there."""
_REPORTED: Final = frozenset("berichtet gemeldet geschrieben zitiert vermeldet".split())
_HAD: Final = frozenset("hat hatte habe haben hatten".split())
_TELLING: Final = frozenset(
    "sagt sagte sagten erklärt erklärte erzählt erzählte verriet verrät bestätigt bestätigte berichtete schilderte"
    " betonte versicherte antwortete teilte mitteilte mitteilten bestätigten erklärten gesagt erklärt erzählt verraten"
    " bestätigt mitgeteilt berichtet".split()
)
"""Forms of verbs whose dative is a medium."""
_OF_PAPERS: Final = (
    "bericht", "berichts", "berichte", "berichten", "information", "informationen", "angaben", "recherche",
    "recherchen", "ausgabe", "meldung", "meldungen", "onlineausgabe", "redakteur", "redakteurin", "korrespondent",
    "korrespondentin", "reporter", "reporterin", "leser", "lesern", "website", "umfrage", "interview",
)  # fmt: skip
"""Ends of nouns that have a medium for their genitive."""
_NOMINATIVES: Final[Mapping[str, str]] = {"": "der die das"}
"""The articles of a name whose gender is not known; of another that which it has."""
_DATIVES: Final[Mapping[str, str]] = {"der": "dem", "das": "dem", "die": "der", "": "dem der"}
_GENITIVES: Final[Mapping[str, str]] = {"der": "des", "das": "des", "die": "der", "": "des der"}
_ARTICLES: Final = frozenset("der die das dem des".split())
_LAUT: Final = frozenset({"laut", "Laut"})
_REACH: Final = 9
"""So many words before the dative its verb may stand."""
_PRESS: Final = "Presse"


def is_told_as_medium(words: Sequence[Word], place: int, end: int, medium: KnownMedium) -> bool:
    """Say whether a common word, from one place to another, names a medium where it stands."""
    article = (
        words[place - 1] if place and words[place - 1].text.lower() in ("der", "die", "das", "dem", "des") else None
    )
    first = place - (article is not None)
    before = words[first - 1] if first else None
    behind = words[end] if end < len(words) else None
    form = None if article is None else article.text.lower()
    is_source = (before is not None and before.text in _LAUT) or (behind is not None and behind.text == "zufolge")
    dative = form in _DATIVES[medium.article].split()
    if is_source and (form is None or dative):
        return form is None or medium.name != _PRESS
    own = form in _NOMINATIVES.get(medium.article, medium.article).split()
    if (form is None or own) and _reports(words, first, end):
        return True
    if form in _GENITIVES[medium.article].split() and before is not None and before.text.lower().endswith(_OF_PAPERS):
        return before.upos == "NOUN"
    return dative and medium.name != _PRESS and _is_told(words, first, end, form or "")


def _reports(words: Sequence[Word], first: int, end: int) -> bool:
    """Say whether a phrase is the subject of a verb by which media report: *wie die Zeit schreibt*, *so die Welt*."""
    before = words[first - 1].text if first else ""
    behind = words[end].text if end < len(words) else ""
    if behind == "und" and end + 2 < len(words):  # wie Spiegel und Zeit berichten
        behind = next((word.text for word in words[end + 1 : end + 4] if not word.text[:1].isupper()), "")
    if before in _REPORTING or (behind in _REPORTING and before not in _HAD):
        return True
    if before in ("so", "So"):
        return first < 2 or words[first - 2].text in (",", "“", "»", "«", "”")
    return before in _HAD and any(word.text in _REPORTED for word in words[end:])


def _is_told(words: Sequence[Word], first: int, end: int, form: str) -> bool:
    """Say whether somebody tells a medium something: *sagte Ott am Montag der Welt*, *Dem Standard sagte sie*."""
    behind = words[end] if end < len(words) else None
    if first == 0:
        return behind is not None and behind.text in _TELLING
    before = words[first - 1]
    is_name = before.upos in ("PROPN", "PRON", "ADV", "AUX") or is_time(before) or before.text in (",", ")")
    goes_on = behind is not None and behind.upos not in ("PUNCT", "ADP", "ADV") and behind.text not in _TELLING
    if before.text in _TELLING:
        return not goes_on or (behind is not None and is_given_name(behind.text))
    if goes_on or not (is_name or (form == "dem" and before.upos == "NOUN")):
        return False
    near = [word.text for word in (*words[max(0, first - _REACH) : first], *words[end : end + 4])]
    return any(text in _TELLING for text in near)
