"""Who takes a stand in a sentence that reports nothing itself, and so speaks in the next one."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause, is_finite
from quotetrack.cues import NEGATIONS, TURNING, is_of_somebody, lemma_of, main_verb, verb_cue
from quotetrack.nouns import noun_of
from quotetrack.phrases import case_of, is_time
from quotetrack.quotes.attitude_verbs import SIDES, STANDING
from quotetrack.quotes.context import Context
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import Mention
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.written_sources import place_of_talk, where_one_is
from quotetrack.spans import Span
from quotetrack.syntax import Word

_STANDS: Final = {
    "nehmen": "Stellung Schutz", "schlagen": "Alarm", "üben": "Kritik Selbstkritik", "finden": "Worte",
    "geben": "Entwarnung Rückendeckung Schuld statt", "machen": "Mut Hoffnung Vorwürfe verantwortlich",
    "erheben": "Anklage Klage Einspruch Vorwürfe Protest", "ablegen": "Geständnis", "legen": "Geständnis",
    "reichen": "Klage", "einreichen": "Klage", "erstatten": "Anzeige", "stellen": "Strafanzeige Strafantrag",
    "ziehen": "Bilanz Fazit", "einlegen": "Berufung Revision Einspruch Beschwerde", "treten": "entgegen",
    "bleiben": "dabei hart ruhig stur standhaft Ansicht Aussage Behauptung Darstellung Haltung Linie Meinung Nein"
    " Position Schilderung Standpunkt Version", "gelten": "lassen lasse lässt ließ ließen liess liessen",
    "schütteln": "Kopf", "verstehen": "Aufregung Ärger Frust Kritik Sorge Sorgen Unmut Wut",
    "zucken": "Schultern Achseln", "rollen": "Augen",
    "verdrehen": "Augen", "runzeln": "Stirn", "heben": "Hände Schultern Achseln Brauen Augenbrauen Zeigefinger",
    "verwerfen": "Hände", "werfen": "Hände", "ringen": "Hände Worte Worten Fassung", "holen": "Luft", "wiegen": "Kopf",
    "sehen": "anders ähnlich genauso gelassen kritisch entspannt skeptisch", "wissen": "nichts",
    "stören": "daran", "erinnern": "anders", "erleben": "anders", "darstellen": "anders", "klingen": "anders",
    "verziehen": "Gesicht Miene", "breiten": "Arme", "verschränken": "Arme", "falten": "Hände", "kratzen": "Kopf",
    "kennen": "Zahlen Problem Gründe Vorwürfe Vorwurf Klagen", "atmen": "auf durch", "weisen": "ab",
    "stufen": "herab herunter herauf hoch",
    "lassen": "offen unbeantwortet", "halten": "bedeckt", "winken": "ab", "lenken": "ein",
    "anmelden": "Zweifel Bedenken Kritik", "hegen": "Zweifel",
    "äußern": "Zweifel Bedenken Kritik Unmut Verständnis Unverständnis Skepsis Bedauern Sorge Sorgen Empörung",
    "bekunden": "Zweifel Sympathie Verständnis Bedauern Beileid Unmut Interesse", "melden": "Zweifel Bedenken Wort",
    "zollen": "Respekt Anerkennung Beifall Lob Tribut", "aussprechen": "Dank Lob Anerkennung", "sprechen": "Mut",
}  # fmt: skip
"""Verbs with what makes them take a stand: *Der Verband schlägt Alarm*, *nahm zu der Frage Stellung*."""
_ACCUSING: Final = {
    "erheben": "Anklage Klage Vorwürfe", "stellen": "Strafanzeige Strafantrag", "erstatten": "Anzeige Strafanzeige",
    "einreichen": "Klage", "reichen": "Klage", "beantragen": "Haftbefehl", "machen": "Vorwürfe", "legen": "Last",
}  # fmt: skip
"""Verbs with what makes them an accusation: *Die Staatsanwaltschaft hat Anklage erhoben*."""
_INVESTIGATING: Final = frozenset({"ermitteln", "anklagen", "beschuldigen", "verdächtigen", "bezichtigen"})
_FEELING: Final = frozenset(
    "ablehnend alarmiert amüsiert angetan begeistert besorgt bestürzt betroffen beunruhigt dankbar diplomatisch"
    " einsichtig empört enthusiastisch entrüstet entsetzt entspannt enttäuscht erfreut erleichtert ernüchtert"
    " erschüttert euphorisch fassungslos froh frustriert gelassen genervt gereizt glücklich hoffnungsvoll irritiert"
    " konsterniert kritisch kämpferisch misstrauisch nachdenklich optimistisch pessimistisch ratlos reserviert"
    " resigniert reumütig sauer schockiert selbstkritisch skeptisch sprachlos stolz traurig unbeeindruckt ungehalten"
    " unnachgiebig unversöhnlich unzufrieden verbittert verständnislos versöhnlich verwundert verärgert wütend"
    " zerknirscht zufrieden zurückhaltend zuversichtlich zögerlich überrascht überzeugt".split()
)
"""How somebody is, or shows himself, who has something to say about it: *Experten sind skeptisch*."""
_ANSWERS: Final = frozenset(
    "Kritik Lob Protest Unterstützung Widerspruch Zustimmung Zuspruch Gegenwind Rückendeckung Einwände Unmut Ärger"
    " Empörung Skepsis Ablehnung Unverständnis Verständnis Bedenken Antwort Reaktion Konter Einwand Gegenrede Beifall"
    " Applaus Schelte Tadel Spott Häme Warnung Warnungen Zweifel Rüge Anerkennung".split()
)
"""What comes from those who take a stand."""
_FEELINGS: Final = frozenset(
    "Ärger Angst Aufregung Begeisterung Bestürzung Betroffenheit Empörung Enttäuschung Erleichterung Freude Frust"
    " Hoffnung Jubel Ratlosigkeit Schock Schrecken Skepsis Sorge Stimmung Trauer Unmut Unverständnis Verärgerung"
    " Verunsicherung Wut Zufriedenheit Zuversicht Überraschung".split()
)
_LASTING: Final = frozenset("sein halten sitzen überwiegen wachsen herrschen".split())
"""Verbs of what people feel somewhere: *Bei der Gemeinde ist die Freude groß*, *hält sich der Ärger in Grenzen*."""
_COMING: Final = frozenset("bekommen erfahren erhalten ernten finden folgen herrschen kommen".split())
"""Verbs of what comes to somebody: *Unterstützung bekommt sie von der Geologin Ott*."""

_ASKED: Final = frozenset({"angesprochen", "befragt", "gefragt", "konfrontiert"})
FELT: Final = frozenset(
    "gefällt gefiel missfällt missfiel passt passte reicht reichte genügt genügte behagt behagte schmeckt schmeckte"
    " imponiert imponierte leuchtet leuchtete freut freute ärgert ärgerte stört störte wundert wunderte überzeugt"
    " überzeugte empört empörte wurmt wurmte kümmert kümmerte rührt rührte beeindruckt beeindruckte überrascht"
    " überraschte kränkt kränkte ficht focht beunruhigt beunruhigte trifft traf irritiert irritierte langweilt"
    " langweilte interessiert interessierte graut graute schmerzt schmerzte".split()
)
"""Forms of verbs whose dative or accusative in front is whom the sentence is about: *Den Vater focht das nicht an*."""

_OBLIQUE: Final = frozenset({"Dem", "Den", "Der", "Ihn", "Ihm", "Ihr"})


def felt_by(context: Context) -> Mention | None:
    """Return whom something pleases or troubles, in the front of a sentence: *Dem Wirt gefällt das nicht. Er …*."""
    mains = context.main_clauses()
    finite = mains[0].finite if mains else None
    if finite is None or mains[0].words[0].text not in _OBLIQUE:
        return None
    ended = lemma_of(finite) == "haben" and any(word.text in FELT for word in mains[0].words[-2:])
    if finite.text not in FELT and not ended:
        return None
    front = [word for word in mains[0].words if word.index < finite.index and not word.masked]
    acting = ("ich", "wir", "man") if ended else ("er", "ich", "wir", "man")
    behind = any(word.text in acting for word in mains[0].words if word.index > finite.index)
    person = next((word for word in front if word.upos in ("NOUN", "PROPN", "PRON") and speaks(word)), None)
    return None if person is None or behind else mention(context, person, mains[0])


def with_whom(context: Context) -> Mention | None:
    """Return with whom something meets an answer, in the front of a sentence: *Bei | Ott | kam das nicht gut an*.

    Nobody else acts there but *er* or *sie* who has spoken before: *Bei | Ott | beißt er damit auf Granit*.
    """
    mains = context.main_clauses()
    finite = mains[0].finite if mains else None
    if finite is None or finite.index < len(("Bei", "Ott", "kam")):
        return None
    front = [word for word in mains[0].words if word.index < finite.index and not word.masked]
    front = front[1:] if front[:1] and front[0].text in ("Auch", "Selbst", "Nur") else front
    if not front or front[0].text.lower() not in ("bei", "beim"):
        return None
    people = [word for word in front if _is_somebody(word)]
    behind = [word for word in mains[0].words if word.index > finite.index and not word.masked]
    acting = any(_is_somebody(word) or word.text in ("man", "es", "ich", "wir") for word in behind)
    return None if acting or not people or is_time(people[0]) else mention(context, people[0], mains[0])


def _is_somebody(word: Word) -> bool:
    """Say whether a word is a name or a noun for people."""
    noun = noun_of(word.text) if word.upos == "NOUN" else None
    return word.upos == "PROPN" or (noun is not None and noun.kind == "person")


def asked(context: Context) -> Mention | None:
    """Return who is asked by whomever it may be: *Wer den Wirt fragt, bekommt eine Antwort. „Nein.“*."""
    first = context.clauses.all[0] if context.clauses.all else None
    if first is None or first.kind not in ("subordinate", "verb_first", "main") or first.finite is None:
        return None
    forms = [word.text for word in first.words if not word.masked]
    anybody = forms[0] == "Wer" or (forms[0] in ("Wenn", "Fragt", "Spricht") and "man" in forms[:3])
    if not anybody or lemma_of(first.finite) not in ("fragen", "befragen", "ansprechen", "sprechen"):
        return None
    named = (word for word in first.words if word.upos in ("NOUN", "PROPN") and not is_time(word))
    person = next((word for word in named if speaks(word) and case_of(context.sentence, word) is None), None)
    return None if person is None else mention(context, person, first)


def is_asked_first(context: Context) -> bool:
    """Say whether a participle in front tells that the subject is asked: *Darauf angesprochen, wird Ott rot*."""
    front = list(takewhile(lambda word: word.text != ",", context.sentence.words))
    asked_for = any(word.text in _ASKED for word in front)
    return asked_for and len(front) < context.length and not any(map(is_finite, front))


def takes_stand(context: Context, main: Clause) -> bool:
    """Say whether a clause tells that somebody takes a stand: *schlägt Alarm*, *wies die Klage ab*, *ist skeptisch*."""
    verb = main_verb(context.sentence, main) or main.finite
    words = [word for word in main.words if not word.masked and word != verb]
    if verb is None:
        return False
    lemma = lemma_of(verb)
    needed = _STANDS.get(lemma, "").split()
    if lemma == "wollen" and verb == main.finite and any(word.text in ("kein", "keine", "keinen") for word in words):
        return True  # Ott will keinen Abschuss
    if lemma == "weisen" and {"von", "sich"} <= {word.text for word in words}:
        return True  # wies jede Schuld von sich
    felt = any(feels(word) for word in main.words)
    spoken = lemma == "äußern" and any(word.text == "sich" for word in words)
    if spoken and not any(word.text.lower() in NEGATIONS for word in words):
        return True  # Ähnlich äußerte sich Ott
    copula = main.finite is not None and lemma_of(main.finite) in ("sein", "bleiben")
    shown = lemma in ("zeigen", "geben", "äußern", "reagieren") and any(word.text == "sich" for word in words)
    return (
        lemma in STANDING
        or any(word.text in needed for word in words)
        or (felt and (shown or copula or lemma in ("sein", "bleiben", "reagieren", "nehmen")))
        or (lemma == "werden" and _turns(main))
        or (copula and _is_compared(main) and is_of_somebody(main))
    )


def feels(word: Word) -> bool:
    """Say whether a word tells how somebody feels, also more than others: *reservierter*."""
    form = word.text.lower()
    return not word.masked and (form in _FEELING or form.removesuffix("er") in _FEELING)


def _is_compared(main: Clause) -> bool:
    """Say whether somebody is told to be more or less so than others: *ist weniger bescheiden*, *skeptischer*."""
    words = [word for word in main.words if not word.masked and word.upos != "PUNCT"]
    if len(words) < len(("ist", "bescheidener")):
        return False
    before, last = words[-2:]
    compared = last.upos == "ADJ" and last.text.endswith("er") and not last.lemma.endswith("er")
    graded = before.text in ("weniger", "deutlich", "ebenso") and last.upos != "NOUN"
    return last.text.islower() and (compared or graded)


def _turns(main: Clause) -> bool:
    """Say whether somebody becomes serious or loud, as those do who speak next: *Dann wird Ott deutlich*."""
    told = any(word.text in TURNING | _FEELING and not word.masked for word in main.words)
    return told and is_of_somebody(main)


def accuses(context: Context, main: Clause) -> bool:
    """Say whether a clause tells that somebody is accused or investigated: *erhob Anklage*, *ermittelt gegen Ott*."""
    verb = main_verb(context.sentence, main) or main.finite
    if verb is None:
        return False
    lemma = lemma_of(verb)
    return lemma in _INVESTIGATING or any(word.text in _ACCUSING.get(lemma, "").split() for word in main.words)


def takes_side(context: Context, main: Clause) -> bool:
    """Say whether a clause tells in the active that somebody is for or against something: *weisen das zurück*."""
    cue = verb_cue(context.sentence, context.clauses, main)
    return cue is not None and not cue.is_passive and cue.lemma in SIDES


def answering(context: Context, main: Clause) -> Mention | None:
    """Return from whom criticism or support comes: *Kritik kam aus der Opposition*, *bei Anwohnern herrscht Unmut*."""
    leading = _leading_to_answer(main)
    named = [word for word in main.words if word.upos in ("NOUN", "PROPN") and speaks(word) and not is_time(word)]
    from_whom = [word for word in named if leading and case_of(context.sentence, word) in leading]
    own = [word for word in from_whom if _is_whose_answer(context, word)]  # der Plan von Ott findet Lob bei Kern
    if not from_whom:
        return None
    word = (own or from_whom)[0]
    spoken, preposition = mention(context, word, main), case_of(context.sentence, word) or ""
    led = spoken.span.of(context.text).startswith(f"{preposition} ")
    return evolve(spoken, span=Span(spoken.span.start + len(preposition) + 1, spoken.span.end)) if led else spoken


def _is_whose_answer(context: Context, word: Word) -> bool:
    """Say whether a phrase belongs to the verb or to what comes, and not to what that is about."""
    head = context.sentence.head(word)
    return word.relation != "nmod" or (head is not None and head.text in _ANSWERS)


def _leading_to_answer(main: Clause) -> frozenset[str]:
    """Return what leads to who answers, or feels something: *kommt | von*, *ist | bei* ... *die Freude groß*."""
    nouns = {word.text for word in main.words if word.upos == "NOUN" and not word.masked}
    lemma = None if main.finite is None else lemma_of(main.finite)
    if lemma in ("stoßen", "stießen") and nouns & _ANSWERS:
        return frozenset({"bei", "beim", "unter"})
    if lemma in _COMING and nouns & _ANSWERS:
        return frozenset({"von", "vom", "aus", "bei", "beim", "unter"})
    return frozenset({"bei", "beim", "unter"}) if lemma in _LASTING and nouns & _FEELINGS else frozenset()


def those_there(context: Context, main: Clause) -> Mention | None:
    """Return where *man* takes a stand: *Beim | Bund | ist man skeptisch*, *Anders klingt es bei | der Kammer*."""
    forms = {word.text.lower() for word in main.words if not word.masked}
    sounds = main.finite is not None and "es" in forms and lemma_of(main.finite) == "klingen"
    if not ("man" in forms or sounds) or not takes_stand(context, main):
        return None
    return where_one_is(context, main)


def telling_document(context: Context, main: Clause) -> Mention | None:
    """Return in which document something is told, by the front of a passive: *In dem Bericht werden Mängel genannt*.

    So it is where something is talked of: *Darin ist von Mängeln die Rede*.
    """
    cue = verb_cue(context.sentence, context.clauses, main)
    if cue is not None and cue.lemma == "Rede sein" and not cue.is_negated:
        return place_of_talk(context, cue)
    if cue is None or not cue.is_passive or main.finite is None or main.words[0].text != "In":
        return None
    for word in main.words:
        noun = noun_of(word.text) if word.upos == "NOUN" and word.index < main.finite.index else None
        if noun is not None and noun.kind == "document" and case_of(context.sentence, word) == "in":
            return mention(context, word, main)
    return None
