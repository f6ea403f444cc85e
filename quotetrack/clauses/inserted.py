"""Whether a clause stands within another: a frame in the midst, or what a noun tells."""

from __future__ import annotations

from typing import Final

from quotetrack.clauses.built import Built
from quotetrack.clauses.frames import (
    has_subject_behind,
    is_afterthought,
    is_it_said,
    is_nominal,
    lacks_predicate,
    tells_who_is_sure,
)
from quotetrack.clauses.loose import (
    DASHES,
    apart,
    is_call,
    joins_nominals,
    joins_subject,
)
from quotetrack.clauses.model import Draft
from quotetrack.clauses.verbs import (
    MAYBE_PARTICIPLE_RE,
    Segment,
    is_finite,
    is_nonfinite,
    is_particle,
)
from quotetrack.clauses.words import COORDINATORS, PRONOUNS, names_act
from quotetrack.lexicon import load, table
from quotetrack.moods import is_konjunktiv, is_konjunktiv_1
from quotetrack.syntax import SUBJECTS, Word

_LETTING: Final = frozenset({"lässt", "lassen", "ließ", "ließen", "liess", "liessen"})
"""Forms of *lassen*, which makes *wissen* a verb of saying: *die wissen ließ, …*."""


def is_parenthesis(built: Built, current: Draft, draft: Draft, following: Segment | None) -> bool:
    """Say whether *Die Klinik, teilte X mit, werde …* is interrupted: the next segment brings its verb.

    So it is by *davon ist X überzeugt*, *da ist sich X sicher* and *so viel steht für X fest*.
    """
    if draft.finite is None or (draft.kind != "verb_first" and not tells_who_is_sure(draft)):
        return False
    if current.finite is not None:
        return _cuts_predicate(built, current, draft, following)
    after = [word for word in draft.words if word.index > draft.finite.index]
    if not any(map(is_nominal, after)):
        return False
    if built.drafts[-1] is not current:
        return _is_behind_relative(built, draft, following)
    if following is None:
        return is_last_frame(built, current, draft)
    ahead = next((word for word in following.words if word.upos != "PUNCT"), None)
    goes_on = ahead is not None and ahead.text == "und" and following.separator == ""  # Unsinn, sagt Ott | und geht
    if goes_on or (ahead is not None and ahead.upos == "SCONJ"):  # Die Hände, sagt die Wirtin, ohne zu zögern
        return is_last_frame(built, current, draft)
    if joins_subject(following):
        return not is_konjunktiv_1(draft.finite)
    if ahead is None or not is_finite(ahead):
        return False
    told = is_konjunktiv_1(draft.finite) and not is_konjunktiv_1(ahead)  # Der Wirt, Ida Ott, habe Geld, meldet X
    return not (told and ahead.text in load("quoting_forms"))


def _cuts_predicate(built: Built, current: Draft, draft: Draft, following: Segment | None) -> bool:
    """Say whether *das betont Ott* parts a verb from its predicate: *Er sei, das betont Ott, | kein Politiker*."""
    waits = lacks_predicate(current) or current.words[-1].text == "zwar"
    apart = built.drafts[-1] is current and draft.kind == "main" and waits
    told = is_konjunktiv_1(current.finite) if current.finite is not None else False
    return apart and told and following is not None and not any(map(is_finite, following.words))


def _is_behind_relative(built: Built, draft: Draft, following: Segment | None) -> bool:
    """Say whether a frame stands between a relative clause and the verb: *Das Tor, das …, sagt Ott, | sei zu*.

    What follows begins with a Konjunktiv; a condition does so, too (*sagte den Gästen, | sei es laut, gehe man*).
    """
    words = [] if following is None else [word for word in following.words if word.upos != "PUNCT"]
    closed = built.drafts[-1].kind == "relative" and built.drafts[-1].words[-1] == built.drafts[-1].finite
    if not closed or len(words) < len(("sei", "zu")) or not is_konjunktiv(words[0]):
        return False
    told = draft.finite is not None and not is_konjunktiv_1(draft.finite)
    return told and (words[1].text.lower() not in PRONOUNS or has_subject_behind(draft))


def is_last_frame(built: Built, current: Draft, draft: Draft) -> bool:
    """Say whether *sagt die Wirtin* ends *Nach Ostern, sagt die Wirtin*: no front has a comma behind it."""
    finite = draft.finite
    opens = (
        len(built.drafts) == 1 and current.kind == "fragment" and current.words[-1].index + 2 == draft.words[0].index
    )
    bare = len(current.words) == current.words[-1].index - current.words[0].index + 1
    told = "i" in table("reporting_verbs").get(_said(draft), ("",))[0]
    if not opens or not (bare or (told and is_call(current.words))):
        return False
    return finite is not None and (told or finite.text in load("quoting_forms") or is_it_said(draft, finite))


def completes_noun(built: Built, current: Draft, draft: Draft, segment: Segment, following: Segment | None) -> bool:
    """Say whether *Die Behauptung, er habe gelogen, wies X zurück* is interrupted by a clause of its own."""
    if current.finite is not None or draft.kind != "main" or segment.separator != "," or following is None:
        return False
    first = next(word for word in draft.words if word.upos != "PUNCT")
    resumed = next((word for word in following.words if word.upos != "PUNCT"), None)
    whole = first.text.lower() in PRONOUNS or (draft.finite is not None and is_konjunktiv_1(draft.finite))
    nominal = any(word.upos == "NOUN" for word in current.words)
    acts = any(names_act(word.text.lower()) for word in current.words if word.upos == "NOUN")
    whole = whole or (acts and draft.finite is not None and is_konjunktiv(draft.finite))
    if joins_nominals(draft) and not acts:
        return False  # Das Haus, die Scheune und der Stall seien leer, sagte Ott
    return whole and nominal and resumed is not None and is_finite(resumed) and built.drafts[-1] is current


def told_of_noun(built: Built, current: Draft, draft: Draft, segment: Segment, following: Segment | None) -> list[Word]:
    """Return the front of what a noun tells: *Die Aussage, | der Vertrag, den er schloss, sei nichtig, war neu*."""
    if current.finite is not None or segment.separator != "," or following is None or draft.kind != "verb_first":
        return []
    resumed = next((word for word in following.words if word.upos != "PUNCT"), None)
    if resumed is None or not is_finite(resumed) or resumed.text in load("quoting_forms"):
        return []
    pieces = apart(current.words)
    noun = next((word for word in pieces[0] if word.upos == "NOUN"), None)
    of_act = noun is not None and names_act(noun.text.lower())
    told = draft.finite is not None and is_konjunktiv_1(draft.finite) and not is_konjunktiv_1(resumed)
    return pieces[-1] if of_act and told and len(pieces) > 1 and built.drafts[-1] is not current else []


def completes(built: Built, current: Draft, draft: Draft) -> bool:
    """Say whether the segment brings the open main clause the verb, or the rest of the verb, it waits for."""
    if current.finite is None:
        apart = _is_dislocated(built, current, draft) or _goes_on_behind_frame(built, draft)
        apart = apart or is_afterthought(current.words, draft)
        return current.kind in ("main", "fragment") and not apart
    if built.drafts[-1] is current or draft.kind != "main" or draft.finite is None:
        return False
    words = [word for word in draft.words if word.upos != "PUNCT"]
    waits = current.finite.upos == "AUX" and not any(is_nonfinite(word) for word in current.words)
    return waits and words[-1] == draft.finite and MAYBE_PARTICIPLE_RE.match(draft.finite.text) is not None


def _goes_on_behind_frame(built: Built, draft: Draft) -> bool:
    """Say whether *und geht* goes on with a frame, not with what was said: *Unsinn, sagt der Wirt | und geht*."""
    joins = built.drafts[-1].kind == "verb_first" and draft.words[0].text == "und"
    return joins and len(draft.words) > 1 and draft.words[1] == draft.finite


def is_told_by_relative(built: Built, draft: Draft, following: Segment | None) -> bool:
    """Say whether *sie bleibe* is what a relative clause reports: *Ott, die gesagt hatte, sie bleibe, …*.

    A plural that may be a Konjunktiv II is, too, where the verb of the main clause follows.
    """
    last = built.drafts[-1]
    first = next((word for word in draft.words if word.upos != "PUNCT"), None)
    dependent = last.kind == "relative" or (last.kind == "subordinate" and last.opener is None)
    if not dependent or last.words[-1] != last.finite or draft.kind != "main" or draft.finite is None:
        return False
    told = any(word.upos == "VERB" and word.lemma in load("reporting_verbs") for word in last.words[-2:])
    told = told or (last.words[-1].text in _LETTING and [w.text for w in last.words[-2:-1]] == ["wissen"])
    resumed = None if following is None else next((w for w in following.words if w.upos != "PUNCT"), None)
    plural = draft.finite.text.endswith("en") and resumed is not None and is_finite(resumed) and told
    reported = is_konjunktiv_1(draft.finite) or (plural and is_finite(draft.finite))
    return first is not None and (told or first.text.lower() in PRONOUNS) and reported


def _is_dislocated(built: Built, current: Draft, draft: Draft) -> bool:
    """Say whether *84 Kinder, das könne nicht gut gehen* took its phrase up already."""
    last = built.drafts[-1]
    if last is current or last.kind != "main" or last.finite is None or draft.kind != "verb_first":
        return False
    aside = last.words[0].index > 1 and built.sentence.word(last.words[0].index - 1).text in DASHES
    taken_up = len(last.words) > 1 and last.words[1] == last.finite
    taken_up = taken_up and not (aside or tells_who_is_sure(last))
    return taken_up and last.words[0].text.lower() in ("das", "dies", "der", "die", "dann", "da")


def resumes_fragment(built: Built, draft: Draft) -> bool:
    """Say whether *laufe weiter* ends what *die Fahndung, die …,* began: a new clause with its front filled."""
    last = built.drafts[-1]
    interrupted = last.kind == "relative" or (last.opener is not None and last.opener.text == "was")
    resumed = interrupted and draft.kind == "verb_first" and draft.words[0] == draft.finite
    return resumed and not _tells_who_said(built, draft)


def _tells_who_said(built: Built, frame: Draft) -> bool:
    """See that a frame with its own subject ends what was said: *Man habe gefroren, im Zelt, das …, | sagte Ott*."""
    told, finite = None if built.matrix is None else built.drafts[built.matrix], frame.finite
    if told is None or told.finite is None or finite is None or finite.lemma not in load("reporting_verbs"):
        return False
    spoken = any(word.relation in SUBJECTS and word.head == finite.index for word in frame.words)
    return spoken and is_konjunktiv(told.finite) and not is_konjunktiv(finite)


def completes_front(built: Built, front: Draft, draft: Draft, following: Segment | None) -> bool:
    """Say whether a segment brings the verb of what began behind a colon: *Er sagte: Der Ort, der …, sei leer*."""
    words = [word for word in draft.words if word.upos != "PUNCT"]
    if draft.finite is None or not words:
        return False
    if draft.kind == "main":
        return words[0].text.lower() in COORDINATORS and built.drafts[-1].kind == "relative"
    ahead = None if following is None else next((w for w in following.words if w.upos != "PUNCT"), None)
    interrupts = ahead is not None and is_finite(ahead)
    subjects = (word for word in words[1:] if word.relation in SUBJECTS and word.head == draft.finite.index)
    dependent = built.drafts[-1].kind in ("relative", "subordinate")
    placed = dependent and front.words[0].upos == "ADP"  # Ein Plan steht: Laut Ott, der ihn kennt, | zahlt Bonn
    behind = not placed and any(word.upos != "NOUN" or not dependent for word in subjects)
    reports = draft.finite.text in load("quoting_forms") or is_it_said(draft, draft.finite) or behind
    reports = reports and not is_konjunktiv_1(draft.finite)  # Drei Orte sind betroffen: Kiel, Bonn, meldet die dpa
    return draft.kind == "verb_first" and words[0] == draft.finite and not interrupts and not reports


def _said(draft: Draft) -> str:
    """Return the verb of a frame with what closes its bracket: *gab Ott zurück*, *wollte Ott wissen*."""
    last = next((word for word in reversed(draft.words) if word.upos != "PUNCT"), draft.words[-1])
    if draft.finite is None or last == draft.finite:
        return "" if draft.finite is None else draft.finite.lemma
    if last.text == "wissen" and draft.finite.lemma == "wollen":
        return "fragen"
    return f"{last.text}{draft.finite.lemma}" if is_particle(last) else draft.finite.lemma
