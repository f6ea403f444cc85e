"""``quotetrack explain``: for each sentence its parse, the rules that fired, and why others stayed silent."""

from __future__ import annotations

import argparse
import sys

from quotetrack.articles import Article
from quotetrack.cli.extraction import add_input, add_model, add_rules, articles_of
from quotetrack.cli.messages import complain
from quotetrack.cli.status import SOME_FAILED, SUCCESS
from quotetrack.errors import ArticleError, QuotetrackError
from quotetrack.parsing import StanzaParser
from quotetrack.pipeline import Tracker


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(
        prog="quotetrack explain",
        description="Show for each sentence of the articles its parse, which rules fired, and why others did not.",
        allow_abbrev=False,
    )
    found.add_argument("paths", nargs="+", metavar="ARTICLE", help="articles: .txt, .jsonl, a folder, or -")
    found.add_argument("--containing", metavar="WORDS", default="", help="only sentences in which these words stand")
    add_input(found.add_argument_group("input"))
    add_rules(found.add_argument_group("what to find"))
    add_model(found.add_argument_group("model"))
    return found


def execute(options: argparse.Namespace) -> int:
    """Explain, and return the exit status."""
    tracker = Tracker(
        StanzaParser(options.package, options.model),
        preset=options.preset,
        without_rules=options.without_rule,
        min_confidence=options.min_confidence,
    )
    statuses = [_explain(tracker, article, options.containing) for article in articles_of(options)]
    sys.stdout.buffer.flush()
    return max(statuses, default=SUCCESS)


def _explain(tracker: Tracker, article: Article | ArticleError, containing: str) -> int:
    if not isinstance(article, Article):
        complain(str(article))
        return SOME_FAILED
    try:
        sentences = tracker.explain(article.text)
    except QuotetrackError as error:
        complain(f"{article.id}: {error}")
        return SOME_FAILED
    for sentence in sentences:
        if containing in sentence.text:
            lines = "".join(f"{line}\n" for line in sentence.lines())
            sys.stdout.buffer.write(f"{article.id}: {lines}".encode(errors="replace"))
    return SUCCESS
