"""The verb of a clause as a cue: which one it is, and which words are shown as the cue."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues.correlates import judgement, stands_up
from quotetrack.cues.forms import lemma_of
from quotetrack.cues.grants import Sense, granted, sense_of
from quotetrack.cues.light_verbs import light_noun, with_article
from quotetrack.cues.main_verbs import advises, confesses, is_state, is_written_down, main_verb
from quotetrack.cues.modality import is_negated, is_open, is_passive, is_ruled_out, modal_of
from quotetrack.cues.model import CuedClauses, FullVerb, VerbCue
from quotetrack.cues.particles import as_particle, separated_particle
from quotetrack.cues.predicatives import predicative_cue
from quotetrack.cues.verb_complexes import asking, claiming, told_all_the_same
from quotetrack.cues.verb_words import auxiliaries, expletive, has_es, reflexives
from quotetrack.lexicon import load
from quotetrack.syntax import Sentence, Word

_MEANT_WELL: Final = frozenset({"gut", "besser", "ernst", "böse", "schlecht", "ehrlich"})
"""How something is meant: *Das Wetter meint es gut*."""
_INWARD: Final = frozenset("bestätigen finden befinden erklären zeigen ergeben nennen anschließen ankündigen".split())


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
    if main is None or _is_guess(clause) or _is_copular(clause, main):
        return predicative_cue(sentence, clause)
    verb = _full_verb(sentence, clause, main)
    if verb.lemma == "meinen" and _is_meant(clause):
        return None
    if _asks(clause, verb):
        return asking(clause, main)
    return told_all_the_same(clause, main, verb.lemma) or claiming(clause, main) or _full_cue(sentence, clause, verb)


def _is_guess(clause: Clause) -> bool:
    """Say whether a clause is the author's *sagen wir*, which sets an example."""
    forms = [word.text.lower() for word in clause.words if word.upos != "PUNCT"]
    return clause.kind == "verb_first" and forms[:2] == ["sagen", "wir"]


def _is_copular(clause: Clause, main: Word) -> bool:
    """Say whether what stands with *sein* is a state and no deed: *ist geworden*, *war gekommen*."""
    state = is_state(clause, main) and not is_written_down(clause, main)
    state = state and light_noun(clause, main, lemma_of(main)) is None
    return state or main.text.lower() in ("geworden", "worden")


def _full_verb(sentence: Sentence, clause: Clause, main: Word) -> FullVerb:
    """Return the verb with its particle, and with the noun or adjective that makes one phrase with either form."""
    particle = separated_particle(sentence, clause, main)
    base = "gestehen" if confesses(clause, main) else "raten" if advises(clause, main) else lemma_of(main)
    lemma = f"{as_particle(particle, base)}{base}" if particle is not None else base
    light = light_noun(clause, main, lemma)
    if light is not None:
        return FullVerb(main, lemma, lemma, particle, light)
    whole = particle is None or lemma in load("reporting_verbs")  # stellt in ihrem Antrag fest
    return FullVerb(main, lemma, base, particle, None if whole else light_noun(clause, main, base))


def _is_meant(clause: Clause) -> bool:
    """Say whether something is meant well or badly, and nothing said: *Das Wetter meint es gut*."""
    return bool(_MEANT_WELL & {word.text for word in clause.words if not word.masked}) and has_es(clause)


def _asks(clause: Clause, verb: FullVerb) -> bool:
    """Say whether somebody *wollte wissen*, who asks; *will erfahren haben* claims."""
    if verb.lemma not in ("wissen", "erfahren") or "wollen" not in (modal_of(clause, verb.word), _behind(clause, verb)):
        return False
    return verb.lemma == "wissen" or all(word.text.lower() != "haben" for word in clause.words)


def _behind(clause: Clause, verb: FullVerb) -> str:
    """Return the word right behind a verb that *haben* makes a perfect of: *habe ihr Mann wissen | wollen*."""
    perfect = clause.finite is not None and lemma_of(clause.finite) == "haben"
    behind = (word.text.lower() for word in clause.words if word.index == verb.word.index + 1)
    return next(behind, "") if perfect else ""


def _full_cue(sentence: Sentence, clause: Clause, verb: FullVerb) -> VerbCue:
    judged = judgement(clause, verb.word, verb.lemma)
    words = _words(clause, verb, judged)
    sense = sense_of(sentence, clause, verb, words)
    argues = bool(judged) or stands_up(clause, verb.lemma)
    licenses, medium = granted(clause, verb, words, sense, argues=argues)
    return VerbCue(
        clause=clause,
        verb=verb.word,
        lemma=_name_of(verb, sense),
        words=words,
        licenses=licenses,
        medium=medium,
        is_negated=is_negated(clause, verb.word),
        modal=modal_of(clause, verb.word),
        is_passive=is_passive(clause, verb.word) or is_written_down(clause, verb.word),
        is_known=verb.light is None
        and sense is None
        and not argues
        and (verb.lemma in load("knowledge_verbs") or _is_inward(clause, verb.lemma)),
        is_open=is_open(clause, verb.word),
    )


def _name_of(verb: FullVerb, sense: Sense | None) -> str:
    """Return the verb or phrase by name; what is beyond doubt to somebody, whatever the words, is *feststehen*."""
    if sense == "certain":
        return "feststehen"
    return f"{verb.lemma} lassen" if sense == "let_know" and verb.light is None else verb.name


def _words(clause: Clause, verb: FullVerb, judged: list[Word]) -> tuple[Word, ...]:
    """Return what is shown as the cue, in the order of the text."""
    words = [
        verb.word,
        *auxiliaries(clause, verb.word),
        *([verb.particle] if verb.particle else []),
        *reflexives(clause),
        *expletive(clause, verb.lemma),
        *judged,
    ]
    if is_ruled_out(clause, verb.word):
        words += [word for word in clause.words if word.text == "nicht" and not word.masked]
    if verb.light is not None and verb.light.index not in clause.marked:
        words += with_article(clause, verb.light)
    return tuple(sorted({word.index: word for word in words}.values(), key=lambda word: word.index))


def _is_inward(clause: Clause, lemma: str) -> bool:
    """Say whether a reflexive turns the verb away from saying: *sich bestätigen*, *sich finden*, *sich befinden*."""
    return lemma in _INWARD and bool(reflexives(clause))
