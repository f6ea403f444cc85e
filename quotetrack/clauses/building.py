"""Builds the clauses of a sentence from its segments, left to right."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotetrack.clauses.built import Built
from quotetrack.clauses.cut_predicates import apart_from_frame, as_predicate, second_behind_verb, second_participle
from quotetrack.clauses.frames import (
    awaits,
    bracket_apart,
    closes_bracket,
    closes_matrix,
    ends_in_particle_of,
    goes_on_behind_noun,
    is_afterthought,
    is_bare_so,
    is_closed_phrase,
    is_closing_frame,
    is_nominal,
    is_so,
    lacks_predicate,
    tells_of_act,
    tells_who_is_sure,
)
from quotetrack.clauses.inserted import (
    completes,
    completes_front,
    completes_noun,
    is_last_frame,
    is_parenthesis,
    is_told_by_relative,
    resumes_fragment,
    told_of_noun,
)
from quotetrack.clauses.kinds import classified, opens_with_so
from quotetrack.clauses.loose import (
    DASHES,
    Loose,
    goes_on_with,
    is_first_of_list,
    is_named_apart,
    is_of_antecedent,
    resumes_behind_dash,
)
from quotetrack.clauses.model import Clauses, Draft
from quotetrack.clauses.segments import (
    marked_words,
    segments,
    split_at_lost_comma,
    split_coordination,
    split_infinitive,
)
from quotetrack.clauses.verbs import (
    Segment,
    is_finite,
    is_nonfinite,
    is_plural_form,
)
from quotetrack.clauses.words import COORDINATORS, INTERROGATIVES, OPENERS
from quotetrack.syntax import VERBALS, Sentence, Word

_OF_APPOSITIONS: Final = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ"})
"""With what an apposition begins."""


def _place(built: Built, segment: Segment, draft: Draft, following: Segment | None) -> None:
    """Give the segment to a clause, or make it one; the next segment tells a parenthesis from a predicate."""
    draft = as_predicate(built, segment, second_behind_verb(built, draft))
    second = second_participle(built, segment, following)
    if second is not None:
        built.add(second, built.matrix)
        built.matrix = len(built.drafts) - 1
        return
    unfinished = built.unfinished()
    fragment, built.fragment = built.fragment, None
    if _is_second_dependent(built, segment, draft):
        built.add(Draft("subordinate", list(segment.words), None, draft.finite), built.drafts[-1].parent)
    elif draft.kind in ("subordinate", "relative", "infinitive"):
        _place_dependent(built, draft, unfinished, fragment)
    elif segment.separator == "" and _continues_subordinate(built, segment, draft):
        built.extend(len(built.drafts) - 1, draft)
    elif unfinished is not None and following is not None and is_bare_so(segment):
        built.add(draft, unfinished)
    elif unfinished is not None and not _closes(built, unfinished, draft, following):
        built.extend(unfinished, draft)
    elif _continues_subordinate(built, segment, draft):
        built.extend(len(built.drafts) - 1, draft)
    elif draft.kind == "quotation":
        built.add(draft, built.matrix)
    elif draft.finite is None:
        _place_fragment(built, segment, draft, following, fragment)
    else:
        _place_verbal(built, segment, draft, fragment, following)


def _closes(built: Built, unfinished: int, draft: Draft, following: Segment | None) -> bool:
    """Say whether a clause stays without its verb: the frame closes it, or it is a question of one word.

    ``Auf die Frage, wann, | sagte Ott, das sei offen``.
    """
    asking = built.drafts[unfinished]
    if following is None and _is_asked_first(built, unfinished, draft):
        return True
    if draft.kind == "quotation" or is_closing_frame(draft, following):
        return True
    opener, size = asking.opener, len(asking.words)
    asks = (
        opener is not None and opener.text.lower() in INTERROGATIVES - {"ob"} and size <= len("wie lange noch".split())
    )
    asks = asks and (size > 1 or (opener is not None and opener.text != "wie")) and asking.words[0].index > 1
    waits = built.matrix is not None and built.drafts[built.matrix].finite is None
    closes = asks and waits and draft.kind == "verb_first" and draft.words[0] == draft.finite
    if closes:
        asking.kind = "fragment"
    return closes


def _is_asked_first(built: Built, unfinished: int, frame: Draft) -> bool:
    """See a question without a verb before a frame that ends its sentence: *Mit welchem, | will Ott wissen*."""
    asking = built.drafts[unfinished]
    alone = unfinished == 0 and asking.words[0].index == 1 and built.matrix is None
    if not alone or frame.kind != "verb_first" or any(word.upos in VERBALS for word in asking.words):
        return False
    kind, asking.kind = asking.kind, "fragment"
    if not is_last_frame(built, asking, frame):
        asking.kind = kind
        return False
    asking.opener, built.matrix = None, unfinished
    return True


def _place_dependent(built: Built, draft: Draft, unfinished: int | None, fragment: Loose | None) -> None:
    previous = len(built.drafts) - 1 if built.drafts else None
    interrupted = fragment is not None and bool(built.drafts) and built.drafts[-1].kind == "relative"
    bare = sum(word.upos != "PUNCT" for word in draft.words) <= 2
    if fragment is not None and (draft.kind == "relative" or is_of_antecedent(fragment, draft)):
        built.fragment = fragment
    bare = bare or goes_on_with(fragment, draft) or _lists(built, fragment, draft)
    if fragment is not None and (interrupted or bare) and draft.kind == "infinitive" and draft.opener is None:
        built.take_back(fragment)
        draft.words = fragment.words + draft.words
    built.add(draft, previous if unfinished is None else unfinished)


def _lists(built: Built, fragment: Loose | None, draft: Draft) -> bool:
    """Say whether a verbless segment is the first of a list that goes on in a clause."""
    return fragment is not None and is_first_of_list(fragment, built.drafts[fragment.draft], draft)


def _continues_subordinate(built: Built, segment: Segment, draft: Draft) -> bool:
    """Say whether *und die Daten gefälscht hat* goes on with the subordinate clause before it."""
    if not built.drafts or built.drafts[-1].kind not in ("subordinate", "relative") or draft.finite is None:
        return False
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if segment.separator == "," and _is_of_several(built, draft.finite):
        return False
    return words[0].text.lower() in COORDINATORS and len(words) > 2 and words[-1] == draft.finite


def _is_second_dependent(built: Built, segment: Segment, draft: Draft) -> bool:
    """Say whether *und sagte* goes on with a dependent clause, as no comma closes it: *Als er kam | und sagte*."""
    last = built.drafts[-1] if built.drafts else None
    words = [word for word in segment.words if word.upos != "PUNCT"]
    if last is None or last.kind not in ("subordinate", "relative") or segment.separator or draft.finite is None:
        return False
    closed = last.words[-1] == last.finite and last.words[-1].index + 1 == words[0].index
    return closed and words[0].text in ("und", "oder") and words[1:] == [draft.finite]


def _is_of_several(built: Built, finite: Word) -> bool:
    """Say whether a plural goes on with the matrix: *Ott, der Wirt, der klagt, und Kern | sagten*."""
    waits = built.matrix is not None and built.drafts[built.matrix].finite is None
    last = built.drafts[-1]
    one = last.kind == "relative" and last.finite is not None and not is_plural_form(last.finite)
    return waits and one and is_plural_form(finite)


def _place_fragment(
    built: Built, segment: Segment, draft: Draft, following: Segment | None, fragment: Loose | None
) -> None:
    if not built.drafts:
        built.matrix = 0
        built.add(draft, None)
    elif opens_with_so(segment) or built.drafts[-1].kind == "quotation" or segment.separator in (":", ";"):
        built.add(draft, built.matrix)
        built.front = len(built.drafts) - 1 if segment.separator in (":", ";") else built.front
    else:
        number = _owner(built, segment, following)
        built.extend(number, draft)
        in_dashes = segment.separator in DASHES and fragment is not None and fragment.draft == number
        if built.drafts[number].finite is not None and (segment.separator == "," or in_dashes):
            before = fragment if fragment is not None and fragment.draft == number else Loose(number, [])
            built.fragment = Loose(number, [*before.words, *draft.words])


def _owner(built: Built, segment: Segment, following: Segment | None) -> int:
    """Return the clause a verbless segment continues.

    A clause that ends in its verb is closed: what follows goes on with the main clause. After a parenthetic frame
    (*sagte Ott*) a noun phrase is its apposition unless the main clause waits for it; anything else goes on with
    the main clause.
    """
    last = len(built.drafts) - 1
    apart = apart_from_frame(built, segment)
    if apart is not None or built.matrix is None or built.matrix == last:
        return last if apart is None else apart
    if built.drafts[built.matrix].finite is None and segment.separator == ",":
        return last if _is_apposition(built, segment, following) else built.matrix
    before = built.drafts[last]
    first = next((word for word in segment.words if word.upos != "PUNCT"), segment.words[0])
    if before.kind in ("subordinate", "relative"):
        listed = first.text.lower() in COORDINATORS or first.text.lower() in ("darunter", "etwa", "wie", "also")
        return last if listed or before.words[-1] != before.finite else built.matrix
    if before.kind == "infinitive" and closes_matrix(segment, built.drafts[built.matrix]):
        return built.matrix
    if before.kind == "infinitive" and goes_on_behind_noun(segment, before, built.drafts[built.matrix]):
        return built.matrix
    main = built.drafts[built.matrix]
    cuts = tells_who_is_sure(before) and (lacks_predicate(main) or main.words[-1].text == "zwar")
    if before.kind == "main" and (segment.separator in DASHES or cuts):
        return built.matrix  # Man habe – das räumte Ott ein – | geschlafen
    parenthesis = before.kind == "verb_first" or is_so(before)
    if parenthesis and closes_bracket(segment, before):
        return last
    if parenthesis and built.drafts[built.matrix].words[-1].index > before.words[-1].index:
        return built.matrix
    if parenthesis and _is_of_frame(built, segment, before, following):
        return last
    if parenthesis and first.upos in ("ADP", "ADV", "PART", "SCONJ", "AUX", "VERB"):
        return built.matrix
    if parenthesis and awaits(built.drafts[built.matrix], segment, following):
        return built.matrix
    cut = built.drafts[built.matrix].finite
    words = [word for word in segment.words if word.upos != "PUNCT"] or segment.words
    goes_on = is_nonfinite(words[-1])
    if parenthesis and goes_on and cut is not None and cut.upos == "AUX":
        return built.matrix
    whole = all(two.index == one.index + 1 for one, two in pairwise(before.words))
    if parenthesis and first.upos == "CCONJ" and (whole or _goes_on(built, segment)):
        return built.matrix
    if parenthesis and segment.words[0].text in OPENERS and lacks_predicate(built.drafts[built.matrix]):
        return built.matrix
    return last


def _is_apposition(built: Built, segment: Segment, following: Segment | None) -> bool:
    """Say whether a segment goes with the name in a frame: *Der Deich, sagte Ott, | der Wirt |, sei zu*."""
    return following is not None and _stands_in_frame(segment, built.drafts[-1], following)


def _is_of_frame(built: Built, segment: Segment, frame: Draft, following: Segment | None) -> bool:
    """Say whether a verbless segment goes on with the frame before it: *teilte die Leiterin, Ida Kern, | mit*."""
    if built.matrix is None:
        return False
    matrix = built.drafts[built.matrix]
    told = ends_in_particle_of(segment, frame, matrix) or tells_of_act(segment, frame, matrix)
    return told or is_closed_phrase(segment, frame, matrix, following)


def _goes_on(built: Built, segment: Segment) -> bool:
    """Say whether *und dann mit Nein stimmen*, *und nicht um die Aussicht* goes on with what a frame cut up."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    after = words[1].upos if len(words) > 1 else ""
    return is_nonfinite(words[-1]) or after in ("PART", "ADP", "ADV")


def _place_verbal(
    built: Built, segment: Segment, draft: Draft, fragment: Loose | None, following: Segment | None
) -> None:
    waiting = bracket_apart(draft, built.drafts)
    current = None if built.matrix is None else built.drafts[built.matrix]
    if waiting is not None:
        built.extend(waiting, draft)
        built.matrix = waiting
    elif current is not None and current.finite is None and is_told_by_relative(built, draft, following):
        built.add(draft, len(built.drafts) - 1)
    elif built.front is not None and completes_front(built, built.drafts[built.front], draft, following):
        built.extend(built.front, draft)
        built.matrix, built.front = built.front, None
        built.drafts[built.matrix].kind = "main"
    elif current is None or not _goes_with_matrix(built, current, segment, draft, following):
        _open(built, segment, draft, fragment, following)


def _goes_with_matrix(built: Built, current: Draft, segment: Segment, draft: Draft, following: Segment | None) -> bool:
    """Give a segment to the open main clause, or place it inside that, and say whether this was done."""
    if segment.separator in (":", ";"):
        return False
    aside = following is not None and _is_aside(built, current, draft, segment, following)
    aside = aside or is_parenthesis(built, current, draft, following)
    if aside or completes_noun(built, current, draft, segment, following):
        built.add(draft, built.matrix)
        return True
    told = told_of_noun(built, current, draft, segment, following)
    if told:
        built.take_back(Loose(built.drafts.index(current), told))
        draft.words, draft.kind = told + draft.words, "main"
        built.add(draft, built.matrix)
        return True
    if completes(built, current, draft):
        built.extend(built.drafts.index(current), draft)
        current.kind = "main"
        return True
    return False


def _is_aside(built: Built, current: Draft, draft: Draft, segment: Segment, following: Segment) -> bool:
    """Say whether a main clause between dashes cuts up another: *Der Wirt – er ist neu – | sagte*.

    So it is behind an auxiliary that waits for its participle: *Man habe – das räumte Ott ein – | geschlafen*.
    """
    closed = segment.separator == following.separator and segment.separator in ("–", "—")
    if not closed or draft.kind != "main" or built.drafts[-1] is not current:
        return False
    words = [word for word in following.words if word.upos != "PUNCT"]
    if current.finite is None:
        return bool(words) and is_finite(words[0])
    waits = lacks_predicate(current) and current.finite.upos == "AUX"
    return waits and bool(words) and is_nonfinite(words[-1]) and not any(map(is_finite, words))


def _open(built: Built, segment: Segment, draft: Draft, fragment: Loose | None, following: Segment | None) -> None:
    """Begin a clause with a segment, with what stood loose before it if that is its front."""
    if fragment is not None and is_afterthought(fragment.words, draft):
        fragment = None
    resumed = fragment is not None and (resumes_fragment(built, draft) or resumes_behind_dash(segment, draft))
    if fragment is not None and (resumed or is_named_apart(fragment, draft) or _lists(built, fragment, draft)):
        built.take_back(fragment)
        draft.words = fragment.words + draft.words
        draft.kind = "main"
    if draft.kind == "verb_first" and built.matrix is None:
        draft.kind = "main"
    built.add(draft, built.matrix)
    if draft.kind == "main":
        built.matrix = len(built.drafts) - 1
        closed = following is not None and following.separator in DASHES
        built.fragment = fragment if segment.separator in DASHES and closed else None


def _following(parts: list[Segment], of_nouns: list[bool]) -> list[Segment | None]:
    """Return for each segment the next that goes not only with the noun before it."""
    found: list[Segment | None] = []
    after: Segment | None = None
    for part, is_of_noun in zip(reversed(parts), reversed(of_nouns), strict=True):
        found.append(after)
        after = after if is_of_noun else part
    return found[::-1]


def _is_of_noun_before(parts: list[Segment], drafts: list[Draft], place: int) -> bool:
    """Say whether a segment is a relative clause, or an apposition in a frame: *Er, sagte Ott, | der Wirt |, gehe*."""
    draft = drafts[place]
    if draft.kind == "relative":
        return True
    if draft.finite is not None or draft.kind != "fragment" or not 0 < place < len(parts) - 1:
        return False
    apart = all(part.separator in (",", "–", "—") for part in parts[place : place + 2])
    return apart and _stands_in_frame(parts[place], drafts[place - 1], parts[place + 1])


def _stands_in_frame(segment: Segment, frame: Draft, following: Segment) -> bool:
    """Say whether a segment begins as an apposition between a frame with somebody in it and a finite verb."""
    words = [word for word in segment.words if word.upos != "PUNCT"]
    framed = frame.kind == "verb_first" and frame.finite is not None and any(map(is_nominal, frame.words))
    nominal = bool(words) and words[0].upos in _OF_APPOSITIONS and any(word.upos != "DET" for word in words)
    ahead = next((word for word in following.words if word.upos != "PUNCT"), None)
    return framed and nominal and ahead is not None and is_finite(ahead)


def clauses_of(sentence: Sentence) -> Clauses:
    """Return the clauses of a sentence in the order of their first words."""
    built = Built(sentence)
    marked = marked_words(sentence)
    whole = (piece for segment in segments(sentence, marked) for piece in split_at_lost_comma(segment))
    coordinated = (part for segment in whole for part in split_coordination(segment))
    parts = [part for segment in coordinated for part in split_infinitive(segment)]
    classes = [classified(part) for part in parts]
    following = _following(parts, [_is_of_noun_before(parts, classes, place) for place in range(len(parts))])
    for part, draft, after in zip(parts, classes, following, strict=True):
        _place(built, part, draft, after)
    drafts = built.drafts
    order = sorted(range(len(drafts)), key=lambda number: drafts[number].words[0].index)
    places = {old: new for new, old in enumerate(order)}
    return Clauses(sentence, tuple(drafts[old].frozen(new, places, marked) for new, old in enumerate(order)))
