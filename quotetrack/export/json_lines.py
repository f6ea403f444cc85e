"""JSON Lines: a record a line in UTF-8, as the contract lays down, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, Final

from attrs import frozen

from quotetrack.articles import Article
from quotetrack.errors import RecordError
from quotetrack.export.files import Target, opened
from quotetrack.records import Record

_LINE_ENDS: Final = ("\N{NEXT LINE}", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")


@frozen
class JsonLinesWriter:
    """Writes a record a line."""

    stream: BinaryIO

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the records of one article."""
        for record in records:
            self.stream.write(json_line(record.to_dict()))

    def finish(self) -> None:
        """Write nothing: a file of JSON Lines has no end of its own."""


def json_line(plain: Any) -> bytes:  # noqa: ANN401
    r"""Return plain data as a line of JSON in UTF-8, umlauts as they are.

    What UTF-8 cannot hold (half of a surrogate pair) and what some readers take for the end of a line is escaped.

    Raises:
        RecordError: if something in it is no JSON, such as a date or not-a-number.

    >>> json_line({"text": "„Schön“"}).decode()
    '{"text": "„Schön“"}\n'
    >>> json_line({"text": "\ud83d"})
    b'{"text": "\\ud83d"}\n'
    """
    try:
        line = json.dumps(plain, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        message = f"cannot be written as JSON: {error}"
        raise RecordError(message) from error
    for end in _LINE_ENDS:
        line = line.replace(end, f"\\u{ord(end):04x}")
    return line.encode("utf-8", "backslashreplace") + b"\n"


def write_jsonl(records: Iterable[Record], target: Target) -> None:
    """Write records as JSON Lines to a file, which appears whole or not at all, or to a binary stream.

    Raises:
        OSError: if the file cannot be written.
        RecordError: if the metadata of an article is no JSON.
    """
    with opened(target) as stream:
        for record in records:
            stream.write(json_line(record.to_dict()))


def read_jsonl(source: str | Path | Iterable[bytes]) -> Iterator[Record]:
    r"""Yield the records of a file of JSON Lines, or of its lines as bytes, one by one; empty lines are passed over.

    Raises:
        OSError: if the file cannot be read.
        RecordError: naming the line that is no record.

    >>> list(read_jsonl([b"\n"]))
    []
    """
    with Path(source).open("rb") if isinstance(source, str | Path) else nullcontext(source) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _record(line, number)


def _record(line: bytes, number: int) -> Record:
    import jsonlines  # here, for it is slow to import

    try:
        return Record.from_dict(jsonlines.Reader([line], loads=json.loads).read(type=dict))
    except (jsonlines.InvalidLineError, RecursionError) as error:
        message = f"no JSON object: {str(error).rpartition(' (line')[0] or 'nested too deeply'}"
        raise RecordError(message, line=number) from error
    except RecordError as error:
        error.line = number
        raise
