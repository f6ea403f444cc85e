"""Texts are cut for the parser without losing a character, and no boundary cuts a reporting construction."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.paragraphs import paragraph_spans, zoned
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import LONGEST_PIECE, Segmentation, segment, sentence_ends
from quotetrack.spans import Span
from quotetrack.views import CLOSER, INNER_CLOSER, INNER_OPENER, OPENER
from tests.record_strategies import texts


def _segment(text: str) -> Segmentation:
    return segment(text, pair(text))


def _views(text: str) -> list[str]:
    return [view.text for view in _segment(text).views]


class TestParagraphs:
    """Lines are paragraphs, unless they were broken by width."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", []),
            (" \n\t\n", []),
            ("Eins.\nZwei.", ["Eins.", "Zwei."]),
            ("Eins.\r\n\r\nZwei.\rDrei.", ["Eins.", "Zwei.", "Drei."]),
            ("  Eins. \N{LINE SEPARATOR}Zwei.\x0cDrei.\n", ["Eins.", "Zwei.", "Drei."]),
        ],
    )
    def test_a_line_is_a_paragraph(self, text: str, expected: list[str]) -> None:
        """Any line end separates paragraphs, and white space around them belongs to none."""
        assert expected == [span.of(text) for span in paragraph_spans(text)]

    def test_wrapped_lines_are_one_paragraph(self) -> None:
        """Lines of about one width, cut in the middle of sentences, stand together up to a blank line."""
        lines = (
            "Der Gemeinderat hat am Dienstagabend nach langer Aussprache",
            "beschlossen, die Brücke über den Fluss im Herbst für ein",
            "halbes Jahr zu sperren.",
        )
        text = "\n".join(lines) + "\n\nDas Geld ist da."

        assert ["\n".join(lines), "Das Geld ist da."] == [span.of(text) for span in paragraph_spans(text)]

    @given(texts())
    def test_paragraphs_hold_every_character_that_is_no_space(self, text: str) -> None:
        """Paragraphs are in order, do not touch, and leave out nothing but white space and line ends."""
        spans = paragraph_spans(text)
        rest = "".join(
            text[before.end : after.start]
            for before, after in pairwise((Span(0, 0), *spans, Span(len(text), len(text))))
        )

        assert all(before.end < after.start for before, after in pairwise(spans))
        assert all(character.isspace() for character in rest)
        assert all(span.of(text).strip() for span in spans)


class TestZones:
    """Headlines, subheadings and what a page leaves around an article are told apart."""

    @staticmethod
    def _zones(text: str) -> list[str]:
        return [paragraph.zone for paragraph in zoned(text)]

    def test_headlines_come_before_the_text_and_subheadings_in_it(self) -> None:
        """Lines without a final stop are headlines before the first paragraph and subheadings behind it."""
        text = "Brücke gesperrt\nStadt ratlos\nDie Brücke ist zu.\nWas nun\nNiemand weiß es."

        assert self._zones(text) == ["headline", "headline", "body", "subheading", "body"]

    @pytest.mark.parametrize("question", ["Wer zahlt das?", "Und was kostet die neue Brücke am Ende wirklich?"])
    def test_a_question_that_the_text_answers_is_a_heading(self, question: str) -> None:
        """A short question on a line of its own heads what comes behind it, above the text and in it."""
        text = f"{question}\nDie Kosten trägt zum größten Teil das Land, das hat der Rat gestern bestätigt.\n" * 2

        assert self._zones(text) == ["headline", "body", "subheading", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "Wer zahlt das? Niemand?",
            "Frage: Wer zahlt das?",
            "„Wer zahlt das?“",
            "Was sagen Sie den Nachbarn?",
            "Und wann hören wir davon?",
            "Wer zahlt am Ende die Brücke, die Straße und den neuen Steg?",
        ],
    )
    def test_other_questions_are_not(self, line: str) -> None:
        """A question in marks, to somebody, beside another sentence, or a long one belongs to the text."""
        text = f"Die Brücke ist zu.\n{line}\nDie Kosten trägt zum größten Teil das Land, das hat der Rat bestätigt."

        assert self._zones(text) == ["body", "body", "body"]

    def test_a_question_without_an_answer_is_none(self) -> None:
        """A question that no paragraph follows, or another question, heads nothing."""
        assert self._zones("Die Brücke ist zu.\nWer zahlt das?\nUnd wann?") == ["body", "body", "body"]

    @pytest.mark.parametrize(
        "line",
        [
            "-",
            "• • •",
            "PREV Warum der Hafen schließt",
            "NEXT Das Wetter am Sonntag",
            "You May Also Like",
            "Foto: Stadtarchiv",
            "/ATS",
            "(dpa)",
            "Lesen Sie auch",
            "4. November 2024",
            "Montag, 04.11.2024, 10:30 Uhr",
            "• Politik",
        ],
    )
    def test_page_debris_is_debris(self, line: str) -> None:
        """Rules, teasers, captions, links and signatures are debris."""
        assert self._zones(f"Die Brücke ist zu.\n{line}\nNiemand weiß es.") == ["body", "debris", "body"]

    def test_the_teaser_behind_its_heading_is_debris(self) -> None:
        """The headline that a page offers as *Zum gleichen Thema* is no headline of the article."""
        text = "Die Brücke ist zu.\nZum gleichen Thema\nWas kostet die Brücke?\nNiemand weiß es."

        assert self._zones(text) == ["body", "debris", "debris", "body"]

    def test_an_embedded_post_is_debris(self) -> None:
        """A post goes from the line before its author to its picture link."""
        post = "EILMELDUNG\n— Mia (@miamia) 3. Mai 2024\nAlles dicht!\npic.twitter.com/x1"
        text = f"Die Brücke ist zu.\n{post}\nNiemand weiß es."

        assert self._zones(text) == ["body", "debris", "debris", "debris", "debris", "body"]

    def test_keywords_behind_the_text_are_debris(self) -> None:
        """A short line behind the last paragraph heads nothing."""
        assert self._zones("Die Brücke ist zu.\nLokales\n-") == ["body", "debris", "debris"]

    def test_a_last_line_that_says_something_is_none(self) -> None:
        """A line with marks, or of more than three words, may belong to the text."""
        text = "Die Brücke ist zu.\n„Ganz zu“\nNiemand weiß mehr darüber"

        assert self._zones(text) == ["body", "subheading", "subheading"]

    def test_a_single_line_is_text(self) -> None:
        """A text of one line without a stop is no headline: there is nothing it could head."""
        assert self._zones("„Nein“, sagte Ott") == ["body"]

    @pytest.mark.parametrize(("offset", "zone"), [(0, "headline"), (16, "headline"), (18, "body"), (99, "body")])
    def test_every_offset_has_a_zone(self, offset: int, zone: str) -> None:
        """An offset has the zone of the last paragraph that begins before it."""
        assert zone == _segment("Brücke gesperrt\n\nDie Brücke ist zu.").zone_at(offset)

    @given(texts(), st.integers(0, 100))
    def test_any_offset_of_any_text_has_a_zone(self, text: str, offset: int) -> None:
        """Asking for a zone never fails."""
        assert _segment(text).zone_at(offset) in ("headline", "subheading", "body", "debris")


class TestViews:
    """The parser reads views, and every character of a view knows where it stands in the original."""

    @given(texts())
    def test_every_character_of_a_view_maps_into_the_original(self, text: str) -> None:
        """The characters of the views map to stretches of the text in order, that do not overlap."""
        stretches = [
            view.original(place, place + 1) for view in _segment(text).views for place in range(len(view.text))
        ]

        assert all(0 <= span.start < span.end <= len(text) for span in stretches)
        assert all(before.end <= after.start for before, after in pairwise(stretches))

    @given(texts())
    def test_views_leave_out_only_what_has_no_width(self, text: str) -> None:
        """What no view shows is white space between paragraphs, a format character, or a mark joined to its letter."""
        shown = {
            place
            for view in _segment(text).views
            for start, end in zip(view.starts, view.ends, strict=True)
            for place in range(start, end)
        }
        left = {text[place] for place in range(len(text)) if place not in shown}

        assert {c for c in left if not (c.isspace() or unicodedata.category(c) in ("Cf", "Cc"))} == set()

    @given(texts())
    def test_a_view_shows_the_letters_of_the_original(self, text: str) -> None:
        """A letter or digit of a view is that of the original, composed."""
        for view in _segment(text).views:
            for place, character in enumerate(view.text):
                if character.isalnum():
                    assert character == unicodedata.normalize("NFC", view.original(place, place + 1).of(text))

    @given(texts())
    def test_no_view_is_longer_than_the_parser_can_hold(self, text: str) -> None:
        """A view is never longer than a piece."""
        assert all(len(view.text) <= LONGEST_PIECE for view in _segment(text).views)

    @pytest.mark.parametrize("text", ["»Nein«", "«Nein»", '"Nein"', "„Nein“", "“Nein”"])
    def test_all_conventions_look_alike_to_the_parser(self, text: str) -> None:
        """Whatever marks a text uses, a view has the German ones."""
        assert [f"{OPENER}Nein{CLOSER}"] == _views(text)

    def test_inner_marks_stay_inner_marks(self) -> None:
        """A quotation in a quotation has single marks."""
        assert [f"{OPENER}Sie rief {INNER_OPENER}nein{INNER_CLOSER} und ging{CLOSER}"] == _views(
            "»Sie rief ›nein‹ und ging«"
        )

    def test_soft_hyphens_and_decomposed_letters_are_not_the_parsers_business(self) -> None:
        """A view has composed letters and no characters without a width; the way back leads to all of them."""
        text = "Bru\N{COMBINING DIAERESIS}cken\N{SOFT HYPHEN}bau"
        [view] = _segment(text).views

        assert ("Brückenbau", text) == (view.text, view.original(0, len(view.text)).of(text))

    def test_a_long_line_comes_in_pieces(self) -> None:
        """A line of a million characters is handed over in pieces that end with sentences."""
        views = _views("Die Brücke ist zu. " * 55_000)

        assert len(views) > 200
        assert all(view.rstrip().endswith(".") for view in views)

    def test_a_long_line_is_not_cut_where_no_sentence_ends(self) -> None:
        """Neither an ordinal nor a quotation is cut in two."""
        views = _views("Am 3. Mai sagte Ott: „Das war so. Es bleibt so.“ " * 400)

        assert {view.strip()[-3:] for view in views} == {"so.“"[-3:]}


class TestGlue:
    """No sentence ends where a quotation meets the clause that reports it."""

    @pytest.mark.parametrize(
        ("text", "before", "after"),
        [
            ("„Das reicht!“, sagte Ott.", "“", ","),
            ("„Das reicht.“ sagte Ott.", "“", "sagte"),
            ("Ott sagte: „Das reicht.“", ":", "„"),
            ("„Nein. Das reicht.“ – so Ott.", "“", "–"),
            ("„Nein. Doch.“", "Nein.", "Doch"),
        ],
    )
    def test_a_boundary_at_a_mark_is_glued(self, text: str, before: str, after: str) -> None:
        """Between a passage and what belongs to it no sentence may end, nor inside it."""
        end = text.index(before) + len(before)

        assert _segment(text).is_glued(end, text.index(after, end))

    @pytest.mark.parametrize(
        ("text", "before", "after"),
        [
            ("Das reicht. „Nein“, sagte Ott.", "reicht.", "„"),
            ("„Nein.“ „Doch.“", "“", "„Doch"),
            ("Ja. Nein.", "Ja.", "Nein"),
        ],
    )
    def test_other_boundaries_stand(self, text: str, before: str, after: str) -> None:
        """A sentence that ends before a quotation, or between two, ends."""
        end = text.index(before) + len(before)

        assert not _segment(text).is_glued(end, text.index(after, end))

    @pytest.mark.parametrize(
        ("tokens", "ends", "expected"),
        [
            (["Am", "3.", "Mai", "."], {1, 3}, {3}),
            (["Um", "3.", "Kommt", "er"], {1, 3}, {1, 3}),
            (["Prof.", "Ott", "kam"], {0, 2}, {2}),
            (["Ja", ".", "nein"], {1, 2}, {2}),
            (["Ja", ".", "Nein", "."], {1, 3}, {1, 3}),
        ],
        ids=["ordinal", "number", "abbreviation", "small", "sentences"],
    )
    def test_the_splitter_is_overruled(self, tokens: list[str], ends: set[int], expected: set[int]) -> None:
        """Ends after ordinals before months, after abbreviations and before small letters are dropped."""
        text = " ".join(tokens)
        starts = [sum(len(token) + 1 for token in tokens[:place]) for place in range(len(tokens))]
        placed = [(token, Span(start, start + len(token))) for token, start in zip(tokens, starts, strict=True)]

        assert expected == sentence_ends(_segment(text), placed, ends)


_ROUGH_TOKEN_RE = re.compile(r"\w+(?:[-.’']\w+)*|\S")


def _cut(text: str, *, everywhere: bool, within: bool = False) -> list[str]:
    """Return the sentences of a text, cut by a splitter that sees an end after every token, or after none."""
    segmentation = _segment(text)
    found = [(match[0], Span(*match.span())) for match in _ROUGH_TOKEN_RE.finditer(text)]
    held = [span for passage in segmentation.masked for span in [passage.span]]
    if within:
        tokens = [token for token in found if any(span.holds(token[1].start) for span in held)]
    else:
        shown = [token for token in found if not any(span.holds(token[1].start) for span in held)]
        tokens = sorted([*shown, *((CLOSER, span) for span in held)], key=lambda token: token[1])
    ends = set(range(len(tokens))) if everywhere else set()
    last = sorted(sentence_ends(segmentation, tokens, ends, within=within))
    starts = [0, *(place + 1 for place in last)]
    return [text[tokens[first][1].start : tokens[end][1].end] for first, end in zip(starts, last, strict=False)]


class TestSureEnds:
    """What the text leaves no doubt about holds against any splitter: one that always cuts, and one that never does."""

    @pytest.mark.parametrize("everywhere", [True, False], ids=["always", "never"])
    @pytest.mark.parametrize(
        "sentences",
        [
            ["Das Geld sei da.", "Laut Polizei kam es zu Staus."],
            ["Am 3. Mai kam Dr. Ott.", "Sie blieb z. B. in Bonn."],
            ["„Wer bezahlt das?“, fragte Ott.", "„Niemand!“ rief Kern.", "„Nein.“", "Das sagte Ott."],
            ["Ott sagte: „Wir bleiben. Wir gehen nicht.“", "Kern nickte.", "Ott sagte: Das reicht.", "Kern ging."],
            ["„Wir bleiben“, sagte Ott, „und zwar lange. Sehr lange.“", "Dann ging sie."],
            ["„Nein!“", "„Doch!“", "„Oh!“"],
            ["«Wir bleiben.» sagte Ott.", "«Wir gehen.»", "Das war alles."],
            ["Ott nannte es „Unsinn“.", "Kern nannte es „z. B. Quatsch“.", "Der Rat tagt."],
            ["Das sagte Ott dem „Boten“ („Hafen-Bote“).", "Kern schwieg."],
            ["Wir bauen die Brücke“, sagte Ott.", "Das Geld sei da."],
            ["„Wir bauen die Brücke, sagte Ott.", "Das Geld sei da.", "Kern schwieg."],
            ['"Wir bleiben. Wir gehen nicht", sagte Ott.', '"Na gut."', "Kern nickte."],
            ["Er sagte „Halt!“ und rief „Hilfe!“", "Die Polizei kam."],
        ],
        ids=lambda sentences: sentences[0][:20],
    )
    def test_no_splitter_is_needed(self, sentences: list[str], everywhere: bool) -> None:
        """The author's sentences are the same whatever the splitter says."""
        assert sentences == _cut(" ".join(sentences), everywhere=everywhere)

    @pytest.mark.parametrize("everywhere", [True, False], ids=["always", "never"])
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("„Wir bleiben. Wir gehen nicht“, sagte Ott.", ["„Wir bleiben.", "Wir gehen nicht“"]),
            (
                "„Er sagte ‚Nein. Doch.‘ und ging. So war es“, so Ott.",
                ["„Er sagte ‚Nein. Doch.‘ und ging.", "So war es“"],
            ),
        ],
        ids=["sentences", "nested"],
    )
    def test_a_masked_passage_has_sentences_of_its_own(self, text: str, said: list[str], everywhere: bool) -> None:
        """What was said is cut by itself, and not within a passage in it."""
        assert said == _cut(text, everywhere=everywhere, within=True)

    def test_a_title_that_ends_with_a_stop_is_left_to_the_splitter(self) -> None:
        """In *Der Film „Wer zahlt?“ Premiere* nobody can tell from the text."""
        text = "Der Film „Wer zahlt?“ Premiere feiert er."

        assert (2, 1) == (len(_cut(text, everywhere=True)), len(_cut(text, everywhere=False)))


class TestMasking:
    """A quotation that is a sentence of its own is parsed apart."""

    @pytest.mark.parametrize(
        "text",
        [
            "„Wir haben das so nicht gewollt, aber nun ist es geschehen“, sagte Ott.",
            "„Nein. Wir bleiben.“",
            "Ott sagte: «Wir haben das so nicht gewollt, aber nun ist es geschehen.»",
            "„Wir bauen die Brücke, sagte Ott. Das Geld sei da.",
        ],
    )
    def test_sentences_are_masked(self, text: str) -> None:
        """A quotation of several sentences, or one with a reporting clause beside it, is masked."""
        assert len(_segment(text).masked) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Das Angebot sei „fair und bezahlbar“.",
            "Der Film „Nachts im Hafen“ läuft.",
            "Ott nennt es „einen sehr schönen Plan für alle, die hier leben“.",
            "„Wir bauen die Brücke. Das sagte Ott. Das Geld sei da.",
        ],
    )
    def test_parts_of_a_sentence_are_not(self, text: str) -> None:
        """A fragment or a name stays in its sentence, and so does what nobody closes."""
        assert _segment(text).masked == ()

    def test_masking_can_be_switched_off(self) -> None:
        """Whoever wants the text parsed as it stands gets it so."""
        text = "„Nein. Wir bleiben.“"

        assert segment(text, pair(text), mask=False).masked == ()

    @given(texts())
    def test_a_place_in_a_masked_passage_is_known(self, text: str) -> None:
        """Every offset in a masked passage leads to it, every other one to none."""
        segmentation = _segment(text)
        for place in range(len(text)):
            number = segmentation.mask_at(place)
            holding = [n for n, passage in enumerate(segmentation.masked) if passage.span.holds(place)]

            assert holding == ([] if number is None else [number])
