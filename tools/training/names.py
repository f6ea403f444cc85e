"""Named entities: GermEval 2014 (outer layer) and UNER on PUD, brought to PER, ORG, LOC, OTH."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

Tagged = list[tuple[str, str]]


def read_names(lines: Iterable[str]) -> Iterator[Tagged]:
    r"""Yield sentences of (token, BIO tag); derived and partial names (``LOCderiv``, ``ORGpart``) are none.

    >>> list(read_names(["1\\tMaas\\tB-PER\\tO", "2\\tBerliner\\tB-LOCderiv\\tO", ""]))
    [[('Maas', 'B-PER'), ('Berliner', 'O')]]
    """
    sentence: Tagged = []
    for line in [*lines, ""]:
        columns = line.rstrip("\n").split("\t")
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
        elif not line.startswith("#") and len(columns) >= 3:
            tag = columns[2]
            sentence.append((columns[1], "O" if tag.endswith(("deriv", "part")) else tag))


def load_names(path: Path) -> list[Tagged]:
    """Return the sentences of a file in GermEval's or UNER's columns."""
    with path.open(encoding="utf-8") as lines:
        return list(read_names(lines))


def split_names(folder: Path) -> tuple[list[Tagged], list[Tagged], list[Tagged]]:
    """Return training, development and held-out sentences: the second half of GermEval test is held out."""
    dev = load_names(folder / "germeval2014-dev.tsv")
    test = load_names(folder / "germeval2014-test.tsv")
    half = len(test) // 2
    training = [sentence for number, sentence in enumerate(dev) if number % 8] + test[:half]
    return training + load_names(folder / "uner-pud.iob2"), dev[::8], test[half:]


def save_names(sentences: Iterable[Tagged], path: Path) -> None:
    """Write the JSON that Stanza's entity tagger trains on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [[{"text": token, "ner": tag} for token, tag in sentence] for sentence in sentences]
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def spans(tags: Iterable[str]) -> set[tuple[str, int, int]]:
    """Return the names that BIO or BIOES tags mark, as (type, start, end).

    >>> sorted(spans(["B-PER", "I-PER", "O", "S-LOC"]))
    [('LOC', 3, 4), ('PER', 0, 2)]
    """
    found, kind, start = set(), "", 0
    tags = [*tags, "O"]
    for index, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if kind and (prefix in ("B", "S", "O") or label != kind):
            found.add((kind, start, index))
            kind = ""
        if label and not kind:
            kind, start = label, index
    return found
