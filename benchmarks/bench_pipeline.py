"""What quotetrack costs beside the bare parser: ``python benchmarks/bench_pipeline.py``.

Runs the bare Stanza pipeline and the whole of quotetrack on the same texts, each in a process of its own, with the
model that comes along. Prints tokens per second of processor time, peak memory, and what all that is ours costs, as a
share of the time that Stanza took inside the same run.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from attrs import frozen  # noqa: E402

from quotetrack import StanzaParser, Tracker  # noqa: E402

MODES: Final = ("bare", "whole")


def main() -> None:
    """Measure both and print them side by side."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", default=str(ROOT / "data" / "articles"), help="folder of text files")
    arguments.add_argument("--times", type=int, default=3, help="how often the texts are read (default: 3)")
    arguments.add_argument("--mode", choices=MODES, help=argparse.SUPPRESS)
    options = arguments.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(options.folder).glob("*.txt"))] * options.times
    if options.mode:
        print(json.dumps(measured(options.mode, texts)))
        return
    words = [sys.executable, __file__, options.folder, "--times", str(options.times), "--mode"]
    for mode in MODES:
        done = subprocess.run([*words, mode], capture_output=True, text=True, check=True)
        report(mode, json.loads(done.stdout))


def report(mode: str, found: dict[str, float]) -> None:
    """Print a line about a run."""
    speed = found["tokens"] / found["seconds"]
    print(f"{mode:>6}: {found['tokens']:.0f} tokens, {speed:.0f} a second, peak memory {found['peak'] / 1024:.0f} MiB")
    if mode == "whole":
        ours = found["seconds"] - found["stanza"]
        print(f"  ours: {ours:.2f} s beside {found['stanza']:.2f} s of the parse, {100 * ours / found['stanza']:.1f} %")


def measured(mode: str, texts: list[str]) -> dict[str, float]:
    """Return what a run took; the model is loaded and warm before the clock starts."""
    parser = StanzaParser()
    pipeline = parser.load()
    pipeline(texts[0])
    if mode == "bare":
        started = time.process_time()
        tokens = sum(document.num_tokens for document in pipeline.bulk_process(texts))
        return {"tokens": tokens, "seconds": time.process_time() - started, "peak": peak()}
    spent: list[float] = []
    timing = Timing(pipeline, spent)
    started = time.process_time()
    for _ in Tracker(StanzaParser(pipeline=timing)).track(texts):
        pass
    seconds = time.process_time() - started
    tokens = sum(document.num_tokens for document in pipeline.bulk_process(texts, processors="tokenize,mwt"))
    return {"tokens": tokens, "seconds": seconds, "stanza": sum(spent), "peak": peak()}


def peak() -> float:
    """Return the peak memory of this process in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@frozen
class Timing:
    """A Stanza pipeline that notes how long each call took."""

    pipeline: Any
    spent: list[float]

    def bulk_process(self, documents: Any, **options: Any) -> Any:  # noqa: ANN401
        """Process documents."""
        started = time.process_time()
        found = self.pipeline.bulk_process(documents, **options)
        self.spent.append(time.process_time() - started)
        return found

    def process(self, document: Any, **options: Any) -> Any:  # noqa: ANN401
        """Process a document."""
        started = time.process_time()
        found = self.pipeline.process(document, **options)
        self.spent.append(time.process_time() - started)
        return found


if __name__ == "__main__":
    main()
