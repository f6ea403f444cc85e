"""Why a mention leads to a name: ``explain`` tells the way, the phrase before and who else was as fitting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotetrack.speakers
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.speakers.reasons import Reasoning
from quotetrack.speakers.ways import UNNAMED, WAYS

SOURCES = sorted(Path(quotetrack.speakers.__file__).parent.glob("*.py"))
RECEPTION = "Der Bürgermeister Jan Beck empfing die Ministerin Ida Ott und die Rätin Pia Roth. "


@pytest.fixture(scope="module")
def tracker(parser: StanzaParser) -> Tracker:
    """Return a tracker with the parser of the tests."""
    return Tracker(parser=parser)


def _last(tracker: Tracker, text: str) -> Reasoning:
    """Return why the last speaker of a text has the name it has."""
    found = [fired.speaker for sentence in tracker.explain(text) for fired in sentence.fired]
    return next(speaker for speaker in reversed(found) if speaker is not None)


@pytest.mark.parametrize(
    ("text", "mention", "name", "way"),
    [
        ("„Wir bauen“, sagte Ida Ott.", "Ida Ott", "Ida Ott", "full-name"),
        ("Ida Ott kam spät. „Wir bauen“, sagte Ott.", "Ott", "Ida Ott", "part-of-name"),
        ("Die Ministerin Ida Ott kam spät. „Wir bauen“, sagte die Ministerin.", "die Ministerin", "Ida Ott", "role"),
        ("Trainer Jan Beck kam spät. „Wir siegen“, sagte der Coach.", "der Coach", "Jan Beck", "another-word"),
        (
            "Die Ministerin Ida Ott traf Jan Beck. „Wir bauen“, sagte sie.",
            "sie",
            "Ida Ott",
            "most-in-view",
        ),
        ("Nach Angaben der Polizei brannte das Haus.", "Angaben der Polizei", "Polizei", "statement"),
        ("Laut dem Gutachten ist die Brücke marode.", "dem Gutachten", "Gutachten", "document"),
        ("„Wir bauen“, hieß es in der „Bergpost“.", "der „Bergpost“", "Bergpost", "marked-name"),
        ("Ida Ott und Jan Beck forderten, dass gebaut werde.", "Ida Ott und Jan Beck", "Ida Ott und Jan Beck", "joint"),
        ("Die Stadt teilte mit, dass gebaut werde.", "Die Stadt", "Stadt", "body"),
        ("„Wir bauen“, sagte ein Anwalt.", "ein Anwalt", None, "anonymous"),
        ("„Wir bauen“, sagten Experten.", "Experten", None, "unnamed_group"),
        ("Medienberichten zufolge wird gebaut.", "Medienberichten", None, "unnamed_reports"),
    ],
)
def test_the_way_to_a_name_is_told(tracker: Tracker, text: str, mention: str, name: str | None, way: str) -> None:
    """Each kind of mention comes to its name by its own way, or has a reason for none."""
    found = _last(tracker, text)
    assert (found.mention, found.name, found.way) == (mention, name, way)


def test_who_else_was_as_fitting_is_told(tracker: Tracker) -> None:
    """A pronoun that fits two names the one who is less in view, and the phrase by which the other was told of."""
    text = "Die Rätin Pia Roth kam spät. Die Ministerin Ida Ott ging früh. „Wir bauen“, sagte sie."
    found = _last(tracker, text)
    assert (found.name, found.before, found.others) == ("Ida Ott", "Die Ministerin Ida Ott", ("Pia Roth",))
    assert found.line() == (
        "'sie' is Ida Ott: most-in-view (The person or body that fits in gender and number and is most in view.); "
        "before: 'Die Ministerin Ida Ott'; less in view: Pia Roth"
    )


def test_a_mention_without_a_name_tells_whom_it_takes_up(tracker: Tracker) -> None:
    """The reason stands first, then the phrase that told of the same person."""
    found = _last(tracker, "Der Anwalt der Firma widersprach. „Das stimmt nicht“, sagte er.")
    assert found.line() == (
        "'er' has no name: role_unmatched (A role whose holder the article does not name.); before: 'Der Anwalt'"
    )


def test_each_way_and_each_reason_is_described() -> None:
    """What the code follows is what the documentation lists, nothing more and nothing less."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "ways.py")
    followed = set(re.findall(r'(?:\bway\(|\bway=|\.tell\(|_by\()"([a-z-]+)"', code))
    assert followed <= set(WAYS)
    assert set(WAYS) <= set(re.findall(r'"([a-z-]+)"', code))
    assert set(re.findall(r'\breason="([a-z_]+)"', code)) | {"role_unmatched"} == set(UNNAMED)
