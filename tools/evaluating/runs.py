"""Keeps the last run of each data set and preset, so that the next one can be compared with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from evaluating.layers import Layer
from evaluating.reports import Report


@frozen
class Run:
    """The headline scores of a run and, unless its data is sealed, what was found in each text."""

    headline: Mapping[str, float]
    found: Mapping[str, list[Layer]]


def read_run(folder: Path, name: str) -> Run | None:
    """Return the last run by that name, ``None`` where there is none."""
    path = folder / f"{name}.json"
    if not path.is_file():
        return None
    plain = json.loads(path.read_text(encoding="utf-8"))
    found = {text: [Layer.from_dict(layer) for layer in layers] for text, layers in plain["found"].items()}
    return Run(plain["headline"], found)


def write_run(folder: Path, name: str, report: Report) -> None:
    """Keep a run; of sealed data a report holds only scores."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {shown.name: [layer.to_dict() for layer in shown.found] for shown in report.shown}
    plain = {"headline": dict(report.headline), "found": found}
    (folder / f"{name}.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
