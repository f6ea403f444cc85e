"""More constructions for the generator: frames inside a clause, relative clauses on speakers, objects of speech verbs.

The weights that were trained before these were added have not seen them; ``reporting_trees`` takes them where they are
asked for.
"""

from __future__ import annotations

from . import lexicon
from .reporting import PREDS, QUOTES, Constructions, Maker, Node, leaf, mark
from .trees import Tree

OBJECT_VERBS = lexicon.verbs(
    "fordern forderte fordert aufgefordert auf;bitten bat bittet gebeten;drängen drängte drängt gedrängt;"
    "warnen warnte warnt gewarnt;ermahnen ermahnte ermahnt ermahnt;beschuldigen beschuldigte beschuldigt beschuldigt"
)
DATIVE_VERBS = lexicon.verbs(
    "werfen warf wirft vorgeworfen vor;raten riet rät geraten;empfehlen empfahl empfiehlt empfohlen;"
    "versprechen versprach verspricht versprochen;drohen drohte droht gedroht;sagen sagte sagt zugesagt zu"
)
NOUN_FRAMES = (
    ("vertreten", "vertrat", "vertritt", "Ansicht", "Fem"),
    ("vertreten", "vertrat", "vertritt", "Auffassung", "Fem"),
    ("äußern", "äußerte", "äußert", "Hoffnung", "Fem"),
    ("äußern", "äußerte", "äußert", "Verdacht", "Masc"),
    ("erheben", "erhob", "erhebt", "Vorwurf", "Masc"),
    ("erneuern", "erneuerte", "erneuert", "Forderung", "Fem"),
)
REPORTED = (
    ("fordern", "forderte", "forderten", "", ""),
    ("verlangen", "verlangte", "verlangten", "", ""),
    ("kündigen", "kündigte", "kündigten", "an", ""),
    ("kritisieren", "kritisierte", "kritisierten", "", ""),
    ("begrüßen", "begrüßte", "begrüßten", "", ""),
    ("lehnen", "lehnte", "lehnten", "ab", ""),
    ("weisen", "wies", "wiesen", "zurück", ""),
    ("bestreiten", "bestritt", "bestritten", "", ""),
    ("befürchten", "befürchtete", "befürchteten", "", ""),
    ("warnen", "warnte", "warnten", "", "vor"),
    ("berichten", "berichtete", "berichteten", "", "von"),
    ("sprechen", "sprach", "sprachen", "", "von"),
    ("rechnen", "rechnete", "rechneten", "", "mit"),
)


def opened(block: Tree) -> Node | None:
    """Return a projective tree as its root with a block for each dependent.

    It is None where a contraction would come apart.
    """
    top = block.root
    parts = {child: sorted(block.subtree(child)) for child in block.children(top)}
    if any(inside[-1] - inside[0] != len(inside) - 1 for inside in parts.values()):
        return None
    place = {index: child for child, inside in parts.items() for index in inside}
    if any(place.get(start) != place.get(end - 1) for start, (end, _) in block.tokens.items()):
        return None
    node = Node(block.words[top].copy())
    for child in sorted(parts):
        inside = set(parts[child])
        piece = block.without(set(range(len(block.words))) - inside)
        relation = block.words[child].relation
        piece.words[piece.root].relation = relation
        (node.before if child < top else node.after).append(Node(block=piece, relation=relation))
    return node


def _trimmed(node: Node, *, first: bool) -> Node | None:
    """Return a constituent without the comma at its edge; None where nothing is left."""
    if node.block is None:
        edge = (node.before if first else node.after)[: 1 if first else None]
        if edge and edge[0 if first else -1].own.form == ",":
            (node.before if first else node.after).pop(0 if first else -1)
        return None if node.own.form == "," else node
    place = 0 if first else len(node.block.words) - 1
    if node.block.words[place].form != ",":
        return node
    if len(node.block.words) == 1 or node.block.children(place):
        return None
    return Node(block=node.block.without({place}), relation=node.relation)


def _length(node: Node) -> int:
    own = len(node.block.words) if node.block is not None else 1
    return own + sum(map(_length, [*node.before, *node.after]))


def cut_in(maker: Maker, top: Node, frame: Node, marks: tuple[str, str] | None, stop: str) -> bool:
    """Put a frame between two constituents of a clause, with marks around both halves; tell whether there was room."""
    row = [*top.before, None, *top.after]
    sizes = [1 if part is None else _length(part) for part in row]
    places = [
        place
        for place in range(1, len(row))
        if sum(sizes[:place]) >= 1 and sum(sizes[place:]) >= 2 and not _mark_only(row[place])
    ]
    if not places:
        return False
    clauses = [place for place in places if _is_clause(row[place])]
    place = maker.random.choice(clauses if clauses and maker.chance(0.6) else places)
    left: list[Node | None] = list(row[:place])
    right: list[Node | None] = list(row[place:])
    if left[-1] is not None:
        left[-1:] = [part] if (part := _trimmed(left[-1], first=False)) else []
    if right[0] is not None:
        right[:1] = [part] if (part := _trimmed(right[0], first=True)) else []
    if not left or not right:
        return False
    opening, closing = ([], []) if marks is None else ([mark(marks[0])], [mark(marks[1])])
    ending = [mark(stop), *([] if marks is None else [mark(marks[1])])]
    if marks is not None and maker.chance(0.2):
        ending.reverse()
    again = [] if marks is None else [mark(marks[0])]
    laid = [*opening, *left, *closing, mark(","), frame, mark(","), *again, *right, *ending]
    at = next(place for place, part in enumerate(laid) if part is None)
    top.before = [part for part in laid[:at] if part is not None]
    top.after = [part for part in laid[at + 1 :] if part is not None]
    return True


def _mark_only(part: Node | None) -> bool:
    return part is not None and part.own.upos == "PUNCT" and part.own.form != ","


def _is_clause(part: Node | None) -> bool:
    return part is not None and part.relation in ("ccomp", "advcl", "xcomp", "conj", "csubj", "acl", "parataxis")


def interrupted(maker: Maker) -> Node:
    """Return a clause with its frame inside: *Der Plan, sagte X, sei falsch*; *„Wir“, so X, „bleiben.“*."""
    while True:
        direct = maker.chance(0.6)
        top = _whole(maker, direct=direct)
        if top is None:
            continue
        if maker.chance(0.25):
            frame, _ = maker.speaker(pronoun=0)
            frame.before.insert(0, leaf("so", "so", "ADV", "advmod"))
        else:
            frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True, extra=0.25)
        stop = maker.pick(". . . . . !" if direct else ".")
        if cut_in(maker, top, frame.to("parataxis"), maker.random.choice(QUOTES) if direct else None, stop):
            return top


def _whole(maker: Maker, *, direct: bool) -> Node | None:
    """Return a clause whose constituents are the dependents of its head."""
    if direct and maker.statements and maker.chance(0.6):
        block = maker.random.choice(maker.statements).copy()
        if block.words[block.root].upos == "PUNCT":
            return None
        block.words[0].form = block.words[0].form[:1].upper() + block.words[0].form[1:]
        return opened(block)
    top = maker.first_person() if direct and maker.chance(0.4) else maker.clause("second", "Ind" if direct else "Sub")
    if maker.chance(0.4):
        clause = maker.complement("dass").to("ccomp")
        if maker.chance(0.5):
            first = clause.block.words[0] if clause.block is not None else clause.before[0].own
            first.form = first.lemma = maker.pick("wenn weil obwohl da")
            clause.relation = "advcl"
        top.after.append(clause)
    if direct:
        maker.raise_first(top)
    return top


def split_pair(maker: Maker) -> Node:
    """Return two sentences of one quotation with the frame between them: *„…“, sagte X. „…“* in one, by a comma."""
    direct = maker.chance(0.7)
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True, extra=0.35).to("parataxis")
    marks = maker.random.choice(QUOTES)
    top = maker.content() if direct else maker.clause("second", "Sub")
    second = maker.content() if direct and maker.chance(0.5) else maker.clause("second", "Ind" if direct else "Sub")
    if second.block is not None:
        first = second.block.words[0]
        first.form = first.form if first.upos in ("NOUN", "PROPN") else first.form[:1].lower() + first.form[1:]
    if maker.chance(0.5):
        word = maker.pick("und aber doch denn")
        second.before.insert(0, leaf(word, word, "CCONJ", "cc"))
        second.relation = "conj"
    else:
        second.relation = "parataxis"
    if direct:
        maker.quoted(top, marks)
        second.before.insert(0, mark(marks[0]))
        second.after += [mark("."), mark(marks[1])] if maker.chance(0.8) else [mark(marks[1]), mark(".")]
    else:
        second.after.append(mark("."))
    top.after += [mark(","), frame, mark(","), second]
    return top


def with_relative(maker: Maker) -> Node:
    """Return a frame whose speaker has a relative clause: *X, der den Plan prüft, sagte: „…“*."""
    shape = maker.random.random()
    frame = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=shape < 0.4, extra=0.25)
    subject = next(node for node in [*frame.before, *frame.after] if node.relation == "nsubj")
    if subject.own.upos == "PRON":
        subject.own.form, subject.own.lemma, subject.own.upos = (name := maker.surname()), name, "PROPN"
    number = "Plur" if any(child.relation == "conj" for child in subject.after) else subject.own.feats.get("Number")
    gender = subject.own.feats.get("Gender", "Masc")
    form = "die" if number == "Plur" else {"Masc": "der", "Fem": "die", "Neut": "das"}.get(gender, "der")
    pronoun = leaf(form, "der", "PRON", "nsubj", Case="Nom", Number=number or "Sing", PronType="Rel")
    clause = maker.clause("final", "Ind", subject=pronoun, number=number or "Sing").to("acl")
    clause.before.insert(0, mark(","))
    clause.after.append(mark(","))
    subject.after.append(clause)
    if shape < 0.4:
        direct = maker.chance(0.6)
        content = maker.content() if direct else maker.clause("second", "Sub")
        if direct:
            maker.quoted(content, maker.random.choice(QUOTES))
        frame.before = [content.to("ccomp"), mark(","), *frame.before]
        frame.after.append(mark("."))
    elif shape < 0.6:
        frame.after += [mark(":"), maker.quoted(maker.content(), maker.random.choice(QUOTES), ".").to("ccomp")]
    else:
        clause = maker.complement("dass") if maker.chance(0.5) else maker.clause("second", "Sub")
        frame.after += [mark(","), clause.to("ccomp"), mark(".")]
    return frame


def wie_inside(maker: Maker) -> Node:
    """Return a clause with *wie X mitteilte* inside or around: also in the perfect, and *wie es heißt*."""
    verb = maker.random.choice(lexicon.COMPLEMENT_VERBS)
    if maker.chance(0.2):
        es = leaf("es", "es", "PRON", "nsubj", Case="Nom", Gender="Neut", Number="Sing", Person="3", PronType="Prs")
        clause = maker.finite("heißen", maker.pick("heißt hieß"), "VERB", "advcl", number="Sing")
        clause.before = [leaf("wie", "wie", "SCONJ", "mark"), es]
    elif maker.chance(0.25):
        source = maker.noun(lexicon.BODIES, "Dat", plural=0.1, indefinite=0.3)
        clause = maker.finite("verlauten", "verlautete", "VERB", "advcl", number="Sing", tense="Past")
        clause.before = [leaf("wie", "wie", "SCONJ", "mark"), maker.phrase("aus", source, "obl")]
    else:
        subject, number = maker.speaker()
        plural = number == "Plur"
        if maker.chance(0.35):
            form = maker.pick("hatten haben" if plural else "hatte hat")
            clause = leaf(verb.participle, verb.infinitive, "VERB", "advcl", VerbForm="Part")
            clause.after = [maker.finite("haben", form, "AUX", "aux", number=number)]
        else:
            form = verb.past_plural() if plural else verb.past
            clause = maker.finite(verb.infinitive, verb.particle + form, "VERB", "advcl", number=number, tense="Past")
        clause.before = [leaf("wie", "wie", "SCONJ", "mark"), subject]
    if maker.chance(0.6):
        clause.before.append(maker.circumstance())
    while True:
        top = maker.clause("second", "Ind" if maker.chance(0.75) else "Sub")
        if maker.chance(0.65):
            if cut_in(maker, top, clause, None, "."):
                return top
            continue
        top.after += [mark(","), clause, mark(".")]
        return top


def partly_quoted(maker: Maker) -> Node:
    """Return reported speech with a part of it quoted: *X meinte, der Plan sei „völlig falsch“*."""
    marks = maker.random.choice(QUOTES)
    clause = maker.clause("second", "Sub")
    parts = [node for node in [*clause.before, *clause.after] if node.relation in ("obj", "obl", "nmod")]
    if clause.own.upos == "ADJ" and maker.chance(0.7):
        inner = leaf(w := maker.pick("sehr völlig absolut ganz nicht"), w, "ADV", "advmod")
        clause.before += [mark(marks[0]), *([inner] if maker.chance(0.5) else [])]
        clause.after.append(mark(marks[1]))
    elif parts:
        part = maker.random.choice(parts)
        skip = sum(node.relation in ("case", "det") for node in part.before[:2])
        part.before.insert(skip, mark(marks[0]))
        part.after.append(mark(marks[1]))
    if maker.chance(0.5):
        frame = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=True, extra=0.3)
        frame.before = [clause.to("ccomp"), mark(","), *frame.before]
        frame.after.append(mark("."))
        return frame
    if maker.chance(0.3):
        clause.after.append(mark("."))
        return clause
    frame = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=False, extra=0.3)
    frame.after += [mark(","), clause.to("ccomp"), mark(".")]
    return frame


def called(maker: Maker) -> Node:
    """Return *X bezeichnete den Plan als „Holzweg“*."""
    frame = _simple(maker, "bezeichnen", "bezeichnete", "bezeichneten")
    noun = maker.noun(lexicon.THINGS, "Acc", plural=0, indefinite=0.6, adjective=0.6).to("obl")
    marks = maker.random.choice(QUOTES)
    if maker.chance(0.7):
        skip = sum(node.relation == "det" for node in noun.before)
        noun.before.insert(skip if maker.chance(0.7) else 0, mark(marks[0]))
        noun.after.append(mark(marks[1]))
    noun.before.insert(0, leaf("als", "als", "ADP", "case"))
    thing = maker.noun(lexicon.THINGS, "Acc").to("obj")
    frame.after += [thing, noun, mark(".")]
    return frame


def _simple(maker: Maker, lemma: str, past: str, many: str) -> Node:
    """Return a past frame with its subject in front, or an adjunct in front and the subject behind."""
    subject, number = maker.speaker()
    head = maker.finite(lemma, many if number == "Plur" else past, "VERB", "root", number=number, tense="Past")
    if maker.chance(0.25):
        head.before, head.after = [maker.circumstance()], [subject]
    else:
        head.before = [subject]
        if maker.chance(0.35):
            head.after = [maker.circumstance()]
    return head


def reported_object(maker: Maker) -> Node:
    """Return a speech act with an object: *X forderte Hilfe*, *X warnte vor dem Streik*."""
    lemma, past, many, particle, preposition = maker.random.choice(REPORTED)
    frame = _simple(maker, lemma, past, many)
    if preposition:
        thing = maker.phrase(preposition, maker.noun(lexicon.THINGS, "Dat"), "obl")
    else:
        thing = maker.noun(lexicon.THINGS, "Acc").to("obj")
    if maker.chance(0.3):
        thing.after.append(maker.noun(lexicon.THINGS, "Gen", plural=0, indefinite=0).to("nmod"))
    frame.after.append(thing)
    if particle:
        frame.after.append(leaf(particle, particle, "ADP" if particle == "an" else "ADV", "compound:prt"))
    frame.after.append(mark("."))
    return frame


def back_reference(maker: Maker) -> Node:
    """Return *Das teilte X mit*."""
    frame = maker.frame(lexicon.COMPLEMENT_VERBS, inverted=True)
    form = maker.pick("das das dies")
    this = leaf(form, form, "PRON", "obj", Case="Acc", Gender="Neut", Number="Sing", PronType="Dem")
    frame.before.insert(0, this)
    frame.after.append(mark("."))
    return frame


def cited(maker: Maker) -> Node:
    """Return *X zitierte Y mit den Worten: „…“*."""
    frame = _simple(maker, "zitieren", "zitierte", "zitierten")
    other, _ = maker.speaker("Acc", pronoun=0)
    frame.after.append(other.to("obj"))
    words = leaf("Worten", "Wort", "NOUN", "obl", Case="Dat", Gender="Neut", Number="Plur")
    words.before.append(maker.article("Neut", "Plur", "Dat"))
    frame.after += [maker.phrase("mit", words, "obl"), mark(":")]
    frame.after.append(maker.quoted(maker.content(), maker.random.choice(QUOTES), ".").to("ccomp"))
    return frame


def demnach(maker: Maker) -> Node:
    """Return *Demnach sei der Plan falsch*, and clauses in the Konjunktiv or with *soll* that go on reporting."""
    kind = maker.random.random()
    top = maker.clause("second", "Ind" if kind < 0.3 else "Sub")
    if kind < 0.55:
        word = maker.pick("demnach demnach danach außerdem zudem")
        adverb = leaf(word, word, "ADV", "advmod")
        if top.before[1:2] and top.before[1].relation in ("aux", "aux:pass", "cop"):
            top.before = [adverb, top.before[1], top.before[0], *top.before[2:]]
        else:
            top.before, top.after = [adverb], [top.before[0], *top.after]
    top.after.append(mark("."))
    return top


def addressed(maker: Maker) -> Node:
    """Return *X forderte Y auf, zu gehen*; *X warf Y vor, den Plan verhindert zu haben*."""
    dative = maker.chance(0.5)
    verb = maker.random.choice(DATIVE_VERBS if dative else OBJECT_VERBS)
    subject, number = maker.speaker()
    plural = number == "Plur"
    case = "Dat" if dative else "Acc"
    addressee = maker.body(case) if maker.chance(0.6) else maker.speaker(case, pronoun=0)[0]
    addressee.relation = "obl:arg" if dative else "obj"
    middle = [addressee, *([maker.circumstance()] if maker.chance(0.3) else [])]
    clause = maker.infinitive()
    if verb.particle == "vor" or verb.lemma == "beschuldigen":
        pred = maker.random.choice([p for p in PREDS if p[7] == "obj" and p[0] != "haben"])
        clause.own.form, clause.own.lemma, clause.own.feats = pred[4], pred[0], {"VerbForm": "Part"}
        if not any(node.relation == "obj" for node in clause.before):
            clause.before.insert(0, maker.noun(lexicon.THINGS, "Acc").to("obj"))
        clause.after.append(leaf("haben", "haben", "AUX", "aux", VerbForm="Inf"))
    if maker.chance(0.75):
        form = verb.past_plural() if plural else verb.past
        head = maker.finite(verb.lemma, form, "VERB", "root", number=number, tense="Past")
        head.before, head.after = [subject], [*middle, *maker.particle(verb)]
    else:
        head = leaf(verb.participle, verb.infinitive, "VERB", "root", VerbForm="Part")
        auxiliary = maker.finite(
            "haben", maker.pick("haben hatten" if plural else "hat hatte"), "AUX", "aux", number=number
        )
        head.before = [subject, auxiliary, *middle]
    head.after += [mark(","), clause, mark(".")]
    return head


def noun_frame(maker: Maker) -> Node:
    """Return *X vertrat die Ansicht, dass …*."""
    lemma, past, _, noun, gender = maker.random.choice(NOUN_FRAMES)
    frame = _simple(maker, lemma, past, past + ("n" if past.endswith("e") else "en"))
    view = leaf(noun, noun, "NOUN", "obj", Case="Acc", Gender=gender, Number="Sing")
    view.before.append(maker.article(gender, "Sing", "Acc"))
    clause = maker.complement("dass") if maker.chance(0.7) else maker.clause("second", "Sub")
    view.after += [mark(","), clause.to("ccomp")]
    frame.after += [view, mark(".")]
    return frame


def goes_on(maker: Maker) -> Node:
    """Return *„…“, sagte X und fügte hinzu: „…“* and *„…“, sagte X, als …*."""
    frame = maker.frame(lexicon.SPEECH_VERBS, inverted=True, extra=0.3)
    direct = maker.chance(0.7)
    content = maker.content() if direct else maker.clause("second", "Sub")
    marks = maker.random.choice(QUOTES)
    if direct:
        maker.quoted(content, marks)
    frame.before = [content.to("ccomp"), mark(","), *frame.before]
    if maker.chance(0.35):
        clause = maker.complement("dass").to("advcl")
        first = clause.block.words[0] if clause.block is not None else clause.before[0].own
        first.form = first.lemma = maker.pick("als nachdem während bevor")
        frame.after += [mark(","), clause, mark(".")]
        return frame
    verb = maker.random.choice(lexicon.COMPLEMENT_VERBS)
    other = maker.finite(verb.lemma, verb.past, "VERB", "conj", number="Sing", tense="Past")
    other.before = [leaf("und", "und", "CCONJ", "cc")]
    if direct and maker.chance(0.5):
        tail = [mark(":"), maker.quoted(maker.content(), marks, ".").to("ccomp")]
    else:
        clause = maker.complement("dass") if maker.chance(0.5) else maker.clause("second", "Sub")
        tail = [mark(","), clause.to("ccomp"), mark(".")]
    other.after = [*maker.particle(verb), *tail]
    frame.after.append(other)
    return frame


def asked(maker: Maker) -> Node:
    """Return *X fragte, warum …*."""
    frame = maker.frame(lexicon.ASK_VERBS, inverted=False, extra=0.3)
    clause = maker.clause("final", "Ind" if maker.chance(0.5) else "Sub").to("ccomp")
    word = maker.pick("warum wann wie wo weshalb")
    clause.before.insert(0, leaf(word, word, "ADV", "advmod"))
    frame.after += [mark(","), clause, mark(".")]
    return frame


FURTHER: Constructions = (
    (6, interrupted),
    (3, split_pair),
    (3, with_relative),
    (2, wie_inside),
    (2, partly_quoted),
    (1, called),
    (1.5, reported_object),
    (0.7, back_reference),
    (0.7, cited),
    (1, demnach),
    (1.5, addressed),
    (0.8, noun_frame),
    (2, goes_on),
    (0.6, asked),
)
