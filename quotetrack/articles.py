"""Articles, and the readers that bring them in unaltered: text files, JSON Lines, folders, standard input.

Nothing is normalised: line ends stay as they are, NFD stays NFD, so that every offset fits the file. Only a byte order
mark at the start of a file is left out. Readers never stop at a broken article: they yield the
:class:`~quotetrack.errors.ArticleError` in its place and go on with the next.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from attrs import field, frozen

from quotetrack.errors import ArticleError

TEXT_SUFFIX: Final = ".txt"
JSON_LINES_SUFFIX: Final = ".jsonl"
STANDARD_INPUT: Final = "-"
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_RECORD_SCHEMA: Final = "quotetrack.record/"

Format = Literal["text", "jsonl"]


def _plain(metadata: Mapping[str, Any]) -> dict[str, Any]:
    return dict(metadata)


@frozen
class Article:
    """An article: its id, its text as read, and whatever else came in with it.

    Raises:
        ArticleError: if the id or the text is no string, or the id is empty.

    >>> Article("hafen/17", "Die Fähre fährt wieder.").sha256[:8]
    'ff77adf5'
    """

    id: str = field()
    text: str = field()
    metadata: Mapping[str, Any] = field(factory=dict, converter=_plain, hash=False)

    @id.validator
    def _named(self, _attribute: object, value: object) -> None:
        if not isinstance(value, str) or not value:
            message = f"an article's id must be a string that is not empty, not {value!r}"
            raise ArticleError(message)

    @text.validator
    def _readable(self, _attribute: object, value: object) -> None:
        if not isinstance(value, str):
            message = f"'text' must be a string, not {type(value).__name__}"
            raise ArticleError(message, article=self.id)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, to which the offsets refer."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def describe(self) -> dict[str, Any]:
        """Return what a record says about its article: id, sha256 and the metadata that came in."""
        extra = {key: value for key, value in self.metadata.items() if key not in ("id", "sha256", "text")}
        return {"id": self.id, "sha256": self.sha256, **extra}


def article_from(plain: Mapping[str, Any], *, default_id: str, line: int | None = None) -> Article:
    """Read an article from a mapping with ``text``, perhaps ``id``, and anything else.

    A number for an id is taken as its digits; without one the default serves.

    Raises:
        ArticleError: if ``text`` is missing or no string, or the id is neither string nor number.

    >>> article_from({"id": 7, "text": "Kurz.", "source": "dpa"}, default_id="x").describe()["source"]
    'dpa'
    """
    name = plain.get("id", default_id)
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name:
        message = f"'id' must be a string that is not empty, not {name!r}"
        raise ArticleError(message, article=default_id, line=line)
    if "text" not in plain:
        message = "'text' is missing"
        raise ArticleError(message, article=name, line=line)
    if not isinstance(plain["text"], str):
        message = f"'text' must be a string, not {type(plain['text']).__name__}"
        raise ArticleError(message, article=name, line=line)
    extra = {key: value for key, value in plain.items() if key not in ("id", "text")}
    return Article(name, plain["text"], extra)


def read(
    paths: Iterable[str | Path],
    *,
    encoding: str = "utf-8",
    standard_input: BinaryIO | None = None,
    input_format: Format | None = None,
) -> Iterator[Article | ArticleError]:
    """Yield the articles of files and folders in order, and an error in the place of each that cannot be read.

    A folder is read with all below it, in the order of the paths; files in it that hold records of quotations, such as
    the output of an earlier run, are passed over. ``-`` is the given standard input; its format, where none is given,
    is JSON Lines if it begins with a brace and text otherwise. An id that was used before is an error.
    """
    seen: set[int] = set()
    for path in paths:
        for found in _read_any(path, encoding, standard_input, input_format):
            yield found if isinstance(found, ArticleError) else _once(found, seen)


def _once(article: Article, seen: set[int]) -> Article | ArticleError:
    mark = int.from_bytes(hashlib.blake2b(article.id.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    if mark in seen:
        return ArticleError("an earlier article has the same id", article=article.id)
    seen.add(mark)
    return article


def _read_any(
    path: str | Path, encoding: str, standard_input: BinaryIO | None, input_format: Format | None
) -> Iterator[Article | ArticleError]:
    if str(path) == STANDARD_INPUT:
        yield from _read_stream(standard_input, encoding, input_format)
        return
    place = Path(path)
    if place.is_dir():
        yield from _read_folder(place, encoding)
    else:
        yield from _read_file(place, place.stem, encoding, input_format)


def _read_folder(folder: Path, encoding: str) -> Iterator[Article | ArticleError]:
    suffixes = (TEXT_SUFFIX, JSON_LINES_SUFFIX)
    try:
        files = sorted(path for path in folder.rglob("*") if path.suffix in suffixes and not path.is_dir())
        files = [path for path in files if not _holds_records(path, encoding)]
    except OSError as error:
        yield ArticleError(f"cannot be read: {error.strerror}", article=str(folder))
        return
    if not files:
        yield ArticleError("the folder holds no articles (.txt, .jsonl)", article=str(folder))
    for path in files:
        yield from _read_file(path, path.relative_to(folder).with_suffix("").as_posix(), encoding, None)


def _holds_records(path: Path, encoding: str) -> bool:
    """Say whether the first line of a JSON Lines file tells of a quotation in an article, and is none itself."""
    if path.suffix != JSON_LINES_SUFFIX or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            first = next((line for line in stream if line.strip()), b"")
        return _is_record(_json_object(_decoded(first.rstrip(b"\r\n"), encoding)))
    except (OSError, ValueError):  # whoever reads the file says what is wrong with it
        return False


def _is_record(plain: Mapping[str, Any]) -> bool:
    """Say whether a line is a record or an annotation: it names its article and where in it its text stands.

    >>> _is_record({"article": "rat-17", "spans": [[0, 18]], "text": "„Wir bauen ab Mai“"})
    True
    """
    is_placed = isinstance(plain.get("spans"), list) or all(isinstance(plain.get(key), int) for key in ("start", "end"))
    return str(plain.get("schema", "")).startswith(_RECORD_SCHEMA) or ("article" in plain and is_placed)


def _read_file(path: Path, name: str, encoding: str, input_format: Format | None) -> Iterator[Article | ArticleError]:
    try:
        if input_format == "jsonl" or (input_format is None and path.suffix == JSON_LINES_SUFFIX):
            with path.open("rb") as stream:
                yield from _read_json_lines(stream, name, encoding)
        else:
            yield _text_article(path.read_bytes(), name, encoding)
    except OSError as error:
        yield ArticleError(f"cannot be read: {error.strerror}", article=str(path))


def _read_stream(
    stream: BinaryIO | None, encoding: str, input_format: Format | None
) -> Iterator[Article | ArticleError]:
    if stream is None:
        yield ArticleError("there is no standard input", article=STANDARD_INPUT)
        return
    lines = iter(stream)
    first = next(lines, b"")
    if (input_format or _format_of(first)) == "jsonl":
        yield from _read_json_lines(_chained(first, lines), "stdin", encoding)
    else:
        yield _text_article(first + b"".join(lines), "stdin", encoding)


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _format_of(line: bytes) -> Format:
    return "jsonl" if line.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"{") else "text"


def _text_article(data: bytes, name: str, encoding: str) -> Article | ArticleError:
    try:
        return Article(name, _decoded(data, encoding))
    except UnicodeDecodeError as error:
        return ArticleError(_complaint(encoding, error), article=name, offset=error.start)


def _decoded(data: bytes, encoding: str) -> str:
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        data = data.removeprefix(_BYTE_ORDER_MARK)
    return data.decode(encoding)


def _complaint(encoding: str, error: UnicodeDecodeError) -> str:
    return f"is not {encoding.upper()}: byte {error.object[error.start]:#04x} at byte {error.start} ({error.reason})"


def _read_json_lines(lines: Iterable[bytes], name: str, encoding: str) -> Iterator[Article | ArticleError]:
    """Yield the articles of lines; where a line end is not the byte 0x0a, a broken line spoils the whole file."""
    if "\n".encode(encoding) != b"\n":
        yield from _read_decoded(lines, name, encoding)
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _line_article(line, name, number, encoding)


def _read_decoded(lines: Iterable[bytes], name: str, encoding: str) -> Iterator[Article | ArticleError]:
    try:
        text = _decoded(b"".join(lines), encoding)
    except UnicodeDecodeError as error:
        yield ArticleError(_complaint(encoding, error), article=name, offset=error.start)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _line_article(line.encode(), name, number, "utf-8")


def _line_article(line: bytes, name: str, number: int, encoding: str) -> Article | ArticleError:
    try:
        plain = _json_object(_decoded(line.rstrip(b"\r\n"), encoding))
    except UnicodeDecodeError as error:
        return ArticleError(_complaint(encoding, error), article=name, line=number, offset=error.start)
    except ValueError as error:
        return ArticleError(f"no JSON object: {error}", article=name, line=number)
    if _is_record(plain):
        return ArticleError("is an attribution record, not an article", article=name, line=number)
    try:
        return article_from(plain, default_id=f"{name}:{number}", line=number)
    except ArticleError as error:
        return error


def _json_object(line: str) -> dict[str, Any]:
    """Read a line of JSON Lines strictly.

    Raises:
        ValueError: saying what is wrong with it.
    """
    import jsonlines  # here, for it is slow to import

    try:
        found = jsonlines.Reader([line], loads=_loads).read(allow_none=True)
    except jsonlines.InvalidLineError as error:
        raise ValueError(_said(error.__cause__)) from error
    except RecursionError as error:
        message = "it is nested too deeply"
        raise ValueError(message) from error
    if not isinstance(found, dict):
        message = f"it is a {type(found).__name__}"
        raise ValueError(message)  # noqa: TRY004 - the text is wrong, not the program
    return found


def _said(error: BaseException | None) -> str:
    return f"{error.msg} (character {error.pos})" if isinstance(error, json.JSONDecodeError) else str(error)


def _loads(line: str | bytes) -> Any:  # noqa: ANN401
    return json.loads(line, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    message = f"{constant} is no JSON"
    raise ValueError(message)
