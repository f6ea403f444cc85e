"""A generator of reporting sentences with known trees: the constructions that treebanks of web text lack.

A sentence is built as a projective tree of nodes, from the words in :mod:`lexicon` and from clauses of the treebanks,
which stand inside the frames as whole blocks. Conventions are those of UD German-GSD: a postposed or preposed frame is
the root and the quotation its ``ccomp``; in medial frames the quotation is the root and the frame ``parataxis``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from . import lexicon
from .lexicon import Verb
from .trees import Tree, Word, attach_punctuation, is_tree

QUOTES = (("„", "“"),) * 5 + (("»", "«"), ("«", "»"), ('"', '"'), ('"', '"'), ("“", "”"), ("„", "”"))
CASES = ("Nom", "Acc", "Dat", "Gen")
ARTICLES = {
    ("Masc", "Sing"): ("der", "den", "dem", "des"),
    ("Fem", "Sing"): ("die", "die", "der", "der"),
    ("Neut", "Sing"): ("das", "das", "dem", "des"),
    ("", "Plur"): ("die", "die", "den", "der"),
}
INDEFINITES = {
    "Masc": ("ein", "einen", "einem", "eines"),
    "Fem": ("eine", "eine", "einer", "einer"),
    "Neut": ("ein", "ein", "einem", "eines"),
}
PREPOSITIONS_DATIVE = ("in", "an", "zu", "bei", "von", "nach", "vor", "mit", "auf", "seit", "aus", "unter")
CONTRACTED = {
    ("in", "dem"): "im",
    ("an", "dem"): "am",
    ("zu", "dem"): "zum",
    ("zu", "der"): "zur",
    ("bei", "dem"): "beim",
    ("von", "dem"): "vom",
    ("in", "das"): "ins",
    ("an", "das"): "ans",
}
THIRD = {"Person": "3", "VerbForm": "Fin"}


@dataclass
class Node:
    """A word with its dependents on either side, or a block: a finished tree that stands as one constituent."""

    word: Word | None = None
    before: list[Node] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)
    block: Tree | None = None
    relation: str = "root"

    @property
    def own(self) -> Word:
        """The node's word: the top word of a block."""
        if self.word is not None:
            return self.word
        if self.block is None:
            message = "a node needs a word or a block"
            raise ValueError(message)
        return self.block.words[self.block.root]

    def to(self, relation: str) -> Node:
        """Set the relation and return the node."""
        self.relation = relation
        return self


def leaf(form: str, lemma: str, upos: str, relation: str, **feats: str) -> Node:
    """Return a word without dependents."""
    return Node(Word(form, lemma, upos, "_", {k: v for k, v in feats.items() if v}), relation=relation)


def mark(form: str) -> Node:
    """Return a punctuation mark."""
    return leaf(form, form, "PUNCT", "punct")


def assemble(node: Node) -> Tree:
    """Lay a tree of nodes out in order, with spaces, contractions, a capital at the start, and marks attached."""
    words: list[Word] = []
    tokens: dict[int, tuple[int, str]] = {}

    def place(current: Node) -> int:
        heads = [place(child) for child in current.before]
        if current.block is not None:
            offset = len(words)
            for word in current.block.words:
                copy = word.copy()
                copy.head = copy.head + offset if copy.head >= 0 else -1
                words.append(copy)
            for start, (end, form) in current.block.tokens.items():
                tokens[start + offset] = (end + offset, form)
            own = offset + current.block.root
        else:
            words.append(current.own.copy())
            own = len(words) - 1
        heads += [place(child) for child in current.after]
        for child, head in zip([*current.before, *current.after], heads, strict=True):
            words[head].head, words[head].relation = own, child.relation
        return own

    top = place(node)
    words[top].head, words[top].relation = -1, "root"
    tree = _single_commas(Tree(words, tokens, "generated"))
    _spaces(tree)
    attach_punctuation(tree)
    _contract(tree)
    _capital(tree)
    return tree


def _single_commas(tree: Tree) -> Tree:
    """Drop the comma that closes an apposition where another mark follows anyway."""
    words = tree.words
    double = {
        i for i in range(len(words) - 1) if words[i].form == "," and words[i + 1].form in (",", ".", ":", ";", ")")
    }
    return tree.without(double) if double else tree


def _spaces(tree: Tree) -> None:
    opened: list[str] = []
    for index, word in enumerate(tree.words):
        following = tree.words[index + 1].form if index + 1 < len(tree.words) else ""
        closing = following in (",", ".", ";", ":", "!", "?", ")", "...", "…")
        if (
            word.form in ("(", "„", "‚")
            or _opens(word.form, opened)
            or closing
            or (following and _closes(following, opened))
        ):
            word.space = False
        elif word.space is False and word.form not in ("-", "/") and following not in ("-", "/"):
            word.space = (word.relation == "compound" and following == "") or word.form not in ("-",)
        _track(word.form, opened)


_OTHER = {"„": "“”", "»": "«", "«": "»", '"': '"', "“": "”"}


def _opens(form: str, opened: list[str]) -> bool:
    return form in ("„", "»", "«", '"', "“") and not (opened and form in _OTHER.get(opened[-1], ""))


def _closes(form: str, opened: list[str]) -> bool:
    return bool(opened) and form in _OTHER.get(opened[-1], "")


def _track(form: str, opened: list[str]) -> None:
    if _closes(form, opened):
        opened.pop()
    elif form in _OTHER:
        opened.append(form)


def _contract(tree: Tree) -> None:
    words = tree.words
    for index in range(len(words) - 1):
        pair = (words[index].form.lower(), words[index + 1].form)
        same = words[index].head == words[index + 1].head and words[index].upos == "ADP"
        if pair in CONTRACTED and same and words[index + 1].upos == "DET" and index not in tree.tokens:
            tree.tokens[index] = (index + 2, CONTRACTED[pair])


def _capital(tree: Tree) -> None:
    first = next((i for i, word in enumerate(tree.words) if word.upos != "PUNCT"), 0)
    word = tree.words[first]
    word.form = word.form[:1].upper() + word.form[1:]
    if first in tree.tokens:
        end, form = tree.tokens[first]
        tree.tokens[first] = (end, form[:1].upper() + form[1:])


class Maker:
    """Makes phrases, clauses and reporting sentences with one random source."""

    def __init__(self, seed: int, trees: Sequence[Tree] = ()) -> None:
        """Prepare the blocks that the treebanks lend: statements, and clauses with the verb at the end."""
        self.random = random.Random(seed)
        self.statements = [block for tree in trees if (block := statement(tree)) is not None]
        self.clauses = [block for tree in trees for block in final_clauses(tree)]

    def chance(self, share: float) -> bool:
        """Tell, by chance, whether to do something."""
        return self.random.random() < share

    def pick(self, options: Sequence[str] | str) -> str:
        """Choose one."""
        return self.random.choice(options.split() if isinstance(options, str) else options)

    # phrases

    def article(self, gender: str, number: str, case: str, *, indefinite: bool = False) -> Node:
        """Return an article."""
        place = CASES.index(case)
        if indefinite and number == "Sing":
            return leaf(
                INDEFINITES[gender][place],
                "ein",
                "DET",
                "det",
                Case=case,
                Definite="Ind",
                Gender=gender,
                Number="Sing",
                NumType="Card",
                PronType="Art",
            )
        forms = ARTICLES[(gender if number == "Sing" else "", number)]
        return leaf(
            forms[place],
            "der",
            "DET",
            "det",
            Case=case,
            Definite="Def",
            Gender=gender if number == "Sing" else "",
            Number=number,
            PronType="Art",
        )

    def adjective(self, gender: str, number: str, case: str, *, indefinite: bool) -> Node:
        """Return an attributive adjective in weak or mixed inflection."""
        stem = self.pick(lexicon.ADJECTIVES)
        if stem == "Berliner":
            return leaf(stem, stem, "ADJ", "amod", Degree="Pos", Case=case, Gender=gender, Number=number)
        weak = "e" if number == "Sing" and (case == "Nom" or (case == "Acc" and gender != "Masc")) else "en"
        if indefinite and weak == "e":
            weak = {"Masc": "er", "Neut": "es"}.get(gender, "e")
        return leaf(stem + weak, stem, "ADJ", "amod", Degree="Pos", Case=case, Gender=gender, Number=number)

    def noun(
        self,
        entries: dict[str, list[str]],
        case: str,
        *,
        plural: float = 0.25,
        indefinite: float = 0.15,
        adjective: float = 0.25,
    ) -> Node:
        """Return a noun phrase with an article."""
        gender = self.pick(list(entries))
        singular, genitive, many = self.pick(entries[gender]).split(",")
        if many != "-" and self.chance(plural):
            form = many + ("n" if case == "Dat" and many[-1] not in "ns" else "")
            number, undefined = "Plur", self.chance(0.3)
        else:
            form = genitive if case == "Gen" else singular
            number, undefined = "Sing", self.chance(indefinite)
        node = leaf(form, singular, "NOUN", "obj", Case=case, Gender=gender, Number=number)
        bare = number == "Plur" and undefined and case != "Gen"
        if not bare:
            node.before.append(self.article(gender, number, case, indefinite=undefined))
            if self.chance(adjective):
                node.before.append(self.adjective(gender, number, case, indefinite=undefined and number == "Sing"))
        return node

    def body(self, case: str) -> Node:
        """Return an organisation that can speak: a noun phrase, a party, a ministry's name."""
        if self.chance(0.12):
            party = self.pick(lexicon.PARTIES)
            number = "Plur" if party in ("Grünen", "Linken") else "Sing"
            node = leaf(
                party, party, "PROPN", "nsubj", Case=case, Gender="Fem" if number == "Sing" else "", Number=number
            )
            node.before.append(self.article("Fem", number, case))
            return node
        return self.noun(lexicon.BODIES, case, plural=0.1, indefinite=0.06, adjective=0.2)

    def person(self, case: str = "Nom", gender: str = "") -> Node:
        """Return a first name and a surname, or a surname alone."""
        gender = gender or self.pick("Masc Fem")
        first = self.pick(lexicon.FEMALE if gender == "Fem" else lexicon.MALE)
        last = self.surname()
        ending = "s" if case == "Gen" and last[-1] not in "sxz" else ""
        if self.chance(0.15):
            return leaf(last + ending, last, "PROPN", "nsubj", Case=case, Gender=gender, Number="Sing")
        node = leaf(first, first, "PROPN", "nsubj", Case=case, Gender=gender, Number="Sing")
        if self.chance(0.12):
            other = self.pick(lexicon.FEMALE if gender == "Fem" else lexicon.MALE)
            node.after.append(self.glued_hyphen())
            node.after.append(leaf(other, other, "PROPN", "flat", Case=case, Gender=gender, Number="Sing"))
            node.own.space = False
        if self.chance(0.06):
            node.after.append(leaf(self.pick("von van de"), "von", "ADP", "flat"))
        node.after.append(leaf(last + ending, last, "PROPN", "flat", Case=case, Gender=gender, Number="Sing"))
        return node

    def surname(self) -> str:
        """Return a surname, one of our list or a made-up one."""
        if self.chance(0.5):
            return self.pick(lexicon.SURNAMES)
        start = self.pick(
            "Bre Hol Stei Wes Kall Mar Ber Ros Lind Sand Gold Ach Bir Eich Falk Grün Hag Jung Kle Lor Mor "
            "Nie Ott Rau Schö Tra Ull Wal Zie Dro Fro Sta Pli Vei Kro Schwa Thie Rei"
        )
        return start + self.pick(
            "mann berg er ner feld bach ke meier hoff stein ler mer inger ow itz son dorf kamp rich sen ling old hardt"
        )

    def city(self) -> str:
        """Return a place name, known or made up."""
        if self.chance(0.6):
            return self.pick(lexicon.CITIES)
        return self.pick("Alt Neu Ober Unter Hohen Schön Grün Wald Stein Bruck Rot Lang") + self.pick(
            "stadt feld bach hausen heim dorf burg au furt kirchen tal moor see"
        )

    def glued_hyphen(self) -> Node:
        """Return a hyphen without spaces."""
        node = mark("-")
        node.own.space = False
        return node

    def office(self, gender: str, case: str, *, article: float = 0.4) -> Node:
        """Return the name of an office, with or without article and genitive."""
        title = self.pick(lexicon.OFFICES[gender])
        form = title
        if title.endswith(("e", "d")) and title in ("Vorsitzende", "Abgeordnete"):
            form = title if case == "Nom" else title + "n"
        elif case != "Nom" and gender == "Masc":
            if (
                title in ("Präsident", "Analyst", "Landrat", "Ökonom", "Historiker")
                and title[-1] in "tm"
                and title != "Landrat"
            ):
                form = title + "en"
            elif case == "Gen":
                form = title + "s"
        node = leaf(form, title, "NOUN", "nsubj", Case=case, Gender=gender, Number="Sing")
        if self.chance(article):
            indefinite = self.chance(0.35)
            if title in ("Vorsitzende", "Abgeordnete") and indefinite and case == "Nom" and gender == "Masc":
                node.own.form = title + "r"
            node.before.append(self.article(gender, "Sing", case, indefinite=indefinite))
            if self.chance(0.2):
                node.before.append(self.adjective(gender, "Sing", case, indefinite=indefinite))
        elif self.chance(0.3):
            self.compound(node)
        return node

    def compound(self, node: Node) -> None:
        """Put a first part with a hyphen before a noun: *SPD-Chef*, *US-Präsident*."""
        first = self.pick(
            self.pick(["SPD CDU CSU FDP AfD Grünen EU US UN DFB IG VW ZDF ARD Nato", " ".join(lexicon.CITIES)])
        )
        part = leaf(first, first, "PROPN", "compound", Case="Nom", Number="Sing")
        part.own.space = False
        part.after.append(self.glued_hyphen())
        node.before.append(part)

    def genitive(self, case_node: Node) -> Node:
        """Hang a genitive or a *von*/*für*/*aus* phrase on a noun."""
        kind = self.random.random()
        if kind < 0.55:
            case_node.after.append(self.body("Gen").to("nmod"))
        elif kind < 0.75:
            case_node.after.append(self.phrase("von", self.body("Dat"), "nmod"))
        elif kind < 0.9:
            place = self.name_phrase(self.pick("in aus von"), self.city(), "nmod")
            case_node.after.append(place)
        else:
            party = leaf(self.pick(lexicon.PARTIES), "_", "PROPN", "nmod", Case="Gen", Gender="Fem", Number="Sing")
            party.own.lemma = party.own.form
            party.before.append(self.article("Fem", "Sing", "Gen"))
            case_node.after.append(party)
        return case_node

    def phrase(self, preposition: str, noun: Node, relation: str) -> Node:
        """Return a prepositional phrase."""
        noun.before.insert(0, leaf(preposition, preposition, "ADP", "case"))
        return noun.to(relation)

    def name_phrase(self, preposition: str, name: str, relation: str) -> Node:
        """Return a prepositional phrase with a bare name."""
        node = leaf(name, name, "PROPN", relation, Case="Dat", Gender="Neut", Number="Sing")
        node.before.append(leaf(preposition, preposition, "ADP", "case"))
        return node

    def speaker(self, case: str = "Nom", *, pronoun: float = 0.08) -> tuple[Node, str]:
        """Return a speaker phrase, a subject for now, and its number."""
        node, number = self.speaker_phrase(case, pronoun)
        return node.to("nsubj"), number

    def speaker_phrase(self, case: str, pronoun: float) -> tuple[Node, str]:
        """Return a pronoun, a name, an office with a name, or a body, with additions."""
        gender = self.pick("Masc Fem")
        kind = self.random.random()
        if kind < pronoun and case == "Nom":
            form = self.pick("er sie sie er es man wir")
            number = "Plur" if form == "wir" else "Sing"
            person = "1" if form == "wir" else "3"
            if form in ("wir", "man", "es"):
                form, number, person = self.pick("er sie"), "Sing", "3"
            return leaf(
                form,
                form,
                "PRON",
                "nsubj",
                Case="Nom",
                Gender={"er": "Masc", "sie": "Fem"}[form],
                Number=number,
                Person=person,
                PronType="Prs",
            ), number
        if kind < 0.25:
            node = self.person(case, gender)
            self.addition(node, gender, case)
            return node, "Sing"
        if kind < 0.50:
            node = self.office(gender, case, article=0.15)
            name = self.person("Nom", gender).to("appos")
            node.after.append(name)
            self.addition(node, gender, case, on=name)
            return node, "Sing"
        if kind < 0.60:
            node = self.genitive(self.office(gender, case, article=1.0))
            if self.chance(0.6):
                comma = self.chance(0.5)
                name = self.person("Nom", gender).to("appos")
                if comma:
                    name.before.insert(0, mark(","))
                    name.after.append(mark(","))
                node.after.append(name)
            return node, "Sing"
        if kind < 0.66:
            title = leaf(
                "Herr" if gender == "Masc" else "Frau",
                "Herr" if gender == "Masc" else "Frau",
                "NOUN",
                "compound",
                Case=case,
                Gender=gender,
                Number="Sing",
            )
            if case != "Nom" and gender == "Masc":
                title.own.form = "Herrn"
            if self.chance(0.4):
                title = leaf(self.pick("Dr. Prof."), "Dr.", "NOUN", "compound", Case=case, Gender=gender, Number="Sing")
                title.own.lemma = title.own.form
            node = self.person(case, gender)
            node.before.append(title)
            return node, "Sing"
        if kind < 0.72:
            name = self.person("Nom", gender)
            other, _ = self.person("Nom"), 0
            other.before.append(leaf("und", "und", "CCONJ", "cc"))
            name.after.append(other.to("conj"))
            return name, "Plur"
        node = self.body(case)
        if self.chance(0.2):
            self.genitive(node)
        return node, node.own.feats.get("Number", "Sing")

    def addition(self, node: Node, gender: str, case: str, on: Node | None = None) -> None:
        """Add a party, an age or an apposition with commas after a name."""
        target = on or node
        kind = self.random.random()
        if kind < 0.10:
            party = leaf(self.pick(lexicon.PARTIES), "_", "PROPN", "appos", Case="Nom", Number="Sing")
            party.own.lemma = party.own.form
            party.before.append(mark("("))
            party.after.append(mark(")"))
            target.after.append(party)
        elif kind < 0.30 and on is None:
            apposition = self.genitive(self.office(gender, case, article=0.7)).to("appos")
            apposition.before.insert(0, mark(","))
            apposition.after.append(mark(","))
            node.after.append(apposition)
        elif kind < 0.36:
            node.after.append(self.name_phrase(self.pick("aus von"), self.city(), "nmod"))

    def circumstance(self) -> Node:
        """Return an adjunct of a frame: when, where, to whom, in which paper."""
        kind = self.random.random()
        if kind < 0.22:
            day = leaf(
                self.pick("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
                "_",
                "PROPN",
                "obl",
                Case="Dat",
                Gender="Masc",
                Number="Sing",
            )
            day.own.lemma = day.own.form
            day.before.append(self.article("Masc", "Sing", "Dat"))
            return self.phrase("an", day, "obl")
        if kind < 0.36:
            form = self.pick(lexicon.FRAME_ADVERBS)
            return leaf(
                form,
                form,
                "ADJ" if form in ("knapp", "später", "weiter") else "ADV",
                "advmod",
                Degree="Pos" if form in ("knapp",) else "",
            )
        if kind < 0.52:
            return self.name_phrase("in", self.city(), "obl")
        if kind < 0.64:
            medium = self.random.choice(
                [("Zeitung", "Fem"), ("Sender", "Masc"), ("Magazin", "Neut"), ("Nachrichtenagentur", "Fem")]
            )
            node = leaf(medium[0], medium[0], "NOUN", "obl:arg", Case="Dat", Gender=medium[1], Number="Sing")
            node.before.append(self.article(medium[1], "Sing", "Dat"))
            if self.chance(0.6):
                if medium[0] == "Nachrichtenagentur":
                    title = self.pick(lexicon.AGENCIES)
                    name = leaf(title, title, "PROPN", "appos", Case="Nom", Number="Sing")
                else:
                    title = self.pick(lexicon.OUTLETS)
                    name = leaf(title, title, "PROPN", "appos", Case="Nom", Gender="Neut", Number="Sing")
                    marks = self.random.choice(QUOTES)
                    if self.chance(0.6):
                        name.before.append(mark(marks[0]))
                        name.after.append(mark(marks[1]))
                node.after.append(name)
            return node
        if kind < 0.68:
            paper = leaf("F.A.Z.", "F.A.Z.", "PROPN", "obl:arg", Case="Dat", Gender="Fem", Number="Sing")
            if self.chance(0.8):
                title = self.pick(lexicon.OUTLETS)
                paper.own.form = paper.own.lemma = title
                paper.own.feats["Gender"] = "Neut"
                paper.before.append(self.article("Neut", "Sing", "Dat"))
                marks = self.random.choice(QUOTES)
                paper.before.append(mark(marks[0]))
                paper.after.append(mark(marks[1]))
            else:
                paper.before.append(self.article("Fem", "Sing", "Dat"))
            return paper
        if kind < 0.74:
            node = self.noun(lexicon.BODIES, "Dat", plural=0, indefinite=0, adjective=0.1)
            return self.phrase("gegenüber", node, "obl")
        if kind < 0.80:
            word, gender = self.random.choice([("Anfrage", "Fem"), ("Nachfrage", "Fem"), ("Twitter", "Neut")])
            node = leaf(
                word,
                word,
                "PROPN" if word == "Twitter" else "NOUN",
                "obl",
                Case="Dat" if word == "Twitter" else "Acc",
                Gender=gender,
                Number="Sing",
            )
            return self.phrase("auf", node, "obl")
        if kind < 0.90:
            preposition = self.pick("nach vor in bei zu")
            node = self.noun(lexicon.THINGS, "Dat", plural=0.05, indefinite=0.2, adjective=0.2)
            return self.phrase(preposition, node, "obl")
        word, gender = self.random.choice(
            [
                ("Interview", "Neut"),
                ("Gespräch", "Neut"),
                ("Erklärung", "Fem"),
                ("Mitteilung", "Fem"),
                ("Rede", "Fem"),
                ("Pressekonferenz", "Fem"),
                ("Bundestag", "Masc"),
                ("Abend", "Masc"),
                ("Radio", "Neut"),
            ]
        )
        node = leaf(word, word, "NOUN", "obl", Case="Dat", Gender=gender, Number="Sing")
        node.before.append(
            self.article(
                gender, "Sing", "Dat", indefinite=word not in ("Bundestag", "Abend", "Radio") and self.chance(0.7)
            )
        )
        node = self.phrase("an" if word == "Abend" else "in", node, "obl")
        if word in ("Interview", "Gespräch") and self.chance(0.5):
            node.after.append(
                self.phrase(
                    "mit",
                    self.noun(
                        {"Fem": ["Zeitung,Zeitung,-", "Agentur,Agentur,-"], "Masc": ["Sender,Senders,-"]},
                        "Dat",
                        indefinite=0,
                    ),
                    "nmod",
                )
            )
        return node

    # clauses

    def finite(
        self, lemma: str, form: str, upos: str, relation: str, *, number: str, mood: str = "Ind", tense: str = "Pres"
    ) -> Node:
        """Return a finite verb of the third person."""
        return leaf(form, lemma, upos, relation, Mood=mood, Number=number, Tense=tense, **THIRD)

    def clause(self, order: str, mood: str, *, subject: Node | None = None, number: str = "Sing") -> Node:
        """Return a clause of our own: ``order`` is ``final`` or ``second``, ``mood`` Ind or Sub."""
        if subject is None:
            if self.chance(0.18):
                form = self.pick("er sie es sie")
                gender = {"er": "Masc", "sie": "Fem", "es": "Neut"}[form]
                subject = leaf(
                    form, form, "PRON", "nsubj", Case="Nom", Gender=gender, Number="Sing", Person="3", PronType="Prs"
                )
                number = "Sing"
            elif self.chance(0.1):
                subject, number = self.speaker(pronoun=0)
            else:
                source = lexicon.THINGS if self.chance(0.6) else lexicon.BODIES
                subject = self.noun(source, "Nom")
                number = subject.own.feats["Number"]
        plural = number == "Plur"
        kind = self.random.random()
        middle: list[Node] = []
        if self.chance(0.35):
            adverb = self.pick(lexicon.ADVERBS)
            middle.append(leaf(adverb, adverb, "ADV", "advmod"))
        if self.chance(0.3):
            middle.append(self.inner())
        if self.chance(0.15):
            middle.append(leaf("nicht", "nicht", "PART", "advmod"))
        relation = "nsubj"
        if kind < 0.18:
            state = self.pick(lexicon.STATES)
            head = leaf(state, state, "ADJ", "ccomp", Degree="Pos")
            past = mood == "Ind" and self.chance(0.35)
            form = self.be(plural, mood, past=past)
            verb = self.finite("sein", form, "AUX", "cop", number=number, mood=mood, tense="Past" if past else "Pres")
            for node in middle:
                if node.relation == "obl":
                    node.relation = "nmod"
            return self.bracket(order, head, verb, subject.to(relation), middle)
        lemma, present, many, konjunktiv, participle, past_form, perfect, frame = self.random.choice(PREDS)
        if frame == "obj":
            passive = self.chance(0.3)
            if not passive:
                middle.append(self.noun(lexicon.THINGS, "Acc").to("obj"))
        else:
            passive = False
        if passive:
            head = leaf(participle, lemma, "VERB", "ccomp", VerbForm="Part")
            if self.chance(0.5):
                form = {
                    ("Sub", False): "werde",
                    ("Sub", True): "würden",
                    ("Ind", False): "wird",
                    ("Ind", True): "werden",
                }[mood, plural]
                verb = self.finite("werden", form, "AUX", "aux:pass", number=number, mood=mood)
                return self.bracket(order, head, verb, subject.to("nsubj:pass"), middle)
            if self.chance(0.5):
                verb = self.finite("sein", self.be(plural, mood), "AUX", "aux", number=number, mood=mood)
                inner = leaf("worden", "werden", "AUX", "aux:pass", VerbForm="Part")
                return self.bracket(order, head, verb, subject.to("nsubj:pass"), middle, inner)
            modal, singular, plurals, sub, _ = self.random.choice(lexicon.MODALS[:3])
            mood = "Ind" if plural else mood
            form = plurals if plural else (sub if mood == "Sub" else singular)
            verb = self.finite(modal, form, "AUX", "aux", number=number, mood=mood)
            inner = leaf("werden", "werden", "AUX", "aux:pass", VerbForm="Inf")
            return self.bracket(order, head, verb, subject.to("nsubj:pass"), middle, inner)
        kind = self.random.random()
        if kind < 0.35:
            if plural:
                mood = "Ind"  # the plural of the Konjunktiv I looks like the indicative
            past = mood == "Ind" and self.chance(0.5)
            form = (
                (past_form + ("n" if past_form.endswith("e") else "en") if plural else past_form)
                if past
                else (many if plural else (konjunktiv if mood == "Sub" else present))
            )
            verb = self.finite(lemma, form, "VERB", "ccomp", number=number, mood=mood, tense="Past" if past else "Pres")
            if order == "final":
                verb.before = [subject.to("nsubj"), *middle]
            else:
                self.front(verb, subject.to("nsubj"), middle, None)
            return verb
        if kind < 0.65:
            modal, singular, plurals, sub, past_modal = self.random.choice(lexicon.MODALS)
            mood = "Ind" if plural else mood
            past = mood == "Ind" and self.chance(0.3)
            form = (
                (past_modal + "n" if plural else past_modal)
                if past
                else (plurals if plural else (sub if mood == "Sub" else singular))
            )
            verb = self.finite(modal, form, "AUX", "aux", number=number, mood=mood, tense="Past" if past else "Pres")
            head = leaf(lemma, lemma, "VERB", "ccomp", VerbForm="Inf")
            return self.bracket(order, head, verb, subject.to("nsubj"), middle)
        if kind < 0.75:
            form = {("Sub", False): "werde", ("Sub", True): "würden", ("Ind", False): "wird", ("Ind", True): "werden"}[
                mood, plural
            ]
            verb = self.finite("werden", form, "AUX", "aux", number=number, mood=mood)
            head = leaf(lemma, lemma, "VERB", "ccomp", VerbForm="Inf")
            return self.bracket(order, head, verb, subject.to("nsubj"), middle)
        head = leaf(participle, lemma, "VERB", "ccomp", VerbForm="Part")
        if perfect == "sein":
            form = self.be(plural, mood)
        else:
            form = {("Sub", False): "habe", ("Sub", True): "hätten", ("Ind", False): "hat", ("Ind", True): "haben"}[
                mood, plural
            ]
        verb = self.finite(perfect, form, "AUX", "aux", number=number, mood=mood)
        return self.bracket(order, head, verb, subject.to("nsubj"), middle)

    def be(self, plural: bool, mood: str, *, past: bool = False) -> str:
        """Return a form of *sein*."""
        if mood == "Sub":
            return "seien" if plural else "sei"
        if past:
            return "waren" if plural else "war"
        return "sind" if plural else "ist"

    def bracket(
        self, order: str, head: Node, verb: Node, subject: Node, middle: list[Node], inner: Node | None = None
    ) -> Node:
        """Arrange a clause whose lexical head closes it and whose finite verb comes second or last."""
        closing = [inner] if inner else []
        if order == "final":
            head.before = [subject, *middle]
            head.after = [*closing, verb]
        else:
            head.after = closing
            self.front(head, subject, middle, verb)
        return head

    def front(self, head: Node, subject: Node, middle: list[Node], finite: Node | None) -> None:
        """Arrange a verb-second clause with the subject or an adjunct in front."""
        fronted = [
            node
            for node in middle
            if node.relation in ("obl", "advmod", "nmod") and node.word is not None and node.own.form != "nicht"
        ]
        first, rest = subject, list(middle)
        if fronted and self.chance(0.35):
            first = fronted[0]
            rest = [subject, *(node for node in middle if node is not first)]
        if finite is None:
            head.before, head.after = [first], rest
        else:
            head.before = [first, finite, *rest]

    def inner(self) -> Node:
        """Return a prepositional phrase inside a clause."""
        if self.chance(0.3):
            return self.name_phrase(
                self.pick("in nach aus"), self.pick(lexicon.LANDS) if self.chance(0.4) else self.city(), "obl"
            )
        preposition, case = self.random.choice(
            [
                ("in", "Dat"),
                ("bei", "Dat"),
                ("nach", "Dat"),
                ("für", "Acc"),
                ("durch", "Acc"),
                ("mit", "Dat"),
                ("wegen", "Gen"),
                ("vor", "Dat"),
                ("gegen", "Acc"),
                ("unter", "Dat"),
                ("an", "Dat"),
                ("zu", "Dat"),
                ("von", "Dat"),
                ("trotz", "Gen"),
            ]
        )
        return self.phrase(preposition, self.noun(lexicon.THINGS if self.chance(0.7) else lexicon.BODIES, case), "obl")

    def content(self) -> Node:
        """Return the content of a direct quotation: mostly a real sentence of a treebank, else a clause of our own."""
        if self.statements and self.chance(0.7):
            block = self.random.choice(self.statements).copy()
            first = block.words[0]
            first.form = first.form[:1].upper() + first.form[1:]
            if 0 in block.tokens:
                end, form = block.tokens[0]
                block.tokens[0] = (end, form[:1].upper() + form[1:])
            return Node(block=block)
        if self.chance(0.1):
            word = self.pick("Ja Nein Gut Danke Richtig Schade")
            return leaf(word, word.lower(), "INTJ" if word in ("Ja", "Nein") else "ADJ", "ccomp")
        if self.chance(0.35):
            return self.first_person()
        node = self.clause("second", "Ind")
        self.raise_first(node)
        return node

    def raise_first(self, node: Node) -> None:
        """Give the first word of a quotation its capital."""
        while node.before:
            node = node.before[0]
        if node.word is not None:
            node.own.form = node.own.form[:1].upper() + node.own.form[1:]

    def first_person(self) -> Node:
        """Return a sentence with *wir* or *ich*, which web reviews and agencies both quote."""
        plural = self.chance(0.6)
        form = "Wir" if plural else "Ich"
        number = "Plur" if plural else "Sing"
        subject = leaf(form, form.lower(), "PRON", "nsubj", Case="Nom", Number=number, Person="1", PronType="Prs")
        middle = [leaf(a := self.pick(lexicon.ADVERBS), a, "ADV", "advmod")] if self.chance(0.5) else []
        if self.chance(0.4):
            middle.append(self.inner())
        lemma, _, many, konjunktiv, participle, _past_form, perfect, frame = self.random.choice(PREDS)
        if frame == "obj":
            middle.append(self.noun(lexicon.THINGS, "Acc").to("obj"))
        feats = {"Mood": "Ind", "Number": number, "Person": "1", "VerbForm": "Fin", "Tense": "Pres"}
        kind = self.random.random()
        if kind < 0.4:
            modal, singular, plurals, _, _ = self.random.choice(lexicon.MODALS)
            verb = leaf(plurals if plural else singular, modal, "AUX", "aux", **feats)
            head = leaf(lemma, lemma, "VERB", "ccomp", VerbForm="Inf")
            head.before = [subject, verb, *middle]
            return head
        if kind < 0.7:
            auxiliary = {
                ("haben", True): "haben",
                ("haben", False): "habe",
                ("sein", True): "sind",
                ("sein", False): "bin",
            }
            verb = leaf(auxiliary[perfect, plural], perfect, "AUX", "aux", **feats)
            head = leaf(participle, lemma, "VERB", "ccomp", VerbForm="Part")
            head.before = [subject, verb, *middle]
            return head
        verb = leaf(many if plural else konjunktiv, lemma, "VERB", "ccomp", **feats)
        verb.before, verb.after = [subject], middle
        return verb

    def complement(self, word: str = "") -> Node:
        """Return a clause with *dass* or *ob*, of a treebank or our own."""
        word = word or self.pick("dass dass dass dass daß ob")
        if self.clauses and self.chance(0.5) and word != "ob":
            block = self.random.choice(self.clauses).copy()
            if block.words[0].form.lower() not in ("dass", "daß", "ob"):
                block.words[0].form = block.words[0].lemma = "dass"
            return Node(block=block)
        node = self.clause("final", "Sub" if self.chance(0.65) else "Ind")
        node.before.insert(0, leaf(word, "dass" if word == "daß" else word, "SCONJ", "mark"))
        return node

    def infinitive(self) -> Node:
        """Return a *zu* infinitive clause."""
        choices = [p for p in PREDS if p[0] not in ("haben", "fehlen", "reichen")]
        lemma, *_, frame = self.random.choice(choices)
        head = leaf(lemma, lemma, "VERB", "xcomp", VerbForm="Inf")
        if frame == "obj":
            head.before.append(self.noun(lexicon.THINGS, "Acc").to("obj"))
        if self.chance(0.5):
            head.before.insert(self.random.randrange(len(head.before) + 1), self.inner())
        if self.chance(0.2):
            head.before.append(leaf("nicht", "nicht", "PART", "advmod"))
        head.before.append(leaf("zu", "zu", "PART", "mark"))
        return head

    # frames

    def frame(self, verbs: Sequence[Verb], *, inverted: bool, extra: float = 0.45) -> Node:
        """Return a reporting frame: the verb with speaker, adjuncts and particle, or an auxiliary bracket.

        ``inverted`` puts the verb before the speaker, as after a quotation.
        """
        verb = self.random.choice(verbs)
        subject, number = self.speaker()
        plural = number == "Plur"
        adjuncts = [self.circumstance() for _ in range(2) if self.chance(extra)]
        kind = self.random.random()
        if kind < 0.74:
            past = self.chance(0.75)
            form = (verb.past_plural() if plural else verb.past) if past else (verb.lemma if plural else verb.present)
            head = self.finite(verb.lemma, form, "VERB", "root", number=number, tense="Past" if past else "Pres")
            particle = self.particle(verb)
            self.around(head, None, subject, adjuncts, particle, inverted)
            return head
        if kind < 0.92:
            form, lemma, tense = self.random.choice(
                [("hatte", "haben", "Past"), ("hat", "haben", "Pres"), ("habe", "haben", "Pres")]
            )
            mood = "Sub" if form == "habe" else "Ind"
            if plural:
                form = {"hatte": "hatten", "hat": "haben", "habe": "hätten"}[form]
            finite = self.finite(lemma, form, "AUX", "aux", number=number, mood=mood, tense=tense)
            head = leaf(verb.participle, verb.infinitive, "VERB", "root", VerbForm="Part")
        else:
            modal = self.random.choice(lexicon.MODALS)
            form = modal[4] + ("n" if plural else "")
            finite = self.finite(modal[0], form, "AUX", "aux", number=number, tense="Past")
            head = leaf(verb.infinitive, verb.infinitive, "VERB", "root", VerbForm="Inf")
        self.around(head, finite, subject, adjuncts, [], inverted)
        return head

    def particle(self, verb: Verb) -> list[Node]:
        """Return the separated particle of a verb, if it has one."""
        if not verb.particle:
            return []
        adposition = verb.particle in ("mit", "an", "aus", "zu", "vor", "nach")
        return [leaf(verb.particle, verb.particle, "ADP" if adposition else "ADV", "compound:prt")]

    def around(
        self, head: Node, finite: Node | None, subject: Node, adjuncts: list[Node], particle: list[Node], inverted: bool
    ) -> None:
        """Arrange a frame around its verb."""
        rest = list(adjuncts)
        if inverted:
            order = [subject, *rest]
            pronoun = subject.own.upos == "PRON"
            if rest and not pronoun and self.chance(0.2):
                order = [rest[0], subject, *rest[1:]]
            if finite is None:
                head.after = [*order, *particle]
            else:
                head.before = [finite, *order]
            return
        first, others = subject, rest
        if rest and self.chance(0.3):
            first, others = rest[0], [subject, *rest[1:]]
        if finite is None:
            head.before, head.after = [first], [*others, *particle]
        else:
            head.before = [first, finite, *others]

    # sentences

    def quoted(self, node: Node, marks: tuple[str, str], final: str = "") -> Node:
        """Put quotation marks around a node."""
        node.before.insert(0, mark(marks[0]))
        if final:
            node.after.append(mark(final))
        node.after.append(mark(marks[1]))
        return node

    def sentence(self, constructions: Constructions) -> Tree:
        """Return one reporting sentence of a random construction."""
        weights = [weight for weight, _ in constructions]
        while True:
            make = self.random.choices([make for _, make in constructions], weights)[0]
            tree = assemble(make(self))
            if is_tree(tree) and len(tree.words) < 60:
                return tree


def statement(tree: Tree) -> Tree | None:
    """Return a treebank sentence as quoted content: projective, without quotation marks, its full stop taken off."""
    words = tree.words
    if not 4 <= len(words) <= 28 or words[-1].form not in (".", "!") or words[-1].head != tree.root:
        return None
    if any(word.form in '"„“”»«:' for word in words) or not projective(tree):
        return None
    if words[tree.root].upos not in ("VERB", "ADJ", "NOUN") or not any(w.feats.get("VerbForm") == "Fin" for w in words):
        return None
    return tree.without({len(words) - 1})


def final_clauses(tree: Tree) -> list[Tree]:
    """Return the verb-final clauses of a treebank sentence that *dass* can introduce."""
    found = []
    for index, word in enumerate(tree.words):
        if word.relation not in ("ccomp", "advcl"):
            continue
        inside = sorted(tree.subtree(index))
        if not 4 <= len(inside) <= 22 or inside[-1] - inside[0] != len(inside) - 1:
            continue
        part = tree.without(set(range(len(tree.words))) - set(inside)) if _closed(tree, inside, index) else None
        if part is None:
            continue
        while part.words and part.words[0].form in (",", "-"):
            part = part.without({0})
        while part.words and part.words[-1].upos == "PUNCT":
            part = part.without({len(part.words) - 1})
        if not part.words or any(w.form in '"„“”»«' for w in part.words) or not projective(part):
            continue
        first = part.words[0]
        if first.relation == "mark" and first.form.lower() in (
            "dass",
            "daß",
            "ob",
            "weil",
            "da",
            "obwohl",
            "wenn",
            "nachdem",
        ):
            first.form = first.form.lower()
            found.append(part)
    return found


def _closed(tree: Tree, inside: list[int], top: int) -> bool:
    """Cut a subtree loose for extraction; only its top may hang outside."""
    members = set(inside)
    if any(tree.words[i].head not in members for i in inside if i != top):
        return False
    return not any(tree.words[i].upos == "PUNCT" and tree.children(i) for i in inside)


def projective(tree: Tree) -> bool:
    """Tell whether no two arcs cross."""
    arcs = [tuple(sorted((i, word.head))) for i, word in enumerate(tree.words) if word.head >= 0]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


PREDS = lexicon.PREDICATES


def postposed(maker: Maker) -> Node:
    """Return a quotation with its frame behind it: *„…“, sagte X*."""
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True)
    final = maker.pick(["", "", "", "", "?", "!"])
    content = maker.quoted(maker.content(), maker.random.choice(QUOTES), final).to("ccomp")
    if maker.chance(0.1):
        del content.before[0]  # the quotation began in an earlier sentence
    comma = [] if final == "!" and maker.chance(0.3) else [mark(",")]
    frame.before = [content, *comma, *frame.before]
    frame.after.append(mark("."))
    return frame


def preposed(maker: Maker) -> Node:
    """Return a frame with a colon: *X sagte: „…“*."""
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=False)
    final = maker.pick(["."] * 6 + ["?", "!"])
    quotation = maker.quoted(maker.content(), maker.random.choice(QUOTES), final).to("ccomp")
    if maker.chance(0.12):
        words = leaf("Worten", "Wort", "NOUN", "obl", Case="Dat", Gender="Neut", Number="Plur")
        words.before.append(maker.article("Neut", "Plur", "Dat"))
        frame.after.append(maker.phrase("mit", words, "obl"))
    frame.after += [mark(":"), quotation]
    return frame


def indirect_postposed(maker: Maker) -> Node:
    """Return reported speech with its frame behind it: *Der Plan sei falsch, sagte X*."""
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True)
    content = maker.clause("second", "Sub" if maker.chance(0.8) else "Ind").to("ccomp")
    frame.before = [content, mark(","), *frame.before]
    frame.after.append(mark("."))
    return frame


def medial(maker: Maker) -> Node:
    """Return a split quotation, which is the root: *„…“, sagte X, „…“*."""
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True, extra=0.25).to("parataxis")
    direct = maker.chance(0.6)
    marks = maker.random.choice(QUOTES)
    top = maker.content() if direct else maker.clause("second", "Sub")
    if direct:
        maker.quoted(top, marks)
    second = maker.clause("second", "Ind" if direct else "Sub")
    linked = maker.chance(0.6)
    if linked:
        word = maker.pick("und aber doch denn")
        second.before.insert(0, leaf(word, word, "CCONJ", "cc"))
    second.relation = "conj" if linked else "parataxis"
    if maker.chance(0.25):
        second = maker.complement("dass" if maker.chance(0.2) else "wenn").to("advcl")
        first = second.block.words[0] if second.block is not None else second.before[0].own
        first.form = first.lemma = maker.pick("wenn weil obwohl da")
    if direct:
        second.before.insert(0, mark(marks[0]))
        inside_stop = maker.chance(0.8)
        second.after += [mark("."), mark(marks[1])] if inside_stop else [mark(marks[1]), mark(".")]
    else:
        second.after.append(mark("."))
    top.after += [mark(","), frame, mark(","), second]
    return top


def so_frame(maker: Maker) -> Node:
    """Return a quotation with a verbless frame: *„…“, so X*."""
    subject, _ = maker.speaker(pronoun=0)
    subject.relation = "parataxis"
    subject.before.insert(0, leaf("so", "so", "ADV", "advmod"))
    direct = maker.chance(0.6)
    top = (
        maker.quoted(maker.content(), maker.random.choice(QUOTES))
        if direct
        else maker.clause("second", "Sub" if maker.chance(0.7) else "Ind")
    )
    if maker.chance(0.25):
        subject.after.append(leaf(w := maker.pick("weiter gestern"), w, "ADV", "advmod"))
    top.after += [mark(","), subject, mark(".")]
    return top


def according(maker: Maker) -> Node:
    """Return a clause with its source: *laut X, nach Angaben X, X zufolge*."""
    mood = "Ind" if maker.chance(0.7) else "Sub"
    top = maker.clause("second", mood)
    source = maker.pick("laut laut nach angaben angaben zufolge gemäß")
    if source in ("laut", "gemäß"):
        subject, _ = maker.speaker("Dat", pronoun=0)
        phrase = maker.phrase(source, subject, "obl")
    elif source == "angaben":
        word, lemma = maker.random.choice(
            [
                ("Angaben", "Angabe"),
                ("Informationen", "Information"),
                ("Einschätzung", "Einschätzung"),
                ("Darstellung", "Darstellung"),
                ("Ansicht", "Ansicht"),
                ("Worten", "Wort"),
            ]
        )
        number = "Plur" if word in ("Angaben", "Informationen", "Worten") else "Sing"
        phrase = leaf(word, lemma, "NOUN", "obl", Case="Dat", Gender="Fem", Number=number)
        if maker.chance(0.8):
            phrase.after.append(maker.body("Gen").to("nmod"))
        else:
            phrase.after.append(maker.phrase("von", maker.speaker("Dat", pronoun=0)[0], "nmod"))
        if maker.chance(0.15):
            phrase.before.append(
                leaf("eigenen", "eigen", "ADJ", "amod", Case="Dat", Degree="Pos", Gender="Fem", Number=number)
            )
            phrase.after = []
        if maker.chance(0.8) or word not in ("Angaben", "Informationen"):
            phrase = maker.phrase("nach", phrase, "obl")
        else:
            phrase.after.append(leaf("zufolge", "zufolge", "ADP", "case"))
    elif source == "nach":
        reports = {"Neut": ["Papier,Papiers,-"], "Masc": ["Bericht,Berichts,Berichte"]}
        phrase = maker.phrase("nach", maker.noun(reports, "Dat"), "obl")
    else:
        phrase = maker.speaker("Dat", pronoun=0)[0].to("obl")
        phrase.after.append(leaf("zufolge", "zufolge", "ADP", "case"))
    if top.own.upos != "VERB":
        phrase.relation = "nmod"
    place_adjunct(maker, top, phrase)
    top.after.append(mark("."))
    return top


def place_adjunct(maker: Maker, top: Node, phrase: Node) -> None:
    """Put an adjunct in front of a verb-second clause, or into its middle field."""
    finite_first = top.before[1:2] and top.before[1].relation in ("aux", "aux:pass", "cop")
    if maker.chance(0.65):
        first = top.before[0]
        if finite_first:
            top.before = [phrase, top.before[1], first, *top.before[2:]]
        else:
            top.before, top.after = [phrase], [first, *top.after]
    elif finite_first:
        top.before.insert(2, phrase)
    else:
        top.after.insert(0, phrase)


def wie_frame(maker: Maker) -> Node:
    """Return a clause with *wie X mitteilte* before, within or behind it."""
    verb = maker.random.choice(lexicon.SPEECH_VERBS)
    subject, number = maker.speaker()
    plural = number == "Plur"
    past = maker.chance(0.7)
    form = (verb.past_plural() if plural else verb.past) if past else (verb.lemma if plural else verb.present)
    clause = maker.finite(
        verb.infinitive, verb.particle + form, "VERB", "advcl", number=number, tense="Past" if past else "Pres"
    )
    clause.before = [leaf("wie", "wie", "SCONJ", "mark"), subject]
    if maker.chance(0.5):
        clause.before.append(maker.circumstance())
    top = maker.clause("second", "Ind" if maker.chance(0.7) else "Sub")
    kind = maker.random.random()
    if kind < 0.5:
        place = Node(clause.word, clause.before, [*clause.after, mark(",")], relation="advcl")
        if top.before[1:2] and top.before[1].relation in ("aux", "aux:pass", "cop"):
            top.before = [place, top.before[1], top.before[0], *top.before[2:]]
        else:
            top.before, top.after = [place], [top.before[0], *top.after]
        top.after.append(mark("."))
    elif kind < 0.8:
        top.after += [mark(","), clause, mark(".")]
    else:
        marks = maker.random.choice(QUOTES)
        top = maker.quoted(maker.content(), marks)
        top.after += [mark(","), clause, mark(".")]
    return top


def complement_clause(maker: Maker) -> Node:
    """Return a frame with a clause in *dass* or *ob*."""
    ask = maker.chance(0.12)
    verbs = ASKING if ask else lexicon.COMPLEMENT_VERBS
    clause = maker.complement("ob" if ask else "").to("ccomp")
    if maker.chance(0.12):
        frame = maker.frame(verbs, inverted=True)
        frame.before = [clause, mark(","), *frame.before]
        frame.after.append(mark("."))
        return frame
    frame = maker.frame(verbs, inverted=False)
    if maker.chance(0.12):
        correlate = maker.pick("darauf davon daran dafür darüber")
        adverb = leaf(correlate, correlate, "ADV", "advmod")
        place = frame.after if frame.own.feats.get("VerbForm") == "Fin" else frame.before
        particle = place and place[-1].relation == "compound:prt"
        place.insert(len(place) - 1 if particle else len(place), adverb)
    frame.after += [mark(","), clause, mark(".")]
    return frame


def verb_second_complement(maker: Maker) -> Node:
    """Return a frame with a verb-second clause: *X sagte, der Plan sei falsch*."""
    frame = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=False)
    clause = maker.clause("second", "Sub" if maker.chance(0.85) else "Ind").to("ccomp")
    if maker.chance(0.2):
        other = maker.clause("second", "Sub").to("conj")
        other.before.insert(0, leaf("und", "und", "CCONJ", "cc"))
        clause.after.append(other)
    frame.after += [mark(","), clause, mark(".")]
    return frame


def infinitive_complement(maker: Maker) -> Node:
    """Return a frame with an infinitive: *X versprach, den Plan zu prüfen*."""
    frame = maker.frame(lexicon.CONTROL_VERBS, inverted=False)
    clause = maker.infinitive()
    frame.after += [mark(","), clause, mark(".")]
    return frame


def passive_frame(maker: Maker) -> Node:
    """Return a frame without a speaker: *heißt es*, *es wurde mitgeteilt, dass*."""
    if maker.chance(0.5):
        es = leaf("es", "es", "PRON", "nsubj", Case="Nom", Gender="Neut", Number="Sing", Person="3", PronType="Prs")
        verb = maker.finite("heißen", maker.pick("heißt hieß"), "VERB", "root", number="Sing")
        adjuncts = [maker.circumstance() for _ in range(1) if maker.chance(0.6)]
        verb.after = [es, *adjuncts]
        if maker.chance(0.6):
            content = (
                maker.clause("second", "Sub").to("ccomp")
                if maker.chance(0.5)
                else maker.quoted(maker.content(), maker.random.choice(QUOTES)).to("ccomp")
            )
            verb.before = [content, mark(",")]
            verb.after.append(mark("."))
        elif adjuncts:
            verb.before, verb.after = (
                [adjuncts[0]],
                [es, mark(":"), maker.quoted(maker.content(), maker.random.choice(QUOTES), ".").to("ccomp")],
            )
        else:
            verb.before, verb.after = [es], [mark(","), maker.complement("dass").to("ccomp"), mark(".")]
        return verb
    passive = maker.random.choice(lexicon.COMPLEMENT_VERBS)
    head = leaf(passive.participle, passive.infinitive, "VERB", "root", VerbForm="Part")
    auxiliary = maker.finite("werden", maker.pick("wurde wird"), "AUX", "aux:pass", number="Sing")
    es = leaf("es", "es", "PRON", "expl", Case="Nom", Gender="Neut", Number="Sing", Person="3", PronType="Prs")
    head.before = [es, auxiliary, *([maker.circumstance()] if maker.chance(0.5) else [])]
    head.after = [mark(","), maker.complement("dass").to("csubj"), mark(".")]
    return head


def mixed_quotation(maker: Maker) -> Node:
    """Return a quotation within a sentence: *X nannte den Plan „falsch“*, *X sprach von einem „…“*."""
    subject, number = maker.speaker()
    plural = number == "Plur"
    marks = maker.random.choice(QUOTES)
    if maker.chance(0.5):
        verb = maker.finite("nennen", "nannten" if plural else "nannte", "VERB", "root", number=number, tense="Past")
        state = leaf(maker.pick(lexicon.STATES), "_", "ADJ", "xcomp", Degree="Pos")
        state.own.lemma = state.own.form
        if maker.chance(0.3):
            state.before.append(leaf(w := maker.pick("sehr völlig absolut ganz"), w, "ADV", "advmod"))
        maker.quoted(state, marks)
        verb.before, verb.after = [subject], [maker.noun(lexicon.THINGS, "Acc").to("obj"), state, mark(".")]
        return verb
    verb = maker.finite("sprechen", "sprachen" if plural else "sprach", "VERB", "root", number=number, tense="Past")
    noun = maker.noun(lexicon.THINGS, "Dat", plural=0.1, indefinite=0.8, adjective=0.9)
    if len(noun.before) > 1:
        noun.before.insert(1, mark(marks[0]))
    else:
        noun.before.append(mark(marks[0]))
    noun.after.append(mark(marks[1]))
    maker.phrase("von", noun, "obl")
    middle = [maker.circumstance()] if maker.chance(0.4) else []
    verb.before, verb.after = [subject], [*middle, noun, mark(".")]
    return verb


def label(maker: Maker) -> Node:
    """Return a label and a quotation: *Bürgermeister Ott: „…“*."""
    subject, _ = maker.speaker(pronoun=0)
    quotation = maker.quoted(maker.content(), maker.random.choice(QUOTES), ".").to("parataxis")
    subject.after += [mark(":"), quotation]
    return subject


def coordinated(maker: Maker) -> Node:
    """Return two frames: *X sagte, …, und fügte hinzu, dass …*."""
    top = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=False, extra=0.25)
    kind = maker.random.random()
    first = maker.clause("second", "Sub") if kind < 0.5 else maker.complement("dass")
    verb = maker.random.choice(lexicon.COMPLEMENT_VERBS)
    other = maker.finite(verb.lemma, verb.past, "VERB", "conj", number="Sing", tense="Past")
    other.before = [leaf("und", "und", "CCONJ", "cc")]
    second = maker.complement("dass") if maker.chance(0.6) else maker.clause("second", "Sub")
    tail = [mark(","), second.to("ccomp")]
    if maker.chance(0.3):
        tail = [mark(":"), maker.quoted(maker.content(), maker.random.choice(QUOTES)).to("ccomp")]
    other.after = [*maker.particle(verb), *tail]
    if maker.chance(0.75):
        top.after += [mark(","), first.to("ccomp"), mark(",")]
    top.after += [other, mark(".")]
    return top


def fragment(maker: Maker) -> Node:
    """Return a sentence of a longer quotation, with one mark."""
    top = maker.content()
    marks = maker.random.choice(QUOTES)
    stop = mark(maker.pick(". . . . ! ?"))
    if maker.chance(0.5):
        top.before.insert(0, mark(marks[0]))
        top.after.append(stop)
        if maker.chance(0.3):
            top.after.append(mark(marks[1]))
    else:
        top.after += [stop, mark(marks[1])]
    return top


def plain(maker: Maker) -> Node:
    """Return a plain clause, so that not every sentence of this style reports."""
    top = maker.clause("second", "Ind")
    top.after.append(mark("."))
    return top


ASKING = lexicon.ASK_VERBS
Constructions = Sequence[tuple[float, Callable[[Maker], Node]]]
CONSTRUCTIONS: Constructions = (
    (5, postposed),
    (3, preposed),
    (3, indirect_postposed),
    (3, medial),
    (2, so_frame),
    (3, according),
    (2, wie_frame),
    (3.5, complement_clause),
    (2.5, verb_second_complement),
    (1.2, infinitive_complement),
    (1.2, passive_frame),
    (1, mixed_quotation),
    (0.6, label),
    (1, coordinated),
    (1.5, fragment),
    (0.8, plain),
)


def reporting_trees(
    count: int, trees: Sequence[Tree], seed: int = 1, constructions: Constructions = CONSTRUCTIONS
) -> list[Tree]:
    """Return ``count`` generated reporting sentences, with quoted content partly from ``trees``."""
    maker = Maker(seed, trees)
    out = []
    for number in range(count):
        tree = maker.sentence(constructions)
        tree.name = f"generated-{number}"
        out.append(tree)
    return out
