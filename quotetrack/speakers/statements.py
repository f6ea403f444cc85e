"""Who makes a statement that is named as the source: *Angaben der Polizei*, *Behördenangaben*, *seinen Worten*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex
from attrs import evolve

from quotetrack.cues import lemma_of
from quotetrack.nouns import Gender, Noun, is_given_name, is_person_noun, noun_of, state_of, state_of_adjective
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.speakers.answering import who_was_asked
from quotetrack.speakers.bodies import named_body
from quotetrack.speakers.chunks import Chunk, name_text
from quotetrack.speakers.marked_names import marked_name
from quotetrack.speakers.most_in_view import named_below
from quotetrack.speakers.names import without_s
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronouns import antecedent, pronoun
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.relations import possessor
from quotetrack.speakers.resolution import Resolution, described
from quotetrack.speakers.salience import fits
from quotetrack.speakers.wording import nominative, nominative_noun
from quotetrack.syntax import SUBJECTS, Word
from quotetrack.vocabulary import SpeakerKind

#: Documents that are what somebody says where they are somebody's: *ihr Urteil*.
_VERDICTS: Final = frozenset(
    "Urteil Resümee Plädoyer Befund Bilanz Gutachten Antrag Programm Analyse Bekenntnis Kalkulation".split()
)
#: Those that are what he or she says who is named beside them, too: *Ida Kolbs Bilanz*.
_CONCLUSIONS: Final = frozenset(
    "Resümee Plädoyer Bilanz Begründung Urteil Befund Analyse Bekenntnis Kalkulation".split()
)
_COUNTS: Final = frozenset({"Zählung", "Auszählung", "Auswertung", "Erhebung", "Statistik", "Recherche"})
_PAGES: Final = frozenset({"Website", "Webseite", "Internetseite", "Homepage"})
#: What a body issues, so that it speaks there.
_ISSUED: Final = frozenset(
    "Mitteilung Pressemitteilung Aussendung Medienmitteilung Erklärung Presseerklärung Stellungnahme Communiqué".split()
)
#: Bodies that a noun names by itself, whatever compound the article has.
_BY_THEMSELVES: Final = frozenset({"Polizei", "Feuerwehr", "Regierung", "Behörde", "Behörden", "Partei"})
#: Nouns for bodies, and for what somebody says.
_SAID: Final = frozenset({"Rat", "Botschaft", "Ansage"})
_OF_PEOPLE_RE: Final = regex.compile(r"(?:mann|frau|in|chef|freund|ist|eur|oge|(?<!eh)ler|ner|tor|schwager|kind)$")
"""How nouns for people end that are of no list."""
_LATELY: Final = 3
_OWN: Final = frozenset({"eigenen", "eigener", "eigenem", "eigene"})
#: A possessive so near to the start opens its sentence: *Nach | seinen | Worten*.
_IN_FRONT: Final = 2


def statement_maker(notes: Notes, context: Context, mention: Mention) -> Resolution | None:
    """Look through a noun of statement to whoever makes it: *Angaben der Polizei*, *seinen Worten*."""
    chunks = notes.chunks[mention.sentence]
    own = [place for place, chunk in enumerate(chunks) if chunk.first <= mention.head.index <= chunk.last]
    for place in (*own, *range(len(chunks))):
        chunk = chunks[place]
        if not mention.span.contains(chunk.head.span) or not chunk.nouns:
            continue
        if chunk.medium is not None:
            return None  # die Kieler Nachrichten
        noun = noun_of(chunk.nouns[0].text)
        said = noun is not None and (_is_message(context, chunk, noun) or _is_advice(notes, mention, place, noun))
        noun = evolve(noun, kind="statement") if noun is not None and said else noun
        noun = Noun("statement", chunk.nouns[0].text) if _is_said_behind_colon(notes, context, place, noun) else noun
        if noun is None or noun.kind not in ("statement", "document", "reports"):
            return None
        marked = marked_name(notes, context, mention) if noun.kind == "statement" or noun.base == "Bericht" else None
        if marked is not None:
            return marked if noun.kind == "statement" else evolve(marked, kind="medium")
        medium = _medium_of_report(notes, mention, place) if noun.base == "Bericht" else None
        if medium is not None:
            return medium
        return maker(notes, context, mention, place, noun)
    return None


def _medium_of_report(notes: Notes, mention: Mention, place: int) -> Resolution | None:
    """Return the medium whose report is told of: *einem Bericht | der Berliner Zeitung | zufolge*."""
    chunks = notes.chunks[mention.sentence]
    chunk = next((one for one in chunks[place + 1 :] if mention.span.contains(one.head.span)), None)
    if chunk is None or (chunk.medium is None and not _is_one_medium(notes.chunks[mention.sentence][place], chunk)):
        return None
    author = notes.by_head.get((mention.sentence, chunk.head.index))
    is_medium = author is not None and author.known.kind == "medium" and author.known.name is not None
    return described(author.known) if author is not None and is_medium else None


def _is_one_medium(report: Chunk, chunk: Chunk) -> bool:
    """Say whether one report is one of a medium that has a noun before its name: *Bericht des Senders Nordfunk*."""
    named = bool(chunk.name) or len(chunk.nouns) > 1 or bool(chunk.adjectives)
    one = not report.nouns[-1].text.casefold().endswith(("berichte", "berichten"))
    return one and named and not chunk.is_plural and chunk.determiner in ("der", "des", None)


def _is_message(context: Context, chunk: Chunk, noun: Noun) -> bool:
    """Say whether *Botschaft* is what somebody says, no embassy, and *Tenor* no singer: *…, lautete der Tenor*."""
    clause = context.clauses.of(chunk.head) if noun.base in ("Botschaft", "Tenor") else None
    return clause is not None and clause.finite is not None and lemma_of(clause.finite) in ("lauten", "sein")


def _is_advice(notes: Notes, mention: Mention, place: int, noun: Noun) -> bool:
    """Say whether *Rat* is what somebody says, no council: *so ihr Rat*, *so der Rat der | Architektin Ida Kolb*."""
    chunks = notes.chunks[mention.sentence]
    chunk, tail = chunks[place], notes.tails[mention.sentence].get(place)
    if noun.base != "Rat" or chunk.nouns[-1].text not in ("Rat", "Ratschlag"):
        return False
    own = (chunk.determiner or "").startswith(("sein", "ihr")) or chunk.possessor
    whose = None if tail is None else noun_of(chunks[tail].nouns[0].text) if chunks[tail].nouns else None
    is_person = whose is not None and whose.kind == "person" and not whose.is_plural
    named = tail is not None and len(chunks[tail].name) > 1 and is_given_name(chunks[tail].name[0].text)
    return bool(own) or is_person or named


def _is_said_behind_colon(notes: Notes, context: Context, place: int, noun: Noun | None) -> bool:
    """Say whether nothing but what somebody has stands before a colon, and is no other: *Ihr Trost: „…“*."""
    chunk, last = notes.chunks[context.number][place], notes.end_of(context.number, place)
    own = chunk.possessor or (chunk.determiner or "").startswith(("sein", "ihr"))
    if not own or chunk.name or chunk.first > 2 or last >= context.length or context.word(last + 1).text != ":":
        return False
    if noun is None:
        return _OF_PEOPLE_RE.search(chunk.nouns[0].text) is None
    return noun.base in _SAID or noun.kind in ("document", "statement")


def maker(notes: Notes, context: Context, mention: Mention, place: int, noun: Noun) -> Resolution:
    """Return who makes the statement whose noun stands in the chunk at a place, or the document itself."""
    chunks, tails = notes.chunks[mention.sentence], notes.tails[mention.sentence]
    chunk = chunks[place]
    is_verdict = noun.base in _VERDICTS and (chunk.determiner or "").startswith(("sein", "ihr"))
    is_verdict = is_verdict or _is_count(notes, mention, place, noun) or _is_own_page(notes, place, mention, noun)
    is_verdict = is_verdict or (noun.base in _CONCLUSIONS and _is_of_person(notes, mention, place))
    if noun.kind == "document" and not is_verdict:
        return _document(notes, context, mention, place)
    if noun.kind == "reports":
        return Resolution(None, "unknown", reason="unnamed_reports")
    before = notes.contexts[mention.sentence].words(max(1, chunk.first - 1), chunk.first - 1)
    if any(word.text.lower() in _OWN for word in (*before, *chunk.adjectives)):
        return _subject(notes, context, chunk.nouns[-1])
    owner_named = _surname_before(notes, mention, chunk)
    if owner_named is not None:
        return described(owner_named)
    if chunk.possessor or (chunk.determiner or "").startswith(("sein", "ihr", "dessen", "deren")):
        owner = owner_of(notes, context, chunk)
        return described(owner) if owner is not None else Resolution(None, "person", reason="ambiguous")
    joint = _joint_states(notes, mention, place) or _joint_bodies(notes, context, mention, place)
    if joint is not None:
        return joint
    if chunk.name:
        return by_genitive(notes, chunk.name)
    surname = _surname_behind(notes, context, mention, chunk)
    if surname is not None:
        return surname
    tail = tails.get(place)
    if tail is not None and mention.span.contains(chunks[tail].head.span):
        if chunks[tail].preposition == "aus" and not chunks[tail].name:
            return Resolution(None, "group", reason="unnamed_group")
        return _author(notes, context, mention, tail)
    named = [other for other in chunks[place + 1 :] if mention.span.contains(other.span)]
    if named:
        return _author(notes, context, mention, chunks.index(named[0]))
    return _of_state(chunk) or _issuer(notes, context, chunk, noun) or _compound(notes, chunk, noun)


def _is_count(notes: Notes, mention: Mention, place: int, noun: Noun) -> bool:
    """Say whether what somebody counts or reckons has no article: *nach | Zählung des Instituts*."""
    chunk = notes.chunks[mention.sentence][place]
    bare = chunk.determiner is None and not chunk.adjectives and not chunk.possessor
    return bare and noun.base in _COUNTS and notes.tails[mention.sentence].get(place) is not None


def _is_own_page(notes: Notes, place: int, mention: Mention, noun: Noun) -> bool:
    """Say whether something stands where somebody speaks in public: *auf ihrer Website*, *auf der Seite der Stadt*."""
    chunk = notes.chunks[mention.sentence][place]
    own = chunk.possessor or (chunk.determiner or "").startswith(("sein", "ihr", "dessen", "deren"))
    return noun.base in _PAGES and bool(own or notes.tails[mention.sentence].get(place) is not None)


def _is_of_person(notes: Notes, mention: Mention, place: int) -> bool:
    """Say whether a person is named beside a noun whose it is: *die Bilanz von | Ida Kolb*."""
    chunks = notes.chunks[mention.sentence]
    if chunks[place].possessor:
        return len(chunks[place].possessor) > 1 and is_given_name(chunks[place].possessor[0].text)
    tail = notes.tails[mention.sentence].get(place)
    referent = None if tail is None else notes.by_head.get((mention.sentence, chunks[tail].head.index))
    return referent is not None and referent.known.kind == "person" and referent.known.name is not None


def owner_of(notes: Notes, context: Context, chunk: Chunk) -> Referent | None:
    """Return whose something is, who may be named only behind: *Ihr Rat: „Kommt!“ Ida Kolb weiß, wovon sie spricht*."""
    genders: dict[str, Gender] = {"sein": "Masc", "ihr": "Fem"}
    gender = next((gender for stem, gender in genders.items() if (chunk.determiner or "").startswith(stem)), None)
    asked = None if gender is None or chunk.first > _IN_FRONT else who_was_asked(notes, context)
    if asked is not None and fits(asked, gender):
        return asked
    return possessor(notes, context, chunk) or (None if gender is None else named_below(notes, context, gender))


def _surname_behind(notes: Notes, context: Context, mention: Mention, chunk: Chunk) -> Resolution | None:
    """Return whose name stands behind a statement as a noun without an article: *nach Angaben Richters*."""
    if chunk.last >= context.length or chunk.determiner is not None:
        return None
    word = context.word(chunk.last + 1)
    form = word.text.removesuffix("s")
    closes = mention.span.end == word.span.end
    role = closes and form != word.text and word.upos in ("NOUN", "PROPN") and noun_of(form) is not None
    if not role or not is_person_noun(form):
        return None
    bearers = notes.bearers(form)
    return described(bearers[0]) if len(bearers) == 1 else Resolution(form, "person")


def _of_state(chunk: Chunk) -> Resolution | None:
    """Return the state whose adjective stands before a statement: *nach russischen Angaben*."""
    states = [state for word in chunk.adjectives if (state := state_of_adjective(word.text)) is not None]
    plain = chunk.determiner in (None, "der", "die", "das", "den", "dem")  # die russische Forderung, …
    alone = len(states) == 1 and len(chunk.adjectives) == 1 and plain
    return Resolution(states[0], "place") if alone else None


def _issuer(notes: Notes, context: Context, chunk: Chunk, noun: Noun) -> Resolution | None:
    """Return the body that has just spoken: *teilte der Verband mit. …, hieß es in der Mitteilung*."""
    inside = chunk.preposition in ("in", "im") and chunk.nouns[-1].text == noun.base and noun.base in _ISSUED
    if inside and chunk.determiner == "einer" and not chunk.adjectives:
        return _body_before(notes, context)
    if not (inside and chunk.is_definite):
        return None
    spoken = [o for o in notes.occurrences if o.is_speaker and 0 < context.number - o.sentence <= _LATELY]
    body = spoken[-1].referent.known if spoken else None
    return described(body) if body is not None and body.kind == "organisation" and body.name else None


def _body_before(notes: Notes, context: Context) -> Resolution | None:
    """Return the one named body that acts in the sentence before: *Die Swissfor wehrt sich. …, so eine Mitteilung*."""
    acting = [o for o in notes.occurrences if o.sentence == context.number - 1 and o.is_subject and not o.is_in_content]
    bodies = {id(o.referent.known): o.referent.known for o in acting if o.referent.known.kind == "organisation"}
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    beside = any(o.referent.known.is_person for o in acting)
    return described(body) if body is not None and body.name and not beside else None


def _author(notes: Notes, context: Context, mention: Mention, place: int) -> Resolution:
    chunk = notes.chunks[mention.sentence][place]
    joint = [p for p in notes.pairs if p.sentence == mention.sentence and mention.span.contains(p.span)]
    if joint:
        return described(notes.group([person for pair in joint for person in pair.referents]))
    referent = notes.by_head.get((mention.sentence, chunk.head.index))
    if referent is None:
        return Resolution(nominative(chunk) or None, "organisation")
    return described(referent.known)


def _joint_states(notes: Notes, mention: Mention, place: int) -> Resolution | None:
    """Return the states that speak together: *Angaben Russlands und der Ukraine*."""
    states = [
        notes.place(name_text(chunk.name)).name or ""
        for number, chunk in enumerate(notes.chunks[mention.sentence][place:])
        if mention.span.contains(chunk.head.span)
        and (not chunk.nouns or not number)
        and chunk.name
        and state_of(name_text(chunk.name)) is not None
    ]
    return Resolution(" und ".join(states), "place", members=tuple(states)) if len(states) > 1 else None


def _joint_bodies(notes: Notes, context: Context, mention: Mention, place: int) -> Resolution | None:
    """Return the bodies that speak together: *Angaben der „Rundschau“ und des Senders Nord*."""
    inside = [c for c in notes.chunks[context.number][place + 1 :] if mention.span.contains(c.span) and c.name]
    names = [
        (chunk, referent.known.name)
        for chunk in inside
        if (referent := notes.by_head.get((context.number, chunk.head.index))) is not None
        and referent.known.kind in ("organisation", "medium")
        and referent.known.name
    ]
    if len(names) != 2 or [w.text for w in context.words(names[0][0].last + 1, names[1][0].first - 1)] != ["und"]:
        return None
    found = tuple(name for _, name in names if name is not None)
    return Resolution(" und ".join(found), "group", members=found)


def _surname_before(notes: Notes, mention: Mention, chunk: Chunk) -> Referent | None:
    """Return whose surname, a noun too, stands in the genitive before a statement: *nach | Bäckers | Angaben*."""
    words = [
        word for word in notes.contexts[mention.sentence].sentence.within(mention.span) if word.index <= chunk.last
    ]
    if len(words) != 2 or words[0].upos not in ("NOUN", "PROPN") or not words[0].text.endswith("s"):
        return None
    bearers = notes.bearers(words[0].text[:-1])
    return bearers[0] if len(bearers) == 1 else None


def by_genitive(notes: Notes, words: tuple[Word, ...]) -> Resolution:
    """Return whom a name in the genitive means: *| Ida Kolbs | Fazit*, *| Frankreichs | Forderung*."""
    name = without_s(name_text(words))
    bearers = notes.bearers(name_text(words)) or notes.bearers(name)
    if len(bearers) == 1:
        return described(bearers[0])
    if state_of(name_text(words)) is not None:
        return Resolution(notes.place(name_text(words)).name, "place")
    is_person = len(words) > 1 and is_given_name(words[0].text)
    return Resolution(name, "person" if is_person else "organisation")


def _compound(notes: Notes, chunk: Chunk, noun: Noun) -> Resolution:
    """``Behördenangaben``: the first part of the compound speaks; bare ``Berichten`` are of nobody."""
    text = chunk.nouns[-1].text
    at = text.casefold().rfind(noun.base.casefold()[:4])
    first = text[:at].rstrip("-") if at > 2 else ""
    if not first and chunk.preposition in ("in", "im") and chunk.is_definite:
        return Resolution(nominative_noun(chunk.nouns[-1], chunk), "document")
    if not first:
        return Resolution(None, "unknown", reason="unnamed_statement")
    if first.casefold() in ("medien", "presse", "zeitungs", "agentur"):
        return Resolution(None, "unknown", reason="unnamed_reports")
    bare = "Firma" if first == "Firmen" else first.removesuffix("s")
    whole = first if noun_of(bare) is None and noun_of(first) is not None else bare
    known = noun_of(whole)
    kind: SpeakerKind = "group" if known is not None and known.kind == "person" else "organisation"
    if kind == "group":
        return Resolution(None, "group", reason="unnamed_group")
    named = named_body(notes, whole) or _told_before(notes, whole)
    if named is None and known is None and not _is_written_apart(text, at):
        return Resolution(None, "unknown", reason="unnamed_statement")
    return Resolution(named or whole, kind)


def _told_before(notes: Notes, noun: str) -> str | None:
    """Return the only body of the article that is called by a compound of a noun: *Innenministerium*, Ministerium."""
    bodies = {one.known.name for one in notes.referents if one.known.kind == "organisation" and one.known.name}
    found = [name for name in bodies if name.casefold().endswith(noun.casefold()) and " " not in name]
    return found[0] if len(found) == 1 and noun not in _BY_THEMSELVES else None


def _is_written_apart(text: str, at: int) -> bool:
    """Say whether what stands before a noun of statement may be a name: *Rega-Angaben*, not *Quartalszahlen*."""
    return text[at - 1] == "-"


def _document(notes: Notes, context: Context, mention: Mention, place: int) -> Resolution:
    chunk = notes.chunks[context.number][place]
    if chunk.words[0].span.start < mention.span.start <= chunk.nouns[0].span.start:
        chunk = evolve(chunk, determiner=None)  # the pronoun before it: an dem Berichten zufolge gebaut wird
    noun = noun_of(chunk.nouns[-1].text)
    text = chunk.nouns[-1].text.casefold()
    if noun is not None and noun.base == "Bericht" and chunk.determiner is None and not chunk.name:
        if text in ("berichten", "berichte"):
            return _who_reports(notes, context, place)
        if text.startswith(("medien", "zeitungs", "presse", "agentur")):
            return Resolution(None, "unknown", reason="unnamed_reports")
    referent = notes.by_head.get((context.number, chunk.nouns[-1].index))
    if referent is not None:
        return described(referent.known)
    return Resolution(nominative_noun(chunk.nouns[-1], chunk), "document")


def _subject(notes: Notes, context: Context, noun: Word) -> Resolution:
    """Return the subject of the sentence, or of the relative clause: *hat nach eigenen Angaben …*."""
    clause = context.clauses.of(noun)
    opener = None if clause is None or clause.kind != "relative" else clause.opener
    if opener is not None and opener.text in ("der", "die", "das") and clause is not None and clause.words[0] == opener:
        meant = antecedent(notes, context, opener)
        if meant is not None:
            return described(meant.known)
    here = [o for o in notes.occurrences if o.sentence == context.number and not o.is_attribute]
    subjects = [o for o in here if o.is_subject and not o.is_speaker] or [o for o in here if o.is_subject]
    meant = None if subjects else _meant_by_pronoun(notes, context)
    if meant is not None:
        return described(meant)
    subjects = subjects or here
    if subjects:
        return described(subjects[0].referent.known)
    return Resolution(None, "unknown", reason="no_subject")


def _may_mean_body(words: Sequence[Word], word: Word) -> bool:
    """Say whether *es* is the subject: by the parse, or right behind a verb of which it can be: *versorgt | es*."""
    before = words[word.index - 2] if word.index > 1 else word
    acts = before.is_finite and lemma_of(before) not in ("geben", "heißen", "heissen", "handeln", "gehen", "kommen")
    return not word.masked and (word.relation in SUBJECTS or acts)


def _meant_by_pronoun(notes: Notes, context: Context) -> Referent | None:
    """Return the body that *es* means as the subject: *Eigenen Angaben zufolge hat es gewarnt*."""
    words = context.sentence.words
    told = next((w for w in words if w.text.lower() == "es" and _may_mean_body(words, w)), None)
    return pronoun(notes, context, told) if told is not None else None


def _who_reports(notes: Notes, context: Context, place: int) -> Resolution:
    """Return who gives several reports: *Berichten | der Armee | zufolge*, *nach Berichten | von Augenzeugen*."""
    tail = notes.tails[context.number].get(place)
    owner = None if tail is None else notes.chunks[context.number][tail]
    made = None if owner is None else notes.by_head.get((context.number, owner.head.index))
    is_of_them = owner is not None and owner.preposition in (None, "von", "vom")
    if made is None or not is_of_them or made.known.kind in ("document", "place"):
        return Resolution(None, "unknown", reason="unnamed_reports")
    return described(made.known)
