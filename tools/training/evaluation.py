"""Measure a packaged model from raw text: CoNLL 2018 metrics, relations, our own test sets, names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quotetrack.parsing import StanzaParser
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import segment

from .harmonise import FEATURES
from .names import Tagged, spans, split_names
from .splitting import cut_sentences
from .trees import Tree, load_trees, save_trees

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS", "CLAS")
RELATIONS = ("nsubj", "ccomp", "parataxis", "xcomp", "obl", "case", "compound:prt", "mark")
Scores = dict[str, float]
Key = tuple[int, int, int]


def pipeline(model: Path, processors: str, **options: Any) -> Any:
    """Return a Stanza pipeline of a folder in Stanza's layout, without network."""
    import stanza

    return stanza.Pipeline(
        "de", dir=str(model), processors=processors, download_method=None, verbose=False, use_gpu=False, **options
    )


def running_text(texts: Iterable[str], group: int) -> str:
    r"""Join sentences by spaces, with a blank line after every ``group`` of them.

    >>> running_text(["A.", "B.", "C."], 2)
    'A. B.\\n\\nC.'
    """
    listed = list(texts)
    return "\n\n".join(" ".join(listed[start : start + group]) for start in range(0, len(listed), group))


def f1(gold: Counter[Any], system: Counter[Any]) -> float:
    """Return the F1 of two multisets in per cent.

    >>> f1(Counter("ab"), Counter("ac"))
    50.0
    """
    total = gold.total() + system.total()
    return 200 * (gold & system).total() / total if total else 0.0


def keyed(trees: Iterable[Tree]) -> Iterator[tuple[list[Key], Tree]]:
    """Yield trees with a key for each word: its place among all characters but spaces, and its rank in a token."""
    offset = 0
    for tree in trees:
        keys: list[Key] = []
        index = 0
        while index < len(tree.words):
            end, form = tree.tokens.get(index, (index + 1, tree.words[index].form))
            length = len(form.replace(" ", ""))
            keys += [(offset, offset + length, rank) for rank in range(end - index)]
            offset += length
            index = end
        yield keys, tree


def plain(relation: str) -> str:
    """Return the universal part of a relation, but for particles."""
    return relation if relation == "compound:prt" else relation.split(":")[0]


def arcs(trees: Iterable[Tree]) -> Counter[tuple[Key, Key, str]]:
    """Return the labelled arcs between keys."""
    return Counter(
        (keys[i], keys[word.head] if word.head >= 0 else (-1, -1, -1), plain(word.relation))
        for keys, tree in keyed(trees)
        for i, word in enumerate(tree.words)
    )


def relation_scores(gold: Iterable[Tree], system: Iterable[Tree]) -> Scores:
    """Return the F1 of the relations that carry quotations, head and label together."""
    all_gold, all_system = arcs(gold), arcs(system)
    return {
        relation: f1(
            Counter({arc: n for arc, n in all_gold.items() if arc[2] == relation}),
            Counter({arc: n for arc, n in all_system.items() if arc[2] == relation}),
        )
        for relation in RELATIONS
    }


def conll_scores(gold: Iterable[Tree], system: Iterable[Tree]) -> Scores:
    """Return the CoNLL 2018 metrics of two lists of trees over the same text."""
    from stanza.models.common.utils import ud_scores

    with TemporaryDirectory() as folder:
        files = [Path(folder, "gold.conllu"), Path(folder, "system.conllu")]
        for trees, file in zip((gold, system), files, strict=True):
            save_trees(trees, file)
        result = ud_scores(*map(str, files))
    return {metric: 100 * result[metric].f1 for metric in METRICS}


def parsed(model: Path, text: str, scratch: Path) -> list[Tree]:
    """Return a model's parse of raw text."""
    document = pipeline(model, "tokenize,mwt,pos,lemma,depparse")(text)
    scratch.write_text(f"{document:C}\n\n", encoding="utf-8")
    return load_trees(scratch)


def kept_features(trees: list[Tree]) -> list[Tree]:
    """Return the trees with only the features that the model is trained to give."""
    for tree in trees:
        for word in tree.words:
            word.feats = {key: value for key, value in word.feats.items() if key in FEATURES}
    return trees


def treebank_scores(model: Path, treebank: Path, scratch: Path) -> Scores:
    """Measure on a treebank from raw text."""
    gold = kept_features(load_trees(treebank))
    system = parsed(model, running_text((tree.text for tree in gold), 8), scratch)
    return conll_scores(gold, system) | relation_scores(gold, system)


def reporting_pairs(path: Path) -> list[tuple[Tree, list[tuple[int, int]]]]:
    """Return the reporting sentences with the (speech verb, subject) pairs that have a subject."""
    out = []
    trees = load_trees(path)
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if "\n1" in block]
    for tree, block in zip(trees, blocks, strict=True):
        notes = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# ") and " = " in line)
        pairs = [(notes.get("speech_verb", "_"), notes.get("subject", "_"))]
        others = [pair.partition(":") for pair in notes.get("other_speech_verbs", "").split()]
        pairs += [(verb, subject) for verb, _, subject in others]
        out.append((tree, [(int(v) - 1, int(s) - 1) for v, s in pairs if v.isdigit() and s.isdigit()]))
    return out


def reporting_scores(model: Path, path: Path, scratch: Path) -> Scores:
    """Measure attachment and the subjects of speech verbs on our reporting sentences, a paragraph each."""
    pairs = reporting_pairs(path)
    gold = [tree for tree, _ in pairs]
    system = parsed(model, running_text((tree.text for tree in gold), 1), scratch)
    subjects = {(dependent, head) for (dependent, head, relation), _ in arcs(system).items() if relation == "nsubj"}
    wanted = [
        (keys[subject], keys[verb])
        for (keys, _), (_, found) in zip(keyed(gold), pairs, strict=True)
        for verb, subject in found
    ]
    scores = conll_scores(gold, system)
    right = sum(pair in subjects for pair in wanted)
    return {"UAS": scores["UAS"], "LAS": scores["LAS"], "UPOS": scores["UPOS"], "subjects": 100 * right / len(wanted)}


def segmentation_scores(model: Path, path: Path) -> Scores:
    """Measure sentences and tokens on our segmentation set, each paragraph on its own."""
    run = pipeline(model, "tokenize")
    gold: dict[str, Counter[Any]] = {"sentences": Counter(), "tokens": Counter()}
    system: dict[str, Counter[Any]] = {"sentences": Counter(), "tokens": Counter()}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = run(row["text"])
        for sentence in document.sentences:
            system["sentences"][row["id"], sentence.tokens[0].start_char, sentence.tokens[-1].end_char] += 1
            system["tokens"].update((row["id"], token.start_char, token.end_char) for token in sentence.tokens)
        for kind in gold:
            gold[kind].update((row["id"], start, end) for start, end in row[kind])
    return {kind: f1(gold[kind], system[kind]) for kind in gold}


def quotetrack_score(model: Path, path: Path) -> float:
    """Measure sentences on our segmentation set as quotetrack cuts them with a model: the same spans, the same F1."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    cut = [segment(row["text"], pair(row["text"])) for row in rows]
    documents = StanzaParser(directory=model).parse(cut)
    gold: Counter[Any] = Counter((row["id"], *span) for row in rows for span in row["sentences"])
    system: Counter[Any] = Counter(
        (row["id"], span.start, span.end)
        for row, segmentation, document in zip(rows, cut, documents, strict=True)
        for span in cut_sentences(segmentation, document)
    )
    return f1(gold, system)


def name_scores(model: Path, sentences: list[Tagged]) -> Scores:
    """Measure names on tokenised sentences, the outer layer of GermEval."""
    run = pipeline(model, "tokenize,ner", tokenize_pretokenized=True)
    document = run([[token for token, _ in sentence] for sentence in sentences])
    gold: Counter[Any] = Counter()
    system: Counter[Any] = Counter()
    for number, (sentence, predicted) in enumerate(zip(sentences, document.sentences, strict=True)):
        gold.update((number, *span) for span in spans(tag for _, tag in sentence))
        system.update((number, *span) for span in spans(token.ner for token in predicted.tokens))
    kinds = ("PER", "ORG", "LOC", "OTH")

    def only(counts: Counter[Any], kind: str) -> Counter[Any]:
        return Counter({span: n for span, n in counts.items() if span[1] == kind})

    return {kind: f1(only(gold, kind), only(system, kind)) for kind in kinds} | {"all": f1(gold, system)}


def measure(model: Path, shared: Path, cases: Path, scratch: Path) -> dict[str, Scores]:
    """Return all scores of a model; names only where it has an entity tagger."""
    scratch.mkdir(parents=True, exist_ok=True)
    scores = {"GSD test": treebank_scores(model, shared / "treebanks/gsd-test.conllu", scratch / "gsd-test.conllu")}
    scores["reporting"] = reporting_scores(model, cases / "reporting.conllu", scratch / "reporting.conllu")
    scores["segmentation"] = segmentation_scores(model, cases / "segmentation.jsonl")
    scores["segmentation"]["sentences in quotetrack"] = quotetrack_score(model, cases / "segmentation.jsonl")
    if (model / "de/ner").exists():
        scores["names"] = name_scores(model, split_names(shared / "ner")[2])
    return scores


BEGIN, END = ".. scores: begin", ".. scores: end"


def table(scores: dict[str, dict[str, Scores]]) -> str:
    """Return a list-table of several models side by side."""
    models = list(scores)
    rows = [("data", "measure", *models)]
    for part in scores[models[0]]:
        for metric in scores[models[0]][part]:
            values = [scores[model].get(part, {}).get(metric) for model in models]
            rows.append((part, metric, *("–" if value is None else f"{value:.1f}" for value in values)))
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        lines += [f"   {'* -' if place == 0 else '  -'} {cell}" for place, cell in enumerate(row)]
    return "\n".join(lines)


def write_card(card: Path, text: str) -> None:
    """Put a text between the score marks of the model card."""
    before, _, rest = card.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    card.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
