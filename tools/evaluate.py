"""Scores quotetrack on gold and prints the tables: ``python tools/evaluate.py --help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import rich.console
from attrs import frozen

from evaluating import data as data_sets
from evaluating import floors as quality
from evaluating.benchmark import report_benchmark, report_gepade
from evaluating.comparison import Change, better, compare, worse
from evaluating.data import NAMES, BenchmarkData, Data, GepadeData, GoldData, Name, Places
from evaluating.extraction import DEFAULT_PRESET, Extraction, extract, make_parser, make_tracker
from evaluating.gold import report_gold
from evaluating.listing import changes_listed, wrong_listed
from evaluating.page import write_page
from evaluating.reports import Report, failures_table
from evaluating.runs import read_run, write_run
from evaluating.speakers import report_speakers
from evaluating.tables import Table, percent
from quotetrack.parsing import Parser

ROOT: Final = Path(__file__).resolve().parent.parent
UNDERCUT: Final = 1
SCORES: Final = "P / R / F1"


@frozen
class Settings:
    """What the command line asks for."""

    names: tuple[Name, ...]
    presets: tuple[str, ...]
    places: Places
    runs: Path
    model: Path | None
    floors: Path
    flat: bool
    cache: bool
    keep: bool
    pin: bool
    allow_lower: bool
    failures: int
    changes: int
    wrong: str | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; the exit status is 1 if a floor was undercut."""
    settings = _settings(arguments)
    console = rich.console.Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    cache = settings.runs / "cache" if settings.cache else None
    parser = make_parser(
        cache, lambda number: console.print(f"parsing {number} texts", style="dim"), model=settings.model
    )
    undercut: list[str] = []
    headlines: dict[str, Mapping[str, float]] = {}
    for name in settings.names:
        found = data_sets.load(name, settings.places)
        if found is None:
            console.print(f"{name}: no such data here, left out", style="dim")
            continue
        for preset in settings.presets:
            headline, broken = _evaluate(found, preset, parser, settings, console)
            headlines[f"{name}, {preset}"] = headline
            undercut += broken
    if len(headlines) > 1:
        for table in summary(headlines):
            table.print_to(console)
    for line in undercut:
        console.print(f"UNDERCUT {line}", style="bold red")
    return UNDERCUT if undercut else 0


def _settings(arguments: Sequence[str] | None) -> Settings:
    parser = argparse.ArgumentParser(prog="evaluate.py", description=__doc__)
    parser.add_argument("--data", action="append", choices=[*NAMES, "all"], help="what to score (default: gold)")
    parser.add_argument("--preset", action="append", help="preset of the tracker, several allowed (default: default)")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the provided data")
    parser.add_argument("--data-folder", type=Path, default=ROOT / "data", help="folder with our own gold")
    parser.add_argument(
        "--runs", type=Path, default=ROOT / "evaluation-runs", help="where runs, pages, parses are kept"
    )
    parser.add_argument(
        "--model", type=Path, metavar="FOLDER", help="another model in Stanza's layout; no floors, and nothing is kept"
    )
    parser.add_argument("--flat", action="store_true", help="score the same with every tree flattened, beside it")
    parser.add_argument("--no-cache", action="store_true", help="parse anew, keep no parses")
    parser.add_argument("--no-keep", action="store_true", help="do not make this run the one to compare the next with")
    parser.add_argument("--pin-floors", action="store_true", help="make the scores of this run the floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --pin-floors lower a floor")
    parser.add_argument("--failures", type=int, default=40, help="how many failures to list (default: 40)")
    parser.add_argument(
        "--changes", type=int, default=0, help="how many sentences that got worse, and better, to print"
    )
    parser.add_argument(
        "--wrong", metavar="KIND", help="print sentences that are wrong, e.g. 'missed Indirect', 'spurious'"
    )
    asked = parser.parse_args(arguments)
    if asked.model is not None and asked.pin_floors:
        parser.error("floors are those of the model that quotetrack carries: --pin-floors goes without --model")
    names = tuple(asked.data or ("gold",))
    return Settings(
        names=NAMES if "all" in names else names,
        presets=tuple(asked.preset or (DEFAULT_PRESET,)),
        places=Places(asked.data_folder, asked.shared),
        runs=asked.runs,
        model=asked.model,
        floors=asked.data_folder / "floors.json",
        flat=asked.flat,
        cache=not asked.no_cache,
        keep=not asked.no_keep and asked.model is None,
        pin=asked.pin_floors,
        allow_lower=asked.allow_lower,
        failures=asked.failures,
        changes=asked.changes,
        wrong=asked.wrong,
    )


def summary(headlines: Mapping[str, Mapping[str, float]]) -> list[Table]:
    """Return tables of the headline scores of all runs, one for each set of scores."""
    kinds: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for name, headline in headlines.items():
        kinds.setdefault(tuple(headline), []).append((name, *map(percent, headline.values())))
    return [Table("summary", ("data, preset", *scores), rows) for scores, rows in kinds.items()]


def _evaluate(
    data: Data, preset: str, parser: Parser, settings: Settings, console: rich.console.Console
) -> tuple[Mapping[str, float], list[str]]:
    title = f"{data.name}, preset {preset}"
    extraction = extract(data.texts, make_tracker(parser, preset), parser.name)
    report = score(data, extraction)
    console.rule(f"{title}, model {extraction.model}")
    for table in report.tables:
        table.print_to(console)
    if report.failures:
        failures_table(report, settings.failures).print_to(console)
    if settings.flat:
        flat = extract(data.texts, make_tracker(parser, preset, flat=True), parser.name)
        flattened = score(data, flat)
        for table in (flat_table(report.headline, flattened.headline), *flat_details(report.tables, flattened.tables)):
            table.print_to(console)
    _compare(report, f"{data.name}-{preset}", data, settings, console)
    return report.headline, _check_floors(data, preset, report, extraction.model, settings, console)


def score(data: Data, extraction: Extraction) -> Report:
    """Score a data set by what it is."""
    if isinstance(data, BenchmarkData):
        return report_benchmark(data, extraction)
    if isinstance(data, GepadeData):
        return report_gepade(data, extraction)
    return report_speakers(data, extraction) if data.speakers_only else report_gold(data, extraction)


def flat_table(headline: Mapping[str, float], flat: Mapping[str, float]) -> Table:
    """Return a table of the headline scores with trees, without them, and the difference."""
    rows = [
        (name, percent(value), percent(flat[name]), f"{100 * (value - flat[name]):+.1f}")
        for name, value in headline.items()
    ]
    return Table("what the trees contribute", ("", "with trees", "flattened", "gain"), rows)


def flat_details(tables: Sequence[Table], flat: Sequence[Table]) -> list[Table]:
    """Return for each table of precision, recall and F1 what its rows are with trees and without them."""
    others = {table.title: table for table in flat}
    return [
        _flat_detail(table, others[table.title], column)
        for table in tables
        if (column := _column_of_scores(table)) is not None and table.title in others
    ]


def _column_of_scores(table: Table) -> int | None:
    return next((place for place, head in enumerate(table.heads) if head.endswith(SCORES)), None)


def _flat_detail(table: Table, flat: Table, column: int) -> Table:
    without = {row[0]: row[column] for row in flat.rows}
    rows = [(row[0], row[column], without.get(row[0], "–")) for row in table.rows]
    heads = (table.heads[0], f"with trees: {table.heads[column]}", "flattened")
    return Table(f"{table.title}: what the trees contribute", heads, rows)


def _compare(report: Report, name: str, data: Data, settings: Settings, console: rich.console.Console) -> None:
    last = read_run(settings.runs, name)
    if last is not None:
        last_table(report.headline, last.headline).print_to(console)
    if report.shown:
        spurious_count = not (isinstance(data, GoldData) and data.speakers_only)
        changes = compare(report.shown, last.found if last else None, spurious_count=spurious_count)
        if last is not None:
            console.print(f"{len(worse(changes))} sentences worse, {len(better(changes))} better than in the last run")
        _list(changes, settings, console)
        _write_page(report, name, changes, settings, console)
    if settings.keep:
        write_run(settings.runs, name, report)


def _list(changes: Sequence[Change], settings: Settings, console: rich.console.Console) -> None:
    lines = [*changes_listed(changes, settings.changes)]
    if settings.wrong is not None:
        lines += wrong_listed(changes, settings.wrong, settings.failures)
    for line in lines:
        console.print(line, markup=False, soft_wrap=True)


def last_table(headline: Mapping[str, float], last: Mapping[str, float]) -> Table:
    """Return a table of the headline scores beside those of the last run."""
    rows = [
        (name, percent(value), percent(last.get(name, 0.0)), f"{100 * (value - last.get(name, 0.0)):+.2f}")
        for name, value in headline.items()
    ]
    return Table("against the last run", ("", "now", "last", "gain"), rows)


def _write_page(
    report: Report, name: str, changes: Sequence[Change], settings: Settings, console: rich.console.Console
) -> None:
    settings.runs.mkdir(parents=True, exist_ok=True)
    path = settings.runs / f"{name}.html"
    write_page(path, name, report.tables, changes, report.failures)
    console.print(f"gold beside what was found: {path}")


def _check_floors(
    data: Data,
    preset: str,
    report: Report,
    model: str,
    settings: Settings,
    console: rich.console.Console,
) -> list[str]:
    name = f"{data.name}, preset {preset}"
    floors = quality.read_floors(settings.floors)
    now = quality.measured(data, report.headline, model)
    if settings.pin:
        quality.write_floors(settings.floors, quality.pinned(floors, name, now, allow_lower=settings.allow_lower))
        console.print(f"pinned the floors of {name}")
        return []
    if name not in floors or settings.model is not None:
        return []
    for line in quality.differences(floors[name], now):
        console.print(f"note: {line}", style="dim")
    return [f"{name}: {line}" for line in quality.undercut(floors[name], now)]


def run() -> None:
    """Run the tool and end with its exit status; a floor that would be lowered is named on standard error."""
    try:
        sys.exit(main())
    except quality.LoweredFloorError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    run()
