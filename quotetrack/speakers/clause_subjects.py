"""Whether a phrase is the subject of its clause, or of whom the clause tells what he feels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from quotetrack.clauses import Clause
from quotetrack.cues import lemma_of
from quotetrack.nouns import is_person_noun, noun_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.pronoun_subjects import that_one
from quotetrack.quotes.stances import FELT
from quotetrack.speakers.chunks import Chunk
from quotetrack.speakers.participles import opens_with_participle
from quotetrack.syntax import SUBJECTS, Word

_MAY_ACT: Final = frozenset("er sie es man ich wir ihr wer was dieser diese beide alle jemand niemand jeder".split())
"""Pronouns that may be the subject of a clause."""
_CALLED_FOR: Final = frozenset({"Polizei", "Feuerwehr", "Rettung", "Rettungsdienst", "Ambulanz", "Notarzt", "Rega"})
_CALLING: Final = frozenset({"rufen", "alarmieren", "verständigen", "informieren", "holen", "anrufen"})
_OF_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_RUNNING: Final = frozenset("führen leiten verwalten gründen betreiben besitzen präsidieren regieren vertreten".split())
"""Verbs for what people do with bodies: *Die Schule leitet | Ida Ott*."""
_BUILT: Final = frozenset("Bad Brücke Haus Heim Kirche Museum Schule Stadion Theater Werk".split())
"""What somebody has made, though the noun is of a body, too."""
_OBLIQUE: Final = frozenset({"den", "dem", "des", "einen", "einem", "eines", "diesen", "diesem", "ihren", "ihrem"})

_CONTRASTING: Final = frozenset("doch aber jedoch hingegen dagegen allerdings indes indessen".split())
_SHOWING: Final = frozenset({"der", "die", "dieser", "diese"})


def is_subject_of_clause(context: Context, chunk: Chunk | None, word: Word) -> bool:
    """Say whether a phrase or pronoun is the subject of its clause."""
    if word.text.lower() in ("er",):
        return True
    if chunk is None:
        return word.relation in SUBJECTS or _takes_up(context, word)
    if (chunk.preposition is None and _experiences(context, chunk)) or _judges(context, chunk):
        return True
    if chunk.preposition is not None or chunk.determiner in _OBLIQUE or _is_compared(context, chunk):
        return False
    if _is_called_for(context, chunk) or _is_seen_so(context, chunk):
        return False
    places = [part for part in chunk.adjectives if part.upos in ("NOUN", "PROPN")]  # eine Leipziger Forscherin
    if any(part.relation in SUBJECTS for part in (*places, *chunk.nouns, *chunk.name)):
        return not _has_man(context, word)
    is_man = chunk.determiner == "der" and bool(chunk.nouns) and chunk.gender == "Masc"
    if is_man and (chunk.name or _is_of_one(chunk) or _follows_no_noun(context, chunk)):
        return True  # no other case has this article
    if _is_new_subject(context, chunk) or _is_one_of_two(context, chunk) or _is_like_another(context, chunk):
        return True
    return (
        _fills_the_front(context, chunk)
        or _is_one_of_them(context, chunk)
        or _is_left_for_subject(context, chunk)
        or _is_the_only_one_to_act(context, chunk)
        or _did_it(context, chunk)
        or _ends_without_verb(context, chunk)
    )


def is_who_it_was(context: Context, chunk: Chunk) -> bool:
    """Say whether a name tells who somebody is of whom a role alone was told: *Die Leitung, das war | Ida Ott*."""
    start = chunk.first - 1
    if chunk.preposition is not None or not chunk.name or start < len(("das", "war")):
        return False
    between = 1 if context.word(start).upos == "ADV" and start > len(("das", "war")) else 0
    before = [word.text.lower() for word in context.words(start - between - 1, start - between)]
    return before[0] in ("das", "es") and before[1] in ("war", "ist")


def _is_one_of_two(context: Context, chunk: Chunk) -> bool:
    """Say whether a name stands behind who opens the sentence: *Der eine, | Jan Ott, | will bauen*."""
    words, first = context.sentence.words, len(("Der", "eine", ",", "Jan"))
    opens = chunk.first == first and words[0].text in ("Der", "Die") and words[1].text.islower()
    closed = chunk.last < len(words) and words[chunk.last].text == "," and words[2].text == ","
    return opens and closed and bool(chunk.name) and words[1].text.endswith("e")


def _ends_without_verb(context: Context, chunk: Chunk) -> bool:
    """Say whether a full name ends a sentence behind a past that no tag shows: *Am längsten klatschte | Ali Kern*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.finite is not None or len(chunk.name) < 2 or chunk.last != context.length - 1:
        return False
    before = context.word(chunk.first - 1) if chunk.first > 2 else None
    return before is not None and before.upos == "ADJ" and before.text.islower() and before.text.endswith("te")


def _takes_up(context: Context, word: Word) -> bool:
    """Say whether *dieser* is who takes up what was said: *Das bestritt | dieser*."""
    clause = context.clauses.of(word)
    return clause is not None and that_one(context, clause) == word


def _is_seen_so(context: Context, chunk: Chunk) -> bool:
    """Say whether somebody behind the verb is so only for whom the front names: *Für Ott ist | Kern | ein Held*."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or clause.words[0].text != "Für" or lemma_of(finite) not in ("sein", "bleiben"):
        return False
    front = [word for word in clause.words[1:] if word.index < finite.index]
    people = any(word.upos == "PROPN" or is_person_noun(word.text) for word in front)
    return people and chunk.first > finite.index


def _is_called_for(context: Context, chunk: Chunk) -> bool:
    """Say whether somebody calls for a body behind the verb: *Am Abend rief eine Frau | die Polizei*."""
    clause = context.clauses.of(chunk.head) if chunk.noun is not None and chunk.noun.base in _CALLED_FOR else None
    verbs = () if clause is None else (lemma_of(word) for word in clause.words if word.upos == "VERB")
    if clause is None or clause.finite is None or chunk.first < clause.finite.index or _CALLING.isdisjoint(verbs):
        return False
    before = [word for word in clause.words if clause.finite.index < word.index < chunk.first]
    return any(word.upos in ("NOUN", "PROPN") for word in before)


def _is_compared(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase in front is of whom the subject is like: *Wie | Ida Ott will auch Lea Kern bleiben*."""
    before = context.word(chunk.first - 1) if chunk.first > 1 else None
    if before is None or before.index > 1 or before.text != "Wie" or chunk.last + 1 >= context.length:
        return False
    if context.word(chunk.last + 1).features.get("VerbForm") != "Fin":
        return False
    behind = takewhile(lambda word: word.text != ",", context.words(chunk.last + 2, context.length))
    return any(word.relation in SUBJECTS or word.text == "auch" for word in behind)


def _is_like_another(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase behind *auch* is the subject whom the front compares: *Wie Ott kommt auch | Ida Kern*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.finite is None or context.word(1).text != "Wie" or chunk.first < 2:
        return False
    return context.word(chunk.first - 1).text == "auch" and chunk.first == clause.finite.index + 2


def _is_new_subject(context: Context, chunk: Chunk) -> bool:
    """Say whether *ein* with a man behind the verb is the subject: *Entdeckt hat die Stellen | ein Bibliothekar*."""
    noun, clause = chunk.noun, context.clauses.of(chunk.head)
    if chunk.determiner != "ein" or noun is None or noun.kind != "person" or noun.gender != "Masc" or chunk.name:
        return False
    if clause is None or clause.kind != "main" or clause.finite is None or clause.finite.index > chunk.first:
        return False
    words = [word for word in clause.words if not word.masked]
    copula = lemma_of(clause.finite) in ("sein", "werden", "bleiben", "heißen")
    return not copula and not any(w.relation in SUBJECTS or w.text in ("es", "man", "er") for w in words)


def _is_left_for_subject(context: Context, chunk: Chunk) -> bool:
    """Say whether a main clause has no other subject than what the parser takes for its object: *hat Ida ausgesagt*."""
    clause = context.clauses.of(chunk.head)
    if (
        clause is None
        or clause.kind != "main"
        or clause.finite is None
        or chunk.is_plural
        or chunk.head.relation not in ("obj", "appos")
    ):
        return False
    words = [word for word in clause.words if not word.masked]
    plural = clause.finite.features.get("Number") == "Plur"
    if plural or words[0].upos == "CCONJ" or any(w.relation in SUBJECTS or w.text in ("es", "man") for w in words):
        return False
    is_person = bool(chunk.name) or (chunk.noun is not None and chunk.noun.kind == "person")
    if chunk.head.relation == "appos":
        is_full = len(chunk.name) > 1 and (not chunk.nouns or (chunk.determiner is None and not chunk.adjectives))
        return is_full and not _is_passive(words)
    return is_person and [word for word in words if word.relation == "obj"] == [chunk.head]


def _is_the_only_one_to_act(context: Context, chunk: Chunk) -> bool:
    """Say whether a name behind the verb is the only one of people in a main clause: *Das Tor schoss | Jan Ott*."""
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.kind != "main" or clause.finite is None or chunk.is_plural or not chunk.name:
        return False
    words = [word for word in clause.words if not word.masked and not chunk.first <= word.index <= chunk.last]
    if clause.finite.index > chunk.first or clause.finite.features.get("Number") == "Plur" or _is_passive(words):
        return False
    if any(word.text.lower() in _MAY_ACT for word in words):
        return False
    rivals = [word for word in words if _acts_too(context, word)]
    is_run = len(chunk.name) > 1 and not chunk.nouns and lemma_of(clause.finite) in _RUNNING
    return not rivals or (is_run and all(word.upos == "NOUN" and not is_person_noun(word.text) for word in rivals))


def _did_it(context: Context, chunk: Chunk) -> bool:
    """Say whether a name stands behind *hat es* where a participle opens the clause: *verkauft hat es | Ida Ott*.

    Behind *hat das Haus*, too, where nothing is named but things.
    """
    clause = context.clauses.of(chunk.head)
    if clause is None or clause.finite is None or not chunk.name or len(clause.words) < 4:
        return False
    opening, finite, pronoun = clause.words[:3]
    is_done = finite == clause.finite and lemma_of(finite) == "haben" and opening.upos in ("VERB", "ADJ", "PROPN")
    if is_done and pronoun.text in ("es", "ihn", "sie") and chunk.first == pronoun.index + 1:
        return True
    between = [word for word in clause.words[2:] if word.index < chunk.first]
    things = all(word.upos in _OF_PHRASE and (word.text in _BUILT or not _acts_too(context, word)) for word in between)
    return is_done and len(chunk.name) > 1 and opens_with_participle(clause.words) and things


def _acts_too(context: Context, word: Word) -> bool:
    """Say whether a word names somebody or a body without a preposition before it."""
    known = noun_of(word.text) if word.upos == "NOUN" else None
    if word.upos != "PROPN" and (known is None or known.kind not in ("person", "organisation", "medium")):
        return False
    before = next((one for one in reversed(context.words(1, word.index - 1)) if one.upos not in _OF_PHRASE), None)
    return before is None or before.upos != "ADP"


def _is_passive(words: Sequence[Word]) -> bool:
    """Say whether a clause tells what is done to somebody: *Geholfen wurde am Abend Ida Ott*."""
    return any(lemma_of(word) == "werden" for word in words)


def _is_one_of_them(context: Context, chunk: Chunk) -> bool:
    """Say whether a name stands between commas behind *eine von ihnen*: *Einer der Bauern, Sepp Ott, klagt*."""
    set_off = chunk.name and chunk.first > 3 and chunk.last < context.length
    if not set_off or [context.word(place).text for place in (chunk.first - 1, chunk.last + 1)] != [",", ","]:
        return False
    opening = [word.text for word in context.words(1, 2)]
    between = context.words(3, chunk.first - 2)
    is_one = opening[0] in ("Einer", "Eine") and opening[1] in ("von", "der", "dieser", "ihrer", "seiner", "aus")
    return is_one and not any(word.text == "," for word in between)


def _experiences(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase in front is of whom something pleases or troubles: *Dem Wirt gefällt das nicht. Er …*."""
    clause = context.clauses.of(chunk.head)
    finite = None if clause is None else clause.finite
    if clause is None or finite is None or clause.kind != "main" or chunk.first != clause.words[0].index:
        return False
    behind = [word for word in clause.words if word.index > finite.index]
    between = [word for word in clause.words if chunk.last < word.index < finite.index and word.upos != "PUNCT"]
    felt = finite.text in FELT and not between
    return felt and bool(behind) and not any(word.text in ("er", "ich", "wir", "man") for word in behind)


def _judges(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase in front is of whom something is this or that: *Für den Wirt ist das zu viel. Er …*."""
    if chunk.preposition != "für" or chunk.start > 2 or chunk.last + 1 >= context.length:
        return False
    finite, subject = context.word(chunk.last + 1), context.word(chunk.last + 2)
    is_person = bool(chunk.name) or (chunk.noun is not None and chunk.noun.kind == "person")
    what = subject.text in ("das", "dies", "es", "die", "der") or subject.upos == "PROPN"
    return is_person and finite.text in ("ist", "war", "bleibt") and what


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


def _follows_no_noun(context: Context, chunk: Chunk) -> bool:
    """Say whether a noun for one stands where no genitive does: *Anders sieht es | der Bademeister*."""
    noun = chunk.noun
    before = context.word(chunk.first - 1) if chunk.first > 1 else None
    if noun is None or noun.kind != "person" or noun.is_plural or before is None:
        return False
    return before.text in ("es", "das", "dies", "auch") or before.upos in ("AUX", "VERB")


def _fills_the_front(context: Context, chunk: Chunk) -> bool:
    """Say whether a phrase opens a main clause and may be a nominative: it is the subject then, most often."""
    start = next((word.index for word in context.sentence.words if word.upos not in ("PUNCT", "CCONJ", "ADV")), 1)
    if chunk.first != start:
        return False
    return not any((chunk.determiner or "").endswith(end) for end in ("inen", "inem", "ihren", "ihrem"))


def is_contrasted(context: Context, clause: Clause | None, word: Word) -> bool:
    """Say whether a word stands in a further main clause that tells of another: *…, doch | der | lehnte ab*."""
    if clause is None or clause.kind != "main" or clause.finite is None:
        return False
    if not any(other.kind == "main" and other.number < clause.number for other in context.clauses.all):
        return False
    opening = [one.text.lower() for one in clause.words if one.index <= max(word.index + 1, clause.finite.index + 1)]
    is_shown = word.text.lower() in _SHOWING and word.index < clause.finite.index
    return is_shown or not _CONTRASTING.isdisjoint(opening)


def is_set_against(context: Context, chunk: Chunk | None) -> bool | None:
    """Say whether a phrase is what is told rather than another: *nicht Ott, sondern | Kern*, *Ott kommt, | Kern* nicht.

    False for the other of *nicht … sondern*, None where nothing is set against anything.
    """
    if chunk is None or chunk.start < len(("nicht", "Ott")) or chunk.preposition is not None:
        return None
    before = context.word(chunk.start - 1).text.lower()
    behind = [word.text for word in context.words(chunk.last + 1, min(chunk.last + 2, context.length))]
    if before == "sondern":
        return True
    if before == "nicht" and behind == [",", "sondern"]:
        return False
    is_gapped = before == "," and behind[:1] == ["nicht"] and behind[1:] in ([], ["."], [";"], [","])
    return True if is_gapped else None
