"""Mentions that name nobody the article knows: one of several, somebody, a group, or a name by its form."""

from __future__ import annotations

from typing import Final

import regex

from quotetrack.nouns import Gender, is_given_name, is_medium_noun, noun_of, state_of
from quotetrack.quotes.context import Context
from quotetrack.quotes.model import Mention
from quotetrack.speakers.names import AFFECTED_RE, without_s
from quotetrack.speakers.notes import Notes
from quotetrack.speakers.pronoun_forms import is_plural_pronoun
from quotetrack.speakers.referents import Referent
from quotetrack.speakers.resolution import Resolution, described

_SOMEBODY: Final = frozenset({"jemand", "einer", "eine", "mancher", "manche", "wer"})
_LATELY: Final = 3
_PAIRED: Final = 4
_PARTITIVE_RE: Final = regex.compile(
    r"\b[Ee]ine?[rs]? (?:(?:von|der|dieser|seiner|ihrer|drei|vier) )+(ihnen|beiden|\p{Lu}\p{L}+)\b"
)
_PLACED_RE: Final = regex.compile(
    r"(?:[Jj]emand|[Ee]iner|[Ee]ine) (?:aus|am|an|im|in|vom|von|beim|bei|auf|mit) (?!ihnen|uns|der beiden)"
    r"|(?:[Dd]er|[Dd]ie) (?:mit|aus|ohne) (?:(?:de[mnr]|(?:ein|sein|ihr)e[mnr]) )?(?:\p{Ll}+e[nr] )?\p{Lu}[\p{L}-]+$"
)
_SEVERAL_RE: Final = regex.compile(
    r"(?:die |alle )?(?:anderen|einen|meisten|wenigsten|übrigen)|andere|manche|etliche|wenige|einzelne|viele|einige"
    r"|mehrere|alle"
)
_TOLD_APART_RE: Final = regex.compile(r"(?:[Dd]er|[Dd]ie) \p{Ll}+e")
"""An adjective for one of those told of: *der zweite*, *die nächste*."""
_PRONOUNS: Final = frozenset("der die er sie dieser diese jener jene beide letzterer ersterer".split())
_POSSESSIVE_RE: Final = regex.compile(r"(?:sein|ihr)(?:e[rmns]?)?")
_INDEFINITE_RE: Final = regex.compile(r"ein(?:e[rsmn]?)?\b")
_ONE_OF_TWO_RE: Final = regex.compile(
    r"(?:der|die) (eine|andere|(?:ältere|jüngere)(?: (?:der|dieser|ihrer|seiner) .*)?)$"
)
_UNRESOLVED: Final = Resolution(None, "unknown", reason="unresolved")


def one_of_several(notes: Notes, context: Context, mention: Mention) -> Resolution | None:
    """*Einer der beiden*, *eine von ihnen*: somebody whom the article does not tell from the others."""
    start = mention.span.start
    text = notes.text[max(0, start - len("einer ")) : mention.span.end + len(" von ihnen")]
    found = _PARTITIVE_RE.search(text)
    if found is None or any(
        len(chunk.name) > 1 and mention.span.contains(chunk.span) for chunk in notes.chunks[mention.sentence]
    ):
        return None
    lately = notes.contexts[max(0, context.number - _LATELY) : context.number]
    of_two = any(word.text.lower() in ("beide", "beiden") for other in lately for word in other.sentence.words)
    known = of_two or len(notes.last_pair(context, _PAIRED)) > 1 or any(other.known.name for _, other in notes.kin)
    if found[1].lower() in ("beiden", "frauen", "männer") or (known and not found[1][:1].isupper()):
        return Resolution(None, "person", reason="ambiguous")
    several = noun_of(found[1])
    kin = several is not None and several.field == "family" and known
    if kin:
        return Resolution(None, "person", reason="ambiguous")
    is_one = _PARTITIVE_RE.match(mention.span.of(notes.text)) is not None
    of_people = several is None or several.kind == "person"
    return Resolution(None, "anonymous", reason="anonymous") if is_one and of_people else None


def somebody_placed(notes: Notes, mention: Mention) -> Resolution | None:
    """*Jemand aus dem Gremium*, *einer am Stammtisch*: somebody, wherever they belong."""
    text = mention.span.of(notes.text)
    noun = noun_of(mention.head.text) if mention.head.upos == "NOUN" else None
    if noun is not None and noun.kind != "person":
        return None  # einer am Dienstag veröffentlichten Studie
    return Resolution(None, "anonymous", reason="anonymous") if _PLACED_RE.match(text) else None


def without_referent(notes: Notes, context: Context, mention: Mention) -> Resolution:
    """Return what the form of a mention says of somebody the article does not know: *jemand*, *viele*, *die andere*."""
    text = mention.span.of(notes.text)
    return _by_small_words(notes, context, mention, text) or _as_owner(notes, mention, text) or _by_its_own(text)


def _as_owner(notes: Notes, mention: Mention, text: str) -> Resolution | None:
    """Return who is named in the genitive before what is theirs: *| Ida Kolbs | Hände zittern*."""
    given, *surname = text.split()
    owned = regex.match(r" \p{Lu}", notes.text[mention.span.end :]) is not None
    if not owned or not surname or not is_given_name(given) or without_s(text) == text:
        return None
    return Resolution(without_s(text), "person")


def _by_small_words(notes: Notes, context: Context, mention: Mention, text: str) -> Resolution | None:
    """Return what a pronoun, an article or a number says: *jemand*, *viele*, *einer von ihnen*."""
    small = text.lower()
    if small in _SOMEBODY:
        return Resolution(None, "anonymous", reason="anonymous")
    if _SEVERAL_RE.fullmatch(small) or (small in ("sie", "diese") and is_plural_pronoun(context, mention.head)):
        return Resolution(None, "group", reason="unnamed_group")
    if mention.head.upos == "PRON" or small in _PRONOUNS or _POSSESSIVE_RE.fullmatch(small):
        return Resolution(None, "person", reason="ambiguous")
    one_of_two = _one_of_two(notes, mention, small)
    if one_of_two is not None:
        return one_of_two
    if _INDEFINITE_RE.match(small) or _TOLD_APART_RE.fullmatch(text):
        return Resolution(None, "anonymous", reason="anonymous")
    is_of_several = small.split(" ")[0] in ("viele", "mehrere", "einige", "manche", "alle", "zwei", "drei")
    return Resolution(None, "group", reason="unnamed_group") if is_of_several else None


def _by_its_own(text: str) -> Resolution:
    """Return what a mention stands for by its own: a state, a medium, people, else a body if it has a name."""
    if state_of(text) is not None:
        return Resolution(text.removesuffix("s") if state_of(text.removesuffix("s")) else text, "place")
    if is_medium_noun(text.split(" ")[-1]):
        return Resolution(_plain(text), "medium")
    if AFFECTED_RE.fullmatch(_plain(text)) and text.startswith(("Der ", "Die ", "der ", "die ")):
        return Resolution(None, "anonymous", reason="role_unmatched")
    known = noun_of(text)
    if known is not None and known.kind == "person" and text.endswith("e"):
        return Resolution(None, "group", reason="unnamed_group")
    return Resolution(_plain(text), "organisation") if _has_capital(text) else _UNRESOLVED


def _one_of_two(notes: Notes, mention: Mention, small: str) -> Resolution | None:
    """*Die eine*, *die andere*: who is meant only the gender tells where just a man and a woman were spoken of."""
    if _ONE_OF_TWO_RE.match(small) is None:
        return None
    by_gender = _of_two_genders(notes, mention, "Masc" if small.startswith("der") else "Fem")
    return described(by_gender) if by_gender is not None else Resolution(None, "person", reason="ambiguous")


def _of_two_genders(notes: Notes, mention: Mention, gender: Gender) -> Referent | None:
    """Return the one of that gender where just a man and a woman have been spoken of: *sagt die andere*."""
    people = {
        id(o.referent.known): o.referent.known
        for o in notes.occurrences
        if 0 <= mention.sentence - o.sentence <= _LATELY and o.referent.known.is_person and not o.is_in_content
    }
    fitting = [person for person in people.values() if person.gender == gender]
    genders = {person.gender for person in people.values()}
    return fitting[0] if len(people) == 2 and genders == {"Masc", "Fem"} and fitting else None


def _plain(mention: str) -> str:
    return regex.sub(r"^(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[rmns]?)?)\s", "", mention)


def _has_capital(text: str) -> bool:
    return any(part[:1].isupper() for part in _plain(text).split())
