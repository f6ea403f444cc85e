"""STUB until branch marks lands."""

from __future__ import annotations
import regex
from attrs import frozen
from quotetrack.quotation_marks import MarkedPassage, Marking
from quotetrack.syntax import Document

NAMING = regex.compile(
    r"(?i)\b(?:motto|titel|film|zeitung|projekt|partei|namen|name|zeitschrift|magazin|buch|album|song|serie|sendung|schiff|operation|aktion|kampagne|verein|initiative|programm|roman|lied|band|gruppe|firma|unternehmen|nachrichtenmagazin|typ|modell|stück|oper|bündnis|hurrikan|spitznamen|künstlernamen)\s*$"
)


@frozen
class Passage:
    marked: MarkedPassage
    kind: str
    is_quotation: bool
    reason: str


def classify(text: str, marking: Marking, document: Document | None = None) -> tuple[Passage, ...]:
    verbs = [w for w in document.words() if w.is_finite and not w.masked] if document else []
    out = []
    for m in marking.all_passages():
        a, b = m.content_spans[0].start, m.content_spans[-1].end
        c = text[a:b]
        toks = regex.findall(r"[\p{L}\p{N}][\p{L}\p{N}\-'’.]*", c)
        naming = bool(NAMING.search(text[max(0, m.span.start - 40) : m.span.start]))
        colon = text[: m.span.start].rstrip().endswith(":")
        finite = any(a <= w.span.start and w.span.end <= b for w in verbs)
        end = bool(regex.search(r"[.!?…]\W*$", c))
        lower = any(t[0].islower() for t in toks)
        if naming or not toks:
            out.append(Passage(m, "name", False, "naming noun"))
        elif (finite and len(toks) > 1) or (end and len(toks) > 1) or len(toks) >= 6 or colon:
            out.append(Passage(m, "quotation", True, "verb, stop, length or colon"))
        elif not lower:
            out.append(Passage(m, "name", False, "all capitalised"))
        else:
            out.append(Passage(m, "undecided", False, "short"))
    return tuple(out)
