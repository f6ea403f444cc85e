"""The construction of an annotation, by its surface."""

from __future__ import annotations

import re

import pytest

from quotetrack.evaluation import Annotation, BenchmarkDocument
from quotetrack.evaluation.constructions import construction
from quotetrack.spans import Span

PART_RE = re.compile(r"\[(?P<letter>[qcf]+) (?P<content>[^\]]*)\]")


def annotated(marked: str, kind: str) -> tuple[Annotation, BenchmarkDocument]:
    """Return a document and its annotation; parts are marked as ``[q …]``, ``[f …]``, ``[fc …]``."""
    text, parts, at = "", {"q": set[int](), "c": set[int](), "f": set[int]()}, 0
    tokens: list[Span] = []
    for found in [*PART_RE.finditer(marked), None]:
        plain = marked[at : found.start()] if found else marked[at:]
        pieces = [(plain, ""), (found["content"], found["letter"])] if found else [(plain, "")]
        for piece, letters in pieces:
            for token in re.finditer(r"\w+|[^\w\s]", piece):
                for letter in letters:
                    parts[letter].add(len(tokens))
                tokens.append(Span(len(text) + token.start(), len(text) + token.end()))
            text += piece
        at = found.end() if found else at
    annotation = Annotation(quote=parts["q"], type=kind, medium="Speech", cue=parts["c"], frame=parts["f"])
    return annotation, BenchmarkDocument("name", text, tuple(tokens))


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("[f Ott ][fc sagte][f :] [q „Es brennt.“]", "Direct", "D1"),
        ("[f Ott:] [q „Es brennt.“]", "Direct", "D1"),
        ("[f Ott] [fc nannte] [f ihn einen] [q „Schwätzer“].", "Direct", "D3"),
        ("[q „Es brennt“][f ,] [fc sagte] [f Ott].", "Direct", "D4"),
        ("[q „Es brennt“][f ,] [fc so] [f Ott].", "Direct", "D5"),
        ("[f Der Sender] [fc zitiert] [f Ott:] [q „Es brennt.“]", "Direct", "D6"),
        ("[q „Es brennt.“]", "Direct", "D7"),
        ("[fc Laut] [f Polizei] [q brennt es].", "Indirect", "I1"),
        ("[f Ott] [fc sagte][f ,] [q dass es brenne].", "Indirect", "I2"),
        ("[f Ott] [fc fragte][f ,] [q ob es brenne].", "Indirect", "I2"),
        ("[f Ott] [fc sagte][f ,] [q es brenne].", "Indirect", "I3"),
        ("[f Ott] [fc drohte][f ,] [q das Haus zu räumen].", "Indirect", "I4"),
        ("[f Ott] [fc drohte][f ,] [q damit aufzuhören].", "Indirect", "I4"),
        ("[q Es brenne][f ,] [fc sagte] [f Ott].", "Indirect", "I5"),
        ("[fc Wie] [f Ott] [fc sagte][f ,] [q brennt es].", "Indirect", "I6"),
        ("[q Es brennt][f , wie Ott] [fc sagte].", "Indirect", "I6"),
        ("[q Es brenne][f ,] [fc so] [f Ott].", "Indirect", "I7"),
        ("[q Es brennt]. [q Das] [fc teilte] [f Ott] [fc mit].", "Indirect", "I8"),
        ("[fc Demnach] [q brennt es].", "Indirect", "I9"),
        ("[q es brenne].", "Indirect", "I11"),
        ("[q Ott fordert Wasser.]", "Reported", "Reported"),
    ],
)
def test_construction(marked: str, kind: str, expected: str) -> None:
    """The surface tells the construction."""
    annotation, document = annotated(marked, kind)

    assert construction(annotation, document, [annotation]).split(" ")[0] == expected


def test_fragment() -> None:
    """A direct quotation within another annotation is a fragment of it."""
    inner, document = annotated("Ott sagte, es sei [q „spät“].", "Direct")
    outer, _ = annotated("Ott sagte, [q es sei „spät“].", "Indirect")

    assert construction(inner, document, [inner, outer]).startswith("D2 ")
