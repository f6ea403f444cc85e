"""The clauses of a German sentence, after the topological field model: brackets of verbs, and what stands around them.

German marks its clauses on the surface: commas separate them, a subordinating word opens them, and the place of the
finite verb (first, second, last) tells what they are (Drach 1937, *Grundgedanken der deutschen Satzlehre*; Höhle 1986,
*Der Begriff „Mittelfeld“*; Duden-Grammatik § 1338 ff.). That is more certain than the attachments of a small parser, so
the sentence is cut into segments at its separators first; tags and tree say what each segment is and where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

import regex
from attrs import define, field, frozen

from quotetrack.lexicon import load, table
from quotetrack.moods import is_konjunktiv_1
from quotetrack.spans import Span
from quotetrack.syntax import CASE_MARKERS, MARKERS, PARTICLES, SUBJECTS, VERBALS, Sentence, Word

ClauseKind = Literal["main", "verb_first", "subordinate", "relative", "infinitive", "fragment", "quotation"]

SUBORDINATORS: Final = frozenset(
    "dass daß ob weil obwohl obgleich obschon wenngleich wenn falls sofern soweit solange sobald nachdem bevor ehe"
    " seitdem damit sodass indem wobei zumal wohingegen sooft als während bis seit da wie".split()
)
"""Words that open a clause with its verb at the end; those after *zumal* have other uses too."""

INTERROGATIVES: Final = frozenset(
    "wer wen wem wessen was wann wo wohin woher warum weshalb wieso weswegen wie wieviel inwieweit inwiefern wozu womit"
    " wofür wogegen worin woran worauf wovon wonach wodurch worüber worum wovor welche welcher welches welchen welchem"
    " ob".split()
)
CALLED: Final = frozenset({"heißt", "heisst", "hieß", "hiess"})
"""Forms of *heißen*, behind which a name or what is said follows."""
INFINITIVE_OPENERS: Final = frozenset("um ohne statt anstatt außer".split())
RELATIVE_PRONOUNS: Final = frozenset(
    "der die das den dem des denen deren dessen welcher welche welches welchen welchem was wer wo woher wohin".split()
)
_ARTICLE_FORMS: Final = frozenset("der die das den dem des deren dessen".split())
"""Relative pronouns that at the start of a sentence are articles or demonstratives."""

_BEFORE_DASS: Final = frozenset("so ohne statt anstatt außer als auf bis nur kaum dadurch und oder sondern".split())
"""Words that open a clause together with *dass*, or join it."""

_PRONOUNS: Final = frozenset("er sie es man wir ich".split())
COORDINATORS: Final = frozenset("und oder aber doch denn sondern sowie jedoch".split())
FINITE_FORMS: Final = frozenset(
    "bin bist ist sind seid war warst waren wart sei seien seist wäre wären hast hat hatte hatten hätte hätten habe"
    " wird wirst wurde wurden würde würden darf durfte durften dürfte dürften kann konnte konnten könnte könnten mag"
    " mochte mochten möchte möchten muss muß musste mußte mussten mußten müsste müssten soll sollte sollten will wollte"
    " wollten könne müsse solle wolle dürfe werde ließ liess ließen liessen".split()
)
"""Forms of auxiliaries and modals that are finite wherever they stand."""

_INCOMPLETE: Final = frozenset(
    "ist sind war waren sei seien wäre wären hat haben hatte hatten habe hätte hätten gibt gab gebe gäbe bleibt bleibe"
    " braucht brauche brauchen bedeutet bedeute heißt heiße".split()
)
"""Forms of verbs that say nothing without a noun phrase behind them."""
_NO_APPOSITIONS: Final = frozenset(
    "einen keinen kein keine keinerlei weder mehr viel viele wenig wenige weniger genug nichts den dem".split()
)
"""Words that open no apposition to a nominative."""
_LIGHT: Final = frozenset(
    "auch aber also allerdings bereits dabei damit dann derzeit doch dort eben eigentlich einfach hier immer inzwischen"
    " ja jedoch jetzt längst leider natürlich noch nun nur schlicht schon sicher sogar übrigens vielleicht weiterhin"
    " wohl zudem zwar".split()
)
"""Adverbs behind which a clause may still wait for what its verb needs."""

_HAVING: Final = frozenset("hat haben hatte hatten habe hätte hätten wurde wurden wird werden".split())
_LETTING: Final = frozenset({"lasse", "lässt", "ließ", "ließe", "lassen", "ließen"})
_NEVER_FINITE: Final = frozenset(
    "anhand aufgrund außerhalb bezüglich dank diesseits gemäß hinsichtlich infolge innerhalb jenseits laut mangels"
    " mithilfe nebst oberhalb samt seitens trotz unterhalb zufolge zugunsten zuliebe".split()
)
"""Prepositions that a tagger may take for a verb."""

AMBIGUOUS_FORMS: Final = frozenset("haben werden sollen wollen können müssen dürfen sein".split())
"""Forms of auxiliaries and modals that are finite where nothing else is."""

_SEPARATORS: Final = frozenset(",;:")
_DASHES: Final = frozenset("–—-")
_OPENERS: Final = frozenset("„‚»«›‹")
_CLOSERS: Final = frozenset('“‘”«»‹›"')
_BRACKETS: Final = {"(": ")", "[": "]"}
_PARTICIPLE_RE: Final = regex.compile(r"(?:\p{L}{2,5})?ge\p{L}{3,}(?:t|en)$")
_PAST_RE: Final = regex.compile(r"\p{Ll}+(?:[bfghkp]|[^e]m|ies|as|oss)")
"""Ends of the past of strong verbs (*sprach*, *rief*, *nahm*, *wies*) that neither infinitive nor participle has."""
_PRESENT_RE: Final = regex.compile(r"\p{Ll}+(?:end|t|en)e[nrms]?")
_MAYBE_PARTICIPLE_RE: Final = regex.compile(
    r"\p{Ll}+n$|(?:\p{Ll}{2,5})?(?:ge|be|er|ver|ent|zer|miss|über|unter)\p{Ll}+t$"
)
"""Forms that end a clause an auxiliary began, whatever their tag: *Sie habe, erzählte Ott, den Schuss | gehört*."""
_OF_ACT_RE: Final = regex.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Sonnabend|Mittwoch|^(?:Morgen|Mittag|Abend|Rande|Anfrage|Nachfrage|Medien"
    r"|Gespräch|Interview|Journalisten|Reportern)$"
)
"""What a phrase of a frame names: a day, an occasion, who listens."""
_INFIX_RE: Final = regex.compile(
    r"^(?:ab|an|auf|aus|bei|dar|durch|ein|entgegen|empor|fehl|fern|fest|fort|frei|gegenüber|gleich|gut|heim|her|heraus"
    r"|herein|hervor|herunter|hin|hinaus|hinein|hinunter|hinzu|herüber|hinüber|hinterher|dazwischen|herum|umher|hoch|kennen|klar|krank|kund|lahm|los|mit|nach|nahe|nieder"
    r"|offen|preis|richtig|schwarz|sicher|statt|still|teil|tot|über|um|unter|ver|vor|voran|voraus|vorbei|vorwärts|weg"
    r"|weiter|wieder|zu|zurecht|zurück|zusammen|zufrieden|bekannt|bereit|bloß|durcheinander|statt|wahr|daran|dazu"
    r"|aneinander|aufeinander|aufrecht|auseinander|dabei|entlang|fertig|gerade|herab|heran|herauf|herbei|herüber|herum"
    r"|hinab|hinauf|hinüber|hinweg|instand|leicht|leer|miteinander|quer|raus|schwer|überein|umher|voll|vorher|vorüber"
    r"|warm|wett|zufrieden|zugute|zunichte|zuvor)"
    r"zu\p{L}{2,}n$"
)

_WITH_HINZU: Final = frozenset(
    "hinzufügen hinzukommen hinzuziehen hinzurechnen hinzuzählen hinzutreten hinzudenken hinzusetzen hinzuverdienen"
    " hinzugewinnen hinzulernen dazugehören dazukommen dazulernen".split()
)
_JOINED_RE: Final = regex.compile(
    r"^(?:ab|an|auf|aus|bei|dar|ein|fest|fort|her|hin|hinzu|los|mit|nach|nieder|offen|preis|statt|teil|vor|weg|weiter"
    r"|wieder|zu|zurück|zusammen|bekannt|bereit|wahr)(?!worte)[b-df-hj-np-tv-z]+[aeiouäöü]\p{L}+$"
)


@frozen
class Clause:
    """A clause without the clauses it embeds.

    ``words`` are its own words with commas and other separators left out. ``opener`` is the conjunction, relative or
    interrogative pronoun that opens it, ``finite`` its finite verb, ``parent`` the number of the clause it depends on
    as far as the surface tells. ``marked`` are the places of its words between quotation marks.
    """

    number: int
    kind: ClauseKind
    words: tuple[Word, ...]
    opener: Word | None
    finite: Word | None
    parent: int | None
    marked: frozenset[int] = frozenset()

    @property
    def start(self) -> int:
        """The index of its first word."""
        return self.words[0].index

    @property
    def end(self) -> int:
        """The index of its last word."""
        return self.words[-1].index

    @property
    def span(self) -> Span:
        """The span from its first word to its last, with whatever it embeds."""
        return Span(self.words[0].span.start, max(word.span.end for word in self.words))

    def opens_with(self, *forms: str) -> bool:
        """Say whether its opener is one of the given small words."""
        return self.opener is not None and self.opener.text.lower() in forms


@define
class _Draft:
    kind: ClauseKind
    words: list[Word]
    opener: Word | None = None
    finite: Word | None = None
    parent: int | None = None

    def frozen(self, number: int, places: dict[int, int], marked: frozenset[int]) -> Clause:
        parent = None if self.parent is None else places[self.parent]
        own = frozenset(word.index for word in self.words if word.index in marked) if marked else marked
        return Clause(number, self.kind, tuple(self.words), self.opener, self.finite, parent, own)


@frozen
class _Segment:
    """What stands between two separators."""

    words: tuple[Word, ...]
    separator: str
    in_brackets: frozenset[int] = field(factory=frozenset)
    marked: frozenset[int] = field(factory=frozenset)


@frozen(slots=False)
class Clauses:
    """The clauses of a sentence, and for each word the clause it belongs to."""

    sentence: Sentence
    all: tuple[Clause, ...]

    @cached_property
    def _owner(self) -> dict[int, int]:
        return {word.index: clause.number for clause in self.all for word in clause.words}

    def of(self, word: Word) -> Clause | None:
        """Return the clause that owns the word; separators belong to none."""
        number = self._owner.get(word.index)
        return None if number is None else self.all[number]

    def before(self, clause: Clause) -> Clause | None:
        """Return the clause that owns the last word before the clause begins."""
        for index in range(clause.start - 1, 0, -1):
            if index in self._owner:
                return self.all[self._owner[index]]
        return None


def clauses_of(sentence: Sentence) -> Clauses:
    """Return the clauses of a sentence in the order of their first words."""
    builder = _Builder(sentence)
    marked = _marked(sentence)
    whole = (piece for segment in _segments(sentence, marked) for piece in _split_at_lost_comma(segment))
    coordinated = (part for segment in whole for part in _split_coordination(segment))
    parts = [part for segment in coordinated for part in _split_infinitive(segment)]
    for place, part in enumerate(parts):
        later = (other for other in parts[place + 1 :] if not _is_relative_segment(other))
        builder.place(part, next(later, None))
    drafts = builder.drafts
    order = sorted(range(len(drafts)), key=lambda number: drafts[number].words[0].index)
    places = {old: new for new, old in enumerate(order)}
    return Clauses(sentence, tuple(drafts[old].frozen(new, places, marked) for new, old in enumerate(order)))


def _segments(sentence: Sentence, marked: frozenset[int]) -> Iterator[_Segment]:
    words: list[Word] = []
    bracketed: set[int] = set()
    separator = ""
    awaited: list[str] = []
    for word in sentence.words:
        if word.index in marked:
            words.append(word)
            continue
        if not word.masked and word.text in _BRACKETS:
            awaited.append(_BRACKETS[word.text])
        if awaited:
            bracketed.add(word.index)
            words.append(word)
            if word.text == awaited[-1]:
                awaited.pop()
            continue
        if _separates(word, sentence):
            if words:
                yield _Segment(tuple(words), separator, frozenset(bracketed), marked)
            words, bracketed, separator = [], set(), word.text
            continue
        words.append(word)
    if words:
        yield _Segment(tuple(words), separator, frozenset(bracketed), marked)


def _marked(sentence: Sentence) -> frozenset[int]:
    """Return the places of the words between quotation marks: no comma among them separates the author's clauses."""
    found: set[int] = set()
    opened: int | None = None
    for word in sentence.words:
        if not word.masked and word.text in _OPENERS and opened is None:
            opened = word.index
        elif not word.masked and word.text in _CLOSERS and opened is not None:
            found.update(range(opened, word.index + 1))
            opened = None
    return frozenset(found)


def _separates(word: Word, sentence: Sentence) -> bool:
    if word.masked or word.text not in _SEPARATORS | _DASHES:
        return False
    return word.text in _SEPARATORS or not _is_hyphen(word, sentence)


def _is_hyphen(word: Word, sentence: Sentence) -> bool:
    """Say whether a dash stands between two words without a space on both sides."""
    if word.index == 1 or word.index == len(sentence.words):
        return False
    before, after = sentence.word(word.index - 1), sentence.word(word.index + 1)
    return before.span.end == word.span.start or word.span.end == after.span.start


def _split_at_lost_comma(segment: _Segment) -> Iterator[_Segment]:
    """Yield the segment in two where a comma is missing: *Ott sagte | dass er gehe*, *wurden gebeten | zu warten*."""
    cut = _lost_comma(segment)
    if cut is None:
        yield segment
    else:
        yield _part(segment, 0, cut)
        yield _part(segment, cut, len(segment.words))


def _lost_comma(segment: _Segment) -> int | None:
    """Return the place in a segment before which a clause begins without its comma, behind a verb."""
    words = segment.words
    outside = segment.in_brackets | segment.marked
    shown = [place for place, word in enumerate(words) if not word.masked and word.index not in outside]
    finite = [place for place in shown if is_finite(words[place])]
    if not finite:
        return None
    first = finite[0]
    last = max((place for place in shown if words[place].upos in VERBALS), default=first)
    for place in shown:
        word = words[place]
        if first < place < last and word.text in ("dass", "daß") and words[place - 1].text not in _BEFORE_DASS:
            return place
        opened = words[0].upos == "SCONJ" and words[0].text.lower() in SUBORDINATORS - {"dass", "daß", "ob"}
        if opened and place == first + 1 and place in finite and words[first + 2 :]:  # Als er ging | sagte er
            return place if _is_nominal(words[first + 2]) or words[first + 2].upos in ("DET", "ADJ", "ADP") else None
    return _lost_before_infinitive(words, shown, first)


def _lost_before_infinitive(words: tuple[Word, ...], shown: list[int], first: int) -> int | None:
    """Return where an infinitive begins behind the participle of a verb of saying: *hat angekündigt | zu gehen*."""
    content = [place for place in shown if words[place].upos != "PUNCT"]
    end = content[-1]
    if not is_zu_infinitive(words, end):
        return None
    for place in content:
        after = place + 1
        said = place > first and "z" in _complements(words[place], words[first])
        if said and after + 1 < end and words[after].upos not in ("AUX", "PUNCT", "CCONJ"):
            return after
    return None


def _complements(word: Word, finite: Word) -> str:
    """Return what the verb takes whose bracket a participle or a particle closes: *angekündigt*, *forderte … auf*."""
    verb = word.lemma.lower()
    if word.relation in PARTICLES and word.head == finite.index:
        verb = word.text.lower() + finite.lemma.lower()
    elif word.features.get("VerbForm") != "Part" and not (word.upos == "ADJ" and _PARTICIPLE_RE.match(word.text)):
        return ""
    return table("reporting_verbs").get(verb, ("",))[0]


def _split_coordination(segment: _Segment) -> Iterator[_Segment]:
    """Yield the segment in pieces, each with at most one finite verb, cut before *und* and its like."""
    finite = _finite_verbs(segment)
    start = 0
    for first, second in pairwise(finite):
        places = {word.index: place for place, word in enumerate(segment.words)}
        between = range(places[first.index] + 1, places[second.index])
        joints = [place for place in between if segment.words[place].text.lower() in COORDINATORS]
        right_before = [place for place in joints if segment.words[place + 1] == second]
        cut = next(iter(right_before or joints), None)
        if cut is not None and cut > start:
            yield _part(segment, start, cut)
            start = cut
    yield _part(segment, start, len(segment.words))


def _split_infinitive(segment: _Segment) -> Iterator[_Segment]:
    """Yield a segment in two before a bare infinitive without a comma: *rief die Leute auf | zu teilen*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    size = 1 if words and _has_infix(words[-1]) else 2 if len(words) > 1 and words[-2].text == "zu" else 0
    before = words[-size - 1] if size and len(words) > size + 1 else None
    finite = _finite_verbs(segment)
    if before is None or len(finite) != 1 or words[-1].upos != "VERB" or not _ends_saying(before, finite[0]):
        yield segment
        return
    cut = segment.words.index(words[-size])
    yield _part(segment, 0, cut)
    yield _part(segment, cut, len(segment.words))


def _ends_saying(word: Word, finite: Word) -> bool:
    """Say whether a word ends the bracket of a verb of saying: its particle or participle."""
    known = load("reporting_verbs")
    if finite.upos == "AUX" and word.upos == "VERB":
        return word.lemma in known and finite.text.lower() in _HAVING
    return finite.index < word.index and word.text.lower() + finite.lemma in known


def _part(segment: _Segment, start: int, end: int) -> _Segment:
    separator = segment.separator if start == 0 else ""
    return _Segment(segment.words[start:end], separator, segment.in_brackets, segment.marked)


def _finite_verbs(segment: _Segment) -> list[Word]:
    shown = [word for word in segment.words if not word.masked and word.index not in segment.in_brackets]
    after_zu = {word.index + 1 for word in segment.words if word.text == "zu"}
    if after_zu:
        shown = [word for word in shown if not _is_before_infinitive(segment, word)]
    found = [word for word in shown if is_finite(word) and word.index not in after_zu and not _has_infix(word)]
    found = [word for word in found if not _is_participle_before(word, found)]
    found += _coordinated_plurals(shown, found)
    if found:
        return [word for word in found if word.index not in segment.marked] or found
    ambiguous = [word for word in shown if word.text.lower() in AMBIGUOUS_FORMS and word.upos in ("VERB", "AUX")]
    return [word for word in (*ambiguous, *_plural_forms(shown)) if word.index not in after_zu][:1]


def _is_before_infinitive(segment: _Segment, word: Word) -> bool:
    """Say whether a form belongs to the infinitive behind it: *gebrochen zu haben*, *prüfen zu lassen*."""
    after = [other.text.lower() for other in segment.words if word.index < other.index <= word.index + 2]
    if after == ["zu", "lassen"] and word.text.endswith("n"):
        return True
    if len(after) < 2 or after[0] != "zu":
        return False
    perfect = after[1] in ("haben", "sein", "werden")
    if perfect and _MAYBE_PARTICIPLE_RE.match(word.text):
        return True
    return bool(_PARTICIPLE_RE.match(word.text.lower())) and (perfect or word.text.endswith("en"))


def _is_participle_before(word: Word, finite: list[Word]) -> bool:
    """Say whether a form is a participle or infinitive before the finite verb: *An die Bauern gewandt sagte X*."""
    if word.text.endswith("n") and any(o.index == word.index + 1 and o.text in _LETTING for o in finite):
        return True
    shaped = bool(_PARTICIPLE_RE.match(word.text.lower())) and word.text.lower() not in FINITE_FORMS
    return shaped and any(other.index == word.index + 1 for other in finite)


def _plural_forms(words: list[Word]) -> list[Word]:
    """Return verbs that look like infinitives and have a subject before them: *Die Kanadier sagen*."""
    plural = {
        word.head: word.index
        for word in words
        if word.relation in SUBJECTS and (word.features.get("Number") == "Plur" or word.text.lower() in ("wir", "sie"))
    }
    return [
        word
        for word in words
        if word.upos == "VERB"
        and word.text.endswith("n")
        and not _has_infix(word)
        and word.index in plural
        and (0 < word.index - plural[word.index] <= 4 or _is_one_phrase(words, plural[word.index], word.index))
    ]


def _is_one_phrase(words: list[Word], subject: int, verb: int) -> bool:
    """Say whether a subject reaches to its verb: *Die Forscher um Studienleiterin Ida Ott | schreiben*."""
    between = [word for word in words if subject < word.index < verb]
    nominal = all(word.upos in ("NOUN", "PROPN", "DET", "ADJ", "ADP", "CCONJ") for word in between)
    return nominal and bool(between) and between[-1].upos in ("NOUN", "PROPN")


def _coordinated_plurals(words: list[Word], finite: list[Word]) -> list[Word]:
    """Return a verb of saying that ends a second clause behind *und*: *Es taut und die Anwohner befürchten, …*.

    Its form is that of an infinitive; behind a modal verb it is one.
    """
    last = next((word for word in reversed(words) if word.upos != "PUNCT"), None)
    if len(finite) != 1 or last is None or last in finite:
        return []
    if finite[0].upos == "AUX" and finite[0].text.lower() not in ("ist", "sind", "war", "waren"):
        return []
    joints = [place for place, word in enumerate(words) if word.text.lower() == "und" and word.index > finite[0].index]
    if not joints or last.upos != "VERB" or last.text.lower() not in load("reporting_verbs"):
        return []
    between = words[joints[-1] + 1 : words.index(last)]
    opens = bool(between) and between[0].text.lower() in ("die", "viele", "mehrere", "einige", "manche", "alle")
    nominal = all(word.upos in ("DET", "ADJ", "NOUN", "NUM") for word in between)
    return [last] if opens and nominal and between[-1].upos == "NOUN" else []


def _has_infix(word: Word) -> bool:
    """Say whether a form holds the *zu* of its infinitive (*freizulassen*, *hinzuweisen*), unlike *hinzufügen*."""
    return bool(_INFIX_RE.match(word.text)) and word.text.lower() not in _WITH_HINZU


def is_finite(word: Word) -> bool:
    """Say whether a word is a finite verb: the tagger says so, or the form can be nothing else.

    A tagger takes many plural forms (*wurden*, *waren*) for participles or infinitives, and some of the past
    (*versprach*), which no participle or infinitive ends like.
    """
    is_verb = word.upos in ("VERB", "AUX") and not word.text.endswith(".")
    tagged = is_verb and (word.is_finite or _PAST_RE.fullmatch(word.text) is not None)
    named = word.upos == "PROPN" and word.text[:1].isupper()  # the Study of War
    return (tagged and word.text.lower() not in _NEVER_FINITE) or (word.text.lower() in FINITE_FORMS and not named)


@frozen
class _Loose:
    """A verbless segment and the clause it was given to, for the time being."""

    draft: int
    words: list[Word]


@define
class _Builder:
    """Builds clauses from segments, left to right.

    ``matrix`` is the number of the main clause that is open, ``front`` that of what stands behind a colon so far.
    """

    sentence: Sentence
    drafts: list[_Draft] = field(factory=list)
    matrix: int | None = None
    front: int | None = None
    fragment: _Loose | None = None

    def place(self, segment: _Segment, following: _Segment | None) -> None:
        """Give the segment to a clause, or make it one; the next segment tells a parenthesis from a predicate."""
        draft = self._second(_classified(segment))
        unfinished = self._unfinished()
        fragment, self.fragment = self.fragment, None
        if draft.kind in ("subordinate", "relative", "infinitive"):
            self._place_dependent(draft, unfinished, fragment)
        elif segment.separator == "" and self._continues_subordinate(segment, draft):
            self._extend(len(self.drafts) - 1, draft)
        elif unfinished is not None and draft.kind != "quotation" and not _is_closing_frame(draft, following):
            self._extend(unfinished, draft)
        elif self._continues_subordinate(segment, draft):
            self._extend(len(self.drafts) - 1, draft)
        elif draft.kind == "quotation":
            self._add(draft, self.matrix)
        elif draft.finite is None:
            self._place_fragment(segment, draft, following)
        else:
            self._place_verbal(segment, draft, fragment, following)

    def _second(self, draft: _Draft) -> _Draft:
        """Return *das reiche* behind a verb (*hat gesagt, das reiche*) as a clause with its verb in second place."""
        words = [word for word in draft.words if word.upos != "PUNCT"]
        if draft.kind != "relative" or len(words) != len(("das", "reiche")) or words[0].text != "das":
            return draft
        before = self.sentence.word(max(1, words[0].index - 2))
        if draft.finite is None or not is_konjunktiv_1(draft.finite) or before.upos in ("NOUN", "PROPN", "PRON"):
            return draft
        return _Draft("main", draft.words, None, draft.finite)

    def _add(self, draft: _Draft, parent: int | None) -> None:
        draft.parent = parent
        self.drafts.append(draft)

    def _extend(self, number: int, more: _Draft) -> None:
        draft = self.drafts[number]
        draft.words += more.words
        if draft.finite is None:
            draft.finite = more.finite

    def _unfinished(self) -> int | None:
        """Return the innermost subordinate clause that still waits for its finite verb."""
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            if draft.kind in ("subordinate", "relative") and draft.finite is None:
                return number
            if draft.kind in ("main", "verb_first"):
                return None
        return None

    def _place_dependent(self, draft: _Draft, unfinished: int | None, fragment: _Loose | None) -> None:
        previous = len(self.drafts) - 1 if self.drafts else None
        interrupted = fragment is not None and bool(self.drafts) and self.drafts[-1].kind == "relative"
        bare = sum(word.upos != "PUNCT" for word in draft.words) <= 2
        if fragment is not None and draft.kind == "relative":
            self.fragment = fragment
        bare = bare or _goes_on_with(fragment, draft)
        if fragment is not None and (interrupted or bare) and draft.kind == "infinitive" and draft.opener is None:
            self._take_back(fragment)
            draft.words = fragment.words + draft.words
        self._add(draft, previous if unfinished is None else unfinished)

    def _take_back(self, fragment: _Loose) -> None:
        """Free the words of a segment that was given to a clause before what follows showed where it belongs."""
        own = {word.index for word in fragment.words}
        draft = self.drafts[fragment.draft]
        draft.words = [word for word in draft.words if word.index not in own]

    def _continues_subordinate(self, segment: _Segment, draft: _Draft) -> bool:
        """Say whether *und die Daten gefälscht hat* goes on with the subordinate clause before it."""
        if not self.drafts or self.drafts[-1].kind not in ("subordinate", "relative") or draft.finite is None:
            return False
        words = [word for word in segment.words if word.upos != "PUNCT"]
        return words[0].text.lower() in COORDINATORS and len(words) > 2 and words[-1] == draft.finite

    def _place_fragment(self, segment: _Segment, draft: _Draft, following: _Segment | None) -> None:
        if not self.drafts:
            self.matrix = 0
            self._add(draft, None)
        elif _opens_with_so(segment) or self.drafts[-1].kind == "quotation" or segment.separator in (":", ";"):
            self._add(draft, self.matrix)
            self.front = len(self.drafts) - 1 if segment.separator in (":", ";") else self.front
        else:
            number = self._owner(segment, following)
            self._extend(number, draft)
            if self.drafts[number].finite is not None and segment.separator == ",":
                self.fragment = _Loose(number, draft.words)

    def _owner(self, segment: _Segment, following: _Segment | None) -> int:
        """Return the clause a verbless segment continues.

        A clause that ends in its verb is closed: what follows goes on with the main clause. After a parenthetic frame
        (*sagte Ott*) a noun phrase is its apposition unless the main clause waits for it; anything else goes on with
        the main clause.
        """
        last = len(self.drafts) - 1
        if self.matrix is None or self.matrix == last:
            return last
        if self.drafts[self.matrix].finite is None and segment.separator == ",":
            return self.matrix
        before = self.drafts[last]
        first = next((word for word in segment.words if word.upos != "PUNCT"), segment.words[0])
        if before.kind in ("subordinate", "relative"):
            listed = first.text.lower() in COORDINATORS or first.text.lower() in ("darunter", "etwa", "wie", "also")
            return last if listed or before.words[-1] != before.finite else self.matrix
        if before.kind == "infinitive" and _closes_matrix(segment, self.drafts[self.matrix]):
            return self.matrix
        parenthesis = before.kind == "verb_first" or _is_so(before)
        if parenthesis and _closes_bracket(segment, before):
            return last
        if parenthesis and self.drafts[self.matrix].words[-1].index > before.words[-1].index:
            return self.matrix
        if parenthesis and (_ends_in_particle_of(segment, before) or _tells_of_act(segment, before)):
            return last
        if parenthesis and first.upos in ("ADP", "ADV", "PART", "SCONJ", "AUX", "VERB"):
            return self.matrix
        if parenthesis and _awaits(self.drafts[self.matrix], segment, following):
            return self.matrix
        cut = self.drafts[self.matrix].finite
        words = [word for word in segment.words if word.upos != "PUNCT"] or segment.words
        goes_on = is_nonfinite(words[-1])
        if parenthesis and goes_on and cut is not None and cut.upos == "AUX":
            return self.matrix
        whole = all(two.index == one.index + 1 for one, two in pairwise(before.words))
        if parenthesis and first.upos == "CCONJ" and (whole or self._goes_on(segment)):
            return self.matrix
        if parenthesis and segment.words[0].text in _OPENERS and _lacks_predicate(self.drafts[self.matrix]):
            return self.matrix
        return last

    def _goes_on(self, segment: _Segment) -> bool:
        """Say whether *und dann mit Nein stimmen*, *und nicht um die Aussicht* goes on with what a frame cut up."""
        words = [word for word in segment.words if word.upos != "PUNCT"]
        after = words[1].upos if len(words) > 1 else ""
        return is_nonfinite(words[-1]) or after in ("PART", "ADP", "ADV")

    def _place_verbal(
        self, segment: _Segment, draft: _Draft, fragment: _Loose | None, following: _Segment | None
    ) -> None:
        current = None if self.matrix is None else self.drafts[self.matrix]
        if current is not None and current.finite is None and self._is_told_by_relative(draft):
            self._add(draft, len(self.drafts) - 1)
            return
        if self.front is not None and self._completes_front(self.drafts[self.front], draft, following):
            self._extend(self.front, draft)
            self.matrix, self.front = self.front, None
            self.drafts[self.matrix].kind = "main"
            return
        if current is not None and segment.separator not in (":", ";"):
            if self._is_parenthesis(current, draft, following) or self._completes_noun(
                current, draft, segment, following
            ):
                self._add(draft, self.matrix)
                return
            if self._completes(current, draft):
                self._extend(self.drafts.index(current), draft)
                current.kind = "main"
                return
        if fragment is not None and self._resumes_fragment(draft):
            self._take_back(fragment)
            draft.words = fragment.words + draft.words
            draft.kind = "main"
        if draft.kind == "verb_first" and current is None:
            draft.kind = "main"
        self._add(draft, self.matrix)
        if draft.kind == "main":
            self.matrix = len(self.drafts) - 1

    def _completes_front(self, front: _Draft, draft: _Draft, following: _Segment | None) -> bool:
        """Say whether a segment brings the verb of what began behind a colon: *Er sagte: Der Ort, der …, sei leer*."""
        words = [word for word in draft.words if word.upos != "PUNCT"]
        if draft.finite is None or not words:
            return False
        if draft.kind == "main":
            return words[0].text.lower() in COORDINATORS and self.drafts[-1].kind == "relative"
        ahead = None if following is None else next((w for w in following.words if w.upos != "PUNCT"), None)
        interrupts = ahead is not None and is_finite(ahead)
        behind = any(word.relation in SUBJECTS and word.head == draft.finite.index for word in words[1:])
        reports = draft.finite.text in load("quoting_forms") or _is_it_said(draft, draft.finite) or behind
        reports = reports and not is_konjunktiv_1(draft.finite)  # Drei Orte sind betroffen: Kiel, Bonn, meldet die dpa
        return draft.kind == "verb_first" and words[0] == draft.finite and not interrupts and not reports

    def _resumes_fragment(self, draft: _Draft) -> bool:
        """Say whether *laufe weiter* ends what *die Fahndung, die …,* began: a new clause with its front filled."""
        interrupted = self.drafts[-1].kind == "relative"
        return interrupted and draft.kind == "verb_first" and draft.words[0] == draft.finite

    def _is_parenthesis(self, current: _Draft, draft: _Draft, following: _Segment | None) -> bool:
        """Say whether *Die Klinik, teilte X mit, werde …* is interrupted: the next segment brings its verb."""
        if current.finite is not None or draft.kind != "verb_first" or draft.finite is None:
            return False
        after = [word for word in draft.words if word.index > draft.finite.index]
        if self.drafts[-1] is not current or not any(map(_is_nominal, after)):
            return False
        if following is None:
            return self._is_last_frame(current, draft)
        ahead = next((word for word in following.words if word.upos != "PUNCT"), None)
        if ahead is None or not is_finite(ahead):
            return False
        told = is_konjunktiv_1(draft.finite) and not is_konjunktiv_1(ahead)  # Der Wirt, Ida Ott, habe Geld, meldet X
        return not (told and ahead.text in load("quoting_forms"))

    def _is_last_frame(self, current: _Draft, draft: _Draft) -> bool:
        """Say whether *sagt die Wirtin* ends *Nach Ostern, sagt die Wirtin*: no front has a comma behind it."""
        finite = draft.finite
        opens = (
            len(self.drafts) == 1 and current.kind == "fragment" and current.words[-1].index + 2 == draft.words[0].index
        )
        bare = len(current.words) == current.words[-1].index - current.words[0].index + 1
        said = finite is not None and (finite.text in load("quoting_forms") or _is_it_said(draft, finite))
        return opens and bare and said

    def _completes_noun(self, current: _Draft, draft: _Draft, segment: _Segment, following: _Segment | None) -> bool:
        """Say whether *Die Behauptung, er habe gelogen, wies X zurück* is interrupted by a clause of its own."""
        if current.finite is not None or draft.kind != "main" or segment.separator != "," or following is None:
            return False
        first = next(word for word in draft.words if word.upos != "PUNCT")
        resumed = next((word for word in following.words if word.upos != "PUNCT"), None)
        whole = first.text.lower() in _PRONOUNS or (draft.finite is not None and is_konjunktiv_1(draft.finite))
        nominal = any(word.upos == "NOUN" for word in current.words)
        return whole and nominal and resumed is not None and is_finite(resumed) and self.drafts[-1] is current

    def _completes(self, current: _Draft, draft: _Draft) -> bool:
        """Say whether the segment brings the open main clause the verb, or the rest of the verb, it waits for."""
        if current.finite is None:
            return current.kind in ("main", "fragment") and not self._is_dislocated(current, draft)
        if self.drafts[-1] is current or draft.kind != "main" or draft.finite is None:
            return False
        words = [word for word in draft.words if word.upos != "PUNCT"]
        waits = current.finite.upos == "AUX" and not any(is_nonfinite(word) for word in current.words)
        return waits and words[-1] == draft.finite and _MAYBE_PARTICIPLE_RE.match(draft.finite.text) is not None

    def _is_told_by_relative(self, draft: _Draft) -> bool:
        """Say whether *sie bleibe* is what a relative clause reports: *Ott, die gesagt hatte, sie bleibe, …*."""
        last = self.drafts[-1]
        first = next((word for word in draft.words if word.upos != "PUNCT"), None)
        if last.kind != "relative" or last.words[-1] != last.finite or draft.kind != "main" or draft.finite is None:
            return False
        told = any(word.upos == "VERB" and word.lemma in load("reporting_verbs") for word in last.words[-2:])
        return first is not None and (told or first.text.lower() in _PRONOUNS) and is_konjunktiv_1(draft.finite)

    def _is_dislocated(self, current: _Draft, draft: _Draft) -> bool:
        """Say whether *84 Kinder, das könne nicht gut gehen* took its phrase up already."""
        last = self.drafts[-1]
        if last is current or last.kind != "main" or last.finite is None or draft.kind != "verb_first":
            return False
        taken_up = len(last.words) > 1 and last.words[1] == last.finite
        return taken_up and last.words[0].text.lower() in ("das", "dies", "der", "die", "dann", "da")


def _ends_in_particle_of(segment: _Segment, frame: _Draft) -> bool:
    """Say whether a segment closes a frame behind an apposition: *teilte die Leiterin, Ida Kern, | am Montag mit*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if not words or frame.finite is None:
        return False
    last = words[-1]
    tells = last.text == "mit" and frame.finite.text.lower() in ("teilt", "teilte", "teilten", "teilen")
    return tells or (is_particle(last) and last.relation in PARTICLES and last.head == frame.finite.index)


def is_particle(word: Word) -> bool:
    """Say whether a word is one that verbs are separated from (*mit*, *bekannt*), unlike an adverb (*leise*)."""
    return _INFIX_RE.match(f"{word.text.lower()}zugeben") is not None


def _closes_matrix(segment: _Segment, matrix: _Draft) -> bool:
    """Say whether a particle alone closes what an infinitive interrupts: *lehnte die Bitte, zu warten, | ab*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    finite = matrix.finite
    return len(words) == 1 and finite is not None and words[0].relation in PARTICLES and words[0].head == finite.index


def _closes_bracket(segment: _Segment, frame: _Draft) -> bool:
    """Say whether a participle alone closes a frame in the passive: *wird Ott, die Leiterin, | zitiert*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    waits = frame.finite is not None and frame.finite.text in ("wird", "wurde") and frame.words[0] == frame.finite
    return waits and len(words) == 1 and is_nonfinite(words[0]) and not any(map(is_nonfinite, frame.words))


def _tells_of_act(segment: _Segment, frame: _Draft) -> bool:
    """Say whether a phrase behind a closed apposition tells of the act: *meinte der Chef, Jan Kern, | am Montag*."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    closed = any(two.index > one.index + 1 for one, two in pairwise(frame.words))
    if not words or not closed or words[0].upos != "ADP" or is_nonfinite(words[-1]):
        return False
    noun = next((word for word in words if word.upos in ("NOUN", "PROPN")), words[-1])
    return words[0].text == "gegenüber" or _OF_ACT_RE.search(noun.text) is not None


def _is_closing_frame(draft: _Draft, following: _Segment | None) -> bool:
    """Say whether *sagte der General* ends a sentence whose clause before has its verb, whatever its tag."""
    finite = draft.finite
    if finite is None or following is not None or draft.kind != "verb_first" or draft.words[0] != finite:
        return False
    return finite.text in load("quoting_forms") and any(_is_nominal(word) for word in draft.words[1:])


def _is_it_said(draft: _Draft, finite: Word) -> bool:
    return finite.text in CALLED and any(word.text == "es" for word in draft.words)


def _is_nominal(word: Word) -> bool:
    return word.upos in ("NOUN", "PROPN", "PRON") or word.text.lower() in ("beide", "alle", "einer", "eine", "viele")


def _goes_on_with(fragment: _Loose | None, draft: _Draft) -> bool:
    """Say whether *einen Brief erhalten, aber nicht gelesen zu haben* is one infinitive: both parts wait for it."""
    if fragment is None or draft.words[0].text.lower() not in COORDINATORS:
        return False
    last = next((word for word in reversed(fragment.words) if word.upos != "PUNCT"), fragment.words[-1])
    return is_nonfinite(last)


def _is_so(draft: _Draft) -> bool:
    return draft.kind == "fragment" and draft.words[0].text.lower() == "so"


def _awaits(matrix: _Draft, segment: _Segment, following: _Segment | None) -> bool:
    """Say whether a noun phrase behind a frame completes the clause that it cut up: *Das sei, sagte Ott, | ein Fehler*.

    It may as well be an apposition (*Das stimme, sagte Kern, | der Wirt*), surely so where more follows. An article
    that is no nominative, or none, and a verb that can hardly be without the phrase tell the two apart; else the tree.
    """
    finite = matrix.finite
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if finite is None or not words or not _lacks_predicate(matrix):
        return False
    first = words[0].text.lower()
    if first in _NO_APPOSITIONS or words[0].upos in ("ADJ", "NUM"):
        return True
    if following is not None and _classified(following).kind == "fragment" and words[0].upos in ("DET", "PROPN"):
        return False
    head = next((word for word in words if word.upos in ("NOUN", "PROPN")), words[0])
    return words[0].upos != "PROPN" and (finite.text.lower() in _INCOMPLETE or head.head == finite.index)


def _lacks_predicate(draft: _Draft) -> bool:
    """Say whether a clause breaks off after its finite verb: *Der Beschluss sei*, *Damit habe man nun*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    while len(words) > 1 and (words[-1].upos == "PRON" or words[-1].text.lower() in _LIGHT):
        words = words[:-1]
    return bool(words) and words[-1] == draft.finite


def is_nonfinite(word: Word) -> bool:
    """Say whether a word is an infinitive or a participle."""
    return word.upos in ("VERB", "AUX") and word.features.get("VerbForm") in ("Inf", "Part")


def _is_relative_segment(segment: _Segment) -> bool:
    """Say whether a segment is a relative clause, which goes with the noun before it."""
    return _classified(segment).kind == "relative"


def _opens_with_so(segment: _Segment) -> bool:
    return segment.words[0].text.lower() == "so" and len(segment.words) > 1


def _classified(segment: _Segment) -> _Draft:
    words = [word for word in segment.words if word.index not in segment.in_brackets]
    if words and all(word.masked or word.upos == "PUNCT" for word in words) and any(word.masked for word in words):
        return _Draft("quotation", list(segment.words))
    content = [word for word in words if word.upos != "PUNCT" and not word.masked]
    leading = _without_coordinator(content)
    finite = next(iter(_finite_verbs(segment)), None)
    opener = _opener(leading, finite)
    if opener is not None and segment.separator == ";" and opener.text.lower() in _ARTICLE_FORMS:
        opener = None  # …; der andere riet ab
    if opener is not None and opener.text == "als" and finite is None and _has_zu_infinitive(leading):
        opener = None if len(leading) > 2 and leading[1].upos in ("NOUN", "ADJ") else opener  # als Zeugin aufzutreten
    if opener is not None and not (finite is None and _has_zu_infinitive(leading) and opener.upos != "SCONJ"):
        kind: ClauseKind = "relative" if _is_relative(opener, leading) else "subordinate"
        return _Draft(kind, list(segment.words), opener, finite or _hidden_finite(leading))
    if finite is None:
        if _has_zu_infinitive(leading):
            opens = leading[0].text.lower() in INFINITIVE_OPENERS and leading[0].index not in segment.marked
            first = leading[0] if opens else None  # versprach, „ohne Ansehen der Person“ aufzuklären
            return _Draft("infinitive", list(segment.words), first)
        return _Draft("fragment", list(segment.words))
    if leading and leading[0] == finite:
        return _Draft("verb_first", list(segment.words), None, finite)
    if len(leading) > 2 and leading[0].text == "so" and leading[1] == finite and not _is_told_with_so(segment, finite):
        return _Draft("verb_first", list(segment.words), None, finite)
    return _Draft("main", list(segment.words), None, finite)


def _is_told_with_so(segment: _Segment, finite: Word) -> bool:
    """Say whether *so* opens what somebody says: *sagte, so könne es nicht weitergehen*, not *so habe Ott gesagt*."""
    verbs = (word.lemma for word in segment.words if word.upos in ("VERB", "AUX"))
    return is_konjunktiv_1(finite) and not any(lemma in load("reporting_verbs") for lemma in verbs)


def _without_coordinator(words: list[Word]) -> list[Word]:
    return words[1:] if len(words) > 1 and words[0].text.lower() in COORDINATORS else words


def _opener(words: list[Word], finite: Word | None) -> Word | None:
    """Return the word that makes the segment a subordinate clause: it opens it, and the finite verb comes late."""
    if len(words) > 1 and words[0].text.lower() == "als" and words[1] == finite:
        return words[0]
    for place, word in enumerate(words[:3]):
        form = word.text.lower()
        if form in ("dass", "daß"):
            return word
        if word.index == 1 and form in _ARTICLE_FORMS:
            return None
        if word.upos == "ADP" and word.relation in CASE_MARKERS and form not in RELATIVE_PRONOUNS:
            continue
        if form in SUBORDINATORS | INTERROGATIVES | RELATIVE_PRONOUNS and _is_verb_final(words, word, finite):
            if word.relation in MARKERS or word.upos == "SCONJ" or form in INTERROGATIVES | {"weil", "obwohl"}:
                return word
            prepositional = (
                place > 0 and words[place - 1].upos == "ADP" and words[-1] == finite and len(words) > place + 3
            )
            last = finite is not None and words[-1] == finite and form in _ARTICLE_FORMS
            joined = last and (_is_joined(words[-1]) or _names_subject(words, place))
            if word.upos == "PRON" or prepositional or joined or not _determines(words, place):
                return word
        if word.upos not in ("ADP", "ADV", "CCONJ", "PART", "SCONJ") and not word.text.endswith("."):
            return None
    return None


def _is_joined(verb: Word) -> bool:
    """Say whether a finite verb is written with its particle, which it is at the end of a dependent clause only."""
    return bool(_JOINED_RE.match(verb.text))


def _names_subject(words: list[Word], place: int) -> bool:
    """Say whether a name follows and a participle stands before a last auxiliary: *die Karl Ott gefordert hatte*."""
    verb, before = words[-1], words[-2]
    is_participle = before.upos == "VERB" and before.features.get("VerbForm") == "Part"
    return verb.upos == "AUX" and is_participle and place + 1 < len(words) and words[place + 1].upos == "PROPN"


def _determines(words: list[Word], place: int) -> bool:
    """Say whether a form like *der* is an article here: a noun or its attributes follow."""
    if place + 1 >= len(words) or words[place].text.lower() in ("deren", "dessen"):
        return False
    if words[place + 1].text == "sich" and _has_participle_before_noun(words[place + 2 :]):
        return True
    return words[place + 1].upos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def _has_participle_before_noun(words: list[Word]) -> bool:
    """Say whether a participle stands before a noun: *der sich als Gegner inszenierende Unternehmer*."""
    return any(
        word.upos in ("ADJ", "VERB") and _PRESENT_RE.fullmatch(word.text) and noun.upos in ("NOUN", "PROPN")
        for word, noun in pairwise(words)
    )


def _is_verb_final(words: list[Word], opener: Word, finite: Word | None) -> bool:
    verb = finite or _hidden_finite(words)
    if verb is None:
        return opener.upos in ("SCONJ", "PRON") or (opener.index == 1 and opener.text == "Wie")
    places = [word.index for word in words]
    after = [word for word in words if word.index > verb.index]
    between = [place for place in places if opener.index < place < verb.index]
    if not after:
        return bool(between) or opener.text.lower() in RELATIVE_PRONOUNS
    if all(word.upos in ("VERB", "AUX", "PART") for word in after):
        return _is_verb_cluster(verb, after)
    return bool(between) and after[0].upos in ("ADP", "SCONJ", "CCONJ", "ADV") and len(between) > 1


def _is_verb_cluster(verb: Word, after: list[Word]) -> bool:
    """Say whether a finite verb stands before its infinitives at the end of a clause: *hätte kommen können*."""
    forms = verb.text.lower()
    helper = forms.startswith(("hat", "hätt", "hab", "wird", "werd", "würd", "wurd"))
    return helper and len(after) > 1 and all(word.text.endswith("n") for word in after)


def _hidden_finite(words: list[Word]) -> Word | None:
    """Return the last verb of a clause that must have one: plural forms often look like infinitives."""
    if len(words) < 2:
        return None
    last = words[-1]
    if last.upos in ("VERB", "AUX") and words[-2].text.lower() != "zu" and not _has_infix(last):
        return last
    return None


def _is_relative(opener: Word, words: list[Word]) -> bool:
    form = opener.text.lower()
    return form in RELATIVE_PRONOUNS and opener.upos in ("PRON", "DET") and form not in ("wer", "wo", "was")


def _has_zu_infinitive(words: list[Word]) -> bool:
    return any(is_zu_infinitive(words, place) for place in range(len(words)))


def is_zu_infinitive(words: list[Word] | tuple[Word, ...], place: int) -> bool:
    """Say whether the word at a place is an infinitive with *zu*, before it or inside (*anzugreifen*)."""
    word = words[place]
    if word.masked:
        return False
    if place and words[place - 1].text == "zu" and word.upos in ("VERB", "AUX") and word.text.endswith("n"):
        return True
    return _has_infix(word)
