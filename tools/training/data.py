"""The harmonised treebanks: which source goes where, and what stays held out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .harmonise import Adverbs, Usage, harmonise
from .trees import Tree, load_trees

PARTS = ("gsd-dev", "gsd-train-sample", "pud", "hdt-part-a", "hdt-part-b")
DEVELOPMENT = 5  # every fifth sentence of GSD dev, for stopping and choosing


@dataclass
class Treebanks:
    """Harmonised trees by source; ``development`` is a piece of GSD dev that nothing is trained on."""

    sources: dict[str, list[Tree]]
    development: list[Tree]

    def all(self) -> list[Tree]:
        """Return every training tree."""
        return [tree for trees in self.sources.values() for tree in trees]


def load_treebanks(folder: Path) -> Treebanks:
    """Read the training treebanks of a folder and bring them to one convention."""
    sources = {part: harmonise(load_trees(folder / f"{part}.conllu"), part) for part in PARTS}
    usage = Usage([*sources["gsd-dev"], *sources["pud"]])
    adverbs = Adverbs([*sources["gsd-dev"], *sources["gsd-train-sample"]])
    for part, trees in sources.items():
        for tree in trees:
            tree.name = tree.name or f"{part}-{id(tree)}"
            if part == "pud":
                adverbs.apply(tree)
            if part != "gsd-dev":
                usage.apply(tree)
    for part, trees in sources.items():
        for number, tree in enumerate(trees):
            tree.name = f"{part}-{number}"
    dev = sources["gsd-dev"]
    development = dev[::DEVELOPMENT]
    sources["gsd-dev"] = [tree for number, tree in enumerate(dev) if number % DEVELOPMENT]
    return Treebanks(sources, development)
