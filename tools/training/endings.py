"""Running text in the order of a treebank, in which the ends that are rare there come more often.

Treebanks of reviews nearly always end a sentence with a word and a full stop; newspapers and encyclopaedias also end it
with a bracket before the stop, with a mark of quotation, or, as titles do, without any mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .reporting import QUOTES, Maker
from .segmentation import Paragraph, Sentence, Writer, requoted

QUOTATION = frozenset("\"“”«»'") | {"''"}
LENGTH = 8
BRACKETED = """
{first} {name} (~{party}~)~.
{city} (~{land}~)~.
Sieger wurde {first} {name} (~{land}~)~.
Auf Platz {n} kam {name} (~{city}~)~.
Das Buch erschien {year} (~{n}. Auflage~)~.
Geboren wurde er in {city} (~{land}~)~.
{name}~, {first} (~{year}~)~.
Der Film lief {year} (~Regie~: {first} {name}~)~.
Es folgten {city} und {city} (~{land}~)~.
Insgesamt waren es {thousand} (~{year}~: {thousand}~)~.
Trainer ist {first} {name} (~seit {year}~)~.
Die Schule in {city} (~{land}~)~.
Das Urteil (~Az. {n}~/~{year}~)~.
Eine Frau aus {city} (~{n}~)~.
Im {month} {year} (~siehe Seite {n}~)~.
""".strip().splitlines()
BRACKETS = """
(~{year}~)
(~{land}~)
(~siehe oben~)
(~{n} Prozent~)
(~ab {n} Jahren~)
(~{city}~)
(~{first} {name}~)
(~{day}. {month}~)
(~{thousand} Euro~)
(~auch {city} genannt~)
[~{n}~]
(~nicht immer~)
""".strip().splitlines()


@dataclass(frozen=True)
class Shares:
    """How often a sentence with a rare end is put in, and how often one with a bracket before its stop is made.

    ``kinds`` names the kinds of rare ends, one as often as it stands there; all of them, if there are none.
    """

    rare: float = 0.08
    bracketed: float = 0.03
    requoted: float = 0.1
    kinds: tuple[str, ...] = ()


def ends_plainly(sentence: Sentence) -> bool:
    """Tell whether a sentence ends with a word and a full stop.

    >>> ends_plainly([("Ja", False, False), (".", True, False)]), ends_plainly([("Ja", True, False)])
    (True, False)
    """
    return len(sentence) > 1 and sentence[-1][0] == "." and sentence[-2][0][-1].isalpha()


def kind_of_end(sentence: Sentence) -> str:
    """Return the kind of a rare end, or nothing where the end is none that is worth repeating.

    >>> kind_of_end([("Ja", False, False), (")", False, False), (".", True, False)])
    'before stop'
    >>> kind_of_end([("Nein", True, False)])
    'word'
    """
    form = sentence[-1][0]
    if ends_plainly(sentence):
        return ""
    if form == ".":
        return "before stop"
    if form[-1].isalnum():
        return "word"
    return "quotation" if form in QUOTATION else form if form in ":;)" else ""


def rare_ends(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    """Return the sentences with rare ends by the kind of their end."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if kind := kind_of_end(sentence):
            found[kind].append(sentence)
    return dict(sorted(found.items()))


def bracketed(sentence: Sentence, bracket: Sentence) -> Sentence:
    """Return a sentence with a bracket before its full stop; one that ends otherwise stays as it is.

    >>> bracketed([("Er", True, False), ("kam", False, False), (".", True, False)], [("(dpa)", True, False)])
    [('Er', True, False), ('kam', True, False), ('(dpa)', False, False), ('.', True, False)]
    """
    if not ends_plainly(sentence):
        return sentence
    form, _, split = sentence[-2]
    last, _, last_split = bracket[-1]
    return [*sentence[:-2], (form, True, split), *bracket[:-1], (last, False, last_split), sentence[-1]]


def running_paragraphs(
    documents: Sequence[Sequence[Sentence]],
    rare: Mapping[str, Sequence[Sentence]],
    *,
    seed: int,
    count: int,
    shares: Shares,
) -> list[Paragraph]:
    """Return paragraphs of eight sentences in the order of a document, with others between them whose end is rare."""
    writer = Writer(Maker(seed))
    r, kinds = writer.random, shares.kinds or tuple(rare)
    out: list[Paragraph] = []
    for _ in range(count):
        document = r.choice(documents)
        start = r.randrange(len(document))
        chosen: Paragraph = []
        for sentence in document[start : start + LENGTH]:
            if r.random() < shares.rare:
                chosen.append(r.choice(rare[r.choice(kinds)]))
            if r.random() < shares.bracketed:
                chosen.append(writer.tokens(writer.maker.pick(BRACKETED)))
            made = r.random() < shares.bracketed
            chosen.append(bracketed(sentence, writer.tokens(writer.maker.pick(BRACKETS))) if made else sentence)
        if r.random() < shares.requoted:
            marks, opened = r.choice(QUOTES), False
            for place, sentence in enumerate(chosen):
                chosen[place], opened = requoted(sentence, marks, opened)
        out.append(chosen)
    return out
