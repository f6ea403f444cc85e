"""From a segmented text to a dependency parse: the protocol of a parser, and the one that Stanza provides.

Stanza (Qi et al. 2020, *Stanza: A Python Natural Language Processing Toolkit for Many Human Languages*) and torch are
imported when a parser first parses, never before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from importlib import resources
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Final, Protocol, runtime_checkable

from attrs import define, evolve, field, frozen

from quotetrack.boundaries import is_abbreviation
from quotetrack.errors import ModelError, ParseError
from quotetrack.segmentation import LONGEST_SENTENCE, Segmentation, sentence_ends
from quotetrack.spans import Span
from quotetrack.swiss_spelling import is_swiss, with_sharp_s
from quotetrack.syntax import Document, Sentence, Word, checked, features_of, read_conllu
from quotetrack.views import View

LANGUAGE: Final = "de"
_CONTRACTIONS: Final = frozenset(
    "am ans aufs beim durchs fürs hinterm hinters im ins überm übers ums unterm unters vom vorm vors zum zur".split()
)
PROCESSORS: Final = ("tokenize", "mwt", "pos", "lemma", "depparse")
SUMS_FILE: Final = "SHA256SUMS"

_STANZA_ERRORS: Final = (RuntimeError, ValueError, AssertionError, LookupError, TypeError, AttributeError)
_LOADING_ERRORS: Final = (OSError, ValueError, KeyError, RuntimeError, EOFError, UnpicklingError)
_STATEMENT: Final = ("„", "Das", "ist", "so", "“")
_SENTENCE: Final = ("„", "Das", "ist", "so", ".", "“")
_QUESTION: Final = ("„", "Ist", "das", "so", "?", "“")


@runtime_checkable
class Parser(Protocol):
    """Anything that can parse: give it segmented texts, get a document for each, in order."""

    @property
    def name(self) -> str:
        """The id of the parse model, for the records."""
        ...

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text.

        Raises:
            ParseError: if one of them cannot be parsed.
        """
        ...


@frozen
class ConlluParser:
    r"""A parser that looks up parses made elsewhere: texts to CoNLL-U.

    >>> from quotetrack.quotation_marks import pair
    >>> from quotetrack.segmentation import segment
    >>> parser = ConlluParser({"Ja": "1\tJa\tja\tPART\t_\t_\t0\troot\t_\t_"})
    >>> parser.parse([segment("Ja", pair("Ja"))])[0].sentences[0].root.lemma
    'ja'
    """

    parses: Mapping[str, str]
    name: str = "conllu"

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text; a text without any letter needs none.

        Raises:
            ParseError: if there is no parse of a text, or it does not fit.
        """
        return [self._parse(segmentation.text) for segmentation in segmentations]

    def _parse(self, text: str) -> Document:
        if text not in self.parses:
            message = f"there is no CoNLL-U parse of the text that begins {text[:40]!r}"
            raise ParseError(message)
        return read_conllu(self.parses[text], text)


@define
class StanzaParser:
    """A parser made of a Stanza pipeline, loaded when it is first needed.

    Without arguments it is the German model that quotetrack carries. ``directory`` names a folder with another model in
    Stanza's layout; ``package`` an official Stanza package (``"default"``), which may be downloaded into the directory
    or Stanza's own; ``pipeline`` is a ready ``stanza.Pipeline`` with tokenize, pos, lemma and depparse. Only a package
    asked for by name touches the network.
    """

    package: str | None = None
    directory: str | Path | None = None
    pipeline: Any = field(default=None, repr=False)
    resources_url: str | None = None
    _loaded: Any = field(default=None, init=False, repr=False, eq=False)

    @property
    def name(self) -> str:
        """The id of the parse model: ours by the digest of its sums, others by package or folder."""
        if self.package is not None:
            return f"stanza-{self.package}-{_stanza_version()}"
        if self.directory is not None:
            return f"stanza-{Path(self.directory).name}"
        if self.pipeline is not None:
            return "stanza-pipeline"
        return _embedded_name()

    def load(self) -> Any:
        """Return the Stanza pipeline, loading it the first time.

        Raises:
            ModelError: if the model is missing, altered, or cannot be downloaded.
        """
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def _load(self) -> Any:
        if self.package is not None:
            return _official(self.package, self.directory, self.resources_url)
        if self.directory is not None:
            return _local(Path(self.directory))
        return self.pipeline if self.pipeline is not None else _embedded()

    def parse(self, segmentations: Sequence[Segmentation]) -> list[Document]:
        """Return the parse of each text, all tokenised in one go and parsed in another.

        Raises:
            ModelError: if the model cannot be loaded.
            ParseError: if Stanza gives up on one of the texts.
        """
        pipeline = self.load()
        cut = _tokenised(pipeline, segmentations)
        swiss = [is_swiss(segmentation.text) for segmentation in segmentations]
        told = [(sentence, spelt) for text, spelt in zip(cut, swiss, strict=True) for sentence in text]
        sentences = _parsed(pipeline, told)
        return [Document(tuple(next(sentences) for _ in text)) for text in cut]


def _stanza_version() -> str:
    from importlib import metadata

    return metadata.version("stanza")


@cache
def _embedded_name() -> str:
    sums = resources.files("quotetrack").joinpath("model", SUMS_FILE).read_bytes()
    return f"quotetrack-news-{hashlib.sha256(sums).hexdigest()[:8]}"


def _embedded() -> Any:
    with ExitStack() as stack:
        folder = stack.enter_context(resources.as_file(resources.files("quotetrack").joinpath("model")))
        return _local(folder)


def _local(folder: Path) -> Any:
    if not (folder / "resources.json").is_file():
        message = f"{folder} holds no Stanza model: there is no resources.json"
        raise ModelError(message)
    if (folder / SUMS_FILE).is_file():
        verify_sums(folder)
    import stanza

    try:
        return stanza.Pipeline(
            LANGUAGE,
            dir=str(folder),
            processors=_processors(folder),
            download_method=None,
            logging_level="CRITICAL",
            use_gpu=False,
        )
    except _LOADING_ERRORS as error:
        message = f"the model in {folder} cannot be loaded: {_said(error)}"
        raise ModelError(message) from error


def _said(error: Exception) -> str:
    """Return the first line of what an error says, for torch adds pages of advice."""
    return f"{type(error).__name__} {next(iter(str(error).splitlines()), '')}".rstrip()


def _processors(folder: Path) -> str:
    return ",".join(name for name in PROCESSORS if name != "mwt" or (folder / LANGUAGE / "mwt").is_dir())


def verify_sums(folder: Path) -> None:
    """Check every file of a model against the recorded SHA-256 sums.

    Raises:
        ModelError: naming the first file that is missing or altered.
    """
    for line in (folder / SUMS_FILE).read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        try:
            with (folder / name).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            message = f"the model file {name} is missing: install quotetrack again"
            raise ModelError(message) from error
        if found != expected:
            message = f"the model file {name} was altered: its SHA-256 is {found}, not {expected}"
            raise ModelError(message)


def _official(package: str, directory: str | Path | None, resources_url: str | None) -> Any:
    """Download an official package if need be, and load it."""
    import requests
    import stanza
    from stanza.pipeline.core import DownloadMethod
    from stanza.resources.common import DEFAULT_MODEL_DIR, DEFAULT_RESOURCES_URL

    try:
        return stanza.Pipeline(
            LANGUAGE,
            dir=str(directory or DEFAULT_MODEL_DIR),
            package=package,
            processors=",".join(PROCESSORS),
            resources_url=resources_url or DEFAULT_RESOURCES_URL,
            download_method=DownloadMethod.REUSE_RESOURCES,
            logging_level="CRITICAL",
            use_gpu=False,
        )
    except (requests.RequestException, *_LOADING_ERRORS) as error:
        message = (
            f"the Stanza package {package!r} could not be downloaded or loaded ({_said(error)}). Check the connection "
            f"and try again, or fetch it elsewhere with stanza.download({LANGUAGE!r}, package={package!r}) and give "
            f"its folder: StanzaParser(package={package!r}, directory=...). The model that quotetrack carries needs no "
            "download: StanzaParser()"
        )
        raise ModelError(message) from error


@frozen
class _Token:
    """A token with its place in the original and the words it consists of."""

    text: str
    span: Span
    words: tuple[str, ...]
    masked: bool = False


@frozen
class _Cut:
    """A sentence before it is parsed."""

    tokens: tuple[_Token, ...]
    inside: int | None


def _tokenised(pipeline: Any, segmentations: Sequence[Segmentation]) -> list[list[_Cut]]:
    """Return the sentences of each text: as the model splits it where the segmentation lets it."""
    import stanza

    views = [view for segmentation in segmentations for view in segmentation.views]
    documents = [stanza.Document([], text=view.text) for view in views]
    try:
        documents = pipeline.bulk_process(documents, processors="tokenize,mwt") if documents else []
    except _STANZA_ERRORS as error:
        message = f"Stanza cannot tokenise the text: {type(error).__name__} {error}"
        raise ParseError(message) from error
    tokenised = iter(zip(views, documents, strict=True))
    return [
        [cut for _ in segmentation.views for cut in _sentences(segmentation, *_tokens(segmentation, *next(tokenised)))]
        for segmentation in segmentations
    ]


def _tokens(segmentation: Segmentation, view: View, document: Any) -> tuple[list[_Token], set[int]]:
    tokens: list[_Token] = []
    ends: set[int] = set()
    for sentence in document.sentences:
        for token in sentence.tokens:
            words = _parts(token)
            found = _Token(token.text, view.original(token.start_char, token.end_char), words)
            if tokens and len(tokens) - 1 not in ends and _goes_on(tokens[-1], found):
                tokens[-1] = _in_one(tokens[-1], found)
                continue
            stop = view.original(token.end_char - 1, token.end_char)
            tokens += _without_stop(found, stop) if _holds_stop(segmentation, found) else [found]
        ends.add(len(tokens) - 1)
    return tokens, ends


def _goes_on(token: _Token, following: _Token) -> bool:
    """Say whether the tokeniser cut a word in two at a letter that it does not know: *Mikalauskien|ė*."""
    parts = (token, following)
    whole = all(len(part.words) == 1 and part.text.isalpha() for part in parts)
    return whole and token.span.end == following.span.start


def _in_one(token: _Token, following: _Token) -> _Token:
    text = token.text + following.text
    return _Token(text, Span(token.span.start, following.span.end), (text,))


def _parts(token: Any) -> tuple[str, ...]:
    """Return the words of a contraction (*im*: in, dem); no other token has any, whatever the model says (*Tom*)."""
    whole = len(token.words) > 1 and token.text.lower() not in _CONTRACTIONS
    return (token.text,) if whole else tuple(word.text for word in token.words)


def _holds_stop(segmentation: Segmentation, token: _Token) -> bool:
    """Say whether the tokeniser left the full stop at the last word of a sentence, which is no abbreviation."""
    word = token.text.removesuffix(".")
    plain = len(word) > 1 and word != token.text and word.isalpha() and len(token.words) == 1
    return plain and not is_abbreviation(word) and segmentation.ends_between(token.span.end, token.span.end)


def _without_stop(token: _Token, stop: Span) -> list[_Token]:
    word, sign = token.text[:-1], token.text[-1:]
    return [_Token(word, Span(token.span.start, stop.start), (word,)), _Token(sign, stop, (sign,))]


def _sentences(segmentation: Segmentation, tokens: list[_Token], ends: set[int]) -> Iterator[_Cut]:
    """Yield the author's sentences with placeholders for masked quotations, each followed by those it masks."""
    shown, shown_ends, hidden = _masked(segmentation, tokens, ends)
    kept = sentence_ends(segmentation, [(token.text, token.span) for token in shown], shown_ends)
    start = 0
    for end in sorted(kept):
        sentence = shown[start : end + 1]
        start = end + 1
        for piece in _short_enough(sentence):
            yield _Cut(tuple(piece), None)
        for number in _masks_of(segmentation, sentence):
            yield from hidden.get(number, ())


def _masks_of(segmentation: Segmentation, sentence: list[_Token]) -> list[int]:
    found = (segmentation.mask_at(token.span.start) for token in sentence if token.masked)
    return list(dict.fromkeys(number for number in found if number is not None))


def _masked(
    segmentation: Segmentation, tokens: list[_Token], ends: set[int]
) -> tuple[list[_Token], set[int], dict[int, list[_Cut]]]:
    shown: list[_Token] = []
    shown_ends: set[int] = set()
    within: dict[int, list[_Token]] = {}
    hidden_ends: dict[int, set[int]] = {}
    for place, token in enumerate(tokens):
        number = segmentation.mask_at(token.span.start)
        if number is None:
            shown.append(token)
            if place in ends:
                shown_ends.add(len(shown) - 1)
            continue
        if number not in within:
            within[number], hidden_ends[number] = [], set()
            shown += _placeholder(segmentation, number)
        within[number].append(token)
        if place in ends:
            hidden_ends[number].add(len(within[number]) - 1)
        last = place + 1 == len(tokens) or segmentation.mask_at(tokens[place + 1].span.start) != number
        if last and (place in ends or place + 1 == len(tokens)):
            shown_ends.add(len(shown) - 1)
    hidden = {number: _hidden(segmentation, found, hidden_ends[number], number) for number, found in within.items()}
    return shown, shown_ends, hidden


def _placeholder(segmentation: Segmentation, number: int) -> list[_Token]:
    passage = segmentation.masked[number]
    content = segmentation.text[passage.content_spans[-1].start : passage.content_spans[-1].end].rstrip()
    words = _QUESTION if content.endswith("?") else _SENTENCE if content.endswith((".", "!", "…")) else _STATEMENT
    return [_Token(word, passage.span, (word,), masked=True) for word in words]


def _hidden(segmentation: Segmentation, tokens: list[_Token], ends: set[int], number: int) -> list[_Cut]:
    cut: list[_Cut] = []
    start = 0
    for end in sorted(sentence_ends(segmentation, [(token.text, token.span) for token in tokens], ends, within=True)):
        cut += [_Cut(tuple(piece), number) for piece in _short_enough(tokens[start : end + 1])]
        start = end + 1
    return cut


def _short_enough(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield a sentence whole, or in pieces that the parser can hold, cut after a comma or semicolon if there is one."""
    start = 0
    while len(tokens) - start > LONGEST_SENTENCE:
        stretch = tokens[start : start + LONGEST_SENTENCE]
        commas = [place for place, token in enumerate(stretch) if token.text in (",", ";") and place > 20]
        end = start + (commas[-1] + 1 if commas else LONGEST_SENTENCE)
        yield tokens[start:end]
        start = end
    if start < len(tokens):
        yield tokens[start:]


def _parsed(pipeline: Any, cuts: list[tuple[_Cut, bool]]) -> Iterator[Sentence]:
    """Yield the sentences parsed; with each cut stands whether its text is in Swiss spelling."""
    import stanza

    if not cuts:
        return
    document = stanza.Document([_columns(cut, swiss=spelt) for cut, spelt in cuts])
    try:
        document = pipeline.process(document, processors="pos,lemma,depparse")
    except _STANZA_ERRORS as error:
        message = f"Stanza cannot parse the text: {type(error).__name__} {error}"
        raise ParseError(message) from error
    for (cut, _), parsed in zip(cuts, document.sentences, strict=True):
        yield checked(Sentence(rejoined(tuple(_words(cut, parsed))), inside=cut.inside))


def _columns(cut: _Cut, *, swiss: bool) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    index = 1
    for token in cut.tokens:
        if len(token.words) > 1:
            rows.append({"id": (index, index + len(token.words) - 1), "text": token.text})
        for word in token.words:
            rows.append({"id": index, "text": with_sharp_s(word) if swiss else word})
            index += 1
    return rows


def _words(cut: _Cut, parsed: Any) -> Iterator[Word]:
    places = [(token, text) for token in cut.tokens for text in token.words]
    for (token, text), word in zip(places, parsed.words, strict=True):
        yield Word(
            index=word.id,
            text=text,
            lemma=word.lemma or text,
            upos=word.upos or "X",
            features=features_of(word.feats or ""),
            head=word.head,
            relation=word.deprel or "dep",
            span=token.span,
            masked=token.masked,
        )


def rejoined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a tree with hyphenated ones in one piece again: *Internet-Seite*, *Yoon Suk-yeol*.

    The treebanks split them at the hyphen. The whole takes its class from its last part, and its place in the tree from
    the part that is nearest to the root: so the whole stays a tree.
    """
    groups = _hyphenated(words)
    if all(len(group) == 1 for group in groups):
        return words
    place = {word.index: number for number, group in enumerate(groups, start=1) for word in group}
    depths = _depths(words)
    return tuple(_joined(group, number, place, depths) for number, group in enumerate(groups, start=1))


def _depths(words: tuple[Word, ...]) -> Mapping[int, int]:
    """Return for each word a number that grows with its distance from the root; words of a cycle are left out."""
    dependents: dict[int, list[int]] = {}
    for word in words:
        dependents.setdefault(word.head, []).append(word.index)
    found: dict[int, int] = {}
    level = dependents.get(0, [])
    while level:
        found.update(dict.fromkeys(level, len(found)))
        level = [index for head in level for index in dependents.get(head, [])]
    return found


def _hyphenated(words: tuple[Word, ...]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and _is_joined(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _is_joined(group: list[Word], word: Word) -> bool:
    last = group[-1]
    if last.masked or word.masked or last.span.end != word.span.start:
        return False
    if word.text == "-":
        return last.text[-1:].isalnum()
    return last.text == "-" and len(group) > 1 and word.text[:1].isalnum()


def _joined(group: list[Word], number: int, place: Mapping[int, int], depths: Mapping[int, int]) -> Word:
    top = min(reversed(group), key=lambda word: depths.get(word.index, len(depths)))
    last = group[-1] if group[-1].text != "-" else group[-2] if len(group) > 1 else group[-1]
    text = "".join(word.text for word in group)
    return evolve(
        last,
        index=number,
        text=text,
        lemma=text[: len(text) - len(last.text)] + last.lemma if group[-1].text != "-" else text,
        head=place.get(top.head, 0),
        relation=top.relation,
        span=Span(group[0].span.start, group[-1].span.end),
    )
