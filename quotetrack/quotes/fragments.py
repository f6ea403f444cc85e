"""Marked fragments: in reported speech, and in the clause of a verb that reports (*Ott nannte das „übereilt“*)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import evolve

from quotetrack.clauses import Clause, is_finite, is_nonfinite
from quotetrack.cues import VerbCue, found_cue, lemma_of, verb_cue
from quotetrack.lexicon import load, table
from quotetrack.moods import is_konjunktiv_1
from quotetrack.phrases import is_time
from quotetrack.quotes.addressees import addressee_of
from quotetrack.quotes.building import frame_around, spans_of_words
from quotetrack.quotes.calls import ACCOMPANIED, is_call
from quotetrack.quotes.context import Context, Placed, is_named
from quotetrack.quotes.discourse import seen_by, subject_mention
from quotetrack.quotes.gapping import behind_second, without_verb
from quotetrack.quotes.mentions import mention
from quotetrack.quotes.model import CueWords, Mention, Quote
from quotetrack.quotes.nominals import speaks
from quotetrack.quotes.roles import Roles, roles_of
from quotetrack.quotes.sentence_quotes import SentenceQuotes
from quotetrack.quotes.subjects import subject_of
from quotetrack.spans import Span
from quotetrack.syntax import DETERMINERS, SUBJECTS, Word

_PREDICATIVE: Final = frozenset(
    "empfinden"
    " bezeichnen nennen beschimpfen titulieren charakterisieren einstufen werten kritisieren loben verspotten geißeln"
    " feiern bejubeln preisen anprangern brandmarken verhöhnen darstellen abtun umschreiben beschreiben zurückweisen"
    " würdigen verurteilen bewerten".split()
)
_JUDGING_AS: Final = frozenset(
    "ablehnen abweisen ansehen auffassen betrachten deuten diffamieren einschätzen interpretieren rechtfertigen rügen"
    " verteidigen verwerfen".split()
)
"""More verbs that say with *als* what somebody thinks of a thing: *lehnte den Plan als „unannehmbar“ ab*."""
_TALKS: Final = (
    "interview", "gespräch", "podcast", "sendung", "talkshow", "magazin", "zeitung", "beitrag", "kolumne", "artikel",
    "kommentar", "essay",
)  # fmt: skip
_WANTING: Final = frozenset("will wollte wollen wollten möchte möchten mochte kann könne konnte konnten".split())
_NAMING: Final = frozenset({"Name", "Namen", "Modell", "Modelle", "Marke", "Marken"})
"""More nouns that have a name right behind them."""
_UTTERING: Final = frozenset({"rufen", "schreien", "sagen", "antworten", "fragen"})
_REPROACHING: Final = frozenset(
    "kritisieren beklagen bemängeln anprangern rügen monieren geißeln verurteilen tadeln beanstanden".split()
)
_WITH_WORDS: Final = frozenset("den dem diesen diesem".split())
_WORDS: Final = frozenset("worten satz sätzen ruf ausruf zuruf hinweis kommentar schlusssatz schlusswort".split())
_CHANNELS: Final = frozenset({"spoken_in", "spoken_to"})
"""Why a passage is known for that in which or to which somebody speaks."""
_NEVER_FRAGMENT: Final = frozenset("finden ausgehen lauten heißen heissen anschließen stehen veröffentlichen".split())

_OF_FUTURE: Final = frozenset("wird werden werde werdest würde würden".split())


def is_fragment(context: Context, placed: Placed) -> bool:
    """Say whether a passage in reported speech is somebody's words: no name or title, or one that is a reproach."""
    return not is_named(placed) or _is_reproach(context, placed)


def _is_reproach(context: Context, placed: Placed) -> bool:
    """See somebody's words, though a hyphen ties them to a noun, in ``Ott beklagte die „Null“-Reaktion``."""
    found = clause_cue(context, placed) if placed.passage.reason == "part_of_compound" else None
    if found is None or found[1].lemma not in _REPROACHING:
        return False
    speaker = roles_of(context, found[1], None).speaker
    return speaker is not None and not speaker.span.overlaps(placed.passage.marked.span)


def add_fragment(quotes: SentenceQuotes, placed: Placed, container: int) -> None:
    """Take a passage with the roles of the quotation that holds it, or those of its own clause."""
    outer = quotes.found[container]
    own = _own_speaker(quotes.context, placed, outer)
    pattern = own or evolve(outer, rules=("fragment-in-report",), continues=None)
    quotes.add_direct(evolve(pattern, container=container), placed)


def _own_speaker(context: Context, placed: Placed, outer: Quote) -> Quote | None:
    """Return the roles of a fragment whose own clause names another speaker: *ihr Sohn habe „…“ gerufen*."""
    found = clause_cue(context, placed)
    if (
        found is None
        or outer.cue is None
        or found[1].lemma not in _UTTERING | (_PREDICATIVE if outer.rules == ("indirect-before-verb",) else set())
    ):
        return None
    clause, cue = found
    if placed.first <= cue.verb.index <= placed.last:
        return None  # die Lage sei „so, dass man sie nicht beschreiben kann“
    nested = clause.start > 1 or outer.rules == ("indirect-before-verb",)
    nested = nested and not _lies_ahead(cue)
    if not nested or any(word.span == outer.cue.spans[0] for word in cue.words):
        return None
    roles = roles_of(context, cue, None)
    return None if roles.speaker is None else _clause_pattern(context, clause, cue, roles, placed)


def told_by_another(context: Context, placed: Placed, outer: Quote) -> Quote | None:
    """Return the roles of a fragment in a sentence that tells what somebody else said: *Ein Wirt habe „…“ gerufen*."""
    found = clause_cue(context, placed)
    if found is None or found[1].lemma not in _UTTERING | _PREDICATIVE or found[1].is_negated or _lies_ahead(found[1]):
        return None
    clause, cue = found
    roles = roles_of(context, cue, None)
    named = roles.speaker is not None and roles.speaker.head.upos in ("NOUN", "PROPN")
    told = clause.finite is not None and is_konjunktiv_1(clause.finite)
    if roles.speaker is None or not (named and told) or roles.speaker == outer.speaker:
        return None
    own = speaks(roles.speaker.head) and not roles.speaker.span.overlaps(placed.passage.marked.span)
    return _clause_pattern(context, clause, cue, roles, placed) if own else None


def told_of_speaker(context: Context, placed: Placed, outer: Quote) -> Quote | None:
    """Return the roles of what whoever acts is called by others: *Sie warnten davor und wurden „Spinner“ genannt*."""
    found = clause_cue(context, placed)
    if found is None or outer.cue is None or not found[1].is_passive:
        return None
    clause, cue = found
    if any(clause.span.contains(span) for span in outer.cue.spans):
        return None
    speaker = roles_of(context, cue, None).speaker
    return evolve(outer, rules=("fragment-in-sentence",), speaker=speaker, cue=None, frame=(), addressee=(), via=())


def _lies_ahead(cue: VerbCue) -> bool:
    """Say whether an act is only foretold: *dann werde Moskau „spiegelbildlich“ antworten*."""
    finite = cue.clause.finite
    is_infinitive = cue.verb.features.get("VerbForm") == "Inf" or cue.verb.text.endswith("en")
    return finite is not None and finite != cue.verb and finite.text.lower() in _OF_FUTURE and is_infinitive


def clause_cue(context: Context, placed: Placed) -> tuple[Clause, VerbCue] | None:
    """Return the clause in which a passage begins, with its verb."""
    clause = context.clauses.of(context.word(placed.first))
    if clause is None:
        return None
    conjunct = _second_conjunct(context, clause, placed) or _first_conjunct(context, clause, placed)
    conjunct = conjunct or _first_of_relative(context, clause, placed)
    cue = (
        verb_cue(context.sentence, context.clauses, clause)
        if conjunct is None
        else found_cue(context.sentence, conjunct)
    )
    return None if cue is None else (conjunct or clause, cue)


def _first_conjunct(context: Context, clause: Clause, placed: Placed) -> Clause | None:
    """Return the first of two participles with its passage: *hatten den Plan „klug“ genannt, aber vertagt*."""
    behind = [word for word in clause.words if word.index > placed.last and is_nonfinite(word)]
    if len(behind) < len(("genannt", "vertagt")) or clause.finite is None or clause.finite.index > placed.first:
        return None
    between = context.words(behind[0].index + 1, behind[-1].index - 1)
    if all(word.text != "," for word in between) or lemma_of(behind[0]) not in load("reporting_verbs"):
        return None
    return evolve(clause, words=tuple(word for word in clause.words if word.index <= behind[0].index))


def _first_of_relative(context: Context, clause: Clause, placed: Placed) -> Clause | None:
    """Return the first half of a relative clause that has two verbs: *die das „klug“ nennt | und doch nicht zahlt*."""
    finite = clause.finite if clause.kind == "relative" else None
    if finite is None or finite.index != placed.last + 1 or finite.index + 2 > clause.end:
        return None
    if context.word(finite.index + 1).upos != "CCONJ" or not any(map(is_finite, _behind(clause, finite))):
        return None
    return evolve(clause, words=tuple(word for word in clause.words if word.index <= finite.index))


def _behind(clause: Clause, word: Word) -> list[Word]:
    return [other for other in clause.words if other.index > word.index]


def _second_conjunct(context: Context, clause: Clause, placed: Placed) -> Clause | None:
    """Return the second half of a relative clause that has two verbs: *die den Bund führt und das „klug“ nennt*."""
    if clause.kind != "relative" or clause.finite is None or clause.opener is None:
        return None
    first = clause.finite.index
    verb = context.word(placed.last + 1) if placed.last < context.length else None
    joint = context.word(first + 1) if first < placed.first - 1 else None
    if verb is not None and is_nonfinite(verb) and verb.index < context.length:
        verb = context.word(verb.index + 1)  # genannt hatte
    if verb is None or joint is None or joint.upos != "CCONJ" or not is_finite(verb):
        return None
    behind = [word for word in clause.words if word.index > verb.index and word.upos != "PUNCT"]
    if behind and context.separator_before(verb.index + 2) != ",":
        return None
    words = (word for word in clause.words if joint.index < word.index <= verb.index)
    return evolve(clause, words=(clause.opener, *words), finite=verb)


def governed(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take the fragment in the clause of a reporting verb: ``Ott nannte das „übereilt“``."""
    context = quotes.context
    found = clause_cue(context, placed)
    if found is None:
        return None
    clause, cue = found
    if (
        _only_names(context, cue, placed)
        or (cue.is_known and not (_is_seen_as(context, cue, placed) or _shows_himself(cue)))
        or (cue.is_negated and not _is_contrasted(context, placed))
        or cue.is_open
        or not _takes_fragment(context, cue, placed)
    ):
        return None
    roles = roles_of(context, cue, None)
    if _is_second_of_relative(clause) and not cue.is_passive:
        roles = evolve(roles, speaker=_relative_subject(context, clause) or roles.speaker)
    if roles.speaker is not None and _is_in_attribute(context, placed, roles.speaker.head):
        return None
    if roles.speaker is not None and roles.speaker.span.overlaps(placed.passage.marked.span):
        behind = _relative_subject(context, clause) or _subject_behind(context, clause, placed)
        roles = evolve(roles, speaker=_agent_before(context, cue, placed, roles.speaker) or behind)
    if roles.speaker is None and not cue.is_passive and cue.lemma != "Rede sein":
        return None
    if roles.speaker is not None and cue.lemma == "nennen" and _is_named_thing(context, clause, roles.speaker.head):
        return None
    named = (roles.speaker, *roles.via)
    if any(mention is not None and mention.span.overlaps(placed.passage.marked.span) for mention in named):
        return None
    return _clause_pattern(context, clause, cue, roles, placed)


def _is_in_attribute(context: Context, placed: Placed, head: Word) -> bool:
    """Say whether a passage stands in the attribute of a noun: *Der „mangels Beweisen“ freigesprochene | Wirt*."""
    article = context.sentence.child(head, DETERMINERS)
    inside = article is not None and article.index < placed.first and placed.last < head.index - 1
    return inside and context.word(head.index - 1).upos in ("ADJ", "VERB") and head.upos == "NOUN"


def _agent_before(context: Context, cue: VerbCue, placed: Placed, agent: Mention) -> Mention | None:
    """Return by whom somebody is called what stands right behind: *wurde von der Stadt | „Schandfleck“ genannt*."""
    words = [word for word in context.sentence.within(agent.span) if word.index < placed.first]
    if not cue.is_passive or cue.lemma not in _PREDICATIVE or agent.head not in words:
        return None
    return evolve(agent, span=context.span(words[0].index, words[-1].index))


def _relative_subject(context: Context, clause: Clause) -> Mention | None:
    """Return the pronoun that opens a relative clause, where it may be a nominative: *die „ein Wort“ lobte*."""
    opener = clause.opener if clause.kind == "relative" else None
    opens = opener is not None and opener.text in ("der", "die") and clause.words[0] == opener
    return mention(context, opener, clause) if opener is not None and opens else None


def _is_second_of_relative(clause: Clause) -> bool:
    """Say whether a clause is the second half of a relative one, which has the pronoun of the first for its subject."""
    opener = clause.opener
    return clause.kind == "relative" and len(clause.words) > 1 and opener is not None and _is_apart(clause, opener)


def _is_apart(clause: Clause, opener: Word) -> bool:
    """Say whether other words stood between the pronoun and the rest, and it may be a nominative."""
    subject = opener.relation in SUBJECTS or opener.features.get("Case") == "Nom"
    return clause.words[0] == opener and clause.words[1].index > opener.index + 1 and subject


def _is_named_thing(context: Context, clause: Clause, head: Word) -> bool:
    """Say whether what stands right behind the verb is what is named, and nobody: *…, nannte das Treffen „klug“*."""
    finite = clause.finite
    article = context.sentence.child(head, DETERMINERS)
    behind = finite is not None and article is not None and article.index == finite.index + 1
    return behind and article is not None and article.text in ("das", "den") and not speaks(head)


def _subject_behind(context: Context, clause: Clause, placed: Placed) -> Mention | None:
    """Return who speaks right behind the verb that follows the marks: *„Tratsch“ nannte Ott es trotzdem*."""
    finite = clause.finite
    if finite is None or finite.index != placed.last + 1 or finite.index >= context.length:
        return None
    behind = next(
        (word for word in clause.words if word.index > finite.index and word.upos not in ("DET", "ADJ")), None
    )
    speaking = behind is not None and behind.upos in ("PRON", "NOUN", "PROPN") and speaks(behind)
    return mention(context, behind, clause) if behind is not None and speaking and behind.text != "es" else None


def _only_names(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a participle behind a comma gives a thing its name: *mit dem Gerät, genannt „Ida“, gemessen*."""
    behind = cue.verb.index == placed.first - 1 and context.separator_before(cue.verb.index) == ","
    return behind and cue.verb.text == "genannt"


def is_talked_in(context: Context, placed: Placed) -> bool:
    """Say whether a passage names where somebody talks: *sagte im Interview mit der „Zeit am Morgen“*."""
    before = [word.text.lower() for word in context.words(max(1, placed.first - 4), placed.first - 1)]
    capital = context.text[placed.passage.marked.content_spans[0].start].isupper()
    talks = any(form.endswith(_TALKS) for form in before)
    return capital and talks and bool(set(before) & {"mit", "in", "bei", "für"})


def _is_seen_as(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether somebody tells as what he sees a thing: *Der Autor sieht sein Buch als „Liebeserklärung“*."""
    if cue.lemma != "sehen" or placed.first == 1:
        return False
    inside = context.word(min(placed.first + 1, context.length)).text
    sees_none = inside in ("kein", "keine", "keinen", "keinerlei")  # sieht „keinen Handlungsbedarf“
    sees_none = sees_none or (inside[:1].islower() and _ends_clause(context, cue, placed))  # sieht ihn „am Ende“
    return sees_none or context.word(placed.first - 1).text == "als" or _is_seen_in(context, cue, placed)


def _ends_clause(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether several words end a clause behind what they are said of: *sieht ihre Elf | „klar im Vorteil“*."""
    several = placed.last - placed.first > len(("„", "klar", "im"))
    behind = [word for word in cue.clause.words if word.index > placed.last and word.upos != "PUNCT"]
    finite = cue.clause.finite
    between = finite is not None and finite.index + 1 < placed.first
    return several and between and all(word in cue.words for word in behind)


def _is_seen_in(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether somebody sees something in a thing: *Sie sehen in dem Gesetz einen „Verdacht gegen alle“*."""
    article, last = context.word(placed.first - 1), context.word(placed.last - 1)
    forms = {word.text.lower() for word in cue.clause.words if word.index < placed.first}
    forms_before = [word.text.lower() for word in context.words(max(1, placed.first - 4), placed.first - 1)]
    in_him = any(two in (("in", "ihm"), ("in", "ihr"), ("in", "ihnen")) for two in pairwise(forms_before))
    several = last.index > placed.first + 1 or in_him or bool(forms & {"darin", "dahinter", "hierin"})
    return article.text in ("ein", "eine", "einen") and several and bool(forms & {"darin", "dahinter", "in", "hierin"})


def _is_contrasted(context: Context, placed: Placed) -> bool:
    """Say whether somebody says one thing instead of another: *sprach nicht von Pech, | sondern | von „Betrug“*."""
    before = [word.text for word in context.words(placed.first - 4, placed.first - 1)]
    return "sondern" in before or any(pair == ("wohl", "aber") for pair in pairwise(before))


def with_words(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take the words with which somebody acts: ``Mit den Worten „Es reicht“ verließ Ott den Saal``.

    So it is with a call: ``Mit einem „Bis morgen“ verabschiedete sich Ott``.
    """
    context = quotes.context
    before = [word.text.lower() for word in context.words(max(1, placed.first - 3), placed.first - 1)]
    found = clause_cue(context, placed)
    if found is None or found[1].is_negated:
        return None
    clause, cue = found
    if not _are_with_words(before) and not (cue.lemma in ACCOMPANIED and is_call(context, placed)):
        return None
    subject = None if cue.is_passive else subject_of(context, cue)
    inside = subject is not None and placed.first <= subject.index <= placed.last
    speaker = subject_mention(context) if subject is None or inside else mention(context, subject, clause)
    if (
        cue.is_passive
        or speaker is None
        or speaker.span.overlaps(placed.passage.marked.span)
        or not speaks(speaker.head)
    ):
        return None
    return _clause_pattern(context, clause, cue, Roles(speaker, addressee_of(context, cue, speaker), ()), placed)


def _are_with_words(before: list[str]) -> bool:
    if len(before) < len(("mit", "den", "Worten")):
        return False
    preposition, article, noun = before[-3:]
    return preposition in ("mit", "unter") and article in _WITH_WORDS and noun in _WORDS


def declined(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take the words with which somebody declines: ``Die Reederei wollte das „nicht bewerten“``."""
    context = quotes.context
    found = clause_cue(context, placed)
    words = [word for word in context.words(placed.first, placed.last) if word.upos != "PUNCT"]
    finite = None if found is None else found[0].finite
    if found is None or finite is None or finite.text.lower() not in _WANTING or placed.first < finite.index:
        return None
    says_no = any(word.text == "nicht" for word in words[:3]) and is_nonfinite(words[-1])
    speaker = subject_mention(context) if says_no else None
    if speaker is None or not speaks(speaker.head):
        return None
    return _clause_pattern(context, found[0], found[1], Roles(speaker, (), ()), placed)


def seen(quotes: SentenceQuotes, placed: Placed) -> Quote | None:
    """Take what something is for somebody: ``Für die Wirtin ist das „der größte Unsinn“``."""
    context = quotes.context
    article = context.word(placed.first - 1).text if placed.first > 1 else ""
    told = article in ("ein", "eine") or any(word.text in ("es", "das") for word in context.words(1, placed.first - 1))
    clause = context.clauses.of(context.word(placed.first))
    joined = None if clause is None or (is_named(placed) and not told) else _viewer_joined(context, clause)
    viewer = None if is_named(placed) and not told else joined or seen_by(context)
    closes = clause is not None and (placed.last + 1 >= clause.end or _view_at(context, placed.last + 1))
    if viewer is None or clause is None or (clause.number and joined is None) or not closes:
        return None
    viewer = _other_viewer(context, clause, placed) or viewer
    first = 1 if joined is None else clause.start
    frame = frame_around(context, first, max(clause.end, placed.last), _with_joined(context, placed))
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("fragment-of-verb",),
        frame=frame,
        speaker=viewer,
        medium="speech_or_writing",
    )


def _viewer_joined(context: Context, clause: Clause) -> Mention | None:
    """Return for whom something is so behind *und*: *Ott lobte ihn, und | für Trainer Kern war er „ein Geschenk“*.

    So it is behind a clause in front: *Was Ott „klug“ nennt, | ist für Kern „ein Witz“*.
    """
    words, finite = clause.words, clause.finite
    if clause.kind not in ("main", "verb_first") or finite is None or lemma_of(finite) not in ("sein", "bleiben"):
        return None
    behind = words[0] == finite and clause.start > 1
    if not (words[0].text in ("und", "aber", "doch") or behind) or words[1].text != "für":
        return None
    place = context.length if behind else finite.index
    between = (word for word in words[2:] if word.index < place and word.upos in ("NOUN", "PROPN") and not word.masked)
    person = next((word for word in between if speaks(word) and not is_time(word)), None)
    return None if person is None else mention(context, person, clause)


def _view_at(context: Context, comma: int) -> bool:
    """Say whether the view of somebody else begins behind a comma or *und*: *…, für den Kollegen „…“*."""
    joins = context.word(comma).text in (",", "und", ";")
    return joins and comma < context.length and context.word(comma + 1).text == "für"


def _other_viewer(context: Context, clause: Clause, placed: Placed) -> Mention | None:
    """Return for whom else something is so: *Für die Wirtin ist das „…“, für | den Gast | „…“*."""
    later = [word.index for word in clause.words if word.index < placed.first and _view_at(context, word.index - 1)]
    behind = [word for word in clause.words if later and later[-1] < word.index < placed.first]
    head = next((word for word in behind if word.upos in ("NOUN", "PROPN")), None)
    return None if head is None else mention(context, head, clause)


def _shows_himself(cue: VerbCue) -> bool:
    """Say whether somebody tells how he is: *Ott zeigte sich „überrumpelt“*, *gab sich „zuversichtlich“*."""
    return cue.lemma in ("zeigen", "geben") and any(word.text.lower() == "sich" for word in cue.words)


def _finds(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a passage is what somebody thinks of something: *Kern findet das „unerträglich“*, no title."""
    words = [word for word in context.words(placed.first, placed.last) if word.upos != "PUNCT"]
    judged = bool(words) and words[0].text[:1].islower() and words[-1].text[:1].islower()
    return cue.lemma == "finden" and judged and not cue.is_passive


def _takes_fragment(context: Context, cue: VerbCue, placed: Placed) -> bool:
    if placed.passage.reason in _CHANNELS:
        return False
    before = context.word(placed.first - 1).text.lower() if placed.first > 1 else ""
    if placed.passage.reason == "read_on_a_carrier":
        return True
    if _is_seen_as(context, cue, placed):
        return is_fragment(context, placed) or _is_seen_in(context, cue, placed)
    if _shows_himself(cue) or _finds(context, cue, placed):
        return is_fragment(context, placed)
    if (cue.lemma in _NEVER_FRAGMENT and not _answers_behind(context, cue, placed)) or (
        any(word.text.lower() == "sich" for word in cue.words) and cue.lemma == "nennen"
    ):
        return False
    if _answers_behind(context, cue, placed):
        return True
    if is_named(placed) and (_is_called(context, placed) or _is_subject(cue, placed)):
        return False
    if cue.lemma in _JUDGING_AS and before == "als":
        return is_fragment(context, placed)
    if cue.lemma in _PREDICATIVE:
        return before == "als" or cue.lemma in ("nennen", "zurückweisen") or is_fragment(context, placed)
    if cue.lemma in ("skandieren", "rufen", "schreien"):
        return True
    told = placed.passage.reason == "called_so" and cue.lemma in load("reporting_verbs")  # redet von „Betrug“
    return is_fragment(context, placed) and (bool(cue.licenses) or cue.lemma in table("reported_acts") or told)


def _answers_behind(context: Context, cue: VerbCue, placed: Placed) -> bool:
    """Say whether a verb follows an utterance in front without a comma: *„Es wird vertuscht“ heißt es dazu*."""
    finite = cue.clause.finite
    told = cue.lemma not in ("heißen", "heissen") or any(word.text == "es" for word in cue.words)
    front = placed.first == 1 and finite is not None and finite.index == placed.last + 1
    return front and told and bool(cue.licenses) and placed.passage.kind == "quotation"


def _is_subject(cue: VerbCue, placed: Placed) -> bool:
    """Say whether a title with *der* fills the front of a clause: *Der „Kurier“ nannte das Werk „gut“*."""
    first, finite = cue.clause.words[0], cue.clause.finite
    fills = finite is not None and (placed.first, placed.last) == (first.index + 1, finite.index - 1)
    return first.text == "Der" and fills


def _is_called(context: Context, placed: Placed) -> bool:
    """Say whether a name stands right behind its noun, or is listed behind one: *die Modelle „Tago“ und „Pheda“*."""
    before = context.word(max(1, placed.first - 1))
    listed = context.passage_at(max(1, placed.first - 2)) if before.text in ("und", "oder", ",") else None
    names = before.upos == "NOUN" and (before.text in table("naming_nouns") or before.text in _NAMING)
    return names or (listed is not None and is_named(listed) and _is_called(context, listed))


def _clause_pattern(context: Context, clause: Clause, cue: VerbCue, roles: Roles, placed: Placed) -> Quote:
    first = 1 if clause.kind == "main" and clause.number == 0 else clause.start
    last = max(clause.end, placed.last)
    return Quote(
        type="direct",
        spans=(),
        sentence=context.number,
        rules=("fragment-of-verb",),
        cue=CueWords(spans_of_words(cue.words), cue.lemma, "verb"),
        frame=frame_around(context, first, last, _with_joined(context, placed)),
        speaker=without_verb(context, placed) or behind_second(context, placed) or roles.speaker,
        via=roles.via,
        addressee=tuple(_before_marks(context, span, placed) for span in roles.addressee),
        medium=cue.medium,
    )


def _before_marks(context: Context, span: Span, placed: Placed) -> Span:
    """Return whom somebody speaks to without the words: *warf dem Intendanten | „Gutsherrenart“ vor*."""
    marks = placed.passage.marked.span
    if not (span.overlaps(marks) and span.start < marks.start):
        return span
    return Span(span.start, span.start + len(context.text[span.start : marks.start].rstrip()))


def _with_joined(context: Context, placed: Placed) -> Span:
    """Return the span of a passage with those that *und* or a comma joins to it."""
    first, last = placed, placed
    for other in context.passages:
        if other.first > last.last and _only_joins(context, last.last + 1, other.first - 1):
            last = other
    for other in reversed(context.passages):
        if other.last < first.first and _only_joins(context, other.last + 1, first.first - 1):
            first = other
    return Span(first.passage.marked.span.start, last.passage.marked.span.end)


def _only_joins(context: Context, first: int, last: int) -> bool:
    return all(word.upos in ("CCONJ", "PUNCT") for word in context.words(first, last))
