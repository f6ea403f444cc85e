"""Verbs that name whom they speak to, in the accusative or in the dative."""

from __future__ import annotations

from typing import Final

ADDRESSED_BY_OBJECT: Final = frozenset(
    "auffordern beschuldigen bezichtigen bitten anweisen ermahnen ermuntern ermutigen warnen fragen ersuchen"
    " verdächtigen informieren zwingen aufrufen drängen beauftragen unterrichten erinnern anklagen".split()
) | {"wissen lassen"}
ADDRESSED_BY_DATIVE: Final = frozenset(
    "vorwerfen sagen mitteilen raten abraten empfehlen antworten versichern versprechen drohen vorhalten unterstellen"
    " zusichern zusagen befehlen verbieten untersagen erlauben erzählen erklären erläutern berichten zurufen entgegnen"
    " erwidern attestieren bescheinigen entgegenhalten verraten schreiben nahelegen vorschlagen anbieten garantieren"
    " gestehen bestätigen ausrichten signalisieren schildern ankündigen androhen offenbaren prophezeien einschärfen"
    " zuflüstern vorrechnen telegrafieren anvertrauen gebieten auftragen".split()
)
"""Verbs that take whom they speak to in the dative, so that a form that could be an accusative is one too."""
