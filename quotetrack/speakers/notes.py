"""What has been read of an article so far: its phrases, its people, and where they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex
from attrs import define, field

from quotetrack.clauses import Clause
from quotetrack.nouns import Gender, state_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention, Quote
from quotetrack.spans import Span
from quotetrack.speakers.chunk_tails import tail_chunks
from quotetrack.speakers.chunking import chunks_of
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.name_forms import name_forms
from quotetrack.speakers.names import fit, without_genitive
from quotetrack.speakers.referents import Occurrence, Pair, Referent
from quotetrack.speakers.salience import Candidate, clear_winner, ranked
from quotetrack.speakers.splitting import parted
from quotetrack.syntax import SUBJECTS, Word

#: Verbs of whoever speaks after somebody else.
_ANSWERS: Final = frozenset(
    "antworten beantworten dagegenhalten einwenden entgegenhalten entgegnen erwidern kontern parieren widersprechen"
    " zurückfragen zurückgeben zurückrufen zurückschreiben".split()
)
_ASKED_RE: Final = regex.compile(
    r"\b[Aa]uf (?:die |eine |entsprechende )?(?:Frage|Nachfrage|Anfrage)\b|\b[Aa]ngesprochen\b"
)
"""Frames in which somebody answers a question that nobody of the text has asked, perhaps the last speaker."""
_OBJECTS: Final[dict[str, Gender]] = {"ihm": "Masc", "ihn": "Masc", "ihr": "Fem"}
_SUBJUNCTIVE_RE: Final = regex.compile(r"\b(?:habe|hätten?)\b")
#: *Er habe ihm gesagt*: whoever tells this was told it; *sie habe ihm gesagt* she may tell herself.
_TO_TELLER_RE: Final = {
    "er": regex.compile(r"\b(?:habe|hätten?) ih[mn]\b"),
    "sie": regex.compile(r"\b(?:habe|hätten?) (?:ihr|sie)\b"),
}
_TO_SOMEBODY_RE: Final = regex.compile(r"\b(?:habe|hätten?) (?:ih[mnr]|sie)\b")
_FELT: Final = frozenset(
    "gefällt gefiel missfällt missfiel passt passte reicht reichte genügt genügte behagt behagte schmeckt schmeckte"
    " imponiert imponierte leuchtet leuchtete freut freute ärgert ärgerte stört störte wundert wunderte überzeugt"
    " überzeugte empört empörte wurmt wurmte kümmert kümmerte rührt rührte beeindruckt beeindruckte überrascht"
    " überraschte kränkt kränkte ficht focht beunruhigt beunruhigte trifft traf irritiert irritierte langweilt"
    " langweilte interessiert interessierte graut graute schmerzt schmerzte".split()
)
"""Forms of verbs whose dative or accusative in front is whom the sentence is about: *Den Vater focht das nicht an*."""
_OBLIQUE: Final = frozenset({"den", "dem", "des", "einen", "einem", "eines", "diesen", "diesem", "ihren", "ihrem"})


@define
class Notes:
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
    kin: list[tuple[Referent, Referent]] = field(factory=list)
    bonds: list[tuple[Referent, Referent, str]] = field(factory=list)
    by_head: dict[tuple[int, int], Referent] = field(factory=dict)
    named: dict[str, Referent] = field(factory=dict)
    bodies: dict[str, list[str]] = field(factory=dict)
    first: dict[int, int] = field(factory=dict)
    acronyms: dict[str, Referent] = field(factory=dict)
    bare: list[tuple[int, Referent, bool]] = field(factory=list)
    contrasted: tuple[int, Referent] | None = None

    def __attrs_post_init__(self) -> None:
        forms = name_forms(self.contexts)
        self.paragraphs = _paragraphs(self.contexts, self.text)
        ends = {quote.speaker.span.end for quote in self.quotes if quote.speaker is not None and _is_parted(quote)}
        self.chunks = parted([chunks_of(context.sentence.words, forms) for context in self.contexts], ends)
        self.tails = [
            dict(tail_chunks(chunks, context.sentence.words))
            for chunks, context in zip(self.chunks, self.contexts, strict=True)
        ]

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
        return last

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
            is_addressee=any(
                part.contains(span)
                for quote in self.quotes
                if quote.sentence == context.number
                for part in quote.addressee
            ),
            is_in_content=not spoken and self.is_in_content(span),
            is_attribute=is_attribute,
            is_full=chunk is not None and len(chunk.name) > 1,
            is_embedded=clause is not None and clause.kind not in ("main", "fragment"),
            chunk=chunk,
        )
        self.occurrences.append(occurrence)
        self.by_head[context.number, place] = referent
        return occurrence

    def _has_subject_before(self, context: Context, place: int, clause: Clause | None) -> bool:
        """Say whether a person is the subject of a clause already: what follows, if not joined to it, is an object."""
        if clause is None:
            return False
        before = [
            o
            for o in self.occurrences
            if o.sentence == context.number and o.clause == clause.number and o.is_subject and o.place < place
        ]
        if not before or not before[-1].referent.is_person:
            return False
        between = [word.text.lower() for word in context.words(before[-1].place + 1, place - 1)]
        return not any(text in ("und", "oder", "sowie", ",", ";", "(") for text in between)

    def is_speaker(self, context: Context, span: Span) -> bool:
        """Say whether a span is of the speaker of a quotation."""
        return any(
            quote.speaker is not None and quote.speaker.sentence == context.number and quote.speaker.span.overlaps(span)
            for quote in self.quotes
            if quote.speaker is not None
        )

    def is_in_content(self, span: Span) -> bool:
        """Say whether somebody says this in a clause; what is so *laut X* is the author's own sentence."""
        return any(
            part.contains(span)
            for quote in self.quotes
            if quote.type != "reported" and not (quote.cue is not None and self._is_authors(quote))
            for part in quote.spans
        )

    def _is_authors(self, quote: Quote) -> bool:
        """Say whether the words are the author's own, also with a frame such as *…, so erzählt sie es*."""
        told = any(span.of(self.text).lstrip(", ").startswith("so ") for span in quote.frame)
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
        short = without_genitive(name, self.named)
        fitting = [(fit(short, full), person) for full, person in self.named.items() if fit(short, full)]
        best = max((points for points, _ in fitting), default=0)
        if best == 4:
            return [person for points, person in fitting if points == 4]
        if best == 3 and not any(points == 2 for points, _ in fitting):
            return [person for points, person in fitting if points == 3]
        return [person for _, person in fitting]

    def new(self, referent: Referent, chunk: Chunk) -> Referent:
        """Take in a referent that a phrase introduces."""
        referent.takes(chunk)
        if not referent.is_person and referent.gender is None and chunk.nouns:
            referent.gender = chunk.gender or gender_of(chunk.nouns[-1])
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

    def clause_mates(self, context: Context, word: Word) -> set[int]:
        """Return the ids of referents that stand in the same clause: a pronoun means none of them."""
        clause = context.clauses.of(word)
        if clause is None:
            return set()
        return {
            id(o.referent.known)
            for o in self.occurrences
            if o.sentence == context.number
            and o.clause == clause.number
            and (o.chunk is not None or o.place < min(word.index, context.length))
            and not o.is_attribute
        }

    def not_meant(self, context: Context, word: Word) -> set[int]:
        """Return the ids of referents that a word for somebody cannot mean.

        They stand in its clause, or it speaks words that name them or are said to them: nobody speaks so of himself.
        """
        return self.never_meant(context, word) | self.answered(context, word)

    def never_meant(self, context: Context, word: Word) -> set[int]:
        """Return the ids of referents that not even a word for their own role can mean."""
        told = self.clause_mates(context, word) | self.told_of(context, word) | self.telling(context, word)
        return told | self.met(context, word) | self.told_to_speak(context, word)

    def told_to_speak(self, context: Context, word: Word) -> set[int]:
        """Return the ids of whom a speaker tells what they said: *Dieser habe ihm versichert, …, erzählte er*."""
        within = [
            other.speaker
            for quote, _ in self._spoken_by(context, word)
            for other in self.quotes
            if other.speaker is not None and other.speaker.sentence == context.number
            if other.speaker.head.text.lower() not in ("er", "sie")
            if any(span.contains(other.speaker.span) for span in quote.spans)
        ]
        found = (self.by_head.get((context.number, speaker.head.index)) for speaker in within)
        return {id(referent.known) for referent in found if referent is not None}

    def met(self, context: Context, word: Word) -> set[int]:
        """Return the id of whom a personal pronoun behind a noun means, for its clause: *Der Chef warf ihm vor, …*."""
        clause = context.clauses.of(word)
        if clause is None or word.upos == "PRON":
            return set()
        objects = (other for other in clause.words if other.index > word.index and other.upos == "PRON")
        pronoun = next((other for other in objects if other.text in _OBJECTS), None)
        if pronoun is None or self.is_in_content(pronoun.span):
            return set()
        found = clear_winner(self.ranked(context, _OBJECTS[pronoun.text], people_only=True))
        return set() if found is None else {id(found.known)}

    def telling(self, context: Context, word: Word) -> set[int]:
        """Return the ids of the people who are named as the speakers of the words in which a noun stands.

        ``Den Befehl habe ihr der Direktor erteilt, so Ott``: the director is somebody else.
        """
        if word.upos == "PRON":
            return set()
        speakers = [
            quote.speaker.span.of(self.text)
            for quote in self.quotes
            if quote.speaker is not None
            and not quote.speaker.span.contains(word.span)
            and any(span.contains(word.span) for span in quote.spans)
        ]
        words = {found for speaker in speakers for found in regex.findall(r"[\p{L}-]{3,}", speaker)}
        return {id(bearer) for found in words for bearer in self._only_bearer(found)}

    def _spoken_by(self, context: Context, word: Word) -> Iterator[tuple[Quote, Mention]]:
        """Yield the quotations whose speaker's mention holds a word, with that mention."""
        for quote in self.quotes:
            speaker = quote.speaker
            if speaker is not None and speaker.sentence == context.number and speaker.span.contains(word.span):
                yield quote, speaker

    def spoke_before_the_last(self, context: Context, word: Word, within: int) -> list[Referent]:
        """Return who spoke in the sentences before, the last speaker aside, if a mention is of somebody who answers."""
        if not self.answers(context, word):
            return []
        near = (o for o in self.occurrences if o.is_speaker and 0 < context.number - o.sentence <= within)
        spoken = [o.referent.known for o in near]
        return [person for person in spoken if person is not spoken[-1]]

    def answers(self, context: Context, word: Word) -> bool:
        """Say whether a mention is of somebody who answers."""
        return any(is_answer(quote) for quote, _ in self._spoken_by(context, word))

    def is_asked(self, quote: Quote) -> bool:
        """Say whether a quotation answers a question that somebody of the frame has asked, or nobody of the text."""
        return any(_ASKED_RE.search(span.of(self.text)) for span in quote.frame)

    def answers_a_speaker(self, context: Context, word: Word) -> bool:
        """Say whether a mention is of somebody who answers what has been said, and no question of the frame."""
        return any(is_answer(quote) and not self.is_asked(quote) for quote, _ in self._spoken_by(context, word))

    def answered(self, context: Context, word: Word) -> set[int]:
        """Return the id of whom a speaker answers or who tells what a speaker said: whoever has just spoken.

        ``…, sagte Ott. „Nein“, konterte die Ärztin.`` ``…, sagte Ott. Die Ärztin habe ihm versichert, dass …``
        A quotation that a verb only tells of (*wies das zurück*) may be the start of the answer.
        """
        answers = [
            quote
            for quote, speaker in self._spoken_by(context, word)
            if is_answer(quote) or self._is_told(quote) or self._follows_then(context, speaker.span)
        ]
        if not answers or any(map(self.is_asked, answers)):
            return set()
        before = [
            quote
            for quote in self.quotes
            if quote.speaker is not None
            and quote.sentence == context.number - 1
            and quote.type != "reported"
            and not any(quote.speaker.span == other.speaker.span for other in answers if other.speaker is not None)
        ]
        if not before:
            told = any(self._is_told(quote) for quote in answers) and word.upos != "PRON"
            return self._tellers_before(context) if told else set()
        last = max(before, key=lambda quote: quote.spans[-1].end).speaker
        spoken = [
            o.referent.known
            for o in self.occurrences
            if last is not None and o.sentence == last.sentence and last.span.contains(o.span) and o.is_speaker
        ]
        small = word.text.lower()
        if spoken and small in _TO_TELLER_RE and not any(self._is_other(context, q, small, spoken[0]) for q in answers):
            return set()  # he may tell what he said himself
        return {id(person) for person in spoken[:1]}

    def _tellers_before(self, context: Context) -> set[int]:
        """Return the id of who acts in the sentence before, and goes on: *Ott widersprach. Der Rat habe gewarnt, …*."""
        before = context.number - 1
        if before < 0 or self.paragraphs[before] != self.paragraphs[context.number]:
            return set()
        acting = [o for o in self.occurrences if o.sentence == before and o.is_subject and not o.is_in_content]
        people = {id(o.referent.known) for o in acting if o.referent.known.is_person and o.referent.known.name}
        return people if len(people) == 1 else set()

    def _is_other(self, context: Context, quote: Quote, pronoun: str, teller: Referent) -> bool:
        """Say whether *er* or *sie* who speaks is not the teller, but answers, told it to the teller, or is told of."""
        answers = is_answer(quote) or (quote.speaker is not None and self._follows_then(context, quote.speaker.span))
        is_reporter = teller.name is None and not self._is_told(quote, _TO_SOMEBODY_RE)
        return answers or is_reporter or self._is_told(quote, _TO_TELLER_RE[pronoun])

    def _is_told(self, quote: Quote, pattern: regex.Pattern[str] = _SUBJUNCTIVE_RE) -> bool:
        """Say whether somebody else tells what was said: the frame is in the subjunctive."""
        return any(pattern.search(span.of(self.text)) for span in quote.frame)

    def _follows_then(self, context: Context, span: Span) -> bool:
        """Say whether *Darauf* stands before somebody, or *selbst* behind, who is told from whoever spoke before."""
        before = [word.text for word in context.sentence.words if word.span.end <= span.start]
        behind = [word.text for word in context.sentence.words if word.span.start >= span.end]
        return before[-1:] in (["Darauf"], ["Daraufhin"]) or behind[:1] == ["selbst"] or self._ends_in_self(span)

    def _ends_in_self(self, span: Span) -> bool:
        return span.of(self.text).endswith(" selbst")

    def told_of(self, context: Context, word: Word) -> set[int]:
        """Return the ids of the people whom the words that a speaker says name, or to whom they are said."""
        spoken = [
            span
            for quote, _ in self._spoken_by(context, word)
            if quote.type == "direct" or not self._is_authors(quote)
            for span in (*quote.spans, *quote.addressee)
            if not span.contains(word.span)
        ]
        words = {found for span in spoken for found in regex.findall(r"[\p{L}-]{3,}", span.of(self.text))}
        return {id(bearer) for found in words for bearer in self._only_bearer(found)} if words else set()

    def _only_bearer(self, form: str) -> list[Referent]:
        """Return the one person of whose full name a word is the first or the last part."""
        found = [
            person
            for name, person in self.named.items()
            if form in (name.split()[0], name.split()[-1]) or form.removesuffix("s") == name.split()[-1]
        ]
        return found if len(found) == 1 else []


def is_answer(quote: Quote) -> bool:
    """Say whether a quotation answers what somebody has said."""
    return quote.cue is not None and quote.cue.lemma in _ANSWERS


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
    return behind or quote.rules == ("fragment-of-verb",) or (quote.cue is not None and quote.cue.kind == "preposition")


def _paragraphs(contexts: Sequence[Context], text: str) -> list[int]:
    found: list[int] = []
    for number, context in enumerate(contexts):
        if not number:
            found.append(0)
            continue
        between = text[contexts[number - 1].sentence.span.end : context.sentence.span.start]
        found.append(found[-1] + ("\n" in between))
    return found


def is_subject_of_clause(context: Context, chunk: Chunk | None, word: Word) -> bool:
    """Say whether a phrase or pronoun is the subject of its clause."""
    if word.text.lower() in ("er",):
        return True
    if chunk is None:
        return word.relation in SUBJECTS
    if chunk.preposition is None and _experiences(context, chunk):
        return True
    if chunk.preposition is not None or chunk.determiner in _OBLIQUE:
        return False
    if any(part.relation in SUBJECTS for part in (*chunk.nouns, *chunk.name)):
        return not _has_man(context, word)
    if chunk.determiner == "der" and chunk.nouns and chunk.gender == "Masc" and (chunk.name or _is_of_one(chunk)):
        return True  # no other case has this article
    return _fills_the_front(context, chunk)


def _experiences(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase in front is of whom something pleases or troubles: *Dem Wirt gefällt das nicht. Er …*."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or clause.kind != "main" or chunk.first != clause.words[0].index:
        return False
    behind = [word for word in clause.words if word.index > finite.index]
    between = [word for word in clause.words if chunk.last < word.index < finite.index and word.upos != "PUNCT"]
    felt = finite.text in _FELT and not between
    return felt and bool(behind) and not any(word.text in ("er", "ich", "wir", "man") for word in behind)


def _has_man(context: Context, word: Word) -> bool:
    """Say whether *man* is the subject of the clause: *Fragt man Kapitän Petersen, …*."""
    clause = context.clauses.of(word)
    return clause is not None and any(other.text == "man" for other in clause.words if not other.masked)


def _is_of_one(chunk: Chunk) -> bool:
    """Say whether a masculine has the form of one: *der Mann*, but *der Trainer* may be the genitive of several."""
    noun = chunk.noun
    if noun is None or noun.kind != "person" or noun.gender != "Masc" or noun.base.endswith(("er", "el", "en")):
        return False
    return chunk.nouns[-1].text.casefold().endswith(noun.base.casefold())


def _fills_the_front(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase opens a main clause and may be a nominative: it is the subject then, most often."""
    start = next((word.index for word in context.sentence.words if word.upos not in ("PUNCT", "CCONJ", "ADV")), 1)
    if chunk.first != start:
        return False
    return not any((chunk.determiner or "").endswith(end) for end in ("inen", "inem", "ihren", "ihrem"))


def gender_of(word: Word) -> Gender | None:
    """Return the gender that the parse gives a word."""
    genders: dict[str, Gender] = {"Masc": "Masc", "Fem": "Fem", "Neut": "Neut"}
    return genders.get(word.features.get("Gender", ""))
