"""GePaDe in the benchmark's terms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.evaluation import Annotation
from quotetrack.evaluation.gepade import detokenised, read_gepade, without_silent
from quotetrack.spans import Span

TOKENS = st.lists(st.sampled_from(["Ich", "frage", ":", "„", "Warum", "?", "“", "(", "Beifall", ")", ","]), max_size=20)


def event(**layers: list[str]) -> dict[str, list[str]]:
    """Return an event with these layers filled."""
    names = ("Addr", "Evidence", "Medium", "Message", "Source", "Topic", "Cue", "PTC")
    return {name: layers.get(name, []) for name in names}


def speech(*events: dict[str, list[str]]) -> dict[str, Any]:
    """Return a speech of two sentences."""
    sentences = [["Frau", "Präsidentin", "!"], ["Ich", "kündige", "Ihnen", "an", ",", "zu", "gehen", "."]]
    return {
        "DocumentName": "Rede",
        "Sentences": [{"SentenceId": number, "Tokens": tokens} for number, tokens in enumerate(sentences)],
        "Annotations": list(events),
    }


class TestReading:
    """Speeches and events."""

    def test_event(self, tmp_path: Path) -> None:
        """Layers become roles, the particle joins the cue, tokens are counted through the speech."""
        path = tmp_path / "dev.jsonl"
        layers = event(Cue=["1:1"], PTC=["1:3"], Source=["1:0"], Addr=["1:2"], Message=["1:5", "1:6"])
        path.write_text(json.dumps(speech(layers)) + "\n\n", encoding="utf-8")
        [known] = read_gepade(path)

        assert (known.document.text, known.document.sentences, known.document.annotations, known.silent_cues) == (
            "Frau Präsidentin! Ich kündige Ihnen an, zu gehen.",
            (Span(0, 3), Span(3, 11)),
            (
                Annotation(
                    quote=[8, 9], type="Indirect", medium="Speech", speaker=[3], cue=[4, 6], frame=[], addressee=[5]
                ),
            ),
            (),
        )

    def test_event_without_a_message(self, tmp_path: Path) -> None:
        """An event without a message is no annotation; its cue is kept apart."""
        path = tmp_path / "dev.jsonl"
        path.write_text(json.dumps(speech(event(Cue=["1:1"]))), encoding="utf-8")
        [known] = read_gepade(path)

        assert (known.document.annotations, known.silent_cues) == ((), (frozenset({4}),))

    def test_without_silent(self) -> None:
        """What was found at the cue of such an event counts neither way."""
        kept = Annotation(quote=[1], type="Indirect", medium="Speech", cue=[2])
        dropped = Annotation(quote=[1], type="Indirect", medium="Speech", cue=[4])

        assert without_silent([kept, dropped], [frozenset({4})]) == [kept]


class TestDetokenised:
    """A text of tokens."""

    @pytest.mark.parametrize(
        ("tokens", "expected"),
        [
            (["Er", "sagte", ":", "„", "Nein", "!", "“"], "Er sagte: „Nein!“"),
            (["(", "Beifall", ")"], "(Beifall)"),
            ([], ""),
        ],
    )
    def test_text(self, tokens: list[str], expected: str) -> None:
        """Marks stand where German sets them."""
        assert detokenised(tokens)[0] == expected

    @given(TOKENS)
    def test_places(self, tokens: list[str]) -> None:
        """Every token is the slice at its place."""
        text, spans = detokenised(tokens)

        assert [span.of(text) for span in spans] == tokens
