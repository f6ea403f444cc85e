"""Text for the tokeniser and sentence splitter: real spacing from GSD dev and PUD, everything else set by rule.

A sentence is a list of surface tokens ``(form, space after, is a multi-word token)``; a paragraph a list of sentences.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from . import lexicon
from .reporting import QUOTES, Maker, _spaces
from .trees import Tree

Token = tuple[str, bool, bool]
Sentence = list[Token]
Paragraph = list[Sentence]

# Tokens stand between spaces; ``~`` joins two tokens without a space. Braces are filled from SLOTS.
TEMPLATES = """
Die Sitzung beginnt am {day}. {month} um {clock} Uhr~.
Am {day}. {month} {year} kam es zu einem Unfall auf der A{n}~.
Der {day}. {month} ist in diesem Jahr ein {weekday}~.
Das Urteil fiel am {date}~.
Dr. {name} leitet das Institut seit {year}~.
Prof. Dr. {name} sprach über die Folgen~.
Das kostet rund {swiss} Franken~.
Rund {thousand} Menschen kamen~.
Der Umsatz stieg um {decimal} Prozent auf {decimal} Mio. Euro~.
Der Gewinn sank auf {decimal} Mrd. Euro~.
Die Firma zahlt ca. {thousand} Euro~.
Es gibt z. B. neue Busse~, Züge usw.
Die Arbeit dauert ca. {n} Min.
Betroffen sind u. a. {city} und {city}~.
Das Treffen findet in St. Gallen statt~.
Das Spiel endete {n}~:~{n} (~{n}~:~{n}~)~.
Das Spiel endete {score} (~{score}~)~.
Der Verein {city} e. V. feiert~.
Laut § {n} Abs. {n} ist das verboten~.
Siehe Nr. {n} auf S. {n}~.
Im {day}. Jahrhundert war das anders~.
Papst Johannes Paul II. besuchte {city}~.
J. {name} und K. {name} gewannen~.
Die Temperatur lag bei {n} ° C~.
Er fuhr mit {n} km~/~h durch {city}~.
{name} (~{n}~) wurde festgenommen~.
Der {n}~-~Jährige floh zu Fuß~.
Die EU~-~Kommission und die US~-~Regierung verhandeln~.
Hans~-~Peter {name} kandidiert erneut~.
Das Geld sei da~.
Kommt er wieder~?
Was kostet das~?
Das ist unglaublich~!
Wer hilft jetzt~?
Es bleibt schwierig~…
Der Preis beträgt {decimal}~% mehr als {year}~.
Das gibt ~’s doch nicht~!
Mehr unter www.{lower}.de~.
Fragen an info@{lower}.de bitte bis {weekday}~.
Das Konzert beginnt um {clock}~.
Der Zug fährt um {clock} Uhr ab Gleis {n}~.
Geboren wurde sie am {date} in {city}~.
Der Bus Nr. {n} fährt bis St. {name}~.
Der Bezirk (~{thousand} Einwohner~) wächst~.
Bgm. {name} lädt ein~.
Die Tat geschah am {weekday} (~{day}. {month}~) gegen {clock} Uhr~.
Der CO2~-~Preis steigt~.
Minister {name} (~{party}~) kündigte Hilfen an~.
Er wurde {n}. und sie {n}~.
Das Land liegt auf Platz {n}~.
Das war {year}~.
So war es auch {year}~.
Er lebt mit seiner Frau in {city}~.
Details will die Polizei heute bekannt geben~.
Die {party} ist dagegen~.
""".strip().splitlines()
HEADLINES = """
{city} plant neue Brücke
{party} will Steuern senken
Streit um Haushalt in {city}
Zwei Verletzte bei Unfall nahe {city}
{name} tritt zurück
Zug entgleist bei {city}
Von {first} {name}
Kritik an {name} wächst
Mehr zum Thema
Hochwasser in {land}~: Lage entspannt sich
Foto~: {agency}
- Neue Regeln für Mieter
• {thousand} Euro für Schulen
+++ Eilmeldung +++
{first} {name}~, {city}
Das Wichtigste in Kürze
""".strip().splitlines()
CREDITS = ("/ ~ATS", "( ~{agency} ~)", "/ ~{agency}", "({agency})", "( ~{agency} ~/ ~{agency} ~)")
DATELINES = (
    "{upper} ( ~{agency} ~) -",
    "{city} ( ~{agency} ~) –",
    "{city} ~.",
    "{city} ~, {day}. {month} ( ~{agency} ~) –",
    "{city} ( ~{land} ~) ~, {date} –",
    "{upper} -",
    "{city} ( ~{agency} ~) ~.",
)
DATED = 0.14


class Writer:
    """Writes tokens from templates and arranges sentences in paragraphs."""

    def __init__(self, maker: Maker) -> None:
        """Use the random source and the names of a maker."""
        self.maker = maker
        self.random = maker.random

    def fill(self, template: str) -> str:
        """Fill the slots of a template."""
        r, pick = self.random, self.maker.pick
        slots = {
            "day": str(r.randint(1, 31)),
            "n": str(r.randint(1, 99)),
            "year": str(r.randint(1948, 2026)),
            "month": pick("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
            "weekday": pick("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
            "clock": f"{r.randint(0, 23)}{pick('. :')}{r.randint(0, 59):02d}",
            "date": f"{r.randint(1, 31)}.{r.randint(1, 12)}.{r.randint(1950, 2026)}",
            "name": self.maker.surname(),
            "first": pick([*lexicon.FEMALE, *lexicon.MALE]),
            "swiss": f"{r.randint(1, 999)}{pick(chr(39) + ' ’')}{r.randint(0, 999):03d}",
            "thousand": f"{r.randint(1, 999)}.{r.randint(0, 999):03d}"
            if r.random() < 0.7
            else str(r.randint(100, 9999)),
            "decimal": f"{r.randint(0, 99)},{r.randint(0, 9)}",
            "score": f"{r.randint(0, 6)}:{r.randint(0, 6)}",
            "city": self.maker.city(),
            "land": pick(lexicon.LANDS),
            "party": pick(lexicon.PARTIES),
            "agency": pick(lexicon.AGENCIES),
            "lower": self.maker.surname().lower(),
        }
        slots["upper"] = slots["city"].upper()
        return template.format(**slots)

    def tokens(self, template: str) -> Sentence:
        """Return the tokens of a filled template."""
        out: Sentence = []
        for chunk in self.fill(template).split(" "):
            glued = chunk.startswith("~") and out
            if glued:
                out[-1] = (out[-1][0], False, out[-1][2])
            parts = [part for part in chunk.split("~") if part]
            for place, part in enumerate(parts):
                ordinal = part
                out.append(
                    (ordinal, place == len(parts) - 1, ordinal.lower() in ("am", "im", "zum", "beim", "vom", "zur"))
                )
        return out

    def template(self) -> Sentence:
        """Return a sentence from a template."""
        return self.tokens(self.maker.pick(TEMPLATES))

    def headline(self) -> Sentence:
        """Return a headline, a by-line or a bullet line, or a credit."""
        return self.tokens(self.maker.pick([*HEADLINES, *HEADLINES, *CREDITS]))


def tokens_of(tree: Tree) -> Sentence:
    """Return the surface tokens of a tree."""
    starts = []
    index = 0
    while index < len(tree.words):
        starts.append(index in tree.tokens)
        index = tree.tokens.get(index, (index + 1, ""))[0]
    return [(form, space, split) for (form, space), split in zip(tree.surface(), starts, strict=True)]


def respaced(tree: Tree) -> Tree:
    """Return a tree whose spaces follow German typesetting, for sources that print a space between all tokens."""
    copy = tree.copy()
    for word in copy.words:
        word.space = True
    for index, word in enumerate(copy.words):
        if word.form == "-" and word.relation == "punct" and index and not tree.words[index].space:
            word.space = copy.words[index - 1].space = False
        if word.form in ("(", "["):
            word.space = False
        if index + 1 < len(copy.words) and copy.words[index + 1].form in (")", "]", "%"):
            word.space = False
    _spaces(copy)
    return copy


def requoted(sentence: Sentence, marks: tuple[str, str], opened: bool = False) -> tuple[Sentence, bool]:
    """Return a sentence with its quotation marks in another convention, and whether a quotation is still open."""
    out = []
    for form, space, split in sentence:
        new = form
        if form in ("„", "“", "”", '"', "»", "«"):
            new, opened = (marks[1], False) if opened else (marks[0], True)
        out.append((new, space, split))
    return out, opened


def paragraphs(
    real: Sequence[Sequence[Tree]],
    ruled: Sequence[Tree],
    generated: Sequence[Tree],
    *,
    seed: int = 1,
    count: int = 6000,
    running: float = 0.3,
) -> list[Paragraph]:
    """Return paragraphs of one to eight sentences.

    ``real`` holds documents in order with real spacing, ``ruled`` trees to space by rule, ``generated`` sentences of
    the generator. A share ``running`` of the paragraphs runs on in the order of a document, the rest mixes unrelated
    sentences.
    """
    writer = Writer(Maker(seed))
    r = writer.random
    documents = [[tokens_of(tree) for tree in document] for document in real]
    spaced = [tokens_of(respaced(tree)) for tree in ruled if tree.words[-1].form != ":"]
    made = [tokens_of(tree) for tree in generated]
    out: list[Paragraph] = []
    for _ in range(count):
        kind = r.random()
        length = r.choice((1, 2, 2, 3, 3, 4, 5, 6, 8))
        if kind < running:
            document = r.choice(documents)
            start = r.randrange(len(document))
            chosen = list(document[start : start + length])
        elif kind < running + 0.06 * (1 - running):
            out.append([writer.headline()])
            continue
        else:
            pools = [r.choice(documents), spaced, made, made]
            chosen = []
            for _ in range(length):
                chosen.append(writer.template() if r.random() < 0.2 else r.choice(r.choices(pools, (3, 3, 3, 2))[0]))
            if r.random() < DATED:
                chosen[0] = writer.tokens(writer.maker.pick(DATELINES)) + chosen[0]
            if r.random() < 0.05:
                chosen.append(writer.tokens(writer.maker.pick(CREDITS)))
            if r.random() < 0.25:
                chosen = long_quotation(chosen, r.choice(QUOTES), r)
        if r.random() < 0.35:
            marks, opened = r.choice(QUOTES), False
            for place, sentence in enumerate(chosen):
                chosen[place], opened = requoted(sentence, marks, opened)
        out.append(chosen)
    return out


def long_quotation(sentences: Paragraph, marks: tuple[str, str], r: random.Random) -> Paragraph:
    """Put one pair of marks around several sentences, where they have none of their own."""
    if any(form in '„“”"»«' for sentence in sentences for form, _, _ in sentence):
        return sentences
    out = [list(sentence) for sentence in sentences]
    start = r.randrange(len(out))
    end = r.randrange(start, len(out))
    out[start].insert(0, (marks[0], False, False))
    last = out[end]
    last[-1] = (last[-1][0], False, last[-1][2])
    last.append((marks[1], True, False))
    return out


def write_paragraphs(texts: Iterable[Paragraph], stem: Path) -> None:
    """Write the text and the character labels that Stanza's tokeniser trains on (``.txt``, ``.toklabels``)."""
    blocks, labels = [], []
    for paragraph in texts:
        text, label = "", ""
        for sentence in paragraph:
            for place, (form, space, split) in enumerate(sentence):
                last = place == len(sentence) - 1
                text += form
                label += "0" * (len(form) - 1) + str(1 + last + 2 * split)
                if space or last:
                    text += " "
                    label += "0"
        blocks.append(text.rstrip())
        labels.append(label[: len(text.rstrip())])
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".txt").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    stem.with_suffix(".toklabels").write_text("\n\n".join(labels) + "\n", encoding="utf-8")


def write_expansions(trees: Iterable[Tree], destination: Path) -> None:
    """Write how multi-word tokens split, with counts, as Stanza's tokeniser expects it."""
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for tree in trees:
        for start, (end, form) in tree.tokens.items():
            counts[form, tuple(word.form.lower() for word in tree.words[start:end])] += 1
    rows = [[[form, list(parts)], count] for (form, parts), count in sorted(counts.items())]
    destination.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
