"""In generated articles every quotation leads to its speaker, whatever the names, genders, order and distance are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen
from hypothesis import Phase, given, settings

from quotetrack.parsing import Parser, StanzaParser
from quotetrack.pipeline import Tracker
from quotetrack.quotation_marks import pair
from quotetrack.records import Record
from quotetrack.segmentation import Segmentation, segment
from quotetrack.syntax import Document
from tests.parsers import Remembering
from tests.speaker_articles import SpeakerArticle, independent_paragraphs, renamed, speaker_articles

SOME = settings(max_examples=10, phases=[Phase.explicit, Phase.generate])
"""Every article is parsed, so there are fewer of them than of other texts, and a failure is not made smaller."""


@given(speaker_articles())
def test_what_is_said_stands_in_the_text(article: SpeakerArticle) -> None:
    """Everything that is known to be said stands in the text once and in order, and everybody has a full name there."""
    places = [_place(article, said.words) for said in article.said]

    assert sorted(places) == places
    assert len(set(places)) == len(places)
    assert all(person.name in article.text for person in article.people)


def test_nobody_gets_the_words_of_another_and_hardly_anybody_none(parser: StanzaParser) -> None:
    """A quotation has the name of who said it; in plain sentences at most three in a hundred have none."""
    wrong: list[tuple[str, str, str]] = []
    named: list[bool] = []

    @settings(SOME, max_examples=25)
    @given(speaker_articles())
    def collect(article: SpeakerArticle) -> None:
        found = _names(article, list(Tracker(parser).extract(article.text)))
        named.extend(name is not None for name in found.values())
        wrong.extend(
            (said.words, said.person.name, name)
            for said in article.said
            if (name := found[said.words]) not in (None, said.person.name)
        )

    collect()
    assert [] == wrong
    assert sum(named) >= 0.97 * len(named)


@SOME
@given(independent_paragraphs())
def test_the_order_of_independent_paragraphs_changes_no_name(
    parser: StanzaParser, articles: tuple[SpeakerArticle, SpeakerArticle]
) -> None:
    """Paragraphs without a reference from one to the other may stand in any order."""
    first, second = ({**_names(one, list(Tracker(parser).extract(one.text)))} for one in articles)

    assert first == second


@frozen
class Renaming:
    """A parser that parses a text with the old names and then puts in the new ones, of the same length."""

    inner: Parser
    names: Mapping[str, str]
    name: str = "renaming"

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of the old text with the words of the new one."""
        old = {new: name for name, new in self.names.items()}
        texts = [_with_names(known.text, old) for known in segmentations]
        return [self._anew(document) for document in self.inner.parse([segment(text, pair(text)) for text in texts])]

    def _anew(self, document: Document) -> Document:
        return Document(
            tuple(
                evolve(
                    sentence,
                    words=tuple(
                        evolve(
                            word,
                            text=self.names.get(word.text, word.text),
                            lemma=self.names.get(word.lemma, word.lemma),
                        )
                        for word in sentence.words
                    ),
                )
                for sentence in document.sentences
            )
        )


@SOME
@given(speaker_articles())
def test_other_names_change_nothing_but_the_names(parser: StanzaParser, article: SpeakerArticle) -> None:
    """With the parse held fixed, unused names of the same gender and shape give the same records under new names."""
    names = renamed(article)
    once = Remembering(parser)
    before = list(Tracker(once).extract(article.text))
    after = list(Tracker(Renaming(once, names)).extract(_with_names(article.text, names)))

    assert [_told(record, names) for record in before] == [_told(record, {}) for record in after]


def _told(record: Record, names: Mapping[str, str]) -> tuple[object, ...]:
    name = record.speaker.name if record.speaker else None
    return (record.type, record.spans, record.rules, record.reason, name and _with_names(name, names))


def _with_names(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"[\w-]+", lambda word: names.get(word[0], word[0]), text)


def _place(article: SpeakerArticle, words: str) -> int:
    return max(article.text.find(words), article.text.find(words[0].upper() + words[1:]))


def _names(article: SpeakerArticle, records: Sequence[Record]) -> dict[str, str | None]:
    """Return for each thing said the name in the shortest record that holds it, or ``None``."""
    found: dict[str, str | None] = {}
    for said in article.said:
        place = _place(article, said.words)
        holding = [
            record
            for record in records
            if record.spans[0].start <= place + 1 and record.spans[-1].end >= place + len(said.words)
        ]
        best = min(holding, key=lambda record: record.spans[-1].end - record.spans[0].start, default=None)
        found[said.words] = best.speaker.name if best is not None and best.speaker is not None else None
    return found
