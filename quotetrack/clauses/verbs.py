"""Which words of a segment are finite verbs, infinitives and particles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

import regex
from attrs import field, frozen

from quotetrack.lexicon import load
from quotetrack.syntax import SUBJECTS, Word

FINITE_FORMS: Final = frozenset(
    "bin bist ist sind seid war warst waren wart sei seien seist wäre wären hast hat hatte hatten hätte hätten habe"
    " wird wirst wurde wurden würde würden darf durfte durften dürfte dürften kann konnte konnten könnte könnten mag"
    " mochte mochten möchte möchten muss muß musste mußte mussten mußten müsste müssten soll sollte sollten will wollte"
    " wollten könne müsse solle wolle dürfe werde ließ liess ließen liessen".split()
)
"""Forms of auxiliaries and modals that are finite wherever they stand."""
_LETTING: Final = frozenset("lasse lässt ließ ließe lassen ließen liess liesse liessen".split())
_INFINITIVES_BEHIND: Final = tuple(
    ["zu", verb] for verb in ("lassen", "wollen", "können", "müssen", "dürfen", "sollen")
)
"""What follows an infinitive that another one governs."""
_ACCOMPANYING: Final = frozenset(
    "begleitet flankiert gefolgt gepaart getragen umgeben umringt untermalt unterstützt unterbrochen verbunden"
    " verknüpft versehen".split()
)
"""Participles of what accompanies an act, which a tagger may take for its verb."""
_NEVER_FINITE: Final = frozenset(
    "anhand aufgrund außerhalb bezüglich dank diesseits gemäß hinsichtlich infolge innerhalb jenseits laut mangels"
    " mithilfe nebst oberhalb samt seitens trotz unterhalb zufolge zugunsten zuliebe anstatt einzig".split()
)
"""Prepositions and an adverb that a tagger may take for a verb."""
AMBIGUOUS_FORMS: Final = frozenset("haben werden sollen wollen können müssen dürfen sein".split())
"""Forms of auxiliaries and modals that are finite where nothing else is."""
PARTICIPLE_RE: Final = regex.compile(r"(?:\p{L}{2,5})?ge\p{L}{3,}(?:t|en)$")
_PAST_RE: Final = regex.compile(r"\p{Ll}+(?:[bfghkp]|[^e]m|ies|as|oss)")
"""Ends of the past of strong verbs (*sprach*, *rief*, *nahm*, *wies*) that neither infinitive nor participle has."""
MAYBE_PARTICIPLE_RE: Final = regex.compile(
    r"\p{Ll}+n$|(?:\p{Ll}{2,5})?(?:ge|be|er|ver|ent|zer|miss|über|unter)\p{Ll}+t$"
)
"""Forms that end a clause an auxiliary began, whatever their tag: *Sie habe, erzählte Ott, den Schuss | gehört*."""
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
_TALKED_RE: Final = regex.compile(r"^(?:schlecht|schön|klein|groß|tot|kaputt)zu(?:reden|machen|schreiben|rechnen)$")
"""Infinitives with an adjective, which is no particle elsewhere: *die Branche schlechtzureden*."""
_WITH_HINZU: Final = frozenset(
    "hinzufügen hinzukommen hinzuziehen hinzurechnen hinzuzählen hinzutreten hinzudenken hinzusetzen hinzuverdienen"
    " hinzugewinnen hinzulernen dazugehören dazukommen dazulernen".split()
)


@frozen(slots=False)
class Segment:
    """What stands between two separators."""

    words: tuple[Word, ...]
    separator: str
    in_brackets: frozenset[int] = field(factory=frozenset)
    marked: frozenset[int] = field(factory=frozenset)

    @cached_property
    def finite(self) -> list[Word]:
        """The finite verbs; without any, the form that can be one."""
        return _finite_verbs(self)


def _finite_verbs(segment: Segment) -> list[Word]:
    shown = [word for word in segment.words if not word.masked and word.index not in segment.in_brackets]
    after_zu = {word.index + 1 for word in segment.words if word.text == "zu"}
    if after_zu:
        before_zu = {word.index - 1 for word in segment.words if word.text.lower() == "zu"}
        shown = [word for word in shown if word.index not in before_zu or not _is_before_infinitive(segment, word)]
    found = [word for word in shown if is_finite(word) and word.index not in after_zu and not has_infix(word)]
    found = [word for word in found if not _is_participle_before(word, found) and not _opens_aside(segment, word)]
    found += _coordinated_plurals(shown, found)
    found += _coordinated_pasts(segment, shown)
    if found:
        outside = [word for word in shown if word.index not in segment.marked]
        own = [word for word in found if word in outside]
        return own or ([] if has_zu_infinitive(outside) else found)  # auf Gewalt „besonnen“ zu reagieren
    ambiguous = [word for word in shown if word.text.lower() in AMBIGUOUS_FORMS and word.upos in ("VERB", "AUX")]
    return [word for word in (*ambiguous, *_plural_forms(shown)) if word.index not in after_zu][:1]


def is_plural_form(finite: Word) -> bool:
    """Say whether a finite verb has several for its subject, by its number or, where that is not known, its end."""
    return finite.features.get("Number", "Plur" if finite.text.endswith("en") else "Sing") == "Plur"


def _is_before_infinitive(segment: Segment, word: Word) -> bool:
    """Say whether a form belongs to the infinitive behind it: *gebrochen zu haben*, *gehen zu wollen*."""
    after = [other.text.lower() for other in segment.words if word.index < other.index <= word.index + 2]
    if after in _INFINITIVES_BEHIND and word.text.endswith("n"):
        return True
    if len(after) < 2 or after[0] != "zu":
        return False
    perfect = after[1] in ("haben", "sein", "werden")
    if perfect and MAYBE_PARTICIPLE_RE.match(word.text):
        return True
    return bool(PARTICIPLE_RE.match(word.text.lower())) and (perfect or word.text.endswith("en"))


def _is_participle_before(word: Word, finite: list[Word]) -> bool:
    """Say whether a form is a participle or infinitive before the finite verb: *An die Bauern gewandt sagte X*.

    Also of an auxiliary: *Gerettet werden könne nur der Chor*.
    """
    if word.text.endswith("n") and any(o.index == word.index + 1 and o.text in _LETTING for o in finite):
        return True
    small = word.text.lower()
    shaped = small in AMBIGUOUS_FORMS or (bool(PARTICIPLE_RE.match(small)) and small not in FINITE_FORMS)
    return shaped and any(other.index == word.index + 1 for other in finite)


def _opens_aside(segment: Segment, word: Word) -> bool:
    """Say whether a participle opens what accompanies an act: *…, | verbunden mit der Bitte*, *begleitet von Musik*."""
    if segment.separator != "," or len(segment.words) < len(("verbunden", "mit", "Lob")) or segment.words[0] != word:
        return False
    return word.text in _ACCOMPANYING and segment.words[1].text in ("mit", "von", "vom", "durch")


def _plural_forms(words: list[Word]) -> list[Word]:
    """Return verbs that look like infinitives and have a subject beside them: *Die Kanadier sagen*."""
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
        and not has_infix(word)
        and word.index in plural
        and (-2 <= word.index - plural[word.index] <= 4 or _is_one_phrase(words, plural[word.index], word.index))
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
    if len(finite) != 1:
        return []
    last = next((word for word in reversed(words) if word.upos != "PUNCT"), None)
    if last is None or last in finite:
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


def _coordinated_pasts(segment: Segment, words: list[Word]) -> Iterator[Word]:
    """Yield a past behind *und* that a tagger takes for an adjective: *zogen umher | und skandierten „Nie!“*."""
    adjectives = {word.index for word in words if word.upos == "ADJ" and word.text.endswith("ten")}
    for before, word in pairwise(words) if adjectives else ():
        joined = before.text == "und" and before.index - 1 not in adjectives and word.index in adjectives
        closes = word == segment.words[-1] or word.index + 1 in segment.marked
        stem = word.text.removesuffix("ten")
        verbs = {stem + "en", stem.removesuffix("e") + "en"}
        if joined and closes and word.index not in segment.marked and verbs & load("reporting_verbs"):
            yield word


def has_infix(word: Word) -> bool:
    """Say whether a form holds the *zu* of its infinitive (*freizulassen*, *hinzuweisen*), unlike *hinzufügen*."""
    joined = _INFIX_RE.match(word.text) or _TALKED_RE.match(word.text)
    past = word.is_finite and word.text.endswith(("te", "ten", "t"))  # hinzufügten
    return bool(joined) and not past and word.text.lower() not in _WITH_HINZU


def is_finite(word: Word) -> bool:
    """Say whether a word is a finite verb: the tagger says so, or the form can be nothing else.

    A tagger takes many plural forms (*wurden*, *waren*) for participles or infinitives, and some of the past
    (*versprach*), which no participle or infinitive ends like.
    """
    text = word.text
    small = text.lower()
    if small in FINITE_FORMS:
        return word.upos != "PROPN" or not text[:1].isupper()  # the Study of War
    if word.upos not in ("VERB", "AUX") or "." in text or small in _NEVER_FINITE:  # ver.di
        return False
    return word.is_finite or _PAST_RE.fullmatch(text) is not None or _is_weak_past(word)


def _is_weak_past(word: Word) -> bool:
    """Say whether a plural of the past has the tag of an infinitive, whose lemma would be its form: *sagten*."""
    tagged = word.features.get("VerbForm") == "Inf" and word.lemma != word.text
    return tagged and word.text.endswith("ten") and not word.lemma.endswith("ten") and word.lemma.endswith("n")


def is_nonfinite(word: Word) -> bool:
    """Say whether a word is an infinitive or a participle."""
    return word.upos in ("VERB", "AUX") and word.features.get("VerbForm") in ("Inf", "Part")


def is_particle(word: Word) -> bool:
    """Say whether a word is one that verbs are separated from (*mit*, *bekannt*), unlike an adverb (*leise*)."""
    return _INFIX_RE.match(f"{word.text.lower()}zugeben") is not None


def has_zu_infinitive(words: list[Word]) -> bool:
    """Say whether an infinitive with *zu* is among the words."""
    return any(is_zu_infinitive(words, place) for place in range(len(words)))


def is_zu_infinitive(words: list[Word] | tuple[Word, ...], place: int) -> bool:
    """Say whether the word at a place is an infinitive with *zu*, before it or inside (*anzugreifen*)."""
    word = words[place]
    if word.masked:
        return False
    if place and words[place - 1].text == "zu" and word.upos in ("VERB", "AUX") and word.text.endswith("n"):
        return True
    return has_infix(word)


def hidden_finite(words: list[Word]) -> Word | None:
    """Return the last verb of a clause that must have one: plural forms often look like infinitives."""
    if len(words) < 2:
        return None
    last = words[-1]
    if last.upos in ("VERB", "AUX") and words[-2].text.lower() != "zu" and not has_infix(last):
        return last
    return None
