"""Which finite forms are a Konjunktiv, whatever the tagger says.

In the third person singular only the Konjunktiv I ends in *-e* but not in *-te* (*er bleibe*; Duden-Grammatik § 751
ff.); a small tagger that has seen few of them takes many for an indicative.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import regex

from quotetrack.syntax import Word
from quotetrack.vocabulary import Mood

_FIRST: Final = frozenset("sei seien seist seiet habe habest werde könne müsse solle wolle dürfe möge wisse".split())
_SECOND: Final = frozenset(
    "wäre wären wärst hätte hätten hättest würde würden könnte könnten müsste müssten müßte müßten dürfte dürften"
    " gäbe gäben käme kämen"
    " stünde stünden bliebe ließe fände fänden hielte ginge gingen läge lägen nähme nähmen spräche"
    " sprächen träte träten bräuchte bräuchten wüsste wüssten sähe sähen täte täten verstünde verstünden bestünde"
    " bestünden bekäme bekämen geschähe geschähen entstünde entstünden entspräche entsprächen gälte gälten böte böten"
    " zöge zögen trüge trügen schlüge schlügen führe führen verlöre verlören stürbe stürben würfe würfen hülfe hülfen"
    " bräche brächen läse läsen säße säßen bäte bäten brächte brächten dächte dächten wüchse wüchsen lüde lüden träfe"
    " träfen sänge sängen spränge sprängen zwänge zwängen gewönne gewönnen begönne begönnen erführe erführen schüfe"
    " schüfen vergäße vergäßen sänke sänken verschwände verschwänden".split()
) - {"führe", "führen", "gingen"}
_SECOND_OF_ALL: Final = _SECOND | {form.replace("ß", "ss") for form in _SECOND}
"""The same with the Swiss spelling: *sässe*, *müssten*."""
_UNMISTAKABLE: Final = frozenset(form for form in _SECOND_OF_ALL if any(map(form.__contains__, "äöü"))) - {"trügen"}
"""Forms of the Konjunktiv II that are no infinitive either."""

_STRONG_SECOND_RE: Final = regex.compile(
    r"(?:\p{L}{2,6})?(?:läng|äß|äss|bänd|böt|bräch|brächt|dächt|fänd|flög|flöss|fräß|fräss|frör|gäb|gält|gewänn|göss|grüb|hülf|käm"
    r"|kläng|kröch|lüd|läg|läs|mäß|mäss|nähm|säng|sänk|säß|säss|schlöss|schmölz|schöb|schöss|schüf|schwämm|schwänd|sög|spräch"
    r"|spräng|stäch|stünd|stürb|träf|trät|verdürb|verlör|wög|würb|würf|wüchs|zög)en?"
)
"""Strong verbs of every prefix in the Konjunktiv II; *dränge* and *tränken* are other verbs."""

_STEM_IN_T_RE: Final = regex.compile(
    r"^(?:\p{L}*(?:arbeit|wart|leist|kost|biet|bitt|tret|halt|rat|rett|test|fürcht|leit|reit|schalt|stalt"
    r"|walt|spalt|streit|leucht|töt|miet|last|start|antwort|deut|rüst|haft|spott|(?:r|s|d|sch|schl|pfl|n|w|z)icht"
    r"|(?<!sch)wert|statt|mut"
    r"|weit|breit|beut|läut|flut|blut|brüt|hüt|wüt|güt|pacht|schlacht|fracht|frucht|zücht|flücht|stift|heft|lüft"
    r"|drift|gift|kräft|tast|tröst|list|frist|hust|forst|falt|hort|härt|wett|glätt)e"
    r"|(?:be|ver|beob|er|miss)?achte|(?:be)?trachte|beichte|übernachte|begutachte|befürworte|verorte|(?:ab)?ernte)$"
)
"""Verbs whose stem ends in t (*er erwarte*): their past has *-tete*, unlike that of the others (*er warnte*)."""

_STRONG_IN_T_RE: Final = regex.compile(
    r"^(?:\p{L}*(?:biet|bitt|tret|halt|rat|reit|streit|gleit|schreit)|(?:ab|ent|ver)?gelt)e$"
)
"""Strong verbs whose stem ends in t: their forms in *-te* are no past, whatever the tagger says (*galt*, *hielt*)."""

_STEM_IN_END_RE: Final = regex.compile(r"^(?:\p{L}*(?:send|wend|spend|blend|schwend|vollend)|(?:be|ver)?end)e$")
"""Verbs whose stem ends in -end: *die Freiheit ende dort* is no participle."""

_REMEMBERED: Final = 1 << 14
"""So many forms of verbs are remembered."""
_NO_KONJUNKTIV: Final = frozenset("wurde leise müde böse träge prüde selbe".split())
"""Another form, and adjectives that a tagger may take for a verb."""
_AUTHOR: Final = frozenset(
    "könnte könnten dürfte dürften sollte sollten müsste müssten möchte möchten wollte wollten".split()
)


def is_konjunktiv_1(word: Word) -> bool:
    """Say whether a finite form is a Konjunktiv I.

    >>> from quotetrack.spans import Span
    >>> is_konjunktiv_1(Word(1, "bleibe", "bleiben", "VERB", {"VerbForm": "Fin"}, 0, "root", Span(0, 6)))
    True
    """
    form = word.text.lower()
    if form in _FIRST:
        return True
    if not form.endswith("e") or word.upos not in ("VERB", "AUX") or form in _AUTHOR or _is_second(word, form):
        return False
    if word.features.get("VerbForm") != "Fin" or form in _NO_KONJUNKTIV:
        return False
    if form.endswith("ende"):
        return bool(_STEM_IN_END_RE.match(form))
    if _STRONG_IN_T_RE.match(form):
        return True
    if form.endswith("te"):
        return bool(_STEM_IN_T_RE.match(form))
    return True


def is_konjunktiv_2(word: Word) -> bool:
    """Say whether a finite form is an unmistakable Konjunktiv II.

    *sollte*, *wollte* and forms that are also a past do not count.
    """
    form = word.text.lower()
    if _is_second(word, form):
        return True
    if not word.is_subjunctive or not form.endswith(("e", "en")) or form in ("möchte", "möchten"):
        return False
    return any(letter in form for letter in "äöü")


def _is_second(word: Word, form: str) -> bool:
    return form in _SECOND_OF_ALL or (word.upos == "VERB" and _is_strong_second(form))


@lru_cache(maxsize=_REMEMBERED)
def _is_strong_second(form: str) -> bool:
    return _STRONG_SECOND_RE.fullmatch(form) is not None


def has_umlaut_of_konjunktiv(form: str) -> bool:
    """Say whether a form can be nothing but a Konjunktiv II, whatever a tagger takes it for.

    >>> has_umlaut_of_konjunktiv("lägen"), has_umlaut_of_konjunktiv("legen")
    (True, False)
    """
    return form in _UNMISTAKABLE


def is_konjunktiv(word: Word) -> bool:
    """Say whether a finite form is a Konjunktiv I or II."""
    return is_konjunktiv_1(word) or is_konjunktiv_2(word)


def is_authors_guess(word: Word) -> bool:
    """Say whether a form like *könnte* or *dürfte* may as well be the author's own guess."""
    return word.text.lower() in _AUTHOR


def mood_of(word: Word) -> Mood:
    """Return the mood of a finite form."""
    if is_konjunktiv_1(word):
        return "subjunctive_1"
    return "subjunctive_2" if is_konjunktiv_2(word) else "indicative"


def first_mood(words: Iterable[Word]) -> Mood | None:
    """Return the mood of the first of some finite forms, ``None`` if there are none."""
    return next((mood_of(word) for word in words), None)
