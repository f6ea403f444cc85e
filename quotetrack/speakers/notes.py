"""What has been read of an article so far: its phrases, its people, and where they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from attrs import define, field, frozen

from quotetrack.clauses import Clause
from quotetrack.nouns import Gender, state_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.spans import Span
from quotetrack.speakers.chunk_tails import tail_chunks
from quotetrack.speakers.chunking import chunks_of
from quotetrack.speakers.chunks import Chunk, gender_of
from quotetrack.speakers.clause_subjects import is_contrasted, is_set_against, is_subject_of_clause, is_who_it_was
from quotetrack.speakers.families import Family
from quotetrack.speakers.genitive_names import with_owners
from quotetrack.speakers.name_forms import name_forms
from quotetrack.speakers.names import fit, is_acronym, without_genitive
from quotetrack.speakers.nicknames import around_nicknames, nicknames
from quotetrack.speakers.participles import behind_what_was_done
from quotetrack.speakers.referents import Occurrence, Pair, Referent
from quotetrack.speakers.salience import Candidate, ranked
from quotetrack.speakers.shared_verbs import second_subject
from quotetrack.speakers.splitting import parted
from quotetrack.speakers.ways import Told
from quotetrack.syntax import SUBJECTS, Sentence, Word


@frozen
class ToldInClause:
    """What a clause tells of a named person: its pronoun, the forms of its verbs, its words in small.

    ``is_open``: that nobody has done so, or that it is done to them; ``is_over``: what they did until some time.
    """

    person: Referent
    pronoun: str
    verbs: tuple[str, ...]
    words: frozenset[str]
    is_main: bool = False
    is_open: bool = False
    is_over: bool = False


@define
class Notes:
    """An article as it is read: its phrases, its people, and where they occur."""

    contexts: tuple[Context, ...]
    text: str
    quotes: Sequence[Quote]
    spoken: Sequence[Sentence] = ()
    paragraphs: list[int] = field(init=False)
    chunks: list[list[Chunk]] = field(init=False)
    tails: list[dict[int, int]] = field(init=False)
    referents: list[Referent] = field(factory=list)
    occurrences: list[Occurrence] = field(factory=list)
    pairs: list[Pair] = field(factory=list)
    kin: list[tuple[Referent, Referent]] = field(factory=list)
    family: Family = field(factory=Family)
    owners: dict[tuple[int, int], Referent] = field(factory=dict)
    bonds: list[tuple[Referent, Referent, str]] = field(factory=list)
    by_head: dict[tuple[int, int], Referent] = field(factory=dict)
    named: dict[str, Referent] = field(factory=dict)
    bodies: dict[str, list[str]] = field(factory=dict)
    first: dict[int, int] = field(factory=dict)
    acronyms: dict[str, Referent] = field(factory=dict)
    nicknames: dict[str, str] = field(init=False)
    owned: list[tuple[Referent, Referent]] = field(factory=list)
    bare: list[tuple[int, Referent, bool]] = field(factory=list)
    contrasted: tuple[int, Referent] | None = None
    told_in_clauses: list[ToldInClause] | None = None
    reading: tuple[int, int] | None = None
    ways: dict[tuple[int, int], Told] = field(factory=dict)
    _mentions: dict[int, list[Span]] = field(init=False, factory=dict)
    _hearers: dict[int, list[Span]] = field(init=False, factory=dict)
    _contents: list[Span] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self._take_quotes()
        forms = name_forms(self.contexts)
        self.paragraphs = _paragraphs(self.contexts, self.text)
        ends = {quote.speaker.span.end for quote in self.quotes if quote.speaker is not None and _is_parted(quote)}
        inner = {q.speaker.span.end for q in self.quotes if q.speaker is not None and q.rules == ("speech-act",)}
        found = [
            behind_what_was_done(chunks_of(words, forms), words)
            for words in (one.sentence.words for one in self.contexts)
        ]
        rows = [around_nicknames(chunks, one) for chunks, one in zip(found, self.contexts, strict=True)]
        sentences = (context.sentence.words for context in self.contexts)
        parts = parted(rows, ends, inner)
        self.chunks = [with_owners(words, row) for words, row in zip(sentences, parts, strict=True)]
        self.nicknames = nicknames(self.contexts, self.chunks, self.text)
        spoken = {quote.speaker.span.end for quote in self.quotes if quote.speaker is not None}
        self.tails = [
            {
                one: tail
                for one, tail in tail_chunks(chunks, context.sentence.words)
                if not (_is_where(chunks, one, tail, spoken) or self._is_told(context, chunks, one, tail, spoken))
            }
            for chunks, context in zip(self.chunks, self.contexts, strict=True)
        ]

    def _take_quotes(self) -> None:
        """Note by sentence where speakers are mentioned and who is spoken to, and all that somebody says in a clause.

        What is so *laut X* is the author's own sentence.
        """
        for quote in self.quotes:
            if quote.speaker is not None:
                self._mentions.setdefault(quote.speaker.sentence, []).append(quote.speaker.span)
            self._hearers.setdefault(quote.sentence, []).extend(quote.addressee)
            hearsay = quote.speaker is None and "soll-hearsay" in quote.rules
            if quote.type != "reported" and not hearsay and not (quote.cue is not None and self.is_authors(quote)):
                self._contents.extend(quote.spans)

    def _is_told(self, context: Context, chunks: Sequence[Chunk], place: int, tail: int, spoken: Set[int]) -> bool:
        """Say whether a phrase behind a speaker's mention is spoken to: *wirft die Union | der Ministerin vor*."""
        starts = {span.start for span in self._hearers.get(context.number, ())}
        return chunks[place].span.end in spoken and context.word(chunks[tail].start).span.start in starts

    def tell(self, way: str, found: Referent | None, others: Sequence[Referent] = ()) -> None:
        """Note who was found for the word that is being read, how, and who else was as fitting but less likely."""
        if self.reading is not None and found is not None:
            self.ways[self.reading] = Told(way, found, tuple(others))

    def in_marks(self, number: int, chunk: Chunk) -> bool:
        """Say whether a phrase stands between marks that quote nobody, as titles do."""
        placed = self.contexts[number].passage_at(chunk.head.index)
        return placed is not None and placed.passage.kind not in ("quotation", "fragment", "undecided")

    def is_marked_medium(self, number: int, chunk: Chunk) -> bool:
        """Say whether a phrase is the name of a medium between marks."""
        placed = self.contexts[number].passage_at(chunk.head.index)
        return placed is not None and placed.passage.kind == "medium"

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
        of_two = [word.text for word in words[last : last + 2]] == ["der", "beiden"]
        return last + 2 if of_two and words[last + 2 : last + 3] and words[last + 2].text == "," else last

    def has_no_tail(self, context: Context, chunk: Chunk) -> bool:
        """Say whether a phrase has no genitive or *von* behind it, nor a marked name in the genitive."""
        return not self._has_marked_tail(context, chunk) and (
            self.chunks[context.number].index(chunk) not in self.tails[context.number]
        )

    def _has_marked_tail(self, context: Context, chunk: Chunk) -> bool:
        """Say whether a marked name stands in the genitive right behind: *der Kritiker | des „Tagblatts“*.

        A medium behind *der* is spoken to: *sagte die Ministerin | der „Post“*.
        """
        article = context.word(chunk.last + 1).text if chunk.last + 2 <= context.length else ""
        if article not in ("des", "vom", "der"):
            return False
        behind = (placed.passage.kind for placed in context.passages if placed.first == chunk.last + 2)
        return any(article != "der" or kind != "medium" for kind in behind)

    def note(
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
        """Note that a referent occurs here; what is not told is read from the phrase and its clause."""
        word = context.word(place)
        span = word.span if chunk is None else chunk.span
        clause = context.clauses.of(word)
        spoken = is_speaker or self.is_speaker(context, span)
        if is_subject is None and not spoken and chunk is not None and chunk.name:
            is_subject = self._shares_verb(context, chunk, clause) or is_who_it_was(context, chunk) or None
        against = None if spoken else self._is_set_against(context, chunk)
        is_subject = is_subject if against is None else against
        if is_subject is None and not spoken and self._has_subject_before(context, place, clause):
            is_subject = False
        occurrence = Occurrence(
            referent,
            context.number,
            place,
            span,
            None if clause is None else clause.number,
            is_subject=(is_subject_of_clause(context, chunk, word) or (spoken and not is_attribute))
            if is_subject is None
            else is_subject,
            is_speaker=spoken and not is_attribute,
            is_addressee=any(part.contains(span) for part in self._hearers.get(context.number, ())),
            is_in_content=self.is_in_content(span)
            and (not spoken or (not is_speaker and self._is_told_by_another(span))),
            is_attribute=is_attribute,
            is_full=chunk is not None and len(chunk.name) > 1,
            is_embedded=clause is not None and clause.kind not in ("main", "fragment"),
            is_contrasted=bool(against) or is_contrasted(context, clause, word),
            chunk=chunk,
        )
        self.occurrences.append(occurrence)
        self.by_head[context.number, place] = referent
        return occurrence

    def _is_set_against(self, context: Context, chunk: Chunk | None) -> bool | None:
        """Say whether a phrase is what is told rather than another, unless somebody else acts: *lobte nicht …*."""
        against = is_set_against(context, chunk)
        if not against or chunk is None or context.word(chunk.start - 1).text != "sondern":
            return against
        here = takewhile(lambda o: o.sentence == context.number, reversed(self.occurrences))
        return None if any(o.is_subject for o in here) else against

    def _shares_verb(self, context: Context, chunk: Chunk, clause: Clause | None) -> bool:
        """Say whether a name shares the verb of the one before: *Ott spielt Cello, | Kern | Geige*."""
        return second_subject(context, self.chunks[context.number], clause) is chunk

    def _has_subject_before(self, context: Context, place: int, clause: Clause | None) -> bool:
        """Say whether a person is the subject of a clause already: what follows, if not joined to it, is an object."""
        if clause is None:
            return False
        here = takewhile(lambda o: o.sentence == context.number, reversed(self.occurrences))
        last = next((o for o in here if o.clause == clause.number and o.is_subject and o.place < place), None)
        if last is None or not last.referent.is_person:
            return False
        between = [word.text.lower() for word in context.words(last.place + 1, place - 1)]
        return not any(text in ("und", "oder", "sowie", ",", ";", "(") for text in between)

    def is_speaker(self, context: Context, span: Span) -> bool:
        """Say whether a span is of the speaker of a quotation."""
        return any(mention.overlaps(span) for mention in self._mentions.get(context.number, ()))

    def _is_told_by_another(self, span: Span) -> bool:
        """Say whether who speaks is told of by another who speaks: *| Kern | habe gesagt, er gehe, berichtete Ott*."""
        return any(
            part.contains(span)
            for quote in self.quotes
            if quote.speaker is not None and not (quote.cue is not None and self.is_authors(quote))
            for part in quote.spans
        )

    def is_in_content(self, span: Span) -> bool:
        """Say whether somebody says this in a clause; what is so *laut X* is the author's own sentence."""
        return any(part.contains(span) for part in self._contents)

    def is_authors(self, quote: Quote) -> bool:
        """Say whether the words are the author's own, also with a frame such as *…, so erzählt sie es*."""
        told = any(span.of(self.text).lstrip(", ").startswith("so ") for span in quote.frame)
        told = told or "back-reference" in quote.rules  # Ott reist ab. Das teilte die Partei mit.
        return _is_of_author(quote) or (told and quote.mood == "indicative")

    def is_in_known_content(self, span: Span) -> bool:
        """Say whether somebody says this who is mentioned, other than by *nach eigenen Angaben*."""
        return any(
            part.contains(span)
            for quote in self.quotes
            if quote.speaker is not None and "eigene" not in quote.speaker.span.of(self.text)
            for part in quote.spans
        )

    def bearers(self, name: str) -> list[Referent]:
        """Return the people whom a name can stand for, those alone whom it fits best."""
        short = self.without_nickname(without_genitive(name, (*self.named, *self.nicknames)))
        fitting = [(points, person) for full, person in self.named.items() if (points := fit(short, full))]
        best = max((points for points, _ in fitting), default=0)
        if best == 4:
            return [person for points, person in fitting if points == 4]
        if best == 3 and not any(points == 2 for points, _ in fitting):
            return [person for points, person in fitting if points == 3]
        return [person for _, person in fitting]

    def without_nickname(self, name: str) -> str:
        """Return the full name of whom a nickname means, alone or before the surname: *Bobo*, *Bobo Ott*."""
        nick, _, surname = name.partition(" ")
        full = self.nicknames.get(nick)
        return name if full is None or not f" {full}".endswith(f" {surname}".rstrip()) else full

    def new(self, referent: Referent, chunk: Chunk) -> Referent:
        """Take in a referent that a phrase introduces."""
        referent.takes(chunk)
        one_body = not referent.is_person and not chunk.is_plural  # die Bahnen are no *sie* that says
        if one_body and referent.gender is None:
            referent.gender = chunk.gender or gender_of(chunk.nouns[-1]) if chunk.nouns else _gender_of_letters(chunk)
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

    def clause_of(self, occurrence: Occurrence) -> Clause | None:
        """Return the clause in which somebody occurs."""
        clauses = self.contexts[occurrence.sentence].clauses.all
        known = occurrence.clause is not None and occurrence.clause < len(clauses)
        return clauses[occurrence.clause] if known and occurrence.clause is not None else None

    def people(self, context: Context) -> list[Referent]:
        """Return all people, named and unnamed, once."""
        found = [*self.named.values(), *(known.known for known in self.referents if known.is_person)]
        return list({id(person): person for person in found if person.same is None}.values())

    def distance(self, context: Context, referent: Referent) -> int:
        """Return how many sentences ago somebody was mentioned, 99 if never."""
        return min(
            (
                context.number - o.sentence
                for o in self.occurrences
                if o.referent.known is referent and not o.is_in_content
            ),
            default=99,
        )

    def last_pair(self, context: Context, within: int = 6) -> list[Referent]:
        """Return those who were named together last, not too far back."""
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

    def ranked(self, context: Context, gender: Gender | None, **limits: object) -> list[Candidate]:
        """Return the candidates for a word, the likeliest first."""
        return ranked(self.occurrences, context.number, gender, self.paragraphs, **limits)  # type: ignore[arg-type]

    def spoken_by(self, context: Context, word: Word) -> Iterator[tuple[Quote, Mention]]:
        """Yield the quotations whose speaker's mention holds a word, with that mention."""
        for quote in self.quotes:
            speaker = quote.speaker
            if speaker is not None and speaker.sentence == context.number and speaker.span.contains(word.span):
                yield quote, speaker


def _is_where(chunks: Sequence[Chunk], place: int, tail: int, spoken: Set[int]) -> bool:
    """Say whether a phrase behind a speaker's mention tells where the words were said: *sagte Ott | im Ausschuss*."""
    return chunks[place].span.end in spoken and chunks[tail].preposition in ("in", "im", "auf", "vor")


def _is_of_author(quote: Quote) -> bool:
    """Say whether the words are the author's own: *Ammann reist ab, wie sie sagt*, *laut ihrem Anwalt*."""
    if quote.cue is None or quote.cue.kind in ("preposition", "adverb"):
        return True
    return any(rule.startswith("wie") or rule == "fragment-in-report" for rule in quote.rules)


def _is_parted(quote: Quote) -> bool:
    """Say whether what stands behind the mention is none of it: *warf die Staatsanwaltschaft | Ertl vor*.

    So it is behind a source: *entstand laut Polizei | Totalschaden*.
    """
    behind = quote.speaker is not None and any(
        0 < span.start - quote.speaker.span.end <= len(" ") for span in quote.addressee
    )
    return (
        behind
        or quote.rules in (("fragment-of-verb",), ("speech-act",))
        or (quote.cue is not None and quote.cue.kind == "preposition")
    )


def _paragraphs(contexts: Sequence[Context], text: str) -> list[int]:
    found: list[int] = []
    for number, context in enumerate(contexts):
        if not number:
            found.append(0)
            continue
        between = text[contexts[number - 1].sentence.span.end : context.sentence.span.start]
        found.append(found[-1] + ("\n" in between))
    return found


def _gender_of_letters(chunk: Chunk) -> Gender | None:
    """Return the gender that the article marks of a body named by letters: *die SVP*, *von der SVP*, *der DGB*."""
    if len(chunk.name) != 1 or not is_acronym(chunk.name[0].text) or chunk.adjectives:
        return None
    is_subject = chunk.preposition is None and chunk.name[0].relation in SUBJECTS
    if chunk.determiner == "der":
        return "Masc" if is_subject else "Fem"
    return "Fem" if chunk.determiner == "die" and is_subject else None
