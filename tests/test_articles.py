"""Articles are read unaltered, and what cannot be read is named without losing the rest."""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.articles import Article, article_from, read
from quotetrack.errors import ArticleError
from tests.record_strategies import any_texts, json_values


def _read(*paths: str | Path, **options: Any) -> list[Article | ArticleError]:
    return list(read(paths, **options))


def _told(found: Iterator[Article | ArticleError] | list[Article | ArticleError]) -> list[str]:
    """What came of each: an id, or the complaint."""
    return [one.id if isinstance(one, Article) else str(one) for one in found]


def _only(found: list[Article | ArticleError]) -> Article:
    [article] = found
    assert isinstance(article, Article)
    return article


class TestArticle:
    """An article is an id, a text and what else came in."""

    @given(any_texts())
    def test_its_sha256_is_that_of_its_bytes(self, text: str) -> None:
        """The sum is that of the text in UTF-8, halves of surrogate pairs written as if they were characters."""
        expected = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

        assert expected == Article("a", text).sha256

    def test_it_describes_itself_with_its_metadata(self) -> None:
        """Metadata stands beside id and sum, and takes the place of neither."""
        article = Article("a", "", {"source": "dpa", "sha256": "false", "text": "false"})

        assert {"id": "a", "sha256": hashlib.sha256(b"").hexdigest(), "source": "dpa"} == article.describe()

    def test_its_metadata_is_its_own(self) -> None:
        """What happens to the mapping afterwards does not reach the article."""
        metadata = {"source": "dpa"}
        article = Article("a", "", metadata)
        metadata["source"] = "afp"

        assert {"source": "dpa"} == dict(article.metadata)

    @pytest.mark.parametrize("name", ["", 7, None])
    def test_it_must_have_a_name(self, name: Any) -> None:
        """An id that is empty or no string is refused."""
        with pytest.raises(ArticleError, match="id must be a string that is not empty"):
            Article(name, "")

    @pytest.mark.parametrize("text", [None, 7, b"bytes", ["list"]])
    def test_it_must_have_a_text(self, text: Any) -> None:
        """A text that is no string is refused, and the article named."""
        with pytest.raises(ArticleError, match=r"article 'a': 'text' must be a string, not"):
            Article("a", text)


class TestMappings:
    """Articles come from mappings, as JSON Lines and newsroom tools have them."""

    @given(any_texts(), st.dictionaries(st.text(max_size=5), json_values(), max_size=3))
    def test_text_and_metadata_are_kept(self, text: str, metadata: dict[str, Any]) -> None:
        """Whatever stands beside id and text is carried along."""
        metadata = {key: value for key, value in metadata.items() if key not in ("id", "text")}

        assert Article("7", text, metadata) == article_from({"id": 7, "text": text, **metadata}, default_id="x")

    def test_the_default_names_an_article_without_an_id(self) -> None:
        """An article without an id takes the one it is given."""
        assert Article("zeitung:3", "") == article_from({"text": ""}, default_id="zeitung:3")

    @pytest.mark.parametrize(
        ("plain", "complaint"),
        [
            ({}, "article 'x', line 4: 'text' is missing"),
            ({"id": "a"}, "article 'a', line 4: 'text' is missing"),
            ({"id": "a", "text": None}, "article 'a', line 4: 'text' must be a string, not NoneType"),
            ({"text": ["a"]}, "article 'x', line 4: 'text' must be a string, not list"),
            ({"id": "", "text": ""}, "article 'x', line 4: 'id' must be a string that is not empty, not ''"),
            ({"id": True, "text": ""}, "article 'x', line 4: 'id' must be a string that is not empty, not True"),
            ({"id": None, "text": ""}, "article 'x', line 4: 'id' must be a string that is not empty, not None"),
        ],
    )
    def test_what_is_no_article_is_named(self, plain: dict[str, Any], complaint: str) -> None:
        """A missing or wrong text and a wrong id are errors that say which article and line."""
        with pytest.raises(ArticleError) as raised:
            article_from(plain, default_id="x", line=4)

        assert complaint == str(raised.value)


class TestTextFiles:
    """A text file is an article; its name is the id."""

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "„“",
            "🎉🎉",
            "a\x00b\x1b[1m\x07",
            "eins\r\nzwei\rdrei\n",
            unicodedata.normalize("NFD", "Übergröße für Säle"),
            "am Ende ein Zeichen\N{BYTE ORDER MARK}",
            "„Nein“, sagte Ott. " * 60_000,
        ],
        ids=["empty", "marks", "emoji", "control", "line-ends", "NFD", "inner-bom", "1MB-in-a-line"],
    )
    def test_a_text_is_kept_as_it_is(self, text: str, tmp_path: Path) -> None:
        """Line ends, combining characters, control characters and length are nobody's business."""
        path = tmp_path / "artikel.txt"
        path.write_bytes(text.encode("utf-8"))

        assert Article("artikel", text) == _only(_read(path))

    def test_a_byte_order_mark_at_the_start_is_left_out(self, tmp_path: Path) -> None:
        """The mark that some editors put before a text is no part of it; a second one is."""
        path = tmp_path / "artikel.txt"
        path.write_bytes(b"\xef\xbb\xbf" * 2 + b"Nein")

        assert _only(_read(path)).text == "\N{BYTE ORDER MARK}Nein"

    def test_what_is_not_utf_8_is_named_with_its_byte(self, tmp_path: Path) -> None:
        """Another encoding is an error that names article and byte, never a guess."""
        path = tmp_path / "alt.txt"
        path.write_bytes("Köln".encode("latin-1"))

        assert ["article 'alt', offset 1: is not UTF-8: byte 0xf6 at byte 1 (invalid start byte)"] == _told(_read(path))

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
    def test_another_encoding_can_be_asked_for(self, encoding: str, tmp_path: Path) -> None:
        """A file in the encoding that was asked for is read."""
        path = tmp_path / "alt.txt"
        path.write_bytes("Köln".encode(encoding))

        assert _only(_read(path, encoding=encoding)).text == "Köln"

    def test_a_file_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        """A missing file is named, with the reason of the system."""
        path = tmp_path / "nirgends.txt"

        assert [f"article {str(path)!r}: cannot be read: No such file or directory"] == _told(_read(path))

    def test_a_file_that_cannot_be_opened_is_an_error(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file without the right to read it is named, and the next one read."""
        (tmp_path / "a.txt").write_text("Nein")
        (tmp_path / "b.txt").write_text("Ja")
        read_bytes = Path.read_bytes

        def refused(path: Path) -> bytes:
            if path.stem == "a":
                raise PermissionError(13, "Permission denied")
            return read_bytes(path)

        monkeypatch.setattr(Path, "read_bytes", refused)

        assert [f"article {str(tmp_path / 'a.txt')!r}: cannot be read: Permission denied", "b"] == _told(
            _read(tmp_path / "a.txt", tmp_path / "b.txt")
        )


class TestJsonLines:
    """A line of JSON Lines is an article."""

    def _told(self, tmp_path: Path, content: bytes, **options: Any) -> list[str]:
        path = tmp_path / "archiv.jsonl"
        path.write_bytes(content)
        return _told(_read(path, **options))

    def test_ids_are_taken_or_made_of_the_line(self, tmp_path: Path) -> None:
        """A line with an id keeps it, one without has the file and the line for a name; empty lines count."""
        content = b'{"id": "a", "text": ""}\n\n{"text": ""}\r\n{"id": 9, "text": ""}'

        assert ["a", "archiv:3", "9"] == self._told(tmp_path, content)

    @pytest.mark.parametrize(
        ("line", "complaint"),
        [
            (b"{", "no JSON object: Expecting property name enclosed in double quotes (character 1)"),
            (b"[1]", "no JSON object: it is a list"),
            (b"null", "no JSON object: it is a NoneType"),
            (b'{"text": NaN}', "no JSON object: NaN is no JSON"),
            (b"[" * 100_000, "no JSON object: it is nested too deeply"),
            (b'{"schema": "quotetrack.record/1", "text": ""}', "is an attribution record, not an article"),
        ],
        ids=["broken", "list", "null", "nan", "deep", "record"],
    )
    def test_a_broken_line_is_named_by_its_number(self, line: bytes, complaint: str, tmp_path: Path) -> None:
        """What is no object, or no article, is an error with file and line, and the others are read."""
        content = b'{"id": "a", "text": ""}\n' + line + b'\n{"id": "c", "text": ""}\n'

        assert ["a", f"article 'archiv', line 2: {complaint}", "c"] == self._told(tmp_path, content)

    def test_a_line_that_is_not_utf_8_is_named(self, tmp_path: Path) -> None:
        """A line in another encoding is an error with line and byte, and the others are read."""
        content = b'{"id": "a", "text": ""}\n{"text": "K\xf6ln"}\n{"id": "c", "text": ""}\n'
        complaint = "article 'archiv', line 2, offset 11: is not UTF-8: byte 0xf6 at byte 11 (invalid start byte)"

        assert ["a", complaint, "c"] == self._told(tmp_path, content)

    def test_wide_encodings_are_read_by_their_own_line_ends(self, tmp_path: Path) -> None:
        """In UTF-16 a line end is two bytes, and half of one may be part of another character."""
        content = '{"id": "a", "text": "\N{GURMUKHI LETTER UU}"}\n{"id": "b", "text": "Köln"}\n'.encode("utf-16")

        assert ["a", "b"] == self._told(tmp_path, content, encoding="utf-16")

    def test_a_broken_wide_file_is_an_error(self, tmp_path: Path) -> None:
        """A file in a wide encoding that breaks off cannot be read line by line, and says so."""
        content = '{"id": "a", "text": ""}\n'.encode("utf-16-le") + b"\x00"
        complaint = "article 'archiv', offset 48: is not UTF-16-LE: byte 0x00 at byte 48 (truncated data)"

        assert [complaint] == self._told(tmp_path, content, encoding="utf-16-le")

    def test_a_duplicate_id_is_an_error(self, tmp_path: Path) -> None:
        """The second article of an id is named and left out, in whatever file it stands."""
        first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
        first.write_text('{"id": "a", "text": "1"}\n{"id": "a", "text": "2"}\n')
        second.write_text('{"id": "a", "text": "3"}\n{"id": "b", "text": "4"}\n')
        complaint = "article 'a': an earlier article has the same id"

        assert ["a", complaint, complaint, "b"] == _told(_read(first, second))

    @given(st.lists(any_texts(), max_size=4))
    def test_any_text_comes_through(self, texts: list[str]) -> None:
        """What JSON can say about a text is what is read, surrogates in pairs becoming one character."""
        lines = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)
        found = _read("-", standard_input=io.BytesIO(lines), input_format="jsonl")
        expected = [json.loads(json.dumps(text)) for text in texts]

        assert expected == [one.text for one in found if isinstance(one, Article)]


class TestFolders:
    """A folder is read with all below it."""

    def test_the_path_below_the_folder_is_the_id(self, tmp_path: Path) -> None:
        """Files are read in the order of their paths, and named by them without the ending."""
        (tmp_path / "politik" / "inland").mkdir(parents=True)
        (tmp_path / "politik" / "inland" / "b.txt").write_text("")
        (tmp_path / "politik" / "a.txt").write_text("")
        (tmp_path / "sport.jsonl").write_text('{"text": ""}\n{"id": "s", "text": ""}\n')
        (tmp_path / "notiz.md").write_text("")

        assert ["politik/a", "politik/inland/b", "sport:1", "s"] == _told(_read(tmp_path))

    def test_a_folder_without_articles_is_an_error(self, tmp_path: Path) -> None:
        """An empty folder, or one with other files, is named."""
        (tmp_path / "notiz.md").write_text("")
        complaint = f"article {str(tmp_path)!r}: the folder holds no articles (.txt, .jsonl)"

        assert [complaint] == _told(_read(tmp_path))

    def test_a_link_that_leads_nowhere_is_an_error(self, tmp_path: Path) -> None:
        """A broken link is named, and the rest of the folder read."""
        (tmp_path / "a.txt").symlink_to(tmp_path / "nirgends")
        (tmp_path / "b.txt").write_text("")

        complaint = f"article {str(tmp_path / 'a.txt')!r}: cannot be read: No such file or directory"

        assert [complaint, "b"] == _told(_read(tmp_path))

    @pytest.mark.parametrize(
        "line",
        [
            '{"schema": "quotetrack.record/1", "text": "„Ja“"}',
            '{"article": "a", "spans": [[0, 4]], "text": "„Ja“"}',
            '{"article": "a.txt", "start": 0, "end": 4, "text": "„Ja“"}',
        ],
        ids=["record", "gold", "near miss"],
    )
    def test_files_of_records_are_passed_over(self, line: str, tmp_path: Path) -> None:
        """What an earlier run wrote beside the articles is no article, and no mistake either."""
        (tmp_path / "a.txt").write_text("„Ja“, sagte Ott.")
        (tmp_path / "zitate.jsonl").write_text(f"\n{line}\n")

        assert ["a"] == _told(_read(tmp_path))

    def test_an_article_may_tell_of_its_start_and_of_another_article(self, tmp_path: Path) -> None:
        """What is no place in a text makes no record."""
        (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "", "article": 7, "start": "6 Uhr", "end": "9 Uhr"}')

        assert ["a"] == _told(_read(tmp_path))

    def test_a_file_that_cannot_be_looked_into_is_named(self, tmp_path: Path) -> None:
        """A file whose first line is broken is still read, and the line named."""
        (tmp_path / "a.jsonl").write_text('{\n{"id": "b", "text": ""}\n')

        found = _told(_read(tmp_path))

        assert (2, "b") == (len(found), found[1])
        assert "article 'a', line 1: no JSON object" in found[0]


class TestStandardInput:
    """``-`` is standard input."""

    def _told(self, content: bytes, **options: Any) -> list[str]:
        return _told(_read("-", standard_input=io.BytesIO(content), **options))

    def test_text_is_an_article(self) -> None:
        """What does not begin with a brace is the text of one article."""
        assert Article("stdin", "Nein.\nDoch.") == _only(_read("-", standard_input=io.BytesIO(b"Nein.\nDoch.")))

    @pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"  "])
    def test_a_brace_begins_json_lines(self, before: bytes) -> None:
        """What begins with a brace, perhaps behind a byte order mark, is JSON Lines."""
        assert ["a", "b"] == self._told(before + b'{"id": "a", "text": ""}\n{"id": "b", "text": ""}\n')

    def test_the_format_can_be_given(self) -> None:
        """A text that begins with a brace is read as text where that is asked for."""
        assert ["stdin"] == self._told(b"{So steht es hier}", input_format="text")

    def test_nothing_is_an_empty_text(self) -> None:
        """Empty standard input is an article without a text."""
        assert Article("stdin", "") == _only(_read("-", standard_input=io.BytesIO(b"")))

    def test_no_standard_input_is_an_error(self) -> None:
        """A caller that gives no stream is told."""
        assert ["article '-': there is no standard input"] == _told(_read("-"))


def test_reading_is_lazy(tmp_path: Path) -> None:
    """No article is read before it is asked for."""
    path = tmp_path / "a.txt"
    path.write_text("vorher")
    articles = read([path, tmp_path / "später.txt"])
    path.write_text("nachher")

    first = next(articles)

    assert isinstance(first, Article)
    assert first.text == "nachher"
