"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

Target = str | Path | BinaryIO


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of the one at the path when all is written, and only then.

    What is written goes to a file beside it first; if the block raises, that one is removed and the old file stays as
    it was. The file behind a link is replaced, not the link; a device or pipe is written to directly.

    Raises:
        OSError: if the folder is not there or cannot be written to.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with replacing(Path(folder) / "nachricht.txt") as file:
    ...         _ = file.write("Die Brücke bleibt gesperrt.".encode())
    ...     sorted(os.listdir(folder))
    ['nachricht.txt']
    """
    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """Give a stream to write to: a path's, which is replaced whole, or the given one, which stays open."""
    if isinstance(target, str | Path):
        with replacing(target) as file:
            yield file
    else:
        yield target
