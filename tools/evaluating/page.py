"""The page that shows what changed between two runs, gold beside prediction, in colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import jinja2
from attrs import frozen

from evaluating.comparison import Change, better, worse, wrong
from evaluating.layers import ROLES, Layer
from evaluating.tables import Table
from quotetrack.spans import Span

TEMPLATE: Final = "comparison.html.jinja"


@frozen
class Piece:
    """A stretch of text with the names of all layers that cover it."""

    text: str
    classes: str


@frozen
class Line:
    """A layer to show: whose it is, what it is, and its text in pieces."""

    origin: str
    type: str
    name: str
    note: str
    pieces: tuple[Piece, ...]


def write_page(
    path: Path,
    title: str,
    tables: Sequence[Table],
    changes: Sequence[Change],
    notes: Iterable[str] = (),
) -> None:
    """Write the page; what got worse comes first, then what got better, then what is wrong in this run."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    sections = {"Worse": {"": worse(changes)}, "Better": {"": better(changes)}, "Wrong in this run": wrong(changes)}
    page = environment.get_template(TEMPLATE).render(
        title=title, tables=tables, sections=_rendered(sections), notes=list(notes)
    )
    path.write_text(page, encoding="utf-8", errors="replace")


def _rendered(
    sections: Mapping[str, Mapping[str, Sequence[Change]]],
) -> dict[str, dict[str, list[tuple[Change, str, list[Line]]]]]:
    return {
        name: {
            kind: [(change, change.sentence.of(change.text), lines_of(change)) for change in changes]
            for kind, changes in kinds.items()
        }
        for name, kinds in sections.items()
    }


def lines_of(change: Change) -> list[Line]:
    """Return the layers of a sentence: gold, those of the last run where it differs, those of this run."""
    lines = [_line("gold", layer, change.text) for layer in change.now.gold]
    if change.before and change.before.found != change.now.found:
        lines += [_line("before", layer, change.text) for layer in change.before.found]
    return lines + [_line("now", layer, change.text) for layer in change.now.found]


def _line(origin: str, layer: Layer, text: str) -> Line:
    return Line(origin, layer.type, layer.name or "", layer.note, tuple(pieces_of(layer, text)))


def pieces_of(layer: Layer, text: str) -> list[Piece]:
    """Return the text from the first character of the layer to the last, cut where a part begins or ends."""
    parts = {"quote": layer.quote, **{role: layer.roles.get(role, ()) for role in ROLES}}
    bounds = sorted({place for spans in parts.values() for span in spans for place in (span.start, span.end)})
    cuts = [Span(start, end) for start, end in pairwise(bounds)]
    return [Piece(cut.of(text), " ".join(_covering(cut, parts))) for cut in cuts]


def _covering(cut: Span, parts: Mapping[str, Sequence[Span]]) -> list[str]:
    return [name for name, spans in parts.items() if any(span.contains(cut) for span in spans)]
