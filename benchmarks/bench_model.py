"""How fast the embedded model is against Stanza's default sizes: ``python benchmarks/bench_model.py --threads 2``.

Stanza's published German weights need a download, so the comparison instantiates the default sizes with random
weights: tagger and parser with their default dimensions, each fed by two character models of 1024 units. Speed does
not depend on what the weights are. Both run in one process on the same text, and tokeniser, expander and lemmatiser
are the embedded ones in both, so the difference is that of tagger and parser alone. Prints tokens per second, the
best of some runs, and how long the embedded model takes to load.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
import time
from pathlib import Path
from typing import Any

PROCESSORS = "tokenize,mwt,pos,lemma,depparse"
MODEL = Path(__file__).resolve().parent.parent / "quotetrack/model"
CASES = Path(__file__).resolve().parent.parent / "tests/cases/model/reporting.conllu"
RUNS = 3


def text() -> str:
    """Return the text that is parsed: a hundred of our reporting sentences, eight to a paragraph."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")][:100]
    return "\n\n".join(" ".join(sentences[start : start + 8]) for start in range(0, len(sentences), 8))


def load() -> Any:  # noqa: ANN401
    """Return a pipeline of the embedded model."""
    import stanza

    return stanza.Pipeline(
        "de", dir=str(MODEL), processors=PROCESSORS, download_method=None, verbose=False, use_gpu=False
    )


def character_models(folder: Path, vocab: Any) -> dict[str, str]:  # noqa: ANN401
    """Write two random character models of Stanza's default size and return the options that name them."""
    from stanza.models.charlm import build_argparse
    from stanza.models.common.char_model import CharacterLanguageModel

    files = {}
    for direction in ("forward", "backward"):
        args = vars(build_argparse().parse_args(["--direction", direction]))
        model = CharacterLanguageModel(args, {"char": vocab}, is_forward_lm=direction == "forward")
        files[f"charlm_{direction}_file"] = str(folder / f"{direction}.pt")
        model.save(files[f"charlm_{direction}_file"])
    return files


def enlarge(pipeline: Any, folder: Path) -> None:  # noqa: ANN401
    """Give the tagger and the parser of a pipeline Stanza's default sizes, with random weights."""
    from stanza.models import parser, tagger

    for name, module in (("pos", tagger), ("depparse", parser)):
        trainer = pipeline.processors[name].trainer
        defaults = vars(module.build_argparse().parse_args([]))
        files = character_models(folder, trainer.vocab["char"])
        sizes = {key: value for key, value in defaults.items() if key.endswith(("_dim", "num_layers"))}
        args = trainer.args | sizes | files | {"charlm": True, "charlm_shorthand": "de_default"}
        model = trainer.model
        vectors = model.pretrained_emb.weight
        options = {"share_hid": args["share_hid"]} if name == "pos" else {}
        trainer.model = type(model)(args, trainer.vocab, emb_matrix=vectors, **options).eval()
        trainer.args = args


def best(pipeline: Any, running: str) -> tuple[float, int]:  # noqa: ANN401
    """Return tokens per second of the quickest run, and the number of tokens."""
    pipeline(running[:500])
    seconds = []
    tokens = 0
    for _ in range(RUNS):
        started = time.perf_counter()
        tokens = pipeline(running).num_tokens
        seconds.append(time.perf_counter() - started)
    return tokens / min(seconds), tokens


def main() -> None:
    """Measure both and print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--threads", type=int, default=2, help="threads of torch")
    import torch

    logging.getLogger("stanza").setLevel(logging.WARNING)
    torch.set_num_threads(cli.parse_args().threads)
    load()  # imports and the disk's cache
    started = time.perf_counter()
    small = load()
    print(f"loading: {time.perf_counter() - started:.2f} s, imports apart")
    large = load()
    with tempfile.TemporaryDirectory() as folder:
        enlarge(large, Path(folder))
    running = text()
    ours, tokens = best(small, running)
    theirs, _ = best(large, running)
    print(f"embedded model: {ours:.0f} tokens a second ({tokens} tokens, best of {RUNS} runs)")
    print(f"Stanza's default sizes, random weights: {theirs:.0f} tokens a second")
    print(f"ratio: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
