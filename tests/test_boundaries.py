"""The text alone tells of most stops whether a sentence ends there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotetrack.boundaries import boundaries
from quotetrack.spans import Span
from tests.record_strategies import texts

_SIGNS = {"ends": "‖", "goes on": "~", "open": "¿"}


def _shown(text: str) -> str:
    """Return the text with a sign behind each stop: ‖ ends, ~ goes on, ¿ is open."""
    found = [(boundary.before, _SIGNS[boundary.verdict]) for boundary in boundaries(text)]
    places = [0, *(place for place, _ in found), len(text)]
    signs = [*(sign for _, sign in found), ""]
    return "".join(text[start:end] + sign for (start, end), sign in zip(pairwise(places), signs, strict=True))


ENDS = [
    "Das Geld sei da.‖ Laut Polizei kam es zu Staus.",
    "Der Rat tagt am Dienstag.‖ Trainer Ott schweigt.",
    "Wer zahlt das?‖ Niemand.",
    "Nein!‖ So nicht.",
    "„Nein.“‖ Die Polizei kam.",
    "Das Geld ist da.‖ „Wir bauen.",
    "Das Geld ist da.[1]‖ Der Rat tagt.",
    "Die Kosten (brutto).‖ Der Rat tagt.",
    "(Das sagte sie früher.)‖ Der Rat tagt.",
    "Es war 2005.‖ Trainer Ott kam.",
    "Sie siegten 3:2.‖ Trainer Ott jubelte.",
    "Es kostet 2,50.‖ Niemand zahlt.",
    "Beginn ist um 15.~30.‖ Karten gibt es noch.",
    "Die Steuer steigt um 5 %.‖ Trainer Ott klagt.",
    "Er kommt am 20.‖ Der Rat tagt.",
    "Er ist 58.‖ Sie ist jünger.",
    "Es kamen 20 Mio.‖ Die Stadt jubelte.",
    "Autos, Räder usw.‖ Der Rat tagt.",
    "Er arbeitet bei Ott & Co.‖ Die Firma schweigt.",
    "Er wohnt in der Goethestr.‖ Die Nachbarn schweigen.",
    "Angeklagt ist Jürgen B.‖ Er schweigt.",
    "Es sprach Papst Paul VI.‖ Die Kirche war voll.",
    "Es klagt der Verein Ott e.~ V.‖ Die Stadt wartet.",
    "Er wirkte in Frankfurt a.¿ M.‖ Die Stadt dankt.",
    "Es sprach die CDU.‖ Trainer Ott schwieg.",
    "Wer kann’s.‖ Wer nicht.",
    "Es waren viele.‖ 20 Menschen blieben.",
    "Er kam nicht.‖Die Polizei schon.",
    "Das Geld ist da\N{SOFT HYPHEN}.‖ Lau\N{SOFT HYPHEN}t Polizei fehlt es.",
    "Das Land.‖ \N{ZERO WIDTH SPACE}Die Stadt.",
]
GOES_ON = [
    "Am 3.~ Mai kam der 1.~ FC.",
    "Das 19.~ Jahrhundert und der 58.~ Kongress.",
    "Vom 14.–16.~ März und am 3./4.~ Mai.",
    "Am 14.~03.~2023 kamen 10.~000 Menschen.",
    "Dr.~ Ott und Prof.~ Kern.",
    "Karl-Marx-Str.~ 5 und Nr.~ 7.",
    "Nach Abs.~ 3 und Art.~ 5.",
    "Jana K.~ Ott und J.~ R.~ R.~ Ott.",
    "Parteien, z.~ B.~ Die Linke.",
    "Das waren 20 Mio.~ Euro.",
    "ROM.~ Die Stadt.",
    "NEW YORK.~ Die Stadt.",
    "1.~ Die Stadt zahlt.‖ 2.~ Der Bund hilft.",
    "Es fielen vier (!)~ Tore.",
    "Er starb 300 v.~ Chr.~ Geburt.",
]
OPEN = [
    "Er landet auf Platz 3.¿ Trainer Ott jubelt.",
    "Autos, Räder usw.¿ Trainer Ott klagt.",
    "Er sagte …¿ Die Stadt schweigt.",
    "Er kam (mit Ott.¿ Der war da) und ging.",
    "Der Konzern Yahoo!¿ Deutschland.",
    "Unter www.¿beispiel.¿Die.",
    "Karl V.¿ Krieg um Krieg.",
    "Das Geld ist da.¿ sagte er.",
]


@pytest.mark.parametrize("shown", ENDS + GOES_ON + OPEN)
def test_a_stop_ends_a_sentence_goes_on_or_stays_open(shown: str) -> None:
    """Where the text leaves no doubt it is said that a sentence ends (‖) or goes on (~); the rest stays open (¿)."""
    assert shown == _shown(shown.translate(dict.fromkeys(map(ord, "‖~¿"))))


@given(texts())
def test_boundaries_are_in_order_and_in_the_text(text: str) -> None:
    """Whatever the text, boundaries come in order, each behind its stop and not behind the next word."""
    found = list(boundaries(text))

    assert all(0 < boundary.before <= boundary.after < len(text) for boundary in found)
    assert all(first.after <= second.before for first, second in pairwise(found))


@given(texts())
def test_a_paragraph_is_judged_by_itself(text: str) -> None:
    """What stands before a paragraph does not change what its stops do."""
    before = "Das ist so. "
    paragraph = Span(len(before), len(before + text))
    moved = [(found.before - len(before), found.verdict) for found in boundaries(before + text, paragraph)]

    assert [(found.before, found.verdict) for found in boundaries(text)] == moved
