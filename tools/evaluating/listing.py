"""Sentences in plain text, for those who work in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaluating.comparison import Change, better, worse, wrong
from evaluating.layers import Layer
from quotetrack.records import joined


def changes_listed(changes: Sequence[Change], most: int) -> Iterator[str]:
    """Yield the sentences that got worse most, then those that got better most, so many of each."""
    for title, found in (("WORSE", worse(changes)), ("BETTER", better(changes))):
        for change in found[:most]:
            yield from _listed(f"{title} {change.gain:+.2f}", change)


def wrong_listed(changes: Iterable[Change], kind: str, most: int) -> Iterator[str]:
    """Yield sentences in which something is wrong, of the kinds that contain the given words (all for none)."""
    found = [change for name, known in wrong(changes).items() if kind.lower() in name.lower() for change in known]
    for change in found[:most]:
        yield from _listed(f"WRONG {change.kind}", change)


def _listed(title: str, change: Change) -> Iterator[str]:
    yield f"{title}  [{change.document}]"
    yield f"  {' '.join(change.sentence.of(change.text).split())}"
    for layer in change.now.gold:
        yield _line("gold", layer, change.text)
    if change.before and change.before.found != change.now.found:
        for layer in change.before.found:
            yield _line("last", layer, change.text)
    for layer in change.now.found:
        yield _line("now", layer, change.text)
    yield ""


def _line(origin: str, layer: Layer, text: str) -> str:
    parts = {"": layer.quote, **layer.roles}
    shown = "  ".join(f"{name}[{' '.join(joined(spans, text).split())}]" for name, spans in parts.items())
    name = f"  = {layer.name}" if layer.name else ""
    return f"    {origin:<5}{layer.type:<22}{shown}{name}  ({layer.note})"
