"""Reads an article once from its start to its end and notes of whom it speaks where.

Names come first, for the whole article: a full name may stand anywhere, also after its short form. Then every noun
phrase and pronoun is taken up in text order, so that a later one can lean on an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import regex
from attrs import define, field

from quotetrack.lexicon import table
from quotetrack.nouns import Gender, is_medium_noun, noun_of, state_of, state_of_adjective, state_of_people
from quotetrack.person_roles import is_other_word_for, is_same_role
from quotetrack.phrases import is_time
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.spans import Span
from quotetrack.speakers.chunks import Chunk, chunks_of, name_text, tail_chunks
from quotetrack.speakers.names import fit, is_acronym, is_medium_name, name_forms, without_genitive
from quotetrack.speakers.referents import Occurrence, Pair, Referent
from quotetrack.speakers.salience import Candidate, clear_winner, fits, ranked
from quotetrack.speakers.wording import nominative, nominative_noun, role_of
from quotetrack.syntax import SUBJECTS, Word
from quotetrack.vocabulary import SpeakerKind

_SINGULAR: Final[dict[str, Gender | None]] = {"er": "Masc", "ihm": "Masc", "ihn": "Masc"}
_DEMONSTRATIVES: Final[dict[str, Gender | None]] = {
    "dieser": "Masc", "diese": "Fem", "diesem": None, "diesen": "Masc", "jener": "Masc", "jene": "Fem",
}  # fmt: skip
_RELATIVES: Final = frozenset("der die das dem den dessen deren welcher welche welches".split())
_LAST_OF: Final = frozenset("letzterer letztere letzteres letzterem letzteren letztgenannter letztgenannte".split())
_FIRST_OF: Final = frozenset("ersterer erstere ersteres ersterem ersteren erstgenannter erstgenannte".split())
_BOTH: Final = frozenset({"beide", "beiden"})
_UNITING: Final = frozenset(
    "Verband Bund Verein Vereinigung Bündnis Kammer Gewerkschaft Gesellschaft Initiative Rat Union Zentrale Verbund"
    " Innung Zunft Allianz Forum Dachverband Weltverband Genossenschaft".split()
)
_GENERAL_FIELDS: Final = frozenset({"age", "origin", "party", "public", "relation", "family", ""})
_RELATIONS: Final = frozenset({"relation", "family"})
_COUNTERPARTS: Final = frozenset(
    "Kollege Partner Mitstreiter Amtskollege Parteikollege Chef Gesprächspartner Gegenspieler Kontrahent Rivale"
    " Widersacher Koalitionspartner".split()
)
_ADJECTIVAL_RE: Final = regex.compile(r"(?:\p{L}te|ene|nde|ige|ische|ere|liche|same|bare|lose)[nrm]?$")
_PERSONAL_RE: Final = regex.compile(r"(?:er|e|ist|ent|ant|or|eur|är|oge|graf|mann|ling|rat|chef|and)(?:[sn]|en|es)?$")
_AFFECTED_RE: Final = regex.compile(r"(?:\p{L}*[Gg]e\p{L}+(?:te|ene|ne)|\p{L}+ierte)[nrm]?")
_OBLIQUE: Final = frozenset({"den", "dem", "des", "einen", "einem", "eines", "diesen", "diesem", "ihren", "ihrem"})
_LOOK_AHEAD: Final = 5
_LOCATIVES: Final = frozenset({"in", "im", "aus", "nach", "bei", "durch", "ins", "um"})


@define
class Reading:
    """An article as it is read: its phrases, its people, and where they occur."""

    contexts: tuple[Context, ...]
    text: str
    quotes: Sequence[Quote]
    paragraphs: list[int] = field(init=False)
    chunks: list[list[Chunk]] = field(init=False)
    tails: list[dict[int, int]] = field(init=False)
    referents: list[Referent] = field(factory=list)
    occurrences: list[Occurrence] = field(factory=list)
    pairs: list[Pair] = field(factory=list)
    by_head: dict[tuple[int, int], Referent] = field(factory=dict)
    named: dict[str, Referent] = field(factory=dict)
    bodies: dict[str, list[str]] = field(factory=dict)
    _first: dict[int, int] = field(factory=dict)
    _owners: dict[tuple[int, int], tuple[int, int]] = field(factory=dict)
    _bare: list[tuple[int, Referent, bool]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        forms = name_forms(self.contexts)
        self.paragraphs = _paragraphs(self.contexts, self.text)
        self.chunks = [chunks_of(context.sentence.words, forms) for context in self.contexts]
        self.tails = [
            dict(tail_chunks(chunks, context.sentence.words))
            for chunks, context in zip(self.chunks, self.contexts, strict=True)
        ]
        self._name_people()
        self._name_bodies()
        for context in self.contexts:
            self._read(context)

    # -- names --------------------------------------------------------------------------------------------------------

    def _name_people(self) -> None:
        """Make a referent for each full name of the article, with all that the article says of it beside the name."""
        full = self._full_names()
        for number, chunks in enumerate(self.chunks):
            for place, chunk in enumerate(chunks):
                name = name_text(chunk.name)
                if name not in full:
                    continue
                person = self.named.get(name)
                if person is None:
                    person = self.named[name] = Referent("person", name)
                    self._first[id(person)] = number
                    if self._is_bare(number, place):
                        self._bare.append((number, person, self._is_acting(number, chunk)))
                self._learn(person, number, place)
        for name in sorted(full - set(self.named)):
            self.named[name] = Referent("person", name)
            self._first[id(self.named[name])] = 0

    def _name_bodies(self) -> None:
        """Note the nouns with which the article calls its named bodies, so that a bare noun can lead to a name."""
        for number, chunks in enumerate(self.chunks):
            for place, chunk in enumerate(chunks):
                noun = chunk.noun
                if noun is None or noun.kind not in ("organisation", "medium") or chunk.is_indefinite:
                    continue
                if chunk.name or any(word.text[:1].isupper() and word.index > 1 for word in chunk.adjectives):
                    name = self._body_name(number, place)
                    if name is not None:
                        self.bodies.setdefault(name, []).append(chunk.nouns[-1].text)

    def _named_body(self, chunk: Chunk) -> str | None:
        """Return the name of the only named body that a bare noun can mean."""
        noun = chunk.nouns[-1].text
        found = [name for name, nouns in self.bodies.items() if any(_takes_up(noun, earlier) for earlier in nouns)]
        return found[0] if len(found) == 1 else None

    def _full_names(self) -> set[str]:
        counts: dict[str, list[bool]] = {}
        for number, chunks in enumerate(self.chunks):
            for place, chunk in enumerate(chunks):
                if len(chunk.name) > 1:
                    counts.setdefault(name_text(chunk.name), []).append(self._looks_like_person(number, place))
        names = {name for name, looks in counts.items() if any(looks)}
        names |= self._siblings(names)
        names = {without_genitive_form(name, names) for name in names}
        shorter = {name for name in names if any(fit(name, other) in (1, 2, 3) for other in names)}
        return names - shorter

    def _siblings(self, names: set[str]) -> set[str]:
        """``Defne und Selin Karagöz``: the first has the surname of the second, too."""
        found: set[str] = set()
        for number, chunks in enumerate(self.chunks):
            words = self.contexts[number].sentence.words
            for place in range(len(chunks) - 1):
                one, other = chunks[place], chunks[place + 1]
                between = [word.text for word in words[one.last : other.first - 1]]
                full = name_text(other.name)
                alone = len(one.name) == 1 and not one.titles and not other.nouns
                if alone and between == ["und"] and full in names and len(other.name) == 2:
                    given = one.name[0].text
                    noun = one.noun
                    if noun is not None and not one.is_plural and noun.field != "family":
                        continue
                    if not any(fit(given, name) for name in names) and state_of(given) is None:
                        found.add(f"{given} {other.name[-1].text}")
        return found

    def _looks_like_person(self, number: int, place: int) -> bool:
        chunk = self.chunks[number][place]
        if any(is_acronym(word.text) for word in chunk.name) or any(w.text in ("&", "+") for w in chunk.words):
            return False
        if state_of(name_text(chunk.name)) is not None or is_medium_name(name_text(chunk.name)):
            return False
        noun = chunk.noun
        if chunk.titles or (noun is not None and noun.kind == "person"):
            return True
        if noun is not None or chunk.nouns:
            return False
        appositive = self._apposition(number, place)
        if appositive is not None:
            return True
        if (chunk.preposition or "") in _LOCATIVES or chunk.determiner in ("das", "des", "dem", "im"):
            return False
        if chunk.determiner is not None and (chunk.adjectives or noun_of(chunk.name[-1].text) is not None):
            return False
        known = noun_of(chunk.name[-1].text)
        if known is not None and known.kind in ("organisation", "medium", "document", "statement"):
            return False
        return not self._in_marks(number, chunk) and not any(w.text[0].islower() for w in chunk.name[:1])

    def _in_marks(self, number: int, chunk: Chunk) -> bool:
        placed = self.contexts[number].passage_at(chunk.head.index)
        return placed is not None and placed.passage.kind not in ("quotation", "fragment", "undecided")

    def _is_acting(self, number: int, chunk: Chunk) -> bool:
        """Say whether a phrase is a subject or speaks, outside of what others say."""
        context = self.contexts[number]
        if self._is_speaker(context, chunk.span):
            return True
        return _is_subject(context, chunk, chunk.head) and not self._is_in_content(chunk.span)

    def _is_marked_medium(self, number: int, chunk: Chunk) -> bool:
        placed = self.contexts[number].passage_at(chunk.head.index)
        return placed is not None and placed.passage.kind == "medium"

    def _is_bare(self, number: int, place: int) -> bool:
        """Say whether a name stands without any role beside it, or with one that only says to whom it relates."""
        chunk = self.chunks[number][place]
        other = self._apposition(number, place)
        noun = None if other is None else self.chunks[number][other].noun
        return not chunk.nouns and not chunk.titles and (noun is None or noun.field in ("relation", "origin", "age"))

    def _apposition(self, number: int, place: int) -> int | None:
        """Return the place of the phrase that stands in apposition to a name, before or after it.

        ``die Umweltministerin der Region, Lucía Mora`` and ``Sabine Weiß, Klubobfrau der Grünen Allianz``.
        """
        chunks, words = self.chunks[number], self.contexts[number].sentence.words
        chunk = chunks[place]
        for other in self._neighbours(number, place):
            role = chunks[other]
            noun = role.noun
            if role.name or noun is None or noun.kind != "person" or role.is_plural:
                continue
            if chunk.nouns and chunk.gender is not None and role.gender not in (None, chunk.gender):
                continue
            if _closes(words, max(self.end_of(number, place), self.end_of(number, other))):
                return other
        return None

    def _neighbours(self, number: int, place: int) -> Iterator[int]:
        """Yield the phrases that a comma parts from this one, the nearer first."""
        chunks, words = self.chunks[number], self.contexts[number].sentence.words
        start = chunks[place].first
        if start > 2 and words[start - 2].text == ",":
            for other in range(place - 1, -1, -1):
                if self.end_of(number, other) == start - 2:
                    yield from self._heads_ending(number, other, start - 2)
                    break
        end = self.end_of(number, place)
        if end < len(words) - 1 and words[end].text == ",":
            for other in range(place + 1, len(chunks)):
                between = words[end + 1 : chunks[other].first - 1]
                if chunks[other].first == end + 2 or (
                    len(between) <= 2 and all(w.upos in ("ADP", "NUM", "ADV", "ADJ") for w in between) and between
                ):
                    yield other
                    break

    def _heads_ending(self, number: int, place: int, end: int) -> Iterator[int]:
        """Yield the phrases whose attributes reach to an end, the outermost first."""
        heads = [other for other in range(place + 1) if self.end_of(number, other) == end]
        yield from heads

    def end_of(self, number: int, place: int) -> int:
        """Return the last word of a phrase with its attributes."""
        tails = self.tails[number]
        seen = place
        while seen in tails:
            seen = tails[seen]
        last = self.chunks[number][seen].last
        words = self.contexts[number].sentence.words
        if last + 1 < len(words) and words[last].text == "(":
            closing = next((w.index for w in words[last : last + 5] if w.text == ")"), None)
            return closing or last
        return last

    def _learn(self, person: Referent, number: int, place: int) -> None:
        """Learn gender, role and affiliation from the phrase, its apposition and its attributes."""
        chunks = self.chunks[number]
        chunk = chunks[place]
        person.takes(chunk)
        role = role_of(chunk)
        if role is not None and person.role is None:
            person.role = role
        source = place
        other = self._apposition(number, place)
        if other is not None:
            person.takes(chunks[other])
            person.role = role_of(chunks[other]) if not chunk.nouns or other < place else person.role
            source = other
        person.affiliation = person.affiliation or self._affiliation(number, source) or self._party(number, place)
        person.state = person.state or self._state(number, source)
        self._learn_predicate(person, number, place)

    def _state(self, number: int, place: int) -> str | None:
        chunk = self.chunks[number][place]
        states = [state_of_adjective(word.text) for word in chunk.adjectives]
        states += [state_of(name_text(chunk.possessor))] if chunk.possessor else []
        return next((state for state in states if state), None)

    def _affiliation(self, number: int, place: int) -> str | None:
        tail = self.tails[number].get(place)
        if tail is None:
            chunk = self.chunks[number][place]
            return without_s(name_text(chunk.possessor)) if chunk.possessor and not chunk.name else None
        chunk = self.chunks[number][tail]
        noun = chunk.noun
        if noun is not None and noun.kind in ("organisation", "medium") and chunk.name:
            return self._body_name(number, tail)
        if (noun is not None and noun.kind in ("organisation", "medium")) or (chunk.name and not chunk.nouns):
            return self._body_name(number, tail)
        return None

    def _party(self, number: int, place: int) -> str | None:
        words = self.contexts[number].sentence.words
        last = self.chunks[number][place].last
        if last + 1 < len(words) and words[last].text == "(":
            inside = [w.text for w in words[last + 1 : last + 4]]
            if ")" in inside:
                party = " ".join(inside[: inside.index(")")])
                return None if party.isdigit() else party
        return None

    def _learn_predicate(self, person: Referent, number: int, place: int) -> None:
        """``Petra Hinterleitner ist Landesrätin``: the predicate noun is a role of the subject."""
        words = self.contexts[number].sentence.words
        chunks = self.chunks[number]
        end = self.end_of(number, place)
        self._learn_from_naming(person, number, place)
        person.gender = person.gender or self._relative_after(number, place)
        if end < len(words) and words[end].text == ",":
            end += 1
        if end >= len(words) or words[end].text.lower() not in ("ist", "war", "wurde", "bleibt", "wird"):
            return
        following = next((chunk for chunk in chunks[place + 1 :] if chunk.first <= end + 4), None)
        if following is None or following.name or following.preposition:
            return
        noun = following.noun
        if noun is not None and noun.kind == "person" and not following.is_plural:
            person.takes(following)
            person.role = person.role or role_of(following)
            person.affiliation = person.affiliation or self._affiliation(number, chunks.index(following))

    def _relative_after(self, number: int, place: int) -> Gender | None:
        """``Khalid Masri, der …``: a relative pronoun right behind a name tells the gender."""
        words = self.contexts[number].sentence.words
        chunk = self.chunks[number][place]
        end, start = chunk.last, chunk.first
        if end + 1 >= len(words) or words[end].text != "," or words[end + 1].upos not in ("PRON", "DET"):
            return None
        if start > 1 and words[start - 2].text.lower() in ("und", "oder", "sowie"):
            return None
        following = words[end + 2] if end + 2 < len(words) else None
        if following is None or (following.upos in ("NOUN", "PROPN", "ADJ") and words[end + 1].upos == "DET"):
            return None
        genders: dict[str, Gender] = {"der": "Masc", "dessen": "Masc", "den": "Masc", "die": "Fem", "deren": "Fem"}
        return genders.get(words[end + 1].text.lower())

    def _learn_from_naming(self, person: Referent, number: int, place: int) -> None:
        """``Der Namensvetter heißt Alois Ott``: the subject is the one who is named."""
        words, chunks = self.contexts[number].sentence.words, self.chunks[number]
        first = chunks[place].first
        if place and first > 2 and words[first - 2].text.lower() in ("heißt", "heisst", "hieß", "hiess"):
            before = chunks[place - 1]
            if before.last == first - 2 and before.noun is not None and before.noun.kind == "person":
                person.takes(before)

    # -- reading ------------------------------------------------------------------------------------------------------

    def _read(self, context: Context) -> None:
        number = context.number
        items: list[tuple[int, Chunk | Word]] = [(chunk.first, chunk) for chunk in self.chunks[number]]
        inside = {word.index for chunk in self.chunks[number] for word in chunk.words}
        items += [
            (word.index, word)
            for word in context.sentence.words
            if not word.masked and word.index not in inside and _is_pronoun(word)
        ]
        for _, item in sorted(items, key=lambda entry: entry[0]):
            if isinstance(item, Chunk):
                self._take_chunk(context, item)
            else:
                self._take_pronoun(context, item)
        self._imply_speakers(context)

    def _imply_speakers(self, context: Context) -> None:
        for quote in self.quotes:
            spoken = quote.speaker
            if quote.sentence == context.number and spoken is not None and spoken.sentence != context.number:
                referent = self.referent_of(spoken)
                if referent is not None:
                    self._note(context, referent, None, context.length, is_subject=True, is_speaker=True)
                    return

    def _note(
        self,
        context: Context,
        referent: Referent,
        chunk: Chunk | None,
        place: int,
        *,
        is_subject: bool | None = None,
        is_speaker: bool = False,
        is_attribute: bool = False,
    ) -> Occurrence:
        word = context.word(place)
        span = word.span if chunk is None else chunk.span
        clause = context.clauses.of(word)
        spoken = is_speaker or self._is_speaker(context, span)
        occurrence = Occurrence(
            referent,
            context.number,
            place,
            span,
            None if clause is None else clause.number,
            is_subject=(_is_subject(context, chunk, word) or (spoken and not is_attribute))
            if is_subject is None
            else is_subject,
            is_speaker=spoken and not is_attribute,
            is_addressee=any(
                part.contains(span)
                for quote in self.quotes
                if quote.sentence == context.number
                for part in quote.addressee
            ),
            is_in_content=not spoken and self._is_in_content(span),
            is_attribute=is_attribute,
            is_full=chunk is not None and len(chunk.name) > 1,
            chunk=chunk,
        )
        self.occurrences.append(occurrence)
        self.by_head[context.number, place] = referent
        return occurrence

    def _is_speaker(self, context: Context, span: Span) -> bool:
        return any(
            quote.speaker is not None and quote.speaker.sentence == context.number and quote.speaker.span.overlaps(span)
            for quote in self.quotes
            if quote.speaker is not None
        )

    def _is_in_content(self, span: Span) -> bool:
        """Say whether somebody says this in a clause; what is so *laut X* is the author's own sentence."""
        return any(
            part.contains(span)
            for quote in self.quotes
            if quote.type != "reported" and (quote.cue is None or quote.cue.kind not in ("preposition", "adverb"))
            for part in quote.spans
        )

    def _is_in_known_content(self, span: Span) -> bool:
        """Say whether somebody says this who is mentioned, other than by *nach eigenen Angaben*."""
        return any(
            part.contains(span)
            for quote in self.quotes
            if quote.speaker is not None and "eigene" not in quote.speaker.span.of(self.text)
            for part in quote.spans
        )

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def _take_chunk(self, context: Context, chunk: Chunk) -> None:
        number = context.number
        place = self.chunks[number].index(chunk)
        if is_time(chunk.head) or not (chunk.nouns or chunk.name) or _is_in_brackets(context, chunk):
            return
        owner = self.possessor(context, chunk)
        referent = self._referent_of_chunk(context, place, owner)
        if referent is None:
            return
        is_attribute = place in self.tails[number].values()
        self._note(context, referent, chunk, chunk.head.index, is_attribute=is_attribute)
        for word in (*chunk.nouns, *chunk.name, *chunk.titles):
            self.by_head[number, word.index] = referent
        self._pair_up(context, place, referent)

    def _referent_of_chunk(self, context: Context, place: int, owner: Referent | None) -> Referent | None:
        number = context.number
        chunk = self.chunks[number][place]
        noun = chunk.noun
        if chunk.name:
            return self._named(context, place, owner)
        partner = self._apposition_to(number, place)
        if partner is not None:
            return partner
        if noun is None:
            unknown = self._is_speaker(context, chunk.span) and chunk.nouns
            return self._unknown(context, place) if unknown else None
        if noun.kind == "person":
            if noun.is_ambiguous and not self._is_a_person(chunk):
                return self._body(context, place, "organisation")
            if chunk.is_plural:
                return self._several(context, place)
            return self._by_role(context, place, owner)
        if noun.kind in ("statement", "document", "reports"):
            return self._document(context, place) if noun.kind == "document" else None
        return self._body(context, place, noun.kind)

    def _apposition_to(self, number: int, place: int) -> Referent | None:
        """Return the person whose name stands in apposition to a role: ``der Sprecher des Amts, Lin Jian``."""
        chunks = self.chunks[number]
        noun = chunks[place].noun
        if noun is None or noun.kind != "person" or chunks[place].is_plural:
            return None
        for other, chunk in enumerate(chunks):
            if chunk.name and other != place and self._apposition(number, other) == place:
                return self._person_of(number, other)
        return None

    def _person_of(self, number: int, place: int) -> Referent | None:
        name = name_text(self.chunks[number][place].name)
        found = self.bearers(name)
        return found[0] if len(found) == 1 else None

    def bearers(self, name: str) -> list[Referent]:
        """Return the people whom a name can stand for, those alone whom it fits best."""
        short = without_genitive(name, self.named)
        fitting = [(fit(short, full), person) for full, person in self.named.items() if fit(short, full)]
        best = max((points for points, _ in fitting), default=0)
        if best == 4:
            return [person for points, person in fitting if points == 4]
        if best == 3 and not any(points == 2 for points, _ in fitting):
            return [person for points, person in fitting if points == 3]
        return [person for _, person in fitting]

    def _named(self, context: Context, place: int, owner: Referent | None) -> Referent | None:
        number = context.number
        chunk = self.chunks[number][place]
        bearers = self.bearers(name_text(chunk.name))
        if len(bearers) == 1:
            noun = chunk.noun
            if (
                noun is not None
                and noun.kind not in ("person",)
                and fit(name_text(chunk.name), bearers[0].name or "") < 4
            ):
                return self._body(context, place, noun.kind)
            bearers[0].takes(chunk)
            return bearers[0]
        if bearers:
            return self._one_of(context, chunk, bearers)
        return self._named_otherwise(context, place, owner)

    def _one_of(self, context: Context, chunk: Chunk, bearers: list[Referent]) -> Referent:
        """Return who of several with one surname is meant: by gender, by role, by who has just been spoken of."""
        left = [person for person in bearers if fits(person, chunk.gender)]
        marked = [person for person in left if person.gender is not None and person.gender == chunk.gender]
        left = marked if len(marked) == 1 else left
        if chunk.nouns:
            by_role = [p for p in left if any(is_same_role(chunk.nouns[-1].text, noun) for noun in p.nouns)]
            left = by_role or left
            if len(left) > 1 and not by_role:
                free = [person for person in left if not person.nouns or self._first[id(person)] > context.number]
                left = free if len(free) == 1 else left
        if len(left) == 1:
            left[0].takes(chunk)
            return left[0]
        recent = [
            occurrence
            for occurrence in self.occurrences
            if occurrence.referent.known in left
            and context.number - occurrence.sentence <= 1
            and self.paragraphs[occurrence.sentence] == self.paragraphs[context.number]
            and not occurrence.is_in_content
        ]
        speaking = [occurrence for occurrence in recent if occurrence.is_subject] or recent
        people = {id(occurrence.referent.known): occurrence.referent.known for occurrence in speaking}
        if len(people) == 1:
            return next(iter(people.values()))
        return Referent("person", None, chunk.gender, reason="ambiguous")

    def _named_otherwise(self, context: Context, place: int, owner: Referent | None) -> Referent | None:
        """Return whom a name stands for that is part of no full name: a body, a place, a person with one name only."""
        number = context.number
        chunk = self.chunks[number][place]
        noun = chunk.noun
        name = without_genitive(name_text(chunk.name), self.named)
        if noun is not None and noun.kind in ("organisation", "medium", "group"):
            return self._body(context, place, noun.kind)
        if state_of(name) is not None and not chunk.nouns and not chunk.titles:
            return self.place(name)
        is_person = bool(chunk.titles) or (noun is not None and noun.kind == "person")
        if is_person and len(chunk.name) == 1 and noun is not None and noun.field == "family" and owner is not None:
            return self._relative(owner, chunk, name)
        for known in self.referents:
            if known.known.name == name or known.known.name == name.removesuffix("s"):
                return known.known
        if chunk.determiner is not None and not is_person and not self._is_speaker(context, chunk.span):
            return None
        if chunk.determiner in ("der", "die") and len(chunk.name) == 1 and not is_acronym(name) and _is_demonym(chunk):
            return self._by_salience(context, chunk, None) or self._unnamed(context, place, "role_unmatched")
        if is_person or self._is_known_as_person(name):
            person = self._new(Referent("person", self._with_title(chunk, name)), chunk)
            self._learn(person, number, place)
            self.named[name] = person
            self._first[id(person)] = number
            return person
        if is_medium_name(name) or is_medium_noun(name.split(" ")[0]) or self._is_marked_medium(number, chunk):
            return self._new(Referent("medium", name, "Fem"), chunk)
        return self._new(Referent("organisation", self._body_name(number, place) or name), chunk)

    def _with_title(self, chunk: Chunk, name: str) -> str:
        """Return a name that the article has with *Don* or *Pater* only."""
        kept = [word.text for word in chunk.titles if word.text in ("Don", "Pater", "Sir", "Doña", "Lady")]
        return " ".join([*kept, name])

    def _is_known_as_person(self, name: str) -> bool:
        """Say whether a name that stands alone here stands behind a role or title elsewhere."""
        for number, chunks in enumerate(self.chunks):
            for place, chunk in enumerate(chunks):
                if chunk.name and name_text(chunk.name) in (name, name + "s"):
                    noun = chunk.noun
                    if chunk.titles or (noun is not None and noun.kind == "person") or self._apposition(number, place):
                        return True
        return False

    def _relative(self, owner: Referent, chunk: Chunk, name: str) -> Referent:
        """``Quasts Bruder Gernot``: the surname is the relative's too."""
        surname = (owner.name or "").rsplit(" ", 1)[-1]
        full = f"{name} {surname}" if surname else name
        person = self._new(Referent("person", full), chunk)
        self.named[full] = person
        self._first[id(person)] = 0
        return person

    def _new(self, referent: Referent, chunk: Chunk) -> Referent:
        referent.takes(chunk)
        if not referent.is_person and referent.gender is None and chunk.nouns:
            referent.gender = chunk.gender or _gender_of(chunk.nouns[-1])
        self.referents.append(referent)
        return referent

    def place(self, name: str) -> Referent:
        """Return the place of a name, without the *s* of its genitive."""
        plain = name
        for state in (name, name.removesuffix("s")):
            if state_of(state) is not None and state_of(name) == state_of(state):
                plain = state
        for known in self.referents:
            if known.kind == "place" and known.name == plain:
                return known
        found = Referent("place", plain)
        self.referents.append(found)
        return found

    # -- roles --------------------------------------------------------------------------------------------------------

    def _is_a_person(self, chunk: Chunk) -> bool:
        """Say whether *der Betriebsrat* is a man of that role whom the article names, rather than the body."""
        if chunk.is_plural or not chunk.nouns:
            return False
        if chunk.gender == "Fem":
            return True
        return any(
            is_same_role(chunk.nouns[-1].text, noun) for person in self.named.values() for noun in person.nouns
        ) and not any(known.kind == "organisation" and chunk.nouns[-1].text in known.nouns for known in self.referents)

    def _by_role(self, context: Context, place: int, owner: Referent | None) -> Referent:
        chunk = self.chunks[context.number][place]
        if chunk.is_indefinite:
            return self._unnamed(context, place, "anonymous")
        if chunk.determiner is None and not chunk.possessor and not self._has_role(chunk):
            return self._unnamed(context, place, "role_unmatched")
        noun = chunk.noun
        if noun is None:
            return self._unnamed(context, place, "role_unmatched")
        found = self._related(context, chunk, owner) if noun.field in _RELATIONS else None
        if found is None and not (noun.field in _RELATIONS and chunk.is_possessive):
            found = self._with_role(context, chunk, owner)
        if found is None and self._is_one_of_several(chunk):
            return self._unresolved(chunk)
        if found is not None and found.name is None and found.reason == "role_unmatched" and noun.field != "family":
            later = self._named_later(context, chunk)
            if later is not None:
                found.becomes(later)
                found = later
        if (found is None and noun.field in ("age", "origin", "party")) or (found is None and self._is_general(chunk)):
            found = self._by_salience(context, chunk, owner)
        if found is None and noun.field != "family":
            found = (
                self._just_spoken_of(context, chunk, of_the_field=True)
                or self._named_later(context, chunk)
                or self._just_spoken_of(context, chunk, of_the_field=False)
            )
        if found is None and not chunk.is_possessive and self._has_no_tail(context, chunk):
            found = self._only_one(context, chunk)
        if found is None:
            return self._unnamed(context, place, "role_unmatched")
        found.takes(chunk)
        found.state = found.state or _state_in(chunk)
        return found

    def _is_one_of_several(self, chunk: Chunk) -> bool:
        """Say whether several of that role were introduced together: *zwei Zeugen*, then *der Zeuge*."""
        return any(
            group.is_plural
            and not group.members
            and any(is_same_role(chunk.nouns[-1].text, noun) for noun in group.nouns)
            for group in self.referents
        )

    def _unresolved(self, chunk: Chunk) -> Referent:
        return self._new(Referent("person", None, chunk.gender, reason="ambiguous"), chunk)

    def _has_role(self, chunk: Chunk) -> bool:
        return any(is_same_role(chunk.nouns[-1].text, noun) for person in self.named.values() for noun in person.nouns)

    def _people(self, context: Context) -> list[Referent]:
        """Return all people, named and unnamed, once."""
        found = [*self.named.values(), *(known.known for known in self.referents if known.is_person)]
        return list({id(person): person for person in found if person.same is None}.values())

    def _with_role(self, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
        """Return whom the article gives this role: the same noun first, then another word for it."""
        noun = chunk.nouns[-1].text
        people = [person for person in self._people(context) if fits(person, chunk.gender) and person is not owner]
        state = _state_in(chunk)
        if state is not None:
            people = [person for person in people if person.state in (None, state)]
            placed = [person for person in people if person.state == state]
            people = placed or people
        for fitting in (is_same_role, is_other_word_for):
            found = [person for person in people if any(fitting(noun, role) for role in person.nouns)]
            if found:
                return self._nearest(context, found)
        return None

    def _nearest(self, context: Context, people: list[Referent]) -> Referent:
        """Return the one spoken of last; somebody without a name only if nobody with one fits as well."""
        if len(people) == 1:
            return people[0]
        named = [person for person in people if person.name is not None]
        if len(named) == 1:
            return named[0]
        last = {id(o.referent.known): o for o in self.occurrences if o.referent.known in people}
        if not last:
            return min(people, key=lambda person: self._first.get(id(person), 0))
        nearest = max(last.values(), key=lambda o: (o.sentence, o.is_subject, o.place))
        rivals = [o for o in last.values() if o is not nearest and o.sentence >= nearest.sentence - 1]
        if len(named) > 1 and rivals and nearest.sentence == rivals[0].sentence:
            return Referent("person", None, nearest.referent.known.gender, reason="ambiguous")
        return nearest.referent.known

    def _is_general(self, chunk: Chunk) -> bool:
        """Say whether a noun fits anybody: *der Mann*, *die Angegriffene*."""
        noun, _text = chunk.noun, chunk.nouns[-1].text
        if noun is None:
            return False
        return noun.base in ("Mann", "Frau", "Dame", "Herr") and chunk.determiner in ("der", "die", "dieser", "diese")

    def _by_salience(self, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
        noun = chunk.noun
        state = _state_in(chunk)
        placed = [p for p in self._people(context) if state is not None and p.state == state and fits(p, chunk.gender)]
        if len(placed) == 1:
            return placed[0]
        if noun is not None and noun.field == "age":
            age = noun.base.removesuffix("-Jährige")
            aged = [person for person in self._people(context) if person.age == age and fits(person, chunk.gender)]
            if len(aged) == 1:
                return aged[0]
        without = {
            id(person) for person in self._people(context) if noun is not None and noun.field == "age" and person.age
        }
        without |= self._clause_mates(context, chunk.head)
        without |= {id(p) for p in self._people(context) if state is not None and p.state not in (None, state)}
        if owner is not None:
            without.add(id(owner))
        return clear_winner(self._ranked(context, chunk.gender, without=without, people_only=True), 4)

    def _just_spoken_of(self, context: Context, chunk: Chunk, *, of_the_field: bool) -> Referent | None:
        """Return the person of the sentence before whose role is of the same field, or who has none yet."""
        noun = chunk.noun
        if (
            noun is None
            or chunk.is_possessive
            or not chunk.is_definite
            or self.tails[context.number].get(self.chunks[context.number].index(chunk)) is not None
        ):
            return None
        without = self._clause_mates(context, chunk.head)
        candidates = self._ranked(context, chunk.gender, without=without, people_only=True)
        near = [c for c in candidates if self._distance(context, c.referent) <= 1 and c.referent.name is not None]
        winner = clear_winner(near, 4)
        if winner is None:
            return None
        fields = self._fields(winner)
        return winner if (noun.field in fields if of_the_field else not fields) else None

    def _only_one(self, context: Context, chunk: Chunk) -> Referent | None:
        """Return the only person in view of that gender: *die Bündnerin*."""
        without = self._clause_mates(context, chunk.head)
        candidates = self._ranked(context, chunk.gender, without=without, people_only=True)
        marked = [c.referent for c in candidates if c.referent.gender == chunk.gender]
        if len(marked) != 1 or marked[0].name is None or chunk.gender is None:
            return None
        noun = chunk.noun
        if noun is not None and noun.field and self._fields(marked[0]):
            return None
        return marked[0]

    def _has_no_tail(self, context: Context, chunk: Chunk) -> bool:
        return self.chunks[context.number].index(chunk) not in self.tails[context.number]

    def _fields(self, person: Referent) -> set[str]:
        """Return the fields of the roles that the article gives somebody."""
        fields = {known.field for text in person.nouns if (known := noun_of(text)) is not None}
        return fields - _GENERAL_FIELDS

    def _distance(self, context: Context, referent: Referent) -> int:
        return min(
            (
                context.number - o.sentence
                for o in self.occurrences
                if o.referent.known is referent and not o.is_in_content
            ),
            default=99,
        )

    def _named_later(self, context: Context, chunk: Chunk) -> Referent | None:
        """Return the person whose bare name follows soon: ``sagte der Tenor. Wilfried Sträußler ist …``."""
        if self._is_in_content(chunk.span):
            return None
        fitting = [
            (number, person, is_subject)
            for number, person, is_subject in self._bare
            if 0 < number - context.number <= (_LOOK_AHEAD if is_subject else 2)
            and self._introduces(context.number, number)
            and person.same is None
            and fits(person, chunk.gender)
            and not self._has_other_role(person, chunk)
            and not any(o.referent.known is person for o in self.occurrences)
        ]
        subjects = [person for _, person, is_subject in fitting if is_subject]
        return next(iter(subjects), None) or next((person for _, person, _ in fitting), None)

    def _introduces(self, here: int, there: int) -> bool:
        """Say whether a sentence is near enough to name somebody: in the paragraph, or at the start of the next."""
        if self.paragraphs[here] == self.paragraphs[there]:
            return True
        return (
            self.paragraphs[there] == self.paragraphs[here] + 1 and self.paragraphs[there - 1] != self.paragraphs[there]
        )

    def _has_other_role(self, person: Referent, chunk: Chunk) -> bool:
        known = [noun for text in person.nouns if (noun := noun_of(text)) is not None]
        return any(noun.field not in _GENERAL_FIELDS for noun in known) and not any(
            is_same_role(chunk.nouns[-1].text, text) or is_other_word_for(chunk.nouns[-1].text, text)
            for text in person.nouns
        )

    def _related(self, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
        """Return the other of two who were named together, or the one who shares a surname."""
        noun = chunk.noun
        if noun is None:
            return None
        if noun.base.startswith("Namensvetter"):
            return self._namesake(context, chunk, owner)
        people = [p for p in self._people(context) if fits(p, chunk.gender) and p is not owner]
        same = [p for p in people if p.name and any(is_same_role(chunk.nouns[-1].text, n) for n in p.nouns)]
        if len(same) == 1:
            return same[0]
        if owner is not None and noun.base in _COUNTERPARTS:
            for pair in reversed(self.pairs):
                known = [person.known for person in pair.referents]
                if owner.known in known and len(known) == 2:
                    other = next((person for person in known if person is not owner.known), None)
                    return other if other is not None and fits(other, chunk.gender) else None
            others = [person for person in people if person.name and person.gender == chunk.gender]
            return others[0] if len(others) == 1 else None
        return None

    def _namesake(self, context: Context, chunk: Chunk, owner: Referent | None) -> Referent | None:
        of = owner or next(
            (o.referent.known for o in reversed(self.occurrences) if o.referent.known.name and o.referent.is_person),
            None,
        )
        if of is None or of.name is None:
            return None
        surname = of.name.split()[-1]
        found = [p for p in self.named.values() if p is not of and p.name and p.name.split()[-1] == surname]
        found = [person for person in found if fits(person, chunk.gender)]
        return found[0] if len(found) == 1 else None

    def _unnamed(self, context: Context, place: int, reason: str) -> Referent:
        chunk = self.chunks[context.number][place]
        person = self._new(Referent("anonymous", None, chunk.gender, reason=reason), chunk)
        person.role = role_of(chunk)
        person.affiliation = self._affiliation(context.number, place) or _prefix_body(chunk)
        return person

    def _unknown(self, context: Context, place: int) -> Referent:
        """Take a noun of no list that speaks: somebody or some body, by its form."""
        chunk = self.chunks[context.number][place]
        text = chunk.nouns[-1].text
        if chunk.is_plural:
            return self._new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
        gender = chunk.gender or _gender_of(chunk.nouns[-1])
        if (gender == "Masc" and _PERSONAL_RE.search(text)) or _ADJECTIVAL_RE.search(text):
            if chunk.is_indefinite:
                return self._unnamed(context, place, "anonymous")
            return self._by_role_unlisted(context, place)
        return self._body(context, place, "organisation")

    def _by_role_unlisted(self, context: Context, place: int) -> Referent:
        chunk = self.chunks[context.number][place]
        noun = chunk.nouns[-1].text
        found = [p for p in self._people(context) if any(is_same_role(noun, role) for role in p.nouns)]
        if found:
            return self._nearest(context, found)
        if _AFFECTED_RE.fullmatch(noun):
            return self._affected(context, chunk) or self._unnamed(context, place, "role_unmatched")
        later = self._named_later(context, chunk)
        return later or self._by_salience(context, chunk, None) or self._unnamed(context, place, "role_unmatched")

    def _affected(self, context: Context, chunk: Chunk) -> Referent | None:
        """Return to whom something has just been done: *der Gescholtene*, *die Angegriffene*."""
        last = [
            o for o in self.occurrences if 0 < context.number - o.sentence <= 2 and fits(o.referent.known, chunk.gender)
        ]
        people = [o for o in last if o.referent.known.is_person and (o.referent.known.name or not o.is_in_content)]
        agents = {id(o.referent.known) for o in people if o.is_speaker}
        others = [o for o in people if id(o.referent.known) not in agents]
        others = [o for o in others if not o.is_subject or o.is_in_content] or others
        if others:
            return max(others, key=lambda o: (o.sentence, o.place)).referent.known
        return self._by_salience(context, chunk, None)

    # -- several ------------------------------------------------------------------------------------------------------

    def _pair_up(self, context: Context, place: int, referent: Referent) -> None:
        if place == 0 or not referent.known.is_person:
            return
        chunks, words = self.chunks[context.number], context.sentence.words
        for before in range(place - 1, -1, -1):
            end = self.end_of(context.number, before)
            here = chunks[place].first
            between = words[end : here - 1]
            if len(between) == 1 and between[0].text.lower() in ("und", "sowie", "&"):
                other = self.by_head.get((context.number, chunks[before].head.index))
                if other is not None and other.known.is_person and other.known is not referent.known:
                    span = Span(chunks[before].span.start, chunks[place].span.end)
                    self.pairs.append(Pair((other, referent), context.number, span))
                return

    def _several(self, context: Context, place: int) -> Referent:
        """Return whom a plural means: those of that role, the pair named last, or an unnamed group."""
        chunk = self.chunks[context.number][place]
        members = self._members(context, chunk)
        if len(members) > 1:
            return self.group(members)
        group = Referent("group", None, is_plural=True, reason="unnamed_group")
        group.affiliation = self._affiliation(context.number, place)
        return self._new(group, chunk)

    def _members(self, context: Context, chunk: Chunk) -> list[Referent]:
        if chunk.determiner is None or chunk.is_indefinite or not chunk.nouns:
            return []
        noun = chunk.nouns[-1].text
        people = [person for person in self.named.values() if person.same is None]
        known = chunk.noun
        if known is not None and known.gender == "Fem":
            people = [person for person in people if person.gender != "Masc"]
        found = [person for person in people if any(is_same_role(noun, role) for role in person.nouns)]
        if len(found) == 2:
            return found
        return self._last_pair(context)

    def _last_pair(self, context: Context, within: int = 6) -> list[Referent]:
        for pair in reversed(self.pairs):
            if context.number - pair.sentence <= within and all(person.known.name for person in pair.referents):
                return [person.known for person in pair.referents]
        return []

    def group(self, members: Iterable[Referent]) -> Referent:
        """Return the group of just these members, each once."""
        known = tuple({id(person.known): person.known for person in members}.values())
        for group in self.referents:
            if group.members and {id(m.known) for m in group.members} == {id(m) for m in known}:
                return group
        group = Referent("group", None, is_plural=True, members=known)
        self.referents.append(group)
        return group

    # -- bodies and documents -----------------------------------------------------------------------------------------

    def _body(self, context: Context, place: int, kind: str) -> Referent:
        chunk = self.chunks[context.number][place]
        if kind == "group":
            return self._new(Referent("group", None, is_plural=False, reason="unnamed_group"), chunk)
        made: SpeakerKind = "medium" if kind == "medium" else "organisation"
        name = self._body_name(context.number, place)
        bodies = [known.known for known in self.referents if known.kind == made and known.same is None]
        for body in reversed(bodies):
            if name is not None and body.name == name:
                body.takes(chunk)
                return body
        if chunk.is_plural and chunk.determiner is None and not chunk.name and kind != "medium":
            return self._new(Referent("group", None, is_plural=True, reason="unnamed_group"), chunk)
        named = (
            None
            if chunk.name or chunk.is_indefinite or place in self.tails[context.number]
            else self._named_body(chunk)
        )
        if named is not None and not any(
            body.nouns and _takes_up(chunk.nouns[-1].text, body.nouns[0]) for body in bodies[-1:]
        ):
            name = named
            for body in bodies:
                if body.name == name:
                    body.takes(chunk)
                    return body
        elif not chunk.name and self.tails[context.number].get(place) is None and not chunk.is_indefinite:
            for body in reversed(bodies):
                unnamed = kind == "medium" and not body.nouns and body.name is not None
                if unnamed or any(_takes_up(chunk.nouns[-1].text, noun) for noun in body.nouns):
                    body.takes(chunk)
                    return body
        return self._new(Referent(made, name), chunk)

    def _body_name(self, number: int, place: int) -> str | None:
        """Return the name of a body as an index has it: its own name, or the noun with its attribute."""
        chunk = self.chunks[number][place]
        if chunk.name:
            return self._proper_name(chunk)
        if not chunk.nouns:
            return None
        name = nominative(chunk)
        if chunk.possessor:
            name = f"{name_text(chunk.possessor)} {name}"
        tail = self.tails[number].get(place)
        if tail is not None:
            words = self.contexts[number].sentence.words
            other = self.chunks[number][tail]
            between = words[chunk.last : other.first - 1]
            unites = chunk.noun is not None and chunk.noun.base in _UNITING and other.determiner == "der"
            if (between and between[0].text.lower() == "für") or (not between and (other.is_plural or unites)):
                end = self.end_of(number, place)
                name += " " + Span(words[chunk.last].span.start, words[end - 1].span.end).of(self.text)
        return name

    def _proper_name(self, chunk: Chunk) -> str:
        name = name_text(chunk.name)
        if chunk.determiner in ("des", "eines") and not chunk.nouns:
            name = without_s(name)
        noun = chunk.noun
        has_form = chunk.name[-1].text in ("AG", "GmbH", "SE", "KG", "SA", "eG", "e.V.", "Ltd.", "Inc.")
        capital = any(word.text[:1].isupper() and word.index > 1 for word in chunk.adjectives)
        if noun is not None and (has_form or capital or noun.field == "whole"):
            return nominative(chunk)
        last = noun_of(chunk.name[-1].text)
        if len(chunk.name) > 1 and last is not None and chunk.name[0].text.endswith("e") and not chunk.nouns:
            ends = {"Masc": "r", "Neut": "s"}
            gender = _feature(chunk.name[-1]) if chunk.determiner in ("der", "das") else None
            ending = (
                {"der": "r", "das": "s"}.get(chunk.determiner or "", "") if gender is None else ends.get(gender, "")
            )
            return " ".join([chunk.name[0].text + ending, *(word.text for word in chunk.name[1:])])
        return name

    def _document(self, context: Context, place: int) -> Referent:
        chunk = self.chunks[context.number][place]
        documents = [known.known for known in self.referents if known.kind == "document"]
        if chunk.is_definite and not chunk.is_indefinite:
            for document in reversed(documents):
                if any(_takes_up(chunk.nouns[-1].text, noun) for noun in document.nouns):
                    return document
        document = Referent("document", nominative_noun(chunk.nouns[-1], chunk))
        document.affiliation = self._affiliation(context.number, place)
        return self._new(document, chunk)

    # -- pronouns -----------------------------------------------------------------------------------------------------

    def _take_pronoun(self, context: Context, word: Word) -> None:
        if self._is_in_known_content(word.span) and not self._is_speaker(context, word.span):
            return
        referent = self.pronoun(context, word)
        if referent is not None:
            self._note(context, referent, None, word.index)
            if referent.is_person and referent.gender is None:
                referent.gender = _pronoun_gender(word, context)

    def pronoun(self, context: Context, word: Word) -> Referent | None:
        """Return whom a pronoun means, None if nobody or several equally."""
        small = word.text.lower()
        if small in _LAST_OF or small in _FIRST_OF:
            return self._of_the_pair(context, last=small in _LAST_OF)
        if small in _BOTH:
            members = self._last_pair(context) or self._two_before(context)
            return self.group(members) if len(members) > 1 else None
        if small in _RELATIVES:
            return self._antecedent(context, word) if _is_relative(context, word) else None
        if small in _DEMONSTRATIVES:
            return self._not_the_subject(context, word)
        if small in ("sie", "ihnen", "ihrer") and _is_plural_pronoun(context, word):
            members = self._last_pair(context, 3)
            if len(members) > 1:
                return self.group(members)
            return clear_winner(self._ranked(context, None, is_plural=True), 0)
        return self._salient(context, word)

    def _salient(self, context: Context, word: Word) -> Referent | None:
        gender = _pronoun_gender(word, context)
        without = self._clause_mates(context, word)
        candidates = self._ranked(context, gender, without=without)
        if not candidates:
            candidates = self._ranked(context, gender)
        winner = clear_winner(candidates)
        return winner if winner is not None or not candidates else self._of_two(context, candidates)

    def _of_two(self, context: Context, candidates: Sequence[Candidate]) -> Referent | None:
        """Return whoever of two equally likely ones has been speaking, if one of them has."""
        tied = [c.referent for c in candidates if candidates[0].points - c.points < 6]
        for occurrence in reversed(self.occurrences):
            if occurrence.is_speaker and occurrence.referent.known in tied:
                return occurrence.referent.known
        return None

    def _ranked(self, context: Context, gender: Gender | None, **limits: object) -> list[Candidate]:
        return ranked(self.occurrences, context.number, gender, self.paragraphs, **limits)  # type: ignore[arg-type]

    def _clause_mates(self, context: Context, word: Word) -> set[int]:
        """Return the ids of referents that stand in the same clause: a pronoun means none of them."""
        clause = context.clauses.of(word)
        if clause is None:
            return set()
        return {
            id(o.referent.known)
            for o in self.occurrences
            if o.sentence == context.number and o.clause == clause.number and o.chunk is not None and not o.is_attribute
        }

    def _antecedent(self, context: Context, word: Word) -> Referent | None:
        """Return what a relative pronoun belongs to: the phrase that the comma closes, if it agrees."""
        before = [o for o in self.occurrences if o.sentence == context.number and o.place < word.index and o.chunk]
        gender = _relative_gender(context, word)
        for occurrence in sorted(before, key=lambda o: (o.is_attribute and o.referent.is_person is False, -o.place)):
            if fits(occurrence.referent.known, gender) or occurrence.referent.known.is_plural:
                chunk = occurrence.chunk
                if chunk is not None and gender is not None and chunk.gender not in (None, gender):
                    continue
                return occurrence.referent.known
        return None

    def _not_the_subject(self, context: Context, word: Word) -> Referent | None:
        """``Dieser``: somebody mentioned before who was not the subject."""
        gender = _DEMONSTRATIVES[word.text.lower()]
        near = [
            o
            for o in self.occurrences
            if 0 <= context.number - o.sentence <= 1
            and (o.sentence < context.number or o.place < word.index - 1)
            and fits(o.referent.known, gender)
            and o.referent.known.kind != "place"
        ]
        if word.text.lower().startswith("diese") and any(o.referent.is_person for o in near):
            near = [o for o in near if o.referent.known.is_person]
        last = max((o.sentence for o in near), default=None)
        near = [o for o in near if o.sentence == last]
        subjects = {id(o.referent.known) for o in near if o.is_subject}
        others = [o for o in near if id(o.referent.known) not in subjects]
        chosen = others or near
        return max(chosen, key=lambda o: o.place).referent.known if chosen else None

    def _of_the_pair(self, context: Context, *, last: bool) -> Referent | None:
        pair = next((pair for pair in reversed(self.pairs) if context.number - pair.sentence <= 2), None)
        if pair is not None:
            return pair.referents[-1 if last else 0].known
        seen: list[Referent] = []
        for occurrence in self.occurrences:
            known = occurrence.referent.known
            if context.number - 1 <= occurrence.sentence and known.is_person and known not in seen[-1:]:
                seen.append(known)
        return (seen[-1] if last else seen[-2] if len(seen) > 1 else seen[0]) if seen else None

    def _two_before(self, context: Context) -> list[Referent]:
        """Return the two people named last in this paragraph or the sentence before, if there are just two."""
        found: list[Referent] = []
        for occurrence in reversed(self.occurrences):
            if context.number - occurrence.sentence > 2:
                break
            known = occurrence.referent.known
            if known.is_person and known.name and known not in found:
                found.insert(0, known)
        return found if len(found) == 2 else []

    def possessor(self, context: Context, chunk: Chunk) -> Referent | None:
        """Return whose somebody is: *sein Kollege*, *Quasts Bruder*."""
        if chunk.possessor:
            bearers = self.bearers(name_text(chunk.possessor))
            return bearers[0] if len(bearers) == 1 else None
        determiner = chunk.determiner or ""
        if determiner.startswith("sein"):
            return clear_winner(self._ranked(context, "Masc"), 0)
        if determiner.startswith("ihr"):
            return clear_winner(self._ranked(context, "Fem"), 0)
        if determiner in ("dessen", "deren"):
            word = chunk.words[0]
            inside = self._antecedent(context, word) if word.index > 1 else None
            gender: Gender | None = "Fem" if determiner == "deren" else None
            return inside or clear_winner(self._ranked(context, gender), 0)
        return None

    # -- answers ------------------------------------------------------------------------------------------------------

    def referent_of(self, spoken: Mention) -> Referent | None:
        """Return who is behind a mention: the members of a joint one, else whatever its first phrase means."""
        sentence = self.contexts[spoken.sentence].sentence
        words = [word for word in sentence.words if spoken.span.contains(word.span) and not word.masked]
        joint = [pair for pair in self.pairs if pair.sentence == spoken.sentence and spoken.span.contains(pair.span)]
        if joint:
            return self.group([person for pair in joint for person in pair.referents])
        found = self.by_head.get((spoken.sentence, spoken.head.index))
        if found is not None and not self._is_inner(spoken, spoken.head):
            return found.known
        for word in words:
            referent = self.by_head.get((spoken.sentence, word.index))
            if referent is not None:
                return referent.known
        return None

    def _is_inner(self, spoken: Mention, head: Word) -> bool:
        """Say whether a head stands in an attribute of the mention, where the parse has gone wrong."""
        number = spoken.sentence
        chunks = self.chunks[number]
        for place in self.tails[number].values():
            chunk = chunks[place]
            if chunk.first <= head.index <= chunk.last:
                owner = next(p for p, tail in self.tails[number].items() if tail == place)
                return spoken.span.contains(chunks[owner].span)
        return False


def without_s(name: str) -> str:
    """Return a name without the *s* of its genitive."""
    return name[:-1] if name.endswith("s") and len(name) > 4 and not name.endswith("ss") else name


def without_genitive_form(name: str, names: set[str]) -> str:
    """Return a full name without its genitive *s* if it is there without it, too."""
    return name[:-1] if name.endswith("s") and name[:-1] in names else name


def _paragraphs(contexts: Sequence[Context], text: str) -> list[int]:
    found: list[int] = []
    for number, context in enumerate(contexts):
        if not number:
            found.append(0)
            continue
        between = text[contexts[number - 1].sentence.span.end : context.sentence.span.start]
        found.append(found[-1] + ("\n" in between))
    return found


def _is_demonym(chunk: Chunk) -> bool:
    """Say whether a name with an article has the form of a noun for people of a place: *die Bernerin*."""
    name = chunk.name[-1].text
    return name.endswith("erin") if chunk.determiner == "die" else name.endswith(("er", "ler"))


def _state_in(chunk: Chunk) -> str | None:
    """Return the state that an adjective or a noun for its people names."""
    for word in chunk.adjectives:
        state = state_of_adjective(word.text)
        if state is not None:
            return state
    noun = chunk.noun
    if chunk.possessor and state_of(name_text(chunk.possessor)):
        return state_of(name_text(chunk.possessor))
    return state_of_people(chunk.nouns[-1].text) if noun is not None and noun.field == "origin" else None


def _closes(words: Sequence[Word], end: int) -> bool:
    """Say whether an apposition ends here: at a comma, a stop, the verb, or the preposition behind it."""
    if end >= len(words):
        return True
    word = words[end]
    return word.upos in ("PUNCT", "VERB", "AUX") or word.masked or word.text.lower() in ("zufolge", "nach", "am", "im")


def _is_in_brackets(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase stands in round brackets, as a party or an age does."""
    before = [word.text for word in context.sentence.words[: chunk.first - 1]]
    return before.count("(") > before.count(")")


def _is_pronoun(word: Word) -> bool:
    small = word.text.lower()
    if small in ("er", "sie", "ihm", "ihn", "ihnen") or small in _LAST_OF or small in _FIRST_OF or small in _BOTH:
        return True
    if small in _DEMONSTRATIVES:
        return word.upos in ("PRON", "DET")
    return small in _RELATIVES and word.upos == "PRON" and word.index > 1


def _is_relative(context: Context, word: Word) -> bool:
    before = list(context.words(max(1, word.index - 2), word.index - 1))
    return any(w.text == "," for w in before)


def _is_subject(context: Context, chunk: Chunk | None, word: Word) -> bool:
    if word.text.lower() in ("er",):
        return True
    if chunk is None:
        return word.relation in SUBJECTS
    if chunk.preposition is not None or chunk.determiner in _OBLIQUE:
        return False
    if any(part.relation in SUBJECTS for part in (*chunk.nouns, *chunk.name)):
        return True
    return _fills_the_front(context, chunk)


def _fills_the_front(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase opens a main clause and may be a nominative: it is the subject then, most often."""
    start = next((word.index for word in context.sentence.words if word.upos not in ("PUNCT", "CCONJ", "ADV")), 1)
    if chunk.first != start:
        return False
    return not any((chunk.determiner or "").endswith(end) for end in ("inen", "inem", "ihren", "ihrem"))


def _pronoun_gender(word: Word, context: Context) -> Gender | None:
    small = word.text.lower()
    if small in _SINGULAR:
        return _SINGULAR[small]
    return "Fem" if small == "sie" else None


def _relative_gender(context: Context, word: Word) -> Gender | None:
    small = word.text.lower()
    governed = word.index < context.length and context.word(word.index + 1).text.lower() == "zufolge"
    if word.index > 1 and (governed or context.word(word.index - 1).upos == "ADP"):
        return "Fem" if small == "der" else None
    genders: dict[str, Gender] = {
        "der": "Masc",
        "die": "Fem",
        "das": "Neut",
        "den": "Masc",
        "welcher": "Masc",
        "welche": "Fem",
    }
    if small == "der" and word.features.get("Case") in ("Dat", "Gen"):
        return "Fem"
    return genders.get(small)


def _is_plural_pronoun(context: Context, word: Word) -> bool:
    """Say whether *sie* is of several, by the finite verb of its clause."""
    if word.text.lower() == "ihnen":
        return True
    clause = context.clauses.of(word)
    finite = None if clause is None else clause.finite
    if finite is None:
        return word.features.get("Number") == "Plur"
    number = finite.features.get("Number")
    return number == "Plur" if number else finite.text.endswith("en")


def _feature(word: Word) -> str | None:
    return word.features.get("Gender")


def _gender_of(word: Word) -> Gender | None:
    genders: dict[str, Gender] = {"Masc": "Masc", "Fem": "Fem", "Neut": "Neut"}
    return genders.get(word.features.get("Gender", ""))


def _prefix_body(chunk: Chunk) -> str | None:
    """Return the body in a compound of *Sprecher*: *Polizeisprecher*."""
    if not chunk.nouns:
        return None
    small = chunk.nouns[-1].text
    for end in ("sprecherin", "sprecher"):
        if small.lower().endswith(end) and len(small) > len(end) + 2:
            return (
                small[: -len(end)].rstrip("-").removesuffix("s")
                if not small.lower().endswith("s" + end)
                else small[: -len(end) - 1]
            )
    return None


def _takes_up(noun: str, earlier: str) -> bool:
    """Say whether a noun for a body or document can take up an earlier one: *Verband* for *Weltverband*."""
    small, before = noun.casefold(), earlier.casefold()
    stems = {small, small.removesuffix("s"), small.removesuffix("es"), small.removesuffix("e")}
    if any(before.endswith(stem) or before.removesuffix("s").endswith(stem) for stem in stems if len(stem) > 2):
        return True
    return any(before.endswith(end) for end in _general_bodies().get(small, ()))


@cache
def _general_bodies() -> dict[str, tuple[str, ...]]:
    return {noun: tuple(ends.split()) for noun, (ends,) in table("other_words_for_bodies").items()}
