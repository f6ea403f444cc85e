"""Records are written whole, come back equal, and do no harm to those who open them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.articles import Article
from quotetrack.errors import ArticleError, RecordError
from quotetrack.export import (
    CSV_COLUMNS,
    CsvWriter,
    HtmlWriter,
    JsonLinesWriter,
    flat,
    read_csv,
    read_jsonl,
    replacing,
    write_csv,
    write_html,
    write_jsonl,
)
from quotetrack.export.describing import described
from quotetrack.export.json_lines import json_line
from quotetrack.export.page import highlighted
from quotetrack.records import Cue, Record, Speaker
from quotetrack.spans import Span
from tests.record_strategies import any_texts, json_values, records

TEXT = "„Nein“, sagte Präsidentin Jana Ott."
RECORD = Record(
    article={"id": "a", "sha256": "0" * 64},
    id="1",
    type="direct",
    text="„Nein“",
    spans=(Span(0, 6),),
    content_spans=(Span(1, 5),),
    cue=Cue("sagte", (Span(8, 13),), "sagen", "verb"),
    speaker=Speaker("Präsidentin Jana Ott", (Span(14, 34),), "Jana Ott", "person", role="Präsidentin"),
)


def _jsonl(made: list[Record]) -> bytes:
    stream = io.BytesIO()
    write_jsonl(made, stream)
    return stream.getvalue()


def _csv(made: list[Record], **options: Any) -> bytes:
    stream = io.BytesIO()
    write_csv(made, stream, **options)
    return stream.getvalue()


class TestFiles:
    """A file appears whole or not at all."""

    def test_it_takes_the_place_of_the_old_one(self, tmp_path: Path) -> None:
        """The old file is there until the new one is complete, and nothing else is left behind."""
        path = tmp_path / "records.jsonl"
        path.write_text("alt")
        with replacing(path) as file:
            file.write(b"neu")
            before = path.read_text()

        assert ("alt", "neu", [path]) == (before, path.read_text(), list(tmp_path.iterdir()))

    @pytest.mark.parametrize("raised", [ValueError, KeyboardInterrupt, SystemExit])
    def test_what_is_raised_leaves_everything_as_it_was(self, raised: type[BaseException], tmp_path: Path) -> None:
        """After an error or Ctrl-C the old file is untouched, and there is no new one."""
        path = tmp_path / "records.jsonl"
        path.write_text("alt")
        with pytest.raises(raised), replacing(path) as file:
            file.write(b"halb")
            raise raised

        assert ("alt", [path]) == (path.read_text(), list(tmp_path.iterdir()))

    def test_a_new_file_has_the_usual_rights(self, tmp_path: Path) -> None:
        """A file is as readable as any other that the user makes."""
        (tmp_path / "other").write_text("")
        with replacing(tmp_path / "new") as file:
            file.write(b"")

        assert (tmp_path / "other").stat().st_mode == (tmp_path / "new").stat().st_mode

    def test_an_old_file_keeps_its_rights(self, tmp_path: Path) -> None:
        """Who made a file private finds it private again."""
        path = tmp_path / "records.jsonl"
        path.touch(0o600)
        with replacing(path) as file:
            file.write(b"")

        assert path.stat().st_mode & 0o777 == 0o600

    def test_the_file_behind_a_link_is_replaced(self, tmp_path: Path) -> None:
        """A link stays a link."""
        link, target = tmp_path / "link", tmp_path / "target"
        target.write_text("alt")
        link.symlink_to(target)
        with replacing(link) as file:
            file.write(b"neu")

        assert (True, "neu") == (link.is_symlink(), target.read_text())

    def test_a_device_is_written_to(self) -> None:
        """What is no file is not replaced by one."""
        with replacing(os.devnull) as file:
            file.write(b"weg")

        assert not Path(os.devnull).is_file()

    def test_a_folder_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        """A file cannot appear in a folder that does not exist."""
        with pytest.raises(FileNotFoundError), replacing(tmp_path / "nirgends" / "records.jsonl"):
            pass


class TestJsonLines:
    """JSON Lines carry everything."""

    @given(st.lists(records().map(lambda made: made[1]), max_size=3))
    def test_reading_gives_what_was_written(self, made: list[Record]) -> None:
        """Records come back equal, whatever is in them."""
        assert made == list(read_jsonl(_jsonl(made).splitlines(keepends=True)))

    @given(st.lists(records().map(lambda made: made[1]), max_size=3))
    def test_a_record_is_a_line_to_everybody(self, made: list[Record]) -> None:
        """However a reader splits lines, a record is one."""
        written = _jsonl(made)

        assert (len(made), len(made)) == (written.count(b"\n"), len(written.decode().splitlines()))

    @given(any_texts().filter(lambda text: text == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")))
    def test_text_stays_readable(self, text: str) -> None:
        """Characters that UTF-8 can hold come back, and letters are written as they are."""
        line = json_line({"text": text})

        assert text == json.loads(line)["text"]
        assert all(character in line.decode() for character in text if character.isalpha())

    @pytest.mark.parametrize("half", ["\ud83d", "\udc00", "a\ud800b"])
    def test_half_a_surrogate_pair_is_written_and_read(self, half: str) -> None:
        """A text that no encoding can hold can be written all the same, and comes back."""
        assert half == json.loads(json_line({"text": half}))["text"]

    @given(json_values())
    def test_lines_are_json(self, value: Any) -> None:
        """Whatever JSON can say is written as JSON."""
        assert value == json.loads(json_line(value))

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object(), {(1, 2): 3}])
    def test_what_is_no_json_is_refused(self, value: Any) -> None:
        """Metadata that no reader could read is an error, not a broken line."""
        with pytest.raises(RecordError, match="cannot be written as JSON"):
            json_line({"metadata": value})

    @pytest.mark.parametrize(
        ("line", "complaint"),
        [
            (b"{", "line 2: no JSON object"),
            (b"[]", "line 2: no JSON object"),
            (b"\xff", "line 2: no JSON object"),
            (b"[" * 100_000, "line 2: no JSON object: nested too deeply"),
            (b'{"schema": "quotetrack.record/2"}', "line 2: schema 'quotetrack.record/2' is not"),
            (b'{"schema": "quotetrack.record/1", "id": "x"}', "line 2: record 'x' breaks the contract: KeyError"),
        ],
    )
    def test_a_broken_line_is_named(self, line: bytes, complaint: str) -> None:
        """What is no record is an error with the number of its line; the records before it are there."""
        found = read_jsonl([_jsonl([RECORD]), line])

        assert RECORD == next(found)
        with pytest.raises(RecordError, match=complaint):
            next(found)

    def test_files_are_read_lazily(self, tmp_path: Path) -> None:
        """A file is read as far as its records are asked for."""
        path = tmp_path / "records.jsonl"
        path.write_bytes(_jsonl([RECORD]) + b"\n" + b"kaputt\n")

        assert RECORD == next(read_jsonl(path))

    def test_a_file_is_replaced_whole(self, tmp_path: Path) -> None:
        """When the records break off, the old file stays."""
        path = tmp_path / "records.jsonl"
        write_jsonl([RECORD], path)

        def breaking_off() -> Iterator[Record]:
            yield RECORD
            message = "kaputt"
            raise ArticleError(message)

        with pytest.raises(ArticleError):
            write_jsonl(breaking_off(), path)

        assert [RECORD] == list(read_jsonl(path))


class TestCsv:
    """CSV is flat and harmless."""

    @given(st.lists(records().map(lambda made: made[1]), max_size=3), st.sampled_from([",", ";", "\t"]))
    def test_reading_gives_the_rows(self, made: list[Record], delimiter: str) -> None:
        """The cells come back as they were before they were made harmless."""
        written = io.BytesIO(_csv(made, delimiter=delimiter))

        assert [flat(record) for record in made] == list(read_csv(written, delimiter=delimiter))

    @given(records(), st.sampled_from(["=", "+", "-", "@", "\t", "\r", "＝", "'=", "''-"]), st.text(max_size=5))
    def test_no_cell_begins_a_formula(self, made: tuple[str, Record], sign: str, rest: str) -> None:
        """No cell begins with what makes a spreadsheet compute."""
        _, record = made
        [*_, row] = csv.reader(io.StringIO(_csv([_renamed(record, sign + rest)]).decode("utf-8-sig"), newline=""))

        assert [] == [cell for cell in row if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]

    def test_spreadsheets_know_the_encoding(self) -> None:
        """The file begins with a byte order mark and ends its lines as RFC 4180 says."""
        written = _csv([RECORD])

        assert (True, 2) == (written.startswith(b"\xef\xbb\xbf" + b"article,id,type"), written.count(b"\r\n"))

    def test_half_a_surrogate_pair_does_no_harm(self) -> None:
        """What UTF-8 cannot hold is written as a question mark."""
        [row] = read_csv(io.BytesIO(_csv([_renamed(RECORD, "\ud83d")])))

        assert row["speaker"] == "?"

    def test_no_records_are_a_heading(self) -> None:
        """An empty table has its columns."""
        written = _csv([])

        assert ",".join(CSV_COLUMNS) + "\r\n" == written.decode("utf-8-sig")

    def test_another_table_is_refused(self) -> None:
        """A file with other columns is an error."""
        with pytest.raises(RecordError, match="line 1: the columns"):
            next(read_csv(io.BytesIO(b"a,b\r\n1,2\r\n")))

    def test_a_row_says_what_the_record_says(self, tmp_path: Path) -> None:
        """The columns hold the plain facts, and nothing where there is none."""
        path = tmp_path / "records.csv"
        write_csv([RECORD], path)
        [row] = read_csv(path)
        told = {name: cell for name, cell in row.items() if cell}

        assert told == {
            "article": "a",
            "id": "1",
            "type": "direct",
            "zone": "body",
            "text": "„Nein“",
            "spans": "0-6",
            "speaker": "Jana Ott",
            "kind": "person",
            "role": "Präsidentin",
            "mention": "Präsidentin Jana Ott",
            "mention_spans": "14-34",
            "cue": "sagte",
            "cue_lemma": "sagen",
            "cue_kind": "verb",
            "medium": "unknown",
        }


def _renamed(record: Record, name: str) -> Record:
    return evolve(record, speaker=Speaker(name, (Span(0, 1),), name, "person", role=name), reason=name)


class _Reader(HTMLParser):
    """Reads a page as a browser would: the text of each article, and what is highlighted."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.marks: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where texts and marks begin."""
        known = dict(attrs)
        self.open.append(tag)
        if tag == "div":
            self.texts.append("")
        if tag == "mark" and "title" in known:
            self.marks.append((str(known["class"]), str(known["title"]), ""))

    def handle_endtag(self, tag: str) -> None:
        """Check that tags are closed in order."""
        while self.open[-1] in ("meta",):
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        if "div" in self.open:
            self.texts[-1] += data
            if "mark" in self.open:
                self.marks[-1] = (*self.marks[-1][:2], self.marks[-1][2] + data)


def _page(article: Article, made: list[Record]) -> str:
    stream = io.BytesIO()
    write_html([(article, made)], stream)
    return stream.getvalue().decode("utf-8")


class TestHtml:
    """A page shows the text as it is, and who said what."""

    @given(records())
    def test_the_text_is_all_there(self, made: tuple[str, Record]) -> None:
        """Whatever is highlighted, the page reads as the text does; only what HTML cannot hold is replaced."""
        text, record = made
        [shown] = _Reader(_page(Article("a", text), [record])).texts
        expected = "".join("\N{REPLACEMENT CHARACTER}" if _is_not_for_html(c) else c for c in text)

        assert expected.replace("\r\n", "\n").replace("\r", "\n") == shown

    @given(any_texts(), any_texts(10))
    def test_nothing_in_a_text_is_taken_for_html(self, text: str, name: str) -> None:
        """No article and no name can break out of its place."""
        page = _page(Article(name or "a", f"<b>{text}</b>"), [_renamed(RECORD, f'"><script>{name}')])

        assert "<script>" not in page
        assert "<b>" not in page
        assert len(_Reader(page).texts) == 1

    def test_a_quotation_is_highlighted_with_its_speaker(self) -> None:
        """The tooltip says who, how, and by which cue."""
        reader = _Reader(_page(Article("a", TEXT), [RECORD]))

        assert reader.marks == [("direct", "Jana Ott (Präsidentin) · direct · sagte", "„Nein“")]

    def test_what_lies_in_another_quotation_names_both(self) -> None:
        """A fragment has its own colour, and its tooltip what holds it first."""
        whole = Record(RECORD.article, "2", "mixed", TEXT[:13], (Span(0, 13),), (Span(0, 13),))

        assert _Reader(f"<div>{highlighted(TEXT, [whole, RECORD])}</div>").marks == [
            ("direct", "mixed\nJana Ott (Präsidentin) · direct · sagte", "„Nein“"),
            ("mixed", "mixed", ", sagte"),
        ]

    def test_every_article_has_a_section(self) -> None:
        """Articles stand one below the other, one without quotations too; what failed is left out."""
        stream = io.BytesIO()
        write_html([(Article("a", TEXT), [RECORD]), (ArticleError("x"), []), (Article("b", "Kurz."), [])], stream)

        assert [TEXT, "Kurz."] == _Reader(stream.getvalue().decode()).texts

    def test_a_page_without_articles_is_a_page(self, tmp_path: Path) -> None:
        """Nothing to show is shown."""
        path = tmp_path / "leer.html"
        write_html([], path, title="Zitate <heute>")
        page = path.read_text(encoding="utf-8")

        assert ([], True, True) == (_Reader(page).texts, "Zitate &lt;heute&gt;" in page, page.endswith("</html>\n"))

    def test_a_page_fetches_nothing(self) -> None:
        """There is no script, no link and no picture, and the page forbids them."""
        page = _page(Article("a", TEXT), [RECORD])

        assert [word for word in ("<script", "<link", "<img", "http://", "https://", "url(") if word in page] == []
        assert "default-src 'none'" in page


def _is_not_for_html(character: str) -> bool:
    code = ord(character)
    return (code < 32 and character not in "\t\n\r") or 127 <= code < 160 or 0xD800 <= code < 0xE000


@pytest.mark.parametrize("writer", [JsonLinesWriter, CsvWriter, HtmlWriter])
def test_writers_need_no_more_than_an_article_at_a_time(writer: Any) -> None:
    """What was written of one article is out before the next one comes."""
    stream = io.BytesIO()
    made = writer(stream)
    sizes = []
    for _ in range(3):
        made.write(Article("a", TEXT), [RECORD])
        sizes.append(len(stream.getvalue()))

    assert sizes[2] - sizes[1] == sizes[1] - sizes[0] > 0


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Jana Ott (Präsidentin) · direct · sagte"),
        ({"cue": None}, "Jana Ott (Präsidentin) · direct"),
        ({"speaker": Speaker("er", (Span(0, 2),), None, "person")}, "er (?) · direct · sagte"),
        ({"speaker": None, "cue": None, "type": "not_a_quote", "reason": "title"}, "not a quote · title"),
        (
            {"speaker": Speaker("Ott", (Span(0, 3),), "Ott", "person", None, "Polizei")},
            "Ott (Polizei) · direct · sagte",
        ),
    ],
)
def test_a_record_is_described_in_a_line(changes: dict[str, Any], expected: str) -> None:
    """What is known of a quotation is said, and nothing of what is not."""
    assert expected == described(evolve(RECORD, **changes))
