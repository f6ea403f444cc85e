"""Verbs by how they name whom they speak to, or of whom they say something."""

from __future__ import annotations

from typing import Final

ADDRESSED_BY_OBJECT: Final = frozenset(
    "auffordern beschuldigen bezichtigen bitten anweisen ermahnen mahnen ermuntern ermutigen warnen fragen ersuchen"
    " verdächtigen informieren zwingen aufrufen drängen beauftragen unterrichten erinnern anklagen hinweisen anflehen"
    " beschwören anhalten anfahren anbrüllen anschreien".split()
) | {"wissen lassen"}
RECEIVING: Final = frozenset("begrüßen verabschieden empfangen beruhigen trösten ermutigen anfeuern".split())
"""Verbs that say *mit den Worten* something to their object."""
ADDRESSED_BY_DATIVE: Final = frozenset(
    "vorwerfen sagen mitteilen raten abraten empfehlen antworten versichern versprechen drohen vorhalten unterstellen"
    " zusichern zusagen befehlen verbieten untersagen erlauben erzählen erklären erläutern berichten zurufen entgegnen"
    " erwidern attestieren bescheinigen entgegenhalten verraten schreiben nahelegen vorschlagen anbieten garantieren"
    " gestehen bestätigen ausrichten signalisieren schildern ankündigen androhen offenbaren prophezeien einschärfen"
    " zuflüstern vorrechnen telegrafieren anvertrauen gebieten auftragen".split()
) | {"Ultimatum stellen", "ultimatum stellen", "Last legen"}
"""Verbs that take whom they speak to in the dative, so that a form that could be an accusative is one too."""
MEANT_FOR_HEARER: Final = frozenset(
    "vorwerfen vorhalten unterstellen raten abraten empfehlen drohen androhen befehlen verbieten untersagen erlauben"
    " attestieren bescheinigen entgegenhalten nahelegen anbieten einschärfen gebieten auftragen".split()
)
"""Those whose dative is charged, threatened or advised, also if it is a medium: *warf dem Sender Hetze vor*."""
TOLD_TO_MEDIA: Final = frozenset(
    "sagen mitteilen erzählen erklären erläutern berichten verraten schreiben gestehen bestätigen anvertrauen"
    " offenbaren schildern".split()
)
"""Verbs whose dative is told something, and not charged with it or advised: that of a medium as a rule."""
NOT_ADDRESSING: Final = frozenset(
    "widersprechen zustimmen beipflichten folgen entsprechen gelten glauben trauen misstrauen danken gratulieren heißen"
    " stehen gehören entnehmen hinzufügen".split()
)
"""Verbs that report and whose dative is not spoken to."""
NEEDING_OBJECT: Final = frozenset("vorwerfen unterstellen vorhalten attestieren bescheinigen androhen".split())
"""Verbs that say something to or of somebody: without a clause, their object is the last noun before them."""
DEMANDING: Final = frozenset({"fordern", "verlangen", "erwarten", "wünschen", "einfordern"})
"""Verbs that name with *von* whom they ask for something."""
JUDGING_OBJECT: Final = frozenset(
    "bezeichnen nennen titulieren einstufen beschimpfen charakterisieren verurteilen".split()
)
"""Verbs that cannot do without somebody or something that they say it of."""
ASKING: Final = frozenset({"fragen", "nachfragen", "zurückfragen", "nachhaken", "erkundigen", "wissen wollen"})
"""Verbs of who asks."""
