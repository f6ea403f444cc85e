"""From a mention to the person or body behind it, within one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.quotes.prepositional import is_report_noun
from quotetrack.spans import Span
from quotetrack.syntax import Word
from quotetrack.vocabulary import SpeakerKind

_PRONOUNS: Final = frozenset("er sie dieser diese jener jene letzterer letztere der die ihr sein seine".split())
_NAME_RE: Final = regex.compile(
    r"\p{Lu}[\p{L}\p{M}'’.-]*+(?:\s(?:von|van|de|der|zu|al|bin|di|da|del|la)(?=\s))*+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*+)+"
)


@frozen
class Resolution:
    """Who is behind a mention: see *speaker* in the record format."""

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    id: str | None = None
    reason: str | None = None


@frozen
class PersonName:
    """A full name in the article: its parts and where it stands."""

    text: str
    span: Span

    @property
    def surname(self) -> str:
        """The last part."""
        return self.text.rsplit(" ", 1)[-1]


@frozen
class SpeakerIndex:
    """The names of an article."""

    text: str = field(repr=False)
    contexts: tuple[Context, ...] = field(repr=False)
    names: tuple[PersonName, ...]

    def resolve(self, mention: Mention) -> Resolution:
        """Return who is behind a mention, with the reason where no name can be given."""
        head = mention.head
        if mention.is_adverb:
            return Resolution(None, "unknown", reason="source_named_before")
        if head.upos == "PRON":
            return self._pronoun(mention)
        inside = [name for name in self.names if mention.span.contains(name.span)]
        if inside:
            return Resolution(inside[0].text, "person", role=_role(mention, inside[0], self.text))
        proper = _proper_part(mention.span.of(self.text))
        if proper is not None:
            for name in self.names:
                if name.surname == proper or proper in name.text.split(" ")[:1]:
                    return Resolution(name.text, "person")
        if is_report_noun(head):
            return Resolution(None, "unknown", reason="statement_noun")
        return Resolution(_plain_name(mention.span.of(self.text)), "organisation")

    def _pronoun(self, mention: Mention) -> Resolution:
        before = [name for name in self.names if name.span.end <= mention.span.start]
        if not before:
            return Resolution(None, "unknown", reason="unresolved_pronoun")
        return Resolution(before[-1].text, "person")


def speaker_index(contexts: tuple[Context, ...], text: str) -> SpeakerIndex:
    """Return the index of the names in an article."""
    return SpeakerIndex(text, contexts, tuple(_names(contexts, text)))


def _names(contexts: Iterable[Context], text: str) -> Iterator[PersonName]:
    for context in contexts:
        run: list[Word] = []
        for word in context.sentence.words:
            if word.upos == "PROPN" and not word.masked:
                run.append(word)
                continue
            yield from _name(run, text)
            run = []
        yield from _name(run, text)


def _name(run: list[Word], text: str) -> Iterator[PersonName]:
    if len(run) >= 2:
        span = Span(run[0].span.start, run[-1].span.end)
        if _NAME_RE.fullmatch(span.of(text)):
            yield PersonName(span.of(text), span)


def _proper_part(mention: str) -> str | None:
    words = [word for word in regex.findall(r"[\p{L}\p{M}'’-]+", mention) if word[0].isupper()]
    return words[-1] if words else None


def _plain_name(mention: str) -> str:
    return regex.sub(r"^(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[rmns]?)?)\s", "", mention)


def _role(mention: Mention, name: PersonName, text: str) -> str | None:
    before = text[mention.span.start : name.span.start].strip(" ,")
    return _plain_name(before + " ").strip() or None
