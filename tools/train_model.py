#!/usr/bin/env python3
"""Rebuild every part of the parse model that quotetrack carries, measure it, and write the scores to its card.

    python tools/train_model.py --shared ../shared --out model-training

runs all stages one after the other; a stage whose result is there already is skipped, so an interrupted run goes on
where it stopped. ``--only`` names single stages, so that independent ones can run side by side (vectors need the words;
tagger, jackknifing, parser and names need the vectors; tagger and parser need the character models, which need nothing;
the parser needs the jackknifed tags; the package needs them all). All seeds are fixed, all budgets are steps, not time.

Sources, all below ``--shared``: ``treebanks/`` (UD German-GSD and HDT, CC BY-SA 4.0; PUD, CC BY-SA 3.0), ``ner/``
(GermEval 2014, CC BY 4.0; UNER on PUD, CC BY-SA), ``text/`` (plenary records of the German Bundestag, public domain).
Held out from every training: GSD test, the second half of GermEval test, ``tests/cases/model``.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from training import evaluation, parts
from training.corpus import TOKEN, character_lines, plenary_paragraphs, sentences
from training.data import PARTS, Treebanks, load_treebanks
from training.endings import Shares, rare_ends, running_paragraphs
from training.further import FURTHER
from training.lemmas import Lemmas, lemma_triples
from training.names import save_names, split_names
from training.package import ship
from training.reporting import CONSTRUCTIONS, Constructions, reporting_trees
from training.segmentation import paragraphs, respaced, tokens_of, write_expansions, write_paragraphs
from training.trees import Tree, load_trees, save_trees
from training.vectors import train_vectors, write_word_lines

logger = logging.getLogger("train_model")
ROOT = Path(__file__).resolve().parent.parent
FOLDS = 3
UNSEEN_FOLDS = 2  # so many folds get tags from a tagger that has not seen them; the last one makes do with the first
TOKENIZER_ROUNDS = (
    Shares(rare=0.06, bracketed=0.0),
    Shares(rare=0.08, bracketed=0.03),
    Shares(rare=0.1, bracketed=0.02, kinds=("word", "word", "before stop", "quotation", ";")),
)
# Of so many sentences the last rounds of the tokeniser are made; those after them, not seen there, helped to choose.
PUD_SENTENCES, SAMPLE_SENTENCES = 800, 1100


@dataclass(frozen=True)
class Budget:
    """How much to train: steps and sizes, as the model in the repository was made before it was refined.

    Character models read their text once; their steps only say by when the learning rate has fallen. The refinements
    with 0 steps are options: the card in ``docs/model.rst`` gives the command with those of the model that is shipped.
    """

    vector_epochs: int = 4
    character_steps: int = 3072
    jackknife_steps: int = 600
    tokenizer_paragraphs: int = 5000
    tokenizer_steps: int = 1500
    refine_steps: int = 450
    running_steps: int = 0
    tagger_steps: int = 1400
    lemma_epochs: int = 6
    parser_steps: int = 2640
    parser_refine_steps: int = 0
    parser_frame_steps: int = 0
    name_steps: int = 2400
    generated: int = 1800


def spaced(tree: Tree) -> str:
    """Return the words of a tree between spaces."""
    return " ".join(word.form for word in tree.words)


class Training:
    """The stages, with what they share."""

    def __init__(self, shared: Path, out: Path, budget: Budget, threads: int) -> None:
        """Remember the folders; nothing is read yet."""
        self.shared, self.out, self.budget, self.threads = shared, out, budget, threads

    @cached_property
    def treebanks(self) -> Treebanks:
        """The harmonised treebanks."""
        return load_treebanks(self.shared / "treebanks")

    @cached_property
    def hdt(self) -> list[Tree]:
        """The trees of HDT."""
        return [*self.treebanks.sources["hdt-part-a"], *self.treebanks.sources["hdt-part-b"]]

    @cached_property
    def own(self) -> list[Tree]:
        """The trees of GSD and PUD, whose features can be trusted."""
        return [tree for name, trees in self.treebanks.sources.items() if "hdt" not in name for tree in trees]

    def generated(
        self, count: int, seed: int, *, full: bool = False, constructions: Constructions = CONSTRUCTIONS
    ) -> list[Tree]:
        """Return generated reporting sentences; ``full`` keeps to blocks whose features can be trusted."""
        return reporting_trees(count, self.own if full else self.treebanks.all(), seed, constructions)

    def words(self) -> None:
        """Write the text that the vectors are trained on."""

        def texts() -> Iterator[str]:
            for _ in range(3):
                for part in PARTS:
                    for tree in load_trees(self.shared / "treebanks" / f"{part}.conllu"):
                        yield spaced(tree)
            for archive in sorted((self.shared / "text").glob("*.txt.xz")):
                yield from sentences(plenary_paragraphs(archive))

        logger.info("%d words", write_word_lines(texts(), self.out / "words.txt"))

    def vectors(self) -> None:
        """Train the word vectors."""
        train_vectors(
            self.out / "words.txt", self.out / "vectors.pt", epochs=self.budget.vector_epochs, threads=self.threads
        )

    @property
    def character_models(self) -> parts.CharacterModels:
        """Where the character models are."""
        return parts.CharacterModels(self.out / "characters-forward.pt", self.out / "characters-backward.pt")

    def characters(self) -> None:
        """Train the character models, forward and backward, on words as the treebanks write them."""
        archive = self.shared / "text" / "bundestag-plenary-2009-2015.txt.xz"
        lines = list(character_lines(plenary_paragraphs(archive), share=10))
        lines += [spaced(tree) for tree in self.treebanks.all()]
        random.Random(1).shuffle(lines)  # noqa: S311  # an order, not secrecy
        text, development = self.out / "characters.txt", self.out / "characters-dev.txt"
        for path, chosen in ((text, lines), (development, map(spaced, self.treebanks.development))):
            path.write_text("".join(f"{line} \n" for line in chosen), encoding="utf-8")
        models, steps = self.character_models, self.budget.character_steps
        parts.train_characters(text, development, models.backward, "backward", steps=steps)
        parts.train_characters(text, development, models.forward, "forward", steps=steps)

    def jackknife(self) -> None:
        """Tag the treebanks with taggers that have not seen the sentences they tag."""
        trees = self.treebanks.all()
        dealt = parts.folds(trees, FOLDS)
        for fold in range(UNSEEN_FOLDS):
            self.fold(fold, trees, dealt)
        first = self.out / "jack0.pt"
        rest = [trees[i] for fold in dealt[UNSEEN_FOLDS:] for i in fold]
        tagged = parts.tag(first, self.out / "vectors.pt", rest, self.out / "jack-rest.conllu")
        for fold in range(UNSEEN_FOLDS):
            tagged += load_trees(self.out / f"jack{fold}.conllu")
        made = self.generated(self.budget.generated, seed=2)
        tagged += parts.tag(first, self.out / "vectors.pt", made, self.out / "jack-made.conllu")
        development = parts.tag(
            first, self.out / "vectors.pt", self.treebanks.development, self.out / "jack-dev.conllu"
        )
        save_trees(development, self.out / "parser-dev.conllu")
        save_trees(tagged, self.out / "parser-train.conllu")

    def fold(self, fold: int, trees: list[Tree], dealt: list[list[int]]) -> None:
        """Train the tagger of one fold and tag the fold with it."""
        model, result = self.out / f"jack{fold}.pt", self.out / f"jack{fold}.conllu"
        if result.exists():
            return
        held = set(dealt[fold])
        seen = [tree for number, tree in enumerate(trees) if number not in held]
        full = [tree for tree in seen if not tree.name.startswith("hdt")]
        tags = [tree for tree in seen if tree.name.startswith("hdt")]
        development, steps = self.treebanks.development, self.budget.jackknife_steps
        parts.train_tagger(full, tags, development, self.out / "vectors.pt", model, steps=steps)
        parts.tag(model, self.out / "vectors.pt", [trees[i] for i in dealt[fold]], result)

    def tokenizer(self) -> None:
        """Train the tokeniser and sentence splitter."""
        banks = self.treebanks
        documents = [banks.sources["gsd-dev"], banks.sources["pud"], banks.sources["gsd-train-sample"]]
        made = self.generated(2500, seed=1)
        texts = paragraphs(documents, self.hdt, made, count=self.budget.tokenizer_paragraphs)
        write_paragraphs(texts, self.out / "tok-train")
        plain = [tokens_of(tree) for tree in banks.development]
        write_paragraphs([plain[start : start + 8] for start in range(0, len(plain), 8)], self.out / "tok-dev")
        save_trees(banks.development, self.out / "tok-dev.conllu")
        write_expansions(banks.all(), self.out / "mwt.json")
        parts.train_tokenizer(
            self.out / "tok-train",
            self.out / "tok-dev",
            self.out / "tok-dev.conllu",
            self.out / "mwt.json",
            self.out / "tokenize-first.pt",
            steps=self.budget.tokenizer_steps,
        )
        refined = self.refine()
        if self.budget.running_steps:
            refined = self.run_on(refined)
        shutil.copy(refined, self.out / "tokenize.pt")

    def refine(self, rounds: int = 2) -> Path:
        """Bring the tokeniser nearer to mixed running text: many documents in their order, GSD dev above all."""
        banks = self.treebanks
        documents = [*[banks.sources["gsd-dev"]] * 3, banks.sources["pud"]]
        made = self.generated(1500, seed=5)
        for number in range(1, rounds + 1):
            text = self.out / f"tok-refine{number}"
            texts = paragraphs(documents, self.hdt, made, seed=1 + number, count=3000, running=0.6)
            write_paragraphs(texts, text)
            first = self.out / ("tokenize-first.pt" if number == 1 else f"tokenize-{number - 1}.pt")
            final = self.out / f"tokenize-{number}.pt"
            parts.refine_tokenizer(text, self.out / "mwt.json", first, final, steps=self.budget.refine_steps)
        return final

    def run_on(self, first: Path) -> Path:
        """Bring the tokeniser to running text of GSD, with the ends of sentences that are rare in it."""
        banks = self.treebanks
        gsd = [tokens_of(tree) for tree in banks.sources["gsd-dev"]]
        pud = [tokens_of(tree) for tree in banks.sources["pud"][:PUD_SENTENCES]]
        sample = [tokens_of(respaced(tree)) for tree in banks.sources["gsd-train-sample"][:SAMPLE_SENTENCES]]
        ruled = [tokens_of(respaced(tree)) for tree in self.hdt if tree.words[-1].form != ":"]
        rare = rare_ends([*gsd, *pud, *sample, *ruled])
        real = [banks.sources["gsd-dev"], banks.sources["pud"][:PUD_SENTENCES]]
        made = self.generated(1500, seed=5)
        for number, shares in enumerate(TOKENIZER_ROUNDS, 1):
            stem = self.out / f"tok-running{number}"
            texts = running_paragraphs([gsd, gsd, gsd, pud, sample], rare, seed=number, count=2400, shares=shares)
            texts += paragraphs(real, self.hdt, made, seed=10 + number, count=1000, running=0)
            random.Random(number).shuffle(texts)  # noqa: S311  # an order, not secrecy
            write_paragraphs(texts, stem)
            final = self.out / f"tokenize-running{number}.pt"
            parts.refine_tokenizer(stem, self.out / "mwt.json", first, final, steps=self.budget.running_steps)
            first = final
        return first

    def expander(self) -> None:
        """Train the expander of multi-word tokens."""
        parts.train_expander(self.treebanks.all(), self.treebanks.development, self.out / "mwt.pt")

    def tagger(self) -> None:
        """Train the tagger that is shipped, on everything, on GSD twice."""
        twice = [tree for tree in self.own if tree.name.startswith("gsd")]
        full = [*self.own, *twice, *self.generated(self.budget.generated, seed=3, full=True)]
        steps, development = self.budget.tagger_steps, self.treebanks.development
        parts.train_tagger(
            full,
            self.hdt,
            development,
            self.out / "vectors.pt",
            self.out / "pos.pt",
            steps=steps,
            characters=self.character_models,
        )

    def lemmatizer(self) -> None:
        """Train the lemmatiser."""
        trees = [*self.treebanks.all(), *self.generated(self.budget.generated, seed=4, full=True)]
        epochs = self.budget.lemma_epochs
        learned = self.out / "lemma-learned.pt"
        parts.train_lemmatizer(trees, self.treebanks.development, learned, epochs=epochs)
        lemmas = Lemmas(lemma_triples(trees), self.cased_words())
        parts.extend_lemmatizer(learned, lemmas.dictionary(), self.out / "lemma.pt")

    def cased_words(self, share: int = 3) -> Counter[str]:
        """Count the words of every ``share``-th paragraph of the records, without the first of each sentence."""
        counts: Counter[str] = Counter()
        for archive in sorted((self.shared / "text").glob("*.txt.xz")):
            for paragraph in islice(plenary_paragraphs(archive), 0, None, share):
                for sentence in sentences([paragraph]):
                    counts.update(token for token in TOKEN.findall(sentence)[1:] if token.isalpha())
        return counts

    def parser(self) -> None:
        """Train the parser on predicted tags."""
        trees = load_trees(self.out / "parser-train.conllu")
        development = load_trees(self.out / "parser-dev.conllu")
        steps = self.budget.parser_steps
        parts.train_parser(
            trees,
            development,
            self.out / "vectors.pt",
            self.out / "depparse-first.pt",
            steps=steps,
            characters=self.character_models,
        )
        count, refined = self.budget.generated, self.out / "depparse-first.pt"
        if steps := self.budget.parser_refine_steps:
            refined = self.refine_parser(refined, "again", trees, self.generated(count, seed=7), steps)
        if steps := self.budget.parser_frame_steps:
            made = self.generated(count, seed=21, constructions=FURTHER) + self.generated(count // 3, seed=22)
            refined = self.refine_parser(refined, "frames", trees, made, steps)
        shutil.copy(refined, self.out / "depparse.pt")

    def refine_parser(self, first: Path, name: str, trees: list[Tree], made: list[Tree], steps: int) -> Path:
        """Train a parser further, with other generated sentences beside its data; return the file of its weights."""
        vectors, destination = self.out / "vectors.pt", self.out / f"depparse-{name}.pt"
        parts.refine_parser(
            trees + parts.tag(self.out / "jack0.pt", vectors, made, self.out / f"parser-{name}.conllu"),
            load_trees(self.out / "parser-dev.conllu"),
            vectors,
            first,
            destination,
            steps=steps,
            characters=self.character_models,
        )
        return destination

    def names(self) -> None:
        """Train the entity tagger."""
        training, development, _ = split_names(self.shared / "ner")
        save_names(training, self.out / "ner-train.json")
        save_names(development, self.out / "ner-dev.json")
        parts.train_names(
            self.out / "ner-train.json",
            self.out / "ner-dev.json",
            self.out / "vectors.pt",
            self.out / "ner.pt",
            steps=self.budget.name_steps,
        )

    def package(self) -> None:
        """Lay the parts out as Stanza loads them, in half precision."""
        files = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
        sources = {part: self.out / f"{part}.pt" for part in files} | {"pretrain": self.out / "vectors.pt"}
        sources["forward_charlm"] = self.character_models.forward
        sources["backward_charlm"] = self.character_models.backward
        ship(sources, self.out / "package")
        shutil.copy(ROOT / "quotetrack/model/LICENSE", self.out / "package/LICENSE")

    def evaluate(self) -> None:
        """Measure the package (or the model that quotetrack carries, where none was trained) and write the card."""
        trained = self.out / "package"
        this = trained if trained.exists() else ROOT / "quotetrack/model"
        models = {"first model": self.shared / "model", "this model": this}
        scores = {}
        for name, folder in models.items():
            saved = self.out / f"scores-{name.replace(' ', '-')}.json"
            if not saved.exists():
                scratch = self.out / "parsed" / name
                measured = evaluation.measure(folder, self.shared, ROOT / "tests/cases/model", scratch)
                saved.write_text(json.dumps(measured, indent=1), encoding="utf-8")
            scores[name] = json.loads(saved.read_text(encoding="utf-8"))
        (self.out / "scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
        evaluation.write_card(ROOT / "docs/model.rst", evaluation.table(dict(reversed(scores.items()))))


STAGES: dict[str, tuple[Callable[[Training], None], str]] = {
    "words": (Training.words, "words.txt"),
    "vectors": (Training.vectors, "vectors.pt"),
    "characters": (Training.characters, "characters-forward.pt"),
    "tokenizer": (Training.tokenizer, "tokenize.pt"),
    "expander": (Training.expander, "mwt.pt"),
    "jackknife": (Training.jackknife, "parser-train.conllu"),
    "tagger": (Training.tagger, "pos.pt"),
    "lemmatizer": (Training.lemmatizer, "lemma.pt"),
    "parser": (Training.parser, "depparse.pt"),
    "names": (Training.names, "ner.pt"),
    "package": (Training.package, "package/SHA256SUMS"),
    "evaluate": (Training.evaluate, "scores.json"),
}


def run(training: Training, chosen: list[str]) -> None:
    """Run stages whose results are missing, and note how long each took."""
    for name in chosen:
        stage, result = STAGES[name]
        note = training.out / f"seconds-{name}.txt"
        if note.exists() and (training.out / result).exists():
            logger.info("%s: done before", name)
            continue
        started = time.time()
        stage(training)
        note.write_text(f"{time.time() - started:.0f}\n", encoding="utf-8")
        logger.info("%s: %.0f s", name, time.time() - started)


def main() -> None:
    """Run the command."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the sources")
    cli.add_argument("--out", type=Path, default=ROOT / "model-training", help="folder for all results")
    cli.add_argument("--only", nargs="+", choices=list(STAGES), default=list(STAGES), help="stages to run")
    cli.add_argument("--threads", type=int, default=1, help="threads of each training")
    for name, value in vars(Budget()).items():
        cli.add_argument(f"--{name.replace('_', '-')}", type=int, default=value, help=f"default {value}")
    options = vars(cli.parse_args())
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    import torch

    torch.set_num_threads(options["threads"])
    options["out"].mkdir(parents=True, exist_ok=True)
    budget = Budget(**{name: options[name] for name in vars(Budget())})
    run(Training(options["shared"], options["out"], budget, options["threads"]), options["only"])


if __name__ == "__main__":
    main()
