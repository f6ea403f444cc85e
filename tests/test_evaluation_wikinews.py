"""What the benchmark counts differently, one test or more for each difference."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.errors import RecordError
from quotetrack.evaluation import Annotation, BenchmarkDocument, read_benchmark, sealed, to_wikinews
from quotetrack.records import Channel, Cue, Phrase, Record, Speaker
from quotetrack.spans import Span
from quotetrack.vocabulary import CueKind, QuotationType, SpeakerKind

SENTENCE_END = re.compile(r"(?<=[.!?“])\s+(?=[A-ZÄÖÜ„])")


def document(text: str) -> BenchmarkDocument:
    """Return the text with words and marks as tokens, and a new sentence after a full stop."""
    tokens = tuple(Span(*found.span()) for found in re.finditer(r"\w+|[^\w\s]", text))
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
    bounds = [sum(token.start < start for token in tokens) for start in starts]
    sentences = tuple(Span(first, last) for first, last in pairwise(bounds))
    return BenchmarkDocument("name", text, tokens, sentences)


def place(text: str, *pieces: str) -> tuple[Span, ...]:
    """Return the spans of pieces of the text, each at its first place."""
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def record(text: str, kind: QuotationType, *pieces: str, number: str = "1", **fields: Any) -> Record:
    """Return a record of a quotation that consists of the pieces."""
    spans = place(text, *pieces)
    return Record({"id": "name"}, number, kind, " […] ".join(pieces), spans, spans, **fields)


def cue(text: str, lemma: str, *pieces: str, kind: CueKind = "verb") -> Cue:
    """Return a cue that consists of the pieces."""
    return Cue(" […] ".join(pieces), place(text, *pieces), lemma, kind)


def phrase(text: str, *pieces: str) -> Phrase:
    """Return a frame or addressee that consists of the pieces."""
    return Phrase(" […] ".join(pieces), place(text, *pieces))


def speaker(text: str, mention: str, kind: SpeakerKind = "person") -> Speaker:
    """Return a speaker by a mention."""
    return Speaker(mention, place(text, mention), mention, kind)


def channel(text: str, mention: str) -> Channel:
    """Return a channel by its mention."""
    return Channel(mention, place(text, mention), mention, "medium")


def words(known: BenchmarkDocument, tokens: frozenset[int]) -> str:
    """Return the tokens as text, with spaces between them."""
    return " ".join(known.word(number) for number in sorted(tokens))


def one(text: str, *records: Record) -> tuple[BenchmarkDocument, Annotation]:
    """Return the document and the only annotation that the records make."""
    known = document(text)
    [annotation] = to_wikinews(records, known)
    return known, annotation


class TestTokens:
    """A token belongs to a span that covers at least half of its characters."""

    @pytest.mark.parametrize(
        ("span", "expected"),
        [(Span(0, 2), {0}), (Span(0, 1), set()), (Span(2, 5), {0, 1}), (Span(3, 5), {1}), (Span(4, 9), {1})],
    )
    def test_half_of_the_characters(self, span: Span, expected: set[int]) -> None:
        """Half is enough, less is not."""
        assert document("Nein!").covered([span]) == expected

    def test_pieces_add_up(self) -> None:
        """Two spans may together cover half of a token."""
        assert document("Damm").covered([Span(0, 1), Span(3, 4)]) == {0}

    @given(st.text(alphabet="ab .,„“🚨", max_size=30), st.data())
    def test_spans_of_tokens_cover_them(self, text: str, data: st.DataObject) -> None:
        """The spans of some tokens cover those tokens and no other."""
        known = document(text)
        numbers = data.draw(st.frozensets(st.sampled_from(range(len(known.tokens))))) if known.tokens else frozenset()

        assert known.covered(known.spans_of(numbers)) == numbers

    def test_record_without_a_token(self) -> None:
        """A record that covers no token makes no annotation."""
        known = BenchmarkDocument("name", "Nein!", (Span(0, 5),))

        assert to_wikinews([record("Nein!", "indirect", "!")], known) == []


class TestLabels:
    """Types and media have other names."""

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("direct", "Direct"),
            ("indirect", "Indirect"),
            ("mixed", "Indirect"),
            ("reported", "Reported"),
            ("free_indirect", "FreeIndirect"),
            ("indirect_free_indirect", "IndirectFreeIndirect"),
        ],
    )
    def test_types(self, kind: QuotationType, expected: str) -> None:
        """Mixed is Indirect, the others keep their names."""
        _, annotation = one("Es regnet.", record("Es regnet.", kind, "Es regnet."))

        assert annotation.type == expected

    @pytest.mark.parametrize(
        ("medium", "expected"),
        [
            ("speech", "Speech"),
            ("writing", "Writing"),
            ("speech_or_writing", "SW"),
            ("thought", "Thought"),
            ("speech_or_thought", "ST"),
            ("unknown", "SW"),
        ],
    )
    def test_media(self, medium: str, expected: str) -> None:
        """An unknown medium is speech or writing."""
        _, annotation = one("Es regnet.", record("Es regnet.", "indirect", "Es regnet", medium=medium))

        assert annotation.medium == expected

    def test_not_a_quote(self) -> None:
        """Marks that quote nobody make no annotation."""
        text = "Der Film „Regen“ läuft."

        assert to_wikinews([record(text, "not_a_quote", "„Regen“")], document(text)) == []


class TestCues:
    """Some cues and frames are none to the benchmark."""

    def test_colon(self) -> None:
        """The colon of a line without a verb is part of the frame, no cue."""
        text = "Ott: „Wir bauen.“"
        known, annotation = one(
            text,
            record(text, "direct", "„Wir bauen.“", cue=cue(text, ":", ":", kind="colon"), frame=phrase(text, "Ott")),
        )

        assert (annotation.cue, words(known, annotation.frame)) == (frozenset(), "Ott :")

    @pytest.mark.parametrize("kind", ["reported", "free_indirect", "indirect_free_indirect"])
    def test_sentence_types(self, kind: QuotationType) -> None:
        """The sentence types have a speaker and no cue and no frame."""
        text = "Das Amt warnt vor Glätte."
        known, annotation = one(
            text,
            record(
                text,
                kind,
                text,
                cue=cue(text, "warnen", "warnt"),
                frame=phrase(text, "Das Amt warnt"),
                speaker=speaker(text, "Das Amt"),
            ),
        )

        assert (annotation.cue, annotation.frame, words(known, annotation.speaker)) == (
            frozenset(),
            frozenset(),
            "Das Amt",
        )

    def test_fragment_of_a_reported_sentence(self) -> None:
        """A fragment in a reported sentence loses cue and frame with it."""
        text = "Ott nannte den Plan „übereilt“."
        roles = {"cue": cue(text, "nennen", "nannte"), "frame": phrase(text, "Ott nannte")}
        container = record(text, "reported", text, number="whole", **roles)
        fragment = record(text, "direct", "„übereilt“", number="part", part_of="whole", **roles)
        annotations = to_wikinews([container, fragment], document(text))

        assert [(known.cue, known.frame) for known in annotations] == [(frozenset(), frozenset())] * 2

    def test_fragment_of_an_indirect_one(self) -> None:
        """A fragment in an indirect quotation keeps its cue."""
        text = "Ott sagte, das sei „absurd“."
        roles = {"cue": cue(text, "sagen", "sagte"), "frame": phrase(text, "Ott sagte,")}
        container = record(text, "mixed", "das sei „absurd“", number="whole", **roles)
        fragment = record(text, "direct", "„absurd“", number="part", part_of="whole", **roles)
        known = document(text)

        assert [words(known, made.cue) for made in to_wikinews([container, fragment], known)] == ["sagte", "sagte"]

    def test_clause_all_in_marks(self) -> None:
        """A clause in marks from end to end is the fragment alone; another that holds it keeps both."""
        text = "Ott sagte, „dass es eilt“."
        fragment = record(text, "direct", "„dass es eilt“", number="part", part_of="whole")
        whole = record(text, "mixed", "„dass es eilt“", number="whole")
        longer = evolve(whole, spans=place(text, "sagte, „dass es eilt“"))
        known = document(text)

        assert [[made.type for made in to_wikinews([outer, fragment], known)] for outer in (whole, longer)] == [
            ["Direct"],
            ["Indirect", "Direct"],
        ]

    def test_fragment_of_a_konjunktiv_sentence(self) -> None:
        """A fragment in a Konjunktiv sentence takes cue and frame of the sentence that introduced the speaker."""
        text = "Ott sagte, es eile. Die Lage sei „kritisch“."
        who = speaker(text, "Ott")
        records = [
            record(
                text,
                "indirect",
                "es eile",
                number="first",
                speaker=who,
                cue=cue(text, "sagen", "sagte"),
                frame=phrase(text, "Ott sagte,"),
            ),
            record(text, "indirect_free_indirect", "Die Lage sei „kritisch“.", number="second", speaker=who),
            record(text, "direct", "„kritisch“", number="part", part_of="second", speaker=who),
        ]
        known = document(text)

        assert [(words(known, made.cue), words(known, made.frame)) for made in to_wikinews(records, known)] == [
            ("sagte", "Ott sagte ,"),
            ("", ""),
            ("sagte", "Ott sagte ,"),
        ]


class TestBackReference:
    """The token that refers back joins the quotation."""

    @pytest.mark.parametrize("frame", ["Das teilte die Stadt mit", "teilte die Stadt mit"])
    def test_joins(self, frame: str) -> None:
        """*Das* leaves the frame, where it was in it, and joins the preceding sentence."""
        text = "Das Bad schließt. Das teilte die Stadt mit."
        at = text.index(frame)
        known, annotation = one(
            text,
            record(
                text,
                "indirect",
                "Das Bad schließt",
                frame=Phrase(frame, (Span(at, at + len(frame)),)),
                cue=cue(text, "mitteilen", "teilte", "mit"),
            ),
        )

        assert (words(known, annotation.quote), words(known, annotation.frame)) == (
            "Das Bad schließt Das",
            "teilte die Stadt mit",
        )

    def test_found_by_the_cue(self) -> None:
        """Without a frame the cue shows where the token stands."""
        text = "Es brennt. Dies bestätigte Ott."
        known, annotation = one(text, record(text, "indirect", "Es brennt", cue=cue(text, "bestätigen", "bestätigte")))

        assert words(known, annotation.quote) == "Es brennt Dies"

    def test_not_after_a_direct_quotation(self) -> None:
        """A direct quotation stays within its marks."""
        text = "„Es brennt.“ Das sagte Ott."
        known, annotation = one(text, record(text, "direct", "„Es brennt.“", frame=phrase(text, "Das sagte Ott")))

        assert words(known, annotation.quote) == "„ Es brennt . “"

    def test_not_before_the_quotation(self) -> None:
        """A frame that comes first refers to nothing before it."""
        text = "Das Amt teilte mit, es brenne."
        known, annotation = one(text, record(text, "indirect", "es brenne", frame=phrase(text, "Das Amt teilte mit,")))

        assert words(known, annotation.frame) == "Das Amt teilte mit ,"

    def test_small_article_in_a_postposed_frame(self) -> None:
        """A frame directly after the quotation that has no such token is left as it is."""
        text = "Es brenne, teilte das Amt mit."
        known, annotation = one(text, record(text, "indirect", "Es brenne", frame=phrase(text, ", teilte das Amt mit")))

        assert words(known, annotation.quote) == "Es brenne"


class TestJoiningMarks:
    """The comma or colon between frame and quotation belongs to the frame."""

    @pytest.mark.parametrize(
        ("text", "quotation", "frame", "expected"),
        [
            ("Ott sagte, es brenne.", "es brenne", "Ott sagte", "Ott sagte ,"),
            ("Ott sagte: „Es brennt.“", "„Es brennt.“", "Ott sagte", "Ott sagte :"),
            ("Es brenne, sagte Ott.", "Es brenne", "sagte Ott", ", sagte Ott"),
            ("Es brenne, sagte Ott.", "Es brenne", ", sagte Ott", ", sagte Ott"),
            ("Laut Ott brennt es.", "brennt es", "Laut Ott", "Laut Ott"),
        ],
    )
    def test_joins(self, text: str, quotation: str, frame: str, expected: str) -> None:
        """Whether the record has the mark or not, the annotation has it once."""
        known, annotation = one(text, record(text, "indirect", quotation, frame=phrase(text, frame)))

        assert words(known, annotation.frame) == expected

    def test_both_sides_of_a_medial_frame(self) -> None:
        """A medial frame takes both commas."""
        text = "Es fehle, sagte Ott, an Geld."
        known, annotation = one(text, record(text, "indirect", "Es fehle", "an Geld", frame=phrase(text, "sagte Ott")))

        assert words(known, annotation.frame) == ", sagte Ott ,"

    def test_mark_of_the_quotation(self) -> None:
        """A comma that the quotation covers stays in it."""
        text = "Laut Ott, so heißt es, brennt es."
        known, annotation = one(
            text, record(text, "indirect", ", so heißt es, brennt es", frame=phrase(text, "Laut Ott"))
        )

        assert words(known, annotation.frame) == "Laut Ott"


class TestCueParticles:
    """Small words that the benchmark counts to the cue."""

    @pytest.mark.parametrize(
        ("text", "quotation", "verb", "frame", "expected"),
        [
            ("Wie Ott sagte, brennt es.", "brennt es", "sagte", "Wie Ott sagte,", "Wie sagte"),
            ("Es brennt, wie Ott sagte.", "Es brennt", "sagte", ", wie Ott sagte", "wie sagte"),
            (
                "Ott bezeichnete ihn als „Holzweg“.",
                "„Holzweg“",
                "bezeichnete",
                "Ott bezeichnete ihn als",
                "bezeichnete als",
            ),
            ("Ott sah es als einen „Weg“.", "„Weg“", "sah", "Ott sah es als einen", "sah als"),
            (
                "Ott schloss mit den Worten: „Ja.“",
                "„Ja.“",
                "schloss",
                "Ott schloss mit den Worten:",
                "schloss mit den Worten",
            ),
            ("Ott sprach von einem „Weg“.", "„Weg“", "sprach", "Ott sprach von einem", "sprach von"),
            ("Es brennt, so urteilte Ott.", "Es brennt", "urteilte", ", so urteilte Ott", "so urteilte"),
            ("Es brennt, so heißt es.", "Es brennt", "heißt es", ", so heißt es", "heißt es"),
            ("So sagte Ott, es brenne.", "es brenne", "sagte", "So sagte Ott,", "sagte"),
            (
                "Wie X meldet, soll Ott gesagt haben: „Nein.“",
                "„Nein.“",
                "gesagt haben",
                "Wie X meldet, soll Ott gesagt haben:",
                "gesagt haben",
            ),
            ("Ott, mehr als müde, sagte: „Ja.“", "„Ja.“", "sagte", "Ott, mehr als müde, sagte:", "sagte"),
            ("Ott sagte nach vielen Worten: „Ja.“", "„Ja.“", "sagte", "Ott sagte nach vielen Worten:", "sagte"),
        ],
    )
    def test_joins(self, text: str, quotation: str, verb: str, frame: str, expected: str) -> None:
        """*wie* at the start of the frame, *als*, *so* before the verb behind and *mit den Worten* join the verb."""
        known, annotation = one(
            text, record(text, "direct", quotation, cue=cue(text, "x", verb), frame=phrase(text, frame))
        )

        assert words(known, annotation.cue) == expected


class TestReported:
    """Reported sentences are not joined."""

    def test_sentence_by_sentence(self) -> None:
        """A record of two reported sentences makes two annotations."""
        text = "Ott fordert Neuwahlen. Er kritisiert die Stadt."
        known = document(text)
        annotations = to_wikinews([record(text, "reported", text)], known)

        assert [words(known, made.quote) for made in annotations] == [
            "Ott fordert Neuwahlen .",
            "Er kritisiert die Stadt .",
        ]

    def test_konjunktiv_sentences_stay_together(self) -> None:
        """A record of two Konjunktiv sentences makes one annotation."""
        text = "Es sei spät. Es fehle Geld."

        assert len(to_wikinews([record(text, "indirect_free_indirect", text)], document(text))) == 1

    def test_false_sentence_start(self) -> None:
        """A sentence start after a word, as the benchmark's splitter makes them, does not count."""
        text = "Ott fordert am Montag Neuwahlen."
        known = evolve(document(text), sentences=(Span(0, 2), Span(2, 6)))

        assert len(to_wikinews([record(text, "reported", text)], known)) == 1


class TestChannels:
    """The benchmark knows no channel."""

    def test_medium_that_quotes(self) -> None:
        """Both are speakers of the same quotation, one spoke, the other wrote; the cue is what the medium does."""
        text = "Der Sender zitiert Ott mit den Worten: „Es brennt.“"
        known = document(text)
        annotations = to_wikinews(
            [
                record(
                    text,
                    "direct",
                    "„Es brennt.“",
                    speaker=speaker(text, "Ott"),
                    via=(channel(text, "Der Sender"),),
                    cue=cue(text, "zitieren", "zitiert", "mit den Worten"),
                    frame=phrase(text, "Der Sender zitiert Ott mit den Worten:"),
                )
            ],
            known,
        )

        assert [(words(known, made.speaker), words(known, made.cue)) for made in annotations] == [
            ("Ott", ""),
            ("Der Sender", "zitiert mit den Worten"),
        ]
        assert [made.medium for made in annotations] == ["Speech", "Writing"]

    @pytest.mark.parametrize(
        ("text", "mention", "expected"),
        [
            ("„Es brennt“, sagte Ott laut Sender.", "Sender", "laut"),
            ("„Es brennt“, sagte Ott dem Sender zufolge.", "dem Sender", "zufolge"),
        ],
    )
    def test_medium_with_a_preposition(self, text: str, mention: str, expected: str) -> None:
        """A preposition beside the medium is the cue of the second annotation."""
        known = document(text)
        annotations = to_wikinews(
            [
                record(
                    text,
                    "direct",
                    "„Es brennt“",
                    speaker=speaker(text, "Ott"),
                    via=(channel(text, mention),),
                    cue=cue(text, "sagen", "sagte"),
                )
            ],
            known,
        )

        assert [(words(known, made.speaker), words(known, made.cue)) for made in annotations] == [
            ("Ott", "sagte"),
            (mention, expected),
        ]

    def test_place(self) -> None:
        """Where somebody said it is part of the frame only, unless it is where they are quoted."""
        text = "„Es brennt“, wird Ott im Sender zitiert."
        said = record(text, "direct", "„Es brennt“", speaker=speaker(text, "Ott"), via=(channel(text, "Sender"),))
        known = document(text)
        cues = [cue(text, lemma, "zitiert") for lemma in ("sagen", "zitieren")]

        assert [
            [words(known, made.speaker) for made in to_wikinews([evolve(said, cue=one_cue)], known)] for one_cue in cues
        ] == [["Ott"], ["Ott", "Sender"]]

    def test_told(self) -> None:
        """The agency that somebody told it is an addressee."""
        text = "„Es brennt“, sagte Ott der dpa."
        known, annotation = one(
            text,
            record(
                text,
                "direct",
                "„Es brennt“",
                speaker=speaker(text, "Ott"),
                via=(channel(text, "der dpa"),),
                cue=cue(text, "sagen", "sagte"),
            ),
        )

        assert (words(known, annotation.speaker), words(known, annotation.addressee)) == ("Ott", "der dpa")

    def test_authority(self) -> None:
        """On whose authority a medium writes is part of the frame only."""
        text = "Es brenne, schreibt die Zeitung unter Berufung auf Ott."
        known, annotation = one(
            text,
            record(
                text,
                "indirect",
                "Es brenne",
                speaker=speaker(text, "die Zeitung", "medium"),
                via=(channel(text, "Ott"),),
                cue=cue(text, "schreiben", "schreibt"),
            ),
        )

        assert (words(known, annotation.speaker), annotation.addressee) == ("die Zeitung", frozenset())


def line(text: str = "Ott irrt.", **changes: Any) -> dict[str, Any]:
    """Return a document in the benchmark's format with one annotation."""
    known = document(text)
    tokens = [
        {"id": number, "charBegin": token.start, "charEnd": token.end, "text": token.of(text)}
        for number, token in enumerate(known.tokens)
    ]
    empty: dict[str, Any] = {"tokenIds": []}
    annotation = {"quote": {"tokenIds": [1]}, "type": "Direct", "medium": "Speech"}
    annotation |= {"speaker": {"tokenIds": [0]}, "cue": empty, "frame": empty, "addressee": empty}
    plain = {"documentName": "eins", "originalText": text, "tokens": tokens, "annotations": [annotation]}
    return plain | {"sentences": [{"begin": 0, "end": len(tokens)}]} | changes


class TestReading:
    """Documents in the benchmark's format."""

    def test_document(self, tmp_path: Path) -> None:
        """Tokens, sentences and annotations are read; empty lines are not."""
        path = tmp_path / "gold.jsonl"
        path.write_text(json.dumps(line()) + "\n\n", encoding="utf-8")
        [known] = read_benchmark(path)

        assert (known.name, known.word(0), known.sentences, known.annotations) == (
            "eins",
            "Ott",
            (Span(0, 3),),
            (Annotation(quote=[1], type="Direct", medium="Speech", speaker=[0]),),
        )

    @pytest.mark.parametrize(
        "wrong",
        [
            {"tokens": [{"id": 0, "charBegin": 0, "charEnd": 3, "text": "Eck"}]},
            {"tokens": [{"id": 1, "charBegin": 0, "charEnd": 3, "text": "Ott"}]},
            {"tokens": [{"id": 0, "charBegin": 0, "charEnd": 3, "text": "Ott"}]},
        ],
        ids=["wrong slice", "wrong number", "number beyond the text"],
    )
    def test_wrong_token(self, tmp_path: Path, wrong: dict[str, Any]) -> None:
        """A token that is not what it claims to be is an error that names document and line."""
        path = tmp_path / "gold.jsonl"
        path.write_text(json.dumps(line(**wrong)), encoding="utf-8")

        with pytest.raises(RecordError, match="article 'eins', line 1"):
            list(read_benchmark(path))

    def test_empty_quotation(self) -> None:
        """An annotation without a token is an error."""
        with pytest.raises(RecordError, match="without a token"):
            Annotation(quote=[], type="Direct", medium="Speech")

    def test_unknown_label(self) -> None:
        """A type that the benchmark does not know is an error."""
        with pytest.raises(RecordError, match="'Mixed'"):
            Annotation(quote=[1], type="Mixed", medium="Speech")

    def test_sealed(self) -> None:
        """Aggregate-only documents are those whose names have the smallest hashes, in whatever order they come."""
        documents = [BenchmarkDocument(name, "", ()) for name in ("eins", "zwei", "drei")]

        assert sealed(documents, 1) == sealed(reversed(documents), 1) == {min(documents, key=lambda d: d.digest).name}


@pytest.mark.parametrize(("rules", "expected"), [
    (("direct-continues-speaker",), ("sagte", ", sagte Ott")),
    ((), ("", "")),
])  # fmt: skip
def test_only_a_passage_that_goes_on_has_the_frame_of_the_first(
    rules: tuple[str, ...], expected: tuple[str, str]
) -> None:
    """``„Es ist spät“, sagte Ott. „Die Lage ist ernst.“``: if Ott goes on, his frame has the second passage too."""
    text = "„Es ist spät“, sagte Ott. „Die Lage ist ernst.“"
    said: dict[str, Any] = {
        "speaker": speaker(text, "Ott"),
        "cue": cue(text, "sagen", "sagte"),
        "frame": phrase(text, ", sagte Ott"),
    }
    more: dict[str, Any] = {"rules": rules} if rules else {}
    first = record(text, "direct", "„Es ist spät“", **said)
    second = record(text, "direct", "„Die Lage ist ernst.“", number="2", speaker=speaker(text, "Ott"), **more)
    known = document(text)
    _, annotation = to_wikinews([first, second], known)
    assert expected == (words(known, annotation.cue), words(known, annotation.frame))


@pytest.mark.parametrize(("text", "expected"), [
    ("Wie „Der Bote“ schreibt, ist es spät.", "„ Der Bote “"),
    ("Wie Der Bote schreibt, ist es spät.", "Der Bote"),
])  # fmt: skip
def test_a_speaker_that_is_a_marked_name_has_its_marks(text: str, expected: str) -> None:
    """The marks around a name belong to it, where there are any."""
    known, annotation = one(text, record(text, "indirect", "ist es spät", speaker=speaker(text, "Der Bote")))
    assert words(known, annotation.speaker) == expected
