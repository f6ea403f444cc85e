"""Dependency trees in CoNLL-U: reading, writing, and the surgery that the conventions and the generator need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NO_SPACE_AFTER = ",.;:!?)]}%“"


@dataclass
class Word:
    """One syntactic word; ``head`` is the index of its head in the sentence, -1 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str = "_"
    feats: dict[str, str] = field(default_factory=dict)
    head: int = -1
    relation: str = "root"
    space: bool = True

    def copy(self) -> Word:
        """Return an independent copy."""
        return Word(self.form, self.lemma, self.upos, self.xpos, dict(self.feats), self.head, self.relation, self.space)


@dataclass
class Tree:
    """A sentence: its words, and its multi-word tokens as first index to (end index, surface form)."""

    words: list[Word]
    tokens: dict[int, tuple[int, str]] = field(default_factory=dict)
    name: str = ""

    @property
    def root(self) -> int:
        """The index of the root."""
        return next(index for index, word in enumerate(self.words) if word.head < 0)

    def children(self, head: int) -> list[int]:
        """Return the indices of the dependents of a word, in order."""
        return [index for index, word in enumerate(self.words) if word.head == head]

    def subtree(self, top: int) -> set[int]:
        """Return the indices of a word and everything below it."""
        found, todo = {top}, [top]
        while todo:
            for child in self.children(todo.pop()):
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return found

    def copy(self) -> Tree:
        """Return an independent copy."""
        return Tree([word.copy() for word in self.words], dict(self.tokens), self.name)

    def without(self, dropped: set[int]) -> Tree:
        """Return the tree without some words; what hung on them becomes a root."""
        kept = [index for index in range(len(self.words)) if index not in dropped]
        position = {old: new for new, old in enumerate(kept)}
        words = [self.words[index].copy() for index in kept]
        for word in words:
            word.head = position.get(word.head, -1)
        tokens = {position[a]: (position[b - 1] + 1, form) for a, (b, form) in self.tokens.items() if a in position}
        return Tree(words, tokens, self.name)

    def surface(self) -> list[tuple[str, bool]]:
        """Return the surface tokens with whether a space follows each."""
        out: list[tuple[str, bool]] = []
        index = 0
        while index < len(self.words):
            end, form = self.tokens.get(index, (index + 1, self.words[index].form))
            out.append((form, self.words[end - 1].space))
            index = end
        return out

    @property
    def text(self) -> str:
        """The sentence as running text."""
        return "".join(form + " " * space for form, space in self.surface()).strip()


def parse_feats(column: str) -> dict[str, str]:
    """Return the features of a column, first values only."""
    if column == "_":
        return {}
    pairs = (part.partition("=") for part in column.split("|"))
    return {key: value.split(",")[0] for key, _, value in pairs}


def read_trees(lines: Iterable[str]) -> Iterator[Tree]:
    """Yield the trees of CoNLL-U lines."""
    words: list[Word] = []
    tokens: dict[int, tuple[int, str]] = {}
    spaces: dict[int, bool] = {}
    name = ""
    for line in [*lines, ""]:
        columns = line.rstrip("\n").split("\t")
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif len(columns) == 10 and columns[0].isdigit():
            words.append(
                Word(
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    parse_feats(columns[5]),
                    int(columns[6]) - 1,
                    columns[7],
                    "SpaceAfter=No" not in columns[9],
                )
            )
        elif len(columns) == 10 and "-" in columns[0]:
            first, last = (int(part) for part in columns[0].split("-"))
            tokens[first - 1] = (last, columns[1])
            spaces[last - 1] = "SpaceAfter=No" not in columns[9]
        elif not line.strip() and words:
            for index, space in spaces.items():
                words[index].space = space
            yield Tree(words, tokens, name)
            words, tokens, spaces, name = [], {}, {}, ""


def load_trees(path: Path) -> list[Tree]:
    """Return the trees of a CoNLL-U file."""
    with path.open(encoding="utf-8") as lines:
        return list(read_trees(lines))


def conllu(tree: Tree) -> str:
    """Return a tree in CoNLL-U, with its text, without an empty line at the end."""
    lines = [f"# text = {tree.text}"]
    if tree.name:
        lines.insert(0, f"# sent_id = {tree.name}")
    for index, word in enumerate(tree.words):
        if index in tree.tokens:
            end, form = tree.tokens[index]
            misc = "_" if tree.words[end - 1].space else "SpaceAfter=No"
            lines.append(f"{index + 1}-{end}\t{form}" + "\t_" * 7 + f"\t{misc}")
        inside = any(start <= index < end for start, (end, _) in tree.tokens.items())
        feats = "|".join(f"{key}={value}" for key, value in sorted(word.feats.items())) or "_"
        misc = "_" if word.space or inside else "SpaceAfter=No"
        lines.append(
            "\t".join(
                (
                    str(index + 1),
                    word.form,
                    word.lemma,
                    word.upos,
                    word.xpos,
                    feats,
                    str(word.head + 1),
                    word.relation,
                    "_",
                    misc,
                )
            )
        )
    return "\n".join(lines)


def save_trees(trees: Iterable[Tree], path: Path) -> None:
    """Write trees to a CoNLL-U file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(conllu(tree) + "\n\n" for tree in trees), encoding="utf-8")


def is_tree(tree: Tree) -> bool:
    """Tell whether every word hangs below the one root."""
    roots = [index for index, word in enumerate(tree.words) if word.head < 0]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree.words)


def attach_punctuation(tree: Tree) -> None:
    """Hang marks as GSD does: pairs on the head of what they enclose, others on the highest word that fits.

    A mark hangs on the highest word of its side that keeps the tree projective: commas before a clause on that
    clause's head, the full stop on the root.
    """
    heads = [word.head for word in tree.words]
    for index, word in enumerate(tree.words):
        if word.upos == "PUNCT" and word.relation == "punct":
            word.head = _mark_head(tree, index, heads)


def _mark_head(tree: Tree, mark: int, heads: list[int]) -> int:
    words = tree.words
    partner = _partner(words, mark)
    if partner is not None:
        low, high = sorted((mark, partner))
        inside = [i for i in range(low + 1, high) if words[i].relation != "punct"]
        tops = [i for i in inside if not low < heads[i] < high]
        if tops:
            return min(tops, key=lambda i: _depth(heads, i))
    left = next((i for i in range(mark - 1, -1, -1) if words[i].relation != "punct"), None)
    right = next((i for i in range(mark + 1, len(words)) if words[i].relation != "punct"), None)
    if right is None:
        closing = mark + 1 if mark + 1 < len(words) else mark
        opening = _partner(words, closing) if closing != mark else None
        if opening is not None and opening < mark and opening > 0:
            return _mark_head(tree, closing, heads)
        return tree.root if tree.root != mark else 0
    candidates = [c for c in (_climb(heads, left, mark, words), _climb(heads, right, mark, words)) if c is not None]
    crossing = [c for c in candidates if _projective(heads, words, mark, c)]
    return max(crossing or candidates, key=lambda i: (_depth(heads, i), i))


def _climb(heads: list[int], start: int | None, mark: int, words: list[Word]) -> int | None:
    """Return the highest word on the way up that still lies on the same side of the mark."""
    if start is None:
        return None
    while heads[start] >= 0 and (heads[start] < mark) == (start < mark):
        start = heads[start]
    return start


def _projective(heads: list[int], words: list[Word], mark: int, head: int) -> bool:
    low, high = sorted((mark, head))
    return all(low <= heads[i] <= high or words[i].relation == "punct" for i in range(low + 1, high))


def _depth(heads: list[int], index: int) -> int:
    depth = 0
    while heads[index] >= 0:
        index = heads[index]
        depth += 1
    return depth


PAIRS = {"„": "“”", "»": "«", "«": "»", '"': '"', "(": ")", "‚": "‘’", "[": "]", "“": "”"}


def _partner(words: list[Word], mark: int) -> int | None:
    """Return the other mark of a pair of quotation marks or brackets, if there is one."""
    form = words[mark].form
    if form == '"':
        same = [i for i, word in enumerate(words) if word.form == '"']
        place = same.index(mark)
        other = place + 1 if place % 2 == 0 else place - 1
        return same[other] if other < len(same) else None
    for i in range(mark + 1, len(words)):
        if form in PAIRS and words[i].form in PAIRS[form]:
            return i
    for i in range(mark - 1, -1, -1):
        if form in PAIRS.get(words[i].form, ""):
            return i
    return None
