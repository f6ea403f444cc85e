"""The tool that scores: data sets, parsers, floors, comparisons, pages, and the whole of it with a small tracker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from attrs import define, evolve, field

import evaluate
from evaluating import floors as quality
from evaluating.benchmark import standard_errors
from evaluating.comparison import better, compare, verdicts, worse, wrong
from evaluating.data import NAMES, Places, load, read_text
from evaluating.layers import Layer
from evaluating.page import Piece, pieces_of, write_page
from evaluating.parsers import CachingParser, FlatParser
from evaluating.reports import Shown
from evaluating.runs import read_run
from evaluating.sentences import of_text
from evaluating.tables import Table, three
from quotetrack.articles import Article
from quotetrack.evaluation import Annotation, Average, Pair, Score
from quotetrack.parsing import ConlluParser, Parser
from quotetrack.quotation_marks import pair
from quotetrack.records import Record, Speaker
from quotetrack.segmentation import Segmentation, segment
from quotetrack.spans import Span
from quotetrack.syntax import Document

TEXT = "Lea Ott kam. „Es brennt“, sagte sie."
QUOTE = Span(13, 24)
CONLLU = "1\tEs\tes\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tbrennt\tbrennen\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_"


@define
class CountingParser:
    """A parser of a single text that counts how often it is asked."""

    name: str = "counting"
    asked: list[int] = field(factory=list)

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text."""
        self.asked.append(len(segmentations))
        return ConlluParser({"Es brennt": CONLLU}).parse(segmentations)


@define
class SmallTracker:
    """A tracker that takes what stands between marks for a direct quotation of one and the same speaker."""

    name: str | None = "Lea Ott"

    def track(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Yield the records."""
        for article in articles:
            for number, passage in enumerate(pair(article.text).passages):
                spans = (passage.span,)
                speaker = Speaker("Lea Ott", (Span(0, 7),), self.name, "person")
                yield Record(
                    article.describe(),
                    f"{article.id}-{number}",
                    "direct",
                    passage.span.of(article.text),
                    spans,
                    passage.content_spans,
                    speaker=speaker,
                    rules=("marks",),
                )


def gold_line(number: str = "1") -> dict[str, object]:
    """Return a gold line for the quotation."""
    return {
        "article": "brand",
        "id": number,
        "type": "direct",
        "text": "„Es brennt“",
        "spans": [[13, 24]],
        "speaker": {"mention": "sie", "spans": [[32, 35]], "name": "Lea Ott", "kind": "person", "members": []},
        "certain": True,
        "reference": "pronoun",
    }


def make_folder(folder: Path) -> None:
    """Write an article and its gold into a folder."""
    (folder / "articles").mkdir(parents=True)
    (folder / "gold").mkdir()
    (folder / "articles" / "brand.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold" / "brand.jsonl").write_text(json.dumps(gold_line()) + "\n", encoding="utf-8")


def benchmark_line() -> dict[str, object]:
    """Return the article as a document of the benchmark, with the quotation and its speaker."""
    places = [(0, 3), (4, 7), (8, 11), (11, 12), (13, 14), (14, 16), (17, 23), (23, 24), (24, 25), (26, 31), (32, 35)]
    tokens = [
        {"id": number, "charBegin": start, "charEnd": end, "text": TEXT[start:end]}
        for number, (start, end) in enumerate(places)
    ]
    roles: dict[str, object] = {"cue": {"tokenIds": [9]}, "frame": {"tokenIds": []}, "addressee": {"tokenIds": []}}
    annotation = {
        "type": "Direct",
        "medium": "SW",
        "quote": {"tokenIds": [4, 5, 6, 7]},
        "speaker": {"tokenIds": [0, 1]},
    }
    return {
        "documentName": "brand",
        "originalText": TEXT,
        "tokens": tokens,
        "sentences": [{"begin": 0, "end": 4}, {"begin": 4, "end": 11}],
        "annotations": [annotation | roles],
    }


def speech_line() -> dict[str, object]:
    """Return a speech with an event."""
    layers: dict[str, list[str]] = {name: [] for name in ("Addr", "Evidence", "Medium", "Topic", "PTC")}
    event = {**layers, "Cue": ["0:5"], "Source": ["0:6"], "Message": ["0:1", "0:2"]}
    tokens = ["„", "Es", "brennt", "“", ",", "sagte", "sie", "."]
    return {"DocumentName": "Rede", "Sentences": [{"SentenceId": 0, "Tokens": tokens}], "Annotations": [event]}


def shared_line() -> dict[str, object]:
    """Return gold of a shared article."""
    return {
        "article": "brand.txt",
        "id": "01",
        "kind": "direct",
        "start": 13,
        "end": 24,
        "text": "„Es brennt“",
        "cue": None,
        "speaker_mention": {"text": "sie", "start": 32, "end": 35},
        "speaker": "Jan Lang",
        "speaker_class": "person",
        "confidence_of_annotation": "certain",
    }


def make_shared(folder: Path) -> None:
    """Write small data of every provided kind into a folder."""
    miss = {"article": "brand.txt", "start": 13, "end": 24, "text": "„Es brennt“", "why": "only to be hit"}
    lines: dict[str, dict[str, object]] = {
        "wikinews/dev.jsonl": benchmark_line(),
        "wikinews/train.jsonl": benchmark_line(),
        "gepade/dev.jsonl": speech_line(),
        "articles/gold/gold.jsonl": shared_line(),
        "articles/gold/near_misses.jsonl": miss,
    }
    for name, line in lines.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (folder / "articles" / "brand.txt").write_text(TEXT, encoding="utf-8")


@pytest.fixture(name="places")
def fixture_places(tmp_path: Path) -> Places:
    """Return the places of a small data set: our own gold, and the two halves for speakers."""
    for folder in ("data", "data/speakers/open", "data/speakers/sealed"):
        make_folder(tmp_path / folder)
    return Places(tmp_path / "data", tmp_path / "shared")


@pytest.fixture(name="run")
def fixture_run(places: Places, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Return a function that runs the tool on the small data set with the small tracker."""
    return Runner(places, monkeypatch)


@define
class Runner:
    """Runs the tool."""

    places: Places
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: str, name: str | None = "Lea Ott") -> int:
        """Run the tool with a tracker that gives this name, and return its exit status."""

        def make_tracker(_parser: Parser, _preset: str, *, flat: bool = False) -> SmallTracker:
            return SmallTracker(None if flat else name)

        self.monkeypatch.setattr(evaluate, "make_tracker", make_tracker)
        self.monkeypatch.setattr(evaluate, "make_parser", lambda _cache, _on_parse, model=None: CountingParser())
        folders = ["--data-folder", str(self.places.data), "--shared", str(self.places.shared)]
        return evaluate.main([*arguments, *folders, "--runs", str(self.runs)])

    @property
    def runs(self) -> Path:
        """The folder in which runs are kept."""
        return self.places.data.parent / "runs"


class TestMain:
    """The whole tool."""

    def test_tables(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """A run prints the table of the data and succeeds."""
        status = run("--data", "gold")
        printed = capsys.readouterr().out

        assert (status, "100.0 / 100.0 / 100.0" in printed, "direct" in printed) == (0, True, True)

    def test_data_that_is_not_there(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Data that is not there is named and left out."""
        status = run("--data", "wikinews-dev")

        assert (status, "wikinews-dev: no such data here" in capsys.readouterr().out) == (0, True)

    def test_benchmark(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """WIKINEWS is scored by type, role, construction and rule."""
        make_shared(run.places.shared)
        run("--data", "wikinews-dev")
        rows = [line.split() for line in capsys.readouterr().out.splitlines()]
        heads = (["Direct", "1", "1"], ["speaker", "1", "1"], ["D4", "„…“,", "sagte"], ["marks", "1", "100.0"])

        assert [any(row[:3] == head for row in rows) for head in heads] == [True] * 4

    def test_sealed_benchmark(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Of sealed documents types and roles are scored, nothing is shown."""
        make_shared(run.places.shared)
        run("--data", "wikinews-train-sealed", "--data", "wikinews-train-open")
        printed = capsys.readouterr().out

        assert (
            "speaker" in printed,
            "constructions" in printed,
            "D4" in printed,
            [*run.runs.glob("*sealed*.html")],
        ) == (
            True,
            True,
            False,
            [],
        )

    def test_gepade(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """GePaDe is scored by message, source and cue."""
        make_shared(run.places.shared)
        run("--data", "gepade-dev")
        rows = [line.split() for line in capsys.readouterr().out.splitlines()]

        assert ["message", "1", "1", "50.0", "/", "100.0", "/", "66.7"] in rows

    def test_shared_gold(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Wrong speakers and near misses that were hit are listed."""
        make_shared(run.places.shared)
        run("--data", "shared-gold")
        printed = capsys.readouterr().out

        assert [
            "01: speaker 'Lea Ott' instead of ['Jan Lang']" in printed,
            "brand.txt [13, 24]: near miss hit by direct ('marks',): „Es brennt“" in printed,
        ] == [True, True]

    def test_flat_details(self) -> None:
        """Each row of a table of scores stands with trees beside itself without them; other tables are left out."""
        scored = Table(
            "types", ("", "gold", "Message P / R / F1"), [("all", "3", "1 / 2 / 3"), ("Direct", "1", "4 / 5 / 6")]
        )
        flat = Table("types", ("", "gold", "Message P / R / F1"), [("all", "3", "1 / 1 / 1")])
        other = Table("rules", ("rule", "match"), [("so-X", "1")])
        expected = Table(
            "types: what the trees contribute",
            ("", "with trees: Message P / R / F1", "flattened"),
            [("all", "1 / 2 / 3", "1 / 1 / 1"), ("Direct", "4 / 5 / 6", "–")],
        )

        assert [expected] == evaluate.flat_details([scored, other], [flat, other])

    def test_flat(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """The flattened run stands beside the other."""
        run("--data", "speakers-open", "--flat")
        lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.split()[:1] == ["pronouns"]]

        assert lines == [["pronouns", "100.0", "0.0", "+100.0"]]

    def test_summary(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Several runs are summed up in a table for each set of scores."""
        run("--data", "speakers-open", "--data", "speakers-sealed")
        printed = capsys.readouterr().out
        lines = [line.split() for line in printed[printed.rindex("summary") :].splitlines()]

        assert [line for line in lines if line and line[0].startswith("speakers")] == [
            ["speakers-open,", "default", "100.0", "100.0", "100.0", "100.0"],
            ["speakers-sealed,", "default", "100.0", "100.0", "100.0", "100.0"],
        ]

    def test_undercut(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """A run below the pinned floor fails and says by how much."""
        statuses = (run("--pin-floors"), run(), run(name="Jan Lang"))

        assert (statuses, "name is 0.0, the floor is 100.0" in capsys.readouterr().out) == ((0, 0, 1), True)

    def test_lowering(self, run: Runner) -> None:
        """Pinning lower floors needs to be asked for."""
        run("--pin-floors")
        with pytest.raises(quality.LoweredFloorError, match=r"name from 100\.0 to 0\.0"):
            run("--pin-floors", name="Jan Lang")

        assert run("--pin-floors", "--allow-lower", name="Jan Lang") == 0

    def test_other_model(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """With another model no floor is checked or pinned, and nothing is kept to compare with."""
        run("--pin-floors", "--no-keep")
        status = run("--model", "elsewhere", name="Jan Lang")
        with pytest.raises(SystemExit):
            run("--model", "elsewhere", "--pin-floors")

        kept = list(run.runs.glob("*.json"))
        assert (status, kept, "--pin-floors goes without --model" in capsys.readouterr().err) == (0, [], True)

    def test_last_run(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """The second run says how many sentences got worse, and writes a page with them."""
        run()
        run(name="Jan Lang")
        page = (run.runs / "gold-default.html").read_text(encoding="utf-8")

        assert ("1 sentences worse, 0 better" in capsys.readouterr().out, "Worse (1)" in page) == (True, True)

    def test_sealed(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Of sealed data neither page nor text is kept or printed, only scores."""
        run("--data", "speakers-sealed", name="Jan Lang")
        kept = (run.runs / "speakers-sealed-default.json").read_text(encoding="utf-8")
        printed = capsys.readouterr().out

        assert (
            json.loads(kept)["found"],
            (run.runs / "speakers-sealed-default.html").exists(),
            "brennt" in printed or "Lang" in printed,
        ) == ({}, False, False)

    def test_changes_in_the_terminal(self, run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
        """Sentences that got worse, and those that are wrong, are printed with gold and prediction."""
        run()
        run("--changes", "1", "--wrong", "inexact direct", name="Jan Lang")
        printed = capsys.readouterr().out

        assert [line for line in printed.splitlines() if line.startswith(("WORSE", "WRONG", "    now"))] == [
            "WORSE -0.25  [brand]",
            "    now  direct                [„Es brennt“]  speaker[Lea Ott]  = Jan Lang  (marks)",
            "WRONG inexact direct  [brand]",
            "    now  direct                [„Es brennt“]  speaker[Lea Ott]  = Jan Lang  (marks)",
        ]


class TestData:
    """Data sets from files."""

    def test_gold(self, places: Places) -> None:
        """Gold is read with its article."""
        data = load("gold", places)

        assert data is not None
        assert data.texts == {"brand": TEXT}

    def test_line_ends(self, tmp_path: Path) -> None:
        """Texts are read without a byte order mark and with every line end as it is."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xef\xbb\xbfEins.\r\nZwei.")

        assert read_text(path) == "Eins.\r\nZwei."

    def test_missing(self, tmp_path: Path) -> None:
        """Nothing is returned where the files are not there."""
        nowhere = Places(tmp_path, tmp_path)

        assert {load(name, nowhere) for name in NAMES} == {None}


class TestParsers:
    """Parsers around a parser."""

    def test_parsed_once(self, tmp_path: Path) -> None:
        """What was parsed is taken from the folder, by another parser object too."""
        known = segment("Es brennt", pair("Es brennt"))
        parser = CountingParser()
        documents = [CachingParser(parser, tmp_path).parse([known]) for _ in range(2)]

        assert (documents[0], parser.asked) == (documents[1], [1])

    def test_other_model(self, tmp_path: Path) -> None:
        """Another model parses anew."""
        known = segment("Es brennt", pair("Es brennt"))
        parsers = [CountingParser(), CountingParser("other")]
        for parser in parsers:
            CachingParser(parser, tmp_path).parse([known])

        assert [parser.asked for parser in parsers] == [[1], [1]]

    def test_flat(self) -> None:
        """A flat tree keeps words, tags and lemmas; all words depend on the first."""
        [document] = FlatParser(CountingParser()).parse([segment("Es brennt", pair("Es brennt"))])

        assert [(word.text, word.upos, word.head, word.relation) for word in document.words()] == [
            ("Es", "PRON", 0, "root"),
            ("brennt", "VERB", 1, "dep"),
        ]


GOLD = Layer("direct", (QUOTE,), {"speaker": (Span(32, 35),)}, "Lea Ott")


class TestComparison:
    """Two runs, sentence by sentence."""

    @pytest.mark.parametrize(
        ("gold", "found", "expected"),
        [
            ([GOLD], [GOLD], [1.0]),
            ([GOLD], [], [0.0]),
            ([], [GOLD], [-1.0]),
            ([GOLD], [evolve(GOLD, name="Jan Lang")], [0.75]),
            ([GOLD], [evolve(GOLD, type="mixed")], [0.75]),
            ([evolve(GOLD, certain=False)], [GOLD], [0.0]),
        ],
    )
    def test_verdicts(self, gold: list[Layer], found: list[Layer], expected: list[float]) -> None:
        """Quotation, type, name and roles weigh the same; a spurious layer costs one."""
        assert [verdict.value for verdict in verdicts(gold, found)] == expected

    def test_better_and_worse(self) -> None:
        """A sentence is better or worse by the sum of its verdicts."""
        other = Layer("direct", (Span(0, 7),))
        shown = Shown("brand", TEXT, of_text(TEXT), (GOLD,), (GOLD, other))
        changes = compare([shown], {"brand": []})

        assert (
            [(change.sentence.start, change.gain) for change in better(changes)],
            [(change.sentence.start, change.gain) for change in worse(changes)],
        ) == ([(13, 1.0)], [(0, -1.0)])

    def test_without_a_last_run(self) -> None:
        """Without a last run nothing is better or worse, but what is wrong is known by kind."""
        changes = compare([Shown("brand", TEXT, of_text(TEXT), (GOLD,), ())], None)

        assert (better(changes), worse(changes), list(wrong(changes))) == ([], [], ["missed direct"])

    def test_uncounted_spurious(self) -> None:
        """Where gold does not list every quotation, more of them are no fault."""
        shown = Shown("brand", TEXT, of_text(TEXT), (), (GOLD,))

        assert wrong(compare([shown], None, spurious_count=False)) == {}


class TestPage:
    """The page of changes."""

    def test_pieces(self) -> None:
        """The text is cut where a part begins or ends, and each piece knows its parts."""
        layer = Layer("indirect", (Span(4, 8),), {"frame": (Span(0, 4),), "cue": (Span(1, 3),)})

        assert pieces_of(layer, "abcdefgh") == [
            Piece("a", "frame"),
            Piece("bc", "cue frame"),
            Piece("d", "frame"),
            Piece("efgh", "quote"),
        ]

    def test_text_is_escaped(self, tmp_path: Path) -> None:
        """Markup in an article is shown, not obeyed."""
        text = "<b>„Ja“</b>"
        layer = Layer("direct", (Span(0, len(text)),))
        changes = compare([Shown("a", text, of_text(text), (layer,), ())], None)
        write_page(tmp_path / "page.html", "t", [Table("t", ("a",), [("1",)])], changes)
        page = (tmp_path / "page.html").read_text(encoding="utf-8")

        assert ("&lt;b&gt;„Ja“" in page, "<b>" in page) == (True, False)


class TestFloors:
    """Pinned scores."""

    def test_round_trip(self, tmp_path: Path) -> None:
        """Floors are read as they were written; without a file there are none."""
        floors = {"gold": quality.Floor("d", {"model": "m"}, {"name": 0.9})}
        quality.write_floors(tmp_path / "floors.json", floors)

        assert (quality.read_floors(tmp_path / "floors.json"), quality.read_floors(tmp_path / "no.json")) == (
            floors,
            {},
        )

    def test_cut(self, places: Places) -> None:
        """Scores are pinned with three places, cut and not rounded."""
        data = load("gold", places)

        assert data is not None
        assert quality.measured(data, {"name": 0.98765, "kind": 0.3}, "m").scores == {"name": 0.987, "kind": 0.3}

    def test_undercut(self) -> None:
        """A score below its floor, or a missing one, is told; one above is not."""
        floor = quality.Floor("d", {}, {"name": 0.9, "kind": 0.5, "type": 0.7})
        now = quality.Floor("d", {}, {"name": 0.89, "kind": 0.6})

        assert quality.undercut(floor, now) == [
            "name is 89.0, the floor is 90.0",
            "type is 0.0, the floor is 70.0",
        ]

    def test_changed_gold(self, places: Places) -> None:
        """Changed gold undercuts whatever the scores are."""
        data = load("gold", places)
        (places.data / "gold" / "brand.jsonl").write_text(json.dumps(gold_line("2")) + "\n", encoding="utf-8")
        changed = load("gold", places)

        assert data is not None
        assert changed is not None
        floors = [quality.measured(known, {}, "m") for known in (data, changed)]
        assert [len(quality.undercut(floors[0], now)) for now in floors] == [0, 1]

    def test_producer(self) -> None:
        """Another version of a library is a note, no failure."""
        floor, now = (quality.Floor("d", {"stanza": version}, {}) for version in ("1", "2"))

        assert (quality.differences(floor, now), quality.undercut(floor, now)) == (
            ["stanza is 2, the floor was pinned with 1"],
            [],
        )


def test_no_score() -> None:
    """A score of nothing is a dash."""
    assert three(Score(Average(), Average(1.0, 2))) == "– / 50.0 / –"


def test_run_that_was_not_kept(tmp_path: Path) -> None:
    """There is no last run before the first."""
    assert read_run(tmp_path, "gold-default") is None


class TestStandardErrors:
    """How far the scores would be off by chance."""

    @staticmethod
    def _pairs(found: Sequence[bool]) -> list[Pair]:
        gold = Annotation(quote=frozenset({1, 2}), type="Direct", medium="Speech", speaker=frozenset({0}))
        return [Pair(gold, gold if is_found else None, f"document {place}") for place, is_found in enumerate(found)]

    def test_documents_that_score_alike(self) -> None:
        """Where every document has the same score, another draw would change nothing."""
        expected = {"message": 0.0, "roles": 0.0, "joint": 0.0, "form": 0.0}
        assert expected == standard_errors(self._pairs([True] * 4), parts=2)

    def test_documents_that_differ(self) -> None:
        """One document of two is found: without the one the F1 is 1, without the other 0."""
        assert standard_errors(self._pairs([True, False]), parts=2)["message"] == 0.5
