"""How an act of speaking is told: denied, with a modal verb, in the passive, still open.

All of it is read off the verb's own clause: *wollte nicht bestätigen, dass* reports nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotetrack.clauses import Clause, is_finite
from quotetrack.cues.forms import MODALS, lemma_of
from quotetrack.cues.main_verbs import advises, is_participle
from quotetrack.nouns import noun_of
from quotetrack.syntax import Word

NEGATIONS: Final = frozenset(
    "nicht nie niemals kein keine keinen keinem keiner keines keinerlei niemand nichts weder kaum".split()
)
_NOBODY: Final = frozenset({"niemand", "keiner"})
_CONDITIONALS: Final = frozenset(
    "müsste müssten müßte müßten könnte könnten sollte sollten hätte hätten würde würden dürfte dürften".split()
)
PASSIVE_FORMS: Final = frozenset("wird werden wurde wurden werde würde würden worden".split())
_UNREAL: Final = frozenset("sonst gern gerne lieber liebsten beinahe fast andernfalls wenn dann".split())
"""Words by which *hätten* tells what did not come about."""
_ENDINGS: Final = ("e", "er", "es", "en", "em")
_LONGEST_ATTRIBUTE: Final = 7
_PAST_PASSIVES: Final = frozenset({"wurde", "wurden", "worden"})


def is_negated(clause: Clause, verb: Word) -> bool:
    """Say whether the verb's own clause denies the act of speaking.

    *nicht nur* denies nothing, and no word between quotation marks does unless the verb stands there too.
    """
    quoted = clause.marked - {verb.index} if verb.index not in clause.marked else frozenset()
    words = [word for word in clause.words if not word.masked and word.index not in quoted]
    for place, word in enumerate(words):
        if word.text.lower() in NEGATIONS and (word.text.islower() or word.index == 1):
            finite = clause.finite if clause.kind == "main" and word.text.lower() == "nicht" else None
            if (
                _is_of_attribute(clause, words, place)
                or _is_contrasted(words, place)
                or _is_appended(words, place, verb)
            ):
                continue  # einen nicht genannten Offizier; klug, aber nicht neu
            if any(other.text in ("aber", "sondern") and other.index < verb.index for other in words[place + 1 :]):
                continue  # hat ihn nicht gelesen, aber gesagt
            if finite is not None and word.index < finite.index <= verb.index and is_finite(finite):
                continue  # Nicht Ott, sondern Kern sagte
            if word.text == "nicht" and is_ruled_out(clause, verb):
                continue  # schloss nicht aus, dass: it may be so
            following = words[place + 1].text.lower() if place + 1 < len(words) else ""
            if following not in ("nur", "mehr", "allein", "zuletzt", "hehl", "zweifel") or word.text.lower() in _NOBODY:
                return True
    return False


def _is_contrasted(words: list[Word], place: int) -> bool:
    """Say whether *nicht* belongs to the second of two judgements: *nannte das beschämend, aber | nicht | neu*."""
    if not 1 < place < len(words) - 1 or words[place].text != "nicht":
        return False
    joint, before, after = words[place - 1], words[place - 2], words[place + 1]
    return joint.text in ("aber", "doch", "und", "sondern") and before.upos == after.upos == "ADJ"


_AUDIBLE: Final = ("hörbar", "vernehmbar", "vernehmlich", "merklich", "verständlich")


def _is_appended(words: list[Word], place: int, verb: Word) -> bool:
    """Say whether *nicht* closes what goes on behind a frame: *Das Dach sei neu, sagt Ott, der Boden | nicht*."""
    closes = all(word.upos == "PUNCT" for word in words[place + 1 :])
    plain = [word for word in words[: place + 1] if word.upos != "PUNCT"]
    is_parted = any(after.index - before.index > 1 for before, after in pairwise(plain))
    return closes and words[0] == verb and is_parted


def _is_of_attribute(clause: Clause, words: list[Word], place: int) -> bool:
    """Say whether *nicht* belongs to what tells of somebody: *einen | nicht | namentlich genannten Beamten*.

    Before the noun for a thing it may as well be what is denied: *begründete das mit nicht ausreichenden Mitteln*.
    """
    before = words[place - 1] if place else None
    if words[place].text == "kaum":  # mit kaum hörbarer Stimme
        tags = [word.upos for word in words[place + 1 : place + 3]]
        if place + 1 < len(words) and words[place + 1].text.endswith(_AUDIBLE):
            return True  # antwortete kaum hörbar
        return before is not None and before.upos in ("DET", "ADP") and tags == ["ADJ", "NOUN"]
    if words[place].text != "nicht":
        return False
    if before is not None and place > 1 and before.upos in ("ADV", "ADJ") and before.text.endswith("lich"):
        before = words[place - 2] if words[place - 2].index == words[place].index - 2 else before
        return _is_of_participle(clause, words, place, before)
    if before is None or before.index != words[place].index - 1:
        return False
    return _is_of_participle(clause, words, place, before) or _ends_attribute(words, place)


def _ends_attribute(words: list[Word], place: int) -> bool:
    """Say whether *nicht* stands behind what belongs to a participle: *der am Plan | nicht | beteiligte Biologe*."""
    participle = words[place + 1] if place + 1 < len(words) else words[place]
    noun = next((word for word in words[place + 2 :] if word.index == participle.head), None)
    if noun is None or participle.relation != "amod" or not participle.text.endswith(_ENDINGS):
        return False
    led = any(word.head == noun.index and word.upos == "DET" for word in words[: place - 1])
    return led and (noun.upos == "PROPN" or noun_of(noun.text) is not None)


def _is_of_participle(clause: Clause, words: list[Word], place: int, before: Word) -> bool:
    """Say whether an article leads to *nicht*, and an attribute and its noun for somebody follow."""
    is_article = before.text in ("der", "die", "das", "den", "dem") and before != clause.opener
    if before.upos not in ("DET", "ADP") and not is_article:
        return False
    for word, following in pairwise(words[place + 1 : place + _LONGEST_ATTRIBUTE]):
        if word.upos in ("ADJ", "VERB") and word.text.islower() and word.text.endswith(_ENDINGS):
            if following.upos in ("NOUN", "PROPN"):
                named = [other.upos for other in words if other.index == following.index + 1] == ["PROPN"]
                return following.upos == "PROPN" or named or noun_of(following.text) is not None
        elif word.upos not in ("ADJ", "ADV", "ADP", "NOUN", "PROPN", "PRON", "DET"):
            return False
    return False


def is_ruled_out(clause: Clause, verb: Word) -> bool:
    """Say whether the verb is *ausschließen*, in one word or two: *schloss nicht aus*, not *schloss aus Angst*."""
    form = verb.text.lower()
    if form in ("ausschließen", "ausschliessen", "ausgeschlossen", "ausschloss", "ausschließt"):
        return True
    last = next((word.text for word in reversed(clause.words) if word.upos != "PUNCT"), "")
    return form in ("schließt", "schliesst", "schloss", "schlossen", "schließen", "schliessen") and last == "aus"


def modal_of(clause: Clause, main: Word) -> str | None:
    """Return the infinitive of the modal verb beside the full verb of a clause."""
    return next(
        (lemma_of(word) for word in clause.words if is_finite(word) and lemma_of(word) in MODALS and word != main), None
    )


def is_open(clause: Clause, main: Word) -> bool:
    """Say whether an act lies in the future or is only thought of: *wird bekannt geben*, *müsste erklären*."""
    finite = clause.finite
    if finite is None or main == finite:
        return False
    form = finite.text.lower()
    if form in _CONDITIONALS:
        return not _stands_for_perfect(clause, form, main)
    if lemma_of(finite) == "sein" and _is_still_to_be(clause, main):
        return True
    return form in ("wird", "werden") and not (is_participle(main) or advises(clause, main))


def _stands_for_perfect(clause: Clause, form: str, main: Word) -> bool:
    """Say whether *hätten* is the perfect of what is reported of several: *Beide | hätten | zugesagt, zu kommen*."""
    infinitive = main.text.startswith("zu") and not main.text.startswith("zuge")
    if form != "hätten" or clause.kind != "main" or not is_participle(main) or infinitive:
        return False
    words = [word for word in clause.words if word.upos != "PUNCT"]
    return words[-1] == main and not any(word.text.lower() in _UNREAL for word in words)


def _is_still_to_be(clause: Clause, main: Word) -> bool:
    """Say whether *sein* with *zu* tells what is to be thought: *Es ist als Erfolg zu bewerten, dass …*."""
    before = any(word.text == "zu" and word.index == main.index - 1 for word in clause.words)
    return main.text in ("anzunehmen", "auszugehen") or (before and main.text in ("bewerten", "werten"))


def is_passive(clause: Clause, main: Word) -> bool:
    """Say whether a form of *werden* makes a passive: with a participle, or in the past, where no future is."""
    forms = {form for word in clause.words if (form := word.text.lower()) in PASSIVE_FORMS and word != main}
    past = bool(forms & _PAST_PASSIVES) and main.text.endswith(("t", "en"))
    return bool(forms) and (is_participle(main) or past or advises(clause, main))
