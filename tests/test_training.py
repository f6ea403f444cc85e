"""The training of the parse model: conventions, generated sentences, segmentation data. Nothing is trained."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from quotetrack.parsing import StanzaParser
from quotetrack.quotation_marks import pair
from quotetrack.segmentation import segment
from training.corpus import character_lines, clean_paragraphs, decoded, syntactic_words
from training.endings import Shares, ends_plainly, rare_ends, running_paragraphs
from training.evaluation import BEGIN, END, f1, keyed, relation_scores, reporting_pairs, running_text, table, write_card
from training.further import FURTHER, interrupted, opened
from training.harmonise import Adverbs, Usage, harmonise, whole_lemma
from training.lemmas import Lemmas, lemma_triples
from training.names import read_names, spans
from training.package import resources, without_folders, write_sums
from training.parts import (
    add_to_mean,
    characters_read_once,
    folds,
    lemma_types,
    train_characters,
    with_weights,
)
from training.reporting import CONSTRUCTIONS, Maker, assemble, final_clauses, reporting_trees, statement
from training.segmentation import Writer, paragraphs, requoted, respaced, write_paragraphs
from training.splitting import cut_sentences
from training.trees import Tree, attach_punctuation, conllu, is_tree, read_trees

CASES = Path(__file__).parent / "cases/model"


def tree(text: str) -> Tree:
    """Return a tree from lines of ``form lemma upos xpos feats head relation``."""
    rows = [line.split() for line in text.strip().splitlines()]
    lines = [
        "\t".join((str(number), form, lemma, upos, xpos, feats, head, relation, "_", "_"))
        for number, (form, lemma, upos, xpos, feats, head, relation) in enumerate(rows, 1)
    ]
    return next(read_trees(lines))


def relations(result: Tree) -> list[tuple[str, int, str]]:
    """Return form, number of the head and relation of each word."""
    return [(word.form, word.head + 1, word.relation) for word in result.words]


POSTPOSED = tree("""
    Der der DET ART Case=Nom 2 det
    Plan Plan NOUN NN Case=Nom 4 nsubj
    sei sein AUX VAFIN VerbForm=Fin 4 cop
    falsch falsch ADJ ADJD _ 0 root
    , , PUNCT $, _ 6 punct
    sagte sagen VERB VVFIN VerbForm=Fin 4 parataxis
    Ott Ott PROPN NE _ 6 nsubj
    . . PUNCT $. _ 4 punct
""")


def test_hdt_postposed_speech_verb_becomes_the_root() -> None:
    """HDT makes the quotation the root; GSD the speech verb."""
    (result,) = harmonise([POSTPOSED], "hdt-part-a")
    assert relations(result)[3:] == [
        ("falsch", 6, "ccomp"),
        (",", 4, "punct"),
        ("sagte", 0, "root"),
        ("Ott", 6, "nsubj"),
        (".", 6, "punct"),
    ]


def test_hdt_konjunktiv_comes_back() -> None:
    """HDT has no Mood=Sub; unmistakable forms get it."""
    (result,) = harmonise([POSTPOSED], "hdt-part-a")
    assert [word.feats.get("Mood") for word in result.words if word.form == "sei"] == ["Sub"]


def test_other_sources_keep_their_root() -> None:
    """The rule is for HDT alone."""
    (result,) = harmonise([POSTPOSED], "gsd-dev")
    assert result.root == 3


def test_hdt_title_heads_the_name() -> None:
    """The first name is an apposition of the title, the surname flat; the hyphen parts the title."""
    source = tree("""
        US-Präsident Präsident NOUN NN _ 4 nsubj
        Bill Bill PROPN NE _ 1 flat:name
        Clinton Clinton PROPN NE _ 1 flat:name
        kam kommen VERB VVFIN VerbForm=Fin 0 root
    """)
    (result,) = harmonise([source], "hdt-part-a")
    assert relations(result) == [
        ("US", 3, "compound"),
        ("-", 1, "punct"),
        ("Präsident", 6, "nsubj"),
        ("Bill", 3, "appos"),
        ("Clinton", 4, "flat"),
        ("kam", 0, "root"),
    ]
    assert result.text == "US-Präsident Bill Clinton kam"


@pytest.mark.parametrize(
    ("conjunction", "relation"), [("dass", "ccomp"), ("damit", "advcl"), ("wenn", "advcl"), ("ob", "ccomp")]
)
def test_hdt_adverbial_clauses(conjunction: str, relation: str) -> None:
    """The conjunction decides between complement and adverbial clause."""
    source = tree(f"""
        Er er PRON PPER _ 2 nsubj
        geht gehen VERB VVFIN VerbForm=Fin 0 root
        {conjunction} {conjunction} SCONJ KOUS _ 5 mark
        sie sie PRON PPER _ 5 nsubj
        kommt kommen VERB VVFIN VerbForm=Fin 2 ccomp
    """)
    (result,) = harmonise([source], "hdt-part-b")
    assert result.words[4].relation == relation


def test_hdt_dative_object() -> None:
    """The article's case tells a dative object."""
    source = tree("""
        Er er PRON PPER _ 2 nsubj
        hilft helfen VERB VVFIN VerbForm=Fin 0 root
        der der DET ART Case=Dat 4 det
        Frau Frau NOUN NN _ 2 obj
    """)
    (result,) = harmonise([source], "hdt-part-a")
    assert result.words[3].relation == "obl:arg"


def test_pud_comparison_is_a_case() -> None:
    """What als introduces is no conjunct; PUD's tags tell the finite verb."""
    source = tree("""
        Er er PRON PRP _ 3 nsubj
        gilt gelten VERB VBC _ 0 root
        als als CCONJ CC _ 4 cc
        Held Held NOUN NN _ 2 conj
    """)
    source.words[0].head = 1
    (result,) = harmonise([source], "pud")
    assert [(w.upos, w.relation) for w in result.words[2:]] == [("ADP", "case"), ("NOUN", "obl")]
    assert result.words[1].feats["VerbForm"] == "Fin"


def test_weekdays_are_names_and_main_verbs_are_verbs() -> None:
    """GSD's tags of weekdays and of haben as a main verb."""
    source = tree("""
        Montag Montag NOUN NN _ 2 obl
        hat haben AUX VAFIN VerbForm=Fin 0 root
        er er PRON PPER _ 2 nsubj
        Zeit Zeit NOUN NN _ 2 obj
    """)
    (result,) = harmonise([source], "hdt-part-a")
    assert [word.upos for word in result.words] == ["PROPN", "VERB", "PRON", "NOUN"]


@pytest.mark.parametrize(
    ("form", "lemma", "whole"),
    [
        ("Familienmitglieder", "Mitglied", "Familienmitglied"),
        ("Mitbenutzern", "Benutzer", "Mitbenutzer"),
        ("Bundesländern", "Land", "Bundesland"),
        ("Händen", "Hand", "Hand"),
        ("Hauses", "Haus", "Haus"),
    ],
)
def test_compound_lemmas(form: str, lemma: str, whole: str) -> None:
    """A compound's lemma is the whole word."""
    assert whole_lemma(form, lemma) == whole


def test_usage_of_function_words_is_taken_over() -> None:
    """The model treebank decides tags and lemmas of function words."""
    line = "keine kein DET PIAT _ 2 det\nZeit Zeit NOUN NN _ 0 root"
    usage = Usage([tree(line)] * 3)
    other = tree("keine keiner PRON PIAT _ 2 det\nZeit Zeit NOUN NN _ 0 root")
    usage.apply(other)
    assert (other.words[0].upos, other.words[0].lemma) == ("DET", "kein")


def test_adjectives_used_as_adverbs_are_adjectives() -> None:
    """PUD's ADV is ADJ where GSD says so."""
    adverbs = Adverbs([tree("schnell schnell ADJ ADJD Degree=Pos 2 advmod\nfährt fahren VERB VVFIN _ 0 root")])
    other = tree("Schnell schnell ADV RB _ 2 advmod\nfährt fahren VERB VVFIN _ 0 root")
    adverbs.apply(other)
    assert other.words[0].upos == "ADJ"


def test_every_tree_rule_leaves_a_tree_with_the_same_text() -> None:
    """No rule breaks a tree or touches the text."""
    sources = [t for t, _ in reporting_pairs(CASES / "reporting.conllu")[:60]]
    for source in ("gsd-dev", "pud", "hdt-part-a"):
        results = harmonise(sources, source)
        assert [t.text for t in results] == [t.text for t in sources]
        assert all(is_tree(t) for t in results)


def test_round_trip_of_conllu() -> None:
    """What is written reads back the same."""
    for source, _ in reporting_pairs(CASES / "reporting.conllu")[:20]:
        (again,) = read_trees(conllu(source).splitlines())
        assert (again.text, relations(again), again.tokens) == (source.text, relations(source), source.tokens)


@pytest.mark.parametrize("number", range(len(CONSTRUCTIONS) + len(FURTHER)))
def test_every_construction_gives_whole_projective_trees(number: int) -> None:
    """Each construction makes sound trees and clean text."""
    maker = Maker(number)
    for _ in range(40):
        result = assemble((*CONSTRUCTIONS, *FURTHER)[number][1](maker))
        assert is_tree(result)
        assert "  " not in result.text
        assert result.text[-1] in '.!?“”«»"'
        arcs = [tuple(sorted((i, w.head))) for i, w in enumerate(result.words) if w.head >= 0 and w.upos != "PUNCT"]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs)


def test_generated_frames_follow_the_convention() -> None:
    """Postposed frames are the root, medial ones parataxis."""
    made = {make.__name__: make for _, make in CONSTRUCTIONS}
    maker = Maker(5)
    for _ in range(30):
        postposed = assemble(made["postposed"](maker))
        assert sum(word.relation == "ccomp" and word.head == postposed.root for word in postposed.words) == 1
        medial = assemble(made["medial"](maker))
        assert any(word.relation == "parataxis" and word.head == medial.root for word in medial.words)


def test_generated_sentences_are_the_same_every_time() -> None:
    """The seed decides the sentences."""
    assert [t.text for t in reporting_trees(5, [], 3)] == [t.text for t in reporting_trees(5, [], 3)]
    assert [t.text for t in reporting_trees(5, [], 3)] != [t.text for t in reporting_trees(5, [], 4)]


def test_a_frame_inside_a_clause_is_parataxis_of_the_quotation() -> None:
    """The clause is the root and has words on both sides of its frame."""
    maker = Maker(4)
    for _ in range(40):
        result = assemble(interrupted(maker))
        frame = next(i for i in result.children(result.root) if result.words[i].relation == "parataxis")
        inside = [i for i in result.subtree(frame) if result.words[i].upos != "PUNCT"]
        assert result.words[min(inside) - 1].form == ","
        others = {i for i, word in enumerate(result.words) if word.upos != "PUNCT"} - set(inside)
        assert min(others) < min(inside) < max(inside) < max(others)


def test_a_tree_opens_at_its_root() -> None:
    """The dependents of the root become constituents of their own, unless a contraction stands across two of them."""
    node = opened(POSTPOSED)
    assert node is not None
    assert relations(assemble(node)) == relations(POSTPOSED)
    glued = POSTPOSED.copy()
    glued.tokens[POSTPOSED.root - 1] = (POSTPOSED.root + 1, "zusammen")
    assert opened(glued) is None


def test_no_generated_sentence_is_in_the_test_sets() -> None:
    """The test set stays unseen."""
    test = {t.text for t, _ in reporting_pairs(CASES / "reporting.conllu")}
    assert not test & {t.text for t in reporting_trees(300, [], 2)}
    assert not test & {t.text for t in reporting_trees(300, [], 2, FURTHER)}


def test_contractions_are_one_token() -> None:
    """Only the closed class of contractions is made."""
    made = [t for t in reporting_trees(200, [], 8) if t.tokens]
    assert {form.lower() for t in made for _, form in t.tokens.values()} <= {
        "im", "am", "zum", "zur", "beim", "vom", "ins", "ans",
    }  # fmt: skip


def test_blocks_come_from_sentences_without_marks() -> None:
    """Treebank sentences lend statements and verb-final clauses."""
    source = tree("""
        Er er PRON PPER _ 2 nsubj
        weiß wissen VERB VVFIN VerbForm=Fin 0 root
        , , PUNCT $, _ 6 punct
        dass dass SCONJ KOUS _ 6 mark
        sie sie PRON PPER _ 6 nsubj
        kommt kommen VERB VVFIN VerbForm=Fin 2 ccomp
        . . PUNCT $. _ 2 punct
    """)
    block = statement(source)
    assert block is not None
    assert [word.form for word in block.words] == ["Er", "weiß", ",", "dass", "sie", "kommt"]
    (clause,) = final_clauses(source)
    assert [word.form for word in clause.words] == ["dass", "sie", "kommt"]


def test_marks_hang_on_what_they_enclose() -> None:
    """Quotation marks and the comma hang on the quotation, the full stop on the root."""
    source = tree("""
        „ „ PUNCT _ _ 0 punct
        Wir wir PRON _ _ 3 nsubj
        gehen gehen VERB _ VerbForm=Fin 6 ccomp
        “ “ PUNCT _ _ 1 punct
        , , PUNCT _ _ 1 punct
        sagte sagen VERB _ VerbForm=Fin 0 root
        Ott Ott PROPN _ _ 6 nsubj
        . . PUNCT _ _ 1 punct
    """)
    source.words[0].head = 5
    attach_punctuation(source)
    assert [word.head + 1 for word in source.words if word.upos == "PUNCT"] == [3, 3, 3, 6]


def test_labels_fit_the_text(tmp_path: Path) -> None:
    """There is a label for each character and an end for each sentence."""
    made = reporting_trees(30, [], 1)
    texts = paragraphs([made[:10], made[10:]], made, made, count=60)
    write_paragraphs(texts, tmp_path / "train")
    text = (tmp_path / "train.txt").read_text(encoding="utf-8")
    labels = (tmp_path / "train.toklabels").read_text(encoding="utf-8")
    assert len(text) == len(labels)
    ends = Counter(label for label in labels if label in "24")
    assert ends.total() == sum(len(paragraph) for paragraph in texts)
    assert all(label == "0" for sign, label in zip(text, labels, strict=True) if sign == " ")


def test_spaces_by_rule() -> None:
    """Marks and quotation marks are glued as in print."""
    source = tree("""
        " " PUNCT _ _ 2 punct
        Ja ja INTJ _ _ 5 ccomp
        " " PUNCT _ _ 2 punct
        , , PUNCT _ _ 2 punct
        sagte sagen VERB _ VerbForm=Fin 0 root
        Ott Ott PROPN _ _ 5 nsubj
        . . PUNCT _ _ 5 punct
    """)
    assert respaced(source).text == '"Ja", sagte Ott.'


def test_other_marks() -> None:
    """A sentence can change its convention of marks."""
    sentence = [("„", False, False), ("Ja", False, False), ("“", True, False)]
    assert requoted(sentence, ("»", "«")) == ([("»", False, False), ("Ja", False, False), ("«", True, False)], False)


def test_templates_mark_tokens() -> None:
    """Templates part tokens and mark contractions."""
    writer = Writer(Maker(1))
    assert writer.tokens("Am 20. März~.") == [
        ("Am", True, True), ("20.", True, False), ("März", False, False), (".", True, False),
    ]  # fmt: skip


PLAIN = [("Er", True, False), ("kam", False, False), (".", True, False)]
TITLE = [("Neue", True, False), ("Brücke", True, False)]
IN_BRACKETS = [("Ja", True, False), ("(", False, False), ("dpa", False, False), (")", False, False), (".", True, False)]


def test_rare_ends_are_sorted_by_kind() -> None:
    """A word and a stop, a question and an exclamation are common; a title and a bracket before the stop are rare."""
    question = [("Wer", False, False), ("?", True, False)]
    assert rare_ends([PLAIN, TITLE, question, IN_BRACKETS]) == {"before stop": [IN_BRACKETS], "word": [TITLE]}


def test_rare_ends_come_into_running_text() -> None:
    """Where no sentence is put in, the document runs on unchanged; of the kinds only the named ones are put in."""
    document, rare = [PLAIN] * 20, {"before stop": [IN_BRACKETS], "word": [TITLE]}
    none = Shares(rare=0, bracketed=0, requoted=0)
    half = Shares(rare=0.5, bracketed=0, requoted=0, kinds=("word",))
    plain = running_paragraphs([document], rare, seed=1, count=5, shares=none)
    mixed = running_paragraphs([document], rare, seed=1, count=20, shares=half)

    assert all(sentence == PLAIN for paragraph in plain for sentence in paragraph)
    assert max(map(len, plain)) == 8
    assert {tuple(sentence) for paragraph in mixed for sentence in paragraph} == {tuple(PLAIN), tuple(TITLE)}


def test_brackets_come_before_the_stop() -> None:
    """Made sentences end with a bracket and a stop, and the word before the bracket keeps its space."""
    shares = Shares(rare=0, bracketed=1, requoted=0)
    (paragraph,) = running_paragraphs([[PLAIN]], {}, seed=1, count=1, shares=shares)

    assert len(paragraph) == 2
    for sentence in paragraph:
        assert not ends_plainly(sentence)
        assert [form for form, _, _ in sentence[-2:]] in ([")", "."], ["]", "."])
    assert paragraph[1][:2] == [("Er", True, False), ("kam", True, False)]


def test_names_keep_the_outer_layer() -> None:
    """Derived names are none; BIO and BIOES mark the same spans."""
    lines = ["# x", "1\tAnna\tB-PER\tO", "2\tOtt\tI-PER\tO", "3\tBerliner\tB-LOCderiv\tO", ""]
    assert list(read_names(lines)) == [[("Anna", "B-PER"), ("Ott", "I-PER"), ("Berliner", "O")]]
    assert spans(["B-PER", "B-PER", "I-PER"]) == spans(["S-PER", "B-PER", "E-PER"]) == {("PER", 0, 1), ("PER", 1, 3)}


def test_corpus_is_cleaned() -> None:
    """Remarks and tables go, both encodings are read, contractions part."""
    speech = "Ich danke Ihnen sehr. (Beifall bei der SPD) Meine Damen und Herren, wir kommen zur Abstimmung."
    assert list(clean_paragraphs([speech, "Tagesordnung\t1\t2\t3" * 9])) == [
        "Ich danke Ihnen sehr. Meine Damen und Herren, wir kommen zur Abstimmung."
    ]
    assert decoded("Grüße".encode("cp1252")) == decoded("Grüße".encode()) == "Grüße"
    assert syntactic_words("Zum EU-Gipfel") == ["zu", "dem", "eu", "-", "gipfel"]


def test_folds_hold_every_sentence_once() -> None:
    """No sentence is lost between the folds."""
    assert sorted(number for fold in folds([POSTPOSED] * 10, 3) for number in fold) == list(range(10))


def test_scores_of_a_perfect_and_a_wrong_parse() -> None:
    """A wrong head costs its relation."""
    wrong = POSTPOSED.copy()
    wrong.words[6].head = 3
    perfect = relation_scores([POSTPOSED], [POSTPOSED])
    assert perfect["nsubj"] == 100.0
    assert relation_scores([POSTPOSED], [wrong])["nsubj"] == 50.0
    assert f1(Counter(), Counter()) == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BERN (sda) - Die Stadt prüft. „Das Urteil ist falsch. Wir legen Berufung ein“, kündigte Ida Ott an.",
            [
                "BERN (sda) - Die Stadt prüft.",
                "„Das Urteil ist falsch.",
                "Wir legen Berufung ein“, kündigte Ida Ott an.",
            ],
        ),
        (
            "Ida Ott sagte: „Wir prüfen das. Danach entscheiden wir.“ Mehr war am 20. März nicht zu erfahren.",
            ["Ida Ott sagte: „Wir prüfen das.", "Danach entscheiden wir.“", "Mehr war am 20. März nicht zu erfahren."],
        ),
    ],
)
def test_sentences_of_a_masked_quotation_and_datelines_are_counted_as_in_the_test_set(
    parser: StanzaParser, text: str, expected: list[str]
) -> None:
    """The clause that reports belongs to the last quoted sentence, or to the first; a dateline to its sentence."""
    cut = segment(text, pair(text))
    assert [span.of(text) for span in cut_sentences(cut, parser.parse([cut])[0])] == expected


def test_keys_do_not_depend_on_sentence_splits() -> None:
    """Words are known by their place in the text."""
    (keys, _), *_ = keyed([POSTPOSED])
    assert keys[:2] == [(0, 3, 0), (3, 7, 0)]


def test_reporting_set_names_its_subjects() -> None:
    """Every noted verb and subject is a word of its sentence."""
    pairs = reporting_pairs(CASES / "reporting.conllu")
    assert len(pairs) >= 150
    for source, found in pairs:
        assert all(0 <= subject < len(source.words) and 0 <= verb < len(source.words) for verb, subject in found)


def test_running_text_has_blank_lines() -> None:
    """A blank line follows each group."""
    assert running_text(["A.", "B.", "C."], 2) == "A. B.\n\nC."


def test_table_stands_between_the_marks(tmp_path: Path) -> None:
    """The table replaces the old one and nothing else."""
    card = tmp_path / "card.rst"
    card.write_text(f"Card\n\n{BEGIN}\nold\n{END}\nrest\n", encoding="utf-8")
    write_card(card, table({"a": {"GSD": {"UAS": 80.04}}, "b": {"GSD": {}}}))
    text = card.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.endswith("rest\n")
    assert "     - 80.0\n     - –" in text


def test_resources_and_sums(tmp_path: Path) -> None:
    """The layout names the vectors' users; the sums cover the weights."""
    weights = tmp_path / "de/pos/news.pt"
    weights.parent.mkdir(parents=True)
    weights.write_bytes(b"weights")
    (tmp_path / "resources.json").write_text(json.dumps(resources()), encoding="utf-8")
    write_sums(tmp_path)
    first = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"{hashlib.sha256(b'weights').hexdigest()}  de/pos/news.pt"
    german = resources()["de"]
    assert [need["model"] for need in german["depparse"]["news"]["dependencies"]] == [
        "pretrain",
        "forward_charlm",
        "backward_charlm",
    ]
    assert set(german["packages"]["default"]) == {"tokenize", "mwt", "pos", "lemma", "depparse", "ner"}
    alone = resources(("pos", "lemma", "pretrain"))["de"]
    assert alone["pos"] == {"news": {"dependencies": [{"model": "pretrain", "package": "news"}]}}
    assert alone["lemma"] == {"news": {}}


def test_character_models_read_words_between_spaces() -> None:
    """Every second paragraph from the fourth on, words as the treebanks part them, no sentence of three words."""
    paragraphs = ["Am Anfang war das Wort."] * 4 + ["Im Saal."] + ["Er ging zum Arzt. IM SAAL WAR ES STILL."]

    assert list(character_lines(paragraphs, share=2)) == [
        "An dem Anfang war das Wort .",
        "Er ging zu dem Arzt .",
        "IM SAAL WAR ES STILL .",
    ]


def test_a_character_model_reads_a_sentence_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it said of a sentence is kept while a part is trained, and given in the order that is asked for."""
    from stanza.models.common.char_model import CharacterLanguageModel

    read: list[list[str]] = []

    def build(_: object, sentences: list[list[str]]) -> list[str]:
        read.extend(sentences)
        return ["".join(words) for words in sentences]

    monkeypatch.setattr(CharacterLanguageModel, "build_char_representation", build)
    forward, backward = SimpleNamespace(is_forward_lm=True), SimpleNamespace(is_forward_lm=False)
    yes, no = ["Ja", "."], ["Nein", "."]
    with characters_read_once():
        ask = CharacterLanguageModel.build_char_representation
        said = [ask(forward, [yes, no, yes]), ask(forward, [no]), ask(backward, [no])]

    assert ([["Ja.", "Nein.", "Ja."], ["Nein."], ["Nein."]], [yes, no, no]) == (said, read)
    assert CharacterLanguageModel.build_char_representation is build


@pytest.mark.parametrize("direction", ["forward", "backward"])
def test_a_character_model_is_trained(tmp_path: Path, direction: str) -> None:
    """A few lines give a small model of the direction, which has 256 numbers to say of every word."""
    from stanza.models.common.char_model import CharacterLanguageModel

    lines, result = tmp_path / "lines.txt", tmp_path / "model.pt"
    lines.write_text("Der Ausschuss tagt am Montag . \n" * 800, encoding="utf-8")
    train_characters(lines, lines, result, direction, steps=4)

    model = CharacterLanguageModel.load(str(result))
    [said] = model.build_char_representation([["Der", "Ausschuss", "tagt", "."]])
    assert (model.is_forward_lm, tuple(said.shape)) == (direction == "forward", (4, 256))


def test_the_mean_of_weights_is_kept_and_put_in_for_a_while() -> None:
    """Each state counts once; afterwards the model has its own weights again."""
    import torch

    model = torch.nn.Linear(1, 1, bias=False)
    mean: dict[str, torch.Tensor] = {}
    for count, weight in enumerate((1.0, 2.0, 6.0), 1):
        model.weight.data.fill_(weight)
        add_to_mean(mean, model, count)

    with with_weights(model, mean):
        assert model.weight.item() == pytest.approx(3.0)
    assert model.weight.item() == 6.0


def test_lemma_types_are_distinct_words() -> None:
    """Each form and tag comes once, with its usual lemma."""
    other = POSTPOSED.copy()
    other.words[0].lemma = "die"
    (result,) = lemma_types([POSTPOSED, POSTPOSED, other])
    assert is_tree(result)
    assert sorted(word.form for word in result.words) == sorted(word.form for word in POSTPOSED.words)
    assert [word.lemma for word in result.words if word.form == "Der"] == ["der"]


def test_weights_keep_no_folder_of_whoever_trained() -> None:
    """Files in a configuration keep their names alone; other values stay."""
    config = {"train_file": "/home/ott/full.conllu;/home/ott/tags.conllu", "shorthand": "de_news", "lr": 0.003}

    assert without_folders(config) == {"train_file": "full.conllu;tags.conllu", "shorthand": "de_news", "lr": 0.003}


LEMMA_TREES = [
    ("Haus", "NOUN", "Haus"),
    ("Häuser", "NOUN", "Haus"),
    ("Länder", "NOUN", "Land"),
    ("Bücher", "NOUN", "Buch"),
    ("Reformen", "NOUN", "Reform"),
    ("Nationen", "NOUN", "Nation"),
    ("gesagt", "VERB", "sagen"),
    ("gefragt", "VERB", "fragen"),
    ("zog", "VERB", "ziehen"),
]


@pytest.fixture(name="lemmas")
def learned_lemmas() -> Lemmas:
    """Lemmas learned from a few words, and a text that has some more."""
    counts = Counter(
        {"Wald": 40, "Wälder": 20, "Parlamentshäuser": 4, "gelobt": 9, "loben": 9, "einzog": 5, "einziehen": 9}
    )
    return Lemmas(LEMMA_TREES, counts + Counter(form for form, _, _ in LEMMA_TREES for _ in range(3)))


@pytest.mark.parametrize(
    ("form", "kind", "lemma"),
    [
        ("Wälder", "NOUN", "Wald"),
        ("Parlamentshäuser", "NOUN", "Parlamentshaus"),
        ("gelobt", "VERB", "loben"),
        ("einzog", "VERB", "einziehen"),
    ],
)
def test_words_of_a_text_get_the_lemma_that_rules_and_text_make_likely(
    lemmas: Lemmas, form: str, kind: str, lemma: str
) -> None:
    """By the ending, by the last part of a compound, by a verb's base without its particle."""
    assert lemmas.lemma(form, kind)[0] == lemma


def test_the_dictionary_leaves_out_what_treebanks_have_and_what_the_text_does_not_prove(lemmas: Lemmas) -> None:
    """No form of the treebanks, and no lemma that never stands in the text."""
    triples = list(lemmas.dictionary(sure=0.0))
    assert ("einzog", "VERB", "einziehen") in triples
    assert not {form for form, _, _ in triples} & {form for form, kind, _ in LEMMA_TREES if kind == "NOUN"}
    assert all(lemma == form or lemmas.counts[lemma] > 1 for form, _, lemma in triples)


def test_the_most_frequent_lemma_counts() -> None:
    """A form and tag have one lemma."""
    assert ("sagte", "VERB", "sagen") in lemma_triples([POSTPOSED])
