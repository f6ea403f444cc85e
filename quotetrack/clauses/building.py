"""Builds the clauses of a sentence from its segments, left to right."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import define, field

from quotetrack.clauses.frames import (
    awaits,
    bracket_apart,
    closes_bracket,
    closes_matrix,
    ends_in_particle_of,
    goes_on_behind_noun,
    has_subject_behind,
    is_afterthought,
    is_bare_so,
    is_closed_phrase,
    is_closing_frame,
    is_it_said,
    is_nominal,
    is_so,
    lacks_predicate,
    particle_apart,
    predicate_apart,
    tells_of_act,
    tells_who_is_sure,
)
from quotetrack.clauses.kinds import classified, opens_with_so
from quotetrack.clauses.loose import (
    DASHES,
    Loose,
    apart,
    goes_on_with,
    is_call,
    is_first_of_list,
    is_named_apart,
    is_of_antecedent,
    joins_nominals,
    joins_subject,
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
    MAYBE_PARTICIPLE_RE,
    Segment,
    is_finite,
    is_nonfinite,
    is_particle,
    is_plural_form,
)
from quotetrack.clauses.words import COORDINATORS, INTERROGATIVES, OPENERS, PRONOUNS, names_act
from quotetrack.lexicon import load, table
from quotetrack.moods import is_konjunktiv, is_konjunktiv_1
from quotetrack.syntax import SUBJECTS, VERBALS, Sentence, Word

_JOINING: Final = frozenset({"und", "oder", "aber", "sondern", "jedoch", "dann"})
"""What leads to a second participle: *hatte gesagt, er gehe, | jedoch beteuert, …*."""

_LETTING: Final = frozenset({"lässt", "lassen", "ließ", "ließen", "liess", "liessen"})
"""Forms of *lassen*, which makes *wissen* a verb of saying: *die wissen ließ, …*."""


_OF_APPOSITIONS: Final = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ"})
"""With what an apposition begins."""


@define
class _Builder:
    """Builds clauses from segments, left to right.

    ``matrix`` is the number of the main clause that is open, ``front`` that of what stands behind a colon so far.
    """

    sentence: Sentence
    drafts: list[Draft] = field(factory=list)
    matrix: int | None = None
    front: int | None = None
    fragment: Loose | None = None

    def place(self, segment: Segment, draft: Draft, following: Segment | None) -> None:
        """Give the segment to a clause, or make it one; the next segment tells a parenthesis from a predicate."""
        draft = self._as_predicate(segment, self._second(draft))
        second = self._second_participle(segment, following)
        if second is not None:
            self._add(second, self.matrix)
            self.matrix = len(self.drafts) - 1
            return
        unfinished = self._unfinished()
        fragment, self.fragment = self.fragment, None
        if self._is_second_dependent(segment, draft):
            self._add(Draft("subordinate", list(segment.words), None, draft.finite), self.drafts[-1].parent)
        elif draft.kind in ("subordinate", "relative", "infinitive"):
            self._place_dependent(draft, unfinished, fragment)
        elif segment.separator == "" and self._continues_subordinate(segment, draft):
            self._extend(len(self.drafts) - 1, draft)
        elif unfinished is not None and following is not None and is_bare_so(segment):
            self._add(draft, unfinished)
        elif unfinished is not None and not self._closes(unfinished, draft, following):
            self._extend(unfinished, draft)
        elif self._continues_subordinate(segment, draft):
            self._extend(len(self.drafts) - 1, draft)
        elif draft.kind == "quotation":
            self._add(draft, self.matrix)
        elif draft.finite is None:
            self._place_fragment(segment, draft, following, fragment)
        else:
            self._place_verbal(segment, draft, fragment, following)

    def _closes(self, unfinished: int, draft: Draft, following: Segment | None) -> bool:
        """Say whether a clause stays without its verb: the frame closes it, or it is a question of one word.

        ``Auf die Frage, wann, | sagte Ott, das sei offen``.
        """
        asking = self.drafts[unfinished]
        if following is None and self._is_asked_first(unfinished, draft):
            return True
        if draft.kind == "quotation" or is_closing_frame(draft, following):
            return True
        opener, size = asking.opener, len(asking.words)
        asks = (
            opener is not None
            and opener.text.lower() in INTERROGATIVES - {"ob"}
            and size <= len("wie lange noch".split())
        )
        asks = asks and (size > 1 or (opener is not None and opener.text != "wie")) and asking.words[0].index > 1
        waits = self.matrix is not None and self.drafts[self.matrix].finite is None
        closes = asks and waits and draft.kind == "verb_first" and draft.words[0] == draft.finite
        if closes:
            asking.kind = "fragment"
        return closes

    def _is_asked_first(self, unfinished: int, frame: Draft) -> bool:
        """See a question without a verb before a frame that ends its sentence: *Mit welchem, | will Ott wissen*."""
        asking = self.drafts[unfinished]
        alone = unfinished == 0 and asking.words[0].index == 1 and self.matrix is None
        if not alone or frame.kind != "verb_first" or any(word.upos in VERBALS for word in asking.words):
            return False
        kind, asking.kind = asking.kind, "fragment"
        if not self._is_last_frame(asking, frame):
            asking.kind = kind
            return False
        asking.opener, self.matrix = None, unfinished
        return True

    def _second(self, draft: Draft) -> Draft:
        """Return *das reiche* behind a verb (*hat gesagt, das reiche*) as a clause with its verb in second place."""
        words = [word for word in draft.words if word.upos != "PUNCT"]
        if draft.kind != "relative" or len(words) != len(("das", "reiche")) or words[0].text != "das":
            return draft
        before = self.sentence.word(max(1, words[0].index - 2))
        if draft.finite is None or not is_konjunktiv_1(draft.finite) or before.upos in ("NOUN", "PROPN", "PRON"):
            return draft
        return Draft("main", draft.words, None, draft.finite)

    def _second_participle(self, segment: Segment, following: Segment | None) -> Draft | None:
        """Return *und gedroht* as a clause of its own: *hatte angekündigt, zu gehen, | und gedroht, |, wiederzukommen*.

        It shares subject and auxiliary with the clause before, so that its participle stands for a finite verb.
        """
        words = [word for word in segment.words if word.upos != "PUNCT"]
        joins = segment.separator == "," and len(words) > 1 and words[0].text in _JOINING
        if not joins or self.matrix is None or (following is None and self.drafts[-1].kind != "infinitive"):
            return None
        before = self.drafts[self.matrix]
        if not _has_said(before) and before.parent is not None:
            before = self.drafts[before.parent]  # hatte gesagt, das Gesetz gelte, und hinzugefügt, …
        alone = not any(map(is_finite, words[:-1])) and self.drafts[-1] is not before
        apart = self.drafts[-1].kind == "infinitive" and words[-1].features.get("VerbForm") == "Part"
        told = is_said(words[-1]) or [word.text for word in words[-2:]] == ["wissen", "lassen"]
        goes_on = alone and _has_said(before) and (told or apart)
        return Draft("main", list(segment.words), None, words[-1]) if goes_on else None

    def _as_predicate(self, segment: Segment, draft: Draft) -> Draft:
        """See *als Unsinn* as what closes the clause before: *wies den Vorwurf, er lüge, | als Unsinn zurück*."""
        if self._closes_cut(draft) or self._opens_with_time(draft):
            return Draft("fragment", draft.words)
        if self._compares(draft):
            return Draft("fragment", draft.words)
        opens = draft.kind == "subordinate" and draft.opener is not None and draft.opener.text == "als"
        if not opens or self._apart(segment) is None:
            return draft
        return Draft("fragment", draft.words)

    def _opens_with_time(self, draft: Draft) -> bool:
        """Say whether *bis* leads to a time in what a frame cut up: *Er habe, sagt er, | bis heute gewartet*."""
        opener, cut = draft.opener, None if self.matrix is None else self.drafts[self.matrix]
        if (
            draft.kind != "subordinate"
            or opener is None
            or cut is None
            or opener.text not in ("bis", "seit", "während")
        ):
            return False
        last = next(word for word in reversed(draft.words) if word.upos != "PUNCT")
        waits = cut.finite is not None and cut.finite.upos == "AUX" and lacks_predicate(cut)
        framed = self.drafts[-1].kind == "verb_first" or is_so(self.drafts[-1])
        return waits and framed and is_nonfinite(last) and not any(map(is_finite, draft.words))

    def _compares(self, draft: Draft) -> bool:
        """Say whether *wie ein Haus ohne Dach* ends what a frame cut up: *Das sei, so Ott, | wie geplant*."""
        opener = draft.opener
        if draft.kind != "subordinate" or opener is None or opener.text not in ("wie", "als") or self.matrix is None:
            return False
        cut = self.drafts[self.matrix]
        framed = self.drafts[-1].kind == "verb_first" or is_so(self.drafts[-1])
        if not framed or not lacks_predicate(cut) or cut.finite is None:
            return False
        closes = draft.finite is None or (not is_finite(draft.finite) and is_nonfinite(draft.finite))
        return closes and (draft.finite is None or cut.finite.upos == "AUX" or self._is_short(draft))

    def _is_short(self, draft: Draft) -> bool:
        """Say whether a comparison is one participle with an adverb: *Er fühle sich, sagt er, | wie neu geboren*."""
        words = [word for word in draft.words if word.upos != "PUNCT"]
        return len(words) <= len(("wie", "neu", "geboren")) and words[-1].features.get("VerbForm") == "Part"

    def _closes_cut(self, draft: Draft) -> bool:
        """Say whether an article and a participle end what a frame cut up: *Dort sei, so Ott, | das Gut verkauft*."""
        if draft.kind != "relative" or draft.opener is None or draft.opener.upos != "DET" or self.matrix is None:
            return False
        cut = self.drafts[self.matrix]
        waits = cut.finite is not None and cut.finite.upos == "AUX" and lacks_predicate(cut)
        last = next(word for word in reversed(draft.words) if word.upos != "PUNCT")
        framed = self.drafts[-1].kind == "verb_first" or is_so(self.drafts[-1])
        return waits and framed and MAYBE_PARTICIPLE_RE.match(last.text) is not None

    def _apart(self, segment: Segment) -> int | None:
        """Return the draft before the last that a verbless segment closes."""
        closed = particle_apart(segment, self.drafts[:-1])
        return predicate_apart(segment, self.drafts) if closed is None else closed

    def _add(self, draft: Draft, parent: int | None) -> None:
        draft.parent = parent
        self.drafts.append(draft)

    def _extend(self, number: int, more: Draft) -> None:
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

    def _place_dependent(self, draft: Draft, unfinished: int | None, fragment: Loose | None) -> None:
        previous = len(self.drafts) - 1 if self.drafts else None
        interrupted = fragment is not None and bool(self.drafts) and self.drafts[-1].kind == "relative"
        bare = sum(word.upos != "PUNCT" for word in draft.words) <= 2
        if fragment is not None and (draft.kind == "relative" or is_of_antecedent(fragment, draft)):
            self.fragment = fragment
        bare = bare or goes_on_with(fragment, draft) or self._lists(fragment, draft)
        if fragment is not None and (interrupted or bare) and draft.kind == "infinitive" and draft.opener is None:
            self._take_back(fragment)
            draft.words = fragment.words + draft.words
        self._add(draft, previous if unfinished is None else unfinished)

    def _lists(self, fragment: Loose | None, draft: Draft) -> bool:
        """Say whether a verbless segment is the first of a list that goes on in a clause."""
        return fragment is not None and is_first_of_list(fragment, self.drafts[fragment.draft], draft)

    def _take_back(self, fragment: Loose) -> None:
        """Free the words of a segment that was given to a clause before what follows showed where it belongs."""
        own = {word.index for word in fragment.words}
        draft = self.drafts[fragment.draft]
        draft.words = [word for word in draft.words if word.index not in own]

    def _continues_subordinate(self, segment: Segment, draft: Draft) -> bool:
        """Say whether *und die Daten gefälscht hat* goes on with the subordinate clause before it."""
        if not self.drafts or self.drafts[-1].kind not in ("subordinate", "relative") or draft.finite is None:
            return False
        words = [word for word in segment.words if word.upos != "PUNCT"]
        if segment.separator == "," and self._is_of_several(draft.finite):
            return False
        return words[0].text.lower() in COORDINATORS and len(words) > 2 and words[-1] == draft.finite

    def _is_second_dependent(self, segment: Segment, draft: Draft) -> bool:
        """Say whether *und sagte* goes on with a dependent clause, as no comma closes it: *Als er kam | und sagte*."""
        last = self.drafts[-1] if self.drafts else None
        words = [word for word in segment.words if word.upos != "PUNCT"]
        if last is None or last.kind not in ("subordinate", "relative") or segment.separator or draft.finite is None:
            return False
        closed = last.words[-1] == last.finite and last.words[-1].index + 1 == words[0].index
        return closed and words[0].text in ("und", "oder") and words[1:] == [draft.finite]

    def _is_of_several(self, finite: Word) -> bool:
        """Say whether a plural goes on with the matrix: *Ott, der Wirt, der klagt, und Kern | sagten*."""
        waits = self.matrix is not None and self.drafts[self.matrix].finite is None
        last = self.drafts[-1]
        one = last.kind == "relative" and last.finite is not None and not is_plural_form(last.finite)
        return waits and one and is_plural_form(finite)

    def _place_fragment(
        self, segment: Segment, draft: Draft, following: Segment | None, fragment: Loose | None
    ) -> None:
        if not self.drafts:
            self.matrix = 0
            self._add(draft, None)
        elif opens_with_so(segment) or self.drafts[-1].kind == "quotation" or segment.separator in (":", ";"):
            self._add(draft, self.matrix)
            self.front = len(self.drafts) - 1 if segment.separator in (":", ";") else self.front
        else:
            number = self._owner(segment, following)
            self._extend(number, draft)
            in_dashes = segment.separator in DASHES and fragment is not None and fragment.draft == number
            if self.drafts[number].finite is not None and (segment.separator == "," or in_dashes):
                before = fragment if fragment is not None and fragment.draft == number else Loose(number, [])
                self.fragment = Loose(number, [*before.words, *draft.words])

    def _owner(self, segment: Segment, following: Segment | None) -> int:
        """Return the clause a verbless segment continues.

        A clause that ends in its verb is closed: what follows goes on with the main clause. After a parenthetic frame
        (*sagte Ott*) a noun phrase is its apposition unless the main clause waits for it; anything else goes on with
        the main clause.
        """
        last = len(self.drafts) - 1
        apart = self._apart(segment)
        if apart is not None or self.matrix is None or self.matrix == last:
            return last if apart is None else apart
        if self.drafts[self.matrix].finite is None and segment.separator == ",":
            return last if self._is_apposition(segment, following) else self.matrix
        before = self.drafts[last]
        first = next((word for word in segment.words if word.upos != "PUNCT"), segment.words[0])
        if before.kind in ("subordinate", "relative"):
            listed = first.text.lower() in COORDINATORS or first.text.lower() in ("darunter", "etwa", "wie", "also")
            return last if listed or before.words[-1] != before.finite else self.matrix
        if before.kind == "infinitive" and closes_matrix(segment, self.drafts[self.matrix]):
            return self.matrix
        if before.kind == "infinitive" and goes_on_behind_noun(segment, before, self.drafts[self.matrix]):
            return self.matrix
        main = self.drafts[self.matrix]
        cuts = tells_who_is_sure(before) and (lacks_predicate(main) or main.words[-1].text == "zwar")
        if before.kind == "main" and (segment.separator in DASHES or cuts):
            return self.matrix  # Man habe – das räumte Ott ein – | geschlafen
        parenthesis = before.kind == "verb_first" or is_so(before)
        if parenthesis and closes_bracket(segment, before):
            return last
        if parenthesis and self.drafts[self.matrix].words[-1].index > before.words[-1].index:
            return self.matrix
        if parenthesis and self._is_of_frame(segment, before, following):
            return last
        if parenthesis and first.upos in ("ADP", "ADV", "PART", "SCONJ", "AUX", "VERB"):
            return self.matrix
        if parenthesis and awaits(self.drafts[self.matrix], segment, following):
            return self.matrix
        cut = self.drafts[self.matrix].finite
        words = [word for word in segment.words if word.upos != "PUNCT"] or segment.words
        goes_on = is_nonfinite(words[-1])
        if parenthesis and goes_on and cut is not None and cut.upos == "AUX":
            return self.matrix
        whole = all(two.index == one.index + 1 for one, two in pairwise(before.words))
        if parenthesis and first.upos == "CCONJ" and (whole or self._goes_on(segment)):
            return self.matrix
        if parenthesis and segment.words[0].text in OPENERS and lacks_predicate(self.drafts[self.matrix]):
            return self.matrix
        return last

    def _is_apposition(self, segment: Segment, following: Segment | None) -> bool:
        """Say whether a segment goes with the name in a frame: *Der Deich, sagte Ott, | der Wirt |, sei zu*."""
        return following is not None and _stands_in_frame(segment, self.drafts[-1], following)

    def _is_of_frame(self, segment: Segment, frame: Draft, following: Segment | None) -> bool:
        """Say whether a verbless segment goes on with the frame before it: *teilte die Leiterin, Ida Kern, | mit*."""
        if self.matrix is None:
            return False
        matrix = self.drafts[self.matrix]
        told = ends_in_particle_of(segment, frame, matrix) or tells_of_act(segment, frame, matrix)
        return told or is_closed_phrase(segment, frame, matrix, following)

    def _goes_on(self, segment: Segment) -> bool:
        """Say whether *und dann mit Nein stimmen*, *und nicht um die Aussicht* goes on with what a frame cut up."""
        words = [word for word in segment.words if word.upos != "PUNCT"]
        after = words[1].upos if len(words) > 1 else ""
        return is_nonfinite(words[-1]) or after in ("PART", "ADP", "ADV")

    def _place_verbal(self, segment: Segment, draft: Draft, fragment: Loose | None, following: Segment | None) -> None:
        waiting = bracket_apart(draft, self.drafts)
        current = None if self.matrix is None else self.drafts[self.matrix]
        if waiting is not None:
            self._extend(waiting, draft)
            self.matrix = waiting
        elif current is not None and current.finite is None and self._is_told_by_relative(draft, following):
            self._add(draft, len(self.drafts) - 1)
        elif self.front is not None and self._completes_front(self.drafts[self.front], draft, following):
            self._extend(self.front, draft)
            self.matrix, self.front = self.front, None
            self.drafts[self.matrix].kind = "main"
        elif current is None or not self._goes_with_matrix(current, segment, draft, following):
            self._open(segment, draft, fragment, following)

    def _goes_with_matrix(self, current: Draft, segment: Segment, draft: Draft, following: Segment | None) -> bool:
        """Give a segment to the open main clause, or place it inside that, and say whether this was done."""
        if segment.separator in (":", ";"):
            return False
        aside = following is not None and self._is_aside(current, draft, segment, following)
        aside = aside or self._is_parenthesis(current, draft, following)
        if aside or self._completes_noun(current, draft, segment, following):
            self._add(draft, self.matrix)
            return True
        told = self._told_of_noun(current, draft, segment, following)
        if told:
            self._take_back(Loose(self.drafts.index(current), told))
            draft.words, draft.kind = told + draft.words, "main"
            self._add(draft, self.matrix)
            return True
        if self._completes(current, draft):
            self._extend(self.drafts.index(current), draft)
            current.kind = "main"
            return True
        return False

    def _is_aside(self, current: Draft, draft: Draft, segment: Segment, following: Segment) -> bool:
        """Say whether a main clause between dashes cuts up another: *Der Wirt – er ist neu – | sagte*.

        So it is behind an auxiliary that waits for its participle: *Man habe – das räumte Ott ein – | geschlafen*.
        """
        closed = segment.separator == following.separator and segment.separator in ("–", "—")
        if not closed or draft.kind != "main" or self.drafts[-1] is not current:
            return False
        words = [word for word in following.words if word.upos != "PUNCT"]
        if current.finite is None:
            return bool(words) and is_finite(words[0])
        waits = lacks_predicate(current) and current.finite.upos == "AUX"
        return waits and bool(words) and is_nonfinite(words[-1]) and not any(map(is_finite, words))

    def _open(self, segment: Segment, draft: Draft, fragment: Loose | None, following: Segment | None) -> None:
        """Begin a clause with a segment, with what stood loose before it if that is its front."""
        if fragment is not None and is_afterthought(fragment.words, draft):
            fragment = None
        resumed = fragment is not None and (self._resumes_fragment(draft) or resumes_behind_dash(segment, draft))
        if fragment is not None and (resumed or is_named_apart(fragment, draft) or self._lists(fragment, draft)):
            self._take_back(fragment)
            draft.words = fragment.words + draft.words
            draft.kind = "main"
        if draft.kind == "verb_first" and self.matrix is None:
            draft.kind = "main"
        self._add(draft, self.matrix)
        if draft.kind == "main":
            self.matrix = len(self.drafts) - 1
            closed = following is not None and following.separator in DASHES
            self.fragment = fragment if segment.separator in DASHES and closed else None

    def _completes_front(self, front: Draft, draft: Draft, following: Segment | None) -> bool:
        """Say whether a segment brings the verb of what began behind a colon: *Er sagte: Der Ort, der …, sei leer*."""
        words = [word for word in draft.words if word.upos != "PUNCT"]
        if draft.finite is None or not words:
            return False
        if draft.kind == "main":
            return words[0].text.lower() in COORDINATORS and self.drafts[-1].kind == "relative"
        ahead = None if following is None else next((w for w in following.words if w.upos != "PUNCT"), None)
        interrupts = ahead is not None and is_finite(ahead)
        subjects = (word for word in words[1:] if word.relation in SUBJECTS and word.head == draft.finite.index)
        dependent = self.drafts[-1].kind in ("relative", "subordinate")
        placed = dependent and front.words[0].upos == "ADP"  # Ein Plan steht: Laut Ott, der ihn kennt, | zahlt Bonn
        behind = not placed and any(word.upos != "NOUN" or not dependent for word in subjects)
        reports = draft.finite.text in load("quoting_forms") or is_it_said(draft, draft.finite) or behind
        reports = reports and not is_konjunktiv_1(draft.finite)  # Drei Orte sind betroffen: Kiel, Bonn, meldet die dpa
        return draft.kind == "verb_first" and words[0] == draft.finite and not interrupts and not reports

    def _resumes_fragment(self, draft: Draft) -> bool:
        """Say whether *laufe weiter* ends what *die Fahndung, die …,* began: a new clause with its front filled."""
        last = self.drafts[-1]
        interrupted = last.kind == "relative" or (last.opener is not None and last.opener.text == "was")
        return interrupted and draft.kind == "verb_first" and draft.words[0] == draft.finite

    def _is_parenthesis(self, current: Draft, draft: Draft, following: Segment | None) -> bool:
        """Say whether *Die Klinik, teilte X mit, werde …* is interrupted: the next segment brings its verb.

        So it is by *davon ist X überzeugt*, *da ist sich X sicher* and *so viel steht für X fest*.
        """
        if draft.finite is None or (draft.kind != "verb_first" and not tells_who_is_sure(draft)):
            return False
        if current.finite is not None:
            return self._cuts_predicate(current, draft, following)
        after = [word for word in draft.words if word.index > draft.finite.index]
        if not any(map(is_nominal, after)):
            return False
        if self.drafts[-1] is not current:
            return self._is_behind_relative(draft, following)
        if following is None:
            return self._is_last_frame(current, draft)
        ahead = next((word for word in following.words if word.upos != "PUNCT"), None)
        goes_on = ahead is not None and ahead.text == "und" and following.separator == ""  # Unsinn, sagt Ott | und geht
        if goes_on or (ahead is not None and ahead.upos == "SCONJ"):  # Die Hände, sagt die Wirtin, ohne zu zögern
            return self._is_last_frame(current, draft)
        if joins_subject(following):
            return not is_konjunktiv_1(draft.finite)
        if ahead is None or not is_finite(ahead):
            return False
        told = is_konjunktiv_1(draft.finite) and not is_konjunktiv_1(ahead)  # Der Wirt, Ida Ott, habe Geld, meldet X
        return not (told and ahead.text in load("quoting_forms"))

    def _cuts_predicate(self, current: Draft, draft: Draft, following: Segment | None) -> bool:
        """Say whether *das betont Ott* parts a verb from its predicate: *Er sei, das betont Ott, | kein Politiker*."""
        waits = lacks_predicate(current) or current.words[-1].text == "zwar"
        apart = self.drafts[-1] is current and draft.kind == "main" and waits
        told = is_konjunktiv_1(current.finite) if current.finite is not None else False
        return apart and told and following is not None and not any(map(is_finite, following.words))

    def _is_behind_relative(self, draft: Draft, following: Segment | None) -> bool:
        """Say whether a frame stands between a relative clause and the verb: *Das Tor, das …, sagt Ott, | sei zu*.

        What follows begins with a Konjunktiv; a condition does so, too (*sagte den Gästen, | sei es laut, gehe man*).
        """
        words = [] if following is None else [word for word in following.words if word.upos != "PUNCT"]
        closed = self.drafts[-1].kind == "relative" and self.drafts[-1].words[-1] == self.drafts[-1].finite
        if not closed or len(words) < len(("sei", "zu")) or not is_konjunktiv(words[0]):
            return False
        told = draft.finite is not None and not is_konjunktiv_1(draft.finite)
        return told and (words[1].text.lower() not in PRONOUNS or has_subject_behind(draft))

    def _is_last_frame(self, current: Draft, draft: Draft) -> bool:
        """Say whether *sagt die Wirtin* ends *Nach Ostern, sagt die Wirtin*: no front has a comma behind it."""
        finite = draft.finite
        opens = (
            len(self.drafts) == 1 and current.kind == "fragment" and current.words[-1].index + 2 == draft.words[0].index
        )
        bare = len(current.words) == current.words[-1].index - current.words[0].index + 1
        told = "i" in table("reporting_verbs").get(_said(draft), ("",))[0]
        if not opens or not (bare or (told and is_call(current.words))):
            return False
        return finite is not None and (told or finite.text in load("quoting_forms") or is_it_said(draft, finite))

    def _completes_noun(self, current: Draft, draft: Draft, segment: Segment, following: Segment | None) -> bool:
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
        return whole and nominal and resumed is not None and is_finite(resumed) and self.drafts[-1] is current

    def _told_of_noun(self, current: Draft, draft: Draft, segment: Segment, following: Segment | None) -> list[Word]:
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
        return pieces[-1] if of_act and told and len(pieces) > 1 and self.drafts[-1] is not current else []

    def _completes(self, current: Draft, draft: Draft) -> bool:
        """Say whether the segment brings the open main clause the verb, or the rest of the verb, it waits for."""
        if current.finite is None:
            apart = self._is_dislocated(current, draft) or self._goes_on_behind_frame(draft)
            apart = apart or is_afterthought(current.words, draft)
            return current.kind in ("main", "fragment") and not apart
        if self.drafts[-1] is current or draft.kind != "main" or draft.finite is None:
            return False
        words = [word for word in draft.words if word.upos != "PUNCT"]
        waits = current.finite.upos == "AUX" and not any(is_nonfinite(word) for word in current.words)
        return waits and words[-1] == draft.finite and MAYBE_PARTICIPLE_RE.match(draft.finite.text) is not None

    def _goes_on_behind_frame(self, draft: Draft) -> bool:
        """Say whether *und geht* goes on with a frame, not with what was said: *Unsinn, sagt der Wirt | und geht*."""
        joins = self.drafts[-1].kind == "verb_first" and draft.words[0].text == "und"
        return joins and len(draft.words) > 1 and draft.words[1] == draft.finite

    def _is_told_by_relative(self, draft: Draft, following: Segment | None) -> bool:
        """Say whether *sie bleibe* is what a relative clause reports: *Ott, die gesagt hatte, sie bleibe, …*.

        A plural that may be a Konjunktiv II is, too, where the verb of the main clause follows.
        """
        last = self.drafts[-1]
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

    def _is_dislocated(self, current: Draft, draft: Draft) -> bool:
        """Say whether *84 Kinder, das könne nicht gut gehen* took its phrase up already."""
        last = self.drafts[-1]
        if last is current or last.kind != "main" or last.finite is None or draft.kind != "verb_first":
            return False
        aside = last.words[0].index > 1 and self.sentence.word(last.words[0].index - 1).text in DASHES
        taken_up = len(last.words) > 1 and last.words[1] == last.finite
        taken_up = taken_up and not (aside or tells_who_is_sure(last))
        return taken_up and last.words[0].text.lower() in ("das", "dies", "der", "die", "dann", "da")


def _said(draft: Draft) -> str:
    """Return the verb of a frame with what closes its bracket: *gab Ott zurück*, *wollte Ott wissen*."""
    last = next((word for word in reversed(draft.words) if word.upos != "PUNCT"), draft.words[-1])
    if draft.finite is None or last == draft.finite:
        return "" if draft.finite is None else draft.finite.lemma
    if last.text == "wissen" and draft.finite.lemma == "wollen":
        return "fragen"
    return f"{last.text}{draft.finite.lemma}" if is_particle(last) else draft.finite.lemma


def _has_said(draft: Draft) -> bool:
    """Say whether a clause has *haben* with the participle of a verb of saying."""
    return draft.finite is not None and draft.finite.lemma == "haben" and any(map(is_said, draft.words))


def is_said(word: Word) -> bool:
    """Say whether a word is the participle of a verb of saying."""
    shaped = MAYBE_PARTICIPLE_RE.match(word.text) is not None or word.text.endswith("iert")
    return shaped and word.upos in ("VERB", "ADJ") and word.lemma in load("reporting_verbs")


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
    builder = _Builder(sentence)
    marked = marked_words(sentence)
    whole = (piece for segment in segments(sentence, marked) for piece in split_at_lost_comma(segment))
    coordinated = (part for segment in whole for part in split_coordination(segment))
    parts = [part for segment in coordinated for part in split_infinitive(segment)]
    classes = [classified(part) for part in parts]
    following = _following(parts, [_is_of_noun_before(parts, classes, place) for place in range(len(parts))])
    for part, draft, after in zip(parts, classes, following, strict=True):
        builder.place(part, draft, after)
    drafts = builder.drafts
    order = sorted(range(len(drafts)), key=lambda number: drafts[number].words[0].index)
    places = {old: new for new, old in enumerate(order)}
    return Clauses(sentence, tuple(drafts[old].frozen(new, places, marked) for new, old in enumerate(order)))
