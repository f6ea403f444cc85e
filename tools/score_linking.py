"""Score the linking of spellings and the tracking of utterances on the invented cases of ``tests/cases``.

``python tools/score_linking.py`` prints precision and recall for each set and half. ``--show`` also prints what went
wrong in the open halves; of the rest only sums are looked at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from quotetrack.records import Cue, Phrase, Record, Speaker
from quotetrack.registry import Comparison, Named, compare
from quotetrack.spans import Span
from quotetrack.tracking import track
from spelling_pairs import different, same

CASES: Final = Path(__file__).parent.parent / "tests" / "cases"
FIRST: Final = CASES / "linking" / "pairs.jsonl"
SECOND: Final = CASES / "linking" / "pairs_second.jsonl"
UTTERANCES: Final = CASES / "tracking" / "utterances.jsonl"

Case = dict[str, Any]


@frozen
class Score:
    """How many of the links that were made are right, and how many of the right ones were made."""

    right: int
    made: int
    wanted: int

    @property
    def precision(self) -> float:
        """The part of the links made that is right."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The part of the right links that was made."""
        return self.right / self.wanted if self.wanted else 1.0


def cases(path: Path, split: str | None = None) -> list[Case]:
    """Return the cases of a file, of one half if it is named."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [case for case in found if split is None or case["split"] == split]


# -- linking ----------------------------------------------------------------------------------------------------------


def is_linked(pair: Case) -> bool:
    """Say whether the two speakers of a case are taken for one."""
    return _compared(pair).is_same


def _compared(pair: Case) -> Comparison:
    one, other = (
        Named(side["name"], side["kind"], side["role"], side["affiliation"]) for side in (pair["a"], pair["b"])
    )
    return compare(one, other)


def linking_score(pairs: Sequence[Case]) -> Score:
    """Return the score on pairs of spellings."""
    linked = [pair for pair in pairs if is_linked(pair)]
    return Score(sum(pair["same"] for pair in linked), len(linked), sum(pair["same"] for pair in pairs))


def _generated_score() -> Score:
    """Return the score on the pairs that the tables of transliteration make."""
    linked = [compare(Named(one), Named(other)).is_same for _, one, other in same()]
    wrong = sum(compare(Named(one), Named(other)).is_same for _, one, other in different())
    return Score(sum(linked), sum(linked) + wrong, len(linked))


# -- tracking ---------------------------------------------------------------------------------------------------------


def tracking_score(found: Sequence[Case]) -> Score:
    """Return the score on pairs of quotations: put together, and to be put together."""
    made = set(together(found))
    wanted = {
        (one["id"], other["id"])
        for one, other in combinations(sorted(found, key=lambda case: str(case["id"])), 2)
        if one["utterance"] == other["utterance"]
    }
    return Score(len(made & wanted), len(made), len(wanted))


def together(found: Sequence[Case]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of cases that are tracked as one utterance, by their ids in order."""
    known = {str(case["id"]) for case in found}
    for utterance in track(record for case in found for record in _records(case)):
        ids = sorted({record.id for record in utterance.occurrences} & known)
        yield from combinations(ids, 2)


def _records(case: Case) -> Iterator[Record]:
    """Yield the record of a case, and before it the record that holds it where its context is given."""
    article = {"id": case["id"]}
    speaker = None
    if case["speaker"] is not None:
        speaker = Speaker(case["speaker"], (), case["speaker"], "person")
    holder = None
    if case["context"] is not None:
        text = f"{case['speaker']} {case['context']}"
        cue = case["context"].split()[0]
        holder = Record(
            article, f"{case['id']}-context", "reported", text, (Span(0, len(text)),), (Span(0, len(text)),),
            speaker=speaker, cue=Cue(cue, (), cue, "verb"), frame=Phrase(text, ()),
        )  # fmt: skip
        yield holder
    span = Span(0, len(case["text"]))
    yield Record(
        article, case["id"], case["type"], case["text"], (span,), (span,), speaker=speaker,
        part_of=None if holder is None else holder.id, cue=None if holder is None else holder.cue,
    )  # fmt: skip


# -- printing ---------------------------------------------------------------------------------------------------------


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what went wrong in the open halves")
    is_shown = parser.parse_args().show
    _print("pairs, first set", linking_score(cases(FIRST)))
    for split in ("open", "blind"):
        _print(f"pairs, second set, {split}", linking_score(cases(SECOND, split)))
    _print("pairs made by tables", _generated_score())
    for split in ("open", "blind"):
        _print(f"utterances, {split}", tracking_score(cases(UTTERANCES, split)))
    if is_shown:
        _show()


def _print(name: str, score: Score) -> None:
    print(
        f"{name:26} precision {score.precision:.3f}  recall {score.recall:.3f}"
        f"  ({score.right} right of {score.made} made, {score.wanted} wanted)"
    )


def _show() -> None:
    for pair in cases(SECOND, "open"):
        if is_linked(pair) != pair["same"]:
            print(f"{pair['id']}: {pair['a']} / {pair['b']}: same {pair['same']}, said {_compared(pair)}")
    found = cases(UTTERANCES, "open")
    by_id = {case["id"]: case for case in found}
    made = set(together(found))
    for one, other in combinations(sorted(by_id), 2):
        is_one = by_id[one]["utterance"] == by_id[other]["utterance"]
        if is_one != ((one, other) in made):
            print(f"{'missed' if is_one else 'wrong'}: {by_id[one]['text']} / {by_id[other]['text']}")


if __name__ == "__main__":
    main()
