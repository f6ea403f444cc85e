"""What the rules find: quotations with their roles, still tied to the parse."""

from __future__ import annotations

from attrs import frozen

from quotetrack.spans import Span
from quotetrack.syntax import Word
from quotetrack.vocabulary import CueKind, Medium, Mood, QuotationType


@frozen
class Mention:
    """A phrase that names somebody: its span as an editor would mark it, its head, and the sentence it stands in."""

    span: Span
    head: Word
    sentence: int
    is_adverb: bool = False


@frozen
class CueWords:
    """The words that announce a quotation."""

    spans: tuple[Span, ...]
    lemma: str
    kind: CueKind


@frozen
class Quote:
    """A quotation with the roles that its sentence gives it.

    ``passage`` is the number of the marked passage of a direct quotation, ``container`` and ``continues`` are places in
    the list of quotes, ``rules`` the names of the rules that decided.
    """

    type: QuotationType
    spans: tuple[Span, ...]
    sentence: int
    rules: tuple[str, ...]
    cue: CueWords | None = None
    frame: tuple[Span, ...] = ()
    speaker: Mention | None = None
    via: tuple[Mention, ...] = ()
    addressee: tuple[Span, ...] = ()
    mood: Mood | None = None
    medium: Medium = "unknown"
    passage: int | None = None
    container: int | None = None
    continues: int | None = None


def direct_quote(sentence: int, rule: str, speaker: Mention | None, medium: Medium = "speech") -> Quote:
    """Return a direct quotation of a sentence without a frame, whose passage is still to be put in."""
    return Quote(type="direct", spans=(), sentence=sentence, rules=(rule,), speaker=speaker, medium=medium)
