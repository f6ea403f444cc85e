"""Put trained parts into the layout that Stanza loads, in half precision where that is safe, with their sums."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

PARTS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner", "pretrain", "forward_charlm", "backward_charlm")
NEEDS = {
    "pos": ("pretrain", "forward_charlm", "backward_charlm"),
    "depparse": ("pretrain", "forward_charlm", "backward_charlm"),
    "ner": ("pretrain",),
}
NAME = "news"


def halved(value: Any) -> Any:
    """Return a state with its single-precision tensors in half precision; everything else stays as it is."""
    import torch

    if isinstance(value, torch.Tensor):
        return value.half() if value.dtype == torch.float32 else value
    if isinstance(value, dict):
        return type(value)((key, halved(item)) for key, item in value.items())
    if isinstance(value, list):
        return [halved(item) for item in value]
    return value


def without_folders(config: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration in which files are named without the folders of whoever trained.

    >>> without_folders({"train_file": "/home/ott/full.conllu;/home/ott/tags.conllu", "lr": 0.003})
    {'train_file': 'full.conllu;tags.conllu', 'lr': 0.003}
    """
    return {
        key: ";".join(Path(part).name for part in value.split(";"))
        if isinstance(value, str) and Path(value).is_absolute()
        else value
        for key, value in config.items()
    }


def resources(parts: tuple[str, ...] = PARTS) -> dict[str, Any]:
    """Return the contents of ``resources.json`` for the parts."""
    entries: dict[str, Any] = {part: {NAME: {}} for part in parts}
    for part, needs in NEEDS.items():
        present = [{"model": need, "package": NAME} for need in needs if need in parts]
        if part in parts and present:
            entries[part][NAME] = {"dependencies": present}
    default = {part: NAME for part in parts if not part.endswith(("pretrain", "charlm"))}
    return {"de": {"lang_name": "German", "packages": {"default": default}, **entries}}


def ship(sources: dict[str, Path], destination: Path) -> None:
    """Write the parts, ``resources.json`` and ``SHA256SUMS`` into a folder.

    Only the model state is halved; the word vectors stay in single precision, as Stanza mixes them with activations.
    """
    import torch

    for part, source in sources.items():
        state = torch.load(source, map_location="cpu", weights_only=True)
        if part != "pretrain":
            if part.endswith("charlm"):
                state = state["model"]
            state = {key: item for key, item in state.items() if "optimizer" not in key}
            state = halved(state)
            for key in ("config", "args"):
                if isinstance(state.get(key), dict):
                    state[key] = without_folders(state[key])
        target = destination / "de" / part / f"{NAME}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        torch.save(state, target, _use_new_zipfile_serialization=False)
    text = json.dumps(resources(tuple(sources)), indent=1, ensure_ascii=False) + "\n"
    (destination / "resources.json").write_text(text, encoding="utf-8")
    write_sums(destination)


def write_sums(folder: Path) -> None:
    """Write ``SHA256SUMS`` over the weights and ``resources.json``."""
    files = sorted(
        [*folder.glob("de/*/*.pt"), folder / "resources.json"], key=lambda p: p.relative_to(folder).as_posix()
    )
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(folder).as_posix()}" for f in files]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
