"""The rules by name, in the order in which they are tried, each with an example: what ``Record.rules`` refers to.

A rule can be switched off by its name (``Tracker(without_rules=...)``). The documentation of the rules is made from
this table.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from quotetrack.errors import RuleError


@frozen
class Rule:
    """A rule: its name, what it takes for a quotation and on what evidence, and a sentence that it takes."""

    name: str
    says: str
    example: str


RULES: Final = (
    Rule(
        "interview-answer",
        "The answer in an interview without marks: a paragraph that a name and a colon open after a question, or that"
        " stands between two questions to a person addressed by name. The whole answer is one direct quotation.",
        "Wie lange halten Sie noch durch?\nDobler: So lange es nötig ist.",
    ),
    Rule(
        "direct-before-verb",
        "A marked utterance with a verb-first clause behind it (inquit). The slot makes any verb a cue. A passage that"
        " follows the clause after a comma continues the utterance.",
        "„Das wird teuer“, sagte Ott gestern.",
    ),
    Rule(
        "direct-after-colon",
        "A marked passage right behind a colon that the clause of a verb leads up to, or behind a comma if the verb is"
        " one of saying and the passage ends the sentence.",
        "Der Trainer sagte: „Wir kommen wieder.“",
    ),
    Rule(
        "indirect-dass",
        "A clause with *dass* to the right of a verb that licenses one. Not after verbs of knowledge, nor where the act"
        " is denied, open or only wished for.",
        "Sie betonte, dass der Termin bleibe.",
    ),
    Rule(
        "indirect-interrogative",
        "A clause with *ob* or a question word to the right of a verb of asking or telling.",
        "Ott fragte, ob der Damm halte.",
    ),
    Rule(
        "indirect-konjunktiv",
        "A verb-second clause in the Konjunktiv behind a comma or colon, to the right of a verb of saying, or of any"
        " verb in the indicative if the clause stands in the Konjunktiv I. Whoever stands alone between two commas"
        " before a further clause shares the verb (*A sagte, er komme, B, er bleibe*); so it is with *dass*, questions"
        " and infinitives.",
        "Ott sagte, die Brücke sei gesperrt.",
    ),
    Rule(
        "indirect-indicative",
        "A verb-second clause in the indicative to the right of one of the plainest verbs of saying.",
        "Ott sagt, das hat er nicht gewusst.",
    ),
    Rule(
        "indirect-infinitive",
        "An infinitive with *zu* to the right of a verb that licenses one.",
        "Die Stadt kündigte an, den Vertrag zu lösen.",
    ),
    Rule(
        "indirect-before-verb",
        "A clause with the verb-first clause of a verb of saying behind it or in the midst of it; after a clause in the"
        " Konjunktiv the verb need not be known. So it is with *davon ist Ott überzeugt* and *so viel steht für ihn"
        " fest*.",
        "Der Pass sei zu, teilte die Polizei mit.",
    ),
    Rule(
        "indirect-fronted",
        "A clause with *dass* or *ob* in front of its verb of saying, also where a correlate takes it up (*davon geht"
        " Ott aus*).",
        "Dass er gehe, sagte Ott schon gestern.",
    ),
    Rule(
        "source-laut",
        "*laut* with a noun phrase; the sentence, or the subordinate clause it stands in, is reported.",
        "Laut Polizei kam es zu Staus.",
    ),
    Rule(
        "source-gemäß",
        "*gemäß* or *gemäss* with a noun phrase that is no norm or plan, before or behind it.",
        "Gemäss Kantonspolizei wurde niemand verletzt.",
    ),
    Rule(
        "source-zufolge",
        "*zufolge* behind a noun phrase.",
        "Berichten zufolge floh er.",
    ),
    Rule(
        "source-nach",
        "*nach* with a noun that names a statement; not where it tells the time (*nach der Aussage*, *nach Berichten"
        " über*).",
        "Der Wagen war nach Angaben von Zeugen zu schnell.",
    ),
    Rule(
        "source-aus",
        "*aus Sicht* and *aus Perspektive* of somebody.",
        "Aus Sicht der Anwohner kommt die Bremse zu spät.",
    ),
    Rule(
        "source-view",
        "*in den Augen* of somebody, and a condition in front with *glaubt man* or *geht es nach*.",
        "In den Augen der Kritiker ist das Projekt zu teuer.",
    ),
    Rule(
        "source-adverb",
        "*demnach*, *wonach*, *demzufolge*: what they take up is the source.",
        "Demnach wurden zwei Männer verletzt.",
    ),
    Rule(
        "source-danach",
        "*danach* at the start of a sentence, if the sentence before speaks of something that can state.",
        "Das Institut hat Haushalte befragt. Danach heizt jeder vierte mit Holz.",
    ),
    Rule(
        "so-X",
        "*so* with a noun phrase behind a comma, after or within what is reported.",
        "Das Haus sei leer, so Ott.",
    ),
    Rule(
        "wie-X-mitteilte",
        "A clause with *wie* and a verb of saying, before, after or within what is reported.",
        "Wie der Verein mitteilte, fällt das Spiel aus.",
    ),
    Rule(
        "noun-with-clause",
        "A noun of a speech act with its own clause right behind it, unless a verb has that clause already; before a"
        " colon also one in the indicative, where the noun is a label (*Otts Fazit: …*, *Sein Urteil fällt knapp aus:"
        " …*).",
        "Die Forderung der Gewerkschaft, die Löhne anzuheben, stieß auf taube Ohren.",
    ),
    Rule(
        "konjunktiv-in-clause",
        "A relative clause, or one of reason, in the Konjunktiv I under a main clause in the indicative that does not"
        " report itself; in the Konjunktiv II only if its verb judges or demands.",
        "Der Rat lobte den Plan, weil er Geld spare.",
    ),
    Rule(
        "fragment-in-report",
        "A marked passage inside reported speech that is no name: it takes the roles of what holds it.",
        "Er meinte, das sei „völlig absurd“.",
    ),
    Rule(
        "direct-answered",
        "A marked passage behind *auf* and a noun for what is said to somebody who answers (*Frage*, *Zuruf*,"
        " *Vorwurf*): it is of whom the noun names, or of nobody, never of who answers.",
        "Auf die Frage „Wer zahlt das?“ sagte Ott: „Ihr.“",
    ),
    Rule(
        "fragment-of-verb",
        "A marked passage in the author's clause, governed by a verb of saying, naming or judging, told of something"
        " with *für* and who sees it so, or called by somebody who does something (*Mit einem „Bis morgen“ ging Ott*).",
        "Ott bezeichnete den Plan als „Holzweg“.",
    ),
    Rule(
        "direct-after-name",
        "A marked passage behind a colon, with nothing but a name or role before it, or a clause of which neither the"
        " verb nor its object says that there are words.",
        "Bürgermeister Ott: „Wir bauen.“",
    ),
    Rule(
        "direct-before-dash",
        "A marked passage with a dash and a name behind it.",
        "„Ein Wald, der schläft, ist kein toter Wald“ – Försterin Judith Arnold",
    ),
    Rule(
        "direct-continues-speaker",
        "A marked passage that is a sentence of its own, said by whoever is speaking, or by the subject of the sentence"
        " before, or the one person it tells of; where nobody is speaking, by whom the next sentence names (*Das sagte"
        " Ott*).",
        "„Das Wasser steigt noch“, sagte Onken. „Wir hoffen auf den Wind.“",
    ),
    Rule(
        "direct-beside-report",
        "A marked passage in a sentence that reports already, outside what it reports: it takes the roles of the report"
        " before it.",
        "Ott nannte den Plan „übereilt“ und sein Ergebnis für die Anwohner „Unsinn“.",
    ),
    Rule(
        "direct-unannounced",
        "A marked passage that is surely quoted, by its finite verb, its stop or its length, in a sentence without a"
        " verb of saying: the subject of the sentence speaks, or whoever is speaking. Of any length where the sentence"
        " tells whose words they are (*„Wird schon“ lautet Otts Motto*) or what somebody does meanwhile.",
        "Der Trainer war „nicht ganz unglücklich darüber, wie das Spiel gelaufen ist“.",
    ),
    Rule(
        "back-reference",
        "*Das* or *Dies* in front of a verb of saying takes up the sentence before in the same paragraph.",
        "Das Bad schließt. Das gab die Stadt bekannt.",
    ),
    Rule(
        "konjunktiv-continues-speaker",
        "A sentence in the Konjunktiv I without a report of its own; in the Konjunktiv II only right after a report."
        " Consecutive ones are one quotation; so is a question in it that stands alone (*Ob er nie gezögert habe?*).",
        "Ott lehnt das ab. Der Plan sei unbezahlbar.",
    ),
    Rule(
        "soll-hearsay",
        "A sentence with *soll* or *sollen* right after a report, or with an infinitive of the perfect. Its source is"
        " who was quoted not long before in the same paragraph, or who brings a charge right before.",
        "Zeugen sprachen von Schüssen. Der Täter soll geflohen sein.",
    ),
    Rule(
        "soll-state",
        "A sentence with *soll* and a state that nobody can plan, without a report before. Only in the benchmark's"
        " preset.",
        "Bei dem Fund soll es sich um eine alte Glocke handeln.",
    ),
    Rule(
        "will-claim",
        "A sentence with *will* or *wollen* and an infinitive of the perfect: what somebody claims of themselves. Not"
        " where something is to be done by then (*Bis 2030 will die Stadt alle Busse ersetzt haben*).",
        "Eine Zeugin will Schreie gehört haben.",
    ),
    Rule(
        "headline-colon",
        "A line without a full stop in which a name or body and a colon stand for the verb of saying: the head is a"
        " noun for a person or body, or a name that the text gives in full. So it is in a sentence where a clause in"
        " the Konjunktiv follows the colon, also behind *von* and no verb (*Am lautesten von Ott: Man habe …*).",
        "Rechnungshof: Land hat keinen Überblick über die Kosten",
    ),
    Rule(
        "speech-act",
        "A verb that with its object, its prepositional phrase or a judgement with *als* or *für* alone says what was"
        " said, by somebody who is named; in the passive without one where something is objected to or given as a"
        " reason. Beside other reports of its sentence it covers its own clause.",
        "Die Partei fordert Neuwahlen.",
    ),
    Rule(
        "fragment-in-sentence",
        "A marked passage inside a sentence that is reported as a whole.",
        "Ott lehnt das ab. Der Plan sei „unbezahlbar“.",
    ),
    Rule(
        "intention",
        "A sentence with *wollen* or *möchte* and somebody for a subject: what they intend is what they have said. Only"
        " in the benchmark's preset; to an editor an intention is no quotation.",
        "Die Partei will die Steuern senken.",
    ),
)
"""In this order; a sentence is tried with the later ones only for what the earlier ones have not taken."""

RULE_NAMES: Final = frozenset(rule.name for rule in RULES)


def checked_rules(names: frozenset[str]) -> frozenset[str]:
    """Return the names if each is one of a rule.

    Raises:
        RuleError: naming those that are not.

    >>> sorted(checked_rules(frozenset({"so-X"})))
    ['so-X']
    """
    unknown = sorted(names - RULE_NAMES)
    if unknown:
        message = f"there is no rule {', '.join(map(repr, unknown))}; the rules are {', '.join(sorted(RULE_NAMES))}"
        raise RuleError(message)
    return names
