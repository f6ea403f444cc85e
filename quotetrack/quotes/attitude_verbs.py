"""Verbs with which somebody takes a stand, so that what follows in the Konjunktiv gives the reasons."""

from __future__ import annotations

from typing import Final

ATTITUDES: Final = frozenset(
    "ablehnen verteidigen begrüßen rechtfertigen klagen begründen kritisieren loben zurückweisen widersprechen"
    " zustimmen unterstützen reagieren sehen wehren freuen bedauern verurteilen würdigen protestieren zeigen stimmen"
    " halten werben setzen drängen beharren bestehen entschuldigen danken distanzieren beschweren ärgern"
    " wünschen nicken abwinken seufzen schmunzeln grinsen lächeln lachen stöhnen strahlen zögern beipflichten"
    " beispringen".split()
)
"""Verbs whose subject takes a stand, so that a sentence in the Konjunktiv behind them gives its reasons."""
SIDES: Final = frozenset(
    "ablehnen verteidigen begrüßen rechtfertigen klagen kritisieren loben zurückweisen zustimmen wehren bedauern"
    " verurteilen würdigen protestieren beharren entschuldigen distanzieren beschweren beipflichten beispringen".split()
)
"""Verbs that nothing but somebody can have for a subject, of whatever noun: *Uiguren weisen das zurück*."""
STANDING: Final = frozenset(
    "beruhigen beschwichtigen relativieren kontern schimpfen rügen tadeln hadern zweifeln ermitteln anklagen"
    " verurteilen freisprechen stattgeben abweisen verwerfen kippen befürworten gutheißen billigen bemängeln"
    " monieren beanstanden gestehen dementieren bestreiten entgegentreten abwinken einlenken".split()
)
"""More verbs whose subject has reasons to give."""
