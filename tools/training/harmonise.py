"""Bring the German treebanks to one convention, that of current UD German-GSD.

Every rule takes a tree and changes it in place; :func:`harmonise` runs those that a source needs. Relation subtypes
that the CoNLL 2018 metrics ignore are dropped, language-specific tags (XPOS) too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from .trees import Tree, Word, attach_punctuation, is_tree

FEATURES = frozenset(
    "Case Gender Number Mood Tense VerbForm Person PronType Poss Reflex Definite Degree NumType".split()
)
RELATIONS = {
    "acl:relcl": "acl",
    "obl:tmod": "obl",
    "obl:agent": "obl",
    "flat:name": "flat",
    "flat:foreign": "flat",
    "iobj": "obl:arg",
    "nmod:poss": "nmod",
    "cc:preconj": "cc",
    "expl:pv": "obj",
    "csubj:pass": "csubj",
    "nsubj:outer": "nsubj",
    "reparandum": "dep",
    "advmod:emph": "advmod",
}
CALENDAR = frozenset(
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Jänner Februar März April Mai Juni "
    "Juli August September Oktober November Dezember".split()
)
PREPOSITIONS = frozenset(
    "ab an auf aus bei durch ein entgegen für gegenüber hinter in mit nach neben über um unter von vor wider zu "
    "zwischen".split()
) - {"ein"}
SPEECH = frozenset(
    "sagen erklären meinen betonen mitteilen teilen berichten schreiben heißen fordern kritisieren warnen versichern "
    "bestätigen hinzufügen fügen erläutern behaupten melden glauben hoffen fragen antworten ankündigen kündigen "
    "räumen begründen prophezeien vermuten zitieren urteilen verkünden verlauten".split()
)
ADVERBIAL = frozenset(
    "um wenn nachdem während weil obwohl da als damit bevor ohne statt anstatt sodass indem falls sofern seit sobald "
    "solange bis".split()
)
SUBJUNCTIVE = re.compile(
    r"^(sei|seien|seiest|habe|habest|werde|werdest|könne|müsse|solle|wolle|dürfe|möge|lasse|wisse|gebe|gehe|komme|"
    r"(wär|hätt|würd|könnt|müsst|dürft|möcht|käm|gäb|ging|ließ|wüsst|bräucht|läg|säh)(e|en|est|et))$"
)
PUD_FORMS = {"VBC": "Fin", "VB": "Inf", "VBN": "Part"}


def harmonise(trees: Iterable[Tree], source: str) -> list[Tree]:
    """Return copies of the trees of a source (``gsd-dev``, ``gsd-train-sample``, ``pud``, ``hdt``) in one convention.

    Trees that a rule would break are left out.
    """
    rules = [*COMMON, *SOURCES.get(source.removesuffix("-a").removesuffix("-b").removesuffix("-part"), ())]
    out = []
    for original in trees:
        tree = original.copy()
        for rule in rules:
            rule(tree)
        tree = part_hyphens(tree)
        for word in tree.words:
            word.xpos = "_"
            word.relation = RELATIONS.get(word.relation, word.relation)
            word.feats = {key: value for key, value in word.feats.items() if key in FEATURES}
        if is_tree(tree):
            out.append(tree)
    return out


def _case_marks(tree: Tree, index: int) -> str:
    return next(
        (
            tree.words[child].form.lower()
            for child in tree.children(index)
            if tree.words[child].relation in ("mark", "case")
        ),
        "",
    )


def calendar_names(tree: Tree) -> None:
    """Weekdays and months are PROPN."""
    for word in tree.words:
        if word.form in CALENDAR and word.upos == "NOUN":
            word.upos = "PROPN"


def possessives(tree: Tree) -> None:
    """Possessive determiners are ``det:poss``."""
    for word in tree.words:
        if word.upos == "DET" and word.relation == "det" and word.feats.get("Poss") == "Yes":
            word.relation = "det:poss"


def reflexives(tree: Tree) -> None:
    """``sich`` is PRON with the lemma ``sich``; lexical reflexives are objects."""
    for word in tree.words:
        if word.form.lower() == "sich":
            word.lemma, word.upos = "sich", "PRON"
            word.feats["Reflex"] = "Yes"
            if word.relation in ("nsubj", "expl:pv", "expl"):
                word.relation = "obj"


def main_verbs(tree: Tree) -> None:
    """*haben, werden, sein* and modals are AUX only as ``aux`` or ``cop``, VERB as heads of their own."""
    for word in tree.words:
        plain = word.relation.split(":")[0]
        if word.upos == "AUX" and plain not in ("aux", "cop", "conj", "fixed", "dep"):
            word.upos = "VERB"
        elif word.upos == "VERB" and plain in ("aux", "cop"):
            word.upos = "AUX"


def ambiguous_lemmas(tree: Tree) -> None:
    """Of lemmas with alternatives (``Sie|sie``) the one nearest the form stays; old spellings become new ones."""
    pronouns = {"dies": "dieser", "ander": "anderer", "jed": "jeder", "jen": "jener", "manch": "mancher"}
    for word in tree.words:
        if "|" in word.lemma:
            options = word.lemma.split("|")
            word.lemma = next((o for o in options if word.form.lower().startswith(o.lower()[:3])), options[0])
        if word.upos in ("DET", "PRON", "ADJ"):
            word.lemma = pronouns.get(word.lemma, word.lemma)
        if word.lemma in ("_", "unknown", ""):
            word.lemma = word.form
        if "ß" in word.lemma and "ss" in word.form and "ß" not in word.form:
            modern = word.lemma.replace("ß", "ss")
            if word.form.lower().startswith(modern.lower()[:5]):
                word.lemma = modern


def comparison_particles(tree: Tree) -> None:
    """*als* and *wie* before a noun are ADP ``case``; what they compare with is ``obl`` or ``nmod``."""
    for word in tree.words:
        if word.form.lower() not in ("als", "wie") or word.head < 0:
            continue
        head = tree.words[word.head]
        if word.relation == "cc" and head.upos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
            word.relation = "case"
            if head.relation == "conj":
                above = tree.words[head.head].upos if head.head >= 0 else "VERB"
                head.relation = "nmod" if above in ("NOUN", "PROPN", "PRON") else "obl"
        if word.relation == "case":
            word.upos = "ADP"
        elif word.relation == "mark":
            word.upos = "SCONJ"


def pud_verb_forms(tree: Tree) -> None:
    """PUD leaves VerbForm out, but its XPOS tells it."""
    for word in tree.words:
        if word.upos in ("VERB", "AUX") and word.xpos in PUD_FORMS:
            word.feats["VerbForm"] = PUD_FORMS[word.xpos]


def adverbial_clauses(tree: Tree) -> None:
    """HDT's ``ccomp`` with an adverbial conjunction is ``advcl``, with bare *zu* it is ``xcomp``."""
    for index, word in enumerate(tree.words):
        if word.relation == "ccomp":
            marks = {tree.words[c].form.lower() for c in tree.children(index) if tree.words[c].relation == "mark"}
            if marks & ADVERBIAL:
                word.relation = "advcl"
            elif marks == {"zu"}:
                word.relation = "xcomp"


def dative_objects(tree: Tree) -> None:
    """HDT's dative ``obj`` is ``obl:arg``; the case of the article decides where the noun does not say."""
    for index, word in enumerate(tree.words):
        if word.relation == "obj" and word.upos in ("NOUN", "PROPN", "PRON"):
            cases = {word.feats.get("Case")} | {
                tree.words[c].feats.get("Case") for c in tree.children(index) if tree.words[c].upos == "DET"
            }
            if "Dat" in cases and "Acc" not in cases and word.form.lower() != "sich":
                word.relation = "obl:arg"


def prepositional_adverbs(tree: Tree) -> None:
    """*dabei, damit, darauf* are ``advmod`` even where a verb asks for them."""
    for word in tree.words:
        if word.xpos == "PROAV" and word.relation in ("obj", "obl"):
            word.relation = "advmod"


def separable_particles(tree: Tree) -> None:
    """Separable particles that look like prepositions are ADP, others ADV; the verb's lemma stands without them."""
    for word in tree.words:
        if word.relation == "compound:prt":
            word.upos = "ADP" if word.form.lower() in PREPOSITIONS else "ADV"


def title_before_name(tree: Tree) -> None:
    """HDT hangs every name on the title as ``flat``: the first is ``appos`` of it, others ``flat`` of the first."""
    for index, word in enumerate(tree.words):
        if word.upos != "NOUN":
            continue
        names = [c for c in tree.children(index) if tree.words[c].relation == "flat:name" and c > index]
        if names:
            tree.words[names[0]].relation = "appos"
            for other in names[1:]:
                tree.words[other].head = names[0]


def foreign_words(tree: Tree) -> None:
    """HDT tags much as X that GSD calls a name or a noun."""
    for word in tree.words:
        if word.upos == "X" and word.form[:1].isupper():
            word.upos = "NOUN" if word.xpos == "NN" else "PROPN"
        if word.form.lower() == "mehr":
            word.upos = "DET" if word.relation == "det" else "ADV"


def large_numbers(tree: Tree) -> None:
    """*Millionen* before a noun is ``nmod`` of it, not ``nummod``."""
    for word in tree.words:
        if word.upos == "NOUN" and word.relation == "nummod":
            word.relation = "nmod"


def subjunctives(tree: Tree) -> None:
    """HDT has no Konjunktiv: forms that can be nothing else get it back."""
    for word in tree.words:
        if word.upos in ("VERB", "AUX") and word.feats.get("VerbForm") == "Fin":
            lower = word.form.lower()
            regular = word.lemma.endswith("en") and lower == word.lemma[:-1] and word.feats.get("Person") == "3"
            if SUBJUNCTIVE.match(lower) or (regular and word.feats.get("Number") == "Sing"):
                word.feats["Mood"] = "Sub"


def compound_lemmas(tree: Tree) -> None:
    """HDT gives compound nouns the lemma of their head (*Mitbenutzern*, ``Benutzer``): the first part comes back."""
    for word in tree.words:
        if word.upos in ("NOUN", "PROPN") and "-" not in word.form:
            word.lemma = whole_lemma(word.form, word.lemma)


def whole_lemma(form: str, lemma: str) -> str:
    """Return the lemma of a compound from the lemma of its head.

    >>> whole_lemma("Familienmitglieder", "Mitglied"), whole_lemma("Händen", "Hand")
    ('Familienmitglied', 'Hand')
    """
    if len(form) <= len(lemma) or form.lower().startswith(lemma.lower()[:3]):
        return lemma
    stem = _plain(lemma)
    for length in range(len(stem), 2, -1):
        place = _plain(form).rfind(stem[:length])
        if place > 1 and len(form) - place <= len(lemma) + 4:
            return form[:place] + lemma.lower()
    return lemma


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("äöü", "aou"))


def postposed_speech(tree: Tree) -> None:
    """HDT makes a postposed speech verb ``parataxis``; in GSD it is the root and the quotation ``ccomp``."""
    root = tree.root
    for index, word in enumerate(tree.words):
        if word.relation != "parataxis" or word.head != root or word.lemma not in SPEECH or index < root:
            continue
        below = tree.subtree(index)
        rest = [i for i in range(len(tree.words)) if i not in below and tree.words[i].relation != "punct"]
        if rest and max(rest) < min(i for i in below if tree.words[i].relation != "punct"):
            word.head, word.relation = -1, "root"
            tree.words[root].head, tree.words[root].relation = index, "ccomp"
            attach_punctuation(tree)
            return


HYPHENS = re.compile(r"^\w[\w.]*(?:-\w[\w.]*)+$")


def part_hyphens(tree: Tree) -> Tree:
    """Part hyphenated words: parts are ``compound`` of the last (``flat`` of the first in names)."""
    if not any(HYPHENS.match(word.form) for word in tree.words):
        return tree
    words: list[Word] = []
    start: dict[int, int] = {}
    final: dict[int, int] = {}
    for index, word in enumerate(tree.words):
        start[index] = len(words)
        if not HYPHENS.match(word.form) or word.upos not in ("NOUN", "PROPN", "ADJ", "X"):
            words.append(word.copy())
            final[index] = len(words) - 1
            continue
        parts = word.form.split("-")
        lemma = word.lemma.split("-")[-1] if "-" in word.lemma else whole_lemma(parts[-1], word.lemma)
        base = len(words)
        name = word.upos == "PROPN"
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            feats = dict(word.feats) if last or name else {}
            upos = word.upos if last or name else ("NUM" if part.isdigit() else "NOUN")
            piece = Word(part, lemma if last else part, upos, "_", feats, -2, "compound", False)
            words.append(piece)
            if not last:
                words.append(Word("-", "-", "PUNCT", "_", {}, len(words) - 1, "punct", False))
        top = base if name else len(words) - 1
        for place in range(base, len(words)):
            if words[place].upos != "PUNCT" and place != top:
                words[place].head, words[place].relation = (top, "flat") if name else (top, "compound")
        words[top].head, words[top].relation = -3, word.relation
        words[-1].space = word.space
        final[index] = top
    for old, word in enumerate(tree.words):
        words[final[old]].head = final[word.head] if word.head >= 0 else -1
    tokens = {start[a]: (start[b - 1] + 1, form) for a, (b, form) in tree.tokens.items()}
    return Tree(words, tokens, tree.name)


COMMON: tuple[Callable[[Tree], None], ...] = (
    calendar_names,
    possessives,
    reflexives,
    main_verbs,
    ambiguous_lemmas,
    comparison_particles,
    separable_particles,
    large_numbers,
)
SOURCES: dict[str, tuple[Callable[[Tree], None], ...]] = {
    "pud": (pud_verb_forms,),
    "hdt": (
        adverbial_clauses,
        dative_objects,
        prepositional_adverbs,
        title_before_name,
        foreign_words,
        subjunctives,
        compound_lemmas,
        postposed_speech,
    ),
}

CLOSED = frozenset("DET PRON ADP AUX CCONJ SCONJ PART ADV".split())


class Usage:
    """How a treebank tags and lemmatises function words, for bringing others to its usage.

    ``tags`` maps (form, relation) to a tag, ``lemmas`` (form, tag) to a lemma, where the model treebank is steady.
    """

    def __init__(self, trees: Iterable[Tree], least: int = 3, share: float = 0.85) -> None:
        """Count the function words of the model treebank."""
        tags: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for tree in trees:
            for word in tree.words:
                tags[word.form.lower(), word.relation.split(":")[0]][word.upos] += 1
                lemmas[word.form.lower(), word.upos][word.lemma] += 1
        self.tags = {k: v for k, c in tags.items() if (v := _steady(c, least, share)) in CLOSED}
        self.lemmas = {k: v for k, c in lemmas.items() if k[1] in CLOSED and (v := _steady(c, least, share))}

    def apply(self, tree: Tree) -> None:
        """Change tags and lemmas of function words to the usage of the model treebank."""
        for word in tree.words:
            lower = word.form.lower()
            if word.upos in CLOSED:
                word.upos = self.tags.get((lower, word.relation.split(":")[0]), word.upos)
            if word.upos in CLOSED:
                word.lemma = self.lemmas.get((lower, word.upos), word.lemma)


def _steady(counts: Counter[str], least: int, share: float) -> str:
    value, count = counts.most_common(1)[0]
    total = sum(counts.values())
    return value if total >= least and count / total >= share else ""


class Adverbs:
    """Which words are adjectives used as adverbs: GSD calls them ADJ, PUD calls all of them ADV."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        """Count ADJ against ADV among the ``advmod`` of the model treebank, and adjectives at large."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for tree in trees:
            for word in tree.words:
                if word.upos == "ADV" or (word.upos == "ADJ" and word.feats.get("Degree") == "Pos"):
                    counts[word.form.lower() if word.upos == "ADV" else word.lemma.lower()][word.upos] += 1
        self.adjectives = {form for form, count in counts.items() if count["ADJ"] > count["ADV"]}

    def apply(self, tree: Tree) -> None:
        """Tag the adjectives among adverbs as ADJ."""
        for word in tree.words:
            if word.upos == "ADV" and word.form.lower() in self.adjectives:
                word.upos = "ADJ"
                word.lemma = word.form.lower()
                word.feats["Degree"] = "Pos"
