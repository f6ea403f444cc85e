"""The trainings themselves: Stanza's own training code with small sizes, fixed seeds and budgets in steps."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .lemmas import lemma_triples
from .trees import Tree, Word, load_trees, save_trees

logger = logging.getLogger(__name__)
COMMON = ("--shorthand", "de_news", "--device", "cpu", "--seed", "1")
LANGUAGE = ("--lang", "de", *COMMON)
TAGGER_SIZES = (
    *("--hidden_dim", "200", "--char_hidden_dim", "128", "--char_emb_dim", "50", "--word_emb_dim", "50"),
    *("--deep_biaff_hidden_dim", "200", "--composite_deep_biaff_hidden_dim", "50", "--tag_emb_dim", "32"),
    *("--transformed_dim", "100"),
)
PARSER_SIZES = (
    *("--hidden_dim", "200", "--num_layers", "2", "--char_hidden_dim", "100", "--char_emb_dim", "50"),
    *("--word_emb_dim", "50", "--tag_emb_dim", "40", "--transformed_dim", "100"),
    *("--deep_biaff_hidden_dim", "160", "--deep_biaff_output_dim", "100"),
)


@contextmanager
def falling_rate(trainer: Any, steps: int, rate: float) -> Iterator[None]:
    """Let the learning rate of a Stanza trainer class rise for 50 steps, then fall in a line to a fiftieth.

    Stanza's schedules wait for the development score to stall, which a small budget never sees.
    """
    original = trainer.update
    done = 0

    def update(self: Any, *args: Any, **kwargs: Any) -> Any:
        nonlocal done
        done += 1
        now = rate * min(1.0, done / 50) * max(0.02, 1 - done / steps)
        optimizers = getattr(self, "optimizers", None) or self.optimizer
        for optimizer in optimizers.values() if isinstance(optimizers, dict) else [optimizers]:
            for group in optimizer.param_groups:
                group["lr"] = now
        return original(self, *args, **kwargs)

    trainer.update = update
    try:
        yield
    finally:
        trainer.update = original


@dataclass(frozen=True)
class CharacterModels:
    """The files of a forward and of a backward character language model."""

    forward: Path
    backward: Path

    def options(self) -> list[str]:
        """Return the options of Stanza's trainings that name the models."""
        return [
            *("--charlm", "--charlm_shorthand", "de_news"),
            *("--charlm_forward_file", str(self.forward), "--charlm_backward_file", str(self.backward)),
        ]


@contextmanager
def characters_read_once() -> Iterator[None]:
    """Keep what character models say of a sentence: they do not change while another part is trained with them."""
    from stanza.models.common.char_model import CharacterLanguageModel

    original = CharacterLanguageModel.build_char_representation
    known: dict[tuple[bool, tuple[str, ...]], Any] = {}

    def build(self: Any, sentences: Sequence[Sequence[str]]) -> list[Any]:
        keys = [(self.is_forward_lm, tuple(words)) for words in sentences]
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if missing:
            known.update(zip(missing, original(self, [list(words) for _, words in missing]), strict=True))
        return [known[key] for key in keys]

    CharacterLanguageModel.build_char_representation = build
    try:
        yield
    finally:
        CharacterLanguageModel.build_char_representation = original


def train_characters(training: Path, development: Path, destination: Path, direction: str, *, steps: int) -> None:
    """Train a character language model of one direction on lines of words between spaces, at a falling rate.

    It reads the lines once; ``steps`` says by when the rate has fallen.
    """
    import torch
    from stanza.models import charlm
    from stanza.models.common.char_model import CharacterLanguageModelTrainer

    original = CharacterLanguageModelTrainer.from_new_model

    def with_adam(args: dict[str, Any], vocab: Any) -> Any:
        trainer = original(args, vocab)
        trainer.optimizer = torch.optim.Adam(trainer.params, lr=0.004)
        trainer.scheduler = torch.optim.lr_scheduler.ConstantLR(trainer.optimizer, factor=1)
        trainer.scheduler.step = lambda loss: None
        done = 0

        def fall(optimizer: Any, *_: Any) -> None:
            nonlocal done
            done += 1
            for group in optimizer.param_groups:
                group["lr"] = 0.004 * min(1.0, done / 100) * max(0.02, 1 - done / steps)

        trainer.optimizer.register_step_pre_hook(fall)
        return trainer

    CharacterLanguageModelTrainer.from_new_model = with_adam
    try:
        charlm.main(
            [
                *COMMON,
                *("--train_file", str(training), "--eval_file", str(development), "--direction", direction),
                *("--char_emb_dim", "64", "--char_hidden_dim", "256", "--batch_size", "64", "--bptt_size", "100"),
                *("--epochs", "1", "--max_grad_norm", "1.0", "--cutoff", "20", "--no_checkpoint"),
                *("--report_steps", "200", "--eval_steps", "500"),
                *("--save_dir", str(destination.parent), "--save_name", destination.name),
                *("--vocab_save_name", f"{destination.stem}-vocab.pt"),
            ]
        )
    finally:
        CharacterLanguageModelTrainer.from_new_model = original


def _blank_feats(trees: Sequence[Tree]) -> list[Tree]:
    out = []
    for tree in trees:
        copy = tree.copy()
        for word in copy.words:
            word.feats = {}
        out.append(copy)
    return out


def train_tagger(
    full: Sequence[Tree],
    tags_only: Sequence[Tree],
    development: Sequence[Tree],
    pretrain: Path,
    destination: Path,
    *,
    steps: int,
    characters: CharacterModels | None = None,
) -> None:
    """Train a tagger on trees with features and on trees whose features do not count (HDT's are incomplete)."""
    from stanza.models import tagger
    from stanza.models.pos.trainer import Trainer

    folder = destination.parent / f"{destination.stem}-data"
    save_trees(full, folder / "full.conllu")
    save_trees(development, folder / "dev.conllu")
    files = [str(folder / "full.conllu")]
    if tags_only:
        save_trees(_blank_feats(tags_only), folder / "tags.conllu")
        files.append(str(folder / "tags.conllu"))
    arguments = [
        *LANGUAGE,
        *TAGGER_SIZES,
        *(characters.options() if characters else ()),
        *("--train_file", ";".join(files), "--eval_file", str(folder / "dev.conllu")),
        *("--wordvec_pretrain_file", str(pretrain), "--word_cutoff", "2"),
        *("--batch_size", "32", "--eval_interval", str(max(20, steps // 10)), "--fix_eval_interval"),
        *("--max_steps", str(steps), "--max_steps_before_stop", str(steps)),
        *("--no_second_optim", "--dropout", "0.4", "--log_step", "50"),
        *("--save_dir", str(destination.parent), "--save_name", destination.name),
    ]
    with falling_rate(Trainer, steps, 0.004), characters_read_once():
        tagger.main(arguments)


def tag(model: Path, pretrain: Path, trees: Sequence[Tree], scratch: Path) -> list[Tree]:
    """Return copies of trees with the tags and features that a tagger gives them."""
    from stanza.models import tagger

    save_trees(trees, scratch.with_suffix(".in.conllu"))
    tagger.main(
        [
            *LANGUAGE,
            *("--mode", "predict", "--eval_file", str(scratch.with_suffix(".in.conllu"))),
            *("--output_file", str(scratch), "--wordvec_pretrain_file", str(pretrain), "--batch_size", "100"),
            *("--save_dir", str(model.parent), "--save_name", model.name),
        ]
    )
    tagged = load_trees(scratch)
    if [len(tree.words) for tree in tagged] != [len(tree.words) for tree in trees]:
        message = "the tagger returned other sentences than it was given"
        raise ValueError(message)
    return tagged


def folds(trees: Sequence[Tree], count: int) -> list[list[int]]:
    """Deal sentence numbers out to folds, the same way every time.

    >>> sorted(sum(folds([None] * 5, 2), []))
    [0, 1, 2, 3, 4]
    """
    order = list(range(len(trees)))
    random.Random(1).shuffle(order)
    return [order[start::count] for start in range(count)]


def train_parser(
    trees: Sequence[Tree],
    development: Sequence[Tree],
    pretrain: Path,
    destination: Path,
    *,
    steps: int,
    characters: CharacterModels | None = None,
) -> None:
    """Train a parser on trees that carry predicted tags."""
    from stanza.models import parser
    from stanza.models.depparse.trainer import GraphTrainer

    folder = destination.parent / f"{destination.stem}-data"
    save_trees(trees, folder / "train.conllu")
    save_trees(development, folder / "dev.conllu")
    arguments = [
        *LANGUAGE,
        *PARSER_SIZES,
        *(characters.options() if characters else ()),
        *("--train_file", str(folder / "train.conllu"), "--eval_file", str(folder / "dev.conllu")),
        *("--wordvec_pretrain_file", str(pretrain), "--word_cutoff", "2", "--no_xpos"),
        *("--batch_size", "500", "--optim", "adam", "--lr", "0.003", "--beta2", "0.95", "--weight_decay", "0"),
        *("--no_second_optim", "--max_steps_before_stop", str(steps), "--max_steps", str(steps), "--log_step", "50"),
        *("--eval_interval", str(max(20, steps // 15)), "--dropout", "0.4", "--no_plateau", "--no_checkpoint"),
        *("--save_dir", str(destination.parent), "--save_name", destination.name),
    ]
    with falling_rate(GraphTrainer, steps, 0.003), characters_read_once():
        parser.main(arguments)


def train_tokenizer(
    training: Path, development: Path, gold: Path, expansions: Path, destination: Path, *, steps: int
) -> None:
    """Train a tokeniser and splitter on ``.txt`` and ``.toklabels`` files; ``gold`` is the development CoNLL-U."""
    from stanza.models import tokenizer

    tokenizer.main(
        [
            *LANGUAGE,
            *("--txt_file", str(training.with_suffix(".txt")), "--label_file", str(training.with_suffix(".toklabels"))),
            *("--dev_txt_file", str(development.with_suffix(".txt"))),
            *("--dev_label_file", str(development.with_suffix(".toklabels")), "--dev_conll_gold", str(gold)),
            *("--mwt_json_file", str(expansions), "--max_seqlen", "300", "--batch_size", "32"),
            *("--hidden_dim", "64", "--dropout", "0.33", "--unit_dropout", "0.1"),
            *("--steps", str(steps), "--eval_steps", str(max(20, steps // 12)), "--anneal_after", str(steps // 2)),
            *("--max_steps_before_stop", str(steps), "--use_mwt", "--report_steps", "50"),
            *("--save_dir", str(destination.parent), "--save_name", destination.name),
        ]
    )


def train_expander(trees: Sequence[Tree], development: Sequence[Tree], destination: Path) -> None:
    """Train the expander of multi-word tokens, a dictionary with a small sequence model for the unseen."""
    from stanza.models import mwt_expander

    folder = destination.parent / f"{destination.stem}-data"
    save_trees(trees, folder / "train.conllu")
    save_trees(development, folder / "dev.conllu")
    mwt_expander.main(
        [
            *LANGUAGE,
            *("--train_file", str(folder / "train.conllu"), "--eval_file", str(folder / "dev.conllu")),
            *("--gold_file", str(folder / "dev.conllu"), "--num_epoch", "12", "--hidden_dim", "64"),
            *("--save_dir", str(destination.parent), "--save_name", destination.name),
        ]
    )


def lemma_types(trees: Iterable[Tree]) -> list[Tree]:
    """Return the distinct words of trees as sentences of twenty, each form and tag with its most frequent lemma.

    The lemmatiser sees words alone, so types teach it as much as tokens do, in a tenth of the time.
    """
    words = [Word(form, lemma, upos, head=0) for form, upos, lemma in lemma_triples(trees)]
    random.Random(1).shuffle(words)
    out = [Tree(words[start : start + 20]) for start in range(0, len(words), 20)]
    for tree in out:
        for place, word in enumerate(tree.words):
            word.head, word.relation = (0, "dep") if place else (-1, "root")
    return out


def train_lemmatizer(trees: Sequence[Tree], development: Sequence[Tree], destination: Path, *, epochs: int) -> None:
    """Train the lemmatiser: a dictionary, an edit classifier, and a small sequence model."""
    from stanza.models import lemmatizer

    folder = destination.parent / f"{destination.stem}-data"
    save_trees(lemma_types(trees), folder / "train.conllu")
    save_trees(development, folder / "dev.conllu")
    lemmatizer.main(
        [
            *COMMON,
            *("--train_file", str(folder / "train.conllu"), "--eval_file", str(folder / "dev.conllu")),
            *("--hidden_dim", "128", "--num_epoch", str(epochs), "--decay_epoch", str(epochs * 2 // 3)),
            *("--batch_size", "100", "--lr", "0.002", "--dropout", "0.3", "--emb_dropout", "0.3"),
            *("--save_dir", str(destination.parent), "--save_name", destination.name),
        ]
    )


def extend_lemmatizer(learned: Path, triples: Iterable[tuple[str, str, str]], destination: Path) -> None:
    """Add (form, tag, lemma) triples to the dictionary of a lemmatiser, which comes before what it has learned."""
    from stanza.models.lemma.trainer import Trainer

    trainer = Trainer(model_file=str(learned), device="cpu")
    trainer.train_dict(triples, update_word_dict=False)
    trainer.save(str(destination))


def train_names(training: Path, development: Path, pretrain: Path, destination: Path, *, steps: int) -> None:
    """Train a small entity tagger on JSON files of :mod:`names`."""
    from stanza.models import ner_tagger
    from stanza.models.ner.trainer import Trainer

    arguments = [
        *COMMON,
        *("--train_file", str(training), "--eval_file", str(development)),
        *("--wordvec_pretrain_file", str(pretrain), "--no_emb_finetune", "--batch_size", "32"),
        *("--hidden_dim", "160", "--char_hidden_dim", "100", "--char_emb_dim", "50", "--word_emb_dim", "100"),
        *("--optim", "adam", "--lr", "0.003", "--dropout", "0.3", "--patience", "100", "--log_step", "50"),
        *(
            "--min_lr",
            "0",
            "--max_steps",
            str(steps),
            "--max_steps_no_improve",
            str(steps),
            "--eval_interval",
            str(steps // 8),
        ),
        *("--save_dir", str(destination.parent), "--save_name", destination.name),
    ]
    with falling_rate(Trainer, steps, 0.004):
        ner_tagger.main(arguments)


def refine_tokenizer(training: Path, expansions: Path, first: Path, destination: Path, *, steps: int) -> None:
    """Train a tokeniser further on other text, keeping its characters, at a falling rate.

    Stanza's command cannot go on with another text, as its vocabulary would change; its classes can.
    """
    import torch
    from stanza.models.tokenization.data import DataLoader
    from stanza.models.tokenization.trainer import Trainer
    from stanza.models.tokenization.utils import load_mwt_dict

    torch.manual_seed(1)
    random.seed(1)
    trainer = Trainer(args=None, model_file=str(first), device="cpu", foundation_cache=None)
    arguments = dict(trainer.args)
    splits = {token: parts[0] for token, parts in load_mwt_dict(str(expansions)).items()}
    files = {"txt": str(training.with_suffix(".txt")), "label": str(training.with_suffix(".toklabels"))}
    batches = DataLoader(arguments, input_files=files, vocab=trainer.vocab, mwt_expansions=splits)
    optimizer = torch.optim.Adam(trainer.model.parameters(), lr=0.001, betas=(0.9, 0.9))
    trainer.optimizer = optimizer
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 0.0015 * (1 - step / steps) + 1e-5
        trainer.update(batches.next(unit_dropout=0.1, feat_unit_dropout=0.1))
        if step % 100 == 99:
            batches.shuffle()
    trainer.save(str(destination))


def refine_parser(
    trees: Sequence[Tree],
    development: Sequence[Tree],
    pretrain: Path,
    first: Path,
    destination: Path,
    *,
    steps: int,
    characters: CharacterModels,
) -> None:
    """Train a parser further on other trees at a falling rate; keep the mean of its weights over the second half.

    Stanza's command would read the vocabulary anew from the trees, which the weights do not fit; its classes keep it.
    Of the means after every tenth of the steps the one that is best on the development trees is kept.
    """
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.depparse.data import DataLoader
    from stanza.models.depparse.trainer import Trainer
    from stanza.utils.conll import CoNLL

    folder = destination.parent / f"{destination.stem}-data"
    save_trees(trees, folder / "train.conllu")
    save_trees(development, folder / "dev.conllu")
    torch.manual_seed(1)
    random.seed(1)
    files = {"charlm_forward_file": str(characters.forward), "charlm_backward_file": str(characters.backward)}
    vectors = Pretrain(str(pretrain))
    trainer = Trainer.load(str(first), vectors, args=files, device="cpu", reset_history=True)
    batches = DataLoader(CoNLL.conll2doc(str(folder / "train.conllu")), 500, trainer.args, vectors, trainer.vocab)
    mean: dict[str, Any] = {}
    best, summed = -1.0, 0
    with characters_read_once():
        for step in range(steps):
            place = step % len(batches)
            if not place:
                batches.reshuffle()
            _set_rate(trainer, 0.0012 * min(1.0, (step + 1) / 50) * max(0.02, 1 - step / steps))
            trainer.update(batches[place])
            if step < steps // 2:
                continue
            summed += 1
            add_to_mean(mean, trainer.model, summed)
            if (step + 1) % max(1, steps // 10) == 0:
                score = _score_mean(trainer, mean, vectors, folder / "dev.conllu")
                logger.info("step %d: LAS %.2f", step + 1, 100 * score)
                if score > best:
                    best = score
                    _save_mean(trainer, mean, destination)


def _set_rate(trainer: Any, rate: float) -> None:
    for optimizer in trainer.optimizer.values():
        for group in optimizer.param_groups:
            group["lr"] = rate


def add_to_mean(mean: dict[str, Any], model: Any, count: int) -> None:
    """Take the trained weights of a model into their mean, as the ``count``-th."""
    for name, value in model.named_parameters():
        if value.requires_grad:
            now = value.detach()
            mean[name] = now.clone() if count == 1 else mean[name] + (now - mean[name]) / count


@contextmanager
def with_weights(model: Any, weights: dict[str, Any]) -> Iterator[None]:
    """Put other weights into a model for a while."""
    own = {name: value.detach().clone() for name, value in model.named_parameters() if name in weights}
    parameters = dict(model.named_parameters())
    for name, value in weights.items():
        parameters[name].data.copy_(value)
    try:
        yield
    finally:
        for name, value in own.items():
            parameters[name].data.copy_(value)


def _score_mean(trainer: Any, mean: dict[str, Any], vectors: Any, development: Path) -> float:
    import io

    from stanza.models.common.doc import DEPREL, HEAD
    from stanza.models.depparse import scorer
    from stanza.models.depparse.data import DataLoader
    from stanza.models.parser import predict_dataset
    from stanza.utils.conll import CoNLL

    document = CoNLL.conll2doc(str(development))
    batches = DataLoader(document, 1000, trainer.args, vectors, trainer.vocab, evaluation=True, sort_during_eval=True)
    with with_weights(trainer.model, mean):
        predicted = predict_dataset(trainer, batches)
    batches.doc.set([HEAD, DEPREL], [word for sentence in predicted for word in sentence])
    return float(scorer.score(io.StringIO(f"{batches.doc:C}\n\n"), str(development))[2])


def _save_mean(trainer: Any, mean: dict[str, Any], destination: Path) -> None:
    with with_weights(trainer.model, mean):
        trainer.save(str(destination))
