"""Parsers give every word its place in the original, and say what is wrong with a model."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings

import quotetrack
from quotetrack.errors import ModelError, ParseError
from quotetrack.parsing import LANGUAGE, PROCESSORS, SUMS_FILE, ConlluParser, Parser, StanzaParser, verify_sums
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import LONGEST_SENTENCE, Segmentation, segment
from quotetrack.spans import Span
from quotetrack.syntax import Document, Sentence, checked
from tests.parsers import Breaking, FlatPipeline
from tests.record_strategies import texts
from tests.resource_server import Hub, serving

MODEL = Path(quotetrack.__file__).parent / "model"
ARTICLE = (
    "Brücke gesperrt\n\nDie Brücke zum Hafen ist seit dem 3. Mai zu. »Wir haben das nicht gewollt, aber nun ist es"
    " geschehen«, sagte Bürgermeisterin Jana Ott am Montag. »Es dauert. Und es kostet«, sagte Ott. Der Rat tagt am"
    " Dienstag. Das Geld sei „sicher“, sagte Dr. Kern."
)


def _segment(text: str) -> Segmentation:
    return segment(text, pair(text))


def _parse(parser: Parser, text: str) -> Document:
    [document] = parser.parse([_segment(text)])
    return document


def _authors(document: Document) -> list[Sentence]:
    return [sentence for sentence in document.sentences if sentence.inside is None]


def _copy_model(folder: Path) -> Path:
    copy = folder / "model"
    shutil.copytree(MODEL, copy)
    return copy


class _GluingPipeline(FlatPipeline):
    """A tokeniser that leaves full stops at their words and sees no sentence end."""

    def bulk_process(self, documents: Sequence[Any], processors: str) -> list[Any]:
        """Return each document as one sentence, cut at spaces."""
        assert processors == "tokenize,mwt"
        return [SimpleNamespace(sentences=[SimpleNamespace(tokens=_at_spaces(known.text))]) for known in documents]


def _at_spaces(text: str) -> list[Any]:
    places = [(match[0], match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    return [
        SimpleNamespace(text=word, start_char=start, end_char=end, words=[SimpleNamespace(text=word)])
        for word, start, end in places
    ]


def test_a_full_stop_left_at_a_word_is_parted_from_it() -> None:
    """Where a sentence surely ends, its stop is a word of its own, unless it belongs to an abbreviation."""
    document = _parse(StanzaParser(pipeline=_GluingPipeline()), "Das Geld sei da. Die Stadt zahlt usw. Der Rat tagt.")

    expected = ["Das Geld sei da .", "Die Stadt zahlt usw.", "Der Rat tagt."]
    assert expected == [" ".join(word.text for word in sentence.words) for sentence in document.sentences]


class TestPlaces:
    """Wherever a word comes from, its span is in the original."""

    @staticmethod
    def _check(document: Document, segmentation: Segmentation) -> None:
        text = segmentation.text
        for sentence in document.sentences:
            checked(sentence)
            for word in sentence.words:
                assert 0 <= word.span.start < word.span.end <= len(text)
            for before, after in pairwise(sentence.words):
                assert before.span == after.span or before.span.end <= after.span.start
        for word in document.words():
            if word.masked:
                assert word.span in {passage.span for passage in segmentation.masked}

    @given(texts())
    def test_spans_are_in_order_in_any_text(self, flat_parser: StanzaParser, text: str) -> None:
        """Words are in text order and in the text; those of a placeholder span what it stands for."""
        segmentation = _segment(text)
        [document] = flat_parser.parse([segmentation])

        self._check(document, segmentation)

    @settings(max_examples=15)
    @given(texts())
    def test_the_model_keeps_to_the_text_too(self, parser: StanzaParser, text: str) -> None:
        """The real parser places the words of any text as well."""
        segmentation = _segment(text)
        [document] = parser.parse([segmentation])

        self._check(document, segmentation)

    def test_a_word_is_the_slice(self, parser: StanzaParser) -> None:
        """A word that is neither half of a contraction nor a quotation mark reads as the text does."""
        words = [word for word in _parse(parser, ARTICLE).words() if not word.masked and word.text not in "„“"]
        whole = [word for word, count in Counter(word.span for word in words).items() if count == 1]
        found = {word.span: word.text for word in words}

        assert [span.of(ARTICLE) for span in whole] == [found[span] for span in whole]

    @given(texts())
    def test_no_letter_is_lost(self, flat_parser: StanzaParser, text: str) -> None:
        """Every letter of the text lies in a word, of the author's or of what a placeholder stands for."""
        document = _parse(flat_parser, text)
        covered = {place for word in document.words() for place in range(word.span.start, word.span.end)}

        assert [] == [place for place, character in enumerate(text) if character.isalnum() and place not in covered]


class TestMasks:
    """A masked quotation is parsed apart, and a placeholder stands for it."""

    def test_the_reporting_clause_is_a_sentence_with_a_placeholder(self, flat_parser: StanzaParser) -> None:
        """The author's sentence goes on behind the placeholder, and what it masks follows."""
        text = "„Nein. Wir bleiben hier“, sagte Jana Ott."
        document = _parse(flat_parser, text)
        inside = [(s.inside, s.span.of(text)) for s in document.sentences]

        assert inside == [(None, text), (0, "„Nein."), (0, "Wir bleiben hier“")]

    def test_the_words_of_a_placeholder_span_the_quotation(self, flat_parser: StanzaParser) -> None:
        """All words of the placeholder have the place of the whole quotation."""
        text = "Ott fragte: „Warum das alles? Und wozu?“"
        [sentence] = _authors(_parse(flat_parser, text))
        masked = [word for word in sentence.words if word.masked]

        assert ({Span(12, 40)}, "?") == ({word.span for word in masked}, masked[-2].text)

    def test_the_model_sees_one_sentence(self, parser: StanzaParser) -> None:
        """A quotation of several sentences does not tear the reporting clause from its subject."""
        text = "»Es dauert. Und es kostet«, sagte Bürgermeisterin Jana Ott."

        assert [text] == [sentence.span.of(text) for sentence in _authors(_parse(parser, text))]


class TestSentences:
    """Sentences are what the segmentation lets the splitter make of them."""

    def test_marks_and_ordinals_do_not_end_sentences(self, parser: StanzaParser) -> None:
        """The sentences of the author are those a reader would count."""
        starts = [sentence.span.of(ARTICLE)[:12] for sentence in _authors(_parse(parser, ARTICLE))]

        assert starts == [
            "Brücke gespe",
            "Die Brücke z",
            "»Wir haben d",
            "»Es dauert. ",
            "Der Rat tagt",
            "Das Geld sei",
        ]

    def test_a_sentence_without_end_comes_in_pieces(self, flat_parser: StanzaParser) -> None:
        """No sentence is longer than the parser can hold, and none of its words is lost."""
        text = "und dann kam er, " * 400
        sentences = _parse(flat_parser, text).sentences

        assert max(len(sentence.words) for sentence in sentences) <= LONGEST_SENTENCE
        assert sum(len(sentence.words) for sentence in sentences) == 2_000

    @pytest.mark.parametrize("text", ["", " \n\t\n", "\N{SOFT HYPHEN}", "\x00\x01"])
    def test_nothing_has_no_sentences(self, text: str, parser: StanzaParser) -> None:
        """A text without anything to read has no parse."""
        assert Document(()) == _parse(parser, text)

    def test_no_texts_have_no_parses(self, parser: StanzaParser) -> None:
        """Nothing to parse is nothing parsed."""
        assert parser.parse([]) == []

    def test_a_batch_is_parsed_as_its_texts_are(self, parser: StanzaParser) -> None:
        """Every text has the parse that it has alone, in order, an empty one among them too."""
        texts = [ARTICLE, "", "„Nein“, sagte Ott.", ARTICLE]
        together = parser.parse([_segment(text) for text in texts])

        assert [_parse(parser, text) for text in texts] == together


class _Raising(FlatPipeline):
    """A pipeline that breaks where it is told to."""

    def __init__(self, step: str, error: Exception) -> None:
        self.step = step
        self.error = error

    def bulk_process(self, documents: Sequence[Any], processors: str) -> list[Any]:
        """Tokenise, or break."""
        if self.step == "tokenise":
            raise self.error
        return super().bulk_process(documents, processors)

    def process(self, document: Any, processors: str) -> Any:
        """Parse, or break."""
        if self.step == "parse":
            raise self.error
        return super().process(document, processors)


@pytest.mark.parametrize("step", ["tokenise", "parse"])
@pytest.mark.parametrize("error", [RuntimeError("bad"), IndexError("bad"), AssertionError("bad"), TypeError("bad")])
def test_what_stanza_raises_is_a_parse_error(step: str, error: Exception) -> None:
    """Whatever Stanza stumbles over becomes an error of ours that says at which step."""
    parser = StanzaParser(pipeline=_Raising(step, error))

    with pytest.raises(ParseError, match=f"Stanza cannot {step} the text: {type(error).__name__} bad"):
        _parse(parser, "Nein")


class TestModels:
    """Models come along, from a folder, by name, or ready-made."""

    def test_the_model_that_comes_along_needs_no_network(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Loading the embedded model and parsing opens no connection."""

        def refused(*_arguments: Any, **_options: Any) -> None:
            raise AssertionError

        monkeypatch.setattr(socket.socket, "connect", refused)
        monkeypatch.setattr(socket, "getaddrinfo", refused)

        assert len(_parse(StanzaParser(), "Nein.").sentences) == 1

    def test_it_is_named_by_its_sums(self, parser: StanzaParser) -> None:
        """The records name the embedded model by the digest of what is recorded about its files."""
        digest = hashlib.sha256((MODEL / SUMS_FILE).read_bytes()).hexdigest()

        assert parser.name == f"quotetrack-news-{digest[:8]}"

    def test_every_file_of_it_is_recorded(self) -> None:
        """The sums cover each model file that ships, and the files are as recorded."""
        recorded = {line.split("  ", 1)[1] for line in (MODEL / SUMS_FILE).read_text().splitlines()}
        shipped = {path.relative_to(MODEL).as_posix() for path in MODEL.rglob("*.pt")}
        verify_sums(MODEL)

        assert recorded == shipped | {"resources.json"}

    def test_a_folder_holds_a_model(self, parser: StanzaParser, tmp_path: Path) -> None:
        """A folder in Stanza's layout parses as the model that was copied there, and gives it its name."""
        other = StanzaParser(directory=_copy_model(tmp_path))

        assert ("stanza-model", _parse(parser, ARTICLE)) == (other.name, _parse(other, ARTICLE))

    def test_a_ready_pipeline_is_taken_as_it_is(self, parser: StanzaParser) -> None:
        """A pipeline that somebody has loaded is used, not loaded again."""
        pipeline = parser.load()
        other = StanzaParser(pipeline=pipeline)

        assert other.load() is pipeline
        assert ("stanza-pipeline", _parse(parser, ARTICLE)) == (other.name, _parse(other, ARTICLE))

    def test_a_model_is_loaded_once(self, parser: StanzaParser) -> None:
        """Loading a second time gives the pipeline of the first."""
        assert parser.load() is parser.load()

    def test_an_official_package_has_its_name(self) -> None:
        """Records name an official package with the release of Stanza."""
        assert StanzaParser(package="default").name.startswith("stanza-default-1.")

    def test_a_failed_download_says_what_to_do(self, tmp_path: Path) -> None:
        """Without a connection the error names the package and three ways out."""
        parser = StanzaParser(package="default", directory=tmp_path, resources_url="http://127.0.0.1:9")

        with pytest.raises(ModelError) as raised:
            parser.load()

        for words in ("'default' could not be downloaded", "try again", "stanza.download('de'", "StanzaParser()"):
            assert words in str(raised.value)


class TestOfficialPackages:
    """A package asked for by name is downloaded once, checked, and used without the network from then on."""

    @pytest.fixture
    def hub(self) -> Iterator[Hub]:
        """A server on the loopback interface with a model in the layout of Stanza's hub."""
        with serving(MODEL) as hub:
            yield hub

    @staticmethod
    def _default(hub: Hub, folder: Path) -> StanzaParser:
        return StanzaParser(package="default", directory=folder, resources_url=hub.url)

    def test_it_parses_as_what_was_served(self, hub: Hub, parser: StanzaParser, tmp_path: Path) -> None:
        """The package that comes over the wire gives the parses of the model that is served."""
        assert _parse(parser, ARTICLE) == _parse(self._default(hub, tmp_path), ARTICLE)

    def test_it_is_downloaded_once(self, hub: Hub, tmp_path: Path) -> None:
        """A second parser finds the files in the folder and asks for nothing."""
        self._default(hub, tmp_path).load()
        first, hub.asked = hub.asked, []
        self._default(hub, tmp_path).load()

        assert (len(set(first)), []) == (len(first), hub.asked)

    def test_nothing_is_asked_for_before_it_is_needed(self, hub: Hub, tmp_path: Path) -> None:
        """Making a parser, and asking for its name, touches no network."""
        assert (self._default(hub, tmp_path).name.partition("-")[0], hub.asked) == ("stanza", [])

    @pytest.mark.parametrize("name", [f"{LANGUAGE}/tokenize/", f"{LANGUAGE}/pretrain/"])
    def test_an_interrupted_download_is_no_model(self, name: str, hub: Hub, tmp_path: Path) -> None:
        """A connection that breaks is an error that says what to do; the next try gets the rest."""
        hub.broken = {path for path in hub.files if path.startswith(name)}
        with pytest.raises(ModelError, match=r"'default' could not be downloaded or loaded .* try again"):
            self._default(hub, tmp_path).load()
        hub.broken = set()

        assert len(_parse(self._default(hub, tmp_path), "Nein.").sentences) == 1

    def test_a_wrong_checksum_is_no_model(self, hub: Hub, tmp_path: Path) -> None:
        """A file that is not as the list of resources says is refused by name; the next try replaces it."""
        hub.altered = {path for path in hub.files if path.startswith("de/depparse/")}
        [altered] = hub.altered
        with pytest.raises(ModelError, match=f"md5 for .*{altered} is [0-9a-f]+, expected"):
            self._default(hub, tmp_path).load()
        hub.altered = set()

        assert len(_parse(self._default(hub, tmp_path), "Nein.").sentences) == 1

    def test_a_package_that_nobody_publishes_is_named(self, hub: Hub, tmp_path: Path) -> None:
        """A name that the hub does not know is an error that repeats it."""
        parser = StanzaParser(package="newspaper", directory=tmp_path, resources_url=hub.url)

        with pytest.raises(ModelError, match="'newspaper' could not be downloaded or loaded"):
            parser.load()


class TestBrokenModels:
    """A model that is missing or altered is an error that names the file, before anything of it is loaded."""

    @pytest.mark.parametrize("name", [f"{LANGUAGE}/{processor}/" for processor in PROCESSORS])
    def test_an_altered_file_is_named(self, name: str, tmp_path: Path) -> None:
        """A single changed byte is noticed in any file."""
        model = _copy_model(tmp_path)
        path = next((model / name).glob("*.pt"))
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

        with pytest.raises(ModelError, match=f"the model file {path.relative_to(model)} was altered"):
            StanzaParser(directory=model).load()

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        """A file that is recorded and not there is noticed."""
        model = _copy_model(tmp_path)
        [path] = (model / LANGUAGE / "pos").glob("*.pt")
        path.unlink()

        with pytest.raises(ModelError, match=f"the model file de/pos/{path.name} is missing: install quotetrack again"):
            StanzaParser(directory=model).load()

    @pytest.mark.parametrize("line", ["", "0123", "0123 de/pos/news.pt", "  de/pos/news.pt"])
    def test_a_broken_record_of_sums_is_refused(self, line: str, tmp_path: Path) -> None:
        """A record that names no sum or no file checks nothing, so it is no record."""
        model = _copy_model(tmp_path)
        (model / SUMS_FILE).write_text(f"{line}\n")

        with pytest.raises(ModelError):
            StanzaParser(directory=model).load()

    def test_a_folder_without_a_model_is_named(self, tmp_path: Path) -> None:
        """A folder that holds something else says what is missing."""
        with pytest.raises(ModelError, match=r"holds no Stanza model: there is no resources.json"):
            StanzaParser(directory=tmp_path).load()

    @pytest.mark.parametrize("content", [b"", b"garbage", b"PK\x03\x04"])
    def test_what_torch_cannot_read_is_a_model_error(self, content: bytes, tmp_path: Path) -> None:
        """Without sums to check, a file that is no model is an error of ours all the same, in one line."""
        model = _copy_model(tmp_path)
        (model / SUMS_FILE).unlink()
        next((model / LANGUAGE / "depparse").glob("*.pt")).write_bytes(content)

        with pytest.raises(ModelError, match="cannot be loaded") as raised:
            StanzaParser(directory=model).load()

        assert "\n" not in str(raised.value)

    @pytest.mark.parametrize("content", ["{", "{}", '{"en": {}}'])
    def test_broken_resources_are_a_model_error(self, content: str, tmp_path: Path) -> None:
        """A list of resources that is broken or knows no German is an error of ours."""
        (tmp_path / "resources.json").write_text(content)

        with pytest.raises(ModelError, match="cannot be loaded"):
            StanzaParser(directory=tmp_path).load()


class TestConllu:
    """Parses made elsewhere can be passed in."""

    CONLLU = "1\tNein\tnein\tPART\t_\t_\t0\troot\t_\t_\n"

    def test_a_parse_is_looked_up(self) -> None:
        """The parse of a text is the one that was given for it."""
        assert _parse(ConlluParser({"Nein": self.CONLLU}), "Nein").sentences[0].root.lemma == "nein"

    def test_a_text_without_a_parse_is_an_error(self) -> None:
        """A text that nobody parsed is named by its beginning."""
        with pytest.raises(ParseError, match="no CoNLL-U parse of the text that begins 'Doch'"):
            _parse(ConlluParser({"Nein": self.CONLLU}), "Doch")


@pytest.mark.parametrize("parser", [StanzaParser(), ConlluParser({}), Breaking("x", StanzaParser())])
def test_they_all_are_parsers(parser: object) -> None:
    """Whatever has a name and parses is a parser."""
    assert isinstance(parser, Parser)
