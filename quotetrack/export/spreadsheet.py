"""CSV: a record a row, flat, for spreadsheets and statistics.

The file begins with a byte order mark and ends its lines with CR LF, so that Excel reads the umlauts. No cell begins
with a character that makes a spreadsheet take it for a formula: such cells get an apostrophe in front, which
:func:`read_csv` takes off again (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, Final

import regex
from attrs import define, field

from quotetrack.articles import Article
from quotetrack.errors import RecordError
from quotetrack.export.files import Target, opened
from quotetrack.records import Record
from quotetrack.spans import Span

_FORMULA_RE: Final = regex.compile(r"'*+[=+\-@\t\r\n＝＋－＠]")


def _spans(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


_COLUMNS: Final[Mapping[str, Callable[[Record], Any]]] = {
    "article": lambda record: record.article.get("id"),
    "id": lambda record: record.id,
    "type": lambda record: record.type,
    "zone": lambda record: record.zone,
    "text": lambda record: record.text,
    "spans": lambda record: _spans(record.spans),
    "speaker": lambda record: record.speaker and record.speaker.name,
    "kind": lambda record: record.speaker and record.speaker.kind,
    "role": lambda record: record.speaker and record.speaker.role,
    "affiliation": lambda record: record.speaker and record.speaker.affiliation,
    "members": lambda record: record.speaker and _joined(record.speaker.members),
    "speaker_id": lambda record: record.speaker and record.speaker.id,
    "mention": lambda record: record.speaker and record.speaker.mention,
    "mention_spans": lambda record: record.speaker and _spans(record.speaker.spans),
    "cue": lambda record: record.cue and record.cue.text,
    "cue_lemma": lambda record: record.cue and record.cue.lemma,
    "cue_kind": lambda record: record.cue and record.cue.kind,
    "frame": lambda record: record.frame and record.frame.text,
    "addressee": lambda record: record.addressee and record.addressee.text,
    "via": lambda record: _joined(channel.name or channel.mention for channel in record.via),
    "mood": lambda record: record.mood,
    "medium": lambda record: record.medium,
    "part_of": lambda record: record.part_of,
    "continues": lambda record: record.continues,
    "repeat_of": lambda record: record.repeat_of,
    "confidence": lambda record: record.confidence,
    "rules": lambda record: _joined(record.rules),
    "reason": lambda record: record.reason,
}

#: The columns of the CSV export, in order.
CSV_COLUMNS: Final = tuple(_COLUMNS)


def flat(record: Record) -> dict[str, str]:
    """Return a record as a row: every cell a string, empty where there is nothing.

    Spans are written ``0-12 20-25``; members, channels and rules are joined by semicolons. Of the article only the id
    is kept.
    """
    cells = ((name, cell(record)) for name, cell in _COLUMNS.items())
    return {name: "" if value is None else str(value) for name, value in cells}


@define
class CsvWriter:
    """Writes a heading, and a record a row; ``delimiter`` is a comma unless a spreadsheet wants another character."""

    stream: BinaryIO
    delimiter: str = ","
    _is_headed: bool = field(default=False, init=False)

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the records of one article."""
        self.write_records(records)

    def write_records(self, records: Iterable[Record]) -> None:
        """Write records, whatever article they are from."""
        self.finish()
        for record in records:
            self._write_row(_safe(cell) for cell in flat(record).values())

    def finish(self) -> None:
        """Write the heading if there was no record to write it before."""
        if not self._is_headed:
            self._is_headed = True
            self.stream.write(b"\xef\xbb\xbf")
            self._write_row(CSV_COLUMNS)

    def _write_row(self, cells: Iterable[str]) -> None:
        row = io.StringIO(newline="")
        csv.writer(row, delimiter=self.delimiter).writerow(cells)
        self.stream.write(row.getvalue().encode("utf-8", "replace"))


def write_csv(records: Iterable[Record], target: Target, *, delimiter: str = ",") -> None:
    """Write records as CSV to a file, which appears whole or not at all, or to a binary stream.

    What UTF-8 cannot hold (half of a surrogate pair) is written as a question mark.

    Raises:
        OSError: if the file cannot be written.
    """
    with opened(target) as stream:
        CsvWriter(stream, delimiter).write_records(records)


def read_csv(source: str | Path | BinaryIO, *, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield the rows that :func:`write_csv` wrote, as :func:`flat` gave them.

    Raises:
        OSError: if the file cannot be read.
        RecordError: if the columns are others.
    """
    with Path(source).open("rb") if isinstance(source, str | Path) else nullcontext(source) as stream:
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        rows = csv.DictReader(lines, delimiter=delimiter)
        if tuple(rows.fieldnames or ()) != CSV_COLUMNS:
            message = f"the columns {rows.fieldnames!r} are not those of quotetrack"
            raise RecordError(message, line=1)
        for row in rows:
            yield {name: _read(cell) for name, cell in row.items()}
        lines.detach()


def _safe(cell: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would take it for a formula.

    >>> _safe("=SUMME(A1)"), _safe("„Nein“")
    ("'=SUMME(A1)", '„Nein“')
    """
    return f"'{cell}" if _FORMULA_RE.match(cell) else cell


def _read(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA_RE.match(cell) else cell
