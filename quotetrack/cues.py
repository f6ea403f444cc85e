"""Reporting cues in a sentence: the verb with its particle, auxiliaries, reflexive and correlate, and what it licenses.

A verb is looked up with its particle joined (*teilte ... mit*: *mitteilen*). What a form belongs to is told by the
lemmatiser, and where that fails by the principal forms of the verb. Negation and modality are read off the verb's own
clause: *wollte nicht bestätigen, dass* reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

import regex
from attrs import evolve, frozen

from quotetrack.clauses import JUDGING, Clause, Clauses, clauses_of, is_finite, is_nonfinite, is_particle
from quotetrack.lexicon import load, pairs, rows, table
from quotetrack.nouns import noun_of
from quotetrack.syntax import PARTICLES, SUBJECTS, Sentence, Word
from quotetrack.vocabulary import Medium

NEGATIONS: Final = frozenset(
    "nicht nie niemals kein keine keinen keinem keiner keines keinerlei niemand nichts weder kaum".split()
)
MODALS: Final = frozenset("können müssen sollen wollen dürfen mögen möchten".split())
_HELPERS: Final = MODALS | {"sein", "haben", "werden"}
CORRELATES: Final = frozenset(
    "daran darauf daraus dafür dagegen daher dahin dahingehend damit darin darüber darum davon davor dazu es".split()
)
_CONDITIONALS: Final = frozenset(
    "müsste müssten müßte müßten könnte könnten sollte sollten hätte hätten würde würden dürfte dürften".split()
)
_PRONOUNS: Final = frozenset("das dies es die der den ihn sie".split())
_INWARD: Final = frozenset("bestätigen finden befinden erklären zeigen ergeben nennen anschließen ankündigen".split())
_FRONTED: Final = frozenset({"feststehen", "hinzufügen", "hinzukommen", "offenbleiben"})
"""Verbs whose particle may stand in front: *Fest steht, dass …*."""

_LEADING: Final = frozenset({"zu", "als", "für"})
"""What leads to the word of a fixed phrase, however it is tagged: *zu bedenken geben*, *für möglich halten*."""
_LET_KNOW: Final = frozenset({"wissen", "erkennen", "anklingen", "durchklingen", "erahnen"})
"""Verbs with which somebody lets others know (*ließ erkennen, dass*), though alone they report nothing."""
_ARGUING: Final = {
    **dict.fromkeys(("loben", "kritisieren", "rügen", "tadeln", "würdigen", "entschuldigen", "bedanken"), ("dafür",)),
    **dict.fromkeys(("bestehen", "pochen", "beharren", "dringen", "einigen"), ("darauf",)),
    "eintreten": ("dafür", "dagegen"),
    "einsetzen": ("dafür",),
    "wenden": ("dagegen",),
    "berufen": ("darauf",),
    "starkmachen": ("dafür",),
}
"""Verbs that with a correlate say what somebody argues for, against or from, or praises and blames others for."""

_SAYINGS: Final = frozenset(
    "appell argument aussage befürchtung begründung behauptung botschaft credo einschätzung einwand ergebnis fazit"
    " feststellung forderung hoffnung kernaussage kernbotschaft kernforderung kritik mahnung meinung plädoyer prognose"
    " rat sorge standpunkt tenor these vermutung vorschlag vorwurf warnung überzeugung".split()
)
"""What somebody says or thinks, by the noun for it: *Ihr Argument ist, dass …*."""
_MEANT_WELL: Final = frozenset({"gut", "besser", "ernst", "böse", "schlecht", "ehrlich"})
"""How something is meant: *Das Wetter meint es gut*."""
_OWNING: Final = frozenset({"der", "des", "von", "vom", "seiner", "ihrer", "einer", "eines"})
RESOUNDING: Final = frozenset("tönen ertönen hallen schallen erschallen klingen erklingen dröhnen".split())
"""Verbs whose *es* is nobody: *„Raus“, tönte es von den Rängen*."""
CLEAR: Final = frozenset("klar unstrittig unverständlich unbegreiflich inakzeptabel".split())
"""What something is *für* somebody who says so."""

PASSIVE_FORMS: Final = frozenset("wird werden wurde wurden werde würde würden worden".split())
_PERCEIVED: Final = {
    "gesehen": "sehen",
    "gehört": "hören",
    "erfahren": "erfahren",
    "bemerkt": "bemerken",
    "beobachtet": "beobachten",
    "erkannt": "erkennen",
}
_MOVING: Final = frozenset({"ausgehen", "übereinkommen", "fortfahren"})
"""Verbs of saying and thinking that make their perfect with *sein*: *waren davon ausgegangen, dass …*."""
_PAST_PASSIVES: Final = frozenset({"wurde", "wurden", "worden"})


@frozen
class VerbCue:
    """A verb that may report, in its clause.

    ``licenses`` are the complements the word list grants it (see ``reporting_verbs.txt``; empty for a verb that is not
    there), ``words`` what the record shows as cue, without modal and negation. An act is open when it lies in the
    future or is only thought of (*wird bekannt geben, ob*; *müsste erklären*; *hätte sagen müssen*).
    """

    clause: Clause
    verb: Word
    lemma: str
    words: tuple[Word, ...]
    licenses: str
    medium: Medium
    is_negated: bool
    modal: str | None
    is_passive: bool
    is_known: bool
    is_open: bool = False

    def grants(self, complement: str) -> bool:
        """Say whether the verb takes a complement: d, v, i or z."""
        return complement in self.licenses


@frozen(slots=False)
class CuedClauses(Clauses):
    """The clauses of a sentence, and what the verb of each was found to be."""

    @cached_property
    def verbs(self) -> dict[int, VerbCue | None]:
        """The cues by the numbers of their clauses, filled where they are asked for; None for a clause without one."""
        return {}


def cued_clauses(sentence: Sentence) -> CuedClauses:
    """Return the clauses of a sentence in the order of their first words; their cues are looked for when asked for."""
    return CuedClauses(sentence, clauses_of(sentence).all)


def verb_cue(sentence: Sentence, clauses: CuedClauses, clause: Clause) -> VerbCue | None:
    """Return the verb of a clause as a cue; None for a clause without one, or with nothing but an auxiliary.

    Whether it does report is decided by its complement.
    """
    if clause.number not in clauses.verbs:
        clauses.verbs[clause.number] = found_cue(sentence, clause)
    return clauses.verbs[clause.number]


def found_cue(sentence: Sentence, clause: Clause) -> VerbCue | None:
    """Return the verb of a clause as a cue without looking whether it is known already."""
    if clause.finite is None:
        return None
    main = main_verb(sentence, clause)
    state = main is not None and _is_state(clause, main) and _light_noun(clause, main, lemma_of(main)) is None
    if main is None or _is_guess(clause) or state or main.text.lower() in ("geworden", "worden"):
        return _predicative_cue(sentence, clause)
    particle = _particle(sentence, clause, main)
    base = "gestehen" if _confesses(clause, main) else "raten" if _advises(clause, main) else lemma_of(main)
    lemma = f"{_as_particle(particle, base)}{base}" if particle is not None else base
    light = _light_noun(clause, main, lemma)
    if light is None and particle is not None:
        light = _light_noun(clause, main, base)
    elif light is not None:
        base = lemma
    known = table("reporting_verbs")
    licenses, medium = known.get(lemma, ("", "unknown"))
    if lemma == "meinen" and _MEANT_WELL & {word.text for word in clause.words if not word.masked} and _has_es(clause):
        return None
    seen = lemma == "feststehen" and viewer_in(sentence, clause) is not None
    judged = _judgement(clause, main, lemma)
    read = lemma == "entnehmen" and _names_document(clause)
    if read:
        licenses, medium = "d", "writing"
    if seen or judged or _stands_up(clause, lemma):
        licenses, medium = "dvz" if seen else "dz", medium if medium != "unknown" else "speech"
    words = [
        main,
        *_auxiliaries(clause, main),
        *([particle] if particle else []),
        *_reflexives(clause),
        *_expletive(clause, lemma),
        *judged,
    ]
    if _is_ruled_out(clause, main):
        words += [word for word in clause.words if word.text == "nicht" and not word.masked]
    if light is not None:
        words += [] if light.index in clause.marked else _with_article(clause, light)
        licenses = known.get(f"{light.text.lower()} {base}", ("dvz" if light.upos == "NOUN" else "dviz",))[0]
        medium = pairs("light_verbs")[light.text.lower(), base]
    if lemma == "lauten" and any(word.text.lower() in _SAYINGS for word in clause.words if word.upos == "NOUN"):
        licenses = "dviz"  # Ihre Botschaft lautet, dass …
    has_found = lemma == "erfahren" and any(word.text.lower() == "haben" for word in clause.words)
    if lemma in ("wissen", "erfahren") and _modal(clause, main) == "wollen" and not has_found:
        return _asking(clause, main)
    told = _told_all_the_same(clause, main, lemma) or _claiming(clause, main)
    if told is not None:
        return told
    lets_know = lemma in _LET_KNOW and any(lemma_of(word) == "lassen" for word in words if word != main)
    if lemma == "erinnern" and any(word.text.lower() == "sich" for word in words):
        licenses += "z"  # erinnert sich, es gesehen zu haben
    if lets_know:
        licenses, medium, lemma = "dvi", "speech", f"{lemma} lassen"
    return VerbCue(
        clause=clause,
        verb=main,
        lemma=lemma if light is None else f"{light.text} {base}",
        words=tuple(sorted({word.index: word for word in words}.values(), key=lambda word: word.index)),
        licenses=licenses,
        medium=medium,  # type: ignore[arg-type]
        is_negated=is_negated(clause, main),
        modal=_modal(clause, main),
        is_passive=_is_passive(clause, main),
        is_known=light is None
        and not (seen or lets_know or read)
        and (lemma in load("knowledge_verbs") or _is_inward(clause, lemma)),
        is_open=_is_open(clause, main),
    )


def _judgement(clause: Clause, main: Word, lemma: str) -> list[Word]:
    """Return what a verb makes of the clause that follows: the *es für falsch* of *hält es für falsch, dass …*."""
    needs = JUDGING.get(lemma)
    words = [word for word in clause.words if not word.masked and word.upos != "PUNCT"]
    places = [place for place, word in enumerate(words) if word.text == "es" and place]
    if needs is None or not places or main.index in clause.marked:
        return []
    behind = [word for word in words[places[0] + 1 :] if word != main]
    if needs and words[0].text.lower() == needs and words[0] not in behind:  # Als Ziel sah es Ott an, …
        return [words[0], words[places[0]]]
    lead = next((place for place, word in enumerate(behind) if word.text == needs), None)
    if needs and (lead is None or len(behind) == 1):
        return []
    led = behind[lead : lead + 2] if lead is not None else [word for word in behind if word.upos == "ADJ"][:1]
    judged = [word for word in led if word.text == needs or word.upos not in ("DET", "NOUN")]
    return [words[places[0]], *judged] if judged else []


def _stands_up(clause: Clause, lemma: str) -> bool:
    """Say whether somebody argues for or against what follows: *trat dafür ein, dass*, *wandte sich dagegen, zu*."""
    correlates = _ARGUING.get(lemma, ())
    return any(word.text in correlates for word in clause.words if not word.masked)


def _told_all_the_same(clause: Clause, main: Word, lemma: str) -> VerbCue | None:
    """Return the infinitive that does happen as the cue: *beeilte sich zu erklären*, *wird nicht müde zu betonen*."""
    words = [word for word in clause.words if not word.masked and word.upos != "PUNCT"]
    forms = [word.text.lower() for word in words]
    if lemma not in ("beeilen", "pflegen") and not ("müde" in forms and "nicht" in forms):
        return None
    said = [word for word, before in pairwise(words[::-1]) if before.text.lower() == "zu" and word.upos == "VERB"]
    known = table("reporting_verbs").get(lemma_of(said[0])) if said else None
    if known is None or clause.finite is None:
        return None
    around = [word for word in words if word.text.lower() in ("sich", "zu", "müde", "nicht") or word == main]
    cue = {word.index: word for word in (*around, clause.finite, said[0])}
    licenses, medium = known
    return VerbCue(
        clause, said[0], lemma_of(said[0]), tuple(cue[index] for index in sorted(cue)), licenses,
        medium, False, None, False, False,  # type: ignore[arg-type]
    )  # fmt: skip


def _names_document(clause: Clause) -> bool:
    """Say whether something written is in a clause, of which one can learn: *Dem Bericht ist zu entnehmen, dass …*."""
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN" and not word.masked)
    return any(noun is not None and noun.kind in ("document", "medium") for noun in nouns)


def _has_es(clause: Clause) -> bool:
    return any(word.text.lower() == "es" and not word.masked for word in clause.words)


def _confesses(clause: Clause, main: Word) -> bool:
    """Say whether *gestanden* is of *gestehen*: nothing that can be read stands beside it."""
    nouns = (noun_of(word.text) for word in clause.words if word.upos == "NOUN")
    return main.text == "gestanden" and not any(noun is not None and noun.kind == "document" for noun in nouns)


def _advises(clause: Clause, main: Word) -> bool:
    """Say whether *geraten* is of *raten*: it has *haben* for its perfect (*habe ihm geraten*)."""
    return main.text == "geraten" and any(lemma_of(word) == "haben" for word in clause.words)


def _claiming(clause: Clause, main: Word) -> VerbCue | None:
    """Return *will gesehen haben*, which claims to have seen, as a cue with its verbs."""
    perceived = _PERCEIVED.get(main.text)
    if perceived is None or _modal(clause, main) != "wollen":
        return None
    helpers = [word for word in clause.words if word != main and lemma_of(word) in ("wollen", "haben")]
    if not any(word.text.lower() == "haben" and word.index == main.index + 1 for word in helpers):
        return None
    words = tuple(sorted((main, *helpers), key=lambda word: word.index))
    return VerbCue(
        clause, main, f"{perceived} wollen", words, "dvi", "speech", is_negated(clause, main), None, False, False
    )


def _asking(clause: Clause, main: Word) -> VerbCue:
    """Return *wollte wissen*, which asks, as a cue with its modal."""
    modal = next(word for word in clause.words if word != main and is_finite(word) and lemma_of(word) == "wollen")
    words = sorted((main, modal), key=lambda word: word.index)
    negated = is_negated(clause, main)
    return VerbCue(clause, main, "wissen wollen", tuple(words), "di", "speech", negated, None, False, False)


def _is_guess(clause: Clause) -> bool:
    """Say whether a clause is the author's *sagen wir*, which sets an example."""
    forms = [word.text.lower() for word in clause.words if word.upos != "PUNCT"]
    return clause.kind == "verb_first" and forms[:2] == ["sagen", "wir"]


def main_verb(sentence: Sentence, clause: Clause) -> Word | None:
    """Return the full verb of a clause: the finite one, or the participle or infinitive it holds in bracket."""
    finite = clause.finite
    if finite is None:
        return None
    nonfinite = [word for word in clause.words if is_nonfinite(word) and word != finite and not word.masked]
    nonfinite = [
        word for word in nonfinite if lemma_of(word) not in _HELPERS and not _stands_apart(sentence, word, finite)
    ]
    nonfinite = [word for word in nonfinite if word.index not in clause.marked] or nonfinite
    if lemma_of(finite) not in _HELPERS:
        if lemma_of(finite) == "lassen" and nonfinite:
            return nonfinite[-1]
        return finite
    if not nonfinite:
        return _predicate_participle(clause, finite)
    head = sentence.head(finite)
    joined = any(nonfinite[0].index < word.index < nonfinite[-1].index for word in clause.words if word.upos == "CCONJ")
    if clause.words[0] == finite and joined and lemma_of(nonfinite[0]) in load("reporting_verbs"):
        return nonfinite[0]  # hatte Ott gesagt und auf das Gutachten verwiesen
    return _last_conjunct(sentence, clause, head, nonfinite) if head in nonfinite else nonfinite[-1]


def _stands_apart(sentence: Sentence, word: Word, finite: Word) -> bool:
    """Say whether a participle is no part of the bracket: *Darauf angesprochen, wird die Wirtin ernst*."""
    between = (sentence.word(index).text for index in range(word.index + 1, finite.index))
    return word.index < finite.index and "," in between


def _predicate_participle(clause: Clause, finite: Word) -> Word | None:
    """Return the participle that the tagger took for something else: *werden beschuldigt*, *hatte … verlangt*."""
    if lemma_of(finite) not in ("werden", "haben"):
        return None
    words = [word for word in clause.words if word.upos != "PUNCT" and not word.masked]
    found = [word for word in words if word.upos == "ADJ" and word.index > finite.index]
    if words[-1].upos == "VERB" and words[-1].index > finite.index and words[-1].text.endswith(("t", "en")):
        found.append(words[-1])
    return next((word for word in reversed(found) if lemma_of(word) in load("reporting_verbs")), None)


def _last_conjunct(sentence: Sentence, clause: Clause, verb: Word, verbs: list[Word]) -> Word:
    """Return the last of verbs joined by *und* if it is one of saying: *haben das Wrack untersucht und bestätigt*."""
    joined = [word for word in verbs if word.relation == "conj" and sentence.head(word) in verbs]
    apart = [word for word in verbs[-1:] if is_participle(word) and word.index > verb.index + 1]
    apart = [] if any(index < verb.index for index in clause.marked) else apart
    if not joined and any(sentence.word(word.index - 1).upos == "ADV" for word in apart):
        between = (sentence.word(place).text for place in range(verb.index + 1, apart[0].index))
        joined = apart if "," in between else []  # hatte Fehler eingeräumt, jedoch stets beteuert
    if joined and joined[-1].index > verb.index and lemma_of(joined[-1]) in load("reporting_verbs"):
        return joined[-1]
    return verb


def lemma_of(word: Word) -> str:
    """Return the infinitive of a verb form, by the lemmatiser if it gives a verb we know, else by the form.

    >>> from quotetrack.spans import Span
    >>> lemma_of(Word(1, "gab", "gab", "VERB", {}, 0, "root", Span(0, 3)))
    'geben'
    """
    lemma = word.lemma.lower()
    form = word.text.lower()
    if lemma in _known_infinitives():
        return lemma
    return _forms().get(form, lemma)


@cache
def _known_infinitives() -> frozenset[str]:
    bases = {base for base, *_ in rows("strong_verbs")}
    return (
        load("reporting_verbs")
        | load("knowledge_verbs")
        | bases
        | {"sein", "haben", "werden", "machen", "geraten", "heissen"}
        | MODALS
    )


@cache
def _forms() -> Mapping[str, str]:
    """Return the forms of the verbs we know with their infinitives: strong ones from their list, weak ones by rule."""
    found: dict[str, str] = {}
    for verb in sorted(load("reporting_verbs")):
        for form in (*weak_forms(verb), verb):
            found.setdefault(form, verb)
        base = verb.removeprefix("nach")
        if base != verb:  # hakte nach
            found.update({form: base for form in weak_forms(base) if form not in found})
    for base, forms in rows_of_forms():
        for form in forms:
            found[form] = base
        for verb in load("reporting_verbs"):
            particle = verb.removesuffix(base)
            if verb != base and verb.endswith(base):
                found.update({particle + form: verb for form in forms})
    return found


def rows_of_forms() -> Iterator[tuple[str, list[str]]]:
    """Yield the strong base verbs, each with its forms."""
    for base, forms in rows("strong_verbs"):
        yield base, forms.split(" ")


PREFIXES: Final = (
    "ab an auf aus bei dar durch ein entgegen fort heraus hervor hin hinzu klar kund mit nach nahe offen preis vor"
    " voraus weiter wieder zu zurück zusammen bekannt fest dagegen gut"
).split()
_INSEPARABLE: Final = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "wider", "unter", "über")


def weak_forms(verb: str) -> Iterator[str]:
    """Yield the finite forms and the participle of a weak verb, particles joined.

    >>> list(weak_forms("mitteilen"))
    ['mitteilt', 'mitteilte', 'mitteilten', 'mitteile', 'mitgeteilt']
    """
    particle = max((prefix for prefix in PREFIXES if verb.startswith(prefix)), key=len, default="")
    base = verb.removeprefix(particle)
    stem = regex.sub(r"e?n$", "", base)
    linking = "e" if stem.endswith(("t", "d")) or regex.search(r"[^aeiouäöülrh][mn]$", stem) else ""
    finite = [stem + linking + ending for ending in ("t", "te", "ten")] + [stem + "e"]
    yield from (particle + form for form in finite)
    joined = "" if base.startswith(_INSEPARABLE) or base.endswith("ieren") else "ge"
    yield f"{particle}{joined}{stem}{linking}t"


_MEANWHILE: Final = frozenset({"unterdessen", "indessen", "indes", "hingegen", "derweil", "zugleich", "zudem"})
"""Adverbs that a tree takes for separated particles: *bestätigte unterdessen, dass*."""


def _particle(sentence: Sentence, clause: Clause, verb: Word) -> Word | None:
    """Return the separated particle: what the tree says, or the last word of the clause if both make a known verb."""
    finite = clause.finite
    if finite is None or verb != finite:
        return None
    found = sentence.child(verb, PARTICLES)
    base = lemma_of(verb)
    is_one = found is not None and found.text.lower() not in _PRONOUNS | _MEANWHILE
    if found is not None and is_one and found in clause.words and not _is_contracted(sentence, found):
        joined = _as_particle(found, base) + base in _known_infinitives()
        doubtful = found.text.lower() in CORRELATES or not is_particle(found)
        return None if doubtful and not joined else found
    front = clause.words[0]
    if front != verb and front.text.lower() + base in _FRONTED:
        return front
    last = next((word for word in reversed(clause.words) if word.upos != "PUNCT" and not word.masked), verb)
    if last.index > verb.index and _as_particle(last, base) + base in _known_infinitives():
        return last
    return None


def _as_particle(word: Word, base: str) -> str:
    """Return a particle as its verb has it: *darauf hin*, often written as one word, is *hin* (*wies daraufhin*)."""
    form = word.text.lower()
    return "hin" if form == "daraufhin" and base == "weisen" else form


def _is_contracted(sentence: Sentence, word: Word) -> bool:
    """Say whether a word is part of a contraction like *zum*."""
    beside = sentence.words[word.index : word.index + 1]
    return bool(beside) and beside[0].span == word.span


def _auxiliaries(clause: Clause, main: Word) -> list[Word]:
    quoted = frozenset() if main.index in clause.marked else clause.marked
    return [
        word
        for word in clause.words
        if word != main
        and not word.masked
        and word.index not in quoted
        and word.upos in ("AUX", "VERB")
        and (lemma_of(word) in ("sein", "haben", "werden", "lassen"))
        and (is_finite(word) or word.text.lower() in ("worden", "haben", "werden", "lassen"))
    ]


def _expletive(clause: Clause, lemma: str) -> list[Word]:
    """Return *es* of *heißt es*."""
    if lemma not in ("heißen", "heissen"):
        return []
    return [word for word in clause.words if word.text.lower() == "es" and not word.masked][:1]


def _reflexives(clause: Clause) -> list[Word]:
    return [word for word in clause.words if word.text.lower() == "sich" and not word.masked][:1]


def _light_noun(clause: Clause, main: Word, base: str) -> Word | None:
    """Return the noun or adjective that makes a phrase with the verb (*die Ansicht vertreten*, *bekannt geben*)."""
    for place, word in enumerate(clause.words):
        if word == main or word.masked or (word.text.lower(), base) not in pairs("light_verbs"):
            continue
        before = [known.text.lower() for known in clause.words[max(0, place - 2) : place]]
        if word.text == "Rat" and before[-1:] not in (["den"], ["einen"]):
            continue  # der Rat gab bekannt
        if any(form in ("nach", "laut", "gemäß") for form in before):
            continue
        if base == "kommen" and not any(form in ("zu", "zum", "zur") for form in before):
            continue
        return word
    return None


def _with_article(clause: Clause, noun: Word) -> list[Word]:
    """Return the word of a fixed phrase with its article and preposition (*die Ansicht*, *zu dem Schluss*)."""
    found = [noun]
    for word in reversed([word for word in clause.words if noun.index - 2 <= word.index < noun.index]):
        leads = word.upos in ("DET", "ADP") or word.text in _LEADING
        if found[-1].upos == "ADP" or found[-1].text in _LEADING:
            break  # der andere | zu bedenken gab
        if not leads or word.features.get("Poss") == "Yes" or word.index != found[-1].index - 1:
            break
        found.append(word)
    return found


def _predicative_cue(sentence: Sentence, clause: Clause) -> VerbCue | None:
    """Return *ist der Ansicht*, *ist überzeugt* as a cue: a copula with a word that reports."""
    finite = clause.finite
    base = "" if finite is None else lemma_of(finite)
    if finite is None or base not in ("sein", "werden"):
        return None
    light = _light_noun(clause, finite, base)
    if light is None and base == "sein":
        return _naming_what_is_said(clause, finite) or _clear_to_somebody(sentence, clause, finite)
    if light is None or (light.text == "einig" and not _are_of_one_mind(clause)):
        return None
    if light.text == "sicher" and _has_es(clause):
        return None  # Jetzt ist es sicher
    worden = [word for word in clause.words if word.text.lower() in ("geworden", "worden")]
    return VerbCue(
        clause=clause,
        verb=finite,
        lemma=f"{light.text} {base}",
        words=tuple(
            sorted([finite, *_with_article(clause, light), *worden, *_reflexives(clause)], key=lambda word: word.index)
        ),
        licenses="dvz" if light.upos == "ADJ" and base == "sein" else "dv",
        medium=pairs("light_verbs")[light.text.lower(), base],  # type: ignore[arg-type]
        is_negated=is_negated(clause, finite),
        modal=None,
        is_passive=base == "werden" and light.text != "laut",
        is_known=False,
    )


def _naming_what_is_said(clause: Clause, finite: Word) -> VerbCue | None:
    """Return *ist* behind a noun for what somebody says: *Die Botschaft des Ministers ist, dass …*."""
    words = [word for word in clause.words if word.upos != "PUNCT"]
    nouns = [word for word in words if word.upos == "NOUN" and word.index < finite.index]
    if clause.kind != "main" or words[-1] != finite or not nouns or words[0].upos not in ("DET", "NOUN", "ADJ"):
        return None
    if nouns[0].text.lower() not in _SAYINGS or nouns[0].index > words[0].index + 2:
        return None
    behind = words[words.index(nouns[0]) + 1]
    if words[0].features.get("Poss") != "Yes" and behind.text not in _OWNING:
        return None
    return _sein_cue(clause, finite, (finite,), "speech_or_writing")


def _clear_to_somebody(sentence: Sentence, clause: Clause, finite: Word) -> VerbCue | None:
    """Return *ist klar* with *für* somebody as a cue: *Für Ott ist klar, dass die Brücke bleibt*."""
    predicate = next((word for word in clause.words if word.text.lower() in CLEAR and not word.masked), None)
    things = any(word.upos == "NOUN" and word.relation in SUBJECTS for word in clause.words)
    if predicate is None or things or viewer_in(sentence, clause) is None or finite.text in ("sei", "seien"):
        return None
    return evolve(_sein_cue(clause, finite, (finite, predicate), "speech_or_thought"), licenses="dvz")


def viewer_in(sentence: Sentence, clause: Clause) -> Word | None:
    """Return the noun or name behind *für* in a clause: for whom something is so."""
    for word in clause.words:
        head = sentence.head(word) if word.text.lower() == "für" and word.upos == "ADP" else None
        noun = noun_of(head.text) if head is not None and head.upos == "NOUN" else None
        somebody = noun is not None and noun.kind in ("person", "organisation", "group", "medium")
        named = head is not None and head.upos == "PROPN" and head.text not in table("places")
        if head is not None and head in clause.words and (somebody or named):
            return head
    return None


def _sein_cue(clause: Clause, finite: Word, words: tuple[Word, ...], medium: Medium) -> VerbCue:
    shown = tuple(sorted(words, key=lambda word: word.index))
    lemma = "sein" if len(words) == 1 else f"{words[-1].text.lower()} sein"
    return VerbCue(clause, finite, lemma, shown, "dz", medium, is_negated(clause, finite), None, False, False)


def _are_of_one_mind(clause: Clause) -> bool:
    """Say whether somebody is named who is *sich einig*."""
    forms = {word.text.lower() for word in clause.words}
    return "sich" in forms and "man" not in forms


def is_negated(clause: Clause, verb: Word) -> bool:
    """Say whether the verb's own clause denies the act of speaking.

    *nicht nur* denies nothing, and no word between quotation marks does unless the verb stands there too.
    """
    quoted = clause.marked - {verb.index} if verb.index not in clause.marked else frozenset()
    words = [word for word in clause.words if not word.masked and word.index not in quoted]
    for place, word in enumerate(words):
        if word.text.lower() in NEGATIONS and (word.text.islower() or word.index == 1):
            finite = clause.finite if clause.kind == "main" and word.text.lower() == "nicht" else None
            if finite is not None and word.index < finite.index <= verb.index:
                continue  # Nicht Ott, sondern Kern sagte
            if word.text == "nicht" and _is_ruled_out(clause, verb):
                continue  # schloss nicht aus, dass: it may be so
            following = words[place + 1].text.lower() if place + 1 < len(words) else ""
            if following not in ("nur", "mehr", "allein", "zuletzt", "hehl"):
                return True
    return False


def _is_ruled_out(clause: Clause, verb: Word) -> bool:
    """Say whether the verb is *ausschließen*, in one word or two: *schloss nicht aus*, not *schloss aus Angst*."""
    form = verb.text.lower()
    if form in ("ausschließen", "ausschliessen", "ausgeschlossen", "ausschloss", "ausschließt"):
        return True
    last = next((word.text for word in reversed(clause.words) if word.upos != "PUNCT"), "")
    return form in ("schließt", "schliesst", "schloss", "schlossen", "schließen", "schliessen") and last == "aus"


def _modal(clause: Clause, main: Word) -> str | None:
    return next(
        (lemma_of(word) for word in clause.words if word != main and is_finite(word) and lemma_of(word) in MODALS), None
    )


def _is_inward(clause: Clause, lemma: str) -> bool:
    """Say whether a reflexive turns the verb away from saying: *sich bestätigen*, *sich finden*, *sich befinden*."""
    return lemma in _INWARD and bool(_reflexives(clause))


def _is_state(clause: Clause, main: Word) -> bool:
    """Say whether *sein* makes the perfect of a verb of motion or change, or a state; few verbs of saying take it."""
    finite = clause.finite
    if finite is None or main == finite or lemma_of(finite) != "sein":
        return False
    if lemma_of(main) in _MOVING and is_participle(main):
        return False
    return is_participle(main) and all(word.text.lower() != "worden" for word in clause.words)


def is_participle(word: Word) -> bool:
    """Say whether a verb is a participle, also one that the tagger took for an adjective."""
    return word.upos == "ADJ" or word.features.get("VerbForm") == "Part"


def _is_open(clause: Clause, main: Word) -> bool:
    finite = clause.finite
    if finite is None or main == finite:
        return False
    form = finite.text.lower()
    if form in _CONDITIONALS or (lemma_of(finite) == "sein" and _is_still_to_be(clause, main)):
        return True
    return form in ("wird", "werden") and not is_participle(main)


def _is_still_to_be(clause: Clause, main: Word) -> bool:
    """Say whether *sein* with *zu* tells what is to be thought: *Es ist als Erfolg zu bewerten, dass …*."""
    before = any(word.text == "zu" and word.index == main.index - 1 for word in clause.words)
    return main.text in ("anzunehmen", "auszugehen") or (before and main.text in ("bewerten", "werten"))


def _is_passive(clause: Clause, main: Word) -> bool:
    """Say whether a form of *werden* makes a passive: with a participle, or in the past, where no future is."""
    forms = {word.text.lower() for word in clause.words if word != main}
    past = bool(forms & _PAST_PASSIVES) and main.text.endswith(("t", "en"))
    return bool(forms & PASSIVE_FORMS) and (is_participle(main) or past)
