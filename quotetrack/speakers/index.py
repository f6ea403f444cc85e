"""Who is behind a mention: each way to the answer in its turn."""

from __future__ import annotations

from typing import Final

from attrs import evolve, field, frozen

from quotetrack.clauses import DATIVE_RELATIVES
from quotetrack.nouns import known_medium, noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.speakers.adverbs import (
    IN_DOCUMENTS,
    adverb_before,
    body_before,
    finder_before,
    medium_before,
    publisher_before,
    source_before,
    speaker_before,
    teller_before,
)
from quotetrack.speakers.joint_titles import joint_titles
from quotetrack.speakers.marked_names import marked_name
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.reading import referent_of
from quotetrack.speakers.reasons import Reasoning, reasoning, way_to
from quotetrack.speakers.resolution import Resolution, described
from quotetrack.speakers.statements import by_genitive, owner_of, statement_maker
from quotetrack.speakers.unidentified import one_of_several, somebody_placed, without_referent

_ADVERBS: Final = frozenset("demnach danach wonach demzufolge derzufolge denenzufolge darin dort worin".split())


@frozen
class SpeakerIndex:
    """Everybody of whom an article speaks, and where."""

    notes: Notes = field(repr=False)

    def resolve(self, mention: Mention) -> Resolution:
        """Return who is behind a mention, with the reason where no name can be given."""
        found = self._resolved(mention)
        is_medium = found.kind == "organisation" and known_medium(found.name or "") is not None
        return evolve(found, kind="medium") if is_medium else found

    def _resolved(self, mention: Mention) -> Resolution:
        context = self.notes.contexts[mention.sentence]
        if mention.is_adverb or mention.span.of(self.notes.text).lower() in _ADVERBS or _is_governed(context, mention):
            return evolve(self._taken_up(mention), way="taken-up")
        found = self._by_form(context, mention)
        if found is not None:
            return found
        referent = referent_of(self.notes, mention)
        if referent is None:
            return evolve(without_referent(self.notes, context, mention), way="form")
        return evolve(described(referent), way=way_to(self.notes, mention, referent))

    def explain(self, mention: Mention) -> Reasoning:
        """Return how a mention comes to its name, or why it has none."""
        return reasoning(self.notes, mention, self.resolve(mention))

    def _by_form(self, context: Context, mention: Mention) -> Resolution | None:
        """Return who is behind a mention by its form, before it is asked what the article has told."""
        return (
            _by("joint", joint_titles(self.notes, context, mention))
            or _by("placed", one_of_several(self.notes, context, mention) or somebody_placed(self.notes, mention))
            or _of_statement(statement_maker(self.notes, context, mention))
            or _by("possessor", self._owner(mention) or self._named_owner(mention) or self._owner_behind(mention))
            or _by("marked-name", marked_name(self.notes, context, mention))
        )

    def _owner(self, mention: Mention) -> Resolution | None:
        """Return whom a possessive alone means: *Sein | Fazit: …*."""
        if mention.head.features.get("Poss") != "Yes" or mention.span != mention.head.span:
            return None
        chunks = self.notes.chunks[mention.sentence]
        chunk = next((chunk for chunk in chunks if chunk.words[0].index == mention.head.index), None)
        owner = None if chunk is None else owner_of(self.notes, self.notes.contexts[mention.sentence], chunk)
        if (
            owner is None
            or chunk is None
            or owner.kind == "document"
            or set(owner.nouns) & {w.text for w in chunk.nouns}
        ):
            return None
        return described(owner)

    def _named_owner(self, mention: Mention) -> Resolution | None:
        """Return whom a name in the genitive means, without what is theirs: *| Ida Kolbs | Fazit: …*."""
        chunks = self.notes.chunks[mention.sentence]
        chunk = next((chunk for chunk in chunks if mention.head in chunk.possessor), None)
        noun = None if chunk is None or not chunk.nouns else noun_of(chunk.nouns[0].text)
        said = noun is not None and noun.kind in ("statement", "document")
        if chunk is None or not said or mention.span.end != chunk.possessor[-1].span.end:
            return None
        return by_genitive(self.notes, chunk.possessor)

    def _owner_behind(self, mention: Mention) -> Resolution | None:
        """Return whom a surname in the genitive means behind a noun: *die Forderung | Wasilews*."""
        head, text = mention.head, mention.span.of(self.notes.text)
        if head.upos != "PROPN" or mention.span != head.span or head.index == 1 or not text.endswith("s"):
            return None
        noun = self.notes.contexts[mention.sentence].word(head.index - 1)
        owners = self.notes.bearers(text[:-1]) if noun.upos == "NOUN" else []
        return described(owners[0]) if len(owners) == 1 and owners[0].name != text else None

    def _taken_up(self, mention: Mention) -> Resolution:
        """Return what an adverb takes up: with *dort* a body, else the noun before it, else the speaker before."""
        is_dort = mention.span.of(self.notes.text).lower() == "dort"
        same = None if is_dort else adverb_before(self.notes, mention)
        if same is not None:
            return self.resolve(same)
        found = (body_before(self.notes, mention) if is_dort else None) or source_before(self.notes, mention)
        found = found or (None if is_dort else publisher_before(self.notes, mention))
        found = found or (None if is_dort else medium_before(self.notes, mention))
        found = found or (None if is_dort else finder_before(self.notes, mention))
        found = found or (None if is_dort else teller_before(self.notes, mention))
        if found is not None:
            return found
        earlier = speaker_before(self.notes, mention)
        if is_dort and earlier is not None and self.resolve(earlier).kind in ("person", "anonymous"):
            return Resolution(None, "unknown", reason="source_named_before")
        if mention.span.of(self.notes.text).lower() in IN_DOCUMENTS and not self._is_of_document(earlier):
            return Resolution(None, "document", reason="unnamed_statement")
        return Resolution(None, "unknown", reason="source_named_before") if earlier is None else self.resolve(earlier)

    def _is_of_document(self, mention: Mention | None) -> bool:
        return mention is not None and self.resolve(mention).kind == "document"


def _is_governed(context: Context, mention: Mention) -> bool:
    """Say whether a relative pronoun names a source behind its preposition: *Berichte, nach | denen | er floh*."""
    head = mention.head
    if (
        head.text not in DATIVE_RELATIVES
        or mention.span != head.span
        or head.index < len(("Berichte", ",", "nach", "denen"))
    ):
        return False
    return (
        context.word(head.index - 1).text in ("nach", "laut", "gemäß", "aus")
        and context.word(head.index - 2).text == ","
    )


def _by(way: str, found: Resolution | None) -> Resolution | None:
    return None if found is None else evolve(found, way=way)


def _of_statement(found: Resolution | None) -> Resolution | None:
    """Return who makes a statement with the way to them; a document speaks for itself."""
    return _by("document" if found is not None and found.kind == "document" else "statement", found)
