"""The answer for each mention: name, kind, role, affiliation, members, or the reason why there is no name."""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve, field, frozen

from quotetrack.lexicon import load
from quotetrack.nouns import Gender, Noun, is_medium_noun, noun_of, state_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.spans import Span
from quotetrack.speakers.bodies import named_body
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.names import without_s
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronouns import is_plural_pronoun
from quotetrack.speakers.reading import referent_of
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.relations import possessor
from quotetrack.speakers.wording import nominative, nominative_noun, nominative_title
from quotetrack.vocabulary import SpeakerKind

_ADVERBS: Final = frozenset({"demnach", "danach", "wonach", "demzufolge", "darin", "dort", "worin"})
_SOMEBODY: Final = frozenset({"jemand", "einer", "eine", "mancher", "manche", "wer"})
_LATELY: Final = 3
_PAIRED: Final = 4
_PARTITIVE_RE: Final = regex.compile(
    r"\b[Ee]ine?[rs]? (?:(?:von|der|dieser|seiner|ihrer|drei|vier) )+(ihnen|beiden|\p{Lu}\p{L}+)\b"
)
_SEVERAL_RE: Final = regex.compile(
    r"(?:die |alle )?(?:anderen|einen|meisten|wenigsten|übrigen)|andere|manche|etliche|wenige|einzelne|viele|einige"
    r"|mehrere|alle"
)
#: Documents that are what somebody says where they are somebody's: *ihr Urteil*.
_VERDICTS: Final = frozenset({"Urteil", "Resümee", "Plädoyer", "Befund", "Bilanz", "Gutachten", "Antrag", "Programm"})
_OWN: Final = frozenset({"eigenen", "eigener", "eigenem", "eigene"})


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


_UNRESOLVED: Final = Resolution(None, "unknown", reason="unresolved")


@frozen
class SpeakerIndex:
    """Everybody of whom an article speaks, and where."""

    notes: Notes = field(repr=False)

    def resolve(self, mention: Mention) -> Resolution:
        """Return who is behind a mention, with the reason where no name can be given."""
        found = self._resolved(mention)
        is_medium = found.kind == "organisation" and found.name in load("media_names")
        return evolve(found, kind="medium") if is_medium else found

    def _resolved(self, mention: Mention) -> Resolution:
        context = self.notes.contexts[mention.sentence]
        if mention.is_adverb or mention.span.of(self.notes.text).lower() in _ADVERBS:
            is_dort = mention.span.of(self.notes.text).lower() == "dort"
            return (self._body_before(mention) if is_dort else None) or self._source_before(mention)
        partitive = self._one_of_several(context, mention)
        if partitive is not None:
            return partitive
        statement = self._statement(context, mention)
        if statement is not None:
            return statement
        named = self._marked_name(context, mention)
        if named is not None:
            return named
        referent = referent_of(self.notes, mention)
        return described(referent) if referent is not None else self._without_referent(context, mention)

    def _one_of_several(self, context: Context, mention: Mention) -> Resolution | None:
        """*Einer der beiden*, *eine von ihnen*: somebody whom the article does not tell from the others."""
        start = mention.span.start
        text = self.notes.text[max(0, start - len("einer ")) : mention.span.end + len(" von ihnen")]
        found = _PARTITIVE_RE.search(text)
        if found is None or any(
            len(chunk.name) > 1 and mention.span.contains(chunk.span) for chunk in self.notes.chunks[mention.sentence]
        ):
            return None
        lately = self.notes.contexts[max(0, context.number - _LATELY) : context.number]
        of_two = any(word.text.lower() in ("beide", "beiden") for other in lately for word in other.sentence.words)
        known = of_two or len(self.notes.last_pair(context, _PAIRED)) > 1 or bool(self.notes.kin)
        if found[1].lower() in ("beiden", "frauen", "männer") or (known and not found[1][:1].isupper()):
            return Resolution(None, "person", reason="ambiguous")
        several = noun_of(found[1])
        kin = several is not None and several.field == "family" and known
        return Resolution(None, "person", reason="ambiguous") if kin else None

    # -- statements ---------------------------------------------------------------------------------------------------

    def _statement(self, context: Context, mention: Mention) -> Resolution | None:
        """Look through a noun of statement to whoever makes it: *Angaben der Polizei*, *seinen Worten*."""
        chunks = self.notes.chunks[mention.sentence]
        for place, chunk in enumerate(chunks):
            if not mention.span.contains(chunk.head.span) or not chunk.nouns:
                continue
            noun = noun_of(chunk.nouns[0].text)
            if noun is None or noun.kind not in ("statement", "document", "reports"):
                return None
            marked = self._marked_name(context, mention) if noun.kind == "statement" else None
            if marked is not None:
                return marked
            return self._maker(context, mention, place, noun)
        return None

    def _maker(self, context: Context, mention: Mention, place: int, noun: Noun) -> Resolution | None:
        chunks, tails = self.notes.chunks[mention.sentence], self.notes.tails[mention.sentence]
        chunk = chunks[place]
        is_verdict = noun.base in _VERDICTS and (chunk.determiner or "").startswith(("sein", "ihr"))
        if noun.kind == "document" and not is_verdict:
            return self._document(context, mention, place)
        if noun.kind == "reports":
            return Resolution(None, "unknown", reason="unnamed_reports")
        if any(word.text.lower() in _OWN for word in chunk.adjectives):
            return self._subject(context)
        if chunk.possessor or (chunk.determiner or "").startswith(("sein", "ihr", "dessen", "deren")):
            owner = possessor(self.notes, context, chunk)
            return described(owner) if owner is not None else Resolution(None, "person", reason="ambiguous")
        joint = self._joint_states(mention, place) or self._joint_bodies(context, mention, place)
        if joint is not None:
            return joint
        if chunk.name:
            return self._author_by_name(context, chunk)
        tail = tails.get(place)
        if tail is not None and mention.span.contains(chunks[tail].head.span):
            if chunks[tail].preposition == "aus" and not chunks[tail].name:
                return Resolution(None, "group", reason="unnamed_group")
            return self._author(context, mention, tail)
        named = [other for other in chunks[place + 1 :] if mention.span.contains(other.span)]
        if named:
            return self._author(context, mention, chunks.index(named[0]))
        return self._compound(chunk, noun)

    def _author(self, context: Context, mention: Mention, place: int) -> Resolution:
        notes = self.notes
        chunk = notes.chunks[mention.sentence][place]
        joint = [p for p in notes.pairs if p.sentence == mention.sentence and mention.span.contains(p.span)]
        if joint:
            return described(notes.group([person for pair in joint for person in pair.referents]))
        referent = notes.by_head.get((mention.sentence, chunk.head.index))
        if referent is None:
            return Resolution(nominative(chunk) or None, "organisation")
        return described(referent.known)

    def _joint_states(self, mention: Mention, place: int) -> Resolution | None:
        """Return the states that speak together: *Angaben Russlands und der Ukraine*."""
        states = [
            self.notes.place(name_text(chunk.name)).name or ""
            for number, chunk in enumerate(self.notes.chunks[mention.sentence][place:])
            if mention.span.contains(chunk.head.span)
            and (not chunk.nouns or not number)
            and chunk.name
            and state_of(name_text(chunk.name)) is not None
        ]
        return Resolution(" und ".join(states), "place", members=tuple(states)) if len(states) > 1 else None

    def _joint_bodies(self, context: Context, mention: Mention, place: int) -> Resolution | None:
        """Return the bodies that speak together: *Angaben der „Rundschau“ und des Senders Nord*."""
        notes = self.notes
        inside = [c for c in notes.chunks[context.number][place + 1 :] if mention.span.contains(c.span) and c.name]
        names = [
            (chunk, referent.known.name)
            for chunk in inside
            if (referent := notes.by_head.get((context.number, chunk.head.index))) is not None
            and referent.known.kind in ("organisation", "medium")
            and referent.known.name
        ]
        if len(names) != 2 or [w.text for w in context.words(names[0][0].last + 1, names[1][0].first - 1)] != ["und"]:
            return None
        found = tuple(name for _, name in names if name is not None)
        return Resolution(" und ".join(found), "group", members=found)

    def _author_by_name(self, context: Context, chunk: Chunk) -> Resolution:
        name = without_s(name_text(chunk.name))
        bearers = self.notes.bearers(name_text(chunk.name))
        if len(bearers) == 1:
            return described(bearers[0])
        state = state_of(name_text(chunk.name))
        return Resolution(name, "place" if state else "organisation")

    def _compound(self, chunk: Chunk, noun: Noun) -> Resolution:
        """``Behördenangaben``: the first part of the compound speaks; bare ``Berichten`` are of nobody."""
        text = chunk.nouns[-1].text
        at = text.casefold().rfind(noun.base.casefold()[:4])
        first = text[:at].rstrip("-") if at > 2 else ""
        if not first and chunk.preposition in ("in", "im") and chunk.is_definite:
            return Resolution(nominative_noun(chunk.nouns[-1], chunk), "document")
        if not first:
            return Resolution(None, "unknown", reason="unnamed_statement")
        if first.casefold() in ("medien", "presse", "zeitungs", "agentur"):
            return Resolution(None, "unknown", reason="unnamed_reports")
        bare = first.removesuffix("s")
        whole = first if noun_of(bare) is None and noun_of(first) is not None else bare
        known = noun_of(whole)
        kind: SpeakerKind = "group" if known is not None and known.kind == "person" else "organisation"
        if kind == "group":
            return Resolution(None, "group", reason="unnamed_group")
        return Resolution(named_body(self.notes, whole) or whole, kind)

    def _document(self, context: Context, mention: Mention, place: int) -> Resolution:
        chunk = self.notes.chunks[context.number][place]
        if chunk.words[0].span.start < mention.span.start <= chunk.nouns[0].span.start:
            chunk = evolve(chunk, determiner=None)  # the pronoun before it: an dem Berichten zufolge gebaut wird
        noun = noun_of(chunk.nouns[-1].text)
        text = chunk.nouns[-1].text.casefold()
        if noun is not None and noun.base == "Bericht" and chunk.determiner is None and not chunk.name:
            if text in ("berichten", "berichte") and self.notes.tails[context.number].get(place) is None:
                return Resolution(None, "unknown", reason="unnamed_reports")
            if text.startswith(("medien", "zeitungs", "presse", "agentur")):
                return Resolution(None, "unknown", reason="unnamed_reports")
        referent = self.notes.by_head.get((context.number, chunk.nouns[-1].index))
        if referent is not None:
            return described(referent.known)
        return Resolution(nominative_noun(chunk.nouns[-1], chunk), "document")

    def _subject(self, context: Context) -> Resolution:
        """Return the subject of the sentence: *hat nach eigenen Angaben …*."""
        here = [o for o in self.notes.occurrences if o.sentence == context.number and not o.is_attribute]
        subjects = [o for o in here if o.is_subject and not o.is_speaker] or [o for o in here if o.is_subject] or here
        if subjects:
            return described(subjects[0].referent.known)
        return Resolution(None, "unknown", reason="no_subject")

    def _source_before(self, mention: Mention) -> Resolution:
        """Return the source that *demnach* or *wonach* takes up: the noun before it, else the source before."""
        notes = self.notes
        before = [
            (number, chunk)
            for number in (mention.sentence, mention.sentence - 1)
            if number >= 0
            for chunk in reversed(notes.chunks[number])
            if chunk.span.end <= mention.span.start
        ]
        for number, chunk in before:
            noun = chunk.noun
            if noun is None or noun.kind not in ("statement", "document", "reports"):
                continue
            if self._is_attribute(number, chunk):
                continue
            context = notes.contexts[number]
            if noun.base in ("Gerücht",):
                return Resolution(None, "unknown", reason="unnamed_reports")
            spoken = Mention(_whole(notes, number, chunk), chunk.head, number)
            found = self._maker(context, spoken, notes.chunks[number].index(chunk), noun)
            if found is not None and (found.name is not None or found.members or found.reason == "unnamed_reports"):
                return found
        earlier = [
            quote.speaker
            for quote in notes.quotes
            if quote.speaker is not None
            and not quote.speaker.is_adverb
            and quote.speaker.span.end <= mention.span.start
        ]
        if earlier:
            return self.resolve(max(earlier, key=lambda spoken: spoken.span.end))
        return Resolution(None, "unknown", reason="source_named_before")

    def _body_before(self, mention: Mention) -> Resolution | None:
        """Return the body or place that *dort* takes up: the subject of the sentence before or the last."""
        found = [
            o
            for o in self.notes.occurrences
            if o.referent.known.kind in ("organisation", "medium", "place") and not o.is_in_content
            if 0 < mention.sentence - o.sentence <= 2
        ]
        last = max((o.sentence for o in found), default=None)
        found = [o for o in found if o.sentence == last]
        subjects = [o for o in found if o.is_subject and o.referent.known.kind != "place"]
        return described((subjects or found[-1:])[0].referent) if found else None

    def _is_attribute(self, number: int, chunk: Chunk) -> bool:
        """Say whether a document only tells of what another is: *ein Gutachten zu den Fahrzeugdaten*."""
        chunks, words = self.notes.chunks[number], self.notes.contexts[number].sentence.words
        place = chunks.index(chunk)
        before = chunks[place - 1].noun if place else None
        behind = words[chunks[place - 1].last : chunk.first - 1] if place else ()
        attributed = len(behind) == 1 and behind[0].text.lower() in ("zu", "zum", "zur", "über", "von", "gegen", "an")
        return before is not None and before.kind in ("document", "statement") and (attributed or not behind)

    # -- names and the rest -------------------------------------------------------------------------------------------

    def _marked_name(self, context: Context, mention: Mention) -> Resolution | None:
        """Return the medium or body whose name stands between marks: *die „Bergpost“*."""
        text = mention.span.of(self.notes.text)
        if any(
            len(chunk.name) > 1 and mention.span.contains(chunk.span) and self._is_of_person(chunk)
            for chunk in self.notes.chunks[mention.sentence]
            if not any(placed.passage.marked.span.contains(chunk.span) for placed in context.passages)
        ):
            return None
        for placed in context.passages:
            marked = placed.passage.marked
            content = self.notes.text[marked.content_spans[0].start : marked.content_spans[-1].end]
            if mention.span.contains(marked.span) or text == content:
                outside = regex.sub(r"\s+", " ", text.replace(marked.span.of(self.notes.text), " ")).strip()
                return self._marked(nominative_title(content.strip(), outside.split(" ")[-1]), outside)
        return None

    def _is_of_person(self, chunk: Chunk) -> bool:
        return len(self.notes.bearers(name_text(chunk.name))) == 1

    def _marked(self, name: str, outside: str) -> Resolution | None:
        words = [word for word in outside.split() if word[:1].isupper() and word.lower() not in ("der", "die", "das")]
        noun = noun_of(words[-1]) if words else None
        if noun is not None and noun.kind == "person":
            return None
        if noun is not None and noun.kind == "document":
            return Resolution(name, "document")
        is_body = noun is not None and noun.kind == "organisation" and not is_medium_noun(words[-1])
        return Resolution(name, "organisation" if is_body else "medium")

    def _without_referent(self, context: Context, mention: Mention) -> Resolution:
        head = mention.head
        text = mention.span.of(self.notes.text)
        small = text.lower()
        if small in _SOMEBODY:
            return Resolution(None, "anonymous", reason="anonymous")
        if _SEVERAL_RE.fullmatch(small) or (small in ("sie", "diese") and is_plural_pronoun(context, head)):
            return Resolution(None, "group", reason="unnamed_group")
        if head.upos == "PRON" or small in (
            "der",
            "die",
            "er",
            "sie",
            "dieser",
            "diese",
            "beide",
            "letzterer",
            "ersterer",
        ):
            return Resolution(None, "person", reason="ambiguous")
        one_of_two = self._one_of_two(mention, small)
        if one_of_two is not None:
            return one_of_two
        if regex.match(r"ein(?:e[rsmn]?)?\b", small):
            return Resolution(None, "anonymous", reason="anonymous")
        if small.split(" ")[0] in ("viele", "mehrere", "einige", "manche", "alle", "zwei", "drei"):
            return Resolution(None, "group", reason="unnamed_group")
        if state_of(text) is not None:
            return Resolution(text.removesuffix("s") if state_of(text.removesuffix("s")) else text, "place")
        if is_medium_noun(text.split(" ")[-1]):
            return Resolution(_plain(text), "medium")
        return Resolution(_plain(text), "organisation") if _has_capital(text) else _UNRESOLVED

    def _one_of_two(self, mention: Mention, small: str) -> Resolution | None:
        """*Die eine*, *die andere*: who is meant only the gender tells where just a man and a woman were spoken of."""
        found = regex.match(r"(?:der|die) (eine|andere|ältere|jüngere)$", small)
        if found is None:
            return None
        by_gender = self._of_two_genders(mention, "Masc" if small.startswith("der") else "Fem")
        return described(by_gender) if by_gender is not None else Resolution(None, "person", reason="ambiguous")

    def _of_two_genders(self, mention: Mention, gender: Gender) -> Referent | None:
        """Return the one of that gender where just a man and a woman have been spoken of: *sagt die andere*."""
        people = {
            id(o.referent.known): o.referent.known
            for o in self.notes.occurrences
            if 0 <= mention.sentence - o.sentence <= _LATELY and o.referent.known.is_person and not o.is_in_content
        }
        fitting = [person for person in people.values() if person.gender == gender]
        return (
            fitting[0] if len(people) == len({person.gender for person in people.values()}) == 2 and fitting else None
        )


def described(referent: Referent) -> Resolution:
    """Return what is known of a referent, in the fields of a record."""
    known = referent.known
    if known.members:
        names = tuple(dict.fromkeys(name for person in known.members if (name := person.known.name) is not None))
        if len(names) < len(known.members):
            return Resolution(None, "group", members=names, reason="ambiguous")
        return Resolution(_listed(names), "group", members=names)
    is_somebody = known.kind == "anonymous" and (known.name is not None or known.is_one_of_the_named)
    kind: SpeakerKind = "person" if is_somebody else known.kind
    reason = None if known.name is not None else known.reason or "unresolved"
    return Resolution(known.name, kind, known.role, known.affiliation, reason=reason)


def _listed(names: tuple[str, ...]) -> str:
    return " und ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _plain(mention: str) -> str:
    return regex.sub(r"^(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[rmns]?)?)\s", "", mention)


def _has_capital(text: str) -> bool:
    return any(part[:1].isupper() for part in _plain(text).split())


def _whole(notes: Notes, number: int, chunk: Chunk) -> Span:
    place = notes.chunks[number].index(chunk)
    end = notes.end_of(number, place)
    words = notes.contexts[number].sentence.words
    return Span(chunk.span.start, words[end - 1].span.end)
