"""The articles that the tests read: those of our own, and those beside the checkout where there are any.

The latest open articles of the speakers are scored only: to read them too takes the tests to five minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from quotetrack.articles import Article, read

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "data"
ARTICLES: Final = DATA / "articles"
SHARED_ARTICLES: Final = ROOT.parent / "shared" / "articles"

_OPEN: Final = DATA / "speakers" / "open" / "articles"
_ONLY_SCORED: Final = frozenset("ABCEFhijklmnopqrstuvwxyz")
_FOLDERS: Final = (ARTICLES, _OPEN, DATA / "speakers" / "sealed" / "articles")


def _samples() -> Iterator[Article]:
    shared = [SHARED_ARTICLES] if SHARED_ARTICLES.is_dir() else []
    for folder in (*_FOLDERS, *shared):
        for path in sorted(folder.glob("*.txt")):
            if folder == _OPEN and path.stem[0] in _ONLY_SCORED:
                continue
            for article in read([path]):
                assert isinstance(article, Article)
                yield article


SAMPLES: Final[Mapping[str, Article]] = {article.id: article for article in _samples()}


def read_shared() -> dict[str, Article]:
    """Return the articles beside the checkout by their ids."""
    found = read(sorted(SHARED_ARTICLES.glob("*.txt")))
    return {article.id: article for article in found if isinstance(article, Article)}
