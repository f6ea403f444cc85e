"""Records for a reader on a terminal or in a mail: article, speaker, type, cue, quotation."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from typing import BinaryIO, Final

import regex
import rich.console
import rich.text
from attrs import field, frozen

from quotetrack.articles import Article
from quotetrack.export.describing import described
from quotetrack.records import Record

WIDTH: Final = 100
"""How many columns a line has where there is no terminal to ask."""

_UNPRINTABLE_RE: Final = regex.compile(r"[\p{Cc}\p{Cs}]")
_NARROWEST: Final = 30


@frozen
class ReadableWriter:
    """Writes the quotations of each article under its id, in UTF-8; a fragment stands deeper than what holds it."""

    stream: BinaryIO
    is_terminal: bool = False
    width: int = field(init=False)

    @width.default
    def _columns(self) -> int:
        return shutil.get_terminal_size((WIDTH, 0)).columns if self.is_terminal else WIDTH

    def write(self, article: Article, records: Sequence[Record]) -> None:
        """Write the records of one article."""
        page = io.StringIO()
        console = rich.console.Console(
            file=page, width=self.width, force_terminal=self.is_terminal, highlight=False, markup=False, emoji=False
        )
        self._print(console, article.id, 0, "bold underline")
        for record in records:
            depth = 2 if record.part_of is None else 6
            console.print()
            self._print(console, described(record), depth, "bold")
            self._print(console, record.text, depth + 2, "")
        if not records:
            self._print(console, "no quotations", 2, "dim")
        console.print()
        self.stream.write(page.getvalue().encode("utf-8", "replace"))

    def finish(self) -> None:
        """Write nothing: there is nothing to say after the last article."""

    def _print(self, console: rich.console.Console, words: str, depth: int, style: str) -> None:
        text = rich.text.Text(_shown(words), style=style)
        for line in text.wrap(console, max(self.width - depth, _NARROWEST)):
            line.rstrip()
            console.print(rich.text.Text(" " * depth).append_text(line), soft_wrap=True)


def _shown(words: str) -> str:
    """Return words in one line, without what would move the cursor or colour the terminal."""
    return _UNPRINTABLE_RE.sub("\N{REPLACEMENT CHARACTER}", " ".join(words.split()))
