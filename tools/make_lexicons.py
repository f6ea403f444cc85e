"""Makes the lists of verbs and phrases that report: ``python tools/make_lexicons.py --help``.

Two sources lie in ``tools/lexicon_sources``: ``general_knowledge.toml`` is kept by hand, in classes of verbs that take
the same complements; ``gepade_complements.txt`` counts what the verbs of GePaDe govern (SpkAtt-2023, CC BY-SA 4.0) and
is made anew with ``--count``. The counts add to the general knowledge: a complement that GePaDe shows often enough to a
verb that was thought not to take it, and verbs of saying that were forgotten. The other lists are their own source.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal

import rich.console
from attrs import frozen

from quotetrack.cues import weak_forms
from quotetrack.evaluation.annotations import Annotation, BenchmarkDocument
from quotetrack.evaluation.gepade import Speech, read_gepade

ROOT: Final = Path(__file__).resolve().parent.parent
LEXICONS: Final = ROOT / "quotetrack" / "lexicons"
SOURCES: Final = ROOT / "tools" / "lexicon_sources"
KNOWLEDGE: Final = SOURCES / "general_knowledge.toml"
COUNTS: Final = SOURCES / "gepade_complements.txt"
COUNTS_HEADING: Final = """\
# What the verbs of GePaDe govern where they say something: how often, and how often a dass, ob or question clause.
# Made by tools/make_lexicons.py --count from the training speeches of SpkAtt-2023 (CC BY-SA 4.0, annotation by Rehbein
# et al. 2023). Columns: infinitive, messages, of them clauses. Verbs with at least three messages.
"""
LEAST_MESSAGES: Final = 3
LEAST_CLAUSES: Final = 5
CLAUSE_SHARE: Final = 1 / 3
"""A verb kept by hand takes clauses too if GePaDe has five of them, and they are a third of its messages (2026-11)."""
NEW_SHARE: Final = 1 / 2

_CONJUNCTIONS: Final = frozenset("dass daß ob wie was warum wer welche welcher welches wann wo weshalb wieso".split())
_NOT_VERBAL: Final = frozenset(
    "sich es mich mir wir uns ich davon darauf daran dazu dafür darüber ja nicht haben hat habe hatte ist sind wird"
    " worden werden zu".split()
)

Kind = Literal["clause", "other"]


@frozen
class Usage:
    """How often a verb has a message in GePaDe, and how often that is a clause with *dass*, *ob* or a question word."""

    messages: int
    clauses: int


def counted(speeches: Iterable[Speech]) -> dict[str, Usage]:
    """Return what the verbs of some speeches govern, by infinitives that occur among their cues."""
    forms: dict[str, Counter[Kind]] = {}
    whole: set[str] = set()
    for speech in speeches:
        for annotation in speech.document.annotations:
            form, is_one_word = _form(annotation, speech.document)
            if form:
                whole |= {form} if is_one_word else set()
                forms.setdefault(form, Counter())[_kind(annotation, speech.document)] += 1
    found = {verb: _usage(verb, forms) for verb in sorted(whole) if verb.endswith(("en", "ern", "eln"))}
    return {verb: usage for verb, usage in found.items() if usage.messages >= LEAST_MESSAGES}


def _form(annotation: Annotation, document: BenchmarkDocument) -> tuple[str, bool]:
    """Return a cue of one verb, its particle joined in front, and whether it is one word; nothing for other cues."""
    words = [document.word(number) for number in sorted(annotation.cue)]
    words = [word for word in words if word.lower() not in _NOT_VERBAL]
    if not words or len(words) > 2 or not words[0][:1].islower():
        return "", False
    return "".join([*words[1:], words[0]]).lower(), len(words) == 1


def _kind(annotation: Annotation, document: BenchmarkDocument) -> Kind:
    words = (document.word(number).lower() for number in sorted(annotation.quote))
    first = next((word for word in words if word not in (",", ":")), "")
    return "clause" if first in _CONJUNCTIONS else "other"


def _usage(verb: str, forms: Mapping[str, Counter[Kind]]) -> Usage:
    kinds = sum((forms.get(form, Counter()) for form in {verb, *weak_forms(verb)}), Counter[Kind]())
    return Usage(kinds.total(), kinds["clause"])


def read_counts(path: Path) -> dict[str, Usage]:
    """Return the counts as they were kept."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = (line.split("\t") for line in lines if not line.startswith("#"))
    return {verb: Usage(int(messages), int(clauses)) for verb, messages, clauses in columns}


def counts_text(counts: Mapping[str, Usage]) -> str:
    """Return the counts as they are kept."""
    lines = (f"{verb}\t{usage.messages}\t{usage.clauses}\n" for verb, usage in counts.items())
    return COUNTS_HEADING + "".join(lines)


def lists(knowledge: Mapping[str, Any], counts: Mapping[str, Usage]) -> dict[str, str]:
    """Return the text of each list by its name."""
    made: dict[str, str] = {}
    for name, source in knowledge.items():
        entries = dict(_entries(source["classes"], noun_first=name == "light_verbs"))
        heading = str(source["heading"])
        if name == "reporting_verbs":
            known = set(_words(knowledge["knowledge_verbs"]["classes"][""]))
            added = dict(additions(entries, counts, known))
            entries |= added
            heading += _says_added(added)
        made[name] = _list_text(heading, entries)
    return made


def additions(
    entries: Mapping[str, tuple[str, ...]], counts: Mapping[str, Usage], knowledge: set[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the verbs to which GePaDe adds clauses as a complement, and those that only GePaDe shows."""
    for verb, usage in counts.items():
        if verb in entries:
            licenses, medium = entries[verb]
            enough = usage.clauses >= LEAST_CLAUSES and usage.clauses >= CLAUSE_SHARE * usage.messages
            if enough and "d" not in licenses:
                yield verb, ("d" + licenses.removeprefix("-"), medium)
        elif usage.clauses >= LEAST_MESSAGES and usage.clauses > NEW_SHARE * usage.messages and verb not in knowledge:
            yield verb, ("d", "speech")


def _says_added(added: Mapping[str, tuple[str, ...]]) -> str:
    shown = ", ".join(f"{verb} ({' '.join(columns)})" for verb, columns in sorted(added.items()))
    return f"From GePaDe: {shown}.\n" if added else ""


def _entries(classes: Mapping[str, str], *, noun_first: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    for columns, words in classes.items():
        rest = tuple(columns.split())
        for word in _words(words):
            yield (f"{word}\t{rest[0]}", rest[1:]) if noun_first else (word, rest)


def _words(words: str) -> list[str]:
    """Return the words of a class; an underscore stands for the space in *bekannt geben*."""
    return [word.replace("_", " ") for word in words.split()]


def _list_text(heading: str, entries: Mapping[str, tuple[str, ...]]) -> str:
    head = "".join(f"# {line}".rstrip() + "\n" for line in heading.strip("\n").splitlines())
    ordered = sorted(entries.items(), key=lambda entry: _as_sorted(entry[0]))
    return head + "".join("\t".join((word, *columns)) + "\n" for word, columns in ordered)


def _as_sorted(word: str) -> str:
    """Return a word as German dictionaries sort it (DIN 5007-1)."""
    return word.casefold().translate(str.maketrans("äöü", "aou"))


def made_lists() -> dict[str, str]:
    """Return the lists as the kept sources give them."""
    return lists(tomllib.loads(KNOWLEDGE.read_text(encoding="utf-8")), read_counts(COUNTS))


def main() -> None:
    """Count if asked to, and write the lists."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the provided data")
    reader.add_argument("--count", action="store_true", help="count the complements in GePaDe anew")
    options = reader.parse_args()
    console = rich.console.Console(highlight=False)
    if options.count:
        counts = counted(read_gepade(options.shared / "gepade" / "train.jsonl"))
        COUNTS.write_text(counts_text(counts), encoding="utf-8", newline="\n")
        console.print(f"{COUNTS.name}: {len(counts)} verbs")
    for name, text in made_lists().items():
        path = LEXICONS / f"{name}.txt"
        changed = path.read_text(encoding="utf-8") != text
        path.write_text(text, encoding="utf-8", newline="\n")
        console.print(f"{path.name}: {'changed' if changed else 'as it was'}")


if __name__ == "__main__":
    main()
