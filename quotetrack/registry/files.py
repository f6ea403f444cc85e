"""What a newsroom keeps in files: its list of speakers, and what its editors have merged and split."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from attrs import frozen

from quotetrack.errors import RegistryError
from quotetrack.registry.spelling import folded
from quotetrack.vocabulary import SpeakerKind


@frozen
class KnownSpeaker:
    """Somebody with all their spellings. ``given`` says whether a list named them, rather than the records."""

    id: str
    name: str
    kind: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    given: bool = False


def listed_speakers(source: Path | str | Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, KnownSpeaker]]:
    """Yield the speakers of a list, a JSON Lines file or its lines as mappings, each with the number of its line.

    Raises:
        RegistryError: naming file and line, where a line is broken.
    """
    where = f"{source}: " if isinstance(source, Path | str) else ""
    for number, line in lines_of(source) if isinstance(source, Path | str) else enumerate(source, start=1):
        yield number, _speaker(line, number, where)


def _speaker(line: Mapping[str, Any], number: int, where: str) -> KnownSpeaker:
    name, aliases, role, own = (line.get(key) for key in ("name", "aliases", "role", "id"))
    kind = line.get("kind") or "person"
    for is_right, complaint in (
        (isinstance(name, str) and folded(name), f'"name" must be a name, not {name!r}'),
        (
            aliases is None or (isinstance(aliases, list) and all(isinstance(alias, str) for alias in aliases)),
            f'"aliases" must be a list of names, not {aliases!r}',
        ),
        (kind in get_args(SpeakerKind), f'"kind" must be one of {", ".join(get_args(SpeakerKind))}, not {kind!r}'),
        (role is None or isinstance(role, str), f'"role" must be text, not {role!r}'),
        (own is None or (isinstance(own, str) and own.strip()), f'"id" must be text, not {own!r}'),
    ):
        if not is_right:
            message = f"{where}{complaint}"
            raise RegistryError(message, line=number)
    made = "l-" + hashlib.sha256(f"{kind}\0{folded(str(name))}".encode()).hexdigest()[:12]
    return KnownSpeaker(own or made, str(name), kind, role, tuple(sorted(set(aliases or ()))), given=True)


def decisions_of(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the decisions of a file, in order: *merge* or *split*, and the two spellings.

    Raises:
        RegistryError: naming the line that is no decision.
    """
    for number, line in lines_of(path):
        what = next(iter(line), "")
        names = line.get(what)
        if (
            len(line) != 1
            or what not in ("merge", "split")
            or not isinstance(names, list)
            or len(names) != 2
            or not all(isinstance(name, str) and folded(name) for name in names)
        ):
            message = (
                f'{path}: a decision is {{"merge": [name, name]}} or {{"split": [name, name]}}, not '
                f"{json.dumps(line, ensure_ascii=False)}"
            )
            raise RegistryError(message, line=number)
        yield what, names[0], names[1]


def lines_of(path: Path | str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the objects of a JSON Lines file, each with the number of its line; empty lines are passed over.

    Raises:
        RegistryError: if the file cannot be read, or a line is no object in UTF-8.
    """
    try:
        lines = Path(path).read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}"
        raise RegistryError(message) from error
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            message = f"{path}: not UTF-8"
            raise RegistryError(message, line=number) from error
        except ValueError as error:
            message = f"{path}: no JSON: {error}"
            raise RegistryError(message, line=number) from error
        if not isinstance(line, dict):
            message = f"{path}: no JSON object"
            raise RegistryError(message, line=number)
        yield number, line
